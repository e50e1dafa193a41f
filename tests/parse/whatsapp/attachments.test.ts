// What the app puts where a file was, and what the sender typed with it.

import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/model.ts';
import { chatOf, messagesOf } from '../files.ts';

const LRM = '\u200e';
const HEADS = {
  android: '13/10/2020, 00:14 - ',
  ios: '[13/10/2020, 00:14:07] ',
  web: '[10/13/20, 12:14:07 AM] ',
} as const;

async function read(layout: keyof typeof HEADS, body: string, lineMark = ''): Promise<Message> {
  const opening = {
    android: '',
    ios: `${HEADS.ios}Ward: ${LRM}Messages and calls are end-to-end encrypted.\r\n`,
    web: `${HEADS.web}- Jo left\n`,
  }[layout];
  const messages = await messagesOf(
    await chatOf(`${opening}${lineMark}${HEADS[layout]}Jo: ${body}${layout === 'ios' ? '\r\n' : '\n'}`),
  );
  return messages.at(-1)!;
}

describe('attachments', () => {
  it.each([
    ['android', 'IMG-20201013-WA0001.jpg (file attached)', 'IMG-20201013-WA0001.jpg', 'image', ''],
    [
      'android',
      'IMG-20201013-WA0001.jpg (file attached)\nbed 4\n\nnow',
      'IMG-20201013-WA0001.jpg',
      'image',
      'bed 4\n\nnow',
    ],
    ['android', `${LRM}PTT-20201013-WA0001.opus (file attached)`, 'PTT-20201013-WA0001.opus', 'voice-note', ''],
    ['android', 'AUD-20201013-WA0001.m4a (file attached)', 'AUD-20201013-WA0001.m4a', 'voice-note', ''],
    ['android', 'STK-20201013-WA0001.webp (file attached)', 'STK-20201013-WA0001.webp', 'sticker-gif', ''],
    ['android', 'VID-20201013-WA0001.mp4 (Datei angehängt)', 'VID-20201013-WA0001.mp4', 'video', ''],
    ['android', 'Letter (J Smith) v1.2.pdf (file attached)', 'Letter (J Smith) v1.2.pdf', 'document', ''],
    ['android', 'Kim Lee.vcf (file attached)', 'Kim Lee.vcf', 'contact-card', ''],
    ['android', 'IMG-20201013-WA0001.jpg (some other language)', 'IMG-20201013-WA0001.jpg', 'image', ''],
    ['android', '<Media omitted>', '', 'omitted', ''],
    ['android', '<Media omitted>\nbed 4', '', 'omitted', 'bed 4'],
    ['android', '<Medien ausgeschlossen>', '', 'omitted', ''],
    ['android', 'null', '', 'omitted', ''],
    [
      'ios',
      `${LRM}<attached: 00000042-PHOTO-2024-12-03-09-15-02.jpg>`,
      '00000042-PHOTO-2024-12-03-09-15-02.jpg',
      'image',
      '',
    ],
    [
      'ios',
      `${LRM}<attached: 00000042-PHOTO-2024-12-03-09-15-02.jpg> bed 4\nnow`,
      '00000042-PHOTO-2024-12-03-09-15-02.jpg',
      'image',
      'bed 4\nnow',
    ],
    [
      'ios',
      `${LRM}<attached: 00000042-AUDIO-2024-12-03-09-15-02.opus>`,
      '00000042-AUDIO-2024-12-03-09-15-02.opus',
      'voice-note',
      '',
    ],
    [
      'ios',
      `${LRM}<attached: 00000042-GIF-2024-12-03-09-15-02.mp4>`,
      '00000042-GIF-2024-12-03-09-15-02.mp4',
      'sticker-gif',
      '',
    ],
    [
      'ios',
      `${LRM}<angehängt: 00000042-VIDEO-2024-12-03-09-15-02.mp4>`,
      '00000042-VIDEO-2024-12-03-09-15-02.mp4',
      'video',
      '',
    ],
    ['ios', `${LRM}<pièce jointe : 00000042-Lettre.pdf>`, '00000042-Lettre.pdf', 'document', ''],
    ['ios', `Letter.pdf • ${LRM}2 pages ${LRM}<attached: 00000042-Letter.pdf>`, '00000042-Letter.pdf', 'document', ''],
    [
      'ios',
      `Letter.pdf • ${LRM}1 page ${LRM}<attached: 00000042-Letter.pdf> for bed 4`,
      '00000042-Letter.pdf',
      'document',
      'for bed 4',
    ],
    ['ios', `${LRM}<attached: 00000042-a > b.docx> see <c.pdf>`, '00000042-a > b.docx', 'document', 'see <c.pdf>'],
    ['ios', `Letter.docx ${LRM}<attached: 00000042-Letter.docx>`, '00000042-Letter.docx', 'document', ''],
    [
      'ios',
      `for bed 4 ${LRM}<attached: 00000042-PHOTO-2024-12-03-09-15-02.jpg>`,
      '00000042-PHOTO-2024-12-03-09-15-02.jpg',
      'image',
      'for bed 4',
    ],
    ['ios', `Letter.pdf • ${LRM}2 pages ${LRM}document omitted`, 'Letter.pdf', 'document', ''],
    ['ios', '2015-08-04-PHOTO-00004762.jpg <attached>', '2015-08-04-PHOTO-00004762.jpg', 'image', ''],
    ['ios', `${LRM}image omitted`, '', 'image', ''],
    ['ios', 'image omitted', '', 'image', ''],
    ['ios', `${LRM}Contact card omitted`, '', 'contact-card', ''],
    ['ios', `${LRM}GIF omitted`, '', 'sticker-gif', ''],
    ['ios', `${LRM}obrázek vynechán`, '', 'image', ''],
    [
      'ios',
      `${LRM}You received a view once message. For added privacy, you can only open it on your phone.`,
      '',
      'view-once',
      '',
    ],
    ['web', 'a b.pdf (file attached) see page 2', 'a b.pdf', 'document', 'see page 2'],
    ['web', '<image omitted> bed 4', '', 'image', 'bed 4'],
    ['web', '<voice message omitted>', '', 'voice-note', ''],
    ['web', 'GIF attached', '', 'sticker-gif', ''],
    ['web', 'Contact: Kim Lee', '', 'contact-card', 'Contact: Kim Lee'],
    [
      'ios',
      `${LRM}Location: https://maps.google.com/?q=51.5,-0.12`,
      '',
      'location',
      'Location: https://maps.google.com/?q=51.5,-0.12',
    ],
    [
      'android',
      'location: https://maps.google.com/?q=51.5,-0.12',
      '',
      'location',
      'location: https://maps.google.com/?q=51.5,-0.12',
    ],
  ] as const)('%s: %s', async (layout, body, name, kind, text) => {
    const message = await read(layout, body);
    expect(message).toMatchObject({ kind: 'said', sender: 'Jo', text, attachments: [{ name, kind }] });
  });

  it('of iPhones in a language that is not known are told by their marks, and the words are kept', async () => {
    const message = await read('ios', `${LRM}bilde utelatt`, LRM);
    expect(message).toMatchObject({ attachments: [{ name: '', kind: 'omitted' }], text: 'bilde utelatt' });
  });

  it.each([
    ['android', 'image omitted'],
    ['android', 'see the guideline.pdf (page 4)'],
    ['android', 'she said (file attached) but it was not'],
    ['android', 'I sent the form (file attached)'],
    ['android', '<3'],
    ['android', '<bed 4 obs>'],
    ['ios', 'the <attached: x.pdf> thing'],
    ['ios', `a ${LRM}<b> c`],
    ['web', 'Poll position'],
  ] as const)('are not what a person typed: %s: %s', async (layout, text) => {
    expect(await read(layout, text)).toMatchObject({ kind: 'said', text, attachments: [], marks: [] });
  });
});

describe('marks of a message', () => {
  it.each([
    ['android', 'This message was deleted', 'deleted', ''],
    ['android', 'You deleted this message', 'deleted', ''],
    ['ios', `${LRM}This message was deleted.`, 'deleted', ''],
    ['ios', `${LRM}This message was deleted by admin Kim.`, 'deleted', ''],
    ['android', 'bed 4 <This message was edited>', 'edited', 'bed 4'],
    ['ios', `bed 4\nor 5 ${LRM}<This message was edited>`, 'edited', 'bed 4\nor 5'],
    ['ios', `Bett 4 ${LRM}<Diese Nachricht wurde bearbeitet>`, 'edited', 'Bett 4'],
    ['android', 'Waiting for this message. This may take a while.', 'undecrypted', ''],
    [
      'ios',
      `${LRM}POLL:\nWho can cover?\n${LRM}OPTION: Jo (2 votes)`,
      'poll',
      `POLL:\nWho can cover?\n${LRM}OPTION: Jo (2 votes)`,
    ],
    ['web', 'Poll: Who?\n    - Jo\n    - Sam', 'poll', 'Poll: Who?\n    - Jo\n    - Sam'],
    ['web', '[Forwarded many times] bed 4', 'forwarded', 'bed 4'],
  ] as const)('%s: %s', async (layout, body, mark, text) => {
    expect(await read(layout, body)).toMatchObject({
      kind: 'said',
      sender: 'Jo',
      text,
      attachments: [],
      marks: [mark],
    });
  });

  it('and an attachment may stand together', async () => {
    const body = `${LRM}<attached: 00000042-PHOTO-2024-12-03-09-15-02.jpg> bed 4 ${LRM}<This message was edited>`;
    expect(await read('ios', body)).toMatchObject({
      text: 'bed 4',
      attachments: [{ kind: 'image' }],
      marks: ['edited'],
    });
  });

  it('leave what a person typed as it is, spaces, marks and all', async () => {
    for (const text of [' bed  4 ', `a${LRM}b`, '\u200fשלום', '*bold* _it_', 'x\u2028y', '']) {
      expect((await read('android', text)).text).toBe(text);
    }
  });
});
