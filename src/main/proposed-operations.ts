// SPDX-License-Identifier: Apache-2.0
//
// What `approval-gate` is given, as operations: SQL files, commands, reports of `policy-check` and change sets of `ostiary plan`. Everything is read
// again from its exact text, and judged again by whoever calls. Refuses texts that are not exactly one operation, and operations on resources
// that the policy does not have.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseManifest } from '../approval/manifest.js';
import { readChangeSet } from '../check/captured-file.js';
import type { GateInputs } from '../commands/approval-gate-inputs.js';
import { GateError, messageOf } from '../core/errors.js';
import type { OperationFacts, OperationKind, Parameter, ReadOperation, ResourceKind, StatementFacts } from '../core/model.js';
import type { Place } from '../core/ports.js';
import { MEANING_SETTINGS } from '../gate/statements.js';
import { askedOf } from '../parse/http/operation.js';
import type { Policy, Resource } from '../policy/model.js';
import { REPOSITORY } from '../policy/repository.js';
import { inSeries } from './statement-series.js';
import { type Readers } from './readers.js';

/** One operation, not judged yet. */
export interface Listed {
  readonly kind: OperationKind;
  readonly resource: Resource;
  readonly facts: OperationFacts;
  readonly parameters: readonly Parameter[];
  readonly data: string | null;
  readonly transaction: number | null;
  /** Where it stands; null: in no file of its own. */
  readonly place: Place | null;
}

/** Kinds of operations by the type of the resource that takes them. */
const KIND_OF: Readonly<Partial<Record<ResourceKind, OperationKind>>> = { postgres: 'sql', shell: 'shell', kubernetes: 'kubernetes', http: 'http', model: 'model' };

/** What was read of files: the texts with SQL and what they are called, and the rows for COPY FROM STDIN. */
export interface ReadFiles {
  readonly texts: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly Uint8Array[];
}

/** Everything that the inputs name, in the order of the inputs. */
export async function listedOf(inputs: GateInputs, { texts, names, rows }: ReadFiles, { policy, readers }: { readonly policy: Policy; readonly readers: Readers }): Promise<readonly Listed[]> {
  const listing = new Listing(policy, readers, rows);
  if (texts.length > 0) await listing.sql({ texts, names }, inputs.resource);
  // Beside SQL files, `resource` is theirs.
  for (const command of inputs.commands) await listing.add({ kind: 'shell', resource: listing.resource(inputs.files.length > 0 ? null : inputs.resource, 'shell'), bytes: command, where: `the command \`${command.slice(0, 80)}\`` });
  for (const file of inputs.changes) await listing.changes(file);
  if (listing.unused > 0) throw new GateError('INPUT_INVALID', `the input \`data\` has ${listing.unused} ${listing.unused === 1 ? 'file' : 'files'} more than there are COPY FROM STDIN without rows`, { hint: 'name one file for each, in their order' });
  const read = readers.ready('sql')?.sql;
  if (read === undefined) return listing.listed;
  const placed = inSeries(listing.listed.map(({ facts, ...one }) => ({ ...one, bytes: facts.text })), read);
  return listing.listed.map((one, index) => ({ ...one, facts: placed[index] ?? one.facts }));
}

/** Text of a file that was checked out. */
export async function textOf(file: string): Promise<string> {
  return (await bytesOf(file)).toString('utf8');
}

/** Bytes of a file that was checked out. */
export async function bytesOf(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the file \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint: file.includes('*') ? 'globs are for files of a pull request (input `pull-request`): name each file' : 'check the repository out first, and name the file from its root' });
  });
}

interface Told {
  readonly kind: OperationKind;
  readonly resource: Resource;
  readonly bytes: string;
  readonly where: string;
  readonly parameters?: readonly Parameter[];
  readonly data?: string | null;
  readonly transaction?: number | null;
}

class Listing {
  readonly listed: Listed[] = [];
  #transactions = 0;

  readonly #rows: Uint8Array[];

  constructor(readonly policy: Policy, readonly readers: Readers, rows: readonly Uint8Array[]) {
    this.#rows = [...rows];
  }

  /** Files with rows that no statement takes. */
  get unused(): number {
    return this.#rows.length;
  }

  /** The named resource, else the only one of its type. */
  resource(name: string | null, type: ResourceKind): Resource {
    const fitting = Object.values(this.policy.resources).filter((one) => one.type === type);
    const found = name === null ? (fitting.length === 1 ? fitting[0] : undefined) : this.policy.resources[name];
    if (found === undefined) throw new GateError('INPUT_INVALID', name === null ? `the policy has ${fitting.length} resources of type \`${type}\`, so the input \`resource\` has to name one` : `resource \`${name}\` is not in the policy`, { hint: `it has: ${Object.keys(this.policy.resources).join(', ')}` });
    if (found.type !== type) throw new GateError('INPUT_INVALID', `resource \`${found.name}\` is of type \`${found.type}\`, and this is for \`${type}\``, { hint: 'name another resource' });
    return found;
  }

  async sql({ texts, names }: Pick<ReadFiles, 'texts' | 'names'>, name: string | null): Promise<void> {
    const resource = this.resource(name, 'postgres');
    const read = (await this.readers.including('sql')).sql;
    if (read === undefined) throw new GateError('INTERNAL', 'there is no reader of SQL');
    for (const { facts, transaction, place } of inTransactions(texts.map((text, index) => ({ name: names[index] ?? null, read: read(text) })))) this.#push({ kind: 'sql', resource, facts, parameters: [], data: null, transaction: this.#numbered(transaction), place });
    this.#transactions = this.listed.reduce((most, one) => Math.max(most, one.transaction ?? 0), 0);
  }

  /** A text that has to be exactly one operation. */
  async add({ kind, resource, bytes, where, parameters = [], data = null, transaction = null }: Told): Promise<void> {
    const read = (await this.readers.including(kind))[kind];
    const [only, ...more] = (read?.(bytes) ?? []).map((one) => askedOf(one, resource.url));
    if (only === undefined || more.length > 0) throw new GateError('INPUT_INVALID', `${where} is ${only === undefined ? 'no operation' : 'more than one operation'}`, { hint: 'put operations up one by one' });
    // A reader passes over what does nothing; what is approved is all of the text.
    if (only.facts.text !== bytes.trim()) throw new GateError('INPUT_INVALID', `${where} holds more than the one operation \`${only.facts.statement}\``, { hint: 'put operations up one by one, without anything around them' });
    this.#push({ kind, resource, facts: only.facts, parameters, data, transaction, place: null });
  }

  /** A report of `policy-check`, a change set of `ostiary plan`, or a manifest. */
  async changes(file: string): Promise<void> {
    const text = await textOf(file);
    const format = formatOf(text, file);
    if (format === 'ostiary-changeset-v1') return this.#captured(text, file);
    if (format === 'ostiary-check-v1') return this.#checked(text, file);
    if (format === 'ostiary-manifest-v1') return this.#again(text, file);
    throw new GateError('INPUT_INVALID', `the change set \`${file}\` is of no format that is known`, { hint: 'it is the file `policy-check.json` of `policy-check`, or what `ostiary plan --out FILE` writes' });
  }

  async #captured(text: string, file: string): Promise<void> {
    const { set } = readChangeSet(text, file);
    const [first] = set.operations;
    const resource = this.resource(set.resource.name, 'postgres');
    const groups = new Map<number, number>();
    for (const { number, bytes, parameters, data, transaction, settings } of set.operations) {
      const where = `statement ${number} of \`${file}\``;
      if (MEANING_SETTINGS.some((name) => settings[name] !== first?.settings[name])) throw new GateError('INPUT_INVALID', `${where} runs under other settings than those before it`, { hint: 'operations are approved for a connection as it is by itself' });
      if (transaction !== null && !groups.has(transaction)) groups.set(transaction, (this.#transactions += 1));
      await this.add({ kind: 'sql', resource, bytes, where, parameters, data, transaction: transaction === null ? null : (groups.get(transaction) ?? null) });
    }
  }

  // A manifest that is put up again: who asked for it then, and what it was thought to touch, is of no more interest.
  async #again(text: string, file: string): Promise<void> {
    const groups = new Map<number, number>();
    for (const [index, { kind, resource: { name }, bytes, parameters, data, transaction }] of parseManifest(text).operations.entries()) {
      const resource = this.policy.resources[name];
      const where = `operation ${index + 1} of \`${file}\``;
      if (resource === undefined || KIND_OF[resource.type] !== kind) throw new GateError('INPUT_INVALID', `${where} is for no resource of the policy that takes it`, { hint: `it has: ${Object.keys(this.policy.resources).join(', ')}` });
      if (transaction !== null && !groups.has(transaction)) groups.set(transaction, (this.#transactions += 1));
      await this.add({ kind, resource, bytes, where, parameters, data, transaction: transaction === null ? null : (groups.get(transaction) ?? null) });
    }
  }

  // Only the text counts, and what the policy of the protected branch makes of it here.
  async #checked(text: string, file: string): Promise<void> {
    const { operations } = JSON.parse(text) as { readonly operations?: unknown };
    if (!Array.isArray(operations)) throw new GateError('INPUT_INVALID', `the report \`${file}\` has no operations`, { hint: 'it is the file `policy-check.json` of `policy-check`' });
    const groups = new Map<string, ReadOperation[]>();
    for (const [index, value] of (operations as unknown[]).entries()) {
      const { kind, resource: name, bytes, path, line } = (value ?? {}) as Readonly<Record<string, unknown>>;
      // The code itself is approved by merging it.
      if (name === REPOSITORY.name || kind === 'file') continue;
      const where = `operation ${index + 1} of \`${file}\` (${String(path)}:${String(line)})`;
      const resource = typeof name === 'string' ? this.policy.resources[name] : undefined;
      if (resource === undefined) throw new GateError('INPUT_INVALID', `${where} is for a resource that is not in the policy`, { hint: `it has: ${Object.keys(this.policy.resources).join(', ')}` });
      if (typeof bytes !== 'string' || KIND_OF[resource.type] !== kind) throw new GateError('INPUT_INVALID', `${where} has no text that \`${resource.name}\` could be asked`, { hint: 'check the change again with this version of `policy-check`' });
      if (kind !== 'sql') await this.add({ kind: kind as OperationKind, resource, bytes, where });
      else await this.#statement({ bytes, resource, where, path: String(path) }, groups);
    }
    for (const [key, read] of groups) {
      const resource = this.policy.resources[key.slice(0, key.indexOf('\n'))] as Resource;
      for (const { facts, transaction, place } of inTransactions([{ name: null, read }])) this.#push({ kind: 'sql', resource, facts, parameters: [], data: null, transaction: this.#numbered(transaction), place });
      this.#transactions = this.listed.reduce((most, one) => Math.max(most, one.transaction ?? 0), 0);
    }
  }

  async #statement({ bytes, resource, where, path }: { readonly bytes: string; readonly resource: Resource; readonly where: string; readonly path: string }, groups: Map<string, ReadOperation[]>): Promise<void> {
    const [only, ...more] = (await this.readers.including('sql')).sql?.(bytes) ?? [];
    if (only === undefined || more.length > 0) throw new GateError('INPUT_INVALID', `${where} is not exactly one statement`, { hint: 'check the change again with this version of `policy-check`' });
    const key = `${resource.name}\n${path}`;
    groups.set(key, [...(groups.get(key) ?? []), only]);
  }

  #numbered(transaction: number | null): number | null {
    return transaction === null ? null : transaction + this.#transactions;
  }

  #push(one: Listed): void {
    const { copy = null } = one.facts as Partial<StatementFacts>;
    const rows = copy?.direction === 'in' && one.data === null ? this.#rows.shift() : null;
    if (rows === undefined) throw new GateError('INPUT_INVALID', 'COPY FROM STDIN can not be put up without its rows', { hint: 'name the file with them with the input `data`; or capture the program that sends them with `ostiary plan`, and put its change set up' });
    this.listed.push(rows === null ? one : { ...one, data: createHash('sha256').update(rows).digest('hex') });
  }
}

function formatOf(text: string, file: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as { readonly format?: unknown }).format : undefined;
  } catch (thrown) {
    throw new GateError('INPUT_INVALID', `the change set \`${file}\` is not JSON: ${messageOf(thrown)}`, { hint: 'it is the file `policy-check.json` of `policy-check`, or what `ostiary plan --out FILE` writes' });
  }
}

/** The statements of files; BEGIN and COMMIT become the number of their transaction. `name`: of a file that is at hand. */
function inTransactions(files: readonly { readonly name: string | null; readonly read: readonly ReadOperation[] }[]): readonly Pick<Listed, 'facts' | 'transaction' | 'place'>[] {
  const listed: Pick<Listed, 'facts' | 'transaction' | 'place'>[] = [];
  let [last, open, began] = [0, false, ''];
  for (const { facts, line, name } of files.flatMap((file) => file.read.map((one) => ({ ...one, name: file.name })))) {
    const { session } = facts as StatementFacts;
    const where = name === null ? `line ${line}` : `${name}:${line}`;
    const strange = (why: string): GateError => new GateError('INPUT_INVALID', `${where}: ${facts.statement} ${why}`, { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
    for (const effect of session) {
      if (effect.kind === 'set' && MEANING_SETTINGS.includes(effect.name)) throw strange(`sets \`${effect.name}\`, which changes what the statements after it mean`);
      if (['rollback', 'rollback-to', 'savepoint', 'release', 'prepare-transaction'].includes(effect.kind)) throw strange('can not be put up for review');
    }
    const begins = session.some(({ kind }) => kind === 'begin');
    if (begins || session.some(({ kind }) => kind === 'commit')) {
      if (begins === open) throw strange(begins ? 'stands inside of a transaction' : 'ends no transaction');
      open = begins;
      if (begins) [last, began] = [last + 1, where];
    } else listed.push({ facts, transaction: open ? last : null, place: name === null ? null : { file: name, line } });
  }
  if (open) throw new GateError('INPUT_INVALID', `${began}: a transaction has no end`, { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
  return listed;
}
