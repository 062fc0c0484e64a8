export const id = 2150;
export const ids = [2150];
export const modules = {

/***/ 91222:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAfterReviews)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _break_glass_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78961);
/* harmony import */ var _count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63540);
// SPDX-License-Identifier: Apache-2.0
//
// The review after break-glass: counted as any other, of the pull request that was opened before anything ran, by somebody who did not start
// it. Then its check is green and it is closed. Refuses to be satisfied by anybody who had a hand in it; decides about nothing else.



/** A year: who looks at it late has looked. */
const LATE_SECONDS = 31_536_000;
/** Looks at all that wait; shows the check and closes where somebody has looked. Throws FORGE_FAILED. */
async function settleAfterReviews(repositoryId, notify, forge) {
    const repository = await forge.repository(repositoryId);
    const found = [];
    // Closed by hand it waits all the same: only we remove its branch, and only when somebody has looked.
    for (const pull of await forge.underReview(repository, _break_glass_js__WEBPACK_IMPORTED_MODULE_1__/* .BREAK_PREFIX */ .Pl, 'closed')) {
        const outcome = await reviewOf(pull, { repository, notify, forge }).catch(unseen);
        if (outcome.kind !== 'approved') {
            found.push({ pull, by: [], missing: outcome.kind === 'refused' ? `somebody to see to it: ${outcome.why} (${outcome.hint})` : outcome.missing.map(({ what }) => what).join('; ') });
            continue;
        }
        const by = outcome.by.map(({ id, login }) => `${login} (${id})`).join(', ');
        await forge.showStatus(repository, { commit: pull.head, state: 'executed', title: `break-glass: reviewed by ${by}`, summary: `Reviewed by ${by}.`, url: pull.url });
        await forge.close(repository, pull);
        found.push({ pull, by: outcome.by, missing: null });
    }
    return found;
}
// Whoever may push can make one that can't be read: that hides none of the others.
function unseen(thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue))
        throw thrown;
    return { kind: 'refused', why: thrown.message, hint: thrown.hint ?? 'run again' };
}
async function reviewOf(pull, { repository, notify, forge }) {
    const demand = { rule: 'break-glass', users: notify.users, teams: notify.teams, codeowners: false, count: 1, expiresSeconds: LATE_SECONDS };
    const text = await forge.file(repository, pull.head, (0,_break_glass_js__WEBPACK_IMPORTED_MODULE_1__/* .breakPath */ .Ff)(pull.branch.slice(_break_glass_js__WEBPACK_IMPORTED_MODULE_1__/* .BREAK_PREFIX */ .Pl.length)));
    const record = text === null ? null : recordIn(text);
    const pushes = await forge.pushes(repository, pull.branch);
    const maker = await makerOf(pull, pushes, { repository, forge });
    if (record === null || maker === null) {
        return { kind: 'refused', why: `pull request ${pull.number} does not hold its record as it was made`, hint: 'its branch was pushed to by hand: look at the recording, then remove the branch' };
    }
    const commits = await forge.commits(repository, pull);
    const prompters = await forge.prompters(repository, record.run);
    const reviews = await forge.reviews(repository, pull);
    const standings = new Map();
    for (const { by } of reviews.decisions)
        if (by !== null && by.kind === 'person')
            standings.set(by.id, await forge.standing(repository, by));
    const teams = new Map();
    for (const name of notify.teams)
        teams.set(name, new Set(await forge.team(name)));
    return (0,_count_js__WEBPACK_IMPORTED_MODULE_2__/* .countReviews */ .T)({ pull, reviews, commits, pushes, proposers: [maker.id], prompters, alleged: record.by, standings, teams, owners: new Set() }, [demand]);
}
// Whoever opened the pull request, when the record is as they made it: one push that made the branch, of one commit, and nothing since.
async function makerOf({ head, branch, author }, pushes, { repository, forge }) {
    const [only, ...others] = pushes.filter(({ after }) => after !== null);
    if (only === undefined || others.length > 0 || only.before !== null || only.after !== head || author === null || only.by?.id !== author.id)
        return null;
    return (await forge.history(repository, head, (0,_break_glass_js__WEBPACK_IMPORTED_MODULE_1__/* .breakPath */ .Ff)(branch.slice(_break_glass_js__WEBPACK_IMPORTED_MODULE_1__/* .BREAK_PREFIX */ .Pl.length)))).join() === head ? author : null;
}
function recordIn(text) {
    try {
        const { format, run, by } = JSON.parse(text);
        const isWhole = format === 'ostiary-break-glass-v1' && typeof run === 'string' && /^[1-9]\d{0,18}$/u.test(run) && Array.isArray(by)
            && by.every((person) => typeof person?.id === 'string' && typeof person.login === 'string');
        return isWhole ? { run, by } : null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 64965:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ AskOnly)
/* harmony export */ });
/** Answers every claim with how to ask for a review. */
class AskOnly {
    #approvers;
    constructor(approvers) {
        this.#approvers = approvers;
    }
    async claim(operation, _principal, _asked) {
        const how = `put this ${operation.facts.statement} for \`${operation.resource.name}\` into a pull or merge request and have it reviewed by ${this.#who()}`;
        return { kind: 'pending', how, url: null };
    }
    #who() {
        const approvers = this.#approvers;
        if (approvers === null)
            return 'a person whom the policy names under `approvers` (it names nobody yet)';
        const parts = [
            ...(approvers.users.length > 0 ? [`user ${approvers.users.join(', ')}`] : []),
            ...(approvers.teams.length > 0 ? [`team ${approvers.teams.join(', ')}`] : []),
            ...(approvers.codeowners ? ['a code owner'] : []),
        ];
        const who = parts.length === 0 ? 'a person whom the policy names under `approvers`' : parts.join(' or ');
        return approvers.count > 1 ? `${approvers.count} people of: ${who}` : who;
    }
}


/***/ }),

/***/ 78961:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ff: () => (/* binding */ breakPath),
/* harmony export */   Mb: () => (/* binding */ breakGlass),
/* harmony export */   Pl: () => (/* binding */ BREAK_PREFIX),
/* harmony export */   Xj: () => (/* binding */ mayBreak)
/* harmony export */ });
/* unused harmony export BreakGlass */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _prompters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56237);
// SPDX-License-Identifier: Apache-2.0
//
// Break-glass: a named person lets operations that need a review run now, with a reason, for a while. Somebody else is told before anything
// happens, and has to review it afterwards. Refuses whoever is not in the group by the forge's word, now; and to begin when nobody could be told.


/** Branches of break-glass; ours, and removed when they were reviewed. */
const BREAK_PREFIX = 'ostiary/approvals/break-glass-';
const FOLDER = '.ostiary/break-glass';
/** Operations that a pull request is told one by one. */
const MAX_TOLD = 100;
/** Where the record of a session lies. */
function breakPath(session) {
    return `${FOLDER}/${session}.json`;
}
/** Checks who it is, and tells the others. Resolves when they were told; throws DENIED or FORGE_FAILED, and then nothing is open. */
async function breakGlass(request, forge, monotonicMs) {
    const { run, starter, session, reason, resources, notify, maxMs, now } = request;
    const repository = await forge.repository(request.repositoryId);
    // INVARIANT: whoever played the job is one of those who are checked, and on record.
    const people = starter === null ? null : await (0,_prompters_js__WEBPACK_IMPORTED_MODULE_1__/* .peopleBehind */ .M)({ run, starter }, { forge, repository });
    if (run === null || people === null || people.length === 0)
        throw denied('nobody knows which person started this run', 'start it by hand: a run that an agent, an App or a schedule started may not');
    for (const person of people)
        await demandMember(person, request, { forge, repository });
    const others = { users: notify.users.filter((id) => !people.some((person) => person.id === id)), teams: notify.teams };
    if (others.users.length + others.teams.length === 0)
        throw denied('there is nobody else to tell', 'name somebody under `break_glass.notify` who did not start the run');
    const record = { format: 'ostiary-break-glass-v1', session, run, by: people, reason, until: new Date(now + maxMs).toISOString(), resources };
    // INVARIANT: somebody else is asked for a review before the first operation can pass. Whatever fails here leaves the glass whole.
    const pull = await forge.open(repository, {
        branch: `${BREAK_PREFIX}${session}`, title: `Break-glass on ${resources.join(', ')}: to be reviewed`, files: [{ path: breakPath(session), text: `${JSON.stringify(record, null, 2)}\n` }],
        body: bodyOf(record, others.teams),
    });
    await forge.requestReviewers(repository, pull, others);
    await forge.showStatus(repository, { commit: pull.head, state: 'refused', title: 'break-glass: has to be reviewed', summary: 'Operations that need a review may run without one. Somebody else has to look at them afterwards.', url: pull.url });
    return new BreakGlass({ pull, people, reason, until: record.until, ends: monotonicMs() + maxMs, monotonicMs });
}
async function demandMember({ id, login }, { may }, { forge, repository }) {
    const standing = await forge.standing(repository, { id, login, kind: 'person' });
    if (standing.account.kind !== 'person' || standing.account.id !== id || !standing.mayWrite)
        throw denied(`\`${login}\` (${id}) may not write here`, 'somebody of the group has to start the run');
    for (const group of may) {
        if (await isIn(group, id, forge))
            continue;
        throw denied(`\`${login}\` (${id}) is not in the group that may`, 'somebody of the group under `break_glass` has to start the run, and alone');
    }
}
async function isIn({ users, teams }, id, forge) {
    if (users.includes(id))
        return true;
    for (const team of teams)
        if ((await forge.team(team)).includes(id))
            return true;
    return false;
}
function denied(why, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('DENIED', `break-glass: ${why}`, { hint });
}
/** Whether the policy's word lets a job break the glass at all. `names`: its identities. Throws DENIED: by default no job may, since whether an agent is in it is known to nobody but the policy. */
function mayBreak(settings, names) {
    if (settings === null)
        throw denied('the policy lets nobody', 'the key `break_glass` of the policy says who may; until then ask for a review');
    if (!names.some((name) => settings.principals.includes(name)))
        throw denied('this job is none of those that may', 'name its identity under `break_glass.principal` when only people start it, and no agent is in it');
    return settings;
}
// The reason is a person's own words: in a block of code, so that it is only read. Markdown ends a line at a bare return, too.
function bodyOf({ by, reason, until, resources, session }, teams) {
    const mentions = teams.map((team) => `@${team}`).join(' ');
    return [
        `${by.map(({ id, login }) => `${login} (${id})`).join(', ')} let operations on ${resources.map((name) => `\`${name}\``).join(', ')} run that need a review, until ${until}, in session \`${session}\`.`,
        '', ...reason.split(/\r\n?|\n/u).map((line) => `    ${line}`), '',
        `Look at what ran (a comment tells it when the session ends), and approve this pull request when you have.${mentions === '' ? '' : ` ${mentions}`}`, '',
    ].join('\n');
}
/** The approvals of a session under break-glass, for as long as it lasts. What the policy denies never gets here. */
class BreakGlass {
    #broken;
    #ran = [];
    constructor(broken) {
        this.#broken = broken;
    }
    /** Where people were told, and until when it holds (ISO 8601). */
    get told() {
        return { url: this.#broken.pull.url, until: this.#broken.until };
    }
    /** For the recording. */
    get seen() {
        const { pull, people, reason, until } = this.#broken;
        return { state: 'break-glass', manifest: null, by: people.map(({ id, login }) => `${login} (${id})`), url: pull.url, reason: `until ${until}: ${reason}` };
    }
    async claim(operation) {
        const { pull, until, ends, monotonicMs } = this.#broken;
        if (monotonicMs() >= ends)
            return { kind: 'pending', how: `break-glass ended at ${until}: ask for a review, or start again`, url: pull.url, seen: { ...this.seen, state: 'expired' } };
        const ran = { resource: operation.resource.name, text: operation.facts.redacted, how: 'unknown', said: null };
        this.#ran.push(ran);
        return {
            kind: 'approved', approval: `nobody yet: break-glass by ${this.seen.by.join(', ')}, to be reviewed in ${pull.url}`, maxRows: null, seen: this.seen,
            settle: (how, said) => {
                ran.how = how === 'done' ? 'done' : how === 'rolled-back' ? 'rolled back' : 'unknown';
                ran.said = said ?? ran.said;
            },
        };
    }
    /** What is told when the session ends. */
    get outcomes() {
        const { pull, reason } = this.#broken;
        const more = this.#ran.length > MAX_TOLD ? `; the recording has all ${this.#ran.length}` : '';
        return [{ kind: 'break-glass', pull, manifest: null, isDone: false, operations: this.#ran.slice(0, MAX_TOLD).map((ran) => ({ ...ran })), why: `${reason}${more}` }];
    }
}


/***/ }),

/***/ 26338:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ownersOfChange)
/* harmony export */ });
/* unused harmony export ownersOf */
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
            const [, name, words] = heading;
            section = name.trim().toLowerCase();
            inherited = ownersIn(words.split(/\s+/u));
            continue;
        }
        const [spoken] = line.replace(/\\ /gu, '\0').split(/\s+#/u);
        const [pattern, ...rest] = spoken.split(/\s+/u);
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
    // A lone slash is every path for GitLab and, to git, none: a line before it may still be the one that counts.
    if (plain === '')
        return () => 'maybe';
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

/***/ 63540:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ countReviews),
  l: () => (/* binding */ unmeetable)
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

// EXTERNAL MODULE: ./lib/approval/visible-text.js
var visible_text = __webpack_require__(24541);
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
/** Why these demands can be met by nobody; null: somebody could. */
function unmeetable(demands) {
    if (demands.length === 0)
        return { why: 'no rule says who may approve this', hint: 'name people under `approvers` in the policy' };
    const nobody = demands.find(({ users, teams, codeowners }) => users.length === 0 && teams.length === 0 && !codeowners);
    if (nobody !== undefined)
        return { why: `\`${nobody.rule}\` asks for a review and the policy names nobody who may give it`, hint: 'name users, teams or `codeowners: true` under `approvers`' };
    if (demands.some(({ count, expiresSeconds }) => !(count >= 1) || !(expiresSeconds > 0)))
        return { why: 'a demand for fewer than one person, or for no time, is none', hint: 'set `count` to 1 or more' };
    return null;
}
function refusalOf({ pull, reviews: { binding, decisions } }, demands) {
    const never = unmeetable(demands);
    if (never !== null)
        return never;
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
        if (review.commit !== pull.head)
            return `approved ${review.commit.slice(0, 12)}, which is not the head any more`;
        return binding.since === null || (at !== null && at > (timeOf(binding.since) ?? Infinity)) ? null : `approved before the pull request was pointed at \`${pull.base}\``;
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
        ...[...strangers].map((email) => `${(0,visible_text/* quoted */.TL)(email)} in a commit belongs to no account`),
    ];
}
// Somebody who could approve asks for changes: as on the forges, that holds until it is taken back, or dismissed. Not by whoever may not approve: an agent would dismiss whoever is against it.
function objections(facts, demands) {
    const excluded = excludedOf(facts);
    return latestDecisions(facts.reviews.decisions).flatMap(({ by, decision, dismissed }) => {
        if (by === null || by.kind !== 'person' || facts.standings.get(by.id)?.mayWrite !== true || !demands.some((one) => isNamed(one, by, facts)))
            return [];
        if (decision === 'changes')
            return [{ rule: null, what: `\`${by.login}\` (${by.id}) asks for changes, and has to approve or be dismissed` }];
        if (decision !== 'dismissed' || dismissed?.was !== 'changes' || dismissed.by?.id === by.id)
            return [];
        const why = dismissed.by === null ? 'is gone' : dismissed.by.kind === 'bot' ? 'is not a person' : excluded.get(dismissed.by.id);
        return why === undefined ? [] : [{ rule: null, what: `\`${by.login}\` (${by.id}) asked for changes, and ${dismissed.by === null ? 'somebody' : `\`${dismissed.by.login}\``}, who dismissed that, ${why}` }];
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

/***/ 74547:
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
;// CONCATENATED MODULE: ./lib/approval/single-use.js
// SPDX-License-Identifier: Apache-2.0
//
// The one use of an approval: verified, then claimed by one session, atomically. Afterwards the operations pass in
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
    #places;
    /** `free`: which operations need no approval by themselves, and may be left out. */
    constructor(manifest, free = []) {
        const digests = (0,approval_manifest/* askedDigests */.ek)(manifest);
        this.#places = manifest.operations.map(({ resource }, place) => ({ digest: digests[place], resource: resource.name, isFree: free[place] === true, step: 'waiting', lane: null, said: null }));
    }
    /** The place of the next operation if it has this digest; null: it is not what comes next, or what came before is not known to be kept. */
    next(digest, lane) {
        if (this.#places.some(({ step, lane: of }) => !allows(step, of, lane)))
            return null;
        for (const [place, { step, digest: listed, isFree }] of this.#places.entries()) {
            if (step !== 'waiting')
                continue;
            if (listed === digest)
                return place;
            if (!isFree)
                return null;
        }
        return null;
    }
    /** The same, and it is running from now on. */
    take(digest, lane) {
        const place = this.next(digest, lane);
        if (place === null)
            return null;
        Object.assign(this.#places[place], { step: 'running', lane });
        return place;
    }
    /** What became of it: `rolled-back` may pass again, `unknown` is spent, and so is all that follows. */
    settle(place, how, said = null) {
        const at = this.#places[place];
        if (at === undefined || (at.step !== 'running' && at.step !== 'passed'))
            throw new errors/* GateError */.ue('INTERNAL', `operation ${place + 1} of the manifest is not running`);
        at.step = how === 'rolled-back' ? 'waiting' : how === 'unknown' ? 'spent' : how;
        if (said !== null || how === 'rolled-back')
            at.said = said;
    }
    /** How many are done, of how many; `spent`: the outcome of one is not known, and nothing more will run. */
    get state() {
        const are = (wanted) => this.#places.filter(({ step }) => step === wanted).length;
        return { done: are('done'), of: this.#places.length, spent: are('spent') > 0 };
    }
    /** All that needed the approval was done; what is free may have been left out. */
    get isDone() {
        return this.#places.every(({ step, isFree }) => step === 'done' || (step === 'waiting' && isFree));
    }
    /** Each operation as it stands, for people. What runs is not known to be kept. */
    get outcomes() {
        return this.#places.map((place) => ({ resource: place.resource, how: howOf(place), said: place.said }));
    }
}
function howOf({ step, lane, isFree }) {
    switch (step) {
        // It had a lane: it was tried.
        case 'waiting': return lane !== null ? 'rolled back' : isFree ? 'free' : 'not run';
        case 'done': return 'done';
        case 'running':
        case 'passed':
        case 'spent': return 'unknown';
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
    #listed = new Map();
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
        const found = await (0,candidates/* candidates */.Xi)(this.#deps, this.#listed);
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

/***/ 56237:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ peopleBehind)
/* harmony export */ });
/** Everybody behind a job; null: somebody of them is not known, or is no person. `starter`: of its token. Throws FORGE_FAILED. */
async function peopleBehind({ run, starter }, { forge, repository }) {
    const people = run === null ? null : await forge.prompters(repository, run);
    if (people === null || starter === null || people.some(({ id }) => id === starter.id))
        return people;
    const { account } = await forge.standing(repository, { ...starter, kind: 'person' });
    return account.kind === 'person' && account.id === starter.id ? [...people, { id: account.id, login: account.login }] : null;
}


/***/ }),

/***/ 68074:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ renderManifest)
});

// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
// EXTERNAL MODULE: ./lib/approval/manifest.js + 1 modules
var approval_manifest = __webpack_require__(46443);
// EXTERNAL MODULE: ./lib/approval/visible-text.js
var visible_text = __webpack_require__(24541);
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
    return `$${position} (${(0,visible_text/* shownInline */.FF)(parameter.type)}) = ${values_valueOf(parameter)}`;
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
    return `'${(0,visible_text/* shownInline */.FF)(text).replaceAll("'", "''")}'`;
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
    const text = fenced((0,visible_text/* shownLines */.TV)(operation.bytes));
    const odd = (0,visible_text/* strangers */.ob)([operation.bytes, ...operation.parameters.map(textOf)].join(''));
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
        ...(operation.parameters.length === 0 ? [] : [...fenced(operation.parameters.flatMap((parameter, at) => (0,visible_text/* wrapped */.ky)(shownParameter(parameter, at + 1)))), '']),
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
    let shown = bytes;
    const units = ['B', 'KiB', 'MiB', 'GiB'];
    for (const unit of units) {
        if (shown < 1024)
            return `${Math.round(shown * 10) / 10} ${unit}`;
        shown /= 1024;
    }
    return `${Math.round(shown * 10) / 10} TiB`;
}
function row(name, value) {
    return `| **${name}** | ${value} |`;
}
// In a span of code nothing is markup but a run of backticks as long as its own; a bar would end a cell.
function code(text) {
    const safe = (0,visible_text/* shownInline */.FF)(text).replaceAll('|', '⟦U+007C⟧').replace(/^ | $/gu, '⟦1 space⟧');
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
/* harmony import */ var _count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63540);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46443);
/* harmony import */ var _codeowners_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26338);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68074);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(24541);
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
    const outcome = strange === null ? (0,_count_js__WEBPACK_IMPORTED_MODULE_1__/* .countReviews */ .T)(facts, demands) : refused(`\`${(0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestPaths */ .Ud)(digest).rendering}\` ${strange}, and no account of ours put it up`, 'let `approval-gate` put the operations up again');
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
        return refused(`pull request ${pull.number} was closed without being merged`, 'open it again, or ask again; where its last comment says that all was done, there is nothing left to do');
    const others = (await forge.openAt(repository, pull.head)).filter((number) => number !== pull.number);
    return others.length === 0 ? null : refused(`pull request ${others.join(', ')} shows the same commit, so it is not plain which of them was reviewed`, 'close all but one');
}
// INVARIANT: what is returned was read at the reviewed head, is what the page beside it shows, and has the name of its own digest.
async function manifestIn(change, request, deps) {
    const added = new Set(change.paths.filter(({ status }) => status === 'added').map(({ path }) => path));
    const candidates = [...added].filter(isManifest);
    const wanted = request.digest === null ? candidates : candidates.filter((path) => path === (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestPaths */ .Ud)(request.digest).json);
    const [path] = wanted;
    if (path === undefined || wanted.length > 1) {
        return refused(`pull request ${change.pull.number} adds ${wanted.length === 0 ? 'no such manifest' : `${wanted.length} manifests`} under \`${_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .FOLDER */ .L7}\``, 'one pull request, one manifest: name the one that is meant');
    }
    const stray = change.paths.find((one) => one.status !== 'removed' && isIn(_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .FOLDER */ .L7, one.path) && !isOf(one.path, added));
    if (stray !== undefined)
        return refused(`pull request ${change.pull.number} also changes ${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(stray.path)}, beside the page that people read`, 'remove it from the branch: what looks like a page there has to be that of a manifest');
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
        if (manifest !== null && (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestDigest */ .It)(manifest) !== (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestDigest */ .It)(read))
            return refused('what was merged is not what was reviewed', 'put the operations up again');
        manifest = read;
    }
    const digest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestDigest */ .It)(manifest);
    if ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestPaths */ .Ud)(digest).json !== path || (request.digest !== null && request.digest !== digest))
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
    return path.startsWith(`${_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .FOLDER */ .L7}/`) && /^[0-9a-f]{32}\.json$/u.test(path.slice(_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .FOLDER */ .L7.length + 1));
}
function readPair([json, page], path, explain) {
    if (json === null || page === null)
        return refused(`\`${path}\` and its page are not both there`, 'put the operations up again');
    try {
        const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(json);
        // The parsers of this version speak: after an update that reads something otherwise, old pages no longer hold.
        if ((0,_render_js__WEBPACK_IMPORTED_MODULE_4__/* .renderManifest */ .s)(manifest, explain) !== page)
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
    const [commit, ...earlier] = await forge.history(repository, pull.head, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestPaths */ .Ud)(digest).json);
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
    const wanted = await (0,_codeowners_js__WEBPACK_IMPORTED_MODULE_3__/* .ownersOfChange */ .E)(repository, paths, forge);
    if (wanted === null)
        return new Set();
    const teams = await teamsOf(wanted.flat(2).filter((name) => name.includes('/')), forge);
    const owns = ({ account: { id, login } }) => wanted.every((sections) => sections.length > 0
        && sections.every((owners) => owners.some((name) => (name.includes('/') ? teams.get(name)?.has(id) === true : name === login.toLowerCase()))));
    return new Set([...standings.values()].filter(owns).map(({ account }) => account.id));
}


/***/ }),

/***/ 17318:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ TELL_MS),
  D: () => (/* binding */ WriteBack)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/approval/visible-text.js
var visible_text = __webpack_require__(24541);
;// CONCATENATED MODULE: ./lib/approval/outcome.js

/** Longest quotation. */
const MAX_QUOTED = 300;
/** For the check and the heading: `2 of 2 done`. */
function titleOf({ kind, isDone, operations, why }) {
    if (kind === 'break-glass')
        return `break-glass: ${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}, has to be reviewed`;
    if (kind !== 'used')
        return `${kind}: ${why ?? ''}`;
    const followed = operations.filter(({ how }) => how !== 'free');
    const done = `${followed.filter(({ how }) => how === 'done').length} of ${followed.length} done`;
    return isDone ? done : `stopped: ${done}`;
}
/** For the check beside the commit. */
function statusOf(outcome, markdown) {
    return { commit: outcome.pull.head, state: outcome.kind === 'used' && outcome.isDone ? 'executed' : 'refused', title: titleOf(outcome), summary: markdown, url: outcome.pull.url };
}
/** The comment. */
function markdownOf(outcome, { session, run, sha256 }) {
    const { kind, operations, why, isDone } = outcome;
    const by = run === null ? `Session ${code(session)}` : `Session ${code(session)} of [this run](${run})`;
    const again = kind === 'used' && !isDone ? ['', 'An approval is used once. What is left, or not known, has to be put up again: look first what the database has.'] : [];
    return [
        `### Ostiary: ${kind === 'used' || kind === 'break-glass' ? titleOf(outcome) : kind}`, '',
        ...(operations.length === 0 ? [] : ['| operation | on | outcome | |', '|---:|---|---|---|', ...operations.map(rowOf), '']),
        ...(why === null ? [] : [`${kind === 'used' ? 'It ended with' : kind === 'break-glass' ? 'Because of' : 'Nothing was run'}: ${code(why)}`, '']),
        `${by}, recording SHA-256 ${sha256 === null ? 'not sealed yet' : code(sha256)}.`, ...again, '',
    ].join('\n');
}
function rowOf({ resource, how, said, text }, place) {
    return `| ${place + 1} | ${code(resource)} | ${how === 'free' ? 'allowed without it' : how} | ${[said, text].flatMap((one) => (one === null || one === undefined ? [] : [code(one)])).join(' ')} |`;
}
function code(text) {
    return `\`${(0,visible_text/* shownInline */.FF)(text.replace(/\s+/gu, ' ')).replaceAll('`', "'").replaceAll('|', '/').slice(0, MAX_QUOTED)}\``;
}

;// CONCATENATED MODULE: ./lib/approval/write-back.js
// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals: first that it is over, then with the digest of the sealed recording; one comment, written
// anew. Then closes or merges. Refuses to let a forge that does not answer change what happened: what could not be told is said, and no more.


/** For all pull requests together, each time: a forge in trouble keeps no job waiting. */
const TELL_MS = 25_000;
/** One for each session. */
class WriteBack {
    #deps;
    #marks = new Map();
    constructor(deps) {
        this.#deps = deps;
    }
    /** Tells what happened, before the recording is sealed: so that it holds whether it was told. Never throws. */
    tell(outcomes) {
        return this.#each(outcomes, async (outcome, repository) => this.#tell(outcome, repository, null));
    }
    /** Tells the same with the recording's digest, and closes or merges what was done. Never throws. */
    finish(outcomes, sha256) {
        return this.#each(outcomes, async (outcome, repository) => {
            await this.#tell(outcome, repository, sha256);
            if (!outcome.isDone || (await this.#deps.forge.pull(repository, outcome.pull.number)).state !== 'open')
                return;
            if (this.#deps.after === 'merge')
                await this.#deps.forge.merge(repository, outcome.pull);
            else if (this.#deps.after === 'close')
                await this.#deps.forge.close(repository, outcome.pull);
        });
    }
    async #tell(outcome, repository, sha256) {
        const { forge, session, runtime } = this.#deps;
        const markdown = markdownOf(outcome, { session, run: this.#address(repository), sha256 });
        const mark = this.#marks.get(outcome.pull.number) ?? runtime.random(16).toString('hex');
        this.#marks.set(outcome.pull.number, mark);
        await forge.comment(repository, outcome.pull, { mark, markdown });
        // The check says the same; with the digest it needs to be said once.
        if (sha256 === null)
            await forge.showStatus(repository, statusOf(outcome, markdown));
    }
    // Each on its own: one that can't be told keeps no other from it.
    async #each(outcomes, run) {
        const { forge, repositoryId, runtime } = this.#deps;
        if (outcomes.length === 0)
            return [];
        const told = [];
        const all = async () => {
            for (const outcome of outcomes) {
                const failed = await forge.repository(repositoryId).then((repository) => run(outcome, repository)).then(() => null, reasonOf);
                told.push({ outcome, failed });
            }
        };
        await new Promise((resolve) => {
            const timer = runtime.after(TELL_MS, resolve);
            void all().then(() => timer.cancel()).then(resolve);
        });
        // A copy: what comes later changes nothing of what is said now.
        return [...told, ...outcomes.slice(told.length).map((outcome) => ({ outcome, failed: `the forge took longer than ${TELL_MS / 1000} s` }))];
    }
    #address(repository) {
        const { run, forge } = this.#deps;
        if (run === null || !/^[1-9]\d{0,18}$/u.test(run))
            return null;
        return `${repository.url}/${forge.kind === 'github' ? 'actions/runs' : '-/pipelines'}/${run}`;
    }
}
function reasonOf(thrown) {
    return thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `${thrown.message}: ${thrown.hint}` : (0,errors/* messageOf */.bD)(thrown);
}


/***/ }),

/***/ 56838:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ trustOf),
/* harmony export */   PT: () => (/* binding */ checkIssuers),
/* harmony export */   rV: () => (/* binding */ githubIssuer),
/* harmony export */   xQ: () => (/* binding */ gitlabIssuer)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
// SPDX-License-Identifier: Apache-2.0
//
// Who may issue tokens: an allow-list of issuers by exact URL, with what is known of each kind. Refuses wildcards, and reads nothing from
// a token but the one `iss` that it is asked about.


const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** An enterprise may have its name behind the issuer; GitHub signs for all of them, and policies compare it exactly. */
const ENTERPRISE = /^\/[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?$/u;
/** The issuer that belongs to a GitHub server: `https://github.com`, `https://x.ghe.com`, or one of your own. */
function githubIssuer(serverUrl) {
    const { hostname, origin } = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(serverUrl);
    if (hostname === 'github.com')
        return { kind: 'github', issuer: GITHUB_ISSUER };
    return { kind: 'github', issuer: hostname.endsWith('.ghe.com') ? `https://token.actions.${hostname}` : `${origin}/_services/token` };
}
/** The issuer that belongs to a GitLab instance: its own URL, without a slash at the end. */
function gitlabIssuer(serverUrl) {
    return { kind: 'gitlab', issuer: (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(serverUrl).href.replace(/\/$/u, '') };
}
/** The entry that accepts an `iss`, with that very `iss`; null: nobody here trusts it. */
function trustOf(issuers, iss) {
    if (typeof iss !== 'string')
        return null;
    const exact = issuers.find((trusted) => trusted.issuer === iss);
    if (exact !== undefined)
        return exact;
    const github = issuers.some((trusted) => trusted.kind === 'github' && trusted.issuer === GITHUB_ISSUER);
    return github && iss.startsWith(GITHUB_ISSUER) && ENTERPRISE.test(iss.slice(GITHUB_ISSUER.length)) ? { kind: 'github', issuer: iss } : null;
}
/** Lists that were found good; nobody changes them afterwards. */
const CHECKED = new WeakSet();
/** Throws INPUT_INVALID when the allow-list itself can't be trusted: plain http, a query, no entry. Looks once at each list. */
function checkIssuers(issuers) {
    if (CHECKED.has(issuers))
        return;
    if (issuers.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', 'no issuer of tokens is trusted', { hint: 'name at least one, such as `https://token.actions.githubusercontent.com`' });
    for (const { issuer } of issuers) {
        const url = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(issuer);
        if (url.search !== '' || url.hash !== '')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `the issuer \`${issuer}\` has a query or fragment`, { hint: 'write it as the `iss` of its tokens' });
    }
    CHECKED.add(issuers);
}


/***/ }),

/***/ 73002:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ IssuerKeys)
});

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwks/local.js
var local = __webpack_require__(36687);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/identity/discovery.js


const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_KEYS = 100;
/** The keys under `jwks_uri` of the issuer's discovery document. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED, INPUT_INVALID. */
async function readKeySet(issuer, runtime, access = {}) {
    // An issuer may end in a slash, and its `iss` then does, too. @see OpenID Connect Discovery 1.0, section 4.1
    const configuration = await readJson(`${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`, runtime, access);
    if (configuration['issuer'] !== issuer) {
        throw new core_errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the discovery document of \`${issuer}\` is another issuer's`, { hint: 'trust the issuer under the name that it gives itself' });
    }
    const address = configuration['jwks_uri'];
    const url = (0,http/* trustworthyUrl */.HG)(typeof address === 'string' ? address : '');
    // A real issuer has no business pointing at this machine.
    if ((0,http/* isLoopbackHost */.cW)(url.hostname) && !(0,http/* isLoopbackHost */.cW)(new URL(issuer).hostname)) {
        throw new core_errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${issuer}\` says that its keys are on loopback`, { hint: 'its discovery document is wrong' });
    }
    return readKeys(url.href, runtime, access);
}
async function readKeys(url, runtime, access) {
    const { keys } = await readJson(url, runtime, access);
    if (!Array.isArray(keys) || keys.length > MAX_KEYS)
        throw new core_errors/* GateError */.ue('UPSTREAM_FAILED', `\`${url}\` is not a set of up to ${MAX_KEYS} keys`, { hint: "is this the issuer's `jwks_uri`?" });
    // A shared secret in a public document would let anybody sign.
    const usable = keys.filter((key) => typeof key === 'object' && key !== null && 'kty' in key && ['RSA', 'EC', 'OKP'].includes(String(key.kty)));
    return { keys: usable };
}
async function readJson(url, runtime, { ca, bearer }) {
    const response = await (0,http/* getDocument */.YE)({ url, headers: { accept: 'application/json', ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) }, maxBytes: MAX_DOCUMENT_BYTES, ...(ca === undefined ? {} : { ca }) }, runtime);
    const document = response.ok ? await response.json().catch(() => null) : null;
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
        return document;
    throw new core_errors/* GateError */.ue('UPSTREAM_FAILED', `\`${url}\` answers with status ${response.status} and no JSON object`, { hint: 'the issuer is disturbed, or its address is wrong' });
}

;// CONCATENATED MODULE: ./lib/identity/keys.js
// SPDX-License-Identifier: Apache-2.0
//
// The public keys of issuers, kept for a while and, when an issuer can't be asked, a while longer. Refuses keys that it has not seen at
// the issuer itself: nothing in a token says where its key lies, and unknown key ids make us look again at most every half minute.



/** Issuers change keys rarely and announce new ones before they use them. */
const KEEP_MS = 10 * 60_000;
/** Known keys outlive a disturbance of their issuer by this much; a key that was withdrawn meanwhile is then still taken. */
const KEEP_IN_OUTAGE_MS = 6 * 60 * 60_000;
/** Between two looks for a key that was not there. */
const UNKNOWN_KEY_MS = 30_000;
/** After a failure nobody asks again for this long. */
const FAILURE_MS = 5_000;
/** Every enterprise of GitHub is an issuer of its own, and anybody can write the name of one into a token. */
const MAX_ISSUERS = 200;
/** Finds the key of a token's header. One instance may serve many verifications. */
class IssuerKeys {
    #runtime;
    #access;
    #held = new Map();
    /** `access`: how an issuer is asked for its keys; as anybody when left out. */
    constructor(runtime, access = async () => ({})) {
        this.#runtime = runtime;
        this.#access = access;
    }
    /** The key that the issuer publishes under the header's `kid` for its `alg`. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED. */
    async find(issuer, header) {
        const held = this.#of(issuer);
        await this.#bringUpToDate(issuer, held);
        const known = await pick(this.#usable(held), header);
        if (known !== null)
            return known;
        if (this.#since(held.askedAt) >= UNKNOWN_KEY_MS || held.asking !== null)
            await this.#ask(issuer, held);
        const fresh = await pick(this.#usable(held), header);
        if (fresh !== null)
            return fresh;
        if (held.failure !== null)
            throw held.failure;
        throw new core_errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${issuer}\` publishes no key with the id that the token names`, { hint: 'get a new token from it; one that was made elsewhere is not accepted' });
    }
    // In an outage known keys go on at once, and the issuer is asked beside that: a gateway must not wait for somebody else's time-outs.
    async #bringUpToDate(issuer, held) {
        if (held.keys !== null && this.#since(held.readAt) < KEEP_MS)
            return;
        if (held.failure === null)
            await this.#ask(issuer, held);
        else if (this.#since(held.askedAt) >= FAILURE_MS) {
            const asked = this.#ask(issuer, held);
            if (this.#usable(held) === null)
                await asked;
        }
        else if (this.#usable(held) === null && held.asking !== null)
            await held.asking;
    }
    #usable(held) {
        return this.#since(held.readAt) < KEEP_IN_OUTAGE_MS ? held.keys : null;
    }
    // Everybody who asks meanwhile waits for the same answer. Never rejects: what went wrong is kept.
    #ask(issuer, held) {
        if (held.asking !== null)
            return held.asking;
        held.askedAt = this.#runtime.monotonicMs();
        held.asking = this.#access(issuer).then((access) => readKeySet(issuer, this.#runtime, access)).then((set) => {
            Object.assign(held, { keys: (0,local/* createLocalJWKSet */.w)(set), readAt: this.#runtime.monotonicMs(), failure: null, asking: null });
        }, (thrown) => {
            Object.assign(held, { failure: thrown, asking: null });
        });
        return held.asking;
    }
    #of(issuer) {
        const found = this.#held.get(issuer);
        if (found !== undefined)
            return found;
        if (this.#held.size >= MAX_ISSUERS)
            this.#forgetOne();
        const held = { keys: null, readAt: -Infinity, askedAt: -Infinity, asking: null, failure: null };
        this.#held.set(issuer, held);
        return held;
    }
    // The oldest that never had keys, or else the oldest.
    #forgetOne() {
        const names = [...this.#held.keys()];
        const useless = names.find((name) => this.#held.get(name)?.keys === null) ?? names[0];
        if (useless !== undefined)
            this.#held.delete(useless);
    }
    #since(moment) {
        return this.#runtime.monotonicMs() - moment;
    }
}
async function pick(keys, header) {
    if (keys === null)
        return null;
    try {
        return await keys(header);
    }
    catch (thrown) {
        if (thrown instanceof errors/* JWKSNoMatchingKey */.BT)
            return null;
        throw new core_errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'the issuer publishes keys that can not tell which of them signed the token', { hint: 'each key of an issuer needs an id of its own', cause: thrown });
    }
}


/***/ }),

/***/ 30512:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ob: () => (/* binding */ localPrincipal),
/* harmony export */   Q1: () => (/* binding */ claimText),
/* harmony export */   i6: () => (/* binding */ principalOf)
/* harmony export */ });
/* harmony import */ var _core_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80029);
// SPDX-License-Identifier: Apache-2.0
//
// From verified claims to the names that a policy's rules use. Exact comparison (globs only where the policy wrote them); a claim that is
// absent, a list or an object matches nothing; a SAML attribute may have several values, and one of them has to match. Never reads `sub`:
// its form is up to the owner of the repository. A token never satisfies what was written for assertions, nor the other way round.

/** Who set a job going, by numeric id. */
const PROMPTER_CLAIM = { github: 'actor_id', gitlab: 'user_id', oidc: null, saml: null };
/**
 * GitLab writes of a fork's merge request: the first is the fork, the second the project that runs the job. Then neither may speak for the
 * other, unless the policy tests both. @see platforms: lib/gitlab/ci/jwt.rb
 */
const SAME_PROJECT = [['project_id', 'job_project_id'], ['project_path', 'job_project_path'], ['namespace_id', 'job_namespace_id'], ['namespace_path', 'job_namespace_path']];
/** The principal behind a verified token or assertion: every identity that it satisfies. None: no names, and only `default` decides. */
function principalOf(verified, rules) {
    const names = rules.filter((rule) => rule.kind === 'token' && satisfies(verified, rule)).map((rule) => rule.name);
    const claim = PROMPTER_CLAIM[verified.kind];
    const prompter = claim === null ? null : claimText(verified.claims, claim);
    return { names, issuer: verified.issuer, subject: verified.subject, claims: verified.claims, ...(prompter === null ? {} : { prompter }) };
}
/** A person at a shell of their own: every `local: true` identity. `facts` as the host tells them; nobody verified any. */
function localPrincipal(rules, facts) {
    const names = rules.filter((rule) => rule.kind === 'local').map((rule) => rule.name);
    return { names, issuer: 'local', subject: `${facts['user'] ?? 'somebody'}@${facts['machine'] ?? 'somewhere'}`, claims: facts };
}
function satisfies(verified, rule) {
    if (verified.issuer !== rule.issuer || (verified.kind === 'saml') !== (rule.saml !== undefined))
        return false;
    if (rule.saml !== undefined)
        return vouchedFor(verified, rule, rule.saml.nameIds);
    if (rule.audience !== null && !rule.audience.includes(verified.audience))
        return false;
    const tests = Object.entries(rule.claims);
    // An identity without claims would be everybody; the policy refuses to load one, and so does this.
    if (tests.length === 0)
        return false;
    if (!tests.every(([name, accepted]) => passes(claimText(verified.claims, name), accepted)))
        return false;
    if (!Object.entries(rule.ifPresent).every(([name, accepted]) => !has(verified.claims, name) || passes(claimText(verified.claims, name), accepted)))
        return false;
    return SAME_PROJECT.every(([source, running]) => {
        const tested = Object.hasOwn(rule.claims, source) && !Object.hasOwn(rule.claims, running);
        return !tested || !has(verified.claims, running) || claimText(verified.claims, source) === claimText(verified.claims, running);
    });
}
function vouchedFor({ subject, claims }, rule, nameIds) {
    const tests = Object.entries(rule.claims);
    // Whoever is known to the provider is nobody in particular; the policy refuses to load such a one, and so does this.
    if (nameIds === null ? tests.length === 0 : !nameIds.includes(subject))
        return false;
    return tests.every(([name, accepted]) => valuesOf(claims, name).some((value) => passes(value, accepted)));
}
// Names of attributes are whatever the provider calls them, addresses with slashes too: never pointers.
function valuesOf(claims, name) {
    const value = Object.hasOwn(claims, name) ? claims[name] : [];
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
function passes(text, accepted) {
    return text !== null && accepted.some((test) => ('exact' in test ? text === test.exact : (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .compileGlob */ .SO)(test.glob, '/')(text)));
}
function has(claims, name) {
    const value = claimAt(claims, name);
    return value !== undefined && value !== null;
}
// A name, or a pointer through objects; never through lists, and never to what an object only inherits.
function claimAt(claims, name) {
    const steps = name.startsWith('/') ? name.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) : [name];
    let at = claims;
    for (const step of steps) {
        if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, step))
            return undefined;
        at = at[step];
    }
    return at;
}
/** A claim as text: strings as they are, booleans as `true`, numbers that are exact; else null. Ids beyond 2^53 are rounded, so no id. */
function claimText(claims, name) {
    const value = claimAt(claims, name);
    if (typeof value === 'string')
        return value;
    if (typeof value === 'boolean')
        return String(value);
    return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}


/***/ }),

/***/ 10965:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ verifyToken)
/* harmony export */ });
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95705);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_strict_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66613);
/* harmony import */ var _issuers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56838);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73002);
/* harmony import */ var _refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15991);
// SPDX-License-Identifier: Apache-2.0
//
// Verifies a job's OIDC token: who signed it, for whom, when. Signature by jose; everything else is checked here, so that each refusal can
// say what to change. Refuses what it does not know: algorithms, header fields that bring their own key, tokens inside tokens, audiences
// beside ours, and whatever two readers could read differently.
// @see https://www.rfc-editor.org/rfc/rfc8725 (best practices for JSON Web Tokens)






/** Signatures by a private key only. RS256 is what GitHub and GitLab use; the others are what other issuers use today. Never `none`, never HMAC. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
/** Fields with which a token would choose its own key, or change how it is read. */
const FORBIDDEN_HEADER = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc', 'epk', 'cty'];
/** Alphabet of base64url without padding; what it does not know is dropped by some readers. */
const BASE64URL = /^[A-Za-z0-9_-]+$/u;
/** A GitLab token with 200 groups has about 12 KiB. */
const MAX_TOKEN_CHARS = 32 * 1024;
const MAX_KEY_ID_CHARS = 256;
const MAX_SUBJECT_CHARS = 2048;
const DEFAULT_SKEW_SECONDS = 30;
/** Oldest token that we take. GitHub's live five minutes; GitLab's as long as their job, which may be much too long. */
const MAX_AGE_SECONDS = { github: 600, gitlab: 3600, oidc: 3600 };
/** Verifies; throws IDENTITY_UNTRUSTED (or UPSTREAM_FAILED when the issuer can't be asked). Never repeats the token. */
async function verifyToken(token, options) {
    (0,_issuers_js__WEBPACK_IMPORTED_MODULE_2__/* .checkIssuers */ .PT)(options.issuers);
    const header = readHeader(token);
    const payload = readClaims(token);
    const trusted = issuerIn(payload, options.issuers);
    const keys = options.keys ?? new _keys_js__WEBPACK_IMPORTED_MODULE_3__/* .IssuerKeys */ .u(options.runtime);
    const key = await keys.find(trusted.issuer, header);
    await checkSignature(token, key);
    // INVARIANT: nothing of the claims but `iss` was looked at before this; they are read from the very characters that were signed.
    const audience = checkAudience(payload, options.audience, trusted.kind);
    const expiresAt = checkTimes(payload, trusted.kind, options);
    const subject = payload.sub;
    if (typeof subject !== 'string' || subject === '' || subject.length > MAX_SUBJECT_CHARS)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)('the token has no subject (`sub`)', 'get a token for a job or a workload');
    const tokenId = typeof payload.jti === 'string' && payload.jti !== '' ? payload.jti : null;
    if (tokenId === null && trusted.kind !== 'oidc')
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)('the token has no id (`jti`)', 'get it from the CI product itself');
    return { kind: trusted.kind, issuer: trusted.issuer, subject, audience, claims: Object.freeze(payload), expiresAt, tokenId };
}
function readHeader(token) {
    if (token.length > MAX_TOKEN_CHARS)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token has more than ${MAX_TOKEN_CHARS} characters`, 'no CI product issues such tokens');
    const parts = token.split('.');
    if (parts.length === 5)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)('the token is encrypted', 'give the signed token as it was issued');
    const header = parts.length === 3 && parts.every((part) => part === '' || BASE64URL.test(part)) ? (0,_core_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .A)(Buffer.from(parts[0] ?? '', 'base64url')) : null;
    if (header === null)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)('what was given is not a signed token', 'give the token as it was issued, nothing before or after it');
    if (!ALGORITHMS.includes(header.alg))
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token is signed with ${(0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(header.alg)}`, `accepted are ${ALGORITHMS.join(', ')}`);
    const strange = FORBIDDEN_HEADER.find((name) => name in header);
    if (strange !== undefined)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token's header has \`${strange}\``, strange === 'cty' ? 'give the token itself, not one that wraps another' : 'keys come from the issuer, never from a token');
    if (typeof header.kid !== 'string' || header.kid === '' || header.kid.length > MAX_KEY_ID_CHARS)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)('the token does not name its key (`kid`)', 'get it from an issuer that does');
    if (header.typ !== undefined && String(header.typ).toUpperCase() !== 'JWT')
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token is a ${(0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(header.typ)}`, 'give an OIDC token, type `JWT`');
    return header;
}
function readClaims(token) {
    const claims = (0,_core_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .A)(Buffer.from(token.split('.')[1] ?? '', 'base64url'));
    if (claims === null)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)('the token holds no claims', 'give the token as it was issued');
    return claims;
}
// Before the signature is known to be good this serves one purpose: to look up whose keys to use in our own list.
function issuerIn({ iss }, issuers) {
    const trusted = (0,_issuers_js__WEBPACK_IMPORTED_MODULE_2__/* .trustOf */ .An)(issuers, iss);
    if (trusted !== null)
        return trusted;
    throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token's issuer is ${(0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(iss)}, which is not trusted here`, `trusted: ${issuers.map(({ issuer }) => `\`${issuer}\``).join(', ')} (compared character by character)`);
}
async function checkSignature(token, key) {
    try {
        await (0,jose__WEBPACK_IMPORTED_MODULE_5__/* .compactVerify */ .B)(token, key, { algorithms: ALGORITHMS });
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('IDENTITY_UNTRUSTED', `the token is not what its issuer signed: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`, { hint: 'give the token as it was issued', cause });
    }
}
// A token for several audiences could be used against us by any of the others.
function checkAudience(payload, wanted, kind) {
    const { aud } = payload;
    const found = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
    if (found === wanted)
        return wanted;
    const list = Array.isArray(aud) ? aud.map(_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP).join(', ') : (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(aud);
    throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token is for the audience ${list}, and \`${wanted}\` alone is accepted`, (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .audienceHint */ .wO)(kind, wanted, payload));
}
function checkTimes(payload, kind, options) {
    const skew = Math.min(Math.max(options.clockSkewSeconds ?? DEFAULT_SKEW_SECONDS, 0), 300);
    const now = options.runtime.now() / 1000;
    const { exp, iat, nbf } = payload;
    const missing = [['exp', exp], ['iat', iat], ...(kind === 'oidc' && nbf === undefined ? [] : [['nbf', nbf]])].find(([, value]) => typeof value !== 'number' || !Number.isFinite(value));
    if (missing !== undefined || exp === undefined || iat === undefined)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token does not say its time (\`${String(missing?.[0])}\`)`, 'get it from an issuer that does');
    if (exp <= now - skew)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token expired ${Math.round(now - exp)} s ago`, (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .lateHint */ .Ql)(kind, payload));
    if (iat > now + skew || (nbf ?? 0) > now + skew)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)('the token is not valid yet', "compare this machine's clock with the issuer's");
    const oldest = MAX_AGE_SECONDS[kind];
    if (now - iat > oldest + skew)
        throw (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .untrusted */ .bp)(`the token is ${Math.round(now - iat)} s old, and ${oldest} s is the limit`, (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .lateHint */ .Ql)(kind, payload));
    return Math.min(exp, iat + oldest) * 1000;
}


/***/ }),

/***/ 12358:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ admit),
  _: () => (/* binding */ repositoryOf)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/host/detect.js + 7 modules
var detect = __webpack_require__(27780);
// EXTERNAL MODULE: ./lib/host/environment.js
var environment = __webpack_require__(48647);
// EXTERNAL MODULE: ./lib/identity/issuers.js
var issuers = __webpack_require__(56838);
// EXTERNAL MODULE: ./lib/identity/principal.js
var identity_principal = __webpack_require__(30512);
// EXTERNAL MODULE: ./lib/identity/verify.js
var verify = __webpack_require__(10965);
// EXTERNAL MODULE: ./lib/policy/load.js + 15 modules
var load = __webpack_require__(44551);
// EXTERNAL MODULE: ./lib/vault/secrets.js + 1 modules
var vault_secrets = __webpack_require__(78366);
// EXTERNAL MODULE: ./lib/vault/vaults.js + 1 modules
var vault_vaults = __webpack_require__(76161);
;// CONCATENATED MODULE: ./lib/main/forges.js
// SPDX-License-Identifier: Apache-2.0
//
// Picks the forge that belongs to the host, with the job's own reading token. Refuses a shell: there the policy is a file.


/** The forge of a verified job. Loads only the client that is needed. */
async function forgeOf(host, verified, world) {
    const { environment } = world;
    switch (host.kind) {
        case 'github': {
            const { GitHubForge } = await __webpack_require__.e(/* import() */ 5788).then(__webpack_require__.bind(__webpack_require__, 75788));
            const token = host.input('github-token') ?? environment.GITHUB_TOKEN ?? '';
            return new GitHubForge({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: runtime/* systemRuntime */.g });
        }
        case 'gitlab': {
            const { GitLabForge } = await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 50836));
            return new GitLabForge({ job: { issuer: verified.issuer, claims: verified.claims }, jobToken: environment.CI_JOB_TOKEN ?? '', runtime: runtime/* systemRuntime */.g });
        }
        case 'shell':
            throw new errors/* GateError */.ue('INPUT_INVALID', 'a shell has no forge to read the policy from', { hint: 'add `--local --policy FILE`' });
        default:
            return host.kind;
    }
}

// EXTERNAL MODULE: ./lib/main/policy-text.js
var policy_text = __webpack_require__(90231);
// EXTERNAL MODULE: ./lib/main/policy-warnings.js
var policy_warnings = __webpack_require__(14385);
;// CONCATENATED MODULE: ./lib/main/admission.js













/** Says who asks and under which policy. Throws GateError; then nothing may begin. */
function admit(request, world) {
    const host = (0,detect/* detectHost */.k)(world.environment, { stdout: () => undefined, stderr: () => undefined }, runtime/* systemRuntime */.g);
    return request.local ? admitPerson(request, host, world) : admitJob(request, host, world);
}
async function admitPerson(request, host, world) {
    if (host.kind !== 'shell')
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
    const file = request.policyFile ?? policy_text/* POLICY_PATH */.l;
    const policy = await (0,load/* loadPolicy */.tb)({ text: await (0,policy_text/* readPolicyFile */.B)(file), file }, { now: runtime/* systemRuntime */.g.now() });
    (0,policy_warnings/* warnAbout */.M)(policy, (line) => world.log.warn(line));
    const principal = (0,identity_principal/* localPrincipal */.Ob)(policy.identities, host.facts());
    if (principal.names.length === 0)
        world.log.warn("nobody at a shell is among the policy's `identities`, so only rules without `principal` apply: add `me: { local: true }` there, and name `me` in rules");
    return admitted({ policy, policySource: `file:${file}`, principal, repositoryId: null }, host, world);
}
async function admitJob(request, host, world) {
    (0,environment/* refuseDangerousEnvironment */.AF)(world.environment, 'what the gate does');
    const token = await host.idToken(request.audience);
    world.mask(token);
    const verified = await (0,verify/* verifyToken */.n)(token, { issuers: [issuerOf(host, world)], audience: request.audience, runtime: runtime/* systemRuntime */.g });
    const forge = await forgeOf(host, verified, world);
    const repositoryId = repositoryOf(verified);
    const { text, source } = await forge.readPolicy(repositoryId, policy_text/* POLICY_PATH */.l);
    const policy = await (0,load/* loadPolicy */.tb)({ text, file: source }, { now: runtime/* systemRuntime */.g.now() });
    (0,policy_warnings/* warnAbout */.M)(policy, (line) => world.log.warn(line));
    const principal = (0,identity_principal/* principalOf */.i6)(verified, policy.identities);
    if (principal.names.length === 0)
        world.log.warn(`the job satisfies none of the policy's \`identities\`, so only rules without \`principal\` apply to it; ${sayingOf(verified)}`);
    return admitted({ policy, policySource: source, principal, repositoryId }, host, world);
}
function admitted(who, host, world) {
    const secrets = new vault_secrets/* LocalSecrets */.P(world.environment, { ci: host.kind !== 'shell', allowStatic: false });
    const token = (audience) => jobToken(host, audience, world);
    const vaults = { runtime: runtime/* systemRuntime */.g, log: world.log, mask: world.mask, token };
    return {
        ...who, token, facts: host.facts(), defaultSessionDir: host.defaultSessionDir(),
        secretsFor: (kept) => new vault_vaults/* ResourceSecrets */.C(secrets.withStatic(kept.allowStatic), kept.vault, vaults), secretVariables: () => secrets.variables,
    };
}
// A fresh one for each vault, by its own audience: a token that one of them keeps opens no other.
async function jobToken(host, audience, world) {
    if (host.kind === 'shell')
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `a shell has no token of a job (audience \`${audience}\`)`, { hint: 'a vault and keyless signing need one; give a `local: true` run an `env:` or `file:` secret of the person\'s own' });
    const token = await host.idToken(audience);
    world.mask(token);
    return token;
}
// The CI product sets these and lets no step change them.
function issuerOf(host, world) {
    const { GITHUB_SERVER_URL, CI_SERVER_URL } = world.environment;
    return host.kind === 'github' ? (0,issuers/* githubIssuer */.rV)(GITHUB_SERVER_URL ?? 'https://github.com') : (0,issuers/* gitlabIssuer */.xQ)(CI_SERVER_URL ?? 'https://gitlab.com');
}
/** Claims that identities are usually written with. */
const SPEAKING_CLAIMS = ['repository_id', 'project_id', 'event_name', 'pipeline_source', 'workflow_ref', 'ref', 'ref_protected', 'environment'];
function sayingOf(verified) {
    const found = SPEAKING_CLAIMS.map((name) => [name, (0,identity_principal/* claimText */.Q1)(verified.claims, name)]).filter(([, value]) => value !== null);
    return `its token says ${found.map(([name, value]) => `${name}=${value ?? ''}`).join(' ')}`;
}
/** The numeric id of the job's repository, by the verified token alone: the environment is the job's own word. Throws IDENTITY_UNTRUSTED. */
function repositoryOf(verified) {
    const id = (0,identity_principal/* claimText */.Q1)(verified.claims, verified.kind === 'gitlab' ? 'project_id' : 'repository_id');
    if (id === null)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', "the job's token names no repository", { hint: 'use the token that the CI product issues' });
    return id;
}


/***/ }),

/***/ 86325:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ lookedAtLate),
/* harmony export */   Fi: () => (/* binding */ reviewForgeOf),
/* harmony export */   WJ: () => (/* binding */ TOKEN_HINT),
/* harmony export */   mh: () => (/* binding */ approvalsOf)
/* harmony export */ });
/* harmony import */ var _approval_after_review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91222);
/* harmony import */ var _approval_ask_only_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(64965);
/* harmony import */ var _approval_break_glass_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78961);
/* harmony import */ var _approval_candidates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26953);
/* harmony import */ var _approval_enforce_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74547);
/* harmony import */ var _approval_write_back_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17318);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3828);
/* harmony import */ var _core_documentation_links_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(96713);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56371);
/* harmony import */ var _identity_principal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30512);
/* harmony import */ var _own_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57013);
/* harmony import */ var _job_person_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26210);
/* harmony import */ var _manifest_policy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(71448);
// SPDX-License-Identifier: Apache-2.0
//
// Who answers when an operation of a job needs a review: the forge of the job, asked with the enforcer's own token; nobody where there is
// none. Refuses to take the repository, the commit or the run from anything but the verified token.













/** The approvals of one session. */
async function approvalsOf(session, { admitted, request, resources }, world) {
    const { policy, repositoryId } = admitted;
    const otherwise = new _approval_ask_only_js__WEBPACK_IMPORTED_MODULE_11__/* .AskOnly */ .c(policy.approvers);
    const asking = repositoryId === null ? null : await reviewForgeOf(world, admitted);
    if (asking === null || repositoryId === null) {
        if (request.approval !== null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .GateError */ .ue('INPUT_INVALID', `input \`approval\` is \`${request.approval}\`, and there is no forge to ask about it here`, { hint: TOKEN_HINT });
        if (request.breakGlass !== null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .GateError */ .ue('INPUT_INVALID', 'there is no forge here that could tell who started this run, and tell somebody else', { hint: TOKEN_HINT });
        return { approvals: otherwise, writeBack: null, outcomes: () => [], opening: [], release: () => Promise.resolve() };
    }
    try {
        return { ...await answering(session, { admitted, request, resources, forge: asking.forge, repositoryId, otherwise }, world), release: asking.release };
    }
    catch (thrown) {
        await asking.release();
        throw thrown;
    }
}
async function answering(session, { admitted: { policy, principal }, request, resources, forge, repositoryId, otherwise }, world) {
    const late = policy.breakGlass === null ? [] : await lookedAtLate({ forge, repositoryId, notify: policy.breakGlass.notify, log: world.log });
    const run = (0,_identity_principal_js__WEBPACK_IMPORTED_MODULE_7__/* .claimText */ .Q1)(principal.claims, forge.kind === 'github' ? 'run_id' : 'pipeline_id');
    const writeBack = new _approval_write_back_js__WEBPACK_IMPORTED_MODULE_4__/* .WriteBack */ .D({ forge, repositoryId, session, run, after: request.after ?? policy.approvals.after, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__/* .systemRuntime */ .g });
    if (request.breakGlass !== null) {
        const broken = await broke(session, { request, resources, policy, principal, repositoryId, run }, forge);
        world.log.warn(`break-glass: what needs a review runs without one, ${broken.seen.reason} (${broken.seen.url})`);
        return { approvals: broken, writeBack, outcomes: () => broken.outcomes, opening: [...late, broken.seen] };
    }
    const { loadSqlReader } = await Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(501)]).then(__webpack_require__.bind(__webpack_require__, 60501));
    const asked = new _manifest_policy_js__WEBPACK_IMPORTED_MODULE_10__/* .ManifestPolicy */ .c(policy, { principal, read: await loadSqlReader(), now: () => _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__/* .systemRuntime */ .g.now() });
    const commit = (0,_identity_principal_js__WEBPACK_IMPORTED_MODULE_7__/* .claimText */ .Q1)(principal.claims, 'sha');
    const approvals = new _approval_enforce_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewedApprovals */ .qe({
        forge, repositoryId, session, otherwise, explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy: asked.unlikePolicy, demandsFor: asked.demandsFor, isFree: asked.isFree,
        proposers: request.proposers, approval: request.approval === null ? null : (0,_approval_candidates_js__WEBPACK_IMPORTED_MODULE_2__/* .namedPull */ .rL)(request.approval),
        // Hits the id of a commit; whatever else a token says there leads to no pull request.
        commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
        monotonicMs: () => _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__/* .systemRuntime */ .g.monotonicMs(),
        unguarded: (why) => world.log.warn(`whether the claim of an approval could be removed is not known: ${why}`),
    });
    return { approvals, writeBack, outcomes: () => approvals.outcomes, opening: late };
}
async function broke(session, { request, resources, policy, principal, repositoryId, run }, forge) {
    const settings = (0,_approval_break_glass_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBreak */ .Xj)(policy.breakGlass, principal.names);
    (0,_job_person_js__WEBPACK_IMPORTED_MODULE_9__/* .demandByHand */ .w)(principal.claims, forge.kind);
    return (0,_approval_break_glass_js__WEBPACK_IMPORTED_MODULE_1__/* .breakGlass */ .Mb)({
        repositoryId, session, run, starter: (0,_job_person_js__WEBPACK_IMPORTED_MODULE_9__/* .starterIn */ .L)(principal.claims, forge.kind), reason: request.breakGlass ?? '', resources, may: [settings], notify: settings.notify, maxMs: settings.maxMs, now: _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__/* .systemRuntime */ .g.now(),
    }, forge, () => _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__/* .systemRuntime */ .g.monotonicMs());
}
/** Settles what was reviewed after break-glass, and says what still waits. Never throws: it decides nothing here. */
async function lookedAtLate({ forge, repositoryId, notify, log }) {
    try {
        const found = await (0,_approval_after_review_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAfterReviews */ .j)(repositoryId, notify, forge);
        for (const { pull, missing } of found)
            if (missing !== null)
                log.warn(`break-glass without a review since: ${pull.url} waits for ${missing}`);
        return found.flatMap(({ pull, by, missing }) => (missing === null ? [{ state: 'approved', manifest: null, by: by.map(({ id, login }) => `${login} (${id})`), url: pull.url, reason: 'reviewed after break-glass' }] : []));
    }
    catch (thrown) {
        log.warn(`reviews after break-glass could not be looked for: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(thrown)}`);
        return [];
    }
}
/** What to write where there is no token, for each forge. */
const TOKEN_HINT = `GitHub: the input \`github-token\`; GitLab: \`forge: { token: "vault:PATH" }\` in the policy (${(0,_core_documentation_links_js__WEBPACK_IMPORTED_MODULE_12__/* .manual */ .j)('docs/approvals.md')})`;
/** The forge of this job with the enforcer's token: that of the policy, else the job's own where it is enough; null when there is none. */
async function reviewForgeOf({ host, environment, log }, admitted) {
    if (host === 'shell')
        return null;
    const held = await tokenOf(admitted);
    const own = held === null ? null : async () => (await held.current()).password;
    const release = () => held?.release() ?? Promise.resolve();
    if (host === 'gitlab') {
        // INVARIANT: a static key counts only where the policy of the protected branch says so, and each run says it again.
        if (own === null && environment.OSTIARY_FORGE_TOKEN !== undefined)
            log.warn('`OSTIARY_FORGE_TOKEN` is not used, since the policy does not name it: keep the token in a vault, or write `forge: { token: env:OSTIARY_FORGE_TOKEN, allow_static: true }`');
        if (own === null)
            return null;
        const { GitLabApprovals } = await __webpack_require__.e(/* import() */ 1220).then(__webpack_require__.bind(__webpack_require__, 61220));
        return { release, forge: new GitLabApprovals({ url: environment.CI_SERVER_URL ?? 'https://gitlab.com', token: own, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__/* .systemRuntime */ .g }) };
    }
    const token = own ?? ((environment['INPUT_GITHUB-TOKEN'] ?? '').trim() || (environment.GITHUB_TOKEN ?? ''));
    if (token === '')
        return null;
    const { GitHubApprovals } = await __webpack_require__.e(/* import() */ 4602).then(__webpack_require__.bind(__webpack_require__, 34602));
    return { release, forge: new GitHubApprovals({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_6__/* .systemRuntime */ .g }) };
}
async function tokenOf({ policy: { forge }, secretsFor }) {
    return forge === null ? null : (0,_own_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .holdOwnSecret */ .S)(secretsFor(forge), { name: 'forge.token', reference: forge.reference });
}


/***/ }),

/***/ 26210:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ starterIn),
/* harmony export */   w: () => (/* binding */ demandByHand)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _identity_principal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30512);
// SPDX-License-Identifier: Apache-2.0
//
// What a job's verified token says of the person behind it: who set the job going, and whether by hand. Refuses to let anything break the
// glass that nobody starts by hand: a schedule, or what another pipeline starts, has a person as its owner, who may be asleep.


/** Claims with the id, the name and the event, and the events that are a person's. */
const CLAIMS = {
    github: { id: 'actor_id', login: 'actor', source: 'event_name', byHand: ['workflow_dispatch', 'push'] },
    gitlab: { id: 'user_id', login: 'user_login', source: 'pipeline_source', byHand: ['web', 'push', 'api', 'chat'] },
};
/** Who set the job going; null: its token names nobody. On GitLab that is whoever played the job, in whosever pipeline. */
function starterIn(claims, kind) {
    const id = (0,_identity_principal_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, CLAIMS[kind].id);
    return id === null ? null : { id, login: (0,_identity_principal_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, CLAIMS[kind].login) ?? id };
}
/** Throws DENIED unless a person started the run by hand. */
function demandByHand(claims, kind) {
    const { source, byHand } = CLAIMS[kind];
    const found = (0,_identity_principal_js__WEBPACK_IMPORTED_MODULE_1__/* .claimText */ .Q1)(claims, source) ?? '';
    if (byHand.some((one) => one === found))
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('DENIED', `break-glass: \`${source}\` of this run is \`${found}\`, and nobody starts such a run by hand`, { hint: `start it by hand: ${byHand.map((one) => `\`${one}\``).join(', ')} may` });
}


/***/ }),

/***/ 71448:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ ManifestPolicy)
});

;// CONCATENATED MODULE: ./lib/approval/notes.js
const LOST = {
    destroy: 'what it removes does not come back with a rollback of the release',
    write: 'rows that it changes or removes keep no copy of what they were',
    grant: 'what is done with new rights before they are taken away stays done',
    execute: 'what code does elsewhere is out of reach of a rollback',
    unknown: 'nobody can say what it does, so nobody can say what could be undone',
};
/** The notes of facts. */
function notesOf(facts) {
    const effects = new Set(facts.accesses.map(({ effect }) => effect));
    // A plain INSERT adds; everything else that writes may overwrite.
    if (facts.statement === 'INSERT')
        effects.delete('write');
    return {
        statement: facts.statement,
        touches: [...new Set(facts.accesses.map(({ effect, object, columns, why }) => {
                const named = columns.length === 0 || columns.includes('*') ? '' : ` (${columns.join(', ')})`;
                return `${effect} ${object ?? 'nothing in particular'}${named}${why === undefined ? '' : `: ${why}`}`;
            }))],
        hazards: facts.hazards.map(({ id, detail }) => `${id}: ${detail}`),
        irreversible: [...effects].flatMap((effect) => LOST[effect] ?? []),
        unknown: facts.unknown,
    };
}

// EXTERNAL MODULE: ./lib/approval/terms.js
var terms = __webpack_require__(30068);
// EXTERNAL MODULE: ./lib/core/canonical.js
var canonical = __webpack_require__(33413);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/parse/http/operation.js
var operation = __webpack_require__(17889);
// EXTERNAL MODULE: ./lib/policy/tighten.js
var tighten = __webpack_require__(4521);
// EXTERNAL MODULE: ./lib/main/statement-series.js
var statement_series = __webpack_require__(39940);
;// CONCATENATED MODULE: ./lib/main/manifest-policy.js







/** Answers about manifests under one policy. */
class ManifestPolicy {
    #policy;
    #approversOf;
    #principal;
    #read;
    #others;
    #now;
    #series = new WeakMap();
    constructor(policy, of) {
        this.#policy = policy;
        this.#approversOf = of.approversOf ?? (0,tighten/* approversIn */.SN)(policy, null);
        this.#principal = of.principal;
        this.#read = of.read;
        this.#others = of.others ?? (() => undefined);
        this.#now = of.now;
    }
    explain = (_operation, place, all) => notesOf(this.#asked(place, all).facts);
    demandsOf = (manifest) => {
        const asking = manifest.operations.map((_operation, place, all) => this.#decide(this.#asked(place, all))).filter(({ decision }) => decision === 'review').flatMap(({ rules }) => rules);
        return asking.length === 0 ? [this.#demand('default')] : this.demandsFor(asking);
    };
    demandsFor = (rules) => [...new Set(rules)].map((rule) => this.#demand(rule));
    /** Said by the policy of who asks as the manifest says, or of who enforces: these may be two identities. */
    unlikePolicy = (manifest) => {
        const asking = [];
        for (const [place, { rules }] of manifest.operations.entries()) {
            const operation = this.#asked(place, manifest.operations);
            const [here, there] = [this.#principal.names, manifest.requester.names].map((names) => this.#decide(operation, names));
            const said = [here, ...(there.decision === 'review' || here.decision !== 'review' ? [there] : [])].find((decision) => (0,canonical/* canonicalJson */.dj)((0,terms/* wordsOf */.Z9)(decision)) === (0,canonical/* canonicalJson */.dj)(rules));
            if (said === undefined)
                return `gives other rules for operation ${place + 1} than the policy`;
            if (said.decision === 'review')
                asking.push(...said.rules);
        }
        if ((0,canonical/* canonicalJson */.dj)(this.demandsFor(asking)) !== (0,canonical/* canonicalJson */.dj)(manifest.demands))
            return 'names others who may approve than the policy';
        return null;
    };
    isFree = (_operation, place, all) => this.#decide(this.#asked(place, all)).decision === 'allow';
    /** What a parser finds in its bytes alone. */
    factsOf(operation) {
        return this.#operation(operation).facts;
    }
    #decide(operation, names = this.#principal.names) {
        const principal = names === this.#principal.names ? this.#principal : { ...this.#principal, names };
        return this.#policy.decide({ operation, principal, resource: operation.resource.name, now: this.#now() });
    }
    // Where it stands: what is not settled by those before it when it runs asks on the wire.
    #asked(place, all) {
        let asked = this.#series.get(all);
        if (asked === undefined) {
            const alone = all.map((operation) => this.#operation(operation));
            const placed = (0,statement_series/* inSeries */.L)(all, this.#read);
            asked = alone.map((operation, index) => ({ ...operation, facts: placed[index] ?? operation.facts }));
            this.#series.set(all, asked);
        }
        return asked[place];
    }
    // A rule that is not the policy's own word (`default`, `builtin:…`) asks the policy's approvers.
    #demand(rule) {
        const { users, teams, codeowners, count, expiresSeconds } = this.#approversOf(rule);
        return { rule, users: users.map(String), teams, codeowners, count, expiresSeconds };
    }
    #operation({ kind, resource, bytes, parameters, data, settings, impact }) {
        const reader = kind === 'sql' ? this.#read : this.#others(kind);
        if (reader === undefined)
            throw new errors/* GateError */.ue('INPUT_INVALID', `the manifest has an operation of kind \`${kind}\`, which nothing executes yet, so nothing is approved by it`, { hint: 'put SQL up by itself' });
        const [read, ...more] = reader(bytes).map((one) => (0,operation/* askedOf */.iN)(one, this.#policy.resources[resource.name]?.url ?? null));
        if (read === undefined || more.length > 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', `an operation of the manifest is ${read === undefined ? 'no statement' : 'more than one statement'}`, { hint: 'one statement is one operation: put them up one by one' });
        // Readers of scripts pass over what does nothing, and what is shown has to be of all of it.
        if (kind !== 'sql' && read.facts.text !== bytes)
            throw new errors/* GateError */.ue('INPUT_INVALID', 'an operation of the manifest holds more than one operation', { hint: 'put operations up one by one' });
        // As estimated then: who asks on the wire estimates again, and adds what that brings.
        return { kind, resource, facts: read.facts, parameters, data, settings, rows: impact?.rows ?? undefined };
    }
}


/***/ }),

/***/ 57013:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readOwnSecret),
/* harmony export */   S: () => (/* binding */ holdOwnSecret)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What is kept for ourselves and logs in nowhere: a signing key, read once; a forge's token, held for as long as a session lasts, since it may
// be leased. Refuses to fail without the key of the policy that names it.

const NOWHERE = { host: '', port: 0, user: null };
/** Holds it; whoever does gives it back. Throws GateError. */
async function holdOwnSecret(secrets, named) {
    try {
        return await secrets.hold(named.reference, NOWHERE);
    }
    catch (thrown) {
        throw withName(named, thrown);
    }
}
/** What `use` makes of the secret. Throws GateError. */
async function readOwnSecret(secrets, named, use) {
    const held = await holdOwnSecret(secrets, named);
    try {
        return use((await held.current()).password);
    }
    catch (thrown) {
        throw withName(named, thrown);
    }
    finally {
        await held.release();
    }
}
function withName({ name, reference }, thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue))
        return thrown;
    const said = thrown.message.includes(reference) ? '' : `, \`${reference}\``;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(thrown.code, `\`${name}\`${said}: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
}


/***/ }),

/***/ 39940:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ inSeries)
/* harmony export */ });
/** For each operation its facts in the series of its resource; null where those that it has alone are all that is known. */
function inSeries(operations, read) {
    const placed = operations.map(() => null);
    for (const name of new Set(operations.map(({ resource }) => resource.name))) {
        const lines = linesOf(operations, name);
        const facts = read(lines.map(({ text }) => text).join(';\n')).map((one) => one.facts);
        const isSame = facts.length === lines.length && facts.every(({ text }, index) => text === lines[index]?.text);
        if (isSame)
            for (const [index, { place }] of lines.entries())
                if (place !== null)
                    placed[place] = facts[index] ?? null;
    }
    return placed;
}
// In the order in which they are executed, with the transactions that are made around them.
function linesOf(operations, name) {
    const lines = [];
    let open = null;
    const control = (text) => void lines.push({ text, place: null });
    for (const [place, { kind, resource, bytes, transaction }] of operations.entries()) {
        const isHere = kind === 'sql' && resource.name === name;
        if (open !== null && (!isHere || transaction !== open))
            control('COMMIT');
        if (isHere && transaction !== null && transaction !== open)
            control('BEGIN');
        open = isHere ? transaction : null;
        if (isHere)
            lines.push({ text: bytes, place });
    }
    if (open !== null)
        control('COMMIT');
    return lines;
}


/***/ }),

/***/ 4521:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ tightened),
/* harmony export */   SN: () => (/* binding */ approversIn),
/* harmony export */   iI: () => (/* binding */ isOfRepository)
/* harmony export */ });
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33413);
// SPDX-License-Identifier: Apache-2.0
//
// Two policies at a gateway: the operator's, and a repository's over the same resources. The stricter decision holds, masks add up, the
// lower ceiling counts. Refuses by construction to let a repository allow anything: its "allow" can only agree.

const LEVELS = { allow: 1, review: 2, deny: 3 };
const RESULTS = ['none', 'counts', 'rows'];
/** What ids of the repository's rules begin with, beside the operator's. */
const PREFIX = 'repository/';
/** Whether a rule in a decision is the repository's. */
function isOfRepository(rule) {
    return rule.startsWith(PREFIX);
}
/** The operator's policy, tightened. Without a repository's it is the operator's alone. */
function tightened(operator, repository) {
    if (repository === null)
        return operator;
    const { policy } = repository;
    // Rules of the repository are written for its own names; the operator's are known to it, too. One list, since candidates are kept by it.
    const names = new Map();
    const namesOf = (own) => {
        const known = names.get(own) ?? [...new Set([...own, ...repository.names])];
        names.set(own, known);
        return known;
    };
    return {
        version: operator.version, mode: operator.mode, approvers: operator.approvers, detectors: [...operator.detectors, ...policy.detectors], packs: [...operator.packs, ...policy.packs],
        // Who signs is the operator's business: a repository's key would be one that its jobs could ask for.
        record: { ...operator.record, results: moreSparing(operator.record.results, policy.record.results) },
        digest: (0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .taggedDigest */ .Dt)('ostiary-policy-v1', { operator: operator.digest, repository: policy.digest }),
        masks(resource, principalNames, now) {
            const registered = operator.resources[resource];
            const own = policy.resources[resource] === undefined && registered !== undefined ? policy.masksOn(registered, namesOf(principalNames), now) : policy.masks(resource, namesOf(principalNames), now);
            return distinct([...operator.masks(resource, principalNames, now), ...own]);
        },
        decide(question) {
            const first = operator.decide(question);
            return strictest(first, secondOf(policy, operator, { ...question, principal: { ...question.principal, names: namesOf(question.principal.names) } }));
        },
    };
}
function moreSparing(one, other) {
    return RESULTS.indexOf(one) < RESULTS.indexOf(other) ? one : other;
}
/** Who may approve what a rule asks for, by its id in decisions. The repository's own words ask the repository's approvers. */
function approversIn(operator, repository) {
    const of = (policy, rule) => policy.rules.find(({ id }) => id === rule)?.approvers ?? policy.approvers;
    return (rule) => (repository !== null && isOfRepository(rule) ? of(repository.policy, rule.slice(PREFIX.length)) : of(operator, rule));
}
// A resource that the repository registers, too, is judged by all of its policy; of others only what is said against an operation counts.
function secondOf(policy, operator, question) {
    const registered = operator.resources[question.resource];
    return policy.resources[question.resource] !== undefined || registered === undefined ? policy.decide(question) : policy.tighten(question, registered);
}
function strictest(operator, repository) {
    const named = { ...repository, rules: repository.rules.map((rule) => `${PREFIX}${rule}`), observed: repository.observed.map(({ rule, decision }) => ({ rule: `${PREFIX}${rule}`, decision })) };
    const stricter = LEVELS[named.decision] > LEVELS[operator.decision];
    const first = stricter ? named : operator;
    // Both refuse: both reasons are told. An "allow" beside a refusal is none.
    const also = stricter ? operator : named;
    const told = also.decision === 'allow' ? [] : [also];
    const ceilings = [operator.maxRows, named.maxRows].filter((rows) => rows !== null);
    return {
        decision: first.decision, rules: [...first.rules, ...told.flatMap(({ rules }) => rules)], reasons: [...first.reasons, ...told.flatMap(({ reasons }) => reasons)],
        masks: distinct([...operator.masks, ...named.masks]), maxRows: ceilings.length === 0 ? null : Math.min(...ceilings), observed: [...operator.observed, ...named.observed],
    };
}
function distinct(masks) {
    return [...new Map(masks.map((mask) => [`${mask.column}\n${mask.style}`, mask])).values()];
}


/***/ }),

/***/ 25487:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   gB: () => (/* binding */ MAX_ANSWER_BYTES),
/* harmony export */   hU: () => (/* binding */ unavailable)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// How the kinds of this room speak about what a service answered: one error, in which neither a token that was shown nor a secret that came
// back can stand. Refuses to repeat more of a service's words than a line.

/** Source: the longest sentence of AWS about a missing permission, with two ARNs in it. */
const MAX_WORDS = 400;
/** A secret is short, an answer about one not much longer; Secret Manager and Secrets Manager keep 64 KiB at most, in base64 and JSON. */
const MAX_ANSWER_BYTES = 256 * 1024;
// Hits `eyJhbGci….eyJzdWIi….c2ln`, `hvs.CAES…`, `s.Fx3…`(24), `ya29.a0…`, `AQoDYX…` of a session token (100 and more characters in one run).
const TOKENS = /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*|\b(?:hvs|hvb|hvr|s|b|r)\.[A-Za-z0-9_-]{20,}|\bya29\.[\w-]+|[A-Za-z0-9+/=_-]{100,}/gu;
/** A failure of reading `what` (a reference, such as `vault:database/creds/orders`). */
function unavailable(what, message, hint, cause) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the credential \`${what}\`: ${message}`, { hint, ...(cause === undefined ? {} : { cause }) });
}
/** What a service said, on one line, without anything that looks like a token and without `secrets`. */
function wordsOf(text, secrets = []) {
    let words = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, ' ').trim();
    for (const secret of secrets)
        if (secret !== '')
            words = words.replaceAll(secret, '***');
    words = words.replace(TOKENS, '***');
    return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
}
/** A JSON object, or null. */
function objectIn(text) {
    try {
        return asObject(JSON.parse(text));
    }
    catch {
        return null;
    }
}
/** A value as an object that can be asked for keys; null when it is none. */
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}


/***/ }),

/***/ 56891:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseCredential)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What the text of a secret means to a database: a password, or `user:password`. Pure. Refuses halves (`app:`, `:secret`), and never
// repeats any part of the text in an error.

/**
 * Reads `secret`, or `app:secret`. With `urlUser` (the user that the url names) colons belong to the password, unless the text starts
 * with exactly that user. Throws SECRET_UNAVAILABLE on an empty half.
 */
function parseCredential(value, urlUser = null) {
    const at = value.indexOf(':');
    if (at < 0 || (urlUser !== null && value.slice(0, at) !== urlUser))
        return { user: null, password: demand(value, 'password') };
    return { user: demand(value.slice(0, at), 'user'), password: demand(value.slice(at + 1), 'password') };
}
function demand(part, what) {
    if (part !== '')
        return part;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the credential has an empty ${what}`, { hint: 'it is the password alone, or `user:password`' });
}


/***/ }),

/***/ 79239:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ credentialInText),
/* harmony export */   mL: () => (/* binding */ credentialInFields),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56891);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87740);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25487);
// SPDX-License-Identifier: Apache-2.0
//
// What a secret made of fields means to a database: `username` and `password`, a password alone, or the one field that the reference names.
// Refuses to guess among several fields, and to say what is in any of them.




/** The credential in a secret that is a text: a password, `user:password`, or JSON with fields (as AWS keeps those that it rotates). */
function credentialInText(text, wanted) {
    const fields = text.trimStart().startsWith('{') ? (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .objectIn */ .D7)(text) : null;
    if (fields !== null)
        return credentialInFields(fields, wanted);
    if (wanted.field !== null)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(wanted.reference, 'is no JSON, so it has no fields', `leave \`#${wanted.field}\` out, or keep it as JSON with that field`);
    return parsed(text, wanted);
}
/** The credential in a secret that is made of fields. */
function credentialInFields(fields, wanted) {
    const { reference, field } = wanted;
    if (field !== null) {
        const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
        const inner = (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(value);
        if (inner !== null)
            return credentialInFields(inner, { ...wanted, field: null });
        return parsed(textOf(value, wanted, `the field \`${field}\``), wanted);
    }
    if (Object.hasOwn(fields, 'password')) {
        const password = textOf(fields['password'], wanted, 'its `password`');
        const user = Object.hasOwn(fields, 'username') ? textOf(fields['username'], wanted, 'its `username`') : null;
        return { user: user === null ? null : plain(user, reference), password: plain(password, reference) };
    }
    const values = Object.values(fields);
    if (values.length === 1)
        return parsed(textOf(values[0], wanted, 'its only field'), wanted);
    throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, `has ${values.length} fields, and none is called \`password\``, 'say which one it is: add `#FIELD` to the reference');
}
function textOf(value, { reference }, what) {
    if (typeof value === 'string')
        return value;
    throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, value === undefined ? `${what} is not there` : `${what} is not a text`, 'is this the secret that was meant, and the field?');
}
function parsed(text, { reference, urlUser }) {
    try {
        return (0,_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCredential */ .n)(plain(text, reference), urlUser);
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue) || thrown.message.includes(reference))
            throw thrown;
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, thrown.message, thrown.hint ?? 'it is the password alone, or `user:password`');
    }
}
/** A secret without the line feed that editors end a file with. Throws SECRET_UNAVAILABLE when it is no password. */
function plain(value, reference) {
    const text = value.replace(/\r?\n$/u, '');
    const fault = text === '' ? 'is empty' : text.includes('\0') ? 'has a NUL character in it' : Buffer.byteLength(text) > _file_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SECRET_BYTES */ .sU ? `is larger than ${_file_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SECRET_BYTES */ .sU} bytes` : null;
    if (fault !== null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the credential \`${reference}\` ${fault}`, { hint: 'store the password, or `user:password`, and nothing else' });
    return text;
}


/***/ }),

/***/ 87740:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fW: () => (/* binding */ readSecretFile),
/* harmony export */   sU: () => (/* binding */ MAX_SECRET_BYTES)
/* harmony export */ });
/* unused harmony export exposureOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Secrets kept in files, `file:/path`: Docker and Kubernetes mounts, or a file of one's own. Refuses what others could read or could have
// written: COMMAND runs on the same machine as another user. Whatever is checked is the opened file, never its name.



/** A credential is short; more is somebody's mistake in the path. */
const MAX_SECRET_BYTES = 64 * 1024;
/** The text of the file. `uid`: who we are; null where files have no such owners. Throws SECRET_UNAVAILABLE. */
async function readSecretFile(path, uid) {
    if (!path.startsWith('/'))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `\`file:${path}\` is not an absolute path`, { hint: 'write `file:/run/secrets/orders-db`' });
    // NONBLOCK: opening a named pipe must not wait for a writer.
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` can not be opened: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { hint: 'mount it there, readable for the user that runs ostiary', cause });
    });
    try {
        const stat = await file.stat();
        if (!stat.isFile())
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is not a regular file`, { hint: 'name a file that holds only the secret' });
        const fault = uid === null ? null : exposureOf(stat, uid);
        if (fault !== null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` ${fault}`, { hint: 'make it yours alone: `chmod 600`, or `defaultMode: 0400` of a Kubernetes volume' });
        return await readLimited(file, path);
    }
    finally {
        await file.close();
    }
}
/**
 * Why a file is no place for a secret, as the end of a sentence; null when it is one. Group access is how Kubernetes hands files of root
 * to a plain user (fsGroup); COMMAND has no groups when it is isolated.
 */
function exposureOf(stat, uid) {
    if (stat.uid !== uid && stat.uid !== 0)
        return 'belongs to another user, who could change it';
    if ((stat.mode & 0o007) !== 0)
        return 'can be read by every user of this machine';
    if ((stat.mode & 0o020) !== 0)
        return 'can be changed by its group';
    return (stat.mode & 0o050) !== 0 && stat.uid !== 0 ? 'can be read by its group' : null;
}
async function readLimited(file, path) {
    const buffer = Buffer.alloc(MAX_SECRET_BYTES + 1);
    let length = 0;
    for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length)
            break;
    }
    if (length > MAX_SECRET_BYTES)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is larger than ${MAX_SECRET_BYTES} bytes`, { hint: 'name a file that holds only the secret' });
    return buffer.toString('utf8', 0, length);
}


/***/ }),

/***/ 78366:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ LocalSecrets)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/vault/env.js
// SPDX-License-Identifier: Apache-2.0
//
// Secrets handed over as environment variables, `env:NAME`. A variable is taken out of the environment when it is read, so that no
// child process ever sees it. Refuses to read the real environment: it works on the record that it is given.

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Removes the variable and returns what it held; throws SECRET_UNAVAILABLE when it is not there or empty. */
function takeVariable(name, environment) {
    if (!NAME.test(name)) {
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `\`env:${name}\` does not name an environment variable`, { hint: 'write `env:NAME`, such as `env:ORDERS_DB`' });
    }
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value === undefined || value === '') {
        // GitHub turns a secret that is not defined, or not given to a fork, into an empty text.
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the environment variable \`${name}\` is ${value === undefined ? 'not set' : 'empty'}`, {
            hint: `set it where ostiary starts: on GitHub \`env: { ${name}: \${{ secrets.${name} }} }\` of this step, on GitLab a masked, protected variable, in a shell \`export ${name}=…\``,
        });
    }
    delete environment[name];
    return value;
}

// EXTERNAL MODULE: ./lib/vault/fields.js
var fields = __webpack_require__(79239);
// EXTERNAL MODULE: ./lib/vault/file.js
var file = __webpack_require__(87740);
;// CONCATENATED MODULE: ./lib/vault/secrets.js
// SPDX-License-Identifier: Apache-2.0
//
// The secrets that need no vault: `env:NAME` and `file:/path`. Static keys, therefore refused under a CI product unless the policy says
// `allow_static: true`. Values stay in this process: never logged, never in an error, never written anywhere.




/** Reads `env:` and `file:` references; a variable is gone from the given environment once it was read. */
class LocalSecrets {
    #environment;
    #rule;
    // Two resources may share a variable that is already gone from the environment.
    #taken;
    constructor(environment, rule, taken = new Map()) {
        this.#environment = environment;
        this.#rule = rule;
        this.#taken = taken;
    }
    /** The same secrets under the `allow_static` of another resource. */
    withStatic(allowStatic) {
        return new LocalSecrets(this.#environment, { ...this.#rule, allowStatic }, this.#taken);
    }
    /** Variables that were read so far. */
    get variables() {
        return [...this.#taken.keys()];
    }
    /** True when reading a reference takes a static key in a CI job: allowed by the policy, and to be said loudly. */
    get staticInCi() {
        return this.#rule.ci;
    }
    /** The text behind `env:NAME` or `file:/path`. Throws SECRET_UNAVAILABLE. */
    async read(reference) {
        const colon = reference.indexOf(':');
        const scheme = colon < 0 ? '' : reference.slice(0, colon);
        const rest = reference.slice(colon + 1);
        if (scheme !== 'env' && scheme !== 'file') {
            throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the credential \`${reference}\` is of a kind that this version can not read`, { hint: 'it reads `env:NAME` and `file:/path`' });
        }
        if (this.#rule.ci && !this.#rule.allowStatic) {
            throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the credential \`${reference}\` is a static key, and this is a CI job`, { hint: 'if that is meant, write `allow_static: true` next to `credential:` in the policy' });
        }
        return (0,fields/* plain */.pj)(scheme === 'env' ? this.#variable(rest) : await (0,file/* readSecretFile */.fW)(rest, process.getuid?.() ?? null), reference);
    }
    #variable(name) {
        const value = this.#taken.get(name) ?? takeVariable(name, this.#environment);
        this.#taken.set(name, value);
        return value;
    }
}


/***/ }),

/***/ 28443:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ lasting),
/* harmony export */   w: () => (/* binding */ plainSource)
/* harmony export */ });
/** A source of a secret that nothing has to be ended for. */
function plainSource(read) {
    return { read, release: async () => undefined };
}
/** A reading that holds until somebody changes the secret. */
function lasting(credential) {
    return { credential, endsAt: null, renew: null };
}


/***/ }),

/***/ 76161:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ ResourceSecrets)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/documentation-links.js
var documentation_links = __webpack_require__(96713);
// EXTERNAL MODULE: ./lib/core/vaults.js
var vaults = __webpack_require__(16702);
// EXTERNAL MODULE: ./lib/vault/credential.js
var credential = __webpack_require__(56891);
;// CONCATENATED MODULE: ./lib/vault/held-credential.js
// SPDX-License-Identifier: Apache-2.0
//
// A credential in use: read once, kept in memory, lengthened before it ends, read again when it has ended or the target refuses it, given
// back at the end. Refuses to hand out what has ended, and to ask a service again and again for a password that is simply wrong.

/** Handed out no more so long before its end, or a tenth of its time: logging in takes a moment. */
const MARGIN_MS = 30_000;
/** A value that the target refused, and that came back the same, is asked for again only after this. */
const SAME_AGAIN_MS = 10_000;
/** A renewal that fails is tried again after half of what is left, as long as that is more than this. */
const MIN_RETRY_MS = 1_000;
/** Implements the port over one source. */
class HeldSecret {
    #source;
    #reference;
    #world;
    #reading = null;
    #endsAt = null;
    #marginMs = 0;
    #pending = null;
    #timer = null;
    #sameSince = null;
    #released = false;
    constructor(source, reference, world) {
        this.#source = source;
        this.#reference = reference;
        this.#world = world;
    }
    /** Reads it for the first time. Throws what the source throws, with nothing left open. */
    static async take(source, reference, world) {
        const held = new HeldSecret(source, reference, world);
        try {
            await held.#read();
            return held;
        }
        catch (thrown) {
            await held.release();
            throw thrown;
        }
    }
    get endsAt() {
        return this.#endsAt;
    }
    async current() {
        const known = this.#reading;
        const left = this.#endsAt === null ? Infinity : this.#endsAt - this.#world.runtime.now();
        if (known !== null && left > this.#marginMs)
            return known.credential;
        return (await this.#read().catch((thrown) => {
            if (known === null || left <= 0)
                throw thrown;
            this.#world.log.warn(`the credential \`${this.#reference}\` is about to end and can not be read again: ${(0,errors/* messageOf */.bD)(thrown)}`);
            return known;
        })).credential;
    }
    async refused(used) {
        const known = this.#reading?.credential;
        if (known !== undefined && !same(known, used))
            return known;
        const now = this.#world.runtime.monotonicMs();
        if (this.#sameSince !== null && now - this.#sameSince < SAME_AGAIN_MS)
            return null;
        const { credential } = await this.#read();
        this.#sameSince = same(credential, used) ? now : null;
        if (this.#sameSince !== null)
            return null;
        this.#world.log.info(`the credential \`${this.#reference}\` was refused and has been read again: there is a new one`);
        return credential;
    }
    async release() {
        this.#released = true;
        this.#timer?.cancel();
        await this.#pending?.catch(() => undefined);
        this.#reading = null;
        await this.#source.release().catch((thrown) => {
            this.#world.log.warn(`the credential \`${this.#reference}\` could not be given back, and ends by itself: ${(0,errors/* messageOf */.bD)(thrown)}`);
        });
    }
    #read() {
        if (this.#released)
            return Promise.reject(new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the credential \`${this.#reference}\` has been given back: the session is over`));
        this.#pending ??= this.#source.read().then((reading) => this.#keep(reading)).finally(() => (this.#pending = null));
        return this.#pending;
    }
    #keep(reading) {
        this.#world.mask(reading.credential.password);
        this.#reading = reading;
        this.#endAt(reading.endsAt);
        return reading;
    }
    #endAt(endsAt) {
        this.#endsAt = endsAt;
        const left = endsAt === null ? 0 : endsAt - this.#world.runtime.now();
        this.#marginMs = Math.min(MARGIN_MS, Math.max(0, left / 10));
        this.#timer?.cancel();
        this.#timer = null;
        if (endsAt !== null && this.#reading?.renew !== null && !this.#released)
            this.#renewIn(left * (2 / 3));
    }
    #renewIn(milliseconds) {
        this.#timer = this.#world.runtime.after(Math.max(0, milliseconds), () => void this.#renew());
    }
    // Never throws: nobody waits for it. What could not be lengthened is read anew when it is next asked for.
    async #renew() {
        const reading = this.#reading;
        if (reading?.renew === undefined || reading.renew === null || this.#released)
            return;
        try {
            const before = this.#endsAt ?? 0;
            const endsAt = await reading.renew();
            if (this.#reading !== reading)
                return;
            // At the end of its longest time a lease is lengthened by ever less: another one then.
            if (endsAt !== null && endsAt > before + this.#marginMs)
                this.#endAt(endsAt);
            else
                await this.#read();
        }
        catch (thrown) {
            if (this.#released)
                return;
            const left = (this.#endsAt ?? 0) - this.#world.runtime.now();
            this.#world.log.warn(`the lease of the credential \`${this.#reference}\` could not be renewed: ${(0,errors/* messageOf */.bD)(thrown)}`);
            if (left > 2 * MIN_RETRY_MS)
                this.#renewIn(left / 2);
        }
    }
}
function same(a, b) {
    return a.user === b.user && a.password === b.password;
}

// EXTERNAL MODULE: ./lib/vault/source.js
var source = __webpack_require__(28443);
;// CONCATENATED MODULE: ./lib/vault/vaults.js
// SPDX-License-Identifier: Apache-2.0
//
// One door to every kind of credential: a reference of the policy in, a credential in use out. Each kind's code is loaded when a policy
// names it, so that nobody waits for a cloud's SDK that is not his. Refuses references without the vault that they need.






/** Implements the port for one resource. `vault`: what its policy entry names, or null. */
class ResourceSecrets {
    #local;
    #vault;
    #world;
    constructor(local, vault, world) {
        this.#local = local;
        this.#vault = vault;
        this.#world = world;
    }
    async hold(reference, target) {
        const parsed = (0,vaults/* parseReference */.F2)(reference);
        if (parsed === null)
            throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', 'the credential is of a kind that this version can not read', { hint: `it reads ${vaults/* CREDENTIAL_FORMS */._y}` });
        const { scheme, rest, field } = parsed;
        return HeldSecret.take(await this.#source(scheme, { reference, rest, field, target }), reference, this.#world);
    }
    async #source(scheme, asked) {
        switch (scheme) {
            case 'env':
            case 'file':
                return this.#static(asked);
            case 'oidc':
                return (await __webpack_require__.e(/* import() */ 7619).then(__webpack_require__.bind(__webpack_require__, 17619))).oidcSource(asked, this.#world);
            case 'vault':
                return new (await __webpack_require__.e(/* import() */ 6795).then(__webpack_require__.bind(__webpack_require__, 96795))).HashiCorpSource(this.#settings(scheme, 'vault'), asked, this.#world);
            case 'aws-sm':
                return (await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(2994), __webpack_require__.e(6270)]).then(__webpack_require__.bind(__webpack_require__, 6270))).secretsManagerSource(this.#settings(scheme, 'aws'), asked, this.#world);
            case 'aws-rds-iam':
                return (await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4945), __webpack_require__.e(2067)]).then(__webpack_require__.bind(__webpack_require__, 62067))).rdsSource(this.#settings(scheme, 'aws'), asked, this.#world);
            case 'gcp-sm':
                return (await __webpack_require__.e(/* import() */ 5655).then(__webpack_require__.bind(__webpack_require__, 35655))).secretManagerSource(this.#settings(scheme, 'gcp'), asked, this.#world);
            case 'azure-kv':
                return (await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(3878), __webpack_require__.e(5920), __webpack_require__.e(3980), __webpack_require__.e(8037)]).then(__webpack_require__.bind(__webpack_require__, 68037))).keyVaultSource(this.#settings(scheme, 'azure'), asked, this.#world);
            default:
                return scheme;
        }
    }
    #static({ reference, target }) {
        return (0,source/* plainSource */.w)(async () => {
            const text = await this.#local.read(reference);
            if (this.#local.staticInCi)
                this.#world.log.warn(`the credential \`${reference}\` is a static key in a CI job, allowed by \`allow_static: true\`: whoever gets hold of it once keeps it; ${(0,documentation_links/* manual */.j)('docs/vault.md')} says how to do without`);
            return (0,source/* lasting */.n)((0,credential/* parseCredential */.n)(text, target.user));
        });
    }
    #settings(scheme, kind) {
        const vault = this.#vault;
        if (vault?.kind === kind)
            return vault;
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `credentials \`${scheme}:\` need a vault of type \`${vaults/* CREDENTIAL_SCHEMES */.dj[scheme] ?? ''}\`, and the policy's \`vaults\` has none`, { hint: `${(0,documentation_links/* manual */.j)('docs/vault.md')} says what to write there` });
    }
}


/***/ })

};
