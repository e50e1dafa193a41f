// How a page of a thread is laid out: where its messages are. A message begins with a short text by itself (the sender) and ends with a
// time; what stands beside such elements, at the level where most of them are, is a message too. Holds with any names of classes.

import { type HtmlEvents, type Opening, readHtml } from '../html.ts';
import { looksLikeDate, type OrderEvidence, readSpokenDate } from '../spoken-dates.ts';
import type { FileText } from '../text.ts';

export interface PageLayout {
  /** Whether an element, by its place, is a message or stands among messages. */
  isMessage(opening: Opening): boolean;
  /** Title of the page; '' without one. */
  readonly title: string;
  /** People whom the page names as taking part. */
  readonly people: readonly string[];
  readonly isInstagram: boolean;
}

/** An open element, as far as it matters to tell what it is. */
interface Frame extends Pick<Opening, 'name' | 'depth' | 'parent'> {
  /** All its text, up to a length that no time has. */
  text: string;
  /** It has text of its own, outside of elements in it. */
  ownText: boolean;
  children: number;
  /** Texts of its first and last child; '' where that is no text by itself. */
  first: string;
  last: string;
  /** A text by itself: at most one element within, and nothing beside that. */
  single: boolean;
}

const MOST_TEXT = 400;
const LONGEST_NAME = 200;
const PEOPLE =
  /^(?:Participants|Teilnehmer(?::innen|innen|\/innen)?|Participantes|Partecipanti|Deelnemers)\s?:\s?(.+)$/;

/** Reads the page once; `evidence` is told of every time on it that can be read. */
export async function layoutOf(text: FileText, evidence: OrderEvidence): Promise<PageLayout> {
  const finder = new Finder(evidence);
  for await (const _ of readHtml(text.pieces(), finder, { long: 0, cut: false }));
  return finder.layout();
}

class Finder implements HtmlEvents {
  readonly #evidence: OrderEvidence;
  readonly #frames: Frame[] = [];
  /** By depth: how many elements like messages there are, and in which elements they lie. */
  readonly #found = new Map<number, { count: number; readonly parents: Set<number> }>();
  #title = '';
  #people: readonly string[] = [];
  #isInstagram = false;

  constructor(evidence: OrderEvidence) {
    this.#evidence = evidence;
  }

  open(opening: Opening): void {
    const { href = '', src = '' } = opening.attributes;
    if (href.includes('instagram') || src.includes('instagram')) this.#isInstagram = true;
    this.#frames.push({
      name: opening.name,
      depth: opening.depth,
      parent: opening.parent,
      text: '',
      ownText: false,
      children: 0,
      first: '',
      last: '',
      single: true,
    });
  }

  text(piece: string): void {
    const frame = this.#frames.at(-1);
    if (!frame) return;
    if (frame.text.length < MOST_TEXT) frame.text += piece.slice(0, MOST_TEXT);
    if (piece.trim() !== '') frame.ownText = true;
  }

  close(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    if (frame.name === 'title' && this.#title === '') this.#title = frame.text.trim();
    if (this.#people.length === 0 && frame.single) this.#people = peopleIn(frame.text.trim());
    if (isLikeMessage(frame)) this.#note(frame);
    const around = this.#frames.at(-1);
    if (around) addTo(around, frame);
  }

  #note({ depth, parent, last }: Frame): void {
    const level = this.#found.get(depth) ?? { count: 0, parents: new Set<number>() };
    level.count++;
    level.parents.add(parent);
    this.#found.set(depth, level);
    const date = readSpokenDate(last);
    if (date) this.#evidence.note(date);
  }

  layout(): PageLayout {
    const levels = [...this.#found].map(([depth, level]) => ({ depth, ...level }));
    const best = levels.sort((x, y) => y.count - x.count || x.depth - y.depth)[0];
    return {
      isMessage: ({ depth, parent }) => depth === best?.depth && best.parents.has(parent),
      title: this.#title,
      people: this.#people,
      isInstagram: this.#isInstagram,
    };
  }
}

function isLikeMessage({ children, first, last }: Frame): boolean {
  return children >= 2 && first !== '' && first.length <= LONGEST_NAME && looksLikeDate(last);
}

function addTo(around: Frame, closed: Frame): void {
  const single = closed.single && !(closed.ownText && closed.children > 0);
  around.children++;
  if (around.children === 1) around.first = single ? closed.text.trim() : '';
  around.last = single ? closed.text.trim() : '';
  around.single = around.single && single && around.children === 1;
  if (around.text.length < MOST_TEXT) around.text += closed.text;
}

/** `Participants: A, B and C` */
function peopleIn(text: string): string[] {
  const list = PEOPLE.exec(text)?.[1];
  if (list === undefined) return [];
  const names = list.replace(/,? (?:and|und|et|y|e|en) (?=[^,]*$)/, ', ').split(', ');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
