import { bodyOf, hub } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';

export type SchemaView = components['schemas']['SchemaView'];
export type SchemaField = components['schemas']['SchemaField'];

/** The dataset's current schema; null while none is bound. */
export async function fetchSchema(code: string): Promise<SchemaView | null> {
  try {
    return bodyOf(await hub.GET('/api/v1/datasets/{code}/schema', { params: { path: { code } } }));
  } catch (cause) {
    if (cause instanceof Problem && (cause.status === 404 || cause.code === 'SCHEMA_NOT_BOUND')) {
      return null;
    }
    throw cause;
  }
}
