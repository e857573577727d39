import { describe, expect, it } from 'vitest';
import { corners, floorOf, marksOf, stretches } from '@/features/quality/shapes';

describe('the radar', () => {
  it('has its first corner at the top and goes round clockwise', () => {
    const [top, right] = corners([1, 0.5, 0, 0], 100, 80);

    expect(top?.x).toBeCloseTo(100);
    expect(top?.y).toBeCloseTo(20);
    expect(right?.x).toBeCloseTo(140);
    expect(right?.y).toBeCloseTo(100);
  });
});

describe('the trend', () => {
  it.each([
    [[100, 99.5], 98],
    [[100, 93], 90],
    [[100, 71.3], 60],
    [[3], 0],
    [[], 98],
  ])('of %j begins its axis at %d', (scores, floor) => {
    expect(floorOf(scores)).toBe(floor);
  });

  it.each([98, 90, 80, 70, 40, 0])('has its marks from %d to 100, both among them', (floor) => {
    const marks = marksOf(floor);

    expect([marks[0], marks.at(-1)]).toEqual([floor, 100]);
    expect(marks.length).toBeLessThan(9);
  });

  it('draws no line over days without a score', () => {
    expect(stretches([1, 2, undefined, undefined, 3, undefined])).toEqual([[1, 2], [3]]);
  });
});
