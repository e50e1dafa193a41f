// A tar as a box of files: they lie in it one behind another as they are, each after a header of 512 bytes.

import type { IssueCode } from '../issues.ts';
import type { Box, Contents, Item } from './box.ts';
import { stretch } from './bytes.ts';
import { isUnsafe } from './entry-name.ts';
import { HEAD_BYTES } from './sniff.ts';
import { bytesFrom, type Flow, listTar, readFrom, type TarEntry } from './tar.ts';

export const tarContents = async ({ bytes, limit }: Box): Promise<Contents> =>
  contentsOf(await listTar(await bytes(), limit), bytes, async ({ offset, bytes: size }) => {
    const box = await bytes();
    return offset + size > box.size ? undefined : stretch(box, offset, offset + size);
  });

/** `flow` gives the bytes of the tar, whether they are packed or not. */
export function contentsOf(
  { entries, beyondLimit, broken }: Awaited<ReturnType<typeof listTar>>,
  flow: () => Promise<Flow>,
  stored?: (entry: TarEntry) => ReturnType<NonNullable<Item['stored']>>,
): Contents {
  const items = entries.map((entry): Item => {
    const refusal = refusalOf(entry);
    return {
      name: entry.name,
      bytes: entry.bytes,
      ...(refusal === undefined ? {} : { refusal }),
      head: async () => readFrom(await flow(), entry.offset, Math.min(HEAD_BYTES, entry.bytes)),
      open: async function* () {
        yield* bytesFrom(await flow(), entry);
      },
      ...(stored ? { stored: () => stored(entry) } : {}),
    };
  });
  return { items, beyondLimit, notes: broken ? ['archive-list-damaged'] : [] };
}

function refusalOf({ name, what }: TarEntry): IssueCode | undefined {
  if (isUnsafe(name, 0)) return 'entry-name-unsafe';
  if (what === 'link') return 'link-not-followed';
  return what === 'odd' ? 'entry-method' : undefined;
}
