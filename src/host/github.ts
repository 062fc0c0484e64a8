// SPDX-License-Identifier: Apache-2.0
//
// GitHub Actions as a host: inputs from the environment, words to the runner as workflow commands and command files. Does what
// @actions/core does without loading it (it costs half of our start; test/unit/host compares the two byte by byte), and refuses what it
// allows: output of others that is taken for a command, summaries over the limit, annotations that vanish.
import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Compared } from '../core/change.js';
import type { ClosedFolder } from '../core/isolation.js';
import type { Host, Log, Place } from '../core/ports.js';
import { tokenValuesOf, tokenVariablesOf, type TokenNames } from './environment.js';
import { appendPair, appendSummary, inert, RunnerCommands } from './github-commands.js';
import { requestIdToken } from './github-token.js';
import { absoluteOr, leveledLog, printable, Redactor, whereOf, withInputs, type Fields } from './text.js';
import type { HostWorld } from './world.js';

/** Annotations shown for a step, of each level. @see runner ExecutionContext.cs */
const MAX_ANNOTATIONS = 10;
const MAX_ANNOTATION_CHARS = 4096;
const MAX_EVENT_BYTES = 32 * 1024 * 1024;

const TOKENS: TokenNames = {
  fixed: [
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL',
    'GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_ENTERPRISE_TOKEN', 'GH_ENTERPRISE_TOKEN',
    'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS', 'GITHUB_ARTIFACTS_LIST',
  ],
  secret: [/^ACTIONS_\w*TOKEN$/u, /^(GITHUB|GH)(_ENTERPRISE)?_TOKEN$/u, /^INPUT_.*(TOKEN|PASSWORD|SECRET)/u],
  speaking: [/^ACTIONS_/u, /^INPUT_/u, /^STATE_/u],
};
/** Facts for the recording's header, by the variables that the runner sets. */
const FACTS: Readonly<Record<string, string>> = {
  server_url: 'GITHUB_SERVER_URL', api_url: 'GITHUB_API_URL', repository: 'GITHUB_REPOSITORY', repository_id: 'GITHUB_REPOSITORY_ID', run_id: 'GITHUB_RUN_ID',
  run_attempt: 'GITHUB_RUN_ATTEMPT', workflow_ref: 'GITHUB_WORKFLOW_REF', job: 'GITHUB_JOB', event_name: 'GITHUB_EVENT_NAME', ref: 'GITHUB_REF',
  sha: 'GITHUB_SHA', actor: 'GITHUB_ACTOR', actor_id: 'GITHUB_ACTOR_ID', runner_environment: 'RUNNER_ENVIRONMENT',
};

/** What is read of an event. */
interface Event {
  readonly repository?: { readonly default_branch?: unknown };
  /** `head.repo` is null when the fork is gone. */
  readonly pull_request?: { readonly base?: { readonly sha?: unknown }; readonly head?: { readonly sha?: unknown; readonly repo?: { readonly id?: unknown } | null } };
  readonly merge_group?: { readonly base_sha?: unknown; readonly head_sha?: unknown };
  readonly before?: unknown;
  readonly commits?: unknown;
}

/** The host of a step of a GitHub job. */
export class GitHubHost implements Host {
  readonly kind = 'github';
  readonly historyHint = 'fetch all of it: write `with: { fetch-depth: 0 }` at the step of this job that uses `actions/checkout`';
  readonly log: Log;
  readonly tokenVariables: readonly string[];
  readonly tokenValues: readonly string[];
  readonly credentialFolders: readonly ClosedFolder[];
  readonly #world: HostWorld;
  readonly #commands: RunnerCommands;
  readonly #redactor = new Redactor();
  readonly #annotated = new Map<string, number>();

  constructor(world: HostWorld) {
    this.#world = world;
    this.#commands = new RunnerCommands(world.writers.stdout, world.runtime);
    this.tokenVariables = tokenVariablesOf(world.environment, TOKENS);
    this.tokenValues = tokenValuesOf(world.environment, TOKENS);
    // actions/checkout keeps its token here, under a name that nobody guesses; the event, whose path is known, COMMAND may read.
    const { RUNNER_TEMP: temp } = world.environment;
    this.credentialFolders = temp === undefined || !isAbsolute(temp) ? [] : [{ path: temp, open: 'known paths' }];
    this.log = leveledLog((level, message, fields) => this.#print(level, message, fields), (message, fields) => this.#commands.issue('debug', {}, this.#redactor.lines(message, fields).join('\n')));
  }

  addMask(value: string): void {
    if (value.trim() === '') return;
    this.#redactor.remember(value);
    this.#commands.issue('add-mask', {}, value);
  }

  input(name: string): string | undefined {
    const value = this.#world.environment[variableOf(name)]?.trim();
    return value === '' ? undefined : value;
  }

  output(name: string, value: string): void {
    appendPair(this.#world.environment['GITHUB_OUTPUT'], { name, value: this.#redactor.redact(value) }, this.#world.runtime);
  }

  /** The runner masks it in the log, and drops a job output that holds it: it can't leave the job. */
  secretOutput(name: string, value: string): void {
    this.addMask(value);
    appendPair(this.#world.environment['GITHUB_OUTPUT'], { name, value }, this.#world.runtime);
  }

  async summary(markdown: string): Promise<void> {
    appendSummary(this.#world.environment['GITHUB_STEP_SUMMARY'], this.#redactor.redact(markdown));
  }

  /** The runner shows ten of a level and drops the rest; the tenth says that more follow in the log, and there they are. */
  annotate(level: 'error' | 'warning' | 'notice', message: string, place?: Place): void {
    const count = (this.#annotated.get(level) ?? 0) + 1;
    this.#annotated.set(level, count);
    const where = { file: place?.file, line: place?.line, col: place?.column };
    const text = this.#redactor.lines(this.#asWritten(message)).join('\n');
    if (count < MAX_ANNOTATIONS) {
      this.#commands.issue(level, { ...where, title: 'Ostiary' }, text.slice(0, MAX_ANNOTATION_CHARS));
      return;
    }
    if (count === MAX_ANNOTATIONS) this.#commands.issue(level, { title: 'Ostiary' }, `more of this level are in the log of the step`);
    this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
  }

  async group<T>(title: string, run: () => Promise<T>): Promise<T> {
    this.#commands.issue('group', {}, this.#redactor.lines(title).join(' '));
    try {
      return await run();
    } finally {
      this.#commands.issue('endgroup', {}, '');
    }
  }

  quarantine<T>(run: () => Promise<T>): Promise<T> {
    return this.#commands.quarantine(run);
  }

  saveState(name: string, value: string): void {
    appendPair(this.#world.environment['GITHUB_STATE'], { name, value }, this.#world.runtime);
  }

  state(name: string): string | undefined {
    const value = this.#world.environment[`STATE_${name}`];
    return value === '' ? undefined : value;
  }

  facts(): Readonly<Record<string, string>> {
    const known = Object.entries(FACTS).map(([fact, variable]) => [fact, this.#world.environment[variable] ?? ''] as const);
    return Object.fromEntries([...known, ['default_branch', this.#defaultBranch()] as const].filter(([, value]) => value !== ''));
  }

  /**
   * A pull request: what is checked out, which is GitHub's trial merge or its head. A merge queue's group: all of it. A push: what was not there before. Anything else on a branch of
   * its own: what the default branch does not have. `pull_request_target` checks out the target, so there the head is named, not assumed.
   */
  change(): Compared {
    const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha } = this.#world.environment;
    const { pull_request: pull, merge_group: group, before } = this.#event();
    const [head, own] = [commitIn(pull?.head?.sha), commitIn(sha)];
    const trunk = this.#defaultBranch() || 'HEAD';
    if (pull !== undefined && event === 'pull_request_target') return { base: commitIn(pull.base?.sha), head: head ?? 'no commit', expected: [], merge: null };
    if (pull !== undefined) return { base: commitIn(pull.base?.sha), head: 'HEAD', expected: known(own, head), merge: own === null || head === null ? null : { commit: own, of: head } };
    if (group !== undefined) return { base: commitIn(group.base_sha), head: 'HEAD', expected: known(own, commitIn(group.head_sha)), merge: null };
    const base = commitIn(before) ?? (event !== 'push' && ref === `refs/heads/${trunk}` ? null : `origin/${trunk}`);
    return { base, head: 'HEAD', expected: event === 'push' ? known(own) : [], merge: null };
  }

  pushed(): readonly string[] {
    const { commits } = this.#event();
    return Array.isArray(commits) ? known(...commits.map((commit: { readonly id?: unknown } | null) => commitIn(commit?.id))) : [];
  }

  async idToken(audience: string): Promise<string> {
    const token = await requestIdToken(audience, this.#world, { fork: this.#fromFork() });
    this.addMask(token);
    return token;
  }

  defaultSessionDir(): string {
    return join(absoluteOr(this.#world.environment['RUNNER_TEMP'], tmpdir()), 'ostiary', 'sessions');
  }

  // The event is the job's own word; good for messages and records, never for a decision.
  #defaultBranch(): string {
    const branch = this.#event().repository?.default_branch;
    return typeof branch === 'string' ? printable(branch) : '';
  }

  #fromFork(): boolean {
    const { pull_request: pull } = this.#event();
    const repository = this.#world.environment['GITHUB_REPOSITORY_ID'];
    const head = pull?.head?.repo;
    return head === null || (head?.id !== undefined && repository !== undefined && String(head.id) !== repository);
  }

  #event(): Event {
    const path = this.#world.environment['GITHUB_EVENT_PATH'];
    if (path === undefined || path === '') return {};
    try {
      if (statSync(path).size > MAX_EVENT_BYTES) return {};
      return (JSON.parse(readFileSync(path, 'utf8')) as Event | null) ?? {};
    } catch {
      return {};
    }
  }

  // The runner sets all inputs that an action declares, empty ones too.
  #asWritten(message: string): string {
    return withInputs(message, (name) => this.#world.environment[variableOf(name)] !== undefined);
  }

  #print(level: string, message: string, fields?: Fields): void {
    const lines = this.#redactor.lines(this.#asWritten(message), fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  | '}${inert(line)}\n`);
    this.#world.writers.stdout(lines.join(''));
  }
}

function variableOf(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

// A full id, and not the one of nothing.
function commitIn(value: unknown): string | null {
  return typeof value === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/u.test(value) ? value : null;
}

function known(...commits: readonly (string | null)[]): readonly string[] {
  return commits.filter((commit) => commit !== null);
}
