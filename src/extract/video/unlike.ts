// A video shows much the same for seconds: of pictures that are nearly equal, the first is enough.

import { likenessOf } from '../image/likeness.ts';
import { differentBits } from '../likeness.ts';

const MOST_DIFFERENT_BITS = 3;

export interface Frame {
  readonly picture: Buffer;
  /** Seconds from the start. */
  readonly at: number;
}

/** The frames that differ from the one kept before them; all where sharp is not installed. */
export async function unlike(frames: readonly Frame[]): Promise<readonly Frame[]> {
  const sharp = await import('sharp').then(
    ({ default: library }) => library,
    () => undefined,
  );
  if (!sharp) return frames;
  const kept: Frame[] = [];
  let last: string | undefined;
  for (const frame of frames) {
    const likeness = await likenessOf(sharp(frame.picture, { failOn: 'none' }));
    if (last !== undefined && differentBits(last, likeness) <= MOST_DIFFERENT_BITS) continue;
    kept.push(frame);
    last = likeness;
  }
  return kept;
}
