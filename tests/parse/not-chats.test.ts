// What comes with a download and is no chat is listed with the reason; anything that may hold messages is not taken for it.

import { describe, expect, it } from 'vitest';
import { findChats } from '../../src/parse/parse.ts';
import { fileOf } from './files.ts';

const CHAT = '05/10/2020, 00:14 - Jo: hi\n13/10/2020, 00:15 - Sam: hello\n';

async function reasonOf(path: string, content: string): Promise<string | undefined> {
  const files = [fileOf('chats/WhatsApp Chat with Ward 7.txt', CHAT), fileOf(path, content)];
  const { notExamined, issues } = await findChats(files, { sourcePath: 'all.zip' });
  expect(issues).toEqual(notExamined.map(({ reason }) => ({ code: reason, count: 1 })));
  return notExamined[0]?.reason;
}

describe('a file that is no chat', () => {
  it.each([
    ['account-data', 'messages/autofill_information.json', '{"autofill_information_v2":{"FULL_NAME":["Sam Reed"]}}'],
    ['account-data', 'connections/followers/followers_1.json', '[{"title":"","string_list_data":[{"value":"kit"}]}]'],
    ['account-data', 'preferences/language.html', '<html><body><div class="_a6-g">en_GB</div></body></html>'],
    ['account-data', 'your_instagram_activity/likes/liked_posts.json', '{"likes_media_likes":[{"title":"kit"}]}'],
    [
      'account-data',
      'your_facebook_activity/posts/your_posts_1.html',
      '<html><body class="_a706">My post</body></html>',
    ],
    ['legal-return', 'records.html', '<html><body>Facebook Business Record <b>Account Identifier</b></body></html>'],
    ['legal-return', 'preservation-1.html', '<html><body><b>Unified Messages</b></body></html>'],
    ['page-design', 'css/style.css', 'body { margin: 0 }'],
    ['page-design', 'js/script.js', '"use strict";\nfunction a() {}'],
  ])('is %s: %s', async (reason, path, content) => {
    expect(await reasonOf(path, content)).toBe(reason);
  });

  it.each([
    ['preferences/unknown.json', '{"things":[{"sender":"Kit","text":"bed 4"}]}'],
    ['css/style.css', 'Dear Sam, bed 4 is back'],
    ['records.html', '<html><body>Ward records</body></html>'],
    ['messages/inbox/ward/notes.html', '<html><body><div class="_a6-g">bed 4</div></body></html>'],
  ])('that may hold messages is said to be not recognised: %s', async (path, content) => {
    expect(await reasonOf(path, content)).toBe('chat-not-recognised');
  });

  it('is a page of a chat that was read from JSON beside it', async () => {
    const page = fileOf('html/chat_history/subpage_kit_m.html', '<html><body>bed 4</body></html>');
    const alone = await findChats([page, fileOf('a.txt', CHAT)], { sourcePath: 'mydata.zip' });
    expect(alone.notExamined.map(({ reason }) => reason)).toEqual(['chat-not-recognised']);
    const json =
      '{"kit_m":[{"From":"kit_m","Media Type":"TEXT","Created":"2024-12-03 09:15:00 UTC","Content":"bed 4"}]}';
    const both = await findChats([page, fileOf('json/chat_history.json', json)], { sourcePath: 'mydata.zip' });
    expect(both.issues).toEqual([{ code: 'pages-of-read-chats', count: 1 }]);
    expect(both.chats).toHaveLength(1);
  });

  it('says by itself that there is no chat in it, and why', async () => {
    const found = await findChats([fileOf('records.html', '<html>Instagram Business Record</html>')], {
      sourcePath: 'records.html',
    });
    expect(found.issues.map(({ code }) => code)).toEqual(['legal-return', 'no-chat']);
  });
});
