import type { Batch } from './fetchBatches';
import { recordsIn } from './csvRecords';
import { sendBatch } from './sendBatch';

/** Sends corrected rows of a batch again as a batch of their own; answers with what came of it. */
export async function postCorrection(dataset: string, corrects: Batch, file: File): Promise<Batch> {
  const batchKey = `${corrects.batchKey} corrected ${crypto.randomUUID()}`;
  return sendBatch(dataset, { batchKey, mode: 'UPSERT', corrects: corrects.id }, file, 'text/csv', recordsIn(await file.text()));
}
