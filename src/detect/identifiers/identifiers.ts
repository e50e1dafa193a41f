// Identifiers that only the conversation gives away: numbers split over two messages, answers to a question for one, shapes of
// numbers, bed codes and names of wards learnt earlier, what stands beside a name, beds before the lines of a list.

import type { Finding, Message } from '../../model.ts';
import { answers } from './answers.ts';
import { bedCodes } from './bed-codes.ts';
import { bedLines } from './bed-lines.ts';
import { bedOpenings } from './bed-openings.ts';
import { besideNames } from './beside-names.ts';
import { mergeFindings } from './found.ts';
import { localNumbers } from './local-numbers.ts';
import { looseNumbers } from './loose-numbers.ts';
import { namedWards } from './named-wards.ts';
import { splitValues } from './split-values.ts';

export interface ConversationIdentifiers {
  /**
   * The findings of a message, sorted by place, with what its conversation adds. Give it the messages of one conversation in order,
   * each with the next one (`undefined` at the end) and with its settled findings, offsets in the text as typed.
   */
  next(message: Message, following: Message | undefined, findings: readonly Finding[]): Finding[];
}

/** @param title of the chat */
export function conversationIdentifiers(title: string): ConversationIdentifiers {
  const split = splitValues();
  const answered = answers();
  const loose = looseNumbers();
  const numbers = localNumbers();
  const wards = namedWards(title);
  const codes = bedCodes();
  const openings = bedOpenings();
  return {
    next(message, following, findings) {
      const known = mergeFindings(findings, [
        ...split.next(message, following),
        ...answered.next(message),
        ...loose.next(message),
        ...wards.next(message),
        ...codes.next(message, findings),
        ...besideNames(message, findings),
      ]);
      return mergeFindings(known, [
        ...numbers.next(message, known),
        ...openings.next(message, known),
        ...(message.kind === 'said' ? bedLines(message.text, known) : []),
      ]);
    },
  };
}
