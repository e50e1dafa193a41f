// Exports of every app as their folders and files look, scanned through the whole program: which app, how many messages, who, and what
// must be said of them.

import { describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';

interface Expected {
  /** Below fixtures/formats. */
  readonly path: string;
  /** App, layout, records, people and issues of each chat. */
  readonly chats: readonly (readonly [app: string, layout: string, records: number, people: number, issues: string])[];
  readonly flagged: number;
}

const EXPECTED: readonly Expected[] = [
  {
    path: 'signal',
    chats: [
      ['signal', 'signal-export', 6, 3, 'times-in-utc media-not-read'],
      ['signal', 'signal-export', 2, 2, 'times-in-utc'],
    ],
    flagged: 5,
  },
  { path: 'sigexport', chats: [['signal', 'sigexport-json', 4, 3, 'media-not-read']], flagged: 3 },
  {
    path: 'sigtop',
    chats: [
      ['signal', 'sigtop-text-short', 3, 2, 'media-not-in-export'],
      ['signal', 'sigtop-json', 3, 2, 'times-in-utc media-not-in-export'],
      ['signal', 'sigtop-text', 4, 3, 'media-not-in-export'],
    ],
    flagged: 6,
  },
];

interface Report {
  readonly sources: readonly { readonly status: string; readonly issues: readonly { readonly code: string }[] }[];
  readonly chats: readonly {
    readonly id: string;
    readonly app: string;
    readonly layout: string;
    readonly counts: { readonly records: number; readonly flagged: number };
    readonly participants: readonly unknown[];
    readonly issues: readonly { readonly code: string }[];
  }[];
}

describe('exports of all apps', () => {
  it.each(EXPECTED)('$path', ({ path, chats, flagged }) => {
    const { stdout } = igScan([fixture(`formats/${path}`), '--format', 'json']);
    const report: Report = JSON.parse(stdout);
    const seen = report.chats.map(({ app, layout, counts, participants, issues }) => {
      return [app, layout, counts.records, participants.length, issues.map(({ code }) => code).join(' ')];
    });
    expect(seen).toEqual(chats);
    expect(report.chats.reduce((sum, { counts }) => sum + counts.flagged, 0)).toBe(flagged);
    expect(report.sources.flatMap(({ issues }) => issues.map(({ code }) => code))).not.toContain('chat-not-recognised');
  });
});
