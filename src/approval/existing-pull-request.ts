// SPDX-License-Identifier: Apache-2.0
//
// The manifest on a pull request that is there already, so that one review is of the change and of what it would run. Files are read by the
// forge's API at the very head that then gets the manifest: nothing is checked out. Refuses pull requests that no approval could come of:
// closed ones, those of forks, those that go elsewhere. Never rewrites what others pushed.
import { GateError } from '../core/errors.js';
import { compileGlob } from '../core/glob.js';
import type { Manifest } from '../core/manifest.js';
import type { ReviewForge } from '../core/ports.js';
import type { ForgeRepository, PullRequest } from '../core/reviews.js';
import { branchesOf, FOLDER, manifestDigest, manifestPaths, manifestText } from './manifest.js';
import type { Explain } from './notes.js';
import { renderManifest } from './render.js';
import { saysTheSame } from './terms.js';
import type { Verified } from './verify.js';

/** What putting a manifest on a pull request takes. */
export interface Carrying {
  readonly forge: ReviewForge;
  readonly repository: ForgeRepository;
  readonly explain: Explain;
  /** Head that the operations were read at. */
  readonly head: string | null;
  verify(number: number): Promise<Verified>;
}

/** The files that a pull request adds and that globs name, in the order of the globs, then of their paths. Throws INPUT_INVALID, FORGE_FAILED. */
export async function addedTexts(globs: readonly string[], number: number, { forge, repository }: Pick<Carrying, 'forge' | 'repository'>): Promise<{ readonly head: string; readonly texts: readonly string[]; readonly names: readonly string[] }> {
  const pull = await forge.pull(repository, number);
  const changed = [...await forge.changedPaths(repository, pull)].sort((one, other) => (one.path < other.path ? -1 : 1));
  const fitting = new Set(globs.map((glob) => compileGlob(glob, '/')).flatMap((fits) => changed.filter(({ path, status }) => status !== 'removed' && fits(path))));
  const texts: string[] = [];
  for (const { path, status } of fitting) {
    if (status !== 'added') throw new GateError('INPUT_INVALID', `pull request ${number} changes \`${path}\`, which was there before`, { hint: 'put operations into files of their own: what a file held before has run already' });
    const text = await forge.file(repository, pull.head, path);
    if (text === null) throw new GateError('FORGE_FAILED', `\`${path}\` of pull request ${number} is not there`, { hint: 'was it pushed to just now? run again' });
    texts.push(text);
  }
  return { head: pull.head, texts, names: [...fitting].map(({ path }) => path) };
}

/**
 * Puts a manifest on a pull request, in place of one of other operations, or of one that somebody else wrote and that shows something else;
 * leaves it alone when the same is there and unused. `isNew`: it
 * was put there now, so nobody has seen it. Throws DENIED for a pull request that can't carry one, FORGE_FAILED when its branch has moved.
 */
export async function carry(manifest: Manifest, number: number, carrying: Carrying): Promise<{ readonly verified: Verified; readonly isNew: boolean }> {
  const { forge, repository, explain, head, verify } = carrying;
  const pull = await forge.pull(repository, number);
  const why = unfit(pull, repository);
  if (why !== null) throw new GateError('DENIED', `pull request ${number} ${why}, so nothing can be approved on it`, { hint: 'leave the input `pull-request` out: the operations get a pull request of their own' });
  if (head !== null && pull.head !== head) throw new GateError('FORGE_FAILED', `pull request ${number} was pushed to while its operations were read`, { hint: 'run again' });
  const there = await verify(number);
  const isThere = there.manifest !== null && there.claimedBy === null && branchesOf(there.manifest) === branchesOf(manifest);
  // INVARIANT: what people read was written by us, or says what we would say: whoever may push here may have written it.
  if (isThere && (there.isVouched || saysTheSame(there.manifest as Manifest, manifest))) return { verified: there, isNew: false };
  const paths = manifestPaths(manifestDigest(manifest));
  const removed = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && isOurs(path) && path !== paths.json && path !== paths.rendering).map(({ path }) => path);
  await forge.addTo(repository, pull, {
    title: 'Put what this would run up for approval', removed,
    files: [{ path: paths.json, text: manifestText(manifest) }, { path: paths.rendering, text: renderManifest(manifest, explain) }],
  });
  const verified = await verify(number);
  // What else is there has to go first: running again would not help.
  if (verified.digest === null && verified.outcome.kind === 'refused') throw new GateError('DENIED', verified.outcome.why, { hint: verified.outcome.hint });
  if (verified.digest !== manifestDigest(manifest)) throw new GateError('FORGE_FAILED', `pull request ${number} changed while the manifest was put on it`, { hint: 'run again' });
  return { verified, isNew: true };
}

function unfit({ state, headRepository, base, branch }: PullRequest, { id, defaultBranch }: ForgeRepository): string | null {
  if (state !== 'open') return `is ${state}`;
  if (headRepository !== id) return 'comes from another repository';
  if (base !== defaultBranch) return `goes to \`${base}\`, not to \`${defaultBranch}\``;
  return branch === defaultBranch ? 'shows the default branch itself' : null;
}

// Hits `.ostiary/approvals/`, 32 hex digits, `.json` or `.md`: names that manifests and their pages have, and nothing else.
function isOurs(path: string): boolean {
  return path.startsWith(`${FOLDER}/`) && /^[0-9a-f]{32}\.(?:json|md)$/u.test(path.slice(FOLDER.length + 1));
}
