import { bodyOf, hub } from '@/shared/api/client';
import type { AuditEntry } from './fetchEntries';

/** One entry with its personal detail, as long as that is kept; the reading is itself an entry. */
export async function fetchEntry(index: number): Promise<AuditEntry> {
  return bodyOf(await hub.GET('/api/v1/audit/entries/{index}', { params: { path: { index } } }));
}
