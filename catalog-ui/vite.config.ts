import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { firstLoad } from './scripts/first-load.mjs';
import { defineConfig } from 'vitest/config';

const hub = process.env.HUB_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [
    vue(),
    Components({
      dirs: [],
      resolvers: [ElementPlusResolver({ importStyle: process.env.VITEST ? false : 'css' })],
      dts: 'src/app/components.d.ts',
    }),
    firstLoad({ page: 'catalog/DatasetListPage.vue', limit: 300 * 1024 }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': hub, '/config.json': hub, '/log': hub } },
  preview: { proxy: { '/api': hub, '/config.json': hub, '/log': hub } },
  test: {
    environment: 'happy-dom',
    testTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
});
