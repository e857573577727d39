// Where an import leads, for eslint-plugin-boundaries: "@/" is src/, and .ts, .vue and .json may be left out or written.
const { existsSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const source = join(__dirname, '..', 'src');

exports.interfaceVersion = 2;
exports.resolve = (wanted, importer) => {
  if (!wanted.startsWith('.') && !wanted.startsWith('@/')) {
    return { found: false };
  }
  const base = wanted.startsWith('@/') ? join(source, wanted.slice(2)) : resolve(dirname(importer), wanted);
  const path = ['', '.ts', '.vue', '.json', '/index.ts'].map((end) => base + end).find((each) => existsSync(each) && statSync(each).isFile());
  return path ? { found: true, path } : { found: false };
};
