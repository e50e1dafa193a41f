// The shipped fixtures are what the generator writes, so that nobody mends one by hand.

import { describe, expect, it } from 'vitest';
import { differences, fixtureFiles } from '../../scripts/make-fixtures.mjs';

describe('the shipped fixtures', () => {
  it('are what the generator writes', async () => {
    expect(await differences(await fixtureFiles())).toEqual([]);
  });
});
