export const id = 7510;
export const ids = [7510];
export const modules = {

/***/ 17510:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ oidcToken),
  K: () => (/* binding */ oidcTokenSpec)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/strict-json.js
var strict_json = __webpack_require__(66613);
// EXTERNAL MODULE: ./lib/identity/refusal-messages.js
var refusal_messages = __webpack_require__(15991);
;// CONCATENATED MODULE: ./lib/identity/claims.js
// SPDX-License-Identifier: Apache-2.0
//
// What a token says of itself, for people to read and for early errors: claims, never the token or any part of its signature. Refuses to
// be trusted: nothing here was verified, so no decision may hang on it. Personal claims are named and not shown: logs may be public.


/** Source: GitLab's `user_identities` and `user_email`, and the profile claims of OpenID Connect Core, section 5.1. */
const PERSONAL = new Set([
    'user_email', 'user_identities', 'email', 'phone_number', 'address', 'birthdate', 'name', 'given_name', 'family_name', 'middle_name', 'nickname', 'picture', 'profile', 'gender',
]);
const TIMES = new Set(['iat', 'nbf', 'exp', 'auth_time']);
const MAX_ROWS = 100;
const MAX_VALUE_CHARS = 200;
/** The claims of a signed token as it came; null when it is none. */
function unverifiedClaims(token) {
    const parts = token.split('.');
    return parts.length === 3 ? (0,strict_json/* readObject */.A)(Buffer.from(parts[1] ?? '', 'base64url')) : null;
}
/** The last part of a token: what makes it worth something. */
function signatureOf(token) {
    return token.slice(token.lastIndexOf('.') + 1);
}
/** Lines of a table, names left, values right, in alphabetical order. */
function claimTable(claims) {
    const names = Object.keys(claims).sort();
    const width = Math.max(0, ...names.slice(0, MAX_ROWS).map((name) => (0,refusal_messages/* oneLine */.TN)(name).length));
    const rows = names.slice(0, MAX_ROWS).map((name) => `${(0,refusal_messages/* oneLine */.TN)(name).padEnd(width)}  ${valueText(name, claims[name])}`);
    return names.length > MAX_ROWS ? [...rows, `and ${names.length - MAX_ROWS} more`] : rows;
}
function valueText(name, value) {
    if (PERSONAL.has(name))
        return '(not shown: about a person)';
    if (TIMES.has(name) && typeof value === 'number' && Math.abs(value) < 8.64e12)
        return `${value} (${new Date(value * 1000).toISOString()})`;
    const text = (0,refusal_messages/* oneLine */.TN)(typeof value === 'string' ? value : JSON.stringify(value));
    return text.length > MAX_VALUE_CHARS ? `${text.slice(0, MAX_VALUE_CHARS)}…` : text;
}
/** Says early what a verifier would say: that the token is for somebody else, or over. Throws IDENTITY_UNTRUSTED. `now`: milliseconds. */
function checkOwnToken(claims, wanted) {
    const found = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
    if (!found.includes(wanted.audience)) {
        throw (0,refusal_messages/* untrusted */.bp)(`the token is for the audience ${found.map((one) => `\`${(0,refusal_messages/* oneLine */.TN)(String(one))}\``).join(', ')}, not for \`${wanted.audience}\``, (0,refusal_messages/* audienceHint */.wO)(wanted.kind, wanted.audience, claims));
    }
    const { exp } = claims;
    if (typeof exp === 'number' && exp * 1000 <= wanted.now)
        throw (0,refusal_messages/* untrusted */.bp)(`the token expired ${Math.round(wanted.now / 1000 - exp)} s ago`, (0,refusal_messages/* lateHint */.Ql)(wanted.kind, claims));
}

// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/identity/exchange.js
// SPDX-License-Identifier: Apache-2.0
//
// OAuth 2.0 token exchange: the job's token in, an access token of somebody else's authorisation server out. Refuses to send the token
// anywhere but to the address that the user named, and to repeat what that server says of it.
// @see https://www.rfc-editor.org/rfc/rfc8693



/** Source: access tokens with groups have 12 KiB, with an id token beside them twice that. */
const MAX_ANSWER_BYTES = 256 * 1024;
const TYPE = 'urn:ietf:params:oauth:token-type:';
/** Exchanges; throws IDENTITY_UNTRUSTED when the server does not take the token, UPSTREAM_FAILED when it does not answer as RFC 8693 says. */
async function exchangeToken(exchange, runtime) {
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const response = await (0,http/* sendDocument */.Ag)({ url: exchange.endpoint, method: 'POST', headers, body: formOf(exchange), maxBytes: MAX_ANSWER_BYTES }, runtime);
    const document = await response.json().catch(() => null);
    const answer = (typeof document === 'object' && document !== null ? document : {});
    if (!response.ok)
        throw refusal(answer, response.status, exchange);
    const { access_token: token, token_type: tokenType, issued_token_type: issued, expires_in: seconds } = answer;
    if (typeof token !== 'string' || token === '' || typeof tokenType !== 'string' || typeof issued !== 'string') {
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `\`${exchange.endpoint}\` answers without a token as RFC 8693 writes it`, { hint: 'is this the token endpoint, and does it do token exchange?' });
    }
    return { token, tokenType: (0,refusal_messages/* oneLine */.TN)(tokenType), expiresAt: typeof seconds === 'number' && Number.isFinite(seconds) ? runtime.now() + seconds * 1000 : null };
}
function formOf({ subjectToken, subjectTokenType, audiences, resources, scope, clientId }) {
    const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: subjectToken, subject_token_type: `${TYPE}${subjectTokenType}` });
    for (const audience of audiences)
        form.append('audience', audience);
    for (const resource of resources)
        form.append('resource', resource);
    if (scope !== null)
        form.set('scope', scope);
    if (clientId !== null)
        form.set('client_id', clientId);
    return form.toString();
}
// @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
function refusal(answer, status, { endpoint, subjectToken }) {
    const said = (name) => (typeof answer[name] === 'string' ? `: ${(0,refusal_messages/* oneLine */.TN)(answer[name].replaceAll(subjectToken, '(hidden)'))}` : '');
    const why = said('error') + said('error_description');
    if (status >= 500 || why === '')
        return new errors/* GateError */.ue('UPSTREAM_FAILED', `\`${endpoint}\` answers with status ${status}${why}`, { hint: 'is this the token endpoint? its log says more' });
    return new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${endpoint}\` does not exchange the token of this job (status ${status})${why}`, { hint: "compare the input `audience`, and the server's trust in this issuer, with the claims that are shown above" });
}

// EXTERNAL MODULE: ./lib/identity/gateway.js
var gateway = __webpack_require__(82484);
// EXTERNAL MODULE: ./lib/commands/run-spec.js
var run_spec = __webpack_require__(47379);
// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __webpack_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/oidc-token.js
// SPDX-License-Identifier: Apache-2.0
//
// `oidc-token`: the job's own token for one audience, hidden from the log at once, shown by its claims, and exchanged when asked: for a
// session of the gateway, or by RFC 8693. Hands it on in a file that only this user can read, or as a masked output. Refuses to print it.






const EXCHANGES = ['none', 'gateway', 'rfc8693'];
const DELIVERIES = ['file', 'output'];
/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const oidcTokenSpec = {
    name: 'oidc-token',
    description: "Get the job's own OIDC token for an audience, hide it from the log, show its claims, and exchange it for a gateway session or an access token.",
    inputs: [
        { name: 'audience', description: 'Who the token is for: the `aud` that its verifier asks for.', default: 'ostiary', required: false, face: 'all', kind: 'text' },
        { name: 'exchange', description: '`none` hands on the token itself; `gateway` opens a session at an ostiary gateway; `rfc8693` asks an OAuth 2.0 token endpoint.', default: 'none', required: false, face: 'all', kind: 'text', choices: EXCHANGES },
        { name: 'gateway', description: 'Address of the gateway, `https://HOST`; for `exchange: gateway`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'gateway-ca', description: 'PEM file of the authority, or the very certificate, of the gateway; nothing else is trusted then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'resource', description: 'Resource that the session is for; several: one a line (the flag may be repeated). When empty: all that the job may reach.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'token-endpoint', description: 'Address of the token endpoint; for `exchange: rfc8693`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'target-audience', description: 'Name of a service that the exchanged token is for (`audience` of RFC 8693); several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'target-resource', description: 'Address of a service that the exchanged token is for (`resource` of RFC 8693); several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'scope', description: 'Scopes to ask the token endpoint for, with spaces between them.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'client-id', description: 'Client id, for token endpoints that want one.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'deliver', description: "`file` writes it into a file that only this user can read; `output` makes it the step's masked output `token` (GitHub only).", default: 'file', required: false, face: 'all', kind: 'text', choices: DELIVERIES },
        { name: 'file', description: "Where to write it. When empty: a fresh file in the runner's temp folder, whose path is the output `token-file`.", default: '', required: false, face: 'all', kind: 'text' },
        { name: 'subject-token-file', description: 'A file that holds the token to exchange, for CI products that hand it out in other ways (a Kubernetes volume); `-` reads it from standard input.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text', choices: run_spec/* TOKEN_TYPES */.em },
    ],
    outputs: [
        { name: 'token-file', description: 'Path of the file that holds it; empty with `deliver: output`.' },
        { name: 'token', description: 'The token, or the credential of the session; masked, with `deliver: output` only.' },
        { name: 'session-id', description: 'With `exchange: gateway`: the id of the session, which is its user in PostgreSQL.' },
        { name: 'subject', description: "The `sub` of the job's token." },
        { name: 'expires-at', description: 'When it ends, RFC 3339 in UTC.' },
    ],
};
/** Gets, shows, exchanges and hands on; returns the exit code. Throws GateError. */
async function oidcToken(raw, deps) {
    const inputs = parseInputs(raw, deps.host);
    const { host } = deps;
    const token = await subjectToken(inputs, deps);
    hide(token, host);
    const claims = await show(token, inputs, deps);
    const obtained = await exchanged(token, claims, inputs, deps);
    if (inputs.deliver === 'output')
        host.secretOutput('token', obtained.secret);
    const path = inputs.deliver === 'output' ? '' : await deps.writePrivate(inputs.file, obtained.secret);
    host.output('token-file', path);
    host.output('session-id', obtained.sessionId ?? '');
    host.output('subject', typeof claims['sub'] === 'string' ? claims['sub'] : '');
    host.output('expires-at', obtained.expiresAt === null ? '' : new Date(obtained.expiresAt).toISOString());
    host.log.info(path === '' ? 'it is the masked output `token` of this step' : `it is in \`${path}\`, which only this user can read`);
    return 0;
}
function subjectToken({ audience, subjectFile }, { host, readToken }) {
    if (subjectFile !== null)
        return readToken(subjectFile);
    if (host.kind !== 'shell')
        return host.idToken(audience);
    throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this is neither a GitHub nor a GitLab job, so there is no token to be had', { hint: 'name the file that holds one with `--subject-token-file` (`-`: standard input)' });
}
function parseInputs(raw, host) {
    const text = (name) => (0,verb/* textInput */._Z)(raw, oidcTokenSpec, name) ?? null;
    const exchange = (0,verb/* choiceInput */.ij)(raw, oidcTokenSpec, { name: 'exchange', choices: EXCHANGES }) ?? 'none';
    const deliver = (0,verb/* choiceInput */.ij)(raw, oidcTokenSpec, { name: 'deliver', choices: DELIVERIES }) ?? 'file';
    const inputs = {
        audience: text('audience') ?? 'ostiary', exchange, gateway: text('gateway'), gatewayCa: text('gateway-ca'), resources: (0,verb/* listInput */.dt)(raw, 'resource'), endpoint: text('token-endpoint'),
        targets: { audiences: (0,verb/* listInput */.dt)(raw, 'target-audience'), resources: (0,verb/* listInput */.dt)(raw, 'target-resource'), scope: text('scope'), clientId: text('client-id') },
        deliver, file: text('file'), subjectFile: text('subject-token-file'),
        subjectType: (0,verb/* choiceInput */.ij)(raw, oidcTokenSpec, { name: 'subject-token-type', choices: run_spec/* TOKEN_TYPES */.em }) ?? 'jwt',
    };
    if (deliver === 'output' && host.kind !== 'github') {
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `deliver` is `output`, which can be masked on GitHub only', { hint: "write `deliver: file`: what a GitLab job hands on as an output lies in a report that others may download" });
    }
    checkTogether(inputs);
    return inputs;
}
// An input that nothing reads is a misunderstanding; better said than ignored.
function checkTogether(inputs) {
    const { exchange, targets } = inputs;
    const given = [
        ['gateway', inputs.gateway !== null, 'gateway'], ['gateway-ca', inputs.gatewayCa !== null, 'gateway'], ['resource', inputs.resources.length > 0, 'gateway'], ['token-endpoint', inputs.endpoint !== null, 'rfc8693'],
        ['target-audience', targets.audiences.length > 0, 'rfc8693'], ['target-resource', targets.resources.length > 0, 'rfc8693'], ['scope', targets.scope !== null, 'rfc8693'], ['client-id', targets.clientId !== null, 'rfc8693'],
    ];
    const idle = given.find(([, isGiven, needs]) => isGiven && needs !== exchange);
    if (idle !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`${idle[0]}\` is given, and \`exchange\` is \`${exchange}\``, { hint: `write \`exchange: ${idle[2]}\`, or leave \`${idle[0]}\` out` });
    if (exchange === 'gateway' && inputs.gateway === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `gateway` is missing', { hint: '`exchange: gateway` needs the address of one: `gateway: https://HOST`' });
    if (exchange === 'rfc8693' && inputs.endpoint === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `token-endpoint` is missing', { hint: '`exchange: rfc8693` needs the address of one: `token-endpoint: https://HOST/oauth/token`' });
    if (inputs.deliver === 'output' && inputs.file !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `file` is given, and `deliver` is `output`', { hint: 'leave one of them out' });
    if (inputs.subjectType === 'saml2' && exchange === 'none')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `subject-token-type` is `saml2`, and `exchange` is `none`', { hint: 'an assertion can only be exchanged: write `exchange: gateway` or `exchange: rfc8693`' });
}
// The whole, and the part without which the rest is worth nothing: somebody may print the parts one by one.
function hide(secret, host) {
    host.addMask(secret);
    if (unverifiedClaims(secret) !== null)
        host.addMask(signatureOf(secret));
}
async function show(token, inputs, { host, runtime }) {
    if (inputs.subjectType === 'saml2') {
        host.log.info('an assertion is shown by whoever verifies it');
        return {};
    }
    const claims = unverifiedClaims(token);
    if (claims === null)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'what was given is not a signed token', { hint: 'give the token as it was issued, nothing before or after it' });
    await host.group(`OIDC token for \`${inputs.audience}\``, async () => {
        for (const line of claimTable(claims))
            host.log.info(line);
    });
    checkOwnToken(claims, { audience: inputs.audience, kind: host.kind === 'shell' || inputs.subjectFile !== null ? 'oidc' : host.kind, now: runtime.now() });
    return claims;
}
async function exchanged(token, claims, inputs, { host, runtime, trusting }) {
    const subject = { token, type: inputs.subjectType, resources: inputs.resources };
    switch (inputs.exchange) {
        case 'none':
            return { secret: token, expiresAt: typeof claims['exp'] === 'number' ? claims['exp'] * 1000 : null };
        case 'gateway': {
            const session = await (0,gateway/* openSession */.fA)((0,gateway/* gatewayAt */.Mz)(inputs.gateway ?? '', runtime), subject, inputs.gatewayCa === null ? runtime : await trusting(inputs.gatewayCa));
            host.addMask(session.credential);
            const names = session.principal['names'];
            host.log.info(`session \`${session.id}\`${Array.isArray(names) && names.length > 0 ? ` as \`${names.join('`, `')}\`` : ''}, for ${session.resources.map(({ name, host: at, port }) => `\`${name}\` at ${at}:${port}`).join(', ') || 'no resource'}`);
            host.log.info(`it ends at ${new Date(session.expiresAt).toISOString()}: what could renew it ends with this step; \`ostiary run --gateway\` renews`);
            return { secret: session.credential, expiresAt: session.expiresAt, sessionId: session.id };
        }
        case 'rfc8693': {
            const answer = await exchangeToken({ endpoint: inputs.endpoint ?? '', subjectToken: token, subjectTokenType: inputs.subjectType, ...inputs.targets }, runtime);
            hide(answer.token, host);
            host.log.info(`exchanged for a token of type \`${answer.tokenType}\``);
            return { secret: answer.token, expiresAt: answer.expiresAt };
        }
        default:
            return inputs.exchange;
    }
}


/***/ }),

/***/ 47379:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ ISOLATIONS),
/* harmony export */   T4: () => (/* binding */ WORKSPACES),
/* harmony export */   em: () => (/* binding */ TOKEN_TYPES),
/* harmony export */   lA: () => (/* binding */ runSpec),
/* harmony export */   zY: () => (/* binding */ ON_REFUSAL)
/* harmony export */ });
const ISOLATIONS = ['user', 'none'];
const WORKSPACES = ['copy', 'shared'];
const ON_REFUSAL = ['fail', 'ignore'];
const TOKEN_TYPES = ['jwt', 'id_token', 'saml2'];
/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const runSpec = {
    name: 'run',
    description: 'Run one command with guarded access to production: every operation judged, masked and recorded.',
    inputs: [
        { name: 'command', description: 'The command, run by `bash -eo pipefail -c`.', default: '', required: true, face: 'ci', kind: 'text' },
        { name: 'policy', description: 'A policy file of the work tree; only with --local.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'local', description: 'Run from your own shell, for resources marked `local: true`; never under a CI product.', default: '', required: false, face: 'cli', kind: 'flag' },
        { name: 'gateway', description: 'Address of a gateway (`https://…`) that guards instead of a gate in the job: no credential of production is in the job then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'gateway-ca', description: 'PEM file of the authority, or the very certificate, of the gateway; nothing else is trusted then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'subject-token-file', description: 'With --gateway: a file that holds the token or assertion to show there, where it is no job of GitHub or GitLab that asks.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text', choices: TOKEN_TYPES },
        { name: 'resource', description: 'Resource of the policy to guard; several: one a line (the flag may be repeated). May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts that guarded URL into the variable NAME; several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'session-dir', description: 'Folder for the recording and the patch; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'isolation', description: '`user` runs the command as another, unprivileged user; `none` must be asked for by name.', default: 'user', required: false, face: 'all', kind: 'text', choices: ISOLATIONS },
        { name: 'workspace', description: '`copy` gives the command a copy of the workspace (what it changed comes back as a patch), `shared` the workspace itself, with whatever credentials a checkout left in it. When empty: copy with isolation `user`, shared with `none`.', default: '', required: false, face: 'all', kind: 'text', choices: WORKSPACES },
        { name: 'on-refusal', description: '`fail` ends with 1 (denied) or 3 (review pending) when anything was refused, `ignore` does not.', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_REFUSAL },
        { name: 'approval', description: 'Pull or merge request whose approval may be used: its number or address. When empty: the one that this commit was merged by, and those under review on branches `ostiary/approvals/…`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'break-glass', description: 'Why operations that need a review have to run without one now, in a sentence; only for people whom the policy names under `break_glass`. Somebody else is told first, and has to review afterwards.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'outcome', description: '`ok`, `failed` (the command), `denied`, `pending` or `error`.' },
        { name: 'session', description: 'Path of the recording, `session.jsonl`; with `gateway` the id of the session there.' },
        { name: 'allowed', description: 'Number of operations allowed.' },
        { name: 'reviewed', description: 'Number of operations that need a review.' },
        { name: 'denied', description: 'Number of operations denied.' },
        { name: 'patch', description: 'Path of `changes.patch`, when the workspace was copied and changed.' },
    ],
};


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


/***/ })

};
