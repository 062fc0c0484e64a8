// SPDX-License-Identifier: Apache-2.0
//
// Other languages inside a script: SQL that a client sends, manifests that go to a cluster. Each is read by its own parser, and what it finds becomes part
// of the command's draft. Refuses to call text known that has holes in it: SQL is unknown then, of manifests what is there is told.
import type { Access, Reader } from '../../core/model.js';
import type { Draft } from './draft.js';
import { HOLE, isKnown, shown } from './text.js';

/** SQL that a client would send. */
export function adoptSql(text: string, draft: Draft, read: Reader): void {
  if (!isKnown(text)) {
    draft.unknown('the SQL is known only when it runs');
    return;
  }
  for (const { facts } of read(text)) {
    draft.adopt(facts.accesses);
    for (const { id, detail } of facts.hazards) draft.hazard(id, detail);
    for (const why of [...facts.forbidden, ...facts.unknown]) draft.unknown(why);
    if (facts.accesses.some(({ effect }) => effect === 'destroy')) draft.hazard('data-destroy', `${facts.statement} loses data or definitions`);
  }
}

/** Hazards of a pod with which it gets at its node. */
const ESCAPES: ReadonlySet<string> = new Set(['pod-security.baseline.privileged', 'pod-security.baseline.host-process', 'pod-security.baseline.host-namespaces', 'host-path-sensitive', 'volume-host-path', 'capabilities-dangerous']);
const RIGHTS: ReadonlySet<string> = new Set(['rbac.cluster-admin', 'rbac.everything', 'rbac.escalate', 'rbac.bind', 'rbac.impersonate', 'rbac.everybody']);
const PLACEHOLDER = 'known-when-it-runs';

/** Manifests, or one request, that would go to a cluster. */
export function adoptManifests(text: string, draft: Draft, read: Reader): void {
  const known = isKnown(text);
  for (const { facts } of read(shown(text.replaceAll(HOLE, PLACEHOLDER)))) {
    for (const { id, detail } of facts.hazards) draft.hazard(id, detail);
    if (facts.hazards.some(({ id }) => ESCAPES.has(id))) draft.hazard('container-escape', 'a pod of the manifest gets at the node that it runs on');
    if (facts.hazards.some(({ id }) => RIGHTS.has(id))) draft.hazard('account-change', 'the manifest hands out rights over the cluster');
    if (!known) continue;
    draft.adopt(facts.accesses.filter(({ effect }: Access) => effect !== 'unknown'));
    for (const why of facts.unknown) draft.unknown(why);
  }
}
