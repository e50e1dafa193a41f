// A chat of texts that break readers: signs of markup, words of exports in what people typed, addresses, other scripts. Not in it: what
// an app itself writes in two senses (`null` in WhatsApp and in backups of text messages).

import type { Chat } from './writers/chat.ts';

const OWNER = "Síle O'Dowd";
const OTHER = 'Dr Ng (ANP) & Co';

const TEXTS: readonly string[] = [
  'sats <92% & falling, K+ > 6 "again"',
  "it's &lt; 2 not &amp;lt; 2",
  '<b>bold</b> <script>x</script> <!-- not a comment -->',
  '**bed 4** _and_ `code` ~~gone~~ #ward @all',
  'first line\nsecond: line\n\nafter a blank line',
  '- milk\n- eggs\n* both',
  '[x] done\n[ ] not done\n[09:15] obs',
  '> quoted by hand\nanswer',
  'café naïve Zoë Łukasz 北京 שלום مرحبا',
  'Ã©clair, Â£5 and â€œquotesâ€\u009d',
  '👩🏽‍⚕️🙏🏽 1️⃣ 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'https://example.org/a?b=1&c=2#top and http://example.org',
  'undefined',
  '0',
  '{"text": "json", "list": [1, 2]}',
  'a;b;c, d|e',
  'say ""twice""',
  "'=1+1",
  'tail\\',
  'saved as C:\\Users\\kit\\file.txt',
  '\\n is no new line, \\u00e9 no letter',
  'Sent: Tue, 3 Dec 2024 09:15:02 +0000',
  'From: Ann Lee',
  'note: 12/03/2024, 10:15 see chart',
  'Reactions:',
  'Tapbacks:',
  '{Attachments}',
  '====',
  'smart “quotes” – dashes… ½ °C µg',
  'ends with colon:',
  '%20 100% 5%',
  '@ 9.30 tomorrow?',
  '"in quotation marks"',
  '"two lines\nin quotation marks"',
  '(brackets) [square] {curly}',
  'see photo.jpg (on the drive)',
  'x',
  '.',
  '🙂',
];

const two = (number: number): string => String(number).padStart(2, '0');

export const HARD_CHAT: Chat = {
  title: 'Ward 7: nights & <days> "A/B"',
  kind: 'direct',
  people: [OWNER, OTHER],
  messages: [...TEXTS, 'the picture', ''].map((text, at) => ({
    at: `2024-12-${two(13 + Math.floor(at / 20))}T09:${two(at)}:${two(at)}`,
    sender: at % 3 === 1 ? OTHER : OWNER,
    text,
    ...(at >= TEXTS.length
      ? { attachment: at % 2 === 0 ? 'IMG-20241215-WA0001.jpg' : "Rota (final) v2 & Co's.pdf" }
      : {}),
  })),
};
