// SPDX-License-Identifier: Apache-2.0
//
// Whom a verifier believes of those who sign without a key: a trusted root from a file, a name and an issuer. Refuses two of the three
// without the third, to fetch a root, and to take any of them from what is to be verified.
import { readFile } from 'node:fs/promises';
import { GateError, messageOf } from '../core/errors.js';
import type { Host } from '../core/ports.js';
import { githubIssuer } from '../identity/issuers.js';
import type { SigstoreTrust } from '../record/bundle.js';

/** Whom to expect, as a verifier says it; null: not said. `trustedRoot`: path of a file. */
export interface ExpectedSigner {
  readonly trustedRoot: string | null;
  readonly identity: string | null;
  readonly issuer: string | null;
}

/** The trust that this amounts to; null: none of it was said. `called`: how one of them is named to whoever gave it. Throws INPUT_INVALID. */
export async function sigstoreTrust({ trustedRoot, identity, issuer }: ExpectedSigner, called: (name: string) => string): Promise<SigstoreTrust | null> {
  if (trustedRoot === null && identity === null && issuer === null) return null;
  const missing = (name: string): GateError => new GateError('INPUT_INVALID', `${called(name)} is missing: a bundle of Sigstore is worth what its verifier expects`, { hint: 'for example identity `https://github.com/acme/shop/**`, issuer `https://token.actions.githubusercontent.com`, trusted-root `trusted_root.jsonl`' });
  if (trustedRoot === null) throw missing('trusted-root');
  if (identity === null) throw missing('identity');
  if (issuer === null) throw missing('issuer');
  const { readTrustedRoots } = await import('../record/trusted-root.js');
  const text = await readFile(trustedRoot, 'utf8').catch((cause: unknown) => {
    throw new GateError('INPUT_INVALID', `the trusted root \`${trustedRoot}\` can not be read: ${messageOf(cause)}`, { cause, hint: 'write one with `gh attestation trusted-root`' });
  });
  return { roots: await readTrustedRoots(text), identity, issuer };
}

/** Who signs in this job: its own workflow, by variables that GitHub sets and no step can change. Elsewhere nobody is known. */
export function signerOfJob(host: Pick<Host, 'kind' | 'facts'>): Pick<ExpectedSigner, 'identity' | 'issuer'> {
  const { server_url: server, workflow_ref: workflow } = host.facts();
  if (host.kind !== 'github' || server === undefined || workflow === undefined) return { identity: null, issuer: null };
  return { identity: `${server}/${workflow}`, issuer: githubIssuer(server).issuer };
}
