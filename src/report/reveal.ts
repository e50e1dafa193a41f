// What a deliberate reveal adds to the records: names, titles, and the words of messages and findings. Only an output that was asked for
// with --reveal gets these; they are the masked records with fields more, so ids, counts and order cannot differ.

import { foundText } from '../found-text.ts';
import type { ChatRecord, Conversation, Evidence, MessageRecord } from '../model.ts';

export function revealMessage(record: MessageRecord, evidence: Pick<Evidence, 'message' | 'attached'>): MessageRecord {
  const { sender, text } = evidence.message;
  const findings = record.findings.map((finding) => ({ ...finding, text: foundText(finding, evidence) }));
  return { ...record, findings, revealed: { sender, text } };
}

export function revealChat(record: ChatRecord, { title, participants }: Conversation): ChatRecord {
  return { ...record, revealed: { title, names: participants.map(({ name }) => name) } };
}

/** `S1 = Kate Hale, S2 = +44 7700 900456`; '' in a masked report. */
export const revealedNames = ({ participants, revealed }: Pick<ChatRecord, 'participants' | 'revealed'>): string =>
  participants.map(({ id }, at) => `${id} = ${revealed?.names[at] ?? ''}`).join(', ');

/** Stands at the top of every revealed report, before the reason for it. */
export const REVEAL_NOTICE =
  'Holds names and words of the chat. Handle as person-confidential: for the named purpose only, never by e-mail or chat, and destroy it with the case.';
