// SPDX-License-Identifier: Apache-2.0
//
// `apply`: executes exactly the operations of one approval, in their order, through the gate, with no agent; says what became of
// them. Refuses what it can not send as it was reviewed: other kinds than SQL, parameters, data; and stops at the first that fails.
import type { OperationOutcome } from '../approval/outcome.js';
import { EXIT, GateError, messageOf } from '../core/errors.js';
import type { Manifest, ManifestOperation } from '../core/manifest.js';
import type { Host } from '../core/ports.js';
import { choiceInput, listInput, textInput, type RawInputs, type VerbSpec } from './verb.js';
import { parseAccount } from './run.js';

/** The declaration that action.yml, the GitLab template and the command line are compared with. */
export const applySpec: VerbSpec = {
  name: 'apply',
  description: 'Execute exactly the operations of one approval, in order, through the gate, with no agent.',
  inputs: [
    { name: 'approval', description: 'Pull request whose approval is used: its number or address. When empty: the one that this commit was merged by.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'after', description: 'What becomes of the pull request when all was done: `close`, `merge` or `keep`. When empty: what the policy says under `approvals`, else `close`.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'session-dir', description: 'Folder for the recording; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
  ],
  outputs: [
    { name: 'outcome', description: '`ok`, `failed` (the database), `denied`, `pending` or `error`.' },
    { name: 'approval-url', description: 'Address of the pull request.' },
    { name: 'digest', description: 'Digest of the manifest.' },
    { name: 'applied', description: 'Number of operations that were done.' },
    { name: 'session', description: 'Path of the recording, `session.jsonl`; empty when nothing was started.' },
  ],
};

export interface ApplyInputs {
  readonly approval: string | null;
  readonly proposers: readonly string[];
  readonly after: 'close' | 'merge' | 'keep' | null;
  readonly sessionDir: string | null;
  readonly audience: string;
}

/** A guarded connection. Throws `StatementFailed`, and anything else when nobody knows what became of the statement. */
export interface Executor {
  /** Resolves with the command tag, `UPDATE 3`. */
  execute(sql: string): Promise<string>;
}

/** The server's answer, or the gate's. */
export class StatementFailed extends Error {
  constructor(message: string, readonly sqlstate: string, readonly decision: 'review' | 'deny' | null) {
    super(message);
  }
}

/** A guarded session for the resources of a manifest. */
export interface ApplySession {
  readonly session: string;
  readonly recording: string;
  executor(resource: string): Promise<Executor>;
  /** Closes connections, seals the recording, tells the pull request and closes or merges it when all was done. `untold`: what could not be told. */
  seal(results: readonly OperationOutcome[]): Promise<{ readonly sha256: string; readonly untold: readonly string[] }>;
}

/** An approval as it stands. `manifest` null: `why` says what is missing. `nothing`: nobody put anything up on what was merged. */
export interface FoundApproval {
  readonly url: string;
  readonly digest: string | null;
  readonly manifest: Manifest | null;
  readonly state: 'approved' | 'pending' | 'refused' | 'nothing';
  readonly why: string;
}

export interface ApplyDeps {
  readonly host: Host;
  find(inputs: ApplyInputs): Promise<FoundApproval>;
  open(resources: readonly string[]): Promise<ApplySession>;
}

/** What became of one operation. */
export interface Applied {
  readonly outcome: 'done' | 'failed' | 'unknown' | 'not run';
  /** Command tag, or why not. */
  readonly said: string;
}

/** Failures that leave nothing behind and may not come again: serialization, deadlock, lock timeout. */
const AGAIN = new Set(['40001', '40P01', '55P03']);
const MAX_TRIES = 3;

export function parseApplyInputs(raw: RawInputs): ApplyInputs {
  return {
    approval: textInput(raw, applySpec, 'approval') ?? null, proposers: listInput(raw, 'proposers').map(parseAccount),
    after: choiceInput(raw, applySpec, { name: 'after', choices: ['close', 'merge', 'keep'] as const }) ?? null,
    sessionDir: textInput(raw, applySpec, 'session-dir') ?? null, audience: textInput(raw, applySpec, 'audience') ?? 'ostiary',
  };
}

/** Runs the verb; returns the exit code: 0 done, 1 refused, 3 not approved yet, 4 the database or a forge failed. Throws GateError. */
export async function apply(raw: RawInputs, deps: ApplyDeps): Promise<number> {
  const { host } = deps;
  const inputs = parseApplyInputs(raw);
  const found = await deps.find(inputs);
  host.output('approval-url', found.url);
  host.output('digest', found.digest ?? '');
  if (found.state === 'nothing') {
    host.annotate('notice', `${found.url} puts nothing up for approval, so nothing is applied`);
    return end(host, { outcome: 'ok', applied: 0, recording: '' });
  }
  if (found.manifest === null || found.state !== 'approved') {
    host.annotate(found.state === 'pending' ? 'warning' : 'error', `${found.url} is ${found.state}: ${found.why}`);
    return end(host, { outcome: found.state === 'pending' ? 'pending' : 'denied', applied: 0, recording: '' });
  }
  const { manifest } = found;
  for (const [place, operation] of manifest.operations.entries()) refuseUnsendable(operation, place);
  const session = await deps.open([...new Set(manifest.operations.map(({ resource }) => resource.name))]);
  const run = new ManifestRun(manifest, (resource) => session.executor(resource));
  await run.all();
  const { sha256, untold } = await session.seal(run.results.map(({ outcome, said }, place) => ({ resource: manifest.operations[place]?.resource.name ?? '', how: outcome, said: said === '' ? null : said })));
  const done = run.results.filter(({ outcome }) => outcome === 'done').length;
  if (run.failure !== null) host.annotate('error', `operation ${run.failure.place + 1}: ${run.failure.message}`);
  const code = end(host, { outcome: run.outcome, applied: done, recording: session.recording });
  for (const one of untold) host.annotate('warning', one);
  await host.summary(reportOf(manifest, run.results, { session: session.session, sha256, untold }));
  return code;
}

type Outcome = 'ok' | 'failed' | 'denied' | 'pending';
const CODES: Readonly<Record<Outcome, number>> = { ok: EXIT.done, failed: EXIT.fault, denied: EXIT.denied, pending: EXIT.pending };

function end(host: Host, { outcome, applied, recording }: { outcome: Outcome; applied: number; recording: string }): number {
  host.output('outcome', outcome);
  host.output('applied', String(applied));
  host.output('session', recording);
  host.log.info(`apply: ${outcome}; ${applied} done`);
  return CODES[outcome];
}

function refuseUnsendable({ kind, parameters, data }: ManifestOperation, place: number): void {
  const why = kind !== 'sql' ? `is of kind \`${kind}\`` : parameters.length > 0 ? 'has parameters' : data !== null ? 'has data of its own' : null;
  if (why === null) return;
  throw new GateError('INPUT_INVALID', `operation ${place + 1} ${why}, and \`apply\` sends plain SQL only`, { hint: 'let the program that asked for it run again, under `ostiary run` with this approval' });
}

/** One go through a manifest. */
export class ManifestRun {
  readonly results: Applied[];
  failure: { readonly place: number; readonly message: string } | null = null;
  outcome: Outcome = 'ok';
  readonly #manifest: Manifest;
  readonly #executor: (resource: string) => Promise<Executor>;

  constructor(manifest: Manifest, executor: (resource: string) => Promise<Executor>) {
    this.#manifest = manifest;
    this.#executor = executor;
    this.results = manifest.operations.map(() => ({ outcome: 'not run', said: '' }));
  }

  get isDone(): boolean {
    return this.results.every(({ outcome }) => outcome === 'done');
  }

  /** Executes until all is done or something fails. Never throws. */
  async all(): Promise<void> {
    for (const group of groupsOf(this.#manifest.operations)) {
      let tries = 1;
      while (!await this.#group(group, tries)) {
        if (this.failure !== null) return;
        tries += 1;
      }
    }
  }

  /** False: it may be tried again, unless there is a failure. */
  async #group(places: readonly number[], tries: number): Promise<boolean> {
    const operations = this.#manifest.operations;
    const first = operations[places[0] as number] as ManifestOperation;
    // Rows are counted where a change can still be undone.
    const isBlock = places.length > 1 || first.transaction !== null || first.maxRows !== null;
    let at = places[0] as number;
    let committing = false;
    try {
      const executor = await this.#executor(first.resource.name);
      try {
        if (isBlock) await executor.execute('BEGIN');
        for (at of places) this.results[at] = { outcome: 'done', said: await executor.execute((operations[at] as ManifestOperation).bytes) };
        committing = true;
        if (isBlock) await executor.execute('COMMIT');
        return true;
      } catch (thrown) {
        if (isBlock && thrown instanceof StatementFailed) await executor.execute('ROLLBACK').catch(() => undefined);
        throw thrown;
      }
    } catch (thrown) {
      const isKnown = thrown instanceof StatementFailed;
      if (isKnown && AGAIN.has(thrown.sqlstate) && tries < MAX_TRIES) {
        for (const place of places) this.results[place] = { outcome: 'not run', said: '' };
        return false;
      }
      this.#failed(places, { at, committing, thrown });
      return false;
    }
  }

  #failed(places: readonly number[], { at, committing, thrown }: { at: number; committing: boolean; thrown: unknown }): void {
    const isKnown = thrown instanceof StatementFailed;
    const said = messageOf(thrown);
    for (const place of places) {
      const isLater = place > at && !committing;
      this.results[place] = isLater ? { outcome: 'not run', said: '' } : isKnown ? { outcome: place === at ? 'failed' : 'not run', said: place === at ? said : 'rolled back' } : { outcome: 'unknown', said };
    }
    this.failure = { place: at, message: said };
    this.outcome = isKnown && thrown.decision !== null ? (thrown.decision === 'review' ? 'pending' : 'denied') : 'failed';
  }
}

/** Places of operations that are one transaction; neighbours only, since an order is an order. */
export function groupsOf(operations: readonly ManifestOperation[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [place, { transaction, resource }] of operations.entries()) {
    const before = operations[place - 1];
    const goesOn = transaction !== null && before?.transaction === transaction && before.resource.name === resource.name;
    if (goesOn) groups.at(-1)?.push(place);
    else groups.push([place]);
  }
  return groups;
}

// Made of command tags and of the server's words, which the gate has masked; in code, so that they are only read.
function reportOf(manifest: Manifest, results: readonly Applied[], { session, sha256, untold }: { session: string; sha256: string; untold: readonly string[] }): string {
  const code = (text: string): string => `\`${text.replace(/\s+/gu, ' ').replaceAll('`', "'").replaceAll('|', '/').slice(0, 300)}\``;
  return [
    '### Ostiary: apply', '', '| operation | on | outcome | |', '|---:|---|---|---|',
    ...results.map(({ outcome, said }, place) => `| ${place + 1} | ${code(manifest.operations[place]?.resource.name ?? '')} | ${outcome} | ${said === '' ? '' : code(said)} |`),
    '', `Session \`${session}\`, recording SHA-256 \`${sha256}\`.`, ...untold.flatMap((one) => ['', one]), '',
  ].join('\n');
}
