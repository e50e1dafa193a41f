// What a document tells of itself: who wrote it, its title, who changed it last. An author or a title can name a patient, and the last
// person who saved the file shows through whose hands it went.

import type { Gathering } from '../gathering.ts';
import type { XmlListener } from './xml.ts';

const NAMES: Readonly<Record<string, string>> = {
  creator: 'author',
  'initial-creator': 'author',
  lastModifiedBy: 'last changed by',
  'printed-by': 'printed by',
  keyword: 'keywords',
  lpstr: 'contents',
  lpwstr: 'value',
};
const FACTS: Readonly<Record<string, 'author' | 'title'>> = {
  creator: 'author',
  'initial-creator': 'author',
  title: 'title',
};
const CHANGED = new Set(['modified', 'date']);
/** Names of programs and their templates. */
const NOT_WORDS = new Set([
  'Application',
  'AppVersion',
  'generator',
  'DocSecurity',
  'Template',
  'created',
  'creation-date',
  'print-date',
  'editing-duration',
  'i4',
  'language',
  'bool',
]);

/** Listens to docProps/*.xml of Office and to meta.xml of OpenDocument. */
export class Properties implements XmlListener {
  readonly #got: Gathering;
  readonly #names: string[] = [];
  #text = '';

  constructor(got: Gathering) {
    this.#got = got;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#text = '';
    this.#names.push(name);
    // A property that somebody added has its name in an attribute, and says there what it is about.
    if ((name === 'property' || name === 'user-defined') && attributes.name) this.#line('added', attributes.name);
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    this.#names.pop();
    const text = this.#text.trim();
    this.#text = '';
    if (text === '') return;
    if (CHANGED.has(name)) this.#got.fact('modified', text.slice(0, 10));
    else if (/\p{L}{2}|\d{5}/u.test(text) && !NOT_WORDS.has(name))
      this.#line(Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : wordsOf(name), text);
    const fact = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
    if (fact) this.#got.fact(fact, text);
  }

  #line(name: string, text: string): void {
    this.#got.line(`property: ${name}`, text, 'told');
  }
}

/** 'HyperlinkBase' → 'hyperlink base'; a name that is no word says nothing, and may say too much. */
function wordsOf(name: string): string {
  const words = name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[-_]/gu, ' ').toLowerCase();
  return /^[a-z ]{2,30}$/.test(words) ? words : 'other';
}
