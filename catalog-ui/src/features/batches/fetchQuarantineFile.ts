import { bodyOf, hub } from '@/shared/api/client';

export type FileFormat = 'csv' | 'xlsx';

/** The quarantined rows with their original values and the reasons; the hub records that they were taken. */
export async function fetchQuarantineFile(id: string, format: FileFormat): Promise<Blob> {
  return bodyOf(await hub.GET('/api/v1/batches/{id}/quarantine/file', { params: { path: { id }, query: { format } }, parseAs: 'blob' })) as Blob;
}
