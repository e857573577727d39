import { bodyOf, hub } from '@/shared/api/client';
import { Problem } from '@/shared/api/problem';
import type { Got } from '@/shared/api/answers';

export type SchemaView = Got<'/api/v1/datasets/{code}/schema'>;
export type SchemaField = SchemaView['fields'][number];

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
