// SPDX-License-Identifier: Apache-2.0
//
// The Pod Security Standards: which controls a pod breaks, by version of the standard. Refuses nothing; the pack and the policy say which level
// a cluster is held to. A field of the wrong kind counts as broken, since what a server makes of it can't be told.
// @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
import type { Hazard } from '../../core/model.js';
import { BASELINE } from './baseline.js';
import type { Pod } from './pod.js';
import { RESTRICTED } from './restricted.js';

/** Newest version of the standard that is known here: v1.37. */
const LATEST = 37;

/** One control. `broken`: what breaks it in a pod, null when nothing does. `minor` is that of the version, 25 for v1.25. */
export interface Control {
  readonly id: string;
  /** Since which version it is asked for. */
  readonly since: number;
  broken(pod: Pod, minor: number): string | null;
}

/** Controls that a pod breaks. Ids: `pod-security.baseline.host-ports`. The restricted level asks for all of baseline, too. */
export function podSecurityHazards(pod: Pod, minor = LATEST): readonly Hazard[] {
  return [...level('baseline', BASELINE, pod, minor), ...level('restricted', RESTRICTED, pod, minor)];
}

function level(name: string, controls: readonly Control[], pod: Pod, minor: number): Hazard[] {
  return controls.flatMap(({ id, since, broken }) => {
    const detail = minor < since ? null : broken(pod, minor);
    return detail === null ? [] : [{ id: `pod-security.${name}.${id}`, detail }];
  });
}
