// SPDX-License-Identifier: Apache-2.0
//
// The disk under a recording fills up, can't be written, or the recording is taken away, in a real run in front of a real PostgreSQL:
// nothing runs unrecorded, nothing recorded is lost, and the user learns why.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLI, cleanUp, policyText, readEvents, scratch, spawned } from '../support/guarded.js';
import { startPostgres, type Postgres } from '../support/postgres.js';
import { decided, fileOf, HEADER, recorded } from '../support/recordings.js';

const ROOT = process.getuid?.() === 0;
const STATEMENTS = 300;
let server: Postgres;
const mounts: string[] = [];

beforeAll(async () => {
  server = await startPostgres({ version: 15 });
  await server.query('CREATE TABLE ledger (id bigint PRIMARY KEY)');
});
afterEach(async () => {
  for (const mount of mounts.splice(0)) execFileSync('umount', ['-l', mount]);
  await server.query('TRUNCATE ledger');
});
afterAll(async () => {
  await server?.stop();
  cleanUp();
});

/** A run with its recording in `dir`; `as`: words before `node` that change how it is run. */
async function run(dir: string, command: readonly string[], as: readonly string[] = [], more = ''): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const policy = join(mkdtempSync(join(scratch(), 'run-')), 'policy.yml');
  writeFileSync(policy, policyText({ server, more }));
  chmodSync(scratch(), 0o755);
  chmodSync(join(policy, '..'), 0o755);
  const [file = '', ...args] = [...as, process.execPath, CLI, 'run', '--local', '--policy', policy, '--session-dir', dir, '--isolation', 'none', '--', ...command];
  return spawned(file, args, { environment: { PATH: process.env.PATH, HOME: scratch(), DB_CREDENTIAL: server.password } });
}

const inserts = Array.from({ length: STATEMENTS }, (_, n) => `INSERT INTO ledger VALUES (${n}) RETURNING id AS u${n};\n`).join('');
const script = (text: string): string => {
  const path = join(mkdtempSync(join(scratch(), 'sql-')), 'load.sql');
  writeFileSync(path, text);
  return path;
};

/** Numbers of the statements that are on record as allowed. */
function allowed(dir: string): Set<string> {
  return new Set(readEvents(join(dir, 'session.jsonl')).flatMap((event) => (event.type === 'decided' && event.decision === 'allow' ? [...event.text.matchAll(/ AS u(\d+)/g)].map(([, number]) => number as string) : [])));
}

async function verified(dir: string): Promise<(string | number | null | undefined)[]> {
  const { code, stdout } = await spawned(process.execPath, [CLI, 'session', 'verify', join(dir, 'session.jsonl')], { environment: process.env });
  return [code, stdout.split(':')[0]];
}

describe('a disk that fills up', () => {
  // Root mounts a disk of its own; others have a limit on the size of files.
  it('refuses from then on, says why, and loses nothing', async () => {
    const dir = mkdtempSync(join(scratch(), 'full-'));
    if (ROOT) {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir]);
      mounts.push(dir);
    }
    const sql = script(inserts);
    const { code, stdout, stderr } = await run(dir, ['sh', '-c', `psql -X -q -f ${sql} >/dev/null; psql -XAtc "SELECT 'a second client'"; echo over`], ROOT ? [] : ['bash', '--norc', '-c', 'ulimit -f 64; exec "$@"', 'sh']);
    const why = ROOT ? 'the disk is full (ENOSPC)' : 'the file is as large as it may get here (EFBIG)';
    const rows = (await server.query('SELECT id::text FROM ledger')).map((row) => String(row['id']));
    const recorded = allowed(dir);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThan(STATEMENTS);
    expect(rows.filter((number) => !recorded.has(number))).toEqual([]);
    expect(stderr.match(/ostiary: refused, because the recording can not be written/g)?.length).toBeGreaterThanOrEqual(STATEMENTS - rows.length - 1);
    expect(stderr).toContain(`session.jsonl\` can not be written: ${why}`);
    expect(stderr).toContain('never: nothing runs unrecorded');
    expect(stdout).toContain('over');
    expect(stdout).not.toContain('a second client');
    expect([code, await verified(dir)]).toEqual([4, [1, 'incomplete']]);
  });
});

describe('a recording that is taken away', () => {
  it('refuses within a second, and the run is an error', async () => {
    const dir = mkdtempSync(join(scratch(), 'gone-'));
    const endless = 'INSERT INTO ledger VALUES (0);\n\\! rm -rf "$GONE"\n' + Array.from({ length: 20 }, (_, n) => `SELECT pg_sleep(0.1);\nINSERT INTO ledger VALUES (${n + 1});\n`).join('');
    const { code, stderr } = await run(dir, ['sh', '-c', `GONE=${dir} psql -X -q -f ${script(endless)} >/dev/null; true`]);
    expect(stderr).toContain('was removed or replaced while it was written');
    expect((await server.query('SELECT count(*)::int AS n FROM ledger'))[0]?.['n']).toBeLessThan(20);
    expect(code).toBe(4);
  });
});

describe('a folder that can not be used', () => {
  it.each<[string, () => { dir: string; as?: readonly string[] }, RegExp]>([
    ['there is no permission', () => {
      const locked = mkdtempSync(join(scratch(), 'locked-'));
      chmodSync(locked, 0o555);
      return { dir: join(locked, 'session'), as: ROOT ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [] };
    }, /can not be written: permission denied \(EACCES\): give a folder that this user may write: `--session-dir DIR`/],
    ['it is a file', () => {
      const file = join(mkdtempSync(join(scratch(), 'file-')), 'session');
      writeFileSync(file, '');
      return { dir: join(file, 'below') };
    }, /can not be written: a part of its path is a file \((EEXIST|ENOTDIR)\): give another folder: `--session-dir DIR`/],
    ['nothing can be made there', () => ({ dir: '/proc/ostiary/session' }), /can not be written: the folder is not there \(ENOENT\): create it, or give another: `--session-dir DIR`/],
    ['there is a recording in it', () => {
      const dir = join(mkdtempSync(join(scratch(), 'used-')), 'session');
      mkdirSync(dir);
      writeFileSync(join(dir, 'session.jsonl'), '');
      return { dir };
    }, /there is a recording at `.*` already: give each session a folder of its own: `--session-dir DIR`/],
  ])('because %s starts nothing', async (_name, prepare, message) => {
    const { dir, as } = prepare();
    const { code, stdout, stderr } = await run(dir, ['echo', 'started'], as);
    expect([code, stdout]).toEqual([125, '']);
    expect(stderr).toMatch(message);
  });
});

describe('session verify and replay, as a user meets them', () => {
  it('exports a long recording without a word, however often the disk is slower', async () => {
    const folder = mkdtempSync(join(scratch(), 'export-'));
    writeFileSync(join(folder, 'session.jsonl'), fileOf(await recorded(Array.from({ length: 3000 }, (_, n) => decided(n + 1)))));
    const { code, stderr } = await spawned(process.execPath, [CLI, 'session', 'export', join(folder, 'session.jsonl'), '--format', 'csv', '--out', join(folder, 'out.csv')], { environment: process.env });
    expect([code, stderr]).toEqual([0, '']);
  });

  it('writes nothing that a terminal obeys, as JSON either', async () => {
    const file = join(mkdtempSync(join(scratch(), 'json-')), 'session.jsonl');
    writeFileSync(file, fileOf(await recorded([], { header: { ...HEADER, prompter: 'é\u009b2J\u202e\u{e0041}\u001b[2J' } })));
    const { code, stdout } = await spawned(process.execPath, [CLI, 'session', 'verify', '--json', file], { environment: process.env });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^[\x20-\x7e]+\n$/u)]);
    expect(JSON.parse(stdout)).toMatchObject({ header: { prompter: 'é\u009b2J\u202e\u{e0041}\u001b[2J' } });
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['nothing to do', [], 2, /^ostiary: `session` needs to know what to do: it is `session verify FILE`, `session replay FILE`, `session export FILE` or `session index DIR`\n$/],
    ['another word', ['sign', 'x'], 2, /`session sign` is not a command/],
    ['no file', ['verify'], 2, /`session verify` takes one file/], ['two files', ['replay', 'a', 'b'], 2, /`session replay` takes one file/],
    ['a file that is missing', ['verify', '/nowhere/session.jsonl'], 2, /there is no recording at `\/nowhere\/session.jsonl`/], ['the same to replay', ['replay', '/nowhere/session.jsonl'], 2, /there is no recording at/],
    ['a folder', ['verify', '.'], 2, /`\.` is a folder: give the path that `run` printed, `…\/session.jsonl`/], ['the same to replay', ['replay', '.'], 2, /`\.` is a folder/],
    ['what is no recording', ['verify', 'package.json'], 1, /^altered: line 1 \(event 0\) is not as it was recorded: it is not JSON, so this is no recording/], ['the same to replay', ['replay', 'package.json'], 1, /^altered: line 1/],
    ['an empty file', ['verify', '/dev/null'], 1, /^incomplete: there is no whole line in it/], ['an unknown flag', ['verify', '--jsn', 'x'], 2, /did you mean `--json`/],
  ])('%s', async (_name, words, code, message) => {
    const result = await spawned(process.execPath, [CLI, 'session', ...words], { environment: { PATH: process.env.PATH } });
    expect([result.code, `${result.stderr}${result.stdout}`]).toEqual([code, expect.stringMatching(message)]);
  });

  it('verifies on another machine: the file, its envelope and a public key, in a folder of their own, without a variable, a network or what made them', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = join(mkdtempSync(join(scratch(), 'key-')), 'signing.pem');
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    const dir = join(mkdtempSync(join(scratch(), 'made-')), 'session');
    const made = await run(dir, ['psql', '-XAtqc', 'INSERT INTO ledger VALUES (1)'], [], `record: { key: "file:${key}" }`);
    expect(made.code).toBe(0);
    const there = mkdtempSync(join(scratch(), 'there-'));
    for (const name of ['session.jsonl', 'session.jsonl.dsse.json']) renameSync(join(dir, name), join(there, name));
    for (const gone of [dir, key]) rmSync(gone, { recursive: true });
    writeFileSync(join(there, 'trusted.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(join(there, 'other.pem'), generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
    // Root alone may make a network without a way out; for others an empty environment has to do.
    const verify = (pem: string): ReturnType<typeof spawned> => {
      const [file = '', ...args] = [...(ROOT ? ['unshare', '--net'] : []), process.execPath, CLI, 'session', 'verify', '--key', pem, 'session.jsonl'];
      return spawned(file, args, { environment: ROOT ? { PATH: '/usr/bin:/bin' } : {}, cwd: there });
    };
    expect(await verify('trusted.pem')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^signed: all \d+ lines follow each other and the counts agree, and the key `[0-9a-f]{16}` that you trust signed exactly this file\n$/u) });
    // Whoever names keys asks whether one of them vouches.
    expect(await verify('other.pem')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^unsigned: .* which is none of those that you trust, so nobody vouches for it\n$/u) });
    writeFileSync(join(there, 'session.jsonl'), readFileSync(join(there, 'session.jsonl'), 'utf8').replace('INSERT', 'INSERt'));
    expect(await verify('trusted.pem')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^altered: line \d+ \(event \d+\) is not as it was recorded: [^\n]+\n$/u) });
  });

  it('is checked by hand as the documentation says, without Ostiary', async () => {
    const script = /By hand[^`]*`sha256sum`[^`]*`jq`[^`]*```sh\n(.*?)\n```/su.exec(readFileSync('docs/recording.md', 'utf8'))?.[1] ?? '';
    const folder = mkdtempSync(join(scratch(), 'hand-'));
    // For machines without jq: the three things that are asked of it.
    const shim = join(folder, 'jq');
    writeFileSync(shim, `#!/bin/sh\nexec ${process.execPath} -e 'const o = JSON.parse(require("fs").readFileSync(0)); console.log(process.argv[1] === "-r" ? o.prev : JSON.stringify([o.type, o.count, o.outcome]))' -- "$@"\n`, { mode: 0o755 });
    const byHand = async (lines: readonly string[]): Promise<string> => {
      writeFileSync(join(folder, 'session.jsonl'), fileOf([...lines]));
      return (await spawned('bash', ['--norc', '-c', script], { environment: { PATH: `${process.env.PATH}:${folder}` }, cwd: folder })).stdout;
    };
    const lines = await recorded([decided(1), decided(2)]);
    expect(await byHand(lines)).toBe(`["end",${lines.length - 1},"ok"]\n`);
    expect(await byHand(lines.map((line) => line.replace('"operation":1', '"operation":3')))).toMatch(/^broken before: \{"seq":\d+/u);
    expect(await byHand(lines.slice(0, -1))).not.toMatch(/"end"/u);
  });

  it('tells a recording without colour where there is no terminal or NO_COLOR says so, and does not mind a reader who leaves', async () => {
    const dir = join(mkdtempSync(join(scratch(), 'ok-')), 'session');
    await run(dir, ['psql', '-X', '-f', script(inserts)]);
    const file = join(dir, 'session.jsonl');
    const sh = (line: string, more: Record<string, string> = {}): Promise<{ code: number | null; stdout: string; stderr: string }> =>
      spawned('bash', ['--norc', '-o', 'pipefail', '-c', line], { environment: { PATH: process.env.PATH, TERM: 'xterm', ...more } });
    const replay = `${process.execPath} ${CLI} session replay`;
    const inTerminal = `script -qec "stty cols 60; ${replay} ${file}" /dev/null`;
    expect((await sh(`${replay} ${file}`)).stdout).not.toContain('\u001b');
    const painted = (await sh(inTerminal)).stdout;
    expect(painted).toContain('\u001b[32mallow');
    expect(Math.max(...painted.replaceAll(/\u001b\[\d+m/gu, '').split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(60);
    expect((await sh(inTerminal, { NO_COLOR: '1' })).stdout).not.toContain('\u001b');
    expect((await sh(inTerminal, { NO_COLOR: '' })).stdout).toContain('\u001b[32mallow');
    const left = await sh(`${replay} ${file} | head -n 1`);
    expect([left.code, left.stderr, left.stdout]).toEqual([0, '', expect.stringMatching(/^session ost_/)]);
  });
});
