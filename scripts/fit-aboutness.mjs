// Fits the aboutness weights on the labelled chats and writes patterns/aboutness/*.tsv.
//   npm run fit                     on all labelled chats
//   npm run fit -- --without-third  on the two thirds that are not kept aside
// Run it again when patterns change. `npm run accuracy -- --cross-validate` shows what such weights are worth on chats never seen.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitBoth, readForFit, tablesOf } from './benchmark/aboutness.mjs';
import { isKeptAside, labelledChats } from './benchmark/chats.mjs';

const isUsed = process.argv.includes('--without-third') ? (chat) => !isKeptAside(chat) : () => true;
const chats = labelledChats().filter(isUsed);
const { firstLook, secondLook } = tablesOf(fitBoth(await readForFit(chats)));
const write = (name, text) =>
  writeFileSync(fileURLToPath(new URL(`../patterns/aboutness/${name}`, import.meta.url)), text);
write('first-look.tsv', firstLook);
write('second-look.tsv', secondLook);
console.log(`fitted on ${chats.length} chats`);
