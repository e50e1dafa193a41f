// XML of documents, read as a stream. Nothing outside it is ever fetched, and what a document type declaration defines is never expanded:
// both are ways to make a reader open other files or fill its memory.

import type { SaxesParser as Parser, SaxesTagPlain } from 'saxes';

/** Told what stands in the XML, in its order. Names are without their prefix: it is free to choose. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

export type SaxesParser = new (options: { xmlns: false; position: false }) => Parser<{ xmlns: false; position: false }>;

/** Deeper than any program writes; each level takes memory. */
const DEEPEST = 1000;

/** What was wrong with it: nothing, `declares` = it has a document type declaration, `damaged` = it ends or breaks off where it must not. */
export interface XmlFaults {
  declares: boolean;
  damaged: boolean;
}

/** Reads on behind faults, as far as it goes. Throws what `pieces` throws. */
export async function readXml(
  Saxes: SaxesParser,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  listener: XmlListener,
  faults: XmlFaults,
): Promise<void> {
  const parser = new Saxes({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    faults.declares = true;
  });
  parser.on('error', () => {
    faults.damaged = true; // an entity that was not expanded, a bare &, an end that is missing
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    if (++depth <= DEEPEST) listener.open(withoutPrefix(name), plainNames(attributes));
    else faults.damaged = true;
  });
  parser.on('text', (text) => depth <= DEEPEST && listener.text(text));
  parser.on('cdata', (text) => depth <= DEEPEST && listener.text(text));
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    if (depth-- <= DEEPEST) listener.close(withoutPrefix(name));
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Each attribute under its whole name and its name without prefix; `id` and `r:id` stand on the same element. */
function plainNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const plain: Record<string, string> = { ...attributes };
  for (const [name, value] of Object.entries(attributes)) plain[withoutPrefix(name)] ??= value;
  return plain;
}

/** By its byte order mark, else by its first characters, else as it says itself. W3C XML 1.0, appendix F. */
function decoderFor(start: Uint8Array): InstanceType<typeof TextDecoder> {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  const [, label = 'utf-8'] =
    /^.{0,80}?encoding\s*=\s*["']([\w-]{1,40})/s.exec(Buffer.from(start.subarray(0, 200)).toString('latin1')) ?? [];
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
