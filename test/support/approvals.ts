// SPDX-License-Identifier: Apache-2.0
//
// Manifests for tests of approvals, put up in a world as the gate or an agent would, and the parts that verifying needs.
import type { Asked } from '../../src/approval/manifest.js';
import { approvalBranch, composeManifest, manifestDigest, manifestPaths, manifestText } from '../../src/approval/manifest.js';
import type { Explain } from '../../src/approval/notes.js';
import { notesOf } from '../../src/approval/notes.js';
import { renderManifest } from '../../src/approval/render.js';
import type { Demand, Manifest } from '../../src/core/manifest.js';
import { AGENT, EVE, type ForgeWorld, GATE, REPOSITORY, type WorldPull } from './forge-world.js';
import { accessOf, factsOf, operationOf } from './judging.js';

export const DBA: Demand = { rule: 'schema', users: [], teams: ['acme/dba'], codeowners: false, count: 1, expiresSeconds: 8 * 3600 };

/** An operation that needs a review. */
export function askedOf(text: string, more: Partial<Asked> & { operation?: Asked['operation'] } = {}): Asked {
  const operation = operationOf([accessOf({ effect: 'schema' })], { facts: { statement: 'ALTER TABLE', text } });
  return { operation, transaction: null, maxRows: null, impact: null, rules: [{ id: 'schema', reason: 'it locks the table' }], ...more };
}

/** What a policy would say whose only rule is `schema`. */
export const unlikePolicy = ({ operations, demands }: Manifest): string | null => {
  if (operations.some(({ rules }) => rules.some(({ id, reason }) => id !== 'schema' || reason !== 'it locks the table'))) return 'gives other rules than the policy';
  return demands.some(({ rule, teams }) => rule !== DBA.rule || teams.join() !== DBA.teams.join()) ? 'names others who may approve than the policy' : null;
};

/** Reads nothing but how the text begins: what a parser would find is not of interest here. */
export const explain: Explain = ({ bytes }) => notesOf(factsOf({ statement: bytes.split(' ', 2).join(' ').toUpperCase(), text: bytes, accesses: [accessOf({ effect: bytes.startsWith('drop') ? 'destroy' : 'schema' })] }));

export function manifestOf(asked: readonly Asked[] = [askedOf('alter table orders add column note text')], more: Partial<Manifest> & { now?: number } = {}): Manifest {
  const { now = Date.UTC(2026, 10, 24, 12), ...rest } = more;
  return {
    ...composeManifest(asked, {
      repository: String(REPOSITORY), requester: { names: ['nightly'], issuer: 'https://token.example', subject: 'repo:acme/shop', run: '5001' }, prompters: [{ id: String(EVE), login: 'eve' }],
      policy: { digest: 'a'.repeat(64), source: 'github:812364@main', version: 1, packs: [] }, demands: [DBA], now,
    }, () => []),
    ...rest,
  };
}

/** The files of a manifest, by path. */
export function filesOf(manifest: Manifest): Record<string, string> {
  const paths = manifestPaths(manifestDigest(manifest));
  return { [paths.json]: manifestText(manifest), [paths.rendering]: renderManifest(manifest, explain) };
}

/** A manifest on a branch of its own, with its pull request. `by`: the gate, unless somebody else puts it up. */
export function putUp(world: ForgeWorld, manifest: Manifest, more: { by?: number; branch?: string; files?: Record<string, string> } = {}): WorldPull {
  const { by = GATE, branch = approvalBranch(manifest, 1), files = {} } = more;
  world.push(branch, { by, files: { ...filesOf(manifest), ...files }, author: world.signature(by) });
  return world.open({ by, branch });
}

export { AGENT };
