// SPDX-License-Identifier: Apache-2.0
//
// Bodies in PL/pgSQL: every statement and expression in them, read again as SQL. Branches and loops count as if all were taken. EXECUTE
// of a constant is read like any statement; refuses text that is only put together at run time, and any construct that it does not know.
import type { Node } from '@pgsql/types';
import type { FactsBuilder, Tree } from '../facts/collect.js';
import { messageOf } from '../../../core/errors.js';
import { literalOf } from '../grammar/constants.js';
import { noteAssigned } from '../calls/conversions.js';
import { NOTHING } from '../facts/lineage.js';
import { expressionIn, statementIn } from '../grammar/texts.js';
import { nodesIn, present } from '../grammar/tree.js';
import { variableTypes } from '../calls/type-texts.js';
import { initialValues, splitAssignment } from './declarations.js';
import { absorb, apart, type Inside, type Place, withoutVariables } from './place.js';

/** Constructs whose parts say all that they do. */
const UNDERSTOOD: ReadonlySet<string> = new Set(
  `function var row rec recfield alias type expr stmt_block stmt_assign stmt_if if_elsif stmt_loop stmt_while stmt_fori stmt_fors stmt_forc stmt_foreach_a
  stmt_exit stmt_return stmt_return_next stmt_return_query stmt_raise raise_option stmt_assert stmt_execsql stmt_getdiag diag_item stmt_open
  stmt_fetch stmt_close stmt_perform stmt_call stmt_case case_when exception_block exception condition`
    .trim().split(/\s+/).map((name) => `PLpgSQL_${name}`),
);
const DYNAMIC: ReadonlySet<string> = new Set(['PLpgSQL_stmt_dynexecute', 'PLpgSQL_stmt_dynfors']);
const TRANSACTIONS: ReadonlySet<string> = new Set(['PLpgSQL_stmt_commit', 'PLpgSQL_stmt_rollback']);

/** Kind of an option of RAISE (PLPGSQL_RAISEOPTION_ERRCODE). */
const ERRCODE = 0;

/** How an expression is to be read, as the server's parser is told. */
const MODE = { statement: 0, expression: 2 } as const;

/** What a function's tree has at its top. */
interface Root {
  readonly PLpgSQL_function?: { readonly datums?: readonly Tree[] };
}

/** A statement or expression in a body, and how it is to be read. */
interface Embedded {
  readonly query?: string;
  readonly parseMode?: number;
}

/** Notes what a `DO` or `CREATE FUNCTION` in PL/pgSQL does when it runs. `source`: the body alone; the place has the whole text. */
export function resolvePlPgSQL(source: string, flows: boolean, place: Place): void {
  const { builder, parser, text } = place;
  const answer = parser.parsePlPgSQL(text);
  if (answer.kind === 'unread') return builder.unknown(`its PL/pgSQL could not be read: ${answer.why}`);
  const [root, ...more] = answer.functions;
  if (root === undefined || more.length > 0) return builder.unknown('its PL/pgSQL could not be read');
  // With it a name that could be a column's is a variable's. Errs on the safe side: the words may stand in a comment.
  if (/use_variable/iu.test(source)) builder.unknown('with `#variable_conflict use_variable` names of columns may be variables');
  const variables = /\balias\b/iu.test(source) ? new Map<string, number>() : ownVariables(root);
  try {
    walk(root, { place, flows, variables });
    const values = initialValues(source, rowVariables(root), parser);
    assigned(root, builder);
    for (const value of values) embedded({ query: value, parseMode: MODE.expression }, { place, flows, variables });
  } catch (thrown) {
    builder.unknown(`its PL/pgSQL could not be followed: ${messageOf(thrown)}`);
  }
}

// Whatever is read may become a value of each variable's type, a condition, a bound of a loop.
function assigned(root: unknown, builder: FactsBuilder): void {
  const origins = builder.accesses().flatMap(({ effect, object, columns }) => (effect === 'read' && object !== null ? columns.map((column) => ({ relation: object, column })) : []));
  noteAssigned({ ...NOTHING, origins }, variableTypes(typesIn(root), builder), builder);
}

function typesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'PLpgSQL_type' ? [String((inner as Tree)['typname'])] : typesIn(inner)));
}

function rowVariables({ PLpgSQL_function: top }: Root): ReadonlySet<string> {
  return new Set(nodesIn(top?.datums).flatMap((datum) => ('PLpgSQL_rec' in datum ? [String((datum['PLpgSQL_rec'] as Tree)['refname'])] : [])));
}

/** Types of what PL/pgSQL itself declares: `TG_OP`, `FOUND`. */
const OWN_TYPES: ReadonlyMap<string, number> = new Map([['text', 25], ['name', 19], ['oid', 26], ['integer', 23], ['boolean', 16]]);

// Nobody has declared another of the name (those stand on a line), nor given one away as an argument.
function ownVariables({ PLpgSQL_function: top }: Root): ReadonlyMap<string, number> {
  const all = nodesIn(top?.datums).flatMap((datum) => Object.values(datum) as readonly Tree[]);
  const found = new Map<string, number>();
  for (const { refname, lineno, datatype } of all) {
    const name = String(refname);
    const type = OWN_TYPES.get(String((datatype as { PLpgSQL_type?: Tree } | undefined)?.PLpgSQL_type?.['typname']));
    if (type === undefined || lineno !== undefined || !/^(?:tg_[a-z]+|tg_table_[a-z]+|found)$/u.test(name) || all.filter((one) => one['refname'] === refname).length > 1) continue;
    // A function for a trigger has no arguments, and all of these.
    if (name === 'found' || all.some((one) => one['refname'] === 'tg_argv')) found.set(name, type);
  }
  return found;
}

interface Body {
  readonly place: Place;
  readonly flows: boolean;
  readonly variables: ReadonlyMap<string, number>;
}

function walk(value: unknown, body: Body): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(item, body));
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'PLpgSQL_expr') {
      embedded(inner as Embedded, body);
      continue;
    }
    if (key === 'PLpgSQL_raise_option') raised(inner as Tree, body.place);
    else if (key === 'dynquery') executed(inner, body);
    else if (DYNAMIC.has(key)) executed((inner as Tree)['query'], body);
    else if (TRANSACTIONS.has(key)) body.place.builder.access('control', null, null, { builtin: true });
    else if (key.startsWith('PLpgSQL_') && !UNDERSTOOD.has(key)) body.place.builder.unknown(`\`${key}\` is not a PL/pgSQL statement that we know`);
    walk(inner, body);
  }
}

// `EXECUTE 'CREATE INDEX …'` runs what it says. It sees no variables, only its parameters.
function executed(expression: unknown, body: Body): void {
  const { builder, parser } = body.place;
  const text = constantIn(expression, parser);
  const tree = text === null ? null : statementIn(text, parser);
  if (text === null || tree === null) return builder.unknown('it runs text as SQL (EXECUTE), which is only put together when it runs');
  // Its parameters are variables, and what is in those nobody follows.
  const scope = { ...withoutVariables(builder.scope), computedParameters: true };
  statement(tree, { text, scope }, body);
}

// The client is told the SQLSTATE of an error, whatever it is: five characters of a value.
function raised({ opt_type: option, expr }: Tree, { builder, parser }: Place): void {
  if (option === ERRCODE && constantIn(expr, parser) === null) builder.flow({ target: { relation: 'sqlstate', column: '*' }, origins: null });
}

function constantIn(expression: unknown, parser: Place['parser']): string | null {
  const { query } = present((expression as { readonly PLpgSQL_expr?: Embedded }).PLpgSQL_expr);
  return literalOf(expressionIn(present(query), parser));
}

function embedded({ query, parseMode }: Embedded, body: Body): void {
  const { builder, parser } = body.place;
  for (const text of readable(present(query), present(parseMode), parser)) statement(present(statementIn(text, parser)), { text, scope: { ...builder.scope, variables: body.variables } }, body);
}

// `a[f(1)] := g(2)` is read as its two sides.
function readable(query: string, parseMode: number, parser: Place['parser']): readonly string[] {
  if (parseMode === MODE.statement) return [query];
  return (parseMode === MODE.expression ? [query] : splitAssignment(query, parser)).map((side) => `SELECT ${side}`);
}

function statement(node: Node, inside: Inside, { place, flows }: Body): void {
  const facts = apart(node, place, inside);
  absorb(facts, place.builder, { flows });
  for (const effect of facts.session) {
    switch (effect.kind) {
      case 'ddl':
      case 'temp':
        place.builder.session(effect);
        break;
      case 'begin':
      case 'commit':
      case 'rollback':
      case 'savepoint':
      case 'rollback-to':
      case 'release':
      case 'prepare-transaction':
        break;
      default:
        // Whether it is reached is not known, and then neither is what is in force afterwards.
        place.builder.unknown(`code that changes the session (\`${effect.kind}\`) can not be followed`);
    }
  }
}
