import { hub } from '@/shared/api/client';
import { PAGE_SIZE, pageOf, type Page } from '@/shared/api/page';
import type { Listed } from '@/shared/api/answers';

export type AuditEntry = Listed<'/api/v1/audit/entries'>;

export interface EntryFilter {
  /** Instants, RFC 3339. */
  from?: string;
  to?: string;
  kind?: string;
  dataset?: string;
  department?: string;
  outcome?: string;
  q?: string;
  cursor?: string;
}

export async function fetchEntries(filter: EntryFilter): Promise<Page<AuditEntry>> {
  return pageOf<AuditEntry>(await hub.GET('/api/v1/audit/entries', { params: { query: { ...filter, cursor: filter.cursor ? Number(filter.cursor) : undefined, limit: PAGE_SIZE } } }));
}
