// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { guideText } from '../commands/guide.js';
import { outcomeOf, type GateRequest, type GateSealed, type GateStarted, type OnRefusal } from '../commands/run.js';
import type { SessionHeader } from '../core/events.js';
import { GateError } from '../core/errors.js';
import type { HostKind, Log } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import { GateSession } from '../gate/session.js';
import type { Policy, Resource } from '../policy/model.js';
import { resolve } from '../parse/sql/resolve.js';
import { SqlParser } from '../parse/sql/parser.js';
import { RECORDING_FILE } from '../record/chain.js';
import { recordFailed } from '../record/file.js';
import { RecordingWriter } from '../record/writer.js';
import { admit, type Admitted } from './admission.js';
import { approvalsOf } from './approvals.js';
import { guardPostgres, type GuardedPostgres } from './postgres.js';
import { VERSION } from './help.js';

/** What the gate process knows of its surroundings. */
export interface GuardWorld {
  readonly host: HostKind;
  /** Of this process; secrets that were read are removed from it. */
  readonly environment: Record<string, string | undefined>;
  readonly log: Log;
  /** Tells the host to hide a value. */
  readonly mask: (value: string) => void;
}

/** A running guarded session. */
export interface Guard {
  readonly started: GateStarted;
  seal(commandCode: number | null, onRefusal: OnRefusal): Promise<GateSealed>;
}

/** Opens a session; throws GateError, and then nothing is left open. */
export async function openGuard(request: GateRequest, world: GuardWorld): Promise<Guard> {
  const [admitted, parser] = await Promise.all([admit(request, world), SqlParser.load()]);
  const { policy, principal } = admitted;
  for (const problem of policy.warnings) world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
  const resources = chosenResources(policy, request);
  const session = `ost_${systemRuntime.random(6).toString('hex')}`;
  const approvals = await approvalsOf(session, { admitted, request }, world);
  const sessionDir = request.sessionDir ?? join(admitted.defaultSessionDir, session);
  await makePrivate(sessionDir);
  const recorder = await RecordingWriter.open({
    dir: sessionDir, sessionId: session, header: headerOf({ session, admitted, resources, request }, world), runtime: systemRuntime, durability: 'process', log: world.log,
  });
  const gate = new GateSession({
    principal, judge: policy, reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => resolve(draft, scope, parser) },
    approvals, recorder, runtime: systemRuntime, log: world.log, recordResults: policy.record.results,
  });
  const open: GuardedPostgres[] = [];
  try {
    for (const resource of resources) {
      const door = gate.door({ name: resource.name, target: resource.target }, policy.masks(resource.name, principal.names));
      open.push(await guardPostgres({ resource, session, door }, admitted.secretsFor(resource), world));
    }
  } catch (thrown) {
    await Promise.allSettled(open.map((guarded) => guarded.close()));
    await recorder.close({ outcome: 'error', operations: { allow: 0, review: 0, deny: 0 } });
    throw thrown;
  }
  const started: GateStarted = {
    session, sessionDir, recording: join(sessionDir, RECORDING_FILE), endpoints: open.map((guarded) => guarded.endpoint),
    guide: guideText(policy, resources.map((resource) => resource.name)), secretVariables: admitted.secretVariables(),
    observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
  };
  return {
    started,
    async seal(commandCode, onRefusal) {
      gate.end();
      await Promise.allSettled(open.map((guarded) => guarded.close()));
      const { allow, review, deny } = gate.tally;
      const sealed = { allow, review, deny };
      const outcome = outcomeOf({ code: commandCode ?? 0, sealed, onRefusal, faulty: commandCode === null });
      await recorder.close({ outcome, operations: sealed });
      return sealed;
    },
  };
}

function chosenResources(policy: Policy, request: GateRequest): Resource[] {
  const names = Object.keys(policy.resources);
  if (names.length === 0) throw new GateError('POLICY_INVALID', 'the policy has no `resources`, so there is nothing to guard', { hint: 'add the database under `resources:`' });
  const only = names[0];
  const wanted = request.resources.length > 0 ? [...new Set(request.resources)] : names.length === 1 && only !== undefined ? [only] : [];
  if (wanted.length === 0) throw new GateError('INPUT_INVALID', `the policy has ${names.length} resources, so the run has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
  return wanted.map((name) => {
    const resource = policy.resources[name];
    if (resource === undefined) throw new GateError('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
    if (resource.type !== 'postgres') throw new GateError('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, which this version can not guard yet`, { hint: 'it guards `postgres`' });
    if (request.local && !resource.local) throw new GateError('DENIED', `resource \`${name}\` is not for local runs`, { hint: 'mark it `local: true` in the policy, or run it from CI' });
    return resource;
  });
}

async function makePrivate(folder: string): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (thrown) {
    throw recordFailed(thrown, join(folder, RECORDING_FILE));
  }
}

function headerOf(about: { session: string; admitted: Admitted; resources: readonly Resource[]; request: GateRequest }, world: GuardWorld): SessionHeader {
  const { admitted, resources, request, session } = about;
  const { policy, principal } = admitted;
  return {
    type: 'session', format: 'ostiary-session-v1', session, ostiary: VERSION,
    principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, claims: principal.claims },
    prompter: principal.prompter ?? null,
    host: { kind: world.host, facts: admitted.facts },
    resources: resources.map(({ name, target, type }) => ({ name, target, type })),
    policy: { digest: policy.digest, source: admitted.policySource, version: policy.version, mode: policy.mode.kind },
    packs: policy.packs, command: request.command, durability: 'process',
  };
}
