// @vitest-environment node
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

async function complaints(code: string, filePath: string): Promise<(string | null)[]> {
  const [result] = await new ESLint().lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId);
}
const BOUNDARY = 'boundaries/dependencies';
const RAW_TEXT = '@intlify/vue-i18n/no-raw-text';

describe('the lint rules', () => {
  it.each([
    ["a feature's import of another feature", "export { fetchBatch } from '@/features/batches/fetchBatch';", 'src/features/catalog/x.ts'],
    ['the same by a relative path', "export { fetchBatch } from '../batches/fetchBatch';", 'src/features/catalog/x.ts'],
    ['the same when it is lazy', "export const lazy = () => import('@/features/batches/BatchesTab.vue');", 'src/features/catalog/x.ts'],
    ["a feature's import of the app", "export { features } from '@/app/features';", 'src/features/catalog/x.ts'],
    ['an import of a feature by what is shared', "export { fetchBatch } from '@/features/batches/fetchBatch';", 'src/shared/x.ts'],
  ])('refuse %s', async (_, code, file) => {
    expect(await complaints(code, file)).toContain(BOUNDARY);
  });

  it.each([
    ['of itself', "export { fetchBatch } from './fetchBatch';", 'src/features/batches/x.ts'],
    ['of what is shared', "export { hub } from '@/shared/api/client';", 'src/features/batches/x.ts'],
    ['of all features by the app', "export { batches } from '@/features/batches/feature';", 'src/app/x.ts'],
  ])('allow the import %s', async (_, code, file) => {
    expect(await complaints(code, file)).toEqual([]);
  });

  it.each([
    ['Chinese', '<template><p>目录</p></template>'],
    ['English', '<template><p>Catalog</p></template>'],
    ['an attribute', '<template><el-button title="Catalog" /></template>'],
  ])('refuse literal text: %s', async (_, code) => {
    expect(await complaints(code, 'src/features/catalog/X.vue')).toContain(RAW_TEXT);
  });
});

describe('a source file', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.d.ts'));

  it('has at most 200 lines', () => {
    expect(files.filter((file) => readFileSync(join('src', file), 'utf8').split('\n').length > 200)).toEqual([]);
  });

  it('names no other host', () => {
    const hosts = /https?:\/\/(?!hub\.invalid)/;
    expect(files.filter((file) => hosts.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });
});
