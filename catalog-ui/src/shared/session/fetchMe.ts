import { bodyOf, hub } from '@/shared/api/client';
import type { Got } from '@/shared/api/answers';

export type Me = Got<'/api/v1/me'>;

export async function fetchMe(): Promise<Me> {
  return bodyOf(await hub.GET('/api/v1/me'));
}
