// SPDX-License-Identifier: Apache-2.0
//
// An agent's proposal on the wire, for tests: collects the operations that the gate wants reviewed, and puts them up in a world as the gate
// would. Refuses to let any of them run.
import { approvalBranch, composeManifest, manifestDigest, manifestPaths, manifestText } from '../../src/approval/manifest.js';
import { renderManifest } from '../../src/approval/render.js';
import type { Demand, Manifest } from '../../src/core/manifest.js';
import type { Operation } from '../../src/core/model.js';
import type { ApprovalAnswer, Approvals } from '../../src/core/ports.js';
import { ManifestPolicy } from '../../src/main/manifest-policy.js';
import { loadSqlReader } from '../../src/parse/sql/reader.js';
import type { Policy } from '../../src/policy/model.js';
import { EVE, type ForgeWorld, GATE, REPOSITORY, type WorldPull } from './forge-world.js';

/** Says no, and remembers. */
export class Proposing implements Approvals {
  readonly asked: Operation[] = [];

  async claim(operation: Operation): Promise<ApprovalAnswer> {
    this.asked.push({ ...operation, parameters: [...operation.parameters] });
    return { kind: 'pending', how: 'it is only proposed', url: null };
  }
}

export const PRINCIPAL = { names: ['me'], issuer: 'local', subject: 'tester', claims: {} };

/** What the policy says of manifests. */
export async function questionsOf(policy: Policy): Promise<ManifestPolicy> {
  return new ManifestPolicy(policy, { principal: PRINCIPAL, read: await loadSqlReader(), now: () => Date.now() });
}

/** The manifest of operations. */
export function composed(operations: readonly Operation[], demands: readonly Demand[], maxRows: number | null = null): Manifest {
  return composeManifest(operations.map((operation) => ({ operation, transaction: null, maxRows, impact: null, rules: [{ id: 'schema', reason: 'it locks the table' }] })), {
    repository: String(REPOSITORY), requester: { names: ['me'], issuer: 'local', subject: 'tester', run: '5001' }, prompters: [{ id: String(EVE), login: 'eve' }],
    policy: { digest: 'a'.repeat(64), source: 'github:812364@main', version: 1, packs: [] }, demands, now: Date.UTC(2026, 10, 24, 12),
  }, () => []);
}

/** Pushed and opened by the gate's App, or by somebody else. */
export function putUpFor(world: ForgeWorld, manifest: Manifest, asked: ManifestPolicy, { by = GATE, branch = approvalBranch(manifest, 1) } = {}): WorldPull {
  const paths = manifestPaths(manifestDigest(manifest));
  world.push(branch, { by, files: { [paths.json]: manifestText(manifest), [paths.rendering]: renderManifest(manifest, asked.explain) }, author: world.signature(by) });
  return world.open({ by, branch });
}
