import type { Batch } from './fetchBatches';

/** The share of received rows that were good, in percent with two decimals rounded down; undefined when nothing came. */
export function passRate(batch: Batch): number | undefined {
  const received = batch.counts?.received ?? 0;
  if (received === 0) {
    return undefined;
  }
  return Math.floor(((received - (batch.counts?.quarantined ?? 0)) / received) * 10_000) / 100;
}

/** Good, to be looked at, or bad: at least 99, at least 95 percent, or less. */
export function verdict(rate: number | undefined): 'good' | 'fair' | 'poor' | 'none' {
  if (rate === undefined) {
    return 'none';
  }
  return rate >= 99 ? 'good' : rate >= 95 ? 'fair' : 'poor';
}
