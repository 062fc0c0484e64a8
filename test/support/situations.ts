// SPDX-License-Identifier: Apache-2.0
//
// A manifest under review in a world, looked at through both forges with the real clients, and what came of it as one line: so that a table
// can say exactly what each situation means.
import { manifestDigest } from '../../src/approval/manifest.js';
import { verifyApproval, type Verified } from '../../src/approval/verify.js';
import type { Demand, Manifest } from '../../src/core/manifest.js';
import type { ReviewForge } from '../../src/core/ports.js';
import { systemRuntime } from '../../src/core/runtime.js';
import { GitHubApprovals } from '../../src/forge/github-approvals.js';
import { GitLabApprovals } from '../../src/forge/gitlab-approvals.js';
import { DBA, explain, manifestOf, putUp, unlikePolicy } from './approvals.js';
import { ForgeWorld, GATE, REPOSITORY, type WorldPull } from './forge-world.js';
import { GATE_TOKEN, startGitHubStandIn } from './github-stand-in.js';
import { GITLAB_TOKEN, startGitLabStandIn } from './gitlab-stand-in.js';
import { hastyRuntime } from './hasty-runtime.js';
import type { ForgeServer } from './forge-server.js';

export type ForgeKind = 'github' | 'gitlab';

/** What a situation may change, besides the world. */
export interface Scene {
  readonly world: ForgeWorld;
  manifest: Manifest;
  pull: WorldPull;
  demands: readonly Demand[];
  /** Null: whichever manifest the pull request has. */
  digest: string | null;
  proposers: readonly string[];
}

/** A world with a manifest put up by the gate, prompted by Eve, asking for one of `acme/dba`. */
export function sceneOf(make: (world: ForgeWorld) => { manifest: Manifest; pull: WorldPull } = (world) => {
  const manifest = manifestOf();
  return { manifest, pull: putUp(world, manifest) };
}): Scene {
  const world = new ForgeWorld();
  const { manifest, pull } = make(world);
  return { world, manifest, pull, demands: [DBA], digest: manifestDigest(manifest), proposers: [String(GATE)] };
}

export interface Watched {
  readonly forge: ReviewForge;
  readonly server: ForgeServer;
  verify(): Promise<Verified>;
  stop(): Promise<readonly string[]>;
}

/** The stand-in of one forge for a scene, with the real client. `stop` tells what was not as published. */
export async function watch(scene: Scene, kind: ForgeKind): Promise<Watched> {
  const standIn = kind === 'github' ? await startGitHubStandIn(scene.world) : await startGitLabStandIn(scene.world);
  // Waits before another try are over at once; deadlines stay.
  const runtime = hastyRuntime({ after: (milliseconds, run) => (milliseconds >= 10_000 ? systemRuntime.after(milliseconds, run) : systemRuntime.after(0, run)) });
  const forge = kind === 'github' ? new GitHubApprovals({ baseUrl: standIn.baseUrl, token: GATE_TOKEN, runtime, millisecondsPerSecond: 1 }) : new GitLabApprovals({ url: standIn.baseUrl, token: GITLAB_TOKEN, runtime });
  return {
    forge, server: standIn,
    verify: () => verifyApproval({ repositoryId: String(REPOSITORY), number: scene.pull.number, digest: scene.digest }, { forge, explain, demandsOf: () => scene.demands, unlikePolicy, proposers: scene.proposers }),
    async stop() {
      await standIn.stop();
      return standIn.violations;
    },
  };
}

/** `approved by ann until 20:00:03`, `pending: 1 more …; ann is not a person`, `refused: …`; commits are `#`. */
export function lineOf({ outcome }: Pick<Verified, 'outcome'>): string {
  const plain = (text: string): string => text.replace(/\b[0-9a-f]{12,64}\b/gu, '#').replace(/`/gu, '');
  if (outcome.kind === 'refused') return `refused: ${plain(outcome.why)}`;
  const not = outcome.notCounted.map(({ person, why }) => `${person?.login ?? 'nobody'} ${plain(why)}`);
  if (outcome.kind === 'approved') return [`approved by ${outcome.by.map(({ login }) => login).join(', ')} until ${outcome.expiresAt.slice(11, 19)}`, ...not].join('; ');
  return `pending: ${[...outcome.missing.map(({ rule, what }) => `${rule === null || rule === 'schema' ? '' : `${rule}: `}${plain(what)}`), ...not].join('; ')}`;
}
