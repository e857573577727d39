import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Policy = components['schemas']['PolicyView'];

/** What a dataset's batches may do, with the tag a change of it must carry. */
export interface TaggedPolicy {
  policy: Policy;
  tag: string;
}

export async function fetchPolicy(code: string): Promise<TaggedPolicy> {
  const answer = await hub.GET('/api/v1/datasets/{code}/ingest-policy', { params: { path: { code } } });
  return { policy: bodyOf(answer), tag: answer.response.headers.get('ETag') ?? '' };
}
