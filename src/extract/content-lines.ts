// The lines of contact cards and calendars (RFC 6350, RFC 5545, and vCard 2.1): a name, parameters, a value. Long lines are folded, and old phones
// write signs beyond ASCII as quoted-printable.

import { decoderOf } from './decoded.ts';

export interface ContentLine {
  /** In capitals, without its group; empty for words that belong to no name. */
  readonly name: string;
  /** 'item1' of `item1.TEL`; empty for none. */
  readonly group: string;
  /** Names in capitals; of a type without a name (vCard 2.1: `TEL;CELL:`) the name is TYPE. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Decoded; backslashes and semicolons are as they were. */
  readonly value: string;
}

const FORM = /^(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):([\s\S]*)$/;

export function contentLines(text: string): readonly ContentLine[] {
  return unfolded(text).flatMap((line): ContentLine[] => {
    const [, group = '', name = '', stated = '', value = ''] = FORM.exec(line) ?? [];
    // What is no such line may still be words.
    if (name === '') return line.trim() === '' ? [] : [{ name, group, parameters: new Map(), value: line }];
    const parameters = parametersOf(stated);
    return [
      {
        name: name.toUpperCase(),
        group,
        parameters,
        value: isQuoted(parameters) ? unquoted(value, parameters) : value,
      },
    ];
  });
}

/** A line goes on where the next begins with a space, and in quoted-printable where it ends with `=`. */
function unfolded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1);
    else if (last?.endsWith('=') && /^[^:]*QUOTED-PRINTABLE/i.test(last))
      lines[lines.length - 1] = last.slice(0, -1) + line;
    else lines.push(line);
  }
  return lines;
}

function parametersOf(stated: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = 'TYPE', value = ''] of stated.matchAll(/;(?:([\w-]+)=)?("[^"]*"|[^;]*)/g)) {
    const key = name.toUpperCase();
    const known = parameters.get(key);
    const plain = value.replace(/^"|"$/g, '');
    parameters.set(key, known === undefined ? plain : `${known},${plain}`);
  }
  return parameters;
}

const isQuoted = (parameters: ReadonlyMap<string, string>): boolean =>
  /quoted-printable/i.test(`${parameters.get('ENCODING') ?? ''},${parameters.get('TYPE') ?? ''}`);

function unquoted(value: string, parameters: ReadonlyMap<string, string>): string {
  const bytes = Buffer.from(
    value.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
  const charset = parameters.get('CHARSET') ?? 'utf-8';
  return /^utf-?8$/i.test(charset) ? bytes.toString('utf8') : decoderOf(charset).decode(bytes);
}

/** The bytes of a value that is written in base64, with its parameters or as a `data:` address; undefined for others. */
export function embeddedIn({ parameters, value }: ContentLine): Uint8Array | undefined {
  const address = /^data:[^,]*;base64,/i.exec(value)?.[0];
  const encoding = `${parameters.get('ENCODING') ?? ''},${parameters.get('TYPE') ?? ''}`;
  if (address === undefined && !/(?:^|,)(?:b|base64)(?:,|$)/i.test(encoding)) return undefined;
  return new Uint8Array(Buffer.from(value.slice(address?.length ?? 0), 'base64'));
}

/** The value as words: its parts by commas, escapes undone. */
export const plainValue = (value: string): string =>
  value
    .split(/(?<!\\);/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ')
    .replace(/\\n/gi, '\n')
    .replace(/\\([\\,;:])/g, '$1');

/** `19510112`, `1951-01-12` and `19510112T093000Z` as people write them; others as they are. */
export const writtenDate = (value: string): string =>
  value.replace(
    /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?\d\d)?(Z?).*)?$/,
    (_all, year, month, day, hour, minute, zone) =>
      hour === undefined ? `${day}/${month}/${year}` : `${day}/${month}/${year} ${hour}:${minute}${zone}`,
  );

/** `X-PHONETIC-LAST-NAME` as a label. */
export const labelFor = (name: string): string => {
  const words = name.replace(/^X-/, '').replaceAll('-', ' ').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** A value under its label, if it has one. */
export const labelled = (label: string, words: string): string => (label === '' ? words : `${label}: ${words}`);
