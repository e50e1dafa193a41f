// Exports of every app as their folders and files look, scanned through the whole program: which app, how many messages, who, and what
// must be said of them.

import { describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';

interface Expected {
  /** Below fixtures/formats. */
  readonly path: string;
  /** App, layout, records, people and issues of each chat. */
  readonly chats: readonly (readonly [app: string, layout: string, records: number, people: number, issues: string])[];
}

const EXPECTED: readonly Expected[] = [
  {
    path: 'signal',
    chats: [
      ['signal', 'signal-export', 6, 3, 'times-in-utc media-damaged'],
      ['signal', 'signal-export', 2, 2, 'times-in-utc'],
    ],
  },
  { path: 'sigexport', chats: [['signal', 'sigexport-json', 4, 3, 'media-kind-unknown']] },
  {
    path: 'sigtop',
    chats: [
      ['signal', 'sigtop-text-short', 3, 2, 'media-not-in-export'],
      ['signal', 'sigtop-json', 3, 2, 'times-in-utc media-not-in-export'],
      ['signal', 'sigtop-text', 4, 3, 'media-not-in-export'],
    ],
  },
  {
    path: 'sms-backup',
    chats: [
      ['sms', 'sms-backup-restore', 3, 2, 'times-in-utc'],
      ['sms', 'sms-backup-restore', 1, 2, 'times-in-utc'],
      ['sms', 'sms-backup-restore', 1, 3, 'times-in-utc media-not-read'],
    ],
  },
  {
    path: 'imessage',
    chats: [
      ['imessage', 'imessage-exporter-html', 4, 2, 'media-not-in-export'],
      ['imessage', 'imessage-exporter-txt', 4, 3, 'media-not-in-export'],
    ],
  },
  {
    path: 'pasted',
    chats: [
      ['telegram', 'telegram-copy', 2, 2, ''],
      ['whatsapp', 'whatsapp-ios', 2, 2, 'lines-before-first-message'],
    ],
  },
  { path: 'table/Messages - Ward 12.csv', chats: [['imessage', 'imazing', 3, 3, 'media-not-in-export']] },
  { path: 'table/staff.csv', chats: [['text', 'plain-text', 3, 0, 'scanned-by-line table-columns']] },
  {
    path: 'teams',
    chats: [
      ['teams', 'teams-graph', 3, 2, 'times-in-utc media-not-in-export'],
      ['teams', 'microsoft-export', 4, 3, 'times-in-utc media-not-in-export'],
    ],
  },
  { path: 'skype', chats: [['skype', 'microsoft-export', 2, 2, 'times-in-utc']] },
  { path: 'line', chats: [['line', 'line-text', 4, 3, '']] },
  { path: 'rsmf', chats: [['whatsapp', 'rsmf', 3, 2, 'media-not-in-export']] },
  { path: 'plain', chats: [['text', 'plain-text', 4, 0, 'scanned-by-line']] },
];

/** People and numbers of the fixtures: no report may show them. */
const SECRET =
  /Ashworth|Doreen|\bAnn\b|\bLee\b|\bSam\b|\bReed\b|\bKit\b|\bMoss\b|999 ?000 ?1383|7700 ?9001|secret-profile/i;

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
  it.each(EXPECTED)('$path', ({ path, chats }) => {
    const { stdout } = igScan([fixture(`formats/${path}`), '--format', 'json']);
    expect(stdout).not.toMatch(SECRET);
    const report: Report = JSON.parse(stdout);
    const seen = report.chats.map(({ app, layout, counts, participants, issues }) => {
      return [app, layout, counts.records, participants.length, issues.map(({ code }) => code).join(' ')];
    });
    expect(seen).toEqual(chats);
    expect(report.chats.reduce((sum, { counts }) => sum + counts.flagged, 0)).toBeGreaterThan(0);
    expect(report.sources.flatMap(({ issues }) => issues.map(({ code }) => code))).not.toContain('chat-not-recognised');
  });
});
