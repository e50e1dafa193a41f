// Which slide is which. PowerPoint numbers the files of slides as they were made; their order, and which of them are hidden, stands in
// the presentation, and which slide notes belong to in the relations of the notes.

import { SourceError } from '../../errors.ts';
import type { DocumentZip } from '../document-zip.ts';
import { readXml, type SaxesParser, type XmlListener } from './xml.ts';

/** Name of a slide's part → 'slide 3', with '(hidden)' where it is not shown. */
export type SlideNames = ReadonlyMap<string, string>;

type Attributes = Readonly<Record<string, string>>;

export async function slideNames(zip: DocumentZip, Saxes: SaxesParser): Promise<SlideNames> {
  const targets = new Map<string, string>();
  for (const { Id = '', Target = '' } of await elements(
    zip,
    Saxes,
    'ppt/_rels/presentation.xml.rels',
    'Relationship',
  )) {
    targets.set(Id, resolved('ppt', Target));
  }
  const names = new Map<string, string>();
  for (const attributes of await elements(zip, Saxes, 'ppt/presentation.xml', 'sldId')) {
    const part = targets.get(attributes['r:id'] ?? '');
    if (part === undefined) continue;
    const [slide] = await elements(zip, Saxes, part, 'sld');
    const isHidden = slide?.show === '0' || slide?.show === 'false';
    names.set(part, `slide ${names.size + 1}${isHidden ? ' (hidden)' : ''}`);
  }
  return names;
}

/** The part of the slide that the notes in `part` belong to. */
export async function slideOfNotes(zip: DocumentZip, Saxes: SaxesParser, part: string): Promise<string | undefined> {
  const [, file = ''] = /([^/]+)$/.exec(part) ?? [];
  const relations = await elements(zip, Saxes, `ppt/notesSlides/_rels/${file}.rels`, 'Relationship');
  const target = relations.find(({ Type = '' }) => Type.endsWith('/slide'))?.Target;
  return target === undefined ? undefined : resolved('ppt/notesSlides', target);
}

/** Attributes of all elements of this name; none for a part that is not there or cannot be read, which its own reading tells. */
async function elements(zip: DocumentZip, Saxes: SaxesParser, part: string, name: string): Promise<Attributes[]> {
  const entry = zip.find(part);
  if (!entry) return [];
  const found: Attributes[] = [];
  const listener: XmlListener = {
    open: (opened, attributes) => opened === name && found.push(attributes),
    text: () => undefined,
    close: () => undefined,
  };
  try {
    await readXml(Saxes, zip.pieces(entry), listener, { declares: false, damaged: false });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
  return found;
}

/** '../slides/slide3.xml' from 'ppt/notesSlides' → 'ppt/slides/slide3.xml'; a target may begin at the root. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
