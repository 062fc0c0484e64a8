// SPDX-License-Identifier: Apache-2.0
//
// One operation being judged: each access alone, deny over review over allow, the default when nothing matches. Refuses by default: an
// allow rule has to hit for certain, every other rule hits when it might.
import type { Access, ColumnMask, Decision, DecisionKind, Operation } from '../core/model.js';
import { BOOKKEEPING_RULE } from './bookkeeping.js';
import { type Fit, HIT, MISS, UNSURE } from './fit.js';
import { effectBit } from './match.js';
import type { Question, Resource } from './model.js';
import { type Fallback, GATE_HAZARD } from './repository.js';
import type { CompiledRule } from './rules.js';

/** A rule that may concern a caller on a resource, and how surely. */
export interface Candidate {
  readonly compiled: CompiledRule;
  readonly scope: Fit;
}

const READ_OF_NOTHING: Access = { effect: 'read', object: null, type: null, columns: [], filtered: [], assumed: false };
const UNREADABLE: Access = { ...READ_OF_NOTHING, effect: 'unknown' };
const NOTHING: Access = { ...READ_OF_NOTHING, effect: 'control', builtin: true };

/** What to judge: `SELECT 1` touches nothing and counts as a read; a statement that could not be read touches anything; none at all does nothing. */
export function accessesOf({ facts }: Operation): readonly Access[] {
  if (facts.statement === 'EMPTY' && facts.unknown.length === 0) return [NOTHING];
  if (facts.accesses.length > 0) return facts.accesses;
  return [facts.unknown.length > 0 || facts.statement === 'UNKNOWN' ? UNREADABLE : READ_OF_NOTHING];
}

/** Its masks hold whatever the operation. */
export function isStanding({ match, condition }: CompiledRule): boolean {
  return match.onlyScope && condition === null;
}

/** What a rule decides at a moment, its override counted in. */
export function decideNow({ rule }: CompiledRule, now: number): DecisionKind | 'off' | null {
  const { override } = rule;
  return override !== null && (override.until === null || now <= override.until) ? override.decide : rule.decide;
}

/** Each mask once. */
export function distinct(masks: readonly ColumnMask[]): ColumnMask[] {
  const seen = new Map(masks.map((mask) => [`${mask.column}\n${mask.style}`, mask]));
  return [...seen.values()];
}

interface Finding {
  readonly rule: string;
  readonly reason: string;
}

const LEVELS: Readonly<Record<DecisionKind, number>> = { allow: 1, review: 2, deny: 3 };

/** One operation being judged. */
export class Judgement {
  readonly #found: Readonly<Record<DecisionKind, Finding[]>> = { allow: [], review: [], deny: [] };
  readonly #watched: { rule: string; decision: DecisionKind }[] = [];
  #masks: ColumnMask[] = [];
  #maxRows: number | null = null;
  /** The fact that made the last test unsure. */
  #unsure: string | null = null;
  /** The migration tool whose own book-keeping this is. */
  keeper: string | null = null;

  constructor(
    readonly question: Question,
    readonly resource: Resource,
    readonly fallback: Fallback,
  ) {}

  judge(access: Access, candidates: readonly Candidate[]): void {
    if (access.builtin === true) {
      this.#add('allow', BUILT_IN_ALLOW);
      // It needs no rule, but the way it is done may be what a rule is about: a COMMIT that ends somebody else's transaction.
      if (this.question.operation.facts.hazards.length > 0) for (const candidate of candidates) if (candidate.compiled.rule.match['hazard'] !== undefined) this.#applies(candidate, access);
      return;
    }
    let matched = false;
    let named = false;
    const allowed: (number | null)[] = [];
    for (const candidate of candidates) {
      const decide = this.#applies(candidate, access);
      if (decide === null) continue;
      matched = true;
      named ||= candidate.compiled.match.namesUnknown;
      if (decide === 'allow') allowed.push(candidate.compiled.match.ceiling);
    }
    // Rows are an estimate: what was allowed for few may not turn out to be many. The most generous rule counts, since it alone would do.
    if (allowed.length > 0 && !allowed.includes(null)) this.#limit(Math.max(...allowed.map(Number)));
    if (this.keeper !== null) this.#add('allow', { rule: BOOKKEEPING_RULE, reason: `it is how \`${this.keeper}\` keeps its books, which \`changes\` names` });
    else if (access.effect === 'unknown' && !(matched && named)) this.#add(this.fallback.unknown, { rule: 'builtin:not-understood', reason: notUnderstood(access, this.question.operation) });
    else if (!matched) this.#add(this.fallback.unmatched, this.fallback.finding ?? { rule: 'default', reason: `no rule allows ${nameOf(access)}${access.why === undefined ? '' : `: ${access.why}`}` });
  }

  // INVARIANT: what decides later decisions is never changed without a person, whatever rules say.
  guardTheGate(): void {
    const guarding = this.question.operation.facts.hazards.find(({ id }) => id.startsWith(GATE_HAZARD));
    if (guarding !== undefined) this.#add('review', { rule: 'builtin:protected-file', reason: guarding.detail });
  }

  // Returns what a rule decides about an access, or null when it decides nothing about it.
  #applies({ compiled, scope }: Candidate, access: Access): DecisionKind | null {
    if ((compiled.match.effects & effectBit(access.effect)) === 0) return null;
    const decide = decideNow(compiled, this.question.now);
    if (decide === 'off') return null;
    const { observeUntil } = compiled.rule;
    const observed = observeUntil !== null && this.question.now <= observeUntil;
    const fit = this.#fit(compiled, scope, { access, restricts: decide !== null && decide !== 'allow' && !observed });
    if (fit === MISS) return null;
    this.#oblige(compiled, observed);
    if (decide === null || (decide === 'allow' && fit !== HIT) || (decide === 'review' && this.keeper !== null && !namesIt(compiled, access))) return null;
    if (observed) {
      if (!this.#watched.some(({ rule }) => rule === compiled.rule.id)) this.#watched.push({ rule: compiled.rule.id, decision: decide });
      return null;
    }
    this.#add(decide, { rule: compiled.rule.id, reason: compiled.rule.because === null ? this.#generated(compiled, decide, access) : `${compiled.rule.because}${this.#rowsUntold()}` });
    return decide;
  }

  #fit(compiled: CompiledRule, scope: Fit, { access, restricts }: { readonly access: Access; readonly restricts: boolean }): Fit {
    this.#unsure = scope === UNSURE ? 'environment' : null;
    let fit = scope;
    let spared = false;
    for (const test of compiled.match.tests) {
      const one = test.fit(this.question.operation, access);
      if (one === MISS && !(restricts && typeof test.ceiling === 'number')) return MISS;
      if (one === MISS) spared = true;
      else if (one < fit) [fit, this.#unsure] = [one, test.key];
    }
    if (compiled.condition !== null) fit = this.#conditioned(compiled.condition, access, fit);
    if (!spared) return fit;
    // It is about more rows than were estimated, and about nothing else: should they be more after all, it would have hit.
    if (fit !== MISS && compiled.match.ceiling !== null) this.#limit(compiled.match.ceiling);
    return MISS;
  }

  #conditioned(condition: NonNullable<CompiledRule['condition']>, access: Access, fit: Fit): Fit {
    const { operation, principal, now } = this.question;
    try {
      return condition({ operation, access, principal, resource: this.resource, now }) ? fit : MISS;
    } catch {
      this.#unsure ??= 'when';
      return UNSURE;
    }
  }

  #limit(maxRows: number): void {
    this.#maxRows = Math.min(maxRows, this.#maxRows ?? maxRows);
  }

  // Masks and ceilings hold when a rule might match, whatever it decides. A ceiling refuses, so it does not while only observed.
  #oblige(compiled: CompiledRule, observed: boolean): void {
    const { masks, maxRows } = compiled.rule;
    if (masks.length > 0 && !isStanding(compiled)) this.#masks = distinct([...this.#masks, ...masks]);
    if (maxRows !== null && !observed) this.#limit(maxRows);
  }

  #generated({ rule }: CompiledRule, decide: DecisionKind, access: Access): string {
    if (decide === 'allow') return `rule \`${rule.id}\` allows it`;
    const unsure = this.#unsure === null ? '' : (this.#rowsUntold() || `, since its \`${this.#unsure}\` can not be told`);
    return decide === 'deny' ? `rule \`${rule.id}\` denies ${nameOf(access)}${unsure}` : `rule \`${rule.id}\` wants a review of ${nameOf(access)}${unsure}`;
  }

  // Whoever is refused for want of an estimate hears what it takes.
  #rowsUntold(): string {
    const { whyNoRows } = this.question.operation;
    return this.#unsure === 'rows' && typeof whyNoRows === 'string' ? `, since its \`rows\` can not be told: ${whyNoRows}` : '';
  }

  #add(decision: DecisionKind, finding: Finding): void {
    const found = this.#found[decision];
    if (!found.some(({ rule }) => rule === finding.rule)) found.push(finding);
  }

  decision(observeUntil: number | null): Decision {
    const { allow, review, deny } = this.#found;
    const kind: DecisionKind = deny.length > 0 ? 'deny' : review.length > 0 ? 'review' : 'allow';
    const findings = kind === 'allow' ? allow : [...deny, ...review];
    const observing = observeUntil !== null && this.question.now <= observeUntil;
    const given = { masks: this.#masks, maxRows: observing ? null : this.#maxRows };
    const watched = this.#watched.filter(({ decision }) => LEVELS[decision] > LEVELS[kind]);
    if (kind !== 'allow' && observing) return this.#observed(findings, given);
    return { decision: kind, rules: findings.map(({ rule }) => rule), reasons: findings.map(({ reason }) => reason), ...given, observed: watched };
  }

  #observed(findings: readonly Finding[], given: Pick<Decision, 'masks' | 'maxRows'>): Decision {
    const denied = new Set(this.#found.deny.map(({ rule }) => rule));
    const observed = findings.map(({ rule }) => ({ rule, decision: denied.has(rule) ? ('deny' as const) : ('review' as const) }));
    const reason = `would have refused: ${findings.map((finding) => finding.reason).join('; ')}`;
    return { decision: 'allow', rules: ['builtin:observe'], reasons: [reason], ...given, observed: [...observed, ...this.#watched] };
  }
}

const BUILT_IN_ALLOW: Finding = { rule: 'builtin:session', reason: 'transaction control, harmless settings and empty statements need no rule' };

// Deny rules hold for a tool's books, too; a review rule does when it is about that very table, and not about a pattern that it falls under.
function namesIt({ rule }: CompiledRule, { object }: Access): boolean {
  const named = rule.match['object'];
  return (Array.isArray(named) ? named : [named]).includes(object);
}

function nameOf({ effect, object, type, columns, kin }: Access): string {
  const which = columns.length === 0 || columns[0] === '*' ? '' : ` (${columns.slice(0, 5).join(', ')}${columns.length > 5 ? ', …' : ''})`;
  const also = kin === undefined ? '' : `, ${type === 'relation' ? 'whose rows are also those of' : 'which takes in'} \`${kin.slice(0, 3).join('`, `')}\`${kin.length > 3 ? ' and others' : ''}`;
  return object === null ? `${effect} of nothing in particular` : `${effect} on \`${object}\`${which}${also}`;
}

function notUnderstood(access: Access, { facts }: Operation): string {
  return `not understood: ${access.why ?? facts.unknown[0] ?? nameOf(access)}`;
}
