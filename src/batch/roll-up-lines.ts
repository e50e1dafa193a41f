// The roll-up in a few sentences, for the screen and for the head of the page.

import { counted, thousands } from '../report/sentences.ts';
import type { RollUp } from './roll-up.ts';

export function totalsLines({ totals, needsAPerson, sameChats, parallelTalk }: RollUp): readonly string[] {
  const { archives, byStatus, duplicates, chats, messages, repeated, reported, reportedAgain, urgent, notExamined } =
    totals;
  const apart = parallelTalk.filter(({ decidedApart }) => decidedApart).length;
  return [
    `${counted(archives, 'archive')}: ${thousands(byStatus.read)} read, ${thousands(byStatus.partial)} read in part, ${thousands(byStatus.unreadable)} not read; ${counted(duplicates, 'duplicate')}.`,
    `${counted(messages, 'message')} in ${counted(chats, 'chat')}; ${thousands(messages - repeated)} when those in several exports count once.`,
    `${counted(reported, 'message')} reported; ${thousands(reported - reportedAgain)} when those in several exports count once.`,
    urgent > 0 ? `${counted(urgent, 'message')} to be read by a person now: safeguarding or danger.` : '',
    notExamined > 0
      ? `${counted(notExamined, 'photo, recording or file', 'photos, recordings and files')} not examined.`
      : '',
    sameChats.length > 0 ? `${counted(sameChats.length, 'conversation')} handed in by more than one member.` : '',
    parallelTalk.length > 0
      ? `${counted(parallelTalk.length, 'person is', 'people are')} spoken of in more than one group; for ${thousands(apart)} decisions stand in two groups within a day.`
      : '',
    `${counted(needsAPerson.length, 'archive needs', 'archives need')} a person.`,
  ].filter((line) => line !== '');
}
