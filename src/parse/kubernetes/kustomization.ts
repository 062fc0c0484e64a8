// SPDX-License-Identifier: Apache-2.0
//
// A kustomization as what it is: a recipe. Its inline patches and replicas are operations of their own; what it fetches, runs or generates is told.
// Refuses to know what it builds: bases from elsewhere, plugins and charts are unknown until it is rendered.
// @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
import type { Access, Hazard, ReadOperation } from '../../core/model.js';
import { readDocuments } from './documents.js';
import { hazardsOfPart } from './hazards.js';
import { kindInfo } from './kinds.js';
import { access, applyEffect, deletionHazards, operation } from './operation.js';
import { partFromJsonPatch } from './patch.js';
import { isAssumed, isName, objectOf, type Resource, typeOf } from './resource.js';
import { isSecretSetting, withoutSecrets } from './secrets.js';
import { canonical, isMapping, list, type Mapping, mapping, text, texts, type Value, within } from './value.js';

/** True for a kustomization or component, by what it says of itself. */
export function isKustomization(value: Mapping): boolean {
  return text(value['apiVersion'])?.startsWith('kustomize.config.k8s.io/') === true;
}

const HAZARD = (id: string, detail: string): Hazard => ({ id, detail });

/** Operations of a kustomization: itself, then its inline patches. */
export function kustomize(value: Mapping, line: number): readonly ReadOperation[] {
  const namespace = text(value['namespace']);
  const unread = whys(value);
  const accesses: Access[] = [access('write', 'kustomization', 'kustomization', { assumed: true }), ...unread.map((why) => access('unknown', 'kustomization', 'kustomization', { why }))];
  const body = canonical(value);
  const itself = operation({ statement: 'KUSTOMIZE', name: 'kubernetes.kustomize', text: `kustomize\n${body}`, redacted: `kustomize\n${canonical(withoutSecrets(redactedLiterals(value)))}`, accesses, hazards: hazardsIn(value), line });
  return [itself, ...patchesIn(value).map((patch) => patched(patch, namespace, line))];
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

interface Patch {
  readonly target: Mapping;
  readonly body: Value;
  readonly source: string;
  readonly problem: string | null;
}

function patchesIn(value: Mapping): readonly Patch[] {
  const inline = [...list(value['patches']), ...list(value['patchesJson6902'])].flatMap((entry) => {
    const source = text(within(entry, 'patch'));
    return source === null ? [] : patchTexts(source, mapping(within(entry, 'target')));
  });
  const merged = texts(value['patchesStrategicMerge']).filter((entry) => entry.includes('\n')).flatMap((entry) => patchTexts(entry, mapping(null)));
  return [...inline, ...merged];
}

function patchTexts(source: string, target: Mapping): Patch[] {
  return readDocuments(source).map(({ value, problem, source: part }) => ({ target, body: value, source: part, problem }));
}

// A patch aims by itself or by `target`, which takes patterns: then what it hits is not certain.
function patched({ target, body, source, problem }: Patch, namespace: string | null, line: number): ReadOperation {
  const json = Array.isArray(body) ? partFromJsonPatch(list(body)) : { value: mapping(body), problem: null, removes: false };
  const apiVersion = text(json.value['apiVersion']) ?? ([text(target['group']), text(target['version']) ?? 'v1'].filter((part) => part !== null && part !== '').join('/'));
  const kind = text(target['kind']) ?? text(json.value['kind']) ?? '';
  const name = text(target['name']) ?? text(within(json.value, 'metadata', 'name'));
  const exact = kind !== '' && name !== null && isName(name) && within(target, 'labelSelector') === undefined && within(target, 'annotationSelector') === undefined;
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
  const resource: Resource = { apiVersion, group, kind, info: kindInfo(group, kind), name: exact ? name : null, generateName: null, namespace: text(target['namespace']) ?? text(within(json.value, 'metadata', 'namespace')) ?? namespace, value: json.value, line };
  const why = problem ?? json.problem ?? (exact ? undefined : 'which resources the patch changes is not said by name');
  const deletes = json.value['$patch'] === 'delete';
  const label = kind === '' ? 'RESOURCE' : kind.toUpperCase();
  return operation({
    statement: `${deletes ? 'DELETE' : 'APPLY'} ${label}`, name: deletes ? 'kubernetes.delete' : 'kubernetes.apply', text: source.trim(), redacted: canonical(withoutSecrets(body)), line,
    accesses: [access(why !== undefined ? 'unknown' : deletes && resource.info.holds === 'data' ? 'destroy' : applyEffect(resource), objectOf(resource), typeOf(resource), { assumed: isAssumed(resource), ...(why === undefined ? {} : { why }) })],
    hazards: [...(deletes ? deletionHazards(resource) : hazardsOfPart(resource)), ...(json.removes ? [HAZARD('patch-removes', 'it takes parts of the object away')] : [])],
  });
}
