// Whether the word after "password is" may be the password itself: people choose a digit or a sign; "expired" has neither.

import type { Check } from './validator.ts';

/** What follows "password" in ordinary talk, and the units of talk that hold a digit. */
const TALK =
  /^(?:\d{1,2}(?:am|pm|ish|st|nd|rd|th|min|mins|hrs?|days?|x|times)?|\d{1,2}[:.]\d{2}(?:am|pm)?|(?:19|20)\d{2}|24\/7|r\/v|n\/a|c\/o|w\/c)[.,!?)]*$/i;
const HAS_DIGIT = /[a-z].*\d|\d.*[a-z]|\d{4}|\d.*[!$%^&*#~+=_-]/i;
const HAS_SIGN = /^[a-z\d]{3,}[!$%^&*#~+=_@-][\w!$%^&*#~+=@-]*$/i;
/** Punctuation of the sentence, not of the secret: "reset!!". */
const SHOUTED = /^[a-z']+[!?.,]{2,}$|^[a-z']+[?.,;:)]+$|^[a-z]+(?:-[a-z]+)+[.,!?]*$/i;

/** Words that follow "password is" and "pin is", said with one exclamation mark. */
const SAID = new Set(
  `wrong right correct incorrect invalid expired reset changed locked blocked needed required working broken down out not the same
  old new back fine ready set sorted please thanks help again urgently now today tomorrow asap secure weak strong shared private
  confidential available unknown missing forgotten gone stuck mine yours ours theirs still never always everything everyone`.split(
    /\s+/,
  ),
);

/** Valid: Summer24!, Rowan2024, ilove_nhs, 4417. Not: expired, wrong!, reset!!, 10am, 2024, 24/7. */
export function secret(value: string): Check {
  const isSaid = SAID.has(value.replace(/[!.,?]+$/, '').toLowerCase());
  if (isSaid || TALK.test(value) || SHOUTED.test(value)) return { valid: false, because: 'a word of ordinary talk' };
  const valid = HAS_DIGIT.test(value) || HAS_SIGN.test(value);
  return { valid, because: valid ? 'made like a password' : 'a word without digit or sign' };
}

/** Valid (as a plain word that may be a password): sunflower, Rowanward. Not: wrong, expired. */
export function secretWord(value: string): Check {
  const valid = !SAID.has(value.toLowerCase());
  return { valid, because: valid ? 'a word that may be the secret' : 'a word of ordinary talk' };
}
