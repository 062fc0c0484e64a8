export const id = 4602;
export const ids = [4602];
export const modules = {

/***/ 4029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ Answer),
/* harmony export */   UW: () => (/* binding */ checkWhole),
/* harmony export */   VZ: () => (/* binding */ answersIn),
/* harmony export */   aD: () => (/* binding */ garbled),
/* harmony export */   ie: () => (/* binding */ clockOf),
/* harmony export */   r7: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1864);

const ID = /^[1-9][0-9]{0,18}$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
/** One object of an answer. `what` names it in errors: `pull request 7`. */
class Answer {
    #value;
    #what;
    constructor(value, what) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw garbled(what, 'it is no object');
        this.#value = value;
        this.#what = what;
    }
    text(field) {
        const value = this.#value[field];
        if (typeof value !== 'string')
            throw this.#bad(field);
        return value;
    }
    textOrNull(field) {
        const value = this.#value[field];
        return value === null || value === undefined ? null : this.text(field);
    }
    number(field) {
        const value = this.#value[field];
        if (typeof value !== 'number' || !Number.isSafeInteger(value))
            throw this.#bad(field);
        return value;
    }
    flag(field) {
        const value = this.#value[field];
        if (typeof value !== 'boolean')
            throw this.#bad(field);
        return value;
    }
    /** A numeric id as text. */
    id(field) {
        const text = String(this.#value[field]);
        if (!ID.test(text))
            throw this.#bad(field);
        return text;
    }
    commit(field) {
        const text = this.text(field);
        if (!COMMIT.test(text))
            throw this.#bad(field);
        return text;
    }
    has(field) {
        return field in this.#value;
    }
    is(field, value) {
        return this.#value[field] === value;
    }
    object(field) {
        return new Answer(this.#value[field], `${this.#what}, \`${field}\``);
    }
    /** The field has to be there; null is an answer. */
    objectOrNull(field) {
        if (!(field in this.#value))
            throw this.#bad(field);
        return this.#value[field] === null ? null : this.object(field);
    }
    list(field) {
        return answersIn(this.#value[field], `${this.#what}, \`${field}\``);
    }
    /** Ids of commits. */
    commits(field) {
        const value = this.#value[field];
        if (!Array.isArray(value) || !value.every((one) => typeof one === 'string' && COMMIT.test(one)))
            throw this.#bad(field);
        return value;
    }
    #bad(field) {
        return garbled(this.#what, `\`${field}\` is missing or not what it should be`);
    }
}
/** The objects of a list. */
function answersIn(value, what) {
    if (!Array.isArray(value))
        throw garbled(what, 'it is no list');
    return value.map((item) => new Answer(item, what));
}
/** Refusal of an answer that is not understood. */
function garbled(what, why) {
    return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_0__/* .forgeFailed */ .TZ)(`the forge's answer about ${what} is not understood: ${why}`, 'is it the address of the forge\'s API? run again');
}
/** `Date:` of an answer as ISO 8601; the forge's clock. */
function clockOf(header, what) {
    const time = Date.parse(header ?? '');
    if (!Number.isFinite(time))
        throw garbled(what, 'it does not say what time it is');
    return new Date(time).toISOString();
}
/** The text in a file's base64; throws unless it is whole, and text. */
function textIn(content, size, what) {
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length !== size)
        throw garbled(what, 'it did not arrive whole');
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_0__/* .forgeFailed */ .TZ)(`${what} is not UTF-8 text`, 'save it as UTF-8', cause);
    }
}
/** Throws unless as many came as the forge says there are. */
function checkWhole(came, said, what) {
    if (said !== null && came !== said)
        throw garbled(what, `it has ${said} and ${came} came`);
}


/***/ }),

/***/ 55566:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ pathsOf)
/* harmony export */ });
/** The paths that one file touches. `from`: the path that it had before; null, or the same, when it was not renamed. */
function pathsOf({ path, status }, from) {
    return from === null || from === path ? [{ path, status }] : [{ path, status }, { path: from, status: 'removed' }];
}


/***/ }),

/***/ 71901:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ gitlabClaimsFix),
/* harmony export */   _: () => (/* binding */ gitlabClaimsGuard),
/* harmony export */   yU: () => (/* binding */ githubClaimsGuard)
/* harmony export */ });
/* harmony import */ var _core_documentation_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96713);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4029);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8435);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1864);
// SPDX-License-Identifier: Apache-2.0
//
// Whether a forge keeps the tag of a claim where it is: whoever can remove or move it can have an approval used again. Refuses to take silence
// for safety, and patterns that it does not understand for ones that cover a claim.
// @see https://docs.github.com/rest/repos/rules  @see https://docs.gitlab.com/api/protected_tags/




const GITHUB_FIX = `Settings, Rules, Rulesets: a tag ruleset, active, for \`ostiary/claims/**\` that restricts updates and deletions, with nobody on its bypass list (${(0,_core_documentation_links_js__WEBPACK_IMPORTED_MODULE_2__/* .manual */ .j)('docs/approvals.md')})`;
const GITLAB_FIX = `Settings, Repository, Protected tags: \`ostiary/claims/*\`, allowed to create: the account of the enforcer (${(0,_core_documentation_links_js__WEBPACK_IMPORTED_MODULE_2__/* .manual */ .j)('docs/approvals.md')})`;
/** Without the first a claim can be taken away, without the second be given to another session. */
const NEEDED = { deletion: 'removed', update: 'moved' };
/** Rulesets that are looked into. */
const MAX_RULESETS = 50;
/** Any claim: the rules have to cover both ends. */
const ANY = ['0'.repeat(64), 'f'.repeat(64)];
/** On GitHub, by its rulesets. `ask`: a path of the API, as whoever enforces. `digests`: of claims, or those of any. */
async function githubClaimsGuard(repository, ask, digests = ANY) {
    const list = await ask(`/repos/${repository}/rulesets?targets=tag&per_page=100`);
    if (list.status !== 200)
        return { kind: 'not-known', why: `the token does not show the rulesets for tags (${list.status}): it would have to read the repository (\`metadata: read\`), of a plan that has rulesets` };
    if (!Array.isArray(list.body))
        throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .garbled */ .aD)('the rulesets for tags', 'it is no list');
    const ids = list.body.filter((one) => at(one, 'target') === 'tag' && at(one, 'enforcement') === 'active').map((one) => at(one, 'id'));
    if (ids.length > MAX_RULESETS)
        return { kind: 'not-known', why: `there are more than ${MAX_RULESETS} rulesets for tags` };
    const rulesets = await Promise.all(ids.map((id) => ask(`/repos/${repository}/rulesets/${Number(id)}`)));
    const covering = rulesets.filter(({ status, body }) => status === 200 && digests.every((digest) => covers(body, `refs/tags/${(0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimTag */ .rT)(digest)}`)));
    const unread = rulesets.some(({ status }) => status !== 200);
    for (const [rule, what] of Object.entries(NEEDED)) {
        const keeping = covering.filter(({ body }) => rulesOf(body).some((one) => at(one, 'type') === rule));
        const firm = keeping.filter(({ body }) => at(body, 'current_user_can_bypass') === 'never');
        if (firm.length > 0)
            continue;
        const loose = keeping.find(({ body }) => at(body, 'current_user_can_bypass') !== undefined);
        if (loose === undefined && unread)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_1__/* .forgeFailed */ .TZ)('a ruleset for tags that GitHub lists could not be read', 'run again; the token needs `metadata: read`');
        if (loose === undefined && keeping.length > 0)
            return { kind: 'not-known', why: 'GitHub does not tell this token whether it may bypass the ruleset for tags' };
        return { kind: 'open', fix: GITHUB_FIX, why: loose === undefined ? `nothing keeps the tags \`ostiary/claims/*\` from being ${what} by whoever may push, so an approval could be used again` : `this token may bypass the ruleset \`${String(at(loose.body, 'name'))}\`, so with it a tag \`ostiary/claims/*\` can be ${what}, and an approval be used again` };
    }
    // GitHub leaves `bypass_actors` out for whoever may not change the ruleset.
    const around = covering.filter(({ body }) => rulesOf(body).some((one) => String(at(one, 'type')) in NEEDED)).flatMap(({ body }) => (listAt(body, 'bypass_actors').length > 0 ? [String(at(body, 'name'))] : []));
    return { kind: 'kept', around };
}
/** On GitLab, by its protected tags, which only maintainers can remove. `ask`: a path of the API. */
async function gitlabClaimsGuard(project, ask, digests = ANY) {
    const { status, body } = await ask(`/projects/${encodeURIComponent(project)}/protected_tags?per_page=100`);
    if (status !== 200)
        return { kind: 'not-known', why: `the token does not show the protected tags (${status}): it would have to read the project's settings (\`read_api\`, Maintainer)` };
    if (!Array.isArray(body))
        throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .garbled */ .aD)('the protected tags', 'it is no list');
    const patterns = body.map((one) => String(at(one, 'name')));
    if (digests.every((digest) => patterns.some((pattern) => wild(pattern, '.*').test((0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimTag */ .rT)(digest)))))
        return { kind: 'kept', around: [] };
    return { kind: 'open', fix: GITLAB_FIX, why: 'the tags `ostiary/claims/*` are not protected, so whoever may push can remove one, and an approval be used again' };
}
/** What to set at GitLab when a claim turns out to be unprotected. */
function gitlabClaimsFix() {
    return GITLAB_FIX;
}
function covers(ruleset, ref) {
    const names = at(at(ruleset, 'conditions'), 'ref_name');
    const fits = (pattern, unclear) => (pattern === '~ALL' ? true : matches(String(pattern), ref) ?? unclear);
    return listAt(names, 'include').some((pattern) => fits(pattern, false)) && !listAt(names, 'exclude').some((pattern) => fits(pattern, true));
}
// As Ruby's fnmatch with FNM_PATHNAME, which GitHub uses: `*` stays within a part, `**` as a whole part before others is any number of them.
// Null: what is not understood.
function matches(pattern, ref) {
    if (/[?[\]{}\\~]/u.test(pattern))
        return null;
    const walk = (parts, names) => {
        const [part, ...rest] = parts;
        if (part === undefined)
            return names.length === 0;
        if (part === '**' && rest.length > 0)
            return walk(rest, names) || (names.length > 0 && walk(parts, names.slice(1)));
        const [name, ...others] = names;
        return name !== undefined && wild(part, '[^/]*').test(name) && walk(rest, others);
    };
    return walk(pattern.split('/'), ref.split('/'));
}
function wild(pattern, star) {
    return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join(star)}$`, 'u');
}
function rulesOf(ruleset) {
    return listAt(ruleset, 'rules');
}
function listAt(value, key) {
    const list = at(value, key);
    return Array.isArray(list) ? list : [];
}
function at(value, key) {
    return typeof value === 'object' && value !== null ? value[key] : undefined;
}


/***/ }),

/***/ 8435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ CHECK_NAME),
/* harmony export */   Ik: () => (/* binding */ OUR_BRANCHES),
/* harmony export */   OR: () => (/* binding */ claimMessage),
/* harmony export */   Ok: () => (/* binding */ sessionIn),
/* harmony export */   oi: () => (/* binding */ markLine),
/* harmony export */   rT: () => (/* binding */ claimTag)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What both forges write alike: the tag of a claim and what it says, the name of the check, the branches that are ours. Refuses to read
// into a tag more than a whole sentence of ours.
/** Name of the check; the rule of the branch should pin the App that may set it. */
const CHECK_NAME = 'ostiary/approval';
/** Branches that we made, and may remove. */
const OUR_BRANCHES = 'ostiary/approvals/';
const BY_HAND = 'of somebody who made the tag by hand';
/** The first line of a comment of ours, which nobody sees. */
function markLine(mark) {
    return `<!-- ostiary ${mark} -->`;
}
/** Made once for each manifest; docs/approvals.md has the rule that protects it. */
function claimTag(digest) {
    return `ostiary/claims/${digest}`;
}
/** What a claim's tag says. */
function claimMessage(session) {
    return `claimed by ostiary session ${session}`;
}
/** The session in a claim's tag. */
function sessionIn(message) {
    // Hits `claimed by ostiary session 0123-ab`; misses anything around it.
    return /^claimed by ostiary session ([A-Za-z0-9_-]{1,128})\s*$/u.exec(message)?.[1] ?? BY_HAND;
}


/***/ }),

/***/ 29872:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ makerOf),
/* harmony export */   Ry: () => (/* binding */ behind),
/* harmony export */   _R: () => (/* binding */ coAuthorsIn)
/* harmony export */ });
/** Addresses that agents sign with; no person can have an account under them. */
const AGENTS = new Set(['noreply@anthropic.com', 'noreply@openai.com', 'codex@openai.com', 'cursoragent@cursor.com', 'noreply@github.com', 'copilot@github.com']);
// Hits `Co-authored-by: Ann <ann@shop.example>` on a line of its own; misses it inside of a sentence.
const TRAILER = /^co-authored-by:[^<\n]*<([^<>\s]+)>[ \t]*$/gimu;
/** Addresses of the co-authors in a message. */
function coAuthorsIn(message) {
    return [...message.matchAll(TRAILER)].map(([, email]) => email);
}
/** What an address says by itself: an account by id, an agent or a bot (nobody who could approve), or nothing. */
function behind(email) {
    const plain = email.toLowerCase();
    if (AGENTS.has(plain))
        return 'nobody';
    // Hits `41898282+github-actions[bot]@users.noreply.github.com` and `812-ann@users.noreply.gitlab.example`; misses `ann@users.noreply.github.com`.
    const made = /^(\d+)([+-])([^@+]+)@users\.noreply\.[a-z0-9.-]+$/u.exec(plain);
    if (made !== null)
        return { id: made[1], login: made[3], kind: made[3].endsWith('[bot]') ? 'bot' : 'person' };
    // Hits the address of a project's or group's access token, or of a service account, at GitLab.
    return /^(?:(?:project|group)_\d+_bot(?:_[0-9a-f]+)?|service_account_[0-9a-z_]+)@noreply\.[a-z0-9.-]+$/u.test(plain) ? 'nobody' : null;
}
/** The maker for an address, unless it is nobody's. `known`: what the forge says of addresses. */
function makerOf(role, email, known) {
    const account = known.get(email.toLowerCase()) ?? behind(email);
    return account === 'nobody' ? [] : [{ role, account, email }];
}


/***/ }),

/***/ 34602:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHubApprovals: () => (/* binding */ GitHubApprovals)
});

// EXTERNAL MODULE: ./lib/forge/answer.js
var forge_answer = __webpack_require__(4029);
// EXTERNAL MODULE: ./lib/forge/claim-rules.js
var claim_rules = __webpack_require__(71901);
// EXTERNAL MODULE: ./lib/forge/claim.js
var claim = __webpack_require__(8435);
// EXTERNAL MODULE: ./lib/forge/github-client.js
var github_client = __webpack_require__(57606);
// EXTERNAL MODULE: ./lib/forge/changed-paths.js
var changed_paths = __webpack_require__(55566);
// EXTERNAL MODULE: ./lib/forge/commit-people.js
var commit_people = __webpack_require__(29872);
;// CONCATENATED MODULE: ./lib/forge/github-shapes.js


/** Owner and name, as GitHub's paths want them. */
function place({ path }) {
    const [owner = '', repo = ''] = path.split('/');
    return { owner, repo };
}
/** A pull request as both the single answer and the one to its creation tell it. */
function pullOf(answer, now) {
    const head = answer.object('head');
    const merged = answer.textOrNull('merged_at') !== null;
    const open = isOpen(answer);
    return {
        number: answer.number('number'), url: answer.text('html_url'), state: merged ? 'merged' : open ? 'open' : 'closed', author: accountOf(answer.objectOrNull('user')),
        head: head.commit('sha'), branch: head.text('ref'), headRepository: head.objectOrNull('repo')?.id('id') ?? null, base: answer.object('base').text('ref'),
        mergeCommit: merged ? answer.commit('merge_commit_sha') : null, now, commits: answer.number('commits'), files: answer.number('changed_files'),
    };
}
/** Whether a pull request is open. Throws when it is neither that nor closed. */
function isOpen(answer) {
    const open = answer.is('state', 'open');
    if (!open && !answer.is('state', 'closed'))
        throw (0,forge_answer/* garbled */.aD)('a pull request', 'it is neither open nor closed');
    return open;
}
/** An account; null when it is gone. */
function accountOf(answer) {
    if (answer === null)
        return null;
    const login = answer.text('login');
    // `ghost` stands for everybody who is gone.
    if (login === 'ghost')
        return null;
    return { id: answer.id('id'), login, kind: answer.is('type', 'User') && !login.endsWith('[bot]') ? 'person' : 'bot' };
}
/** The decision in a review's state; null: it is none. */
function decisionOf(state, what) {
    switch (state) {
        case 'APPROVED': return 'approved';
        case 'CHANGES_REQUESTED': return 'changes';
        case 'DISMISSED': return 'dismissed';
        case 'COMMENTED':
        case 'PENDING': return null;
        default: throw (0,forge_answer/* garbled */.aD)(what, `\`${state.slice(0, 40)}\` is no state of a review`);
    }
}
/** What the event of a dismissal says, by the review; nothing of one that had decided nothing. */
function dismissalIn(event) {
    const of = event.object('dismissed_review');
    const was = of.text('state').toLowerCase();
    if (was !== 'approved' && was !== 'changes_requested')
        return [];
    return [[of.id('review_id'), { was: was === 'approved' ? 'approved' : 'changes', by: accountOf(event.objectOrNull('actor')) }]];
}
/** Who is named in a commit of a pull request. */
function makersOf(answer) {
    const id = answer.commit('sha');
    const git = answer.object('commit');
    const known = new Map();
    const makers = [];
    for (const role of ['author', 'committer']) {
        // An account's object is empty when GitHub knows nobody by the address.
        const linked = answer.objectOrNull(role);
        const account = linked?.has('id') === true ? accountOf(linked) : null;
        const email = git.objectOrNull(role)?.textOrNull('email') ?? '';
        if (account !== null)
            known.set(email.toLowerCase(), account);
        makers.push(...(account === null ? (0,commit_people/* makerOf */.Or)(role, email, known) : [{ role, account, email }]));
    }
    return { id, makers: [...makers, ...(0,commit_people/* coAuthorsIn */._R)(git.text('message')).flatMap((email) => (0,commit_people/* makerOf */.Or)('co-author', email, known))] };
}

// EXTERNAL MODULE: ./lib/forge/policy-file.js
var policy_file = __webpack_require__(1864);
;// CONCATENATED MODULE: ./lib/forge/github-reviews.js





/** What GitHub lists of the commits and of the files of a pull request, and no more. */
const MAX_COMMITS = 250;
const MAX_FILES = 3_000;
/** A file that people review; the largest manifest and CODEOWNERS are smaller. */
const MAX_FILE_BYTES = 3 * 1024 * 1024;
const PAGE = 100;
/** What GitHub writes where there was no commit. */
const NO_COMMIT = /^0+$/u;
/** Somebody, or the end of the branch that it went to, pointed a pull request elsewhere. @see https://docs.github.com/rest/using-the-rest-api/issue-event-types */
const REBASED = new Set(['base_ref_changed', 'automatic_base_change_succeeded']);
const READ_PULLS = 'pull-requests: read';
const READ_CONTENTS = 'contents: read';
/** The half of the forge that reads. */
class GitHubReading {
    kind = 'github';
    #options;
    #client = null;
    constructor(options) {
        if (options.token === '')
            throw (0,policy_file/* forgeFailed */.TZ)('there is no token to read reviews with', `give one with \`${READ_PULLS}\` and \`${READ_CONTENTS}\``);
        this.#options = options;
    }
    octokit() {
        return (this.#client ??= (0,github_client/* githubClient */.$f)(this.#options));
    }
    pause(milliseconds) {
        return new Promise((resolve) => {
            this.#options.runtime.after(milliseconds, resolve);
        });
    }
    async repository(repositoryId) {
        (0,policy_file/* checkId */.ij)(repositoryId);
        const what = `repository ${repositoryId}`;
        const octokit = await this.octokit();
        const { data } = await (0,github_client/* asked */.NZ)({ what, permission: READ_CONTENTS }, () => octokit.request({ method: 'GET', url: '/repositories/{repository_id}', repository_id: repositoryId }));
        const answer = new forge_answer/* Answer */.Fn(data, what);
        if (answer.id('id') !== repositoryId)
            throw (0,forge_answer/* garbled */.aD)(what, 'it is about another one');
        const path = answer.text('full_name');
        const [owner = '', repo = ''] = path.split('/');
        const branch = answer.text('default_branch');
        const head = await (0,github_client/* asked */.NZ)({ what: `branch \`${branch}\` of ${path}`, permission: READ_CONTENTS }, () => octokit.rest.repos.getBranch({ owner, repo, branch }));
        const found = new forge_answer/* Answer */.Fn(head.data, `branch \`${branch}\``);
        if (found.text('name') !== branch)
            throw (0,forge_answer/* garbled */.aD)(`branch \`${branch}\``, 'it is about another one');
        return { id: repositoryId, path, url: answer.text('html_url'), defaultBranch: branch, isProtected: found.is('protected', true), head: found.object('commit').commit('sha') };
    }
    async pull(repository, number) {
        const what = `pull request ${number} of ${repository.path}`;
        const octokit = await this.octokit();
        const { data, headers } = await (0,github_client/* asked */.NZ)({ what, permission: READ_PULLS }, () => octokit.rest.pulls.get({ ...place(repository), pull_number: number }));
        const answer = new forge_answer/* Answer */.Fn(data, what);
        if (answer.number('number') !== number)
            throw (0,forge_answer/* garbled */.aD)(what, 'it is about another one');
        if (answer.object('base').object('repo').id('id') !== repository.id)
            throw (0,forge_answer/* garbled */.aD)(what, 'it is of another repository');
        return pullOf(answer, (0,forge_answer/* clockOf */.ie)(headers.date, what));
    }
    async reviews(repository, pull) {
        const what = `the reviews of pull request ${pull.number}`;
        const octokit = await this.octokit();
        const all = await (0,github_client/* asked */.NZ)({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.pulls.listReviews, { ...place(repository), pull_number: pull.number, per_page: PAGE }));
        // Read after them: whatever happened to one of them, or base it was made for, is told.
        const { since, dismissals } = await this.#eventsOf(repository, pull);
        const ids = new Set();
        const decisions = (0,forge_answer/* answersIn */.VZ)(all, what).flatMap((answer) => {
            const id = answer.id('id');
            if (ids.has(id))
                throw (0,forge_answer/* garbled */.aD)(what, `review ${id} came twice`);
            ids.add(id);
            const decision = decisionOf(answer.text('state'), what);
            if (decision === null)
                return [];
            const at = answer.textOrNull('submitted_at');
            if (at === null)
                throw (0,forge_answer/* garbled */.aD)(what, `review ${id} was decided at no time`);
            const dismissed = decision === 'dismissed' ? dismissals.get(id) : undefined;
            return [{ id, by: accountOf(answer.objectOrNull('user')), decision, commit: answer.textOrNull('commit_id'), at: (0,forge_answer/* clockOf */.ie)(at, what), ...(dismissed === undefined ? {} : { dismissed }) }];
        });
        return { binding: { kind: 'commit', since }, decisions: [...decisions].sort((a, b) => a.at.localeCompare(b.at) || Number(a.id) - Number(b.id)) };
    }
    // At the same head another base shows another difference, and GitHub keeps what was said of the first one. Whoever may write may dismiss.
    async #eventsOf(repository, pull) {
        const what = `the events of pull request ${pull.number}`;
        const octokit = await this.octokit();
        const all = (0,forge_answer/* answersIn */.VZ)(await (0,github_client/* asked */.NZ)({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.issues.listEvents, { ...place(repository), issue_number: pull.number, per_page: PAGE })), what);
        const times = all.filter((answer) => REBASED.has(answer.text('event'))).map((answer) => (0,forge_answer/* clockOf */.ie)(answer.text('created_at'), what));
        return { since: [...times].sort().at(-1) ?? null, dismissals: new Map(all.filter((answer) => answer.is('event', 'review_dismissed')).flatMap(dismissalIn)) };
    }
    async commits(repository, pull) {
        const what = `the commits of pull request ${pull.number}`;
        if (pull.commits === null || pull.commits > MAX_COMMITS)
            throw (0,policy_file/* forgeFailed */.TZ)(`${what}: there are more than the ${MAX_COMMITS} that GitHub lists`, 'approve smaller changes, or in a pull request of their own');
        const octokit = await this.octokit();
        const all = await (0,github_client/* asked */.NZ)({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.pulls.listCommits, { ...place(repository), pull_number: pull.number, per_page: PAGE }));
        const commits = (0,forge_answer/* answersIn */.VZ)(all, what);
        (0,forge_answer/* checkWhole */.UW)(commits.length, pull.commits, what);
        if (!commits.some((commit) => commit.commit('sha') === pull.head))
            throw (0,forge_answer/* garbled */.aD)(what, 'the head is not among them');
        return commits.map(makersOf);
    }
    async changedPaths(repository, pull) {
        const what = `the files of pull request ${pull.number}`;
        if (pull.files === null || pull.files > MAX_FILES)
            throw (0,policy_file/* forgeFailed */.TZ)(`${what}: there are more than the ${MAX_FILES} that GitHub lists`, 'approve smaller changes, or in a pull request of their own');
        const octokit = await this.octokit();
        const all = await (0,github_client/* asked */.NZ)({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.pulls.listFiles, { ...place(repository), pull_number: pull.number, per_page: PAGE }));
        (0,forge_answer/* checkWhole */.UW)(all.length, pull.files, what);
        const changed = (answer) => (answer.is('status', 'added') ? 'added' : answer.is('status', 'removed') ? 'removed' : 'other');
        return (0,forge_answer/* answersIn */.VZ)(all, what).flatMap((answer) => (0,changed_paths/* pathsOf */.w)({ path: answer.text('filename'), status: changed(answer) }, answer.is('status', 'copied') ? null : answer.textOrNull('previous_filename')));
    }
    async pushes(repository, branch) {
        const what = `the pushes to \`${branch}\``;
        const octokit = await this.octokit();
        const ref = `refs/heads/${branch}`;
        const all = await (0,github_client/* asked */.NZ)({ what, permission: READ_CONTENTS }, () => octokit.paginate(octokit.rest.repos.listActivities, { ...place(repository), ref, per_page: PAGE }));
        // Creation of a branch, pushes and force pushes leave a head behind; a deletion does not.
        return (0,forge_answer/* answersIn */.VZ)(all, what).flatMap((answer) => {
            if (answer.text('ref') !== ref)
                throw (0,forge_answer/* garbled */.aD)(what, 'they are of another branch');
            if (answer.is('activity_type', 'branch_deletion'))
                return [];
            const isNew = answer.is('activity_type', 'branch_creation') || NO_COMMIT.test(answer.commit('before'));
            return [{ before: isNew ? null : answer.commit('before'), after: answer.commit('after'), by: accountOf(answer.objectOrNull('actor')) }];
        });
    }
    async history(repository, commit, path) {
        const what = `the history of \`${path}\``;
        const octokit = await this.octokit();
        const { data } = await (0,github_client/* asked */.NZ)({ what, permission: READ_CONTENTS }, () => octokit.rest.repos.listCommits({ ...place(repository), sha: commit, path, per_page: PAGE }));
        return (0,forge_answer/* answersIn */.VZ)(data, what).map((answer) => answer.commit('sha'));
    }
    async openAt(repository, commit) {
        const all = await this.#pullsOf(repository, commit);
        // One that is not understood could be open, and show this commit.
        return all.filter((pull) => isOpen(pull) && pull.object('head').commit('sha') === commit).map((pull) => pull.number('number'));
    }
    async mergedAs(repository, commit) {
        const all = await this.#pullsOf(repository, commit);
        const merged = all.filter((pull) => pull.textOrNull('merged_at') !== null && pull.is('merge_commit_sha', commit) && pull.object('base').is('ref', repository.defaultBranch));
        return merged.length === 1 ? merged[0].number('number') : null;
    }
    async standing(repository, account) {
        const what = `what \`${account.login}\` may do in ${repository.path}`;
        const octokit = await this.octokit();
        const { data } = await (0,github_client/* asked */.NZ)({ what, permission: READ_CONTENTS, absent: 'nobody of that name' }, () => octokit.rest.repos.getCollaboratorPermissionLevel({ ...place(repository), username: account.login }));
        const answer = new forge_answer/* Answer */.Fn(data, what);
        const found = accountOf(answer.objectOrNull('user'));
        if (found === null || found.id !== account.id)
            throw (0,policy_file/* forgeFailed */.TZ)(`${what}: GitHub answered about another account than ${account.id}`, 'was it renamed just now? run again');
        // `maintain` and custom roles are told as the one of these that they build on.
        return { account: found, mayWrite: ['admin', 'write'].includes(answer.text('permission')) };
    }
    async team(name) {
        const [org = '', slug = '', ...rest] = name.split('/');
        if (org === '' || slug === '' || rest.length > 0)
            throw (0,policy_file/* forgeFailed */.TZ)(`\`${name}\` is not the name of a team`, 'write `organisation/team`');
        const what = `the members of team \`${name}\``;
        const octokit = await this.octokit();
        const wanted = { what, permission: 'members: read` of the organisation, which no job token has: use the token of an App, or name `users', absent: 'there is no such team, or the token can not see it' };
        const all = await (0,github_client/* asked */.NZ)(wanted, () => octokit.paginate(octokit.rest.teams.listMembersInOrg, { org, team_slug: slug, per_page: PAGE }));
        return (0,forge_answer/* answersIn */.VZ)(all, what).map((answer) => answer.id('id'));
    }
    async file(repository, commit, path) {
        const what = `\`${path}\` of ${repository.path}`;
        const octokit = await this.octokit();
        const data = await (0,github_client/* asked */.NZ)({ what, permission: READ_CONTENTS }, async () => {
            try {
                return (await octokit.rest.repos.getContent({ ...place(repository), path, ref: commit })).data;
            }
            catch (thrown) {
                if ((0,github_client/* statusOf */.c2)(thrown) === 404)
                    return null;
                throw thrown;
            }
        });
        if (data === null)
            return null;
        if (Array.isArray(data))
            throw (0,forge_answer/* garbled */.aD)(what, 'it is a folder');
        const answer = new forge_answer/* Answer */.Fn(data, what);
        if (!answer.is('type', 'file') || answer.text('path') !== path)
            throw (0,forge_answer/* garbled */.aD)(what, 'it is not an ordinary file');
        const size = answer.number('size');
        if (size > MAX_FILE_BYTES || !answer.is('encoding', 'base64'))
            throw (0,forge_answer/* garbled */.aD)(what, 'it is too large');
        return (0,forge_answer/* textIn */.r7)(answer.text('content'), size, what);
    }
    async prompters(repository, run) {
        const what = `run ${run} of ${repository.path}`;
        const octokit = await this.octokit();
        const { data } = await (0,github_client/* asked */.NZ)({ what, permission: 'actions: read' }, () => octokit.rest.actions.getWorkflowRun({ ...place(repository), run_id: Number(run) }));
        const answer = new forge_answer/* Answer */.Fn(data, what);
        if (answer.id('id') !== run || answer.object('repository').id('id') !== repository.id)
            throw (0,forge_answer/* garbled */.aD)(what, 'it is about another one');
        const actors = [accountOf(answer.objectOrNull('actor')), accountOf(answer.objectOrNull('triggering_actor'))];
        // A bot was set going by somebody, too, and GitHub does not say by whom.
        if (actors.some((actor) => actor === null || actor.kind !== 'person'))
            return null;
        return [...new Map(actors.map((actor) => [actor.id, { id: actor.id, login: actor.login }])).values()];
    }
    async underReview(repository, branchPrefix, also) {
        const octokit = await this.octokit();
        const what = `branches that begin with \`${branchPrefix}\``;
        const refs = await (0,github_client/* asked */.NZ)({ what, permission: READ_CONTENTS }, () => octokit.paginate(octokit.rest.git.listMatchingRefs, { ...place(repository), ref: `heads/${branchPrefix}` }));
        const pulls = [];
        for (const ref of (0,forge_answer/* answersIn */.VZ)(refs, what)) {
            const branch = ref.text('ref').replace(/^refs\/heads\//u, '');
            const listed = await (0,github_client/* asked */.NZ)({ what: `pull requests of \`${branch}\``, permission: READ_PULLS }, () => octokit.rest.pulls.list({ ...place(repository), head: `${place(repository).owner}:${branch}`, state: 'all', per_page: PAGE }));
            for (const answer of (0,forge_answer/* answersIn */.VZ)(listed.data, what)) {
                const number = answer.number('number');
                const head = answer.object('head');
                // A fork of the same owner may have a branch of the same name.
                if (head.is('ref', branch) && head.objectOrNull('repo')?.id('id') === repository.id)
                    pulls.push(await this.pull(repository, number));
            }
        }
        return pulls.filter(({ state }) => state !== 'closed' || also === 'closed');
    }
    async #pullsOf(repository, commit) {
        const what = `the pull requests of commit ${commit.slice(0, 12)}`;
        const octokit = await this.octokit();
        return (0,forge_answer/* answersIn */.VZ)(await (0,github_client/* asked */.NZ)({ what, permission: READ_PULLS }, () => octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, { ...place(repository), commit_sha: commit, per_page: PAGE })), what);
    }
}

;// CONCATENATED MODULE: ./lib/forge/github-approvals.js







const WRITE_CONTENTS = 'contents: write';
const WRITE_PULLS = 'pull-requests: write';
const MAX_TITLE = 140;
const MAX_SUMMARY = 65_000;
const MAX_COMMENT = 65_000;
/** Code owners that are asked; more than that is everybody, and nobody. */
const MAX_OWNERS = 15;
/** A pull request shows a push a moment later; looks at it, and between two of them. */
const MAX_LOOKS = 10;
const LOOK_MS = 1_000;
const github_approvals_PAGE = 100;
/** GitHub.com, GHE.com or a GitHub Enterprise Server, with the enforcer's own token. */
class GitHubApprovals extends GitHubReading {
    async claim(repository, { digest, commit, session }) {
        const wanted = { what: `the claim of manifest ${digest.slice(0, 12)}`, permission: `${WRITE_CONTENTS}\`, and a place on the bypass list of the ruleset that protects \`ostiary/claims/*` };
        const octokit = await this.octokit();
        // A tag object says whose the claim is; made first, so that asking twice for the reference asks for the same thing.
        const tag = await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.git.createTag({ ...place(repository), tag: (0,claim/* claimTag */.rT)(digest), message: (0,claim/* claimMessage */.OR)(session), object: commit, type: 'commit' }));
        const sha = new forge_answer/* Answer */.Fn(tag.data, wanted.what).commit('sha');
        try {
            // INVARIANT: GitHub makes a reference once; this is the only place that turns an approval into a use.
            const made = await octokit.rest.git.createRef({ ...place(repository), ref: `refs/tags/${(0,claim/* claimTag */.rT)(digest)}`, sha });
            if (new forge_answer/* Answer */.Fn(made.data, wanted.what).text('ref') !== `refs/tags/${(0,claim/* claimTag */.rT)(digest)}`)
                throw (0,forge_answer/* garbled */.aD)(wanted.what, 'another reference was made');
            return 'claimed';
        }
        catch (thrown) {
            if ((0,github_client/* statusOf */.c2)(thrown) !== 422)
                throw (0,github_client/* failureOf */.g5)(wanted, thrown);
            const by = await this.claimant(repository, digest);
            if (by === null)
                throw (0,policy_file/* forgeFailed */.TZ)(`${wanted.what} was not accepted, and there is none`, 'does a ruleset keep the token from making tags `ostiary/claims/*`? put it on the bypass list', thrown);
            return by === session ? 'claimed' : 'taken';
        }
    }
    async claimsGuard(repository, digest) {
        const octokit = await this.octokit();
        return (0,claim_rules/* githubClaimsGuard */.yU)(repository.path, async (path) => {
            try {
                const { status, data } = await octokit.request(`GET ${path}`);
                return { status, body: data };
            }
            catch (thrown) {
                const status = (0,github_client/* statusOf */.c2)(thrown);
                if (status === 403 || status === 404)
                    return { status, body: null };
                throw (0,github_client/* failureOf */.g5)({ what: 'the rulesets for tags', permission: 'metadata: read' }, thrown);
            }
        }, [digest]);
    }
    async claimant(repository, digest) {
        const wanted = { what: `the claim of manifest ${digest.slice(0, 12)}`, permission: 'contents: read' };
        const octokit = await this.octokit();
        const refs = await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.git.listMatchingRefs({ ...place(repository), ref: `tags/${(0,claim/* claimTag */.rT)(digest)}` }));
        const ref = (0,forge_answer/* answersIn */.VZ)(refs.data, wanted.what).find((answer) => answer.is('ref', `refs/tags/${(0,claim/* claimTag */.rT)(digest)}`));
        if (ref === undefined)
            return null;
        const target = ref.object('object');
        if (!target.is('type', 'tag'))
            return 'of somebody who made the tag by hand';
        const { data } = await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.git.getTag({ ...place(repository), tag_sha: target.commit('sha') }));
        return (0,claim/* sessionIn */.Ok)(new forge_answer/* Answer */.Fn(data, wanted.what).text('message'));
    }
    async open(repository, proposal) {
        const wanted = { what: `the approval pull request on \`${proposal.branch}\``, permission: WRITE_CONTENTS };
        const there = await this.#onBranch(repository, proposal.branch);
        if (there !== null)
            return there;
        await this.#commit(repository, proposal, wanted);
        const octokit = await this.octokit();
        try {
            const made = await octokit.rest.pulls.create({ ...place(repository), title: proposal.title, body: proposal.body, head: proposal.branch, base: repository.defaultBranch, maintainer_can_modify: false });
            return pullOf(new forge_answer/* Answer */.Fn(made.data, wanted.what), (0,forge_answer/* clockOf */.ie)(made.headers.date, wanted.what));
        }
        catch (thrown) {
            // Another gate may have been quicker.
            const other = (0,github_client/* statusOf */.c2)(thrown) === 422 ? await this.#onBranch(repository, proposal.branch) : null;
            if (other !== null)
                return other;
            throw (0,github_client/* failureOf */.g5)({ ...wanted, permission: WRITE_PULLS }, thrown);
        }
    }
    async #onBranch(repository, branch) {
        const octokit = await this.octokit();
        const what = `pull requests of \`${branch}\``;
        const { data } = await (0,github_client/* asked */.NZ)({ what, permission: 'pull-requests: read' }, () => octokit.rest.pulls.list({ ...place(repository), head: `${place(repository).owner}:${branch}`, state: 'open' }));
        // A fork of the same owner may have a branch of the same name.
        const found = (0,forge_answer/* answersIn */.VZ)(data, what).map((answer) => ({ number: answer.number('number'), head: answer.object('head') })).find(({ head }) => head.is('ref', branch) && head.objectOrNull('repo')?.id('id') === repository.id);
        return found === undefined ? null : this.pull(repository, found.number);
    }
    // The branch that is there already holds what the quicker gate put up; it is never moved.
    async #commit(repository, { branch, files, title }, wanted) {
        const octokit = await this.octokit();
        const at = place(repository);
        const tree = await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.git.createTree({ ...at, base_tree: repository.head, tree: files.map(({ path, text }) => ({ path, mode: '100644', type: 'blob', content: text })) }));
        const commit = await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.git.createCommit({ ...at, message: title, tree: new forge_answer/* Answer */.Fn(tree.data, wanted.what).commit('sha'), parents: [repository.head] }));
        try {
            await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: new forge_answer/* Answer */.Fn(commit.data, wanted.what).commit('sha') });
        }
        catch (thrown) {
            if ((0,github_client/* statusOf */.c2)(thrown) !== 422)
                throw (0,github_client/* failureOf */.g5)(wanted, thrown);
        }
    }
    async addTo(repository, pull, { files, removed, title }) {
        const wanted = { what: `the manifest on pull request ${pull.number}`, permission: WRITE_CONTENTS };
        const octokit = await this.octokit();
        const at = place(repository);
        const blob = { mode: '100644', type: 'blob' };
        const changes = [...files.map(({ path, text }) => ({ ...blob, path, content: text })), ...removed.map((path) => ({ ...blob, path, sha: null }))];
        const tree = await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.git.createTree({ ...at, base_tree: pull.head, tree: changes }));
        const commit = await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.git.createCommit({ ...at, message: title, tree: new forge_answer/* Answer */.Fn(tree.data, wanted.what).commit('sha'), parents: [pull.head] }));
        const sha = new forge_answer/* Answer */.Fn(commit.data, wanted.what).commit('sha');
        try {
            // INVARIANT: not forced, so what was pushed meanwhile stays.
            await octokit.rest.git.updateRef({ ...at, ref: `heads/${pull.branch}`, sha, force: false });
        }
        catch (thrown) {
            if ((0,github_client/* statusOf */.c2)(thrown) !== 422)
                throw (0,github_client/* failureOf */.g5)(wanted, thrown);
            throw (0,policy_file/* forgeFailed */.TZ)(`the branch of pull request ${pull.number} does not take the manifest`, 'was it pushed to, or removed, just now? run again; do rules for it keep the token out?', thrown);
        }
        for (let look = 1; (await this.pull(repository, pull.number)).head !== sha; look += 1) {
            if (look === MAX_LOOKS)
                throw (0,policy_file/* forgeFailed */.TZ)(`pull request ${pull.number} does not show what was put on it`, 'run again');
            await this.pause(LOOK_MS);
        }
    }
    async requestReviewers(repository, pull, { users, teams, owners = [] }) {
        const octokit = await this.octokit();
        const reviewers = [];
        for (const id of users) {
            const { data } = await (0,github_client/* asked */.NZ)({ what: `user ${id}`, permission: 'metadata: read', absent: 'there is no such user' }, () => octokit.rest.users.getById({ account_id: Number(id) }));
            const answer = new forge_answer/* Answer */.Fn(data, `user ${id}`);
            if (answer.id('id') !== id)
                throw (0,forge_answer/* garbled */.aD)(`user ${id}`, 'it is about another one');
            // Nobody can be asked to review what is their own.
            if (pull.author?.id !== id)
                reviewers.push(answer.text('login'));
        }
        await this.#ask(repository, pull, [...reviewers, ...teams]);
        const known = new Set([pull.author?.login, ...reviewers, ...teams].map((name) => name?.toLowerCase()));
        const others = owners.filter((name) => !known.has(name)).slice(0, MAX_OWNERS);
        if (await this.#ask(repository, pull, others, true))
            return;
        // GitHub takes none of a list that holds somebody who left, and CODEOWNERS are often old.
        for (const owner of others)
            await this.#ask(repository, pull, [owner], true);
    }
    // People by login and teams by name. False: one of them may not be asked.
    async #ask(repository, pull, names, mayFail = false) {
        if (names.length === 0)
            return true;
        const wanted = { what: `asking for reviews of pull request ${pull.number}`, permission: WRITE_PULLS };
        const octokit = await this.octokit();
        const team_reviewers = names.filter((name) => name.includes('/')).map((name) => name.split('/').at(-1) ?? name);
        try {
            await octokit.rest.pulls.requestReviewers({ ...place(repository), pull_number: pull.number, reviewers: names.filter((name) => !name.includes('/')), team_reviewers });
            return true;
        }
        catch (thrown) {
            if (mayFail && (0,github_client/* statusOf */.c2)(thrown) === 422)
                return false;
            throw (0,github_client/* failureOf */.g5)(wanted, thrown);
        }
    }
    async showStatus(repository, { commit, state, title, summary, url }) {
        const octokit = await this.octokit();
        const wanted = { what: `the check \`${claim/* CHECK_NAME */.$c}\``, permission: 'checks: write` (or `statuses: write' };
        const done = state !== 'pending';
        try {
            await octokit.rest.checks.create({
                ...place(repository), name: claim/* CHECK_NAME */.$c, head_sha: commit, details_url: url, status: done ? 'completed' : 'in_progress', ...(done ? { conclusion: state === 'refused' ? 'failure' : 'success' } : {}),
                output: { title: title.slice(0, MAX_TITLE), summary: summary.slice(0, MAX_SUMMARY) },
            });
        }
        catch (thrown) {
            // Only Apps (and job tokens) may make check runs; everybody else has commit statuses.
            if ((0,github_client/* statusOf */.c2)(thrown) !== 403 && (0,github_client/* statusOf */.c2)(thrown) !== 404)
                throw (0,github_client/* failureOf */.g5)(wanted, thrown);
            await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.repos.createCommitStatus({
                ...place(repository), sha: commit, context: claim/* CHECK_NAME */.$c, target_url: url, description: title.slice(0, MAX_TITLE), state: state === 'pending' ? 'pending' : state === 'refused' ? 'failure' : 'success',
            }));
        }
    }
    async comment(repository, pull, { mark, markdown }) {
        const octokit = await this.octokit();
        const wanted = { what: `a comment on pull request ${pull.number}`, permission: WRITE_PULLS };
        const body = `${(0,claim/* markLine */.oi)(mark)}\n${markdown}`.slice(0, MAX_COMMENT);
        const there = await this.#marked(repository, pull, mark);
        if (there !== null)
            return void await (0,github_client/* asked */.NZ)(wanted, () => octokit.rest.issues.updateComment({ ...place(repository), comment_id: there, body }));
        try {
            // Not tried again: one whose answer is lost is there all the same.
            await octokit.rest.issues.createComment({ ...place(repository), issue_number: pull.number, body, request: { retries: 0 } });
        }
        catch (thrown) {
            if (await this.#marked(repository, pull, mark) === null)
                throw (0,github_client/* failureOf */.g5)(wanted, thrown);
        }
    }
    // The list begins with the oldest.
    async #marked(repository, pull, mark) {
        const wanted = { what: `the comments of pull request ${pull.number}`, permission: 'pull-requests: read' };
        const octokit = await this.octokit();
        const all = await (0,github_client/* asked */.NZ)(wanted, () => octokit.paginate(octokit.rest.issues.listComments, { ...place(repository), issue_number: pull.number, per_page: github_approvals_PAGE }));
        const there = (0,forge_answer/* answersIn */.VZ)(all, wanted.what).find((answer) => answer.textOrNull('body')?.startsWith((0,claim/* markLine */.oi)(mark)) === true);
        return there === undefined ? null : Number(there.id('id'));
    }
    async close(repository, pull) {
        const octokit = await this.octokit();
        if (pull.state === 'open')
            await (0,github_client/* asked */.NZ)({ what: `closing pull request ${pull.number}`, permission: WRITE_PULLS }, () => octokit.rest.pulls.update({ ...place(repository), pull_number: pull.number, state: 'closed' }));
        if (!pull.branch.startsWith(claim/* OUR_BRANCHES */.Ik) || pull.headRepository !== repository.id)
            return;
        await (0,github_client/* asked */.NZ)({ what: `removing branch \`${pull.branch}\``, permission: WRITE_CONTENTS }, async () => {
            try {
                await octokit.rest.git.deleteRef({ ...place(repository), ref: `heads/${pull.branch}` });
            }
            catch (thrown) {
                // Removed by hand, or by the setting that removes branches.
                if ((0,github_client/* statusOf */.c2)(thrown) !== 422 && (0,github_client/* statusOf */.c2)(thrown) !== 404)
                    throw thrown;
            }
        });
    }
    async merge(repository, pull) {
        const octokit = await this.octokit();
        await (0,github_client/* asked */.NZ)({ what: `merging pull request ${pull.number}`, permission: `${WRITE_CONTENTS}\`, and what the branch's rules ask; \`${WRITE_PULLS}` }, () => octokit.rest.pulls.merge({ ...place(repository), pull_number: pull.number, sha: pull.head }));
    }
}


/***/ }),

/***/ 57606:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ githubClient),
/* harmony export */   NZ: () => (/* binding */ asked),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1864);



/** A page of a hundred pull requests with long texts. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** Answers kept for conditional requests. */
const MAX_KEPT = 500;
/** What GitHub puts on a page when it is not asked. */
const DEFAULT_PAGE = 30;
/** Longest wait for a rate limit; whoever waits longer should be told. */
const MAX_WAIT_SECONDS = 60;
const MAX_RETRIES = 3;
/** Statuses after which the same request can not succeed: the plugin's own, and what conditions and limits answer. */
const FINAL = [304, 400, 401, 403, 404, 405, 409, 410, 422, 429, 451];
/** The client, made when it is first used: most commands never talk to a forge. */
async function githubClient(options) {
    const { baseUrl, token, runtime, signal } = options;
    (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(baseUrl);
    const [{ Octokit }, { throttling }, { retry }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(1579), __webpack_require__.e(1303)]).then(__webpack_require__.bind(__webpack_require__, 11303)), Promise.all(/* import() */[__webpack_require__.e(3251), __webpack_require__.e(6856)]).then(__webpack_require__.bind(__webpack_require__, 86856)), Promise.all(/* import() */[__webpack_require__.e(3251), __webpack_require__.e(9735)]).then(__webpack_require__.bind(__webpack_require__, 49735))]);
    const Client = Octokit.plugin(throttling, retry);
    const silent = () => undefined;
    const patient = (retryAfter, _options, _octokit, retries) => retryAfter <= MAX_WAIT_SECONDS && retries < MAX_RETRIES;
    const second = options.millisecondsPerSecond ?? 1000;
    const client = new Client({
        ...(typeof token === 'string' ? { auth: token } : {}), baseUrl, userAgent: 'ostiary', log: { debug: silent, info: silent, warn: silent, error: silent },
        throttle: { onRateLimit: patient, onSecondaryRateLimit: patient, fallbackSecondaryRateRetryAfter: 5, retryAfterBaseValue: second, id: baseUrl, ...(second === 1000 ? {} : hurried()) },
        retry: { doNotRetry: FINAL, retries: MAX_RETRIES, retryAfterBaseValue: second },
        request: {
            fetch: (url, init) => (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({
                url, method: init.method ?? 'GET', headers: init.headers, maxBytes: MAX_ANSWER_BYTES, ...(init.body === undefined ? {} : { body: init.body }), ...(signal === undefined ? {} : { signal }),
            }, runtime),
        },
    });
    if (typeof token !== 'string') {
        client.hook.before('request', async (request) => {
            request.headers.authorization = `token ${await token()}`;
        });
    }
    rememberAnswers(client);
    return client;
}
// GitHub wants a second between writes, and three between those that notify people; the plugin keeps to it. Not in a hurry.
function hurried() {
    const now = { key: () => ({ schedule: (_options, run, ...parts) => run(...parts) }) };
    return { write: now, notifications: now, global: now, search: now, auth: now };
}
// A GET that was answered before is asked with its ETag; "not modified" gives the answer that is here. The address holds the question.
function rememberAnswers(client) {
    const kept = new Map();
    client.hook.wrap('request', async (request, options) => {
        if (options.method !== 'GET')
            return request(options);
        const { url } = client.request.endpoint(options);
        const last = kept.get(url);
        const before = last !== undefined && isFullLast(url, last.answer) ? undefined : last;
        if (before !== undefined)
            options.headers['if-none-match'] = before.etag;
        try {
            const answer = await request(options);
            const { etag } = answer.headers;
            if (typeof etag === 'string')
                kept.set(url, { etag, answer });
            const [oldest] = kept.keys();
            if (kept.size > MAX_KEPT && oldest !== undefined)
                kept.delete(oldest);
            return answer;
        }
        catch (thrown) {
            if (before === undefined || statusOf(thrown) !== 304)
                throw thrown;
            const { date } = thrown.response?.headers ?? {};
            if (date === undefined || date === '') {
                // The answer may be as old as it was, the clock may not.
                delete options.headers['if-none-match'];
                return request(options);
            }
            return { ...before.answer, headers: { ...before.answer.headers, date } };
        }
    });
}
// A full page that was the last one stays as it is when another is begun behind it.
function isFullLast(url, { data, headers }) {
    if (!Array.isArray(data) || (headers.link ?? '').includes('rel="next"'))
        return false;
    return data.length >= Number(new URL(url).searchParams.get('per_page') ?? DEFAULT_PAGE);
}
/** Status of a failed request; undefined when there was no answer. */
function statusOf(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : undefined;
}
/** One request; throws FORGE_FAILED saying which permission or setting is missing. */
async function asked(wanted, request) {
    try {
        return await request();
    }
    catch (thrown) {
        throw failureOf(wanted, thrown);
    }
}
/** Why it failed, in our words. */
function failureOf({ what, permission, absent }, thrown) {
    const cause = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown : thrown instanceof Error && thrown.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown.cause : null;
    if (cause !== null)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${cause.message}`, cause.hint ?? 'run again', thrown);
    const needs = `the token needs \`${permission}\``;
    const status = statusOf(thrown);
    const said = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown).slice(0, 300);
    if (/not permitted to create or approve pull requests/iu.test(said)) {
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub Actions may not open pull requests here (403)`, 'use the token of an App for this, or allow it: Settings, Actions, General, "Allow GitHub Actions to create and approve pull requests" (then any workflow may)', thrown);
    }
    if (status === 401)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub does not accept the token (401)`, `it is wrong or has expired; ${needs}`, thrown);
    if (status === 403 && /rate limit|abuse/iu.test(said))
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub limits this token (403: ${said})`, 'run again later; tokens of an App have limits of their own', thrown);
    if (status === 403)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: the token may not (403: ${said})`, needs, thrown);
    if (status === 404)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${absent ?? 'it is not there, or the token can not see it'} (404)`, needs, thrown);
    if (status === 429)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub limits this token (429)`, 'run again later', thrown);
    return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${said}`, 'GitHub may be disturbed; run again', thrown);
}


/***/ })

};
