// SPDX-License-Identifier: Apache-2.0
//
// Estimates what an operation would touch: on a connection of our own, in a read-only transaction that is always rolled back, with short
// timeouts. Refuses to ask the planner when planning could run a user's code, and to show what the server says, which may quote values.
import type { CatalogSnapshot } from '../../../core/catalog.js';
import { GateError } from '../../../core/errors.js';
import type { ImpactAnswer, ImpactQuestion, Impacts, PlanQuestion, RelationSize } from '../../../core/impact.js';
import { REACH, reachQuery, SETTINGS_QUERY } from './queries.js';
import { wireParameter } from '../protocol/parameters.js';
import { planRows } from './plan-rows.js';
import { ServerSaid, type SimpleClient, type TextRow } from '../upstream/simple-client.js';

/** Those that wait for one connection; whoever comes then is told that rows are not known. */
const MAX_WAITING = 200;

/** Asks one database. `connect` logs in under IMPACT_SESSION_SETTINGS; it is called when first needed and after a loss. */
export class PlannerImpacts implements Impacts {
  readonly #connect: () => Promise<SimpleClient>;
  readonly #catalog: () => CatalogSnapshot;
  #client: SimpleClient | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(connect: () => Promise<SimpleClient>, catalog: () => CatalogSnapshot) {
    this.#connect = connect;
    this.#catalog = catalog;
  }

  /** One after the other: each is a transaction of its own. */
  estimate(question: ImpactQuestion): Promise<ImpactAnswer> {
    if (this.#waiting >= MAX_WAITING) throw new GateError('LIMIT_EXCEEDED', 'too many operations wait to be estimated');
    this.#waiting += 1;
    const answer = this.#last.then(() => this.#estimate(question)).finally(() => (this.#waiting -= 1));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Says goodbye after what was asked so far. */
  async close(): Promise<void> {
    await this.#last;
    await this.#client?.close();
  }

  async #estimate(question: ImpactQuestion): Promise<ImpactAnswer> {
    try {
      if (this.#client === null || this.#client.ended) this.#client = await this.#connect();
      return await this.#rolledBack(this.#client, question);
    } catch (thrown) {
      return { rows: null, why: whyOf(thrown), sizes: [] };
    }
  }

  // INVARIANT: nothing that was asked here is ever committed.
  async #rolledBack(client: SimpleClient, question: ImpactQuestion): Promise<ImpactAnswer> {
    await client.query('BEGIN READ ONLY');
    try {
      return await this.#ask(client, question);
    } finally {
      await client.query('ROLLBACK').catch(() => undefined);
    }
  }

  async #ask(client: SimpleClient, question: ImpactQuestion): Promise<ImpactAnswer> {
    const found = await client.query(reachQuery(question));
    const named = (kind: string): readonly string[] => [...new Set(found.filter(([of]) => of === kind).map(([, name]) => name ?? ''))];
    const sizes = found.filter(([kind]) => kind === REACH.size).map(sizeOf);
    const { plan } = question;
    const [code] = named(REACH.code);
    if (plan === null) return { rows: null, why: null, sizes };
    if (code !== undefined) return { rows: null, why: `planning it could run or ask \`${code}\`, which nobody has reviewed`, sizes };
    const passed = named(REACH.passed);
    if (passed.length > 0) return { rows: null, why: `a foreign key passes the change on to rows of ${passed.slice(0, 5).map((name) => `\`${name}\``).join(', ')}`, sizes };
    const rows = await this.#plan(client, plan, question.settings);
    return { rows, why: rows === null ? 'the plan does not say how many rows it would touch' : null, sizes };
  }

  async #plan(client: SimpleClient, { explain, parameters }: PlanQuestion, settings: ImpactQuestion['settings']): Promise<number | null> {
    await client.bound(SETTINGS_QUERY, [{ typeOid: 0, format: 0, value: Buffer.from(JSON.stringify(settings)) }]);
    const catalog = this.#catalog();
    const lines = await client.bound(explain, parameters.map((parameter) => wireParameter(parameter, catalog)));
    return planRows(lines.map(([line]) => line ?? '').join('\n'));
  }
}

function sizeOf([, oid, rows, bytes]: TextRow): RelationSize {
  return { oid: Number(oid), rows: rows === null || rows === undefined ? null : Math.round(Number(rows)), bytes: Number(bytes ?? 0) };
}

// By SQLSTATE: its message may quote a value of the statement.
function whyOf(thrown: unknown): string {
  const said = thrown instanceof GateError ? thrown.cause : null;
  if (!(said instanceof ServerSaid)) return 'the database could not be asked';
  switch (said.sqlstate) {
    case '57014':
      return 'planning it took too long';
    case '55P03':
      return 'others hold a lock on what it touches';
    case '42501':
      return 'the login may not plan it (SQLSTATE 42501)';
    default:
      return `the server does not plan it (SQLSTATE ${said.sqlstate})`;
  }
}
