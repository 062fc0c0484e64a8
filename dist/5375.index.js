export const id = 5375;
export const ids = [5375];
export const modules = {

/***/ 95375:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTrustedRoots: () => (/* binding */ readTrustedRoots)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** Two roots of a few hundred kilobytes, with their history. */
const MAX_ROOT_BYTES = 4 * 1024 * 1024;
/** In the file by name; the number in the library is that of any RSA key, which it needs to know to read one. */
const RSA = /RSA/u;
const RSA_KEY = 9;
/** All roots in a text: one in JSON, or several, one a line (as `gh attestation trusted-root` prints them). Throws INPUT_INVALID, LIMIT_EXCEEDED. */
async function readTrustedRoots(text) {
    if (text.length > MAX_ROOT_BYTES)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `the trusted root is larger than ${MAX_ROOT_BYTES / 1024 / 1024} MiB`, { hint: 'name the file with the root alone' });
    const { toTrustMaterial } = await Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19));
    try {
        const roots = documentsIn(text).map((document) => toTrustMaterial(rootOf(object(document))));
        if (roots.length === 0)
            throw new TypeError('no root');
        return roots;
    }
    catch {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', 'the trusted root is none of Sigstore', { hint: 'write one with `gh attestation trusted-root`, or take `trusted_root.json` of your Sigstore' });
    }
}
function documentsIn(text) {
    try {
        return [JSON.parse(text)];
    }
    catch {
        return text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
    }
}
function rootOf(root) {
    const authorities = list(root['certificateAuthorities']);
    if (authorities.length === 0)
        throw new TypeError('no authority');
    return {
        mediaType: String(root['mediaType'] ?? ''), certificateAuthorities: authorities.map(authorityOf), timestampAuthorities: list(root['timestampAuthorities']).map(authorityOf),
        tlogs: list(root['tlogs']).map(logOf), ctlogs: list(root['ctlogs']).map(logOf),
    };
}
function authorityOf(authority) {
    const certificates = list(object(authority['certChain'])['certificates']);
    return { certChain: { certificates: certificates.map((one) => ({ rawBytes: bytes(one['rawBytes']) })) }, validFor: periodOf(authority['validFor']) };
}
function logOf(log) {
    const key = object(log['publicKey']);
    const checkpoint = log['checkpointKeyId'] === undefined ? undefined : { keyId: bytes(object(log['checkpointKeyId'])['keyId']) };
    return {
        baseUrl: String(log['baseUrl'] ?? ''), logId: { keyId: bytes(object(log['logId'])['keyId']) }, checkpointKeyId: checkpoint,
        publicKey: { rawBytes: bytes(key['rawBytes']), keyDetails: RSA.test(String(key['keyDetails'])) ? RSA_KEY : 0, validFor: periodOf(key['validFor']) },
    };
}
function periodOf(value) {
    const period = value === undefined ? {} : object(value);
    return { start: date(period['start']), end: date(period['end']) };
}
function date(value) {
    if (value === undefined)
        return undefined;
    const at = new Date(String(value));
    if (Number.isNaN(at.getTime()))
        throw new TypeError('no date');
    return at;
}
function bytes(value) {
    if (typeof value !== 'string' || value === '')
        throw new TypeError('no bytes');
    return Buffer.from(value, 'base64');
}
function object(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new TypeError('no object');
    return value;
}
function list(value) {
    if (value === undefined)
        return [];
    if (!Array.isArray(value))
        throw new TypeError('no list');
    return value.map(object);
}


/***/ })

};
