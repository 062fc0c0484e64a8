// SPDX-License-Identifier: Apache-2.0
//
// Wires `approval-gate` for its doors: the files, the policy of the protected branch, the settings that an ordinary connection has (they are
// part of what is approved), the forge. Refuses files that change these settings, or hold anything but whole transactions.
import { readFile } from 'node:fs/promises';
import { numberIn } from '../approval/candidates.js';
import { addedTexts } from '../approval/carry.js';
import type { Inspect } from '../approval/manifest.js';
import { verifyApproval } from '../approval/verify.js';
import { approvalGate, approvalGateSpec, type ApprovalGateDeps, type GateInputs, type Judged, type Proposal, rowCeiling } from '../commands/approval-gate.js';
import type { GateRequest } from '../commands/run.js';
import type { RawInputs } from '../commands/verb.js';
import { GateError, messageOf } from '../core/errors.js';
import type { Operation, OperationFacts, ReadOperation, StatementFacts } from '../core/model.js';
import type { Host } from '../core/ports.js';
import { stayAwake, systemRuntime } from '../core/runtime.js';
import { MEANING_SETTINGS } from '../gate/statements.js';
import { claimText } from '../identity/principal.js';
import { ProtectedColumns } from '../mask/columns.js';
import { loadSqlReader } from '../parse/sql/reader.js';
import type { Policy, Resource } from '../policy/model.js';
import { admit, type Admitted } from './admission.js';
import { reviewForgeOf } from './approvals.js';
import { parseArguments } from './arguments.js';
import { chosenResources, type GuardWorld } from './guard.js';
import { jobInputs } from './inputs.js';
import { ManifestPolicy } from './manifest-policy.js';
import { openMeasuring } from './measured.js';
import { secretsIn } from './secret-detection.js';
import { realHost } from './wire.js';

/** `ostiary approval-gate [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
export async function approvalGateVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const { inputs, words } = parseArguments(argv, approvalGateSpec.inputs.filter((input) => input.face !== 'ci'));
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`approval-gate\``, { hint: 'name the files with `--sql FILE`' });
  return gateFor({ ...(host.kind === 'shell' ? {} : jobInputs(approvalGateSpec, host)), ...inputs }, host);
}

/** The CI faces: every input from the job. */
export function approvalGateFromJob(host: Host): Promise<number> {
  return gateFor(jobInputs(approvalGateSpec, host), host);
}

async function gateFor(raw: RawInputs, host: Host): Promise<number> {
  if (host.kind === 'shell') throw new GateError('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: 'operations are put up by jobs; what a policy makes of them is said by `ostiary policy explain`' });
  const world: GuardWorld = { host: host.kind, environment: process.env, log: host.log, mask: (value) => host.addMask(value) };
  const cancelled = new AbortController();
  const cancel = (): void => cancelled.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, cancel);
  const awake = stayAwake();
  try {
    const deps: ApprovalGateDeps = { host, monotonicMs: () => systemRuntime.monotonicMs(), propose: (inputs) => propose(inputs, host, world), sleep: (milliseconds) => sleep(milliseconds, cancelled.signal) };
    return await approvalGate(raw, deps);
  } finally {
    awake.cancel();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, cancel);
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = systemRuntime.after(milliseconds, () => resolve(true));
    signal.addEventListener('abort', () => {
      timer.cancel();
      resolve(false);
    }, { once: true });
  });
}

async function propose(inputs: GateInputs, host: Host, world: GuardWorld): Promise<Proposal> {
  const forge = await reviewForgeOf(world);
  if (forge === null) throw new GateError('INPUT_INVALID', 'there is no token to put operations up with', { hint: 'GitHub: the input `github-token`; GitLab: the variable `OSTIARY_FORGE_TOKEN`, protected and masked' });
  const request: GateRequest = { policyFile: null, local: false, gateway: null, resources: inputs.resource === null ? [] : [inputs.resource], sessionDir: null, audience: inputs.audience, command: ['ostiary', 'approval-gate'], approval: null, proposers: inputs.proposers, after: null };
  const admitted = await admit(request, world);
  const { policy, principal } = admitted;
  const [resource] = chosenResources(policy, request) as [Resource];
  const read = await loadSqlReader();
  const asked = new ManifestPolicy(policy, { principal, read, now: () => systemRuntime.now() });
  const repository = await forge.repository(admitted.repositoryId ?? '');
  const { head, texts } = inputs.pullRequest === null ? { head: null, texts: await Promise.all(inputs.files.map(textOf)) } : await addedTexts(inputs.files, numberIn(repository, inputs.pullRequest), { forge, repository });
  // A pull request without such files asks for nothing.
  const listed = head !== null && texts.length === 0 ? [] : inTransactions(texts.map((text) => read(text)));
  const judged = listed.length === 0 ? [] : await judgeAll(listed, resource, admitted);
  const run = claimText(principal.claims, host.kind === 'github' ? 'run_id' : 'pipeline_id');
  return {
    judged, forge, repository, head, demandsFor: asked.demandsFor, explain: asked.explain, inspect: inspectorOf(admitted, asked),
    context: {
      now: systemRuntime.now(), repository: repository.id, prompters: run === null ? null : await forge.prompters(repository, run),
      requester: { names: principal.names, issuer: principal.issuer, subject: principal.subject, run },
      policy: { digest: policy.digest, source: admitted.policySource, version: policy.version, packs: policy.packs.map(({ name, version }) => ({ name, version })) },
    },
    verify: (number) => verifyApproval({ repositoryId: repository.id, number, digest: null }, { forge, explain: asked.explain, demandsOf: asked.demandsOf, proposers: inputs.proposers }),
  };
}

// One after the other, on one connection. Rows that a rule asks for are estimated, so what is said here is what the wire would say today.
async function judgeAll(listed: readonly Listed[], resource: Resource, { policy, principal, secretsFor }: Admitted): Promise<readonly Judged[]> {
  const measuring = await openMeasuring(resource, secretsFor(resource));
  try {
    const { settings } = measuring;
    const judged: Judged[] = [];
    for (const { facts, transaction } of listed) {
      const { impact, ceiling } = await measuring.measure({ bytes: facts.text, parameters: [], settings });
      const operation: Operation = { kind: 'sql', resource: { name: resource.name, target: resource.target }, facts, parameters: [], data: null, settings, rows: impact.rows ?? undefined };
      const decision = policy.decide({ operation, principal, resource: resource.name, now: systemRuntime.now() });
      judged.push({ operation, transaction, decision, impact, maxRows: rowCeiling(decision, ceiling, policy.rules) });
    }
    return judged;
  } finally {
    await measuring.close();
  }
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the file \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'check the repository out first, and name the file from its root' });
  });
}

interface Listed {
  readonly facts: OperationFacts;
  readonly transaction: number | null;
}

/** The operations of the files; BEGIN and COMMIT become the number of their transaction. */
export function inTransactions(files: readonly (readonly ReadOperation[])[]): readonly Listed[] {
  const listed: Listed[] = [];
  let [last, open] = [0, false];
  for (const { facts, line } of files.flat()) {
    const { session } = facts as StatementFacts;
    const strange = (why: string): GateError => new GateError('INPUT_INVALID', `line ${line}: ${facts.statement} ${why}`, { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
    for (const effect of session) {
      if (effect.kind === 'set' && MEANING_SETTINGS.includes(effect.name)) throw strange(`sets \`${effect.name}\`, which changes what the statements after it mean`);
      if (['rollback', 'rollback-to', 'savepoint', 'release', 'prepare-transaction'].includes(effect.kind)) throw strange('can not be put up for review');
    }
    const begins = session.some(({ kind }) => kind === 'begin');
    if (begins || session.some(({ kind }) => kind === 'commit')) {
      if (begins === open) throw strange(begins ? 'stands inside of a transaction' : 'ends no transaction');
      open = begins;
      if (begins) last += 1;
    } else listed.push({ facts, transaction: open ? last : null });
  }
  if (open) throw new GateError('INPUT_INVALID', 'a transaction has no end', { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
  if (listed.length === 0) throw new GateError('INPUT_INVALID', 'the files hold no statement', { hint: 'name the SQL files with the operations' });
  return listed;
}

// What may not be published: tokens and keys, and literals that meet protected columns.
function inspectorOf({ policy, principal }: { readonly policy: Policy; readonly principal: Admitted['principal'] }, asked: ManifestPolicy): Inspect {
  return (operation) => {
    const secrets = [...new Set(secretsIn(operation.bytes).map(({ name }) => `a secret (${name})`))];
    const facts = asked.factsOf(operation) as StatementFacts;
    // Every literal is replaced in it.
    if (facts.redacted === facts.text) return secrets;
    const columns = new ProtectedColumns(policy.masks(operation.resource.name, principal.names));
    const met = [
      ...facts.flows.map(({ target }) => target),
      ...facts.accesses.flatMap(({ effect, object, columns: touched, filtered }) => (object === null ? [] : [...filtered, ...(effect === 'read' ? [] : touched)].map((column) => ({ relation: object, column })))),
    ].filter(({ relation, column }) => columns.styleOf(relation, column, null) !== null);
    return [...secrets, ...new Set(met.map(({ relation, column }) => `a value for \`${relation}.${column}\``))];
  };
}
