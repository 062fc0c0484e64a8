export const id = 5802;
export const ids = [5802];
export const modules = {

/***/ 25802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
// EXTERNAL MODULE: ./lib/proxy/postgres/body.js
var body = __webpack_require__(60912);
// EXTERNAL MODULE: ./lib/proxy/postgres/conversation.js
var postgres_conversation = __webpack_require__(56059);
// EXTERNAL MODULE: ./lib/proxy/postgres/fatal.js
var fatal = __webpack_require__(17780);
// EXTERNAL MODULE: ./lib/proxy/postgres/frames.js
var postgres_frames = __webpack_require__(20466);
// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
// EXTERNAL MODULE: ./lib/proxy/postgres/messages.js
var messages = __webpack_require__(12464);
// EXTERNAL MODULE: ./lib/proxy/postgres/scram.js + 1 modules
var scram = __webpack_require__(16948);
// EXTERNAL MODULE: ./lib/proxy/postgres/startup.js
var startup = __webpack_require__(45915);
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
        const settle = (0,postgres_conversation/* deadline */.nl)(client, { milliseconds: limits/* HANDSHAKE_DEADLINE_MS */.Uz, what: 'the first message', runtime, signal: this.#closing.signal });
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
            (0,postgres_conversation/* farewell */.Bg)(client, (0,fatal/* fatal */.h)(thrown), runtime);
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
        const settle = (0,postgres_conversation/* deadline */.nl)(raw, { milliseconds: limits/* UPSTREAM_DEADLINE_MS */.G7, what: 'connecting to the gateway', runtime, signal: this.#closing.signal });
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
    const reader = new postgres_frames/* FrameReader */.tS({ maxFrameBytes: limits/* MAX_STARTUP_BYTES */.$w, startup: true });
    const conversation = new postgres_conversation/* Conversation */.sy(client, reader, 'the client');
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
    const reader = new postgres_frames/* FrameReader */.tS({ maxFrameBytes: limits/* MAX_SERVER_HANDSHAKE_BYTES */.Fl });
    const conversation = new postgres_conversation/* Conversation */.sy(gateway, reader, 'the gateway');
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
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
    return /CERT|SIGNATURE|ISSUER|ERR_TLS/u.test(code);
}
// Trying again would not make it any better, so that is said at once.
function distrusted(origin, cause) {
    return new errors/* GateError */.ue('UPSTREAM_FAILED', `the certificate of \`${origin}\` is not one to trust: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'name the authority that signed it with the input `gateway-ca`; if that is so already, somebody may be in between', cause });
}
/** A `fetch` that trusts `ca` (PEM) alone; null: Node's own list. Bodies are texts. */
function pinnedFetch(ca, runtime = core_runtime/* systemRuntime */.gh) {
    return async (url, init = {}) => {
        try {
            // Plain http is for loopback; whoever calls has checked that.
            if (ca === null || url.startsWith('http:'))
                return await runtime.fetch(url, init);
            const body = typeof init.body === 'string' ? init.body : null;
            return await (0,https/* fetchTrusting */.Z)(url, { method: init.method ?? 'GET', headers: Object.fromEntries(new Headers(init.headers)), body, ca, signal: init.signal ?? null });
        }
        catch (thrown) {
            const cause = typeof thrown === 'object' && thrown !== null && 'cause' in thrown && thrown.cause !== undefined ? thrown.cause : thrown;
            throw isDistrust(cause) ? distrusted(new URL(url).origin, cause) : thrown;
        }
    };
}

// EXTERNAL MODULE: ./lib/host/environment.js
var environment = __webpack_require__(48647);
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
    const host = (0,detect/* detectHost */.k)(world.environment, { stdout: () => undefined, stderr: () => undefined }, core_runtime/* systemRuntime */.gh);
    const ca = caFile === null ? null : await readAuthority(caFile);
    const runtime = { ...core_runtime/* systemRuntime */.gh, fetch: pinnedFetch(ca) };
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
        await (0,promises_.mkdir)(sessionDir, { recursive: true, mode: 0o700 });
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
    const forwarder = world.forwarders.get(place) ?? (await Forwarder.listen({ to: { host, port, tls }, ca: world.ca, runtime: core_runtime/* systemRuntime */.gh, log: world.log }));
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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


/***/ })

};
