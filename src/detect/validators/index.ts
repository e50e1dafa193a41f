// The one list of validators, by the name that pattern files use.

import { age } from './age.ts';
import { card } from './card.ts';
import { chiNumber } from './chi-number.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { drivingLicence } from './driving-licence.ts';
import { email } from './email.ts';
import { employeeNumber } from './employee-number.ts';
import { hcNumber } from './hc-number.ts';
import { iban } from './iban.ts';
import { initials } from './initials.ts';
import { nhsNumber } from './nhs-number.ts';
import { nhsNumberMistyped } from './nhs-number-mistyped.ts';
import { nino } from './nino.ts';
import { nmcPin } from './nmc-pin.ts';
import { postcode } from './postcode.ts';
import { secret, secretWord } from './secret.ts';
import { snomed } from './snomed.ts';
import { streetName } from './street-name.ts';
import { ukPhone } from './uk-phone.ts';
import { utr } from './utr.ts';
import type { Validator } from './validator.ts';
import { vrm } from './vrm.ts';

export type { Validator } from './validator.ts';

export const VALIDATORS: ReadonlyMap<string, Validator> = new Map<string, Validator>([
  ['age', age],
  ['card', card],
  ['chi-number', chiNumber],
  ['date-of-birth', dateOfBirth],
  ['driving-licence', drivingLicence],
  ['email', email],
  ['employee-number', employeeNumber],
  ['hc-number', hcNumber],
  ['iban', iban],
  ['initials', initials],
  ['nhs-number', nhsNumber],
  ['nhs-number-mistyped', nhsNumberMistyped],
  ['nino', nino],
  ['nmc-pin', nmcPin],
  ['postcode', postcode],
  ['secret', secret],
  ['secret-word', secretWord],
  ['snomed', snomed],
  ['street-name', streetName],
  ['uk-phone', ukPhone],
  ['utr', utr],
  ['vrm', vrm],
]);
