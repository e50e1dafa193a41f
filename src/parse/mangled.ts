// What mail programs and editors do to a text on its way, undone: UTF-8 that was taken for Windows-1252 and saved again (`â€™` for an
// apostrophe), and the quoted-printable of e-mail (`=E2=80=99`, lines broken by `=`). Names and numbers are not found in either.

/** Signs that Windows-1252 has between 0x80 and 0x9f, in their order; five have no sign of their own. */
const OF_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const BYTE_OF = new Map([...OF_1252].map((sign, at) => [sign, 0x80 + at]));

/** What bytes of UTF-8 look like in Windows-1252: a lead byte, and signs for those that follow. */
const TWICE = new RegExp(`[\\u00c2-\\u00f4][\\u0080-\\u00bf${OF_1252.replace(/[\x80-\x9f]/g, '')}]+`, 'g');
/** A run of signs beyond ASCII at the end, which may go on in the next piece. */
const OPEN_RUN = /[^\0-\x7f]*$/;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** True when what stands beyond ASCII in the beginning of a text is nearly all UTF-8 read as Windows-1252. */
export function isTwiceEncoded(head: string): boolean {
  const runs = head.match(/[^\0-\x7f]+/g) ?? [];
  const broken = runs.filter((run) => onceDecoded(run) !== run).length;
  return broken >= 2 && broken * 10 >= runs.length * 9;
}

/** Undoes something in a text that comes piece by piece. */
export interface Undoing {
  next(piece: string): string;
  end(): string;
}

/** Undoes the second encoding where that gives good UTF-8; all else stays as it is. */
export const decodingOnce = (): Undoing => undoing(OPEN_RUN, onceDecoded);

/** Undoes quoted-printable; what its bytes say is UTF-8. */
export function unquoting(): Undoing {
  const decoder = new TextDecoder();
  return undoing(OPEN_QUOTED, (text) => decoder.decode(bytesOf(text), { stream: true }));
}

/** `open` finds what may go on in the next piece; it is held back until then. */
function undoing(open: RegExp, undo: (text: string) => string): Undoing {
  let held = '';
  return {
    next: (piece) => {
      const text = held + piece;
      held = open.exec(text)?.[0] ?? '';
      return undo(text.slice(0, text.length - held.length));
    },
    end: () => undo(held),
  };
}

const onceDecoded = (text: string): string => text.replace(TWICE, decodedRun);

function decodedRun(run: string): string {
  const bytes = Uint8Array.from(run, (sign) => BYTE_OF.get(sign) ?? sign.charCodeAt(0));
  try {
    return strict.decode(bytes);
  } catch {
    return run;
  }
}

/** `=E2`, and a line broken by `=`. */
const QUOTED = /=(?:[0-9A-F]{2}|\r?\n)/g;
const SOFT_BREAK = /=\r?\n/g;
/** The beginning of either at the end of a piece. */
const OPEN_QUOTED = /=(?:[0-9A-F]|\r)?$/;

/** True for the beginning of a text whose lines are broken and whose signs are written as mail does it (RFC 2045, 6.7). */
export function isQuotedPrintable(head: string): boolean {
  if (/[^\0-\x7f]/.test(head)) return false;
  const breaks = head.match(SOFT_BREAK)?.length ?? 0;
  const quoted = (head.match(QUOTED)?.length ?? 0) - breaks;
  const plain = head.match(/=(?![0-9A-F]{2}|\r?\n|$)/g)?.length ?? 0;
  return quoted >= 3 && plain * 20 <= quoted + breaks;
}

/** All signs are ASCII, so each is a byte. */
function bytesOf(text: string): Uint8Array {
  const plain = text.replace(QUOTED, (quoted) =>
    quoted.includes('\n') ? '' : String.fromCharCode(Number.parseInt(quoted.slice(1), 16)),
  );
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}
