/** How many records a CSV text (RFC 4180) has behind its header: line ends within quotes belong to a value, empty lines count for nothing. */
export function recordsIn(csv: string): number {
  let records = 0;
  let quoted = false;
  let filled = false;
  for (const character of csv) {
    if (character === '"') {
      quoted = !quoted;
      filled = true;
    } else if ((character === '\n' || character === '\r') && !quoted) {
      records += filled ? 1 : 0;
      filled = false;
    } else if (character !== '\uFEFF') {
      filled = true;
    }
  }
  return Math.max(0, records + (filled ? 1 : 0) - 1);
}
