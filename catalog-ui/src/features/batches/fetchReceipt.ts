import { bodyOf, hub } from '@/shared/api/client';

/** The batch's signed receipt, as text. */
export async function fetchReceipt(id: string): Promise<string> {
  return bodyOf(await hub.GET('/api/v1/batches/{id}/receipt', { params: { path: { id } }, parseAs: 'text' })) as string;
}
