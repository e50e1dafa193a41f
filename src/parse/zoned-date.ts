// Dates that are written with their zone, as mails and many programs write them. The wall clock is kept as it stands, with the zone
// behind it.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue, 3 Dec 2024 09:15:04 +0000` of RFC 5322. */
const OF_MAIL = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d(?::\d\d)?) ([+-]\d\d)(\d\d)/;
/** `2024-12-03T09:15:04.123Z` of ISO 8601, fractions of a second left out. */
const ISO =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?$/i;

/** `2024-12-03T09:15:04Z`, with the zone as far as there is one; undefined for anything else. */
export function zonedDate(text: string): string | undefined {
  const [, date, clock, zone = ''] = ISO.exec(text) ?? [];
  if (date !== undefined) return `${date}T${clock}${zoneOf(zone)}`;
  const [, day = '', month = '', year, time, hours, minutes] = OF_MAIL.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (year === undefined || number === 0) return undefined;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${zoneOf(`${hours}${minutes}`)}`;
}

const zoneOf = (zone: string): string => {
  if (/^(?:z|[+-]00:?00)$/i.test(zone)) return 'Z';
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
};
