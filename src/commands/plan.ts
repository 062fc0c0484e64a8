// SPDX-License-Identifier: Apache-2.0
//
// `plan`: runs a migrator against a scratch PostgreSQL with the production schema, through the gate in capture mode, and writes down what it
// did: the change set that it would perform. Nothing of production is asked or touched. Refuses to write a change set of a COMMAND that failed.
import { changeSetDigest, type CapturedBookkeeping, type CapturedOperation, type CaptureLimit, type ChangeSet, writeChangeSet } from '../core/change-set.js';
import { EXIT, GateError } from '../core/errors.js';
import type { ResourceRef } from '../core/model.js';
import { operationDigest } from '../core/operation-digest.js';
import type { Host } from '../core/ports.js';
import type { CapturedStatement } from '../gate/capture.js';
import { type Books, bookkeeperOf, booksOfTool } from '../policy/bookkeeping.js';
import type { Policy, Resource } from '../policy/model.js';
import type { Endpoint } from './environment.js';
import { parseBinding } from './run-inputs.js';
import { listInput, textInput, type RawInputs, type VerbSpec } from './verb.js';

/** Flags of the command line; there is no CI face: a job runs `ostiary plan` itself. */
export const planSpec: VerbSpec = {
  name: 'plan',
  description: 'Run a migrator on a scratch database, and write the change set that it would perform in production.',
  inputs: [
    { name: 'schema', description: 'Schema of production, as `pg_dump --schema-only` writes it, without data but for rows of version tables; may be repeated. Without: an empty database.', default: '', required: false, face: 'cli', kind: 'list' },
    { name: 'resource', description: 'Resource of the policy that the change is for. May be left out when the policy has just one.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'tool', description: 'The migrator, as `changes[].tool` names it. When empty: those that `changes` names for the resource.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'out', description: 'File for the change set; printed when empty, and what COMMAND prints goes to stderr.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'policy', description: 'The policy file.', default: '.ostiary/policy.yml', required: false, face: 'cli', kind: 'text' },
    { name: 'scratch', description: 'postgres://USER@HOST/DATABASE of a server that may be thrown away; a database of its own is made on it and dropped. Without: one is started here.', default: '', required: false, face: 'cli', kind: 'text' },
    { name: 'setting', description: 'NAME=VALUE that production has and scratch should have, such as TimeZone=UTC; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
    { name: 'env', description: 'NAME=RESOURCE puts the guarded URL into the variable NAME; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
  ],
  outputs: [],
};

/** A scratch database behind a capturing gate. */
export interface CapturingGate {
  readonly endpoint: Endpoint;
  /** `server_version_num`. */
  readonly server: number;
  /** What the schema needed that the server has not; one sentence each. */
  readonly notes: readonly string[];
  statements(): readonly CapturedStatement[];
  close(): Promise<void>;
}

/** A schema dump that was read, and may be loaded. */
export interface SchemaDump {
  readonly sha256: string;
}

export interface PlanDeps<Dump extends SchemaDump = SchemaDump> {
  readonly host: Host;
  readonly version: string;
  loadPolicy(file: string): Promise<Policy>;
  /** Reads dumps, before anything is started. Throws INPUT_INVALID for one with data. */
  readSchemas(files: readonly string[], books: readonly Books[]): Promise<readonly Dump[]>;
  openGate(request: { readonly resource: Resource; readonly schemas: readonly Dump[]; readonly scratch: string | null; readonly settings: readonly Setting[] }): Promise<CapturingGate>;
  /** Runs COMMAND with the guarded endpoint in its environment; resolves with its exit code. */
  execute(request: { readonly argv: readonly string[]; readonly endpoint: Endpoint; readonly resource: Resource; readonly policy: Policy; readonly bindings: readonly { readonly name: string; readonly resource: string }[]; readonly printing: 'here' | 'stderr' }): Promise<number>;
  print(text: string): void;
  write(file: string, text: string): Promise<void>;
}

export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** Runs the verb; resolves with the exit code: COMMAND's own when that is not 0. Throws GateError. */
export async function plan<Dump extends SchemaDump>(raw: RawInputs, argv: readonly string[], deps: PlanDeps<Dump>): Promise<number> {
  const text = (name: string): string | null => textInput(raw, planSpec, name) ?? null;
  if (argv.length === 0) throw new GateError('INPUT_INVALID', 'there is no command to run', { hint: 'write it after `--`: `ostiary plan --schema schema.sql -- bin/rails db:migrate`' });
  const settings = listInput(raw, 'setting').map(parseSetting);
  const bindings = listInput(raw, 'env').map(parseBinding);
  const policy = await deps.loadPolicy(text('policy') ?? '');
  const resource = chosen(policy, text('resource'));
  const books = booksFor(policy, resource, { tool: text('tool'), host: deps.host });
  const schemas = await deps.readSchemas(listInput(raw, 'schema'), books);
  const gate = await deps.openGate({ resource, schemas, scratch: text('scratch'), settings });
  let statements: readonly CapturedStatement[];
  try {
    for (const note of gate.notes) deps.host.log.warn(note);
    const code = await deps.execute({ argv, endpoint: gate.endpoint, resource, policy, bindings, printing: text('out') === null ? 'stderr' : 'here' });
    statements = gate.statements();
    if (code !== 0) return failed(code, statements, deps.host);
  } finally {
    await gate.close();
  }
  const set = changeSetOf(statements, { resource, books, version: deps.version, captured: { command: argv, schema: schemas.map(({ sha256 }) => sha256), server: gate.server } });
  const file = text('out');
  if (file === null) deps.print(writeChangeSet(set));
  else await deps.write(file, writeChangeSet(set));
  tell(set, deps.host);
  return EXIT.done;
}

function parseSetting(item: string): Setting {
  const at = item.indexOf('=');
  const name = item.slice(0, Math.max(at, 0));
  if (!/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name)) throw new GateError('INPUT_INVALID', `input \`setting\` has \`${item}\``, { hint: 'write NAME=VALUE, such as TimeZone=UTC' });
  return { name, value: item.slice(at + 1) };
}

function chosen(policy: Policy, wanted: string | null): Resource {
  const names = Object.keys(policy.resources);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) throw new GateError('INPUT_INVALID', `the policy has ${names.length} resources, so the plan has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
  const resource = policy.resources[name];
  if (resource === undefined) throw new GateError('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
  if (resource.type !== 'postgres' || resource.address === null) throw new GateError('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, and only \`postgres\` can be planned`, { hint: 'name a database' });
  return resource;
}

// What the gate in front of production will know is what `changes` names; anything else would plan what does not get through.
function booksFor(policy: Policy, resource: Resource, { tool, host }: { readonly tool: string | null; readonly host: Host }): readonly Books[] {
  const named = policy.changes.filter((change) => change.resource === resource.name && change.tool !== null);
  const wanted = tool === null ? named : named.filter((change) => change.tool === tool);
  if (tool !== null && wanted.length === 0) {
    host.log.warn(`\`changes\` of the policy does not name \`${tool}\` for \`${resource.name}\`, so the gate will not let it keep its books there`);
    const books = booksOfTool(tool, null);
    if (books === null) throw new GateError('INPUT_INVALID', `\`${tool}\` is not a migration tool that keeps books we know`, { hint: 'leave `--tool` out, or name it as `changes[].tool` does' });
    return [books];
  }
  return wanted.flatMap((change) => booksOfTool(change.tool ?? '', change.table) ?? []);
}

function failed(code: number, statements: readonly CapturedStatement[], host: Host): number {
  const wrong = statements.flatMap(({ operation, end }) => (end.kind === 'failed' || end.kind === 'refused' ? [`\`${operation.facts.redacted.slice(0, 120)}\`: ${end.message}`] : []));
  host.annotate('error', `COMMAND ended with ${code}, so there is no change set${wrong.length === 0 ? '' : `; what the scratch database refused first: ${wrong[0] ?? ''}`}`);
  return code;
}

interface Facts {
  readonly resource: Resource;
  readonly books: readonly Books[];
  readonly version: string;
  readonly captured: ChangeSet['captured'];
}

/** The change set of what was captured. */
export function changeSetOf(statements: readonly CapturedStatement[], { resource, books, version, captured }: Facts): ChangeSet {
  const ref: ResourceRef = { name: resource.name, target: resource.target };
  const operations: CapturedOperation[] = [];
  const bookkeeping: CapturedBookkeeping[] = [];
  const limits: CaptureLimit[] = [];
  statements.forEach((statement, index) => {
    const { operation, end, transaction, connection, message } = statement;
    const number = index + 1;
    const tool = bookkeeperOf(operation, books, resource);
    limits.push(...limitsOf(statement, tool).map((limit) => ({ ...limit, operation: number })));
    if (end.kind !== 'ok') return;
    const { parameters, data, settings } = operation;
    const one: CapturedOperation = {
      number, kind: 'sql', resource: ref, bytes: operation.facts.text, parameters, data, settings, transaction, connection, message, tag: end.tag, digest: operationDigest({ ...operation, resource: ref }),
    };
    if (tool === null) operations.push(one);
    else bookkeeping.push({ ...one, tool });
  });
  const digest = changeSetDigest([], operations.map((one) => one.digest));
  return { format: 'ostiary-changeset-v1', ostiary: version, digest, resource: ref, tools: [...new Set(books.map(({ tool }) => tool))], captured, operations, bookkeeping, limits };
}

/** SQLSTATE in_failed_sql_transaction: what never ran since something before it had failed. */
const NOT_REACHED = '25P02';

function limitsOf({ operation: { facts }, end }: CapturedStatement, tool: string | null): Omit<CaptureLimit, 'operation'>[] {
  const text = facts.redacted.replace(/\s+/g, ' ').slice(0, 200);
  if (end.kind === 'failed') return end.sqlstate === NOT_REACHED ? [] : [{ kind: 'failed', detail: `\`${text}\` failed with ${end.sqlstate}: ${end.message.replace(/\s+/g, ' ')}` }];
  if (end.kind === 'refused') return [{ kind: 'refused', detail: `\`${text}\` was not understood, so nobody ran it` }];
  if (end.kind === 'unknown') return [{ kind: 'unfinished', detail: `the end of \`${text}\` was not seen` }];
  const limits: Omit<CaptureLimit, 'operation'>[] = [];
  if (facts.copy?.direction === 'in') limits.push({ kind: 'copy-data', detail: `the rows that \`${text}\` copies in are not here, only their digest` });
  const read = tool === null && facts.outputs !== null ? facts.accesses.filter(({ effect, object, type }) => effect === 'read' && type === 'relation' && object !== null && !/^(?:pg_catalog|information_schema)\./.test(object)) : [];
  if (read.length > 0) limits.push({ kind: 'reads-data', detail: `\`${text}\` gives rows of ${[...new Set(read.map(({ object }) => `\`${object ?? ''}\``))].join(', ')} to the program, which scratch has not` });
  if (facts.statement === 'DO' || facts.accesses.some(({ effect }) => effect === 'unknown' || effect === 'execute')) limits.push({ kind: 'unread-code', detail: `\`${text}\` runs code, which may do other things in production` });
  return limits;
}

function tell({ operations, bookkeeping, limits, resource, digest }: ChangeSet, { log }: Host): void {
  if (operations.length + bookkeeping.length === 0) log.warn('COMMAND asked nothing of the database', { hint: 'does it connect with DATABASE_URL, or the PG variables?' });
  for (const { kind, detail } of limits) log.warn(`${kind}: ${detail}`);
  log.info(`${operations.length} operation${operations.length === 1 ? '' : 's'} for \`${resource.name}\`, ${bookkeeping.length} of the migrator's own; change set ${digest}`);
}
