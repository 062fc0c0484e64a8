// SPDX-License-Identifier: Apache-2.0
//
// PostgreSQL programs that are installed here, and a server of them in a private folder, on a free port of loopback. It is gone after `stop()`,
// and when this process ends in whatever way: a small shell holds our end of a pipe and ends the server when the pipe closes. Refuses to run
// as root, as PostgreSQL does: then it runs as the user `postgres`.
import type { ChildProcess } from 'node:child_process';
import { access, chown, constants, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { GateError, messageOf } from '../../core/errors.js';
import { runProgram } from '../../core/program.js';
import type { Runtime } from '../../core/runtime.js';
import { freePort } from '../demo/port.js';
import type { ScratchServer } from './server.js';

/** Where packages put them, a folder a version: Debian, Red Hat, Homebrew. */
const PLACES: readonly { readonly folder: string; readonly version: RegExp }[] = [
  { folder: '/usr/lib/postgresql', version: /^(\d+)$/ }, { folder: '/usr', version: /^pgsql-(\d+)$/ },
  { folder: '/opt/homebrew/opt', version: /^postgresql@(\d+)$/ }, { folder: '/usr/local/opt', version: /^postgresql@(\d+)$/ },
];
const INITDB_DEADLINE_MS = 60_000;

/** The folder of `initdb` and `postgres`, of the newest version that is installed; null when there is none. */
export async function findBinaries(path: string): Promise<string | null> {
  const installed = await Promise.all(PLACES.map(async ({ folder, version }) => {
    const names = await readdir(folder).catch(() => [] as string[]);
    return names.flatMap((name) => ({ bin: join(folder, name, 'bin'), version: Number(version.exec(name)?.[1] ?? 0) })).filter((one) => one.version > 0);
  }));
  const byVersion = installed.flat().sort((one, other) => other.version - one.version).map(({ bin }) => bin);
  for (const bin of [...byVersion, ...path.split(delimiter).filter((folder) => folder !== '')]) {
    if (await isExecutable(join(bin, 'initdb')) && await isExecutable(join(bin, 'postgres'))) return bin;
  }
  return null;
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(() => true, () => false);
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Starts a server of these programs; `user` is its superuser. It may not answer yet. */
export async function startBinaries(bin: string, user: string, runtime: Runtime): Promise<ScratchServer> {
  const owner = await serverUser(runtime);
  const folder = await mkdtemp(join(tmpdir(), 'ostiary-scratch-'));
  try {
    if (owner !== null) await chown(folder, owner.uid, owner.gid);
    const password = runtime.random(18).toString('hex');
    await initialise({ bin, folder, user, password, owner }, runtime);
    const port = await freePort();
    const keeper = runtime.spawn('/bin/sh', ['-c', KEEPER, 'keeper', folder, join(bin, 'postgres'), String(port)], {
      ...owner, cwd: folder, detached: true, env: ENVIRONMENT, stdio: ['pipe', 'ignore', 'ignore'],
    });
    keeper.stdin?.on('error', () => undefined);
    return { host: '127.0.0.1', port, user, password, tls: 'disable', own: true, ended: () => keeper.exitCode !== null || keeper.signalCode !== null, stop: () => stopKeeper(keeper) };
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true });
    throw thrown instanceof GateError ? thrown : new GateError('UPSTREAM_FAILED', `a scratch PostgreSQL can not be started from \`${bin}\`: ${messageOf(thrown)}`, { cause: thrown, hint: 'name a server with `--scratch postgres://…`' });
  }
}

const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };

async function initialise({ bin, folder, user, password, owner }: { bin: string; folder: string; user: string; password: string; owner: Owner | null }, runtime: Runtime): Promise<void> {
  const file = join(folder, 'password');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  if (owner !== null) await chown(file, owner.uid, owner.gid);
  const args = ['-D', join(folder, 'data'), '-U', user, '-E', 'UTF8', '--locale=C', '--no-sync', '-A', 'scram-sha-256', `--pwfile=${file}`];
  const { code, stderr } = await runProgram({ file: join(bin, 'initdb'), args, cwd: folder, environment: ENVIRONMENT, deadlineMs: INITDB_DEADLINE_MS, ...(owner === null ? {} : { owner }) }, runtime);
  if (code !== 0) throw new Error(`initdb ended with ${code ?? 'a signal'}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}

async function serverUser(runtime: Runtime): Promise<Owner | null> {
  if (process.getuid?.() !== 0) return null;
  const id = async (flag: string): Promise<number> => {
    const { code, stdout } = await runProgram({ file: 'id', args: [flag, 'postgres'], environment: ENVIRONMENT }, runtime);
    if (code !== 0) throw new GateError('UPSTREAM_FAILED', 'PostgreSQL does not run as root, and there is no user `postgres` to run it as', { hint: 'create one (`useradd --system postgres`), or name a server with `--scratch postgres://…`' });
    return Number(stdout.toString('utf8').trim());
  };
  return { uid: await id('-u'), gid: await id('-g') };
}

// $1 = folder, $2 = server, $3 = port. Ends the server and removes the folder when stdin closes, or the server ends by itself.
const KEEPER = `
cd "$1" || exit 1
exec 3<&0
"$2" -D "$1/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off 3<&- </dev/null >"$1/server.log" 2>&1 &
pid=$!
( cat <&3 >/dev/null; kill -QUIT $pid 2>/dev/null ) &
exec 3<&-
wait $pid
cd /
rm -rf "$1"
`;

function stopKeeper(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    keeper.once('exit', () => resolve());
    keeper.stdin?.end();
  });
}
