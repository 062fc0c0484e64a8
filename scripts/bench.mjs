// SPDX-License-Identifier: Apache-2.0
// `npm run bench`: everything measured side by side in one run, printed as Markdown. Starts all that it needs. Absolute numbers say
// something about this machine only; docs/bench.md says what each row means. Environment: BENCH_SECONDS (5), BENCH_ROUNDS (3),
// BENCH_WARMUP (40000 transactions), BENCH_ROWS (10000000), BENCH_PARTS (all of: throughput result memory startup explain check verify replay masking).
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchChecks } from './bench/check.mjs';
import { cpuMicroseconds, gateBelow, peakKilobytes } from './bench/processes.mjs';
import { benchMasking } from './bench/masking.mjs';
import { measureReplay } from './bench/replay.mjs';
import { PGBENCH, startPgbouncer, startPostgres, startRelay } from './bench/servers.mjs';
import { verify } from './bench/verify.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const WARMUP = Number(process.env.BENCH_WARMUP ?? 40_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const ROWS = Number(process.env.BENCH_ROWS ?? 10_000_000);
const PARTS = (process.env.BENCH_PARTS ?? 'throughput result memory startup explain check verify replay masking').split(' ');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const folder = mkdtempSync(join(tmpdir(), 'ostiary-bench-'));

// A check of a change, and masking, need nobody to talk to.
const served = PARTS.some((part) => part !== 'check' && part !== 'masking');
const nobody = { port: 0, stop: () => undefined };
const started = [];
/** What was started is stopped again, also when the next one does not come up. */
const up = async (starting) => {
  const one = await starting;
  started.unshift(one);
  return one;
};
const stopAll = async () => {
  for (const one of started) await one.stop();
  rmSync(folder, { recursive: true, force: true });
};
let postgres = nobody;
let relay = nobody;
let bouncer = nobody;
if (served) {
  try {
    postgres = await up(startPostgres());
    relay = await up(startRelay(postgres.port));
    bouncer = await up(startPgbouncer(postgres.port));
  } catch (error) {
    await stopAll();
    throw error;
  }
}

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

// A place is a port, or the name of a policy file: then the gate stands in between.
const direct = (port) => ({ ...process.env, PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'bench', PGPASSWORD: 'bench', PGDATABASE: 'bench', PGSSLMODE: 'disable' });
const gateEnvironment = { ...process.env, BENCH_CREDENTIAL: 'bench' };
const gateArguments = (file) => ['dist/cli.js', 'run', '--local', '--policy', file, '--isolation', 'none', '--session-dir', mkdtempSync(join(folder, 'session-')), '--'];
const lineFor = (where, command) => (typeof where === 'string'
  ? { file: process.execPath, args: [...gateArguments(where), ...command], env: gateEnvironment }
  : { file: command[0], args: command.slice(1), env: direct(where) });

/** Runs a command at a place and waits; returns what it printed, unless `keep` is false. */
function through(where, command, { keep = true } = {}) {
  const { file, args, env } = lineFor(where, command);
  const result = spawnSync(file, args, { env, stdio: ['ignore', keep ? 'pipe' : 'ignore', 'pipe'], maxBuffer: 1 << 30 });
  if (result.status !== 0) throw new Error(`${command.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return keep ? result.stdout.toString('utf8') : '';
}

const seconds = (run) => {
  const from = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - from) / 1e9;
};

try {
  console.log(`node ${process.version}, ${cpus().length} x ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${new Date().toISOString().slice(0, 10)}\n`);
  if (served) spawnSync(PGBENCH, ['-i', '-s', '10', '-q', 'bench'], { env: direct(postgres.port), stdio: 'ignore' });
  if (served) through(postgres.port, ['psql', '-qc', `CREATE TABLE people AS SELECT n AS id, 'person' || n AS name, 'person' || n || '@example.com' AS email, lpad(n::text, 9, '0') AS ssn, repeat('lorem ipsum ', 8) AS note FROM generate_series(1, 400000) n`]);
  const parts = { throughput, result, memory, startup, explain, check: () => benchChecks(folder, ROUNDS), verify, replay: () => measureReplay(folder), masking: () => benchMasking(folder) };
  for (const part of PARTS) await parts[part]();
} finally {
  await stopAll();
}

async function throughput() {
  console.log(`pgbench select-only, ${SECONDS} s after ${WARMUP.toLocaleString('en')} transactions of warm-up, median of ${ROUNDS} interleaved rounds: transactions a second, and in brackets the processor time (µs) that what stands in between spends on one\n`);
  console.log('| protocol | clients | direct | bare relay | pgbouncer | gate | gate / relay | relay µs / gate µs |\n|---|---:|---:|---:|---:|---:|---:|---:|');
  for (const mode of ['prepared', 'simple']) {
    for (const clients of [8, 1]) {
      const seen = { direct: [], relay: [], bouncer: [], gate: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        seen.direct.push(await load(postgres.port, { clients, mode, pid: null }));
        seen.relay.push(await load(relay.port, { clients, mode, pid: relay.pid }));
        // pgbouncer 1.18 knows prepared statements in session mode only, which is the mode used here.
        seen.bouncer.push(await load(bouncer.port, { clients, mode, pid: bouncer.pid }));
        seen.gate.push(await load(masked, { clients, mode, pid: 'gate' }));
      }
      const tps = (name) => median(seen[name].map((one) => one.tps));
      const cost = (name) => median(seen[name].map((one) => one.cost));
      const cell = (name) => `${Math.round(tps(name))} (${cost(name).toFixed(0)})`;
      console.log(`| ${mode} | ${clients} | ${Math.round(tps('direct'))} | ${cell('relay')} | ${cell('bouncer')} | ${cell('gate')} | **${(tps('gate') / tps('relay')).toFixed(2)}** | ${(cost('relay') / cost('gate')).toFixed(2)} |`);
    }
  }
}

/** One measurement: pgbench twice over the same place, of which the second counts, so that everybody is warm. */
async function load(where, { clients, mode, pid }) {
  const bench = `${PGBENCH} -n -S -c ${clients} -j ${Math.min(clients, 2)} -M ${mode}`;
  const { file, args, env } = lineFor(where, ['bash', '-c', `${bench} -t ${Math.ceil(WARMUP / clients)} bench > /dev/null && echo warm && ${bench} -T ${SECONDS} bench`]);
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const spender = () => (pid === 'gate' ? gateBelow(child.pid) : pid);
  let output = '';
  let before = 0;
  let after = 0;
  child.stdout.on('data', (data) => {
    output += String(data);
    if (String(data).includes('warm')) before = cpuMicroseconds(spender());
    // The gate is still there: it seals its recording only once the command has ended.
    if (/tps = /.test(output) && after === 0) after = cpuMicroseconds(spender());
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`pgbench ended with ${code}: ${output}`);
  const transactions = Number(/transactions actually processed: (\d+)/.exec(output)[1]);
  return { tps: Number(/tps = ([\d.]+)/.exec(output)[1]), cost: (after - before) / transactions };
}

function result() {
  console.log('\nA result of 400,000 rows: MB a second as psql receives it, the start of the run taken off; in brackets the ratio to the bare relay\n');
  console.log('| what | direct | bare relay | gate, no column masked | gate, two columns masked and personal data looked for |\n|---|---:|---:|---:|---:|');
  for (const [name, command] of [['SELECT', ['psql', '-Atqc', 'SELECT * FROM people']], ['COPY', ['psql', '-qc', 'COPY people TO STDOUT']]]) {
    const bytes = Buffer.byteLength(through(postgres.port, command));
    const idle = (where) => median([1, 2, 3].map(() => seconds(() => through(where, ['psql', '-qc', 'SELECT 1'], { keep: false }))));
    const speed = (where) => bytes / 1e6 / Math.max(0.001, median([1, 2, 3].map(() => seconds(() => through(where, command, { keep: false })))) - idle(where));
    const [d, r, p, m] = [postgres.port, relay.port, plain, masked].map(speed);
    console.log(`| ${name} | ${d.toFixed(0)} | ${r.toFixed(0)} | ${p.toFixed(0)} (${(p / r).toFixed(2)}) | ${m.toFixed(0)} (${(m / r).toFixed(2)}) |`);
  }
}

async function memory() {
  console.log('\n| memory | peak |\n|---|---:|');
  const { file, args, env } = lineFor(masked, ['psql', '-Atqc', `COPY (SELECT n, 'row ' || n FROM generate_series(1, ${ROWS}) n) TO STDOUT`]);
  console.log(`| gate, COPY of ${ROWS.toLocaleString('en')} rows, masked | ${await peakOf(file, args, env)} |`);
  // psql would hold all rows of a SELECT itself: FETCH_COUNT makes it take them through a cursor, so the server sends what is asked for.
  const select = lineFor(masked, ['psql', '-v', 'FETCH_COUNT=10000', '-Atqc', `SELECT n, 'row ' || n FROM generate_series(1, ${ROWS}) n`]);
  console.log(`| gate, SELECT of as many through a cursor | ${await peakOf(select.file, select.args, select.env)} |`);
}

async function peakOf(file, args, env) {
  const child = spawn(file, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => { peak = Math.max(peak, peakKilobytes(gateBelow(child.pid))); }, 100);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the run ended with ${code}`);
  return `${(peak / 1024).toFixed(0)} MB`;
}

async function startup() {
  const firstOutput = () => new Promise((resolve, reject) => {
    const from = process.hrtime.bigint();
    const { file, args, env } = lineFor(masked, ['echo', 'first']);
    const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => { const took = Number(process.hrtime.bigint() - from) / 1e6; child.once('exit', () => resolve(took)); });
    child.once('error', reject);
  });
  const runs = [];
  const bare = [];
  for (let round = 0; round < 9; round += 1) {
    bare.push(seconds(() => { spawnSync(process.execPath, ['-e', '0']); spawnSync(process.execPath, ['-e', '0']); }) * 1000);
    runs.push(await firstOutput());
  }
  console.log('\n| start-up, median of 9 | ms | ratio |\n|---|---:|---:|');
  console.log(`| two bare Node starts, one after the other | ${median(bare).toFixed(0)} | 1 |`);
  console.log(`| from the start of \`run\` to the command's first output | ${median(runs).toFixed(0)} | ${(median(runs) / median(bare)).toFixed(1)} |`);
}

function explain() {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, Array.from({ length: 100_000 }, (_, n) => `${JSON.stringify({ kind: 'sql', text: `SELECT note FROM people WHERE id = ${n}`, resource: 'bench', principal: 'me' })}\n`).join(''));
  const questions = openSync(file, 'r');
  const took = seconds(() => spawnSync(process.execPath, ['dist/cli.js', 'policy', 'explain', '--policy', masked], { stdio: [questions, 'ignore', 'inherit'] }));
  closeSync(questions);
  console.log(`\n| reading | seconds |\n|---|---:|\n| \`policy explain\` of 100,000 lines, each another statement | ${took.toFixed(1)} |`);
}
