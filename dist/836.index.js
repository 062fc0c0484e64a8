export const id = 836;
export const ids = [836,8455];
export const modules = {

/***/ 21771:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
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
        const { deadlineMs } = request;
        const timer = deadlineMs === undefined ? null : runtime.after(deadlineMs, () => {
            child.kill('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
            child.once('close', () => kill.cancel());
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` did not end within ${deadlineMs / 1000} s`));
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

/***/ 59823:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ Git),
/* harmony export */   V: () => (/* binding */ installedGit)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3828);
/* harmony import */ var _core_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21771);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1864);
// SPDX-License-Identifier: Apache-2.0
//
// git as a way to fetch one file of one branch, in a private folder, in an environment of our own making: no hooks, no system or user
// settings, no prompts, no proxies, one protocol. Refuses to show the credential to anybody: it is neither in an argument nor on disk.







/** Never looked up in PATH, which an earlier step could have changed. */
const PLACES = ['/usr/bin/git', '/usr/local/bin/git', '/bin/git', '/opt/homebrew/bin/git'];
const QUICK_MS = 20_000;
/** The starter of the gate waits for a minute in all. */
const FETCH_MS = 40_000;
const HEAD = 'refs/ostiary/head';
const ACCESS = 'the user who started the pipeline has to be a member who may read code, and `CI_JOB_TOKEN` must not be set by anybody';
/** One remote repository, seen through a private folder; `close` removes the folder. */
class Git {
    #git;
    #folder;
    #environment;
    #remote;
    #runtime;
    constructor(parts) {
        this.#git = parts.git;
        this.#folder = parts.folder;
        this.#remote = parts.remote;
        this.#runtime = parts.runtime;
        this.#environment = environmentFor(parts.remote, parts.folder);
    }
    static async open(remote, runtime) {
        const git = await installedGit();
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), 'ostiary-forge-'));
        const made = new Git({ git, folder, remote, runtime });
        try {
            await made.#run(['init', '--quiet', '--bare', '--template=', folder], QUICK_MS);
            await made.#run(['remote', 'add', 'origin', remote.url.href], QUICK_MS);
            return made;
        }
        catch (thrown) {
            await made.close();
            throw thrown;
        }
    }
    /** The branch that the remote's HEAD points at. */
    async defaultBranch() {
        const listed = (await this.#run(['ls-remote', '--symref', 'origin', 'HEAD'], QUICK_MS)).toString('utf8');
        // Matches `ref: refs/heads/main\tHEAD`, misses a detached HEAD.
        const branch = /^ref: refs\/heads\/([^\s~^:?*[\\]+)\tHEAD$/mu.exec(listed)?.[1];
        if (branch === undefined || branch.startsWith('-'))
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_6__/* .forgeFailed */ .TZ)('the repository has no default branch', 'push a first commit, and set a default branch');
        return branch;
    }
    /** Fetches the head of a branch (no history, files as they are asked for); returns its commit. */
    async fetchHead(branch) {
        await this.#run(['fetch', '--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--no-auto-gc', '--filter=blob:none', 'origin', `+refs/heads/${branch}:${HEAD}`], FETCH_MS);
        return (await this.#run(['rev-parse', '--verify', '--end-of-options', `${HEAD}^{commit}`], QUICK_MS)).toString('utf8').trim();
    }
    /** The bytes of a file of a fetched commit; null when there is none. Throws FORGE_FAILED on links, folders and large files. */
    async readFile(commit, path, maxBytes) {
        const entry = (await this.#run(['ls-tree', '-z', '--full-tree', commit, '--', path], QUICK_MS)).toString('utf8');
        if (entry === '')
            return null;
        // Matches `100644 blob 0123…\t.ostiary/policy.yml\0`; links are 120000, submodules 160000.
        const blob = /^100(?:644|755) blob ([0-9a-f]{40,64})\t/u.exec(entry)?.[1];
        if (blob === undefined)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_6__/* .forgeFailed */ .TZ)(`\`${path}\` is not a file`, 'commit the policy as an ordinary file');
        const size = Number((await this.#run(['cat-file', '-s', blob], QUICK_MS)).toString('utf8'));
        if (!(size <= maxBytes))
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_6__/* .tooLarge */ .g$)(path);
        return this.#run(['cat-file', 'blob', blob], QUICK_MS);
    }
    /** Every path of a fetched commit. */
    async paths(commit) {
        return (await this.#run(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], QUICK_MS)).toString('utf8').split('\0').filter((path) => path !== '');
    }
    async close() {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(this.#folder, { recursive: true, force: true });
    }
    async #run(args, deadlineMs) {
        const result = await (0,_core_program_js__WEBPACK_IMPORTED_MODULE_5__/* .runProgram */ .m)({ file: this.#git, args, cwd: this.#folder, environment: this.#environment, deadlineMs }, this.#runtime).catch((thrown) => {
            throw thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .ue ? (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_6__/* .forgeFailed */ .TZ)(`the repository can not be read: ${thrown.message}`, 'GitLab may be disturbed; run again', thrown) : thrown;
        });
        if (result.code === 0)
            return result.stdout;
        throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_6__/* .forgeFailed */ .TZ)(`the repository can not be read with git: ${this.#why(result.stderr)}`, ACCESS);
    }
    // git's last words, without what it was given.
    #why(stderr) {
        const line = stderr.split('\n').map((text) => text.trim()).filter((text) => text !== '' && !text.startsWith('hint:')).at(-1) ?? 'git ended without a word';
        const secret = this.#remote.authorization.split(' ').at(-1) ?? '';
        return line.replaceAll(secret === '' ? '\0' : secret, '***').replace(/[\u0000-\u001f\u007f]/gu, ' ').slice(0, 300);
    }
}
function environmentFor(remote, folder) {
    const settings = [
        ['core.hooksPath', '/dev/null'], ['core.fsmonitor', 'false'], ['core.askPass', ''], ['credential.helper', ''], ['gc.auto', '0'], ['maintenance.auto', 'false'],
        ['protocol.allow', 'never'], [`protocol.${remote.url.protocol.replace(':', '')}.allow`, 'always'],
        ['http.followRedirects', 'false'], ['http.proxy', ''], ['http.sslVerify', 'true'], ['http.lowSpeedLimit', '1000'], ['http.lowSpeedTime', '15'],
        [`http.${remote.url.origin}/.extraHeader`, `Authorization: ${remote.authorization}`],
    ];
    const numbered = settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]]);
    return {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: folder, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CEILING_DIRECTORIES: folder, GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(numbered),
    };
}
/** Where git is; throws FORGE_FAILED when it is nowhere. */
async function installedGit() {
    for (const place of PLACES) {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(place, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => true, () => false);
        if (found)
            return place;
    }
    throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_6__/* .forgeFailed */ .TZ)('there is no git on this machine, and the policy is fetched with it', `install it into the job's image, as one of ${PLACES.join(', ')}`);
}


/***/ }),

/***/ 50836:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitLabForge: () => (/* binding */ GitLabForge)
/* harmony export */ });
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62151);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59823);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1864);
// SPDX-License-Identifier: Apache-2.0
//
// Reads the policy from GitLab: with git and the job token, at the head of the default branch, confirmed protected by the branches API or,
// where the job token may not ask it, by the verified token of a job on that very branch. Refuses everything that only the job says: which
// server, project and branch come from the verified token and the server itself. docs/platform-notes.md has the reasons.



const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Pages of branches that begin with the default branch's name, 100 each. */
const MAX_PAGES = 5;
/** GitLab's project paths; nothing in them can turn a URL into another one. */
const PROJECT_PATH = /^[A-Za-z0-9_.][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9_.-]*)+$/u;
/** GitLab.com or an instance of your own. */
class GitLabForge {
    #options;
    constructor(options) {
        if (options.jobToken === '' && (options.accessToken ?? '') === '')
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)('there is no `CI_JOB_TOKEN` to read the policy with', 'GitLab gives every job one; do not unset it');
        this.#options = options;
    }
    async readPolicy(repositoryId, path) {
        (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .checkId */ .ij)(repositoryId);
        (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPath */ .Cg)(path);
        const { jobToken, accessToken, runtime } = this.#options;
        const login = accessToken === undefined ? `gitlab-ci-token:${jobToken}` : `oauth2:${accessToken}`;
        const git = await _git_js__WEBPACK_IMPORTED_MODULE_1__/* .Git */ .T.open({ url: this.#url(repositoryId), authorization: `Basic ${Buffer.from(login).toString('base64')}` }, runtime);
        try {
            const commit = await this.#protectedHead(git, repositoryId);
            const bytes = await git.readFile(commit, path, _policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_POLICY_BYTES */ .mk);
            if (bytes === null) {
                const meant = await git.paths(commit).then((paths) => (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .renameHint */ .cE)(path, paths), () => null);
                throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`there is no \`${path}\` on the default branch of project ${repositoryId}`, meant ?? 'commit it there; what other branches hold does not count');
            }
            return { text: (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .policyText */ .MJ)(bytes, path), source: `gitlab:${repositoryId}@${commit}:${path}` };
        }
        finally {
            await git.close();
        }
    }
    // The project by its path, both from one signed token, so that the path is that of this id.
    #url(repositoryId) {
        const { issuer, claims } = this.#options.job;
        const { project_id: id, project_path: path, job_project_id: running } = claims;
        if (id !== repositoryId)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`the verified token is not of project ${repositoryId}`, 'use the token of the job that runs');
        if (running !== undefined && running !== id) {
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)('this job runs for a merge request of a fork', 'run it for branches of the project itself: a fork has no access to production');
        }
        if (typeof path !== 'string' || !PROJECT_PATH.test(path) || path.split('/').some((part) => part === '..' || part === '.')) {
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)('the verified token names no project path that is understood', 'use the token of a GitLab CI job');
        }
        return (0,_core_http_js__WEBPACK_IMPORTED_MODULE_0__/* .trustworthyUrl */ .HG)(`${issuer}/${path}.git`);
    }
    // INVARIANT: a commit is returned only for the default branch, and only when something other than the job said that it is protected.
    async #protectedHead(git, id) {
        for (let attempt = 1; attempt <= 2; attempt += 1) {
            const branch = await this.#confirmed(await git.defaultBranch(), id);
            const commit = await git.fetchHead(branch.name);
            // The API speaks of the project by id, git by path: the same head says that it is the same project.
            if (branch.commit === null || branch.commit === commit)
                return commit;
        }
        throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`the API and git disagree about the head of the default branch of project ${id}`, 'was it pushed to just now, or is the project being moved? run again');
    }
    async #confirmed(name, id) {
        const listed = await this.#askApi(name, id);
        if (listed === 'not allowed')
            return this.#confirmedByToken(name, id);
        if (listed === null)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`GitLab's API does not know the branch \`${name}\` of project ${id}`, 'run again; was the default branch renamed just now?');
        if (listed.default !== true)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`the branch \`${name}\` is not the default branch of project ${id}`, 'run again; was the default branch changed just now?');
        if (listed.protected !== true)
            throw notProtected(name, id);
        const commit = listed.commit?.id;
        if (typeof commit !== 'string')
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`GitLab names no commit for the branch \`${name}\``, 'run again');
        return { name, commit };
    }
    // `ref_protected` speaks of the job's own ref alone.
    #confirmedByToken(name, id) {
        const { ref, ref_type: type, ref_path: path, ref_protected: isProtected } = this.#options.job.claims;
        const onDefault = ref === name && type === 'branch' && (path === undefined || path === `refs/heads/${name}`);
        if (!onDefault) {
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`whether the default branch \`${name}\` of project ${id} is protected can not be known: this GitLab does not let job tokens list branches, and the job is not on that branch`, `run the job on \`${name}\` only (\`rules: [{ if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }]\`), or update GitLab: recent versions let job tokens ask`);
        }
        if (isProtected !== 'true' && isProtected !== true)
            throw notProtected(name, id);
        return { name, commit: null };
    }
    // The one branch endpoint that job tokens may use; `not allowed` on instances where they may not.
    async #askApi(name, id) {
        const { job, jobToken, accessToken, runtime } = this.#options;
        for (let page = 1; page <= MAX_PAGES; page += 1) {
            const url = `${job.issuer}/api/v4/projects/${id}/repository/branches?search=${encodeURIComponent(`^${name}`)}&per_page=100&page=${page}`;
            const response = await (0,_core_http_js__WEBPACK_IMPORTED_MODULE_0__/* .getDocument */ .YE)({ url, headers: { ...(accessToken === undefined ? { 'job-token': jobToken } : { 'private-token': accessToken }), accept: 'application/json' }, maxBytes: MAX_ANSWER_BYTES }, runtime);
            if ([401, 403, 404].includes(response.status))
                return 'not allowed';
            const branches = response.ok ? await response.json().catch(() => null) : null;
            if (!Array.isArray(branches))
                throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`GitLab answers the question for its branches with status ${response.status}`, 'GitLab may be disturbed; run again');
            const found = branches.find((branch) => typeof branch === 'object' && branch !== null && 'name' in branch && branch.name === name);
            if (found !== undefined)
                return found;
            if ((response.headers.get('x-next-page') ?? '') === '')
                return null;
        }
        return null;
    }
}
function notProtected(name, id) {
    return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`the default branch \`${name}\` of project ${id} is not protected, so anybody who may push could change the policy`, 'protect it: Settings, Repository, Protected branches');
}


/***/ })

};
