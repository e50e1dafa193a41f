// The packs of a run: one a receiver who has something to do, and a page each for the SIRO and the Caldicott Guardian. Records are
// shared out as they pass by; at the end file after file is made and put down, so that only one stands in memory.

import type { MessageRecord, Summary, ToolRecord } from '../../model.ts';
import { type MostSerious, mostSerious } from '../most-serious.ts';
import { collect, type Overview } from '../overview.ts';
import type { ReportWriter, Wording } from '../report.ts';
import { caldicottSummary } from './caldicott.ts';
import type { Pack } from './front.ts';
import { itemFor } from './item.ts';
import { packDocument } from './pack-word.ts';
import { packWorkbook } from './pack-workbook.ts';
import { goesTo, RECEIVERS, type Receiver } from './receivers.ts';
import { signTally } from './signs.ts';
import { siroSummary } from './siro.ts';

/** Beyond these the least serious items of a pack are only counted, and the pack says so. */
const MOST_ITEMS = 20_000;

const SUMMARIES = { 'siro-summary.docx': siroSummary, 'caldicott-summary.docx': caldicottSummary } as const;

/** Every name that a file of a run can have. None is made from a chat's title. */
export const PACK_FILES: readonly string[] = [
  ...RECEIVERS.flatMap(({ destination }) => [`${destination}.docx`, `${destination}.xlsx`]),
  ...Object.keys(SUMMARIES),
];

/** Puts a finished file down. */
export type PutFile = (name: string, bytes: Uint8Array) => Promise<void>;

/** `contact`: whom the receivers ask. The writer itself writes nothing; its files go through `put` when the scan has ended. */
export function openPacks(
  tool: ToolRecord,
  wording: Wording,
  contact: string,
  put: PutFile,
  mostItems = MOST_ITEMS,
): ReportWriter {
  const { overview, fill } = collect({ messages: 0, ledgerRows: 0 });
  const shares = RECEIVERS.map((receiver) => ({ receiver, kept: mostSerious(mostItems), items: 0, perhaps: 0 }));
  const signs = signTally();
  return {
    ...fill,
    message: (record) => {
      signs.add(record);
      for (const share of shares) shareOut(record, share);
      return fill.message(record);
    },
    end: async (summary) => {
      for (const share of shares) {
        if (share.items === 0) continue;
        const pack = packOf(share, summary, overview, { wording, contact });
        await put(`${share.receiver.destination}.docx`, await packDocument(pack));
        await put(`${share.receiver.destination}.xlsx`, await packWorkbook(pack));
      }
      for (const [name, write] of Object.entries(SUMMARIES)) {
        await put(name, await write({ summary, overview, signs, shares, wording, contact, tool }));
      }
      return '';
    },
  };
}

interface Share {
  readonly receiver: Receiver;
  readonly kept: MostSerious;
  /** Kept or only counted. */
  items: number;
  perhaps: number;
}

function shareOut(record: MessageRecord, share: Share): void {
  const goes = goesTo(share.receiver, record);
  if (goes === 'perhaps') share.perhaps += 1;
  if (goes !== 'yes') return;
  share.kept.add(record);
  share.items += 1;
}

function packOf(
  { receiver, kept, items: all, perhaps }: Share,
  summary: Summary,
  { chats }: Overview,
  { wording, contact }: { readonly wording: Wording; readonly contact: string },
): Pack {
  const records = kept.byRank();
  const items = records.map((record, at) => itemFor(receiver, record, at + 1, { chats, wording }));
  return { receiver, items, records, leftOut: all - items.length, perhaps, contact, summary, wording };
}
