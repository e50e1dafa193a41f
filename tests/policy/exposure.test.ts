// Who could read a message: people come and go, and a message reaches those who are there when it is sent.

import { describe, expect, it } from 'vitest';
import type { Message, Participant, SystemEvent } from '../../src/model.ts';
import { exposureIn } from '../../src/policy/exposure.ts';
import { staffListSchema } from '../../src/policy/staff-list.ts';
import { standingsFrom } from '../../src/policy/standing.ts';

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

const DATES = { order: 'day-first', certain: true, evidence: '' } as const;

function follow(...messages: Message[]) {
  const reader = exposureIn({ participants: PEOPLE, dateOrder: DATES });
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

describe('with a staff list', () => {
  const staff = standingsFrom(
    staffListSchema.parse({ staff: [{ name: 'Ann Lee' }, { name: 'Bo Marsh', left: '2024-02-03' }] }),
  );
  const people = (...names: string[]): Participant[] => names.map((name) => ({ name, said: 1 }));
  const on = (at: string, message: Message): Message => ({ ...message, at });
  function watch(names: readonly string[], messages: readonly Message[], certain = true) {
    const reader = exposureIn({ participants: people(...names), dateOrder: { ...DATES, certain } }, staff);
    const seen = messages.map((message) => reader.to(message));
    return { seen, membership: reader.membership(), standings: reader.standings };
  }

  it('each message counts who is not on it, while they are there', () => {
    const { seen, membership } = watch(
      ['Ann Lee', 'Gavin Roofing', 'Sammy'],
      [said('Ann Lee'), event('removed', 'Gavin Roofing'), said('Ann Lee')],
    );
    expect(seen).toEqual([
      { members: 3, outsiders: 1, leavers: 0 },
      { members: 2, outsiders: 0, leavers: 0 },
      { members: 2, outsiders: 0, leavers: 0 },
    ]);
    expect(membership).toMatchObject({ outsiders: 1, leavers: 0, unplaced: 1 });
  });

  it('somebody is a leaver from the day after their last', () => {
    const { seen, membership } = watch(
      ['Ann Lee', 'Bo Marsh'],
      ['2024-02-03T23:59', '2024-02-04T00:00'].map((at) => on(at, said('Ann Lee'))),
    );
    expect(seen.map(({ leavers }) => leavers)).toEqual([0, 1]);
    expect(membership).toMatchObject({ outsiders: 0, leavers: 1 });
  });

  it('nobody is a leaver on a day that may be another one', () => {
    // 5 January, or 1 May: before the last day, or after it.
    const messages = [on('2024-05-01T10:00', said('Ann Lee'))];
    expect(watch(['Ann Lee', 'Bo Marsh'], messages, true).seen[0]?.leavers).toBe(1);
    expect(watch(['Ann Lee', 'Bo Marsh'], messages, false).seen[0]?.leavers).toBe(0);
  });

  it('nobody is a leaver where the export gives no day', () => {
    expect(watch(['Bo Marsh'], [on('99/99/2024 10:00', said('Bo Marsh'))]).seen[0]?.leavers).toBe(0);
  });
});

it('without a staff list nothing is said of outsiders or leavers', () => {
  const reader = exposureIn({ participants: PEOPLE, dateOrder: DATES });
  expect(reader.to(said('Ann'))).toEqual({ members: 2 });
  expect(reader.standings).toEqual([]);
});
