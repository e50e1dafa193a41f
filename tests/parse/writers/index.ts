// A writer of exports for each format that is read, by the id of the format in src/parse/formats.ts.

import type { Writer } from './chat.ts';
import { discord, discordPackage, discordText } from './discord.ts';
import { googleChat } from './google-chat.ts';
import { imessage } from './imessage.ts';
import { line } from './line.ts';
import { messenger } from './messenger.ts';
import { messengerPages, oldMessengerPages } from './messenger-pages.ts';
import { quotedChat, telegramCopy } from './pasted.ts';
import { rsmf } from './rsmf.ts';
import { sigexport } from './sigexport.ts';
import { signal } from './signal.ts';
import { sigtop } from './sigtop.ts';
import { slack } from './slack.ts';
import { smsBackup } from './sms-backup.ts';
import { snapchat } from './snapchat.ts';
import { table } from './table.ts';
import { microsoftExport, teamsGraph } from './teams.ts';
import { telegram } from './telegram.ts';
import { telegramPages } from './telegram-pages.ts';
import { viber } from './viber.ts';
import { whatsapp } from './whatsapp.ts';

export const WRITERS: Readonly<Record<string, readonly Writer[]>> = {
  whatsapp,
  messenger,
  'messenger-pages': messengerPages,
  'messenger-htm': oldMessengerPages,
  telegram,
  'telegram-pages': telegramPages,
  discord,
  'discord-text': discordText,
  'discord-package': discordPackage,
  slack,
  'google-chat': googleChat,
  snapchat,
  signal,
  sigexport,
  sigtop,
  'sms-backup': smsBackup,
  imessage,
  'telegram-copy': telegramCopy,
  'quoted-chat': quotedChat,
  'microsoft-export': microsoftExport,
  'teams-graph': teamsGraph,
  line,
  'viber-text': viber,
  rsmf,
  table,
};
