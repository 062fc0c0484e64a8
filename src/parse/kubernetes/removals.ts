// SPDX-License-Identifier: Apache-2.0
//
// What a patch takes away from an object, and whether that kept something out: security contexts, limits, labels of namespaces, policies. Refuses to believe
// that an empty value is a setting: what is replaced by nothing is gone.
import type { Hazard } from '../../core/model.js';
import type { Resource } from './resource.js';
import { releasedBy } from './retention.js';
import { isMapping, list, type Mapping, type Value } from './value.js';

/** Keys from the outside to the inside. */
export type Path = readonly string[];

const MAX_DEPTH = 100;
/** Settings that keep a pod away from its node, or from what is not its own. */
const GUARD = /^(?:securityContext|automountServiceAccountToken|hostUsers|pod-security\.kubernetes\.io\/.*|container\.(?:apparmor|seccomp)\..*)$/u;
/** Values that say no to such a setting. */
const WEAK: Readonly<Record<string, Value>> = { runAsNonRoot: false, readOnlyRootFilesystem: false, allowPrivilegeEscalation: true, automountServiceAccountToken: true, hostUsers: true };
/** Parts that are replaced whole: what the new one does not set is gone. */
const WHOLE = /^(?:template|(?:init|ephemeral)?containers|\d+)$/iu;

/** What a merge or strategic patch takes away: nulls, `$patch`, `$deleteFromPrimitiveList`, `$retainKeys`. */
export function removedByMerge(value: Value, path: Path = []): readonly Path[] {
  if (value === null || path.length > MAX_DEPTH) return [path];
  if (Array.isArray(value)) return list(value).flatMap((item, index) => (item === null ? [] : removedByMerge(item, [...path, String(index)])));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === '$patch' || key === '$retainKeys') return [path];
    return key.startsWith('$deleteFromPrimitiveList/') ? [[...path, key.slice('$deleteFromPrimitiveList/'.length)]] : removedByMerge(item, [...path, key]);
  });
}

/** What a step of a JSON patch takes away by putting something else there: nothing at all, or a container without what the old one may have had. */
export function removedByValue(op: 'add' | 'replace', path: Path, value: Value): readonly Path[] {
  const last = path.at(-1) ?? '';
  const empty = value === null || isMapping(value) && Object.keys(value).length === 0 || Array.isArray(value) && value.length === 0;
  if (empty) return [path];
  if (op === 'add') return [];
  const whole = last === 'spec' ? path.at(-2) === 'template' : WHOLE.test(last) && path.some((part) => /containers$|^template$/iu.test(part));
  return whole && (isMapping(value) || Array.isArray(value)) && !holdsKey(value, 'securityContext') ? [[...path, 'securityContext']] : [];
}

function holdsKey(value: Value, wanted: string, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return list(value).some((item) => holdsKey(item, wanted, depth + 1));
  return isMapping(value) && Object.entries(value).some(([key, item]) => key === wanted || holdsKey(item, wanted, depth + 1));
}

/** Kinds that keep something out, and what it is to lose one. */
export const GUARDS: Readonly<Record<string, string>> = {
  NetworkPolicy: 'network-policy-removed', PodDisruptionBudget: 'disruption-budget-removed', ResourceQuota: 'guard-removed', LimitRange: 'guard-removed',
  ValidatingWebhookConfiguration: 'guard-removed', MutatingWebhookConfiguration: 'guard-removed', ValidatingAdmissionPolicy: 'guard-removed', ValidatingAdmissionPolicyBinding: 'guard-removed',
};

function keepsOut(kind: string, path: Path): boolean {
  if (Object.hasOwn(GUARDS, kind)) return path[0] !== 'metadata';
  return path.some((part) => GUARD.test(part)) || kind === 'Namespace' && path.at(-1) === 'labels';
}

/** Hazards of what a patch takes away, and of settings that it turns off. */
export function removalHazards(resource: Resource, removed: readonly Path[]): readonly Hazard[] {
  const taken = removed.filter((path) => keepsOut(resource.kind, path)).map((path) => `\`${path.join('.').slice(0, 200)}\` is taken away`);
  const off = turnedOff(resource.value).map((path) => `\`${path.join('.').slice(0, 200)}\` is turned off`);
  const guard = [...new Set([...taken, ...off])];
  const released = releasedBy(resource.value);
  return [
    ...(released === null ? [] : [released]),
    ...(guard.length > 0 ? [{ id: 'guard-removed', detail: guard.slice(0, 5).join(', ') }] : []),
    ...(removed.some((path) => /(?:^|\.)resources(?:\.limits(?:\.memory)?)?$/u.test(path.join('.'))) ? [{ id: 'memory-limits-missing', detail: 'its memory is limited no more' }] : []),
    ...(removed.some((path) => path[0] === 'spec' && path[1] === 'versions') && resource.kind === 'CustomResourceDefinition' ? [{ id: 'version-removed', detail: 'a version of it, or a part of one, is taken away' }] : []),
    ...(removed.some((path) => path[0] === 'spec' && path[1] === 'tls') && resource.kind === 'Ingress' ? [{ id: 'ingress-no-tls', detail: 'what passes through it can be read on the way' }] : []),
    ...(removed.length > 0 ? [{ id: 'patch-removes', detail: 'it takes parts of the object away' }] : []),
  ];
}

function turnedOff(value: Value, path: Path = []): readonly Path[] {
  if (path.length > MAX_DEPTH) return [];
  if (Array.isArray(value)) return list(value).flatMap((item, index) => turnedOff(item, [...path, String(index)]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (Object.hasOwn(WEAK, key) && WEAK[key] === item ? [[...path, key]] : turnedOff(item, [...path, key])));
}

/** Settings that keep something out and that a part of an object makes, as paths without the numbers of lists. */
export function guardsIn(value: Value, path: Path = []): readonly string[] {
  if (path.length > MAX_DEPTH) return [];
  if (Array.isArray(value)) return list(value).flatMap((item) => guardsIn(item, path));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (GUARD.test(key) ? settings(item, [...path, key]) : guardsIn(item, [...path, key])));
}

// What turns a guard off is none.
function settings(value: Value, path: Path): readonly string[] {
  const last = path.at(-1) as string;
  if (value === null || path.length > MAX_DEPTH || Object.hasOwn(WEAK, last) && WEAK[last] === value) return [];
  return isMapping(value) ? Object.entries(value as Mapping).flatMap(([key, item]) => settings(item, [...path, key])) : [path.join('.')];
}
