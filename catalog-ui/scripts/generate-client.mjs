// Writes src/shared/api/schema.d.ts from the hub's OpenAPI document.
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

const real = new URL('../../docs/openapi.json', import.meta.url);
const provisional = new URL('../openapi.provisional.json', import.meta.url);
export const document = existsSync(real) ? real : provisional;
export const generated = new URL('../src/shared/api/schema.d.ts', import.meta.url);

/** The client's types as the OpenAPI document says them today. */
export async function clientTypes() {
  const head = '// Generated from the hub\'s OpenAPI document by `npm run generate`; never edited.\n';
  return head + astToString(await openapiTypescript(document, { alphabetize: true }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generated, await clientTypes());
}
