export const id = 2544;
export const ids = [2544];
export const modules = {

/***/ 76196:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
// SPDX-License-Identifier: Apache-2.0
//
// Folders at paths that a user names, with the folders that lead there. Refuses to try for ever: Node's own way does below /proc, where
// nothing can be made and the system says that the folder above is missing.


/** Makes a folder, and those above it that are missing; one that is there stays as it is. `mode`: of what is made. Throws the system's errors. */
async function makeFolder(path, mode = 0o777) {
    if (await made(path, mode))
        return;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
    if (above !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))
        await makeFolder(above, mode);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode }).catch(async (thrown) => {
        // Somebody else was faster.
        if (!(await isFolder(path)))
            throw thrown;
    });
}
/** False: a folder above it is missing. */
async function made(path, mode) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode });
        return true;
    }
    catch (thrown) {
        if (thrown.code === 'ENOENT')
            return false;
        if (await isFolder(path))
            return true;
        throw thrown;
    }
}
async function isFolder(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null))?.isDirectory() ?? false;
}


/***/ }),

/***/ 22544:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSession: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/gate/session.js + 12 modules
var gate_session = __webpack_require__(82237);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 79 modules
var resolve = __webpack_require__(24371);
// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: ./lib/record/file.js
var record_file = __webpack_require__(42143);
// EXTERNAL MODULE: ./lib/record/session-key.js
var session_key = __webpack_require__(99435);
// EXTERNAL MODULE: ./lib/mask/content.js + 3 modules
var mask_content = __webpack_require__(32925);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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

;// CONCATENATED MODULE: ./lib/record/durable-lines.js
// SPDX-License-Identifier: Apache-2.0
//
// Lines on the disk before anybody acts on them: all that is added in one turn of the event loop shares one write (and one fsync), then
// whoever waits is told. Refuses everything after the first failure, and a file that lost its name: what nobody can find is no record.




/** Written at once when more than this waits within one turn, so that memory stays flat. */
const MAX_PENDING_BYTES = 1024 * 1024;
/** Time between two looks at whether the file still has its name. */
const LOOK_EVERY_MS = 1000;
/** The lines of one recording, as they become durable. */
class DurableLines {
    #file;
    #options;
    #batch = new LineBatch();
    #hash;
    #waiting = [];
    #unsynced = [];
    #scheduled = false;
    #syncing = false;
    #failure = null;
    #closed = false;
    #looked = Number.NEGATIVE_INFINITY;
    constructor(file, options) {
        this.#file = file;
        this.#options = options;
        this.#hash = options.hashed ? (0,external_node_crypto_.createHash)('sha256') : null;
    }
    /** Where they go. */
    get path() {
        return this.#file.path;
    }
    /** The first failure; after it nothing is written any more. */
    get failure() {
        return this.#failure;
    }
    /** Adds a line and returns its hash. Throws RECORD_FAILED, LIMIT_EXCEEDED. */
    add(line) {
        const hash = this.#batch.add(line);
        if (this.#batch.size > MAX_PENDING_BYTES)
            this.#drain();
        if (this.#failure !== null)
            throw this.#failure;
        this.#schedule();
        return hash;
    }
    /** See `Recorder.whenDurable`. */
    whenDurable(then) {
        this.#waiting.push(then);
        this.#schedule();
    }
    /** The same as a promise. Rejects with RECORD_FAILED. */
    durable() {
        return new Promise((resolve, reject) => this.whenDurable((error) => (error === null ? resolve() : reject(error))));
    }
    /** SHA-256 (hex) of all that was written, once; null when nobody wants it. */
    digest() {
        return this.#hash === null ? null : this.#hash.digest('hex');
    }
    /** Throws RECORD_FAILED when the file's name leads elsewhere by now. */
    demandInPlace() {
        if (!this.#file.inPlace())
            throw removed(this.path);
    }
    /** From now on whoever waits is told that it is over. */
    close() {
        this.#closed = true;
        this.#file.close();
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
            this.#failure ??= durable_lines_closed(this.path);
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
        this.demandInPlace();
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
}
function removed(path) {
    return new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${path}\` was removed or replaced while it was written`, { hint: 'keep the session folder away from the command (`--isolation user`, `--session-dir DIR`); until then nothing is executed' });
}
/** RECORD_FAILED for whoever comes after the end. */
function durable_lines_closed(path) {
    return new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${path}\` is closed`, { hint: 'the session has ended; start a new run' });
}

// EXTERNAL MODULE: ./lib/record/envelope.js
var envelope = __webpack_require__(26441);
// EXTERNAL MODULE: ./lib/core/memo.js
var memo = __webpack_require__(38325);
;// CONCATENATED MODULE: ./lib/record/serialise.js

/** Texts remembered, and the longest worth it: a session's statements, not its data. */
const MAX_TEXTS = 4096;
const MAX_TEXT_LENGTH = 2048;
/** Serialises the events of one session. */
class EventSerialiser {
    #texts = new Map();
    /** Lists that callers share between events (the facts of a statement); readonly by type, so never stale. */
    #lists = new memo/* Memo */.l();
    /** The last decision about a statement, by its list of accesses. */
    #decisions = new memo/* Memo */.l();
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
// Writes a recording: one line an event, numbered and chained, with checkpoints, an end, and what signs them. Refuses to append anything
// after the first failure, or after the end: what can't be recorded is not executed.








/** Lines between two checkpoints: a handful of signatures a second at the highest load, and 30 KiB in a million events. */
const CHECKPOINT_EVERY = 10_000;
/** Time that an event waits for a signature: a session that is cut off is vouched for up to half a minute before. */
const CHECKPOINT_AFTER_MS = 30_000;
/** The live recorder of one session. */
class RecordingWriter {
    #lines;
    #options;
    #checkpointEvery;
    #serialiser = new EventSerialiser();
    #seq = 0;
    #prev = chain/* FIRST_PREV */.ZF;
    #closing = null;
    #clock = { at: Number.NaN, text: '' };
    #decided = { allow: 0, review: 0, deny: 0 };
    #approvals = new Set();
    #statement = null;
    /** Runs while there are events that no signature covers. */
    #due = null;
    /** Where it is written. */
    get path() {
        return this.#lines.path;
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
            await writer.#lines.durable();
        }
        catch (thrown) {
            file.close();
            throw thrown;
        }
        return writer;
    }
    constructor(file, options) {
        const { runtime, durability, log, signer, stated } = options;
        this.#lines = new DurableLines(file, { runtime, durability, log, hashed: signer !== undefined || stated === true });
        this.#options = options;
        this.#checkpointEvery = options.checkpointEvery ?? CHECKPOINT_EVERY;
    }
    append(event) {
        if (this.#lines.failure !== null)
            throw this.#lines.failure;
        if (this.#closing !== null)
            throw durable_lines_closed(this.path);
        this.#write(event);
        if (event.type === 'decided')
            this.#decided[event.decision] += 1;
        else if (event.type === 'approval' && event.state === 'used' && event.manifest !== null)
            this.#approvals.add(event.manifest);
        if (this.#seq % this.#checkpointEvery === 0)
            this.#cover();
        else if (this.#options.signer !== undefined)
            this.#due ??= this.#options.runtime.after(CHECKPOINT_AFTER_MS, () => this.#overdue());
    }
    whenDurable(then) {
        this.#lines.whenDurable(then);
    }
    close(end) {
        this.#closing ??= this.#finish(end).finally(() => this.#lines.close());
        return this.#closing;
    }
    async #finish({ outcome }) {
        this.#covered();
        if (this.#lines.failure !== null)
            throw this.#lines.failure;
        // The closing line is covered by no hash of a later one; the verifier compares its time with the checkpoint's, so both get one reading.
        const at = this.#now();
        this.#write(this.#checkpoint(), at);
        // Counted here rather than by the caller: the numbers are those of the lines above them.
        const end = { type: 'end', count: this.#seq, head: this.#prev, outcome, operations: { ...this.#decided }, ...this.#seal() };
        this.#write(end, at);
        await this.#lines.durable();
        this.#lines.demandInPlace();
        this.#sign(end);
    }
    #cover() {
        this.#covered();
        this.#write(this.#checkpoint());
    }
    #covered() {
        this.#due?.cancel();
        this.#due = null;
    }
    #overdue() {
        this.#due = null;
        if (this.#lines.failure !== null || this.#closing !== null)
            return;
        try {
            this.#write(this.#checkpoint());
        }
        catch (thrown) {
            this.#options.log.debug('a checkpoint could not be written', { error: (0,errors/* messageOf */.bD)(thrown) });
        }
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
        const sha256 = this.#lines.digest();
        if (sha256 === null)
            return;
        const statement = (0,envelope/* statementOf */.T8)({ name: chain/* RECORDING_FILE */.fm, sha256, header, end, approvals: [...this.#approvals], lines: this.#seq, head: this.#prev });
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
        this.#prev = this.#lines.add(line);
        this.#seq += 1;
    }
    #now() {
        const at = this.#options.runtime.now();
        if (at !== this.#clock.at)
            this.#clock = { at, text: new Date(at).toISOString() };
        return this.#clock.text;
    }
}

// EXTERNAL MODULE: ./lib/main/folders.js
var folders = __webpack_require__(76196);
// EXTERNAL MODULE: ./lib/main/recorded-command.js
var recorded_command = __webpack_require__(27533);
// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
// EXTERNAL MODULE: ./lib/main/stored-detectors.js
var stored_detectors = __webpack_require__(62184);
;// CONCATENATED MODULE: ./lib/main/guarded-session.js
// SPDX-License-Identifier: Apache-2.0
//
// One way to open a guarded session, in a job and at the gateway: a recording with its header, and the gate over it, with a door for each
// resource. Refuses to hand out a door before the header is as durable as the session demands.














/** Opens it; throws RECORD_FAILED, and then nothing is left open. */
async function openSession(request, log) {
    const { session, dir, principal, policy, parser, durability, signing } = request;
    await makePrivate(dir);
    // A set of detectors takes a while to make: what the session records and its resources without masks of their own share one.
    const content = new mask_content/* ContentMask */.u([], policy.detectors);
    const command = (0,recorded_command/* recordedCommand */.U)(request.command, request.secrets ?? [], content);
    const recorder = await RecordingWriter.open({ dir, sessionId: session, header: headerOf({ ...request, command }), runtime: runtime/* systemRuntime */.g, durability, log, ...(signing === null ? {} : { signer: signing.signer }), ...(request.stated === true ? { stated: true } : {}) });
    try {
        (0,stored_detectors/* keepDetectors */.H_)(dir, policy.detectors);
        if (signing !== null && signing.keyBundle !== null)
            (0,record_file/* writeNewFile */.S0)((0,external_node_path_.join)(dir, chain/* RECORDING_FILE */.fm + session_key/* KEY_BUNDLE_SUFFIX */.BB), signing.keyBundle);
    }
    catch (thrown) {
        await recorder.close({ outcome: 'error', operations: { allow: 0, review: 0, deny: 0 } }).catch(() => undefined);
        throw thrown;
    }
    const gate = new gate_session/* GateSession */.aR({
        principal, judge: policy, reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => (0,resolve.resolve)(draft, scope, parser) },
        approvals: request.approvals, recorder, runtime: runtime/* systemRuntime */.g, log, recordResults: policy.record.results, detectors: policy.detectors, content,
        ...(request.decided === undefined ? {} : { decided: request.decided }),
    });
    return {
        recording: (0,external_node_path_.join)(dir, chain/* RECORDING_FILE */.fm), tally: gate.tally,
        door: (resource) => gate.door({ name: resource.name, target: resource.target }, policy.masks(resource.name, principal.names), resource.holdMs ?? request.holdMs),
        prepare: () => gate.prepare(),
        end: () => gate.end(),
        note: (seen) => recorder.append({ type: 'approval', operations: [], ...seen, reason: content.scan(seen.reason).text }),
        async seal(outcome) {
            await recorder.close({ outcome, operations: { allow: gate.tally.allow, review: gate.tally.review, deny: gate.tally.deny } });
            return recorder.statement;
        },
    };
}
async function makePrivate(folder) {
    try {
        await (0,folders/* makeFolder */.f)((0,external_node_path_.dirname)(folder));
        await (0,folders/* makeFolder */.f)(folder, 0o700);
        await (0,promises_.chmod)(folder, 0o700);
    }
    catch (thrown) {
        throw (0,record_file/* recordFailed */.ZO)(thrown, (0,external_node_path_.join)(folder, chain/* RECORDING_FILE */.fm));
    }
}
function headerOf({ session, principal, policy, policySource, host, resources, command, durability, signing }) {
    return {
        type: 'session', format: 'ostiary-session-v1', session, ostiary: version/* VERSION */.x,
        principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, claims: principal.claims },
        prompter: principal.prompter ?? null, host,
        resources: resources.map(({ name, target, type }) => ({ name, target, type })),
        policy: { digest: policy.digest, source: policySource, version: policy.version, mode: policy.mode.kind },
        packs: policy.packs, command, durability, key: signing?.signer.keyId ?? null,
    };
}


/***/ }),

/***/ 62184:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ keepDetectors),
/* harmony export */   J9: () => (/* binding */ detectorsFor)
/* harmony export */ });
/* unused harmony export DETECTORS_FILE */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56371);
/* harmony import */ var _policy_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44551);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42143);
// SPDX-License-Identifier: Apache-2.0
//
// What a policy's own detectors were, kept beside a recording for whoever masks it once more: a list of policies with one detector each,
// since a gateway joins two policies. Never part of an artifact: a pattern may be what it looks for. Refuses to mask with less when it can't be read.






/** What the file is called, in the folder of a session. */
const DETECTORS_FILE = 'detectors.json';
/** A hundred detectors with patterns of a kilobyte are not a tenth of it. */
const MAX_CHARS = 1024 * 1024;
/** Keeps them in a session's folder; nothing when there are none. Throws RECORD_FAILED. */
function keepDetectors(folder, detectors) {
    if (detectors.length === 0)
        return;
    (0,_record_file_js__WEBPACK_IMPORTED_MODULE_5__/* .writeNewFile */ .S0)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, DETECTORS_FILE), `${JSON.stringify(detectors.map(({ name, written }) => ({ version: 1, detectors: { [name]: written } })))}\n`);
}
/** Those of the sessions with these recordings, and of a policy that the person who asks names. Throws INPUT_INVALID or POLICY_INVALID. */
async function detectorsFor(recordings, policy) {
    const beside = [...new Set(recordings.map((recording) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(recording), DETECTORS_FILE)))];
    const there = await Promise.all(beside.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file).then(() => file, () => null)));
    const own = there.filter((file) => file !== null).map((file) => detectorsIn(file, listIn));
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
    const policies = await Promise.all(policiesIn(text).map((one) => (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_4__/* .loadPolicy */ .tb)({ text: one, file }, { now: _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__/* .systemRuntime */ .g.now() })));
    return policies.flatMap(({ detectors }) => detectors);
}
// What is no list is one text, and no policy.
function listIn(text) {
    try {
        const list = JSON.parse(text);
        return Array.isArray(list) ? list.map((one) => JSON.stringify(one)) : [text];
    }
    catch {
        return [text];
    }
}
// Two policies may call different things alike: only what is the same twice is left out.
function distinct(detectors) {
    return [...new Map(detectors.map((one) => [JSON.stringify([one.name, one.written]), one])).values()];
}


/***/ }),

/***/ 72464:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ lineHash),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   ZF: () => (/* binding */ FIRST_PREV),
/* harmony export */   fm: () => (/* binding */ RECORDING_FILE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// SPDX-License-Identifier: Apache-2.0
//
// How the lines of a recording hold together: each carries the SHA-256 of the line before. Writer and verifier
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


/***/ })

};
