/** What the log tells apart; the list the filters offer. */
export const KINDS: string[] = [];

export const OUTCOMES: string[] = ['ALLOWED', 'DENIED', 'FAILED'];
