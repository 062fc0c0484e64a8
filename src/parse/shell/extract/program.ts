// SPDX-License-Identifier: Apache-2.0
//
// Commands that programs in other languages hand to a shell, written out, and SQL that scripts hand to a database. They run when the program comes there, so that
// only what people look out for is told. Refuses to understand the program: what it computes stands for itself, and passes.
import { type Call, callsIn } from '../../programs/calls.js';
import { quotedWord } from '../quote.js';
import { type Extracted, scriptAt } from './script.js';

// Where programs are that do something to a machine or to data rather than for a user: elsewhere SQL is the product's own.
const SCRIPTS = /(?:^|\/)(?:s?bin|scripts?|hack|\.?ci|\.github|\.gitlab|ops|deploy(?:ment)?|cron)\/|^[\w-]+\.\w+$/iu;
// A program there that no entry of the policy names is judged by nobody as the migration that it is.
const MIGRATIONS = /(?:^|\/)(?:migrations?|migrate|alembic\/versions)\//iu;
const TESTS = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|fixtures?|testdata|__mocks__)\/|(?:^|\/)test_[^/]*$|[._](?:test|spec)\.\w+$/iu;

/** How a table is changed is for its migration to say. */
export const LOSSES: ReadonlyMap<string, string> = new Map([['data-destroy', 'data-destroy']]);
/** SQL that no entry of the policy names. */
export const UNNAMED: ReadonlyMap<string, string> = new Map([['data-destroy', 'sql-file']]);
/** Programs make and delete folders of their own all day. */
export const EVERYTHING: ReadonlyMap<string, string> = new Map([['root-delete', 'root-delete'], ['home-delete', 'home-delete']]);

/** Commands of a program; null when it has none, or is in no language that is looked at. */
export function fromProgram(path: string, text: string): readonly Extracted[] | null {
  const tests = TESTS.test(path);
  if (!tests && MIGRATIONS.test(path)) {
    const calls = callsIn(path, text, ['shell', 'remove', 'sql', 'schema'])?.filter(({ undoes }) => !undoes) ?? [];
    return calls.length === 0 ? null : calls.map((call) => extracted(call, UNNAMED));
  }
  const calls = callsIn(path, text, !tests && SCRIPTS.test(path) ? ['shell', 'remove', 'sql'] : ['shell', 'remove']) ?? [];
  return calls.length === 0 ? null : calls.map((call) => extracted(call, LOSSES));
}

/** Endings of files in the languages of cells. */
const ENDINGS: Readonly<Record<string, string>> = { python: 'py', python3: 'py', ipython: 'py', r: 'R', R: 'R', javascript: 'js', js: 'js', typescript: 'ts', ruby: 'rb', perl: 'pl', groovy: 'groovy', go: 'go' };

/** Calls in a cell of a notebook. */
export function fromCell(language: string, text: string): readonly Extracted[] {
  const ending = Object.hasOwn(ENDINGS, language) ? ENDINGS[language] : undefined;
  return ending === undefined ? [] : (callsIn(`cell.${ending}`, text, ['shell', 'remove', 'sql']) ?? []).map((call) => extracted(call, UNNAMED));
}

/** A longer one is a dump, and no migration. */
const MAX_SQL = 1_048_576;
// Hits what may lose data; whether it does the parser says.
const MAY_LOSE = /\b(?:drop|truncate|delete)\b/iu;
// The part that undoes it, as tools mark it, up to where one that does begins again. A comment such as `-- rollback` ends nothing.
const UNDO = /^[ \t]*--(?:[ \t]*(?:migrate:down|\+goose[ \t]+Down|\/\/[ \t]*@undo)|[ \t-]*down[ \t]+migration)\b(?:(?!\n[ \t]*--(?:[ \t]*(?:migrate:up|\+goose[ \t]+Up)|[ \t-]*up[ \t]+migration)\b)[\s\S])*/gimu;
const DOES = /^[ \t]*--(?:[ \t]*(?:migrate:up|\+goose[ \t]+Up|\/\/)|[ \t-]*up[ \t]+migration)/imu;
// A changelog is one wherever it lies.
const CHANGELOG = /^\s*--[ \t]*liquibase formatted sql\b/iu;

/** Ends the name of a migration of which every line runs, whatever marks are in it. */
export const UNMARKED = '/unmarked.sql';

/** True for a migration with marks that tell what it does from what undoes it. */
export function isMarked(path: string, text: string): boolean {
  return path.endsWith('.sql') && MIGRATIONS.test(path) && text.length <= MAX_SQL && DOES.test(text) && text.search(UNDO) >= 0;
}

/** A migration in SQL that no entry of the policy names, from where it may lose data on; null when it loses none. */
export function fromUnnamedSql(path: string, text: string): readonly Extracted[] | null {
  if (text.length > MAX_SQL || !(MIGRATIONS.test(path) || CHANGELOG.test(text.slice(0, 1_000))) || TESTS.test(path) || /[._-](?:down|undo|rollback|revert)\.sql$|(?:^|\/)(?:down|revert|verify|undo)(?:\/|\.sql$)|(?:^|\/)U[\d._]+__/iu.test(path)) return null;
  const runs = !path.endsWith(UNMARKED) && DOES.test(text) ? text.replace(UNDO, (part) => part.replace(/[^\n]/gu, ' ')) : text;
  return MAY_LOSE.test(runs) ? [sqlAt(runs, 1, UNNAMED)] : null;
}

/** SQL that something else carries, at the first line that may lose data. */
export function sqlAt(text: string, line: number, told: Extracted['told'] = LOSSES): Extracted {
  const at = line + text.slice(0, MAY_LOSE.exec(text)?.index ?? 0).split('\n').length - 1;
  return { ...extracted({ kind: 'sql', text, line: at, undoes: false }, told), line: at };
}

function extracted({ kind, text, line }: Call, ofSql: Extracted['told']): Extracted {
  const word = quotedWord(text);
  const script = kind === 'shell' ? text : `${kind === 'remove' ? 'rm -rf --' : 'psql -c'} ${word}`;
  return scriptAt(script, line, { shell: 'sh', lines: script.split('\n').map(() => line), later: true, told: kind === 'shell' ? null : kind === 'remove' ? EVERYTHING : ofSql });
}
