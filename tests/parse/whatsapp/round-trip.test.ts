// One chat, exported by three phones, is one chat.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/model.ts';
import { chatOf, messagesOf } from '../files.ts';
import { atOf, type Chat, NOTICE, PHONE_LAYOUTS, render, type Sent } from './render.ts';

const PEOPLE = [
  'Jo Bell',
  '~ Sam',
  '+44 7700 900123',
  'Ann-Marie (Ward 7) - bank',
  'Dr. Kim 🩺',
  'O’Neill, Pat',
  'DS: Kit',
];
const NOTICES = [
  'Jo Bell added Sam',
  'Jo Bell added +44 7700 900124',
  'Jo Bell removed Alex Reed',
  'Alex Reed left',
  'Jo Bell named the group Nights: bay 2.',
  'Jo Bell set the nickname for Alex Reed to Boss: the one',
  'Jo Bell changed the group description',
  "Jo Bell turned on disappearing messages. New messages will disappear from this chat 7 days after they're sent, except when kept.",
  'Jo Bell pinned a message',
  'Jo Bell made Alex Reed an admin',
  "Jo Bell reset this group's invite link",
  'Your security code with Alex: Reed changed. Tap to learn more.',
  'Jo Bell changed the group name from “Ward 7: days” to “Ward 7: nights”',
  "+44 7700 900125 joined using this group's invite link",
  'Something quite new has happened here',
];

const words = fc.constantFrom(
  'bed 4',
  'ok',
  'sats 84 :(',
  'see: below',
  'A: B: C',
  '🙏🏽',
  '12/03 10:30',
  '3.5 - 4',
  '[x]',
  '<3',
  "can't",
  'é',
  '(file)',
);
const phrase = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const text = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const caption = fc.oneof(fc.constant(''), text);
const from = fc.constantFrom(...PEOPLE);
const sent: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from, text }) },
  {
    weight: 3,
    arbitrary: fc.record({
      from,
      file: fc.constantFrom('photo' as const, 'video' as const, 'voice' as const, 'pdf' as const, 'card' as const),
      caption,
    }),
  },
  { weight: 1, arbitrary: fc.record({ from, deleted: fc.constant(true as const) }) },
  { weight: 1, arbitrary: fc.record({ from, edited: text }) },
  { weight: 3, arbitrary: fc.constantFrom(...NOTICES).map((notice) => ({ notice })) },
);
const chat: fc.Arbitrary<Chat> = fc.record({
  title: fc.constantFrom('Ward 7 nights', 'Ward 7: nights', 'Theatre - recovery 🏥', 'Teâm (A+E)'),
  sent: fc.array(sent, { minLength: 1, maxLength: 30 }),
});

/** A person with a colon in the name is known by a message that shows where the name ends. */
const known = (one: Chat): Chat => ({ ...one, sent: [...one.sent, { from: 'DS: Kit', file: 'photo', caption: '' }] });

const KIND = { photo: 'image', video: 'video', voice: 'voice-note', pdf: 'document', card: 'contact-card' } as const;

function expected(one: Sent): Partial<Message> {
  if ('notice' in one) return { kind: 'system', sender: '', text: one.notice };
  if ('text' in one) return { kind: 'said', sender: one.from, text: one.text, marks: [] };
  if ('edited' in one) return { kind: 'said', sender: one.from, text: one.edited, marks: ['edited'] };
  if ('deleted' in one) return { kind: 'said', sender: one.from, text: '', marks: ['deleted'] };
  return { kind: 'said', sender: one.from, text: one.caption };
}

const kindsOf = (one: Sent): string[] => ('file' in one ? [KIND[one.file]] : []);

describe('a chat exported by three phones', () => {
  for (const layout of PHONE_LAYOUTS) {
    it(`is read from ${layout} as it was written`, async () => {
      await fc.assert(
        fc.asyncProperty(chat.map(known), async (made) => {
          const content = render(made, layout);
          const path = layout === 'ios' ? '_chat.txt' : `WhatsApp Chat with ${made.title.replaceAll(':', '_')}.txt`;
          const messages = await messagesOf(await chatOf(content, { path }));
          expect(messages.map((message) => message.index)).toEqual([...messages.keys()].map((i) => i + 1));
          const all: Sent[] = [{ notice: NOTICE }, ...made.sent];
          expect(messages).toHaveLength(all.length);
          for (const [i, one] of all.entries()) {
            expect(messages[i]).toMatchObject({ ...expected(one), at: atOf(i, layout === 'ios') });
            expect(messages[i]?.attachments.map((attachment) => attachment.kind)).toEqual(kindsOf(one));
          }
        }),
        { numRuns: 150 },
      );
    });
  }

  it('has the same system events whatever the phone', async () => {
    const made = { title: 'Ward 7', sent: NOTICES.map((notice) => ({ notice })) };
    const events = await Promise.all(
      PHONE_LAYOUTS.map(async (layout) =>
        (await messagesOf(await chatOf(render(made, layout)))).map(({ system }) => system),
      ),
    );
    expect(events[1]).toEqual(events[0]);
    expect(events[2]).toEqual(events[0]);
    expect(events[0]?.map((event) => event?.type)).toEqual([
      'encryption',
      'added',
      'added',
      'removed',
      'left',
      'renamed',
      'other',
      'described',
      'timer',
      'pinned',
      'admin',
      'settings',
      'security-code',
      'renamed',
      'joined',
      'other',
    ]);
  });
});
