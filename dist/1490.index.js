export const id = 1490;
export const ids = [1490];
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


/***/ })

};
