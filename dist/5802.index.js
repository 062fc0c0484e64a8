export const id = 5802;
export const ids = [5802,1490];
export const modules = {

/***/ 75664:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ newProofKey),
/* harmony export */   Gr: () => (/* binding */ verifyProof),
/* harmony export */   Jn: () => (/* binding */ usedBefore),
/* harmony export */   P8: () => (/* binding */ PROOF_KEPT_MS),
/* harmony export */   Qs: () => (/* binding */ ProofMemory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66613);
// SPDX-License-Identifier: Apache-2.0
//
// Proof of possession (DPoP) for the gateway's API: the half that signs, for the job, and the half that verifies, for the gateway, so that
// the two can't differ. Refuses what it does not know: algorithms, private keys in a proof, members named twice, proofs of other requests.
// @see https://www.rfc-editor.org/rfc/rfc9449



/** Source: our own proofs have 450 characters; an ES256 one with long URLs twice as many. */
const MAX_PROOF_CHARS = 4096;
/** How far the clocks of a job and of the gateway may disagree. */
const WINDOW_SECONDS = 120;
/** How long a proof's id is remembered: as long as it could be shown, twice over. */
const PROOF_KEPT_MS = 2 * WINDOW_SECONDS * 1000;
/** Proofs remembered within that time; a proof more is refused, never forgotten early. */
const MAX_REMEMBERED = 200_000;
const MAX_ID_CHARS = 128;
/** A fresh Ed25519 key. */
function newProofKey(runtime) {
    const { privateKey, publicKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const { x } = publicKey.export({ format: 'jwk' });
    const jwk = { kty: 'OKP', crv: 'Ed25519', x };
    const header = encoded({ typ: 'dpop+jwt', alg: 'EdDSA', jwk });
    return {
        thumbprint: thumbprintOf(jwk),
        prove({ method, url, token }) {
            const claims = { jti: runtime.random(16).toString('base64url'), htm: method, htu: withoutQuery(url), iat: Math.floor(runtime.now() / 1000), ath: hashOf(token) };
            const input = `${header}.${encoded(claims)}`;
            return `${input}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, Buffer.from(input), privateKey).toString('base64url')}`;
        },
    };
}
/**
 * Verifies the header `DPoP` of a request. Throws IDENTITY_UNTRUSTED. Not yet claimed: verify the token that it is for, then
 * `ProofMemory.claim` it, so that strangers can't fill the memory.
 */
function verifyProof(proof, request, runtime) {
    if (proof === undefined || proof === '')
        throw refused('the request has no `DPoP` header', 'send a proof (RFC 9449) made with the key of this job');
    const [header = '', payload = '', signature = '', ...more] = proof.length > MAX_PROOF_CHARS ? [] : proof.split('.');
    const head = decoded(header);
    const claims = decoded(payload);
    if (head === null || claims === null || signature === '' || more.length > 0)
        throw refused('what the header `DPoP` holds is no proof', 'send one signed JWT of type `dpop+jwt`');
    const { thumbprint, verified } = checkSignature(head, `${header}.${payload}`, signature);
    if (!verified)
        throw refused('the proof is not signed by the key that it names', 'sign it with the private half of its `jwk`');
    checkRequest(claims, request);
    const { iat, jti } = claims;
    if (typeof jti !== 'string' || jti === '' || jti.length > MAX_ID_CHARS)
        throw refused('the proof has no id (`jti`)', `give each proof an id of its own, up to ${MAX_ID_CHARS} characters`);
    if (typeof iat !== 'number' || !(Math.abs(runtime.now() / 1000 - iat) <= WINDOW_SECONDS))
        throw refused(`the proof was not made within the last ${WINDOW_SECONDS} s`, "make one for each request, and compare this machine's clock with the gateway's");
    return { thumbprint, id: jti, issuedAt: iat * 1000 };
}
/** Remembers which proofs were used. Bounded: when it is full, new ones are refused. */
class ProofMemory {
    #runtime;
    #max;
    /** When each may be forgotten, in the order of use; all are kept equally long, so the oldest come first. */
    #used = new Map();
    constructor(runtime, max = MAX_REMEMBERED) {
        this.#runtime = runtime;
        this.#max = max;
    }
    /** Uses up a proof. Throws IDENTITY_UNTRUSTED the second time, LIMIT_EXCEEDED when too many are remembered. */
    claim(proof) {
        const now = this.#runtime.monotonicMs();
        for (const [used, until] of this.#used) {
            if (until > now)
                break;
            this.#used.delete(used);
        }
        const name = `${proof.thumbprint} ${proof.id}`;
        if (this.#used.has(name))
            throw usedBefore();
        if (this.#used.size >= this.#max)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('LIMIT_EXCEEDED', 'too many requests within a short time', { hint: `try again in ${WINDOW_SECONDS} s` });
        this.#used.set(name, now + PROOF_KEPT_MS);
    }
}
/** IDENTITY_UNTRUSTED for a proof that comes a second time. */
function usedBefore() {
    return refused('the proof was used before', 'make a new one for each request, also when it is tried again');
}
function checkSignature(head, input, signature) {
    const strange = Object.keys(head).find((name) => !['typ', 'alg', 'jwk'].includes(name));
    if (head['typ'] !== 'dpop+jwt' || strange !== undefined)
        throw refused('what the header `DPoP` holds is not of type `dpop+jwt`', 'its header has `typ`, `alg` and `jwk`, and nothing else');
    const jwk = head['jwk'];
    const thumbprint = typeof jwk === 'object' && jwk !== null ? thumbprintOf(jwk) : null;
    const curve = thumbprint === null ? null : jwk.crv;
    const { alg } = head;
    if (thumbprint === null || !(curve === 'P-256' ? alg === 'ES256' : alg === 'EdDSA' || alg === 'Ed25519')) {
        throw refused('the proof is not made with a key that is taken here', 'sign with `EdDSA` (Ed25519) or `ES256` (P-256), and put only the public half into `jwk`');
    }
    const key = publicKey(jwk);
    const bytes = Buffer.from(signature, 'base64url');
    const verified = key !== null && (curve === 'P-256' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }, bytes) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.from(input), key, bytes));
    return { thumbprint, verified };
}
function checkRequest(claims, { method, url, token }) {
    if (claims['htm'] !== method)
        throw refused('the proof is for another method (`htm`)', `make one for \`${method}\``);
    if (claims['htu'] !== withoutQuery(url))
        throw refused('the proof is for another address (`htu`)', `call the gateway \`${withoutQuery(url)}\`, as its operator wrote its address`);
    if (claims['ath'] !== hashOf(token))
        throw refused('the proof is for another token (`ath`)', 'make one with the SHA-256 of the very token that is sent with it');
}
function publicKey(jwk) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: jwk, format: 'jwk' });
    }
    catch {
        return null;
    }
}
// The members that RFC 7638 names, in its order; null when it is no public key of a kind that is taken, or holds more than that.
function thumbprintOf(jwk) {
    const members = jwk['kty'] === 'OKP' && jwk['crv'] === 'Ed25519' ? ['crv', 'kty', 'x'] : jwk['kty'] === 'EC' && jwk['crv'] === 'P-256' ? ['crv', 'kty', 'x', 'y'] : null;
    if (members === null || Object.keys(jwk).some((name) => !members.includes(name) && !['alg', 'use', 'kid'].includes(name)))
        return null;
    // Canonical base64url only: one key has one thumbprint.
    if (!['x', ...(members.includes('y') ? ['y'] : [])].every((name) => canonical(jwk[name], 32)))
        return null;
    return hashOf(JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]]))));
}
function canonical(text, bytes) {
    if (typeof text !== 'string')
        return false;
    const read = Buffer.from(text, 'base64url');
    return read.length === bytes && read.toString('base64url') === text;
}
function withoutQuery(url) {
    const cut = url.search(/[?#]/u);
    return cut === -1 ? url : url.slice(0, cut);
}
function hashOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64url');
}
function encoded(value) {
    return Buffer.from(JSON.stringify(value)).toString('base64url');
}
function decoded(part) {
    const bytes = Buffer.from(part, 'base64url');
    return bytes.toString('base64url') === part ? (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readObject */ .A)(bytes) : null;
}
function refused(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('IDENTITY_UNTRUSTED', message, { hint });
}


/***/ }),

/***/ 41490:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchTrusting: () => (/* binding */ fetchTrusting)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
// SPDX-License-Identifier: Apache-2.0
//
// One HTTPS request to a server whose certificate an authority of one's own has signed: what `fetch` can't be told in Node 20. Trusts that
// authority alone; refuses to follow redirects, to reuse connections and to look at proxy variables.


/** The answer, its body still to be read. Rejects with what Node says when there is none. */
function fetchTrusting(url, init) {
    return new Promise((resolve, reject) => {
        const length = init.body === null ? {} : { 'content-length': String(Buffer.byteLength(init.body)) };
        const request = (0,node_https__WEBPACK_IMPORTED_MODULE_0__.request)(url, { method: init.method, headers: { ...init.headers, ...length }, ca: init.ca, agent: false, minVersion: 'TLSv1.2', ...(init.signal === null ? {} : { signal: init.signal }) });
        request.once('error', (error) => reject(init.signal?.aborted === true && init.signal.reason instanceof Error ? init.signal.reason : error));
        request.once('response', (message) => {
            const headers = new Headers();
            for (let at = 0; at + 1 < message.rawHeaders.length; at += 2)
                headers.append(message.rawHeaders[at], message.rawHeaders[at + 1]);
            // Node types the requests of a server and the answers of one alike: an answer has it.
            const status = message.statusCode;
            const bare = status === 204 || status === 205 || status === 304;
            if (bare)
                message.resume();
            resolve(new Response(bare ? null : node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.toWeb(message), { status, headers }));
        });
        request.end(init.body ?? undefined);
    });
}


/***/ }),

/***/ 82484:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ renewSession),
/* harmony export */   Mz: () => (/* binding */ gatewayAt),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   ky: () => (/* binding */ endSession)
/* harmony export */ });
/* harmony import */ var _core_dpop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75664);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62151);
/* harmony import */ var _refusal_messages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15991);
// SPDX-License-Identifier: Apache-2.0
//
// The job's side of the gateway's sessions: a token in, a session credential out; renewed and ended with the key that opened it. Refuses
// to believe more of an answer than its shape, and never repeats a token or credential, also not one that the gateway put into a message.
// @see docs/identity.md




/** Source: a session of a hundred resources has 20 KiB. */
const MAX_ANSWER_BYTES = 256 * 1024;
const TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:';
/** Reasons that a gateway may give for its own; whatever else it says is its failure. */
const CODES = ['INPUT_INVALID', 'POLICY_INVALID', 'IDENTITY_UNTRUSTED', 'DENIED', 'APPROVAL_PENDING', 'RECORD_FAILED', 'SECRET_UNAVAILABLE', 'FORGE_FAILED', 'STORE_FAILED', 'UPSTREAM_FAILED', 'LIMIT_EXCEEDED', 'INTERNAL'];
/** A gateway under its address, with a fresh key. Throws INPUT_INVALID when the address is not to be trusted. */
function gatewayAt(address, runtime) {
    const url = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_2__/* .trustworthyUrl */ .HG)(address);
    if (url.search !== '' || url.hash !== '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the gateway's address \`${(0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(address)}\` has a query or fragment`, { hint: 'write it as `https://HOST`, or `https://HOST/PATH`' });
    return { url: url.href.replace(/\/+$/u, ''), key: (0,_core_dpop_js__WEBPACK_IMPORTED_MODULE_0__/* .newProofKey */ .Ax)(runtime) };
}
/** Opens a session. `breakGlass`: why operations that need a review can't wait for it. Throws with the gateway's own code, message and hint; UPSTREAM_FAILED when it can't be asked. */
async function openSession(gateway, subject, runtime) {
    const { token, type, resources, breakGlass = null } = subject;
    const body = JSON.stringify({ subject_token: token, subject_token_type: `${TOKEN_TYPE}${type}`, resources, ...(breakGlass === null ? {} : { break_glass: breakGlass }) });
    const answer = await call(gateway, { method: 'POST', path: '/v1/sessions', proves: token, body }, runtime);
    const session = sessionIn(answer);
    if (breakGlass !== null && session.breakGlass === null)
        throw strange('a session under break-glass');
    return session;
}
/** Renews the lease; the new `expiresAt`. Throws IDENTITY_UNTRUSTED when the session has ended. */
async function renewSession(gateway, session, runtime) {
    const answer = await call(gateway, { method: 'POST', path: `/v1/sessions/${encodeURIComponent(session.id)}/renew`, proves: session.credential, bearer: session.credential }, runtime);
    return timeIn(answer, 'expires_at');
}
/** Ends the session, so that its credential is worth nothing any more, and says how it went. One that is over already is no failure; null: nobody knows it any more. */
async function endSession(gateway, session, runtime) {
    const answer = await call(gateway, { method: 'DELETE', path: `/v1/sessions/${encodeURIComponent(session.id)}`, proves: session.credential, bearer: session.credential, missingIsFine: true }, runtime);
    const { ended, operations } = answer;
    if (typeof ended !== 'string' || typeof operations !== 'object' || operations === null)
        return null;
    const count = (name) => {
        const value = operations[name];
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
            throw strange('the counts of a session');
        return value;
    };
    return { ended: (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(ended), operations: { allow: count('allow'), review: count('review'), deny: count('deny') } };
}
async function call({ url, key }, { method, path, proves, bearer, body, missingIsFine = false }, runtime) {
    const address = `${url}${path}`;
    const headers = () => ({
        accept: 'application/json', DPoP: key.prove({ method, url: address, token: proves }),
        ...(bearer === undefined ? {} : { authorization: `DPoP ${bearer}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    });
    const request = { url: address, method, headers, maxBytes: MAX_ANSWER_BYTES, ...(body === undefined ? {} : { body }) };
    const response = await (0,_core_http_js__WEBPACK_IMPORTED_MODULE_2__/* .sendDocument */ .Ag)(request, runtime);
    const document = await response.json().catch(() => null);
    const answer = typeof document === 'object' && document !== null && !Array.isArray(document) ? document : {};
    if (response.ok || (missingIsFine && (response.status === 404 || response.status === 410)))
        return answer;
    throw refusal(answer, response.status, { url, secrets: [proves, ...(bearer === undefined ? [] : [bearer])] });
}
function refusal(answer, status, from) {
    const text = (name) => {
        const value = answer[name];
        return typeof value === 'string' && value !== '' ? (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(from.secrets.reduce((said, secret) => said.replaceAll(secret, '(hidden)'), value)) : null;
    };
    const code = CODES.find((known) => known === answer['code']) ?? (status === 401 ? 'IDENTITY_UNTRUSTED' : status === 403 ? 'DENIED' : 'UPSTREAM_FAILED');
    const message = text('message');
    if (message === null)
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue(code, `the gateway \`${from.url}\` answers with status ${status}`, { hint: 'is this the address of an ostiary gateway? its log says more' });
    const hint = text('hint');
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue(code, `the gateway refuses: ${message}`, hint === null ? {} : { hint });
}
function sessionIn(answer) {
    const { id, credential, principal, resources, guide, observe_until: observeUntil, break_glass: broken } = answer;
    if (typeof id !== 'string' || typeof credential !== 'string' || !/^[A-Za-z0-9_-]{1,128}$/u.test(id) || !credential.startsWith(`ost1_${id}_`) || !Array.isArray(resources))
        throw strange('a session');
    return {
        id, credential, expiresAt: timeIn(answer, 'expires_at'), limitAt: timeIn(answer, 'limit_at'),
        principal: typeof principal === 'object' && principal !== null ? principal : {}, resources: resources.map(resourceIn),
        guide: typeof guide === 'string' ? guide : '', observeUntil: typeof observeUntil === 'string' ? (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(observeUntil) : null,
        breakGlass: brokenIn(broken),
    };
}
function brokenIn(value) {
    const { url, until } = (value ?? {});
    return typeof url === 'string' && typeof until === 'string' ? { url: (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(url), until: (0,_refusal_messages_js__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(until) } : null;
}
function resourceIn(value) {
    const { name, type, host, port, database, tls } = (value ?? {});
    if (typeof name !== 'string' || typeof type !== 'string' || typeof host !== 'string' || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535)
        throw strange('the resources of a session');
    return { name, type, host, port, database: typeof database === 'string' ? database : null, tls: tls !== false };
}
/** RFC 3339 in UTC, `2026-11-26T10:00:00Z`. */
function timeIn(answer, name) {
    const value = answer[name];
    const time = typeof value === 'string' ? Date.parse(value) : NaN;
    if (!Number.isFinite(time))
        throw strange(`\`${name}\``);
    return time;
}
function strange(what) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('UPSTREAM_FAILED', `the gateway's answer is not ${what} as this version knows it`, { hint: 'use the same version of ostiary here and at the gateway' });
}


/***/ }),

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

/***/ 25802:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRemoteGuard: () => (/* binding */ openRemoteGuard)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var core_runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/host/detect.js + 7 modules
var detect = __webpack_require__(27780);
// EXTERNAL MODULE: ./lib/identity/gateway.js
var identity_gateway = __webpack_require__(82484);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/body.js
var body = __webpack_require__(9987);
// EXTERNAL MODULE: ./lib/proxy/postgres/transport/conversation.js
var transport_conversation = __webpack_require__(88753);
// EXTERNAL MODULE: ./lib/proxy/postgres/client/fatal-error.js
var fatal_error = __webpack_require__(29841);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/frames.js
var protocol_frames = __webpack_require__(40613);
// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/messages.js
var messages = __webpack_require__(39555);
// EXTERNAL MODULE: ./lib/proxy/postgres/authentication/scram.js + 1 modules
var scram = __webpack_require__(40390);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/startup.js
var startup = __webpack_require__(44666);
;// CONCATENATED MODULE: ./lib/proxy/postgres/forwarder.js
// SPDX-License-Identifier: Apache-2.0
//
// A port on loopback that leads to the PostgreSQL door of a gateway, by TLS. It carries bytes and knows no secret: clients prove their
// session to the gateway by SCRAM, end to end. Since TLS ends here, it takes channel binding and bearer tokens out of the offer. Refuses to
// go on without TLS to anything but loopback, and every certificate but those of the authority given.











const LOOPBACK = '127.0.0.1';
const NO = Buffer.from('N');
/** The port. */
class Forwarder {
    #options;
    #server;
    #sockets = new Set();
    #closing = new AbortController();
    #port = 0;
    #opening = 0;
    /** Starts to listen on a free port. Throws INPUT_INVALID for plain text to anywhere but loopback. */
    static async listen(options) {
        const { host, tls } = options.to;
        const bare = host.replace(/^\[|\]$/gu, '');
        if (!tls && bare !== 'localhost' && bare !== '::1' && !((0,external_node_net_.isIP)(bare) === 4 && bare.startsWith('127.'))) {
            throw new errors/* GateError */.ue('INPUT_INVALID', `the gateway says that \`${host}\` is to be reached without TLS`, { hint: 'have its operator give the PostgreSQL listener a certificate' });
        }
        const forwarder = new Forwarder(options);
        await new Promise((resolve, reject) => forwarder.#server.once('error', reject).listen(0, LOOPBACK, resolve));
        forwarder.#port = forwarder.#server.address().port;
        return forwarder;
    }
    constructor(options) {
        this.#options = options;
        this.#server = (0,external_node_net_.createServer)({ pauseOnConnect: true, noDelay: true, keepAlive: true }, (socket) => void this.#serve(socket));
    }
    get port() {
        return this.#port;
    }
    /** Ends every connection. */
    async close() {
        const closed = new Promise((resolve) => this.#server.close(resolve));
        this.#closing.abort();
        for (const socket of this.#sockets)
            socket.destroy();
        await closed;
    }
    // The one catch of a connection.
    async #serve(client) {
        const { runtime, log } = this.#options;
        client.on('error', () => undefined);
        if (this.#opening >= limits/* MAX_HANDSHAKES */.Cw) {
            client.destroy();
            return;
        }
        this.#track(client);
        this.#opening += 1;
        const settle = (0,transport_conversation/* deadline */.nl)(client, { milliseconds: limits/* HANDSHAKE_DEADLINE_MS */.Uz, what: 'the first message', runtime, signal: this.#closing.signal });
        try {
            const first = await firstOf(client);
            const gateway = await this.#dial();
            gateway.write(first.raw);
            // A CancelRequest is answered by nothing.
            if ((0,startup/* readFirst */.vv)(first).kind === 'startup')
                await offered(client, gateway);
            join(client, gateway);
        }
        catch (thrown) {
            log.warn('a connection could not be forwarded to the gateway', { reason: (0,errors/* messageOf */.bD)(thrown) });
            (0,transport_conversation/* farewell */.Bg)(client, (0,fatal_error/* fatal */.h)(thrown), { runtime });
        }
        finally {
            settle();
            this.#opening -= 1;
        }
    }
    #track(socket) {
        this.#sockets.add(socket);
        socket.once('close', () => this.#sockets.delete(socket));
    }
    async #dial() {
        const { to, ca, runtime } = this.#options;
        const host = to.host.replace(/^\[|\]$/gu, '');
        const raw = (0,external_node_net_.connect)({ host, port: to.port, noDelay: true, keepAlive: true });
        raw.on('error', () => undefined);
        this.#track(raw);
        const settle = (0,transport_conversation/* deadline */.nl)(raw, { milliseconds: limits/* UPSTREAM_DEADLINE_MS */.G7, what: 'connecting to the gateway', runtime, signal: this.#closing.signal });
        try {
            await opened(raw, raw, 'connect');
            if (!to.tls)
                return raw;
            // Direct TLS: nothing in plain text comes before it, so nobody in between can add to it.
            const secure = (0,external_node_tls_.connect)({ socket: raw, host, ...((0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {}), ...(ca === null ? {} : { ca }), ALPNProtocols: ['postgresql'], minVersion: 'TLSv1.2', rejectUnauthorized: true });
            secure.on('error', () => undefined);
            this.#track(secure);
            await opened(secure, raw, 'secureConnect');
            return secure;
        }
        catch (cause) {
            raw.destroy();
            throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the gateway at \`${to.host}:${to.port}\` can not be reached: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
        }
        finally {
            settle();
        }
    }
}
// A client that would rather encrypt is told that there is no need to: this is loopback.
async function firstOf(client) {
    const reader = new protocol_frames/* FrameReader */.tS({ maxFrameBytes: limits/* MAX_STARTUP_BYTES */.$w, startup: true });
    const conversation = new transport_conversation/* Conversation */.sy(client, reader, 'the client');
    for (let asked = 0;; asked += 1) {
        const first = await conversation.frame();
        const { kind } = (0,startup/* readFirst */.vv)(first);
        // Nobody has anything to say before the first message is answered.
        if (reader.buffered > 0)
            throw new errors/* GateError */.ue('PROTOCOL_VIOLATION', 'the client sent more before its first message was answered', { hint: 'use a PostgreSQL client' });
        if (kind !== 'ssl' && kind !== 'gssenc')
            return first;
        if (asked >= 2)
            throw new errors/* GateError */.ue('PROTOCOL_VIOLATION', 'the client asks for encryption again and again', { hint: 'set PGSSLMODE=disable' });
        client.write(NO);
    }
}
// The gateway's messages up to the offer of SASL mechanisms, of which one passes: libpq takes an offer of channel binding without TLS for an
// attack, and a bearer token has no business on a plain connection.
async function offered(client, gateway) {
    const reader = new protocol_frames/* FrameReader */.tS({ maxFrameBytes: limits/* MAX_SERVER_HANDSHAKE_BYTES */.Fl });
    const conversation = new transport_conversation/* Conversation */.sy(gateway, reader, 'the gateway');
    for (;;) {
        const frame = await conversation.frame();
        const isOffer = frame.type === messages/* BACKEND */.th.authentication && new body/* BodyReader */.W(frame).int32() === messages/* AUTHENTICATION */.ti.sasl;
        client.write(isOffer ? (0,messages/* authenticationSasl */.MK)([scram/* SCRAM */.hA]) : frame.raw);
        if (isOffer || frame.type === messages/* BACKEND */.th.errorResponse)
            return;
    }
}
function opened(socket, raw, event) {
    return new Promise((resolve, reject) => {
        socket.once(event, resolve);
        socket.once('close', () => reject(socket.errored ?? raw.errored ?? new Error('it closed the connection')));
    });
}
function join(one, other) {
    for (const [from, to] of [[one, other], [other, one]]) {
        from.pipe(to);
        // What one side has said to its end is passed on before the other is closed.
        from.once('close', () => to.destroySoon());
    }
}

// EXTERNAL MODULE: ./lib/core/https.js
var https = __webpack_require__(41490);
;// CONCATENATED MODULE: ./lib/server/pinned-fetch.js
// SPDX-License-Identifier: Apache-2.0
//
// `fetch` for one authority of one's own: TLS is checked against the certificates that were given, and against nothing else. Refuses
// proxies, redirects and every other authority, whatever the environment says (NODE_EXTRA_CA_CERTS, NODE_TLS_REJECT_UNAUTHORIZED).



/** What Node calls certificates that it does not believe. Matches `SELF_SIGNED_CERT_IN_CHAIN`, `ERR_TLS_CERT_ALTNAME_INVALID`; misses `ECONNRESET`. */
function isDistrust(thrown) {
    return /CERT|SIGNATURE|ISSUER|ERR_TLS/u.test(codeOf(thrown));
}
function codeOf(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
}
/** What to do about it, where another authority is of no help. */
const WAYS = {
    ERR_TLS_CERT_ALTNAME_INVALID: 'write the input `gateway` with a name that the certificate has',
    CERT_HAS_EXPIRED: 'its operator has to renew it',
};
// Trying again would not make it any better, so that is said at once.
function distrusted(origin, cause) {
    const way = WAYS[codeOf(cause)] ?? 'name the authority that signed it with the input `gateway-ca`';
    return new errors/* GateError */.ue('UPSTREAM_FAILED', `the certificate of \`${origin}\` is not one to trust: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: `${way}; if that is so already, somebody may be in between`, cause });
}
/** A `fetch` that trusts `ca` (PEM) alone; null: Node's own list. Bodies are texts. */
function pinnedFetch(ca, runtime = core_runtime/* systemRuntime */.g) {
    return async (url, init = {}) => {
        try {
            // Plain http is for loopback; whoever calls has checked that.
            if (ca === null || url.startsWith('http:'))
                return await runtime.fetch(url, init);
            const body = typeof init.body === 'string' ? init.body : null;
            return await (0,https.fetchTrusting)(url, { method: init.method ?? 'GET', headers: Object.fromEntries(new Headers(init.headers)), body, ca, signal: init.signal ?? null });
        }
        catch (thrown) {
            const cause = typeof thrown === 'object' && thrown !== null && 'cause' in thrown && thrown.cause !== undefined ? thrown.cause : thrown;
            throw isDistrust(cause) ? distrusted(new URL(url).origin, cause) : thrown;
        }
    };
}

// EXTERNAL MODULE: ./lib/host/environment.js
var environment = __webpack_require__(48647);
// EXTERNAL MODULE: ./lib/main/folders.js
var folders = __webpack_require__(76196);
// EXTERNAL MODULE: ./lib/main/subject-token.js
var subject_token = __webpack_require__(56549);
;// CONCATENATED MODULE: ./lib/main/remote.js
// SPDX-License-Identifier: Apache-2.0
//
// `run --gateway`: the gate is elsewhere. Gets the job's token (or what a file holds), opens a session with a key that exists in this process only, keeps its
// lease, and leads COMMAND to the gateway by ports on loopback. Refuses to go on when the gateway has ended the session.











/** A lease is renewed when a third of it is over, so that two failures cost nothing. */
const RENEW_AFTER = 1 / 3;
const LEAST_WAIT_MS = 500;
const remote_LOOPBACK = '127.0.0.1';
/** Opens a session at a gateway; throws GateError, and then nothing is left open. */
async function openRemoteGuard(request, { url, caFile, subject }, world) {
    (0,environment/* refuseDangerousEnvironment */.AF)(world.environment, 'what the gate does');
    const host = (0,detect/* detectHost */.k)(world.environment, { stdout: () => undefined, stderr: () => undefined }, core_runtime/* systemRuntime */.g);
    const ca = caFile === null ? null : await readAuthority(caFile);
    const runtime = { ...core_runtime/* systemRuntime */.g, fetch: pinnedFetch(ca) };
    const gateway = (0,identity_gateway/* gatewayAt */.Mz)(url, runtime);
    const token = subject === null ? await host.idToken(request.audience) : await (0,subject_token/* readToken */.A)(subject.file);
    world.mask(token);
    const session = await (0,identity_gateway/* openSession */.fA)(gateway, { token, type: subject?.type ?? 'id_token', resources: request.resources, breakGlass: request.breakGlass }, runtime);
    world.mask(session.credential);
    if (session.breakGlass !== null)
        world.log.warn(`break-glass: what needs a review runs without one until ${session.breakGlass.until} (${session.breakGlass.url})`);
    const lease = new Lease(gateway, session, { runtime, log: world.log });
    const forwarders = new Map();
    try {
        const endpoints = [];
        for (const resource of session.resources)
            endpoints.push(await endpointOf(resource, session, { forwarders, ca, log: world.log }));
        const sessionDir = request.sessionDir ?? (0,external_node_path_.join)(host.defaultSessionDir(), session.id);
        await (0,folders/* makeFolder */.f)(sessionDir, 0o700);
        await (0,promises_.chmod)(sessionDir, 0o700);
        const started = { session: session.id, sessionDir, recording: null, endpoints, guide: session.guide, secretVariables: [], observeUntil: session.observeUntil };
        const lost = lease.lost.then(async (why) => {
            lease.stop();
            await closeAll(forwarders);
            return why;
        });
        const catalogOf = () => {
            throw new errors/* GateError */.ue('INTERNAL', 'the definitions of a database are at the gateway');
        };
        return { started, catalogOf, lost, seal: () => seal({ gateway, session, lease, forwarders, runtime }) };
    }
    catch (thrown) {
        lease.stop();
        await closeAll(forwarders);
        await (0,identity_gateway/* endSession */.ky)(gateway, session, runtime).catch(() => undefined);
        throw thrown;
    }
}
async function seal({ gateway, session, lease, forwarders, runtime }) {
    lease.stop();
    await closeAll(forwarders);
    const end = await (0,identity_gateway/* endSession */.ky)(gateway, session, runtime);
    if (end === null)
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the gateway does not know the session \`${session.id}\` any more`, { hint: 'its recording, and what was decided, are at the gateway' });
    if (end.ended !== 'job')
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the gateway had ended the session before the command did: ${end.ended}`, { hint: "the gateway's log says more" });
    return { ...end.operations, untold: [] };
}
async function closeAll(forwarders) {
    await Promise.allSettled([...forwarders.values()].map((forwarder) => forwarder.close()));
}
async function endpointOf(resource, session, world) {
    const { name, type, host, port, tls, database } = resource;
    if (type !== 'postgres')
        throw new errors/* GateError */.ue('INPUT_INVALID', `resource \`${name}\` is of type \`${type}\`, which this version can not use`, { hint: 'use the same version of ostiary here and at the gateway' });
    const place = `${host}:${port}`;
    const forwarder = world.forwarders.get(place) ?? (await Forwarder.listen({ to: { host, port, tls }, ca: world.ca, runtime: core_runtime/* systemRuntime */.g, log: world.log }));
    world.forwarders.set(place, forwarder);
    return { resource: name, type, host: remote_LOOPBACK, port: forwarder.port, user: session.id, password: session.credential, database: database ?? name, upstreamHost: null };
}
function readAuthority(file) {
    return (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the gateway's authority \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'name a PEM file with the input `gateway-ca`', cause });
    });
}
/** Keeps a session's lease for as long as the gateway grants it. */
class Lease {
    /** Why the session is over, when it is not us who ended it. */
    lost;
    #gateway;
    #session;
    #world;
    #expiresAt;
    #timer = null;
    #stopped = false;
    #lose = () => undefined;
    constructor(gateway, session, world) {
        this.#gateway = gateway;
        this.#session = session;
        this.#world = world;
        this.#expiresAt = session.expiresAt;
        this.lost = new Promise((resolve) => (this.#lose = resolve));
        this.#wait();
    }
    stop() {
        this.#stopped = true;
        this.#timer?.cancel();
    }
    #wait() {
        if (this.#stopped)
            return;
        const { runtime } = this.#world;
        this.#timer = runtime.after(Math.max((this.#expiresAt - runtime.now()) * RENEW_AFTER, LEAST_WAIT_MS), () => void this.#renew());
    }
    async #renew() {
        const { runtime, log } = this.#world;
        try {
            this.#expiresAt = await (0,identity_gateway/* renewSession */.KB)(this.#gateway, this.#session, runtime);
        }
        catch (thrown) {
            if (this.#stopped)
                return;
            const over = (thrown instanceof errors/* GateError */.ue && thrown.code === 'IDENTITY_UNTRUSTED') || runtime.now() >= this.#expiresAt;
            if (over) {
                this.#lose(`the session at the gateway can not go on: ${(0,errors/* messageOf */.bD)(thrown)}`);
                return;
            }
            log.warn(`the session at the gateway could not be renewed, and is tried again: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
        this.#wait();
    }
}


/***/ }),

/***/ 56549:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readToken),
/* harmony export */   K: () => (/* binding */ boundedFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Reads a token or an assertion that somebody puts into a file, or sends on standard input. Refuses what is empty, and more than any issuer
// writes.


/** A SAML assertion with its certificates has some 20 KiB. */
const MAX_TOKEN_BYTES = 256 * 1024;
/** The one token in a file (`-`: standard input). Throws INPUT_INVALID. */
async function readToken(file) {
    const text = await (file === '-' ? standardInput() : boundedFile(file)).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the token in \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}`, { cause, hint: 'name a file that holds one token and nothing else, at most 256 KiB' });
    });
    if (text.trim() === '')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `there is no token in \`${file}\``, { hint: 'name a file that holds one token and nothing else' });
    return text.trim();
}
/** A file of at most 256 KiB. */
async function boundedFile(file) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size > MAX_TOKEN_BYTES)
        throw new Error('it is too large');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
}
async function standardInput() {
    const parts = [];
    let size = 0;
    for await (const part of process.stdin) {
        size += part.length;
        if (size > MAX_TOKEN_BYTES)
            throw new Error('it is too large');
        parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
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


/***/ })

};
