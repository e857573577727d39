import { hub } from '@/shared/api/client';

/** Takes the last release back by one that compensates it; the reason is kept in the access log. */
export async function postUndo(code: string, number: number, reason: string): Promise<void> {
  await hub.POST('/api/v1/datasets/{code}/releases/{number}/undo', { params: { path: { code, number } }, body: { reason } });
}
