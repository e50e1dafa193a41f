// Text whose UTF-8 was read as single bytes: Meta's downloads write `café` as `cafÃ©` in every name and message. Repaired string
// by string and only where the bytes are good UTF-8, so that text which is right already stays as it is.

// A letter of several bytes as it looks when each byte is taken for a sign.
const SUSPICIOUS = /[\u00c2-\u00f4][\u0080-\u00bf]/;
const BEYOND_BYTES = /[^\u0000-\u00ff]/;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text as it was typed. */
export function repaired(text: string): string {
  if (!SUSPICIOUS.test(text) || BEYOND_BYTES.test(text)) return text;
  try {
    return decoder.decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  } catch {
    return text;
  }
}
