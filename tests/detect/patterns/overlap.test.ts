import { describe, expect, it } from 'vitest';
import { settleOverlaps } from '../../../src/detect/patterns/overlap.ts';

const span = (start: number, end: number, confidence: number) => ({ start, end, confidence });

describe('settleOverlaps', () => {
  it('lets spans stand that share no character', () => {
    expect(settleOverlaps([span(0, 5, 0.4), span(5, 9, 0.9)], 9)).toEqual([0, 1]);
  });

  it('lets the surer of two stand', () => {
    expect(settleOverlaps([span(0, 10, 0.7), span(0, 10, 0.9)], 10)).toEqual([1, 1]);
  });

  it('lets the longer stand where both are about as sure', () => {
    expect(settleOverlaps([span(4, 14, 0.7), span(0, 14, 0.7)], 14)).toEqual([1, 1]);
  });

  it('lets the first of equals stand', () => {
    expect(settleOverlaps([span(0, 4, 0.5), span(0, 4, 0.5)], 4)).toEqual([0, 0]);
  });

  it('lets a span stand whose only rival lost to a third', () => {
    expect(settleOverlaps([span(0, 4, 0.9), span(3, 8, 0.6), span(7, 9, 0.4)], 9)).toEqual([0, 0, 2]);
  });
});
