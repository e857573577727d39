import { bodyOf, hub } from '@/shared/api/client';
import { nextCursor, PAGE_SIZE, type Page } from '@/shared/api/page';
import type { Got, Listed } from '@/shared/api/answers';

export type AuditEntry = Listed<'/api/v1/audit/entries'>;

/** All entries found, counted over time and by their most frequent values. */
export type LogOverview = Got<'/api/v1/audit/entries'>['overview'];

/** What the log can be searched by, in the order of the form. */
export const FILTERS = ['from', 'to', 'kind', 'outcome', 'department', 'dataset', 'q', 'subject', 'client', 'grant', 'purpose', 'traceId'] as const;

export type FilterName = (typeof FILTERS)[number];

/** `from` and `to` are instants, RFC 3339; what is absent does not narrow. */
export type EntryFilter = Partial<Record<FilterName, string>>;

export interface EntryPage extends Page<AuditEntry> {
  /** How many of the log's newest entries could not be searched yet. */
  behind: number;
  overview: LogOverview | undefined;
}

/** Only what narrows, so that equal filters are equal texts. */
export function narrowing(filter: Partial<Record<string, string>>): EntryFilter {
  return Object.fromEntries(FILTERS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));
}

/** A page of entries, newest first, and the counts of all of them if they are wanted; the search is itself an entry. */
export async function fetchEntries(filter: EntryFilter, cursor: string | undefined, overview: boolean): Promise<EntryPage> {
  const query = { ...narrowing(filter), overview, cursor: cursor ? Number(cursor) : undefined, limit: PAGE_SIZE };
  const answer = await hub.GET('/api/v1/audit/entries', { params: { query } });
  const body = bodyOf(answer);
  return { items: body.items, next: nextCursor(answer.response.headers.get('Link')), behind: body.behind, overview: body.overview };
}
