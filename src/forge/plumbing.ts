// SPDX-License-Identifier: Apache-2.0
//
// git's plumbing in one repository of this machine: commits by name, and programs of git that only read. Refuses to run what the repository's
// own settings or attributes ask for (external differs, text conversions, hooks, "treat as binary"), and to fetch what is not here.
import { join } from 'node:path';
import { GateError } from '../core/errors.js';
import { runProgram } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';
import { installedGit } from './git.js';

/** The largest diff of any forge is read in well under this. */
const DEADLINE_MS = 60_000;

/** What to do when a commit is missing that nobody named, but we ask for. */
const WAYS: Readonly<Record<string, string>> = {
  'origin/HEAD': 'name what to compare with, such as `--base main`, or let git ask `origin` for its default branch: `git remote set-head origin --auto`',
  HEAD: 'commit something first',
};

/** One repository, taken as bare so that no attribute of a work tree changes what a diff shows. */
export class Plumbing {
  readonly #git: string;
  readonly #folder: string;
  readonly #runtime: Runtime;
  readonly #environment: Readonly<Record<string, string>>;
  readonly historyHint: string;

  private constructor(parts: { git: string; folder: string; environment: Readonly<Record<string, string>>; runtime: Runtime; historyHint: string }) {
    this.#git = parts.git;
    this.#folder = parts.folder;
    this.#runtime = parts.runtime;
    this.#environment = parts.environment;
    this.historyHint = parts.historyHint;
  }

  static async at(folder: string, more: { runtime: Runtime; historyHint: string }): Promise<Plumbing> {
    const git = await installedGit();
    const plain = new Plumbing({ git, folder, environment: environmentWith([]), ...more });
    const found = await plain.run(['rev-parse', '--absolute-git-dir']);
    if (found.code !== 0) throw new GateError('INPUT_INVALID', `\`${folder}\` is not in a git repository`, { hint: 'check the repository out first' });
    const gitDir = found.stdout.toString('utf8').replace(/\n$/u, '');
    return new Plumbing({ git, folder: gitDir, environment: { ...environmentWith([['core.bare', 'true']]), GIT_DIR: gitDir, GIT_INDEX_FILE: join(gitDir, 'ostiary-no-index') }, ...more });
  }

  /** Full ids of commits, in the order asked; null for what is none here. */
  async commits(references: readonly string[]): Promise<readonly (string | null)[]> {
    // A name with a line feed in it would be two.
    if (references.some((reference) => /[\0\n]/u.test(reference))) return references.map(() => null);
    const answers = (await this.demand(['cat-file', '--batch-check=%(objectname)'], references.map((reference) => `${reference}^{commit}\n`).join(''))).toString('utf8').split('\n');
    return references.map((_, index) => (/^[0-9a-f]{40,64}$/u.test(answers[index] ?? '') ? (answers[index] as string) : null));
  }

  /** Why a commit is not to be had. */
  missing(reference: string): Promise<GateError> {
    return this.#missing(`there is no commit \`${reference}\` here`, WAYS[reference]);
  }

  /** The newest commit that both have. Throws INPUT_INVALID. */
  async mergeBase(base: { readonly commit: string; readonly called: string }, head: string): Promise<string> {
    const found = await this.run(['merge-base', base.commit, head]);
    if (found.code !== 0) throw await this.#missing(`\`${base.called}\` and \`${head.slice(0, 12)}\` have no commit in common here`);
    return found.stdout.toString('utf8').trim();
  }

  /** The commit that `of` was merged into; null when that can't be seen here. */
  async mergedInto({ commit, of }: { readonly commit: string; readonly of: string }): Promise<string | null> {
    const listed = await this.run(['rev-list', '--parents', '--max-count=1', '--end-of-options', commit]);
    const [, first, second, ...more] = listed.stdout.toString('utf8').trim().split(' ');
    return listed.code === 0 && first !== undefined && second === of && more.length === 0 ? first : null;
  }

  async #missing(what: string, way = 'fetch it first, or name another with `base` or `head`'): Promise<GateError> {
    const shallow = (await this.run(['rev-parse', '--is-shallow-repository'])).stdout.toString('utf8').trim() === 'true';
    return new GateError('INPUT_INVALID', shallow ? `${what}, in a shallow checkout` : what, { hint: shallow ? this.historyHint : way });
  }

  async demand(args: readonly string[], input?: string): Promise<Buffer> {
    const result = await this.run(args, input);
    if (result.code === 0) return result.stdout;
    throw new GateError('INPUT_INVALID', `the repository can not be read: ${result.stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? 'git ended without a word'}`, { hint: this.historyHint });
  }

  run(args: readonly string[], input?: string): ReturnType<typeof runProgram> {
    return runProgram({ file: this.#git, args: ['--no-replace-objects', ...args], cwd: this.#folder, environment: this.#environment, deadlineMs: DEADLINE_MS, ...(input === undefined ? {} : { input }) }, this.#runtime);
  }
}

function environmentWith(more: readonly (readonly [string, string])[]): Record<string, string> {
  const settings: readonly (readonly [string, string])[] = [
    ['safe.directory', '*'], ['core.hooksPath', '/dev/null'], ['core.fsmonitor', 'false'], ['core.attributesFile', '/dev/null'], ['protocol.allow', 'never'], ['gc.auto', '0'], ['maintenance.auto', 'false'],
    ['core.quotePath', 'true'], ...more,
  ];
  const numbered = settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key] as const, [`GIT_CONFIG_VALUE_${index}`, value] as const]);
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_GLOBAL: '/dev/null', GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(numbered),
  };
}
