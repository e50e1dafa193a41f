// Writes report.schema.json, the description of the JSON report for other programs. Run after a build.

import { writeFile } from 'node:fs/promises';
import { reportJsonSchema } from '../dist/report/schema.js';

await writeFile(new URL('../report.schema.json', import.meta.url), reportJsonSchema());
