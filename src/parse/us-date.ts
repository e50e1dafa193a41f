// Dates as American programs write them whatever the settings: `May 17, 2022  5:29:42 PM`.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DATE = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) {1,2}(\d{1,2}):(\d\d):(\d\d)[ \u202f]([AP])M/;

const two = (number: number): string => String(number).padStart(2, '0');

export interface UsDate {
  /** `2022-05-17T17:29:42` */
  readonly at: string;
  /** What follows it in the text. */
  readonly rest: string;
}

/** The date with which a text opens; undefined where it opens with none. */
export function usDate(text: string): UsDate | undefined {
  const [whole, name = '', day, year, hour, minute, second, half] = DATE.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (whole === undefined || month === 0 || Number(day) > 31 || Number(hour) > 12) return undefined;
  const ofDay = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  return {
    at: `${year}-${two(month)}-${two(Number(day))}T${two(ofDay)}:${minute}:${second}`,
    rest: text.slice(whole.length),
  };
}
