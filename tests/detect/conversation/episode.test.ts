// Episodes: who is being talked about now, and when nobody is any more.

import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../../src/detect/conversation/clock.ts';
import { episodes } from '../../../src/detect/conversation/episode.ts';
import type { Carried, Finding, Message } from '../../../src/model.ts';

const finding = (category: string, confidence = 0.9): Finding => ({
  pattern: 'test',
  category,
  start: 0,
  end: 1,
  confidence,
  because: [],
});
const NAME = finding('patient.identifier.name-partial');
const RESULT = finding('patient.clinical.result');
const SHE = finding('context.subject', 0.4);
const SWAP = finding('ops.shift-swap');
const powerOf = (category: string) => (category === NAME.category ? 'strong' : 'none');

/** Messages as [minute, findings]; what each borrows. */
function read(...rows: readonly (readonly [number, readonly Finding[]])[]): (Carried | undefined)[] {
  const reader = episodes(powerOf);
  return rows.map(([minute, findings], at) => {
    const clock = `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const message: Message = {
      index: at + 1,
      kind: 'said',
      at: `2024-03-04T${clock}`,
      sender: 'A',
      text: '',
      attachments: [],
      marks: [],
      line: at + 1,
    };
    return reader.next(message, findings);
  });
}

describe('an episode', () => {
  it('lends the identity of the message before to a result without a name, and names that message', () => {
    expect(read([0, [NAME]], [1, [RESULT]])[1]).toMatchObject({ subject: 'patient', power: 'strong', from: [1] });
  });

  it('lends nothing to ordinary working talk', () => {
    expect(read([0, [NAME]], [1, [SWAP]])[1]).toBeUndefined();
  });

  it('lends nothing to a message that names somebody itself', () => {
    expect(read([0, [NAME]], [1, [NAME, RESULT]])[1]).toBeUndefined();
  });

  it('goes on through talk about other things', () => {
    expect(read([0, [NAME]], [1, [SWAP]], [2, [RESULT]])[2]).toMatchObject({ from: [1] });
  });

  it('ends when time has passed', () => {
    expect(read([0, [NAME]], [120, [RESULT]])[1]).toBeUndefined();
  });

  it('ends after many messages about other things', () => {
    const talk = Array.from({ length: 9 }, (_, at) => [at + 1, [SWAP]] as const);
    expect(read([0, [NAME]], ...talk, [11, [RESULT]])[10]).toBeUndefined();
  });

  it('is surer about the next message than about a later one', () => {
    const [, next] = read([0, [NAME]], [1, [RESULT]]);
    const [, , later] = read([0, [NAME]], [1, [SWAP]], [2, [RESULT]]);
    expect(next?.confidence).toBeGreaterThan(later?.confidence ?? 1);
  });

  it('takes a pronoun close by as talk about the person', () => {
    expect(read([0, [NAME]], [1, [SHE]])[1]).toBeDefined();
  });

  it('needs more than a pronoun further on', () => {
    expect(read([0, [NAME]], [20, [SHE]])[1]).toBeUndefined();
  });

  it('is opened by the private matter of a named colleague too', () => {
    const colleague = [finding('staff.identifier.name-role'), finding('staff.hr.sickness')];
    expect(read([0, colleague], [1, [SHE]])[1]).toMatchObject({ subject: 'staff' });
  });
});

describe('the distance of two wall clocks', () => {
  it.each([
    ['2024-02-28T23:59', '2024-02-29T00:00', 1],
    ['2023-12-31T23:59:30', '2024-01-01T00:00', 1],
    ['2023-02-28T12:00', '2023-03-01T12:00', 1440],
  ])('from %s to %s is %i minutes', (from, to, minutes) => {
    expect(minutesOf(to) - minutesOf(from)).toBe(minutes);
  });

  it('leaves seconds out', () => {
    expect(minutesOf('2024-01-01T10:00:59')).toBe(minutesOf('2024-01-01T10:00'));
  });
});
