import type { Batch } from './fetchBatches';
import { recordsIn } from './csvRecords';
import { sendBatch } from './sendBatch';

/** What a file is sent as, by the ending of its name. */
const TYPES: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/csv',
  txt: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  avro: 'application/avro',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Endings a file may have; without a mapping only CSV under the schema's own field names. */
export const endings = (mapped: boolean): string => (mapped ? Object.keys(TYPES).map((each) => `.${each}`).join(',') : '.csv');

/** What a file of this name is sent as; undefined when the hub takes no such files. */
export function typeOf(name: string, mapped: boolean): string | undefined {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  return mapped || type === 'text/csv' ? type : undefined;
}

/** Sends a file as a batch of its own. Rows of the schema are counted before, rows to be mapped by the hub. */
export async function postUpload(dataset: string, file: File, mode: string, mapping: unknown): Promise<Batch> {
  const batchKey = `${file.name.slice(0, 120)} ${crypto.randomUUID()}`;
  const mapped = mapping !== undefined;
  const rows = mapped ? undefined : recordsIn(await file.text());
  return sendBatch(dataset, { batchKey, mode, mapping } as Parameters<typeof sendBatch>[1], file, typeOf(file.name, mapped) ?? '', rows);
}
