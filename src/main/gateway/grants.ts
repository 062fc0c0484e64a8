// SPDX-License-Identifier: Apache-2.0
//
// Which resources a caller may connect to at all: those on which some rule of the operator's could let it do something. Refuses to tell
// resources that are not granted from those that do not exist.
import { GateError } from '../../core/errors.js';
import { trustOf } from '../../identity/issuers.js';
import type { Policy } from '../../policy/model.js';
import type { Caller } from '../../server/session-record.js';
import { operatorPrincipal } from './callers.js';
import type { GatewayConfig } from './config.js';

/** The resources that a session is for: those named, or the only one that is granted. Throws DENIED, INPUT_INVALID. */
function chosenResources(policy: Policy, names: readonly string[], wanted: readonly string[]): readonly string[] {
  const granted = Object.values(policy.resources).filter(({ name, type }) => type === 'postgres' && policy.grants(name, names)).map(({ name }) => name);
  const all = granted.length === 0 ? 'none' : granted.join(', ');
  if (wanted.length === 0) {
    if (granted.length === 1) return granted;
    if (granted.length === 0) throw new GateError('DENIED', `the gateway grants nothing to ${names.join(', ')}`, { hint: 'have its operator write a rule that allows something' });
    throw new GateError('INPUT_INVALID', 'the gateway grants several resources, so the run has to name one', { hint: `add \`--resource NAME\`: ${all}` });
  }
  for (const name of wanted) {
    // In the same words whether or not there is such a resource: who may not have it need not know.
    if (!granted.includes(name)) throw new GateError('DENIED', `the gateway grants no resource \`${name}\` to this job`, { hint: `it grants: ${all}` });
  }
  return [...new Set(wanted)];
}

/**
 * The same for a caller under the operator's file as it is now: of an issuer that it names, with an identity that it has. Throws DENIED,
 * INPUT_INVALID.
 */
export function grantedTo(caller: Caller, wanted: readonly string[], { policy, issuers, providers }: GatewayConfig): readonly string[] {
  const known = trustOf(issuers.map(({ trusted }) => trusted), caller.issuer) !== null || providers.some(({ issuer }) => issuer === caller.issuer);
  if (!known) throw new GateError('DENIED', `the gateway trusts no issuer \`${caller.issuer}\``, { hint: 'have its operator add it to `issuers`' });
  const { names } = operatorPrincipal(caller, policy);
  if (names.length === 0) throw new GateError('DENIED', 'the job satisfies none of the identities of this gateway', { hint: `have its operator add one to \`identities\`: its ${caller.kind === 'saml' ? 'assertion (an identity with `saml`)' : 'token'} says issuer=${caller.issuer} subject=${caller.subject}` });
  return chosenResources(policy, names, wanted);
}
