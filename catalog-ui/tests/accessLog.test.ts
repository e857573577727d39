import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { fetchEntries, narrowing } from '@/features/audit/fetchEntries';
import { barsOf, labelled, labelOf } from '@/features/audit/histogram';
import { useEntries } from '@/features/audit/useEntries';
import { fetchJob, type Job } from '@/shared/jobs/fetchJob';
import { percentOf, useJob } from '@/shared/jobs/useJob';

vi.mock('@/features/audit/fetchEntries', async (original) => ({ ...(await original<object>()), fetchEntries: vi.fn() }));
vi.mock('@/shared/jobs/fetchJob', () => ({ fetchJob: vi.fn(), deleteJob: vi.fn(), fetchJobResult: vi.fn() }));

const job = (state: string, done = 0, total?: number): Job => ({ id: '1', kind: 'log-export', state, done, total }) as unknown as Job;

/** Runs something as within a component; the result is there at once. */
function within<T>(scope: EffectScope, work: () => T): T {
  const result = scope.run(work);
  if (!result) {
    throw new Error('the scope is not active');
  }
  return result;
}

describe('the histogram', () => {
  const histogram = [
    { from: '2026-11-23T00:00:00Z', count: 8, refused: 2 },
    { from: '2026-11-23T01:00:00Z', count: 0, refused: 0 },
    { from: '2026-11-23T02:00:00Z', count: 4, refused: 4 },
  ];

  it('draws each bar as a share of the tallest, up to where the next begins', () => {
    const [first, empty, last] = barsOf({ interval: 'PT1H', histogram });

    expect(first).toMatchObject({ height: 1, refusedHeight: 0.25, to: '2026-11-23T01:00:00Z' });
    expect(empty).toMatchObject({ height: 0 });
    expect(last).toMatchObject({ height: 0.5, refusedHeight: 0.5, to: '2026-11-23T03:00:00.000Z' });
  });

  it('draws nothing tall when there is nothing', () => {
    expect(barsOf({ interval: 'PT1H', histogram: [{ from: '2026-11-23T00:00:00Z', count: 0, refused: 0 }] })[0]?.height).toBe(0);
  });

  it.each([
    ['2026-11-23 08:15:00', 'PT15M', '08:15'],
    ['2026-11-23 00:00:00', 'PT15M', '11-23'],
    ['2026-11-23 00:00:00', 'P1D', '11-23'],
    ['2026-11-01 00:00:00', 'P1M', '2026-11'],
    ['2026-01-01 00:00:00', 'P1Y', '2026'],
  ])('writes %s under a bar of %s as %s', (at, interval, text) => {
    expect(labelOf(at, interval)).toBe(text);
  });

  it('writes no more times under its bars than there is room for', () => {
    expect(labelled(24, 12)).toHaveLength(12);
    expect(labelled(25, 12)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
    expect(labelled(3, 12)).toEqual([0, 1, 2]);
  });
});

describe('a search', () => {
  it('is told only what narrows', () => {
    expect(narrowing({ kind: 'RECORD_READ', q: '', cursor: '7', entry: '3' })).toEqual({ kind: 'RECORD_READ' });
  });

  it('has its entries counted once, and not again on further pages', async () => {
    const state = shallowRef<Partial<Record<string, string>>>({ kind: 'RECORD_READ' });
    vi.mocked(fetchEntries).mockImplementation(async (filter, cursor, overview) => ({ items: [], next: cursor ? undefined : '5', behind: 0, overview: overview ? ({ total: filter.kind ? 3 : 9 } as never) : undefined }));
    const scope = effectScope();
    const { value } = within(scope, () => useEntries(computed(() => state.value)));
    await vi.waitFor(() => expect(value.value?.overview?.total).toBe(3));

    state.value = { kind: 'RECORD_READ', cursor: '5' };
    await nextTick();
    await vi.waitFor(() => expect(value.value?.next).toBeUndefined());
    expect(value.value?.overview?.total).toBe(3);

    state.value = {};
    await vi.waitFor(() => expect(value.value?.overview?.total).toBe(9));
    expect(vi.mocked(fetchEntries).mock.calls.map((call) => call[2])).toEqual([true, false, true]);
    scope.stop();
  });
});

describe('a job', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is watched until it is over', async () => {
    vi.mocked(fetchJob).mockResolvedValueOnce(job('RUNNING', 5, 10)).mockResolvedValueOnce(job('SUCCEEDED', 10, 10));
    const scope = effectScope();
    const watched = within(scope, () => useJob(1_000));

    await watched.begin(() => Promise.resolve(job('WAITING')));
    expect(watched.percent.value).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(watched.percent.value).toBe(50);
    await vi.advanceTimersByTimeAsync(5_000);

    expect(watched.open.value).toBe(false);
    expect(fetchJob).toHaveBeenCalledTimes(2);
    scope.stop();
  });

  it('is done at a hundred per cent and never beyond', () => {
    expect(percentOf(job('SUCCEEDED', 0))).toBe(100);
    expect(percentOf(job('RUNNING', 12, 10))).toBe(100);
    expect(percentOf(job('RUNNING', 1))).toBeUndefined();
  });
});
