// SPDX-License-Identifier: Apache-2.0
//
// The pod inside a resource, whatever kind bears it, and its containers. Refuses to miss one: any resource with a template that has
// containers bears a pod, known kind or not.
import { list, type Mapping, mapping, mappingAt, type Value, within } from './value.js';
import type { Resource } from './resource.js';

export interface Container {
  readonly name: string;
  readonly list: 'containers' | 'initContainers' | 'ephemeralContainers';
  readonly value: Mapping;
  readonly security: Mapping;
}

export interface Pod {
  readonly annotations: Mapping;
  readonly spec: Mapping;
  readonly security: Mapping;
  readonly containers: readonly Container[];
  /** `spec.os.name` is `windows`. */
  readonly windows: boolean;
  /** `spec.hostUsers` is false: root inside is nobody outside. */
  readonly userNamespace: boolean;
}

const TEMPLATES: readonly (readonly string[])[] = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template'], ['template'], ['spec', 'podTemplate']];

/** Kinds whose template is a pod's, whatever is in it. */
const BEARERS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob', 'PodTemplate']);

/** The pod of a resource; null when it bears none. */
export function podOf({ kind, value }: Pick<Resource, 'kind' | 'value'>): Pod | null {
  if (kind === 'Pod') return podFrom(value);
  // A patch may show a pod's settings and none of its containers.
  const template = TEMPLATES.map((keys) => mappingAt(value, ...keys)).find((found) => (BEARERS.has(kind) && Object.keys(mappingAt(found, 'spec')).length > 0) || Array.isArray(within(found, 'spec', 'containers')) || Array.isArray(within(found, 'spec', 'initContainers')));
  return template === undefined ? null : podFrom(template);
}

function podFrom(template: Mapping): Pod {
  const spec = mappingAt(template, 'spec');
  const containers = (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((name) => list(spec[name]).map((value) => containerOf(value, name)));
  return {
    annotations: mappingAt(template, 'metadata', 'annotations'), spec, security: mappingAt(spec, 'securityContext'), containers,
    windows: within(spec, 'os', 'name') === 'windows', userNamespace: spec['hostUsers'] === false,
  };
}

function containerOf(given: Value, from: Container['list']): Container {
  const value = mapping(given);
  return { name: typeof value['name'] === 'string' ? value['name'].slice(0, 63) : '?', list: from, value, security: mappingAt(value, 'securityContext') };
}
