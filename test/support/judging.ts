// SPDX-License-Identifier: Apache-2.0
//
// Operations and policies for tests of judgement, with everything that a test does not care about filled in.
import type { Access, Operation, Principal, StatementFacts } from '../../src/core/model.js';
import { lintPolicy, loadPolicy } from '../../src/policy/load.js';
import type { FetchPack } from '../../src/policy/packs.js';
import type { Policy } from '../../src/policy/model.js';

/** 24 November 2026, 12:00 UTC. */
export const NOON = Date.UTC(2026, 10, 24, 12);

export function accessOf(partial: Partial<Access> & Pick<Access, 'effect'>): Access {
  return { object: 'public.orders', type: 'relation', columns: [], filtered: [], assumed: false, ...partial };
}

export function factsOf(partial: Partial<StatementFacts> = {}): StatementFacts {
  return {
    statement: 'SELECT', name: 'sql.select', text: 'select 1', redacted: 'select ?', accesses: [], functions: [], hazards: [], outputs: [], flows: [],
    literals: [], session: [], copy: null, lock: null, rewrite: null, forbidden: [], unknown: [], assumed: false, ...partial,
  };
}

export function operationOf(accesses: readonly Access[], more: Partial<Omit<Operation, 'facts'>> & { facts?: Partial<StatementFacts> } = {}): Operation {
  const { facts, ...rest } = more;
  return { kind: 'sql', resource: { name: 'db', target: 'db.example:5432/shop' }, parameters: [], data: null, settings: {}, facts: factsOf({ accesses, ...facts }), ...rest };
}

export function principalOf(...names: string[]): Principal {
  return { names, issuer: 'https://issuer.example', subject: 'job', claims: {} };
}

/** A resource that every test policy may use. */
export const RESOURCES = `
resources:
  db: { type: postgres, environment: production, labels: { tier: gold }, url: "postgres://app@db.example/shop" }
  lab: { type: postgres, environment: lab, url: "postgres://app@lab.example/shop" }
  cluster: { type: kubernetes, environment: production }
  box: { type: shell, environment: production }
  bare: { type: postgres, url: "postgres://app@bare.example/shop" }
identities: { me: { local: true }, robot: { issuer: "https://issuer.example", claims: { sub: job } } }
`;

export async function policyOf(yaml: string, options: { now?: number; fetchPack?: FetchPack } = {}): Promise<Policy> {
  return loadPolicy({ text: `version: 1\n${RESOURCES}\n${yaml}`, file: 'policy.yml' }, { now: NOON, ...options });
}

/** Each problem as one line: `1:2 error message | hint`. */
export async function complaints(text: string, options: { now?: number; fetchPack?: FetchPack } = {}): Promise<string[]> {
  const problems = await lintPolicy({ text, file: 'policy.yml' }, { now: NOON, ...options });
  return problems.map(({ file, line, column, severity, message, hint }) => `${file === 'policy.yml' ? '' : `${file} `}${line}:${column} ${severity} ${message}${hint === null ? '' : ` | ${hint}`}`);
}
