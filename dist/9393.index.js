export const id = 9393;
export const ids = [9393];
export const modules = {

/***/ 69393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeBundle: () => (/* binding */ judgeBundle),
/* harmony export */   judgeKeyBundle: () => (/* binding */ judgeKeyBundle)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_glob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80029);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26441);
/* harmony import */ var _session_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99435);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6275);





/** What a bundle about a recording is worth, as text. Never throws. */
async function judgeBundle(text, trust) {
    const signed = await signedBy(text, trust);
    if (signed.kind !== 'good')
        return signed;
    const statement = (0,_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .readStatement */ .cO)(signed.payload);
    if (statement === null)
        return { kind: 'bad', what: 'it is signed, but not about a session' };
    return { kind: 'good', statement, keyId: signed.name, through: 'keyless', by: phraseOf(signed.name) };
}
/** What a bundle about the key of a session is worth, as text. Never throws. */
async function judgeKeyBundle(text, trust) {
    const signed = await signedBy(text, trust);
    if (signed.kind !== 'good')
        return signed.kind === 'bad' ? { kind: 'bad', what: `about its key, ${signed.what}` } : signed;
    const certified = (0,_session_key_js__WEBPACK_IMPORTED_MODULE_2__/* .readKeyStatement */ .hM)(signed.payload);
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
    if (envelope?.payloadType !== _envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .STATEMENT_PAYLOAD_TYPE */ .Mb)
        return { kind: 'bad', what: 'it signs something else than a statement' };
    if (entity.key.$case !== 'certificate')
        return { kind: 'unknown', why: 'its bundle has a key in place of a certificate' };
    let failure = { kind: 'unknown', why: 'there is no root to trust' };
    for (const root of trust.roots) {
        try {
            // A root that knows logs demands them; one that has only clocks (GitHub's own) can't.
            const { identity } = new sigstore.Verifier(root, { tlogThreshold: root.tlogs.length > 0 ? 1 : 0, ctlogThreshold: root.ctlogs.length > 0 ? 1 : 0, timestampThreshold: 1 }).verify(entity);
            return expected({ name: identity?.subjectAlternativeName ?? '', issuer: identity?.extensions?.issuer ?? '', payload: envelope.payload }, trust);
        }
        catch (thrown) {
            failure = failureOf(thrown);
            if (failure.kind === 'bad')
                return failure;
        }
    }
    return failure;
}
function expected({ name, issuer, payload }, trust) {
    if (issuer !== trust.issuer)
        return { kind: 'unknown', why: `its bundle was signed by somebody of the issuer ${shown(issuer)}, not of the one that you expect` };
    if (!(0,_core_glob_js__WEBPACK_IMPORTED_MODULE_4__/* .compileGlob */ .SO)(trust.identity, '/')(name))
        return { kind: 'unknown', why: `its bundle was signed by ${shown(name)}, which is not whom you expect` };
    return { kind: 'good', name, payload };
}
/** What its errors mean: damage, or somebody whom this verifier has no reason to believe. */
function failureOf(thrown) {
    if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue)
        throw thrown;
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
