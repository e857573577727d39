import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Batch } from './fetchBatches';
import { recordsIn } from './csvRecords';

type Request = components['schemas']['BatchRequest'];

/** Sends corrected rows of a batch again as a batch of their own; answers with what came of it. */
export async function postCorrection(dataset: string, corrects: Batch, file: File): Promise<Batch> {
  const content = await file.arrayBuffer();
  const rows = recordsIn(new TextDecoder('utf-8').decode(content));
  const opened = bodyOf(
    await hub.POST('/api/v1/datasets/{code}/batches', {
      params: { path: { code: dataset } },
      body: { batchKey: `${corrects.batchKey} corrected ${crypto.randomUUID()}`, mode: 'UPSERT', corrects: corrects.id, declaredRows: rows } as Request,
    }),
  );
  await hub.PUT('/api/v1/batches/{id}/parts/{n}', {
    params: { path: { id: opened.id, n: 1 }, header: { 'Content-Type': 'text/csv', 'Content-Digest': await digest(content) } },
    body: content as never,
    bodySerializer: (body) => body as unknown as ArrayBuffer,
  });
  return bodyOf(await hub.POST('/api/v1/batches/{id}/commit', { params: { path: { id: opened.id } }, body: { parts: 1, rejects: 0, rows } }));
}

/** RFC 9530. */
async function digest(content: ArrayBuffer): Promise<string> {
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha-256=:${btoa(String.fromCharCode(...sha256))}:`;
}
