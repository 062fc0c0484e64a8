// SPDX-License-Identifier: Apache-2.0
//
// A gate that decides and masks as a test says, and remembers everything it was asked and told. Reads just enough SQL for tests of the
// wire: statements between semicolons, by their first words. Refuses what the test's `deny` matches.
import { GateError } from '../../src/core/errors.js';
import type { Access, CopyFacts, SessionEffect, StatementFacts } from '../../src/core/model.js';
import type { Asked, Draft, Execution, Refusal, ResultPlan, ValueSink, WireContext, WireDoor, WireField, WireGate } from '../../src/gate/wire.js';

type Outcome = Parameters<Execution['done']>[0];

/** One operation, from question to end. */
export interface Told {
  readonly text: string;
  readonly parameters: readonly (string | null)[];
  readonly context: Pick<WireContext, 'catalog' | 'searchPath' | 'stale' | 'settings'> & { readonly epoch: number };
  readonly decision: 'allow' | 'deny' | 'waiting';
  rows: number;
  readonly samples: (readonly (string | null)[])[];
  copied: string;
  outcomes: Outcome[];
}

export interface Script {
  /** Statements whose text matches are refused. */
  deny?: RegExp;
  /** Masks by column name: whatever it returns replaces the value. */
  masks?: Readonly<Record<string, ValueSink>>;
  /** `now`: within submit. `turn`: at the end of the turn, as the real gate. A promise: when it resolves. */
  decide?: 'now' | 'turn' | ((text: string) => Promise<void>);
  /** Statements whose results can't be masked. */
  unmaskable?: RegExp;
  /** COPY data that may not pass. */
  denyData?: RegExp;
  diagnostic?: (field: string, text: string, sqlstate: string) => string;
  samples?: boolean;
  maxRows?: number;
}

export interface ScriptedGate {
  readonly door: WireDoor;
  readonly told: Told[];
  readonly refused: string[];
  readonly originated: string[];
  readonly closed: string[];
  readonly script: Script;
}

export function scriptedGate(script: Script = {}): ScriptedGate {
  const gate: ScriptedGate = { told: [], refused: [], originated: [], closed: [], script, door: { open: () => wireGate(gate) } };
  return gate;
}

function wireGate(gate: ScriptedGate): WireGate {
  const { script } = gate;
  const drafts = new Map<string, readonly Draft[]>();
  const known = new WeakMap<Draft, StatementFacts>();
  const facts = (draft: Draft, context: WireContext): StatementFacts => {
    const before = known.get(draft);
    if (before !== undefined && !LATE.test(draft.statement)) return before;
    const made = factsOf(draft, context);
    known.set(draft, made);
    return made;
  };
  return {
    holds: false,
    analyse(sql) {
      const key = Buffer.from(sql).toString('latin1');
      const read = drafts.get(key) ?? analyse(Buffer.from(sql).toString('utf8'));
      drafts.set(key, read);
      return read;
    },
    facts,
    submit(submission) {
      const { asked, context } = submission;
      const refused = asked.some(({ draft }) => draft.failure !== null || (script.deny?.test(draft.text) ?? false));
      const told = asked.map((one) => tell(one, context, refused ? 'deny' : 'allow'));
      gate.told.push(...told);
      const answer = () => {
        if (refused) submission.refuse(refusalOf(asked));
        else submission.execute(asked.map((one, index) => new ScriptedExecution(facts(one.draft, context), told[index] as Told, script)));
      };
      if (typeof script.decide === 'function') void script.decide(asked.map(({ draft }) => draft.text).join(';')).then(answer);
      else if (script.decide === 'turn') setImmediate(answer);
      else answer();
    },
    diagnostic: (field, text, sqlstate = '') => script.diagnostic?.(field, text, sqlstate) ?? text,
    originated: (statement) => void gate.originated.push(statement),
    idle: () => undefined,
    refused: (reason) => void gate.refused.push(reason),
    closed: (reason) => void gate.closed.push(reason),
  };
}

class ScriptedExecution implements Execution {
  readonly #told: Told;
  readonly #script: Script;

  constructor(readonly facts: StatementFacts, told: Told, script: Script) {
    this.#told = told;
    this.#script = script;
  }

  get maxRows(): number | null {
    return this.#script.maxRows ?? null;
  }

  get undoable(): boolean {
    return this.maxRows !== null && this.facts.accesses.some(({ effect }) => effect === 'write');
  }

  readonly speaksLater = false;

  get revocable(): boolean {
    return this.facts.accesses.some(({ effect }) => effect === 'write');
  }

  get wantsSample(): boolean {
    return this.#script.samples === true && this.#told.samples.length < 3;
  }

  described(fields: readonly WireField[]): ResultPlan {
    return this.#plan(fields.map(({ name }) => name));
  }

  copyOut(columns: number): ResultPlan {
    const names = this.facts.copy?.columns ?? [];
    return this.#plan(Array.from({ length: columns }, (_, index) => names[index] ?? ''));
  }

  sample(row: readonly (string | null)[]): void {
    this.#told.samples.push(row);
  }

  row(): void {
    if (this.#told.rows >= (this.maxRows ?? Infinity)) throw new GateError('DENIED', 'too many rows', { hint: 'fewer' });
    this.#told.rows += 1;
  }

  completed(tag: string): void {
    if (this.undoable && Number(tag.split(' ').at(-1)) > (this.maxRows ?? 0)) throw new GateError('DENIED', 'too many rows', { hint: 'fewer' });
  }

  copyInDone(): void {}

  answered(): void {}

  copyIn(data: Buffer): void {
    this.#told.copied += data.toString('latin1');
    if (this.#script.denyData?.test(this.#told.copied) === true) throw new GateError('DENIED', 'this data may not be copied in', { hint: 'copy other data' });
  }

  diagnostic(field: string, text: string, sqlstate = ''): string {
    return this.#script.diagnostic?.(field, text, sqlstate) ?? text;
  }

  done(outcome: Outcome): void {
    this.#told.outcomes.push(outcome);
  }

  #plan(names: readonly string[]): ResultPlan {
    if (this.#script.unmaskable?.test(this.facts.text) === true) throw new GateError('DENIED', 'its lineage is unknown', { hint: 'select plain columns' });
    const sinks = names.map((name) => this.#script.masks?.[name] ?? null);
    return { sinks, masks: sinks.some((sink) => sink !== null) };
  }
}

function tell({ draft, parameters }: Asked, { searchPath, stale, settings, catalog }: WireContext, decision: Told['decision']): Told {
  return {
    text: draft.text, parameters: parameters.map(({ type, format, value }) => (value === null ? null : `${type}/${format}/${Buffer.from(value, 'base64').toString('latin1')}`)),
    context: { catalog, searchPath, stale, settings, epoch: catalog.epoch }, decision, rows: 0, samples: [], copied: '', outcomes: [],
  };
}

function refusalOf(asked: readonly Asked[]): Refusal {
  return { decision: 'deny', sqlstate: '42501', message: `ostiary: ${asked[0]?.draft.statement ?? ''} is not allowed`, detail: 'decision=deny rule=test operation=sql.test reason=the test says so', hint: 'never: ask the test' };
}

const LATE = /^(EXECUTE|FETCH|MOVE)/;

/** One draft a statement, none for a text without words; text with `garbage` can't be read. */
function analyse(text: string): readonly Draft[] {
  const parts = text.split(';').map((part) => part.trim()).filter((part) => part !== '');
  return parts.map((part) => draftOf(/garbage/.test(part) ? 'UNKNOWN' : (/^\w+/.exec(part)?.[0] ?? '').toUpperCase(), part, parts.length));
}

function draftOf(statement: string, text: string, batch: number): Draft {
  return { statement, text, redacted: text, tree: statement === 'UNKNOWN' ? null : {}, failure: statement === 'UNKNOWN' ? 'it is garbage' : null, parameterCount: 0, start: 0, batch };
}

function factsOf(draft: Draft, context: WireContext): StatementFacts {
  const { text } = draft;
  const inner = innerOf(text, context);
  const session = effectsOf(text);
  const copy = copyOf(text);
  const code = /\bcode(_run)?\(/.test(text) || inner === 'ambiguous';
  const control = /^(begin|commit|rollback|savepoint|release|set|reset|show)\b/i.test(text);
  const access: Access = { effect: code ? 'execute' : control ? 'control' : 'read', object: null, type: null, columns: [], filtered: [], assumed: false, ...(control ? { builtin: true } : {}) };
  return {
    statement: draft.statement, name: `sql.${draft.statement.toLowerCase()}`, text, redacted: text, accesses: [access], functions: [], hazards: [], outputs: 'unknown', flows: [],
    literals: [], session, copy, lock: null, rewrite: null, forbidden: [], unknown: draft.failure === null ? [] : [draft.failure], assumed: false,
  };
}

function innerOf(text: string, { prepared, cursors }: WireContext): Draft | 'ambiguous' | undefined {
  const [, execute] = /^execute\s+"?([\w ]+)"?/i.exec(text) ?? [];
  const [, fetch] = /^fetch\b.*\b"?(\w+)"?$/i.exec(text) ?? [];
  if (execute !== undefined) return prepared.get(execute) ?? 'ambiguous';
  if (fetch !== undefined) return cursors.get(fetch) ?? 'ambiguous';
  return undefined;
}

function effectsOf(text: string): SessionEffect[] {
  const word = (pattern: RegExp) => pattern.exec(text)?.[1] ?? '';
  if (/^begin/i.test(text)) return [{ kind: 'begin' }];
  if (/^commit/i.test(text)) return [{ kind: 'commit' }];
  if (/^rollback to/i.test(text)) return [{ kind: 'rollback-to' }];
  if (/^rollback/i.test(text)) return [{ kind: 'rollback' }];
  if (/^savepoint/i.test(text)) return [{ kind: 'savepoint' }];
  if (/^set/i.test(text)) return [{ kind: 'set', name: word(/^set\s+(?:local\s+|session\s+)?(\w+)/i), value: null, local: /^set\s+local/i.test(text) }];
  if (/^reset/i.test(text)) return [{ kind: 'reset', name: word(/^reset\s+(\w+)/i) }];
  if (/^prepare/i.test(text)) return [{ kind: 'prepare', name: word(/^prepare\s+(\w+)/i) }];
  if (/^deallocate/i.test(text)) return [{ kind: 'deallocate', name: word(/^deallocate\s+(\w+)/i) === 'all' ? null : word(/^deallocate\s+(\w+)/i) }];
  if (/^declare/i.test(text)) return [{ kind: 'declare-cursor', name: word(/^declare\s+(\w+)/i) }];
  if (/^close/i.test(text)) return [{ kind: 'close-cursor', name: word(/^close\s+(\w+)/i) }];
  if (/^discard/i.test(text)) return [{ kind: 'discard', what: word(/^discard\s+(\w+)/i).toUpperCase() }];
  if (/^create\s+temp/i.test(text)) return [{ kind: 'ddl' }, { kind: 'temp', name: word(/^create\s+temp\s+table\s+(\w+)/i) }];
  if (/^(create|alter|drop)/i.test(text)) return [{ kind: 'ddl' }];
  return [];
}

// Names the columns in a comment, `copy t to stdout /* a,b */`.
function copyOf(text: string): CopyFacts | null {
  if (!/^copy\b/i.test(text) || !/\bstd(in|out)\b/i.test(text)) return null;
  const format = /binary/i.test(text) ? 'binary' : /csv/i.test(text) ? 'csv' : 'text';
  return {
    direction: /\bstdin\b/i.test(text) ? 'in' : 'out', format, relation: null, columns: (/\/\*(.*)\*\//.exec(text)?.[1] ?? '').split(',').map((name) => name.trim()),
    delimiter: format === 'csv' ? ',' : '\t', quote: '"', escape: '"', null: format === 'csv' ? '' : '\\N', header: /header/i.test(text),
  };
}
