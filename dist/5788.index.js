export const id = 5788;
export const ids = [5788];
export const modules = {

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


/***/ }),

/***/ 75788:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubForge: () => (/* binding */ GitHubForge)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57606);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1864);




/** Base64 and JSON around a policy of the largest size. */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
const READ = 'add `permissions: { contents: read }` to the job, and leave the input `github-token` at its default';
/** GitHub.com, GHE.com or a GitHub Enterprise Server. */
class GitHubForge {
    #options;
    #client = null;
    constructor(options) {
        (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(options.baseUrl);
        if (options.token === '')
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)('there is no token to read the policy with', READ);
        this.#options = options;
    }
    async readPolicy(repositoryId, path) {
        (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .checkId */ .ij)(repositoryId);
        (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPath */ .Cg)(path);
        const octokit = await (this.#client ??= this.#connect());
        const repository = await this.#repository(octokit, repositoryId);
        // INVARIANT: no content is read before the forge has said that its branch is protected.
        const head = await this.#protectedHead(octokit, repository);
        const text = await this.#file(octokit, repository, { path, head });
        return { text, source: `github:${repositoryId}@${head}:${path}` };
    }
    // Loaded here, and only here: most commands never talk to a forge.
    async #connect() {
        const { Octokit } = await Promise.all(/* import() */[__webpack_require__.e(1579), __webpack_require__.e(1303)]).then(__webpack_require__.bind(__webpack_require__, 11303));
        const { baseUrl, token, runtime } = this.#options;
        const silent = () => undefined;
        return new Octokit({
            auth: token, baseUrl, userAgent: 'ostiary', log: { debug: silent, info: silent, warn: silent, error: silent },
            request: {
                fetch: (url, init) => (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .getDocument */ .YE)({ url, headers: init.headers, maxBytes: MAX_ANSWER_BYTES }, runtime),
            },
        });
    }
    async #repository(octokit, id) {
        const { data } = await ask(octokit.request({ method: 'GET', url: '/repositories/{repository_id}', repository_id: id }), `repository ${id}`, {
            404: `repository ${id} can not be seen with this token`,
        });
        const { id: found, name, owner, default_branch: branch } = data;
        if (String(found) !== id || typeof name !== 'string' || typeof owner?.login !== 'string' || typeof branch !== 'string' || branch === '') {
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`GitHub's answer about repository ${id} is not understood`, 'is `GITHUB_API_URL` the address of a GitHub API?');
        }
        return { owner: owner.login, repo: name, branch };
    }
    async #protectedHead(octokit, { owner, repo, branch }) {
        const { data } = await ask(octokit.rest.repos.getBranch({ owner, repo, branch }), `branch \`${branch}\` of ${owner}/${repo}`, {
            404: `${owner}/${repo} has no branch \`${branch}\`, which is its default branch`,
        });
        if (data.name !== branch)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`GitHub answered about another branch than \`${branch}\``, 'was the default branch renamed just now? run again');
        if (data.protected !== true) {
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`the default branch \`${branch}\` of ${owner}/${repo} is not protected, so anybody who may push could change the policy`, `protect it: Settings, Rules, Rulesets, a branch ruleset for \`${branch}\` that requires a pull request`);
        }
        if (!COMMIT.test(data.commit.sha))
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`GitHub names no commit for the branch \`${branch}\``, 'run again');
        return data.commit.sha;
    }
    async #file(octokit, { owner, repo, branch }, { path, head }) {
        const asked = octokit.rest.repos.getContent({ owner, repo, path, ref: head });
        const missing = { 404: `there is no \`${path}\` on the default branch \`${branch}\` of ${owner}/${repo}`, next: 'commit one there; ' };
        const { data } = await ask(asked, `\`${path}\` of ${owner}/${repo}`, missing).catch(async (thrown) => {
            const meant = (0,_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(thrown.cause) === 404 ? await this.#meant(octokit, { owner, repo, path, head }) : null;
            throw meant === null ? thrown : (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(missing[404], meant, thrown);
        });
        if (Array.isArray(data) || data.type !== 'file')
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`\`${path}\` of ${owner}/${repo} is not a file`, 'commit the policy as an ordinary file');
        if (data.size > _policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_POLICY_BYTES */ .mk || data.encoding !== 'base64')
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g$)(path);
        const bytes = Buffer.from(data.content, 'base64');
        if (bytes.length !== data.size)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`\`${path}\` of ${owner}/${repo} did not arrive whole`, 'run again');
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .policyText */ .MJ)(bytes, path);
    }
    // For a better message alone: whatever goes wrong here, the policy is not there.
    async #meant(octokit, { owner, repo, path, head }) {
        const tree = await octokit.rest.git.getTree({ owner, repo, tree_sha: head, recursive: 'true' }).then(({ data }) => data.tree, () => []);
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .renameHint */ .cE)(path, (Array.isArray(tree) ? tree : []).map((entry) => entry.path).filter((one) => typeof one === 'string'));
    }
}
// One request; what went wrong says which permission or setting is missing.
async function ask(request, what, said) {
    try {
        return await request;
    }
    catch (thrown) {
        const status = (0,_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(thrown);
        const cause = thrown instanceof Error && thrown.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown.cause : null;
        if (cause !== null)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`${what}: ${cause.message}`, cause.hint ?? 'run again', thrown);
        if (status === 401)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`${what}: GitHub does not accept the token (401)`, `it is wrong or has expired: ${READ}`, thrown);
        if (status === 403)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`${what}: the token may not read it (403: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)})`, READ, thrown);
        if (status === 404)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(said[404], `${said.next ?? ''}if it exists, the token can not see it: ${READ}`, thrown);
        throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .forgeFailed */ .TZ)(`${what}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`, 'GitHub may be disturbed; run again', thrown);
    }
}


/***/ })

};
