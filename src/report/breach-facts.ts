// The facts that the ICO counted in the NHS Lanarkshire case, for whoever assesses a breach. Counted, never weighed: the score of the
// 5 x 5 grid and whether to notify are a person's decision.

import type { BreachFacts, ChatRecord, Message, MessageRecord } from '../model.ts';
import { isReported } from '../policy/chat-copy.ts';

export interface BreachTally {
  /** Of every message, for its attachments. */
  message(message: Pick<Message, 'attachments'>): void;
  record(record: MessageRecord): void;
  chat(record: Pick<ChatRecord, 'membership' | 'counts'>): void;
  facts(): BreachFacts;
}

const NAMES = /^(patient\.identifier\.(name-full|name-partial|next-of-kin)|staff\.identifier\.name)$/;
const PHONE = /\.identifier\.phone$/;
const DATE_OF_BIRTH = /\.identifier\.dob$/;
const ADDRESS = /\.identifier\.(address|home-address)$/;
const HEALTH = /^(patient\.(clinical|restricted)|staff\.hr\.(sickness|health|pregnancy))/;
const RESTRICTED = /^(patient\.restricted|safeguarding)\./;
const SCREENSHOT = /screen[ _-]?shot/i;

type StaffCount = 'outsiders' | 'leavers' | 'unplaced' | 'readBeyondStaff';
type Count = Exclude<keyof BreachFacts, 'firstAt' | 'lastAt' | StaffCount>;

export function breachTally(): BreachTally {
  const counts: Record<Count, number> = { ...NO_COUNTS };
  const staff: Record<StaffCount, number> = { outsiders: 0, leavers: 0, unplaced: 0, readBeyondStaff: 0 };
  let hasStaffList = false;
  const span = { firstAt: '', lastAt: '' };
  const add = (key: Count, is: boolean) => {
    if (is) counts[key] += 1;
  };
  return {
    message: ({ attachments }) => {
      for (const { name, kind } of attachments) {
        const isScreenshot = SCREENSHOT.test(name);
        add('screenshots', isScreenshot);
        add('images', kind === 'image' && !isScreenshot);
        add('videos', kind === 'video');
        add('voiceNotes', kind === 'voice-note');
        add('documents', kind === 'document' && !isScreenshot);
      }
    },
    record: ({ verdict, findings, subjects, exposure, aboutChild, at }) => {
      if (!isReported(verdict)) return;
      const has = (what: RegExp) => findings.some(({ category }) => what.test(category));
      const isNamed = has(NAMES);
      add('entries', true);
      add('named', isNamed);
      add('withPhone', isNamed && has(PHONE));
      add('withDateOfBirth', isNamed && has(DATE_OF_BIRTH));
      add('withAddress', isNamed && has(ADDRESS));
      add('withHealth', isNamed && has(HEALTH));
      add('restricted', has(RESTRICTED));
      add('aboutStaff', subjects.includes('staff'));
      add('children', aboutChild === true);
      counts.readers = Math.max(counts.readers, exposure.members);
      if ((exposure.outsiders ?? 0) + (exposure.leavers ?? 0) > 0) staff.readBeyondStaff += 1;
      // A date that does not exist says nothing about the period.
      if (!/^\d{4}-/.test(at)) return;
      if (span.firstAt === '' || at < span.firstAt) span.firstAt = at;
      if (at > span.lastAt) span.lastAt = at;
    },
    chat: ({ membership: { removed, outsiders, leavers = 0, unplaced = 0 }, counts: { flagged } }) => {
      counts.removed += removed;
      if (outsiders === undefined) return;
      hasStaffList = true;
      // Who is in a chat that holds nothing confidential learnt nothing.
      if (flagged === 0) return;
      staff.outsiders += outsiders;
      staff.leavers += leavers;
      staff.unplaced += unplaced;
    },
    facts: () => ({ ...counts, ...(hasStaffList ? staff : {}), ...span }),
  };
}

const NO_COUNTS: Readonly<Record<Count, number>> = {
  entries: 0,
  named: 0,
  withPhone: 0,
  withDateOfBirth: 0,
  withAddress: 0,
  withHealth: 0,
  restricted: 0,
  aboutStaff: 0,
  children: 0,
  images: 0,
  screenshots: 0,
  videos: 0,
  voiceNotes: 0,
  documents: 0,
  readers: 0,
  removed: 0,
};
