export const id = 7478;
export const ids = [7478];
export const modules = {

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

/***/ 56838:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ trustOf),
/* harmony export */   PT: () => (/* binding */ checkIssuers),
/* harmony export */   rV: () => (/* binding */ githubIssuer),
/* harmony export */   xQ: () => (/* binding */ gitlabIssuer)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
// SPDX-License-Identifier: Apache-2.0
//
// Who may issue tokens: an allow-list of issuers by exact URL, with what is known of each kind. Refuses wildcards, and reads nothing from
// a token but the one `iss` that it is asked about.


const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** An enterprise may have its name behind the issuer; GitHub signs for all of them, and policies compare it exactly. */
const ENTERPRISE = /^\/[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?$/u;
/** The issuer that belongs to a GitHub server: `https://github.com`, `https://x.ghe.com`, or one of your own. */
function githubIssuer(serverUrl) {
    const { hostname, origin } = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(serverUrl);
    if (hostname === 'github.com')
        return { kind: 'github', issuer: GITHUB_ISSUER };
    return { kind: 'github', issuer: hostname.endsWith('.ghe.com') ? `https://token.actions.${hostname}` : `${origin}/_services/token` };
}
/** The issuer that belongs to a GitLab instance: its own URL, without a slash at the end. */
function gitlabIssuer(serverUrl) {
    return { kind: 'gitlab', issuer: (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(serverUrl).href.replace(/\/$/u, '') };
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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', 'no issuer of tokens is trusted', { hint: 'name at least one, such as `https://token.actions.githubusercontent.com`' });
    for (const { issuer } of issuers) {
        const url = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(issuer);
        if (url.search !== '' || url.hash !== '')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `the issuer \`${issuer}\` has a query or fragment`, { hint: 'write it as the `iss` of its tokens' });
    }
    CHECKED.add(issuers);
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

/***/ 37478:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sessionVerb: () => (/* binding */ sessionVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __webpack_require__(61557);
// EXTERNAL MODULE: ./lib/record/envelope.js
var envelope = __webpack_require__(26441);
// EXTERNAL MODULE: ./lib/record/keyless.js
var keyless = __webpack_require__(56215);
// EXTERNAL MODULE: ./lib/record/lines.js
var lines = __webpack_require__(71334);
// EXTERNAL MODULE: ./lib/record/story.js + 1 modules
var record_story = __webpack_require__(24018);
// EXTERNAL MODULE: ./lib/record/verifier.js + 1 modules
var record_verifier = __webpack_require__(72211);
;// CONCATENATED MODULE: ./lib/record/replay.js



/** Pieces of text to print in order, each ending with a line feed; `judged` hears the verdict at the end. Throws INPUT_INVALID when the file can't be read. */
async function* replay(source, options, judged = () => undefined) {
    const verifier = new record_verifier/* Verifier */.B();
    const story = new record_story/* Story */.g(options);
    let warned = false;
    for await (const line of (0,lines/* readLines */.S)(source)) {
        const read = verifier.see(line);
        if (verifier.altered && !warned) {
            warned = true;
            // Before the first line there is nothing to tell from what follows.
            if (verifier.lines > 0)
                yield story.warn(verifier.verdict());
        }
        const text = read === null ? '' : story.tell(read);
        if (text !== '')
            yield text;
    }
    const verdict = verifier.verdict();
    judged(verdict);
    yield story.end(verdict);
}

// EXTERNAL MODULE: ./lib/record/session-key.js
var session_key = __webpack_require__(99435);
// EXTERNAL MODULE: ./lib/record/verify.js
var verify = __webpack_require__(68932);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/sigstore-trust.js
var sigstore_trust = __webpack_require__(32848);
;// CONCATENATED MODULE: ./lib/main/session.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `session`: a file in, a verdict or a story out; pages and exports are loaded when asked for. Refuses to trust what the file says
// of itself.










/** Width of a line where there is no terminal. */
const PLAIN_WIDTH = 100;
/** Whom to believe, and where a signature lies. */
const TRUST = [
    { name: 'key', kind: 'list' }, { name: 'envelope', kind: 'text' }, { name: 'bundle', kind: 'text' }, { name: 'identity', kind: 'text' }, { name: 'issuer', kind: 'text' }, { name: 'trusted-root', kind: 'text' },
];
/** Each its own: a flag that would be ignored is refused. */
const FLAGS = {
    verify: [{ name: 'json', kind: 'flag' }],
    replay: [{ name: 'no-colour', kind: 'flag' }, { name: 'html', kind: 'text' }],
    index: [{ name: 'html', kind: 'text' }, { name: 'pages', kind: 'flag' }],
};
/** `ostiary session verify|replay|export FILE`, `ostiary session index DIR`. */
async function sessionVerb(argv) {
    // What goes wrong with the output is told to whoever wrote it.
    process.stdout.on('error', () => undefined);
    const [what, ...rest] = argv;
    if (what === 'export')
        return (await __webpack_require__.e(/* import() */ 8543).then(__webpack_require__.bind(__webpack_require__, 98543))).exportVerb(rest);
    const hint = 'it is `session verify FILE`, `session replay FILE`, `session export FILE` or `session index DIR`';
    if (what === undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`session` needs to know what to do', { hint });
    if (what !== 'verify' && what !== 'replay' && what !== 'index')
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`session ${what}\` is not a command`, { hint });
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(rest, [...FLAGS[what], ...TRUST]);
    const file = words[0];
    if (what === 'index')
        return (await __webpack_require__.e(/* import() */ 5862).then(__webpack_require__.bind(__webpack_require__, 75862))).indexVerb(words, inputs, await judgeFrom(inputs));
    if (file === undefined || words.length > 1)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`session ${what}\` takes one file`, { hint: 'the path that `run` printed, `…/session.jsonl`' });
    if (what === 'replay' && typeof inputs['html'] === 'string')
        return (await __webpack_require__.e(/* import() */ 5862).then(__webpack_require__.bind(__webpack_require__, 75862))).pageVerb(file, inputs['html'], await judgeFrom(inputs));
    const idle = what === 'replay' ? TRUST.find(({ name }) => inputs[name] !== undefined) : undefined;
    if (idle !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`--${idle.name}\` counts only together with \`--html\``, { hint: 'who signed a recording is told by `session verify`, and by the page' });
    return what === 'verify' ? session_verify(file, inputs) : show(file, inputs['no-colour'] !== true);
}
async function judgeFrom(inputs) {
    const keys = await Promise.all((0,verb/* listInput */.dt)(inputs, 'key').map(readKey));
    const text = (name) => (typeof inputs[name] === 'string' ? inputs[name] : null);
    const expected = { trustedRoot: text('trusted-root'), identity: text('identity'), issuer: text('issuer') };
    if (text('bundle') !== null && Object.values(expected).every((one) => one === null))
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--trusted-root` is missing: a bundle of Sigstore is worth what its verifier expects', { hint: 'give `--trusted-root`, `--identity` and `--issuer` with `--bundle`' });
    const trust = await (0,sigstore_trust/* sigstoreTrust */.b)(expected, (name) => `\`--${name}\``);
    return (file, source) => (0,verify/* verifyRecording */.n)(source, { keys, envelope: text('envelope') ?? file + envelope/* ENVELOPE_SUFFIX */.bO, bundle: { path: text('bundle') ?? file + keyless/* BUNDLE_SUFFIX */.Zf, trust, keyPath: file + session_key/* KEY_BUNDLE_SUFFIX */.BB } });
}
async function session_verify(file, inputs) {
    const judge = await judgeFrom(inputs);
    const verdict = await judge(file, file);
    await print(inputs['json'] === true ? `${plain(verdict)}\n` : `${verdict.state}: ${verdict.explanation}\n`);
    // Whoever says whom to trust asks whether one of them vouches; a chain alone is not that.
    const asksWho = (0,verb/* listInput */.dt)(inputs, 'key').length > 0 || typeof inputs['trusted-root'] === 'string';
    return verdict.state === 'signed' || (verdict.state === 'unsigned' && !asksWho) ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.denied;
}
// What the file says of itself stands in it: by numbers, since a terminal would obey some of the characters.
function plain(verdict) {
    // Match U+009B and U+202E, miss "a".
    return JSON.stringify(verdict).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
async function readKey(path) {
    return (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the key \`${path}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'give the file of a public key that you trust: `--key trusted.pem`' });
    });
}
async function show(file, wantsColour) {
    // @see https://no-color.org: an empty variable does not count.
    const colour = wantsColour && process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
    let altered = false;
    const story = replay(file, { colour, width: process.stdout.columns || PLAIN_WIDTH }, (verdict) => (altered = verdict.state === 'altered'));
    for await (const part of story) {
        if (!(await print(part)))
            break;
    }
    return altered ? errors/* EXIT */.dc.denied : errors/* EXIT */.dc.done;
}
// False once nobody reads any more: `| head` is a way to read the beginning, not a fault.
function print(text) {
    return new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => {
            if (error === null || error === undefined)
                resolve(true);
            else if (error.code === 'EPIPE')
                resolve(false);
            else
                reject(error);
        });
    });
}


/***/ }),

/***/ 32848:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sigstoreTrust),
/* harmony export */   d: () => (/* binding */ signerOfJob)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _identity_issuers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56838);
// SPDX-License-Identifier: Apache-2.0
//
// Whom a verifier believes of those who sign without a key: a trusted root from a file, a name and an issuer. Refuses two of the three
// without the third, to fetch a root, and to take any of them from what is to be verified.



/** The trust that this amounts to; null: none of it was said. `called`: how one of them is named to whoever gave it. Throws INPUT_INVALID. */
async function sigstoreTrust({ trustedRoot, identity, issuer }, called) {
    if (trustedRoot === null && identity === null && issuer === null)
        return null;
    const missing = (name) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `${called(name)} is missing: a bundle of Sigstore is worth what its verifier expects`, { hint: 'for example identity `https://github.com/acme/shop/**`, issuer `https://token.actions.githubusercontent.com`, trusted-root `trusted_root.jsonl`' });
    if (trustedRoot === null)
        throw missing('trusted-root');
    if (identity === null)
        throw missing('identity');
    if (issuer === null)
        throw missing('issuer');
    const { readTrustedRoots } = await __webpack_require__.e(/* import() */ 5375).then(__webpack_require__.bind(__webpack_require__, 95375));
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(trustedRoot, 'utf8').catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the trusted root \`${trustedRoot}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}`, { cause, hint: 'write one with `gh attestation trusted-root`' });
    });
    return { roots: await readTrustedRoots(text), identity, issuer };
}
/** Who signs in this job: its own workflow, by variables that GitHub sets and no step can change. Elsewhere nobody is known. */
function signerOfJob(host) {
    const { server_url: server, workflow_ref: workflow } = host.facts();
    if (host.kind !== 'github' || server === undefined || workflow === undefined)
        return { identity: null, issuer: null };
    return { identity: `${server}/${workflow}`, issuer: (0,_identity_issuers_js__WEBPACK_IMPORTED_MODULE_2__/* .githubIssuer */ .rV)(server).issuer };
}


/***/ }),

/***/ 26441:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `the signing key is of type \`${String(key.asymmetricKeyType)}\``, { hint: 'give an Ed25519 private key: `openssl genpkey -algorithm ed25519`' });
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

/***/ 5741:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cz: () => (/* binding */ clipped),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   wi: () => (/* binding */ inertLines)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Makes recorded text safe to print: what moves a cursor, changes a colour, reverses or hides text becomes visible notation. Refuses
// to drop anything silently, except marks piled on one letter.
// @see https://www.unicode.org/reports/tr36/
// Match "\u001b", "\u202e", "\u200b", "\u2028", a lone surrogate and Hangul fillers; miss "é" and "漢": controls, formats, the unassigned, blanks that take a letter's place.
const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;
// Match four marks in a row, miss the two of "ệ": piles that reach into other lines.
const PILE = /(\p{M}{3})\p{M}+/gu;
// Match "漢" and "😀", miss "é": characters that take two cells of a terminal.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// Match a combining accent, miss "e": characters that take none.
const MARK = /\p{M}/u;
/** One line of text that a terminal shows and does not obey; line breaks and tabs are shown as `\n`, `\t`. */
function inert(text) {
    return text.replace(ACTIVE, notation).replace(PILE, '$1');
}
/** The same as lines: breaks stay breaks, tabs are two spaces. */
function inertLines(text) {
    // Match "\r\n", miss "\r": a break as any system writes it.
    return text.split(/\r?\n/).map((line) => inert(line.replaceAll('\t', '  ')));
}
/** Cells of a terminal that a text takes; text must be inert. */
function cellsOf(text) {
    let cells = 0;
    for (const char of text)
        cells += cellsOfChar(char);
    return cells;
}
/** The beginning of an inert text that fits, with `…` when something is missing. */
function clipped(text, cells) {
    let used = 0;
    let out = '';
    for (const char of text) {
        used += cellsOfChar(char);
        // The last cell is kept for the sign that more follows.
        if (used > cells)
            return `${fitting(out, cells - 1)}…`;
        out += char;
    }
    return out;
}
/** A space this near to the beginning of a line is indentation, or a word too short to stand alone on it. */
const TOO_EARLY = 6;
/** An inert text in pieces that fit, broken at spaces where it can be. */
function wrapped(text, cells) {
    const pieces = [];
    let rest = text;
    for (let head = fitting(rest, cells); head.length < rest.length; head = fitting(rest, cells)) {
        const space = head.lastIndexOf(' ');
        // A character wider than the line would never fit: it is let stand out.
        const cut = space > TOO_EARLY ? space + 1 : Math.max(head.length, 1);
        pieces.push(rest.slice(0, cut).trimEnd());
        rest = rest.slice(cut);
    }
    return [...pieces, rest];
}
function fitting(text, cells) {
    let used = 0;
    let length = 0;
    for (const char of text) {
        used += cellsOfChar(char);
        if (used > cells)
            break;
        length += char.length;
    }
    return text.slice(0, length);
}
function cellsOfChar(char) {
    if (char >= ' ' && char <= '~')
        return 1;
    if (MARK.test(char))
        return 0;
    return WIDE.test(char) ? 2 : 1;
}
function notation(char) {
    if (char === '\n')
        return '\\n';
    if (char === '\r')
        return '\\r';
    if (char === '\t')
        return '\\t';
    return `\\u{${char.codePointAt(0).toString(16)}}`;
}


/***/ }),

/***/ 56215:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
// Signs a statement without a key that is kept, through Sigstore: Fulcio certifies a key that lives for this one signature as the job that
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
    const why = wordsOf(thrown);
    switch (code) {
        case 'IDENTITY_TOKEN_PARSE_ERROR':
            return failed('the token for Sigstore names no subject, or an address that its issuer did not verify', 'use the token of a job, whose subject is the workflow');
        case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
            return failed(`Fulcio at \`${fulcio}\` gives no certificate: ${why}`, 'does it know the issuer of this job, and the audience `sigstore`?');
        case 'TLOG_CREATE_ENTRY_ERROR':
        case 'TLOG_FETCH_ENTRY_ERROR':
            return failed(`Rekor at \`${String(rekor)}\` takes no entry: ${why}`, 'run again later, or name a `tsa` instead');
        case 'TSA_CREATE_TIMESTAMP_ERROR':
            return failed(`the clock at \`${String(tsa)}\` gives no timestamp: ${why}`, 'is it the address of an RFC 3161 timestamp authority?');
        default:
            return failed(`signing through Sigstore failed: ${why}`, 'run again later');
    }
}
function failed(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('RECORD_FAILED', message, { hint });
}
const MAX_WORDS = 300;
function wordsOf(thrown) {
    let inner = thrown;
    while (inner instanceof Error && inner.cause instanceof Error)
        inner = inner.cause;
    // Match "eyJhbGciOi….eyJz….sig": a token, whole or cut.
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(inner).replace(/eyJ[\w-]+(?:\.[\w-]*){0,2}/gu, '…').replace(/\s+/gu, ' ').slice(0, MAX_WORDS);
}


/***/ }),

/***/ 8503:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Q4: () => (/* binding */ dedented),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Turns of phrase of a story. Refuses nothing; what they give must still be made inert.
/** A statement of several lines as its author saw it, without the margin of the code that it stood in. */
function dedented(text) {
    const [first, ...rest] = text.split('\n');
    const margins = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
    const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
    return [first.trimStart(), ...rest.map((line) => line.slice(Math.min(margin, line.length - line.trimStart().length)))].join('\n');
}
/** A program's own name, which may be empty. */
function quoted(text) {
    return text === '' ? 'an unnamed program' : `\`${text}\``;
}
/** `1 row`, `2 rows`. */
function plural(count, word) {
    return `${count} ${word}${count === 1 ? '' : 's'}`;
}
/** Time between two times of events, `1.2 s`. */
function duration(first, last) {
    return `${((Date.parse(last) - Date.parse(first)) / 1000).toFixed(1)} s`;
}


/***/ }),

/***/ 99435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ KEY_BUNDLE_SUFFIX),
/* harmony export */   hM: () => (/* binding */ readKeyStatement),
/* harmony export */   uh: () => (/* binding */ newSessionKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26441);
// SPDX-License-Identifier: Apache-2.0
//
// A key of one session's own, for those who sign without a key that is kept: made when the session begins, certified once through Sigstore
// by whoever opens it, and gone with the process. Refuses to certify it for any other session, and to be written down.


/** What is added to the recording's path for the bundle about its key. */
const KEY_BUNDLE_SUFFIX = '.key.sigstore.json';
/** `predicateType` of the statement about a key. */
const SESSION_KEY_PREDICATE_TYPE = 'https://ostiary.dev/attestation/session-key/v1';
/** A fresh Ed25519 key for a session, and what there is to certify about it. */
function newSessionKey(session) {
    const { publicKey, privateKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const signer = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .ed25519Signer */ .k5)(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    return { signer, statement: { _type: 'https://in-toto.io/Statement/v1', subject: [{ name: session, digest: { sha256: signer.keyId } }], predicateType: SESSION_KEY_PREDICATE_TYPE, predicate: { session, key } } };
}
/** The session and key (PEM) in the payload of an envelope; null: it is not about a key. */
function readKeyStatement(payload) {
    try {
        const { _type, predicateType, subject, predicate } = JSON.parse(payload.toString('utf8'));
        if (_type !== 'https://in-toto.io/Statement/v1' || predicateType !== SESSION_KEY_PREDICATE_TYPE || typeof predicate.session !== 'string')
            return null;
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(predicate.key, 'base64'), type: 'spki', format: 'der' });
        if (key.asymmetricKeyType !== 'ed25519' || (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .keyIdOf */ .yg)(key) !== subject[0].digest.sha256)
            return null;
        return { session: predicate.session, pem: key.export({ type: 'spki', format: 'pem' }).toString() };
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 24018:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ Story)
});

// EXTERNAL MODULE: ./lib/record/inert.js
var inert = __webpack_require__(5741);
// EXTERNAL MODULE: ./lib/record/phrases.js
var phrases = __webpack_require__(8503);
;// CONCATENATED MODULE: ./lib/record/table.js
// SPDX-License-Identifier: Apache-2.0
//
// A few rows of a result as a little table that fits a terminal. Refuses to be wider than it may, and to print anything that is not inert.

/** Longest cell, in terminal cells. */
const MAX_CELL = 32;
const SEPARATOR = ' │ ';
const NULL_SIGN = '∅';
/** Lines of a table: names, then rows. Columns that do not fit are left out, with `…` in their place. */
function rowsTable(names, rows, width) {
    // No more of them than could stand there, however many a file names.
    const columns = names.slice(0, Math.ceil(width / SEPARATOR.length) + 1);
    const lines = [columns, ...rows].map((row) => columns.map((_, index) => cell(row[index])));
    const widths = [];
    let used = 0;
    for (const index of columns.keys()) {
        const wide = Math.max(...lines.map((line) => (0,inert/* cellsOf */.nc)(line[index])));
        if (used + wide > width)
            break;
        widths.push(wide);
        used += wide + SEPARATOR.length;
    }
    const rest = widths.length < names.length ? ' …' : '';
    return lines.map((line) => (0,inert/* clipped */.cz)(widths.map((wide, index) => padded(line[index], wide)).join(SEPARATOR).trimEnd() + rest, width));
}
function cell(value) {
    return value === null || value === undefined ? NULL_SIGN : (0,inert/* clipped */.cz)((0,inert/* inert */.tJ)(value), MAX_CELL);
}
function padded(text, cells) {
    return text + ' '.repeat(cells - (0,inert/* cellsOf */.nc)(text));
}

;// CONCATENATED MODULE: ./lib/record/story.js



const CODES = { red: '31', green: '32', yellow: '33', cyan: '36', dim: '2', bold: '1' };
const OF_DECISION = { allow: 'green', review: 'yellow', deny: 'red' };
const OF_STATE = { signed: 'green', unsigned: 'yellow', incomplete: 'yellow', altered: 'red' };
const MIN_WIDTH = 40;
/** `10:22:33.123  ` */
const MARGIN = 14;
/** `  2026-01-05 10:22:33.123 UTC` */
const TIMESTAMP = 29;
/** Operations waiting for their end are held back so that each is one block; beyond this many the oldest is told without. */
const MAX_OPEN = 256;
/** Lines of one statement, and rows of one result, that are shown. */
const MAX_STATEMENT_LINES = 40;
const MAX_ROWS = 8;
/** Of a statement, a reason, a header: far more than is shown, far less than a hostile file can hold. */
const MAX_LENGTH = 16_384;
/** Reasons of one decision. */
const MAX_REASONS = 16;
/** Kinds of masks that are counted apart; a hostile file could name any number. */
const MAX_KINDS = 64;
/** Keeps what a story needs to remember: operations that have not ended, and sums. */
class Story {
    #options;
    /** Told so far, but for how they ended. */
    #open = new Map();
    #masked = new Map();
    #rows = 0;
    #times = null;
    constructor(options) {
        this.#options = { ...options, width: Math.max(options.width, MIN_WIDTH) };
    }
    /** What there is to say once this line has been read; often nothing yet. */
    tell(line) {
        this.#times = { first: this.#times?.first ?? line.at, last: line.at };
        switch (line.type) {
            case 'session':
                return this.#session(line, line.at);
            case 'decided':
                return this.#decided(line);
            case 'done':
                return this.#done(line);
            case 'connection':
                return this.#aside(line.at, `connection ${line.connection} to ${line.resource} opened by ${(0,phrases/* quoted */.TL)(line.application)}`, 'dim');
            case 'disconnected':
                return this.#aside(line.at, `connection ${line.connection} closed: ${line.reason}`, 'dim');
            case 'gate':
                return this.#aside(line.at, `the gate itself sent ${line.statement}: ${line.purpose}`, 'dim');
            case 'refused':
                return this.#aside(line.at, `refused${line.connection === null ? '' : ` on connection ${line.connection}`}: ${line.reason}`, 'red');
            case 'prompt':
                return this.#words(line, `${line.role}${line.model === null ? '' : ` (${line.model})`}`, line.text);
            case 'tool':
                return this.#words(line, `tool ${line.name}, call ${line.call}`, line.input);
            case 'tool-result':
                return this.#words(line, `answer to call ${line.call}, ${line.outcome}`, line.output);
            case 'output':
                return this.#words(line, `${line.stream}${line.operation === null ? '' : ` of operation ${line.operation}`}`, line.text);
            case 'approval':
                return this.#approval(line);
            case 'checkpoint':
            case 'end':
                return '';
        }
    }
    /** Said once, where a recording stops being one. */
    warn(verdict) {
        return `${this.#paragraph(`${verdict.explanation}; what follows proves nothing`, '!! ', 'red')}\n`;
    }
    /** The last words: operations that never ended, sums, and the verdict. */
    end(verdict) {
        const open = [...this.#open.values()].map((told) => told + this.#ended(null)).join('');
        return open + (verdict.counts.lines === 0 || this.#times === null ? this.#verdict(verdict, '') : this.#summary(verdict, this.#times));
    }
    #session(header, at) {
        const { principal, host, policy } = header;
        const facts = Object.entries(host.facts).map(([name, value]) => `${name} ${value}`).join(', ');
        const rows = [
            ['who', `${principal.subject} (${principal.names.join(', ') || 'no identity of the policy'}) by ${principal.issuer}${header.prompter === null ? '' : `, prompted by ${header.prompter}`}`],
            ['where', facts === '' ? host.kind : `${host.kind}: ${facts}`],
            ['resources', header.resources.map(({ name, type, target }) => `${name} (${type} ${target})`).join(', ')],
            ['policy', `${policy.mode}, from ${policy.source}`],
            ['digest', policy.digest],
            ['packs', header.packs.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none'],
            ['command', header.command.join(' ')],
        ];
        const title = `${this.#paint('bold', (0,inert/* clipped */.cz)((0,inert/* inert */.tJ)(story_short(`session ${header.session}`)), this.#options.width - TIMESTAMP))}  ${(0,inert/* inert */.tJ)(at.replace('T', ' ').replace('Z', ' UTC'))}`;
        return `${title}\n${rows.map(([name, text]) => this.#paragraph(text, `  ${name.padEnd(MARGIN - 2)}`)).join('')}\n`;
    }
    #decided(decided) {
        if (decided.decision !== 'allow')
            return `${this.#block(decided)}\n`;
        // A copy of its own: pieces of a line would keep the whole line in memory.
        this.#open.set(decided.operation, Buffer.from(this.#block(decided)).toString());
        let without = '';
        for (const [oldest, told] of this.#open) {
            if (this.#open.size <= MAX_OPEN)
                break;
            without += this.#close(oldest, told, null);
        }
        return without;
    }
    #done(done) {
        this.#rows += done.rows;
        for (const [kind, count] of Object.entries(done.masked)) {
            if (this.#masked.has(kind) || this.#masked.size < MAX_KINDS)
                this.#masked.set(kind, (this.#masked.get(kind) ?? 0) + count);
        }
        const told = this.#open.get(done.operation);
        if (told !== undefined)
            return this.#close(done.operation, told, done);
        // A refused operation has been told with its reasons; that it then "failed" is no news.
        return done.outcome === 'failed' ? '' : this.#aside(done.at, `operation ${done.operation} ended: ${this.#outcome(done)}`, 'dim');
    }
    #close(operation, told, done) {
        this.#open.delete(operation);
        return told + this.#ended(done);
    }
    #block(decided) {
        const colour = OF_DECISION[decided.decision];
        const word = this.#paint(colour, decided.decision === 'allow' ? 'allow ' : decided.decision.toUpperCase().padEnd(6));
        const head = `${this.#time(decided.at)}  ${word} ${this.#paint('dim', (0,inert/* clipped */.cz)((0,inert/* inert */.tJ)(story_short(`#${decided.operation} ${decided.resource}, connection ${decided.connection}: ${decided.rules.join(', ')}`)), this.#room() - 7))}\n`;
        const statement = (0,inert/* inertLines */.wi)((0,phrases/* dedented */.Q4)(decided.text.slice(0, MAX_LENGTH))).flatMap((line) => (0,inert/* wrapped */.ky)(line, this.#room()));
        const shown = statement.slice(0, MAX_STATEMENT_LINES).map((line) => `${' '.repeat(MARGIN)}${line}\n`);
        const rest = decided.text.length > MAX_LENGTH ? `… of ${decided.text.length} characters` : `… ${(0,phrases/* plural */.LS)(statement.length - shown.length, 'more line')}`;
        const more = statement.length > shown.length || decided.text.length > MAX_LENGTH ? this.#margin(rest, 'dim') : '';
        return head + shown.join('') + more + this.#why(decided);
    }
    #why(decided) {
        const reasons = decided.decision === 'allow' ? [] : decided.reasons.map((reason, index) => `${decided.rules[index] ?? 'because'}: ${reason}`);
        const unknown = decided.unknown.filter((what) => !reasons.some((reason) => reason.includes(what))).map((what) => `not understood: ${what}`);
        const observed = decided.observed.map(({ rule, decision }) => `observed: ${rule} would have said ${decision}`);
        const all = [...[...reasons, ...unknown].map((text) => ({ text, colour: OF_DECISION[decided.decision] })), ...observed.map((text) => ({ text, colour: 'yellow' }))];
        const more = all.length > MAX_REASONS ? this.#margin(`… ${all.length - MAX_REASONS} more`, 'dim') : '';
        return all.slice(0, MAX_REASONS).map(({ text, colour }) => this.#margin(text, colour)).join('') + more;
    }
    #ended(done) {
        if (done === null)
            return `${this.#margin('→ nobody knows how it ended', 'yellow')}\n`;
        const line = this.#margin(`→ ${this.#outcome(done)}`, done.outcome === 'ok' ? 'cyan' : 'yellow');
        if (done.result === null || done.result.rows.length === 0)
            return `${line}\n`;
        const rows = rowsTable(done.result.columns, done.result.rows.slice(0, MAX_ROWS), this.#room() - 2).map((row) => `${' '.repeat(MARGIN + 2)}${row}\n`);
        const more = done.rows - Math.min(done.result.rows.length, MAX_ROWS);
        return `${line}${rows.join('')}${more > 0 ? this.#margin(`  … ${more} more`, 'dim') : ''}\n`;
    }
    #outcome(done) {
        const masked = Object.entries(done.masked).map(([kind, count]) => `${kind} ${count}`).join(', ');
        const error = done.error === null ? '' : `: ${done.error.sqlstate} ${done.error.message}`;
        // `SELECT 3` says it already.
        const rows = done.rows === 0 || done.tag?.endsWith(` ${done.rows}`) === true ? [] : [(0,phrases/* plural */.LS)(done.rows, 'row')];
        const bytes = done.bytes === 0 ? [] : [(0,phrases/* plural */.LS)(done.bytes, 'byte')];
        return [`${done.tag ?? done.outcome}${error}`, ...rows, ...bytes, ...(masked === '' ? [] : [`masked ${masked}`])].join(', ');
    }
    #summary(verdict, { first, last }) {
        const { counts } = verdict;
        const { allow, review, deny } = counts.operations;
        const masked = [...this.#masked].map(([kind, count]) => `${kind} ${count}`).join(', ');
        const lines = [
            `${allow} allowed, ${review} for review, ${deny} denied; ${counts.refused} refused on the wire; ${counts.done.ok} done, ${counts.done.failed} failed, ${counts.unanswered} with no known end`,
            `${(0,phrases/* plural */.LS)(this.#rows, 'row')} came back, masked: ${masked || 'nothing'}`,
            `${(0,phrases/* plural */.LS)(counts.connections, 'connection')}, ${(0,phrases/* duration */.p0)(first, last)}, ${outcomeOf(verdict)}`,
        ];
        return `\n${this.#paint('bold', 'summary')}\n${lines.map((text) => this.#paragraph(text, '  ')).join('')}${this.#verdict(verdict, '  ')}`;
    }
    #verdict(verdict, label) {
        return this.#paragraph(`${verdict.state}: ${verdict.explanation}`, label, OF_STATE[verdict.state]);
    }
    // A head and some lines under it: what was said, called or printed.
    #words({ at }, head, text) {
        const lines = (0,inert/* inertLines */.wi)(text.slice(0, MAX_LENGTH).trimEnd()).flatMap((one) => (0,inert/* wrapped */.ky)(one, this.#room()));
        const shown = lines.slice(0, MAX_STATEMENT_LINES).map((one) => `${' '.repeat(MARGIN)}${one.trimEnd()}\n`);
        const more = lines.length > shown.length || text.length > MAX_LENGTH ? this.#margin(`… of ${text.length} characters`, 'dim') : '';
        return `${this.#aside(at, head, 'cyan')}${shown.join('')}${more}\n`;
    }
    #approval({ at, state, operations, by, url, reason }) {
        const colour = state === 'approved' || state === 'used' || state === 'told' ? 'green' : state === 'requested' ? 'yellow' : 'red';
        const who = by.length === 0 ? '' : ` by ${by.slice(0, MAX_REASONS).join(', ')}`;
        const what = operations.slice(0, MAX_REASONS).map((number) => `#${number}`).join(', ');
        const said = state === 'told' ? 'the pull request was told' : state === 'untold' ? 'the pull request could not be told' : `approval of ${what || 'no operation'} ${state}${who}`;
        const head = this.#aside(at, said, colour);
        return `${head}${this.#margin(`${reason}${url === null ? '' : ` (${url})`}`, 'dim')}\n`;
    }
    #aside(at, text, colour) {
        return `${this.#time(at)}  ${this.#paint(colour, (0,inert/* clipped */.cz)((0,inert/* inert */.tJ)(story_short(text)), this.#room()))}\n`;
    }
    #margin(text, colour) {
        return this.#paragraph(text, ' '.repeat(MARGIN), colour);
    }
    // Text from the recording, wrapped; the first line has a label before it, the others as many blanks.
    #paragraph(text, label, colour) {
        return (0,inert/* wrapped */.ky)((0,inert/* inert */.tJ)(story_short(text)), this.#options.width - label.length)
            .map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${colour === undefined ? line : this.#paint(colour, line)}\n`)
            .join('');
    }
    #time(at) {
        return this.#paint('dim', at.slice(11, 23));
    }
    #room() {
        return this.#options.width - MARGIN;
    }
    #paint(colour, text) {
        return this.#options.colour ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
    }
}
function story_short(text) {
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
/** Of an altered recording what follows was not read, so nobody knows whether it was closed. */
function outcomeOf({ end, at }) {
    if (at !== null)
        return `altered at line ${at.line}`;
    return end === null ? 'no closing line' : `outcome ${end.outcome}`;
}


/***/ })

};
