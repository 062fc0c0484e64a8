// SPDX-License-Identifier: Apache-2.0
// `npm run bench`: everything measured side by side in one run, printed as ratios. Starts all that it needs. Absolute numbers say
// something about this machine only; ratios are what docs/bench.md quotes. Environment: BENCH_SECONDS (5), BENCH_ROUNDS (3), BENCH_ROWS (10000000).
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPgbouncer, startPostgres, startRelay } from './bench/servers.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const ROWS = Number(process.env.BENCH_ROWS ?? 10_000_000);
const PGBENCH = '/usr/lib/postgresql/15/bin/pgbench';
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const folder = mkdtempSync(join(tmpdir(), 'ostiary-bench-'));

const postgres = await startPostgres();
const relay = await startRelay(postgres.port);
const bouncer = await startPgbouncer(postgres.port);

const policy = (name, mask) => {
  const file = join(folder, `${name}.yml`);
  writeFileSync(file, `version: 1
extends: [ostiary:postgres${mask ? ', ostiary:pii' : ''}]
default: deny
identities: { me: { local: true } }
resources:
  bench:
    type: postgres
    environment: production
    url: postgres://bench@127.0.0.1:${postgres.port}/bench
    credential: env:BENCH_CREDENTIAL
    local: true
    mask: { ${mask ? 'public.people.email: partial, public.people.ssn: redact' : ''} }
rules:
  - { id: all, match: { principal: me, resource: bench, effect: [read, write, control, execute] }, decide: allow }
`);
  return file;
};
const masked = policy('masked', true);
const plain = policy('plain', false);

const direct = (port) => ({ ...process.env, PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'bench', PGPASSWORD: 'bench', PGDATABASE: 'bench', PGSSLMODE: 'disable' });
const gateArguments = (file) => ['dist/cli.js', 'run', '--local', '--policy', file, '--isolation', 'none', '--session-dir', mkdtempSync(join(folder, 'session-')), '--'];
const gateEnvironment = { ...process.env, BENCH_CREDENTIAL: 'bench' };

/** Runs a command against a port, or through the gate when `where` names a policy file; waits; keeps stdout when asked. */
function through(where, command, { keep = true } = {}) {
  const gated = typeof where === 'string';
  const [file, ...args] = gated ? [process.execPath, ...gateArguments(where), ...command] : command;
  const result = spawnSync(file, args, { env: gated ? gateEnvironment : direct(where), stdio: ['ignore', keep ? 'pipe' : 'ignore', 'pipe'], maxBuffer: 1 << 30 });
  if (result.status !== 0) throw new Error(`${command.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return keep ? result.stdout.toString('utf8') : '';
}
const tps = (where, clients, mode) => {
  const output = through(where, [PGBENCH, '-n', '-S', '-c', String(clients), '-j', String(Math.min(clients, 2)), '-M', mode, '-T', String(SECONDS), 'bench']);
  return Number(/tps = ([\d.]+)/.exec(output)[1]);
};
const seconds = (run) => {
  const from = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - from) / 1e9;
};

try {
  spawnSync(PGBENCH, ['-i', '-s', '10', '-q', 'bench'], { env: direct(postgres.port), stdio: 'ignore' });
  through(postgres.port, ['psql', '-qc', `CREATE TABLE people AS SELECT n AS id, 'person' || n AS name, 'person' || n || '@example.com' AS email, lpad(n::text, 9, '0') AS ssn, repeat('lorem ipsum ', 8) AS note FROM generate_series(1, 400000) n`]);
  await throughput();
  result();
  await memory();
  await startup();
} finally {
  bouncer.stop();
  relay.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function throughput() {
  console.log(`pgbench select-only, ${SECONDS} s, median of ${ROUNDS} interleaved rounds (transactions a second; ratio to the bare relay)\n`);
  console.log('| protocol | clients | direct | bare relay | pgbouncer | gate | gate / relay |\n|---|---:|---:|---:|---:|---:|---:|');
  for (const mode of ['prepared', 'simple']) {
    for (const clients of [8, 1]) {
      const seen = { direct: [], relay: [], bouncer: [], gate: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        seen.direct.push(tps(postgres.port, clients, mode));
        seen.relay.push(tps(relay.port, clients, mode));
        // pgbouncer 1.18 knows no prepared statements beyond session mode, which is the mode used here.
        seen.bouncer.push(tps(bouncer.port, clients, mode));
        seen.gate.push(tps(masked, clients, mode));
      }
      const [d, r, b, g] = [seen.direct, seen.relay, seen.bouncer, seen.gate].map(median);
      console.log(`| ${mode} | ${clients} | ${Math.round(d)} | ${Math.round(r)} | ${Math.round(b)} | ${Math.round(g)} | **${(g / r).toFixed(2)}** |`);
    }
  }
}

function result() {
  const query = ['psql', '-Atqc', 'SELECT * FROM people'];
  const copy = ['psql', '-qc', 'COPY people TO STDOUT'];
  console.log('\nA result of 400,000 rows (MB a second as psql receives it, the start of the run taken off; ratio to the bare relay)\n');
  console.log('| what | direct | bare relay | gate, nothing masked | gate, two columns and all text masked |\n|---|---:|---:|---:|---:|');
  for (const [name, command] of [['SELECT', query], ['COPY', copy]]) {
    const bytes = Buffer.byteLength(through(postgres.port, command));
    const idle = (where) => median([1, 2, 3].map(() => seconds(() => through(where, ['psql', '-qc', 'SELECT 1'], { keep: false }))));
    const speed = (where) => bytes / 1e6 / Math.max(0.001, median([1, 2, 3].map(() => seconds(() => through(where, command, { keep: false })))) - idle(where));
    const [d, r, p, m] = [postgres.port, relay.port, plain, masked].map(speed);
    console.log(`| ${name} | ${d.toFixed(0)} | ${r.toFixed(0)} | ${p.toFixed(0)} (${(p / r).toFixed(2)}) | ${m.toFixed(0)} (${(m / r).toFixed(2)}) |`);
  }
}

async function memory() {
  const child = spawn(process.execPath, [...gateArguments(masked), 'psql', '-Atqc', `SELECT n, 'row ' || n FROM generate_series(1, ${ROWS}) n`], { env: gateEnvironment, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => { peak = Math.max(peak, gatePeak(child.pid)); }, 50);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  console.log(`\npeak memory of the gate for a result of ${ROWS.toLocaleString('en')} rows: ${(peak / 1024).toFixed(0)} MB (exit code ${code})`);
}

/** VmHWM in kB of the gate process below `parent`; 0 while it is not there. */
function gatePeak(parent) {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      if (!status.includes(`PPid:\t${parent}\n`) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('gate-process')) continue;
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
    } catch {
      // It ended between two reads.
    }
  }
  return 0;
}

async function startup() {
  const firstOutput = () => new Promise((resolve, reject) => {
    const from = process.hrtime.bigint();
    const child = spawn(process.execPath, [...gateArguments(masked), 'echo', 'first'], { env: gateEnvironment, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => resolve(Number(process.hrtime.bigint() - from) / 1e6));
    child.once('error', reject);
  });
  const runs = [];
  const bare = [];
  for (let round = 0; round < 9; round += 1) {
    bare.push(seconds(() => { spawnSync(process.execPath, ['-e', '0']); spawnSync(process.execPath, ['-e', '0']); }) * 1000);
    runs.push(await firstOutput());
  }
  console.log(`\nfrom the start of \`run\` to the command's first output: ${median(runs).toFixed(0)} ms, ${(median(runs) / median(bare)).toFixed(1)} times two bare Node starts (${median(bare).toFixed(0)} ms)`);
}
