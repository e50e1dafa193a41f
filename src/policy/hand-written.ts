// What the files that an officer writes by hand have in common: a line of text, a list, a day, and which keys there are. Their content
// is secret, so no message here quotes it.

import { z } from 'zod';

export const text = z.string('is missing, or is not one line of text').trim().min(1, 'is empty');
/** An empty value in YAML (`expires:`) means: none. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === 'null' ? undefined : value), schema.optional());
/** A list of what `schema` allows; an empty value means: none. */
export const list = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? [] : value), z.array(schema, 'is no list')).default([]);
export const forms = list(text);
export const date = optional(z.iso.date('a date is written YYYY-MM-DD'));

/** Says which keys there are; the wrong key itself may be a name that stands in the wrong place. */
export const known = (what: string, keys: () => readonly string[]) => ({
  error: ({ code }: { readonly code: string }) =>
    code === 'unrecognized_keys' ? `has a key that is not known; ${what} are ${keys().join(', ')}` : undefined,
});
