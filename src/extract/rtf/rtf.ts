// Letters in Rich Text Format (.rtf, and many a .doc).

import { Gathering } from '../gathering.ts';
import type { Reader } from '../reader.ts';
import { readRtf } from './read-rtf.ts';

export const rtfReader: Reader = {
  kind: 'rtf',
  title: 'rich text (.rtf)',
  packages: [],
  ready: async (limits) => ({
    read: async (bytes) => {
      const gathering = new Gathering(limits);
      readRtf(bytes, gathering);
      return gathering.done();
    },
  }),
  sample: () => ({ bytes: new TextEncoder().encode('{\\rtf1 Ward round}'), name: 'sample.rtf', word: 'round' }),
};
