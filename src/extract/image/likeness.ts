// A picture's likeness: 64 bits that stay nearly the same when it is made smaller, saved again or cropped a little. Two pictures whose
// bits differ in ten places or fewer may be the same photo sent in two chats. (Difference hash: is each of 8 x 8 points darker than the next?)

import type { Sharp } from 'sharp';

/** Sixteen hex digits. */
export async function likenessOf(picture: Sharp): Promise<string> {
  const grey = await picture
    .greyscale()
    .resize({ width: 9, height: 8, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number => grey.data[(y * 9 + x) * grey.info.channels] ?? 0;
  let bits = 0n;
  for (let y = 0; y < 8; y++) for (let x = 0; x < 8; x++) bits = (bits << 1n) | (at(x, y) < at(x + 1, y) ? 1n : 0n);
  return bits.toString(16).padStart(16, '0');
}
