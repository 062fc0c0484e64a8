export const id = 5061;
export const ids = [5061];
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

/***/ 95061:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LocalRepository: () => (/* binding */ LocalRepository)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/program.js
var program = __webpack_require__(21771);
// EXTERNAL MODULE: ./lib/forge/git.js
var forge_git = __webpack_require__(59823);
;// CONCATENATED MODULE: ./lib/forge/plumbing.js
// SPDX-License-Identifier: Apache-2.0
//
// git's plumbing in one repository of this machine: commits by name, and programs of git that only read. Refuses to run what the repository's
// own settings or attributes ask for (external differs, text conversions, hooks, "treat as binary"), and to fetch what is not here.




/** The largest diff of any forge is read in well under this. */
const DEADLINE_MS = 60_000;
/** What to do when a commit is missing that nobody named, but we ask for. */
const WAYS = {
    'origin/HEAD': 'name what to compare with, such as `--base main`, or let git ask `origin` for its default branch: `git remote set-head origin --auto`',
    HEAD: 'commit something first',
};
/** One repository, taken as bare so that no attribute of a work tree changes what a diff shows. */
class Plumbing {
    #git;
    #folder;
    #runtime;
    #environment;
    historyHint;
    constructor(parts) {
        this.#git = parts.git;
        this.#folder = parts.folder;
        this.#runtime = parts.runtime;
        this.#environment = parts.environment;
        this.historyHint = parts.historyHint;
    }
    static async at(folder, more) {
        const git = await (0,forge_git/* installedGit */.V)();
        const plain = new Plumbing({ git, folder, environment: environmentWith([]), ...more });
        const found = await plain.run(['rev-parse', '--absolute-git-dir']);
        if (found.code !== 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', `\`${folder}\` is not in a git repository`, { hint: 'check the repository out first' });
        const gitDir = found.stdout.toString('utf8').replace(/\n$/u, '');
        return new Plumbing({ git, folder: gitDir, environment: { ...environmentWith([['core.bare', 'true']]), GIT_DIR: gitDir, GIT_INDEX_FILE: (0,external_node_path_.join)(gitDir, 'ostiary-no-index') }, ...more });
    }
    /** Full ids of commits, in the order asked; null for what is none here. */
    async commits(references) {
        // A name with a line feed in it would be two.
        if (references.some((reference) => /[\0\n]/u.test(reference)))
            return references.map(() => null);
        const answers = (await this.demand(['cat-file', '--batch-check=%(objectname)'], references.map((reference) => `${reference}^{commit}\n`).join(''))).toString('utf8').split('\n');
        return references.map((_, index) => (/^[0-9a-f]{40,64}$/u.test(answers[index] ?? '') ? answers[index] : null));
    }
    /** Why a commit is not to be had. */
    missing(reference) {
        return this.#missing(`there is no commit \`${reference}\` here`, WAYS[reference]);
    }
    /** The newest commit that both have. Throws INPUT_INVALID. */
    async mergeBase(base, head) {
        const found = await this.run(['merge-base', base.commit, head]);
        if (found.code !== 0)
            throw await this.#missing(`\`${base.called}\` and \`${head.slice(0, 12)}\` have no commit in common here`);
        return found.stdout.toString('utf8').trim();
    }
    /** The commit that `of` was merged into; null when that can't be seen here. */
    async mergedInto({ commit, of }) {
        const listed = await this.run(['rev-list', '--parents', '--max-count=1', '--end-of-options', commit]);
        const [, first, second, ...more] = listed.stdout.toString('utf8').trim().split(' ');
        return listed.code === 0 && first !== undefined && second === of && more.length === 0 ? first : null;
    }
    async #missing(what, way = 'fetch it first, or name another with `base` or `head`') {
        const shallow = (await this.run(['rev-parse', '--is-shallow-repository'])).stdout.toString('utf8').trim() === 'true';
        return new errors/* GateError */.ue('INPUT_INVALID', shallow ? `${what}, in a shallow checkout` : what, { hint: shallow ? this.historyHint : way });
    }
    async demand(args, input) {
        const result = await this.run(args, input);
        if (result.code === 0)
            return result.stdout;
        throw new errors/* GateError */.ue('INPUT_INVALID', `the repository can not be read: ${result.stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? 'git ended without a word'}`, { hint: this.historyHint });
    }
    run(args, input) {
        return (0,program/* runProgram */.m)({ file: this.#git, args: ['--no-replace-objects', ...args], cwd: this.#folder, environment: this.#environment, deadlineMs: DEADLINE_MS, ...(input === undefined ? {} : { input }) }, this.#runtime);
    }
}
function environmentWith(more) {
    const settings = [
        ['safe.directory', '*'], ['core.hooksPath', '/dev/null'], ['core.fsmonitor', 'false'], ['core.attributesFile', '/dev/null'], ['protocol.allow', 'never'], ['gc.auto', '0'], ['maintenance.auto', 'false'],
        ['core.quotePath', 'true'], ...more,
    ];
    const numbered = settings.flatMap(([key, value], index) => [[`GIT_CONFIG_KEY_${index}`, key], [`GIT_CONFIG_VALUE_${index}`, value]]);
    return {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_SYSTEM: '/dev/null', GIT_CONFIG_GLOBAL: '/dev/null', GIT_ATTR_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(numbered),
    };
}

;// CONCATENATED MODULE: ./lib/forge/raw-difference.js
const LINK = '120000';
const SUBMODULE = '160000';
/** What git looks at to tell whether a file is text, `buffer_is_binary`. */
const FIRST_BYTES = 8_000;
// One match: `:100644 100755 0123… 4567… M`, with ids in full.
const ENTRY = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])\d*$/u;
/** Reads `diff-tree --raw -z --no-abbrev`; null when a path is no UTF-8 or a line can't be read. */
function rawEntries(output) {
    const words = output.toString('utf8').split('\0');
    const entries = [];
    let at = 0;
    while (at + 1 < words.length) {
        const found = ENTRY.exec(words[at]);
        const path = words[at + 1];
        if (found === null)
            return null;
        const [, oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = found;
        const moved = status === 'R' || status === 'C';
        const to = moved ? words[at + 2] : path;
        if (to === undefined || `${path}${to}`.includes('\uFFFD'))
            return null;
        entries.push({ status, base: status === 'A' ? null : { mode: oldMode, id: oldId, path }, head: status === 'D' ? null : { mode: newMode, id: newId, path: to } });
        at += moved ? 3 : 2;
    }
    return entries;
}
/** A file that reads as bytes: neither link nor submodule. */
function isFile({ mode }) {
    return mode !== LINK && mode !== SUBMODULE;
}
/** True for what has an object here: another repository's commit has none. */
function hasObject({ mode }) {
    return mode !== SUBMODULE;
}
/** The change of a file that came or went. `bytes`: of its object; not asked for of submodules. */
function wholeChange({ base, head }, bytes) {
    const side = (head ?? base);
    const text = bytes ?? Buffer.from(`Subproject commit ${side.id}\n`, 'utf8');
    const binary = text.subarray(0, FIRST_BYTES).includes(0);
    let made = null;
    const lines = () => (made ??= binary ? [] : linesOf(text.toString('utf8')));
    const none = [];
    return head === null
        ? { path: side.path, from: side.path, status: 'deleted', oldMode: side.mode, newMode: null, binary, added: none, get removed() { return lines(); } }
        : { path: side.path, from: null, status: 'added', oldMode: null, newMode: side.mode, binary, get added() { return lines(); }, removed: none };
}
function linesOf(text) {
    const lines = text.split('\n');
    if (lines[lines.length - 1] === '')
        lines.pop();
    return lines.map((line, index) => ({ line: index + 1, text: line }));
}

;// CONCATENATED MODULE: ./lib/forge/local-repository.js



/** Paths a call: far below the limit of arguments of a process. */
const PATHS_A_CALL = 1_000;
/** A file that came or went and is larger is left to git's diff, which says when it is no text. Source: larger ones are not judged. */
const OWN_BYTES = 4 * 1024 * 1024;
/** Bytes that are read of a change in all, both sides, and by one call of git: fewer than a program may print. */
const LIMITS = { all: 128 * 1024 * 1024, call: 48 * 1024 * 1024 };
/** A change between two commits of a repository on this machine. */
class LocalRepository {
    base;
    head;
    #git;
    #readDiff;
    #limits;
    #entries = null;
    #files = null;
    #known = { base: new Map(), head: new Map() };
    /** Bytes of the change's files, by id. */
    #blobs = new Map();
    constructor(parts) {
        this.base = parts.base;
        this.head = parts.head;
        this.#git = parts.git;
        this.#readDiff = parts.readDiff;
        this.#limits = parts.limits;
    }
    /** Throws INPUT_INVALID when a commit is not there, is not the one expected, or the history between both was not fetched. */
    static async open({ folder, base, head, expected = [], merge = null, historyHint, runtime, readDiff, limits = LIMITS }) {
        const git = await Plumbing.at(folder, { runtime, historyHint });
        const [headCommit = null, baseCommit = null] = await git.commits([head, base]);
        if (headCommit === null)
            throw await git.missing(head);
        if (expected.length > 0 && !expected.includes(headCommit)) {
            throw new errors/* GateError */.ue('INPUT_INVALID', `checked out is \`${headCommit.slice(0, 12)}\`, which is neither the commit of this job nor the head of its pull or merge request`, { hint: 'leave out `ref` at the checkout, or name the commit with the input `head`' });
        }
        const target = merge !== null && merge.commit === headCommit ? await git.mergedInto(merge) : null;
        if (target === null && baseCommit === null)
            throw await git.missing(base);
        return new LocalRepository({ base: target ?? (await git.mergeBase({ commit: baseCommit ?? '', called: base }, headCommit)), head: headCommit, git, readDiff, limits });
    }
    async paths() {
        const entries = (await this.#differing()) ?? [];
        return [...new Set(entries.flatMap(({ base, head }) => [base, head].flatMap((side) => (side === null ? [] : [side.path]))))];
    }
    files() {
        return (this.#files ??= this.#difference());
    }
    async read(side, paths, maxBytes) {
        const known = this.#known[side];
        const others = paths.filter((path) => !known.has(path));
        const entries = others.length === 0 ? known : new Map([...known, ...(await this.#listed(this[side], others))]);
        const wanted = paths.map((path) => entries.get(path)).map((entry) => (entry !== undefined && isFile(entry) && entry.size <= maxBytes ? entry : null));
        const blobs = await this.#bytesOf(wanted.filter((entry) => entry !== null));
        return wanted.map((entry) => (entry === null ? null : (blobs.get(entry.id) ?? null)));
    }
    async list(side, prefixes) {
        const listed = await this.#git.demand(['ls-tree', '-r', '-z', '--name-only', '--full-tree', this[side], '--', ...prefixes]);
        return listed.toString('utf8').split('\0').filter((path) => path !== '');
    }
    #differing() {
        return (this.#entries ??= this.#git.demand(['diff-tree', '-r', '--raw', '-z', '--no-abbrev', '-M', '--ignore-submodules=none', this.base, this.head]).then(rawEntries));
    }
    async #difference() {
        const entries = await this.#differing();
        if (entries === null)
            return this.#patch([], []);
        const sizes = await this.#sizes(entries.flatMap(({ base, head }) => [base, head].filter((side) => side !== null && hasObject(side)).map((side) => side.id)));
        const sized = (side) => ({ mode: side.mode, id: side.id, size: sizes.get(side.id) ?? 0 });
        const known = (which) => new Map(entries.flatMap(({ [which]: side }) => (side === null ? [] : [[side.path, sized(side)]])));
        this.#known = { base: known('base'), head: known('head') };
        const isOwn = ({ base, head }) => (base === null || head === null) && sized((head ?? base)).size <= OWN_BYTES;
        const own = entries.filter(isOwn);
        const compared = entries.filter((entry) => !isOwn(entry));
        this.#blobs = await this.#bytesOf([
            ...own.map(({ base, head }) => sized((head ?? base))).filter(hasObject),
            ...compared.flatMap(({ base, head }) => [base, head].flatMap((side) => (side !== null && isFile(side) ? [sized(side)] : []))).filter(({ size }) => size <= OWN_BYTES),
        ]);
        const large = compared.filter(({ base, head }) => base === null || head === null).map(({ base, head }) => (head ?? base).path);
        return [
            ...own.map((entry) => wholeChange(entry, this.#blobs.get((entry.head ?? entry.base)?.id ?? '') ?? null)),
            ...(compared.length > large.length ? await this.#patch(['-M', '--diff-filter=ad'], []) : []),
            ...(large.length > 0 ? await this.#patch(['--no-renames', '--diff-filter=AD'], large) : []),
        ];
    }
    /** git's own diff, of all files or of these. */
    async #patch(options, paths) {
        const diff = await this.#git.demand(['--literal-pathspecs', 'diff-tree', '-r', '-p', '-M', '-U0', '--no-color', '--no-ext-diff', '--no-textconv', '--full-index', '--ignore-submodules=none', '--src-prefix=a/', '--dst-prefix=b/', ...options, this.base, this.head, '--', ...paths]);
        if (diff.length === 0)
            return [];
        const answer = this.#readDiff(diff.toString('utf8'));
        if (answer.kind === 'malformed')
            throw new errors/* GateError */.ue('INTERNAL', `the diff of git can not be read at its line ${answer.line}: ${answer.why}`);
        return answer.files;
    }
    async #listed(commit, paths) {
        const entries = new Map();
        for (let from = 0; from < paths.length; from += PATHS_A_CALL) {
            const listed = await this.#git.demand(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...paths.slice(from, from + PATHS_A_CALL)]);
            for (const line of listed.toString('utf8').split('\0')) {
                // One match: `100644 blob 0123…      42\tsrc/a.ts`; submodules, which are no blobs, have `-` for a size.
                const found = /^([0-7]{6}) blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/u.exec(line);
                if (found === null)
                    continue;
                const [, mode = '', id = '', size = '', path = ''] = found;
                entries.set(path, { mode, id, size: Number(size) });
            }
        }
        return entries;
    }
    async #sizes(ids) {
        const output = ids.length === 0 ? '' : (await this.#git.demand(['cat-file', '--batch-check', '--buffer'], `${[...new Set(ids)].join('\n')}\n`)).toString('latin1');
        return new Map(output.split('\n').filter((line) => line !== '').map((line) => {
            const [id = '', type = '', size = '0'] = line.split(' ');
            if (type !== 'blob')
                throw this.#gone(id);
            return [id, Number(size)];
        }));
    }
    /** Bytes by id: those that are here already, and the others from git. Throws LIMIT_EXCEEDED. */
    async #bytesOf(entries) {
        const wanted = [...new Map(entries.filter(({ id }) => !this.#blobs.has(id)).map((entry) => [entry.id, entry])).values()];
        if (wanted.length === 0)
            return this.#blobs;
        const total = wanted.reduce((sum, { size }) => sum + size, 0);
        if (total > this.#limits.all)
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', `the files of the change hold ${total} bytes, and no more than ${this.#limits.all} are read`, { hint: 'propose it in parts' });
        const blobs = new Map(this.#blobs);
        for (const call of callsOf(wanted, this.#limits.call)) {
            const output = await this.#git.demand(['cat-file', '--batch', '--buffer'], `${call.map(({ id }) => id).join('\n')}\n`);
            for (let at = 0; at < output.length;) {
                const end = output.indexOf(0x0a, at);
                const [id = '', type = '', size = '0'] = output.toString('latin1', at, end).split(' ');
                if (type !== 'blob')
                    throw this.#gone(id);
                blobs.set(id, output.subarray(end + 1, end + 1 + Number(size)));
                at = end + 1 + Number(size) + 1;
            }
        }
        return blobs;
    }
    #gone(id) {
        return new errors/* GateError */.ue('INPUT_INVALID', `an object of the change is missing here (${id.slice(0, 12)})`, { hint: this.#git.historyHint });
    }
}
function callsOf(entries, most) {
    const calls = [];
    let left = 0;
    for (const entry of entries) {
        if (calls.length === 0 || entry.size > left)
            [left] = [most, calls.push([])];
        calls[calls.length - 1]?.push(entry);
        left -= entry.size;
    }
    return calls;
}


/***/ })

};
