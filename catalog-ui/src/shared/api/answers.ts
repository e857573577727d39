import type { paths } from './schema';

/** What a GET of the path answers with. */
export type Got<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never;

/** What a GET of the path, a list, has as its items. */
export type Listed<P extends keyof paths> = Got<P> extends { items?: (infer Item)[] } ? Item : never;
