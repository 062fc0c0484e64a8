// SPDX-License-Identifier: Apache-2.0
//
// Wires `approval-gate` for its doors: what it is given, the policy of the protected branch, the settings that an ordinary connection has (they
// are part of what is approved), estimates, the forge. Refuses to publish secrets, and values that meet protected columns.
import { peopleBehind } from '../approval/prompters.js';
import { numberIn } from '../approval/candidates.js';
import { addedTexts } from '../approval/existing-pull-request.js';
import { verifyApproval } from '../approval/verify.js';
import { approvalGate, type ApprovalGateDeps, type Judged, type Proposal, rowCeiling } from '../commands/approval-gate.js';
import { approvalGateSpec, type GateInputs } from '../commands/approval-gate-inputs.js';
import type { GateRequest } from '../commands/gate-process.js';
import type { RawInputs } from '../commands/verb.js';
import { GateError } from '../core/errors.js';
import type { Operation } from '../core/model.js';
import type { Host, ReviewForge } from '../core/ports.js';
import type { ForgeRepository } from '../core/reviews.js';
import { systemRuntime } from '../core/runtime.js';
import { claimText } from '../identity/principal.js';
import { loadSqlReader } from '../parse/sql/reader.js';
import { admit, type Admitted } from './admission.js';
import { type AskingForge, lookedAtLate, reviewForgeOf, TOKEN_HINT } from './approvals.js';
import { parseArguments } from './arguments.js';
import type { GuardWorld } from './gate-session.js';
import { jobInputs } from './inputs.js';
import { starterIn } from './job-person.js';
import { ManifestPolicy } from './manifest-policy.js';
import { type Measuring, openMeasuring } from './review-estimates.js';
import { bytesOf, type Listed, listedOf, type ReadFiles, textOf } from './proposed-operations.js';
import { unpublishable } from './publication-check.js';
import { Readers } from './readers.js';
import { realHost } from './wire.js';

/** `ostiary approval-gate [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
export async function approvalGateVerb(argv: readonly string[]): Promise<number> {
  const host = realHost();
  const { inputs, words } = parseArguments(argv, approvalGateSpec.inputs.filter((input) => input.face !== 'ci'));
  if (words.length > 0) throw new GateError('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`approval-gate\``, { hint: 'name the files with `--sql FILE`, commands with `--commands TEXT`' });
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
  const asking: AskingForge[] = [];
  try {
    const deps: ApprovalGateDeps = { host, monotonicMs: () => systemRuntime.monotonicMs(), propose: (inputs) => propose(inputs, host, { ...world, asking }), sleep: (milliseconds) => sleep(milliseconds, cancelled.signal) };
    return await approvalGate(raw, deps);
  } finally {
    for (const one of asking) await one.release();
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

// `asking`: gets the forge, whose token is given back at the end.
async function propose(inputs: GateInputs, host: Host, world: GuardWorld & { readonly asking: AskingForge[] }): Promise<Proposal> {
  const request: GateRequest = { policyFile: null, local: false, gateway: null, resources: inputs.resource === null ? [] : [inputs.resource], sessionDir: null, audience: inputs.audience, command: ['ostiary', 'approval-gate'], approval: null, proposers: inputs.proposers, after: null, breakGlass: null };
  const admitted = await admit(request, world);
  const found = await reviewForgeOf(world, admitted);
  if (found === null) throw new GateError('INPUT_INVALID', 'there is no token to put operations up with', { hint: TOKEN_HINT });
  world.asking.push(found);
  const { forge } = found;
  const { policy, principal } = admitted;
  const readers = new Readers(policy.detectors);
  const asked = new ManifestPolicy(policy, { principal, read: await loadSqlReader(), others: (kind) => readers.ready(kind)?.[kind], now: () => systemRuntime.now() });
  if (policy.breakGlass !== null && admitted.repositoryId !== null) await lookedAtLate({ forge, repositoryId: admitted.repositoryId, notify: policy.breakGlass.notify, log: world.log });
  const repository = await forge.repository(admitted.repositoryId ?? '');
  const { head, read } = await filesOf(inputs, { forge, repository });
  const listed = await listedOf(inputs, read, { policy, readers });
  // A pull request without such files asks for nothing.
  if (listed.length === 0 && head === null) throw new GateError('INPUT_INVALID', 'nothing that was given holds an operation', { hint: 'name the SQL files, commands or change sets with the operations' });
  const judged = await judgeAll(listed, admitted);
  const run = claimText(principal.claims, host.kind === 'github' ? 'run_id' : 'pipeline_id');
  return {
    judged, forge, repository, head, demandsFor: asked.demandsFor, explain: asked.explain, inspect: unpublishable({ policy, principal }, asked),
    context: {
      now: systemRuntime.now(), repository: repository.id, prompters: await peopleBehind({ run, starter: starterIn(principal.claims, forge.kind) }, { forge, repository }),
      requester: { names: principal.names, issuer: principal.issuer, subject: principal.subject, run },
      policy: { digest: policy.digest, source: admitted.policySource, version: policy.version, packs: policy.packs.map(({ name, version }) => ({ name, version })) },
    },
    verify: (number) => verifyApproval({ repositoryId: repository.id, number, digest: null }, { forge, explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy: asked.unlikePolicy, proposers: inputs.proposers }),
  };
}

async function filesOf({ files, data, pullRequest }: GateInputs, of: { readonly forge: ReviewForge; readonly repository: ForgeRepository }): Promise<{ readonly head: string | null; readonly read: ReadFiles }> {
  if (pullRequest === null) return { head: null, read: { texts: await Promise.all(files.map(textOf)), names: files, rows: await Promise.all(data.map(bytesOf)) } };
  const number = numberIn(of.repository, pullRequest);
  const { head, texts, names } = await addedTexts(files, number, of);
  if (data.length === 0) return { head, read: { texts, names, rows: [] } };
  const rows = await addedTexts(data, number, of);
  if (rows.head !== head) throw new GateError('FORGE_FAILED', `pull request ${number} was pushed to while its files were read`, { hint: 'run again' });
  return { head, read: { texts, names, rows: rows.texts.map((text) => Buffer.from(text)) } };
}

// One after the other, on one connection for each database. Rows are estimated, so what is said here is what the wire would say today.
async function judgeAll(listed: readonly Listed[], { policy, principal, secretsFor }: Admitted): Promise<readonly Judged[]> {
  const databases = new Map<string, Measuring>();
  try {
    const judged: Judged[] = [];
    for (const { kind, resource, facts, parameters, data, transaction, place } of listed) {
      const { name, target } = resource;
      if (kind === 'sql' && !databases.has(name)) databases.set(name, await openMeasuring(resource, secretsFor(resource)));
      const measuring = databases.get(name);
      const settings = measuring?.settings ?? {};
      const { impact, ceiling } = await measuring?.measure({ bytes: facts.text, parameters, settings }) ?? { impact: null, ceiling: null };
      const operation: Operation = { kind, resource: { name, target }, facts, parameters, data, settings, rows: impact?.rows ?? undefined };
      const decision = policy.decide({ operation, principal, resource: name, now: systemRuntime.now() });
      judged.push({ operation, transaction, place, decision, impact, maxRows: rowCeiling(decision, ceiling, policy.rules) });
    }
    return judged;
  } finally {
    for (const measuring of databases.values()) await measuring.close();
  }
}
