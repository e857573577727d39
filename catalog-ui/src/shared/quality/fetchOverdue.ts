import type { Listed } from '@/shared/api/answers';
import { bodyOf, hub } from '@/shared/api/client';

export type FreshnessAlert = Listed<'/api/v1/freshness-alerts'>;

/** What is overdue now and this person may know of, by dataset; at most 500. */
export async function fetchOverdue(): Promise<Map<string, FreshnessAlert>> {
  const items = bodyOf(await hub.GET('/api/v1/freshness-alerts', { params: { query: { limit: 500 } } })).items ?? [];
  return new Map(items.map((alert) => [alert.dataset, alert]));
}
