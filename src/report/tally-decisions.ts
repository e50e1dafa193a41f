// Counts what reported messages decide, ask for or take on.

import type { DecisionCounts, DecisionKind, DecisionRole, DecisionSign, MessageRecord } from '../model.ts';
import { DECISION_KINDS, DECISION_ROLES, DECISION_SIGNS } from './decision-words.ts';
import { zeros } from './words.ts';

export interface DecisionTally {
  record(record: Pick<MessageRecord, 'decision'>): void;
  counts(): DecisionCounts;
}

export function decisionTally(): DecisionTally {
  const byRole = zeros<DecisionRole>(DECISION_ROLES);
  const byKind = zeros<DecisionKind>(DECISION_KINDS);
  const bySign = zeros<DecisionSign>(DECISION_SIGNS);
  return {
    record: ({ decision }) => {
      if (!decision) return;
      byRole[decision.role] += 1;
      byKind[decision.kind] += 1;
      for (const sign of decision.signs) bySign[sign] += 1;
    },
    counts: () => ({ byRole, byKind, bySign }),
  };
}
