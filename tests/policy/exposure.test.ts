// Who could read a message: people come and go, and a message reaches those who are there when it is sent.

import { describe, expect, it } from 'vitest';
import type { Message, Participant, SystemEvent } from '../../src/model.ts';
import { exposureIn } from '../../src/policy/exposure.ts';

const PEOPLE: Participant[] = [
  { name: 'Ann', said: 3 },
  { name: 'Bob', said: 1 },
  { name: 'Cas', said: 0, cameLater: true },
];
const BASE = { index: 1, at: '2024-01-01T10:00', text: '', attachments: [], marks: [], line: 1 };
const said = (sender: string): Message => ({ ...BASE, kind: 'said', sender });
const event = (type: SystemEvent['type'], ...members: string[]): Message => ({
  ...BASE,
  kind: 'system',
  sender: '',
  system: { type, members },
});

function follow(...messages: Message[]) {
  const reader = exposureIn({ participants: PEOPLE });
  return { members: messages.map((message) => reader.to(message).members), membership: reader.membership() };
}

describe('a message is read by', () => {
  it('those who are there from the start', () => {
    expect(follow(said('Ann')).members).toEqual([2]);
  });

  it('who was added, from then on', () => {
    expect(follow(said('Ann'), event('added', 'Cas'), said('Bob')).members).toEqual([2, 3, 3]);
  });

  it('nobody who left or was removed before it', () => {
    expect(follow(event('left', 'Bob'), event('added', 'Cas'), event('removed', 'Cas'), said('Ann')).members).toEqual([
      1, 2, 1, 1,
    ]);
  });

  it('who writes, even if no line brought them', () => {
    expect(follow(event('left', 'Bob'), said('Bob')).members).toEqual([1, 2]);
  });

  it('the owner of the phone once, though the app calls them You', () => {
    expect(follow(event('added', 'You', 'Cas')).members).toEqual([3]);
  });
});

it('the coming and going is counted', () => {
  const { membership } = follow(
    event('added', 'Cas'),
    event('left', 'Bob'),
    event('removed', 'Cas', 'Nobody'),
    said('Ann'),
  );
  expect(membership).toEqual({ atStart: 2, most: 3, atEnd: 1, cameLater: 1, left: 1, removed: 1 });
});
