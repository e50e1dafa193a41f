// What goes before what. A message can be on hold, speak of a child in danger and belong in a record all at once; the duties that
// follow are always met in this order, and none of them loosens one that stands before it.

import type { Decision } from '../model.ts';
import { SYSTEMS } from './chat-copy.ts';

type Decided = Pick<Decision, 'dispositions' | 'flags' | 'residual' | 'hold'>;

interface Precedence {
  readonly id: string;
  readonly says: string;
  isDue(decision: Decided): boolean;
}

type Shown = Pick<Decision, 'dispositions' | 'flags'>;

const sentTo = ({ dispositions }: Shown, ...places: readonly string[]) =>
  dispositions.some(({ destination }) => places.includes(destination));
const hasFlag = ({ flags }: Shown, ...wanted: readonly string[]) => flags.some((flag) => wanted.includes(flag));

export const isDanger = (shown: Shown): boolean => sentTo(shown, 'safeguarding') || hasFlag(shown, 'context.urgent');
export const isDestruction = (shown: Shown): boolean =>
  hasFlag(shown, 'governance.destruction-intent', 'governance.concealment');

/** First things first. */
export const PRECEDENCE = [
  {
    id: 'hold',
    says: 'What a hold covers stays as it is; whatever else is due happens to a copy.',
    isDue: ({ hold }) => hold.status === 'matched',
  },
  {
    id: 'danger',
    says: 'Danger to a person: somebody is told now.',
    isDue: isDanger,
  },
  {
    id: 'destruction',
    says: 'Talk of destroying or hiding records counts as a hold: it is answered while there is something left.',
    isDue: isDestruction,
  },
  {
    id: 'breach',
    says: 'The clock of a breach assessment runs from when a person knows.',
    isDue: (decision) => sentTo(decision, 'breach-assessment'),
  },
  {
    id: 'transfer',
    says: 'The content goes into the right record.',
    isDue: (decision) => sentTo(decision, ...SYSTEMS),
  },
  {
    id: 'deletion',
    says: 'Last of all, the copy in the chat may go: after a transfer that somebody checked, and where no hold is in the way.',
    isDue: ({ residual }) => residual === 'delete-after-transfer',
  },
] as const satisfies readonly Precedence[];

export type Duty = (typeof PRECEDENCE)[number]['id'];

/** The duties that a decision brings, in the order in which they are met. */
export const dutiesOf = (decision: Decided): readonly Duty[] =>
  PRECEDENCE.filter(({ isDue }) => isDue(decision)).map(({ id }) => id);
