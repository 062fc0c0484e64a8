// SPDX-License-Identifier: Apache-2.0
//
// The repository in a folder as a source of changes: commits, their difference and the bytes of files, by git's plumbing. Refuses to check
// anything out, to run what the repository's own settings or attributes ask for (external differs, text conversions, hooks, "treat as
// binary"), and to guess a history that was not fetched.
import { join } from 'node:path';
import type { ChangeSource, FileChange } from '../core/change.js';
import { GateError } from '../core/errors.js';
import { runProgram } from '../core/program.js';
import type { Runtime } from '../core/runtime.js';
import { installedGit } from './git.js';

/** The largest diff of any forge is read in well under this. */
const DEADLINE_MS = 60_000;
/** Paths a call: far below the limit of arguments of a process. */
const PATHS_A_CALL = 1_000;

/** Reads a unified diff; handed in, since rooms do not know each other. */
export type ReadDiff = (text: string) => { readonly kind: 'read'; readonly files: readonly FileChange[] } | { readonly kind: 'malformed'; readonly line: number; readonly why: string };

export interface LocalRepositoryOptions {
  /** Any folder of the work tree. */
  readonly folder: string;
  /** Branches, tags or commits. `base` is compared at its merge base with `head`. */
  readonly base: string;
  readonly head: string;
  /** Full ids that `head` has to be one of; empty: it may be any commit. */
  readonly expected?: readonly string[];
  /** When `head` is this commit, a merge of `of`, its first parent is the base. */
  readonly merge?: { readonly commit: string; readonly of: string } | null;
  /** How history is fetched that is not here, as the end of a sentence. */
  readonly historyHint: string;
  readonly runtime: Runtime;
  readonly readDiff: ReadDiff;
}

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly id: string;
  readonly size: number;
  readonly path: string;
}

/** A change between two commits of a repository on this machine. */
export class LocalRepository implements ChangeSource {
  readonly base: string;
  readonly head: string;
  readonly #git: Plumbing;
  readonly #readDiff: ReadDiff;

  private constructor(parts: { base: string; head: string; git: Plumbing; readDiff: ReadDiff }) {
    this.base = parts.base;
    this.head = parts.head;
    this.#git = parts.git;
    this.#readDiff = parts.readDiff;
  }

  /** Throws INPUT_INVALID when a commit is not there, is not the one expected, or the history between both was not fetched. */
  static async open({ folder, base, head, expected = [], merge = null, historyHint, runtime, readDiff }: LocalRepositoryOptions): Promise<LocalRepository> {
    const git = await Plumbing.at(folder, { runtime, historyHint });
    const headCommit = await git.commit(head);
    if (expected.length > 0 && !expected.includes(headCommit)) {
      throw new GateError('INPUT_INVALID', `checked out is \`${headCommit.slice(0, 12)}\`, which is neither the commit of this job nor the head of its pull or merge request`, { hint: 'leave out `ref` at the checkout, or name the commit with the input `head`' });
    }
    const target = merge !== null && merge.commit === headCommit ? await git.mergedInto(merge) : null;
    return new LocalRepository({ base: target ?? (await git.mergeBase(base, headCommit)), head: headCommit, git, readDiff });
  }

  async files(): Promise<readonly FileChange[]> {
    const diff = await this.#git.demand(['diff-tree', '-r', '-p', '-M', '-U0', '--no-color', '--no-ext-diff', '--no-textconv', '--full-index', '--ignore-submodules=none', '--src-prefix=a/', '--dst-prefix=b/', this.base, this.head]);
    if (diff.length === 0) return [];
    const answer = this.#readDiff(diff.toString('utf8'));
    if (answer.kind === 'malformed') throw new GateError('INTERNAL', `the diff of git can not be read at its line ${answer.line}: ${answer.why}`);
    return answer.files;
  }

  async read(side: 'base' | 'head', paths: readonly string[], maxBytes: number): Promise<readonly (Buffer | null)[]> {
    const entries = await this.#entries(this[side], paths);
    const wanted = paths.map((path) => entries.get(path)).map((entry) => (entry !== undefined && entry.type === 'blob' && entry.mode !== '120000' && entry.size <= maxBytes ? entry : null));
    const blobs = await this.#blobs([...new Set(wanted.flatMap((entry) => (entry === null ? [] : [entry.id])))]);
    return wanted.map((entry) => (entry === null ? null : (blobs.get(entry.id) ?? null)));
  }

  async list(side: 'base' | 'head', prefixes: readonly string[]): Promise<readonly string[]> {
    const listed = await this.#git.demand(['ls-tree', '-r', '-z', '--name-only', '--full-tree', this[side], '--', ...prefixes]);
    return listed.toString('utf8').split('\0').filter((path) => path !== '');
  }

  async #entries(commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
    const entries = new Map<string, Entry>();
    for (let from = 0; from < paths.length; from += PATHS_A_CALL) {
      const listed = await this.#git.demand(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...paths.slice(from, from + PATHS_A_CALL)]);
      for (const line of listed.toString('utf8').split('\0')) {
        // One match: `100644 blob 0123…      42\tsrc/a.ts`; submodules have `-` for a size.
        const found = /^([0-7]{6}) ([a-z]+) ([0-9a-f]{40,64}) +(\d+|-)\t([\s\S]+)$/u.exec(line);
        if (found === null) continue;
        const [, mode = '', type = '', id = '', size = '', path = ''] = found;
        entries.set(path, { mode, type, id, size: size === '-' ? 0 : Number(size), path });
      }
    }
    return entries;
  }

  async #blobs(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const blobs = new Map<string, Buffer>();
    if (ids.length === 0) return blobs;
    const output = await this.#git.demand(['cat-file', '--batch'], `${ids.join('\n')}\n`);
    for (let at = 0; at < output.length; ) {
      const end = output.indexOf(0x0a, at);
      const [id = '', type = '', size = '0'] = output.toString('latin1', at, end).split(' ');
      if (type !== 'blob') throw new GateError('INPUT_INVALID', `an object of the change is missing here (${id.slice(0, 12)})`, { hint: this.#git.historyHint });
      blobs.set(id, output.subarray(end + 1, end + 1 + Number(size)));
      at = end + 1 + Number(size) + 1;
    }
    return blobs;
  }
}

/** git's plumbing in one repository, taken as bare so that no attribute of a work tree changes what a diff shows. */
class Plumbing {
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

  /** The full id of a commit. Throws INPUT_INVALID. */
  async commit(reference: string): Promise<string> {
    const found = await this.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`]);
    if (found.code !== 0) throw await this.#missing(`there is no commit \`${reference}\` here`);
    return found.stdout.toString('utf8').trim();
  }

  /** The newest commit that both have. Throws INPUT_INVALID. */
  async mergeBase(base: string, head: string): Promise<string> {
    const found = await this.run(['merge-base', await this.commit(base), head]);
    if (found.code !== 0) throw await this.#missing(`\`${base}\` and \`${head.slice(0, 12)}\` have no commit in common here`);
    return found.stdout.toString('utf8').trim();
  }

  /** The commit that `of` was merged into; null when that can't be seen here. */
  async mergedInto({ commit, of }: { readonly commit: string; readonly of: string }): Promise<string | null> {
    const listed = await this.run(['rev-list', '--parents', '--max-count=1', '--end-of-options', commit]);
    const [, first, second, ...more] = listed.stdout.toString('utf8').trim().split(' ');
    return listed.code === 0 && first !== undefined && second === of && more.length === 0 ? first : null;
  }

  async #missing(what: string): Promise<GateError> {
    const shallow = (await this.run(['rev-parse', '--is-shallow-repository'])).stdout.toString('utf8').trim() === 'true';
    return new GateError('INPUT_INVALID', shallow ? `${what}, in a shallow checkout` : what, { hint: shallow ? this.historyHint : 'fetch it first, or name another with `base` or `head`' });
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
