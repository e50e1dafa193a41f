// Invented evidence, and the shipped rules and policy to decide on it, without the program's own loader.

import type { Evidence, Finding, Power, Severity } from '../../src/model.ts';
import type { DecisionData } from '../../src/policy/decide.ts';
import { factReader, flagsOfFacts } from '../../src/policy/facts.ts';
import { factsFileSchema, policyFileSchema, rulesFileSchema } from '../../src/policy/schema.ts';
import { readYaml } from '../patterns.ts';
import { NO_TOPICS } from '../topics.ts';

export const facts = factsFileSchema.parse(readYaml('rules/facts.yaml')).facts;
export const rules = rulesFileSchema.parse(readYaml('rules/combination.yaml')).rules;
export const policy = policyFileSchema.parse(readYaml('policy/trust-strict.yaml'));
const powerOf = (category: string): Power => {
  if (/nhs-number|name-full|address/.test(category)) return 'direct';
  if (/bed|name-partial/.test(category)) return 'strong';
  return category.startsWith('patient.identifier') ? 'weak' : 'none';
};
const SEVERITIES: Readonly<Record<string, Severity>> = {
  'governance.destruction-intent': 'critical',
  'governance.moved-to-formal': 'info',
};
const severityOf = (category: string) => SEVERITIES[category] ?? 'medium';
export const factsOf = factReader(facts, powerOf);
const flagOfFact = flagsOfFacts(facts);
export const data: DecisionData = { factsOf, flagOfFact, rules, policy, severityOf };

export const finding = (category: string, confidence = 0.9, pattern = category): Finding => ({
  pattern,
  category,
  start: 0,
  end: 1,
  confidence,
  because: [category],
});

/** As likely about a person as not: neither for nor against. */
export const TOPICS = { ...NO_TOPICS, person: 0.45, care: 0.33, hr: 0.2, corporate: 0.25, incident: 0.2 };

export const evidence = (findings: Finding[], rest: Partial<Evidence> = {}): Evidence => ({
  message: {
    index: 1,
    kind: 'said',
    at: '2024-01-01T10:00',
    sender: 'A',
    text: 'x',
    attachments: [],
    marks: [],
    line: 1,
  },
  setting: { work: true, ward: true },
  findings,
  signals: [],
  aboutness: { ...TOPICS, because: [], leansOn: [] },
  ...rest,
});
