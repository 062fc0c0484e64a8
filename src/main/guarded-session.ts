// SPDX-License-Identifier: Apache-2.0
//
// One way to open a guarded session, in a job and at the gateway: a recording with its header, and the gate over it, with a door for each
// resource. Refuses to hand out a door before the header is as durable as the session demands.
import { chmod } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SessionEnd, SessionHeader } from '../core/events.js';
import type { DecisionKind, Principal } from '../core/model.js';
import type { Approvals, Log, SeenApproval } from '../core/ports.js';
import { systemRuntime } from '../core/runtime.js';
import type { Judge } from '../gate/order.js';
import { GateSession, type SessionTally } from '../gate/session.js';
import type { WireDoor } from '../gate/wire.js';
import { resolve } from '../parse/sql/resolve.js';
import type { SqlParser } from '../parse/sql/parser.js';
import type { Policy, Resource } from '../policy/model.js';
import { RECORDING_FILE } from '../record/chain.js';
import type { SessionStatement } from '../record/envelope.js';
import { recordFailed, writeNewFile } from '../record/file.js';
import { KEY_BUNDLE_SUFFIX } from '../record/session-key.js';
import { ContentMask } from '../mask/content.js';
import { RecordingWriter } from '../record/writer.js';
import { makeFolder } from './folders.js';
import { recordedCommand } from './recorded-command.js';
import { VERSION } from './version.js';
import { keepDetectors } from './stored-detectors.js';
import type { RecordingSigner } from './signing.js';

/** The policy in force for a session; at a gateway several in one. */
export type SessionPolicy = Judge & Pick<Policy, 'approvers' | 'digest' | 'version' | 'mode' | 'packs' | 'record' | 'detectors' | 'masks'>;

/** What a session is about. `dir`: folder of its recording. */
export interface SessionRequest {
  readonly session: string;
  readonly dir: string;
  readonly principal: Principal;
  readonly policy: SessionPolicy;
  readonly policySource: string;
  readonly host: SessionHeader['host'];
  readonly resources: readonly Resource[];
  readonly command: readonly string[];
  /** Values that must not be recorded with COMMAND. */
  readonly secrets?: readonly string[];
  readonly durability: 'process' | 'disk';
  readonly parser: SqlParser;
  readonly approvals: Approvals;
  /** Signs the recording as it is written; null: nobody does. */
  readonly signing: RecordingSigner | null;
  /** How long a client that can wait is held for people, unless the resource says otherwise. */
  readonly holdMs: number;
  /** Somebody signs a statement about the recording when it is sealed. */
  readonly stated?: boolean;
  /** Told of each decision, after it was recorded. */
  readonly decided?: (resource: string, decision: DecisionKind) => void;
}

/** An open session. */
export interface GuardedSession {
  /** Path of the recording. */
  readonly recording: string;
  readonly tally: SessionTally;
  door(resource: Resource): WireDoor;
  /** Makes ready what first connections need, where somebody has the time: they would wait for it. */
  prepare(): void;
  /** No connection is admitted from now on. */
  end(): void;
  /** Puts on record what became of an approval. Throws RECORD_FAILED. */
  note(seen: SeenApproval): void;
  /** Writes the closing line; connections have to be gone. Resolves with the statement about the file when somebody wants to sign one. */
  seal(outcome: SessionEnd['outcome']): Promise<SessionStatement | null>;
}

/** Opens it; throws RECORD_FAILED, and then nothing is left open. */
export async function openSession(request: SessionRequest, log: Log): Promise<GuardedSession> {
  const { session, dir, principal, policy, parser, durability, signing } = request;
  await makePrivate(dir);
  // A set of detectors takes a while to make: what the session records and its resources without masks of their own share one.
  const content = new ContentMask([], policy.detectors);
  const command = recordedCommand(request.command, request.secrets ?? [], content);
  const recorder = await RecordingWriter.open({ dir, sessionId: session, header: headerOf({ ...request, command }), runtime: systemRuntime, durability, log, ...(signing === null ? {} : { signer: signing.signer }), ...(request.stated === true ? { stated: true } : {}) });
  try {
    keepDetectors(dir, policy.detectors);
    if (signing !== null && signing.keyBundle !== null) writeNewFile(join(dir, RECORDING_FILE + KEY_BUNDLE_SUFFIX), signing.keyBundle);
  } catch (thrown) {
    await recorder.close({ outcome: 'error', operations: { allow: 0, review: 0, deny: 0 } }).catch(() => undefined);
    throw thrown;
  }
  const gate = new GateSession({
    principal, judge: policy, reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => resolve(draft, scope, parser) },
    approvals: request.approvals, recorder, runtime: systemRuntime, log, recordResults: policy.record.results, detectors: policy.detectors, content,
    ...(request.decided === undefined ? {} : { decided: request.decided }),
  });
  return {
    recording: join(dir, RECORDING_FILE), tally: gate.tally,
    door: (resource) => gate.door({ name: resource.name, target: resource.target }, policy.masks(resource.name, principal.names), resource.holdMs ?? request.holdMs),
    prepare: () => gate.prepare(),
    end: () => gate.end(),
    note: (seen) => recorder.append({ type: 'approval', operations: [], ...seen, reason: content.scan(seen.reason).text }),
    async seal(outcome) {
      await recorder.close({ outcome, operations: { allow: gate.tally.allow, review: gate.tally.review, deny: gate.tally.deny } });
      return recorder.statement;
    },
  };
}

async function makePrivate(folder: string): Promise<void> {
  try {
    await makeFolder(dirname(folder));
    await makeFolder(folder, 0o700);
    await chmod(folder, 0o700);
  } catch (thrown) {
    throw recordFailed(thrown, join(folder, RECORDING_FILE));
  }
}

function headerOf({ session, principal, policy, policySource, host, resources, command, durability, signing }: SessionRequest): SessionHeader {
  return {
    type: 'session', format: 'ostiary-session-v1', session, ostiary: VERSION,
    principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, claims: principal.claims },
    prompter: principal.prompter ?? null, host,
    resources: resources.map(({ name, target, type }) => ({ name, target, type })),
    policy: { digest: policy.digest, source: policySource, version: policy.version, mode: policy.mode.kind },
    packs: policy.packs, command, durability, key: signing?.signer.keyId ?? null,
  };
}
