// Whose e-mail address it may be: mail servers of the public service are no patient's.
// Source: NHS mail domains (nhs.net, nhs.uk, wales.nhs.uk, nhs.scot, hscni.net) and other public bodies.

import type { Check } from './validator.ts';

const PUBLIC_SERVICE =
  /(?:@|\.)(?:nhs\.(?:net|uk|scot)|hscni\.net|gov\.(?:uk|scot|wales)|police\.uk|mod\.uk|parliament\.uk|ac\.uk|sch\.uk|cjsm\.net)$/i;

/** Valid: moira.hale@example.org. Not (organisations): ward12@example.nhs.uk, jo@nhs.net. */
export function email(value: string): Check {
  return PUBLIC_SERVICE.test(value)
    ? { valid: false, because: 'address of a public body' }
    : { valid: true, because: 'not the address of a public body' };
}
