import { hub } from '@/shared/api/client';
import type { Got } from '@/shared/api/answers';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';

export type Release = Got<'/api/v1/datasets/{code}/releases/{number}'>;

export async function fetchReleases(code: string, cursor?: string): Promise<Page<Release>> {
  return pageOf<Release>(await hub.GET('/api/v1/datasets/{code}/releases', { params: { path: { code }, query: { limit: PAGE_SIZE, cursor } } }));
}
