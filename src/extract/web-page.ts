// Saved web pages, and other texts in tags (XML).

import { decoded } from './decoded.ts';
import { Gathering } from './gathering.ts';
import { readPage } from './page.ts';
import type { Reader } from './reader.ts';

/** Where a page names its encoding (HTML, 4.2.5.4: within its first 1024 bytes), or an XML text does. */
const STATED = /<(?:meta[^>]{0,200}charset|\?xml[^>]{0,200}encoding)\s*=\s*["']?([\w-]{2,30})/i;
const STATED_WITHIN = 1024;

export const webPageReader: Reader = {
  kind: 'web-page',
  title: 'web pages',
  packages: [],
  ready: async (limits) => ({
    read: async (bytes) => {
      const gathering = new Gathering(limits);
      const stated = STATED.exec(Buffer.from(bytes.subarray(0, STATED_WITHIN)).toString('latin1'))?.[1];
      const text = decoded(bytes, stated);
      if (text.length > limits.characters * 2) gathering.unread('media-partly-read', 'the end of the page');
      readPage(text.slice(0, limits.characters * 2), gathering, 'page');
      return gathering.done();
    },
  }),
  sample: () => ({ bytes: new TextEncoder().encode('<p>Ward round</p>'), name: 'sample.html', word: 'round' }),
};
