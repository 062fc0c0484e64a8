export const id = 2313;
export const ids = [2313];
export const modules = {

/***/ 32313:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readHttp: () => (/* binding */ readHttp)
/* harmony export */ });
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79491);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17889);


const EFFECTS = { GET: 'read', HEAD: 'read', OPTIONS: 'read', POST: 'write', PUT: 'write', PATCH: 'write', DELETE: 'destroy' };
/** The one operation of a request. Never throws. */
function readHttp(text) {
    const message = (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .readMessage */ ._)(text);
    return [message.kind === 'problem' ? unreadable(text, message) : operationOf(text, message)];
}
function operationOf(text, message) {
    const { method, target, body } = message;
    const effect = Object.hasOwn(EFFECTS, method) ? EFFECTS[method] : 'unknown';
    const why = effect === 'unknown' ? `\`${method.slice(0, 20)}\` is no method that we know` : secondMethod(message);
    return (0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .requestOperation */ .dt)({
        kind: 'http', statement: effect === 'unknown' ? 'UNKNOWN' : method, name: effect === 'unknown' ? 'http.unknown' : `http.${method.toLowerCase()}`, text,
        redacted: `${method} ${target.path}${namesIn(target.query)}${body === '' ? '' : ` with ${Buffer.byteLength(body, 'utf8')} bytes`}`,
        accesses: [(0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .access */ .T_)(why === null ? effect : 'unknown', target.path, 'path', why ?? undefined)], destination: (0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .destination */ .j_)(message), size: Buffer.byteLength(body, 'utf8'),
    });
}
// Frameworks let a parameter say another method than the request line; servers disagree about the body of a read.
function secondMethod({ method, target, body, headers }) {
    if (EFFECTS[method] === 'read' && body.trim() !== '')
        return 'it reads, and has a body that some servers obey and others drop';
    const form = headers.get('content-type')?.[0]?.toLowerCase().startsWith('application/x-www-form-urlencoded') === true ? body : '';
    const overridden = [target.query, form].some((pairs) => namesOf(pairs).some((name) => /^_?method$|^x-http-method/iu.test(name)));
    return overridden || (headers.get('content-type')?.[0]?.toLowerCase().startsWith('multipart/') === true && /name="?_method/iu.test(body)) ? 'a parameter of it says another method' : null;
}
function namesOf(pairs) {
    return pairs.split(/[&;]/u).filter((pair) => pair !== '').map((pair) => {
        const name = (pair.split('=')[0] ?? '').replaceAll('+', ' ');
        try {
            return decodeURIComponent(name);
        }
        catch {
            return name;
        }
    });
}
function namesIn(query) {
    if (query === '')
        return '';
    return `?${query.split('&').map((pair) => (pair.includes('=') ? `${(pair.split('=')[0] ?? '').slice(0, 60)}=?` : '?')).slice(0, 20).join('&')}`;
}
function unreadable(text, { problem, method, path }) {
    return (0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .requestOperation */ .dt)({
        kind: 'http', statement: 'UNKNOWN', name: 'http.unknown', text, redacted: method === null ? 'a request' : `${method} ${path ?? '…'}`,
        accesses: [(0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .access */ .T_)('unknown', path, 'path', problem)], destination: { scheme: null, authority: null, path }, size: Buffer.byteLength(text, 'utf8'),
    });
}


/***/ })

};
