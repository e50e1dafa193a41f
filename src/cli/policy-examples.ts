// Runs the examples of a policy through the path that a scan takes: detect, then decide. An entry must act on the messages that it
// gives as its own and leave those alone that it says are none of its business.

import type { Decision } from '../model.ts';
import { decide } from '../policy/decide.ts';
import type { Example, Policy } from '../policy/schema.ts';
import type { Knowledge } from '../scan.ts';
import { evidenceOf } from './invented-chat.ts';

export interface ExampleFailure {
  readonly id: string;
  /** `missing`: the entry should have acted and did not. `noisy`: it did and should not have. */
  readonly kind: 'missing' | 'noisy';
  /** The text of the example; it comes from the policy file. */
  readonly example: string;
  readonly says: string;
}

/** The examples of a policy that do not hold when its entries decide. */
export async function examplesFailing(
  { dispositions, lenient }: Pick<Policy, 'dispositions' | 'lenient'>,
  knowledge: Knowledge,
): Promise<ExampleFailure[]> {
  const failures: ExampleFailure[] = [];
  const outcome = async (example: Example) =>
    decide(await evidenceOf(example, knowledge.detectors), knowledge.decisions);
  for (const { id, match, noMatch } of [...dispositions, ...lenient]) {
    for (const example of match) {
      const decision = await outcome(example);
      if (!acted(decision, id))
        failures.push({ id, kind: 'missing', example: shown(example), says: insteadOf(decision) });
    }
    for (const example of noMatch) {
      if (acted(await outcome(example), id))
        failures.push({ id, kind: 'noisy', example: shown(example), says: `is taken, although: ${example.why}` });
    }
  }
  return failures;
}

/** Ids of the entries of the policy that acted on a message. */
const entriesOf = ({ dispositions, lenient = [] }: Decision): string[] => [
  ...dispositions.flatMap(({ by }) => by ?? []),
  ...lenient,
];

const acted = (decision: Decision, id: string): boolean => entriesOf(decision).includes(id);

function insteadOf(decision: Decision): string {
  const entries = entriesOf(decision);
  return `is not taken (${decision.verdict}; ${entries.length > 0 ? `taken by ${entries.join(', ')}` : 'taken by none'})`;
}

const shown = ({ text, attachment }: Example): string => (text === '' ? `file ${attachment}` : text);
