// Messenger and Instagram: "Download your information" as JSON (a folder a thread, message_1.json being the newest part), and the
// separate download of end-to-end encrypted chats (one file a thread). Facebook changed the folders around them, never the shape.

import type { ChatFormat } from '../format.ts';
import { gatherThreads, isInThread } from './gather.ts';
import { surveyThread } from './thread.ts';

/** Keys that the two shapes have and others lack. */
const OF_DOWNLOAD = /"(?:sender_name|timestamp_ms|thread_path|is_still_participant)"\s*:/;
const OF_ENCRYPTED = /"(?:senderName|threadName|isUnsent)"\s*:/;

function recognise(head: string, path: string): number {
  if (!/^\ufeff?\s*\{/.test(head)) return 0;
  const named = isInThread(path);
  const hasThread = /"(?:participants|messages)"\s*:/.test(head);
  if (!hasThread) return 0;
  if (OF_DOWNLOAD.test(head) || OF_ENCRYPTED.test(head)) return 0.95;
  return named ? 0.7 : 0;
}

export const messenger: ChatFormat = {
  id: 'messenger',
  app: 'messenger',
  name: 'Messenger and Instagram, JSON download',
  about: {
    handIn: 'the zips or folder of "Download your information" as JSON; the zip of encrypted chats ("secure storage")',
    toldBy: 'JSON with participants and messages, named as Facebook names them',
    limits: 'what was said after a chat was encrypted is only in the separate download',
    example: 'formats/messenger-json',
  },
  recognise,
  gather: gatherThreads,
  survey: surveyThread,
};
