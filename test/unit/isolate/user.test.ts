// SPDX-License-Identifier: Apache-2.0
//
// The real thing, on Linux as root or with sudo: another user, a copied workspace, a patch.
import { execFileSync, type SpawnOptions } from 'node:child_process';
import { chmodSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../../src/core/program.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import type { IsolatedCommand } from '../../../src/core/isolation.js';
import { END_ALL } from '../../../src/isolate/end-processes.js';
import { NoIsolation } from '../../../src/isolate/none.js';
import { probeFailures, type ProbeFacts } from '../../../src/isolate/probe.js';
import { UserIsolation } from '../../../src/isolate/user.js';

const TOKEN = 'AUTHORIZATION: basic c2VjcmV0LXRva2Vu';
let base: string;
let workspace: string;
let sessionDir: string;
let isolated: IsolatedCommand | null = null;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ostiary-test-'));
  // Others may pass through, as on most runners.
  chmodSync(base, 0o755);
  workspace = join(base, 'repo');
  sessionDir = join(base, 'session');
  mkdirSync(workspace);
  mkdirSync(sessionDir, { mode: 0o700 });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, env: { PATH: process.env.PATH, HOME: base, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' } });
  git('init', '-q');
  writeFileSync(join(workspace, 'kept.txt'), 'one\n');
  git('add', '-A');
  git('commit', '-qm', 'first');
  git('config', 'http.https://github.com/.extraheader', TOKEN);
  writeFileSync(join(workspace, '.git', 'hooks', 'post-checkout'), '#!/bin/sh\n');
});

afterEach(async () => {
  await isolated?.dispose();
  isolated = null;
  rmSync(base, { recursive: true, force: true });
});

async function sh(command: IsolatedCommand, script: string): Promise<string> {
  const { file, args } = command.wrap(['sh', '-c', script]);
  const result = await runProgram({ file, args, cwd: command.cwd, environment: { ...command.environment } }, systemRuntime);
  return result.stdout.toString('utf8').trim();
}

/** Those that have not ended. */
const processesOf = (uid: number): string[] => readdirSync('/proc').filter((pid) => {
  try {
    return /^\d+$/u.test(pid) && statSync(`/proc/${pid}`).uid === uid && !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
});

describe('UserIsolation', () => {
  const prepare = async (): Promise<IsolatedCommand> => {
    isolated = await new UserIsolation(systemRuntime, 'linux').prepare({ workspace, mode: 'copy', environment: { PATH: process.env.PATH ?? '', VISIBLE: 'yes' }, sessionDir, closed: [], secrets: [] });
    return isolated;
  };

  it('runs the command as a user without groups, privileges or a way back', async () => {
    const command = await prepare();
    expect(await sh(command, 'id -u')).toBe(String(command.uid));
    expect(await sh(command, 'sed -n "s/^Groups:[[:space:]]*//p" /proc/self/status')).toBe('');
    expect(await sh(command, 'sed -n "s/^NoNewPrivs:[[:space:]]*//p" /proc/self/status')).toBe('1');
    expect(await sh(command, `cat /proc/${process.pid}/environ >/dev/null 2>&1 && echo read || echo refused`)).toBe('refused');
    expect(await sh(command, 'echo $VISIBLE')).toBe('yes');
  });

  it('gives it a repository that it can read but not change, without the token and the hooks', async () => {
    const command = await prepare();
    expect(await sh(command, 'git log --format=%s')).toBe('first');
    expect(await sh(command, 'cat .git/config')).not.toContain('AUTHORIZATION');
    expect(await sh(command, 'ls .git/hooks 2>/dev/null | wc -l')).toBe('0');
    expect(await sh(command, 'echo x > .git/config 2>/dev/null && echo wrote || echo refused')).toBe('refused');
    expect(await sh(command, 'mv .git gone 2>/dev/null && echo moved || echo refused')).toBe('refused');
  });

  it('brings back what it changed as a patch and leaves the workspace alone', async () => {
    const command = await prepare();
    await sh(command, 'echo two >> kept.txt; echo new > added.txt');
    const patch = await command.collect();
    expect(patch).toBe(join(sessionDir, 'changes.patch'));
    expect(readFileSync(patch ?? '', 'utf8')).toContain('+two');
    expect(readFileSync(join(workspace, 'kept.txt'), 'utf8')).toBe('one\n');
    execFileSync('git', ['apply', patch ?? ''], { cwd: workspace });
    expect(readFileSync(join(workspace, 'added.txt'), 'utf8')).toBe('new\n');
  });

  it('says so when nothing changed, and leaves nothing behind', async () => {
    const command = await prepare();
    expect(await command.collect()).toBeNull();
    await command.dispose();
    expect(existsSync(command.cwd)).toBe(false);
    isolated = null;
  });

  it('closes the workspace itself while the command runs, and opens it again', async () => {
    chmodSync(workspace, 0o777);
    const command = await prepare();
    expect(await sh(command, `cat ${workspace}/.git/config ${workspace}/kept.txt 2>/dev/null; touch ${workspace}/x 2>/dev/null && echo wrote || echo refused`)).toBe('refused');
    await command.dispose();
    isolated = null;
    expect(statSync(workspace).mode & 0o7777).toBe(0o777);
  });

  it('closes folders in which steps leave credentials, wholly or but for paths that are known, and opens them again', async () => {
    const [known, closed] = [join(base, 'temp'), join(base, 'repo.tmp')];
    for (const folder of [known, closed]) {
      mkdirSync(folder, { mode: 0o755 });
      writeFileSync(join(folder, 'file'), 'secret', { mode: 0o644 });
    }
    isolated = await new UserIsolation(systemRuntime, 'linux').prepare({
      workspace, mode: 'shared', environment: { PATH: process.env.PATH ?? '' }, sessionDir, secrets: [],
      closed: [{ path: known, open: 'known paths' }, { path: closed, open: 'nothing' }, { path: join(base, 'absent'), open: 'nothing' }],
    });
    expect(await sh(isolated, `for at in ${known} ${closed}; do ls $at 2>/dev/null || echo refused; cat $at/file 2>/dev/null || echo refused; echo; done`)).toBe('refused\nsecret\nrefused\nrefused');
    await isolated.dispose();
    isolated = null;
    expect([known, closed].map((folder) => statSync(folder).mode & 0o777)).toEqual([0o755, 0o755]);
  });

  it.each(['link', 'deep/.git/link'])('takes nothing of somebody else for a change, where anybody may link to any file (%s)', async (place) => {
    const other = join(base, 'other');
    writeFileSync(other, 'of somebody else\n', { mode: 0o600 });
    const before = statSync(other);
    const command = await prepare();
    await sh(command, 'mkdir -p deep/.git && chmod 777 deep/.git && echo two > kept.txt');
    linkSync(other, join(command.cwd, place));
    await expect(command.collect()).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringContaining(`a file of somebody else, \`${place}\``), hint: expect.stringContaining('fs.protected_hardlinks') });
    expect([statSync(other).uid, statSync(other).mode]).toEqual([before.uid, before.mode]);
  });

  it('ends every process of the command, though it has as many as it may', async () => {
    // Our own limit, in our own process: the kernel asks nobody but COMMAND's user to keep it.
    const limited = (...args: string[]): string => execFileSync('prlimit', ['--pid', String(process.pid), ...args], { encoding: 'utf8' });
    const before = limited('--nproc', '--output=SOFT,HARD', '--noheadings', '--raw').trim().split(' ');
    limited('--nproc=60:');
    try {
      const command = await prepare();
      await sh(command, 'for i in $(seq 80); do setsid sleep 600 </dev/null >/dev/null 2>&1 & done; exit 0');
      expect(processesOf(command.uid ?? 0).length).toBeGreaterThan(20);
      expect(processesOf(command.uid ?? 0).length).toBeLessThanOrEqual(30);
      await command.collect();
      expect(processesOf(command.uid ?? 0)).toEqual([]);
    } finally {
      limited(`--nproc=${before[0]}:`);
    }
  });

  it('keeps every folder closed, and takes nothing, while a process of the command may live on', async () => {
    const kept = join(base, 'kept');
    mkdirSync(kept, { mode: 0o755 });
    const clock = { at: 0 };
    const deaf = { ...systemRuntime, monotonicMs: () => (clock.at += 6_000), spawn: (file: string, args: readonly string[], options: SpawnOptions) => systemRuntime.spawn(args.includes(END_ALL) ? '/bin/false' : file, args, options) };
    const command = await new UserIsolation(deaf, 'linux').prepare({ workspace, mode: 'copy', environment: {}, sessionDir, closed: [{ path: kept, open: 'nothing' }], secrets: [] });
    await expect(command.collect()).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringContaining('live on') });
    await expect(command.dispose()).rejects.toMatchObject({ code: 'ISOLATION_FAILED' });
    expect([kept, workspace].map((folder) => statSync(folder).mode & 0o077)).toEqual([0, 0]);
    expect(existsSync(join(sessionDir, 'changes.patch'))).toBe(false);
    rmSync(join(command.cwd, '..'), { recursive: true });
  });

  it("takes its own tools from their places, not from the command's PATH", async () => {
    const shims = join(base, 'shims');
    mkdirSync(shims);
    for (const name of ['setpriv', 'sudo', 'env', 'sh', 'id', 'sed', 'git', 'chown', 'find']) writeFileSync(join(shims, name), `#!/bin/sh\necho shim >> ${base}/ran\nexit 0\n`, { mode: 0o755 });
    isolated = await new UserIsolation(systemRuntime, 'linux').prepare({ workspace, mode: 'copy', environment: { PATH: `${shims}:/usr/bin:/bin` }, sessionDir, closed: [], secrets: [] });
    expect(isolated.wrap(['true']).file).toMatch(/^\/(usr\/)?(local\/)?s?bin\//u);
    expect(existsSync(join(base, 'ran'))).toBe(false);
  });

  it('fails without setpriv, and when setpriv drops nothing, and leaves nothing behind', async () => {
    const places = join(base, 'places');
    mkdirSync(places);
    const attempt = (): Promise<IsolatedCommand> => new UserIsolation(systemRuntime, 'linux', places).prepare({ workspace, mode: 'copy', environment: { PATH: '/usr/bin:/bin' }, sessionDir, closed: [], secrets: [] });
    await expect(attempt()).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringContaining('`setpriv`'), hint: expect.stringContaining('--isolation none') });
    cpSync('/usr/bin/prlimit', join(places, 'prlimit'));
    writeFileSync(join(places, 'setpriv'), '#!/bin/sh\nwhile [ "${1#--}" != "$1" ]; do shift; done\ncase "$*" in *kill*) ;; *) exec "$@" ;; esac\n', { mode: 0o755 });
    await expect(attempt()).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringMatching(/does not hold here: .*as uid 0.*privileges.*environment.*session folder/u) });
    writeFileSync(join(places, 'setpriv'), '#!/bin/sh\nexit 9\n', { mode: 0o755 });
    await expect(attempt()).rejects.toMatchObject({ message: expect.stringContaining('the probe ended with 9') });
    expect(statSync(workspace).mode & 0o777).toBe(0o755);
  });

  it('fails elsewhere than on Linux and names the way out', async () => {
    await expect(new UserIsolation(systemRuntime, 'darwin').prepare({ workspace, mode: 'copy', environment: {}, sessionDir, closed: [], secrets: [] })).rejects.toMatchObject({ code: 'ISOLATION_FAILED', hint: expect.stringContaining('--isolation none') });
  });
});

describe('NoIsolation', () => {
  it('still gives a copy and a patch when asked', async () => {
    isolated = await new NoIsolation(systemRuntime).prepare({ workspace, mode: 'copy', environment: { PATH: process.env.PATH ?? '' }, sessionDir, closed: [], secrets: [] });
    await sh(isolated, 'rm kept.txt');
    expect(readFileSync((await isolated.collect()) ?? '', 'utf8')).toContain('-one');
    expect(existsSync(join(workspace, 'kept.txt'))).toBe(true);
  });
});

describe('probeFailures', () => {
  const good: ProbeFacts = { uid: 62000, groups: '', noNewPrivileges: '1', capabilities: '0000000000000000', readsGate: false, readsSessions: false, writesRepository: false, readsOriginal: false, sudo: false, rootSockets: false, descriptors: false };
  it('is content with nobody in particular', () => {
    expect(probeFailures(good, 62000)).toEqual([]);
  });
  it.each<[string, Partial<ProbeFacts>]>([
    ['another uid', { uid: 0 }], ['a group', { groups: '999 ' }], ['privileges to gain', { noNewPrivileges: '0' }], ['capabilities', { capabilities: '00000000a80425fb' }],
    ['the gate to read', { readsGate: true }], ['sessions to read', { readsSessions: true }], ['a repository to write', { writesRepository: true }], ['the original to enter', { readsOriginal: true }], ['sudo', { sudo: true }], ['a container engine', { rootSockets: true }], ['an open file', { descriptors: true }],
  ])('objects to %s', (_name, fact) => {
    expect(probeFailures({ ...good, ...fact }, 62000)).toHaveLength(1);
  });
});
