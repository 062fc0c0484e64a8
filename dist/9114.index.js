export const id = 9114;
export const ids = [9114];
export const modules = {

/***/ 38280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/gate/session.js + 15 modules
var gate_session = __webpack_require__(1438);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 57 modules
var resolve = __webpack_require__(87339);
// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: ./lib/record/file.js
var record_file = __webpack_require__(42143);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/record/batch.js
// SPDX-License-Identifier: Apache-2.0
//
// Lines on their way to the file: one buffer, used again and again. Refuses a line longer than any verifier reads, before anything of
// it is counted.


/** Enough for what a busy turn of the event loop appends; longer lines get a buffer of their own, given back afterwards. */
const USUAL_BYTES = 256 * 1024;
/** UTF-8 takes at most this many bytes for one UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3;
const LINE_FEED = 10;
/** A buffer of whole lines. */
class LineBatch {
    #buffer = Buffer.allocUnsafe(USUAL_BYTES);
    #used = 0;
    /** Bytes that wait. */
    get size() {
        return this.#used;
    }
    /** Adds a line and returns its hash. Throws LIMIT_EXCEEDED, and then nothing was added. */
    add(line) {
        this.#makeRoom(line.length * MAX_BYTES_PER_UNIT + 1);
        const length = this.#buffer.write(line, this.#used, 'utf8');
        if (length > chain/* MAX_LINE_BYTES */.Oc) {
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', `an event of ${length} bytes can not be recorded: the limit is ${chain/* MAX_LINE_BYTES */.Oc}`, { hint: 'split the statement' });
        }
        const hash = (0,chain/* lineHash */.Hw)(this.#buffer.subarray(this.#used, this.#used + length));
        this.#buffer[this.#used + length] = LINE_FEED;
        this.#used += length + 1;
        return hash;
    }
    /** Hands all lines to `write` and forgets them, whether it throws or not. */
    drain(write) {
        const bytes = this.#buffer.subarray(0, this.#used);
        this.#used = 0;
        try {
            if (bytes.length > 0)
                write(bytes);
        }
        finally {
            if (this.#buffer.length > USUAL_BYTES)
                this.#buffer = Buffer.allocUnsafe(USUAL_BYTES);
        }
    }
    #makeRoom(bytes) {
        if (this.#used + bytes <= this.#buffer.length)
            return;
        const grown = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#used + bytes));
        this.#buffer.copy(grown, 0, 0, this.#used);
        this.#buffer = grown;
    }
}

// EXTERNAL MODULE: ./lib/record/envelope.js
var envelope = __webpack_require__(26441);
;// CONCATENATED MODULE: ./lib/record/serialise.js
/** Texts remembered, and the longest worth it: a session's statements, not its data. */
const MAX_TEXTS = 4096;
const MAX_TEXT_LENGTH = 2048;
/** Serialises the events of one session. */
class EventSerialiser {
    #texts = new Map();
    /** Lists that callers share between events (the facts of a statement); readonly by type, so never stale. */
    #lists = new WeakMap();
    /** The last decision about a statement, by its list of accesses. */
    #decisions = new WeakMap();
    /** The members of one JSON object with the closing brace, but without the opening one: the writer's own members go before them. */
    members(event) {
        switch (event.type) {
            case 'decided':
                return `"type":"decided","operation":${event.operation},"connection":${event.connection},${this.#decided(event)}`;
            case 'done':
                return this.#done(event);
            default:
                return JSON.stringify(event).slice(1);
        }
    }
    // Every decision is made anew, and nearly always like the one before it: comparing is cheaper than writing it out.
    #decided(event) {
        const known = this.#decisions.get(event.accesses);
        if (known !== undefined && isAlike(known.event, event))
            return known.json;
        const who = `"resource":${this.#text(event.resource)},"principal":${this.#text(event.principal)}`;
        const what = `"statement":${this.#text(event.statement)},"name":${this.#text(event.name)},"text":${this.#text(event.text)},"accesses":${this.#shared(event.accesses)}`;
        const why = `"decision":"${event.decision}","rules":${this.#strings(event.rules)},"reasons":${this.#strings(event.reasons)},"observed":${JSON.stringify(event.observed)}`;
        const digest = event.digest === undefined ? '' : `,"digest":${JSON.stringify(event.digest)}`;
        const impact = event.impact === undefined ? '' : `,"impact":${JSON.stringify(event.impact)}`;
        const json = `${who},${what},${why},"unknown":${this.#shared(event.unknown)},"catalog":${event.catalog}${digest}${impact}}`;
        if (isRepeatable(event))
            this.#decisions.set(event.accesses, { event, json });
        return json;
    }
    #done(event) {
        const tag = event.tag === null ? 'null' : this.#text(event.tag);
        const error = event.error === null ? 'null' : JSON.stringify(event.error);
        const result = event.result === null ? 'null' : `{"columns":${this.#shared(event.result.columns)},"rows":${JSON.stringify(event.result.rows)}}`;
        return `"type":"done","operation":${event.operation},"outcome":"${event.outcome}","tag":${tag},"rows":${event.rows},"bytes":${event.bytes},"error":${error},"result":${result},"masked":${JSON.stringify(event.masked)}}`;
    }
    #text(text) {
        const known = this.#texts.get(text);
        if (known !== undefined)
            return known;
        const json = JSON.stringify(text);
        if (text.length > MAX_TEXT_LENGTH)
            return json;
        if (this.#texts.size >= MAX_TEXTS)
            this.#texts.clear();
        this.#texts.set(text, json);
        return json;
    }
    #strings(list) {
        if (list.length === 1)
            return `[${this.#text(list[0])}]`;
        return JSON.stringify(list);
    }
    #shared(list) {
        if (list.length === 0)
            return '[]';
        const known = this.#lists.get(list);
        if (known !== undefined)
            return known;
        const json = JSON.stringify(list);
        this.#lists.set(list, json);
        return json;
    }
}
function isRepeatable(event) {
    return event.digest === undefined && event.impact === undefined && event.observed.length === 0 && event.text.length <= MAX_TEXT_LENGTH;
}
// All but the numbers of the operation and its connection. Texts are mostly the same objects, so comparing costs next to nothing.
function isAlike(one, other) {
    return isRepeatable(other)
        && one.text === other.text && one.statement === other.statement && one.name === other.name
        && one.resource === other.resource && one.principal === other.principal && one.decision === other.decision
        && one.catalog === other.catalog && isEqual(one.rules, other.rules) && isEqual(one.reasons, other.reasons) && isEqual(one.unknown, other.unknown);
}
function isEqual(one, other) {
    return one === other || (one.length === other.length && one.every((text, index) => text === other[index]));
}

;// CONCATENATED MODULE: ./lib/record/writer.js
// SPDX-License-Identifier: Apache-2.0
//
// Writes a recording: one line an event, chained, durable before anybody acts on it. All that is appended in one turn of the event
// loop shares one write (and one fsync). Refuses everything after the first failure: what can't be recorded is not executed.









/** Lines between two checkpoints: a handful of signatures a second at the highest load, and 30 KiB in a million events. */
const CHECKPOINT_EVERY = 10_000;
/** Written at once when more than this waits within one turn, so that memory stays flat. */
const MAX_PENDING_BYTES = 1024 * 1024;
/** Time between two looks at whether the file still has its name: what nobody can find is no record. */
const LOOK_EVERY_MS = 1000;
/** The live recorder of one session. */
class RecordingWriter {
    #file;
    #options;
    #checkpointEvery;
    #batch = new LineBatch();
    #serialiser = new EventSerialiser();
    #seq = 0;
    #prev = chain/* FIRST_PREV */.ZF;
    #waiting = [];
    #unsynced = [];
    #scheduled = false;
    #syncing = false;
    #failure = null;
    #closing = null;
    #closed = false;
    #clock = { at: Number.NaN, text: '' };
    #looked = Number.NEGATIVE_INFINITY;
    #decided = { allow: 0, review: 0, deny: 0 };
    /** Over all bytes of the file; only for a signature, ours or another's. */
    #hash;
    #approvals = new Set();
    #statement = null;
    /** Where it is written. */
    get path() {
        return this.#file.path;
    }
    /** What there is to sign about the whole file; null until it is closed, and when nobody wants to. */
    get statement() {
        return this.#statement;
    }
    /** Creates `<dir>/session.jsonl` and writes the header; resolves when that is durable. Throws RECORD_FAILED. */
    static async open(options) {
        if (options.header.session !== options.sessionId)
            throw new errors/* GateError */.ue('INTERNAL', `the header is of session \`${options.header.session}\`, not \`${options.sessionId}\``);
        const path = (0,external_node_path_.join)(options.dir, chain/* RECORDING_FILE */.fm);
        try {
            (0,external_node_fs_.mkdirSync)(options.dir, { recursive: true, mode: 0o700 });
        }
        catch (thrown) {
            throw (0,record_file/* recordFailed */.ZO)(thrown, path);
        }
        const file = (0,record_file/* createAppendFile */.D4)(path);
        if (options.durability === 'disk')
            (0,record_file/* syncFolderOf */.RT)(path);
        return RecordingWriter.over(file, options);
    }
    /** The same over a file that is open already. */
    static async over(file, options) {
        const writer = new RecordingWriter(file, options);
        try {
            writer.#write(options.header);
            await writer.#durable();
        }
        catch (thrown) {
            file.close();
            throw thrown;
        }
        return writer;
    }
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
        this.#checkpointEvery = options.checkpointEvery ?? CHECKPOINT_EVERY;
        this.#hash = options.signer === undefined && options.stated !== true ? null : (0,external_node_crypto_.createHash)('sha256');
    }
    append(event) {
        if (this.#failure !== null)
            throw this.#failure;
        if (this.#closing !== null)
            throw writer_closed(this.path);
        this.#write(event);
        if (event.type === 'decided')
            this.#decided[event.decision] += 1;
        else if (event.type === 'approval' && event.state === 'used' && event.manifest !== null)
            this.#approvals.add(event.manifest);
        if (this.#seq % this.#checkpointEvery === 0)
            this.#write(this.#checkpoint());
    }
    whenDurable(then) {
        this.#waiting.push(then);
        this.#schedule();
    }
    close(end) {
        this.#closing ??= this.#finish(end).finally(() => {
            this.#closed = true;
            this.#file.close();
        });
        return this.#closing;
    }
    async #finish({ outcome }) {
        if (this.#failure !== null)
            throw this.#failure;
        // The closing line is covered by no hash of a later one; the verifier compares its time with the checkpoint's, so both get one reading.
        const at = this.#now();
        this.#write(this.#checkpoint(), at);
        // Counted here rather than by the caller: the numbers are those of the lines above them.
        const end = { type: 'end', count: this.#seq, head: this.#prev, outcome, operations: { ...this.#decided }, ...this.#seal() };
        this.#write(end, at);
        await this.#durable();
        if (!this.#file.inPlace())
            throw removed(this.path);
        this.#sign(end);
    }
    #checkpoint() {
        return { type: 'checkpoint', count: this.#seq, head: this.#prev, ...this.#seal() };
    }
    // Over the lines so far.
    #seal() {
        const { signer, header } = this.#options;
        if (signer === undefined)
            return { key: null, signature: null };
        return { key: signer.keyId, signature: signer.sign((0,envelope/* sealBytes */.Jn)({ session: header.session, count: this.#seq, head: this.#prev })) };
    }
    #sign(end) {
        const { signer, header, durability } = this.#options;
        if (this.#hash === null)
            return;
        const statement = (0,envelope/* statementOf */.T8)({ name: chain/* RECORDING_FILE */.fm, sha256: this.#hash.digest('hex'), header, end, approvals: [...this.#approvals], lines: this.#seq, head: this.#prev });
        this.#statement = statement;
        if (signer === undefined)
            return;
        const path = this.path + envelope/* ENVELOPE_SUFFIX */.bO;
        (0,record_file/* writeNewFile */.S0)(path, `${JSON.stringify((0,envelope/* envelopeOf */.Ge)(statement, signer))}\n`);
        if (durability === 'disk')
            (0,record_file/* syncFolderOf */.RT)(path);
    }
    #write(body, at = this.#now()) {
        const line = `{"seq":${this.#seq},"at":"${at}","prev":"${this.#prev}",${this.#serialiser.members(body)}`;
        this.#prev = this.#batch.add(line);
        this.#seq += 1;
        if (this.#batch.size > MAX_PENDING_BYTES)
            this.#drain();
        if (this.#failure !== null)
            throw this.#failure;
        this.#schedule();
    }
    #now() {
        const at = this.#options.runtime.now();
        if (at !== this.#clock.at)
            this.#clock = { at, text: new Date(at).toISOString() };
        return this.#clock.text;
    }
    #schedule() {
        if (this.#scheduled)
            return;
        this.#scheduled = true;
        this.#options.runtime.soon(() => this.#turn());
    }
    // Once a turn: one write for everything, then everybody who waits for it.
    #turn() {
        this.#scheduled = false;
        this.#drain();
        const waiting = this.#waiting;
        this.#waiting = [];
        // After the end, nobody may take a durable recording for a promise about what comes later.
        if (this.#closed)
            this.#failure ??= writer_closed(this.path);
        if (this.#options.durability === 'process' || this.#failure !== null)
            this.#tell(waiting);
        else
            this.#sync(waiting);
    }
    #drain() {
        try {
            this.#batch.drain((bytes) => {
                if (this.#failure !== null)
                    return;
                this.#file.write(bytes);
                this.#hash?.update(bytes);
                this.#look();
            });
        }
        catch (thrown) {
            this.#fail(thrown);
        }
    }
    #look() {
        const now = this.#options.runtime.monotonicMs();
        if (now - this.#looked < LOOK_EVERY_MS)
            return;
        this.#looked = now;
        if (!this.#file.inPlace())
            throw removed(this.path);
    }
    // INVARIANT: whoever is told by a sync had its bytes written before that sync began.
    #sync(waiting) {
        this.#unsynced.push(...waiting);
        if (this.#syncing || this.#unsynced.length === 0)
            return;
        const batch = this.#unsynced;
        this.#unsynced = [];
        this.#syncing = true;
        this.#file.sync((error) => {
            this.#syncing = false;
            if (error !== null)
                this.#fail(error);
            this.#tell(batch);
            if (this.#failure === null)
                this.#sync([]);
            else
                this.#tell(this.#unsynced.splice(0));
        });
    }
    #tell(waiting) {
        for (const then of waiting) {
            try {
                then(this.#failure);
            }
            catch (thrown) {
                // One connection's fault must not cost the others their answer.
                this.#options.log.error('what waited for the recording failed', { error: (0,errors/* messageOf */.bD)(thrown) });
            }
        }
    }
    #fail(thrown) {
        this.#failure ??= thrown instanceof errors/* GateError */.ue ? thrown : (0,record_file/* recordFailed */.ZO)(thrown, this.path);
        this.#options.log.error(this.#failure.message, { hint: this.#failure.hint });
    }
    #durable() {
        return new Promise((resolve, reject) => this.whenDurable((error) => (error === null ? resolve() : reject(error))));
    }
}
function removed(path) {
    return new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${path}\` was removed or replaced while it was written`, { hint: 'keep the session folder away from the command (`--isolation user`, `--session-dir DIR`); until then nothing is executed' });
}
function writer_closed(path) {
    return new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${path}\` is closed`, { hint: 'the session has ended; start a new run' });
}

// EXTERNAL MODULE: ./lib/main/help.js
var help = __webpack_require__(72842);
// EXTERNAL MODULE: ./lib/main/kept-detectors.js
var kept_detectors = __webpack_require__(81523);
;// CONCATENATED MODULE: ./lib/main/guarded.js
// SPDX-License-Identifier: Apache-2.0
//
// One way to open a guarded session, in a job and at the gateway: a recording with its header, and the gate over it, with a door for each
// resource. Refuses to hand out a door before the header is as durable as the session demands.










/** Opens it; throws RECORD_FAILED, and then nothing is left open. */
async function openSession(request, log) {
    const { session, dir, principal, policy, parser, durability, signer } = request;
    await makePrivate(dir);
    (0,kept_detectors/* keepDetectors */.H_)(dir, policy.detectors);
    const recorder = await RecordingWriter.open({ dir, sessionId: session, header: headerOf(request), runtime: runtime/* systemRuntime */.gh, durability, log, ...(signer === null ? {} : { signer }), ...(request.stated === true ? { stated: true } : {}) });
    const gate = new gate_session/* GateSession */.aR({
        principal, judge: policy, reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => (0,resolve.resolve)(draft, scope, parser) },
        approvals: request.approvals, recorder, runtime: runtime/* systemRuntime */.gh, log, recordResults: policy.record.results, detectors: policy.detectors,
        ...(request.decided === undefined ? {} : { decided: request.decided }),
    });
    return {
        recording: (0,external_node_path_.join)(dir, chain/* RECORDING_FILE */.fm), tally: gate.tally,
        door: (resource) => gate.door({ name: resource.name, target: resource.target }, policy.masks(resource.name, principal.names), resource.holdMs ?? request.holdMs),
        end: () => gate.end(),
        note: (seen) => recorder.append({ type: 'approval', operations: [], ...seen }),
        async seal(outcome) {
            await recorder.close({ outcome, operations: { allow: gate.tally.allow, review: gate.tally.review, deny: gate.tally.deny } });
            return recorder.statement;
        },
    };
}
async function makePrivate(folder) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(folder), { recursive: true });
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        await (0,promises_.chmod)(folder, 0o700);
    }
    catch (thrown) {
        throw (0,record_file/* recordFailed */.ZO)(thrown, (0,external_node_path_.join)(folder, chain/* RECORDING_FILE */.fm));
    }
}
function headerOf({ session, principal, policy, policySource, host, resources, command, durability, signer }) {
    return {
        type: 'session', format: 'ostiary-session-v1', session, ostiary: help/* VERSION */.x,
        principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, claims: principal.claims },
        prompter: principal.prompter ?? null, host,
        resources: resources.map(({ name, target, type }) => ({ name, target, type })),
        policy: { digest: policy.digest, source: policySource, version: policy.version, mode: policy.mode.kind },
        packs: policy.packs, command, durability, key: signer?.keyId ?? null,
    };
}


/***/ }),

/***/ 81523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ keepDetectors),
/* harmony export */   J9: () => (/* binding */ detectorsFor)
/* harmony export */ });
/* unused harmony export DETECTORS_FILE */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56371);
/* harmony import */ var _policy_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85025);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42143);
// SPDX-License-Identifier: Apache-2.0
//
// What a policy's own detectors were, kept beside a recording for whoever masks it once more: a policy of one detector on each line, since
// a gateway joins two policies. Never part of an artifact: a pattern may be what it looks for. Refuses to mask with less when it can't be read.






/** What the file is called, in the folder of a session. */
const DETECTORS_FILE = 'detectors.jsonl';
/** A hundred detectors with patterns of a kilobyte are not a tenth of it. */
const MAX_CHARS = 1024 * 1024;
/** Keeps them in a session's folder; nothing when there are none. Throws RECORD_FAILED. */
function keepDetectors(folder, detectors) {
    if (detectors.length === 0)
        return;
    const lines = detectors.map(({ name, written }) => `${JSON.stringify({ version: 1, detectors: { [name]: written } })}\n`);
    (0,_record_file_js__WEBPACK_IMPORTED_MODULE_5__/* .writeNewFile */ .S0)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, DETECTORS_FILE), lines.join(''));
}
/** Those of the sessions with these recordings, and of a policy that the person who asks names. Throws INPUT_INVALID or POLICY_INVALID. */
async function detectorsFor(recordings, policy) {
    const beside = [...new Set(recordings.map((recording) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(recording), DETECTORS_FILE)))];
    const there = await Promise.all(beside.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file).then(() => file, () => null)));
    const own = there.filter((file) => file !== null).map((file) => detectorsIn(file, (text) => text.split('\n').filter((line) => line !== '')));
    const found = await Promise.all([...(policy === null ? [] : [detectorsIn(policy, (text) => [text])]), ...own]);
    return distinct(found.flat());
}
async function detectorsIn(file, policiesIn) {
    const hint = 'give the policy of the session: `policy: .ostiary/policy.yml`';
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `the detectors in \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause, hint });
    });
    if (text.length > MAX_CHARS)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `\`${file}\` is longer than any policy`, { hint });
    const policies = await Promise.all(policiesIn(text).map((one) => (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_4__/* .loadPolicy */ .tb)({ text: one, file }, { now: _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__/* .systemRuntime */ .gh.now() })));
    return policies.flatMap(({ detectors }) => detectors);
}
// Two policies may call different things alike: only what is the same twice is left out.
function distinct(detectors) {
    return [...new Map(detectors.map((one) => [JSON.stringify([one.name, one.written]), one])).values()];
}


/***/ }),

/***/ 20342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   f1: () => (/* binding */ withoutProxies),
/* harmony export */   s5: () => (/* binding */ keylessOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _record_envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26441);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42143);
/* harmony import */ var _record_keyless_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56215);
/* harmony import */ var _kept_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23469);
// SPDX-License-Identifier: Apache-2.0
//
// Who signs a recording: a key, from where the policy says it is kept into the gate's own process and no further; or the job itself,
// through Sigstore, when the session is over. Refuses to let a session begin that should be signed and can't be, and to say anything of a
// key but its id.





/** The signer that a policy's `record.key` means; null when it names none. Throws GateError; then nothing may begin. */
async function signerOf(record, way) {
    const { key } = record;
    return key === null ? null : (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__/* .readKept */ .D)(way.secretsFor(key), { name: 'record.key', reference: key.reference }, _record_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .ed25519Signer */ .k5);
}
/** How a policy's `record.keyless` signs at the end; null when it does not. `environment`: of this process. Throws when the job has no token for it; then nothing may begin. */
async function keylessOf(record, { token }, environment) {
    const services = record.keyless;
    if (services === null)
        return null;
    try {
        await token(_record_keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGSTORE_AUDIENCE */ .OH);
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue))
            throw thrown;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(thrown.code, `\`record.keyless\`: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
    }
    return async (statement, recording) => {
        withoutProxies(environment);
        try {
            const bundle = await (0,_record_keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .signKeyless */ .AK)(statement, services, () => token(_record_keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGSTORE_AUDIENCE */ .OH));
            (0,_record_file_js__WEBPACK_IMPORTED_MODULE_2__/* .writeNewFile */ .S0)(recording + _record_keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_SUFFIX */ .Zf, `${JSON.stringify(bundle)}\n`);
        }
        catch (thrown) {
            if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue))
                throw thrown;
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(thrown.code, `the recording \`${recording}\` is whole, and unsigned: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
        }
    };
}
/** Nothing of ours uses a proxy, which an earlier step may have set; Sigstore's client would. It reads these when it is loaded. */
function withoutProxies(environment) {
    // Match "HTTPS_PROXY", "no_proxy", "npm_config_proxy"; miss "PROXY_USER".
    for (const name of Object.keys(environment))
        if (/(?:^|_)(?:https?_|all_|no_)?proxy$/iu.test(name))
            delete environment[name];
}


/***/ }),

/***/ 83620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ toldAround),
/* harmony export */   YC: () => (/* binding */ withApplied),
/* harmony export */   rp: () => (/* binding */ toldAfterwards)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals, around the sealing of the recording: before it, so that the recording holds whether they
// were told; after it, with its digest. Refuses to fail for it: whatever happened has happened.




/** Seals and tells; resolves with what could not be told, in words. Throws only what `seal` throws. */
async function toldAround({ writeBack, outcomes }, guarded, seal) {
    const all = outcomes();
    if (writeBack === null || all.length === 0) {
        await seal();
        return [];
    }
    const first = await writeBack.tell(all);
    for (const { outcome, failed } of first) {
        const by = { manifest: outcome.manifest, by: [], url: outcome.pull.url };
        note(guarded, failed === null ? { state: 'told', ...by, reason: 'what became of it was written there' } : { state: 'untold', ...by, reason: failed });
    }
    await seal();
    return untoldOf([...first, ...(await finished(writeBack, all, guarded.recording))]);
}
/** The same after the seal: for whoever keeps nobody waiting for a forge. Never throws; why what could not be told. */
async function toldAfterwards({ writeBack, outcomes }, recording) {
    const all = outcomes();
    if (writeBack === null || all.length === 0)
        return [];
    const first = await writeBack.tell(all);
    return untoldOf([...first, ...(await finished(writeBack, all, recording))]);
}
function finished(writeBack, all, recording) {
    return digestOf(recording).then((sha256) => writeBack.finish(all, sha256), (thrown) => all.map((outcome) => ({ outcome, failed: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown) })));
}
function untoldOf(told) {
    return told.flatMap(({ outcome, failed }) => (failed === null ? [] : [`${outcome.pull.url} could not be told what happened, which changes nothing about it: ${failed}`])).filter((one, index, list) => list.indexOf(one) === index);
}
/** The outcome of the one approval that was applied, as whoever sent its operations knows it: what the policy allows by itself, too. */
function withApplied(outcomes, applied) {
    if (applied === undefined)
        return outcomes;
    return outcomes.map((outcome) => (outcome.kind === 'used' ? { ...outcome, operations: applied, isDone: outcome.isDone && applied.every(({ how }) => how === 'done') } : outcome));
}
// A recording that fails says so when it is sealed.
function note(guarded, seen) {
    try {
        guarded.note(seen);
    }
    catch {
        // Sealing throws the same.
    }
}
async function digestOf(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash);
    return hash.digest('hex');
}


/***/ }),

/***/ 72464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ lineHash),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   ZF: () => (/* binding */ FIRST_PREV),
/* harmony export */   fm: () => (/* binding */ RECORDING_FILE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// SPDX-License-Identifier: Apache-2.0
//
// How the lines of a recording hold together (design.md, section 12): each carries the SHA-256 of the line before. Writer and verifier
// share this file, so that they can't disagree. Refuses nothing; it only computes.

/** Name of the recording in its folder. */
const RECORDING_FILE = 'session.jsonl';
/** `prev` of the first line. */
const FIRST_PREV = '0'.repeat(64);
/**
 * Longest line, in bytes: neither written nor read beyond. A statement is capped far below it by the parser, a result sample at 64 KiB;
 * escapes can make six bytes of one.
 */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
/** SHA-256 (hex) of a line without its line feed. Text is hashed as UTF-8. */
function lineHash(line) {
    // One call instead of three objects; Node has it since 20.12.
    return typeof node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash === 'function' ? node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash('sha256', line, 'hex') : node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash('sha256').update(line).digest('hex');
}


/***/ }),

/***/ 26441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ envelopeOf),
/* harmony export */   JD: () => (/* binding */ preAuthenticationEncoding),
/* harmony export */   Jn: () => (/* binding */ sealBytes),
/* harmony export */   Mb: () => (/* binding */ STATEMENT_PAYLOAD_TYPE),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   bO: () => (/* binding */ ENVELOPE_SUFFIX),
/* harmony export */   k5: () => (/* binding */ ed25519Signer),
/* harmony export */   w: () => (/* binding */ SESSION_PREDICATE_TYPE),
/* harmony export */   yg: () => (/* binding */ keyIdOf)
/* harmony export */ });
/* unused harmony export SEAL_PAYLOAD_TYPE */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33413);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// The detached signature over a recording, `session.jsonl.dsse.json`: a DSSE envelope around an in-toto statement about the whole file, and
// the small seals that checkpoint and closing lines carry. Shapes, their bytes, and how they are signed; refuses to trust anything.
// @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
// @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md



/** What is added to the recording's path for its envelope. */
const ENVELOPE_SUFFIX = '.dsse.json';
/** `payloadType` of the envelope. */
const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** What the signature of a checkpoint or closing line is over; never the type of an envelope. */
const SEAL_PAYLOAD_TYPE = 'application/vnd.ostiary.seal.v1+json';
/** `predicateType` of the statement. */
const SESSION_PREDICATE_TYPE = 'https://ostiary.dev/attestation/session/v1';
/** Pre-authentication encoding: what is signed in place of a payload, so that its type is signed with it. */
function preAuthenticationEncoding(type, payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `, 'utf8'), payload]);
}
/** The bytes that the signature of a checkpoint or closing line is over. */
function sealBytes(seal) {
    const { session, count, head } = seal;
    return preAuthenticationEncoding(SEAL_PAYLOAD_TYPE, Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ format: 'ostiary-seal-v1', session, count, head }), 'utf8'));
}
/** What stands before the 32 bytes of an Ed25519 private key to make PKCS #8 of them. @see https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Length of the bare key. */
const SEED_BYTES = 32;
/** A signer with an Ed25519 private key: PEM (PKCS #8), or base64 of the same in DER, or of its 32 bytes. Throws `INPUT_INVALID`, never with any of the key. */
function ed25519Signer(secret) {
    let key;
    try {
        key = privateKeyIn(secret);
    }
    catch {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', 'the signing key can not be read', { hint: 'give an Ed25519 private key in PEM: `openssl genpkey -algorithm ed25519`, or its 32 bytes in base64' });
    }
    if (key.asymmetricKeyType !== 'ed25519')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `the signing key is of type \`${key.asymmetricKeyType ?? '?'}\``, { hint: 'give an Ed25519 private key: `openssl genpkey -algorithm ed25519`' });
    return { keyId: keyIdOf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key)), sign: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, bytes, key).toString('base64') };
}
function privateKeyIn(secret) {
    // A PEM that came through an environment or a form often has `\\n` for its line feeds.
    if (secret.includes('-----BEGIN'))
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(secret.includes('\n') ? secret : secret.replaceAll('\\n', '\n'));
    const bytes = Buffer.from(secret.replace(/\s+/g, ''), 'base64');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: bytes.length === SEED_BYTES ? Buffer.concat([PKCS8_PREFIX, bytes]) : bytes, format: 'der', type: 'pkcs8' });
}
/** Hex SHA-256 of a public key's SubjectPublicKeyInfo. */
function keyIdOf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex');
}
/** The signed envelope of a statement. */
function envelopeOf(statement, signer) {
    const payload = Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(statement), 'utf8');
    return { payloadType: STATEMENT_PAYLOAD_TYPE, payload: payload.toString('base64'), signatures: [{ keyid: signer.keyId, sig: signer.sign(preAuthenticationEncoding(STATEMENT_PAYLOAD_TYPE, payload)) }] };
}
/** The statement about a recording that is whole. */
function statementOf(about) {
    const { session, ostiary, principal, prompter, host, policy, resources } = about.header;
    const { outcome, operations } = about.end;
    return {
        _type: 'https://in-toto.io/Statement/v1', subject: [{ name: about.name, digest: { sha256: about.sha256 } }], predicateType: SESSION_PREDICATE_TYPE,
        predicate: { session, ostiary, principal, prompter, host, policy, resources, approvals: about.approvals, lines: about.lines, head: about.head, outcome, operations },
    };
}


/***/ }),

/***/ 42143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ createAppendFile),
/* harmony export */   RT: () => (/* binding */ syncFolderOf),
/* harmony export */   S0: () => (/* binding */ writeNewFile),
/* harmony export */   ZO: () => (/* binding */ recordFailed)
/* harmony export */ });
/* unused harmony export DescriptorFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// The file under a recording: append only, never an existing one, private to its owner. Refuses to report success for bytes that the
// system did not take.



/** Creates `path` (mode 0600) and fails when it exists: a recording is never continued by another session. Throws RECORD_FAILED. */
function createAppendFile(path) {
    try {
        return new DescriptorFile((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_APPEND, 0o600), path);
    }
    catch (thrown) {
        if (thrown.code === 'EEXIST') {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('RECORD_FAILED', `there is a recording at \`${path}\` already`, { cause: thrown, hint: 'give each session a folder of its own: `--session-dir DIR`' });
        }
        throw recordFailed(thrown, path);
    }
}
/** An open file descriptor that only grows. `writeSome`: as `fs.writeSync`; tests hand in one that takes less than it is given. */
class DescriptorFile {
    path;
    #descriptor;
    #writeSome;
    constructor(descriptor, path, writeSome = node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync) {
        this.#descriptor = descriptor;
        this.path = path;
        this.#writeSome = writeSome;
    }
    write(bytes) {
        // The system may take a part only: near the end of a disk, or when a signal comes.
        for (let at = 0; at < bytes.length;) {
            const taken = this.#writeSome(this.#descriptor, bytes, at, bytes.length - at);
            if (taken <= 0)
                throw new Error('the system took no bytes');
            at += taken;
        }
    }
    sync(done) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fdatasync)(this.#descriptor, done);
    }
    inPlace() {
        const ours = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(this.#descriptor);
        const named = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(this.path, { throwIfNoEntry: false });
        return named !== undefined && named.ino === ours.ino && named.dev === ours.dev;
    }
    close() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.close)(this.#descriptor, () => undefined);
    }
}
/** Creates `path` (mode 0600) with this text, written through to the disk. Throws RECORD_FAILED. */
function writeNewFile(path, text) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text, { flag: 'wx', mode: 0o600, flush: true });
    }
    catch (thrown) {
        throw recordFailed(thrown, path);
    }
}
/** Makes the name of a new file survive a loss of power, too. Throws RECORD_FAILED. */
function syncFolderOf(path) {
    try {
        const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(folder);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(folder);
        }
    }
    catch (thrown) {
        throw recordFailed(thrown, path);
    }
}
const WHAT_TO_DO = {
    ENOSPC: { why: 'the disk is full', hint: 'free some space, or give another folder: `--session-dir DIR`' },
    EDQUOT: { why: 'the disk quota is used up', hint: 'free some space, or give another folder: `--session-dir DIR`' },
    EFBIG: { why: 'the file is as large as it may get here', hint: 'raise the limit (`ulimit -f`), or split the work over several sessions' },
    EEXIST: { why: 'a part of its path is a file', hint: 'give another folder: `--session-dir DIR`' },
    ENOTDIR: { why: 'a part of its path is a file', hint: 'give another folder: `--session-dir DIR`' },
    EROFS: { why: 'the disk is read-only', hint: 'give another folder: `--session-dir DIR`' },
    EACCES: { why: 'permission denied', hint: 'give a folder that this user may write: `--session-dir DIR`' },
    EPERM: { why: 'permission denied', hint: 'give a folder of this user: `--session-dir DIR`' },
    ENOENT: { why: 'the folder is not there', hint: 'create it, or give another: `--session-dir DIR`' },
    EIO: { why: 'the disk reports an error', hint: 'look at the disk, or give another folder: `--session-dir DIR`' },
};
/** RECORD_FAILED for whatever went wrong with the file: why, and what to do. */
function recordFailed(thrown, path) {
    const code = thrown?.code ?? '';
    const known = WHAT_TO_DO[code];
    const why = known === undefined ? (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown) : `${known.why} (${code})`;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('RECORD_FAILED', `the recording \`${path}\` can not be written: ${why}`, {
        cause: thrown, hint: `${known?.hint ?? 'give another folder: `--session-dir DIR`'}; until then nothing is executed`,
    });
}


/***/ }),

/***/ 56215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ signKeyless),
/* harmony export */   OH: () => (/* binding */ SIGSTORE_AUDIENCE),
/* harmony export */   X4: () => (/* binding */ PUBLIC_SIGSTORE),
/* harmony export */   Zf: () => (/* binding */ BUNDLE_SUFFIX)
/* harmony export */ });
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33413);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26441);
// SPDX-License-Identifier: Apache-2.0
//
// Signs a statement without a key of one's own, through Sigstore: Fulcio certifies a key that lives for this one signature as the job that
// shows its OIDC token, a log or a clock witnesses when. Refuses a signature that nobody witnesses, and to repeat a token in an error.
// @see https://docs.sigstore.dev/about/bundle/



/** What is added to the recording's path for its bundle. */
const BUNDLE_SUFFIX = '.sigstore.json';
/** Audience of the token that Fulcio takes. @see https://docs.sigstore.dev/certificate_authority/oidc-in-fulcio/ */
const SIGSTORE_AUDIENCE = 'sigstore';
/** Answers come within a second; three services, asked twice each, are over before a gate that seals is given up on. */
const TIMEOUT_MS = 5_000;
/** What everybody may use. */
const PUBLIC_SIGSTORE = { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null };
/** A Sigstore bundle, as an object that is JSON, over a statement. `token`: a fresh one for SIGSTORE_AUDIENCE. Throws RECORD_FAILED, or what `token` throws. */
async function signKeyless(statement, services, token) {
    const { fulcio, rekor, tsa } = services;
    if (rekor === null && tsa === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'a signature of Sigstore needs a log or a clock that witnesses it', { hint: 'name `rekor` or `tsa`' });
    const [{ bundleToJSON }, { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)), Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(9654), __webpack_require__.e(3878), __webpack_require__.e(4463), __webpack_require__.e(8275), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19))]);
    const patience = { timeout: TIMEOUT_MS, retry: 1 };
    const signer = new FulcioSigner({ fulcioBaseURL: fulcio, identityProvider: { getToken: token }, ...patience });
    const witnesses = [
        ...(rekor === null ? [] : [new RekorWitness({ rekorBaseURL: rekor, entryType: 'dsse', ...patience })]),
        ...(tsa === null ? [] : [new TSAWitness({ tsaBaseURL: tsa, ...patience })]),
    ];
    try {
        const bundle = await new DSSEBundleBuilder({ signer, witnesses }).create({ data: Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(statement), 'utf8'), type: _envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_PAYLOAD_TYPE */ .Mb });
        return bundleToJSON(bundle);
    }
    catch (thrown) {
        throw failureOf(thrown, services);
    }
}
// Their messages may repeat the token: only the code says what failed, and the service's own words come without what looks like one.
function failureOf(thrown, { fulcio, rekor, tsa }) {
    const { code, cause } = thrown;
    if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue)
        return cause;
    const why = wordsOf(cause ?? thrown);
    switch (code) {
        case 'IDENTITY_TOKEN_PARSE_ERROR':
            return failed('the token for Sigstore names no subject, or an address that its issuer did not verify', 'use the token of a job, whose subject is the workflow');
        case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
            return failed(`Fulcio at \`${fulcio}\` gives no certificate: ${why}`, 'does it know the issuer of this job, and the audience `sigstore`?');
        case 'TLOG_CREATE_ENTRY_ERROR':
        case 'TLOG_FETCH_ENTRY_ERROR':
            return failed(`Rekor at \`${rekor ?? ''}\` takes no entry: ${why}`, 'run again later, or name a `tsa` instead');
        case 'TSA_CREATE_TIMESTAMP_ERROR':
            return failed(`the clock at \`${tsa ?? ''}\` gives no timestamp: ${why}`, 'is it the address of an RFC 3161 timestamp authority?');
        default:
            return failed(`signing through Sigstore failed: ${why}`, 'run again later');
    }
}
function failed(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('RECORD_FAILED', message, { hint });
}
const MAX_WORDS = 300;
function wordsOf(thrown) {
    const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
    // Match "eyJhbGciOi….eyJz….sig": a token, whole or cut.
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(inner).replace(/eyJ[\w-]+(?:\.[\w-]*){0,2}/gu, '…').replace(/\s+/gu, ' ').slice(0, MAX_WORDS);
}


/***/ })

};
