// SPDX-License-Identifier: Apache-2.0
//
// `run`: gives one command guarded access to production. Starts the gate as a process of its own, starts COMMAND with guarded
// endpoints only, seals the recording, and says how it went. Refuses to start COMMAND when anything before it failed (125).
import { EXIT, GateError, messageOf } from '../core/errors.js';
import type { IsolatedCommand, Isolation } from '../core/isolation.js';
import type { Host } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { childEnvironment } from './environment.js';
import type { GateProcess, GateSealed, GateStarted, OnRefusal } from './gate-process.js';
import { parseRunInputs, type RunInputs } from './run-inputs.js';
import type { RawInputs } from './verb.js';

/** How a run went. */
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

/** Runs the verb; resolves with its exit code (core/errors.ts). Never throws. */
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
  let began = false;
  try {
    code = await host.quarantine(() => deps.execute(command, inputs.request.command, stop.signal));
    began = true;
    patch = await command.collect();
  } catch (thrown) {
    code = began ? EXIT.fault : EXIT.beforeStart;
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
  host.log.info(`session ${started.session}: ${outcome}; allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; recording ${started.recording ?? 'at the gateway'}${patch === null ? '' : `; the command changed files: ${patch} (not applied)`}`);
  // In a shell the line above is at hand; a job's page shows nothing of its log.
  if (host.kind !== 'shell' && sealed.deny + sealed.review > 0) host.annotate(outcome === 'ok' ? 'warning' : 'error', refusedOf(sealed));
  await host.summary(summaryOf(end));
}

function refusedOf({ deny, review }: GateSealed): string {
  const told = [...(deny > 0 ? [`${deny} denied`] : []), ...(review > 0 ? [`${review} needing a review`] : [])];
  return `not everything was let through: ${told.join(', ')}: the log and the recording say which, under which rule, and what to do`;
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
