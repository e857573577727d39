import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { Listed } from '@/shared/api/answers';

export type Grant = Listed<'/api/v1/grants'>;

export async function fetchGrants(dataset: string | undefined, cursor?: string): Promise<Page<Grant>> {
  return pageOf<Grant>(await hub.GET('/api/v1/grants', { params: { query: { dataset, cursor, limit: PAGE_SIZE } } }));
}
