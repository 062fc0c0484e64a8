// SPDX-License-Identifier: Apache-2.0
//
// The code itself as a resource that every policy has: what changes of files, and scripts that no `changes` entry sends elsewhere, are
// judged on. Code reaches production by other operations, which are judged there, so here only rules that review or deny have a say.
import type { DecisionKind } from '../core/model.js';
import type { Resource } from './model.js';

/** Judged on by its name; a policy can't register another one of that name. */
export const REPOSITORY: Resource = {
  name: 'repository', type: 'repository', environment: null, labels: {}, url: null, address: null, target: 'repository', credential: null, vault: null,
  allowStatic: false, local: false, mask: [], tls: { mode: 'verify-full', ca: null }, holdMs: null,
};

/** What holds when no rule decides about an access. `finding`: why, when there is a better word than `default`. */
export interface Fallback {
  readonly unmatched: DecisionKind;
  readonly unknown: DecisionKind;
  readonly finding: { readonly rule: string; readonly reason: string } | null;
}

export const CODE: Fallback = {
  unmatched: 'allow', unknown: 'review',
  finding: { rule: 'builtin:repository', reason: 'a change to code reaches production by other operations, which are judged there' },
};

/** A resource that another policy registered and decides about: here only what is said against an access has a say. */
export const ELSEWHERE: Fallback = {
  unmatched: 'allow', unknown: 'allow',
  finding: { rule: 'builtin:elsewhere', reason: 'the policy that registers the resource decides' },
};

/** Ids of hazards that begin like this are changes to what decides later changes: policy, CODEOWNERS, workflows, agent instructions, hooks. */
export const GATE_HAZARD = 'gate.';
