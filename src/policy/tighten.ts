// SPDX-License-Identifier: Apache-2.0
//
// Two policies at a gateway: the operator's, and a repository's over the same resources. The stricter decision holds, masks add up, the
// lower ceiling counts. Refuses by construction to let a repository allow anything: its "allow" can only agree.
import { taggedDigest } from '../core/canonical.js';
import type { Decision, DecisionKind } from '../core/model.js';
import type { Approvers, Policy, Question } from './model.js';

/** What a repository says, and which of its identities the caller satisfies. `source`: where it was read. */
export interface RepositoryPolicy {
  readonly policy: Policy;
  readonly names: readonly string[];
}

/** The parts of a policy that a session needs. */
export type PolicyInForce = Pick<Policy, 'version' | 'mode' | 'approvers' | 'record' | 'detectors' | 'packs' | 'digest' | 'masks' | 'decide'>;

const LEVELS: Readonly<Record<DecisionKind, number>> = { allow: 1, review: 2, deny: 3 };
const RESULTS = ['none', 'counts', 'rows'] as const;
type Results = (typeof RESULTS)[number];
/** What ids of the repository's rules begin with, beside the operator's. */
const PREFIX = 'repository/';

/** Whether a rule in a decision is the repository's. */
export function isOfRepository(rule: string): boolean {
  return rule.startsWith(PREFIX);
}

/** The operator's policy, tightened. Without a repository's it is the operator's alone. */
export function tightened(operator: Policy, repository: RepositoryPolicy | null): PolicyInForce {
  if (repository === null) return operator;
  const { policy } = repository;
  // Rules of the repository are written for its own names; the operator's are known to it, too. One list, since candidates are kept by it.
  const names = new Map<readonly string[], readonly string[]>();
  const namesOf = (own: readonly string[]): readonly string[] => {
    const known = names.get(own) ?? [...new Set([...own, ...repository.names])];
    names.set(own, known);
    return known;
  };
  return {
    version: operator.version, mode: operator.mode, approvers: operator.approvers, detectors: [...operator.detectors, ...policy.detectors], packs: [...operator.packs, ...policy.packs],
    // Who signs is the operator's business: a repository's key would be one that its jobs could ask for.
    record: { ...operator.record, results: moreSparing(operator.record.results, policy.record.results) },
    digest: taggedDigest('ostiary-policy-v1', { operator: operator.digest, repository: policy.digest }),
    masks(resource, principalNames, now) {
      const registered = operator.resources[resource];
      const own = policy.resources[resource] === undefined && registered !== undefined ? policy.masksOn(registered, namesOf(principalNames), now) : policy.masks(resource, namesOf(principalNames), now);
      return distinct([...operator.masks(resource, principalNames, now), ...own]);
    },
    decide(question) {
      const first = operator.decide(question);
      return strictest(first, secondOf(policy, operator, { ...question, principal: { ...question.principal, names: namesOf(question.principal.names) } }));
    },
  };
}

function moreSparing(one: Results, other: Results): Results {
  return RESULTS.indexOf(one) < RESULTS.indexOf(other) ? one : other;
}

/** Who may approve what a rule asks for, by its id in decisions. The repository's own words ask the repository's approvers. */
export function approversIn(operator: Policy, repository: RepositoryPolicy | null): (rule: string) => Approvers {
  const of = (policy: Policy, rule: string): Approvers => policy.rules.find(({ id }) => id === rule)?.approvers ?? policy.approvers;
  return (rule) => (repository !== null && isOfRepository(rule) ? of(repository.policy, rule.slice(PREFIX.length)) : of(operator, rule));
}

// A resource that the repository registers, too, is judged by all of its policy; of others only what is said against an operation counts.
function secondOf(policy: Policy, operator: Policy, question: Question): Decision {
  const registered = operator.resources[question.resource];
  return policy.resources[question.resource] !== undefined || registered === undefined ? policy.decide(question) : policy.tighten(question, registered);
}

function strictest(operator: Decision, repository: Decision): Decision {
  const named = { ...repository, rules: repository.rules.map((rule) => `${PREFIX}${rule}`), observed: repository.observed.map(({ rule, decision }) => ({ rule: `${PREFIX}${rule}`, decision })) };
  const stricter = LEVELS[named.decision] > LEVELS[operator.decision];
  const first = stricter ? named : operator;
  // Both refuse: both reasons are told. An "allow" beside a refusal is none.
  const also = stricter ? operator : named;
  const told = also.decision === 'allow' ? [] : [also];
  const ceilings = [operator.maxRows, named.maxRows].filter((rows) => rows !== null);
  return {
    decision: first.decision, rules: [...first.rules, ...told.flatMap(({ rules }) => rules)], reasons: [...first.reasons, ...told.flatMap(({ reasons }) => reasons)],
    masks: distinct([...operator.masks, ...named.masks]), maxRows: ceilings.length === 0 ? null : Math.min(...ceilings), observed: [...operator.observed, ...named.observed],
  };
}

function distinct<Mask extends { readonly column: string; readonly style: string }>(masks: readonly Mask[]): Mask[] {
  return [...new Map(masks.map((mask) => [`${mask.column}\n${mask.style}`, mask])).values()];
}
