// SPDX-License-Identifier: Apache-2.0
//
// Which pull requests could approve an operation: by number, by the commit that the job runs for, or among those that are under review.
// Only a way to look: refuses to say that anything is approved.
import { GateError } from '../core/errors.js';
import type { ReviewForge } from '../core/ports.js';
import type { ForgeRepository, PullRequest } from '../core/reviews.js';
import { BRANCH_PREFIX, FOLDER, askedDigests, parseManifest } from './manifest.js';

/** Pull requests under review that are looked into, the newest first: what one look may take of a forge's hourly limit. */
const MAX_LOOKED_AT = 100;

/** Files of a pull request that GitHub lists; GitLab says no number when there are more than it lists. */
const MAX_FILES = 3_000;

/** A pull request that somebody named. `path`: of the repository in its address; null when only a number was given. */
export interface NamedPull {
  readonly number: number;
  readonly path: string | null;
}

/** Reads `7`, `#7`, `!7` or the address of a pull request. `input`: where it was written. Throws INPUT_INVALID. */
export function namedPull(text: string, input = 'approval'): NamedPull {
  // Hits `#7` and `https://github.com/acme/shop/pull/7/files`; misses `https://github.com/acme/shop`.
  const number = /^[#!]?([1-9]\d{0,9})$/u.exec(text);
  if (number !== null) return { number: Number(number[1]), path: null };
  const address = /^https?:\/\/[^/?#]+\/(.+?)\/(?:-\/merge_requests|pull)\/([1-9]\d{0,9})(?:[/?#].*)?$/u.exec(text);
  if (address === null) throw new GateError('INPUT_INVALID', `input \`${input}\` is \`${text}\``, { hint: 'write the number or the address of the pull request' });
  return { number: Number(address[2]), path: address[1] as string };
}

/** Where approvals are looked for. `commit`: that the job runs for, from its verified token. */
export interface Lookout {
  readonly forge: ReviewForge;
  readonly repositoryId: string;
  readonly approval: NamedPull | null;
  readonly commit: string | null;
}

/** A pull request and the operations that its manifest lists. */
export interface Candidate {
  readonly number: number;
  readonly url: string;
  readonly digests: readonly string[];
}

/** What a pull request lists at a head, by both: it stays as it is, so a session asks once. */
export type Listed = Map<string, readonly string[]>;

/** The candidates, what was named or merged first, then the newest. `known` is added to. Throws FORGE_FAILED. */
export async function candidates({ forge, repositoryId, approval, commit }: Lookout, known: Listed): Promise<readonly Candidate[]> {
  const repository = await forge.repository(repositoryId);
  const listed = async (pulls: readonly PullRequest[]): Promise<readonly Candidate[]> => {
    const found: Candidate[] = [];
    for (const pull of pulls) {
      const key = `${pull.number} ${pull.head}`;
      const digests = known.get(key) ?? await digestsOf(pull, repository, forge);
      // Nothing may mean that the forge does not show the push yet.
      if (digests.length > 0) known.set(key, digests);
      found.push({ number: pull.number, url: pull.url, digests });
    }
    return found;
  };
  if (approval !== null) return listed([await forge.pull(repository, numberIn(repository, approval))]);
  const merged = commit === null ? null : await forge.mergedAs(repository, commit);
  const first = merged === null ? [] : [await forge.pull(repository, merged)];
  const others = [...await forge.underReview(repository, BRANCH_PREFIX)].filter(({ number }) => number !== merged).sort((one, other) => other.number - one.number);
  return listed([...first, ...others.slice(0, MAX_LOOKED_AT)].filter(isListed));
}

/** False: its files are more than a forge lists, so nothing on it can be verified. One that nobody named must not keep the others from being found. */
export function isListed({ files }: PullRequest): boolean {
  return files !== null && files <= MAX_FILES;
}

/** The number of a pull request that somebody named. Throws INPUT_INVALID when its address is of another repository. */
export function numberIn(repository: ForgeRepository, { number, path }: NamedPull): number {
  if (path === null || isAt(path, repository)) return number;
  throw new GateError('INPUT_INVALID', `the approval is at \`${path}\`, and this job is of \`${repository.path}\``, { hint: 'approvals count in their own repository only' });
}

// A forge below a path (`https://host/git/acme/shop`) has more in front; so has a project in a group of the same name in another group.
function isAt(path: string, { url }: ForgeRepository): boolean {
  return URL.canParse(url) && new URL(url).pathname.toLowerCase() === `/${path.toLowerCase()}`;
}

async function digestsOf(pull: PullRequest, repository: ForgeRepository, forge: ReviewForge): Promise<readonly string[]> {
  const paths = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && path.startsWith(`${FOLDER}/`) && path.endsWith('.json'));
  const texts = await Promise.all(paths.map(({ path }) => forge.file(repository, pull.head, path)));
  return texts.flatMap(digestsIn);
}

// What can't be read lists nothing: whoever verifies says why.
function digestsIn(text: string | null): readonly string[] {
  try {
    return text === null ? [] : askedDigests(parseManifest(text));
  } catch {
    return [];
  }
}
