// An invented chat on its way through detection, so that a text can be explained and the examples of a policy can be tried as a scan
// would read them.

import { type Detectors, detect } from '../detect/detect.ts';
import type { Attachment, Evidence, Message } from '../model.ts';
import type { Example } from '../policy/schema.ts';

/** The evidence on the last message of the chat. Two people write in turn, a minute apart. */
export async function evidenceOf(
  { text, title, before, attachment }: Example,
  detectors: Detectors,
): Promise<Evidence> {
  const texts = [...before, text];
  const messages = texts.map((said, at): Message => {
    const isLast = at === texts.length - 1;
    return {
      index: at + 1,
      kind: 'said',
      at: `2000-01-01T00:${String(at % 60).padStart(2, '0')}`,
      sender: (texts.length - at) % 2 === 0 ? 'Second writer' : '',
      text: said,
      attachments: isLast && attachment !== undefined ? [imageNamed(attachment)] : [],
      marks: [],
      line: at + 1,
    };
  });
  const conversation = {
    title,
    kind: 'group' as const,
    participants: [],
    async *messages() {
      yield messages;
    },
  };
  let last: Evidence | undefined;
  for await (const batch of detect(conversation, detectors)) last = batch.at(-1) ?? last;
  if (!last) throw new RangeError('no evidence on the message');
  return last;
}

const imageNamed = (name: string): Attachment => ({ name, kind: 'image' });
