// Three readers on the same characters: which finding stands.

import { expect, it } from 'vitest';
import { settle } from '../../src/detect/settle.ts';
import type { Finding } from '../../src/model.ts';

const finding = (category: string, start: number, end: number, confidence: number): Finding => ({
  pattern: category,
  category,
  start,
  end,
  confidence,
  because: [],
});
const NO_WORDS = { findings: [], cancelled: [] };
const standing = (shapes: Finding[], names: Finding[]) =>
  settle(shapes, names, NO_WORDS).map(({ category }) => category);

it('a name that is only a part of a sure shape belongs to it: j.hale@example.org', () => {
  expect(standing([finding('email', 0, 18, 0.7)], [finding('name', 2, 6, 0.85)])).toEqual(['email']);
});

it('a surer name stands over an unsure shape', () => {
  expect(standing([finding('code', 0, 8, 0.4)], [finding('name', 0, 8, 0.85)])).toEqual(['name']);
  expect(standing([finding('code', 0, 8, 0.4)], [finding('name', 2, 8, 0.85)])).toEqual(['name']);
});
