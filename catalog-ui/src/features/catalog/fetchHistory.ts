import { bodyOf, hub } from '@/shared/api/client';
import type { Listed } from '@/shared/api/answers';

export type HistoryEntry = Listed<'/api/v1/datasets/{code}/history'>;

export async function fetchHistory(code: string): Promise<HistoryEntry[]> {
  return bodyOf(await hub.GET('/api/v1/datasets/{code}/history', { params: { path: { code } } })).items ?? [];
}
