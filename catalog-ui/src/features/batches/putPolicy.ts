import { hub } from '@/shared/api/client';
import type { Policy } from './fetchPolicy';

/** Sets what a dataset's batches may do; refused when somebody else changed it after it was read. */
export async function putPolicy(code: string, tag: string, policy: Policy): Promise<void> {
  await hub.PUT('/api/v1/datasets/{code}/ingest-policy', { params: { path: { code }, header: { 'If-Match': tag } }, body: policy });
}
