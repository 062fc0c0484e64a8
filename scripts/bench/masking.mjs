// SPDX-License-Identifier: Apache-2.0
// `npm run bench`, part `masking`: the engine with its full rule set over a CI log of some 20 MB, beside one regular expression that is the bare
// alternation of the same kinds, and beside secretlint, in one run; and a stream of gigabytes, with the memory that it takes. The log is made here, from the lines that
// installers, compilers, test runners and databases print, with a token every few thousand lines.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileRooms } from '../corpus/compiled.mjs';

const LOG_BYTES = 20 * 1024 * 1024;
const CHUNK = 64 * 1024;
const STREAM_BYTES = Number(process.env.BENCH_STREAM ?? 2 * 1024 ** 3);
const ROUNDS = 5;
const SECRETLINT = ['@secretlint/core', '@secretlint/secretlint-rule-preset-recommend'];
const SECRETLINT_VERSION = '12.0.0';
const hex = (length, seed) => Array.from({ length }, (_, at) => '0123456789abcdef'[(seed * 31 + at * 7 + ((seed >> (at % 13)) & 15)) % 16]).join('');

/** Lines as jobs print them; `n` makes each its own. */
const LINES = [
  (n) => `2026-11-26T10:${String(n % 60).padStart(2, '0')}:14.${String(n % 1000).padStart(3, '0')}4567Z npm http fetch GET 200 https://packages.example/@types%2fnode 142ms (cache hit)`,
  (n) => `2026-11-26T10:${String(n % 60).padStart(2, '0')}:15.1234567Z   src/proxy/postgres/pipeline/line.ts(${n % 400},17): warning TS6133: 'offset' is declared but its value is never read.`,
  (n) => `PASS test/unit/parse/sql/lineage.test.ts (${(n % 90) / 10} s)`,
  (n) => `    ✓ resolves a column through ${n % 9} views (${n % 40} ms)`,
  (n) => `2026-11-26 10:00:${String(n % 60).padStart(2, '0')}.512 UTC [${1000 + (n % 9000)}] LOG:  duration: ${n % 400}.${n % 1000} ms  statement: SELECT id, email FROM customers WHERE id = $1`,
  (n) => `#${n % 40} [build ${n % 12}/12] RUN npm ci --ignore-scripts  ${n % 60}.${n % 10}s`,
  (n) => `sha256:${hex(64, n)} ${n % 100} MB / 120 MB`,
  (n) => `added ${n % 2000} packages, and audited ${n % 3000} packages in ${n % 50}s`,
  (n) => `+ ${hex(40, n)} refs/heads/work/${n} -> origin/work/${n}`,
  () => '',
];
const TOKENS = [
  (n) => `remote: https://x-access-token:ghp_${hex(18, n)}${hex(18, n + 7).toUpperCase()}@github.com/acme/shop.git`,
  (n) => `AWS_SECRET_ACCESS_KEY=${Buffer.from(hex(60, n), 'hex').toString('base64').slice(0, 40)}`,
  (n) => `authorization: Bearer eyJhbGciOiJSUzI1NiJ9.${Buffer.from(hex(80, n)).toString('base64url')}.${Buffer.from(hex(60, n + 3)).toString('base64url')}`,
  (n) => `npm_${hex(18, n)}${hex(18, n + 1).toUpperCase()}`,
];

/** A log of this size, the same each time. */
export function ciLog(bytes) {
  const lines = [];
  for (let n = 0, size = 0; size < bytes; n += 1) {
    const line = n % 2000 === 1999 ? TOKENS[(n / 2000) % TOKENS.length | 0](n) : LINES[(n * 7 + (n >> 3)) % LINES.length](n);
    lines.push(line);
    size += line.length + 1;
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

// What scanners publish for the same kinds, as one expression: prefixes, their alphabets and lengths. No encodings, no context, no check digits.
const ALTERNATION = new RegExp([
  'gh[pousr]_[A-Za-z0-9]{36,255}', 'github_pat_[A-Za-z0-9_]{82}', 'glpat-[A-Za-z0-9_-]{20,}', 'xox[abpors]-[A-Za-z0-9-]{10,}', 'sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,}', 'sk-ant-[A-Za-z0-9_-]{20,}', 'npm_[A-Za-z0-9]{36}', 'pypi-[A-Za-z0-9_-]{50,}',
  'AKIA[0-9A-Z]{16}', 'AIza[0-9A-Za-z_-]{35}', '(?:r|s)k_(?:live|test)_[0-9a-zA-Z]{10,99}', 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}', 'hvs\\.[A-Za-z0-9_-]{24,}', 'dop_v1_[a-f0-9]{64}', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}', 'lin_api_[A-Za-z0-9]{40}',
  'eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]*', '-----BEGIN [A-Z ]*PRIVATE KEY-----', '(?:api_?key|secret|token|passw(?:or)?d)["\']?\\s{0,3}[:=]\\s{0,3}["\']?[^\\s"\']{8,200}', '[a-z]{2,10}://[^/\\s:@]{1,100}:[^/\\s:@]{3,100}@', '[Aa]uthorization: [^\\r\\n]{8,400}',
].join('|'), 'g');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const timed = (run) => {
  const from = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(from);
  return { value, seconds: (user + system) / 1e6 };
};

/** Prints both tables. `folder`: where it may write. */
export async function benchMasking(folder) {
  const load = compileRooms(['core', 'mask'], join(folder, 'masking-rooms'));
  const [{ Detection }, { DETECTORS }, { MaskStream }] = await Promise.all(['detection', 'detectors/registry', 'stream'].map((name) => load(`mask/${name}.js`)));
  const detection = new Detection(DETECTORS.filter(({ kind }) => kind === 'secret'));
  const log = ciLog(LOG_BYTES);
  const engine = () => {
    const stream = new MaskStream(detection);
    for (let at = 0; at < log.length; at += CHUNK) stream.push(log.subarray(at, at + CHUNK));
    stream.end();
    return Object.values(stream.counts).reduce((sum, count) => sum + count, 0);
  };
  const alternation = () => {
    let found = 0;
    for (let at = 0; at < log.length; at += CHUNK) log.subarray(at, at + CHUNK).toString('latin1').replace(ALTERNATION, () => { found += 1; return '[masked]'; });
    return found;
  };
  engine();
  alternation();
  const rows = { engine: [], alternation: [] };
  let found = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of [['engine', engine], ['alternation', alternation]]) {
      const { value, seconds } = timed(run);
      rows[name].push(log.length / 1e6 / seconds);
      found = { ...found, [name]: value };
    }
  }
  const [own, bare] = [median(rows.engine), median(rows.alternation)];
  console.log(`\n| masking a CI log of ${(log.length / 1e6).toFixed(1)} MB in chunks of 64 KiB, per core | MB/s | found |\n|---|---:|---:|`);
  console.log(`| all detectors of secrets, streaming, with encodings | ${own.toFixed(0)} | ${found.engine} |\n| one regular expression, the bare alternation | ${bare.toFixed(0)} | ${found.alternation} |\n| ratio | ${(own / bare).toFixed(2)} | |`);
  console.log(await secretlintRow(log, own));
  streamed(detection, MaskStream, log);
}

/** Another tool's recommended rules over the same chunks, installed for this run alone: it tells findings and replaces nothing. */
async function secretlintRow(log, own) {
  const folder = mkdtempSync(join(tmpdir(), 'ostiary-secretlint-'));
  try {
    execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', folder, ...SECRETLINT.map((name) => `${name}@${SECRETLINT_VERSION}`)], { stdio: 'ignore' });
    writeFileSync(join(folder, 'both.mjs'), `export { lintSource } from '${SECRETLINT[0]}';\nexport { creator } from '${SECRETLINT[1]}';\n`);
    const { lintSource, creator } = await import(pathToFileURL(join(folder, 'both.mjs')).href);
    const options = { config: { rules: [{ id: SECRETLINT[1], rule: creator, options: {} }] }, noPhysicFilePath: true };
    const chunks = Array.from({ length: Math.ceil(log.length / CHUNK) }, (_, at) => log.subarray(at * CHUNK, (at + 1) * CHUNK).toString('utf8'));
    const rates = [];
    let found = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      found = 0;
      const from = process.cpuUsage();
      for (const content of chunks) found += (await lintSource({ source: { content, filePath: 'ci.log', ext: '.log', contentType: 'text' }, options })).messages.length;
      const { user, system } = process.cpuUsage(from);
      // The first round warms up.
      if (round > 0) rates.push(log.length / 1e6 / ((user + system) / 1e6));
    }
    const rate = median(rates);
    return `| secretlint ${SECRETLINT_VERSION}, its recommended rules | ${rate.toFixed(0)} | ${found} |\n| ratio to it | ${(own / rate).toFixed(2)} | |`;
  } catch (error) {
    return `\nsecretlint could not be installed, so it is not compared: ${error.message}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The same log again and again, cut at other places each time.
function streamed(detection, MaskStream, log) {
  const stream = new MaskStream(detection);
  const peaks = [];
  let bytes = 0;
  const from = process.cpuUsage();
  for (let turn = 0; bytes < STREAM_BYTES; turn += 1) {
    for (let at = 0; at < log.length; at += CHUNK - 1 - (turn % 97)) {
      const chunk = log.subarray(at, Math.min(log.length, at + CHUNK - 1 - (turn % 97)));
      bytes += chunk.length;
      stream.push(chunk);
    }
    if (turn % 8 === 7) peaks.push(process.memoryUsage.rss() / 2 ** 20);
  }
  stream.end();
  const { user, system } = process.cpuUsage(from);
  const half = Math.ceil(peaks.length / 2);
  const most = (values) => (values.length === 0 ? 0 : Math.max(...values));
  console.log(`\nA stream of ${(bytes / 2 ** 30).toFixed(1)} GiB: ${(bytes / 1e6 / ((user + system) / 1e6)).toFixed(0)} MB/s, resident at most ${most(peaks.slice(0, half)).toFixed(0)} MB in its first half, ${most(peaks.slice(half)).toFixed(0)} MB in its second; ${cpus().length} cores.`);
}
