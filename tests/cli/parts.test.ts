// A download that came in several parts is one download: however the parts are handed in, the two pages of the chat are one chat, in order,
// and its picture is found.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixture, igScan } from '../run.ts';
import { zipOf } from '../source/archives.ts';

const ROOT = fixture('formats/messenger-json/facebook-samreed-2024-12-10-Ab12Cd34');
const THREAD = 'your_facebook_activity/messages/inbox/ward12handover_7301220145901234';
const FIRST = 'facebook-samreed-2024-12-10-Ab12Cd34';
const SECOND = 'facebook-samreed-2024-12-10-Xy98Zw76';
/** The newest page in one part, the older one and the picture in the other. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  [FIRST]: [`${THREAD}/message_1.json`, 'preferences/language_and_locale.json'],
  [SECOND]: [`${THREAD}/message_2.json`, `${THREAD}/photos/480203.jpg`],
};

const place = mkdtempSync(join(tmpdir(), 'ig-scan-parts-'));
afterAll(() => rmSync(place, { recursive: true }));

async function zipped(folder: string, parts = PARTS): Promise<string> {
  mkdirSync(join(place, folder));
  for (const [name, paths] of Object.entries(parts)) {
    const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path))]));
    writeFileSync(join(place, folder, `${name}.zip`), await zipOf(files));
  }
  return join(place, folder);
}

function unpacked(folder: string, into: (part: string) => string): string {
  for (const [part, paths] of Object.entries(PARTS)) {
    for (const path of paths) {
      const to = join(place, folder, into(part), path);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(ROOT, path), to);
    }
  }
  return join(place, folder);
}

interface Report {
  readonly sources: readonly { readonly sha256: string; readonly issues: readonly { readonly code: string }[] }[];
  readonly chats: readonly {
    readonly counts: { readonly records: number; readonly attachments: number };
    readonly firstAt: string;
    readonly lastAt: string;
    readonly issues: readonly { readonly code: string }[];
  }[];
}

function scanned(...paths: string[]): Report {
  const { code, stdout } = igScan([...paths, '--media', 'none', '--format', 'json', '--fail-on', 'never']);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

const WHOLE = {
  counts: { records: 4, attachments: 1 },
  firstAt: '2024-12-03T20:55:00Z',
  lastAt: '2024-12-03T21:11:00Z',
};

describe('a download in parts is one chat with its picture', () => {
  it('as archives in a folder, or on the command line in any order', async () => {
    const folder = await zipped('archives');
    const report = scanned(folder);
    expect(report.chats).toMatchObject([WHOLE]);
    expect(report.chats[0]?.issues.map(({ code }) => code)).toEqual(['times-in-utc', 'media-not-read']);
    expect(new Set(report.sources.map(({ sha256 }) => sha256)).size).toBe(2);
    for (const { issues } of report.sources) expect(issues.map(({ code }) => code)).toContain('part-of-download');
    expect(scanned(join(folder, `${SECOND}.zip`), join(folder, `${FIRST}.zip`)).chats).toEqual(report.chats);
  });

  it('unpacked into one folder', () => {
    expect(scanned(unpacked('one', () => '')).chats).toMatchObject([WHOLE]);
  });

  it('unpacked into a folder each, as Windows does', () => {
    const { chats } = scanned(unpacked('each', (part) => part));
    expect(chats).toMatchObject([WHOLE]);
    expect(chats[0]?.issues.map(({ code }) => code)).toEqual(['times-in-utc', 'media-not-read']);
  });

  it('but two downloads of one day stay two, and both are read', async () => {
    const both = [`${THREAD}/message_1.json`, `${THREAD}/message_2.json`];
    const folder = await zipped('twice', { [FIRST]: both, [SECOND]: [...both, `${THREAD}/photos/480203.jpg`] });
    expect(scanned(folder).chats.map(({ counts }) => counts.records)).toEqual([4, 4]);
  });
});
