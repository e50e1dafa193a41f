// The parts of a document: which are read first, and how the places in each are called.

import type { ZipEntry } from '../../source/zip.ts';
import { PIVOT_MEMORY } from './markup.ts';

export interface OfficePart {
  readonly entry: ZipEntry;
  readonly role: 'text' | 'properties' | 'relations' | 'inner';
  /** Where its text stands, or what an inner file is called. */
  readonly place: string;
}

type Rule = readonly [pattern: RegExp, role: OfficePart['role'], place: string];

/** In the order in which they are read: the header of a letter bears the patient's name. `#` stands for the number in the name. */
const RULES: readonly Rule[] = [
  [/^word\/header\d*\.xml$/i, 'text', 'page header'],
  [/^styles\.xml$/, 'text', 'page style'], // OpenDocument: headers, footers, slide masters
  [/^word\/document\d*\.xml$/i, 'text', 'text'],
  [/^(?:Object \d+\/)?content\.xml$/, 'text', 'text'],
  [/^ppt\/slides\/slide(\d+)\.xml$/i, 'text', 'slide #'],
  [/^ppt\/notesSlides\/notesSlide(\d+)\.xml$/i, 'text', 'notes #'],
  [/^word\/(?:foot|end)notes\d*\.xml$/i, 'text', 'footnote'],
  [/comments?\w*\.xml$/i, 'text', 'comment'],
  [/^word\/footer\d*\.xml$/i, 'text', 'page footer'],
  [/^(?:word|ppt|xl)\/(?:commentAuthors|authors|people|persons\/\w+)\.xml$/i, 'text', 'author of a change or comment'],
  [/(?:^|\/)(?:charts|chartex)\/.*\.xml$/i, 'text', 'chart'],
  [/(?:^|\/)diagrams\/.*\.xml$/i, 'text', 'diagram'],
  [/(?:^|\/)(?:drawings|vmlDrawing)\/.*\.xml$|\.vml$/i, 'text', 'text box'],
  [/(?:^|\/)pivotCache\/.*\.xml$/i, 'text', PIVOT_MEMORY],
  [/(?:^|\/)glossary\/.*\.xml$/i, 'text', 'building block'],
  [/(?:^|\/)slide(?:Masters?|Layouts?)\/.*\.xml$/i, 'text', 'slide master'],
  [/(?:^|\/)(?:notes|handout)Masters?\/.*\.xml$/i, 'text', 'slide master'],
  [/^customXml\/.*\.xml$/i, 'text', 'attached data'],
  [/^docProps\/.*\.xml$|^meta\.xml$/i, 'properties', 'property'],
  [/\.rels$/i, 'relations', 'link'],
  [/(?:^|\/)thumbnail\.\w+$/i, 'inner', 'small picture of the first page'],
  [/(?:^|\/)(?:media|Pictures)\//i, 'inner', 'picture'],
  [/\.xml$/i, 'text', 'other text'],
];

/** No text of a writer: settings of programs and printers, signatures, fonts, macros, and the list of the parts themselves. */
const WITHOUT_TEXT =
  /^(?:mimetype|settings\.xml|manifest\.rdf|layout-cache|\[Content_Types\]\.xml|[^/]*\.psmdcp)$|^(?:META-INF|Configurations2|_xmlsignatures|package|Basic|Dialogs|Scripts|ObjectReplacements)\/|(?:^|\/)(?:theme|fonts|printerSettings|activeX|ctrlProps)\/|(?:^|\/)vbaProject\w*\.bin$|(?:^|\/)vbaData\.xml$|\.(?:odttf|fntdata|ttf)$/i;

/** Parts in the order of RULES, and within a rule by the numbers in their names. */
export function officeParts(entries: readonly ZipEntry[]): OfficePart[] {
  const placed = entries
    .filter(({ name, bytes, packed }) => !WITHOUT_TEXT.test(name) && bytes + packed > 0)
    .map((entry) => {
      const at = RULES.findIndex(([pattern]) => pattern.test(entry.name));
      const [, role, place] = RULES[at] ?? [/$/, 'inner', entry.name.slice(entry.name.lastIndexOf('/') + 1)];
      return { at: at === -1 ? RULES.length : at, part: { entry, role, place } satisfies OfficePart };
    });
  placed.sort(
    (a, b) =>
      a.at - b.at ||
      numberOf(a.part.entry.name) - numberOf(b.part.entry.name) ||
      (a.part.entry.name < b.part.entry.name ? -1 : 1),
  );
  return placed.map(({ part }) => part);
}

/** The last number in the name of a part, as in 'slide12.xml'; 0 without one. */
export const numberOf = (name: string): number => Number(/(\d{1,9})\D*$/.exec(name)?.[1] ?? 0);
