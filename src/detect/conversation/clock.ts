// Distance between two wall clocks in minutes. Chat stamps have no zone, so no Date is made of them: only their difference counts,
// and seconds are left out because half of the layouts do not export them.

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Minutes from year 0 to a wall clock `YYYY-MM-DDTHH:MM[:SS]`; good for differences only. NaN for a stamp that is no date. */
export function minutesOf(at: string): number {
  const year = Number(at.slice(0, 4));
  const month = Number(at.slice(5, 7));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const before = year - 1;
  const days =
    before * 365 +
    Math.floor(before / 4) -
    Math.floor(before / 100) +
    Math.floor(before / 400) +
    (DAYS_BEFORE_MONTH[month - 1] ?? Number.NaN) +
    (leap && month > 2 ? 1 : 0) +
    Number(at.slice(8, 10));
  return days * 1440 + Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
}
