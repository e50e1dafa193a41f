import { describe, expect, it } from 'vitest';
import { explainPatterns, type Trial } from '../../../src/detect/patterns/explain.ts';
import { findPatterns } from '../../../src/detect/patterns/match.ts';
import { normalise } from '../../../src/detect/text.ts';
import { shipped, shippedFiles } from './shipped.ts';

const trials = (text: string, pattern: string): Trial[] =>
  explainPatterns(normalise(text), shipped).filter((trial) => trial.pattern === pattern);

describe('explainPatterns', () => {
  it('tries every pattern', () => {
    const tried = new Set(explainPatterns(normalise('bed 4'), shipped).map(({ pattern }) => pattern));
    expect(tried.size).toBe(shipped.patterns.length);
  });

  it('says of a pattern whose gate stays closed what the text lacks', () => {
    expect(trials('bed 4', 'nhs-number')).toMatchObject([
      { gate: 'closed', reported: false, why: 'it needs 4 digits, the text has 1' },
    ]);
    expect(trials('1 2 3 4 5 6 7', 'chi-number')).toMatchObject([{ why: 'it needs 9 digits, the text has 7' }]);
    expect(trials('1 2 3 4 5 6 7', 'incident-ref')).toMatchObject([
      { why: 'it needs 3 digits in a row, the text has 1' },
    ]);
    expect(trials('bed 4', 'email')).toMatchObject([{ gate: 'closed', why: 'it needs an @, the text has none' }]);
    expect(trials('call 4417', 'pin')).toMatchObject([{ gate: 'closed', why: 'none of its words is in the text' }]);
  });

  it('says that no form matches where the gate was open', () => {
    expect(trials('12345 67890 then', 'nhs-number')).toMatchObject([
      { gate: 'open', why: 'none of its forms matches' },
    ]);
  });

  it('shows the points of a match that is not believed', () => {
    const [trial] = trials('9990000018 is the order no', 'nhs-number');
    expect(trial).toMatchObject({ reported: false, why: 'its points stay below 0.3' });
    expect(trial?.match?.points.map(({ points }) => points)).toEqual([0.5, 0.2, -0.5]);
  });

  it('names the better explanation of the same characters', () => {
    expect(trials('+44 7700900019', 'nhs-number')).toMatchObject([
      { reported: false, why: 'Phone number is the better explanation of the same characters' },
    ]);
  });

  it('reports what a scan reports, for every example of the pack', () => {
    for (const text of shippedFiles.flatMap(([, file]) =>
      [...file.match, ...file.noMatch].map((example) => example.text),
    )) {
      const explained = explainPatterns(normalise(text), shipped).filter(({ reported }) => reported);
      const found = findPatterns(normalise(text), shipped);
      expect(explained.map(({ pattern, match }) => `${match?.start} ${pattern}`).sort()).toEqual(
        found.map(({ pattern, start }) => `${start} ${pattern}`).sort(),
      );
    }
  });
});
