// One step of the Maven build: `node scripts/step.mjs install|build|check`.
// A step whose inputs are the same as at its last success is not repeated.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const notInputs = new Set(['node_modules', 'target', 'dist', 'screenshots']);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const steps = {
  install: {
    inputs: () => ['package-lock.json', '.npmrc'],
    output: join(home, 'node_modules', '.bin'),
    stamp: join(home, 'node_modules', '.installed'),
    commands: [[npm, 'ci', '--no-audit', '--no-fund']],
  },
  build: {
    inputs: allFiles,
    output: join(home, 'target', 'classes', 'static', 'index.html'),
    stamp: join(home, 'target', 'built'),
    commands: [[npm, 'run', '--silent', 'build']],
  },
  check: {
    inputs: () => [...allFiles(), '../docs/openapi.json'],
    output: home,
    stamp: join(home, 'target', 'checked'),
    commands: [
      [npm, 'run', '--silent', 'lint'],
      [npm, 'run', '--silent', 'types'],
      [npm, 'run', '--silent', 'test'],
    ],
  },
};

function allFiles(folder = '') {
  return readdirSync(join(home, folder), { withFileTypes: true })
    .filter((entry) => !notInputs.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? allFiles(path) : [path];
    })
    .sort();
}

function digest(files) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of files.filter((each) => existsSync(join(home, each)))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(home, file)));
  }
  return hash.digest('hex');
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const accepted = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!accepted) {
    console.error(`catalog-ui is built with Node.js 20.19 or newer (22.12 or newer of 22); found ${process.version}.`);
    process.exit(1);
  }
}

const step = steps[process.argv[2]];
if (!step) {
  console.error(`Expected one of ${Object.keys(steps).join(', ')}; found ${process.argv[2]}.`);
  process.exit(2);
}
requireNode();
const inputs = digest(step.inputs());
if (existsSync(step.output) && existsSync(step.stamp) && readFileSync(step.stamp, 'utf8') === inputs) {
  process.exit(0);
}
rmSync(step.stamp, { force: true });
for (const [command, ...args] of step.commands) {
  try {
    execFileSync(command, args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
  } catch (failure) {
    console.error(`catalog-ui: "${command} ${args.join(' ')}" failed.`);
    process.exit(failure.status || 1);
  }
}
mkdirSync(dirname(step.stamp), { recursive: true });
writeFileSync(step.stamp, inputs);
