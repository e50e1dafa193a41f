// Writes man/ig-scan.1 from the commands and options of the program. Run after a build.

import { mkdir, writeFile } from 'node:fs/promises';
import { manPage } from '../dist/cli/man.js';
import { AFTER_HELP, program } from '../dist/cli.js';

const page = new URL('../man/ig-scan.1', import.meta.url);
await mkdir(new URL('.', page), { recursive: true });
await writeFile(page, manPage(program(), AFTER_HELP));
