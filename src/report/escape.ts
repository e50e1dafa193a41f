// Makes text that may come from an export (titles, paths, dates) harmless to show. A chat can carry HTML, escape sequences
// that repaint a terminal, and marks that make text run backwards or disappear.

// Controls (C0, C1), line and paragraph separators and odd spaces become a space: the text stays on one line.
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u00a0\u202f]+/gu;
// Bidi controls, zero-width marks, soft hyphen, annotation anchors, the invisible tag letters, and the two codes that
// are no characters and that no XML may hold.
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
// The zero-width joiner belongs inside an emoji (a family, a profession); between letters it only hides a word from a search.
const LONE_JOINER = /(?<!\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})\u200d/gu;
// No script stacks more than a few marks on a letter; "zalgo" text stacks hundreds and paints over the lines around it.
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** One line without anything that a terminal, or an eye, could be misled by. Emoji and letters of all scripts stay. */
export function forTerminal(text: string): string {
  return text
    .replace(HALF_CHARACTER, '\ufffd')
    .replace(BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_JOINER, '')
    .replace(STACKED_MARKS, '$1');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The same, ready to stand in HTML, as content or between quotation marks. */
export function forHtml(text: string): string {
  return forTerminal(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
