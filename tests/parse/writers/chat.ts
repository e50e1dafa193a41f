// A chat as it was held, before any app exported it, and what a writer of exports makes of it. Writers are the mirror image of the
// readers in src/parse: whatever one writes, the other must read back.

/** A message; `at` is the wall clock with seconds, `attachment` a file name ('' where an export tells of a file without naming it). */
export interface Said {
  readonly at: string;
  readonly sender: string;
  readonly text: string;
  readonly attachment?: string;
}

export interface Chat {
  readonly title: string;
  readonly kind: 'group' | 'direct';
  /** The first is the owner of the phone or account that exports the chat. */
  readonly people: readonly string[];
  /** Oldest first. */
  readonly messages: readonly Said[];
}

/** The files of an export by their paths inside it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Writer {
  /** Which of the shapes of its format it writes. */
  readonly layout: string;
  /** What the export keeps of the clock. */
  readonly clock: 'minutes' | 'seconds';
  write(chat: Chat): Files;
  /** What an export of this shape still says of the chat; everything, where it is left out. */
  kept?(chat: Chat): readonly Said[];
  /** Where nothing in a short chat tells which number is the month. */
  readonly dateOrder?: 'month-first';
}

export const two = (number: number | string): string => String(number).padStart(2, '0');

/** Parts of a wall clock; `month` and `day` without zeros in front. */
export function partsOf(at: string) {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = at.split(/[-T:]/);
  return { year, month: Number(month), day: Number(day), hour: Number(hour), minute, second };
}

/** `9:15 AM` of twelve hours; with seconds where `withSeconds` is true. */
export function twelveHours(at: string, halves: readonly [string, string], withSeconds = false): string {
  const { hour, minute, second } = partsOf(at);
  return `${hour % 12 || 12}:${minute}${withSeconds ? `:${second}` : ''}${halves[hour < 12 ? 0 : 1]}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export const monthName = (at: string): string => MONTHS[partsOf(at).month - 1] ?? '';
export const dayName = (at: string): string => DAYS[new Date(`${at}Z`).getUTCDay()] ?? '';
/** Of a clock that shows UTC. */
export const milliseconds = (at: string): number => Date.parse(`${at}Z`);

/** A name as operating systems allow it. */
export const asFileName = (title: string): string => title.replace(/[\\/:*?"<>|]/g, '_');

export const ownerOf = ({ people }: Chat): string => people[0] ?? '';

const isNumber = (name: string): boolean => /^\+[\d ]+$/.test(name);
/** The number of a person: their own where they are known by it, else an invented one. */
export const numberOf = ({ people }: Chat, name: string): string =>
  isNumber(name) ? name.replaceAll(' ', '') : `+441632960${String(100 + people.indexOf(name))}`;

/** People who are known by their numbers alone bear them without spaces in many exports. */
export const plainName = (name: string): string => (isNumber(name) ? name.replaceAll(' ', '') : name);

export const isPicture = (name: string): boolean => /\.(?:jpe?g|png)$/i.test(name);

/** The messages with another sender, text or file; a file is left off where `attachment` gives undefined. */
export const changed = (
  { messages }: Pick<Chat, 'messages'>,
  change: (message: Said) => { readonly [Key in keyof Said]?: Said[Key] | undefined },
): Said[] =>
  messages.map((message) => {
    const { attachment, ...rest } = { ...message, ...change(message) };
    const { at = message.at, sender = message.sender, text = message.text } = rest;
    return { at, sender, text, ...(attachment === undefined ? {} : { attachment }) };
  });
