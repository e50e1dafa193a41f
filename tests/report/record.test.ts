// No destination without what speaks for it: where no word of a message says so, the record says how it reads.

import { expect, it } from 'vitest';
import type { Decision, Evidence, Finding } from '../../src/model.ts';
import { messageRecord } from '../../src/report/record.ts';
import { redactor } from '../../src/report/redact.ts';
import { NO_TOPICS } from '../topics.ts';
import { ORDINARY } from './run.ts';

const TOPICS = { ...NO_TOPICS, person: 0.2, incident: 0.7 };
const DECISION: Decision = {
  ...ORDINARY,
  dispositions: [{ destination: 'incident-system', because: ['POL-14'] }],
  residual: 'do-not-delete-yet',
};

function recordOf(findings: readonly Finding[]) {
  const text = 'alarm went off and nobody came';
  const evidence: Evidence = {
    message: {
      index: 3,
      kind: 'said',
      at: '2024-01-01T10:00',
      sender: 'Ann',
      text,
      attachments: [],
      marks: [],
      line: 3,
    },
    setting: { work: true, ward: true },
    findings,
    signals: [],
    aboutness: { ...TOPICS, because: [], leansOn: [] },
  };
  return messageRecord(
    evidence,
    DECISION,
    { members: 4 },
    'c-1',
    redactor([{ name: 'Ann', said: 1 }], () => []),
    [],
    [],
  );
}

it('says that a message reads as an incident where no word says so', () => {
  expect(recordOf([]).findings).toEqual([
    {
      id: 'c-1:3.1',
      pattern: 'aboutness',
      category: 'context.aboutness-incident',
      start: 0,
      end: 30,
      confidence: 0.7,
      because: [],
    },
  ]);
});

it('leaves it at the words where there are some', () => {
  const fall = { pattern: 'x', category: 'incident.fall', start: 0, end: 5, confidence: 0.9, because: [] };
  expect(recordOf([fall]).findings.map(({ category }) => category)).toEqual(['incident.fall']);
});
