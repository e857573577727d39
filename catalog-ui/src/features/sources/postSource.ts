import { hub } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Described = components['schemas']['SourceRequest'];

/** A source to be connected; settings and mapping are any JSON objects. */
export interface SourceRequest extends Omit<Described, 'settings' | 'mapping'> {
  settings: object;
  mapping: object;
}

/** Connects a source to a dataset; the hub makes and starts its flow. */
export async function postSource(dataset: string, source: SourceRequest): Promise<void> {
  await hub.POST('/api/v1/datasets/{dataset}/sources', { params: { path: { dataset } }, body: source as unknown as Described });
}
