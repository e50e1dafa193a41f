// The transfer worksheet and the reply slip as rows, for Word and Excel alike.

import { shownTime } from '../sentences.ts';
import type { Pack } from './front.ts';
import type { Item } from './item.ts';

/** What can have become of an item. */
export const STATES = ['To move', 'Moved', 'Not needed'] as const;

export const REFERENCE = 'Reference';
export const REASON = 'Reason, if not needed';
export const CHECKED = 'Checked by';

/** Where an item stands, so that it can be found in the export. */
export const placeOf = ({ chat, at, index }: Item): readonly string[] => [chat, shownTime(at), `message ${index}`];

/** Label and value, '' where it is filled in by hand. */
export function replySlip({ receiver, items, contact }: Pack): readonly (readonly [string, string])[] {
  return [
    ['Pack', receiver.title],
    ['From', receiver.team],
    ['Send to', contact],
    ['Items in this pack', String(items.length)],
    ['Moved', ''],
    ['Not needed', ''],
    ['Still to move, and why', ''],
    ['Entered where (system)', ''],
    ['References', ''],
    ['Checked by a second person', ''],
    ['Name and role', ''],
    ['Date', ''],
  ];
}
