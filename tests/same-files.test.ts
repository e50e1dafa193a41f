// The same photo in several chats: told where its bytes are the same, or its look and its writing; never by looks alone.

import { describe, expect, it } from 'vitest';
import type { Extract } from '../src/extract/extract.ts';
import { sameFiles } from '../src/same-files.ts';

const WRITING = 'Ward 7B handover: Doris Whitcombe, CT head, falls risk, bloods at six';

const photo = (digest: string, likeness: string, text = WRITING): Extract => ({
  kind: 'image',
  digest,
  likeness,
  passages: [{ place: 'top', text, by: 'seen' }],
  facts: [],
  unread: [],
  absent: [],
});

function told(...sent: (readonly [Extract, string])[]) {
  const files = sameFiles();
  for (const [at, [extract, chat]] of sent.entries()) files.add(extract, { chat, index: at + 1 });
  return files.inSeveralChats();
}

const ONE = '00ff00ff00ff00ff';
const NEARLY = '00ff00ff00ff00f0';
const OTHER = 'ff00ff00ff00ff00';

describe('a photo in several chats', () => {
  it('is told with the messages that brought it', () => {
    expect(told([photo('x', ONE), 'a'], [photo('x', ONE), 'b'], [photo('x', ONE), 'b'])).toEqual([
      {
        how: 'same-bytes',
        sentIn: [
          { chat: 'a', index: 1 },
          { chat: 'b', index: 2 },
          { chat: 'b', index: 3 },
        ],
      },
    ]);
  });

  it('is known again when an app has made it smaller, and a few letters are read otherwise', () => {
    const again = photo('y', NEARLY, WRITING.replace('Doris', 'Dons'));
    expect(told([photo('x', ONE), 'a'], [again, 'b'])).toMatchObject([{ how: 'alike' }]);
  });

  it('is another where it looks alike and says something else, or says too little', () => {
    const form = photo('y', NEARLY, 'Ward 7B handover: Brian Okafor, sepsis, antibiotics, transport today, home');
    expect(told([photo('x', ONE), 'a'], [form, 'b'])).toEqual([]);
    expect(told([photo('x', ONE, 'Ward 7B'), 'a'], [photo('y', NEARLY, 'Ward 7B'), 'b'])).toEqual([]);
    expect(told([photo('x', ONE), 'a'], [photo('y', OTHER), 'b'])).toEqual([]);
  });

  it('sent twice in one chat is no matter of several chats', () => {
    expect(told([photo('x', ONE), 'a'], [photo('x', ONE), 'a'])).toEqual([]);
  });

  it('that could not be opened is not taken for another one', () => {
    const { likeness: _, ...unread } = photo('', ONE);
    expect(told([unread, 'a'], [unread, 'b'])).toEqual([]);
  });
});
