import type { Listed } from '@/shared/api/answers';
import { bodyOf, hub } from '@/shared/api/client';

export type BatchScore = Listed<'/api/v1/datasets/{code}/quality/batches'>;

const LAST = 10;

/** The last batches of a dataset, the newest first. */
export async function fetchBatchScores(code: string): Promise<BatchScore[]> {
  return bodyOf(await hub.GET('/api/v1/datasets/{code}/quality/batches', { params: { path: { code }, query: { limit: LAST } } })).items ?? [];
}
