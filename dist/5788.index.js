export const id = 5788;
export const ids = [5788];
export const modules = {

/***/ 75788:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubForge: () => (/* binding */ GitHubForge)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1864);



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
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)('there is no token to read the policy with', READ);
        this.#options = options;
    }
    async readPolicy(repositoryId, path) {
        (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .checkId */ .ij)(repositoryId);
        (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPath */ .Cg)(path);
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
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`GitHub's answer about repository ${id} is not understood`, 'is `GITHUB_API_URL` the address of a GitHub API?');
        }
        return { owner: owner.login, repo: name, branch };
    }
    async #protectedHead(octokit, { owner, repo, branch }) {
        const { data } = await ask(octokit.rest.repos.getBranch({ owner, repo, branch }), `branch \`${branch}\` of ${owner}/${repo}`, {
            404: `${owner}/${repo} has no branch \`${branch}\`, which is its default branch`,
        });
        if (data.name !== branch)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`GitHub answered about another branch than \`${branch}\``, 'was the default branch renamed just now? run again');
        if (data.protected !== true) {
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`the default branch \`${branch}\` of ${owner}/${repo} is not protected, so anybody who may push could change the policy`, `protect it: Settings, Rules, Rulesets, a branch ruleset for \`${branch}\` that requires a pull request`);
        }
        if (!COMMIT.test(data.commit.sha))
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`GitHub names no commit for the branch \`${branch}\``, 'run again');
        return data.commit.sha;
    }
    async #file(octokit, { owner, repo, branch }, { path, head }) {
        const asked = octokit.rest.repos.getContent({ owner, repo, path, ref: head });
        const missing = { 404: `there is no \`${path}\` on the default branch \`${branch}\` of ${owner}/${repo}`, next: 'commit one there; ' };
        const { data } = await ask(asked, `\`${path}\` of ${owner}/${repo}`, missing).catch(async (thrown) => {
            const meant = statusOf(thrown.cause) === 404 ? await this.#meant(octokit, { owner, repo, path, head }) : null;
            throw meant === null ? thrown : (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(missing[404], meant, thrown);
        });
        if (Array.isArray(data) || data.type !== 'file')
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`\`${path}\` of ${owner}/${repo} is not a file`, 'commit the policy as an ordinary file');
        if (data.size > _policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_POLICY_BYTES */ .mk || data.encoding !== 'base64')
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g$)(path);
        const bytes = Buffer.from(data.content, 'base64');
        if (bytes.length !== data.size)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`\`${path}\` of ${owner}/${repo} did not arrive whole`, 'run again');
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .policyText */ .MJ)(bytes, path);
    }
    // For a better message alone: whatever goes wrong here, the policy is not there.
    async #meant(octokit, { owner, repo, path, head }) {
        const tree = await octokit.rest.git.getTree({ owner, repo, tree_sha: head, recursive: 'true' }).then(({ data }) => data.tree, () => []);
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .renameHint */ .cE)(path, (Array.isArray(tree) ? tree : []).map((entry) => entry.path).filter((one) => typeof one === 'string'));
    }
}
function statusOf(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined;
}
// One request; what went wrong says which permission or setting is missing.
async function ask(request, what, said) {
    try {
        return await request;
    }
    catch (thrown) {
        const status = statusOf(thrown);
        const cause = thrown instanceof Error && thrown.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown.cause : null;
        if (cause !== null)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${cause.message}`, cause.hint ?? 'run again', thrown);
        if (status === 401)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub does not accept the token (401)`, `it is wrong or has expired: ${READ}`, thrown);
        if (status === 403)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: the token may not read it (403: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)})`, READ, thrown);
        if (status === 404)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(said[404], `${said.next ?? ''}if it exists, the token can not see it: ${READ}`, thrown);
        throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`, 'GitHub may be disturbed; run again', thrown);
    }
}


/***/ })

};
