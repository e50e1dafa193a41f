// When a chat is written in, of all its people together and never of one: the Trust policy warns that messaging apps blur the line between
// work and private life and make it hard to switch off. Only for a chat in which at least five people wrote, and small counts are left out.
// Wall clock of the exporting phone; bank holidays are not known and count as working days.

import { minutesOf } from '../detect/conversation/clock.ts';
import type { Conversation, Hours, Message, WorkingHours } from '../model.ts';

/** Monday to Friday, 08:00 to 18:00. */
export const OFFICE_HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 18 * 60 };

/** Fewer people than this could be recognised behind a count, and so could those behind a smaller count. */
const FEWEST = 5;
const DAY = 24 * 60;
const NIGHT = { from: 22 * 60, to: 6 * 60 };
/** The daily rest of the Working Time Regulations 1998, regulation 10. */
const REST = 11 * 60;
/** A Monday. */
const MONDAY = minutesOf('2024-01-01T00:00') / DAY;

export interface HoursReader {
  /** Of every message of the chat, in order. */
  message(message: Pick<Message, 'kind' | 'at'>): void;
  /** Undefined where too few people wrote. */
  hours(): Hours | undefined;
}

export function hoursReader({ participants }: Pick<Conversation, 'participants'>, working: WorkingHours): HoursReader {
  const writers = participants.filter(({ said }) => said > 0).length;
  const counts = { messages: 0, outside: 0, night: 0 };
  const stretch = { from: Number.NaN, last: Number.NaN, longest: 0 };
  return {
    message: ({ kind, at }) => {
      const minute = kind === 'said' ? minutesOf(at) : Number.NaN;
      if (Number.isNaN(minute)) return;
      counts.messages += 1;
      const [day, clock] = [Math.floor(minute / DAY), minute % DAY];
      if (!isWork(day, clock, working)) counts.outside += 1;
      if (clock >= NIGHT.from || clock < NIGHT.to) counts.night += 1;
      if (!(minute - stretch.last < REST)) stretch.from = day;
      stretch.last = minute;
      stretch.longest = Math.max(stretch.longest, day - stretch.from + 1);
    },
    hours: () => {
      if (writers < FEWEST || counts.messages === 0) return undefined;
      const { messages, outside, night } = counts;
      return {
        messages,
        ...(isShown(outside) ? { outside } : {}),
        ...(isShown(night) ? { night } : {}),
        longestStretch: stretch.longest,
      };
    },
  };
}

const isShown = (count: number): boolean => count === 0 || count >= FEWEST;

function isWork(day: number, clock: number, { days, from, to }: WorkingHours): boolean {
  const weekday = ((((day - MONDAY) % 7) + 7) % 7) + 1;
  return clock >= from && clock < to && days.includes(weekday);
}
