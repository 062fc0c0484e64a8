// SPDX-License-Identifier: Apache-2.0
//
// One principal's guarded run on one resource: hands a door to each connection and counts what was decided. Holds the session key
// and the recording; refuses connections when it has ended or has too many.
import { createHmac } from 'node:crypto';
import { GateError } from '../core/errors.js';
import type { CustomDetector } from '../core/custom-detector.js';
import type { ColumnMask, DecisionKind, Principal, ResourceRef } from '../core/model.js';
import type { Approvals, Log, Recorder } from '../core/ports.js';
import type { Runtime } from '../core/runtime.js';
import { ProtectedColumns } from '../mask/columns.js';
import { ContentMask } from '../mask/content.js';
import { LiveSeries } from '../parse/migrations/live-series.js';
import { unattributed } from './diagnostics.js';
import { FactsCache, type SqlReader } from './facts.js';
import { ApprovalOutcomes } from './outcomes.js';
import { submit, type Judge, type OrderDeps, type Tally, type Verdict } from './order.js';
import type { Submission, WireContext, WireDoor, WireGate } from './wire.js';

/** Connections open at once in one session: above any CI job's pool, below PostgreSQL's default `max_connections` of 100. */
export const MAX_CONNECTIONS = 64;

export interface GateSessionDeps {
  readonly principal: Principal;
  readonly judge: Judge;
  readonly reader: SqlReader;
  readonly approvals: Approvals;
  readonly recorder: Recorder;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly recordResults: 'rows' | 'counts' | 'none';
  /** Detectors of the policy's own. */
  readonly detectors?: readonly CustomDetector[];
  /** Finds secrets with these, and nothing that only a resource asks for; made anew when left out. */
  readonly content?: ContentMask;
  /** Told of each decision and refusal, by name of the resource: for counters beyond this session. */
  readonly decided?: (resource: string, decision: DecisionKind) => void;
}

/** Decisions so far; shared by all resources of a session. */
export class SessionTally implements Tally {
  allow = 0;
  review = 0;
  deny = 0;
  #operations = 0;

  nextOperation(): number {
    this.#operations += 1;
    return this.#operations;
  }
}

// What every resource has anyhow is found without such a mask.
function isContent({ column }: ColumnMask): boolean {
  return column.startsWith('content:');
}

/** The masks in force on a resource, and those that rules add for single operations. */
class Masking {
  readonly columns: ProtectedColumns;
  readonly content: ContentMask;
  readonly #masks: readonly ColumnMask[];
  readonly #detectors: readonly CustomDetector[];
  readonly #added = new Map<string, Masking>();

  constructor(masks: readonly ColumnMask[], detectors: readonly CustomDetector[], content = new ContentMask(masks, detectors)) {
    this.#masks = masks;
    this.#detectors = detectors;
    this.columns = new ProtectedColumns(masks);
    this.content = content;
  }

  with(more: readonly ColumnMask[]): Masking {
    const key = JSON.stringify(more);
    const known = this.#added.get(key);
    if (known !== undefined) return known;
    const masks = [...this.#masks, ...more];
    // A set of detectors takes a megabyte: made only when there are others.
    const made = more.some(isContent) ? new Masking(masks, this.#detectors) : new Masking(masks, this.#detectors, this.content);
    this.#added.set(key, made);
    return made;
  }

  /** A text that belongs to no single operation: anything may be in it that any operation so far had to hide. */
  unattributed(field: string, text: string, sqlstate: string): string {
    const all = [this, ...this.#added.values()];
    const hidden = all.map(({ columns }) => unattributed({ field, text, sqlstate }, columns)).find((replacement) => replacement !== null);
    return hidden ?? all.reduce((clean, { content }) => content.scan(clean).text, text);
  }
}

/** The gate of one session. */
export class GateSession {
  readonly tally = new SessionTally();
  readonly #deps: GateSessionDeps;
  readonly #sessionKey: Buffer;
  readonly #contents = new Set<ContentMask>();
  #connections = 0;
  #open = 0;
  #ended = false;

  constructor(deps: GateSessionDeps) {
    this.#deps = deps;
    this.#sessionKey = deps.runtime.random(32);
  }

  /** The door to one resource, under the masks in force for it. `holdMs`: how long a client that can wait is held for people. */
  door(resource: ResourceRef, masks: readonly ColumnMask[], holdMs = 0): WireDoor {
    const detectors = this.#deps.detectors ?? [];
    const { content: common } = this.#deps;
    const standing = common === undefined || masks.some(isContent) ? new Masking(masks, detectors) : new Masking(masks, detectors, common);
    this.#contents.add(standing.content);
    const shared = {
      ...this.#shared(resource), holdMs, protectedColumns: standing.columns, content: standing.content,
      protectedWith: (more: readonly ColumnMask[]) => standing.with(more).columns, contentWith: (more: readonly ColumnMask[]) => standing.with(more).content,
    };
    return {
      open: (application, impacts) => {
        const connection = this.#admit(resource, standing.content.scan(application).text);
        const originated = (statement: string, purpose: string): void => this.#deps.recorder.append({ type: 'gate', connection, statement, purpose });
        return this.#connect({ ...shared, connection, originated, impacts: impacts ?? null, series: new LiveSeries(), outcomes: new ApprovalOutcomes() }, standing);
      },
    };
  }

  /** Makes ready what first connections need, so that they need not wait for it. */
  prepare(): void {
    for (const content of this.#contents) content.prepare();
  }

  /** No connection is admitted from now on. */
  end(): void {
    this.#ended = true;
  }

  #shared(resource: ResourceRef): Omit<OrderDeps, 'connection' | 'originated' | 'impacts' | 'series' | 'outcomes' | 'holdMs' | 'protectedColumns' | 'protectedWith' | 'content' | 'contentWith'> {
    const { principal, judge, reader, approvals, recorder, runtime, recordResults } = this.#deps;
    return {
      principal, resource, judge, approvals, recorder, recordResults, facts: new FactsCache(reader), tally: this.tally,
      sessionKey: this.#sessionKey, runtime, now: () => runtime.now(),
      decided: (decision) => this.#deps.decided?.(resource.name, decision),
      keyed: (digest) => createHmac('sha256', this.#sessionKey).update(digest).digest('hex'),
      log: (decision, operation, verdict) => this.#tell(decision, operation.facts.redacted, verdict),
    };
  }

  #admit(resource: ResourceRef, application: string): number {
    if (this.#ended) throw new GateError('DENIED', 'the session has ended', { hint: 'start a new run' });
    if (this.#open >= MAX_CONNECTIONS) {
      throw new GateError('LIMIT_EXCEEDED', `the session has ${MAX_CONNECTIONS} connections open, which is the limit`, { hint: 'use a smaller pool' });
    }
    this.#connections += 1;
    this.#deps.recorder.append({ type: 'connection', connection: this.#connections, resource: resource.name, application });
    this.#open += 1;
    return this.#connections;
  }

  #connect(deps: OrderDeps, masking: Masking): WireGate {
    let open = true;
    return {
      holds: deps.holdMs > 0,
      analyse: (sql) => deps.facts.analyse(sql),
      facts: (draft, context: WireContext) => deps.facts.of(draft, context),
      submit: (submission: Submission) => submit(submission, deps),
      diagnostic: (field, text, sqlstate = '') => masking.unattributed(field, text, sqlstate),
      originated: deps.originated,
      idle: () => {
        deps.series.idle();
        deps.outcomes.idle();
      },
      refused: (reason) => {
        this.tally.deny += 1;
        deps.decided('deny');
        deps.recorder.append({ type: 'refused', connection: deps.connection, reason });
      },
      closed: (reason) => {
        if (!open) return;
        open = false;
        this.#open -= 1;
        deps.outcomes.closed();
        this.#remark(() => deps.recorder.append({ type: 'disconnected', connection: deps.connection, reason }));
      },
    };
  }

  // What is only a remark may be lost with a dead recorder; decisions never are.
  #remark(write: () => void): void {
    try {
      write();
    } catch (thrown) {
      this.#deps.log.debug('an event came after the end of the recording', { thrown: String(thrown) });
    }
  }

  #tell(decision: DecisionKind, text: string, verdict: Verdict): void {
    const fields = { resource: verdict.operation.resource.name, rule: verdict.rules[0] ?? 'default', statement: text.slice(0, 200) };
    if (verdict.observed.length > 0) this.#deps.log.warn(`would have refused: ${verdict.reasons[0] ?? ''}`, { ...fields, observed: verdict.observed });
    if (decision !== 'allow') this.#deps.log.info(`${decision}: ${verdict.reasons[0] ?? ''}`, fields);
  }
}
