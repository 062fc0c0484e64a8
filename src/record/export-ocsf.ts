// SPDX-License-Identifier: Apache-2.0
//
// A recording as OCSF events, JSON lines, for those who have a SIEM: operations on a database are Datastore Activity (6005), all others,
// model calls and tools API Activity (6003). No profile is claimed; what OCSF has no field for is in `unmapped`. Refuses to say that a
// refused operation succeeded.
// @see https://schema.ocsf.io/1.3.0/classes/datastore_activity
import type { RecordedLine, SessionHeader } from '../core/events.js';
import type { Access } from '../core/model.js';
import type { Exporter } from './export.js';
import { inert } from './inert.js';
import { OpenOperations, type ToldOperation } from './operations.js';

/** Version of the published schema that events are written to. */
const OCSF_VERSION = '1.3.0';
const APPLICATION = { category_uid: 6, category_name: 'Application Activity' };
const DATASTORE = { class_uid: 6005, class_name: 'Datastore Activity' };
const API = { class_uid: 6003, class_name: 'API Activity' };

interface Activity { readonly id: number; readonly name: string }
const OTHER: Activity = { id: 99, name: 'Other' };
/** Of a database, by the strongest effect that an operation has. */
const DATASTORE_ACTIVITIES: Readonly<Record<Access['effect'], Activity>> = {
  read: { id: 4, name: 'Query' }, write: { id: 5, name: 'Write' }, schema: { id: 2, name: 'Update' }, destroy: { id: 7, name: 'Delete' },
  grant: OTHER, execute: OTHER, control: OTHER, unknown: { id: 0, name: 'Unknown' },
};
const API_ACTIVITIES: Readonly<Record<Access['effect'], Activity>> = {
  read: { id: 2, name: 'Read' }, write: { id: 3, name: 'Update' }, schema: { id: 3, name: 'Update' }, destroy: { id: 4, name: 'Delete' },
  grant: { id: 3, name: 'Update' }, execute: OTHER, control: OTHER, unknown: { id: 0, name: 'Unknown' },
};
const STRENGTH: readonly Access['effect'][] = ['destroy', 'grant', 'schema', 'write', 'execute', 'unknown', 'control', 'read'];
const CONNECT: Activity = { id: 3, name: 'Connect' };
const SEVERITY = { allow: { severity_id: 1, severity: 'Informational' }, review: { severity_id: 2, severity: 'Low' }, deny: { severity_id: 3, severity: 'Medium' } } as const;
const SUCCESS = { status_id: 1, status: 'Success' };
const FAILURE = { status_id: 2, status: 'Failure' };
const UNKNOWN = { status_id: 0, status: 'Unknown' };

type Fields = Readonly<Record<string, unknown>>;

/** One OCSF event a line. */
export class OcsfExporter implements Exporter {
  #events: SessionEvents | null = null;

  line(line: RecordedLine, header: SessionHeader): string {
    this.#events ??= new SessionEvents(header);
    return textOf(this.#events.of(line));
  }

  end(): string {
    return this.#events === null ? '' : textOf(this.#events.rest());
  }
}

function textOf(events: readonly Fields[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Events of one session: each says whose it is. */
class SessionEvents {
  readonly #operations = new OpenOperations();
  readonly #header: SessionHeader;

  constructor(header: SessionHeader) {
    this.#header = header;
  }

  of(line: RecordedLine): Fields[] {
    return [...this.#operations.see(line).map((told) => this.#operation(told)), ...this.#aside(line)];
  }

  rest(): Fields[] {
    return this.#operations.rest().map((told) => this.#operation(told));
  }

  #operation({ decided, done }: ToldOperation): Fields {
    const strongest = STRENGTH.find((effect) => decided.accesses.some((access) => access.effect === effect)) ?? 'read';
    const { type, target } = this.#resource(decided.resource);
    const error = done?.error ?? null;
    const status = decided.decision !== 'allow' ? FAILURE : done === null || done.outcome === 'unknown' ? UNKNOWN : done.outcome === 'ok' ? SUCCESS : FAILURE;
    const detail = decided.decision !== 'allow' ? `${decided.decision}: ${decided.reasons.join('; ')}` : error === null ? (done?.tag ?? 'no word of its end') : `${error.sqlstate} ${error.message}`;
    const isData = type === 'postgres';
    return {
      ...this.#base(isData ? DATASTORE : API, (isData ? DATASTORE_ACTIVITIES : API_ACTIVITIES)[strongest], decided, `operation-${decided.operation}`),
      ...SEVERITY[decided.decision], ...status, status_detail: inert(detail), ...(error === null ? {} : { status_code: inert(error.sqlstate) }),
      message: inert(`${decided.decision}: ${decided.text}`), ...ended(decided, done),
      ...(isData ? { database: { name: inert(target) }, query_info: { uid: String(decided.operation), datastore_query: inert(decided.text), ...(done === null ? {} : { bytes_out: done.bytes }) } } : { api: { operation: inert(decided.name), service: { name: inert(decided.resource) } } }),
      dst_endpoint: { name: inert(decided.resource), svc_name: inert(target) },
      unmapped: { decision: decided.decision, rules: decided.rules.map(inert), accesses: decided.accesses.map(({ effect, object, columns }) => ({ effect, object: object === null ? null : inert(object), columns: columns.map(inert) })), rows: done?.rows ?? null, masked: inertNames(done?.masked ?? {}) },
    };
  }

  // What is no operation, and concerns people who watch.
  #aside(line: RecordedLine): Fields[] {
    switch (line.type) {
      case 'connection': {
        const { type, target } = this.#resource(line.resource);
        const isData = type === 'postgres';
        return [{ ...this.#base(isData ? DATASTORE : API, isData ? CONNECT : OTHER, line, `event-${line.seq}`), ...SEVERITY.allow, ...SUCCESS, message: inert(`connection ${line.connection} to ${line.resource}`), ...(isData ? { database: { name: inert(target) } } : { api: { operation: 'connect' } }), dst_endpoint: { name: inert(line.resource) } }];
      }
      case 'refused':
        return [{ ...this.#call(line, 'refused', line.reason), ...SEVERITY.deny, ...FAILURE, status_detail: inert(line.reason) }];
      case 'tool':
        return [{ ...this.#call(line, `tool ${line.name}`, line.input), ...SEVERITY.allow, ...UNKNOWN }];
      case 'prompt':
        return [{ ...this.#call(line, `prompt ${line.role}`, line.text), ...SEVERITY.allow, ...UNKNOWN }];
      case 'approval':
        return [{ ...this.#call(line, `approval ${line.state}`, line.reason), ...SEVERITY[line.state === 'refused' || line.state === 'expired' || line.state === 'untold' || line.state === 'break-glass' ? 'review' : 'allow'], ...UNKNOWN, unmapped: { operations: line.operations, by: line.by.map(inert) } }];
      default:
        return [];
    }
  }

  #call(line: RecordedLine, operation: string, message: string): Fields {
    return { ...this.#base(API, OTHER, line, `event-${line.seq}`), api: { operation: inert(operation) }, message: inert(message) };
  }

  #base(kind: { readonly class_uid: number; readonly class_name: string }, activity: Activity, { seq, at }: { readonly seq: number; readonly at: string }, name: string): Fields {
    const { principal, ostiary, host } = this.#header;
    const session = inert(this.#header.session);
    return {
      ...APPLICATION, ...kind, activity_id: activity.id, activity_name: activity.name, type_uid: kind.class_uid * 100 + activity.id, time: Date.parse(at),
      metadata: { version: OCSF_VERSION, uid: `${session}/${name}`, correlation_uid: session, sequence: seq, log_name: 'session.jsonl', product: { name: 'Ostiary', vendor_name: 'Ostiary', version: inert(ostiary) } },
      actor: { user: { uid: inert(principal.subject), name: inert(principal.names[0] ?? principal.subject) }, session: { uid: session, issuer: inert(principal.issuer) } },
      src_endpoint: { name: host.kind, uid: session },
    };
  }

  #resource(name: string): { readonly type: string; readonly target: string } {
    return this.#header.resources.find((resource) => resource.name === name) ?? { type: 'postgres', target: name };
  }
}

function ended(decided: ToldOperation['decided'], done: ToldOperation['done']): Fields {
  if (done === null) return {};
  const start = Date.parse(decided.at);
  const end = Date.parse(done.at);
  return { start_time: start, end_time: end, duration: Math.max(0, end - start) };
}

function inertNames(masked: Readonly<Record<string, number>>): Fields {
  return Object.fromEntries(Object.entries(masked).map(([kind, count]) => [inert(kind), count]));
}
