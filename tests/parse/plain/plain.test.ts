// Text that is no chat: scanned by line where nothing else is a chat, and never taken for one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../src/model.ts';
import { findChats } from '../../../src/parse/parse.ts';
import { codesOf, fileOf, messagesOf } from '../files.ts';

const LETTER = 'Dear colleague,\n\nplease see bed 4.\nYours, Jo\n';
const CHAT = '05/10/2021, 00:14 - Kim: hello\n13/10/2021, 00:15 - Pat: hello\n';
const find = (...files: SourceFile[]) => findChats(files, { sourcePath: 'all.zip' });

describe('a text that is no chat', () => {
  it('is scanned by line, as of nobody and without a date, and said to be no chat', async () => {
    const { chats, issues, notExamined } = await find(fileOf('letter.txt', LETTER));
    const [chat] = chats;
    if (!chat) throw new Error('no chat');
    expect((await messagesOf(chat)).map(({ at, sender, text, line }) => [at, sender, text, line])).toEqual([
      ['0000-01-01T00:00', '?', 'Dear colleague,', 1],
      ['0000-01-01T00:00', '?', 'please see bed 4.', 3],
      ['0000-01-01T00:00', '?', 'Yours, Jo', 4],
    ]);
    expect(chat).toMatchObject({ app: 'text', participants: [], dateOrder: { certain: false } });
    expect(codesOf(chat)).toEqual(['scanned-by-line']);
    expect([issues, notExamined]).toEqual([[], []]);
  });

  it('is scanned in an archive that holds no chat, each text by itself; pictures are listed', async () => {
    const picture = fileOf('x.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    const { chats, notExamined } = await find(fileOf('a.txt', LETTER), fileOf('b.json', '{"a":"bed 4"}'), picture);
    expect(chats.map(({ path, counts }) => [path, counts.records])).toEqual([
      ['a.txt', 3],
      ['b.json', 1],
    ]);
    expect(notExamined.map(({ path }) => path)).toEqual(['x.jpg']);
  });

  it('is only listed beside a chat', async () => {
    const { chats, notExamined } = await find(fileOf('_chat.txt', CHAT), fileOf('README.txt', LETTER));
    expect(chats.map(({ app }) => app)).toEqual(['whatsapp']);
    expect(notExamined).toEqual([{ path: 'README.txt', kind: 'document', reason: 'chat-not-recognised' }]);
  });

  it('is only listed in a folder of archives, where it came with them', async () => {
    const files = [fileOf('expected.json', '{"a":"bed 4"}'), fileOf('letter.txt', LETTER)];
    for (const some of [files, files.slice(1)]) {
      const found = await findChats(some, { sourcePath: 'exports', besideArchives: true });
      expect(found.chats).toEqual([]);
      expect(found.issues).toEqual([{ code: 'chat-not-recognised', count: some.length }]);
      expect(found.notExamined.map(({ path, reason }) => [path, reason])).toEqual(
        some.map(({ path }) => [path, 'chat-not-recognised']),
      );
    }
  });

  it('is no reason to pass over a loose chat in a folder of archives', async () => {
    const files = [fileOf('letter.txt', LETTER), fileOf('ward.txt', CHAT)];
    const { chats } = await findChats(files, { sourcePath: 'exports', besideArchives: true });
    expect(chats.map(({ path }) => path)).toEqual(['ward.txt']);
  });

  it('is read without the tags of a page, and never what a page would run', async () => {
    const page = '<!DOCTYPE html><html><head><script>bed 9</script></head><body><p>bed&nbsp;4<br>x</p></body></html>';
    const { chats } = await find(fileOf('a.html', page));
    const texts = chats[0] ? (await messagesOf(chats[0])).map(({ text }) => text) : [];
    expect(texts).toEqual(['bed\u00a04', 'x']);
  });

  it('loses no word, however long a line is', async () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 900 });
    await fc.assert(
      fc.asyncProperty(words, async (all) => {
        const { chats } = await find(fileOf('a.txt', all.join(' ')));
        const read = chats[0] ? await messagesOf(chats[0]) : [];
        expect(read.flatMap(({ text }) => text.trim().split(' '))).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });
});
