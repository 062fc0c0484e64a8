// SPDX-License-Identifier: Apache-2.0
//
// git as a way to fetch one file of one branch, in a private folder, in an environment of our own making: no hooks, no system or user
// settings, no prompts, no proxies, one protocol. Refuses to show the credential to anybody: it is neither in an argument nor on disk.
import { constants } from 'node:fs';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateError } from '../core/errors.js';
import { runProgram } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';
import { forgeFailed, tooLarge } from './policy-file.js';

/** Never looked up in PATH, which an earlier step could have changed. */
const PLACES = ['/usr/bin/git', '/usr/local/bin/git', '/bin/git', '/opt/homebrew/bin/git'];
const QUICK_MS = 20_000;
/** The starter of the gate waits for a minute in all. */
const FETCH_MS = 40_000;
const HEAD = 'refs/ostiary/head';
const ACCESS = 'the user who started the pipeline has to be a member who may read code, and `CI_JOB_TOKEN` must not be set by anybody';

/** `url`: without a credential in it. `authorization`: value of the HTTP header. */
export interface Remote {
  readonly url: URL;
  readonly authorization: string;
}

/** One remote repository, seen through a private folder; `close` removes the folder. */
export class Git {
  readonly #git: string;
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #remote: Remote;
  readonly #runtime: Runtime;

  private constructor(parts: { git: string; folder: string; remote: Remote; runtime: Runtime }) {
    this.#git = parts.git;
    this.#folder = parts.folder;
    this.#remote = parts.remote;
    this.#runtime = parts.runtime;
    this.#environment = environmentFor(parts.remote, parts.folder);
  }

  static async open(remote: Remote, runtime: Runtime): Promise<Git> {
    const git = await installedGit();
    const folder = await mkdtemp(join(tmpdir(), 'ostiary-forge-'));
    const made = new Git({ git, folder, remote, runtime });
    try {
      await made.#run(['init', '--quiet', '--bare', '--template=', folder], QUICK_MS);
      await made.#run(['remote', 'add', 'origin', remote.url.href], QUICK_MS);
      return made;
    } catch (thrown) {
      await made.close();
      throw thrown;
    }
  }

  /** The branch that the remote's HEAD points at. */
  async defaultBranch(): Promise<string> {
    const listed = (await this.#run(['ls-remote', '--symref', 'origin', 'HEAD'], QUICK_MS)).toString('utf8');
    // Matches `ref: refs/heads/main\tHEAD`, misses a detached HEAD.
    const branch = /^ref: refs\/heads\/([^\s~^:?*[\\]+)\tHEAD$/mu.exec(listed)?.[1];
    if (branch === undefined || branch.startsWith('-')) throw forgeFailed('the repository has no default branch', 'push a first commit, and set a default branch');
    return branch;
  }

  /** Fetches the head of a branch (no history, files as they are asked for); returns its commit. */
  async fetchHead(branch: string): Promise<string> {
    await this.#run(['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--no-auto-gc', '--filter=blob:none', 'origin', `+refs/heads/${branch}:${HEAD}`], FETCH_MS);
    return (await this.#run(['rev-parse', '--verify', '--end-of-options', `${HEAD}^{commit}`], QUICK_MS)).toString('utf8').trim();
  }

  /** The bytes of a file of a fetched commit; null when there is none. Throws FORGE_FAILED on links, folders and large files. */
  async readFile(commit: string, path: string, maxBytes: number): Promise<Buffer | null> {
    const entry = (await this.#run(['ls-tree', '-z', '--full-tree', commit, '--', path], QUICK_MS)).toString('utf8');
    if (entry === '') return null;
    // Matches `100644 blob 0123…\t.ostiary/policy.yml\0`; links are 120000, submodules 160000.
    const blob = /^100(?:644|755) blob ([0-9a-f]{40,64})\t/u.exec(entry)?.[1];
    if (blob === undefined) throw forgeFailed(`\`${path}\` is not a file`, 'commit the policy as an ordinary file');
    const size = Number((await this.#run(['cat-file', '-s', blob], QUICK_MS)).toString('utf8'));
    if (!(size <= maxBytes)) throw tooLarge(path);
    return this.#run(['cat-file', 'blob', blob], QUICK_MS);
  }

  /** Every path of a fetched commit. */
  async paths(commit: string): Promise<readonly string[]> {
    return (await this.#run(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], QUICK_MS)).toString('utf8').split('\0').filter((path) => path !== '');
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #run(args: readonly string[], deadlineMs: number): Promise<Buffer> {
    const result = await runProgram({ file: this.#git, args, cwd: this.#folder, environment: this.#environment, deadlineMs }, this.#runtime).catch((thrown: unknown) => {
      throw thrown instanceof GateError ? forgeFailed(`the repository can not be read: ${thrown.message}`, 'GitLab may be disturbed; run again', thrown) : thrown;
    });
    if (result.code === 0) return result.stdout;
    throw forgeFailed(`the repository can not be read with git: ${this.#why(result.stderr)}`, ACCESS);
  }

  // git's last words, without what it was given.
  #why(stderr: string): string {
    const line = stderr.split('\n').map((text) => text.trim()).filter((text) => text !== '' && !text.startsWith('hint:')).at(-1) ?? 'git ended without a word';
    const secret = this.#remote.authorization.split(' ').at(-1) ?? '';
    return line.replaceAll(secret === '' ? '\0' : secret, '***').replace(/[\u0000-\u001f\u007f]/gu, ' ').slice(0, 300);
  }
}

function environmentFor(remote: Remote, folder: string): Record<string, string> {
  const settings: readonly (readonly [string, string])[] = [
    ['core.hooksPath', '/dev/null'], ['core.fsmonitor', 'false'], ['core.askPass', ''], ['credential.helper', ''], ['gc.auto', '0'], ['maintenance.auto', 'false'],
    ['protocol.allow', 'never'], [`protocol.${remote.url.protocol.replace(':', '')}.allow`, 'always'],
    ['http.followRedirects', 'false'], ['http.proxy', ''], ['http.sslVerify', 'true'], ['http.lowSpeedLimit', '1000'], ['http.lowSpeedTime', '15'],
    [`http.${remote.url.origin}/.extraHeader`, `Authorization: ${remote.authorization}`],
  ];
  const numbered = settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key] as const, [`GIT_CONFIG_VALUE_${index}`, value] as const]);
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: folder, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CEILING_DIRECTORIES: folder, GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(numbered),
  };
}

/** Where git is; throws FORGE_FAILED when it is nowhere. */
export async function installedGit(): Promise<string> {
  for (const place of PLACES) {
    const found = await access(place, constants.X_OK).then(() => true, () => false);
    if (found) return place;
  }
  throw forgeFailed('there is no git on this machine, and the policy is fetched with it', `install it into the job's image, as one of ${PLACES.join(', ')}`);
}
