// Messages that were marked and copied in Telegram: `Ann Lee, [03/12/2024 09:15]` on a line of its own, the text below.

import { readDate } from '../written-dates.ts';
import { type DatedLine, datedLines } from './dated-lines.ts';

const HEADER = /^([^\n[\]]{1,100}), \[([^\]\n]{6,60})\]:?(?: (.*))?$/;

function headerOf(line: string): DatedLine | undefined {
  const [, sender = '', written = '', text = ''] = HEADER.exec(line) ?? [];
  const date = readDate(written);
  return date && { sender: sender.trim(), date, text };
}

export const telegramCopy = datedLines({
  id: 'telegram-copy',
  app: 'telegram',
  name: 'Telegram, copied and pasted',
  about: {
    handIn: 'a .txt into which messages were pasted',
    toldBy: '"Name, [03/12/2024 09:15]" on a line of its own',
    limits: 'what was cut or changed while pasting cannot be seen',
    example: 'formats/pasted/copied.txt',
  },
  headerOf,
});
