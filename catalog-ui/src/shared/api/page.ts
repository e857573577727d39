import { bodyOf } from './client';

/** One page of a list and where the next begins; no next at the end. */
export interface Page<T> {
  items: T[];
  next: string | undefined;
}

export const PAGE_SIZE = 20;

/** Reads a list answer: its items, and the cursor in `Link: <…>; rel="next"` (RFC 8288). */
export function pageOf<T>(answer: { data?: { items?: T[] }; response: Response }): Page<T> {
  return { items: bodyOf(answer).items ?? [], next: nextCursor(answer.response.headers.get('Link')) };
}

/** The `cursor` parameter of the link whose relation is "next". */
export function nextCursor(link: string | null): string | undefined {
  const target = link
    ?.split(/,\s*(?=<)/)
    .find((each) => /;\s*rel="?next"?/.test(each))
    ?.match(/<([^>]*)>/)?.[1];
  return target ? (new URL(target, 'http://hub.invalid').searchParams.get('cursor') ?? undefined) : undefined;
}
