export const id = 1422;
export const ids = [1422];
export const modules = {

/***/ 26953:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   Xi: () => (/* binding */ candidates),
/* harmony export */   rL: () => (/* binding */ namedPull)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46443);
// SPDX-License-Identifier: Apache-2.0
//
// Which pull requests could approve an operation: by number, by the commit that the job runs for, or among those that are under review.
// Only a way to look: refuses to say that anything is approved.


/** Pull requests under review that are looked into, the newest first. */
const MAX_LOOKED_AT = 30;
/** Reads `7`, `#7`, `!7` or the address of a pull request. `input`: where it was written. Throws INPUT_INVALID. */
function namedPull(text, input = 'approval') {
    // Hits `#7` and `https://github.com/acme/shop/pull/7/files`; misses `https://github.com/acme/shop`.
    const number = /^[#!]?([1-9]\d{0,9})$/u.exec(text);
    if (number !== null)
        return { number: Number(number[1]), path: null };
    const address = /^https?:\/\/[^/?#]+\/(.+?)\/(?:-\/merge_requests|pull)\/([1-9]\d{0,9})(?:[/?#].*)?$/u.exec(text);
    if (address === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${input}\` is \`${text}\``, { hint: 'write the number or the address of the pull request' });
    return { number: Number(address[2]), path: address[1] };
}
/** The candidates, what was named or merged first, then the newest. Throws FORGE_FAILED. */
async function candidates({ forge, repositoryId, approval, commit }) {
    const repository = await forge.repository(repositoryId);
    if (approval !== null) {
        return listed([await forge.pull(repository, numberIn(repository, approval))], repository, forge);
    }
    const merged = commit === null ? null : await forge.mergedAs(repository, commit);
    const first = merged === null ? [] : [await forge.pull(repository, merged)];
    const others = [...await forge.underReview(repository, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .BRANCH_PREFIX */ .sM)].filter(({ number }) => number !== merged).sort((one, other) => other.number - one.number);
    return listed([...first, ...others.slice(0, MAX_LOOKED_AT)], repository, forge);
}
/** The number of a pull request that somebody named. Throws INPUT_INVALID when its address is of another repository. */
function numberIn(repository, { number, path }) {
    if (path === null || isAt(path, repository))
        return number;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `the approval is at \`${path}\`, and this job is of \`${repository.path}\``, { hint: 'approvals count in their own repository only' });
}
// A forge below a path (`https://host/git/acme/shop`) has more in front; so has a project in a group of the same name in another group.
function isAt(path, { url }) {
    return URL.canParse(url) && new URL(url).pathname.toLowerCase() === `/${path.toLowerCase()}`;
}
async function listed(pulls, repository, forge) {
    const found = [];
    for (const pull of pulls) {
        const paths = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && path.startsWith(`${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7}/`) && path.endsWith('.json'));
        const texts = await Promise.all(paths.map(({ path }) => forge.file(repository, pull.head, path)));
        found.push({ number: pull.number, url: pull.url, digests: texts.flatMap(digestsIn) });
    }
    return found;
}
// What can't be read lists nothing: whoever verifies says why.
function digestsIn(text) {
    try {
        return text === null ? [] : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .askedDigests */ .ek)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(text));
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 63540:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ countReviews)
});

;// CONCATENATED MODULE: ./lib/approval/push-chain.js
/** Commits that came to the branch by no push that is known; empty: all of it is known, from its creation to `head`. `pushes`: the newest first. */
function gapsIn(pushes, head) {
    const reached = new Set([head]);
    const gaps = [];
    let isFromTheStart = false;
    // Grows while it is walked.
    for (const at of reached) {
        const leading = pushes.filter(({ after }) => after === at);
        if (leading.length === 0)
            gaps.push(at);
        for (const { before } of leading) {
            if (before === null)
                isFromTheStart = true;
            else
                reached.add(before);
        }
        // Behind a gap it goes on with what is known: there may be others further back, of somebody else.
        const next = gaps.length === 0 || [...reached].at(-1) !== at ? undefined : pushes.find(({ after }) => after !== null && !reached.has(after))?.after;
        if (next !== undefined && next !== null)
            reached.add(next);
    }
    // Pushed away and back in a circle: how the first of them came is not known.
    return gaps.length > 0 || isFromTheStart ? gaps : [head];
}

// EXTERNAL MODULE: ./lib/approval/show.js
var show = __webpack_require__(75390);
;// CONCATENATED MODULE: ./lib/approval/count.js


/** Counts. `demands`: what the policy in force asks for these operations; every one has to be met. */
function countReviews(facts, demands) {
    const refusal = refusalOf(facts, demands);
    if (refusal !== null)
        return { kind: 'refused', ...refusal };
    const now = timeOf(facts.pull.now);
    const notCounted = [];
    const candidates = candidatesOf(facts, now, notCounted);
    const unknown = unknownPeople(facts);
    const missing = objections(facts, demands);
    const counted = new Map();
    let expires = Infinity;
    for (const demand of demands) {
        const { people, expiresAt, late } = meeting(demand, candidates, facts, now);
        const needed = demand.count + unknown.length;
        for (const { account, at } of late)
            notCounted.push({ person: account, why: `approved at ${iso(at)}, which for \`${demand.rule}\` has expired` });
        if (people.length < needed)
            missing.push({ rule: demand.rule, what: lacking(demand, needed - people.length, unknown) });
        for (const { account } of people)
            counted.set(account.id, { id: account.id, login: account.login });
        expires = Math.min(expires, expiresAt);
    }
    for (const { account } of candidates)
        if (!counted.has(account.id) && !notCounted.some(({ person }) => person?.id === account.id))
            notCounted.push({ person: account, why: 'is not named by a rule that asks' });
    if (missing.length > 0)
        return { kind: 'pending', missing, counted: [...counted.values()], notCounted };
    return { kind: 'approved', by: [...counted.values()], expiresAt: iso(expires), notCounted };
}
function refusalOf({ pull, reviews: { binding, decisions } }, demands) {
    if (demands.length === 0)
        return { why: 'no rule says who may approve this', hint: 'name people under `approvers` in the policy' };
    const nobody = demands.find(({ users, teams, codeowners }) => users.length === 0 && teams.length === 0 && !codeowners);
    if (nobody !== undefined)
        return { why: `\`${nobody.rule}\` asks for a review and the policy names nobody who may give it`, hint: 'name users, teams or `codeowners: true` under `approvers`' };
    if (demands.some(({ count, expiresSeconds }) => !(count >= 1) || !(expiresSeconds > 0)))
        return { why: 'a demand for fewer than one person, or for no time, is none', hint: 'set `count` to 1 or more' };
    if (pull.state === 'closed')
        return { why: `pull request ${pull.number} was closed without being merged`, hint: 'open it again, or ask again' };
    if (timeOf(pull.now) === null)
        return { why: 'the forge does not say what time it is', hint: 'run again' };
    if (binding.kind === 'commit')
        return null;
    if (!binding.resetsOnPush)
        return { why: 'this project keeps approvals when something is pushed, so an approval may be of another text', hint: 'Settings, Merge requests, Approval settings: remove all approvals when commits are added to the source branch (`reset_approvals_on_push`)' };
    // Not to be told from an approval of an earlier text.
    if (decisions.some(({ decision, at }) => decision === 'approved' && timeOf(at) === null))
        return { why: 'this GitLab does not say when something was approved', hint: 'update it: later versions report `approved_at`' };
    return null;
}
// Whoever approved exactly what is there, and may. Everybody else is named with the reason.
function candidatesOf(facts, now, notCounted) {
    const excluded = excludedOf(facts);
    const candidates = [];
    for (const review of latestDecisions(facts.reviews.decisions)) {
        if (review.by === null) {
            notCounted.push({ person: null, why: 'a decision of an account that is gone' });
            continue;
        }
        if (review.decision !== 'approved')
            continue;
        const at = timeOf(review.at);
        const why = excluded.get(review.by.id) ?? ineligible(review, facts) ?? elsewhere(review, at, facts) ?? (at !== null && at > now ? 'approved in the future, says the forge' : null);
        if (why === null && at !== null)
            candidates.push({ account: review.by, at });
        else
            notCounted.push({ person: { id: review.by.id, login: review.by.login }, why: why ?? 'the forge does not say when' });
    }
    return candidates;
}
/** The last decision of each person, in the order in which they were made; those of nobody stay. */
function latestDecisions(decisions) {
    const last = new Map();
    for (const review of decisions) {
        const key = review.by?.id ?? `review ${review.id}`;
        last.delete(key);
        last.set(key, review);
    }
    return [...last.values()];
}
function ineligible({ by }, { standings }) {
    const standing = standings.get(by.id);
    if (by?.kind !== 'person' || standing?.account.kind === 'bot')
        return 'is not a person';
    if (standing === undefined)
        return 'nobody knows what this person may do here';
    return standing.mayWrite ? null : 'may not write here';
}
function elsewhere(review, at, { pull, reviews: { binding } }) {
    if (binding.kind === 'commit') {
        if (review.commit === null)
            return 'approved a commit that is gone';
        return review.commit === pull.head ? null : `approved ${review.commit.slice(0, 12)}, which is not the head any more`;
    }
    const since = timeOf(binding.since);
    if (binding.head !== pull.head || since === null)
        return 'GitLab does not say since when the head is what it is';
    return at !== null && at > since ? null : 'approved before the head was pushed';
}
// Why somebody can't be the second pair of eyes, by id. The first reason is the one that is told.
function excludedOf({ pull, commits, pushes, prompters, alleged }) {
    const isWhole = gapsIn(pushes, pull.head).length === 0;
    const why = new Map();
    const exclude = (person, reason) => {
        if (person !== null && !why.has(person.id))
            why.set(person.id, reason);
    };
    for (const person of prompters ?? [])
        exclude(person, 'prompted the agent');
    for (const person of alleged)
        exclude(person, 'is said to have prompted the agent');
    exclude(pull.author, 'opened the pull request');
    for (const { id, makers } of commits)
        for (const { role, account } of makers)
            exclude(account, `is ${role === 'co-author' ? 'a co-author' : role === 'author' ? 'the author' : 'the committer'} of ${id.slice(0, 12)}`);
    for (const { after, by } of pushes) {
        if (after !== null)
            exclude(by, `pushed ${after.slice(0, 12)}`);
        else if (!isWhole)
            exclude(by, 'pushed several branches at once, and this may be one of them');
    }
    return why;
}
// Each could be any of those who approved: one more person for each. What is said of them, in words.
function unknownPeople({ pull, commits, pushes, prompters, proposers }) {
    const strangers = new Set(commits.flatMap(({ makers }) => makers.filter(({ account }) => account === null).map(({ email }) => email)));
    // Whoever is gone may be here under another account; nobody tells whether two who are gone were one.
    const gone = pushes.find(({ after, by }) => after !== null && by === null)?.after ?? null;
    const pushed = new Set([...gapsIn(pushes, pull.head), ...(gone === null ? [] : [gone])]);
    // A bot does what somebody asks of it. The run may be another's: of whoever pushed after the bot.
    const isPrompted = [pull.author, ...pushes.filter(({ after }) => after !== null).map(({ by }) => by)].some((by) => by?.kind === 'bot' && !proposers.includes(by.id));
    return [
        ...(prompters === null || isPrompted ? ['who prompted the agent is not known'] : []),
        ...[...pushed].map((commit) => `who pushed ${commit === pull.head ? 'the head' : commit.slice(0, 12)} is not known`),
        ...(pull.author === null ? ['who opened the pull request is gone'] : []),
        ...[...strangers].map((email) => `${(0,show/* quoted */.TL)(email)} in a commit belongs to no account`),
    ];
}
// Somebody who could approve asks for changes: as on the forges, that holds until it is taken back.
function objections(facts, demands) {
    return latestDecisions(facts.reviews.decisions).flatMap(({ by, decision }) => {
        if (decision !== 'changes' || by === null || by.kind !== 'person' || facts.standings.get(by.id)?.mayWrite !== true)
            return [];
        const demand = demands.find((one) => isNamed(one, by, facts));
        return demand === undefined ? [] : [{ rule: null, what: `\`${by.login}\` (${by.id}) asks for changes, and has to approve or be dismissed` }];
    });
}
function isNamed(demand, { id }, { teams, owners }) {
    return demand.users.includes(id) || demand.teams.some((team) => teams.get(team)?.has(id) === true) || (demand.codeowners && owners.has(id));
}
function meeting(demand, candidates, facts, now) {
    const named = candidates.filter(({ account }) => isNamed(demand, account, facts));
    const ends = ({ at }) => at + demand.expiresSeconds * 1000;
    const people = named.filter((candidate) => ends(candidate) > now);
    return { people, late: named.filter((candidate) => ends(candidate) <= now), expiresAt: Math.min(...people.map(ends)) };
}
function lacking({ users, teams, codeowners }, more, unknown) {
    const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${team}`), ...(codeowners ? ['the code owners of every file changed'] : [])].join(' or ');
    const because = unknown.length === 0 ? '' : ` (${unknown.length} of them because ${unknown.join(', and ')})`;
    return `${more} more ${more === 1 ? 'person' : 'people'} of: ${who}${because}`;
}
function timeOf(text) {
    const time = text === null ? Number.NaN : Date.parse(text);
    return Number.isFinite(time) ? time : null;
}
function iso(time) {
    return new Date(time).toISOString();
}


/***/ }),

/***/ 56004:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qe: () => (/* binding */ ReviewedApprovals),
  L4: () => (/* binding */ stateOf)
});

// UNUSED EXPORTS: FRESH_MS

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
// EXTERNAL MODULE: ./lib/approval/candidates.js
var candidates = __webpack_require__(26953);
// EXTERNAL MODULE: ./lib/approval/manifest.js + 1 modules
var approval_manifest = __webpack_require__(46443);
// EXTERNAL MODULE: ./lib/approval/verify.js
var verify = __webpack_require__(34474);
;// CONCATENATED MODULE: ./lib/approval/use.js
// SPDX-License-Identifier: Apache-2.0
//
// The one use of an approval: verified, then claimed by one session, atomically (design.md, section 7). Afterwards the operations pass in
// the manifest's order, as often as they are listed. Refuses a second session, another order, anything after an outcome nobody knows.



/** Verifies and claims for a session. What is not approved, or used by another session, comes back as it stands, unclaimed. */
async function useApproval(request, session, deps) {
    const verified = await (0,verify/* verifyApproval */.N)(request, deps);
    const { manifest, digest, outcome, claimedBy, pull } = verified;
    if (manifest === null || digest === null || outcome.kind !== 'approved')
        return { verified, manifest: null };
    const taken = { verified: { ...verified, claimedBy: claimedBy ?? 'another', outcome: { kind: 'refused', why: `this approval was used by session \`${claimedBy ?? 'of somebody else'}\``, hint: 'an approval is used once, also when that session ended before anything ran: look what the database has, and put it up again' } }, manifest: null };
    if (claimedBy !== null && claimedBy !== session)
        return taken;
    if (deps.mayBegin?.(manifest) === false)
        return { verified, manifest: null };
    const repository = await deps.forge.repository(request.repositoryId);
    const guard = await deps.forge.claimsGuard(repository, digest);
    // INVARIANT: an approval is used once. Where the claim could be taken away that would not hold, so nothing runs.
    if (guard.kind === 'open')
        return { verified: { ...verified, outcome: { kind: 'refused', why: guard.why, hint: guard.fix } }, manifest: null };
    if (guard.kind === 'not-known')
        deps.unguarded?.(guard.why);
    const answer = await deps.forge.claim(repository, { digest, commit: pull.mergeCommit ?? pull.head, session });
    return answer === 'claimed' ? { verified, manifest } : taken;
}
/** Where the operations of one claimed manifest stand. Lives in the session that claimed it. */
class Progress {
    #digests;
    #steps;
    #lanes;
    #free;
    #resources;
    /** What the server said of each, and whether it has been tried. */
    #said;
    #tried;
    /** `free`: which operations need no approval by themselves, and may be left out. */
    constructor(manifest, free = []) {
        this.#digests = (0,approval_manifest/* askedDigests */.ek)(manifest);
        this.#steps = this.#digests.map(() => 'waiting');
        this.#lanes = this.#digests.map(() => null);
        this.#free = free;
        this.#resources = manifest.operations.map(({ resource }) => resource.name);
        this.#said = this.#digests.map(() => null);
        this.#tried = this.#digests.map(() => false);
    }
    /** The place of the next operation if it has this digest; null: it is not what comes next, or what came before is not known to be kept. */
    next(digest, lane) {
        if (this.#steps.some((step, place) => !allows(step, this.#lanes[place] ?? null, lane)))
            return null;
        for (const [place, step] of this.#steps.entries()) {
            if (step !== 'waiting')
                continue;
            if (this.#digests[place] === digest)
                return place;
            if (this.#free[place] !== true)
                return null;
        }
        return null;
    }
    /** The same, and it is running from now on. */
    take(digest, lane) {
        const place = this.next(digest, lane);
        if (place === null)
            return null;
        this.#steps[place] = 'running';
        this.#lanes[place] = lane;
        this.#tried[place] = true;
        return place;
    }
    /** What became of it: `rolled-back` may pass again, `unknown` is spent, and so is all that follows. */
    settle(place, how, said = null) {
        const step = this.#steps[place];
        if (step !== 'running' && step !== 'passed')
            throw new errors/* GateError */.ue('INTERNAL', `operation ${place + 1} of the manifest is not running`);
        this.#steps[place] = how === 'rolled-back' ? 'waiting' : how === 'unknown' ? 'spent' : how;
        if (said !== null || how === 'rolled-back')
            this.#said[place] = said;
    }
    /** How many are done, of how many; `spent`: the outcome of one is not known, and nothing more will run. */
    get state() {
        return { done: this.#steps.filter((step) => step === 'done').length, of: this.#steps.length, spent: this.#steps.includes('spent') };
    }
    /** All that needed the approval was done; what is free may have been left out. */
    get isDone() {
        return this.#steps.every((step, place) => step === 'done' || (step === 'waiting' && this.#free[place] === true));
    }
    /** Each operation as it stands, for people. What runs is not known to be kept. */
    get outcomes() {
        return this.#steps.map((step, place) => ({ resource: this.#resources[place] ?? '', how: this.#how(step, place), said: this.#said[place] ?? null }));
    }
    #how(step, place) {
        switch (step) {
            case 'waiting': return this.#tried[place] === true ? 'rolled back' : this.#free[place] === true ? 'free' : 'not run';
            case 'done': return 'done';
            case 'running':
            case 'passed':
            case 'spent': return 'unknown';
            default: return step;
        }
    }
}
// What is under way holds up everybody else: it may still be taken back.
function allows(step, of, asking) {
    if (step === 'spent')
        return false;
    if (step === 'running')
        return of?.message === asking.message;
    return step !== 'passed' || of?.connection === asking.connection;
}

;// CONCATENATED MODULE: ./lib/approval/enforce.js
// SPDX-License-Identifier: Apache-2.0
//
// The approvals of a session with a forge: an operation passes when a manifest lists it, people approved exactly that, here and now, and
// this session is the one that uses it. Refuses everything while the forge does not answer; forgets nothing that was used.






/** How long a look at the forge holds for what follows in the same manifest, so that no transaction keeps its locks while a forge is asked. */
const FRESH_MS = 10_000;
/** How long the list of pull requests is kept: an agent that asks again and again does not use up the forge's limits. */
const LOOK_MS = 5_000;
/** One for each session. Answers one after the other, in the order in which it was asked. */
class ReviewedApprovals {
    #deps;
    #uses = [];
    /** Looked at and not used, by number: as they stood last. */
    #unused = new Map();
    #last = Promise.resolve();
    #looked = null;
    constructor(deps) {
        this.#deps = deps;
    }
    claim(operation, principal, asked) {
        const answer = this.#last.then(() => this.#answer(operation, principal, asked));
        this.#last = answer.catch(() => undefined);
        return answer;
    }
    /** What became of the approvals that this session used, and of those that it met refused or expired; what others used is theirs to tell. */
    get outcomes() {
        const used = this.#uses.map(({ verified: { pull }, digest, progress, why }) => ({ kind: 'used', pull, manifest: digest, isDone: progress.isDone, operations: progress.outcomes, why: progress.isDone ? null : why }));
        const unused = [...this.#unused.values()].flatMap((verified) => {
            const kind = stateIn(verified);
            return kind === 'requested' || verified.claimedBy !== null ? [] : [{ kind, pull: verified.pull, manifest: verified.digest, isDone: false, operations: [], why: stateOf(verified) }];
        });
        return [...used, ...unused];
    }
    async #answer(operation, principal, asked) {
        const digest = (0,operation_digest/* operationDigest */.x)(operation);
        const begun = this.#uses.find(({ progress }) => progress.next(digest, asked) !== null);
        if (begun !== undefined)
            return this.#goOn(begun, digest, asked);
        const found = await this.#look().catch((thrown) => this.#lookFailed(thrown));
        if (typeof found === 'string')
            return this.#unseen(found, operation, { principal, asked });
        const listing = found.filter(({ number, digests }) => digests.includes(digest) && !this.#uses.some((use) => use.number === number));
        let worst = null;
        for (const { number } of listing) {
            const answer = await this.#begin(number, digest, asked);
            if (answer.kind === 'approved')
                return answer;
            worst ??= answer;
        }
        return worst ?? this.#notNext(digest) ?? this.#deps.otherwise.claim(operation, principal, asked);
    }
    async #look() {
        const now = this.#deps.monotonicMs();
        if (this.#looked !== null && now - this.#looked.at < LOOK_MS)
            return this.#looked.found;
        const found = await (0,candidates/* candidates */.Xi)(this.#deps);
        this.#looked = { at: now, found };
        return found;
    }
    // Nobody named an approval, so there may be none: what could not be looked for is told beside how to ask.
    #lookFailed(thrown) {
        if (this.#deps.approval !== null || !(thrown instanceof errors/* GateError */.ue))
            throw thrown;
        return thrown.hint === undefined ? thrown.message : `${thrown.message}: ${thrown.hint}`;
    }
    async #unseen(why, operation, { principal, asked }) {
        const answer = await this.#deps.otherwise.claim(operation, principal, asked);
        return answer.kind === 'approved' ? answer : { ...answer, how: `${answer.how}; whether there is an approval could not be seen: ${why}` };
    }
    // The first operation of an approval: verified, then claimed, and only if it may come first.
    async #begin(number, digest, asked) {
        const { deps, demanded } = this.#verifying(asked.rules);
        const verifiedAt = this.#deps.monotonicMs();
        const progressOf = (of) => new Progress(of, of.operations.map(this.#deps.isFree));
        const mayBegin = (of) => progressOf(of).next(digest, asked) !== null;
        const { verified, manifest } = await useApproval({ repositoryId: this.#deps.repositoryId, number, digest: null }, this.#deps.session, { ...deps, mayBegin, ...(this.#deps.unguarded === undefined ? {} : { unguarded: this.#deps.unguarded }) });
        if (manifest === null) {
            const before = this.#unused.get(number)?.outcome;
            this.#unused.set(number, verified);
            return verified.outcome.kind === 'approved' ? outOfTurn(verified) : pending(verified, mayCome(verified.outcome, before));
        }
        this.#unused.delete(number);
        const use = { number, digest: (0,approval_manifest/* manifestDigest */.It)(manifest), manifest, progress: progressOf(manifest), verified, demands: demanded(), verifiedAt, why: null };
        this.#uses.push(use);
        return this.#take(use, digest, asked);
    }
    // What follows: still approved, still ours, not expired.
    async #goOn(use, digest, asked) {
        const { deps, demanded } = this.#verifying(asked.rules);
        const more = this.#deps.demandsFor(asked.rules).some((demand) => !use.demands.some((known) => JSON.stringify(known) === JSON.stringify(demand)));
        const now = this.#deps.monotonicMs();
        if (more || now - use.verifiedAt >= FRESH_MS || now >= expiryOf(use)) {
            const verified = await (0,verify/* verifyApproval */.N)({ repositoryId: this.#deps.repositoryId, number: use.number, digest: use.digest }, deps);
            if (verified.manifest === null || verified.outcome.kind !== 'approved' || (0,approval_manifest/* manifestDigest */.It)(verified.manifest) !== use.digest)
                return stopped(use, verified);
            if (verified.claimedBy !== this.#deps.session) {
                return stopped(use, { ...verified, outcome: { kind: 'refused', why: 'the claim of this session is gone', hint: 'protect the tags `ostiary/claims/*`, and ask for a new approval' } });
            }
            Object.assign(use, { verified, demands: demanded(), verifiedAt: now, why: null });
        }
        return this.#take(use, digest, asked);
    }
    #take(use, digest, asked) {
        const place = use.progress.take(digest, asked);
        const { pull, outcome } = use.verified;
        if (place === null || outcome.kind !== 'approved')
            return outOfTurn(use.verified);
        const by = outcome.by.map(({ id, login }) => `${login} (${id})`);
        const of = `operation ${place + 1} of ${use.manifest.operations.length} of manifest ${use.digest.slice(0, 12)}`;
        return {
            kind: 'approved', approval: `${by.join(', ')} in ${pull.url}`, maxRows: use.manifest.operations[place]?.maxRows ?? null, data: use.manifest.operations[place]?.data ?? null,
            seen: { state: 'used', manifest: use.digest, by, url: pull.url, reason: `${of}, until ${outcome.expiresAt}` },
            settle: (how, said) => use.progress.settle(place, how, said),
        };
    }
    // An approval that this session uses lists it, but not here.
    #notNext(digest) {
        const use = this.#uses.find(({ manifest }) => (0,approval_manifest/* askedDigests */.ek)(manifest).includes(digest));
        if (use === undefined)
            return null;
        return use.progress.state.spent ? spent(use.verified) : outOfTurn(use.verified);
    }
    // The rules that ask on the wire may be more than those that the text alone tells.
    #verifying(rules) {
        const { forge, explain, proposers, unlikePolicy } = this.#deps;
        let demands = [];
        const demandsOf = (manifest) => (demands = (0,approval_manifest/* distinctDemands */.TW)([...this.#deps.demandsOf(manifest), ...this.#deps.demandsFor(rules)]));
        return { deps: { forge, explain, proposers, unlikePolicy, demandsOf }, demanded: () => demands };
    }
}
// By our own clock, from the forge's answer on.
function expiryOf({ verified, verifiedAt }) {
    const { expiresAt } = verified.outcome;
    return verifiedAt + Date.parse(expiresAt) - Date.parse(verified.pull.now);
}
/** Why it is not approved, in one line. */
function stateOf({ outcome, claimedBy }) {
    switch (outcome.kind) {
        case 'approved':
            return claimedBy === null ? `approved until ${outcome.expiresAt}` : `used by session \`${claimedBy}\``;
        case 'refused':
            return `${outcome.why}: ${outcome.hint}`;
        case 'pending': {
            const missing = outcome.missing.map(({ rule, what }) => (rule === null ? what : `${what}, for \`${rule}\``));
            const others = outcome.notCounted.map(({ person, why }) => `${person === null ? 'somebody' : `\`${person.login}\` (${person.id})`} does not count: ${why}`);
            return [`waits for ${missing.join('; ')}`, ...others].join('; ');
        }
        default:
            return outcome;
    }
}
// Nobody has said no: no objection, nothing expired, and who approved before still does.
function mayCome(outcome, before) {
    if (outcome.kind !== 'pending' || outcome.missing.some(({ rule }) => rule === null) || outcome.notCounted.some(({ why }) => why.includes('has expired')))
        return false;
    return before?.kind !== 'pending' || before.counted.every(({ id }) => outcome.counted.some((one) => one.id === id));
}
function stopped(use, verified) {
    use.why = stateOf(verified);
    return pending(verified);
}
function stateIn({ outcome }) {
    if (outcome.kind === 'refused')
        return 'refused';
    return outcome.kind === 'pending' && outcome.notCounted.some(({ why }) => why.includes('has expired')) ? 'expired' : 'requested';
}
function pending(verified, waits = false) {
    const { pull, digest } = verified;
    const reason = stateOf(verified);
    const state = stateIn(verified);
    return { kind: 'pending', how: reason, url: pull.url, waits, seen: { state, manifest: digest, by: [], url: pull.url, reason } };
}
function outOfTurn(verified) {
    return wait(verified, 'it is listed there, but not at this place: operations pass in the order of the manifest, each when what came before is done');
}
function spent(verified) {
    return wait(verified, 'the outcome of an operation is not known, so this approval is spent: look what the database has, and ask for a new one');
}
function wait({ pull, digest }, how) {
    return { kind: 'pending', how, url: pull.url, seen: { state: 'refused', manifest: digest, by: [], url: pull.url, reason: how } };
}


/***/ }),

/***/ 46443:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sM: () => (/* binding */ BRANCH_PREFIX),
  L7: () => (/* binding */ FOLDER),
  yN: () => (/* binding */ approvalBranch),
  ek: () => (/* binding */ askedDigests),
  IJ: () => (/* binding */ branchesOf),
  WJ: () => (/* binding */ composeManifest),
  TW: () => (/* binding */ distinctDemands),
  It: () => (/* binding */ manifestDigest),
  Ud: () => (/* binding */ manifestPaths),
  $2: () => (/* binding */ manifestText),
  Ng: () => (/* binding */ parseManifest),
  g$: () => (/* binding */ tooLarge)
});

// UNUSED EXPORTS: MAX_MANIFEST_BYTES, MAX_OPERATIONS, manifestId, operationDigests

// EXTERNAL MODULE: ./lib/core/canonical.js
var canonical = __webpack_require__(33413);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
;// CONCATENATED MODULE: ./lib/approval/shape.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads a manifest out of JSON, field by field; what it returns is built from the fields that are known, so that nothing else survives.
// The same shape as docs/schema/manifest-v1.json (test/contract compares). Refuses missing fields, wrong types, texts that are too long.

/** Longest text in a manifest, in UTF-16 units; far more than what may be rendered. */
const MAX_TEXT = 65_536;
const MAX_LIST = 1_000;
/** Ten years; an approval that never ends is none. */
const MAX_SECONDS = 315_360_000;
const wrong = (at, wanted) => new errors/* GateError */.ue('INPUT_INVALID', `the manifest's \`${at}\` is not ${wanted}`, { hint: 'manifests are written by `ostiary approval-gate`, not by hand' });
const shape_text = (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !value.isWellFormed())
        throw wrong(at, `a text of at most ${MAX_TEXT} characters`);
    return value;
};
const matching = (pattern, wanted) => (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !pattern.test(value))
        throw wrong(at, wanted);
    return value;
};
const word = (...words) => (value, at) => {
    const found = words.find((one) => one === value);
    if (found === undefined)
        throw wrong(at, `one of ${words.join(', ')}`);
    return found;
};
const whole = (least, most = Number.MAX_SAFE_INTEGER) => (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most)
        throw wrong(at, `a whole number from ${least} to ${most}`);
    return value;
};
const yesNo = (value, at) => {
    if (typeof value !== 'boolean')
        throw wrong(at, 'true or false');
    return value;
};
const orNull = (read) => (value, at) => (value === null ? null : read(value, at));
const list = (read, least = 0) => (value, at) => {
    if (!Array.isArray(value) || value.length < least || value.length > MAX_LIST)
        throw wrong(at, `a list of ${least} to ${MAX_LIST}`);
    return value.map((item, index) => read(item, `${at}[${index}]`));
};
const texts = (value, at) => {
    if (!isObject(value))
        throw wrong(at, 'an object of texts');
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [shape_text(key, at), shape_text(item, `${at}.${key}`)]));
};
const record = (fields) => (value, at) => {
    if (!isObject(value))
        throw wrong(at, 'an object');
    const extra = Object.keys(value).find((key) => !(key in fields));
    if (extra !== undefined)
        throw wrong(`${at}.${extra}`, 'a field of a manifest');
    const entries = Object.entries(fields).map(([key, read]) => [key, read(value[key], at === '' ? key : `${at}.${key}`)]);
    return Object.fromEntries(entries);
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const id = matching(/^[1-9][0-9]{0,18}$/u, 'a numeric id');
const digest = matching(/^[0-9a-f]{64}$/u, 'a SHA-256 in hex');
const base64 = matching(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u, 'base64');
const impact = record({ rows: orNull(whole(0)), sizeBytes: orNull(whole(0)), lock: orNull(shape_text), rewrites: orNull(yesNo), notes: list(shape_text) });
const operation = record({
    kind: word('sql', 'shell', 'kubernetes', 'http', 'model', 'file'),
    resource: record({ name: shape_text, target: shape_text }),
    bytes: shape_text,
    parameters: list(record({ type: shape_text, format: word('text', 'binary'), value: orNull(base64) })),
    data: orNull(digest),
    settings: texts,
    transaction: orNull(whole(1)),
    maxRows: orNull(whole(0)),
    impact: orNull(impact),
    rules: list(record({ id: shape_text, reason: shape_text }), 1),
});
const demand = record({ rule: shape_text, users: list(id), teams: list(shape_text), codeowners: yesNo, count: whole(1, 100), expiresSeconds: whole(1, MAX_SECONDS) });
/** The manifest in a JSON value. Throws INPUT_INVALID naming the field. */
const readManifest = (value, at = '') => record({
    format: word('ostiary-manifest-v1'),
    repository: id,
    created: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u, 'a time such as `2026-11-24T12:00:00Z`'),
    requester: record({ names: list(shape_text), issuer: shape_text, subject: shape_text, run: orNull(id) }),
    prompters: orNull(list(record({ id, login: shape_text }), 1)),
    policy: record({ digest, source: shape_text, version: whole(1), packs: list(record({ name: shape_text, version: whole(1) })) }),
    demands: list(demand, 1),
    operations: list(operation, 1),
})(value, at);

;// CONCATENATED MODULE: ./lib/approval/manifest.js
// SPDX-License-Identifier: Apache-2.0
//
// A manifest as a file: composed, written, read back, named by its own digest (design.md, sections 7 and 12). Refuses what nobody could
// review: too much of it, or with a secret or a protected value inside. Nothing is ever cut.




/** Operations that a person can look at one by one. */
const MAX_OPERATIONS = 100;
/** Bytes of the JSON file. Base64 of parameters makes it larger than what is rendered. */
const MAX_MANIFEST_BYTES = 256 * 1024;
const FOLDER = '.ostiary/approvals';
/** Branches that we make, and may remove. */
const BRANCH_PREFIX = 'ostiary/approvals/';
/** Makes a manifest. Throws DENIED when it is too large or holds what `inspect` names, INPUT_INVALID when a field can not be written. */
function composeManifest(asked, context, inspect) {
    const { now, ...rest } = context;
    const manifest = {
        format: 'ostiary-manifest-v1', repository: rest.repository, created: `${new Date(now).toISOString().slice(0, 19)}Z`,
        requester: rest.requester, prompters: rest.prompters, policy: rest.policy, demands: rest.demands, operations: asked.map(operationOf),
    };
    const checked = readManifest(manifest);
    checkSize(checked);
    checkTransactions(checked);
    checked.operations.forEach((operation, index) => {
        const found = inspect(operation);
        if (found.length > 0) {
            throw new errors/* GateError */.ue('DENIED', `operation ${index + 1} can not be put up for review, since it holds ${found.join(' and ')}`, { hint: 'a pull request is read by many: pass the value in another way, or let a person who may see it run this' });
        }
    });
    return checked;
}
function operationOf({ operation, transaction, maxRows, impact, rules }) {
    return {
        kind: operation.kind, resource: { name: operation.resource.name, target: operation.resource.target }, bytes: operation.facts.text,
        parameters: operation.parameters.map(({ type, format, value }) => ({ type, format, value })), data: operation.data, settings: { ...operation.settings },
        transaction, maxRows, impact, rules,
    };
}
/** The bytes of `<id>.json`. */
function manifestText(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/**
 * Reads a manifest file. Throws INPUT_INVALID unless it is written exactly as we write it: no field twice, no other order, nothing
 * that a reader of the file could take for something else.
 */
function parseManifest(text) {
    if (Buffer.byteLength(text) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not JSON', { hint: 'it was changed by hand: put the operations up again', cause });
    }
    const manifest = readManifest(value);
    checkSize(manifest);
    checkTransactions(manifest);
    if (manifestText(manifest) !== text)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not written as it was made', { hint: 'it was changed by hand: put the operations up again' });
    return manifest;
}
/** Hex; what approvals and claims are bound to. */
function manifestDigest(manifest) {
    return (0,canonical/* taggedDigest */.Dt)('ostiary-manifest-v1', manifest);
}
/** Name of a manifest's files: the first half of its digest, so that a file can't hold another manifest than its name says. */
function manifestId(digest) {
    return digest.slice(0, 32);
}
function manifestPaths(digest) {
    const base = `${FOLDER}/${manifestId(digest)}`;
    return { json: `${base}.json`, rendering: `${base}.md` };
}
/** Digests as the wire can ask for them: it decides before data comes. What comes then is compared with `data` before it is kept. */
function askedDigests(manifest) {
    return manifest.operations.map((operation) => (0,operation_digest/* listedDigest */.Q)({ ...operation, data: null }));
}
/** Operation digests in the manifest's order. */
function operationDigests(manifest) {
    return manifest.operations.map(operation_digest/* listedDigest */.Q);
}
/**
 * Where a manifest is put up: the same operations of the same requester lead to the same branches, so that asking twice finds what is
 * there. A new `round` begins when the one before was used, refused or has expired.
 */
function approvalBranch(manifest, round) {
    return `${branchesOf(manifest)}${round}`;
}
/** Prefix of the branches of all rounds. */
function branchesOf(manifest) {
    const { issuer, subject } = manifest.requester;
    const transactions = manifest.operations.map(({ transaction }) => transaction);
    const change = (0,canonical/* taggedDigest */.Dt)('ostiary-changeset-v1', { repository: manifest.repository, issuer, subject, operations: operationDigests(manifest), transactions });
    return `${BRANCH_PREFIX}${change.slice(0, 16)}-`;
}
/** Demands without those that say the same under the same rule. */
function distinctDemands(demands) {
    const seen = new Map(demands.map((demand) => [JSON.stringify(demand), demand]));
    return [...seen.values()];
}
function checkSize(manifest) {
    if (manifest.operations.length > MAX_OPERATIONS)
        throw tooLarge(`${manifest.operations.length} operations, and at most ${MAX_OPERATIONS} can be looked at one by one`);
    if (Buffer.byteLength(manifestText(manifest)) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
}
// INVARIANT: what the page calls one transaction is in one piece on one resource, so that it can run all together or not at all.
function checkTransactions({ operations }) {
    const seen = new Set();
    for (const [place, { transaction, resource }] of operations.entries()) {
        if (transaction === null)
            continue;
        const before = operations[place - 1];
        const goesOn = before?.transaction === transaction && before.resource.name === resource.name;
        if (!goesOn && seen.has(transaction))
            throw new errors/* GateError */.ue('INPUT_INVALID', `operation ${place + 1} of the manifest is of transaction ${transaction}, which other operations or another resource cut in two`, { hint: 'put each transaction up in one piece, on one resource; was it captured from a program with several connections at once? let it use one' });
        seen.add(transaction);
    }
}
/** Refusal of what a person can not review. */
function tooLarge(what) {
    return new errors/* GateError */.ue('DENIED', `this is too large to be reviewed: ${what}`, { hint: 'split it into parts that a person can read; nothing is cut' });
}


/***/ }),

/***/ 91119:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ ownersOfChange)
/* harmony export */ });
/* unused harmony exports CODEOWNERS_PATHS, ownersOf */
/* harmony import */ var _core_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80029);
// SPDX-License-Identifier: Apache-2.0
//
// CODEOWNERS: who owns a path. Last match wins, on GitLab within each section. Refuses to guess: what a line may mean, by a pattern that we do
// not read as surely as the forge does (`!`, ranges), nobody owns; and an owner given by e-mail is no person that we can tell apart.
// @see https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
// @see https://docs.gitlab.com/user/project/codeowners/reference/

/** Where the forges look, in their order. */
const CODEOWNERS_PATHS = {
    github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
    gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};
/** Longest file that GitHub reads. */
const MAX_BYTES = 3 * 1024 * 1024;
/** For each path, one list of owners for each section that speaks of it: of each, somebody has to agree. `[]`: nobody owns the path. */
function ownersOf(text, paths, forge) {
    if (Buffer.byteLength(text) > MAX_BYTES)
        return paths.map(() => []);
    const lines = linesOf(text, forge);
    return paths.map((path) => {
        const last = new Map();
        for (const { section, match, owners } of lines) {
            const found = match(path);
            if (found !== 'no')
                last.set(section, found === 'yes' ? owners : []);
        }
        return [...last.values()];
    });
}
/** The same for a change, as the protected branch says; null: it has no CODEOWNERS. Throws FORGE_FAILED. */
async function ownersOfChange(repository, paths, forge) {
    let text = null;
    for (const path of CODEOWNERS_PATHS[forge.kind])
        text ??= await forge.file(repository, repository.head, path);
    return text === null ? null : ownersOf(text, paths.map(({ path }) => path), forge.kind);
}
function linesOf(text, forge) {
    const lines = [];
    let section = '';
    let inherited = [];
    for (const raw of text.split(/\r?\n/u)) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        // Hits `[Database][2] @acme/dba` and `^[Docs]`; misses a path that begins otherwise.
        const heading = forge === 'gitlab' ? /^\^?\[([^\]]+)\](?:\[\d+\])?(.*)$/u.exec(line) : null;
        if (heading !== null) {
            section = (heading[1] ?? '').trim().toLowerCase();
            inherited = ownersIn((heading[2] ?? '').split(/\s+/u));
            continue;
        }
        const [pattern = '', ...rest] = line.replace(/\\ /gu, '\0').split(/\s+#/u)[0]?.split(/\s+/u) ?? [];
        const owners = ownersIn(rest);
        lines.push({ section, match: matcherOf(pattern.replaceAll('\0', ' '), forge), owners: owners.length === 0 && rest.length === 0 ? inherited : owners });
    }
    return lines;
}
function ownersIn(words) {
    return words.filter((word) => /^@[^@\s]+$/u.test(word)).map((word) => word.slice(1).toLowerCase());
}
function matcherOf(pattern, forge) {
    const match = (forge === 'github' ? likeGitIgnore : likeFnmatch)(pattern.replace(/^!/u, '').replace(/\[[^\]/]*\]?/gu, '*'));
    const known = !/^!|[[\]]/u.test(pattern);
    return known ? match : (path) => (match(path) === 'no' ? 'no' : 'maybe');
}
// A slash inside anchors; a name matches at any depth; a folder owns what is in it; `*` stays within a folder.
function likeGitIgnore(pattern) {
    const folder = pattern.endsWith('/');
    const plain = pattern.replace(/^\//u, '').replace(/\/$/u, '');
    if (plain === '')
        return () => 'yes';
    const base = pattern.startsWith('/') || plain.includes('/') ? plain : `**/${plain}`;
    const inside = (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .SO)(`${base}/**`, '/');
    const exact = (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .SO)(base, '/');
    const wild = plain.endsWith('/*') && plain !== '/*';
    return (path) => ((!folder && exact(path)) || (!wild && inside(path)) ? 'yes' : 'no');
}
// Only a slash in front anchors; a folder is written with a slash behind it, and a last `**` is a `*`. Where the two ways differ we are not sure.
function likeFnmatch(pattern) {
    const plain = pattern.replace(/^\//u, '');
    if (plain === '' || plain === '*')
        return () => 'yes';
    const base = (pattern.startsWith('/') ? plain : `**/${plain}`).replace(/\/$/u, '/**/*');
    const exact = (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .SO)(base.replace(/\*\*$/u, '*'), '/');
    const wider = (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .SO)(`${base}/**`, '/');
    const whole = (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .SO)(base, '/');
    return (path) => (exact(path) ? 'yes' : wider(path) || whole(path) ? 'maybe' : 'no');
}


/***/ }),

/***/ 68074:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sB: () => (/* binding */ renderManifest)
});

// UNUSED EXPORTS: MAX_RENDERED_BYTES, MAX_RENDERED_LINES

// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
// EXTERNAL MODULE: ./lib/approval/manifest.js + 1 modules
var approval_manifest = __webpack_require__(46443);
// EXTERNAL MODULE: ./lib/approval/show.js
var show = __webpack_require__(75390);
// EXTERNAL MODULE: ./lib/approval/terms.js
var terms = __webpack_require__(30068);
;// CONCATENATED MODULE: ./lib/approval/values.js

const sized = (size, read) => (bytes) => (bytes.length === size ? read(bytes) : null);
/** The text in a parameter; empty when its bytes are none. */
function textOf({ value }) {
    const bytes = Buffer.from(value ?? '', 'base64');
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : '';
}
const asText = (bytes) => {
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? quoted(text) : null;
};
/** Binary forms that PostgreSQL will never change. @see https://www.postgresql.org/docs/18/protocol-message-formats.html */
const BINARY = {
    int2: sized(2, (bytes) => String(bytes.readInt16BE())),
    int4: sized(4, (bytes) => String(bytes.readInt32BE())),
    int8: sized(8, (bytes) => String(bytes.readBigInt64BE())),
    bool: sized(1, (bytes) => (bytes[0] === 0 ? 'false' : bytes[0] === 1 ? 'true' : hex(bytes))),
    uuid: sized(16, (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')),
    text: asText, varchar: asText, bpchar: asText, json: asText,
};
/** `$1 (pg_catalog.int4) = 42`, on one line. */
function shownParameter(parameter, position) {
    return `$${position} (${(0,show/* shownInline */.FF)(parameter.type)}) = ${values_valueOf(parameter)}`;
}
function values_valueOf({ type, format, value }) {
    if (value === null)
        return 'NULL';
    const bytes = Buffer.from(value, 'base64');
    if (format === 'text')
        return asText(bytes) ?? hex(bytes);
    const name = type.startsWith('pg_catalog.') ? type.slice('pg_catalog.'.length) : '';
    return (Object.hasOwn(BINARY, name) ? BINARY[name]?.(bytes) : null) ?? hex(bytes);
}
// A quote inside is doubled, so that a value can't seem to end early.
function quoted(text) {
    return `'${(0,show/* shownInline */.FF)(text).replaceAll("'", "''")}'`;
}
function hex(bytes) {
    return `bytes \\x${bytes.toString('hex')}`;
}

;// CONCATENATED MODULE: ./lib/approval/render.js
// SPDX-License-Identifier: Apache-2.0
//
// The page that a tired reviewer reads: committed beside the manifest, made of it and of what a parser says about its bytes, and of
// nothing that an agent wrote. Everything variable stands in code, escaped. Refuses to render more than a pull request shows unfolded.





/** Beyond these a pull request folds a file away. @see https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
const MAX_RENDERED_LINES = 400;
const MAX_RENDERED_BYTES = 20_000;
/** The bytes of `<id>.md`. Throws DENIED when it is too large. The same manifest and notes give the same page. */
function renderManifest(manifest, explain) {
    const notes = manifest.operations.map(explain);
    const lines = [...head(manifest, notes), ...manifest.operations.flatMap((operation, index) => section(operation, index, notes[index])), ...foot(manifest)];
    const page = `${lines.join('\n')}\n`;
    if (lines.length > MAX_RENDERED_LINES)
        throw (0,approval_manifest/* tooLarge */.g$)(`${lines.length} lines, and a pull request folds away more than ${MAX_RENDERED_LINES}`);
    if (Buffer.byteLength(page) > MAX_RENDERED_BYTES)
        throw (0,approval_manifest/* tooLarge */.g$)(`${Buffer.byteLength(page)} bytes, and a pull request folds away more than ${MAX_RENDERED_BYTES}`);
    return page;
}
function head(manifest, notes) {
    const resources = [...new Set(manifest.operations.map(({ resource }) => `${code(resource.name)} at ${code(resource.target)}`))];
    const kinds = [...count(notes.map(({ statement }) => statement))].map(([statement, times]) => `${times} × ${code(statement)}`);
    const irreversible = notes.filter((note) => note.irreversible.length > 0).length;
    const unknown = notes.filter((note) => note.unknown.length > 0).length;
    return [
        `# Approve ${manifest.operations.length} ${manifest.operations.length === 1 ? 'operation' : 'operations'} on production?`, '',
        `**Approving this pull request lets exactly the text below run, once.** Nothing else of the pull request is approved by it.`, '',
        '| | |', '|---|---|',
        row('What', kinds.join(', ')),
        row('On', resources.join(', ')),
        row('Asked for by', `${code(manifest.requester.names.join(', ') || 'nobody that the policy knows')}, ${code(manifest.requester.subject)} of ${code(manifest.requester.issuer)}`),
        row('May be run by', 'whomever of this repository the policy lets ask for these: not only who asked now'),
        row('Prompted by', prompters(manifest)),
        row('Who may approve', manifest.demands.map(demand).join('; ')),
        row('Can not be undone', irreversible === 0 ? 'nothing that a parser sees' : `**${irreversible} of ${notes.length}**, marked below`),
        ...(unknown === 0 ? [] : [row('Not understood', `**${unknown} of ${notes.length}**, marked below`)]),
        row('Policy', `${code(manifest.policy.source)}, digest ${code(manifest.policy.digest)}`), '',
    ];
}
function section(operation, index, notes) {
    const text = fenced((0,show/* shownLines */.TV)(operation.bytes));
    const odd = (0,show/* strangers */.ob)([operation.bytes, ...operation.parameters.map(textOf)].join(''));
    const settings = Object.entries(operation.settings).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => code(`${name} = ${value}`));
    const items = [
        ...notes.unknown.map((why) => `**not understood**: ${code(why)}`),
        ...notes.irreversible.map((what) => `**can not be undone**: ${what}`),
        `touches ${notes.touches.map(code).join(', ') || 'nothing'}`,
        ...notes.hazards.map((hazard) => `look out: ${code(hazard)}`),
        ...operation.rules.map(({ id, reason }) => `asked for by ${code(id)}: ${code(reason)}`),
        impact(operation.impact, operation.maxRows),
        ...(operation.data === null ? [] : [`with data of SHA-256 ${code(operation.data)}`]),
        ...(settings.length === 0 ? [] : [`under ${settings.join(', ')}`]),
        ...(odd.length === 0 ? [] : [`characters beyond ASCII: ${code(odd.join(', '))}`]),
        `digest ${code((0,operation_digest/* listedDigest */.Q)(operation))}`,
    ];
    const transaction = operation.transaction === null ? '' : `, transaction ${operation.transaction}`;
    return [
        `## ${index + 1}. ${code(notes.statement)} on ${code(operation.resource.name)}${transaction}`, '', ...text, '',
        ...(operation.parameters.length === 0 ? [] : [...fenced(operation.parameters.flatMap((parameter, at) => (0,show/* wrapped */.ky)(shownParameter(parameter, at + 1)))), '']),
        ...items.map((item) => `- ${item}`), '',
    ];
}
function foot(manifest) {
    const grouped = manifest.operations.some(({ transaction }) => transaction !== null);
    const free = manifest.operations.some(({ rules }) => rules.some(({ reason }) => reason === terms/* FREE_REASON */.qG));
    return [
        '---', '',
        `Put up ${code(manifest.created)}${manifest.requester.run === null ? '' : ` by run ${code(manifest.requester.run)}`} for repository ${code(manifest.repository)}. Manifest digest ${code((0,approval_manifest/* manifestDigest */.It)(manifest))}.`, '',
        'Impact is what whoever put this up estimated. A check `ostiary/approval` of this very commit says that Ostiary put it up, or came to the same.', '',
        'An approval counts for this commit alone, until it expires, and once. Signs in ⟦ ⟧ stand for characters that would not be seen; ⤶ for a line that goes on.',
        ...(free ? ['', 'What needs no review by itself is run by `ostiary apply`, in its place. A program under `ostiary run` or at a gateway may leave it out, or run it at any time.'] : []),
        ...(grouped ? ['', '`ostiary apply` runs operations of one transaction all together or not at all. A program that asks for them by itself, under `ostiary run` or at a gateway, ends its transactions where it will: they pass in this order, and it may stop after any of them.'] : []),
    ];
}
function prompters(manifest) {
    if (manifest.prompters === null)
        return '**nobody knows**: one more person has to approve';
    return `${manifest.prompters.map(({ login, id }) => `${code(login)} (${id})`).join(', ')}, who may not approve`;
}
function demand({ rule, users, teams, codeowners, count: people, expiresSeconds }) {
    const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${code(team)}`), ...(codeowners ? ['a code owner of the files'] : [])];
    const named = who.length === 0 ? '**nobody is named**' : who.join(' or ');
    return `${people} ${people === 1 ? 'person' : 'people'} for ${code(rule)}: ${named}, for ${lasting(expiresSeconds)}`;
}
function impact(known, maxRows) {
    const ceiling = maxRows === null ? 'no row ceiling' : `rolled back beyond ${maxRows} rows`;
    if (known === null)
        return `impact: not estimated, for want of access; ${ceiling}`;
    const facts = [
        known.rows === null ? 'rows not known' : `about ${known.rows} ${known.rows === 1 ? 'row' : 'rows'}`,
        ...(known.sizeBytes === null ? [] : [`relation of ${render_sized(known.sizeBytes)}`]),
        ...(known.lock === null ? [] : [`lock ${code(known.lock)}`]),
        ...(known.rewrites === null ? [] : [known.rewrites ? '**rewrites the table**' : 'does not rewrite the table']),
        ...known.notes.map(code),
    ];
    return `impact, estimated: ${facts.join(', ')}; ${ceiling}`;
}
function lasting(seconds) {
    if (seconds % 86_400 === 0)
        return `${seconds / 86_400} d`;
    if (seconds % 3600 === 0)
        return `${seconds / 3600} h`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
function render_sized(bytes) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
    return `${Math.round((bytes / 1024 ** power) * 10) / 10} ${units[power] ?? 'B'}`;
}
function row(name, value) {
    return `| **${name}** | ${value} |`;
}
// In a span of code nothing is markup but a run of backticks as long as its own; a bar would end a cell.
function code(text) {
    const safe = (0,show/* shownInline */.FF)(text).replaceAll('|', '⟦U+007C⟧').replace(/^ | $/gu, '⟦1 space⟧');
    if (safe === '')
        return '(empty)';
    const ticks = '`'.repeat(longestRun([safe]) + 1);
    const gap = safe.startsWith('`') || safe.endsWith('`') ? ' ' : '';
    return `${ticks}${gap}${safe}${gap}${ticks}`;
}
// Longer than every run of backticks inside.
function fenced(lines) {
    const fence = '`'.repeat(Math.max(longestRun(lines), 2) + 1);
    return [`${fence}text`, ...lines, fence];
}
function longestRun(lines) {
    return lines.reduce((most, line) => Math.max(most, ...(line.match(/`+/gu) ?? []).map(({ length }) => length)), 0);
}
function count(words) {
    const counts = new Map();
    for (const one of words)
        counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
}


/***/ }),

/***/ 75390:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ shownInline),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   TV: () => (/* binding */ shownLines),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   ob: () => (/* binding */ strangers)
/* harmony export */ });
/* unused harmony export SHOWN_COLUMNS */
// SPDX-License-Identifier: Apache-2.0
//
// Text as a reviewer sees it: every character that hides, moves or turns others becomes a mark in ⟦ ⟧, long lines are broken at ⤶, nothing
// can be pushed out of sight by blanks. INVARIANT: two texts never show alike. Refuses to leave anything out.
// @see https://trojansource.codes, https://www.unicode.org/reports/tr36/
/** Characters of a line after which it is broken: what a pull request shows without scrolling sideways. */
const SHOWN_COLUMNS = 100;
/** Longer runs of blanks inside a line are counted instead of shown. */
const MOST_BLANKS = 16;
const MOST_INDENT = 32;
const MOST_EMPTY_LINES = 2;
// Hits controls, formats (bidi, joiners), the unassigned, lone surrogates, line separators, blanks other than the space, fillers, marks that
// pile up, and our own signs; misses letters of any script.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}⟦⟧⤶⇥\u00A0\u1680\u115F\u1160\u17B4\u17B5\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0]/gu;
// Hits `é` and `а` (Cyrillic); misses ASCII.
const BEYOND_ASCII = /[^\0-\x7F]/gu;
/** Different characters beyond ASCII that are named one by one. */
const MOST_NAMED = 24;
/** The lines of a text, each safe to show in a block of code. */
function shownLines(text) {
    return withoutRunsOfEmpty(text.split('\n').map(shownLine)).flatMap(wrapped);
}
/** A text on one line; line breaks are marks, too. */
function shownInline(text) {
    return text.split('\n').map(shownLine).join('⟦LF⟧');
}
/** Longest name or address that is told whole. */
const MAX_QUOTED = 100;
/** What whoever commits could choose, in one span of code: messages are shown as Markdown, too, and nothing may hide in them. */
function quoted(text) {
    const shown = shownInline(text).replaceAll('`', "'");
    return `\`${shown.length > MAX_QUOTED ? `${shown.slice(0, MAX_QUOTED)}…` : shown}\``;
}
/** The characters of a text that are no ASCII, by number: look-alikes stand out. Empty: there are none. */
function strangers(text) {
    const found = [...new Set(text.match(BEYOND_ASCII) ?? [])];
    const named = found.slice(0, MOST_NAMED).map((character) => `${shownLine(character)} ${codeOf(character)}`);
    return found.length > MOST_NAMED ? [...named, `and ${found.length - MOST_NAMED} more`] : named;
}
function shownLine(line) {
    const marked = line.replace(HIDDEN, (character) => (character === '\t' ? '⇥' : `⟦${codeOf(character)}⟧`));
    // Hits blanks at the end; then long runs between words, and at the beginning. Each starts at a character that is no blank.
    const trimmed = marked.replace(/ +$/u, (blanks) => counted(blanks));
    return trimmed.replace(/ {2,}/gu, (blanks, at) => (blanks.length > (at === 0 ? MOST_INDENT : MOST_BLANKS) ? counted(blanks) : blanks));
}
function counted(blanks) {
    return `⟦${blanks.length} ${blanks.length === 1 ? 'space' : 'spaces'}⟧`;
}
function withoutRunsOfEmpty(lines) {
    const out = [];
    for (let at = 0; at < lines.length;) {
        let end = at;
        while (lines[end] === '')
            end += 1;
        if (end - at > MOST_EMPTY_LINES)
            out.push(`⟦${end - at} empty lines⟧`);
        else
            out.push(...lines.slice(at, end));
        if (end < lines.length)
            out.push(lines[end]);
        at = end + 1;
    }
    return out;
}
/** A line that is shown already, in pieces; one that goes on below ends with the sign, which has been marked inside of texts. */
function wrapped(line) {
    const characters = [...line];
    if (characters.length <= SHOWN_COLUMNS)
        return [line];
    const pieces = [];
    for (let at = 0; at < characters.length; at += SHOWN_COLUMNS)
        pieces.push(characters.slice(at, at + SHOWN_COLUMNS).join(''));
    return pieces.map((piece, index) => (index === pieces.length - 1 ? piece : `${piece}⤶`));
}
function codeOf(character) {
    return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}


/***/ }),

/***/ 30068:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ saysTheSame),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   qG: () => (/* binding */ FREE_REASON)
/* harmony export */ });
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33413);
// SPDX-License-Identifier: Apache-2.0
//
// What a page says beside the operations themselves, and whether a manifest that somebody else may have written shows people what we would show
// them: the impact and the row ceiling of our own estimate, the rules and people of our own policy. Refuses differences that an estimate does not make by itself.

/** Why an operation that the policy allows is on the page. */
const FREE_REASON = 'needs no review by itself: it belongs to the others';
/** The rules of an operation, as its page has them. */
function wordsOf({ decision, rules, reasons }) {
    if (decision === 'review')
        return rules.map((id, index) => ({ id, reason: reasons[index] ?? '' }));
    return [{ id: rules[0] ?? 'allowed', reason: FREE_REASON }];
}
/** Differences that tables make by themselves between two estimates: a factor, or so many. */
const FACTOR = 2;
const ROWS = 10;
const BYTES = 1024 * 1024;
/** True: reading one is as good as reading the other. Both are of the same operations, in the same order. */
function saysTheSame(there, ours) {
    const told = ({ requester: { issuer, subject, names }, policy, demands }) => (0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)({ issuer, subject, names, policy, demands });
    return told(there) === told(ours) && there.operations.length === ours.operations.length && there.operations.every((operation, place) => sameTerms(operation, ours.operations[place]));
}
function sameTerms(there, ours) {
    return (0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(there.rules) === (0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(ours.rules) && close(there.maxRows, ours.maxRows, FACTOR * ROWS) && sameImpact(there.impact, ours.impact);
}
function sameImpact(there, ours) {
    if (there === null || ours === null)
        return there === ours;
    return close(there.rows, ours.rows, ROWS) && close(there.sizeBytes, ours.sizeBytes, BYTES) && there.lock === ours.lock && there.rewrites === ours.rewrites && notesIn(there) === notesIn(ours);
}
function close(one, other, slack) {
    if (one === null || other === null)
        return one === other;
    return Math.abs(one - other) <= slack || (one <= FACTOR * other && other <= FACTOR * one);
}
// Numbers in them are estimates, too.
function notesIn({ notes }) {
    return notes.join('\n').replace(/\d+/gu, '#');
}


/***/ }),

/***/ 34474:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ verifyApproval)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63540);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46443);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91119);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68074);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75390);
// SPDX-License-Identifier: Apache-2.0
//
// Is this pull request an approval of a manifest, here and now? Asks the forge for everything, twice for what can move, and hands it to
// the count. Refuses to believe the pull request's own words, names that a client chose, forks, other branches, pages that do not match.






/** People whose decisions are looked into one by one. */
const MAX_REVIEWERS = 50;
const refused = (why, hint) => ({ kind: 'refused', why, hint });
/** Verifies. Throws FORGE_FAILED when the forge does not answer whole, or when something moved meanwhile: then nothing runs. */
async function verifyApproval(request, deps) {
    const { forge } = deps;
    const repository = await forge.repository(request.repositoryId);
    const pull = await forge.pull(repository, request.number);
    const place = await misplaced(repository, pull, forge);
    if (place !== null)
        return { outcome: place, manifest: null, digest: null, pull, claimedBy: null, isVouched: false };
    const paths = await forge.changedPaths(repository, pull);
    const found = await manifestIn({ repository, pull, paths }, request, deps);
    if ('kind' in found)
        return { outcome: found, manifest: null, digest: null, pull, claimedBy: null, isVouched: false };
    const { manifest, digest } = found;
    const claimedBy = await forge.claimant(repository, digest);
    const demands = deps.demandsOf(manifest);
    const { isVouched, ...facts } = await gather({ repository, pull, paths, manifest, digest, demands }, deps);
    // INVARIANT: of what people read, the rules and who may approve are the policy's words, whoever wrote the page.
    const strange = isVouched ? null : deps.unlikePolicy(manifest);
    const outcome = strange === null ? (0,_count_js__WEBPACK_IMPORTED_MODULE_4__/* .countReviews */ .T)(facts, demands) : refused(`\`${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPaths */ .Ud)(digest).rendering}\` ${strange}, and no account of ours put it up`, 'let `approval-gate` put the operations up again');
    return { outcome, manifest, digest, pull: facts.pull, claimedBy, isVouched };
}
// Where it is: only a pull request of the repository itself, into its protected branch, that is alone with its commit.
async function misplaced(repository, pull, forge) {
    if (!repository.isProtected)
        return refused(`the default branch \`${repository.defaultBranch}\` is not protected, so reviews of what goes there bind nobody`, 'protect it');
    if (pull.headRepository !== repository.id)
        return refused(`pull request ${pull.number} comes from another repository`, 'only branches of the repository itself can be approved');
    if (pull.base !== repository.defaultBranch)
        return refused(`pull request ${pull.number} goes to \`${pull.base}\`, not to \`${repository.defaultBranch}\``, `set its base to \`${repository.defaultBranch}\`, and have it approved again`);
    if (pull.state === 'closed')
        return refused(`pull request ${pull.number} was closed without being merged`, 'open it again, or ask again');
    const others = (await forge.openAt(repository, pull.head)).filter((number) => number !== pull.number);
    return others.length === 0 ? null : refused(`pull request ${others.join(', ')} shows the same commit, so it is not plain which of them was reviewed`, 'close all but one');
}
// INVARIANT: what is returned was read at the reviewed head, is what the page beside it shows, and has the name of its own digest.
async function manifestIn(change, request, deps) {
    const added = new Set(change.paths.filter(({ status }) => status === 'added').map(({ path }) => path));
    const candidates = [...added].filter(isManifest);
    const wanted = request.digest === null ? candidates : candidates.filter((path) => path === (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPaths */ .Ud)(request.digest).json);
    const [path] = wanted;
    if (path === undefined || wanted.length > 1) {
        return refused(`pull request ${change.pull.number} adds ${wanted.length === 0 ? 'no such manifest' : `${wanted.length} manifests`} under \`${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7}\``, 'one pull request, one manifest: name the one that is meant');
    }
    const stray = change.paths.find((one) => one.status !== 'removed' && isIn(_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7, one.path) && !isOf(one.path, added));
    if (stray !== undefined)
        return refused(`pull request ${change.pull.number} also changes ${(0,_show_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(stray.path)}, beside the page that people read`, 'remove it from the branch: what looks like a page there has to be that of a manifest');
    const page = path.replace(/json$/u, 'md');
    if (!added.has(page))
        return refused(`pull request ${change.pull.number} does not show \`${page}\`, the page that people read`, 'put the operations up again');
    const commits = change.pull.mergeCommit === null ? [change.pull.head] : [change.pull.head, change.pull.mergeCommit];
    let manifest = null;
    for (const commit of commits) {
        const texts = [await deps.forge.file(change.repository, commit, path), await deps.forge.file(change.repository, commit, page)];
        const read = readPair(texts, path, deps.explain);
        if ('kind' in read)
            return read;
        if (manifest !== null && (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(manifest) !== (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(read))
            return refused('what was merged is not what was reviewed', 'put the operations up again');
        manifest = read;
    }
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(manifest);
    if ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPaths */ .Ud)(digest).json !== path || (request.digest !== null && request.digest !== digest))
        return refused(`\`${path}\` holds another manifest than its name says`, 'put the operations up again');
    if (manifest.repository !== change.repository.id)
        return refused(`\`${path}\` was made for another repository`, 'put the operations up here');
    return { manifest: manifest, digest };
}
// However a file system or a reader takes upper case.
function isIn(folder, path) {
    return path.toLowerCase().startsWith(`${folder}/`);
}
// A manifest, or the page of one that is added with it.
function isOf(path, added) {
    return isManifest(path) || (added.has(path) && added.has(path.replace(/\.md$/u, '.json')) && isManifest(path.replace(/\.md$/u, '.json')));
}
// Hits `.ostiary/approvals/` and 32 hex digits; the name says nothing but where to look.
function isManifest(path) {
    return path.startsWith(`${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7}/`) && /^[0-9a-f]{32}\.json$/u.test(path.slice(_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7.length + 1));
}
function readPair([json, page], path, explain) {
    if (json === null || page === null)
        return refused(`\`${path}\` and its page are not both there`, 'put the operations up again');
    try {
        const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(json);
        // The parsers of this version speak: after an update that reads something otherwise, old pages no longer hold.
        if ((0,_render_js__WEBPACK_IMPORTED_MODULE_3__/* .renderManifest */ .sB)(manifest, explain) !== page)
            return refused(`the page beside \`${path}\` does not show what the manifest says`, 'it was changed, or made by another version: put the operations up again');
        return manifest;
    }
    catch (thrown) {
        if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue && (thrown.code === 'INPUT_INVALID' || thrown.code === 'DENIED'))
            return refused(thrown.message, thrown.hint ?? 'put the operations up again');
        throw thrown;
    }
}
async function gather(of, deps) {
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
    const owners = of.demands.some(({ codeowners }) => codeowners) ? await ownersAmong(standings, of, forge) : new Set();
    const again = await forge.pull(repository, pull.number);
    if (again.head !== pull.head || again.base !== pull.base || again.state !== pull.state || again.branch !== pull.branch || again.mergeCommit !== pull.mergeCommit) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', `pull request ${pull.number} changed while it was looked at`, { hint: 'run again' });
    }
    const named = [...(spoken ?? []), ...(manifest.prompters ?? [])];
    // INVARIANT: who was known, or not known, when it was put up stays so: a later attempt of the run has other actors, and GitLab's pipeline none of its jobs'.
    const isKnown = isVouched && spoken !== null && manifest.prompters !== null;
    return { isVouched, pull: again, reviews, commits, pushes, proposers: deps.proposers, prompters: isKnown ? named : null, alleged: isKnown ? [] : named, standings, teams, owners };
}
// The run in a manifest is believed when the manifest came with one push of an account of ours, and was not touched since.
async function vouched({ repository, pull, digest }, pushes, { forge, proposers }) {
    if (proposers.length === 0)
        return false;
    const [commit, ...earlier] = await forge.history(repository, pull.head, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPaths */ .Ud)(digest).json);
    return commit !== undefined && earlier.length === 0 && pushes.some(({ after, by }) => after === commit && by !== null && proposers.includes(by.id));
}
async function standingsOf({ decisions }, repository, forge) {
    const people = new Map(decisions.flatMap(({ by }) => (by === null || by.kind === 'bot' ? [] : [[by.id, by]])));
    if (people.size > MAX_REVIEWERS)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', `more than ${MAX_REVIEWERS} people decided about this pull request`, { hint: 'ask again in a new one' });
    const standings = new Map();
    for (const [id, account] of people) {
        const standing = await forge.standing(repository, account);
        if (standing.account.id !== id)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', `the forge answered about another account than ${id}`, { hint: 'was it renamed just now? run again' });
        standings.set(id, standing);
    }
    return standings;
}
async function teamsOf(names, forge) {
    const teams = new Map();
    for (const name of new Set(names))
        teams.set(name, new Set(await forge.team(name)));
    return teams;
}
// Those who own every file that changes, as the protected branch says. A file that nobody owns is owned by nobody.
async function ownersAmong(standings, { repository, paths }, forge) {
    const wanted = await (0,_owners_js__WEBPACK_IMPORTED_MODULE_2__/* .ownersOfChange */ .El)(repository, paths, forge);
    if (wanted === null)
        return new Set();
    const teams = await teamsOf(wanted.flat(2).filter((name) => name.includes('/')), forge);
    const owns = ({ account: { id, login } }) => wanted.every((sections) => sections.length > 0
        && sections.every((owners) => owners.some((name) => (name.includes('/') ? teams.get(name)?.has(id) === true : name === login.toLowerCase()))));
    return new Set([...standings.values()].filter(owns).map(({ account }) => account.id));
}


/***/ }),

/***/ 66613:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readObject),
/* harmony export */   F: () => (/* binding */ namesTwice)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Reads a JSON object that somebody else wrote and that a decision hangs on: headers and claims of tokens. Refuses what parsers disagree
// about, since another reader may have seen something else: a member named twice, bytes that are no UTF-8, a byte order mark.
// @see https://www.rfc-editor.org/rfc/rfc8725#section-3.10
/** Tokens hold lists of groups in objects, and little below. */
const MAX_DEPTH = 16;
/** Keeps nothing between texts. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The object; null when it is none, or when readers could disagree about it. */
function readObject(bytes) {
    try {
        const text = UTF8.decode(bytes);
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null || Array.isArray(value) || namesTwice(text, MAX_DEPTH))
            return null;
        return value;
    }
    catch {
        return null;
    }
}
/** True when an object names a member twice, or things nest deeper than `maxDepth`. */
// INVARIANT: `text` is JSON that JSON.parse has read, so only its shape is looked at: strings, and what opens and closes.
function namesTwice(text, maxDepth) {
    const open = [];
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charCodeAt(at);
        if (character === 0x7b || character === 0x5b) {
            if (open.push(character === 0x7b ? new Set() : null) > maxDepth)
                return true;
        }
        else if (character === 0x7d || character === 0x5d)
            open.pop();
        else if (character === 0x22) {
            const end = endOfString(text, at);
            const names = open.at(-1);
            // In an object a string is a name when a colon follows it.
            if (names !== null && names !== undefined && followedByColon(text, end)) {
                const before = names.size;
                if (names.add(nameAt(text, at, end)).size === before)
                    return true;
            }
            at = end - 1;
        }
    }
    return false;
}
function nameAt(text, start, end) {
    const name = text.slice(start + 1, end - 1);
    return name.includes('\\') ? JSON.parse(text.slice(start, end)) : name;
}
// Behind the quote that no odd number of backslashes stands before.
function endOfString(text, start) {
    for (let quote = text.indexOf('"', start + 1);; quote = text.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (text.charCodeAt(quote - 1 - backslashes) === 0x5c)
            backslashes += 1;
        if (backslashes % 2 === 0)
            return quote + 1;
    }
}
function followedByColon(text, from) {
    let at = from;
    while (at < text.length && text.charCodeAt(at) <= 0x20)
        at += 1;
    return text.charCodeAt(at) === 0x3a;
}


/***/ }),

/***/ 1031:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ lateHint),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   wO: () => (/* binding */ audienceHint)
/* harmony export */ });
/* unused harmony export fileOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What to tell somebody whose token was refused: which line of which file to change, by kind of issuer. Refuses to print what a token
// (or a server) says at length or with control characters in it: it is anybody's text.

const MAX_SHOWN = 120;
const MAX_SAID = 400;
function untrusted(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('IDENTITY_UNTRUSTED', message, { hint });
}
/** A value of a token in backticks, on one line, at most 120 characters. */
function shown(value) {
    if (value === undefined)
        return '(none)';
    const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\p{C}\p{Z}`]/gu, ' ');
    return `\`${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}\``;
}
/** Text of somebody else on one line, without control characters, at most 400 characters. */
function oneLine(text) {
    const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
    return line.length > MAX_SAID ? `${line.slice(0, MAX_SAID)}…` : line;
}
/** The file that a job came from, by its token: `.github/workflows/x.yml`, `.gitlab-ci.yml`; good for a hint, never for a decision. */
function fileOf(kind, claims) {
    const text = (name) => (typeof claims[name] === 'string' ? claims[name] : '');
    // Matches `acme/shop/.github/workflows/x.yml@refs/heads/main`, misses `x.yml`.
    const workflow = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+)@/u.exec(text('workflow_ref'))?.[1];
    // Matches `gitlab.com/acme/shop//.gitlab-ci.yml@refs/heads/main`, misses `gitlab.com/acme/shop`.
    const pipeline = /^[^@]*?\/\/([\w./-]+)@/u.exec(text('ci_config_ref_uri'))?.[1];
    return (kind === 'github' ? workflow : pipeline) ?? (kind === 'github' ? 'the workflow' : '.gitlab-ci.yml');
}
/** Which line to change when the audience is wrong. */
function audienceHint(kind, wanted, claims = {}) {
    switch (kind) {
        case 'github':
            return `ask for it with the input \`audience: ${wanted}\` of the step that gets the token, in ${fileOf(kind, claims)}`;
        case 'gitlab':
            return `write \`aud: ${wanted}\`, one audience and no list, under \`id_tokens: OSTIARY_ID_TOKEN:\` of the job in ${fileOf(kind, claims)}`;
        case 'oidc':
            return `ask the issuer for a token whose \`aud\` is \`${wanted}\` and nothing else`;
        default:
            return kind;
    }
}
/** What to do about a token that came too late. */
function lateHint(kind, claims = {}) {
    switch (kind) {
        case 'github':
            return `GitHub tokens live five minutes: get it right before it is used, in the same job of ${fileOf(kind, claims)}, and never pass it between jobs`;
        case 'gitlab':
            return `GitLab issues the token when the job starts: make \`ostiary\` the first thing in its job in ${fileOf(kind, claims)}, and the job's \`timeout\` long enough`;
        case 'oidc':
            return 'get a new token right before it is used';
        default:
            return kind;
    }
}


/***/ }),

/***/ 34936:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// JSON that has one reading only. Refuses what two parsers could read differently: a key that stands twice in one object, text that is nested
// deeper than people write, numbers that lose digits.
// @see https://www.rfc-editor.org/rfc/rfc8259#section-4
/** Source: the deepest request of any API in the corpora has 14. */
const MAX_DEPTH = 64;
// Strings and the marks that open, close and part; all else is left to JSON.parse.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;
/** Reads a text. Never throws. */
function parseJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { kind: 'problem', problem: 'it is no JSON' };
    }
    const problem = secondReading(text);
    return problem === null ? { kind: 'value', value } : { kind: 'problem', problem };
}
// The text is JSON, so braces match and each string before a colon is a key.
function secondReading(text) {
    const open = [];
    let last = '';
    for (const [token] of text.matchAll(TOKEN)) {
        if (token === '{' || token === '[') {
            open.push(token === '{' ? new Set() : null);
            if (open.length > MAX_DEPTH)
                return `it is nested deeper than ${MAX_DEPTH}`;
        }
        else if (token === '}' || token === ']')
            open.pop();
        else if (token === ':') {
            const keys = open.at(-1);
            const key = JSON.parse(last);
            if (keys?.has(key) === true)
                return 'a key stands twice in one object, and who reads it takes the first or the last';
            keys?.add(key);
        }
        last = token;
    }
    return null;
}
/** True for what JSON calls an object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 79491:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ destinationOf),
/* harmony export */   _: () => (/* binding */ readMessage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34936);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9847);
// SPDX-License-Identifier: Apache-2.0
//
// A request as text: an HTTP/1.1 message, or JSON `{method, url, headers, body}`. Refuses what two parsers could take for two messages: folded
// lines, blanks before a colon, bare line ends, lengths that disagree, encodings of the body.
// @see https://www.rfc-editor.org/rfc/rfc9112


/** Source: far more than a person reviews; the largest body of a request that a model API takes is 32 MiB. */
const MAX_BYTES = 32 * 1024 * 1024;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/u;
const problem = (why, known = {}) => ({ kind: 'problem', problem: why, method: known.method ?? null, path: known.path ?? null });
/** Reads a request. Never throws. */
function readMessage(text) {
    if (Buffer.byteLength(text, 'utf8') > MAX_BYTES)
        return problem(`it is larger than ${MAX_BYTES} bytes`);
    const raw = /^\s*\{/u.test(text) ? ofJson(text) : ofText(text);
    return typeof raw === 'string' ? problem(raw) : checked(raw);
}
function ofText(text) {
    if (/\0|\r(?!\n)/u.test(text))
        return 'it holds a NUL, or a carriage return that ends no line';
    const end = /\r?\n\r?\n/u.exec(text);
    const lines = (end === null ? text.replace(/\r?\n$/u, '') : text.slice(0, end.index)).split(/\r?\n/u);
    // Hits `GET /a HTTP/1.1` and `GET /a`; misses two blanks, a tab, a line before it.
    const [, method, target] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}) (\S+)(?: HTTP\/1\.[01])?$/u.exec(lines[0] ?? '') ?? [];
    if (method === undefined || target === undefined)
        return 'its first line is no request line';
    const headers = [];
    for (const line of lines.slice(1)) {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0));
        const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/gu, '');
        if (!TOKEN.test(name))
            return 'a line of its head is no header';
        headers.push([name, value]);
    }
    return { method, target, headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}
const KEYS = ['method', 'url', 'headers', 'body'];
function ofJson(text) {
    const parsed = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(text);
    if (parsed.kind === 'problem')
        return parsed.problem;
    const { value } = parsed;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) || typeof value['method'] !== 'string' || typeof value['url'] !== 'string')
        return 'it has no `method` and `url`';
    const other = Object.keys(value).find((key) => !KEYS.includes(key));
    if (other !== undefined)
        return `it says more than \`${KEYS.join('`, `')}\``;
    const headers = headersOf(value['headers'] ?? {});
    if (headers === null)
        return 'its `headers` are not names with texts';
    const { body = '' } = value;
    return { method: value['method'], target: value['url'], headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
function headersOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return null;
    const pairs = Object.entries(value).flatMap(([name, one]) => (Array.isArray(one) ? one : [one]).map((text) => [name, text]));
    const sound = pairs.every((pair) => TOKEN.test(pair[0]) && typeof pair[1] === 'string');
    return sound ? pairs : null;
}
function checked({ method, target: text, headers: pairs, body }) {
    if (!TOKEN.test(method))
        return problem('its method is none');
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .readTarget */ ._)(text, method);
    if (target.kind === 'problem')
        return problem(target.problem, { method, path: target.path });
    const { path } = target;
    const headers = new Map();
    for (const [name, value] of pairs) {
        if (/[^\t\x20-\x7e\x80-\uffff]/u.test(value))
            return problem('a header of it holds what no header may', { method, path });
        headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
    }
    const wrong = headProblem(headers, target);
    if (wrong !== null)
        return problem(wrong, { method, path });
    const whole = bodyOf(body, headers);
    return whole === null ? problem('its body is not as long as its `content-length` says', { method, path }) : { kind: 'message', method, target, headers, body: whole };
}
/** Headers by which a server may take another path, another method or another message than the request line says. */
const DIVERTING = [
    'transfer-encoding', 'upgrade', 'http2-settings', 'trailer', 'te', 'x-http-method-override', 'x-http-method', 'x-method-override', 'x-original-url', 'x-rewrite-url', 'x-original-uri', 'x-forwarded-path', 'x-forwarded-prefix',
];
/** Headers that make no sense twice. */
const SINGLE = ['host', 'content-length', 'content-type', 'content-encoding'];
function headProblem(headers, { scheme, authority }) {
    const diverting = DIVERTING.find((name) => headers.has(name));
    if (diverting !== undefined)
        return `its header \`${diverting}\` can make another request of it`;
    const double = SINGLE.find((name) => (headers.get(name)?.length ?? 0) > 1);
    if (double !== undefined)
        return `its header \`${double}\` stands there twice`;
    const encoding = headers.get('content-encoding')?.[0]?.toLowerCase();
    if (encoding !== undefined && encoding !== 'identity')
        return 'its body is in an encoding that we do not read';
    const host = headers.get('host')?.[0];
    if (host === undefined)
        return null;
    const named = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)(scheme ?? 'https', host);
    return named === null || (authority !== null && named !== authority) ? 'its header `host` names another server than its target, or none' : null;
}
// Editors end a file with a line feed that is not part of the body.
function bodyOf(body, headers) {
    const said = headers.get('content-length')?.[0];
    if (said === undefined)
        return body;
    const candidates = [body, body.replace(/\r?\n$/u, '')];
    return (/^(?:0|[1-9][0-9]{0,9})$/u.test(said) ? candidates.find((candidate) => Buffer.byteLength(candidate, 'utf8') === Number(said)) : undefined) ?? null;
}
/** The server that a request names: by its target, else by its `host`; null when it names none. */
function destinationOf({ target, headers }) {
    if (target.authority !== null)
        return { scheme: target.scheme, authority: target.authority };
    const host = headers.get('host')?.[0];
    const authority = host === undefined ? null : (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)('https', host);
    return authority === null ? null : { scheme: null, authority };
}


/***/ }),

/***/ 17889:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ access),
/* harmony export */   dt: () => (/* binding */ requestOperation),
/* harmony export */   iN: () => (/* binding */ askedOf),
/* harmony export */   j_: () => (/* binding */ destination)
/* harmony export */ });
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79491);

/** One request as an operation; unknown accesses say why, and so does the operation. */
function requestOperation({ kind, statement, name, text, redacted, accesses, destination, size }) {
    const unknown = [...new Set(accesses.flatMap(({ why }) => (why === undefined ? [] : [why])))];
    const facts = { statement, name, text: text.trim(), redacted, accesses, functions: [], hazards: [], forbidden: [], unknown, assumed: false, destination };
    return { kind, line: 1, size, facts };
}
/** One access of a request. */
function access(effect, object, type, why) {
    return { effect, object, type: object === null ? null : type, columns: [], filtered: [], assumed: false, ...(why === undefined ? {} : { why }) };
}
/** Where a message goes. */
function destination(message) {
    const at = (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .destinationOf */ .M)(message);
    return { scheme: at?.scheme ?? null, authority: at?.authority ?? null, path: message.target.path };
}
/**
 * The same operation as asked of a resource at `url`: unknown when it names another server, or a path that lies outside. Others than
 * requests, and resources without an address, come back as they are.
 */
function askedOf(read, url) {
    const elsewhere = 'destination' in read.facts && url !== null && URL.canParse(url) ? complaint(read.facts.destination, new URL(url)) : null;
    if (elsewhere === null)
        return read;
    const { facts } = read;
    return { ...read, facts: { ...facts, accesses: [...facts.accesses, access('unknown', null, null, elsewhere)], unknown: [...facts.unknown, elsewhere] } };
}
function complaint({ scheme, authority, path }, { protocol, host, pathname }) {
    if (scheme !== null && `${scheme}:` !== protocol)
        return `it goes by \`${scheme}\`, and the resource is reached by \`${protocol.slice(0, -1)}\``;
    if (authority !== null && authority !== host)
        return `it goes to \`${authority}\`, which is not the resource`;
    const root = pathname.replace(/\/+$/u, '');
    return path === null || path === root || (path === '*' && root === '') || path.startsWith(`${root}/`) ? null : `it goes to a path outside of \`${root}\`, where the resource is`;
}


/***/ }),

/***/ 9847:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTarget),
/* harmony export */   r: () => (/* binding */ normalAuthority)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The target of a request in its one normal form: what is judged is what is sent, byte for byte. Refuses every path that two servers could read
// differently: `//`, dots, encoded slashes and letters, `;`, backslashes, a dot or blank at the end of a part, a user in an address.
// @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2  @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
/** Source: what the largest servers take for a request line. */
const MAX_TARGET = 8_192;
const problem = (why, path = null) => ({ kind: 'problem', problem: why, path });
/** Reads origin-form (`/a?b`), absolute-form (`https://host/a?b`), and `*` of OPTIONS. Never throws. */
function readTarget(text, method) {
    if (text.length > MAX_TARGET)
        return problem(`its target is longer than ${MAX_TARGET} characters`);
    // Hits `/a?b=c`; misses what no target holds: blanks, controls, a fragment, letters beyond ASCII.
    if (!/^[\x21\x22\x24-\x7e]+$/u.test(text))
        return problem('its target holds characters that no target has');
    if (text === '*')
        return method === 'OPTIONS' ? { kind: 'target', scheme: null, authority: null, path: '*', query: '' } : problem('`*` is a target of OPTIONS alone');
    const [, scheme, authority, rest = text] = /^(https?):\/\/([^/?]*)(.*)$/u.exec(text) ?? [];
    const at = authorityOf(scheme, authority);
    if (at === null)
        return problem('its address has more than one reading');
    const mark = rest.indexOf('?');
    const path = mark < 0 ? rest : rest.slice(0, mark);
    const found = { kind: 'target', scheme: scheme ?? null, authority: at === '' ? null : at, path: path === '' && scheme !== undefined ? '/' : path, query: mark < 0 ? '' : rest.slice(mark + 1) };
    const wrong = pathProblem(found.path);
    return wrong === null ? found : problem(wrong, isClearButForItsEnd(found.path) ? found.path : null);
}
// Empty: there is none. Null: it is not in the form that every reader takes for the same.
function authorityOf(scheme, authority) {
    if (scheme === undefined || authority === undefined)
        return '';
    return normalAuthority(scheme, authority);
}
/** `HOST:port` as `host[:port]`; null when it holds a user, an address in an odd form, or is not one. */
function normalAuthority(scheme, authority) {
    const lower = authority.toLowerCase();
    // Hits `api.example:8443`, `[::1]:80`; misses `a@b`, `a.`, `0x7f.1`, `a%2eb`.
    if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::[1-9][0-9]{0,4})?$/u.test(lower))
        return null;
    const url = `${scheme}://${lower}/`;
    if (!URL.canParse(url))
        return null;
    const { host } = new URL(url);
    // A host that becomes another one when it is read (`127.1`) is not in its normal form.
    return host === lower || `${host}:${scheme === 'https' ? 443 : 80}` === lower ? host : null;
}
function pathProblem(path) {
    if (path === '/')
        return null;
    if (!path.startsWith('/'))
        return 'its target is neither a path nor an address';
    if (path.endsWith('/'))
        return 'its path ends in a slash, and servers read it with it or without';
    for (const segment of path.slice(1).split('/')) {
        const wrong = segmentProblem(segment);
        if (wrong !== null)
            return wrong;
    }
    return null;
}
/** Characters of a path that mean themselves; of all others the encoded form is the only one. */
const PLAIN = /^[A-Za-z0-9\-._~!$&'()*+,=:@]$/u;
function segmentProblem(segment) {
    if (segment === '')
        return 'its path has `//` in it';
    if (segment === '.' || segment === '..')
        return 'its path has `.` or `..` in it';
    const decoded = decodedOf(segment);
    if (decoded === null)
        return 'its path has an encoding in it that nobody reads';
    if (/[/\\;?#%\p{Cc}\p{Cf}]/u.test(decoded))
        return 'its path has a slash, a backslash, `;`, `?`, `#`, `%` or what does not print in it, encoded or not';
    if (/^\s|[\s.]$/u.test(decoded))
        return 'a part of its path begins or ends with a blank, or ends with a dot';
    if (encodedOf(decoded) !== segment)
        return 'its path can be written in another way, and that is the one that servers compare';
    return decoded.normalize('NFC') === decoded ? null : 'its path has letters in it that can be written in another way';
}
function decodedOf(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return null;
    }
}
function encodedOf(decoded) {
    return [...decoded].map((char) => (PLAIN.test(char) ? char : encodeURIComponent(char))).join('');
}
function isClearButForItsEnd(path) {
    return path.length > 1 && path.endsWith('/') && pathProblem(path.slice(0, -1)) === null;
}


/***/ })

};
