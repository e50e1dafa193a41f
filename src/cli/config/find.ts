// Where the configuration is looked for; the first place that has one counts. Never where the evidence lies: whoever can put a file into
// an archive or beside it must not decide how it is scanned. And never in the home folder: results would differ by person.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { ScanError } from '../../errors.ts';
import { findGiven, type Given } from '../../source/paths.ts';

const FILE_NAME = 'ig-scan.yaml';

/** One place, and what became of it. */
export interface Place {
  readonly where: string;
  readonly outcome: 'used' | 'not set' | 'not there' | 'passed over' | 'not looked at';
}

export interface Found {
  /** Absolute; undefined where there is none. */
  readonly file?: string;
  readonly chain: readonly Place[];
}

interface Candidate {
  readonly where: string;
  /** Undefined: nothing names it. */
  readonly path: string | undefined;
  /** Somebody named it: it has to be there, and may not lie with the evidence. */
  readonly named: boolean;
}

/** `named`: the value of --config. `paths`: what is to be scanned. Throws ScanError for a named one that is not there (2) or lies with the evidence (4). */
export async function findConfig(named: string | undefined, paths: readonly string[]): Promise<Found> {
  const chain: Place[] = [];
  let file: string | undefined;
  for (const candidate of candidates(named)) {
    const { where } = candidate;
    const found = file === undefined ? fileOf(candidate) : undefined;
    if (file !== undefined) chain.push({ where, outcome: 'not looked at' });
    else if (found === undefined)
      chain.push({ where, outcome: candidate.path === undefined ? 'not set' : 'not there' });
    else if (liesWith(found, await findGiven(paths))) chain.push(passedOver(candidate));
    else {
      file = found;
      chain.push({ where, outcome: 'used' });
    }
  }
  return { chain, ...(file === undefined ? {} : { file }) };
}

function candidates(named: string | undefined): readonly Candidate[] {
  const { IG_SCAN_CONFIG: fromEnvironment, PROGRAMDATA = 'C:\\ProgramData' } = process.env;
  const ofMachine = process.platform === 'win32' ? join(PROGRAMDATA, 'ig-scan') : '/etc/ig-scan';
  return [
    { where: '--config', path: named, named: true },
    { where: 'IG_SCAN_CONFIG', path: fromEnvironment || undefined, named: true },
    { where: `${FILE_NAME} in the working folder`, path: FILE_NAME, named: false },
    { where: join(ofMachine, FILE_NAME), path: join(ofMachine, FILE_NAME), named: false },
  ];
}

/** Absolute path of the file that a candidate means; undefined where there is none. */
function fileOf({ path, named, where }: Candidate): string | undefined {
  if (path === undefined) return undefined;
  const whole = resolve(path);
  const file = isFolder(whole) ? join(whole, FILE_NAME) : whole;
  if (existsSync(file) && !isFolder(file)) return file;
  if (!named) return undefined;
  throw new ScanError(
    `The configuration that ${where} names is not there; nothing was scanned.`,
    `Name an ${FILE_NAME} or its folder, or write one: ig-scan config init FOLDER`,
  );
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** What somebody named by hand is refused, so that they know; what lay there by chance is left alone. */
function passedOver({ where, named }: Candidate): Place {
  if (!named) return { where, outcome: 'passed over' };
  throw new ScanError(
    `The configuration that ${where} names lies with what is to be scanned; nothing was scanned.`,
    'An archive must not configure its own scan: keep the configuration in a folder of its own, away from exports.',
    4,
  );
}

/** In a folder that is scanned, or in the same folder as a file that is; by its own place or by the one that a link leads to. */
function liesWith(file: string, given: readonly Given[]): boolean {
  const places = [file, realpathSync(file)];
  return given.some((one) => {
    if (one.what === 'nothing') return false;
    if (one.what === 'folder') return places.some((place) => isInside(place, one.real));
    const folders = [dirname(one.real), dirname(resolve(one.path))];
    return places.some((place) => folders.includes(dirname(place)));
  });
}

function isInside(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return !isAbsolute(way) && way.split(/[/\\]/)[0] !== '..';
}
