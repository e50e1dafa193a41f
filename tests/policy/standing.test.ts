// Who is on the staff list: whole names and numbers decide, and whatever is unclear accuses nobody.

import { describe, expect, it } from 'vitest';
import { staffListSchema } from '../../src/policy/staff-list.ts';
import { standingsFrom } from '../../src/policy/standing.ts';

const LIST = {
  staff: [
    { name: 'Sam Ward', numbers: ['07700 900123', '+44 (0)7700 900124'] },
    { name: "O'Neill, Siobhán", numbers: ['0044 7700 900125'] },
    { name: 'Anna Porter', numbers: ['+353 87 000 0001'] },
    { name: 'Bo Marsh', numbers: ['07700900126'], left: '2024-03-31' },
    { name: 'Jo Green', numbers: ['07700 900127'] },
    { name: 'Jo Green', numbers: ['07700 900128'], left: '2023-01-01' },
    { name: 'Cy Dunn', numbers: ['07700 900126'], left: '2022-01-01' },
  ],
  numbers: { prefixes: ['+44 7700 9005'] },
};
const standing = (name: string, list: object = LIST) =>
  standingsFrom(staffListSchema.parse(list))([{ name }])[0]?.status;

describe('on the list', () => {
  it.each([
    'Sam Ward',
    'WARD, Sam',
    'Dr. Sam Ward',
    'Sam Ward 🩺',
    'Sam Ward HCA',
    '~Sam Ward',
    'Siobhan O’Neill',
    'Anna Porter',
    '07700 900123',
    '+44 7700 900124',
    '+44 7700 900125',
    '00353 87 000 0001',
    '+44 7700 900555',
  ])('%s', (name) => {
    expect(standing(name)).toBe('listed');
  });
});

describe('not to be told', () => {
  it.each([
    ['Sam', 'half a name'],
    ['Sam AMU', 'half a name and a place'],
    ['Samuel Ward', 'may be Sam'],
    ['S Ward', 'an initial'],
    ['Sam Brown', 'may be Sam, married'],
    ['Katie Ward', 'may be a relative, or Sam’s other name'],
    ['~Gavin Roofing', 'a name that somebody gave themselves'],
    ['Mum', 'no whole name'],
    ['Physio Team', 'no name'],
    ['李明 王', 'another script than that of the list'],
    ['Jo Green', 'one of that name left, another did not'],
    ['Ward 12 Phone', 'no name'],
  ])('%s: %s', (name) => {
    expect(standing(name)).toBe('unknown');
  });
});

describe('not on the list', () => {
  it.each(['Gavin Roofing', '07700 900129', '+44 7700 900123 4'])('%s', (name) => {
    expect(standing(name)).toBe('unlisted');
  });
});

describe('a number that is not on the list', () => {
  const half = { staff: [{ name: 'Sam Ward' }, { name: 'Bo Marsh', numbers: ['07700 900126'] }] };
  const statuses = (...names: string[]) =>
    standingsFrom(staffListSchema.parse(half))(names.map((name) => ({ name }))).map(({ status }) => status);

  it('may be that of a colleague who is listed without one', () => {
    expect(statuses('+44 7700 900129')).toEqual(['unknown']);
  });

  it('is nobody’s when that colleague stands in the chat by name', () => {
    expect(statuses('+44 7700 900129', 'Ward, Sam')).toEqual(['unlisted', 'listed']);
  });
});

describe('who left', () => {
  it('is told with the last day; of two holders of a number with the later one', () => {
    expect(standingsFrom(staffListSchema.parse(LIST))([{ name: '07700 900126' }, { name: 'Cy Dunn' }])).toEqual([
      { status: 'left', leftOn: '2024-03-31' },
      { status: 'left', leftOn: '2022-01-01' },
    ]);
  });

  it('has handed a number on to whoever holds it now', () => {
    const list = {
      staff: [
        { name: 'Bo Marsh', numbers: ['07700 900126'], left: '2024-03-31' },
        { name: 'Cy Dunn', numbers: ['07700 900126'] },
      ],
    };
    expect(standing('07700 900126', list)).toBe('listed');
  });
});

describe('a staff list is refused', () => {
  it.each([
    ['without anybody', { staff: [] }],
    ['with a prefix that half the country has', { ...LIST, numbers: { prefixes: ['077'] } }],
    ['with words for a number', { staff: [{ name: 'Sam Ward', numbers: ['ask Jo'] }] }],
    ['with a day written otherwise', { staff: [{ name: 'Sam Ward', left: '31/03/2024' }] }],
    ['with a key that is not known', { staff: [{ name: 'Sam Ward', leaver: 'yes' }] }],
  ])('%s', (_, list) => {
    expect(staffListSchema.safeParse(list).success).toBe(false);
  });
});
