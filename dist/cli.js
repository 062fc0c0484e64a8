#!/usr/bin/env node
if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`ostiary: this is Node ${process.versions.node}, and it takes Node 20 or later: install one, or use the container image (Dockerfile)\n`);
  process.exit(process.argv[2] === 'run' ? 125 : 2);
}
const { runCli } = await import('./index.js');

await runCli();
