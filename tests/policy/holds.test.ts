// Which messages a hold covers. In doubt it covers: a missed hold would let evidence be deleted.

import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../src/model.ts';
import { type Hold, holdRegisterSchema } from '../../src/policy/hold-register.ts';
import { holdsOf } from '../../src/policy/holds.ts';
import { NO_TOPICS } from '../topics.ts';

const register = (...holds: Record<string, unknown>[]): readonly Hold[] =>
  holdRegisterSchema.parse({
    holds: holds.map((hold, at) => ({ id: `H-${at + 1}`, matter: 'a matter', authority: 'a law', ...hold })),
  }).holds;

type Chat = Pick<Conversation, 'title' | 'kind' | 'dateOrder'>;
const WARD: Chat = {
  title: 'Ward 6 Nights',
  kind: 'group',
  dateOrder: { order: 'day-first', certain: true, evidence: '' },
};
const UNREAD = { ...NO_TOPICS, because: [] };

function message(text: string, rest: Partial<Message> = {}): Message {
  const at = '2024-03-04T21:15';
  return { index: 1, kind: 'said', at, sender: 'Ann', text, attachments: [], marks: [], line: 1, ...rest };
}

const seen = (one: Message, leansOn: readonly number[] = []) => ({ message: one, aboutness: { ...UNREAD, leansOn } });
const covered = (hold: Record<string, unknown>, one: Message, chat = WARD) =>
  holdsOf(register(hold), chat)(seen(one)).length > 0;

describe('a person of a hold', () => {
  it.each([
    ['Margaret Ellis', 'mrs ellis fell again'],
    ['Margaret Ellis', "ELLIS' notes are gone"],
    ['Margaret Ellis', 'Ellis’s daughter rang'],
    ['ELLIS, Margaret', 'ellis for home'],
    ["Siobhan O'Neill", 'oneill on ward 6'],
    ['José Núñez', 'nunez bloods back'],
    ['999 000 1383', 'nhs 9990001383'],
    ['999 000 1383', '999-000-1383 pls'],
    ['Jo', 'is jo about?'],
  ])('%s covers "%s"', (name, text) => {
    expect(covered({ people: [name] }, message(text))).toBe(true);
  });

  it.each([
    ['Margaret Ellis', 'the ellison unit'],
    ['Jo', 'the joke of the day'],
    ['999 000 1383', 'call 999 now, 000 1384'],
  ])('%s does not cover "%s"', (name, text) => {
    expect(covered({ people: [name] }, message(text))).toBe(false);
  });

  it('covers what that person sent, and a document with the name', () => {
    expect(covered({ people: ['Tom Reilly'] }, message('ok', { sender: 'Tom Reilly' }))).toBe(true);
    const attachments = [{ name: 'reilly_letter.pdf', kind: 'document' }] as const;
    expect(covered({ people: ['Tom Reilly'] }, message('', { attachments }))).toBe(true);
  });

  it('covers the whole chat with that person', () => {
    expect(covered({ people: ['Tom Reilly'] }, message('ok'), { ...WARD, kind: 'direct', title: 'Tom Reilly' })).toBe(
      true,
    );
  });
});

describe('a hold', () => {
  it('covers a group by words of its title, and every group by *', () => {
    expect(covered({ groups: ['ward 6'] }, message('ok'))).toBe(true);
    expect(covered({ groups: ['ward 7'] }, message('ok'))).toBe(false);
    expect(covered({ groups: ['*'] }, message('ok'))).toBe(true);
  });

  it('covers a keyword at the beginning of a word', () => {
    expect(covered({ keywords: ['datix'] }, message('have you DATIXed it'))).toBe(true);
    expect(covered({ keywords: ['fall'] }, message('the windfall'))).toBe(false);
  });

  it('covers its days, the first and the last among them', () => {
    const days = { from: '2024-03-04', to: '2024-03-05' };
    expect(covered(days, message('ok'))).toBe(true);
    expect(covered(days, message('ok', { at: '2024-03-05T23:59:59' }))).toBe(true);
    expect(covered(days, message('ok', { at: '2024-03-06T00:00' }))).toBe(false);
    expect(covered({ ...days, people: ['Ellis'] }, message('ok'))).toBe(false);
  });

  it('covers every day where day and month could be the other way round', () => {
    const unsure = { ...WARD, dateOrder: { ...WARD.dateOrder, certain: false } };
    expect(covered({ from: '2024-04-01' }, message('ok'), unsure)).toBe(true);
  });

  it('covers what leans on a covered message, and what leans on that', () => {
    const holdsOn = holdsOf(register({ people: ['Ellis'] }, { people: ['Khan'] }), WARD);
    expect(holdsOn(seen(message('ellis is septic', { index: 4 })))).toEqual(['H-1']);
    expect(holdsOn(seen(message('lactate 4', { index: 5 }), [4]))).toEqual(['H-1']);
    expect(holdsOn(seen(message('give it now', { index: 6 }), [5]))).toEqual(['H-1']);
    expect(holdsOn(seen(message('who has the keys', { index: 7 })))).toEqual([]);
  });
});

describe('a register', () => {
  const faults = (hold: Record<string, unknown>) =>
    (holdRegisterSchema.safeParse({ holds: [hold] }).error?.issues ?? []).map(({ path, message: says }) => [
      path.at(-1),
      says,
    ]);
  const HOLD = { id: 'H-1', matter: 'm', authority: 'a', people: ['Ellis'] };

  it('takes empty values as none', () => {
    expect(faults({ ...HOLD, expires: '', keywords: '' })).toEqual([]);
  });

  it.each([
    ['authority', { id: 'H-1', matter: 'm', people: ['Ellis'] }],
    ['from', { ...HOLD, from: '4/3/2024' }],
    ['id', { ...HOLD, id: 'Mrs Ellis' }],
    [0, { id: 'H-1', matter: 'm', authority: 'a' }],
  ])('names what is wrong: %s', (place, hold) => {
    expect(faults(hold)).toEqual([[place, expect.any(String)]]);
  });

  it('never quotes a key that is not known', () => {
    expect(faults({ ...HOLD, 'Margaret Ellis': 'x' })).toEqual([[0, expect.not.stringContaining('Margaret')]]);
  });

  it('refuses two holds of one id', () => {
    expect(holdRegisterSchema.safeParse({ holds: [HOLD, HOLD] }).success).toBe(false);
  });
});
