// SPDX-License-Identifier: Apache-2.0
//
// A kustomization as what it is: a recipe. Its inline patches and replicas are operations of their own; what it fetches, runs or generates is told.
// Refuses to know what it builds: bases from elsewhere, plugins and charts are unknown until it is rendered.
// @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
import type { Access, Hazard, ReadOperation } from '../../core/model.js';
import { readDocuments } from './documents.js';
import { access, operation } from './operation.js';
import { type Patch, patched } from './patched.js';
import { isSecretSetting, withoutSecrets } from './secrets.js';
import { canonical, isMapping, list, type Mapping, mapping, text, texts, type Value, within } from './value.js';

/** True for a kustomization or component, by what it says of itself. */
export function isKustomization(value: Mapping): boolean {
  return text(value['apiVersion'])?.startsWith('kustomize.config.k8s.io/') === true;
}

const HAZARD = (id: string, detail: string): Hazard => ({ id, detail });

/** Operations of a kustomization: itself, then its inline patches. */
export function kustomize(value: Mapping, line: number): readonly ReadOperation[] {
  const unread = whys(value);
  const accesses: Access[] = [access('write', 'kustomization', 'kustomization', { assumed: true }), ...unread.map((why) => access('unknown', 'kustomization', 'kustomization', { why }))];
  const body = canonical(value);
  const itself = operation({ statement: 'KUSTOMIZE', name: 'kubernetes.kustomize', text: `kustomize\n${body}`, redacted: `kustomize\n${canonical(withoutSecrets(redactedLiterals(value)))}`, accesses, hazards: hazardsIn(value), line });
  return [itself, ...patchesIn(value, line).map(patched)];
}

// A source that is no path below the folder: a URL, a git address, `host.tld/org/repo`.
function isRemote(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*::?\/\/|^git@|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/[^/]+\/[^/]|\?(?:ref|version|submodules|timeout)=|\/\/.*\.git/iu.test(source);
}

/** Everything that it builds on, as written. */
export function sourcesOf(value: Mapping): readonly string[] {
  return ['resources', 'bases', 'components', 'crds', 'configurations', 'openapi'].flatMap((key) => texts(value[key]));
}

function whys(value: Mapping): readonly string[] {
  const plugins = ['generators', 'transformers', 'validators'].filter((key) => list(value[key]).length > 0);
  return [
    ...sourcesOf(value).filter(isRemote).map((source) => `\`${source.slice(0, 200)}\` is fetched when it is built, and nobody knows what will be there`),
    ...(list(value['helmCharts']).length > 0 || list(value['helmChartInflationGenerator']).length > 0 ? ['it renders Helm charts that are fetched when it is built'] : []),
    ...(replaces(value) ? ['`replacements` put values of other objects into what decides about rights or the node'] : []),
    ...(plugins.length > 0 ? [`it has plugins (${plugins.join(', ')}) that make and change resources when it is built`] : []),
  ];
}

function hazardsIn(value: Mapping): Hazard[] {
  const hazards: Hazard[] = [];
  const remote = sourcesOf(value).filter(isRemote);
  if (remote.length > 0) hazards.push(HAZARD('kustomize-remote', `it builds on what lies elsewhere: ${remote.slice(0, 5).map((source) => `\`${source.slice(0, 200)}\``).join(', ')}`));
  if (remote.some((source) => !/[?&]ref=[0-9a-f]{40}\b/u.test(source))) hazards.push(HAZARD('kustomize-unpinned', 'what it fetches can change between two builds (no `?ref=` with a full commit)'));
  const literals = list(value['secretGenerator']).filter((generator) => texts(within(generator, 'literals')).length > 0 || texts(within(generator, 'env')).length > 0);
  if (literals.length > 0) hazards.push(HAZARD('secret-in-clear', 'a secretGenerator has its values in the file'));
  const settings = list(value['configMapGenerator']).flatMap((generator) => texts(within(generator, 'literals')));
  if (settings.some((literal) => isSecretSetting(literal.slice(0, Math.max(literal.indexOf('='), 0)), literal.slice(literal.indexOf('=') + 1)))) hazards.push(HAZARD('secret-in-clear', 'a configMapGenerator holds what looks like secrets'));
  if (list(value['images']).some((image) => text(within(image, 'newTag')) === 'latest')) hazards.push(HAZARD('image-latest', 'it sets an image to whatever is the newest that day'));
  if (list(value['images']).some((image) => within(image, 'digest') === undefined)) hazards.push(HAZARD('image-no-digest', 'it sets an image by a tag, which can be moved'));
  if (list(value['replicas']).some((replica) => within(replica, 'count') === 0)) hazards.push(HAZARD('scaled-to-zero', 'nothing of it is left running'));
  if (['generators', 'transformers', 'validators'].some((key) => list(value[key]).length > 0)) hazards.push(HAZARD('kustomize-plugin', 'plugins run when it is built'));
  return hazards;
}

function redactedLiterals(value: Mapping): Mapping {
  const generators = list(value['secretGenerator']).map((generator) => (isMapping(generator) ? { ...generator, literals: list(generator['literals']).map(() => '?') } : generator));
  return value['secretGenerator'] === undefined ? value : { ...value, secretGenerator: generators };
}

// Fields of a pod that decide how near it gets to its node, and of roles. Hits `spec.template.spec.containers.0.securityContext.privileged`; misses `spec.host`.
const DECIDES = /(?:^|\.)(?:securityContext|volumes|hostNetwork|hostPID|hostIPC|hostUsers|serviceAccount(?:Name)?|nodeName|roleRef|subjects)(?:\.|$)|^rules(?:\.|$)/u;

// Those in a file of their own are judged where they stand (manifest.ts).
function replaces(value: Mapping): boolean {
  return list(value['replacements']).some((one) => list(within(one, 'targets')).some((target) => texts(within(target, 'fieldPaths')).some((path) => DECIDES.test(path))));
}

/** Its patches that stand in it; `line`: where it begins. */
export function patchesIn(value: Mapping, line: number): readonly Patch[] {
  const namespace = text(value['namespace']);
  const of = (source: string, target: Mapping): readonly Patch[] => readDocuments(source).map((part) => ({ target, namespace, body: part.value, source: part.source, problem: part.problem, line }));
  const inline = [...list(value['patches']), ...list(value['patchesJson6902'])].flatMap((entry) => of(text(within(entry, 'patch')) ?? '', mapping(within(entry, 'target'))));
  return [...inline, ...texts(value['patchesStrategicMerge']).filter((entry) => entry.includes('\n')).flatMap((entry) => of(entry, mapping(null)))];
}

/** What a file beside a kustomization is to it, and for a patch where it goes. */
export interface Aim {
  readonly as: 'patch' | 'replacements';
  readonly target: Mapping;
  readonly namespace: string | null;
}

/** Files that a kustomization names as patches or replacements, as it names them. */
export function aimedFilesIn(value: Mapping): readonly (readonly [file: string, aim: Aim])[] {
  const namespace = text(value['namespace']);
  const named = (as: Aim['as'], entries: readonly Value[]): readonly (readonly [string, Aim])[] => entries.flatMap((entry) => {
    const file = text(within(entry, 'path'));
    return file === null ? [] : [[file, { as, target: mapping(within(entry, 'target')), namespace }] as const];
  });
  const merged = texts(value['patchesStrategicMerge']).filter((entry) => !entry.includes('\n')).map((file) => [file, { as: 'patch', target: mapping(null), namespace }] as const);
  return [...named('patch', [...list(value['patches']), ...list(value['patchesJson6902'])]), ...named('replacements', list(value['replacements'])), ...merged];
}
