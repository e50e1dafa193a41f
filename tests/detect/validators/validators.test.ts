// Worked examples of every check, from the documents that define it.

import { describe, expect, it } from 'vitest';
import { VALIDATORS } from '../../../src/detect/validators/index.ts';

const check = (name: string, value: string) => {
  const validate = VALIDATORS.get(name);
  if (!validate) throw new Error(`no validator ${name}`);
  return validate(value);
};

const valid: Record<string, readonly string[]> = {
  'nhs-number': [
    '943 476 5919',
    '999 000 0018',
    '999 000 1383',
    '999 000 2754',
    '999-000-4129',
    '987 654 3210',
    '400 000 0632',
    '7700900019',
    '4857773457',
  ],
  'nhs-number-mistyped': ['999 000 1384', '999 000 138', '999 000 13833', '0113011113', '485 777 3456'],
  'chi-number': ['0101011113', '0101011237', '1009701234', '0101201234', '101011113', '010101 1113', '0306406152'],
  'hc-number': ['346 295 0622', '3462950622'],
  nino: ['AB123456C', 'AB 12 34 56 C', 'ab-12-34-56-c', 'AB123456'],
  utr: ['1955839661', '2234567890K', '1097172564', '19558 39661'],
  card: ['4111 1111 1111 1111', '3782 822463 10005', '5555555555554444', '6011111111111117'],
  iban: ['GB82 WEST 1234 5698 7654 32', 'gb82west12345698765432'],
  'driving-licence': ['MORGA657054SM9IJ', 'FOX99801234AB9CD', 'morga 657054 sm9ij'],
  postcode: [
    'L1 8JQ',
    'SW1A 1AA',
    'EC1A1BB',
    'M1 1AE',
    'B33 8TH',
    'W1A 0AX',
    'BF1 3AA',
    'GIR 0AA',
    'l12 4ab',
    'JE2 3AB',
  ],
  snomed: ['22298006', '73211009', '38341003'],
  'nmc-pin': ['71A2998E', '00B0361E', '71a2998e'],
  'uk-phone': [
    '07700 900123',
    '+44 7700 900123',
    '+44 (0)7700 900 123',
    '0044 7700900123',
    '01632 960123',
    '020 7946 0123',
    '(0151) 496 0123',
    '7700900019',
  ],
  'date-of-birth': [
    '12/3/52',
    '12.03.52',
    '12.03.1952',
    '12-Mar-1952',
    '12th March 52',
    '5th of may 1948',
    'march 5 1948',
    '19520312',
    '1952-03-12',
    '120352',
    '12031952',
    '12 3 52',
    '03/52',
    '52',
    '1952',
    '29/2/1952',
    '29/2/00',
  ],
  vrm: ['AB51 ABC', 'BD76 SMR', 'ab12cde'],
  age: ['72F', 'F84', '103 y/o lady', '1yo'],
  'employee-number': ['10949595-4', '10002345-2', '20123456', '20241399'],
  email: ['moira.hale@example.org', 'a@example.co.uk'],
  initials: ['JS', 'MH', 'J.S.', 'E.D.'],
  secret: ['Summer24!', 'Rowan2024', 'ilove_nhs', '4417', 'Bloods#1', 'ward12pass'],
  'secret-word': ['sunflower', 'Rowanward'],
  'street-name': [
    '12 Acacia Ave',
    '14 st marys road',
    'flat 3 Rowan Court',
    'flat 2, 117 upper hope street',
    '22 the crescent',
  ],
};

const invalid: Record<string, readonly string[]> = {
  'nhs-number': [
    '943 476 5918',
    '999 123 4560',
    '485 777 3456',
    '000 000 0000',
    '9999999999',
    '0101011113',
    '3462950622',
    '99900013',
    ...Array.from({ length: 10 }, (_, digit) => `999000000${digit}`),
  ],
  'nhs-number-mistyped': ['999 000 1383', '0101011113', '346 295 0622', '0000000000', '12345', '999 000 138 123'],
  'chi-number': ['0113011113', '3201201234', '0101011114', '3002701234', '12345'],
  'hc-number': ['346 295 0623', '311 295 0622', '3333333333'],
  nino: ['QQ123456C', 'AO123456A', 'GB123456A', 'TN123456A', 'DA123456A', 'AB123456E'],
  utr: ['2955839661', '1234567890', '5550000621', '12345'],
  card: ['4111 1111 1111 1112', '9111 1111 1111 1110', '411111111111'],
  iban: ['GB82 WEST 1234 5698 7654 33', 'GB82 WEST 1234'],
  'driving-licence': ['99999657054SM9IJ', 'MORGA613054SM9IJ', 'MORGA663054SM9IJ', 'MORGA602314SM9IJ'],
  postcode: ['L1 8CQ', 'Q1 1AA', 'T2 3RD', 'm6 2hr', 'b6 2nd', 'XM4 5HQ', 'ZZ99 3VZ'],
  snomed: ['22298007', '22298026', '12345'],
  'nmc-pin': ['12Z1234E', '12M1234E', '12A1234X'],
  'uk-phone': ['0300 123 1234', '07000 000000', '07700 90012', '0800 111111', '07777 777777', '07600 900123'],
  'date-of-birth': [
    '31/2/52',
    '12/13/52',
    '12/3/1852',
    '12/3/2052',
    '29/2/1953',
    '0/1/52',
    '32/1/52',
    '2000-13-01',
    'monday',
    '12 foo 1952',
  ],
  vrm: ['AB30 CDE', 'AI12 CDE', 'AB01 CDE', 'AB51 AQC'],
  age: ['120M', '0F', 'F'],
  'employee-number': ['20240312', '31234567', '1234567'],
  email: ['jo@nhs.net', 'ward12@example.nhs.uk', 'jo@council.gov.uk'],
  initials: ['CT', 'NOF', 'ED', 'DNA'],
  secret: ['expired', 'wrong!', 'reset!!', '10am', '2024', '24/7', '14:30', 'sunflower'],
  'secret-word': ['wrong', 'expired'],
  'street-name': ['10 mins down the road', '3 pts close', '5 cars down our street', '1 way street'],
};

const rows = (examples: Record<string, readonly string[]>): (readonly [string, string])[] =>
  Object.entries(examples).flatMap(([name, values]) => values.map((value) => [name, value] as const));

describe('validators', () => {
  it.each(rows(valid))('%s accepts %s', (name, value) => {
    expect(check(name, value).valid).toBe(true);
  });

  it.each(rows(invalid))('%s refuses %s', (name, value) => {
    expect(check(name, value).valid).toBe(false);
  });

  it('all have examples both ways', () => {
    expect(Object.keys(valid).sort()).toEqual([...VALIDATORS.keys()].sort());
    expect(Object.keys(invalid).sort()).toEqual([...VALIDATORS.keys()].sort());
  });

  it('never repeat the value in their reason', () => {
    for (const [name, value] of [...rows(valid), ...rows(invalid)]) {
      expect(check(name, value).because).not.toContain(value);
    }
  });
});

describe('the reason', () => {
  it.each([
    ['999 000 0018', 'check digit passes, in the range reserved for tests'],
    ['400 000 0632', 'check digit passes'],
    ['943 476 5918', 'check digit fails'],
    ['9999999999', 'the same digit ten times'],
    ['0101011113', "check digit passes, in the range of Scotland's CHI numbers"],
    ['3462950622', "check digit passes, in the range of Northern Ireland's H&C numbers"],
    ['0000000000', 'the same digit ten times'],
  ])('for the NHS number %s is: %s', (value, because) => {
    expect(check('nhs-number', value).because).toBe(because);
  });

  it.each([
    ['500 000 0000', 'in a range reserved for internal testing'],
    ['800 000 0000', 'in the range of the Irish health identifier'],
    ['870 000 0000', 'in a range that was never issued'],
    ['005 000 0000', 'in a range that is not in use'],
    ['311 500 0000', 'in a range that is not in use'],
  ])('names the range of a number that begins like %s: %s', (start, range) => {
    const passing = Array.from({ length: 100 }, (_, index) => Number(start.replaceAll(' ', '')) + index)
      .map((number) => check('nhs-number', String(number).padStart(10, '0')))
      .find(({ because }) => because.startsWith('check digit passes'));
    expect(passing?.because).toBe(`check digit passes, ${range}`);
  });

  it('tells a digit missing from one too many and from a wrong one', () => {
    expect(
      ['999000138', '99900013833', '9990001384'].map((value) => check('nhs-number-mistyped', value).because),
    ).toEqual([
      'nine digits: one is missing?',
      'eleven digits: one too many?',
      'check digit fails or the range is not in use: mistyped?',
    ]);
  });

  it('says by which rule a CHI number passes', () => {
    expect(check('chi-number', '0101011113').because).toBe('begins with a real date, check digit passes');
    expect(check('chi-number', '1009701234').because).toBe(
      'begins with a real date, check digit passes by the rule of 2026',
    );
  });
});
