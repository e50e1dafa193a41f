// Chats that somebody copied out of an app, into a note or an e-mail.

import { describe, expect, it } from 'vitest';
import { chatOf, codesOf, messagesOf } from '../files.ts';

const shown = async (text: string | Uint8Array, path = 'note.txt') => {
  const chat = await chatOf(text, { path });
  const messages = (await messagesOf(chat)).map(({ at, sender, text: said }) => [at, sender, said]);
  return { app: chat.app, codes: codesOf(chat), messages };
};

const WEB = '[09:15, 13/12/2024] Ann Lee: bed 4\nMRSA\n[09:16, 13/12/2024] Sam: ok';
const READ = [
  ['2024-12-13T09:15', 'Ann Lee', 'bed 4\nMRSA'],
  ['2024-12-13T09:16', 'Sam', 'ok'],
];

describe('a pasted chat', () => {
  it('from WhatsApp Web is read', async () => {
    expect(await shown(WEB)).toEqual({ app: 'whatsapp', codes: [], messages: READ });
  });

  it('from Telegram is read; the order of day and month is told from the whole of it', async () => {
    const copied = 'Ann Lee, [03/12/2024 09:15]\nbed 4\nMRSA\n\nSam, [13.12.2024 09:16:02]:\nok\n';
    expect(await shown(copied)).toEqual({
      app: 'telegram',
      codes: [],
      messages: [
        ['2024-12-03T09:15', 'Ann Lee', 'bed 4\nMRSA'],
        ['2024-12-13T09:16:02', 'Sam', 'ok'],
      ],
    });
    expect((await shown('Ann Lee, [03/12/2024 09:15]\nbed 4\n')).codes).toEqual(['date-order-assumed']);
  });

  it('in an e-mail is read without its marks', async () => {
    for (const mark of ['> ', '>', '> > ']) expect((await shown(WEB.replace(/^/gm, mark))).messages).toEqual(READ);
    const answer = `Please see below\n\n${WEB.replace(/^/gm, '> ')}`;
    expect(await shown(answer)).toMatchObject({ codes: ['lines-before-first-message'], messages: READ });
  });

  it('in an e-mail that was saved as UTF-16 is read, and that is said', async () => {
    const text = `\ufeff${WEB.replace(/^/gm, '> ')}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
    expect(await shown(bytes)).toMatchObject({ codes: ['decoded-utf-16'], messages: READ });
  });
});
