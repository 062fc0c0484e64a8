export const id = 3526;
export const ids = [3526,1490];
export const modules = {

/***/ 12131:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ guardedUrl),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   cY: () => (/* binding */ urlVariable)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// The environment that COMMAND sees: its own, less everything that speaks for the job or knows the upstream, plus the guarded
// endpoints. Refuses collisions; never contains an upstream's address or credential.

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);
/** libpq reads these; whatever was set pointed somewhere else. @see https://www.postgresql.org/docs/current/libpq-envars.html */
const isLibpq = (name) => /^PG[A-Z]+$/.test(name) || name === 'DATABASE_URL';
/** Shorter values are too common to search for in other variables. */
const MIN_SECRET_LENGTH = 6;
/** `orders-db` becomes `OSTIARY_ORDERS_DB_URL`. */
function urlVariable(resource) {
    return `OSTIARY_${resource.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_URL`;
}
/** The guarded URL of an endpoint. */
function guardedUrl(endpoint) {
    return `postgres://${endpoint.user}:${endpoint.password}@${endpoint.host}:${endpoint.port}/${encodeURIComponent(endpoint.database)}?sslmode=disable`;
}
/** COMMAND's whole environment. Throws INPUT_INVALID on collisions and unknown resources. */
function childEnvironment(request) {
    const environment = cleaned(request);
    const urls = new Map();
    for (const endpoint of request.endpoints) {
        const name = urlVariable(endpoint.resource);
        const other = request.endpoints.find((candidate) => candidate !== endpoint && urlVariable(candidate.resource) === name);
        if (other !== undefined) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `resources \`${endpoint.resource}\` and \`${other.resource}\` would both be \`${name}\``, { hint: 'rename one in the policy' });
        }
        urls.set(endpoint.resource, guardedUrl(endpoint));
        environment[name] = guardedUrl(endpoint);
    }
    const only = request.endpoints.length === 1 ? request.endpoints[0] : undefined;
    if (only !== undefined)
        Object.assign(environment, libpqVariables(only));
    for (const { name, resource } of request.bindings)
        environment[name] = boundUrl(urls, name, resource);
    environment.OSTIARY_GUIDE = request.guide;
    return environment;
}
function libpqVariables(endpoint) {
    return {
        PGHOST: endpoint.host, PGPORT: String(endpoint.port), PGUSER: endpoint.user, PGPASSWORD: endpoint.password,
        PGDATABASE: endpoint.database, PGSSLMODE: 'disable', DATABASE_URL: guardedUrl(endpoint),
    };
}
function boundUrl(urls, name, resource) {
    const url = urls.get(resource);
    if (url === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`env\` gives ${name} the resource \`${resource}\`, which is not guarded in this run`, { hint: `guarded are: ${[...urls.keys()].join(', ')}` });
    }
    return url;
}
function cleaned(request) {
    // A credential may be `user:password`; the password alone is as good.
    const credentials = request.secretVariables.map((name) => request.base[name] ?? '');
    const secrets = credentials.flatMap((value) => [value, value.slice(value.indexOf(':') + 1)]).filter((value) => value.length >= MIN_SECRET_LENGTH);
    const hosts = request.endpoints.map((endpoint) => endpoint.upstreamHost).filter((host) => host !== null && !LOOPBACK.has(host));
    const withheld = new Set([...request.tokenVariables, ...request.secretVariables]);
    const kept = {};
    for (const [name, value] of Object.entries(request.base)) {
        if (value === undefined || withheld.has(name) || isLibpq(name) || name.startsWith('OSTIARY_'))
            continue;
        if ([...secrets, ...hosts].some((hidden) => value.includes(hidden)))
            continue;
        kept[name] = value;
    }
    return kept;
}


/***/ }),

/***/ 92522:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ guideText)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12131);

/** Conditions that hold for the whole run, so that the reader need not know them. */
const WHO_AND_WHERE = new Set(['principal', 'resource', 'environment', 'labels']);
/** The guide as Markdown, under two screens. */
function guideText(policy, resources) {
    const lines = ['# You are working behind Ostiary', '', 'Every statement is judged before it reaches the database, results come back masked, and all of it is recorded.', ''];
    for (const name of resources) {
        const resource = policy.resources[name];
        if (resource === undefined)
            continue;
        lines.push(`## ${name}`, '', `PostgreSQL${resource.environment === null ? '' : `, environment \`${resource.environment}\``}; connect with the URL in \`${(0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .urlVariable */ .cY)(name)}\`.`, '');
        const masks = policy.masks(name, []).map((mask) => `\`${mask.column}\``);
        if (masks.length > 0)
            lines.push(`Masked in results: ${masks.slice(0, 40).join(', ')}.`, '');
        lines.push(...rulesFor(policy, name), '');
    }
    lines.push('## When something is refused', '', 'A refusal is an ordinary error, SQLSTATE 42501; the connection lives on. Read its HINT:', '', '- `never`: no rule will allow it here. Do it another way.', '- `ask`: a person has to review it first; the hint says how. Do not try to get around it.', '- `rephrase`: the statement was not understood. Write it more plainly: no dynamic SQL, no unknown functions.', '', 'Do not write masked values (`[redacted]`, `a***@***.com`) back.', '');
    return lines.join('\n');
}
function rulesFor(policy, resource) {
    const relevant = policy.rules.filter((rule) => rule.pack === null && rule.decide !== null && appliesTo(rule, resource));
    const by = (decision) => relevant.filter((rule) => rule.decide === decision).slice(0, 20).map((rule) => `- ${describe(rule)}`);
    return [
        ...section('Allowed:', by('allow')), ...section('Needs a review:', by('review')), ...section('Denied:', by('deny')),
        `Anything else: ${policy.default === 'review' ? 'needs a review' : 'denied'}.`,
    ];
}
function section(title, lines) {
    return lines.length === 0 ? [] : [title, ...lines, ''];
}
function appliesTo(rule, resource) {
    const wanted = rule.match.resource;
    if (wanted === undefined)
        return true;
    return (Array.isArray(wanted) ? wanted : [wanted]).some((name) => name === resource || String(name).includes('*'));
}
function describe(rule) {
    const conditions = Object.entries(rule.match).filter(([key]) => !WHO_AND_WHERE.has(key)).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' or ') : String(value)}`);
    const why = rule.because === null ? '' : ` (${rule.because})`;
    return `${conditions.length === 0 ? 'everything' : conditions.join(', ')}${rule.when === null ? '' : `, when ${rule.when}`}${why}`;
}


/***/ }),

/***/ 82547:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12131);
/* harmony import */ var _run_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99529);
// SPDX-License-Identifier: Apache-2.0
//
// `run`: gives one command guarded access to production. Starts the gate as a process of its own, starts COMMAND with guarded
// endpoints only, seals the recording, and says how it went. Refuses to start COMMAND when anything before it failed (125).



/** Runs the verb; resolves with its exit code (core/errors.ts). Never throws. */
async function run(raw, argv, deps) {
    let prepared;
    try {
        prepared = await prepare(raw, argv, deps);
    }
    catch (thrown) {
        deps.gate.kill();
        tellFailure(thrown, deps.host);
        deps.host.output('outcome', 'error');
        return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.beforeStart;
    }
    return guarded(prepared, deps);
}
async function prepare(raw, argv, deps) {
    const { host } = deps;
    const inputs = (0,_run_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunInputs */ .Qd)(raw, argv, host.kind !== 'shell');
    const started = await deps.gate.start(inputs.request);
    // For the step after this one, which keeps the recording.
    if (started.recording !== null)
        host.saveState('recording', started.recording);
    if (started.observeUntil !== null)
        host.annotate('warning', `the policy only observes until ${started.observeUntil}: nothing is refused`);
    const environment = (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)({
        base: deps.environment, tokenVariables: host.tokenVariables, secretVariables: started.secretVariables,
        endpoints: started.endpoints, bindings: inputs.env, guide: await deps.writeGuide(started.guide),
    });
    const command = await deps.isolations[inputs.isolation].prepare({
        workspace: deps.workspace, mode: inputs.workspace, environment, sessionDir: started.sessionDir, closed: host.credentialFolders, secrets: host.tokenValues,
    });
    if (command.withheld.length > 0)
        host.log.warn(`left out of the command's copy, since they hold tokens of this job: ${command.withheld.map((path) => `\`${path}\``).join(', ')}`);
    return { inputs, started, command };
}
async function guarded({ inputs, started, command }, deps) {
    const { host, gate } = deps;
    const stop = new AbortController();
    let lost = null;
    void gate.lost.then((why) => {
        lost = why;
        stop.abort();
    });
    let code;
    let sealed = { allow: 0, review: 0, deny: 0, untold: [] };
    let patch = null;
    let fault = null;
    let began = false;
    try {
        code = await host.quarantine(() => deps.execute(command, inputs.request.command, stop.signal));
        began = true;
        patch = await command.collect();
    }
    catch (thrown) {
        code = began ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.beforeStart;
        fault = thrown;
    }
    try {
        if (lost === null)
            sealed = await gate.seal(fault === null ? code : null, inputs.onRefusal);
        else {
            fault ??= new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('RECORD_FAILED', `the gate ended before the command did: ${String(lost)}`, { hint: 'the recording is incomplete; run again' });
            // Whatever the command ended with, it was without its database, or ended by us.
            code = _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault;
        }
    }
    catch (thrown) {
        fault ??= thrown;
    }
    finally {
        await command.dispose().catch((thrown) => host.log.warn(`the isolated workspace is left behind: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`));
    }
    if (fault !== null)
        tellFailure(fault, host);
    for (const untold of sealed.untold)
        host.annotate('warning', untold);
    const outcome = outcomeOf({ code, sealed, onRefusal: inputs.onRefusal, faulty: fault !== null });
    await report({ outcome, started, sealed, patch }, host);
    return exitOf(outcome, code);
}
/** How a run went, from the command's code and the gate's counts. */
function outcomeOf(end) {
    if (end.faulty)
        return 'error';
    if (end.code !== 0)
        return 'failed';
    if (end.onRefusal === 'ignore')
        return 'ok';
    if (end.sealed.deny > 0)
        return 'denied';
    return end.sealed.review > 0 ? 'pending' : 'ok';
}
function exitOf(outcome, code) {
    switch (outcome) {
        case 'ok': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done;
        case 'failed': return code;
        case 'denied': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.denied;
        case 'pending': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.pending;
        case 'error': return code === 0 ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault : code;
        default: return outcome;
    }
}
async function report(end, host) {
    const { outcome, started, sealed, patch } = end;
    const outputs = { outcome, session: started.recording ?? started.session, allowed: sealed.allow, reviewed: sealed.review, denied: sealed.deny, patch: patch ?? '' };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, String(value));
    host.log.info(`session ${started.session}: ${outcome}; allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; recording ${started.recording ?? 'at the gateway'}${patch === null ? '' : `; the command changed files: ${patch} (not applied)`}`);
    // In a shell the line above is at hand; a job's page shows nothing of its log.
    if (host.kind !== 'shell' && sealed.deny + sealed.review > 0)
        host.annotate(outcome === 'ok' ? 'warning' : 'error', refusedOf(sealed));
    await host.summary(summaryOf(end));
}
function refusedOf({ deny, review }) {
    const told = [...(deny > 0 ? [`${deny} denied`] : []), ...(review > 0 ? [`${review} needing a review`] : [])];
    return `not everything was let through: ${told.join(', ')}: the log and the recording say which, under which rule, and what to do`;
}
function summaryOf({ outcome, started, sealed, patch }) {
    const resources = started.endpoints.map((endpoint) => `\`${endpoint.resource}\``).join(', ');
    return [
        `### Ostiary: ${outcome}`, '',
        '| session | resources | allowed | need review | denied |', '|---|---|---:|---:|---:|',
        `| \`${started.session}\` | ${resources} | ${sealed.allow} | ${sealed.review} | ${sealed.deny} |`, '',
        started.recording === null ? 'The recording is at the gateway, under the id of the session.' : `Recording: \`${started.recording}\`. Check it with \`ostiary session verify\`, read it with \`ostiary session replay\`.`,
        ...(patch === null ? [] : ['', `The command changed files: \`${patch}\` (not applied).`]), ...sealed.untold.flatMap((one) => ['', one]), '',
    ].join('\n');
}
function tellFailure(thrown, host) {
    const hint = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    host.annotate('error', `${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}${hint}`);
}


/***/ }),

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

/***/ 21771:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Runs a program to its end and collects what it printed. Refuses a shell: programs and arguments only, with the environment given
// in full by the caller.

/** Output kept of a program; more is a fault, since all callers expect little. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Between asking a program to end and ending it. */
const GRACE_MS = 2_000;
/** Runs it; throws INTERNAL when it can't be started, LIMIT_EXCEEDED when it prints too much or takes too long. */
function runProgram(request, runtime) {
    return new Promise((resolve, reject) => {
        const child = runtime.spawn(request.file, request.args, {
            cwd: request.cwd, env: request.environment, stdio: ['pipe', 'pipe', 'pipe'], ...request.owner,
        });
        const out = [];
        const err = [];
        let size = 0;
        const keep = (into) => (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT_BYTES) {
                child.kill('SIGKILL');
                reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` printed more than ${MAX_OUTPUT_BYTES} bytes`));
            }
            else
                into.push(chunk);
        };
        child.stdout?.on('data', keep(out));
        child.stderr?.on('data', keep(err));
        child.once('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${request.file}\` can not be started: ${error.message}`, { cause: error })));
        const { deadlineMs } = request;
        const timer = deadlineMs === undefined ? null : runtime.after(deadlineMs, () => {
            child.kill('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
            child.once('close', () => kill.cancel());
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` did not end within ${deadlineMs / 1000} s`));
        });
        child.once('close', (code) => {
            timer?.cancel();
            resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') });
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(request.input ?? '');
    });
}


/***/ }),

/***/ 93401:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

/***/ 31152:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ newSessionId),
/* harmony export */   a6: () => (/* binding */ newCredential)
/* harmony export */ });
/* unused harmony export hashOfCredential */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56371);
/* harmony import */ var _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1868);
/* harmony import */ var _proxy_postgres_authentication_scram_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40390);
// SPDX-License-Identifier: Apache-2.0
//
// Makes session credentials: `ost1_<session>_<secret>`, and what is kept of them. Refuses to keep the credential itself: its verifier and
// its hash recognise it and can't be turned back into it.




/** 192 bits: nobody guesses them, so a plain hash recognises them safely. */
const SECRET_BYTES = 24;
const SESSION_BYTES = 6;
/** A new id, `ost_` and twelve hex digits. */
function newSessionId() {
    return `ost_${_core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .g.random(SESSION_BYTES).toString('hex')}`;
}
/** A new credential of a session. */
async function newCredential(session) {
    const credential = `ost1_${session}_${_core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .g.random(SECRET_BYTES).toString('base64url')}`;
    return { credential, verifier: await (0,_proxy_postgres_authentication_scram_js__WEBPACK_IMPORTED_MODULE_3__/* .makeVerifier */ .v$)(credential, _core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .g.random(16), _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .SCRAM_ITERATIONS */ .Wp), hash: hashOfCredential(credential) };
}
/** What recognises a credential: hex SHA-256. */
function hashOfCredential(credential) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(credential).digest('hex');
}


/***/ }),

/***/ 93526:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gatewayVerb: () => (/* binding */ gatewayVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/policy/schema.js
var schema = __webpack_require__(35991);
// EXTERNAL MODULE: ./lib/policy/schema-words.js
var schema_words = __webpack_require__(62847);
;// CONCATENATED MODULE: ./lib/policy/gateway-schema.js
// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schema of the operator's file: a policy, and beside it where the gateway listens, whom it believes and where it keeps things.
// A data table. Refuses keywords that shape.ts does not know. Published as docs/schema/gateway-v1.json.


const DURATION = '^[1-9][0-9]{0,3}[smhd]$';
const ADDRESS = '^(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9.-]{1,253}):[0-9]{1,5}$';
const PATH = '^/';
const path = (description) => (0,schema_words/* text */.Qq)(description, { pattern: PATH });
const duration = (description) => (0,schema_words/* text */.Qq)(description, { pattern: DURATION });
const url = (description) => (0,schema_words/* text */.Qq)(description, { pattern: '^https?://[^ ?#]+$' });
const defs = {
    address: (0,schema_words/* text */.Qq)('`host:port`; `0.0.0.0:8443`, `[::]:8443`, `127.0.0.1:9464`.', { pattern: ADDRESS }),
    certificate: (0,schema_words/* closed */.$h)('Certificate and key of a listener, PEM files; read again on SIGHUP.', {
        cert: path('The certificate, with its chain.'),
        key: path('Its private key, readable for this user alone.'),
    }, ['cert', 'key']),
    listener: (0,schema_words/* closed */.$h)('Where to listen. Anything but loopback needs a certificate.', { address: (0,schema_words/* ref */.KR)('address'), tls: (0,schema_words/* ref */.KR)('certificate', 'Instead of `tls` of the whole file.') }, ['address']),
    postgres: (0,schema_words/* closed */.$h)('Where PostgreSQL clients connect: user = session id, database = resource.', {
        address: (0,schema_words/* ref */.KR)('address'),
        tls: (0,schema_words/* ref */.KR)('certificate', 'Instead of `tls` of the whole file.'),
        advertise: (0,schema_words/* ref */.KR)('address', 'What jobs are told to connect to. When left out: the host of `url`, and the port of `address`.'),
    }, ['address']),
    repositoryPolicy: (0,schema_words/* closed */.$h)('How to read the policy of the repository that a job belongs to. It can only tighten this file.', {
        token: (0,schema_words/* text */.Qq)('Where the reading token is: `file:/path`, `env:NAME`. GitHub: `contents: read`. GitLab: `read_api` and `read_repository`.'),
        api: url('Address of GitHub\'s API; `https://api.github.com`, or `https://HOST/api/v3`.'),
        path: (0,schema_words/* text */.Qq)('Where it lies in the repository.', { pattern: '^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$' }),
    }, ['token']),
    issuer: (0,schema_words/* closed */.$h)('Somebody whose tokens or assertions are believed.', {
        kind: { type: 'string', description: 'What issues them.', enum: ['github', 'gitlab', 'oidc', 'saml'] },
        server: url('`github` and `gitlab`: the server; github.com and gitlab.com when left out.'),
        issuer: (0,schema_words/* text */.Qq)('`oidc`: the `iss` of its tokens, character by character. `saml`: the entity id of the identity provider.', { pattern: '^[!-~]+$' }),
        ca: path('PEM file of the authority that signed the certificate of `github`, `gitlab` or `oidc`; nothing else is trusted then.'),
        token: (0,schema_words/* text */.Qq)('`oidc`: where the bearer token is that its discovery wants, `file:/path`, as the API server of Kubernetes does.'),
        certificates: {
            type: 'array', description: '`saml`: certificates of the keys that sign; several while they change.', minItems: 1, maxItems: 10,
            items: (0,schema_words/* text */.Qq)('A PEM file, or the PEM text.', { pattern: '^(/|-----BEGIN CERTIFICATE-----)', maxLength: 20_000 }),
        },
        audience: (0,schema_words/* text */.Qq)('`saml`: our own entity id there, the one audience of its assertions; `audience` of the file when left out.', { pattern: '^[!-~]+$' }),
        recipient: url('`saml`: the address that its assertions are made out to; `url` with `/v1/sessions` behind it when left out.'),
        policy: (0,schema_words/* ref */.KR)('repositoryPolicy'),
        forge: (0,schema_words/* text */.Qq)('Which of `forges` is asked whether people approved what its callers want to do.', { pattern: schema_words/* NAME */.o_ }),
    }, ['kind']),
    forge: (0,schema_words/* closed */.$h)('Where reviews are given.', {
        kind: { type: 'string', description: 'Whose API it has.', enum: ['github', 'gitlab'] },
        url: url('GitHub: address of the API, `https://api.github.com` when left out, or `https://HOST/api/v3`. GitLab: the instance, `https://gitlab.com` when left out.'),
        ca: path('PEM file of the authority that signed its certificate; nothing else is trusted then.'),
        token: (0,schema_words/* text */.Qq)('Where the token is: `file:/path`, `env:NAME`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`; docs/approvals.md says what it has to be allowed.'),
        vault: (0,schema_words/* text */.Qq)('Which of `vaults` the token is kept in; may be left out when there is one of its type.', { pattern: schema_words/* NAME */.o_ }),
        repository: (0,schema_words/* ref */.KR)('id', 'Numeric id of the one repository where all reviews are given; when left out, the one that the job belongs to.'),
        proposers: { type: 'array', description: 'Numeric ids of accounts that put operations up for us: what they pushed says who prompted it.', items: (0,schema_words/* ref */.KR)('id'), maxItems: 50 },
    }, ['kind', 'token']),
};
const beside = {
    url: url('Address of the API as jobs call it. Proofs are bound to it.'),
    audience: (0,schema_words/* text */.Qq)('The one `aud` of tokens; `ostiary` when left out. Better one of your own, such as the url.'),
    tls: (0,schema_words/* ref */.KR)('certificate', 'For all listeners that have none of their own.'),
    listen: (0,schema_words/* closed */.$h)('Listeners.', { api: (0,schema_words/* ref */.KR)('listener'), postgres: (0,schema_words/* ref */.KR)('postgres'), metrics: (0,schema_words/* ref */.KR)('listener') }, ['api', 'postgres']),
    own_token: path('File with an OIDC token of the gateway\'s own, renewed by whoever puts it there: opens the vaults of `resources`.'),
    store: (0,schema_words/* closed */.$h)('Where sessions and used tokens are kept. One gateway at a time.', { path: path('A folder on a disk that outlives the process.') }, ['path']),
    recordings: (0,schema_words/* closed */.$h)('Where recordings go.', {
        path: path('A folder; `recordings` in the store\'s when left out.'),
        durability: { type: 'string', description: '`disk` (fsync before anything happens) unless said otherwise; `process` survives the death of the process, not of the machine.', enum: ['disk', 'process'] },
    }),
    sessions: (0,schema_words/* closed */.$h)('How long sessions live.', {
        lease: duration('How long until it has to be renewed, such as `10m`, which it is when left out.'),
        limit: duration('How long until no renewal helps any more, such as `6h`, which it is when left out.'),
        max: { type: 'integer', description: 'Open at once; 1000 when left out.', minimum: 1, maximum: 100_000 },
    }),
    forges: { type: 'object', description: 'Forges by a name of your own.', propertyNames: { pattern: schema_words/* NAME */.o_ }, additionalProperties: (0,schema_words/* ref */.KR)('forge'), maxProperties: 20 },
    issuers: { type: 'object', description: 'Issuers by a name of your own.', propertyNames: { pattern: schema_words/* NAME */.o_ }, additionalProperties: (0,schema_words/* ref */.KR)('issuer'), minProperties: 1, maxProperties: 50 },
};
// A gateway asks forges with the tokens of its issuers' `policy`.
const { forge: _forge, ...ofOperators } = schema/* policySchema */.w.properties;
/** Keys of the operator's file that are no part of the policy in it. */
const BESIDE = Object.keys(beside);
/** The schema of the operator's file, version 1. */
const gatewaySchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ostiary:gateway-v1',
    title: 'Ostiary gateway',
    $defs: { ...schema/* policySchema */.w.$defs, ...defs },
    ...(0,schema_words/* closed */.$h)('A gateway: its listeners, store and issuers, and the policy of its operator.', { ...ofOperators, ...beside }, ['version', 'url', 'listen', 'store', 'issuers']),
};

// EXTERNAL MODULE: ./lib/policy/load.js + 15 modules
var load = __webpack_require__(44551);
// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(62564);
// EXTERNAL MODULE: ./lib/policy/problem.js
var problem = __webpack_require__(72737);
// EXTERNAL MODULE: ./lib/policy/resources.js
var resources = __webpack_require__(42007);
// EXTERNAL MODULE: ./lib/policy/vaults.js
var policy_vaults = __webpack_require__(92513);
;// CONCATENATED MODULE: ./lib/policy/gateway-forges.js




/** All forges, and that each issuer names one which can serve it. `issuers`: as read. */
function readForges(root, issuers, of) {
    const forges = (0,policy_node/* entriesOf */.Mc)((0,policy_node/* child */.jf)(root, 'forges')).map(({ key, node }) => readForge(key, node, of));
    const written = (0,policy_node/* present */.Eb)(root, 'issuers');
    for (const issuer of issuers)
        if (issuer.forge !== null)
            checkUse(issuer, issuer.forge, { forges, at: (0,policy_node/* present */.Eb)((0,policy_node/* present */.Eb)(written, issuer.name), 'forge').at, findings: of.findings });
    const used = issuers.flatMap(({ forge }) => forges.filter(({ name }) => name === forge));
    const servers = [...new Set(used.map(({ kind, url }) => hostOf(kind, url)))];
    if (servers.length > 1)
        refuseIds(root, servers, of.findings);
    return forges;
}
// A number is one person at one server, and somebody else at another. A rule for some callers may be of one server alone; the operator knows.
function refuseIds(root, servers, findings) {
    const places = [
        { where: 'approvers', node: (0,policy_node/* child */.jf)(root, 'approvers') },
        ...(0,policy_node/* itemsOf */.S3)((0,policy_node/* child */.jf)(root, 'rules')).filter((rule) => (0,policy_node/* child */.jf)((0,policy_node/* present */.Eb)(rule, 'match'), 'principal') === undefined).map((rule) => ({ where: `rule ${String((0,policy_node/* present */.Eb)(rule, 'id').value)}`, node: (0,policy_node/* child */.jf)(rule, 'approvers') })),
    ];
    for (const { where, node } of places) {
        const users = node === undefined ? undefined : (0,policy_node/* child */.jf)(node, 'users');
        if (users !== undefined)
            findings.push((0,problem/* mistake */.RT)(users.at, `\`users\` of \`${where}\` would be asked at ${servers.join(' and ')}, where the same id is another person`, 'name teams here, and people in rules with `match: { principal: … }` for the callers of one server'));
    }
}
function checkUse({ name, kind, address }, wanted, { forges, at, findings }) {
    const forge = forges.find((one) => one.name === wanted);
    if (forge === undefined)
        findings.push((0,problem/* mistake */.RT)(at, `\`issuers.${name}.forge\` is ${(0,problem/* quoted */.TL)(wanted)}, which is not one of \`forges\`: ${(0,problem/* suggestion */.h)(wanted, forges.map((one) => one.name))}`));
    else if (forge.repository === null && forge.kind !== kind)
        findings.push((0,problem/* mistake */.RT)(at, `\`issuers.${name}\` is of kind \`${kind}\`, which names no repository of \`forges.${wanted}\``, `add \`repository: ID\` to \`forges.${wanted}\`: there all reviews are given then`));
    else if (forge.repository === null && hostOf(kind, address) !== hostOf(kind, forge.url)) {
        // Ids of repositories are one server's own: at another, the same number is somebody else's repository.
        findings.push((0,problem/* mistake */.RT)(at, `\`issuers.${name}\` is ${hostOf(kind, address)}, and \`forges.${wanted}\` is ${hostOf(kind, forge.url)}, where its repositories are others`, forge.url === null ? `add \`url: https://…\` of that server's API to \`forges.${wanted}\`` : `name another forge, or add \`repository: ID\` to \`forges.${wanted}\`: there all reviews are given then`));
    }
}
// `https://api.github.com` and `https://api.acme.ghe.com` are the APIs of github.com and acme.ghe.com.
function hostOf(kind, address) {
    if (address === null)
        return `${kind}.com`;
    return URL.canParse(address) ? new URL(address).hostname.replace(/^api\./u, '') : address;
}
function readForge(name, node, { vaults, findings }) {
    const url = (0,policy_node/* child */.jf)(node, 'url');
    if (url !== undefined && !trustworthy(String(url.value)))
        findings.push((0,problem/* mistake */.RT)(url.at, `\`forges.${name}.url\` is ${(0,problem/* quoted */.TL)(url.value)}, which is no address to trust`, 'write `https://…` without a user; `http://` is for loopback only'));
    const { at, value } = (0,policy_node/* present */.Eb)(node, 'token');
    const reference = String(value);
    const fault = (0,resources/* faultOfReference */.jk)(reference);
    if (fault !== null)
        findings.push((0,problem/* mistake */.RT)(at, `\`forges.${name}.token\` ${fault.message}`, fault.hint));
    const vault = (0,policy_vaults/* vaultOf */._)({ where: `forges.${name}`, node, key: 'token', reference }, vaults, findings);
    return {
        name, kind: (0,policy_node/* textOf */.b6)(node, 'kind'), url: url === undefined ? null : String(url.value), ca: (0,policy_node/* textOf */.b6)(node, 'ca'),
        token: { reference, vault, allowStatic: true }, repository: (0,policy_node/* textsOf */.CB)(node, 'repository')?.[0] ?? null, proposers: (0,policy_node/* textsOf */.CB)(node, 'proposers') ?? [],
    };
}
function trustworthy(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username } = new URL(text);
    return username === '' && (protocol === 'https:' || (0,resources/* isLoopback */.U9)(hostname.replace(/^\[|\]$/gu, '')));
}

;// CONCATENATED MODULE: ./lib/policy/gateway-issuers.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads `issuers` of the operator's file: who issues tokens or assertions, and how each is known. Refuses issuers that it can't name exactly,
// keys that mean nothing for their kind, the same issuer twice, and secrets where their place should be.



const POLICY_PATH = '.ostiary/policy.yml';
const REFERENCE = /^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:\/\S.*)$/u;
/** What each key is for; a key for another kind would be read by nobody. */
const KEYS = {
    server: ['github', 'gitlab'], issuer: ['oidc', 'saml'], ca: ['github', 'gitlab', 'oidc'], token: ['oidc'], certificates: ['saml'], audience: ['saml'], recipient: ['saml'],
};
/** All of them, in the order written. */
function readIssuers(node, findings) {
    const names = new Map();
    return (0,policy_node/* entriesOf */.Mc)(node).map(({ key, keyAt, node: one }) => {
        const issuer = readIssuer(key, { at: keyAt, node: one }, findings);
        const known = names.get(`${issuer.kind === 'saml'} ${issuer.address ?? issuer.kind}`);
        if (known !== undefined)
            findings.push((0,problem/* mistake */.RT)(keyAt, `\`issuers.${key}\` is the same issuer as \`issuers.${known}\``, 'put both into one'));
        names.set(`${issuer.kind === 'saml'} ${issuer.address ?? issuer.kind}`, key);
        return issuer;
    });
}
function readIssuer(name, { at, node }, findings) {
    const kind = (0,policy_node/* textOf */.b6)(node, 'kind');
    const wanted = kind === 'oidc' || kind === 'saml' ? 'issuer' : 'server';
    for (const { key, keyAt } of (0,policy_node/* entriesOf */.Mc)(node)) {
        const kinds = KEYS[key];
        if (kinds?.includes(kind) === false)
            findings.push((0,problem/* mistake */.RT)(keyAt, `\`issuers.${name}\` is of kind \`${kind}\`, which has no \`${key}\``, key === 'server' || key === 'issuer' ? `it is named by \`${wanted}\`` : `\`${key}\` is for ${kinds.join(', ')}`));
    }
    const address = (0,policy_node/* child */.jf)(node, wanted);
    if (wanted === 'issuer' && address === undefined)
        findings.push((0,problem/* mistake */.RT)(at, `\`issuers.${name}\` does not name its \`issuer\``, kind === 'saml' ? 'write the entity id of the identity provider' : 'write the `iss` of its tokens, `issuer: https://…`'));
    const policy = (0,policy_node/* child */.jf)(node, 'policy');
    if (wanted === 'issuer' && policy !== undefined)
        findings.push((0,problem/* mistake */.RT)(policy.at, `\`issuers.${name}.policy\`: what is of kind \`${kind}\` names no repository`, 'leave it out; this file is the whole policy then'));
    if (kind === 'saml')
        return readProvider(name, { at, node }, findings);
    checkAddress(name, address, findings);
    const token = (0,policy_node/* child */.jf)(node, 'token');
    return {
        name, kind, address: address === undefined ? null : String(address.value), ca: (0,policy_node/* textOf */.b6)(node, 'ca'), token: token === undefined ? null : readReference(token, `issuers.${name}.token`, findings),
        policy: policy === undefined ? null : readRepositoryPolicy(policy, { name, kind }, findings), forge: (0,policy_node/* textOf */.b6)(node, 'forge'),
    };
}
function readProvider(name, { at, node }, findings) {
    const certificates = (0,policy_node/* textsOf */.CB)(node, 'certificates') ?? [];
    if (certificates.length === 0)
        findings.push((0,problem/* mistake */.RT)(at, `\`issuers.${name}\` has no \`certificates\``, 'name the PEM file of the key that signs its assertions'));
    return { name, kind: 'saml', address: (0,policy_node/* textOf */.b6)(node, 'issuer') ?? '', certificates, audience: (0,policy_node/* textOf */.b6)(node, 'audience'), recipient: (0,policy_node/* textOf */.b6)(node, 'recipient'), forge: (0,policy_node/* textOf */.b6)(node, 'forge') };
}
function checkAddress(name, node, findings) {
    if (node === undefined)
        return;
    const url = URL.canParse(String(node.value)) ? new URL(String(node.value)) : null;
    const wrong = url === null || url.username !== '' || url.search !== '' || url.hash !== '' || (url.protocol !== 'https:' && !(url.protocol === 'http:' && (0,resources/* isLoopback */.U9)(url.hostname.replace(/^\[|\]$/gu, ''))));
    if (wrong)
        findings.push((0,problem/* mistake */.RT)(node.at, `\`issuers.${name}\` has ${(0,problem/* quoted */.TL)(node.value)}, which is no address to trust`, 'write `https://…` without user and query; `http://` is for loopback only'));
}
// What stands there may be a secret by mistake: it is not quoted.
function readReference(node, key, findings) {
    if (!REFERENCE.test(String(node.value)))
        findings.push((0,problem/* mistake */.RT)(node.at, `\`${key}\` does not say where the token is`, 'write `file:/path` or `env:NAME`; if a token stood here, change it'));
    return String(node.value);
}
function readRepositoryPolicy(node, { name, kind }, findings) {
    const token = readReference((0,policy_node/* present */.Eb)(node, 'token'), `issuers.${name}.policy.token`, findings);
    const api = (0,policy_node/* child */.jf)(node, 'api');
    if (api !== undefined && kind !== 'github')
        findings.push((0,problem/* mistake */.RT)(api.at, `\`issuers.${name}.policy.api\` is for GitHub`, 'leave it out: GitLab has its API at `server`'));
    return { token, api: (0,policy_node/* textOf */.b6)(node, 'api'), path: (0,policy_node/* textOf */.b6)(node, 'path') ?? POLICY_PATH };
}

// EXTERNAL MODULE: ./lib/core/documentation-links.js
var documentation_links = __webpack_require__(96713);
// EXTERNAL MODULE: ./lib/core/vaults.js
var core_vaults = __webpack_require__(16702);
// EXTERNAL MODULE: ./lib/policy/time.js
var time = __webpack_require__(65849);
;// CONCATENATED MODULE: ./lib/policy/gateway.js











const DEFAULT_SESSIONS = { lease: '10m', limit: '6h', max: 1000 };
/** Loads it. Throws POLICY_INVALID: the first problem with its place, and in the hint how many more there are. */
async function loadGateway(source, options) {
    let settings = null;
    const also = (root, findings) => void (settings = readGateway(root, findings));
    const policy = await (0,load/* loadPolicyOf */.IG)(source, options, { schema: gatewaySchema, called: "the gateway's file", beside: BESIDE, also });
    return { settings: settings, policy };
}
function readGateway(root, findings) {
    const listen = (0,policy_node/* present */.Eb)(root, 'listen');
    const shared = certificateOf((0,policy_node/* child */.jf)(root, 'tls'));
    const listener = (key) => readListener((0,policy_node/* present */.Eb)(listen, key), shared, findings);
    const postgres = (0,policy_node/* present */.Eb)(listen, 'postgres');
    const url = readUrl(root, findings);
    const advertised = (0,policy_node/* child */.jf)(postgres, 'advertise');
    const storePath = String((0,policy_node/* present */.Eb)((0,policy_node/* present */.Eb)(root, 'store'), 'path').value);
    const recordings = (0,policy_node/* child */.jf)(root, 'recordings');
    demandOwnToken(root, findings);
    demandVaults(root, findings);
    const issuers = readIssuers((0,policy_node/* child */.jf)(root, 'issuers'), findings);
    return {
        url, audience: (0,policy_node/* textOf */.b6)(root, 'audience') ?? 'ostiary',
        api: listener('api'),
        postgres: { ...listener('postgres'), advertise: advertised === undefined ? { host: gateway_hostOf(url), port: null } : readAddress(advertised, findings) },
        metrics: (0,policy_node/* child */.jf)(listen, 'metrics') === undefined ? null : listener('metrics'),
        storePath, ownToken: (0,policy_node/* textOf */.b6)(root, 'own_token'),
        recordings: {
            path: (recordings === undefined ? null : (0,policy_node/* textOf */.b6)(recordings, 'path')) ?? `${storePath.replace(/\/+$/u, '')}/recordings`,
            durability: ((recordings === undefined ? null : (0,policy_node/* textOf */.b6)(recordings, 'durability')) ?? 'disk'),
        },
        sessions: readSessions((0,policy_node/* child */.jf)(root, 'sessions'), findings),
        issuers, forges: readForges(root, issuers, { vaults: (0,policy_vaults/* readVaults */.e)((0,policy_node/* child */.jf)(root, 'vaults'), []), findings }),
    };
}
// A gateway is no job, whose CI product gives it a token: somebody has to put one there.
function demandOwnToken(root, findings) {
    const record = (0,policy_node/* child */.jf)(root, 'record');
    const found = record === undefined ? undefined : (0,policy_node/* child */.jf)(record, 'keyless');
    if (found === undefined || found.value === false || (0,policy_node/* textOf */.b6)(root, 'own_token') !== null || (0,policy_node/* textOf */.b6)(found, 'token_file') !== null)
        return;
    findings.push((0,problem/* mistake */.RT)(found.at, '`record.keyless` signs as the gateway, which has no token to show for it', 'add `token_file: /path` of a projected token of audience `sigstore`, or name a key: `record: { key: "vault:PATH" }`'));
}
// Said here, and not when the first job stands before a closed door. In jobs a policy may name a vault that only its gateway has.
function demandVaults(root, findings) {
    const vaults = (0,policy_node/* entriesOf */.Mc)((0,policy_node/* child */.jf)(root, 'vaults')).map(({ key, node }) => ({ key, kind: (0,policy_node/* textOf */.b6)(node, 'type'), hasToken: (0,policy_node/* textOf */.b6)(node, 'token_file') !== null }));
    const isOpen = (0,policy_node/* textOf */.b6)(root, 'own_token') !== null;
    const named = (section, key) => (0,policy_node/* entriesOf */.Mc)((0,policy_node/* child */.jf)(root, section)).map(({ key: name, node }) => ({ where: `${section}.${name}`, node, key }));
    const record = (0,policy_node/* child */.jf)(root, 'record');
    for (const { where, node, key } of [...named('resources', 'credential'), ...named('forges', 'token'), ...(record === undefined ? [] : [{ where: 'record', node: record, key: 'key' }])]) {
        const scheme = (0,core_vaults/* parseReference */.F2)((0,policy_node/* textOf */.b6)(node, key) ?? '')?.scheme;
        const kind = scheme === undefined ? null : core_vaults/* CREDENTIAL_SCHEMES */.dj[scheme];
        const fitting = vaults.filter((vault) => vault.kind === kind && ((0,policy_node/* textOf */.b6)(node, 'vault') ?? vault.key) === vault.key);
        const at = (0,policy_node/* child */.jf)(node, key)?.at ?? node.at;
        if (kind !== null && fitting.length === 0 && (0,policy_node/* textOf */.b6)(node, 'vault') === null)
            findings.push((0,problem/* mistake */.RT)(at, `\`${where}.${key}\` is kept in a vault of type \`${kind}\`, and \`vaults\` has none`, `add it there: ${(0,documentation_links/* manual */.j)('docs/vault.md')} says what it needs`));
        else if (!isOpen && (scheme === 'oidc' || (kind !== null && fitting.some(({ hasToken }) => !hasToken))))
            findings.push((0,problem/* mistake */.RT)(at, `\`${where}.${key}\` takes a token of the gateway's own, and it has none`, 'add `own_token: /path`: the file of an OIDC token, such as a projected service-account token'));
    }
}
function readUrl(root, findings) {
    const node = (0,policy_node/* present */.Eb)(root, 'url');
    const text = String(node.value);
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || url.username !== '' || url.password !== '')
        findings.push((0,problem/* mistake */.RT)(node.at, `\`url\` is ${(0,problem/* quoted */.TL)(text)}, which is no address`, 'write `https://gateway.internal:8443`'));
    else if (url.protocol === 'http:' && !(0,resources/* isLoopback */.U9)(bare(url.hostname)))
        findings.push((0,problem/* mistake */.RT)(node.at, '`url` is not encrypted', 'write `https://`; `http://` is for loopback only'));
    return url === null ? '' : url.href.replace(/\/+$/u, '');
}
function gateway_hostOf(url) {
    return url === '' ? '' : bare(new URL(url).hostname);
}
function bare(hostname) {
    return hostname.replace(/^\[|\]$/gu, '');
}
function certificateOf(node) {
    return node === undefined ? null : { cert: String((0,policy_node/* present */.Eb)(node, 'cert').value), key: String((0,policy_node/* present */.Eb)(node, 'key').value) };
}
function readListener(node, shared, findings) {
    const at = (0,policy_node/* present */.Eb)(node, 'address');
    const { host, port } = readAddress(at, findings);
    const tls = certificateOf((0,policy_node/* child */.jf)(node, 'tls')) ?? shared;
    if (tls === null && !(0,resources/* isLoopback */.U9)(host))
        findings.push((0,problem/* mistake */.RT)(at.at, `${(0,problem/* quoted */.TL)(at.value)} is not loopback, and there is no certificate for it`, 'add `tls: { cert: FILE, key: FILE }`, or listen on `127.0.0.1`'));
    return { host, port, tls };
}
function readAddress(node, findings) {
    const text = String(node.value);
    const cut = text.lastIndexOf(':');
    const port = Number(text.slice(cut + 1));
    if (port > 65_535)
        findings.push((0,problem/* mistake */.RT)(node.at, `${(0,problem/* quoted */.TL)(text)} has a port that does not exist`));
    return { host: bare(text.slice(0, cut)), port };
}
function readSessions(node, findings) {
    const of = (key) => (0,time/* secondsOf */.TM)((node === undefined ? null : (0,policy_node/* textOf */.b6)(node, key)) ?? DEFAULT_SESSIONS[key]);
    const sessions = { leaseSeconds: of('lease'), limitSeconds: of('limit'), max: ((node === undefined ? undefined : (0,policy_node/* child */.jf)(node, 'max')?.value) ?? DEFAULT_SESSIONS.max) };
    if (node !== undefined && sessions.leaseSeconds > sessions.limitSeconds)
        findings.push((0,problem/* mistake */.RT)(node.at, '`sessions.lease` is longer than `sessions.limit`', 'a lease is renewed within the limit; make it shorter'));
    return sessions;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/server/session-record.js
// SPDX-License-Identifier: Apache-2.0
//
// What a store keeps of a session: enough to let it go on after a restart, and nothing that opens it. Refuses records of another shape
// or version: a session that can't be read whole is no session.


/** Why a session ended. */
const ENDINGS = (/* unused pure expression or super */ null && (['job', 'lease', 'limit', 'revoked']));
/** The words for people. */
const ENDING_WORDS = {
    job: 'its job ended it', lease: 'its lease was not renewed in time', limit: 'it reached its time limit', revoked: 'an operator revoked it',
};
/** A record of the store as a session; null: there is none. Throws STORE_FAILED. */
function sessionOf(value) {
    if (value === null)
        return null;
    const record = value;
    const whole = record.version === 1 && texts(record, ['id', 'token', 'thumbprint', 'job']) && numbers(record, ['openedAt', 'expiresAt', 'limitAt', 'parts'])
        && typeof record.caller === 'object' && Array.isArray(record.resources) && typeof record.credential === 'object' && record.repository !== undefined && record.ended !== undefined;
    if (!whole)
        throw strange('session');
    // Records of earlier versions say nothing of it.
    return { ...record, breakGlass: record.breakGlass ?? null };
}
/** A record of the store as a used token; null: there is none. Throws STORE_FAILED. */
function tokenOf(value) {
    if (value === null)
        return null;
    const record = value;
    if (record.version !== 1 || !texts(record, ['session', 'thumbprint', 'job']) || !numbers(record, ['until']))
        throw strange('token');
    return record;
}
/** What a used token is kept under. Those without an id are named by what was signed: a signature can be written in several ways (spare bits of base64, the other half of ECDSA). */
function nameOfToken({ kind, issuer, tokenId }, token) {
    const signed = token.slice(0, token.lastIndexOf('.'));
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(tokenId === null ? ['token', signed] : [kind === 'saml' ? 'assertion' : 'id', issuer, tokenId])).digest('hex');
}
/** Whether a credential is that of a session; takes the same time whether or not it is. */
function isCredentialOf(record, credential) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(credential).digest();
    const kept = Buffer.from(record.credential.hash, 'hex');
    return hash.length === kept.length && (0,external_node_crypto_.timingSafeEqual)(hash, kept);
}
function texts(record, names) {
    return names.every((name) => typeof record[name] === 'string');
}
function numbers(record, names) {
    return names.every((name) => Number.isFinite(record[name]));
}
function strange(what) {
    return new errors/* GateError */.ue('STORE_FAILED', `a ${what} in the store is not one that this version knows`, { hint: 'was it written by another version, or by hand? end it with `ostiary gateway revoke`' });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/store/files.js
// SPDX-License-Identifier: Apache-2.0
//
// The store as files: a folder for each kind, a file for each record. A write is in a file of its own, synced, then put in place in one
// step, and the folder is synced; so a record is there whole or not at all, also after a loss of power. Refuses keys that could be paths,
// folders that others can read, and records that somebody made too large.
// @see https://pubs.opengroup.org/onlinepubs/9699919799/functions/rename.html




const KINDS = ['session', 'token', 'revoked', 'claim', 'proof'];
const KEY = /^[A-Za-z0-9_-]{1,128}$/u; // match: "ost_1f"; miss: "../x"
/** A session holds the policy of its repository, a MiB at most, as JSON text. */
const MAX_RECORD_BYTES = 8 * 1024 * 1024;
const SUFFIX = '.json';
const OTHERS = 0o077;
/** Records in files below one folder. */
class FileStore {
    #path;
    #runtime;
    /** Makes the folders (0700). Throws STORE_FAILED. */
    static async open(path, runtime) {
        const store = new FileStore(path, runtime);
        try {
            await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
            const { mode } = await (0,promises_.stat)(path);
            if ((mode & OTHERS) !== 0)
                throw new errors/* GateError */.ue('STORE_FAILED', `the store \`${path}\` can be read or changed by other users`, { hint: `make it yours alone: \`chmod 700 ${path}\`` });
            for (const kind of KINDS) {
                await (0,promises_.mkdir)((0,external_node_path_.join)(path, kind), { recursive: true, mode: 0o700 });
                await (0,promises_.chmod)((0,external_node_path_.join)(path, kind), 0o700);
            }
            await syncFolder(path);
        }
        catch (thrown) {
            throw failed(path, thrown);
        }
        return store;
    }
    constructor(path, runtime) {
        this.#path = path;
        this.#runtime = runtime;
    }
    create(kind, key, record) {
        return this.#write(kind, key, record, async (made, place) => {
            try {
                // Fails when the name is taken, whoever took it: the one way to be first.
                await (0,promises_.link)(made, place);
                return true;
            }
            catch (thrown) {
                if (codeOf(thrown) === 'EEXIST')
                    return false;
                throw thrown;
            }
            finally {
                await (0,promises_.unlink)(made);
            }
        });
    }
    async replace(kind, key, record) {
        await this.#write(kind, key, record, (made, place) => (0,promises_.rename)(made, place));
    }
    async read(kind, key) {
        const place = this.#place(kind, key);
        try {
            const file = await (0,promises_.open)(place, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
            try {
                const { size } = await file.stat();
                if (size > MAX_RECORD_BYTES)
                    throw new Error(`it has ${size} bytes`);
                return JSON.parse(await file.readFile('utf8'));
            }
            finally {
                await file.close();
            }
        }
        catch (thrown) {
            if (codeOf(thrown) === 'ENOENT')
                return null;
            throw failed(place, thrown);
        }
    }
    async remove(kind, key) {
        const place = this.#place(kind, key);
        try {
            await (0,promises_.unlink)(place);
            await syncFolder((0,external_node_path_.join)(this.#path, kind));
        }
        catch (thrown) {
            if (codeOf(thrown) !== 'ENOENT')
                throw failed(place, thrown);
        }
    }
    async keys(kind) {
        const folder = (0,external_node_path_.join)(this.#path, kind);
        try {
            return (await (0,promises_.readdir)(folder)).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length)).filter((key) => KEY.test(key));
        }
        catch (thrown) {
            throw failed(folder, thrown);
        }
    }
    async check() {
        const place = (0,external_node_path_.join)(this.#path, `.check-${this.#runtime.random(6).toString('hex')}`);
        try {
            await writeSynced(place, '{}');
            await (0,promises_.unlink)(place);
        }
        catch (thrown) {
            throw failed(this.#path, thrown);
        }
    }
    /** Removes what a process that died had not put in place yet: for whoever owns the store alone, before anything is written. */
    async tidy() {
        for (const kind of KINDS) {
            const folder = (0,external_node_path_.join)(this.#path, kind);
            try {
                for (const name of await (0,promises_.readdir)(folder))
                    if (name.startsWith('.'))
                        await (0,promises_.unlink)((0,external_node_path_.join)(folder, name));
            }
            catch (thrown) {
                throw failed(folder, thrown);
            }
        }
    }
    async #write(kind, key, record, put) {
        const place = this.#place(kind, key);
        const made = (0,external_node_path_.join)(this.#path, kind, `.${this.#runtime.random(12).toString('hex')}`);
        const text = JSON.stringify(record);
        try {
            if (Buffer.byteLength(text) > MAX_RECORD_BYTES)
                throw new Error(`the record is larger than ${MAX_RECORD_BYTES} bytes`);
            await writeSynced(made, text);
            const result = await put(made, place);
            await syncFolder((0,external_node_path_.join)(this.#path, kind));
            return result;
        }
        catch (thrown) {
            throw failed(place, thrown);
        }
    }
    #place(kind, key) {
        if (!KEY.test(key))
            throw new errors/* GateError */.ue('STORE_FAILED', 'a record has a key that can not be one');
        return (0,external_node_path_.join)(this.#path, kind, `${key}${SUFFIX}`);
    }
}
async function writeSynced(path, text) {
    const file = await (0,promises_.open)(path, 'wx', 0o600);
    try {
        await file.writeFile(text);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
async function syncFolder(path) {
    const folder = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY);
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}
function codeOf(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
}
function failed(place, thrown) {
    if (thrown instanceof errors/* GateError */.ue)
        return thrown;
    return new errors/* GateError */.ue('STORE_FAILED', `the store can not use \`${place}\`: ${(0,errors/* messageOf */.bD)(thrown)}`, { hint: 'is the disk there, writable and not full? nothing is granted until it is', cause: thrown });
}

// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/process-memory.js
var process_memory = __webpack_require__(13150);
// EXTERNAL MODULE: ./lib/identity/issuers.js
var identity_issuers = __webpack_require__(56838);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/proxy/postgres/client/certificate.js
// SPDX-License-Identifier: Apache-2.0
//
// A listener's certificate, ready to use. Refuses TLS below 1.2, and pairs that do not belong together.


/** PEM texts. `name`: how to call it in an error. */
function secureContext({ cert, key }, name) {
    try {
        return (0,external_node_tls_.createSecureContext)({ cert, key, minVersion: 'TLSv1.2' });
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the certificate \`${name}\` can not be used: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'give a PEM certificate and the private key that belongs to it', cause });
    }
}

;// CONCATENATED MODULE: ./lib/main/gateway/config.js
// SPDX-License-Identifier: Apache-2.0
//
// The operator's file with everything that it names: certificates read, issuers written out. Refuses a file of which any part can't be
// used, so that a bad one never replaces a good one.






/** Hits each certificate of a PEM file by itself. */
const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,20000}-----END CERTIFICATE-----/gu;
const MIN_RSA_BITS = 2048;
/** Reads it. Throws INPUT_INVALID or POLICY_INVALID, saying where and what to do. */
async function readConfig(file, runtime) {
    const text = await readText(file, "the gateway's file");
    const { settings, policy } = await loadGateway({ text, file }, { now: runtime.now() });
    const { issuers, providers } = await readTrust(settings);
    const forges = await Promise.all(settings.forges.map(async (forge) => ({ settings: forge, ca: forge.ca === null ? null : await authorityOf(forge.ca) })));
    const certificates = {
        api: await config_certificateOf(settings.api.tls), metrics: await config_certificateOf(settings.metrics?.tls ?? null),
        postgres: settings.postgres.tls === null ? null : secureContext(await config_certificateOf(settings.postgres.tls), settings.postgres.tls.cert),
    };
    for (const [tls, files] of [[certificates.api, settings.api.tls], [certificates.metrics, settings.metrics?.tls]])
        if (tls !== null)
            secureContext(tls, files?.cert ?? '');
    return { file, settings, policy, issuers, providers, forges, certificates };
}
/** What a reload can't change, as the names of its keys; empty: all of it can be taken over. */
function needsRestart(before, after) {
    const place = ({ host, port, tls }) => `${host} ${port} ${tls === null ? 'plain' : 'tls'}`;
    const parts = [
        ['url', ({ url }) => url], ['listen.api', ({ api }) => place(api)], ['listen.postgres', ({ postgres }) => place(postgres)],
        ['listen.metrics', ({ metrics }) => (metrics === null ? 'none' : place(metrics))], ['store.path', ({ storePath }) => storePath],
        ['recordings.path', ({ recordings }) => recordings.path],
    ];
    return parts.filter(([, of]) => of(before) !== of(after)).map(([name]) => name);
}
async function readTrust(settings) {
    const [issuers, providers] = [[], []];
    for (const issuer of settings.issuers) {
        if (issuer.kind === 'saml')
            providers.push(await providerOf(issuer, settings));
        else
            issuers.push({ settings: issuer, trusted: trustedOf(issuer), ca: issuer.ca === null ? null : await authorityOf(issuer.ca) });
    }
    if (issuers.length > 0)
        (0,identity_issuers/* checkIssuers */.PT)(issuers.map(({ trusted }) => trusted));
    return { issuers, providers };
}
function trustedOf({ kind, address }) {
    switch (kind) {
        case 'github': return (0,identity_issuers/* githubIssuer */.rV)(address ?? 'https://github.com');
        case 'gitlab': return (0,identity_issuers/* gitlabIssuer */.xQ)(address ?? 'https://gitlab.com');
        case 'oidc': return { kind: 'oidc', issuer: address ?? '' };
        default: return kind;
    }
}
async function providerOf({ name, address, certificates, audience, recipient, forge }, settings) {
    const read = [];
    for (const one of certificates) {
        const isFile = one.startsWith('/');
        read.push(...certificatesIn(isFile ? await readText(one, 'the certificate') : one, isFile ? one : `issuers.${name}.certificates`));
    }
    return { issuer: address, certificates: read, audience: audience ?? settings.audience, recipient: recipient ?? `${settings.url}/v1/sessions`, forge };
}
async function authorityOf(file) {
    const text = await readText(file, 'the authority');
    const found = [...text.matchAll(PEM)].map(([pem]) => parsed(pem));
    if (found.length === 0 || found.includes(null))
        throw new errors/* GateError */.ue('INPUT_INVALID', `the authority \`${file}\` is no certificate`, { hint: 'name a PEM file (`-----BEGIN CERTIFICATE-----`)' });
    return text;
}
// One key too weak, or of a kind that signs no assertion that is read here, would be found out when somebody stands before a closed door.
function certificatesIn(text, where) {
    const found = [...text.matchAll(PEM)].map(([pem]) => ({ pem, key: parsed(pem)?.publicKey ?? null }));
    const good = found.filter(({ key }) => key?.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS);
    if (good.length === 0 || good.length < found.length)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${where}\` is not a certificate of an RSA key of ${MIN_RSA_BITS} bits or more`, { hint: 'write the PEM that the identity provider shows for its signing key' });
    return good.map(({ pem }) => pem);
}
function parsed(pem) {
    try {
        return new external_node_crypto_.X509Certificate(pem);
    }
    catch {
        return null;
    }
}
async function config_certificateOf(files) {
    if (files === null)
        return null;
    const [cert, key] = await Promise.all([readText(files.cert, 'the certificate'), readText(files.key, 'the private key')]);
    return { cert, key };
}
function readText(file, what) {
    return (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `${what} \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'is it there, and readable for this user?', cause });
    });
}

;// CONCATENATED MODULE: ./lib/main/gateway/log.js
/** `{"at","level","message",…}`; debug lines only when they are asked for. */
function jsonLog(write, options) {
    const say = (level) => (message, fields = {}) => {
        write(`${JSON.stringify({ at: new Date(options.runtime.now()).toISOString(), level, message, ...fields })}\n`);
    };
    return { debug: options.debug ? say('debug') : () => undefined, info: say('info'), warn: say('warn'), error: say('error') };
}

// EXTERNAL MODULE: ./lib/vault/secrets.js + 1 modules
var secrets = __webpack_require__(78366);
// EXTERNAL MODULE: ./lib/vault/vaults.js + 1 modules
var vaults = __webpack_require__(76161);
;// CONCATENATED MODULE: ./lib/main/gateway/secrets.js
// SPDX-License-Identifier: Apache-2.0
//
// Where a gateway has its secrets from: variables and files of its own, and vaults that it opens with a token of its own. A gateway is not
// a CI job: static keys are its operator's choice. Refuses to use the token of any job for itself.




/** Secrets of the gateway's own. */
class GatewaySecrets {
    #local;
    #world;
    /** Variables are taken out of `environment` when they are read. */
    constructor(environment, world) {
        this.#local = new secrets/* LocalSecrets */.P(environment, { ci: false, allowStatic: true });
        this.#world = world;
    }
    /** A secret of the gateway itself, `env:NAME` or `file:/path`. Throws SECRET_UNAVAILABLE. */
    read(reference) {
        return this.#local.read(reference);
    }
    /** The gateway's own OIDC token, for an audience that whoever put it there chose. `ownToken`: its file. Throws SECRET_UNAVAILABLE. */
    token(audience, ownToken) {
        return tokenIn(ownToken, audience);
    }
    /** The way to secrets that are kept like this. `ownToken`: file with the gateway's own OIDC token, for vaults; null: it has none. */
    of({ vault }, ownToken) {
        return new vaults/* ResourceSecrets */.C(this.#local, vault, { ...this.#world, mask: () => undefined, token: (audience) => tokenIn(ownToken, audience) });
    }
}
// Read anew each time: whoever puts it there renews it.
async function tokenIn(file, audience) {
    const hint = 'name the file of a projected token with `own_token: /path`, of the audience that is asked for';
    if (file === null)
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the gateway has no token of its own to show (audience \`${audience}\`)`, { hint });
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('SECRET_UNAVAILABLE', `the gateway's own token \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint, cause });
    });
    return text.trim();
}

// EXTERNAL MODULE: ./lib/identity/keys.js + 1 modules
var keys = __webpack_require__(73002);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 5 modules
var sql_parser = __webpack_require__(74623);
// EXTERNAL MODULE: ./lib/parse/sql/builtins/settings.js
var settings = __webpack_require__(52552);
// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
// EXTERNAL MODULE: ./lib/proxy/postgres/listener.js + 5 modules
var listener = __webpack_require__(64746);
// EXTERNAL MODULE: ./lib/proxy/postgres/session/session.js + 56 modules
var session = __webpack_require__(53192);
;// CONCATENATED MODULE: ./lib/server/sessions.js
// SPDX-License-Identifier: Apache-2.0
//
// What the API asks of whoever keeps sessions: a port, implemented where everything is wired. Types only, and the one error that says
// that a session is over.

/** Token types of RFC 8693 that a session may be opened with. */
const SUBJECT_TOKEN_TYPES = ['urn:ietf:params:oauth:token-type:jwt', 'urn:ietf:params:oauth:token-type:id_token', 'urn:ietf:params:oauth:token-type:saml2'];
/** A session that has ended: nothing opens it again. */
class SessionOver extends errors/* GateError */.ue {
    constructor(id, why) {
        super('IDENTITY_UNTRUSTED', `the session \`${id}\` is over: ${why}`, { hint: 'start a new run' });
    }
}

;// CONCATENATED MODULE: ./lib/server/answers.js
// SPDX-License-Identifier: Apache-2.0
//
// Failures as answers of the API: a status, and JSON `{error, code, message, hint}`; `error` in OAuth's words. Refuses to tell what went
// wrong behind the gateway: addresses and users of production are not the client's to know.
// @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 @see https://www.rfc-editor.org/rfc/rfc9449#section-7.1



const LOG = "the gateway's log says why";
/** A request that is not for anything here. */
class NoSuchThing extends errors/* GateError */.ue {
    status;
    constructor(status, message) {
        super('INPUT_INVALID', message, { hint: `see ${(0,documentation_links/* manual */.j)('docs/gateway.md')}` });
        this.status = status;
    }
}
/** The answer to anything thrown. */
function answerTo(thrown) {
    if (!(thrown instanceof errors/* GateError */.ue))
        return failure(500, { error: 'server_error', code: 'INTERNAL', message: 'the gateway failed', hint: LOG });
    if (thrown instanceof NoSuchThing)
        return failure(thrown.status, { error: 'invalid_request', code: thrown.code, message: thrown.message, hint: thrown.hint });
    const status = thrown instanceof SessionOver ? 410 : statusOf(thrown.code);
    return failure(status, { error: errorOf(status), code: thrown.code, ...wording(thrown, status) });
}
function wording(thrown, status) {
    if (status === 500)
        return { message: 'the gateway failed', hint: LOG };
    // Where it keeps things is not the client's to know, either.
    if (thrown.code === 'STORE_FAILED' || thrown.code === 'RECORD_FAILED')
        return { message: `the gateway can not use its ${thrown.code === 'STORE_FAILED' ? 'store' : 'recordings'}`, hint: LOG };
    return { message: thrown.message, hint: thrown.hint };
}
function statusOf(code) {
    switch (code) {
        case 'INPUT_INVALID':
        case 'PROTOCOL_VIOLATION':
        case 'PARSE_LIMIT':
            return 400;
        case 'IDENTITY_UNTRUSTED':
            return 401;
        case 'DENIED':
        case 'POLICY_INVALID':
        case 'APPROVAL_PENDING':
            return 403;
        case 'LIMIT_EXCEEDED':
            return 429;
        case 'UPSTREAM_FAILED':
        case 'FORGE_FAILED':
        case 'STORE_FAILED':
        case 'RECORD_FAILED':
        case 'SECRET_UNAVAILABLE':
            return 503;
        default:
            return 500;
    }
}
function errorOf(status) {
    switch (status) {
        case 400: return 'invalid_request';
        case 401:
        case 410: return 'invalid_token';
        case 403: return 'access_denied';
        case 429: return 'slow_down';
        case 503: return 'temporarily_unavailable';
        default: return 'server_error';
    }
}
function failure(status, body) {
    const headers = status === 401 ? { 'www-authenticate': 'DPoP algs="EdDSA ES256"' } : status === 503 || status === 429 ? { 'retry-after': '2' } : {};
    return { status, json: { ...body, hint: body.hint ?? null }, headers };
}

// EXTERNAL MODULE: ./lib/core/dpop.js
var dpop = __webpack_require__(75664);
// EXTERNAL MODULE: ./lib/core/break-glass-reason.js
var break_glass_reason = __webpack_require__(78866);
// EXTERNAL MODULE: ./lib/core/strict-json.js
var strict_json = __webpack_require__(66613);
;// CONCATENATED MODULE: ./lib/server/limits.js
// SPDX-License-Identifier: Apache-2.0
//
// Every bound of the gateway's HTTP listeners, by name and with its source. Holds numbers only; whoever exceeds one is refused.
/** A request to open a session: a SAML assertion with groups has 60 KiB in base64, an OIDC token 12 KiB. */
const MAX_BODY_BYTES = 256 * 1024;
/** Names of resources in one request: as many as a policy may register. */
const MAX_RESOURCES = 200;
/** Request line and headers: a proof has 4 KiB, a credential 60 characters. */
const MAX_HEADER_BYTES = 16 * 1024;
/** From connecting to the end of the headers. */
const HEADERS_MS = 10_000;
/** From connecting to the end of the body. */
const REQUEST_MS = 20_000;
/** An idle connection is kept this long for the next request. */
const KEEP_ALIVE_MS = 5_000;
/** Requests over one connection, so that none is held for ever. */
const MAX_REQUESTS_PER_CONNECTION = 1_000;
/** Connections to one HTTP listener: far above what a thousand jobs that renew every five minutes need. */
const MAX_CONNECTIONS = 1_024;
/** Sessions being opened at once: each asks a forge and a database. */
const MAX_OPENING = 64;
/** How long `close()` lets requests in flight run. */
const DRAIN_MS = 10_000;

;// CONCATENATED MODULE: ./lib/server/api.js
// SPDX-License-Identifier: Apache-2.0
//
// The gateway's API: open, renew and end sessions. Every request proves the key that it comes from (DPoP), for this very method, address
// and token, once. Refuses members that it does not know, queries, bodies of another type, and everything when too much is going on.
// @see https://www.rfc-editor.org/rfc/rfc9449 @see https://www.rfc-editor.org/rfc/rfc8693 @see docs/gateway.md







const SESSION = /^\/v1\/sessions\/([A-Za-z0-9_-]{1,64})(\/renew)?$/u; // match: "/v1/sessions/ost_1f/renew"; miss: "/v1/sessions/a/b"
const MEMBERS = ['subject_token', 'subject_token_type', 'resources', 'break_glass'];
/** Answers requests to `/v1/…`; throws GateError. */
function apiHandler(options) {
    const api = new Api(options);
    return (request) => api.answer(request);
}
class Api {
    #options;
    #base;
    #opening = 0;
    constructor(options) {
        this.#options = options;
        this.#base = new URL(options.url).pathname.replace(/\/+$/u, '');
    }
    async answer(request) {
        const path = request.path.startsWith(`${this.#base}/`) ? request.path.slice(this.#base.length) : '';
        if (path === '/v1/sessions')
            return allow(request, 'POST', () => this.#open(request));
        const [, id, renew] = SESSION.exec(path) ?? [];
        if (id === undefined)
            throw new NoSuchThing(404, 'there is nothing at this address');
        return renew === undefined ? allow(request, 'DELETE', () => this.#end(request, id)) : allow(request, 'POST', () => this.#renew(request, id));
    }
    async #open(request) {
        const { sessions } = this.#options;
        const asked = readOpen(request, await request.body());
        const proof = this.#proof(request, '/v1/sessions', asked.token);
        const subject = await sessions.verify(asked.token, asked.type);
        // INVARIANT: a proof, and one of the places, is taken only by whoever has shown a good token: strangers can fill neither.
        if (this.#opening >= MAX_OPENING)
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', 'too many sessions are being opened at this moment', { hint: 'try again in a few seconds' });
        this.#opening += 1;
        try {
            await this.#options.proofs.claim(proof);
            return { status: 201, json: told(await sessions.open(subject, { thumbprint: proof.thumbprint, resources: asked.resources, breakGlass: asked.breakGlass })) };
        }
        finally {
            this.#opening -= 1;
        }
    }
    async #renew(request, id) {
        const { session, proof } = await this.#session(request, id, `/v1/sessions/${id}/renew`);
        await this.#options.proofs.claim(proof);
        const { expiresAt, limitAt } = await this.#options.sessions.renew(session);
        return { status: 200, json: { id, expires_at: api_time(expiresAt), limit_at: api_time(limitAt) } };
    }
    async #end(request, id) {
        const { session, proof } = await this.#session(request, id, `/v1/sessions/${id}`);
        // What has ended stays so: there is nothing to gain from ending it again, and it ends when the store is full, too.
        this.#options.proofs.claimHere(proof);
        const { why, operations } = await this.#options.sessions.end(session);
        return { status: 200, json: { id, ended: why, operations } };
    }
    async #session(request, id, path) {
        if ((await request.body()).length > 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', 'this request has no body', { hint: 'send none' });
        // Match: "DPoP ost1_ost_1f_x"; misses "Bearer x": a credential without its key is nothing here.
        const credential = /^DPoP ([A-Za-z0-9_-]{1,200})$/iu.exec(request.header('authorization') ?? '')?.[1];
        if (credential === undefined)
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'the request shows no session credential', { hint: 'send `Authorization: DPoP CREDENTIAL`, and a proof of the key that opened the session' });
        const proof = this.#proof(request, path, credential);
        const session = await this.#options.sessions.find(id, { credential, thumbprint: proof.thumbprint });
        if (session === null)
            throw new NoSuchThing(404, 'there is no such session');
        return { session, proof };
    }
    #proof(request, path, token) {
        return (0,dpop/* verifyProof */.Gr)(request.header('dpop'), { method: request.method, url: `${this.#options.url}${path}`, token }, this.#options.runtime);
    }
}
function allow(request, method, answer) {
    if (request.method !== method)
        throw new NoSuchThing(405, `only ${method} is answered here`);
    if (request.query)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'this address takes no query', { hint: 'put nothing behind it' });
    return answer();
}
function readOpen(request, body) {
    // Match: "application/json", "application/json; charset=utf-8"; miss: "text/plain".
    if (!/^application\/json *(?:; *charset=utf-8)?$/iu.test(request.header('content-type') ?? ''))
        throw invalid('is not `application/json`');
    const document = (0,strict_json/* readObject */.A)(body);
    if (document === null)
        throw invalid('is not one JSON object in UTF-8 that names each member once');
    const strange = Object.keys(document).find((name) => !MEMBERS.includes(name));
    if (strange !== undefined)
        throw invalid(`has a member that is not known; known are ${MEMBERS.map((name) => `\`${name}\``).join(', ')}`);
    const { subject_token: token, subject_token_type: type, resources = [], break_glass: breakGlass = null } = document;
    if (typeof token !== 'string' || token === '')
        throw invalid('has no `subject_token`');
    const known = SUBJECT_TOKEN_TYPES.find((candidate) => candidate === type);
    if (known === undefined)
        throw invalid(`has a \`subject_token_type\` that is not taken; taken are ${SUBJECT_TOKEN_TYPES.map((name) => `\`${name}\``).join(', ')}`);
    if (!Array.isArray(resources) || resources.length > MAX_RESOURCES || !resources.every((name) => typeof name === 'string'))
        throw invalid('has `resources` that are no list of names');
    if (breakGlass !== null && !(typeof breakGlass === 'string' && (0,break_glass_reason/* isReason */.V)(breakGlass)))
        throw invalid('has a `break_glass` that is no reason in a sentence');
    return { token, type: known, resources: resources, breakGlass };
}
function invalid(what) {
    return new errors/* GateError */.ue('INPUT_INVALID', `the body of the request ${what}`, { hint: 'send `{"subject_token", "subject_token_type", "resources"}`, and `break_glass` with a reason where it can not wait for a review' });
}
function told(session) {
    const { id, credential, expiresAt, limitAt, principal, resources, guide, observeUntil, breakGlass } = session;
    return { id, credential, expires_at: api_time(expiresAt), limit_at: api_time(limitAt), principal, resources, guide, observe_until: observeUntil, break_glass: breakGlass };
}
function api_time(at) {
    return new Date(at).toISOString();
}

;// CONCATENATED MODULE: ./lib/server/health.js
// SPDX-License-Identifier: Apache-2.0
//
// `/healthz`: the process answers. `/readyz`: sessions can be opened. `/metrics`, where it is asked for. Refuses to say more than yes, no
// and the name of what is missing: whoever can reach it may read it.

/** Answers questions after the gateway's health, and hands on everything else. */
function healthHandler({ missing, metrics, otherwise }) {
    let looking = null;
    // Whoever asks meanwhile hears the same: a look writes to the disk that sessions wait for.
    const look = () => (looking ??= missing().finally(() => (looking = null)));
    return async (request) => {
        const answer = await (() => {
            switch (request.path) {
                case '/healthz': return Promise.resolve({ status: 200, json: { status: 'ok' } });
                case '/readyz': return look().then((parts) => ({ status: parts.length === 0 ? 200 : 503, json: { status: parts.length === 0 ? 'ok' : 'not ready', missing: parts } }));
                case '/metrics': return metrics === null ? null : metrics.text().then((body) => ({ status: 200, text: { type: metrics.contentType, body } }));
                default: return null;
            }
        })();
        if (answer === null)
            return (otherwise ?? nothing)(request);
        if (request.method !== 'GET' && request.method !== 'HEAD')
            throw new NoSuchThing(405, 'only GET is answered here');
        return answer;
    };
}
const nothing = () => {
    throw new NoSuchThing(404, 'there is nothing at this address');
};

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./lib/server/http.js
// SPDX-License-Identifier: Apache-2.0
//
// An HTTP listener: bounded in size, time and number, TLS anywhere but on loopback, and one catch for each request. Refuses to answer
// with anything but JSON or plain text, to be cached, and to tell a client of our own faults.




/** A listening HTTP server. */
class HttpListener {
    #server;
    #options;
    /** Starts listening. Throws INPUT_INVALID for an address that can't be had, plain text away from loopback, a bad certificate. */
    static async listen(options) {
        const listener = new HttpListener(options);
        await listener.#listen();
        return listener;
    }
    constructor(options) {
        this.#options = options;
        const serve = (request, response) => void this.#serve(request, response);
        const limits = { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS, connectionsCheckingInterval: 1_000, insecureHTTPParser: false };
        this.#server = options.tls === null ? (0,external_node_http_.createServer)(limits, serve) : (0,external_node_https_.createServer)({ ...limits, handshakeTimeout: HEADERS_MS, ...http_secure(options.tls) }, serve);
        this.#server.maxConnections = MAX_CONNECTIONS;
        this.#server.maxRequestsPerSocket = MAX_REQUESTS_PER_CONNECTION;
        this.#server.on('upgrade', (_request, socket) => socket.destroy());
        this.#server.on('connect', (_request, socket) => socket.destroy());
        this.#server.on('error', (thrown) => options.log.warn('an HTTP listener failed', { reason: (0,errors/* messageOf */.bD)(thrown) }));
    }
    get port() {
        return this.#server.address()?.port ?? 0;
    }
    /** New connections get this certificate. Throws when it can't be used, and then nothing changes. */
    renewCertificate(tls) {
        if ('setSecureContext' in this.#server)
            this.#server.setSecureContext(http_secure(tls));
    }
    /** Lets nobody in any more; requests in flight are answered, at most for a while. */
    async close() {
        const closed = new Promise((resolve) => this.#server.close(resolve));
        this.#server.closeIdleConnections();
        const timer = this.#options.runtime.after(DRAIN_MS, () => this.#server.closeAllConnections());
        await closed;
        timer.cancel();
    }
    #listen() {
        const { host, port, tls } = this.#options;
        return new Promise((resolve, reject) => {
            this.#server.once('error', (cause) => reject(new errors/* GateError */.ue('INPUT_INVALID', `can not listen on \`${host}:${port}\`: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'choose another address' })));
            this.#server.listen(port, host, () => {
                const { address } = this.#server.address();
                // By what was got: a name may have meant something else.
                if (tls !== null || address === '::1' || address.startsWith('127.')) {
                    resolve();
                    return;
                }
                this.#server.close();
                reject(new errors/* GateError */.ue('INPUT_INVALID', `\`${host}\` is not loopback, and no certificate is given`, { hint: 'listen on `127.0.0.1`, or give a certificate' }));
            });
        });
    }
    // The one catch of a request.
    async #serve(request, response) {
        const { handle, failed, log } = this.#options;
        let answer;
        try {
            answer = await handle(readable(request));
        }
        catch (thrown) {
            answer = failed(thrown);
        }
        try {
            send(response, answer);
            // What was not read would hold the connection.
            if (!request.readableEnded)
                request.resume();
        }
        catch (thrown) {
            log.warn('an answer could not be sent', { reason: (0,errors/* messageOf */.bD)(thrown) });
            response.destroy();
        }
    }
}
function http_secure({ cert, key }) {
    return { cert, key, minVersion: 'TLSv1.2' };
}
function readable(request) {
    const target = request.url ?? '';
    const cut = target.indexOf('?');
    return {
        method: request.method ?? '', path: cut === -1 ? target : target.slice(0, cut), query: cut !== -1,
        // A header sent twice is joined by a comma, and is then none that anybody here takes: Node by itself would keep the first of some.
        header: (name) => request.headersDistinct[name]?.join(', '),
        body: () => bodyOf(request),
    };
}
async function bodyOf(request) {
    const parts = [];
    let size = 0;
    try {
        for await (const part of request) {
            size += part.length;
            // Trying again would not make it any smaller.
            if (size > MAX_BODY_BYTES)
                throw new errors/* GateError */.ue('INPUT_INVALID', `the request has more than ${MAX_BODY_BYTES} bytes`, { hint: 'no token is that large' });
            parts.push(part);
        }
    }
    catch (thrown) {
        if (thrown instanceof errors/* GateError */.ue)
            throw thrown;
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the client went away before its request was whole', { cause: thrown });
    }
    return Buffer.concat(parts);
}
function send(response, { status, json, text, headers }) {
    const body = json !== undefined ? JSON.stringify(json) : (text?.body ?? '');
    const type = json !== undefined ? 'application/json' : text?.type;
    response.writeHead(status, {
        ...(type === undefined ? {} : { 'content-type': type }), 'content-length': String(Buffer.byteLength(body)),
        'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers,
    }).end(body);
}

// EXTERNAL MODULE: ./node_modules/prom-client/index.js
var prom_client = __webpack_require__(95222);
;// CONCATENATED MODULE: ./lib/server/metrics.js
// SPDX-License-Identifier: Apache-2.0
//
// Counters and gauges for Prometheus. Labels come from closed sets and from names of the operator's file, so that nobody can make them
// grow. Refuses to say anything about single sessions, people or statements.
// @see https://prometheus.io/docs/practices/naming/

/** The gateway's metrics; each gateway has a registry of its own. */
class Metrics {
    #registry = new prom_client.Registry();
    #opened;
    #refused;
    #ended;
    #operations;
    #reloads;
    #reloaded;
    constructor(gauges) {
        const registers = [this.#registry];
        (0,prom_client.collectDefaultMetrics)({ register: this.#registry });
        const gauge = (name, help, value) => void new prom_client.Gauge({ name, help, registers, collect() { this.set(value()); } });
        gauge('ostiary_ready', '1 when sessions can be opened.', () => Number(gauges.ready()));
        gauge('ostiary_sessions', 'Sessions that are open.', () => gauges.sessions());
        gauge('ostiary_connections', 'Connections to resources that are open.', () => gauges.connections());
        this.#opened = new prom_client.Counter({ name: 'ostiary_sessions_opened_total', help: 'Sessions opened.', registers });
        this.#refused = new prom_client.Counter({ name: 'ostiary_requests_refused_total', help: 'Requests to the API that were refused, by code.', labelNames: ['code'], registers });
        this.#ended = new prom_client.Counter({ name: 'ostiary_sessions_ended_total', help: 'Sessions ended, by why: job, lease, limit, revoked.', labelNames: ['why'], registers });
        this.#operations = new prom_client.Counter({ name: 'ostiary_operations_total', help: 'Operations decided, by resource and decision.', labelNames: ['resource', 'decision'], registers });
        this.#reloads = new prom_client.Counter({ name: 'ostiary_reloads_total', help: 'Times that the file was read again, by result.', labelNames: ['result'], registers });
        this.#reloaded = new prom_client.Gauge({ name: 'ostiary_last_reload_successful', help: '0 when the file on disk is not the one in force, because it is invalid.', registers });
        this.#reloaded.set(1);
    }
    /** Content type of `text`. */
    get contentType() {
        return this.#registry.contentType;
    }
    text() {
        return this.#registry.metrics();
    }
    sessionOpened() {
        this.#opened.inc();
    }
    sessionEnded(why) {
        this.#ended.inc({ why });
    }
    requestRefused(code) {
        this.#refused.inc({ code });
    }
    decided(resource, decision) {
        this.#operations.inc({ resource, decision });
    }
    reloaded(result) {
        this.#reloads.inc({ result });
        this.#reloaded.set(result === 'ok' ? 1 : 0);
    }
}

;// CONCATENATED MODULE: ./lib/server/used-proofs.js
// SPDX-License-Identifier: Apache-2.0
//
// Proofs of possession that were used, in memory and in the store, so that each is good once, also when the gateway was started anew in
// between. Refuses to forget one that could still be shown.


/** One for each gateway. */
class UsedProofs {
    #options;
    #memory;
    constructor(options) {
        this.#options = options;
        this.#memory = new dpop/* ProofMemory */.Qs(options.runtime);
    }
    /** Uses up a proof for as long as this process lives: for what can be asked twice, and has to work when the store does not. Throws IDENTITY_UNTRUSTED, LIMIT_EXCEEDED. */
    claimHere(proof) {
        this.#memory.claim(proof);
    }
    /** Uses up a proof. Throws IDENTITY_UNTRUSTED the second time, LIMIT_EXCEEDED when too many are remembered, STORE_FAILED. */
    async claim(proof) {
        // First of all: it takes no time, and holds the store to its bound.
        this.claimHere(proof);
        const record = { version: 1, until: proof.issuedAt + dpop/* PROOF_KEPT_MS */.P8 };
        if (!(await this.#options.store.create('proof', nameOf(proof), record)))
            throw (0,dpop/* usedBefore */.Jn)();
    }
    /** Forgets those that are too old to be shown. Throws STORE_FAILED. */
    async forget() {
        const { store, runtime, log } = this.#options;
        for (const key of await store.keys('proof')) {
            try {
                const { until } = ((await store.read('proof', key)) ?? {});
                if (typeof until === 'number' && until < runtime.now())
                    await store.remove('proof', key);
            }
            catch {
                log.warn(`the proof \`${key}\` can not be looked at, and stays`);
            }
        }
    }
}
function nameOf({ thumbprint, id }) {
    return (0,external_node_crypto_.createHash)('sha256').update(`${thumbprint} ${id}`).digest('base64url');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/store/lock.js
// SPDX-License-Identifier: Apache-2.0
//
// One owner for one store: a file that says who has it, with a beat that only a living owner makes. A dead owner's is taken over, at once
// where the dead can be told from the living, else when nothing has beaten for a while; no clock but our own is asked. Refuses two owners, and
// tells one that lost it (a machine that slept) to stop.





const FILE = 'owner.json';
const BEAT_MS = 2_000;
/** An owner that can't be asked is dead when it made no beat for this long. */
const SILENCE_MS = 4 * BEAT_MS;
/** A held store. */
class StoreLock {
    /** Settles when somebody else has it now, with what to say; never when all is well. */
    lost;
    #path;
    #timer;
    #owner;
    #writing = Promise.resolve();
    #released = false;
    #lose = () => undefined;
    /** Takes the store in a folder; throws STORE_FAILED when somebody has it. */
    static async take(folder, runtime) {
        const path = (0,external_node_path_.join)(folder, FILE);
        const me = { nonce: runtime.random(16).toString('hex'), host: (0,external_node_os_.hostname)(), pid: process.pid, process: await processOf(process.pid), beat: 0 };
        try {
            while (!(await made(path, me))) {
                const other = await ownerAt(path);
                if (other !== null && (await succeeded(path, other, me, runtime)))
                    break;
            }
        }
        catch (thrown) {
            throw thrown instanceof errors/* GateError */.ue ? thrown : new errors/* GateError */.ue('STORE_FAILED', `the store can not use \`${path}\`: ${(0,errors/* messageOf */.bD)(thrown)}`, { hint: 'is the disk there, writable and not full?', cause: thrown });
        }
        return new StoreLock(path, me, runtime);
    }
    constructor(path, owner, runtime) {
        this.#path = path;
        this.#owner = owner;
        this.lost = new Promise((resolve) => (this.#lose = resolve));
        this.#timer = runtime.every(BEAT_MS, () => {
            this.#writing = this.#writing.then(() => this.#beat());
        });
    }
    /** Gives it back. Never throws: one that could not be given back is silent from now on. */
    async release() {
        this.#timer.cancel();
        this.#released = true;
        await this.#writing;
        const now = await ownerAt(this.#path).catch(() => null);
        if (now?.nonce === this.#owner.nonce)
            await (0,promises_.unlink)(this.#path).catch(() => undefined);
    }
    // A disk that fails for a moment is the store's to complain about; the next beat tries again.
    async #beat() {
        if (this.#released)
            return;
        try {
            const now = await ownerAt(this.#path);
            // Somebody tidied up by hand: it is ours still if nobody was quicker, which the next beat tells.
            if (now === null)
                return void (await made(this.#path, this.#owner));
            if (now.nonce !== this.#owner.nonce) {
                this.#timer.cancel();
                this.#lose(`process ${now.pid} on \`${now.host}\` has the store now`);
                return;
            }
            this.#owner = { ...this.#owner, beat: this.#owner.beat + 1 };
            await written(this.#path, this.#owner);
        }
        catch {
            return;
        }
    }
}
// False: there is one already, whoever made it.
async function made(path, owner) {
    const draft = `${path}.${owner.nonce}`;
    await (0,promises_.writeFile)(draft, JSON.stringify(owner), { mode: 0o600 });
    try {
        await (0,promises_.link)(draft, path);
        return true;
    }
    catch (thrown) {
        if (thrown.code === 'EEXIST')
            return false;
        throw thrown;
    }
    finally {
        await (0,promises_.unlink)(draft);
    }
}
// In one step, over whatever is there.
async function written(path, owner) {
    const draft = `${path}.${owner.nonce}`;
    await (0,promises_.writeFile)(draft, JSON.stringify(owner), { mode: 0o600 });
    await (0,promises_.rename)(draft, path);
}
// Null: there is none any more. What can't be read is one that nobody beats for.
async function ownerAt(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (thrown) {
        if (thrown.code === 'ENOENT')
            return null;
        throw thrown;
    }
    const nobody = { nonce: text, host: 'an unknown machine', pid: 0, process: null, beat: 0 };
    try {
        return { ...nobody, ...JSON.parse(text) };
    }
    catch {
        return nobody;
    }
}
/**
 * Takes the place of a dead owner; false: look again, it has changed. The dead have one heir each, whoever is first to make the file that is
 * named after them, and an heir that died, too, has one of its own: whoever ends that line, and finds the owner still there, replaces it in
 * one step, and only then does the line go. Who comes late to a line that is gone finds another owner.
 */
async function succeeded(path, other, me, runtime) {
    const line = [];
    for (let [dead, at] = [other, path];;) {
        await checkDead(at, dead, { path, me, runtime });
        const heir = `${path}.${(0,external_node_crypto_.createHash)('sha256').update(dead.nonce).digest('hex')}.heir`;
        line.push(heir);
        if (await made(heir, me))
            break;
        const next = await ownerAt(heir);
        if (next === null)
            return false;
        [dead, at] = [next, heir];
    }
    let mine = false;
    try {
        const now = await ownerAt(path);
        if (now !== null && isSame(now, other)) {
            await written(path, me);
            mine = true;
        }
    }
    finally {
        for (const heir of mine ? line : line.slice(-1))
            await (0,promises_.unlink)(heir).catch(unlessGone);
    }
    return mine;
}
async function checkDead(at, owner, { path, me, runtime }) {
    const state = await stateOf(owner, me);
    if (state === 'dead' || (state === 'unknown' && (await isSilent(at, owner, runtime))))
        return;
    throw new errors/* GateError */.ue('STORE_FAILED', `another gateway has the store: process ${owner.pid} on \`${owner.host}\` (\`${path}\`)`, { hint: 'one gateway, one store: stop that one, or give this one a `store.path` of its own' });
}
const isSame = (a, b) => a.nonce === b.nonce && a.beat === b.beat;
function unlessGone(thrown) {
    if (thrown.code !== 'ENOENT')
        throw thrown;
}
// Told at once in the same run of the same kernel, and the same name space: whether there is that very process.
async function stateOf({ pid, process: its }, { process: mine }) {
    if (its === null || mine === null || its.boot !== mine.boot || its.space !== mine.space)
        return 'unknown';
    return (await processOf(pid))?.start === its.start ? 'alive' : 'dead';
}
async function isSilent(path, other, runtime) {
    await new Promise((resolve) => void runtime.after(SILENCE_MS, resolve));
    const now = await ownerAt(path);
    return now === null || isSame(now, other);
}
// Linux tells; elsewhere nobody does.
async function processOf(pid) {
    try {
        const [boot, space, stat] = await Promise.all([(0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8'), (0,promises_.readlink)('/proc/self/ns/pid'), (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8')]);
        // The name of a program may hold anything, so what follows is counted from its last bracket: `start` is field 22 of proc(5).
        const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // A dead one that nobody has buried yet.
        return state === 'Z' || state === 'X' ? null : { boot: boot.trim(), space, start: fields[18] ?? '' };
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/main/upstream.js + 4 modules
var main_upstream = __webpack_require__(27535);
// EXTERNAL MODULE: ./lib/approval/ask-only.js
var ask_only = __webpack_require__(64965);
// EXTERNAL MODULE: ./lib/approval/enforce.js + 1 modules
var enforce = __webpack_require__(74547);
// EXTERNAL MODULE: ./lib/approval/write-back.js + 1 modules
var write_back = __webpack_require__(17318);
// EXTERNAL MODULE: ./lib/identity/principal.js
var identity_principal = __webpack_require__(30512);
// EXTERNAL MODULE: ./lib/policy/tighten.js
var tighten = __webpack_require__(4521);
// EXTERNAL MODULE: ./lib/main/approvals.js
var approvals = __webpack_require__(86325);
// EXTERNAL MODULE: ./lib/main/job-person.js
var job_person = __webpack_require__(26210);
// EXTERNAL MODULE: ./lib/main/manifest-policy.js + 1 modules
var manifest_policy = __webpack_require__(71448);
// EXTERNAL MODULE: ./lib/main/trusted-authority.js
var trusted_authority = __webpack_require__(38574);
// EXTERNAL MODULE: ./lib/approval/break-glass.js
var break_glass = __webpack_require__(78961);
;// CONCATENATED MODULE: ./lib/main/gateway/break-glass.js
// SPDX-License-Identifier: Apache-2.0
//
// Break-glass at a gateway: asked for when a session is opened, judged by the operator's file and by the word of the forge, asked with the
// gateway's own token. A repository's policy can tighten it: what its rules want reviewed runs without one only where it says so itself.
// Refuses callers whose run the forge of their reviews does not know.



/** Breaks it: checks who it is, and tells the others. Throws DENIED, FORGE_FAILED, and then nothing is open. */
async function broke({ session, reason, resources, operator, names, repository, repositoryId, run, starter }, forge, runtime) {
    const settings = (0,break_glass/* mayBreak */.Xj)(operator, names);
    if (run === null)
        throw new errors/* GateError */.ue('DENIED', 'break-glass: the forge of the reviews does not know what started this session', { hint: 'open it from a job that somebody of the group started, in the repository where its reviews are' });
    const also = repository?.policy.breakGlass ?? null;
    const own = also !== null && repository?.names.some((name) => also.principals.includes(name)) === true ? also : null;
    const glass = await (0,break_glass/* breakGlass */.Mb)({
        repositoryId, session, run, starter, reason, resources, may: own === null ? [settings] : [settings, own], notify: own === null ? settings.notify : both(settings.notify, own.notify),
        maxMs: Math.min(settings.maxMs, own?.maxMs ?? Infinity), now: runtime.now(),
    }, forge, () => runtime.monotonicMs());
    return { glass, liftsAll: repository === null || own !== null };
}
/** Answers of a session under break-glass; `otherwise`: what it does not lift. */
function underBreakGlass({ glass, liftsAll }, otherwise) {
    return { claim: (operation, principal, asked) => (!liftsAll && asked.rules.some(tighten/* isOfRepository */.iI) ? otherwise : glass).claim(operation, principal, asked) };
}
function both(one, other) {
    return { users: [...new Set([...one.users, ...other.users])], teams: [...new Set([...one.teams, ...other.teams])] };
}

;// CONCATENATED MODULE: ./lib/identity/assertion-claims.js
// SPDX-License-Identifier: Apache-2.0
//
// What a signed assertion says, read from its XML as node-saml's parser gives it: lists of elements, `_` their text, `$` their attributes.
// Refuses to guess: what is there twice where once is meant counts as not there, and an attribute never takes the name of a claim of ours.
/** Claims that are ours to say. */
const OURS = new Set(['iss', 'sub', 'aud', 'exp', 'iat', 'nbf', 'jti']);
/** `2026-11-26T10:00:00.123Z`; misses other zones, which SAML does not allow. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u;
/** Reads it; what is missing is empty or null, for the caller to refuse. */
function readAssertion(xml) {
    const assertion = (typeof xml['Assertion'] === 'object' && xml['Assertion'] !== null ? xml['Assertion'] : {});
    const subject = only(assertion, 'Subject');
    const conditions = only(assertion, 'Conditions');
    const [id, version, issuer, name] = [attribute(assertion, 'ID'), attribute(assertion, 'Version'), textOf(only(assertion, 'Issuer')), textOf(only(subject, 'NameID'))];
    const ends = assertion_claims_all(assertion, 'AuthnStatement').map((statement) => instant(attribute(statement, 'SessionNotOnOrAfter'))).filter((end) => end !== null);
    return {
        id, version, issuer, subject: name,
        audiences: audiencesIn(conditions), confirmations: assertion_claims_all(subject, 'SubjectConfirmation').map(confirmation),
        issuedAt: instant(attribute(assertion, 'IssueInstant')), notBefore: instant(attribute(conditions, 'NotBefore')), notOnOrAfter: instant(attribute(conditions, 'NotOnOrAfter')),
        sessionEnd: ends.length === 0 ? null : Math.min(...ends), claims: Object.freeze(claimsIn(assertion)),
    };
}
// Several restrictions all have to hold; all of their audiences together must then be one.
function audiencesIn(conditions) {
    return [...new Set(assertion_claims_all(conditions, 'AudienceRestriction').flatMap((restriction) => assertion_claims_all(restriction, 'Audience').map(textOf)))];
}
function confirmation(node) {
    const data = only(node, 'SubjectConfirmationData');
    return { method: attribute(node, 'Method'), recipient: attribute(data, 'Recipient'), notOnOrAfter: instant(attribute(data, 'NotOnOrAfter')) };
}
function claimsIn(assertion) {
    const found = new Map();
    for (const one of assertion_claims_all(assertion, 'AttributeStatement').flatMap((statement) => assertion_claims_all(statement, 'Attribute'))) {
        const name = attribute(one, 'Name');
        if (name === '' || OURS.has(name))
            continue;
        found.set(name, [...(found.get(name) ?? []), ...assertion_claims_all(one, 'AttributeValue').map(textOf)]);
    }
    const claims = Object.create(null);
    for (const [name, values] of found)
        claims[name] = values.length === 1 ? values[0] : Object.freeze(values);
    return claims;
}
function assertion_claims_all(node, name) {
    const found = Object.hasOwn(node, name) ? node[name] : undefined;
    // xml2js gives an empty element as text.
    return Array.isArray(found) ? found.map((one) => (typeof one === 'object' && one !== null ? one : { _: one })) : [];
}
function only(node, name) {
    const found = assertion_claims_all(node, name);
    return found.length === 1 && found[0] !== undefined ? found[0] : {};
}
// An element with elements in it is no text: half of it could be somebody's idea of a name.
function textOf(node) {
    const plain = Object.keys(node).every((name) => name === '_' || name === '$');
    return plain && typeof node['_'] === 'string' ? node['_'].trim() : '';
}
function attribute(node, name) {
    const attributes = Object.hasOwn(node, '$') ? node['$'] : {};
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return typeof value === 'string' ? value : '';
}
function instant(text) {
    const time = INSTANT.test(text) ? Date.parse(text) : NaN;
    return Number.isFinite(time) ? time : null;
}

// EXTERNAL MODULE: ./lib/identity/refusal-messages.js
var refusal_messages = __webpack_require__(15991);
;// CONCATENATED MODULE: ./lib/identity/saml-shape.js
// SPDX-License-Identifier: Apache-2.0
//
// Looks at the text of a SAML response before any XML parser does, and takes one shape only: elements, attributes and text, one assertion,
// signed where it stands. Refuses everything that wrapping, truncation and entity attacks need: a second assertion anywhere, signatures
// over something else, comments, processing instructions, CDATA, document types, entities, transforms that select, weak digests.
// @see https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky (XSW 1 to 8)

/** Source: a response with 200 groups has some 700 elements, ten deep. */
const MAX_ELEMENTS = 4000;
const MAX_DEPTH = 24;
const MAX_ATTRIBUTES = 20;
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ALLOWED = {
    CanonicalizationMethod: [EXCLUSIVE],
    Transform: [`${DSIG}enveloped-signature`, EXCLUSIVE],
    SignatureMethod: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'],
    DigestMethod: ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'],
};
/** Elements with which something else could be brought in, by local name, whatever their namespace. */
const FOREIGN = new Set(['Object', 'Manifest', 'XPath', 'XSLT', 'stylesheet', 'Advice', 'Extensions', 'RetrievalMethod', 'KeyValue', 'BaseID', 'Evidence']);
const ENCRYPTED = new Set(['EncryptedAssertion', 'EncryptedID', 'EncryptedAttribute', 'NewEncryptedID', 'EncryptedData', 'EncryptedKey', 'CipherData']);
// One tag: `<a:Name x="1">`, `</a:Name>`, `<Name/>`. Linear: quoted values can hold neither `<` nor their own quote. Misses `<a b=c>`, `<!--`.
const TAG = /<(\/?)((?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gu;
/** The five entities of XML and characters by number; misses `&x;`. */
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/u;
const DECLARATION = /^<\?xml\s+version=["']1\.0["'](?:\s+encoding=["']utf-8["'])?(?:\s+standalone=["'](?:yes|no)["'])?\s*\?>/iu;
/** Throws IDENTITY_UNTRUSTED unless the text has that one shape. `kind` of what stands at its root: a response, or an assertion alone. */
function checkShape(xml) {
    const text = xml.replace(DECLARATION, '').trim();
    if (/<[!?]/u.test(text))
        throw refused('holds a comment, a document type, CDATA or an instruction');
    if (ENTITY.test(text))
        throw refused('holds an entity that is not one of XML\'s own');
    const elements = elementsOf(text);
    const [root] = elements;
    if (root?.name !== 'Response' && root?.name !== 'Assertion')
        throw refused('is neither a response nor an assertion');
    for (const { name } of elements) {
        if (ENCRYPTED.has(name))
            throw (0,refusal_messages/* untrusted */.bp)('the assertion is encrypted', 'give it as the identity provider signed it; let it sign, and TLS encrypt');
        if (FOREIGN.has(name))
            throw refused(`holds the element \`${name}\``);
    }
    checkIds(elements);
    const assertions = named(elements, 'Assertion');
    const [assertion] = assertions;
    if (assertions.length !== 1 || assertion === undefined)
        throw refused(`holds ${assertions.length} assertions, not one`);
    if (assertion !== root && assertion.parent !== root)
        throw refused('holds its assertion in an odd place');
    checkSignatures(elements, assertion);
    return root.name;
}
function checkSignatures(elements, assertion) {
    const signatures = named(elements, 'Signature');
    if (signatures.filter((signature) => signature.parent === assertion).length !== 1)
        throw (0,refusal_messages/* untrusted */.bp)('the assertion is not signed', 'let the identity provider sign assertions, not only responses');
    for (const signature of signatures) {
        const signed = signature.parent;
        const references = below(elements, signature, 'Reference');
        const onRoot = signed?.parent === null && signed.name === 'Response';
        if (signed !== assertion && !onRoot)
            throw refused('holds a signature in an odd place');
        if (references.length !== 1 || below(elements, signature, 'SignedInfo').length !== 1 || references[0]?.attributes.get('URI') !== `#${signed.attributes.get('ID') ?? ''}`)
            throw refused('is signed over something else than it says');
    }
    if (signatures.some((signature) => signatures.some((other) => other !== signature && other.parent === signature.parent)))
        throw refused('is signed twice');
    for (const [name, algorithms] of Object.entries(ALLOWED)) {
        const strange = named(elements, name).find(({ attributes }) => !algorithms.includes(attributes.get('Algorithm') ?? ''));
        if (strange !== undefined)
            throw (0,refusal_messages/* untrusted */.bp)(`the assertion is signed with the ${name} \`${strange.attributes.get('Algorithm') ?? ''}\``, 'let the identity provider sign with RSA and SHA-256, exclusive canonicalisation');
    }
}
// Whatever a parser takes for an id, it must not find it twice.
function checkIds(elements) {
    const seen = new Set();
    for (const { attributes } of elements) {
        for (const [name, value] of attributes) {
            if (name.toLowerCase().replace(/^.*:/u, '') !== 'id')
                continue;
            if (!/^[A-Za-z_][\w.-]{0,255}$/u.test(value) || seen.has(value))
                throw refused('holds an id that is none, or twice the same');
            seen.add(value);
        }
    }
}
function named(elements, name) {
    return elements.filter((element) => element.name === name);
}
function below(elements, ancestor, name) {
    return named(elements, name).filter((element) => {
        let at = element.parent;
        while (at !== null && at !== ancestor)
            at = at.parent;
        return at === ancestor;
    });
}
function elementsOf(text) {
    const elements = [];
    const open = [];
    let at = 0;
    for (let next = text.indexOf('<'); next !== -1; next = text.indexOf('<', at)) {
        if (open.length === 0 && text.slice(at, next).trim() !== '')
            throw refused('is not well-formed XML');
        TAG.lastIndex = next;
        const [whole, closing, tag = '', attributes = '', empty] = TAG.exec(text) ?? [];
        if (whole === undefined || (elements.length > 0 && open.length === 0))
            throw refused('is not well-formed XML');
        at = next + whole.length;
        if (closing === '/') {
            if (open.pop()?.tag !== tag || attributes !== '' || empty === '/')
                throw refused('is not well-formed XML');
            continue;
        }
        const element = { name: tag.slice(tag.indexOf(':') + 1), parent: open.at(-1)?.element ?? null, depth: open.length, attributes: attributesOf(attributes) };
        if (elements.push(element) > MAX_ELEMENTS || element.depth > MAX_DEPTH)
            throw refused('is larger than any that an identity provider issues');
        if (empty !== '/')
            open.push({ element, tag });
    }
    if (open.length > 0 || text.slice(at).trim() !== '')
        throw refused('is not well-formed XML');
    return elements;
}
function attributesOf(text) {
    const attributes = new Map();
    for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
        if (attributes.has(name) || attributes.size >= MAX_ATTRIBUTES)
            throw refused('is not well-formed XML');
        attributes.set(name, double ?? single ?? '');
    }
    return attributes;
}
function refused(what) {
    return (0,refusal_messages/* untrusted */.bp)(`the assertion ${what}`, 'give it as the identity provider issued it');
}

;// CONCATENATED MODULE: ./lib/identity/assertion.js
// SPDX-License-Identifier: Apache-2.0
//
// Verifies a SAML 2.0 assertion and gives what it says in the shape of a verified token. The signature by node-saml, loaded when it is
// needed; the shape before it, and everything that is said after it, by us. Refuses what is not signed, not for us, not for here, not for
// now, or not the first time.
// @see https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf  @see https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf (4.1.4)




const MAX_CHARS = 256 * 1024;
const DEFAULT_SKEW_SECONDS = 30;
/** An assertion is made for this moment; identity providers let them live five minutes or an hour. */
const MAX_AGE_SECONDS = 600;
/** Assertions remembered until they end; one more is refused, never forgotten early. */
const MAX_REMEMBERED = 100_000;
/** The five that XML has by itself; the last one last. */
const ENTITIES = [['&lt;', '<'], ['&gt;', '>'], ['&quot;', '"'], ['&apos;', "'"], ['&amp;', '&']];
/** Remembers which assertions were used, until they end. Bounded: when it is full, new ones are refused. */
class AssertionMemory {
    #max;
    #used = new Map();
    constructor(max = MAX_REMEMBERED) {
        this.#max = max;
    }
    /** Uses one up. Throws IDENTITY_UNTRUSTED the second time, LIMIT_EXCEEDED when too many are remembered. Times: milliseconds. */
    claim(id, until, now) {
        if (this.#used.has(id))
            throw untrusted('the assertion was used before', 'sign in again');
        if (this.#used.size >= this.#max)
            for (const [known, end] of this.#used)
                if (end <= now)
                    this.#used.delete(known);
        if (this.#used.size >= this.#max)
            throw new GateError('LIMIT_EXCEEDED', 'too many assertions within a short time', { hint: 'try again in some minutes' });
        this.#used.set(id, until);
    }
}
/**
 * Verifies what an identity provider issued: a `SAMLResponse` in base64 as browsers post it, or one assertion in base64url as RFC 8693 has it.
 * Throws IDENTITY_UNTRUSTED; INPUT_INVALID when our own options are not good. Never repeats the assertion.
 */
async function verifyAssertion(text, options) {
    const { runtime, audience, recipient } = options;
    const xml = decoded(text);
    const response = checkShape(xml) === 'Response' ? xml : wrapped(xml);
    const said = readAssertion(await signedPart(response, options));
    // INVARIANT: from here on nothing is read but what was signed.
    const skew = Math.min(Math.max(options.clockSkewSeconds ?? DEFAULT_SKEW_SECONDS, 0), 300) * 1000;
    const now = runtime.now();
    if (said.version !== '2.0')
        throw (0,refusal_messages/* untrusted */.bp)(`the assertion has the version ${(0,refusal_messages/* shown */.SP)(said.version)}`, 'SAML 2.0 is what is read here');
    if (said.issuer !== options.issuer)
        throw (0,refusal_messages/* untrusted */.bp)(`the assertion's issuer is ${(0,refusal_messages/* shown */.SP)(said.issuer)}`, `\`${options.issuer}\` alone is trusted (compared character by character)`);
    if (said.audiences.length !== 1 || said.audiences[0] !== audience)
        throw (0,refusal_messages/* untrusted */.bp)(`the assertion is for the audience ${said.audiences.map(refusal_messages/* shown */.SP).join(', ') || '(none)'}, and \`${audience}\` alone is accepted`, 'name this gateway as the only service provider of that application');
    if (said.subject === '')
        throw (0,refusal_messages/* untrusted */.bp)('the assertion names nobody (`NameID`)', 'let the identity provider send a lasting id of the person');
    const confirmed = said.confirmations.find((one) => one.method === 'urn:oasis:names:tc:SAML:2.0:cm:bearer' && one.recipient === recipient);
    if (confirmed === undefined)
        throw (0,refusal_messages/* untrusted */.bp)(`the assertion is not made out to \`${recipient}\` (\`Recipient\`)`, 'give the identity provider that address for its responses');
    const expiresAt = checkTimes(said, confirmed.notOnOrAfter, { now, skew });
    options.used?.claim(`${said.issuer} ${said.id}`, expiresAt + skew, now);
    return { kind: 'saml', issuer: said.issuer, subject: said.subject, audience, claims: said.claims, expiresAt, tokenId: said.id, sessionEndsAt: said.sessionEnd };
}
/** The issuers that an assertion or its response names, before anything of it is believed: to look up whose certificates to use. Throws IDENTITY_UNTRUSTED. */
function namedIssuers(text) {
    const xml = decoded(text);
    checkShape(xml);
    // Hits `<saml:Issuer Format="x">https://idp</saml:Issuer>`, misses `<Issuers>`; nothing but elements, attributes and text is left by now.
    const found = [...xml.matchAll(/<(?:[\w.-]{1,100}:)?Issuer(?:\s[^>]{0,1000})?>([^<]{0,4096})</gu)].map(([, name = '']) => ENTITIES.reduce((said, [escape, sign]) => said.replaceAll(escape, sign), name).trim());
    return [...new Set(found)];
}
function checkTimes(said, confirmedUntil, { now, skew }) {
    const { issuedAt, notBefore, notOnOrAfter, sessionEnd } = said;
    if (issuedAt === null || notOnOrAfter === null || confirmedUntil === null)
        throw (0,refusal_messages/* untrusted */.bp)('the assertion does not say its time', 'let the identity provider write `IssueInstant`, and `NotOnOrAfter` of conditions and subject');
    if (issuedAt > now + skew || (notBefore ?? 0) > now + skew)
        throw (0,refusal_messages/* untrusted */.bp)('the assertion is not valid yet', "compare this machine's clock with the identity provider's");
    const end = Math.min(notOnOrAfter, confirmedUntil, sessionEnd ?? Infinity);
    if (end <= now - skew)
        throw (0,refusal_messages/* untrusted */.bp)(`the assertion expired ${Math.round((now - end) / 1000)} s ago`, 'sign in again');
    if (now - issuedAt > MAX_AGE_SECONDS * 1000 + skew)
        throw (0,refusal_messages/* untrusted */.bp)(`the assertion is ${Math.round((now - issuedAt) / 1000)} s old, and ${MAX_AGE_SECONDS} s is the limit`, 'sign in again');
    return Math.min(end, issuedAt + MAX_AGE_SECONDS * 1000);
}
function decoded(text) {
    if (text.length > MAX_CHARS)
        throw (0,refusal_messages/* untrusted */.bp)(`the assertion has more than ${MAX_CHARS} characters`, 'no identity provider issues such ones');
    const compact = text.replace(/[\r\n]/gu, '');
    if (!/^[A-Za-z0-9+/_-]+={0,2}$/u.test(compact))
        throw (0,refusal_messages/* untrusted */.bp)('what was given is not an assertion', 'give it in base64, as the identity provider posts it');
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(compact, 'base64url'));
    }
    catch {
        throw (0,refusal_messages/* untrusted */.bp)('what was given is not an assertion', 'give it in base64, as the identity provider posts it');
    }
}
// node-saml reads responses. The wrapper is not signed, and nothing of it is read; exclusive canonicalisation leaves its namespace out.
function wrapped(assertion) {
    const bare = assertion.replace(/^<\?xml[^>]*\?>/u, '');
    return `<ostiary:Response xmlns:ostiary="urn:oasis:names:tc:SAML:2.0:protocol" ID="_ostiary" Version="2.0">${bare}</ostiary:Response>`;
}
// The bytes that the signature covers, as node-saml gives them back; it checks the signature against our certificates, never against one
// that the assertion brings. Audience and times are ours to check: it knows one clock, and takes an audience among others.
async function signedPart(response, options) {
    if (options.certificates.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `no certificate of \`${options.issuer}\` is known`, { hint: 'name the PEM file of its signing key' });
    const { SAML, ValidateInResponseTo } = (await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(5563)]).then(__webpack_require__.t.bind(__webpack_require__, 45563, 19))).default;
    try {
        const reader = new SAML({
            idpCert: [...options.certificates], idpIssuer: options.issuer, issuer: options.audience, audience: false, callbackUrl: options.recipient,
            wantAssertionsSigned: true, wantAuthnResponseSigned: false, validateInResponseTo: ValidateInResponseTo.never, acceptedClockSkewMs: -1,
        });
        const { profile } = await reader.validatePostResponseAsync({ SAMLResponse: Buffer.from(response, 'utf8').toString('base64') });
        const assertion = profile?.getAssertion?.();
        if (assertion === undefined)
            throw new Error('nothing of it is signed');
        return assertion;
    }
    catch (cause) {
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the assertion is not what its issuer signed: ${(0,errors/* messageOf */.bD)(cause).slice(0, 200)}`, { hint: 'give it as the identity provider issued it, and compare the certificate', cause });
    }
}

// EXTERNAL MODULE: ./lib/identity/verify.js
var verify = __webpack_require__(10965);
// EXTERNAL MODULE: ./lib/main/admission.js + 1 modules
var admission = __webpack_require__(12358);
;// CONCATENATED MODULE: ./lib/main/gateway/callers.js
// SPDX-License-Identifier: Apache-2.0
//
// Who shows a token, which job that is, and what the policy of its repository says. Refuses to take any of it from the job: everything
// comes from the verified token, and from the forge by the numeric id in it.








/** Verifies a token of one of the types that the API takes. Throws IDENTITY_UNTRUSTED, UPSTREAM_FAILED. */
async function verifySubject(token, type, config, world) {
    if (type.endsWith(':saml2'))
        return verifyPerson(token, config, world.runtime);
    if (config.issuers.length === 0)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this gateway takes assertions of an identity provider only', { hint: 'show one, with `subject_token_type` `urn:ietf:params:oauth:token-type:saml2`' });
    const { kind, issuer, subject, audience, claims, expiresAt, tokenId } = await (0,verify/* verifyToken */.n)(token, {
        issuers: config.issuers.map(({ trusted }) => trusted), audience: config.settings.audience, runtime: world.runtime, keys: world.keys,
    });
    return { token, endsAt: null, caller: { kind, issuer, subject, audience, claims, expiresAt, tokenId } };
}
// Its id is used up where sessions are opened, in the store, as those of tokens are.
async function verifyPerson(text, { providers }, runtime) {
    if (providers.length === 0)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this gateway takes no SAML assertions', { hint: 'show an OIDC token, or have its operator add an issuer of kind `saml`' });
    const named = namedIssuers(text);
    const provider = providers.find(({ issuer }) => named.includes(issuer));
    if (provider === undefined)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the assertion's issuer is ${named.map(refusal_messages/* shown */.SP).join(', ') || '(none)'}, which is not trusted here`, { hint: "compare it with `issuers` of the gateway's file, character by character" });
    const { kind, issuer, subject, audience, claims, expiresAt, tokenId, sessionEndsAt } = await verifyAssertion(text, { ...provider, runtime });
    return { token: text, endsAt: sessionEndsAt, caller: { kind, issuer, subject, audience, claims, expiresAt, tokenId } };
}
/** How the issuers of a file are asked for their keys. `config`: the file in force at the moment of asking. */
function issuerAccess(config, secrets) {
    return async (issuer) => {
        const found = config().issuers.find(({ trusted }) => (0,identity_issuers/* trustOf */.An)([trusted], issuer) !== null);
        const token = found?.settings.token ?? null;
        const ca = found?.ca ?? null;
        return { ...(ca === null ? {} : { ca }), ...(token === null ? {} : { bearer: await secrets.read(token) }) };
    };
}
/** The claims that make a job that job and no other, by kind of issuer: a token of a second attempt is another job's. */
const JOB_CLAIMS = {
    github: ['repository_id', 'run_id', 'run_attempt', 'check_run_id'], gitlab: ['project_id', 'pipeline_id', 'job_id'], oidc: [], saml: [],
};
/** Claims that say in a recording where it came from. */
const FACTS = ['repository', 'repository_id', 'run_id', 'run_attempt', 'check_run_id', 'workflow_ref', 'event_name', 'project_path', 'project_id', 'pipeline_id', 'job_id', 'pipeline_source', 'ref', 'sha', 'environment'];
/** The one job that a token is of. */
function jobOf({ kind, issuer, subject, claims }) {
    return JSON.stringify([kind, issuer, subject, ...JOB_CLAIMS[kind].map((name) => (0,identity_principal/* claimText */.Q1)(claims, name))]);
}
/** Facts of the job for the header of its recording; only what was signed. */
function factsOf({ claims }) {
    return Object.fromEntries(FACTS.flatMap((name) => {
        const text = (0,identity_principal/* claimText */.Q1)(claims, name);
        return text === null ? [] : [[name, text]];
    }));
}
/** The policy on the protected branch of the caller's repository; null when this issuer's are not asked for. Throws FORGE_FAILED. */
async function repositoryPolicy(caller, config, world) {
    const issuer = config.issuers.find(({ trusted }) => caller.kind === trusted.kind && (0,identity_issuers/* trustOf */.An)([trusted], caller.issuer) !== null);
    const policy = issuer?.settings.policy ?? null;
    const verified = verifiedOf(caller);
    if (issuer === undefined || policy === null || verified.kind === 'saml')
        return null;
    const forge = await forgeOf(issuer, verified, await world.secrets.read(policy.token), world.runtime);
    const { text, source } = await forge.readPolicy((0,admission/* repositoryOf */._)(verified), policy.path);
    return { text, source };
}
/** The repository's policy of a session, loaded, and which of its identities the caller satisfies. Throws POLICY_INVALID. */
async function repositoryOfSession(repository, caller, now) {
    if (repository === null)
        return null;
    const policy = await (0,load/* loadPolicy */.tb)({ text: repository.text, file: repository.source }, { now });
    return { policy, names: (0,identity_principal/* principalOf */.i6)(verifiedOf(caller), policy.identities).names };
}
/** The caller as the operator's file knows it. */
function operatorPrincipal(caller, policy) {
    return (0,identity_principal/* principalOf */.i6)(verifiedOf(caller), policy.identities);
}
/** Where the approvals of a caller are looked for; null: the operator named nothing. */
function forgeFor(caller, { issuers, providers, forges }) {
    const name = caller.kind === 'saml' ? providers.find(({ issuer }) => issuer === caller.issuer)?.forge : issuers.find(({ trusted }) => caller.kind === trusted.kind && (0,identity_issuers/* trustOf */.An)([trusted], caller.issuer) !== null)?.settings.forge;
    return forges.find(({ settings }) => settings.name === name) ?? null;
}
/** The caller in the words of the identity room. */
function verifiedOf({ kind, issuer, subject, audience, claims, expiresAt, tokenId }) {
    const said = { issuer, subject, audience, claims, expiresAt };
    return kind === 'saml' ? { ...said, kind, tokenId: tokenId ?? '', sessionEndsAt: null } : { ...said, kind, tokenId };
}
async function forgeOf({ settings }, verified, token, runtime) {
    if (settings.kind === 'github') {
        const { GitHubForge } = await __webpack_require__.e(/* import() */ 5788).then(__webpack_require__.bind(__webpack_require__, 75788));
        return new GitHubForge({ baseUrl: settings.policy?.api ?? 'https://api.github.com', token, runtime });
    }
    const { GitLabForge } = await __webpack_require__.e(/* import() */ 8455).then(__webpack_require__.bind(__webpack_require__, 50836));
    return new GitLabForge({ job: { issuer: verified.issuer, claims: verified.claims }, jobToken: '', accessToken: token, runtime });
}

;// CONCATENATED MODULE: ./lib/main/gateway/review-forge.js
// SPDX-License-Identifier: Apache-2.0
//
// A forge as a gateway asks it about reviews: with the gateway's own token, read when it is needed, and with claims that are unique in the
// gateway's store before they are a tag. Refuses a claim that any other session of this gateway has, whatever the forge says.

/** A token that does not end is read anew after this long, so that whoever renews it is followed; a leased one is renewed by itself. */
const KEEP_MS = 60_000;
/** See the header. */
class GatewayForge {
    kind;
    #options;
    #kept = null;
    constructor(options) {
        this.kind = options.kind;
        this.#options = options;
    }
    // INVARIANT: of all sessions of this gateway one makes the record, and only that one goes on to ask for the tag, which is what jobs without a gateway compete for.
    async claim(repository, claim) {
        const { store, clock } = this.#options;
        const record = { version: 1, session: claim.session, at: clock.now() };
        if (!(await store.create('claim', claim.digest, record)) && (await this.#recorded(claim.digest)) !== claim.session)
            return 'taken';
        return (await this.#forge()).claim(repository, claim);
    }
    async claimant(...asked) {
        return (await this.#recorded(asked[1])) ?? (await this.#forge()).claimant(...asked);
    }
    repository = async (...asked) => (await this.#forge()).repository(...asked);
    pull = async (...asked) => (await this.#forge()).pull(...asked);
    reviews = async (...asked) => (await this.#forge()).reviews(...asked);
    commits = async (...asked) => (await this.#forge()).commits(...asked);
    changedPaths = async (...asked) => (await this.#forge()).changedPaths(...asked);
    pushes = async (...asked) => (await this.#forge()).pushes(...asked);
    history = async (...asked) => (await this.#forge()).history(...asked);
    openAt = async (...asked) => (await this.#forge()).openAt(...asked);
    mergedAs = async (...asked) => (await this.#forge()).mergedAs(...asked);
    standing = async (...asked) => (await this.#forge()).standing(...asked);
    team = async (...asked) => (await this.#forge()).team(...asked);
    file = async (...asked) => (await this.#forge()).file(...asked);
    prompters = async (...asked) => (await this.#forge()).prompters(...asked);
    underReview = async (...asked) => (await this.#forge()).underReview(...asked);
    claimsGuard = async (...asked) => (await this.#forge()).claimsGuard(...asked);
    open = async (...asked) => (await this.#forge()).open(...asked);
    addTo = async (...asked) => (await this.#forge()).addTo(...asked);
    requestReviewers = async (...asked) => (await this.#forge()).requestReviewers(...asked);
    showStatus = async (...asked) => (await this.#forge()).showStatus(...asked);
    comment = async (...asked) => (await this.#forge()).comment(...asked);
    close = async (...asked) => (await this.#forge()).close(...asked);
    merge = async (...asked) => (await this.#forge()).merge(...asked);
    async #recorded(digest) {
        const found = (await this.#options.store.read('claim', digest));
        if (found === null)
            return null;
        if (found.version !== 1 || typeof found.session !== 'string')
            throw new errors/* GateError */.ue('STORE_FAILED', 'a claim in the store is not one that this version knows', { hint: 'was it written by another version, or by hand?' });
        return found.session;
    }
    /** Gives the token back. Never throws. */
    async release() {
        const kept = this.#kept;
        this.#kept = null;
        await kept?.connected.then(({ held }) => held.release(), () => undefined);
    }
    async #forge() {
        const { clock, connect } = this.#options;
        const known = this.#kept;
        const kept = known !== null && (clock.monotonicMs() - known.at < KEEP_MS || (await isLeased(known.connected))) ? known : { at: clock.monotonicMs(), connected: connect() };
        if (this.#kept === known)
            this.#kept = kept;
        try {
            return (await kept.connected).forge;
        }
        catch (thrown) {
            if (this.#kept === kept)
                this.#kept = null;
            throw thrown;
        }
    }
}
function isLeased(connected) {
    return connected.then(({ held }) => held.endsAt !== null, () => false);
}

;// CONCATENATED MODULE: ./lib/main/gateway/approvals.js
// SPDX-License-Identifier: Apache-2.0
//
// Who answers at a gateway when an operation needs a review: the forge that the operator named for the caller's issuer, asked with the
// gateway's own token about the repository that the verified token (or the operator) names. Refuses everything where no forge is named.













/** Tokens of forges log in nowhere. */
const NOWHERE = { host: '', port: 0, user: null };
/** Between two looks, however many sessions begin. */
const LATE_MS = 60_000;
function placeOf({ caller }, config, world) {
    const forge = forgeFor(caller, config);
    const own = caller.kind === 'github' ? (0,identity_principal/* claimText */.Q1)(caller.claims, 'repository_id') : caller.kind === 'gitlab' ? (0,identity_principal/* claimText */.Q1)(caller.claims, 'project_id') : null;
    const repositoryId = forge === null ? null : (forge.settings.repository ?? own);
    if (forge === null || repositoryId === null)
        return null;
    const reviews = new GatewayForge({ kind: forge.settings.kind, connect: () => connect(forge, config, world), store: world.store, clock: world.runtime });
    const run = repositoryId === own && caller.kind === reviews.kind ? (0,identity_principal/* claimText */.Q1)(caller.claims, reviews.kind === 'github' ? 'run_id' : 'pipeline_id') : null;
    return { forge, reviews, repositoryId, own: repositoryId === own, run };
}
/** Breaks the glass for a session that asks for it; null: it does not, or it was broken before. Throws DENIED, FORGE_FAILED. */
async function brokenAt(record, config, world) {
    if (record.breakGlass === null || record.breakGlass.broken)
        return null;
    const place = placeOf(record, config, world);
    if (place === null)
        throw new errors/* GateError */.ue('DENIED', 'break-glass: this gateway asks no forge, which could tell who started this and tell somebody else', { hint: 'its operator would have to name one (`forges`); until then ask for a review' });
    const { id, caller, resources, breakGlass: { reason } } = record;
    const { kind } = place.reviews;
    if (place.run !== null)
        (0,job_person/* demandByHand */.w)(caller.claims, kind);
    const repository = await repositoryOfSession(record.repository, caller, world.runtime.now());
    const broken = await broke({
        session: id, reason, resources, operator: config.policy.breakGlass, names: operatorPrincipal(caller, config.policy).names, repository, repositoryId: place.repositoryId, run: place.run, starter: (0,job_person/* starterIn */.L)(caller.claims, kind),
    }, place.reviews, world.runtime).finally(() => place.reviews.release());
    world.log.warn(`session ${id}: break-glass, what needs a review runs without one`, { session: id, url: broken.glass.told.url, until: broken.glass.told.until, by: broken.glass.seen.by });
    return broken;
}
/** The approvals of one session. Throws nothing: what is missing is told when an operation asks. */
async function approvalsAt({ record, config, policy, repository, principal, broken }, world) {
    const { caller } = record;
    const place = placeOf(record, config, world);
    if (place === null)
        return { approvals: NOBODY, writeBack: null, outcomes: () => [], opening: [], release: () => Promise.resolve() };
    const { forge, reviews, repositoryId, own, run } = place;
    const { loadSqlReader } = await __webpack_require__.e(/* import() */ 2882).then(__webpack_require__.bind(__webpack_require__, 60501));
    const asked = new manifest_policy/* ManifestPolicy */.c({ decide: (question) => policy.decide(question), resources: config.policy.resources }, { principal, read: await loadSqlReader(), now: () => world.runtime.now(), approversOf: (0,tighten/* approversIn */.SN)(config.policy, repository) });
    // A page is put up by a job, which has the repository's policy alone.
    const alone = repository === null ? null : new manifest_policy/* ManifestPolicy */.c(repository.policy, { principal: { ...principal, names: repository.names }, read: await loadSqlReader(), now: () => world.runtime.now() });
    const unlikePolicy = (manifest) => (alone?.unlikePolicy(manifest) === null ? null : asked.unlikePolicy(manifest));
    const commit = own ? (0,identity_principal/* claimText */.Q1)(caller.claims, 'sha') : null;
    // A session that goes on after a restart does not know how far it had come: it may not use again what it used before.
    const session = `${record.id}-${record.parts}`;
    const reviewed = new enforce/* ReviewedApprovals */.qe({
        session, forge: reviews, repositoryId, otherwise: new ask_only/* AskOnly */.c(policy.approvers), explain: asked.explain, demandsOf: asked.demandsOf, unlikePolicy, demandsFor: asked.demandsFor, isFree: asked.isFree,
        proposers: forge.settings.proposers, approval: null,
        // Hits the id of a commit; whatever else a token says there leads to no pull request.
        commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
        monotonicMs: () => world.runtime.monotonicMs(),
        unguarded: (why) => world.log.warn(`whether the claim of an approval could be removed is not known: ${why}`),
    });
    lookLate(place, config, world);
    const writeBack = new write_back/* WriteBack */.D({ forge: reviews, repositoryId, session, run, after: config.policy.approvals.after, runtime: world.runtime });
    const release = () => reviews.release();
    if (broken === null)
        return { approvals: reviewed, writeBack, outcomes: () => reviewed.outcomes, opening: [], release };
    return { approvals: underBreakGlass(broken, reviewed), writeBack, outcomes: () => [...broken.glass.outcomes, ...reviewed.outcomes], opening: [broken.glass.seen], release };
}
// Nobody waits for it: it decides nothing.
function lookLate({ forge, reviews, repositoryId }, { policy }, { runtime, log, looked }) {
    const key = `${forge.settings.name} ${repositoryId}`;
    const now = runtime.monotonicMs();
    if (policy.breakGlass === null || now - (looked.get(key) ?? -Infinity) < LATE_MS)
        return;
    looked.set(key, now);
    void (0,approvals/* lookedAtLate */.Aq)({ forge: reviews, repositoryId, notify: policy.breakGlass.notify, log });
}
/** Answers where the operator named no forge. */
const NOBODY = {
    claim: () => Promise.resolve({ kind: 'pending', url: null, how: 'nobody can approve it here, since this gateway asks no forge for reviews: its operator would have to name one (`forges`)' }),
};
async function connect({ settings, ca }, config, { secrets, runtime, log }) {
    const world = ca === null ? runtime : (0,trusted_authority/* runtimeTrusting */.N)(ca, runtime);
    // Where it is kept is not the job's to know.
    const unread = (thrown) => {
        log.error('the token of a forge can not be read', { forge: settings.name, reason: (0,errors/* messageOf */.bD)(thrown) });
        throw new errors/* GateError */.ue('FORGE_FAILED', 'the gateway can not ask its forge', { hint: "the gateway's log says why", cause: thrown });
    };
    const held = await secrets.of(settings.token, config.settings.ownToken).hold(settings.token.reference, NOWHERE).catch(unread);
    const token = () => held.current().then(({ password }) => password, unread);
    if (settings.kind === 'github')
        return { held, forge: new (await __webpack_require__.e(/* import() */ 4602).then(__webpack_require__.bind(__webpack_require__, 34602))).GitHubApprovals({ baseUrl: settings.url ?? 'https://api.github.com', token, runtime: world }) };
    return { held, forge: new (await __webpack_require__.e(/* import() */ 1220).then(__webpack_require__.bind(__webpack_require__, 61220))).GitLabApprovals({ url: settings.url ?? 'https://gitlab.com', token, runtime: world }) };
}

// EXTERNAL MODULE: ./lib/commands/guide.js
var guide = __webpack_require__(92522);
// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/startup.js
var startup = __webpack_require__(44666);
;// CONCATENATED MODULE: ./lib/server/serial-writes.js
// SPDX-License-Identifier: Apache-2.0
//
// Writes about one thing, one after the other, each beginning when the one before is over, however that went. Refuses to keep anything of
// what is over.
/** Turns by key. */
class SerialWrites {
    #last = new Map();
    /** Runs `write` when nothing else of this key runs; resolves and rejects as it does. */
    async run(key, write) {
        const mine = (this.#last.get(key) ?? Promise.resolve()).then(write, write);
        const settled = mine.catch(() => undefined);
        this.#last.set(key, settled);
        try {
            return await mine;
        }
        finally {
            if (this.#last.get(key) === settled)
                this.#last.delete(key);
        }
    }
}

;// CONCATENATED MODULE: ./lib/server/session-book.js
// SPDX-License-Identifier: Apache-2.0
//
// The sessions of a gateway, in the store: a token opens one, for one job and one key; the key renews it; it ends once. Refuses a token
// that another job or key has used, for as long as the token lives, and to bring back what has ended.




/** Clocks may disagree: a token is remembered a little longer than it lives. */
const TOKEN_GRACE_MS = 10 * 60_000;
/** An ended session is kept so long that its job still hears how it went. */
const ENDED_MS = 60 * 60_000;
/** Opens, renews, ends and forgets sessions. */
class SessionBook {
    #options;
    #live = new Map();
    /** Being opened: not live yet, and a place each. */
    #opening = 0;
    /** Ended, whether or not the store could be told. */
    #over = new Map();
    /** Of the writes of each session. */
    #turns = new SerialWrites();
    /** With every session that the store has. Throws STORE_FAILED. */
    static async open(options) {
        const book = new SessionBook(options);
        for (const id of await options.store.keys('session')) {
            try {
                const record = sessionOf(await options.store.read('session', id));
                if (record !== null && record.ended === null)
                    book.#live.set(record.id, record);
            }
            catch (thrown) {
                // One record that can't be read costs its own session, nobody else's.
                options.log.warn(`the session \`${id}\` can not be read, and is not let in`, { reason: (0,errors/* messageOf */.bD)(thrown) });
            }
        }
        return book;
    }
    constructor(options) {
        this.#options = options;
    }
    /** Sessions that have not ended. */
    get live() {
        return [...this.#live.values()];
    }
    /** Whether this token has opened a session already: then with which key, for which job. */
    async used({ caller, token }) {
        return tokenOf(await this.#options.store.read('token', nameOfToken(caller, token)));
    }
    /** Opens a session, or gives the one that this token opened a credential anew. Throws IDENTITY_UNTRUSTED, LIMIT_EXCEEDED, SessionOver, STORE_FAILED. */
    async take(opening) {
        const known = await this.used(opening);
        if (known !== null)
            return { ...(await this.#again(known, opening)), isNew: false };
        if (this.#live.size + this.#opening >= opening.max)
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', `the gateway has ${opening.max} sessions open, which is its limit`, { hint: 'wait until others end, or have the operator raise `sessions.max`' });
        this.#opening += 1;
        return this.#open(opening).finally(() => (this.#opening -= 1));
    }
    async #open(opening) {
        const { store, newId, newCredential } = this.#options;
        const id = newId();
        const { credential, kept } = await newCredential(id);
        const record = this.#record(id, kept, opening);
        // The session first: a token must never point at nothing. One that nothing points at is swept when it runs out.
        if (!(await store.create('session', id, record)))
            throw new errors/* GateError */.ue('INTERNAL', 'a session id came up twice');
        const token = { version: 1, session: id, thumbprint: opening.thumbprint, job: opening.job, until: opening.caller.expiresAt + TOKEN_GRACE_MS };
        // INVARIANT: of several requests with one token, one opens a session, whatever they race for.
        if (!(await store.create('token', record.token, token))) {
            await store.remove('session', id);
            const winner = await this.used(opening);
            if (winner === null)
                throw new errors/* GateError */.ue('STORE_FAILED', 'the store lost a token that it had', { hint: 'get a new token' });
            return { ...(await this.#again(winner, opening)), isNew: false };
        }
        this.#live.set(id, record);
        return { record, credential, isNew: true };
    }
    /** The session of an id, over or not; null: none. Throws STORE_FAILED. */
    async find(id) {
        return this.#live.get(id) ?? sessionOf(await this.#options.store.read('session', id));
    }
    /** Throws SessionOver unless the session may go on at this moment. `revoked` is asked of the store. */
    async demandLive(record) {
        const why = await this.#overBecause(record);
        if (why !== null)
            throw new SessionOver(record.id, ENDING_WORDS[why]);
    }
    /** A new lease, never beyond the limit. Throws SessionOver. */
    async renew(record, leaseSeconds) {
        await this.demandLive(record);
        return this.#change(record.id, ({ limitAt }) => ({ expiresAt: Math.min(this.#options.runtime.now() + leaseSeconds * 1000, limitAt) }));
    }
    /** Counts one more recording of it. The glass was broken before, if it was to be: whoever goes on after a restart does not break it again. */
    begun(record) {
        return this.#change(record.id, ({ parts, breakGlass }) => ({ parts: parts + 1, breakGlass: breakGlass === null ? null : { ...breakGlass, broken: true } }));
    }
    /** Takes that back, since nothing was recorded: whoever counts recordings would miss one. */
    notBegun(record) {
        return this.#change(record.id, ({ parts, breakGlass }) => (parts === record.parts ? { parts: parts - 1, breakGlass: breakGlass === null ? null : { ...breakGlass, broken: parts > 1 } } : {}));
    }
    /** From now on nothing is let in any more; `end` makes that last. */
    close(record, by) {
        if (!this.#over.has(record.id))
            this.#over.set(record.id, by);
    }
    /** Ends it for good. Throws STORE_FAILED; it is over all the same. */
    end(record, by, operations) {
        this.close(record, by);
        return this.#turns.run(record.id, async () => {
            const ended = { ...(this.#live.get(record.id) ?? record), ended: { at: this.#options.runtime.now(), by, operations } };
            await this.#options.store.replace('session', ended.id, ended);
            this.#live.delete(ended.id);
            this.#over.delete(ended.id);
            return ended;
        });
    }
    /** The sessions that are over by the clock, and why; and those that were closed but could not be ended yet. */
    due() {
        return this.live.flatMap((record) => {
            const by = this.#over.get(record.id) ?? this.#byClock(record);
            return by === null ? [] : [{ record, by }];
        });
    }
    /** The live sessions that an operator has revoked. Throws STORE_FAILED. */
    async revoked() {
        const ids = new Set(await this.#options.store.keys('revoked'));
        return this.live.filter(({ id }) => ids.has(id));
    }
    /** Forgets tokens that have run out, and sessions that ended long enough ago. */
    async forget() {
        const { store, runtime } = this.#options;
        await this.#each('token', async (key) => {
            const token = tokenOf(await store.read('token', key));
            if (token !== null && token.until < runtime.now())
                await store.remove('token', key);
        });
        await this.#each('session', async (id) => {
            const record = this.#live.has(id) ? null : sessionOf(await store.read('session', id));
            if (record === null || record.ended === null || record.ended.at + ENDED_MS > runtime.now())
                return;
            if ((await store.read('token', record.token)) !== null)
                return;
            await store.remove('session', id);
            await store.remove('revoked', id);
        });
    }
    // One record that can't be read keeps no other.
    async #each(space, look) {
        for (const key of await this.#options.store.keys(space)) {
            await look(key).catch((thrown) => this.#options.log.warn(`the ${space} \`${key}\` can not be looked at, and stays`, { reason: (0,errors/* messageOf */.bD)(thrown) }));
        }
    }
    // The same key and the same job have shown the same token again: their answer got lost. The old credential opens nothing any more.
    async #again(known, opening) {
        if (known.thumbprint !== opening.thumbprint || known.job !== opening.job) {
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this token has opened a session with another key', { hint: 'get a new token; where a job has just one (GitLab), let one `ostiary run` do all its work, or give the job two `id_tokens`' });
        }
        const record = await this.find(known.session);
        if (record === null)
            throw new SessionOver(known.session, 'it is forgotten');
        await this.demandLive(record);
        if (record.resources.join('\n') !== opening.resources.join('\n'))
            throw new errors/* GateError */.ue('DENIED', 'this token has opened a session for other resources', { hint: 'ask for the same ones, or get a new token' });
        if ((record.breakGlass?.reason ?? null) !== opening.breakGlass)
            throw new errors/* GateError */.ue('DENIED', 'this token has opened a session without break-glass, or for another reason', { hint: 'get a new token' });
        const { credential, kept } = await this.#options.newCredential(record.id);
        return { record: await this.#change(record.id, () => ({ credential: kept })), credential };
    }
    #record(id, credential, opening) {
        const { caller, token, thumbprint, job, resources, repository, breakGlass } = opening;
        const now = this.#options.runtime.now();
        const limitAt = Math.min(now + opening.limitSeconds * 1000, opening.endsAt ?? Infinity);
        return {
            version: 1, id, token: nameOfToken(caller, token), thumbprint, job, caller, resources, credential,
            openedAt: now, expiresAt: Math.min(now + opening.leaseSeconds * 1000, limitAt), limitAt, repository,
            breakGlass: breakGlass === null ? null : { reason: breakGlass, broken: false }, parts: 0, ended: null,
        };
    }
    #change(id, change) {
        return this.#turns.run(id, async () => {
            const record = this.#live.get(id);
            // What ended meanwhile stays ended.
            if (record === undefined || this.#over.has(id))
                throw new SessionOver(id, 'it has ended');
            const changed = { ...record, ...change(record) };
            await this.#options.store.replace('session', id, changed);
            this.#live.set(id, changed);
            return changed;
        });
    }
    async #overBecause(record) {
        const ended = record.ended?.by ?? this.#over.get(record.id);
        if (ended !== undefined)
            return ended;
        const clock = this.#byClock(this.#live.get(record.id) ?? record);
        if (clock !== null)
            return clock;
        return (await this.#options.store.read('revoked', record.id)) === null ? null : 'revoked';
    }
    #byClock(record) {
        const now = this.#options.runtime.now();
        if (now >= record.limitAt)
            return 'limit';
        return now >= record.expiresAt ? 'lease' : null;
    }
}

// EXTERNAL MODULE: ./lib/main/credential.js
var main_credential = __webpack_require__(31152);
;// CONCATENATED MODULE: ./lib/main/gateway/grants.js
// SPDX-License-Identifier: Apache-2.0
//
// Which resources a caller may connect to at all: those on which some rule of the operator's could let it do something. Refuses to tell
// resources that are not granted from those that do not exist.



/** The resources that a session is for: those named, or the only one that is granted. Throws DENIED, INPUT_INVALID. */
function chosenResources(policy, names, wanted) {
    const granted = Object.values(policy.resources).filter(({ name, type }) => type === 'postgres' && policy.grants(name, names)).map(({ name }) => name);
    const all = granted.length === 0 ? 'none' : granted.join(', ');
    if (wanted.length === 0) {
        if (granted.length === 1)
            return granted;
        if (granted.length === 0)
            throw new errors/* GateError */.ue('DENIED', `the gateway grants nothing to ${names.join(', ')}`, { hint: 'have its operator write a rule that allows something' });
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the gateway grants several resources, so the run has to name one', { hint: `add \`--resource NAME\`: ${all}` });
    }
    for (const name of wanted) {
        // In the same words whether or not there is such a resource: who may not have it need not know.
        if (!granted.includes(name))
            throw new errors/* GateError */.ue('DENIED', `the gateway grants no resource \`${name}\` to this job`, { hint: `it grants: ${all}` });
    }
    return [...new Set(wanted)];
}
/**
 * The same for a caller under the operator's file as it is now: of an issuer that it names, with an identity that it has. Throws DENIED,
 * INPUT_INVALID.
 */
function grantedTo(caller, wanted, { policy, issuers, providers }) {
    const known = (0,identity_issuers/* trustOf */.An)(issuers.map(({ trusted }) => trusted), caller.issuer) !== null || providers.some(({ issuer }) => issuer === caller.issuer);
    if (!known)
        throw new errors/* GateError */.ue('DENIED', `the gateway trusts no issuer \`${caller.issuer}\``, { hint: 'have its operator add it to `issuers`' });
    const { names } = operatorPrincipal(caller, policy);
    if (names.length === 0)
        throw new errors/* GateError */.ue('DENIED', 'the job satisfies none of the identities of this gateway', { hint: `have its operator add one to \`identities\`: its ${caller.kind === 'saml' ? 'assertion (an identity with `saml`)' : 'token'} says issuer=${caller.issuer} subject=${caller.subject}` });
    return chosenResources(policy, names, wanted);
}

// EXTERNAL MODULE: ./lib/commands/run.js
var run = __webpack_require__(82547);
// EXTERNAL MODULE: ./lib/proxy/postgres/client/admission.js
var client_admission = __webpack_require__(23061);
// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: ./lib/main/guarded-session.js + 4 modules
var guarded_session = __webpack_require__(22544);
// EXTERNAL MODULE: ./lib/main/approval-updates.js
var approval_updates = __webpack_require__(93401);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/main/gateway/counts.js
// SPDX-License-Identifier: Apache-2.0
//
// What was decided in the earlier recordings of a session: a gateway that was restarted must not tell a job that nothing was refused.
// Reads whole lines only; refuses to guess about a recording that is not there.



/** Sum of two. */
function sum(one, other) {
    return { allow: one.allow + other.allow, review: one.review + other.review, deny: one.deny + other.deny };
}
const NOTHING = { allow: 0, review: 0, deny: 0 };
/** The decisions and refusals in a recording. Throws RECORD_FAILED when it can't be read. */
async function countDecisions(recording) {
    const counts = { allow: 0, review: 0, deny: 0 };
    try {
        for await (const line of (0,external_node_readline_.createInterface)({ input: (0,external_node_fs_.createReadStream)(recording, 'utf8'), crlfDelay: Infinity })) {
            // The last line of a process that died may be half a line: nothing was executed for it.
            const event = /"type":"(?:decided|refused)"/u.test(line) ? counts_parsed(line) : null;
            if (event?.type === 'decided')
                counts[event.decision] += 1;
            else if (event?.type === 'refused')
                counts.deny += 1;
        }
    }
    catch (cause) {
        throw new errors/* GateError */.ue('RECORD_FAILED', `the recording \`${recording}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'recordings have to stay where the gateway wrote them, for as long as their session lives', cause });
    }
    return counts;
}
function counts_parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/main/gateway/running-session.js
// SPDX-License-Identifier: Apache-2.0
//
// A session of the gateway while the process runs: its recording, its doors, its open connections. It is begun when the session is
// opened, and again after a restart with a recording of its own. Refuses to seal before the last connection is gone.













/** An open session. */
class RunningSession {
    id;
    /** Where people were told that the glass is broken, and until when; null: it is whole. */
    breakGlass;
    #record;
    #guarded;
    #reviews;
    #behind = new Map();
    #upstreams;
    #world;
    #earlier;
    #over = new AbortController();
    #open = 0;
    #whenIdle = null;
    #sealed = null;
    /** Begins the recording number `record.parts`. Throws GateError; then nothing is left open. */
    static async open(record, broken, { config, world }) {
        const earlier = await earlierCounts(record, config);
        const upstreams = [];
        try {
            for (const name of record.resources) {
                const resource = config.policy.resources[name];
                if (resource === undefined)
                    throw new errors/* GateError */.ue('DENIED', `resource \`${name}\` is not at this gateway any more`, { hint: 'start a new run' });
                upstreams.push(await world.upstreams.acquire(resource));
            }
            const { guarded, reviews } = await begin(record, broken, { config, world });
            return new RunningSession({ record, broken, guarded, reviews, upstreams, world, earlier });
        }
        catch (thrown) {
            for (const upstream of upstreams)
                world.upstreams.release(upstream);
            throw thrown;
        }
    }
    constructor(parts) {
        this.id = parts.record.id;
        this.breakGlass = parts.broken?.glass.told ?? null;
        this.#record = parts.record;
        this.#guarded = parts.guarded;
        this.#reviews = parts.reviews;
        this.#upstreams = parts.upstreams;
        this.#world = parts.world;
        this.#earlier = parts.earlier;
        for (const upstream of parts.upstreams) {
            const { name } = upstream.resource;
            this.#behind.set(name, (0,main_upstream/* behindOf */.g9)(upstream, { database: name, door: this.#counted(parts.guarded.door(upstream.resource)), over: this.#over.signal }));
        }
    }
    /** Connections that are open. */
    get connections() {
        return this.#open;
    }
    /** Decisions so far, earlier recordings counted in. */
    get counts() {
        const { allow, review, deny } = this.#guarded.tally;
        return sum(this.#earlier, { allow, review, deny });
    }
    /** The resource that a client asked for by the name of a database. Throws a StartupRefusal. */
    behind(database) {
        const names = [...this.#behind.keys()];
        const wanted = database ?? (names.length === 1 ? (names[0] ?? '') : '');
        const found = this.#behind.get(wanted);
        if (found !== undefined)
            return found;
        const what = database === null ? 'nobody says which resource to connect to' : `the resource \`${database}\` is not in this session`;
        throw new startup/* StartupRefusal */.yR(startup/* SQLSTATE */.cD.noDatabase, what, `set the database to one of: ${names.join(', ')}`);
    }
    /** Puts a refusal at startup on the record. */
    refused(reason) {
        const [first] = this.#behind.values();
        if (first !== undefined && this.#sealed === null)
            (0,client_admission/* recordRefusal */.S)(first.door, reason, this.#world.log);
    }
    /** Ends its connections (`why`: told to them; null: they are gone already), seals the recording, and tells what was decided. */
    seal(why) {
        this.#sealed ??= this.#seal(why);
        return this.#sealed;
    }
    async #seal(why) {
        this.#guarded.end();
        if (why !== null)
            this.#over.abort(new errors/* GateError */.ue('DENIED', why, { hint: 'start a new run' }));
        if (this.#open > 0)
            await new Promise((resolve) => (this.#whenIdle = resolve));
        for (const upstream of this.#upstreams)
            this.#world.upstreams.release(upstream);
        const { counts } = this;
        await this.#guarded.seal((0,run/* outcomeOf */.s)({ code: 0, sealed: counts, onRefusal: 'fail', faulty: false }));
        // A forge that does not answer keeps nobody waiting: neither the job that ended its session nor the gateway that is being stopped.
        void (0,approval_updates/* toldAfterwards */.rp)(this.#reviews, this.#guarded.recording).then((untold) => untold.forEach((one) => this.#world.log.warn(one, { session: this.id }))).finally(() => this.#reviews.release());
        this.#world.log.info(`session ${this.id} sealed`, { recording: this.#guarded.recording, ...counts, issuer: this.#record.caller.issuer, subject: this.#record.caller.subject });
        return counts;
    }
    #counted(door) {
        return {
            open: (application, impacts) => {
                const gate = door.open(application, impacts);
                this.#open += 1;
                let open = true;
                return {
                    ...gate,
                    closed: (reason) => {
                        gate.closed(reason);
                        if (!open)
                            return;
                        open = false;
                        this.#open -= 1;
                        if (this.#open === 0)
                            this.#whenIdle?.();
                    },
                };
            },
        };
    }
}
async function begin(record, broken, { config, world }) {
    const { caller, repository } = record;
    const { policy, settings } = config;
    const own = await repositoryOfSession(repository, caller, world.now());
    const inForce = (0,tighten/* tightened */.Fs)(policy, own);
    const principal = operatorPrincipal(caller, policy);
    const [signing, reviews] = await Promise.all([world.signing.begin(record.id), world.approvals({ record, config, policy: inForce, repository: own, principal, broken })]);
    for (const problem of own?.policy.warnings ?? [])
        world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`, { session: record.id });
    const guarded = await (0,guarded_session.openSession)({
        session: record.id, dir: folderOf(record, config, record.parts), principal, policy: inForce,
        policySource: repository === null ? `file:${config.file}` : `file:${config.file}, tightened by ${repository.source}`,
        host: { kind: caller.kind === 'github' || caller.kind === 'gitlab' ? caller.kind : 'shell', facts: { gateway: settings.url, part: String(record.parts), ...factsOf(caller) } },
        resources: record.resources.flatMap((name) => policy.resources[name] ?? []), command: [], durability: settings.recordings.durability, parser: world.parser, signing, approvals: reviews.approvals, holdMs: policy.approvals.holdMs, decided: world.decided,
    }, world.log).catch(async (thrown) => {
        await reviews.release();
        throw thrown;
    });
    for (const seen of reviews.opening)
        guarded.note(seen);
    return { guarded, reviews };
}
/** Where the recording number `part` of a session lies. */
function folderOf({ id }, { settings }, part) {
    return (0,external_node_path_.join)(settings.recordings.path, part === 1 ? id : `${id}.${part}`);
}
/** Whether its latest recording is there at all. */
function isRecorded(record, config) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folderOf(record, config, record.parts), chain/* RECORDING_FILE */.fm));
}
/** What was decided in the recordings before the one that begins now. */
async function earlierCounts(record, config, before = record.parts) {
    let counts = NOTHING;
    for (let part = 1; part < before; part += 1)
        counts = sum(counts, await countDecisions((0,external_node_path_.join)(folderOf(record, config, part), chain/* RECORDING_FILE */.fm)));
    return counts;
}

;// CONCATENATED MODULE: ./lib/main/gateway/sessions.js
// SPDX-License-Identifier: Apache-2.0
//
// The sessions of a running gateway: who may open one and on what, who may connect, when they end. Implements what the API and the
// PostgreSQL listener ask for. Refuses callers that no identity of the operator's names, and resources that no rule grants them.










const SESSION_ID = /^ost_[0-9a-f]{12}$/u;
/** See the header. */
class GatewaySessions {
    #options;
    #book;
    #running = new Map();
    #open = new Set();
    #ending = new Map();
    #closed = false;
    static async open(options) {
        const { store, runtime, log } = options;
        const book = await SessionBook.open({ store, runtime, log, newId: main_credential/* newSessionId */.OZ, newCredential: async (id) => {
                const { credential, verifier, hash } = await (0,main_credential/* newCredential */.a6)(id);
                const { iterations, salt, storedKey, serverKey } = verifier;
                return { credential, kept: { hash, iterations, salt: salt.toString('base64'), storedKey: storedKey.toString('base64'), serverKey: serverKey.toString('base64') } };
            } });
        return new GatewaySessions(options, book);
    }
    constructor(options, book) {
        this.#options = options;
        this.#book = book;
    }
    /** Sessions that have not ended. */
    get count() {
        return this.#book.live.length;
    }
    get connections() {
        return [...this.#open].reduce((total, { connections }) => total + connections, 0);
    }
    verify(token, type) {
        return verifySubject(token, type, this.#options.config(), this.#options.callers);
    }
    async open(subject, { thumbprint, resources, breakGlass }) {
        this.#demandOpen();
        const config = this.#options.config();
        const { caller } = subject;
        const chosen = grantedTo(caller, resources, config);
        const known = await this.#book.used(subject);
        const repository = known === null ? await repositoryPolicy(caller, config, this.#options.callers) : null;
        // What can't be judged or reached is refused before anything is kept of it.
        await repositoryOfSession(repository, caller, this.#options.runtime.now());
        if (known === null)
            await Promise.all([this.#options.running.upstreams.reach(chosen.flatMap((name) => config.policy.resources[name] ?? []), this.#options.log), this.#options.running.signing.check()]);
        const { leaseSeconds, limitSeconds, max } = config.settings.sessions;
        const { record, credential, isNew } = await this.#book.take({ ...subject, thumbprint, job: jobOf(caller), resources: chosen, repository, breakGlass, leaseSeconds, limitSeconds, max });
        const running = await this.#run(record).catch(async (thrown) => {
            // Nobody holds its credential, and asking again would be answered the same.
            if (breakGlass !== null && thrown instanceof errors/* GateError */.ue && thrown.code === 'DENIED')
                await this.#end(record, 'job');
            throw thrown;
        });
        if (isNew)
            this.#tellOpened(record);
        return this.#told(running, { record, credential, config });
    }
    async find(id, { credential, thumbprint }) {
        const record = SESSION_ID.test(id) ? await this.#book.find(id) : null;
        if (record === null)
            return null;
        if (!isCredentialOf(record, credential) || record.thumbprint !== thumbprint) {
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'the credential, or the key of the proof, is not that of the session', { hint: 'use the credential that the gateway gave last, and the key that opened the session' });
        }
        return record;
    }
    async renew(record) {
        this.#demandOpen();
        grantedTo(record.caller, record.resources, this.#options.config());
        return this.#book.renew(record, this.#options.config().settings.sessions.leaseSeconds);
    }
    end(record) {
        return this.#end(record, 'job');
    }
    /** Who may be behind a user name of PostgreSQL. Throws STORE_FAILED. */
    async admission(user) {
        const record = SESSION_ID.test(user) ? await this.#book.find(user) : null;
        if (record === null)
            return null;
        const { iterations, salt, storedKey, serverKey } = record.credential;
        const verifier = { iterations, salt: Buffer.from(salt, 'base64'), storedKey: Buffer.from(storedKey, 'base64'), serverKey: Buffer.from(serverKey, 'base64') };
        return {
            verifier, bearer: (token) => isCredentialOf(record, token),
            enter: async (database) => {
                await this.#demandLive(record);
                // What the operator has taken away since counts from the next connection on, before and after a restart.
                grantedTo(record.caller, record.resources, this.#options.config());
                return (await this.#run(record)).behind(database);
            },
            refused: (reason) => void this.#running.get(record.id)?.then((running) => running.refused(reason), () => undefined),
        };
    }
    /** Ends what is over by the clock or revoked. Never throws: what fails is tried again the next time. */
    async sweep() {
        const { log } = this.#options;
        const revoked = await this.#book.revoked().catch((thrown) => {
            log.error('revocations can not be read', { reason: (0,errors/* messageOf */.bD)(thrown) });
            return [];
        });
        const due = [...this.#book.due(), ...revoked.map((record) => ({ record, by: 'revoked' }))];
        await Promise.all(due.map(({ record, by }) => this.#end(record, by).catch((thrown) => log.error(`the session ${record.id} could not be ended`, { reason: (0,errors/* messageOf */.bD)(thrown) }))));
    }
    forget() {
        return this.#book.forget();
    }
    /** Opens no session any more. */
    close() {
        this.#closed = true;
    }
    /** Seals every recording; the sessions themselves go on when the gateway is started again. Connections have to be gone. */
    async seal() {
        const results = await Promise.allSettled([...this.#running.values()].map(async (running) => (await running).seal('the gateway is being stopped')));
        for (const result of results)
            if (result.status === 'rejected')
                this.#options.log.error('a recording could not be sealed', { reason: (0,errors/* messageOf */.bD)(result.reason) });
    }
    #demandOpen() {
        if (this.#closed)
            throw new errors/* GateError */.ue('UPSTREAM_FAILED', 'the gateway is being stopped', { hint: 'try again in a moment' });
    }
    async #demandLive(record) {
        try {
            await this.#book.demandLive(record);
        }
        catch (thrown) {
            if (!(thrown instanceof SessionOver))
                throw thrown;
            throw new startup/* StartupRefusal */.yR(startup/* SQLSTATE */.cD.noUser, thrown.message, thrown.hint ?? 'start a new run');
        }
    }
    // One for each session in this process, begun by whoever comes first.
    #run(record) {
        const known = this.#running.get(record.id);
        if (known !== undefined)
            return known;
        const begun = this.#begin(record);
        this.#running.set(record.id, begun);
        begun.then((running) => this.#open.add(running), () => this.#running.delete(record.id));
        return begun;
    }
    async #begin(record) {
        this.#demandOpen();
        const at = { config: this.#options.config(), world: this.#options.running };
        const broken = await at.world.breaking(record, at.config);
        const begun = await this.#book.begun(record);
        try {
            return await RunningSession.open(begun, broken, at);
        }
        catch (thrown) {
            if (!isRecorded(begun, at.config))
                await this.#book.notBegun(begun);
            throw thrown;
        }
    }
    #end(record, by) {
        if (record.ended !== null)
            return Promise.resolve({ id: record.id, why: record.ended.by, operations: record.ended.operations });
        const known = this.#ending.get(record.id);
        if (known !== undefined)
            return known;
        const ending = this.#finish(record, by).finally(() => this.#ending.delete(record.id));
        this.#ending.set(record.id, ending);
        return ending;
    }
    async #finish(record, by) {
        const { log, config, metrics } = this.#options;
        this.#book.close(record, by);
        const running = await this.#running.get(record.id)?.catch(() => undefined);
        const latest = (await this.#book.find(record.id)) ?? record;
        const operations = running === undefined ? await earlierCounts(latest, config(), latest.parts + 1) : await this.#sealed(running, by);
        if (running !== undefined)
            this.#open.delete(running);
        this.#running.delete(record.id);
        const ended = await this.#book.end(record, by, operations);
        metrics().sessionEnded(ended.ended?.by ?? by);
        log.info(`session ${record.id} ended: ${ENDING_WORDS[by]}`, { session: record.id, by, ...operations });
        await this.#options.running.upstreams.retain(Object.values(config().policy.resources));
        return { id: record.id, why: by, operations };
    }
    // A recording that can't be sealed is incomplete, and says so; the session ends all the same.
    async #sealed(running, by) {
        try {
            return await running.seal(`the session is over: ${ENDING_WORDS[by]}`);
        }
        catch (thrown) {
            this.#options.log.error(`the recording of session ${running.id} could not be sealed`, { reason: (0,errors/* messageOf */.bD)(thrown) });
            return running.counts;
        }
    }
    #tellOpened({ id, caller, resources }) {
        this.#options.metrics().sessionOpened();
        this.#options.log.info(`session ${id} opened`, { session: id, issuer: caller.issuer, subject: caller.subject, resources, job: jobOf(caller) });
    }
    #told({ breakGlass }, { record, credential, config: { policy } }) {
        const principal = operatorPrincipal(record.caller, policy);
        const { host, port, tls } = this.#options.postgres();
        return {
            id: record.id, credential, expiresAt: record.expiresAt, limitAt: record.limitAt,
            principal: { names: principal.names, issuer: principal.issuer, subject: principal.subject, prompter: principal.prompter ?? null },
            resources: record.resources.map((name) => ({ name, type: 'postgres', host, port, database: name, tls })),
            guide: (0,guide/* guideText */.A)(policy, record.resources), observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null, breakGlass,
        };
    }
}

// EXTERNAL MODULE: ./lib/main/signing.js
var signing = __webpack_require__(20342);
;// CONCATENATED MODULE: ./lib/main/gateway/signing.js
// SPDX-License-Identifier: Apache-2.0
//
// Who signs a gateway's recordings: a key, read when a session begins and kept for a minute so that many of them ask the vault once; or the
// gateway itself, through Sigstore, with a key for each recording. Refuses to let a session begin that should be signed and can't be, and to
// tell a job where the key is kept.


/** A key that was changed, or taken back, signs no session that begins later than this. */
const signing_KEEP_MS = 60_000;
/** See the header. */
class GatewaySigning {
    #config;
    #world;
    #kept = null;
    constructor(config, world) {
        this.#config = config;
        this.#world = world;
    }
    /** Whether a session that begins now could be signed. Throws as `begin` does; asks Sigstore nothing. */
    async check() {
        await this.#telling(() => Promise.all([this.#key(), this.#keyless()]));
    }
    /** Who signs one recording of a session; null: the file says nobody. Throws SECRET_UNAVAILABLE or what else stands between us and a signature; the log says what. */
    begin(session) {
        return this.#telling(async () => {
            const signer = await this.#key();
            if (signer !== null)
                return { signer, keyBundle: null };
            return (await (await this.#keyless())?.begin(session)) ?? null;
        });
    }
    // A gateway is no job: it shows a token of its own.
    #keyless() {
        const { policy, settings } = this.#config();
        const { secrets, environment } = this.#world;
        return (0,signing/* keylessOf */.s5)(policy.record, { token: (audience) => secrets.token(audience, settings.ownToken), environment });
    }
    async #key() {
        const { policy, settings } = this.#config();
        const { secrets, runtime } = this.#world;
        const place = JSON.stringify([policy.record.key, settings.ownToken]);
        const known = this.#kept;
        const fresh = known !== null && known.place === place && runtime.monotonicMs() - known.at < signing_KEEP_MS;
        const kept = fresh ? known : { place, at: runtime.monotonicMs(), signer: (0,signing/* signerOf */.Kv)(policy.record, { secretsFor: (key) => secrets.of(key, settings.ownToken) }) };
        this.#kept = kept;
        try {
            return await kept.signer;
        }
        catch (thrown) {
            if (this.#kept === kept)
                this.#kept = null;
            throw thrown;
        }
    }
    async #telling(find) {
        try {
            return await find();
        }
        catch (thrown) {
            this.#world.log.error('recordings can not be signed', { reason: (0,errors/* messageOf */.bD)(thrown) });
            throw new errors/* GateError */.ue(thrown instanceof errors/* GateError */.ue ? thrown.code : 'SECRET_UNAVAILABLE', 'the gateway can not sign its recordings', { hint: "the gateway's log says why", cause: thrown });
        }
    }
}

;// CONCATENATED MODULE: ./lib/main/gateway/upstreams.js
// SPDX-License-Identifier: Apache-2.0
//
// The databases behind a gateway: each opened when it is first needed, and shared by all sessions that use it. Refuses to keep one that
// could not be opened: the next session tries again.


/** A pool of upstreams, by what makes them the same. */
class Upstreams {
    #held = new Map();
    #secretsOf;
    constructor(secretsOf) {
        this.#secretsOf = secretsOf;
    }
    /** The upstream of a resource, for as long as it takes until `release`. Throws what opening it throws. */
    async acquire(resource) {
        const key = keyOf(resource);
        const held = this.#held.get(key) ?? this.#open(key, resource);
        held.users += 1;
        try {
            return await held.upstream;
        }
        catch (thrown) {
            if (this.#held.get(key) === held)
                this.#held.delete(key);
            throw thrown;
        }
    }
    /** Opens each and lets it go again: the session that follows finds it open. Throws SECRET_UNAVAILABLE, UPSTREAM_FAILED. */
    async reach(resources, log) {
        for (const resource of resources) {
            try {
                this.release(await this.acquire(resource));
            }
            catch (thrown) {
                log.error('a resource can not be reached', { resource: resource.name, reason: (0,errors/* messageOf */.bD)(thrown) });
                // Where it is and who we are there is not the job's to know.
                throw new errors/* GateError */.ue(thrown instanceof errors/* GateError */.ue && thrown.code === 'SECRET_UNAVAILABLE' ? 'SECRET_UNAVAILABLE' : 'UPSTREAM_FAILED', `the gateway can not reach the resource \`${resource.name}\``, { hint: "the gateway's log says why", cause: thrown });
            }
        }
    }
    release(upstream) {
        const held = this.#held.get(keyOf(upstream.resource));
        if (held !== undefined)
            held.users -= 1;
    }
    /** Closes those that are of no resource any more and in nobody's use. */
    async retain(resources) {
        const wanted = new Set(resources.map(keyOf));
        for (const [key, held] of [...this.#held])
            if (!wanted.has(key) && held.users === 0)
                await this.#close(key, held);
    }
    async close() {
        for (const [key, held] of [...this.#held])
            await this.#close(key, held);
    }
    #open(key, resource) {
        const held = { upstream: (0,main_upstream/* openUpstream */.UT)(resource, this.#secretsOf(resource)), users: 0 };
        this.#held.set(key, held);
        return held;
    }
    async #close(key, { upstream }) {
        this.#held.delete(key);
        await upstream.then((open) => open.close()).catch(() => undefined);
    }
}
// What a reload may have changed makes another upstream of it.
function keyOf({ name, target, address, credential, vault, tls }) {
    return JSON.stringify([name, target, address, credential, vault, tls]);
}

;// CONCATENATED MODULE: ./lib/main/gateway/service.js
// SPDX-License-Identifier: Apache-2.0
//
// The gateway as one thing that starts, reads its file again, and stops: its store, its listeners, its clock. Refuses to listen before all
// of it is there, to take over a file that is not whole, and to stop before recordings are sealed.






















/** Between two looks at leases and revocations: a revoked session's connections end within it. */
const SWEEP_MS = 1_000;
/** Between two times that tokens and sessions of the past are forgotten. */
const FORGET_MS = 60_000;
/** A running gateway. */
class Gateway {
    #config;
    #world;
    #store;
    #lock;
    #upstreams;
    #metrics;
    #timers = [];
    #sessions = null;
    #postgres = null;
    #api = null;
    #ops = null;
    #sweeping = null;
    #stopping = null;
    #stoppingNow = false;
    /** Starts it; throws GateError, and then nothing is left open. */
    static async start(file, world) {
        const config = await readConfig(file, world.runtime);
        const store = await FileStore.open(config.settings.storePath, world.runtime);
        const lock = await StoreLock.take(config.settings.storePath, world.runtime);
        const gateway = new Gateway(config, { store, lock }, world);
        try {
            await store.tidy();
            await gateway.#start();
        }
        catch (thrown) {
            await gateway.stop();
            throw thrown;
        }
        return gateway;
    }
    constructor(config, { store, lock }, world) {
        this.#config = config;
        this.#store = store;
        this.#lock = lock;
        this.#world = world;
        this.#upstreams = new Upstreams((resource) => world.secrets.of(resource, this.#config.settings.ownToken));
        this.#metrics = new Metrics({ sessions: () => this.#sessions?.count ?? 0, connections: () => this.#sessions?.connections ?? 0, ready: () => this.#sessions !== null && !this.#stoppingNow });
    }
    /** Where it listens; `metrics` 0: nowhere. */
    get ports() {
        return { api: this.#api?.port ?? 0, postgres: this.#postgres?.port ?? 0, metrics: this.#ops?.port ?? 0 };
    }
    /** Settles when another gateway has its store, with what to say; then it has to stop. */
    get lost() {
        return this.#lock.lost;
    }
    /** Reads the file again. False: it can't be used, and what was in force stays in force. Sessions go on under what they began with. */
    async reload() {
        const { runtime, log } = this.#world;
        try {
            const config = await readConfig(this.#config.file, runtime);
            const fixed = needsRestart(this.#config.settings, config.settings);
            if (fixed.length > 0)
                throw new errors/* GateError */.ue('INPUT_INVALID', `${fixed.map((name) => `\`${name}\``).join(', ')} can not change while the gateway runs`, { hint: 'restart it: sessions go on' });
            this.#renewCertificates(config);
            this.#config = config;
            await this.#upstreams.retain(Object.values(config.policy.resources));
            this.#metrics.reloaded('ok');
            log.info('the file was read again and is in force', { file: config.file, policy: config.policy.digest });
            this.#tellWarnings();
            return true;
        }
        catch (thrown) {
            this.#metrics.reloaded('failed');
            log.error(`the file was read again and is not taken over: ${(0,errors/* messageOf */.bD)(thrown)}`, { hint: thrown instanceof errors/* GateError */.ue ? (thrown.hint ?? null) : null, policy: this.#config.policy.digest });
            return false;
        }
    }
    /** Lets nobody in any more, finishes what is in flight, seals recordings. Sessions go on when it is started again. */
    stop() {
        this.#stopping ??= this.#stop();
        return this.#stopping;
    }
    async #start() {
        const { runtime, log, secrets, environment } = this.#world;
        const parser = await sql_parser.SqlParser.load();
        const reviewing = { store: this.#store, secrets, runtime, log, looked: new Map() };
        const signing = new GatewaySigning(() => this.#config, { secrets, environment, runtime, log });
        this.#sessions = await GatewaySessions.open({
            config: () => this.#config, store: this.#store, runtime, log, metrics: () => this.#metrics,
            callers: { keys: new keys/* IssuerKeys */.u(runtime, issuerAccess(() => this.#config, secrets)), secrets, runtime },
            running: { upstreams: this.#upstreams, parser, log, now: () => runtime.now(), decided: (resource, decision) => this.#metrics.decided(resource, decision), signing,
                approvals: (asking) => approvalsAt(asking, reviewing), breaking: (record, config) => brokenAt(record, config, reviewing),
            },
            postgres: () => this.#advertised(),
        });
        const sessions = this.#sessions;
        const proofs = new UsedProofs({ store: this.#store, runtime, log });
        const forget = async () => {
            await sessions.forget();
            await proofs.forget();
        };
        await sessions.sweep();
        await forget();
        await this.#listenPostgres(sessions);
        await this.#listenHttp(sessions, proofs);
        this.#timers.push(runtime.every(SWEEP_MS, () => this.#sweep(sessions)), runtime.every(FORGET_MS, () => void forget().catch((thrown) => log.error('the store could not be tidied up', { reason: (0,errors/* messageOf */.bD)(thrown) }))));
        this.#tellWarnings();
        log.info('listening', { url: this.#config.settings.url, ...this.ports, sessions: sessions.count, policy: this.#config.policy.digest });
    }
    async #listenPostgres(sessions) {
        const { runtime, log } = this.#world;
        const { host, port } = this.#config.settings.postgres;
        const config = () => this.#config;
        this.#postgres = await listener/* PostgresListener */.U.listen({
            host, port,
            // Asked for each connection: a reload may have brought a new one.
            get tls() {
                return config().certificates.postgres;
            },
            admission: (user) => sessions.admission(user), bearer: true, startupParameterAllowed: settings/* startupParameterAllowed */.bi, pinned: main_upstream/* PINNED */.LS, runSession: session/* runSession */.I, limits: limits/* DEFAULT_LIMITS */.dR, runtime, log,
        });
    }
    async #listenHttp(sessions, proofs) {
        const { settings, certificates } = this.#config;
        const { runtime } = this.#world;
        const missing = () => this.#missing();
        const api = apiHandler({ url: settings.url, sessions, proofs, runtime });
        this.#api = await this.#http(settings.api, certificates.api, healthHandler({ missing, metrics: null, otherwise: api }));
        if (settings.metrics !== null)
            this.#ops = await this.#http(settings.metrics, certificates.metrics, healthHandler({ missing, metrics: this.#metrics, otherwise: null }));
    }
    #http({ host, port }, tls, handle) {
        const { runtime, log } = this.#world;
        return HttpListener.listen({
            host, port, tls, handle, runtime, log,
            failed: (thrown) => {
                const known = thrown instanceof errors/* GateError */.ue ? thrown : new errors/* GateError */.ue('INTERNAL', (0,errors/* messageOf */.bD)(thrown));
                this.#metrics.requestRefused(known.code);
                log[known.code === 'INPUT_INVALID' ? 'debug' : 'warn'](`a request was refused: ${known.message}`, { code: known.code });
                return answerTo(thrown);
            },
        });
    }
    #advertised() {
        const { advertise, tls } = this.#config.settings.postgres;
        return { host: advertise.host, port: advertise.port ?? this.#postgres?.port ?? 0, tls: tls !== null };
    }
    async #missing() {
        if (this.#stoppingNow)
            return ['it is being stopped'];
        return this.#store.check().then(() => [], () => ['store']);
    }
    #sweep(sessions) {
        this.#sweeping ??= sessions.sweep().finally(() => {
            this.#sweeping = null;
        });
    }
    #renewCertificates({ certificates }) {
        if (certificates.api !== null)
            this.#api?.renewCertificate(certificates.api);
        if (certificates.metrics !== null)
            this.#ops?.renewCertificate(certificates.metrics);
    }
    #tellWarnings() {
        for (const problem of this.#config.policy.warnings)
            this.#world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
        const { mode } = this.#config.policy;
        if (mode.kind === 'observe')
            this.#world.log.warn(`the policy only observes until ${mode.until ?? ''}: nothing is refused`);
    }
    async #stop() {
        this.#stoppingNow = true;
        for (const timer of this.#timers)
            timer.cancel();
        this.#sessions?.close();
        await Promise.all([this.#api?.close(), this.#postgres?.close()]);
        await this.#sweeping;
        await this.#sessions?.seal();
        await this.#upstreams.close();
        await this.#ops?.close();
        await this.#lock.release();
    }
}

;// CONCATENATED MODULE: ./lib/main/gateway/verb.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `ostiary gateway`: runs it until it is told to stop, and the operator's words to a gateway that runs elsewhere, by way of its
// store. Refuses to read another file than the one that is named.













const FLAGS = [{ name: 'config', kind: 'text' }, { name: 'all', kind: 'flag' }, { name: 'verbose', kind: 'flag' }];
const USAGE = 'it is `gateway --config FILE`, or `gateway check|sessions|revoke|schema`';
/** `ostiary gateway [check|sessions|revoke|schema] --config FILE`. */
async function gatewayVerb(argv) {
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, FLAGS);
    const [what, ...ids] = words;
    if (what === 'schema') {
        process.stdout.write(`${JSON.stringify(gatewaySchema, null, 2)}\n`);
        return errors/* EXIT */.dc.done;
    }
    const file = inputs.config;
    if (typeof file !== 'string' || file === '')
        throw new errors/* GateError */.ue('INPUT_INVALID', '`gateway` needs `--config FILE`', { hint: USAGE });
    if (what !== 'revoke' && ids.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${ids[0] ?? ''}\` means nothing here`, { hint: USAGE });
    switch (what) {
        case undefined: return serve(file, inputs.verbose === true);
        case 'check': return check(file);
        case 'sessions': return list(file);
        case 'revoke': return revoke(file, ids, inputs.all === true);
        default: throw new errors/* GateError */.ue('INPUT_INVALID', `\`gateway ${what}\` is not a command`, { hint: USAGE });
    }
}
async function serve(file, debug) {
    const log = jsonLog((line) => void process.stdout.write(line), { runtime: runtime/* systemRuntime */.g, debug });
    // A reader of the log that went away must not take the gateway with it.
    process.stdout.on('error', () => undefined);
    let stop = () => undefined;
    const stopped = new Promise((resolve) => (stop = resolve));
    // From the first moment on: a signal that comes while it starts stops it, too.
    for (const signal of ['SIGTERM', 'SIGINT'])
        process.on(signal, () => stop());
    let gateway = null;
    let reloading = Promise.resolve(true);
    // While it starts there is nothing to reload: it has just read the file.
    process.on('SIGHUP', () => {
        reloading = reloading.then(() => gateway?.reload() ?? true);
    });
    await (0,process_memory/* guardMemory */.D)(runtime/* systemRuntime */.g);
    const secrets = new GatewaySecrets(process.env, { runtime: runtime/* systemRuntime */.g, log });
    gateway = await Gateway.start(file, { runtime: runtime/* systemRuntime */.g, log, secrets, environment: process.env });
    const lost = await Promise.race([stopped.then(() => null), gateway.lost]);
    if (lost !== null)
        log.error(`this gateway has lost its store, and stops: ${lost}`);
    log.info('stopping: nobody is let in any more, what is in flight is finished');
    await reloading;
    await gateway.stop();
    log.info('stopped');
    return lost === null ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.fault;
}
async function check(file) {
    const { policy, settings } = await readConfig(file, runtime/* systemRuntime */.g);
    for (const problem of policy.warnings)
        process.stderr.write(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}\n`);
    process.stdout.write(`${file} can be used; resources: ${Object.keys(policy.resources).length}, identities: ${policy.identities.length}, issuers: ${settings.issuers.length}, policy: ${policy.digest}\n`);
    return errors/* EXIT */.dc.done;
}
async function list(file) {
    const store = await storeOf(file);
    for (const id of await store.keys('session')) {
        const line = await describe(store, id);
        if (line !== null)
            process.stdout.write(`${line}\n`);
    }
    return errors/* EXIT */.dc.done;
}
// One JSON object; null: it was forgotten meanwhile.
async function describe(store, id) {
    try {
        const record = sessionOf(await store.read('session', id));
        if (record === null)
            return null;
        const { caller, resources, job } = record;
        const time = (at) => new Date(at).toISOString();
        return JSON.stringify({ id, ended: record.ended?.by ?? null, issuer: caller.issuer, subject: caller.subject, job, resources, opened_at: time(record.openedAt), expires_at: time(record.expiresAt), limit_at: time(record.limitAt) });
    }
    catch (thrown) {
        return JSON.stringify({ id, unreadable: (0,errors/* messageOf */.bD)(thrown) });
    }
}
async function revoke(file, ids, all) {
    if (all === ids.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`gateway revoke` needs the ids of sessions, or `--all`', { hint: '`ostiary gateway sessions --config FILE` lists them' });
    const store = await storeOf(file);
    const known = await store.keys('session');
    for (const id of all ? known : ids) {
        if (!known.includes(id))
            throw new errors/* GateError */.ue('INPUT_INVALID', `there is no session \`${id}\` in the store`, { hint: '`ostiary gateway sessions --config FILE` lists them' });
        await store.create('revoked', id, { version: 1, at: runtime/* systemRuntime */.g.now() });
        process.stdout.write(`${id} is revoked\n`);
    }
    return errors/* EXIT */.dc.done;
}
async function storeOf(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the gateway's file \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'name it with `--config FILE`' });
    });
    const { settings } = await loadGateway({ text, file }, { now: runtime/* systemRuntime */.g.now() });
    return FileStore.open(settings.storePath, runtime/* systemRuntime */.g);
}


/***/ }),

/***/ 13150:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ guardMemory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _core_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21771);
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
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false)))
            continue;
        await (0,_core_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .m)({ file, args: ['--pid', String(process.pid), '--core=0:0'], environment: {} }, runtime).catch(() => undefined);
        return;
    }
}


/***/ }),

/***/ 38574:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ runtimeTrusting)
/* harmony export */ });
/* harmony import */ var _core_https_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41490);
// SPDX-License-Identifier: Apache-2.0
//
// A world in which HTTPS servers are known by one authority and by no other. Refuses nothing more: plain HTTP goes as it went.

/** The same world, asking HTTPS servers as an authority of one's own (`ca`, PEM) vouches for them. */
function runtimeTrusting(ca, runtime) {
    return {
        ...runtime,
        fetch: (url, init = {}) => {
            const { method = 'GET', body, signal } = init;
            const headers = Object.fromEntries(new Headers(init.headers));
            return url.startsWith('https:') ? (0,_core_https_js__WEBPACK_IMPORTED_MODULE_0__.fetchTrusting)(url, { method, headers, body: typeof body === 'string' ? body : null, ca, signal: signal ?? null }) : runtime.fetch(url, init);
        },
    };
}


/***/ })

};
