/** Colours of the five grades; a score's colour is its grade's. */
export const GRADE_COLOURS: Record<string, string> = { A: '#2a7d45', B: '#4c8f2f', C: '#a86503', D: '#c2571a', E: '#bd3434' };

export interface Point {
  x: number;
  y: number;
}

/** The corners of a regular figure, the first at the top, going round clockwise; `shares` are 0 to 1 of the radius. */
export function corners(shares: number[], centre: number, radius: number): Point[] {
  return shares.map((share, i) => {
    const angle = (2 * Math.PI * i) / shares.length - Math.PI / 2;
    return { x: centre + Math.cos(angle) * radius * share, y: centre + Math.sin(angle) * radius * share };
  });
}

export const outline = (points: Point[]): string => points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/** The lowest value an axis of scores up to 100 should show: a round one below all that is there, so that changes can be seen. */
export function floorOf(scores: number[]): number {
  const least = Math.min(100, ...scores);
  return least >= 99 ? 98 : least >= 92 ? 90 : Math.max(0, Math.floor((least - 5) / 10) * 10);
}

/** The unbroken stretches of a line: where a day has no score the line ends and begins anew. */
export function stretches<T>(points: (T | undefined)[]): T[][] {
  const lines: T[][] = [];
  let line: T[] = [];
  for (const point of [...points, undefined]) {
    if (point !== undefined) {
      line.push(point);
    } else if (line.length > 0) {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}

/** Where an axis from a floor of {@link floorOf} to 100 has its marks: round values. */
export function marksOf(floor: number): number[] {
  const range = 100 - floor;
  const step = range <= 2 ? 0.5 : range <= 10 ? 2 : range <= 20 ? 5 : range % 20 === 0 ? 20 : 10;
  return Array.from({ length: Math.round(range / step) + 1 }, (_, n) => floor + n * step);
}
