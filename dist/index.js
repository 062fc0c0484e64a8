import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 29907:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("cluster");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 85675:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 82987:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("perf_hooks");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 83480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 16460:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers/promises");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 11493:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("v8");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 26953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   Xi: () => (/* binding */ candidates),
/* harmony export */   rL: () => (/* binding */ namedPull)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(46443);
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

/***/ 83712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ addedTexts),
/* harmony export */   U: () => (/* binding */ carry)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _core_glob_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(80029);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(46443);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(68074);
/* harmony import */ var _terms_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(30068);
// SPDX-License-Identifier: Apache-2.0
//
// The manifest on a pull request that is there already, so that one review is of the change and of what it would run. Files are read by the
// forge's API at the very head that then gets the manifest: nothing is checked out. Refuses pull requests that no approval could come of:
// closed ones, those of forks, those that go elsewhere. Never rewrites what others pushed.





/** The files that a pull request adds and that globs name, in the order of the globs, then of their paths. Throws INPUT_INVALID, FORGE_FAILED. */
async function addedTexts(globs, number, { forge, repository }) {
    const pull = await forge.pull(repository, number);
    const changed = [...await forge.changedPaths(repository, pull)].sort((one, other) => (one.path < other.path ? -1 : 1));
    const fitting = new Set(globs.map((glob) => (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .compileGlob */ .SO)(glob, '/')).flatMap((fits) => changed.filter(({ path, status }) => status !== 'removed' && fits(path))));
    const texts = [];
    for (const { path, status } of fitting) {
        if (status !== 'added')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `pull request ${number} changes \`${path}\`, which was there before`, { hint: 'put operations into files of their own: what a file held before has run already' });
        const text = await forge.file(repository, pull.head, path);
        if (text === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', `\`${path}\` of pull request ${number} is not there`, { hint: 'was it pushed to just now? run again' });
        texts.push(text);
    }
    return { head: pull.head, texts };
}
/**
 * Puts a manifest on a pull request, in place of one of other operations, or of one that somebody else wrote and that shows something else;
 * leaves it alone when the same is there and unused. `isNew`: it
 * was put there now, so nobody has seen it. Throws DENIED for a pull request that can't carry one, FORGE_FAILED when its branch has moved.
 */
async function carry(manifest, number, carrying) {
    const { forge, repository, explain, head, verify } = carrying;
    const pull = await forge.pull(repository, number);
    const why = unfit(pull, repository);
    if (why !== null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('DENIED', `pull request ${number} ${why}, so nothing can be approved on it`, { hint: 'leave the input `pull-request` out: the operations get a pull request of their own' });
    if (head !== null && pull.head !== head)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', `pull request ${number} was pushed to while its operations were read`, { hint: 'run again' });
    const there = await verify(number);
    const isThere = there.manifest !== null && there.claimedBy === null && (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .branchesOf */ .IJ)(there.manifest) === (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .branchesOf */ .IJ)(manifest);
    // INVARIANT: what people read was written by us, or says what we would say: whoever may push here may have written it.
    if (isThere && (there.isVouched || (0,_terms_js__WEBPACK_IMPORTED_MODULE_3__/* .saysTheSame */ .Yq)(there.manifest, manifest)))
        return { verified: there, isNew: false };
    const paths = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestPaths */ .Ud)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(manifest));
    const removed = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && isOurs(path) && path !== paths.json && path !== paths.rendering).map(({ path }) => path);
    await forge.addTo(repository, pull, {
        title: 'Put what this would run up for approval', removed,
        files: [{ path: paths.json, text: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestText */ .$2)(manifest) }, { path: paths.rendering, text: (0,_render_js__WEBPACK_IMPORTED_MODULE_2__/* .renderManifest */ .sB)(manifest, explain) }],
    });
    const verified = await verify(number);
    // What else is there has to go first: running again would not help.
    if (verified.digest === null && verified.outcome.kind === 'refused')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('DENIED', verified.outcome.why, { hint: verified.outcome.hint });
    if (verified.digest !== (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestDigest */ .It)(manifest))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', `pull request ${number} changed while the manifest was put on it`, { hint: 'run again' });
    return { verified, isNew: true };
}
function unfit({ state, headRepository, base, branch }, { id, defaultBranch }) {
    if (state !== 'open')
        return `is ${state}`;
    if (headRepository !== id)
        return 'comes from another repository';
    if (base !== defaultBranch)
        return `goes to \`${base}\`, not to \`${defaultBranch}\``;
    return branch === defaultBranch ? 'shows the default branch itself' : null;
}
// Hits `.ostiary/approvals/`, 32 hex digits, `.json` or `.md`: names that manifests and their pages have, and nothing else.
function isOurs(path) {
    return path.startsWith(`${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7}/`) && /^[0-9a-f]{32}\.(?:json|md)$/u.test(path.slice(_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7.length + 1));
}


/***/ }),

/***/ 63540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
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
var show = __nccwpck_require__(75390);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qe: () => (/* binding */ ReviewedApprovals),
  L4: () => (/* binding */ stateOf)
});

// UNUSED EXPORTS: FRESH_MS

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __nccwpck_require__(10035);
// EXTERNAL MODULE: ./lib/approval/candidates.js
var candidates = __nccwpck_require__(26953);
// EXTERNAL MODULE: ./lib/approval/manifest.js + 1 modules
var approval_manifest = __nccwpck_require__(46443);
// EXTERNAL MODULE: ./lib/approval/verify.js
var verify = __nccwpck_require__(34474);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
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
var canonical = __nccwpck_require__(33413);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __nccwpck_require__(10035);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ ownersOfChange)
/* harmony export */ });
/* unused harmony exports CODEOWNERS_PATHS, ownersOf */
/* harmony import */ var _core_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(80029);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  sB: () => (/* binding */ renderManifest)
});

// UNUSED EXPORTS: MAX_RENDERED_BYTES, MAX_RENDERED_LINES

// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __nccwpck_require__(10035);
// EXTERNAL MODULE: ./lib/approval/manifest.js + 1 modules
var approval_manifest = __nccwpck_require__(46443);
// EXTERNAL MODULE: ./lib/approval/show.js
var show = __nccwpck_require__(75390);
// EXTERNAL MODULE: ./lib/approval/terms.js
var terms = __nccwpck_require__(30068);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ saysTheSame),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   qG: () => (/* binding */ FREE_REASON)
/* harmony export */ });
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(33413);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ verifyApproval)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _count_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(63540);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(46443);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(91119);
/* harmony import */ var _render_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(68074);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(75390);
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

/***/ 17318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ TELL_MS),
  D: () => (/* binding */ WriteBack)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/approval/show.js
var show = __nccwpck_require__(75390);
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
    return `\`${(0,show/* shownInline */.FF)(text.replace(/\s+/gu, ' ')).replaceAll('`', "'").replaceAll('|', '/').slice(0, MAX_QUOTED)}\``;
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
        const told = new Map();
        let timer = null;
        const late = new Promise((resolve) => (timer = runtime.after(TELL_MS, resolve)));
        const all = async () => {
            for (const outcome of outcomes) {
                const failed = await forge.repository(repositoryId).then((repository) => run(outcome, repository)).then(() => null, reasonOf);
                told.set(outcome, failed);
            }
        };
        await Promise.race([all(), late]);
        timer?.cancel();
        return outcomes.map((outcome) => ({ outcome, failed: told.has(outcome) ? (told.get(outcome) ?? null) : `the forge took longer than ${TELL_MS / 1000} s` }));
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

/***/ 62495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readChangeSet)
/* harmony export */ });
/* unused harmony export MAX_CHANGE_SET_BYTES */
/* harmony import */ var _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(11918);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Reads the file of a change set (docs/schema/changeset-v1.json) as data from outside. Refuses whatever is not of its shape, saying where, and
// files larger than a person could review.


/** Larger files are refused: 16 MiB is ten thousand statements of a kilobyte and a half. */
const MAX_CHANGE_SET_BYTES = 16 * 1024 * 1024;
/** Reads it; throws INPUT_INVALID. `file`: how it is called in messages. */
function readChangeSet(text, file) {
    if (Buffer.byteLength(text, 'utf8') > MAX_CHANGE_SET_BYTES)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the change set \`${file}\` is larger than ${MAX_CHANGE_SET_BYTES} bytes`, { hint: 'propose it in parts' });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the change set \`${file}\` is not JSON: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`, { hint: 'it is what `ostiary plan --out FILE` writes' });
    }
    return { set: new Shape(file).changeSet(value), lines: linesOf(text) };
}
// As writeChangeSet has them; elsewhere findings stand at the first line.
function linesOf(text) {
    const lines = new Map();
    text.split('\n').forEach((line, index) => {
        const number = /^\s*\{"number":(\d{1,9}),/.exec(line)?.[1]; // matches `    {"number":3,"kind":"sql",…`, misses `  "operations": [`
        if (number !== undefined)
            lines.set(Number(number), index + 1);
    });
    return lines;
}
class Shape {
    file;
    constructor(file) {
        this.file = file;
    }
    changeSet(value) {
        const of = this.#object(value, 'it');
        if (of['format'] !== 'ostiary-changeset-v1')
            throw this.#wrong('`format`', '`ostiary-changeset-v1`');
        const captured = this.#object(of['captured'], '`captured`');
        const set = {
            format: 'ostiary-changeset-v1', ostiary: this.#text(of['ostiary'], '`ostiary`'), digest: this.#digest(of['digest'], '`digest`'), resource: this.#resource(of['resource'], '`resource`'),
            tools: this.#list(of['tools'], '`tools`', (one, at) => this.#text(one, at)),
            captured: {
                command: this.#list(captured['command'], '`captured.command`', (one, at) => this.#text(one, at)), schema: this.#list(captured['schema'], '`captured.schema`', (one, at) => this.#digest(one, at)),
                server: this.#count(captured['server'], '`captured.server`'),
            },
            operations: this.#list(of['operations'], '`operations`', (one, at) => this.#operation(one, at)),
            bookkeeping: this.#list(of['bookkeeping'], '`bookkeeping`', (one, at) => ({ ...this.#operation(one, at), tool: this.#text(this.#object(one, at)['tool'], `${at}.tool`) })),
            limits: this.#list(of['limits'], '`limits`', (one, at) => this.#limit(one, at)),
        };
        const all = [...set.operations, ...set.bookkeeping];
        if (new Set(all.map(({ number }) => number)).size !== all.length)
            throw this.#wrong('`number`', 'different for each statement');
        if (all.some(({ resource }) => resource.name !== set.resource.name || resource.target !== set.resource.target))
            throw this.#wrong('`resource`', 'the same everywhere');
        return set;
    }
    #operation(value, at) {
        const of = this.#object(value, at);
        if (of['kind'] !== 'sql')
            throw this.#wrong(`${at}.kind`, '`sql`');
        const settings = this.#object(of['settings'], `${at}.settings`);
        return {
            number: this.#count(of['number'], `${at}.number`), kind: 'sql', resource: this.#resource(of['resource'], `${at}.resource`), bytes: this.#text(of['bytes'], `${at}.bytes`),
            parameters: this.#list(of['parameters'], `${at}.parameters`, (one, where) => this.#parameter(one, where)), data: of['data'] === null ? null : this.#digest(of['data'], `${at}.data`),
            settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, this.#text(setting, `${at}.settings.${name}`)])),
            transaction: of['transaction'] === null ? null : this.#count(of['transaction'], `${at}.transaction`), connection: this.#count(of['connection'], `${at}.connection`),
            message: this.#count(of['message'], `${at}.message`), tag: this.#text(of['tag'], `${at}.tag`), digest: this.#digest(of['digest'], `${at}.digest`),
        };
    }
    #parameter(value, at) {
        const { type, format, value: bytes } = this.#object(value, at);
        if (format !== 'text' && format !== 'binary')
            throw this.#wrong(`${at}.format`, '`text` or `binary`');
        return { type: this.#text(type, `${at}.type`), format, value: bytes === null ? null : this.#text(bytes, `${at}.value`) };
    }
    #limit(value, at) {
        const of = this.#object(value, at);
        const kind = _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMIT_KINDS */ .A7.find((known) => known === of['kind']);
        if (kind === undefined)
            throw this.#wrong(`${at}.kind`, `one of ${_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMIT_KINDS */ .A7.join(', ')}`);
        return { kind, operation: this.#count(of['operation'], `${at}.operation`), detail: this.#text(of['detail'], `${at}.detail`) };
    }
    #resource(value, at) {
        const { name, target } = this.#object(value, at);
        return { name: this.#text(name, `${at}.name`), target: this.#text(target, `${at}.target`) };
    }
    #object(value, at) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw this.#wrong(at, 'an object');
        return value;
    }
    #list(value, at, each) {
        if (!Array.isArray(value))
            throw this.#wrong(at, 'a list');
        return value.map((one, index) => each(one, `${at}[${index}]`));
    }
    #text(value, at) {
        if (typeof value !== 'string' || !value.isWellFormed())
            throw this.#wrong(at, 'text');
        return value;
    }
    #digest(value, at) {
        if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value))
            throw this.#wrong(at, 'a SHA-256 in hex');
        return value;
    }
    #count(value, at) {
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
            throw this.#wrong(at, 'a whole number from 1');
        return value;
    }
    #wrong(at, wanted) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the change set \`${this.file}\` does not fit: ${at} has to be ${wanted}`, { hint: 'it is what `ostiary plan --out FILE` writes' });
    }
}


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ MAX_FILE_BYTES)
/* harmony export */ });
/** Larger files are judged as unreadable: a person does not review 4 MiB of SQL either. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;


/***/ }),

/***/ 39001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ unreadableOperation)
/* harmony export */ });
/** One unknown operation; `why` ends a sentence. */
function unreadableOperation(file, why, kind = 'file') {
    const { path } = file.change;
    const facts = {
        statement: 'UNKNOWN', name: `${kind}.unknown`, text: `${path}\n${file.sha256 ?? ''}`, redacted: path,
        accesses: [{ effect: 'unknown', object: path, type: 'file', columns: [], filtered: [], assumed: false, why }],
        functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
    };
    return { kind, facts, line: 1, size: file.size, paths: [path] };
}


/***/ }),

/***/ 15638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ ManifestRun),
/* harmony export */   l3: () => (/* binding */ StatementFailed)
/* harmony export */ });
/* unused harmony export groupsOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// One go through the operations of a manifest: in their order, transactions as transactions, each with its parameters and its rows. Refuses to
// go on after the first that fails, and to call an outcome known that nobody knows.

/** The server's answer, or the gate's. */
class StatementFailed extends Error {
    sqlstate;
    decision;
    constructor(message, sqlstate, decision) {
        super(message);
        this.sqlstate = sqlstate;
        this.decision = decision;
    }
}
/** Failures that leave nothing behind and may not come again: serialization, deadlock, lock timeout. */
const AGAIN = new Set(['40001', '40P01', '55P03']);
const MAX_TRIES = 3;
/** One go through a manifest. */
class ManifestRun {
    results;
    failure = null;
    outcome = 'ok';
    #manifest;
    #rows;
    #executor;
    /** `rows`: what operations copy in, by SHA-256 (hex). */
    constructor(manifest, rows, executor) {
        this.#manifest = manifest;
        this.#rows = rows;
        this.#executor = executor;
        this.results = manifest.operations.map(() => ({ outcome: 'not run', said: '' }));
    }
    /** Executes until all is done or something fails. Never throws. */
    async all() {
        for (const group of groupsOf(this.#manifest.operations)) {
            let tries = 1;
            while (!await this.#group(group, tries)) {
                if (this.failure !== null)
                    return;
                tries += 1;
            }
        }
    }
    /** False: it may be tried again, unless there is a failure. */
    async #group(places, tries) {
        const operations = this.#manifest.operations;
        const first = operations[places[0]];
        // Rows are counted where a change can still be undone.
        const isBlock = places.length > 1 || first.transaction !== null || first.maxRows !== null;
        let at = places[0];
        let committing = false;
        try {
            const executor = await this.#executor(first.resource.name);
            try {
                if (isBlock)
                    await executor.execute(control('BEGIN'));
                for (at of places)
                    this.results[at] = { outcome: 'done', said: await executor.execute(this.#sent(operations[at])) };
                committing = true;
                if (isBlock)
                    await executor.execute(control('COMMIT'));
                return true;
            }
            catch (thrown) {
                if (isBlock && thrown instanceof StatementFailed)
                    await executor.execute(control('ROLLBACK')).catch(() => undefined);
                throw thrown;
            }
        }
        catch (thrown) {
            const isKnown = thrown instanceof StatementFailed;
            if (isKnown && AGAIN.has(thrown.sqlstate) && tries < MAX_TRIES) {
                for (const place of places)
                    this.results[place] = { outcome: 'not run', said: '' };
                return false;
            }
            this.#failed(places, { at, committing, thrown });
            return false;
        }
    }
    #sent({ bytes, parameters, data }) {
        return { bytes, parameters, rows: data === null ? null : (this.#rows.get(data) ?? null) };
    }
    #failed(places, { at, committing, thrown }) {
        const isKnown = thrown instanceof StatementFailed;
        const said = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown);
        for (const place of places) {
            const isLater = place > at && !committing;
            this.results[place] = isLater ? { outcome: 'not run', said: '' } : isKnown ? { outcome: place === at ? 'failed' : 'not run', said: place === at ? said : 'rolled back' } : { outcome: 'unknown', said };
        }
        this.failure = { place: at, message: said };
        this.outcome = isKnown && thrown.decision !== null ? (thrown.decision === 'review' ? 'pending' : 'denied') : 'failed';
    }
}
function control(bytes) {
    return { bytes, parameters: [], rows: null };
}
/** Places of operations that are one transaction; neighbours only, since an order is an order. */
function groupsOf(operations) {
    const groups = [];
    for (const [place, { transaction, resource }] of operations.entries()) {
        const before = operations[place - 1];
        const goesOn = transaction !== null && before?.transaction === transaction && before.resource.name === resource.name;
        if (goesOn)
            groups.at(-1)?.push(place);
        else
            groups.push([place]);
    }
    return groups;
}


/***/ }),

/***/ 73430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ apply),
/* harmony export */   wn: () => (/* binding */ applySpec)
/* harmony export */ });
/* unused harmony export parseApplyInputs */
/* harmony import */ var _approval_show_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(75390);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _apply_run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(15638);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(61557);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(32650);





/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const applySpec = {
    name: 'apply',
    description: 'Execute exactly the operations of one approval, in order, through the gate, with no agent.',
    inputs: [
        { name: 'approval', description: 'Pull request whose approval is used: its number or address. When empty: those that the commits of this push were merged by.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'after', description: 'What becomes of the pull request when all was done: `close`, `merge` or `keep`. When empty: what the policy says under `approvals`, else `close`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'data', description: 'Files with the rows that approved operations copy in (COPY FROM STDIN), exactly as approved; several: one a line.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'session-dir', description: 'Folder for the recording; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'outcome', description: '`ok`, `failed` (the database), `denied`, `pending` or `error`.' },
        { name: 'approval-url', description: 'Address of the pull request; several: one a line.' },
        { name: 'digest', description: 'Digest of the manifest; several: one a line.' },
        { name: 'applied', description: 'Number of operations that were done.' },
        { name: 'session', description: 'Path of the recording, `session.jsonl`; empty when nothing was started. Several approvals: one a line.' },
    ],
};
function parseApplyInputs(raw) {
    return {
        approval: (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(raw, applySpec, 'approval') ?? null, proposers: (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)(raw, 'proposers').map(_run_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAccount */ .J5),
        after: (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .choiceInput */ .ij)(raw, applySpec, { name: 'after', choices: ['close', 'merge', 'keep'] }) ?? null,
        data: (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .listInput */ .dt)(raw, 'data'), sessionDir: (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(raw, applySpec, 'session-dir') ?? null, audience: (0,_verb_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)(raw, applySpec, 'audience') ?? 'ostiary',
    };
}
/** Runs the verb; returns the exit code: 0 done, 1 refused, 3 not approved yet, 4 the database or a forge failed. Throws GateError. */
async function apply(raw, deps) {
    const { host } = deps;
    const inputs = parseApplyInputs(raw);
    const all = await deps.find(inputs);
    const found = all.filter(({ state }) => state !== 'nothing');
    const told = found.length === 0 ? all : found;
    host.output('approval-url', told.map(({ url }) => url).join('\n'));
    host.output('digest', told.map(({ digest }) => digest ?? '').join('\n').trim());
    if (found.length === 0)
        host.annotate('notice', `${all.map(({ url, why }) => `${url} ${why}`).join(', ')}, so nothing is applied`);
    const rows = await deps.readRows(inputs.data);
    refuseUnsendable(found, rows);
    const ended = [];
    for (const one of found) {
        const last = await applyOne(one, rows, deps);
        ended.push(last);
        if (last.outcome !== 'ok')
            break;
    }
    // What was merged later may rest on what was merged before.
    for (const { url } of found.slice(ended.length))
        host.annotate('error', `${url} was not applied, since ${found[ended.length - 1]?.url ?? ''}, which was merged before it, was not done: when that does not matter, name it with the input \`approval\``);
    const code = end(host, ended);
    for (const { untold, report } of ended) {
        for (const one of untold)
            host.annotate('warning', one);
        if (report !== null)
            await host.summary(report);
    }
    return code;
}
async function applyOne({ url, number, manifest, state, why }, rows, deps) {
    const { host } = deps;
    if (manifest === null || state !== 'approved') {
        host.annotate(state === 'pending' ? 'warning' : 'error', `${url} is ${state}: ${why}`);
        return { outcome: state === 'pending' ? 'pending' : 'denied', applied: 0, recording: '', untold: [], report: null };
    }
    const session = await deps.open(number, [...new Set(manifest.operations.map(({ resource }) => resource.name))]);
    const run = new _apply_run_js__WEBPACK_IMPORTED_MODULE_1__/* .ManifestRun */ .BS(manifest, rows, (resource) => session.executor(resource));
    await run.all();
    const { sha256, untold } = await session.seal(run.results.map(({ outcome, said }, place) => ({ resource: manifest.operations[place]?.resource.name ?? '', how: outcome, said: said === '' ? null : said })));
    if (run.failure !== null)
        host.annotate('error', `operation ${run.failure.place + 1}: ${run.failure.message}`);
    const applied = run.results.filter(({ outcome }) => outcome === 'done').length;
    return { outcome: run.outcome, applied, recording: session.recording, untold, report: reportOf(manifest, run.results, { session: session.session, sha256, untold }) };
}
const CODES = { ok: _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done, failed: _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault, denied: _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.denied, pending: _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.pending };
function end(host, ended) {
    const outcome = ended.at(-1)?.outcome ?? 'ok';
    const applied = ended.reduce((sum, one) => sum + one.applied, 0);
    host.output('outcome', outcome);
    host.output('applied', String(applied));
    host.output('session', ended.map(({ recording }) => recording).filter((path) => path !== '').join('\n'));
    host.log.info(`apply: ${outcome}; ${applied} done`);
    return CODES[outcome];
}
// Before anything runs: a manifest that can't be sent as a whole is not begun.
function refuseUnsendable(found, rows) {
    const operations = found.flatMap(({ url, manifest, state }) => (state === 'approved' ? (manifest?.operations ?? []) : []).map((operation, place) => ({ ...operation, what: `operation ${place + 1} of ${url}` })));
    for (const { kind, data, what } of operations) {
        if (kind !== 'sql')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `${what} is of kind \`${kind}\`, and \`apply\` sends SQL only`, { hint: 'nothing executes it yet: put SQL up by itself' });
        if (data !== null && !rows.has(data))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `${what} copies rows in, and none of the files given has their SHA-256 \`${data}\``, { hint: 'name the file with exactly the bytes that were approved with the input `data`' });
    }
    const stray = [...rows.keys()].find((sha256) => operations.length > 0 && !operations.some(({ data }) => data === sha256));
    if (stray !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `no operation copies in the rows of SHA-256 \`${stray}\`, which the input \`data\` names`, { hint: 'leave that file out, or look whether it is what was approved' });
}
// Made of command tags and of the server's words, which the gate has masked; in code, so that they are only read.
function reportOf(manifest, results, { session, sha256, untold }) {
    const code = (text) => `\`${(0,_approval_show_js__WEBPACK_IMPORTED_MODULE_4__/* .shownInline */ .FF)(text.replace(/\s+/gu, ' ')).replaceAll('`', "'").replaceAll('|', '/').slice(0, 300)}\``;
    return [
        '### Ostiary: apply', '', '| operation | on | outcome | |', '|---:|---|---|---|',
        ...results.map(({ outcome, said }, place) => `| ${place + 1} | ${code(manifest.operations[place]?.resource.name ?? '')} | ${outcome} | ${said === '' ? '' : code(said)} |`),
        '', `Session \`${session}\`, recording SHA-256 \`${sha256}\`.`, ...untold.flatMap((one) => ['', one]), '',
    ].join('\n');
}


/***/ }),

/***/ 80871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M2: () => (/* binding */ rowCeiling),
/* harmony export */   VQ: () => (/* binding */ approvalGate),
/* harmony export */   cA: () => (/* binding */ approvalGateSpec)
/* harmony export */ });
/* unused harmony export parseGateInputs */
/* harmony import */ var _approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(46443);
/* harmony import */ var _approval_candidates_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(26953);
/* harmony import */ var _approval_carry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(83712);
/* harmony import */ var _approval_enforce_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(56004);
/* harmony import */ var _approval_owners_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(91119);
/* harmony import */ var _approval_render_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(68074);
/* harmony import */ var _approval_terms_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(30068);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3828);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(32650);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// `approval-gate`: says whether operations (of SQL files, change sets, commands) may run, and puts those up for review that need one: one pull request for the
// same operations, however often it is asked. Refuses to execute anything, and to publish secrets or values of protected columns.










/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const approvalGateSpec = {
    name: 'approval-gate',
    description: 'Put operations that need a review on a pull request, and say whether they are approved.',
    inputs: [
        { name: 'sql', description: 'SQL files with the operations, in their order; several: one a line (the flag may be repeated). With `pull-request`: globs of files that it adds.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'data', description: 'Files with the rows that COPY FROM STDIN of the SQL files copies in, in the order of these statements; several: one a line. With `pull-request`: globs, as with `sql`.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'changes', description: 'Change sets with more operations: the report `policy-check.json` of `policy-check`, what `ostiary plan` wrote, or a manifest; several: one a line.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'commands', description: 'Commands with more operations, one a line, for a resource of type `shell`; they can be approved, and nothing executes them yet.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'resource', description: 'Resource of the policy that they are for. May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'pull-request', description: 'Pull request, of a branch of this repository, whose files these are, and that they are put up on: its number or address. When empty: files that are checked out, and a pull request of their own.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'on-pending', description: '`fail` ends with 3 while people are asked, `pass` with 0.', default: 'fail', required: false, face: 'all', kind: 'text' },
        { name: 'wait', description: 'How long to wait for people, such as `30m`; when empty it ends at once.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'status', description: '`not-needed`, `approved`, `pending`, `refused` or `denied`.' },
        { name: 'approval-url', description: 'Address of the pull request.' },
        { name: 'approved-by', description: 'People whose reviews count, as `login (id)`.' },
        { name: 'expires-at', description: 'When the approval ends, ISO 8601.' },
        { name: 'digest', description: 'Digest of the manifest.' },
    ],
};
/** Between two looks at the forge. */
const POLL_MS = 20_000;
/** Rounds of asking for the same operations. */
const MAX_ROUNDS = 20;
/**
 * Rows beyond which an approved operation is rolled back: what `max_rows` of a rule that asks for the review says, else what the estimate
 * allows, and never more than any other rule does.
 */
function rowCeiling({ rules, maxRows }, estimated, saying) {
    const isSaid = saying.some((rule) => rule.maxRows !== null && rules.includes(rule.id));
    const known = [maxRows, isSaid ? null : estimated].filter((rows) => rows !== null);
    return known.length === 0 ? null : Math.min(...known);
}
function parseGateInputs(raw) {
    const files = (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .listInput */ .dt)(raw, 'sql');
    const [changes, commands] = [(0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .listInput */ .dt)(raw, 'changes'), (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .listInput */ .dt)(raw, 'commands')];
    if (files.length + changes.length + commands.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .GateError */ .ue('INPUT_INVALID', 'the inputs `sql`, `changes` and `commands` are empty', { hint: 'name the SQL files, one a line' });
    const wait = (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .textInput */ ._Z)(raw, approvalGateSpec, 'wait') ?? '0m';
    // Hits `30m` and `2h`; misses `30` and `1h30m`.
    const [, count, unit] = /^(\d{1,5})([smh])$/u.exec(wait) ?? [];
    if (count === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .GateError */ .ue('INPUT_INVALID', `input \`wait\` is \`${wait}\``, { hint: 'write a number and `s`, `m` or `h`, such as `30m`' });
    const pull = (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .textInput */ ._Z)(raw, approvalGateSpec, 'pull-request');
    return {
        pullRequest: pull === undefined ? null : (0,_approval_candidates_js__WEBPACK_IMPORTED_MODULE_1__/* .namedPull */ .rL)(pull, 'pull-request'),
        files, data: (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .listInput */ .dt)(raw, 'data'), changes, commands, resource: (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .textInput */ ._Z)(raw, approvalGateSpec, 'resource') ?? null, waitMs: Number(count) * (unit === 's' ? 1_000 : unit === 'm' ? 60_000 : 3_600_000),
        onPending: (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .choiceInput */ .ij)(raw, approvalGateSpec, { name: 'on-pending', choices: ['fail', 'pass'] }) ?? 'fail',
        proposers: (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .listInput */ .dt)(raw, 'proposers').map(_run_js__WEBPACK_IMPORTED_MODULE_8__/* .parseAccount */ .J5), audience: (0,_verb_js__WEBPACK_IMPORTED_MODULE_9__/* .textInput */ ._Z)(raw, approvalGateSpec, 'audience') ?? 'ostiary',
    };
}
/** Runs the verb; returns the exit code: 0 may run, 1 denied or refused, 3 people are asked. Throws GateError. */
async function approvalGate(raw, deps) {
    const { host } = deps;
    const inputs = parseGateInputs(raw);
    const proposal = await deps.propose(inputs);
    const denied = proposal.judged.filter(({ decision }) => decision.decision === 'deny');
    for (const { operation, decision } of denied)
        host.annotate('error', `${operation.facts.statement} is denied by \`${decision.rules[0] ?? ''}\`: ${decision.reasons[0] ?? ''}`);
    if (denied.length > 0)
        return end('denied', null, { host, inputs });
    if (proposal.judged.every(({ decision }) => decision.decision === 'allow'))
        return end('not-needed', null, { host, inputs });
    const manifest = composed(proposal);
    let verified = ofThese(manifest, inputs.pullRequest === null ? await underReview(manifest, proposal, host) : await onPull(manifest, inputs.pullRequest, { proposal, host }));
    const until = deps.monotonicMs() + inputs.waitMs;
    while (statusOf(verified) === 'pending' && deps.monotonicMs() < until) {
        host.log.info(`${verified.pull.url} ${(0,_approval_enforce_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(verified)}`);
        if (!await deps.sleep(Math.min(POLL_MS, until - deps.monotonicMs())))
            break;
        verified = ofThese(manifest, await proposal.verify(verified.pull.number));
    }
    await show(verified, proposal, host);
    await tellOpenClaims(verified, proposal, host);
    return end(statusOf(verified), verified, { host, inputs });
}
// INVARIANT: what is said is of the operations that were asked about, at every look. Names of branches can be worked out by anybody, and what a pull request
// holds may be another manifest a moment later.
function ofThese(manifest, verified) {
    if (verified.outcome.kind === 'refused' || isOfThese(manifest, verified))
        return verified;
    return { ...verified, outcome: { kind: 'refused', why: 'it holds other operations than these', hint: 'run again: these are put up by themselves' } };
}
function isOfThese(manifest, { manifest: there }) {
    return there !== null && (0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .branchesOf */ .IJ)(there) === (0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .branchesOf */ .IJ)(manifest);
}
function statusOf({ outcome, claimedBy }) {
    return outcome.kind === 'approved' && claimedBy !== null ? 'refused' : outcome.kind;
}
function end(status, verified, { host, inputs }) {
    const outcome = verified?.outcome;
    const approved = status === 'approved' && outcome?.kind === 'approved' ? outcome : null;
    const outputs = {
        status, 'approval-url': verified?.pull.url ?? '', 'approved-by': approved?.by.map(({ id, login }) => `${login} (${id})`).join(', ') ?? '', 'expires-at': approved?.expiresAt ?? '', digest: verified?.digest ?? '',
    };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, value);
    if (verified !== null && approved === null)
        host.annotate(status === 'pending' ? 'warning' : 'error', `${verified.pull.url} is ${status}: ${(0,_approval_enforce_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(verified)}`);
    else
        host.log.info(verified === null ? `approval-gate: ${status}` : `approval-gate: ${verified.pull.url} ${(0,_approval_enforce_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(verified)}`);
    if (status === 'pending')
        return inputs.onPending === 'fail' ? _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT */ .dc.pending : _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT */ .dc.done;
    return status === 'approved' || status === 'not-needed' ? _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT */ .dc.done : _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .EXIT */ .dc.denied;
}
// All of the files, so that people see what runs around what they approve, and `apply` leaves nothing out.
function composed({ judged, context, demandsFor, inspect }) {
    const asked = judged.map(({ operation, transaction, decision, impact, maxRows }) => ({
        operation, transaction, maxRows, impact,
        rules: (0,_approval_terms_js__WEBPACK_IMPORTED_MODULE_6__/* .wordsOf */ .Z9)(decision),
    }));
    const rules = judged.filter(({ decision }) => decision.decision === 'review').flatMap(({ decision }) => decision.rules);
    return (0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .composeManifest */ .WJ)(asked, { ...context, demands: demandsFor(rules) }, inspect);
}
// The pull request that is there, unless it was used, closed, can not be read any more or misleads; else a new one.
async function underReview(manifest, proposal, host) {
    const { forge, repository } = proposal;
    const there = new Map((await forge.underReview(repository, (0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .branchesOf */ .IJ)(manifest))).map((pull) => [pull.branch, pull]));
    for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        const known = there.get((0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .approvalBranch */ .yN)(manifest, round));
        const pull = known ?? await open(manifest, round, proposal, host);
        const verified = await proposal.verify(pull.number);
        // A branch of that name without a pull request may have been there before ours.
        const isOther = verified.manifest !== null && !isOfThese(manifest, verified);
        const isOver = verified.pull.state === 'closed' || verified.claimedBy !== null || (known !== undefined && verified.manifest === null) || isOther;
        // Whoever may push may have put up a page of their own, with another impact than ours.
        const misleads = verified.manifest !== null && !verified.isVouched && !(0,_approval_terms_js__WEBPACK_IMPORTED_MODULE_6__/* .saysTheSame */ .Yq)(verified.manifest, manifest);
        if (misleads && !isOver)
            host.annotate('warning', `${verified.pull.url} shows these operations in other words than ours, and nobody of \`proposers\` put it up: it is passed over`);
        if (!isOver && !misleads)
            return verified;
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .GateError */ .ue('DENIED', `the same operations were put up ${MAX_ROUNDS} times`, { hint: 'remove the branches `ostiary/approvals/…` that are of no more use' });
}
// On a pull request that somebody else opened.
async function onPull(manifest, named, { proposal, host }) {
    const { verified, isNew } = await (0,_approval_carry_js__WEBPACK_IMPORTED_MODULE_2__/* .carry */ .U)(manifest, (0,_approval_candidates_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(proposal.repository, named), proposal);
    if (isNew)
        await askReviewers(manifest, verified.pull, proposal, host);
    return verified;
}
async function open(manifest, round, { forge, repository, explain }, host) {
    const paths = (0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestPaths */ .Ud)((0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestDigest */ .It)(manifest));
    const many = manifest.operations.length === 1 ? 'operation' : 'operations';
    const on = [...new Set(manifest.operations.map(({ resource }) => resource.name))].join(', ');
    const pull = await forge.open(repository, {
        branch: (0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .approvalBranch */ .yN)(manifest, round), title: `Approve ${manifest.operations.length} ${many} on ${on}`,
        files: [{ path: paths.json, text: (0,_approval_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestText */ .$2)(manifest) }, { path: paths.rendering, text: (0,_approval_render_js__WEBPACK_IMPORTED_MODULE_5__/* .renderManifest */ .sB)(manifest, explain) }],
        body: `What would run is in the file \`${paths.rendering}\` of this pull request; nothing else says so. **Approving this pull request lets exactly that run, once.**\n`,
    });
    await askReviewers(manifest, pull, { forge, repository }, host);
    return pull;
}
async function askReviewers({ demands }, pull, { forge, repository }, host) {
    const [users, teams] = [demands.flatMap((demand) => demand.users), demands.flatMap((demand) => demand.teams)];
    await unlessItFails('people could not be asked for their review', host, async () => {
        const wanted = demands.some(({ codeowners }) => codeowners) ? await (0,_approval_owners_js__WEBPACK_IMPORTED_MODULE_4__/* .ownersOfChange */ .El)(repository, await forge.changedPaths(repository, pull), forge) : null;
        await forge.requestReviewers(repository, pull, { users: [...new Set(users)], teams: [...new Set(teams)], owners: [...new Set(wanted?.flat(2) ?? [])] });
    });
}
async function show(verified, { forge, repository }, host) {
    const status = statusOf(verified);
    const state = status === 'approved' || status === 'pending' ? status : 'refused';
    const summary = (0,_approval_enforce_js__WEBPACK_IMPORTED_MODULE_3__/* .stateOf */ .L4)(verified);
    await unlessItFails('the state could not be shown at the commit', host, () => forge.showStatus(repository, { commit: verified.pull.head, state, title: `${state}: ${summary}`, summary, url: verified.pull.url }));
}
// Before somebody takes the trouble of reviewing what then can't be used.
async function tellOpenClaims({ digest, outcome }, { forge, repository }, host) {
    if (digest === null || outcome.kind === 'refused')
        return;
    await unlessItFails('whether a claim could be removed is not known', host, async () => {
        const guard = await forge.claimsGuard(repository, digest);
        if (guard.kind === 'open')
            host.annotate('warning', `no approval can be used here: ${guard.why}: ${guard.fix}`);
    });
}
// What only tells people may fail: it decides nothing.
async function unlessItFails(what, host, run) {
    await run().catch((thrown) => host.annotate('warning', `${what}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(thrown)}${thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .GateError */ .ue && thrown.hint !== undefined ? `: ${thrown.hint}` : ''}`));
}


/***/ }),

/***/ 12131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ guardedUrl),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   cY: () => (/* binding */ urlVariable)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// The environment that COMMAND sees: its own, less everything that speaks for the job or knows the upstream, plus the guarded
// endpoints. Refuses collisions; never contains an upstream's address or credential.

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);
/** libpq reads these; whatever was set pointed somewhere else. @see https://www.postgresql.org/docs/current/libpq-envars.html */
const isLibpq = (name) => /^PG[A-Z]+$/.test(name) || name === 'DATABASE_URL';
/** Shorter values are too common to search for in other variables. */
const MIN_SECRET_LENGTH = 6;
/** `orders-db` becomes `OSTIARY_ORDERS_DB_URL`. */
function urlVariable(resource) {
    return `OSTIARY_${resource.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_URL`;
}
/** The guarded URL of an endpoint. */
function guardedUrl(endpoint) {
    return `postgres://${endpoint.user}:${endpoint.password}@${endpoint.host}:${endpoint.port}/${encodeURIComponent(endpoint.database)}?sslmode=disable`;
}
/** COMMAND's whole environment. Throws INPUT_INVALID on collisions and unknown resources. */
function childEnvironment(request) {
    const environment = cleaned(request);
    const urls = new Map();
    for (const endpoint of request.endpoints) {
        const name = urlVariable(endpoint.resource);
        const other = request.endpoints.find((candidate) => candidate !== endpoint && urlVariable(candidate.resource) === name);
        if (other !== undefined) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `resources \`${endpoint.resource}\` and \`${other.resource}\` would both be \`${name}\``, { hint: 'rename one in the policy' });
        }
        urls.set(endpoint.resource, guardedUrl(endpoint));
        environment[name] = guardedUrl(endpoint);
    }
    const only = request.endpoints.length === 1 ? request.endpoints[0] : undefined;
    if (only !== undefined)
        Object.assign(environment, libpqVariables(only));
    for (const { name, resource } of request.bindings)
        environment[name] = boundUrl(urls, name, resource);
    environment.OSTIARY_GUIDE = request.guide;
    return environment;
}
function libpqVariables(endpoint) {
    return {
        PGHOST: endpoint.host, PGPORT: String(endpoint.port), PGUSER: endpoint.user, PGPASSWORD: endpoint.password,
        PGDATABASE: endpoint.database, PGSSLMODE: 'disable', DATABASE_URL: guardedUrl(endpoint),
    };
}
function boundUrl(urls, name, resource) {
    const url = urls.get(resource);
    if (url === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`env\` gives ${name} the resource \`${resource}\`, which is not guarded in this run`, { hint: `guarded are: ${[...urls.keys()].join(', ')}` });
    }
    return url;
}
function cleaned(request) {
    // A credential may be `user:password`; the password alone is as good.
    const credentials = request.secretVariables.map((name) => request.base[name] ?? '');
    const secrets = credentials.flatMap((value) => [value, value.slice(value.indexOf(':') + 1)]).filter((value) => value.length >= MIN_SECRET_LENGTH);
    const hosts = request.endpoints.map((endpoint) => endpoint.upstreamHost).filter((host) => host !== null && !LOOPBACK.has(host));
    const withheld = new Set([...request.tokenVariables, ...request.secretVariables]);
    const kept = {};
    for (const [name, value] of Object.entries(request.base)) {
        if (value === undefined || withheld.has(name) || isLibpq(name) || name.startsWith('OSTIARY_'))
            continue;
        if ([...secrets, ...hosts].some((hidden) => value.includes(hidden)))
            continue;
        kept[name] = value;
    }
    return kept;
}


/***/ }),

/***/ 17510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  d: () => (/* binding */ oidcToken),
  K: () => (/* binding */ oidcTokenSpec)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/strict-json.js
var strict_json = __nccwpck_require__(66613);
// EXTERNAL MODULE: ./lib/identity/words.js
var words = __nccwpck_require__(1031);
;// CONCATENATED MODULE: ./lib/identity/claims.js
// SPDX-License-Identifier: Apache-2.0
//
// What a token says of itself, for people to read and for early errors: claims, never the token or any part of its signature. Refuses to
// be trusted: nothing here was verified, so no decision may hang on it. Personal claims are named and not shown: logs may be public.


/** Source: GitLab's `user_identities` and `user_email`, and the profile claims of OpenID Connect Core, section 5.1. */
const PERSONAL = new Set([
    'user_email', 'user_identities', 'email', 'phone_number', 'address', 'birthdate', 'name', 'given_name', 'family_name', 'middle_name', 'nickname', 'picture', 'profile', 'gender',
]);
const TIMES = new Set(['iat', 'nbf', 'exp', 'auth_time']);
const MAX_ROWS = 100;
const MAX_VALUE_CHARS = 200;
/** The claims of a signed token as it came; null when it is none. */
function unverifiedClaims(token) {
    const parts = token.split('.');
    return parts.length === 3 ? (0,strict_json/* readObject */.A)(Buffer.from(parts[1] ?? '', 'base64url')) : null;
}
/** The last part of a token: what makes it worth something. */
function signatureOf(token) {
    return token.slice(token.lastIndexOf('.') + 1);
}
/** Lines of a table, names left, values right, in alphabetical order. */
function claimTable(claims) {
    const names = Object.keys(claims).sort();
    const width = Math.max(0, ...names.slice(0, MAX_ROWS).map((name) => (0,words/* oneLine */.TN)(name).length));
    const rows = names.slice(0, MAX_ROWS).map((name) => `${(0,words/* oneLine */.TN)(name).padEnd(width)}  ${valueText(name, claims[name])}`);
    return names.length > MAX_ROWS ? [...rows, `and ${names.length - MAX_ROWS} more`] : rows;
}
function valueText(name, value) {
    if (PERSONAL.has(name))
        return '(not shown: about a person)';
    if (TIMES.has(name) && typeof value === 'number' && Math.abs(value) < 8.64e12)
        return `${value} (${new Date(value * 1000).toISOString()})`;
    const text = (0,words/* oneLine */.TN)(typeof value === 'string' ? value : JSON.stringify(value));
    return text.length > MAX_VALUE_CHARS ? `${text.slice(0, MAX_VALUE_CHARS)}…` : text;
}
/** Says early what a verifier would say: that the token is for somebody else, or over. Throws IDENTITY_UNTRUSTED. `now`: milliseconds. */
function checkOwnToken(claims, wanted) {
    const found = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
    if (!found.includes(wanted.audience)) {
        throw (0,words/* untrusted */.bp)(`the token is for the audience ${found.map((one) => `\`${(0,words/* oneLine */.TN)(String(one))}\``).join(', ')}, not for \`${wanted.audience}\``, (0,words/* audienceHint */.wO)(wanted.kind, wanted.audience, claims));
    }
    const { exp } = claims;
    if (typeof exp === 'number' && exp * 1000 <= wanted.now)
        throw (0,words/* untrusted */.bp)(`the token expired ${Math.round(wanted.now / 1000 - exp)} s ago`, (0,words/* lateHint */.Ql)(wanted.kind, claims));
}

// EXTERNAL MODULE: ./lib/core/http.js
var http = __nccwpck_require__(62151);
;// CONCATENATED MODULE: ./lib/identity/exchange.js
// SPDX-License-Identifier: Apache-2.0
//
// OAuth 2.0 token exchange: the job's token in, an access token of somebody else's authorisation server out. Refuses to send the token
// anywhere but to the address that the user named, and to repeat what that server says of it.
// @see https://www.rfc-editor.org/rfc/rfc8693



/** Source: access tokens with groups have 12 KiB, with an id token beside them twice that. */
const MAX_ANSWER_BYTES = 256 * 1024;
const TYPE = 'urn:ietf:params:oauth:token-type:';
/** Exchanges; throws IDENTITY_UNTRUSTED when the server does not take the token, UPSTREAM_FAILED when it does not answer as RFC 8693 says. */
async function exchangeToken(exchange, runtime) {
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const response = await (0,http/* sendDocument */.Ag)({ url: exchange.endpoint, method: 'POST', headers, body: formOf(exchange), maxBytes: MAX_ANSWER_BYTES }, runtime);
    const document = await response.json().catch(() => null);
    const answer = (typeof document === 'object' && document !== null ? document : {});
    if (!response.ok)
        throw refusal(answer, response.status, exchange);
    const { access_token: token, token_type: tokenType, issued_token_type: issued, expires_in: seconds } = answer;
    if (typeof token !== 'string' || token === '' || typeof tokenType !== 'string' || typeof issued !== 'string') {
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `\`${exchange.endpoint}\` answers without a token as RFC 8693 writes it`, { hint: 'is this the token endpoint, and does it do token exchange?' });
    }
    return { token, tokenType: (0,words/* oneLine */.TN)(tokenType), expiresAt: typeof seconds === 'number' && Number.isFinite(seconds) ? runtime.now() + seconds * 1000 : null };
}
function formOf({ subjectToken, subjectTokenType, audiences, resources, scope, clientId }) {
    const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: subjectToken, subject_token_type: `${TYPE}${subjectTokenType}` });
    for (const audience of audiences)
        form.append('audience', audience);
    for (const resource of resources)
        form.append('resource', resource);
    if (scope !== null)
        form.set('scope', scope);
    if (clientId !== null)
        form.set('client_id', clientId);
    return form.toString();
}
// @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
function refusal(answer, status, { endpoint, subjectToken }) {
    const said = (name) => (typeof answer[name] === 'string' ? `: ${(0,words/* oneLine */.TN)(answer[name].replaceAll(subjectToken, '(hidden)'))}` : '');
    const why = said('error') + said('error_description');
    if (status >= 500 || why === '')
        return new errors/* GateError */.ue('UPSTREAM_FAILED', `\`${endpoint}\` answers with status ${status}${why}`, { hint: 'is this the token endpoint? its log says more' });
    return new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${endpoint}\` does not exchange the token of this job (status ${status})${why}`, { hint: "compare the input `audience`, and the server's trust in this issuer, with the claims that are shown above" });
}

// EXTERNAL MODULE: ./lib/identity/gateway.js
var gateway = __nccwpck_require__(82484);
// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __nccwpck_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/oidc-token.js
// SPDX-License-Identifier: Apache-2.0
//
// `oidc-token`: the job's own token for one audience, hidden from the log at once, shown by its claims, and exchanged when asked: for a
// session of the gateway, or by RFC 8693. Hands it on in a file that only this user can read, or as a masked output. Refuses to print it.





/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const oidcTokenSpec = {
    name: 'oidc-token',
    description: "Get the job's own OIDC token for an audience, hide it from the log, show its claims, and exchange it for a gateway session or an access token.",
    inputs: [
        { name: 'audience', description: 'Who the token is for: the `aud` that its verifier asks for.', default: 'ostiary', required: false, face: 'all', kind: 'text' },
        { name: 'exchange', description: '`none` hands on the token itself; `gateway` opens a session at an ostiary gateway; `rfc8693` asks an OAuth 2.0 token endpoint.', default: 'none', required: false, face: 'all', kind: 'text' },
        { name: 'gateway', description: 'Address of the gateway, `https://HOST`; for `exchange: gateway`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'gateway-ca', description: 'PEM file of the authority, or the very certificate, of the gateway; nothing else is trusted then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'resource', description: 'Resource that the session is for; several: one a line (the flag may be repeated). When empty: all that the job may reach.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'token-endpoint', description: 'Address of the token endpoint; for `exchange: rfc8693`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'target-audience', description: 'Name of a service that the exchanged token is for (`audience` of RFC 8693); several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'target-resource', description: 'Address of a service that the exchanged token is for (`resource` of RFC 8693); several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'scope', description: 'Scopes to ask the token endpoint for, with spaces between them.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'client-id', description: 'Client id, for token endpoints that want one.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'deliver', description: "`file` writes it into a file that only this user can read; `output` makes it the step's masked output `token` (GitHub only).", default: 'file', required: false, face: 'all', kind: 'text' },
        { name: 'file', description: "Where to write it. When empty: a fresh file in the runner's temp folder, whose path is the output `token-file`.", default: '', required: false, face: 'all', kind: 'text' },
        { name: 'subject-token-file', description: 'A file that holds the token to exchange, for CI products that hand it out in other ways (a Kubernetes volume); `-` reads it from standard input.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text' },
    ],
    outputs: [
        { name: 'token-file', description: 'Path of the file that holds it; empty with `deliver: output`.' },
        { name: 'token', description: 'The token, or the credential of the session; masked, with `deliver: output` only.' },
        { name: 'session-id', description: 'With `exchange: gateway`: the id of the session, which is its user in PostgreSQL.' },
        { name: 'subject', description: "The `sub` of the job's token." },
        { name: 'expires-at', description: 'When it ends, RFC 3339 in UTC.' },
    ],
};
/** Gets, shows, exchanges and hands on; returns the exit code. Throws GateError. */
async function oidcToken(raw, deps) {
    const inputs = parseInputs(raw, deps.host);
    const { host } = deps;
    const token = await subjectToken(inputs, deps);
    hide(token, host);
    const claims = await show(token, inputs, deps);
    const obtained = await exchanged(token, claims, inputs, deps);
    if (inputs.deliver === 'output')
        host.secretOutput('token', obtained.secret);
    const path = inputs.deliver === 'output' ? '' : await deps.writePrivate(inputs.file, obtained.secret);
    host.output('token-file', path);
    host.output('session-id', obtained.sessionId ?? '');
    host.output('subject', typeof claims['sub'] === 'string' ? claims['sub'] : '');
    host.output('expires-at', obtained.expiresAt === null ? '' : new Date(obtained.expiresAt).toISOString());
    host.log.info(path === '' ? 'it is the masked output `token` of this step' : `it is in \`${path}\`, which only this user can read`);
    return 0;
}
function subjectToken({ audience, subjectFile }, { host, readToken }) {
    if (subjectFile !== null)
        return readToken(subjectFile);
    if (host.kind !== 'shell')
        return host.idToken(audience);
    throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this is neither a GitHub nor a GitLab job, so there is no token to be had', { hint: 'name the file that holds one with `--subject-token-file` (`-`: standard input)' });
}
function parseInputs(raw, host) {
    const text = (name) => (0,verb/* textInput */._Z)(raw, oidcTokenSpec, name) ?? null;
    const exchange = (0,verb/* choiceInput */.ij)(raw, oidcTokenSpec, { name: 'exchange', choices: ['none', 'gateway', 'rfc8693'] }) ?? 'none';
    const deliver = (0,verb/* choiceInput */.ij)(raw, oidcTokenSpec, { name: 'deliver', choices: ['file', 'output'] }) ?? 'file';
    const inputs = {
        audience: text('audience') ?? 'ostiary', exchange, gateway: text('gateway'), gatewayCa: text('gateway-ca'), resources: (0,verb/* listInput */.dt)(raw, 'resource'), endpoint: text('token-endpoint'),
        targets: { audiences: (0,verb/* listInput */.dt)(raw, 'target-audience'), resources: (0,verb/* listInput */.dt)(raw, 'target-resource'), scope: text('scope'), clientId: text('client-id') },
        deliver, file: text('file'), subjectFile: text('subject-token-file'),
        subjectType: (0,verb/* choiceInput */.ij)(raw, oidcTokenSpec, { name: 'subject-token-type', choices: ['jwt', 'id_token', 'saml2'] }) ?? 'jwt',
    };
    if (deliver === 'output' && host.kind !== 'github') {
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `deliver` is `output`, which can be masked on GitHub only', { hint: "write `deliver: file`: what a GitLab job hands on as an output lies in a report that others may download" });
    }
    checkTogether(inputs);
    return inputs;
}
// An input that nothing reads is a misunderstanding; better said than ignored.
function checkTogether(inputs) {
    const { exchange, targets } = inputs;
    const given = [
        ['gateway', inputs.gateway !== null, 'gateway'], ['gateway-ca', inputs.gatewayCa !== null, 'gateway'], ['resource', inputs.resources.length > 0, 'gateway'], ['token-endpoint', inputs.endpoint !== null, 'rfc8693'],
        ['target-audience', targets.audiences.length > 0, 'rfc8693'], ['target-resource', targets.resources.length > 0, 'rfc8693'], ['scope', targets.scope !== null, 'rfc8693'], ['client-id', targets.clientId !== null, 'rfc8693'],
    ];
    const idle = given.find(([, isGiven, needs]) => isGiven && needs !== exchange);
    if (idle !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`${idle[0]}\` is given, and \`exchange\` is \`${exchange}\``, { hint: `write \`exchange: ${idle[2]}\`, or leave \`${idle[0]}\` out` });
    if (exchange === 'gateway' && inputs.gateway === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `gateway` is missing', { hint: '`exchange: gateway` needs the address of one: `gateway: https://HOST`' });
    if (exchange === 'rfc8693' && inputs.endpoint === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `token-endpoint` is missing', { hint: '`exchange: rfc8693` needs the address of one: `token-endpoint: https://HOST/oauth/token`' });
    if (inputs.deliver === 'output' && inputs.file !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `file` is given, and `deliver` is `output`', { hint: 'leave one of them out' });
    if (inputs.subjectType === 'saml2' && exchange === 'none')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `subject-token-type` is `saml2`, and `exchange` is `none`', { hint: 'an assertion can only be exchanged: write `exchange: gateway` or `exchange: rfc8693`' });
}
// The whole, and the part without which the rest is worth nothing: somebody may print the parts one by one.
function hide(secret, host) {
    host.addMask(secret);
    if (unverifiedClaims(secret) !== null)
        host.addMask(signatureOf(secret));
}
async function show(token, inputs, { host, runtime }) {
    if (inputs.subjectType === 'saml2') {
        host.log.info('an assertion is shown by whoever verifies it');
        return {};
    }
    const claims = unverifiedClaims(token);
    if (claims === null)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'what was given is not a signed token', { hint: 'give the token as it was issued, nothing before or after it' });
    await host.group(`OIDC token for \`${inputs.audience}\``, async () => {
        for (const line of claimTable(claims))
            host.log.info(line);
    });
    checkOwnToken(claims, { audience: inputs.audience, kind: host.kind === 'shell' || inputs.subjectFile !== null ? 'oidc' : host.kind, now: runtime.now() });
    return claims;
}
async function exchanged(token, claims, inputs, { host, runtime, trusting }) {
    const subject = { token, type: inputs.subjectType, resources: inputs.resources };
    switch (inputs.exchange) {
        case 'none':
            return { secret: token, expiresAt: typeof claims['exp'] === 'number' ? claims['exp'] * 1000 : null };
        case 'gateway': {
            const session = await (0,gateway/* openSession */.fA)((0,gateway/* gatewayAt */.Mz)(inputs.gateway ?? '', runtime), subject, inputs.gatewayCa === null ? runtime : await trusting(inputs.gatewayCa));
            host.addMask(session.credential);
            const names = session.principal['names'];
            host.log.info(`session \`${session.id}\`${Array.isArray(names) && names.length > 0 ? ` as \`${names.join('`, `')}\`` : ''}, for ${session.resources.map(({ name, host: at, port }) => `\`${name}\` at ${at}:${port}`).join(', ') || 'no resource'}`);
            host.log.info(`it ends at ${new Date(session.expiresAt).toISOString()}: what could renew it ends with this step; \`ostiary run --gateway\` renews`);
            return { secret: session.credential, expiresAt: session.expiresAt, sessionId: session.id };
        }
        case 'rfc8693': {
            const answer = await exchangeToken({ endpoint: inputs.endpoint ?? '', subjectToken: token, subjectTokenType: inputs.subjectType, ...inputs.targets }, runtime);
            hide(answer.token, host);
            host.log.info(`exchanged for a token of type \`${answer.tokenType}\``);
            return { secret: answer.token, expiresAt: answer.expiresAt };
        }
        default:
            return inputs.exchange;
    }
}


/***/ }),

/***/ 67667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ planSpec),
/* harmony export */   et: () => (/* binding */ plan)
/* harmony export */ });
/* unused harmony export changeSetOf */
/* harmony import */ var _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(11918);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);
/* harmony import */ var _core_operation_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(10035);
/* harmony import */ var _policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(99634);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(32650);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// `plan`: runs a migrator against a scratch PostgreSQL with the production schema, through the gate in capture mode, and writes down what it
// did: the change set that it would perform. Nothing of production is asked or touched. Refuses to write a change set of a COMMAND that failed.






/** Flags of the command line; there is no CI face: a job runs `ostiary plan` itself. */
const planSpec = {
    name: 'plan',
    description: 'Run a migrator on a scratch database, and write the change set that it would perform in production.',
    inputs: [
        { name: 'schema', description: 'Schema of production, as `pg_dump --schema-only` writes it, without data but for rows of version tables; may be repeated. Without: an empty database.', default: '', required: false, face: 'cli', kind: 'list' },
        { name: 'resource', description: 'Resource of the policy that the change is for. May be left out when the policy has just one.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'tool', description: 'The migrator, as `changes[].tool` names it. When empty: those that `changes` names for the resource.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'out', description: 'File for the change set; printed when empty, and what COMMAND prints goes to stderr.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'policy', description: 'The policy file.', default: '.ostiary/policy.yml', required: false, face: 'cli', kind: 'text' },
        { name: 'scratch', description: 'postgres://USER@HOST/DATABASE of a server that may be thrown away; a database of its own is made on it and dropped. Without: one is started here.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'setting', description: 'NAME=VALUE that production has and scratch should have, such as TimeZone=UTC; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts the guarded URL into the variable NAME; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
    ],
    outputs: [],
};
/** Runs the verb; resolves with the exit code: COMMAND's own when that is not 0. Throws GateError. */
async function plan(raw, argv, deps) {
    const text = (name) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .textInput */ ._Z)(raw, planSpec, name) ?? null;
    if (argv.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'there is no command to run', { hint: 'write it after `--`: `ostiary plan --schema schema.sql -- bin/rails db:migrate`' });
    const settings = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'setting').map(parseSetting);
    const bindings = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'env').map(_run_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBinding */ .Vy);
    const policy = await deps.loadPolicy(text('policy') ?? '');
    const resource = chosen(policy, text('resource'));
    const books = booksFor(policy, resource, { tool: text('tool'), host: deps.host });
    const schemas = await deps.readSchemas((0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'schema'), books);
    const gate = await deps.openGate({ resource, schemas, scratch: text('scratch'), settings });
    let statements;
    try {
        for (const note of gate.notes)
            deps.host.log.warn(note);
        const code = await deps.execute({ argv, endpoint: gate.endpoint, resource, policy, bindings, printing: text('out') === null ? 'stderr' : 'here' });
        statements = gate.statements();
        if (code !== 0)
            return failed(code, statements, deps.host);
    }
    finally {
        await gate.close();
    }
    const set = changeSetOf(statements, { resource, books, version: deps.version, captured: { command: argv, schema: schemas.map(({ sha256 }) => sha256), server: gate.server } });
    const file = text('out');
    if (file === null)
        deps.print((0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .writeChangeSet */ .YV)(set));
    else
        await deps.write(file, (0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .writeChangeSet */ .YV)(set));
    tell(set, deps.host);
    return _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.done;
}
function parseSetting(item) {
    const at = item.indexOf('=');
    const name = item.slice(0, Math.max(at, 0));
    if (!/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `input \`setting\` has \`${item}\``, { hint: 'write NAME=VALUE, such as TimeZone=UTC' });
    return { name, value: item.slice(at + 1) };
}
function chosen(policy, wanted) {
    const names = Object.keys(policy.resources);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the policy has ${names.length} resources, so the plan has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
    const resource = policy.resources[name];
    if (resource === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
    if (resource.type !== 'postgres' || resource.address === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, and only \`postgres\` can be planned`, { hint: 'name a database' });
    return resource;
}
// What the gate in front of production will know is what `changes` names; anything else would plan what does not get through.
function booksFor(policy, resource, { tool, host }) {
    const named = policy.changes.filter((change) => change.resource === resource.name && change.tool !== null);
    const wanted = tool === null ? named : named.filter((change) => change.tool === tool);
    if (tool !== null && wanted.length === 0) {
        host.log.warn(`\`changes\` of the policy does not name \`${tool}\` for \`${resource.name}\`, so the gate will not let it keep its books there`);
        const books = (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .booksOfTool */ .MU)(tool, null);
        if (books === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${tool}\` is not a migration tool that keeps books we know`, { hint: 'leave `--tool` out, or name it as `changes[].tool` does' });
        return [books];
    }
    return wanted.flatMap((change) => (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .booksOfTool */ .MU)(change.tool ?? '', change.table) ?? []);
}
function failed(code, statements, host) {
    const wrong = statements.flatMap(({ operation, end }) => (end.kind === 'failed' || end.kind === 'refused' ? [`\`${operation.facts.redacted.slice(0, 120)}\`: ${end.message}`] : []));
    host.annotate('error', `COMMAND ended with ${code}, so there is no change set${wrong.length === 0 ? '' : `; what the scratch database refused first: ${wrong[0] ?? ''}`}`);
    return code;
}
/** The change set of what was captured. */
function changeSetOf(statements, { resource, books, version, captured }) {
    const ref = { name: resource.name, target: resource.target };
    const operations = [];
    const bookkeeping = [];
    const limits = [];
    statements.forEach((statement, index) => {
        const { operation, end, transaction, connection, message } = statement;
        const number = index + 1;
        const tool = (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .bookkeeperOf */ .pV)(operation, books, resource);
        limits.push(...limitsOf(statement, tool).map((limit) => ({ ...limit, operation: number })));
        if (end.kind !== 'ok')
            return;
        const { parameters, data, settings } = operation;
        const one = {
            number, kind: 'sql', resource: ref, bytes: operation.facts.text, parameters, data, settings, transaction, connection, message, tag: end.tag, digest: (0,_core_operation_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .operationDigest */ .x)({ ...operation, resource: ref }),
        };
        if (tool === null)
            operations.push(one);
        else
            bookkeeping.push({ ...one, tool });
    });
    const digest = (0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .changeSetDigest */ .ZT)([], operations.map((one) => one.digest));
    return { format: 'ostiary-changeset-v1', ostiary: version, digest, resource: ref, tools: [...new Set(books.map(({ tool }) => tool))], captured, operations, bookkeeping, limits };
}
/** SQLSTATE in_failed_sql_transaction: what never ran since something before it had failed. */
const NOT_REACHED = '25P02';
function limitsOf({ operation: { facts }, end }, tool) {
    const text = facts.redacted.replace(/\s+/g, ' ').slice(0, 200);
    if (end.kind === 'failed')
        return end.sqlstate === NOT_REACHED ? [] : [{ kind: 'failed', detail: `\`${text}\` failed with ${end.sqlstate}: ${end.message.replace(/\s+/g, ' ')}` }];
    if (end.kind === 'refused')
        return [{ kind: 'refused', detail: `\`${text}\` was not understood, so nobody ran it` }];
    if (end.kind === 'unknown')
        return [{ kind: 'unfinished', detail: `the end of \`${text}\` was not seen` }];
    const limits = [];
    if (facts.copy?.direction === 'in')
        limits.push({ kind: 'copy-data', detail: `the rows that \`${text}\` copies in are not here, only their digest` });
    const read = tool === null && facts.outputs !== null ? facts.accesses.filter(({ effect, object, type }) => effect === 'read' && type === 'relation' && object !== null && !/^(?:pg_catalog|information_schema)\./.test(object)) : [];
    if (read.length > 0)
        limits.push({ kind: 'reads-data', detail: `\`${text}\` gives rows of ${[...new Set(read.map(({ object }) => `\`${object ?? ''}\``))].join(', ')} to the program, which scratch has not` });
    if (facts.statement === 'DO' || facts.accesses.some(({ effect }) => effect === 'unknown' || effect === 'execute'))
        limits.push({ kind: 'unread-code', detail: `\`${text}\` runs code, which may do other things in production` });
    return limits;
}
function tell({ operations, bookkeeping, limits, resource, digest }, { log }) {
    if (operations.length + bookkeeping.length === 0)
        log.warn('COMMAND asked nothing of the database', { hint: 'does it connect with DATABASE_URL, or the PG variables?' });
    for (const { kind, detail } of limits)
        log.warn(`${kind}: ${detail}`);
    log.info(`${operations.length} operation${operations.length === 1 ? '' : 's'} for \`${resource.name}\`, ${bookkeeping.length} of the migrator's own; change set ${digest}`);
}


/***/ }),

/***/ 10778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Xd: () => (/* binding */ policyCheck),
  ul: () => (/* binding */ policyCheckSpec)
});

// UNUSED EXPORTS: FORMATS

// EXTERNAL MODULE: ./lib/core/change-set.js
var change_set = __nccwpck_require__(11918);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __nccwpck_require__(10035);
// EXTERNAL MODULE: ./lib/parse/migrations/live.js
var live = __nccwpck_require__(78939);
// EXTERNAL MODULE: ./lib/policy/estimates.js
var estimates = __nccwpck_require__(189);
;// CONCATENATED MODULE: ./lib/check/finding.js
/** Longer statements are cut in reports; the digest is of all of it. */
const MAX_TEXT = 400;
// One match: a line feed, two blanks, `ä`; one miss: `DROP TABLE a`. What has none is shown as it is.
const UNEVEN = /[^ -~]| {2}|^ | $/u;
/** One line for people: white space folded, what does not print made visible, cut with a mark. */
function shown(text) {
    if (text.length <= MAX_TEXT && !UNEVEN.test(text))
        return text;
    // One match: a zero-width space or a bidirectional control; one miss: `ä`.
    const visible = text.slice(0, MAX_TEXT * 10).replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, (char) => `\\u{${char.codePointAt(0).toString(16)}}`).trim();
    return [...visible].length > MAX_TEXT ? `${[...visible].slice(0, MAX_TEXT).join('')} …` : visible;
}

;// CONCATENATED MODULE: ./lib/check/captured.js
// SPDX-License-Identifier: Apache-2.0
//
// The check of a captured change set: the file is read as what it claims, every statement is parsed again from its bytes and judged with its
// parameters as the wire would, book-keeping included. Refuses a file that was changed after the capture, and to believe anything that it
// says of a statement besides the bytes.






/** Stands for no commit, as git has it. */
const NO_COMMIT = '0'.repeat(40);
const NOWHERE = { catalog: null, searchPath: null, stale: false };
const STRICTNESS = { deny: 0, review: 1, allow: 2 };
/** Judges a change set. Throws INPUT_INVALID when it is not whole, or not for this policy's resource. */
function checkCaptured(request) {
    const { set, policy, policySource, preview, between } = request;
    demandSameResource(set, policy);
    const statements = [...set.operations, ...set.bookkeeping].sort((one, other) => one.number - other.number);
    const operations = new Judging(request, sizesOf(statements)).all(statements);
    const own = new Set(set.operations.map(({ number }) => number));
    const digest = (0,change_set/* changeSetDigest */.ZT)([], operations.flatMap((one, index) => (own.has(statements[index]?.number ?? 0) ? [one.digest] : [])));
    if (digest !== set.digest || operations.some((one, index) => one.digest !== statements[index]?.digest))
        throw altered(request.file);
    const findings = operations.filter(({ decision }) => decision !== 'allow').sort((a, b) => STRICTNESS[a.decision] - STRICTNESS[b.decision]);
    return {
        decision: findings[0]?.decision ?? 'allow', digest, base: between?.base ?? NO_COMMIT, head: between?.head ?? NO_COMMIT, files: 0,
        policy: { source: policySource, digest: policy.digest, preview, observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null },
        operations, findings, observed: operations.filter(({ observed }) => observed.length > 0).length,
    };
}
function demandSameResource({ resource }, policy) {
    const known = policy.resources[resource.name];
    if (known === undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the change set is for \`${resource.name}\`, which is no resource of the policy`, { hint: `it has: ${Object.keys(policy.resources).join(', ') || 'none'}` });
    if (known.target !== resource.target)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the change set is for \`${resource.target}\`, and \`${resource.name}\` is \`${known.target}\` by now`, { hint: 'capture it again' });
}
function altered(file) {
    return new errors/* GateError */.ue('INPUT_INVALID', `the change set \`${file}\` is not what was captured: its digests are of something else`, { hint: 'capture it again with `ostiary plan`' });
}
function sizesOf(statements) {
    const sizes = new Map();
    for (const { message } of statements)
        sizes.set(message, (sizes.get(message) ?? 0) + 1);
    return sizes;
}
/** One capture being judged: what came before on each connection settles hazards as it does on the wire. */
class Judging {
    request;
    sizes;
    #series = new Map();
    #place = null;
    constructor(request, sizes) {
        this.request = request;
        this.sizes = sizes;
    }
    all(statements) {
        return statements.map((statement, index) => {
            const read = this.#read(statement);
            const next = statements[index + 1];
            const series = this.#of(statement.connection);
            if (this.#place?.message !== statement.message)
                this.#place = { message: statement.message, place: series.message(NOWHERE, this.sizes.get(statement.message) ?? 1) };
            const { facts, ended } = read === null ? { facts: unreadFacts(statement), ended: null } : this.#place.place(read.draft, read.facts);
            ended?.(statement.tag);
            // Between messages of no common transaction, none is open.
            const goesOn = statements.slice(index + 1).find(({ connection }) => connection === statement.connection);
            const open = goesOn !== undefined && statement.transaction !== null && goesOn.transaction === statement.transaction;
            if (!open && next?.message !== statement.message)
                series.idle();
            return this.#predict(statement, facts);
        });
    }
    #of(connection) {
        const series = this.#series.get(connection) ?? new live/* LiveSeries */.A();
        this.#series.set(connection, series);
        return series;
    }
    #read({ bytes, settings }) {
        const read = this.request.read(bytes, settings['search_path'] ?? null);
        return read?.facts.text === bytes ? read : null;
    }
    #predict(statement, facts) {
        const { policy, principal, now, file, lines } = this.request;
        const { kind, resource, parameters, data, settings } = statement;
        const operation = { kind, resource, facts, parameters, data, settings };
        const unestimated = (0,estimates/* withoutEstimate */.R)(operation);
        const { decision, rules, reasons, observed } = policy.decide({ operation: unestimated.operation, principal, resource: resource.name, now });
        return {
            path: file, line: lines.get(statement.number) ?? 1, kind, resource: resource.name, operation: facts.name, statement: facts.statement, text: shown(facts.redacted), bytes: statement.bytes, settings, decision, rules,
            reasons: reasons.map(shown), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: shown(detail) })), accesses: facts.accesses, unknown: facts.unknown.map(shown), observed,
            assumed: facts.assumed || unestimated.rowsAsked(), digest: (0,operation_digest/* operationDigest */.x)(operation),
        };
    }
}
function unreadFacts({ bytes }) {
    const why = 'it is not exactly one statement';
    return {
        statement: 'UNKNOWN', name: 'sql.unknown', text: bytes, redacted: '?', accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
    };
}

// EXTERNAL MODULE: ./lib/check/captured-file.js
var captured_file = __nccwpck_require__(62495);
// EXTERNAL MODULE: ./lib/parse/http/operation.js
var http_operation = __nccwpck_require__(17889);
// EXTERNAL MODULE: ./lib/policy/repository.js
var repository = __nccwpck_require__(81728);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: ./lib/check/changed-file.js
var changed_file = __nccwpck_require__(1987);
;// CONCATENATED MODULE: ./lib/check/load.js
// SPDX-License-Identifier: Apache-2.0
//
// Fetches the texts of a change's files, both sides, in two calls. Refuses to take bytes for text that are none.



/** All files of a change, sorted by path. */
async function loadFiles(source) {
    const changes = [...(await source.files())].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const fresh = changes.filter(({ status }) => status !== 'deleted');
    const old = changes.filter(({ from }) => from !== null);
    const [heads, bases] = await Promise.all([
        source.read('head', fresh.map(({ path }) => path), changed_file/* MAX_FILE_BYTES */.g),
        source.read('base', old.map(({ from }) => from), changed_file/* MAX_FILE_BYTES */.g),
    ]);
    const headOf = new Map(fresh.map((change, index) => [change, heads[index] ?? null]));
    const baseOf = new Map(old.map((change, index) => [change, bases[index] ?? null]));
    return changes.map((change) => changedFile(change, headOf.get(change) ?? null, baseOf.get(change) ?? null));
}
function changedFile(change, head, base) {
    const text = (bytes) => (bytes !== null && (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString('utf8') : null);
    const isFile = change.status !== 'deleted' && change.newMode !== '120000' && change.newMode !== '160000';
    return {
        change, head: text(head), base: text(base), size: head?.length ?? 0,
        sha256: head === null ? null : (0,external_node_crypto_.createHash)('sha256').update(head).digest('hex'),
        unreadable: !isFile ? null : head === null ? `the file is larger than ${changed_file/* MAX_FILE_BYTES */.g} bytes` : (0,external_node_buffer_.isUtf8)(head) ? null : 'the file is not UTF-8 text',
    };
}

// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __nccwpck_require__(80029);
;// CONCATENATED MODULE: ./lib/check/mapping.js
// SPDX-License-Identifier: Apache-2.0
//
// Which files belong to which `changes` entry of the policy. A file belongs to every entry that names it: two tools that read the same
// file perform its operations twice. Refuses to forget what went away: a manifest that is deleted, or moved to where nothing applies it,
// still belongs to the entry that named it before.

/** Kinds whose files say what shall be there: what goes from the files goes from the resource. */
const DECLARATIVE = ['kubernetes'];
/** Groups with at least one file, in the order of the policy. Deleted files belong to declarative kinds alone. */
function mapping_assign(files, changes) {
    return changes.flatMap((change) => {
        const named = (0,glob/* compileGlobs */.tI)(change.paths, '/');
        const found = DECLARATIVE.includes(change.as) ? files.flatMap((file) => declared(file, named)) : files.filter(({ change: { path, status } }) => status !== 'deleted' && named(path));
        return found.length === 0 ? [] : [{ change, files: found }];
    });
}
// A file as an entry sees it: one that comes from elsewhere is new, one that went elsewhere is deleted.
function declared(file, named) {
    const { change } = file;
    const was = change.from !== null && change.status !== 'copied' && named(change.from) ? change.from : null;
    if (change.status !== 'deleted' && named(change.path))
        return [was === null ? { ...file, change: { ...change, from: null }, base: null } : file];
    return was === null ? [] : [{ change: { ...change, path: was, status: 'deleted', newMode: null }, head: null, base: file.base, size: 0, sha256: null, unreadable: null }];
}

// EXTERNAL MODULE: ./lib/check/unreadable.js
var unreadable = __nccwpck_require__(39001);
;// CONCATENATED MODULE: ./lib/check/check.js











/** Checks a change. Throws what the source throws; all else is a finding. */
async function check(request) {
    const files = await loadFiles(request.source);
    const operations = [];
    const groups = mapping_assign(files, request.policy.changes);
    const mapped = new Set(groups.flatMap((group) => group.files.map(({ change }) => change.path)));
    for (const group of groups) {
        const reader = await request.readers.mapped(group.change);
        const read = reader === null ? group.files.map((file) => [(0,unreadable/* unreadableOperation */.z)(file, `there is no reader for \`${group.change.tool ?? group.change.as ?? ''}\``)]) : readAll(reader, group.files);
        operations.push(...judgeAll(group.files, read, group.change.resource, request));
    }
    operations.push(...judgeAll(files, readAll(await request.readers.repository(files, mapped, request.source), files), repository/* REPOSITORY */.Bw.name, request));
    operations.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
    return resultOf(operations, files, request);
}
// A reader that throws leaves every file of its group unknown: which of them it was about can't be told.
function readAll(reader, files) {
    try {
        const read = reader(files);
        return files.map((file, index) => read[index] ?? [(0,unreadable/* unreadableOperation */.z)(file, 'its reader passed over it')]);
    }
    catch (thrown) {
        return files.map((file) => [(0,unreadable/* unreadableOperation */.z)(file, `it could not be read: ${(0,errors/* messageOf */.bD)(thrown)}`)]);
    }
}
function judgeAll(files, read, resource, request) {
    return files.flatMap((file, index) => (read[index] ?? []).map((operation) => predict(file, operation, resource, request)));
}
function predict(file, read, resource, { policy, principal, now }) {
    const { kind, facts, line, size, paths } = (0,http_operation/* askedOf */.iN)(read, policy.resources[resource]?.url ?? null);
    const target = policy.resources[resource]?.target ?? resource;
    const operation = {
        kind, resource: { name: resource, target }, facts, parameters: [], data: null, settings: {}, paths: paths ?? [file.change.path], ...(size === undefined ? {} : { size }),
    };
    const unestimated = (0,estimates/* withoutEstimate */.R)(operation);
    const { decision, rules, reasons, observed } = policy.decide({ operation: unestimated.operation, principal, resource, now, byHand: true });
    return {
        path: file.change.path, line, kind, resource, operation: facts.name, statement: facts.statement, text: shown(facts.redacted), bytes: kind === 'file' || resource === repository/* REPOSITORY */.Bw.name ? null : facts.text, settings: operation.settings, decision, rules,
        reasons: reasons.map(shown), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: shown(detail) })), accesses: facts.accesses, unknown: facts.unknown.map(shown), observed, assumed: facts.assumed || unestimated.rowsAsked(), digest: (0,operation_digest/* operationDigest */.x)(operation),
    };
}
const check_STRICTNESS = { deny: 0, review: 1, allow: 2 };
function resultOf(operations, files, { source, policy, policySource, preview }) {
    const findings = operations.filter(({ decision }) => decision !== 'allow').sort((a, b) => check_STRICTNESS[a.decision] - check_STRICTNESS[b.decision]);
    return {
        decision: findings[0]?.decision ?? 'allow',
        digest: (0,change_set/* changeSetDigest */.ZT)(files.map(({ change, sha256 }) => ({ path: change.path, from: change.from, status: change.status, mode: change.newMode, sha256 })), operations.map(({ digest }) => digest)),
        base: source.base, head: source.head, files: files.length,
        policy: { source: policySource, digest: policy.digest, preview, observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null },
        operations, findings, observed: operations.filter(({ observed }) => observed.length > 0).length,
    };
}

;// CONCATENATED MODULE: ./lib/check/report/words.js
// SPDX-License-Identifier: Apache-2.0
//
// What every report says of a prediction in the same words. Refuses to say *approved*: a check only predicts.

/** One sentence for people: what, why, under which rule. */
function messageOf(one) {
    const verb = one.decision === 'deny' ? 'is not allowed' : 'needs a review';
    return `${one.statement} on \`${one.resource}\` ${verb}: ${one.reasons[0] ?? 'no rule allows it'} (${one.rules.join(', ')})`;
}
/** What to do next. */
function adviceOf(one) {
    if (one.unknown.length > 0)
        return `rewrite it so that it can be understood: ${one.unknown[0] ?? ''}`;
    if (one.decision === 'review')
        return 'a person has to approve exactly this operation in a pull-request review';
    return 'do it another way, or ask the people who keep the policy';
}
/** More ways of doing one thing than these are for machines. */
const MAX_HAZARDS = 5;
/** Hazards of a prediction that are worth a line: none that a reason has said already, none of style, not more than a few. `more`: how many are left out. */
function notable({ hazards, reasons }) {
    const told = hazards.filter(({ id, detail }) => !id.startsWith('style.') && !reasons.includes(detail));
    return { shown: told.slice(0, MAX_HAZARDS), more: Math.max(0, told.length - MAX_HAZARDS) };
}
/** `1 file`, `2 files`, `1,200 files`. */
function counted(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
/** `1,200`. By hand: the first number that `Intl` writes takes twenty milliseconds. */
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
/** That the policy, or a rule of it, only observes, and what that lets pass; null when everything is decided. */
function observedOf({ policy, observed }) {
    if (policy.observeUntil === null && observed === 0)
        return null;
    const count = `${counted(observed, 'operation')} would have been refused`;
    return policy.observeUntil === null ? `rules of the policy only observe: ${count}` : `the policy only observes until ${policy.observeUntil}: ${count}`;
}
/** The rule that a finding is shown under. */
function ruleOf(one) {
    return one.rules[0] ?? 'default';
}
/** `db/migrations/7.sql:12`. */
function placeOf({ path, line }) {
    return `${shown(path)}:${line}`;
}

;// CONCATENATED MODULE: ./lib/check/report/codequality.js
// SPDX-License-Identifier: Apache-2.0
//
// Findings as GitLab's code quality report. @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format


/** A JSON array, one object a finding. */
function codeQualityReport({ findings }) {
    const seen = new Map();
    return `${JSON.stringify(findings.map((one) => {
        const key = `${ruleOf(one)}\n${one.path}\n${one.digest}`;
        const times = (seen.get(key) ?? 0) + 1;
        seen.set(key, times);
        return {
            description: messageOf(one), check_name: ruleOf(one), fingerprint: (0,external_node_crypto_.createHash)('sha256').update(`${key}\n${times}`).digest('hex'),
            severity: one.decision === 'deny' ? 'critical' : 'major', location: { path: one.path, lines: { begin: one.line } },
        };
    }))}\n`;
}

;// CONCATENATED MODULE: ./lib/check/report/json.js
/** One JSON object, all of it. */
function jsonReport(result, version) {
    const { findings, ...rest } = result;
    return `${JSON.stringify({ format: 'ostiary-check-v1', ostiary: version, ...rest, findings: findings.map(({ path, line, rules, decision, digest }) => ({ path, line, rules, decision, digest })) }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/check/report/junit.js

/** The whole document. */
function junitReport({ operations, findings }) {
    const byPath = new Map();
    for (const one of operations)
        byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
    const suites = [...byPath].map(([path, tests]) => suite(path, tests));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary policy-check" tests="${operations.length}" failures="${findings.length}">\n${suites.join('')}</testsuites>\n`;
}
function suite(path, tests) {
    const failures = tests.filter(({ decision }) => decision !== 'allow').length;
    return `  <testsuite name="${xml(path)}" tests="${tests.length}" failures="${failures}">\n${tests.map(test).join('')}  </testsuite>\n`;
}
function test(one) {
    const head = `    <testcase classname="${xml(one.resource)}" name="${xml(`${placeOf(one)} ${one.statement}`)}"`;
    if (one.decision === 'allow')
        return `${head}/>\n`;
    return `${head}>\n      <failure type="${xml(ruleOf(one))}" message="${xml(messageOf(one))}">${xml(`${one.text}\n${adviceOf(one)}`)}</failure>\n    </testcase>\n`;
}
function xml(text) {
    // What XML 1.0 has no character for is left out.
    return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

;// CONCATENATED MODULE: ./lib/check/report/markdown.js

/** Rows of a group; the job's summary holds 1 MiB. */
const MAX_ROWS = 100;
const TITLES = { deny: 'Not allowed', review: 'Needs a review', allow: 'Allowed' };
/** The page. */
function markdownReport(result) {
    const { operations, findings, files, policy } = result;
    const observed = observedOf(result);
    const counts = (decision) => operations.filter((one) => one.decision === decision).length;
    return [
        `### Ostiary policy check: ${result.decision}`, '',
        ...(policy.preview ? [`> Preview: judged by ${code(policy.source)} of the work tree, which decides nothing.`, ''] : []),
        ...(observed === null ? [] : [`> **Only observing**: ${plain(observed)}.`, '']),
        '| files | operations | not allowed | need a review | allowed |', '|---:|---:|---:|---:|---:|',
        `| ${files} | ${operations.length} | ${counts('deny')} | ${counts('review')} | ${counts('allow')} |`, '',
        ...group('deny', findings), ...group('review', findings), ...watched(operations),
        ...quiet(operations.filter(({ decision }) => decision === 'allow')),
        `Policy ${code(policy.source)} · change set ${code(result.digest.slice(0, 16))} · ${code(result.base.slice(0, 12))}…${code(result.head.slice(0, 12))}. A check predicts; the gate decides when the operation runs${operations.some(({ assumed, kind }) => assumed && kind !== 'file') ? ', and completes names from the catalog, which a check has not' : ''}.`, '',
    ].join('\n');
}
function group(decision, findings) {
    const rows = findings.filter((one) => one.decision === decision);
    if (rows.length === 0)
        return [];
    const shown = rows.slice(0, MAX_ROWS);
    return [
        `#### ${TITLES[decision]} (${rows.length})`, '', '| where | what | on | rule | why |', '|---|---|---|---|---|',
        ...shown.map((one) => `| ${code(placeOf(one))} | ${code(one.text)} | ${code(one.resource)} | ${code(ruleOf(one))} | ${why(one)} |`),
        ...(rows.length > shown.length ? ['', `**${grouped(rows.length - shown.length)} more are left out here**; the report has all of them.`] : []), '',
    ];
}
function why(one) {
    const { shown, more } = notable(one);
    const hazards = [...shown.map(({ id, detail }) => `${code(id)}: ${plain(detail)}`), ...(more === 0 ? [] : [`and ${more} more in the report`])];
    return [...one.reasons.slice(0, 3).map(plain), ...hazards, `*${plain(adviceOf(one))}*`].join('<br>');
}
// What rules would have stopped, did they not only observe.
function watched(operations) {
    const rows = operations.flatMap((one) => one.observed.slice(0, 1).map(({ rule, decision }) => `| ${code(placeOf(one))} | ${code(one.text)} | ${code(one.resource)} | ${code(rule)} | would ${decision} |`));
    if (rows.length === 0)
        return [];
    const more = rows.length > MAX_ROWS ? ['', `**${grouped(rows.length - MAX_ROWS)} more are left out here**; the report has all of them.`] : [];
    return [`#### Only observed (${rows.length})`, '', '| where | what | on | rule | decision |', '|---|---|---|---|---|', ...rows.slice(0, MAX_ROWS), ...more, ''];
}
function quiet(allowed) {
    // That a file is part of the change goes without saying.
    const operations = allowed.filter(({ kind }) => kind !== 'file');
    if (operations.length === 0)
        return [];
    const files = allowed.length - operations.length;
    const rows = operations.slice(0, MAX_ROWS).map((one) => `| ${code(placeOf(one))} | ${code(one.text)} | ${code(one.resource)} | ${code(ruleOf(one))} |`);
    const more = operations.length > rows.length ? ['', `${operations.length - rows.length} more are left out here.`] : [];
    return [`<details><summary>Allowed (${allowed.length}${files === 0 ? '' : `, ${files} of them changes of files`})</summary>`, '', '| where | what | on | rule |', '|---|---|---|---|', ...rows, ...more, '', '</details>', ''];
}
// A code span that its content can't end: longer backticks outside than inside, and no cell separator.
function code(text) {
    const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const padded = text.startsWith('`') || text.endsWith('`') ? ` ${text} ` : text;
    return `${fence}${padded.replaceAll('|', '\\|').replaceAll('\n', ' ')}${fence}`;
}
// Our own and the operator's sentences, with markup of names in them taken as text; backticks are ours.
function plain(text) {
    return text.replace(/[<>&|[\]*_~\n!\\]/gu, (char) => (char === '\n' ? ' ' : `&#${char.charCodeAt(0)};`));
}

;// CONCATENATED MODULE: ./lib/check/report/sarif.js
// SPDX-License-Identifier: Apache-2.0
//
// Findings as SARIF 2.1.0. Refuses to grow over what GitHub takes: 5,000 results are shown, so the strictest come first and the rest are
// counted in a notification.
// @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/  @see https://docs.github.com/code-security/reference/code-scanning/sarif-files


const MAX_RESULTS = 5_000;
/** One line of JSON. */
function sarifReport(result, version) {
    const shown = result.findings.slice(0, MAX_RESULTS);
    const ids = [...new Set(shown.map(ruleOf))].sort();
    const cut = result.findings.length - shown.length;
    return `${JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{
                tool: { driver: { name: 'Ostiary', informationUri: 'https://github.com/ostiary/ostiary', semanticVersion: version, rules: ids.map((id) => ruleEntry(id, shown)) } },
                automationDetails: { id: 'ostiary/policy-check/' },
                columnKind: 'unicodeCodePoints',
                invocations: [{
                        executionSuccessful: true,
                        toolExecutionNotifications: cut === 0 ? [] : [{ level: 'warning', message: { text: `${cut} more findings are left out here; the report in JSON has all of them` } }],
                    }],
                results: shown.map((one) => sarif_resultOf(one, ids)),
            }],
    })}\n`;
}
function ruleEntry(id, shown) {
    const example = shown.find((one) => ruleOf(one) === id);
    return {
        id, name: id.replace(/[^A-Za-z0-9]+(.)/gu, (_all, letter) => letter.toUpperCase()),
        shortDescription: { text: example.reasons[0] ?? id }, helpUri: 'https://github.com/ostiary/ostiary/blob/main/docs/rules.md',
        help: { text: adviceOf(example) }, defaultConfiguration: { level: example.decision === 'deny' ? 'error' : 'warning' },
    };
}
function sarif_resultOf(one, ids) {
    const rule = ruleOf(one);
    return {
        ruleId: rule, ruleIndex: ids.indexOf(rule), level: one.decision === 'deny' ? 'error' : 'warning',
        message: { text: messageOf(one) },
        locations: [{ physicalLocation: { artifactLocation: { uri: one.path.split('/').map(encodeURIComponent).join('/') }, region: { startLine: one.line } } }],
        partialFingerprints: { 'ostiaryOperation/v1': (0,external_node_crypto_.createHash)('sha256').update(`${rule}\n${one.path}\n${one.digest}`).digest('hex') },
        properties: { decision: one.decision, rules: one.rules, resource: one.resource, operation: one.operation, assumed: one.assumed, digest: one.digest },
    };
}

;// CONCATENATED MODULE: ./lib/check/report/text.js

const CODES = { bold: '1', red: '31', yellow: '33', green: '32', dim: '2' };
/** Paints with ANSI colours, or not at all. */
function painter(coloured) {
    return (style, text) => (coloured ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}
/** Under the word that begins a finding. */
const INDENT = ' '.repeat(8);
/** The whole list, ending in lines that count. */
function textReport(result, paint) {
    const observed = result.operations.filter((one) => one.observed.length > 0);
    return `${[...preface(result, paint), ...result.findings.flatMap((one) => finding(one, paint)), ...observed.flatMap((one) => passed(one, paint)), ...closing(result, paint)].join('\n')}\n`;
}
function preface(result, paint) {
    const { policy } = result;
    const observed = observedOf(result);
    return [
        ...(policy.preview ? [paint('yellow', `preview: judged by \`${policy.source}\` of the work tree, which decides nothing`), ''] : []),
        ...(observed === null ? [] : [paint('yellow', observed), '']),
    ];
}
function finding(one, paint) {
    const word = one.decision === 'deny' ? paint('red', 'deny  ') : paint('yellow', 'review');
    return [...headed(word, one, { rule: ruleOf(one), paint }), ...one.reasons.slice(0, 3).map((reason) => `${INDENT}${reason}`), ...hazards(one, paint), `${INDENT}${paint('dim', `-> ${adviceOf(one)}`)}`, ''];
}
// What a rule would have stopped, did it not only observe.
function passed(one, paint) {
    const strictest = one.observed.find(({ decision }) => decision === 'deny') ?? one.observed[0];
    if (strictest === undefined)
        return [];
    return [...headed(paint('yellow', `would ${strictest.decision}`), one, { rule: strictest.rule, paint }), ...hazards(one, paint), ''];
}
function headed(word, one, { rule, paint }) {
    // Of a file the place says it all.
    const text = one.kind === 'file' ? [] : [`${INDENT}${one.text}`];
    return [`${word}  ${paint('bold', placeOf(one))}  ${one.statement} on ${one.resource}  ${paint('dim', rule)}`, ...text];
}
function hazards(one, paint) {
    const { shown, more } = notable(one);
    return [...shown.map(({ id, detail }) => `${INDENT}${paint('dim', `${id}:`)} ${detail}`), ...(more === 0 ? [] : [`${INDENT}${paint('dim', `and ${more} more in the report`)}`])];
}
function closing({ decision, operations, findings, files, digest, policy }, paint) {
    const denied = findings.filter((one) => one.decision === 'deny').length;
    const colour = decision === 'allow' ? 'green' : decision === 'review' ? 'yellow' : 'red';
    const counts = [[denied, 'denied'], [findings.length - denied, 'needing review'], [operations.length - findings.length, 'allowed']];
    const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    return [
        `${paint(colour, decision)}: ${counted(files, 'file')}, ${counted(operations.length, 'operation')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`,
        ...(operations.some(({ assumed, kind }) => assumed && kind !== 'file') ? [paint('dim', 'names were completed without a catalog; the gate, which has one, decides')] : []),
        paint('dim', `policy ${policy.source} · change set ${digest.slice(0, 16)}`),
    ];
}

// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __nccwpck_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/policy-check.js
// SPDX-License-Identifier: Apache-2.0
//
// `policy-check`: what a change would do to production, and whether the policy allows it, with findings at the lines that cause them.
// Executes nothing and needs no secret. Refuses to take the policy from the change: only `preview` does, and says so.












/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const policyCheckSpec = {
    name: 'policy-check',
    description: 'Judge what a change would do to production, before it is merged: findings, SARIF, annotations, summary; executes nothing.',
    inputs: [
        { name: 'base', description: 'Commit or branch that the change is compared with, at their merge base. When empty: the target of the pull or merge request; in a shell, the default branch of `origin`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'head', description: 'Commit of the change. When empty: what is checked out.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'changes', description: 'A change set that `ostiary plan` captured: judges that, and not what lies between the commits.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'policy', description: 'A policy file; only with --preview.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'preview', description: 'Judges by the policy of the work tree instead of the protected branch, and says so.', default: 'false', required: false, face: 'all', kind: 'flag' },
        { name: 'principal', description: 'Identity of the policy that will carry the change out; several: one a line (the flag may be repeated). When empty: any of them.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'format', description: 'What is printed: `text`, `json`, `sarif`, `codequality`, `junit` or `markdown`.', default: 'text', required: false, face: 'all', kind: 'text' },
        { name: 'report-dir', description: 'Folder for the reports. When empty: one of their own in CI; in a shell none are written.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'on-review', description: '`fail` ends with 3 when something needs a review, `pass` with 0 (for workflows in which an approval gate follows).', default: 'fail', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'decision', description: '`allow`, `review` or `deny`.' },
        { name: 'findings-count', description: 'Number of operations that are not allowed or need a review.' },
        { name: 'operations-count', description: 'Number of operations of the change.' },
        { name: 'digest', description: 'Digest of the change set.' },
        { name: 'report', description: 'Path of the report in JSON, which holds the change set.' },
        { name: 'sarif', description: 'Path of the report in SARIF.' },
    ],
};
const FORMATS = ['text', 'json', 'sarif', 'codequality', 'junit', 'markdown'];
/** Runs the check; returns the exit code: 0 allowed, 1 denied, 3 needs a review. Throws GateError. */
async function policyCheck(raw, deps) {
    const inputs = parseInputs(raw);
    const result = inputs.changes === null ? await checkChange(inputs, deps) : await checkCapture(inputs, inputs.changes, deps);
    await report(result, inputs, deps);
    if (result.decision === 'deny')
        return errors/* EXIT */.dc.denied;
    return result.decision === 'review' && inputs.onReview === 'fail' ? errors/* EXIT */.dc.pending : errors/* EXIT */.dc.done;
}
async function checkChange(inputs, deps) {
    const source = await deps.openSource(inputs);
    // Asked for early, so that git compares while the policy is read; whoever waits for it hears what goes wrong.
    source.files().catch(() => undefined);
    const { policy, source: policySource } = await deps.findPolicy(inputs, async () => source);
    return check({ source, policy, policySource, preview: inputs.preview, principal: principalFor(inputs.principals, policy), readers: deps.readersFor(policy), now: deps.now });
}
async function checkCapture(inputs, file, deps) {
    const captured = (0,captured_file/* readChangeSet */.u)(await deps.readText(file), file);
    let between = null;
    const { policy, source: policySource } = await deps.findPolicy(inputs, async () => {
        const source = await deps.openSource(inputs);
        between = { base: source.base, head: source.head };
        return source;
    });
    return checkCaptured({ ...captured, file, policy, policySource, preview: inputs.preview, principal: principalFor(inputs.principals, policy), read: await deps.loadStatementReader(), between, now: deps.now });
}
function parseInputs(raw) {
    const text = (name) => (0,verb/* textInput */._Z)(raw, policyCheckSpec, name) ?? null;
    const preview = (0,verb/* flagInput */.tc)(raw, 'preview');
    const file = text('policy');
    if (file !== null && !preview) {
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--policy` names a file of the work tree, which decides nothing', { hint: 'add `--preview`, or leave it out: the policy is read from the protected branch' });
    }
    for (const [name, value] of [['base', text('base')], ['head', text('head')]]) {
        if (value?.startsWith('-') === true)
            throw new errors/* GateError */.ue('INPUT_INVALID', `input \`${name}\` is \`${value}\`, which is no commit`);
    }
    return {
        base: text('base'), head: text('head'), file, changes: text('changes'), preview, principals: (0,verb/* listInput */.dt)(raw, 'principal'),
        format: (0,verb/* choiceInput */.ij)(raw, policyCheckSpec, { name: 'format', choices: FORMATS }) ?? 'text',
        reportDir: text('report-dir'), onReview: (0,verb/* choiceInput */.ij)(raw, policyCheckSpec, { name: 'on-review', choices: ['fail', 'pass'] }) ?? 'fail',
    };
}
// Who will carry it out is not known before the merge: judged for whoever of the policy's identities does, unless told.
function principalFor(names, policy) {
    const known = policy.identities.map(({ name }) => name);
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the policy has no identity \`${unknown}\``, { hint: `it has: ${known.join(', ') || 'none'}` });
    return { names: names.length > 0 ? names : known, issuer: 'policy-check', subject: 'whoever merges the change', claims: {} };
}
async function report(result, { format, reportDir }, deps) {
    const { host, version } = deps;
    const rendered = {
        text: () => textReport(result, painter(deps.coloured)), json: () => jsonReport(result, version), sarif: () => sarifReport(result, version),
        codequality: () => codeQualityReport(result), junit: () => junitReport(result), markdown: () => markdownReport(result),
    };
    const paths = await deps.writeReports(reportDir, {
        'policy-check.json': rendered.json, 'policy-check.sarif': rendered.sarif, 'codequality.json': rendered.codequality, 'junit.xml': rendered.junit, 'policy-check.md': rendered.markdown,
    });
    await host.group('Ostiary policy check', async () => host.quarantine(async () => deps.print(rendered[format]())));
    // First: a platform drops annotations beyond the first few.
    const observed = observedOf(result);
    if (observed !== null)
        host.annotate('warning', observed);
    for (const one of result.findings)
        annotate(one, host);
    const outputs = {
        decision: result.decision, 'findings-count': result.findings.length, 'operations-count': result.operations.length, digest: result.digest,
        report: paths['policy-check.json'] ?? '', sarif: paths['policy-check.sarif'] ?? '',
    };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, String(value));
    if (host.kind !== 'shell')
        await host.summary(rendered.markdown());
}
// A terminal has the list; elsewhere each finding is shown at its line.
function annotate(one, host) {
    if (host.kind === 'shell')
        return;
    host.annotate(one.decision === 'deny' ? 'error' : 'warning', `${messageOf(one)}\n${adviceOf(one)}`, { file: one.path, line: one.line });
}


/***/ }),

/***/ 47379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runSpec)
/* harmony export */ });
/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const runSpec = {
    name: 'run',
    description: 'Run one command with guarded access to production: every operation judged, masked and recorded.',
    inputs: [
        { name: 'command', description: 'The command, run by `bash -eo pipefail -c`.', default: '', required: true, face: 'ci', kind: 'text' },
        { name: 'policy', description: 'A policy file of the work tree; only with --local.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'local', description: 'Run from your own shell, for resources marked `local: true`; never under a CI product.', default: '', required: false, face: 'cli', kind: 'flag' },
        { name: 'gateway', description: 'Address of a gateway (`https://…`) that guards instead of a gate in the job: no credential of production is in the job then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'gateway-ca', description: 'PEM file of the authority, or the very certificate, of the gateway; nothing else is trusted then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'subject-token-file', description: 'With --gateway: a file that holds the token or assertion to show there, where it is no job of GitHub or GitLab that asks.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text' },
        { name: 'resource', description: 'Resource of the policy to guard; several: one a line (the flag may be repeated). May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts that guarded URL into the variable NAME; several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'session-dir', description: 'Folder for the recording and the patch; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'isolation', description: '`user` runs the command as another, unprivileged user; `none` must be asked for by name.', default: 'user', required: false, face: 'all', kind: 'text' },
        { name: 'workspace', description: '`copy` gives the command a copy of the workspace (what it changed comes back as a patch), `shared` the workspace itself, with whatever credentials a checkout left in it. When empty: copy with isolation `user`, shared with `none`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'on-refusal', description: '`fail` ends with 1 (denied) or 3 (review pending) when anything was refused, `ignore` does not.', default: 'fail', required: false, face: 'all', kind: 'text' },
        { name: 'approval', description: 'Pull request whose approval may be used: its number or address. When empty: the one that this commit was merged by, and those under review on branches `ostiary/approvals/…`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'break-glass', description: 'Why operations that need a review have to run without one now, in a sentence; only for people whom the policy names under `break_glass`. Somebody else is told first, and has to review afterwards.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'outcome', description: '`ok`, `failed` (the command), `denied`, `pending` or `error`.' },
        { name: 'session', description: 'Path of the recording, `session.jsonl`; with `gateway` the id of the session there.' },
        { name: 'allowed', description: 'Number of operations allowed.' },
        { name: 'reviewed', description: 'Number of operations that need a review.' },
        { name: 'denied', description: 'Number of operations denied.' },
        { name: 'patch', description: 'Path of `changes.patch`, when the workspace was copied and changed.' },
    ],
};


/***/ }),

/***/ 32650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  sG: () => (/* binding */ outcomeOf),
  J5: () => (/* binding */ parseAccount),
  Vy: () => (/* binding */ parseBinding),
  eF: () => (/* binding */ run)
});

// UNUSED EXPORTS: parseRunInputs

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/reason.js
var core_reason = __nccwpck_require__(12051);
// EXTERNAL MODULE: ./lib/commands/environment.js
var commands_environment = __nccwpck_require__(12131);
// EXTERNAL MODULE: ./lib/commands/run-spec.js
var run_spec = __nccwpck_require__(47379);
// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __nccwpck_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/run-gateway.js
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run` that say who guards when it is not a gate in the job, and what is shown there. Refuses those that mean nothing without
// the others.



/** The gateway that was asked for; null: none. Throws INPUT_INVALID. */
function parseGateway(raw, local) {
    const url = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'gateway');
    const caFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'gateway-ca') ?? null;
    if (url === undefined && caFile !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`gateway-ca` counts only together with `gateway`', { hint: 'name the gateway, `gateway: https://…`' });
    if (url !== undefined && local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--gateway` does not work together with `--local`', { hint: 'a gateway lets jobs in, by their OIDC token' });
    const file = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'subject-token-file');
    const type = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'subject-token-type', choices: ['jwt', 'id_token', 'saml2'] });
    if (url === undefined && file !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--subject-token-file` counts only together with `--gateway`', { hint: 'name the gateway, `--gateway https://…`' });
    return url === undefined ? null : { url, caFile, subject: file === undefined ? null : { file, type: type ?? 'jwt' } };
}

;// CONCATENATED MODULE: ./lib/commands/run.js
// SPDX-License-Identifier: Apache-2.0
//
// `run`: gives one command guarded access to production. Starts the gate as a process of its own, starts COMMAND with guarded
// endpoints only, seals the recording, and says how it went. Refuses to start COMMAND when anything before it failed (125).






/** Parses all inputs; `argv` is COMMAND. Throws INPUT_INVALID. */
function parseRunInputs(raw, argv, underCi) {
    const local = (0,verb/* flagInput */.tc)(raw, 'local');
    const policyFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'policy') ?? null;
    const gateway = parseGateway(raw, local);
    if (local && underCi)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
    if (policyFile !== null && !local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--policy` counts only together with `--local`', { hint: 'in CI the policy is read from the protected branch' });
    if (local && policyFile === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` needs `--policy FILE`', { hint: 'for example `--policy .ostiary/policy.yml`' });
    if (!local && !underCi && (gateway?.subject ?? null) === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: gateway === null ? 'in your own shell add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' : 'name the file that holds a token or a SAML assertion with `--subject-token-file`' });
    if (argv.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no command to run', { hint: underCi ? 'set the input `command`' : 'write it after `--`: `ostiary run … -- psql`' });
    const isolation = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'isolation', choices: ['user', 'none'] }) ?? 'user';
    return {
        request: {
            policyFile, local, gateway, resources: (0,verb/* listInput */.dt)(raw, 'resource'), sessionDir: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'session-dir') ?? null,
            audience: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'audience') ?? 'ostiary', command: argv,
            approval: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'approval') ?? null, proposers: (0,verb/* listInput */.dt)(raw, 'proposers').map(parseAccount), after: null, breakGlass: parseReason(raw, local),
        },
        env: (0,verb/* listInput */.dt)(raw, 'env').map(parseBinding),
        isolation,
        workspace: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'workspace', choices: ['copy', 'shared'] }) ?? (isolation === 'user' ? 'copy' : 'shared'),
        onRefusal: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'on-refusal', choices: ['fail', 'ignore'] }) ?? 'fail',
    };
}
/** `NAME=RESOURCE`; throws INPUT_INVALID. */
function parseBinding(item) {
    const at = item.indexOf('=');
    const name = item.slice(0, at);
    if (at < 1 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || at === item.length - 1) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`env\` has \`${item}\``, { hint: 'write NAME=RESOURCE, such as APP_DATABASE_URL=orders-db' });
    }
    return { name, resource: item.slice(at + 1) };
}
function parseReason(raw, local) {
    const reason = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'break-glass')?.trim() ?? '';
    if (reason === '')
        return null;
    if (local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`break-glass` does not work together with `--local`', { hint: 'it is for jobs with a forge that tells who started them, and tells somebody else' });
    if (!(0,core_reason/* isReason */.V)(reason))
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`break-glass\` has ${reason.length} characters, or some that are not seen`, { hint: `say in ${core_reason/* REASON */.r.min} to ${core_reason/* REASON */.r.max} characters why it can not wait` });
    return reason;
}
/** A numeric id of an account. Throws INPUT_INVALID. */
function parseAccount(item) {
    if (/^[1-9]\d{0,18}$/u.test(item))
        return item;
    throw new errors/* GateError */.ue('INPUT_INVALID', `input \`proposers\` has \`${item}\``, { hint: 'write numeric ids, one a line: `https://api.github.com/users/LOGIN` tells them' });
}
/** Runs the verb; resolves with the exit code of design.md, section 10. Never throws. */
async function run(raw, argv, deps) {
    let prepared;
    try {
        prepared = await prepare(raw, argv, deps);
    }
    catch (thrown) {
        deps.gate.kill();
        tellFailure(thrown, deps.host);
        deps.host.output('outcome', 'error');
        return errors/* EXIT */.dc.beforeStart;
    }
    return guarded(prepared, deps);
}
async function prepare(raw, argv, deps) {
    const { host } = deps;
    const inputs = parseRunInputs(raw, argv, host.kind !== 'shell');
    const started = await deps.gate.start(inputs.request);
    // For the step after this one, which keeps the recording.
    if (started.recording !== null)
        host.saveState('recording', started.recording);
    if (started.observeUntil !== null)
        host.annotate('warning', `the policy only observes until ${started.observeUntil}: nothing is refused`);
    const environment = (0,commands_environment/* childEnvironment */.Qc)({
        base: deps.environment, tokenVariables: host.tokenVariables, secretVariables: started.secretVariables,
        endpoints: started.endpoints, bindings: inputs.env, guide: await deps.writeGuide(started.guide),
    });
    const command = await deps.isolations[inputs.isolation].prepare({
        workspace: deps.workspace, mode: inputs.workspace, environment, sessionDir: started.sessionDir, closed: host.credentialFolders, secrets: host.tokenValues,
    });
    if (command.withheld.length > 0)
        host.log.warn(`left out of the command's copy, since they hold tokens of this job: ${command.withheld.map((path) => `\`${path}\``).join(', ')}`);
    return { inputs, started, command };
}
async function guarded({ inputs, started, command }, deps) {
    const { host, gate } = deps;
    const stop = new AbortController();
    let lost = null;
    void gate.lost.then((why) => {
        lost = why;
        stop.abort();
    });
    let code;
    let sealed = { allow: 0, review: 0, deny: 0, untold: [] };
    let patch = null;
    let fault = null;
    try {
        code = await host.quarantine(() => deps.execute(command, inputs.request.command, stop.signal));
        patch = await command.collect();
    }
    catch (thrown) {
        code = errors/* EXIT */.dc.fault;
        fault = thrown;
    }
    try {
        if (lost === null)
            sealed = await gate.seal(fault === null ? code : null, inputs.onRefusal);
        else {
            fault ??= new errors/* GateError */.ue('RECORD_FAILED', `the gate ended before the command did: ${String(lost)}`, { hint: 'the recording is incomplete; run again' });
            // Whatever the command ended with, it was without its database, or ended by us.
            code = errors/* EXIT */.dc.fault;
        }
    }
    catch (thrown) {
        fault ??= thrown;
    }
    finally {
        await command.dispose().catch((thrown) => host.log.warn(`the isolated workspace is left behind: ${(0,errors/* messageOf */.bD)(thrown)}`));
    }
    if (fault !== null)
        tellFailure(fault, host);
    for (const untold of sealed.untold)
        host.annotate('warning', untold);
    const outcome = outcomeOf({ code, sealed, onRefusal: inputs.onRefusal, faulty: fault !== null });
    await report({ outcome, started, sealed, patch }, host);
    return exitOf(outcome, code);
}
/** How a run went, from the command's code and the gate's counts. */
function outcomeOf(end) {
    if (end.faulty)
        return 'error';
    if (end.code !== 0)
        return 'failed';
    if (end.onRefusal === 'ignore')
        return 'ok';
    if (end.sealed.deny > 0)
        return 'denied';
    return end.sealed.review > 0 ? 'pending' : 'ok';
}
function exitOf(outcome, code) {
    switch (outcome) {
        case 'ok': return errors/* EXIT */.dc.done;
        case 'failed': return code;
        case 'denied': return errors/* EXIT */.dc.denied;
        case 'pending': return errors/* EXIT */.dc.pending;
        case 'error': return code === 0 ? errors/* EXIT */.dc.fault : code;
        default: return outcome;
    }
}
async function report(end, host) {
    const { outcome, started, sealed, patch } = end;
    const outputs = { outcome, session: started.recording ?? started.session, allowed: sealed.allow, reviewed: sealed.review, denied: sealed.deny, patch: patch ?? '' };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, String(value));
    host.log.info(`session ${started.session}: ${outcome}; allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; recording ${started.recording ?? 'at the gateway'}`);
    await host.summary(summaryOf(end));
}
function summaryOf({ outcome, started, sealed, patch }) {
    const resources = started.endpoints.map((endpoint) => `\`${endpoint.resource}\``).join(', ');
    return [
        `### Ostiary: ${outcome}`, '',
        '| session | resources | allowed | need review | denied |', '|---|---|---:|---:|---:|',
        `| \`${started.session}\` | ${resources} | ${sealed.allow} | ${sealed.review} | ${sealed.deny} |`, '',
        started.recording === null ? 'The recording is at the gateway, under the id of the session.' : `Recording: \`${started.recording}\`. Check it with \`ostiary session verify\`, read it with \`ostiary session replay\`.`,
        ...(patch === null ? [] : ['', `The command changed files: \`${patch}\` (not applied).`]), ...sealed.untold.flatMap((one) => ['', one]), '',
    ].join('\n');
}
function tellFailure(thrown, host) {
    const hint = thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    host.annotate('error', `${(0,errors/* messageOf */.bD)(thrown)}${hint}`);
}


/***/ }),

/***/ 26493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sessionArtifact),
/* harmony export */   y: () => (/* binding */ sessionArtifactSpec)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// `session-artifact`: verifies recordings, masks them once more, and hands them to the CI product to keep, with the story of each session on
// the job's page. Refuses to hand on what it can't verify, and never changes a recording where it lies.


/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const sessionArtifactSpec = {
    name: 'session-artifact',
    description: 'Verify recordings, mask them once more, and keep them as an artifact of the job.',
    inputs: [
        { name: 'session', description: 'A recording, `session.jsonl`, or a folder with sessions in it; several: one a line (the flag may be repeated). When empty: all sessions of this job.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'name', description: 'Name of the artifact. When empty: `ostiary-` and the id of the session, which no other job or attempt has.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'retention-days', description: 'How long the artifact is kept, 1 to 90 days. When empty: as the repository says.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'key', description: 'File of a public key (PEM) that you trust; several: one a line (the flag may be repeated). With keys or `trusted-root`, a recording that nobody you trust signed is refused.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'trusted-root', description: 'File of a trusted root of Sigstore, as `gh attestation trusted-root` writes it, for recordings signed without a key. Recordings of others are refused, as with `key`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'identity', description: 'Whose signature you expect with `trusted-root`: the name in the certificate (`*` within a segment, `**` across). When empty: on GitHub, the workflow of this job.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'issuer', description: 'Who says that it is them: the issuer of their token. When empty: on GitHub, that of this server.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'policy', description: 'File with a policy whose `detectors` mask, too. When empty: those of the policy that the session had, which lie beside its recording.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'out', description: 'Folder to put what is kept into. On GitHub: a fresh one, which is uploaded.', default: '', required: false, face: 'cli', kind: 'text' },
    ],
    outputs: [
        { name: 'artifact-id', description: 'Id of the artifact; empty where the CI product takes it from a folder.' },
        { name: 'artifact-url', description: 'Address of the artifact.' },
        { name: 'digest', description: 'SHA-256 of the artifact, or of the recording when the CI product takes it from a folder.' },
        { name: 'denied', description: 'Number of operations denied, over all sessions.' },
        { name: 'reviewed', description: 'Number of operations that needed a review, over all sessions.' },
    ],
};
/** Runs the verb; resolves with the exit code. Throws GateError when nothing was kept. */
async function sessionArtifact(raw, deps) {
    const { host } = deps;
    const inputs = parseInputs(raw);
    const recordings = await deps.find(inputs.sessions);
    if (recordings.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', 'there is no recording to keep', { hint: 'run a guarded step before, or name one: `session: path/to/session.jsonl`' });
    const judge = await deps.trusting(inputs.trust);
    const folder = await deps.folder(inputs.out);
    const keep = await deps.keeping(recordings, inputs.policy, folder);
    const kept = [];
    const refused = [];
    for (const recording of recordings) {
        const verdict = await judge(recording);
        if (isRefused(verdict, inputs.trust))
            refused.push({ source: recording, verdict });
        else
            kept.push(await keep(recording, verdict));
    }
    for (const { source, verdict } of refused)
        host.annotate('error', `the recording \`${source}\` is not kept: it is ${verdict.state}: ${verdict.explanation}`);
    for (const { source, verdict } of kept)
        if (verdict.state === 'incomplete')
            host.annotate('warning', `the recording \`${source}\` is incomplete: ${verdict.explanation}`);
    for (const { source, masked } of kept)
        if (total(masked) > 0)
            host.annotate('warning', `${total(masked)} values of \`${source}\` were masked once more (${Object.keys(masked).join(', ')}): the copy that is kept is not the file that was sealed`);
    for (const { source, verdict } of kept)
        if (verdict.state === 'signed')
            host.log.info(`the recording \`${source}\` is signed (${signerOf(verdict)})`);
    await host.summary(storyOf(kept, refused));
    tell(kept, host);
    if (kept.length > 0)
        await store({ kept, folder, inputs }, deps);
    if (deps.attest !== null)
        await attestAll(kept, deps.attest, host);
    return refused.length > 0 || kept.some(({ verdict }) => verdict.state === 'incomplete') ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.denied : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done;
}
function parseInputs(raw) {
    const days = (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, 'retention-days') ?? null;
    if (days !== null && (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > 90))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`retention-days\` is \`${days}\``, { hint: 'it takes a number of days from 1 to 90' });
    const name = (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, 'name') ?? null;
    // @see https://github.com/actions/toolkit/tree/main/packages/artifact: what no file system takes.
    if (name !== null && /["':<>|*?\r\n\\/]/.test(name))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`name\` is \`${name}\``, { hint: 'an artifact is not named with any of `" : < > | * ? \\ /`' });
    const text = (input) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, input) ?? null;
    const trust = { keys: (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .listInput */ .dt)(raw, 'key'), trustedRoot: text('trusted-root'), identity: text('identity'), issuer: text('issuer') };
    return { sessions: (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .listInput */ .dt)(raw, 'session'), name, retentionDays: days === null ? null : Number(days), trust, policy: text('policy'), out: text('out') };
}
function isRefused({ state }, { keys, trustedRoot }) {
    return state === 'altered' || ((keys.length > 0 || trustedRoot !== null) && state === 'unsigned');
}
/** Digits of a key's id that people are shown. */
const SHOWN_ID = 16;
// Names in certificates are shown as the certificate of a trusted authority has them; ids of keys are hexadecimal.
function signerOf({ signedBy, signedThrough }) {
    return signedThrough === 'keyless' ? `keyless, by ${signedBy ?? ''}` : `by the key ${(signedBy ?? '').slice(0, SHOWN_ID)}`;
}
function tell(kept, host) {
    const sum = (decision) => String(kept.reduce((count, { verdict }) => count + verdict.counts.operations[decision], 0));
    host.output('denied', sum('deny'));
    host.output('reviewed', sum('review'));
}
async function store({ kept, folder, inputs }, { host, artifacts }) {
    const files = kept.flatMap((session) => session.files);
    if (artifacts === null) {
        host.output('artifact-id', '');
        host.output('artifact-url', '');
        host.output('digest', kept[0]?.sha256 ?? '');
        host.log.info(`${files.length} files of ${kept.length} session${kept.length === 1 ? '' : 's'} are in \`${folder}\``);
        return;
    }
    const id = kept[0]?.verdict.header?.session ?? 'session';
    const artifact = await artifacts.upload({ name: inputs.name ?? `ostiary-${id}`, otherName: inputs.name === null ? null : `${inputs.name}-${id}`, folder, files, retentionDays: inputs.retentionDays });
    host.output('artifact-id', artifact.id);
    host.output('artifact-url', artifact.url ?? '');
    host.output('digest', artifact.sha256);
    host.log.info(`kept as the artifact \`${artifact.name}\`, ${artifact.id}, sha256 ${artifact.sha256}`);
}
// After the upload: what fails here costs an attestation, not a recording.
async function attestAll(kept, attest, host) {
    for (const { source, statement } of kept) {
        if (statement === null)
            host.annotate('warning', `the recording \`${source}\` is not attested: what is kept is not a whole recording as it was sealed`);
        else
            host.log.info(`the recording of ${statement.predicate.session} is attested: ${await attest(statement)}`);
    }
}
function total(counts) {
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
const MARKS = { ok: '✅', failed: '❌', denied: '⛔', pending: '⏳', error: '💥' };
// The job's page: what a person asks first, who did what and what was refused.
function storyOf(kept, refused) {
    const rows = kept.map(({ verdict, sha256 }) => {
        const { header, end, counts } = verdict;
        const { allow, review, deny } = counts.operations;
        const outcome = end === null ? '💥 cut off' : `${MARKS[end.outcome]} ${end.outcome}`;
        return `| ${code(header?.session ?? '?')} | ${cell(whoOf(header))} | ${cell(header?.resources.map(({ name }) => name).join(', ') ?? '')} | ${outcome} | ${allow} | ${review} | ${deny} | **${verdict.state}**${verdict.state === 'signed' ? ` (${cell(signerOf(verdict))})` : ''} | \`${sha256.slice(0, 12)}\` |`;
    });
    const parts = ['## Guarded sessions\n\n| session | who | resources | outcome | allowed | for review | denied | recording | sha256 |\n|---|---|---|---|---:|---:|---:|---|---|\n' + rows.join('\n')];
    const refusals = kept.flatMap((session) => session.refusals);
    if (refusals.length > 0) {
        parts.push(`### What was refused\n\n| decision | statement | rule | why |\n|---|---|---|---|\n${refusals.map(({ decision, statement, rules, reason }) => `| ${decision} | ${code(statement)} | ${code(rules.join(', '))} | ${cell(reason)} |`).join('\n')}`);
    }
    if (refused.length > 0)
        parts.push(`### Not kept\n\n${refused.map(({ source, verdict }) => `- ${code(source)}: **${verdict.state}**, ${cell(verdict.explanation)}`).join('\n')}`);
    parts.push('Check it yourself: `ostiary session verify session.jsonl`, read it: `ostiary session replay session.jsonl`.');
    return `${parts.join('\n\n')}\n`;
}
function whoOf(header) {
    if (header === null)
        return '?';
    const { names, subject } = header.principal;
    return [names.length > 0 ? names.join(', ') : subject, ...(header.prompter === null ? [] : [`for ${header.prompter}`])].join(' ');
}
const MAX_CELL = 300;
// What a recording holds is somebody's text: it must not become markup of the job's page.
function cell(text) {
    // Match "\n", "|", "<" and "`": what ends a cell or begins markup. Control and bidirectional characters are shown by their numbers.
    return text.slice(0, MAX_CELL).replace(/[\r\n\t]+/g, ' ').replace(/[\\|<>&`*_[\]!#~@]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
function code(text) {
    return `<code>${cell(text)}</code>`;
}


/***/ }),

/***/ 61557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _Z: () => (/* binding */ textInput),
/* harmony export */   dt: () => (/* binding */ listInput),
/* harmony export */   ij: () => (/* binding */ choiceInput),
/* harmony export */   tc: () => (/* binding */ flagInput)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What every verb declares: its inputs and outputs as a table that three faces must agree with (actions/, gitlab/, CLI flags; contract
// tests compare), and one function. All inputs are parsed before the first effect; an unknown or malformed one is an error.

/** A text input, or its default; undefined when both are empty. */
function textInput(raw, spec, name) {
    const value = raw[name] ?? specOf(spec, name).default;
    if (typeof value !== 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` takes one value`);
    return value === '' ? undefined : value;
}
/** A list input: repeated flags, or lines of a CI input. */
function listInput(raw, name) {
    const value = raw[name];
    if (value === undefined || typeof value === 'boolean')
        return [];
    const items = typeof value === 'string' ? value.split('\n') : value;
    return items.map((item) => item.trim()).filter((item) => item !== '');
}
/** A flag: present on the command line, or `true` in CI. */
function flagInput(raw, name) {
    const value = raw[name];
    if (value === undefined || value === '' || value === false || value === 'false')
        return false;
    if (value === true || value === 'true')
        return true;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` is \`${String(value)}\`, which is neither \`true\` nor \`false\``);
}
/** One of a closed set of words. */
function choiceInput(raw, spec, question) {
    const value = textInput(raw, spec, question.name);
    if (value === undefined)
        return undefined;
    const found = question.choices.find((choice) => choice === value);
    if (found === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${question.name}\` is \`${value}\``, { hint: `it takes one of: ${question.choices.join(', ')}` });
    }
    return found;
}
function specOf(spec, name) {
    const found = spec.inputs.find((input) => input.name === name);
    if (found === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${spec.name}\` has no input \`${name}\``);
    return found;
}


/***/ }),

/***/ 33413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ taggedDigest),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   oA: () => (/* binding */ textDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// RFC 8785 canonical JSON and the house's tagged digests. Refuses what has no canonical form (undefined, NaN, lone surrogates).


/** RFC 8785 JSON of a JSON-shaped value. Throws `INTERNAL` on anything else. @see https://www.rfc-editor.org/rfc/rfc8785 */
function canonicalJson(value) {
    if (value === null || typeof value === 'boolean')
        return JSON.stringify(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return JSON.stringify(value);
    if (typeof value === 'string' && value.isWellFormed())
        return JSON.stringify(value);
    // Plain loops: every operation of a change comes through here.
    if (Array.isArray(value)) {
        let items = '';
        for (const item of value)
            items += `${items === '' ? '' : ','}${canonicalJson(item)}`;
        return `[${items}]`;
    }
    if (typeof value === 'object' && isPlain(value)) {
        let members = '';
        // Without a function, `sort` goes by UTF-16 code units, as the RFC does.
        for (const key of Object.keys(value).sort())
            members += `${members === '' ? '' : ','}${canonicalJson(key)}:${canonicalJson(value[key])}`;
        return `{${members}}`;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INTERNAL', `a ${typeof value} has no canonical JSON form`);
}
/** `sha256(tag, 0x0A, RFC 8785 JSON)` in hex: design.md, section 12. */
function taggedDigest(tag, value) {
    return textDigest(tag, canonicalJson(value));
}
/** The same of what is canonical JSON already. */
function textDigest(tag, json) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${tag}\n${json}`, 'utf8').digest('hex');
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}


/***/ }),

/***/ 21308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ canonicalName)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What the gate knows about a database's schema, as a value. Read by the proxy on a connection of our own, used by
// parse (names, lineage) and mask (protected columns). Refuses to hold data: names, types and definitions only.
/** The name under which relations are keyed. Names hold no dots in practice; a dot inside one makes it unmatchable, not ambiguous. */
function canonicalName(schema, name) {
    return `${escapeDots(schema)}.${escapeDots(name)}`;
}
function escapeDots(part) {
    return part.includes('.') || part.includes('"') ? `"${part.replaceAll('"', '""')}"` : part;
}


/***/ }),

/***/ 11918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ LIMIT_KINDS),
/* harmony export */   YV: () => (/* binding */ writeChangeSet),
/* harmony export */   ZT: () => (/* binding */ changeSetDigest)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(33413);
// SPDX-License-Identifier: Apache-2.0
//
// A change set as a file: the operations that a program performed on a scratch database, exactly, in their order, ready to be judged and
// approved for production. Fields are never renamed; docs/schema/changeset-v1.json is their JSON Schema. Refuses to hold what a parser can say:
// whoever reads it reads the bytes again (check/captured.ts).

/**
 * - `copy-data`: it copies rows in, of which only a digest is here.
 * - `reads-data`: it gives rows to the program, which scratch has not: what came after may have been other statements.
 * - `unread-code`: it runs code that nobody has read.
 * - `failed`: the scratch server refused it, so it is no operation here; production may take it.
 * - `refused`: the gate could not read it, so nobody ran it.
 * - `unfinished`: its end was not seen.
 */
const LIMIT_KINDS = ['copy-data', 'reads-data', 'unread-code', 'failed', 'refused', 'unfinished'];
/** Hex SHA-256, `ostiary-changeset-v1`: files with their content, and the digests of operations in order. A capture has no files. */
function changeSetDigest(files, operations) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .taggedDigest */ .Dt)('ostiary-changeset-v1', { files: files.map(({ path, from, status, mode, sha256 }) => ({ path, from, status, mode, sha256 })), operations: [...operations] });
}
/** As a file: JSON with a line for each operation, so that findings have lines to stand at. */
function writeChangeSet(set) {
    const entries = Object.entries(set).map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) && typeof value[0] === 'object' ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]` : JSON.stringify(value)}`);
    return `{\n${entries.join(',\n')}\n}\n`;
}


/***/ }),

/***/ 75664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ newProofKey),
/* harmony export */   Gr: () => (/* binding */ verifyProof),
/* harmony export */   Qs: () => (/* binding */ ProofMemory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(66613);
// SPDX-License-Identifier: Apache-2.0
//
// Proof of possession (DPoP) for the gateway's API: the half that signs, for the job, and the half that verifies, for the gateway, so that
// the two can't differ. Refuses what it does not know: algorithms, private keys in a proof, members named twice, proofs of other requests.
// @see https://www.rfc-editor.org/rfc/rfc9449



/** Source: our own proofs have 450 characters; an ES256 one with long URLs twice as many. */
const MAX_PROOF_CHARS = 4096;
/** How far the clocks of a job and of the gateway may disagree; also how long a proof's id is remembered, twice over. */
const WINDOW_SECONDS = 120;
/** Proofs remembered within that time; a proof more is refused, never forgotten early. */
const MAX_REMEMBERED = 200_000;
const MAX_ID_CHARS = 128;
/** A fresh Ed25519 key. */
function newProofKey(runtime) {
    const { privateKey, publicKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const { x } = publicKey.export({ format: 'jwk' });
    const jwk = { kty: 'OKP', crv: 'Ed25519', x };
    const header = encoded({ typ: 'dpop+jwt', alg: 'EdDSA', jwk });
    return {
        thumbprint: thumbprintOf(jwk) ?? '',
        prove({ method, url, token }) {
            const claims = { jti: runtime.random(16).toString('base64url'), htm: method, htu: withoutQuery(url), iat: Math.floor(runtime.now() / 1000), ath: hashOf(token) };
            const input = `${header}.${encoded(claims)}`;
            return `${input}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.from(input), privateKey).toString('base64url')}`;
        },
    };
}
/**
 * Verifies the header `DPoP` of a request. Throws IDENTITY_UNTRUSTED. Not yet claimed: verify the token that it is for, then
 * `ProofMemory.claim` it, so that strangers can't fill the memory.
 */
function verifyProof(proof, request, runtime) {
    if (proof === undefined || proof === '')
        throw refused('the request has no `DPoP` header', 'send a proof (RFC 9449) made with the key of this job');
    const [header = '', payload = '', signature = '', ...more] = proof.length > MAX_PROOF_CHARS ? [] : proof.split('.');
    const head = decoded(header);
    const claims = decoded(payload);
    if (head === null || claims === null || signature === '' || more.length > 0)
        throw refused('what the header `DPoP` holds is no proof', 'send one signed JWT of type `dpop+jwt`');
    const { thumbprint, verified } = checkSignature(head, `${header}.${payload}`, signature);
    if (!verified)
        throw refused('the proof is not signed by the key that it names', 'sign it with the private half of its `jwk`');
    checkRequest(claims, request);
    const { iat, jti } = claims;
    if (typeof jti !== 'string' || jti === '' || jti.length > MAX_ID_CHARS)
        throw refused('the proof has no id (`jti`)', `give each proof an id of its own, up to ${MAX_ID_CHARS} characters`);
    if (typeof iat !== 'number' || !(Math.abs(runtime.now() / 1000 - iat) <= WINDOW_SECONDS))
        throw refused(`the proof was not made within the last ${WINDOW_SECONDS} s`, "make one for each request, and compare this machine's clock with the gateway's");
    return { thumbprint, id: jti, issuedAt: iat * 1000 };
}
/** Remembers which proofs were used. Bounded: when it is full, new ones are refused. */
class ProofMemory {
    #runtime;
    #max;
    /** When each may be forgotten, in the order of use; all are kept equally long, so the oldest come first. */
    #used = new Map();
    constructor(runtime, max = MAX_REMEMBERED) {
        this.#runtime = runtime;
        this.#max = max;
    }
    /** Uses up a proof. Throws IDENTITY_UNTRUSTED the second time, LIMIT_EXCEEDED when too many are remembered. */
    claim(proof) {
        const now = this.#runtime.monotonicMs();
        for (const [used, until] of this.#used) {
            if (until > now)
                break;
            this.#used.delete(used);
        }
        const name = `${proof.thumbprint} ${proof.id}`;
        if (this.#used.has(name))
            throw refused('the proof was used before', 'make a new one for each request, also when it is tried again');
        if (this.#used.size >= this.#max)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('LIMIT_EXCEEDED', 'too many requests within a short time', { hint: `try again in ${WINDOW_SECONDS} s` });
        this.#used.set(name, now + 2 * WINDOW_SECONDS * 1000);
    }
}
function checkSignature(head, input, signature) {
    const strange = Object.keys(head).find((name) => !['typ', 'alg', 'jwk'].includes(name));
    if (head['typ'] !== 'dpop+jwt' || strange !== undefined)
        throw refused('what the header `DPoP` holds is not of type `dpop+jwt`', 'its header has `typ`, `alg` and `jwk`, and nothing else');
    const jwk = head['jwk'];
    const thumbprint = typeof jwk === 'object' && jwk !== null ? thumbprintOf(jwk) : null;
    const curve = thumbprint === null ? null : jwk.crv;
    const { alg } = head;
    if (thumbprint === null || !(curve === 'P-256' ? alg === 'ES256' : alg === 'EdDSA' || alg === 'Ed25519')) {
        throw refused('the proof is not made with a key that is taken here', 'sign with `EdDSA` (Ed25519) or `ES256` (P-256), and put only the public half into `jwk`');
    }
    const key = publicKey(jwk);
    const bytes = Buffer.from(signature, 'base64url');
    const verified = key !== null && (curve === 'P-256' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }, bytes) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.from(input), key, bytes));
    return { thumbprint, verified };
}
function checkRequest(claims, { method, url, token }) {
    if (claims['htm'] !== method)
        throw refused('the proof is for another method (`htm`)', `make one for \`${method}\``);
    if (claims['htu'] !== withoutQuery(url))
        throw refused('the proof is for another address (`htu`)', `make one for \`${withoutQuery(url)}\`, the address of the gateway as its operator wrote it`);
    if (claims['ath'] !== hashOf(token))
        throw refused('the proof is for another token (`ath`)', 'make one with the SHA-256 of the very token that is sent with it');
}
function publicKey(jwk) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' });
    }
    catch {
        return null;
    }
}
// The members that RFC 7638 names, in its order; null when it is no public key of a kind that is taken, or holds more than that.
function thumbprintOf(jwk) {
    const members = jwk['kty'] === 'OKP' && jwk['crv'] === 'Ed25519' ? ['crv', 'kty', 'x'] : jwk['kty'] === 'EC' && jwk['crv'] === 'P-256' ? ['crv', 'kty', 'x', 'y'] : null;
    if (members === null || Object.keys(jwk).some((name) => !members.includes(name) && !['alg', 'use', 'kid'].includes(name)))
        return null;
    // Canonical base64url only: one key has one thumbprint.
    if (!['x', ...(members.includes('y') ? ['y'] : [])].every((name) => canonical(jwk[name], 32)))
        return null;
    return hashOf(JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]]))));
}
function canonical(text, bytes) {
    if (typeof text !== 'string')
        return false;
    const read = Buffer.from(text, 'base64url');
    return read.length === bytes && read.toString('base64url') === text;
}
function withoutQuery(url) {
    const cut = url.search(/[?#]/u);
    return cut === -1 ? url : url.slice(0, cut);
}
function hashOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64url');
}
function encoded(value) {
    return Buffer.from(JSON.stringify(value)).toString('base64url');
}
function decoded(part) {
    const bytes = Buffer.from(part, 'base64url');
    return bytes.toString('base64url') === part ? (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readObject */ .A)(bytes) : null;
}
function refused(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('IDENTITY_UNTRUSTED', message, { hint });
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   ue: () => (/* binding */ GateError)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The one error class of the house. Rooms throw it deep; the doors (main/, one per connection in proxy/) catch once.
// Refuses to carry secrets: messages quote what the user typed, never a value read from a vault or a wire.
/**
 * A failure that says what to do about it.
 *
 * `message`: lower-case start, one line, no final period, user input in backticks. `hint`: the next step, same style.
 */
class GateError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'GateError';
        this.code = code;
        this.hint = options.hint;
    }
}
/** The message of anything thrown, on one line; never a stack. */
function messageOf(thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    return text.replace(/\s*\n\s*/g, ' ').trim();
}
/** Exit codes of design.md, section 10. @see docs/exit-codes.md */
const EXIT = { done: 0, denied: 1, badInput: 2, pending: 3, fault: 4, beforeStart: 125 };
/** The exit code that a failure of each kind ends with. */
function exitCodeOf(thrown) {
    if (!(thrown instanceof GateError))
        return EXIT.fault;
    switch (thrown.code) {
        case 'DENIED':
        case 'RECORD_ALTERED':
            return EXIT.denied;
        case 'APPROVAL_PENDING':
            return EXIT.pending;
        case 'INPUT_INVALID':
        case 'POLICY_INVALID':
        case 'IDENTITY_UNTRUSTED':
        case 'PARSE_LIMIT':
            return EXIT.badInput;
        default:
            return EXIT.fault;
    }
}


/***/ }),

/***/ 80029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ compileGlob),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   tI: () => (/* binding */ compileGlobs)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The only pattern language of policies: `*` any run of characters within a segment, `**` across segments, `?` one character.
// Time is text times pattern at worst, never exponential; no regular expressions. Refuses nothing: every string is a valid glob.
/**
 * Compiles a glob once. `separator` is what `*` and `?` do not cross: `.` for names, `/` for paths, none when empty.
 *
 * `public.*` matches `public.a`, not `public.a.b`. A `**` that is a whole segment stands for any number of segments, none included:
 * with `.`, `a.**.b` matches `a.b` and `a.x.y.b`, not `a.xb`. `onStep` is called for each unit of work; tests count with it.
 */
function compileGlob(pattern, separator = '', onStep) {
    if (!isGlob(pattern))
        return (text) => text === pattern;
    if (pattern === '**' || (pattern === '*' && separator === ''))
        return () => true;
    const tokens = tokenize([...pattern], separator);
    if (onStep !== undefined)
        return (text) => matchTokens(tokens, text, { separator, onStep });
    return singleRun(tokens, separator) ?? fenced(tokens, (text) => matchTokens(tokens, text, { separator, onStep }));
}
/** Compiles several globs into one that any of them makes true: the plain ones are one look. */
function compileGlobs(patterns, separator = '') {
    const [only] = patterns;
    if (patterns.length === 1 && only !== undefined)
        return compileGlob(only, separator);
    const plain = new Set(patterns.filter((pattern) => !isGlob(pattern)));
    const globs = patterns.filter(isGlob).map((pattern) => compileGlob(pattern, separator));
    return (text) => plain.has(text) || globs.some((glob) => glob(text));
}
/** True when a pattern has a wildcard in it. */
function isGlob(pattern) {
    return pattern.includes('*') || pattern.includes('?');
}
function tokenize(pattern, separator) {
    const tokens = [];
    let at = 0;
    while (at < pattern.length) {
        const char = pattern[at];
        let stars = 0;
        while (pattern[at + stars] === '*')
            stars += 1;
        if (stars === 0) {
            tokens.push(char === '?' ? { kind: 'one' } : { kind: 'literal', text: char });
            at += 1;
            continue;
        }
        const startsSegment = at === 0 || pattern[at - 1] === separator;
        at += stars;
        if (stars > 1 && separator !== '' && startsSegment && pattern[at] === separator) {
            tokens.push({ kind: 'segments' }, { kind: 'inside' });
            at += 1;
        }
        else {
            tokens.push({ kind: 'run', across: stars > 1 || separator === '' });
        }
    }
    return tokens;
}
// Most patterns are `prefix*suffix`: two comparisons instead of a walk.
function singleRun(tokens, separator) {
    const at = tokens.findIndex((token) => token.kind !== 'literal');
    const run = tokens[at];
    if (run?.kind !== 'run' || tokens.slice(at + 1).some((token) => token.kind !== 'literal'))
        return null;
    const prefix = literal(tokens.slice(0, at));
    const suffix = literal(tokens.slice(at + 1));
    return (text) => text.length >= prefix.length + suffix.length &&
        text.startsWith(prefix) &&
        text.endsWith(suffix) &&
        (run.across || !text.slice(prefix.length, text.length - suffix.length).includes(separator));
}
// What does not begin and end as the pattern does needs no walk.
function fenced(tokens, walk) {
    const first = tokens.findIndex((token) => token.kind !== 'literal');
    const last = tokens.findLastIndex((token) => token.kind !== 'literal');
    const [prefix, suffix] = [literal(tokens.slice(0, first)), literal(tokens.slice(last + 1))];
    return (text) => text.startsWith(prefix) && text.endsWith(suffix) && walk(text);
}
// Only ever given literals.
function literal(tokens) {
    return tokens.map((token) => token.text).join('');
}
// INVARIANT: the positions that are live at once are a set, so each character costs at most one step a token.
function matchTokens(tokens, text, { separator, onStep }) {
    let live = new Set();
    enter(tokens, 0, live);
    for (const char of text) {
        const next = new Set();
        for (const at of live) {
            onStep?.();
            const token = tokens[at];
            if (token !== undefined)
                for (const position of advance(token, at, { char, separates: char === separator }))
                    enter(tokens, position, next);
        }
        if (next.size === 0)
            return false;
        live = next;
    }
    return live.has(tokens.length);
}
const NOWHERE = [];
// Where a token goes on one character.
function advance(token, at, { char, separates }) {
    switch (token.kind) {
        case 'literal':
            return token.text === char ? [at + 1] : NOWHERE;
        case 'one':
            return separates ? NOWHERE : [at + 1];
        case 'run':
            return separates && !token.across ? NOWHERE : [at];
        case 'segments':
            return [separates ? at : at + 1];
        case 'inside':
            return [separates ? at - 1 : at];
    }
}
// A position together with those that are reached from it without a character.
function enter(tokens, start, live) {
    let at = start;
    while (!live.has(at)) {
        live.add(at);
        const kind = tokens[at]?.kind;
        if (kind === 'run')
            at += 1;
        else if (kind === 'segments')
            at += 2;
        else
            return;
    }
}


/***/ }),

/***/ 62151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ sendDocument),
/* harmony export */   HG: () => (/* binding */ trustworthyUrl),
/* harmony export */   YE: () => (/* binding */ getDocument),
/* harmony export */   cW: () => (/* binding */ isLoopbackHost),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export isMetadataHost */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _https_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(41490);
// SPDX-License-Identifier: Apache-2.0
//
// Asks an HTTPS service for a small document: limited in size and time, polite when told to wait. Refuses redirects (they would carry
// credentials elsewhere), plain HTTP away from loopback, addresses where machines keep their own secrets, and proxies: it goes where the
// URL says.


const ATTEMPTS = 4;
/** One attempt, from connecting to the last byte. */
const ATTEMPT_MS = 10_000;
/** All attempts and the waiting between them; a CI step that takes longer to start looks hung. */
const TOTAL_MS = 40_000;
/** Longest wait that we accept when a service asks for one. */
const MAX_WAIT_MS = 20_000;
const FIRST_WAIT_MS = 250;
/** Responses with these statuses may not have a body. @see https://fetch.spec.whatwg.org/#null-body-status */
const NULL_BODY = new Set([101, 204, 205, 304]);
/**
 * The answer to a request, whatever its status, body in memory. Network errors, 5xx and rate limits are tried again, `Retry-After` obeyed.
 * Throws UPSTREAM_FAILED when there is no answer, LIMIT_EXCEEDED when it is too large.
 */
function getDocument(request, runtime) {
    return askDocument({ method: 'GET', ...request }, runtime);
}
/** The same for requests that change something or carry a body. */
function sendDocument(request, runtime) {
    return askDocument(request, runtime);
}
/** One request and its answer, whatever its status; never repeated here. Throws UPSTREAM_FAILED when there is no answer, LIMIT_EXCEEDED. */
async function exchange(request, runtime) {
    const url = trustworthyUrl(request.url);
    try {
        return await once(url, request, runtime);
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue)
            throw thrown;
        throw unreachable(url, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown));
    }
}
function unreachable(url, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', `\`${url.origin}\` can not be reached: ${why}`, { hint: 'is it up, and may this machine connect to it? proxies are not used' });
}
async function askDocument(request, runtime) {
    const url = trustworthyUrl(request.url);
    const end = runtime.monotonicMs() + TOTAL_MS;
    for (let attempt = 1;; attempt += 1) {
        const last = attempt === ATTEMPTS;
        const answer = await once(url, request, runtime).catch((thrown) => {
            if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue)
                throw thrown;
            // `fetch failed` is no reason; what caused it is.
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown?.cause ?? thrown);
        });
        const wait = typeof answer === 'string' ? backOff(attempt, runtime) : await askedToWait(answer, attempt, runtime);
        if (wait === null && typeof answer !== 'string')
            return answer;
        if (last || wait === null || wait > MAX_WAIT_MS || runtime.monotonicMs() + wait > end) {
            if (typeof answer !== 'string')
                return answer;
            throw unreachable(url, answer);
        }
        await pause(wait, runtime);
    }
}
/** A URL that credentials may be sent to: https, or http on loopback; no user in it, no metadata service behind it. Throws INPUT_INVALID. */
function trustworthyUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const secure = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)));
    if (!secure || url.username !== '' || url.password !== '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `\`${text.slice(0, 200)}\` is not an address to trust`, { hint: 'it has to begin with `https://` (`http://` is for loopback only), without a user' });
    }
    if (isMetadataHost(url.hostname)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `\`${url.host}\` is where a machine keeps secrets of its own`, { hint: 'nothing of ours has any business there: write the address of the service itself' });
    }
    return url;
}
/** Names and addresses of metadata services outside the link-local ranges: Google, AWS over IPv6, Azure's wire server, Alibaba, Oracle. */
const METADATA = new Set(['metadata', 'metadata.google.internal', 'instance-data', '[fd00:ec2::254]', '[fd20:ce::254]', '168.63.129.16', '100.100.100.200', '192.0.0.192']);
/** A link-local address (169.254.0.0/16, fe80::/10, mapped or not) or a known metadata service, as `URL.hostname` writes them. */
function isMetadataHost(hostname) {
    const bare = hostname.replace(/\.$/u, '');
    return METADATA.has(bare) || /^169\.254\.\d{1,3}\.\d{1,3}$/u.test(bare) || /^\[fe[89ab][0-9a-f]:/u.test(bare) || /^\[::ffff:a9fe:[0-9a-f]{1,4}\]$/u.test(bare);
}
/** `localhost`, 127.0.0.0/8 or ::1, as `URL.hostname` writes them. */
function isLoopbackHost(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(hostname);
}
async function once(url, request, runtime) {
    const stop = new AbortController();
    const cancel = () => stop.abort(new Error('cancelled'));
    request.signal?.addEventListener('abort', cancel);
    if (request.signal?.aborted === true)
        cancel();
    const timer = runtime.after(ATTEMPT_MS, () => stop.abort(new Error(`no answer within ${ATTEMPT_MS / 1000} s`)));
    try {
        const headers = { ...(typeof request.headers === 'function' ? request.headers() : request.headers) };
        const response = await send(url, { ...request, headers }, { runtime, signal: stop.signal });
        if (response.status >= 300 && response.status < 400 && response.status !== 304) {
            await response.body?.cancel();
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', `\`${url.origin}${url.pathname}\` sends us elsewhere (status ${response.status}), and redirects are not followed`, { hint: 'use the address that it has now' });
        }
        const body = await limitedBody(response, url, request.maxBytes);
        return new Response(NULL_BODY.has(response.status) ? null : body, { status: response.status, headers: plainHeaders(response.headers) });
    }
    finally {
        timer.cancel();
        request.signal?.removeEventListener('abort', cancel);
    }
}
function send(url, { method, headers, body, ca }, { runtime, signal }) {
    if (ca !== undefined && url.protocol === 'https:')
        return (0,_https_js__WEBPACK_IMPORTED_MODULE_1__/* .fetchTrusting */ .Z)(url.href, { method, headers, body: body ?? null, ca, signal });
    const sent = typeof body === 'string' || body === undefined ? body : new Uint8Array(body);
    return runtime.fetch(url.href, { method, headers, ...(sent === undefined ? {} : { body: sent }), redirect: 'manual', signal });
}
async function limitedBody(response, url, maxBytes) {
    const parts = [];
    let size = 0;
    for await (const part of response.body ?? []) {
        size += part.byteLength;
        if (size > maxBytes)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${url.origin}${url.pathname}\` answers with more than ${maxBytes} bytes`, { hint: 'that is not the document that was asked for' });
        parts.push(part);
    }
    return new Uint8Array(Buffer.concat(parts));
}
// The body is here decoded and whole; what described its transport is no longer true.
function plainHeaders(headers) {
    const plain = new Headers(headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding'])
        plain.delete(name);
    return plain;
}
// Null: the answer is final. GitHub says its rate limits with 403 or 429 and one of three headers.
async function askedToWait(response, attempt, runtime) {
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    const exhausted = response.headers.get('x-ratelimit-remaining') === '0';
    const limited = response.status === 429 || (response.status === 403 && (Number.isFinite(retryAfter) || exhausted || /secondary rate limit/iu.test(await response.clone().text())));
    if (!limited && (response.status < 500 || response.status === 501))
        return null;
    if (Number.isFinite(retryAfter))
        return Math.max(0, retryAfter) * 1000;
    const reset = Number(response.headers.get('x-ratelimit-reset') ?? NaN);
    if (limited && exhausted && Number.isFinite(reset))
        return Math.max(0, reset * 1000 - runtime.now()) + 1000;
    return backOff(attempt, runtime);
}
// 250 ms, 1 s, 4 s, each up to half as much again, so that many jobs do not come back at once.
function backOff(attempt, runtime) {
    return FIRST_WAIT_MS * 4 ** (attempt - 1) * (1 + runtime.random(1).readUInt8() / 512);
}
function pause(milliseconds, runtime) {
    return new Promise((resolve) => {
        runtime.after(milliseconds, resolve);
    });
}


/***/ }),

/***/ 41490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ fetchTrusting)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(44708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(57075);
// SPDX-License-Identifier: Apache-2.0
//
// One HTTPS request to a server whose certificate an authority of one's own has signed: what `fetch` can't be told in Node 20. Trusts that
// authority alone; refuses to follow redirects, to reuse connections and to look at proxy variables.


/** The answer, its body still to be read. Rejects with what Node says when there is none. */
function fetchTrusting(url, init) {
    return new Promise((resolve, reject) => {
        const length = init.body === null ? {} : { 'content-length': String(Buffer.byteLength(init.body)) };
        const request = (0,node_https__WEBPACK_IMPORTED_MODULE_0__.request)(url, { method: init.method, headers: { ...init.headers, ...length }, ca: init.ca, agent: false, minVersion: 'TLSv1.2', ...(init.signal === null ? {} : { signal: init.signal }) });
        request.once('error', (error) => reject(init.signal?.aborted === true && init.signal.reason instanceof Error ? init.signal.reason : error));
        request.once('response', (message) => {
            const headers = new Headers();
            for (let at = 0; at + 1 < message.rawHeaders.length; at += 2)
                headers.append(message.rawHeaders[at], message.rawHeaders[at + 1]);
            const status = message.statusCode ?? 500;
            const bare = status === 204 || status === 205 || status === 304;
            if (bare)
                message.resume();
            resolve(new Response(bare ? null : node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.toWeb(message), { status, headers }));
        });
        request.end(init.body ?? undefined);
    });
}


/***/ }),

/***/ 38869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ MIGRATION_TOOLS),
/* harmony export */   l: () => (/* binding */ MIGRATION_TOOL_NAMES)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The migration tools that `changes[].tool` can name, and what each keeps of its own in a database: which migrations ran, who is at it,
// how its session is set. One table for everybody: the gate allows a tool its own book-keeping by it (policy/bookkeeping.ts), and `plan`
// sets that apart from what the migrations do. Refuses to list what a tool does not send by itself.
const LOCKS = ['pg_catalog.pg_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
const TRY_LOCKS = ['pg_catalog.pg_try_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
/** How a version table is made, read, added to and, when something is undone, taken from. */
const KEPT = ['CREATE TABLE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'];
function tool(relations, more = {}) {
    const { also = [], ...rest } = more;
    return { books: relations.map((relation) => ({ relation, statements: [...KEPT, ...also] })), schemas: [], functions: [], settings: [], ...rest };
}
/** By name. `psql` stands for plain files that are run one by one, in the order of their names. */
const MIGRATION_TOOLS = {
    psql: tool([]),
    alembic: tool(['alembic_version']),
    dbmate: tool(['schema_migrations'], { functions: TRY_LOCKS }),
    django: {
        ...tool(['django_migrations'], { settings: ['constraints'] }),
        // The two below are tables of applications, made by their migrations; Django fills them in after it has migrated.
        books: [{ relation: 'django_migrations', statements: KEPT }, { relation: 'django_content_type', statements: ['SELECT', 'INSERT'] }, { relation: 'auth_permission', statements: ['SELECT', 'INSERT'] }],
    },
    drizzle: tool(['drizzle.__drizzle_migrations'], { schemas: ['drizzle'] }),
    flyway: tool(['flyway_schema_history'], {
        also: ['ALTER TABLE', 'CREATE INDEX', 'LOCK TABLE'], functions: ['pg_catalog.pg_try_advisory_xact_lock', ...TRY_LOCKS], settings: ['search_path', 'role'],
    }),
    // It writes down where it is by emptying its table first.
    'golang-migrate': tool(['schema_migrations'], { also: ['TRUNCATE TABLE'], functions: LOCKS }),
    goose: tool(['goose_db_version'], { functions: TRY_LOCKS }),
    'node-pg-migrate': tool(['pgmigrations'], { functions: TRY_LOCKS, settings: ['search_path'] }),
    prisma: tool(['_prisma_migrations'], { functions: LOCKS }),
    rails: tool(['schema_migrations', 'ar_internal_metadata'], { functions: TRY_LOCKS, settings: ['client_min_messages', 'standard_conforming_strings', 'intervalstyle', 'timezone'] }),
    sqitch: tool(['sqitch.changes', 'sqitch.dependencies', 'sqitch.events', 'sqitch.projects', 'sqitch.releases', 'sqitch.tags'], {
        also: ['COMMENT', 'LOCK TABLE'], schemas: ['sqitch'], functions: TRY_LOCKS, settings: ['client_min_messages', 'search_path'],
    }),
    typeorm: tool(['migrations', 'typeorm_metadata']),
};
/** Names for `changes[].tool`. */
const MIGRATION_TOOL_NAMES = Object.keys(MIGRATION_TOOLS);


/***/ }),

/***/ 10035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ listedDigest),
/* harmony export */   x: () => (/* binding */ operationDigest)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(33413);
// SPDX-License-Identifier: Apache-2.0
//
// The operation digest, v1 (design.md, sections 7 and 12): what an approval is bound to, and what a change set is made of.

/** Hex SHA-256. Two operations have the same digest exactly when the same bytes are asked of the same target under the same settings. */
function operationDigest(operation) {
    return digestOf({ ...identity(operation), bytes: operation.facts.text });
}
/** The same digest for an operation as a manifest holds it. */
function listedDigest(operation) {
    return digestOf({ ...identity(operation), bytes: operation.bytes });
}
// A copy, field by field: an operation may compute its parameters when asked.
function identity({ kind, resource, parameters, data, settings }) {
    return { kind, resource, parameters, data, settings };
}
// Written out, member by member in the order of RFC 8785: a change has thousands of operations. A test compares it with `canonicalJson`.
function digestOf({ kind, resource, bytes, parameters, data, settings }) {
    const bound = parameters.length === 0 ? '[]' : (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(parameters.map(({ type, format, value }) => ({ type, format, value })));
    const place = `{"name":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(resource.name)},"target":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(resource.target)}}`;
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .textDigest */ .oA)('ostiary-operation-v1', `{"bytes":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(bytes)},"data":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(data)},"kind":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(kind)},"parameters":${bound},"resource":${place},"settings":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)({ ...settings })}}`);
}


/***/ }),

/***/ 21771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Runs a program to its end and collects what it printed. Refuses a shell: programs and arguments only, with the environment given
// in full by the caller.

/** Output kept of a program; more is a fault, since all callers expect little. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Between asking a program to end and ending it. */
const GRACE_MS = 2_000;
/** Runs it; throws INTERNAL when it can't be started, LIMIT_EXCEEDED when it prints too much or takes too long. */
function runProgram(request, runtime) {
    return new Promise((resolve, reject) => {
        const child = runtime.spawn(request.file, request.args, {
            cwd: request.cwd, env: request.environment, stdio: ['pipe', 'pipe', 'pipe'], ...request.owner,
        });
        const out = [];
        const err = [];
        let size = 0;
        const keep = (into) => (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT_BYTES) {
                child.kill('SIGKILL');
                reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` printed more than ${MAX_OUTPUT_BYTES} bytes`));
            }
            else
                into.push(chunk);
        };
        child.stdout?.on('data', keep(out));
        child.stderr?.on('data', keep(err));
        child.once('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${request.file}\` can not be started: ${error.message}`, { cause: error })));
        const timer = request.deadlineMs === undefined ? null : runtime.after(request.deadlineMs, () => {
            child.kill('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
            child.once('close', () => kill.cancel());
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` did not end within ${(request.deadlineMs ?? 0) / 1000} s`));
        });
        child.once('close', (code) => {
            timer?.cancel();
            resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') });
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(request.input ?? '');
    });
}


/***/ }),

/***/ 12051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isReason),
/* harmony export */   r: () => (/* binding */ REASON)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The reason for breaking the glass, as a person writes it: whoever reviews it afterwards has only this to go by. Refuses what is shorter than
// a sentence, longer than anybody reads, or holds characters that are not seen.
/** In characters. */
const REASON = { min: 10, max: 500 };
/** Whether a text can be a reason; spaces around it are taken away before. */
function isReason(text) {
    // Hits control characters but line breaks and tabs, and those that turn or hide text.
    return text === text.trim() && text.length >= REASON.min && text.length <= REASON.max && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text);
}


/***/ }),

/***/ 56371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ stayAwake),
/* harmony export */   gh: () => (/* binding */ systemRuntime),
/* harmony export */   hI: () => (/* binding */ stayAlive)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(77598);
// SPDX-License-Identifier: Apache-2.0
//
// The world, as a parameter: clock, randomness, timers, fetch and child processes. Everything else takes a `Runtime`, so that the
// same seed gives the same output. Only this file touches the globals; lint holds that.


/** Keeps this process alive until cancelled: a verb that only waits (to try again, say) would end in silence, since timers don't keep it. */
function stayAlive() {
    const handle = setInterval(() => undefined, 2 ** 30);
    return { cancel: () => clearInterval(handle) };
}
/** Keeps the process alive until it is cancelled: for whoever waits for nothing but time. */
function stayAwake() {
    const handle = setInterval(() => undefined, 60_000);
    return { cancel: () => clearInterval(handle) };
}
/** The real world. Timers do not keep the process alive. */
const systemRuntime = {
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    random: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomBytes)(bytes),
    after(milliseconds, run) {
        const handle = setTimeout(run, milliseconds);
        handle.unref();
        return { cancel: () => clearTimeout(handle) };
    },
    every(milliseconds, run) {
        const handle = setInterval(run, milliseconds);
        handle.unref();
        return { cancel: () => clearInterval(handle) };
    },
    soon: (run) => {
        setImmediate(run);
    },
    fetch: (url, init) => fetch(url, init),
    spawn: (file, args, options) => (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, [...args], options),
};


/***/ }),

/***/ 66613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 27780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ detectHost)
});

// UNUSED EXPORTS: hostKind

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/host/environment.js
var environment = __nccwpck_require__(48647);
;// CONCATENATED MODULE: ./lib/host/text.js
/** Values shorter than this would tear holes into every log. */
const MIN_MASK_LENGTH = 4;
/** A line of a longer secret (a private key) is masked by itself when it has at least this much to hide. */
const MIN_LINE_LENGTH = 8;
/** The values that this process was told to hide; for everything that we print ourselves. */
class Redactor {
    #values = new Set();
    remember(value) {
        if (value.length >= MIN_MASK_LENGTH)
            this.#values.add(value);
        const lines = value.split(/[\r\n]+/u);
        if (lines.length > 1)
            for (const line of lines)
                if (line.trim().length >= MIN_LINE_LENGTH)
                    this.#values.add(line.trim());
    }
    redact(text) {
        let clean = text;
        // Longest first: a value may be part of another.
        for (const value of [...this.#values].sort((a, b) => b.length - a.length))
            clean = clean.replaceAll(value, '***');
        return clean;
    }
    /** The lines of a message with its fields, each safe to print. CR, LF and CRLF end a line, as they do for CI runners. */
    lines(message, fields = {}) {
        const inside = (_name, value) => (typeof value === 'string' ? this.redact(value) : value);
        const entries = Object.entries(fields).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value, inside)}`);
        return this.redact([message, ...entries].join(' ')).split(/\r\n|\r|\n/u).map(printable);
    }
}
/** Control characters (but for tabs) as `\x1b`: no colours, cursors or folded sections from inside a text. */
function printable(line) {
    // Matches ESC, misses a tab.
    return line.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
/** At most `bytes` of UTF-8, cut between characters. */
function cutBytes(text, bytes) {
    const whole = Buffer.from(text, 'utf8');
    if (whole.length <= bytes)
        return text;
    let end = Math.max(0, bytes);
    while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80)
        end -= 1;
    return whole.toString('utf8', 0, end);
}
/** `db/1.sql:3:7`, as compilers write places. */
function whereOf(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
/** `/run/x` or the fallback: folders from the environment count when they are absolute. */
function absoluteOr(folder, fallback) {
    return folder?.startsWith('/') === true ? folder : fallback;
}

;// CONCATENATED MODULE: ./lib/host/github-commands.js
// SPDX-License-Identifier: Apache-2.0
//
// How a step speaks to GitHub's runner: workflow commands in its output, and command files. Keeps what others print from being taken for
// a command, and refuses values that could end early inside a command file.
// @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands



/** Beyond this the runner drops a step's summary as a whole. */
const MAX_SUMMARY_BYTES = 1024 * 1024;
/** `::warning file=a.sql,line=3::text`, with everything escaped that could end it. */
function commandLine(name, properties, data) {
    const written = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '').map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${name}${written.length === 0 ? '' : ` ${written.join(',')}`}::${escapeData(data)}\n`;
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** A line that the runner prints and does not obey: it looks for `::` at the start and for `##[` anywhere. */
function inert(line) {
    return line.replace(/^(\s*):(?=:)/u, '$1: ').replaceAll('##[', '## [');
}
/** Writes commands to the runner, and can make it deaf to everybody else. */
class RunnerCommands {
    #write;
    #runtime;
    #deafUntil = null;
    constructor(write, runtime) {
        this.#write = write;
        this.#runtime = runtime;
    }
    issue(name, properties, data) {
        const line = commandLine(name, properties, data);
        if (this.#deafUntil === null) {
            this.#write(line);
            return;
        }
        // In quarantine: wake the runner, speak, put it to sleep under a new token. One write, so that nobody gets a word in between
        // (up to PIPE_BUF, 4096 bytes); the line feed first ends a line that COMMAND may have begun.
        const wake = commandLine(this.#deafUntil, {}, '');
        this.#write(`\n${wake}${line}${this.#sleep()}`);
    }
    /** Runs it while the runner obeys nothing that is printed. Calls do not nest deeper than the first. */
    async quarantine(run) {
        if (this.#deafUntil !== null)
            return run();
        this.#write(this.#sleep());
        try {
            return await run();
        }
        finally {
            const wake = commandLine(this.#deafUntil ?? '', {}, '');
            this.#deafUntil = null;
            this.#write(`\n${wake}`);
        }
    }
    #sleep() {
        this.#deafUntil = this.#runtime.random(24).toString('hex');
        return commandLine('stop-commands', {}, this.#deafUntil);
    }
}
/** Appends `name` and `value` to a command file, between delimiters that nobody can know. Throws when there is no such file. */
function appendPair(file, pair, runtime) {
    if (file === undefined || file === '')
        throw new errors/* GateError */.ue('INTERNAL', `there is no command file for \`${pair.name}\``, { hint: 'this has to run as a step of a job' });
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/u.test(pair.name))
        throw new errors/* GateError */.ue('INTERNAL', `\`${pair.name}\` is not a name for a command file`);
    const delimiter = `ghadelimiter_${runtime.random(24).toString('hex')}`;
    if (pair.value.includes(delimiter))
        throw new errors/* GateError */.ue('INTERNAL', `the value of \`${pair.name}\` has its own delimiter in it`);
    append(file, `${pair.name}<<${delimiter}\n${pair.value}\n${delimiter}\n`);
}
/** Appends to a step's summary as much as it still holds; what is cut is said, in the place where it is missing. */
function appendSummary(file, markdown) {
    if (file === undefined || file === '')
        return;
    const room = MAX_SUMMARY_BYTES - ((0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0);
    const text = `${markdown}\n`;
    if (Buffer.byteLength(text) <= room) {
        append(file, text);
        return;
    }
    const notice = '\n\n**Cut here**: the summary of a step holds 1 MiB. The recording or the report has all of it.\n';
    const fits = room - Buffer.byteLength(notice);
    if (fits >= 0)
        append(file, cutBytes(text, fits) + notice);
}
function append(file, text) {
    try {
        (0,external_node_fs_.appendFileSync)(file, text, 'utf8');
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INTERNAL', `the runner's command file can not be written: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
}

// EXTERNAL MODULE: ./lib/core/http.js
var http = __nccwpck_require__(62151);
;// CONCATENATED MODULE: ./lib/host/github-token.js
// SPDX-License-Identifier: Apache-2.0
//
// Asks GitHub for the job's own OIDC token, for one audience. Refuses to guess why there is none: the message names the permission that
// the workflow lacks, or the pull request from a fork that never gets one. Keeps and prints nothing. Does what getIDToken of @actions/core
// does (test/unit/host compares their requests), without its redirects, proxies and start-up cost.
// @see https://docs.github.com/actions/reference/security/oidc


const MAX_ANSWER_BYTES = 256 * 1024;
/** The token, as text. Throws IDENTITY_UNTRUSTED. */
async function requestIdToken(audience, world, place) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = world.environment;
    if (address === undefined || address === '' || bearer === undefined || bearer === '') {
        if (place.fork)
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this job is for a pull request from a fork, and GitHub gives those no OIDC token', { hint: forkHint(world) });
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this job may not ask GitHub for an OIDC token', { hint: permissionHint(world) });
    }
    // Written as the toolkit writes it: the address has a query already.
    const url = `${address}${(0,http/* trustworthyUrl */.HG)(address).search === '' ? '?' : '&'}audience=${encodeURIComponent(audience)}`;
    const response = await (0,http/* getDocument */.YE)({ url, headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' }, maxBytes: MAX_ANSWER_BYTES }, world.runtime);
    if (!response.ok)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `GitHub gives this job no OIDC token (status ${response.status})`, { hint: permissionHint(world) });
    const token = tokenIn(await response.text());
    if (token === null)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'GitHub answered without an OIDC token', { hint: 'try again; the service that issues them may be disturbed' });
    return token;
}
// `acme/shop/.github/workflows/nightly.yml@refs/heads/main` and `nightly`: the file, and the job in it.
function jobIn({ environment }) {
    const file = /(\.github\/workflows\/[\w.-]+)@/u.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
    const job = /^[\w-]+$/u.exec(environment['GITHUB_JOB'] ?? '')?.[0];
    return `${job === undefined ? 'the job' : `\`jobs: ${job}:\``} in ${file === undefined ? 'the workflow' : `\`${file}\``}`;
}
function permissionHint(world) {
    return `add \`permissions: { id-token: write, contents: read }\` to ${jobIn(world)} (and, when that is a reusable workflow, to the job that calls it); jobs for pull requests from forks never get a token, run there without access to production`;
}
function forkHint(world) {
    return `add \`if: github.event.pull_request.head.repo.full_name == github.repository\` to ${jobIn(world)}, and judge changes from forks with \`ostiary/ostiary/actions/policy-check\`, which needs no token`;
}
function tokenIn(text) {
    try {
        const answer = JSON.parse(text);
        if (typeof answer !== 'object' || answer === null || !('value' in answer))
            return null;
        return typeof answer.value === 'string' && answer.value !== '' ? answer.value : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/host/github.js
// SPDX-License-Identifier: Apache-2.0
//
// GitHub Actions as a host: inputs from the environment, words to the runner as workflow commands and command files. Does what
// @actions/core does without loading it (it costs half of our start; test/unit/host compares the two byte by byte), and refuses what it
// allows: output of others that is taken for a command, summaries over the limit, annotations that vanish.







/** Annotations shown for a step, of each level. @see runner ExecutionContext.cs */
const MAX_ANNOTATIONS = 10;
const MAX_ANNOTATION_CHARS = 4096;
const MAX_EVENT_BYTES = 32 * 1024 * 1024;
const TOKENS = {
    fixed: [
        'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL',
        'GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_ENTERPRISE_TOKEN', 'GH_ENTERPRISE_TOKEN',
        'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS', 'GITHUB_ARTIFACTS_LIST',
    ],
    secret: [/^ACTIONS_\w*TOKEN$/u, /^(GITHUB|GH)(_ENTERPRISE)?_TOKEN$/u, /^INPUT_.*(TOKEN|PASSWORD|SECRET)/u],
    speaking: [/^ACTIONS_/u, /^INPUT_/u, /^STATE_/u],
};
/** Facts for the recording's header, by the variables that the runner sets. */
const FACTS = {
    server_url: 'GITHUB_SERVER_URL', api_url: 'GITHUB_API_URL', repository: 'GITHUB_REPOSITORY', repository_id: 'GITHUB_REPOSITORY_ID', run_id: 'GITHUB_RUN_ID',
    run_attempt: 'GITHUB_RUN_ATTEMPT', workflow_ref: 'GITHUB_WORKFLOW_REF', job: 'GITHUB_JOB', event_name: 'GITHUB_EVENT_NAME', ref: 'GITHUB_REF',
    sha: 'GITHUB_SHA', actor: 'GITHUB_ACTOR', actor_id: 'GITHUB_ACTOR_ID', runner_environment: 'RUNNER_ENVIRONMENT',
};
/** The host of a step of a GitHub job. */
class GitHubHost {
    kind = 'github';
    historyHint = 'fetch all of it: write `with: { fetch-depth: 0 }` at the step of this job that uses `actions/checkout`';
    log;
    tokenVariables;
    tokenValues;
    credentialFolders;
    #world;
    #commands;
    #redactor = new Redactor();
    #annotated = new Map();
    constructor(world) {
        this.#world = world;
        this.#commands = new RunnerCommands(world.writers.stdout, world.runtime);
        this.tokenVariables = (0,environment/* tokenVariablesOf */.gi)(world.environment, TOKENS);
        this.tokenValues = (0,environment/* tokenValuesOf */.jR)(world.environment, TOKENS);
        // actions/checkout keeps its token here, under a name that nobody guesses; the event, whose path is known, COMMAND may read.
        const { RUNNER_TEMP: temp } = world.environment;
        this.credentialFolders = temp === undefined || !(0,external_node_path_.isAbsolute)(temp) ? [] : [{ path: temp, open: 'known paths' }];
        this.log = {
            debug: (message, fields) => this.#commands.issue('debug', {}, this.#redactor.lines(message, fields).join('\n')),
            info: (message, fields) => this.#print('', message, fields),
            warn: (message, fields) => this.#print('warning: ', message, fields),
            error: (message, fields) => this.#print('error: ', message, fields),
        };
    }
    addMask(value) {
        if (value.trim() === '')
            return;
        this.#redactor.remember(value);
        this.#commands.issue('add-mask', {}, value);
    }
    input(name) {
        const value = this.#world.environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
        return value === '' ? undefined : value;
    }
    output(name, value) {
        appendPair(this.#world.environment['GITHUB_OUTPUT'], { name, value: this.#redactor.redact(value) }, this.#world.runtime);
    }
    /** The runner masks it in the log, and drops a job output that holds it: it can't leave the job. */
    secretOutput(name, value) {
        this.addMask(value);
        appendPair(this.#world.environment['GITHUB_OUTPUT'], { name, value }, this.#world.runtime);
    }
    async summary(markdown) {
        appendSummary(this.#world.environment['GITHUB_STEP_SUMMARY'], this.#redactor.redact(markdown));
    }
    /** The runner shows ten of a level and drops the rest; the tenth says that more follow in the log, and there they are. */
    annotate(level, message, place) {
        const count = (this.#annotated.get(level) ?? 0) + 1;
        this.#annotated.set(level, count);
        const where = { file: place?.file, line: place?.line, col: place?.column };
        const text = this.#redactor.lines(message).join('\n');
        if (count < MAX_ANNOTATIONS) {
            this.#commands.issue(level, { ...where, title: 'Ostiary' }, text.slice(0, MAX_ANNOTATION_CHARS));
            return;
        }
        if (count === MAX_ANNOTATIONS)
            this.#commands.issue(level, { title: 'Ostiary' }, `more of this level are in the log of the step`);
        this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
    }
    async group(title, run) {
        this.#commands.issue('group', {}, this.#redactor.lines(title).join(' '));
        try {
            return await run();
        }
        finally {
            this.#commands.issue('endgroup', {}, '');
        }
    }
    quarantine(run) {
        return this.#commands.quarantine(run);
    }
    saveState(name, value) {
        appendPair(this.#world.environment['GITHUB_STATE'], { name, value }, this.#world.runtime);
    }
    state(name) {
        const value = this.#world.environment[`STATE_${name}`];
        return value === '' ? undefined : value;
    }
    facts() {
        const known = Object.entries(FACTS).map(([fact, variable]) => [fact, this.#world.environment[variable] ?? '']);
        return Object.fromEntries([...known, ['default_branch', this.#defaultBranch()]].filter(([, value]) => value !== ''));
    }
    /**
     * A pull request: what is checked out, which is GitHub's trial merge or its head. A merge queue's group: all of it. A push: what was not there before. Anything else on a branch of
     * its own: what the default branch does not have. `pull_request_target` checks out the target, so there the head is named, not assumed.
     */
    change() {
        const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha } = this.#world.environment;
        const { pull_request: pull, merge_group: group, before } = this.#event();
        const [head, own] = [commitIn(pull?.head?.sha), commitIn(sha)];
        const trunk = this.#defaultBranch() || 'HEAD';
        if (pull !== undefined && event === 'pull_request_target')
            return { base: commitIn(pull.base?.sha), head: head ?? 'no commit', expected: [], merge: null };
        if (pull !== undefined)
            return { base: commitIn(pull.base?.sha), head: 'HEAD', expected: known(own, head), merge: own === null || head === null ? null : { commit: own, of: head } };
        if (group !== undefined)
            return { base: commitIn(group.base_sha), head: 'HEAD', expected: known(own, commitIn(group.head_sha)), merge: null };
        const base = commitIn(before) ?? (event !== 'push' && ref === `refs/heads/${trunk}` ? null : `origin/${trunk}`);
        return { base, head: 'HEAD', expected: event === 'push' ? known(own) : [], merge: null };
    }
    pushed() {
        const { commits } = this.#event();
        return Array.isArray(commits) ? known(...commits.map((commit) => commitIn(commit?.id))) : [];
    }
    async idToken(audience) {
        const token = await requestIdToken(audience, this.#world, { fork: this.#fromFork() });
        this.addMask(token);
        return token;
    }
    defaultSessionDir() {
        return (0,external_node_path_.join)(absoluteOr(this.#world.environment['RUNNER_TEMP'], (0,external_node_os_.tmpdir)()), 'ostiary', 'sessions');
    }
    // The event is the job's own word; good for messages and records, never for a decision.
    #defaultBranch() {
        const branch = this.#event().repository?.default_branch;
        return typeof branch === 'string' ? printable(branch) : '';
    }
    #fromFork() {
        const { pull_request: pull } = this.#event();
        const repository = this.#world.environment['GITHUB_REPOSITORY_ID'];
        const head = pull?.head?.repo;
        return head === null || (head?.id !== undefined && repository !== undefined && String(head.id) !== repository);
    }
    #event() {
        const path = this.#world.environment['GITHUB_EVENT_PATH'];
        if (path === undefined || path === '')
            return {};
        try {
            if ((0,external_node_fs_.statSync)(path).size > MAX_EVENT_BYTES)
                return {};
            return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) ?? {};
        }
        catch {
            return {};
        }
    }
    #print(level, message, fields) {
        const lines = this.#redactor.lines(message, fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  | '}${inert(line)}\n`);
        this.#world.writers.stdout(lines.join(''));
    }
}
// A full id, and not the one of nothing.
function commitIn(value) {
    return typeof value === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/u.test(value) ? value : null;
}
function known(...commits) {
    return commits.filter((commit) => commit !== null);
}

;// CONCATENATED MODULE: ./lib/host/gitlab-reports.js
// SPDX-License-Identifier: Apache-2.0
//
// The files that a GitLab job hands over as reports: dotenv (outputs for later jobs) and annotations (links on the job's page), both in
// `.ostiary/` of the project folder. Refuses to write through links, and values that GitLab would misread.
// @see https://docs.gitlab.com/ci/yaml/artifacts_reports/



/** GitLab refuses a larger dotenv report as a whole. */
const MAX_DOTENV_BYTES = 5 * 1024;
const gitlab_reports_MAX_ANNOTATIONS = 50;
const MAX_LABEL_CHARS = 200;
/** Collects reports and rewrites their files whole at each change. */
class Reports {
    #folder;
    #runtime;
    #outputs = new Map();
    #links = [];
    constructor(projectFolder, runtime) {
        this.#folder = (0,external_node_path_.join)(projectFolder, '.ostiary');
        this.#runtime = runtime;
    }
    /** An output becomes the variable `OSTIARY_OUTPUT_<NAME>` of later jobs. Throws INTERNAL on what dotenv can't hold. */
    output(name, value) {
        const variable = `OSTIARY_OUTPUT_${name.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '_')}`;
        if (/[\r\n\0]/u.test(value))
            throw new errors/* GateError */.ue('INTERNAL', `the output \`${name}\` has several lines, which a dotenv report can not hold`);
        const lines = [...new Map([...this.#outputs, [variable, value]])].filter(([, held]) => held !== '').map(([key, held]) => `${key}=${held}\n`).join('');
        if (Buffer.byteLength(lines) > MAX_DOTENV_BYTES)
            throw new errors/* GateError */.ue('INTERNAL', `the output \`${name}\` does not fit: GitLab takes 5 KiB of outputs`);
        this.#outputs.set(variable, value);
        this.#write('outputs.env', lines);
    }
    /** A link on the job's page; more than fifty are left out, the log has them all. */
    annotate(link) {
        if (this.#links.length >= gitlab_reports_MAX_ANNOTATIONS)
            return;
        this.#links.push({ label: link.label.slice(0, MAX_LABEL_CHARS), url: link.url });
        this.#write('annotations.json', JSON.stringify({ ostiary: this.#links.map((external) => ({ external_link: external })) }));
    }
    // A new file renamed over the old one: a link planted under the name is replaced, not followed.
    #write(name, text) {
        const fresh = (0,external_node_path_.join)(this.#folder, `.${name}.${this.#runtime.random(8).toString('hex')}`);
        try {
            (0,external_node_fs_.mkdirSync)(this.#folder, { recursive: true });
            if (!(0,external_node_fs_.lstatSync)(this.#folder).isDirectory())
                throw new Error(`\`${this.#folder}\` is not a folder`);
            (0,external_node_fs_.writeFileSync)(fresh, text, { flag: 'wx', mode: 0o644 });
            (0,external_node_fs_.renameSync)(fresh, (0,external_node_path_.join)(this.#folder, name));
        }
        catch (cause) {
            (0,external_node_fs_.rmSync)(fresh, { force: true });
            throw new errors/* GateError */.ue('INTERNAL', `the report \`.ostiary/${name}\` can not be written: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'keep `.ostiary` of the project an ordinary folder', cause });
        }
    }
}

;// CONCATENATED MODULE: ./lib/host/gitlab.js
// SPDX-License-Identifier: Apache-2.0
//
// GitLab CI as a host: inputs from `OSTIARY_…` variables, sections in the log, reports for outputs and links. GitLab can not be told to mask
// at run time, so this hides secrets in everything that it prints itself; it refuses to promise more.
// @see https://docs.gitlab.com/ci/variables/predefined_variables/






/** Where the template puts the job's OIDC token: `id_tokens: { OSTIARY_ID_TOKEN: { aud: … } }`. */
const ID_TOKEN_VARIABLE = 'OSTIARY_ID_TOKEN';
const gitlab_TOKENS = {
    fixed: [
        'CI_JOB_TOKEN', 'CI_BUILD_TOKEN', 'CI_REGISTRY_PASSWORD', 'CI_DEPENDENCY_PROXY_PASSWORD', 'CI_DEPLOY_PASSWORD', 'CI_REPOSITORY_URL', 'CI_JOB_JWT', 'CI_JOB_JWT_V1', 'CI_JOB_JWT_V2',
        'GITLAB_TOKEN', 'GL_TOKEN', 'GITLAB_ACCESS_TOKEN', 'GITLAB_PRIVATE_TOKEN', ID_TOKEN_VARIABLE,
    ],
    secret: [/^CI_(JOB|BUILD|DEPLOY|REGISTRY|DEPENDENCY_PROXY)_(TOKEN|PASSWORD)$/u, /^CI_JOB_JWT/u, /_ID_TOKEN$/u, /^(GITLAB|GL)_\w*(TOKEN|PASSWORD|SECRET|KEY)$/u],
    speaking: [/^CI_REPOSITORY_URL$/u],
};
/** Facts for the recording's header, by predefined variable. */
const gitlab_FACTS = {
    server_url: 'CI_SERVER_URL', project_id: 'CI_PROJECT_ID', project_path: 'CI_PROJECT_PATH', pipeline_id: 'CI_PIPELINE_ID', pipeline_source: 'CI_PIPELINE_SOURCE',
    job_id: 'CI_JOB_ID', job: 'CI_JOB_NAME', ref: 'CI_COMMIT_REF_NAME', sha: 'CI_COMMIT_SHA', default_branch: 'CI_DEFAULT_BRANCH', actor: 'GITLAB_USER_LOGIN', actor_id: 'GITLAB_USER_ID',
};
const CLEAR = '\u001b[0K';
const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';
/** The host of a GitLab job. */
class GitLabHost {
    kind = 'gitlab';
    historyHint = 'fetch all of it: give the job the variable `GIT_DEPTH: "0"`';
    log;
    tokenVariables;
    tokenValues;
    credentialFolders;
    #world;
    #reports;
    #redactor = new Redactor();
    #state = new Map();
    #sections = 0;
    constructor(world) {
        this.#world = world;
        this.#reports = new Reports(this.#projectFolder(), world.runtime);
        this.tokenVariables = (0,environment/* tokenVariablesOf */.gi)(world.environment, gitlab_TOKENS);
        this.tokenValues = (0,environment/* tokenValuesOf */.jR)(world.environment, gitlab_TOKENS);
        // The runner writes variables of the type file here, named like them and open to everybody, and the credentials of its own git.
        const { CI_PROJECT_DIR: project } = world.environment;
        this.credentialFolders = project === undefined || !(0,external_node_path_.isAbsolute)(project) ? [] : [{ path: `${project.replace(/\/+$/u, '')}.tmp`, open: 'nothing' }];
        this.log = {
            debug: (message, fields) => {
                if (world.environment['CI_DEBUG_TRACE'] === 'true')
                    this.#print('debug: ', message, fields);
            },
            info: (message, fields) => this.#print('', message, fields),
            warn: (message, fields) => this.#print('warning: ', message, fields),
            error: (message, fields) => this.#print('error: ', message, fields),
        };
    }
    addMask(value) {
        this.#redactor.remember(value);
    }
    input(name) {
        const value = this.#world.environment[`OSTIARY_${name.toUpperCase().replaceAll('-', '_')}`]?.trim();
        return value === '' ? undefined : value;
    }
    /** Reports are a convenience for later jobs: what can't be written is said, and the run goes on. */
    output(name, value) {
        this.#try(() => this.#reports.output(name, this.#redactor.redact(value)));
    }
    /** Outputs are a report that others may download. */
    secretOutput(name, _value) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `GitLab can not hide the output \`${name}\``, { hint: 'hand it on in a file' });
    }
    async summary(markdown) {
        await this.group('Ostiary', async () => {
            this.#world.writers.stdout(`${this.#redactor.lines(markdown).join('\n')}\n`);
        });
    }
    annotate(level, message, place) {
        this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
        const url = place === undefined ? this.#world.environment['CI_JOB_URL'] : this.#linkTo(place);
        if (url === undefined || !URL.canParse(url))
            return;
        this.#try(() => this.#reports.annotate({ label: `${level}: ${this.#redactor.lines(message).join(' ')}`, url }));
    }
    async group(title, run) {
        this.#sections += 1;
        const name = `ostiary_${this.#sections}`;
        const now = () => Math.floor(this.#world.runtime.now() / 1000);
        this.#world.writers.stdout(`${CLEAR}section_start:${now()}:${name}\r${CLEAR}${BOLD}${this.#redactor.lines(title).join(' ')}${PLAIN}\n`);
        try {
            return await run();
        }
        finally {
            this.#world.writers.stdout(`${CLEAR}section_end:${now()}:${name}\r${CLEAR}`);
        }
    }
    /** GitLab takes no commands from a log; at worst COMMAND folds it. */
    quarantine(run) {
        return run();
    }
    /** GitLab has no post step: state lives as long as this process. */
    saveState(name, value) {
        this.#state.set(name, value);
    }
    state(name) {
        return this.#state.get(name);
    }
    facts() {
        return Object.fromEntries(Object.entries(gitlab_FACTS).map(([fact, variable]) => [fact, this.#world.environment[variable] ?? '']).filter(([, value]) => value !== ''));
    }
    /** In merge request pipelines the base that GitLab itself compares with; on other branches the default branch, on that one what was there before. */
    change() {
        const filled = (name) => this.#world.environment[name] || null;
        const [sha, branch, trunk] = [filled('CI_COMMIT_SHA'), filled('CI_COMMIT_BRANCH'), filled('CI_DEFAULT_BRANCH')];
        // Set in pipelines for merged results alone.
        const source = filled('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA');
        const before = filled('CI_COMMIT_BEFORE_SHA');
        const otherwise = branch !== null && branch === trunk ? (before === null || /^0+$/u.test(before) ? null : before) : `origin/${trunk ?? 'HEAD'}`;
        return { base: filled('CI_MERGE_REQUEST_DIFF_BASE_SHA') ?? otherwise, head: sha ?? 'HEAD', expected: [], merge: sha === null || source === null ? null : { commit: sha, of: source } };
    }
    /** GitLab pushes each merge by itself, and names no more than the last commit. */
    pushed() {
        return [];
    }
    /** GitLab issues tokens before the job starts, for the audiences of `id_tokens`; no other can be had. */
    async idToken(audience) {
        const token = this.#world.environment[ID_TOKEN_VARIABLE]?.trim() ?? '';
        const { CI_JOB_NAME: job, CI_CONFIG_PATH: file } = this.#world.environment;
        const hint = `add \`id_tokens: { ${ID_TOKEN_VARIABLE}: { aud: ${audience} } }\` to ${job === undefined || job === '' ? 'the job' : `the job \`${printable(job)}\``} in \`${printable(file ?? '') || '.gitlab-ci.yml'}\``;
        if (token === '')
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `this job has no OIDC token in \`${ID_TOKEN_VARIABLE}\``, { hint });
        this.addMask(token);
        const found = audiencesIn(token);
        if (found === null)
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${ID_TOKEN_VARIABLE}\` does not hold a token`, { hint: `${hint}, and do not set the variable anywhere else` });
        if (!found.includes(audience)) {
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the token in \`${ID_TOKEN_VARIABLE}\` is for \`${found.join(', ')}\`, not for \`${audience}\``, { hint: `make \`aud\` and the input \`audience\` the same: ${hint}` });
        }
        return token;
    }
    defaultSessionDir() {
        return (0,external_node_path_.join)(this.#projectFolder(), '.ostiary', 'sessions');
    }
    #projectFolder() {
        return absoluteOr(this.#world.environment['CI_PROJECT_DIR'], (0,external_node_os_.tmpdir)());
    }
    #linkTo(place) {
        const { CI_PROJECT_URL: project, CI_COMMIT_SHA: sha } = this.#world.environment;
        if (project === undefined || sha === undefined)
            return undefined;
        const path = place.file.split('/').map(encodeURIComponent).join('/');
        return `${project}/-/blob/${sha}/${path}${place.line === undefined ? '' : `#L${place.line}`}`;
    }
    #try(write) {
        try {
            write();
        }
        catch (thrown) {
            this.#print('warning: ', (0,errors/* messageOf */.bD)(thrown));
        }
    }
    #print(level, message, fields) {
        const lines = this.#redactor.lines(message, fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  '}${line}\n`);
        this.#world.writers.stdout(lines.join(''));
    }
}
// Read without trust, for a better message; identity/ verifies. Null: not a token.
function audiencesIn(token) {
    const payload = token.split('.')[1];
    try {
        const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8'));
        const found = Array.isArray(claims?.aud) ? claims.aud : [claims?.aud];
        return found.filter((value) => typeof value === 'string');
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/host/shell.js
// SPDX-License-Identifier: Apache-2.0
//
// A person's own shell as a host: our words go to stderr, so that COMMAND's output stays its own. Refuses to prove who anybody is:
// there is no token here, and a local run says so with `--local`.




/** The host of an interactive run. `OSTIARY_LOG=debug` shows debug messages. */
class ShellHost {
    kind = 'shell';
    tokenVariables = [];
    tokenValues = [];
    credentialFolders = [];
    historyHint = 'fetch it: `git fetch --unshallow`';
    log;
    #world;
    #redactor = new Redactor();
    #state = new Map();
    constructor(world) {
        this.#world = world;
        this.log = {
            debug: (message, fields) => {
                if (world.environment['OSTIARY_LOG'] === 'debug')
                    this.#print('debug: ', message, fields);
            },
            info: (message, fields) => this.#print('', message, fields),
            warn: (message, fields) => this.#print('warning: ', message, fields),
            error: (message, fields) => this.#print('error: ', message, fields),
        };
    }
    addMask(value) {
        this.#redactor.remember(value);
    }
    /** A shell has no inputs; flags are read by main/arguments.ts. */
    input(_name) {
        return undefined;
    }
    output(name, value) {
        this.log.debug(`output ${name}=${value}`);
    }
    secretOutput(name, _value) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `a shell has no place for the secret output \`${name}\``, { hint: 'hand it on in a file' });
    }
    /** Nothing: the line that `run` logs at its end says the same. */
    async summary(_markdown) { }
    annotate(level, message, place) {
        this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
    }
    group(title, run) {
        this.log.debug(title);
        return run();
    }
    change() {
        return { base: 'origin/HEAD', head: 'HEAD', expected: [], merge: null };
    }
    pushed() {
        return [];
    }
    /** A terminal takes no commands for a job. */
    quarantine(run) {
        return run();
    }
    saveState(name, value) {
        this.#state.set(name, value);
    }
    state(name) {
        return this.#state.get(name);
    }
    facts() {
        return { user: (0,external_node_os_.userInfo)().username, machine: (0,external_node_os_.hostname)() };
    }
    async idToken(_audience) {
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'a shell has no token that proves who this is', { hint: 'add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' });
    }
    defaultSessionDir() {
        const { XDG_STATE_HOME: state, HOME: home } = this.#world.environment;
        return (0,external_node_path_.join)(absoluteOr(state, (0,external_node_path_.join)(absoluteOr(home, (0,external_node_os_.tmpdir)()), '.local', 'state')), 'ostiary', 'sessions');
    }
    #print(level, message, fields) {
        const text = this.#redactor.lines(message, fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  '}${line}\n`);
        this.#world.writers.stderr(text.join(''));
    }
}

;// CONCATENATED MODULE: ./lib/host/detect.js
// SPDX-License-Identifier: Apache-2.0
//
// Which host we are in, by the variables that CI products set. Refuses two at once: guessing would decide who is believed.




/** `github` when `GITHUB_ACTIONS` is set, `gitlab` when `GITLAB_CI` is, else `shell`. Throws INPUT_INVALID when both are. */
function hostKind(environment) {
    const github = (environment['GITHUB_ACTIONS'] ?? '') !== '';
    const gitlab = (environment['GITLAB_CI'] ?? '') !== '';
    if (github && gitlab)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'both `GITHUB_ACTIONS` and `GITLAB_CI` are set', { hint: 'unset the one that is not running this job' });
    return github ? 'github' : gitlab ? 'gitlab' : 'shell';
}
/** The host of this process. */
function detectHost(environment, writers, runtime) {
    const world = { environment, writers, runtime };
    const kind = hostKind(environment);
    switch (kind) {
        case 'github':
            return new GitHubHost(world);
        case 'gitlab':
            return new GitLabHost(world);
        case 'shell':
            return new ShellHost(world);
        default:
            return kind;
    }
}


/***/ }),

/***/ 48647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ refuseDangerousEnvironment),
/* harmony export */   gi: () => (/* binding */ tokenVariablesOf),
/* harmony export */   jR: () => (/* binding */ tokenValuesOf)
/* harmony export */ });
/* unused harmony export dangerousEnvironment */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What an environment says about a CI job before anything is started: which variables hold its tokens, and which ones change what our own
// programs do. Names only leave this file; refuses to guess: what a list does not name is not withheld.

/** Variables that make Node, the loader or a shell run or trust something else. @see https://nodejs.org/api/cli.html#environment-variables */
const DANGEROUS = [
    /^LD_(PRELOAD|LIBRARY_PATH|AUDIT)$/u, /^DYLD_/u, /^GCONV_PATH$/u, /^GLIBC_TUNABLES$/u,
    /^NODE_(OPTIONS|PATH|EXTRA_CA_CERTS|USE_SYSTEM_CA|TLS_REJECT_UNAUTHORIZED|REPL_EXTERNAL_MODULE|USE_ENV_PROXY|COMPILE_CACHE)$/u,
    // These make libraries print requests, headers and tokens included.
    /^NODE_DEBUG(_NATIVE)?$/u, /^AZURE_LOG_LEVEL$/u, /^GOOGLE_SDK_NODE_LOGGING$/u,
    /^OPENSSL_(CONF|MODULES|ENGINES)$/u, /^SSLKEYLOGFILE$/u,
    /^(BASH_ENV|ENV|SHELLOPTS|BASHOPTS)$/u, /^BASH_FUNC_/u,
    /^GIT_(EXEC_PATH|SSL_NO_VERIFY|SSH|SSH_COMMAND|PROXY_COMMAND)$/u,
];
/** `NODE_OPTIONS` that only tune: people set them for a whole workflow. */
const HARMLESS_NODE_OPTION = /^--(max-old-space-size|max-semi-space-size|dns-result-order)=[a-z0-9]+$|^--(no-warnings|no-deprecation|enable-source-maps|throw-deprecation|trace-deprecation|trace-warnings)$/u;
/** A JSON Web Token: three base64url parts, the first of which is a JSON object. */
const JWT = /^eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/u;
/** Copies of shorter values are chance. */
const MIN_COPY_LENGTH = 12;
/**
 * Variables with which an earlier step could steer ours; a CI run that has any does not start. Proxy variables are not among them:
 * nothing of ours uses a proxy (and `NODE_USE_ENV_PROXY`, which would make it, is refused).
 */
function dangerousEnvironment(environment) {
    return Object.entries(environment)
        .filter(([name, value]) => value !== undefined && value !== '' && DANGEROUS.some((pattern) => pattern.test(name)) && !harmless(name, value))
        .map(([name]) => name)
        .sort();
}
/** Refuses to go on in a job in which an earlier step may have set such a variable for us. `what` they can change. Throws INPUT_INVALID. */
function refuseDangerousEnvironment(environment, what) {
    const found = dangerousEnvironment(environment);
    if (found.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `the environment of this job sets ${found.map((name) => `\`${name}\``).join(', ')}, which can change ${what}`, { hint: 'run the guarded step in a job of its own, before any step that writes to the environment; in a shell of your own, unset it' });
}
function harmless(name, value) {
    if (name === 'NODE_OPTIONS')
        return value.trim().split(/\s+/u).every((option) => HARMLESS_NODE_OPTION.test(option));
    return name === 'NODE_TLS_REJECT_UNAUTHORIZED' ? value === '1' : (name === 'NODE_USE_ENV_PROXY' || name === 'NODE_USE_SYSTEM_CA') && value === '0';
}
/** Every variable that must not reach COMMAND: by name, by being a token whatever its name, and by repeating one under another name. */
function tokenVariablesOf(environment, names) {
    const secrets = tokenValuesOf(environment, names);
    const found = filled(environment)
        .filter(([name, value]) => isSecret(name, value, names) || names.speaking.some((pattern) => pattern.test(name)) || secrets.some((secret) => value.includes(secret)))
        .map(([name]) => name);
    return [...new Set([...names.fixed, ...found])].sort();
}
/** The credentials themselves, where they are long enough for a copy of one to be no chance. */
function tokenValuesOf(environment, names) {
    return [...new Set(filled(environment).filter(([name, value]) => isSecret(name, value, names)).map(([, value]) => value.trim()).filter((value) => value.length >= MIN_COPY_LENGTH))];
}
function filled(environment) {
    return Object.entries(environment).filter((entry) => entry[1] !== undefined && entry[1] !== '');
}
function isSecret(name, value, names) {
    return names.secret.some((pattern) => pattern.test(name)) || JWT.test(value.trim());
}


/***/ }),

/***/ 82484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ renewSession),
/* harmony export */   Mz: () => (/* binding */ gatewayAt),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   ky: () => (/* binding */ endSession)
/* harmony export */ });
/* harmony import */ var _core_dpop_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(75664);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(62151);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1031);
// SPDX-License-Identifier: Apache-2.0
//
// The job's side of the gateway's sessions: a token in, a session credential out; renewed and ended with the key that opened it. Refuses
// to believe more of an answer than its shape, and never repeats a token or credential, also not one that the gateway put into a message.
// @see docs/identity.md




/** Source: a session of a hundred resources has 20 KiB. */
const MAX_ANSWER_BYTES = 256 * 1024;
const TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:';
/** Reasons that a gateway may give for its own; whatever else it says is its failure. */
const CODES = ['INPUT_INVALID', 'POLICY_INVALID', 'IDENTITY_UNTRUSTED', 'DENIED', 'APPROVAL_PENDING', 'RECORD_FAILED', 'SECRET_UNAVAILABLE', 'FORGE_FAILED', 'STORE_FAILED', 'UPSTREAM_FAILED', 'LIMIT_EXCEEDED', 'INTERNAL'];
/** A gateway under its address, with a fresh key. Throws INPUT_INVALID when the address is not to be trusted. */
function gatewayAt(address, runtime) {
    const url = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_2__/* .trustworthyUrl */ .HG)(address);
    if (url.search !== '' || url.hash !== '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the gateway's address \`${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(address)}\` has a query or fragment`, { hint: 'write it as `https://HOST`, or `https://HOST/PATH`' });
    return { url: url.href.replace(/\/+$/u, ''), key: (0,_core_dpop_js__WEBPACK_IMPORTED_MODULE_0__/* .newProofKey */ .Ax)(runtime) };
}
/** Opens a session. `breakGlass`: why operations that need a review can't wait for it. Throws with the gateway's own code, message and hint; UPSTREAM_FAILED when it can't be asked. */
async function openSession(gateway, subject, runtime) {
    const { token, type, resources, breakGlass = null } = subject;
    const body = JSON.stringify({ subject_token: token, subject_token_type: `${TOKEN_TYPE}${type}`, resources, ...(breakGlass === null ? {} : { break_glass: breakGlass }) });
    const answer = await call(gateway, { method: 'POST', path: '/v1/sessions', proves: token, body }, runtime);
    const session = sessionIn(answer);
    if (breakGlass !== null && session.breakGlass === null)
        throw strange('a session under break-glass');
    return session;
}
/** Renews the lease; the new `expiresAt`. Throws IDENTITY_UNTRUSTED when the session has ended. */
async function renewSession(gateway, session, runtime) {
    const answer = await call(gateway, { method: 'POST', path: `/v1/sessions/${encodeURIComponent(session.id)}/renew`, proves: session.credential, bearer: session.credential }, runtime);
    return timeIn(answer, 'expires_at');
}
/** Ends the session, so that its credential is worth nothing any more, and says how it went. One that is over already is no failure; null: nobody knows it any more. */
async function endSession(gateway, session, runtime) {
    const answer = await call(gateway, { method: 'DELETE', path: `/v1/sessions/${encodeURIComponent(session.id)}`, proves: session.credential, bearer: session.credential, missingIsFine: true }, runtime);
    const { ended, operations } = answer;
    if (typeof ended !== 'string' || typeof operations !== 'object' || operations === null)
        return null;
    const count = (name) => {
        const value = operations[name];
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
            throw strange('the counts of a session');
        return value;
    };
    return { ended: (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(ended), operations: { allow: count('allow'), review: count('review'), deny: count('deny') } };
}
async function call({ url, key }, { method, path, proves, bearer, body, missingIsFine = false }, runtime) {
    const address = `${url}${path}`;
    const headers = () => ({
        accept: 'application/json', DPoP: key.prove({ method, url: address, token: proves }),
        ...(bearer === undefined ? {} : { authorization: `DPoP ${bearer}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    });
    const request = { url: address, method, headers, maxBytes: MAX_ANSWER_BYTES, ...(body === undefined ? {} : { body }) };
    const response = await (0,_core_http_js__WEBPACK_IMPORTED_MODULE_2__/* .sendDocument */ .Ag)(request, runtime);
    const document = await response.json().catch(() => null);
    const answer = typeof document === 'object' && document !== null && !Array.isArray(document) ? document : {};
    if (response.ok || (missingIsFine && (response.status === 404 || response.status === 410)))
        return answer;
    throw refusal(answer, response.status, { url, secrets: [proves, ...(bearer === undefined ? [] : [bearer])] });
}
function refusal(answer, status, from) {
    const text = (name) => {
        const value = answer[name];
        return typeof value === 'string' && value !== '' ? (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(from.secrets.reduce((said, secret) => said.replaceAll(secret, '(hidden)'), value)) : null;
    };
    const code = CODES.find((known) => known === answer['code']) ?? (status === 401 ? 'IDENTITY_UNTRUSTED' : status === 403 ? 'DENIED' : 'UPSTREAM_FAILED');
    const message = text('message');
    if (message === null)
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue(code, `the gateway \`${from.url}\` answers with status ${status}`, { hint: 'is this the address of an ostiary gateway? its log says more' });
    const hint = text('hint');
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue(code, `the gateway refuses: ${message}`, hint === null ? {} : { hint });
}
function sessionIn(answer) {
    const { id, credential, principal, resources, guide, observe_until: observeUntil, break_glass: broken } = answer;
    if (typeof id !== 'string' || typeof credential !== 'string' || !/^[A-Za-z0-9_-]{1,128}$/u.test(id) || !credential.startsWith(`ost1_${id}_`) || !Array.isArray(resources))
        throw strange('a session');
    return {
        id, credential, expiresAt: timeIn(answer, 'expires_at'), limitAt: timeIn(answer, 'limit_at'),
        principal: typeof principal === 'object' && principal !== null ? principal : {}, resources: resources.map(resourceIn),
        guide: typeof guide === 'string' ? guide : '', observeUntil: typeof observeUntil === 'string' ? (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(observeUntil) : null,
        breakGlass: brokenIn(broken),
    };
}
function brokenIn(value) {
    const { url, until } = (value ?? {});
    return typeof url === 'string' && typeof until === 'string' ? { url: (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(url), until: (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(until) } : null;
}
function resourceIn(value) {
    const { name, type, host, port, database, tls } = (value ?? {});
    if (typeof name !== 'string' || typeof type !== 'string' || typeof host !== 'string' || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535)
        throw strange('the resources of a session');
    return { name, type, host, port, database: typeof database === 'string' ? database : null, tls: tls !== false };
}
/** RFC 3339 in UTC, `2026-11-26T10:00:00Z`. */
function timeIn(answer, name) {
    const value = answer[name];
    const time = typeof value === 'string' ? Date.parse(value) : NaN;
    if (!Number.isFinite(time))
        throw strange(`\`${name}\``);
    return time;
}
function strange(what) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('UPSTREAM_FAILED', `the gateway's answer is not ${what} as this version knows it`, { hint: 'use the same version of ostiary here and at the gateway' });
}


/***/ }),

/***/ 1031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ lateHint),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   wO: () => (/* binding */ audienceHint)
/* harmony export */ });
/* unused harmony export fileOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
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

/***/ 6757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ parseArguments)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
;// CONCATENATED MODULE: ./lib/core/nearest.js
// SPDX-License-Identifier: Apache-2.0
//
// The known word nearest to one that is not known, for error messages. Refuses far guesses: they mislead.
/** The candidate within an edit distance of a third of the word's length (at least 2), or null. */
function nearest(word, candidates) {
    const limit = Math.max(2, Math.floor(word.length / 3));
    let best = null;
    for (const candidate of candidates) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance <= limit && (best === null || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate ?? null;
}
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
            current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
;// CONCATENATED MODULE: ./lib/main/arguments.js
// SPDX-License-Identifier: Apache-2.0
//
// Command-line words to raw inputs. Refuses flags that a verb does not declare, naming the nearest one.



/** Parses; throws INPUT_INVALID. */
function parseArguments(argv, flags) {
    const cut = argv.indexOf('--');
    const own = cut === -1 ? [...argv] : argv.slice(0, cut);
    const rest = cut === -1 ? [] : argv.slice(cut + 1);
    const unknown = own.find((word) => word.startsWith('-') && word !== '-' && !flags.some((flag) => word === `--${flag.name}` || word.startsWith(`--${flag.name}=`)));
    if (unknown !== undefined) {
        const name = unknown.replace(/^-+/, '').split('=')[0] ?? '';
        const near = nearest(name, flags.map((flag) => flag.name));
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
    }
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? 'boolean' : 'string', multiple: flag.kind === 'list' }]));
    try {
        const parsed = (0,external_node_util_.parseArgs)({ args: own, options, allowPositionals: true, strict: true });
        return { inputs: parsed.values, words: parsed.positionals, rest };
    }
    catch (thrown) {
        throw new errors/* GateError */.ue('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
    }
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}


/***/ }),

/***/ 16204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(56371);



/** Signals that end COMMAND and then us. */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Between asking COMMAND to end, when the gate is gone, and ending it. */
const GRACE_MS = 5_000;
/** Runs it to its end; resolves with its exit code, 128 + the number of a signal. Aborted, it is asked to end, and killed when it does not. */
function runCommand(command, signal, runtime = _core_runtime_js__WEBPACK_IMPORTED_MODULE_2__/* .systemRuntime */ .gh) {
    return new Promise((resolve, reject) => {
        const child = runtime.spawn(command.file, command.args, { cwd: command.cwd, env: command.environment, stdio: command.stdio });
        const pass = (name) => () => void child.kill(name);
        const listeners = PASSED_ON.map((name) => ({ name, listener: pass(name) }));
        for (const { name, listener } of listeners)
            process.on(name, listener);
        const stop = () => {
            child.kill('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
            child.once('exit', () => kill.cancel());
        };
        signal.addEventListener('abort', stop, { once: true });
        const settle = (then) => {
            for (const { name, listener } of listeners)
                process.off(name, listener);
            signal.removeEventListener('abort', stop);
            then();
        };
        child.once('error', (error) => settle(() => reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${command.name}\` can not be started: ${error.message}`, { hint: command.hint }))));
        child.once('exit', (code, name) => settle(() => resolve(name === null ? (code ?? 1) : 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[name])));
    });
}


/***/ }),

/***/ 65077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ GateChild)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _approval_write_back_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(17318);


/** The gate may take this long to get ready: token, policy and database are each bounded inside it. */
const START_DEADLINE_MS = 60_000;
/** Sealing waits for connections to finish, for the disk, twice for a forge that is told, and for Sigstore where the policy says so. */
const SEAL_DEADLINE_MS = 60_000 + 2 * _approval_write_back_js__WEBPACK_IMPORTED_MODULE_1__/* .TELL_MS */ .b;
/** Implements the port by a child process and its IPC channel. */
class GateChild {
    lost;
    #host;
    #runtime;
    #child;
    #waiting = null;
    #ended = null;
    #awake = () => undefined;
    #listens;
    constructor(program, host, runtime) {
        this.#host = host;
        this.#runtime = runtime;
        this.#child = runtime.spawn(program.node, [program.cli, 'gate-process'], {
            env: program.environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true,
        });
        this.#listens = new Promise((resolve) => {
            this.#awake = resolve;
        });
        this.#child.on('message', (message) => this.#receive(message));
        this.lost = new Promise((resolve) => {
            const end = (why) => {
                this.#ended = why;
                this.#waiting?.reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process ended: ${why}`));
                resolve(why);
            };
            this.#child.once('error', (error) => end(error.message));
            this.#child.once('exit', (code, signal) => end(signal === null ? `exit code ${code ?? '?'}` : `signal ${signal}`));
        });
    }
    async start(request) {
        const answer = await this.#ask({ kind: 'start', request, host: this.#host.kind }, 'started', START_DEADLINE_MS);
        if (answer.kind !== 'started')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'the gate process answered out of turn');
        return answer.started;
    }
    async seal(commandCode, onRefusal) {
        const answer = await this.#ask({ kind: 'seal', commandCode, onRefusal }, 'sealed', SEAL_DEADLINE_MS);
        if (answer.kind !== 'sealed')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'the gate process answered out of turn');
        return answer.sealed;
    }
    kill() {
        this.#child.kill('SIGKILL');
    }
    async #ask(message, kind, deadlineMs) {
        await Promise.race([this.#listens, this.lost]);
        return new Promise((resolve, reject) => {
            if (this.#ended !== null) {
                reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process ended: ${this.#ended}`));
                return;
            }
            const timer = this.#runtime.after(deadlineMs, () => reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process did not answer within ${deadlineMs / 1000} s`)));
            const settle = (then) => (value) => {
                timer.cancel();
                this.#waiting = null;
                then(value);
            };
            this.#waiting = { kind, resolve: settle(resolve), reject: settle(reject) };
            this.#child.send(message, (error) => {
                if (error !== null)
                    this.#waiting?.reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process can not be reached: ${error.message}`));
            });
        });
    }
    #receive(message) {
        switch (message.kind) {
            case 'awake':
                this.#awake();
                return;
            case 'log':
                this.#host.log[message.level](message.message, message.fields);
                return;
            case 'mask':
                this.#host.addMask(message.value);
                return;
            case 'failed':
                this.#waiting?.reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(message.code, message.message, message.hint === null ? {} : { hint: message.hint }));
                return;
            case 'started':
            case 'sealed':
                if (this.#waiting?.kind === message.kind)
                    this.#waiting.resolve(message);
                return;
            default:
                message;
        }
    }
}


/***/ }),

/***/ 72842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ helpText),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/* harmony import */ var _commands_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73430);
/* harmony import */ var _commands_approval_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(80871);
/* harmony import */ var _commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(17510);
/* harmony import */ var _commands_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(67667);
/* harmony import */ var _commands_policy_check_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(10778);
/* harmony import */ var _commands_run_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(47379);
/* harmony import */ var _commands_session_artifact_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(26493);
// SPDX-License-Identifier: Apache-2.0
//
// What `ostiary help` prints. Text only; the flags of verbs come from their declarations, so that they can't disagree.







/** The version of package.json; test/contract compares. */
const VERSION = '0.1.0';
/** One screen. */
function helpText() {
    return `ostiary ${VERSION}: a guarded door between AI coding agents and production

  ostiary init                                   look at this repository, propose a policy and a check
  ostiary doctor [--format text|json|sarif]      what is unsafe about this set-up, each with its fix
  ostiary demo                                   watch it work on a small shop database
  ostiary run [FLAGS] -- COMMAND [ARGS]          run one command with guarded access
  ostiary plan [FLAGS] -- COMMAND [ARGS]         what a migrator would do, captured on a scratch database
  ostiary policy-check [FLAGS]                   what a change would do, before it is merged
  ostiary approval-gate [FLAGS]                  put operations up for review, say whether they are approved
  ostiary apply [FLAGS]                          execute the operations of one approval, with no agent
  ostiary oidc-token [FLAGS]                     the job's own token, or a session for it
  ostiary policy explain [FLAGS] [TEXT]          what would be decided, and why
  ostiary policy test [--policy FILE] [FILE]     run the cases of a policy (.ostiary/policy.test.yml)
  ostiary policy schema                          JSON Schema of .ostiary/policy.yml
  ostiary gateway --config FILE                  the gate as a service, for many jobs
  ostiary gateway check|sessions|schema          is its file good? who is in? JSON Schema of its file
  ostiary gateway revoke --config FILE ID...     end sessions at once (--all: every one)
  ostiary session verify [--key FILE] [--json] FILE   is this recording whole, and signed by a key that you trust?
  ostiary session verify --trusted-root FILE --identity GLOB --issuer URL FILE   the same, signed through Sigstore
  ostiary session replay [--no-colour] FILE      read a recording
  ostiary session replay FILE --html OUT         the same as one page for a browser
  ostiary session index DIR --html OUT           a page over a folder of sessions
  ostiary session export FILE --format FORMAT    for other tools: asciicast, ocsf, csv, otel
  ostiary session-artifact [FLAGS]               verify recordings, mask them once more, keep them
  ostiary version

run:
${flagsOf(_commands_run_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .runSpec */ .l)}

plan:
${flagsOf(_commands_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planSpec */ .N0)}

policy-check:
${flagsOf(_commands_policy_check_js__WEBPACK_IMPORTED_MODULE_4__/* .policyCheckSpec */ .ul)}

approval-gate:
${flagsOf(_commands_approval_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalGateSpec */ .cA)}

apply:
${flagsOf(_commands_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applySpec */ .wn)}

oidc-token:
${flagsOf(_commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_2__/* .oidcTokenSpec */ .K)}

session-artifact:
${flagsOf(_commands_session_artifact_js__WEBPACK_IMPORTED_MODULE_6__/* .sessionArtifactSpec */ .y)}

policy explain:
  --policy FILE          Default: .ostiary/policy.yml.
  --kind KIND            sql, shell, kubernetes, http, model or file. Default: sql.
  --resource NAME        May be left out when the policy has just one.
  --principal NAME       An identity of the policy.
  --json                 One JSON object instead of a table.
  Without TEXT it reads JSON Lines {"id","kind","resource","principal","text"} and answers each with one line.

session:
  --html OUT             Write a page; it loads nothing and needs no server.
  --key FILE             A public key that you trust; may be given several times.
  --pages                (index) A replay page of each session, too.
  --format FORMAT        (export) asciicast, ocsf, csv or otel.
  --out FILE             (export) Instead of standard output.
  --endpoint URL         (export, otel) Send spans to a collector, OTLP in JSON.
  --header "NAME: VALUE" (export, otel) For the collector; may be given several times.

Exit codes: 0 done, 1 denied or findings, 2 bad input or policy, 3 review pending, 4 our fault, 125 failed before the command.
`;
}
function flagsOf(spec) {
    const lines = spec.inputs.filter((input) => input.face !== 'ci').map((input) => {
        const value = input.kind === 'flag' ? '' : ' VALUE';
        return `  ${`--${input.name}${value}`.padEnd(22)} ${input.description}${input.default === '' || input.kind === 'flag' ? '' : ` Default: ${input.default}.`}`;
    });
    return lines.join('\n');
}


/***/ }),

/***/ 6736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ jobInputs)
/* harmony export */ });
/* harmony import */ var _commands_verb_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of a verb from a job, as its declaration says.

/** Every input that the CI faces have. */
function jobInputs(spec, host) {
    const values = {};
    for (const input of spec.inputs.filter((candidate) => candidate.face !== 'cli')) {
        const text = host.input(input.name);
        values[input.name] = input.kind === 'list' ? (0,_commands_verb_js__WEBPACK_IMPORTED_MODULE_0__/* .listInput */ .dt)({ list: text }, 'list') : text;
    }
    return values;
}


/***/ }),

/***/ 24035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  runFromJob: () => (/* binding */ runFromJob),
  runVerb: () => (/* binding */ runVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/commands/run.js + 1 modules
var run = __nccwpck_require__(32650);
// EXTERNAL MODULE: ./lib/commands/run-spec.js
var run_spec = __nccwpck_require__(47379);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __nccwpck_require__(56371);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./lib/isolate/descriptors.js
// SPDX-License-Identifier: Apache-2.0
//
// Closes what whoever started us left open, so that COMMAND inherits 0, 1 and 2 alone: a descriptor open on a root's file is a way
// around every permission. Node keeps the first sixteen from its children and no others, and setpriv hands on what it gets.
// Refuses to close what children don't get: Node's own.


/** Linux tells here what is open; elsewhere Node starts programs with their three alone (POSIX_SPAWN_CLOEXEC_DEFAULT). */
const OPEN = '/proc/self/fd';
const FACTS = '/proc/self/fdinfo';
/** O_CLOEXEC in the octal flags of `fdinfo`. @see https://man7.org/linux/man-pages/man5/proc_pid_fdinfo.5.html */
const CLOSED_IN_CHILDREN = 0o2000000;
/** Closes every descriptor above 2 that a program started from here would get. */
async function closeInherited() {
    const numbers = await (0,promises_.readdir)(OPEN).catch(() => []);
    for (const number of numbers.map(Number).filter((number) => number > 2)) {
        // One that is gone by now was Node's.
        const facts = await (0,promises_.readFile)(`${FACTS}/${number}`, 'utf8').catch(() => null);
        if (facts !== null && isHandedOn(facts))
            (0,external_node_fs_.closeSync)(number);
    }
}
// Matches `flags:	0100000`, misses `pos:	0`.
function isHandedOn(facts) {
    const flags = /^flags:\s*([0-7]+)$/mu.exec(facts)?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & CLOSED_IN_CHILDREN) === 0;
}

// EXTERNAL MODULE: ./lib/core/program.js
var program = __nccwpck_require__(21771);
;// CONCATENATED MODULE: ./lib/isolate/repository.js
// SPDX-License-Identifier: Apache-2.0
//
// Takes out of a copied `.git` what belongs to the job: credentials, hooks, configuration. What stays is history to read. Refuses
// links and pointers to repositories elsewhere: they would be the original.


/** Settings hold tokens (`http.….extraheader`) and name programs; FETCH_HEAD holds URLs, with credentials in them on GitLab. */
const REMOVED = new Set(['config', 'config.worktree', 'FETCH_HEAD', 'credentials', 'hooks']);
/** Nothing but objects and names of branches, which may be called `config`. */
const KEPT_WHOLE = new Set(['objects', 'refs', 'logs']);
/** Disarms the repository at this path; one that is not a plain folder is removed. */
async function disarmRepository(repository) {
    const found = await (0,promises_.lstat)(repository);
    if (!found.isDirectory()) {
        await (0,promises_.rm)(repository);
        return;
    }
    await clean(repository);
    await (0,promises_.writeFile)((0,external_node_path_.join)(repository, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n', { mode: 0o644, flag: 'wx' });
    await (0,promises_.chmod)(repository, 0o755);
}
// Submodules and worktrees keep their own settings further down.
async function clean(folder) {
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (REMOVED.has(entry.name))
            await (0,promises_.rm)(path, { recursive: true, force: true });
        else if (entry.isDirectory() && !KEPT_WHOLE.has(entry.name))
            await clean(path);
    }
}

;// CONCATENATED MODULE: ./lib/isolate/workspace.js
// SPDX-License-Identifier: Apache-2.0
//
// A copy of the workspace for COMMAND, and the patch of what it changed. Repositories in the copy carry no credentials, hooks or
// configuration; the patch is made with a repository of our own outside the copy, so nothing that COMMAND wrote is ever run, and no
// attribute, filter or nested repository hides a change. Files that were ignored before are left out.





/** git without anybody's configuration. */
const GIT_ENVIRONMENT = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/nonexistent', LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'ostiary', GIT_AUTHOR_EMAIL: 'ostiary@invalid', GIT_COMMITTER_NAME: 'ostiary', GIT_COMMITTER_EMAIL: 'ostiary@invalid',
};
/** Bytes are compared as they are: `.gitattributes` of the workspace asks for no conversion. This file is stronger. */
const ATTRIBUTES = '* -text !eol !filter !ident !working-tree-encoding !diff\n';
/** Copies `workspace` into `<home>/workspace`, without the session folder, and remembers what was in it. */
async function copyWorkspace(request, home, runtime) {
    const { workspace, sessionDir } = request;
    refuseToCopyIntoItself(workspace, home);
    const path = (0,external_node_path_.join)(home, 'workspace');
    await (0,promises_.mkdir)(path, { mode: 0o755 });
    await workspace_program(['cp', '-a', '--reflink=auto', `${workspace}/.`, path], runtime);
    if (isInside(sessionDir, workspace))
        await (0,promises_.rm)((0,external_node_path_.join)(path, (0,external_node_path_.relative)(workspace, sessionDir)), { recursive: true, force: true });
    const repositories = await repositoriesIn(path, runtime);
    for (const repository of repositories)
        await disarmRepository(repository);
    const withheld = await holding(request.secrets, path, runtime);
    for (const file of withheld)
        await (0,promises_.rm)((0,external_node_path_.join)(path, file));
    const git = await remember(path, { home, nested: repositories.filter((found) => found !== (0,external_node_path_.join)(path, '.git')), runtime });
    return {
        path,
        withheld,
        async patch() {
            await workspace_program(['chmod', '-R', 'u+rwX', '--', path], runtime);
            // Whatever COMMAND called a repository would hide what is in it.
            for (const repository of await repositoriesIn(path, runtime))
                await (0,promises_.rm)(repository, { recursive: true, force: true });
            await git(['add', '-A', '--', '.']);
            const file = (0,external_node_path_.join)(sessionDir, 'changes.patch');
            await git(['diff', '--cached', '--binary', '--no-ext-diff', '--no-textconv', `--output=${file}`, 'HEAD']);
            await (0,promises_.chmod)(file, 0o600);
            if ((await (0,promises_.stat)(file)).size > 0)
                return file;
            await (0,promises_.rm)(file);
            return null;
        },
    };
}
/** Variables that point into the workspace point into its copy: `GITHUB_WORKSPACE`, entries of `PATH`. */
function relocated(environment, from, to) {
    const moved = (part) => (part === from || part.startsWith(`${from}/`) ? to + part.slice(from.length) : part);
    return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.split(':').map(moved).join(':')]));
}
function isInside(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith('../');
}
function refuseToCopyIntoItself(workspace, home) {
    if (!isInside(home, workspace))
        return;
    throw new errors/* GateError */.ue('ISOLATION_FAILED', `the workspace \`${workspace}\` holds the temporary folder, so it can not be copied there`, { hint: 'run in the folder of the project, set `TMPDIR` elsewhere, or choose `--workspace shared`' });
}
async function repositoriesIn(path, runtime) {
    const found = await workspace_program(['find', path, '-iname', '.git', '-prune', '-print0'], runtime);
    return found.toString('utf8').split('\0').filter((name) => name !== '');
}
// Steps before ours write such files, and what a copy holds COMMAND reads: Google's, for one, has the token that makes tokens.
async function holding(secrets, path, runtime) {
    const lines = secrets.filter((secret) => !/[\r\n]/u.test(secret));
    if (lines.length === 0)
        return [];
    const found = await workspace_program(['grep', '-rlZF', '--exclude-dir=.git', '-f', '-', '.'], runtime, { cwd: path, input: `${lines.join('\n')}\n`, fine: [0, 1] });
    return found.toString('utf8').split('\0').filter((name) => name !== '').map((name) => name.replace(/^\.\//u, ''));
}
// git takes a folder with a repository in it for one entry, so nested ones step aside while it looks.
async function remember(path, about) {
    const { home, nested, runtime } = about;
    const baseline = (0,external_node_path_.join)(home, 'baseline.git');
    await (0,promises_.mkdir)(baseline, { mode: 0o700 });
    const git = (args, input) => workspace_program(['git', '-c', 'core.bare=false', '-c', 'safe.directory=*', '-c', 'core.autocrlf=false', `--git-dir=${baseline}`, `--work-tree=${path}`, ...args], runtime, { cwd: path, input });
    await workspace_program(['git', 'init', '-q', '--bare', '--template=', baseline], runtime);
    await (0,promises_.mkdir)((0,external_node_path_.join)(baseline, 'info'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(baseline, 'info', 'attributes'), ATTRIBUTES);
    const aside = nested.map((repository, index) => ({ repository, place: (0,external_node_path_.join)(home, `aside-${index}`) }));
    for (const { repository, place } of aside)
        await (0,promises_.rename)(repository, place).catch(ignoreMissing);
    await git(['add', '-A', '--', '.']);
    await git(['update-index', '--add', '--remove', '-z', '--stdin'], await trackedButIgnored(path, runtime));
    await git(['commit', '-q', '--allow-empty', '--no-verify', '-m', 'before']);
    for (const { repository, place } of aside)
        await (0,promises_.rename)(place, repository).catch(ignoreMissing);
    return git;
}
// A file that somebody added in spite of `.gitignore` is part of the project.
async function trackedButIgnored(path, runtime) {
    const repository = (0,external_node_path_.join)(path, '.git');
    if ((await (0,promises_.stat)(repository).catch(() => null)) === null)
        return '';
    const listed = await workspace_program(['git', '-c', 'safe.directory=*', `--git-dir=${repository}`, `--work-tree=${path}`, 'ls-files', '-z', '-c', '-i', '--exclude-standard'], runtime, { cwd: path });
    return listed.toString('utf8');
}
// A `.git` that was a file or a link is gone since it was disarmed.
function ignoreMissing(thrown) {
    if (thrown.code !== 'ENOENT')
        throw thrown;
}
async function workspace_program([file, ...args], runtime, options = {}) {
    const { cwd, input, fine = [0] } = options;
    const result = await (0,program/* runProgram */.m)({ file: file ?? '', args, environment: GIT_ENVIRONMENT, ...(cwd === undefined ? {} : { cwd }), ...(input === undefined ? {} : { input }) }, runtime);
    if (result.code !== null && fine.includes(result.code))
        return result.stdout;
    throw new errors/* GateError */.ue('ISOLATION_FAILED', `the workspace can not be copied or compared: \`${file ?? ''}\` ended with ${result.code ?? 'a signal'}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`, {
        hint: 'the copy needs `git` and room in the temporary folder; or choose `--workspace shared`',
    });
}

;// CONCATENATED MODULE: ./lib/isolate/none.js
// SPDX-License-Identifier: Apache-2.0
//
// Isolation that was asked for by name not to be there: COMMAND runs as the same user. Still keeps the environment clean, our
// descriptors to ourselves and, when asked, the workspace a copy. Refuses nothing else: SECURITY.md says what that means.





/** `isolation: none`. */
class NoIsolation {
    #runtime;
    constructor(runtime) {
        this.#runtime = runtime;
    }
    async prepare(request) {
        await closeInherited();
        const home = request.mode === 'copy' ? await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-work-')) : null;
        const copy = home === null ? null : await copyWorkspace(request, home, this.#runtime);
        return {
            wrap: ([file, ...args]) => ({ file: file ?? '', args }),
            cwd: copy?.path ?? request.workspace,
            environment: copy === null ? request.environment : relocated(request.environment, request.workspace, copy.path),
            uid: null,
            withheld: copy?.withheld ?? [],
            collect: async () => (copy === null ? null : copy.patch()),
            dispose: async () => {
                if (home !== null)
                    await (0,promises_.rm)(home, { recursive: true, force: true });
            },
        };
    }
}

;// CONCATENATED MODULE: ./lib/isolate/probe.js
// SPDX-License-Identifier: Apache-2.0
//
// What the isolation is checked for before COMMAND starts, from inside: a small POSIX shell script prints facts as JSON, and a pure
// function judges them. Refuses to trust a fact that is missing, and programs of COMMAND's own PATH.
/** Arguments: pid of a process that must be unreadable, session folder, repository, the workspace when COMMAND has a copy of it (or empty), then sockets that must not be writable. */
const PROBE = `
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
pid=$1; sessions=$2; repository=$3; original=$4; shift 4
field() { sed -n "s/^$1:[[:space:]]*//p" /proc/self/status; }
yes() { if "$@" >/dev/null 2>&1; then printf true; else printf false; fi; }
sockets=false
for socket in "$@"; do if [ -w "$socket" ]; then sockets=true; fi; done
# A folder being listed is a descriptor, too, and gone when it is asked for again.
descriptors=false
[ -h "/proc/$$/fd/0" ] || descriptors=true
for descriptor in "/proc/$$/fd"/*; do
  case "\${descriptor##*/}" in 0|1|2) ;; *) if [ -h "$descriptor" ]; then descriptors=true; fi ;; esac
done
printf '{"uid":%s,"groups":"%s","noNewPrivileges":"%s","capabilities":"%s"' "$(id -u)" "$(field Groups)" "$(field NoNewPrivs)" "$(field CapEff)"
printf ',"readsGate":%s,"readsSessions":%s,"writesRepository":%s,"readsOriginal":%s,"sudo":%s,"rootSockets":%s,"descriptors":%s}' \\
  "$(yes cat "/proc/$pid/environ")" "$(yes ls "$sessions")" "$(if [ -e "$repository" ]; then yes test -w "$repository"; else printf false; fi)" "$(if [ -n "$original" ]; then yes test -x "$original"; else printf false; fi)" "$(yes sudo -n true)" "$sockets" "$descriptors"
`;
/** What does not hold, as ends of a sentence; empty when the isolation is what it should be. */
function probeFailures(facts, uid) {
    const groups = facts.groups.trim().split(/\s+/).filter((group) => group !== '' && group !== String(uid));
    const checks = [
        [facts.uid === uid, `the command would run as uid ${facts.uid}, not ${uid}`],
        [groups.length === 0, `the command would be in the groups ${groups.join(', ')}`],
        [facts.noNewPrivileges.trim() === '1', 'the command could gain privileges'],
        [/^0+$/.test(facts.capabilities.trim()), 'the command would have capabilities'],
        [facts.readsGate === false, "the command could read the gate's environment"],
        [facts.readsSessions === false, 'the command could read the session folder'],
        [facts.writesRepository === false, 'the command could write to `.git`'],
        [facts.readsOriginal === false, 'the command could enter the workspace itself, not only its copy'],
        [facts.sudo === false, 'the command could use sudo'],
        [facts.rootSockets === false, 'the command could reach a container engine'],
        [facts.descriptors === false, 'the command would inherit open files'],
    ];
    return checks.filter(([holds]) => !holds).map(([, failure]) => failure);
}

;// CONCATENATED MODULE: ./lib/isolate/user.js
// SPDX-License-Identifier: Apache-2.0
//
// COMMAND as another, unprivileged user (design.md, section 2): a spare numeric uid, no groups, no new privileges, no capabilities.
// Proves all of it with a probe before COMMAND starts, and refuses to start it otherwise. Never falls back.









/** Spare uids come from here: above what distributions and user namespaces hand out by default, below `nobody` (65534). */
const FIRST_UID = 61_184;
const LAST_UID = 65_519;
const PLAIN_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Sockets that are root by another name. */
const ROOT_SOCKETS = ['/var/run/docker.sock', '/run/docker.sock', '/var/lib/lxd/unix.socket', '/var/snap/lxd/common/lxd/unix.socket', '/run/podman/podman.sock', '/run/containerd/containerd.sock'];
/** `isolation: user`, on Linux, by root or by sudo without a password. `path`: where our own tools are, never the PATH of the job. */
class UserIsolation {
    #runtime;
    #platform;
    #path;
    constructor(runtime, platform, path = PLAIN_PATH) {
        this.#runtime = runtime;
        this.#platform = platform;
        this.#path = path;
    }
    async prepare(request) {
        if (this.#platform !== 'linux')
            throw unavailable(`isolation \`user\` works on Linux only, not on \`${this.#platform}\``);
        await closeInherited();
        const tools = await this.#tools();
        const uid = await this.#spareUid();
        const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-work-'));
        const asRoot = (args) => this.#run([...tools.elevate, ...args]);
        const isolated = await this.#build(request, { ...tools, uid, home, asRoot }).catch(async (thrown) => {
            await asRoot(['rm', '-rf', '--', home]);
            throw thrown;
        });
        try {
            await this.#prove(isolated, request, uid);
            return isolated;
        }
        catch (thrown) {
            await isolated.dispose();
            throw thrown;
        }
    }
    async #build(request, made) {
        const { elevate, uid, home, asRoot } = made;
        const copy = request.mode === 'copy' ? await copyWorkspace(request, home, this.#runtime) : null;
        const userHome = (0,external_node_path_.join)(home, 'home');
        await (0,promises_.mkdir)(userHome, { mode: 0o700 });
        await demand(asRoot(['chmod', '0711', '--', home]));
        await demand(asRoot(['chown', '-R', `${uid}:${uid}`, '--', userHome]));
        if (copy !== null)
            await handOver(copy.path, made);
        const drop = [made.setpriv, `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
        const given = copy === null ? request.environment : relocated(request.environment, request.workspace, copy.path);
        const environment = { ...given, HOME: userHome, USER: String(uid), LOGNAME: String(uid), GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
        const path = environment.PATH ?? PLAIN_PATH;
        const killAll = () => this.#run([...elevate, ...drop, '/bin/sh', '-c', 'kill -KILL -1']);
        // For as long as COMMAND runs nobody else enters the workspace: its `.git` has the job's token, and on GitLab everybody may write to it.
        const closed = [...(copy === null ? [] : [{ path: request.workspace, open: 'nothing' }]), ...request.closed];
        const reopen = await user_close(closed, asRoot);
        return {
            uid,
            withheld: copy?.withheld ?? [],
            cwd: copy?.path ?? request.workspace,
            environment,
            // sudo resets PATH even with -E; it is no secret, so it may stand in argv.
            wrap: (argv) => {
                const [file, ...args] = [...elevate, ...drop, ...(elevate.length > 0 ? ['/usr/bin/env', `PATH=${path}`] : []), ...argv];
                return { file: file ?? '', args };
            },
            collect: async () => {
                await killAll();
                if (copy === null)
                    return null;
                await demand(asRoot(['chown', '-R', '-h', '-P', String(process.getuid?.() ?? 0), '--', copy.path]));
                return copy.patch();
            },
            dispose: async () => {
                await killAll();
                await reopen();
                await demand(asRoot(['rm', '-rf', '--', home]));
            },
        };
    }
    async #tools() {
        const setpriv = await this.#locate('setpriv');
        if (setpriv === null)
            throw unavailable('isolation `user` needs `setpriv` (util-linux), which is not here');
        if (process.getuid?.() === 0)
            return { elevate: [], setpriv };
        const sudo = await this.#locate('sudo');
        if (sudo !== null && (await this.#run([sudo, '-n', 'true'])).code === 0)
            return { elevate: [sudo, '-n', '-E', '--'], setpriv };
        throw unavailable('isolation `user` needs root, or sudo without a password');
    }
    // INVARIANT: what runs as root is found by its place; an earlier step can put its own `setpriv` into PATH.
    async #locate(name) {
        for (const folder of this.#path.split(':')) {
            const file = (0,external_node_path_.join)(folder, name);
            if (await (0,promises_.access)(file, external_node_fs_.constants.X_OK).then(() => true, () => false))
                return file;
        }
        return null;
    }
    async #spareUid() {
        const taken = new Set();
        for (const line of (await (0,promises_.readFile)('/etc/passwd', 'utf8')).split('\n'))
            taken.add(Number(line.split(':')[2]));
        for (const entry of await (0,promises_.readdir)('/proc')) {
            if (!/^\d+$/.test(entry))
                continue;
            const owner = await (0,promises_.stat)((0,external_node_path_.join)('/proc', entry)).catch(() => null);
            if (owner !== null)
                taken.add(owner.uid);
        }
        for (let tries = 0; tries < 100; tries += 1) {
            const uid = FIRST_UID + (this.#runtime.random(4).readUInt32BE() % (LAST_UID - FIRST_UID + 1));
            if (!taken.has(uid))
                return uid;
        }
        throw unavailable('there is no spare user id on this machine');
    }
    async #prove(isolated, request, uid) {
        const { file, args } = isolated.wrap(['/bin/sh', '-c', PROBE, 'probe', String(process.pid), request.sessionDir, (0,external_node_path_.join)(isolated.cwd, '.git'), request.mode === 'copy' ? request.workspace : '', ...ROOT_SOCKETS]);
        const result = await (0,program/* runProgram */.m)({ file, args, cwd: isolated.cwd, environment: { ...isolated.environment } }, this.#runtime);
        if (result.code !== 0)
            throw unavailable(`the isolation can not be proven: the probe ended with ${result.code ?? 'a signal'}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
        const facts = JSON.parse(result.stdout.toString('utf8'));
        const failures = probeFailures(facts, uid);
        if (failures.length > 0)
            throw unavailable(`isolation \`user\` does not hold here: ${failures.join('; ')}`);
    }
    #run([file, ...args]) {
        return (0,program/* runProgram */.m)({ file: file ?? '', args, environment: { PATH: PLAIN_PATH, LC_ALL: 'C' } }, this.#runtime);
    }
}
// Everything but repositories becomes COMMAND's; they stay ours, readable and not writable.
async function handOver(path, { uid, asRoot }) {
    await demand(asRoot(['find', path, '-iname', '.git', '-prune', '-o', '-exec', 'chown', '-h', `${uid}:${uid}`, '{}', '+']));
    await demand(asRoot(['find', path, '-iname', '.git', '-prune', '-exec', 'chmod', '-R', 'a+rX,go-w', '{}', '+']));
    // A sticky folder owned by root: COMMAND makes files in it, but can't move `.git` away.
    await demand(asRoot(['chown', 'root:root', '--', path]));
    await demand(asRoot(['chmod', '1777', '--', path]));
}
/** Returns what opens them again. */
async function user_close(folders, asRoot) {
    const before = [];
    const reopen = async () => {
        for (const { path, mode } of before)
            await demand(asRoot(['chmod', mode, '--', path]));
    };
    try {
        for (const { path, open } of folders) {
            const found = await (0,promises_.stat)(path).catch(() => null);
            if (found === null)
                continue;
            before.push({ path, mode: (found.mode & 0o7777).toString(8) });
            await demand(asRoot(['chmod', open === 'nothing' ? 'go-rwx' : 'go-rw', '--', path]));
        }
        return reopen;
    }
    catch (thrown) {
        await reopen();
        throw thrown;
    }
}
async function demand(running) {
    const result = await running;
    if (result.code !== 0)
        throw unavailable(`the isolated workspace can not be prepared: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
}
function unavailable(message) {
    return new errors/* GateError */.ue('ISOLATION_FAILED', message, { hint: 'run where it is possible, or ask for `--isolation none` by name (SECURITY.md says what that gives up)' });
}

// EXTERNAL MODULE: ./lib/main/arguments.js + 1 modules
var main_arguments = __nccwpck_require__(6757);
// EXTERNAL MODULE: ./lib/main/command.js
var main_command = __nccwpck_require__(16204);
// EXTERNAL MODULE: ./lib/main/gate-child.js
var gate_child = __nccwpck_require__(65077);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __nccwpck_require__(6736);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __nccwpck_require__(71344);
;// CONCATENATED MODULE: ./lib/main/run.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `run` for its two doors: the command line and the CI action. Refuses to decide anything: command.ts owns the child process, commands/run.ts the order.














/** `ostiary run [FLAGS] -- COMMAND`. Under a CI product without `--`, the inputs come from the job (GitLab's script line). */
async function runVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const flags = run_spec/* runSpec */.l.inputs.filter((input) => input.face !== 'ci');
    const { inputs, words, rest } = (0,main_arguments/* parseArguments */.W)(argv, flags);
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` stands before \`--\``, { hint: 'write the command after `--`: `ostiary run --local --policy FILE -- psql`' });
    const fromJob = host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.v)(run_spec/* runSpec */.l, host);
    const command = rest.length > 0 ? rest : shellCommand(host);
    return runWith({ ...fromJob, ...inputs }, command, host);
}
/** The CI faces: every input from the job. */
async function runFromJob(host) {
    return runWith((0,main_inputs/* jobInputs */.v)(run_spec/* runSpec */.l, host), shellCommand(host), host);
}
function shellCommand(host) {
    const script = host.kind === 'shell' ? undefined : host.input('command');
    return script === undefined ? [] : ['bash', '-eo', 'pipefail', '-c', script];
}
async function runWith(raw, command, host) {
    const scratch = [];
    const gate = new gate_child/* GateChild */.q({ node: process.execPath, cli: (0,wire/* cliPath */.c)(), environment: process.env }, host, runtime/* systemRuntime */.gh);
    const deps = {
        host, gate, runtime: runtime/* systemRuntime */.gh, environment: process.env, workspace: process.cwd(), execute,
        isolations: { user: new UserIsolation(runtime/* systemRuntime */.gh, process.platform), none: new NoIsolation(runtime/* systemRuntime */.gh) },
        async writeGuide(text) {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-guide-'));
            scratch.push(folder);
            await (0,promises_.chmod)(folder, 0o755);
            const path = (0,external_node_path_.join)(folder, 'guide.md');
            await (0,promises_.writeFile)(path, text, { mode: 0o644 });
            return path;
        },
    };
    try {
        return await (0,run/* run */.eF)(raw, command, deps);
    }
    finally {
        for (const folder of scratch)
            await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function execute(command, argv, signal) {
    const hint = 'is it installed, and may the isolated user execute it?';
    return (0,main_command/* runCommand */.d)({ ...command.wrap(argv), cwd: command.cwd, environment: command.environment, stdio: 'inherit', name: argv[0] ?? '', hint }, signal);
}


/***/ }),

/***/ 71344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ realHost),
/* harmony export */   c: () => (/* binding */ cliPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73136);
/* harmony import */ var _host_detect_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(27780);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(56371);
// SPDX-License-Identifier: Apache-2.0
//
// The composition root: the real host, the real world, the paths of our own program. Refuses to decide anything.




/** The host of this process, from its environment. */
function realHost() {
    return (0,_host_detect_js__WEBPACK_IMPORTED_MODULE_2__/* .detectHost */ .k)(process.env, { stdout: (text) => process.stdout.write(text), stderr: (text) => process.stderr.write(text) }, _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__/* .systemRuntime */ .gh);
}
/** Path of `dist/cli.js`, which the gate process is started from. */
function cliPath() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url)), 'cli.js');
}


/***/ }),

/***/ 34936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ destinationOf),
/* harmony export */   _: () => (/* binding */ readMessage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34936);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9847);
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ access),
/* harmony export */   dt: () => (/* binding */ requestOperation),
/* harmony export */   iN: () => (/* binding */ askedOf),
/* harmony export */   j_: () => (/* binding */ destination)
/* harmony export */ });
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(79491);

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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


/***/ }),

/***/ 44380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Checked)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21308);
// SPDX-License-Identifier: Apache-2.0
//
// CHECK constraints that say `column IS NOT NULL`, and which of them are valid: SET NOT NULL then reads no rows (PostgreSQL 12 and later).
// Refuses conditions that say it in any other way than by themselves or with AND.

/** What is known of such constraints so far. */
class Checked {
    #checks = [];
    /** Takes in an ALTER TABLE; true when every SET NOT NULL in it is covered by a CHECK that was valid before. `home`: schema of names without one. */
    take(tree, home = 'public') {
        const body = tree['AlterTableStmt'];
        if (body === undefined)
            return false;
        const { schemaname = home, relname = '' } = (body['relation'] ?? {});
        const table = (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schemaname, relname);
        const before = this.#checks;
        let covered = null;
        for (const { AlterTableCmd: cmd } of (body['cmds'] ?? [])) {
            if (cmd === undefined)
                continue;
            if (cmd['subtype'] === 'AT_SetNotNull')
                covered = covered !== false && before.some((check) => check.valid && check.table === table && check.columns.includes(String(cmd['name'])));
            // PostgreSQL 18 has it as a constraint, too, which no CHECK covers in older ones.
            else if (cmd['subtype'] === 'AT_AddConstraint')
                covered = false;
            this.#command(cmd, table);
        }
        return covered === true;
    }
    /** The same constraints, to be changed apart. */
    copy() {
        const checked = new Checked();
        checked.#checks = this.#checks;
        return checked;
    }
    #command({ subtype, name, def }, table) {
        const constraint = def?.['Constraint'];
        const isIt = (check) => check.table === table && check.name === name;
        if (subtype === 'AT_AddConstraint' && constraint?.['contype'] === 'CONSTR_CHECK') {
            this.#checks = [...this.#checks, { table, name: String(constraint['conname']), columns: notNullIn(constraint['raw_expr']), valid: constraint['skip_validation'] !== true }];
        }
        else if (subtype === 'AT_ValidateConstraint')
            this.#checks = this.#checks.map((check) => (isIt(check) ? { ...check, valid: true } : check));
        else if (subtype === 'AT_DropConstraint')
            this.#checks = this.#checks.filter((check) => !isIt(check));
    }
}
function notNullIn(expression) {
    const { NullTest: test, BoolExpr: both } = (expression ?? {});
    if (both?.['boolop'] === 'AND_EXPR')
        return (both['args'] ?? []).flatMap(notNullIn);
    if (test?.['nulltesttype'] !== 'IS_NOT_NULL')
        return [];
    const fields = (test['arg'].ColumnRef?.fields ?? []);
    return fields.length === 1 && fields[0]?.String?.sval !== undefined ? [fields[0].String.sval] : [];
}


/***/ }),

/***/ 78939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ LiveSeries)
/* harmony export */ });
/* harmony import */ var _sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6435);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(44380);
/* harmony import */ var _made_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(31968);
/* harmony import */ var _session_state_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(85401);




/** The statements of one connection. */
class LiveSeries {
    #state = { made: new _made_js__WEBPACK_IMPORTED_MODULE_2__/* .Made */ .W(), checked: new _checked_js__WEBPACK_IMPORTED_MODULE_3__/* .Checked */ .y(), session: new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y() };
    /** As it was when no transaction was open last. */
    #safe = new _checked_js__WEBPACK_IMPORTED_MODULE_3__/* .Checked */ .y();
    /** Something was taken in that may still be taken back. */
    #dirty = false;
    #failed = false;
    /** Places the statements of one message, which are judged before any of them runs; call it for each, in order. */
    message(where, statements) {
        let trial = null;
        return (draft, facts) => {
            if (isPlain(facts) && !this.#dirty && trial === null)
                return { facts, ended: null };
            const state = trial ?? this.#state;
            const home = homeOf(where, state.session);
            const covered = state.checked.copy().take(draft.tree ?? {}, home ?? '');
            const hazards = facts.hazards.filter((hazard) => !this.#isSettled(hazard, { state, where, covered }));
            if (statements > 1) {
                trial ??= { made: state.made.copy(), checked: state.checked.copy(), session: state.session.copy() };
                take(trial, { draft, facts, home });
            }
            return { facts: hazards.length === facts.hazards.length ? facts : { ...facts, hazards }, ended: (tag) => this.#ended({ draft, facts, home }, tag) };
        };
    }
    /** No transaction is open on the connection: what was done is kept, or gone. */
    idle() {
        if (!this.#dirty)
            return;
        if (this.#failed)
            this.#state = { made: this.#state.made, checked: this.#safe, session: new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y() };
        if (this.#failed)
            this.#state.made.rollback();
        else if (this.#state.session.inTransaction)
            this.#state.session.end(true);
        this.#state.made.begin();
        this.#state.session.held.clear();
        this.#safe = this.#state.checked.copy();
        this.#dirty = false;
        this.#failed = false;
    }
    #ended(done, tag) {
        this.#dirty = true;
        if (tag === null) {
            this.#failed = true;
            return;
        }
        const back = done.facts.session.some(({ kind }) => TAKES_BACK.has(kind)) || (tag === 'ROLLBACK' && done.facts.session.length > 0);
        if (back) {
            this.#state.made.rollback();
            this.#state = { ...this.#state, checked: this.#safe.copy() };
            this.#state.session.forget();
            // Going back to a savepoint ends nothing, and keeps the locks from before it.
            if (done.facts.session.some(({ kind }) => kind === 'rollback' || kind === 'commit'))
                this.#state.session.end(false);
        }
        else
            take(this.#state, done);
    }
    #isSettled({ id, on }, { state, where, covered }) {
        const { made, session } = state;
        return (0,_sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__/* .settlementsOf */ .sm)(id).some((settlement) => {
            switch (settlement) {
                case 'new':
                    return on !== undefined && made.has(on) && (!this.#state.made.has(on) || isThere(on, where));
                case 'lock-timeout':
                    return session.limits('lock_timeout');
                case 'statement-timeout':
                    return session.limits('statement_timeout');
                case 'alone':
                    return [...session.held].every((name) => name === on);
                case 'unlocked':
                    return on === undefined || !session.held.has(on);
                case 'validated':
                    return covered;
                default:
                    return settlement;
            }
        });
    }
}
const TAKES_BACK = new Set(['rollback', 'rollback-to', 'prepare-transaction']);
function take({ made, checked, session }, { draft, facts, home }) {
    if (ranCode(facts)) {
        // It may have dropped, renamed and set anything.
        made.forget();
        session.take([{ kind: 'discard', what: 'all' }]);
        return;
    }
    const tree = draft.tree ?? {};
    for (const { id, on } of facts.hazards)
        if (id === 'missing-lock-timeout' && on !== undefined && !made.has(on))
            session.held.add(on);
    for (const { kind } of facts.session) {
        if (kind === 'begin') {
            // In a message of several statements it may begin with locks that are held already.
            const held = [...session.held];
            session.begin();
            for (const name of held)
                session.held.add(name);
        }
        else if (kind === 'commit')
            session.end(true);
    }
    if (home !== null)
        checked.take(tree, home);
    made.take(tree, { home, not: null });
    session.take(facts.session);
}
function isPlain(facts) {
    return facts.hazards.length === 0 && facts.session.length === 0 && !ranCode(facts);
}
function ranCode({ accesses, unknown }) {
    return unknown.length > 0 || accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown');
}
// Where a name without a schema comes to be. With temporary tables around it may mean one of those.
function homeOf({ catalog, searchPath }, session) {
    if (catalog === null)
        return session.pathKnown ? 'public' : null;
    if (searchPath === null || searchPath.some((schema) => schema.startsWith('pg_temp')))
        return null;
    return searchPath.find((schema) => schema !== 'pg_catalog') ?? null;
}
// The server has the last word on whether what was made is still there; types and schemas are not asked for.
function isThere(name, { catalog, stale }) {
    return catalog === null || stale || catalog.relations.has(name) || !name.includes('.') || [...catalog.types.values()].some((type) => type.name === name);
}


/***/ }),

/***/ 31968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Made)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21308);
// SPDX-License-Identifier: Apache-2.0
//
// What statements make, drop and rename, by canonical name: a table made earlier in the same change is in nobody's use. Refuses to take
// what may have been there (IF NOT EXISTS, OR REPLACE) for new, and names whose schema hangs on a search path that was changed.

/** Names that came to be and that went. */
class Made {
    #names = new Set();
    /** What was done since `begin`, to be undone from its end. */
    #done = [];
    has(name) {
        return this.#names.has(name);
    }
    /** The same names, to be changed apart. */
    copy() {
        const made = new Made();
        for (const name of this.#names)
            made.#names.add(name);
        made.#done = [...this.#done];
        return made;
    }
    /** A transaction begins. */
    begin() {
        this.#done = [];
    }
    /** All since `begin` is taken back. */
    rollback() {
        for (const { name, made } of this.#done.reverse())
            if (made)
                this.#names.delete(name);
            else
                this.#names.add(name);
        this.#done = [];
    }
    /**
     * Takes in a statement's tree. `home`: schema in which a name without one comes to be; null: not known, and such a name is not taken for new.
     * `not`: were there before the change.
     */
    take(tree, { home, not }) {
        for (const { schema, name } of made(tree)) {
            if (schema === undefined && home === null)
                continue;
            const canonical = schema === null ? name : (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schema ?? home ?? '', name);
            if (not?.has(canonical) !== true)
                this.#add(canonical);
        }
        const renamed = renames(tree, home);
        if (renamed !== null && this.#remove(renamed.from))
            this.#add(renamed.to);
        for (const { schema, name } of dropped(tree)) {
            if (schema !== undefined)
                this.#remove((0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schema ?? '', name));
            // Wherever it was found: what may be gone is new no more.
            else
                for (const known of this.#names)
                    if (known.endsWith(`.${(0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)('', name).slice(1)}`))
                        this.#remove(known);
        }
    }
    /** Nothing of it is new any more. */
    forget() {
        this.#names.clear();
        this.#done = [];
    }
    #add(name) {
        if (!this.#names.has(name))
            this.#done.push({ name, made: true });
        this.#names.add(name);
    }
    #remove(name) {
        if (!this.#names.delete(name))
            return false;
        this.#done.push({ name, made: false });
        return true;
    }
}
function made(tree) {
    const [[tag, body] = ['', {}]] = Object.entries(tree);
    if (body['if_not_exists'] === true)
        return [];
    switch (tag) {
        case 'CreateStmt':
            return range(body['relation']);
        case 'CreateTableAsStmt':
            return range(body['into']?.['rel']);
        case 'SelectStmt':
            return range(body['intoClause']?.['rel']);
        case 'IndexStmt':
            return typeof body['idxname'] === 'string' ? [{ schema: body['relation'].schemaname, name: body['idxname'] }] : [];
        case 'CreateSchemaStmt':
            return typeof body['schemaname'] === 'string' ? [{ schema: null, name: body['schemaname'] }] : [];
        case 'CreateEnumStmt':
            return listed(body['typeName']);
        case 'CreateDomainStmt':
            return listed(body['domainname']);
        default:
            return [];
    }
}
function range(rel) {
    if (rel?.relname === undefined)
        return [];
    // A temporary table is new, but the name without its schema may mean another one.
    return [{ schema: rel.relpersistence === 't' ? 'pg_temp' : rel.schemaname, name: rel.relname }];
}
function listed(nodes) {
    const names = (nodes ?? []).flatMap((node) => (node['String']?.sval ?? []));
    const name = names.at(-1);
    return name === undefined ? [] : [{ schema: names.length > 1 ? names[0] : undefined, name }];
}
function renames(tree, home) {
    const body = tree['RenameStmt'];
    if (body === undefined || !['OBJECT_TABLE', 'OBJECT_INDEX', 'OBJECT_MATVIEW', 'OBJECT_VIEW'].includes(String(body['renameType'])))
        return null;
    const { schemaname = home, relname = '' } = (body['relation'] ?? {});
    if (schemaname === null)
        return null;
    return { from: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schemaname, relname), to: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schemaname, String(body['newname'])) };
}
function dropped(tree) {
    const body = tree['DropStmt'];
    return (body?.['objects'] ?? []).flatMap((object) => {
        return listed(object['List']?.['items']);
    });
}


/***/ }),

/***/ 85401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ SessionState)
/* harmony export */ });
const NONE = { lock_timeout: false, statement_timeout: false };
/** One connection's state. */
class SessionState {
    /** Locked by the transaction that is open, of what was there before the change. */
    held = new Set();
    #transaction = false;
    #session = NONE;
    #local = NONE;
    #before = NONE;
    #pathChanged = false;
    /** The same state, to be changed apart. */
    copy() {
        const state = new SessionState();
        for (const name of this.held)
            state.held.add(name);
        [state.#transaction, state.#session, state.#local, state.#before, state.#pathChanged] = [this.#transaction, this.#session, this.#local, this.#before, this.#pathChanged];
        return state;
    }
    get inTransaction() {
        return this.#transaction;
    }
    /** False once the search path was changed: a name without a schema may then mean another thing than before. */
    get pathKnown() {
        return !this.#pathChanged;
    }
    /** True when the timeout is set. */
    limits(name) {
        return this.#transaction ? this.#local[name] : this.#session[name];
    }
    begin() {
        this.held.clear();
        this.#transaction = true;
        this.#before = this.#session;
        this.#local = this.#session;
    }
    end(kept) {
        this.held.clear();
        if (!kept && this.#transaction)
            this.#session = this.#before;
        this.#transaction = false;
    }
    /** What the open transaction set is taken back. */
    forget() {
        if (this.#transaction)
            [this.#session, this.#local] = [this.#before, this.#before];
    }
    /** Takes in what a statement does to settings. */
    take(effects) {
        for (const effect of effects) {
            if (effect.kind === 'set')
                this.#set(effect.name, isLimit(effect.name, effect.value), effect.local);
            else if (effect.kind === 'reset')
                for (const name of effect.name === null ? ['lock_timeout', 'statement_timeout', 'search_path'] : [effect.name])
                    this.#set(name, false, false);
            else if (effect.kind === 'discard')
                [this.#session, this.#local] = [NONE, NONE];
        }
    }
    #set(name, on, local) {
        if (name === 'search_path')
            this.#pathChanged = true;
        if (name !== 'lock_timeout' && name !== 'statement_timeout')
            return;
        this.#local = { ...this.#local, [name]: on };
        if (!local)
            this.#session = { ...this.#session, [name]: on };
    }
}
/** Waiting longer than this for a lock stops everybody else for as long. */
const MAX_LOCK_TIMEOUT_MS = 60_000;
const UNITS = { us: 0.001, '': 1, ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
// `0` and DEFAULT are no limit that we know of.
function isLimit(name, value) {
    const [, number, unit = ''] = /^\s*([0-9]{1,15}(?:\.[0-9]{1,9})?)\s*([a-z]*)\s*$/.exec(value ?? '') ?? []; // matches `2s`, `500`; misses `default`
    const milliseconds = number === undefined || !Object.hasOwn(UNITS, unit) ? 0 : Number(number) * (UNITS[unit] ?? 0);
    return milliseconds > 0 && (name !== 'lock_timeout' || milliseconds <= MAX_LOCK_TIMEOUT_MS);
}


/***/ }),

/***/ 6435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   sm: () => (/* binding */ settlementsOf)
/* harmony export */ });
/* unused harmony exports STATEMENT_HAZARDS, SERIES_HAZARDS */
// SPDX-License-Identifier: Apache-2.0
//
// The hazards of SQL statements by id, and what of their surroundings settles them; data only. A statement by itself has every hazard that
// it might have; only who sees what came before it (migrations/series.ts) may take one away.
// @see https://www.postgresql.org/docs/18/explicit-locking.html
/** What settles each hazard that a statement can have by itself; nothing settles those with an empty list. */
const STATEMENT_HAZARDS = {
    'index-not-concurrent': ['new'],
    'index-drop-not-concurrent': ['new'],
    'reindex-not-concurrent': ['new'],
    'constraint-not-not-valid': ['new'],
    'foreign-key-with-column': ['new'],
    'exclusion-constraint': ['new'],
    'unique-constraint-without-index': ['new'],
    'not-null-without-check': ['new', 'validated'],
    'validate-in-same-transaction': ['new', 'unlocked'],
    'required-column': ['new'],
    'volatile-default': ['new'],
    'generated-column': ['new'],
    'serial-column': ['new'],
    'column-type-change': ['new'],
    'table-rewrite': ['new'],
    'column-rename': ['new'],
    'table-rename': ['new'],
    'schema-rename': ['new'],
    'drop-column': ['new'],
    'drop-table': ['new'],
    'drop-schema': ['new'],
    'drop-database': [],
    'drop-not-null': ['new'],
    'domain-constraint': ['new'],
    'domain-not-null': ['new'],
    'trigger-disable': ['new'],
    'truncate-cascade': [],
    'vacuum-full': ['new'],
    cluster: ['new'],
    'refresh-not-concurrent': ['new'],
    'detach-not-concurrent': ['new'],
    'missing-lock-timeout': ['new', 'lock-timeout'],
    'missing-statement-timeout': ['new', 'statement-timeout'],
    'several-locks-in-transaction': ['new', 'alone'],
    'style.char-field': [],
    'style.varchar-limit': [],
    'style.int-field': [],
    'style.smallint-field': [],
    'style.serial-field': [],
    'style.timestamp-without-time-zone': [],
    'style.unqualified-name': [],
    'style.enum-order': [],
    'style.domain-with-constraint': [],
};
/**
 * Hazards of a series alone: mistakes by which the change would fail or do nothing. The server refuses or ignores these itself, so the
 * wire need not know them.
 */
const SERIES_HAZARDS = (/* unused pure expression or super */ null && (['concurrent-in-transaction', 'enum-value-in-transaction', 'transaction-left-open', 'transaction-nesting']));
/** What settles a hazard; nothing where the id is none of a statement's. */
function settlementsOf(id) {
    return Object.hasOwn(STATEMENT_HAZARDS, id) ? STATEMENT_HAZARDS[id] : [];
}


/***/ }),

/***/ 99634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ booksOf),
/* harmony export */   MU: () => (/* binding */ booksOfTool),
/* harmony export */   ip: () => (/* binding */ BOOKKEEPING_RULE),
/* harmony export */   pV: () => (/* binding */ bookkeeperOf)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21308);
/* harmony import */ var _core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(38869);
// SPDX-License-Identifier: Apache-2.0
//
// A migration tool's own book-keeping: its version tables, locks and settings, known by `changes[].tool`, so that what passed the check
// passes the wire. A statement is book-keeping as a whole or not at all. Refuses everything else that it may do on the side, objects of the
// same name elsewhere, roles other than its own, and a tool's books to callers whom no rule lets change the schema (evaluate.ts).


/** Rule id of what is allowed because of it. */
const BOOKKEEPING_RULE = 'builtin:migration-tool';
/** What each statement does to a book, and no more: a DELETE without a WHERE, a SELECT that locks are something else. */
const EFFECTS = {
    SELECT: ['read'], INSERT: ['read', 'write'], UPDATE: ['read', 'write'], DELETE: ['read', 'write'], 'LOCK TABLE': ['write'], 'TRUNCATE TABLE': ['destroy'],
    'CREATE TABLE': ['schema'], 'ALTER TABLE': ['schema'], 'CREATE INDEX': ['schema'], COMMENT: ['schema'],
};
const SCHEMA_STATEMENTS = ['CREATE SCHEMA', 'COMMENT'];
/** The books of all tools that `changes` names, by resource. */
function booksOf(changes) {
    const found = new Map();
    for (const { tool, table, resource } of changes) {
        const books = tool === null ? null : booksOfTool(tool, table);
        if (books === null)
            continue;
        const all = found.get(resource) ?? new Map();
        found.set(resource, all.set(`${books.tool} ${table ?? ''}`, books));
    }
    return new Map([...found].map(([resource, books]) => [resource, [...books.values()]]));
}
/** The books of a tool; null when it keeps none that we know. `table`: where the policy says that its version table is. */
function booksOfTool(name, table) {
    const tool = Object.hasOwn(_core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_TOOLS */ .b, name) ? _core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_TOOLS */ .b[name] : undefined;
    if (tool === undefined || tool.books.length === 0)
        return null;
    const schema = table === null ? 'public' : table.slice(0, table.indexOf('.'));
    const relations = tool.books.map(({ relation, statements }, index) => {
        if (index === 0 && table !== null)
            return [table, statements];
        return [relation.includes('.') ? relation : (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalName */ .E)(schema, relation), statements];
    });
    const schemas = table === null || tool.schemas.length === 0 ? tool.schemas : [schema];
    return { tool: name, relations: new Map(relations), schemas, functions: tool.functions, settings: tool.settings };
}
/** The tool whose book-keeping an operation is, all of it; null when it is not. */
function bookkeeperOf({ kind, facts }, books, resource) {
    if (kind !== 'sql' || facts.unknown.length > 0 || facts.forbidden.length > 0)
        return null;
    const touching = facts.accesses.filter((access) => access.builtin !== true);
    if (touching.length === 0)
        return null;
    const found = books.find((of) => touching.every((access) => isKept(access, facts, of, resource)) && facts.functions.every((use) => use.class === 'harmless' || of.functions.includes(`pg_catalog.${use.name}`)));
    return found?.tool ?? null;
}
function isKept({ effect, object, type }, facts, books, resource) {
    if (object === null)
        return false;
    switch (type) {
        case 'relation':
            return books.relations.get(object)?.includes(facts.statement) === true && EFFECTS[facts.statement]?.includes(effect) === true;
        case 'schema':
            return effect === 'schema' && books.schemas.includes(object) && SCHEMA_STATEMENTS.includes(facts.statement);
        case 'function':
            return effect === 'control' && facts.statement === 'SELECT' && books.functions.includes(object);
        case 'setting':
            return effect === 'control' && books.settings.includes(object) && facts.session.every((change) => change.kind === 'set' && isOwnValue(change, resource));
        default:
            return false;
    }
}
// A role is only ever set back to who logged in, and no tool wants to see the insides of the server.
function isOwnValue({ name, value }, { address }) {
    if (name === 'role')
        return value === 'none' || (value !== null && value === address?.user);
    return name !== 'client_min_messages' || value === null || !value.toLowerCase().startsWith('debug');
}


/***/ }),

/***/ 189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ withoutEstimate)
/* harmony export */ });
/** Only SQL has rows; for all else nothing is watched. */
function withoutEstimate(operation) {
    if (operation.kind !== 'sql')
        return { operation, rowsAsked: () => false };
    let asked = false;
    return { operation: Object.defineProperty({ ...operation }, 'rows', { get: () => void (asked = true) }), rowsAsked: () => asked };
}


/***/ }),

/***/ 81728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   Sq: () => (/* binding */ CODE),
/* harmony export */   j6: () => (/* binding */ GATE_HAZARD),
/* harmony export */   pB: () => (/* binding */ ELSEWHERE)
/* harmony export */ });
/** Judged on by its name; a policy can't register another one of that name. */
const REPOSITORY = {
    name: 'repository', type: 'repository', environment: null, labels: {}, url: null, address: null, target: 'repository', credential: null, vault: null,
    allowStatic: false, local: false, mask: [], tls: { mode: 'verify-full', ca: null }, holdMs: null,
};
const CODE = {
    unmatched: 'allow', unknown: 'review',
    finding: { rule: 'builtin:repository', reason: 'a change to code reaches production by other operations, which are judged there' },
};
/** A resource that another policy registered and decides about: here only what is said against an access has a say. */
const ELSEWHERE = {
    unmatched: 'allow', unknown: 'allow',
    finding: { rule: 'builtin:elsewhere', reason: 'the policy that registers the resource decides' },
};
/** Ids of hazards that begin like this are changes to what decides later changes: policy, CODEOWNERS, workflows, agent instructions, hooks. */
const GATE_HAZARD = 'gate.';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* reexport */ runAction),
  a: () => (/* reexport */ runCli)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(73136);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __nccwpck_require__(56371);
// EXTERNAL MODULE: ./lib/main/run.js + 6 modules
var run = __nccwpck_require__(24035);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __nccwpck_require__(71344);
;// CONCATENATED MODULE: ./lib/main/action.js
// SPDX-License-Identifier: Apache-2.0
//
// The GitHub Action's door: inputs from the environment, outcome as exit code, one catch. `ostiary` is the root action's walk by event.
// Refuses events that have no walk here, saying which action to use.




/** Runs one action of actions/ (or the root action, `ostiary`) and sets the exit code of this process. */
async function runAction(name) {
    const host = (0,wire/* realHost */.$)();
    const alive = (0,runtime/* stayAlive */.hI)();
    try {
        process.exitCode = await act(name, host);
    }
    catch (thrown) {
        const hint = thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
        host.annotate('error', `${(0,errors/* messageOf */.bD)(thrown)}${hint}`);
        process.exitCode = (0,errors/* exitCodeOf */.FO)(thrown);
        // Last: without a job there is no file for it, and the error above has said why.
        if (host.kind === 'github' && ['run', 'apply', 'ostiary'].includes(name))
            host.output('outcome', 'error');
    }
    finally {
        alive.cancel();
    }
}
async function act(name, host) {
    if (host.kind !== 'github')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'this is a GitHub Action, and `GITHUB_ACTIONS` is not set', { hint: 'elsewhere use the command line: `ostiary help`' });
    switch (name) {
        case 'run':
            return (0,run.runFromJob)(host);
        case 'policy-check':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(8989), __nccwpck_require__.e(2852), __nccwpck_require__.e(5384)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25384))).policyCheckFromJob(host);
        case 'approval-gate':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(2150), __nccwpck_require__.e(2670)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59066))).approvalGateFromJob(host);
        case 'apply':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(9484), __nccwpck_require__.e(2150), __nccwpck_require__.e(85), __nccwpck_require__.e(8749), __nccwpck_require__.e(1267)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82045))).applyFromJob(host);
        case 'oidc-token':
            return (await __nccwpck_require__.e(/* import() */ 1832).then(__nccwpck_require__.bind(__nccwpck_require__, 31832))).oidcTokenFromJob(host);
        case 'session-artifact':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(2852), __nccwpck_require__.e(85), __nccwpck_require__.e(8932), __nccwpck_require__.e(2830)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35971))).sessionArtifactFromJob(host);
        case 'run-post':
            return keepAfterwards(host);
        case 'ostiary':
            return walk(host);
        default:
            throw new errors/* GateError */.ue('INPUT_INVALID', `\`${name}\` is not an action of ostiary`);
    }
}
// The post step of `run` and `apply`, a program of its own: no variable that an earlier step could set decides which of the two runs.
async function keepAfterwards(host) {
    const recording = host.state('recording');
    if (recording === undefined) {
        host.log.info('the step made no recording, so there is none to keep');
        return errors/* EXIT */.dc.done;
    }
    if (host.input('artifact') === 'false')
        return errors/* EXIT */.dc.done;
    return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(2852), __nccwpck_require__.e(85), __nccwpck_require__.e(8932), __nccwpck_require__.e(2830)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35971))).keepRecordings(recording.split('\n'), host);
}
const RUN_ACTION = '`ostiary/ostiary/actions/run`';
const ON_PUSH = 'use it on `pull_request`, or on a push to the default branch: `on: { push: { branches: [main] } }`';
/** Events that people try, with what to do about each. */
const NO_WALK = {
    pull_request_target: ['the root action does not walk for `pull_request_target`, which gives a job secrets beside the code of the pull request', `never run code of the pull request there; ${ON_PUSH}`],
    schedule: ['the root action has no walk for the event `schedule`', `use the action ${RUN_ACTION} with the same inputs`],
    workflow_dispatch: ['the root action has no walk for the event `workflow_dispatch`', `use the action ${RUN_ACTION} with the same inputs`],
};
// A pull request is checked, and so is a merge queue's group; a push to the protected branch runs the command, or what was approved with it.
async function walk(host) {
    const { event_name: event = 'unknown', ref, default_branch: branch } = host.facts();
    if (event === 'pull_request' || event === 'merge_group')
        return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(8989), __nccwpck_require__.e(2852), __nccwpck_require__.e(5384)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25384))).policyCheckFromJob(host);
    if (event !== 'push') {
        const [message, hint] = NO_WALK[event] ?? [`the root action has no walk for the event \`${event}\``, ON_PUSH];
        throw new errors/* GateError */.ue('INPUT_INVALID', message, { hint });
    }
    if (branch === undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the event of this job does not name the default branch', { hint: `the root action reads it from \`GITHUB_EVENT_PATH\`; without one use the action ${RUN_ACTION}` });
    if (ref !== `refs/heads/${branch}`) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the root action runs on the default branch \`${branch}\` only, and this is \`${ref ?? 'no ref'}\``, { hint: 'restrict the workflow: `on: { push: { branches: [' + branch + '] } }`' });
    }
    return host.input('command') === undefined ? (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(9484), __nccwpck_require__.e(2150), __nccwpck_require__.e(85), __nccwpck_require__.e(8749), __nccwpck_require__.e(1267)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82045))).applyFromJob(host) : (0,run.runFromJob)(host);
}

// EXTERNAL MODULE: ./lib/main/help.js
var help = __nccwpck_require__(72842);
;// CONCATENATED MODULE: ./lib/main/cli.js
// SPDX-License-Identifier: Apache-2.0
//
// The command line's door: words in, exit code out, one catch. Loads a verb's code only when it is asked for. Refuses unknown words.



/** Runs the command line of this process and sets its exit code. */
async function runCli() {
    const alive = (0,runtime/* stayAlive */.hI)();
    try {
        process.exitCode = await main(process.argv.slice(2));
    }
    finally {
        alive.cancel();
    }
}
async function main(argv) {
    const [verb, ...rest] = argv;
    try {
        switch (verb) {
            case 'run':
                return await (await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 24035))).runVerb(rest);
            case 'plan':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(3849), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(9484), __nccwpck_require__.e(3743)]).then(__nccwpck_require__.bind(__nccwpck_require__, 73743))).planVerb(rest);
            case 'policy-check':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(8989), __nccwpck_require__.e(2852), __nccwpck_require__.e(5384)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25384))).policyCheckVerb(rest);
            case 'approval-gate':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(2150), __nccwpck_require__.e(2670)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59066))).approvalGateVerb(rest);
            case 'apply':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(9484), __nccwpck_require__.e(2150), __nccwpck_require__.e(85), __nccwpck_require__.e(8749), __nccwpck_require__.e(1267)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82045))).applyVerb(rest);
            case 'oidc-token':
                return await (await __nccwpck_require__.e(/* import() */ 1832).then(__nccwpck_require__.bind(__nccwpck_require__, 31832))).oidcTokenVerb(rest);
            case 'policy':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(2852), __nccwpck_require__.e(6316)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96316))).policyVerb(rest);
            case 'session-artifact':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(2852), __nccwpck_require__.e(85), __nccwpck_require__.e(8932), __nccwpck_require__.e(2830)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35971))).sessionArtifactVerb(rest);
            case 'gateway':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(3914), __nccwpck_require__.e(4370), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(9484), __nccwpck_require__.e(2150), __nccwpck_require__.e(85), __nccwpck_require__.e(8749), __nccwpck_require__.e(3611)]).then(__nccwpck_require__.bind(__nccwpck_require__, 33611))).gatewayVerb(rest);
            case 'session':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(8932), __nccwpck_require__.e(299)]).then(__nccwpck_require__.bind(__nccwpck_require__, 37478))).sessionVerb(rest);
            case 'doctor':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(3209), __nccwpck_require__.e(6094)]).then(__nccwpck_require__.bind(__nccwpck_require__, 36094))).doctorVerb(rest);
            case 'init':
                return await (await __nccwpck_require__.e(/* import() */ 6600).then(__nccwpck_require__.bind(__nccwpck_require__, 6600))).initVerb(rest);
            case 'demo':
                return await (await Promise.all(/* import() */[__nccwpck_require__.e(9167), __nccwpck_require__.e(3849), __nccwpck_require__.e(5024), __nccwpck_require__.e(8932), __nccwpck_require__.e(5839)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5394))).demoVerb(rest);
            case 'gate-process':
                await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(5709), __nccwpck_require__.e(8476), __nccwpck_require__.e(2852), __nccwpck_require__.e(2641), __nccwpck_require__.e(9484), __nccwpck_require__.e(2150), __nccwpck_require__.e(85), __nccwpck_require__.e(8749), __nccwpck_require__.e(8566)]).then(__nccwpck_require__.bind(__nccwpck_require__, 89746))).gateProcess(process.env);
                return errors/* EXIT */.dc.done;
            case 'version':
            case '--version':
            case '-v':
                process.stdout.write(`${help/* VERSION */.x}\n`);
                return errors/* EXIT */.dc.done;
            case undefined:
            case 'help':
            case '--help':
            case '-h':
                process.stdout.write((0,help/* helpText */.B)());
                return errors/* EXIT */.dc.done;
            default:
                throw new errors/* GateError */.ue('INPUT_INVALID', `\`${verb}\` is not a command of ostiary`, { hint: 'see `ostiary help`' });
        }
    }
    catch (thrown) {
        const hint = thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `\n  ${thrown.hint}` : '';
        process.stderr.write(`ostiary: ${(0,errors/* messageOf */.bD)(thrown)}${hint}\n`);
        // Whatever `run` throws, COMMAND has not been started.
        return verb === 'run' ? errors/* EXIT */.dc.beforeStart : (0,errors/* exitCodeOf */.FO)(thrown);
    }
}

;// CONCATENATED MODULE: ./lib/main/bundle.js
// SPDX-License-Identifier: Apache-2.0
//
// The one bundle behind every stub in dist/. libpg-query's loader expects CommonJS's `__dirname`, which an ES module does not have.


globalThis.__dirname ??= (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));



var __webpack_exports__runAction = __webpack_exports__.C;
var __webpack_exports__runCli = __webpack_exports__.a;
export { __webpack_exports__runAction as runAction, __webpack_exports__runCli as runCli };
