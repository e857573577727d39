import { hub } from '@/shared/api/client';

type Binding = NonNullable<Parameters<typeof hub.PUT<'/api/v1/datasets/{code}/schema', never>>[1]>;

/** Binds a dataset to a schema; what is published may only be extended. */
export async function putSchema(code: string, avro: object): Promise<void> {
  await hub.PUT('/api/v1/datasets/{code}/schema', {
    params: { path: { code } },
    body: avro,
    bodySerializer: (body: unknown) => JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  } as unknown as Binding);
}
