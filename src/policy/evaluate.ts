// SPDX-License-Identifier: Apache-2.0
//
// Answers questions about one policy: which of its rules may concern a caller on a resource, found once and kept, and what they make of an
// operation (judgement.ts). Refuses to throw: what can't be judged is denied.
import { messageOf } from '../core/errors.js';
import type { ColumnMask, Decision, OperationFacts } from '../core/model.js';
import { bookkeeperOf, type Books } from './bookkeeping.js';
import { accessesOf, type Candidate, decideNow, distinct, isStanding, Judgement } from './judgement.js';
import { HIT, MISS } from './fit.js';
import { effectBit } from './match.js';
import type { Question, Resource } from './model.js';
import { CODE, ELSEWHERE, type Fallback, REPOSITORY } from './repository.js';
import type { CompiledRule } from './rules.js';

export interface Rulebook {
  readonly rules: readonly CompiledRule[];
  readonly resources: Readonly<Record<string, Resource>>;
  readonly fallback: 'deny' | 'review';
  /** The whole policy only observes until then; null: it is enforced. Milliseconds. */
  readonly observeUntil: number | null;
  /** Migration tools that `changes` names, by resource. */
  readonly books: ReadonlyMap<string, readonly Books[]>;
}

/** Kinds of operations that are remembered for a caller on a resource. A shell's are as many as there are programs; then it begins anew. */
const MOST_KINDS = 1_000;

/** All that may concern a caller on a resource. */
interface Candidates {
  /** Those that an access has to be held against. */
  readonly judging: readonly Candidate[];
  /** Of those, the ones that suit an operation, by what it is: a change has thousands of the same few kinds. */
  readonly suited: Map<string, readonly Candidate[]>;
  /** Those whose masks hold whatever the operation. */
  readonly standing: readonly Candidate[];
  /** A rule of the policy's own lets the caller change the schema, by itself or with a review: whoever may not has no migrations to keep books of. */
  readonly migrates: boolean;
}

/** Answers questions about one policy. */
export class Evaluator {
  readonly #book: Rulebook;
  // By the very list of names: it lives as long as its principal does.
  readonly #scopes = new WeakMap<readonly string[], Map<Resource, Candidates>>();

  constructor(book: Rulebook) {
    this.#book = book;
  }

  /** Never throws: what can't be judged is denied. */
  decide(question: Question): Decision {
    const resource = this.#resource(question.resource);
    if (resource === null) return denied('builtin:resource', `\`${question.resource}\` is not a resource of this policy`);
    return this.#judge(question, resource, resource === REPOSITORY ? CODE : { unmatched: this.#book.fallback, unknown: 'deny', finding: null });
  }

  /** What is said against an operation on a resource of another policy's. */
  tighten(question: Question, resource: Resource): Decision {
    return this.#judge(question, resource, ELSEWHERE);
  }

  /** Masks of the resource and of rules that ask only who and where. */
  masks(name: string, principalNames: readonly string[], now: number): readonly ColumnMask[] {
    const resource = this.#resource(name);
    return resource === null ? [] : distinct([...resource.mask, ...this.masksOn(resource, principalNames, now)]);
  }

  /** Those of rules alone. */
  masksOn(resource: Resource, principalNames: readonly string[], now: number): readonly ColumnMask[] {
    return distinct(this.#candidates(resource, principalNames)
      .standing.filter(({ compiled }) => decideNow(compiled, now) !== 'off')
      .flatMap(({ compiled }) => compiled.rule.masks));
  }

  /** Whether any rule of the policy's own could let a caller do anything on a resource, be it after a review; packs grant nothing. */
  grants(name: string, principalNames: readonly string[]): boolean {
    const resource = this.#resource(name);
    if (resource === null) return false;
    return this.#candidates(resource, principalNames).judging.some(({ compiled: { rule }, scope }) => rule.pack === null && scope === HIT && (rule.decide === 'allow' || rule.decide === 'review'));
  }

  #judge(question: Question, resource: Resource, fallback: Fallback): Decision {
    try {
      const { forbidden } = question.operation.facts;
      if (forbidden.length > 0) return denied('builtin:forbidden', forbidden.join('; '));
      const judgement = new Judgement(question, resource, fallback);
      const candidates = this.#candidates(resource, question.principal.names);
      const judging = suitable(candidates, question.operation.facts);
      judgement.keeper = this.#keeper(question, resource, candidates);
      for (const access of accessesOf(question.operation)) judgement.judge(access, judging);
      judgement.guardTheGate();
      return judgement.decision(this.#book.observeUntil);
    } catch (thrown) {
      return denied('builtin:failed', `the operation could not be judged: ${messageOf(thrown)}`);
    }
  }

  #keeper({ operation, byHand }: Question, resource: Resource, { migrates }: Candidates): string | null {
    const books = migrates && byHand !== true ? this.#book.books.get(resource.name) : undefined;
    return books === undefined ? null : bookkeeperOf(operation, books, resource);
  }

  #resource(name: string): Resource | null {
    return this.#book.resources[name] ?? (name === REPOSITORY.name ? REPOSITORY : null);
  }

  #candidates(resource: Resource, names: readonly string[]): Candidates {
    let byResource = this.#scopes.get(names);
    if (byResource === undefined) this.#scopes.set(names, (byResource = new Map()));
    let found = byResource.get(resource);
    if (found === undefined) {
      const concerned = this.#book.rules.map((compiled) => ({ compiled, scope: compiled.match.scopeFit({ resource, names }) })).filter(({ scope }) => scope !== MISS);
      const judging = concerned.filter(({ compiled }) => judges(compiled));
      found = { judging, suited: new Map(), standing: concerned.filter(({ compiled }) => isStanding(compiled)), migrates: concerned.some(({ compiled }) => letsDefine(compiled)) };
      byResource.set(resource, found);
    }
    return found;
  }
}

// INVARIANT: what differs in any of the three has another key, hence the lengths: names may hold what a change says.
function suitable({ judging, suited }: Candidates, facts: OperationFacts): readonly Candidate[] {
  let kind = `${facts.name.length} ${facts.statement.length} ${facts.name}${facts.statement}`;
  for (const { id } of facts.hazards) kind += `\n${id}`;
  let found = suited.get(kind);
  if (found === undefined) {
    found = judging.filter(({ compiled }) => compiled.match.suits(facts));
    if (suited.size >= MOST_KINDS) suited.clear();
    suited.set(kind, found);
  }
  return found;
}

function denied(rule: string, reason: string): Decision {
  return { decision: 'deny', rules: [rule], reasons: [reason], masks: [], maxRows: null, observed: [] };
}

function judges(compiled: CompiledRule): boolean {
  const { decide, maxRows } = compiled.rule;
  return decide !== null || maxRows !== null || !isStanding(compiled);
}

// A rule about single operations or statements says nothing of definitions unless it says `effect`, too.
function letsDefine({ rule, match }: CompiledRule): boolean {
  const { effect, operation, statement } = rule.match;
  return rule.pack === null && rule.decide !== null && rule.decide !== 'deny' && (match.effects & effectBit('schema')) !== 0 && (effect !== undefined || (operation === undefined && statement === undefined));
}

