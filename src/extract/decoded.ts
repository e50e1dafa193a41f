// The bytes of a text as text: UTF-16 where they say or show so, UTF-8 where they are good UTF-8, else what the text states, else what
// Windows wrote before it.

import { sniffEncoding } from '../parse/text.ts';

/** `stated`: the encoding that a page or a mail names for itself; not believed where the bytes are UTF-8. */
export function decoded(bytes: Uint8Array, stated?: string): string {
  const encoding = sniffEncoding(bytes);
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoderOf(stated).decode(bytes);
  }
}

/** Never fails: a name that means nothing is passed over. */
export function decoderOf(stated: string | undefined): { decode(bytes: Uint8Array): string } {
  try {
    const decoder = new TextDecoder(stated ?? 'windows-1252');
    // What is no UTF-8 is not made so by being called so.
    return decoder.encoding === 'utf-8' ? new TextDecoder('windows-1252') : decoder;
  } catch {
    return new TextDecoder('windows-1252');
  }
}
