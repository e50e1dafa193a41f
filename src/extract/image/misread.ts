// Letters that were read for digits in an NHS number: "999 1O7 92O3". Mended only where the result passes the number's own check and the
// surroundings say that it is one; a number that is merely wrong stays as it was read, and nobody is named by it.

import { nhsNumber } from '../../detect/validators/nhs-number.ts';

const MEANT: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5', s: '5', B: '8' };

/** Ten digits or letters that look like one, in one run or as 3-3-4. */
const NUMBER_LIKE = /(?<![\dA-Za-z])[\dOolI|SsB]{3}([ -]?)[\dOolI|SsB]{3}\1[\dOolI|SsB]{4}(?![\dA-Za-z])/g;

/** "NHS", "NHS No:", "N.H.S. number" and the like, right before. */
const ANNOUNCED = /N\.?H\.?S\.?[\s:.#-]*(?:N[o0]|Number|Num|Nr)?[\s:.#-]*$/i;

/** At most three letters are mended: with more, chance passes the check too easily. */
const MOST = 3;

/** The line with such letters read as digits. */
export function withDigits(line: string): string {
  return line.replace(NUMBER_LIKE, (run: string, mark: string, at: number) => {
    const letters = run.replace(/[\d -]/g, '').length;
    if (letters === 0 || letters > MOST) return run;
    if (mark === '' && !ANNOUNCED.test(line.slice(Math.max(0, at - 20), at))) return run;
    const mended = run.replace(/[^\d -]/g, (letter) => MEANT[letter] ?? letter);
    return nhsNumber(mended.replace(/[ -]/g, '')).valid ? mended : run;
  });
}
