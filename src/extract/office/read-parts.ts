// Reads the parts of a document one after the other; what is wrong with one part leaves the others readable, and is said with its place.

import { type DocumentZip, whyNot } from '../document-zip.ts';
import type { Gathering } from '../gathering.ts';
import { Markup } from './markup.ts';
import { numberOf, type OfficePart } from './parts.ts';
import { Properties } from './properties.ts';
import { type SlideNames, slideNames, slideOfNotes } from './slides.ts';
import { readXml, type SaxesParser, type XmlListener } from './xml.ts';

/** Adds the texts, properties and inner files of `parts` to `got`, in their order. */
export async function readParts(
  zip: DocumentZip,
  parts: readonly OfficePart[],
  got: Gathering,
  saxes: SaxesParser,
): Promise<void> {
  const slides = await slideNames(zip, saxes);
  const pictures = { count: 0 };
  for (const part of parts) {
    if (part.role === 'inner') await handBack(zip, part, got, pictures);
    else {
      const place = await placeOf(part, zip, slides, saxes);
      await readXmlText(saxes, zip.pieces(part.entry), listenerFor(part, place, got), got, place);
    }
  }
}

/** Reads XML into `listener`; `place` says where what could not be read would have stood. */
export async function readXmlText(
  saxes: SaxesParser,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  listener: XmlListener,
  got: Gathering,
  place: string,
): Promise<void> {
  const faults = { declares: false, damaged: false };
  try {
    await readXml(saxes, pieces, listener, faults);
  } catch (error) {
    got.unread(whyNot(error), place);
    return;
  }
  // Texts that a declaration defines and the part refers to are not in what was read.
  if (faults.declares) got.unread('media-partly-read', place);
  else if (faults.damaged) got.unread('media-damaged', place);
}

async function placeOf(part: OfficePart, zip: DocumentZip, slides: SlideNames, saxes: SaxesParser): Promise<string> {
  const { name } = part.entry;
  if (part.place === 'slide #') return slides.get(name) ?? `slide ${numberOf(name)} (not among those shown)`;
  if (part.place !== 'notes #') return part.place;
  const slide = await slideOfNotes(zip, saxes, name);
  return `notes of ${slides.get(slide ?? '') ?? `slide ${numberOf(name)}`}`;
}

function listenerFor(part: OfficePart, place: string, got: Gathering): XmlListener {
  if (part.role === 'properties') return new Properties(got);
  return part.role === 'relations' ? new Links(got) : new Markup(place, got);
}

/** Addresses outside the document, which can hold a name or a number. */
class Links implements XmlListener {
  readonly #got: Gathering;

  constructor(got: Gathering) {
    this.#got = got;
  }

  open(_name: string, { TargetMode, Target }: Readonly<Record<string, string>>): void {
    if (TargetMode === 'External' && Target) this.#got.line('link', Target);
  }

  text(): void {}

  close(): void {}
}

async function handBack(
  zip: DocumentZip,
  { entry, place }: OfficePart,
  got: Gathering,
  pictures: { count: number },
): Promise<void> {
  const name = place === 'picture' ? `picture ${++pictures.count}` : place;
  const { bytes, whyNot: reason } = await zip.read(entry);
  if (reason) got.unread(reason, name);
  else got.inner(name, bytes);
}
