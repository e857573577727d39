import { bodyOf, hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Proposal = components['schemas']['SchemaProposal'];
export type Standard = components['schemas']['ProposedStandard'];
export type Column = components['schemas']['ProposedColumn'];

/** Hands a sample to the hub, which looks at it and keeps nothing. */
export async function postSample(file: Blob, fileName: string, standard?: string): Promise<Proposal> {
  return bodyOf(
    await hub.POST('/api/v1/schema-proposals', {
      params: { query: { fileName, standard } },
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
}
