// SPDX-License-Identifier: Apache-2.0
// `policy-check` of large changes, as a shell runs it: a repository of its own with the change in one commit, the program as a child that says
// what it used. git's own work is part of the seconds, not of the processor time and memory.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const POLICY = `version: 1
extends: [ostiary:postgres, ostiary:migrations, ostiary:shell, ostiary:kubernetes, ostiary:code]
default: deny
identities: { deploy: { github: { repository_id: 812364, workflow: deploy.yml } } }
resources:
  orders-db: { type: postgres, environment: production, url: "postgres://app@db.internal/shop" }
  cluster: { type: kubernetes, environment: production }
changes:
  - { paths: ["db/**/*.sql"], tool: dbmate, resource: orders-db }
  - { paths: ["k8s/**/*.yaml"], as: kubernetes, resource: cluster }
rules: [ { id: work, match: { effect: [read, write, schema] }, decide: allow } ]
`;

/** A thousand migrations, two to eight statements each, as teams write them. */
function migrations() {
  return Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`db/migrations/${String(20260000 + n)}_change.sql`, `-- migrate:up
CREATE TABLE t${n} (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner bigint NOT NULL REFERENCES people (id), note text, at timestamptz NOT NULL DEFAULT now());
${n % 3 === 0 ? `CREATE INDEX t${n}_owner ON t${n} (owner);\nCOMMENT ON TABLE t${n} IS 'part ${n}';\n` : ''}${n % 5 === 0 ? `ALTER TABLE orders ADD COLUMN c${n} int;\nUPDATE orders SET c${n} = 1 WHERE id = ${n};\n` : ''}${n % 7 === 0 ? `CREATE VIEW v${n} AS SELECT o.id, o.note FROM t${n} o JOIN people p ON p.id = o.owner WHERE p.active;\n` : ''}INSERT INTO t${n} (owner, note) VALUES (1, 'first'), (2, 'second');
-- migrate:down
DROP TABLE t${n};
`]));
}

/** Five thousand files: mostly source code, some scripts, manifests and migrations, a lockfile. */
function mixed() {
  const code = (n) => Array.from({ length: 40 }, (_, line) => `export function f${n}_${line}(a: number): string { return 'value ' + String(a * ${line}); }`).join('\n');
  const file = (n) => {
    if (n % 100 === 1) return [`scripts/s${n}.sh`, `#!/bin/bash\nset -eu\nfor f in a b c; do\n  echo "$f" | tee -a out.log\n  cp "$f" /tmp/x${n}\ndone\nnpm test -- --part=${n}\n`];
    if (n % 100 === 2) return [`k8s/d${n}.yaml`, `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web${n}, namespace: shop }\nspec:\n  replicas: 2\n  selector: { matchLabels: { app: web${n} } }\n  template:\n    metadata: { labels: { app: web${n} } }\n    spec: { containers: [{ name: web, image: "images.example/web@sha256:${'a'.repeat(64)}" }] }\n`];
    if (n % 100 === 3) return [`db/migrations/${n}_more.sql`, `-- migrate:up\nCREATE TABLE m${n} (id int);\n-- migrate:down\nDROP TABLE m${n};\n`];
    return [`src/part${n % 50}/file${n}.ts`, `${code(n)}\n`];
  };
  const lock = { lockfileVersion: 3, packages: Object.fromEntries(Array.from({ length: 1500 }, (_, n) => [`node_modules/p${n}`, { version: `1.0.${n}`, resolved: `https://packages.example/p${n}/-/p${n}-1.0.${n}.tgz`, integrity: `sha512-${Buffer.from(`p${n}`.repeat(20)).toString('base64').slice(0, 86)}==` }])) };
  return { ...Object.fromEntries(Array.from({ length: 4999 }, (_, n) => file(n))), 'package-lock.json': `${JSON.stringify(lock, null, 2)}\n` };
}

function repository(folder, files) {
  const root = mkdtempSync(join(folder, 'change-'));
  const git = (...args) => execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@example', ...args], { cwd: root, stdio: 'ignore' });
  const write = (all) => {
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git('add', '-A');
    git('commit', '-qm', 'x');
  };
  git('init', '-q', '-b', 'main');
  write({ '.ostiary/policy.yml': POLICY });
  git('checkout', '-qb', 'agent');
  write(files);
  // As a checkout of CI has it: what was fetched lies in packs.
  git('repack', '-adq');
  git('prune-packed', '-q');
  return root;
}

/** Prints the rows; `rounds` of each, of which the median counts. */
export function benchChecks(folder, rounds) {
  console.log('\n| checking | operations | seconds | processor seconds | peak memory |\n|---|---:|---:|---:|---:|');
  for (const [name, files] of [['1,000 SQL migrations', migrations()], ['a change of 5,000 files', mixed()]]) {
    const root = repository(folder, files);
    const runs = Array.from({ length: rounds }, () => measured(root)).sort((a, b) => a.cpu - b.cpu);
    const { operations, seconds, cpu, peak } = runs[Math.floor(runs.length / 2)];
    console.log(`| ${name} | ${operations.toLocaleString('en')} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${peak.toFixed(0)} MB |`);
  }
}

function measured(root) {
  const from = process.hrtime.bigint();
  const result = spawnSync(process.execPath, ['--import', resolve('scripts/bench/usage.mjs'), resolve('dist/cli.js'), 'policy-check', '--base', 'main'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 1 << 30 });
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  // What is found decides the exit code; a check that could not be made ends with 2 or more, but for 3.
  if (![0, 1, 3].includes(result.status)) throw new Error(`the check ended with ${result.status}: ${result.stderr}`);
  const { cpuMicroseconds, peakKilobytes } = JSON.parse(result.output[3].toString('utf8'));
  return { seconds, cpu: cpuMicroseconds / 1e6, peak: peakKilobytes / 1024, operations: Number((/([\d,]+) operations/.exec(result.stdout.toString('utf8'))?.[1] ?? '0').replaceAll(',', '')) };
}
