// A message of 64 KB, the largest that WhatsApp lets pass, costs no more than a moment, whatever stands in it: nobody can stop a scan
// by sending one. The whole way of a message is timed, from its text to its decision.

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../src/cli/knowledge.ts';
import { detect } from '../../src/detect/detect.ts';
import { readPack } from '../../src/load.ts';
import type { Message } from '../../src/model.ts';
import { decide } from '../../src/policy/decide.ts';

const SIZE = 65_536;
/** CPU milliseconds on the developers' machine, and what a slow or busy one may take. */
const GOAL = 100;
const PATIENCE = 5;

const pack = readPack(fileURLToPath(new URL('../../patterns', import.meta.url)), 'test');
const { detectors, decisions } = knowledgeOf(pack);

const repeated = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

const firstSpellings = (prefix: string): string => {
  const lexicons = pack.lexicons().filter(({ category }) => category.startsWith(prefix));
  const lines = lexicons.flatMap(({ strong, weak, special }) => [
    ...strong,
    ...weak,
    ...special.map(({ term }) => term),
  ]);
  return lines.map((line) => line.split('|')[0]?.trim()).join(' ');
};

const names = pack.people.names
  .split('\n')
  .slice(0, 6000)
  .map((line) => line.slice(0, line.indexOf('\t')))
  .map((name) => name.charAt(0).toUpperCase() + name.slice(1));

async function decideOn(text: string): Promise<void> {
  const at = '2024-03-01T10:00';
  const message: Message = { index: 1, kind: 'said', at, sender: 'Tom', text, attachments: [], marks: [], line: 1 };
  const conversation = {
    title: 'Ward 12',
    kind: 'group' as const,
    participants: [{ name: 'Tom', said: 1 }],
    async *messages() {
      yield [message];
    },
  };
  for await (const batch of detect(conversation, detectors)) for (const evidence of batch) decide(evidence, decisions);
}

/** CPU milliseconds; the best of some runs, since the machine may be busy and the first run compiles. */
async function cost(text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const before = process.cpuUsage();
    await decideOn(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

describe('a message of 64 KB', () => {
  it.each([
    ['digits', repeated('7')],
    ['1-', repeated('1-')],
    ['a.', repeated('a.')],
    ['one long word', repeated('x')],
    ['07', repeated('07')],
    ['one name', repeated('Mrs Okafor ')],
    ['thousands of names', repeated(`${names.join(' ')} `)],
    ['thousands of small names', repeated(`${names.join(' ').toLowerCase()} `)],
    ['thousands of beds', repeated('bed 4 ')],
    ['beds with names', repeated('bed 12 Mr Okafor NEWS 7, ')],
    ['one clinical word', repeated('sepsis ')],
    ['every clinical word', repeated(`${firstSpellings('patient.clinical')} `)],
    ['every word of every list', repeated(`${firstSpellings('')} `)],
    ['every false friend', repeated(`${firstSpellings('context.false-friend')} `)],
    ['false friends among clinical words', repeated('sick as a parrot, dying for a coffee, sepsis ')],
    ['words that ask for others', repeated('MI news ')],
    ['emoji', repeated('😂')],
    ['accents', repeated('é')],
  ])(
    'of %s is read and decided on in a moment',
    async (_, text) => {
      expect(await cost(text)).toBeLessThan(GOAL * PATIENCE);
    },
    60_000,
  );
});
