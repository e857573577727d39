import { describe, expect, it } from 'vitest';
import { passRate, verdict } from '@/features/batches/quality';
import type { Batch } from '@/features/batches/fetchBatches';

const batch = (received: number, quarantined: number): Batch => ({ counts: { received, quarantined } }) as Batch;

describe('the pass rate', () => {
  it.each([
    [1000, 0, 100],
    [3, 1, 66.66],
    [100_000, 1, 99.99],
    [1_000_000, 1, 99.99],
  ])('of %i rows with %i bad ones is %d percent: never rounded up to flawless', (received, quarantined, rate) => {
    expect(passRate(batch(received, quarantined))).toBe(rate);
  });

  it('is unknown when nothing came', () => {
    expect(passRate(batch(0, 0))).toBeUndefined();
  });

  it.each([
    [100, 'good'],
    [98.99, 'fair'],
    [94.99, 'poor'],
    [undefined, 'none'],
  ] as const)('%s is %s', (rate, word) => {
    expect(verdict(rate)).toBe(word);
  });
});
