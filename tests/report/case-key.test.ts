import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/model.ts';
import { caseKey } from '../../src/report/case-key.ts';
import { messageFingerprint, valueFingerprint } from '../../src/report/fingerprints.ts';
import { nameValue, numberValue, phoneValue } from '../../src/report/normal-value.ts';
import { redactor } from '../../src/report/redact.ts';

const secret = Buffer.alloc(32, 7);
const key = caseKey(secret);
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Another way to the same signs: the hash as one large number. */
function signsOf(hash: Buffer, count: number): string {
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: count }, (_, at) => SIGNS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('');
}

describe('a case key', () => {
  it('makes pseudonyms by HMAC-SHA-256 over what the value is and the value', () => {
    const hash = createHmac('sha256', secret).update('["ig-scan/1","person","name","kate hale"]').digest();
    expect(key.pseudonym('S', 'name', 'kate hale')).toBe(`S-${signsOf(hash, 10)}`);
  });

  it('gives nothing that a plain hash would give', () => {
    const value = '9990001383';
    const shown = `${key.fingerprint('number', value)} ${key.pseudonym('P', 'number', value)}`;
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      const hash = createHash(algorithm).update(value).digest();
      expect(shown).not.toContain(signsOf(hash, 10));
    }
  });

  it('makes others than another key does', () => {
    const other = caseKey(Buffer.alloc(32, 8));
    expect(other.pseudonym('S', 'name', 'kate hale')).not.toBe(key.pseudonym('S', 'name', 'kate hale'));
    expect(other.id).not.toBe(key.id);
  });

  it('gives 20,000 people as many pseudonyms', () => {
    const made = Array.from({ length: 20_000 }, (_, at) => key.pseudonym('P', 'person', `person ${at}`));
    expect(new Set(made).size).toBe(made.length);
    for (const one of made.slice(0, 200)) expect(one).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{10}$/);
  });
});

describe('a value', () => {
  it.each([
    ['~\u202fZoë  Hale', 'zoe hale'],
    ['ZOE HALE 🌸', 'zoe hale'],
    ['\u202aZoe Hale\u202c', 'zoe hale'],
    ['Strauß', 'strauss'],
    ['Paddy O’Neill', 'paddy oneill'],
    ['राम', 'राम'],
    ['🌸', '🌸'],
  ])('of the name %s', (raw, value) => expect(nameValue(raw)).toBe(value));

  it.each(['+44 7700 900456', '07700 900456', '0044 7700 900456', '7700900456', '+44 (0)7700 900456', '447700900456'])(
    'of the phone %s is dialled within the UK',
    (raw) => expect(phoneValue(raw)).toBe('07700900456'),
  );

  it('of a phone of another country keeps the country', () =>
    expect(phoneValue('+353 1 700 0000')).toBe('+35317000000'));

  it('of a number is its letters and digits', () => expect(numberValue('999 000-1383')).toBe('9990001383'));
});

describe('senders with a key', () => {
  const people = (...names: string[]) =>
    redactor(
      names.map((name) => ({ name, said: 1 })),
      () => [],
      key,
    );

  it('are the same in every chat, however they are saved', () => {
    const here = people('~ Zoë Hale', '+44 7700 900456').participants();
    const there = people('Ben', '07700 900456', 'zoe hale').participants();
    expect(here[0]?.id).toBe(there[2]?.id);
    expect(here[1]?.id).toBe(there[1]?.id);
    expect(here[0]?.id).not.toBe(there[0]?.id);
  });

  it('stay masked in the title of a chat of two', () => {
    const mask = people('Me', 'Zdenka Oyelaran');
    expect(mask.title('Zdenka Oyelaran', 'direct')).toBe(`direct chat with ${mask.sender('Zdenka Oyelaran')}`);
  });
});

describe('the fingerprint of a message', () => {
  const message = (parts: Partial<Message>): Message => ({
    index: 1,
    kind: 'said',
    at: '2024-12-03T09:15',
    sender: 'Kate',
    text: 'bed 4 is sick\nnews 8',
    attachments: [],
    marks: [],
    line: 1,
    ...parts,
  });
  const of = (parts: Partial<Message>) => messageFingerprint(key, message(parts));
  const photo = (name: string) => ({ attachments: [{ name, kind: 'image' as const }] });

  it.each<[string, Partial<Message>]>([
    ['saved under another name, at another place', { sender: '+44 7700 900456', index: 7, line: 9 }],
    ['with seconds', { at: '2024-12-03T09:15:42' }],
    ['with the marks and line ends of another phone', { text: '\u200ebed  4 is sick\r\nnews 8 ' }],
  ])("is the same in another member's export: %s", (_, parts) => expect(of(parts)).toBe(of({})));

  it.each<[string, Partial<Message>]>([
    ['other words', { text: 'bed 5 is sick\nnews 8' }],
    ['the same words about somebody else later', { at: '2024-12-03T09:16' }],
    ['a document', photo('Margaret Ellis.pdf')],
  ])('is another for %s', (_, parts) => expect(of(parts)).not.toBe(of({})));

  it('does not depend on how a phone numbers its photos', () => {
    const names = ['IMG-20241203-WA0003.jpg', '00000042-PHOTO-2024-12-03-09-15-02.jpg', ''];
    expect(new Set(names.map((name) => of(photo(name)))).size).toBe(1);
    expect(of(photo('00000042-Margaret Ellis.pdf'))).toBe(of(photo('Margaret Ellis.pdf')));
  });

  it('of a number is the same wherever and however it is written', () => {
    const finding = (text: string) => {
      const place = { pattern: 'nhs-number', category: 'patient.identifier.nhs-number', start: 0, end: text.length };
      return valueFingerprint(key, { ...place, confidence: 1, because: [] }, text);
    };
    expect(finding('999 000 1383')).toMatch(/^igf1:[0-9A-Z]{26}$/);
    expect(finding('999-000-1383')).toBe(finding('9990001383'));
  });
});
