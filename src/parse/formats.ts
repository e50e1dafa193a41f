// All formats of chat that are read. One line each.

import { discord } from './discord/discord.ts';
import { discordPackage } from './discord/package.ts';
import { discordText } from './discord/text.ts';
import type { ChatFormat } from './format.ts';
import { googleChat } from './google-chat/google-chat.ts';
import { imessage } from './imessage/imessage.ts';
import { line } from './line/line.ts';
import { messenger } from './messenger/messenger.ts';
import { oldMessengerPages } from './messenger/old-pages.ts';
import { messengerPages } from './messenger/pages.ts';
import { quotedChat } from './pasted/quoted.ts';
import { telegramCopy } from './pasted/telegram-copy.ts';
import { rsmf } from './rsmf/rsmf.ts';
import { sigexport } from './sigexport/sigexport.ts';
import { signal } from './signal/signal.ts';
import { sigtop } from './sigtop/sigtop.ts';
import { slack } from './slack/slack.ts';
import { smsBackup } from './sms-backup/sms-backup.ts';
import { snapchat } from './snapchat/snapchat.ts';
import { table } from './table/table.ts';
import { teamsGraph } from './teams/graph.ts';
import { microsoftExport } from './teams/personal.ts';
import { telegramPages } from './telegram/pages.ts';
import { telegram } from './telegram/telegram.ts';
import { viber } from './viber/viber.ts';
import { whatsapp } from './whatsapp/whatsapp.ts';

export const FORMATS: readonly ChatFormat[] = [
  whatsapp,
  messenger,
  messengerPages,
  oldMessengerPages,
  telegram,
  telegramPages,
  discord,
  discordText,
  discordPackage,
  slack,
  googleChat,
  snapchat,
  signal,
  sigexport,
  sigtop,
  smsBackup,
  imessage,
  telegramCopy,
  quotedChat,
  microsoftExport,
  teamsGraph,
  line,
  viber,
  rsmf,
  table,
];
