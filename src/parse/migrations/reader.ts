// SPDX-License-Identifier: Apache-2.0
//
// Migration files of one tool, as the operations that they become when the change is deployed: the parts that run, statement by statement,
// with the hazards that they have in their order; the parts that undo, as what they are. Refuses to leave a part out.
import type { OperationFacts, ReadOperation, StatementFacts } from '../../core/model.js';
import type { Draft, Scope } from '../sql/draft.js';
import { AssumedPath } from '../sql/names/assumed-path.js';
import { SqlParser } from '../sql/parser.js';
import { lineCounter } from '../sql/grammar/line-numbers.js';
import { resolve } from '../sql/resolve.js';
import { clearCommands, type Cleared } from './client-commands.js';
import { dialectOf } from './dialects.js';
import { Made } from './new-objects.js';
import { fill, type Filled } from './placeholders.js';
import type { Dialect, Part, Running, Wrapping } from './script.js';
import { isConcurrent, Series } from './series.js';

/** A file on both sides; null where it is not there. `unreadable`: why there is no text though there is a file. */
export interface MigrationFile {
  readonly path: string;
  readonly head: string | null;
  readonly base: string | null;
  readonly unreadable: string | null;
}

/** Reads files of one tool; one answer a file, in the order given. */
export type MigrationReader = (files: readonly MigrationFile[]) => readonly (readonly ReadOperation[])[];

const NO_CATALOG: Scope = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };

/** The reader of a tool; null for one that we do not know. Loads PostgreSQL's grammar. */
export async function loadMigrationReader(tool: string): Promise<MigrationReader | null> {
  const dialect = dialectOf(tool);
  if (dialect === null) return null;
  const parser = await SqlParser.shared();
  return (files) => readFiles(files, dialect, parser);
}

function readFiles(files: readonly MigrationFile[], dialect: Dialect, parser: SqlParser): readonly (readonly ReadOperation[])[] {
  const series = new Series(madeBefore(files, dialect, parser));
  const other = textOf(files, 'head');
  const read = new Map<MigrationFile, readonly ReadOperation[]>();
  const path = new AssumedPath();
  for (const file of inOrder(files)) {
    const parts: readonly Part[] = file.head === null ? [{ kind: 'unknown', text: '', line: 1, why: file.unreadable ?? 'there is no text in it' }] : dialect(file.path, file.head, other);
    read.set(file, parts.flatMap((part) => operations(part, { path: file.path, series, parser, names: path })));
  }
  return files.map((file) => read.get(file) ?? []);
}

function textOf(files: readonly MigrationFile[], side: 'head' | 'base'): (path: string) => string | null {
  const byPath = new Map(files.map((file) => [file.path, file[side]]));
  return (path) => byPath.get(path) ?? null;
}

// Tools go by number: 9 comes before 10.
function inOrder(files: readonly MigrationFile[]): readonly MigrationFile[] {
  if (files.length < 2) return files;
  const numbers = numbersOf(files.map(({ path }) => path));
  if (numbers !== null) return [...files.keys()].sort((one, other) => (numbers[one] as number) - (numbers[other] as number)).map((index) => files[index] as MigrationFile);
  // Made only for what needs it: it takes as long as a hundred statements.
  const collator = new Intl.Collator('en', { numeric: true });
  return [...files].sort((one, other) => collator.compare(one.path, other.path));
}

/** Digits that a number holds exactly. */
const MAX_DIGITS = 15;

// Of files of one folder whose names begin with a number, each another one, the numbers are all that their order comes from; null for all else.
function numbersOf(paths: readonly string[]): readonly number[] | null {
  const folder = (paths[0] as string).slice(0, (paths[0] as string).lastIndexOf('/') + 1);
  const seen = new Set<number>();
  for (const path of paths) {
    const digits = path.startsWith(folder) ? (/^\d+(?=\D)/u.exec(path.slice(folder.length))?.[0] ?? '') : '';
    const number = Number(digits);
    if (digits === '' || digits.length > MAX_DIGITS || seen.has(number)) return null;
    seen.add(number);
  }
  return [...seen];
}

// What a file made before the change may have been in production for years.
function madeBefore(files: readonly MigrationFile[], dialect: Dialect, parser: SqlParser): Made {
  const made = new Made();
  const other = textOf(files, 'base');
  for (const { path, base } of files) {
    for (const part of base === null ? [] : dialect(path, base, other)) {
      if (part.kind === 'runs') for (const { tree } of analysed(part, parser).drafts) made.take(tree ?? {}, { home: 'public', not: null });
    }
  }
  return made;
}

interface Within {
  readonly path: string;
  readonly series: Series;
  readonly parser: SqlParser;
  /** Where names without a schema are. */
  readonly names: AssumedPath;
}

function operations(part: Part, within: Within): readonly ReadOperation[] {
  switch (part.kind) {
    case 'kept':
      return part.text.trim() === '' ? [] : [{ kind: 'sql', facts: keptFacts(part.text, part.what), line: part.line, paths: [within.path] }];
    case 'unknown':
      return [{ kind: 'sql', facts: unknownFacts(part.text, part.why, within.path), line: part.line, paths: [within.path] }];
    case 'runs':
      return run(part, within);
    default:
      return part satisfies never;
  }
}

interface Analysed {
  readonly drafts: readonly Draft[];
  readonly bytes: Uint8Array;
  readonly placeholders: Filled['at'];
  readonly unknown: Cleared['unknown'];
}

// Placeholders and psql's commands are no SQL: names and blanks of the same length stand in for them.
function analysed(part: Running, parser: SqlParser): Analysed {
  const { text, at } = part.placeholders ? fill(part.text) : { text: part.text, at: [] };
  const bytes = Buffer.from(text, 'utf8');
  const drafts = parser.analyse(bytes);
  if (!part.client || drafts.every(({ failure }) => failure === null)) return { drafts, bytes, placeholders: at, unknown: [] };
  const cleared = clearCommands(text);
  const rest = Buffer.from(cleared.text, 'utf8');
  return { drafts: parser.analyse(rest), bytes: rest, placeholders: at, unknown: cleared.unknown };
}

function run(part: Running, { path, series, parser, names }: Within): readonly ReadOperation[] {
  const { drafts, bytes, placeholders, unknown } = analysed(part, parser);
  const lineAt = lineCounter(bytes);
  names.nextFile(part.client);
  const statements = drafts.map((draft) => {
    const facts = resolve(draft, names.schema === null ? NO_CATALOG : { ...NO_CATALOG, assumed: names.schema }, parser);
    names.take(facts.session);
    return { draft, facts };
  });
  const read = series.part(statements, wrappingOf(part.wrapping, statements)).map((facts, index): ReadOperation => {
    const { draft } = statements[index] as (typeof statements)[number];
    const filled = placeholders.find(({ byte }) => byte >= draft.start && byte < draft.start + Buffer.byteLength(draft.text, 'utf8'));
    return { kind: 'sql', facts: filled === undefined ? facts : placeheld(facts, filled.name, path), line: part.line - 1 + lineAt(draft.start), paths: [path] };
  });
  const commands = unknown.map(({ line, command }): ReadOperation => ({ kind: 'sql', facts: unknownFacts(`\\${command}`, `\`\\${command}\` is a command of psql, not SQL`, path), line: part.line - 1 + line, paths: [path] }));
  return [...commands, ...read].sort((one, another) => one.line - another.line);
}

// Flyway leaves out the transaction where nothing in a file but settings could run inside of one.
function wrappingOf(wrapping: Wrapping, statements: readonly { readonly draft: Draft; readonly facts: StatementFacts }[]): Wrapping {
  if (wrapping !== 'fitting') return wrapping;
  const doing = statements.filter(({ facts }) => facts.session.length === 0 || facts.session.some(({ kind }) => kind !== 'set' && kind !== 'reset'));
  return doing.length > 0 && doing.every(({ draft }) => isConcurrent(draft.tree ?? {}) || draft.statement === 'VACUUM') ? 'none' : wrapping;
}

function placeheld(facts: StatementFacts, name: string, path: string): StatementFacts {
  const why = `\`\${${name}}\` is filled in when it runs`;
  return { ...facts, accesses: [...facts.accesses, { effect: 'unknown', object: path, type: 'file', columns: [], filtered: [], assumed: false, why }], unknown: [...facts.unknown, why] };
}

// The deployment does not run it: nothing to allow, something to see.
function keptFacts(text: string, what: string): OperationFacts {
  return {
    statement: 'NOT RUN', name: 'sql.not_run', text, redacted: `${what}; not run when this is deployed`,
    accesses: [{ effect: 'control', object: null, type: null, columns: [], filtered: [], assumed: false, builtin: true }],
    functions: [], hazards: [], forbidden: [], unknown: [], assumed: false,
  };
}

function unknownFacts(text: string, why: string, path: string): OperationFacts {
  return {
    statement: 'UNKNOWN', name: 'sql.unknown', text: text === '' ? path : text, redacted: path,
    accesses: [{ effect: 'unknown', object: path, type: 'file', columns: [], filtered: [], assumed: false, why }],
    functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
  };
}
