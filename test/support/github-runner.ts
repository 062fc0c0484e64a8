// SPDX-License-Identifier: Apache-2.0
//
// What GitHub's runner makes of a step: starts `node dist/<action>.js` with the environment and the files of a job, then reads the output
// as the runner does (workflow commands, stop-commands, masks) and the command files. Refuses to know anything of our own code.
// @see https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { startGitHubApi, READER, type GitHubApi } from './github-api.js';
import { scratch, spawned, readEvents } from './guarded.js';
import { startOidcIssuer, type OidcIssuer } from './oidc-issuer.js';
import type { RecordedLine } from '../../src/core/events.js';

/** A GitHub Enterprise Server on loopback: its issuer and its API. */
export interface GitHubServer {
  readonly issuer: OidcIssuer;
  readonly api: GitHubApi;
  stop(): Promise<void>;
}

/** Claims of a job for a push to `main` of acme/shop, as GitHub signs them. */
export const PUSH_CLAIMS = {
  repository: 'acme/shop', repository_id: '812364', repository_owner: 'acme', repository_owner_id: '99', actor: 'sam', actor_id: '7', event_name: 'push', ref: 'refs/heads/main', ref_protected: 'true',
  workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main', job_workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main', run_id: '4711', run_attempt: '1', runner_environment: 'github-hosted',
};

/** Starts both; `policy` is what lies on the protected branch. */
export async function startGitHub(policy: string | ((issuer: string) => string)): Promise<GitHubServer> {
  const issuer = await startOidcIssuer({ path: '/_services/token' });
  issuer.claims = { ...PUSH_CLAIMS };
  const api = await startGitHubApi(typeof policy === 'string' ? policy : policy(issuer.issuer));
  return {
    issuer, api,
    async stop() {
      await Promise.all([issuer.stop(), api.stop()]);
    },
  };
}

/** A step `uses: ./<action>` of a job on that server. What is left out is as in a push to the default branch. */
export interface Step {
  readonly server: GitHubServer;
  readonly action?: 'approval-gate' | 'apply' | 'run' | 'ostiary' | 'oidc-token' | 'policy-check';
  /** `with:`; what action.yml gives a default is there without it. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly ref?: string;
  /** `github.event`; the repository is added. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** `env:`, and what the runner sets; undefined takes a variable away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Files of the checkout. */
  readonly files?: Readonly<Record<string, string>>;
  /** Before the step: what else lies in the workspace. */
  readonly prepare?: (workspace: string) => void;
  /** The job is cancelled once the step has said so. */
  readonly cancel?: { readonly name: NodeJS.Signals; readonly said: RegExp };
  /** Runs the step as this user and these groups; as ourselves when left out. */
  readonly as?: { readonly uid: number; readonly groups: readonly number[] };
  /** A file that whoever starts the step left open, as descriptor 30. */
  readonly leftOpen?: string;
}

export interface Annotation {
  readonly level: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface StepResult {
  readonly code: number | null;
  /** As it came, before the runner masks anything. */
  readonly raw: string;
  /** The lines of the log, masked. */
  readonly log: readonly string[];
  readonly masks: readonly string[];
  readonly annotations: readonly Annotation[];
  /** Names of every command that the runner obeyed, in order. */
  readonly commands: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly stderr: string;
  readonly workspace: string;
  readonly events: readonly RecordedLine[];
}

/** Runs the step to its end. */
export async function runStep(step: Step): Promise<StepResult> {
  const home = mkdtempSync(join(scratch(), 'job-'));
  const places = layOut(home, step);
  const entry = resolve(`dist/${step.action ?? 'run'}.js`);
  step.prepare?.(places.workspace);
  if (step.as !== undefined) giveTo(home, step.as.uid);
  const [file = process.execPath, ...args] = [...becoming(step), process.execPath, entry];
  const { code, stdout, stderr } = await spawned(file, args, { environment: environmentOf(step, places), cwd: places.workspace, ...(step.cancel === undefined ? {} : { signal: step.cancel }) });
  const outputs = pairsIn(places.output);
  const recording = outputs['session'];
  return {
    code, raw: stdout, stderr, ...asRunnerReads(stdout), outputs, state: pairsIn(places.state), summary: readFileSync(places.summary, 'utf8'), workspace: places.workspace,
    events: recording !== undefined && existsSync(recording) ? readEvents(recording) : [],
  };
}

function becoming({ as, leftOpen }: Step): string[] {
  const opened = leftOpen === undefined ? [] : ['/bin/bash', '-c', 'exec 30<"$0"; exec "$@"', leftOpen];
  if (as === undefined) return opened;
  return [...opened, '/usr/bin/setpriv', `--reuid=${as.uid}`, `--regid=${as.uid}`, as.groups.length === 0 ? '--clear-groups' : `--groups=${as.groups.join(',')}`, '--'];
}

function giveTo(path: string, uid: number): void {
  chownSync(path, uid, uid);
  for (const entry of readdirSync(path, { recursive: true }) as string[]) chownSync(join(path, entry), uid, uid);
}

interface Places {
  readonly workspace: string;
  readonly temp: string;
  readonly event: string;
  readonly output: string;
  readonly state: string;
  readonly summary: string;
}

function layOut(home: string, step: Step): Places {
  const temp = join(home, '_temp');
  const workspace = join(home, 'shop', 'shop');
  const commands = join(temp, '_runner_file_commands');
  for (const folder of [workspace, commands]) mkdirSync(folder, { recursive: true });
  // As on most self-hosted runners: every user of the machine may pass through.
  for (const folder of [scratch(), home]) chmodSync(folder, 0o755);
  for (const [name, text] of Object.entries(step.files ?? {})) {
    mkdirSync(join(workspace, name, '..'), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  const event = join(temp, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { id: 812364, default_branch: 'main' }, ...step.payload }));
  const [output, state, summary] = ['set_output_1', 'save_state_1', 'step_summary_1'].map((name) => join(commands, name)) as [string, string, string];
  for (const file of [output, state, summary]) writeFileSync(file, '');
  return { workspace, temp, event, output, state, summary };
}

interface Declared { readonly inputs: Readonly<Record<string, { readonly default?: string }>> }

/** What action.yml gives a default arrives as an input; the others are empty. */
function defaultsOf(action: NonNullable<Step['action']>): Record<string, string> {
  const { inputs } = load(readFileSync(action === 'ostiary' ? 'action.yml' : `actions/${action}/action.yml`, 'utf8')) as unknown as Declared;
  return Object.fromEntries(Object.entries(inputs).map(([name, { default: value = '' }]) => [name, value === '${{ github.token }}' ? READER : value]));
}

function environmentOf(step: Step, places: Places): Record<string, string> {
  const { issuer, api } = step.server;
  const inputs = { ...defaultsOf(step.action ?? 'run'), ...step.inputs };
  const all: Record<string, string | undefined> = {
    PATH: process.env['PATH'], HOME: places.temp, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: new URL(issuer.issuer).origin, GITHUB_API_URL: api.baseUrl,
    GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '812364', GITHUB_EVENT_NAME: step.event ?? 'push', GITHUB_EVENT_PATH: places.event, GITHUB_REF: step.ref ?? 'refs/heads/main',
    GITHUB_SHA: '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39', GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'nightly', GITHUB_ACTOR: 'sam', GITHUB_ACTOR_ID: '7',
    GITHUB_WORKFLOW_REF: PUSH_CLAIMS.workflow_ref, GITHUB_WORKSPACE: places.workspace, RUNNER_TEMP: places.temp, RUNNER_OS: 'Linux', RUNNER_ENVIRONMENT: 'github-hosted',
    GITHUB_OUTPUT: places.output, GITHUB_STATE: places.state, GITHUB_STEP_SUMMARY: places.summary, ACTIONS_RUNTIME_TOKEN: 'runtime-token-of-the-job',
    ...issuer.githubEnvironment, ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])), ...step.environment,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const unescape = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');

/** Reads a step's output line by line as the runner does: `::name key=value::data` at the start of a line, `##[name key=value]data` anywhere. */
export function asRunnerReads(output: string): { log: string[]; masks: string[]; annotations: Annotation[]; commands: string[] } {
  const read = { log: [] as string[], masks: [] as string[], annotations: [] as Annotation[], commands: [] as string[] };
  let deafUntil: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/u)) {
    // Matches `::error file=a::text` and `##[error]text`, misses `a ::error::`.
    const match = /^\s*::([A-Za-z-]+|[0-9a-f]{16,})(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/u.exec(line) ?? /##\[([A-Za-z-]+)(?: ([^\]]*))?\](.*)$/u.exec(line);
    const [, name = '', properties = '', data = ''] = match ?? [];
    if (deafUntil !== null && name === deafUntil) deafUntil = null;
    else if (match === null || deafUntil !== null) read.log.push(read.masks.reduce((text, mask) => text.replaceAll(mask, '***'), line));
    else {
      read.commands.push(name);
      if (name === 'stop-commands') deafUntil = data;
      else if (name === 'add-mask') read.masks.push(unescape(data));
      else if (name === 'error' || name === 'warning' || name === 'notice') read.annotations.push({ level: name, properties: propertiesIn(properties), message: unescape(data) });
    }
  }
  return read;
}

function propertiesIn(text: string): Record<string, string> {
  return Object.fromEntries(text.split(',').filter((part) => part !== '').map((part) => [part.slice(0, part.indexOf('=')), unescape(part.slice(part.indexOf('=') + 1))]));
}

/** `name<<delimiter`, value, delimiter; or `name=value`. */
function pairsIn(file: string): Record<string, string> {
  const pairs: Record<string, string> = {};
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/u.exec(line) ?? [];
    if (name !== undefined) pairs[name] = lines.splice(0, lines.indexOf(delimiter ?? '') + 1).slice(0, -1).join('\n');
    else if (line.includes('=')) pairs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return pairs;
}
