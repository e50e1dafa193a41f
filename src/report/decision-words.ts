// Decisions and actions in words, for the reports that people read. Neutral: a sign is something to check with those concerned.

import type { DecisionKind, DecisionRecord, DecisionRole, DecisionSign, Summary } from '../model.ts';
import type { Wording } from './report.ts';
import { counted } from './sentences.ts';

export const DECISION_KINDS: Readonly<Record<DecisionKind, string>> = {
  clinical: 'clinical',
  corporate: 'of the organisation',
  staffing: 'about colleagues or staffing',
};

export const DECISION_ROLES: Readonly<Record<DecisionRole, string>> = {
  decision: 'Decision',
  request: 'Request',
  action: 'Action',
};

export const DECISION_SIGNS: Readonly<Record<DecisionSign, { readonly name: string; readonly says: string }>> = {
  'not-documented': {
    name: 'said to be not written up',
    says: 'Its author says, here or soon after, that it does not stand in the record yet.',
  },
  hedged: {
    name: 'on uncertain information',
    says: 'From memory, by hearsay or without having seen the notes, by its own words.',
  },
  'no-reason': { name: 'no reason seen', says: 'No reason, finding or number in it or in the messages it leans on.' },
  'quick-agreement': {
    name: 'agreed within two minutes',
    says: 'A proposal that somebody agreed to within two minutes: was there time to object?',
  },
  'unanswered-question': {
    name: 'question before it unanswered',
    says: 'Its author had asked something, and nobody wrote before the decision.',
  },
  'moved-to-formal': {
    name: 'said to be written up',
    says: 'Its author says that it stands in the record. A good sign: check it there.',
  },
};

/** Signs of something to look into; the good sign is none. */
const isOpen = (sign: DecisionSign): boolean => sign !== 'moved-to-formal';

/** `Decision, clinical`. */
export const decisionName = ({ role, kind }: DecisionRecord): string =>
  `${DECISION_ROLES[role]}, ${DECISION_KINDS[kind]}`;

/** `results, symptoms; no reason seen`: what it rests on, as far as the messages show. */
export function restsOn({ basis, signs }: DecisionRecord, wording: Wording): string {
  const known = basis.map((category) => wording.category(category)).join(', ');
  const open = signs
    .filter((sign) => isOpen(sign) && sign !== 'not-documented')
    .map((sign) => DECISION_SIGNS[sign].name);
  return [known, ...open].filter((part) => part !== '').join('; ') || 'not seen';
}

export function writtenUp({ signs }: DecisionRecord): string {
  if (signs.includes('moved-to-formal')) return 'said to be: check';
  return signs.includes('not-documented') ? 'said not to be' : 'not said';
}

const OWNERS: Readonly<Record<NonNullable<DecisionRecord['owner']>, string>> = {
  sender: 'its sender',
  reader: 'the person asked',
  anyone: 'nobody in particular',
};

/** `the person asked; by 17:00; taken on by S4`; '' where the wording says nothing. */
export function whoActs({ owner, due, takenOn }: DecisionRecord): string {
  const parts = [
    owner ? OWNERS[owner] : '',
    due ? `by: ${due}` : '',
    takenOn ? `taken on by ${takenOn.sender} (message ${takenOn.message.split(':').at(-1)})` : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** Undefined when no reported message decides, asks for or takes on anything. */
export function decisionSentence({ decisions }: Summary): string | undefined {
  const { decision, request, action } = decisions.byRole;
  if (decision + request + action === 0) return undefined;
  const parts = [counted(decision, 'decision'), counted(request, 'request'), counted(action, 'action')].join(', ');
  const open = decisions.bySign['not-documented'];
  return `Among the reported messages: ${parts}. ${open === 0 ? '' : `${counted(open, 'of them is', 'of them are')} said to be not written up. `}Move them to where others can see what was decided and what follows.`;
}
