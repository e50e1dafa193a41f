// UK postcode: area, district, sector, unit. Source: Royal Mail, Postcode Address File (letters in use at each place, the
// postcode areas); the Crown dependencies and British Forces included, Santa's XM4 5HQ left out.

import type { Check } from './validator.ts';

const AREAS = new Set(
  `AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY
  HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR
  RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.split(
    /\s+/,
  ),
);

const SHAPE =
  /^(?:([A-PR-UWYZ])(?:\d[A-HJKPSTUW]?|\d{2})|([A-PR-UWYZ][A-HK-Y])(?:\d[ABEHMNPRVWXY]?|\d{2}))\d[ABD-HJLNP-UW-Z]{2}$/;

/** In lower case "m6 2hr", "b6 2nd" and "e4 5th" are a road and a time, a band and a rank. */
const UNIT_OF_TALK = /\d(?:st|nd|rd|th|hr|yr)$/;

/** Valid: L1 8JQ, SW1A 1AA, EC1A1BB, M1 1AE, W1A 0AX, BF1 3AA, GIR 0AA, l12 4ab. Not: L1 8CQ, Q1 1AA, T2 3RD, m6 2hr. */
export function postcode(value: string): Check {
  const joined = value.replace(/ /g, '');
  const upper = joined.toUpperCase();
  if (upper === 'GIR0AA') return { valid: true, because: 'a postcode in use' };
  const parts = SHAPE.exec(upper);
  if (parts === null) return { valid: false, because: 'letters that postcodes do not have at that place' };
  if (!AREAS.has(parts[1] ?? parts[2] ?? '')) return { valid: false, because: 'no such postcode area' };
  if (UNIT_OF_TALK.test(joined)) return { valid: false, because: 'in lower case it reads as a rank or a time' };
  return { valid: true, because: 'a postcode area in use' };
}
