// What a chat teaches: shapes of hospital numbers, names of wards; and lists whose lines begin with beds.

import { describe, expect, it } from 'vitest';
import { bedCodes } from '../../../src/detect/identifiers/bed-codes.ts';
import { bedLines } from '../../../src/detect/identifiers/bed-lines.ts';
import { conversationIdentifiers } from '../../../src/detect/identifiers/identifiers.ts';
import { localNumbers } from '../../../src/detect/identifiers/local-numbers.ts';
import { namedWards } from '../../../src/detect/identifiers/named-wards.ts';
import type { Finding, Message } from '../../../src/model.ts';
import { said, shown } from './said.ts';

const finding = ({ text }: Message, value: string, category: string): Finding => {
  const start = text.indexOf(value);
  return { pattern: 'x', category, start, end: start + value.length, confidence: 0.9, because: ['x'] };
};
const called = (message: Message): Finding[] => {
  const value = /hosp no (\S+)/.exec(message.text)?.[1];
  return value ? [finding(message, value, 'patient.identifier.hospital-number')] : [];
};

function numbersIn(...texts: readonly string[]): string[] {
  const numbers = localNumbers();
  return said(...texts.map((text) => ['Jo', text] as const))
    .map((message) => shown(message, numbers.next(message, called(message))))
    .at(-1) as string[];
}

describe('hospital numbers of the Trust', () => {
  it('count without the word once two of their shape had it', () => {
    expect(numbersIn('hosp no K0123456', 'hosp no K0123457', 'and K0999999 too')).toEqual([
      'hospital-number-local: K0999999',
    ]);
  });

  it('are not learnt from one number told twice', () => {
    expect(numbersIn('hosp no K0123456', 'hosp no K0123456', 'and K0999999 too')).toEqual([]);
  });

  it('need three when they are digits only', () => {
    expect(numbersIn('hosp no 0123456', 'hosp no 0123457', 'and 0999999 too')).toEqual([]);
    expect(numbersIn('hosp no 0123456', 'hosp no 0123457', 'hosp no 0123458', 'and 0999999 too')).toHaveLength(1);
  });

  it('are not what the chat calls otherwise', () => {
    expect(numbersIn('hosp no K0123456', 'hosp no K0123457', 'order no K0999999')).toEqual([]);
  });
});

function wardsIn(title: string, ...texts: readonly string[]): string[] {
  const wards = namedWards(title);
  return said(...texts.map((text) => ['Jo', text] as const))
    .map((message) => shown(message, wards.next(message)))
    .at(-1) as string[];
}

describe('a ward with a name', () => {
  it('is learnt from the title, from talk of the ward and from a list', () => {
    const bed = ['location-named-ward: Larch 4'];
    expect(wardsIn('Larch Ward nights', 'Larch 4 is in pain')).toEqual(bed);
    expect(wardsIn('nights', 'from Larch ward', 'Larch 4 is in pain')).toEqual(bed);
    expect(wardsIn('nights', 'Vale Larch 2, Reed Larch 11', 'Larch 4 is in pain')).toEqual(bed);
  });

  it('is not any word before a number', () => {
    expect(wardsIn('nights', 'Amina 4 is in pain')).toEqual([]);
    expect(wardsIn('nights', 'Level 2 and Level 3, the Medical ward', 'Level 4')).toEqual([]);
    expect(wardsIn('Larch Ward', 'Larch 4 beds short')).toEqual([]);
  });
});

describe('a bed code without care beside it', () => {
  const codesIn = (...texts: readonly string[]): string[] => {
    const codes = bedCodes();
    const taught = (message: Message): Finding[] =>
      [...message.text.matchAll(/pt (\w\d)/g)].map(([, code = '']) => ({
        ...finding(message, code, 'patient.identifier.location-bed'),
        pattern: 'location-code',
      }));
    return said(...texts.map((text) => ['Jo', text] as const))
      .map((message) => shown(message, codes.next(message, taught(message))))
      .at(-1) as string[];
  };

  it('counts once three codes had care beside them', () => {
    expect(codesIn('pt C1', 'pt C2', 'pt B4', 'sorry. B15')).toEqual(['location-local-code: B15']);
    expect(codesIn('pt C1', 'pt C2', 'pt C2', 'sorry. B15')).toEqual([]);
  });

  it('is not a vitamin or a pay band', () => {
    expect(codesIn('pt C1', 'pt C2', 'pt B4', 'low B12, band B6 or B12 injection')).toEqual([]);
  });
});

describe('a list with bare numbers', () => {
  const linesOf = (text: string): string[] => {
    const [message] = said(['Jo', text]) as [Message];
    const care = [...text.matchAll(/angio|home|TOE/g)].map(({ index }) => ({
      ...finding(message, 'x', 'patient.clinical.treatment'),
      start: index,
      end: index + 3,
    }));
    return shown(message, bedLines(text, care));
  };

  it('tells of beds when they go up with gaps and the lines speak of care', () => {
    expect(linesOf('Fri: 4 angio first\n9 home am\n14 TOE')).toEqual([
      'location-list-line: 4',
      'location-list-line: 9',
      'location-list-line: 14',
    ]);
  });

  it('is an ordinary list when it counts 1, 2, 3', () => {
    expect(linesOf('1 angio\n2 home\n3 TOE')).toEqual([]);
  });

  it('is shopping when nothing speaks of care', () => {
    expect(linesOf('2 milk\n4 bread\n7 eggs')).toEqual([]);
  });
});

describe('all of them together', () => {
  it.each(['Larch 4 ', 'C3 ', '1 x\n', 'K0123456 ', '9', '. ', 'code? '])(
    'take time in proportion to a message of nothing but "%s"',
    (piece) => {
      const cost = (size: number): number => {
        const messages = said(['Jo', 'Larch ward'], ['Jo', piece.repeat(size / piece.length)]);
        const runs = Array.from({ length: 5 }, () => {
          const identifiers = conversationIdentifiers('');
          const before = process.cpuUsage();
          for (const [at, message] of messages.entries()) identifiers.next(message, messages[at + 1], []);
          const { user, system } = process.cpuUsage(before);
          return (user + system) / 1000;
        });
        return Math.min(...runs);
      };
      const half = cost(32_768);
      expect(cost(65_536)).toBeLessThan(4 * half + 10);
    },
  );

  it('leave a sure identifier alone and replace a weak one', () => {
    const [first, second] = said(['Jo', '999 000'], ['Jo', '1383']) as [Message, Message];
    const weak = { ...finding(first, '999', 'patient.clinical.result'), confidence: 0.4 };
    const sure = finding(first, '999 000', 'patient.identifier.phone');
    expect(shown(first, conversationIdentifiers('').next(first, second, [weak]))).toEqual([
      'nhs-number-split: 999 000',
    ]);
    expect(shown(first, conversationIdentifiers('').next(first, second, [sure]))).toEqual(['x: 999 000']);
  });
});
