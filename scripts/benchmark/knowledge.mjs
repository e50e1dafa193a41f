// What the benchmark scripts know: the patterns as they stand in patterns/, and the words that a fitted weight may be tied to.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { knowledgeOf } from '../../dist/cli/knowledge.js';
import { words } from '../../dist/detect/words/tokens.js';
import { readPack } from '../../dist/load.js';
import { TOPICS } from '../../dist/topics.js';

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { version } = JSON.parse(readFileSync(root('package.json'), 'utf8'));

const pack = readPack(root('patterns'), version);
/** Tables that were fitted for other topics say nothing until they are fitted again. */
const fits = pack.aboutness.firstLook.startsWith(`clue\t${TOPICS.join('\t')}\n`);
export const knowledge = knowledgeOf(
  fits ? pack : { ...pack, aboutness: { firstLook: 'clue\n', secondLook: 'feature\n' } },
);

/** Names by which nobody but a person is called, and words nobody knows, get no weight: it would be knowledge of one chat. */
export function ordinaryVocabulary() {
  const known = new Set();
  for (const line of pack.people.english.split('\n')) known.add(line.split('\t')[0]);
  for (const { strong, weak, special } of pack.lexicons()) {
    for (const line of [...strong, ...weak, ...special.map(({ term }) => term)])
      for (const word of words(line)) known.add(word);
  }
  return (word) => known.has(word) || !/^\p{L}/u.test(word);
}
