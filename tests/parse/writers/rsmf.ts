// RSMF: an e-mail whose attachment is a zip in base64, in which the manifest is packed.

import { zipSync } from 'fflate';
import type { Chat, Files, Writer } from './chat.ts';

export function manifestOf({ title, kind, people, messages }: Chat) {
  const idOf = (name: string): string => `p${people.indexOf(name)}`;
  return {
    version: '2.0.0',
    participants: people.map((name) => ({ id: idOf(name), display: name })),
    conversations: [{ id: 'c1', platform: 'whatsapp', type: kind, display: title, participants: people.map(idOf) }],
    events: messages.map(({ at, sender, text, attachment }, index) => ({
      id: String(index),
      conversation: 'c1',
      type: 'message',
      participant: idOf(sender),
      timestamp: `${at}Z`,
      body: text,
      ...(attachment === undefined ? {} : { attachments: [{ id: `f${index}`, display: attachment }] }),
    })),
  };
}

/** The mail around a manifest. */
export function rsmfOf(manifest: string, events: number): string {
  const zip = zipSync({ 'rsmf_manifest.json': new TextEncoder().encode(manifest) }, { mtime: '2025-01-01T00:00:00' });
  const signs = Buffer.from(zip).toString('base64').replace(/.{76}/g, '$&\r\n');
  const lines = [
    'X-RSMF-Version: 2.0.0',
    `X-RSMF-EventCount: ${events}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b0"',
    '',
    '--b0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'A chat',
    '--b0',
    'Content-Type: application/zip; name="rsmf.zip"',
    'Content-Transfer-Encoding: base64',
    '',
    signs,
    '--b0--',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

const write = (chat: Chat): Files => ({
  'chat.rsmf': rsmfOf(JSON.stringify(manifestOf(chat)), chat.messages.length),
});

export const rsmf: readonly Writer[] = [{ layout: 'rsmf', clock: 'seconds', write }];
