import { gzipSync } from 'node:zlib';

/**
 * A Vite plugin that refuses a build whose first page weighs more than it may: the entry, the page most people land on and
 * everything these two import at once, scripts and styles, gzipped.
 *
 * @param {{ page: string, limit: number }} bar the page's source file (end of its path) and the limit in bytes
 * @returns {import('vite').Plugin}
 */
export function firstLoad({ page, limit }) {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const roots = chunks.filter((each) => each.isEntry || each.facadeModuleId?.endsWith(page));
      if (roots.length < 2) {
        this.error(`Expected the entry and ${page} among the chunks, found ${roots.length} of them.`);
      }
      const files = new Set();
      const visit = (chunk) => {
        if (chunk && !files.has(chunk.fileName)) {
          files.add(chunk.fileName);
          chunk.viteMetadata?.importedCss.forEach((css) => files.add(css));
          chunk.imports.forEach((name) => visit(bundle[name]));
        }
      };
      roots.forEach(visit);
      const bytes = [...files].reduce((sum, name) => sum + gzipSync(bundle[name].code ?? bundle[name].source).length, 0);
      this.info(`first load ${Math.round(bytes / 1024)} KB gzipped in ${files.size} files, of ${limit / 1024} allowed`);
      if (bytes > limit) {
        this.error(`The first load weighs ${bytes} bytes gzipped; at most ${limit} are allowed.`);
      }
    },
  };
}
