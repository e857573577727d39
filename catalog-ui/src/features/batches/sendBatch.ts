import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Batch } from './fetchBatches';

export type Declared = Partial<components['schemas']['BatchRequest']>;

/** Opens a batch, sends a file as its only part and commits it; answers with what came of it. */
export async function sendBatch(dataset: string, declared: Declared, file: File, type: string, rows?: number): Promise<Batch> {
  const content = await file.arrayBuffer();
  const opened = bodyOf(
    await hub.POST('/api/v1/datasets/{code}/batches', {
      params: { path: { code: dataset } },
      body: { ...declared, declaredRows: rows } as components['schemas']['BatchRequest'],
    }),
  );
  await hub.PUT('/api/v1/batches/{id}/parts/{n}', {
    params: { path: { id: opened.id, n: 1 }, header: { 'Content-Type': type, 'Content-Digest': await digest(content) } },
    body: content as never,
    bodySerializer: (body) => body as unknown as ArrayBuffer,
  });
  const body = { parts: 1, rejects: 0, rows } as components['schemas']['CommitRequest'];
  return bodyOf(await hub.POST('/api/v1/batches/{id}/commit', { params: { path: { id: opened.id } }, body }));
}

/** RFC 9530. */
async function digest(content: ArrayBuffer): Promise<string> {
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha-256=:${btoa(String.fromCharCode(...sha256))}:`;
}
