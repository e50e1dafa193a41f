// Writes the tables of formats into README.md, between their markers: what can be read, and what is recognised and refused. Made from
// what each format says of itself. With --print it prints the README instead. Run after a build.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FOR_ALL, REFUSED } from '../dist/cli/formats-command.js';
import { ISSUES } from '../dist/issues.js';
import { FORMATS } from '../dist/parse/formats.js';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const START = '<!-- formats: made by `npm run formats-table`, do not edit by hand -->\n';
const END = '<!-- /formats -->\n';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const rows = FORMATS.map(({ name, about: { handIn, toldBy, limits, example } }) => {
  const link = `[${cell(name)}](${encodeURI(`fixtures/${example}`)})`;
  return `| ${link} | ${cell(handIn)} | ${cell(toldBy)} | ${cell(limits)} |`;
});
const refused = REFUSED.map((code) => `| ${cell(ISSUES[code].says)} | ${cell(ISSUES[code].advice)} |`);

const tables = `
<details>
<summary>All ${FORMATS.length} formats, and what is recognised and not read</summary>

| format, with an invented example | hand in | recognised by | limits |
|---|---|---|---|
${rows.join('\n')}

${FOR_ALL} Recognised and not read:

| what | what to do |
|---|---|
${refused.join('\n')}

</details>

`;

const before = readFileSync(readme, 'utf8');
const [from, to] = [before.indexOf(START), before.indexOf(END)];
if (from === -1 || to < from) throw new Error('README.md has lost the markers around the tables of formats.');
const text = before.slice(0, from + START.length) + tables + before.slice(to);

if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(readme, text);
