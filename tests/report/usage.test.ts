// How chats are used: hours of the group, months, ordinary matters, what is missing. Never of one person, and no small count.

import { describe, expect, it } from 'vitest';
import type { Finding, Message } from '../../src/model.ts';
import { gapTally } from '../../src/report/evidence-gaps.ts';
import { hoursReader, OFFICE_HOURS } from '../../src/report/hours.ts';
import { indicatorsOf } from '../../src/report/indicators.ts';
import { timeline } from '../../src/report/timeline.ts';
import { workingHoursName } from '../../src/report/usage-words.ts';
import { demo } from './demo.ts';
import { ORDINARY, summaryOf } from './run.ts';

function hoursOf(people: number, ...stamps: readonly string[]) {
  const participants = Array.from({ length: people }, (_, at) => ({ name: `p${at}`, said: 1 }));
  const reader = hoursReader({ participants }, OFFICE_HOURS);
  for (const at of stamps) reader.message({ kind: 'said', at });
  return reader.hours();
}
const times = (count: number, at: string): string[] => Array.from({ length: count }, () => at);

describe('the hours of a chat', () => {
  // 4 March 2024 was a Monday.
  it('count evenings, nights and weekends as outside, and the first minute of work as inside', () => {
    const stamps = [
      ...times(5, '2024-03-04T08:00'),
      ...times(5, '2024-03-04T18:00'),
      ...times(5, '2024-03-04T23:00'),
      ...times(5, '2024-03-09T12:00'),
    ];
    expect(hoursOf(5, ...stamps)).toMatchObject({ messages: 20, outside: 15, night: 5 });
  });

  it('leave out a count from 1 to 4, but not nought', () => {
    const hours = hoursOf(5, ...times(4, '2024-03-04T20:00'), ...times(9, '2024-03-04T10:00'));
    expect(hours).not.toHaveProperty('outside');
    expect(hours?.night).toBe(0);
  });

  it('are not given where fewer than five people wrote', () => {
    expect(hoursOf(4, ...times(50, '2024-03-04T20:00'))).toBeUndefined();
  });

  it('find the longest stretch without eleven quiet hours, in days', () => {
    const stretch = ['2024-03-04T20:00', '2024-03-05T06:59', '2024-03-05T17:00', '2024-03-06T03:00'];
    expect(hoursOf(5, ...stretch)?.longestStretch).toBe(3);
    expect(hoursOf(5, '2024-03-04T20:00', '2024-03-05T07:00')?.longestStretch).toBe(1);
  });

  it('pass over a date that does not exist', () => {
    expect(hoursOf(5, '99/99/2024')).toBeUndefined();
  });

  it('are named in words', () => {
    expect(workingHoursName(OFFICE_HOURS)).toBe('Monday to Friday, 08:00 to 18:00');
    expect(workingHoursName({ days: [1, 3], from: 450, to: 1200 })).toBe('Monday, Wednesday, 07:30 to 20:00');
  });
});

describe('the timeline', () => {
  const find = (category: string, confidence = 0.9): Finding => {
    return { pattern: 'test', category, start: 0, end: 1, confidence, because: [] };
  };

  it('counts entries, confidential and ordinary messages by month, in order', () => {
    const time = timeline();
    time.message(ORDINARY, { kind: 'said', at: '2024-04-01T10:00' }, []);
    time.message({ ...ORDINARY, verdict: 'probable' }, { kind: 'said', at: '2024-03-01T10:00' }, []);
    time.message(ORDINARY, { kind: 'system', at: '2024-03-02T10:00' }, []);
    time.message(ORDINARY, { kind: 'said', at: '2024-13-02T10:00' }, []);
    expect(time.months()).toEqual([
      { month: '2024-03', messages: 2, confidential: 1, ordinary: 0 },
      { month: '2024-04', messages: 1, confidential: 0, ordinary: 1 },
    ]);
  });

  it('counts an ordinary message once, and a confidential one not at all', () => {
    const time = timeline();
    const late = [find('ops.running-late'), find('ops.thanks', 0.7)];
    time.message(ORDINARY, { kind: 'said', at: '2024-04-01T10:00' }, late);
    time.message({ ...ORDINARY, verdict: 'confirmed' }, { kind: 'said', at: '2024-04-01T10:01' }, late);
    expect(time.ordinaryUse()).toEqual({ 'ops.running-late': 1 });
  });
});

it('evidence gaps are what the chats show themselves', () => {
  const gaps = gapTally();
  const entry = (parts: Partial<Message>) =>
    gaps.message({ at: '2024-03-04T10:00', attachments: [], marks: [], ...parts });
  entry({ marks: ['deleted'] });
  entry({ marks: ['edited', 'forwarded'] });
  entry({
    attachments: [
      { name: '', kind: 'omitted' },
      { name: 'a.jpg', kind: 'image', bytes: 9 },
    ],
  });
  entry({ system: { type: 'timer', members: [], value: '24 hours' } });
  entry({ at: '2024-04-20T10:00' });
  gaps.chat({ issues: [{ code: 'export-cut-by-app' }] });
  // Another chat that begins much later has not been silent.
  entry({ at: '2025-04-20T10:00' });
  gaps.chat({ issues: [] });
  expect(gaps.gaps()).toEqual({
    deleted: 1,
    edited: 1,
    viewOnce: 0,
    undecrypted: 0,
    mediaMissing: 1,
    timerChanges: 1,
    cutOff: 1,
    silences: 1,
  });
});

it('the risks are the four that the policy names, each with its sentence', () => {
  const risks = indicatorsOf(summaryOf(demo));
  expect(risks.map(({ title }) => title)).toEqual([
    'Record keeping',
    'Decision making',
    'Accountability and transparency',
    'Patient safety',
  ]);
  const shown = new Map(risks.flatMap(({ rows }) => rows));
  expect(shown.get('Talk of deleting or altering records')).toBe(1);
  expect(shown.get('Decisions')).toBe(1);
});
