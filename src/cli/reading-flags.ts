// How inputs are read, from the flags: limits, passwords, the columns of tables, and what is known of app, accounts and devices.

import type { ScanOptions } from '../scan.ts';
import { type ChannelFlags, channelFrom } from './channel.ts';
import { columnMapFrom } from './column-map.ts';
import { SETTINGS, type Values } from './config/settings.ts';
import { limitsFrom } from './limits.ts';
import { passwordsIn } from './passwords.ts';

export interface ReadingFlags extends ChannelFlags {
  readonly passwordFile?: string;
  readonly map?: string;
}

/** Throws ScanError for a value that cannot be used, before anything is read. */
export function readingOf(flags: ReadingFlags & Values): Omit<ScanOptions, 'key' | 'baseline'> {
  const columns = columnMapFrom(flags.map);
  return {
    limits: limitsFrom(flags),
    channel: channelFrom(flags),
    passwords: flags.passwordFile === undefined ? [] : passwordsIn(flags.passwordFile),
    media: flags.media ?? SETTINGS.media.fallback,
    ...(flags.dateOrder && { dateOrder: flags.dateOrder }),
    ...(columns && { columns }),
  };
}
