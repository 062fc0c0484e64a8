export const id = 3418;
export const ids = [3418,1490];
export const modules = {

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

/***/ 66613:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readObject),
/* harmony export */   F: () => (/* binding */ namesTwice)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Reads a JSON object that somebody else wrote and that a decision hangs on: headers and claims of tokens. Refuses what parsers disagree
// about, since another reader may have seen something else: a member named twice, bytes that are no UTF-8, a byte order mark.
// @see https://www.rfc-editor.org/rfc/rfc8725#section-3.10
/** Tokens hold lists of groups in objects, and little below. */
const MAX_DEPTH = 16;
/** Keeps nothing between texts. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The object; null when it is none, or when readers could disagree about it. */
function readObject(bytes) {
    try {
        const text = UTF8.decode(bytes);
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null || Array.isArray(value) || namesTwice(text, MAX_DEPTH))
            return null;
        return value;
    }
    catch {
        return null;
    }
}
/** True when an object names a member twice, or things nest deeper than `maxDepth`. */
// INVARIANT: `text` is JSON that JSON.parse has read, so only its shape is looked at: strings, and what opens and closes.
function namesTwice(text, maxDepth) {
    const open = [];
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charCodeAt(at);
        if (character === 0x7b || character === 0x5b) {
            if (open.push(character === 0x7b ? new Set() : null) > maxDepth)
                return true;
        }
        else if (character === 0x7d || character === 0x5d)
            open.pop();
        else if (character === 0x22) {
            const end = endOfString(text, at);
            const names = open.at(-1);
            // In an object a string is a name when a colon follows it.
            if (names !== null && names !== undefined && followedByColon(text, end)) {
                const before = names.size;
                if (names.add(nameAt(text, at, end)).size === before)
                    return true;
            }
            at = end - 1;
        }
    }
    return false;
}
function nameAt(text, start, end) {
    const name = text.slice(start + 1, end - 1);
    return name.includes('\\') ? JSON.parse(text.slice(start, end)) : name;
}
// Behind the quote that no odd number of backslashes stands before.
function endOfString(text, start) {
    for (let quote = text.indexOf('"', start + 1);; quote = text.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (text.charCodeAt(quote - 1 - backslashes) === 0x5c)
            backslashes += 1;
        if (backslashes % 2 === 0)
            return quote + 1;
    }
}
function followedByColon(text, from) {
    let at = from;
    while (at < text.length && text.charCodeAt(at) <= 0x20)
        at += 1;
    return text.charCodeAt(at) === 0x3a;
}


/***/ }),

/***/ 15991:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ lateHint),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   wO: () => (/* binding */ audienceHint)
/* harmony export */ });
/* unused harmony export fileOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What to tell somebody whose token was refused: which line of which file to change, by kind of issuer. Refuses to print what a token
// (or a server) says at length or with control characters in it: it is anybody's text.

const MAX_SHOWN = 120;
const MAX_SAID = 400;
/** The error for whoever could not be believed: `IDENTITY_UNTRUSTED`. */
function untrusted(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('IDENTITY_UNTRUSTED', message, { hint });
}
/** A value of a token in backticks, on one line, at most 120 characters. */
function shown(value) {
    if (value === undefined)
        return '(none)';
    const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\p{C}\p{Z}`]/gu, ' ');
    return `\`${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}\``;
}
/** Text of somebody else on one line, without control characters, at most 400 characters. */
function oneLine(text) {
    const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
    return line.length > MAX_SAID ? `${line.slice(0, MAX_SAID)}…` : line;
}
/** The file that a job came from, by its token: `.github/workflows/x.yml`, `.gitlab-ci.yml`; good for a hint, never for a decision. */
function fileOf(kind, claims) {
    const text = (name) => (typeof claims[name] === 'string' ? claims[name] : '');
    // Matches `acme/shop/.github/workflows/x.yml@refs/heads/main`, misses `x.yml`.
    const workflow = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+)@/u.exec(text('workflow_ref'))?.[1];
    // Matches `gitlab.com/acme/shop//.gitlab-ci.yml@refs/heads/main`, misses `gitlab.com/acme/shop`.
    const pipeline = /^[^@]*?\/\/([\w./-]+)@/u.exec(text('ci_config_ref_uri'))?.[1];
    return (kind === 'github' ? workflow : pipeline) ?? (kind === 'github' ? 'the workflow' : '.gitlab-ci.yml');
}
/** Which line to change when the audience is wrong. */
function audienceHint(kind, wanted, claims = {}) {
    switch (kind) {
        case 'github':
            return `ask for it with the input \`audience: ${wanted}\` of the step that gets the token, in ${fileOf(kind, claims)}`;
        case 'gitlab':
            return `write \`aud: ${wanted}\`, one audience and no list, under \`id_tokens: OSTIARY_ID_TOKEN:\` of the job in ${fileOf(kind, claims)}`;
        case 'oidc':
            return `ask the issuer for a token whose \`aud\` is \`${wanted}\` and nothing else`;
        default:
            return kind;
    }
}
/** What to do about a token that came too late. */
function lateHint(kind, claims = {}) {
    switch (kind) {
        case 'github':
            return `GitHub tokens live five minutes: get it right before it is used, in the same job of ${fileOf(kind, claims)}, and never pass it between jobs`;
        case 'gitlab':
            return `GitLab issues the token when the job starts: make \`ostiary\` the first thing in its job in ${fileOf(kind, claims)}, and the job's \`timeout\` long enough`;
        case 'oidc':
            return 'get a new token right before it is used';
        default:
            return kind;
    }
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

/***/ 31832:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oidcTokenFromJob: () => (/* binding */ oidcTokenFromJob),
/* harmony export */   oidcTokenVerb: () => (/* binding */ oidcTokenVerb)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17510);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(56371);
/* harmony import */ var _host_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48647);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7681);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6736);
/* harmony import */ var _subject_token_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(56549);
/* harmony import */ var _trusted_authority_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38574);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(71344);
// SPDX-License-Identifier: Apache-2.0
//
// Wires `oidc-token` for its doors: the real host, and files that only this user can read. Refuses to write a token where others may look:
// into the workspace's artifacts, over somebody's link, or with any mode but 0600.












/** `ostiary oidc-token [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
async function oidcTokenVerb(argv) {
    const host = (0,_wire_js__WEBPACK_IMPORTED_MODULE_11__/* .realHost */ .$)();
    const { inputs, words } = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_7__/* .parseArguments */ .W)(argv, _commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcTokenSpec */ .K.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`oidc-token\``, { hint: 'see `ostiary help`' });
    return oidcTokenFor({ ...(host.kind === 'shell' ? {} : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .jobInputs */ .vX)(_commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcTokenSpec */ .K, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function oidcTokenFromJob(host) {
    return oidcTokenFor((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .jobInputs */ .vX)(_commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcTokenSpec */ .K, host), host);
}
async function oidcTokenFor(raw, host) {
    // Authorities and proxies that an earlier step chose would see the token before its verifier does.
    if (host.kind !== 'shell')
        (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseDangerousEnvironment */ .AF)(process.env, 'where the token goes');
    const deps = { host, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRuntime */ .g, readToken: _subject_token_js__WEBPACK_IMPORTED_MODULE_9__/* .readToken */ .A, trusting, writePrivate };
    return (0,_commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcToken */ .d)(raw, deps);
}
async function trusting(file) {
    const ca = await (0,_subject_token_js__WEBPACK_IMPORTED_MODULE_9__/* .boundedFile */ .K)(file).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .ue('INPUT_INVALID', `the gateway's authority \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, { cause, hint: 'name a PEM file with the input `gateway-ca`' });
    });
    return (0,_trusted_authority_js__WEBPACK_IMPORTED_MODULE_10__/* .runtimeTrusting */ .N)(ca, _core_runtime_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRuntime */ .g);
}
// Written beside its place and moved there: a link that lies there is replaced, not followed, and nobody sees half a token.
async function writePrivate(file, text) {
    const path = file === null ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await freshFolder(), 'token') : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(file);
    const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${_core_runtime_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRuntime */ .g.random(8).toString('hex')}`);
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(draft, 'wx', 0o600);
        try {
            // The umask takes bits away; it adds none, but it may take the owner's.
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(draft, 0o600);
            await handle.writeFile(text);
        }
        finally {
            await handle.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, path);
    }
    catch (cause) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(draft, { force: true });
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .ue('INPUT_INVALID', `the token can not be written to \`${path}\`: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, { cause, hint: 'name a file in a folder that this user may write to with the input `file`' });
    }
    return path;
}
// GitHub empties it after the job; GitLab's project folder would be uploaded with the artifacts.
function freshFolder() {
    const temp = process.env.RUNNER_TEMP;
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(temp) ? temp : (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'ostiary-token-'));
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
