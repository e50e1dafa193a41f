// Is a picture a screenshot? One of a hospital's system or of another chat is a different act from a photo of a ward. No camera wrote
// into it, its shape is that of a screen, and it is either a PNG, as screens are saved, or as wide as a screen to the pixel.

import type { Picture } from './picture.ts';

/** Long side divided by short side of the screens of phones, tablets and computers on sale since 2012. */
const SHAPES = [16 / 9, 18 / 9, 18.5 / 9, 19 / 9, 19.5 / 9, 20 / 9, 20.5 / 9, 21 / 9, 16 / 10, 1366 / 768, 1792 / 828];
const NEAR = 0.006;

/** Short sides of phones' screens in pixels; 16:9 is left out of this way, as photos have it too. */
const WIDTHS = new Set([720, 750, 828, 1080, 1125, 1170, 1179, 1206, 1242, 1284, 1290, 1320, 1440]);
const SMALLEST = 320;

export function looksLikeScreenshot(
  picture: Pick<Picture, 'width' | 'height' | 'format'>,
  fromCamera: boolean,
): boolean {
  const long = Math.max(picture.width, picture.height);
  const short = Math.min(picture.width, picture.height);
  if (fromCamera || short < SMALLEST) return false;
  const ofScreen = SHAPES.some((shape) => Math.abs(shape - long / short) < NEAR);
  return ofScreen && (picture.format === 'png' || (WIDTHS.has(short) && long / short > 1.9));
}
