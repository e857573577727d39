import type { Got } from '@/shared/api/answers';
import { bodyOf, hub } from '@/shared/api/client';

export type Scorecard = Got<'/api/v1/datasets/{code}/quality'>;

export async function fetchQuality(code: string): Promise<Scorecard> {
  return bodyOf(await hub.GET('/api/v1/datasets/{code}/quality', { params: { path: { code } } }));
}
