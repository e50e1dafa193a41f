// How WhatsApp starts a message: one row for each form of header, with lines that it must fit. To add a variant, add a
// row (or widen one) and its samples; tests check that each sample fits its row and no other.
// Forms and their frequency were counted over real exports, 2013-2026. Spaces may be the no-break and narrow ones.

export interface HeaderForm {
  readonly name: string;
  readonly layout: string;
  /** Forms of one family can alternate within one export. */
  readonly family: 'dash' | 'bracket' | 'colon' | 'name';
  /** Groups: a, sep, b, c (numbers of the date as they stand), era, month; pre, h, m, s, post; anchored, of linear cost. */
  readonly regex: RegExp;
  /** Header with the start of a message, and `a-b-c h:m[:s]` as read, c as a Gregorian year. */
  readonly samples: readonly { readonly line: string; readonly reads: string; readonly rest: string }[];
}

const GAP = '[ \\u00a0\\u2009\\u202f]';
const DATE = `(?<a>\\d{4}|\\d{1,2})(?<sep>[./-] ?)(?<b>\\d{1,2})\\k<sep>(?<c>R\\d{1,2}|\\d{4}|\\d{1,2})\\.?(?<era>${GAP}BE)?`;
const JOIN = `(?:[,;]${GAP}?|${GAP}|T)(?:(?:à|às|klo|um|at)${GAP})?`;
const EASTERN = '上午|下午|午前|午後|오전|오후|凌晨|清晨|早上|中午|傍晚|晚上';
/** Halves of the day as Unicode CLDR has them (dayPeriods), in languages that have other words than am and pm. */
const BEFORE_NOON: readonly string[] = [
  'ÖÖ',
  'de\\.',
  'SA',
  'dop\\.',
  'π\\.?μ\\.',
  'fm',
  'ق\\.ظ\\.',
  'पूर्वाह्न',
  'ก่อนเที่ยง',
];
const AFTER_NOON: readonly string[] = [
  'ÖS',
  'du\\.',
  'CH',
  'odp\\.',
  'μ\\.?μ\\.',
  'em',
  'ب\\.ظ\\.',
  'अपराह्न',
  'หลังเที่ยง',
];
const LOCAL = [...BEFORE_NOON, ...AFTER_NOON].join('|');
const HALF = `[AaPp]\\.?${GAP}?[Mm]\\.?|ص|م|${EASTERN}|${LOCAL}|in the morning|in the afternoon|in the evening|at night`;
const TIME = `(?:(?<pre>${EASTERN}|${LOCAL})${GAP}?)?(?<h>\\d{1,2})(?<colon>[:.])(?<m>\\d{1,2})(?:\\k<colon>(?<s>\\d{2}))?(?:${GAP}?(?<post>${HALF}))?`;
const MONTH = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DASH = '[ \\u00a0][-\\u2013\\u2014](?:[ \\u00a0]|$)';

const row = (form: string): RegExp => new RegExp(`^${form}`);

export const HEADER_FORMS: readonly HeaderForm[] = [
  {
    name: 'android',
    layout: 'whatsapp-android',
    family: 'dash',
    regex: row(`${DATE}${JOIN}${TIME}${DASH}`),
    samples: [
      { line: '05/10/2020, 00:14 - Jo: hi', reads: '5-10-2020 0:14', rest: 'Jo: hi' },
      {
        line: '09/10/2023, 11:11\u202fpm - +44 7700 900123: hi',
        reads: '9-10-2023 23:11',
        rest: '+44 7700 900123: hi',
      },
      { line: '10/5/20, 12:14 AM - Jo: hi', reads: '10-5-2020 0:14', rest: 'Jo: hi' },
      { line: '26-04-2022 12:11 - Jo: hi', reads: '26-4-2022 12:11', rest: 'Jo: hi' },
      { line: '03.08.21, 12:30 - Jo: hi', reads: '3-8-2021 12:30', rest: 'Jo: hi' },
      { line: '2023-12-20, 5:46 p.m. - Jo: hi', reads: '2023-12-20 17:46', rest: 'Jo: hi' },
      { line: '2023/12/20, 5:46 pm - Jo: hi', reads: '2023-12-20 17:46', rest: 'Jo: hi' },
      { line: '28/3/2025, 9:29 p.\u00a0m. - Jo: hi', reads: '28-3-2025 21:29', rest: 'Jo: hi' },
      { line: '26.4.2022 klo 18.00 - Jo: hi', reads: '26-4-2022 18:00', rest: 'Jo: hi' },
      { line: '26/04/2022 à 14:56 - Jo: hi', reads: '26-4-2022 14:56', rest: 'Jo: hi' },
      { line: '۲۰۲۱/۵/۳۰، ۱۸:۴۴ - Jo: hi', reads: '2021-5-30 18:44', rest: 'Jo: hi' },
      { line: '2022/3/18 下午2:56 - Jo: hi', reads: '2022-3-18 14:56', rest: 'Jo: hi' },
      { line: '05/10/2020, 00:14 – Jo: hi', reads: '5-10-2020 0:14', rest: 'Jo: hi' },
      { line: '18.03.2022 ÖS 2:56 - Jo: hi', reads: '18-3-2022 14:56', rest: 'Jo: hi' },
      { line: '2022. 03. 18. du. 2:56 - Jo: hi', reads: '2022-3-18 14:56', rest: 'Jo: hi' },
      { line: '18/3/2022, 2:56\u202fμ.μ. - Jo: hi', reads: '18-3-2022 14:56', rest: 'Jo: hi' },
      { line: '18/03/2022, 2:56 CH - Jo: hi', reads: '18-3-2022 14:56', rest: 'Jo: hi' },
      { line: '18. 3. 2022 9:15 dop. - Jo: hi', reads: '18-3-2022 9:15', rest: 'Jo: hi' },
      { line: '۲۰۲۲/۳/۱۸، ۲:۵۶ ب.ظ. - Jo: hi', reads: '2022-3-18 14:56', rest: 'Jo: hi' },
      { line: '१८/३/२०२२, २:५६ pm - Jo: hi', reads: '18-3-2022 14:56', rest: 'Jo: hi' },
      { line: '১৮/৩/২০২২, ২:৫৬ PM - Jo: hi', reads: '18-3-2022 14:56', rest: 'Jo: hi' },
      { line: '18/3/2565, 14:56 - Jo: hi', reads: '18-3-2022 14:56', rest: 'Jo: hi' },
      { line: '12.07.2017, 9:15 in the morning - Jo: hi', reads: '12-7-2017 9:15', rest: 'Jo: hi' },
    ],
  },
  {
    name: 'ios',
    layout: 'whatsapp-ios',
    family: 'bracket',
    regex: row(`\\[${DATE}${JOIN}${TIME}\\](?! - ) ?`),
    samples: [
      { line: '[19/10/2025, 01:02:19] Jo: hi', reads: '19-10-2025 1:02:19', rest: 'Jo: hi' },
      { line: '\u200e[31/12/2022 11:40:26] Jo: hi', reads: '31-12-2022 11:40:26', rest: 'Jo: hi' },
      { line: '[05.08.23, 5:52:02\u202fPM] Jo: hi', reads: '5-8-2023 17:52:02', rest: 'Jo: hi' },
      { line: '[25/09/20 10:27:18 a.m.] Jo: hi', reads: '25-9-2020 10:27:18', rest: 'Jo: hi' },
      { line: '[13. 6. 2018. 21:25:15] Jo: hi', reads: '13-6-2018 21:25:15', rest: 'Jo: hi' },
      { line: '[3/18/2565 BE, 14:56:01] Jo: hi', reads: '3-18-2022 14:56:01', rest: 'Jo: hi' },
      { line: '[3/18/R4, 14:56:01] Jo: hi', reads: '3-18-2022 14:56:01', rest: 'Jo: hi' },
      { line: '[2024. 3. 18. 오후 2:56:01] Jo: hi', reads: '2024-3-18 14:56:01', rest: 'Jo: hi' },
      { line: '[2022/03/18 午後2:56:01] Jo: hi', reads: '2022-3-18 14:56:01', rest: 'Jo: hi' },
      { line: '[\u200f١٨\u200f/٣\u200f/٢٠٢٢، ٢:٥٦:٠٠\u00a0م] Jo: hi', reads: '18-3-2022 14:56:00', rest: 'Jo: hi' },
      { line: '[18.3.2022 klo 14.56.01] Jo: hi', reads: '18-3-2022 14:56:01', rest: 'Jo: hi' },
      { line: '[18/03/2022\u200914:56:01] Jo: hi', reads: '18-3-2022 14:56:01', rest: 'Jo: hi' },
    ],
  },
  {
    name: 'web-system',
    layout: 'whatsapp-web',
    family: 'bracket',
    regex: row(`\\[${DATE}${JOIN}${TIME}\\] - `),
    samples: [
      { line: '[3/18/22, 2:56:01 PM] - Jo left', reads: '3-18-2022 14:56:01', rest: 'Jo left' },
      { line: '[12/3/24, 9:15:02 AM] - [Call]', reads: '12-3-2024 9:15:02', rest: '[Call]' },
    ],
  },
  {
    name: 'time-first',
    layout: 'whatsapp-ios',
    family: 'bracket',
    regex: row(`\\[${TIME},? ?${DATE}\\] ?`),
    samples: [
      { line: '[14:56:01, 3/18/22] Jo: hi', reads: '3-18-2022 14:56:01', rest: 'Jo: hi' },
      { line: '[14:56, 18/3/2022] Jo: hi', reads: '18-3-2022 14:56', rest: 'Jo: hi' },
    ],
  },
  {
    name: 'colon',
    layout: 'whatsapp-ios-2013',
    family: 'colon',
    regex: row(`${DATE}${JOIN}${TIME}: `),
    samples: [
      { line: '2016-06-27, 8:04:08 AM: Jo: hi', reads: '2016-6-27 8:04:08', rest: 'Jo: hi' },
      { line: '12.07.2017 22:35:22: Jo: hi', reads: '12-7-2017 22:35:22', rest: 'Jo: hi' },
      { line: '12/07/17; 22:35:22: Jo: hi', reads: '12-7-2017 22:35:22', rest: 'Jo: hi' },
    ],
  },
  {
    name: 'month-name',
    layout: 'whatsapp-android-2013',
    family: 'name',
    regex: row(`${MONTH} (?<b>\\d{1,2})(?:, (?<c>\\d{4}))?, ${TIME}${DASH}`),
    samples: [
      { line: 'Mar 5, 8:11 PM - Jo: hi', reads: '3-5-0 20:11', rest: 'Jo: hi' },
      { line: 'Mar 5, 2014, 8:11 PM - Jo: hi', reads: '3-5-2014 20:11', rest: 'Jo: hi' },
    ],
  },
  {
    name: 'day-month-name',
    layout: 'whatsapp-android-2013',
    family: 'name',
    regex: row(`(?<b>\\d{1,2}) ${MONTH}(?: (?<c>\\d{4}))?,? ${TIME}${DASH}`),
    samples: [
      { line: '18 Mar 12:14 - Jo: hi', reads: '3-18-0 12:14', rest: 'Jo: hi' },
      { line: '18 Mar 2014, 12:14 - Jo: hi', reads: '3-18-2014 12:14', rest: 'Jo: hi' },
    ],
  },
  {
    name: 'time-month-name',
    layout: 'whatsapp-android-2013',
    family: 'name',
    regex: row(`${TIME}, (?<b>\\d{1,2}) ${MONTH}(?: (?<c>\\d{4}))?${DASH}`),
    samples: [
      { line: '19:23, 28 Aug 2013 - Jo: hi', reads: '8-28-2013 19:23', rest: 'Jo: hi' },
      { line: '19:23, 28 Aug - Jo: hi', reads: '8-28-0 19:23', rest: 'Jo: hi' },
    ],
  },
];

const MORNING = new RegExp(`^(?:[Aa].*|ص|午前|上午|오전|凌晨|清晨|早上|in the morning|${BEFORE_NOON.join('|')})$`);

/** Before noon, by the half of the day as a header has it. */
export const isMorning = (half: string): boolean => MORNING.test(half);
