// What every shipped pattern must hold, with no test written by hand for any of them.

import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../src/detect/patterns/check.ts';
import { explainPatterns } from '../../../src/detect/patterns/explain.ts';
import { findPatterns } from '../../../src/detect/patterns/match.ts';
import { normalise } from '../../../src/detect/text.ts';
import { VALIDATORS } from '../../../src/detect/validators/index.ts';
import { COST_TIMEOUT, costOf } from '../../recheck.ts';
import { shipped, shippedFiles } from './shipped.ts';

const patterns = shipped.patterns.map((pattern) => [pattern.file.id, pattern] as const);

describe.each(patterns)('%s', (id, pattern) => {
  it('keeps the promise of its examples', () => {
    expect(checkPattern(pattern, shipped)).toEqual([]);
  });

  it('has an example that reaches each of its forms', () => {
    const reached = pattern.file.match.flatMap(({ text }) =>
      explainPatterns(normalise(text), shipped).flatMap((trial) =>
        trial.pattern === id && trial.reported && trial.match ? [trial.match.form] : [],
      ),
    );
    expect([...new Set(reached)].sort()).toEqual(pattern.forms.map(({ name }) => name).sort());
  });
});

describe('the pattern files', () => {
  it('are named after their ids', () => {
    expect(shippedFiles.map(([name]) => name)).toEqual(shippedFiles.map(([, { id }]) => `${id}.yaml`));
  });

  it('use every validator', () => {
    const used = new Set(shippedFiles.flatMap(([, { validator }]) => validator ?? []));
    expect([...used].sort()).toEqual([...VALIDATORS.keys()].sort());
  });

  it('use NHS numbers of the range that is never issued, except where the documents print others', () => {
    const printed =
      /^(?:0?101011113|0101011237|1009701234|0101201234|3201201234|0113011113|3462950622|3112950622|7700900019|2234567890|1955839661|1097172564|0306406152|0471958697)$/;
    const numbers = findings().filter(({ category }) => /nhs-number|chi-number|hc-number/.test(category));
    expect(numbers.filter(({ digits }) => !/^9/.test(digits) && !printed.test(digits))).toEqual([]);
  });

  it('use phone numbers of the ranges kept for drama', () => {
    const phones = findings().filter(({ category }) => category === 'patient.identifier.phone');
    const drama =
      /^(?:0|44|440|0044)?(?:7700900\d{3}|1632960\d{3}|2079460\d{3}|1514960\d{3})$|^(?:353209100|1202555)0?1?\d{2,3}$/;
    expect(phones.filter(({ digits }) => !drama.test(digits)).map(({ digits }) => digits)).toEqual([]);
  });

  it('use e-mail addresses of example.org or of the NHS', () => {
    const mails = findings().filter(({ category }) => category === 'patient.identifier.email');
    expect(mails.filter(({ value }) => !/@(?:[\w.-]+\.)?example\.org$|@nhs\.net$/.test(value))).toEqual([]);
  });

  function findings() {
    return shippedFiles.flatMap(([, file]) =>
      [...file.match, ...file.noMatch].flatMap(({ text }) => {
        const normal = normalise(text);
        return findPatterns(normal, shipped).map(({ category, start, end }) => {
          const value = normal.text.slice(start, end);
          return { category, value, digits: value.replace(/\D/g, '') };
        });
      }),
    );
  }
});

describe('the regular expressions', () => {
  const forms = shipped.patterns.flatMap(({ file, forms }) =>
    forms.map(({ name, regex }) => [`${file.id} ${name}`, regex] as const),
  );

  it.each(forms)(
    'of %s take time in proportion to the text',
    (_, regex) => {
      expect(costOf(regex)).toBe('safe');
    },
    COST_TIMEOUT,
  );
});
