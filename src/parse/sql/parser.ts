// SPDX-License-Identifier: Apache-2.0
//
// The first step, `analyse`: bytes to drafts, one a statement, as PostgreSQL 18 itself reads them. Refuses what it would read otherwise
// than the server: text with a NUL (cut there), text that is not UTF-8, text beyond the limits. Never throws: what can't be read is a
// draft of kind UNKNOWN that says why, without quoting the text.
import { isUtf8 } from 'node:buffer';
import { tokenLookup } from './grammar/token-at.js';
import type { PlPgSQLAnswer, Tree, TreeParser } from './facts/collect.js';
import type { Draft } from './draft.js';
import { Engine, type EngineAnswer, type Parsed } from './grammar/engine.js';
import { statementKind } from './grammar/kinds.js';
import { plainMarks, type Marks } from './grammar/lex.js';
import { redact, scannedMarks, Text, trim, type ScanToken, type Span } from './grammar/text.js';
import { isSlowToScan } from './grammar/scan-cost.js';

/** Longest message read: about 0.1 s of parsing (11 MB/s) and 100 MB of memory, while every other connection waits. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;
/** Most statements in one message: a long migration has hundreds. */
export const MAX_STATEMENTS = 5_000;

/** Reads SQL as the server will. One may serve all connections of a process: a call runs to its end. */
export class SqlParser implements TreeParser {
  static #shared: Promise<SqlParser> | null = null;
  readonly #engine: Engine;

  private constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Loads the grammar, 30 ms. Throws `INTERNAL` when its WebAssembly file is missing. `spare` false: a third of that is left to `prepare`. */
  static async load(options: Parameters<typeof Engine.load>[0] = {}): Promise<SqlParser> {
    return new SqlParser(await Engine.load(options));
  }

  /** Makes what stands in for the grammar when a text has crashed it. */
  prepare(): void {
    this.#engine.prepare();
  }

  /** The one that readers of files share, loaded by the first who asks. Throws as `load` does. */
  static shared(): Promise<SqlParser> {
    return (SqlParser.#shared ??= SqlParser.load());
  }

  /** Drafts of a message, in order; none when it holds no statement. Never throws. */
  analyse(sql: Uint8Array): readonly Draft[] {
    if (sql.length === 0) return [];
    const refused = refusal(sql);
    if (refused !== null) return [unreadable(sql, refused, null)];
    const answer = this.#engine.parse(sql);
    if (answer.kind !== 'ok') return [unreadable(sql, complaint(answer), answer.kind === 'error' ? this.#marks(sql) : null)];
    const { stmts: statements } = answer.tree;
    if (statements.length === 0) return [];
    if (statements.length > MAX_STATEMENTS) return [unreadable(sql, `it holds more than ${MAX_STATEMENTS} statements`, null)];
    const marks = plainMarks(sql, tokenLookup(sql, (part) => this.#tokens(part))) ?? this.#marks(sql);
    return marks === null ? [unreadable(sql, 'its tokens could not be told apart', null)] : draftsOf(sql, statements, marks);
  }

  /** Trees of the statements in a text (a view's definition, a function's body); null when it can't be read. Never throws. */
  parseTree(text: string): readonly Tree[] | null {
    const sql = Buffer.from(text, 'utf8');
    if (sql.length === 0) return [];
    if (refusal(sql) !== null || !text.isWellFormed()) return null;
    const answer = this.#engine.parse(sql);
    return answer.kind === 'ok' ? answer.tree.stmts.map(({ stmt }) => stmt) : null;
  }

  /** PL/pgSQL functions of a `DO` or `CREATE FUNCTION` statement's text. An empty function is what other languages come out as. */
  parsePlPgSQL(text: string): PlPgSQLAnswer {
    const sql = Buffer.from(text, 'utf8');
    const refused = refusal(sql);
    if (refused !== null) return { kind: 'unread', why: refused };
    const answer = this.#engine.parsePlPgSQL(sql);
    return answer.kind === 'ok' ? { kind: 'read', functions: answer.tree.plpgsql_funcs } : { kind: 'unread', why: complaint(answer) };
  }

  /** Tokens of a text, comments included; null when the server's scanner refuses it. Offsets are bytes. */
  tokens(text: string): readonly ScanToken[] | null {
    const sql = Buffer.from(text, 'utf8');
    return refusal(sql) === null ? this.#tokens(sql) : null;
  }

  #tokens(sql: Uint8Array): readonly ScanToken[] | null {
    const answer = this.#engine.scan(sql);
    return answer.kind === 'ok' ? answer.tree.tokens : null;
  }

  #marks(sql: Uint8Array): Marks | null {
    const tokens = this.#tokens(sql);
    return tokens === null ? null : scannedMarks(tokens);
  }
}

function refusal(sql: Uint8Array): string | null {
  if (sql.length > MAX_MESSAGE_BYTES) return `it is longer than ${MAX_MESSAGE_BYTES} bytes`;
  // The parser would stop reading there, and so might the server.
  if (sql.indexOf(0) >= 0) return 'it holds a NUL byte';
  if (!isUtf8(sql)) return 'it is not valid UTF-8';
  return isSlowToScan(sql) ? 'it holds signs of comments and operators in too long a row' : null;
}

function draftsOf(sql: Uint8Array, statements: Parsed['stmts'], marks: Marks): readonly Draft[] {
  const text = new Text(sql);
  return statements.map(({ stmt, stmt_location: start = 0, stmt_len: length = 0 }) => {
    const span = trim(sql, marks, { start, end: length === 0 ? sql.length : start + length });
    return { statement: statementKind(stmt), tree: stmt, failure: null, batch: statements.length, ...texts(text, marks, span) };
  });
}

function unreadable(sql: Uint8Array, failure: string, marks: Marks | null): Draft {
  const text = new Text(sql);
  const common = { statement: 'UNKNOWN', tree: null, failure, batch: 1 };
  if (marks === null) return { ...common, text: text.cut(0, sql.length), start: 0, redacted: '?', parameterCount: 0 };
  return { ...common, ...texts(text, marks, trim(sql, marks, { start: 0, end: sql.length })) };
}

function texts(text: Text, marks: Marks, span: Span): Pick<Draft, 'text' | 'start' | 'redacted' | 'parameterCount'> {
  const { redacted, parameters } = redact(text, marks, span);
  return { text: text.cut(span.start, span.end), start: span.start, redacted, parameterCount: parameters };
}

// The parser quotes what it stumbled over, which may be a literal, quotes and all: whatever stands between the first quote and the last
// is kept only when it can be nothing but a word.
function complaint({ message }: Exclude<EngineAnswer<never>, { kind: 'ok' }>): string {
  const [first, last] = [message.indexOf('"'), message.lastIndexOf('"')];
  if (first < 0) return message;
  const quoted = message.slice(first + 1, last);
  return `${message.slice(0, first)}${WORD.test(quoted) ? `\`${quoted}\`` : '`?`'}${last === first ? '' : message.slice(last + 1)}`;
}

/** Matches `selct`, misses `'secret'` and `4111`. */
const WORD = /^[A-Za-z_]{1,63}$/;
