// What stands beside a name, numbers in talk about numbers, and beds told by the number that opens a message.

import { describe, expect, it } from 'vitest';
import { bedOpenings } from '../../../src/detect/identifiers/bed-openings.ts';
import { besideNames } from '../../../src/detect/identifiers/beside-names.ts';
import { looseNumbers } from '../../../src/detect/identifiers/loose-numbers.ts';
import type { Finding, Message } from '../../../src/model.ts';
import { said, shown } from './said.ts';

const finding = ({ text }: Message, value: string, category: string): Finding => {
  const start = text.indexOf(value);
  return { pattern: 'x', category, start, end: start + value.length, confidence: 0.9, because: ['x'] };
};

describe('a landline that nobody near it claims', () => {
  const landline = (text: string, confidence: number): string[] => {
    const message = said(['Jo', text])[0] as Message;
    const phone = {
      ...finding(message, '01632 960231', 'patient.identifier.phone'),
      pattern: 'phone-landline',
      confidence,
    };
    return shown(message, besideNames(message, [phone, finding(message, 'vera hale', 'patient.identifier.name-full')]));
  };

  it('is the phone of the patient whom the message names', () => {
    expect(landline('vera hale, on 01632 960231, no answer', 0.45)).toEqual(['phone-of-person: 01632 960231']);
  });

  it('is left alone where words of a ward or firm spoke against it', () => {
    expect(landline('vera hale, chemist is 01632 960231', 0.3)).toEqual([]);
  });
});

describe('what stands beside a name', () => {
  const beside = (text: string): string[] => {
    const message = said(['Jo', text])[0] as Message;
    return shown(message, besideNames(message, [finding(message, 'vera hale', 'patient.identifier.name-full')]));
  };
  it.each([
    ['vera hale 84, gave flu jab', 'age-beside-name: 84'],
    ['vera hale (7)', 'age-beside-name: 7'],
    ['vera hale 5 wks, faltering', 'age-beside-name: 5 wks'],
    ['vera hale 06/10/2021 all notes', 'dob-long-past: 06/10/2021'],
    ['vera hale B201234 sat in clinic', 'hospital-number-beside-name: B201234'],
    ['H-118220 vera hale is wanted', 'hospital-number-beside-name: H-118220'],
    ['vera hale 9990001384 not on there', 'nhs-number-beside-name: 9990001384'],
  ])('"%s"', (text, found) => {
    expect(beside(text)).toEqual([found]);
  });
  it.each([
    ['vera hale 12/03/24 appt', 'a date of now'],
    ['vera hale 10 mins late', 'minutes'],
    ['vera hale 7 til 3', 'a shift'],
    ['vera hale 61 Mill Road', 'a house'],
    ['order B201234 vera hale signed', 'an order'],
  ])('not "%s": %s', (text) => {
    expect(beside(text)).toEqual([]);
  });
});

describe('numbers in talk about numbers', () => {
  const last = (...texts: readonly string[]): string[] => {
    const loose = looseNumbers();
    return said(...texts.map((text) => ['Jo', text] as const))
      .map((message) => shown(message, loose.next(message)))
      .at(-1) as string[];
  };
  it.each([
    [['nhs for the form is 909 682.. no wait'], '909 682'],
    [['last digit 5 is a 6. its 9876956759??'], '9876956759'],
    [['spine says not found', 'it was 9990 9904 03'], '9990 9904 03'],
    [['wrist numbers ready. hale 9967 8120', 'and 52 on the end'], '52'],
    [['chi?', 'try 1104 742535'], '1104 742535'],
  ])('%j', (texts, value) => {
    expect(last(...texts)).toEqual([`nhs-number-loose: ${value}`]);
  });
  it.each([
    [['9876956759'], 'nothing says what it is'],
    [['parts arrived, the number is on the box, ref 9093417562'], 'an order'],
    [['numbers are down, 412 seen and 300 booked'], 'counts'],
  ])('not %j: %s', (texts) => {
    expect(last(...texts)).toEqual([]);
  });
});

describe('beds told by the number that opens a message', () => {
  const last = (...texts: readonly string[]): string[] => {
    const beds = bedOpenings();
    return said(...texts.map((text) => ['Jo', text] as const))
      .map((message) => shown(message, beds.next(message, [finding(message, 'trachy', 'patient.clinical.procedure')])))
      .at(-1) as string[];
  };
  it('counts once the chat has told two beds so', () => {
    expect(last('4 is for trachy')).toEqual([]);
    expect(last('4 is for trachy', 'my 9 needs trachy tapes')).toEqual(['location-opening: 9']);
  });
  it('is no count of things', () => {
    expect(last('4 is for trachy', '9 needs trachy', '3 tubes and a trachy to order')).toEqual([]);
  });
});
