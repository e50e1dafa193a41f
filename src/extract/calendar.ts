// Calendar files (.ics): appointments and tasks with who was asked to come. Clinics and visits name patients in their titles.

import { contentLines, embeddedIn, labelFor, labelled, plainValue, writtenDate } from './content-lines.ts';
import { decoded } from './decoded.ts';
import { Gathering } from './gathering.ts';
import type { Reader } from './reader.ts';

export const calendarReader: Reader = {
  kind: 'calendar',
  title: 'calendar files (.ics)',
  packages: [],
  ready: async (limits) => ({
    read: async (bytes) => {
      const gathering = new Gathering(limits);
      gatherEntries(decoded(bytes), gathering);
      return gathering.done();
    },
  }),
  sample: () => ({
    bytes: new TextEncoder().encode(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Ward round\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    ),
    name: 'sample.ics',
    word: 'round',
  }),
};

const LABELS: Readonly<Record<string, string>> = { DTSTART: 'Starts', DTEND: 'Ends', DUE: 'Due' };
/** What programs write for each other. */
const SILENT: ReadonlySet<string> = new Set(
  'BEGIN END VERSION PRODID UID DTSTAMP CREATED LAST-MODIFIED SEQUENCE CALSCALE METHOD RRULE TRANSP STATUS CLASS PRIORITY TRIGGER ACTION'.split(
    ' ',
  ),
);

function gatherEntries(text: string, gathering: Gathering): void {
  let entry = 0;
  let isZone = false;
  for (const line of contentLines(text)) {
    const { name, value, parameters } = line;
    if (name === 'BEGIN' && /^(?:VEVENT|VTODO|VJOURNAL|VFREEBUSY)$/i.test(value)) entry += 1;
    if (/^VTIMEZONE$/i.test(value)) isZone = name === 'BEGIN';
    if (isZone || SILENT.has(name)) continue;
    const place = entry === 0 ? 'calendar' : `entry ${entry}`;
    const embedded = embeddedIn(line);
    if (embedded) {
      gathering.inner(`${place}, ${parameters.get('FILENAME') ?? 'attachment'}`, embedded);
      continue;
    }
    const words = [parameters.get('CN'), plainValue(writtenDate(value)).replace(/^mailto:/i, '')];
    gathering.line(place, labelled(LABELS[name] ?? labelFor(name), words.filter(Boolean).join(', ')));
  }
}
