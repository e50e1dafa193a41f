import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../../src/detect/people/people.ts';
import { message, table } from './chat-set.ts';

const SIZE = 65_536;
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

const TEXTS: Readonly<Record<string, string>> = {
  'one long word': fill('a'),
  'one long capital word': fill('A'),
  initials: fill('J '),
  'initials with dots': fill('J.'),
  'a name and initials': fill('John A B C D '),
  particles: fill('Le le de la '),
  titles: fill('mr '),
  'titles with dots': fill('Mr. '),
  names: fill('Sarah '),
  'names and commas': fill('Sarah, '),
  'hyphens and names': fill('Sarah-'),
  apostrophes: fill("O'"),
  possessives: fill("tom's mum "),
  beds: fill('bed 4 '),
  ages: fill('JT 72F '),
  spaces: `Sarah${fill(' ')}Jones`,
  'new lines': fill('Sarah\n'),
  'at signs': fill('@'),
  emoji: fill('😀'),
  'fixed phrases': fill('grace period will do '),
  'new words': Array.from({ length: 8000 }, (_, i) => `Q${i.toString(26).replace(/\d/g, 'z')}x`).join(' '),
  'other scripts': fill('محمد Иван 王伟 '),
};

describe('64 KB of anything', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`is read in good time: ${name}`, () => {
      const people = peopleOf(table, []);
      const tokens = message(text);
      const start = performance.now();
      for (const { start: from, end } of people.find(tokens)) expect(end).toBeGreaterThan(from);
      // A quadratic step would take minutes; a busy machine does not.
      expect(performance.now() - start).toBeLessThan(2000);
    });
  }

  it('is borne among the participants too', () => {
    const start = performance.now();
    peopleOf(table, Object.values(TEXTS));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
