// Writes an invented chat as Android phones (24 h, 12 h), iPhones and WhatsApp Web write it.

const LRM = '\u200e';

export type Sent =
  | { readonly from: string; readonly text: string }
  | { readonly from: string; readonly file: 'photo' | 'video' | 'voice' | 'pdf' | 'card'; readonly caption: string }
  | { readonly from: string; readonly deleted: true }
  | { readonly from: string; readonly edited: string }
  | { readonly notice: string };

export interface Chat {
  readonly title: string;
  readonly sent: readonly Sent[];
}

export const NOTICE =
  'Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.';

export type PhoneLayout = 'android-24h' | 'android-12h' | 'ios';
export const PHONE_LAYOUTS: readonly PhoneLayout[] = ['android-24h', 'android-12h', 'ios'];

const two = (n: number): string => String(n).padStart(2, '0');

/** Messages are three minutes apart, from 27 February 2024, 22:00. */
function timeOf(i: number): { day: number; month: number; hour: number; minute: number } {
  const minutes = 22 * 60 + i * 3;
  const days = Math.floor(minutes / 1440);
  const date = 27 + days;
  return {
    day: date > 29 ? date - 29 : date,
    month: date > 29 ? 3 : 2,
    hour: Math.floor(minutes / 60) % 24,
    minute: minutes % 60,
  };
}

export function atOf(i: number, seconds: boolean): string {
  const { day, month, hour, minute } = timeOf(i);
  return `2024-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}${seconds ? ':07' : ''}`;
}

function headOf(i: number, layout: PhoneLayout): string {
  const { day, month, hour, minute } = timeOf(i);
  const date = `${two(day)}/${two(month)}/2024`;
  if (layout === 'ios') return `[${date}, ${two(hour)}:${two(minute)}:07] `;
  if (layout === 'android-24h') return `${date}, ${two(hour)}:${two(minute)} - `;
  return `${date}, ${hour % 12 || 12}:${two(minute)}\u202f${hour < 12 ? 'am' : 'pm'} - `;
}

const NAMES = {
  photo: ['IMG-20240227-WA0001.jpg', '00000001-PHOTO-2024-02-27-22-00-07.jpg'],
  video: ['VID-20240227-WA0001.mp4', '00000001-VIDEO-2024-02-27-22-00-07.mp4'],
  voice: ['PTT-20240227-WA0001.opus', '00000001-AUDIO-2024-02-27-22-00-07.opus'],
  pdf: ['Rota (final) v2.pdf', '00000001-Rota (final) v2.pdf'],
  card: ['Kim Lee.vcf', '00000001-Kim Lee.vcf'],
} as const;

function bodyOf(one: Exclude<Sent, { notice: string }>, ios: boolean): string {
  if ('text' in one) return one.text;
  if ('edited' in one) return `${one.edited} ${ios ? LRM : ''}<This message was edited>`;
  if ('deleted' in one) return ios ? `${LRM}This message was deleted.` : 'This message was deleted';
  const [android, iphone] = NAMES[one.file];
  if (!ios) return `${android} (file attached)${one.caption === '' ? '' : `\n${one.caption}`}`;
  const document = one.file === 'pdf' ? `Rota (final) v2.pdf • ${LRM}1 page ` : '';
  return `${document}${LRM}<attached: ${iphone}>${one.caption === '' ? '' : ` ${one.caption}`}`;
}

/** The text file of an export; the encryption notice is its first record. */
export function render({ title, sent }: Chat, layout: PhoneLayout): string {
  const ios = layout === 'ios';
  const system = (i: number, text: string): string => `${headOf(i, layout)}${ios ? `${title}: ${LRM}` : ''}${text}`;
  const records = [{ notice: NOTICE }, ...sent].map((one, i) => {
    if ('notice' in one) return system(i, one.notice);
    const opening = ios && 'file' in one ? LRM : '';
    return `${opening}${headOf(i, layout)}${one.from}: ${bodyOf(one, ios)}`;
  });
  return records.map((record) => record + (ios ? '\r\n' : '\n')).join('');
}
