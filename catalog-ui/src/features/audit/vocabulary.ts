import texts from './locales/en.json';

/** The kinds of events the log tells apart, as the filter offers them. */
export const KINDS: string[] = Object.keys(texts.kind);

export const OUTCOMES: string[] = Object.keys(texts.outcome);
