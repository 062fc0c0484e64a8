// SPDX-License-Identifier: Apache-2.0
// Runs PostgreSQL's own regression suite through the gate under a policy that allows everything, and the same files without the gate,
// on fresh clusters; a file passes when both outputs are the same, byte for byte. Files whose output differs between two runs without
// the gate say nothing about it and are named apart. Takes minutes.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startRegressionPostgres } from './postgres.mjs';

const FILES = resolve('scripts/corpus/suite-files.mjs');

/** Files that must differ, since they ask for what the gate refuses under every policy. */
const BY_DESIGN = {
  strings: 'switches standard_conforming_strings off, under which the gate would read other strings than the server',
  copy2: 'copies in another encoding than UTF8, which the gate could not read',
  largeobject: 'moves large objects by protocol-level function calls, which the gate refuses',
  plpgsql: 'switches standard_conforming_strings off, as above',
};

/** In the order of the suite's own schedule: later files need what earlier ones left behind. */
function schedule(suite) {
  const lines = readFileSync(join(suite, 'parallel_schedule'), 'utf8').split('\n');
  const names = lines.filter((line) => line.startsWith('test:')).flatMap((line) => line.slice(5).trim().split(/\s+/));
  const known = new Set(readdirSync(join(suite, 'sql')).map((file) => file.replace(/\.sql$/, '')));
  return names.filter((name) => known.has(name));
}

function policy({ port }) {
  return `version: 1
default: deny
identities: { me: { local: true } }
resources: { db: { type: postgres, url: "postgres://postgres@127.0.0.1:${port}/regression", credential: "env:DB_CREDENTIAL", local: true } }
rules:
  - { id: everything, match: { effect: [read, write, schema, destroy, grant, execute, control, unknown] }, decide: allow }
record: { results: none }
`;
}

function finished(file, args, environment, log) {
  const child = spawn(file, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  return new Promise((done) => child.once('close', (code) => {
    writeFileSync(log, Buffer.concat(chunks));
    done(code);
  }));
}

/** One run of all files; `through` is `direct` or `gate`. */
async function run(through, { suite, names, home }) {
  const out = join(home, 'out');
  // COPY TO a file is done by the server, which is another user.
  mkdirSync(join(out, 'results'), { recursive: true });
  chmodSync(join(out, 'results'), 0o777);
  const server = await startRegressionPostgres();
  try {
    const command = [process.execPath, FILES, suite, out, ...names];
    if (through === 'direct') {
      await finished(command[0], command.slice(1), server.environment, join(home, 'log'));
      return out;
    }
    const file = join(home, 'policy.yml');
    writeFileSync(file, policy(server));
    const flags = ['run', '--local', '--policy', file, '--session-dir', join(home, 'session'), '--isolation', 'none', '--on-refusal', 'ignore', '--', ...command];
    await finished(process.execPath, [resolve('dist/cli.js'), ...flags], { PATH: process.env.PATH, HOME: home, DB_CREDENTIAL: server.password }, join(home, 'log'));
    return out;
  } finally {
    await server.stop();
  }
}

function output(out, name) {
  const file = join(out, `${name}.out`);
  // Folder names appear where the suite reads and writes files.
  return existsSync(file) ? readFileSync(file, 'latin1').replaceAll(out, 'OUT') : '';
}

/** First line in which two outputs differ: `{line, direct, gate}`. */
function firstDifference(direct, gate) {
  const left = direct.split('\n');
  const right = gate.split('\n');
  let line = 0;
  while (line < left.length && left[line] === right[line]) line += 1;
  return { line: line + 1, direct: left[line] ?? '(the end)', gate: right[line] ?? '(the end)' };
}

/** Prints the figures. `scratch`: where to work; `keep`: a folder in which the outputs stay, for whoever wants to look. */
export async function regressSuite({ suite, scratch, keep = null, only = [] }) {
  const names = only.length > 0 ? only : schedule(suite);
  const home = keep === null ? join(scratch, 'suite') : resolve(keep);
  // The servers, which are other users, read the suite's files.
  chmodSync(scratch, 0o755);
  const from = Date.now();
  const runs = [['direct', 'direct'], ['direct', 'again'], ['gate', 'gate']];
  const [direct, again, gate] = await Promise.all(runs.map(([through, folder]) => run(through, { suite, names, home: join(home, folder) })));
  const files = names.map((name) => ({ name, direct: output(direct, name), again: output(again, name), gate: output(gate, name), end: readFileSync(join(gate, `${name}.end`), 'utf8') }));
  const same = files.filter((file) => file.direct === file.gate);
  const unsteady = files.filter((file) => file.direct !== file.gate && file.direct !== file.again);
  const differ = files.filter((file) => file.direct !== file.gate && file.direct === file.again);
  console.log(`\nPostgreSQL's regression suite through the gate, compared with direct (${((Date.now() - from) / 1000).toFixed(0)} s):`);
  console.log(`  the same, byte for byte: ${same.length} of ${files.length}; unsteady without the gate: ${unsteady.map((file) => file.name).join(' ') || 'none'}`);
  for (const file of differ) {
    const { line, direct: was, gate: is } = firstDifference(file.direct, file.gate);
    const why = BY_DESIGN[file.name];
    console.log(`  ${file.name}:${line}${why === undefined ? '' : ` by design: ${why}`}${file.end === '0' || file.end === '2' ? '' : ` (psql ended with ${file.end})`}\n    direct: ${was.slice(0, 160)}\n    gate:   ${is.slice(0, 160)}`);
  }
}
