import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { Got } from '@/shared/api/answers';

export type Batch = Got<'/api/v1/batches/{id}'>;

export async function fetchBatches(code: string, cursor?: string): Promise<Page<Batch>> {
  return pageOf<Batch>(await hub.GET('/api/v1/datasets/{code}/batches', { params: { path: { code }, query: { limit: PAGE_SIZE, cursor } } }));
}
