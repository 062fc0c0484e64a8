// SPDX-License-Identifier: Apache-2.0
//
// A Kubernetes object out of a document: what it is and what it is called. Lists become their items. Refuses objects without `apiVersion`,
// `kind` or a usable name, since what the server would do with them can't be told.
import { kindInfo, type KindInfo } from './kinds.js';
import { isMapping, list, type Mapping, mappingAt, text, type Value, within } from './value.js';

export interface Resource {
  readonly apiVersion: string;
  /** `''` for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly info: KindInfo;
  /** Null with `generateName`. */
  readonly name: string | null;
  readonly generateName: string | null;
  /** Null when it is in none, or says none. */
  readonly namespace: string | null;
  readonly value: Mapping;
  /** Line of its first word, from 1. */
  readonly line: number;
}

/** A thing that is no resource: why, as the end of a sentence. */
export interface NoResource {
  readonly line: number;
  readonly problem: string;
  readonly value: Value;
}

export type Read = { readonly resource: Resource } | NoResource;

/** Lists inside lists. Source: the server makes none, `kubectl get -o yaml` one. */
const MAX_LISTS = 4;

/** All objects in a value, in order. `lines`: those of a list's items, its own when there are fewer. */
export function resourcesIn(value: Value, line: number, lines: readonly number[], depth = MAX_LISTS): readonly Read[] {
  if (!isMapping(value)) return [{ line, value, problem: 'it is no object' }];
  const kind = text(value['kind']);
  const items = value['items'];
  if (kind === null || !kind.endsWith('List') || kind === 'List' && items === undefined) return [resourceOf(value, line)];
  if (!Array.isArray(items)) return [{ line, value, problem: `\`items\` of its \`${kind}\` is no list` }];
  if (depth === 0) return [{ line, value, problem: `it has lists inside each other, deeper than ${MAX_LISTS}` }];
  return list(items).flatMap((item, index) => resourcesIn(inherited(item, value, kind), lines[index] ?? line, [], depth - 1));
}

// In a typed list (`PodList`) the items need not say what they are.
function inherited(item: Value, whole: Mapping, kind: string): Value {
  if (!isMapping(item) || kind === 'List' || item['kind'] !== undefined) return item;
  return Object.assign(Object.create(null) as object, { apiVersion: whole['apiVersion'] ?? null, kind: kind.slice(0, -'List'.length) }, item) as Mapping;
}

function resourceOf(value: Mapping, line: number): Read {
  const problem = (why: string): NoResource => ({ line, problem: why, value });
  const apiVersion = text(value['apiVersion']);
  const kind = text(value['kind']);
  // One match: `rbac.authorization.k8s.io/v1`; one miss: `a/b/c`.
  if (apiVersion === null || !/^(?:[a-z0-9][a-z0-9.-]{0,252}\/)?[a-z0-9]{1,63}$/iu.test(apiVersion)) return problem('it has no `apiVersion` that we know how to read');
  if (kind === null || !/^[A-Za-z][A-Za-z0-9]{0,62}$/u.test(kind)) return problem('it has no `kind` that we know how to read');
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
  const info = kindInfo(group, kind);
  const metadata = mappingAt(value, 'metadata');
  const name = text(metadata['name']);
  const generateName = name === null ? text(metadata['generateName']) : null;
  if (name === null && generateName === null) return problem(`its ${kind} has no name`);
  if (!isName(name ?? `${generateName as string}x`)) return problem(`the name of its ${kind} is none that the API takes`);
  const namespace = within(metadata, 'namespace') ?? null;
  if (namespace !== null && namespace !== '' && (typeof namespace !== 'string' || !isName(namespace))) return problem(`the namespace of its ${kind} is none that the API takes`);
  return { resource: { apiVersion, group, kind, info, name, generateName, namespace: info.namespaced && namespace !== '' ? (namespace as string | null) : null, value, line } };
}

/** True for what can be a part of a path: `web`, `system:node-proxier`. */
export function isName(name: string): boolean {
  // One match: `a.b-c:d`; one miss: `../x`.
  return /^[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?$/u.test(name) && !name.includes('..');
}

/** Name in the policy: `shop/deployments/web`, `clusterroles/admin`; a generated name ends with `*`. */
export function objectOf({ info, namespace, name, generateName }: Pick<Resource, 'info' | 'namespace' | 'name' | 'generateName'>): string {
  const last = name ?? `${generateName ?? ''}*`;
  return info.namespaced ? `${namespace ?? 'default'}/${info.plural}/${last}` : `${info.plural}/${last}`;
}

/** True when part of the name was completed: a namespace that is not said, a plural that is guessed. */
export function isAssumed({ info, namespace }: Pick<Resource, 'info' | 'namespace'>): boolean {
  return info.assumed || (info.namespaced && namespace === null);
}

/** `deployments.apps`: the resource as RBAC names it. */
export function typeOf({ info, group }: Pick<Resource, 'info' | 'group'>): string {
  return group === '' ? info.plural : `${info.plural}.${group}`;
}
