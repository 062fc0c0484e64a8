// SPDX-License-Identifier: Apache-2.0
//
// A recording as CSV (RFC 4180), a row a line. Refuses to hand a spreadsheet anything that it would calculate, follow or obey: cells that
// begin like a formula get an apostrophe, and text is inert.
// @see https://owasp.org/www-community/attacks/CSV_Injection
import type { RecordedLine } from '../core/events.js';
import type { Exporter } from './export.js';
import { inert } from './inert.js';

const COLUMNS = ['seq', 'at', 'type', 'session', 'principal', 'operation', 'connection', 'resource', 'decision', 'statement', 'text', 'rules', 'reasons', 'outcome', 'tag', 'rows', 'bytes', 'error', 'masked', 'more'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Partial<Record<Column, string | number | null>>;

// Match "=1+1", "  @SUM", "＝1", miss "a=b": what a spreadsheet takes for a formula, wide forms and leading blanks, too.
const FORMULA = /^[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u;
// Match the "; " of "1; =1+1", miss ";a": where a spreadsheet of a language with decimal commas begins another cell, and calculates it.
const NEXT_FORMULA = /;(?=[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%])/gu;

/** Rows of CSV with a row of names first. */
export class CsvExporter implements Exporter {
  #session = '';
  #begun = false;

  line(line: RecordedLine): string {
    if (line.type === 'session') this.#session = line.session;
    const cells: Cells = { seq: line.seq, at: line.at, type: line.type, session: this.#session, ...cellsOf(line) };
    return this.#head() + rowOf(COLUMNS.map((column) => cells[column] ?? null));
  }

  end(): string {
    return this.#head();
  }

  #head(): string {
    if (this.#begun) return '';
    this.#begun = true;
    return rowOf([...COLUMNS]);
  }
}

function rowOf(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** One cell: text is quoted, inert, and no formula. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = inert(value).replace(NEXT_FORMULA, ";'");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  // Match ",", miss "a": what needs quotes.
  return /[",'\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cellsOf(line: RecordedLine): Cells {
  switch (line.type) {
    case 'session':
      return { principal: line.principal.subject, more: json({ names: line.principal.names, issuer: line.principal.issuer, prompter: line.prompter, host: line.host, resources: line.resources, policy: line.policy, command: line.command }) };
    case 'decided':
      return {
        principal: line.principal, operation: line.operation, connection: line.connection, resource: line.resource, decision: line.decision, statement: line.statement, text: line.text,
        rules: line.rules.join(' '), reasons: line.reasons.join('; '), more: json({ name: line.name, accesses: line.accesses, observed: line.observed, unknown: line.unknown }),
      };
    case 'done':
      return {
        operation: line.operation, outcome: line.outcome, tag: line.tag, rows: line.rows, bytes: line.bytes,
        error: line.error === null ? null : `${line.error.sqlstate} ${line.error.message}`, masked: maskedWords(line.masked),
      };
    case 'prompt':
      return { resource: line.resource, text: line.text, masked: maskedWords(line.masked), more: json({ role: line.role, model: line.model }) };
    case 'tool':
      return { statement: line.name, text: line.input, masked: maskedWords(line.masked), more: json({ call: line.call }) };
    case 'tool-result':
      return { outcome: line.outcome, text: line.output, masked: maskedWords(line.masked), more: json({ call: line.call }) };
    case 'output':
      return { operation: line.operation, statement: line.stream, text: line.text, masked: maskedWords(line.masked) };
    case 'approval':
      return { outcome: line.state, reasons: line.reason, more: json({ operations: line.operations, by: line.by, manifest: line.manifest, url: line.url }) };
    case 'connection':
      return { connection: line.connection, resource: line.resource, text: line.application };
    case 'disconnected':
    case 'refused':
      return { connection: line.connection, reasons: line.reason };
    case 'gate':
      return { connection: line.connection, statement: line.statement, reasons: line.purpose };
    case 'checkpoint':
      return { more: json({ count: line.count, head: line.head }) };
    case 'end':
      return { outcome: line.outcome, more: json({ count: line.count, head: line.head, operations: line.operations }) };
  }
}

function maskedWords(masked: Readonly<Record<string, number>>): string {
  return Object.entries(masked).map(([kind, count]) => `${kind} ${count}`).join('; ');
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
