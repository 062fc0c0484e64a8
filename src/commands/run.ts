// SPDX-License-Identifier: Apache-2.0
//
// `run`: gives one command guarded access to production. Starts the gate as a process of its own, starts COMMAND with guarded
// endpoints only, seals the recording, and says how it went. Refuses to start COMMAND when anything before it failed (125).
import { EXIT, GateError, messageOf } from '../core/errors.js';
import { isReason, REASON } from '../core/reason.js';
import type { Host, IsolatedCommand, Isolation } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { childEnvironment, type Endpoint } from './environment.js';
import { parseGateway, type GatewayChoice } from './run-gateway.js';
import { runSpec } from './run-spec.js';
import { choiceInput, flagInput, listInput, textInput, type RawInputs } from './verb.js';

/** What the gate process is asked to guard. */
export interface GateRequest {
  readonly policyFile: string | null;
  readonly local: boolean;
  readonly resources: readonly string[];
  /** Who guards; null: the gate process itself. */
  readonly gateway: GatewayChoice | null;
  readonly sessionDir: string | null;
  readonly audience: string;
  readonly command: readonly string[];
  /** Number or address of a pull request; null: found by what it lists. */
  readonly approval: string | null;
  /** Ids of accounts. */
  readonly proposers: readonly string[];
  /** Why operations that need a review have to run without one; null: they don't. */
  readonly breakGlass: string | null;
  /** What becomes of a pull request when all was done; null: what the policy says. */
  readonly after: 'close' | 'merge' | 'keep' | null;
}

/** What the gate process answers once it listens. */
export interface GateStarted {
  readonly session: string;
  readonly sessionDir: string;
  /** Null: it is at a gateway. */
  readonly recording: string | null;
  readonly endpoints: readonly Endpoint[];
  /** Text for OSTIARY_GUIDE. */
  readonly guide: string;
  /** Environment variables that held secrets, to be kept from COMMAND. */
  readonly secretVariables: readonly string[];
  /** `observe` says until when; null when the policy is enforced. */
  readonly observeUntil: string | null;
}

export interface GateSealed {
  readonly allow: number;
  readonly review: number;
  readonly deny: number;
  /** What pull requests were to be told, and could not be. */
  readonly untold: readonly string[];
}

/** The gate, as a process of its own. */
export interface GateProcess {
  start(request: GateRequest): Promise<GateStarted>;
  /** Settles when the gate ends by itself, which it should not: with why. */
  readonly lost: Promise<string>;
  /** Seals the recording and stops the gate. `null`: the gate decides by its own counts what the outcome is. */
  seal(commandCode: number | null, onRefusal: OnRefusal): Promise<GateSealed>;
  /** Ends it without ceremony. */
  kill(): void;
}

export type OnRefusal = 'fail' | 'ignore';
export type Outcome = 'ok' | 'failed' | 'denied' | 'pending' | 'error';

export interface RunDeps {
  readonly host: Host;
  readonly runtime: Runtime;
  readonly gate: GateProcess;
  readonly isolations: { readonly user: Isolation; readonly none: Isolation };
  /** The environment that we were started with. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workspace: string;
  /** Writes the guide where COMMAND can read it; returns its path. */
  writeGuide(text: string): Promise<string>;
  /** Starts COMMAND and waits; resolves with its exit code (128 + signal). Passes our signals on. */
  execute(command: IsolatedCommand, argv: readonly string[], signal: AbortSignal): Promise<number>;
}

interface RunInputs {
  readonly request: GateRequest;
  readonly env: readonly { readonly name: string; readonly resource: string }[];
  readonly isolation: 'user' | 'none';
  readonly workspace: 'copy' | 'shared';
  readonly onRefusal: OnRefusal;
}

/** Parses all inputs; `argv` is COMMAND. Throws INPUT_INVALID. */
export function parseRunInputs(raw: RawInputs, argv: readonly string[], underCi: boolean): RunInputs {
  const local = flagInput(raw, 'local');
  const policyFile = textInput(raw, runSpec, 'policy') ?? null;
  const gateway = parseGateway(raw, local);
  if (local && underCi) throw new GateError('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
  if (policyFile !== null && !local) throw new GateError('INPUT_INVALID', '`--policy` counts only together with `--local`', { hint: 'in CI the policy is read from the protected branch' });
  if (local && policyFile === null) throw new GateError('INPUT_INVALID', '`--local` needs `--policy FILE`', { hint: 'for example `--policy .ostiary/policy.yml`' });
  if (!local && !underCi && (gateway?.subject ?? null) === null) throw new GateError('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: gateway === null ? 'in your own shell add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' : 'name the file that holds a token or a SAML assertion with `--subject-token-file`' });
  if (argv.length === 0) throw new GateError('INPUT_INVALID', 'there is no command to run', { hint: underCi ? 'set the input `command`' : 'write it after `--`: `ostiary run … -- psql`' });
  const isolation = choiceInput(raw, runSpec, { name: 'isolation', choices: ['user', 'none'] as const }) ?? 'user';
  return {
    request: {
      policyFile, local, gateway, resources: listInput(raw, 'resource'), sessionDir: textInput(raw, runSpec, 'session-dir') ?? null,
      audience: textInput(raw, runSpec, 'audience') ?? 'ostiary', command: argv,
      approval: textInput(raw, runSpec, 'approval') ?? null, proposers: listInput(raw, 'proposers').map(parseAccount), after: null, breakGlass: parseReason(raw, local),
    },
    env: listInput(raw, 'env').map(parseBinding),
    isolation,
    workspace: choiceInput(raw, runSpec, { name: 'workspace', choices: ['copy', 'shared'] as const }) ?? (isolation === 'user' ? 'copy' : 'shared'),
    onRefusal: choiceInput(raw, runSpec, { name: 'on-refusal', choices: ['fail', 'ignore'] as const }) ?? 'fail',
  };
}

/** `NAME=RESOURCE`; throws INPUT_INVALID. */
export function parseBinding(item: string): { name: string; resource: string } {
  const at = item.indexOf('=');
  const name = item.slice(0, at);
  if (at < 1 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || at === item.length - 1) {
    throw new GateError('INPUT_INVALID', `input \`env\` has \`${item}\``, { hint: 'write NAME=RESOURCE, such as APP_DATABASE_URL=orders-db' });
  }
  return { name, resource: item.slice(at + 1) };
}

function parseReason(raw: RawInputs, local: boolean): string | null {
  const reason = textInput(raw, runSpec, 'break-glass')?.trim() ?? '';
  if (reason === '') return null;
  if (local) throw new GateError('INPUT_INVALID', '`break-glass` does not work together with `--local`', { hint: 'it is for jobs with a forge that tells who started them, and tells somebody else' });
  if (!isReason(reason)) throw new GateError('INPUT_INVALID', `input \`break-glass\` has ${reason.length} characters, or some that are not seen`, { hint: `say in ${REASON.min} to ${REASON.max} characters why it can not wait` });
  return reason;
}

/** A numeric id of an account. Throws INPUT_INVALID. */
export function parseAccount(item: string): string {
  if (/^[1-9]\d{0,18}$/u.test(item)) return item;
  throw new GateError('INPUT_INVALID', `input \`proposers\` has \`${item}\``, { hint: 'write numeric ids, one a line: `https://api.github.com/users/LOGIN` tells them' });
}

/** Runs the verb; resolves with the exit code of design.md, section 10. Never throws. */
export async function run(raw: RawInputs, argv: readonly string[], deps: RunDeps): Promise<number> {
  let prepared: Prepared;
  try {
    prepared = await prepare(raw, argv, deps);
  } catch (thrown) {
    deps.gate.kill();
    tellFailure(thrown, deps.host);
    deps.host.output('outcome', 'error');
    return EXIT.beforeStart;
  }
  return guarded(prepared, deps);
}

interface Prepared {
  readonly inputs: RunInputs;
  readonly started: GateStarted;
  readonly command: IsolatedCommand;
}

async function prepare(raw: RawInputs, argv: readonly string[], deps: RunDeps): Promise<Prepared> {
  const { host } = deps;
  const inputs = parseRunInputs(raw, argv, host.kind !== 'shell');
  const started = await deps.gate.start(inputs.request);
  // For the step after this one, which keeps the recording.
  if (started.recording !== null) host.saveState('recording', started.recording);
  if (started.observeUntil !== null) host.annotate('warning', `the policy only observes until ${started.observeUntil}: nothing is refused`);
  const environment = childEnvironment({
    base: deps.environment, tokenVariables: host.tokenVariables, secretVariables: started.secretVariables,
    endpoints: started.endpoints, bindings: inputs.env, guide: await deps.writeGuide(started.guide),
  });
  const command = await deps.isolations[inputs.isolation].prepare({
    workspace: deps.workspace, mode: inputs.workspace, environment, sessionDir: started.sessionDir, closed: host.credentialFolders, secrets: host.tokenValues,
  });
  if (command.withheld.length > 0) host.log.warn(`left out of the command's copy, since they hold tokens of this job: ${command.withheld.map((path) => `\`${path}\``).join(', ')}`);
  return { inputs, started, command };
}

async function guarded({ inputs, started, command }: Prepared, deps: RunDeps): Promise<number> {
  const { host, gate } = deps;
  const stop = new AbortController();
  let lost: string | null = null;
  void gate.lost.then((why) => {
    lost = why;
    stop.abort();
  });
  let code: number;
  let sealed: GateSealed = { allow: 0, review: 0, deny: 0, untold: [] };
  let patch: string | null = null;
  let fault: unknown = null;
  try {
    code = await host.quarantine(() => deps.execute(command, inputs.request.command, stop.signal));
    patch = await command.collect();
  } catch (thrown) {
    code = EXIT.fault;
    fault = thrown;
  }
  try {
    if (lost === null) sealed = await gate.seal(fault === null ? code : null, inputs.onRefusal);
    else {
      fault ??= new GateError('RECORD_FAILED', `the gate ended before the command did: ${String(lost)}`, { hint: 'the recording is incomplete; run again' });
      // Whatever the command ended with, it was without its database, or ended by us.
      code = EXIT.fault;
    }
  } catch (thrown) {
    fault ??= thrown;
  } finally {
    await command.dispose().catch((thrown: unknown) => host.log.warn(`the isolated workspace is left behind: ${messageOf(thrown)}`));
  }
  if (fault !== null) tellFailure(fault, host);
  for (const untold of sealed.untold) host.annotate('warning', untold);
  const outcome = outcomeOf({ code, sealed, onRefusal: inputs.onRefusal, faulty: fault !== null });
  await report({ outcome, started, sealed, patch }, host);
  return exitOf(outcome, code);
}

/** How a run went, from the command's code and the gate's counts. */
export function outcomeOf(end: { code: number; sealed: Omit<GateSealed, 'untold'>; onRefusal: OnRefusal; faulty: boolean }): Outcome {
  if (end.faulty) return 'error';
  if (end.code !== 0) return 'failed';
  if (end.onRefusal === 'ignore') return 'ok';
  if (end.sealed.deny > 0) return 'denied';
  return end.sealed.review > 0 ? 'pending' : 'ok';
}

function exitOf(outcome: Outcome, code: number): number {
  switch (outcome) {
    case 'ok': return EXIT.done;
    case 'failed': return code;
    case 'denied': return EXIT.denied;
    case 'pending': return EXIT.pending;
    case 'error': return code === 0 ? EXIT.fault : code;
    default: return outcome satisfies never;
  }
}

async function report(end: { outcome: Outcome; started: GateStarted; sealed: GateSealed; patch: string | null }, host: Host): Promise<void> {
  const { outcome, started, sealed, patch } = end;
  const outputs = { outcome, session: started.recording ?? started.session, allowed: sealed.allow, reviewed: sealed.review, denied: sealed.deny, patch: patch ?? '' };
  for (const [name, value] of Object.entries(outputs)) host.output(name, String(value));
  host.log.info(`session ${started.session}: ${outcome}; allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; recording ${started.recording ?? 'at the gateway'}`);
  await host.summary(summaryOf(end));
}

function summaryOf({ outcome, started, sealed, patch }: { outcome: Outcome; started: GateStarted; sealed: GateSealed; patch: string | null }): string {
  const resources = started.endpoints.map((endpoint) => `\`${endpoint.resource}\``).join(', ');
  return [
    `### Ostiary: ${outcome}`, '',
    '| session | resources | allowed | need review | denied |', '|---|---|---:|---:|---:|',
    `| \`${started.session}\` | ${resources} | ${sealed.allow} | ${sealed.review} | ${sealed.deny} |`, '',
    started.recording === null ? 'The recording is at the gateway, under the id of the session.' : `Recording: \`${started.recording}\`. Check it with \`ostiary session verify\`, read it with \`ostiary session replay\`.`,
    ...(patch === null ? [] : ['', `The command changed files: \`${patch}\` (not applied).`]), ...sealed.untold.flatMap((one) => ['', one]), '',
  ].join('\n');
}

function tellFailure(thrown: unknown, host: Host): void {
  const hint = thrown instanceof GateError && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
  host.annotate('error', `${messageOf(thrown)}${hint}`);
}
