// The secret key of a case. With it the same person bears the same pseudonym in every chat and every scan of the case, and a message
// has a fingerprint that is the same in every member's export. All of it is HMAC-SHA-256 (RFC 2104): a plain hash of an NHS number or a
// phone number is undone in minutes by trying them all, this one only by whoever has the key. Destroy the key, and nobody can.

import { createHmac } from 'node:crypto';

export interface CaseKey {
  /** Tells keys apart without giving them away. */
  readonly id: string;
  /** `S-7K2QFM9XWB`: `S` for who sent, `P` for who is talked about. `value` as normal-value.ts makes it, `kind` says of what sort it is. */
  pseudonym(letter: 'S' | 'P', kind: string, value: string): string;
  /** `igf1:…`; the same for the same value, whatever it was found in. */
  fingerprint(kind: string, value: string): string;
}

/** Bytes of the secret: the length of the hash, which RFC 2104 asks for at the least. */
export const KEY_BYTES = 32;

/**
 * Ten signs are 50 bits. With 100,000 people in a case the chance that any two of them share a pseudonym is about 1 in 200,000; six
 * signs would give two of 10,000 the same one in 1 case of 22, and one person would stand accused for another.
 */
const PSEUDONYM_SIGNS = 10;
/** 130 bits: RFC 2104 advises against less than half of the hash. */
const FINGERPRINT_SIGNS = 26;

export function caseKey(secret: Uint8Array): CaseKey {
  // What a value is used for is hashed with it, so that a pseudonym never gives away a fingerprint.
  const keyed = (use: string, kind: string, value: string, signs: number) =>
    base32(
      createHmac('sha256', secret)
        .update(JSON.stringify(['ig-scan/1', use, kind, value]))
        .digest(),
      signs,
    );
  return {
    id: `key-${keyed('id', '', '', PSEUDONYM_SIGNS)}`,
    pseudonym: (letter, kind, value) => `${letter}-${keyed('person', kind, value, PSEUDONYM_SIGNS)}`,
    fingerprint: (kind, value) => `igf1:${keyed('fingerprint', kind, value, FINGERPRINT_SIGNS)}`,
  };
}

/** Without I, L, O and U, which are taken for 1, 0 and V when somebody reads them out (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(bytes: Uint8Array, signs: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5 && text.length < signs) {
      bits -= 5;
      text += SIGNS.charAt((held >> bits) & 31);
    }
  }
  return text;
}
