// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileChange } from '../../../src/core/change.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import { LocalRepository, type LocalRepositoryOptions } from '../../../src/forge/local-repository.js';
import { parseDiff } from '../../../src/parse/diff/unified.js';

let folder: string;
const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example', ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null' } }).toString('utf8').trim();
const write = (path: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const commit = (): string => {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'x');
  return git('rev-parse', 'HEAD');
};
const open = (base = 'main', head = 'HEAD', where = folder, more: Partial<LocalRepositoryOptions> = {}): Promise<LocalRepository> => LocalRepository.open({ folder: where, base, head, historyHint: 'fetch more', runtime: systemRuntime, readDiff: parseDiff, ...more });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-repository-'));
  git('init', '--quiet', '--initial-branch=main');
  write('a.sql', 'select 1;\nselect 2;\n');
  write('old name.txt', 'one\ntwo\nthree\n');
  write('gone.txt', 'x\n');
  commit();
  git('checkout', '--quiet', '-b', 'feature');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('LocalRepository', () => {
  it('tells what became of every file', async () => {
    write('a.sql', 'select 1;\nselect 3;\n');
    write('dir/ü "x"\n.txt', 'new\n');
    git('mv', 'old name.txt', 'new name.txt');
    unlinkSync(join(folder, 'gone.txt'));
    symlinkSync('/etc/passwd', join(folder, 'link'));
    commit();
    const source = await open();
    expect([...(await source.paths())].sort()).toEqual(['a.sql', 'dir/ü "x"\n.txt', 'gone.txt', 'link', 'new name.txt', 'old name.txt']);
    const files = await source.files();
    expect(files.map(({ path, from, status, newMode }) => [path, from, status, newMode])).toEqual(expect.arrayContaining([
      ['a.sql', 'a.sql', 'modified', '100644'], ['dir/ü "x"\n.txt', null, 'added', '100644'], ['gone.txt', 'gone.txt', 'deleted', null], ['link', null, 'added', '120000'], ['new name.txt', 'old name.txt', 'renamed', null],
    ]));
    expect(files.find(({ path }) => path === 'a.sql')).toMatchObject({ added: [{ line: 2, text: 'select 3;' }], removed: [{ line: 2, text: 'select 2;' }] });
  });

  it('says of files that came or went what git\'s own diff says', async () => {
    for (const [path, content] of Object.entries({ 'no end.txt': 'a\nb', empty: '', crlf: 'x\r\ny\r\n', blank: '\n\n', 'bom.txt': '\ufeffx\n', late: `${'a'.repeat(8_000)}\0z\n` })) write(path, content);
    write('early', `${'a'.repeat(7_999)}\0z\n`);
    write('latin', Buffer.from([0xff, 0xe2, 0x0a, 0xe2]));
    write('large.txt', `${`${'a'.repeat(1_000_000)}\n`.repeat(5)}end`);
    write('large.bin', Buffer.alloc(4 * 1024 * 1024 + 1));
    unlinkSync(join(folder, 'gone.txt'));
    unlinkSync(join(folder, 'old name.txt'));
    symlinkSync('a.sql', join(folder, 'old name.txt'));
    commit();
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`);
    git('commit', '--quiet', '-m', 'module');
    const diff = parseDiff(execFileSync('git', ['diff', '--no-color', '-U0', '-M', '--full-index', 'main', 'feature'], { cwd: folder, maxBuffer: 1 << 28 }).toString('utf8'));
    const sorted = (files: readonly FileChange[]): readonly FileChange[] => [...files].sort((one, other) => (`${one.path} ${one.status}` < `${other.path} ${other.status}` ? -1 : 1));
    expect(sorted(await (await open('main', 'feature')).files())).toEqual(sorted((diff as { files: readonly FileChange[] }).files));
  });

  it('reads paths that are no UTF-8 as git spells them', async () => {
    execFileSync('sh', ['-c', 'printf x > "$(printf \'a\\377\')"'], { cwd: folder });
    write('b.txt', 'b\n');
    commit();
    const source = await open();
    expect(await source.paths()).toEqual([]);
    expect((await source.files()).map(({ path, added }) => [path, added.length])).toEqual([['a\ufffd', 1], ['b.txt', 1]]);
  });

  it('refuses to read more of a change than anybody reviews', async () => {
    for (let part = 0; part < 9; part += 1) write(`part${part}.bin`, Buffer.alloc(10, part));
    commit();
    const paths = Array.from({ length: 9 }, (_, part) => `part${part}.bin`);
    const limited = (all: number): Promise<LocalRepository> => open('main', 'HEAD', folder, { limits: { all, call: 25 } });
    await expect((await limited(89)).read('head', paths, 100)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', message: 'the files of the change hold 90 bytes, and no more than 89 are read' });
    await expect((await limited(89)).files()).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect((await (await limited(90)).read('head', paths, 100)).map((bytes) => bytes?.[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('compares with the merge base, so that what the base gained since is not part of the change', async () => {
    write('b.txt', 'b\n');
    commit();
    git('checkout', '--quiet', 'main');
    write('c.txt', 'c\n');
    commit();
    expect((await (await open('main', 'feature')).files()).map(({ path }) => path)).toEqual(['b.txt']);
  });

  it('reads bytes of either side, and nothing but files', async () => {
    write('a.sql', Buffer.from([0xff, 0x00]));
    symlinkSync('/etc/passwd', join(folder, 'link'));
    commit();
    const source = await open();
    expect(await source.read('head', ['a.sql', 'link', 'none', 'gone.txt'], 100)).toEqual([Buffer.from([0xff, 0x00]), null, null, Buffer.from('x\n')]);
    expect(await source.read('base', ['a.sql', 'a.sql'], 100)).toEqual([Buffer.from('select 1;\nselect 2;\n'), Buffer.from('select 1;\nselect 2;\n')]);
    expect(await source.read('base', ['a.sql'], 3)).toEqual([null]);
    expect(await source.list('head', ['a.sql', 'nothing'])).toEqual(['a.sql']);
  });

  it('is not told by the change what to show: attributes, differs, replaced objects', async () => {
    write('.gitattributes', '*.sql binary diff=evil -text\n');
    git('config', 'diff.evil.textconv', 'touch /tmp/never; cat');
    git('config', 'diff.external', 'false');
    write('a.sql', 'drop table a;\n');
    commit();
    const file = (await (await open()).files()).find(({ path }) => path === 'a.sql');
    expect(file).toMatchObject({ binary: false, added: [{ line: 1, text: 'drop table a;' }] });
  });

  it('says which history is missing', async () => {
    commit();
    const shallow = join(folder, 'shallow');
    git('clone', '--quiet', '--depth=1', `file://${folder}`, shallow);
    await expect(open('origin/main', 'HEAD', shallow)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: 'there is no commit `origin/main` here, in a shallow checkout', hint: 'fetch more' });
    await expect(open('nothing')).rejects.toMatchObject({ message: 'there is no commit `nothing` here', hint: expect.stringContaining('fetch it first') });
    await expect(open('--upload-pack=x')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(open('main', 'HEAD', tmpdir())).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('not in a git repository') });
  });

  it('takes the forge\'s own merge for what it does to its target, and for nothing else', async () => {
    write('b.txt', 'b\n');
    const head = commit();
    git('checkout', '--quiet', 'main');
    write('c.txt', 'c\n');
    const main = commit();
    git('merge', '--quiet', '--no-ff', '-m', 'merge', 'feature');
    const merge = git('rev-parse', 'HEAD');
    const baseOf = async (more: Partial<LocalRepositoryOptions>): Promise<string> => (await open('feature', 'HEAD', folder, more)).base;
    expect(await baseOf({ merge: { commit: merge, of: head } })).toBe(main);
    expect(await baseOf({ merge: { commit: merge, of: main } })).toBe(head);
    expect(await baseOf({ merge: { commit: head, of: head } })).toBe(head);
    expect((await (await open('feature', 'HEAD', folder, { merge: { commit: merge, of: head } })).files()).map(({ path }) => path)).toEqual(['b.txt']);
  });

  it('checks no other commit than the one expected', async () => {
    const head = commit();
    expect((await open('main', 'HEAD', folder, { expected: ['f'.repeat(40), head] })).head).toBe(head);
    await expect(open('main', 'HEAD', folder, { expected: ['f'.repeat(40)] })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(/^checked out is `[0-9a-f]{12}`, which is neither/u) });
  });
});
