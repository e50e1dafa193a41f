// A phone number by its digits alone, so that "+44 7700 900123", "0044 (0)7700 900123" and "07700 900123" are one number.
// Source: Ofcom, National Telephone Numbering Plan.

/** Digits without +44, 0044, (0) and the leading 0; of a beginning of a number too. */
export const nationalDigits = (text: string): string =>
  text
    .replace(/^\D*(?:\+ ?44|0044)/, '')
    .replace(/\D/g, '')
    .replace(/^44(?=\d{9,})/, '')
    .replace(/^0/, '');
