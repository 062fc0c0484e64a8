export const id = 1588;
export const ids = [1588,501,2882];
export const modules = {

/***/ 81588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approvalGateFromJob: () => (/* binding */ approvalGateFromJob),
  approvalGateVerb: () => (/* binding */ approvalGateVerb),
  inTransactions: () => (/* binding */ inTransactions)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/approval/candidates.js
var candidates = __webpack_require__(26953);
// EXTERNAL MODULE: ./lib/approval/carry.js
var carry = __webpack_require__(83712);
// EXTERNAL MODULE: ./lib/approval/verify.js + 2 modules
var verify = __webpack_require__(58459);
// EXTERNAL MODULE: ./lib/commands/approval-gate.js
var approval_gate = __webpack_require__(80871);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/gate/statements.js
var statements = __webpack_require__(90397);
// EXTERNAL MODULE: ./lib/identity/principal.js
var identity_principal = __webpack_require__(30512);
// EXTERNAL MODULE: ./lib/mask/columns.js
var mask_columns = __webpack_require__(10387);
// EXTERNAL MODULE: ./lib/parse/sql/reader.js
var reader = __webpack_require__(60501);
// EXTERNAL MODULE: ./lib/main/admission.js + 1 modules
var admission = __webpack_require__(12358);
// EXTERNAL MODULE: ./lib/main/approvals.js
var approvals = __webpack_require__(86325);
// EXTERNAL MODULE: ./lib/main/arguments.js + 1 modules
var main_arguments = __webpack_require__(6757);
// EXTERNAL MODULE: ./lib/main/guard.js + 1 modules
var guard = __webpack_require__(97619);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/main/manifest-policy.js + 1 modules
var manifest_policy = __webpack_require__(71448);
// EXTERNAL MODULE: ./lib/gate/guards.js
var guards = __webpack_require__(22293);
// EXTERNAL MODULE: ./lib/gate/impact.js
var gate_impact = __webpack_require__(21533);
// EXTERNAL MODULE: ./lib/gate/facts.js
var facts = __webpack_require__(36452);
// EXTERNAL MODULE: ./lib/parse/sql/counted.js
var counted = __webpack_require__(69610);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 3 modules
var sql_parser = __webpack_require__(88947);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 57 modules
var resolve = __webpack_require__(87339);
// EXTERNAL MODULE: ./lib/main/upstream.js + 4 modules
var main_upstream = __webpack_require__(4528);
;// CONCATENATED MODULE: ./lib/main/measured.js







/** Rows beyond which a change is rolled back, as a multiple of the estimate (design.md, section 7). */
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
                const isCounted = (0,guards/* changesRows */.j_)(facts) && (0,counted/* countsRows */.q)(draft);
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

// EXTERNAL MODULE: ./lib/main/secret-detection.js
var secret_detection = __webpack_require__(62463);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/approval-gate.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `approval-gate` for its doors: the files, the policy of the protected branch, the settings that an ordinary connection has (they are
// part of what is approved), the forge. Refuses files that change these settings, or hold anything but whole transactions.




















/** `ostiary approval-gate [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
async function approvalGateVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, approval_gate/* approvalGateSpec */.cA.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`approval-gate\``, { hint: 'name the files with `--sql FILE`' });
    return gateFor({ ...(host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.v)(approval_gate/* approvalGateSpec */.cA, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function approvalGateFromJob(host) {
    return gateFor((0,main_inputs/* jobInputs */.v)(approval_gate/* approvalGateSpec */.cA, host), host);
}
async function gateFor(raw, host) {
    if (host.kind === 'shell')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: 'operations are put up by jobs; what a policy makes of them is said by `ostiary policy explain`' });
    const world = { host: host.kind, environment: process.env, log: host.log, mask: (value) => host.addMask(value) };
    const cancelled = new AbortController();
    const cancel = () => cancelled.abort();
    for (const name of ['SIGINT', 'SIGTERM'])
        process.on(name, cancel);
    const awake = (0,runtime/* stayAwake */.Lw)();
    try {
        const deps = { host, monotonicMs: () => runtime/* systemRuntime */.gh.monotonicMs(), propose: (inputs) => propose(inputs, host, world), sleep: (milliseconds) => sleep(milliseconds, cancelled.signal) };
        return await (0,approval_gate/* approvalGate */.VQ)(raw, deps);
    }
    finally {
        awake.cancel();
        for (const name of ['SIGINT', 'SIGTERM'])
            process.off(name, cancel);
    }
}
function sleep(milliseconds, signal) {
    if (signal.aborted)
        return Promise.resolve(false);
    return new Promise((resolve) => {
        const timer = runtime/* systemRuntime */.gh.after(milliseconds, () => resolve(true));
        signal.addEventListener('abort', () => {
            timer.cancel();
            resolve(false);
        }, { once: true });
    });
}
async function propose(inputs, host, world) {
    const forge = await (0,approvals/* reviewForgeOf */.F)(world);
    if (forge === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no token to put operations up with', { hint: 'GitHub: the input `github-token`; GitLab: the variable `OSTIARY_FORGE_TOKEN`, protected and masked' });
    const request = { policyFile: null, local: false, gateway: null, resources: inputs.resource === null ? [] : [inputs.resource], sessionDir: null, audience: inputs.audience, command: ['ostiary', 'approval-gate'], approval: null, proposers: inputs.proposers, after: null };
    const admitted = await (0,admission/* admit */.w4)(request, world);
    const { policy, principal } = admitted;
    const [resource] = (0,guard/* chosenResources */.O)(policy, request);
    const read = await (0,reader.loadSqlReader)();
    const asked = new manifest_policy/* ManifestPolicy */.c(policy, { principal, read, now: () => runtime/* systemRuntime */.gh.now() });
    const repository = await forge.repository(admitted.repositoryId ?? '');
    const { head, texts } = inputs.pullRequest === null ? { head: null, texts: await Promise.all(inputs.files.map(textOf)) } : await (0,carry/* addedTexts */.R)(inputs.files, (0,candidates/* numberIn */.Po)(repository, inputs.pullRequest), { forge, repository });
    // A pull request without such files asks for nothing.
    const listed = head !== null && texts.length === 0 ? [] : inTransactions(texts.map((text) => read(text)));
    const judged = listed.length === 0 ? [] : await judgeAll(listed, resource, admitted);
    const run = (0,identity_principal/* claimText */.Q1)(principal.claims, host.kind === 'github' ? 'run_id' : 'pipeline_id');
    return {
        judged, forge, repository, head, demandsFor: asked.demandsFor, explain: asked.explain, inspect: inspectorOf(admitted, asked),
        context: {
            now: runtime/* systemRuntime */.gh.now(), repository: repository.id, prompters: run === null ? null : await forge.prompters(repository, run),
            requester: { names: principal.names, issuer: principal.issuer, subject: principal.subject, run },
            policy: { digest: policy.digest, source: admitted.policySource, version: policy.version, packs: policy.packs.map(({ name, version }) => ({ name, version })) },
        },
        verify: (number) => (0,verify/* verifyApproval */.N)({ repositoryId: repository.id, number, digest: null }, { forge, explain: asked.explain, demandsOf: asked.demandsOf, proposers: inputs.proposers }),
    };
}
// One after the other, on one connection. Rows that a rule asks for are estimated, so what is said here is what the wire would say today.
async function judgeAll(listed, resource, { policy, principal, secretsFor }) {
    const measuring = await openMeasuring(resource, secretsFor(resource));
    try {
        const { settings } = measuring;
        const judged = [];
        for (const { facts, transaction } of listed) {
            const { impact, ceiling } = await measuring.measure({ bytes: facts.text, parameters: [], settings });
            const operation = { kind: 'sql', resource: { name: resource.name, target: resource.target }, facts, parameters: [], data: null, settings, rows: impact.rows ?? undefined };
            const decision = policy.decide({ operation, principal, resource: resource.name, now: runtime/* systemRuntime */.gh.now() });
            judged.push({ operation, transaction, decision, impact, maxRows: (0,approval_gate/* rowCeiling */.M2)(decision, ceiling, policy.rules) });
        }
        return judged;
    }
    finally {
        await measuring.close();
    }
}
async function textOf(file) {
    return (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the file \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'check the repository out first, and name the file from its root' });
    });
}
/** The operations of the files; BEGIN and COMMIT become the number of their transaction. */
function inTransactions(files) {
    const listed = [];
    let [last, open] = [0, false];
    for (const { facts, line } of files.flat()) {
        const { session } = facts;
        const strange = (why) => new errors/* GateError */.ue('INPUT_INVALID', `line ${line}: ${facts.statement} ${why}`, { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
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
                last += 1;
        }
        else
            listed.push({ facts, transaction: open ? last : null });
    }
    if (open)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'a transaction has no end', { hint: 'put whole transactions up: BEGIN, the statements, COMMIT' });
    if (listed.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the files hold no statement', { hint: 'name the SQL files with the operations' });
    return listed;
}
// What may not be published: tokens and keys, and literals that meet protected columns.
function inspectorOf({ policy, principal }, asked) {
    return (operation) => {
        const secrets = [...new Set((0,secret_detection/* secretsIn */.V)(operation.bytes).map(({ name }) => `a secret (${name})`))];
        const facts = asked.factsOf(operation);
        // Every literal is replaced in it.
        if (facts.redacted === facts.text)
            return secrets;
        const columns = new mask_columns/* ProtectedColumns */.O(policy.masks(operation.resource.name, principal.names));
        const met = [
            ...facts.flows.map(({ target }) => target),
            ...facts.accesses.flatMap(({ effect, object, columns: touched, filtered }) => (object === null ? [] : [...filtered, ...(effect === 'read' ? [] : touched)].map((column) => ({ relation: object, column })))),
        ].filter(({ relation, column }) => columns.styleOf(relation, column, null) !== null);
        return [...secrets, ...new Set(met.map(({ relation, column }) => `a value for \`${relation}.${column}\``))];
    };
}


/***/ }),

/***/ 62463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ secretsIn)
/* harmony export */ });
/* harmony import */ var _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21788);
/* harmony import */ var _mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92229);
// SPDX-License-Identifier: Apache-2.0
//
// The detectors of mask/ for those who read changes: tokens and keys only. Refuses personal data, which test data and documentation hold
// rightly, and to keep what it finds.


let detection = null;
/** Secrets in a text, as ranges. */
function secretsIn(text) {
    detection ??= new _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .Detection */ .u(_mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .DETECTORS */ .c.filter(({ kind }) => kind === 'secret'));
    return detection.inText(text);
}


/***/ }),

/***/ 74916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ Series),
/* harmony export */   u: () => (/* binding */ isConcurrent)
/* harmony export */ });
/* harmony import */ var _sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6435);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44380);
/* harmony import */ var _made_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31968);
/* harmony import */ var _session_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85401);




/** What came before, statement by statement. One for all files of a change. */
class Series {
    #before;
    #checked = new _checked_js__WEBPACK_IMPORTED_MODULE_2__/* .Checked */ .y();
    #made = new _made_js__WEBPACK_IMPORTED_MODULE_3__/* .Made */ .W();
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
        return (0,_sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__/* .settlementsOf */ .sm)(id).some((settlement) => {
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

/***/ 89719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 60501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSqlReader: () => (/* binding */ loadSqlReader)
/* harmony export */ });
/* harmony import */ var _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74916);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89719);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88947);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87339);




const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Loads PostgreSQL's grammar. */
async function loadSqlReader() {
    const parser = await _parser_js__WEBPACK_IMPORTED_MODULE_1__.SqlParser.load();
    return (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const lineAt = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .lineCounter */ .L)(bytes);
        const statements = parser.analyse(bytes).map((draft) => ({ draft, facts: (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__.resolve)(draft, NO_CATALOG, parser) }));
        return new _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__/* .Series */ .s().part(statements, 'none').map((facts, index) => ({ kind: 'sql', facts, line: lineAt(statements[index]?.draft.start ?? 0) }));
    };
}


/***/ })

};
