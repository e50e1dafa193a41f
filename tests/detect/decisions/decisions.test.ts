// Which messages decide, ask for or take on something, and in what state: indicators to be checked, so each sign has its opposite here.

import { describe, expect, it } from 'vitest';
import { decisionFileSchema } from '../../../src/detect/decisions/decision-file.ts';
import { decisionReader } from '../../../src/detect/decisions/decisions.ts';
import { compilePhrases } from '../../../src/detect/decisions/phrases.ts';
import type { Aboutness, DecisionNote, Evidence, Finding } from '../../../src/model.ts';
import { TOPICS } from '../../../src/topics.ts';
import { readYaml } from '../../patterns.ts';

const file = decisionFileSchema.parse(readYaml('decisions.yaml'));
const phrases = compilePhrases(file);

type Kind = 'clinical' | 'corporate' | 'staffing';
interface Said {
  readonly text: string;
  readonly by?: string;
  /** `HH:MM`; a minute after the message before, without it. */
  readonly at?: string;
  readonly finds?: readonly string[];
  readonly leansOn?: readonly number[];
  readonly kind?: Kind | 'ordinary';
}

const TOPIC = { clinical: 'care', corporate: 'corporate', staffing: 'hr' } as const;

function evidenceOf(
  { text, by = 'A', at, finds = [], leansOn = [], kind = 'clinical' }: Said,
  place: number,
): Evidence {
  const shares = Object.fromEntries(TOPICS.map((topic) => [topic, 0])) as Record<(typeof TOPICS)[number], number>;
  if (kind !== 'ordinary') shares[TOPIC[kind]] = 0.9;
  const aboutness: Aboutness = { ...shares, because: [], leansOn };
  const findings = finds.map((category): Finding => {
    return { pattern: 'test', category, start: 0, end: 1, confidence: 0.9, because: [] };
  });
  const clock = at ?? `10:${String(place).padStart(2, '0')}`;
  return {
    message: {
      index: place + 1,
      kind: 'said',
      at: `2024-03-04T${clock}`,
      sender: by,
      text,
      attachments: [],
      marks: [],
      line: place + 1,
    },
    setting: { work: true, ward: true },
    findings,
    signals: [],
    aboutness,
  };
}

/** The notes on the messages of a chat, each read with the four that follow it. */
function notesOn(...said: readonly Said[]): (DecisionNote | undefined)[] {
  const reader = decisionReader(phrases);
  const all = said.map(evidenceOf);
  return all.map((one, at) => reader.next(one, all.slice(at + 1, at + 5)));
}
const noteOn = (said: Said): DecisionNote | undefined => notesOn(said)[0];

describe('the examples of patterns/decisions.yaml', () => {
  it.each(file.match)('$text: $is', ({ text, kind, is }) => {
    expect(noteOn({ text, kind })).toMatchObject({ kind, role: is });
  });

  it.each(file.noMatch)('$text: nothing ($why)', ({ text, kind }) => {
    expect(noteOn({ text, kind })).toBeUndefined();
  });

  it('are found in talk about care, colleagues or the organisation alone', () => {
    expect(noteOn({ text: 'stop the car, agreed, can you ring me', kind: 'ordinary' })).toBeUndefined();
  });
});

describe('what is no decision', () => {
  it.each([
    'has anybody decided yet?',
    'not for theatre until he is seen?',
    'nothing decided',
    "they haven't decided",
    'if they agreed that we would know',
    'repeat gas 7.31',
    'give me a minute',
  ])('%s', (text) => {
    expect(noteOn({ text })?.role).not.toBe('decision');
  });
});

describe('who acts, and when', () => {
  it('is the sender who takes it on', () => {
    expect(noteOn({ text: "I'll ring the family by 5pm" })).toMatchObject({
      role: 'action',
      owner: 'sender',
      due: '17:00',
    });
  });

  it('is nobody in particular where nobody is named', () => {
    expect(noteOn({ text: 'can someone bleed him before handover' })).toMatchObject({
      role: 'request',
      owner: 'anyone',
      due: 'before handover',
    });
  });

  it('is not given a half of the day that the wording leaves open', () => {
    expect(noteOn({ text: 'can you scan her by 2 please' })?.due).toBe('2:00');
  });

  it('is no time of a thing that is only counted', () => {
    expect(noteOn({ text: 'can you give her up by 2 units' })?.due).toBeUndefined();
  });

  it('is the colleague who takes it on just after', () => {
    const [asked] = notesOn({ text: 'can someone chase his CT', by: 'A' }, { text: 'on it', by: 'B' });
    expect(asked?.takenOn).toEqual({ index: 2, sender: 'B' });
  });

  it('is not somebody who says something else', () => {
    const [asked] = notesOn({ text: 'can someone chase his CT', by: 'A' }, { text: 'kettle is on', by: 'B' });
    expect(asked?.takenOn).toBeUndefined();
  });
});

describe('the signs', () => {
  const signs = (...said: readonly Said[]) => notesOn(...said).map((note) => note?.signs ?? []);

  it('no reason: none in a decision that wants one', () => {
    expect(signs({ text: 'stop his apixaban' })).toEqual([['no-reason']]);
  });

  it.each([
    { text: "stop his apixaban, he's bleeding", finds: ['patient.clinical.symptom'] },
    { text: 'stop his apixaban because theatre want him' },
    { text: 'stop it. Hb 68' },
    { text: 'home tomorrow' },
  ])('no reason: not of "$text"', (said) => {
    expect(signs(said)[0]).not.toContain('no-reason');
  });

  it('no reason: not where the talk before it gives one', () => {
    const before = { text: 'NEWS going up', finds: ['patient.clinical.observation'] };
    expect(signs(before, { text: 'stop his apixaban', leansOn: [1] })[1]).toEqual([]);
  });

  it('hedged: from memory', () => {
    expect(signs({ text: 'increase it again, from memory he had 5mg' })[0]).toContain('hedged');
    expect(signs({ text: 'increase it to 5mg, levels are back' })[0]).not.toContain('hedged');
  });

  it('quick agreement: a proposal and a yes within two minutes', () => {
    const yes = (at: string) =>
      notesOn(
        { text: 'shall we stop his apixaban, Hb 68?', by: 'A', at: '10:00' },
        { text: 'yes do it', by: 'B', at },
      )[0];
    expect(yes('10:02')).toMatchObject({ role: 'decision', signs: ['quick-agreement'] });
    expect(yes('10:20')).toMatchObject({ role: 'decision', signs: [] });
  });

  it('quick agreement: not when an order is only acknowledged', () => {
    const order = { text: 'stop his apixaban, Hb 68', by: 'A' };
    expect(signs(order, { text: 'ok', by: 'B' })[0]).toEqual([]);
  });

  it('a proposal that nobody agreed to decides nothing', () => {
    const [proposal] = notesOn({ text: 'shall we stop his apixaban?', by: 'A' }, { text: 'hang on', by: 'B' });
    expect(proposal).toBeUndefined();
  });

  it('unanswered question: its author asked, and nobody wrote', () => {
    const asked = { text: 'is he on warfarin?', by: 'A', finds: ['patient.clinical.medication'] };
    const decided = { text: 'keep him in, Hb 68', by: 'A' };
    expect(signs(asked, decided)[1]).toContain('unanswered-question');
    expect(signs(asked, { text: 'no', by: 'B' }, decided)[2]).not.toContain('unanswered-question');
  });

  it('not written up: said by its author soon after', () => {
    const decided = { text: 'stop his apixaban, Hb 68', by: 'A' };
    const owns = { text: 'will write it up later', finds: ['governance.not-documented'] };
    expect(signs(decided, { ...owns, by: 'A' })[0]).toEqual(['not-documented']);
    expect(signs(decided, { ...owns, by: 'B' })[0]).toEqual([]);
    expect(signs(decided, { ...owns, by: 'A', at: '12:00' })[0]).toEqual([]);
  });

  it('written up: said so, which is a good sign', () => {
    const decided = { text: 'stop his apixaban, Hb 68. documented on rio', finds: ['governance.moved-to-formal'] };
    expect(signs(decided)).toEqual([['moved-to-formal']]);
  });
});

it('says on what kinds of information a decision rests, its own and those it leans on', () => {
  const result = { text: 'K 6.8', finds: ['patient.clinical.result'] };
  const decided = { text: 'stop his ramipril', finds: ['patient.clinical.medication'], leansOn: [1] };
  expect(notesOn(result, decided)[1]?.basis).toEqual(['patient.clinical.result']);
});

it('holds no words of the message but those of the pattern file', () => {
  const note = noteOn({ text: 'stop zxqv for Mr Quillfeather by 5pm, can you ring Brenda Oaktree' });
  expect(JSON.stringify(note)).not.toMatch(/quill|brenda|oaktree|zxqv/i);
});
