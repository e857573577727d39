// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clientTypes, generated } from '../scripts/generate-client.mjs';

it("the client's types are those of the hub's OpenAPI document (else: npm run generate)", async () => {
  expect(readFileSync(generated, 'utf8')).toBe(await clientTypes());
});
