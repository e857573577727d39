import { bodyOf, hub } from '@/shared/api/client';

/** Proof that the entry is in the log: a C2SP tlog-proof text that anyone can check offline. */
export async function fetchEntryReceipt(index: number): Promise<string> {
  const answer = await hub.GET('/api/v1/audit/entries/{index}/receipt', { params: { path: { index } }, parseAs: 'text' });
  return bodyOf(answer) as string;
}
