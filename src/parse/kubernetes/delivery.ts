// SPDX-License-Identifier: Apache-2.0
//
// Objects by which a controller in the cluster builds and applies others: Argo CD, Flux, Fleet. Where from, and the patches that they carry along, which are those of a
// kustomization. Refuses to fetch what they name.
// @see https://fluxcd.io/flux/components/kustomize/kustomizations/
import type { Hazard } from '../../core/model.js';
import { patchesIn } from './kustomization.js';
import type { Patch } from './patched.js';
import type { Resource } from './resource.js';
import { canonical, isMapping, list, type Mapping, mapping, mappingAt, text, type Value, within } from './value.js';

// Hits Argo CD's Application and Flux's GitRepository: controllers that fetch manifests and apply them. A full commit says what they are.
const DELIVERS = /^(?:argoproj\.io|source\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io|helm\.cattle\.io|fleet\.cattle\.io)\//u;
const SOURCE_KEYS: readonly string[] = ['repoURL', 'url', 'repo', 'chart'];

/** Where a controller takes from what it applies. */
export function delivered({ value, kind }: Resource): (readonly [string, string])[] {
  if (!DELIVERS.test(text(value['apiVersion']) ?? '') || /^(?:AppProject|Rollout|Workflow\w*|Analysis\w*|Experiment|CronWorkflow)$/u.test(kind)) return [];
  const sources = sourcesBelow(mappingAt(value, 'spec'));
  return sources.some((source) => !/^[0-9a-f]{40}$/u.test(source.revision)) ? [['kustomize-remote', `a controller applies what lies elsewhere: ${sources.slice(0, 5).map(({ at }) => `\`${at.slice(0, 200)}\``).join(', ')}`]] : [];
}

function sourcesBelow(value: Value | undefined, depth = 6): readonly { readonly at: string; readonly revision: string }[] {
  if (depth === 0) return [];
  if (!isMapping(value)) return list(value).flatMap((item) => sourcesBelow(item, depth - 1));
  const at = SOURCE_KEYS.map((key) => text(value[key])).find((one) => one !== null);
  const own = at === undefined || at === null ? [] : [{ at, revision: text(value['targetRevision']) ?? text(within(value, 'ref', 'commit')) ?? '' }];
  return [...own, ...Object.values(value).flatMap((inner) => sourcesBelow(inner, depth - 1))];
}

/** What of a Kustomization of Flux decides what is applied, where, and as whom. */
const DECIDES: readonly string[] = ['path', 'sourceRef', 'targetNamespace', 'kubeConfig', 'serviceAccountName', 'namePrefix', 'nameSuffix'];

/** A controller that applies another folder, or elsewhere, from now on: what it applied before goes away; null when it does not. */
export function redirected(before: Resource, after: Resource): Hazard | null {
  if (after.group !== 'kustomize.toolkit.fluxcd.io') return null;
  const changed = DECIDES.filter((key) => canonical(within(before.value, 'spec', key) ?? null) !== canonical(within(after.value, 'spec', key) ?? null));
  return changed.length === 0 ? null : { id: 'kustomize-remote', detail: `a controller applies other things, or elsewhere, from here on (${changed.join(', ')}), and takes away what it applied before` };
}

/** Patches that an object has its controller make. */
export function carried({ value, group, line }: Resource): readonly Patch[] {
  const spec = mappingAt(value, 'spec');
  if (group === 'kustomize.toolkit.fluxcd.io') return patchesIn({ ...spec, namespace: spec['targetNamespace'] ?? null }, line);
  if (group === 'helm.toolkit.fluxcd.io') return list(spec['postRenderers']).flatMap((one) => patchesIn(mapping(within(one, 'kustomize')), line));
  if (group !== 'argoproj.io') return [];
  const template = mappingAt(spec, 'template', 'spec');
  return [spec, template].flatMap((one: Mapping) => [one['source'] ?? null, ...list(one['sources'])]).flatMap((source) => patchesIn(mapping(within(source, 'kustomize')), line));
}
