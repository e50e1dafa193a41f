// An archive (.zip) that came as an attachment or in a document: each file in it is read in its turn.

import { isLeftover } from '../source/leftovers.ts';
import { DocumentZip } from './document-zip.ts';
import { Gathering } from './gathering.ts';
import type { Reader } from './reader.ts';

/** Stored, and deflated. */
const METHODS: readonly number[] = [0, 8];

export const archiveReader: Reader = {
  kind: 'archive',
  title: 'archives (.zip)',
  packages: [],
  ready: async (limits) => ({
    read: async (bytes) => {
      const gathering = new Gathering(limits);
      const zip = await DocumentZip.open(bytes, limits);
      if (!zip) gathering.unread('media-damaged');
      if (zip?.isIncomplete) gathering.unread('media-partly-read', 'files that its list does not name');
      const parts = zip?.parts.filter(({ name }) => !isLeftover(name)) ?? [];
      for (const part of parts.slice(0, limits.innerFiles)) {
        if (!part.encrypted && !METHODS.includes(part.method)) gathering.unread('entry-method', part.name);
        else {
          const content = await zip?.read(part);
          if (content?.whyNot) gathering.unread(content.whyNot, part.name);
          else if (content) gathering.inner(part.name, content.bytes);
        }
      }
      if (parts.length > limits.innerFiles)
        gathering.unread('media-partly-read', `files after number ${limits.innerFiles}`);
      return gathering.done();
    },
  }),
};
