// `--map sender=Author,date=2,text=Body`: which columns of a table hold what.

import { ScanError } from '../errors.ts';
import { type ColumnMap, ROLES, type Role } from '../parse/table/columns.ts';

const HINT = `Write for instance --map sender=Author,date=2,text=Body: a heading or the number of a column, for ${ROLES.slice(0, 6).join(', ')}.`;

/** Throws ScanError on what is no map; it never repeats what was typed, which may be a name. */
export function columnMapFrom(given: string | undefined): ColumnMap | undefined {
  if (given === undefined) return undefined;
  const map: Partial<Record<Role, string>> = {};
  for (const part of given.split(',')) {
    const [, key = '', column = ''] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    const role = ROLES.find((one) => one === key.toLowerCase());
    if (!role || column === '' || map[role] !== undefined) throw new ScanError('--map cannot be read.', HINT);
    map[role] = column;
  }
  if (map.text === undefined) throw new ScanError('--map does not say which column holds the text.', HINT);
  return map;
}
