// SPDX-License-Identifier: Apache-2.0
//
// A patch of a kustomization as the operation that it is on the object it aims at: what it puts there, what it takes away, the whole object when it says
// `$patch: delete`. Refuses to guess which objects a pattern, or a selector of labels, hits.
// @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
import type { ReadOperation } from '../../core/model.js';
import { hazardsOfPart } from './hazards.js';
import { kindInfo } from './kinds.js';
import { access, applyEffect, deletionHazards, operation } from './operation.js';
import { partFromJsonPatch } from './patch.js';
import { guardsIn, removalHazards, removedByMerge } from './removals.js';
import { isAssumed, isName, objectOf, type Resource, typeOf } from './resource.js';
import { withoutSecrets } from './secrets.js';
import { isMapping, canonical, list, type Mapping, mapping, text, type Value, within } from './value.js';

export interface Patch {
  /** What the kustomization says that it aims at; empty: the patch says so itself. */
  readonly target: Mapping;
  /** That the kustomization gives to all that it builds. */
  readonly namespace: string | null;
  readonly body: Value;
  readonly source: string;
  /** Why it can't be read, as the end of a sentence. */
  readonly problem: string | null;
  readonly line: number;
}

/** True for steps of a JSON patch. */
export function isJsonPatch(value: Value): boolean {
  const steps = list(value);
  return steps.length > 0 && steps.every((step) => isMapping(step) && text(step['op']) !== null && text(step['path']) !== null);
}

/** True for an object with directives that only a patch has. */
export function hasDirectives(value: Value, depth = 0): boolean {
  if (depth > 100) return true;
  if (Array.isArray(value)) return list(value).some((item) => hasDirectives(item, depth + 1));
  return isMapping(value) && Object.entries(value).some(([key, item]) => /^\$(?:patch$|retainKeys$|deleteFromPrimitiveList\/|setElementOrder\/)/u.test(key) || hasDirectives(item, depth + 1));
}

function read({ target, namespace, body, line }: Patch): { readonly resource: Resource; readonly exact: boolean; readonly problem: string | null; readonly removed: ReturnType<typeof removedByMerge> } {
  const { value, problem, removed } = Array.isArray(body) ? partFromJsonPatch(list(body)) : { value: mapping(body), problem: null, removed: removedByMerge(body) };
  const apiVersion = text(value['apiVersion']) ?? ([text(target['group']), text(target['version']) ?? 'v1'].filter((part) => part !== null && part !== '').join('/'));
  const kind = text(target['kind']) ?? text(value['kind']) ?? '';
  const name = text(target['name']) ?? text(within(value, 'metadata', 'name'));
  const exact = kind !== '' && name !== null && isName(name) && within(target, 'labelSelector') === undefined && within(target, 'annotationSelector') === undefined;
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
  const inNamespace = text(target['namespace']) ?? text(within(value, 'metadata', 'namespace')) ?? namespace;
  return { resource: { apiVersion, group, kind, info: kindInfo(group, kind), name: exact ? name : null, generateName: null, namespace: inNamespace, value, line }, exact, problem, removed };
}

/** The operation of one patch. A patch aims by itself or by `target`, which takes patterns: then what it hits is not certain. */
export function patched(patch: Patch): ReadOperation {
  const { body, source, line } = patch;
  const { resource, exact, problem, removed } = read(patch);
  const why = patch.problem ?? problem ?? (exact ? undefined : 'which resources the patch changes is not said by name');
  const deletes = resource.value['$patch'] === 'delete';
  const label = resource.kind === '' ? 'RESOURCE' : resource.kind.toUpperCase();
  return operation({
    statement: `${deletes ? 'DELETE' : 'APPLY'} ${label}`, name: deletes ? 'kubernetes.delete' : 'kubernetes.apply', text: source.trim(), redacted: `${deletes ? 'delete' : 'patch'} ${resource.kind === '' ? 'resource' : resource.kind} ${objectOf(resource)}\n${canonical(withoutSecrets(body))}`, line,
    accesses: [access(why !== undefined ? 'unknown' : deletes && resource.info.holds === 'data' ? 'destroy' : applyEffect(resource), objectOf(resource), typeOf(resource), { assumed: isAssumed(resource), ...(why === undefined ? {} : { why }) })],
    hazards: deletes ? deletionHazards(resource) : [...hazardsOfPart(resource), ...removalHazards(resource, removed)],
  });
}

/** Settings of a patch that keep something out, each with the object that it is about. */
export function guardsOf(patch: Patch): readonly string[] {
  const { resource } = read(patch);
  return guardsIn(resource.value).map((path) => `${resource.kind}/${resource.name ?? '*'} ${path}`);
}

/** A patch that is gone, and with it what it kept out. */
export function unguarded(patch: Patch, lost: readonly string[], line: number): ReadOperation {
  const { resource } = read(patch);
  const text = `unpatch ${resource.kind} ${objectOf(resource)}\n${lost.join('\n')}`;
  return operation({
    statement: `APPLY ${resource.kind.toUpperCase()}`, name: 'kubernetes.apply', text, redacted: text, line,
    accesses: [access('write', objectOf(resource), typeOf(resource), { assumed: true })], hazards: [{ id: 'guard-removed', detail: `a patch set ${lost.slice(0, 5).map((one) => `\`${one.slice(0, 200)}\``).join(', ')}, and does so no more` }],
  });
}
