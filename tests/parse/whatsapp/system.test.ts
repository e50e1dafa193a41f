// What the app itself says, and how it is told from what people say.

import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/model.ts';
import { readSystemLine } from '../../../src/parse/whatsapp/system.ts';
import { WORDINGS } from '../../../src/parse/whatsapp/system-wordings.ts';
import { chatOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const nobody = (): boolean => false;
const eventOf = (text: string, people: readonly string[] = []) =>
  readSystemLine(text, (name) => people.includes(name))?.event;

async function android(...rests: string[]): Promise<Message[]> {
  return messagesOf(await chatOf(rests.map((rest) => `13/10/2020, 00:14 - ${rest}\n`).join('')));
}

async function ios(...rests: string[]): Promise<Message[]> {
  return messagesOf(await chatOf(rests.map((rest) => `[13/10/2020, 00:14:07] ${rest}\r\n`).join('')));
}

describe('system wordings', () => {
  it.each(WORDINGS.map((wording) => wording))('$sample', (wording) => {
    expect(readSystemLine(wording.sample, nobody)?.event.type).toBe(wording.type);
    expect(WORDINGS.find(({ regex }) => regex.test(wording.sample))).toBe(wording);
  });

  it.each([
    ['Jo added Sam, Kim and Alex', { type: 'added', actor: 'Jo', members: ['Sam', 'Kim', 'Alex'] }],
    ['You added +44 7700 900123', { type: 'added', actor: 'You', members: ['+44 7700 900123'] }],
    [
      '\u202a+44\u00a07700\u00a0900123\u202c left',
      { type: 'left', actor: '+44 7700 900123', members: ['+44 7700 900123'] },
    ],
    ["~\u202fKit joined using this group's invite link", { type: 'joined', actor: '~ Kit', members: ['~ Kit'] }],
    ['Jo joined from the community', { type: 'joined', actor: 'Jo', members: ['Jo'] }],
    ['Sam was added by Jo', { type: 'added', actor: 'Jo', members: ['Sam'] }],
    ['Jo added you to a group in the community: St Elsewhere: all', { type: 'added', actor: 'Jo', members: ['you'] }],
    ['Jo changed the subject from "A: 1" to "B: 2"', { type: 'renamed', actor: 'Jo', members: [], value: 'B: 2' }],
    ["Jo changed the group name to 'Z'", { type: 'renamed', actor: 'Jo', members: [], value: 'Z' }],
    ['Jo named the group Bay 2.', { type: 'renamed', actor: 'Jo', members: [], value: 'Bay 2' }],
    ['You created group “Ward 7”', { type: 'created', actor: 'You', members: [], value: 'Ward 7' }],
    ['Jo created the group', { type: 'created', actor: 'Jo', members: [] }],
    ['Jo turned off disappearing messages.', { type: 'timer', actor: 'Jo', members: [], value: 'off' }],
    [
      "Jo updated the message timer. New messages will disappear from this chat 24 hours after they're sent, except when kept.",
      { type: 'timer', actor: 'Jo', members: [], value: '24 hours' },
    ],
    ['Jo made Sam an admin', { type: 'admin', actor: 'Jo', members: ['Sam'] }],
    ['Jo removed Sam as admin', { type: 'admin', actor: 'Jo', members: ['Sam'] }],
    ['Jo removed the group description', { type: 'described', actor: 'Jo', members: [] }],
    [
      'Messages to this group are now secured with end-to-end encryption. Tap for more info.',
      { type: 'encryption', members: [] },
    ],
    ['Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.', { type: 'encryption', members: [] }],
    ['Les messages et les appels sont chiffrés de bout en bout.', { type: 'encryption', members: [] }],
    ['Los mensajes y las llamadas están cifrados de extremo a extremo.', { type: 'encryption', members: [] }],
  ])('%s', (text, event) => {
    expect(eventOf(text)).toEqual(event);
  });

  it('cost little even on lines made to cost much', () => {
    for (const { sample } of WORDINGS) {
      const line = `${sample} `.repeat(Math.ceil(600 / sample.length));
      const start = performance.now();
      for (let i = 0; i < 20; i++) readSystemLine(`${line.slice(0, 599)}\u0001`, nobody);
      expect(performance.now() - start, sample).toBeLessThan(1000);
    }
  });

  it('do not divide a name that is known as a whole, nor keep the full stop of the sentence', () => {
    expect(eventOf('Jo added Smith, Pat and Kim', ['Smith, Pat and Kim'])?.members).toEqual(['Smith, Pat and Kim']);
    expect(eventOf('Jo added Sam.', ['Sam'])?.members).toEqual(['Sam']);
    expect(eventOf('Jo added Sam Jr.', ['Sam Jr.'])?.members).toEqual(['Sam Jr.']);
  });
});

describe('on Android', () => {
  it('every line without a sender is of the app, known or not', async () => {
    expect(await android('Jo: hi', 'Something new')).toMatchObject([
      { kind: 'said', sender: 'Jo' },
      { kind: 'system', sender: '', text: 'Something new', system: { type: 'other', members: [] } },
    ]);
  });

  it.each([
    'Jo changed the subject from "A: 1" to "B"',
    'Jo added you to a group in the community: St Elsewhere',
    'Jo named the group Bay: 2.',
    'Your security code with DS: Kit changed. Tap to learn more.',
    'Jo added Kit: bank nurse',
  ])('a line of the app may hold a colon: %s', async (text) => {
    expect(await android('Jo: hi', text)).toMatchObject([{ kind: 'said' }, { kind: 'system', text }]);
  });

  it.each([
    ['Jo: I changed the subject from "a: b" to "c: d"', 'Jo'],
    ['Jo: Sam left: he was tired', 'Jo'],
    ['Jo: added two beds: 4 and 5', 'Jo'],
    ['You: hello', 'You'],
  ])('a person may use the words of the app: %s', async (text, sender) => {
    expect((await android(text))[0]).toMatchObject({ kind: 'said', sender });
  });

  it('a deed of a known person, once before a colon, is of the app though its wording is not known', async () => {
    expect(await android('Jo: hi', 'Jo muted the group: for 8 hours', 'Kit muted: hi')).toMatchObject([
      {},
      { kind: 'system', text: 'Jo muted the group: for 8 hours', system: { type: 'other' } },
      { kind: 'said', sender: 'Kit muted' },
    ]);
  });

  it('a sender who writes again and again is no system line, whatever the name', async () => {
    expect(await android('Kit added 2023: hi', 'Kit added 2023: bed 4?', 'Kit added 2023: ok')).toMatchObject([
      { sender: 'Kit added 2023', text: 'hi' },
      { sender: 'Kit added 2023' },
      { sender: 'Kit added 2023' },
    ]);
  });
});

describe('on iPhones', () => {
  const notice = `Ward 7: ${LRM}Messages and calls are end-to-end encrypted.`;

  it('a line of the group is of the app, even in words that are not known', async () => {
    expect(await ios(notice, 'Jo: hi', `Ward 7: ${LRM}Some new notice: look`)).toMatchObject([
      { kind: 'system', sender: '', system: { type: 'encryption' } },
      { kind: 'said', sender: 'Jo' },
      { kind: 'system', sender: '', text: 'Some new notice: look', system: { type: 'other' } },
    ]);
  });

  it('a line of the group is of the app though the notice that names the group is gone', async () => {
    expect(await ios('Jo: hi', `Ward 7: ${LRM}Jo added Sam`, `Ward 7: ${LRM}Some new notice`)).toMatchObject([
      { kind: 'said' },
      { kind: 'system', system: { type: 'added', actor: 'Jo' } },
      { kind: 'system', sender: '', text: 'Some new notice' },
    ]);
  });

  it('a line under the name of who did it is of the app', async () => {
    expect(
      await ios(notice, `Jo: ${LRM}Jo added Sam`, `Jo: ${LRM}You removed Sam`, `Jo: ${LRM}Jo did a thing not known`),
    ).toMatchObject([
      { kind: 'system' },
      { kind: 'system', sender: '', text: 'Jo added Sam', system: { type: 'added', actor: 'Jo', members: ['Sam'] } },
      { kind: 'system', text: 'You removed Sam', system: { actor: 'You' } },
      { kind: 'system', system: { type: 'other', actor: 'Jo' } },
    ]);
  });

  it("a sentence of the app under the name of the group is nobody's message", async () => {
    expect(await ios(notice, `Ward 7: ${LRM}Waiting for this message. This may take a while.`)).toMatchObject([
      {},
      { kind: 'system', text: 'Waiting for this message. This may take a while.' },
    ]);
  });

  it('a message of a person is theirs, though it begins with a mark', async () => {
    expect(await ios(notice, `Jo: ${LRM}bed 4 is ready`)).toMatchObject([
      {},
      { kind: 'said', sender: 'Jo', text: 'bed 4 is ready' },
    ]);
  });

  it('in a chat of two, the other person is not taken for the app', async () => {
    const messages = await ios(
      `Jo: ${LRM}Messages and calls are end-to-end encrypted.`,
      'Jo: I left',
      `Jo: ${LRM}bed 4`,
      'Me: ok',
      `Jo: ${LRM}Missed voice call`,
    );
    expect(messages).toMatchObject([
      { kind: 'system' },
      { kind: 'said', sender: 'Jo', text: 'I left' },
      { kind: 'said', sender: 'Jo', text: 'bed 4' },
      { kind: 'said' },
      { kind: 'system', system: { type: 'call' } },
    ]);
  });

  it('lines before 2021 have no sender', async () => {
    expect(await ios('Jo: hi', `${LRM}Jo left`)).toMatchObject([
      {},
      { kind: 'system', text: 'Jo left', system: { type: 'left' } },
    ]);
  });

  it('are still told apart when the marks were lost', async () => {
    const messages = await ios(
      'Ward 7: Messages and calls are end-to-end encrypted.',
      'Jo: I left',
      'Ward 7: Jo added Sam',
      'Jo: Jo left',
      'Sam: Pat left',
    );
    expect(messages.map(({ kind }) => kind)).toEqual(['system', 'said', 'system', 'system', 'said']);
  });
});

describe('on the Web', () => {
  it('a hyphen stands in place of a sender', async () => {
    const chat = await chatOf('[3/18/22, 2:56:01 PM] - Jo: Smith created the group\n[3/18/22, 2:56:02 PM] You: hi\n');
    expect(await messagesOf(chat)).toMatchObject([
      { kind: 'system', text: 'Jo: Smith created the group', system: { type: 'created' } },
      { kind: 'said', sender: 'You', text: 'hi' },
    ]);
  });

  it('notices without a time are records, with the time of the first header', async () => {
    const chat = await chatOf(
      'Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\nSome earlier messages may not be available.\n[3/4/22, 2:56:01 PM] You: hi\n',
    );
    expect(await messagesOf(chat)).toMatchObject([
      { index: 1, line: 1, kind: 'system', at: '2022-03-04T14:56:01', system: { type: 'encryption' } },
      { index: 2, line: 2, kind: 'system', system: { type: 'earlier-messages-missing' } },
      { index: 3, line: 3, kind: 'said', sender: 'You' },
    ]);
    expect(chat.layout).toBe('whatsapp-web');
    expect(chat.issues.map(({ code }) => code)).toEqual(['earlier-messages-missing']);
  });
});
