import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { Listed } from '@/shared/api/answers';

export type QuarantineRow = Listed<'/api/v1/batches/{id}/quarantine'>;

export async function fetchQuarantine(id: string, cursor?: string): Promise<Page<QuarantineRow>> {
  return pageOf<QuarantineRow>(await hub.GET('/api/v1/batches/{id}/quarantine', { params: { path: { id }, query: { limit: PAGE_SIZE, cursor } } }));
}
