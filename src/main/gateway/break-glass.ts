// SPDX-License-Identifier: Apache-2.0
//
// Break-glass at a gateway: asked for when a session is opened, judged by the operator's file and by the word of the forge, asked with the
// gateway's own token. A repository's policy can tighten it: what its rules want reviewed runs without one only where it says so itself.
// Refuses callers whose run the forge of their reviews does not know.
import { breakGlass, type BreakGlass, type Group, mayBreak } from '../../approval/break-glass.js';
import { GateError } from '../../core/errors.js';
import type { PersonRef } from '../../core/manifest.js';
import type { Approvals, ReviewForge } from '../../core/ports.js';
import type { Runtime } from '../../core/runtime.js';
import type { Policy } from '../../policy/model.js';
import { isOfRepository, type RepositoryPolicy } from '../../policy/tighten.js';

type Settings = NonNullable<Policy['breakGlass']>;

/** Broken glass. `liftsAll`: also what rules of the repository want reviewed. */
export interface Broken {
  readonly glass: BreakGlass;
  readonly liftsAll: boolean;
}

/** Who asks. `names`: identities of the operator's; `run` null: there is none that the forge would know. */
export interface Breaking {
  readonly session: string;
  readonly reason: string;
  readonly resources: readonly string[];
  readonly operator: Settings | null;
  readonly names: readonly string[];
  readonly repository: RepositoryPolicy | null;
  readonly repositoryId: string;
  readonly run: string | null;
  /** Of the same token. */
  readonly starter: PersonRef | null;
}

/** Breaks it: checks who it is, and tells the others. Throws DENIED, FORGE_FAILED, and then nothing is open. */
export async function broke({ session, reason, resources, operator, names, repository, repositoryId, run, starter }: Breaking, forge: ReviewForge, runtime: Pick<Runtime, 'now' | 'monotonicMs'>): Promise<Broken> {
  const settings = mayBreak(operator, names);
  if (run === null) throw new GateError('DENIED', 'break-glass: the forge of the reviews does not know what started this session', { hint: 'open it from a job that somebody of the group started, in the repository where its reviews are' });
  const also = repository?.policy.breakGlass ?? null;
  const own = also !== null && repository?.names.some((name) => also.principals.includes(name)) === true ? also : null;
  const glass = await breakGlass({
    repositoryId, session, run, starter, reason, resources, may: own === null ? [settings] : [settings, own], notify: own === null ? settings.notify : both(settings.notify, own.notify),
    maxMs: Math.min(settings.maxMs, own?.maxMs ?? Infinity), now: runtime.now(),
  }, forge, () => runtime.monotonicMs());
  return { glass, liftsAll: repository === null || own !== null };
}

/** Answers of a session under break-glass; `otherwise`: what it does not lift. */
export function underBreakGlass({ glass, liftsAll }: Broken, otherwise: Approvals): Approvals {
  return { claim: (operation, principal, asked) => (!liftsAll && asked.rules.some(isOfRepository) ? otherwise : glass).claim(operation, principal, asked) };
}

function both(one: Group, other: Group): Group {
  return { users: [...new Set([...one.users, ...other.users])], teams: [...new Set([...one.teams, ...other.teams])] };
}
