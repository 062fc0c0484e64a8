// SPDX-License-Identifier: Apache-2.0
//
// A forge as the port has it, in memory and at once: one repository, one pull request with a manifest that the gate put up and Ann approved.
// What a test says instead is answered instead. Refuses to answer what it was not told: whoever asks for more is told so.
import { manifestDigest, manifestPaths } from '../../src/approval/manifest.js';
import type { Manifest } from '../../src/core/manifest.js';
import type { ReviewForge } from '../../src/core/ports.js';
import type { Account, ForgeRepository, PullRequest, Push, Review } from '../../src/core/reviews.js';
import { filesOf } from './approvals.js';
import { ANN, EVE, GATE, REPOSITORY } from './forge-world.js';

export const HEAD = 'a'.repeat(40);
export const GATE_ACCOUNT: Account = { id: String(GATE), login: 'ostiary-acme[bot]', kind: 'bot' };
export const ANN_ACCOUNT: Account = { id: String(ANN), login: 'ann', kind: 'person' };
export const EVE_ACCOUNT: Account = { id: String(EVE), login: 'eve', kind: 'person' };
export const PLACE: ForgeRepository = { id: String(REPOSITORY), path: 'acme/shop', url: 'https://forge.example/acme/shop', defaultBranch: 'main', isProtected: true, head: 'd'.repeat(40) };
export const PULL: PullRequest = {
  number: 7, url: 'https://forge.example/acme/shop/pull/7', state: 'open', author: GATE_ACCOUNT, head: HEAD, branch: 'ostiary/approvals/x-1', headRepository: PLACE.id, base: 'main', mergeCommit: null,
  now: '2026-11-24T12:00:00.000Z', commits: 1, files: 2,
};
export const PUSH: Push = { before: null, after: HEAD, by: GATE_ACCOUNT };
export const APPROVED: Review = { id: '1', by: ANN_ACCOUNT, decision: 'approved', commit: HEAD, at: '2026-11-24T11:00:00.000Z' };

/** Answers; a method that a test does not give and that is not here throws. */
export function plainForge(answers: Partial<ReviewForge>): ReviewForge {
  return new Proxy(answers, {
    get: (given, name) => Reflect.get(given, name) ?? (() => Promise.reject(new Error(`the forge was asked for \`${String(name)}\``))),
  }) as ReviewForge;
}

/** The same, with everything that verifying and using a manifest asks for. */
export function approvingForge(manifest: Manifest, more: Partial<ReviewForge> = {}): ReviewForge {
  const files = filesOf(manifest);
  const { json } = manifestPaths(manifestDigest(manifest));
  return plainForge({
    kind: 'github', repository: async () => PLACE, pull: async () => PULL, openAt: async () => [7], claimant: async () => null,
    changedPaths: async () => Object.keys(files).map((path) => ({ path, status: 'added' as const })), file: async (_repository, _commit, path) => files[path] ?? null,
    commits: async () => [{ id: HEAD, makers: [{ role: 'author', account: GATE_ACCOUNT, email: 'gate@shop.example' }] }], pushes: async () => [PUSH], history: async (_repository, _commit, path) => (path === json ? [HEAD] : []),
    prompters: async () => [EVE_ACCOUNT], reviews: async () => ({ binding: { kind: 'commit', since: null }, decisions: [APPROVED] }), standing: async (_repository, account) => ({ account, mayWrite: true }), team: async () => [String(ANN)],
    claimsGuard: async () => ({ kind: 'kept', around: [] }), claim: async () => 'claimed', mergedAs: async () => null, underReview: async () => [PULL], ...more,
  });
}
