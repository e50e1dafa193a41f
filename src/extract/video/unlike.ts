// A video shows much the same for seconds: of pictures that are nearly equal, the first is enough.

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
  let last: readonly boolean[] = [];
  for (const frame of frames) {
    const { data, info } = await sharp(frame.picture, { failOn: 'none' })
      .greyscale()
      .resize({ width: 9, height: 8, fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const bits = differences((x, y) => data[(y * 9 + x) * info.channels] ?? 0);
    if (last.length > 0 && bits.filter((bit, at) => bit !== last[at]).length <= MOST_DIFFERENT_BITS) continue;
    kept.push(frame);
    last = bits;
  }
  return kept;
}

/** Is each of 8 x 8 points darker than the next? */
function differences(grey: (x: number, y: number) => number): readonly boolean[] {
  const bits: boolean[] = [];
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) bits.push(grey(x, y) < grey(x + 1, y));
  return bits;
}
