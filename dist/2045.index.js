export const id = 2045;
export const ids = [2045,9733,501,2882];
export const modules = {

/***/ 15638:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ ManifestRun),
/* harmony export */   l3: () => (/* binding */ StatementFailed)
/* harmony export */ });
/* unused harmony export groupsOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
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
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ apply),
/* harmony export */   wn: () => (/* binding */ applySpec)
/* harmony export */ });
/* unused harmony export parseApplyInputs */
/* harmony import */ var _approval_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24541);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _apply_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15638);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61557);
/* harmony import */ var _run_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99529);





const AFTER = ['close', 'merge', 'keep'];
/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const applySpec = {
    name: 'apply',
    description: 'Execute exactly the operations of one approval, in order, through the gate, with no agent.',
    inputs: [
        { name: 'approval', description: 'Pull or merge request whose approval is used: its number or address. When empty: those that the commits of this push were merged by.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'after', description: 'What becomes of the pull or merge request when all was done: `close`, `merge` or `keep`. When empty: what the policy says under `approvals`, else `close`.', default: '', required: false, face: 'all', kind: 'text', choices: AFTER },
        { name: 'data', description: 'Files with the rows that approved operations copy in (COPY FROM STDIN), exactly as approved; several: one a line.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'session-dir', description: 'Folder for the recording; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'outcome', description: '`ok`, `failed` (the database), `denied`, `pending` or `error`.' },
        { name: 'approval-url', description: 'Address of the pull or merge request; several: one a line.' },
        { name: 'digest', description: 'Digest of the manifest; several: one a line.' },
        { name: 'applied', description: 'Number of operations that were done.' },
        { name: 'session', description: 'Path of the recording, `session.jsonl`; empty when nothing was started. Several approvals: one a line.' },
    ],
};
function parseApplyInputs(raw) {
    return {
        approval: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(raw, applySpec, 'approval') ?? null, proposers: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .listInput */ .dt)(raw, 'proposers').map(_run_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parseAccount */ .J5),
        after: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .choiceInput */ .ij)(raw, applySpec, { name: 'after', choices: AFTER }) ?? null,
        data: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .listInput */ .dt)(raw, 'data'), sessionDir: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(raw, applySpec, 'session-dir') ?? null, audience: (0,_verb_js__WEBPACK_IMPORTED_MODULE_3__/* .textInput */ ._Z)(raw, applySpec, 'audience') ?? 'ostiary',
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
    const run = new _apply_run_js__WEBPACK_IMPORTED_MODULE_2__/* .ManifestRun */ .BS(manifest, rows, (resource) => session.executor(resource));
    await run.all();
    const { sha256, untold } = await session.seal(run.results.map(({ outcome, said }, place) => ({ resource: manifest.operations[place]?.resource.name ?? '', how: outcome, said: said === '' ? null : said })));
    if (run.failure !== null)
        host.annotate('error', `operation ${run.failure.place + 1}: ${run.failure.message}`);
    const applied = run.results.filter(({ outcome }) => outcome === 'done').length;
    return { outcome: run.outcome, applied, recording: session.recording, untold, report: reportOf(manifest, run.results, { session: session.session, sha256, untold }) };
}
const CODES = { ok: _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.done, failed: _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.fault, denied: _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.denied, pending: _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.pending };
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
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `${what} is of kind \`${kind}\`, and \`apply\` sends SQL only`, { hint: 'nothing executes it yet: put SQL up by itself' });
        if (data !== null && !rows.has(data))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `${what} copies rows in, and none of the files given has their SHA-256 \`${data}\``, { hint: 'name the file with exactly the bytes that were approved with the input `data`' });
    }
    const stray = [...rows.keys()].find((sha256) => operations.length > 0 && !operations.some(({ data }) => data === sha256));
    if (stray !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `no operation copies in the rows of SHA-256 \`${stray}\`, which the input \`data\` names`, { hint: 'leave that file out, or look whether it is what was approved' });
}
// Made of command tags and of the server's words, which the gate has masked; in code, so that they are only read.
function reportOf(manifest, results, { session, sha256, untold }) {
    const code = (text) => `\`${(0,_approval_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shownInline */ .FF)(text.replace(/\s+/gu, ' ')).replaceAll('`', "'").replaceAll('|', '/').slice(0, 300)}\``;
    return [
        '### Ostiary: apply', '', '| operation | on | outcome | |', '|---:|---|---|---|',
        ...results.map(({ outcome, said }, place) => `| ${place + 1} | ${code(manifest.operations[place]?.resource.name ?? '')} | ${outcome} | ${said === '' ? '' : code(said)} |`),
        '', `Session \`${session}\`, recording SHA-256 \`${sha256}\`.`, ...untold.flatMap((one) => ['', one]), '',
    ].join('\n');
}


/***/ }),

/***/ 82045:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyFromJob: () => (/* binding */ applyFromJob),
  applyVerb: () => (/* binding */ applyVerb)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/approval/candidates.js
var candidates = __webpack_require__(26953);
// EXTERNAL MODULE: ./lib/approval/enforce.js + 1 modules
var enforce = __webpack_require__(74547);
// EXTERNAL MODULE: ./lib/approval/manifest.js + 1 modules
var manifest = __webpack_require__(46443);
// EXTERNAL MODULE: ./lib/approval/verify.js
var verify = __webpack_require__(34474);
// EXTERNAL MODULE: ./lib/commands/apply.js
var apply = __webpack_require__(73430);
// EXTERNAL MODULE: ./lib/commands/apply-run.js
var apply_run = __webpack_require__(15638);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/identity/principal.js
var principal = __webpack_require__(30512);
// EXTERNAL MODULE: ./lib/parse/sql/reader.js
var reader = __webpack_require__(60501);
// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/parameters.js
var protocol_parameters = __webpack_require__(71003);
// EXTERNAL MODULE: ./lib/proxy/postgres/upstream/simple-client.js
var simple_client = __webpack_require__(74776);
// EXTERNAL MODULE: ./lib/proxy/postgres/upstream/upstream.js
var upstream_upstream = __webpack_require__(50825);
// EXTERNAL MODULE: ./lib/main/admission.js + 1 modules
var admission = __webpack_require__(12358);
// EXTERNAL MODULE: ./lib/main/approvals.js
var approvals = __webpack_require__(86325);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/gate-session.js
var gate_session = __webpack_require__(3367);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/approval/after-review.js
var after_review = __webpack_require__(91222);
// EXTERNAL MODULE: ./lib/approval/break-glass.js
var break_glass = __webpack_require__(78961);
;// CONCATENATED MODULE: ./lib/main/late-review.js
// SPDX-License-Identifier: Apache-2.0
//
// `apply` with the number of a pull request of break-glass: what it tells of has run, so nothing is applied, and the review that had to follow
// is brought up to date. Refuses to take it for an approval of anything.



/** How it stands, after the check and the pull request were brought up to date; null: it is another pull request. Throws FORGE_FAILED. */
async function reviewedLate(number, { policy, forge, repository }) {
    const { branch, url, state } = await forge.pull(repository, number);
    if (!branch.startsWith(break_glass/* BREAK_PREFIX */.Pl))
        return null;
    const found = { number, url, digest: null, manifest: null };
    if (state !== 'open')
        return { ...found, state: 'nothing', why: `tells of break-glass, and is ${state}` };
    if (policy.breakGlass === null)
        return { ...found, state: 'pending', why: 'the policy names nobody under `break_glass` any more who could review it' };
    const looked = (await (0,after_review/* settleAfterReviews */.j)(repository.id, policy.breakGlass.notify, forge)).find(({ pull }) => pull.number === number);
    if (looked === undefined)
        throw new errors/* GateError */.ue('FORGE_FAILED', `pull request ${number} changed while it was looked at`, { hint: 'run again' });
    if (looked.missing !== null)
        return { ...found, state: 'pending', why: `the review after break-glass waits for ${looked.missing}` };
    return { ...found, state: 'nothing', why: `tells of break-glass, and was reviewed by ${looked.by.map(({ id, login }) => `${login} (${id})`).join(', ')}` };
}

// EXTERNAL MODULE: ./lib/main/manifest-policy.js + 1 modules
var manifest_policy = __webpack_require__(71448);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/apply.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `apply` for its doors: the approval from the forge, one guarded session in this very process (there is no COMMAND to keep away), its
// connections. Refuses to run without a job's verified token.

























/** A statement may take as long as a job; the server's own timeouts are shorter. */
const STATEMENT_MS = 6 * 3600_000;
/** Commits of one push that are looked at: GitHub lets a job's token ask a thousand times an hour, and merge queues push up to 100 pull requests. */
const MAX_PUSHED = 250;
/** They are held in memory while their digest is made and they are sent; far more than anybody reviews. */
const MAX_ROWS_BYTES = 256 * 1024 * 1024;
/** SQLSTATE undefined_object. */
const UNDEFINED_OBJECT = '42704';
/** `ostiary apply [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
async function applyVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, apply/* applySpec */.wn.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`apply\``, { hint: 'name the pull request with `--approval`' });
    return applyFor({ ...(host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.vX)(apply/* applySpec */.wn, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function applyFromJob(host) {
    return applyFor((0,main_inputs/* jobInputs */.vX)(apply/* applySpec */.wn, host), host);
}
async function applyFor(raw, host) {
    if (host.kind === 'shell')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: 'approvals are applied by jobs; on your own machine nobody could tell who used them' });
    const applying = new Applying(host, { host: host.kind, environment: process.env, log: host.log, mask: (value) => host.addMask(value) });
    return (0,apply/* apply */.Bb)(raw, applying).finally(() => applying.release());
}
/** One use of the verb. */
class Applying {
    host;
    #world;
    #found = null;
    #recordings = [];
    #asking = null;
    constructor(host, world) {
        this.host = host;
        this.#world = world;
    }
    async find(inputs) {
        const named = inputs.approval === null ? null : (0,candidates/* namedPull */.rL)(inputs.approval);
        const request = { policyFile: null, local: false, gateway: null, resources: [], sessionDir: inputs.sessionDir, audience: inputs.audience, command: ['ostiary', 'apply'], approval: inputs.approval, proposers: inputs.proposers, after: inputs.after, breakGlass: null };
        const admitted = await (0,admission/* admit */.w)(request, this.#world);
        this.#asking = await (0,approvals/* reviewForgeOf */.Fi)(this.#world, admitted);
        if (this.#asking === null)
            throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no token to read reviews with', { hint: approvals/* TOKEN_HINT */.WJ });
        const { forge } = this.#asking;
        const repository = await forge.repository(admitted.repositoryId ?? '');
        const numbers = named === null ? await this.#merged(forge, repository, (0,principal/* claimText */.Q1)(admitted.principal.claims, 'sha')) : [(0,candidates/* numberIn */.Po)(repository, named)];
        const asked = new manifest_policy/* ManifestPolicy */.c(admitted.policy, { principal: admitted.principal, read: await (0,reader.loadSqlReader)(), now: () => runtime/* systemRuntime */.g.now() });
        const found = [];
        for (const number of numbers) {
            const other = await reviewedLate(number, { policy: admitted.policy, forge, repository }) ?? (named === null ? await this.#unlisted(forge, repository, number) : null);
            if (other !== null) {
                found.push(other);
                continue;
            }
            const verified = await (0,verify/* verifyApproval */.N)({ repositoryId: repository.id, number, digest: null }, { forge, explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy: asked.unlikePolicy, proposers: inputs.proposers });
            const { manifest, digest, pull: { url } } = verified;
            if (named === null && manifest === null && !await putsUp(forge, repository, verified.pull))
                found.push({ number, url, digest, manifest, state: 'nothing', why: 'puts nothing up for approval' });
            else
                found.push({ number, url, digest, manifest, ...await usable(verified, { forge, repository }) });
        }
        this.#found = { admitted, request, isOne: found.filter(({ state }) => state !== 'nothing').length < 2 };
        return found;
    }
    // What changed more files than a forge lists can't have been approved, and must not keep what else was pushed from being applied.
    async #unlisted(forge, repository, number) {
        const pull = await forge.pull(repository, number);
        if ((0,candidates/* isListed */.yy)(pull))
            return null;
        const why = 'changes more files than can be listed, so nothing on it can be approved';
        this.host.annotate('warning', `${pull.url} ${why}: put operations up in a pull request of their own`);
        return { number, url: pull.url, digest: null, manifest: null, state: 'nothing', why };
    }
    // In the order of the push: a merge queue pushes several merges at once. Which they are is the job's own word; each is verified by itself.
    async #merged(forge, repository, commit) {
        const pushed = this.host.pushed().filter((one) => one !== commit);
        if (pushed.length > MAX_PUSHED)
            this.host.annotate('warning', `this push has ${pushed.length + 1} commits, and only the last ${MAX_PUSHED} were looked at for approvals: name others with the input \`approval\``);
        const numbers = new Set();
        for (const one of [...pushed.slice(-MAX_PUSHED), ...(commit === null ? [] : [commit])]) {
            const number = await forge.mergedAs(repository, one);
            if (number !== null)
                numbers.add(number);
        }
        if (numbers.size > 0)
            return [...numbers];
        throw new errors/* GateError */.ue('INPUT_INVALID', 'this commit was not merged by a pull request, so no approval is meant by it', { hint: 'name the pull request with the input `approval`' });
    }
    readRows(files) {
        return rowsOf(files);
    }
    async open(number, resources) {
        const { admitted, request, isOne } = this.#used();
        const sessionDir = request.sessionDir === null || isOne ? request.sessionDir : (0,external_node_path_.join)(request.sessionDir, String(number));
        const guard = await (0,gate_session.openGateSession)({ ...request, approval: request.approval ?? String(number), sessionDir, resources }, this.#world, admitted);
        if (guard.started.recording !== null)
            this.#recordings.push(guard.started.recording);
        this.host.saveState('recording', this.#recordings.join('\n'));
        return new GuardedSession(guard);
    }
    /** Gives back the forge's token. Never throws. */
    async release() {
        await this.#asking?.release();
    }
    #used() {
        if (this.#found === null)
            throw new errors/* GateError */.ue('INTERNAL', 'no approval was looked for');
        return this.#found;
    }
}
// Approved, unused, and with a claim that stays where it is made.
async function usable(verified, { forge, repository }) {
    const { outcome, claimedBy, digest } = verified;
    const state = outcome.kind === 'approved' && claimedBy !== null ? 'refused' : outcome.kind;
    const guard = state === 'approved' && digest !== null ? await forge.claimsGuard(repository, digest) : null;
    return guard?.kind === 'open' ? { state: 'refused', why: `${guard.why}: ${guard.fix}` } : { state, why: (0,enforce/* stateOf */.L4)(verified) };
}
// What is merged every day asks for nothing. Something that can't be read is not nothing.
async function putsUp(forge, repository, pull) {
    return (await forge.changedPaths(repository, pull)).some(({ path }) => path.startsWith(`${manifest/* FOLDER */.L7}/`));
}
async function rowsOf(files) {
    const rows = new Map();
    for (const file of files) {
        const bytes = await (0,promises_.readFile)(file).catch((cause) => {
            throw new errors/* GateError */.ue('INPUT_INVALID', `the file \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'check the repository out first, and name the file from its root' });
        });
        if (bytes.length > MAX_ROWS_BYTES)
            throw new errors/* GateError */.ue('INPUT_INVALID', `the file \`${file}\` has more than ${MAX_ROWS_BYTES} bytes`, { hint: 'put the rows up in parts' });
        rows.set((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'), bytes);
    }
    return rows;
}
/** Connections through the gate of one session. */
class GuardedSession {
    session;
    recording;
    #guard;
    #clients = new Map();
    constructor(guard) {
        this.#guard = guard;
        this.session = guard.started.session;
        this.recording = guard.started.recording ?? '';
    }
    async executor(resource) {
        const client = this.#clients.get(resource) ?? await this.#connect(resource);
        this.#clients.set(resource, client);
        return { execute: (statement) => execute(client, statement, () => this.#guard.catalogOf(resource)) };
    }
    async seal(results) {
        await Promise.allSettled([...this.#clients.values()].map((client) => client.close()));
        const { untold } = await this.#guard.seal(results.every(({ how }) => how === 'done') ? 0 : 1, 'fail', results);
        return { sha256: (0,external_node_crypto_.createHash)('sha256').update(await (0,promises_.readFile)(this.recording)).digest('hex'), untold };
    }
    async #connect(resource) {
        const endpoint = this.#guard.started.endpoints.find((one) => one.resource === resource);
        if (endpoint === undefined)
            throw new errors/* GateError */.ue('INTERNAL', `resource \`${resource}\` is not guarded`);
        return connected(endpoint);
    }
}
/** A client of a guarded endpoint. */
async function connected({ host, port, user, password, database }) {
    const signal = new AbortController().signal;
    const upstream = await (0,upstream_upstream/* connectUpstream */.YF)({ host, port, database, user, password, tls: { mode: 'disable' } }, {
        milliseconds: limits/* DEFAULT_LIMITS */.dR.upstreamMs, runtime: runtime/* systemRuntime */.g, signal, startupParameters: new Map([['application_name', 'ostiary apply']]), maxFrameBytes: limits/* DEFAULT_LIMITS */.dR.maxServerFrameBytes,
    });
    return new simple_client/* SimpleClient */.G(upstream, { queryMs: STATEMENT_MS, runtime: runtime/* systemRuntime */.g, signal });
}
/** One statement; with parameters by the extended protocol, bound as they were. */
async function execute(client, { bytes, parameters, rows }, catalog) {
    const values = boundOf(parameters, catalog);
    try {
        if (rows !== null)
            await client.copyIn(bytes, rows);
        else if (values.length > 0)
            await client.bound(bytes, values);
        else
            await client.query(bytes);
        return client.lastTag;
    }
    catch (thrown) {
        const said = thrown instanceof errors/* GateError */.ue ? thrown.cause : null;
        if (!(said instanceof simple_client/* ServerSaid */.N))
            throw thrown;
        // Hits `decision=review rule=…` in the DETAIL of a refusal.
        const decision = /^decision=(review|deny) /u.exec(said.detail)?.[1];
        const why = decision === undefined ? `${said.text} (${said.sqlstate})` : `${said.text}: ${said.hint}`;
        throw new apply_run/* StatementFailed */.l3(why, said.sqlstate, said.sqlstate === '42501' ? (decision ?? null) : null);
    }
}
// Nothing was sent when a type is not there any more.
function boundOf(parameters, catalog) {
    if (parameters.length === 0)
        return [];
    try {
        return parameters.map((parameter) => (0,protocol_parameters/* wireParameter */.X)(parameter, catalog()));
    }
    catch (thrown) {
        throw new apply_run/* StatementFailed */.l3((0,errors/* messageOf */.bD)(thrown), UNDEFINED_OBJECT, null);
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

/***/ 58510:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Made)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21308);
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
            const canonical = schema === null ? name : (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schema ?? home ?? '', name);
            if (not?.has(canonical) !== true)
                this.#add(canonical);
        }
        const renamed = renames(tree, home);
        if (renamed !== null && this.#remove(renamed.from))
            this.#add(renamed.to);
        for (const { schema, name } of dropped(tree)) {
            if (schema !== undefined)
                this.#remove((0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schema ?? '', name));
            // Wherever it was found: what may be gone is new no more.
            else
                for (const known of this.#names)
                    if (known.endsWith(`.${(0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)('', name).slice(1)}`))
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
    return { from: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schemaname, relname), to: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schemaname, String(body['newname'])) };
}
function dropped(tree) {
    const body = tree['DropStmt'];
    return (body?.['objects'] ?? []).flatMap((object) => {
        return listed(object['List']?.['items']);
    });
}


/***/ }),

/***/ 33544:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Checked)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21308);
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
        const table = (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schemaname, relname);
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

/***/ 85401:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 6435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ settlementsOf)
/* harmony export */ });
/* unused harmony export SERIES_HAZARDS */
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


/***/ })

};
