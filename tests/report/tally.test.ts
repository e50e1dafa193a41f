import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/model.ts';
import { mostSerious } from '../../src/report/most-serious.ts';
import { isUrgent } from '../../src/report/urgent.ts';
import { demo } from './demo.ts';
import { summaryOf } from './run.ts';

const sample = demo.messages[0]!;

describe('the summary', () => {
  it('counts messages by verdict, severity, destination and person', () => {
    expect(summaryOf(demo)).toEqual({
      sources: { read: 1, partial: 1, unreadable: 1 },
      pseudonyms: 'chat',
      chats: 2,
      messages: 72,
      byVerdict: { confirmed: 2, probable: 3, indirect: 1, possible: 1 },
      bySeverity: { critical: 3, high: 3, medium: 2, low: 1, info: 0 },
      byDestination: {
        safeguarding: 1,
        'secure-credential': 1,
        'incident-system': 1,
        'care-record': 4,
        'staff-record': 1,
        'corporate-record': 1,
        'breach-assessment': 4,
        'human-review': 2,
      },
      bySubject: { patient: 5, staff: 1, relative: 0, 'third-party': 0, unknown: 1 },
      urgent: 2,
      ordinary: 63,
      notExamined: 6,
      holdRegister: false,
      holds: [],
      breachFacts: {
        entries: 6,
        named: 2,
        withPhone: 0,
        withDateOfBirth: 0,
        withAddress: 0,
        withHealth: 1,
        restricted: 1,
        aboutStaff: 1,
        children: 1,
        images: 0,
        screenshots: 0,
        videos: 0,
        voiceNotes: 0,
        documents: 0,
        readers: 5,
        removed: 0,
        firstAt: '2024-12-03T08:12',
        lastAt: '2024-12-03T16:44',
      },
      decisions: {
        byRole: { decision: 1, request: 0, action: 0 },
        byKind: { clinical: 1, corporate: 0, staffing: 0 },
        bySign: {
          'not-documented': 1,
          hedged: 1,
          'no-reason': 0,
          'quick-agreement': 0,
          'unanswered-question': 0,
          'moved-to-formal': 0,
        },
      },
      byFlag: { 'governance.destruction-intent': 1, 'governance.not-documented': 1 },
      evidenceGaps: {
        deleted: 0,
        edited: 0,
        viewOnce: 0,
        undecrypted: 0,
        mediaMissing: 0,
        timerChanges: 0,
        cutOff: 0,
        silences: 0,
      },
      timeline: [{ month: '2024-12', messages: 71, confidential: 5, ordinary: 63 }],
      ordinaryUse: {},
      workingHours: { days: [1, 2, 3, 4, 5], from: 480, to: 1080 },
    });
  });
});

describe('what is urgent', () => {
  it('is whatever goes to the safeguarding lead', () => {
    expect(isUrgent({ flags: [], dispositions: [{ destination: 'safeguarding', because: [] }] })).toBe(true);
  });

  it('is talk of destroying or hiding evidence', () => {
    expect(isUrgent({ flags: ['governance.destruction-intent'], dispositions: [] })).toBe(true);
    expect(isUrgent({ flags: ['governance.concealment'], dispositions: [] })).toBe(true);
  });

  it('is not every critical message', () => {
    expect(isUrgent(sample)).toBe(false);
  });
});

describe('the most serious messages', () => {
  const add = (limit: number, ...severities: Severity[]) => {
    const kept = mostSerious(limit);
    for (const [i, severity] of severities.entries()) kept.add({ ...sample, id: `${i}`, severity });
    return kept;
  };

  it('push the least serious out once the limit is reached', () => {
    const kept = add(2, 'low', 'critical', 'high');
    expect(kept.byRank().map(({ id }) => id)).toEqual(['1', '2']);
    expect([...kept.leftOut]).toEqual([['low', 1]]);
  });

  it('are not pushed out by equals that come later', () => {
    expect(
      add(2, 'high', 'high', 'high')
        .inOrder()
        .map(({ id }) => id),
    ).toEqual(['0', '1']);
  });

  it('can be had in the order in which they came', () => {
    expect(
      add(3, 'low', 'critical', 'high')
        .inOrder()
        .map(({ id }) => id),
    ).toEqual(['0', '1', '2']);
  });

  it('begin with the urgent, however mild the severity', () => {
    const kept = add(1, 'critical');
    kept.add({ ...sample, id: 'urgent', severity: 'low', flags: ['governance.concealment'] });
    expect(kept.byRank().map(({ id }) => id)).toEqual(['urgent']);
  });
});
