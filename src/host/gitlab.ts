// SPDX-License-Identifier: Apache-2.0
//
// GitLab CI as a host: inputs from `OSTIARY_…` variables, sections in the log, reports for outputs and links. GitLab can not be told to mask
// at run time, so this hides secrets in everything that it prints itself; it refuses to promise more.
// @see https://docs.gitlab.com/ci/variables/predefined_variables/
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Compared } from '../core/change.js';
import { GateError, messageOf } from '../core/errors.js';
import type { ClosedFolder } from '../core/isolation.js';
import type { Host, Log, Place } from '../core/ports.js';
import { tokenValuesOf, tokenVariablesOf, type TokenNames } from './environment.js';
import { Reports } from './gitlab-reports.js';
import { absoluteOr, leveledLog, printable, Redactor, whereOf, withInputs, type Fields } from './text.js';
import type { HostWorld } from './world.js';

/** Where the template puts the job's OIDC token: `id_tokens: { OSTIARY_ID_TOKEN: { aud: … } }`. */
const ID_TOKEN_VARIABLE = 'OSTIARY_ID_TOKEN';

const TOKENS: TokenNames = {
  fixed: [
    'CI_JOB_TOKEN', 'CI_BUILD_TOKEN', 'CI_REGISTRY_PASSWORD', 'CI_DEPENDENCY_PROXY_PASSWORD', 'CI_DEPLOY_PASSWORD', 'CI_REPOSITORY_URL', 'CI_JOB_JWT', 'CI_JOB_JWT_V1', 'CI_JOB_JWT_V2',
    'GITLAB_TOKEN', 'GL_TOKEN', 'GITLAB_ACCESS_TOKEN', 'GITLAB_PRIVATE_TOKEN', ID_TOKEN_VARIABLE,
  ],
  secret: [/^CI_(JOB|BUILD|DEPLOY|REGISTRY|DEPENDENCY_PROXY)_(TOKEN|PASSWORD)$/u, /^CI_JOB_JWT/u, /_ID_TOKEN$/u, /^(GITLAB|GL)_\w*(TOKEN|PASSWORD|SECRET|KEY)$/u],
  speaking: [/^CI_REPOSITORY_URL$/u],
};
/** Facts for the recording's header, by predefined variable. */
const FACTS: Readonly<Record<string, string>> = {
  server_url: 'CI_SERVER_URL', project_id: 'CI_PROJECT_ID', project_path: 'CI_PROJECT_PATH', pipeline_id: 'CI_PIPELINE_ID', pipeline_source: 'CI_PIPELINE_SOURCE',
  job_id: 'CI_JOB_ID', job: 'CI_JOB_NAME', ref: 'CI_COMMIT_REF_NAME', sha: 'CI_COMMIT_SHA', default_branch: 'CI_DEFAULT_BRANCH', actor: 'GITLAB_USER_LOGIN', actor_id: 'GITLAB_USER_ID',
};
const CLEAR = '\u001b[0K';
const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';

/** The host of a GitLab job. */
export class GitLabHost implements Host {
  readonly kind = 'gitlab';
  readonly historyHint = 'fetch all of it: give the job the variable `GIT_DEPTH: "0"`';
  readonly log: Log;
  readonly tokenVariables: readonly string[];
  readonly tokenValues: readonly string[];
  readonly credentialFolders: readonly ClosedFolder[];
  readonly #world: HostWorld;
  readonly #reports: Reports;
  readonly #redactor = new Redactor();
  readonly #state = new Map<string, string>();
  #sections = 0;

  constructor(world: HostWorld) {
    this.#world = world;
    this.#reports = new Reports(this.#projectFolder(), world.runtime);
    this.tokenVariables = tokenVariablesOf(world.environment, TOKENS);
    this.tokenValues = tokenValuesOf(world.environment, TOKENS);
    // The runner writes variables of the type file here, named like them and open to everybody, and the credentials of its own git.
    const { CI_PROJECT_DIR: project } = world.environment;
    this.credentialFolders = project === undefined || !isAbsolute(project) ? [] : [{ path: `${project.replace(/\/+$/u, '')}.tmp`, open: 'nothing' }];
    this.log = leveledLog((level, message, fields) => this.#print(level, message, fields), (message, fields) => {
      if (world.environment['CI_DEBUG_TRACE'] === 'true') this.#print('debug: ', message, fields);
    });
  }

  addMask(value: string): void {
    this.#redactor.remember(value);
  }

  input(name: string): string | undefined {
    const value = this.#world.environment[variableOf(name)]?.trim();
    return value === '' ? undefined : value;
  }

  /** Reports are a convenience for later jobs: what can't be written is said, and the run goes on. */
  output(name: string, value: string): void {
    this.#try(() => this.#reports.output(name, this.#redactor.redact(value)));
  }

  /** Outputs are a report that others may download. */
  secretOutput(name: string, _value: string): void {
    throw new GateError('INPUT_INVALID', `GitLab can not hide the output \`${name}\``, { hint: 'hand it on in a file' });
  }

  async summary(markdown: string): Promise<void> {
    await this.group('Ostiary', async () => {
      this.#world.writers.stdout(`${this.#redactor.lines(markdown).join('\n')}\n`);
    });
  }

  annotate(level: 'error' | 'warning' | 'notice', message: string, place?: Place): void {
    this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
    const url = place === undefined ? this.#world.environment['CI_JOB_URL'] : this.#linkTo(place);
    if (url === undefined || !URL.canParse(url)) return;
    this.#try(() => this.#reports.annotate({ label: `${level}: ${this.#redactor.lines(this.#asWritten(message)).join(' ')}`, url }));
  }

  async group<T>(title: string, run: () => Promise<T>): Promise<T> {
    this.#sections += 1;
    const name = `ostiary_${this.#sections}`;
    const now = (): number => Math.floor(this.#world.runtime.now() / 1000);
    this.#world.writers.stdout(`${CLEAR}section_start:${now()}:${name}\r${CLEAR}${BOLD}${this.#redactor.lines(title).join(' ')}${PLAIN}\n`);
    try {
      return await run();
    } finally {
      this.#world.writers.stdout(`${CLEAR}section_end:${now()}:${name}\r${CLEAR}`);
    }
  }

  /** GitLab takes no commands from a log; at worst COMMAND folds it. */
  quarantine<T>(run: () => Promise<T>): Promise<T> {
    return run();
  }

  /** GitLab has no post step: state lives as long as this process. */
  saveState(name: string, value: string): void {
    this.#state.set(name, value);
  }

  state(name: string): string | undefined {
    return this.#state.get(name);
  }

  facts(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(FACTS).map(([fact, variable]) => [fact, this.#world.environment[variable] ?? ''] as const).filter(([, value]) => value !== ''));
  }

  /** In merge request pipelines the base that GitLab itself compares with; on other branches the default branch, on that one what was there before. */
  change(): Compared {
    const filled = (name: string): string | null => this.#world.environment[name] || null;
    const [sha, branch, trunk] = [filled('CI_COMMIT_SHA'), filled('CI_COMMIT_BRANCH'), filled('CI_DEFAULT_BRANCH')];
    // Set in pipelines for merged results alone.
    const source = filled('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA');
    const before = filled('CI_COMMIT_BEFORE_SHA');
    const otherwise = branch !== null && branch === trunk ? (before === null || /^0+$/u.test(before) ? null : before) : `origin/${trunk ?? 'HEAD'}`;
    return { base: filled('CI_MERGE_REQUEST_DIFF_BASE_SHA') ?? otherwise, head: sha ?? 'HEAD', expected: [], merge: sha === null || source === null ? null : { commit: sha, of: source } };
  }

  /** GitLab pushes each merge by itself, and names no more than the last commit. */
  pushed(): readonly string[] {
    return [];
  }

  /** GitLab issues tokens before the job starts, for the audiences of `id_tokens`; no other can be had. */
  async idToken(audience: string): Promise<string> {
    const token = this.#world.environment[ID_TOKEN_VARIABLE]?.trim() ?? '';
    const { CI_JOB_NAME: job, CI_CONFIG_PATH: file } = this.#world.environment;
    const hint = `add \`id_tokens: { ${ID_TOKEN_VARIABLE}: { aud: ${audience} } }\` to ${job === undefined || job === '' ? 'the job' : `the job \`${printable(job)}\``} in \`${printable(file ?? '') || '.gitlab-ci.yml'}\``;
    if (token === '') throw new GateError('IDENTITY_UNTRUSTED', `this job has no OIDC token in \`${ID_TOKEN_VARIABLE}\``, { hint });
    this.addMask(token);
    const found = audiencesIn(token);
    if (found === null) throw new GateError('IDENTITY_UNTRUSTED', `\`${ID_TOKEN_VARIABLE}\` does not hold a token`, { hint: `${hint}, and do not set the variable anywhere else` });
    if (!found.includes(audience)) {
      throw new GateError('IDENTITY_UNTRUSTED', `the token in \`${ID_TOKEN_VARIABLE}\` is for \`${found.join(', ')}\`, not for \`${audience}\``, { hint: `make \`aud\` and the input \`audience\` the same: ${hint}` });
    }
    return token;
  }

  defaultSessionDir(): string {
    return join(this.#projectFolder(), '.ostiary', 'sessions');
  }

  #projectFolder(): string {
    return absoluteOr(this.#world.environment['CI_PROJECT_DIR'], tmpdir());
  }

  #linkTo(place: Place): string | undefined {
    const { CI_PROJECT_URL: project, CI_COMMIT_SHA: sha } = this.#world.environment;
    if (project === undefined || sha === undefined) return undefined;
    const path = place.file.split('/').map(encodeURIComponent).join('/');
    return `${project}/-/blob/${sha}/${path}${place.line === undefined ? '' : `#L${place.line}`}`;
  }

  #try(write: () => void): void {
    try {
      write();
    } catch (thrown) {
      this.#print('warning: ', messageOf(thrown));
    }
  }

  // The templates set all of their inputs, empty ones too.
  #asWritten(message: string): string {
    return withInputs(message, (name) => this.#world.environment[variableOf(name)] !== undefined);
  }

  #print(level: string, message: string, fields?: Fields): void {
    const lines = this.#redactor.lines(this.#asWritten(message), fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  '}${line}\n`);
    this.#world.writers.stdout(lines.join(''));
  }
}

function variableOf(input: string): string {
  return `OSTIARY_${input.toUpperCase().replaceAll('-', '_')}`;
}

// Read without trust, for a better message; identity/ verifies. Null: not a token.
function audiencesIn(token: string): readonly string[] | null {
  const payload = token.split('.')[1];
  try {
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8')) as { aud?: unknown } | null;
    const found = Array.isArray(claims?.aud) ? claims.aud : [claims?.aud];
    return found.filter((value): value is string => typeof value === 'string');
  } catch {
    return null;
  }
}
