// Reads a hold register (--holds). Its names are secret: what is wrong with it is said by place, never by quoting it.

import { ScanError } from './errors.ts';
import { type Hold, holdRegisterSchema } from './policy/hold-register.ts';
import { type FileFault, placeOnly, readYaml } from './read-yaml.ts';

/** Throws ScanError when the file is missing or wrong: a scan without its holds could advise to delete what must be kept. */
export function readHoldRegister(path: string): readonly Hold[] {
  const faults: FileFault[] = [];
  const register = readYaml(path, holdRegisterSchema, faults);
  if (register) return register.holds;
  throw new ScanError(
    `The hold register cannot be used; nothing was scanned.\n${placeOnly(faults, 'holds', 'hold')}`,
    'README shows an example. Each hold needs id, matter, authority and what it covers (people, groups, keywords, from, to).',
  );
}
