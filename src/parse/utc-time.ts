// Points in time that an export writes as a count since 1970. They are shown as UTC, with a Z: which zone the clocks on the wall
// kept is not in the file, and a guess would put a drug round on the wrong side of an hour.

const DAY = 86_400_000;
/** The years that a chat can be of; what lies outside is no date. */
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2100, 0, 1);

/** `2024-12-03T09:15:00Z` of milliseconds since 1970; undefined for what can be no time of a message. */
export function utcOf(milliseconds: number): string | undefined {
  if (!(milliseconds >= FIRST && milliseconds < LAST)) return undefined;
  const days = Math.floor(milliseconds / DAY);
  const { year, month, day } = dateOf(days);
  const seconds = Math.floor((milliseconds - days * DAY) / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${year}-${two(month)}-${two(day)}T${clock}Z`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Days since 1970 to a date of the Gregorian calendar (Howard Hinnant, chrono-compatible date algorithms: civil_from_days). */
function dateOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
