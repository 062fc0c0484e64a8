// SPDX-License-Identifier: Apache-2.0
//
// Requests that read, and those that reach into a pod or through the API server. Refuses to call a GET harmless: `exec` is one, and so is reading
// a Secret.
import type { Access, Hazard } from '../../core/model.js';
import { kindOfPlural, soundsLikeData, type KindInfo } from './kinds.js';
import { access } from './operation.js';
import type { ResourcePath } from './request-path.js';
import type { Value } from './value.js';

/** What a request turns out to be. */
export interface Answer {
  readonly statement: string;
  readonly name: string;
  readonly accesses: readonly Access[];
  readonly hazards: readonly Hazard[];
  readonly body?: Value;
}

/** Kind of what a path names: `Deployment`; the plural itself for custom resources. */
export function kindOf({ group, resource }: Pick<ResourcePath, 'group' | 'resource'>): string {
  return kindOfPlural(group, resource)?.kind ?? resource;
}

/** What is known of the kind that a path names. */
export function infoOf({ group, resource, namespace }: ResourcePath): KindInfo {
  return kindOfPlural(group, resource)?.info ?? { plural: resource, namespaced: namespace !== null, assumed: false, holds: soundsLikeData(resource) ? 'data' : 'nothing' };
}

/** `shop/pods/web`, `shop/pods/*`, `nodes/a`, `*` for a namespace when it is about all of them. */
export function pathObject(path: ResourcePath, name: string | null = path.name): string {
  const last = name ?? '*';
  return infoOf(path).namespaced ? `${path.namespace ?? '*'}/${path.resource}/${last}` : `${path.resource}/${last}`;
}

/** `deployments.apps`, `pods/exec`. */
export function pathType({ group, resource, subresource }: ResourcePath): string {
  return `${group === '' ? resource : `${resource}.${group}`}${subresource === null ? '' : `/${subresource}`}`;
}

const CONNECT: Readonly<Record<string, readonly [statement: string, name: string, hazard: string, detail: string]>> = {
  'pods/exec': ['EXEC', 'exec', 'runs-in-pod', 'a command runs inside the pod, with all that it may do'],
  'pods/attach': ['ATTACH', 'attach', 'runs-in-pod', 'it is joined to a running process of the pod'],
  'pods/portforward': ['PORTFORWARD', 'portforward', 'reaches-into-pod', 'a tunnel to a port of the pod is opened, past network policies'],
  'pods/proxy': ['PROXY', 'proxy', 'reaches-into-pod', 'a request goes to the pod through the API server'],
  'services/proxy': ['PROXY', 'proxy', 'reaches-into-pod', 'a request goes to the service through the API server'],
  'nodes/proxy': ['PROXY', 'proxy', 'reaches-kubelet', 'the kubelet is asked directly, past admission and audit'],
};

/** Requests that reach into something, whatever their method; null for others. */
export function connectOf(path: ResourcePath): Answer | null {
  const key = `${path.resource}/${path.subresource ?? ''}`;
  const found = path.group === '' && Object.hasOwn(CONNECT, key) ? CONNECT[key] : undefined;
  if (found === undefined) return null;
  const [statement, name, hazard, detail] = found;
  return { statement: `${statement} ${kindOf(path).toUpperCase()}`, name: `kubernetes.${name}`, accesses: [access('execute', pathObject(path), pathType(path))], hazards: [{ id: hazard, detail }] };
}

const READ_SUBRESOURCES = ['status', 'scale', 'log', 'finalize', 'approval', 'ephemeralcontainers', 'resize'];

/** GET, list and watch; null for a subresource that we do not know. */
export function readOf(path: ResourcePath): Answer | null {
  const { verb, resource, group, subresource, namespace } = path;
  if (subresource !== null && !READ_SUBRESOURCES.includes(subresource)) return null;
  const hazards: Hazard[] = [];
  if (group === '' && resource === 'secrets') hazards.push({ id: 'reads-secrets', detail: verb === 'get' ? 'a Secret is read' : 'Secrets are read, all that it can find' });
  if (verb !== 'get' && namespace === null && infoOf(path).namespaced) hazards.push({ id: 'reads-all-namespaces', detail: 'it reads every namespace' });
  const logs = subresource === 'log';
  if (logs) hazards.push({ id: 'reads-logs', detail: 'logs may hold anything that the program wrote' });
  return {
    statement: `${logs ? 'LOGS' : verb.toUpperCase()} ${kindOf(path).toUpperCase()}`, name: logs ? 'kubernetes.logs' : `kubernetes.${verb}`,
    accesses: [access('read', pathObject(path), pathType(path))], hazards,
  };
}
