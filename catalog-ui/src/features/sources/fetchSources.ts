import { bodyOf, hub } from '@/shared/api/client';
import type { Listed } from '@/shared/api/answers';

export type Source = Listed<'/api/v1/datasets/{dataset}/sources'>;

export async function fetchSources(dataset: string): Promise<Source[]> {
  return bodyOf(await hub.GET('/api/v1/datasets/{dataset}/sources', { params: { path: { dataset } } })).items ?? [];
}
