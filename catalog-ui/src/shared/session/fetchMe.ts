import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Me = components['schemas']['Me'];

export async function fetchMe(): Promise<Me> {
  return bodyOf(await hub.GET('/api/v1/me'));
}
