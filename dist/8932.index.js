export const id = 8932;
export const ids = [8932];
export const modules = {

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


/***/ }),

/***/ 71334:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72464);
// SPDX-License-Identifier: Apache-2.0
//
// A stream of bytes as lines, at flat memory. Refuses to hold a line longer than any recorder writes: its length is told instead.



const LINE_FEED = 10;
/** Lines of a file (by path) or of a stream. Throws INPUT_INVALID when it can't be read. */
async function* readLines(source) {
    let rest = [];
    let held = 0;
    for await (const chunk of chunksOf(source)) {
        let from = 0;
        for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
            const bytes = held === 0 ? chunk.subarray(from, end) : Buffer.concat([...rest, chunk.subarray(from, end)]);
            rest = [];
            held = 0;
            from = end + 1;
            if (bytes.length > _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc) {
                yield { bytes: bytes.subarray(0, _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc), terminated: true, overlong: true };
                return;
            }
            yield { bytes, terminated: true, overlong: false };
        }
        if (from === chunk.length)
            continue;
        rest.push(chunk.subarray(from));
        held += chunk.length - from;
        if (held > _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc) {
            yield { bytes: Buffer.concat(rest).subarray(0, _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc), terminated: false, overlong: true };
            return;
        }
    }
    if (held > 0)
        yield { bytes: Buffer.concat(rest), terminated: false, overlong: false };
}
async function* chunksOf(source) {
    const stream = typeof source === 'string' ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(source, { highWaterMark: 256 * 1024 }) : source;
    try {
        for await (const chunk of stream)
            yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    }
    catch (thrown) {
        const path = typeof source === 'string' ? source : source.path;
        const name = typeof path === 'string' ? `\`${path}\`` : 'the recording';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', unreadable(name, thrown), { cause: thrown, hint: 'give the path that `run` printed, `…/session.jsonl`' });
    }
}
function unreadable(name, thrown) {
    const { code } = thrown;
    if (code === 'ENOENT')
        return `there is no recording at ${name}`;
    return code === 'EISDIR' ? `${name} is a folder` : `${name} can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`;
}


/***/ }),

/***/ 16687:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseLine),
/* harmony export */   H: () => (/* binding */ SHAPES)
/* harmony export */ });
const DECISION = { words: ['allow', 'review', 'deny'] };
const STRINGS = { list: 'string' };
const OUTCOME = { words: ['ok', 'failed', 'unknown'] };
const MASKED = { map: 'count' };
const line = (type) => ({ seq: 'count', at: 'time', prev: 'hash', type: { words: [type] } });
/** By `type`. */
const SHAPES = {
    session: {
        ...line('session'), format: { words: ['ostiary-session-v1'] }, session: 'string', ostiary: 'string',
        principal: { fields: { names: STRINGS, issuer: 'string', subject: 'string', claims: { map: 'any' } } },
        prompter: { nullable: 'string' },
        host: { fields: { kind: { words: ['shell', 'github', 'gitlab'] }, facts: { map: 'string' } } },
        resources: { list: { fields: { name: 'string', target: 'string', type: 'string' } } },
        policy: { fields: { digest: 'string', source: 'string', version: 'count', mode: { words: ['enforce', 'observe'] } } },
        packs: { list: { fields: { name: 'string', version: 'count' } } },
        command: STRINGS, durability: { words: ['process', 'disk'] }, key: { optional: { nullable: 'string' } },
    },
    connection: { ...line('connection'), connection: 'count', resource: 'string', application: 'string' },
    decided: {
        ...line('decided'), operation: 'count', connection: 'count', resource: 'string', principal: 'string', statement: 'string', name: 'string', text: 'string',
        accesses: { list: { fields: { effect: { words: ['read', 'write', 'schema', 'destroy', 'grant', 'execute', 'control', 'unknown'] }, object: { nullable: 'string' }, columns: STRINGS } } },
        decision: DECISION, rules: STRINGS, reasons: STRINGS, observed: { list: { fields: { rule: 'string', decision: DECISION } } },
        unknown: STRINGS, catalog: 'count', digest: { optional: 'hash' },
        impact: { optional: { fields: { rows: { nullable: 'count' }, sizeBytes: { nullable: 'count' }, lock: { nullable: 'string' }, rewrites: { nullable: 'flag' }, notes: STRINGS, why: { nullable: 'string' } } } },
    },
    done: {
        ...line('done'), operation: 'count', outcome: OUTCOME, tag: { nullable: 'string' }, rows: 'count', bytes: 'count',
        error: { nullable: { fields: { sqlstate: 'string', message: 'string' } } },
        result: { nullable: { fields: { columns: STRINGS, rows: { list: { list: { nullable: 'string' } } } } } },
        masked: MASKED,
    },
    gate: { ...line('gate'), connection: 'count', statement: 'string', purpose: 'string' },
    refused: { ...line('refused'), connection: { nullable: 'count' }, reason: 'string' },
    disconnected: { ...line('disconnected'), connection: 'count', reason: 'string' },
    prompt: { ...line('prompt'), role: { words: ['system', 'user', 'assistant'] }, resource: { nullable: 'string' }, model: { nullable: 'string' }, text: 'string', masked: MASKED },
    tool: { ...line('tool'), call: 'string', name: 'string', input: 'string', masked: MASKED },
    'tool-result': { ...line('tool-result'), call: 'string', outcome: OUTCOME, output: 'string', masked: MASKED },
    approval: {
        ...line('approval'), state: { words: ['requested', 'approved', 'refused', 'expired', 'used', 'told', 'untold', 'break-glass'] }, operations: { list: 'count' },
        manifest: { nullable: 'string' }, by: STRINGS, url: { nullable: 'string' }, reason: 'string',
    },
    output: {
        ...line('output'), operation: { nullable: 'count' }, stream: { words: ['stdin', 'stdout', 'stderr'] }, text: 'string',
        size: { nullable: { fields: { columns: 'count', rows: 'count' } } }, masked: MASKED,
    },
    checkpoint: { ...line('checkpoint'), count: 'count', head: 'hash', key: { nullable: 'string' }, signature: { nullable: 'string' } },
    end: {
        ...line('end'), count: 'count', head: 'hash', outcome: { words: ['ok', 'failed', 'denied', 'pending', 'error'] },
        operations: { fields: { allow: 'count', review: 'count', deny: 'count' } }, key: { nullable: 'string' }, signature: { nullable: 'string' },
    },
};
// Invalid UTF-8 is an error, and a byte order mark is not skipped but refused by JSON.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Reads one line; never throws. */
function parseLine(bytes) {
    let value;
    try {
        value = JSON.parse(UTF8.decode(bytes));
    }
    catch {
        return { kind: 'no-json' };
    }
    if (!isObject(value))
        return { kind: 'wrong', what: 'it is not an object' };
    const type = value['type'];
    if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type))
        return { kind: 'wrong', what: 'its type is none that a recording has' };
    const fault = faultIn({ fields: SHAPES[type] }, value, '');
    return fault === null ? { kind: 'line', line: value } : { kind: 'wrong', what: fault };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
// Shapes nest four deep, whatever the value does: no recursion that a hostile file could drive.
function faultIn(shape, value, path) {
    if (typeof shape === 'string')
        return isScalar(shape, value) ? null : wrong(path);
    if ('words' in shape)
        return typeof value === 'string' && shape.words.includes(value) ? null : wrong(path);
    if ('nullable' in shape)
        return value === null ? null : faultIn(shape.nullable, value, path);
    if ('optional' in shape)
        return faultIn(shape.optional, value, path);
    if ('list' in shape)
        return Array.isArray(value) ? first(value, (item) => faultIn(shape.list, item, path)) : wrong(path);
    if (!isObject(value))
        return wrong(path);
    if ('map' in shape)
        return first(Object.values(value), (item) => faultIn(shape.map, item, path));
    return first(Object.entries(shape.fields), ([field, inner]) => {
        if (!Object.hasOwn(value, field))
            return isOptional(inner) ? null : `its field \`${path}${field}\` is missing`;
        return faultIn(inner, value[field], `${path}${field}.`);
    });
}
function isOptional(shape) {
    return typeof shape === 'object' && 'optional' in shape;
}
function first(items, judge) {
    for (const item of items) {
        const fault = judge(item);
        if (fault !== null)
            return fault;
    }
    return null;
}
function wrong(path) {
    return `its field \`${path.slice(0, -1)}\` is not what it should be`;
}
// Match "2026-01-05T10:22:33.123Z", miss "2026-01-05": ISO 8601 in UTC with milliseconds. The digits have to be a time, too.
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
// Match 64 hex digits, miss 63.
const HASH = /^[0-9a-f]{64}$/;
function isScalar(shape, value) {
    switch (shape) {
        case 'any':
            return true;
        case 'count':
            return Number.isSafeInteger(value) && value >= 0;
        case 'flag':
            return typeof value === 'boolean';
        case 'string':
            return typeof value === 'string';
        case 'time':
            return typeof value === 'string' && TIME.test(value) && Number.isFinite(Date.parse(value));
        case 'hash':
            return typeof value === 'string' && HASH.test(value);
    }
}


/***/ }),

/***/ 6275:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   qK: () => (/* binding */ TrustedKeys),
/* harmony export */   ud: () => (/* binding */ MAX_ENVELOPE_BYTES)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26441);
// SPDX-License-Identifier: Apache-2.0
//
// Checks signatures with the keys that the verifier brings: over seals in the file, and over the envelope beside it. Refuses to take a key
// from what it checks; a `keyid` only says which of the trusted keys to try.



/** Largest envelope that is read. */
const MAX_ENVELOPE_BYTES = 1024 * 1024;
/** Digits of a key's id that people are shown. */
const SHOWN_ID = 16;
/** The public keys that a verifier trusts. */
class TrustedKeys {
    #keys;
    #certified;
    /** `pems`: Ed25519 public keys in PEM (SPKI). Throws `INPUT_INVALID` for anything else. `certified`: one more, for its own session alone. */
    constructor(pems, certified = null) {
        const known = pems.map(readKey);
        const own = certified === null ? null : readKey(certified.pem);
        this.#keys = new Map([...(own === null ? [] : [own]), ...known].map((key) => [(0,_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .keyIdOf */ .yg)(key), key]));
        // A key that is trusted for everything is trusted for this, too.
        this.#certified = certified === null || own === null || known.some((key) => key.equals(own)) ? null : { ...certified, id: (0,_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .keyIdOf */ .yg)(own) };
    }
    /** Who stands behind a trusted key, as the beginning of a sentence. */
    behind(keyId) {
        return this.#certified?.id === keyId ? this.#certified.by : 'a key that you trust';
    }
    get size() {
        return this.#keys.size;
    }
    /** The signature that a checkpoint or closing line carries. */
    seal(seal, keyId, signature) {
        if (this.#certified?.id === keyId && this.#certified.session !== seal.session)
            return 'stranger';
        return this.#check(keyId, (0,_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .sealBytes */ .Jn)(seal), signature);
    }
    /** An envelope, as text. Never throws. */
    envelope(text) {
        const envelope = readEnvelope(text);
        if (typeof envelope === 'string')
            return { kind: 'bad', what: envelope };
        const payload = Buffer.from(envelope.payload, 'base64');
        const signed = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .preAuthenticationEncoding */ .JD)(_envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_PAYLOAD_TYPE */ .Mb, payload);
        const worths = envelope.signatures.map(({ keyid, sig }) => ({ keyid, worth: this.#check(keyid, signed, sig) }));
        if (worths.some(({ worth }) => worth === 'bad'))
            return { kind: 'bad', what: 'a signature of a key that you trust does not fit what it says' };
        const good = worths.find(({ worth }) => worth === 'good');
        if (good === undefined)
            return { kind: 'stranger', keyIds: worths.map(({ keyid }) => keyid) };
        const statement = readStatement(payload);
        if (statement === null)
            return { kind: 'bad', what: 'it is signed, but not about a session' };
        const certified = this.#certified?.id === good.keyid ? this.#certified : null;
        if (certified === null)
            return { kind: 'good', statement, keyId: good.keyid, through: 'key', by: `the key \`${good.keyid.slice(0, SHOWN_ID)}\` that you trust` };
        if (certified.session !== statement.predicate.session)
            return { kind: 'bad', what: 'it is signed with a key that was certified for another session' };
        return { kind: 'good', statement, keyId: certified.identity, through: 'keyless', by: `${certified.by} gave this session the key that` };
    }
    #check(keyId, bytes, signature) {
        const key = keyId === null ? undefined : this.#keys.get(keyId);
        if (key === undefined)
            return 'stranger';
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, bytes, key, Buffer.from(signature, 'base64')) ? 'good' : 'bad';
    }
}
function readKey(pem) {
    let key;
    // A private key would do as well, and has no business on a verifier's command line.
    if (/PRIVATE KEY/.test(pem))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'a private key was given where a public one belongs', { hint: 'make it with `openssl pkey -in key.pem -pubout`' });
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'a key that was given is no public key in PEM', { hint: 'it begins with `-----BEGIN PUBLIC KEY-----`' });
    }
    if (key.asymmetricKeyType !== 'ed25519')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `a key that was given is of type \`${String(key.asymmetricKeyType)}\``, { hint: 'recordings are signed with Ed25519' });
    return key;
}
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
function readEnvelope(text) {
    const value = parsed(text);
    if (!isRecord(value))
        return 'it is not JSON';
    const { payloadType, payload, signatures } = value;
    if (payloadType !== _envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_PAYLOAD_TYPE */ .Mb)
        return 'its type is none that a recording has';
    if (typeof payload !== 'string' || !BASE64.test(payload))
        return 'its payload is not base64';
    if (!Array.isArray(signatures) || signatures.length === 0 || signatures.length > 16)
        return 'it carries no signature';
    if (!signatures.every((one) => isRecord(one) && typeof one['keyid'] === 'string' && typeof one['sig'] === 'string' && BASE64.test(one['sig'])))
        return 'one of its signatures can not be read';
    return value;
}
/** A statement about a session in the payload of an envelope; null: it is none. */
function readStatement(payload) {
    const value = parsed(payload.toString('utf8'));
    if (!isRecord(value) || value['_type'] !== 'https://in-toto.io/Statement/v1' || value['predicateType'] !== _envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .SESSION_PREDICATE_TYPE */ .w)
        return null;
    const { subject, predicate } = value;
    const [first] = Array.isArray(subject) ? subject : [];
    if (!isRecord(first) || !isRecord(first['digest']) || typeof first['digest']['sha256'] !== 'string' || !isRecord(predicate))
        return null;
    return value;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 4164:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ trustedLines),
/* harmony export */   XF: () => (/* binding */ MAX_STRANGERS),
/* harmony export */   oO: () => (/* binding */ CHAIN_BROKEN),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/** What is said where only the hash that ties two lines does not fit. */
const CHAIN_BROKEN = 'it does not follow the line before it: one of the two was changed, or lines are missing, added or swapped';
/** How many lines, from the first, are as they were recorded; where a chain is broken, the line before may be the one that was changed. */
function trustedLines({ at, counts }) {
    return at?.what === CHAIN_BROKEN ? counts.lines - 1 : counts.lines;
}
/** Keys of strangers that are told. */
const MAX_STRANGERS = 3;
/** The sentence. */
function explained(findings, signature) {
    const { at, lines, unanswered } = findings;
    if (at !== null) {
        const nothing = lines === 0 ? ', so this is no recording, or its beginning was changed' : '';
        return `line ${at.line} (event ${at.seq}) is not as it was recorded: ${at.what}${nothing}`;
    }
    if (lines === 0)
        return 'there is no whole line in it: the recorder had only begun, or everything was cut off';
    const open = unanswered === 0 ? '' : `; the end of ${unanswered} allowed operation${unanswered === 1 ? '' : 's'} is not known`;
    if (!findings.isEnded)
        return `${endless(findings)}${open}`;
    const whole = `all ${lines} lines follow each other and the counts agree`;
    if (signature.kind === 'good')
        return `${whole}, and ${signature.by} signed exactly this file${open}`;
    if (signature.kind === 'bad')
        return `${whole}, but ${envelopeFault(signature.what)}`;
    return `${whole}; ${unsigned(findings, signature)}${open}`;
}
function endless({ lines, isTorn, vouched }) {
    const torn = isTorn ? ' and the last one is cut off' : '';
    const first = vouched === null ? '' : `; ${vouched.by} vouches for the first ${vouched.lines} of them`;
    return `the ${lines} lines that are there follow each other, but the closing line is missing${torn}: the gate ended before the session did, or the end was removed${first}`;
}
function unsigned({ vouched, strangers, keysGiven }, signature) {
    if (signature.kind === 'unknown')
        return `${signature.why}, so nobody whom you trust vouches for it`;
    const keys = signature.kind === 'stranger' ? signature.keyIds : strangers;
    if (vouched !== null)
        return `${vouched.by} signed lines in it, but the envelope that signs the whole file is not there: its outcome is not vouched for`;
    if (keys.length === 0)
        return `it is not signed, so nobody vouches that it was not written anew${keysGiven > 0 ? ', and the keys given have nothing to check' : ''}`;
    const by = `it carries a signature by the key ${keys.slice(0, MAX_STRANGERS).map(short).join(', ')}`;
    return `${by}, which ${keysGiven > 0 ? 'is none of those that you trust' : 'was not checked: give the keys that you trust with `--key FILE`'}, so nobody vouches for it`;
}
function envelopeFault(what) {
    return what.startsWith('the envelope') ? what : `the envelope beside it is not as it was made: ${what}`;
}
function short(keyId) {
    // Match "0f3a…", miss "`; rm": what a hostile file says of a key is shown as hexadecimal or not at all.
    return /^[0-9a-f]{16,}$/.test(keyId) ? `\`${keyId.slice(0, 16)}\`` : 'of no name';
}


/***/ }),

/***/ 72211:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ Verifier)
});

;// CONCATENATED MODULE: ./lib/record/bit-set.js
// SPDX-License-Identifier: Apache-2.0
//
// A growing set of small numbers, one bit each: a million operations cost 125 KB. Refuses negative numbers by never being asked.
/** A set of natural numbers. */
class BitSet {
    #bytes = new Uint8Array(1024);
    has(number) {
        return ((this.#bytes[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0;
    }
    add(number) {
        const index = number >>> 3;
        if (index >= this.#bytes.length) {
            const grown = new Uint8Array(Math.max(index + 1, this.#bytes.length * 2));
            grown.set(this.#bytes);
            this.#bytes = grown;
        }
        this.#bytes[index] = this.#bytes[index] | (1 << (number & 7));
    }
}

// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: ./lib/record/shapes.js
var shapes = __webpack_require__(16687);
// EXTERNAL MODULE: ./lib/record/trust.js
var trust = __webpack_require__(6275);
// EXTERNAL MODULE: ./lib/record/verdict.js
var verdict = __webpack_require__(4164);
;// CONCATENATED MODULE: ./lib/record/verifier.js





/** The order in which signatures count. */
const WEIGHT = ['bad', 'good', 'unknown', 'stranger'];
/** Operations may be numbered without being recorded when an event is too long for a line; more of them than this is no recorder's work. */
const MAX_SKIPPED_OPERATIONS = 1_000_000;
/** Feed it every line in order, then ask for the verdict. */
class Verifier {
    #lines = 0;
    #prev = chain/* FIRST_PREV */.ZF;
    #before = null;
    #torn = false;
    #at = null;
    #header = null;
    /** What seals have to be about: the session, and the key that the first line names; one of an early version says nothing of a key. */
    #sealing = { session: '' };
    #end = null;
    /** Keys that signed and are not trusted; a few of them. */
    #strangers = new Set();
    #vouched = null;
    #keys;
    #operation = 0;
    #allowed = new BitSet();
    #answered = new BitSet();
    #counts = { connections: 0, refused: 0, gate: 0, operations: { allow: 0, review: 0, deny: 0 }, done: { ok: 0, failed: 0, unknown: 0 }, unanswered: 0 };
    constructor(keys = new trust/* TrustedKeys */.qK([])) {
        this.#keys = keys;
    }
    /** True once something is wrong: later lines are not judged any more. */
    get altered() {
        return this.#at !== null;
    }
    /** Lines that are as they were recorded. */
    get lines() {
        return this.#lines;
    }
    /** The first line, once it was read. */
    get header() {
        return this.#header;
    }
    /** Judges the next line; returns it when it is a whole line of a recording, in its right place or not: nobody judges one that was cut off, so nobody tells it. */
    see({ bytes, terminated, overlong }) {
        const parsed = overlong ? { kind: 'wrong', what: 'it is longer than any recorder writes' } : (0,shapes/* parseLine */.A)(bytes);
        if (this.#at === null) {
            if (this.#end !== null)
                this.#alter('it stands after the closing line');
            // Only the last line of a file can lack its line feed: a write that was cut off.
            else if (!terminated && !overlong)
                this.#torn = true;
            else if (parsed.kind === 'no-json')
                this.#alter('it is not JSON');
            else if (parsed.kind === 'wrong')
                this.#alter(parsed.what);
            else
                this.#judge(parsed.line, bytes);
        }
        return parsed.kind === 'line' && terminated ? parsed.line : null;
    }
    /** The verdict on what was seen. `signatures`: what those that lie beside the file are worth; `sha256`: of all its bytes, hex. */
    verdict(beside = { signatures: [], sha256: '' }) {
        const signature = this.#signature(beside);
        const own = this.#at !== null ? 'altered' : this.#end === null ? 'incomplete' : 'unsigned';
        const state = own !== 'unsigned' ? own : signature.kind === 'good' ? 'signed' : signature.kind === 'bad' ? 'altered' : 'unsigned';
        const signed = state === 'signed' && signature.kind === 'good' ? signature : null;
        return {
            state, explanation: (0,verdict/* explained */.to)({ at: this.#at, lines: this.#lines, isEnded: this.#end !== null, isTorn: this.#torn, unanswered: this.#counts.unanswered, vouched: this.#vouched, strangers: [...this.#strangers], keysGiven: this.#keys.size }, signature), at: this.#at, header: this.#header, end: this.#end, signedBy: signed?.keyId ?? null, signedThrough: signed?.through ?? null,
            counts: { lines: this.#lines, ...structuredClone(this.#counts) },
        };
    }
    // One that does not fit outweighs one that does; one that is believed, those that are not.
    #signature({ signatures, sha256 }) {
        const found = signatures.map((one) => (one.kind === 'good' ? this.#fitting(one, sha256) : one));
        return WEIGHT.flatMap((kind) => found.filter((one) => one.kind === kind))[0] ?? { kind: 'none' };
    }
    #fitting({ statement, ...signer }, sha256) {
        if (statement.subject[0].digest.sha256 === sha256)
            return signer;
        const session = this.#header?.session;
        const other = session !== undefined && statement.predicate.session !== session;
        return { kind: 'bad', what: other ? `the envelope beside it is signed for another session, \`${statement.predicate.session}\`` : `the envelope beside it is signed by ${signer.through === 'key' ? 'a key that you trust' : 'whom you expect'}, for a file with other bytes` };
    }
    #judge(line, bytes) {
        const fault = this.#placeFault(line) ?? this.#contentFault(line, bytes);
        if (fault !== null) {
            this.#alter(fault);
            return;
        }
        this.#lines += 1;
        this.#prev = (0,chain/* lineHash */.Hw)(bytes);
        this.#before = line;
    }
    #placeFault(line) {
        if (line.prev !== this.#prev)
            return this.#lines === 0 ? 'it does not begin a chain' : verdict/* CHAIN_BROKEN */.oO;
        if (line.seq !== this.#lines)
            return `it is numbered ${line.seq} where ${this.#lines} comes next`;
        if ((line.type === 'session') !== (this.#lines === 0))
            return this.#lines === 0 ? 'a recording begins with its session line' : 'a session line stands only at the beginning';
        return null;
    }
    #contentFault(line, bytes) {
        switch (line.type) {
            case 'session':
                this.#header = line;
                this.#sealing = line;
                return null;
            case 'decided':
                return this.#decided(line);
            case 'done':
                return this.#done(line);
            case 'checkpoint':
                return this.#sealed(line);
            case 'end':
                return this.#ended(line, bytes);
            case 'connection':
                this.#counts.connections += 1;
                return null;
            case 'refused':
                this.#counts.refused += 1;
                return null;
            case 'gate':
                this.#counts.gate += 1;
                return null;
            case 'disconnected':
            case 'prompt':
            case 'tool':
            case 'tool-result':
            case 'approval':
            case 'output':
                return null;
        }
    }
    #decided({ operation, decision, seq }) {
        if (operation <= this.#operation)
            return `operation ${operation} is decided after operation ${this.#operation}`;
        if (operation > seq + MAX_SKIPPED_OPERATIONS)
            return `operation ${operation} can not come this early`;
        this.#operation = operation;
        this.#counts.operations[decision] += 1;
        if (decision === 'allow') {
            this.#allowed.add(operation);
            this.#counts.unanswered += 1;
        }
        return null;
    }
    #done({ operation, outcome }) {
        if (operation < 1 || operation > this.#operation)
            return `operation ${operation} is done without having been decided`;
        if (this.#answered.has(operation))
            return `operation ${operation} is done twice`;
        this.#answered.add(operation);
        const isAllowed = this.#allowed.has(operation);
        // A refused operation was counted as that; that it then "failed" is no news.
        if (isAllowed || outcome !== 'failed')
            this.#counts.done[outcome] += 1;
        if (isAllowed)
            this.#counts.unanswered -= 1;
        return null;
    }
    #sealed({ count, head, key, signature }) {
        if (count !== this.#lines)
            return `it says that ${count} lines stand before it, and there are ${this.#lines}`;
        if (head !== this.#prev)
            return 'its head is not the hash of the line before it';
        const { session, key: meant } = this.#sealing;
        if (meant !== undefined && meant !== key)
            return 'it is not signed with the key that the first line names';
        if (signature === null)
            return meant === undefined || meant === null ? null : 'its signature was taken out';
        const worth = this.#keys.seal({ session, count, head }, key, signature);
        if (worth === 'bad')
            return 'its signature, said to be of a key that you trust, does not fit the lines before it';
        if (worth === 'good')
            this.#vouched = { lines: count, by: this.#keys.behind(key) };
        else if (this.#strangers.size < verdict/* MAX_STRANGERS */.XF)
            this.#strangers.add(key ?? '?');
        return null;
    }
    // No later line covers this one, so each of its bytes must follow from the lines before it or be the only one possible.
    #ended(line, bytes) {
        const { allow, review, deny } = this.#counts.operations;
        const fault = this.#sealed(line);
        if (fault !== null)
            return fault;
        if (line.operations.allow !== allow || line.operations.review !== review || line.operations.deny !== deny)
            return 'its counts of operations are not those of the lines before it';
        if (this.#before?.type !== 'checkpoint' || this.#before.at !== line.at)
            return 'it does not belong to the checkpoint before it';
        if (!isPlain(line, bytes))
            return 'it is not written as a recorder writes it';
        this.#end = line;
        return null;
    }
    #alter(what) {
        this.#at = { line: this.#lines + 1, seq: this.#lines, what };
    }
}
const END_FIELDS = Object.keys(shapes/* SHAPES */.H.end).join();
const COUNT_FIELDS = Object.keys(shapes/* SHAPES */.H.end.operations.fields).join();
// Whether the line's bytes are the one way to write it: its fields and no others, in their order, no white space, no needless escapes.
function isPlain(line, bytes) {
    return Object.keys(line).join() === END_FIELDS && Object.keys(line.operations).join() === COUNT_FIELDS && JSON.stringify(line) === bytes.toString('utf8');
}


/***/ }),

/***/ 68932:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ verifyRecording)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26441);
/* harmony import */ var _keyless_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56215);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71334);
/* harmony import */ var _session_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99435);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6275);
/* harmony import */ var _verifier_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72211);
// SPDX-License-Identifier: Apache-2.0
//
// `session verify`: reads a recording once, at flat memory, and says what it is worth. Refuses to trust anything but the file's own
// arithmetic and the keys that the verifier brings.








const LINE_FEED = Buffer.from('\n');
/** The verdict on a file (by path) or a stream. Throws INPUT_INVALID when it, or a key, can't be read at all, never for what is in it. */
async function verifyRecording(source, options = {}) {
    const file = typeof source === 'string' ? source : null;
    const certified = await certifiedKey(file, options);
    const keys = new _trust_js__WEBPACK_IMPORTED_MODULE_6__/* .TrustedKeys */ .qK(options.keys ?? [], certified?.kind === 'good' ? certified : null);
    const verifier = new _verifier_js__WEBPACK_IMPORTED_MODULE_7__/* .Verifier */ .B(keys);
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .readLines */ .S)(source)) {
        verifier.see(line);
        if (verifier.altered)
            break;
        hash.update(line.bytes);
        if (line.terminated)
            hash.update(LINE_FEED);
    }
    const beside = await besideOf(file, { keys, options });
    return verifier.verdict({ signatures: certified === null || certified.kind === 'good' ? beside : [...beside, certified], sha256: hash.digest('hex') });
}
// The key that the session was given when it began, by somebody whom this verifier expects; null: nobody is expected, or there is none.
async function certifiedKey(file, { bundle }) {
    const path = bundle?.keyPath ?? (file === null ? null : file + _session_key_js__WEBPACK_IMPORTED_MODULE_5__/* .KEY_BUNDLE_SUFFIX */ .BB);
    const trust = bundle?.trust ?? null;
    const text = trust === null || path === null ? null : await textAt(path);
    if (text === null || trust === null)
        return null;
    return typeof text === 'string' ? (await __webpack_require__.e(/* import() */ 9393).then(__webpack_require__.bind(__webpack_require__, 69393))).judgeKeyBundle(text, trust) : text;
}
// What an envelope and a bundle are worth: a recording may have both, and a verifier may believe either.
async function besideOf(file, { keys, options }) {
    const { envelope = file === null ? null : file + _envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .ENVELOPE_SUFFIX */ .bO, bundle = file === null ? null : { path: file + _keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_SUFFIX */ .Zf, trust: null } } = options;
    const worths = [await worthAt(bundle?.path ?? null, (text) => bundleWorth(text, bundle?.trust ?? null)), await worthAt(envelope, (text) => keys.envelope(text))];
    return worths.filter((worth) => worth !== null);
}
async function worthAt(path, judge) {
    const text = path === null ? null : await textAt(path);
    return typeof text === 'string' ? judge(text) : text;
}
async function bundleWorth(text, trust) {
    if (trust === null)
        return { kind: 'unknown', why: 'the bundle of Sigstore beside it was not checked: give `--trusted-root`, `--identity` and `--issuer`' };
    // The libraries for bundles are loaded by who has one.
    return (await __webpack_require__.e(/* import() */ 9393).then(__webpack_require__.bind(__webpack_require__, 69393))).judgeBundle(text, trust);
}
// Null: there is none.
async function textAt(path) {
    let file;
    try {
        file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    }
    catch (thrown) {
        return thrown.code === 'ENOENT' ? null : { kind: 'bad', what: 'it can not be read' };
    }
    try {
        const bytes = Buffer.alloc(_trust_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_ENVELOPE_BYTES */ .ud + 1);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
        return bytesRead > _trust_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_ENVELOPE_BYTES */ .ud ? { kind: 'bad', what: 'it is longer than any envelope' } : bytes.toString('utf8', 0, bytesRead);
    }
    catch {
        return { kind: 'bad', what: 'it can not be read' };
    }
    finally {
        await file.close();
    }
}


/***/ })

};
