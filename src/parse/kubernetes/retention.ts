// SPDX-License-Identifier: Apache-2.0
//
// Whether what an object stands for outlives the object: databases and buckets of a cloud that Crossplane, Config Connector, ACK or Azure Service Operator
// manage, objects that Helm, Argo CD and Flux are told to keep. Refuses to take silence for a promise to keep.
// @see https://docs.crossplane.io/latest/managed-resources/managed-resources/#deletionpolicy
import type { Hazard } from '../../core/model.js';
import { list, mappingAt, text, type Value, within } from './value.js';

/** Annotations that keep something, by what they say. */
const ANNOTATIONS: readonly (readonly [key: string, keeps: RegExp])[] = [
  ['helm.sh/resource-policy', /\bkeep\b/iu], ['argocd.argoproj.io/sync-options', /\b(?:Prune|Delete)=(?:false|confirm)\b/iu], ['kustomize.toolkit.fluxcd.io/prune', /^disabled$/iu],
  ['cnrm.cloud.google.com/deletion-policy', /^abandon$/iu], ['services.k8s.aws/deletion-policy', /^retain$/iu], ['serviceoperator.azure.com/reconcile-policy', /^(?:detach-on-delete|skip)$/iu],
];

/** By what an object is kept, or what it manages: names of settings. */
function keptBy(value: Value): readonly string[] {
  const annotations = mappingAt(value, 'metadata', 'annotations');
  const policies = list(within(value, 'spec', 'managementPolicies'));
  return [
    ...ANNOTATIONS.filter(([key, keeps]) => keeps.test(text(annotations[key]) ?? '')).map(([key]) => key),
    ...(within(value, 'spec', 'deletionPolicy') === 'Orphan' ? ['deletionPolicy'] : []),
    ...(policies.length > 0 && !policies.includes('*') && !policies.includes('Delete') ? ['managementPolicies'] : []),
  ];
}

/** What an object is kept by no more; null when nothing is lost. */
export function releasedSince(before: Value, after: Value): Hazard | null {
  const [was, is] = [keptBy(before), keptBy(after)];
  const lost = is.some((name) => /Polic/u.test(name)) ? [] : was.filter((name) => !is.includes(name));
  return lost.length === 0 ? null : released(lost);
}

/** What a part of an object, as a patch sends it, says of it; null when it keeps nothing back. */
export function releasedBy(part: Value): Hazard | null {
  const policies = list(within(part, 'spec', 'managementPolicies'));
  return within(part, 'spec', 'deletionPolicy') === 'Delete' || policies.includes('*') || policies.includes('Delete') ? released(['deletionPolicy']) : null;
}

function released(names: readonly string[]): Hazard {
  return { id: 'deletion-guard-removed', detail: `what it stands for goes with it from here on (${names.map((name) => `\`${name}\``).join(', ')})` };
}
