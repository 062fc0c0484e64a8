// SPDX-License-Identifier: Apache-2.0
//
// What a CustomResourceDefinition has no more: versions that objects are stored as or asked for by, and fields of its schema, which the server drops from an object when it is
// next written. Refuses to ask how many objects there are: that only the cluster knows.
// @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
import type { Hazard } from '../../core/model.js';
import { isMapping, list, mapping, mappingAt, text, type Value, within } from './value.js';

/** Shown of the fields that are gone. */
const MAX_FIELDS = 5;
const MAX_DEPTH = 100;

/** What a definition had before and has no more. */
export function narrowedSince(before: Value, after: Value): readonly Hazard[] {
  const [was, is] = [versionsOf(before), versionsOf(after)];
  const gone = [...was].filter(([name, version]) => !is.has(name) || (version['served'] === true && is.get(name)?.['served'] !== true)).map(([name]) => `\`${name.slice(0, 60)}\``);
  const fields = [...was].flatMap(([name, version]) => {
    const now = is.get(name);
    return now === undefined ? [] : fieldsGone(within(version, 'schema', 'openAPIV3Schema'), within(now, 'schema', 'openAPIV3Schema'), name);
  });
  return [
    ...(gone.length === 0 ? [] : [{ id: 'version-removed', detail: `its version ${gone.join(', ')} is served no more, and what is stored as it can be read no more once it is gone` }]),
    ...(fields.length === 0 ? [] : [{ id: 'schema-field-removed', detail: `the server drops ${fields.slice(0, MAX_FIELDS).map((field) => `\`${field.slice(0, 200)}\``).join(', ')}${fields.length > MAX_FIELDS ? ` and ${fields.length - MAX_FIELDS} more fields` : ''} from objects that are written` }]),
  ];
}

/** Versions that a definition has and does not serve, which says something where nobody knows what it was before. */
export function unservedIn(value: Value): readonly (readonly [id: string, detail: string])[] {
  const unserved = [...versionsOf(value)].filter(([, version]) => version['served'] === false).map(([name]) => `\`${name.slice(0, 60)}\``);
  return unserved.length === 0 ? [] : [['version-removed', `its version ${unserved.join(', ')} is not served`]];
}

function versionsOf(definition: Value): ReadonlyMap<string, ReturnType<typeof mapping>> {
  return new Map(list(within(definition, 'spec', 'versions')).flatMap((version) => {
    const name = text(within(version, 'name'));
    return name === null ? [] : [[name, mapping(version)] as const];
  }));
}

// The outermost fields that are gone, by their path.
function fieldsGone(before: Value | undefined, after: Value | undefined, path: string, depth = 0): readonly string[] {
  // Where it keeps whatever it does not know, nothing is dropped.
  if (!isMapping(before) || within(after, 'x-kubernetes-preserve-unknown-fields') === true || depth > MAX_DEPTH) return [];
  const inner = isMapping(before['items']) ? fieldsGone(before['items'], within(after, 'items'), `${path}[]`, depth + 1) : [];
  const open = isMapping(within(after, 'additionalProperties')) || within(after, 'additionalProperties') === true;
  const known = mappingAt(after, 'properties');
  return [...inner, ...Object.entries(mappingAt(before, 'properties')).flatMap(([key, schema]) => {
    if (Object.hasOwn(known, key)) return fieldsGone(schema, known[key], `${path}.${key}`, depth + 1);
    return open ? [] : [`${path}.${key}`];
  })];
}
