// SPDX-License-Identifier: Apache-2.0
//
// The operation digest, v1: what an approval is bound to, and what a change set is made of.
import { canonicalJson, textDigest } from './canonical.js';
import type { ManifestOperation } from './manifest.js';
import type { Operation } from './model.js';

/** Hex SHA-256. Two operations have the same digest exactly when the same bytes are asked of the same target under the same settings. */
export function operationDigest(operation: Operation): string {
  return digestOf({ ...identity(operation), bytes: operation.facts.text });
}

/** The same digest for an operation as a manifest holds it. */
export function listedDigest(operation: ManifestOperation): string {
  return digestOf({ ...identity(operation), bytes: operation.bytes });
}

type Identity = Pick<ManifestOperation, 'kind' | 'resource' | 'parameters' | 'data' | 'settings'>;

// A copy, field by field: an operation may compute its parameters when asked.
function identity({ kind, resource, parameters, data, settings }: Identity): Identity {
  return { kind, resource, parameters, data, settings };
}

// Written out, member by member in the order of RFC 8785: a change has thousands of operations. A test compares it with `canonicalJson`.
function digestOf({ kind, resource, bytes, parameters, data, settings }: Identity & { readonly bytes: string }): string {
  const bound = parameters.length === 0 ? '[]' : canonicalJson(parameters.map(({ type, format, value }) => ({ type, format, value })));
  const place = `{"name":${canonicalJson(resource.name)},"target":${canonicalJson(resource.target)}}`;
  return textDigest('ostiary-operation-v1', `{"bytes":${canonicalJson(bytes)},"data":${canonicalJson(data)},"kind":${canonicalJson(kind)},"parameters":${bound},"resource":${place},"settings":${canonicalJson({ ...settings })}}`);
}
