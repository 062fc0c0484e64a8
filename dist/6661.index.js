export const id = 6661;
export const ids = [6661];
export const modules = {

/***/ 66661:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nearest: () => (/* binding */ nearest)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The known word nearest to one that is not known, for error messages. Refuses far guesses: they mislead.
/** The candidate within an edit distance of a third of the word's length (at least 2), or null. */
function nearest(word, candidates) {
    const limit = Math.max(2, Math.floor(word.length / 3));
    let best = null;
    for (const candidate of candidates) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        if (distance <= limit && (best === null || distance < best.distance))
            best = { candidate, distance };
    }
    return best?.candidate ?? null;
}
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const change = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
            current.push(Math.min(change, at(previous, column) + 1, at(current, column - 1) + 1));
        }
        previous = current;
    }
    return at(previous, b.length);
}
function at(row, column) {
    return row[column];
}


/***/ })

};
