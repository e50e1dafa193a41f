// Voice notes and other recordings: how long they are, and what they are called. No program for speech comes with ig-scan, so what is said
// in them is not known, and each is listed as not heard.

import { clock, filmOf } from '../film.ts';
import { Gathering } from '../gathering.ts';
import type { Reader } from '../reader.ts';
import { soundLength } from './sound-length.ts';

export const audioReader: Reader = {
  kind: 'audio',
  title: 'voice notes and recordings (their length)',
  packages: [],
  ready: async (limits) => ({
    read: async (bytes) => {
      const gathering = new Gathering(limits);
      const { words, facts } = filmOf(bytes);
      for (const text of words) gathering.passage('title', text, 'told');
      for (const { name, value } of facts) gathering.fact(name, value);
      const length = soundLength(bytes);
      if (length !== undefined) gathering.fact('length', clock(length));
      gathering.unread('recording-not-heard');
      return gathering.done();
    },
  }),
};
