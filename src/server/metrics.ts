// SPDX-License-Identifier: Apache-2.0
//
// Counters and gauges for Prometheus. Labels come from closed sets and from names of the operator's file, so that nobody can make them
// grow. Refuses to say anything about single sessions, people or statements.
// @see https://prometheus.io/docs/practices/naming/
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { ErrorCode } from '../core/errors.js';
import type { DecisionKind } from '../core/model.js';

/** What is read when somebody looks. */
export interface Gauges {
  sessions(): number;
  connections(): number;
  ready(): boolean;
}

/** The gateway's metrics; each gateway has a registry of its own. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #opened: Counter;
  readonly #refused: Counter;
  readonly #ended: Counter<'why'>;
  readonly #operations: Counter;
  readonly #reloads: Counter;
  readonly #reloaded: Gauge;

  constructor(gauges: Gauges) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    const gauge = (name: string, help: string, value: () => number): void => void new Gauge({ name, help, registers, collect() { this.set(value()); } });
    gauge('ostiary_ready', '1 when sessions can be opened.', () => Number(gauges.ready()));
    gauge('ostiary_sessions', 'Sessions that are open.', () => gauges.sessions());
    gauge('ostiary_connections', 'Connections to resources that are open.', () => gauges.connections());
    this.#opened = new Counter({ name: 'ostiary_sessions_opened_total', help: 'Sessions opened.', registers });
    this.#refused = new Counter({ name: 'ostiary_requests_refused_total', help: 'Requests to the API that were refused, by code.', labelNames: ['code'], registers });
    this.#ended = new Counter({ name: 'ostiary_sessions_ended_total', help: 'Sessions ended, by why: job, lease, limit, revoked.', labelNames: ['why'], registers });
    this.#operations = new Counter({ name: 'ostiary_operations_total', help: 'Operations decided, by resource and decision.', labelNames: ['resource', 'decision'], registers });
    this.#reloads = new Counter({ name: 'ostiary_reloads_total', help: 'Times that the file was read again, by result.', labelNames: ['result'], registers });
    this.#reloaded = new Gauge({ name: 'ostiary_last_reload_successful', help: '0 when the file on disk is not the one in force, because it is invalid.', registers });
    this.#reloaded.set(1);
  }

  /** Content type of `text`. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  sessionOpened(): void {
    this.#opened.inc();
  }

  sessionEnded(why: 'job' | 'lease' | 'limit' | 'revoked'): void {
    this.#ended.inc({ why });
  }

  requestRefused(code: ErrorCode): void {
    this.#refused.inc({ code });
  }

  decided(resource: string, decision: DecisionKind): void {
    this.#operations.inc({ resource, decision });
  }

  reloaded(result: 'ok' | 'failed'): void {
    this.#reloads.inc({ result });
    this.#reloaded.set(result === 'ok' ? 1 : 0);
  }
}
