import { describe, expect, it } from 'vitest';
import { answers } from '../../../src/detect/identifiers/answers.ts';
import type { Message } from '../../../src/model.ts';
import { said, shown } from './said.ts';

function last(messages: readonly Message[]): string[] {
  const answered = answers();
  return messages.map((message) => shown(message, answered.next(message))).at(-1) ?? [];
}

describe('a bare value after a question', () => {
  it.each([
    ["what's her hosp number", 'M0123456', 'hospital-number-answer: M0123456'],
    ['hosp no please', 'HY 0123456', 'hospital-number-answer: HY 0123456'],
    ['need nhs no for the form', '999 000 1384', 'nhs-number-answer: 999 000 1384'],
    ['whats his dob?', '12/3/52', 'dob-answer: 12/3/52'],
    ['Employee no?', '20123456', 'employee-number-answer: 20123456'],
    ['whats the key safe?', '2580. down the side', 'key-safe-answer: 2580'],
    ['anyone got the code for the sluice', '2580', 'door-code-answer: 2580'],
    ['who has the pw for the label server', 'Lab_4dmin', 'password-answer: Lab_4dmin'],
  ])('"%s" / "%s"', (question, value, finding) => {
    expect(last(said(['Jo', question], ['Sam', value]))).toEqual([finding]);
  });

  it('counts a few messages later', () => {
    expect(last(said(['Jo', 'hosp no?'], ['Sam', 'one sec'], ['Sam', 'M0123456']))).toHaveLength(1);
    const chatter = Array.from({ length: 6 }, () => ['Sam', 'haha'] as const);
    expect(last(said(['Jo', 'hosp no?'], ...chatter, ['Sam', 'M0123456']))).toEqual([]);
  });

  it('counts for ten minutes', () => {
    expect(last(said(['Jo', 'hosp no?'], ['Sam', 'M0123456', 11]))).toEqual([]);
  });

  it('is taken once', () => {
    expect(last(said(['Jo', 'door code?'], ['Sam', '2580'], ['Sam', '1530']))).toEqual([]);
  });

  it('is nothing without a question', () => {
    expect(last(said(['Jo', 'morning all'], ['Sam', '2580']))).toEqual([]);
  });

  it('is nothing when the message goes on with something else', () => {
    expect(last(said(['Jo', 'door code?'], ['Sam', '12 people have asked 2580 times']))).toEqual([]);
  });
});
