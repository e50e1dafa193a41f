import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NotExamined, Participant } from '../../src/model.ts';
import { distinctPaths, type FindIdentifying, redactor } from '../../src/report/redact.ts';

/** Stands in for the detectors: knows one full name, one phone number and one NHS number. */
const find: FindIdentifying = (text) =>
  [
    { form: /Margaret Hale/g, category: 'patient.identifier.name-full' },
    { form: /07700 900123/g, category: 'patient.identifier.phone' },
    { form: /999 000 0018/g, category: 'patient.identifier.nhs-number' },
    { form: /oddity/g, category: 'patient.identifier.distinctive' },
  ].flatMap(({ form, category }) =>
    [...text.matchAll(form)].map(({ index, 0: hit }) => ({ start: index, end: index + hit.length, category })),
  );

const people = (...names: string[]): Participant[] => names.map((name) => ({ name, said: 1 }));
const group = redactor(people('Priya Raman', 'Sister Kate AMU', '+44 7700 900456'), find);
const unknown = redactor([], find);

describe('senders', () => {
  it('get pseudonyms in the order of the participants', () => {
    expect(['Sister Kate AMU', 'Priya Raman', 'Sister Kate AMU'].map(group.sender)).toEqual(['S2', 'S1', 'S2']);
  });

  it('who are not in the list get the next numbers', () => {
    const { sender } = redactor(people('A', 'B'), find);
    expect(['C', '__proto__', 'C', 'A'].map(sender)).toEqual(['S3', 'S4', 'S3', 'S1']);
  });

  it('of a system line stay empty', () => {
    expect(group.sender('')).toBe('');
  });
});

describe('participants', () => {
  it('are told apart by how the export shows them', () => {
    const { participants } = redactor(people('Jo Hale', '\u202a+44 7700\u00a0900456\u202c', '~\u202fJo'), find);
    expect(participants()).toEqual([
      { id: 'S1', shown: 'name', said: 1 },
      { id: 'S2', shown: 'number', said: 1 },
      { id: 'S3', shown: 'push-name', said: 1 },
    ]);
  });
});

describe('titles', () => {
  it('of direct chats never show the name', () => {
    const direct = redactor(people('Me', 'Zdenka Oyelaran'), find);
    expect(direct.title('Zdenka Oyelaran', 'direct')).toBe('direct chat with S2');
  });

  it('of direct chats show nothing when the name is not a participant', () => {
    expect(unknown.title('Zdenka Oyelaran', 'direct')).toBe('direct chat');
  });

  it('of groups keep the ward', () => {
    expect(group.title('Maple Ward nights 🌙', 'group')).toBe('Maple Ward nights 🌙');
  });

  it('of groups that have none are said to be missing', () => {
    expect(group.title('', 'group')).toBe('group without a title');
  });

  it('of groups lose names and identifiers that the detectors find', () => {
    expect(group.title('Margaret Hale 07700 900123 / 999 000 0018 oddity', 'group')).toBe(
      '[name] [phone] / [number] [hidden]',
    );
  });

  it("of groups lose every part of a participant's name, in any case and run together", () => {
    expect(group.title("PRIYA's leaving do, RamanTeam, priya_raman", 'group')).toBe(
      "[name]'s leaving do, [name]Team, [name]",
    );
  });

  it('keep a word of a saved name that says where somebody works', () => {
    expect(group.title('AMU nights with Kate', 'group')).toBe('AMU nights with [name]');
  });

  it('lose a name that is hidden by invisible marks or wide letters', () => {
    expect(group.title('Pri\u200bya \uff32aman\u202e', 'group')).toBe('[name]');
  });

  it('lose long numbers even where no detector speaks up', () => {
    expect(group.title('pt 9990000018', 'group')).toBe('pt [number]');
  });

  it('are cut when they are very long', () => {
    expect([...group.title('ward '.repeat(1000), 'group')].length).toBe(201);
  });

  it('never show a word of a name, wherever it stands', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const shown = group.title(`${before} Raman ${after}`, 'group');
        expect(shown).not.toMatch(/\bRaman\b/i);
      }),
    );
  });
});

describe('paths', () => {
  it('show names that apps make as they are', () => {
    for (const name of [
      '_chat.txt',
      'chat.md',
      'IMG-20241203-WA0003.jpg',
      'PTT-20241203-WA0001.opus',
      '00000042-PHOTO-2024-12-03-09-15-02.jpg',
      '2015-08-04-PHOTO-00004762.jpg',
    ]) {
      expect(unknown.path(name)).toBe(name);
    }
  });

  it('do not take a name with an odd ending for one that an app made', () => {
    expect(unknown.attachment('IMG-20241203-WA0003.Hale')).toBe('[name hidden 1]');
  });

  it('keep what the app wrote around the title of a chat and hide the title', () => {
    expect(unknown.path('WhatsApp Chat with Zdenka Oyelaran.zip')).toBe('WhatsApp Chat with [name].zip');
    expect(unknown.path('in/WhatsApp Chat - Zdenka Oyelaran (1).zip')).toBe('in/WhatsApp Chat - [name] (1).zip');
    expect(unknown.path('WhatsApp_Chat_with_Zdenka.txt', 'direct')).toBe('WhatsApp_Chat_with_[name].txt');
  });

  it('show the title of a group, masked', () => {
    expect(group.path('WhatsApp Chat with Priya and Maple Ward.txt', 'group')).toBe(
      'WhatsApp Chat with [name] and Maple Ward.txt',
    );
  });

  it('mask each segment and keep the separators', () => {
    expect(unknown.path('case 12/Margaret Hale.zip!/inner\\Margaret_Hale.txt')).toBe(
      'case 12/[name].zip!/inner\\[name].txt',
    );
  });

  it('hide the account name of whoever runs the scan', () => {
    expect(unknown.path('/home/zdenka/in/a.zip')).toBe('/home/[user]/in/a.zip');
    expect(unknown.path('C:\\Users\\zdenka\\a.zip')).toBe('C:\\Users\\[user]\\a.zip');
  });

  it('are numbered when two of them look the same', () => {
    const distinct = distinctPaths();
    expect(['a.zip', 'b.zip', 'a.zip'].map(distinct)).toEqual(['a.zip', 'b.zip', 'a.zip (2)']);
  });
});

describe('paths in which an app puts a person, run together', () => {
  it.each([
    ['facebook-zdenkao-2024-12-10-Ab12.zip', 'facebook-[name]-2024-12-10-Ab12.zip'],
    ['instagram-zdenka.o-20241210.zip', 'instagram-[name]-20241210.zip'],
    ['facebook-zdenkao.zip', 'facebook-[name].zip'],
    [
      'x/messages/inbox/zdenkaoyelaran_7301220145901234/message_1.json',
      'x/messages/inbox/[name]_7301220145901234/message_1.json',
    ],
    ['messages/e2ee_cutover/zdenka/message_1.html', 'messages/e2ee_cutover/[name]/message_1.html'],
    ['Direct Messages - zdenkao [118].json', 'Direct Messages - [name] [118].json'],
    ['mpdm-zdenka--priyar-1/2024-12-03.json', 'mpdm-[name]-1/2024-12-03.json'],
  ])('%s lose the person', (raw, shown) => {
    expect(unknown.path(raw, 'group')).toBe(shown);
  });
});

describe('attachments', () => {
  it('with a name that a person gave show only their kind and a number that stays', () => {
    const { attachment } = redactor([], find);
    const names = ['Discharge Zdenka.pdf', '00000007-MH notes.docx', 'media/Discharge Zdenka.pdf'];
    expect(names.map(attachment)).toEqual([
      '[name hidden 1].pdf',
      '00000007-[name hidden 2].docx',
      '[name hidden 1].pdf',
    ]);
  });

  it('without a name stay without', () => {
    expect(unknown.attachment('')).toBe('');
  });

  it('stand masked in the ledger, in their masked folder', () => {
    const row: NotExamined = {
      chat: 'c',
      index: 3,
      path: 'Margaret Hale/x ray.jpg',
      kind: 'image',
      reason: 'media-not-read',
    };
    expect(redactor([], find).notExamined(row, 'a.zip')).toEqual({
      ...row,
      source: 'a.zip',
      path: '[name]/[name hidden 1].jpg',
    });
  });

  it('leave the names of files and archives in the ledger readable', () => {
    const row: NotExamined = { path: 'Maple Ward rota.txt', kind: 'file', reason: 'chat-not-recognised' };
    expect(unknown.notExamined(row, 'a.zip').path).toBe('Maple Ward rota.txt');
  });
});
