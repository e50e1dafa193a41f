// All formats of chat that are read. One line each.

import type { ChatFormat } from './format.ts';
import { messenger } from './messenger/messenger.ts';
import { oldMessengerPages } from './messenger/old-pages.ts';
import { messengerPages } from './messenger/pages.ts';
import { telegramPages } from './telegram/pages.ts';
import { telegram } from './telegram/telegram.ts';
import { whatsapp } from './whatsapp/whatsapp.ts';

export const FORMATS: readonly ChatFormat[] = [
  whatsapp,
  messenger,
  messengerPages,
  oldMessengerPages,
  telegram,
  telegramPages,
];
