// RSMF: an e-mail with a zip with a manifest.

import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findChats } from '../../../src/parse/parse.ts';
import { fixture } from '../../run.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const MAIL = readFileSync(fixture('formats/rsmf/ward.rsmf'), 'utf8');
const find = (text: string) => findChats([fileOf('ward.rsmf', text)], { sourcePath: 'ward.rsmf' });

/** A mail with a zip of the given manifest. */
function mailOf(manifest: string): string {
  const zip = zipSync({ 'rsmf_manifest.json': new TextEncoder().encode(manifest) });
  const base64 = Buffer.from(zip).toString('base64').replace(/.{76}/g, '$&\n');
  return `X-RSMF-Version: 1.0.0\nContent-Transfer-Encoding: base64\n\n${base64}\n`;
}

describe('RSMF', () => {
  it('is read with people, conversations and what was deleted', async () => {
    const [chat] = (await find(MAIL)).chats;
    if (!chat) throw new Error('no chat');
    expect(chat).toMatchObject({ app: 'whatsapp', layout: 'rsmf', title: 'Ward 12 nights', kind: 'group' });
    expect(
      (await messagesOf(chat)).map(({ at, sender, text, marks, system }) => [
        at,
        sender,
        text,
        marks[0] ?? system?.type,
      ]),
    ).toEqual([
      ['2024-12-03T09:15:02Z', 'Ann Lee', 'Mrs Doreen Ashworth bed 4, NHS 999 000 1383, MRSA positive', undefined],
      ['2024-12-03T09:16:10Z', 'Sam Reed', 'isolated', 'deleted'],
      ['2024-12-03T09:17:10Z', '', 'Sam Reed left', 'left'],
    ]);
  });

  it('that breaks off, or whose zip is damaged, never looks whole', async () => {
    for (const text of [MAIL.slice(0, 700), MAIL.replace('UEsDB', 'UEsDC'), mailOf('{"events": [{"type": "mess')]) {
      const { chats } = await find(text);
      expect(chats.flatMap(codesOf)).toContain('no-messages');
    }
  });

  it('unpacks no more than it reads: a manifest of endless spaces costs no memory', async () => {
    const { chats } = await find(mailOf(`{"x": "${' '.repeat(60_000_000)}", "events": []}`));
    expect(chats.flatMap(codesOf)).toEqual(['no-messages']);
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(400e6);
  });
});
