export const id = 578;
export const ids = [578];
export const modules = {

/***/ 27533:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ recordedCommand),
/* harmony export */   V: () => (/* binding */ secretValues)
/* harmony export */ });
/* harmony import */ var _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84520);
/* harmony import */ var _mask_known_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97175);
/* harmony import */ var _mask_replacement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95956);



// Match "GITHUB_TOKEN" and "SIGNING_KEY", miss "KEYBOARD".
const LIKE_TOKENS = /TOKEN|SECRET|PASSWORD|_KEY$/u;
/** Values of the variables of a job that are named like tokens, and of those that are named here: `user:password`, and the password by itself. */
function secretValues(environment, named) {
    return Object.entries(environment).filter(([name]) => LIKE_TOKENS.test(name) || named.includes(name)).flatMap(([, value = '']) => [value, value.slice(value.indexOf(':') + 1)]);
}
/** The words of COMMAND, as they may be recorded. `secrets`: values that must not be there, in any spelling. */
function recordedCommand(command, secrets, content) {
    const known = (0,_mask_known_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .knownValues */ .s)(secrets);
    const detection = known === null ? null : new _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .Detection */ .u([known]);
    const clean = (text) => content.scan(detection === null ? text : (0,_mask_replacement_js__WEBPACK_IMPORTED_MODULE_2__/* .replaced */ .$3)(text, detection.inText(text))).text;
    const words = command.map(clean);
    // A name and its value may be two words: `-u admin:secret`.
    const line = words.join(' ');
    const whole = clean(line);
    return whole === line ? words : whole.split(' ');
}


/***/ }),

/***/ 20342:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   f1: () => (/* binding */ withoutProxies),
/* harmony export */   s5: () => (/* binding */ keylessOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _record_envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26441);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42143);
/* harmony import */ var _record_keyless_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56215);
/* harmony import */ var _record_session_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99435);
/* harmony import */ var _vault_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87740);
/* harmony import */ var _own_secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57013);
// SPDX-License-Identifier: Apache-2.0
//
// Who signs a recording: a key, from where the policy says it is kept into the gate's own process and no further; or whoever we are, through
// Sigstore, with a key that lives as long as the session. Refuses to let a session begin that should be signed and can't be, and to say anything of a
// key but its id.







/** The signer that a policy's `record.key` means; null when it names none. Throws GateError; then nothing may begin. */
async function signerOf(record, way) {
    const { key } = record;
    return key === null ? null : (0,_own_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .readOwnSecret */ .J)(way.secretsFor(key), { name: 'record.key', reference: key.reference }, _record_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .ed25519Signer */ .k5);
}
/** How a policy's `record.keyless` signs; null when it does not. Throws when there is no token for it; then nothing may begin. */
async function keylessOf({ keyless }, world) {
    if (keyless === null)
        return null;
    const { tokenFile } = keyless;
    const token = () => (tokenFile === null ? world.token(_record_keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGSTORE_AUDIENCE */ .OH) : tokenIn(tokenFile));
    const sign = async (statement) => {
        withoutProxies(world.environment);
        return `${JSON.stringify(await (0,_record_keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .signKeyless */ .AK)(statement, keyless, token))}\n`;
    };
    await token().catch(retold((message) => `\`record.keyless\`: ${message}`));
    return {
        async begin(session) {
            const { signer, statement } = (0,_record_session_key_js__WEBPACK_IMPORTED_MODULE_4__/* .newSessionKey */ .uh)(session);
            return { signer, keyBundle: await sign(statement).catch(retold((message) => `\`record.keyless\`: ${message}`)) };
        },
        async end(statement, recording) {
            const bundle = await sign(statement).catch(retold((message) => `the recording \`${recording}\` is whole, and not signed at its end: ${message}`));
            (0,_record_file_js__WEBPACK_IMPORTED_MODULE_2__/* .writeNewFile */ .S0)(recording + _record_keyless_js__WEBPACK_IMPORTED_MODULE_3__/* .BUNDLE_SUFFIX */ .Zf, bundle);
        },
    };
}
// Read anew each time: whoever puts it there renews it.
async function tokenIn(file) {
    return (await (0,_vault_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readSecretFile */ .fW)(file, process.getuid?.() ?? null)).trim();
}
function retold(tell) {
    return (thrown) => {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue))
            throw thrown;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(thrown.code, tell(thrown.message), { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
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

/***/ 97175:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ knownValues)
/* harmony export */ });
/* unused harmony export formsOf */
/* harmony import */ var _detectors_detector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54520);
// SPDX-License-Identifier: Apache-2.0
//
// Secrets that are known by value: the session's own credentials, what the job's log masker was told. Found as they are and in every
// spelling that tools give them. Refuses values so short that they would be found everywhere.

/** Shorter values are words, not secrets. */
const MIN_KNOWN_LENGTH = 6;
/** Forms shorter than this say too little of the value. */
const MIN_FORM = 6;
/** A piece of a form by which it is noticed. */
const MIN_KEY = 3;
// Match "abc def", miss "pässword": what a keyword may hold.
const PLAIN = /^[\x20-\x7e]+$/;
/** A detector for these values, named `known-secret`; null when none is long enough. A value of several lines counts line by line, too. */
function knownValues(values) {
    const parts = [...new Set(values.flatMap((value) => [value, ...value.split(/\r?\n/)]))].filter((value) => value.trim().length >= MIN_KNOWN_LENGTH);
    const forms = [...new Set(parts.flatMap(formsOf))].filter((form) => form.length >= MIN_FORM);
    if (forms.length === 0)
        return null;
    // What is not ASCII in a form is looked for by a piece of it that is.
    const keys = [...new Set(forms.map(keyOf))].filter((key) => key.length >= MIN_KEY);
    const unkeyed = forms.filter((form) => keyOf(form).length < MIN_KEY);
    return {
        name: 'known-secret', kind: 'secret', keys, encodedKeys: [], reach: { before: longest(forms), after: longest(forms) },
        find: (text) => whereAny(forms, text),
        ...(unkeyed.length === 0 ? {} : { unkeyed: (text) => whereAny(unkeyed, text) }),
    };
}
function whereAny(forms, text) {
    return forms.flatMap((form) => (0,_detectors_detector_js__WEBPACK_IMPORTED_MODULE_0__/* .placesOf */ .ek)(text, form).map((start) => ({ start, end: start + form.length })));
}
/** Every spelling of a value: itself, and in base64 (each alignment; of UTF-16, too, as PowerShell has it), base64url, hex, percent-encoding, JSON, XML, a shell's and SQL's quotes. */
function formsOf(value) {
    const bytes = Buffer.from(value, 'utf8');
    const hex = bytes.toString('hex');
    const forms = [
        value, ...percentForms(value), ...jsonForms(value), ...xmlForms(value),
        value.replaceAll("'", `'\\''`), value.replaceAll("'", "''"), value.replaceAll(/(["\\$`])/g, '\\$1'),
        ...base64Forms(bytes), ...base64Forms(Buffer.from(value, 'utf16le')), hex, hex.toUpperCase(),
    ];
    // Bytes are read one by one: what is not ASCII is two characters or more there.
    return [...new Set(forms.flatMap((form) => [form, Buffer.from(form, 'utf8').toString('latin1')]))];
}
// As libraries differ: what they leave alone, how they spell a space, in which case they write digits.
function percentForms(value) {
    const plain = encodeURIComponent(value);
    // Match "!", miss "-": what Python and Go encode, and a browser does not.
    const strict = plain.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const form = new URLSearchParams([['', value]]).toString().slice(1);
    const all = [plain, strict, form, encodeURI(value)].flatMap((one) => [one, one.replaceAll('%20', '+'), one.replaceAll('%2F', '/')]);
    return all.flatMap((one) => [one, one.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]);
}
// Of JavaScript; of Go, which spells what HTML would read; of Python, ASCII alone; of .NET, both and quotes. In a text that is JSON again, once more.
function jsonForms(value) {
    const numbered = (text, signs) => text.replaceAll(signs, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const json = JSON.stringify(value).slice(1, -1);
    // Match "&" and "ä", miss "a".
    const [markup, beyond, careful] = [/[<>&\u2028\u2029]/g, /[^\0-\x7f]/g, /["&'+<>`]|[^\0-\x7f]/g];
    const spelt = numbered(value.replaceAll('\\', '\\\\'), careful);
    const forms = [json, json.replaceAll('/', '\\/'), numbered(json, markup), numbered(json, beyond), numbered(numbered(json, markup), beyond), numbered(json, beyond).replaceAll('/', '\\/'), spelt, upperNumbers(spelt)];
    return forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
}
function upperNumbers(text) {
    return text.replaceAll(/\\u([0-9a-f]{4})/g, (_whole, code) => `\\u${code.toUpperCase()}`);
}
function xmlForms(value) {
    const plain = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [plain, ...["&#39;", "&#x27;", '&apos;'].flatMap((quote) => ['"', '&quot;', '&#34;'].map((double) => plain.replaceAll("'", quote).replaceAll('"', double)))];
}
// At each alignment, without the characters that its neighbours share; and whole, padded or not.
function base64Forms(bytes) {
    const inner = [0, 1, 2].map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    });
    return [...inner, bytes.toString('base64')].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
function keyOf(form) {
    if (PLAIN.test(form))
        return form;
    // Match "abc" of "abc\u00e4d": stretches of printable ASCII.
    return (form.match(/[\x20-\x7e]+/g) ?? []).reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}
function longest(forms) {
    return forms.reduce((most, form) => Math.max(most, form.length), 0) * 2;
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

/***/ 42143:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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


/***/ })

};
