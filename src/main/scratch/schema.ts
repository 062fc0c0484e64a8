// SPDX-License-Identifier: Apache-2.0
//
// The production schema, as a dump, onto a scratch database: read and judged before anything is started, loaded statement by statement.
// Refuses data, but for the rows of version tables that a migrator needs to know where it stands, and whatever no dump of a schema holds.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { GateError, messageOf } from '../../core/errors.js';
import { clearCommands } from '../../parse/migrations/client-commands.js';
import { lineCounter } from '../../parse/sql/grammar/line-numbers.js';
import type { Draft } from '../../parse/sql/draft.js';
import { MAX_MESSAGE_BYTES, SqlParser } from '../../parse/sql/parser.js';
import { resolve } from '../../parse/sql/resolve.js';
import { type Books, bookkeeperOf } from '../../policy/bookkeeping.js';

/** Larger dumps are refused; one of ten thousand tables is smaller. */
const MAX_DUMP_BYTES = 64 * 1024 * 1024;
const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };

/** A dump that may be loaded. */
export interface Schema {
  readonly file: string;
  readonly sha256: string;
  readonly statements: readonly { readonly text: string; readonly line: number; readonly tag: string }[];
  /** Roles that it names. */
  readonly roles: ReadonlySet<string>;
}

/** Reads dumps, in order. Throws INPUT_INVALID with the line that is in the way. */
export async function readSchemas(files: readonly string[], books: readonly Books[]): Promise<readonly Schema[]> {
  if (files.length === 0) return [];
  const parser = await SqlParser.load();
  return Promise.all(files.map(async (file) => {
    const bytes = await readFile(file).catch((cause: unknown) => {
      throw new GateError('INPUT_INVALID', `the schema dump \`${file}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'make one with `pg_dump --schema-only`' });
    });
    if (bytes.length > MAX_DUMP_BYTES) throw new GateError('INPUT_INVALID', `the schema dump \`${file}\` is larger than ${MAX_DUMP_BYTES} bytes`, { hint: 'make it with `pg_dump --schema-only`' });
    return readSchema(file, bytes, { books, parser });
  }));
}

function readSchema(file: string, bytes: Buffer, { books, parser }: { readonly books: readonly Books[]; readonly parser: SqlParser }): Schema {
  const cleared = clearCommands(bytes.toString('utf8'));
  const refuse = (line: number, what: string, hint: string): GateError => new GateError('INPUT_INVALID', `the schema dump \`${file}\` ${what}, at line ${line}`, { hint });
  const copied = copyLine(cleared.text);
  if (copied !== null) throw refuse(copied, 'holds data', 'make it with `pg_dump --schema-only`; rows of the version table with `pg_dump --data-only --inserts --table=…`');
  const command = cleared.unknown[0];
  if (command !== undefined) throw refuse(command.line, `has \`\\${command.command}\`, a command of psql`, 'make it with `pg_dump --schema-only` in plain format');
  const statements: { text: string; line: number; tag: string }[] = [];
  const roles = new Set<string>();
  for (const part of partsOf(cleared.text)) {
    const partBytes = Buffer.from(part.text, 'utf8');
    const lineAt = lineCounter(partBytes);
    for (const draft of parser.analyse(partBytes)) {
      const line = part.line - 1 + lineAt(draft.start);
      if (draft.statement === 'EMPTY' && draft.failure === null) continue;
      if (draft.failure !== null || draft.tree === null) throw refuse(line, `can not be read: ${draft.failure ?? 'it is no statement'}`, 'make it with `pg_dump --schema-only` in plain format');
      const problem = problemOf(draft, books, parser);
      if (problem !== null) throw refuse(line, problem, 'make it with `pg_dump --schema-only`');
      rolesIn(draft.tree, roles);
      statements.push({ text: draft.text, line, tag: tagOf(draft) });
    }
  }
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), statements, roles };
}

function copyLine(text: string): number | null {
  const at = text.search(/^COPY\s[^;\n]*\sFROM\s+stdin\b/im); // matches `COPY public.a (id) FROM stdin;`, misses `COMMENT ON … 'COPY'`
  return at < 0 ? null : text.slice(0, at).split('\n').length;
}

// The parser takes a message of at most 1 MiB: longer dumps are cut where pg_dump begins an object.
function partsOf(text: string): { readonly text: string; readonly line: number }[] {
  if (Buffer.byteLength(text, 'utf8') <= MAX_MESSAGE_BYTES / 2) return [{ text, line: 1 }];
  const parts: { text: string; line: number }[] = [];
  let part = '';
  let line = 1;
  for (const piece of text.split(/^(?=--\n-- Name: )/m)) {
    if (part !== '' && part.length + piece.length > MAX_MESSAGE_BYTES / 8) {
      parts.push({ text: part, line });
      line += part.split('\n').length - 1;
      part = '';
    }
    part += piece;
  }
  return [...parts, { text: part, line }];
}

const tagOf = ({ tree }: Draft): string => Object.keys(tree ?? {})[0] ?? '';

/** What a dump of a schema is made of. A subscription would connect to another server as soon as it is made. */
const SCHEMA_TAG = /^(?:Create(?!SubscriptionStmt|dbStmt|TableSpaceStmt|RoleStmt)[A-Za-z]+|Alter(?!System|Role|Subscription|Database|TableSpace)[A-Za-z]+|Define|Comment|GrantStmt|GrantRole|SecLabel|VariableSet|Rename|Index|View|Rule|CompositeType)(?:Stmt)?$/;

function problemOf(draft: Draft, books: readonly Books[], parser: SqlParser): string | null {
  const tag = tagOf(draft);
  if (SCHEMA_TAG.test(tag) && tag !== 'GrantRoleStmt') return null;
  const facts = resolve(draft, NO_CATALOG, parser);
  // pg_dump sets its search path by a function.
  if (tag === 'SelectStmt' && facts.functions.every(({ name }) => name === 'set_config') && facts.functions.length > 0 && facts.accesses.every(({ type }) => type === 'setting')) return null;
  const kept = bookkeeperOf({ kind: 'sql', resource: { name: '', target: '' }, facts, parameters: [], data: null, settings: {} }, books, { address: null });
  if (tag === 'InsertStmt' && kept !== null) return null;
  return ['InsertStmt', 'CopyStmt', 'SelectStmt', 'UpdateStmt'].includes(tag) ? `holds data (${draft.statement})` : `holds ${draft.statement}, which no dump of a schema does`;
}

function rolesIn(node: unknown, roles: Set<string>): void {
  if (Array.isArray(node)) for (const one of node) rolesIn(one, roles);
  else if (typeof node === 'object' && node !== null) {
    const { roletype, rolename } = node as { roletype?: string; rolename?: string };
    if (roletype === 'ROLESPEC_CSTRING' && rolename !== undefined) roles.add(rolename);
    else for (const child of Object.values(node)) rolesIn(child, roles);
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Makes roles that the dumps name and the server has not; returns those made. */
export async function makeRoles(client: pg.Client, schemas: readonly Schema[]): Promise<readonly string[]> {
  const wanted = [...new Set(schemas.flatMap(({ roles }) => [...roles]))];
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_catalog.pg_roles');
  const missing = wanted.filter((name) => !rows.some(({ rolname }) => rolname === name) && !name.startsWith('pg_'));
  for (const name of missing) await client.query(`CREATE ROLE ${quoted(name)} NOLOGIN`);
  return missing;
}

/** Loads a dump; returns what was passed over, one sentence each. Throws INPUT_INVALID with the line that fails. */
export async function loadSchema(client: pg.Client, { file, statements }: Schema): Promise<readonly string[]> {
  const notes: string[] = [];
  // It is there in every new database; a dump that has its own says so.
  if (statements.some(({ text }) => /^CREATE SCHEMA (?:public|"public")\b/i.test(text))) await client.query('DROP SCHEMA IF EXISTS public');
  for (const { text, line, tag } of statements) {
    try {
      await client.query(text);
    } catch (thrown) {
      const { code } = thrown as { code?: string };
      // A newer pg_dump sets what this server has not heard of.
      if (tag === 'VariableSetStmt' && code === '42704') {
        notes.push(`line ${line} of \`${file}\` was passed over: ${messageOf(thrown)}`);
        continue;
      }
      const hint = tag === 'CreateExtensionStmt' ? 'name a server that has the extension with `--scratch postgres://…`' : 'it has to load into an empty database; is the scratch server as new as production?';
      throw new GateError('INPUT_INVALID', `the schema dump \`${file}\` does not load at line ${line}: ${messageOf(thrown)}`, { cause: thrown, hint });
    }
  }
  return notes;
}
