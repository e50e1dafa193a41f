// Why nothing of a picture can be shown, as the report says it. The errors of libraries stop here: they may quote the file.

import type { Unread } from '../reader.ts';

export class PictureFault extends Error {
  readonly reason: Unread['reason'];

  constructor(reason: Unread['reason']) {
    super(reason);
    this.reason = reason;
  }
}
