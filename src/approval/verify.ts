// SPDX-License-Identifier: Apache-2.0
//
// Is this pull request an approval of a manifest, here and now? Asks the forge for everything, twice for what can move, and hands it to
// the count. Refuses to believe the pull request's own words, names that a client chose, forks, other branches, pages that do not match.
import { GateError } from '../core/errors.js';
import type { Demand, Manifest, PersonRef } from '../core/manifest.js';
import type { ReviewForge } from '../core/ports.js';
import type { ChangedPath, ForgeRepository, PullRequest, Push, Reviews, Standing } from '../core/reviews.js';
import { countReviews, type ReviewFacts, type ReviewOutcome } from './count.js';
import { FOLDER, manifestDigest, manifestPaths, parseManifest } from './manifest.js';
import type { Explain } from './notes.js';
import { ownersOfChange } from './codeowners.js';
import { renderManifest } from './render.js';
import { quoted } from './visible-text.js';

/** People whose decisions are looked into one by one. */
const MAX_REVIEWERS = 50;

export interface VerifyRequest {
  /** From the verified token, or the configuration of whoever enforces. */
  readonly repositoryId: string;
  readonly number: number;
  /** The manifest that is meant; null: the only one that the pull request adds. */
  readonly digest: string | null;
}

export interface VerifyDeps {
  readonly forge: ReviewForge;
  readonly explain: Explain;
  /** Asks the policy in force. An empty list refuses. */
  readonly demandsOf: (manifest: Manifest) => readonly Demand[];
  /** What a manifest says in other words than the policy in force; null: nothing. Asked of those that nobody vouches for: whoever may push may have written them. */
  readonly unlikePolicy: (manifest: Manifest) => string | null;
  /** Ids of accounts that put manifests up for us: only what they pushed vouches for who the requester and its prompters are. */
  readonly proposers: readonly string[];
}

/**
 * `manifest` and `digest` null: there is none that can be read. `claimedBy`: the session that used it. `isVouched`: an account of ours put it
 * up, and nobody touched it since; of any other, whoever wrote it says who prompted it and what it would do.
 */
export interface Verified {
  readonly outcome: ReviewOutcome;
  readonly manifest: Manifest | null;
  readonly digest: string | null;
  readonly pull: PullRequest;
  readonly claimedBy: string | null;
  readonly isVouched: boolean;
}

type Refused = Extract<ReviewOutcome, { kind: 'refused' }>;
const refused = (why: string, hint: string): Refused => ({ kind: 'refused', why, hint });

/** Verifies. Throws FORGE_FAILED when the forge does not answer whole, or when something moved meanwhile: then nothing runs. */
export async function verifyApproval(request: VerifyRequest, deps: VerifyDeps): Promise<Verified> {
  const { forge } = deps;
  const repository = await forge.repository(request.repositoryId);
  const pull = await forge.pull(repository, request.number);
  const place = await misplaced(repository, pull, forge);
  if (place !== null) return { outcome: place, manifest: null, digest: null, pull, claimedBy: null, isVouched: false };
  const paths = await forge.changedPaths(repository, pull);
  const found = await manifestIn({ repository, pull, paths }, request, deps);
  if ('kind' in found) return { outcome: found, manifest: null, digest: null, pull, claimedBy: null, isVouched: false };
  const { manifest, digest } = found;
  const claimedBy = await forge.claimant(repository, digest);
  const demands = deps.demandsOf(manifest);
  const { isVouched, ...facts } = await gather({ repository, pull, paths, manifest, digest, demands }, deps);
  // INVARIANT: of what people read, the rules and who may approve are the policy's words, whoever wrote the page.
  const strange = isVouched ? null : deps.unlikePolicy(manifest);
  const outcome = strange === null ? countReviews(facts, demands) : refused(`\`${manifestPaths(digest).rendering}\` ${strange}, and no account of ours put it up`, 'let `approval-gate` put the operations up again');
  return { outcome, manifest, digest, pull: facts.pull, claimedBy, isVouched };
}

// Where it is: only a pull request of the repository itself, into its protected branch, that is alone with its commit.
async function misplaced(repository: ForgeRepository, pull: PullRequest, forge: ReviewForge): Promise<Refused | null> {
  if (!repository.isProtected) return refused(`the default branch \`${repository.defaultBranch}\` is not protected, so reviews of what goes there bind nobody`, 'protect it');
  if (pull.headRepository !== repository.id) return refused(`pull request ${pull.number} comes from another repository`, 'only branches of the repository itself can be approved');
  if (pull.base !== repository.defaultBranch) return refused(`pull request ${pull.number} goes to \`${pull.base}\`, not to \`${repository.defaultBranch}\``, `set its base to \`${repository.defaultBranch}\`, and have it approved again`);
  if (pull.state === 'closed') return refused(`pull request ${pull.number} was closed without being merged`, 'open it again, or ask again; where its last comment says that all was done, there is nothing left to do');
  const others = (await forge.openAt(repository, pull.head)).filter((number) => number !== pull.number);
  return others.length === 0 ? null : refused(`pull request ${others.join(', ')} shows the same commit, so it is not plain which of them was reviewed`, 'close all but one');
}

interface Change {
  readonly repository: ForgeRepository;
  readonly pull: PullRequest;
  readonly paths: readonly ChangedPath[];
}

// INVARIANT: what is returned was read at the reviewed head, is what the page beside it shows, and has the name of its own digest.
async function manifestIn(change: Change, request: VerifyRequest, deps: VerifyDeps): Promise<{ manifest: Manifest; digest: string } | Refused> {
  const added = new Set(change.paths.filter(({ status }) => status === 'added').map(({ path }) => path));
  const candidates = [...added].filter(isManifest);
  const wanted = request.digest === null ? candidates : candidates.filter((path) => path === manifestPaths(request.digest as string).json);
  const [path] = wanted;
  if (path === undefined || wanted.length > 1) {
    return refused(`pull request ${change.pull.number} adds ${wanted.length === 0 ? 'no such manifest' : `${wanted.length} manifests`} under \`${FOLDER}\``, 'one pull request, one manifest: name the one that is meant');
  }
  const stray = change.paths.find((one) => one.status !== 'removed' && isIn(FOLDER, one.path) && !isOf(one.path, added));
  if (stray !== undefined) return refused(`pull request ${change.pull.number} also changes ${quoted(stray.path)}, beside the page that people read`, 'remove it from the branch: what looks like a page there has to be that of a manifest');
  const page = path.replace(/json$/u, 'md');
  if (!added.has(page)) return refused(`pull request ${change.pull.number} does not show \`${page}\`, the page that people read`, 'put the operations up again');
  const commits = change.pull.mergeCommit === null ? [change.pull.head] : [change.pull.head, change.pull.mergeCommit];
  let manifest: Manifest | null = null;
  for (const commit of commits) {
    const texts = [await deps.forge.file(change.repository, commit, path), await deps.forge.file(change.repository, commit, page)] as const;
    const read = readPair(texts, path, deps.explain);
    if ('kind' in read) return read;
    if (manifest !== null && manifestDigest(manifest) !== manifestDigest(read)) return refused('what was merged is not what was reviewed', 'put the operations up again');
    manifest = read;
  }
  const digest = manifestDigest(manifest as Manifest);
  if (manifestPaths(digest).json !== path || (request.digest !== null && request.digest !== digest)) return refused(`\`${path}\` holds another manifest than its name says`, 'put the operations up again');
  if ((manifest as Manifest).repository !== change.repository.id) return refused(`\`${path}\` was made for another repository`, 'put the operations up here');
  return { manifest: manifest as Manifest, digest };
}

// However a file system or a reader takes upper case.
function isIn(folder: string, path: string): boolean {
  return path.toLowerCase().startsWith(`${folder}/`);
}

// A manifest, or the page of one that is added with it.
function isOf(path: string, added: ReadonlySet<string>): boolean {
  return isManifest(path) || (added.has(path) && added.has(path.replace(/\.md$/u, '.json')) && isManifest(path.replace(/\.md$/u, '.json')));
}

// Hits `.ostiary/approvals/` and 32 hex digits; the name says nothing but where to look.
function isManifest(path: string): boolean {
  return path.startsWith(`${FOLDER}/`) && /^[0-9a-f]{32}\.json$/u.test(path.slice(FOLDER.length + 1));
}

function readPair([json, page]: readonly [string | null, string | null], path: string, explain: Explain): Manifest | Refused {
  if (json === null || page === null) return refused(`\`${path}\` and its page are not both there`, 'put the operations up again');
  try {
    const manifest = parseManifest(json);
    // The parsers of this version speak: after an update that reads something otherwise, old pages no longer hold.
    if (renderManifest(manifest, explain) !== page) return refused(`the page beside \`${path}\` does not show what the manifest says`, 'it was changed, or made by another version: put the operations up again');
    return manifest;
  } catch (thrown) {
    if (thrown instanceof GateError && (thrown.code === 'INPUT_INVALID' || thrown.code === 'DENIED')) return refused(thrown.message, thrown.hint ?? 'put the operations up again');
    throw thrown;
  }
}

interface Case extends Change {
  readonly manifest: Manifest;
  readonly digest: string;
  readonly demands: readonly Demand[];
}

async function gather(of: Case, deps: VerifyDeps): Promise<ReviewFacts & { readonly isVouched: boolean }> {
  const { forge } = deps;
  const { repository, pull, manifest } = of;
  const commits = await forge.commits(repository, pull);
  const pushes = await forge.pushes(repository, pull.branch);
  const spoken = manifest.requester.run === null ? null : await forge.prompters(repository, manifest.requester.run);
  const isVouched = await vouched(of, pushes, deps);
  // Decisions last: whatever happens to them after this is after our looking.
  const reviews = await forge.reviews(repository, pull);
  const standings = await standingsOf(reviews, repository, forge);
  const teams = await teamsOf(of.demands.flatMap((demand) => demand.teams), forge);
  const owners = of.demands.some(({ codeowners }) => codeowners) ? await ownersAmong(standings, of, forge) : new Set<string>();
  const again = await forge.pull(repository, pull.number);
  if (again.head !== pull.head || again.base !== pull.base || again.state !== pull.state || again.branch !== pull.branch || again.mergeCommit !== pull.mergeCommit) {
    throw new GateError('FORGE_FAILED', `pull request ${pull.number} changed while it was looked at`, { hint: 'run again' });
  }
  const named: readonly PersonRef[] = [...(spoken ?? []), ...(manifest.prompters ?? [])];
  // INVARIANT: who was known, or not known, when it was put up stays so: a later attempt of the run has other actors, and GitLab's pipeline none of its jobs'.
  const isKnown = isVouched && spoken !== null && manifest.prompters !== null;
  return { isVouched, pull: again, reviews, commits, pushes, proposers: deps.proposers, prompters: isKnown ? named : null, alleged: isKnown ? [] : named, standings, teams, owners };
}

// The run in a manifest is believed when the manifest came with one push of an account of ours, and was not touched since.
async function vouched({ repository, pull, digest }: Case, pushes: readonly Push[], { forge, proposers }: VerifyDeps): Promise<boolean> {
  if (proposers.length === 0) return false;
  const [commit, ...earlier] = await forge.history(repository, pull.head, manifestPaths(digest).json);
  return commit !== undefined && earlier.length === 0 && pushes.some(({ after, by }) => after === commit && by !== null && proposers.includes(by.id));
}

async function standingsOf({ decisions }: Reviews, repository: ForgeRepository, forge: ReviewForge): Promise<ReadonlyMap<string, Standing>> {
  const people = new Map(decisions.flatMap(({ by }) => (by === null || by.kind === 'bot' ? [] : [[by.id, by] as const])));
  if (people.size > MAX_REVIEWERS) throw new GateError('FORGE_FAILED', `more than ${MAX_REVIEWERS} people decided about this pull request`, { hint: 'ask again in a new one' });
  const standings = new Map<string, Standing>();
  for (const [id, account] of people) {
    const standing = await forge.standing(repository, account);
    if (standing.account.id !== id) throw new GateError('FORGE_FAILED', `the forge answered about another account than ${id}`, { hint: 'was it renamed just now? run again' });
    standings.set(id, standing);
  }
  return standings;
}

async function teamsOf(names: readonly string[], forge: ReviewForge): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const teams = new Map<string, ReadonlySet<string>>();
  for (const name of new Set(names)) teams.set(name, new Set(await forge.team(name)));
  return teams;
}

// Those who own every file that changes, as the protected branch says. A file that nobody owns is owned by nobody.
async function ownersAmong(standings: ReadonlyMap<string, Standing>, { repository, paths }: Case, forge: ReviewForge): Promise<ReadonlySet<string>> {
  const wanted = await ownersOfChange(repository, paths, forge);
  if (wanted === null) return new Set();
  const teams = await teamsOf(wanted.flat(2).filter((name) => name.includes('/')), forge);
  const owns = ({ account: { id, login } }: Standing): boolean => wanted.every((sections) => sections.length > 0
    && sections.every((owners) => owners.some((name) => (name.includes('/') ? teams.get(name)?.has(id) === true : name === login.toLowerCase()))));
  return new Set([...standings.values()].filter(owns).map(({ account }) => account.id));
}
