import type { Got } from '@/shared/api/answers';
import { bodyOf, hub } from '@/shared/api/client';

export type TrendDay = Got<'/api/v1/datasets/{code}/quality/trend'>['days'][number];

export async function fetchTrend(code: string): Promise<TrendDay[]> {
  return bodyOf(await hub.GET('/api/v1/datasets/{code}/quality/trend', { params: { path: { code } } })).days;
}
