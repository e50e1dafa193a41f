// Archives as they reach an officer's desk: each is read, or the exit code and the report say that it was not.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { igScan } from '../run.ts';

const FOLDER = 'fixtures/archives';
const PASSWORD = 'Ward 12 Secret';
const place = mkdtempSync(join(tmpdir(), 'ig-scan-passwords-'));
afterAll(() => rmSync(place, { recursive: true }));

function passwordFile(...lines: string[]): string {
  const path = join(place, `${lines.length}-${lines[0]}.txt`);
  writeFileSync(path, `${lines.join('\r\n')}\n`);
  return path;
}

interface Report {
  readonly sources: readonly {
    readonly path: string;
    readonly status: string;
    readonly issues: readonly { readonly code: string }[];
  }[];
  readonly chats: readonly { readonly source: string; readonly counts: { readonly records: number } }[];
}

/** One run over some of the archives: its exit code, and of each archive the status, the messages and the issues. */
function scanned(names: readonly string[], ...flags: string[]) {
  const { code, stdout, stderr } = igScan([...names.map((name) => join(FOLDER, name)), '--format', 'json', ...flags]);
  const { sources, chats }: Report = JSON.parse(stdout);
  const archives = sources.map(({ path, status, issues }) => {
    const messages = chats.filter(({ source }) => source === path).reduce((sum, { counts }) => sum + counts.records, 0);
    return { name: path.replace(`${FOLDER}/`, ''), status, messages, codes: issues.map((issue) => issue.code) };
  });
  return { code, archives, all: stdout + stderr };
}

const LOCKED = ['locked-aes.zip', 'locked-inside.zip', 'locked-zipcrypto.zip'];

describe('archives that are hard to read', () => {
  const { code, archives } = scanned(readdirSync(FOLDER).filter((name) => name !== 'README.md'));

  it('are all accounted for', () => {
    expect(code).toBe(3);
    expect(archives).toHaveLength(readdirSync(FOLDER).length - 1);
  });

  it('have been read to the last message, or are said to be unreadable', () => {
    for (const { status, messages, name } of archives) {
      if (name === 'cut-short.tgz') expect({ status, messages }).toEqual({ status: 'partial', messages: 1 });
      else expect([name, messages]).toEqual([name, status === 'read' ? 64 : 0]);
      expect(['read', 'partial', 'unreadable']).toContain(status);
    }
  });

  it('are read when packed by Deflate64, which Windows Explorer writes, as tar, compressed, or mailed', () => {
    expect(archives.filter(({ status }) => status === 'read').map(({ name }) => name)).toEqual([
      'chat.txt.gz',
      'chats.tar',
      'chats.tgz',
      'deflate64.zip',
      'forwarded.eml',
      'mailbox.mbox',
      'mailed-text.eml',
      'mailed-zip.eml',
      'pasted.eml',
    ]);
  });

  it('say what to do with a mail of Outlook', () => {
    const { code, stdout } = igScan([join(FOLDER, 'outlook.msg')]);
    expect(code).toBe(3);
    expect(stdout.replace(/\s+/g, ' ')).toContain('.eml');
  });
});

describe('--password-file', () => {
  it('opens locked archives, and no password is shown', () => {
    const { archives, all } = scanned(LOCKED, '--password-file', passwordFile('guess', PASSWORD));
    for (const archive of archives) expect(archive).toMatchObject({ status: 'read', messages: 64 });
    expect(all).not.toContain('Secret');
  });

  it('says when no password fits', () => {
    const { code, archives } = scanned(['locked-aes.zip'], '--password-file', passwordFile('wrong'));
    expect(code).toBe(3);
    expect(archives[0]?.codes).toContain('archive-password-wrong');
  });

  it('must be there and hold something', () => {
    for (const path of [join(place, 'nothing-here.txt'), passwordFile('')]) {
      const { code, stderr } = igScan([join(FOLDER, 'locked-aes.zip'), '--password-file', path]);
      expect(code).toBe(2);
      expect(stderr).toContain('password');
    }
  });
});
