import type { paths } from '@/shared/api/schema';
import type { Got } from '@/shared/api/answers';
import { bodyOf, hub } from '@/shared/api/client';

export type DatasetFinds = Got<'/api/v1/datasets/search'>;
export type DatasetFind = DatasetFinds['items'][number];
type Query = NonNullable<paths['/api/v1/datasets/search']['get']['parameters']['query']>;

/** The sides a search narrows to, in the order they are shown; in the address each is its values with commas between them. */
export const FACETS = ['state', 'shareAttribute', 'department', 'class', 'level', 'updateCycle', 'format', 'shareMode', 'open'] as const;
export type CatalogFacet = (typeof FACETS)[number];
export const SEARCH_NAMES = [...FACETS, 'q', 'sort', 'page'] as const;
export type CatalogSearch = Partial<Record<(typeof SEARCH_NAMES)[number], string>>;

export const FINDS_SIZE = 20;

/** How far the hub pages; what is behind is found by narrowing. */
export const DEEPEST = 9_900;

/** The values chosen of a side. */
export function chosenOf(search: CatalogSearch, facet: CatalogFacet): string[] {
  return search[facet]?.split(',') ?? [];
}

/** The values after one was clicked: there if it was not, gone if it was; undefined when none is left. */
export function toggled(search: CatalogSearch, facet: CatalogFacet, value: string): string | undefined {
  const before = chosenOf(search, facet);
  const after = before.includes(value) ? before.filter((each) => each !== value) : facet === 'open' ? [value] : [...before, value];
  return after.length > 0 ? after.join(',') : undefined;
}

/** Which page of finds is shown, from 1. */
export function pageNumber(search: CatalogSearch): number {
  const page = Number(search.page ?? 1);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, DEEPEST / FINDS_SIZE) : 1;
}

/** What is asked of the hub for an address. */
export function queryOf(search: CatalogSearch): Record<string, string | number> {
  const named = Object.fromEntries([...FACETS, 'q' as const, 'sort' as const].flatMap((name) => (search[name] ? [[name, search[name]]] : [])));
  return { ...named, offset: (pageNumber(search) - 1) * FINDS_SIZE, limit: FINDS_SIZE };
}

export async function fetchFinds(search: CatalogSearch): Promise<DatasetFinds> {
  const query: unknown = queryOf(search);
  return bodyOf(await hub.GET('/api/v1/datasets/search', { params: { query: query as Query } }));
}
