// Points in time as ISO 8601 writes them, with a zone or without one: `2024-12-03T09:15:00.123+01:00`, `2024-12-03 09:15:00 UTC`.

const FORM =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60))?(?:\.\d+)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/;

/** The wall clock with its zone, `2024-12-03T09:15:00+01:00`; undefined for what is no such time. */
export function isoTime(text: string): string | undefined {
  const found = FORM.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, zone = ''] = found;
  const clock = second === undefined ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
  return `${year}-${month}-${day}T${clock}${shownZone(zone)}`;
}

function shownZone(zone: string): string {
  if (zone === '' || zone === 'Z' || zone === 'UTC') return zone === '' ? '' : 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
