import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { components } from '@/shared/api/schema';

export type Grant = components['schemas']['Grant'];

export async function fetchGrants(dataset: string | undefined, cursor?: string): Promise<Page<Grant>> {
  return pageOf<Grant>(await hub.GET('/api/v1/grants', { params: { query: { dataset, cursor, limit: PAGE_SIZE } } }));
}
