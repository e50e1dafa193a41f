import type { Readers } from '../../src/extract/readers.ts';

export const READERS: Readers;
