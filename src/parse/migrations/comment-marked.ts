// SPDX-License-Identifier: Apache-2.0
//
// Files that hold both directions, told apart by comments: dbmate, goose, node-pg-migrate. Marks are read exactly as the tool reads them,
// line by line, strings and all; a mark that only looks like one makes what follows unknown, since the tool may take it otherwise.
import { type Dialect, lineAfter, type Part, runs, type Wrapping } from './script.js';

interface Block {
  readonly mark: string;
  /** The mark's own line included, so that lines stay what they are. */
  readonly text: string;
  readonly line: number;
}

/** Cuts at lines that `isMark`; the first block is what stands before the first mark. */
function blocksOf(text: string, isMark: (line: string) => boolean): Block[] {
  const blocks: Block[] = [];
  let current = { mark: '', from: 0, line: 1 };
  let at = 0;
  let number = 1;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    if (isMark(line)) {
      blocks.push({ mark: current.mark, text: text.slice(current.from, at), line: current.line });
      current = { mark: line, from: at, line: number };
    }
    if (end < 0) break;
    at = end + 1;
    number += 1;
  }
  blocks.push({ mark: current.mark, text: text.slice(current.from), line: current.line });
  return blocks;
}

const kept = ({ text, line }: Block): Part => ({ kind: 'kept', text, line, what: 'the part that undoes it' });
const unknown = ({ text, line }: Block, why: string): Part => ({ kind: 'unknown', text, line, why });

/** Nothing but white space and comments of whole lines. */
function isBare(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(?:--.*)?$/.test(line)); // matches `-- note`, misses `DROP TABLE a;`
}

/** `-- migrate:up transaction:false`. @see https://github.com/amacneil/dbmate#writing-migrations */
export const dbmate: Dialect = (_path, text) => {
  const [before, ...blocks] = blocksOf(text, (line) => /^--\s*migrate:(?:up|down)(?:\s|$)/.test(line)); // matches `-- migrate:up`, misses `--  migrate:update`
  if (before === undefined || blocks.length === 0) return [{ kind: 'unknown', text, line: 1, why: 'it has no `-- migrate:up`' }];
  const parts = blocks.map((block): Part => (/^--\s*migrate:down/.test(block.mark) ? kept(block) : up(block)));
  return isBare(before.text) ? parts : [unknown(before, 'it holds statements before `-- migrate:up`'), ...parts];
};

function up(block: Block): Part {
  const options = block.mark.replace(/^--\s*migrate:up/, '').split(/\s+/).filter((word) => word !== '');
  const other = options.find((option) => option !== 'transaction:false' && option !== 'transaction:true');
  if (other !== undefined) return unknown(block, `\`${other}\` is not an option of dbmate that we know`);
  return runs(block.text, options.includes('transaction:false') ? 'batch' : 'each', { line: block.line });
}

const GOOSE_MARKS: ReadonlySet<string> = new Set(['Up', 'Down', 'StatementBegin', 'StatementEnd', 'NO TRANSACTION', 'ENVSUB ON', 'ENVSUB OFF']);

/** `-- +goose Up`. @see https://pressly.github.io/goose/documentation/annotations/ */
export const goose: Dialect = (_path, text) => {
  const isDirection = (line: string): boolean => directive(line) === 'Up' || directive(line) === 'Down';
  const marks = text.split('\n').flatMap((line) => directive(line.replace(/\r$/, '')) ?? []);
  const odd = marks.find((mark) => !GOOSE_MARKS.has(mark));
  if (odd !== undefined) return [{ kind: 'unknown', text, line: 1, why: `\`+goose ${odd.slice(0, 40)}\` is not a mark of goose` }];
  const [before, ...blocks] = blocksOf(text, isDirection);
  if (before === undefined || blocks.length === 0) return [{ kind: 'unknown', text, line: 1, why: 'it has no `-- +goose Up`' }];
  const wrapping: Wrapping = marks.includes('NO TRANSACTION') ? 'none' : 'each';
  const placeholders = marks.includes('ENVSUB ON');
  const parts = blocks.map((block): Part => (directive(block.mark) === 'Down' ? kept(block) : runs(block.text, wrapping, { line: block.line, placeholders })));
  return isBare(before.text) ? parts : [unknown(before, 'it holds statements before `-- +goose Up`'), ...parts];
};

// What stands behind `-- +goose`; null for other lines.
function directive(line: string): string | null {
  const found = /^\s*--\s*\+goose\b(.*)$/i.exec(line); // matches `-- +goose Up`, misses `-- see goose`
  if (found === null) return null;
  return /^\s*-- \+goose /.test(line) ? (found[1] ?? '').trim() : `${(found[1] ?? '').trim()} (as written)`;
}

/** `-- Up Migration`, `-- Down Migration`; without the former everything runs. @see https://salsita.github.io/node-pg-migrate/ */
export const nodePgMigrate: Dialect = (_path, text) => {
  const up = markAt(text, /^\s*--[\s-]*up\s+migration/im);
  const down = markAt(text, /^\s*--[\s-]*down\s+migration/im);
  if (up < 0) return [runs(text, 'all')];
  const end = down < up ? text.length : down;
  const parts: Part[] = [runs(text.slice(up, end), 'all', { line: lineAfter(text.slice(0, up), 1) })];
  if (down >= 0) {
    const stop = down < up ? up : text.length;
    parts.push({ kind: 'kept', text: text.slice(down, stop), line: lineAfter(text.slice(0, down), 1), what: 'the part that undoes it' });
  }
  const before = text.slice(0, down >= 0 && down < up ? down : up);
  return isBare(before) ? parts : [{ kind: 'unknown', text: before, line: 1, why: 'it holds statements before `-- Up Migration`' }, ...parts];
};

// Blank lines before a mark count as the mark's for the tool, not for lines.
function markAt(text: string, mark: RegExp): number {
  const at = text.search(mark);
  return at < 0 ? at : text.indexOf('--', at);
}
