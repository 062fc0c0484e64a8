// SPDX-License-Identifier: Apache-2.0
//
// What must not be put on a pull request, which is read by many: tokens and keys, in whatever of an operation is shown there, and values that meet
// protected columns, written out or bound. Refuses to tell a harmless parameter from the one that meets such a column: all of them count.
import type { Inspect } from '../approval/manifest.js';
import type { Parameter, Principal, StatementFacts } from '../core/model.js';
import { ProtectedColumns } from '../mask/columns.js';
import type { Policy } from '../policy/model.js';
import type { ManifestPolicy } from './manifest-policy.js';
import { secretsWith } from './secret-detection.js';

/** Names what an operation holds that may not be published, under a policy and for whoever asks. */
export function unpublishable({ policy, principal }: { readonly policy: Pick<Policy, 'detectors' | 'masks'>; readonly principal: Pick<Principal, 'names'> }, asked: Pick<ManifestPolicy, 'factsOf'>): Inspect {
  const secretsIn = secretsWith(policy.detectors);
  return (operation) => {
    const texts = [operation.bytes, ...operation.parameters.flatMap(textsOf), ...Object.values(operation.settings)];
    const secrets = [...new Set(texts.flatMap((text) => secretsIn(text)).map(({ name }) => `a secret (${name})`))];
    if (operation.kind !== 'sql') return secrets;
    const facts = asked.factsOf(operation) as StatementFacts;
    // Every literal is replaced in it, and no value comes beside it.
    if (facts.redacted === facts.text && operation.parameters.every(({ value }) => value === null)) return secrets;
    const columns = new ProtectedColumns(policy.masks(operation.resource.name, principal.names));
    const met = [
      ...facts.flows.map(({ target }) => target),
      ...facts.accesses.flatMap(({ effect, object, columns: touched, filtered }) => (object === null ? [] : [...filtered, ...(effect === 'read' ? [] : touched)].map((column) => ({ relation: object, column })))),
    ].filter(({ relation, column }) => columns.styleOf(relation, column, null) !== null);
    return [...secrets, ...new Set(met.map(({ relation, column }) => `a value for \`${relation}.${column}\``))];
  };
}

// As it is shown, and what the bytes of a bytea say; a byte that begins no character is a character of its own, so that it hides nothing around it.
function textsOf({ type, value }: Parameter): readonly string[] {
  if (value === null) return [];
  const read = (bytes: Buffer): string => {
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : bytes.toString('latin1');
  };
  const text = read(Buffer.from(value, 'base64'));
  // Hits `\\x6768` (bytea in the text format), misses `\\000`.
  const hex = type === 'pg_catalog.bytea' ? /^\\x((?:[0-9a-f]{2})+)$/iu.exec(text)?.[1] : undefined;
  return hex === undefined ? [text] : [text, read(Buffer.from(hex, 'hex'))];
}
