export const id = 4122;
export const ids = [4122,9733,2882];
export const modules = {

/***/ 62495:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readChangeSet)
/* harmony export */ });
/* harmony import */ var _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11918);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
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

/***/ 89189:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ approvalGateSpec),
/* harmony export */   s: () => (/* binding */ parseGateInputs)
/* harmony export */ });
/* harmony import */ var _approval_candidates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26953);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _run_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99529);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `approval-gate`: declared once for its three faces, and read before anything is asked of a forge. Refuses a use that names
// no operations, and times, pull requests and accounts that are written otherwise than they are.




const ON_PENDING = ['fail', 'pass'];
/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const approvalGateSpec = {
    name: 'approval-gate',
    description: 'Put operations that need a review on a pull or merge request, and say whether they are approved.',
    inputs: [
        { name: 'sql', description: 'SQL files with the operations, in their order; several: one a line (the flag may be repeated). With `pull-request`: globs of files that it adds.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'data', description: 'Files with the rows that COPY FROM STDIN of the SQL files copies in, in the order of these statements; several: one a line. With `pull-request`: globs, as with `sql`.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'changes', description: 'Change sets with more operations: the report `policy-check.json` of `policy-check`, what `ostiary plan` wrote, or a manifest; several: one a line.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'commands', description: 'Commands with more operations, one a line, for a resource of type `shell`; they can be approved, and nothing executes them yet.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'resource', description: 'Resource of the policy that they are for. May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'pull-request', description: 'Pull or merge request, of a branch of this repository, whose files these are, and that they are put up on: its number or address. When empty: files that are checked out, and a pull request of their own.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'on-pending', description: '`fail` ends with 3 while people are asked, `pass` with 0.', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_PENDING },
        { name: 'wait', description: 'How long to wait for people, such as `30m`; when empty it ends at once.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'status', description: '`not-needed`, `approved`, `pending`, `refused` or `denied`.' },
        { name: 'approval-url', description: 'Address of the pull or merge request.' },
        { name: 'approved-by', description: 'People whose reviews count, as `login (id)`.' },
        { name: 'expires-at', description: 'When the approval ends, ISO 8601.' },
        { name: 'digest', description: 'Digest of the manifest.' },
    ],
};
/** Reads them. Throws INPUT_INVALID. */
function parseGateInputs(raw) {
    const files = (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .listInput */ .dt)(raw, 'sql');
    const [changes, commands] = [(0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .listInput */ .dt)(raw, 'changes'), (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .listInput */ .dt)(raw, 'commands')];
    if (files.length + changes.length + commands.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'the inputs `sql`, `changes` and `commands` are empty', { hint: 'name the SQL files, one a line' });
    const wait = (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(raw, approvalGateSpec, 'wait') ?? '0m';
    // Hits `30m` and `2h`; misses `30` and `1h30m`.
    const [, count, unit] = /^(\d{1,5})([smh])$/u.exec(wait) ?? [];
    if (count === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `input \`wait\` is \`${wait}\``, { hint: 'write a number and `s`, `m` or `h`, such as `30m`' });
    const pull = (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(raw, approvalGateSpec, 'pull-request');
    return {
        pullRequest: pull === undefined ? null : (0,_approval_candidates_js__WEBPACK_IMPORTED_MODULE_0__/* .namedPull */ .rL)(pull, 'pull-request'),
        files, data: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .listInput */ .dt)(raw, 'data'), changes, commands, resource: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(raw, approvalGateSpec, 'resource') ?? null, waitMs: Number(count) * (unit === 's' ? 1_000 : unit === 'm' ? 60_000 : 3_600_000),
        onPending: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .choiceInput */ .ij)(raw, approvalGateSpec, { name: 'on-pending', choices: ON_PENDING }) ?? 'fail',
        proposers: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .listInput */ .dt)(raw, 'proposers').map(_run_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAccount */ .J5), audience: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(raw, approvalGateSpec, 'audience') ?? 'ostiary',
    };
}


/***/ }),

/***/ 11918:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ LIMIT_KINDS),
/* harmony export */   YV: () => (/* binding */ writeChangeSet),
/* harmony export */   ZT: () => (/* binding */ changeSetDigest)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33413);
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

/***/ 26526:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approvalGateFromJob: () => (/* binding */ approvalGateFromJob),
  approvalGateVerb: () => (/* binding */ approvalGateVerb)
});

// EXTERNAL MODULE: ./lib/approval/prompters.js
var prompters = __webpack_require__(56237);
// EXTERNAL MODULE: ./lib/approval/candidates.js
var candidates = __webpack_require__(26953);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/glob.js
var core_glob = __webpack_require__(80029);
// EXTERNAL MODULE: ./lib/approval/manifest.js + 1 modules
var approval_manifest = __webpack_require__(46443);
// EXTERNAL MODULE: ./lib/approval/render.js + 1 modules
var render = __webpack_require__(68074);
// EXTERNAL MODULE: ./lib/approval/terms.js
var terms = __webpack_require__(30068);
;// CONCATENATED MODULE: ./lib/approval/existing-pull-request.js
// SPDX-License-Identifier: Apache-2.0
//
// The manifest on a pull request that is there already, so that one review is of the change and of what it would run. Files are read by the
// forge's API at the very head that then gets the manifest: nothing is checked out. Refuses pull requests that no approval could come of:
// closed ones, those of forks, those that go elsewhere. Never rewrites what others pushed.





/** The files that a pull request adds and that globs name, in the order of the globs, then of their paths. Throws INPUT_INVALID, FORGE_FAILED. */
async function addedTexts(globs, number, { forge, repository }) {
    const pull = await forge.pull(repository, number);
    const changed = [...await forge.changedPaths(repository, pull)].sort((one, other) => (one.path < other.path ? -1 : 1));
    const fitting = new Set(globs.map((glob) => (0,core_glob/* compileGlob */.SO)(glob, '/')).flatMap((fits) => changed.filter(({ path, status }) => status !== 'removed' && fits(path))));
    const texts = [];
    for (const { path, status } of fitting) {
        if (status !== 'added')
            throw new errors/* GateError */.ue('INPUT_INVALID', `pull request ${number} changes \`${path}\`, which was there before`, { hint: 'put operations into files of their own: what a file held before has run already' });
        const text = await forge.file(repository, pull.head, path);
        if (text === null)
            throw new errors/* GateError */.ue('FORGE_FAILED', `\`${path}\` of pull request ${number} is not there`, { hint: 'was it pushed to just now? run again' });
        texts.push(text);
    }
    return { head: pull.head, texts, names: [...fitting].map(({ path }) => path) };
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
        throw new errors/* GateError */.ue('DENIED', `pull request ${number} ${why}, so nothing can be approved on it`, { hint: 'leave the input `pull-request` out: the operations get a pull request of their own' });
    if (head !== null && pull.head !== head)
        throw new errors/* GateError */.ue('FORGE_FAILED', `pull request ${number} was pushed to while its operations were read`, { hint: 'run again' });
    const there = await verify(number);
    const isThere = there.manifest !== null && there.claimedBy === null && (0,approval_manifest/* branchesOf */.IJ)(there.manifest) === (0,approval_manifest/* branchesOf */.IJ)(manifest);
    // INVARIANT: what people read was written by us, or says what we would say: whoever may push here may have written it.
    if (isThere && (there.isVouched || (0,terms/* saysTheSame */.Yq)(there.manifest, manifest)))
        return { verified: there, isNew: false };
    const paths = (0,approval_manifest/* manifestPaths */.Ud)((0,approval_manifest/* manifestDigest */.It)(manifest));
    const removed = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && isOurs(path) && path !== paths.json && path !== paths.rendering).map(({ path }) => path);
    await forge.addTo(repository, pull, {
        title: 'Put what this would run up for approval', removed,
        files: [{ path: paths.json, text: (0,approval_manifest/* manifestText */.$2)(manifest) }, { path: paths.rendering, text: (0,render/* renderManifest */.s)(manifest, explain) }],
    });
    const verified = await verify(number);
    // What else is there has to go first: running again would not help.
    if (verified.digest === null && verified.outcome.kind === 'refused')
        throw new errors/* GateError */.ue('DENIED', verified.outcome.why, { hint: verified.outcome.hint });
    if (verified.digest !== (0,approval_manifest/* manifestDigest */.It)(manifest))
        throw new errors/* GateError */.ue('FORGE_FAILED', `pull request ${number} changed while the manifest was put on it`, { hint: 'run again' });
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
    return path.startsWith(`${approval_manifest/* FOLDER */.L7}/`) && /^[0-9a-f]{32}\.(?:json|md)$/u.test(path.slice(approval_manifest/* FOLDER */.L7.length + 1));
}

// EXTERNAL MODULE: ./lib/approval/verify.js
var verify = __webpack_require__(34474);
// EXTERNAL MODULE: ./lib/approval/count.js + 1 modules
var count = __webpack_require__(63540);
// EXTERNAL MODULE: ./lib/approval/enforce.js + 1 modules
var enforce = __webpack_require__(74547);
// EXTERNAL MODULE: ./lib/approval/codeowners.js
var codeowners = __webpack_require__(26338);
// EXTERNAL MODULE: ./lib/commands/approval-gate-inputs.js
var approval_gate_inputs = __webpack_require__(89189);
;// CONCATENATED MODULE: ./lib/commands/approval-gate.js
// SPDX-License-Identifier: Apache-2.0
//
// `approval-gate`: says whether operations (of SQL files, change sets, commands) may run, and puts those up for review that need one: one pull request for the
// same operations, however often it is asked. Refuses to execute anything, and to publish secrets or values of protected columns.










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
/** Runs the verb; returns the exit code: 0 may run, 1 denied or refused, 3 people are asked. Throws GateError. */
async function approvalGate(raw, deps) {
    const { host } = deps;
    const inputs = (0,approval_gate_inputs/* parseGateInputs */.s)(raw);
    const proposal = await deps.propose(inputs);
    const denied = proposal.judged.filter(({ decision }) => decision.decision === 'deny');
    for (const { operation, decision, place } of denied)
        host.annotate('error', `${operation.facts.statement === 'UNKNOWN' ? 'what stands here' : operation.facts.statement} is denied by \`${decision.rules[0] ?? ''}\`: ${decision.reasons[0] ?? ''}`, place ?? undefined);
    if (denied.length > 0)
        return end('denied', null, { host, inputs });
    if (proposal.judged.every(({ decision }) => decision.decision === 'allow'))
        return end('not-needed', null, { host, inputs });
    const manifest = composed(proposal);
    const never = (0,count/* unmeetable */.l)(manifest.demands);
    // Before anything is put up that nobody could ever approve.
    if (never !== null)
        throw new errors/* GateError */.ue('POLICY_INVALID', never.why, { hint: never.hint });
    let verified = ofThese(manifest, inputs.pullRequest === null ? await underReview(manifest, proposal, host) : await onPull(manifest, inputs.pullRequest, { proposal, host }));
    const until = deps.monotonicMs() + inputs.waitMs;
    while (statusOf(verified) === 'pending' && deps.monotonicMs() < until) {
        host.log.info(`${verified.pull.url} ${(0,enforce/* stateOf */.L4)(verified)}`);
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
    return there !== null && (0,approval_manifest/* branchesOf */.IJ)(there) === (0,approval_manifest/* branchesOf */.IJ)(manifest);
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
        host.annotate(status === 'pending' ? 'warning' : 'error', `${verified.pull.url} is ${status}: ${(0,enforce/* stateOf */.L4)(verified)}`);
    else
        host.log.info(verified === null ? `approval-gate: ${status}` : `approval-gate: ${verified.pull.url} ${(0,enforce/* stateOf */.L4)(verified)}`);
    if (status === 'pending')
        return inputs.onPending === 'fail' ? errors/* EXIT */.dc.pending : errors/* EXIT */.dc.done;
    return status === 'approved' || status === 'not-needed' ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.denied;
}
// All of the files, so that people see what runs around what they approve, and `apply` leaves nothing out.
function composed({ judged, context, demandsFor, inspect }) {
    const asked = judged.map(({ operation, transaction, decision, impact, maxRows }) => ({
        operation, transaction, maxRows, impact,
        rules: (0,terms/* wordsOf */.Z9)(decision),
    }));
    const rules = judged.filter(({ decision }) => decision.decision === 'review').flatMap(({ decision }) => decision.rules);
    return (0,approval_manifest/* composeManifest */.WJ)(asked, { ...context, demands: demandsFor(rules) }, inspect);
}
// The pull request that is there, unless it was used, closed, can not be read any more or misleads; else a new one.
async function underReview(manifest, proposal, host) {
    const { forge, repository } = proposal;
    const there = new Map((await forge.underReview(repository, (0,approval_manifest/* branchesOf */.IJ)(manifest))).map((pull) => [pull.branch, pull]));
    for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        const known = there.get((0,approval_manifest/* approvalBranch */.yN)(manifest, round));
        const pull = known ?? await approval_gate_open(manifest, round, proposal, host);
        const verified = await proposal.verify(pull.number);
        // A branch of that name without a pull request may have been there before ours.
        const isOther = verified.manifest !== null && !isOfThese(manifest, verified);
        const isOver = verified.pull.state === 'closed' || verified.claimedBy !== null || (known !== undefined && verified.manifest === null) || isOther;
        // Whoever may push may have put up a page of their own, with another impact than ours.
        const misleads = verified.manifest !== null && !verified.isVouched && !(0,terms/* saysTheSame */.Yq)(verified.manifest, manifest);
        if (misleads && !isOver)
            host.annotate('warning', `${verified.pull.url} shows these operations in other words than ours, and nobody of \`proposers\` put it up: it is passed over`);
        if (!isOver && !misleads)
            return verified;
    }
    throw new errors/* GateError */.ue('DENIED', `the same operations were put up ${MAX_ROUNDS} times`, { hint: 'remove the branches `ostiary/approvals/…` that are of no more use' });
}
// On a pull request that somebody else opened.
async function onPull(manifest, named, { proposal, host }) {
    const { verified, isNew } = await carry(manifest, (0,candidates/* numberIn */.Po)(proposal.repository, named), proposal);
    if (isNew)
        await askReviewers(manifest, verified.pull, proposal, host);
    return verified;
}
async function approval_gate_open(manifest, round, { forge, repository, explain }, host) {
    const paths = (0,approval_manifest/* manifestPaths */.Ud)((0,approval_manifest/* manifestDigest */.It)(manifest));
    const many = manifest.operations.length === 1 ? 'operation' : 'operations';
    const on = [...new Set(manifest.operations.map(({ resource }) => resource.name))].join(', ');
    const pull = await forge.open(repository, {
        branch: (0,approval_manifest/* approvalBranch */.yN)(manifest, round), title: `Approve ${manifest.operations.length} ${many} on ${on}`,
        files: [{ path: paths.json, text: (0,approval_manifest/* manifestText */.$2)(manifest) }, { path: paths.rendering, text: (0,render/* renderManifest */.s)(manifest, explain) }],
        body: `What would run is in the file \`${paths.rendering}\` of this pull request; nothing else says so. **Approving this pull request lets exactly that run, once.**\n`,
    });
    await askReviewers(manifest, pull, { forge, repository }, host);
    return pull;
}
async function askReviewers({ demands }, pull, { forge, repository }, host) {
    const [users, teams] = [demands.flatMap((demand) => demand.users), demands.flatMap((demand) => demand.teams)];
    await unlessItFails('people could not be asked for their review', host, async () => {
        const wanted = demands.some(({ codeowners }) => codeowners) ? await (0,codeowners/* ownersOfChange */.E)(repository, await forge.changedPaths(repository, pull), forge) : null;
        await forge.requestReviewers(repository, pull, { users: [...new Set(users)], teams: [...new Set(teams)], owners: [...new Set(wanted?.flat(2) ?? [])] });
    });
}
async function show(verified, { forge, repository }, host) {
    const status = statusOf(verified);
    const state = status === 'approved' || status === 'pending' ? status : 'refused';
    const summary = (0,enforce/* stateOf */.L4)(verified);
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
    await run().catch((thrown) => host.annotate('warning', `${what}: ${(0,errors/* messageOf */.bD)(thrown)}${thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `: ${thrown.hint}` : ''}`));
}

// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/identity/principal.js
var identity_principal = __webpack_require__(30512);
// EXTERNAL MODULE: ./lib/parse/sql/reader.js
var reader = __webpack_require__(60501);
// EXTERNAL MODULE: ./lib/main/admission.js + 1 modules
var admission = __webpack_require__(12358);
// EXTERNAL MODULE: ./lib/main/approvals.js
var approvals = __webpack_require__(86325);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/main/job-person.js
var job_person = __webpack_require__(26210);
// EXTERNAL MODULE: ./lib/main/manifest-policy.js + 1 modules
var manifest_policy = __webpack_require__(71448);
// EXTERNAL MODULE: ./lib/gate/guards.js
var guards = __webpack_require__(22293);
// EXTERNAL MODULE: ./lib/gate/impact.js
var gate_impact = __webpack_require__(21533);
// EXTERNAL MODULE: ./lib/gate/facts.js + 2 modules
var facts = __webpack_require__(40143);
// EXTERNAL MODULE: ./lib/parse/sql/row-count.js
var row_count = __webpack_require__(76774);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 5 modules
var sql_parser = __webpack_require__(74623);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 79 modules
var resolve = __webpack_require__(24371);
// EXTERNAL MODULE: ./lib/main/upstream.js + 4 modules
var main_upstream = __webpack_require__(27535);
;// CONCATENATED MODULE: ./lib/main/review-estimates.js







/** Rows beyond which a change is rolled back, as a multiple of the estimate. */
const CEILING_FACTOR = 2;
/** Connects. Throws what connecting throws; then nothing is held. */
async function openMeasuring(resource, secrets) {
    const [parser, upstream] = await Promise.all([sql_parser.SqlParser.load(), (0,main_upstream/* openUpstream */.UT)(resource, secrets)]);
    try {
        const { settings, path } = await (0,main_upstream/* ordinarily */.q2)(upstream);
        const reader = new facts/* FactsCache */.yB({ analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => (0,resolve.resolve)(draft, scope, parser) });
        const context = { catalog: upstream.catalog.current(), searchPath: path, settings, prepared: new Map(), cursors: new Map(), stale: false };
        return {
            settings, close: () => upstream.close(),
            async measure({ bytes, parameters, settings: own }) {
                const drafts = reader.analyse(Buffer.from(bytes));
                const [draft] = drafts;
                const isSame = Object.keys({ ...settings, ...own }).every((name) => settings[name] === own[name]);
                if (draft === undefined || drafts.length > 1 || !isSame)
                    return unknown(isSame ? 'it is not one statement' : 'it is for other settings than an ordinary connection has');
                const facts = reader.of(draft, context);
                const { why, ...impact } = await (0,gate_impact/* estimate */.jA)({ draft, facts, parameters, context }, { impacts: upstream.impacts, reader, asking: () => undefined });
                const isCounted = (0,guards/* changesRows */.j_)(facts) && (0,row_count/* countsRows */.q)(draft);
                return {
                    impact: why === null ? impact : { ...impact, notes: [...impact.notes, `rows are not known: ${why}`] },
                    ceiling: impact.rows === null || !isCounted ? null : Math.max(1, impact.rows * CEILING_FACTOR),
                };
            },
        };
    }
    catch (thrown) {
        await upstream.close();
        throw thrown;
    }
}
/** Facts that a parser finds in the bytes alone, where nobody could be asked. */
function unmeasured({ lock, rewrite }, why) {
    return { impact: { rows: null, sizeBytes: null, lock, rewrites: rewrite, notes: [`not estimated: ${why}`] }, ceiling: null };
}
function unknown(why) {
    return unmeasured({ lock: null, rewrite: null }, why);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/check/captured-file.js
var captured_file = __webpack_require__(62495);
// EXTERNAL MODULE: ./lib/gate/statements.js
var statements = __webpack_require__(90397);
// EXTERNAL MODULE: ./lib/parse/http/operation.js
var operation = __webpack_require__(17889);
// EXTERNAL MODULE: ./lib/policy/repository.js
var repository = __webpack_require__(81728);
// EXTERNAL MODULE: ./lib/main/statement-series.js
var statement_series = __webpack_require__(39940);
// EXTERNAL MODULE: ./lib/main/readers.js
var main_readers = __webpack_require__(90209);
;// CONCATENATED MODULE: ./lib/main/proposed-operations.js
// SPDX-License-Identifier: Apache-2.0
//
// What `approval-gate` is given, as operations: SQL files, commands, reports of `policy-check` and change sets of `ostiary plan`. Everything is read
// again from its exact text, and judged again by whoever calls. Refuses texts that are not exactly one operation, and operations on resources
// that the policy does not have.










/** Kinds of operations by the type of the resource that takes them. */
const KIND_OF = { postgres: 'sql', shell: 'shell', kubernetes: 'kubernetes', http: 'http', model: 'model' };
/** Everything that the inputs name, in the order of the inputs. */
async function listedOf(inputs, { texts, names, rows }, { policy, readers }) {
    const listing = new Listing(policy, readers, rows);
    if (texts.length > 0)
        await listing.sql({ texts, names }, inputs.resource);
    // Beside SQL files, `resource` is theirs.
    for (const command of inputs.commands)
        await listing.add({ kind: 'shell', resource: listing.resource(inputs.files.length > 0 ? null : inputs.resource, 'shell'), bytes: command, where: `the command \`${command.slice(0, 80)}\`` });
    for (const file of inputs.changes)
        await listing.changes(file);
    if (listing.unused > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the input \`data\` has ${listing.unused} ${listing.unused === 1 ? 'file' : 'files'} more than there are COPY FROM STDIN without rows`, { hint: 'name one file for each, in their order' });
    const read = readers.ready('sql')?.sql;
    if (read === undefined)
        return listing.listed;
    const placed = (0,statement_series/* inSeries */.L)(listing.listed.map(({ facts, ...one }) => ({ ...one, bytes: facts.text })), read);
    return listing.listed.map((one, index) => ({ ...one, facts: placed[index] ?? one.facts }));
}
/** Text of a file that was checked out. */
async function textOf(file) {
    return (await bytesOf(file)).toString('utf8');
}
/** Bytes of a file that was checked out. */
async function bytesOf(file) {
    return (0,promises_.readFile)(file).catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the file \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: file.includes('*') ? 'globs are for files of a pull request (input `pull-request`): name each file' : 'check the repository out first, and name the file from its root' });
    });
}
class Listing {
    policy;
    readers;
    listed = [];
    #transactions = 0;
    #rows;
    constructor(policy, readers, rows) {
        this.policy = policy;
        this.readers = readers;
        this.#rows = [...rows];
    }
    /** Files with rows that no statement takes. */
    get unused() {
        return this.#rows.length;
    }
    /** The named resource, else the only one of its type. */
    resource(name, type) {
        const fitting = Object.values(this.policy.resources).filter((one) => one.type === type);
        const found = name === null ? (fitting.length === 1 ? fitting[0] : undefined) : this.policy.resources[name];
        if (found === undefined)
            throw new errors/* GateError */.ue('INPUT_INVALID', name === null ? `the policy has ${fitting.length} resources of type \`${type}\`, so the input \`resource\` has to name one` : `resource \`${name}\` is not in the policy`, { hint: `it has: ${Object.keys(this.policy.resources).join(', ')}` });
        if (found.type !== type)
            throw new errors/* GateError */.ue('INPUT_INVALID', `resource \`${found.name}\` is of type \`${found.type}\`, and this is for \`${type}\``, { hint: 'name another resource' });
        return found;
    }
    async sql({ texts, names }, name) {
        const resource = this.resource(name, 'postgres');
        const read = (await this.readers.including('sql')).sql;
        if (read === undefined)
            throw new errors/* GateError */.ue('INTERNAL', 'there is no reader of SQL');
        for (const { facts, transaction, place } of inTransactions(texts.map((text, index) => ({ name: names[index] ?? null, read: read(text) }))))
            this.#push({ kind: 'sql', resource, facts, parameters: [], data: null, transaction: this.#numbered(transaction), place });
        this.#transactions = this.listed.reduce((most, one) => Math.max(most, one.transaction ?? 0), 0);
    }
    /** A text that has to be exactly one operation. */
    async add({ kind, resource, bytes, where, parameters = [], data = null, transaction = null }) {
        const read = (await this.readers.including(kind))[kind];
        const [only, ...more] = (read?.(bytes) ?? []).map((one) => (0,operation/* askedOf */.iN)(one, resource.url));
        if (only === undefined || more.length > 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', `${where} is ${only === undefined ? 'no operation' : 'more than one operation'}`, { hint: 'put operations up one by one' });
        // A reader passes over what does nothing; what is approved is all of the text.
        if (only.facts.text !== bytes.trim())
            throw new errors/* GateError */.ue('INPUT_INVALID', `${where} holds more than the one operation \`${only.facts.statement}\``, { hint: 'put operations up one by one, without anything around them' });
        this.#push({ kind, resource, facts: only.facts, parameters, data, transaction, place: null });
    }
    /** A report of `policy-check`, a change set of `ostiary plan`, or a manifest. */
    async changes(file) {
        const text = await textOf(file);
        const format = formatOf(text, file);
        if (format === 'ostiary-changeset-v1')
            return this.#captured(text, file);
        if (format === 'ostiary-check-v1')
            return this.#checked(text, file);
        if (format === 'ostiary-manifest-v1')
            return this.#again(text, file);
        throw new errors/* GateError */.ue('INPUT_INVALID', `the change set \`${file}\` is of no format that is known`, { hint: 'it is the file `policy-check.json` of `policy-check`, or what `ostiary plan --out FILE` writes' });
    }
    async #captured(text, file) {
        const { set } = (0,captured_file/* readChangeSet */.b)(text, file);
        const [first] = set.operations;
        const resource = this.resource(set.resource.name, 'postgres');
        const groups = new Map();
        for (const { number, bytes, parameters, data, transaction, settings } of set.operations) {
            const where = `statement ${number} of \`${file}\``;
            if (statements/* MEANING_SETTINGS */.mS.some((name) => settings[name] !== first?.settings[name]))
                throw new errors/* GateError */.ue('INPUT_INVALID', `${where} runs under other settings than those before it`, { hint: 'operations are approved for a connection as it is by itself' });
            if (transaction !== null && !groups.has(transaction))
                groups.set(transaction, (this.#transactions += 1));
            await this.add({ kind: 'sql', resource, bytes, where, parameters, data, transaction: transaction === null ? null : (groups.get(transaction) ?? null) });
        }
    }
    // A manifest that is put up again: who asked for it then, and what it was thought to touch, is of no more interest.
    async #again(text, file) {
        const groups = new Map();
        for (const [index, { kind, resource: { name }, bytes, parameters, data, transaction }] of (0,approval_manifest/* parseManifest */.Ng)(text).operations.entries()) {
            const resource = this.policy.resources[name];
            const where = `operation ${index + 1} of \`${file}\``;
            if (resource === undefined || KIND_OF[resource.type] !== kind)
                throw new errors/* GateError */.ue('INPUT_INVALID', `${where} is for no resource of the policy that takes it`, { hint: `it has: ${Object.keys(this.policy.resources).join(', ')}` });
            if (transaction !== null && !groups.has(transaction))
                groups.set(transaction, (this.#transactions += 1));
            await this.add({ kind, resource, bytes, where, parameters, data, transaction: transaction === null ? null : (groups.get(transaction) ?? null) });
        }
    }
    // Only the text counts, and what the policy of the protected branch makes of it here.
    async #checked(text, file) {
        const { operations } = JSON.parse(text);
        if (!Array.isArray(operations))
            throw new errors/* GateError */.ue('INPUT_INVALID', `the report \`${file}\` has no operations`, { hint: 'it is the file `policy-check.json` of `policy-check`' });
        const groups = new Map();
        for (const [index, value] of operations.entries()) {
            const { kind, resource: name, bytes, path, line } = (value ?? {});
            // The code itself is approved by merging it.
            if (name === repository/* REPOSITORY */.Bw.name || kind === 'file')
                continue;
            const where = `operation ${index + 1} of \`${file}\` (${String(path)}:${String(line)})`;
            const resource = typeof name === 'string' ? this.policy.resources[name] : undefined;
            if (resource === undefined)
                throw new errors/* GateError */.ue('INPUT_INVALID', `${where} is for a resource that is not in the policy`, { hint: `it has: ${Object.keys(this.policy.resources).join(', ')}` });
            if (typeof bytes !== 'string' || KIND_OF[resource.type] !== kind)
                throw new errors/* GateError */.ue('INPUT_INVALID', `${where} has no text that \`${resource.name}\` could be asked`, { hint: 'check the change again with this version of `policy-check`' });
            if (kind !== 'sql')
                await this.add({ kind: kind, resource, bytes, where });
            else
                await this.#statement({ bytes, resource, where, path: String(path) }, groups);
        }
        for (const [key, read] of groups) {
            const resource = this.policy.resources[key.slice(0, key.indexOf('\n'))];
            for (const { facts, transaction, place } of inTransactions([{ name: null, read }]))
                this.#push({ kind: 'sql', resource, facts, parameters: [], data: null, transaction: this.#numbered(transaction), place });
            this.#transactions = this.listed.reduce((most, one) => Math.max(most, one.transaction ?? 0), 0);
        }
    }
    async #statement({ bytes, resource, where, path }, groups) {
        const [only, ...more] = (await this.readers.including('sql')).sql?.(bytes) ?? [];
        if (only === undefined || more.length > 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', `${where} is not exactly one statement`, { hint: 'check the change again with this version of `policy-check`' });
        const key = `${resource.name}\n${path}`;
        groups.set(key, [...(groups.get(key) ?? []), only]);
    }
    #numbered(transaction) {
        return transaction === null ? null : transaction + this.#transactions;
    }
    #push(one) {
        const { copy = null } = one.facts;
        const rows = copy?.direction === 'in' && one.data === null ? this.#rows.shift() : null;
        if (rows === undefined)
            throw new errors/* GateError */.ue('INPUT_INVALID', 'COPY FROM STDIN can not be put up without its rows', { hint: 'name the file with them with the input `data`; or capture the program that sends them with `ostiary plan`, and put its change set up' });
        this.listed.push(rows === null ? one : { ...one, data: (0,external_node_crypto_.createHash)('sha256').update(rows).digest('hex') });
    }
}
function formatOf(text, file) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value.format : undefined;
    }
    catch (thrown) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the change set \`${file}\` is not JSON: ${(0,errors/* messageOf */.bD)(thrown)}`, { hint: 'it is the file `policy-check.json` of `policy-check`, or what `ostiary plan --out FILE` writes' });
    }
}
/** The statements of files; BEGIN and COMMIT become the number of their transaction. `name`: of a file that is at hand. */
function inTransactions(files) {
    const listed = [];
    let [last, open, began] = [0, false, ''];
    for (const { facts, line, name } of files.flatMap((file) => file.read.map((one) => ({ ...one, name: file.name })))) {
        const { session } = facts;
        const where = name === null ? `line ${line}` : `${name}:${line}`;
        const strange = (why) => new errors/* GateError */.ue('INPUT_INVALID', `${where}: ${facts.statement} ${why}`, { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
        for (const effect of session) {
            if (effect.kind === 'set' && statements/* MEANING_SETTINGS */.mS.includes(effect.name))
                throw strange(`sets \`${effect.name}\`, which changes what the statements after it mean`);
            if (['rollback', 'rollback-to', 'savepoint', 'release', 'prepare-transaction'].includes(effect.kind))
                throw strange('can not be put up for review');
        }
        const begins = session.some(({ kind }) => kind === 'begin');
        if (begins || session.some(({ kind }) => kind === 'commit')) {
            if (begins === open)
                throw strange(begins ? 'stands inside of a transaction' : 'ends no transaction');
            open = begins;
            if (begins)
                [last, began] = [last + 1, where];
        }
        else
            listed.push({ facts, transaction: open ? last : null, place: name === null ? null : { file: name, line } });
    }
    if (open)
        throw new errors/* GateError */.ue('INPUT_INVALID', `${began}: a transaction has no end`, { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
    return listed;
}

// EXTERNAL MODULE: ./lib/mask/columns.js
var mask_columns = __webpack_require__(10387);
// EXTERNAL MODULE: ./lib/main/secret-detection.js
var secret_detection = __webpack_require__(62463);
;// CONCATENATED MODULE: ./lib/main/publication-check.js


/** Names what an operation holds that may not be published, under a policy and for whoever asks. */
function unpublishable({ policy, principal }, asked) {
    const secretsIn = (0,secret_detection/* secretsWith */.W)(policy.detectors);
    return (operation) => {
        const texts = [operation.bytes, ...operation.parameters.flatMap(textsOf), ...Object.values(operation.settings)];
        const secrets = [...new Set(texts.flatMap((text) => secretsIn(text)).map(({ name }) => `a secret (${name})`))];
        if (operation.kind !== 'sql')
            return secrets;
        const facts = asked.factsOf(operation);
        // Every literal is replaced in it, and no value comes beside it.
        if (facts.redacted === facts.text && operation.parameters.every(({ value }) => value === null))
            return secrets;
        const columns = new mask_columns/* ProtectedColumns */.O(policy.masks(operation.resource.name, principal.names));
        const met = [
            ...facts.flows.map(({ target }) => target),
            ...facts.accesses.flatMap(({ effect, object, columns: touched, filtered }) => (object === null ? [] : [...filtered, ...(effect === 'read' ? [] : touched)].map((column) => ({ relation: object, column })))),
        ].filter(({ relation, column }) => columns.styleOf(relation, column, null) !== null);
        return [...secrets, ...new Set(met.map(({ relation, column }) => `a value for \`${relation}.${column}\``))];
    };
}
// As it is shown, and what the bytes of a bytea say; a byte that begins no character is a character of its own, so that it hides nothing around it.
function textsOf({ type, value }) {
    if (value === null)
        return [];
    const read = (bytes) => {
        const text = bytes.toString('utf8');
        return Buffer.from(text, 'utf8').equals(bytes) ? text : bytes.toString('latin1');
    };
    const text = read(Buffer.from(value, 'base64'));
    // Hits `\\x6768` (bytea in the text format), misses `\\000`.
    const hex = type === 'pg_catalog.bytea' ? /^\\x((?:[0-9a-f]{2})+)$/iu.exec(text)?.[1] : undefined;
    return hex === undefined ? [text] : [text, read(Buffer.from(hex, 'hex'))];
}

// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/approval-gate.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `approval-gate` for its doors: what it is given, the policy of the protected branch, the settings that an ordinary connection has (they
// are part of what is approved), estimates, the forge. Refuses to publish secrets, and values that meet protected columns.





















/** `ostiary approval-gate [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
async function approvalGateVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, approval_gate_inputs/* approvalGateSpec */.c.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`approval-gate\``, { hint: 'name the files with `--sql FILE`, commands with `--commands TEXT`' });
    return gateFor({ ...(host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.vX)(approval_gate_inputs/* approvalGateSpec */.c, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function approvalGateFromJob(host) {
    return gateFor((0,main_inputs/* jobInputs */.vX)(approval_gate_inputs/* approvalGateSpec */.c, host), host);
}
async function gateFor(raw, host) {
    if (host.kind === 'shell')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: 'operations are put up by jobs; what a policy makes of them is said by `ostiary policy explain`' });
    const world = { host: host.kind, environment: process.env, log: host.log, mask: (value) => host.addMask(value) };
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort();
    for (const name of ['SIGINT', 'SIGTERM'])
        process.on(name, cancel);
    const asking = [];
    try {
        const deps = { host, monotonicMs: () => runtime/* systemRuntime */.g.monotonicMs(), propose: (inputs) => propose(inputs, host, { ...world, asking }), sleep: (milliseconds) => sleep(milliseconds, cancelled.signal) };
        return await approvalGate(raw, deps);
    }
    finally {
        for (const one of asking)
            await one.release();
        for (const name of ['SIGINT', 'SIGTERM'])
            process.off(name, cancel);
    }
}
function sleep(milliseconds, signal) {
    if (signal.aborted)
        return Promise.resolve(false);
    return new Promise((resolve) => {
        const timer = runtime/* systemRuntime */.g.after(milliseconds, () => resolve(true));
        signal.addEventListener('abort', () => {
            timer.cancel();
            resolve(false);
        }, { once: true });
    });
}
// `asking`: gets the forge, whose token is given back at the end.
async function propose(inputs, host, world) {
    const request = { policyFile: null, local: false, gateway: null, resources: inputs.resource === null ? [] : [inputs.resource], sessionDir: null, audience: inputs.audience, command: ['ostiary', 'approval-gate'], approval: null, proposers: inputs.proposers, after: null, breakGlass: null };
    const admitted = await (0,admission/* admit */.w)(request, world);
    const found = await (0,approvals/* reviewForgeOf */.Fi)(world, admitted);
    if (found === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no token to put operations up with', { hint: approvals/* TOKEN_HINT */.WJ });
    world.asking.push(found);
    const { forge } = found;
    const { policy, principal } = admitted;
    const readers = new main_readers/* Readers */.L(policy.detectors);
    const asked = new manifest_policy/* ManifestPolicy */.c(policy, { principal, read: await (0,reader.loadSqlReader)(), others: (kind) => readers.ready(kind)?.[kind], now: () => runtime/* systemRuntime */.g.now() });
    if (policy.breakGlass !== null && admitted.repositoryId !== null)
        await (0,approvals/* lookedAtLate */.Aq)({ forge, repositoryId: admitted.repositoryId, notify: policy.breakGlass.notify, log: world.log });
    const repository = await forge.repository(admitted.repositoryId ?? '');
    const { head, read } = await filesOf(inputs, { forge, repository });
    const listed = await listedOf(inputs, read, { policy, readers });
    // A pull request without such files asks for nothing.
    if (listed.length === 0 && head === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'nothing that was given holds an operation', { hint: 'name the SQL files, commands or change sets with the operations' });
    const judged = await judgeAll(listed, admitted);
    const run = (0,identity_principal/* claimText */.Q1)(principal.claims, host.kind === 'github' ? 'run_id' : 'pipeline_id');
    return {
        judged, forge, repository, head, demandsFor: asked.demandsFor, explain: asked.explain, inspect: unpublishable({ policy, principal }, asked),
        context: {
            now: runtime/* systemRuntime */.g.now(), repository: repository.id, prompters: await (0,prompters/* peopleBehind */.M)({ run, starter: (0,job_person/* starterIn */.L)(principal.claims, forge.kind) }, { forge, repository }),
            requester: { names: principal.names, issuer: principal.issuer, subject: principal.subject, run },
            policy: { digest: policy.digest, source: admitted.policySource, version: policy.version, packs: policy.packs.map(({ name, version }) => ({ name, version })) },
        },
        verify: (number) => (0,verify/* verifyApproval */.N)({ repositoryId: repository.id, number, digest: null }, { forge, explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy: asked.unlikePolicy, proposers: inputs.proposers }),
    };
}
async function filesOf({ files, data, pullRequest }, of) {
    if (pullRequest === null)
        return { head: null, read: { texts: await Promise.all(files.map(textOf)), names: files, rows: await Promise.all(data.map(bytesOf)) } };
    const number = (0,candidates/* numberIn */.Po)(of.repository, pullRequest);
    const { head, texts, names } = await addedTexts(files, number, of);
    if (data.length === 0)
        return { head, read: { texts, names, rows: [] } };
    const rows = await addedTexts(data, number, of);
    if (rows.head !== head)
        throw new errors/* GateError */.ue('FORGE_FAILED', `pull request ${number} was pushed to while its files were read`, { hint: 'run again' });
    return { head, read: { texts, names, rows: rows.texts.map((text) => Buffer.from(text)) } };
}
// One after the other, on one connection for each database. Rows are estimated, so what is said here is what the wire would say today.
async function judgeAll(listed, { policy, principal, secretsFor }) {
    const databases = new Map();
    try {
        const judged = [];
        for (const { kind, resource, facts, parameters, data, transaction, place } of listed) {
            const { name, target } = resource;
            if (kind === 'sql' && !databases.has(name))
                databases.set(name, await openMeasuring(resource, secretsFor(resource)));
            const measuring = databases.get(name);
            const settings = measuring?.settings ?? {};
            const { impact, ceiling } = await measuring?.measure({ bytes: facts.text, parameters, settings }) ?? { impact: null, ceiling: null };
            const operation = { kind, resource: { name, target }, facts, parameters, data, settings, rows: impact?.rows ?? undefined };
            const decision = policy.decide({ operation, principal, resource: name, now: runtime/* systemRuntime */.g.now() });
            judged.push({ operation, transaction, place, decision, impact, maxRows: rowCeiling(decision, ceiling, policy.rules) });
        }
        return judged;
    }
    finally {
        for (const measuring of databases.values())
            await measuring.close();
    }
}


/***/ }),

/***/ 7681:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66661);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
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
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_2__.nearest)(name, flags.map((flag) => flag.name));
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
    }
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? 'boolean' : 'string', multiple: flag.kind === 'list' }]));
    try {
        const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: own, options, allowPositionals: true, strict: true });
        return { inputs: parsed.values, words: parsed.positionals, rest };
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
    }
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}


/***/ }),

/***/ 90209:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Readers)
/* harmony export */ });
/* harmony import */ var _secret_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62463);

const LOADERS = {
    file: async (detectors) => (await Promise.all(/* import() */[__webpack_require__.e(3209), __webpack_require__.e(3699), __webpack_require__.e(3844), __webpack_require__.e(4017), __webpack_require__.e(9448)]).then(__webpack_require__.bind(__webpack_require__, 59448))).fileReader((0,_secret_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsWith */ .W)(detectors)),
    sql: async () => (await Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(4736)]).then(__webpack_require__.bind(__webpack_require__, 60501))).loadSqlReader(),
    shell: async () => (await Promise.all(/* import() */[__webpack_require__.e(8989), __webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(6007), __webpack_require__.e(6249), __webpack_require__.e(8225), __webpack_require__.e(4078)]).then(__webpack_require__.bind(__webpack_require__, 18695))).loadShellReader(),
    kubernetes: async () => (await Promise.all(/* import() */[__webpack_require__.e(6007), __webpack_require__.e(6249)]).then(__webpack_require__.bind(__webpack_require__, 46249))).readKubernetes,
    http: async () => (await __webpack_require__.e(/* import() */ 2313).then(__webpack_require__.bind(__webpack_require__, 32313))).readHttp,
    model: async () => (await __webpack_require__.e(/* import() */ 6303).then(__webpack_require__.bind(__webpack_require__, 16303))).readModel,
};
/** Loads parsers once each. */
class Readers {
    #known = {};
    #detectors;
    /** `detectors`: of the policy that is asked. */
    constructor(detectors = []) {
        this.#detectors = detectors;
    }
    /** The parsers loaded so far when that of `kind` is among them, or can't be; undefined when it has to be loaded. */
    ready(kind) {
        return kind in this.#known || !Object.hasOwn(LOADERS, kind) ? this.#known : undefined;
    }
    /** The same, with that of `kind` loaded. */
    async including(kind) {
        const load = Object.hasOwn(LOADERS, kind) ? LOADERS[kind] : undefined;
        if (load !== undefined)
            this.#known[kind] ??= await load(this.#detectors);
        return this.#known;
    }
}


/***/ }),

/***/ 62463:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ secretsWith)
/* harmony export */ });
/* harmony import */ var _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84520);
/* harmony import */ var _mask_detectors_custom_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2277);
/* harmony import */ var _mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25177);



/** What finds them, those of a policy's own among them; made when it is first asked. */
function secretsWith(custom) {
    let detection = null;
    return (text) => {
        detection ??= new _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .Detection */ .u([..._mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .DETECTORS */ .c.filter(({ kind }) => kind === 'secret'), ...custom.map(_mask_detectors_custom_js__WEBPACK_IMPORTED_MODULE_2__/* .customDetector */ .u)]);
        return foundBy(detection, text);
    };
}
function foundBy(detection, text) {
    const found = detection.inText(text);
    // Matches `\u0041` and `&#65;`, misses `\n`.
    const escape = /\\u[0-9a-f]{4}|&#x?[0-9a-f]{1,6};/iu.exec(text);
    if (escape === null)
        return found;
    const names = new Set(found.map(({ name }) => name));
    const [hidden] = detection.behindEscapes(text).filter(({ name }) => !names.has(name));
    return hidden === undefined ? found : [...found, { start: escape.index, end: escape.index + escape[0].length, name: `${hidden.name}, behind escapes` }];
}


/***/ }),

/***/ 74916:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ Series),
/* harmony export */   u: () => (/* binding */ isConcurrent)
/* harmony export */ });
/* harmony import */ var _sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6435);
/* harmony import */ var _not_null_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33544);
/* harmony import */ var _new_objects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58510);
/* harmony import */ var _session_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85401);




/** What came before, statement by statement. One for all files of a change. */
class Series {
    #before;
    #checked = new _not_null_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .Checked */ .y();
    #made = new _new_objects_js__WEBPACK_IMPORTED_MODULE_3__/* .Made */ .W();
    #session = new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y();
    #wrapped = false;
    /** One statement is a fragment of something: what it begins or ends is elsewhere. */
    #alone = false;
    #begun = null;
    #values = [];
    /** `before`: what was made by these files as they were before the change; it is not new. */
    constructor(before = null) {
        this.#before = before;
    }
    /** Facts of the statements of one part, in order, with the hazards that they have where they stand. */
    part(statements, wrapping) {
        const held = wrapping === 'all' ? [...this.#session.held] : [];
        this.#session = new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y();
        this.#wrapped = wrapping === 'each' || wrapping === 'fitting' || wrapping === 'all' || (wrapping === 'batch' && statements.length > 1);
        this.#alone = statements.length < 2;
        this.#begun = null;
        if (this.#wrapped)
            this.#begin();
        for (const name of held)
            this.#session.held.add(name);
        const facts = statements.map((statement, index) => this.#step(statement, index, wrapping === 'batch' && statements.length > 1));
        if (this.#begun === null || this.#alone)
            return facts;
        const left = this.#begun;
        return facts.map((one, index) => (index === left ? withHazards(one, [...one.hazards, mistake('transaction-left-open', 'it is never committed, so nothing after it is kept')]) : one));
    }
    #step({ draft, facts }, index, oneMessage) {
        const tree = draft.tree ?? {};
        const covered = this.#checked.take(tree);
        const mistakes = [...this.#control(facts, index).filter(() => !this.#alone), ...this.#refused(tree, draft, oneMessage)];
        const hazards = facts.hazards.filter((hazard) => !this.#isSettled(hazard, covered));
        for (const { id, on } of facts.hazards)
            if (id === 'missing-lock-timeout' && on !== undefined && !this.#made.has(on))
                this.#session.held.add(on);
        this.#made.take(tree, { home: this.#session.pathKnown ? 'public' : null, not: this.#before });
        this.#session.take(facts.session);
        if (!this.#session.inTransaction)
            this.#session.held.clear();
        return mistakes.length === 0 && hazards.length === facts.hazards.length ? facts : withHazards(facts, [...hazards, ...mistakes]);
    }
    #isSettled({ id, on }, covered) {
        const { inTransaction, held } = this.#session;
        return (0,_sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__/* .settlementsOf */ .s)(id).some((settlement) => {
            switch (settlement) {
                case 'new':
                    return on !== undefined && this.#made.has(on);
                case 'lock-timeout':
                    return this.#session.limits('lock_timeout');
                case 'statement-timeout':
                    return this.#session.limits('statement_timeout');
                case 'alone':
                    return !inTransaction || [...held].every((name) => name === on);
                case 'unlocked':
                    return !inTransaction || on === undefined || !held.has(on);
                case 'validated':
                    return covered;
                default:
                    return settlement;
            }
        });
    }
    // Transactions begin and end; two at once, or an end without a beginning, are mistakes.
    #control({ session }, index) {
        const found = [];
        for (const { kind } of session) {
            if (kind === 'begin') {
                if (this.#session.inTransaction)
                    found.push(mistake('transaction-nesting', 'it begins a transaction inside of one'));
                else
                    this.#begin();
                if (!this.#wrapped)
                    this.#begun = index;
            }
            else if (kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction') {
                if (!this.#session.inTransaction)
                    found.push(mistake('transaction-nesting', 'it ends a transaction that nobody began'));
                else if (this.#wrapped)
                    found.push(mistake('transaction-nesting', 'it ends the transaction that the tool runs it in'));
                this.#end(kind !== 'rollback');
            }
            else if (kind === 'rollback-to') {
                // All of the transaction so far, to be sure: which part of it the savepoint covers is not followed.
                this.#made.rollback();
                this.#session.forget();
            }
        }
        return found;
    }
    #begin() {
        this.#session.begin();
        this.#made.begin();
        this.#values = [];
    }
    #end(kept) {
        if (!kept && this.#session.inTransaction)
            this.#made.rollback();
        this.#session.end(kept);
        this.#made.begin();
        this.#wrapped = false;
        this.#begun = null;
        this.#values = [];
    }
    #refused(tree, { text }, oneMessage) {
        const found = [];
        if (isConcurrent(tree) && (oneMessage || this.#session.inTransaction))
            found.push(mistake('concurrent-in-transaction', 'CONCURRENTLY does not work inside of a transaction'));
        for (const { value, type } of this.#values)
            if (text.includes(`'${value}'`))
                found.push(mistake('enum-value-in-transaction', `it uses a value of \`${type}\` before the transaction that adds it is over`));
        const added = addedValue(tree);
        if (added !== null && this.#session.inTransaction && !this.#made.has(added.type))
            this.#values = [...this.#values, added];
        return found;
    }
}
function mistake(id, detail) {
    return { id, detail };
}
function withHazards(facts, hazards) {
    return { ...facts, hazards };
}
/** True for statements that say CONCURRENTLY, and so can't run inside of a transaction. */
function isConcurrent(tree) {
    const [[tag, body] = ['', {}]] = Object.entries(tree);
    if (tag === 'AlterTableStmt')
        return (body['cmds'] ?? []).some((cmd) => cmd.AlterTableCmd?.def?.PartitionCmd?.concurrent === true);
    if (tag === 'ReindexStmt')
        return (body['params'] ?? []).some((option) => option.DefElem?.defname === 'concurrently');
    return (tag === 'IndexStmt' || tag === 'DropStmt') && body['concurrent'] === true;
}
function addedValue(tree) {
    const body = tree['AlterEnumStmt'];
    if (body?.newVal === undefined || body.oldVal !== undefined)
        return null;
    const names = (body.typeName ?? []).map((name) => name.String?.sval ?? '');
    return { value: body.newVal.replaceAll("'", "''"), type: names.length === 1 ? `public.${names[0] ?? ''}` : names.join('.') };
}


/***/ }),

/***/ 53201:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineCounter)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Numbers of lines, from 1, of byte offsets that only grow, in one pass over a text.
const LINE_FEED = 0x0a;
/** Says in which line an offset is. Offsets have to be asked for in order. */
function lineCounter(bytes) {
    let line = 1;
    let from = 0;
    return (offset) => {
        for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, from)) {
            line += 1;
            from = at + 1;
        }
        return line;
    };
}


/***/ }),

/***/ 49733:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AssumedPath: () => (/* binding */ AssumedPath),
/* harmony export */   leadingSchema: () => (/* binding */ leadingSchema),
/* harmony export */   schemaOf: () => (/* binding */ schemaOf)
/* harmony export */ });
const NOBODY_KNOWS = [];
/** Follows one session, statement by statement. */
class AssumedPath {
    #session = null;
    #now = null;
    #before = null;
    /** Where a name without a schema is by now. */
    get schema() {
        return this.#now;
    }
    /** Takes in what a statement did to its session. */
    take(effects) {
        for (const effect of effects) {
            if (effect.kind === 'set' && effect.name === 'search_path')
                this.#set(schemaOf(effect.value), effect.local);
            else if ((effect.kind === 'reset' && (effect.name === null || effect.name === 'search_path')) || (effect.kind === 'discard' && effect.what === 'ALL'))
                this.#set(null, false);
            else if (effect.kind === 'begin')
                this.#before = this.#session;
            else if (effect.kind === 'commit' || effect.kind === 'prepare-transaction')
                this.#now = this.#session;
            else if (effect.kind === 'rollback')
                [this.#session, this.#now] = [this.#before, this.#before];
            // Which settings stood before the savepoint is not followed.
            else if (effect.kind === 'rollback-to' && this.#now !== this.#before)
                [this.#session, this.#now] = [NOBODY_KNOWS, NOBODY_KNOWS];
        }
    }
    /** Another file begins, and its tool may have kept the connection with all that was set. `own`: it opens one for each. */
    nextFile(own) {
        this.#session = own || this.#session === null ? null : NOBODY_KNOWS;
        [this.#now, this.#before] = [this.#session, this.#session];
    }
    #set(schema, local) {
        this.#now = schema;
        if (!local)
            this.#session = schema;
    }
}
/** What a path that a text sets comes to: a name may be in any of several schemas. */
function schemaOf(value) {
    const [only = null, ...more] = value === null ? [] : ownSchemasIn(value);
    return only === null || more.length > 0 ? NOBODY_KNOWS : [only];
}
/** The first schema of a path under which something ran already, so that its names were found. */
function leadingSchema(value) {
    const [first = null] = ownSchemasIn(value);
    return first === null ? NOBODY_KNOWS : [first];
}
// PostgreSQL's own schema comes first by itself, and that of the user's name hardly anybody makes. `SET` keeps the case of a name and
// `set_config` folds it, which the value alone does not tell: names that both take alike are known, others are not.
function ownSchemasIn(value) {
    return value.split(',').map((part) => part.trim()).filter((part) => !['', 'pg_catalog', '$user', '"$user"'].includes(part)).map((part) => (/^[a-z_][a-z0-9_$]*$/u.test(part) ? part : null));
}


/***/ }),

/***/ 60501:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSqlReader: () => (/* binding */ loadSqlReader)
/* harmony export */ });
/* harmony import */ var _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74916);
/* harmony import */ var _names_assumed_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49733);
/* harmony import */ var _grammar_line_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53201);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74623);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24371);
/* harmony import */ var _grammar_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24704);






const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Loads PostgreSQL's grammar. */
async function loadSqlReader() {
    const parser = await _parser_js__WEBPACK_IMPORTED_MODULE_1__.SqlParser.shared();
    return (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const lineAt = (0,_grammar_line_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .lineCounter */ .L)(bytes);
        const names = new _names_assumed_path_js__WEBPACK_IMPORTED_MODULE_5__.AssumedPath();
        const statements = parser.analyse(bytes).map((draft) => {
            const facts = (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__.resolve)(draft, { ...NO_CATALOG, assumed: names.schema }, parser);
            names.take(facts.session);
            return { draft, facts };
        });
        return new _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__/* .Series */ .s().part(statements, 'none').map((facts, index) => ({ kind: 'sql', facts, line: lineAt((0,_grammar_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .present */ .Eb)(statements[index]).draft.start) }));
    };
}


/***/ }),

/***/ 36687:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ createLocalJWKSet)
/* harmony export */ });
/* harmony import */ var _lib_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47859);
/* harmony import */ var _lib_jws_algorithms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68109);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5674);
/* harmony import */ var _lib_validate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47784);




function isUsableJWK(jwk, entry, alg, kid) {
  const { kty, key_ops: keyOps, ext, kid: jwkKid, alg: jwkAlg, use, crv } = jwk;
  return (ext === void 0 || typeof ext == "boolean") && (keyOps === void 0 || Array.isArray(keyOps) && keyOps.every((operation, index) => typeof operation == "string" && keyOps.indexOf(operation) === index) && keyOps.includes("verify")) && entry.kty.includes(kty) && (kid === void 0 || typeof kid == "string" && kid === jwkKid) && (jwkAlg === void 0 ? kty !== "AKP" : alg === jwkAlg) && (use === void 0 || use === "sig") && (!entry.crv || crv === entry.crv);
}
async function importWithAlgCache(cache, jwk, entry) {
  const cached = cache.get(jwk) || cache.set(jwk, {}).get(jwk), { alg } = entry;
  if (cached[alg] === void 0) {
    const pending = (0,_lib_key_js__WEBPACK_IMPORTED_MODULE_0__/* .jwkToKey */ .xY)(entry, jwk, !0).then((key) => {
      if (key.type !== "public")
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set members must be public keys");
      return cached[alg] = key, key;
    }).catch((error) => {
      throw cached[alg] === pending && delete cached[alg], error;
    });
    cached[alg] = pending;
  }
  return cached[alg];
}
function createLocalJWKSet(jwks) {
  let snapshot;
  try {
    snapshot = structuredClone(jwks);
  } catch (cause) {
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set malformed", { cause });
  }
  if (!(0,_lib_validate_js__WEBPACK_IMPORTED_MODULE_2__/* .isJwkSet */ .fV)(snapshot))
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set malformed");
  const metadata = snapshot.keys.map((jwk) => {
    const normalized = (0,_lib_key_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotJwk */ .ZZ)(jwk);
    return Array.isArray(normalized.key_ops) && (normalized.key_ops = [...normalized.key_ops]), normalized;
  }), cached = /* @__PURE__ */ new WeakMap();
  return Object.defineProperty(async (protectedHeader, token) => {
    const { alg, kid } = { ...protectedHeader, ...token?.header }, entry = typeof alg == "string" ? _lib_jws_algorithms_js__WEBPACK_IMPORTED_MODULE_3__/* .JWS */ .p[alg] : void 0;
    if (!entry || entry.secret)
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JOSENotSupported */ .T0('Unsupported "alg" value for a JSON Web Key Set');
    const candidates = snapshot.keys.filter((_, index) => isUsableJWK(metadata[index], entry, alg, kid)), { 0: jwk, length } = candidates;
    if (!length)
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSNoMatchingKey */ .BT();
    if (length !== 1) {
      const error = new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSMultipleMatchingKeys */ .$4();
      throw error[Symbol.asyncIterator] = async function* () {
        for (const jwk2 of candidates)
          try {
            yield await importWithAlgCache(cached, jwk2, entry);
          } catch {
          }
      }, error;
    }
    return importWithAlgCache(cached, jwk, entry);
  }, "jwks", {
    value: () => structuredClone(snapshot)
  });
}



/***/ }),

/***/ 95705:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ compactVerify)
});

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/jws_algorithms.js
var jws_algorithms = __webpack_require__(68109);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/buffer_utils.js
var buffer_utils = __webpack_require__(77410);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/validate.js
var validate = __webpack_require__(47784);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/key.js
var lib_key = __webpack_require__(47859);
;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_verify.js





function snapshotJws(jws, sharedPayload) {
  const encodedProtectedHeader = jws.protected, inputHeader = jws.header, header = isObject(inputHeader) ? { ...inputHeader } : inputHeader;
  let payload = sharedPayload ? sharedPayload[0] : jws.payload;
  !sharedPayload && payload instanceof Uint8Array && (payload = new Uint8Array(payload));
  const signature = jws.signature, snapshot = { payload, signature };
  if (encodedProtectedHeader !== void 0 && (snapshot.protected = encodedProtectedHeader), inputHeader !== void 0 && (snapshot.header = header), encodedProtectedHeader === void 0 && header === void 0)
    throw new JWSInvalid('Flattened JWS must have either of the "protected" or "header" members');
  if (encodedProtectedHeader !== void 0 && typeof encodedProtectedHeader != "string")
    throw new JWSInvalid("JWS Protected Header incorrect type");
  if (payload === void 0)
    throw new JWSInvalid("JWS Payload missing");
  if (typeof signature != "string")
    throw new JWSInvalid("JWS Signature missing or incorrect type");
  if (header !== void 0 && !isObject(header))
    throw new JWSInvalid("JWS Unprotected Header incorrect type");
  return snapshot;
}
function prepareVerify(options) {
  return [options && (0,validate/* validateAlgorithms */.Fw)("algorithms", options.algorithms), options?.crit];
}
function parseProtectedHeader(encodedProtectedHeader) {
  return encodedProtectedHeader === void 0 ? {} : (0,validate/* parseJoseHeader */.OX)(encodedProtectedHeader, errors/* JWSInvalid */.Ye, "JWS Protected Header is invalid");
}
function encodeJsonUnencodedPayload(payload) {
  const invalid = /[\p{Cs}\p{Cn}]/u.exec(payload)?.[0];
  if (invalid !== void 0)
    throw new JWSInvalid(/\p{Cs}/u.test(invalid) ? "JWS Payload must be a well-formed Unicode string" : "JWS Payload must not contain unassigned Unicode code points");
  return encoder.encode(payload);
}
function encodeCompactUnencodedPayload(payload) {
  try {
    return (0,buffer_utils/* encode */.lF)(payload);
  } catch (cause) {
    throw new errors/* JWSInvalid */.Ye("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  const { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!(0,validate/* isDisjoint */.fz)(protectedHeader, header))
    throw new errors/* JWSInvalid */.Ye("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...header }, b64 = (0,validate/* validateB64 */.J0)(protectedHeader, (0,validate/* validateCrit */.nI)(errors/* JWSInvalid */.Ye, validate/* JWS_RECOGNIZED */.qc, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new errors/* JWSInvalid */.Ye('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new errors/* JOSEAlgNotAllowed */.Rb('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new errors/* JWSInvalid */.Ye("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new errors/* JWSInvalid */.Ye("JWS Payload must be a string or an Uint8Array instance");
  const signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload);
  let resolvedKey = !1;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = !0);
  const entry = (0,jws_algorithms/* jwsAlgorithm */.q)(alg), signingInput = (0,buffer_utils/* concat */.xW)(encodedProtectedHeader !== void 0 ? (0,buffer_utils/* encode */.lF)(encodedProtectedHeader) : new Uint8Array(), (0,buffer_utils/* encode */.lF)("."), typeof signingPayload == "string" ? shared[2] ??= (0,validate/* encodeAsciiMember */.MV)(signingPayload, "payload", errors/* JWSInvalid */.Ye) : signingPayload), signature = (0,validate/* decodeBase64url */.h2)(jws.signature, "signature", errors/* JWSInvalid */.Ye), verificationKey = await (0,lib_key/* prepareKey */.dT)(entry, key, "verify"), cryptoKey = await (0,lib_key/* rawKey */.GK)(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && (0,lib_key/* checkModulusLength */.or)(entry.alg, cryptoKey);
  let verified = !1;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new errors/* JWSSignatureVerificationFailed */.h2(void 0, { cause });
  }
  if (!verified)
    throw new errors/* JWSSignatureVerificationFailed */.h2();
  const result = { payload: typeof signingPayload == "string" ? (0,validate/* decodeBase64url */.h2)(signingPayload, "payload", errors/* JWSInvalid */.Ye) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = buffer_utils/* decoder */.D0.decode(jws)), typeof jws != "string")
    throw new errors/* JWSInvalid */.Ye("Compact JWS must be a string or Uint8Array");
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new errors/* JWSInvalid */.Ye("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jws/compact/verify.js

async function compactVerify(jws, key, options) {
  const [result] = await verifyCompact(jws, prepareVerify(options), key);
  return result;
}



/***/ })

};
