export const id = 7449;
export const ids = [7449];
export const modules = {

/***/ 17449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateProcess: () => (/* binding */ gateProcess)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/guide.js
var guide = __webpack_require__(92522);
// EXTERNAL MODULE: ./lib/commands/run.js
var run = __webpack_require__(82547);
// EXTERNAL MODULE: ./lib/gate/session.js + 13 modules
var gate_session = __webpack_require__(24734);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 57 modules
var resolve = __webpack_require__(87339);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 3 modules
var sql_parser = __webpack_require__(88947);
// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/record/file.js
// SPDX-License-Identifier: Apache-2.0
//
// The file under a recording: append only, never an existing one, private to its owner. Refuses to report success for bytes that the
// system did not take.



/** Creates `path` (mode 0600) and fails when it exists: a recording is never continued by another session. Throws RECORD_FAILED. */
function createAppendFile(path) {
    try {
        return new DescriptorFile((0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | external_node_fs_.constants.O_APPEND, 0o600), path);
    }
    catch (thrown) {
        if (thrown.code === 'EEXIST') {
            throw new errors/* GateError */.ue('RECORD_FAILED', `there is a recording at \`${path}\` already`, { cause: thrown, hint: 'give each session a folder of its own: `--session-dir DIR`' });
        }
        throw recordFailed(thrown, path);
    }
}
/** An open file descriptor that only grows. `writeSome`: as `fs.writeSync`; tests hand in one that takes less than it is given. */
class DescriptorFile {
    path;
    #descriptor;
    #writeSome;
    constructor(descriptor, path, writeSome = external_node_fs_.writeSync) {
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
        (0,external_node_fs_.fdatasync)(this.#descriptor, done);
    }
    inPlace() {
        const ours = (0,external_node_fs_.fstatSync)(this.#descriptor);
        const named = (0,external_node_fs_.statSync)(this.path, { throwIfNoEntry: false });
        return named !== undefined && named.ino === ours.ino && named.dev === ours.dev;
    }
    close() {
        (0,external_node_fs_.close)(this.#descriptor, () => undefined);
    }
}
/** Creates `path` (mode 0600) with this text, written through to the disk. Throws RECORD_FAILED. */
function writeNewFile(path, text) {
    try {
        (0,external_node_fs_.writeFileSync)(path, text, { flag: 'wx', mode: 0o600, flush: true });
    }
    catch (thrown) {
        throw recordFailed(thrown, path);
    }
}
/** Makes the name of a new file survive a loss of power, too. Throws RECORD_FAILED. */
function syncFolderOf(path) {
    try {
        const folder = (0,external_node_fs_.openSync)((0,external_node_path_.dirname)(path), external_node_fs_.constants.O_RDONLY);
        try {
            (0,external_node_fs_.fsyncSync)(folder);
        }
        finally {
            (0,external_node_fs_.closeSync)(folder);
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
    const why = known === undefined ? (0,errors/* messageOf */.bD)(thrown) : `${known.why} (${code})`;
    return new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${path}\` can not be written: ${why}`, {
        cause: thrown, hint: `${known?.hint ?? 'give another folder: `--session-dir DIR`'}; until then nothing is executed`,
    });
}

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
        const json = `${who},${what},${why},"unknown":${this.#shared(event.unknown)},"catalog":${event.catalog}${digest}}`;
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
    return event.digest === undefined && event.observed.length === 0 && event.text.length <= MAX_TEXT_LENGTH;
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
    /** Over all bytes of the file; only for a signature. */
    #hash;
    #approvals = new Set();
    /** Where it is written. */
    get path() {
        return this.#file.path;
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
            throw recordFailed(thrown, path);
        }
        const file = createAppendFile(path);
        if (options.durability === 'disk')
            syncFolderOf(path);
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
        this.#hash = options.signer === undefined ? null : (0,external_node_crypto_.createHash)('sha256');
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
        if (signer === undefined || this.#hash === null)
            return;
        const statement = (0,envelope/* statementOf */.T8)({ name: chain/* RECORDING_FILE */.fm, sha256: this.#hash.digest('hex'), header, end, approvals: [...this.#approvals], lines: this.#seq, head: this.#prev });
        const path = this.path + envelope/* ENVELOPE_SUFFIX */.bO;
        writeNewFile(path, `${JSON.stringify((0,envelope/* envelopeOf */.Ge)(statement, signer))}\n`);
        if (durability === 'disk')
            syncFolderOf(path);
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
        this.#failure ??= thrown instanceof errors/* GateError */.ue ? thrown : recordFailed(thrown, this.path);
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

// EXTERNAL MODULE: ./lib/host/detect.js + 7 modules
var detect = __webpack_require__(27780);
// EXTERNAL MODULE: ./lib/host/environment.js
var environment = __webpack_require__(48647);
// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/identity/issuers.js
// SPDX-License-Identifier: Apache-2.0
//
// Who may issue tokens: an allow-list of issuers by exact URL, with what is known of each kind. Refuses wildcards, and reads nothing from
// a token but the one `iss` that it is asked about.


const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** An enterprise may have its name behind the issuer; GitHub signs for all of them, and policies compare it exactly. */
const ENTERPRISE = /^\/[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?$/u;
/** The issuer that belongs to a GitHub server: `https://github.com`, `https://x.ghe.com`, or one of your own. */
function githubIssuer(serverUrl) {
    const { hostname, origin } = (0,http/* trustworthyUrl */.HG)(serverUrl);
    if (hostname === 'github.com')
        return { kind: 'github', issuer: GITHUB_ISSUER };
    return { kind: 'github', issuer: hostname.endsWith('.ghe.com') ? `https://token.actions.${hostname}` : `${origin}/_services/token` };
}
/** The issuer that belongs to a GitLab instance: its own URL, without a slash at the end. */
function gitlabIssuer(serverUrl) {
    return { kind: 'gitlab', issuer: (0,http/* trustworthyUrl */.HG)(serverUrl).href.replace(/\/$/u, '') };
}
/** The entry that accepts an `iss`, with that very `iss`; null: nobody here trusts it. */
function trustOf(issuers, iss) {
    if (typeof iss !== 'string')
        return null;
    const exact = issuers.find((trusted) => trusted.issuer === iss);
    if (exact !== undefined)
        return exact;
    const github = issuers.some((trusted) => trusted.kind === 'github' && trusted.issuer === GITHUB_ISSUER);
    return github && iss.startsWith(GITHUB_ISSUER) && ENTERPRISE.test(iss.slice(GITHUB_ISSUER.length)) ? { kind: 'github', issuer: iss } : null;
}
/** Lists that were found good; nobody changes them afterwards. */
const CHECKED = new WeakSet();
/** Throws INPUT_INVALID when the allow-list itself can't be trusted: plain http, a query, no entry. Looks once at each list. */
function checkIssuers(issuers) {
    if (CHECKED.has(issuers))
        return;
    if (issuers.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'no issuer of tokens is trusted', { hint: 'name at least one, such as `https://token.actions.githubusercontent.com`' });
    for (const { issuer } of issuers) {
        const url = (0,http/* trustworthyUrl */.HG)(issuer);
        if (url.search !== '' || url.hash !== '')
            throw new errors/* GateError */.ue('INPUT_INVALID', `the issuer \`${issuer}\` has a query or fragment`, { hint: 'write it as the `iss` of its tokens' });
    }
    CHECKED.add(issuers);
}

// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
;// CONCATENATED MODULE: ./lib/identity/principal.js
// SPDX-License-Identifier: Apache-2.0
//
// From verified claims to the names that a policy's rules use. Exact comparison (globs only where the policy wrote them); a claim that is
// absent, a list or an object matches nothing. Never reads `sub`: its form is up to the owner of the repository.

/** Who set a job going, by numeric id. */
const PROMPTER_CLAIM = { github: 'actor_id', gitlab: 'user_id', oidc: null, saml: null };
/**
 * GitLab writes of a fork's merge request: the first is the fork, the second the project that runs the job. Then neither may speak for the
 * other, unless the policy tests both. @see platforms: lib/gitlab/ci/jwt.rb
 */
const SAME_PROJECT = [['project_id', 'job_project_id'], ['project_path', 'job_project_path'], ['namespace_id', 'job_namespace_id'], ['namespace_path', 'job_namespace_path']];
/** The principal behind a verified token or assertion: every identity that it satisfies. None: no names, and only `default` decides. */
function principalOf(verified, rules) {
    const names = rules.filter((rule) => rule.kind === 'token' && satisfies(verified, rule)).map((rule) => rule.name);
    const claim = PROMPTER_CLAIM[verified.kind];
    const prompter = claim === null ? null : claimText(verified.claims, claim);
    return { names, issuer: verified.issuer, subject: verified.subject, claims: verified.claims, ...(prompter === null ? {} : { prompter }) };
}
/** A person at a shell of their own: every `local: true` identity. `facts` as the host tells them; nobody verified any. */
function localPrincipal(rules, facts) {
    const names = rules.filter((rule) => rule.kind === 'local').map((rule) => rule.name);
    return { names, issuer: 'local', subject: `${facts['user'] ?? 'somebody'}@${facts['machine'] ?? 'somewhere'}`, claims: facts };
}
function satisfies(verified, rule) {
    if (verified.issuer !== rule.issuer)
        return false;
    if (rule.audience !== null && !rule.audience.includes(verified.audience))
        return false;
    const tests = Object.entries(rule.claims);
    // An identity without claims would be everybody; the policy refuses to load one, and so does this.
    if (tests.length === 0)
        return false;
    if (!tests.every(([name, accepted]) => passes(claimText(verified.claims, name), accepted)))
        return false;
    if (!Object.entries(rule.ifPresent).every(([name, accepted]) => !has(verified.claims, name) || passes(claimText(verified.claims, name), accepted)))
        return false;
    return SAME_PROJECT.every(([source, running]) => {
        const tested = Object.hasOwn(rule.claims, source) && !Object.hasOwn(rule.claims, running);
        return !tested || !has(verified.claims, running) || claimText(verified.claims, source) === claimText(verified.claims, running);
    });
}
function passes(text, accepted) {
    return text !== null && accepted.some((test) => ('exact' in test ? text === test.exact : (0,glob/* compileGlob */.S)(test.glob, '/')(text)));
}
function has(claims, name) {
    const value = claimAt(claims, name);
    return value !== undefined && value !== null;
}
// A name, or a pointer through objects; never through lists, and never to what an object only inherits.
function claimAt(claims, name) {
    const steps = name.startsWith('/') ? name.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) : [name];
    let at = claims;
    for (const step of steps) {
        if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, step))
            return undefined;
        at = at[step];
    }
    return at;
}
/** A claim as text: strings as they are, booleans as `true`, numbers that are exact; else null. Ids beyond 2^53 are rounded, so no id. */
function claimText(claims, name) {
    const value = claimAt(claims, name);
    if (typeof value === 'string')
        return value;
    if (typeof value === 'boolean')
        return String(value);
    return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/jws_algorithms.js
var jws_algorithms = __webpack_require__(68109);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var util_errors = __webpack_require__(5674);
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
  return encodedProtectedHeader === void 0 ? {} : (0,validate/* parseJoseHeader */.OX)(encodedProtectedHeader, util_errors/* JWSInvalid */.Ye, "JWS Protected Header is invalid");
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
    throw new util_errors/* JWSInvalid */.Ye("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  const { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!(0,validate/* isDisjoint */.fz)(protectedHeader, header))
    throw new util_errors/* JWSInvalid */.Ye("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...header }, b64 = (0,validate/* validateB64 */.J0)(protectedHeader, (0,validate/* validateCrit */.nI)(util_errors/* JWSInvalid */.Ye, validate/* JWS_RECOGNIZED */.qc, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new util_errors/* JWSInvalid */.Ye('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new util_errors/* JOSEAlgNotAllowed */.Rb('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new util_errors/* JWSInvalid */.Ye("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new util_errors/* JWSInvalid */.Ye("JWS Payload must be a string or an Uint8Array instance");
  const signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload);
  let resolvedKey = !1;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = !0);
  const entry = (0,jws_algorithms/* jwsAlgorithm */.q)(alg), signingInput = (0,buffer_utils/* concat */.xW)(encodedProtectedHeader !== void 0 ? (0,buffer_utils/* encode */.lF)(encodedProtectedHeader) : new Uint8Array(), (0,buffer_utils/* encode */.lF)("."), typeof signingPayload == "string" ? shared[2] ??= (0,validate/* encodeAsciiMember */.MV)(signingPayload, "payload", util_errors/* JWSInvalid */.Ye) : signingPayload), signature = (0,validate/* decodeBase64url */.h2)(jws.signature, "signature", util_errors/* JWSInvalid */.Ye), verificationKey = await (0,lib_key/* prepareKey */.dT)(entry, key, "verify"), cryptoKey = await (0,lib_key/* rawKey */.GK)(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && (0,lib_key/* checkModulusLength */.or)(entry.alg, cryptoKey);
  let verified = !1;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new util_errors/* JWSSignatureVerificationFailed */.h2(void 0, { cause });
  }
  if (!verified)
    throw new util_errors/* JWSSignatureVerificationFailed */.h2();
  const result = { payload: typeof signingPayload == "string" ? (0,validate/* decodeBase64url */.h2)(signingPayload, "payload", util_errors/* JWSInvalid */.Ye) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = buffer_utils/* decoder */.D0.decode(jws)), typeof jws != "string")
    throw new util_errors/* JWSInvalid */.Ye("Compact JWS must be a string or Uint8Array");
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new util_errors/* JWSInvalid */.Ye("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jws/compact/verify.js

async function compactVerify(jws, key, options) {
  const [result] = await verifyCompact(jws, prepareVerify(options), key);
  return result;
}


// EXTERNAL MODULE: ./lib/core/strict-json.js
var strict_json = __webpack_require__(66613);
;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jwks/local.js




function isUsableJWK(jwk, entry, alg, kid) {
  const { kty, key_ops: keyOps, ext, kid: jwkKid, alg: jwkAlg, use, crv } = jwk;
  return (ext === void 0 || typeof ext == "boolean") && (keyOps === void 0 || Array.isArray(keyOps) && keyOps.every((operation, index) => typeof operation == "string" && keyOps.indexOf(operation) === index) && keyOps.includes("verify")) && entry.kty.includes(kty) && (kid === void 0 || typeof kid == "string" && kid === jwkKid) && (jwkAlg === void 0 ? kty !== "AKP" : alg === jwkAlg) && (use === void 0 || use === "sig") && (!entry.crv || crv === entry.crv);
}
async function importWithAlgCache(cache, jwk, entry) {
  const cached = cache.get(jwk) || cache.set(jwk, {}).get(jwk), { alg } = entry;
  if (cached[alg] === void 0) {
    const pending = (0,lib_key/* jwkToKey */.xY)(entry, jwk, !0).then((key) => {
      if (key.type !== "public")
        throw new util_errors/* JWKSInvalid */.Dm("JSON Web Key Set members must be public keys");
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
    throw new util_errors/* JWKSInvalid */.Dm("JSON Web Key Set malformed", { cause });
  }
  if (!(0,validate/* isJwkSet */.fV)(snapshot))
    throw new util_errors/* JWKSInvalid */.Dm("JSON Web Key Set malformed");
  const metadata = snapshot.keys.map((jwk) => {
    const normalized = (0,lib_key/* snapshotJwk */.ZZ)(jwk);
    return Array.isArray(normalized.key_ops) && (normalized.key_ops = [...normalized.key_ops]), normalized;
  }), cached = /* @__PURE__ */ new WeakMap();
  return Object.defineProperty(async (protectedHeader, token) => {
    const { alg, kid } = { ...protectedHeader, ...token?.header }, entry = typeof alg == "string" ? jws_algorithms/* JWS */.p[alg] : void 0;
    if (!entry || entry.secret)
      throw new util_errors/* JOSENotSupported */.T0('Unsupported "alg" value for a JSON Web Key Set');
    const candidates = snapshot.keys.filter((_, index) => isUsableJWK(metadata[index], entry, alg, kid)), { 0: jwk, length } = candidates;
    if (!length)
      throw new util_errors/* JWKSNoMatchingKey */.BT();
    if (length !== 1) {
      const error = new util_errors/* JWKSMultipleMatchingKeys */.$4();
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


;// CONCATENATED MODULE: ./lib/identity/discovery.js


const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_KEYS = 100;
/** The keys under `jwks_uri` of the issuer's discovery document. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED, INPUT_INVALID. */
async function readKeySet(issuer, runtime) {
    // An issuer may end in a slash, and its `iss` then does, too. @see OpenID Connect Discovery 1.0, section 4.1
    const configuration = await readJson(`${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`, runtime);
    if (configuration['issuer'] !== issuer) {
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the discovery document of \`${issuer}\` is another issuer's`, { hint: 'trust the issuer under the name that it gives itself' });
    }
    const address = configuration['jwks_uri'];
    const url = (0,http/* trustworthyUrl */.HG)(typeof address === 'string' ? address : '');
    // A real issuer has no business pointing at this machine.
    if ((0,http/* isLoopbackHost */.cW)(url.hostname) && !(0,http/* isLoopbackHost */.cW)(new URL(issuer).hostname)) {
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${issuer}\` says that its keys are on loopback`, { hint: 'its discovery document is wrong' });
    }
    return readKeys(url.href, runtime);
}
async function readKeys(url, runtime) {
    const { keys } = await readJson(url, runtime);
    if (!Array.isArray(keys) || keys.length > MAX_KEYS)
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `\`${url}\` is not a set of up to ${MAX_KEYS} keys`, { hint: "is this the issuer's `jwks_uri`?" });
    // A shared secret in a public document would let anybody sign.
    const usable = keys.filter((key) => typeof key === 'object' && key !== null && 'kty' in key && ['RSA', 'EC', 'OKP'].includes(String(key.kty)));
    return { keys: usable };
}
async function readJson(url, runtime) {
    const response = await (0,http/* getDocument */.YE)({ url, headers: { accept: 'application/json' }, maxBytes: MAX_DOCUMENT_BYTES }, runtime);
    const document = response.ok ? await response.json().catch(() => null) : null;
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
        return document;
    throw new errors/* GateError */.ue('UPSTREAM_FAILED', `\`${url}\` answers with status ${response.status} and no JSON object`, { hint: 'the issuer is disturbed, or its address is wrong' });
}

;// CONCATENATED MODULE: ./lib/identity/keys.js
// SPDX-License-Identifier: Apache-2.0
//
// The public keys of issuers, kept for a while and, when an issuer can't be asked, a while longer. Refuses keys that it has not seen at
// the issuer itself: nothing in a token says where its key lies, and unknown key ids make us look again at most every half minute.



/** Issuers change keys rarely and announce new ones before they use them. */
const KEEP_MS = 10 * 60_000;
/** Known keys outlive a disturbance of their issuer by this much; a key that was withdrawn meanwhile is then still taken. */
const KEEP_IN_OUTAGE_MS = 6 * 60 * 60_000;
/** Between two looks for a key that was not there. */
const UNKNOWN_KEY_MS = 30_000;
/** After a failure nobody asks again for this long. */
const FAILURE_MS = 5_000;
/** Every enterprise of GitHub is an issuer of its own, and anybody can write the name of one into a token. */
const MAX_ISSUERS = 200;
/** Finds the key of a token's header. One instance may serve many verifications. */
class IssuerKeys {
    #runtime;
    #held = new Map();
    constructor(runtime) {
        this.#runtime = runtime;
    }
    /** The key that the issuer publishes under the header's `kid` for its `alg`. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED. */
    async find(issuer, header) {
        const held = this.#of(issuer);
        await this.#bringUpToDate(issuer, held);
        const known = await pick(this.#usable(held), header);
        if (known !== null)
            return known;
        if (this.#since(held.askedAt) >= UNKNOWN_KEY_MS || held.asking !== null)
            await this.#ask(issuer, held);
        const fresh = await pick(this.#usable(held), header);
        if (fresh !== null)
            return fresh;
        if (held.failure !== null)
            throw held.failure;
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${issuer}\` publishes no key with the id that the token names`, { hint: 'get a new token from it; one that was made elsewhere is not accepted' });
    }
    // In an outage known keys go on at once, and the issuer is asked beside that: a gateway must not wait for somebody else's time-outs.
    async #bringUpToDate(issuer, held) {
        if (held.keys !== null && this.#since(held.readAt) < KEEP_MS)
            return;
        if (held.failure === null)
            await this.#ask(issuer, held);
        else if (this.#since(held.askedAt) >= FAILURE_MS) {
            const asked = this.#ask(issuer, held);
            if (this.#usable(held) === null)
                await asked;
        }
        else if (this.#usable(held) === null && held.asking !== null)
            await held.asking;
    }
    #usable(held) {
        return this.#since(held.readAt) < KEEP_IN_OUTAGE_MS ? held.keys : null;
    }
    // Everybody who asks meanwhile waits for the same answer. Never rejects: what went wrong is kept.
    #ask(issuer, held) {
        if (held.asking !== null)
            return held.asking;
        held.askedAt = this.#runtime.monotonicMs();
        held.asking = readKeySet(issuer, this.#runtime).then((set) => {
            Object.assign(held, { keys: createLocalJWKSet(set), readAt: this.#runtime.monotonicMs(), failure: null, asking: null });
        }, (thrown) => {
            Object.assign(held, { failure: thrown, asking: null });
        });
        return held.asking;
    }
    #of(issuer) {
        const found = this.#held.get(issuer);
        if (found !== undefined)
            return found;
        if (this.#held.size >= MAX_ISSUERS)
            this.#forgetOne();
        const held = { keys: null, readAt: -Infinity, askedAt: -Infinity, asking: null, failure: null };
        this.#held.set(issuer, held);
        return held;
    }
    // The oldest that never had keys, or else the oldest.
    #forgetOne() {
        const names = [...this.#held.keys()];
        const useless = names.find((name) => this.#held.get(name)?.keys === null) ?? names[0];
        if (useless !== undefined)
            this.#held.delete(useless);
    }
    #since(moment) {
        return this.#runtime.monotonicMs() - moment;
    }
}
async function pick(keys, header) {
    if (keys === null)
        return null;
    try {
        return await keys(header);
    }
    catch (thrown) {
        if (thrown instanceof util_errors/* JWKSNoMatchingKey */.BT)
            return null;
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'the issuer publishes keys that can not tell which of them signed the token', { hint: 'each key of an issuer needs an id of its own', cause: thrown });
    }
}

// EXTERNAL MODULE: ./lib/identity/words.js
var words = __webpack_require__(1031);
;// CONCATENATED MODULE: ./lib/identity/verify.js
// SPDX-License-Identifier: Apache-2.0
//
// Verifies a job's OIDC token: who signed it, for whom, when. Signature by jose; everything else is checked here, so that each refusal can
// say what to change. Refuses what it does not know: algorithms, header fields that bring their own key, tokens inside tokens, audiences
// beside ours, and whatever two readers could read differently.
// @see https://www.rfc-editor.org/rfc/rfc8725 (best practices for JSON Web Tokens)






/** Signatures by a private key only. RS256 is what GitHub and GitLab use; the others are what other issuers use today. Never `none`, never HMAC. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
/** Fields with which a token would choose its own key, or change how it is read. */
const FORBIDDEN_HEADER = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc', 'epk', 'cty'];
/** Alphabet of base64url without padding; what it does not know is dropped by some readers. */
const BASE64URL = /^[A-Za-z0-9_-]+$/u;
/** A GitLab token with 200 groups has about 12 KiB. */
const MAX_TOKEN_CHARS = 32 * 1024;
const MAX_KEY_ID_CHARS = 256;
const MAX_SUBJECT_CHARS = 2048;
const DEFAULT_SKEW_SECONDS = 30;
/** Oldest token that we take. GitHub's live five minutes; GitLab's as long as their job, which may be much too long. */
const MAX_AGE_SECONDS = { github: 600, gitlab: 3600, oidc: 3600 };
/** Verifies; throws IDENTITY_UNTRUSTED (or UPSTREAM_FAILED when the issuer can't be asked). Never repeats the token. */
async function verifyToken(token, options) {
    checkIssuers(options.issuers);
    const header = readHeader(token);
    const payload = readClaims(token);
    const trusted = issuerIn(payload, options.issuers);
    const keys = options.keys ?? new IssuerKeys(options.runtime);
    const key = await keys.find(trusted.issuer, header);
    await checkSignature(token, key);
    // INVARIANT: nothing of the claims but `iss` was looked at before this; they are read from the very characters that were signed.
    const audience = checkAudience(payload, options.audience, trusted.kind);
    const expiresAt = checkTimes(payload, trusted.kind, options);
    const subject = payload.sub;
    if (typeof subject !== 'string' || subject === '' || subject.length > MAX_SUBJECT_CHARS)
        throw (0,words/* untrusted */.bp)('the token has no subject (`sub`)', 'get a token for a job or a workload');
    const tokenId = typeof payload.jti === 'string' && payload.jti !== '' ? payload.jti : null;
    if (tokenId === null && trusted.kind !== 'oidc')
        throw (0,words/* untrusted */.bp)('the token has no id (`jti`)', 'get it from the CI product itself');
    return { kind: trusted.kind, issuer: trusted.issuer, subject, audience, claims: Object.freeze(payload), expiresAt, tokenId };
}
function readHeader(token) {
    if (token.length > MAX_TOKEN_CHARS)
        throw (0,words/* untrusted */.bp)(`the token has more than ${MAX_TOKEN_CHARS} characters`, 'no CI product issues such tokens');
    const parts = token.split('.');
    if (parts.length === 5)
        throw (0,words/* untrusted */.bp)('the token is encrypted', 'give the signed token as it was issued');
    const header = parts.length === 3 && parts.every((part) => part === '' || BASE64URL.test(part)) ? (0,strict_json/* readObject */.A)(Buffer.from(parts[0] ?? '', 'base64url')) : null;
    if (header === null)
        throw (0,words/* untrusted */.bp)('what was given is not a signed token', 'give the token as it was issued, nothing before or after it');
    if (!ALGORITHMS.includes(header.alg))
        throw (0,words/* untrusted */.bp)(`the token is signed with ${(0,words/* shown */.SP)(header.alg)}`, `accepted are ${ALGORITHMS.join(', ')}`);
    const strange = FORBIDDEN_HEADER.find((name) => name in header);
    if (strange !== undefined)
        throw (0,words/* untrusted */.bp)(`the token's header has \`${strange}\``, strange === 'cty' ? 'give the token itself, not one that wraps another' : 'keys come from the issuer, never from a token');
    if (typeof header.kid !== 'string' || header.kid === '' || header.kid.length > MAX_KEY_ID_CHARS)
        throw (0,words/* untrusted */.bp)('the token does not name its key (`kid`)', 'get it from an issuer that does');
    if (header.typ !== undefined && String(header.typ).toUpperCase() !== 'JWT')
        throw (0,words/* untrusted */.bp)(`the token is a ${(0,words/* shown */.SP)(header.typ)}`, 'give an OIDC token, type `JWT`');
    return header;
}
function readClaims(token) {
    const claims = (0,strict_json/* readObject */.A)(Buffer.from(token.split('.')[1] ?? '', 'base64url'));
    if (claims === null)
        throw (0,words/* untrusted */.bp)('the token holds no claims', 'give the token as it was issued');
    return claims;
}
// Before the signature is known to be good this serves one purpose: to look up whose keys to use in our own list.
function issuerIn({ iss }, issuers) {
    const trusted = trustOf(issuers, iss);
    if (trusted !== null)
        return trusted;
    throw (0,words/* untrusted */.bp)(`the token's issuer is ${(0,words/* shown */.SP)(iss)}, which is not trusted here`, `trusted: ${issuers.map(({ issuer }) => `\`${issuer}\``).join(', ')} (compared character by character)`);
}
async function checkSignature(token, key) {
    try {
        await compactVerify(token, key, { algorithms: ALGORITHMS });
    }
    catch (cause) {
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the token is not what its issuer signed: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'give the token as it was issued', cause });
    }
}
// A token for several audiences could be used against us by any of the others.
function checkAudience(payload, wanted, kind) {
    const { aud } = payload;
    const found = Array.isArray(aud) && aud.length === 1 ? aud[0] : aud;
    if (found === wanted)
        return wanted;
    const list = Array.isArray(aud) ? aud.map(words/* shown */.SP).join(', ') : (0,words/* shown */.SP)(aud);
    throw (0,words/* untrusted */.bp)(`the token is for the audience ${list}, and \`${wanted}\` alone is accepted`, (0,words/* audienceHint */.wO)(kind, wanted, payload));
}
function checkTimes(payload, kind, options) {
    const skew = Math.min(Math.max(options.clockSkewSeconds ?? DEFAULT_SKEW_SECONDS, 0), 300);
    const now = options.runtime.now() / 1000;
    const { exp, iat, nbf } = payload;
    const missing = [['exp', exp], ['iat', iat], ...(kind === 'oidc' && nbf === undefined ? [] : [['nbf', nbf]])].find(([, value]) => typeof value !== 'number' || !Number.isFinite(value));
    if (missing !== undefined || exp === undefined || iat === undefined)
        throw (0,words/* untrusted */.bp)(`the token does not say its time (\`${String(missing?.[0])}\`)`, 'get it from an issuer that does');
    if (exp <= now - skew)
        throw (0,words/* untrusted */.bp)(`the token expired ${Math.round(now - exp)} s ago`, (0,words/* lateHint */.Ql)(kind, payload));
    if (iat > now + skew || (nbf ?? 0) > now + skew)
        throw (0,words/* untrusted */.bp)('the token is not valid yet', "compare this machine's clock with the issuer's");
    const oldest = MAX_AGE_SECONDS[kind];
    if (now - iat > oldest + skew)
        throw (0,words/* untrusted */.bp)(`the token is ${Math.round(now - iat)} s old, and ${oldest} s is the limit`, (0,words/* lateHint */.Ql)(kind, payload));
    return Math.min(exp, iat + oldest) * 1000;
}

// EXTERNAL MODULE: ./lib/policy/load.js + 12 modules
var load = __webpack_require__(99621);
;// CONCATENATED MODULE: ./lib/vault/env.js
// SPDX-License-Identifier: Apache-2.0
//
// Secrets handed over as environment variables, `env:NAME`. A variable is taken out of the environment when it is read, so that no
// child process ever sees it. Refuses to read the real environment: it works on the record that it is given.

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Removes the variable and returns what it held; throws SECRET_UNAVAILABLE when it is not there or empty. */
function takeVariable(name, environment) {
    if (!NAME.test(name)) {
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `\`env:${name}\` does not name an environment variable`, { hint: 'write `env:NAME`, such as `env:ORDERS_DB`' });
    }
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value === undefined || value === '') {
        // GitHub turns a secret that is not defined, or not given to a fork, into an empty text.
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the environment variable \`${name}\` is ${value === undefined ? 'not set' : 'empty'}`, {
            hint: `set it where ostiary starts: on GitHub \`env: { ${name}: \${{ secrets.${name} }} }\` of this step, on GitLab a masked, protected variable`,
        });
    }
    delete environment[name];
    return value;
}

// EXTERNAL MODULE: ./lib/vault/fields.js
var fields = __webpack_require__(79239);
// EXTERNAL MODULE: ./lib/vault/file.js
var file = __webpack_require__(87740);
;// CONCATENATED MODULE: ./lib/vault/secrets.js
// SPDX-License-Identifier: Apache-2.0
//
// The secrets that need no vault: `env:NAME` and `file:/path`. Static keys, therefore refused under a CI product unless the policy says
// `allow_static: true`. Values stay in this process: never logged, never in an error, never written anywhere.




/** Reads `env:` and `file:` references; a variable is gone from the given environment once it was read. */
class LocalSecrets {
    #environment;
    #rule;
    // Two resources may share a variable that is already gone from the environment.
    #taken;
    constructor(environment, rule, taken = new Map()) {
        this.#environment = environment;
        this.#rule = rule;
        this.#taken = taken;
    }
    /** The same secrets under the `allow_static` of another resource. */
    withStatic(allowStatic) {
        return new LocalSecrets(this.#environment, { ...this.#rule, allowStatic }, this.#taken);
    }
    /** Variables that were read so far. */
    get variables() {
        return [...this.#taken.keys()];
    }
    /** True when reading a reference takes a static key in a CI job: allowed by the policy, and to be said loudly. */
    get staticInCi() {
        return this.#rule.ci;
    }
    /** The text behind `env:NAME` or `file:/path`. Throws SECRET_UNAVAILABLE. */
    async read(reference) {
        const colon = reference.indexOf(':');
        const scheme = colon < 0 ? '' : reference.slice(0, colon);
        const rest = reference.slice(colon + 1);
        if (scheme !== 'env' && scheme !== 'file') {
            throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the credential \`${reference}\` is of a kind that this version can not read`, { hint: 'it reads `env:NAME` and `file:/path`' });
        }
        if (this.#rule.ci && !this.#rule.allowStatic) {
            throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the credential \`${reference}\` is a static key, and this is a CI job`, { hint: 'if that is meant, write `allow_static: true` next to `credential:` in the policy' });
        }
        return (0,fields/* plain */.pj)(scheme === 'env' ? this.#variable(rest) : await (0,file/* readSecretFile */.fW)(rest, process.getuid?.() ?? null), reference);
    }
    #variable(name) {
        const value = this.#taken.get(name) ?? takeVariable(name, this.#environment);
        this.#taken.set(name, value);
        return value;
    }
}

// EXTERNAL MODULE: ./lib/core/vaults.js
var vaults = __webpack_require__(16702);
// EXTERNAL MODULE: ./lib/vault/credential.js
var credential = __webpack_require__(56891);
;// CONCATENATED MODULE: ./lib/vault/held.js
// SPDX-License-Identifier: Apache-2.0
//
// A credential in use: read once, kept in memory, lengthened before it ends, read again when it has ended or the target refuses it, given
// back at the end. Refuses to hand out what has ended, and to ask a service again and again for a password that is simply wrong.

/** Handed out no more so long before its end, or a tenth of its time: logging in takes a moment. */
const MARGIN_MS = 30_000;
/** A value that the target refused, and that came back the same, is asked for again only after this. */
const SAME_AGAIN_MS = 10_000;
/** A renewal that fails is tried again after half of what is left, as long as that is more than this. */
const MIN_RETRY_MS = 1_000;
/** Implements the port over one source. */
class HeldSecret {
    #source;
    #reference;
    #world;
    #reading = null;
    #endsAt = null;
    #marginMs = 0;
    #pending = null;
    #timer = null;
    #sameSince = null;
    #released = false;
    constructor(source, reference, world) {
        this.#source = source;
        this.#reference = reference;
        this.#world = world;
    }
    /** Reads it for the first time. Throws what the source throws, with nothing left open. */
    static async take(source, reference, world) {
        const held = new HeldSecret(source, reference, world);
        try {
            await held.#read();
            return held;
        }
        catch (thrown) {
            await held.release();
            throw thrown;
        }
    }
    async current() {
        const known = this.#reading;
        const left = this.#endsAt === null ? Infinity : this.#endsAt - this.#world.runtime.now();
        if (known !== null && left > this.#marginMs)
            return known.credential;
        return (await this.#read().catch((thrown) => {
            if (known === null || left <= 0)
                throw thrown;
            this.#world.log.warn(`the credential \`${this.#reference}\` is about to end and can not be read again: ${(0,errors/* messageOf */.bD)(thrown)}`);
            return known;
        })).credential;
    }
    async refused(used) {
        const known = this.#reading?.credential;
        if (known !== undefined && !same(known, used))
            return known;
        const now = this.#world.runtime.monotonicMs();
        if (this.#sameSince !== null && now - this.#sameSince < SAME_AGAIN_MS)
            return null;
        const { credential } = await this.#read();
        this.#sameSince = same(credential, used) ? now : null;
        if (this.#sameSince !== null)
            return null;
        this.#world.log.info(`the credential \`${this.#reference}\` was refused and has been read again: there is a new one`);
        return credential;
    }
    async release() {
        this.#released = true;
        this.#timer?.cancel();
        await this.#pending?.catch(() => undefined);
        this.#reading = null;
        await this.#source.release().catch((thrown) => {
            this.#world.log.warn(`the credential \`${this.#reference}\` could not be given back, and ends by itself: ${(0,errors/* messageOf */.bD)(thrown)}`);
        });
    }
    #read() {
        if (this.#released)
            return Promise.reject(new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the credential \`${this.#reference}\` has been given back: the session is over`));
        this.#pending ??= this.#source.read().then((reading) => this.#keep(reading)).finally(() => (this.#pending = null));
        return this.#pending;
    }
    #keep(reading) {
        this.#world.mask(reading.credential.password);
        this.#reading = reading;
        this.#endAt(reading.endsAt);
        return reading;
    }
    #endAt(endsAt) {
        this.#endsAt = endsAt;
        const left = endsAt === null ? 0 : endsAt - this.#world.runtime.now();
        this.#marginMs = Math.min(MARGIN_MS, Math.max(0, left / 10));
        this.#timer?.cancel();
        this.#timer = null;
        if (endsAt !== null && this.#reading?.renew !== null && !this.#released)
            this.#renewIn(left * (2 / 3));
    }
    #renewIn(milliseconds) {
        this.#timer = this.#world.runtime.after(Math.max(0, milliseconds), () => void this.#renew());
    }
    // Never throws: nobody waits for it. What could not be lengthened is read anew when it is next asked for.
    async #renew() {
        const reading = this.#reading;
        if (reading?.renew === undefined || reading.renew === null || this.#released)
            return;
        try {
            const before = this.#endsAt ?? 0;
            const endsAt = await reading.renew();
            if (this.#reading !== reading)
                return;
            // At the end of its longest time a lease is lengthened by ever less: another one then.
            if (endsAt !== null && endsAt > before + this.#marginMs)
                this.#endAt(endsAt);
            else
                await this.#read();
        }
        catch (thrown) {
            if (this.#released)
                return;
            const left = (this.#endsAt ?? 0) - this.#world.runtime.now();
            this.#world.log.warn(`the lease of the credential \`${this.#reference}\` could not be renewed: ${(0,errors/* messageOf */.bD)(thrown)}`);
            if (left > 2 * MIN_RETRY_MS)
                this.#renewIn(left / 2);
        }
    }
}
function same(a, b) {
    return a.user === b.user && a.password === b.password;
}

// EXTERNAL MODULE: ./lib/vault/source.js
var source = __webpack_require__(28443);
;// CONCATENATED MODULE: ./lib/vault/vaults.js
// SPDX-License-Identifier: Apache-2.0
//
// One door to every kind of credential: a reference of the policy in, a credential in use out. Each kind's code is loaded when a policy
// names it, so that nobody waits for a cloud's SDK that is not his. Refuses references without the vault that they need.





/** Implements the port for one resource. `vault`: what its policy entry names, or null. */
class ResourceSecrets {
    #local;
    #vault;
    #world;
    constructor(local, vault, world) {
        this.#local = local;
        this.#vault = vault;
        this.#world = world;
    }
    async hold(reference, target) {
        const parsed = (0,vaults/* parseReference */.F2)(reference);
        if (parsed === null)
            throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', 'the credential is of a kind that this version can not read', { hint: `it reads ${vaults/* CREDENTIAL_FORMS */._y}` });
        const { scheme, rest, field } = parsed;
        return HeldSecret.take(await this.#source(scheme, { reference, rest, field, target }), reference, this.#world);
    }
    async #source(scheme, asked) {
        switch (scheme) {
            case 'env':
            case 'file':
                return this.#static(asked);
            case 'oidc':
                return (await __webpack_require__.e(/* import() */ 7619).then(__webpack_require__.bind(__webpack_require__, 17619))).oidcSource(asked, this.#world);
            case 'vault':
                return new (await __webpack_require__.e(/* import() */ 6795).then(__webpack_require__.bind(__webpack_require__, 96795))).HashiCorpSource(this.#settings(scheme, 'vault'), asked, this.#world);
            case 'aws-sm':
                return (await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(2994), __webpack_require__.e(6270)]).then(__webpack_require__.bind(__webpack_require__, 6270))).secretsManagerSource(this.#settings(scheme, 'aws'), asked, this.#world);
            case 'aws-rds-iam':
                return (await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4945), __webpack_require__.e(2067)]).then(__webpack_require__.bind(__webpack_require__, 62067))).rdsSource(this.#settings(scheme, 'aws'), asked, this.#world);
            case 'gcp-sm':
                return (await __webpack_require__.e(/* import() */ 5655).then(__webpack_require__.bind(__webpack_require__, 35655))).secretManagerSource(this.#settings(scheme, 'gcp'), asked, this.#world);
            case 'azure-kv':
                return (await Promise.all(/* import() */[__webpack_require__.e(5920), __webpack_require__.e(3980), __webpack_require__.e(8037)]).then(__webpack_require__.bind(__webpack_require__, 68037))).keyVaultSource(this.#settings(scheme, 'azure'), asked, this.#world);
            default:
                return scheme;
        }
    }
    #static({ reference, target }) {
        return (0,source/* plainSource */.w)(async () => {
            const text = await this.#local.read(reference);
            if (this.#local.staticInCi)
                this.#world.log.warn(`the credential \`${reference}\` is a static key in a CI job, allowed by \`allow_static: true\`: whoever gets hold of it once keeps it; docs/vault.md says how to do without`);
            return (0,source/* lasting */.n)((0,credential/* parseCredential */.n)(text, target.user));
        });
    }
    #settings(scheme, kind) {
        const vault = this.#vault;
        if (vault?.kind === kind)
            return vault;
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `credentials \`${scheme}:\` need a vault of type \`${vaults/* CREDENTIAL_SCHEMES */.dj[scheme] ?? ''}\`, and the policy's \`vaults\` has none`, { hint: 'docs/vault.md says what to write there' });
    }
}

;// CONCATENATED MODULE: ./lib/main/forges.js
// SPDX-License-Identifier: Apache-2.0
//
// Picks the forge that belongs to the host, with the job's own reading token. Refuses a shell: there the policy is a file.


/** The forge of a verified job. Loads only the client that is needed. */
async function forgeOf(host, verified, world) {
    const { environment } = world;
    switch (host.kind) {
        case 'github': {
            const { GitHubForge } = await __webpack_require__.e(/* import() */ 5788).then(__webpack_require__.bind(__webpack_require__, 75788));
            const token = host.input('github-token') ?? environment.GITHUB_TOKEN ?? '';
            return new GitHubForge({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: runtime/* systemRuntime */.g });
        }
        case 'gitlab': {
            const { GitLabForge } = await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 50836));
            return new GitLabForge({ job: { issuer: verified.issuer, claims: verified.claims }, jobToken: environment.CI_JOB_TOKEN ?? '', runtime: runtime/* systemRuntime */.g });
        }
        case 'shell':
            throw new errors/* GateError */.ue('INPUT_INVALID', 'a shell has no forge to read the policy from', { hint: 'add `--local --policy FILE`' });
        default:
            return host.kind;
    }
}

;// CONCATENATED MODULE: ./lib/main/admission.js
// SPDX-License-Identifier: Apache-2.0
//
// Who is asking, and under which policy: a local person with a file, or a CI job with its OIDC token and the policy of the protected
// branch. Refuses to take either from the change under review, or from anything that the job says of itself unverified.












/** Where the policy lies in a repository. */
const POLICY_PATH = '.ostiary/policy.yml';
/** Says who asks and under which policy. Throws GateError; then nothing may begin. */
function admit(request, world) {
    const host = (0,detect/* detectHost */.k)(world.environment, { stdout: () => undefined, stderr: () => undefined }, runtime/* systemRuntime */.g);
    return request.local ? admitPerson(request, host, world) : admitJob(request, host, world);
}
async function admitPerson(request, host, world) {
    if (host.kind !== 'shell')
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
    const file = request.policyFile ?? POLICY_PATH;
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('POLICY_INVALID', `the policy \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'name one with `--policy FILE`' });
    });
    const policy = await (0,load/* loadPolicy */.t)({ text, file }, { now: runtime/* systemRuntime */.g.now() });
    return admitted({ policy, policySource: `file:${file}`, principal: localPrincipal(policy.identities, host.facts()), repositoryId: null }, host, world);
}
async function admitJob(request, host, world) {
    (0,environment/* refuseDangerousEnvironment */.AF)(world.environment, 'what the gate does');
    const token = await host.idToken(request.audience);
    world.mask(token);
    const verified = await verifyToken(token, { issuers: [issuerOf(host, world)], audience: request.audience, runtime: runtime/* systemRuntime */.g });
    const forge = await forgeOf(host, verified, world);
    const repositoryId = repositoryOf(verified);
    const { text, source } = await forge.readPolicy(repositoryId, POLICY_PATH);
    const policy = await (0,load/* loadPolicy */.t)({ text, file: source }, { now: runtime/* systemRuntime */.g.now() });
    const principal = principalOf(verified, policy.identities);
    if (principal.names.length === 0)
        world.log.warn(`the job satisfies none of the policy's \`identities\`, so only rules without \`principal\` apply to it; ${sayingOf(verified)}`);
    return admitted({ policy, policySource: source, principal, repositoryId }, host, world);
}
function admitted(who, host, world) {
    const secrets = new LocalSecrets(world.environment, { ci: host.kind !== 'shell', allowStatic: false });
    const vaults = { runtime: runtime/* systemRuntime */.g, log: world.log, mask: world.mask, token: (audience) => jobToken(host, audience, world) };
    return {
        ...who, facts: host.facts(), defaultSessionDir: host.defaultSessionDir(),
        secretsFor: (resource) => new ResourceSecrets(secrets.withStatic(resource.allowStatic), resource.vault, vaults), secretVariables: () => secrets.variables,
    };
}
// A fresh one for each vault, by its own audience: a token that one of them keeps opens no other.
async function jobToken(host, audience, world) {
    if (host.kind === 'shell')
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `a shell has no token to show to a vault (audience \`${audience}\`)`, { hint: 'give the resource of a `local: true` run an `env:` or `file:` credential of the person\'s own' });
    const token = await host.idToken(audience);
    world.mask(token);
    return token;
}
// The CI product sets these and lets no step change them.
function issuerOf(host, world) {
    const { GITHUB_SERVER_URL, CI_SERVER_URL } = world.environment;
    return host.kind === 'github' ? githubIssuer(GITHUB_SERVER_URL ?? 'https://github.com') : gitlabIssuer(CI_SERVER_URL ?? 'https://gitlab.com');
}
/** Claims that identities are usually written with. */
const SPEAKING_CLAIMS = ['repository_id', 'project_id', 'event_name', 'pipeline_source', 'workflow_ref', 'ref', 'ref_protected', 'environment'];
function sayingOf(verified) {
    const found = SPEAKING_CLAIMS.map((name) => [name, claimText(verified.claims, name)]).filter(([, value]) => value !== null);
    return `its token says ${found.map(([name, value]) => `${name}=${value ?? ''}`).join(' ')}`;
}
// By the verified token alone: the environment is the job's own word.
function repositoryOf(verified) {
    const id = claimText(verified.claims, verified.kind === 'gitlab' ? 'project_id' : 'repository_id');
    if (id === null)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', "the job's token names no repository", { hint: 'use the token that the CI product issues' });
    return id;
}

;// CONCATENATED MODULE: ./lib/approval/ask.js
/** Answers every claim with how to ask for a review. */
class AskOnly {
    #approvers;
    constructor(approvers) {
        this.#approvers = approvers;
    }
    async claim(operation, _principal, _asked) {
        const how = `put this ${operation.facts.statement} for \`${operation.resource.name}\` into a pull request and have it reviewed by ${this.#who()}`;
        return { kind: 'pending', how, url: null };
    }
    #who() {
        const approvers = this.#approvers;
        if (approvers === null)
            return 'a person whom the policy names under `approvers` (it names nobody yet)';
        const parts = [
            ...(approvers.users.length > 0 ? [`user ${approvers.users.join(', ')}`] : []),
            ...(approvers.teams.length > 0 ? [`team ${approvers.teams.join(', ')}`] : []),
            ...(approvers.codeowners ? ['a code owner'] : []),
        ];
        const who = parts.length === 0 ? 'a person whom the policy names under `approvers`' : parts.join(' or ');
        return approvers.count > 1 ? `${approvers.count} people of: ${who}` : who;
    }
}

// EXTERNAL MODULE: ./lib/core/canonical.js
var canonical = __webpack_require__(33413);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
;// CONCATENATED MODULE: ./lib/approval/shape.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads a manifest out of JSON, field by field; what it returns is built from the fields that are known, so that nothing else survives.
// The same shape as docs/schema/manifest-v1.json (test/contract compares). Refuses missing fields, wrong types, texts that are too long.

/** Longest text in a manifest, in UTF-16 units; far more than what may be rendered. */
const MAX_TEXT = 65_536;
const MAX_LIST = 1_000;
/** Ten years; an approval that never ends is none. */
const MAX_SECONDS = 315_360_000;
const wrong = (at, wanted) => new errors/* GateError */.ue('INPUT_INVALID', `the manifest's \`${at}\` is not ${wanted}`, { hint: 'manifests are written by `ostiary approval-gate`, not by hand' });
const shape_text = (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !value.isWellFormed())
        throw wrong(at, `a text of at most ${MAX_TEXT} characters`);
    return value;
};
const matching = (pattern, wanted) => (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !pattern.test(value))
        throw wrong(at, wanted);
    return value;
};
const word = (...words) => (value, at) => {
    const found = words.find((one) => one === value);
    if (found === undefined)
        throw wrong(at, `one of ${words.join(', ')}`);
    return found;
};
const whole = (least, most = Number.MAX_SAFE_INTEGER) => (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most)
        throw wrong(at, `a whole number from ${least} to ${most}`);
    return value;
};
const yesNo = (value, at) => {
    if (typeof value !== 'boolean')
        throw wrong(at, 'true or false');
    return value;
};
const orNull = (read) => (value, at) => (value === null ? null : read(value, at));
const list = (read, least = 0) => (value, at) => {
    if (!Array.isArray(value) || value.length < least || value.length > MAX_LIST)
        throw wrong(at, `a list of ${least} to ${MAX_LIST}`);
    return value.map((item, index) => read(item, `${at}[${index}]`));
};
const texts = (value, at) => {
    if (!shape_isObject(value))
        throw wrong(at, 'an object of texts');
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [shape_text(key, at), shape_text(item, `${at}.${key}`)]));
};
const record = (fields) => (value, at) => {
    if (!shape_isObject(value))
        throw wrong(at, 'an object');
    const extra = Object.keys(value).find((key) => !(key in fields));
    if (extra !== undefined)
        throw wrong(`${at}.${extra}`, 'a field of a manifest');
    const entries = Object.entries(fields).map(([key, read]) => [key, read(value[key], at === '' ? key : `${at}.${key}`)]);
    return Object.fromEntries(entries);
};
function shape_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const id = matching(/^[1-9][0-9]{0,18}$/u, 'a numeric id');
const digest = matching(/^[0-9a-f]{64}$/u, 'a SHA-256 in hex');
const base64 = matching(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u, 'base64');
const impact = record({ rows: orNull(whole(0)), sizeBytes: orNull(whole(0)), lock: orNull(shape_text), rewrites: orNull(yesNo), notes: list(shape_text) });
const operation = record({
    kind: word('sql', 'shell', 'kubernetes', 'http', 'model', 'file'),
    resource: record({ name: shape_text, target: shape_text }),
    bytes: shape_text,
    parameters: list(record({ type: shape_text, format: word('text', 'binary'), value: orNull(base64) })),
    data: orNull(digest),
    settings: texts,
    transaction: orNull(whole(1)),
    maxRows: orNull(whole(0)),
    impact: orNull(impact),
    rules: list(record({ id: shape_text, reason: shape_text }), 1),
});
const demand = record({ rule: shape_text, users: list(id), teams: list(shape_text), codeowners: yesNo, count: whole(1, 100), expiresSeconds: whole(1, MAX_SECONDS) });
/** The manifest in a JSON value. Throws INPUT_INVALID naming the field. */
const shape_readManifest = (value, at = '') => record({
    format: word('ostiary-manifest-v1'),
    repository: id,
    created: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u, 'a time such as `2026-11-24T12:00:00Z`'),
    requester: record({ names: list(shape_text), issuer: shape_text, subject: shape_text, run: orNull(id) }),
    prompters: orNull(list(record({ id, login: shape_text }), 1)),
    policy: record({ digest, source: shape_text, version: whole(1), packs: list(record({ name: shape_text, version: whole(1) })) }),
    demands: list(demand, 1),
    operations: list(operation, 1),
})(value, at);

;// CONCATENATED MODULE: ./lib/approval/manifest.js
// SPDX-License-Identifier: Apache-2.0
//
// A manifest as a file: composed, written, read back, named by its own digest (design.md, sections 7 and 12). Refuses what nobody could
// review: too much of it, or with a secret or a protected value inside. Nothing is ever cut.




/** Operations that a person can look at one by one. */
const MAX_OPERATIONS = 100;
/** Bytes of the JSON file. Base64 of parameters makes it larger than what is rendered. */
const MAX_MANIFEST_BYTES = 256 * 1024;
const FOLDER = '.ostiary/approvals';
/** Branches that we make, and may remove. */
const BRANCH_PREFIX = 'ostiary/approvals/';
/** Makes a manifest. Throws DENIED when it is too large or holds what `inspect` names, INPUT_INVALID when a field can not be written. */
function composeManifest(asked, context, inspect) {
    const { now, ...rest } = context;
    const manifest = {
        format: 'ostiary-manifest-v1', repository: rest.repository, created: `${new Date(now).toISOString().slice(0, 19)}Z`,
        requester: rest.requester, prompters: rest.prompters, policy: rest.policy, demands: rest.demands, operations: asked.map(operationOf),
    };
    const checked = readManifest(manifest);
    checkSize(checked);
    checked.operations.forEach((operation, index) => {
        const found = inspect(operation);
        if (found.length > 0) {
            throw new GateError('DENIED', `operation ${index + 1} can not be put up for review, since it holds ${found.join(' and ')}`, { hint: 'a pull request is read by many: pass the value in another way, or let a person who may see it run this' });
        }
    });
    return checked;
}
function operationOf({ operation, transaction, maxRows, impact, rules }) {
    return {
        kind: operation.kind, resource: { name: operation.resource.name, target: operation.resource.target }, bytes: operation.facts.text,
        parameters: operation.parameters.map(({ type, format, value }) => ({ type, format, value })), data: operation.data, settings: { ...operation.settings },
        transaction, maxRows, impact, rules,
    };
}
/** The bytes of `<id>.json`. */
function manifestText(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/**
 * Reads a manifest file. Throws INPUT_INVALID unless it is written exactly as we write it: no field twice, no other order, nothing
 * that a reader of the file could take for something else.
 */
function parseManifest(text) {
    if (Buffer.byteLength(text) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not JSON', { hint: 'it was changed by hand: put the operations up again', cause });
    }
    const manifest = shape_readManifest(value);
    checkSize(manifest);
    if (manifestText(manifest) !== text)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not written as it was made', { hint: 'it was changed by hand: put the operations up again' });
    return manifest;
}
/** Hex; what approvals and claims are bound to. */
function manifestDigest(manifest) {
    return (0,canonical/* taggedDigest */.D)('ostiary-manifest-v1', manifest);
}
/** Name of a manifest's files: the first half of its digest, so that a file can't hold another manifest than its name says. */
function manifestId(digest) {
    return digest.slice(0, 32);
}
function manifestPaths(digest) {
    const base = `${FOLDER}/${manifestId(digest)}`;
    return { json: `${base}.json`, rendering: `${base}.md` };
}
/** Operation digests in the manifest's order: what the wire compares with. */
function operationDigests(manifest) {
    return manifest.operations.map(operation_digest/* listedDigest */.Q);
}
/**
 * Where a manifest is put up: the same operations of the same requester lead to the same branches, so that asking twice finds what is
 * there. A new `round` begins when the one before was used, refused or has expired.
 */
function approvalBranch(manifest, round) {
    return `${branchesOf(manifest)}${round}`;
}
/** Prefix of the branches of all rounds. */
function branchesOf(manifest) {
    const { issuer, subject } = manifest.requester;
    const transactions = manifest.operations.map(({ transaction }) => transaction);
    const change = taggedDigest('ostiary-changeset-v1', { repository: manifest.repository, issuer, subject, operations: operationDigests(manifest), transactions });
    return `${BRANCH_PREFIX}${change.slice(0, 16)}-`;
}
/** Demands without those that say the same under the same rule. */
function distinctDemands(demands) {
    const seen = new Map(demands.map((demand) => [JSON.stringify(demand), demand]));
    return [...seen.values()];
}
function checkSize(manifest) {
    if (manifest.operations.length > MAX_OPERATIONS)
        throw tooLarge(`${manifest.operations.length} operations, and at most ${MAX_OPERATIONS} can be looked at one by one`);
    if (Buffer.byteLength(manifestText(manifest)) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
}
/** Refusal of what a person can not review. */
function tooLarge(what) {
    return new errors/* GateError */.ue('DENIED', `this is too large to be reviewed: ${what}`, { hint: 'split it into parts that a person can read; nothing is cut' });
}

;// CONCATENATED MODULE: ./lib/approval/candidates.js
// SPDX-License-Identifier: Apache-2.0
//
// Which pull requests could approve an operation: by number, by the commit that the job runs for, or among those that are under review.
// Only a way to look: refuses to say that anything is approved.


/** Pull requests under review that are looked into, the newest first. */
const MAX_LOOKED_AT = 30;
/** Reads `7`, `#7`, `!7` or the address of a pull request. Throws INPUT_INVALID. */
function namedPull(text) {
    // Hits `#7` and `https://github.com/acme/shop/pull/7/files`; misses `https://github.com/acme/shop`.
    const number = /^[#!]?([1-9]\d{0,9})$/u.exec(text);
    if (number !== null)
        return { number: Number(number[1]), path: null };
    const address = /^https?:\/\/[^/?#]+\/(.+?)\/(?:-\/merge_requests|pull)\/([1-9]\d{0,9})(?:[/?#].*)?$/u.exec(text);
    if (address === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`approval\` is \`${text}\``, { hint: 'write the number or the address of the pull request' });
    return { number: Number(address[2]), path: address[1] };
}
/** The candidates, what was named or merged first, then the newest. Throws FORGE_FAILED. */
async function candidates({ forge, repositoryId, approval, commit }) {
    const repository = await forge.repository(repositoryId);
    if (approval !== null) {
        if (approval.path !== null && !isAt(approval.path, repository.path))
            throw new errors/* GateError */.ue('INPUT_INVALID', `the approval is at \`${approval.path}\`, and this job is of \`${repository.path}\``, { hint: 'approvals count in their own repository only' });
        return listed([await forge.pull(repository, approval.number)], repository, forge);
    }
    const merged = commit === null ? null : await forge.mergedAs(repository, commit);
    const first = merged === null ? [] : [await forge.pull(repository, merged)];
    const others = [...await forge.underReview(repository, BRANCH_PREFIX)].filter(({ number }) => number !== merged).sort((one, other) => other.number - one.number);
    return listed([...first, ...others.slice(0, MAX_LOOKED_AT)], repository, forge);
}
// A forge below a path (`https://host/git/acme/shop`) has more in front.
function isAt(path, repository) {
    return `/${path.toLowerCase()}`.endsWith(`/${repository.toLowerCase()}`);
}
async function listed(pulls, repository, forge) {
    const found = [];
    for (const pull of pulls) {
        const paths = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && path.startsWith(`${FOLDER}/`) && path.endsWith('.json'));
        const texts = await Promise.all(paths.map(({ path }) => forge.file(repository, pull.head, path)));
        found.push({ number: pull.number, url: pull.url, digests: texts.flatMap(digestsIn) });
    }
    return found;
}
// What can't be read lists nothing: whoever verifies says why.
function digestsIn(text) {
    try {
        return text === null ? [] : operationDigests(parseManifest(text));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/approval/count.js
/** Counts. `demands`: what the policy in force asks for these operations; every one has to be met. */
function countReviews(facts, demands) {
    const refusal = refusalOf(facts, demands);
    if (refusal !== null)
        return { kind: 'refused', ...refusal };
    const now = timeOf(facts.pull.now);
    const notCounted = [];
    const candidates = candidatesOf(facts, now, notCounted);
    const unknown = unknownPeople(facts);
    const missing = objections(facts, demands);
    const counted = new Map();
    let expires = Infinity;
    for (const demand of demands) {
        const { people, expiresAt, late } = meeting(demand, candidates, facts, now);
        const needed = demand.count + unknown.length;
        for (const { account, at } of late)
            notCounted.push({ person: account, why: `approved at ${iso(at)}, which for \`${demand.rule}\` has expired` });
        if (people.length < needed)
            missing.push({ rule: demand.rule, what: lacking(demand, needed - people.length, unknown) });
        for (const { account } of people)
            counted.set(account.id, { id: account.id, login: account.login });
        expires = Math.min(expires, expiresAt);
    }
    for (const { account } of candidates)
        if (!counted.has(account.id) && !notCounted.some(({ person }) => person?.id === account.id))
            notCounted.push({ person: account, why: 'is not named by a rule that asks' });
    if (missing.length > 0)
        return { kind: 'pending', missing, notCounted };
    return { kind: 'approved', by: [...counted.values()], expiresAt: iso(expires), notCounted };
}
function refusalOf({ pull, reviews: { binding, decisions } }, demands) {
    if (demands.length === 0)
        return { why: 'no rule says who may approve this', hint: 'name people under `approvers` in the policy' };
    const nobody = demands.find(({ users, teams, codeowners }) => users.length === 0 && teams.length === 0 && !codeowners);
    if (nobody !== undefined)
        return { why: `\`${nobody.rule}\` asks for a review and the policy names nobody who may give it`, hint: 'name users, teams or `codeowners: true` under `approvers`' };
    if (demands.some(({ count, expiresSeconds }) => !(count >= 1) || !(expiresSeconds > 0)))
        return { why: 'a demand for fewer than one person, or for no time, is none', hint: 'set `count` to 1 or more' };
    if (pull.state === 'closed')
        return { why: `pull request ${pull.number} was closed without being merged`, hint: 'open it again, or ask again' };
    if (timeOf(pull.now) === null)
        return { why: 'the forge does not say what time it is', hint: 'run again' };
    if (binding.kind === 'commit')
        return null;
    if (!binding.resetsOnPush)
        return { why: 'this project keeps approvals when something is pushed, so an approval may be of another text', hint: 'Settings, Merge requests, Approval settings: remove all approvals when commits are added to the source branch (`reset_approvals_on_push`)' };
    // Not to be told from an approval of an earlier text.
    if (decisions.some(({ decision, at }) => decision === 'approved' && timeOf(at) === null))
        return { why: 'this GitLab does not say when something was approved', hint: 'update it: later versions report `approved_at`' };
    return null;
}
// Whoever approved exactly what is there, and may. Everybody else is named with the reason.
function candidatesOf(facts, now, notCounted) {
    const excluded = excludedOf(facts);
    const candidates = [];
    for (const review of latestDecisions(facts.reviews.decisions)) {
        if (review.by === null) {
            notCounted.push({ person: null, why: 'a decision of an account that is gone' });
            continue;
        }
        if (review.decision !== 'approved')
            continue;
        const at = timeOf(review.at);
        const why = excluded.get(review.by.id) ?? ineligible(review, facts) ?? elsewhere(review, at, facts) ?? (at !== null && at > now ? 'approved in the future, says the forge' : null);
        if (why === null && at !== null)
            candidates.push({ account: review.by, at });
        else
            notCounted.push({ person: { id: review.by.id, login: review.by.login }, why: why ?? 'the forge does not say when' });
    }
    return candidates;
}
/** The last decision of each person, in the order in which they were made; those of nobody stay. */
function latestDecisions(decisions) {
    const last = new Map();
    for (const review of decisions) {
        const key = review.by?.id ?? `review ${review.id}`;
        last.delete(key);
        last.set(key, review);
    }
    return [...last.values()];
}
function ineligible({ by }, { standings }) {
    const standing = standings.get(by.id);
    if (by?.kind !== 'person' || standing?.account.kind === 'bot')
        return 'is not a person';
    if (standing === undefined)
        return 'nobody knows what this person may do here';
    return standing.mayWrite ? null : 'may not write here';
}
function elsewhere(review, at, { pull, reviews: { binding } }) {
    if (binding.kind === 'commit') {
        if (review.commit === null)
            return 'approved a commit that is gone';
        return review.commit === pull.head ? null : `approved ${review.commit.slice(0, 12)}, which is not the head any more`;
    }
    const since = timeOf(binding.since);
    if (binding.head !== pull.head || since === null)
        return 'GitLab does not say since when the head is what it is';
    return at !== null && at > since ? null : 'approved before the head was pushed';
}
// Why somebody can't be the second pair of eyes, by id. The first reason is the one that is told.
function excludedOf({ pull, commits, pushes, prompters, alleged }) {
    const why = new Map();
    const exclude = (person, reason) => {
        if (person !== null && !why.has(person.id))
            why.set(person.id, reason);
    };
    for (const person of prompters ?? [])
        exclude(person, 'prompted the agent');
    for (const person of alleged)
        exclude(person, 'is said to have prompted the agent');
    exclude(pull.author, 'opened the pull request');
    for (const { id, makers } of commits)
        for (const { role, account } of makers)
            exclude(account, `is ${role === 'co-author' ? 'a co-author' : role === 'author' ? 'the author' : 'the committer'} of ${id.slice(0, 12)}`);
    for (const { after, by } of pushes)
        exclude(by, `pushed ${after.slice(0, 12)}`);
    return why;
}
// Each could be any of those who approved: one more person for each. What is said of them, in words.
function unknownPeople({ pull, commits, pushes, prompters }) {
    const strangers = new Set(commits.flatMap(({ makers }) => makers.filter(({ account }) => account === null).map(({ email }) => email)));
    const pushers = pushes.filter(({ after }) => after === pull.head);
    return [
        ...(prompters === null ? ['who prompted the agent is not known'] : []),
        ...(pushers.length === 0 || pushes.some(({ by }) => by === null) ? ['who pushed the head is not known'] : []),
        ...(pull.author === null ? ['who opened the pull request is gone'] : []),
        ...[...strangers].map((email) => `\`${email}\` in a commit belongs to no account`),
    ];
}
// Somebody who could approve asks for changes: as on the forges, that holds until it is taken back.
function objections(facts, demands) {
    return latestDecisions(facts.reviews.decisions).flatMap(({ by, decision }) => {
        if (decision !== 'changes' || by === null || by.kind !== 'person' || facts.standings.get(by.id)?.mayWrite !== true)
            return [];
        const demand = demands.find((one) => isNamed(one, by, facts));
        return demand === undefined ? [] : [{ rule: null, what: `\`${by.login}\` (${by.id}) asks for changes, and has to approve or be dismissed` }];
    });
}
function isNamed(demand, { id }, { teams, owners }) {
    return demand.users.includes(id) || demand.teams.some((team) => teams.get(team)?.has(id) === true) || (demand.codeowners && owners.has(id));
}
function meeting(demand, candidates, facts, now) {
    const named = candidates.filter(({ account }) => isNamed(demand, account, facts));
    const ends = ({ at }) => at + demand.expiresSeconds * 1000;
    const people = named.filter((candidate) => ends(candidate) > now);
    return { people, late: named.filter((candidate) => ends(candidate) <= now), expiresAt: Math.min(...people.map(ends)) };
}
function lacking({ users, teams, codeowners }, more, unknown) {
    const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${team}`), ...(codeowners ? ['the code owners of every file changed'] : [])].join(' or ');
    const because = unknown.length === 0 ? '' : ` (${unknown.length} of them because ${unknown.join(', and ')})`;
    return `${more} more ${more === 1 ? 'person' : 'people'} of: ${who}${because}`;
}
function timeOf(text) {
    const time = text === null ? Number.NaN : Date.parse(text);
    return Number.isFinite(time) ? time : null;
}
function iso(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./lib/approval/owners.js
// SPDX-License-Identifier: Apache-2.0
//
// CODEOWNERS: who owns a path. Last match wins, on GitLab within each section. Refuses patterns that the forges do not take (`!`, ranges):
// such a line owns nothing, and neither does an owner given by e-mail, since an address is no person that we can tell apart.
// @see https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
// @see https://docs.gitlab.com/user/project/codeowners/reference/

/** Where the forges look, in their order. */
const CODEOWNERS_PATHS = {
    github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
    gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};
/** Longest file that GitHub reads. */
const MAX_BYTES = 3 * 1024 * 1024;
/** For each path, one list of owners for each section that speaks of it: of each, somebody has to agree. `[]`: nobody owns the path. */
function ownersOf(text, paths, forge) {
    if (Buffer.byteLength(text) > MAX_BYTES)
        return paths.map(() => []);
    const lines = linesOf(text, forge);
    return paths.map((path) => {
        const last = new Map();
        for (const { section, matches, owners } of lines)
            if (matches(path))
                last.set(section, owners);
        return [...last.values()];
    });
}
function linesOf(text, forge) {
    const lines = [];
    let section = '';
    let inherited = [];
    for (const raw of text.split(/\r?\n/u)) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        // Hits `[Database][2] @acme/dba` and `^[Docs]`; misses a path that begins otherwise.
        const heading = forge === 'gitlab' ? /^\^?\[([^\]]+)\](?:\[\d+\])?(.*)$/u.exec(line) : null;
        if (heading !== null) {
            section = (heading[1] ?? '').trim().toLowerCase();
            inherited = ownersIn((heading[2] ?? '').split(/\s+/u));
            continue;
        }
        const [pattern = '', ...rest] = line.replace(/\\ /gu, '\0').split(/\s+#/u)[0]?.split(/\s+/u) ?? [];
        const owners = ownersIn(rest);
        lines.push({ section, matches: matcherOf(pattern.replaceAll('\0', ' ')), owners: owners.length === 0 && rest.length === 0 ? inherited : owners });
    }
    return lines;
}
function ownersIn(words) {
    return words.filter((word) => /^@[^@\s]+$/u.test(word)).map((word) => word.slice(1).toLowerCase());
}
// As in .gitignore: a slash inside anchors; a name matches at any depth; a folder owns what is in it; `*` stays within a folder.
function matcherOf(pattern) {
    if (pattern.startsWith('!') || /[[\]?]/u.test(pattern))
        return () => false;
    const folder = pattern.endsWith('/');
    const plain = pattern.replace(/^\//u, '').replace(/\/$/u, '');
    const anchored = pattern.startsWith('/') || plain.includes('/');
    if (plain === '')
        return () => true;
    const base = anchored ? plain : `**/${plain}`;
    const inside = (0,glob/* compileGlob */.S)(`${base}/**`, '/');
    const exact = (0,glob/* compileGlob */.S)(base, '/');
    const wild = plain.endsWith('/*') && plain !== '/*';
    return (path) => (!folder && exact(path)) || (!wild && inside(path));
}

;// CONCATENATED MODULE: ./lib/approval/show.js
// SPDX-License-Identifier: Apache-2.0
//
// Text as a reviewer sees it: every character that hides, moves or turns others becomes a mark in ⟦ ⟧, long lines are broken at ⤶, nothing
// can be pushed out of sight by blanks. INVARIANT: two texts never show alike. Refuses to leave anything out.
// @see https://trojansource.codes, https://www.unicode.org/reports/tr36/
/** Characters of a line after which it is broken: what a pull request shows without scrolling sideways. */
const SHOWN_COLUMNS = 100;
/** Longer runs of blanks inside a line are counted instead of shown. */
const MOST_BLANKS = 16;
const MOST_INDENT = 32;
const MOST_EMPTY_LINES = 2;
// Hits controls, formats (bidi, joiners), the unassigned, lone surrogates, line separators, blanks other than the space, fillers, marks that
// pile up, and our own signs; misses letters of any script.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}⟦⟧⤶⇥\u00A0\u1680\u115F\u1160\u17B4\u17B5\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0]/gu;
// Hits `é` and `а` (Cyrillic); misses ASCII.
const BEYOND_ASCII = /[^\0-\x7F]/gu;
/** Different characters beyond ASCII that are named one by one. */
const MOST_NAMED = 24;
/** The lines of a text, each safe to show in a block of code. */
function shownLines(text) {
    return withoutRunsOfEmpty(text.split('\n').map(shownLine)).flatMap(wrapped);
}
/** A text on one line; line breaks are marks, too. */
function shownInline(text) {
    return text.split('\n').map(shownLine).join('⟦LF⟧');
}
/** The characters of a text that are no ASCII, by number: look-alikes stand out. Empty: there are none. */
function strangers(text) {
    const found = [...new Set(text.match(BEYOND_ASCII) ?? [])];
    const named = found.slice(0, MOST_NAMED).map((character) => `${shownLine(character)} ${codeOf(character)}`);
    return found.length > MOST_NAMED ? [...named, `and ${found.length - MOST_NAMED} more`] : named;
}
function shownLine(line) {
    const marked = line.replace(HIDDEN, (character) => (character === '\t' ? '⇥' : `⟦${codeOf(character)}⟧`));
    // Hits blanks at the end; then long runs between words, and at the beginning. Each starts at a character that is no blank.
    const trimmed = marked.replace(/ +$/u, (blanks) => counted(blanks));
    return trimmed.replace(/ {2,}/gu, (blanks, at) => (blanks.length > (at === 0 ? MOST_INDENT : MOST_BLANKS) ? counted(blanks) : blanks));
}
function counted(blanks) {
    return `⟦${blanks.length} ${blanks.length === 1 ? 'space' : 'spaces'}⟧`;
}
function withoutRunsOfEmpty(lines) {
    const out = [];
    for (let at = 0; at < lines.length;) {
        let end = at;
        while (lines[end] === '')
            end += 1;
        if (end - at > MOST_EMPTY_LINES)
            out.push(`⟦${end - at} empty lines⟧`);
        else
            out.push(...lines.slice(at, end));
        if (end < lines.length)
            out.push(lines[end]);
        at = end + 1;
    }
    return out;
}
/** A line that is shown already, in pieces; one that goes on below ends with the sign, which has been marked inside of texts. */
function wrapped(line) {
    const characters = [...line];
    if (characters.length <= SHOWN_COLUMNS)
        return [line];
    const pieces = [];
    for (let at = 0; at < characters.length; at += SHOWN_COLUMNS)
        pieces.push(characters.slice(at, at + SHOWN_COLUMNS).join(''));
    return pieces.map((piece, index) => (index === pieces.length - 1 ? piece : `${piece}⤶`));
}
function codeOf(character) {
    return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./lib/approval/values.js

const sized = (size, read) => (bytes) => (bytes.length === size ? read(bytes) : null);
/** The text in a parameter; empty when its bytes are none. */
function textOf({ value }) {
    const bytes = Buffer.from(value ?? '', 'base64');
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : '';
}
const asText = (bytes) => {
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? quoted(text) : null;
};
/** Binary forms that PostgreSQL will never change. @see https://www.postgresql.org/docs/18/protocol-message-formats.html */
const BINARY = {
    int2: sized(2, (bytes) => String(bytes.readInt16BE())),
    int4: sized(4, (bytes) => String(bytes.readInt32BE())),
    int8: sized(8, (bytes) => String(bytes.readBigInt64BE())),
    bool: sized(1, (bytes) => (bytes[0] === 0 ? 'false' : bytes[0] === 1 ? 'true' : hex(bytes))),
    uuid: sized(16, (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')),
    text: asText, varchar: asText, bpchar: asText, json: asText,
};
/** `$1 (pg_catalog.int4) = 42`, on one line. */
function shownParameter(parameter, position) {
    return `$${position} (${shownInline(parameter.type)}) = ${values_valueOf(parameter)}`;
}
function values_valueOf({ type, format, value }) {
    if (value === null)
        return 'NULL';
    const bytes = Buffer.from(value, 'base64');
    if (format === 'text')
        return asText(bytes) ?? hex(bytes);
    const name = type.startsWith('pg_catalog.') ? type.slice('pg_catalog.'.length) : '';
    return (Object.hasOwn(BINARY, name) ? BINARY[name]?.(bytes) : null) ?? hex(bytes);
}
// A quote inside is doubled, so that a value can't seem to end early.
function quoted(text) {
    return `'${shownInline(text).replaceAll("'", "''")}'`;
}
function hex(bytes) {
    return `bytes \\x${bytes.toString('hex')}`;
}

;// CONCATENATED MODULE: ./lib/approval/render.js
// SPDX-License-Identifier: Apache-2.0
//
// The page that a tired reviewer reads: committed beside the manifest, made of it and of what a parser says about its bytes, and of
// nothing that an agent wrote. Everything variable stands in code, escaped. Refuses to render more than a pull request shows unfolded.




/** Beyond these a pull request folds a file away. @see https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
const MAX_RENDERED_LINES = 400;
const MAX_RENDERED_BYTES = 20_000;
/** The bytes of `<id>.md`. Throws DENIED when it is too large. The same manifest and notes give the same page. */
function renderManifest(manifest, explain) {
    const notes = manifest.operations.map(explain);
    const lines = [...head(manifest, notes), ...manifest.operations.flatMap((operation, index) => section(operation, index, notes[index])), ...foot(manifest)];
    const page = `${lines.join('\n')}\n`;
    if (lines.length > MAX_RENDERED_LINES)
        throw tooLarge(`${lines.length} lines, and a pull request folds away more than ${MAX_RENDERED_LINES}`);
    if (Buffer.byteLength(page) > MAX_RENDERED_BYTES)
        throw tooLarge(`${Buffer.byteLength(page)} bytes, and a pull request folds away more than ${MAX_RENDERED_BYTES}`);
    return page;
}
function head(manifest, notes) {
    const resources = [...new Set(manifest.operations.map(({ resource }) => `${code(resource.name)} at ${code(resource.target)}`))];
    const kinds = [...count(notes.map(({ statement }) => statement))].map(([statement, times]) => `${times} × ${code(statement)}`);
    const irreversible = notes.filter((note) => note.irreversible.length > 0).length;
    const unknown = notes.filter((note) => note.unknown.length > 0).length;
    return [
        `# Approve ${manifest.operations.length} ${manifest.operations.length === 1 ? 'operation' : 'operations'} on production?`, '',
        `**Approving this pull request lets exactly the text below run, once.** Nothing else of the pull request is approved by it.`, '',
        '| | |', '|---|---|',
        row('What', kinds.join(', ')),
        row('On', resources.join(', ')),
        row('As', `${code(manifest.requester.names.join(', ') || 'nobody that the policy knows')}, ${code(manifest.requester.subject)} of ${code(manifest.requester.issuer)}`),
        row('Prompted by', prompters(manifest)),
        row('Who may approve', manifest.demands.map(render_demand).join('; ')),
        row('Can not be undone', irreversible === 0 ? 'nothing that a parser sees' : `**${irreversible} of ${notes.length}**, marked below`),
        ...(unknown === 0 ? [] : [row('Not understood', `**${unknown} of ${notes.length}**, marked below`)]),
        row('Policy', `${code(manifest.policy.source)}, digest ${code(manifest.policy.digest)}`), '',
    ];
}
function section(operation, index, notes) {
    const text = fenced(shownLines(operation.bytes));
    const odd = strangers([operation.bytes, ...operation.parameters.map(textOf)].join(''));
    const settings = Object.entries(operation.settings).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => code(`${name} = ${value}`));
    const items = [
        ...notes.unknown.map((why) => `**not understood**: ${code(why)}`),
        ...notes.irreversible.map((what) => `**can not be undone**: ${what}`),
        `touches ${notes.touches.map(code).join(', ') || 'nothing'}`,
        ...notes.hazards.map((hazard) => `look out: ${code(hazard)}`),
        ...operation.rules.map(({ id, reason }) => `asked for by ${code(id)}: ${code(reason)}`),
        render_impact(operation.impact, operation.maxRows),
        ...(operation.data === null ? [] : [`with data of SHA-256 ${code(operation.data)}`]),
        ...(settings.length === 0 ? [] : [`under ${settings.join(', ')}`]),
        ...(odd.length === 0 ? [] : [`characters beyond ASCII: ${code(odd.join(', '))}`]),
        `digest ${code((0,operation_digest/* listedDigest */.Q)(operation))}`,
    ];
    const transaction = operation.transaction === null ? '' : `, transaction ${operation.transaction}`;
    return [
        `## ${index + 1}. ${code(notes.statement)} on ${code(operation.resource.name)}${transaction}`, '', ...text, '',
        ...(operation.parameters.length === 0 ? [] : [...fenced(operation.parameters.flatMap((parameter, at) => wrapped(shownParameter(parameter, at + 1)))), '']),
        ...items.map((item) => `- ${item}`), '',
    ];
}
function foot(manifest) {
    return [
        '---', '',
        `Put up ${code(manifest.created)}${manifest.requester.run === null ? '' : ` by run ${code(manifest.requester.run)}`} for repository ${code(manifest.repository)}. Manifest digest ${code(manifestDigest(manifest))}.`, '',
        'An approval counts for this commit alone, until it expires, and once. Signs in ⟦ ⟧ stand for characters that would not be seen; ⤶ for a line that goes on.',
    ];
}
function prompters(manifest) {
    if (manifest.prompters === null)
        return '**nobody knows**: one more person has to approve';
    return `${manifest.prompters.map(({ login, id }) => `${code(login)} (${id})`).join(', ')}, who may not approve`;
}
function render_demand({ rule, users, teams, codeowners, count: people, expiresSeconds }) {
    const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${code(team)}`), ...(codeowners ? ['a code owner of the files'] : [])];
    const named = who.length === 0 ? '**nobody is named**' : who.join(' or ');
    return `${people} ${people === 1 ? 'person' : 'people'} for ${code(rule)}: ${named}, for ${lasting(expiresSeconds)}`;
}
function render_impact(known, maxRows) {
    const ceiling = maxRows === null ? 'no row ceiling' : `rolled back beyond ${maxRows} rows`;
    if (known === null)
        return `impact: not estimated; ${ceiling}`;
    const facts = [
        known.rows === null ? 'rows not known' : `about ${known.rows} rows`,
        ...(known.sizeBytes === null ? [] : [`relation of ${render_sized(known.sizeBytes)}`]),
        ...(known.lock === null ? [] : [`lock ${code(known.lock)}`]),
        ...(known.rewrites === null ? [] : [known.rewrites ? '**rewrites the table**' : 'does not rewrite the table']),
        ...known.notes.map(code),
    ];
    return `impact, estimated: ${facts.join(', ')}; ${ceiling}`;
}
function lasting(seconds) {
    if (seconds % 86_400 === 0)
        return `${seconds / 86_400} d`;
    if (seconds % 3600 === 0)
        return `${seconds / 3600} h`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
function render_sized(bytes) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
    return `${Math.round((bytes / 1024 ** power) * 10) / 10} ${units[power] ?? 'B'}`;
}
function row(name, value) {
    return `| **${name}** | ${value} |`;
}
// In a span of code nothing is markup but a run of backticks as long as its own; a bar would end a cell.
function code(text) {
    const safe = shownInline(text).replaceAll('|', '⟦U+007C⟧').replace(/^ | $/gu, '⟦1 space⟧');
    if (safe === '')
        return '(empty)';
    const ticks = '`'.repeat(longestRun([safe]) + 1);
    const gap = safe.startsWith('`') || safe.endsWith('`') ? ' ' : '';
    return `${ticks}${gap}${safe}${gap}${ticks}`;
}
// Longer than every run of backticks inside.
function fenced(lines) {
    const fence = '`'.repeat(Math.max(longestRun(lines), 2) + 1);
    return [`${fence}text`, ...lines, fence];
}
function longestRun(lines) {
    return lines.reduce((most, line) => Math.max(most, ...(line.match(/`+/gu) ?? []).map(({ length }) => length)), 0);
}
function count(words) {
    const counts = new Map();
    for (const one of words)
        counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
}

;// CONCATENATED MODULE: ./lib/approval/verify.js
// SPDX-License-Identifier: Apache-2.0
//
// Is this pull request an approval of a manifest, here and now? Asks the forge for everything, twice for what can move, and hands it to
// the count. Refuses to believe the pull request's own words, names that a client chose, forks, other branches, pages that do not match.





/** People whose decisions are looked into one by one. */
const MAX_REVIEWERS = 50;
const refused = (why, hint) => ({ kind: 'refused', why, hint });
/** Verifies. Throws FORGE_FAILED when the forge does not answer whole, or when something moved meanwhile: then nothing runs. */
async function verifyApproval(request, deps) {
    const { forge } = deps;
    const repository = await forge.repository(request.repositoryId);
    const pull = await forge.pull(repository, request.number);
    const place = await misplaced(repository, pull, forge);
    if (place !== null)
        return { outcome: place, manifest: null, digest: null, pull, claimedBy: null };
    const paths = await forge.changedPaths(repository, pull);
    const found = await manifestIn({ repository, pull, paths }, request, deps);
    if ('kind' in found)
        return { outcome: found, manifest: null, digest: null, pull, claimedBy: null };
    const { manifest, digest } = found;
    const claimedBy = await forge.claimant(repository, digest);
    const demands = deps.demandsOf(manifest);
    const facts = await gather({ repository, pull, paths, manifest, digest, demands }, deps);
    return { outcome: countReviews(facts, demands), manifest, digest, pull: facts.pull, claimedBy };
}
// Where it is: only a pull request of the repository itself, into its protected branch, that is alone with its commit.
async function misplaced(repository, pull, forge) {
    if (!repository.isProtected)
        return refused(`the default branch \`${repository.defaultBranch}\` is not protected, so reviews of what goes there bind nobody`, 'protect it');
    if (pull.headRepository !== repository.id)
        return refused(`pull request ${pull.number} comes from another repository`, 'only branches of the repository itself can be approved');
    if (pull.base !== repository.defaultBranch)
        return refused(`pull request ${pull.number} goes to \`${pull.base}\`, not to \`${repository.defaultBranch}\``, `set its base to \`${repository.defaultBranch}\`, and have it approved again`);
    if (pull.state === 'closed')
        return refused(`pull request ${pull.number} was closed without being merged`, 'open it again, or ask again');
    const others = (await forge.openAt(repository, pull.head)).filter((number) => number !== pull.number);
    return others.length === 0 ? null : refused(`pull request ${others.join(', ')} shows the same commit, so it is not plain which of them was reviewed`, 'close all but one');
}
// INVARIANT: what is returned was read at the reviewed head, is what the page beside it shows, and has the name of its own digest.
async function manifestIn(change, request, deps) {
    const added = new Set(change.paths.filter(({ status }) => status === 'added').map(({ path }) => path));
    // Hits `.ostiary/approvals/` and 32 hex digits; the name says nothing but where to look.
    const candidates = [...added].filter((path) => path.startsWith(`${FOLDER}/`) && /^[0-9a-f]{32}\.json$/u.test(path.slice(FOLDER.length + 1)));
    const wanted = request.digest === null ? candidates : candidates.filter((path) => path === manifestPaths(request.digest).json);
    const [path] = wanted;
    if (path === undefined || wanted.length > 1) {
        return refused(`pull request ${change.pull.number} adds ${wanted.length === 0 ? 'no such manifest' : `${wanted.length} manifests`} under \`${FOLDER}\``, 'one pull request, one manifest: name the one that is meant');
    }
    const page = path.replace(/json$/u, 'md');
    if (!added.has(page))
        return refused(`pull request ${change.pull.number} does not show \`${page}\`, the page that people read`, 'put the operations up again');
    const commits = change.pull.mergeCommit === null ? [change.pull.head] : [change.pull.head, change.pull.mergeCommit];
    let manifest = null;
    for (const commit of commits) {
        const texts = [await deps.forge.file(change.repository, commit, path), await deps.forge.file(change.repository, commit, page)];
        const read = readPair(texts, path, deps.explain);
        if ('kind' in read)
            return read;
        if (manifest !== null && manifestDigest(manifest) !== manifestDigest(read))
            return refused('what was merged is not what was reviewed', 'put the operations up again');
        manifest = read;
    }
    const digest = manifestDigest(manifest);
    if (manifestPaths(digest).json !== path || (request.digest !== null && request.digest !== digest))
        return refused(`\`${path}\` holds another manifest than its name says`, 'put the operations up again');
    if (manifest.repository !== change.repository.id)
        return refused(`\`${path}\` was made for another repository`, 'put the operations up here');
    return { manifest: manifest, digest };
}
function readPair([json, page], path, explain) {
    if (json === null || page === null)
        return refused(`\`${path}\` and its page are not both there`, 'put the operations up again');
    try {
        const manifest = parseManifest(json);
        // The parsers of this version speak: after an update that reads something otherwise, old pages no longer hold.
        if (renderManifest(manifest, explain) !== page)
            return refused(`the page beside \`${path}\` does not show what the manifest says`, 'it was changed, or made by another version: put the operations up again');
        return manifest;
    }
    catch (thrown) {
        if (thrown instanceof errors/* GateError */.ue && (thrown.code === 'INPUT_INVALID' || thrown.code === 'DENIED'))
            return refused(thrown.message, thrown.hint ?? 'put the operations up again');
        throw thrown;
    }
}
async function gather(of, deps) {
    const { forge } = deps;
    const { repository, pull, manifest } = of;
    const commits = await forge.commits(repository, pull);
    const pushes = await forge.pushes(repository, pull.branch);
    const spoken = manifest.requester.run === null ? null : await forge.prompters(repository, manifest.requester.run);
    const isVouched = await vouched(of, pushes, deps);
    // Decisions last: whatever happens to them after this is after our looking.
    const reviews = await forge.reviews(repository, pull);
    const standings = await standingsOf(reviews, repository, forge);
    const teams = await teamsOf(of.demands.flatMap((demand) => demand.teams), forge);
    const owners = of.demands.some(({ codeowners }) => codeowners) ? await ownersAmong(standings, of, forge) : new Set();
    const again = await forge.pull(repository, pull.number);
    if (again.head !== pull.head || again.base !== pull.base || again.state !== pull.state || again.branch !== pull.branch || again.mergeCommit !== pull.mergeCommit) {
        throw new errors/* GateError */.ue('FORGE_FAILED', `pull request ${pull.number} changed while it was looked at`, { hint: 'run again' });
    }
    const alleged = isVouched ? [] : [...(spoken ?? []), ...(manifest.prompters ?? [])];
    return { pull: again, reviews, commits, pushes, prompters: isVouched ? spoken : null, alleged, standings, teams, owners };
}
// The run in a manifest is believed when the manifest came with one push of an account of ours, and was not touched since.
async function vouched({ repository, pull, digest }, pushes, { forge, proposers }) {
    if (proposers.length === 0)
        return false;
    const [commit, ...earlier] = await forge.history(repository, pull.head, manifestPaths(digest).json);
    return commit !== undefined && earlier.length === 0 && pushes.some(({ after, by }) => after === commit && by !== null && proposers.includes(by.id));
}
async function standingsOf({ decisions }, repository, forge) {
    const people = new Map(decisions.flatMap(({ by }) => (by === null || by.kind === 'bot' ? [] : [[by.id, by]])));
    if (people.size > MAX_REVIEWERS)
        throw new errors/* GateError */.ue('FORGE_FAILED', `more than ${MAX_REVIEWERS} people decided about this pull request`, { hint: 'ask again in a new one' });
    const standings = new Map();
    for (const [id, account] of people) {
        const standing = await forge.standing(repository, account);
        if (standing.account.id !== id)
            throw new errors/* GateError */.ue('FORGE_FAILED', `the forge answered about another account than ${id}`, { hint: 'was it renamed just now? run again' });
        standings.set(id, standing);
    }
    return standings;
}
async function teamsOf(names, forge) {
    const teams = new Map();
    for (const name of new Set(names))
        teams.set(name, new Set(await forge.team(name)));
    return teams;
}
// Those who own every file that changes, as the protected branch says. A file that nobody owns is owned by nobody.
async function ownersAmong(standings, { repository, paths }, forge) {
    let text = null;
    for (const path of CODEOWNERS_PATHS[forge.kind])
        text ??= await forge.file(repository, repository.head, path);
    if (text === null)
        return new Set();
    const wanted = ownersOf(text, paths.map(({ path }) => path), forge.kind);
    const teams = await teamsOf(wanted.flat(2).filter((name) => name.includes('/')), forge);
    const owns = ({ account: { id, login } }) => wanted.every((sections) => sections.length > 0
        && sections.every((owners) => owners.some((name) => (name.includes('/') ? teams.get(name)?.has(id) === true : name === login.toLowerCase()))));
    return new Set([...standings.values()].filter(owns).map(({ account }) => account.id));
}

;// CONCATENATED MODULE: ./lib/approval/use.js
// SPDX-License-Identifier: Apache-2.0
//
// The one use of an approval: verified, then claimed by one session, atomically (design.md, section 7). Afterwards the operations pass in
// the manifest's order, as often as they are listed. Refuses a second session, another order, anything after an outcome nobody knows.



/** Verifies and claims for a session. What is not approved, or used by another session, comes back as it stands, unclaimed. */
async function useApproval(request, session, deps) {
    const verified = await verifyApproval(request, deps);
    const { manifest, digest, outcome, claimedBy, pull } = verified;
    if (manifest === null || digest === null || outcome.kind !== 'approved')
        return { verified, manifest: null };
    const taken = { verified: { ...verified, outcome: { kind: 'refused', why: `this approval was used by session \`${claimedBy ?? 'of somebody else'}\``, hint: 'an approval is used once: ask for a new one' } }, manifest: null };
    if (claimedBy !== null && claimedBy !== session)
        return taken;
    if (deps.mayBegin?.(manifest) === false)
        return { verified, manifest: null };
    const repository = await deps.forge.repository(request.repositoryId);
    const answer = await deps.forge.claim(repository, { digest, commit: pull.mergeCommit ?? pull.head, session });
    return answer === 'claimed' ? { verified, manifest } : taken;
}
/** Where the operations of one claimed manifest stand. Lives in the session that claimed it. */
class Progress {
    #digests;
    #steps;
    #lanes;
    #free;
    /** `free`: which operations need no approval by themselves, and may be left out. */
    constructor(manifest, free = []) {
        this.#digests = operationDigests(manifest);
        this.#steps = this.#digests.map(() => 'waiting');
        this.#lanes = this.#digests.map(() => null);
        this.#free = free;
    }
    /** The place of the next operation if it has this digest; null: it is not what comes next, or what came before is not known to be kept. */
    next(digest, lane) {
        if (this.#steps.some((step, place) => !allows(step, this.#lanes[place] ?? null, lane)))
            return null;
        for (const [place, step] of this.#steps.entries()) {
            if (step !== 'waiting')
                continue;
            if (this.#digests[place] === digest)
                return place;
            if (this.#free[place] !== true)
                return null;
        }
        return null;
    }
    /** The same, and it is running from now on. */
    take(digest, lane) {
        const place = this.next(digest, lane);
        if (place === null)
            return null;
        this.#steps[place] = 'running';
        this.#lanes[place] = lane;
        return place;
    }
    /** What became of it: `rolled-back` may pass again, `unknown` is spent, and so is all that follows. */
    settle(place, how) {
        const step = this.#steps[place];
        if (step !== 'running' && step !== 'passed')
            throw new errors/* GateError */.ue('INTERNAL', `operation ${place + 1} of the manifest is not running`);
        this.#steps[place] = how === 'rolled-back' ? 'waiting' : how === 'unknown' ? 'spent' : how;
    }
    /** How many are done, of how many; `spent`: the outcome of one is not known, and nothing more will run. */
    get state() {
        return { done: this.#steps.filter((step) => step === 'done').length, of: this.#steps.length, spent: this.#steps.includes('spent') };
    }
}
// What is under way holds up everybody else: it may still be taken back.
function allows(step, of, asking) {
    if (step === 'spent')
        return false;
    if (step === 'running')
        return of?.message === asking.message;
    return step !== 'passed' || of?.connection === asking.connection;
}

;// CONCATENATED MODULE: ./lib/approval/enforce.js
// SPDX-License-Identifier: Apache-2.0
//
// The approvals of a session with a forge: an operation passes when a manifest lists it, people approved exactly that, here and now, and
// this session is the one that uses it. Refuses everything while the forge does not answer; forgets nothing that was used.






/** How long a look at the forge holds for what follows in the same manifest, so that no transaction keeps its locks while a forge is asked. */
const FRESH_MS = 10_000;
/** How long the list of pull requests is kept: an agent that asks again and again does not use up the forge's limits. */
const LOOK_MS = 5_000;
/** One for each session. Answers one after the other, in the order in which it was asked. */
class ReviewedApprovals {
    #deps;
    #uses = [];
    #last = Promise.resolve();
    #looked = null;
    constructor(deps) {
        this.#deps = deps;
    }
    claim(operation, principal, asked) {
        const answer = this.#last.then(() => this.#answer(operation, principal, asked));
        this.#last = answer.catch(() => undefined);
        return answer;
    }
    /** What this session used, and how far it came. */
    get uses() {
        return this.#uses.map(({ verified, progress }) => ({ verified, state: progress.state }));
    }
    async #answer(operation, principal, asked) {
        const digest = (0,operation_digest/* operationDigest */.x)(operation);
        const begun = this.#uses.find(({ progress }) => progress.next(digest, asked) !== null);
        if (begun !== undefined)
            return this.#goOn(begun, digest, asked);
        const found = await this.#look().catch((thrown) => this.#lookFailed(thrown));
        if (typeof found === 'string')
            return this.#unseen(found, operation, { principal, asked });
        const listing = found.filter(({ number, digests }) => digests.includes(digest) && !this.#uses.some((use) => use.number === number));
        let worst = null;
        for (const { number } of listing) {
            const answer = await this.#begin(number, digest, asked);
            if (answer.kind === 'approved')
                return answer;
            worst ??= answer;
        }
        return worst ?? this.#notNext(digest) ?? this.#deps.otherwise.claim(operation, principal, asked);
    }
    async #look() {
        const now = this.#deps.monotonicMs();
        if (this.#looked !== null && now - this.#looked.at < LOOK_MS)
            return this.#looked.found;
        const found = await candidates(this.#deps);
        this.#looked = { at: now, found };
        return found;
    }
    // Nobody named an approval, so there may be none: what could not be looked for is told beside how to ask.
    #lookFailed(thrown) {
        if (this.#deps.approval !== null || !(thrown instanceof errors/* GateError */.ue))
            throw thrown;
        return thrown.hint === undefined ? thrown.message : `${thrown.message}: ${thrown.hint}`;
    }
    async #unseen(why, operation, { principal, asked }) {
        const answer = await this.#deps.otherwise.claim(operation, principal, asked);
        return answer.kind === 'approved' ? answer : { ...answer, how: `${answer.how}; whether there is an approval could not be seen: ${why}` };
    }
    // The first operation of an approval: verified, then claimed, and only if it may come first.
    async #begin(number, digest, asked) {
        const { deps, demanded } = this.#verifying(asked.rules);
        const verifiedAt = this.#deps.monotonicMs();
        const progressOf = (of) => new Progress(of, of.operations.map(this.#deps.isFree));
        const mayBegin = (of) => progressOf(of).next(digest, asked) !== null;
        const { verified, manifest } = await useApproval({ repositoryId: this.#deps.repositoryId, number, digest: null }, this.#deps.session, { ...deps, mayBegin });
        if (manifest === null)
            return verified.outcome.kind === 'approved' ? outOfTurn(verified) : pending(verified);
        const use = { number, digest: manifestDigest(manifest), manifest, progress: progressOf(manifest), verified, demands: demanded(), verifiedAt };
        this.#uses.push(use);
        return this.#take(use, digest, asked);
    }
    // What follows: still approved, still ours, not expired.
    async #goOn(use, digest, asked) {
        const { deps, demanded } = this.#verifying(asked.rules);
        const more = this.#deps.demandsFor(asked.rules).some((demand) => !use.demands.some((known) => JSON.stringify(known) === JSON.stringify(demand)));
        const now = this.#deps.monotonicMs();
        if (more || now - use.verifiedAt >= FRESH_MS || now >= expiryOf(use)) {
            const verified = await verifyApproval({ repositoryId: this.#deps.repositoryId, number: use.number, digest: use.digest }, deps);
            if (verified.manifest === null || verified.outcome.kind !== 'approved' || manifestDigest(verified.manifest) !== use.digest)
                return pending(verified);
            if (verified.claimedBy !== this.#deps.session) {
                return pending({ ...verified, outcome: { kind: 'refused', why: 'the claim of this session is gone', hint: 'protect the tags `ostiary/claims/*`, and ask for a new approval' } });
            }
            Object.assign(use, { verified, demands: demanded(), verifiedAt: now });
        }
        return this.#take(use, digest, asked);
    }
    #take(use, digest, asked) {
        const place = use.progress.take(digest, asked);
        const { pull, outcome } = use.verified;
        if (place === null || outcome.kind !== 'approved')
            return outOfTurn(use.verified);
        const by = outcome.by.map(({ id, login }) => `${login} (${id})`);
        const of = `operation ${place + 1} of ${use.manifest.operations.length} of manifest ${use.digest.slice(0, 12)}`;
        return {
            kind: 'approved', approval: `${by.join(', ')} in ${pull.url}`, maxRows: use.manifest.operations[place]?.maxRows ?? null,
            seen: { state: 'used', manifest: use.digest, by, url: pull.url, reason: `${of}, until ${outcome.expiresAt}` },
            settle: (how) => use.progress.settle(place, how),
        };
    }
    // An approval that this session uses lists it, but not here.
    #notNext(digest) {
        const use = this.#uses.find(({ manifest }) => operationDigests(manifest).includes(digest));
        if (use === undefined)
            return null;
        return use.progress.state.spent ? spent(use.verified) : outOfTurn(use.verified);
    }
    // The rules that ask on the wire may be more than those that the text alone tells.
    #verifying(rules) {
        const { forge, explain, proposers } = this.#deps;
        let demands = [];
        const demandsOf = (manifest) => (demands = distinctDemands([...this.#deps.demandsOf(manifest), ...this.#deps.demandsFor(rules)]));
        return { deps: { forge, explain, proposers, demandsOf }, demanded: () => demands };
    }
}
// By our own clock, from the forge's answer on.
function expiryOf({ verified, verifiedAt }) {
    const { expiresAt } = verified.outcome;
    return verifiedAt + Date.parse(expiresAt) - Date.parse(verified.pull.now);
}
/** Why it is not approved, in one line. */
function stateOf({ outcome, claimedBy }) {
    switch (outcome.kind) {
        case 'approved':
            return claimedBy === null ? `approved until ${outcome.expiresAt}` : `used by session \`${claimedBy}\``;
        case 'refused':
            return `${outcome.why}: ${outcome.hint}`;
        case 'pending': {
            const missing = outcome.missing.map(({ rule, what }) => (rule === null ? what : `${what}, for \`${rule}\``));
            const others = outcome.notCounted.map(({ person, why }) => `${person === null ? 'somebody' : `\`${person.login}\` (${person.id})`} does not count: ${why}`);
            return [`waits for ${missing.join('; ')}`, ...others].join('; ');
        }
        default:
            return outcome;
    }
}
function pending(verified) {
    const { outcome, pull, digest } = verified;
    const reason = stateOf(verified);
    const isExpired = outcome.kind === 'pending' && outcome.notCounted.some(({ why }) => why.includes('has expired'));
    const state = outcome.kind === 'refused' ? 'refused' : isExpired ? 'expired' : 'requested';
    return { kind: 'pending', how: reason, url: pull.url, seen: { state, manifest: digest, by: [], url: pull.url, reason } };
}
function outOfTurn(verified) {
    return wait(verified, 'it is listed there, but not at this place: operations pass in the order of the manifest, each when what came before is done');
}
function spent(verified) {
    return wait(verified, 'the outcome of an operation is not known, so this approval is spent: look what the database has, and ask for a new one');
}
function wait({ pull, digest }, how) {
    return { kind: 'pending', how, url: pull.url, seen: { state: 'refused', manifest: digest, by: [], url: pull.url, reason: how } };
}

;// CONCATENATED MODULE: ./lib/approval/notes.js
const LOST = {
    destroy: 'what it removes does not come back with a rollback of the release',
    write: 'rows that it changes or removes keep no copy of what they were',
    grant: 'what is done with new rights before they are taken away stays done',
    execute: 'what code does elsewhere is out of reach of a rollback',
    unknown: 'nobody can say what it does, so nobody can say what could be undone',
};
/** The notes of facts. */
function notesOf(facts) {
    const effects = new Set(facts.accesses.map(({ effect }) => effect));
    // A plain INSERT adds; everything else that writes may overwrite.
    if (facts.statement === 'INSERT')
        effects.delete('write');
    return {
        statement: facts.statement,
        touches: [...new Set(facts.accesses.map(({ effect, object, columns, why }) => {
                const named = columns.length === 0 || columns.includes('*') ? '' : ` (${columns.join(', ')})`;
                return `${effect} ${object ?? 'nothing in particular'}${named}${why === undefined ? '' : `: ${why}`}`;
            }))],
        hazards: facts.hazards.map(({ id, detail }) => `${id}: ${detail}`),
        irreversible: [...effects].flatMap((effect) => LOST[effect] ?? []),
        unknown: facts.unknown,
    };
}

;// CONCATENATED MODULE: ./lib/main/manifest-policy.js


/** Answers about manifests under one policy. */
class ManifestPolicy {
    #policy;
    #principal;
    #read;
    #now;
    /** `read`: of SQL without a catalog. */
    constructor(policy, of) {
        this.#policy = policy;
        this.#principal = of.principal;
        this.#read = of.read;
        this.#now = of.now;
    }
    explain = (operation) => notesOf(this.#operation(operation).facts);
    demandsOf = (manifest) => {
        const asking = manifest.operations.map((operation) => this.decide(operation)).filter(({ decision }) => decision === 'review').flatMap(({ rules }) => rules);
        return asking.length === 0 ? [this.#demand('default')] : this.demandsFor(asking);
    };
    demandsFor = (rules) => [...new Set(rules)].map((rule) => this.#demand(rule));
    isFree = (operation) => this.decide(operation).decision === 'allow';
    /** What the policy says without a catalog. */
    decide(operation) {
        return this.#policy.decide({ operation: this.#operation(operation), principal: this.#principal, resource: operation.resource.name, now: this.#now() });
    }
    // A rule that is not the policy's own word (`default`, `builtin:…`) asks the policy's approvers.
    #demand(rule) {
        const approvers = this.#policy.rules.find(({ id }) => id === rule)?.approvers ?? this.#policy.approvers;
        const { users, teams, codeowners, count, expiresSeconds } = approvers;
        return { rule, users: users.map(String), teams, codeowners, count, expiresSeconds };
    }
    #operation({ kind, resource, bytes, parameters, data, settings }) {
        if (kind !== 'sql')
            throw new errors/* GateError */.ue('INPUT_INVALID', `the manifest has an operation of kind \`${kind}\`, and this version enforces approvals of SQL only`, { hint: 'put the SQL up by itself' });
        const [read, ...more] = this.#read(bytes);
        if (read === undefined || more.length > 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', `an operation of the manifest is ${read === undefined ? 'no statement' : 'more than one statement'}`, { hint: 'one statement is one operation: put them up one by one' });
        return { kind, resource, facts: read.facts, parameters, data, settings };
    }
}

;// CONCATENATED MODULE: ./lib/main/approvals.js
// SPDX-License-Identifier: Apache-2.0
//
// Who answers when an operation of a job needs a review: the forge of the job, asked with the enforcer's own token; nobody where there is
// none. Refuses to take the repository, the commit or the run from anything but the verified token.







/** The approvals of one session. */
async function approvalsOf(session, { admitted, request }, world) {
    const { policy, principal, repositoryId } = admitted;
    const otherwise = new AskOnly(policy.approvers);
    const forge = repositoryId === null ? null : await reviewForgeOf(world);
    if (forge === null || repositoryId === null) {
        if (request.approval !== null)
            throw new errors/* GateError */.ue('INPUT_INVALID', `input \`approval\` is \`${request.approval}\`, and there is no forge to ask about it here`, { hint: 'approvals are used by jobs of GitHub Actions, with the input `github-token`' });
        return otherwise;
    }
    const { loadSqlReader } = await __webpack_require__.e(/* import() */ 2882).then(__webpack_require__.bind(__webpack_require__, 60501));
    const asked = new ManifestPolicy(policy, { principal, read: await loadSqlReader(), now: () => runtime/* systemRuntime */.g.now() });
    const commit = claimText(principal.claims, 'sha');
    return new ReviewedApprovals({
        forge, repositoryId, session, otherwise, explain: asked.explain, demandsOf: asked.demandsOf, demandsFor: asked.demandsFor, isFree: asked.isFree,
        proposers: request.proposers, approval: request.approval === null ? null : namedPull(request.approval),
        // Hits the id of a commit; whatever else a token says there leads to no pull request.
        commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
        monotonicMs: () => runtime/* systemRuntime */.g.monotonicMs(),
    });
}
/** The forge of this job with the enforcer's token; null when there is none. */
async function reviewForgeOf({ host, environment }) {
    if (host !== 'github')
        return null;
    const token = (environment['INPUT_GITHUB-TOKEN'] ?? '').trim() || (environment.GITHUB_TOKEN ?? '');
    if (token === '')
        return null;
    const { GitHubApprovals } = await __webpack_require__.e(/* import() */ 7745).then(__webpack_require__.bind(__webpack_require__, 77745));
    return new GitHubApprovals({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: runtime/* systemRuntime */.g });
}

// EXTERNAL MODULE: ./lib/main/postgres.js + 58 modules
var postgres = __webpack_require__(60678);
// EXTERNAL MODULE: ./lib/main/help.js
var help = __webpack_require__(72842);
;// CONCATENATED MODULE: ./lib/main/guard.js
// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.
















/** Opens a session; throws GateError, and then nothing is left open. */
async function openGuard(request, world) {
    const [admitted, parser] = await Promise.all([admit(request, world), sql_parser.SqlParser.load()]);
    const { policy, principal } = admitted;
    for (const problem of policy.warnings)
        world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
    const resources = chosenResources(policy, request);
    const session = `ost_${runtime/* systemRuntime */.g.random(6).toString('hex')}`;
    const approvals = await approvalsOf(session, { admitted, request }, world);
    const sessionDir = request.sessionDir ?? (0,external_node_path_.join)(admitted.defaultSessionDir, session);
    await makePrivate(sessionDir);
    const recorder = await RecordingWriter.open({
        dir: sessionDir, sessionId: session, header: headerOf({ session, admitted, resources, request }, world), runtime: runtime/* systemRuntime */.g, durability: 'process', log: world.log,
    });
    const gate = new gate_session/* GateSession */.aR({
        principal, judge: policy, reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => (0,resolve.resolve)(draft, scope, parser) },
        approvals, recorder, runtime: runtime/* systemRuntime */.g, log: world.log, recordResults: policy.record.results,
    });
    const open = [];
    try {
        for (const resource of resources) {
            const door = gate.door({ name: resource.name, target: resource.target }, policy.masks(resource.name, principal.names));
            open.push(await (0,postgres/* guardPostgres */.b)({ resource, session, door }, admitted.secretsFor(resource), world));
        }
    }
    catch (thrown) {
        await Promise.allSettled(open.map((guarded) => guarded.close()));
        await recorder.close({ outcome: 'error', operations: { allow: 0, review: 0, deny: 0 } });
        throw thrown;
    }
    const started = {
        session, sessionDir, recording: (0,external_node_path_.join)(sessionDir, chain/* RECORDING_FILE */.fm), endpoints: open.map((guarded) => guarded.endpoint),
        guide: (0,guide/* guideText */.A)(policy, resources.map((resource) => resource.name)), secretVariables: admitted.secretVariables(),
        observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
    };
    return {
        started,
        async seal(commandCode, onRefusal) {
            gate.end();
            await Promise.allSettled(open.map((guarded) => guarded.close()));
            const { allow, review, deny } = gate.tally;
            const sealed = { allow, review, deny };
            const outcome = (0,run/* outcomeOf */.sG)({ code: commandCode ?? 0, sealed, onRefusal, faulty: commandCode === null });
            await recorder.close({ outcome, operations: sealed });
            return sealed;
        },
    };
}
function chosenResources(policy, request) {
    const names = Object.keys(policy.resources);
    if (names.length === 0)
        throw new errors/* GateError */.ue('POLICY_INVALID', 'the policy has no `resources`, so there is nothing to guard', { hint: 'add the database under `resources:`' });
    const only = names[0];
    const wanted = request.resources.length > 0 ? [...new Set(request.resources)] : names.length === 1 && only !== undefined ? [only] : [];
    if (wanted.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the policy has ${names.length} resources, so the run has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
    return wanted.map((name) => {
        const resource = policy.resources[name];
        if (resource === undefined)
            throw new errors/* GateError */.ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
        if (resource.type !== 'postgres')
            throw new errors/* GateError */.ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, which this version can not guard yet`, { hint: 'it guards `postgres`' });
        if (request.local && !resource.local)
            throw new errors/* GateError */.ue('DENIED', `resource \`${name}\` is not for local runs`, { hint: 'mark it `local: true` in the policy, or run it from CI' });
        return resource;
    });
}
async function makePrivate(folder) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(folder), { recursive: true });
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        await (0,promises_.chmod)(folder, 0o700);
    }
    catch (thrown) {
        throw recordFailed(thrown, (0,external_node_path_.join)(folder, chain/* RECORDING_FILE */.fm));
    }
}
function headerOf(about, world) {
    const { admitted, resources, request, session } = about;
    const { policy, principal } = admitted;
    return {
        type: 'session', format: 'ostiary-session-v1', session, ostiary: help/* VERSION */.x,
        principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, claims: principal.claims },
        prompter: principal.prompter ?? null,
        host: { kind: world.host, facts: admitted.facts },
        resources: resources.map(({ name, target, type }) => ({ name, target, type })),
        policy: { digest: policy.digest, source: admitted.policySource, version: policy.version, mode: policy.mode.kind },
        packs: policy.packs, command: request.command, durability: 'process',
    };
}

// EXTERNAL MODULE: ./lib/core/program.js
var program = __webpack_require__(21771);
;// CONCATENATED MODULE: ./lib/main/memory.js
// SPDX-License-Identifier: Apache-2.0
//
// Keeps what this process has in memory off the disk and away from debuggers, as far as the platform allows without native code: no core
// dumps (Linux, util-linux's prlimit), no inspector on SIGUSR1. Refuses nothing: root, and on some systems the same user, can still read it.



/** By its place, never by a PATH that an earlier step may have set. */
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'];
/** Called before the first secret is read. Never throws. */
async function guardMemory(runtime) {
    // Node opens its debugger on this signal, and a debugger reads every secret there is.
    process.on('SIGUSR1', () => undefined);
    if (process.platform !== 'linux')
        return;
    for (const file of PRLIMIT) {
        if (!(await (0,promises_.access)(file, external_node_fs_.constants.X_OK).then(() => true, () => false)))
            continue;
        await (0,program/* runProgram */.m)({ file, args: ['--pid', String(process.pid), '--core=0:0'], environment: {} }, runtime).catch(() => undefined);
        return;
    }
}

;// CONCATENATED MODULE: ./lib/main/gate-process.js
// SPDX-License-Identifier: Apache-2.0
//
// The door of the gate process: takes one `start` and one `seal` from its parent. When the parent goes away it seals what there is and
// ends. Refuses to live longer than its parent, and to answer anything else.




/** Runs until the parent has had its answer to `seal`, or is gone. */
async function gateProcess(environment) {
    const send = (message) => {
        if (process.connected)
            process.send?.(message);
    };
    const log = {
        debug: (message, fields = {}) => send({ kind: 'log', level: 'debug', message, fields }),
        info: (message, fields = {}) => send({ kind: 'log', level: 'info', message, fields }),
        warn: (message, fields = {}) => send({ kind: 'log', level: 'warn', message, fields }),
        error: (message, fields = {}) => send({ kind: 'log', level: 'error', message, fields }),
    };
    // The terminal's Ctrl-C goes to the whole group; ending is the parent's decision, so that the recording is sealed.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => undefined);
    const guarded = guardMemory(runtime/* systemRuntime */.g);
    let guard = null;
    await new Promise((ended) => {
        const fail = (thrown) => {
            const known = thrown instanceof errors/* GateError */.ue ? thrown : new errors/* GateError */.ue('INTERNAL', (0,errors/* messageOf */.bD)(thrown));
            send({ kind: 'failed', code: known.code, message: known.message, hint: known.hint ?? null });
        };
        const receive = async (message) => {
            if (message.kind === 'start') {
                await guarded;
                guard = await openGuard(message.request, { host: message.host, environment, log, mask: (value) => send({ kind: 'mask', value }) });
                send({ kind: 'started', started: guard.started });
                return;
            }
            if (guard === null)
                throw new errors/* GateError */.ue('INTERNAL', 'nothing has been started');
            const sealed = await guard.seal(message.commandCode, message.onRefusal);
            send({ kind: 'sealed', sealed });
            ended();
        };
        process.on('message', (message) => {
            receive(message).catch((thrown) => {
                fail(thrown);
                // A seal that failed is an end, too: the parent has its answer, and would wait for a process that has nothing left to do.
                if (guard === null || message.kind === 'seal')
                    ended();
            });
        });
        send({ kind: 'awake' });
        process.on('disconnect', () => {
            void (guard === null ? Promise.resolve() : guard.seal(null, 'fail').then(() => undefined, () => undefined)).then(() => ended());
        });
    });
    if (process.connected)
        process.disconnect();
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
/* harmony export */   w: () => (/* binding */ SESSION_PREDICATE_TYPE),
/* harmony export */   yg: () => (/* binding */ keyIdOf)
/* harmony export */ });
/* unused harmony exports SEAL_PAYLOAD_TYPE, ed25519Signer */
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
    return preAuthenticationEncoding(SEAL_PAYLOAD_TYPE, Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)({ format: 'ostiary-seal-v1', session, count, head }), 'utf8'));
}
/** A signer with an Ed25519 private key in PEM (PKCS #8). Throws `CONFIG_INVALID`, never with any of the key. */
function ed25519Signer(pem) {
    let key;
    try {
        key = createPrivateKey(pem);
    }
    catch {
        throw new GateError('INPUT_INVALID', 'the signing key can not be read', { hint: 'give an Ed25519 private key in PEM: `openssl genpkey -algorithm ed25519`' });
    }
    if (key.asymmetricKeyType !== 'ed25519')
        throw new GateError('INPUT_INVALID', `the signing key is of type \`${key.asymmetricKeyType ?? '?'}\``, { hint: 'give an Ed25519 private key: `openssl genpkey -algorithm ed25519`' });
    return { keyId: keyIdOf(createPublicKey(key)), sign: (bytes) => sign(null, bytes, key).toString('base64') };
}
/** Hex SHA-256 of a public key's SubjectPublicKeyInfo. */
function keyIdOf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex');
}
/** The signed envelope of a statement. */
function envelopeOf(statement, signer) {
    const payload = Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(statement), 'utf8');
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

/***/ 25487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   gB: () => (/* binding */ MAX_ANSWER_BYTES),
/* harmony export */   hU: () => (/* binding */ unavailable)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// How the kinds of this room speak about what a service answered: one error, in which neither a token that was shown nor a secret that came
// back can stand. Refuses to repeat more of a service's words than a line.

/** Source: the longest sentence of AWS about a missing permission, with two ARNs in it. */
const MAX_WORDS = 400;
/** A secret is short, an answer about one not much longer; Secret Manager and Secrets Manager keep 64 KiB at most, in base64 and JSON. */
const MAX_ANSWER_BYTES = 256 * 1024;
// Hits `eyJhbGci….eyJzdWIi….c2ln`, `hvs.CAES…`, `s.Fx3…`(24), `ya29.a0…`, `AQoDYX…` of a session token (100 and more characters in one run).
const TOKENS = /\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*|\b(?:hvs|hvb|hvr|s|b|r)\.[A-Za-z0-9_-]{20,}|\bya29\.[\w-]+|[A-Za-z0-9+/=_-]{100,}/gu;
/** A failure of reading `what` (a reference, such as `vault:database/creds/orders`). */
function unavailable(what, message, hint, cause) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the credential \`${what}\`: ${message}`, { hint, ...(cause === undefined ? {} : { cause }) });
}
/** What a service said, on one line, without anything that looks like a token and without `secrets`. */
function wordsOf(text, secrets = []) {
    let words = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, ' ').trim();
    for (const secret of secrets)
        if (secret !== '')
            words = words.replaceAll(secret, '***');
    words = words.replace(TOKENS, '***');
    return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
}
/** A JSON object, or null. */
function objectIn(text) {
    try {
        return asObject(JSON.parse(text));
    }
    catch {
        return null;
    }
}
/** A value as an object that can be asked for keys; null when it is none. */
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}


/***/ }),

/***/ 56891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseCredential)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What the text of a secret means to a database: a password, or `user:password`. Pure. Refuses halves (`app:`, `:secret`), and never
// repeats any part of the text in an error.

/**
 * Reads `secret`, or `app:secret`. With `urlUser` (the user that the url names) colons belong to the password, unless the text starts
 * with exactly that user. Throws SECRET_UNAVAILABLE on an empty half.
 */
function parseCredential(value, urlUser = null) {
    const at = value.indexOf(':');
    if (at < 0 || (urlUser !== null && value.slice(0, at) !== urlUser))
        return { user: null, password: demand(value, 'password') };
    return { user: demand(value.slice(0, at), 'user'), password: demand(value.slice(at + 1), 'password') };
}
function demand(part, what) {
    if (part !== '')
        return part;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the credential has an empty ${what}`, { hint: 'it is the password alone, or `user:password`' });
}


/***/ }),

/***/ 79239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ credentialInText),
/* harmony export */   mL: () => (/* binding */ credentialInFields),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56891);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87740);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25487);
// SPDX-License-Identifier: Apache-2.0
//
// What a secret made of fields means to a database: `username` and `password`, a password alone, or the one field that the reference names.
// Refuses to guess among several fields, and to say what is in any of them.




/** The credential in a secret that is a text: a password, `user:password`, or JSON with fields (as AWS keeps those that it rotates). */
function credentialInText(text, wanted) {
    const fields = text.trimStart().startsWith('{') ? (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .objectIn */ .D7)(text) : null;
    if (fields !== null)
        return credentialInFields(fields, wanted);
    if (wanted.field !== null)
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(wanted.reference, 'is no JSON, so it has no fields', `leave \`#${wanted.field}\` out, or keep it as JSON with that field`);
    return parsed(text, wanted);
}
/** The credential in a secret that is made of fields. */
function credentialInFields(fields, wanted) {
    const { reference, field } = wanted;
    if (field !== null) {
        const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
        const inner = (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(value);
        if (inner !== null)
            return credentialInFields(inner, { ...wanted, field: null });
        return parsed(textOf(value, wanted, `the field \`${field}\``), wanted);
    }
    if (Object.hasOwn(fields, 'password')) {
        const password = textOf(fields['password'], wanted, 'its `password`');
        const user = Object.hasOwn(fields, 'username') ? textOf(fields['username'], wanted, 'its `username`') : null;
        return { user: user === null ? null : plain(user, reference), password: plain(password, reference) };
    }
    const values = Object.values(fields);
    if (values.length === 1)
        return parsed(textOf(values[0], wanted, 'its only field'), wanted);
    throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, `has ${values.length} fields, and none is called \`password\``, 'say which one it is: add `#FIELD` to the reference');
}
function textOf(value, { reference }, what) {
    if (typeof value === 'string')
        return value;
    throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, value === undefined ? `${what} is not there` : `${what} is not a text`, 'is this the secret that was meant, and the field?');
}
function parsed(text, { reference, urlUser }) {
    try {
        return (0,_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCredential */ .n)(plain(text, reference), urlUser);
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue) || thrown.message.includes(reference))
            throw thrown;
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, thrown.message, thrown.hint ?? 'it is the password alone, or `user:password`');
    }
}
/** A secret without the line feed that editors end a file with. Throws SECRET_UNAVAILABLE when it is no password. */
function plain(value, reference) {
    const text = value.replace(/\r?\n$/u, '');
    const fault = text === '' ? 'is empty' : text.includes('\0') ? 'has a NUL character in it' : Buffer.byteLength(text) > _file_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SECRET_BYTES */ .sU ? `is larger than ${_file_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_SECRET_BYTES */ .sU} bytes` : null;
    if (fault !== null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the credential \`${reference}\` ${fault}`, { hint: 'store the password, or `user:password`, and nothing else' });
    return text;
}


/***/ }),

/***/ 87740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fW: () => (/* binding */ readSecretFile),
/* harmony export */   sU: () => (/* binding */ MAX_SECRET_BYTES)
/* harmony export */ });
/* unused harmony export exposureOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Secrets kept in files, `file:/path`: Docker and Kubernetes mounts, or a file of one's own. Refuses what others could read or could have
// written: COMMAND runs on the same machine as another user. Whatever is checked is the opened file, never its name.



/** A credential is short; more is somebody's mistake in the path. */
const MAX_SECRET_BYTES = 64 * 1024;
/** The text of the file. `uid`: who we are; null where files have no such owners. Throws SECRET_UNAVAILABLE. */
async function readSecretFile(path, uid) {
    if (!path.startsWith('/'))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `\`file:${path}\` is not an absolute path`, { hint: 'write `file:/run/secrets/orders-db`' });
    // NONBLOCK: opening a named pipe must not wait for a writer.
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` can not be opened: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { hint: 'mount it there, readable for the user that runs ostiary', cause });
    });
    try {
        const stat = await file.stat();
        if (!stat.isFile())
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is not a regular file`, { hint: 'name a file that holds only the secret' });
        const fault = uid === null ? null : exposureOf(stat, uid);
        if (fault !== null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` ${fault}`, { hint: 'make it yours alone: `chmod 600`, or `defaultMode: 0400` of a Kubernetes volume' });
        return await readLimited(file, path);
    }
    finally {
        await file.close();
    }
}
/**
 * Why a file is no place for a secret, as the end of a sentence; null when it is one. Group access is how Kubernetes hands files of root
 * to a plain user (fsGroup); COMMAND has no groups when it is isolated.
 */
function exposureOf(stat, uid) {
    if (stat.uid !== uid && stat.uid !== 0)
        return 'belongs to another user, who could change it';
    if ((stat.mode & 0o007) !== 0)
        return 'can be read by every user of this machine';
    if ((stat.mode & 0o020) !== 0)
        return 'can be changed by its group';
    return (stat.mode & 0o050) !== 0 && stat.uid !== 0 ? 'can be read by its group' : null;
}
async function readLimited(file, path) {
    const buffer = Buffer.alloc(MAX_SECRET_BYTES + 1);
    let length = 0;
    for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length)
            break;
    }
    if (length > MAX_SECRET_BYTES)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is larger than ${MAX_SECRET_BYTES} bytes`, { hint: 'name a file that holds only the secret' });
    return buffer.toString('utf8', 0, length);
}


/***/ }),

/***/ 28443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ lasting),
/* harmony export */   w: () => (/* binding */ plainSource)
/* harmony export */ });
/** A source of a secret that nothing has to be ended for. */
function plainSource(read) {
    return { read, release: async () => undefined };
}
/** A reading that holds until somebody changes the secret. */
function lasting(credential) {
    return { credential, endsAt: null, renew: null };
}


/***/ })

};
