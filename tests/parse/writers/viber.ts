// Viber's desktop program, messages marked, copied and pasted: of a file that went along, nothing is copied but its message's words.

import { type Chat, changed, type Files, isPicture, partsOf, type Said, two, type Writer } from './chat.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const dayOf = (at: string): string => {
  const { year, month, day } = partsOf(at);
  return `${two(day)} ${MONTHS[Number(month) - 1]} ${year}`;
};

const wordsOf = ({ text, attachment }: Said): string => {
  const word = attachment === undefined ? '' : isPicture(attachment) ? 'Photo message' : attachment;
  return [word, text].filter((part) => part !== '').join('\n');
};

function copied({ messages }: Chat): Files {
  const lines = messages.map(
    (one) => `[ ${dayOf(one.at)} ${one.at.slice(11, 16)} ] \u2068${one.sender}\u2069: ${wordsOf(one)}\n`,
  );
  return { 'copied.txt': lines.join('') };
}

export const viber: readonly Writer[] = [
  {
    layout: 'viber-text',
    clock: 'minutes',
    write: copied,
    kept: (chat) => changed(chat, (message) => ({ text: wordsOf(message), attachment: undefined })),
  },
];
