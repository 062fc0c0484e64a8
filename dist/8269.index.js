export const id = 8269;
export const ids = [8269,6142];
export const modules = {

/***/ 96142:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ ApprovalOutcomes),
/* harmony export */   ne: () => (/* binding */ controls),
/* harmony export */   of: () => (/* binding */ isRevocable)
/* harmony export */ });
/** Failures after which nobody can tell what the server kept: it was shut down, ran out of something, or broke. */
const UNCERTAIN = /^(?:08|53|57P|58|F0|XX)/u;
/** Statements that commit on their way, or work outside of transactions: a failure leaves what they did so far. */
const LEAVES_TRACES = /^(?:VACUUM|REINDEX|CLUSTER|CALL|DO|ALTER SYSTEM|(?:CREATE|DROP|ALTER) (?:DATABASE|TABLESPACE|SUBSCRIPTION))\b/u;
const CONTROLS = new Set(['begin', 'commit', 'rollback', 'savepoint', 'rollback-to', 'release', 'prepare-transaction']);
/** The approved operations of one connection. */
class ApprovalOutcomes {
    /** Done, but not yet kept for good. */
    #open = [];
    /** Let through and not answered yet. */
    #flying = 0;
    #inTransaction = false;
    /** Ends of transactions on their way. */
    #ending = 0;
    #failed = false;
    #gone = false;
    /** Watches a statement that is about to run. `settle`: of its approval; `together`: its message is one implicit transaction, should none be open. */
    watch(facts, settle, { message, together }) {
        if (settle === null && !controls(facts) && this.#open.length === 0 && this.#flying === 0)
            return null;
        const ends = facts.session.some(({ kind }) => kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction');
        if (ends)
            this.#ending += 1;
        if (settle !== null)
            this.#flying += 1;
        const told = settle !== null && leavesTraces(facts) ? lasting(settle) : settle;
        return (fate) => {
            if (ends)
                this.#ending -= 1;
            if (settle !== null)
                this.#flying -= 1;
            // What the server never ran has left nothing.
            if (fate.kind === 'withheld')
                settle?.('rolled-back');
            else
                this.#ended(facts, { fate, settle: told, message, together });
        };
    }
    /** The server is ready and no transaction is open. */
    idle() {
        if (this.#open.length > 0)
            this.#resolve(this.#failed || this.#inTransaction ? 'unknown' : 'done');
        this.#inTransaction = false;
        this.#failed = false;
    }
    /** The connection is gone. What is not committed by then never will be, unless a commit was on its way. */
    closed() {
        this.#gone = true;
        this.#resolve(this.#inTransaction && this.#ending === 0 ? 'rolled-back' : 'unknown');
    }
    #ended(facts, { fate, settle, message, together }) {
        switch (fate.kind) {
            case 'unknown':
                settle?.('unknown');
                if (controls(facts))
                    this.#resolve('unknown');
                return;
            case 'failed':
                this.#failedWith(fate.sqlstate, facts, { settle, message, together });
                return;
            case 'ok':
                this.#done(fate.tag, facts, { settle, message });
                return;
            default:
                fate;
        }
    }
    #failedWith(sqlstate, facts, { settle, message, together }) {
        const certain = !UNCERTAIN.test(sqlstate);
        this.#failed = true;
        settle?.(certain ? 'rolled-back' : 'unknown', `SQLSTATE ${sqlstate}`);
        if (facts.session.some(({ kind }) => kind === 'commit') && this.#inTransaction) {
            this.#resolve(certain ? 'rolled-back' : 'unknown');
            this.#inTransaction = false;
        }
        else if (together && certain && !this.#inTransaction) {
            // All statements of a Query message are one transaction as long as none of them controls one.
            const lost = this.#open.filter((one) => one.message === message);
            this.#open = this.#open.filter((one) => one.message !== message);
            for (const one of lost)
                one.settle('rolled-back');
        }
    }
    #done(tag, { session }, { settle, message }) {
        if (settle !== null) {
            if (this.#gone)
                settle('unknown', tag);
            else {
                settle('passed', tag);
                this.#open.push({ message, settle, doubtful: false });
            }
        }
        for (const { kind } of session) {
            if (kind === 'begin')
                this.#inTransaction = true;
            else if (kind === 'rollback-to')
                for (const one of this.#open)
                    one.doubtful = true;
            else if (kind === 'prepare-transaction')
                this.#resolve(tag === 'ROLLBACK' ? 'rolled-back' : 'unknown');
            else if (kind === 'commit' || kind === 'rollback') {
                this.#resolve(tag === 'ROLLBACK' ? 'rolled-back' : tag === 'COMMIT' ? 'done' : 'unknown');
                this.#failed = false;
                // With AND CHAIN the next one is open already; without, the server says so by being idle.
            }
        }
    }
    #resolve(how) {
        const open = this.#open;
        this.#open = [];
        for (const { settle, doubtful } of open)
            settle(how === 'done' && doubtful ? 'unknown' : how);
    }
}
/** True for a statement that begins, ends or divides a transaction. */
function controls({ session }) {
    return session.some(({ kind }) => CONTROLS.has(kind));
}
/** True for a statement that changes something in its transaction, which takes that back, whatever else its code may have done elsewhere. */
function isRevocable(facts) {
    return facts.accesses.some(({ effect }) => effect !== 'read' && effect !== 'control') && !commitsByItself(facts);
}
// Programs, files, other servers, code that nobody has read, sessions and sequences heed no rollback.
function leavesTraces(facts) {
    return commitsByItself(facts) || facts.accesses.some(({ effect, type, builtin }) => builtin !== true && (effect === 'execute' || effect === 'control' || effect === 'unknown' || (effect === 'write' && type === 'sequence')));
}
function commitsByItself({ statement, text }) {
    // Hits CREATE INDEX CONCURRENTLY and its like; a table of that name errs on the safe side.
    return LEAVES_TRACES.test(statement) || /\bconcurrently\b/iu.test(text);
}
function lasting(settle) {
    return (how, ...said) => settle(how === 'rolled-back' ? 'unknown' : how, ...said);
}


/***/ }),

/***/ 23061:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ soleAdmission),
/* harmony export */   S: () => (/* binding */ recordRefusal)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _protocol_startup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44666);
// SPDX-License-Identifier: Apache-2.0
//
// Whom a door lets in and where they come out: the words between a listener and whoever keeps sessions. One session has one admission,
// many are picked by the user name. Refuses to name a database to anybody who has not proven a session.


/** The door to one session on one resource, as `run` opens it in a job. */
function soleAdmission(about) {
    const { behind, log } = about;
    const admission = {
        verifier: about.verifier, bearer: null,
        async enter(database) {
            if (database === null || database === behind.database)
                return behind;
            throw new _protocol_startup_js__WEBPACK_IMPORTED_MODULE_1__/* .StartupRefusal */ .yR(_protocol_startup_js__WEBPACK_IMPORTED_MODULE_1__/* .SQLSTATE */ .cD.noDatabase, `the database \`${database}\` is not behind this door`, `connect to \`${behind.database}\``);
        },
        refused: (reason) => recordRefusal(behind.door, reason, log),
    };
    return async (user) => (user === about.user ? admission : null);
}
/** Puts a refusal at startup on the record of its session. */
function recordRefusal(door, reason, log) {
    try {
        const gate = door.open('');
        gate.refused(reason);
        gate.closed('refused at startup');
    }
    catch (thrown) {
        log.warn('a refusal could not be recorded', { reason: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown) });
    }
}


/***/ }),

/***/ 29841:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ fatal),
/* harmony export */   r: () => (/* binding */ whyEnded)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _protocol_messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39555);
/* harmony import */ var _protocol_refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34422);
/* harmony import */ var _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44666);
// SPDX-License-Identifier: Apache-2.0
//
// The last word to a client whose connection can't go on. Refuses to tell what is behind the gate, and anything of our own faults.




/** What to tell a client about anything thrown, as a FATAL ErrorResponse; our own faults without detail. */
function fatal(thrown, sqlstateOfLimit = _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .SQLSTATE */ .cD.limitExceeded) {
    const { sqlstate, message, hint } = wording(thrown, sqlstateOfLimit);
    return (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .errorResponse */ .yj)((0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnosticFields */ .dL)({ severity: 'FATAL', sqlstate, message, ...(hint === undefined ? {} : { hint }) }));
}
function wording(thrown, sqlstateOfLimit) {
    if (thrown instanceof _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .StartupRefusal */ .yR || thrown instanceof _protocol_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .RefusedForGood */ .fe)
        return { sqlstate: thrown.sqlstate, message: thrown.message, hint: thrown.hint };
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue))
        return { sqlstate: _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .SQLSTATE */ .cD.internal, message: 'the gate failed', hint: "the gate's log says why" };
    switch (thrown.code) {
        case 'PROTOCOL_VIOLATION':
            return { sqlstate: _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .SQLSTATE */ .cD.protocolViolation, message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), hint: thrown.hint };
        case 'LIMIT_EXCEEDED':
            return { sqlstate: sqlstateOfLimit, message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), hint: thrown.hint };
        case 'DENIED':
            return { sqlstate: _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .SQLSTATE */ .cD.notAllowed, message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), hint: thrown.hint };
        case 'RECORD_FAILED':
            // Where the recording is, is not the client's to know either.
            return { sqlstate: _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .SQLSTATE */ .cD.notAllowed, message: 'ostiary: the connection ends, because the recording can not be written', hint: "nothing runs unrecorded; the gate's log says why" };
        case 'UPSTREAM_FAILED':
            // The address and the user of the real database are not the client's to know.
            return { sqlstate: _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .SQLSTATE */ .cD.connectionFailure, message: 'the gate can not reach the database behind it', hint: "the gate's log says why" };
        default:
            return { sqlstate: _protocol_startup_js__WEBPACK_IMPORTED_MODULE_3__/* .SQLSTATE */ .cD.internal, message: 'the gate failed', hint: "the gate's log says why" };
    }
}
/** Why a session ends that is told to: as PostgreSQL says it when it shuts down, unless whoever ended it has said more. */
function whyEnded(reason) {
    return reason instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? reason.message : 'terminating connection due to administrator command';
}


/***/ }),

/***/ 64746:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ PostgresListener)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/proxy/postgres/client/cancel-keys.js
// SPDX-License-Identifier: Apache-2.0
//
// Which cancel key of ours stands for which backend of the server. A client never sees the server's own key. Refuses to tell, by
// words or by time, whether a key was right.

// Protocol 3.0 has room for 4 bytes; with 31 random bits of process id it takes 2^63 tries to guess one.
const KEY_BYTES = 4;
/** The cancel keys of one listener's open connections. */
class CancelKeys {
    #runtime;
    #byPid = new Map();
    constructor(runtime) {
        this.#runtime = runtime;
    }
    /** A new key under which `cancel` is called; `release` it when the connection ends. */
    issue(cancel) {
        const key = this.#runtime.random(KEY_BYTES);
        let pid = 0;
        while (pid === 0 || this.#byPid.has(pid))
            pid = this.#runtime.random(4).readUInt32BE() >>> 1;
        this.#byPid.set(pid, { key, cancel });
        return { pid, key };
    }
    release({ pid }) {
        this.#byPid.delete(pid);
    }
    /** Cancels what the key stands for, if anything. Rejects when the server can't be reached. */
    async use(pid, key) {
        const known = this.#byPid.get(pid);
        if (known === undefined || known.key.length !== key.length || !(0,external_node_crypto_.timingSafeEqual)(known.key, key))
            return;
        await known.cancel();
    }
}

// EXTERNAL MODULE: ./lib/proxy/postgres/transport/conversation.js
var conversation = __webpack_require__(88753);
;// CONCATENATED MODULE: ./lib/proxy/postgres/client/ending.js
// SPDX-License-Identifier: Apache-2.0
//
// How a connection is told that it is over, because the listener closes or because its session ended. Refuses to leave a listener on a
// signal that outlives the connection, and to let a statement of a session that is over run on for long.


/** Aborted as soon as one of several signals is, with its reason. Node's own `any` keeps what it made until the signals are gone. */
class Ending {
    #own = new AbortController();
    #signals;
    #abort = () => this.#own.abort(this.#signals.find((signal) => signal.aborted)?.reason);
    constructor(signals) {
        this.#signals = signals;
        for (const signal of signals) {
            // One listener for each connection is no leak; Node would warn of one from the eleventh on.
            (0,external_node_events_.setMaxListeners)(Infinity, signal);
            if (signal.aborted)
                this.#abort();
            signal.addEventListener('abort', this.#abort, { once: true });
        }
    }
    get signal() {
        return this.#own.signal;
    }
    settle() {
        for (const signal of this.#signals)
            signal.removeEventListener('abort', this.#abort);
    }
}
/** Cancels and cuts a connection `milliseconds` after its session is over; returns how to call that off. Its other half, to the server, ends with the session. */
function cutOff({ over, socket, cancel }, options) {
    let timer = null;
    const cut = async () => {
        await cancel().catch((thrown) => options.log.warn('a statement of a session that is over could not be cancelled', { reason: (0,errors/* messageOf */.bD)(thrown) }));
        socket.destroy();
    };
    const start = () => {
        timer = options.runtime.after(options.milliseconds, () => void cut());
    };
    if (over.aborted)
        start();
    over.addEventListener('abort', start, { once: true });
    return () => {
        timer?.cancel();
        over.removeEventListener('abort', start);
    };
}

// EXTERNAL MODULE: ./lib/proxy/postgres/client/fatal-error.js
var fatal_error = __webpack_require__(29841);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/proxy/postgres/authentication/bearer.js
// SPDX-License-Identifier: Apache-2.0
//
// SASL OAUTHBEARER as libpq 18 speaks it: the session credential as a bearer token. Pure. Refuses another identity than the user of the
// startup message, channel binding (the mechanism has none), and to say why a token was refused.
// @see https://www.rfc-editor.org/rfc/rfc7628

/** The mechanism by its name. */
const OAUTHBEARER = 'OAUTHBEARER';
/** What a server answers before the refusal proper; RFC 7628, section 3.2.2. No discovery document: the credential comes from the gateway's API. */
const INVALID_TOKEN = Buffer.from('{"status":"invalid_token"}');
/** All that a client may answer to it. */
const ACKNOWLEDGED = '\u0001';
/** The token of a client's first message; empty when it only asks how to get one. Throws `PROTOCOL_VIOLATION`. */
function readBearer(message) {
    const parts = message.split('\u0001');
    const [header = '', ...rest] = parts;
    // `n,,` and `y,,`: no channel binding, nobody else's identity.
    if (header !== 'n,,' && header !== 'y,,')
        throw violation('asks for channel binding or for another identity');
    if (rest.length < 2 || rest.at(-1) !== '' || rest.at(-2) !== '')
        throw violation('does not end as it should');
    const pairs = rest.slice(0, -2);
    const auth = pairs.filter((pair) => pair.startsWith('auth='));
    if (auth.length !== 1 || pairs.some((pair) => !/^[A-Za-z]+=/u.test(pair)))
        throw violation('does not have `auth` once');
    const value = auth[0]?.slice('auth='.length) ?? '';
    if (value === '')
        return '';
    // RFC 6750 tokens: match "Bearer ost1_a_b"; miss "Basic x", "Bearer a b".
    const token = /^bearer +([A-Za-z0-9._~+/-]+=*)$/iu.exec(value)?.[1];
    if (token === undefined)
        throw violation('has no bearer token in `auth`');
    return token;
}
function violation(what) {
    return new errors/* GateError */.ue('PROTOCOL_VIOLATION', `the OAUTHBEARER message of the client ${what}`, { hint: 'use a client that speaks RFC 7628' });
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/body.js
var protocol_body = __webpack_require__(9987);
// EXTERNAL MODULE: ./lib/proxy/postgres/authentication/certificate-digest.js
var certificate_digest = __webpack_require__(49905);
// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/messages.js
var messages = __webpack_require__(39555);
// EXTERNAL MODULE: ./lib/proxy/postgres/authentication/scram.js + 1 modules
var authentication_scram = __webpack_require__(40390);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/startup.js
var protocol_startup = __webpack_require__(44666);
;// CONCATENATED MODULE: ./lib/proxy/postgres/client/authenticate.js
// SPDX-License-Identifier: Apache-2.0
//
// A client proves that it holds a session credential: by SCRAM, or, on an encrypted connection, by showing it (OAUTHBEARER). Refuses
// whoever can't, in the same words and after as many messages whether or not there is such a user.
// @see https://www.postgresql.org/docs/current/sasl-authentication.html









const NONCE_BYTES = 18;
/** Resolves with the admission once it is proven. Throws `IDENTITY_UNTRUSTED`, `PROTOCOL_VIOLATION`. */
async function authenticateClient(conversation, user, admission, options) {
    const { socket } = conversation;
    const verifier = admission?.verifier ?? (0,authentication_scram/* mockVerifier */.bB)(user, options.mockSecret, limits/* SCRAM_ITERATIONS */.Wp);
    const scram = new authentication_scram/* ScramServer */.MQ({ verifier, nonce: options.runtime.random(NONCE_BYTES).toString('base64'), binding: ownBinding(conversation) });
    // INVARIANT: nobody is asked to show a credential where others could read it.
    const bearer = options.bearer && socket instanceof external_node_tls_.TLSSocket;
    socket.write((0,messages/* authenticationSasl */.MK)([...scram.mechanisms, ...(bearer ? [OAUTHBEARER] : [])]));
    const initial = await passwordMessage(conversation);
    const mechanism = initial.cstring();
    const bytes = initial.int32();
    const message = initial.bytes(Math.max(bytes, 0)).toString('utf8');
    initial.end();
    const proven = bearer && mechanism === OAUTHBEARER ? await byBearer(conversation, message, admission) : await byScram(conversation, scram, { mechanism, message });
    if (proven === null || admission === null) {
        throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.badPassword, `password authentication failed for user \`${user}\``, 'use PGUSER and PGPASSWORD exactly as the gate gave them');
    }
    socket.write(Buffer.concat([...proven, (0,messages/* authentication */.jh)(messages/* AUTHENTICATION */.ti.ok)]));
    return admission;
}
async function byScram(conversation, scram, first) {
    conversation.socket.write((0,messages/* authentication */.jh)(messages/* AUTHENTICATION */.ti.saslContinue, Buffer.from(scram.first(first.mechanism, first.message))));
    const proof = scram.final((await passwordMessage(conversation)).rest().toString('utf8'));
    return proof === null ? null : [(0,messages/* authentication */.jh)(messages/* AUTHENTICATION */.ti.saslFinal, Buffer.from(proof))];
}
async function byBearer(conversation, message, admission) {
    const token = readBearer(message);
    if (admission?.bearer?.(token) === true)
        return [];
    conversation.socket.write((0,messages/* authentication */.jh)(messages/* AUTHENTICATION */.ti.saslContinue, INVALID_TOKEN));
    const answer = (await passwordMessage(conversation)).rest().toString('utf8');
    if (answer !== ACKNOWLEDGED)
        throw new errors/* GateError */.ue('PROTOCOL_VIOLATION', 'the client did not acknowledge that its token was refused', { hint: 'use a client that speaks RFC 7628' });
    return null;
}
async function passwordMessage(conversation) {
    const frame = await conversation.frame();
    const body = new protocol_body/* BodyReader */.W(frame);
    if (frame.type !== messages/* FRONTEND */.BQ.password)
        throw body.violation('comes before authentication');
    return body;
}
function ownBinding({ socket }) {
    if (!(socket instanceof external_node_tls_.TLSSocket))
        return null;
    const certificate = socket.getX509Certificate()?.raw;
    return certificate === undefined ? null : (0,certificate_digest/* certificateDigest */.k)(certificate);
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/frames.js
var protocol_frames = __webpack_require__(40613);
;// CONCATENATED MODULE: ./lib/proxy/postgres/client/handshake.js









const TLS_HANDSHAKE_RECORD = 0x16;
const NO = Buffer.from('N');
const YES = Buffer.from('S');
/**
 * Takes a connection to a proven client, or null when it only brought a CancelRequest. Otherwise throws, after it has told the
 * client why: `IDENTITY_UNTRUSTED`, `DENIED` (a parameter), `PROTOCOL_VIOLATION`, `LIMIT_EXCEEDED` (then without a word).
 */
async function acceptClient(socket, options) {
    const { runtime, signal, limits } = options;
    const settle = (0,conversation/* deadline */.nl)(socket, { milliseconds: limits.handshakeMs, what: 'the handshake', runtime, signal });
    const door = new Door(new conversation/* Conversation */.sy(socket, startupReader(), 'the client'), options);
    try {
        return await door.admit();
    }
    catch (thrown) {
        // Behind TLS, only the raw socket knows that it was our deadline.
        if (socket.errored instanceof errors/* GateError */.ue)
            throw socket.errored;
        (0,conversation/* farewell */.Bg)(door.conversation.socket, (0,fatal_error/* fatal */.h)(thrown), { runtime });
        throw thrown;
    }
    finally {
        settle();
    }
}
function startupReader() {
    return new protocol_frames/* FrameReader */.tS({ maxFrameBytes: limits/* MAX_STARTUP_BYTES */.$w, startup: true });
}
class Door {
    conversation;
    #options;
    #encrypted = false;
    #answeredGss = false;
    #answeredTls = false;
    constructor(conversation, options) {
        this.conversation = conversation;
        this.#options = options;
    }
    async admit() {
        const first = await this.#start();
        if (first === null)
            return null;
        const asked = (0,protocol_startup/* readStartup */.gm)(first.parameters);
        const { socket, reader } = this.conversation;
        if (this.#options.tlsRequired && !this.#encrypted)
            throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.noUser, 'this door speaks TLS only', 'set PGSSLMODE=verify-full');
        reader.expect({ maxFrameBytes: limits/* MAX_SASL_BYTES */.p_ });
        if (first.minor > 0 || asked.protocolOptions.length > 0)
            socket.write((0,messages/* negotiateProtocolVersion */.f5)(0, asked.protocolOptions));
        const admission = await authenticateClient(this.conversation, asked.user, await this.#options.admission(asked.user), this.#options);
        // Only who has proven a session learns what passes.
        const { startup, behind } = await this.#checkStartup(admission, asked, first.parameters);
        reader.expect({ maxFrameBytes: this.#options.limits.maxClientFrameBytes });
        return { socket, reader, startup, behind, protocolMinor: 0, encrypted: this.#encrypted };
    }
    async #start() {
        await this.#directTls();
        for (;;) {
            const first = (0,protocol_startup/* readFirst */.vv)(await this.conversation.frame());
            switch (first.kind) {
                case 'ssl':
                    await this.#answerTls();
                    break;
                case 'gssenc':
                    this.#answerGss();
                    break;
                case 'cancel':
                    await this.#options.onCancel(first.pid, first.key);
                    this.conversation.socket.destroy();
                    return null;
                case 'unsupported':
                    throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.featureNotSupported, `protocol ${first.version} is not spoken here`, 'use protocol 3.0');
                case 'startup':
                    return first;
                default:
                    return first;
            }
        }
    }
    // A client that begins with TLS at once (`sslnegotiation=direct`) is told by its first byte: no startup frame is that long.
    async #directTls() {
        const { socket } = this.conversation;
        const chunk = await this.conversation.chunk();
        if (chunk[0] !== TLS_HANDSHAKE_RECORD) {
            this.conversation.reader.push(chunk);
            return;
        }
        if (this.#options.tls === null)
            throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.protocolViolation, 'this door does not speak TLS', 'set PGSSLMODE=disable');
        socket.unshift(chunk);
        await this.#encrypt(this.#options.tls, true);
    }
    async #answerTls() {
        if (this.#encrypted || this.#answeredTls)
            throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.protocolViolation, 'TLS was asked for twice', 'ask once');
        this.#answeredTls = true;
        this.#refuseEarlyBytes('TLS');
        this.conversation.socket.write(this.#options.tls === null ? NO : YES);
        if (this.#options.tls !== null)
            await this.#encrypt(this.#options.tls, false);
    }
    #answerGss() {
        if (this.#encrypted || this.#answeredGss)
            throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.protocolViolation, 'GSSAPI encryption was asked for twice', 'ask once');
        this.#answeredGss = true;
        this.#refuseEarlyBytes('GSSAPI encryption');
        this.conversation.socket.write(NO);
    }
    // INVARIANT: nothing that came before encryption is ever read after it (CVE-2021-23222).
    #refuseEarlyBytes(what) {
        if (this.conversation.early === 0)
            return;
        throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.protocolViolation, `unencrypted bytes came after the request for ${what}`, 'somebody may be in between: check the network');
    }
    async #encrypt(context, direct) {
        const raw = this.conversation.socket;
        const socket = new external_node_tls_.TLSSocket(raw, {
            isServer: true,
            secureContext: context,
            // Direct TLS without the name of the protocol could be a browser talked into it: ALPACA. Node refuses other names by itself.
            ALPNProtocols: ['postgresql'],
        });
        await secured(socket, raw);
        this.#encrypted = true;
        this.conversation = new conversation/* Conversation */.sy(socket, startupReader(), 'the client');
        if (direct && socket.alpnProtocol !== 'postgresql')
            throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.protocolViolation, 'direct TLS came without ALPN `postgresql`', 'use a client that sends it');
    }
    async #checkStartup(admission, { user, database }, sent) {
        try {
            // Before the database: who asks for replication names one that is none.
            const parameters = new Map(this.#allowedSettings(sent));
            // libpq sends the user's name when nobody named a database.
            const behind = await admission.enter(database === user ? null : database);
            const applicationName = parameters.get('application_name') ?? '';
            parameters.delete('application_name');
            return { startup: { user, database: behind.database, applicationName, parameters }, behind };
        }
        catch (thrown) {
            admission.refused((0,errors/* messageOf */.bD)(thrown));
            throw thrown;
        }
    }
    #allowedSettings(sent) {
        const settings = (0,protocol_startup/* readSettings */.sb)(sent);
        for (const [name, value] of settings) {
            if (this.#options.startupParameterAllowed(name, value))
                continue;
            // Its value stays out of the message, which is recorded.
            throw new protocol_startup/* StartupRefusal */.yR(protocol_startup/* SQLSTATE */.cD.notAllowed, `the startup parameter \`${name}\` does not pass the gate as it was set`, `remove \`${name}\` from the connection string, PGOPTIONS or the driver's settings`);
        }
        return settings;
    }
}
function secured(socket, raw) {
    return new Promise((resolve, reject) => {
        const fail = () => reject(raw.errored instanceof errors/* GateError */.ue ? raw.errored : new errors/* GateError */.ue('PROTOCOL_VIOLATION', 'the TLS handshake failed', { cause: socket.errored }));
        socket.on('error', () => undefined);
        socket.once('secure', () => {
            socket.off('close', fail);
            resolve();
        });
        socket.once('close', fail);
    });
}

// EXTERNAL MODULE: ./lib/proxy/postgres/upstream/log-in.js
var log_in = __webpack_require__(94358);
// EXTERNAL MODULE: ./lib/proxy/postgres/transport/memory.js
var memory = __webpack_require__(30385);
// EXTERNAL MODULE: ./lib/proxy/postgres/upstream/target.js
var target = __webpack_require__(8073);
// EXTERNAL MODULE: ./lib/proxy/postgres/upstream/upstream.js
var upstream_upstream = __webpack_require__(50825);
;// CONCATENATED MODULE: ./lib/proxy/postgres/listener.js
// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL door, to one session or to many: accepts, authenticates, opens the gate, logs in upstream, hands both sides to the
// session pump, and cleans up. One upstream connection per client, so nothing of one leaks into another. Refuses clients above its
// limits, those whose session is over, and to listen in plain text anywhere but on loopback.














const MOCK_SECRET_BYTES = 32;
const NOTHING = Buffer.alloc(0);
/** A listening door. `close` (or `await using`) waits for what is in flight, at most `limits.drainMs`. */
class PostgresListener {
    #options;
    /** What is held of large messages. */
    memory;
    #server;
    #sockets = new Set();
    #connections = new Set();
    #cancelKeys;
    #mockSecret;
    #closing = new AbortController();
    #address = { address: '', family: '', port: 0 };
    #handshakes = 0;
    /** Starts listening. Throws `INPUT_INVALID` for plain text away from loopback, or an address that can't be had. */
    static async listen(options) {
        const listener = new PostgresListener(options);
        await listener.#listen();
        return listener;
    }
    constructor(options) {
        this.#options = options;
        this.memory = options.memory ?? new memory/* Memory */.c(options.limits);
        // One listener for each handshake is no leak.
        (0,external_node_events_.setMaxListeners)(Infinity, this.#closing.signal);
        this.#cancelKeys = new CancelKeys(options.runtime);
        this.#mockSecret = options.runtime.random(MOCK_SECRET_BYTES);
        this.#server = (0,external_node_net_.createServer)({ pauseOnConnect: true, noDelay: true, keepAlive: true }, (socket) => this.#accept(socket));
        this.#server.on('error', (thrown) => options.log.warn('the listener failed', { reason: (0,errors/* messageOf */.bD)(thrown) }));
    }
    /** The address that was got, also after `close`. */
    get host() {
        return this.#address.address;
    }
    get port() {
        return this.#address.port;
    }
    /** Lets nobody in any more, asks sessions to end, and destroys what is left after `limits.drainMs`. Resolves when all is gone. */
    async close() {
        const { runtime, limits } = this.#options;
        const closed = new Promise((resolve) => this.#server.close(resolve));
        this.#closing.abort();
        const timer = runtime.after(limits.drainMs, () => {
            for (const socket of this.#sockets)
                socket.destroy();
        });
        await Promise.allSettled(this.#connections);
        await closed;
        timer.cancel();
    }
    async [Symbol.asyncDispose]() {
        await this.close();
    }
    #listen() {
        const { host, port, tls } = this.#options;
        return new Promise((resolve, reject) => {
            this.#server.once('error', (cause) => reject(new errors/* GateError */.ue('INPUT_INVALID', `can not listen on \`${host}:${port}\`: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'choose another address' })));
            this.#server.listen(port, host, () => {
                this.#address = this.#server.address();
                if (tls !== null || (0,target/* isLoopback */.U9)(this.host)) {
                    resolve();
                    return;
                }
                this.#server.close();
                reject(new errors/* GateError */.ue('INPUT_INVALID', `\`${host}\` is not loopback, and no certificate is given`, { hint: 'listen on `127.0.0.1`, or give a certificate' }));
            });
        });
    }
    #accept(socket) {
        socket.on('error', () => undefined);
        if (this.#closing.signal.aborted || this.#handshakes >= this.#options.limits.maxHandshakes) {
            socket.destroy();
            return;
        }
        this.#track(socket);
        const served = this.#serve(socket).finally(() => this.#connections.delete(served));
        this.#connections.add(served);
    }
    #track(socket) {
        this.#sockets.add(socket);
        socket.once('close', () => this.#sockets.delete(socket));
    }
    // Whoever pumped may have removed every listener of the socket: what is tracked is watched anew.
    #release(socket, lastWord, patient = false) {
        (0,conversation/* farewell */.Bg)(socket, lastWord, { runtime: this.#options.runtime, patient });
        if (socket.destroyed)
            this.#sockets.delete(socket);
        else
            socket.once('close', () => this.#sockets.delete(socket));
    }
    // The one catch of a connection: whatever happened, it ends here, and only this connection.
    async #serve(socket) {
        const { log } = this.#options;
        try {
            const client = await this.#handshake(socket);
            if (client !== null)
                await this.#session(client);
        }
        catch (thrown) {
            // A probe, a port scan or a client that was in two minds is nothing to wake anybody for.
            const level = thrown instanceof errors/* GateError */.ue && thrown.code === 'PROTOCOL_VIOLATION' ? 'debug' : 'warn';
            log[level]('a connection ended early', { reason: (0,errors/* messageOf */.bD)(thrown) });
        }
    }
    async #handshake(socket) {
        const { tls, limits, runtime, admission, bearer, startupParameterAllowed } = this.#options;
        this.#handshakes += 1;
        try {
            return await acceptClient(socket, {
                tls, limits, runtime, admission, bearer, startupParameterAllowed,
                // By where we listen, not by where this client came in: a door to the network is one.
                tlsRequired: !(0,target/* isLoopback */.U9)(this.host),
                onCancel: (pid, key) => this.#cancelKeys.use(pid, key),
                mockSecret: this.#mockSecret,
                signal: this.#closing.signal,
            });
        }
        finally {
            this.#handshakes -= 1;
        }
    }
    async #session(client) {
        let gate = null;
        let reason = 'the connection could not be set up';
        const ending = new Ending([this.#closing.signal, client.behind.over]);
        try {
            gate = client.behind.door.open(client.startup.applicationName, client.behind.impacts);
            reason = await this.#connected(client, gate, ending);
            this.#release(client.socket, NOTHING);
        }
        catch (thrown) {
            reason = (0,errors/* messageOf */.bD)(thrown);
            this.#release(client.socket, (0,fatal_error/* fatal */.h)(thrown, protocol_startup/* SQLSTATE */.cD.tooManyConnections));
            throw thrown;
        }
        finally {
            ending.settle();
            gate?.closed(reason);
        }
    }
    async #connected(client, gate, { signal }) {
        const { limits, runtime, log, runSession } = this.#options;
        const { behind } = client;
        const { catalog } = behind;
        const dialling = { milliseconds: limits.upstreamMs, runtime, signal };
        // Nobody begins by definitions of long ago.
        const [{ target, upstream }] = await Promise.all([(0,log_in/* logIn */.E)(behind, { ...dialling, startupParameters: this.#startupParameters(client), maxFrameBytes: limits.maxServerFrameBytes }), catalog.freshen()]);
        this.#track(upstream.socket);
        const backend = { pid: upstream.backendPid, key: upstream.backendKey };
        const cancel = () => (0,upstream_upstream/* sendCancel */.rV)(target, backend, { ...dialling, signal: this.#closing.signal });
        const interrupts = new Set();
        const mine = this.#cancelKeys.issue(async () => {
            // What waits for people is not at the server.
            if (![...interrupts].some((interrupt) => interrupt()))
                await cancel();
        });
        let patient = false;
        const outlive = () => void (patient = true);
        const cut = cutOff({ over: behind.over, socket: client.socket, cancel }, { milliseconds: limits.overMs, runtime, log });
        try {
            client.socket.write(welcome(upstream, mine));
            return await runSession({ client, upstream, gate, catalog, runtime, limits, share: this.memory.share(behind.over), log, interrupts, cancel, outlive, signal });
        }
        finally {
            cut();
            this.#cancelKeys.release(mine);
            this.#release(upstream.socket, (0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.terminate), patient);
        }
    }
    #startupParameters({ startup }) {
        const named = startup.applicationName === '' ? [] : [['application_name', startup.applicationName]];
        return new Map([...startup.parameters, ...named, ...this.#options.pinned]);
    }
}
function welcome(upstream, mine) {
    const statuses = [...upstream.parameterStatus].map(([name, value]) => (0,messages/* parameterStatus */.M)(name, value));
    return Buffer.concat([...statuses, (0,messages/* backendKeyData */.Iy)(mine.pid, mine.key), (0,messages/* readyForQuery */.DL)('I')]);
}


/***/ }),

/***/ 34422:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qf: () => (/* binding */ violation),
/* harmony export */   Qp: () => (/* binding */ wireRefusal),
/* harmony export */   Yv: () => (/* binding */ WIRE_SQLSTATE),
/* harmony export */   _h: () => (/* binding */ refusalBytes),
/* harmony export */   fe: () => (/* binding */ RefusedForGood),
/* harmony export */   fj: () => (/* binding */ noRoom),
/* harmony export */   rC: () => (/* binding */ TOO_MUCH),
/* harmony export */   tz: () => (/* binding */ FAILING)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _gate_statements_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90397);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40613);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39555);
// SPDX-License-Identifier: Apache-2.0
//
// How a refusal looks on the wire: an ordinary error of the protocol, after which the connection lives on.
// Refuses to quote anything but what the gate worded.




/** SQLSTATEs that the wire itself answers with. */
const WIRE_SQLSTATE = { protocolViolation: '08P01', notAllowed: '42501', badParameter: '22023', noStatement: '26000', noCursor: '34000', limit: '54000', notNow: '55000', notAvailable: '55P03', outOfMemory: '53200' };
/** The fixed failing statement, as a Query and as a Parse; it never comes into being, so its name harms none of the client's. */
const FAILING = {
    query: (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .query */ .P)(_gate_statements_js__WEBPACK_IMPORTED_MODULE_1__/* .FAIL */ .vR.sql),
    parse: (0,_frames_js__WEBPACK_IMPORTED_MODULE_2__/* .frame */ .Gt)(_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .FRONTEND */ .BQ.parse, (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .cstring */ .RX)('ostiary refused'), (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .cstring */ .RX)(_gate_statements_js__WEBPACK_IMPORTED_MODULE_1__/* .FAIL */ .vR.sql), (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .int16 */ .l8)(0)),
};
/** A refusal as an ErrorResponse. */
function refusalBytes({ sqlstate, message, detail, hint }) {
    return (0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .errorResponse */ .yj)((0,_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnosticFields */ .dL)({ severity: 'ERROR', sqlstate, message, detail, hint }));
}
/** Something that the wire itself refuses. */
function wireRefusal(sqlstate, message, hint = '') {
    return { decision: 'deny', sqlstate, message, detail: '', hint };
}
/** A message that breaks the protocol, or can't be judged, refused. */
function violation(thrown) {
    return wireRefusal(thrown.code === 'PROTOCOL_VIOLATION' ? WIRE_SQLSTATE.protocolViolation : WIRE_SQLSTATE.notAllowed, thrown.message, thrown.hint);
}
/** What a client is told of a message that no room came up for. */
function noRoom(bytes) {
    return wireRefusal(WIRE_SQLSTATE.outOfMemory, `ostiary: no room for a message of ${bytes} bytes, since too many large ones are on their way`, 'read results as they come, ask for or send less at once, or use fewer connections at a time');
}
/** A refusal after which the connection can't go on. */
class RefusedForGood extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue {
    sqlstate;
    constructor({ sqlstate, message, hint }) {
        super('DENIED', message, { hint });
        this.sqlstate = sqlstate;
    }
}
/** What a client is told that has more prepared statements, portals and cursors open than are kept. */
const TOO_MUCH = wireRefusal(WIRE_SQLSTATE.limit, 'ostiary: too many prepared statements, portals or cursors are open, or their texts are too long together', 'close some of them');


/***/ }),

/***/ 44666:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cD: () => (/* binding */ SQLSTATE),
/* harmony export */   gm: () => (/* binding */ readStartup),
/* harmony export */   sb: () => (/* binding */ readSettings),
/* harmony export */   vv: () => (/* binding */ readFirst),
/* harmony export */   yR: () => (/* binding */ StartupRefusal)
/* harmony export */ });
/* unused harmony export readOptions */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9987);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39555);
// SPDX-License-Identifier: Apache-2.0
//
// Reads the first message of a client: which kind it is, and which parameters it carries, `options` taken apart as PostgreSQL does.
// Refuses replication, parameters sent twice, command-line switches other than `-c`, and leaves the allow-list to its caller.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-STARTUPMESSAGE



/** A refusal at startup, with the SQLSTATE to print. Not GateError itself, because the door must print that code. */
class StartupRefusal extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue {
    sqlstate;
    constructor(sqlstate, message, hint) {
        super(sqlstate === SQLSTATE.badPassword ? 'IDENTITY_UNTRUSTED' : 'DENIED', message, { hint });
        this.sqlstate = sqlstate;
    }
}
/** Codes of PostgreSQL that the handshake prints. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SQLSTATE = {
    protocolViolation: '08P01', connectionFailure: '08006', featureNotSupported: '0A000', noUser: '28000', badPassword: '28P01',
    noDatabase: '3D000', notAllowed: '42501', tooManyConnections: '53300', limitExceeded: '54000', adminShutdown: '57P01', internal: 'XX000',
};
const MAJOR = 3;
const PROTOCOL_OPTION = '_pq_.';
// libpq's cancel keys: 4 bytes in protocol 3.0, up to 256 in 3.2.
const MAX_KEY_BYTES = 256;
/** Reads a first message. Throws `PROTOCOL_VIOLATION`. */
function readFirst(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_1__/* .BodyReader */ .W(frame);
    const code = body.int32();
    if (code === _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .STARTUP_CODE */ .kW.ssl || code === _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .STARTUP_CODE */ .kW.gssenc) {
        body.end();
        return { kind: code === _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .STARTUP_CODE */ .kW.ssl ? 'ssl' : 'gssenc' };
    }
    if (code === _messages_js__WEBPACK_IMPORTED_MODULE_2__/* .STARTUP_CODE */ .kW.cancel) {
        const pid = body.int32();
        if (body.left < 1 || body.left > MAX_KEY_BYTES)
            throw body.violation(`has a key of ${body.left} bytes`);
        return { kind: 'cancel', pid, key: Buffer.from(body.rest()) };
    }
    const [major, minor] = [code >>> 16, code & 0xffff];
    if (major !== MAJOR)
        return { kind: 'unsupported', version: `${major}.${minor}` };
    const parameters = new Map();
    for (let name = body.cstring(); name !== ''; name = body.cstring()) {
        if (parameters.has(name))
            throw body.violation(`has the parameter \`${name}\` twice`);
        parameters.set(name, body.cstring());
    }
    body.end();
    return { kind: 'startup', minor, parameters };
}
/** Who a StartupMessage is from. Throws a `StartupRefusal` when it does not say. */
function readStartup(parameters) {
    const user = parameters.get('user') ?? '';
    if (user === '')
        throw new StartupRefusal(SQLSTATE.noUser, 'the startup message names no user', 'set PGUSER to the session id');
    const protocolOptions = [...parameters.keys()].filter((name) => name.startsWith(PROTOCOL_OPTION));
    return { user, database: parameters.get('database') || null, protocolOptions };
}
/** The settings of a StartupMessage, names in lower case. Throws a `StartupRefusal`; for proven clients only, whose refusals are recorded. */
function readSettings(parameters) {
    const settings = new Map();
    for (const [name, value] of parameters) {
        // PostgreSQL compares these four exactly, and takes `User` for a setting: so do we, and the allow-list refuses it.
        if (name === 'user' || name === 'database' || name.startsWith(PROTOCOL_OPTION))
            continue;
        if (name === 'options')
            for (const [option, of] of readOptions(value))
                settings.set(option, of);
        else if (name === 'replication')
            refuseReplication(value);
        else
            settings.set(name.toLowerCase(), value);
    }
    return settings;
}
// `false` and its spellings are what PostgreSQL takes for an ordinary connection.
function refuseReplication(value) {
    if (['false', 'off', 'no', '0'].includes(value.toLowerCase()))
        return;
    throw new StartupRefusal(SQLSTATE.notAllowed, 'replication connections do not pass the gate', 'remove `replication` from the connection string');
}
/** Takes `-c name=value --other-name=value` apart, as `pg_split_opts` and `ParseLongOption` do. Throws a `StartupRefusal`. */
function readOptions(options) {
    const words = splitWords(options);
    const settings = [];
    for (let at = 0; at < words.length; at += 1) {
        const word = words[at];
        let assignment;
        if (word === '-c')
            assignment = words[(at += 1)];
        else if (word.startsWith('-c') || word.startsWith('--'))
            assignment = word.slice(2);
        const equals = assignment?.indexOf('=') ?? -1;
        if (assignment === undefined || equals < 1) {
            throw new StartupRefusal(SQLSTATE.notAllowed, `the startup option \`${word}\` does not pass the gate`, 'write settings as `-c name=value`');
        }
        settings.push([assignment.slice(0, equals).replaceAll('-', '_').toLowerCase(), assignment.slice(equals + 1)]);
    }
    return settings;
}
// Words end at white space as C's isspace() has it; a backslash takes the next character as it is.
function splitWords(options) {
    const words = [];
    let word = null;
    for (let at = 0; at < options.length; at += 1) {
        const char = options[at];
        if (' \t\n\v\f\r'.includes(char)) {
            if (word !== null)
                words.push(word);
            word = null;
        }
        else {
            if (char === '\\')
                at += 1;
            word = (word ?? '') + (options[at] ?? '');
        }
    }
    if (word !== null)
        words.push(word);
    return words;
}


/***/ }),

/***/ 53192:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ runSession)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/proxy/postgres/definitions/release.js

/** Gives back what the session had claimed, as soon as nothing of it can happen any more; stops what still runs. */
function releaseAtEnd({ socket, ownChanges, lock, cancel, outlive, log }) {
    const over = () => {
        ownChanges.end();
        lock.end();
    };
    lock.stopWaiting();
    if ((!ownChanges.pending && !lock.open) || socket.readableEnded || socket.destroyed)
        return over();
    if (ownChanges.pending || lock.busy)
        cancel().catch((thrown) => log.debug('what was on its way could not be cancelled', { reason: (0,errors/* messageOf */.bD)(thrown) }));
    // A statement may outlast its cancellation, and nobody hears of it when the connection was cut.
    outlive();
    socket.once('close', over);
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/messages.js
var messages = __webpack_require__(39555);
;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/held-client.js

/** successful_completion, as PostgreSQL's own notices have it. */
const NOTICE_SQLSTATE = '00000';
/** One client while one of its operations waits for people. */
class HeldClient {
    #over = new AbortController();
    #step;
    #line;
    context;
    constructor(step, line, context) {
        this.#step = step;
        this.#line = line;
        this.context = context;
    }
    get signal() {
        return this.#over.signal;
    }
    stay() {
        this.#line.stay(this.#step);
    }
    rest() {
        return this.#line.rest();
    }
    notice(text) {
        if (!this.signal.aborted)
            this.#line.tell((0,messages/* noticeResponse */.S7)((0,messages/* diagnosticFields */.dL)({ severity: 'NOTICE', sqlstate: NOTICE_SQLSTATE, message: text })));
    }
    /** It waits no longer. */
    end(why) {
        this.#over.abort(why);
    }
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/refusals.js
var refusals = __webpack_require__(34422);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/parameters.js
var parameters = __webpack_require__(71003);
;// CONCATENATED MODULE: ./lib/proxy/postgres/results/result.js

/** Stands for the server's words when a portal was closed before its end. */
const PORTAL_CLOSED = 'PORTAL CLOSED';
/** SQLSTATE of what the server never reached, because something before it failed: in_failed_sql_transaction. */
const NOT_REACHED = '25P02';
/** One statement's result on its way to the client. */
class Result {
    execution;
    definitionChanges;
    plan = null;
    fields = [];
    copy = null;
    /** Set when its rows can't be masked: they are swallowed, and this is said instead. */
    refusal = null;
    /** The server has begun to run it. */
    started = false;
    /** The server has done what it changes, and may still take it back; see uncommitted.ts. */
    uncommitted = false;
    #ended = false;
    /** Rows of the parts before the one that runs. */
    #before = 0;
    /** `definitionChanges`: of the context that it was judged in. */
    constructor(execution, definitionChanges) {
        this.execution = execution;
        this.definitionChanges = definitionChanges;
    }
    get ended() {
        return this.#ended;
    }
    /** The server said what the rows look like. */
    described(fields, catalog, changed = false) {
        this.fields = fields;
        this.plan = this.#planned(() => this.execution.described(fields, catalog, changed), fields.length);
    }
    /** COPY OUT begins. */
    copyOut(columns, binary, catalog, changed = false) {
        this.plan = this.#planned(() => this.execution.copyOut(columns, binary, catalog, changed), columns);
    }
    /** A row is about to pass. False: it may not, and from now on nothing does. */
    admits(bytes) {
        return this.refusal === null && this.#within(() => this.execution.row(bytes));
    }
    /** The server has completed it; sets `refusal` when it did more than it may. */
    completed(tag) {
        this.#within(() => this.execution.completed(tag));
    }
    /** The server has stopped in the middle, after `rows` of this part, and nobody can tell how many it has changed. */
    suspended(rows) {
        this.#before += rows;
        this.#within(() => {
            if (this.execution.undoable)
                throw new errors/* GateError */.ue('DENIED', 'a statement that changes rows under a ceiling may not stop in the middle', { hint: 'execute it to its end' });
        });
    }
    /** A server counts the rows of the last part alone: `DELETE 1` of a thousand, run in two parts. On record it says what all of it was. */
    whole(tag) {
        return this.#before === 0 ? tag : tag.replace(/\d+$/, (last) => String(this.#before + Number(last)));
    }
    end(outcome) {
        if (this.#ended)
            return;
        this.#ended = true;
        this.execution.done(outcome);
    }
    /** It was let through, but the server never ran it. */
    notReached(why) {
        if (this.uncommitted)
            return;
        this.end({ kind: 'failed', sqlstate: NOT_REACHED, message: why });
    }
    #within(count) {
        try {
            count();
            return true;
        }
        catch (thrown) {
            this.refusal = this.#withheld('builtin:row-ceiling', thrown);
            return false;
        }
    }
    #withheld(rule, thrown) {
        const what = rule === 'builtin:row-ceiling' ? 'the statement went beyond its row ceiling' : 'the result is withheld, because it can not be masked safely';
        return {
            decision: 'deny', sqlstate: '42501', message: `ostiary: ${what}`,
            detail: `decision=deny rule=${rule} operation=${this.execution.facts.name} reason=${(0,errors/* messageOf */.bD)(thrown)}`,
            hint: `rephrase: ${thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? thrown.hint : 'select plain columns'}`,
        };
    }
    #planned(plan, columns) {
        try {
            const planned = plan();
            if (planned.sinks.length === columns)
                return planned;
            throw new errors/* GateError */.ue('INTERNAL', `the plan has ${planned.sinks.length} columns instead of ${columns}`);
        }
        catch (thrown) {
            this.refusal = this.#withheld('builtin:unmaskable', thrown);
            return null;
        }
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/steps.js
// SPDX-License-Identifier: Apache-2.0
//
// One step for each message that goes to the server and each answer that is owed to the client, in order. Data only, but for the
// gate's callbacks, which note the decision and wake the line. Refuses to forget an answer that comes after the step was dropped.



/** What waits for the gate. */
class Ask {
    context;
    watcher;
    /** Kept until it is forwarded, then let go: it may be large. */
    frame;
    undecided = true;
    refusal = null;
    /** Taken out of the line before the gate answered. */
    dropped = false;
    /** Set while its client can wait for people. */
    waiting = null;
    constructor(frame, context, watcher) {
        this.context = context;
        this.watcher = watcher;
        this.frame = frame;
    }
    execute(executions) {
        this.undecided = false;
        this.allowed(executions);
        if (this.dropped)
            this.abandon('the connection ended, or an earlier message failed');
        else
            this.watcher.decided();
    }
    refuse(refusal) {
        this.undecided = false;
        this.refusal = refusal;
        if (!this.dropped)
            this.watcher.decided();
    }
}
/** A Query message: any number of statements. */
class QueryStep extends Ask {
    drafts;
    kind = 'query';
    results = [];
    /** Which of them the server is at. */
    at = 0;
    failed = false;
    /** Sent as a transaction of its own (row-ceiling.ts): null, or how far that has come. */
    alone = null;
    /** It may change definitions for other connections. */
    mayDefine = false;
    claim = 'none';
    /** Its completion, while it is not committed. */
    completion = null;
    asked;
    constructor(frame, drafts, of) {
        super(frame, of.context, of.watcher);
        this.drafts = drafts;
        this.asked = drafts.map((draft, at) => ({ draft, parameters: [], context: of.inOrder?.[at] ?? of.context }));
        this.source = of.source;
        this.effects = of.effects;
    }
    source;
    effects;
    get result() {
        return this.results[this.at] ?? null;
    }
    abandon(why) {
        for (const result of this.results)
            result.notReached(why);
    }
    allowed(executions) {
        this.results = executions.map((execution) => new Result(execution, this.context.definitionChanges));
    }
}
/** A Parse message. It is asked only when it can't be read; else its Binds are. */
class ParseStep extends Ask {
    statement;
    kind = 'parse';
    asked;
    result = null;
    constructor(frame, statement, of) {
        super(frame, of.context, of.watcher);
        this.statement = statement;
        this.asked = of.asked.map((draft) => ({ draft, parameters: [] }));
        this.undecided = of.asked.length > 0;
    }
    abandon(why) {
        this.result?.notReached(why);
    }
    allowed([execution]) {
        if (execution !== undefined)
            this.result = new Result(execution, this.context.definitionChanges);
    }
}
/** A Bind message: the operation is the statement with these values. */
class BindStep extends Ask {
    portal;
    kind = 'bind';
    asked = [this];
    draft;
    #parameters = null;
    constructor(frame, portal, of) {
        super(frame, of.context, of.watcher);
        this.portal = portal;
        this.draft = of.draft;
    }
    /** Read only when somebody asks. Throws when the message does not add up, which is a deny. */
    get parameters() {
        if (this.frame === null && this.#parameters === null)
            throw new errors/* GateError */.ue('INTERNAL', 'parameters are asked for after they were forwarded');
        this.#parameters ??= (0,parameters/* readParameters */.Z)(this.frame, this.portal.statement.parameterTypes, this.context.catalog);
        return this.#parameters;
    }
    abandon(why) {
        this.portal.result?.notReached(why);
    }
    allowed([execution]) {
        if (execution !== undefined)
            this.portal.result = new Result(execution, this.context.definitionChanges);
    }
}
/** The client's bytes of a step. By kind rather than `in`, which is slow over objects of many shapes: these three run for every message. */
function frameOf(step) {
    return step.kind === 'own' || step.kind === 'fail' || step.kind === 'say' ? null : step.frame;
}
/** Whether the gate decides about it. */
function isAsk(step) {
    return step.kind === 'bind' || step.kind === 'query' || step.kind === 'parse';
}
/** Whether its answer ends with ReadyForQuery. */
function isBoundary(step) {
    return step.kind === 'query' || step.kind === 'sync' || (step.kind === 'own' && step.synced) || (step.kind === 'fail' && step.by === 'query');
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/submit.js
// SPDX-License-Identifier: Apache-2.0
//
// Puts an operation into the line and before the gate. Refuses what the gate can't even be asked about.




/** Queues the step and asks. The gate may answer before this returns, or much later. */
function ask(step, line, gate, state = null) {
    if (state !== null && gate.holds && line.idle)
        step.waiting = new HeldClient(step, line, () => state.context());
    line.enqueue(step);
    try {
        gate.submit(step);
    }
    catch (thrown) {
        // The gate promises not to throw; if it does, that is a no.
        if (step.undecided)
            step.refuse((0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAllowed, `ostiary: the gate failed: ${(0,errors/* messageOf */.bD)(thrown)}`));
    }
}
/** Queues a message that is refused without asking the gate, and puts that on record. `as`: what it counts as in the protocol. */
function refuseMessage(frame, refusal, of) {
    const { line, gate, context } = of;
    gate.refused(refusal.message);
    const step = of.as === 'query'
        ? new QueryStep(frame, [], { context, watcher: line, source: frame.body, effects: HARMLESS })
        : new ParseStep(frame, nowhere(), { context, watcher: line, asked: [] });
    line.enqueue(step);
    step.refuse(refusal);
}
/** A message without statements: nothing to ask, nothing to fear. */
function isEmpty(drafts) {
    return drafts.every(({ statement, failure }) => statement === 'EMPTY' && failure === null);
}
/** The statement of a Parse without any: drivers prepare it to see whether anybody is there. */
const NOTHING = { statement: 'EMPTY', text: '', start: 0, redacted: '', tree: null, failure: null, parameterCount: 0, batch: 1 };
const HARMLESS = { waits: false, path: false, code: false, schema: false, redefines: [], forOthers: false, writes: false, turnsBack: false, commits: false, controlOnly: true, copiesIn: false, names: 0 };
// A statement that no name leads to.
function nowhere() {
    return { name: '', source: Buffer.alloc(0), draft: null, parameterTypes: [], bySql: false, context: null, effects: null, effectsIn: null };
}
/** Why nothing that names anything can be judged at the moment. */
function unreadableCatalog(reason) {
    return new errors/* GateError */.ue('UPSTREAM_FAILED', `ostiary: refused, because the catalog can not be read: ${reason}`, { hint: 'try again in a moment; transactions can be ended' });
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/frames.js
var protocol_frames = __webpack_require__(40613);
;// CONCATENATED MODULE: ./lib/proxy/postgres/session/copy-in.js
// SPDX-License-Identifier: Apache-2.0
//
// COPY data from the client to the server. While a statement may ask for data nothing else is taken from the client; while data flows,
// every piece is shown to the gate first. Refuses other messages in between, which would put the server out of step.




const FLUSH = (0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.flush);
/** COPY data of one client, while a statement takes it or may. */
class CopyIn {
    #toServer;
    state = 'none';
    #by = 'query';
    /** The Query, or the portal, that it is about. */
    #of = null;
    #result = null;
    #flushes = false;
    constructor(toServer) {
        this.#toServer = toServer;
    }
    /** A statement that copies in is on its way, in this Query or portal. */
    expect(by, of) {
        this.state = 'awaiting';
        this.#by = by;
        this.#of = of;
    }
    /** The server asks for data. `flushes`: in a transaction whose end waits for the answer, which the server would keep until then. */
    begin(result, flushes = false) {
        if (this.state !== 'awaiting' || result.execution.facts.copy?.direction !== 'in') {
            throw new errors/* GateError */.ue('DENIED', 'the server asks for data that nobody was allowed to copy in');
        }
        this.state = 'copying';
        this.#result = result;
        this.#flushes = flushes;
    }
    /** The statement (or the whole Query) has ended. One in front of that which is expected by now changes nothing; left out: nothing is to come. */
    over(of = this.#of) {
        if (of !== this.#of)
            return;
        this.state = 'none';
        this.#result = null;
        this.#of = null;
    }
    /** Takes one message while data flows. */
    take(frame) {
        switch (frame.type) {
            case messages/* FRONTEND */.BQ.copyData:
                this.#data(frame);
                return;
            case messages/* FRONTEND */.BQ.copyDone:
                this.#done(frame);
                return;
            case messages/* FRONTEND */.BQ.copyFail:
                this.#toServer.frame(frame);
                this.#sent();
                return;
            case messages/* FRONTEND */.BQ.flush:
            case messages/* FRONTEND */.BQ.sync:
                // The server ignores both here; drivers send them ahead, before they know that it is a COPY.
                return;
            default:
                throw new errors/* GateError */.ue('PROTOCOL_VIOLATION', `unexpected message type ${frame.type} during COPY from stdin`);
        }
    }
    #data(frame) {
        if (this.#admits((execution) => execution.copyIn(frame.body)))
            this.#toServer.frame(frame);
    }
    #done(frame) {
        if (!this.#admits((execution) => execution.copyInDone()))
            return;
        this.#toServer.frame(frame);
        this.#sent();
    }
    /** False: the gate said no, and the server was told to give up. */
    #admits(ask) {
        const result = this.#result;
        try {
            ask(result.execution);
            return true;
        }
        catch (thrown) {
            const hint = thrown instanceof errors/* GateError */.ue ? (thrown.hint ?? '') : '';
            this.refuse((0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAllowed, `ostiary: ${(0,errors/* messageOf */.bD)(thrown)}`, hint));
            return false;
        }
    }
    /** While data flows: tells the server to give up, and the client, in its turn, why. */
    refuse(refusal) {
        this.#result.refusal = refusal;
        this.#toServer.bytes((0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.copyFail, (0,messages/* cstring */.RX)('refused by the ostiary gate')));
        this.#sent();
    }
    // A Query may hold a second COPY; a portal holds one, and the client's Sync must pass. Before that comes the server keeps its answer,
    // for which what comes next may have to wait.
    #sent() {
        this.state = this.#by === 'query' ? 'awaiting' : 'none';
        if (this.#flushes || this.#by === 'execute')
            this.#toServer.bytes(FLUSH);
    }
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/body.js
var protocol_body = __webpack_require__(9987);
;// CONCATENATED MODULE: ./lib/proxy/postgres/names/bindings.js
/** Search paths that one prepared statement may be used under; beyond it, it has to be prepared again. */
const MAX_PATHS = 1_000;
const QUOTED = { prepared: 'EXECUTE', cursor: 'FETCH ALL FROM' };
/** What a name stood for: a prepared statement is looked up again when the search path changes, a cursor never. */
class Binding {
    #byPath = new Map();
    #catalog = null;
    #path = '';
    /** False when the name no longer stands for the same, as far as this context can tell. */
    holds(kind, name, of) {
        const { gate, context } = of;
        const path = kind === 'cursor' ? '' : (pathOf(context) ?? '');
        const inForce = pathOf(context) ?? '';
        if (this.#catalog === context.catalog && this.#path === inForce)
            return true;
        const [draft] = gate.analyse(Buffer.from(`${QUOTED[kind]} "${name.replaceAll('"', '""')}"`));
        if (draft === undefined)
            return false;
        const meant = meaningOf(gate.facts(draft, context), kind);
        const known = this.#byPath.get(path);
        if (known === undefined ? this.#byPath.size >= MAX_PATHS : known !== meant)
            return false;
        this.#byPath.set(path, meant);
        this.#catalog = context.catalog;
        this.#path = inForce;
        return true;
    }
}
/** True when names can be looked up in a context as the server does. */
function tells(context) {
    return !context.stale && context.searchPath !== null;
}
/** True when two contexts with the same search path give the same relations to a statement's names. */
function sameRelations(one, other) {
    return one === other || meaningOf(one, 'prepared') === meaningOf(other, 'prepared');
}
/** The search path as a key; null: not known. */
function pathOf({ searchPath }) {
    return searchPath === null ? null : searchPath.join('\0');
}
// The rows of an open cursor come from what its relations were when it was opened; those of a statement from what they are.
function meaningOf({ accesses, outputs }, kind) {
    const relations = accesses.map(({ effect, type, object }) => `${effect} ${type ?? ''} ${object ?? ''}`).sort();
    return JSON.stringify(kind === 'cursor' ? [relations, outputs] : relations);
}

// EXTERNAL MODULE: ./lib/core/catalog.js
var core_catalog = __webpack_require__(21308);
;// CONCATENATED MODULE: ./lib/proxy/postgres/session/declared-types.js
// SPDX-License-Identifier: Apache-2.0
//
// Types that a client declares for parameters beside the text of a statement. Refuses those whose values are checked by a user's functions as
// they arrive: no text says that these run, so nobody has judged them.


/** True when a value of the type can't come into being without a function that a user made. */
function runsWhenMade(type, { unnamed }) {
    if (type < core_catalog/* FIRST_USER_OID */.ku || unnamed === undefined || unnamed.made.size === 0)
        return false;
    return [...(0,core_catalog/* familyOf */.Ap)(type, unnamed)].some((one) => unnamed.made.get(one)?.some(({ made }) => made !== 'builtin') === true);
}
/** The refusal of a statement with such a parameter. */
function declaredAs(type) {
    return (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAllowed, `ostiary: a parameter is declared as \`${type}\`, whose values are checked by functions that the statement does not name`, 'rephrase: declare no type, and cast in the text, where it is judged');
}

// EXTERNAL MODULE: ./lib/gate/facts.js + 2 modules
var facts = __webpack_require__(40143);
;// CONCATENATED MODULE: ./lib/proxy/postgres/names/prepared.js

/** A bound statement, open until it is run to its end, replaced or closed. */
class Portal {
    name;
    draft;
    result = null;
    /** Somebody has asked the server what its rows look like. */
    described = false;
    constructor(name, draft, of) {
        this.name = name;
        this.draft = draft;
        this.context = of.context;
        this.statement = of.statement;
        this.effects = of.effects;
        this.generation = of.generation;
    }
    /** What it was judged in. */
    context;
    statement;
    effects;
    /** State of the session that it was judged in; see `SessionState.generation`. */
    generation;
    /** It is gone from the server. */
    close() {
        if (this.result === null || this.result.uncommitted)
            return;
        if (this.result.started)
            this.result.end({ kind: 'ok', tag: PORTAL_CLOSED });
        else
            this.result.notReached('bound, but never executed');
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/names/describable.js
// SPDX-License-Identifier: Apache-2.0
//
// Which statements and portals the server may be asked to describe. It describes a FETCH by its cursor and does not look whether there is
// one: with the cursor gone (seen with 15.18 and 18.4), its process crashes, and takes the sessions of everybody with it. So a FETCH is
// described only directly after it was made. Refuses, too, to have an EXECUTE described that could stand for one.



/** What a client is told that asks for such a description. */
const UNDESCRIBED = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notNow, 'ostiary: the cursor of this FETCH may be gone by now, and the server can not describe it then', 'rephrase: prepare the FETCH again, or bind it again, and describe it at once');
/** Follows one connection's messages. */
class Describable {
    #names;
    #gate;
    /** Made since a message that may have ended a cursor. */
    #fresh = new Set();
    constructor(names, gate) {
        this.#names = names;
        this.#gate = gate;
    }
    made(what) {
        if (what.draft?.statement === 'FETCH')
            this.#fresh.add(what);
    }
    /** A message goes by that may end a cursor: all but those that only prepare something. */
    passed() {
        if (this.#fresh.size > 0)
            this.#fresh.clear();
    }
    /** `wait`: only the server's next answers will tell. `segment`: as in names. */
    allows(what, segment) {
        const draft = this.#draftOf(what instanceof Portal ? what.statement : what);
        if (draft?.statement === 'FETCH')
            return this.#fresh.has(what);
        const name = draft === undefined ? null : (0,facts/* executedBy */.Z4)(draft);
        if (name === null)
            return true;
        const found = this.#names.statements.find(name, segment);
        return found === 'wait' ? 'wait' : found === undefined || !FETCHES.has(this.#draftOf(found)?.statement ?? '');
    }
    // Of one that is in doubt only its text is left. PREPARE takes no FETCH.
    #draftOf({ draft, bySql, source }) {
        return bySql ? undefined : (draft ?? this.#gate.analyse(source)[0]);
    }
}
/** What may end at a FETCH. */
const FETCHES = new Set(['FETCH', 'EXECUTE']);

// EXTERNAL MODULE: ./lib/gate/statements.js
var statements = __webpack_require__(90397);
;// CONCATENATED MODULE: ./lib/proxy/postgres/effects/effects.js

const MEANING = new Set(statements/* MEANING_SETTINGS */.mS);
/** The effects of one statement. */
function effectsOf(facts) {
    const code = !onlyNamesCode(facts) && (facts.unknown.length > 0 || runsCode(facts) || facts.functions.some((used) => used.class === 'control' || used.class === 'sql' || used.class === 'unknown'));
    const unfolds = facts.statement === UNFOLDS;
    const schema = unfolds || facts.session.some(({ kind }) => kind === 'ddl' || kind === 'temp') || facts.accesses.some(({ effect }) => effect === 'schema');
    const path = code || schema || facts.accesses.some(({ effect }) => effect === 'grant') || facts.session.some(changesPath);
    const registers = facts.session.some(({ kind }) => REGISTERS.has(kind));
    return {
        waits: path || registers, path, code, schema,
        redefines: unfolds || (!onlyNamesCode(facts) && runsCode({ ...facts, accesses: facts.accesses.filter((access) => !isTrigger(access, facts)) })) ? null : (facts.redefines === undefined ? [] : facts.redefines),
        forOthers: isShared(facts),
        writes: code || facts.accesses.some(({ effect, builtin }) => effect !== 'read' && builtin !== true),
        turnsBack: facts.session.some(({ kind }) => TURNS_BACK.has(kind)),
        commits: facts.session.some(({ kind }) => kind === 'commit' || kind === 'prepare-transaction'),
        controlOnly: facts.accesses.length > 0 && facts.accesses.every((access) => access.effect === 'control' && access.builtin === true),
        copiesIn: facts.copy?.direction === 'in',
        names: registers ? facts.session.filter(({ kind }) => MAKES.has(kind)).length : 0,
    };
}
// Functions of users are read when they are made through the gate, and may still change definitions when they were not.
function runsCode({ statement, accesses, unknown }) {
    return unknown.length > 0 || (!NAMES_CODE.has(statement) && accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown'));
}
// A function that a write calls by no name is a trigger's, and what a trigger does on a write that is allowed is the database's affair (SECURITY.md, Limits).
function isTrigger({ effect, type, object }, { statement, functions }) {
    return effect === 'execute' && type === 'function' && FIRES.has(statement) && functions.every(({ name }) => name !== object);
}
/** Makes true what somebody prepared, here or elsewhere, before or after this gate was there: it may be anything. */
const UNFOLDS = 'COMMIT PREPARED';
/** Statements whose triggers run with them. */
const FIRES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'TRUNCATE', 'COPY']);
/** Statements that say which code is to run later, and do not run it now. */
const NAMES_CODE = new Set(['CREATE TRIGGER', 'CREATE EVENT TRIGGER', 'CREATE FUNCTION', 'CREATE PROCEDURE']);
/** Definitions in which functions and operators are named, and none is called before there are rows. */
const DEFINES_OVER_ROWS = new Set(['CREATE POLICY', 'ALTER POLICY', 'CREATE TABLE']);
// Bounds of partitions are computed, and so is what an index is made of (`EXCLUDE`).
function onlyNamesCode({ statement, accesses, functions, redefines }) {
    if (!DEFINES_OVER_ROWS.has(statement))
        return false;
    if (statement === 'CREATE TABLE' && redefines?.every(({ into, computed }) => into === 'table' && computed !== true) !== true)
        return false;
    return functions.every((used) => used.class !== 'control' && used.class !== 'sql') && accesses.every(({ effect, type }) => (effect !== 'unknown' && effect !== 'execute') || type === 'function' || type === 'operator');
}
/** Statements that change no name, and nothing of what stands behind one. */
const REDEFINES_NOTHING = new Set(['CREATE INDEX', 'REINDEX', 'CREATE STATISTICS', 'COMMENT']);
// Temporary objects are nobody else's. What can't be read may hold anything; functions that a rule allows are asked about when they have run.
function isShared({ statement, session, accesses, unknown }) {
    const unread = accesses.filter(({ effect }) => effect === 'unknown');
    if (statement === UNFOLDS || unread.some(({ type }) => type !== 'function') || (unknown.length > 0 && unread.length === 0))
        return true;
    if (REDEFINES_NOTHING.has(statement) || !session.some(({ kind }) => kind === 'ddl'))
        return false;
    return !accesses.every(({ effect, object }) => (effect !== 'schema' && effect !== 'destroy') || object?.startsWith('pg_temp.') === true);
}
/** The effects of several statements in a row. */
function together(all) {
    const any = (key) => all.some((effects) => effects[key]);
    return {
        waits: any('waits'), path: any('path'), code: any('code'), schema: any('schema'), turnsBack: any('turnsBack'), commits: any('commits'),
        controlOnly: all.every((effects) => effects.controlOnly), copiesIn: any('copiesIn'),
        redefines: all.reduce((sum, { redefines }) => joined(sum, redefines), []), forOthers: any('forOthers'), writes: any('writes'),
        names: all.reduce((sum, { names }) => sum + names, 0),
    };
}
/** What it takes to send it. `mayDefine`: with what came before, it may change definitions for others. */
function claimOf({ forOthers, writes, commits }, mayDefine) {
    if (forOthers || (mayDefine && commits))
        return 'define';
    return writes ? 'write' : 'none';
}
/** Relations of both; null: any. */
function joined(one, other) {
    if (one === null || other === null)
        return null;
    return one.length === 0 ? other : other.length === 0 ? one : [...one, ...other];
}
const REGISTERS = new Set(['prepare', 'deallocate', 'declare-cursor', 'close-cursor', 'discard']);
const MAKES = new Set(['prepare', 'declare-cursor']);
const TURNS_BACK = new Set(['commit', 'rollback', 'rollback-to', 'prepare-transaction']);
function changesPath(effect) {
    switch (effect.kind) {
        case 'set':
            return MEANING.has(effect.name.toLowerCase());
        case 'reset':
            return effect.name === null || MEANING.has(effect.name.toLowerCase());
        case 'discard':
            return true;
        default:
            return false;
    }
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/frontend.js
var frontend = __webpack_require__(59363);
;// CONCATENATED MODULE: ./lib/proxy/postgres/session/extended.js












/** Statements whose facts hang on no other statement's name. */
const SELF_CONTAINED = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'VALUES', 'BEGIN', 'COMMIT', 'ROLLBACK']);
/** Statements that are looked up by name each time they run. */
const BY_NAME = new Set(['EXECUTE', 'FETCH', 'MOVE', 'CLOSE CURSOR', 'CLOSE CURSOR ALL', 'DEALLOCATE', 'DEALLOCATE ALL']);
class Extended {
    #parts;
    #describable;
    /** Grows with every Sync. */
    #segment = 0;
    constructor(parts) {
        this.#parts = parts;
        this.#describable = new Describable(parts.names, parts.gate);
    }
    /** A Query goes by. */
    queried() {
        this.#describable.passed();
    }
    parse(frame, settled) {
        const { gate, line, names, state } = this.#parts;
        // How the text is read hangs on settings, and what its names stand for on definitions; both may be changing.
        if (!settled && !state.settled)
            return false;
        const { name, sql, parameterTypes } = (0,frontend/* readParse */.Q$)(frame);
        const source = Buffer.from(sql);
        const drafts = gate.analyse(source);
        const [draft] = drafts;
        const context = state.context();
        const turn = this.#parts.lock.free ? 'go' : this.#turn(frame, together(drafts.map((each) => effectsOf(gate.facts(each, context)))));
        if (turn !== 'go')
            return turn === 'refused';
        const statement = { name, source, draft: drafts.length > 1 ? null : (draft ?? NOTHING), parameterTypes, bySql: false, context, effects: null, effectsIn: null };
        if (name !== '' && !names.fits(1, source, drafts)) {
            this.#refuse(frame, refusals/* TOO_MUCH */.rC);
            return true;
        }
        const checked = parameterTypes.find((type) => runsWhenMade(type, context.catalog));
        if (checked !== undefined) {
            this.#refuse(frame, declaredAs(context.catalog.types.get(checked)?.name ?? `type ${checked}`));
            return true;
        }
        names.statements.announce(name, statement, this.#segment);
        this.#describable.made(statement);
        const unreadable = drafts.length === 1 && draft !== undefined && draft.failure !== null;
        const step = new ParseStep(frame, statement, { context, watcher: line, asked: unreadable ? [draft] : [] });
        if (unreadable)
            ask(step, line, gate);
        else
            line.enqueue(step);
        line.pump();
        return true;
    }
    bind(frame, settled) {
        const { line, names, state } = this.#parts;
        if (!settled && !state.namesHold)
            return false;
        // First, since a context of its own time takes away the names that no longer hold in it.
        const context = state.context();
        const body = new protocol_body/* BodyReader */.W(frame);
        const portalName = (0,frontend/* readName */.MQ)(body);
        const statement = names.statements.find((0,frontend/* readName */.MQ)(body), this.#segment);
        if (statement === 'wait')
            return false;
        const draft = statement === undefined ? null : this.#draftOf(statement);
        if (statement === undefined || draft === null) {
            this.#refuse(frame, statement === undefined ? NO_STATEMENT : NOT_ONE_STATEMENT);
            return true;
        }
        if (!this.#stillMeant(statement, draft, context)) {
            this.#refuse(frame, REBOUND);
            return true;
        }
        const empty = isEmpty([draft]);
        const format = empty ? null : (0,frontend/* unknownFormat */.CX)(frame);
        if (format !== null) {
            this.#refuse(frame, (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.badParameter, `unsupported format code: ${format}`, 'a format is 0 for text or 1 for binary'));
            return true;
        }
        const effects = empty ? HARMLESS : this.#effects(statement, draft, context);
        if (!settled && !state.settled && !effects.controlOnly)
            return false;
        if (state.unavailable !== null && !effects.controlOnly)
            throw unreadableCatalog(state.unavailable);
        const turn = this.#turn(frame, effects);
        if (turn !== 'go')
            return turn === 'refused';
        const made = effects.names + (portalName === '' ? 0 : 1);
        if (made > 0 && !names.fits(made, statement.source, [draft])) {
            this.#refuse(frame, refusals/* TOO_MUCH */.rC);
            return true;
        }
        const portal = new Portal(portalName, draft, { statement, effects, generation: state.generation, context });
        this.#announce(portal, new BindStep(frame, portal, { context, watcher: line, draft }), empty);
        return true;
    }
    #announce(portal, step, empty) {
        const { gate, line, names, state } = this.#parts;
        names.portals.announce(portal.name, portal, this.#segment);
        this.#describable.made(portal);
        if (empty) {
            step.undecided = false;
            line.enqueue(step);
        }
        else {
            ask(step, line, gate, state);
        }
        line.pump();
    }
    describe(frame, settled) {
        const { line, names, state } = this.#parts;
        if (!settled && !state.namesHold)
            return false;
        const { kind, name } = (0,frontend/* readNamed */.Mk)(frame);
        const what = (kind === 'portal' ? names.portals : names.statements).find(name, this.#segment);
        const allowed = what === 'wait' || what === undefined || this.#describable.allows(what, this.#segment);
        if (what === 'wait' || allowed === 'wait')
            return false;
        if (!allowed) {
            this.#refuse(frame, UNDESCRIBED);
            return true;
        }
        const portal = what instanceof Portal ? what : null;
        if (portal !== null)
            portal.described = true;
        line.enqueue({ kind: 'describe', frame, portal, own: false });
        line.pump();
        return true;
    }
    execute(frame, settled) {
        const { line, names, state } = this.#parts;
        if (!settled && !state.namesHold)
            return 'wait';
        const { portal: name } = (0,frontend/* readExecute */.mY)(frame);
        const portal = names.portals.find(name, this.#segment);
        if (portal === 'wait')
            return 'wait';
        if (portal === undefined) {
            this.#refuse(frame, NO_PORTAL);
            return null;
        }
        // Utility statements find their names only now: what was judged at Bind must still be what runs.
        // Not by what was sent: an Execute that the server skipped has begun nothing.
        if (portal.result?.started !== true && portal.generation !== state.generation) {
            this.#refuse(frame, CHANGED);
            return null;
        }
        const describable = portal.described || this.#describable.allows(portal, this.#segment);
        if (describable === 'wait')
            return 'wait';
        if (!describable) {
            this.#refuse(frame, UNDESCRIBED);
            return null;
        }
        if (!portal.described)
            this.#describeFirst(portal);
        this.#describable.passed();
        const mayDefine = portal.effects !== null && state.note(portal.effects);
        line.enqueue({ kind: 'execute', frame, portal, mayDefine, claim: portal.effects === null || portal.result?.started === true ? 'none' : claimOf(portal.effects, mayDefine) });
        if (portal.effects?.copiesIn === true)
            line.enqueue({ kind: 'flush', frame: FLUSH_FRAME });
        line.pump();
        return portal;
    }
    close(frame) {
        const { line, names } = this.#parts;
        const { kind: what, name } = (0,frontend/* readNamed */.Mk)(frame);
        if (what === 'portal')
            this.#describable.passed();
        (what === 'statement' ? names.statements : names.portals).announce(name, null, this.#segment);
        line.enqueue({ kind: 'close', frame, what, name });
        line.pump();
    }
    sync(frame) {
        this.#segment += 1;
        this.#describable.passed();
        this.#parts.state.boundary();
        this.#parts.line.enqueue({ kind: 'sync', frame });
        this.#parts.line.pump();
    }
    // A statement that SQL's PREPARE made is run, not prepared again: it is judged as the EXECUTE that it amounts to.
    #draftOf(statement) {
        if (!statement.bySql)
            return statement.draft;
        return this.#parts.gate.analyse(Buffer.from(`EXECUTE "${statement.name.replaceAll('"', '""')}"`))[0] ?? null;
    }
    // Under the same search path the server does not look names up again; where they would be others now, it runs what we did not judge.
    #stillMeant({ context: before }, draft, context) {
        if (before === null || before === context || (tells(before) && tells(context) && pathOf(before) !== pathOf(context)))
            return true;
        if (BY_NAME.has(draft.statement) || !tells(context))
            return true;
        const { gate } = this.#parts;
        return tells(before) && sameRelations(gate.facts(draft, before), gate.facts(draft, context));
    }
    #effects(statement, draft, context) {
        if (statement.effects !== null && statement.effectsIn === context)
            return statement.effects;
        const effects = effectsOf(this.#parts.gate.facts(draft, context));
        if (SELF_CONTAINED.has(draft.statement)) {
            statement.effects = effects;
            statement.effectsIn = context;
        }
        return effects;
    }
    // INVARIANT: rows pass only under a plan, so the server must have said what they look like, whatever the client asked for.
    #describeFirst(portal) {
        portal.described = true;
        const bytes = portal.name === '' ? DESCRIBE_UNNAMED : (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.describe, PORTAL, (0,messages/* cstring */.RX)(portal.name));
        this.#parts.line.enqueue({ kind: 'describe', frame: new protocol_frames/* Frame */.wI(messages/* FRONTEND */.BQ.describe, bytes, 0, bytes.length), portal, own: true });
    }
    // The server looks names up at Parse, and again at Bind.
    #turn(frame, effects) {
        const { lock, state, line } = this.#parts;
        const answer = lock.mayBeJudged(frame, { claim: claimOf(effects, false), outdated: state.isBehind(line) });
        if (answer === 'go' || answer === 'wait')
            return answer;
        this.#refuse(frame, answer);
        return 'refused';
    }
    #refuse(frame, refusal) {
        const { line, gate, state } = this.#parts;
        refuseMessage(frame, refusal, { as: 'extended', line, gate, context: state.context() });
    }
}
const PORTAL = Buffer.from('P');
const DESCRIBE_UNNAMED = (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.describe, PORTAL, (0,messages/* cstring */.RX)(''));
const extended_FLUSH = (0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.flush);
const FLUSH_FRAME = new protocol_frames/* Frame */.wI(messages/* FRONTEND */.BQ.flush, extended_FLUSH, 0, extended_FLUSH.length);
const NO_STATEMENT = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.noStatement, 'prepared statement does not exist', 'prepare it on this connection first');
const NOT_ONE_STATEMENT = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAllowed, 'ostiary: the prepared statement is not known to be exactly one readable statement', 'rephrase: prepare it again under another name, one statement at a time');
const REBOUND = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notNow, 'ostiary: the names in this statement stand for something else now than when it was parsed', 'rephrase: prepare the statement again');
const NO_PORTAL = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.noCursor, 'portal does not exist, or was not bound by this protocol', 'bind it first, or use FETCH for a cursor of SQL');
const CHANGED = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notNow, 'ostiary: the session changed between Bind and Execute', 'rephrase: bind the statement again, and execute it before anything else');

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/kinds.js
// SPDX-License-Identifier: Apache-2.0
//
// Kinds of a client's messages, by what a server does with them when it waits for something else. Refuses nothing; names types only.


/** They say all with their type. */
const BARE = new Set([messages/* FRONTEND */.BQ.sync, messages/* FRONTEND */.BQ.flush, messages/* FRONTEND */.BQ.terminate]);
/** What COPY data that nobody asks for consists of. */
const LEFT_OVER = new Set([messages/* FRONTEND */.BQ.copyData, messages/* FRONTEND */.BQ.copyDone, messages/* FRONTEND */.BQ.copyFail]);
/** Answered with ReadyForQuery, each by itself. */
const SIMPLE = new Set([messages/* FRONTEND */.BQ.query, messages/* FRONTEND */.BQ.functionCall]);
/** Messages that a server passes over while it skips to the next Sync, and whose faults are errors of their own. */
const SKIPPABLE = new Set([
    messages/* FRONTEND */.BQ.query, messages/* FRONTEND */.BQ.parse, messages/* FRONTEND */.BQ.bind, messages/* FRONTEND */.BQ.describe, messages/* FRONTEND */.BQ.execute, messages/* FRONTEND */.BQ.close, messages/* FRONTEND */.BQ.flush, messages/* FRONTEND */.BQ.functionCall,
    messages/* FRONTEND */.BQ.copyData, messages/* FRONTEND */.BQ.copyDone, messages/* FRONTEND */.BQ.copyFail,
]);
/** Stands for a message that was never kept. */
function empty(type) {
    const raw = (0,messages/* bare */.$B)(type);
    return new protocol_frames/* Frame */.wI(type, raw, 0, raw.length);
}

// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
;// CONCATENATED MODULE: ./lib/proxy/postgres/effects/worst-case.js


/** Reads the statements of a message one after the other. `touched`: what the transaction that is open has changed before. */
function inOrder(drafts, context, { gate, touched }) {
    const facts = [];
    const contexts = [];
    let here = context;
    for (const [at, draft] of drafts.entries()) {
        const each = gate.facts(draft, here);
        facts.push(each);
        contexts.push(here);
        if (at < drafts.length - 1)
            here = after(each, here, touched);
    }
    return { facts, contexts, context: here };
}
// As the context is once a statement has run, or has not.
function after(facts, context, touched) {
    const effects = effectsOf(facts);
    if (effects.turnsBack && (touched.path || touched.schema || touched.code))
        return asNobodyKnows(context);
    if (!effects.waits)
        return context;
    const set = besideNames(facts);
    if (set !== null)
        return { ...context, settings: either(context.settings, set) };
    const redefined = joined(context.stale ? (context.redefined ?? null) : [], effects.redefines);
    const keeps = !effects.path || (!effects.code && redefined !== null && leavesPath(facts, context));
    return {
        ...context,
        searchPath: keeps ? context.searchPath : null,
        stale: context.stale || effects.schema || effects.code,
        redefined,
        prepared: doubted(context.prepared, effects.code, namesOf(facts, 'prepare')),
        cursors: doubted(context.cursors, effects.code, namesOf(facts, 'declare-cursor')),
    };
}
// A ROLLBACK takes back definitions and settings of messages before, and a COMMIT those that were LOCAL: what comes next is about what there was.
function asNobodyKnows(context) {
    return { ...context, searchPath: null, stale: true, redefined: null, prepared: doubted(context.prepared, true, []), cursors: doubted(context.cursors, true, []) };
}
/** What these say is how dates, times, amounts of money, documents and words are read and shown, and whether row policies may refuse: no name is found by them. */
const BESIDE_NAMES = new Set(['client_encoding', 'standard_conforming_strings', 'datestyle', 'intervalstyle', 'timezone', 'xmloption', 'lc_monetary', 'lc_numeric', 'lc_time', 'default_text_search_config', 'row_security']);
// Null: not only such settings are set, and by nothing else than SET and RESET.
function besideNames({ statement, accesses, session }) {
    if ((statement !== 'SET' && statement !== 'RESET') || accesses.some(({ builtin }) => builtin !== true))
        return null;
    const settings = session.flatMap((effect) => (effect.kind === 'set' || effect.kind === 'reset' ? [effect] : []));
    return settings.length === session.length && settings.every(({ name }) => name !== null && BESIDE_NAMES.has(name)) ? settings : null;
}
// INVARIANT: whether the SET still holds is not followed (LOCAL, ROLLBACK). No server says a value like this, so nobody has approved an operation
// under it. The required ones have one value that is not refused, and keep it.
function either(settings, set) {
    const values = { ...settings };
    for (const effect of set) {
        const name = effect.name ?? '';
        if (!statements/* REQUIRED_SETTINGS */.eQ.has(name))
            values[name] = `${values[name] ?? ''}, or ${(effect.kind === 'set' ? effect.value : null) ?? 'its default'}`;
    }
    return values;
}
// The path stays when nothing but what is found in schemas was made, dropped or renamed, each by a name that is on record.
function leavesPath(facts, context) {
    if (facts.session.some(({ kind }) => kind !== 'ddl' && kind !== 'temp'))
        return false;
    if (facts.statement === 'CREATE SCHEMA')
        return isOffPath(facts, context);
    if (facts.accesses.length > 0 && facts.accesses.every(({ type }) => type === 'role'))
        return false;
    const isPlaced = (type) => IN_SCHEMAS.has(type ?? '') || (type === 'role' && NAMES_ROLES.has(facts.statement));
    if (!facts.accesses.every(({ effect, type }) => effect === 'read' || isPlaced(type)))
        return false;
    if (facts.redefines === undefined && !BESIDE.has(facts.statement) && !QUIET.has(facts.statement))
        return false;
    return worst_case_MAKES.has(facts.statement) || BESIDE.has(facts.statement) || hasOneSchema(context);
}
/** What is found in a schema, and is none itself; rights on it say nothing of others. */
const IN_SCHEMAS = new Set(['relation', 'sequence', 'index', 'function', 'type', 'statistics', 'text search configuration', 'text search dictionary']);
/** They say what roles may do with something; to be another role, or to use a schema, is another matter. */
const NAMES_ROLES = new Set(['GRANT', 'REVOKE', 'CREATE POLICY', 'ALTER POLICY']);
/** They give new names and take none away, not even behind a CASCADE: what is dropped with others uncovers what the next schema has. */
const worst_case_MAKES = new Set(['CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'CREATE VIEW', 'CREATE MATERIALIZED VIEW', 'CREATE FUNCTION', 'CREATE PROCEDURE', 'CREATE TYPE', 'CREATE DOMAIN']);
/** What they make, if anything, is read and written under no name of its own. */
const BESIDE = new Set(['CREATE INDEX', 'CREATE SEQUENCE', 'CREATE TRIGGER', 'CREATE POLICY', 'ALTER POLICY', 'COMMENT', 'GRANT', 'REVOKE']);
/** What they change, or drop, is not found where tables and views are; ALTER TABLE says what it changes, if that matters. */
const QUIET = new Set([
    'ALTER TABLE', 'ALTER INDEX', 'DROP INDEX', 'REINDEX', 'ALTER SEQUENCE', 'DROP SEQUENCE', 'ALTER FUNCTION', 'ALTER PROCEDURE', 'DROP FUNCTION', 'DROP PROCEDURE', 'DROP POLICY', 'DROP TYPE', 'DROP DOMAIN', 'CREATE STATISTICS', 'DROP STATISTICS',
    'CREATE TEXT SEARCH CONFIGURATION', 'ALTER TEXT SEARCH CONFIGURATION', 'CREATE TEXT SEARCH DICTIONARY',
]);
// PostgreSQL's own comes first by itself, so nothing that is made stands in for it; and nothing comes after the other.
function hasOneSchema({ searchPath }) {
    return searchPath !== null && searchPath.length === 2 && searchPath[0] === 'pg_catalog' && !(searchPath[1] ?? '').startsWith('pg_');
}
// A new schema, empty, that the setting does not name, and whoever is at work is not called.
function isOffPath({ accesses }, { settings, catalog }) {
    const { search_path: path, role, session_authorization: session } = settings;
    const [made] = accesses;
    if (path === undefined || accesses.length !== 1 || made?.effect !== 'schema' || typeof made.object !== 'string')
        return false;
    return !path.includes(made.object) && ![catalog.user, role, session].includes(made.object);
}
function namesOf(facts, kind) {
    return facts.session.flatMap((effect) => (effect.kind === kind ? [effect.name] : []));
}
function doubted(names, all, some) {
    if (!all && some.length === 0)
        return names;
    return new Map([...names.keys(), ...some].map((name) => [name, all || some.includes(name) ? 'ambiguous' : names.get(name)]));
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/simple.js






/** The Query messages of one client. */
class Simple {
    #parts;
    #copyIn;
    constructor(parts, copyIn) {
        this.#parts = parts;
        this.#copyIn = copyIn;
    }
    /** A Query is judged as a whole. False: not now. */
    query(frame, settled) {
        const { gate, line, names, state } = this.#parts;
        if (!settled && !state.readable)
            return false;
        const source = (0,frontend/* readQuery */.xB)(frame);
        const drafts = gate.analyse(source);
        const context = state.context();
        if (isEmpty(drafts)) {
            const step = new QueryStep(frame, [], { context, watcher: line, source, effects: HARMLESS });
            step.undecided = false;
            line.enqueue(step);
            line.pump();
            return true;
        }
        const { facts, contexts, context: worst } = inOrder(drafts, context, { gate, touched: state.touched });
        const effects = together(facts.map(effectsOf));
        if (!settled && !state.settled && !(state.namesHold && effects.controlOnly))
            return false;
        if (state.unavailable !== null && !effects.controlOnly)
            throw unreadableCatalog(state.unavailable);
        if (effects.names > 0 && !names.fits(effects.names, source, drafts)) {
            refuseMessage(frame, refusals/* TOO_MUCH */.rC, { as: 'query', line, gate, context });
            return true;
        }
        const turn = this.#parts.lock.mayBeJudged(frame, { claim: claimOf(effects, false), outdated: state.isBehind(line) });
        if (turn !== 'go')
            return this.#notNow(frame, turn);
        const step = new QueryStep(frame, drafts, { context: worst, inOrder: contexts, watcher: line, source, effects });
        step.mayDefine = state.note(effects);
        step.claim = claimOf(effects, step.mayDefine);
        state.boundary();
        if (effects.copiesIn)
            this.#copyIn.expect('query', step);
        ask(step, line, gate, state);
        line.pump();
        return true;
    }
    // False: it is taken again later.
    #notNow(frame, turn) {
        const { line, gate, state } = this.#parts;
        if (turn === 'wait')
            return false;
        refuseMessage(frame, turn, { as: 'query', line, gate, context: state.context() });
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/client-side.js
// SPDX-License-Identifier: Apache-2.0
//
// Takes the client's messages in their order and turns each into a step of the line. Stops taking when it must: to see what a
// statement has changed, when COPY data is due, when too much waits. Refuses every message type that it does not know.










class ClientSide {
    #deps;
    #extended;
    #simple;
    copyIn;
    /** A message that waits for the line to drain, and for the state to be read. */
    #held = null;
    #settling = false;
    /** The held message was waited for: it is taken whatever came of it. */
    #settled = false;
    #full = false;
    /** Others have their turn. */
    #resting = false;
    /** The server's socket takes no more. */
    blocked = false;
    /** No more messages are taken. */
    ended = false;
    constructor(deps) {
        this.#deps = deps;
        this.#extended = new Extended(deps);
        this.copyIn = new CopyIn(deps.toServer);
        this.#simple = new Simple(deps, this.copyIn);
    }
    /** True when the client's socket should not be read. */
    get paused() {
        return this.ended || this.blocked || this.#full || this.#resting || this.#held !== null || this.copyIn.state === 'awaiting' || this.#deps.line.staying;
    }
    /** A client that is done, or waits for people, is read on. */
    get watched() {
        return this.ended || this.#deps.line.staying;
    }
    get kept() {
        return this.#deps.line.waiting.bytes + (this.#held?.length ?? 0);
    }
    ignores(type) {
        if (this.copyIn.state === 'none' && LEFT_OVER.has(type))
            return true;
        return this.copyIn.state !== 'copying' && this.#skips(type);
    }
    noRoom({ type, bytes }) {
        if (this.ignores(type))
            return;
        try {
            this.#refuseUnread(type, (0,refusals/* noRoom */.fj)(bytes));
        }
        catch (thrown) {
            this.#deps.fail(thrown);
        }
    }
    #refuseUnread(type, refusal) {
        const { line, gate, state } = this.#deps;
        if (this.copyIn.state === 'copying' && type === messages/* FRONTEND */.BQ.copyData) {
            gate.refused(refusal.message);
            this.copyIn.refuse(refusal);
        }
        else if (this.copyIn.state === 'copying' || !SKIPPABLE.has(type)) {
            throw new refusals/* RefusedForGood */.fe(refusal);
        }
        else {
            refuseMessage(empty(type), refusal, { as: SIMPLE.has(type) ? 'query' : 'extended', line, gate, context: state.context() });
        }
    }
    /** Takes what has arrived, until something must be waited for. */
    run() {
        try {
            const began = this.paused ? 0 : this.#deps.clock();
            while (!this.paused) {
                const frame = this.#deps.reader.next();
                if (frame === null)
                    break;
                this.#take(frame);
                this.#watchFill();
                if (this.#deps.clock() - began > limits/* TURN_MS */.Ti)
                    this.#rest();
            }
        }
        catch (thrown) {
            this.#deps.fail(thrown);
        }
    }
    /** Something changed in the line: goes on if what was waited for has come. */
    proceed() {
        const { line, state, lock } = this.#deps;
        if (this.ended)
            return;
        // Nothing is on its way any more, so nothing will ask for data: the COPY was refused.
        if (this.copyIn.state === 'awaiting' && line.drained)
            this.copyIn.over();
        if (this.#full && this.#steps() <= limits/* MAX_STEPS */.rh / 2 && line.waiting.bytes <= limits/* MAX_WAITING_BYTES */.Je / 2)
            this.#full = false;
        if (this.#held !== null && !this.#settling && line.drained && !lock.keeps(this.#held)) {
            // What is known now may be enough for this message; else the server is asked.
            if (state.absorb(line))
                this.#resume(false);
            else
                this.#settle();
        }
        if (this.#held !== null || this.#full)
            line.flushServer();
        else
            this.run();
    }
    // What a client sends may be dear to follow, and all connections share one thread.
    #rest() {
        this.#resting = true;
        this.#deps.later(() => {
            this.#resting = false;
        });
    }
    #settle() {
        const { state, line, fail } = this.#deps;
        this.#settling = true;
        // What the server skips is not sent, and yet the client is to be read on.
        state.settle(line).then(() => (this.#resume(true), line.pump()), fail);
    }
    #resume(settled) {
        const held = this.#held;
        this.#held = null;
        this.#settling = false;
        if (held === null || this.ended)
            return;
        this.#settled = settled;
        try {
            this.#take(held);
        }
        catch (thrown) {
            this.#deps.fail(thrown);
        }
        this.#settled = false;
        this.run();
    }
    #skips(type) {
        const { line } = this.#deps;
        return line.skipping && line.waiting.length === 0 && SKIPPABLE.has(type);
    }
    #take(frame) {
        const { line, gate, state } = this.#deps;
        if (this.copyIn.state === 'copying') {
            if (frame.type !== messages/* FRONTEND */.BQ.terminate) {
                this.copyIn.take(frame);
                return;
            }
        }
        else if (this.#skips(frame.type)) {
            return;
        }
        try {
            this.#dispatch(frame);
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* GateError */.ue) || !REFUSABLE.has(thrown.code) || !SKIPPABLE.has(frame.type))
                throw thrown;
            refuseMessage(frame, (0,refusals/* violation */.Qf)(thrown), { as: SIMPLE.has(frame.type) ? 'query' : 'extended', line, gate, context: state.context() });
        }
    }
    #dispatch(frame) {
        if (BARE.has(frame.type))
            (0,frontend/* readBare */.ft)(frame);
        switch (frame.type) {
            case messages/* FRONTEND */.BQ.query:
                this.#extended.queried();
                return this.#orHold(frame, this.#simple.query(frame, this.#settled));
            case messages/* FRONTEND */.BQ.parse:
                return this.#orHold(frame, this.#extended.parse(frame, this.#settled));
            case messages/* FRONTEND */.BQ.bind:
                return this.#orHold(frame, this.#extended.bind(frame, this.#settled));
            case messages/* FRONTEND */.BQ.describe:
                return this.#orHold(frame, this.#extended.describe(frame, this.#settled));
            case messages/* FRONTEND */.BQ.execute:
                return this.#execute(frame);
            case messages/* FRONTEND */.BQ.close:
                return this.#extended.close(frame);
            case messages/* FRONTEND */.BQ.sync:
                return this.#extended.sync(frame);
            case messages/* FRONTEND */.BQ.flush:
            case messages/* FRONTEND */.BQ.terminate:
                return this.#bare(frame, frame.type === messages/* FRONTEND */.BQ.flush ? 'flush' : 'terminate');
            case messages/* FRONTEND */.BQ.copyData:
            case messages/* FRONTEND */.BQ.copyDone:
            case messages/* FRONTEND */.BQ.copyFail:
                // Left over from a COPY that failed: the server passes over them, too.
                return;
            case messages/* FRONTEND */.BQ.functionCall:
                return this.#refuseFunctionCall(frame);
            default:
                this.#deps.gate.refused(`a message of the unknown type ${frame.type}`);
                throw new errors/* GateError */.ue('PROTOCOL_VIOLATION', `invalid frontend message type ${frame.type}`);
        }
    }
    #orHold(frame, taken) {
        if (taken)
            return;
        this.#held = frame;
        this.proceed();
    }
    #execute(frame) {
        const portal = this.#extended.execute(frame, this.#settled);
        if (portal === 'wait')
            this.#orHold(frame, false);
        else if (portal?.effects?.copiesIn === true)
            this.copyIn.expect('execute', portal);
    }
    #bare(frame, kind) {
        this.#deps.line.enqueue({ kind, frame });
        if (kind === 'terminate')
            this.ended = true;
        this.#deps.line.pump();
    }
    #refuseFunctionCall(frame) {
        const { line, gate, state } = this.#deps;
        const refusal = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAllowed, 'ostiary: function calls by protocol are not allowed', 'rephrase: call the function in a SELECT');
        refuseMessage(frame, refusal, { as: 'query', line, gate, context: state.context() });
    }
    #steps() {
        return this.#deps.line.waiting.length + this.#deps.line.flight.length;
    }
    #watchFill() {
        const { line } = this.#deps;
        if (this.#steps() < limits/* MAX_STEPS */.rh && line.waiting.bytes < limits/* MAX_WAITING_BYTES */.Je)
            return;
        this.#full = true;
        line.flushServer();
    }
}
const REFUSABLE = new Set(['PROTOCOL_VIOLATION', 'UPSTREAM_FAILED']);

// EXTERNAL MODULE: ./lib/proxy/postgres/client/fatal-error.js
var fatal_error = __webpack_require__(29841);
;// CONCATENATED MODULE: ./lib/proxy/postgres/session/idle.js
/** How long one session has been silent. */
class Idle {
    #runtime;
    #limitMs;
    #silent;
    #timer = null;
    #activity = 0;
    /** `silent`: nothing was seen for `limitMs`. */
    constructor(runtime, limitMs, silent) {
        this.#runtime = runtime;
        this.#limitMs = limitMs;
        this.#silent = silent;
    }
    /** Something came, from either side. */
    seen() {
        this.#activity += 1;
    }
    watch() {
        const seen = this.#activity;
        this.#timer = this.#runtime.after(this.#limitMs, () => {
            // What it does may end the watch.
            this.watch();
            if (seen === this.#activity)
                this.#silent();
        });
    }
    cancel() {
        this.#timer?.cancel();
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/transport/back-pressure.js
/** Whether a socket is read; asks it only for changes. */
class Flow {
    #socket;
    #on = false;
    constructor(socket) {
        this.#socket = socket;
    }
    set(on) {
        if (this.#on === on)
            return;
        this.#on = on;
        if (on)
            this.#socket.resume();
        else
            this.#socket.pause();
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/transport/intake.js


/** One side of one connection, as it is read. */
class Intake {
    #deps;
    #flow;
    #held = 0;
    #asked = null;
    #timer = null;
    constructor(deps) {
        this.#deps = deps;
        this.#flow = new Flow(deps.socket);
        deps.reader.asks(limits/* LARGE_FRAME_BYTES */.sE);
    }
    /** After everything of a turn was written. */
    turn() {
        const { reader, taker } = this.#deps;
        // What went before is on its way until then, and nothing more is read.
        if (!taker.blocked) {
            if (this.#held > 0)
                this.#keep(reader.allowed + taker.kept);
            if (reader.wanted !== null && this.#asked === null)
                this.#want(reader.wanted);
        }
        this.#flow.set(taker.watched || (!taker.paused && this.#asked === null));
    }
    /** Nothing more is read. `to`: the socket that may not have taken everything yet. */
    close(to) {
        this.#flow.set(false);
        this.#settle();
        const give = () => this.#keep(0);
        if (to.destroyed || to.writableLength === 0)
            give();
        else
            to.once('finish', give).once('close', give);
    }
    #want(wanted) {
        const { share, taker } = this.#deps;
        if (taker.ignores(wanted.type)) {
            this.#pass();
            return;
        }
        const ask = { bytes: wanted.bytes, nearer: false, granted: () => this.#granted(wanted.bytes) };
        this.#asked = ask;
        share.ask(ask);
        if (this.#asked === ask)
            this.#watch(ask, wanted);
    }
    // As long as others come to an end, its turn comes.
    #watch(ask, wanted) {
        const { runtime, roomMs } = this.#deps;
        ask.nearer = false;
        this.#timer = runtime.after(roomMs, () => (ask.nearer ? this.#watch(ask, wanted) : this.#expired(wanted)));
    }
    #granted(bytes) {
        this.#asked = null;
        this.#settle();
        this.#held += bytes;
        this.#deps.reader.allow();
        this.#goOn();
    }
    #expired(wanted) {
        const { log, share, roomMs, taker } = this.#deps;
        this.#settle();
        log.warn('there was no room for a large message', { bytes: wanted.bytes, held: share.held, milliseconds: roomMs });
        taker.noRoom(wanted);
        this.#pass();
    }
    #pass() {
        this.#deps.reader.passOver();
        this.#goOn();
    }
    #goOn() {
        this.#deps.taker.run();
        this.#deps.wake();
    }
    #settle() {
        this.#timer?.cancel();
        this.#timer = null;
        const asked = this.#asked;
        this.#asked = null;
        if (asked !== null)
            this.#deps.share.withdraw(asked);
    }
    /** Gives back all but so much. */
    #keep(bytes) {
        const over = this.#held - bytes;
        if (over <= 0)
            return;
        this.#held = bytes;
        this.#deps.share.give(over);
    }
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/backend.js
var backend = __webpack_require__(97991);
;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/own-statements.js
// SPDX-License-Identifier: Apache-2.0
//
// Sends the gate's own statements on a client's connection, in the extended protocol and under names of their own, so that the
// client's unnamed statement and portal live on, and hides the answers. Refuses to send anything that is not in gate/statements.ts
// or catalog.ts.





/** Name of our statement and portal on a client's connection. */
const OWN_NAME = 'ostiary gate';
const NAME = (0,messages/* cstring */.RX)(OWN_NAME);
const CLOSE = Buffer.concat([(0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.close, Buffer.from('S'), NAME), (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.close, Buffer.from('P'), NAME)]);
const RUN = Buffer.concat([(0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.bind, NAME, NAME, (0,messages/* int16 */.l8)(0), (0,messages/* int16 */.l8)(0), (0,messages/* int16 */.l8)(0)), (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.execute, NAME, (0,messages/* int32 */.HA)(0))]);
const CLOSES = 4;
/** Asks the server something between the client's messages. */
class OwnStatements {
    #carrier;
    #gate;
    constructor(carrier, gate) {
        this.#carrier = carrier;
        this.#gate = gate;
    }
    /** Rows of one statement, as text. Throws `UPSTREAM_FAILED` with the server's words. Only when nothing else is on its way. */
    rows(sql, of) {
        this.#gate.originated(of.name, of.purpose);
        // Inside the client's pipeline a Sync would commit what it has not finished.
        const synced = !this.#carrier.segmentOpen;
        const bytes = Buffer.concat([CLOSE, (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.parse, NAME, (0,messages/* cstring */.RX)(sql), (0,messages/* int16 */.l8)(0)), RUN, CLOSE, (0,messages/* bare */.$B)(synced ? messages/* FRONTEND */.BQ.sync : messages/* FRONTEND */.BQ.flush)]);
        return new Promise((resolve, reject) => {
            const settle = ({ rows, error }) => {
                if (error === null)
                    resolve(rows);
                else
                    reject(new errors/* GateError */.ue('UPSTREAM_FAILED', `the server refused the gate's own question: ${error.message} (${error.sqlstate})`));
            };
            this.#carrier.sendOwn({ kind: 'own', synced, rows: [], closes: 0, error: null, settle }, bytes);
        });
    }
}
/** Takes one message of the answer; true when it was the last. Throws when the server says what can't be an answer. */
function takeOwn(step, message, bounds) {
    switch (message.type) {
        case messages/* BACKEND */.th.dataRow:
            step.rows.push((0,backend/* readDataRow */.Hy)(message, bounds).map((value) => value?.toString('utf8') ?? null));
            return false;
        case messages/* BACKEND */.th.closeComplete:
            step.closes += 1;
            return !step.synced && step.closes === CLOSES;
        case messages/* BACKEND */.th.errorResponse: {
            const fields = (0,backend/* readDiagnostic */.qx)(message);
            step.error = { sqlstate: fields.get('C') ?? '', message: fields.get('M') ?? '' };
            return !step.synced;
        }
        case messages/* BACKEND */.th.readyForQuery:
            return true;
        case messages/* BACKEND */.th.parseComplete:
        case messages/* BACKEND */.th.bindComplete:
        case messages/* BACKEND */.th.commandComplete:
        case messages/* BACKEND */.th.noticeResponse:
            return false;
        default:
            throw (0,protocol_body/* malformed */.Q)(message.type, 'is no answer to a question of the gate');
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/row-ceiling.js
// SPDX-License-Identifier: Apache-2.0
//
// Statements that change rows under a ceiling: how many they changed is known from their answer only, so until then it must be possible
// to undo them. Outside a transaction one is made a transaction of its own, whose end is held back. Refuses those that could have
// committed by then: beside other statements, or with a COMMIT on its way.




/** What a client is told whose change could not be undone. */
const NOT_UNDOABLE = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAllowed, 'ostiary: a statement that changes rows under a row ceiling has to be undoable', 'rephrase: send it in a message of its own, outside a transaction or after BEGIN');
/** Watches over one connection's steps. */
class Ceiling {
    /** In flight, its rows being counted. */
    #counted = null;
    /** It is a transaction of its own: whatever comes after it could end that. */
    #alone = false;
    /** Something was withheld, and the server's transaction has to fail before anything else reaches it. */
    #holding = false;
    /** Since the last Sync something was executed that is not counted: perhaps a COMMIT. */
    #other = false;
    /** True for a step that has to stay in its place: it could commit, or the state of the transaction is not known yet. */
    keeps(step, pending) {
        // A client that goes takes what is open with it, and may not send the Sync that is waited for.
        if (step.kind === 'terminate' && this.#counted === null)
            return false;
        if (this.#counted !== null || this.#holding)
            return this.#alone || (step.kind !== 'sync' && step.kind !== 'flush');
        return isCounted(step) && pending;
    }
    /** In flight is a transaction of its own that has no end yet. */
    get alone() {
        return this.#alone;
    }
    /** The same, and what ends it is ours to send, which the server need not wait for data to come to. */
    get owesEnd() {
        return this.#alone && this.#counted?.kind === 'query' && !this.#counted.effects.copiesIn;
    }
    /** A Query or an Execute is about to be sent. `refuse`: it changes rows under a ceiling, and could not be undone. `alone`: so that it can, its end is ours to send. */
    admits(step, status) {
        if (!isCounted(step)) {
            this.#other = true;
            return 'pass';
        }
        if (this.#other || (step.kind === 'query' && !isSingle(step, status)))
            return 'refuse';
        this.#counted = step;
        this.#alone = status === 'I';
        return this.#alone ? 'alone' : 'pass';
    }
    /** A step has been answered. True: what waited for it may go on. */
    answered(step) {
        if (step === undefined || step !== this.#counted)
            return false;
        this.#counted = null;
        this.#alone = false;
        return true;
    }
    /** Everything since the last Sync is over. */
    segmentEnds() {
        this.#other = false;
    }
    hold(holding) {
        this.#holding = holding;
    }
}
// Sent by the extended protocol, a parameter that nobody binds would mean something else.
function isSingle({ results, drafts }, status) {
    return results.length === 1 && (status !== 'I' || drafts[0]?.parameterCount === 0);
}
const row_ceiling_NAME = (0,messages/* cstring */.RX)(OWN_NAME);
const row_ceiling_CLOSE = Buffer.concat([(0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.close, Buffer.from('S'), row_ceiling_NAME), (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.close, Buffer.from('P'), row_ceiling_NAME)]);
/** A Query of one statement, in the extended protocol: run, but not committed before `ALONE_END`. Results are text, as those of a Query. */
function aloneBytes(sql) {
    return Buffer.concat([
        row_ceiling_CLOSE, (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.parse, row_ceiling_NAME, sql, Buffer.alloc(1), (0,messages/* int16 */.l8)(0)), (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.bind, row_ceiling_NAME, row_ceiling_NAME, (0,messages/* int16 */.l8)(0), (0,messages/* int16 */.l8)(0), (0,messages/* int16 */.l8)(0)),
        (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.describe, Buffer.from('P'), row_ceiling_NAME), (0,protocol_frames/* frame */.Gt)(messages/* FRONTEND */.BQ.execute, row_ceiling_NAME, (0,messages/* int32 */.HA)(0)), (0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.flush),
    ]);
}
/** Commits it, or, after an error, ends what was rolled back. */
const ALONE_END = Buffer.concat([row_ceiling_CLOSE, (0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.sync)]);
function isCounted(step) {
    if (step.kind === 'query')
        return step.results.some(({ execution }) => execution.undoable);
    return step.kind === 'execute' && step.portal.result?.execution.undoable === true;
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/fifo.js
// SPDX-License-Identifier: Apache-2.0
//
// A queue that does not move its items when one is taken. Knows nothing of what it holds.
// Taken places are given back once there are this many, so that a queue that never runs empty does not grow.
const COMPACT_AT = 1_024;
/** First in, first out; `shift` is cheap at any length. */
class Fifo {
    #items = [];
    #head = 0;
    #tail = 0;
    get length() {
        return this.#tail - this.#head;
    }
    push(item) {
        this.#items[this.#tail] = item;
        this.#tail += 1;
    }
    peek() {
        return this.#items[this.#head];
    }
    shift() {
        if (this.#head === this.#tail)
            return undefined;
        const item = this.#items[this.#head];
        this.#items[this.#head] = undefined;
        this.#head += 1;
        if (this.#head === this.#tail) {
            this.#head = 0;
            this.#tail = 0;
        }
        else if (this.#head >= COMPACT_AT && this.#head * 2 > this.#tail) {
            this.#items = this.#items.slice(this.#head, this.#tail);
            this.#tail -= this.#head;
            this.#head = 0;
        }
        return item;
    }
    at(index) {
        return this.#items[this.#head + index];
    }
    forEach(visit) {
        for (let at = this.#head; at < this.#tail; at += 1)
            visit(this.#items[at]);
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/queues.js
// SPDX-License-Identifier: Apache-2.0
//
// The two queues of a connection's steps: those that wait to be sent, with the bytes they hold, and those on their way to their answer,
// with what is known of the transaction's status meanwhile. Knows the order alone; refuses to say how a step is sent, answered or ended.


/** Steps that wait for their decision, or for those before them. */
class Waiting {
    #steps = new Fifo();
    /** What they hold of the client's bytes. */
    bytes = 0;
    get length() {
        return this.#steps.length;
    }
    push(step) {
        this.#steps.push(step);
        this.bytes += frameOf(step)?.length ?? 0;
    }
    peek() {
        return this.#steps.peek();
    }
    shift() {
        const step = this.#steps.shift();
        if (step !== undefined)
            this.bytes -= frameOf(step)?.length ?? 0;
        return step;
    }
}
/** Steps that were sent, and answers of ours, in the order of their answers. */
class Flight {
    #steps = new Fifo();
    /** How many of those that end with ReadyForQuery were sent so far, and how many of them are over. */
    sent = 0;
    answered = 0;
    get length() {
        return this.#steps.length;
    }
    /** Among them is one that ends with ReadyForQuery: until that comes, the status of the transaction is open. */
    get unsettled() {
        return this.sent > this.answered;
    }
    /** After the step in front, nothing of its pipeline is on its way but perhaps the Sync. */
    get restIsSync() {
        return this.length === 1 || (this.length === 2 && this.#steps.at(1)?.kind === 'sync');
    }
    push(step) {
        if (isBoundary(step))
            this.sent += 1;
        this.#steps.push(step);
    }
    peek() {
        return this.#steps.peek();
    }
    shift() {
        const step = this.#steps.shift();
        if (step !== undefined && isBoundary(step))
            this.answered += 1;
        return step;
    }
    forEach(visit) {
        this.#steps.forEach(visit);
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/replies.js



/** The answers of one connection that are ours. */
class Replies {
    #deps;
    #flight;
    #segment;
    #status;
    dropping = 'no';
    /** `status`: as of the last ReadyForQuery that came through. */
    constructor(deps, { flight, segment, status }) {
        this.#deps = deps;
        this.#flight = flight;
        this.#segment = segment;
        this.#status = status;
    }
    // INVARIANT: a refusal is answered here only where nothing is open that could commit; elsewhere the server fails, too.
    refuseQuery(refusal) {
        if (this.#status() === 'T' || this.#segment.open || this.#flight.unsettled) {
            this.fail('query', refusal, refusal.message);
            return;
        }
        this.say(refusal);
        this.say('ready');
    }
    refuseExtended(refusal) {
        if (this.#status() === 'T' || this.#segment.executed || this.#flight.unsettled) {
            this.fail('parse', refusal, refusal.message);
            this.dropping = 'forward-sync';
            return;
        }
        this.dropping = this.#segment.open ? 'forward-sync' : 'answer-sync';
        // As with an error of the server's own, the client hears of it at once, although it has not synced yet.
        if (this.#segment.flush(this.#deps.toServer))
            this.#deps.wake();
        this.say(refusal);
    }
    /** Sends what fails at the server. `refusal`: what the client hears instead of its error; null: nothing. */
    fail(by, refusal, why) {
        this.#deps.gate.originated(statements/* FAIL */.vR.name, `to fail what is open: ${why}`);
        this.#deps.toServer.bytes(refusals/* FAILING */.tz[by]);
        if (by === 'query')
            this.#segment.ends();
        else
            this.#segment.open = true;
        this.#flight.push({ kind: 'fail', by, refusal });
        this.#deps.wake();
    }
    /** Says it when everything before it is answered. */
    say(what) {
        this.#flight.push({ kind: 'say', what });
        this.sayWhatIsDue();
    }
    sayWhatIsDue() {
        for (let step = this.#flight.peek(); step?.kind === 'say'; step = this.#flight.peek()) {
            this.#flight.shift();
            this.#deps.toClient.bytes(step.what === 'ready' ? (0,messages/* readyForQuery */.DL)(this.#status()) : (0,refusals/* refusalBytes */._h)(step.what));
        }
        this.#deps.wake();
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/segment.js

const segment_FLUSH = (0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.flush);
/** The part of a pipeline since the last Sync, of one connection. */
class Segment {
    #ceiling;
    /** Extended messages went to the server. */
    open = false;
    /** Among them an Execute: something could commit. */
    executed = false;
    /** Among them a Bind: a Sync would take its portal away. */
    bound = false;
    /** They are answered only when the server is asked to. */
    unflushed = false;
    constructor(ceiling) {
        this.#ceiling = ceiling;
    }
    /** A Sync of ours would lose or commit something of it. Without one, what runs outside of transactions alone could not follow what we asked. */
    get holds() {
        return this.open && (this.bound || this.executed);
    }
    /** A message that belongs to it has been sent. */
    sent() {
        this.open = true;
        this.unflushed = true;
    }
    /** Everything in it is over, or will be by itself. */
    ends() {
        this.open = false;
        this.executed = false;
        this.bound = false;
        this.unflushed = false;
        this.#ceiling.segmentEnds();
    }
    /** Asks for the answers; false when nothing is owed. */
    flush(toServer) {
        if (!this.unflushed)
            return false;
        this.unflushed = false;
        toServer.bytes(segment_FLUSH);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/drop.js

/** Why a step was left when the connection was over. */
const ENDED = 'the connection ended before it was sent, or before its answer came';
/** Why a step behind a failure was. */
const SKIPPED = 'not reached: an earlier message of the pipeline failed';
/** Ends a step that was not sent, or will not be answered. */
function drop(step, why, names) {
    if (isAsk(step)) {
        step.waiting?.end(why);
        if (step.undecided)
            step.dropped = true;
        else
            step.abandon(why);
    }
    if (step.kind === 'own')
        step.settle({ ...step, error: { sqlstate: '08006', message: why } });
    forget(step, names);
}
/** Names that a step announced will not come, nor the description that it asked for. */
function forget(step, names) {
    if (step.kind === 'describe' && step.portal !== null)
        step.portal.described = false;
    else if (step.kind === 'parse')
        names.statementAnswered(step.statement, false);
    else if (step.kind === 'bind')
        names.portalAnswered(step.portal, false);
    else if (step.kind === 'close')
        names.closeAnswered(step.what, step.name, false);
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/sending.js




// Some servers commit the pipeline with such a Query, others leave its transaction open until the next Sync: a Sync of ours, between two
// messages of the client, would then commit what a later error was to take back.
const NOT_SYNCED = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAllowed, 'ostiary: a simple query may not come into a pipeline that is not synced yet', 'rephrase: send a Sync before it');
/** The way of steps out of the line. */
class Sending {
    #deps;
    #parts;
    /** The client has said that it goes. */
    terminated = false;
    constructor(deps, parts) {
        this.#deps = deps;
        this.#parts = parts;
    }
    // INVARIANT: what may write is sent while nobody else changes definitions, and by those that it was judged by.
    /** Whether it is a step's turn. */
    turnOf(step) {
        if (step.kind === 'query' && step.refusal === null)
            return this.#deps.lock.mayBeSent(step, step.claim, step.context.definitionChanges);
        return step.kind === 'execute' ? this.#deps.lock.mayBeSent(step, step.claim, step.portal.context.definitionChanges) : 'go';
    }
    /** Answers what was allowed, and is yet not sent. */
    refuse(step, refusal) {
        if (step.kind === 'query') {
            step.abandon(refusal.message);
            this.#parts.replies.refuseQuery(refusal);
        }
        else if (step.kind === 'execute') {
            step.portal.result?.notReached(refusal.message);
            this.#parts.replies.refuseExtended(refusal);
        }
    }
    // Not before it is really sent: what is refused changes nothing for anybody.
    #stir(step) {
        this.#deps.lock.sent(step, step.claim);
        if (step.mayDefine)
            this.#deps.ownChanges.begin(this.#parts.flight.sent + 1);
    }
    /** Sends it, or answers it where the gate has refused it. */
    send(step) {
        switch (step.kind) {
            case 'query':
                this.#sendQuery(step);
                return;
            case 'parse':
            case 'bind':
                this.#sendAsk(step);
                return;
            case 'sync':
                this.#sendSync(step);
                return;
            case 'flush':
                this.#forward(step);
                this.#parts.segment.unflushed = false;
                return;
            case 'terminate':
                this.terminated = true;
                this.#forward(step);
                return;
            case 'execute':
                this.#sendExecute(step);
                return;
            case 'describe':
            case 'close':
                this.#sendExtended(step);
                return;
            case 'own':
            case 'fail':
            case 'say':
                this.#parts.flight.push(step);
                this.#parts.replies.sayWhatIsDue();
                return;
            default:
                step;
        }
    }
    #sendQuery(step) {
        if (step.refusal !== null) {
            this.#parts.replies.refuseQuery(step.refusal);
            return;
        }
        if (this.#parts.segment.executed) {
            this.refuse(step, NOT_SYNCED);
            return;
        }
        const admitted = this.#parts.ceiling.admits(step, this.#parts.status());
        if (admitted === 'refuse') {
            this.refuse(step, NOT_UNDOABLE);
            return;
        }
        this.#stir(step);
        if (admitted === 'alone') {
            step.alone = 'running';
            this.#deps.toServer.bytes(aloneBytes(step.source));
        }
        else {
            this.#forward(step);
        }
        step.frame = null;
        this.#parts.segment.ends();
        this.#parts.flight.push(step);
    }
    #sendAsk(step) {
        if (step.refusal !== null) {
            forget(step, this.#deps.names);
            this.#parts.replies.refuseExtended(step.refusal);
            return;
        }
        if (step.kind === 'bind')
            this.#parts.segment.bound = true;
        this.#sendExtended(step);
        step.frame = null;
    }
    #sendExecute(step) {
        if (this.#parts.ceiling.admits(step, this.#parts.status()) === 'refuse') {
            this.refuse(step, NOT_UNDOABLE);
            return;
        }
        this.#stir(step);
        this.#parts.segment.executed = true;
        this.#sendExtended(step);
    }
    #sendExtended(step) {
        this.#forward(step);
        this.#parts.segment.sent();
        this.#parts.flight.push(step);
    }
    #sendSync(step) {
        const answered = this.#parts.replies.dropping === 'answer-sync';
        this.#parts.replies.dropping = 'no';
        if (answered) {
            this.#parts.replies.say('ready');
            return;
        }
        this.#forward(step);
        this.#parts.segment.ends();
        this.#parts.flight.push(step);
    }
    #forward(step) {
        const frame = frameOf(step);
        if (frame !== null)
            this.#deps.toServer.frame(frame);
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/pipeline/line.js










/** The steps of one connection, in their order. */
class Line {
    #deps;
    /** As of the last ReadyForQuery that came through. */
    status = 'I';
    waiting = new Waiting();
    flight = new Flight();
    /** Its client waits for people, perhaps; nothing comes after it. */
    #staying = null;
    ceiling = new Ceiling();
    #segment = new Segment(this.ceiling);
    #replies;
    #sending;
    constructor(deps) {
        this.#deps = deps;
        this.#replies = new Replies(deps, { flight: this.flight, segment: this.#segment, status: () => this.status });
        this.#sending = new Sending(deps, { flight: this.flight, segment: this.#segment, ceiling: this.ceiling, replies: this.#replies, status: () => this.status });
    }
    /** The client has said that it goes. */
    get terminated() {
        return this.#sending.terminated;
    }
    /** Something was bound or executed since the last Sync: one of ours would lose or commit it. */
    get segmentOpen() {
        return this.#segment.holds;
    }
    get skipping() {
        return this.#replies.dropping !== 'no';
    }
    /** Everything that the client sent so far has been answered. */
    get drained() {
        return this.waiting.length === 0 && this.flight.length === 0;
    }
    /** Nothing is open at the server but what was prepared, and nothing else owed to the client: it could wait. */
    get idle() {
        if (this.waiting.length > 0 || this.status !== 'I' || this.skipping)
            return false;
        return this.#segment.open ? !this.#segment.bound && !this.flight.unsettled : this.flight.length === 0;
    }
    /** A step that could take long: no more is taken from the client until it is decided. */
    get staying() {
        return this.#staying !== null && this.#staying.undecided && !this.#staying.dropped;
    }
    stay(step) {
        this.#staying = step;
    }
    /** Ends what the client has only prepared, so that the server holds no locks for it while it waits. Resolves when that is answered. */
    rest() {
        if (!this.#segment.open || !this.staying)
            return Promise.resolve();
        return new Promise((resolve) => this.sendOwn({ kind: 'own', synced: true, rows: [], closes: 0, error: null, settle: () => resolve() }, (0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.sync)));
    }
    /** Ends the wait of the step in front; false: it does not wait for people, or the server has something to be cancelled, too. */
    interrupt(why) {
        if (!this.staying)
            return false;
        this.#staying?.waiting?.end(why);
        return !this.flight.unsettled;
    }
    /** A word to the client between its messages. */
    tell(bytes) {
        this.#deps.toClient.bytes(bytes);
        this.#deps.wake();
    }
    enqueue(step) {
        this.waiting.push(step);
    }
    /** The gate decided on something: also called while `submit` still runs. */
    decided() {
        this.pump();
    }
    /** Sends what may go, in order. Where that fails a step is out of the line and not answered, and whoever told us has others to tell. */
    pump() {
        try {
            this.#sendWhatMayGo();
        }
        catch (thrown) {
            this.#deps.fail(thrown);
        }
    }
    #sendWhatMayGo() {
        for (let step = this.waiting.peek(); step !== undefined; step = this.waiting.peek()) {
            const dropped = this.#replies.dropping !== 'no' && step.kind !== 'sync' && step.kind !== 'terminate';
            if (!dropped && isAsk(step) && step.undecided)
                break;
            if (!dropped && this.ceiling.keeps(step, this.flight.unsettled)) {
                this.flushServer();
                break;
            }
            const turn = dropped ? 'go' : this.#sending.turnOf(step);
            if (turn === 'wait')
                break;
            this.waiting.shift();
            if (dropped) {
                this.#deps.lock.stopWaiting(step);
                drop(step, SKIPPED, this.#deps.names);
            }
            else if (turn === 'go') {
                this.#sending.send(step);
            }
            else {
                this.#sending.refuse(step, turn);
            }
        }
        this.#deps.wake();
    }
    /** Sends a gate-originated statement. Nothing else may be on its way. */
    sendOwn(step, bytes) {
        this.#deps.toServer.bytes(bytes);
        if (step.synced)
            this.#segment.ends();
        this.flight.push(step);
        this.#deps.wake();
    }
    /** Makes the server answer what is in flight inside an open pipeline. */
    flushServer() {
        if (this.#segment.flush(this.#deps.toServer))
            this.#deps.wake();
    }
    /** The step in front has been answered. */
    pop() {
        const { unsettled } = this.flight;
        const step = this.#shift();
        const settled = unsettled && !this.flight.unsettled;
        this.#replies.sayWhatIsDue();
        if (this.ceiling.answered(step) || (settled && this.waiting.length > 0))
            this.pump();
    }
    /** An extended message failed: the server skips to the next Sync. */
    skipToSync() {
        const failed = this.#shift();
        this.ceiling.answered(failed);
        if (failed !== undefined)
            drop(failed, SKIPPED, this.#deps.names);
        let next = this.flight.peek();
        for (; next !== undefined && next.kind !== 'sync' && next.kind !== 'own'; next = this.flight.peek()) {
            this.ceiling.answered(this.#shift());
            drop(next, SKIPPED, this.#deps.names);
        }
        if (next === undefined)
            this.#replies.dropping = 'forward-sync';
        // The Sync was ours, and the client has still to send its own.
        else if (next.kind === 'own')
            this.#replies.dropping = 'answer-sync';
        this.pump();
    }
    /** Holds back what could commit until `release`. */
    hold() {
        this.ceiling.hold(true);
    }
    release() {
        this.ceiling.hold(false);
        this.pump();
    }
    /** Ends the transaction that a Query of its own is: commits it, unless it has failed. */
    endAlone(step) {
        if (step.alone !== 'running')
            return;
        step.alone = 'ending';
        this.#deps.toServer.bytes(ALONE_END);
        this.#deps.wake();
    }
    /** Undoes what has just been completed outside a transaction: the server is made to fail before it could commit. */
    undoAlone(step, why) {
        if (step.kind === 'query') {
            this.#deps.gate.originated(statements/* FAIL */.vR.name, `to fail what is open: ${why}`);
            step.alone = 'undoing';
            this.#deps.toServer.bytes(Buffer.concat([refusals/* FAILING */.tz.parse, ALONE_END]));
            this.#deps.wake();
            return;
        }
        this.ceiling.answered(this.#shift());
        this.#replies.fail('parse', null, why);
        this.#replies.dropping = 'forward-sync';
        this.pump();
    }
    /** Makes the server's open transaction fail without a word to the client: nothing may be in flight. */
    failSilently(why) {
        this.#replies.fail('query', null, why);
    }
    /** The connection is over: every step gets its end. `ran`: told of those that the server may have run. */
    abandon(ran) {
        this.flight.forEach(ran);
        for (let step = this.flight.shift(); step !== undefined; step = this.flight.shift())
            drop(step, ENDED, this.#deps.names);
        this.dropWaiting();
    }
    /** Nobody waits for what has not been sent yet. */
    dropWaiting() {
        this.#deps.lock.stopWaiting();
        for (let step = this.waiting.shift(); step !== undefined; step = this.waiting.shift())
            drop(step, ENDED, this.#deps.names);
    }
    #shift() {
        const step = this.flight.shift();
        const { ownChanges, lock } = this.#deps;
        ownChanges.answered(this.flight.answered);
        lock.answered(step, { settled: !ownChanges.pending, status: this.status });
        return step;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/proxy/postgres/names/namespace.js
// SPDX-License-Identifier: Apache-2.0
//
// What names of one kind stand for: what the server has confirmed, and what is on its way to it. Refuses to find what is not confirmed
// anywhere but where the server would skip the use as well.
/** One namespace. The unnamed one has a place of its own, since it is used most. */
class Namespace {
    named = new Map();
    unnamed;
    #pending = new Map();
    #unnamedPending;
    #unnamedSegment = 0;
    get(name) {
        return name === '' ? this.unnamed : this.named.get(name);
    }
    delete(name) {
        if (name === '')
            this.unnamed = undefined;
        else
            this.named.delete(name);
    }
    /** `null`: it is being closed. */
    announce(name, item, segment) {
        if (name === '') {
            this.#unnamedPending = item;
            this.#unnamedSegment = segment;
        }
        else {
            this.#pending.set(name, { item, segment });
        }
    }
    /** The server answered (`done`) or will never answer what was announced. */
    resolve(name, item, done) {
        if (name === '') {
            if (this.#unnamedPending === item)
                this.#unnamedPending = undefined;
            if (done)
                this.unnamed = item ?? undefined;
            return;
        }
        if (this.#pending.get(name)?.item === item)
            this.#pending.delete(name);
        if (!done)
            return;
        if (item === null)
            this.named.delete(name);
        else
            this.named.set(name, item);
    }
    // INVARIANT: what is not confirmed is found only in its own segment: an error in between makes the server skip the use as well.
    find(name, segment) {
        if (name === '') {
            if (this.#unnamedPending === undefined)
                return this.unnamed;
            return this.#unnamedSegment === segment ? (this.#unnamedPending ?? undefined) : 'wait';
        }
        const pending = this.#pending.get(name);
        if (pending === undefined)
            return this.named.get(name);
        if (pending.segment !== segment)
            return 'wait';
        return pending.item ?? undefined;
    }
    /** What is confirmed. */
    *all() {
        if (this.unnamed !== undefined)
            yield this.unnamed;
        yield* this.named.values();
    }
    /** Those by name, also those that are on their way. */
    *known() {
        yield* this.named.values();
        for (const { item } of this.#pending.values())
            if (item !== null)
                yield item;
    }
    get size() {
        return this.named.size + this.#pending.size;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/names/names.js
// SPDX-License-Identifier: Apache-2.0
//
// Prepared statements, portals and cursors by name, as the server has them: a name counts once the server has confirmed it, and may
// be used before that only where the server would skip the use if the confirmation failed. Refuses to guess: a name that may stand
// for two things is `ambiguous`.





/** Names of one connection. */
class Names {
    statements = new Namespace();
    portals = new Namespace();
    /** What SQL can reach by name: `EXECUTE`, `FETCH`. */
    prepared = new Map();
    cursors = new Map();
    #sources = new Map();
    /** Those that were open before the transaction's first savepoint; null: there is none. */
    #beforeSavepoints = null;
    #bindings = { prepared: new Map(), cursor: new Map() };
    #gate;
    constructor(gate) {
        this.#gate = gate;
    }
    statementAnswered(statement, done) {
        const { name } = statement;
        this.statements.resolve(name, statement, done);
        if (!done || name === '')
            return;
        this.prepared.set(name, statement.draft ?? 'ambiguous');
        this.#bind('prepared', name, statement.context);
        // From here on the binding tells; an old snapshot is not kept for it.
        statement.context = null;
    }
    portalAnswered(portal, done) {
        if (done)
            this.portals.get(portal.name)?.close();
        this.portals.resolve(portal.name, portal, done);
        if (!done || portal.name === '')
            return;
        this.cursors.set(portal.name, portal.draft ?? 'ambiguous');
        this.#sources.set(portal.name, portal.statement.source);
        this.#bind('cursor', portal.name, portal.context);
    }
    closeAnswered(what, name, done) {
        if (what === 'statement') {
            this.statements.resolve(name, null, done);
            if (done)
                this.prepared.delete(name);
            return;
        }
        if (done)
            this.#dropPortal(name);
        this.portals.resolve(name, null, done);
    }
    /** A statement has run: what it did to names. `source`: the whole text in which it came; `context`: what it was judged in. */
    ran(facts, draft, { source, context }) {
        if (draft === null)
            return;
        for (const effect of facts.session) {
            if (effect.kind === 'prepare')
                this.#prepare(effect.name, draft, source);
            else if (effect.kind === 'declare-cursor')
                this.#declare(effect.name, draft, source);
            else if (effect.kind === 'deallocate')
                this.#deallocate(effect.name);
            else if (effect.kind === 'close-cursor')
                this.#closeCursor(effect.name);
            else if (effect.kind === 'savepoint')
                this.#beforeSavepoints ??= new Set(this.portals.all());
            else if (effect.kind === 'rollback-to')
                this.#rollBackTo();
            else if (effect.kind === 'discard' && effect.what.toUpperCase() === 'ALL') {
                this.#deallocate(null);
                this.#closeCursor(null);
            }
            if (effect.kind === 'prepare')
                this.#bind('prepared', effect.name, context);
            else if (effect.kind === 'declare-cursor')
                this.#bind('cursor', effect.name, context);
        }
    }
    /** The transaction is over, and with it all portals; cursors may have been declared to hold. */
    transactionOver() {
        this.#beforeSavepoints = null;
        if (this.portals.unnamed !== undefined)
            this.#dropPortal('');
        for (const name of this.portals.named.keys())
            this.#dropPortal(name);
    }
    /** Code ran that nobody read: `prepared` and `cursors` as the server lists them, name to SHA-256 (hex) of the text. */
    verify(prepared, cursors) {
        const source = (name) => this.statements.get(name)?.source;
        reconcile(this.prepared, prepared, source);
        reconcile(this.cursors, cursors, (name) => this.#sources.get(name));
        for (const name of this.statements.named.keys()) {
            if (!this.prepared.has(name))
                this.statements.delete(name);
        }
        for (const [name, meaning] of this.prepared) {
            // Known to exist, not known to be what was judged: it can't be bound.
            if (meaning === 'ambiguous')
                this.statements.named.set(name, made(name, source(name) ?? Buffer.alloc(0), false));
        }
        for (const name of this.portals.named.keys()) {
            if ((this.cursors.get(name) ?? 'ambiguous') === 'ambiguous')
                this.#dropPortal(name);
        }
    }
    /** Definitions or the search path are others now: names that would no longer mean what the server runs are `ambiguous` from here on. */
    recheck(context) {
        if (!tells(context))
            return;
        for (const kind of ['prepared', 'cursor']) {
            for (const [name, meaning] of this.#meanings(kind))
                if (meaning !== 'ambiguous' && !this.#holds(kind, name, context))
                    this.#doubt(kind, name);
        }
    }
    /** Whether so many more may be made of a text, which each of them keeps, and of what was read in it. Added up only when a name is made, which is seldom. */
    fits(count, { length: bytes }, drafts) {
        if (Math.max(this.statements.size, this.portals.size, this.cursors.size) + count > limits/* MAX_NAMES */.oA)
            return false;
        let kept = count * bytes;
        for (const { source } of this.statements.known())
            kept += source.length;
        for (const source of this.#sources.values())
            kept += source.length;
        for (const { statement } of this.portals.known())
            kept += statement.source.length;
        return kept <= limits/* MAX_NAMED_BYTES */.v2 && this.#weightWith(drafts) <= limits/* MAX_NAMED_WEIGHT */.__;
    }
    #weightWith(drafts) {
        const kept = new Set(drafts);
        for (const { draft } of this.statements.known())
            if (draft !== null)
                kept.add(draft);
        for (const { draft } of this.portals.known())
            if (draft !== null)
                kept.add(draft);
        for (const meaning of [...this.prepared.values(), ...this.cursors.values()])
            if (meaning !== 'ambiguous')
                kept.add(meaning);
        let weight = 0;
        for (const draft of kept)
            weight += (0,facts/* weightOf */.mm)(draft);
        return weight;
    }
    #meanings(kind) {
        return kind === 'prepared' ? this.prepared : this.cursors;
    }
    #bind(kind, name, context) {
        this.#bindings[kind].set(name, new Binding());
        if (this.#meanings(kind).get(name) === 'ambiguous')
            return;
        if (context === null || !tells(context) || !this.#holds(kind, name, context))
            this.#doubt(kind, name);
    }
    #holds(kind, name, context) {
        const within = { ...context, prepared: this.prepared, cursors: this.cursors };
        return this.#bindings[kind].get(name)?.holds(kind, name, { gate: this.#gate, context: within }) === true;
    }
    #doubt(kind, name) {
        this.#meanings(kind).set(name, 'ambiguous');
        const statement = this.statements.named.get(name);
        if (kind === 'prepared' && statement !== undefined)
            this.statements.named.set(name, made(name, statement.source, false));
    }
    #prepare(name, draft, source) {
        this.prepared.set(name, draft);
        this.statements.named.set(name, made(name, Buffer.from(source), true));
    }
    #deallocate(name) {
        for (const each of name === null ? [...this.prepared.keys()] : [name]) {
            this.prepared.delete(each);
            this.statements.delete(each);
        }
    }
    // The server drops what was opened since the savepoint. Which savepoint it was is not followed: what is older than all of them stays.
    #rollBackTo() {
        for (const portal of [...this.portals.all()])
            if (this.#beforeSavepoints?.has(portal) !== true)
                this.#dropPortal(portal.name);
    }
    #declare(name, draft, source) {
        // It can only be declared when no portal has the name any more: one that we still have was dropped.
        this.#dropPortal(name);
        this.cursors.set(name, draft);
        this.#sources.set(name, Buffer.from(source));
    }
    #closeCursor(name) {
        for (const each of name === null ? [...this.cursors.keys(), ...this.portals.named.keys()] : [name]) {
            this.#dropPortal(each);
            this.cursors.delete(each);
            this.#sources.delete(each);
        }
    }
    #dropPortal(name) {
        const portal = this.portals.get(name);
        if (portal === undefined)
            return;
        portal.close();
        this.portals.delete(name);
        if (name === '')
            return;
        this.cursors.delete(name);
        this.#sources.delete(name);
    }
}
// A statement that no Parse made.
function made(name, source, bySql) {
    return { name, source, draft: null, parameterTypes: [], bySql, context: null, effects: null, effectsIn: null };
}
// The server's list wins: what it does not have is gone, what it has under another text may be anything.
function reconcile(known, server, source) {
    for (const name of [...known.keys()]) {
        if (!server.has(name))
            known.delete(name);
    }
    for (const [name, digest] of server) {
        const text = source(name);
        if (text === undefined || digestOf(text) !== digest)
            known.set(name, 'ambiguous');
    }
}
const DIGESTS = new WeakMap();
function digestOf(text) {
    const digest = DIGESTS.get(text) ?? (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
    DIGESTS.set(text, digest);
    return digest;
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/oid-watch.js
// SPDX-License-Identifier: Apache-2.0
//
// Notices that the server speaks of tables or types that the catalog does not have, and has it read again, once for each. Refuses to
// ask again for what stayed unknown: such columns are masked as a whole.


/** Oids remembered as unknown; beyond it nothing is asked any more. */
const MAX_UNKNOWN = 10_000;
/** The oids of one session that its catalog does not know. */
class OidWatch {
    #catalog;
    #log;
    #asked = new Set();
    constructor(catalog, log) {
        this.#catalog = catalog;
        this.#log = log;
    }
    /** Whether a reading of the catalog might help; it is then taken for asked. */
    missing(fields, catalog) {
        let found = false;
        for (const { tableOid, typeOid } of fields) {
            if (tableOid >= core_catalog/* FIRST_USER_OID */.ku && !catalog.relationsByOid.has(tableOid))
                found = this.#ask(tableOid) || found;
            if (typeOid >= core_catalog/* FIRST_USER_OID */.ku && !catalog.types.has(typeOid))
                found = this.#ask(typeOid) || found;
        }
        return found;
    }
    /** Reads the catalog again; resolves whatever comes of it. */
    async refresh() {
        try {
            await this.#catalog.refresh();
        }
        catch (thrown) {
            this.#log.warn('the catalog could not be read again', { reason: (0,errors/* messageOf */.bD)(thrown) });
        }
    }
    #ask(oid) {
        if (this.#asked.has(oid) || this.#asked.size >= MAX_UNKNOWN)
            return false;
        this.#asked.add(oid);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/transport/outgoing.js
const SLAB_BYTES = 65_536;
// Many small pieces are cheaper as one copy than as one system call with many parts.
const CONCAT_BELOW_BYTES = 2_048;
const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;
const EMPTY = Buffer.alloc(0);
/** The way to one socket. */
class Outgoing {
    #socket;
    #pieces = [];
    #bytes = 0;
    #source = EMPTY;
    #start = 0;
    #end = 0;
    #slab = EMPTY;
    #slabAt = 0;
    constructor(socket) {
        this.#socket = socket;
    }
    /** Appends a view; its bytes must not change any more. */
    view(source, start, end) {
        if (source === this.#source && start === this.#end) {
            this.#end = end;
        }
        else {
            this.#close();
            this.#source = source;
            this.#start = start;
            this.#end = end;
        }
        this.#bytes += end - start;
    }
    frame(frame) {
        this.view(frame.source, frame.start, frame.end);
    }
    bytes(bytes) {
        this.view(bytes, 0, bytes.length);
    }
    /** Appends room for `bytes` bytes, to be filled before anything else is appended: `buffer` from `at` on. */
    room(bytes) {
        // A large message has a buffer of its own, so that it goes when it was written.
        if (bytes > SLAB_BYTES) {
            const buffer = Buffer.allocUnsafeSlow(bytes);
            this.view(buffer, 0, bytes);
            return { buffer, at: 0 };
        }
        if (this.#slab.length - this.#slabAt < bytes) {
            this.#slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
            this.#slabAt = 0;
        }
        const at = this.#slabAt;
        this.#slabAt += bytes;
        this.view(this.#slab, at, this.#slabAt);
        return { buffer: this.#slab, at };
    }
    /** Appends a message with this body, changed by `patches`. */
    message(type, body, patches) {
        const length = LENGTH_BYTES + body.end - body.start + patches.growth;
        const { buffer, at } = this.room(TYPE_BYTES + length);
        buffer[at] = type;
        buffer.writeInt32BE(length, at + TYPE_BYTES);
        patches.write(body, buffer, at + TYPE_BYTES + LENGTH_BYTES);
    }
    get pending() {
        return this.#bytes;
    }
    /** Writes all; false when the socket asks to wait for `drain`. */
    flush() {
        if (this.#bytes === 0)
            return true;
        this.#close();
        const pieces = this.#pieces;
        const bytes = this.#bytes;
        this.#pieces = [];
        this.#bytes = 0;
        if (this.#socket.destroyed || this.#socket.writableEnded)
            return true;
        if (pieces.length === 1)
            return this.#socket.write(pieces[0]);
        if (bytes < CONCAT_BELOW_BYTES * pieces.length)
            return this.#socket.write(Buffer.concat(pieces, bytes));
        this.#socket.cork();
        let room = true;
        for (const piece of pieces)
            room = this.#socket.write(piece);
        this.#socket.uncork();
        return room;
    }
    #close() {
        if (this.#end > this.#start)
            this.#pieces.push(this.#source.subarray(this.#start, this.#end));
        this.#source = EMPTY;
        this.#start = 0;
        this.#end = 0;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/results/diagnostics.js
// SPDX-License-Identifier: Apache-2.0
//
// Errors, notices and notifications on their way to the client: each text passes the gate first. Forwards the message as it came when
// the gate changes nothing. Refuses nothing; what can't be judged the gate replaces.



/** Forwards an ErrorResponse or NoticeResponse. */
function passDiagnostic(frame, fields, { judge, out }) {
    const sqlstate = fields.get('C') ?? '';
    let changed = false;
    const judged = new Map();
    for (const [field, text] of fields) {
        const shown = judge(field, text, sqlstate, fields);
        changed ||= shown !== text;
        judged.set(field, shown);
    }
    if (!changed)
        out.frame(frame);
    else
        out.bytes(frame.type === messages/* BACKEND */.th.errorResponse ? (0,messages/* errorResponse */.yj)(judged) : (0,messages/* noticeResponse */.S7)(judged));
}
/** Forwards a NotificationResponse. Channels are names; payloads may be anything. */
function passNotification(frame, { judge, out }) {
    const { pid, channel, payload } = (0,backend/* readNotification */.Sb)(frame);
    const shown = payload === '' ? payload : judge('payload', payload, '', NO_FIELDS);
    if (shown === payload)
        out.frame(frame);
    else
        out.bytes((0,protocol_frames/* frame */.Gt)(messages/* BACKEND */.th.notificationResponse, (0,messages/* int32 */.HA)(pid), (0,messages/* cstring */.RX)(channel), (0,messages/* cstring */.RX)(shown.replaceAll('\0', ' '))));
}
const NO_FIELDS = new Map();
/** The server is about to close the connection. */
function isFatal(fields) {
    const severity = fields.get('V') ?? fields.get('S') ?? '';
    return severity === 'FATAL' || severity === 'PANIC';
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/server-errors.js




/** Errors and notices of one connection. */
class ServerErrors {
    #parts;
    /** The server's last words. */
    fatal = null;
    constructor(parts) {
        this.#parts = parts;
    }
    /** Takes an ErrorResponse or NoticeResponse; false when it belongs to a statement of the gate's own. */
    take(frame, head) {
        const fields = (0,backend/* readDiagnostic */.qx)(frame);
        if (frame.type === messages/* BACKEND */.th.errorResponse && !isFatal(fields))
            this.#parts.uncommitted.failed(head);
        if (frame.type === messages/* BACKEND */.th.errorResponse && isFatal(fields)) {
            this.#lastWords(frame, fields, head);
            return true;
        }
        if (head?.kind === 'own')
            return false;
        if (frame.type === messages/* BACKEND */.th.errorResponse)
            this.#error(frame, fields, head);
        else if (head?.kind !== 'fail')
            this.#pass(frame, fields, head);
        return true;
    }
    #lastWords(frame, fields, head) {
        this.fatal = `the server ended the connection: ${fields.get('C') ?? ''}`;
        resultOf(head)?.end(this.#failure(fields, head));
        this.#pass(frame, fields, head);
    }
    #error(frame, fields, head) {
        const { line, toClient } = this.#parts;
        if (head?.kind === 'fail') {
            if (head.refusal !== null)
                toClient.bytes((0,refusals/* refusalBytes */._h)(head.refusal));
            if (head.by === 'parse')
                line.skipToSync();
            return;
        }
        // The statement that undoes it; the client has heard why.
        if (head?.kind === 'query' && head.alone === 'undoing')
            return;
        const result = resultOf(head);
        if (result !== null && result.refusal !== null) {
            toClient.bytes((0,refusals/* refusalBytes */._h)(result.refusal));
            result.end({ kind: 'failed', sqlstate: result.refusal.sqlstate, message: result.refusal.message });
        }
        else {
            this.#pass(frame, fields, head);
            result?.end(this.#failure(fields, head));
        }
        this.#failed(head);
    }
    #failed(head) {
        const { line, names, copyIn } = this.#parts;
        switch (head?.kind) {
            case 'query':
                head.failed = true;
                line.endAlone(head);
                return;
            case 'parse':
                // A failed Parse has already thrown away the unnamed statement before it.
                if (head.statement.name === '')
                    names.statements.delete('');
                line.skipToSync();
                return;
            case 'execute':
                if (head.portal.effects?.copiesIn === true)
                    copyIn.over(head.portal);
                line.skipToSync();
                return;
            case 'bind':
            case 'describe':
            case 'close':
                line.skipToSync();
                return;
            default:
                // The commit at a Sync failed, or the server speaks on its own account: no message of the client is skipped.
                return;
        }
    }
    #pass(frame, fields, head) {
        passDiagnostic(frame, fields, { judge: this.#judge(head), out: this.#parts.toClient });
    }
    #judge(head) {
        // What Parse, Describe and Close complain about are names and the client's own words.
        if (head !== undefined && WORDLESS.has(head.kind) && resultOf(head) === null)
            return (_field, text) => text;
        const execution = resultOf(head)?.execution;
        // At a commit, deferred triggers of any statement speak.
        const ofAll = (field, text, sqlstate) => this.#parts.gate.diagnostic(field, text, sqlstate);
        if (execution === undefined || commits(execution))
            return ofAll;
        const ofOne = (field, text, sqlstate, fields) => execution.diagnostic(field, text, sqlstate, fields);
        if (head?.kind !== 'query' || !commitsOthers(head))
            return ofOne;
        // What points into the text of a statement is about that statement.
        return (field, text, sqlstate, fields) => (fields.has('P') ? ofOne(field, text, sqlstate, fields) : ofAll(field, ofOne(field, text, sqlstate, fields), sqlstate, fields));
    }
    // As the client may see it: it is recorded.
    #failure(fields, head) {
        const sqlstate = fields.get('C') ?? '';
        return { kind: 'failed', sqlstate, message: this.#judge(head)('M', fields.get('M') ?? '', sqlstate, fields), names: NAMES.flatMap((field) => fields.get(field) ?? []) };
    }
}
const WORDLESS = new Set(['parse', 'describe', 'close']);
// SET CONSTRAINTS … IMMEDIATE has them speak at once.
function commits({ facts }) {
    return facts.statement === 'SET CONSTRAINTS' || facts.session.some(({ kind }) => kind === 'commit' || kind === 'prepare-transaction');
}
// The last statement of a Query commits all of them before it is answered.
function commitsOthers({ results, at }) {
    return results.length > 1 && at >= results.length - 1 && results.slice(0, -1).some(({ execution }) => execution.speaksLater);
}
/** Fields that hold a name: schema, table, column, type, constraint. */
const NAMES = ['s', 't', 'c', 'd', 'n'];
/** The statement that a step is about; null when it is about none, or none that was judged. */
function resultOf(step) {
    switch (step?.kind) {
        case 'query':
            return step.result ?? step.results.at(-1) ?? null;
        case 'parse':
            return step.result;
        case 'bind':
        case 'execute':
            return step.portal.result;
        default:
            return null;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/copy/copy-rows.js
// SPDX-License-Identifier: Apache-2.0
//
// What COPY OUT asks of each of its formats. Refuses nothing by itself; how a row is wrong is said here once for all of them.

/** The error for a row that does not fit its plan. */
function wrongColumns(found, planned) {
    return new errors/* GateError */.ue('PROTOCOL_VIOLATION', `a row of COPY data has ${found} columns where ${planned} were announced`);
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/copy/binary.js
// SPDX-License-Identifier: Apache-2.0
//
// Rows of COPY's binary format: a header, then counted fields with counted bytes, then a trailer. Refuses a header or a length that
// does not add up, and rows with other columns than planned.


const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, length of the header's extension. */
const HEADER_BYTES = SIGNATURE.length + 8;
const TRAILER = -1;
const binary_LENGTH_BYTES = 4;
/** One COPY in the binary format. */
class BinaryRows {
    #plan;
    #header = true;
    #inHeader = false;
    constructor(plan) {
        this.#plan = plan;
    }
    endOfRow({ source, start, end }) {
        if (this.#header)
            return this.#endOfHeader({ source, start, end });
        if (end - start < 2)
            return -1;
        const fields = source.readInt16BE(start);
        let at = start + 2;
        for (let index = 0; index < fields; index += 1) {
            if (end - at < binary_LENGTH_BYTES)
                return -1;
            const length = source.readInt32BE(at);
            if (length < -1)
                throw new errors/* GateError */.ue('PROTOCOL_VIOLATION', `a field of COPY data has the impossible length ${length}`);
            at += binary_LENGTH_BYTES + Math.max(0, length);
        }
        return at > end ? -1 : at;
    }
    mask({ source, start, end }, patches) {
        if (this.#inHeader) {
            this.#inHeader = false;
            return false;
        }
        const { sinks } = this.#plan;
        const fields = end - start < 2 ? 0 : source.readInt16BE(start);
        if (fields === TRAILER)
            return false;
        if (fields !== sinks.length)
            throw wrongColumns(fields, sinks.length);
        let at = start + 2;
        for (const sink of sinks) {
            if (end - at < binary_LENGTH_BYTES)
                throw cutShort();
            const length = source.readInt32BE(at);
            const value = at + binary_LENGTH_BYTES;
            at = value + Math.max(0, length);
            if (at > end)
                throw cutShort();
            if (sink === null || (length < 0 && sink.masksNull !== true))
                continue;
            const masked = sink(source, value, at);
            if (masked !== undefined)
                patches.replaceValue(value, at, masked);
        }
        return true;
    }
    #endOfHeader({ source, start, end }) {
        if (end - start < HEADER_BYTES)
            return -1;
        if (SIGNATURE.compare(source, start, start + SIGNATURE.length) !== 0)
            throw new errors/* GateError */.ue('PROTOCOL_VIOLATION', 'binary COPY data does not begin as it should');
        const stop = start + HEADER_BYTES + source.readUInt32BE(start + HEADER_BYTES - 4);
        if (stop > end)
            return -1;
        this.#header = false;
        this.#inHeader = true;
        return stop;
    }
}
function cutShort() {
    return new errors/* GateError */.ue('PROTOCOL_VIOLATION', 'binary COPY data ends in the middle of a row');
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/copy/delimited.js

const LINE_FEED = 0x0a;
/** One COPY in a format with delimiters. */
class DelimitedRows {
    delimiter;
    null;
    #plan;
    #header;
    constructor(copy, plan) {
        this.delimiter = copy.delimiter.charCodeAt(0);
        this.null = Buffer.from(copy.null, 'utf8');
        this.#plan = plan;
        this.#header = copy.header;
    }
    mask({ source, start, end }, patches) {
        if (this.#header) {
            this.#header = false;
            return false;
        }
        const { sinks } = this.#plan;
        const last = source[end - 1] === LINE_FEED ? end - 1 : end;
        let at = start;
        let field = 0;
        for (;;) {
            const stop = this.endOfField({ source, start: at, end: last });
            const sink = sinks[field] ?? null;
            const replacement = sink === null ? undefined : this.replacement({ source, start: at, end: stop }, sink);
            if (replacement !== undefined)
                patches.replace(at, stop, replacement);
            field += 1;
            if (stop === last)
                break;
            at = stop + 1;
        }
        if (field !== sinks.length && !(sinks.length === 0 && last === start))
            throw wrongColumns(field, sinks.length);
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/copy/csv.js

/** One COPY in the CSV format. */
class CsvRows extends DelimitedRows {
    #quote;
    #escape;
    // Where the scan of a row that is not whole yet stopped, relative to the row's start, and in which state.
    #scanned = 0;
    #quoted = false;
    constructor(copy, plan) {
        super(copy, plan);
        this.#quote = copy.quote.charCodeAt(0);
        this.#escape = copy.escape.charCodeAt(0);
    }
    endOfRow({ source, start, end }) {
        let quoted = this.#quoted;
        let at = start + this.#scanned;
        for (; at < end; at += 1) {
            const byte = source[at];
            if (quoted && byte === this.#escape && this.#escape !== this.#quote) {
                // The escaped byte may be in the next message: then the scan goes on behind it.
                at += 1;
            }
            else if (byte === this.#quote) {
                // A doubled quote leaves and enters again, which comes to the same.
                quoted = !quoted;
            }
            else if (byte === LINE_FEED && !quoted) {
                this.#scanned = 0;
                this.#quoted = false;
                return at + 1;
            }
        }
        this.#scanned = at - start;
        this.#quoted = quoted;
        return -1;
    }
    endOfField({ source, start, end }) {
        let quoted = false;
        for (let at = start; at < end; at += 1) {
            const byte = source[at];
            if (quoted && byte === this.#escape && this.#escape !== this.#quote)
                at += 1;
            else if (byte === this.#quote)
                quoted = !quoted;
            else if (byte === this.delimiter && !quoted)
                return at;
        }
        return end;
    }
    replacement({ source, start, end }, sink) {
        const raw = source.subarray(start, end);
        const quoted = raw[0] === this.#quote;
        if (!quoted && sink.masksNull !== true && raw.equals(this.null))
            return undefined;
        const value = quoted ? this.#unquote(raw) : raw;
        const masked = sink(value, 0, value.length);
        if (masked === undefined)
            return undefined;
        return masked === null ? this.null : this.#quoteAll(masked);
    }
    #unquote(raw) {
        const out = [];
        for (let at = 1; at < raw.length; at += 1) {
            const byte = raw[at];
            const next = raw[at + 1];
            if (byte === this.#escape && (next === this.#quote || next === this.#escape)) {
                out.push(next);
                at += 1;
            }
            else if (byte !== this.#quote) {
                out.push(byte);
            }
        }
        return Buffer.from(out);
    }
    #quoteAll(value) {
        const out = [this.#quote];
        for (const byte of value) {
            if (byte === this.#quote || byte === this.#escape)
                out.push(this.#escape);
            out.push(byte);
        }
        out.push(this.#quote);
        return Buffer.from(out);
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/copy/text.js

const BACKSLASH = 0x5c;
const LETTER_OF = new Map([[0x08, 0x62], [0x0c, 0x66], [0x0a, 0x6e], [0x0d, 0x72], [0x09, 0x74], [0x0b, 0x76]]);
const BYTE_OF = new Map([...LETTER_OF].map(([byte, letter]) => [letter, byte]));
/** One COPY in the text format. */
class TextRows extends DelimitedRows {
    /** By byte: 1 where a value needs an escape. */
    #special = new Uint8Array(256);
    #scanned = 0;
    /** The field that was found last holds a backslash. */
    #escaped = false;
    constructor(copy, plan) {
        super(copy, plan);
        for (const byte of [BACKSLASH, this.delimiter, ...LETTER_OF.keys()])
            this.#special[byte] = 1;
    }
    endOfRow({ source, start, end }) {
        const at = source.indexOf(LINE_FEED, start + this.#scanned);
        const isWhole = at !== -1 && at < end;
        // A row that grows over many messages is not scanned from its beginning each time.
        this.#scanned = isWhole ? 0 : end - start;
        return isWhole ? at + 1 : -1;
    }
    endOfField({ source, start, end }) {
        // Fields are short: a loop is over before a call into the engine's own search has begun.
        const { delimiter } = this;
        let escaped = false;
        let stop = start;
        for (; stop < end && source[stop] !== delimiter; stop += 1) {
            if (source[stop] !== BACKSLASH)
                continue;
            // A delimiter within a value has a backslash before it.
            escaped = true;
            stop += 1;
        }
        this.#escaped = escaped;
        return Math.min(stop, end);
    }
    replacement({ source, start, end }, sink) {
        if (sink.masksNull !== true && this.#isNull(source, start, end))
            return undefined;
        const value = this.#escaped ? text_unescape(source.subarray(start, end)) : null;
        const masked = value === null ? sink(source, start, end) : sink(value, 0, value.length);
        if (masked === undefined)
            return undefined;
        return masked === null ? this.null : this.#escape(masked);
    }
    #isNull(bytes, start, end) {
        return end - start === this.null.length && this.null.compare(bytes, start, end) === 0;
    }
    #escape(value) {
        let at = 0;
        while (at < value.length && this.#special[value[at]] === 0)
            at += 1;
        if (at === value.length)
            return value;
        const out = [];
        for (const byte of value) {
            if (this.#special[byte] === 1)
                out.push(BACKSLASH, LETTER_OF.get(byte) ?? byte);
            else
                out.push(byte);
        }
        return Buffer.from(out);
    }
}
/** The value behind a field. */
function text_unescape(raw) {
    let from = raw.indexOf(BACKSLASH);
    if (from === -1)
        return raw;
    const out = Buffer.allocUnsafe(raw.length);
    let length = 0;
    let at = 0;
    while (from !== -1 && from + 1 < raw.length) {
        length += raw.copy(out, length, at, from);
        const escaped = raw[from + 1];
        out[length] = BYTE_OF.get(escaped) ?? escaped;
        length += 1;
        at = from + 2;
        from = raw.indexOf(BACKSLASH, at);
    }
    length += raw.copy(out, length, at);
    return out.subarray(0, length);
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/protocol/patches.js
// SPDX-License-Identifier: Apache-2.0
//
// What is to stand in place of parts of a message. Gathered first, since a message begins with its length; then written in one go with what
// lies between, without a view for each part. Refuses nothing: changes come in the order of their places and do not overlap.
/** Up to here a loop is over before a call into the engine's own copying has begun. */
const LOOP_BYTES = 160;
/** A value's length, before its first byte; -1 says NULL. */
const patches_LENGTH_BYTES = 4;
/** The changes of one message; to be used again for the next. */
class Patches {
    #starts = [];
    #ends = [];
    #texts = [];
    #counted = [];
    #count = 0;
    /** Bytes that the message grows by. */
    growth = 0;
    /** True when nothing is to change. */
    get none() {
        return this.#count === 0;
    }
    /** From now on `bytes` stand for what is between `start` and `end`. */
    replace(start, end, bytes) {
        this.#add(start, end, bytes);
        this.#counted[this.#count - 1] = false;
    }
    /** The same for a value that has its length before it; null: NULL. `end` is `start` where it was NULL. */
    replaceValue(start, end, value) {
        this.#add(start, end, value);
        this.#counted[this.#count - 1] = true;
    }
    /** Writes the bytes of a message, changed, into `target` from `at` on, and forgets the changes. */
    write({ source, start, end }, target, at) {
        let from = start;
        let to = at;
        for (let index = 0; index < this.#count; index += 1) {
            const text = this.#texts[index];
            const counted = this.#counted[index];
            const place = this.#starts[index];
            to = copied(source, from, counted ? place - patches_LENGTH_BYTES : place, { target, at: to });
            if (counted)
                to = target.writeInt32BE(text === null ? -1 : text.length, to);
            if (text !== null)
                to = copied(text, 0, text.length, { target, at: to });
            from = this.#ends[index];
        }
        copied(source, from, end, { target, at: to });
        this.clear();
    }
    clear() {
        this.#count = 0;
        this.growth = 0;
    }
    #add(start, end, bytes) {
        this.#starts[this.#count] = start;
        this.#ends[this.#count] = end;
        this.#texts[this.#count] = bytes;
        this.#count += 1;
        this.growth += (bytes === null ? 0 : bytes.length) - (end - start);
    }
}
/** Copies what is between `start` and `end`, and says where the next byte goes. */
function copied(source, start, end, to) {
    const { target, at } = to;
    const bytes = end - start;
    if (bytes > LOOP_BYTES)
        source.copy(target, at, start, end);
    else
        for (let index = 0; index < bytes; index += 1)
            target[at + index] = source[start + index];
    return at + bytes;
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/copy/copy-out.js
// SPDX-License-Identifier: Apache-2.0
//
// Masks what `COPY … TO STDOUT` sends, field by field, however the server cut it into CopyData messages. One transformer a format;
// each gathers whole rows, since a value must be whole to be judged. Refuses rows that do not have the columns that were planned.
// @see https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9






const copy_out_EMPTY = Buffer.alloc(0);
const copy_out_NOTHING = { source: copy_out_EMPTY, start: 0, end: 0 };
/** One COPY OUT on its way to the client. */
class CopyOut {
    #rows;
    #carry = copy_out_EMPTY;
    /** What changes of the bytes that `push` and `end` return. */
    patches = new Patches();
    /** Rows seen so far. */
    rows = 0;
    constructor(rows) {
        this.#rows = rows;
    }
    /** Takes the payload of one CopyData and returns what to send on, with `patches`: whole rows only, perhaps none. */
    push(payload) {
        const { source, start, end } = this.#carry.length === 0 ? payload : this.#joined(payload);
        this.patches.clear();
        let at = start;
        while (at < end) {
            const next = this.#rows.endOfRow({ source, start: at, end });
            if (next === -1)
                break;
            this.#row({ source, start: at, end: next });
            at = next;
        }
        this.#keep(source, at, end);
        return { source, start, end: at };
    }
    /** The server says that it is done: what is left is a row without an end. */
    end() {
        if (this.#carry.length === 0)
            return copy_out_NOTHING;
        const rest = { source: this.#carry, start: 0, end: this.#carry.length };
        this.#carry = copy_out_EMPTY;
        this.patches.clear();
        this.#row(rest);
        return rest;
    }
    #joined({ source, start, end }) {
        const bytes = Buffer.concat([this.#carry, source.subarray(start, end)]);
        return { source: bytes, start: 0, end: bytes.length };
    }
    #keep(source, start, end) {
        this.#carry = start === end ? copy_out_EMPTY : source.subarray(start, end);
        if (this.#carry.length > limits/* MAX_SERVER_FRAME_BYTES */.Nx) {
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', `a row of COPY data is larger than ${limits/* MAX_SERVER_FRAME_BYTES */.Nx} bytes`, { hint: 'copy less at once' });
        }
    }
    #row(row) {
        if (this.#rows.mask(row, this.patches))
            this.rows += 1;
    }
}
/** The transformer for a copy under a plan. Throws DENIED when the server's format is not the one judged. */
function copyOutOf(copy, binary, plan) {
    if (binary !== (copy.format === 'binary')) {
        throw new errors/* GateError */.ue('DENIED', `the server copies out in another format than the \`${copy.format}\` that was judged`);
    }
    switch (copy.format) {
        case 'text':
            return new CopyOut(new TextRows(copy, plan));
        case 'csv':
            return new CopyOut(new CsvRows(copy, plan));
        case 'binary':
            return new CopyOut(new BinaryRows(plan));
        default:
            return copy.format;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/results/sample.js
/** A recording keeps 64 KiB of a whole result. */
const MAX_SAMPLE_VALUE_BYTES = 65_536;
/** Built-in types whose binary form is their UTF-8 text: `"char" name text json xml unknown bpchar varchar`. */
const TEXT_OIDS = new Set([18, 19, 25, 114, 142, 705, 1042, 1043]);
const FIXED = new Map([
    [16, { bytes: 1, read: (value) => (value[0] === 0 ? 'f' : 't') }],
    [20, { bytes: 8, read: (value) => value.readBigInt64BE().toString() }],
    [21, { bytes: 2, read: (value) => value.readInt16BE().toString() }],
    [23, { bytes: 4, read: (value) => value.readInt32BE().toString() }],
    [26, { bytes: 4, read: (value) => value.readUInt32BE().toString() }],
    [700, { bytes: 4, read: (value) => Math.fround(value.readFloatBE()).toString() }],
    [701, { bytes: 8, read: (value) => value.readDoubleBE().toString() }],
    [2950, { bytes: 16, read: (value) => value.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }], // match: 32 hex digits
]);
/** The value as a recording shows it. */
function sampleText(value, field) {
    const kept = value.length > MAX_SAMPLE_VALUE_BYTES ? value.subarray(0, MAX_SAMPLE_VALUE_BYTES) : value;
    if (field.format === 0 || TEXT_OIDS.has(field.typeOid))
        return kept.toString('utf8');
    const fixed = FIXED.get(field.typeOid);
    // A masked value of a fixed-width type may have the width of its mask instead.
    if (fixed !== undefined && fixed.bytes === kept.length)
        return fixed.read(kept);
    return `\\x${kept.toString('hex')}`;
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/results/rows.js




/** Masks and forwards rows; one per connection, since it keeps its scratch room. */
class RowPasser {
    #bounds = (0,backend/* cellBounds */.O4)();
    #patches = new Patches();
    #replaced = [];
    /** Forwards one row of a planned result, unless it is one too many. */
    pass(frame, result, out) {
        const { plan, execution } = result;
        if (plan === null)
            throw (0,protocol_body/* malformed */.Q)(frame.type, 'has no plan by which to mask it');
        if (!result.admits(frame.length))
            return;
        if (!plan.masks && !execution.wantsSample) {
            out.frame(frame);
            return;
        }
        const count = (0,backend/* readCells */.cg)(frame, this.#bounds);
        if (count !== plan.sinks.length)
            throw (0,protocol_body/* malformed */.Q)(frame.type, `has ${count} columns where ${plan.sinks.length} were described`);
        if (plan.masks)
            this.#mask(frame, plan.sinks);
        if (execution.wantsSample)
            execution.sample(this.#texts(frame, result));
        if (plan.masks)
            out.message(frame.type, { source: frame.source, start: frame.bodyStart, end: frame.end }, this.#patches);
        else
            out.frame(frame);
        this.#replaced.length = 0;
    }
    #mask(frame, sinks) {
        const bounds = this.#bounds;
        this.#patches.clear();
        for (let index = 0; index < sinks.length; index += 1) {
            const sink = sinks[index];
            const length = bounds[2 * index + 1];
            if (sink === null || sink === undefined || (length < 0 && sink.masksNull !== true))
                continue;
            const start = bounds[2 * index];
            const end = start + Math.max(0, length);
            const masked = sink(frame.source, start, end);
            if (masked === undefined)
                continue;
            this.#replaced[index] = masked;
            this.#patches.replaceValue(start, end, masked);
        }
    }
    #texts(frame, result) {
        return result.fields.map((field, index) => {
            const replaced = this.#replaced[index];
            if (replaced === null)
                return null;
            const start = this.#bounds[2 * index];
            const bytes = this.#bounds[2 * index + 1];
            if (bytes < 0 && replaced === undefined)
                return null;
            return sampleText(replaced ?? frame.source.subarray(start, start + bytes), field);
        });
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/answers.js
// SPDX-License-Identifier: Apache-2.0
//
// What the server answers to statements: rows, COPY data, completions. Every value passes under the plan of the statement that it
// belongs to. Refuses an answer that no judged statement asked for.






/** Answers to messages that a Query of its own was turned into. */
const OWN_ANSWERS = new Set([messages/* BACKEND */.th.parseComplete, messages/* BACKEND */.th.bindComplete, messages/* BACKEND */.th.closeComplete, messages/* BACKEND */.th.noData]);
/** Rows, COPY data and completions of one connection. */
class Answers {
    #deps;
    #rows = new RowPasser();
    constructor(deps) {
        this.#deps = deps;
    }
    /** An answer to a Query, but for its ReadyForQuery. */
    query(frame, step) {
        const { toClient } = this.#deps;
        const { result } = step;
        if (frame.type === messages/* BACKEND */.th.emptyQueryResponse && step.asked.length === 0) {
            toClient.frame(frame);
            return;
        }
        if (step.alone !== null && OWN_ANSWERS.has(frame.type))
            return;
        if (result === null || step.failed)
            throw (0,protocol_body/* malformed */.Q)(frame.type, 'answers no statement that was judged');
        result.started = true;
        if (frame.type !== messages/* BACKEND */.th.commandComplete) {
            this.#values(frame, result);
            return;
        }
        if (step.alone === null)
            this.#completed(frame, result, step);
        else
            this.#uncommitted(frame, result, step);
    }
    #completed(frame, result, step) {
        if (!this.#complete(frame, result, step))
            return;
        this.#deps.names.ran(result.execution.facts, step.drafts[step.at] ?? null, step);
        step.at += 1;
    }
    // The client hears of it when it is kept for good: a commit may fail.
    #uncommitted(frame, result, step) {
        if (result.refusal === null)
            result.completed((0,backend/* readCommandTag */.CB)(frame));
        if (result.refusal !== null) {
            step.failed = true;
            this.#deps.withheld.complete(result, result.refusal, step);
            return;
        }
        step.completion = frame;
        this.#deps.line.endAlone(step);
    }
    /** The Query is over: what has no end yet was never reached. */
    queryOver(step) {
        const { completion, result } = step;
        if (completion !== null && result !== null && !step.failed)
            this.#completed(completion, result, step);
        for (const result of step.results)
            result.notReached('not reached: an earlier statement of the message failed');
        if (step.effects.copiesIn)
            this.#deps.copyIn.over(step);
    }
    /** An answer to an Execute. */
    execute(frame, step) {
        const { line, toClient, names, copyIn } = this.#deps;
        const { portal } = step;
        const { result } = portal;
        if (result === null) {
            if (frame.type !== messages/* BACKEND */.th.emptyQueryResponse)
                throw (0,protocol_body/* malformed */.Q)(frame.type, 'answers no statement that was judged');
            toClient.frame(frame);
            line.pop();
            return;
        }
        result.started = true;
        if (frame.type === messages/* BACKEND */.th.portalSuspended) {
            result.suspended((0,frontend/* readExecute */.mY)(step.frame).maxRows);
            if (result.refusal === null) {
                this.#deps.uncommitted.suspended(result, line.status);
                toClient.frame(frame);
                line.pop();
            }
            else {
                this.#deps.withheld.complete(result, result.refusal, step);
            }
        }
        else if (frame.type === messages/* BACKEND */.th.commandComplete) {
            if (portal.effects?.copiesIn === true)
                copyIn.over(portal);
            if (!this.#complete(frame, result, step))
                return;
            names.ran(result.execution.facts, portal.draft, { source: portal.statement.source, context: portal.context });
            line.pop();
        }
        else {
            this.#values(frame, result);
        }
    }
    /** False: the client heard a refusal instead, and the line has been told. */
    #complete(frame, result, step) {
        const tag = (0,backend/* readCommandTag */.CB)(frame);
        if (result.refusal === null)
            result.completed(tag);
        if (result.refusal !== null) {
            if (step.kind === 'query')
                step.failed = true;
            this.#deps.withheld.complete(result, result.refusal, step);
            return false;
        }
        // A Query of its own is committed by now.
        if (step.kind === 'query' && step.alone !== null)
            result.end({ kind: 'ok', tag });
        else
            this.#deps.uncommitted.completed(step, result, { tag: result.whole(tag), status: this.#deps.line.status });
        this.#deps.toClient.frame(frame);
        return true;
    }
    /** What a statement sends before it is complete. */
    #values(frame, result) {
        const { toClient } = this.#deps;
        switch (frame.type) {
            case messages/* BACKEND */.th.dataRow:
                if (result.refusal === null)
                    this.#rows.pass(frame, result, toClient);
                return;
            case messages/* BACKEND */.th.rowDescription:
                if (this.#deps.plan(frame, result) && result.refusal === null)
                    toClient.frame(frame);
                return;
            case messages/* BACKEND */.th.copyInResponse:
                this.#deps.copyIn.begin(result, this.#deps.line.ceiling.alone);
                toClient.frame(frame);
                return;
            case messages/* BACKEND */.th.copyOutResponse:
                this.#copyOut(frame, result);
                return;
            case messages/* BACKEND */.th.copyData:
                this.#copyData(frame, result);
                return;
            case messages/* BACKEND */.th.copyDone:
                if (result.refusal !== null)
                    return;
                if (result.copy !== null)
                    this.#emit(result.copy.end(), result.copy);
                toClient.frame(frame);
                return;
            default:
                throw (0,protocol_body/* malformed */.Q)(frame.type, 'comes at the wrong time');
        }
    }
    #copyOut(frame, result) {
        const { binary, columns } = (0,backend/* readCopyResponse */.Xe)(frame);
        const { state } = this.#deps;
        result.copyOut(columns, binary, state.context().catalog, state.changedSince(result.definitionChanges));
        const { plan, execution } = result;
        if (plan === null)
            return;
        // Rows are told apart where they have to be masked, or counted exactly.
        result.copy = (plan.masks || execution.maxRows !== null) && execution.facts.copy !== null ? copyOutOf(execution.facts.copy, binary, plan) : null;
        this.#deps.toClient.frame(frame);
    }
    #copyData(frame, result) {
        if (result.refusal !== null)
            return;
        const { plan, copy } = result;
        if (plan === null)
            throw (0,protocol_body/* malformed */.Q)(frame.type, 'has no plan by which to mask it');
        if (copy === null) {
            if (result.admits(frame.length))
                this.#deps.toClient.frame(frame);
            return;
        }
        const before = copy.rows;
        const passed = copy.push({ source: frame.source, start: frame.bodyStart, end: frame.end });
        for (let row = before; row < copy.rows; row += 1)
            result.admits(row === before ? frame.length : 0);
        if (result.refusal === null)
            this.#emit(passed, copy);
    }
    #emit(rows, { patches }) {
        if (rows.end > rows.start)
            this.#deps.toClient.message(messages/* BACKEND */.th.copyData, rows, patches);
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/protocol/row-descriptions.js

const REMEMBERED = 8;
/** Larger ones are read each time. */
const MAX_REMEMBERED_BYTES = 4_096;
/** The last RowDescriptions of one connection. */
class Descriptions {
    #known = [];
    /** The fields; the same array for the same bytes, as long as it is remembered. */
    read(frame) {
        for (const { bytes, fields } of this.#known) {
            if (bytes.length === frame.length && bytes.compare(frame.source, frame.start, frame.end) === 0)
                return fields;
        }
        const fields = (0,backend/* readRowDescription */.Zp)(frame);
        if (frame.length <= MAX_REMEMBERED_BYTES)
            this.#known = [{ bytes: Buffer.from(frame.raw), fields }, ...this.#known.slice(0, REMEMBERED - 1)];
        return fields;
    }
}

// EXTERNAL MODULE: ./lib/proxy/postgres/catalog/catalog.js + 2 modules
var catalog_catalog = __webpack_require__(70116);
;// CONCATENATED MODULE: ./lib/proxy/postgres/state/read-state.js
// SPDX-License-Identifier: Apache-2.0
//
// Asks the server for the state of the session: where names are looked for, settings, what is prepared, what has been defined. Refuses a
// session whose settings make SQL mean something else than the gate reads.




/** Throws `DENIED` when the session can't go on. `afterCode`: something ran that may have changed anything. */
async function readState(own, afterCode) {
    const statement = afterCode ? statements/* TRUTH_AFTER_CODE */.zJ : statements/* TRUTH */.Ye;
    const rows = await own.rows(statement.sql, { name: statement.name, purpose: 'to know what names mean now' });
    const of = (kind) => rows.filter(([what]) => what === kind).map(([, name, value]) => [name ?? '', value ?? '']);
    const settings = Object.fromEntries(of('setting'));
    for (const name of statements/* REQUIRED_SETTINGS */.eQ.keys())
        requireSetting(name, settings[name]);
    const path = (0,catalog_catalog/* readSearchPath */.k6)(of('path')[0]?.[1] ?? '[]');
    if (!afterCode)
        return { path, settings, afterCode: null };
    const listed = (kind) => new Map(of(kind).filter(([name]) => name !== OWN_NAME));
    const drift = of('drift').map((pair) => pair.join(' ')).sort().join('\n');
    return { path, settings, afterCode: { prepared: listed('prepared'), cursors: listed('cursor'), drift } };
}
/** Throws when a setting that the gate's reading rests on has another value. */
function requireSetting(name, value) {
    const wanted = statements/* REQUIRED_SETTINGS */.eQ.get(name);
    if (wanted === undefined || value?.toUpperCase() === wanted.toUpperCase())
        return;
    throw new errors/* GateError */.ue('DENIED', `\`${name}\` became \`${value ?? 'unknown'}\`, and the gate can only read SQL under \`${wanted}\``, { hint: `leave \`${name}\` alone` });
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/withheld.js

/** The result of one connection that its client must not have. */
class Withheld {
    #parts;
    #why = null;
    constructor(parts) {
        this.#parts = parts;
    }
    /** The server has completed the statement: the client hears the refusal instead. */
    complete(result, refusal, step) {
        const { line, toClient, gate } = this.#parts;
        gate.refused(refusal.message);
        result.end({ kind: 'failed', sqlstate: refusal.sqlstate, message: refusal.message });
        const last = step.kind === 'query' ? step.results.length === 1 && line.flight.length === 1 : line.flight.restIsSync;
        if (!last)
            throw new refusals/* RefusedForGood */.fe(refusal);
        toClient.bytes((0,refusals/* refusalBytes */._h)(refusal));
        this.#why = refusal;
        const alone = line.ceiling.alone;
        line.hold();
        if (alone)
            line.undoAlone(step, refusal.message);
        else if (step.kind === 'execute')
            line.skipToSync();
    }
    /** ReadyForQuery has come. True: the transaction is made to fail first, and the client waits for that. */
    ready(status) {
        const why = this.#why;
        this.#why = null;
        if (why === null)
            return false;
        const { line } = this.#parts;
        if (status !== 'T') {
            line.release();
            return false;
        }
        if (line.flight.length > 1)
            throw new refusals/* RefusedForGood */.fe(why);
        // First, so that it reaches the server before anything that waits.
        line.failSilently(why.message);
        line.pop();
        line.release();
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/server-side.js
// SPDX-License-Identifier: Apache-2.0
//
// Takes the server's messages in their order, matches each with the step that it answers, masks what carries values and forwards it.
// Refuses to go on when an answer fits no question: then nobody knows any more whose rows these are.











/** What the server sends on one connection. */
class ServerSide {
    #deps;
    #answers;
    #descriptions = new Descriptions();
    #bounds = (0,backend/* cellBounds */.O4)();
    #errors;
    #withheld;
    /** A description that waits for the catalog. */
    #held = null;
    /** The client's socket takes no more. */
    blocked = false;
    ended = false;
    watched = false;
    constructor(deps) {
        this.#deps = deps;
        this.#errors = new ServerErrors(deps);
        this.#withheld = new Withheld(deps);
        this.#answers = new Answers({ ...deps, withheld: this.#withheld, plan: (frame, result) => this.#plan(frame, result) });
    }
    /** True when the server's socket should not be read. */
    get paused() {
        return this.blocked || this.ended || this.#held !== null;
    }
    get kept() {
        return this.#held?.length ?? 0;
    }
    ignores(type) {
        const result = this.#resultOf(type);
        return result !== null && result.refusal !== null;
    }
    noRoom({ type, bytes }) {
        const result = this.#resultOf(type);
        if (result === null) {
            this.#deps.fail(new refusals/* RefusedForGood */.fe((0,refusals/* noRoom */.fj)(bytes)));
            return;
        }
        result.started = true;
        result.refusal = (0,refusals/* noRoom */.fj)(bytes);
    }
    /** The server's last words before it closed, if it had any. */
    get farewell() {
        return this.#errors.fatal;
    }
    run() {
        try {
            // What has arrived is worked off even when the client is slow: it is in memory already.
            while (this.#held === null && !this.ended) {
                const frame = this.#deps.reader.next();
                if (frame === null)
                    break;
                this.#take(frame, this.#deps.line.flight.peek());
            }
        }
        catch (thrown) {
            this.#deps.fail(thrown);
        }
    }
    /** The result that a message of this type is about, if it carries values: these can be left out. */
    #resultOf(type) {
        if (type !== messages/* BACKEND */.th.dataRow && type !== messages/* BACKEND */.th.copyData)
            return null;
        const head = this.#deps.line.flight.peek();
        return head?.kind === 'query' ? head.result : head?.kind === 'execute' ? head.portal.result : null;
    }
    #take(frame, head) {
        switch (frame.type) {
            case messages/* BACKEND */.th.parameterStatus:
                return this.#parameterStatus(frame);
            case messages/* BACKEND */.th.notificationResponse:
                return passNotification(frame, { judge: (field, text, sqlstate) => this.#deps.gate.diagnostic(field, text, sqlstate), out: this.#deps.toClient });
            case messages/* BACKEND */.th.errorResponse:
            case messages/* BACKEND */.th.noticeResponse:
                if (this.#errors.take(frame, head))
                    return;
                break;
            default:
        }
        if (head?.kind === 'execute')
            this.#answers.execute(frame, head);
        else if (head?.kind === 'query')
            this.#query(frame, head);
        else if (head?.kind === 'own')
            this.#own(frame, head);
        else
            this.#answer(frame, head);
    }
    /** Answers to everything but statements: one each. */
    #answer(frame, head) {
        const { names, line, toClient } = this.#deps;
        switch (head?.kind) {
            case 'parse':
                expectType(frame, messages/* BACKEND */.th.parseComplete);
                names.statementAnswered(head.statement, true);
                head.result?.end({ kind: 'ok', tag: 'PARSE' });
                break;
            case 'bind':
                expectType(frame, messages/* BACKEND */.th.bindComplete);
                names.portalAnswered(head.portal, true);
                break;
            case 'close':
                expectType(frame, messages/* BACKEND */.th.closeComplete);
                names.closeAnswered(head.what, head.name, true);
                break;
            case 'describe':
                return this.#description(frame, head);
            case 'sync':
            case 'fail':
                expectType(frame, messages/* BACKEND */.th.readyForQuery);
                return this.#ready(frame);
            default:
                throw (0,protocol_body/* malformed */.Q)(frame.type, 'comes at the wrong time');
        }
        toClient.frame(frame);
        line.pop();
    }
    #query(frame, head) {
        if (frame.type !== messages/* BACKEND */.th.readyForQuery) {
            this.#answers.query(frame, head);
            return;
        }
        this.#answers.queryOver(head);
        this.#ready(frame);
    }
    #description(frame, head) {
        const { line, toClient } = this.#deps;
        if (frame.type === messages/* BACKEND */.th.parameterDescription && head.portal === null) {
            toClient.frame(frame);
            return;
        }
        if (frame.type === messages/* BACKEND */.th.rowDescription) {
            const result = head.portal?.result ?? null;
            if (result !== null && !this.#plan(frame, result))
                return;
        }
        else {
            expectType(frame, messages/* BACKEND */.th.noData);
        }
        if (!head.own)
            toClient.frame(frame);
        line.pop();
    }
    #own(frame, head) {
        const { line } = this.#deps;
        if (!takeOwn(head, frame, this.#bounds))
            return;
        if (head.synced)
            this.#statusIs(frame);
        if (!head.synced && head.error !== null)
            line.skipToSync();
        else
            line.pop();
        head.settle(head);
    }
    #ready(frame) {
        const { line, toClient } = this.#deps;
        const status = this.#statusIs(frame);
        if (this.#withheld.ready(status))
            return;
        toClient.frame(frame);
        line.pop();
    }
    #statusIs(frame) {
        const { gate, line, names, state, uncommitted } = this.#deps;
        const status = (0,backend/* readReadyForQuery */.bF)(frame);
        line.status = status;
        uncommitted.ready();
        if (status === 'I') {
            names.transactionOver();
            gate.idle();
        }
        state.ready(status);
        return status;
    }
    #parameterStatus(frame) {
        const { name, value } = (0,backend/* readParameterStatus */.EC)(frame);
        requireSetting(name, value);
        this.#deps.parameterStatus.set(name, value);
        this.#deps.toClient.frame(frame);
    }
    /** False: the catalog is asked first, and the same message is taken again. */
    #plan(frame, result) {
        const fields = this.#descriptions.read(frame);
        const { oids, state } = this.#deps;
        const { catalog } = state.context();
        if (state.canRefresh && oids.missing(fields, catalog)) {
            this.#held = frame;
            oids.refresh().then(() => this.#resume(), (thrown) => this.#deps.fail(thrown));
            return false;
        }
        result.described(fields, catalog, state.changedSince(result.definitionChanges));
        return true;
    }
    #resume() {
        const held = this.#held;
        this.#held = null;
        if (held === null || this.ended)
            return;
        try {
            this.#take(held, this.#deps.line.flight.peek());
        }
        catch (thrown) {
            this.#deps.fail(thrown);
        }
        this.run();
        this.#deps.line.pump();
    }
}
function expectType(frame, type) {
    if (frame.type !== type)
        throw (0,protocol_body/* malformed */.Q)(frame.type, 'comes at the wrong time');
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/startup.js
var startup = __webpack_require__(44666);
;// CONCATENATED MODULE: ./lib/proxy/postgres/effects/changes.js
// SPDX-License-Identifier: Apache-2.0
//
// What statements that were sent may have changed for their own connection, added up. Pure. Refuses to take anything off the sum: what
// may have changed may have changed.

const changes_NOTHING = { path: false, code: false, schema: false, redefines: [], forOthers: false };
/** The changes of both. */
function merge(a, b) {
    return { path: a.path || b.path, code: a.code || b.code, schema: a.schema || b.schema, redefines: joined(a.redefines, b.redefines), forOthers: a.forOthers || b.forOthers };
}
/** Who knows of these knows of all: temporary objects are nobody else's, and no code ran that could have changed more. */
function isAllKnown({ forOthers, schema, code }) {
    return forOthers || (schema && !code);
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/state/definitions.js



/** The definitions that one session is judged by. */
class Definitions {
    #deps;
    #ownChanges;
    /** Snapshot of this session alone, and the shared one that it was newer than. */
    #mine = null;
    #shared = null;
    #unavailable = null;
    /** The generation of changes that the definitions in use show. */
    #shows;
    /** The same, of changes by others alone. */
    #showsOf;
    /** They are known to be others by now. */
    stale = false;
    /** When stale: what may be another relation; null: any. */
    redefined = [];
    constructor(deps) {
        this.#deps = deps;
        this.#ownChanges = deps.ownChanges;
        const { shown, generation } = this.#ownChanges.changes;
        this.#shows = shown;
        // What others have changed before and nobody has asked for is not known here either.
        this.#showsOf = shown === generation ? this.#ownChanges.byOthers : -1;
    }
    /** The shared snapshot. It throws while it can't be read; transactions must still be able to end then. */
    latest() {
        try {
            this.#shared = this.#deps.catalog.current();
            this.#unavailable = null;
        }
        catch (thrown) {
            if (this.#shared === null)
                throw thrown;
            this.#unavailable = (0,errors/* messageOf */.bD)(thrown);
        }
        return this.#shared;
    }
    /** The one to judge by, where `shared` is the latest. */
    inUse(shared) {
        return this.#mine?.snapshot ?? shared;
    }
    /** It sees what others do not. */
    get areMine() {
        return this.#mine !== null;
    }
    /** Why they can't be read; null when they can. */
    get unavailable() {
        return this.#mine === null ? this.#unavailable : null;
    }
    /** Others have changed, or are changing, what is not shown yet. */
    get changedByOthers() {
        return this.#ownChanges.amongOthers || this.#ownChanges.byOthers !== this.#showsOf;
    }
    /** Somebody has changed definitions since these were read. A method: engines call private getters slowly, and this runs for every message. */
    isOutdated() {
        const { generation, shown } = this.#ownChanges.changes;
        if (this.#mine === null && shown === generation)
            [this.#shows, this.#showsOf] = [shown, this.#ownChanges.byOthers];
        return this.#shows !== generation || (this.#mine !== null && this.#mine.shared !== this.latest());
    }
    /** `redefined`: the only relations that may be others now; null: any. */
    becomeStale(redefined = null) {
        this.redefined = this.stale ? joined(this.redefined, redefined) : redefined;
        this.stale = true;
    }
    /** What is outdated is stale, and of what was not changed by others nothing else is meant. */
    becomeOutdated() {
        this.becomeStale(this.#ownChanges.byOthers === this.#showsOf ? [] : null);
    }
    /**
     * Reads them again: the shared ones, and this session's own where it sees more (`temporary`: objects that nobody else sees). Returns what they
     * show; null when they can't be read, which leaves them stale, and that is safe: everything is then of unknown lineage.
     */
    async reload(status, temporary) {
        const { catalog, own, log } = this.#deps;
        const { changes, byOthers } = this.#ownChanges;
        const { generation } = changes;
        try {
            const shared = status === 'I' ? await catalog.refresh() : this.latest();
            if (status === 'I')
                changes.shown = Math.max(changes.shown, generation);
            if (status === 'I' && !temporary) {
                this.#mine = null;
            }
            else {
                const query = (sql) => own.rows(sql, { name: 'catalog', purpose: 'to know what this session has defined' });
                this.#mine = { snapshot: await (0,catalog_catalog/* loadCatalog */.ak)(query, { epoch: catalog.nextEpoch(), previous: shared, inTransaction: status !== 'I' }), shared };
            }
            this.stale = false;
            [this.#shows, this.#showsOf] = [generation, byOthers];
            return { shared, generation };
        }
        catch (thrown) {
            log.warn('the catalog could not be read again: results are masked as a whole', { reason: (0,errors/* messageOf */.bD)(thrown) });
            return null;
        }
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/state/standing.js
/** Nothing can be asked now. */
function unfit({ status, skipping }) {
    return status === 'E' || skipping;
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/state/session-state.js





/** A reading may be cancelled by a client that means its own statement. */
const READ_ATTEMPTS = 3;
/** The state of one session; asked anew when it may have changed. */
class SessionState {
    #deps;
    #path = null;
    /** Which definitions were known when it was read, and of which generation of changes. */
    #pathUnder = null;
    #pathAt = 0;
    #settings = {};
    #drift = '';
    /** Definitions are known to be others than when `drift` was read, to whoever has to know. */
    #told = false;
    // Before the first reading everything is in doubt.
    #doubt = 'code';
    /** It has temporary tables, which nobody else sees. */
    #temp = false;
    // Effects on their way, and those that the end of the transaction may take back.
    #pending = null;
    #touched = changes_NOTHING;
    #context = null;
    #contextOf = null;
    /** Grows with every statement that may have changed what others mean. */
    generation = 0;
    #ownChanges;
    #definitions;
    constructor(deps) {
        this.#deps = deps;
        this.#ownChanges = deps.ownChanges;
        this.#definitions = new Definitions(deps);
    }
    /** True when definitions may be others than they were in a context of that `definitionChanges`. */
    changedSince(definitionChanges) {
        return this.#ownChanges.amongOthers || (definitionChanges !== undefined && definitionChanges !== this.#ownChanges.byOthers);
    }
    /** A statement with these effects is to go to the server: what follows must wait until `settle`. True: it may change definitions for others. */
    note(effects) {
        const changes = effects.turnsBack ? merge(this.#touched, effects) : effects;
        if (!changes.path && !effects.waits)
            return false;
        this.generation += 1;
        this.#pending = merge(this.#pending ?? changes_NOTHING, changes);
        return changes.forOthers;
    }
    /** False: a submission now would be judged on what may no longer be so. */
    get settled() {
        return this.#pending === null && this.#doubt === 'none' && !this.#definitions.stale && !this.#definitions.isOutdated() && !this.#isPathOld() && !this.#deps.catalog.due;
    }
    /** Others have changed definitions that were not asked for yet, and could be. */
    isBehind(standing) {
        return (this.#definitions.isOutdated() || this.#isPathOld()) && !standing.segmentOpen && !unfit(standing);
    }
    /** Nothing is on its way, and no code has run: transaction control and settings can be judged, and names stand for what we think. */
    get namesHold() {
        return this.#pending === null && this.#doubt !== 'code';
    }
    /** How text becomes statements is as we think. */
    get readable() {
        return this.#doubt !== 'code' && this.#pending?.code !== true;
    }
    /** ReadyForQuery: at the end of a transaction, what it had changed may be taken back. */
    ready(status) {
        if (status !== 'I')
            return;
        const touched = this.#touched;
        this.#touched = changes_NOTHING;
        if (isAllKnown(touched))
            this.#told = true;
        if (touched.path)
            this.#raise(touched.code ? 'code' : 'path');
        if (touched.schema || (this.#definitions.areMine && !this.#temp))
            this.#becomeStale();
    }
    /** A Sync or a Query goes to the server: should it end a transaction, what that had changed may be taken back. */
    boundary() {
        if (this.#touched.path)
            this.#pending ??= changes_NOTHING;
    }
    /** Everything before has been answered: what was on its way becomes doubt. False when nothing was. */
    absorb({ status, segmentOpen }) {
        const pending = this.#pending;
        this.#pending = null;
        if (pending === null)
            return false;
        if (!pending.path)
            return true;
        this.#raise(pending.code ? 'code' : 'path');
        if (isAllKnown(pending))
            this.#told = true;
        if (pending.schema)
            this.#becomeStale(pending.redefines);
        if (status !== 'I' || segmentOpen)
            this.#touched = merge(this.#touched, pending);
        return true;
    }
    /** Asks the server what is in doubt, once nothing is on its way. Throws when the session can't go on. */
    async settle(standing) {
        if (this.#deps.catalog.due)
            await this.#deps.catalog.freshen();
        if (this.#definitions.isOutdated()) {
            this.#told = true;
            this.#definitions.becomeOutdated();
            this.#raise('path');
        }
        if (this.#isPathOld())
            this.#raise('path');
        if (this.#doubt !== 'none')
            await this.#readAgain(standing);
        if (this.#definitions.isOutdated()) {
            this.#definitions.becomeOutdated();
            this.#context = null;
        }
        if (this.#definitions.stale && !standing.segmentOpen && !unfit(standing))
            await this.#reload(standing.status);
    }
    /** What to judge with now. The same object as long as nothing changes. */
    context() {
        const definitions = this.#definitions;
        const shared = definitions.latest();
        const catalog = definitions.inUse(shared);
        const definitionChanges = this.#ownChanges.byOthers;
        if (this.#context === null || this.#contextOf !== shared || this.#context.catalog !== catalog || this.#context.definitionChanges !== definitionChanges) {
            this.#contextOf = shared;
            const { prepared, cursors } = this.#deps.names;
            const others = definitions.changedByOthers;
            const searchPath = this.#doubt === 'none' && !this.#isPathOld() ? this.#path : null;
            this.#context = { catalog, searchPath, started: this.#deps.started, settings: this.#settings, prepared, cursors, stale: definitions.stale || others || definitions.isOutdated(), redefined: others ? null : definitions.redefined, definitionChanges: definitionChanges };
            this.#deps.names.recheck(this.#context);
        }
        return this.#context;
    }
    /** What the end of the open transaction, or of a part of it, may take back. */
    get touched() {
        return this.#touched;
    }
    /** Why nothing can be judged that names anything; null when it can. */
    get unavailable() {
        return this.#definitions.unavailable;
    }
    /** Whether it is worth to refresh the shared catalog when the server names something that it does not have. */
    get canRefresh() {
        return !this.#definitions.areMine && !this.#definitions.stale;
    }
    // A schema that somebody made, renamed or dropped may be one that the path names: where names are looked for is another question then.
    #isPathOld() {
        return this.#pathUnder !== this.#definitions.latest();
    }
    // In a failed transaction nothing can be asked, and nothing be done but leave it; code that failed has left nothing behind.
    async #readAgain(standing) {
        for (let attempt = 1; !unfit(standing); attempt += 1) {
            const { segmentOpen } = standing;
            try {
                // Code that was run has changed definitions.
                if (await this.#read())
                    this.#found(standing);
                return;
            }
            catch (thrown) {
                // The client would wait for answers that the server skips.
                const stuck = segmentOpen || attempt >= READ_ATTEMPTS;
                if (stuck || !(thrown instanceof errors/* GateError */.ue) || thrown.code !== 'UPSTREAM_FAILED')
                    throw thrown;
                this.#deps.log.debug('the state of a session could not be read', { reason: thrown.message });
            }
        }
    }
    #raise(doubt) {
        if (this.#doubt !== 'code')
            this.#doubt = doubt;
        this.#context = null;
    }
    #becomeStale(redefined = null) {
        this.#definitions.becomeStale(redefined);
        this.#context = null;
    }
    #found({ status, segmentOpen }) {
        this.#ownChanges.found();
        // The path was read after that change: it is no older for it.
        this.#pathAt += 1;
        if (status !== 'I' || segmentOpen)
            this.#touched = merge(this.#touched, { path: true, code: false, schema: true, redefines: null, forOthers: true });
    }
    // True: definitions are others than when it was last asked after code.
    async #read() {
        let drifted = false;
        const under = this.#definitions.latest();
        const { generation } = this.#ownChanges.changes;
        const { path, settings, afterCode } = await readState(this.#deps.own, this.#doubt === 'code' || this.#definitions.stale);
        [this.#path, this.#settings] = [path, settings];
        [this.#pathUnder, this.#pathAt] = [under, generation];
        this.#temp = path.includes('pg_temp');
        if (afterCode !== null) {
            this.#deps.names.verify(afterCode.prepared, afterCode.cursors);
            drifted = this.#drift !== '' && this.#drift !== afterCode.drift && !this.#told;
            if (drifted)
                this.#becomeStale();
            [this.#drift, this.#told] = [afterCode.drift, false];
        }
        this.#doubt = 'none';
        this.#context = null;
        return drifted;
    }
    async #reload(status) {
        const shown = await this.#definitions.reload(status, this.#temp);
        if (shown !== null && this.#pathAt === shown.generation)
            this.#pathUnder = shown.shared;
        this.#context = null;
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/definitions/definition-lock.js

/** Definitions may be changing faster than they can be asked for. */
const ASKED_AT_MOST = 3;
const definition_lock_all = new WeakMap();
function holdersOf(catalog) {
    const known = definition_lock_all.get(catalog) ?? { holder: null, writing: new Set(), wanting: new Set(), waiting: new Set() };
    definition_lock_all.set(catalog, known);
    return known;
}
/** One connection's part in it. */
class DefinitionLock {
    #deps;
    #holders;
    /** The last step sent that may write. */
    #last = null;
    #waitsFor = null;
    #timer = null;
    #expired = false;
    /** How often the definitions were asked for again, and were not the latest even so. */
    #asked = 0;
    constructor(deps) {
        this.#deps = deps;
        this.#holders = holdersOf(deps.catalog);
    }
    /** Nobody else changes definitions, or is about to. */
    get free() {
        const { holder, wanting } = this.#holders;
        if (holder !== null)
            return holder === this;
        return wanting.size === 0 || (wanting.size === 1 && wanting.has(this));
    }
    /** Something of it may still be at the server, or may yet come true there. */
    get open() {
        return this.#last !== null || this.#holders.holder === this;
    }
    /** Something of it is at the server. */
    get busy() {
        return this.#last !== null;
    }
    /**
     * Whether what claims this may be judged, by definitions that will still be so when it is sent. `key`: the message; it is asked about again
     * after `wake`. `outdated`: the definitions that it would be judged by are not the latest, and those can be asked for.
     */
    mayBeJudged(key, { claim, outdated }) {
        if (claim === 'none')
            return 'go';
        if (this.free && (!outdated || this.#asked >= ASKED_AT_MOST))
            return this.#ends(key, 'go');
        const waits = this.#waits(key);
        if (this.free)
            this.#asked += 1;
        return waits ? 'wait' : this.#ends(key, OTHERS_DEFINE);
    }
    /** Nothing has changed yet for what waits to be judged. */
    keeps(key) {
        return this.#waitsFor === key && !this.#expired && !this.free;
    }
    /** Whether a decided step may be sent. `judgedAt`: `definitionChanges` of the context that it was judged in. */
    mayBeSent(key, claim, judgedAt) {
        if (claim === 'none')
            return 'go';
        const { holder, writing, wanting } = this.#holders;
        if ((holder !== null && holder !== this) || (judgedAt !== undefined && judgedAt !== this.#deps.ownChanges.byOthers))
            return this.#ends(key, SINCE_JUDGED);
        if (claim === 'write' || holder === this)
            return this.#ends(key, 'go');
        const [first = this] = wanting;
        const alone = first === this && ![...writing].some((lock) => lock !== this);
        if (alone)
            return this.#ends(key, 'go');
        const waits = this.#waits(key);
        wanting.add(this);
        return waits ? 'wait' : this.#ends(key, OTHERS_WRITE);
    }
    /** It goes to the server. */
    sent(step, claim) {
        if (claim === 'none')
            return;
        this.#last = step;
        this.#holders.writing.add(this);
        if (claim === 'define')
            this.#holders.holder = this;
    }
    /** A step has been answered; `settled`: what it changed for others is done, and `status` is as of now. */
    answered(step, { settled, status }) {
        if (this.#last === null && this.#holders.holder !== this)
            return;
        const written = this.#last !== null && step === this.#last;
        if (written) {
            this.#last = null;
            this.#holders.writing.delete(this);
        }
        const defined = this.#holders.holder === this && settled && status === 'I' && this.#last === null;
        if (defined)
            this.#holders.holder = null;
        if (written || defined)
            this.#tell();
    }
    /** What waited is gone; with a key, if it was that. */
    stopWaiting(key = this.#waitsFor) {
        if (key !== null)
            this.#ends(key, null);
    }
    /** The server is done with the connection. */
    end() {
        this.stopWaiting();
        this.#last = null;
        this.#holders.writing.delete(this);
        if (this.#holders.holder === this)
            this.#holders.holder = null;
        this.#tell();
    }
    // True: it goes on waiting.
    #waits(key) {
        if (this.#waitsFor !== key) {
            this.stopWaiting();
            this.#waitsFor = key;
            this.#holders.waiting.add(this);
            this.#timer = this.#deps.runtime.after(this.#deps.limitMs, () => {
                this.#expired = true;
                this.#deps.wake();
            });
        }
        return !this.#expired;
    }
    #ends(key, answer) {
        if (this.#waitsFor !== key)
            return answer;
        this.#timer?.cancel();
        this.#waitsFor = null;
        this.#expired = false;
        this.#asked = 0;
        this.#holders.waiting.delete(this);
        if (this.#holders.wanting.delete(this) && answer !== 'go')
            this.#tell();
        return answer;
    }
    // Later, so that nobody's work is done in the middle of another's.
    #tell() {
        for (const lock of this.#holders.waiting)
            if (lock !== this)
                queueMicrotask(lock.#deps.wake);
    }
}
const AGAIN = 'try again in a moment';
const OTHERS_DEFINE = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAvailable, 'ostiary: another connection is changing definitions and has not committed, so what this would change may be another thing when it runs', AGAIN);
const OTHERS_WRITE = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAvailable, 'ostiary: statements of other connections that may write are still running, and would run by the definitions that this changes', AGAIN);
const SINCE_JUDGED = (0,refusals/* wireRefusal */.Qp)(refusals/* WIRE_SQLSTATE */.Yv.notAvailable, 'ostiary: another connection has changed definitions since this was judged', 'send it again');

// EXTERNAL MODULE: ./lib/gate/outcomes.js
var outcomes = __webpack_require__(96142);
;// CONCATENATED MODULE: ./lib/proxy/postgres/session/uncommitted.js


/** transaction_rollback. */
const ROLLED_BACK = '40000';
const TAKEN_BACK = { kind: 'failed', sqlstate: ROLLED_BACK, message: 'rolled back: what it was one transaction with failed, or was never committed' };
/** Statements whose code may end transactions, where it stands alone in its message: then servers (15) commit what came before in the pipeline, too. */
const ENDS_BY_CODE = new Set(['CALL', 'DO']);
const ENDS = new Set(['commit', 'rollback', 'prepare-transaction']);
/** The changes of one connection. */
class UncommittedChanges {
    #open = new Map();
    /** A transaction was begun since, and not ended: what comes after is told by its end. */
    #controlled = false;
    /** The server has completed it. `status`: of the transaction when its message came. */
    completed(step, result, { tag, status }) {
        const { facts } = result.execution;
        if (facts.session.length > 0 && (0,outcomes/* controls */.ne)(facts)) {
            this.#controlled = !facts.session.some(({ kind }) => ENDS.has(kind));
            this.#all((of) => (tag === 'ROLLBACK' ? takenBack(of) : { kind: 'ok', tag: of.tag }));
        }
        if (endsByCode(step))
            this.#doubt();
        if (!this.#mayGo(result, status)) {
            result.end({ kind: 'ok', tag });
            return;
        }
        // Run once more, a portal does nothing.
        if ((this.#open.get(result)?.tag ?? PORTAL_CLOSED) !== PORTAL_CLOSED)
            return;
        result.uncommitted = true;
        result.execution.answered(tag);
        this.#open.set(result, { tag, doubtful: false });
    }
    /** The server has stopped in the middle of its rows: what it changes is done, and nobody has to ask for the rest. */
    suspended(result, status) {
        if (!this.#mayGo(result, status) || this.#open.has(result))
            return;
        result.uncommitted = true;
        this.#open.set(result, { tag: PORTAL_CLOSED, doubtful: false });
    }
    /** ReadyForQuery: what was completed is kept, or part of a transaction that is open. */
    ready() {
        this.#controlled = false;
        if (this.#open.size > 0)
            this.#all(({ tag }) => ({ kind: 'ok', tag }));
    }
    /** The server reported an error, while it was at this step. */
    failed(head) {
        if (this.#open.size === 0)
            return;
        if (head !== undefined && endsByCode(head))
            this.#doubt();
        this.#all(takenBack);
    }
    /** The connection is over, with this on its way. */
    over(flight) {
        let ending = flight.unsettled;
        flight.forEach((step) => {
            ending ||= endsByCode(step) || (step.kind === 'execute' && step.portal.effects?.commits === true);
        });
        this.#all((of) => (ending ? { kind: 'unknown' } : takenBack(of)));
    }
    #doubt() {
        for (const of of this.#open.values())
            of.doubtful = true;
    }
    // What belongs to no transaction that somebody began, and an error would take back.
    #mayGo(result, status) {
        return status === 'I' && !this.#controlled && result.execution.revocable;
    }
    #all(outcome) {
        const open = this.#open;
        this.#open = new Map();
        for (const [result, of] of open)
            result.end(outcome(of));
    }
}
function takenBack({ doubtful }) {
    return doubtful ? { kind: 'unknown' } : TAKEN_BACK;
}
function endsByCode(step) {
    return step.kind === 'execute' && ENDS_BY_CODE.has(step.portal.draft?.statement ?? '');
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/unread-output.js
// SPDX-License-Identifier: Apache-2.0
//
// What a server sends for a client that is gone. A server ends a statement whose rows it can't send any more; ours can send them, to us, and
// would go on for ever. Refuses to stop what has little to say: what changes rows runs to its end.


/** The bytes that nobody reads, of one connection. */
class UnreadOutput {
    #cancel;
    #log;
    #bytes = 0;
    /** `cancel`: asks the server to stop what it does on this connection. */
    constructor(cancel, log) {
        this.#cancel = cancel;
        this.#log = log;
    }
    /** So many came from the server, and the client is gone. */
    takes(bytes) {
        this.#bytes += bytes;
        if (this.#bytes < limits/* MAX_UNREAD_BYTES */.vP)
            return;
        this.#bytes = 0;
        this.#cancel().catch((thrown) => this.#log.debug('what nobody reads could not be cancelled', { reason: (0,errors/* messageOf */.bD)(thrown) }));
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/definitions/definition-changes.js
/** Changes of definitions over all connections that share a catalog. */
class DefinitionChanges {
    /** Grows when a change is sent, and when the server has answered it. */
    generation = 0;
    /** Changes on their way. */
    open = 0;
    /** The generation that the shared snapshot shows. */
    shown = 0;
    begin() {
        this.open += 1;
        this.generation += 1;
    }
    end() {
        this.open -= 1;
        this.generation += 1;
    }
}
const definition_changes_all = new WeakMap();
/** The one of a catalog. */
function definitionChangesOf(catalog) {
    const known = definition_changes_all.get(catalog) ?? new DefinitionChanges();
    definition_changes_all.set(catalog, known);
    return known;
}
/** One connection's part in it: its own changes are its own affair, and known to it. */
class OwnDefinitionChanges {
    changes;
    #own = 0;
    #pending = false;
    /** Which ReadyForQuery of the connection ends the last of them. */
    #until = 0;
    constructor(catalog) {
        this.changes = definitionChangesOf(catalog);
    }
    /** A change goes to the server. `until`: which ReadyForQuery of this connection says that it is done. */
    begin(until) {
        this.#until = until;
        if (this.#pending)
            return;
        this.#pending = true;
        this.#own += 1;
        this.changes.begin();
    }
    /** Code that ran here turned out to have changed definitions. */
    found() {
        this.#own += 1;
        this.changes.generation += 1;
    }
    /** So many ReadyForQuery have come by now, or never will. */
    answered(count) {
        if (this.#pending && count >= this.#until)
            this.end();
    }
    /** The server is done with whatever was sent to it. */
    end() {
        if (!this.#pending)
            return;
        this.#pending = false;
        this.#own += 1;
        this.changes.end();
    }
    /** A change is on its way. */
    get pending() {
        return this.#pending;
    }
    /** Changes by others so far: the same number means that none came in between. */
    get byOthers() {
        return this.changes.generation - this.#own;
    }
    /** Somebody else is changing definitions right now. */
    get amongOthers() {
        return this.changes.open > (this.#pending ? 1 : 0);
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/session/session.js
// SPDX-License-Identifier: Apache-2.0
//
// One client's session from ready to its end: moves bytes between two sockets through the line, with back-pressure both ways, and
// settles everything that is still open when either side goes. Refuses to let one side's silence or slowness cost more than a
// bounded amount of memory.





















/** SQLSTATE idle_session_timeout. */
const IDLE_TIMEOUT = '57P05';
/** How an ordinary session ends. */
const CLIENT_ENDED = 'the client ended the connection';
/** Carries one session to its end and resolves with the reason; see `RunSession`. */
function runSession(deps) {
    return new Promise((resolve) => new Session(deps, resolve).start());
}
class Session {
    #deps;
    #resolve;
    #toClient;
    #toServer;
    #names;
    #ownChanges;
    #lock;
    #uncommitted = new UncommittedChanges();
    #unreadOutput;
    #line;
    #client;
    #server;
    #clientIntake;
    #serverIntake;
    #interrupt = () => this.#line.interrupt('it was cancelled');
    #abort = () => {
        this.#line.interrupt('the session ends');
        // What the client sent just before is heard first, its goodbye above all: sockets are looked at between one timer and the next.
        const { runtime } = this.#deps;
        runtime.after(0, () => runtime.after(0, () => {
            this.#closing = true;
            this.#wake();
        }));
    };
    #turnDue = false;
    #closing = false;
    #idle;
    #clientGone = null;
    #finished = false;
    constructor(deps, resolve) {
        this.#deps = deps;
        this.#resolve = resolve;
        const { client, upstream, gate, catalog, runtime, log } = deps;
        const names = new Names(gate);
        this.#names = names;
        this.#unreadOutput = new UnreadOutput(() => deps.cancel(), log);
        const [toClient, toServer] = [new Outgoing(client.socket), new Outgoing(upstream.socket)];
        [this.#toClient, this.#toServer] = [toClient, toServer];
        this.#ownChanges = new OwnDefinitionChanges(catalog);
        const ownChanges = this.#ownChanges;
        const lock = new DefinitionLock({ catalog, ownChanges, runtime, limitMs: deps.limits.turnMs, wake: () => this.#line.pump() });
        this.#lock = lock;
        const fail = (thrown) => this.#fail(thrown);
        const line = new Line({ gate, names, ownChanges, lock, toClient, toServer, wake: () => this.#wake(), fail });
        this.#line = line;
        const started = { writable: upstream.parameterStatus.get('default_transaction_read_only') === 'off' };
        const state = new SessionState({ catalog, names, ownChanges, started, log, own: new OwnStatements(line, gate) });
        const parts = { gate, line, names, state, lock, uncommitted: this.#uncommitted, toClient, toServer };
        const later = (resume) => {
            runtime.after(0, () => {
                resume();
                this.#wake();
            });
        };
        this.#client = new ClientSide({ ...parts, reader: client.reader, fail, later, clock: () => runtime.monotonicMs() });
        this.#server = new ServerSide({
            ...parts, fail, reader: upstream.reader, copyIn: this.#client.copyIn, oids: new OidWatch(catalog, log), parameterStatus: upstream.parameterStatus,
        });
        const reading = { share: deps.share, roomMs: deps.limits.roomMs, runtime, log, wake: () => this.#wake() };
        this.#clientIntake = new Intake({ ...reading, socket: client.socket, reader: client.reader, taker: this.#client });
        this.#serverIntake = new Intake({ ...reading, socket: upstream.socket, reader: upstream.reader, taker: this.#server });
        this.#idle = new Idle(runtime, deps.limits.idleMs, () => {
            if (line.drained)
                this.#end(IDLE_TIMEOUT, 'terminating connection due to idle-session timeout');
        });
    }
    start() {
        const { client, upstream, signal } = this.#deps;
        client.socket.on('data', (chunk) => this.#fromClient(chunk));
        client.socket.once('end', () => this.#clientLeft('the client closed the connection'));
        client.socket.once('close', () => this.#clientLost());
        client.socket.on('drain', () => this.#drained(this.#server));
        upstream.socket.on('data', (chunk) => this.#fromServer(chunk));
        upstream.socket.once('end', () => this.#serverLeft());
        upstream.socket.once('close', () => this.#serverLeft());
        upstream.socket.on('drain', () => this.#drained(this.#client));
        if (signal.aborted)
            this.#abort();
        signal.addEventListener('abort', this.#abort, { once: true });
        this.#deps.interrupts.add(this.#interrupt);
        this.#idle.watch();
        this.#client.run();
        this.#server.run();
        this.#turn();
    }
    #fromClient(chunk) {
        this.#idle.seen();
        // Nobody takes what a client sends that has said goodbye.
        if (this.#client.ended)
            return;
        const { reader } = this.#deps.client;
        reader.push(chunk);
        if (this.#line.staying && reader.buffered > limits/* MAX_WAITING_BYTES */.Je)
            this.#line.interrupt('more was sent meanwhile than can be kept');
        this.#turnDue = true;
        this.#client.run();
        this.#turn();
    }
    #fromServer(chunk) {
        this.#idle.seen();
        this.#deps.upstream.reader.push(chunk);
        if (this.#clientGone !== null)
            this.#unreadOutput.takes(chunk.length);
        this.#turnDue = true;
        this.#server.run();
        this.#turn();
    }
    #drained(side) {
        side.blocked = false;
        this.#wake();
    }
    // One turn of work however often it is asked for, so that everything of a turn goes out in one write.
    #wake() {
        if (this.#turnDue)
            return;
        this.#turnDue = true;
        queueMicrotask(() => this.#turn());
    }
    #turn() {
        if (this.#finished)
            return;
        this.#client.proceed();
        this.#turnDue = false;
        if (!this.#toServer.flush())
            this.#client.blocked = true;
        if (!this.#toClient.flush())
            this.#server.blocked = true;
        this.#clientIntake.turn();
        this.#serverIntake.turn();
        if (this.#finished || !this.#line.drained)
            return;
        if (this.#clientGone !== null)
            this.#finish(this.#clientGone);
        else if (this.#closing && this.#line.terminated)
            this.#finish(CLIENT_ENDED);
        else if (this.#closing)
            this.#end(startup/* SQLSTATE */.cD.adminShutdown, (0,fatal_error/* whyEnded */.r)(this.#deps.signal.reason));
    }
    // What the server has for it need not wait any more for a client that does not read.
    #clientLost() {
        this.#server.blocked = false;
        this.#clientLeft('the connection to the client was lost');
        this.#wake();
    }
    // What runs on the server runs to its end, as it would without us; what was not forwarded yet never is.
    #clientLeft(reason) {
        if (this.#finished || this.#clientGone !== null)
            return;
        this.#clientGone = this.#line.terminated ? CLIENT_ENDED : reason;
        this.#client.ended = true;
        this.#line.dropWaiting();
        // What runs as a transaction of our own making is ended first.
        if (!this.#line.terminated && !this.#line.ceiling.owesEnd)
            this.#toServer.bytes((0,messages/* bare */.$B)(messages/* FRONTEND */.BQ.terminate));
        this.#wake();
    }
    #serverLeft() {
        if (this.#finished)
            return;
        this.#toClient.flush();
        if (this.#clientGone !== null || this.#line.terminated)
            this.#finish(this.#clientGone ?? CLIENT_ENDED);
        else if (this.#server.farewell !== null)
            this.#finish(this.#server.farewell);
        else
            this.#fail(new errors/* GateError */.ue('UPSTREAM_FAILED', 'the server closed the connection'));
    }
    #end(sqlstate, message) {
        if (this.#finished)
            return;
        this.#toClient.bytes((0,messages/* errorResponse */.yj)((0,messages/* diagnosticFields */.dL)({ severity: 'FATAL', sqlstate, message })));
        this.#finish(message);
    }
    #fail(thrown) {
        if (this.#finished)
            return;
        const { gate, log } = this.#deps;
        if (thrown instanceof errors/* GateError */.ue && thrown.code === 'DENIED')
            this.#remark(() => gate.refused(thrown.message));
        else
            log.warn('a session ended early', { reason: (0,errors/* messageOf */.bD)(thrown) });
        this.#toClient.bytes((0,fatal_error/* fatal */.h)(thrown));
        this.#finish((0,errors/* messageOf */.bD)(thrown));
    }
    #finish(reason) {
        if (this.#finished)
            return;
        this.#finished = true;
        const { client, upstream, gate, signal } = this.#deps;
        this.#client.ended = true;
        this.#server.ended = true;
        this.#idle.cancel();
        signal.removeEventListener('abort', this.#abort);
        this.#deps.interrupts.delete(this.#interrupt);
        this.#uncommitted.over(this.#line.flight);
        this.#line.abandon((step) => {
            // Whatever was on its way may have happened, or not.
            if (step.kind === 'query')
                for (const result of step.results)
                    result.end({ kind: 'unknown' });
            else if (step.kind === 'execute')
                resultOf(step)?.end({ kind: 'unknown' });
        });
        this.#names.transactionOver();
        this.#toClient.flush();
        for (const { socket } of [client, upstream]) {
            for (const event of ['data', 'end', 'close', 'drain'])
                socket.removeAllListeners(event);
        }
        this.#clientIntake.close(upstream.socket);
        this.#serverIntake.close(client.socket);
        releaseAtEnd({ socket: upstream.socket, ownChanges: this.#ownChanges, lock: this.#lock, cancel: () => this.#deps.cancel(), outlive: () => this.#deps.outlive(), log: this.#deps.log });
        this.#remark(() => gate.closed(reason));
        this.#resolve(reason);
    }
    // What can't be recorded any more must not keep a session from ending.
    #remark(write) {
        try {
            write();
        }
        catch (thrown) {
            this.#deps.log.debug('the end of a session could not be recorded', { reason: (0,errors/* messageOf */.bD)(thrown) });
        }
    }
}


/***/ }),

/***/ 30385:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ Memory)
/* harmony export */ });
/* unused harmony export Share */
// SPDX-License-Identifier: Apache-2.0
//
// How many bytes of large messages a gate holds at a time, over all connections and for each session. Whoever asks is served in turn, as
// soon as there is room. Refuses nobody a message while nothing else is held, and one session what would leave others without.
/** What one gate holds. */
class Memory {
    #bounds;
    #shares = new WeakMap();
    // In the order in which they asked.
    #waiting = new Map();
    #held = 0;
    constructor(bounds) {
        this.#bounds = bounds;
    }
    /** Bytes that are held now. */
    get held() {
        return this.#held;
    }
    /** How many wait for room. */
    get waiting() {
        return this.#waiting.size;
    }
    /** The part of one session; `session` is whatever its connections have in common. */
    share(session) {
        const known = this.#shares.get(session);
        if (known !== undefined)
            return known;
        const made = new Share((ask) => this.#ask(ask, made), (ask) => this.#withdraw(ask), (bytes) => this.#give(bytes, made));
        this.#shares.set(session, made);
        return made;
    }
    #ask(ask, share) {
        this.#waiting.set(ask, share);
        this.#serve();
    }
    #withdraw(ask) {
        // Those behind it may fit.
        if (this.#waiting.delete(ask))
            this.#serve();
    }
    #give(bytes, share) {
        share.held -= bytes;
        this.#held -= bytes;
        for (const [ask, of] of this.#waiting)
            ask.nearer ||= of === share || this.#fitsSession(ask, of);
        this.#serve();
    }
    // INVARIANT: nobody overtakes within a session, and a session that is full holds up no other.
    #serve() {
        const due = [];
        const full = new Set();
        for (const [ask, share] of this.#waiting) {
            if (full.has(share))
                continue;
            if (!this.#fitsSession(ask, share)) {
                full.add(share);
                continue;
            }
            if (!fits(this.#held, ask.bytes, this.#bounds.memoryBytes))
                break;
            this.#waiting.delete(ask);
            share.held += ask.bytes;
            this.#held += ask.bytes;
            due.push(ask);
        }
        for (const ask of due)
            ask.granted();
    }
    #fitsSession(ask, share) {
        return fits(share.held, ask.bytes, this.#bounds.sessionMemoryBytes);
    }
}
/** One session's part of it. */
class Share {
    ask;
    withdraw;
    give;
    /** Bytes that are held now. */
    held = 0;
    constructor(
    /** Waits for room, after those who asked before. */
    ask, 
    /** Waits no longer. */
    withdraw, 
    /** Gives back what was granted. */
    give) {
        this.ask = ask;
        this.withdraw = withdraw;
        this.give = give;
    }
}
// INVARIANT: a message within its own limit is admitted when nothing else is held, whatever the bounds.
function fits(held, bytes, most) {
    return held === 0 || held + bytes <= most;
}


/***/ })

};
