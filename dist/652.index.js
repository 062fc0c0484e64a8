export const id = 652;
export const ids = [652];
export const modules = {

/***/ 1652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCheckFromJob: () => (/* binding */ policyCheckFromJob),
  policyCheckVerb: () => (/* binding */ policyCheckVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/commands/policy-check.js + 12 modules
var policy_check = __webpack_require__(7746);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js + 1 modules
var runtime = __webpack_require__(3064);
// EXTERNAL MODULE: ./lib/policy/load.js + 10 modules
var load = __webpack_require__(5683);
// EXTERNAL MODULE: ./lib/main/arguments.js + 1 modules
var main_arguments = __webpack_require__(6757);
// EXTERNAL MODULE: ./lib/check/unreadable.js
var unreadable = __webpack_require__(9001);
// EXTERNAL MODULE: ./lib/main/readers.js
var readers = __webpack_require__(209);
;// CONCATENATED MODULE: ./lib/main/change-readers.js


/** Loads what a change needs. */
class ChangeReaders {
    #readers = new readers/* Readers */.L();
    async mapped({ tool, as }) {
        if (as === 'kubernetes')
            return manifestReader();
        if (as !== null) {
            const reader = (await this.#readers.including(as))[as];
            return reader === undefined ? null : eachFile(reader);
        }
        return tool === null ? null : toolReader(tool);
    }
    async repository() {
        return repositoryReader(this.#readers);
    }
}
/** A reader of texts as one of files: each file by itself. */
function eachFile(reader) {
    return (files) => files.map((file) => (file.head === null ? [(0,unreadable/* unreadableOperation */.z)(file, file.unreadable ?? 'there is no text in it')] : reader(file.head)));
}
/** Manifests with what they were before: what goes from them is deleted. */
async function manifestReader() {
    const { readManifestChange } = await Promise.all(/* import() */[__webpack_require__.e(249), __webpack_require__.e(57)]).then(__webpack_require__.bind(__webpack_require__, 2057));
    return (files) => {
        const read = readManifestChange(files.map(({ change, head, base }) => ({ path: change.path, head, base, baseLost: change.from !== null && base === null })));
        return files.map((file, index) => [...(file.head === null && file.change.status !== 'deleted' ? [(0,unreadable/* unreadableOperation */.z)(file, file.unreadable ?? 'there is no text in it', 'kubernetes')] : []), ...(read[index] ?? [])]);
    };
}
async function toolReader(tool) {
    if (tool === 'terraform')
        return eachFile((await __webpack_require__.e(/* import() */ 575).then(__webpack_require__.bind(__webpack_require__, 9575))).readPlan);
    const read = await (await Promise.all(/* import() */[__webpack_require__.e(281), __webpack_require__.e(453)]).then(__webpack_require__.bind(__webpack_require__, 453))).loadMigrationReader(tool);
    if (read === null)
        return null;
    return (files) => read(files.map(({ change, head, base, unreadable }) => ({ path: change.path, head, base, unreadable })));
}
async function repositoryReader(_readers) {
    return (files) => files.map(() => []);
}

// EXTERNAL MODULE: ./lib/main/help.js
var help = __webpack_require__(2842);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(1344);
;// CONCATENATED MODULE: ./lib/main/policy-check.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `policy-check` for its doors: which commits are compared, where the policy comes from, where reports go. Refuses a policy of the
// change itself: in CI it is that of the protected branch, in a shell that of the merge base, and only `preview` looks at the work tree.












const POLICY_PATH = '.ostiary/policy.yml';
const MAX_POLICY_BYTES = 1024 * 1024;
/** `ostiary policy-check [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
async function policyCheckVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, policy_check/* policyCheckSpec */.ul.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`policy-check\``, { hint: 'name the commits with `--base` and `--head`' });
    return policyCheckFor({ ...(host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.v)(policy_check/* policyCheckSpec */.ul, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function policyCheckFromJob(host) {
    return policyCheckFor((0,main_inputs/* jobInputs */.v)(policy_check/* policyCheckSpec */.ul, host), host);
}
function policyCheckFor(raw, host) {
    const deps = {
        host, version: help/* VERSION */.x, now: runtime/* systemRuntime */.g.now(), coloured: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
        openSource: (refs) => openSource(refs, host),
        findPolicy: (from, source) => findPolicy(from, source, host),
        readers: new ChangeReaders(), print: (text) => void process.stdout.write(text),
        writeReports: (folder, files) => writeReports(folder, files, host),
    };
    return (0,policy_check/* policyCheck */.Xd)(raw, deps);
}
async function openSource({ base, head }, host) {
    const [{ LocalRepository }, { parseDiff }] = await Promise.all([__webpack_require__.e(/* import() */ 229).then(__webpack_require__.bind(__webpack_require__, 9229)), __webpack_require__.e(/* import() */ 703).then(__webpack_require__.bind(__webpack_require__, 4703))]);
    const known = host.change();
    return LocalRepository.open({ folder: process.cwd(), base: base ?? known.base, head: head ?? known.head, runtime: runtime/* systemRuntime */.g, readDiff: parseDiff });
}
async function findPolicy({ preview, file }, source, host) {
    if (preview)
        return previewed(file ?? POLICY_PATH);
    if (host.kind === 'shell')
        return ofBase(source);
    const { forge, repositoryId } = await forgeOfChange(host);
    const { text, source: place } = await forge.readPolicy(repositoryId, POLICY_PATH);
    return { policy: await (0,load/* loadPolicy */.t)({ text, file: place }, { now: runtime/* systemRuntime */.g.now() }), source: place };
}
async function previewed(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('POLICY_INVALID', `the policy \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'name one with `--policy FILE`, or write one with `ostiary init`' });
    });
    return { policy: await (0,load/* loadPolicy */.t)({ text, file }, { now: runtime/* systemRuntime */.g.now() }), source: file };
}
async function ofBase(source) {
    const [bytes] = await source.read('base', [POLICY_PATH], MAX_POLICY_BYTES);
    const place = `${POLICY_PATH}@${source.base.slice(0, 12)}`;
    if (bytes === null || bytes === undefined) {
        throw new errors/* GateError */.ue('POLICY_INVALID', `there is no \`${POLICY_PATH}\` at the base of the change (${source.base.slice(0, 12)})`, { hint: 'commit one to the base first; try it before with `--preview`, write one with `ostiary init`' });
    }
    return { policy: await (0,load/* loadPolicy */.t)({ text: bytes.toString('utf8'), file: place }, { now: runtime/* systemRuntime */.g.now() }), source: place };
}
// The check is advisory and works on forks, which get no OIDC token: the repository is the one that the event names.
async function forgeOfChange(host) {
    const facts = host.facts();
    const environment = process.env;
    if (host.kind === 'github') {
        const { GitHubForge } = await __webpack_require__.e(/* import() */ 788).then(__webpack_require__.bind(__webpack_require__, 5788));
        const token = host.input('github-token') ?? environment.GITHUB_TOKEN ?? '';
        return { forge: new GitHubForge({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: runtime/* systemRuntime */.g }), repositoryId: facts['repository_id'] ?? '' };
    }
    const { GitLabForge } = await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 836));
    const id = environment.CI_MERGE_REQUEST_PROJECT_ID ?? facts['project_id'] ?? '';
    const claims = {
        project_id: id, project_path: environment.CI_MERGE_REQUEST_PROJECT_PATH ?? facts['project_path'], ref: environment.CI_COMMIT_BRANCH, ref_type: 'branch',
        ref_protected: environment.CI_COMMIT_REF_PROTECTED,
    };
    return { forge: new GitLabForge({ job: { issuer: environment.CI_SERVER_URL ?? 'https://gitlab.com', claims }, jobToken: environment.CI_JOB_TOKEN ?? '', runtime: runtime/* systemRuntime */.g }), repositoryId: id };
}
async function writeReports(folder, files, host) {
    const into = folder === null ? await defaultFolder(host) : (0,external_node_path_.resolve)(folder);
    await (0,promises_.mkdir)(into, { recursive: true });
    const written = await Promise.all(Object.entries(files).map(async ([name, text]) => {
        const path = (0,external_node_path_.join)(into, name);
        await (0,promises_.writeFile)(path, text);
        return [name, path];
    }));
    return Object.fromEntries(written);
}
async function defaultFolder(host) {
    return host.kind === 'shell' ? (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-check-')) : (0,external_node_path_.join)(host.defaultSessionDir(), '..', 'policy-check');
}


/***/ }),

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Readers)
/* harmony export */ });
const LOADERS = {
    file: async () => (await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 5955))).readFileText,
    sql: async () => (await Promise.all(/* import() */[__webpack_require__.e(281), __webpack_require__.e(501)]).then(__webpack_require__.bind(__webpack_require__, 501))).loadSqlReader(),
    shell: async () => (await Promise.all(/* import() */[__webpack_require__.e(989), __webpack_require__.e(281), __webpack_require__.e(871)]).then(__webpack_require__.bind(__webpack_require__, 4871))).loadShellReader(),
    kubernetes: async () => (await __webpack_require__.e(/* import() */ 249).then(__webpack_require__.bind(__webpack_require__, 6249))).readKubernetes,
};
/** Loads parsers once each. */
class Readers {
    #known = {};
    /** The parsers loaded so far when that of `kind` is among them, or can't be; undefined when it has to be loaded. */
    ready(kind) {
        return kind in this.#known || !Object.hasOwn(LOADERS, kind) ? this.#known : undefined;
    }
    /** The same, with that of `kind` loaded. */
    async including(kind) {
        const load = Object.hasOwn(LOADERS, kind) ? LOADERS[kind] : undefined;
        if (load !== undefined)
            this.#known[kind] ??= await load();
        return this.#known;
    }
}


/***/ })

};
