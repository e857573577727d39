import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type HistoryEntry = components['schemas']['HistoryEntry'];

export async function fetchHistory(code: string): Promise<HistoryEntry[]> {
  return bodyOf(await hub.GET('/api/v1/datasets/{code}/history', { params: { path: { code } } })).items ?? [];
}
