// SPDX-License-Identifier: Apache-2.0
//
// Whether a forge keeps the tag of a claim where it is: whoever can remove or move it can have an approval used again. Refuses to take silence
// for safety, and patterns that it does not understand for ones that cover a claim.
// @see https://docs.github.com/rest/repos/rules  @see https://docs.gitlab.com/api/protected_tags/
import { manual } from '../core/documentation-links.js';
import type { ClaimsGuard } from '../core/reviews.js';
import { garbled } from './answer.js';
import type { Asked } from './branch-review.js';
import { claimTag } from './claim.js';
import { forgeFailed } from './policy-file.js';

const GITHUB_FIX = `Settings, Rules, Rulesets: a tag ruleset, active, for \`ostiary/claims/**\` that restricts updates and deletions, with nobody on its bypass list (${manual('docs/approvals.md')})`;
const GITLAB_FIX = `Settings, Repository, Protected tags: \`ostiary/claims/*\`, allowed to create: the account of the enforcer (${manual('docs/approvals.md')})`;
/** Without the first a claim can be taken away, without the second be given to another session. */
const NEEDED = { deletion: 'removed', update: 'moved' } as const;
/** Rulesets that are looked into. */
const MAX_RULESETS = 50;
/** Any claim: the rules have to cover both ends. */
const ANY = ['0'.repeat(64), 'f'.repeat(64)];

/** On GitHub, by its rulesets. `ask`: a path of the API, as whoever enforces. `digests`: of claims, or those of any. */
export async function githubClaimsGuard(repository: string, ask: (path: string) => Promise<Asked>, digests: readonly string[] = ANY): Promise<ClaimsGuard> {
  const list = await ask(`/repos/${repository}/rulesets?targets=tag&per_page=100`);
  if (list.status !== 200) return { kind: 'not-known', why: `the token does not show the rulesets for tags (${list.status}): it would have to read the repository (\`metadata: read\`), of a plan that has rulesets` };
  if (!Array.isArray(list.body)) throw garbled('the rulesets for tags', 'it is no list');
  const ids = list.body.filter((one) => at(one, 'target') === 'tag' && at(one, 'enforcement') === 'active').map((one) => at(one, 'id'));
  if (ids.length > MAX_RULESETS) return { kind: 'not-known', why: `there are more than ${MAX_RULESETS} rulesets for tags` };
  const rulesets = await Promise.all(ids.map((id) => ask(`/repos/${repository}/rulesets/${Number(id)}`)));
  const covering = rulesets.filter(({ status, body }) => status === 200 && digests.every((digest) => covers(body, `refs/tags/${claimTag(digest)}`)));
  const unread = rulesets.some(({ status }) => status !== 200);
  for (const [rule, what] of Object.entries(NEEDED)) {
    const keeping = covering.filter(({ body }) => rulesOf(body).some((one) => at(one, 'type') === rule));
    const firm = keeping.filter(({ body }) => at(body, 'current_user_can_bypass') === 'never');
    if (firm.length > 0) continue;
    const loose = keeping.find(({ body }) => at(body, 'current_user_can_bypass') !== undefined);
    if (loose === undefined && unread) throw forgeFailed('a ruleset for tags that GitHub lists could not be read', 'run again; the token needs `metadata: read`');
    if (loose === undefined && keeping.length > 0) return { kind: 'not-known', why: 'GitHub does not tell this token whether it may bypass the ruleset for tags' };
    return { kind: 'open', fix: GITHUB_FIX, why: loose === undefined ? `nothing keeps the tags \`ostiary/claims/*\` from being ${what} by whoever may push, so an approval could be used again` : `this token may bypass the ruleset \`${String(at(loose.body, 'name'))}\`, so with it a tag \`ostiary/claims/*\` can be ${what}, and an approval be used again` };
  }
  // GitHub leaves `bypass_actors` out for whoever may not change the ruleset.
  const around = covering.filter(({ body }) => rulesOf(body).some((one) => String(at(one, 'type')) in NEEDED)).flatMap(({ body }) => (listAt(body, 'bypass_actors').length > 0 ? [String(at(body, 'name'))] : []));
  return { kind: 'kept', around };
}

/** On GitLab, by its protected tags, which only maintainers can remove. `ask`: a path of the API. */
export async function gitlabClaimsGuard(project: string, ask: (path: string) => Promise<Asked>, digests: readonly string[] = ANY): Promise<ClaimsGuard> {
  const { status, body } = await ask(`/projects/${encodeURIComponent(project)}/protected_tags?per_page=100`);
  if (status !== 200) return { kind: 'not-known', why: `the token does not show the protected tags (${status}): it would have to read the project's settings (\`read_api\`, Maintainer)` };
  if (!Array.isArray(body)) throw garbled('the protected tags', 'it is no list');
  const patterns = body.map((one) => String(at(one, 'name')));
  if (digests.every((digest) => patterns.some((pattern) => wild(pattern, '.*').test(claimTag(digest))))) return { kind: 'kept', around: [] };
  return { kind: 'open', fix: GITLAB_FIX, why: 'the tags `ostiary/claims/*` are not protected, so whoever may push can remove one, and an approval be used again' };
}

/** What to set at GitLab when a claim turns out to be unprotected. */
export function gitlabClaimsFix(): string {
  return GITLAB_FIX;
}

function covers(ruleset: unknown, ref: string): boolean {
  const names = at(at(ruleset, 'conditions'), 'ref_name');
  const fits = (pattern: unknown, unclear: boolean): boolean => (pattern === '~ALL' ? true : matches(String(pattern), ref) ?? unclear);
  return listAt(names, 'include').some((pattern) => fits(pattern, false)) && !listAt(names, 'exclude').some((pattern) => fits(pattern, true));
}

// As Ruby's fnmatch with FNM_PATHNAME, which GitHub uses: `*` stays within a part, `**` as a whole part before others is any number of them.
// Null: what is not understood.
function matches(pattern: string, ref: string): boolean | null {
  if (/[?[\]{}\\~]/u.test(pattern)) return null;
  const walk = (parts: readonly string[], names: readonly string[]): boolean => {
    const [part, ...rest] = parts;
    if (part === undefined) return names.length === 0;
    if (part === '**' && rest.length > 0) return walk(rest, names) || (names.length > 0 && walk(parts, names.slice(1)));
    const [name, ...others] = names;
    return name !== undefined && wild(part, '[^/]*').test(name) && walk(rest, others);
  };
  return walk(pattern.split('/'), ref.split('/'));
}

function wild(pattern: string, star: string): RegExp {
  return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join(star)}$`, 'u');
}

function rulesOf(ruleset: unknown): readonly unknown[] {
  return listAt(ruleset, 'rules');
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
