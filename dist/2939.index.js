export const id = 2939;
export const ids = [2939];
export const modules = {

/***/ 72939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   aV: () => (/* binding */ parseShell),
/* harmony export */   kL: () => (/* binding */ Source)
/* harmony export */ });
/* harmony import */ var unbash__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88989);
// SPDX-License-Identifier: Apache-2.0
//
// Bash's grammar, by unbash, which reads on after errors: so every script and every part of it that has its own tree is asked for its errors here,
// and there is no other way to a tree. Refuses what is too large or too deep to be read by a recursive parser.
// @see https://www.gnu.org/software/bash/manual/html_node/Shell-Syntax.html

/** Source: a script is written by people; the largest install scripts in use are a tenth of it. */
const MAX_CHARACTERS = 1_048_576;
/** Source: unbash goes 256 deep; opened brackets and quotes beyond this are an attack, not a script. */
const MAX_OPENED = 20_000;
/** A text of its own: a file, a string handed to `sh -c`, the body of a here-document. */
class Source {
    text;
    #line;
    #fixed;
    /** Where its line feeds are, once somebody asked. */
    #feeds;
    /** `line`: that of its first character. `fixed`: it is one word of a line, whatever line feeds it holds. */
    constructor(text, line = 1, fixed = false) {
        this.text = text;
        this.#line = line;
        this.#fixed = fixed;
    }
    /** Line of a position, in the text that people see. */
    lineAt(position) {
        if (this.#fixed)
            return this.#line;
        const feeds = (this.#feeds ??= feedsOf(this.text));
        let low = 0;
        for (let high = feeds.length; low < high;) {
            const middle = (low + high) >> 1;
            if (feeds[middle] < position)
                low = middle + 1;
            else
                high = middle;
        }
        return this.#line + low;
    }
}
function feedsOf(text) {
    const feeds = [];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        feeds.push(at);
    return feeds;
}
/** Never throws. */
function parseShell(text) {
    if (text.length > MAX_CHARACTERS)
        return { script: null, problem: `the script is longer than ${MAX_CHARACTERS} characters` };
    if (opened(text) > MAX_OPENED)
        return { script: null, problem: 'the script is nested too deep' };
    try {
        const script = (0,unbash__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
        return { script, problem: problemOf(script) };
    }
    catch {
        return { script: null, problem: 'the script is nested too deep' };
    }
}
/** The first error of a tree; null when there is none. */
function problemOf(script) {
    const [first] = script.errors ?? [];
    return first === undefined ? null : `the shell would not read it: ${first.message}`;
}
function opened(text) {
    let count = 0;
    for (let at = text.indexOf('$('); at >= 0; at = text.indexOf('$(', at + 2))
        count += 1;
    return count;
}


/***/ })

};
