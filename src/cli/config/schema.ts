// What ig-scan.yaml may say, made from the table of settings, and the schemas that let an editor help with the files of the folder.

import { z } from 'zod';
import { holdRegisterSchema } from '../../policy/hold-register.ts';
import { staffListSchema } from '../../policy/staff-list.ts';
import { sizeOf } from '../limits.ts';
import { nearest } from './nearest.ts';
import { ALL_SETTINGS, LONGEST_TEXT, type Setting, type Values } from './settings.ts';

const line = z.string('must be one line of text').trim().min(1, 'is empty: write a value, or put # before the line');
const words = line.max(LONGEST_TEXT, `is longer than ${LONGEST_TEXT} signs`);

function schemaOf({ kind, choices = [] }: Setting): z.ZodType<string> {
  if (kind === 'choice') return z.enum(choices, `must be one of ${choices.join(', ')}`);
  if (kind !== 'size') return kind === 'text' ? words : line;
  return z
    .union([z.string(), z.number()], 'must be a number')
    .transform(String)
    .refine((text) => sizeOf(text) !== undefined, 'must be a number above 0, or a size such as 64GB');
}

const names = ALL_SETTINGS.map(({ name }) => name);

/** A wrong key is repeated only where it is nearly a known one: anything else may be content of another file, names among it. */
const keyFault = (key: string): string => {
  const meant = nearest(key, names);
  return meant
    ? `there is no setting ${JSON.stringify(key)}; did you mean ${meant}?`
    : `there is no such setting; settings are ${names.join(', ')}`;
};

const shape = Object.fromEntries(
  ALL_SETTINGS.map((setting) => [setting.name, schemaOf(setting).optional().describe(setting.says)]),
);

/** One schema for each setting of the table, so its result is `Values`. */
export const configSchema = z.strictObject(shape, {
  error: (issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map(keyFault).join('\n');
    return issue.code === 'invalid_type' ? 'must be settings, one a line: `name: value`' : undefined;
  },
}) as z.ZodType<Values>;

/** JSON Schema (2020-12) of each file that an editor can check, by the name of the schema's file. */
export function editorSchemas(): Readonly<Record<string, string>> {
  const text = (title: string, schema: z.ZodType) =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) }, undefined, 2)}\n`;
  return {
    'ig-scan.schema.json': text('Configuration of ig-scan', configSchema),
    'holds.schema.json': text('Hold register of ig-scan', holdRegisterSchema),
    'staff.schema.json': text('Staff list of ig-scan', staffListSchema),
  };
}
