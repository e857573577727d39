import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Job } from '@/shared/jobs/fetchJob';
import { narrowing, type EntryFilter } from './fetchEntries';

export const FORMATS = ['CSV', 'NDJSON'] as const;

export type ExportFormat = (typeof FORMATS)[number];

/** Asks for all entries that a filter finds as a file, made in the background; asked twice under one key it is made once. */
export async function postExport(filter: EntryFilter, format: ExportFormat, key: string): Promise<Job> {
  const wanted = narrowing(filter) as components['schemas']['LogFilter'];
  return bodyOf(await hub.POST('/api/v1/audit/exports', { params: { header: { 'Idempotency-Key': key } }, body: { filter: wanted, format } }));
}
