// What a message or an identifier is, as a keyed fingerprint: it finds the same message in another member's export and, in a baseline,
// the one that somebody has accepted, without a word of it. Who sent it is left out, for every phone saves people under other names.
// The minute is in: "give it now", accepted once, must not silence the same words about another patient.

import type { Finding, Message } from '../model.ts';
import { isAppMade } from './app-names.ts';
import type { CaseKey } from './case-key.ts';
import { numberValue, phoneValue } from './normal-value.ts';

export function messageFingerprint(key: CaseKey, { at, text, attachments }: Message): string {
  // Each phone numbers photos anew; only a name that a person gave is the same everywhere.
  const names = attachments
    .map(({ name }) => plainText(name))
    .filter((name) => name !== '' && !isAppMade(name))
    .map((name) => name.replace(/^\d{8}-/, ''));
  return key.fingerprint('message', JSON.stringify([at.slice(0, 16), plainText(text), ...names.sort()]));
}

/** Direction and zero-width marks differ from phone to phone, as do the ends of lines. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const PHONE = /^(patient\.identifier|staff\.identifier\.personal)[.-]phone$/;
const NUMBER =
  /^(patient\.identifier\.(nhs|chi|hc|hospital)-number|staff\.identifier\.(employee-number|nino|smartcard|registration|passport|driving-licence|visa))$/;

/** Of a number that was found, so that it is known again wherever it stands; undefined for anything else. */
export function valueFingerprint(key: CaseKey, { category }: Finding, found: string): string | undefined {
  if (PHONE.test(category)) return key.fingerprint('phone', phoneValue(found));
  return NUMBER.test(category) ? key.fingerprint('number', numberValue(found)) : undefined;
}
