// SPDX-License-Identifier: Apache-2.0
//
// Transactions, settings and the session's own housekeeping. What only concerns this session and is understood is built in; all else
// that is control needs a rule. Refuses settings that would blind the gate.
import type { A_Const, DefElem, Node, TransactionStmt, VariableSetStmt } from '@pgsql/types';
import type { FactsBuilder } from '../facts/collect.js';
import { classifySetting, type StartedWith } from '../builtins/settings.js';
import { every, nodesIn, present, spelled, theOne } from '../grammar/tree.js';
import type { AnyHandlers, Place } from './place.js';

const OWN = { builtin: true } as const;

/** Handlers of transaction control, SET and its kin. */
export const SESSION_HANDLERS = {
  TransactionStmt: transaction,
  VariableSetStmt: setVariable,
  VariableShowStmt: ({ name: shown }, { builder }) => {
    const name = present(shown);
    const columns = name === 'all' ? ['name', 'setting', 'description'] : [name];
    builder.outputs(columns.map((column) => ({ name: column, origins: [], direct: false })));
  },
  DiscardStmt: ({ target }, { builder }) => {
    const what = DISCARDED[String(target)];
    if (what === undefined) return builder.unknown('it discards something that we do not know');
    builder.access('control', null, null, OWN);
    builder.session({ kind: 'discard', what });
  },
  ConstraintsSetStmt: (_fields, { builder }) => builder.access('control', null, null, OWN),
  AlterSystemStmt: ({ setstmt }, { builder }) => storedSetting(setstmt, builder),
  CheckPointStmt: (_fields, { builder }) => builder.access('control', 'checkpoint', 'server'),
  ListenStmt: ({ conditionname }, { builder }) => builder.access('control', present(conditionname), 'channel'),
  UnlistenStmt: ({ conditionname = null }, { builder }) => builder.access('control', conditionname, conditionname === null ? null : 'channel', OWN),
  NotifyStmt: ({ conditionname, payload }, { builder }) => {
    builder.access('control', present(conditionname), 'channel');
    if (payload !== undefined) builder.literal(payload);
  },
  LoadStmt: ({ filename }, { builder }) => builder.access('execute', spelled(filename), 'file'),
} satisfies AnyHandlers;

const DISCARDED: Readonly<Record<string, string>> = {
  DISCARD_ALL: 'ALL',
  DISCARD_PLANS: 'PLANS',
  DISCARD_SEQUENCES: 'SEQUENCES',
  DISCARD_TEMP: 'TEMP',
};

function transaction({ kind, options, chain, gid = '' }: TransactionStmt, place: Place): void {
  const { builder } = place;
  switch (kind) {
    case 'TRANS_STMT_BEGIN':
    case 'TRANS_STMT_START':
      builder.access('control', null, null, OWN);
      builder.session({ kind: 'begin' });
      for (const option of every('DefElem', options)) setMode({ name: spelled(option.defname), value: modeText(option), local: true }, place);
      return;
    case 'TRANS_STMT_COMMIT':
    case 'TRANS_STMT_ROLLBACK':
      builder.access('control', null, null, OWN);
      builder.session({ kind: kind === 'TRANS_STMT_COMMIT' ? 'commit' : 'rollback' });
      if (chain === true) builder.session({ kind: 'begin' });
      return;
    case 'TRANS_STMT_SAVEPOINT':
    case 'TRANS_STMT_RELEASE':
    case 'TRANS_STMT_ROLLBACK_TO':
      builder.access('control', null, null, OWN);
      return builder.session({ kind: SAVEPOINTS[kind] });
    // A transaction that outlives its session holds its locks until somebody thinks of it; and its end may be another's work.
    case 'TRANS_STMT_PREPARE':
      builder.access('control', gid, 'transaction');
      return builder.session({ kind: 'prepare-transaction' });
    case 'TRANS_STMT_COMMIT_PREPARED':
    case 'TRANS_STMT_ROLLBACK_PREPARED':
      return builder.access('control', gid, 'transaction');
    default:
      return builder.unknown('it is a transaction statement that we do not know');
  }
}

const SAVEPOINTS = { TRANS_STMT_SAVEPOINT: 'savepoint', TRANS_STMT_RELEASE: 'release', TRANS_STMT_ROLLBACK_TO: 'rollback-to' } as const;

/** `SET`, `RESET` and `SET TRANSACTION` of this session. */
function setVariable({ kind, name = '', args, is_local: local = false }: VariableSetStmt, place: Place): void {
  const { builder } = place;
  switch (kind) {
    case 'VAR_SET_VALUE':
      return set({ name, value: listText(args), local }, builder);
    case 'VAR_SET_DEFAULT':
      return set({ name, value: null, local }, builder);
    case 'VAR_RESET':
      judge(name, null, builder);
      return builder.session({ kind: 'reset', name: name.toLowerCase() });
    case 'VAR_RESET_ALL':
      builder.access('control', null, null, OWN);
      return builder.session({ kind: 'reset', name: null });
    case 'VAR_SET_MULTI':
      return setModes(name, args, place);
    default:
      return builder.unknown(`\`${name}\` is set in a way that we do not know`, name, 'setting');
  }
}

// `SET TRANSACTION …` and `SET SESSION CHARACTERISTICS AS TRANSACTION …` set settings by other names.
function setModes(form: string, args: readonly Node[] | undefined, place: Place): void {
  if (form === 'TRANSACTION SNAPSHOT') return set({ name: 'transaction_snapshot', value: listText(args), local: true }, place.builder);
  const lasting = form === 'SESSION CHARACTERISTICS';
  if (!lasting && form !== 'TRANSACTION') return place.builder.unknown(`\`SET ${form}\` is not known`);
  for (const arg of every('DefElem', args)) {
    const mode = spelled(arg.defname);
    setMode({ name: lasting ? `default_${mode}` : mode, value: modeText(arg), local: !lasting }, place);
  }
}

interface Setting {
  readonly name: string;
  readonly value: string | null;
  readonly local: boolean;
}

// Drivers say READ WRITE where they mean the default. What another session began with is not known to code that may run there.
function setMode(mode: Setting, { builder, runs }: Place): void {
  set(mode, builder, runs ? builder.scope.started : undefined);
}

function set({ name, value, local }: Setting, builder: FactsBuilder, started?: StartedWith): void {
  judge(name, value, builder, started);
  builder.session({ kind: 'set', name: name.toLowerCase(), value, local });
}

function judge(name: string, value: string | null, builder: FactsBuilder, started?: StartedWith): void {
  const verdict = classifySetting(name, value, started);
  if (verdict.class === 'forbidden') builder.forbid(`\`${name.toLowerCase()}\` ${verdict.reason}`);
  builder.access('control', name.toLowerCase(), 'setting', { builtin: verdict.class === 'allowed' });
}

/** A setting that others will start with (`ALTER SYSTEM`, `ALTER ROLE … SET`): never built in. */
export function storedSetting(stmt: VariableSetStmt | undefined, builder: FactsBuilder): void {
  if (stmt?.name === undefined) return builder.access('control', null, 'setting');
  judge(stmt.name, valueOf(stmt), builder);
  builder.access('control', stmt.name.toLowerCase(), 'setting');
}

/** A setting that a function runs under (`CREATE FUNCTION … SET`): as if it were set in the session, and put back. */
export function functionSetting(stmt: VariableSetStmt, builder: FactsBuilder): void {
  if (stmt.name !== undefined) judge(stmt.name, valueOf(stmt), builder);
}

function valueOf({ kind, args }: VariableSetStmt): string | null {
  return kind === 'VAR_SET_VALUE' ? listText(args) : null;
}

/** The text of a setting's value as the server puts it together; elements of a list are joined by a comma. */
function listText(args: readonly Node[] | undefined): string {
  return nodesIn(args).map(constantText).join(', ');
}

function constantText(node: Node): string {
  return 'TypeCast' in node ? constantText(present(node.TypeCast.arg)) : textOf(theOne('A_Const', node));
}

function textOf({ sval, ival, fval }: A_Const): string {
  if (sval !== undefined) return spelled(sval.sval);
  return fval === undefined ? String(present(ival).ival ?? 0) : spelled(fval.fval);
}

// Modes are words or the numbers 1 and 0.
function modeText({ arg }: DefElem): string {
  const { sval, ival } = theOne('A_Const', arg);
  return sval === undefined ? (ival?.ival === 1 ? 'on' : 'off') : spelled(sval.sval);
}
