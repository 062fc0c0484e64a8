// SPDX-License-Identifier: Apache-2.0
//
// A text into its parts: resources, kustomizations, and what is neither. Refuses templates: what Helm would make of them is not in the text.
import { type Aim, isKustomization } from './kustomization.js';
import { type Document, readDocuments } from './documents.js';
import { hasDirectives, isJsonPatch, type Patch } from './patched.js';
import { type Resource, resourcesIn } from './resource.js';
import { canonical, isMapping, type Mapping, text as textIn } from './value.js';

export type Part =
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'kustomization'; readonly value: Mapping; readonly line: number }
  | { readonly kind: 'patch'; readonly patch: Patch; readonly line: number }
  /** Replacements of a kustomization, or one of its own transformers, in a file of their own. */
  | { readonly kind: 'replacements'; readonly value: Mapping; readonly line: number }
  | { readonly kind: 'problem'; readonly line: number; readonly problem: string; readonly source: string };

/** Resources in one text. Source: a release of the largest charts has a few hundred. */
export const MAX_RESOURCES = 5_000;
const NOWHERE: Aim = { as: 'patch', target: Object.freeze(Object.create(null) as Mapping), namespace: null };
const HELM = 'it is a Helm template, which says nothing until it is rendered: check the output of `helm template`';
// Words of Helm's templates that no other `{{ … }}` in manifests uses. One match: `{{ .Values.x }}`; one miss: `{{ $labels.pod }}`.
const HELM_WORD = /\{\{-?\s*(?:\.(?:Values|Release|Chart|Files|Capabilities)\b|(?:include|template|toYaml|define|tpl|required)\s)/u;

/** All parts of a text, in order. `path`: where it stands, when that is known; kustomize goes by the name of the file. `aims`: where kustomizations have it patch something. Never throws. */
export function readManifest(text: string, path: string | null = null, aims: readonly Aim[] = []): readonly Part[] {
  const named = path !== null && /(?:^|\/)kustomization(?:\.ya?ml)?$/iu.test(path);
  const parts = readDocuments(text).flatMap((document) => partsOf(document, named, aims));
  if (parts.length <= MAX_RESOURCES) return parts;
  return [{ kind: 'problem', line: 1, problem: `it holds more than ${MAX_RESOURCES} resources`, source: text }];
}

function partsOf(document: Document, named: boolean, aims: readonly Aim[]): Part[] {
  const { line, value, itemLines, source } = document;
  const problem = (why: string, at = line): Part => ({ kind: 'problem', line: at, problem: why, source });
  if (document.problem !== null) return [problem(source.includes('{{') ? HELM : document.problem)];
  if (HELM_WORD.test(source)) return [problem(HELM)];
  if (isMapping(value) && (named || isKustomization(value))) return [{ kind: 'kustomization', value, line }];
  if (isMapping(value) && /^builtin(?:\/|$)/u.test(textIn(value['apiVersion']) ?? '')) return [{ kind: 'replacements', value: asRecipe(value), line }];
  if (aims.some(({ as }) => as === 'replacements')) return [{ kind: 'replacements', value: { replacements: Array.isArray(value) ? value : [value] }, line }];
  const patch = aims.length > 0 || isJsonPatch(value) || isMapping(value) && value['items'] === undefined && hasDirectives(value);
  if (patch) return (aims.length > 0 ? aims : [NOWHERE]).map((aim) => ({ kind: 'patch', line, patch: { target: aim.target, namespace: aim.namespace, body: value, source, problem: null, line } }));
  return resourcesIn(value, line, itemLines).map((read) => {
    if ('resource' in read) return { kind: 'resource', resource: read.resource };
    return { kind: 'problem', line: read.line, problem: templated(read.value) ? HELM : read.problem, source: itemLines.length > 0 ? canonical(read.value) : source };
  });
}

// One of kustomize's own transformers as the part of a kustomization that it stands for.
function asRecipe(value: Mapping): Mapping {
  const patch = value['patch'] ?? value['jsonOp'] ?? value['patches'] ?? null;
  return {
    replacements: value['replacements'] ?? [], patches: typeof patch === 'string' ? [{ patch, target: value['target'] ?? null }] : [],
    helmCharts: textIn(value['kind']) === 'HelmChartInflationGenerator' ? [value] : [],
  };
}

function templated(value: unknown): boolean {
  return isMapping(value as Mapping) && ['apiVersion', 'kind'].some((key) => textIn((value as Mapping)[key])?.includes('{{') === true);
}

/** True for a text that looks like manifests, by its path and a look at it: whether it can be read is told by reading. */
export function looksLikeManifest(path: string, text: string): boolean {
  if (!/\.(?:ya?ml|json)$/iu.test(path)) return false;
  const head = text.slice(0, 1_000_000);
  if (/(?:^|\/)kustomization\.ya?ml$/iu.test(path)) return true;
  // Keys at the beginning of a line, in JSON between quotes, in flow style after a brace.
  return /^(?:[\s-]*|.*[{,]\s*)"?apiVersion"?\s*:/mu.test(head) && /^(?:[\s-]*|.*[{,]\s*)"?kind"?\s*:/mu.test(head);
}
