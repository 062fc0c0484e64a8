// SPDX-License-Identifier: Apache-2.0
//
// `isolation: user` through the whole action, as root on a machine whose folders everybody may pass through: a hostile command looks for
// every way back that docs/attacks.md knows, and finds none. With `isolation: none` it finds them: the tests can fail.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CLI, cleanUp, policyText, scratch, spawned } from '../support/guarded.js';
import { runStep, startGitHub, type GitHubServer, type Step, type StepResult } from '../support/github-runner.js';
import { startPostgres, type Postgres } from '../support/postgres.js';

const GIT_TOKEN = 'AUTHORIZATION: basic dG9rZW4tb2YtdGhlLWpvYg==';
const DOCKER_GROUP = 61_001;
const SUDOER = `ostiary-sudoer-${process.pid}`;
/** Seconds that nobody else sleeps. */
const NAP = `86399.${process.pid}`;
let database: Postgres;
let server: GitHubServer;
let socket: string;
const engine = createServer();

beforeAll(async () => {
  database = await startPostgres({ version: 18 });
  server = await startGitHub((issuer) => `version: 1
default: deny
identities: { nightly: { issuer: "${issuer}", claims: { repository_id: "812364" } } }
resources:
  orders-db: { type: postgres, url: "postgres://127.0.0.1:${database.port}/postgres", credential: env:ORDERS_DB, allow_static: true }
rules: [{ id: reads, match: { principal: nightly, effect: read }, decide: allow }]
`);
  socket = join(scratch(), 'engine.sock');
  await new Promise<void>((resolve) => engine.listen(socket, resolve));
  execFileSync('chgrp', [String(DOCKER_GROUP), socket]);
  chmodSync(socket, 0o660);
});
afterAll(async () => {
  engine.close();
  await Promise.all([database?.stop(), server?.stop()]);
  cleanUp();
});

function checkout(workspace: string): void {
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: workspace, env: { PATH: process.env.PATH, HOME: workspace, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' } });
  writeFileSync(join(workspace, 'kept.txt'), 'one\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  git('config', 'http.https://github.com/.extraheader', GIT_TOKEN);
  chmodSync(workspace, 0o777);
  // What actions/checkout and google-github-actions/auth leave behind.
  writeFileSync(join(workspace, '../../_temp/git-credentials-8f14e45f.config'), GIT_TOKEN, { mode: 0o644 });
  writeFileSync(join(workspace, 'gha-creds-1f0c.json'), JSON.stringify({ credential_source: { headers: { Authorization: 'Bearer request-token-of-the-job' } } }), { mode: 0o640 });
}

const step = (command: string, more: Partial<Step> = {}): Promise<StepResult> =>
  runStep({ server, prepare: checkout, ...more, inputs: { command, ...more.inputs }, environment: { ORDERS_DB: `postgres:${database.password}`, GITHUB_TOKEN: 'ghs_reader', ...more.environment } });

/** Prints a word for every way that is open. $ORIGINAL: the workspace itself, not its copy. */
const SEARCH = `
ORIGINAL="$(dirname "$(dirname "$GITHUB_EVENT_PATH")")/shop/shop"
grep -qsE 'ORDERS_DB=|ghs_reader' /proc/[0-9]*/environ && echo found: environment
for line in $(grep -ls gate-process /proc/[0-9]*/cmdline); do
  process="\${line%/cmdline}"
  [ "$(tr '\\0' ' ' < "$line" | cut -d' ' -f3)" = gate-process ] || continue
  if head -c 1 "$process/maps" >/dev/null 2>&1; then echo found: memory; fi
  if kill -0 "\${process#/proc/}" 2>/dev/null; then echo found: signal; fi
done
env | grep -E 'ghs_reader|runtime-token|request-token' && echo found: variable
grep -rsqF AUTHORIZATION . "$ORIGINAL" && echo found: git token
cat "$RUNNER_TEMP"/git-credentials-* >/dev/null 2>&1 && echo found: git credentials
grep -rsqF 'Bearer request-token' . "$ORIGINAL" && echo found: cloud credentials
(: > "$ORIGINAL/planted") 2>/dev/null && echo found: original
(: > .git/hooks.x) 2>/dev/null && echo found: repository
(mv .git .git2) 2>/dev/null && echo found: moved repository
(echo outcome=ok >> "$RUNNER_TEMP/_runner_file_commands/set_output_1") 2>/dev/null && echo found: outputs
cat "$RUNNER_TEMP"/ostiary/sessions/*/session.jsonl >/dev/null 2>&1 && echo found: recording
test -w "$SOCKET" && echo found: engine
for open in /proc/$$/fd/*; do case "\${open##*/}" in 0|1|2) ;; *) [ -h "$open" ] && echo found: descriptor ;; esac; done
test "$(id -G)" = "$(id -g)" || echo found: groups
grep -q 'NoNewPrivs:.*1' /proc/self/status || echo found: privileges
grep -Eq 'Cap(Eff|Prm|Inh|Bnd|Amb):.*[1-9a-f]' /proc/self/status && echo found: capabilities
PGPASSWORD=wrong psql -qc 'SELECT 1' 2>/dev/null && echo found: any password
PGUSER=postgres psql -qc 'SELECT 1' 2>/dev/null && echo found: any user
setsid sleep ${NAP} >/dev/null 2>&1 </dev/null &
psql -XAtc "SELECT 'searched'"`;

const found = (result: StepResult): string[] => [...new Set(result.log.filter((line) => line.startsWith('found: ')).map((line) => line.slice(7)))].sort();
const sleepers = (): string[] => readdirSync('/proc').filter((pid) => {
  try {
    return /^\d+$/u.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `sleep\0${NAP}\0`;
  } catch {
    return false;
  }
});

describe('isolation user', () => {
  it('leaves a hostile command no way back', async () => {
    const result = await step(SEARCH, { environment: { SOCKET: socket }, leftOpen: '/etc/shadow' });
    expect([result.code, result.log.includes('searched')]).toEqual([0, true]);
    expect(found(result)).toEqual([]);
    expect(sleepers()).toEqual([]);
    expect(statSync(result.workspace).mode & 0o777).toBe(0o777);
  });

  it('takes nothing into the patch but what the command changed in its copy', async () => {
    const result = await step(`
echo two > kept.txt; head -c 300 /dev/urandom > data.bin; chmod +x data.bin; mkdir -p new/.git; echo x > new/.git/config; echo new > new/file
echo outside > ../escaped 2>/dev/null || echo outside > "$HOME/escaped"
rm -rf .git 2>/dev/null || true
ln -s "$GITHUB_EVENT_PATH" link`);
    const patch = readFileSync(result.outputs['patch'] ?? '', 'utf8');
    // Matches `diff --git a/kept.txt b/kept.txt`.
    expect([...patch.matchAll(/^diff --git a\/(\S+) b\//gmu)].map(([, name]) => name)).toEqual(['data.bin', 'kept.txt', 'link', 'new/file']);
    execFileSync('git', ['apply', result.outputs['patch'] ?? ''], { cwd: result.workspace });
    expect(readFileSync(join(result.workspace, 'new/file'), 'utf8')).toBe('new\n');
    expect(statSync(join(result.workspace, 'data.bin')).mode & 0o111).not.toBe(0);
  });

  it('never runs what an earlier step put into PATH as root', async () => {
    const shims = join(scratch(), 'shims');
    mkdirSync(shims);
    for (const name of ['setpriv', 'git', 'cp', 'chown', 'find', 'sh', 'id']) writeFileSync(join(shims, name), `#!/bin/sh\n[ "$(/usr/bin/id -u)" != 0 ] || : > ${shims}/ran-as-root\nexec /usr/bin/${name} "$@"\n`, { mode: 0o755 });
    const result = await step('id -u', { environment: { PATH: `${shims}:${process.env.PATH ?? ''}` } });
    expect(result.code).toBe(0);
    expect(readdirSync(shims)).not.toContain('ran-as-root');
  });
});

describe('isolation user, at a terminal', () => {
  it('leaves the keyboard of the terminal alone, which the shell reads next, and is told of Ctrl-C', async () => {
    const home = mkdtempSync(join(scratch(), 'terminal-'));
    const [policy, workspace, script, typed] = ['policy.yml', 'workspace', 'command.sh', 'typed'].map((name) => join(home, name)) as [string, string, string, string];
    mkdirSync(workspace);
    writeFileSync(policy, policyText({ server: database }));
    // 0x5412 is TIOCSTI: it types for whoever reads this terminal.
    writeFileSync(join(workspace, 'command.sh'), `perl -e 'print "typed\\n" if ioctl(STDIN, 0x5412, my $key = "x")'; echo began; sleep ${NAP}; echo went on\n`, { mode: 0o755 });
    const run = [process.execPath, CLI, 'run', '--local', '--policy', policy, '--session-dir', join(home, 'session'), '--', 'bash', '-c', './command.sh'];
    writeFileSync(script, `cd ${workspace}\n${run.map((word) => `'${word}'`).join(' ')}\necho "ended with $?"\n`);
    // Types Ctrl-C as soon as the command is there.
    const { stdout } = await spawned('/bin/sh', ['-c', `(until grep -qs ^began ${typed}; do sleep 0.05; done; printf '\\003') | script -qefc 'bash ${script}' ${typed}`], { environment: { PATH: process.env['PATH'], HOME: home, DB_CREDENTIAL: database.password } });
    expect(stdout).toContain('began');
    expect(stdout).not.toContain('typed');
    expect(stdout).not.toContain('went on');
    expect(stdout).toMatch(/^ended with 130\r?$/mu);
    expect(sleepers()).toEqual([]);
  });
});

describe('isolation none', () => {
  it('is found out by the same search, so that the search is worth something', async () => {
    const result = await step(SEARCH, { inputs: { isolation: 'none' }, environment: { SOCKET: socket }, leftOpen: '/etc/shadow' });
    for (const pid of sleepers()) process.kill(Number(pid));
    expect(found(result)).toEqual(expect.arrayContaining(['cloud credentials', 'engine', 'environment', 'git credentials', 'git token', 'memory', 'moved repository', 'outputs', 'privileges', 'recording', 'repository', 'signal']));
    expect(found(result)).not.toContain('any password');
    expect(found(result)).not.toContain('descriptor');
  });
});

// As on the machines that GitHub lends: not root, in the engine's group, sudo without a password.
describe('isolation user, by sudo', () => {
  const as = { uid: 61_002, groups: [DOCKER_GROUP] };

  beforeAll(() => {
    execFileSync('useradd', ['--uid', String(as.uid), '--user-group', '--no-create-home', SUDOER]);
    writeFileSync(`/etc/sudoers.d/${SUDOER}`, `${SUDOER} ALL=(ALL) NOPASSWD: NOSETENV: ALL\n`, { mode: 0o440 });
  });
  afterAll(() => {
    rmSync(`/etc/sudoers.d/${SUDOER}`, { force: true });
    execFileSync('userdel', [SUDOER]);
  });

  it('leaves a hostile command no way back', async () => {
    const result = await step(SEARCH, { as, environment: { SOCKET: socket }, leftOpen: '/etc/shadow' });
    expect([result.code, result.log.includes('searched')]).toEqual([0, true]);
    expect(found(result)).toEqual([]);
    expect(sleepers()).toEqual([]);
    expect(statSync(result.workspace).mode & 0o777).toBe(0o777);
  });

  it('brings back what the command changed, and nothing of it stays', async () => {
    const result = await step('git log --oneline | wc -l; echo two > kept.txt; mkdir -m 0700 new; echo new > new/file; echo "$HOME"', { as });
    const patch = readFileSync(result.outputs['patch'] ?? '', 'utf8');
    expect([...patch.matchAll(/^diff --git a\/(\S+) b\//gmu)].map(([, name]) => name)).toEqual(['kept.txt', 'new/file']);
    expect(statSync(result.outputs['patch'] ?? '')).toMatchObject({ uid: as.uid });
    expect(existsSync(result.log.find((line) => line.includes('ostiary-work-')) ?? '')).toBe(false);
  });

  it('gives the command the environment that it is promised, whatever sudo would make of it', async () => {
    // As actions/setup-python leaves it.
    const python = join(scratch(), 'python');
    mkdirSync(python, { mode: 0o755 });
    writeFileSync(join(python, 'libpython3.12.so.1.0'), '');
    const carried = { PYTHONPATH: '/opt/python', LD_LIBRARY_PATH: python, TMPDIR: '/var/tmp', PERL5LIB: "it's \n\"$HOME\" `id` \\ \u00C1 \u3042", UID: '7', EMPTY: '' };
    const result = await step('/usr/bin/env -0 | base64 -w0; echo', { as, environment: { ...carried, PATH: `/opt/first:${process.env['PATH'] ?? ''}` } });
    expect([result.code, result.annotations]).toEqual([0, []]);
    const seen = Object.fromEntries(Buffer.from(result.log.find((line) => /^[A-Za-z0-9+/=]{200,}$/u.test(line)) ?? '', 'base64').toString('utf8').split('\0').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const { UID: _own, ...rest } = carried;
    expect(seen).toMatchObject({ ...rest, PATH: expect.stringMatching(/^\/opt\/first:/u), PGHOST: '127.0.0.1' });
    expect(Object.keys(seen).filter((name) => name.startsWith('SUDO_'))).toEqual([]);
  });

  it('ends the command and seals when the job is cancelled', async () => {
    const result = await step(`echo began; exec sleep ${NAP}`, { as, cancel: { name: 'SIGINT', said: /^began$/mu } });
    expect([result.code, result.outputs['outcome'], result.annotations]).toEqual([130, 'failed', []]);
    expect(sleepers()).toEqual([]);
    expect(result.events.at(-1)?.type).toBe('end');
  });
});

describe('a user who is not root and has no sudo', () => {
  const as = { uid: 61_000, groups: [DOCKER_GROUP] };

  it('is told that isolation is not to be had, and what to ask for', async () => {
    const result = await step('echo ran', { as });
    expect([result.code, result.outputs]).toEqual([125, { outcome: 'error' }]);
    expect(result.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(/^isolation `user` needs root, or sudo without a password: .*isolation.*none/u)]);
    expect(result.log).not.toContain('ran');
  });

  it('can run without isolation, by name', async () => {
    const result = await step('psql -XAtc "SELECT 1"; id -u', { as, inputs: { isolation: 'none' } });
    expect([result.code, result.log.includes('61000')]).toEqual([0, true]);
  });
});
