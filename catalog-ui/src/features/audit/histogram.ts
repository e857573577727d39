import type { LogOverview } from './fetchEntries';

export type LogBar = LogOverview['histogram'][number];

/** A bar as it is drawn: shares of the tallest, 0 to 1, and the time it covers. */
export interface DrawnBar {
  from: string;
  to: string;
  count: number;
  refused: number;
  height: number;
  refusedHeight: number;
}

const FIXED: Record<string, number> = { PT1M: 60, PT5M: 300, PT15M: 900, PT1H: 3_600, PT3H: 10_800, PT6H: 21_600, P1D: 86_400, P7D: 604_800, P1M: 2_678_400, P3M: 7_948_800, P1Y: 31_622_400 };

/** Bars in order of time; each ends where the next begins, and the last after the length of an interval. */
export function barsOf(overview: Pick<LogOverview, 'histogram' | 'interval'>): DrawnBar[] {
  const tallest = Math.max(1, ...overview.histogram.map((bar) => bar.count));
  return overview.histogram.map((bar, i) => ({
    from: bar.from,
    to: overview.histogram[i + 1]?.from ?? new Date(Date.parse(bar.from) + (FIXED[overview.interval] ?? 0) * 1_000).toISOString(),
    count: bar.count,
    refused: bar.refused,
    height: bar.count / tallest,
    refusedHeight: bar.refused / tallest,
  }));
}

/** What stands under a bar: the time of day below a day's width, else the day, month or year; `at` is `YYYY-MM-DD hh:mm:ss`. */
export function labelOf(at: string, interval: string): string {
  if (interval.startsWith('PT')) {
    return at.endsWith('00:00:00') ? at.slice(5, 10) : at.slice(11, 16);
  }
  return interval === 'P1D' || interval === 'P7D' ? at.slice(5, 10) : interval === 'P1Y' ? at.slice(0, 4) : at.slice(0, 7);
}

/** Which bars have their time written under them, so that the texts do not touch: about every n-th. */
export function labelled(bars: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(bars / most));
  return Array.from({ length: Math.ceil(bars / step) }, (_, n) => n * step);
}
