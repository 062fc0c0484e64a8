// SPDX-License-Identifier: Apache-2.0
//
// Code: DO, CALL, functions and procedures, triggers, event triggers, languages. Defining a function is `schema` on it, and all that its
// body would do counts at once, since whoever calls it later may not be asked again: a trigger, another session. Refuses code in any
// language but SQL and PL/pgSQL: nobody has read it.
import type { CreateFunctionStmt, DefElem, DoStmt, Node } from '@pgsql/types';
import type { Effect, StatementFacts } from '../../../core/model.js';
import type { FactsBuilder } from '../facts/collect.js';
import { namesOf } from '../names/names.js';
import { every, nodesIn, present, spelled, theOne } from '../grammar/tree.js';
import { condition, plainExpression } from './expressions.js';
import { functionNamed, type Called, newObject, plain, relation, touch } from './objects.js';
import { absorb, type AnyHandlers, apart, gathered, isNothing, type Place, withoutVariables } from './place.js';
import { resolvePlPgSQL } from './plpgsql.js';
import { functionSetting } from './session.js';

/** Handlers of code. */
export const CODE_HANDLERS = {
  DoStmt: doBlock,
  CallStmt: ({ funccall }, place) => {
    plainExpression({ FuncCall: present(funccall) }, place);
    if (place.builder.accesses().every(isNothing)) place.builder.access('read', null, null);
    place.builder.outputs('unknown');
    place.builder.session({ kind: 'ddl' });
  },
  CreateFunctionStmt: createFunction,
  AlterFunctionStmt: ({ func, actions }, { builder }) => {
    const named = functionNamed(namesOf(func?.objname), builder);
    touch('schema', named, builder);
    for (const action of every('DefElem', actions)) option(action, named, builder);
    builder.session({ kind: 'ddl' });
  },
  CreateTrigStmt: ({ relation: rangeVar, funcname, args, whenClause, constrrel, columns }, place) => {
    const { builder } = place;
    const table = relation(rangeVar, builder);
    touch('schema', { ...table, columns: namesOf(columns) }, builder);
    fillsTsvector(spelled(namesOf(funcname).at(-1)), table, namesOf(args), builder);
    if (constrrel !== undefined) touch('schema', relation(constrrel, builder), builder);
    // From now on others' writes run it.
    touch('execute', functionNamed(namesOf(funcname), builder), builder);
    condition(whenClause, undefined, place);
    builder.lock('SHARE ROW EXCLUSIVE');
    builder.session({ kind: 'ddl' });
  },
  CreateEventTrigStmt: ({ trigname, funcname }, { builder }) => {
    touch('schema', plain(trigname, 'event trigger'), builder);
    touch('execute', functionNamed(namesOf(funcname), builder), builder);
    builder.session({ kind: 'ddl' });
  },
  AlterEventTrigStmt: ({ trigname }, { builder }) => {
    touch('schema', plain(trigname, 'event trigger'), builder);
    builder.session({ kind: 'ddl' });
  },
  CreatePLangStmt: ({ plname, plhandler, plinline, plvalidator }, { builder }) => {
    touch('execute', plain(plname, 'language'), builder);
    for (const names of [plhandler, plinline, plvalidator]) if (names !== undefined) touch('execute', functionNamed(namesOf(names), builder), builder);
    builder.session({ kind: 'ddl' });
  },
} satisfies AnyHandlers;

// PostgreSQL's own triggers that keep the words of other columns in the one that is named first; behind it the name of a configuration, or of
// a column that holds one.
function fillsTsvector(trigger: string, { name }: Called, [filled = '', ...others]: readonly string[], builder: FactsBuilder): void {
  if (!['tsvector_update_trigger', 'tsvector_update_trigger_column'].includes(trigger)) return;
  const read = trigger === 'tsvector_update_trigger' ? others.slice(1) : others;
  builder.flow({ target: { relation: name, column: filled }, origins: read.map((column) => ({ relation: name, column })), computed: true });
}

function stringOf(arg: Node | undefined): string | null {
  return arg !== undefined && 'String' in arg ? spelled(arg.String.sval) : null;
}

function doBlock({ args }: DoStmt, place: Place): void {
  const { builder } = place;
  const language = stringOf(every('DefElem', args).find(({ defname }) => defname === 'language')?.arg) ?? 'plpgsql';
  if (language !== 'plpgsql') return unread(language, place);
  const source = stringOf(every('DefElem', args).find(({ defname }) => defname === 'as')?.arg);
  // The grammar takes it, and the parser of PL/pgSQL would end over it.
  if (source === null) return builder.unknown('it holds no code');
  const facts = asItChanges(place, (within) => resolvePlPgSQL(source, true, within));
  absorb(facts, builder, { flows: true, session: true });
  decided(facts, builder);
}

// Loops and branches may come in any order: once a block changes definitions, all of it is read as if they had changed before.
function asItChanges(place: Place, work: (within: Place) => void): StatementFacts {
  const scope = withoutVariables(place.builder.scope);
  const facts = gathered(place, { text: place.text, scope }, work);
  const { redefines } = facts;
  if (redefines === undefined || scope.stale) return facts;
  return gathered(place, { text: place.text, scope: { ...scope, stale: true, redefined: redefines } }, work);
}

// What a block has read may decide what it does, and whether it fails: as a condition would. `IF v LIKE '5%' THEN INSERT …`, or `nextval`, or
// `CREATE TABLE`, stores the answer without storing the value.
function decided({ accesses }: StatementFacts, builder: FactsBuilder): void {
  const origins = accesses.flatMap(({ effect, object, type, columns }) => (effect === 'read' && type === 'relation' && object !== null ? columns.map((column) => ({ relation: object, column })) : []));
  if (origins.length === 0) return;
  for (const { relation, column } of origins) builder.read(relation, column, true);
  for (const { effect, object } of accesses) if (STORES.has(effect) && object !== null) builder.flow({ target: { relation: object, column: '*' }, origins });
}

const STORES: ReadonlySet<Effect> = new Set(['write', 'destroy', 'schema']);

function unread(language: string, { builder }: Place): void {
  touch('execute', plain(language, 'language'), builder);
  builder.unknown(`code in \`${language}\` is not read`, language, 'language');
}

function createFunction(fields: CreateFunctionStmt, place: Place): void {
  const { builder } = place;
  const named = newObject(fields.funcname, 'function', builder);
  touch('schema', named, builder);
  builder.session({ kind: 'ddl' });
  for (const node of every('FunctionParameter', fields.parameters)) plainExpression(node.defexpr, place);
  const options = every('DefElem', fields.options);
  for (const given of options) option(given, named, builder);
  const { sql_body: written } = fields;
  if (written !== undefined) return absorb(gathered(place, { text: place.text, scope: withoutVariables(builder.scope) }, (within) => body(written, within)), builder);
  const language = stringOf(options.find(({ defname }) => defname === 'language')?.arg) ?? 'sql';
  const source = options.find(({ defname }) => defname === 'as')?.arg;
  if (source === undefined) return builder.unknown('it holds no code');
  const text = spelled(stringOf(nodesIn<Node>(theOne('List', source).items)[0]));
  if (language !== 'sql' && language !== 'plpgsql') return unread(language, place);
  const facts = asItChanges(place, (within) => (language === 'sql' ? sqlText(text, within) : resolvePlPgSQL(text, false, within)));
  absorb(facts, builder);
  // Whoever calls it is not told: what comes after the call would be judged by what was there before.
  const other = facts.redefines?.find(({ relation, into }) => into === 'anything' && !relation.startsWith('pg_temp.'));
  if (other !== undefined || facts.redefines === null) builder.unknown(`code that makes another relation of ${other === undefined ? 'any' : `\`${other.relation}\``} can not be followed where it is called`);
}

// Who it runs as and under which settings is part of what it can do.
function option({ defname: given, arg }: DefElem, named: Called, builder: Place['builder']): void {
  const defname = spelled(given);
  if (!OPTIONS.has(defname)) return builder.unknown(`\`${defname}\` is not a function option that we know`);
  if (defname === 'security' && arg !== undefined && 'Boolean' in arg && arg.Boolean.boolval === true) touch('grant', named, builder);
  if (defname === 'set' && arg !== undefined && 'VariableSetStmt' in arg) functionSetting(arg.VariableSetStmt, builder);
}

const OPTIONS: ReadonlySet<string> = new Set(['as', 'language', 'transform', 'window', 'volatility', 'strict', 'security', 'leakproof', 'set', 'cost', 'rows', 'support', 'parallel']);

function sqlText(text: string, place: Place): void {
  const trees = place.parser.parseTree(text);
  if (trees === null) return place.builder.unknown('the body of the function could not be read');
  for (const tree of trees) inBody(tree as unknown as Node, place);
}

// `RETURN expression`, or the statements of BEGIN ATOMIC as a list of lists.
function body(node: Node, place: Place): void {
  if ('List' in node) {
    for (const item of nodesIn(node.List.items)) body(item, place);
  } else if (Object.keys(node).length === 0) return; // BEGIN ATOMIC END
  else if ('ReturnStmt' in node) plainExpression(node.ReturnStmt.returnval, place);
  else inBody(node, place);
}

function inBody(node: Node, place: Place): void {
  const facts = apart(node, place);
  absorb(facts, place.builder);
  const changed = facts.session.find(({ kind }) => kind !== 'ddl' && kind !== 'temp');
  if (changed !== undefined) place.builder.unknown(`code that changes the session (\`${changed.kind}\`) can not be followed`);
}
