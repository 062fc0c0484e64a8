// SPDX-License-Identifier: Apache-2.0
//
// COMMAND as another, unprivileged user: a spare numeric uid, no groups, no new privileges, no capabilities.
// Proves all of it with a probe before COMMAND starts, and refuses to start it otherwise. Never falls back.
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateError } from '../core/errors.js';
import type { ClosedFolder, IsolatedCommand, Isolation, IsolationRequest } from '../core/isolation.js';
import { manual } from '../core/documentation-links.js';
import { runProgram, type ProgramResult } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';
import { CARRYING, carriedText } from './environment-file.js';
import { closeInherited } from './descriptors.js';
import { END_ALL, endAll } from './end-processes.js';
import { PROBE, probeFailures, type ProbeFacts } from './probe.js';
import { processLimit } from './processes.js';
import { CARRIED, HAND_OVER, SET_MODES, TAKE_BACK } from './scripts.js';
import { copyWorkspace, relocated } from './workspace.js';

/** Spare uids come from here: above what distributions and user namespaces hand out by default, below `nobody` (65534). */
const FIRST_UID = 61_184;
const LAST_UID = 65_519;
const PLAIN_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Sockets that are root by another name. */
const ROOT_SOCKETS = ['/var/run/docker.sock', '/run/docker.sock', '/var/lib/lxd/unix.socket', '/var/snap/lxd/common/lxd/unix.socket', '/run/podman/podman.sock', '/run/containerd/containerd.sock'];

interface Tools {
  /** `sudo -n --` with its path, or nothing for root. */
  readonly elevate: readonly string[];
  readonly setpriv: string;
  readonly prlimit: string;
}

interface Made extends Tools {
  readonly uid: number;
  readonly home: string;
  readonly asRoot: (args: readonly string[]) => Promise<ProgramResult>;
}

/** `isolation: user`, on Linux, by root or by sudo without a password. `path`: where our own tools are, never the PATH of the job. */
export class UserIsolation implements Isolation {
  readonly #runtime: Runtime;
  readonly #platform: string;
  readonly #path: string;

  constructor(runtime: Runtime, platform: string, path = PLAIN_PATH) {
    this.#runtime = runtime;
    this.#platform = platform;
    this.#path = path;
  }

  async prepare(request: IsolationRequest): Promise<IsolatedCommand> {
    if (this.#platform !== 'linux') throw unavailable(`isolation \`user\` works on Linux only, not on \`${this.#platform}\``);
    await closeInherited();
    const tools = await this.#tools();
    const uid = await this.#spareUid();
    const home = await mkdtemp(join(tmpdir(), 'ostiary-work-'));
    const asRoot = (args: readonly string[]): Promise<ProgramResult> => this.#run([...tools.elevate, ...args]);
    const { isolated, undo } = await this.#build(request, { ...tools, uid, home, asRoot }).catch(async (thrown: unknown) => {
      await asRoot(['rm', '-rf', '--', home]);
      throw thrown;
    });
    try {
      await this.#prove(isolated, request, uid);
      return isolated;
    } catch (thrown) {
      // Nothing of COMMAND's has run.
      await undo();
      throw thrown;
    }
  }

  async #build(request: IsolationRequest, made: Made): Promise<{ readonly isolated: IsolatedCommand; undo(): Promise<void> }> {
    const { uid, home, asRoot } = made;
    const copy = request.mode === 'copy' ? await copyWorkspace(request, home, this.#runtime) : null;
    const userHome = join(home, 'home');
    await mkdir(userHome, { mode: 0o700 });
    const given = copy === null ? request.environment : relocated(request.environment, request.workspace, copy.path);
    const environment: Record<string, string> = { ...given, HOME: userHome, USER: String(uid), LOGNAME: String(uid), GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
    if (made.elevate.length > 0) await writeFile(join(home, CARRIED), carriedText(environment), { mode: 0o400 });
    const handedOver = await demand(script(HAND_OVER, [home, String(uid), copy?.path ?? '', made.prlimit], asRoot));
    const { before, kill } = becoming(await processLimit(handedOver.stdout.toString('utf8')), made);
    const killAll = (): Promise<void> => endAll(uid, kill, this.#runtime);
    // For as long as COMMAND runs nobody else enters the workspace: its `.git` has the job's token, and on GitLab everybody may write to it.
    const closed = [...(copy === null ? [] : [{ path: request.workspace, open: 'nothing' } as const]), ...request.closed];
    const reopen = await close(closed, asRoot);
    const undo = async (): Promise<void> => {
      await reopen();
      await demand(asRoot(['rm', '-rf', '--', home]));
    };
    const isolated: IsolatedCommand = {
      uid,
      withheld: copy?.withheld ?? [],
      cwd: copy?.path ?? request.workspace,
      environment,
      wrap: (argv) => {
        const [file, ...args] = [...before, ...argv];
        return { file: file ?? '', args };
      },
      collect: async () => {
        await killAll();
        if (copy === null) return null;
        await takeBack(copy.path, made);
        return copy.patch();
      },
      // What can't be ended finds every folder closed.
      dispose: async () => {
        await killAll();
        await undo();
      },
    };
    return { isolated, undo };
  }

  async #tools(): Promise<Tools> {
    const [setpriv, prlimit] = [await this.#locate('setpriv'), await this.#locate('prlimit')];
    if (setpriv === null || prlimit === null) throw unavailable(`isolation \`user\` needs \`${setpriv === null ? 'setpriv' : 'prlimit'}\` (util-linux), which is not here`);
    if (process.getuid?.() === 0) return { elevate: [], setpriv, prlimit };
    const sudo = await this.#locate('sudo');
    if (sudo !== null && (await this.#run([sudo, '-n', 'true'])).code === 0) return { elevate: [sudo, '-n', '--'], setpriv, prlimit };
    throw unavailable('isolation `user` needs root, or sudo without a password');
  }

  // INVARIANT: what runs as root is found by its place; an earlier step can put its own `setpriv` into PATH.
  async #locate(name: string): Promise<string | null> {
    for (const folder of this.#path.split(':')) {
      const file = join(folder, name);
      if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
    }
    return null;
  }

  async #spareUid(): Promise<number> {
    const taken = new Set<number>();
    for (const line of (await readFile('/etc/passwd', 'utf8')).split('\n')) taken.add(Number(line.split(':')[2]));
    for (const entry of await readdir('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      const owner = await stat(join('/proc', entry)).catch(() => null);
      if (owner !== null) taken.add(owner.uid);
    }
    for (let tries = 0; tries < 100; tries += 1) {
      const uid = FIRST_UID + (this.#runtime.random(4).readUInt32BE() % (LAST_UID - FIRST_UID + 1));
      if (!taken.has(uid)) return uid;
    }
    throw unavailable('there is no spare user id on this machine');
  }

  async #prove(isolated: IsolatedCommand, request: IsolationRequest, uid: number): Promise<void> {
    const { file, args } = isolated.wrap(['/bin/sh', '-c', PROBE, 'probe', String(process.pid), request.sessionDir, join(isolated.cwd, '.git'), request.mode === 'copy' ? request.workspace : '', ...ROOT_SOCKETS]);
    const result = await runProgram({ file, args, cwd: isolated.cwd, environment: { ...isolated.environment } }, this.#runtime);
    if (result.code !== 0) throw unavailable(`the isolation can not be proven: the probe ended with ${result.code ?? 'a signal'}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
    const facts = JSON.parse(result.stdout.toString('utf8')) as ProbeFacts;
    const failures = probeFailures(facts, uid);
    if (failures.length > 0) throw unavailable(`isolation \`user\` does not hold here: ${failures.join('; ')}`);
  }

  #run([file, ...args]: readonly string[]): Promise<ProgramResult> {
    return runProgram({ file: file ?? '', args, environment: { PATH: PLAIN_PATH, LC_ALL: 'C' } }, this.#runtime);
  }
}

/** What stands before the words of COMMAND, and how all that it started is ended; that says whether it could. */
function becoming(processes: number, { uid, home, elevate, setpriv, prlimit, asRoot }: Made): { readonly before: readonly string[]; kill(): Promise<boolean> } {
  const drop = [setpriv, `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
  const carrying = elevate.length === 0 ? [] : [...CARRYING, join(home, CARRIED)];
  return {
    before: [...elevate, prlimit, `--nproc=${processes}:${processes}`, ...drop, ...carrying],
    kill: async () => (await asRoot([...drop, '/bin/sh', '-c', END_ALL, String(uid)])).code === 0,
  };
}

// INVARIANT: nothing becomes ours, or part of the patch, but what COMMAND made. Where the kernel lets anybody link to any file (`fs.protected_hardlinks` is 0), such a link is the file.
async function takeBack(path: string, { uid, asRoot }: Made): Promise<void> {
  const taken = await demand(script(TAKE_BACK, [path, String(uid), String(process.getuid?.() ?? 0)], asRoot));
  const foreign = taken.stdout.toString('utf8').trim();
  if (foreign !== '') throw new GateError('ISOLATION_FAILED', `the command's copy holds a file of somebody else, \`${foreign.slice(path.length + 1)}\`, so its changes are not taken`, { hint: 'it linked to one that it may not read: set `fs.protected_hardlinks` to 1 on this machine' });
}

function script(text: string, args: readonly string[], asRoot: Made['asRoot']): Promise<ProgramResult> {
  return asRoot(['/bin/sh', '-c', text, 'ostiary', ...args]);
}

/** Returns what opens them again. */
async function close(folders: readonly ClosedFolder[], asRoot: Made['asRoot']): Promise<() => Promise<void>> {
  const closing: string[] = [];
  const opening: string[] = [];
  for (const { path, open } of folders) {
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    closing.push(open === 'nothing' ? 'go-rwx' : 'go-rw', path);
    opening.push((found.mode & 0o7777).toString(8), path);
  }
  const set = async (modes: readonly string[]): Promise<void> => {
    if (modes.length > 0) await demand(script(SET_MODES, modes, asRoot));
  };
  try {
    await set(closing);
    return () => set(opening);
  } catch (thrown) {
    await set(opening);
    throw thrown;
  }
}

async function demand(running: Promise<ProgramResult>): Promise<ProgramResult> {
  const result = await running;
  if (result.code !== 0) throw unavailable(`the isolated workspace can not be prepared: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
  return result;
}

function unavailable(message: string): GateError {
  return new GateError('ISOLATION_FAILED', message, { hint: `run where it is possible, or ask for \`--isolation none\` by name (${manual('SECURITY.md')} says what that gives up)` });
}
