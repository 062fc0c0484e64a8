export const id = 9393;
export const ids = [9393];
export const modules = {

/***/ 80029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ compileGlob),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   tI: () => (/* binding */ compileGlobs)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The only pattern language of policies: `*` any run of characters within a segment, `**` across segments, `?` one character.
// Time is text times pattern at worst, never exponential; no regular expressions. Refuses nothing: every string is a valid glob.
/**
 * Compiles a glob once. `separator` is what `*` and `?` do not cross: `.` for names, `/` for paths, none when empty.
 *
 * `public.*` matches `public.a`, not `public.a.b`. A `**` that is a whole segment stands for any number of segments, none included:
 * with `.`, `a.**.b` matches `a.b` and `a.x.y.b`, not `a.xb`. `onStep` is called for each unit of work; tests count with it.
 */
function compileGlob(pattern, separator = '', onStep) {
    if (!isGlob(pattern))
        return (text) => text === pattern;
    if (pattern === '**' || (pattern === '*' && separator === ''))
        return () => true;
    const tokens = tokenize([...pattern], separator);
    if (onStep !== undefined)
        return (text) => matchTokens(tokens, text, { separator, onStep });
    return singleRun(tokens, separator) ?? fenced(tokens, (text) => matchTokens(tokens, text, { separator, onStep }));
}
/** Compiles several globs into one that any of them makes true: the plain ones are one look. */
function compileGlobs(patterns, separator) {
    const [only] = patterns;
    if (patterns.length === 1 && only !== undefined)
        return compileGlob(only, separator);
    const plain = new Set(patterns.filter((pattern) => !isGlob(pattern)));
    const globs = patterns.filter(isGlob).map((pattern) => compileGlob(pattern, separator));
    return (text) => plain.has(text) || globs.some((glob) => glob(text));
}
/** True when a pattern has a wildcard in it. */
function isGlob(pattern) {
    return pattern.includes('*') || pattern.includes('?');
}
function tokenize(pattern, separator) {
    const tokens = [];
    let at = 0;
    while (at < pattern.length) {
        const char = pattern[at];
        let stars = 0;
        while (pattern[at + stars] === '*')
            stars += 1;
        if (stars === 0) {
            tokens.push(char === '?' ? { kind: 'one' } : { kind: 'literal', text: char });
            at += 1;
            continue;
        }
        const startsSegment = at === 0 || pattern[at - 1] === separator;
        at += stars;
        if (stars > 1 && separator !== '' && startsSegment && pattern[at] === separator) {
            tokens.push({ kind: 'segments' }, { kind: 'inside' });
            at += 1;
        }
        else {
            tokens.push({ kind: 'run', across: stars > 1 || separator === '' });
        }
    }
    return tokens;
}
// Most patterns are `prefix*suffix`: two comparisons instead of a walk.
function singleRun(tokens, separator) {
    const at = tokens.findIndex((token) => token.kind !== 'literal');
    const run = tokens[at];
    if (run?.kind !== 'run' || tokens.slice(at + 1).some((token) => token.kind !== 'literal'))
        return null;
    const prefix = literal(tokens.slice(0, at));
    const suffix = literal(tokens.slice(at + 1));
    return (text) => text.length >= prefix.length + suffix.length &&
        text.startsWith(prefix) &&
        text.endsWith(suffix) &&
        (run.across || !text.slice(prefix.length, text.length - suffix.length).includes(separator));
}
// What does not begin and end as the pattern does needs no walk.
function fenced(tokens, walk) {
    const first = tokens.findIndex((token) => token.kind !== 'literal');
    const last = tokens.findLastIndex((token) => token.kind !== 'literal');
    const [prefix, suffix] = [literal(tokens.slice(0, first)), literal(tokens.slice(last + 1))];
    return (text) => text.startsWith(prefix) && text.endsWith(suffix) && walk(text);
}
// Only ever given literals.
function literal(tokens) {
    return tokens.map((token) => token.text).join('');
}
// INVARIANT: the positions that are live at once are a set, so each character costs at most one step a token.
function matchTokens(tokens, text, { separator, onStep }) {
    let live = new Set();
    enter(tokens, 0, live);
    for (const char of text) {
        const next = new Set();
        for (const at of live) {
            onStep?.();
            const token = tokens[at];
            if (token !== undefined)
                for (const position of advance(token, at, { char, separates: char === separator }))
                    enter(tokens, position, next);
        }
        if (next.size === 0)
            return false;
        live = next;
    }
    return live.has(tokens.length);
}
const NOWHERE = [];
// Where a token goes on one character.
function advance(token, at, { char, separates }) {
    switch (token.kind) {
        case 'literal':
            return token.text === char ? [at + 1] : NOWHERE;
        case 'one':
            return separates ? NOWHERE : [at + 1];
        case 'run':
            return separates && !token.across ? NOWHERE : [at];
        case 'segments':
            return [separates ? at : at + 1];
        case 'inside':
            return [separates ? at - 1 : at];
    }
}
// A position together with those that are reached from it without a character.
function enter(tokens, start, live) {
    let at = start;
    while (!live.has(at)) {
        live.add(at);
        const kind = tokens[at]?.kind;
        if (kind === 'run')
            at += 1;
        else if (kind === 'segments')
            at += 2;
        else
            return;
    }
}


/***/ }),

/***/ 69393:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeBundle: () => (/* binding */ judgeBundle),
/* harmony export */   judgeKeyBundle: () => (/* binding */ judgeKeyBundle)
/* harmony export */ });
/* harmony import */ var _core_glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80029);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26441);
/* harmony import */ var _session_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99435);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6275);




/** What a bundle about a recording is worth, as text. Never throws. */
async function judgeBundle(text, trust) {
    const signed = await signedBy(text, trust);
    if (signed.kind !== 'good')
        return signed;
    const statement = (0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .readStatement */ .cO)(signed.payload);
    if (statement === null)
        return { kind: 'bad', what: 'it is signed, but not about a session' };
    return { kind: 'good', statement, keyId: signed.name, through: 'keyless', by: phraseOf(signed.name) };
}
/** What a bundle about the key of a session is worth, as text. Never throws. */
async function judgeKeyBundle(text, trust) {
    const signed = await signedBy(text, trust);
    if (signed.kind !== 'good')
        return signed.kind === 'bad' ? { kind: 'bad', what: `about its key, ${signed.what}` } : signed;
    const certified = (0,_session_key_js__WEBPACK_IMPORTED_MODULE_1__/* .readKeyStatement */ .hM)(signed.payload);
    return certified === null ? { kind: 'bad', what: 'it is signed, but not about the key of a session' } : { kind: 'good', ...certified, identity: signed.name, by: phraseOf(signed.name) };
}
function phraseOf(name) {
    return `${shown(name)}, certified by an authority that you trust,`;
}
async function signedBy(text, trust) {
    const [{ bundleFromJSON }, sigstore] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)), Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19))]);
    let bundle;
    let entity;
    try {
        bundle = bundleFromJSON(JSON.parse(text));
        entity = sigstore.toSignedEntity(bundle);
    }
    catch {
        return { kind: 'bad', what: 'it is no bundle of Sigstore' };
    }
    const envelope = bundle.content.$case === 'dsseEnvelope' ? bundle.content.dsseEnvelope : null;
    if (envelope?.payloadType !== _envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .STATEMENT_PAYLOAD_TYPE */ .Mb)
        return { kind: 'bad', what: 'it signs something else than a statement' };
    if (entity.key.$case !== 'certificate')
        return { kind: 'unknown', why: 'its bundle has a key in place of a certificate' };
    let failure = { kind: 'unknown', why: 'there is no root to trust' };
    for (const root of trust.roots) {
        try {
            // A root that knows logs demands them; one that has only clocks (GitHub's own) can't.
            const { identity } = new sigstore.Verifier(root, { tlogThreshold: root.tlogs.length > 0 ? 1 : 0, ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0, timestampThreshold: 1 }).verify(entity);
            return expected({ name: identity?.subjectAlternativeName, issuer: identity?.extensions?.issuer, payload: envelope.payload }, trust);
        }
        catch (thrown) {
            failure = failureOf(thrown);
            if (failure.kind === 'bad')
                return failure;
        }
    }
    return failure;
}
// A certificate may name nobody, or no issuer: then it is of nobody whom any verifier expects, not even by `**`.
function expected({ name, issuer, payload }, trust) {
    if (issuer !== trust.issuer)
        return { kind: 'unknown', why: `its bundle was signed by somebody of the issuer ${shown(String(issuer))}, not of the one that you expect` };
    if (name === undefined || !(0,_core_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .compileGlob */ .SO)(trust.identity, '/')(name))
        return { kind: 'unknown', why: `its bundle was signed by ${shown(String(name))}, which is not whom you expect` };
    return { kind: 'good', name, payload };
}
/** What its errors mean: damage, or somebody whom this verifier has no reason to believe. */
function failureOf(thrown) {
    switch (thrown.code) {
        case 'SIGNATURE_ERROR':
            return { kind: 'bad', what: 'its signature does not fit what it says' };
        case 'TLOG_BODY_ERROR':
            return { kind: 'bad', what: 'the log that witnessed it saw something else' };
        case 'TIMESTAMP_ERROR':
            return { kind: 'unknown', why: 'no clock that you trust says when its bundle was signed' };
        case 'CERTIFICATE_ERROR':
            return { kind: 'unknown', why: 'the certificate in its bundle is not of an authority that you trust, or was not valid at the time' };
        case 'TLOG_ERROR':
        case 'TLOG_MISSING_INCLUSION_ERROR':
        case 'TLOG_INCLUSION_PROOF_ERROR':
        case 'TLOG_INCLUSION_PROMISE_ERROR':
            return { kind: 'unknown', why: 'no log that you trust has its bundle' };
        default:
            return { kind: 'unknown', why: 'its bundle can not be checked' };
    }
}
const MAX_SHOWN = 200;
// A name in a certificate is somebody's text.
function shown(text) {
    // Match "`" and U+202E, miss "https://github.com/a/b@refs/heads/main".
    return `\`${text.slice(0, MAX_SHOWN).replace(/[^\x21-\x5f\x61-\x7e]/gu, '?')}\``;
}


/***/ })

};
