// Names as clinical systems print them: the family name in capitals, a comma, the given name.

import { expect, it } from 'vitest';
import { peopleOf } from '../../../src/detect/people/people.ts';
import { message, table } from './chat-set.ts';

const names = (text: string): string[] =>
  peopleOf(table, [])
    .find(message(text))
    .filter(({ category }) => category === 'patient.identifier.name-full')
    .map(({ start, end }) => text.slice(start, end));

it.each([
  ['Ward 7B-05 | RAHMAN, Farida | 17-Sep-1944', 'RAHMAN, Farida'],
  ["O'CONNELL, Siobhan has gone to theatre", "O'CONNELL, Siobhan"],
])('%s names one person', (text, name) => {
  expect(names(text)).toEqual([name]);
});

it.each(['URGENT, Grace can you come', 'THANKS, Mark', 'MRSA, Grace please swab'])(
  '%s speaks to a colleague',
  (text) => {
    expect(names(text)).toEqual([]);
  },
);
