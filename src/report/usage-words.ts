// How the chats are used, in words: the hours that they are written in, and what ordinary messages are about.

import type { Hours, Summary, WorkingHours } from '../model.ts';
import type { Wording } from './report.ts';
import { counted, percent, thousands } from './sentences.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Monday to Friday, 08:00 to 18:00`. */
export function workingHoursName({ days, from, to }: WorkingHours): string {
  const names = days.map((day) => DAYS[day - 1] ?? '');
  const isRow = days.length > 2 && days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);
  const span = isRow ? `${names[0]} to ${names.at(-1)}` : names.join(', ');
  return `${span}, ${clock(from)} to ${clock(to)}`;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `412 (31 %)`; a small count is not shown. */
export const shareOf = (count: number | undefined, { messages }: Hours): string =>
  count === undefined ? 'fewer than 5' : `${thousands(count)} (${percent(count / messages)})`;

export const stretchOf = ({ longestStretch }: Hours): string => counted(longestStretch, 'day');

export const TOO_FEW = 'too few people to show';

/** `[what, how many]`, the most frequent first; what is about nothing known comes last. */
export function ordinaryRows(
  { ordinary, ordinaryUse }: Summary,
  wording: Wording,
): readonly (readonly [string, number])[] {
  const known = Object.entries(ordinaryUse).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const rest = ordinary - known.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...known.map(([id, count]) => [wording.category(id), count] as const),
    ...(rest > 0 ? [['Other talk, not looked into', rest] as const] : []),
  ];
}

/** In praise of what the app is good for, and no more: the policy calls it efficient and of clear value. */
export const ORDINARY_NOTE =
  'Messaging apps are efficient and of clear value to busy people, for example to tell colleagues of an emergency or that one is running late (Trust policy, paragraph 5). These messages ask for nothing to be done; nothing of them is shown.';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2024-12` as `December 2024`. */
export const monthName = (month: string): string => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
