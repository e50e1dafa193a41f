// WhatsApp: exports of Android, iPhone and WhatsApp Web, as text.

import { type ChatFormat, fileByFile } from '../format.ts';
import { withoutMarks } from '../marks.ts';
import { createHeaderReader } from './read-header.ts';
import { isUntimedNotice } from './records.ts';
import { surveyChat } from './survey.ts';

/** Headers among the lines, and whether the text opens with one: enough to tell a chat from a letter with dates in it. */
function recognise(head: string): number {
  const readHeader = createHeaderReader();
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  let headers = 0;
  let first = -1;
  lines.forEach((line, i) => {
    if (!readHeader(line)) return;
    headers++;
    if (first === -1) first = i;
  });
  if (headers === 0) return 0;
  const opens = lines.slice(0, first).every((line) => isUntimedNotice(withoutMarks(line)));
  if (opens) return headers > 1 || lines.length < 20 ? 0.95 : 0.6;
  if (headers >= 3 && headers * 10 >= lines.length) return 0.8;
  return headers >= 3 || headers * 4 >= lines.length ? 0.4 : 0.2;
}

export const whatsapp: ChatFormat = {
  id: 'whatsapp',
  app: 'whatsapp',
  name: 'WhatsApp, text export',
  about: {
    handIn: 'the .zip or .txt that "Export chat" makes on Android, iPhone or WhatsApp Web, with or without media',
    toldBy: 'lines that begin with a date, a time and a name, as a phone of any country writes them',
    limits: 'words typed with a photo on an iPhone, view-once and deleted messages: the export leaves them out',
    example: 'ward/WhatsApp Chat with Ward 12 Nights.zip',
  },
  recognise,
  survey: fileByFile(surveyChat),
};
