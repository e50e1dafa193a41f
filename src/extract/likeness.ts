// Compares the likenesses of two pictures (image/likeness.ts).

/** In how many of the 64 places two likenesses differ. */
export function differentBits(one: string, other: string): number {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
  return count;
}
