export const id = 1832;
export const ids = [1832];
export const modules = {

/***/ 31832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6757);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6736);
/* harmony import */ var _subject_token_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(56549);
/* harmony import */ var _trusting_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3499);
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
    return oidcTokenFor({ ...(host.kind === 'shell' ? {} : (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .jobInputs */ .v)(_commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcTokenSpec */ .K, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function oidcTokenFromJob(host) {
    return oidcTokenFor((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .jobInputs */ .v)(_commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcTokenSpec */ .K, host), host);
}
async function oidcTokenFor(raw, host) {
    // Authorities and proxies that an earlier step chose would see the token before its verifier does.
    if (host.kind !== 'shell')
        (0,_host_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseDangerousEnvironment */ .AF)(process.env, 'where the token goes');
    const deps = { host, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRuntime */ .gh, readToken: _subject_token_js__WEBPACK_IMPORTED_MODULE_9__/* .readToken */ .A, trusting, writePrivate };
    return (0,_commands_oidc_token_js__WEBPACK_IMPORTED_MODULE_3__/* .oidcToken */ .d)(raw, deps);
}
async function trusting(file) {
    const ca = await (0,_subject_token_js__WEBPACK_IMPORTED_MODULE_9__/* .boundedFile */ .K)(file).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .ue('INPUT_INVALID', `the gateway's authority \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, { cause, hint: 'name a PEM file with the input `gateway-ca`' });
    });
    return (0,_trusting_js__WEBPACK_IMPORTED_MODULE_10__/* .runtimeTrusting */ .N)(ca, _core_runtime_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRuntime */ .gh);
}
// Written beside its place and moved there: a link that lies there is replaced, not followed, and nobody sees half a token.
async function writePrivate(file, text) {
    const path = file === null ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await freshFolder(), 'token') : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(file);
    const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${_core_runtime_js__WEBPACK_IMPORTED_MODULE_5__/* .systemRuntime */ .gh.random(8).toString('hex')}`);
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


/***/ }),

/***/ 3499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
            return url.startsWith('https:') ? (0,_core_https_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchTrusting */ .Z)(url, { method, headers, body: typeof body === 'string' ? body : null, ca, signal: signal ?? null }) : runtime.fetch(url, init);
        },
    };
}


/***/ })

};
