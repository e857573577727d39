import { bodyOf, hub } from '@/shared/api/client';
import type { Batch } from './fetchBatches';

export async function fetchBatch(id: string): Promise<Batch> {
  return bodyOf(await hub.GET('/api/v1/batches/{id}', { params: { path: { id } } }));
}
