// `--channel teams --account-domain nhs.net --device managed`: what the officer knows of the app, the accounts and the devices.

import { ScanError } from '../errors.ts';
import type { DeclaredChannel } from '../policy/channel.ts';

export type ChannelFlags = DeclaredChannel;

/** Throws ScanError on what is no domain; it never repeats what was typed, which may be an address with a name in it. */
export function channelFrom({ channel, accountDomain, device }: ChannelFlags): DeclaredChannel {
  if (accountDomain !== undefined && !/^@?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+\.?$/i.test(accountDomain.trim())) {
    throw new ScanError(
      '--account-domain needs the domain of the accounts.',
      'Write for instance --account-domain nhs.net',
    );
  }
  return {
    ...(channel ? { channel } : {}),
    ...(accountDomain ? { accountDomain } : {}),
    ...(device ? { device } : {}),
  };
}
