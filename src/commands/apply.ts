// SPDX-License-Identifier: Apache-2.0
//
// `apply`: executes exactly the operations of one approval, in their order, through the gate, with no agent; says what became of
// them. Refuses what it can not send as it was reviewed: other kinds than SQL, rows that are not there; and stops at the first that fails.
import type { OperationOutcome } from '../approval/outcome.js';
import { shownInline } from '../approval/visible-text.js';
import { EXIT, GateError } from '../core/errors.js';
import type { Manifest } from '../core/manifest.js';
import type { Host } from '../core/ports.js';
import { type Applied, type Executor, ManifestRun, type Outcome } from './apply-run.js';
import { choiceInput, listInput, textInput, type RawInputs, type VerbSpec } from './verb.js';
import { parseAccount } from './run-inputs.js';

const AFTER = ['close', 'merge', 'keep'] as const;

/** The declaration that action.yml, the GitLab template and the command line are compared with. */
export const applySpec: VerbSpec = {
  name: 'apply',
  description: 'Execute exactly the operations of one approval, in order, through the gate, with no agent.',
  inputs: [
    { name: 'approval', description: 'Pull or merge request whose approval is used: its number or address. When empty: those that the commits of this push were merged by.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'after', description: 'What becomes of the pull or merge request when all was done: `close`, `merge` or `keep`. When empty: what the policy says under `approvals`, else `close`.', default: '', required: false, face: 'all', kind: 'text', choices: AFTER },
    { name: 'data', description: 'Files with the rows that approved operations copy in (COPY FROM STDIN), exactly as approved; several: one a line.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'session-dir', description: 'Folder for the recording; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
  ],
  outputs: [
    { name: 'outcome', description: '`ok`, `failed` (the database), `denied`, `pending` or `error`.' },
    { name: 'approval-url', description: 'Address of the pull or merge request; several: one a line.' },
    { name: 'digest', description: 'Digest of the manifest; several: one a line.' },
    { name: 'applied', description: 'Number of operations that were done.' },
    { name: 'session', description: 'Path of the recording, `session.jsonl`; empty when nothing was started. Several approvals: one a line.' },
  ],
};

export interface ApplyInputs {
  readonly approval: string | null;
  readonly proposers: readonly string[];
  readonly after: (typeof AFTER)[number] | null;
  /** Files with rows that are copied in. */
  readonly data: readonly string[];
  readonly sessionDir: string | null;
  readonly audience: string;
}

/** A guarded session for the resources of a manifest. */
export interface ApplySession {
  readonly session: string;
  readonly recording: string;
  executor(resource: string): Promise<Executor>;
  /** Closes connections, seals the recording, tells the pull request and closes or merges it when all was done. `untold`: what could not be told. */
  seal(results: readonly OperationOutcome[]): Promise<{ readonly sha256: string; readonly untold: readonly string[] }>;
}

/** An approval as it stands. `manifest` null: `why` says what is missing. `nothing`: there is nothing to apply, `why` says why. */
export interface FoundApproval {
  readonly number: number;
  readonly url: string;
  readonly digest: string | null;
  readonly manifest: Manifest | null;
  readonly state: 'approved' | 'pending' | 'refused' | 'nothing';
  readonly why: string;
}

export interface ApplyDeps {
  readonly host: Host;
  /** One that was named, else those that were merged with the commits of this job, in their order. */
  find(inputs: ApplyInputs): Promise<readonly FoundApproval[]>;
  /** Whole files, by SHA-256 (hex). Throws INPUT_INVALID for one that can't be read. */
  readRows(files: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** A session that uses the approval of this pull request. */
  open(number: number, resources: readonly string[]): Promise<ApplySession>;
}

export function parseApplyInputs(raw: RawInputs): ApplyInputs {
  return {
    approval: textInput(raw, applySpec, 'approval') ?? null, proposers: listInput(raw, 'proposers').map(parseAccount),
    after: choiceInput(raw, applySpec, { name: 'after', choices: AFTER }) ?? null,
    data: listInput(raw, 'data'), sessionDir: textInput(raw, applySpec, 'session-dir') ?? null, audience: textInput(raw, applySpec, 'audience') ?? 'ostiary',
  };
}

/** Runs the verb; returns the exit code: 0 done, 1 refused, 3 not approved yet, 4 the database or a forge failed. Throws GateError. */
export async function apply(raw: RawInputs, deps: ApplyDeps): Promise<number> {
  const { host } = deps;
  const inputs = parseApplyInputs(raw);
  const all = await deps.find(inputs);
  const found = all.filter(({ state }) => state !== 'nothing');
  const told = found.length === 0 ? all : found;
  host.output('approval-url', told.map(({ url }) => url).join('\n'));
  host.output('digest', told.map(({ digest }) => digest ?? '').join('\n').trim());
  if (found.length === 0) host.annotate('notice', `${all.map(({ url, why }) => `${url} ${why}`).join(', ')}, so nothing is applied`);
  const rows = await deps.readRows(inputs.data);
  refuseUnsendable(found, rows);
  const ended: Ended[] = [];
  for (const one of found) {
    const last = await applyOne(one, rows, deps);
    ended.push(last);
    if (last.outcome !== 'ok') break;
  }
  // What was merged later may rest on what was merged before.
  for (const { url } of found.slice(ended.length)) host.annotate('error', `${url} was not applied, since ${found[ended.length - 1]?.url ?? ''}, which was merged before it, was not done: when that does not matter, name it with the input \`approval\``);
  const code = end(host, ended);
  for (const { untold, report } of ended) {
    for (const one of untold) host.annotate('warning', one);
    if (report !== null) await host.summary(report);
  }
  return code;
}

interface Ended {
  readonly outcome: Outcome;
  readonly applied: number;
  readonly recording: string;
  readonly untold: readonly string[];
  readonly report: string | null;
}

async function applyOne({ url, number, manifest, state, why }: FoundApproval, rows: ReadonlyMap<string, Buffer>, deps: ApplyDeps): Promise<Ended> {
  const { host } = deps;
  if (manifest === null || state !== 'approved') {
    host.annotate(state === 'pending' ? 'warning' : 'error', `${url} is ${state}: ${why}`);
    return { outcome: state === 'pending' ? 'pending' : 'denied', applied: 0, recording: '', untold: [], report: null };
  }
  const session = await deps.open(number, [...new Set(manifest.operations.map(({ resource }) => resource.name))]);
  const run = new ManifestRun(manifest, rows, (resource) => session.executor(resource));
  await run.all();
  const { sha256, untold } = await session.seal(run.results.map(({ outcome, said }, place) => ({ resource: manifest.operations[place]?.resource.name ?? '', how: outcome, said: said === '' ? null : said })));
  if (run.failure !== null) host.annotate('error', `operation ${run.failure.place + 1}: ${run.failure.message}`);
  const applied = run.results.filter(({ outcome }) => outcome === 'done').length;
  return { outcome: run.outcome, applied, recording: session.recording, untold, report: reportOf(manifest, run.results, { session: session.session, sha256, untold }) };
}

const CODES: Readonly<Record<Outcome, number>> = { ok: EXIT.done, failed: EXIT.fault, denied: EXIT.denied, pending: EXIT.pending };

function end(host: Host, ended: readonly Ended[]): number {
  const outcome = ended.at(-1)?.outcome ?? 'ok';
  const applied = ended.reduce((sum, one) => sum + one.applied, 0);
  host.output('outcome', outcome);
  host.output('applied', String(applied));
  host.output('session', ended.map(({ recording }) => recording).filter((path) => path !== '').join('\n'));
  host.log.info(`apply: ${outcome}; ${applied} done`);
  return CODES[outcome];
}

// Before anything runs: a manifest that can't be sent as a whole is not begun.
function refuseUnsendable(found: readonly FoundApproval[], rows: ReadonlyMap<string, Buffer>): void {
  const operations = found.flatMap(({ url, manifest, state }) => (state === 'approved' ? (manifest?.operations ?? []) : []).map((operation, place) => ({ ...operation, what: `operation ${place + 1} of ${url}` })));
  for (const { kind, data, what } of operations) {
    if (kind !== 'sql') throw new GateError('INPUT_INVALID', `${what} is of kind \`${kind}\`, and \`apply\` sends SQL only`, { hint: 'nothing executes it yet: put SQL up by itself' });
    if (data !== null && !rows.has(data)) throw new GateError('INPUT_INVALID', `${what} copies rows in, and none of the files given has their SHA-256 \`${data}\``, { hint: 'name the file with exactly the bytes that were approved with the input `data`' });
  }
  const stray = [...rows.keys()].find((sha256) => operations.length > 0 && !operations.some(({ data }) => data === sha256));
  if (stray !== undefined) throw new GateError('INPUT_INVALID', `no operation copies in the rows of SHA-256 \`${stray}\`, which the input \`data\` names`, { hint: 'leave that file out, or look whether it is what was approved' });
}

// Made of command tags and of the server's words, which the gate has masked; in code, so that they are only read.
function reportOf(manifest: Manifest, results: readonly Applied[], { session, sha256, untold }: { session: string; sha256: string; untold: readonly string[] }): string {
  const code = (text: string): string => `\`${shownInline(text.replace(/\s+/gu, ' ')).replaceAll('`', "'").replaceAll('|', '/').slice(0, 300)}\``;
  return [
    '### Ostiary: apply', '', '| operation | on | outcome | |', '|---:|---|---|---|',
    ...results.map(({ outcome, said }, place) => `| ${place + 1} | ${code(manifest.operations[place]?.resource.name ?? '')} | ${outcome} | ${said === '' ? '' : code(said)} |`),
    '', `Session \`${session}\`, recording SHA-256 \`${sha256}\`.`, ...untold.flatMap((one) => ['', one]), '',
  ].join('\n');
}
