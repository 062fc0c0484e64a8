// SPDX-License-Identifier: Apache-2.0
//
// What a patch would put into an object, as far as the patch itself says: JSON patch, merge patch, strategic merge, server-side apply. Refuses
// to follow `move` and `copy`: what they put there is on the server.
// @see https://www.rfc-editor.org/rfc/rfc6902 and https://www.rfc-editor.org/rfc/rfc7386
import { type Path, removedByValue } from './removals.js';
import { isMapping, list, type Mapping, text, type Value, within } from './value.js';

/** The parts that a patch sets, at their places, and the places of what it takes away. */
export interface PatchedPart {
  readonly value: Mapping;
  readonly removed: readonly Path[];
  /** Why it can't all be told, as the end of a sentence. */
  readonly problem: string | null;
}

/** Steps in one JSON patch, and parts in one pointer. Source: the API server takes 10,000 steps; nobody writes more than a hundred. */
export const MAX_STEPS = 1_000;
const MAX_PARTS = 32;

type Draft = { [key: string]: Draft | Value };

/** Reads a JSON patch. */
export function partFromJsonPatch(steps: readonly Value[]): PatchedPart {
  const draft = Object.create(null) as Draft;
  const removed: Path[] = [];
  if (steps.length > MAX_STEPS) return { value: draft as Mapping, removed, problem: `it is a patch of more than ${MAX_STEPS} steps` };
  for (const step of steps) {
    const [op, path] = [text(within(step, 'op')), text(within(step, 'path'))];
    const parts = path === null ? null : pointer(path);
    if (op === null || parts === null) return { value: draft as Mapping, removed, problem: 'a step of the patch can not be read' };
    if (op === 'move' || op === 'copy') return { value: draft as Mapping, removed, problem: `\`${op}\` in a patch puts there what only the server knows` };
    const value = within(step, 'value') ?? null;
    if (op === 'remove') removed.push(parts);
    else if (op === 'add' || op === 'replace') {
      removed.push(...removedByValue(op, parts, value));
      put(draft, parts, value);
    } else if (op !== 'test') return { value: draft as Mapping, removed, problem: 'a step of the patch is of no known kind' };
  }
  return { value: listed(draft) as Mapping, removed, problem: null };
}

function pointer(path: string): readonly string[] | null {
  if (path !== '' && !path.startsWith('/')) return null;
  const parts = path.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.length > MAX_PARTS ? null : parts;
}

// A pointer's parts are put as keys; `listed` makes lists of those that are numbers.
function put(draft: Draft, parts: readonly string[], value: Value): void {
  if (parts.length === 0) {
    if (isMapping(value)) Object.assign(draft, value);
    return;
  }
  let at = draft;
  for (const part of parts.slice(0, -1)) {
    const next = at[part];
    const inner = isMapping(next as Value) || Array.isArray(next) ? (Object.assign(Object.create(null) as Draft, next)) : (Object.create(null) as Draft);
    at[part] = inner;
    at = inner;
  }
  const last = parts.at(-1) as string;
  // Steps that each add to the end all count.
  let key = last;
  for (let more = 0; last === '-' && Object.hasOwn(at, key); more += 1) key = String(more + 1_000_000);
  at[key] = value;
}

function listed(value: Draft | Value, depth = 0): Value {
  if (depth > MAX_PARTS * 2 || !isMapping(value as Value)) return value as Value;
  const entries = Object.entries(value as Mapping).map(([key, item]) => [key, listed(item, depth + 1)] as const);
  if (depth > 0 && entries.length > 0 && entries.every(([key]) => /^(?:-|\d{1,9})$/u.test(key))) return entries.map(([, item]) => item);
  return Object.assign(Object.create(null) as Draft, Object.fromEntries(entries)) as Mapping;
}

const RESTART = ['spec', 'template', 'metadata', 'annotations', 'kubectl.kubernetes.io/restartedAt'];

/** What a patch is for, when it does only that. */
export function purposeOf(value: Mapping): 'apply' | 'restart' | 'scale' | 'image' {
  const paths = leaves(value, []);
  if (paths.length === 0) return 'apply';
  if (paths.every((path) => path.join('\0') === RESTART.join('\0'))) return 'restart';
  if (paths.every((path) => path.join('.') === 'spec.replicas')) return 'scale';
  const images = paths.filter((path) => path.at(-1) === 'image');
  return images.length > 0 && paths.every(isImagePath) ? 'image' : 'apply';
}

// `name` is the merge key of containers; the order of elements says nothing new.
function isImagePath(path: readonly string[]): boolean {
  return /^spec\.(?:(?:jobTemplate\.spec\.)?template\.spec\.)?(?:(?:initContainers|containers)\.\[\]\.(?:image|name)|\$setElementOrder\/(?:initContainers|containers)\.\[\]\.name)$/u.test(path.join('.'));
}

function leaves(value: Value, path: readonly string[]): (readonly string[])[] {
  if (path.length > 100) return [path];
  if (Array.isArray(value)) return value.length === 0 ? [path] : list(value).flatMap((item) => leaves(item, [...path, '[]']));
  if (!isMapping(value) || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}
