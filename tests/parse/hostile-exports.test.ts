// Whatever stands behind the signature of a format: nothing throws, every message is counted and numbered, and nothing looks clean that
// was not read.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChats } from '../../src/parse/parse.ts';
import { fixture } from '../run.ts';
import { fileOf, messagesOf } from './files.ts';

/** Runs of each property; by hand with IG_SCAN_RUNS=10000. */
const RUNS = Number(process.env.IG_SCAN_RUNS ?? 60);

const EXPORTS = readdirSync(fixture('formats'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:jsonl|json|txt|md|xml|csv|html|rsmf)$/.test(name) && !name.includes('calls-'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(fixture('formats'), name), 'utf8') }));

async function check(name: string, content: string | Uint8Array): Promise<void> {
  const { chats, issues } = await findChats([fileOf(name, content, 777)], { sourcePath: name });
  for (const chat of chats) {
    const messages = await messagesOf(chat);
    expect(messages.map(({ index }) => index)).toEqual(messages.map((_, at) => at + 1));
    expect(chat.counts.records).toBe(messages.length);
    if (messages.length === 0) expect(chat.issues.length).toBeGreaterThan(0);
    for (const { kind, sender, at } of messages) {
      expect(kind === 'system' ? sender : sender === '').toBe(kind === 'system' ? '' : false);
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
    }
  }
  expect(chats.length + issues.length).toBeGreaterThan(0);
}

const noise = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', '\t', '"', '{', '}', '[', ']', '<', '>', ',', ':', '&', '0', '1'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe.each(EXPORTS)('$name', ({ name, text }) => {
  const base = name.replaceAll('\\', '/');

  it('with anything put into it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(40), noise, (at, drop, more) =>
        check(base, text.slice(0, at) + more + text.slice(at + drop)),
      ),
      { numRuns: RUNS },
    );
  });

  it('with anything behind its beginning', async () => {
    const head = text.slice(0, Math.floor(text.length / 3));
    await fc.assert(
      fc.asyncProperty(noise, (more) => check(base, head + more)),
      { numRuns: RUNS },
    );
  });

  it('with bytes that are no text', async () => {
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 20 }), (at, odd) => {
        const mixed = bytes.slice();
        mixed.set(odd.subarray(0, bytes.length - at), at);
        return check(base, mixed);
      }),
      { numRuns: RUNS },
    );
  });
});
