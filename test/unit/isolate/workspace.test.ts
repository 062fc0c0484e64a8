// SPDX-License-Identifier: Apache-2.0
//
// The patch is exactly what COMMAND changed, whatever it did to hide it; applied to the original it gives the copy.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRuntime } from '../../../src/core/runtime.js';
import { copyWorkspace, relocated, type WorkspaceCopy } from '../../../src/isolate/workspace.js';

const TOKEN = 'AUTHORIZATION: basic c2VjcmV0LXRva2Vu';
let base: string;
let workspace: string;
let sessionDir: string;

const git = (cwd: string, ...args: string[]): string => execFileSync('git', args, { cwd, stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH, HOME: base, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' } }).toString();
const repository = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'kept.txt'), 'one\n');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'first');
  git(folder, 'config', 'http.https://github.com/.extraheader', TOKEN);
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ostiary-test-'));
  workspace = join(base, 'repo');
  sessionDir = join(workspace, '.ostiary', 'sessions', 'ost_1');
  repository(workspace);
  mkdirSync(sessionDir, { recursive: true });
  writeFileSync(join(sessionDir, 'session.jsonl'), '{}\n');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const SECRET = 'ghs_0123456789abcdefghijklmnop';
const copied = (): Promise<WorkspaceCopy> => copyWorkspace({ workspace, sessionDir, secrets: [SECRET, 'one line\nand another'] }, mkdtempSync(join(base, 'home-')), systemRuntime);

describe('copyWorkspace', () => {
  it('brings back every kind of change: contents, binaries, modes, links, additions, deletions', async () => {
    writeFileSync(join(workspace, 'gone.txt'), 'x\n');
    writeFileSync(join(workspace, 'crlf.txt'), 'a\r\nb\r\n');
    writeFileSync(join(workspace, '.gitattributes'), '* text=auto filter=lfs\n*.bin -diff\n');
    const { path, patch } = await copied();
    const binary = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7) % 256));
    writeFileSync(join(path, 'kept.txt'), 'two\n');
    writeFileSync(join(path, 'crlf.txt'), 'a\nb\n');
    writeFileSync(join(path, 'data.bin'), binary);
    chmodSync(join(path, 'kept.txt'), 0o755);
    symlinkSync('/etc/passwd', join(path, 'link'));
    mkdirSync(join(path, 'deep', 'er'), { recursive: true });
    writeFileSync(join(path, 'deep', 'er', 'ü b.txt'), 'new\n');
    rmSync(join(path, 'gone.txt'));
    execFileSync('mkfifo', [join(path, 'pipe')]);
    const file = await patch();
    expect(file).toBe(join(sessionDir, 'changes.patch'));
    git(workspace, 'apply', file ?? '');
    expect(readFileSync(join(workspace, 'kept.txt'), 'utf8')).toBe('two\n');
    expect(readFileSync(join(workspace, 'crlf.txt'), 'utf8')).toBe('a\nb\n');
    expect(readFileSync(join(workspace, 'data.bin'))).toEqual(binary);
    expect(lstatSync(join(workspace, 'kept.txt')).mode & 0o111).not.toBe(0);
    expect(readlinkSync(join(workspace, 'link'))).toBe('/etc/passwd');
    expect(readFileSync(join(workspace, 'deep', 'er', 'ü b.txt'), 'utf8')).toBe('new\n');
    expect(existsSync(join(workspace, 'gone.txt'))).toBe(false);
    expect(lstatSync(file ?? '').mode & 0o077).toBe(0);
  });

  it.each<[string, (path: string) => void]>([
    ['a repository of its own around the change', (path) => git(join(path, 'src'), 'init', '-q')],
    ['one with a commit in it', (path) => { for (const folder of ['src', 'src/new']) { git(join(path, folder), 'init', '-q'); git(join(path, folder), 'add', '-A'); git(join(path, folder), 'commit', '-qm', 'x'); } }],
    ['a pointer to a repository', (path) => writeFileSync(join(path, 'src', '.git'), `gitdir: ${path}/.git\n`)],
    ['attributes', (path) => writeFileSync(join(path, '.gitattributes'), '*.txt filter=x diff=x -diff\n')],
    ['a file that nobody may read', (path) => chmodSync(join(path, 'src', 'a.txt'), 0)],
  ])('a change can not be hidden behind %s', async (_name, hide) => {
    mkdirSync(join(workspace, 'src'));
    writeFileSync(join(workspace, 'src', 'a.txt'), 'before\n');
    const { path, patch } = await copied();
    writeFileSync(join(path, 'src', 'a.txt'), 'after\n');
    mkdirSync(join(path, 'src', 'new'));
    writeFileSync(join(path, 'src', 'new', 'b.txt'), 'added\n');
    hide(path);
    const text = readFileSync((await patch()) ?? '', 'utf8');
    expect(text).toContain('-before\n+after\n');
    expect(text).toContain('+added\n');
    expect(text).not.toMatch(/\.git\/|Subproject|160000/u);
  });

  it('sees changes inside of a second checkout, and takes the token out of its repository too', async () => {
    repository(join(workspace, 'tools', 'lib'));
    const { path, patch } = await copied();
    expect(git(join(path, 'tools', 'lib'), 'log', '--format=%s').trim()).toBe('first');
    for (const place of ['.git', 'tools/lib/.git']) expect(readFileSync(join(path, place, 'config'), 'utf8')).not.toContain('AUTHORIZATION');
    writeFileSync(join(path, 'tools', 'lib', 'kept.txt'), 'two\n');
    expect(readFileSync((await patch()) ?? '', 'utf8')).toMatch(/a\/tools\/lib\/kept\.txt[\s\S]*-one\n\+two/u);
  });

  it('leaves out what is ignored, but not a file of the project that is ignored by name', async () => {
    writeFileSync(join(workspace, '.gitignore'), 'build/\n*.env\n');
    writeFileSync(join(workspace, 'shared.env'), 'A=1\n');
    git(workspace, 'add', '-f', 'shared.env');
    const { path, patch } = await copied();
    mkdirSync(join(path, 'build'));
    writeFileSync(join(path, 'build', 'out.js'), 'x');
    writeFileSync(join(path, 'shared.env'), 'A=2\n');
    const text = readFileSync((await patch()) ?? '', 'utf8');
    expect(text).toContain('+A=2');
    expect(text).not.toContain('build/');
  });

  it('copies neither the recording nor a repository that is a link or a pointer', async () => {
    const elsewhere = join(base, 'elsewhere');
    repository(elsewhere);
    rmSync(join(workspace, '.git'), { recursive: true });
    symlinkSync(join(elsewhere, '.git'), join(workspace, '.git'));
    const { path } = await copied();
    expect(existsSync(join(path, '.git'))).toBe(false);
    expect(existsSync(join(path, '.ostiary', 'sessions', 'ost_1'))).toBe(false);
    expect(git(elsewhere, 'config', '--get', 'http.https://github.com/.extraheader').trim()).toBe(TOKEN);
  });

  it('takes no settings from a repository that the workspace points to', async () => {
    const [elsewhere, ran] = [join(base, 'elsewhere'), join(base, 'ran')];
    repository(elsewhere);
    writeFileSync(join(base, 'program'), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
    git(elsewhere, 'config', 'core.fsmonitor', join(base, 'program'));
    writeFileSync(join(workspace, '.git', 'commondir'), `${elsewhere}/.git\n`);
    git(workspace, 'status');
    expect(existsSync(ran)).toBe(true);
    rmSync(ran);
    const { path, patch } = await copied();
    writeFileSync(join(path, 'kept.txt'), 'two\n');
    expect(await patch()).not.toBeNull();
    expect([existsSync(ran), existsSync(join(path, '.git', 'commondir'))]).toEqual([false, false]);
  });

  it("leaves out what holds a token of the job, which steps before it write, and does not call that a change", async () => {
    writeFileSync(join(workspace, 'gha-creds-1f.json'), JSON.stringify({ headers: { Authorization: `Bearer ${SECRET}` } }));
    mkdirSync(join(workspace, 'a folder'), { recursive: true });
    writeFileSync(join(workspace, 'a folder', 'x\ny'), Buffer.concat([Buffer.from([0, 1]), Buffer.from(SECRET)]));
    writeFileSync(join(workspace, 'README'), 'one line\n');
    const { path, withheld, patch } = await copied();
    expect([...withheld].sort()).toEqual(['a folder/x\ny', 'gha-creds-1f.json']);
    expect(withheld.map((file) => existsSync(join(path, file)))).toEqual([false, false]);
    expect(existsSync(join(path, 'README'))).toBe(true);
    expect(await patch()).toBeNull();
  });

  it('does not write through a link in the repository, and keeps a branch called config', async () => {
    const victim = join(base, 'victim');
    writeFileSync(victim, 'untouched\n');
    git(workspace, 'branch', 'config');
    rmSync(join(workspace, '.git', 'config'));
    symlinkSync(victim, join(workspace, '.git', 'config'));
    const { path } = await copied();
    expect(readFileSync(victim, 'utf8')).toBe('untouched\n');
    expect(git(path, 'branch', '--list', 'config').trim()).toBe('config');
  });

  it('says which name keeps it from comparing', async () => {
    const { path, patch } = await copied();
    mkdirSync(join(path, 'git~1'));
    writeFileSync(join(path, 'git~1', 'config'), 'x\n');
    await expect(patch()).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringContaining("invalid path 'git~1/config'") });
  });

  it('reads no terabytes that are not there, whatever they are called, unless they are ignored', async () => {
    writeFileSync(join(workspace, '.gitignore'), 'cache/\n');
    const { path, patch } = await copied();
    mkdirSync(join(path, 'cache'));
    const sparse = (name: Buffer): void => {
      writeFileSync(name, '');
      truncateSync(name, 2 ** 40);
    };
    sparse(Buffer.from(join(path, 'cache', 'model')));
    expect(await patch()).toBeNull();
    const hidden = Buffer.concat([Buffer.from(`${path}/disk-\n`), Buffer.from([0xff])]);
    sparse(hidden);
    await expect(patch()).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringMatching(/^the changes of the command can not be compared: with `disk-\?.` they are larger than 4 GiB$/u) });
    rmSync(hidden);
    // Each by itself is not too much.
    for (const name of ['a', 'b', 'c']) {
      writeFileSync(join(path, name), '');
      truncateSync(join(path, name), 1.5 * 2 ** 30);
    }
    await expect(patch()).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringContaining('with `c` they') });
  });

  it('refuses to copy a folder into itself', async () => {
    await expect(copyWorkspace({ workspace: base, sessionDir, secrets: [] }, join(base, 'home'), systemRuntime)).rejects.toMatchObject({ code: 'ISOLATION_FAILED', message: expect.stringContaining('holds the temporary folder') });
  });
});

describe('relocated', () => {
  it('moves what points into the workspace, and nothing else', () => {
    expect(relocated({ GITHUB_WORKSPACE: '/w/s', PATH: '/usr/bin:/w/s/node_modules/.bin:/w/share', OTHER: 'x /w/s' }, '/w/s', '/tmp/c')).toEqual({ GITHUB_WORKSPACE: '/tmp/c', PATH: '/usr/bin:/tmp/c/node_modules/.bin:/w/share', OTHER: 'x /w/s' });
  });
});
