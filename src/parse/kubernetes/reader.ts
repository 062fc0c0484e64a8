// SPDX-License-Identifier: Apache-2.0
//
// Kubernetes as text: manifests as the API operations that they become when they are applied, or one request to the API server. Refuses to leave
// a part out: what can't be read is an unknown operation at its line.
import type { ReadOperation } from '../../core/model.js';
import { carried } from './delivery.js';
import { kustomize } from './kustomization.js';
import { type Part, readManifest } from './manifest.js';
import { applied, quietAccounts, unreadable } from './operation.js';
import { type Patch, patched } from './patched.js';
import { isRequest, readRequest } from './request.js';
import type { Resource } from './resource.js';
import { canonical } from './value.js';

/** Reads manifests or a request. Never throws. */
export function readKubernetes(text: string): readonly ReadOperation[] {
  if (isRequest(text)) return [readRequest(text)];
  const parts = readManifest(text);
  const quiet = quietIn(parts);
  return parts.flatMap((part) => operationsOf(part, null, quiet));
}

/** Accounts among some parts that give no tokens. */
export function quietIn(parts: readonly Part[]): ReadonlySet<string> {
  return quietAccounts(parts.flatMap((part) => (part.kind === 'resource' ? [part.resource] : [])));
}

/** Operations of one part of a manifest. `before`: the same resource as it was, null when it is new or nobody knows. */
export function operationsOf(part: Part, before: Resource | null, quiet: ReadonlySet<string>): readonly ReadOperation[] {
  switch (part.kind) {
    case 'resource':
      return [applied(part.resource, before, quiet), ...carriedSince(before, part.resource)];
    case 'kustomization':
    case 'replacements':
      return kustomize(part.value, part.line);
    case 'patch':
      return [patched(part.patch)];
    case 'problem':
      return [unreadable(part.source, part.line, part.problem)];
  }
}

// Patches that an object has a controller make, those that it did before left out.
function carriedSince(before: Resource | null, after: Resource): readonly ReadOperation[] {
  const mark = ({ target, namespace, source }: Patch): string => JSON.stringify([canonical(target), namespace, source]);
  const known = new Set((before === null ? [] : carried(before)).map(mark));
  return carried(after).filter((patch) => !known.has(mark(patch))).map(patched);
}
