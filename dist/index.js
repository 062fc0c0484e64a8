import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 29907:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("cluster");

/***/ }),

/***/ 49140:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 85675:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 65692:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 41692:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 82987:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("perf_hooks");

/***/ }),

/***/ 932:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 83480:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 16460:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers/promises");

/***/ }),

/***/ 64756:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 11493:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("v8");

/***/ }),

/***/ 43106:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 61557:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _Z: () => (/* binding */ textInput),
/* harmony export */   dt: () => (/* binding */ listInput),
/* harmony export */   ij: () => (/* binding */ choiceInput),
/* harmony export */   tc: () => (/* binding */ flagInput),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(66661);
// SPDX-License-Identifier: Apache-2.0
//
// What every verb declares: its inputs and outputs as a table that three faces must agree with (actions/, gitlab/, CLI flags; contract
// tests compare), and one function. All inputs are parsed before the first effect; an unknown or malformed one is an error.


/** A text input, or its default; undefined when both are empty. */
function textInput(raw, spec, name) {
    const value = raw[name] ?? specOf(spec, name).default;
    if (typeof value !== 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` takes one value`);
    return value === '' ? undefined : value;
}
/** A list input: repeated flags, or lines of a CI input. */
function listInput(raw, name) {
    const value = raw[name];
    if (value === undefined || typeof value === 'boolean')
        return [];
    const items = typeof value === 'string' ? value.split('\n') : value;
    return items.map((item) => item.trim()).filter((item) => item !== '');
}
/** What people write for the two words of a switch; YAML 1.1 and shells know them, we do not. */
const MEANT = { no: 'false', n: 'false', off: 'false', none: 'false', never: 'false', 0: 'false', yes: 'true', y: 'true', on: 'true', always: 'true', 1: 'true' };
/** A flag: present on the command line, or `true` in CI. */
function flagInput(raw, name) {
    const value = raw[name];
    if (value === undefined || value === '' || value === false || value === 'false')
        return false;
    if (value === true || value === 'true')
        return true;
    const word = String(value);
    const meant = MEANT[word.toLowerCase()] ?? (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__.nearest)(word, ['true', 'false']);
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` is \`${word}\`, which is neither \`true\` nor \`false\``, meant === null ? {} : { hint: `did you mean \`${meant}\`?` });
}
/** One of a closed set of words, those that the declaration names. */
function choiceInput(raw, spec, question) {
    const { name, choices } = question;
    if (specOf(spec, name).choices !== choices)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${spec.name}\` declares other words for \`${name}\``);
    const value = textInput(raw, spec, name);
    return value === undefined ? undefined : oneOf(choices, value, `input \`${name}\``);
}
/** The word of a closed set that somebody wrote; `what` is how it is called. Throws INPUT_INVALID, naming the nearest. */
function oneOf(choices, value, what) {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined)
        return found;
    const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__.nearest)(value, choices);
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `${what} is \`${value}\``, { hint: `${near === null ? '' : `did you mean \`${near}\`? `}it takes one of: ${choices.join(', ')}` });
}
function specOf(spec, name) {
    const found = spec.inputs.find((input) => input.name === name);
    if (found === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${spec.name}\` has no input \`${name}\``);
    return found;
}


/***/ }),

/***/ 3828:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   ue: () => (/* binding */ GateError)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The one error class of the house. Rooms throw it deep; the doors (main/, one per connection in proxy/) catch once.
// Refuses to carry secrets: messages quote what the user typed, never a value read from a vault or a wire.
/**
 * A failure that says what to do about it.
 *
 * `message`: lower-case start, one line, no final period, user input in backticks. `hint`: the next step, same style.
 */
class GateError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'GateError';
        this.code = code;
        this.hint = options.hint;
    }
}
/** The message of anything thrown, on one line; never a stack. */
function messageOf(thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    return text.replace(/\s*\n\s*/g, ' ').trim();
}
/** Exit codes, of every verb alike. */
const EXIT = { done: 0, denied: 1, badInput: 2, pending: 3, fault: 4, beforeStart: 125 };
/** The exit code that a failure of each kind ends with. */
function exitCodeOf(thrown) {
    if (!(thrown instanceof GateError))
        return EXIT.fault;
    switch (thrown.code) {
        case 'DENIED':
        case 'RECORD_ALTERED':
            return EXIT.denied;
        case 'APPROVAL_PENDING':
            return EXIT.pending;
        case 'INPUT_INVALID':
        case 'POLICY_INVALID':
        case 'IDENTITY_UNTRUSTED':
        case 'PARSE_LIMIT':
            return EXIT.badInput;
        default:
            return EXIT.fault;
    }
}


/***/ }),

/***/ 62151:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ sendDocument),
/* harmony export */   HG: () => (/* binding */ trustworthyUrl),
/* harmony export */   YE: () => (/* binding */ getDocument),
/* harmony export */   cW: () => (/* binding */ isLoopbackHost),
/* harmony export */   cv: () => (/* binding */ exchange)
/* harmony export */ });
/* unused harmony export isMetadataHost */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Asks an HTTPS service for a small document: limited in size and time, polite when told to wait. Refuses redirects (they would carry
// credentials elsewhere), plain HTTP away from loopback, addresses where machines keep their own secrets, and proxies: it goes where the
// URL says.

const ATTEMPTS = 4;
/** One attempt, from connecting to the last byte. */
const ATTEMPT_MS = 10_000;
/** All attempts and the waiting between them; a CI step that takes longer to start looks hung. */
const TOTAL_MS = 40_000;
/** Longest wait that we accept when a service asks for one. */
const MAX_WAIT_MS = 20_000;
const FIRST_WAIT_MS = 250;
/** Responses with these statuses may not have a body. @see https://fetch.spec.whatwg.org/#null-body-status */
const NULL_BODY = new Set([101, 204, 205, 304]);
/**
 * The answer to a request, whatever its status, body in memory. Network errors, 5xx and rate limits are tried again, `Retry-After` obeyed.
 * Throws UPSTREAM_FAILED when there is no answer, LIMIT_EXCEEDED when it is too large.
 */
function getDocument(request, runtime) {
    return askDocument({ method: 'GET', ...request }, runtime);
}
/** The same for requests that change something or carry a body. */
function sendDocument(request, runtime) {
    return askDocument(request, runtime);
}
/** One request and its answer, whatever its status; never repeated here. Throws UPSTREAM_FAILED when there is no answer, LIMIT_EXCEEDED. */
async function exchange(request, runtime) {
    const url = trustworthyUrl(request.url);
    try {
        return await once(url, request, runtime);
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue)
            throw thrown;
        throw unreachable(url, whyOf(thrown));
    }
}
// `fetch failed` is no reason; what caused it is.
function whyOf(thrown) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown?.cause ?? thrown);
}
function unreachable(url, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', `\`${url.origin}\` can not be reached: ${why}`, { hint: 'is it up, and may this machine connect to it? proxies are not used' });
}
async function askDocument(request, runtime) {
    const url = trustworthyUrl(request.url);
    const end = runtime.monotonicMs() + TOTAL_MS;
    for (let attempt = 1;; attempt += 1) {
        const last = attempt === ATTEMPTS;
        const answer = await once(url, request, runtime).catch((thrown) => {
            if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue)
                throw thrown;
            return whyOf(thrown);
        });
        const wait = typeof answer === 'string' ? backOff(attempt, runtime) : await askedToWait(answer, attempt, runtime);
        if (wait === null && typeof answer !== 'string')
            return answer;
        if (last || wait === null || wait > MAX_WAIT_MS || runtime.monotonicMs() + wait > end) {
            if (typeof answer !== 'string')
                return answer;
            throw unreachable(url, answer);
        }
        await pause(wait, runtime);
    }
}
/** A URL that credentials may be sent to: https, or http on loopback; no user in it, no metadata service behind it. Throws INPUT_INVALID. */
function trustworthyUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const secure = url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)));
    if (!secure || url.username !== '' || url.password !== '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `\`${text.slice(0, 200)}\` is not an address to trust`, { hint: 'it has to begin with `https://` (`http://` is for loopback only), without a user' });
    }
    if (isMetadataHost(url.hostname)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `\`${url.host}\` is where a machine keeps secrets of its own`, { hint: 'nothing of ours has any business there: write the address of the service itself' });
    }
    return url;
}
/** Names and addresses of metadata services outside the link-local ranges: Google, AWS over IPv6, Azure's wire server, Alibaba, Oracle. */
const METADATA = new Set(['metadata', 'metadata.google.internal', 'instance-data', '[fd00:ec2::254]', '[fd20:ce::254]', '168.63.129.16', '100.100.100.200', '192.0.0.192']);
/** A link-local address (169.254.0.0/16, fe80::/10, mapped or not) or a known metadata service, as `URL.hostname` writes them. */
function isMetadataHost(hostname) {
    const bare = hostname.replace(/\.$/u, '');
    return METADATA.has(bare) || /^169\.254\.\d{1,3}\.\d{1,3}$/u.test(bare) || /^\[fe[89ab][0-9a-f]:/u.test(bare) || /^\[::ffff:a9fe:[0-9a-f]{1,4}\]$/u.test(bare);
}
/** `localhost`, 127.0.0.0/8 or ::1, as `URL.hostname` writes them. */
function isLoopbackHost(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(hostname);
}
async function once(url, request, runtime) {
    const stop = new AbortController();
    const cancel = () => stop.abort(new Error('cancelled'));
    request.signal?.addEventListener('abort', cancel);
    if (request.signal?.aborted === true)
        cancel();
    const timer = runtime.after(ATTEMPT_MS, () => stop.abort(new Error(`no answer within ${ATTEMPT_MS / 1000} s`)));
    try {
        const headers = { ...(typeof request.headers === 'function' ? request.headers() : request.headers) };
        const response = await send(url, { ...request, headers }, { runtime, signal: stop.signal });
        if (response.status >= 300 && response.status < 400 && response.status !== 304) {
            await response.body?.cancel();
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', `\`${url.origin}${url.pathname}\` sends us elsewhere (status ${response.status}), and redirects are not followed`, { hint: 'use the address that it has now' });
        }
        const body = await limitedBody(response, url, request.maxBytes);
        return new Response(NULL_BODY.has(response.status) ? null : body, { status: response.status, headers: plainHeaders(response.headers) });
    }
    finally {
        timer.cancel();
        request.signal?.removeEventListener('abort', cancel);
    }
}
async function send(url, { method, headers, body, ca }, { runtime, signal }) {
    // Loaded with Node's own client, which most runs never need.
    if (ca !== undefined && url.protocol === 'https:')
        return (await __nccwpck_require__.e(/* import() */ 1490).then(__nccwpck_require__.bind(__nccwpck_require__, 41490))).fetchTrusting(url.href, { method, headers, body: body ?? null, ca, signal });
    const sent = typeof body === 'string' || body === undefined ? body : new Uint8Array(body);
    return runtime.fetch(url.href, { method, headers, ...(sent === undefined ? {} : { body: sent }), redirect: 'manual', signal });
}
async function limitedBody(response, url, maxBytes) {
    const parts = [];
    let size = 0;
    for await (const part of response.body ?? []) {
        size += part.byteLength;
        if (size > maxBytes)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${url.origin}${url.pathname}\` answers with more than ${maxBytes} bytes`, { hint: 'that is not the document that was asked for' });
        parts.push(part);
    }
    return new Uint8Array(Buffer.concat(parts));
}
// The body is here decoded and whole; what described its transport is no longer true.
function plainHeaders(headers) {
    const plain = new Headers(headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding'])
        plain.delete(name);
    return plain;
}
// Null: the answer is final. GitHub says its rate limits with 403 or 429 and one of three headers.
async function askedToWait(response, attempt, runtime) {
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    const exhausted = response.headers.get('x-ratelimit-remaining') === '0';
    const limited = response.status === 429 || (response.status === 403 && (Number.isFinite(retryAfter) || exhausted || /secondary rate limit/iu.test(await response.clone().text())));
    if (!limited && (response.status < 500 || response.status === 501))
        return null;
    if (Number.isFinite(retryAfter))
        return Math.max(0, retryAfter) * 1000;
    const reset = Number(response.headers.get('x-ratelimit-reset') ?? NaN);
    if (limited && exhausted && Number.isFinite(reset))
        return Math.max(0, reset * 1000 - runtime.now()) + 1000;
    return backOff(attempt, runtime);
}
// 250 ms, 1 s, 4 s, each up to half as much again, so that many jobs do not come back at once.
function backOff(attempt, runtime) {
    return FIRST_WAIT_MS * 4 ** (attempt - 1) * (1 + runtime.random(1).readUInt8() / 512);
}
function pause(milliseconds, runtime) {
    return new Promise((resolve) => {
        runtime.after(milliseconds, resolve);
    });
}


/***/ }),

/***/ 66661:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   nearest: () => (/* binding */ nearest)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The known word nearest to one that is not known, for error messages. Refuses far guesses: they mislead.
/** The candidate within an edit distance of a third of the word's length (at least 2; 1 for words of four letters and fewer, of which any two are near), or null. */
function nearest(word, candidates) {
    const limit = word.length <= 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
    let best = null;
    for (const candidate of candidates) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance <= limit && (best === null || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate ?? null;
}
function editDistance(a, b) {
    let before = [];
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const change = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
            // Two letters that changed places are one slip.
            const swap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(before, column - 2) + 1 : Infinity;
            current.push(Math.min(change, swap, at(previous, column) + 1, at(current, column - 1) + 1));
        }
        [before, previous] = [previous, current];
    }
    return at(previous, b.length);
}
function at(row, column) {
    return row[column];
}


/***/ }),

/***/ 56371:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ systemRuntime),
/* harmony export */   h: () => (/* binding */ stayAlive)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(77598);
// SPDX-License-Identifier: Apache-2.0
//
// The world, as a parameter: clock, randomness, timers, fetch and child processes. Everything else takes a `Runtime`, so that the
// same seed gives the same output. Only this file touches the globals; lint holds that.


/** Keeps this process alive until cancelled: a verb that only waits (to try again, say) would end in silence, since timers don't keep it. */
function stayAlive() {
    const handle = setInterval(() => undefined, 2 ** 30);
    return { cancel: () => clearInterval(handle) };
}
/** The real world. Timers do not keep the process alive. */
const systemRuntime = {
    now: () => Date.now(),
    monotonicMs: () => performance.now(),
    random: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomBytes)(bytes),
    after(milliseconds, run) {
        const handle = setTimeout(run, milliseconds);
        handle.unref();
        return { cancel: () => clearTimeout(handle) };
    },
    every(milliseconds, run) {
        const handle = setInterval(run, milliseconds);
        handle.unref();
        return { cancel: () => clearInterval(handle) };
    },
    soon: (run) => {
        setImmediate(run);
    },
    fetch: (url, init) => fetch(url, init),
    spawn: (file, args, options) => (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, [...args], options),
};


/***/ }),

/***/ 27780:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ detectHost)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./lib/host/environment.js
var environment = __nccwpck_require__(48647);
;// CONCATENATED MODULE: ./lib/host/text.js
/** Values shorter than this would tear holes into every log. */
const MIN_MASK_LENGTH = 4;
/** A line of a longer secret (a private key) is masked by itself when it has at least this much to hide. */
const MIN_LINE_LENGTH = 8;
/** The values that this process was told to hide; for everything that we print ourselves. */
class Redactor {
    #values = new Set();
    remember(value) {
        if (value.length >= MIN_MASK_LENGTH)
            this.#values.add(value);
        const lines = value.split(/[\r\n]+/u);
        if (lines.length > 1)
            for (const line of lines)
                if (line.trim().length >= MIN_LINE_LENGTH)
                    this.#values.add(line.trim());
    }
    redact(text) {
        let clean = text;
        // Longest first: a value may be part of another.
        for (const value of [...this.#values].sort((a, b) => b.length - a.length))
            clean = clean.replaceAll(value, '***');
        return clean;
    }
    /** The lines of a message with its fields, each safe to print. CR, LF and CRLF end a line, as they do for CI runners. */
    lines(message, fields = {}) {
        const inside = (_name, value) => (typeof value === 'string' ? this.redact(value) : value);
        const entries = Object.entries(fields).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value, inside)}`);
        return this.redact([message, ...entries].join(' ')).split(/\r\n|\r|\n/u).map(printable);
    }
}
/** Control characters (but for tabs) as `\x1b`: no colours, cursors or folded sections from inside a text. */
function printable(line) {
    // Matches ESC, misses a tab.
    return line.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
/** At most `bytes` of UTF-8, cut between characters. */
function cutBytes(text, bytes) {
    const whole = Buffer.from(text, 'utf8');
    if (whole.length <= bytes)
        return text;
    let end = Math.max(0, bytes);
    while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80)
        end -= 1;
    return whole.toString('utf8', 0, end);
}
/** `db/1.sql:3:7`, as compilers write places. */
function whereOf(place) {
    return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
/** A message as a job's file would write it: flags of the command line that are inputs here, `isolation: none` for `--isolation none`. */
function withInputs(message, isInput) {
    // Matches "`--resource NAME`" and "`--local`", misses "`git gc --auto`".
    return message.replace(/`--([a-z][a-z-]*)(?: ([^`]+))?`/gu, (flag, name, value) => (isInput(name) ? `\`${name}${value === undefined ? '' : `: ${value}`}\`` : flag));
}
/** A log whose lines begin with their level in words; what becomes of `debug` is each host's own. */
function leveledLog(print, debug) {
    return {
        debug,
        info: (message, fields) => print('', message, fields),
        warn: (message, fields) => print('warning: ', message, fields),
        error: (message, fields) => print('error: ', message, fields),
    };
}
/** `/run/x` or the fallback: folders from the environment count when they are absolute. */
function absoluteOr(folder, fallback) {
    return folder?.startsWith('/') === true ? folder : fallback;
}

;// CONCATENATED MODULE: ./lib/host/github-commands.js
// SPDX-License-Identifier: Apache-2.0
//
// How a step speaks to GitHub's runner: workflow commands in its output, and command files. Keeps what others print from being taken for
// a command, and refuses values that could end early inside a command file.
// @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands



/** Beyond this the runner drops a step's summary as a whole. */
const MAX_SUMMARY_BYTES = 1024 * 1024;
/** `::warning file=a.sql,line=3::text`, with everything escaped that could end it. */
function commandLine(name, properties, data) {
    const written = Object.entries(properties).filter(([, value]) => value !== undefined && value !== '').map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${name}${written.length === 0 ? '' : ` ${written.join(',')}`}::${escapeData(data)}\n`;
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** A line that the runner prints and does not obey: it looks for `::` at the start and for `##[` anywhere. */
function inert(line) {
    return line.replace(/^(\s*):(?=:)/u, '$1: ').replaceAll('##[', '## [');
}
/** Writes commands to the runner, and can make it deaf to everybody else. */
class RunnerCommands {
    #write;
    #runtime;
    #deafUntil = null;
    constructor(write, runtime) {
        this.#write = write;
        this.#runtime = runtime;
    }
    issue(name, properties, data) {
        const line = commandLine(name, properties, data);
        if (this.#deafUntil === null) {
            this.#write(line);
            return;
        }
        // In quarantine: wake the runner, speak, put it to sleep under a new token. One write, so that nobody gets a word in between
        // (up to PIPE_BUF, 4096 bytes); the line feed first ends a line that COMMAND may have begun.
        const wake = commandLine(this.#deafUntil, {}, '');
        this.#write(`\n${wake}${line}${this.#sleep()}`);
    }
    /** Runs it while the runner obeys nothing that is printed. Calls do not nest deeper than the first. */
    async quarantine(run) {
        if (this.#deafUntil !== null)
            return run();
        this.#write(this.#sleep());
        try {
            return await run();
        }
        finally {
            const wake = commandLine(this.#deafUntil ?? '', {}, '');
            this.#deafUntil = null;
            this.#write(`\n${wake}`);
        }
    }
    #sleep() {
        this.#deafUntil = this.#runtime.random(24).toString('hex');
        return commandLine('stop-commands', {}, this.#deafUntil);
    }
}
/** Appends `name` and `value` to a command file, between delimiters that nobody can know. Throws when there is no such file. */
function appendPair(file, pair, runtime) {
    if (file === undefined || file === '')
        throw new errors/* GateError */.ue('INTERNAL', `there is no command file for \`${pair.name}\``, { hint: 'this has to run as a step of a job' });
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/u.test(pair.name))
        throw new errors/* GateError */.ue('INTERNAL', `\`${pair.name}\` is not a name for a command file`);
    const delimiter = `ghadelimiter_${runtime.random(24).toString('hex')}`;
    if (pair.value.includes(delimiter))
        throw new errors/* GateError */.ue('INTERNAL', `the value of \`${pair.name}\` has its own delimiter in it`);
    append(file, `${pair.name}<<${delimiter}\n${pair.value}\n${delimiter}\n`);
}
/** Appends to a step's summary as much as it still holds; what is cut is said, in the place where it is missing. */
function appendSummary(file, markdown) {
    if (file === undefined || file === '')
        return;
    const room = MAX_SUMMARY_BYTES - ((0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.size ?? 0);
    const text = `${markdown}\n`;
    if (Buffer.byteLength(text) <= room) {
        append(file, text);
        return;
    }
    const notice = '\n\n**Cut here**: the summary of a step holds 1 MiB. The recording or the report has all of it.\n';
    const fits = room - Buffer.byteLength(notice);
    if (fits >= 0)
        append(file, cutBytes(text, fits) + notice);
}
function append(file, text) {
    try {
        (0,external_node_fs_.appendFileSync)(file, text, 'utf8');
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INTERNAL', `the runner's command file can not be written: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
}

// EXTERNAL MODULE: ./lib/core/http.js
var http = __nccwpck_require__(62151);
;// CONCATENATED MODULE: ./lib/host/github-token.js
// SPDX-License-Identifier: Apache-2.0
//
// Asks GitHub for the job's own OIDC token, for one audience. Refuses to guess why there is none: the message names the permission that
// the workflow lacks, or the pull request from a fork that never gets one. Keeps and prints nothing. Does what getIDToken of @actions/core
// does (test/unit/host compares their requests), without its redirects, proxies and start-up cost.
// @see https://docs.github.com/actions/reference/security/oidc


const MAX_ANSWER_BYTES = 256 * 1024;
/** The token, as text. Throws IDENTITY_UNTRUSTED. */
async function requestIdToken(audience, world, place) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = world.environment;
    if (address === undefined || address === '' || bearer === undefined || bearer === '') {
        if (place.fork)
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this job is for a pull request from a fork, and GitHub gives those no OIDC token', { hint: forkHint(world) });
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'this job may not ask GitHub for an OIDC token', { hint: permissionHint(world) });
    }
    // Written as the toolkit writes it: the address has a query already.
    const url = `${address}${(0,http/* trustworthyUrl */.HG)(address).search === '' ? '?' : '&'}audience=${encodeURIComponent(audience)}`;
    const response = await (0,http/* getDocument */.YE)({ url, headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' }, maxBytes: MAX_ANSWER_BYTES }, world.runtime);
    if (!response.ok)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `GitHub gives this job no OIDC token (status ${response.status})`, { hint: permissionHint(world) });
    const token = tokenIn(await response.text());
    if (token === null)
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'GitHub answered without an OIDC token', { hint: 'try again; the service that issues them may be disturbed' });
    return token;
}
// `acme/shop/.github/workflows/nightly.yml@refs/heads/main` and `nightly`: the file, and the job in it.
function jobIn({ environment }) {
    const file = /(\.github\/workflows\/[\w.-]+)@/u.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
    const job = /^[\w-]+$/u.exec(environment['GITHUB_JOB'] ?? '')?.[0];
    return `${job === undefined ? 'the job' : `\`jobs: ${job}:\``} in ${file === undefined ? 'the workflow' : `\`${file}\``}`;
}
function permissionHint(world) {
    return `add \`permissions: { id-token: write, contents: read }\` to ${jobIn(world)} (and, when that is a reusable workflow, to the job that calls it); jobs for pull requests from forks never get a token, run there without access to production`;
}
function forkHint(world) {
    return `add \`if: github.event.pull_request.head.repo.full_name == github.repository\` to ${jobIn(world)}, and judge changes from forks with \`ostiary/ostiary/actions/policy-check\`, which needs no token`;
}
function tokenIn(text) {
    try {
        const answer = JSON.parse(text);
        if (typeof answer !== 'object' || answer === null || !('value' in answer))
            return null;
        return typeof answer.value === 'string' && answer.value !== '' ? answer.value : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/host/github.js
// SPDX-License-Identifier: Apache-2.0
//
// GitHub Actions as a host: inputs from the environment, words to the runner as workflow commands and command files. Does what
// @actions/core does without loading it (it costs half of our start; test/unit/host compares the two byte by byte), and refuses what it
// allows: output of others that is taken for a command, summaries over the limit, annotations that vanish.







/** Annotations shown for a step, of each level. @see runner ExecutionContext.cs */
const MAX_ANNOTATIONS = 10;
const MAX_ANNOTATION_CHARS = 4096;
const MAX_EVENT_BYTES = 32 * 1024 * 1024;
const TOKENS = {
    fixed: [
        'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RUNTIME_URL', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL',
        'GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_ENTERPRISE_TOKEN', 'GH_ENTERPRISE_TOKEN',
        'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ARTIFACTS', 'GITHUB_ARTIFACTS_LIST',
    ],
    secret: [/^ACTIONS_\w*TOKEN$/u, /^(GITHUB|GH)(_ENTERPRISE)?_TOKEN$/u, /^INPUT_.*(TOKEN|PASSWORD|SECRET)/u],
    speaking: [/^ACTIONS_/u, /^INPUT_/u, /^STATE_/u],
};
/** Facts for the recording's header, by the variables that the runner sets. */
const FACTS = {
    server_url: 'GITHUB_SERVER_URL', api_url: 'GITHUB_API_URL', repository: 'GITHUB_REPOSITORY', repository_id: 'GITHUB_REPOSITORY_ID', run_id: 'GITHUB_RUN_ID',
    run_attempt: 'GITHUB_RUN_ATTEMPT', workflow_ref: 'GITHUB_WORKFLOW_REF', job: 'GITHUB_JOB', event_name: 'GITHUB_EVENT_NAME', ref: 'GITHUB_REF',
    sha: 'GITHUB_SHA', actor: 'GITHUB_ACTOR', actor_id: 'GITHUB_ACTOR_ID', runner_environment: 'RUNNER_ENVIRONMENT',
};
/** The host of a step of a GitHub job. */
class GitHubHost {
    kind = 'github';
    historyHint = 'fetch all of it: write `with: { fetch-depth: 0 }` at the step of this job that uses `actions/checkout`';
    log;
    tokenVariables;
    tokenValues;
    credentialFolders;
    #world;
    #commands;
    #redactor = new Redactor();
    #annotated = new Map();
    constructor(world) {
        this.#world = world;
        this.#commands = new RunnerCommands(world.writers.stdout, world.runtime);
        this.tokenVariables = (0,environment/* tokenVariablesOf */.gi)(world.environment, TOKENS);
        this.tokenValues = (0,environment/* tokenValuesOf */.jR)(world.environment, TOKENS);
        // actions/checkout keeps its token here, under a name that nobody guesses; the event, whose path is known, COMMAND may read.
        const { RUNNER_TEMP: temp } = world.environment;
        this.credentialFolders = temp === undefined || !(0,external_node_path_.isAbsolute)(temp) ? [] : [{ path: temp, open: 'known paths' }];
        this.log = leveledLog((level, message, fields) => this.#print(level, message, fields), (message, fields) => this.#commands.issue('debug', {}, this.#redactor.lines(message, fields).join('\n')));
    }
    addMask(value) {
        if (value.trim() === '')
            return;
        this.#redactor.remember(value);
        this.#commands.issue('add-mask', {}, value);
    }
    input(name) {
        const value = this.#world.environment[variableOf(name)]?.trim();
        return value === '' ? undefined : value;
    }
    output(name, value) {
        appendPair(this.#world.environment['GITHUB_OUTPUT'], { name, value: this.#redactor.redact(value) }, this.#world.runtime);
    }
    /** The runner masks it in the log, and drops a job output that holds it: it can't leave the job. */
    secretOutput(name, value) {
        this.addMask(value);
        appendPair(this.#world.environment['GITHUB_OUTPUT'], { name, value }, this.#world.runtime);
    }
    async summary(markdown) {
        appendSummary(this.#world.environment['GITHUB_STEP_SUMMARY'], this.#redactor.redact(markdown));
    }
    /** The runner shows ten of a level and drops the rest; the tenth says that more follow in the log, and there they are. */
    annotate(level, message, place) {
        const count = (this.#annotated.get(level) ?? 0) + 1;
        this.#annotated.set(level, count);
        const where = { file: place?.file, line: place?.line, col: place?.column };
        const text = this.#redactor.lines(this.#asWritten(message)).join('\n');
        if (count < MAX_ANNOTATIONS) {
            this.#commands.issue(level, { ...where, title: 'Ostiary' }, text.slice(0, MAX_ANNOTATION_CHARS));
            return;
        }
        if (count === MAX_ANNOTATIONS)
            this.#commands.issue(level, { title: 'Ostiary' }, `more of this level are in the log of the step`);
        this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
    }
    async group(title, run) {
        this.#commands.issue('group', {}, this.#redactor.lines(title).join(' '));
        try {
            return await run();
        }
        finally {
            this.#commands.issue('endgroup', {}, '');
        }
    }
    quarantine(run) {
        return this.#commands.quarantine(run);
    }
    saveState(name, value) {
        appendPair(this.#world.environment['GITHUB_STATE'], { name, value }, this.#world.runtime);
    }
    state(name) {
        const value = this.#world.environment[`STATE_${name}`];
        return value === '' ? undefined : value;
    }
    facts() {
        const known = Object.entries(FACTS).map(([fact, variable]) => [fact, this.#world.environment[variable] ?? '']);
        return Object.fromEntries([...known, ['default_branch', this.#defaultBranch()]].filter(([, value]) => value !== ''));
    }
    /**
     * A pull request: what is checked out, which is GitHub's trial merge or its head. A merge queue's group: all of it. A push: what was not there before. Anything else on a branch of
     * its own: what the default branch does not have. `pull_request_target` checks out the target, so there the head is named, not assumed.
     */
    change() {
        const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha } = this.#world.environment;
        const { pull_request: pull, merge_group: group, before } = this.#event();
        const [head, own] = [commitIn(pull?.head?.sha), commitIn(sha)];
        const trunk = this.#defaultBranch() || 'HEAD';
        if (pull !== undefined && event === 'pull_request_target')
            return { base: commitIn(pull.base?.sha), head: head ?? 'no commit', expected: [], merge: null };
        if (pull !== undefined)
            return { base: commitIn(pull.base?.sha), head: 'HEAD', expected: known(own, head), merge: own === null || head === null ? null : { commit: own, of: head } };
        if (group !== undefined)
            return { base: commitIn(group.base_sha), head: 'HEAD', expected: known(own, commitIn(group.head_sha)), merge: null };
        const base = commitIn(before) ?? (event !== 'push' && ref === `refs/heads/${trunk}` ? null : `origin/${trunk}`);
        return { base, head: 'HEAD', expected: event === 'push' ? known(own) : [], merge: null };
    }
    pushed() {
        const { commits } = this.#event();
        return Array.isArray(commits) ? known(...commits.map((commit) => commitIn(commit?.id))) : [];
    }
    async idToken(audience) {
        const token = await requestIdToken(audience, this.#world, { fork: this.#fromFork() });
        this.addMask(token);
        return token;
    }
    defaultSessionDir() {
        return (0,external_node_path_.join)(absoluteOr(this.#world.environment['RUNNER_TEMP'], (0,external_node_os_.tmpdir)()), 'ostiary', 'sessions');
    }
    // The event is the job's own word; good for messages and records, never for a decision.
    #defaultBranch() {
        const branch = this.#event().repository?.default_branch;
        return typeof branch === 'string' ? printable(branch) : '';
    }
    #fromFork() {
        const { pull_request: pull } = this.#event();
        const repository = this.#world.environment['GITHUB_REPOSITORY_ID'];
        const head = pull?.head?.repo;
        return head === null || (head?.id !== undefined && repository !== undefined && String(head.id) !== repository);
    }
    #event() {
        const path = this.#world.environment['GITHUB_EVENT_PATH'];
        if (path === undefined || path === '')
            return {};
        try {
            if ((0,external_node_fs_.statSync)(path).size > MAX_EVENT_BYTES)
                return {};
            return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) ?? {};
        }
        catch {
            return {};
        }
    }
    // The runner sets all inputs that an action declares, empty ones too.
    #asWritten(message) {
        return withInputs(message, (name) => this.#world.environment[variableOf(name)] !== undefined);
    }
    #print(level, message, fields) {
        const lines = this.#redactor.lines(this.#asWritten(message), fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  | '}${inert(line)}\n`);
        this.#world.writers.stdout(lines.join(''));
    }
}
function variableOf(input) {
    return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}
// A full id, and not the one of nothing.
function commitIn(value) {
    return typeof value === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/u.test(value) ? value : null;
}
function known(...commits) {
    return commits.filter((commit) => commit !== null);
}

;// CONCATENATED MODULE: ./lib/host/gitlab-reports.js
// SPDX-License-Identifier: Apache-2.0
//
// The files that a GitLab job hands over as reports: dotenv (outputs for later jobs) and annotations (links on the job's page), both in
// `.ostiary/` of the project folder. Refuses to write through links, and values that GitLab would misread.
// @see https://docs.gitlab.com/ci/yaml/artifacts_reports/



/** GitLab refuses a larger dotenv report as a whole. */
const MAX_DOTENV_BYTES = 5 * 1024;
const gitlab_reports_MAX_ANNOTATIONS = 50;
const MAX_LABEL_CHARS = 200;
/** Collects reports and rewrites their files whole at each change. */
class Reports {
    #folder;
    #runtime;
    #outputs = new Map();
    #links = [];
    constructor(projectFolder, runtime) {
        this.#folder = (0,external_node_path_.join)(projectFolder, '.ostiary');
        this.#runtime = runtime;
    }
    /** An output becomes the variable `OSTIARY_OUTPUT_<NAME>` of later jobs. Throws INTERNAL on what dotenv can't hold. */
    output(name, value) {
        const variable = `OSTIARY_OUTPUT_${name.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '_')}`;
        if (/[\r\n\0]/u.test(value))
            throw new errors/* GateError */.ue('INTERNAL', `the output \`${name}\` has several lines, which a dotenv report can not hold`);
        const lines = [...new Map([...this.#outputs, [variable, value]])].filter(([, held]) => held !== '').map(([key, held]) => `${key}=${held}\n`).join('');
        if (Buffer.byteLength(lines) > MAX_DOTENV_BYTES)
            throw new errors/* GateError */.ue('INTERNAL', `the output \`${name}\` does not fit: GitLab takes 5 KiB of outputs`);
        this.#outputs.set(variable, value);
        this.#write('outputs.env', lines);
    }
    /** A link on the job's page; more than fifty are left out, the log has them all. */
    annotate(link) {
        if (this.#links.length >= gitlab_reports_MAX_ANNOTATIONS)
            return;
        this.#links.push({ label: link.label.slice(0, MAX_LABEL_CHARS), url: link.url });
        this.#write('annotations.json', JSON.stringify({ ostiary: this.#links.map((external) => ({ external_link: external })) }));
    }
    // A new file renamed over the old one: a link planted under the name is replaced, not followed.
    #write(name, text) {
        const fresh = (0,external_node_path_.join)(this.#folder, `.${name}.${this.#runtime.random(8).toString('hex')}`);
        try {
            (0,external_node_fs_.mkdirSync)(this.#folder, { recursive: true });
            if (!(0,external_node_fs_.lstatSync)(this.#folder).isDirectory())
                throw new Error(`\`${this.#folder}\` is not a folder`);
            (0,external_node_fs_.writeFileSync)(fresh, text, { flag: 'wx', mode: 0o644 });
            (0,external_node_fs_.renameSync)(fresh, (0,external_node_path_.join)(this.#folder, name));
        }
        catch (cause) {
            (0,external_node_fs_.rmSync)(fresh, { force: true });
            throw new errors/* GateError */.ue('INTERNAL', `the report \`.ostiary/${name}\` can not be written: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'keep `.ostiary` of the project an ordinary folder', cause });
        }
    }
}

;// CONCATENATED MODULE: ./lib/host/gitlab.js
// SPDX-License-Identifier: Apache-2.0
//
// GitLab CI as a host: inputs from `OSTIARY_…` variables, sections in the log, reports for outputs and links. GitLab can not be told to mask
// at run time, so this hides secrets in everything that it prints itself; it refuses to promise more.
// @see https://docs.gitlab.com/ci/variables/predefined_variables/






/** Where the template puts the job's OIDC token: `id_tokens: { OSTIARY_ID_TOKEN: { aud: … } }`. */
const ID_TOKEN_VARIABLE = 'OSTIARY_ID_TOKEN';
const gitlab_TOKENS = {
    fixed: [
        'CI_JOB_TOKEN', 'CI_BUILD_TOKEN', 'CI_REGISTRY_PASSWORD', 'CI_DEPENDENCY_PROXY_PASSWORD', 'CI_DEPLOY_PASSWORD', 'CI_REPOSITORY_URL', 'CI_JOB_JWT', 'CI_JOB_JWT_V1', 'CI_JOB_JWT_V2',
        'GITLAB_TOKEN', 'GL_TOKEN', 'GITLAB_ACCESS_TOKEN', 'GITLAB_PRIVATE_TOKEN', ID_TOKEN_VARIABLE,
    ],
    secret: [/^CI_(JOB|BUILD|DEPLOY|REGISTRY|DEPENDENCY_PROXY)_(TOKEN|PASSWORD)$/u, /^CI_JOB_JWT/u, /_ID_TOKEN$/u, /^(GITLAB|GL)_\w*(TOKEN|PASSWORD|SECRET|KEY)$/u],
    speaking: [/^CI_REPOSITORY_URL$/u],
};
/** Facts for the recording's header, by predefined variable. */
const gitlab_FACTS = {
    server_url: 'CI_SERVER_URL', project_id: 'CI_PROJECT_ID', project_path: 'CI_PROJECT_PATH', pipeline_id: 'CI_PIPELINE_ID', pipeline_source: 'CI_PIPELINE_SOURCE',
    job_id: 'CI_JOB_ID', job: 'CI_JOB_NAME', ref: 'CI_COMMIT_REF_NAME', sha: 'CI_COMMIT_SHA', default_branch: 'CI_DEFAULT_BRANCH', actor: 'GITLAB_USER_LOGIN', actor_id: 'GITLAB_USER_ID',
};
const CLEAR = '\u001b[0K';
const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';
/** The host of a GitLab job. */
class GitLabHost {
    kind = 'gitlab';
    historyHint = 'fetch all of it: give the job the variable `GIT_DEPTH: "0"`';
    log;
    tokenVariables;
    tokenValues;
    credentialFolders;
    #world;
    #reports;
    #redactor = new Redactor();
    #state = new Map();
    #sections = 0;
    constructor(world) {
        this.#world = world;
        this.#reports = new Reports(this.#projectFolder(), world.runtime);
        this.tokenVariables = (0,environment/* tokenVariablesOf */.gi)(world.environment, gitlab_TOKENS);
        this.tokenValues = (0,environment/* tokenValuesOf */.jR)(world.environment, gitlab_TOKENS);
        // The runner writes variables of the type file here, named like them and open to everybody, and the credentials of its own git.
        const { CI_PROJECT_DIR: project } = world.environment;
        this.credentialFolders = project === undefined || !(0,external_node_path_.isAbsolute)(project) ? [] : [{ path: `${project.replace(/\/+$/u, '')}.tmp`, open: 'nothing' }];
        this.log = leveledLog((level, message, fields) => this.#print(level, message, fields), (message, fields) => {
            if (world.environment['CI_DEBUG_TRACE'] === 'true')
                this.#print('debug: ', message, fields);
        });
    }
    addMask(value) {
        this.#redactor.remember(value);
    }
    input(name) {
        const value = this.#world.environment[gitlab_variableOf(name)]?.trim();
        return value === '' ? undefined : value;
    }
    /** Reports are a convenience for later jobs: what can't be written is said, and the run goes on. */
    output(name, value) {
        this.#try(() => this.#reports.output(name, this.#redactor.redact(value)));
    }
    /** Outputs are a report that others may download. */
    secretOutput(name, _value) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `GitLab can not hide the output \`${name}\``, { hint: 'hand it on in a file' });
    }
    async summary(markdown) {
        await this.group('Ostiary', async () => {
            this.#world.writers.stdout(`${this.#redactor.lines(markdown).join('\n')}\n`);
        });
    }
    annotate(level, message, place) {
        this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
        const url = place === undefined ? this.#world.environment['CI_JOB_URL'] : this.#linkTo(place);
        if (url === undefined || !URL.canParse(url))
            return;
        this.#try(() => this.#reports.annotate({ label: `${level}: ${this.#redactor.lines(this.#asWritten(message)).join(' ')}`, url }));
    }
    async group(title, run) {
        this.#sections += 1;
        const name = `ostiary_${this.#sections}`;
        const now = () => Math.floor(this.#world.runtime.now() / 1000);
        this.#world.writers.stdout(`${CLEAR}section_start:${now()}:${name}\r${CLEAR}${BOLD}${this.#redactor.lines(title).join(' ')}${PLAIN}\n`);
        try {
            return await run();
        }
        finally {
            this.#world.writers.stdout(`${CLEAR}section_end:${now()}:${name}\r${CLEAR}`);
        }
    }
    /** GitLab takes no commands from a log; at worst COMMAND folds it. */
    quarantine(run) {
        return run();
    }
    /** GitLab has no post step: state lives as long as this process. */
    saveState(name, value) {
        this.#state.set(name, value);
    }
    state(name) {
        return this.#state.get(name);
    }
    facts() {
        return Object.fromEntries(Object.entries(gitlab_FACTS).map(([fact, variable]) => [fact, this.#world.environment[variable] ?? '']).filter(([, value]) => value !== ''));
    }
    /** In merge request pipelines the base that GitLab itself compares with; on other branches the default branch, on that one what was there before. */
    change() {
        const filled = (name) => this.#world.environment[name] || null;
        const [sha, branch, trunk] = [filled('CI_COMMIT_SHA'), filled('CI_COMMIT_BRANCH'), filled('CI_DEFAULT_BRANCH')];
        // Set in pipelines for merged results alone.
        const source = filled('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA');
        const before = filled('CI_COMMIT_BEFORE_SHA');
        const otherwise = branch !== null && branch === trunk ? (before === null || /^0+$/u.test(before) ? null : before) : `origin/${trunk ?? 'HEAD'}`;
        return { base: filled('CI_MERGE_REQUEST_DIFF_BASE_SHA') ?? otherwise, head: sha ?? 'HEAD', expected: [], merge: sha === null || source === null ? null : { commit: sha, of: source } };
    }
    /** GitLab pushes each merge by itself, and names no more than the last commit. */
    pushed() {
        return [];
    }
    /** GitLab issues tokens before the job starts, for the audiences of `id_tokens`; no other can be had. */
    async idToken(audience) {
        const token = this.#world.environment[ID_TOKEN_VARIABLE]?.trim() ?? '';
        const { CI_JOB_NAME: job, CI_CONFIG_PATH: file } = this.#world.environment;
        const hint = `add \`id_tokens: { ${ID_TOKEN_VARIABLE}: { aud: ${audience} } }\` to ${job === undefined || job === '' ? 'the job' : `the job \`${printable(job)}\``} in \`${printable(file ?? '') || '.gitlab-ci.yml'}\``;
        if (token === '')
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `this job has no OIDC token in \`${ID_TOKEN_VARIABLE}\``, { hint });
        this.addMask(token);
        const found = audiencesIn(token);
        if (found === null)
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `\`${ID_TOKEN_VARIABLE}\` does not hold a token`, { hint: `${hint}, and do not set the variable anywhere else` });
        if (!found.includes(audience)) {
            throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', `the token in \`${ID_TOKEN_VARIABLE}\` is for \`${found.join(', ')}\`, not for \`${audience}\``, { hint: `make \`aud\` and the input \`audience\` the same: ${hint}` });
        }
        return token;
    }
    defaultSessionDir() {
        return (0,external_node_path_.join)(this.#projectFolder(), '.ostiary', 'sessions');
    }
    #projectFolder() {
        return absoluteOr(this.#world.environment['CI_PROJECT_DIR'], (0,external_node_os_.tmpdir)());
    }
    #linkTo(place) {
        const { CI_PROJECT_URL: project, CI_COMMIT_SHA: sha } = this.#world.environment;
        if (project === undefined || sha === undefined)
            return undefined;
        const path = place.file.split('/').map(encodeURIComponent).join('/');
        return `${project}/-/blob/${sha}/${path}${place.line === undefined ? '' : `#L${place.line}`}`;
    }
    #try(write) {
        try {
            write();
        }
        catch (thrown) {
            this.#print('warning: ', (0,errors/* messageOf */.bD)(thrown));
        }
    }
    // The templates set all of their inputs, empty ones too.
    #asWritten(message) {
        return withInputs(message, (name) => this.#world.environment[gitlab_variableOf(name)] !== undefined);
    }
    #print(level, message, fields) {
        const lines = this.#redactor.lines(this.#asWritten(message), fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  '}${line}\n`);
        this.#world.writers.stdout(lines.join(''));
    }
}
function gitlab_variableOf(input) {
    return `OSTIARY_${input.toUpperCase().replaceAll('-', '_')}`;
}
// Read without trust, for a better message; identity/ verifies. Null: not a token.
function audiencesIn(token) {
    const payload = token.split('.')[1];
    try {
        const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8'));
        const found = Array.isArray(claims?.aud) ? claims.aud : [claims?.aud];
        return found.filter((value) => typeof value === 'string');
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/host/shell.js
// SPDX-License-Identifier: Apache-2.0
//
// A person's own shell as a host: our words go to stderr, so that COMMAND's output stays its own. Refuses to prove who anybody is:
// there is no token here, and a local run says so with `--local`.




/** The host of an interactive run. `OSTIARY_LOG=debug` shows debug messages. */
class ShellHost {
    kind = 'shell';
    tokenVariables = [];
    tokenValues = [];
    credentialFolders = [];
    historyHint = 'fetch all of it: `git fetch --unshallow origin "+refs/heads/*:refs/remotes/origin/*"`, and name a branch as `origin/BRANCH`';
    log;
    #world;
    #redactor = new Redactor();
    #state = new Map();
    constructor(world) {
        this.#world = world;
        this.log = leveledLog((level, message, fields) => this.#print(level, message, fields), (message, fields) => {
            if (world.environment['OSTIARY_LOG'] === 'debug')
                this.#print('debug: ', message, fields);
        });
    }
    addMask(value) {
        this.#redactor.remember(value);
    }
    /** A shell has no inputs; flags are read by main/arguments.ts. */
    input(_name) {
        return undefined;
    }
    output(name, value) {
        this.log.debug(`output ${name}=${value}`);
    }
    secretOutput(name, _value) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `a shell has no place for the secret output \`${name}\``, { hint: 'hand it on in a file' });
    }
    /** Nothing: the line that `run` logs at its end says the same. */
    async summary(_markdown) { }
    annotate(level, message, place) {
        this.#print(`${level}: `, place === undefined ? message : `${whereOf(place)}: ${message}`);
    }
    group(title, run) {
        this.log.debug(title);
        return run();
    }
    change() {
        return { base: 'origin/HEAD', head: 'HEAD', expected: [], merge: null };
    }
    pushed() {
        return [];
    }
    /** A terminal takes no commands for a job. */
    quarantine(run) {
        return run();
    }
    saveState(name, value) {
        this.#state.set(name, value);
    }
    state(name) {
        return this.#state.get(name);
    }
    facts() {
        return { user: (0,external_node_os_.userInfo)().username, machine: (0,external_node_os_.hostname)() };
    }
    async idToken(_audience) {
        throw new errors/* GateError */.ue('IDENTITY_UNTRUSTED', 'a shell has no token that proves who this is', { hint: 'add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' });
    }
    defaultSessionDir() {
        const { XDG_STATE_HOME: state, HOME: home } = this.#world.environment;
        return (0,external_node_path_.join)(absoluteOr(state, (0,external_node_path_.join)(absoluteOr(home, (0,external_node_os_.tmpdir)()), '.local', 'state')), 'ostiary', 'sessions');
    }
    #print(level, message, fields) {
        const text = this.#redactor.lines(message, fields).map((line, index) => `${index === 0 ? `ostiary: ${level}` : '  '}${line}\n`);
        this.#world.writers.stderr(text.join(''));
    }
}

;// CONCATENATED MODULE: ./lib/host/detect.js
// SPDX-License-Identifier: Apache-2.0
//
// Which host we are in, by the variables that CI products set. Refuses two at once: guessing would decide who is believed.




/** `github` when `GITHUB_ACTIONS` is set, `gitlab` when `GITLAB_CI` is, else `shell`. Throws INPUT_INVALID when both are. */
function hostKind(environment) {
    const github = (environment['GITHUB_ACTIONS'] ?? '') !== '';
    const gitlab = (environment['GITLAB_CI'] ?? '') !== '';
    if (github && gitlab)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'both `GITHUB_ACTIONS` and `GITLAB_CI` are set', { hint: 'unset the one that is not running this job' });
    return github ? 'github' : gitlab ? 'gitlab' : 'shell';
}
/** The host of this process. */
function detectHost(environment, writers, runtime) {
    const world = { environment, writers, runtime };
    const kind = hostKind(environment);
    switch (kind) {
        case 'github':
            return new GitHubHost(world);
        case 'gitlab':
            return new GitLabHost(world);
        case 'shell':
            return new ShellHost(world);
        default:
            return kind;
    }
}


/***/ }),

/***/ 48647:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ refuseDangerousEnvironment),
/* harmony export */   gi: () => (/* binding */ tokenVariablesOf),
/* harmony export */   jR: () => (/* binding */ tokenValuesOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What an environment says about a CI job before anything is started: which variables hold its tokens, and which ones change what our own
// programs do. Names only leave this file; refuses to guess: what a list does not name is not withheld.



/** Variables that make Node, the loader or a shell run or trust something else. @see https://nodejs.org/api/cli.html#environment-variables */
const DANGEROUS = [
    /^LD_(PRELOAD|LIBRARY_PATH|AUDIT)$/u, /^DYLD_/u, /^GCONV_PATH$/u, /^GLIBC_TUNABLES$/u,
    /^NODE_(OPTIONS|PATH|EXTRA_CA_CERTS|USE_SYSTEM_CA|TLS_REJECT_UNAUTHORIZED|REPL_EXTERNAL_MODULE|USE_ENV_PROXY|COMPILE_CACHE)$/u,
    // These make libraries print requests, headers and tokens included.
    /^NODE_DEBUG(_NATIVE)?$/u, /^AZURE_LOG_LEVEL$/u, /^GOOGLE_SDK_NODE_LOGGING$/u,
    /^OPENSSL_(CONF|MODULES|ENGINES)$/u, /^SSLKEYLOGFILE$/u,
    /^(BASH_ENV|ENV|SHELLOPTS|BASHOPTS)$/u, /^BASH_FUNC_/u,
    /^GIT_(EXEC_PATH|SSL_NO_VERIFY|SSH|SSH_COMMAND|PROXY_COMMAND)$/u,
];
/** `NODE_OPTIONS` that only tune: people set them for a whole workflow. */
const HARMLESS_NODE_OPTION = /^--(max-old-space-size|max-semi-space-size|dns-result-order)=[a-z0-9]+$|^--(no-warnings|no-deprecation|enable-source-maps|throw-deprecation|trace-deprecation|trace-warnings)$/u;
/** A JSON Web Token: three base64url parts, the first of which is a JSON object. */
const JWT = /^eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/u;
/** Copies of shorter values are chance. */
const MIN_COPY_LENGTH = 12;
/**
 * Variables with which an earlier step could steer ours; a CI run that has any does not start. Proxy variables are not among them:
 * nothing of ours uses a proxy (and `NODE_USE_ENV_PROXY`, which would make it, is refused).
 */
function dangerousEnvironment(environment) {
    return Object.entries(environment)
        .filter(([name, value]) => value !== undefined && value !== '' && DANGEROUS.some((pattern) => pattern.test(name)) && !harmless(name, value))
        .map(([name]) => name)
        .sort();
}
/** Refuses to go on in a job in which an earlier step may have set such a variable for us. `what` they can change. Throws INPUT_INVALID. */
function refuseDangerousEnvironment(environment, what) {
    const found = dangerousEnvironment(environment);
    if (found.length === 0)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `the environment of this job sets ${found.map((name) => `\`${name}\``).join(', ')}, which can change ${what}`, { hint: 'run the guarded step in a job of its own, before any step that writes to the environment; in a shell of your own, unset it' });
}
function harmless(name, value) {
    if (name === 'LD_LIBRARY_PATH')
        return value.split(':').every(holdsPythonAlone);
    if (name === 'NODE_OPTIONS')
        return value.trim().split(/\s+/u).every((option) => HARMLESS_NODE_OPTION.test(option));
    return name === 'NODE_TLS_REJECT_UNAUTHORIZED' ? value === '1' : (name === 'NODE_USE_ENV_PROXY' || name === 'NODE_USE_SYSTEM_CA') && value === '0';
}
// actions/setup-python names the folder of its own library, which nothing of ours loads. An empty entry is the folder that we are in.
function holdsPythonAlone(folder) {
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(folder))
        return false;
    try {
        // Matches `libssl.so.3` and `x.so`, misses `pkgconfig`.
        const libraries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).filter((file) => /\.so(\.|$)/u.test(file));
        return libraries.length > 0 && libraries.every((file) => /^libpython3[\w.]*\.so(\.1\.0)?$/u.test(file));
    }
    catch {
        return false;
    }
}
/** Every variable that must not reach COMMAND: by name, by being a token whatever its name, and by repeating one under another name. */
function tokenVariablesOf(environment, names) {
    const secrets = tokenValuesOf(environment, names);
    const found = filled(environment)
        .filter(([name, value]) => isSecret(name, value, names) || names.speaking.some((pattern) => pattern.test(name)) || secrets.some((secret) => value.includes(secret)))
        .map(([name]) => name);
    return [...new Set([...names.fixed, ...found])].sort();
}
/** The credentials themselves, where they are long enough for a copy of one to be no chance. */
function tokenValuesOf(environment, names) {
    return [...new Set(filled(environment).filter(([name, value]) => isSecret(name, value, names)).map(([, value]) => value.trim()).filter((value) => value.length >= MIN_COPY_LENGTH))];
}
function filled(environment) {
    return Object.entries(environment).filter((entry) => entry[1] !== undefined && entry[1] !== '');
}
function isSecret(name, value, names) {
    return names.secret.some((pattern) => pattern.test(name)) || JWT.test(value.trim());
}


/***/ }),

/***/ 6736:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HA: () => (/* binding */ actionSwitch),
/* harmony export */   L6: () => (/* binding */ TRUSTING),
/* harmony export */   vX: () => (/* binding */ jobInputs)
/* harmony export */ });
/* harmony import */ var _commands_verb_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of a verb from a job, as its declaration says.

/** Every input that the CI faces have. */
function jobInputs(spec, host) {
    const values = {};
    for (const input of spec.inputs.filter((candidate) => candidate.face !== 'cli')) {
        const text = host.input(input.name);
        values[input.name] = input.kind === 'list' ? (0,_commands_verb_js__WEBPACK_IMPORTED_MODULE_0__/* .listInput */ .dt)({ list: text }, 'list') : text;
    }
    return values;
}
/** Inputs that actions with a post step have from `session-artifact`; other names mean something else there, or nothing. */
const TRUSTING = ['key', 'trusted-root', 'identity', 'issuer'];
/** A switch that actions have for their post step, and no verb. Throws INPUT_INVALID for what is neither `true` nor `false`. */
function actionSwitch(host, name, otherwise) {
    const text = host.input(name);
    return text === undefined ? otherwise : (0,_commands_verb_js__WEBPACK_IMPORTED_MODULE_0__/* .flagInput */ .tc)({ [name]: text }, name);
}


/***/ }),

/***/ 62077:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Which version of the program this is. Apart from all else, so that who asks for it loads nothing more.
/** The version of package.json; test/contract compares. */
const VERSION = '0.1.0';


/***/ }),

/***/ 71344:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ realHost),
/* harmony export */   c: () => (/* binding */ cliPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73136);
/* harmony import */ var _host_detect_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(27780);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(56371);
// SPDX-License-Identifier: Apache-2.0
//
// The composition root: the real host, the real world, the paths of our own program. Refuses to decide anything.




/** The host of this process, from its environment. */
function realHost() {
    return (0,_host_detect_js__WEBPACK_IMPORTED_MODULE_2__/* .detectHost */ .k)(process.env, { stdout: (text) => process.stdout.write(text), stderr: (text) => process.stderr.write(text) }, _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__/* .systemRuntime */ .g);
}
/** Path of `dist/cli.js`, which the gate process is started from. */
function cliPath() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url)), 'cli.js');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* reexport */ runAction),
  a: () => (/* reexport */ runCli)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(73136);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __nccwpck_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __nccwpck_require__(56371);
// EXTERNAL MODULE: ./lib/main/inputs.js
var inputs = __nccwpck_require__(6736);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __nccwpck_require__(71344);
;// CONCATENATED MODULE: ./lib/main/action.js
// SPDX-License-Identifier: Apache-2.0
//
// The GitHub Action's door: inputs from the environment, outcome as exit code, one catch. `ostiary` is the root action's walk by event.
// Refuses events that have no walk here, saying which action to use.




/** Actions whose post step keeps the recording. */
const KEEPING = new Set(['run', 'apply', 'ostiary']);
/** Runs one action of actions/ (or the root action, `ostiary`) and sets the exit code of this process. */
async function runAction(name) {
    const host = (0,wire/* realHost */.$)();
    const alive = (0,runtime/* stayAlive */.h)();
    try {
        process.exitCode = await act(name, host);
    }
    catch (thrown) {
        const hint = thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
        host.annotate('error', `${(0,errors/* messageOf */.bD)(thrown)}${hint}`);
        // Whatever goes wrong here, COMMAND has not been started.
        process.exitCode = name === 'run' ? errors/* EXIT */.dc.beforeStart : (0,errors/* exitCodeOf */.FO)(thrown);
        // Last: without a job there is no file for it, and the error above has said why.
        if (host.kind === 'github' && KEEPING.has(name))
            host.output('outcome', 'error');
    }
    finally {
        alive.cancel();
    }
}
async function act(name, host) {
    if (host.kind !== 'github')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'this is a GitHub Action, and `GITHUB_ACTIONS` is not set', { hint: 'elsewhere use the command line: `ostiary help`' });
    if (KEEPING.has(name))
        await checkKeeping(host);
    switch (name) {
        case 'run':
            return (await __nccwpck_require__.e(/* import() */ 3976).then(__nccwpck_require__.bind(__nccwpck_require__, 3976))).runFromJob(host);
        case 'policy-check':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(8989), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(4017), __nccwpck_require__.e(778), __nccwpck_require__.e(4928)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63424))).policyCheckFromJob(host);
        case 'approval-gate':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(4371), __nccwpck_require__.e(4623), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(7039), __nccwpck_require__.e(1911), __nccwpck_require__.e(2150), __nccwpck_require__.e(115), __nccwpck_require__.e(4122)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26526))).approvalGateFromJob(host);
        case 'apply':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(4371), __nccwpck_require__.e(4623), __nccwpck_require__.e(225), __nccwpck_require__.e(7039), __nccwpck_require__.e(1911), __nccwpck_require__.e(2150), __nccwpck_require__.e(578), __nccwpck_require__.e(5469), __nccwpck_require__.e(2045)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82045))).applyFromJob(host);
        case 'oidc-token':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(7510), __nccwpck_require__.e(3418)]).then(__nccwpck_require__.bind(__nccwpck_require__, 31832))).oidcTokenFromJob(host);
        case 'session-artifact':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(578), __nccwpck_require__.e(8932), __nccwpck_require__.e(3401)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14984))).sessionArtifactFromJob(host);
        case 'run-post':
            return keepAfterwards(host);
        case 'ostiary':
            return walk(host);
        default:
            throw new errors/* GateError */.ue('INPUT_INVALID', `\`${name}\` is not an action of ostiary`);
    }
}
// What the post step is told is understood before anything happens that it would have to keep.
async function checkKeeping(host) {
    const [artifact, attest] = [(0,inputs/* actionSwitch */.HA)(host, 'artifact', true), (0,inputs/* actionSwitch */.HA)(host, 'attest', false)];
    if (attest && !artifact)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'input `attest` is `true`, and `artifact` is `false`', { hint: 'what is attested is the artifact: leave one of them out' });
    if (inputs/* TRUSTING */.L6.some((name) => host.input(name) !== undefined))
        await (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(578), __nccwpck_require__.e(8932), __nccwpck_require__.e(3401)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14984))).checkTrust(host);
}
// The post step of `run` and `apply`, a program of its own: no variable that an earlier step could set decides which of the two runs.
async function keepAfterwards(host) {
    const recording = host.state('recording');
    if (recording === undefined) {
        host.log.info('the step made no recording, so there is none to keep');
        return errors/* EXIT */.dc.done;
    }
    if (!(0,inputs/* actionSwitch */.HA)(host, 'artifact', true))
        return errors/* EXIT */.dc.done;
    return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(578), __nccwpck_require__.e(8932), __nccwpck_require__.e(3401)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14984))).keepRecordings(recording.split('\n'), host);
}
const RUN_ACTION = '`ostiary/ostiary/actions/run`';
const ON_PUSH = 'use it on `pull_request`, or on a push to the default branch: `on: { push: { branches: [main] } }`';
/** Events that people try, with what to do about each. */
const NO_WALK = {
    pull_request_target: ['the root action does not walk for `pull_request_target`, which gives a job secrets beside the code of the pull request', `never run code of the pull request there; ${ON_PUSH}`],
    schedule: ['the root action has no walk for the event `schedule`', `use the action ${RUN_ACTION} with the same inputs`],
    workflow_dispatch: ['the root action has no walk for the event `workflow_dispatch`', `use the action ${RUN_ACTION} with the same inputs`],
};
// A pull request is checked, and so is a merge queue's group; a push to the protected branch runs the command, or what was approved with it.
async function walk(host) {
    const { event_name: event = 'unknown', ref, default_branch: branch } = host.facts();
    if (event === 'pull_request' || event === 'merge_group')
        return (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(8989), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(4017), __nccwpck_require__.e(778), __nccwpck_require__.e(4928)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63424))).policyCheckFromJob(host);
    if (event !== 'push') {
        const [message, hint] = NO_WALK[event] ?? [`the root action has no walk for the event \`${event}\``, ON_PUSH];
        throw new errors/* GateError */.ue('INPUT_INVALID', message, { hint });
    }
    if (branch === undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the event of this job does not name the default branch', { hint: `the root action reads it from \`GITHUB_EVENT_PATH\`; without one use the action ${RUN_ACTION}` });
    if (ref !== `refs/heads/${branch}`) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the root action runs on the default branch \`${branch}\` only, and this is \`${ref ?? 'no ref'}\``, { hint: 'restrict the workflow: `on: { push: { branches: [' + branch + '] } }`' });
    }
    return host.input('command') === undefined ? (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(4371), __nccwpck_require__.e(4623), __nccwpck_require__.e(225), __nccwpck_require__.e(7039), __nccwpck_require__.e(1911), __nccwpck_require__.e(2150), __nccwpck_require__.e(578), __nccwpck_require__.e(5469), __nccwpck_require__.e(2045)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82045))).applyFromJob(host) : (await __nccwpck_require__.e(/* import() */ 3976).then(__nccwpck_require__.bind(__nccwpck_require__, 3976))).runFromJob(host);
}

// EXTERNAL MODULE: ./lib/main/version.js
var version = __nccwpck_require__(62077);
;// CONCATENATED MODULE: ./lib/main/cli.js
// SPDX-License-Identifier: Apache-2.0
//
// The command line's door: words in, exit code out, one catch. Loads a verb's code only when it is asked for. Refuses unknown words.



const HELP = new Set(['help', '--help', '-h']);
const VERSIONS = new Set(['version', '--version', '-v']);
/** The code of each verb, loaded when it is asked for. */
const VERBS = new Map([
    ['run', async (words) => (await __nccwpck_require__.e(/* import() */ 3976).then(__nccwpck_require__.bind(__nccwpck_require__, 3976))).runVerb(words)],
    ['plan', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(3849), __nccwpck_require__.e(4371), __nccwpck_require__.e(4623), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(7039), __nccwpck_require__.e(115), __nccwpck_require__.e(8269), __nccwpck_require__.e(2237), __nccwpck_require__.e(3743)]).then(__nccwpck_require__.bind(__nccwpck_require__, 73743))).planVerb(words)],
    ['policy-check', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(8989), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(4017), __nccwpck_require__.e(778), __nccwpck_require__.e(4928)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63424))).policyCheckVerb(words)],
    ['approval-gate', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(4371), __nccwpck_require__.e(4623), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(7039), __nccwpck_require__.e(1911), __nccwpck_require__.e(2150), __nccwpck_require__.e(115), __nccwpck_require__.e(4122)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26526))).approvalGateVerb(words)],
    ['apply', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(4371), __nccwpck_require__.e(4623), __nccwpck_require__.e(225), __nccwpck_require__.e(7039), __nccwpck_require__.e(1911), __nccwpck_require__.e(2150), __nccwpck_require__.e(578), __nccwpck_require__.e(5469), __nccwpck_require__.e(2045)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82045))).applyVerb(words)],
    ['oidc-token', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(7510), __nccwpck_require__.e(3418)]).then(__nccwpck_require__.bind(__nccwpck_require__, 31832))).oidcTokenVerb(words)],
    ['policy', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(6316)]).then(__nccwpck_require__.bind(__nccwpck_require__, 96316))).policyVerb(words)],
    ['session-artifact', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(578), __nccwpck_require__.e(8932), __nccwpck_require__.e(3401)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14984))).sessionArtifactVerb(words)],
    ['gateway', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(9167), __nccwpck_require__.e(3914), __nccwpck_require__.e(4370), __nccwpck_require__.e(4371), __nccwpck_require__.e(4623), __nccwpck_require__.e(225), __nccwpck_require__.e(4005), __nccwpck_require__.e(7039), __nccwpck_require__.e(1911), __nccwpck_require__.e(2150), __nccwpck_require__.e(115), __nccwpck_require__.e(578), __nccwpck_require__.e(8269), __nccwpck_require__.e(2237), __nccwpck_require__.e(2544), __nccwpck_require__.e(3526)]).then(__nccwpck_require__.bind(__nccwpck_require__, 93526))).gatewayVerb(words)],
    ['session', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(8932), __nccwpck_require__.e(7478)]).then(__nccwpck_require__.bind(__nccwpck_require__, 37478))).sessionVerb(words)],
    ['doctor', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(3209), __nccwpck_require__.e(6560), __nccwpck_require__.e(7999)]).then(__nccwpck_require__.bind(__nccwpck_require__, 77999))).doctorVerb(words)],
    ['init', async (words) => (await __nccwpck_require__.e(/* import() */ 6600).then(__nccwpck_require__.bind(__nccwpck_require__, 6600))).initVerb(words)],
    ['demo', async (words) => (await Promise.all(/* import() */[__nccwpck_require__.e(9167), __nccwpck_require__.e(3849), __nccwpck_require__.e(5024), __nccwpck_require__.e(8932), __nccwpck_require__.e(6694)]).then(__nccwpck_require__.bind(__nccwpck_require__, 66386))).demoVerb(words)],
    ['gate-process', async () => (await __nccwpck_require__.e(/* import() */ 9746).then(__nccwpck_require__.bind(__nccwpck_require__, 89746))).gateProcess(process.env).then(() => errors/* EXIT */.dc.done)],
]);
/** Runs the command line of this process and sets its exit code. */
async function runCli() {
    const alive = (0,runtime/* stayAlive */.h)();
    try {
        process.exitCode = await main(process.argv.slice(2));
    }
    finally {
        alive.cancel();
    }
}
async function main(argv) {
    const [verb, ...rest] = argv;
    try {
        // What stands behind `--` is COMMAND's.
        if (verb !== undefined && rest.slice(0, rest.includes('--') ? rest.indexOf('--') : undefined).some((word) => word === '--help' || word === '-h'))
            return await help(verb);
        if (verb === undefined || HELP.has(verb))
            return await help(rest[0] ?? null);
        if (VERSIONS.has(verb)) {
            process.stdout.write(`${version/* VERSION */.x}\n`);
            return errors/* EXIT */.dc.done;
        }
        const run = VERBS.get(verb);
        if (run === undefined)
            throw await noCommand(verb);
        return await run(rest);
    }
    catch (thrown) {
        // One line, as everywhere else: logs are read by the line.
        const hint = thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
        process.stderr.write(`ostiary: ${(0,errors/* messageOf */.bD)(thrown)}${hint}\n`);
        // Whatever `run` throws, COMMAND has not been started.
        return verb === 'run' ? errors/* EXIT */.dc.beforeStart : (0,errors/* exitCodeOf */.FO)(thrown);
    }
}
async function help(verb) {
    // A terminal that was told no size says 0.
    const text = (await Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(1911), __nccwpck_require__.e(3209), __nccwpck_require__.e(778), __nccwpck_require__.e(7510), __nccwpck_require__.e(6560), __nccwpck_require__.e(7653)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72842))).helpText(verb, process.stdout.columns || undefined);
    if (text === null)
        throw await noCommand(verb ?? '');
    process.stdout.write(text);
    return errors/* EXIT */.dc.done;
}
async function noCommand(verb) {
    const [{ verbs }, { nearest }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(3243), __nccwpck_require__.e(1911), __nccwpck_require__.e(3209), __nccwpck_require__.e(778), __nccwpck_require__.e(7510), __nccwpck_require__.e(6560), __nccwpck_require__.e(7653)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72842)), Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 66661))]);
    const near = nearest(verb, verbs());
    return new errors/* GateError */.ue('INPUT_INVALID', `\`${verb}\` is not a command of ostiary`, { hint: `${near === null ? '' : `did you mean \`${near}\`? `}see \`ostiary help\`` });
}

;// CONCATENATED MODULE: ./lib/main/bundle.js
// SPDX-License-Identifier: Apache-2.0
//
// The one bundle behind every stub in dist/. libpg-query's loader expects CommonJS's `__dirname`, which an ES module does not have.


globalThis.__dirname ??= (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));



var __webpack_exports__runAction = __webpack_exports__.C;
var __webpack_exports__runCli = __webpack_exports__.a;
export { __webpack_exports__runAction as runAction, __webpack_exports__runCli as runCli };
