// A process that reads files of strangers can reach no network: whatever a library, or a file that has taken it over, asks for is refused.
// Several of the libraries fetch what they miss from the web unless told otherwise. This file names network modules to shut them.

import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refused = (): never => {
  throw new Error('ig-scan never goes online');
};

/** Makes every way to the network throw, for the rest of the process. */
export function shutNetwork(): void {
  // HTTP, TLS and fetch all connect through here.
  net.Socket.prototype.connect = refused;
  net.Server.prototype.listen = refused;
  Object.assign(net, { connect: refused, createConnection: refused });
  Object.assign(dgram, { createSocket: refused });
  for (const part of [dns, dns.promises]) {
    for (const [name, value] of Object.entries(part)) {
      if (/^(?:lookup|resolve|reverse)/.test(name) && typeof value === 'function')
        Object.assign(part, { [name]: refused });
    }
  }
  syncBuiltinESMExports();
  globalThis.fetch = refused;
}
