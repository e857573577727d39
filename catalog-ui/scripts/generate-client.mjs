// Writes src/shared/api/schema.d.ts from the hub's OpenAPI document.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';

const document = new URL('../../docs/openapi.json', import.meta.url);
export const generated = new URL('../src/shared/api/schema.d.ts', import.meta.url);

/** The client's types as the OpenAPI document says them today. */
export async function clientTypes() {
  const head = '// Generated from the hub\'s OpenAPI document by `npm run generate`; never edited.\n';
  // The document does not tell required from optional in answers yet: every property is taken to be there.
  const options = { alphabetize: true, propertiesRequiredByDefault: true };
  return head + astToString(await openapiTypescript(document, options));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(generated, await clientTypes());
}
