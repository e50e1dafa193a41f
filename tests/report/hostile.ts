// The demo result with names as an attacker would choose them, unmasked, as if every mask had failed.

import { demo, type Result } from './demo.ts';

const ATTACK =
  '\u001b[2J\u009b31m</title><script>alert(1)</script><img src=https://evil.example/x>\u202egpj.\u2066\r\n"\'&';

export const hostile: Result = {
  messages: demo.messages.map((record) => ({
    ...record,
    at: ATTACK,
    sender: ATTACK,
    rules: [ATTACK],
    flags: [ATTACK],
    findings: record.findings.map((finding) => ({
      ...finding,
      category: ATTACK,
      because: [ATTACK],
      attachment: ATTACK,
      place: ATTACK,
    })),
    dispositions: record.dispositions.map((one) => ({ ...one, because: [ATTACK], due: ATTACK })),
    hold: { status: 'matched', ids: [ATTACK] },
    context: [ATTACK],
  })),
  chats: demo.chats.map((chat) => ({
    ...chat,
    title: ATTACK,
    path: ATTACK,
    app: ATTACK,
    layout: ATTACK,
    firstAt: ATTACK,
    lastAt: ATTACK,
    dateOrder: { ...chat.dateOrder, evidence: ATTACK },
  })),
  sources: demo.sources.map((source) => ({
    ...source,
    sha256: ATTACK,
    issues: source.issues.map((issue) => ({ ...issue, place: ATTACK })),
  })),
  notExamined: demo.notExamined.map((row) => ({ ...row, path: ATTACK, place: ATTACK })),
};
