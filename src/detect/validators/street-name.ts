// Whether the words between a house number and "road" or "close" can be the name of a street: "12 Acacia Ave" is an
// address, "10 mins down the road" and "3 pts close" are not. Source: ordinary English and ward talk.

import type { Check } from './validator.ts';

/** "The" is not among them, since it begins names: "3 The Brambles Court". */
const NEVER_IN_A_NAME = new Set(
  `a an in on of to at for from and or but is was are were be been up by with off no not so if as then than out over only just even still
  i we they he she it you me us them my our your her his their its this that these those there here who which what
  min mins minute minutes hour hours hr hrs day days wk wks week weeks month months year years yr yrs am pm today tonight tomorrow night nights
  jan feb mar apr june july aug sept oct nov dec january february april august september october november december
  pt pts patient patients staff nurse nurses hca hcas doctor doctors bed beds people person babies girls boys lads ladies men women kids
  mile miles metre metres step steps lane lanes car cars bus buses taxi visit visits call calls transfer transfers time times
  extra more less new other next different spare free long short late early left right down busy big main side one way ways quick slow
  please pls locum agency junior bank care nursing residential can could will would should have has had do does did get got go goes going
  went come coming came take takes took need needs live lives lived home stuck work works walking driving`.split(/\s+/),
);

/** What stands before the name: "flat 3, 14a", "caravan 6", "the bungalow on". */
const BEFORE_NAME =
  /^(?:(?:bungalow|cottage|house|flat|caravan|top|end|bottom) (?:on|of|at|in|off) )?(?:(?:flat|apt|apartment|unit) ?\d+[a-d]?,? +)?(?:\d+[a-d]?,? +)?/i;

/** Valid: 12 Acacia Ave, 14 st marys road, flat 3 Rowan Court, 22 the crescent, 3 Maes yr Haf. Not: 10 mins down the road, 3 yr old close. */
export function streetName(value: string): Check {
  const words = value.replace(BEFORE_NAME, '').toLowerCase().split(/[ ,]+/);
  const name = words.slice(0, -1);
  // Welsh "yr" ("of the") stands inside a name, the year in front.
  const valid = !name.some((word, at) => NEVER_IN_A_NAME.has(word) && !(word === 'yr' && at > 0));
  return { valid, because: valid ? 'words that can name a street' : 'words of ordinary talk, not of a street' };
}
