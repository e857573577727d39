import { hub } from '@/shared/api/client';

/** A steward lets a held batch be published, or calls a batch off; the reason is kept in the access log. */
export async function postDecision(id: string, decision: 'approvals' | 'cancellations', reason: string): Promise<void> {
  const request = { params: { path: { id } }, body: { reason } };
  await (decision === 'approvals'
    ? hub.POST('/api/v1/batches/{id}/approvals', request)
    : hub.POST('/api/v1/batches/{id}/cancellations', request));
}
