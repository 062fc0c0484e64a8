// SPDX-License-Identifier: Apache-2.0
//
// Resources as the API operations that they become: applied, deleted, scaled, restarted, given another image. Refuses to call a thing harmless
// because it is usual: what holds data is destroyed when it is deleted, what holds rights grants them.
import type { Access, Effect, Hazard, ReadOperation } from '../../core/model.js';
import { narrowedSince } from './definitions.js';
import { redirected } from './delivery.js';
import { hazardsOf } from './hazards.js';
import { weakened } from './objects.js';
import { guardsFallen } from './fallen-guards.js';
import { podOf } from './pod.js';
import { GUARDS } from './removals.js';
import { releasedSince } from './retention.js';
import { isAssumed, objectOf, type Resource, typeOf } from './resource.js';
import { withoutSecrets } from './secrets.js';
import { canonical, isMapping, list, mappingAt, text, type Value, within } from './value.js';

/** What an operation is made of. */
export interface Parts {
  readonly statement: string;
  readonly name: string;
  readonly text: string;
  readonly redacted: string;
  readonly accesses: readonly Access[];
  readonly hazards: readonly Hazard[];
  readonly unknown?: readonly string[];
  readonly line: number;
}

/** An operation of kind `kubernetes`; unknown accesses say why, and so does the operation. */
export function operation({ statement, name, text: bytes, redacted, accesses, hazards, unknown = [], line }: Parts): ReadOperation {
  const whys = accesses.flatMap(({ why }) => (why === undefined ? [] : [why]));
  return {
    kind: 'kubernetes', line, size: Buffer.byteLength(bytes, 'utf8'),
    facts: { statement, name, text: bytes, redacted, accesses, functions: [], hazards, forbidden: [], unknown: [...new Set([...unknown, ...whys])], assumed: accesses.some(({ assumed }) => assumed) },
  };
}

/** One access. */
export function access(effect: Effect, object: string | null, type: string | null, more: { readonly assumed?: boolean; readonly why?: string } = {}): Access {
  return { effect, object, type, columns: [], filtered: [], assumed: more.assumed ?? false, ...(more.why === undefined ? {} : { why: more.why }) };
}

/** A thing that can't be read, at its line. `why` ends a sentence. */
export function unreadable(source: string, line: number, why: string, hazards: readonly Hazard[] = []): ReadOperation {
  return operation({ statement: 'UNKNOWN', name: 'kubernetes.unknown', text: source.trim(), redacted: why, accesses: [access('unknown', null, null, { why })], hazards, line });
}

/** A resource that is applied. `before`: the same resource as it was; null when it is new, or nobody knows. `quiet`: accounts beside it that give no tokens. */
export function applied(resource: Resource, before: Resource | null, quiet: ReadonlySet<string> = new Set()): ReadOperation {
  const { kind, line } = resource;
  const change = before === null ? 'apply' : changeBetween(before.value, resource.value);
  const guard = before === null ? null : kind === 'Namespace' ? weakened(before.value, resource.value) : releasedSince(before.value, resource.value);
  const own = hazardsOf(resource).filter(({ id }) => id !== 'service-account-token' || !quiet.has(accountOf(resource) ?? ''));
  const elsewhere = before === null ? null : redirected(before, resource);
  const narrowed = before !== null && kind === 'CustomResourceDefinition' ? narrowedSince(before.value, resource.value) : [];
  const fallen = before === null ? [] : guardsFallen(before, resource);
  const hazards = [...fallen, ...since(before, before === null ? own : own.filter(({ id }) => id !== 'version-removed'), change), ...[guard, elsewhere].filter((hazard) => hazard !== null), ...narrowed];
  return operation({ statement: `${change.toUpperCase()} ${kind.toUpperCase()}`, name: `kubernetes.${change}`, ...written(change, resource), accesses: [appliedAccess(resource)], hazards, line });
}

/** Accounts that say no to tokens, `namespace/name`, in what is applied together. */
export function quietAccounts(resources: readonly Resource[]): ReadonlySet<string> {
  return new Set(resources.filter(({ kind, group, value }) => kind === 'ServiceAccount' && group === '' && value['automountServiceAccountToken'] === false).map(({ namespace, name }) => `${namespace ?? 'default'}/${name ?? ''}`));
}

// The account of a pod that leaves the question to it; null when the pod decides by itself.
function accountOf(resource: Resource): string | null {
  const spec = podOf(resource)?.spec;
  return spec === undefined || spec['automountServiceAccountToken'] !== undefined ? null : `${resource.namespace ?? 'default'}/${text(spec['serviceAccountName']) ?? text(spec['serviceAccount']) ?? 'default'}`;
}

/** What a new image takes along: other code gets the same rights. */
const OF_THE_CODE = /^(?:pod-security\.baseline\.|image-|capabilities-dangerous$|host-path-sensitive$|service-account-token$)/u;

// What was there before is told as that, and left out where the change can't have made it worse: another number of pods, another image.
function since(before: Resource | null, hazards: readonly Hazard[], change: ReturnType<typeof changeBetween>): readonly Hazard[] {
  const old = new Map((before === null ? [] : hazardsOf(before)).map(({ id, detail }) => [id, detail]));
  return hazards.flatMap(({ id, detail }) => {
    if (old.get(id) !== detail) return [{ id, detail }];
    const harmless = change === 'scale' || change === 'restart' || (change === 'image' && !OF_THE_CODE.test(id));
    return harmless ? [] : [{ id, detail: `${detail}, as before this change` }];
  });
}

function appliedAccess(resource: Resource): Access {
  const unnamed = resource.name === null ? `the name of its ${resource.kind} is made by the server (\`generateName\`), which nothing applied can have` : undefined;
  return access(unnamed === undefined ? applyEffect(resource) : 'unknown', objectOf(resource), typeOf(resource), { assumed: isAssumed(resource), ...(unnamed === undefined ? {} : { why: unnamed }) });
}

/** What creating or changing a resource does. */
export function applyEffect({ info, group, kind, value }: Pick<Resource, 'info' | 'group' | 'kind' | 'value'>): Effect {
  if (kind === 'CustomResourceDefinition') return 'schema';
  if (group === '' && kind === 'Secret' && text(value['type']) === 'kubernetes.io/service-account-token') return 'grant';
  return info.holds === 'rights' ? 'grant' : 'write';
}

/** What deleting a resource does. */
export function deleteEffect({ info }: Pick<Resource, 'info'>): Effect {
  return info.holds === 'data' ? 'destroy' : info.holds === 'rights' ? 'grant' : 'write';
}

/** A resource that is gone from the files: it is deleted when they are applied with pruning, and lost to whoever reads them in any case. */
export function deleted(resource: Resource, line: number): ReadOperation {
  const { kind } = resource;
  return operation({
    statement: `DELETE ${kind.toUpperCase()}`, name: 'kubernetes.delete', ...written('delete', { ...resource, value: Object.create(null) as Resource['value'] }),
    accesses: [access(deleteEffect(resource), objectOf(resource), typeOf(resource), { assumed: true })], hazards: deletionHazards(resource), line,
  });
}

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Service', 'Ingress', 'CronJob', 'HorizontalPodAutoscaler'];
const GUARDED: Readonly<Record<string, string>> = {
  'network-policy-removed': 'traffic that it kept away comes through', 'disruption-budget-removed': 'all its pods may be evicted at once', 'guard-removed': 'what it kept out is let in',
};

/** What is special about deleting a resource. */
export function deletionHazards({ info, kind, namespace, name }: Pick<Resource, 'info' | 'kind' | 'namespace' | 'name'>): readonly Hazard[] {
  const hazards: Hazard[] = [];
  if (info.holds === 'data') hazards.push({ id: 'deletes-data', detail: kind === 'Namespace' ? 'all that is in the namespace goes with it' : kind === 'CustomResourceDefinition' ? 'all resources of that kind go with it' : 'data goes with it' });
  const guard = Object.hasOwn(GUARDS, kind) ? GUARDS[kind] : undefined;
  if (guard !== undefined) hazards.push({ id: guard, detail: GUARDED[guard] as string });
  if (WORKLOADS.includes(kind)) hazards.push({ id: 'deletes-workload', detail: 'whoever uses it is left without' });
  if (namespace === 'kube-system' || (kind === 'Namespace' && name?.startsWith('kube-') === true)) hazards.push({ id: 'system-namespace', detail: 'the cluster itself lives in that namespace' });
  return hazards;
}

function written(verb: string, resource: Resource): { readonly text: string; readonly redacted: string } {
  const head = `${verb} ${resource.apiVersion} ${resource.kind} ${objectOf(resource)}`;
  const body = Object.keys(resource.value).length === 0 ? '' : `\n${canonical(resource.value)}`;
  return { text: `${head}${body}`, redacted: `${head}${body === '' ? '' : `\n${canonical(withoutSecrets(resource.value))}`}` };
}

const RESTARTED = 'kubectl.kubernetes.io/restartedAt';

/** What differs between two states of a resource: only the number of replicas, only the mark of a restart, only images, or anything. */
function changeBetween(before: Value, after: Value): 'apply' | 'scale' | 'restart' | 'image' {
  const same = (strip: (value: Value) => Value): boolean => canonical(strip(before)) === canonical(strip(after));
  if (same(withoutReplicas)) return 'scale';
  if (same(withoutRestart)) return 'restart';
  return same(withoutImages) ? 'image' : 'apply';
}

function withoutReplicas(value: Value): Value {
  return changed(value, ['spec'], (spec) => without(spec, 'replicas'));
}

// The way of `kubectl rollout restart`. An empty map is the same as none.
function withoutRestart(value: Value): Value {
  return changed(value, ['spec', 'template', 'metadata'], (metadata) => {
    const annotations = without(mappingAt(metadata, 'annotations'), RESTARTED);
    const rest = without(metadata, 'annotations') as { readonly [key: string]: Value };
    return Object.keys(annotations as object).length === 0 ? rest : { ...rest, annotations };
  }, true);
}

function withoutImages(value: Value): Value {
  const strip = (containers: Value): Value => list(containers).map((container) => (typeof within(container, 'image') === 'string' ? without(container, 'image') : container));
  const inSpec = (spec: Value): Value => (isMapping(spec) ? Object.fromEntries(Object.entries(spec).map(([key, item]) => [key, key === 'containers' || key === 'initContainers' ? strip(item) : item])) : spec);
  return [['spec'], ['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec']].reduce((made, keys) => changed(made, keys, inSpec), value);
}

function without(value: Value, key: string): Value {
  return isMapping(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : value;
}

// A copy with what stands under some keys changed; the value itself when nothing stands there.
function changed(value: Value, [key, ...rest]: readonly string[], make: (value: Value) => Value, create = false): Value {
  if (!isMapping(value)) return value;
  if (key === undefined) return make(value);
  if (value[key] === undefined && !(create && key === 'metadata')) return value;
  return { ...value, [key]: rest.length === 0 ? make(value[key] ?? {}) : changed(value[key] as Value, rest, make, create) };
}
