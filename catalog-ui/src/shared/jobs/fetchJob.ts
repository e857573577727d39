import type { Got } from '@/shared/api/answers';
import { bodyOf, hub } from '@/shared/api/client';

/** Long work that the hub does in the background for its owner. */
export type Job = Got<'/api/v1/jobs/{id}'>;

export async function fetchJob(id: string): Promise<Job> {
  return bodyOf(await hub.GET('/api/v1/jobs/{id}', { params: { path: { id } } }));
}

/** Calls the job off, or throws its result away. */
export async function deleteJob(id: string): Promise<void> {
  await hub.DELETE('/api/v1/jobs/{id}', { params: { path: { id } } });
}

/** The file that came of it; the hub records that it was taken. */
export async function fetchJobResult(id: string): Promise<Blob> {
  return bodyOf(await hub.GET('/api/v1/jobs/{id}/result', { params: { path: { id } }, parseAs: 'blob' })) as unknown as Blob;
}
