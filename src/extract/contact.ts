// Contact cards (.vcf), as phones share them: every value with its label, and the photo. A patient saved as a contact often has a ward, a number
// or a diagnosis behind the name.

import {
  type ContentLine,
  contentLines,
  embeddedIn,
  labelFor,
  labelled,
  plainValue,
  writtenDate,
} from './content-lines.ts';
import { decoded } from './decoded.ts';
import { Gathering } from './gathering.ts';
import type { Reader } from './reader.ts';

export const contactReader: Reader = {
  kind: 'contact',
  title: 'contact cards (.vcf)',
  packages: [],
  ready: async (limits) => ({
    read: async (bytes) => {
      const gathering = new Gathering(limits);
      gatherCards(decoded(bytes), gathering);
      return gathering.done();
    },
  }),
  sample: () => ({
    bytes: new TextEncoder().encode('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ward round\r\nEND:VCARD\r\n'),
    name: 'sample.vcf',
    word: 'round',
  }),
};

const LABELS: Readonly<Record<string, string>> = {
  ...{
    FN: 'Name',
    N: 'Surname and first names',
    TEL: 'Tel',
    BDAY: 'Date of birth',
    ADR: 'Address',
    ORG: 'Organisation',
  },
  ...{ NOTE: 'Note', EMAIL: 'E-mail', DEATHDATE: 'Date of death', URL: 'Web page', TITLE: 'Job title' },
};
/** What programs write for each other. */
const SILENT: ReadonlySet<string> = new Set(
  'BEGIN END VERSION PRODID REV UID CLIENTPIDMAP KEY X-ABADR X-ABLABEL'.split(' '),
);

function gatherCards(text: string, gathering: Gathering): void {
  const lines = contentLines(text);
  let card = 0;
  for (const [at, line] of lines.entries()) {
    const { name, value } = line;
    if (name === 'BEGIN') card += 1;
    if (SILENT.has(name)) continue;
    const place = `card ${card}`;
    const embedded = embeddedIn(line);
    if (embedded) {
      gathering.inner(`${place}, ${labelFor(name).toLowerCase()}`, embedded);
      continue;
    }
    const label = ownLabel(lines, at) ?? LABELS[name] ?? labelFor(name);
    const words = DATES.has(name) ? writtenDate(value) : plainValue(value);
    if (words !== '') gathering.line(place, labelled(label, words.replace(/^(?:tel|mailto):/i, '')));
  }
}

const DATES: ReadonlySet<string> = new Set(['BDAY', 'DEATHDATE', 'ANNIVERSARY']);

/** Apple writes a label of the user's own ("Daughter") as a line of the same group, in the same card. */
function ownLabel(lines: readonly ContentLine[], at: number): string | undefined {
  const group = lines[at]?.group;
  if (!group) return undefined;
  for (const line of lines.slice(at + 1, at + 10)) {
    if (line.name === 'END') return undefined;
    if (line.group === group && line.name === 'X-ABLABEL') return line.value.replace(/^_\$!<(.*)>!\$_$/, '$1');
  }
  return undefined;
}
