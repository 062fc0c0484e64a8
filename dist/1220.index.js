export const id = 1220;
export const ids = [1220];
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

/***/ 61220:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitLabApprovals: () => (/* binding */ GitLabApprovals)
});

// EXTERNAL MODULE: ./lib/forge/answer.js
var forge_answer = __webpack_require__(4029);
// EXTERNAL MODULE: ./lib/forge/claim-rules.js
var claim_rules = __webpack_require__(71901);
// EXTERNAL MODULE: ./lib/forge/claim.js
var claim = __webpack_require__(8435);
// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(62151);
// EXTERNAL MODULE: ./lib/forge/policy-file.js
var policy_file = __webpack_require__(1864);
;// CONCATENATED MODULE: ./lib/forge/gitlab-client.js



const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const PAGE = 100;
const MAX_PAGES = 20;
const MAX_KEPT = 500;
/** A thin way to the API: paths below `/api/v4`, answers as they are. */
class GitLabClient {
    #options;
    #kept = new Map();
    constructor(options) {
        (0,http/* trustworthyUrl */.HG)(options.url);
        if (options.token === '')
            throw (0,policy_file/* forgeFailed */.TZ)('there is no token to read approvals with', 'give the enforcer a project or group token with `read_api` (job tokens may not read approvals)');
        this.#options = options;
    }
    /** One answer; null when `absent` says that a 404 means so. */
    async get(wanted, path, query = {}) {
        const answer = await this.find(wanted, path, query);
        if (answer === null)
            throw failure(wanted, 404, null);
        return answer;
    }
    /** A look at what the token may not be allowed to see: 403 and 404 are answers. `path` with its query. */
    async ask(wanted, path) {
        const headers = await this.#headers();
        const response = await reached(wanted, () => (0,http/* getDocument */.YE)({ url: this.#url(path, {}), headers, maxBytes: MAX_ANSWER_BYTES }, this.#options.runtime));
        const { status, data } = await answerOf(wanted, response);
        if (status !== 200 && status !== 403 && status !== 404)
            throw failure(wanted, status, data);
        return { status, body: data };
    }
    /** The same; null when it is not there. */
    async find(wanted, path, query = {}) {
        const url = this.#url(path, query);
        const last = this.#kept.get(url);
        // A full page that was the last one stays as it is when another is begun behind it.
        const before = last !== undefined && Array.isArray(last.answer.data) && last.answer.data.length >= PAGE && last.answer.nextPage === '' ? undefined : last;
        const headers = { ...await this.#headers(), ...(before === undefined ? {} : { 'if-none-match': before.etag }) };
        const response = await reached(wanted, () => (0,http/* getDocument */.YE)({ url, headers, maxBytes: MAX_ANSWER_BYTES }, this.#options.runtime));
        if (response.status === 304 && before !== undefined)
            return { ...before.answer, date: response.headers.get('date') };
        if (response.status === 404)
            return null;
        const answer = await answerOf(wanted, response);
        if (answer.status !== 200)
            throw failure(wanted, answer.status, answer.data);
        const etag = response.headers.get('etag');
        if (etag !== null)
            this.#kept.set(url, { etag, answer });
        const [oldest] = this.#kept.keys();
        if (this.#kept.size > MAX_KEPT && oldest !== undefined)
            this.#kept.delete(oldest);
        return answer;
    }
    /** All pages of a list. Throws when there are more than anybody could have meant. */
    async all(wanted, path, query = {}) {
        const items = [];
        for (let page = '1', turn = 0; page !== ''; turn += 1) {
            if (turn === MAX_PAGES)
                throw (0,policy_file/* forgeFailed */.TZ)(`${wanted.what}: there are more than ${MAX_PAGES * PAGE}`, 'approve smaller changes, or in a merge request of their own');
            const answer = await this.get(wanted, path, { ...query, per_page: PAGE, page });
            if (!Array.isArray(answer.data))
                throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is no list');
            items.push(...answer.data);
            if (answer.nextPage !== '' && !(Number(answer.nextPage) > Number(page)))
                throw (0,forge_answer/* garbled */.aD)(wanted.what, 'its pages do not go on');
            page = answer.nextPage;
        }
        return items;
    }
    /** Changes something; every status comes back, for the caller to understand. `once`: what must not happen twice. */
    async send(wanted, method, path, body, once = false) {
        const request = { url: this.#url(path, {}), method, headers: { ...await this.#headers(), 'content-type': 'application/json' }, maxBytes: MAX_ANSWER_BYTES, ...(body === null ? {} : { body: JSON.stringify(body) }) };
        return answerOf(wanted, await reached(wanted, () => (once ? http/* exchange */.cv : http/* sendDocument */.Ag)(request, this.#options.runtime)));
    }
    /** The same; throws unless it was done. */
    async done(wanted, method, path, body, once = false) {
        const answer = await this.send(wanted, method, path, body, once);
        if (answer.status >= 300)
            throw failure(wanted, answer.status, answer.data);
        return answer;
    }
    async #headers() {
        const { token } = this.#options;
        return { 'private-token': typeof token === 'string' ? token : await token(), accept: 'application/json', 'user-agent': 'ostiary' };
    }
    #url(path, query) {
        const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
        return `${this.#options.url.replace(/\/$/u, '')}/api/v4${path}${search === '' ? '' : `?${search}`}`;
    }
}
async function reached(wanted, request) {
    try {
        return await request();
    }
    catch (thrown) {
        const { message, hint } = thrown;
        throw (0,policy_file/* forgeFailed */.TZ)(`${wanted.what}: ${message ?? 'no answer'}`, hint ?? 'run again', thrown);
    }
}
async function answerOf(wanted, response) {
    const text = await response.text();
    let data = null;
    try {
        data = text === '' ? null : JSON.parse(text);
    }
    catch {
        if (response.ok)
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is no JSON');
    }
    return { status: response.status, data, date: response.headers.get('date'), nextPage: response.headers.get('x-next-page') ?? '' };
}
/** What GitLab says went wrong, on one line. */
function saidBy(data) {
    const { message, error } = (typeof data === 'object' && data !== null ? data : {});
    const said = message ?? error ?? '';
    return (typeof said === 'string' ? said : JSON.stringify(said)).replace(/\s+/gu, ' ').slice(0, 300);
}
/** Why it failed, and which permission it takes. */
function failure({ what, permission }, status, data) {
    const said = saidBy(data);
    const needs = `the token needs ${permission}`;
    if (status === 401)
        return (0,policy_file/* forgeFailed */.TZ)(`${what}: GitLab does not accept the token (401)`, `it is wrong, has expired, or is a job token; ${needs}`);
    if (status === 403)
        return (0,policy_file/* forgeFailed */.TZ)(`${what}: the token may not (403: ${said})`, needs);
    if (status === 404)
        return (0,policy_file/* forgeFailed */.TZ)(`${what}: it is not there, or the token can not see it (404)`, needs);
    if (status === 429)
        return (0,policy_file/* forgeFailed */.TZ)(`${what}: GitLab limits this token (429)`, 'run again later');
    return (0,policy_file/* forgeFailed */.TZ)(`${what}: GitLab answers with status ${status}${said === '' ? '' : `: ${said}`}`, 'GitLab may be disturbed; run again');
}

// EXTERNAL MODULE: ./lib/forge/changed-paths.js
var changed_paths = __webpack_require__(55566);
// EXTERNAL MODULE: ./lib/forge/commit-people.js
var commit_people = __webpack_require__(29872);
;// CONCATENATED MODULE: ./lib/forge/gitlab-pushes.js

const gitlab_pushes_PAGE = 100;
/** Pages that are read for a branch whose creation does not come; what lies further back is not known. */
const gitlab_pushes_MAX_PAGES = 50;
/** Pushes to a branch, the newest first, and those that may have been. Throws FORGE_FAILED. */
async function pushesTo(branch, { client, path, wanted, known }) {
    const pushes = [];
    for (let page = '1', turn = 0; page !== '' && turn < gitlab_pushes_MAX_PAGES; turn += 1) {
        const answer = await client.get(wanted, path, { action: 'pushed', sort: 'desc', per_page: gitlab_pushes_PAGE, page });
        for (const event of (0,forge_answer/* answersIn */.VZ)(answer.data, wanted.what)) {
            const moved = movedBy(event, branch);
            if (moved === null)
                continue;
            pushes.push({ ...moved, by: await known(event.objectOrNull('author')) });
            // Whatever was pushed under this name before is of another branch.
            if (moved.after !== null && moved.before === null)
                return pushes;
        }
        if (answer.nextPage !== '' && !(Number(answer.nextPage) > Number(page)))
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'its pages do not go on');
        page = answer.nextPage;
    }
    return pushes;
}
// Null: of a tag, of another branch, or the end of one.
function movedBy(event, branch) {
    const push = event.object('push_data');
    if (push.is('ref_type', 'tag') || push.is('action', 'removed'))
        return null;
    const ref = push.textOrNull('ref');
    if (ref === null)
        return { before: null, after: null };
    if (ref !== branch || push.textOrNull('commit_to') === null)
        return null;
    const from = push.textOrNull('commit_from');
    // Hits what stands for no commit.
    return { before: from === null || /^0+$/u.test(from) ? null : push.commit('commit_from'), after: push.commit('commit_to') };
}

;// CONCATENATED MODULE: ./lib/forge/gitlab-reviews.js






const READ = '`read_api` and the role Developer';
/** Developer. @see https://docs.gitlab.com/api/access_requests/ */
const MAY_WRITE = 30;
const MAX_FILE_BYTES = 3 * 1024 * 1024;
/** Users that a search by address may bring; each is looked at, since a search finds names, too. */
const MAX_FOUND = 5;
/** @see https://docs.gitlab.com/api/merge_requests/ */
const STATES = new Set(['opened', 'closed', 'merged', 'locked']);
const enc = encodeURIComponent;
/** The half of the forge that reads. */
class GitLabReading {
    kind = 'gitlab';
    client;
    #addresses = new Map();
    #bots = new Map();
    constructor(options) {
        this.client = new GitLabClient(options);
    }
    async repository(repositoryId) {
        (0,policy_file/* checkId */.ij)(repositoryId);
        const wanted = read(`project ${repositoryId}`);
        const answer = new forge_answer/* Answer */.Fn((await this.client.get(wanted, `/projects/${repositoryId}`)).data, wanted.what);
        if (answer.id('id') !== repositoryId)
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is about another one');
        const name = answer.text('default_branch');
        const branch = new forge_answer/* Answer */.Fn((await this.client.get(read(`branch \`${name}\``), `/projects/${repositoryId}/repository/branches/${enc(name)}`)).data, `branch \`${name}\``);
        if (branch.text('name') !== name)
            throw (0,forge_answer/* garbled */.aD)(`branch \`${name}\``, 'it is about another one');
        return { id: repositoryId, path: answer.text('path_with_namespace'), url: answer.text('web_url'), defaultBranch: name, isProtected: branch.is('protected', true), head: branch.object('commit').commit('id') };
    }
    async pull(repository, number) {
        const wanted = read(`merge request ${number} of ${repository.path}`);
        const { data, date } = await this.client.get(wanted, `${at(repository)}/merge_requests/${number}`);
        const answer = new forge_answer/* Answer */.Fn(data, wanted.what);
        return { ...mergeRequestOf(answer, { repository, number, now: (0,forge_answer/* clockOf */.ie)(date, wanted.what), what: wanted.what }), author: await this.#known(answer.objectOrNull('author')) };
    }
    async reviews(repository, pull) {
        const base = `${at(repository)}/merge_requests/${pull.number}`;
        const settings = await this.client.find(read('the approval settings (of the plan Premium)'), `${at(repository)}/approvals`);
        const resetsOnPush = settings !== null && new forge_answer/* Answer */.Fn(settings.data, 'the approval settings').is('reset_approvals_on_push', true);
        const versions = (0,forge_answer/* answersIn */.VZ)((await this.client.get(read('the versions of the merge request'), `${base}/versions`, { per_page: 100 })).data, 'the versions');
        const newest = versions.reduce((most, one) => (most === null || Number(one.id('id')) > Number(most.id('id')) ? one : most), null);
        const states = (0,forge_answer/* answersIn */.VZ)(await this.client.all(read('the reviewers'), `${base}/reviewers`), 'the reviewers');
        const objections = states.filter((one) => one.is('state', 'requested_changes')).map((one) => ({ id: `r${one.object('user').id('id')}`, by: accountOf(one.object('user')), decision: 'changes', commit: null, at: null }));
        // Read last: whatever happens to approvals after this is after our looking.
        const approvals = new forge_answer/* Answer */.Fn((await this.client.get(read('the approvals'), `${base}/approvals`)).data, 'the approvals');
        const approved = approvals.list('approved_by').map((one) => {
            const user = one.objectOrNull('user');
            const when = one.textOrNull('approved_at');
            return { id: `a${user?.id('id') ?? 'gone'}`, by: user === null ? null : accountOf(user), decision: 'approved', commit: null, at: when === null ? null : (0,forge_answer/* clockOf */.ie)(when, 'the approvals') };
        });
        const ids = approved.map(({ id }) => id);
        if (new Set(ids).size !== ids.length)
            throw (0,forge_answer/* garbled */.aD)('the approvals', 'somebody is there twice');
        // GitLab keeps one state for each person: who asks for changes has not approved.
        return { binding: { kind: 'time', since: newest === null ? null : (0,forge_answer/* clockOf */.ie)(newest.text('created_at'), 'the versions'), head: newest?.commit('head_commit_sha') ?? null, resetsOnPush }, decisions: [...approved, ...objections] };
    }
    async commits(repository, pull) {
        const wanted = read(`the commits of merge request ${pull.number}`);
        const commits = (0,forge_answer/* answersIn */.VZ)(await this.client.all(wanted, `${at(repository)}/merge_requests/${pull.number}/commits`), wanted.what);
        if (!commits.some((commit) => commit.commit('id') === pull.head))
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'the head is not among them');
        const made = [];
        for (const commit of commits) {
            const named = [['author', commit.text('author_email')], ['committer', commit.text('committer_email')], ...(0,commit_people/* coAuthorsIn */._R)(commit.text('message')).map((email) => ['co-author', email])];
            const known = new Map();
            for (const [, email] of named) {
                const account = await this.#accountBehind(email);
                if (account !== null)
                    known.set(email.toLowerCase(), account);
            }
            made.push({ id: commit.commit('id'), makers: named.flatMap(([role, email]) => (0,commit_people/* makerOf */.Or)(role, email, known)) });
        }
        return made;
    }
    // The account of an address, only when the account itself shows that address: a search finds names that look like one, too.
    async #accountBehind(email) {
        const key = email.toLowerCase();
        if ((0,commit_people/* behind */.Ry)(key) !== null)
            return null;
        const kept = this.#addresses.get(key);
        if (kept !== undefined)
            return kept;
        const wanted = read(`who \`${email}\` is`);
        const found = (0,forge_answer/* answersIn */.VZ)((await this.client.get(wanted, '/users', { search: email, per_page: MAX_FOUND })).data, wanted.what);
        let account = null;
        for (const one of found.slice(0, MAX_FOUND)) {
            const user = await this.#user(one.id('id'));
            if (user?.answer.textOrNull('public_email')?.toLowerCase() === key)
                account = user.account;
        }
        this.#addresses.set(key, account);
        return account;
    }
    async changedPaths(repository, pull) {
        const wanted = read(`the files of merge request ${pull.number}`);
        if (pull.files === null)
            throw (0,policy_file/* forgeFailed */.TZ)(`${wanted.what}: GitLab does not say how many there are`, 'approve smaller changes, or in a merge request of their own');
        const all = (0,forge_answer/* answersIn */.VZ)(await this.client.all(wanted, `${at(repository)}/merge_requests/${pull.number}/diffs`), wanted.what);
        (0,forge_answer/* checkWhole */.UW)(all.length, pull.files, wanted.what);
        const changed = (answer) => (answer.flag('new_file') ? 'added' : answer.flag('deleted_file') ? 'removed' : 'other');
        return all.flatMap((answer) => (0,changed_paths/* pathsOf */.w)({ path: answer.text('new_path'), status: changed(answer) }, answer.flag('renamed_file') ? answer.text('old_path') : null));
    }
    async pushes(repository, branch) {
        return pushesTo(branch, { client: this.client, path: `${at(repository)}/events`, wanted: read(`the pushes to \`${branch}\``), known: (author) => this.#known(author) });
    }
    async history(repository, commit, path) {
        const wanted = read(`the history of \`${path}\``);
        return (0,forge_answer/* answersIn */.VZ)((await this.client.get(wanted, `${at(repository)}/repository/commits`, { ref_name: commit, path, per_page: 100 })).data, wanted.what).map((answer) => answer.commit('id'));
    }
    async openAt(repository, commit) {
        // One that is not understood could be open, and show this commit; so could one that is being merged right now.
        return (await this.#mergeRequestsOf(repository, commit)).filter((answer) => {
            const state = answer.text('state');
            if (!STATES.has(state))
                throw (0,forge_answer/* garbled */.aD)('the merge requests of a commit', `\`${state.slice(0, 40)}\` is no state of a merge request`);
            return (state === 'opened' || state === 'locked') && answer.commit('sha') === commit;
        }).map((answer) => answer.number('iid'));
    }
    async mergedAs(repository, commit) {
        const merged = (await this.#mergeRequestsOf(repository, commit)).filter((answer) => answer.is('state', 'merged') && answer.is('target_branch', repository.defaultBranch) && mergedCommit(answer) === commit);
        return merged.length === 1 ? merged[0].number('iid') : null;
    }
    async standing(repository, account) {
        const wanted = read(`what \`${account.login}\` may do in ${repository.path}`);
        const user = await this.#user(account.id);
        if (user === null)
            return { account: { ...account, kind: 'bot' }, mayWrite: false };
        const member = await this.client.find(wanted, `${at(repository)}/members/all/${account.id}`);
        if (member === null)
            return { account: user.account, mayWrite: false };
        const answer = new forge_answer/* Answer */.Fn(member.data, wanted.what);
        if (answer.id('id') !== account.id)
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is about another account');
        return { account: user.account, mayWrite: answer.is('state', 'active') && answer.number('access_level') >= MAY_WRITE };
    }
    // A blocked account, a bot and a token's account are nobody who could agree to anything.
    async #user(id) {
        const wanted = read(`user ${id}`);
        const found = await this.client.find(wanted, `/users/${id}`);
        if (found === null)
            return null;
        const answer = new forge_answer/* Answer */.Fn(found.data, wanted.what);
        if (answer.id('id') !== id)
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is about another one');
        return { account: { id, login: answer.text('username'), kind: answer.flag('bot') || !answer.is('state', 'active') ? 'bot' : 'person' }, answer };
    }
    // A bot may have any name (that of a service account is its owner's to choose): the account itself says, and is asked once.
    async #known(answer) {
        if (answer === null)
            return null;
        const account = accountOf(answer);
        const isBot = this.#bots.get(account.id) ?? (account.kind === 'bot' || (await this.#user(account.id))?.answer.is('bot', true) === true);
        this.#bots.set(account.id, isBot);
        return { ...account, kind: isBot ? 'bot' : 'person' };
    }
    async team(name) {
        const wanted = { what: `the members of group \`${name}\``, permission: '`read_api`, and membership of that group when it is private' };
        // As in GitLab's own approval rules and CODEOWNERS: members of a group above are no members of this one, or everybody of a company were in each of its teams.
        const all = (0,forge_answer/* answersIn */.VZ)(await this.client.all(wanted, `/groups/${enc(name)}/members`), wanted.what);
        return all.filter((answer) => answer.is('state', 'active') && (!answer.has('membership_state') || answer.is('membership_state', 'active'))).map((answer) => answer.id('id'));
    }
    async file(repository, commit, path) {
        const wanted = { what: `\`${path}\` of ${repository.path}`, permission: '`read_api` (or `read_repository`) and the role Developer' };
        const found = await this.client.find(wanted, `${at(repository)}/repository/files/${enc(path)}`, { ref: commit });
        if (found === null)
            return null;
        const answer = new forge_answer/* Answer */.Fn(found.data, wanted.what);
        const size = answer.number('size');
        if (answer.text('file_path') !== path || !answer.is('encoding', 'base64') || size > MAX_FILE_BYTES)
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is another file, or too large');
        return (0,forge_answer/* textIn */.r7)(answer.text('content'), size, wanted.what);
    }
    async prompters(repository, run) {
        const wanted = read(`pipeline ${run} of ${repository.path}`);
        const answer = new forge_answer/* Answer */.Fn((await this.client.get(wanted, `${at(repository)}/pipelines/${run}`)).data, wanted.what);
        if (answer.id('id') !== run || answer.id('project_id') !== repository.id)
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is about another one');
        const by = answer.objectOrNull('user');
        const user = by === null ? null : await this.#user(by.id('id'));
        return user === null || user.account.kind !== 'person' ? null : [{ id: user.account.id, login: user.account.login }];
    }
    async underReview(repository, branchPrefix, also) {
        const branches = (0,forge_answer/* answersIn */.VZ)(await this.client.all(read('branches'), `${at(repository)}/repository/branches`, { search: `^${branchPrefix}` }), 'branches').map((answer) => answer.text('name'));
        const pulls = [];
        for (const branch of branches.filter((name) => name.startsWith(branchPrefix))) {
            const all = (0,forge_answer/* answersIn */.VZ)(await this.client.all(read('merge requests'), `${at(repository)}/merge_requests`, { source_branch: branch, state: 'all' }), 'merge requests');
            // A fork may have a branch of the same name.
            for (const answer of all.filter((one) => one.is('source_project_id', Number(repository.id))))
                pulls.push(await this.pull(repository, answer.number('iid')));
        }
        return pulls.filter(({ state }) => state !== 'closed' || also === 'closed');
    }
    async #mergeRequestsOf(repository, commit) {
        return (0,forge_answer/* answersIn */.VZ)(await this.client.all(read('the merge requests of a commit'), `${at(repository)}/repository/commits/${commit}/merge_requests`), 'the merge requests of a commit');
    }
}
/** What reading takes. */
function read(what) {
    return { what, permission: READ };
}
/** Path of a project. */
function at({ id }) {
    return `/projects/${id}`;
}
/** GitLab's merge request as ours. */
function mergeRequestOf(answer, { repository, number, now, what }) {
    if (number !== null && answer.number('iid') !== number)
        throw (0,forge_answer/* garbled */.aD)(what, 'it is about another one');
    if (answer.id('target_project_id') !== repository.id)
        throw (0,forge_answer/* garbled */.aD)(what, 'it is of another project');
    const state = answer.text('state');
    if (state !== 'opened' && state !== 'closed' && state !== 'merged')
        throw (0,policy_file/* forgeFailed */.TZ)(`${what} is being merged right now`, 'run again');
    const author = answer.objectOrNull('author');
    const count = answer.textOrNull('changes_count');
    return {
        number: answer.number('iid'), url: answer.text('web_url'), state: state === 'opened' ? 'open' : state, author: author === null ? null : accountOf(author), head: answer.commit('sha'), branch: answer.text('source_branch'),
        headRepository: answer.is('source_project_id', null) ? null : answer.id('source_project_id'), base: answer.text('target_branch'), mergeCommit: state === 'merged' ? mergedCommit(answer) : null, now,
        // Neither `1000+` nor nothing is a number of files.
        commits: null, files: count !== null && /^\d+$/u.test(count) ? Number(count) : null,
    };
}
// A fast-forward makes no commit of its own.
function mergedCommit(answer) {
    const field = ['merge_commit_sha', 'squash_commit_sha'].find((name) => answer.textOrNull(name) !== null) ?? 'sha';
    return answer.commit(field);
}
function accountOf(answer) {
    const login = answer.text('username');
    // Hits `project_77_bot_0a1b`; the account itself says more, when it comes to counting.
    return { id: answer.id('id'), login, kind: /^(?:project|group)_\d+_bot/u.test(login) ? 'bot' : 'person' };
}

;// CONCATENATED MODULE: ./lib/forge/gitlab-approvals.js






const MAX_DESCRIPTION = 255;
const READ_SETTINGS = '`read_api` and the role Maintainer';
const write = (what) => ({ what, permission: '`api` and the role Developer' });
/** GitLab.com or an instance of your own, with a token of the enforcer. */
class GitLabApprovals extends GitLabReading {
    async claim(repository, { digest, commit, session }) {
        const wanted = { what: `the claim of manifest ${digest.slice(0, 12)}`, permission: '`api`, the role Developer, and the right to create protected tags `ostiary/claims/*`' };
        // INVARIANT: GitLab makes a tag once; this is the only place that turns an approval into a use.
        const answer = await this.client.send(wanted, 'POST', `${at(repository)}/repository/tags`, { tag_name: (0,claim/* claimTag */.rT)(digest), ref: commit, message: (0,claim/* claimMessage */.OR)(session) });
        if (answer.status === 201) {
            const made = new forge_answer/* Answer */.Fn(answer.data, wanted.what);
            if (made.text('name') !== (0,claim/* claimTag */.rT)(digest))
                throw (0,forge_answer/* garbled */.aD)(wanted.what, 'another tag was made');
            // Who may not read the settings learns it only now.
            if (made.is('protected', false))
                throw (0,policy_file/* forgeFailed */.TZ)(`${wanted.what} is made, and the tag is not protected: whoever may push could remove it, so nothing runs by it`, `${(0,claim_rules/* gitlabClaimsFix */.Kp)()}; then have the operations put up again`);
            return 'claimed';
        }
        if (answer.status !== 400)
            throw failure(wanted, answer.status, answer.data);
        const by = await this.claimant(repository, digest);
        if (by === null)
            throw (0,policy_file/* forgeFailed */.TZ)(`${wanted.what} was not accepted, and there is none: ${saidBy(answer.data)}`, `the token needs ${wanted.permission}`);
        return by === session ? 'claimed' : 'taken';
    }
    async claimsGuard(repository, digest) {
        return (0,claim_rules/* gitlabClaimsGuard */._)(repository.id, (path) => this.client.ask({ what: 'the protected tags', permission: READ_SETTINGS }, path), [digest]);
    }
    async claimant(repository, digest) {
        const wanted = write(`the claim of manifest ${digest.slice(0, 12)}`);
        const found = await this.client.find(wanted, `${at(repository)}/repository/tags/${encodeURIComponent((0,claim/* claimTag */.rT)(digest))}`);
        if (found === null)
            return null;
        const answer = new forge_answer/* Answer */.Fn(found.data, wanted.what);
        if (answer.text('name') !== (0,claim/* claimTag */.rT)(digest))
            throw (0,forge_answer/* garbled */.aD)(wanted.what, 'it is another tag');
        return (0,claim/* sessionIn */.Ok)(answer.textOrNull('message') ?? '');
    }
    async open(repository, { branch, files, title, body }) {
        const wanted = write(`the approval merge request on \`${branch}\``);
        const there = await this.#onBranch(repository, branch);
        if (there !== null)
            return there;
        const commit = await this.client.send(wanted, 'POST', `${at(repository)}/repository/commits`, {
            branch, start_sha: repository.head, commit_message: title, actions: files.map(({ path, text }) => ({ action: 'create', file_path: path, content: text })),
        });
        // The branch that is there already holds what the quicker gate put up; it is never moved.
        if (commit.status >= 300 && commit.status !== 400)
            throw failure(wanted, commit.status, commit.data);
        const made = await this.client.send(wanted, 'POST', `${at(repository)}/merge_requests`, { source_branch: branch, target_branch: repository.defaultBranch, title, description: body, remove_source_branch: true });
        // Asked for again, since the answer to its creation comes before its changes are counted.
        if (made.status === 201)
            return this.pull(repository, mergeRequestOf(new forge_answer/* Answer */.Fn(made.data, wanted.what), { repository, number: null, now: (0,forge_answer/* clockOf */.ie)(made.date, wanted.what), what: wanted.what }).number);
        const other = made.status === 409 ? await this.#onBranch(repository, branch) : null;
        if (other === null)
            throw failure(wanted, made.status, made.data);
        return other;
    }
    async addTo(repository, pull, { files, removed, title }) {
        const wanted = write(`the manifest on merge request ${pull.number}`);
        const actions = [...files.map(({ path, text }) => ({ action: 'create', file_path: path, content: text })), ...removed.map((path) => ({ action: 'delete', file_path: path }))];
        const made = await this.client.done(wanted, 'POST', `${at(repository)}/repository/commits`, { branch: pull.branch, commit_message: title, actions }, true);
        // GitLab puts it on top of whatever is there.
        if (new forge_answer/* Answer */.Fn(made.data, wanted.what).commits('parent_ids').join() === pull.head)
            return;
        throw (0,policy_file/* forgeFailed */.TZ)(`the branch of merge request ${pull.number} was pushed to meanwhile`, 'run again');
    }
    async #onBranch(repository, branch) {
        const wanted = write(`merge requests of \`${branch}\``);
        const found = (0,forge_answer/* answersIn */.VZ)(await this.client.all(wanted, `${at(repository)}/merge_requests`, { source_branch: branch, state: 'opened' }), wanted.what);
        // A fork may have a branch of the same name.
        const own = found.find((answer) => answer.is('source_project_id', Number(repository.id)));
        return own === undefined ? null : this.pull(repository, own.number('iid'));
    }
    /** Asks people; GitLab has no way of asking groups, whose members see it by its approval rules. */
    async requestReviewers(repository, pull, { users, owners = [] }) {
        const owning = [];
        for (const name of owners.filter((one) => !one.includes('/')))
            owning.push(...await this.#named(name));
        const wanted = write(`asking for reviews of merge request ${pull.number}`);
        const path = `${at(repository)}/merge_requests/${pull.number}`;
        // INVARIANT: GitLab takes the whole list, and with whoever is left out of it goes what that person asked to be changed.
        const there = (0,forge_answer/* answersIn */.VZ)(await this.client.all(wanted, `${path}/reviewers`), wanted.what).map((one) => one.object('user').id('id'));
        const all = [...new Set([...there, ...[...users, ...owning].filter((id) => id !== pull.author?.id)])];
        if (all.length > there.length)
            await this.client.done(wanted, 'PUT', path, { reviewer_ids: all.map(Number) });
    }
    // None: a group, or somebody who is gone.
    async #named(login) {
        const wanted = write(`user \`${login}\``);
        const found = (0,forge_answer/* answersIn */.VZ)((await this.client.get(wanted, '/users', { username: login })).data, wanted.what);
        return found.filter((answer) => answer.text('username').toLowerCase() === login).map((answer) => answer.id('id'));
    }
    async showStatus(repository, { commit, state, title, url }) {
        const wanted = write(`the status \`${claim/* CHECK_NAME */.$c}\``);
        const said = { pending: 'pending', approved: 'success', executed: 'success', refused: 'failed' }[state];
        const answer = await this.client.send(wanted, 'POST', `${at(repository)}/statuses/${commit}`, { state: said, name: claim/* CHECK_NAME */.$c, description: title.slice(0, MAX_DESCRIPTION), target_url: url });
        // Saying again what is said already is an error at GitLab, and none here.
        if (answer.status >= 300 && !(answer.status === 400 && /cannot transition status/iu.test(saidBy(answer.data))))
            throw failure(wanted, answer.status, answer.data);
    }
    async comment(repository, pull, { mark, markdown }) {
        const wanted = write(`a comment on merge request ${pull.number}`);
        const notes = `${at(repository)}/merge_requests/${pull.number}/notes`;
        const body = `${(0,claim/* markLine */.oi)(mark)}\n${markdown}`;
        const marked = async () => {
            const all = (0,forge_answer/* answersIn */.VZ)(await this.client.all(wanted, notes, { sort: 'asc', order_by: 'created_at' }), wanted.what);
            return all.find((answer) => answer.textOrNull('body')?.startsWith((0,claim/* markLine */.oi)(mark)) === true)?.id('id') ?? null;
        };
        const there = await marked();
        if (there !== null)
            return void await this.client.done(wanted, 'PUT', `${notes}/${there}`, { body });
        try {
            // Not tried again: one whose answer is lost is there all the same.
            await this.client.done(wanted, 'POST', notes, { body }, true);
        }
        catch (thrown) {
            if (await marked() === null)
                throw thrown;
        }
    }
    async close(repository, pull) {
        if (pull.state === 'open')
            await this.client.done(write(`closing merge request ${pull.number}`), 'PUT', `${at(repository)}/merge_requests/${pull.number}`, { state_event: 'close' });
        if (!pull.branch.startsWith(claim/* OUR_BRANCHES */.Ik) || pull.headRepository !== repository.id)
            return;
        const wanted = write(`removing branch \`${pull.branch}\``);
        const answer = await this.client.send(wanted, 'DELETE', `${at(repository)}/repository/branches/${encodeURIComponent(pull.branch)}`, null);
        if (answer.status >= 300 && answer.status !== 404)
            throw failure(wanted, answer.status, answer.data);
    }
    async merge(repository, pull) {
        await this.client.done({ what: `merging merge request ${pull.number}`, permission: '`api`, and what the branch\'s protection asks' }, 'PUT', `${at(repository)}/merge_requests/${pull.number}/merge`, { sha: pull.head });
    }
}


/***/ })

};
