// SPDX-License-Identifier: Apache-2.0
//
// All hazards of one resource. Refuses to conclude anything from what a patch leaves out: of a part, only what it shows counts.
import type { Hazard } from '../../core/model.js';
import { objectHazards } from './objects.js';
import { podOf } from './pod.js';
import { podSecurityHazards } from './pod-security.js';
import { rbacHazards } from './rbac.js';
import type { Resource } from './resource.js';
import { clearSecretHazards } from './secrets.js';
import { within } from './value.js';
import { visibleHazards, workloadHazards } from './workload.js';

/** Hazards whose absence a whole object has to show, and a patch can't. */
const ABOUT_ABSENCE = ['ingress-no-tls', 'ingress-any-host', 'namespace-unguarded', 'volume-reclaim-delete', 'autoscaler-single'];

/** Hazards of a resource that is created or replaced as a whole. */
export function hazardsOf(resource: Resource): readonly Hazard[] {
  const pod = podOf(resource);
  return unique([...(pod === null ? [] : [...podSecurityHazards(pod), ...workloadHazards(pod, resource)]), ...common(resource)]);
}

/** Hazards of a part of a resource, as a patch sends it. */
export function hazardsOfPart(resource: Resource): readonly Hazard[] {
  const pod = podOf(resource);
  const baseline = pod === null ? [] : podSecurityHazards(pod).filter(({ id }) => id.startsWith('pod-security.baseline.') || id === 'pod-security.restricted.run-as-user');
  return unique([...baseline, ...(pod === null ? [] : visibleHazards(pod, resource)), ...common(resource)]).filter(({ id }) => !ABOUT_ABSENCE.includes(id));
}

function common(resource: Resource): Hazard[] {
  const stopped = within(resource.value, 'spec', 'replicas') === 0 ? [{ id: 'scaled-to-zero', detail: 'nothing of it is left running' }] : [];
  return [...rbacHazards(resource), ...clearSecretHazards(resource), ...objectHazards(resource), ...stopped];
}

// One of each id, so that a report names a thing once; what they have to say is put together.
function unique(hazards: readonly Hazard[]): Hazard[] {
  const byId = new Map<string, string>();
  for (const { id, detail } of hazards) {
    const known = byId.get(id);
    byId.set(id, known === undefined || known === detail ? detail : `${known}; ${detail}`);
  }
  return [...byId].map(([id, detail]) => ({ id, detail }));
}
