// Videos: how long and how large they are, when and where they were taken, and what they show at moments a second apart, where there is an ffmpeg.
// What is said in them is not known without a model for speech.

import { clock, filmOf } from '../film.ts';
import { Gathering } from '../gathering.ts';
import type { Reader, ReadingSettings } from '../reader.ts';
import { framesOf, MOST_FRAMES } from './frames.ts';
import { unlike } from './unlike.ts';

/** To read the words in a picture takes a second or two. */
const MOST_PICTURES = 20;

export const videoReader: Reader = {
  kind: 'video',
  title: 'videos (what they show, through ffmpeg)',
  packages: [],
  ready: async (limits, settings) => ({
    read: async (bytes) => {
      const gathering = new Gathering(limits);
      const { length, facts, words } = filmOf(bytes);
      for (const text of words) gathering.passage('title', text, 'told');
      for (const { name, value } of facts) gathering.fact(name, value);
      if (length !== undefined) gathering.fact('length', clock(length));
      await look(bytes, length, settings, gathering);
      gathering.unread('recording-not-heard', 'its sound');
      return gathering.done();
    },
  }),
};

async function look(
  bytes: Uint8Array,
  length: number | undefined,
  { ffmpeg = 'ffmpeg' }: ReadingSettings,
  gathering: Gathering,
): Promise<void> {
  // A long video is looked at from its beginning to its end, at moments further apart.
  const every = Math.max(1, Math.ceil((length ?? 0) / MOST_FRAMES));
  const frames = await framesOf(bytes, ffmpeg, every);
  if (!frames || frames.pictures.length === 0) {
    gathering.unread('video-not-seen');
    return;
  }
  const all = frames.pictures.map((picture, at) => ({ picture, at: at * every }));
  const differing = await unlike(all);
  for (const { picture, at } of spread(differing, MOST_PICTURES)) gathering.inner(`picture at ${clock(at)}`, picture);
  if (differing.length > MOST_PICTURES)
    gathering.unread('media-partly-read', `${differing.length - MOST_PICTURES} more pictures that differ`);
  if (every > 1) gathering.unread('media-partly-read', `what it shows between moments ${every} seconds apart`);
  const end = all.length * every;
  if (!frames.isWhole || (length === undefined && all.length === MOST_FRAMES))
    gathering.unread('media-partly-read', `what it shows after ${clock(end)}`);
}

/** At most so many of them, from the first to the last. */
const spread = <One>(all: readonly One[], most: number): readonly One[] =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))] as One);
