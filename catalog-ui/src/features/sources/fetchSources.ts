import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Source = components['schemas']['Source'];

export async function fetchSources(code: string): Promise<Source[]> {
  return bodyOf(await hub.GET('/api/v1/datasets/{code}/sources', { params: { path: { code } } })).items ?? [];
}
