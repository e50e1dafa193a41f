// All formats of chat that are read. One line each.

import type { ChatFormat } from './format.ts';
import { messenger } from './messenger/messenger.ts';
import { whatsapp } from './whatsapp/whatsapp.ts';

export const FORMATS: readonly ChatFormat[] = [whatsapp, messenger];
