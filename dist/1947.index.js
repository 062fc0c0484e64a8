export const id = 1947;
export const ids = [1947];
export const modules = {

/***/ 41947:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CastExporter: () => (/* binding */ CastExporter)
/* harmony export */ });
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5741);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24018);


const SIZE = { columns: 100, rows: 30 };
/** A terminal that a player can draw. */
const MIN_CELLS = 10;
const MAX_CELLS = 1000;
const IDLE_SECONDS = 2;
const MARKER_CELLS = 80;
/** `printed`: the recording has output in it, so that is played and the story is not. */
class CastExporter {
    #printed;
    #story = new _story_js__WEBPACK_IMPORTED_MODULE_0__/* .Story */ .g({ colour: true, width: SIZE.columns });
    #begun = false;
    #before = null;
    constructor(printed) {
        this.#printed = printed;
    }
    line(line) {
        if (this.#printed)
            return this.#begin(line) + (line.type === 'output' ? this.#output(line) : '') + this.#marker(line);
        const told = this.#story.tell(line);
        return this.#begin(line) + this.#marker(line) + (told === '' ? '' : this.#event(line.at, 'o', terminalLines(told)));
    }
    end() {
        return this.#begin(null);
    }
    #begin(line) {
        if (this.#begun)
            return '';
        this.#begun = true;
        const title = line?.type === 'session' ? `session ${(0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(line.session)}` : 'session';
        const term = this.#printed ? { cols: 80, rows: 24 } : { cols: SIZE.columns, rows: SIZE.rows };
        return `${JSON.stringify({ version: 3, term, ...(line === null ? {} : { timestamp: Math.floor(Date.parse(line.at) / 1000) }), idle_time_limit: IDLE_SECONDS, title })}\n`;
    }
    #output(line) {
        const size = line.size === null ? '' : this.#event(line.at, 'r', `${cells(line.size.columns)}x${cells(line.size.rows)}`);
        return size + (line.stream === 'stdin' ? this.#event(line.at, 'i', line.text) : this.#event(line.at, 'o', terminalLines(line.text)));
    }
    #marker(line) {
        if (line.type === 'decided' && line.decision !== 'allow')
            return this.#event(line.at, 'm', short(`${line.decision} #${line.operation} ${line.statement}`));
        if (line.type === 'refused')
            return this.#event(line.at, 'm', short(`refused: ${line.reason}`));
        return line.type === 'approval' ? this.#event(line.at, 'm', short(`approval ${line.state}`)) : '';
    }
    /** Times of this format are those since the event before. */
    #event(at, code, data) {
        const now = Date.parse(at);
        const before = this.#before ?? now;
        this.#before = Math.max(now, before);
        return `${JSON.stringify([Number(((this.#before - before) / 1000).toFixed(3)), code, data])}\n`;
    }
}
function short(text) {
    return (0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .clipped */ .cz)((0,_inert_js__WEBPACK_IMPORTED_MODULE_1__/* .inert */ .tJ)(text.slice(0, 4 * MARKER_CELLS)), MARKER_CELLS);
}
function cells(count) {
    return Math.min(MAX_CELLS, Math.max(MIN_CELLS, count));
}
// Without a terminal between, a line feed alone does not go back to the margin.
function terminalLines(text) {
    return text.replace(/\r?\n/g, '\r\n');
}


/***/ })

};
