// SPDX-License-Identifier: Apache-2.0
// Builds dist/: tsc, then one ncc bundle of the emitted ESM, the parser's wasm beside it, and a stub per door.
// Takes an output folder (default `dist`) so that check-dist can build elsewhere and compare bytes, and `--unchecked` to leave types to
// `npm run types`: what is emitted is the same.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';

const unchecked = process.argv.includes('--unchecked');
const out = process.argv.slice(2).find((argument) => argument !== '--unchecked') ?? 'dist';
const run = (file, args) => execFileSync(process.execPath, [file, ...args], { stdio: ['ignore', 'inherit', 'inherit'] });

rmSync('lib', { recursive: true, force: true });
run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json', ...(unchecked ? ['--noCheck'] : [])]);
cpSync('src/policy/packs', 'lib/policy/packs', { recursive: true });
cpSync('src/record/page', 'lib/record/page', { recursive: true });

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run('node_modules/@vercel/ncc/dist/ncc/cli.js', ['build', 'lib/main/bundle.js', '-o', out, '--license', 'licenses.txt', '-q']);
// A program for logging in by a browser, which comes with Azure's SDK and which nothing of ours starts.
rmSync(join(out, 'xdg-open'), { force: true });
// What is inlined into pages is no module, so ncc does not see its licence.
appendFileSync(join(out, 'licenses.txt'), `\n\nasciinema-player\nApache-2.0\n${readFileSync('node_modules/asciinema-player/LICENSE', 'utf8')}`);
// V8 compiles a function in brackets together with what it stands in, and an arrow only when it is called, for which it has to read it again. The
// bundler's arrows around modules use neither `this` nor `arguments`, so they may as well be functions: a tenth of what it takes to start.
for (const name of readdirSync(out).filter((file) => /^(?:\d+\.)?index\.js$/.test(file))) {
  const file = join(out, name);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^(\/\*{3}\/ )\(\(([\w, ]*)\) => \{$/gm, '$1(function($2) {'));
}
cpSync('node_modules/libpg-query/wasm/libpg-query.wasm', join(out, 'libpg-query.wasm'));

const verbs = [...readdirSync('actions'), 'run-post', 'ostiary'];
for (const verb of verbs) {
  writeFileSync(join(out, `${verb}.js`), `import { runAction } from './index.js';\n\nawait runAction('${verb}');\n`);
}
// Asked before anything is read that an old Node can't read.
writeFileSync(join(out, 'cli.js'), `#!/usr/bin/env node
if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(\`ostiary: this is Node \${process.versions.node}, and it takes Node 20 or later: install one, or use the container image (Dockerfile)\\n\`);
  process.exit(process.argv[2] === 'run' ? 125 : 2);
}
const { runCli } = await import('./index.js');

await runCli();
`);
chmodSync(join(out, 'cli.js'), 0o755);
