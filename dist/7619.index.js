export const id = 7619;
export const ids = [7619];
export const modules = {

/***/ 17619:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oidcSource: () => (/* binding */ oidcSource)
/* harmony export */ });
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25487);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28443);
// SPDX-License-Identifier: Apache-2.0
//
// `oidc:AUDIENCE`: the token itself as the password, for targets that trust the issuer. Refuses to judge the token: the target does.


/** A source that hands out a fresh token for each reading. */
function oidcSource({ rest, reference }, world) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .plainSource */ .w)(async () => {
        const token = await world.token(rest);
        return { credential: { user: null, password: token }, endsAt: endOf(token, reference), renew: null };
    });
}
// Not verified: it is our own, and only says when to ask for the next one.
function endOf(token, reference) {
    try {
        const exp = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')))?.['exp'];
        if (typeof exp === 'number')
            return exp * 1000;
    }
    catch {
        // Falls through.
    }
    throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, 'the token does not say when it ends', 'use the token that the CI product issues');
}


/***/ })

};
