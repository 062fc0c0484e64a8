export const id = 501;
export const ids = [501];
export const modules = {

/***/ 501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSqlReader: () => (/* binding */ loadSqlReader)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8947);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6006);


const LINE_FEED = 0x0a;
const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Loads PostgreSQL's grammar. */
async function loadSqlReader() {
    const parser = await _parser_js__WEBPACK_IMPORTED_MODULE_0__/* .SqlParser */ .ie.load();
    return (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const lineAt = lines(bytes);
        return parser.analyse(bytes).map((draft) => ({ kind: 'sql', facts: (0,_resolve_js__WEBPACK_IMPORTED_MODULE_1__/* .resolve */ .hd)(draft, NO_CATALOG, parser), line: lineAt(draft.start) }));
    };
}
// Lines of offsets that only grow, in one pass over the text.
function lines(bytes) {
    let line = 1;
    let from = 0;
    return (offset) => {
        for (let at = bytes.indexOf(LINE_FEED, from); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, from)) {
            line += 1;
            from = at + 1;
        }
        return line;
    };
}


/***/ })

};
