// SPDX-License-Identifier: Apache-2.0
//
// What both forges have to say alike of a policy file: its size, its text, the sentences of their errors. Refuses what is not UTF-8, and
// paths that could mean another file.
import { GateError } from '../core/errors.js';

/** A policy is text that people review; a larger file is something else. */
export const MAX_POLICY_BYTES = 512 * 1024;

/** `hint` is the next step: a setting, a permission, a line of the workflow. */
export function forgeFailed(message: string, hint: string, cause?: unknown): GateError {
  return new GateError('FORGE_FAILED', message, { hint, cause });
}

/** The bytes as text; throws FORGE_FAILED when they are no text or too many. */
export function policyText(bytes: Uint8Array, path: string): string {
  if (bytes.byteLength > MAX_POLICY_BYTES) throw tooLarge(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (cause) {
    throw forgeFailed(`\`${path}\` is not UTF-8 text`, 'save it as UTF-8', cause);
  }
}

/** The error for a policy file beyond what is read of one. */
export function tooLarge(path: string): GateError {
  return forgeFailed(`\`${path}\` is larger than ${MAX_POLICY_BYTES} bytes`, 'move what several repositories share into a pack (`extends:`)');
}

/** What people call a policy that is not where it is looked for: another ending, another case, another folder, no folder at all. */
const MEANT = [
  // Hits `.ostiary/policy.yaml`, `.Ostiary/Policy.yml`, `ostiary/policies.yml`, `app/.ostiary/policy.yml`; misses `.ostiary/policy.test.yml`.
  /(?:^|\/)\.?ostiary\/polic(?:y|ies)(?:\.ya?ml|\.json|\.txt)?$/iu,
  // Hits `.ostiary.yml`, `.github/ostiary.yaml`.
  /(?:^|\/)\.?ostiary\.ya?ml$/iu,
  // Hits `policy.yml`, `.github/policy.yml`; misses `charts/policy.yml`, which is somebody else's.
  /^(?:\.github\/|\.gitlab\/)?policy\.ya?ml$/iu,
];
const MAX_MEANT = 2;

/** Of the files that are there, those that somebody may have meant as the policy, the likeliest first. */
export function meantAsPolicy(path: string, present: readonly string[]): readonly string[] {
  const ranked = present.map((candidate) => ({ candidate, rank: MEANT.findIndex((pattern) => pattern.test(candidate)) })).filter(({ candidate, rank }) => rank !== -1 && candidate !== path);
  return ranked.sort((a, b) => a.rank - b.rank || a.candidate.length - b.candidate.length).slice(0, MAX_MEANT).map(({ candidate }) => candidate);
}

/** The next step for who meant one of these files; null: nothing like it is there. */
export function renameHint(path: string, present: readonly string[]): string | null {
  const meant = meantAsPolicy(path, present);
  return meant.length === 0 ? null : `there is ${meant.map((one) => `\`${printable(one)}\``).join(' and ')}: it has to be \`${path}\`, exactly so`;
}

// Names of files are anybody's text; a message is one line.
function printable(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}`]/gu, '?').slice(0, 200);
}

/** Throws INPUT_INVALID unless it is a plain relative path, `.ostiary/policy.yml`. */
export function checkPath(path: string): void {
  const plain = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/u.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
  if (!plain) throw new GateError('INPUT_INVALID', `\`${path}\` is not a plain path inside a repository`, { hint: 'for example `.ostiary/policy.yml`' });
}

/** Throws IDENTITY_UNTRUSTED unless it is a numeric id, as verified tokens hold them. */
export function checkId(repositoryId: string): void {
  if (/^[1-9][0-9]{0,18}$/u.test(repositoryId)) return;
  throw new GateError('IDENTITY_UNTRUSTED', 'the verified token names no repository by a numeric id', { hint: 'only tokens of a CI job do; there is no policy to read for others' });
}
