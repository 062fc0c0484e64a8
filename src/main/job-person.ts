// SPDX-License-Identifier: Apache-2.0
//
// What a job's verified token says of the person behind it: who set the job going, and whether by hand. Refuses to let anything break the
// glass that nobody starts by hand: a schedule, or what another pipeline starts, has a person as its owner, who may be asleep.
import { GateError } from '../core/errors.js';
import type { PersonRef } from '../core/manifest.js';
import type { ReviewForge } from '../core/ports.js';
import { claimText } from '../identity/principal.js';

type Claims = Readonly<Record<string, unknown>>;

/** Claims with the id, the name and the event, and the events that are a person's. */
const CLAIMS = {
  github: { id: 'actor_id', login: 'actor', source: 'event_name', byHand: ['workflow_dispatch', 'push'] },
  gitlab: { id: 'user_id', login: 'user_login', source: 'pipeline_source', byHand: ['web', 'push', 'api', 'chat'] },
} as const;

/** Who set the job going; null: its token names nobody. On GitLab that is whoever played the job, in whosever pipeline. */
export function starterIn(claims: Claims, kind: ReviewForge['kind']): PersonRef | null {
  const id = claimText(claims, CLAIMS[kind].id);
  return id === null ? null : { id, login: claimText(claims, CLAIMS[kind].login) ?? id };
}

/** Throws DENIED unless a person started the run by hand. */
export function demandByHand(claims: Claims, kind: ReviewForge['kind']): void {
  const { source, byHand } = CLAIMS[kind];
  const found = claimText(claims, source) ?? '';
  if (byHand.some((one) => one === found)) return;
  throw new GateError('DENIED', `break-glass: \`${source}\` of this run is \`${found}\`, and nobody starts such a run by hand`, { hint: `start it by hand: ${byHand.map((one) => `\`${one}\``).join(', ')} may` });
}
