// Whom a message is about: who is one person of a chat and who is not.

import { describe, expect, it } from 'vitest';
import type { Carried, Finding } from '../../src/model.ts';
import { caseKey } from '../../src/report/case-key.ts';
import { peopleIn } from '../../src/report/people.ts';

const NAME = 'patient.identifier.name-partial';
const RELATIVE = 'patient.identifier.next-of-kin';
const STAFF = 'staff.identifier.name';
const NHS = 'patient.identifier.nhs-number';

type Said = readonly (readonly [text: string, category: string])[];

/** The pseudonyms of each message, which consists of the given pieces alone. `from`: index of the message that it borrows from. */
function peopleOf(messages: readonly { readonly said: Said; readonly from?: number }[], key?: Uint8Array): string[][] {
  const people = peopleIn('c-1', key && caseKey(key));
  return messages.map(({ said, from }, at) => {
    let text = '';
    const findings: Finding[] = said.map(([piece, category]) => {
      const start = text.length;
      text += `${piece} `;
      const pattern = category === NHS ? 'nhs-number' : 'person-name';
      return { pattern, category, start, end: start + piece.length, confidence: 0.9, because: [] };
    });
    const carried: Carried | undefined =
      from === undefined
        ? undefined
        : { power: 'strong', subject: 'patient', from: [from], confidence: 0.8, because: 'x' };
    const message = {
      index: at + 1,
      kind: 'said' as const,
      at: '2024-12-03T09:15',
      sender: 'Kate',
      text,
      attachments: [],
      marks: [],
      line: at + 1,
    };
    return [...people.of({ message, findings, ...(carried && { carried }) })()];
  });
}

const named = (...names: string[]) => peopleOf(names.map((name) => ({ said: [[name, NAME]] }))).flat();

describe('the people of a chat', () => {
  it.each([
    [
      'a surname with and without title and first name',
      ["Mr O'Neill", "Paddy O'Neill", 'oneill', 'Paddy', "O'Neill, Paddy"],
    ],
    ['a first name, then the whole name', ['Margaret', 'Margaret Hale', 'mrs hale']],
    ['a double-barrelled name', ['Gwendoline Parry-Roberts', 'Mrs Parry-Roberts']],
    ['a short form that begins alike', ['Patrick Shaw', 'Pat Shaw', 'P Shaw']],
  ])('are one: %s', (_, names) => expect(new Set(named(...names)).size).toBe(1));

  it.each([
    ['husband and wife', ['Mr Shaw', 'Mrs Shaw']],
    ['two first names', ['Ann Shaw', 'Joan Shaw']],
    ['two surnames', ['Ann Shaw', 'Ann Hale']],
  ])('are two: %s', (_, names) => expect(named(...names)).toEqual(['P1', 'P2']));

  it('are not guessed at where two could be meant', () => {
    expect(named('Ann Shaw', 'Joan Shaw', 'Shaw', 'Shaw', 'Ann')).toEqual(['P1', 'P2', 'P3', 'P3', 'P1']);
  });

  it('take no son for his father of the same surname, and know him again', () => {
    const said = (text: string, category: string) => ({ said: [[text, category]] as Said });
    const people = peopleOf([
      said('Mr Shaw', NAME),
      said('Alan Shaw', RELATIVE),
      said('Mr Shaw', NAME),
      said('Alan', NAME),
    ]);
    expect(people.flat()).toEqual(['P1', 'P2', 'P1', 'P2']);
  });

  it('own the number that stands beside their name, and are known by it later', () => {
    const people = peopleOf([
      {
        said: [
          ['Ann Shaw', NAME],
          ['999 000 1383', NHS],
        ],
      },
      { said: [['9990001383', NHS]] },
    ]);
    expect(people).toEqual([['P1'], ['P1']]);
  });

  it('do not own a number that could be of either of two', () => {
    const people = peopleOf([
      {
        said: [
          ['Ann Shaw', NAME],
          ['Joe Hale', NAME],
          ['999 000 1383', NHS],
        ],
      },
    ]);
    expect(people).toEqual([['P1', 'P2', 'P3']]);
  });

  it('do not own a number through a relative or a colleague who is named with it', () => {
    const people = peopleOf([
      {
        said: [
          ['Ann Shaw', NAME],
          ['Alan', RELATIVE],
          ['Kate', STAFF],
          ['999 000 1383', NHS],
        ],
      },
      { said: [['9990001383', NHS]] },
    ]);
    expect(people).toEqual([['P1', 'P2', 'P3'], ['P1']]);
  });

  it('are borrowed with the identity that a message leans on', () => {
    expect(peopleOf([{ said: [['Ann Shaw', NAME]] }, { said: [], from: 1 }, { said: [] }])).toEqual([
      ['P1'],
      ['P1'],
      [],
    ]);
  });

  it('are numbered as they are reported, not as they are met', () => {
    const people = peopleIn('c-1');
    const of = (text: string) =>
      people.of({
        message: { index: 1, kind: 'said', at: '', sender: '', text, attachments: [], marks: [], line: 1 },
        findings: [{ pattern: 'person-name', category: NAME, start: 0, end: text.length, confidence: 1, because: [] }],
      });
    of('Ann Shaw');
    expect(of('Joe Hale')()).toEqual(['P1']);
  });

  it('bear the same pseudonym in another chat where there is a key', () => {
    const key = Buffer.alloc(32, 3);
    const [here] = peopleOf([{ said: [['Ann Shaw', NAME]] }], key);
    const [, there] = peopleOf([{ said: [['Joe Hale', NAME]] }, { said: [['ann shaw', NAME]] }], key);
    expect(here).toEqual(there);
    expect(here?.[0]).toMatch(/^P-[0-9A-Z]{10}$/);
  });

  it('keep the memory bounded', () => {
    const crowd = Array.from(
      { length: 20_500 },
      (_, at) => `Ann Shaw${String.fromCharCode(97 + (at % 26))}${'x'.repeat(at % 17)}${Math.floor(at / 26)}`,
    );
    expect(new Set(named(...crowd)).size).toBeLessThanOrEqual(20_000);
  }, 20_000);
});
