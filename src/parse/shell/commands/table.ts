// SPDX-License-Identifier: Apache-2.0
//
// Programs with sub-commands as rows of text, so that a family is read at a glance. A row is `words | other words : effect #hazard @type`. A word
// is `a,b` (one of these sub-commands), `+x,long` (an option is given), `!long` (it is not), `*` (any operand). The first row that fits holds.
// Refuses rows that can't be read when they are loaded, and programs no row fits are run, not known.
import { EFFECTS, type Effect } from '../../../core/model.js';
import type { Draft } from '../draft.js';
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { isKnown, shown } from '../text.js';

/** What is said of a hazard when a program has nothing better to say. */
const DETAILS: Readonly<Record<string, string>> = {
  'account-change': 'accounts and their rights decide who may do what',
  'branch-delete': 'what only that branch, tag or ref leads to is lost',
  'bulk-delete': 'which files it deletes is known only when it runs',
  'cluster-door': 'what is done through it in the cluster is judged by nobody',
  'container-escape': 'the container gets at the machine that it runs on',
  'container-host': 'the container shares something of the machine that others are kept from',
  'data-destroy': 'data is lost that no rollback brings back',
  deploy: 'what it brings is in use as soon as it ends, and nobody has judged it',
  'downloaded-code': 'what a server answers runs unread',
  'disk-write': 'it writes to a disk below its file systems',
  'environment-code': 'it makes other programs run what it names',
  'firewall-change': 'it changes what may reach the machine, or leave it',
  'force-push': 'commits that others have may be lost',
  'force-with-lease': 'commits are replaced, if nobody has pushed since',
  'history-rewrite': 'commits are replaced by others',
  'infrastructure-destroy': 'what runs there is taken down',
  'machine-stop': 'the machine stops or starts again',
  'process-kill': 'it ends processes that it does not name',
  'raw-socket': 'the machine can be reached from elsewhere',
  publish: 'what is published stays published',
  'unplanned-apply': 'what it changes is decided when it runs, by a plan that nobody has seen',
  'runs-later': 'what it sets up runs later, when nobody looks',
  'secret-read': 'it prints secrets',
  'service-stop': 'a service stops or does not come up again',
  'sql-file': 'what the file does to the database is judged only where `changes` names it',
  'system-write': 'it changes the system',
  'work-loss': 'changes that were not committed are lost',
  'wide-permissions': 'everybody may change it then',
  erase: 'it overwrites data so that nothing brings it back',
};

interface Condition {
  readonly kind: 'words' | 'with' | 'without' | 'any';
  readonly names: readonly string[];
}

interface Row {
  readonly conditions: readonly Condition[];
  readonly effect: Effect;
  readonly hazards: readonly string[];
  readonly type: string | null;
}

function parseRows(rows: string): readonly Row[] {
  return rows.split('\n').filter((line) => line.trim() !== '').flatMap((line) => {
    const cut = ` ${line}`.indexOf(' : ');
    const [effect, ...rest] = line.slice(cut + 2).trim().split(/\s+/u);
    if (cut < 0 || !EFFECTS.includes(effect as Effect)) throw new Error(`the row \`${line}\` has no effect`);
    const hazards = rest.filter((word) => word.startsWith('#')).map((word) => word.slice(1));
    const type = rest.find((word) => word.startsWith('@'))?.slice(1) ?? null;
    return line.slice(0, cut).split('|').map((phrase) => ({ conditions: phrase.split(/\s+/u).filter((word) => word !== '').map(conditionOf), effect: effect as Effect, hazards, type }));
  });
}

function conditionOf(word: string): Condition {
  if (word === '*') return { kind: 'any', names: [] };
  if (word.startsWith('+')) return { kind: 'with', names: word.slice(1).split(',') };
  if (word.startsWith('!')) return { kind: 'without', names: word.slice(1).split(',') };
  return { kind: 'words', names: word.split(',') };
}

/** How much of the operands a row takes; null when it does not fit. */
function fit({ conditions }: Row, options: Options): number | null {
  let at = 0;
  for (const { kind, names } of conditions) {
    if (kind === 'with' && !options.has(...names)) return null;
    if (kind === 'without' && options.has(...names)) return null;
    if (kind === 'any' || kind === 'words') {
      const operand = options.operands[at];
      if (operand === undefined || (kind === 'words' && !names.includes(operand.toLowerCase()))) return null;
      at += 1;
    }
  }
  return at;
}

/** A program described by rows. */
export function table(shape: Shape, rows: string): Program {
  const parsed = lazily(() => parseRows(rows));
  return (use) => {
    const options = new Options(use.args, shape);
    if (asksForHelp(use.args)) use.draft.access('read', null, null);
    else applyRows(parsed(), options, use);
  };
}

/** `--help` anywhere among its own options: it prints and does nothing. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-help');
}

/** The same for options that a program has taken apart already. False when no row fits. */
export function rowsOf(rows: string): (options: Options, use: Use) => boolean {
  const parsed = lazily(() => parseRows(rows));
  return (options, use) => {
    if (!asksForHelp(use.args)) return applyRows(parsed(), options, use);
    use.draft.access('read', null, null);
    return true;
  };
}

function applyRows(rows: readonly Row[], options: Options, { name, draft, args }: Use): boolean {
  for (const arg of args) draft.mention(arg);
  const first = options.operands[0];
  if (first !== undefined && !isKnown(first)) {
    draft.unknown(`what \`${name} ${shown(first)}\` does is known only when it runs`);
    // Of a program without sub-commands the danger is known, whatever it is done to.
    const always = rows.some(({ conditions }) => conditions.some(({ kind }) => kind === 'words')) ? undefined : rows.find((row) => fit(row, options) !== null);
    for (const id of always?.hazards ?? []) danger(draft, id);
    return true;
  }
  for (const row of rows) {
    const taken = fit(row, options);
    if (taken === null) continue;
    const words = options.operands.slice(0, taken).filter((_word, index) => row.conditions.filter(({ kind }) => kind === 'any' || kind === 'words')[index]?.kind === 'words');
    draft.called(name, ...words);
    describe(row, options.operands.slice(taken), { draft, fallback: [name, ...words].join(' ') });
    return true;
  }
  draft.called(name, ...(first === undefined || !/^[\w-]{1,40}$/u.test(first) ? [] : [first]));
  draft.access('execute', name, 'program');
  return false;
}

function describe({ effect, hazards, type }: Row, objects: readonly string[], { draft, fallback }: { draft: Draft; fallback: string }): void {
  if (effect === 'unknown') draft.unknown(`what \`${fallback}\` does is not told by its arguments`);
  else if (type === null || objects.length === 0) draft.access(effect, effect === 'read' ? null : fallback, effect === 'read' ? null : 'program');
  else for (const object of objects) draft.access(effect, object, type);
  for (const id of hazards) danger(draft, id);
}

/** Adds a hazard with its usual words. */
export function danger(draft: Draft, id: string): void {
  draft.hazard(id, DETAILS[id] ?? id);
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
