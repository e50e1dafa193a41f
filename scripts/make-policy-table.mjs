// Writes docs/policy.md: each sentence of the Trust policy, what it asks of the program, what serves it, and the test that shows it.
// Made from docs/policy.yaml and the shipped policy. With --print it prints the table instead. Run after a build.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readPack } from '../dist/load.js';

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { sentences } = parse(readFileSync(root('docs/policy.yaml'), 'utf8'));
const pack = readPack(root('patterns'), '0');

const servedBy = (id) => {
  const entries = pack.policy.dispositions.filter(({ because }) => because.includes(id));
  return entries.map((entry) => `${entry.id} (${entry.destination})`).join(', ');
};

const rows = pack.clauses
  .filter(({ kind }) => kind === 'policy')
  .map(({ id, source }) => {
    const { anchor, asks, none, open, test, name } = sentences[id];
    const what = asks ?? (none === undefined ? `Not served yet: ${open}` : `Nothing: ${none}`);
    const shown = test === undefined ? '' : `${test}: ${name}`;
    return `| ${id} | ${source.replace('Trust policy, ', '')}: "${anchor}" | ${what} | ${servedBy(id)} | ${shown} |`;
  });

const text = `# The Trust policy, sentence by sentence

Made by \`npm run policy-table\` from docs/policy.yaml and patterns/policy/; do not edit by hand. The fourth column names the entries of
the policy trust-strict that cite the sentence, with their destination; \`ig-scan policy show ENTRY\` shows one in full.

| clause | sentence | what it asks of the program | entries | shown by |
|---|---|---|---|---|
${rows.join('\n')}
`;

if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(root('docs/policy.md'), text);
