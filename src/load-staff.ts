// Reads a staff list (--staff). Its names are secret: what is wrong with it is said by place, never by quoting it.

import { ScanError } from './errors.ts';
import { type StaffList, staffListSchema } from './policy/staff-list.ts';
import { type FileFault, placeOnly, readYaml } from './read-yaml.ts';

/** Throws ScanError when the file is missing or wrong: a scan with half a list would make strangers of colleagues. */
export function readStaffList(path: string): StaffList {
  const faults: FileFault[] = [];
  const list = readYaml(path, staffListSchema, faults);
  if (list) return list;
  throw new ScanError(
    `The staff list cannot be used; nothing was scanned.\n${placeOnly(faults, 'staff', 'person')}`,
    'Each person needs a name, and may have numbers and left (last day, YYYY-MM-DD). `ig-scan config init FOLDER` writes an example.',
  );
}
