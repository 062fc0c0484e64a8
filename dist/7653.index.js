export const id = 7653;
export const ids = [7653];
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

/***/ 67667:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ planSpec),
/* harmony export */   et: () => (/* binding */ plan)
/* harmony export */ });
/* unused harmony export changeSetOf */
/* harmony import */ var _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11918);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_operation_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10035);
/* harmony import */ var _policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99634);
/* harmony import */ var _run_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99529);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// `plan`: runs a migrator against a scratch PostgreSQL with the production schema, through the gate in capture mode, and writes down what it
// did: the change set that it would perform. Nothing of production is asked or touched. Refuses to write a change set of a COMMAND that failed.






/** Flags of the command line; there is no CI face: a job runs `ostiary plan` itself. */
const planSpec = {
    name: 'plan',
    description: 'Run a migrator on a scratch database, and write the change set that it would perform in production.',
    inputs: [
        { name: 'schema', description: 'Schema of production, as `pg_dump --schema-only` writes it, without data but for rows of version tables; may be repeated. Without: an empty database.', default: '', required: false, face: 'cli', kind: 'list' },
        { name: 'resource', description: 'Resource of the policy that the change is for. May be left out when the policy has just one.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'tool', description: 'The migrator, as `changes[].tool` names it. When empty: those that `changes` names for the resource.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'out', description: 'File for the change set; printed when empty, and what COMMAND prints goes to stderr.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'policy', description: 'The policy file.', default: '.ostiary/policy.yml', required: false, face: 'cli', kind: 'text' },
        { name: 'scratch', description: 'postgres://USER@HOST/DATABASE of a server that may be thrown away; a database of its own is made on it and dropped. Without: one is started here.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'setting', description: 'NAME=VALUE that production has and scratch should have, such as TimeZone=UTC; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts the guarded URL into the variable NAME; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
    ],
    outputs: [],
};
/** Runs the verb; resolves with the exit code: COMMAND's own when that is not 0. Throws GateError. */
async function plan(raw, argv, deps) {
    const text = (name) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .textInput */ ._Z)(raw, planSpec, name) ?? null;
    if (argv.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'there is no command to run', { hint: 'write it after `--`: `ostiary plan --schema schema.sql -- bin/rails db:migrate`' });
    const settings = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'setting').map(parseSetting);
    const bindings = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'env').map(_run_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBinding */ .Vy);
    const policy = await deps.loadPolicy(text('policy') ?? '');
    const resource = chosen(policy, text('resource'));
    const books = booksFor(policy, resource, { tool: text('tool'), host: deps.host });
    const schemas = await deps.readSchemas((0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'schema'), books);
    const gate = await deps.openGate({ resource, schemas, scratch: text('scratch'), settings });
    let statements;
    try {
        for (const note of gate.notes)
            deps.host.log.warn(note);
        const code = await deps.execute({ argv, endpoint: gate.endpoint, resource, policy, bindings, printing: text('out') === null ? 'stderr' : 'here' });
        statements = gate.statements();
        if (code !== 0)
            return failed(code, statements, deps.host);
    }
    finally {
        await gate.close();
    }
    const set = changeSetOf(statements, { resource, books, version: deps.version, captured: { command: argv, schema: schemas.map(({ sha256 }) => sha256), server: gate.server } });
    const file = text('out');
    if (file === null)
        deps.print((0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .writeChangeSet */ .YV)(set));
    else
        await deps.write(file, (0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .writeChangeSet */ .YV)(set));
    tell(set, deps.host);
    return _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.done;
}
function parseSetting(item) {
    const at = item.indexOf('=');
    const name = item.slice(0, Math.max(at, 0));
    if (!/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `input \`setting\` has \`${item}\``, { hint: 'write NAME=VALUE, such as TimeZone=UTC' });
    return { name, value: item.slice(at + 1) };
}
function chosen(policy, wanted) {
    const names = Object.keys(policy.resources);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the policy has ${names.length} resources, so the plan has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
    const resource = policy.resources[name];
    if (resource === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
    if (resource.type !== 'postgres' || resource.address === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, and only \`postgres\` can be planned`, { hint: 'name a database' });
    return resource;
}
// What the gate in front of production will know is what `changes` names; anything else would plan what does not get through.
function booksFor(policy, resource, { tool, host }) {
    const named = policy.changes.filter((change) => change.resource === resource.name && change.tool !== null);
    const wanted = tool === null ? named : named.filter((change) => change.tool === tool);
    if (tool !== null && wanted.length === 0) {
        host.log.warn(`\`changes\` of the policy does not name \`${tool}\` for \`${resource.name}\`, so the gate will not let it keep its books there`);
        const books = (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .booksOfTool */ .MU)(tool, null);
        if (books === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${tool}\` is not a migration tool that keeps books we know`, { hint: 'leave `--tool` out, or name it as `changes[].tool` does' });
        return [books];
    }
    return wanted.flatMap((change) => (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .booksOfTool */ .MU)(change.tool ?? '', change.table) ?? []);
}
function failed(code, statements, host) {
    const wrong = statements.flatMap(({ operation, end }) => (end.kind === 'failed' || end.kind === 'refused' ? [`\`${operation.facts.redacted.slice(0, 120)}\`: ${end.message}`] : []));
    host.annotate('error', `COMMAND ended with ${code}, so there is no change set${wrong.length === 0 ? '' : `; what the scratch database refused first: ${wrong[0] ?? ''}`}`);
    return code;
}
/** The change set of what was captured. */
function changeSetOf(statements, { resource, books, version, captured }) {
    const ref = { name: resource.name, target: resource.target };
    const operations = [];
    const bookkeeping = [];
    const limits = [];
    statements.forEach((statement, index) => {
        const { operation, end, transaction, connection, message } = statement;
        const number = index + 1;
        const tool = (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .bookkeeperOf */ .pV)(operation, books, resource);
        limits.push(...limitsOf(statement, tool).map((limit) => ({ ...limit, operation: number })));
        if (end.kind !== 'ok')
            return;
        const { parameters, data, settings } = operation;
        const one = {
            number, kind: 'sql', resource: ref, bytes: operation.facts.text, parameters, data, settings, transaction, connection, message, tag: end.tag, digest: (0,_core_operation_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .operationDigest */ .x)({ ...operation, resource: ref }),
        };
        if (tool === null)
            operations.push(one);
        else
            bookkeeping.push({ ...one, tool });
    });
    const digest = (0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .changeSetDigest */ .ZT)([], operations.map((one) => one.digest));
    return { format: 'ostiary-changeset-v1', ostiary: version, digest, resource: ref, tools: [...new Set(books.map(({ tool }) => tool))], captured, operations, bookkeeping, limits };
}
/** SQLSTATE in_failed_sql_transaction: what never ran since something before it had failed. */
const NOT_REACHED = '25P02';
function limitsOf({ operation: { facts }, end }, tool) {
    const text = facts.redacted.replace(/\s+/g, ' ').slice(0, 200);
    if (end.kind === 'failed')
        return end.sqlstate === NOT_REACHED ? [] : [{ kind: 'failed', detail: `\`${text}\` failed with ${end.sqlstate}: ${end.message.replace(/\s+/g, ' ')}` }];
    if (end.kind === 'refused')
        return [{ kind: 'refused', detail: `\`${text}\` was not understood, so nobody ran it` }];
    if (end.kind === 'unknown')
        return [{ kind: 'unfinished', detail: `the end of \`${text}\` was not seen` }];
    const limits = [];
    if (facts.copy?.direction === 'in')
        limits.push({ kind: 'copy-data', detail: `the rows that \`${text}\` copies in are not here, only their digest` });
    const read = tool === null && facts.outputs !== null ? facts.accesses.filter(({ effect, object, type }) => effect === 'read' && type === 'relation' && object !== null && !/^(?:pg_catalog|information_schema)\./.test(object)) : [];
    if (read.length > 0)
        limits.push({ kind: 'reads-data', detail: `\`${text}\` gives rows of ${[...new Set(read.map(({ object }) => `\`${object ?? ''}\``))].join(', ')} to the program, which scratch has not` });
    if (facts.statement === 'DO' || facts.accesses.some(({ effect }) => effect === 'unknown' || effect === 'execute'))
        limits.push({ kind: 'unread-code', detail: `\`${text}\` runs code, which may do other things in production` });
    return limits;
}
function tell({ operations, bookkeeping, limits, resource, digest }, { log }) {
    if (operations.length + bookkeeping.length === 0)
        log.warn('COMMAND asked nothing of the database', { hint: 'does it connect with DATABASE_URL, or the PG variables?' });
    for (const { kind, detail } of limits)
        log.warn(`${kind}: ${detail}`);
    log.info(`${operations.length} operation${operations.length === 1 ? '' : 's'} for \`${resource.name}\`, ${bookkeeping.length} of the migrator's own; change set ${digest}`);
}


/***/ }),

/***/ 99529:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J5: () => (/* binding */ parseAccount),
  Vy: () => (/* binding */ parseBinding),
  Qd: () => (/* binding */ parseRunInputs)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/break-glass-reason.js
var break_glass_reason = __webpack_require__(78866);
// EXTERNAL MODULE: ./lib/commands/run-spec.js
var run_spec = __webpack_require__(47379);
// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __webpack_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/run-gateway.js
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run` that say who guards when it is not a gate in the job, and what is shown there. Refuses those that mean nothing without
// the others.



/** The gateway that was asked for; null: none. Throws INPUT_INVALID. */
function parseGateway(raw, local) {
    const url = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'gateway');
    const caFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'gateway-ca') ?? null;
    if (url === undefined && caFile !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`gateway-ca` counts only together with `gateway`', { hint: 'name the gateway, `gateway: https://…`' });
    if (url !== undefined && local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--gateway` does not work together with `--local`', { hint: 'a gateway lets jobs in, by their OIDC token' });
    const file = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'subject-token-file');
    const type = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'subject-token-type', choices: run_spec/* TOKEN_TYPES */.em });
    if (url === undefined && file !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--subject-token-file` counts only together with `--gateway`', { hint: 'name the gateway, `--gateway https://…`' });
    return url === undefined ? null : { url, caFile, subject: file === undefined ? null : { file, type: type ?? 'jwt' } };
}

;// CONCATENATED MODULE: ./lib/commands/run-inputs.js
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run`, all of them read before the first effect. Refuses what contradicts itself: `--local` under a CI product, a policy
// that is named where the protected branch decides, no command, break-glass in one's own shell.





/** Parses all inputs; `argv` is COMMAND. Throws INPUT_INVALID. */
function parseRunInputs(raw, argv, underCi) {
    const local = (0,verb/* flagInput */.tc)(raw, 'local');
    const policyFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'policy') ?? null;
    const gateway = parseGateway(raw, local);
    if (local && underCi)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
    if (policyFile !== null && !local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--policy` counts only together with `--local`', { hint: 'in CI the policy is read from the protected branch' });
    if (local && policyFile === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` needs `--policy FILE`', { hint: 'for example `--policy .ostiary/policy.yml`' });
    if (!local && !underCi && (gateway?.subject ?? null) === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: gateway === null ? 'in your own shell add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' : 'name the file that holds a token or a SAML assertion with `--subject-token-file`' });
    if (argv.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no command to run', { hint: underCi ? 'set the input `command`' : 'write it after `--`: `ostiary run … -- psql`' });
    const isolation = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'isolation', choices: run_spec/* ISOLATIONS */.Ce }) ?? 'user';
    return {
        request: {
            policyFile, local, gateway, resources: (0,verb/* listInput */.dt)(raw, 'resource'), sessionDir: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'session-dir') ?? null,
            audience: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'audience') ?? 'ostiary', command: argv,
            approval: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'approval') ?? null, proposers: (0,verb/* listInput */.dt)(raw, 'proposers').map(parseAccount), after: null, breakGlass: parseReason(raw, local),
        },
        env: (0,verb/* listInput */.dt)(raw, 'env').map(parseBinding),
        isolation,
        workspace: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'workspace', choices: run_spec/* WORKSPACES */.T4 }) ?? (isolation === 'user' ? 'copy' : 'shared'),
        onRefusal: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'on-refusal', choices: run_spec/* ON_REFUSAL */.zY }) ?? 'fail',
    };
}
/** `NAME=RESOURCE`; throws INPUT_INVALID. */
function parseBinding(item) {
    const at = item.indexOf('=');
    const name = item.slice(0, at);
    if (at < 1 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || at === item.length - 1) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`env\` has \`${item}\``, { hint: 'write NAME=RESOURCE, such as APP_DATABASE_URL=orders-db' });
    }
    return { name, resource: item.slice(at + 1) };
}
function parseReason(raw, local) {
    const reason = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'break-glass')?.trim() ?? '';
    if (reason === '')
        return null;
    if (local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`break-glass` does not work together with `--local`', { hint: 'it is for jobs with a forge that tells who started them, and tells somebody else' });
    if (!(0,break_glass_reason/* isReason */.V)(reason))
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`break-glass\` has ${reason.length} characters, or some that are not seen`, { hint: `say in ${break_glass_reason/* REASON */.r.min} to ${break_glass_reason/* REASON */.r.max} characters why it can not wait` });
    return reason;
}
/** A numeric id of an account. Throws INPUT_INVALID. */
function parseAccount(item) {
    if (/^[1-9]\d{0,18}$/u.test(item))
        return item;
    throw new errors/* GateError */.ue('INPUT_INVALID', `input \`proposers\` has \`${item}\``, { hint: 'write numeric ids, one a line: `https://api.github.com/users/LOGIN` tells them' });
}


/***/ }),

/***/ 26493:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ trustOf),
/* harmony export */   VA: () => (/* binding */ sessionArtifact),
/* harmony export */   yz: () => (/* binding */ sessionArtifactSpec)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// `session-artifact`: verifies recordings, masks them once more, and hands them to the CI product to keep, with the story of each session on
// the job's page. Refuses to hand on what it can't verify, and never changes a recording where it lies.


/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const sessionArtifactSpec = {
    name: 'session-artifact',
    description: 'Verify recordings, mask them once more, and keep them as an artifact of the job.',
    inputs: [
        { name: 'session', description: 'A recording, `session.jsonl`, or a folder with sessions in it; several: one a line (the flag may be repeated). When empty: all sessions of this job.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'name', description: 'Name of the artifact. When empty: `ostiary-` and the id of the session, which no other job or attempt has.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'retention-days', description: 'How long the artifact is kept, 1 to 90 days. When empty: as the repository says.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'key', description: 'File of a public key (PEM) that you trust; several: one a line (the flag may be repeated). With keys or `trusted-root`, a recording that nobody you trust signed is refused.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'trusted-root', description: 'File of a trusted root of Sigstore, as `gh attestation trusted-root` writes it, for recordings signed without a key. Recordings of others are refused, as with `key`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'identity', description: 'Whose signature you expect with `trusted-root`: the name in the certificate (`*` within a segment, `**` across). When empty: on GitHub, the workflow of this job.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'issuer', description: 'Who says that it is them: the issuer of their token. When empty: on GitHub, that of this server.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'policy', description: 'File with a policy whose `detectors` mask, too. When empty: those of the policy that the session had, which lie beside its recording.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'out', description: 'Folder to put what is kept into. On GitHub: a fresh one, which is uploaded.', default: '', required: false, face: 'cli', kind: 'text' },
    ],
    outputs: [
        { name: 'artifact-id', description: 'Id of the artifact; empty where the CI product takes it from a folder.' },
        { name: 'artifact-url', description: 'Address of the artifact.' },
        { name: 'digest', description: 'SHA-256 of the artifact, or of the recording when the CI product takes it from a folder.' },
        { name: 'denied', description: 'Number of operations denied, over all sessions.' },
        { name: 'reviewed', description: 'Number of operations that needed a review, over all sessions.' },
    ],
};
/** Runs the verb; resolves with the exit code. Throws GateError when nothing was kept. */
async function sessionArtifact(raw, deps) {
    const { host } = deps;
    const inputs = parseInputs(raw);
    const recordings = await deps.find(inputs.sessions);
    if (recordings.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', 'there is no recording to keep', { hint: 'run a guarded step before, or name one: `session: path/to/session.jsonl`' });
    const judge = await deps.trusting(inputs.trust);
    const folder = await deps.folder(inputs.out);
    const keep = await deps.keeping(recordings, inputs.policy, folder);
    const kept = [];
    const refused = [];
    for (const recording of recordings) {
        const verdict = await judge(recording);
        if (isRefused(verdict, inputs.trust))
            refused.push({ source: recording, verdict });
        else
            kept.push(await keep(recording, verdict));
    }
    for (const { source, verdict } of refused)
        host.annotate('error', `the recording \`${source}\` is not kept: it is ${verdict.state}: ${verdict.explanation}`);
    for (const { source, verdict } of kept)
        if (verdict.state === 'incomplete')
            host.annotate('warning', `the recording \`${source}\` is incomplete: ${verdict.explanation}`);
    for (const { source, masked } of kept)
        if (total(masked) > 0)
            host.annotate('warning', `${total(masked)} values of \`${source}\` were masked once more (${Object.keys(masked).join(', ')}): the copy that is kept is not the file that was sealed`);
    for (const { source, verdict } of kept)
        if (verdict.state === 'signed')
            host.log.info(`the recording \`${source}\` is signed (${signerOf(verdict)})`);
    await host.summary(storyOf(kept, refused));
    tell(kept, host);
    if (kept.length > 0)
        await store({ kept, folder, inputs }, deps);
    if (deps.attest !== null)
        await attestAll(kept, deps.attest, host);
    return refused.length > 0 || kept.some(({ verdict }) => verdict.state === 'incomplete') ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.denied : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done;
}
function parseInputs(raw) {
    const days = (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, 'retention-days') ?? null;
    if (days !== null && (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > 90))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`retention-days\` is \`${days}\``, { hint: 'it takes a number of days from 1 to 90' });
    const name = (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, 'name') ?? null;
    // @see https://github.com/actions/toolkit/tree/main/packages/artifact: what no file system takes.
    if (name !== null && /["':<>|*?\r\n\\/]/.test(name))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`name\` is \`${name}\``, { hint: 'an artifact is not named with any of `" : < > | * ? \\ /`' });
    const text = (input) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, input) ?? null;
    return { sessions: (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .listInput */ .dt)(raw, 'session'), name, retentionDays: days === null ? null : Number(days), trust: trustOf(raw), policy: text('policy'), out: text('out') };
}
/** Whom the inputs say to believe. */
function trustOf(raw) {
    const text = (input) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, input) ?? null;
    return { keys: (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .listInput */ .dt)(raw, 'key'), trustedRoot: text('trusted-root'), identity: text('identity'), issuer: text('issuer') };
}
function isRefused({ state }, { keys, trustedRoot }) {
    return state === 'altered' || ((keys.length > 0 || trustedRoot !== null) && state === 'unsigned');
}
/** Digits of a key's id that people are shown. */
const SHOWN_ID = 16;
// Names in certificates are shown as the certificate of a trusted authority has them; ids of keys are hexadecimal.
function signerOf({ signedBy, signedThrough }) {
    return signedThrough === 'keyless' ? `keyless, by ${signedBy ?? ''}` : `by the key ${(signedBy ?? '').slice(0, SHOWN_ID)}`;
}
function tell(kept, host) {
    const sum = (decision) => String(kept.reduce((count, { verdict }) => count + verdict.counts.operations[decision], 0));
    host.output('denied', sum('deny'));
    host.output('reviewed', sum('review'));
}
async function store({ kept, folder, inputs }, { host, artifacts }) {
    const files = kept.flatMap((session) => session.files);
    if (artifacts === null) {
        host.output('artifact-id', '');
        host.output('artifact-url', '');
        host.output('digest', kept[0]?.sha256 ?? '');
        host.log.info(`${files.length} files of ${kept.length} session${kept.length === 1 ? '' : 's'} are in \`${folder}\``);
        return;
    }
    const id = kept[0]?.verdict.header?.session ?? 'session';
    const artifact = await artifacts.upload({ name: inputs.name ?? `ostiary-${id}`, otherName: inputs.name === null ? null : `${inputs.name}-${id}`, folder, files, retentionDays: inputs.retentionDays });
    host.output('artifact-id', artifact.id);
    host.output('artifact-url', artifact.url ?? '');
    host.output('digest', artifact.sha256);
    host.log.info(`kept as the artifact \`${artifact.name}\`, ${artifact.id}, sha256 ${artifact.sha256}`);
}
// After the upload: what fails here costs an attestation, not a recording.
async function attestAll(kept, attest, host) {
    for (const { source, statement } of kept) {
        if (statement === null)
            host.annotate('warning', `the recording \`${source}\` is not attested: what is kept is not a whole recording as it was sealed`);
        else
            host.log.info(`the recording of ${statement.predicate.session} is attested: ${await attest(statement)}`);
    }
}
function total(counts) {
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
const MARKS = { ok: '✅', failed: '❌', denied: '⛔', pending: '⏳', error: '💥' };
// The job's page: what a person asks first, who did what and what was refused.
function storyOf(kept, refused) {
    const rows = kept.map(({ verdict, sha256 }) => {
        const { header, end, counts } = verdict;
        const { allow, review, deny } = counts.operations;
        const outcome = end === null ? '💥 cut off' : `${MARKS[end.outcome]} ${end.outcome}`;
        return `| ${code(header?.session ?? '?')} | ${cell(whoOf(header))} | ${cell(header?.resources.map(({ name }) => name).join(', ') ?? '')} | ${outcome} | ${allow} | ${review} | ${deny} | **${verdict.state}**${verdict.state === 'signed' ? ` (${cell(signerOf(verdict))})` : ''} | \`${sha256.slice(0, 12)}\` |`;
    });
    const parts = ['## Guarded sessions\n\n| session | who | resources | outcome | allowed | for review | denied | recording | sha256 |\n|---|---|---|---|---:|---:|---:|---|---|\n' + rows.join('\n')];
    const refusals = kept.flatMap((session) => session.refusals);
    if (refusals.length > 0) {
        parts.push(`### What was refused\n\n| decision | statement | rule | why |\n|---|---|---|---|\n${refusals.map(({ decision, statement, rules, reason }) => `| ${decision} | ${code(statement)} | ${code(rules.join(', '))} | ${cell(reason)} |`).join('\n')}`);
    }
    if (refused.length > 0)
        parts.push(`### Not kept\n\n${refused.map(({ source, verdict }) => `- ${code(source)}: **${verdict.state}**, ${cell(verdict.explanation)}`).join('\n')}`);
    parts.push('Check it yourself: `ostiary session verify session.jsonl`, read it: `ostiary session replay session.jsonl`.');
    return `${parts.join('\n\n')}\n`;
}
function whoOf(header) {
    if (header === null)
        return '?';
    const { names, subject } = header.principal;
    return [names.length > 0 ? names.join(', ') : subject, ...(header.prompter === null ? [] : [`for ${header.prompter}`])].join(' ');
}
const MAX_CELL = 300;
// What a recording holds is somebody's text: it must not become markup of the job's page.
function cell(text) {
    // Match "\n", "|", "<" and "`": what ends a cell or begins markup. Control and bidirectional characters are shown by their numbers.
    return text.slice(0, MAX_CELL).replace(/[\r\n\t]+/g, ' ').replace(/[\\|<>&`*_[\]!#~@]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
function code(text) {
    return `<code>${cell(text)}</code>`;
}


/***/ }),

/***/ 78866:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isReason),
/* harmony export */   r: () => (/* binding */ REASON)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The reason for breaking the glass, as a person writes it: whoever reviews it afterwards has only this to go by. Refuses what is shorter than
// a sentence, longer than anybody reads, or holds characters that are not seen.
/** In characters. */
const REASON = { min: 10, max: 500 };
/** Whether a text can be a reason; spaces around it are taken away before. */
function isReason(text) {
    // Hits control characters but line breaks and tabs, and those that turn or hide text.
    return text === text.trim() && text.length >= REASON.min && text.length <= REASON.max && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text);
}


/***/ }),

/***/ 33413:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ taggedDigest),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   oA: () => (/* binding */ textDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// RFC 8785 canonical JSON and the house's tagged digests. Refuses what has no canonical form (undefined, NaN, lone surrogates).


/** RFC 8785 JSON of a JSON-shaped value. Throws `INTERNAL` on anything else. @see https://www.rfc-editor.org/rfc/rfc8785 */
function canonicalJson(value) {
    if (value === null || typeof value === 'boolean')
        return JSON.stringify(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return JSON.stringify(value);
    if (typeof value === 'string' && value.isWellFormed())
        return JSON.stringify(value);
    // Plain loops: every operation of a change comes through here.
    if (Array.isArray(value)) {
        let items = '';
        for (const item of value)
            items += `${items === '' ? '' : ','}${canonicalJson(item)}`;
        return `[${items}]`;
    }
    if (typeof value === 'object' && isPlain(value)) {
        let members = '';
        // Without a function, `sort` goes by UTF-16 code units, as the RFC does.
        for (const key of Object.keys(value).sort())
            members += `${members === '' ? '' : ','}${canonicalJson(key)}:${canonicalJson(value[key])}`;
        return `{${members}}`;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INTERNAL', `a ${typeof value} has no canonical JSON form`);
}
/** `sha256(tag, 0x0A, RFC 8785 JSON)` in hex. */
function taggedDigest(tag, value) {
    return textDigest(tag, canonicalJson(value));
}
/** The same of what is canonical JSON already. */
function textDigest(tag, json) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${tag}\n${json}`, 'utf8').digest('hex');
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}


/***/ }),

/***/ 21308:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ familyOf),
/* harmony export */   Ew: () => (/* binding */ canonicalName),
/* harmony export */   Gq: () => (/* binding */ reachable),
/* harmony export */   ku: () => (/* binding */ FIRST_USER_OID)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What the gate knows about a database's schema, as a value. Read by the proxy on a connection of our own, used by
// parse (names, lineage) and mask (protected columns). Refuses to hold data: names, types and definitions only.
/** Oids from here on are given to what users make. @see https://www.postgresql.org/docs/18/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const FIRST_USER_OID = 16_384;
/** A type and all types inside of it. */
function familyOf(type, { holds }) {
    const found = new Set([type]);
    for (const one of found)
        for (const inside of holds.get(one) ?? [])
            found.add(inside);
    return found;
}
/** The name under which relations are keyed. Names hold no dots in practice; a dot inside one makes it unmatchable, not ambiguous. */
function canonicalName(schema, name) {
    return `${escapeDots(schema)}.${escapeDots(name)}`;
}
function escapeDots(part) {
    return part.includes('.') || part.includes('"') ? `"${part.replaceAll('"', '""')}"` : part;
}
/** Every relation that `next` leads to from this one, itself left out; `next`: oids of parents, or of children. Each once, circles or not. */
function reachable(start, next, catalog) {
    const seen = new Map();
    const open = [...next(start)];
    for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
        const relation = catalog.relationsByOid.get(oid);
        if (relation === undefined || seen.has(oid) || oid === start.oid)
            continue;
        seen.set(oid, relation);
        open.push(...next(relation));
    }
    return [...seen.values()];
}


/***/ }),

/***/ 80029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ compileGlob),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   tI: () => (/* binding */ compileGlobs)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The only pattern language of policies: `*` any run of characters within a segment, `**` across segments, `?` one character.
// Time is text times pattern at worst, never exponential; no regular expressions. Refuses nothing: every string is a valid glob.
/**
 * Compiles a glob once. `separator` is what `*` and `?` do not cross: `.` for names, `/` for paths, none when empty.
 *
 * `public.*` matches `public.a`, not `public.a.b`. A `**` that is a whole segment stands for any number of segments, none included:
 * with `.`, `a.**.b` matches `a.b` and `a.x.y.b`, not `a.xb`. `onStep` is called for each unit of work; tests count with it.
 */
function compileGlob(pattern, separator = '', onStep) {
    if (!isGlob(pattern))
        return (text) => text === pattern;
    if (pattern === '**' || (pattern === '*' && separator === ''))
        return () => true;
    const tokens = tokenize([...pattern], separator);
    if (onStep !== undefined)
        return (text) => matchTokens(tokens, text, { separator, onStep });
    return singleRun(tokens, separator) ?? fenced(tokens, (text) => matchTokens(tokens, text, { separator, onStep }));
}
/** Compiles several globs into one that any of them makes true: the plain ones are one look. */
function compileGlobs(patterns, separator) {
    const [only] = patterns;
    if (patterns.length === 1 && only !== undefined)
        return compileGlob(only, separator);
    const plain = new Set(patterns.filter((pattern) => !isGlob(pattern)));
    const globs = patterns.filter(isGlob).map((pattern) => compileGlob(pattern, separator));
    return (text) => plain.has(text) || globs.some((glob) => glob(text));
}
/** True when a pattern has a wildcard in it. */
function isGlob(pattern) {
    return pattern.includes('*') || pattern.includes('?');
}
function tokenize(pattern, separator) {
    const tokens = [];
    let at = 0;
    while (at < pattern.length) {
        const char = pattern[at];
        let stars = 0;
        while (pattern[at + stars] === '*')
            stars += 1;
        if (stars === 0) {
            tokens.push(char === '?' ? { kind: 'one' } : { kind: 'literal', text: char });
            at += 1;
            continue;
        }
        const startsSegment = at === 0 || pattern[at - 1] === separator;
        at += stars;
        if (stars > 1 && separator !== '' && startsSegment && pattern[at] === separator) {
            tokens.push({ kind: 'segments' }, { kind: 'inside' });
            at += 1;
        }
        else {
            tokens.push({ kind: 'run', across: stars > 1 || separator === '' });
        }
    }
    return tokens;
}
// Most patterns are `prefix*suffix`: two comparisons instead of a walk.
function singleRun(tokens, separator) {
    const at = tokens.findIndex((token) => token.kind !== 'literal');
    const run = tokens[at];
    if (run?.kind !== 'run' || tokens.slice(at + 1).some((token) => token.kind !== 'literal'))
        return null;
    const prefix = literal(tokens.slice(0, at));
    const suffix = literal(tokens.slice(at + 1));
    return (text) => text.length >= prefix.length + suffix.length &&
        text.startsWith(prefix) &&
        text.endsWith(suffix) &&
        (run.across || !text.slice(prefix.length, text.length - suffix.length).includes(separator));
}
// What does not begin and end as the pattern does needs no walk.
function fenced(tokens, walk) {
    const first = tokens.findIndex((token) => token.kind !== 'literal');
    const last = tokens.findLastIndex((token) => token.kind !== 'literal');
    const [prefix, suffix] = [literal(tokens.slice(0, first)), literal(tokens.slice(last + 1))];
    return (text) => text.startsWith(prefix) && text.endsWith(suffix) && walk(text);
}
// Only ever given literals.
function literal(tokens) {
    return tokens.map((token) => token.text).join('');
}
// INVARIANT: the positions that are live at once are a set, so each character costs at most one step a token.
function matchTokens(tokens, text, { separator, onStep }) {
    let live = new Set();
    enter(tokens, 0, live);
    for (const char of text) {
        const next = new Set();
        for (const at of live) {
            onStep?.();
            const token = tokens[at];
            if (token !== undefined)
                for (const position of advance(token, at, { char, separates: char === separator }))
                    enter(tokens, position, next);
        }
        if (next.size === 0)
            return false;
        live = next;
    }
    return live.has(tokens.length);
}
const NOWHERE = [];
// Where a token goes on one character.
function advance(token, at, { char, separates }) {
    switch (token.kind) {
        case 'literal':
            return token.text === char ? [at + 1] : NOWHERE;
        case 'one':
            return separates ? NOWHERE : [at + 1];
        case 'run':
            return separates && !token.across ? NOWHERE : [at];
        case 'segments':
            return [separates ? at : at + 1];
        case 'inside':
            return [separates ? at - 1 : at];
    }
}
// A position together with those that are reached from it without a character.
function enter(tokens, start, live) {
    let at = start;
    while (!live.has(at)) {
        live.add(at);
        const kind = tokens[at]?.kind;
        if (kind === 'run')
            at += 1;
        else if (kind === 'segments')
            at += 2;
        else
            return;
    }
}


/***/ }),

/***/ 38869:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ MIGRATION_TOOLS),
/* harmony export */   l: () => (/* binding */ MIGRATION_TOOL_NAMES)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The migration tools that `changes[].tool` can name, and what each keeps of its own in a database: which migrations ran, who is at it,
// how its session is set. One table for everybody: the gate allows a tool its own book-keeping by it (policy/bookkeeping.ts), and `plan`
// sets that apart from what the migrations do. Refuses to list what a tool does not send by itself.
const LOCKS = ['pg_catalog.pg_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
const TRY_LOCKS = ['pg_catalog.pg_try_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
/** How a version table is made, read, added to and, when something is undone, taken from. */
const KEPT = ['CREATE TABLE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'];
function tool(relations, more = {}) {
    const { also = [], ...rest } = more;
    return { books: relations.map((relation) => ({ relation, statements: [...KEPT, ...also] })), schemas: [], functions: [], settings: [], ...rest };
}
/** By name. `psql` stands for plain files that are run one by one, in the order of their names. */
const MIGRATION_TOOLS = {
    psql: tool([]),
    alembic: tool(['alembic_version']),
    dbmate: tool(['schema_migrations'], { functions: TRY_LOCKS }),
    django: {
        ...tool(['django_migrations'], { settings: ['constraints'] }),
        // The two below are tables of applications, made by their migrations; Django fills them in after it has migrated.
        books: [{ relation: 'django_migrations', statements: KEPT }, { relation: 'django_content_type', statements: ['SELECT', 'INSERT'] }, { relation: 'auth_permission', statements: ['SELECT', 'INSERT'] }],
    },
    drizzle: tool(['drizzle.__drizzle_migrations'], { schemas: ['drizzle'] }),
    flyway: tool(['flyway_schema_history'], {
        also: ['ALTER TABLE', 'CREATE INDEX', 'LOCK TABLE'], functions: ['pg_catalog.pg_try_advisory_xact_lock', ...TRY_LOCKS], settings: ['search_path', 'role'],
    }),
    // It writes down where it is by emptying its table first.
    'golang-migrate': tool(['schema_migrations'], { also: ['TRUNCATE TABLE'], functions: LOCKS }),
    goose: tool(['goose_db_version'], { functions: TRY_LOCKS }),
    'node-pg-migrate': tool(['pgmigrations'], { functions: TRY_LOCKS, settings: ['search_path'] }),
    prisma: tool(['_prisma_migrations'], { functions: LOCKS }),
    rails: tool(['schema_migrations', 'ar_internal_metadata'], { functions: TRY_LOCKS, settings: ['client_min_messages', 'standard_conforming_strings', 'intervalstyle', 'timezone'] }),
    sqitch: tool(['sqitch.changes', 'sqitch.dependencies', 'sqitch.events', 'sqitch.projects', 'sqitch.releases', 'sqitch.tags'], {
        also: ['COMMENT', 'LOCK TABLE'], schemas: ['sqitch'], functions: TRY_LOCKS, settings: ['client_min_messages', 'search_path'],
    }),
    typeorm: tool(['migrations', 'typeorm_metadata']),
};
/** Names for `changes[].tool`. */
const MIGRATION_TOOL_NAMES = Object.keys(MIGRATION_TOOLS);


/***/ }),

/***/ 72842:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpText: () => (/* binding */ helpText),
/* harmony export */   verbs: () => (/* binding */ verbs)
/* harmony export */ });
/* harmony import */ var _commands_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73430);
/* harmony import */ var _commands_approval_gate_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89189);
/* harmony import */ var _commands_doctor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66560);
/* harmony import */ var _commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17510);
/* harmony import */ var _commands_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67667);
/* harmony import */ var _commands_policy_check_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10778);
/* harmony import */ var _commands_run_spec_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47379);
/* harmony import */ var _commands_session_artifact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26493);
/* harmony import */ var _record_inert_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5741);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62077);
// SPDX-License-Identifier: Apache-2.0
//
// What `ostiary help` and `ostiary COMMAND --help` print. Text only; the flags of verbs come from their declarations, so that they can't
// disagree.










/** Width of a line where there is no terminal, and at most. */
const WIDTH = 100;
/** Where what a flag does begins, and goes on. */
const COLUMN = 25;
const VERBS = [_commands_run_spec_js__WEBPACK_IMPORTED_MODULE_6__/* .runSpec */ .lA, _commands_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planSpec */ .N0, _commands_policy_check_js__WEBPACK_IMPORTED_MODULE_5__/* .policyCheckSpec */ .ul, _commands_approval_gate_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .approvalGateSpec */ .c, _commands_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applySpec */ .wn, _commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcTokenSpec */ .K, _commands_session_artifact_js__WEBPACK_IMPORTED_MODULE_7__/* .sessionArtifactSpec */ .yz, _commands_doctor_js__WEBPACK_IMPORTED_MODULE_2__/* .doctorSpec */ .V];
/** How each command is called, and what it does. */
const COMMANDS = [
    ['init', 'propose a policy and a check for a repository'],
    ['doctor [FLAGS]', 'what is unsafe about this set-up, and fixes'],
    ['demo', 'watch it work on a small shop database'],
    ['run [FLAGS] -- COMMAND [ARGS]', 'one command with guarded access'],
    ['plan [FLAGS] -- COMMAND [ARGS]', 'what a migrator would do, in a scratch copy'],
    ['policy-check [FLAGS]', 'what a change would do, before it is merged'],
    ['approval-gate [FLAGS]', 'put operations up for review: approved yet?'],
    ['apply [FLAGS]', 'execute what was approved, with no agent'],
    ['oidc-token [FLAGS]', 'the job\'s own token, or a session for it'],
    ['policy explain [FLAGS] [TEXT]', 'what would be decided, and why'],
    ['policy test [FLAGS] [FILE]', 'run the cases of a policy'],
    ['policy schema', 'JSON Schema of .ostiary/policy.yml'],
    ['gateway --config FILE', 'the gate as a service, for many jobs'],
    ['gateway check --config FILE', 'is its file good?'],
    ['gateway sessions --config FILE', 'who is in?'],
    ['gateway revoke [FLAGS] ID...', 'end sessions at once'],
    ['gateway schema', 'JSON Schema of its file'],
    ['session verify [FLAGS] FILE', 'is it whole, and signed by whom you trust?'],
    ['session replay [FLAGS] FILE', 'read a recording, here or as a page'],
    ['session index DIR --html OUT', 'a page over a folder of sessions'],
    ['session export [FLAGS] FILE', 'for other tools: asciicast, ocsf, csv, otel'],
    ['session-artifact [FLAGS]', 'verify recordings, mask them again, keep them'],
    ['version', 'which one this is'],
];
/** Commands whose flags no face of CI has. */
const OTHERS = {
    policy: [
        ['--policy FILE', 'Default: .ostiary/policy.yml.'],
        ['--kind KIND', '(explain) sql, shell, kubernetes, http, model or file. Default: sql.'],
        ['--resource NAME', '(explain) May be left out when the policy has just one.'],
        ['--principal NAME', '(explain) An identity of the policy.'],
        ['--json', '(explain) One JSON object instead of a table.'],
        ['', '(explain) Without TEXT it reads JSON Lines {"id","kind","resource","principal","text"} and answers each with one line.'],
    ],
    gateway: [
        ['--config FILE', 'The operator\'s file, gateway.yml.'],
        ['--all', '(revoke) Every session.'],
        ['--verbose', 'Logs what is done, too.'],
    ],
    session: [
        ['--json', '(verify) For programs.'],
        ['--key FILE', 'A public key that you trust; may be given several times. With it, `verify` ends with 1 when nobody of these signed.'],
        ['--trusted-root FILE', 'A trusted root of Sigstore, as `gh attestation trusted-root` writes it, for recordings signed without a key.'],
        ['--identity GLOB', 'Whose signature you expect then.'],
        ['--issuer URL', 'Who says that it is them.'],
        ['--envelope FILE', 'Where the signature lies; else beside the recording. So with `--bundle FILE`.'],
        ['--no-colour', '(replay) Without colours.'],
        ['--html OUT', '(replay, index) Write a page; it loads nothing and needs no server.'],
        ['--pages', '(index) A replay page of each session, too.'],
        ['--format FORMAT', '(export) asciicast, ocsf, csv or otel.'],
        ['--out FILE', '(export) Instead of standard output.'],
        ['--endpoint URL', '(export, otel) Send spans to a collector, OTLP in JSON.'],
        ['--header "NAME: VALUE"', '(export, otel) For the collector; may be given several times. Credentials: OTEL_EXPORTER_OTLP_HEADERS in the environment.'],
    ],
};
/** The first words of all commands. */
function verbs() {
    return [...new Set(COMMANDS.map(([call]) => call.split(' ')[0] ?? ''))];
}
/** All commands, on one screen; of one command (`run`, `session`) how it is called and its flags. Null: there is no such command. */
function helpText(verb = null, columns = WIDTH) {
    const width = Math.min(columns, WIDTH);
    if (verb === null)
        return `ostiary ${_version_js__WEBPACK_IMPORTED_MODULE_8__/* .VERSION */ .x}: a guarded door between AI coding agents and production\n\n${calls(COMMANDS)}\n\nostiary COMMAND --help tells the flags of a command.\n${EXIT_CODES}`;
    const own = COMMANDS.filter(([call]) => call.split(' ')[0] === verb);
    if (own.length === 0)
        return null;
    const spec = VERBS.find(({ name }) => name === verb);
    const flags = spec === undefined ? (OTHERS[verb] ?? []) : flagsOf(spec);
    return `ostiary ${_version_js__WEBPACK_IMPORTED_MODULE_8__/* .VERSION */ .x}\n\n${calls(own)}\n${flags.length === 0 ? '' : `\n${flags.map((flag) => described(flag, width)).join('\n')}\n`}${EXIT_CODES}`;
}
const EXIT_CODES = `
Exit codes: 0 done, 1 denied or findings, 2 bad input or policy, 3 pending,
            4 our fault, 125 failed before the command.
`;
function calls(commands) {
    return commands.map(([call, does]) => `  ${call.padEnd(31)} ${does}`).join('\n');
}
function flagsOf(spec) {
    return spec.inputs.filter((input) => input.face !== 'ci').map((input) => {
        const value = input.kind === 'flag' ? '' : ' VALUE';
        return [`--${input.name}${value}`, `${input.description}${input.default === '' || input.kind === 'flag' ? '' : ` Default: ${input.default}.`}`];
    });
}
function described([flag, does], width) {
    const lines = (0,_record_inert_js__WEBPACK_IMPORTED_MODULE_9__/* .wrapped */ .ky)(does, width - COLUMN);
    const margin = ' '.repeat(COLUMN);
    const head = `  ${flag}`.padEnd(COLUMN);
    return [...(head.endsWith(' ') ? [`${head}${lines[0] ?? ''}`] : [head, `${margin}${lines[0] ?? ''}`]), ...lines.slice(1).map((line) => `${margin}${line}`)].join('\n');
}


/***/ }),

/***/ 99634:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ booksOf),
/* harmony export */   MU: () => (/* binding */ booksOfTool),
/* harmony export */   ip: () => (/* binding */ BOOKKEEPING_RULE),
/* harmony export */   pV: () => (/* binding */ bookkeeperOf)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21308);
/* harmony import */ var _core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38869);
// SPDX-License-Identifier: Apache-2.0
//
// A migration tool's own book-keeping: its version tables, locks and settings, known by `changes[].tool`, so that what passed the check
// passes the wire. A statement is book-keeping as a whole or not at all. Refuses everything else that it may do on the side, objects of the
// same name elsewhere, roles other than its own, and a tool's books to callers whom no rule lets change the schema (evaluate.ts).


/** Rule id of what is allowed because of it. */
const BOOKKEEPING_RULE = 'builtin:migration-tool';
/** What each statement does to a book, and no more: a DELETE without a WHERE, a SELECT that locks are something else. */
const EFFECTS = {
    SELECT: ['read'], INSERT: ['read', 'write'], UPDATE: ['read', 'write'], DELETE: ['read', 'write'], 'LOCK TABLE': ['write'], 'TRUNCATE TABLE': ['destroy'],
    'CREATE TABLE': ['schema'], 'ALTER TABLE': ['schema'], 'CREATE INDEX': ['schema'], COMMENT: ['schema'],
};
const SCHEMA_STATEMENTS = ['CREATE SCHEMA', 'COMMENT'];
/** The books of all tools that `changes` names, by resource. */
function booksOf(changes) {
    const found = new Map();
    for (const { tool, table, resource } of changes) {
        const books = tool === null ? null : booksOfTool(tool, table);
        if (books === null)
            continue;
        const all = found.get(resource) ?? new Map();
        found.set(resource, all.set(`${books.tool} ${table ?? ''}`, books));
    }
    return new Map([...found].map(([resource, books]) => [resource, [...books.values()]]));
}
/** The books of a tool; null when it keeps none that we know. `table`: where the policy says that its version table is. */
function booksOfTool(name, table) {
    const tool = Object.hasOwn(_core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_TOOLS */ .b, name) ? _core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_TOOLS */ .b[name] : undefined;
    if (tool === undefined || tool.books.length === 0)
        return null;
    const schema = table === null ? 'public' : table.slice(0, table.indexOf('.'));
    const relations = tool.books.map(({ relation, statements }, index) => {
        if (index === 0 && table !== null)
            return [table, statements];
        return [relation.includes('.') ? relation : (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalName */ .Ew)(schema, relation), statements];
    });
    const schemas = table === null || tool.schemas.length === 0 ? tool.schemas : [schema];
    return { tool: name, relations: new Map(relations), schemas, functions: tool.functions, settings: tool.settings };
}
/** The tool whose book-keeping an operation is, all of it; null when it is not. */
function bookkeeperOf({ kind, facts }, books, resource) {
    if (kind !== 'sql' || facts.unknown.length > 0 || facts.forbidden.length > 0)
        return null;
    const touching = facts.accesses.filter((access) => access.builtin !== true);
    if (touching.length === 0)
        return null;
    const found = books.find((of) => touching.every((access) => isKept(access, facts, of, resource)) && facts.functions.every((use) => use.class === 'harmless' || of.functions.includes(`pg_catalog.${use.name}`)));
    return found?.tool ?? null;
}
function isKept({ effect, object, type }, facts, books, resource) {
    if (object === null)
        return false;
    switch (type) {
        case 'relation':
            return books.relations.get(object)?.includes(facts.statement) === true && EFFECTS[facts.statement]?.includes(effect) === true;
        case 'schema':
            return effect === 'schema' && books.schemas.includes(object) && SCHEMA_STATEMENTS.includes(facts.statement);
        case 'function':
            return effect === 'control' && facts.statement === 'SELECT' && books.functions.includes(object);
        case 'setting':
            return effect === 'control' && books.settings.includes(object) && facts.session.every((change) => change.kind === 'set' && isOwnValue(change, resource));
        default:
            return false;
    }
}
// A role is only ever set back to who logged in, and no tool wants to see the insides of the server.
function isOwnValue({ name, value }, { address }) {
    if (name === 'role')
        return value === 'none' || (value !== null && value === address?.user);
    return name !== 'client_min_messages' || value === null || !value.toLowerCase().startsWith('debug');
}


/***/ }),

/***/ 81728:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   Sq: () => (/* binding */ CODE),
/* harmony export */   j6: () => (/* binding */ GATE_HAZARD),
/* harmony export */   pB: () => (/* binding */ ELSEWHERE)
/* harmony export */ });
/** Judged on by its name; a policy can't register another one of that name. */
const REPOSITORY = {
    name: 'repository', type: 'repository', environment: null, labels: {}, url: null, address: null, target: 'repository', credential: null, vault: null,
    allowStatic: false, local: false, mask: [], tls: { mode: 'verify-full', ca: null }, holdMs: null,
};
const CODE = {
    unmatched: 'allow', unknown: 'review',
    finding: { rule: 'builtin:repository', reason: 'a change to code reaches production by other operations, which are judged there' },
};
/** A resource that another policy registered and decides about: here only what is said against an access has a say. */
const ELSEWHERE = {
    unmatched: 'allow', unknown: 'allow',
    finding: { rule: 'builtin:elsewhere', reason: 'the policy that registers the resource decides' },
};
/** Ids of hazards that begin like this are changes to what decides later changes: policy, CODEOWNERS, workflows, agent instructions, hooks. */
const GATE_HAZARD = 'gate.';


/***/ })

};
