export const id = 3262;
export const ids = [3262];
export const modules = {

/***/ 33262:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CsvExporter: () => (/* binding */ CsvExporter)
/* harmony export */ });
/* harmony import */ var _inert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5741);

const COLUMNS = ['seq', 'at', 'type', 'session', 'principal', 'operation', 'connection', 'resource', 'decision', 'statement', 'text', 'rules', 'reasons', 'outcome', 'tag', 'rows', 'bytes', 'error', 'masked', 'more'];
// Match "=1+1", "  @SUM", "＝1", miss "a=b": what a spreadsheet takes for a formula, wide forms and leading blanks, too.
const FORMULA = /^[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u;
// Match the "; " of "1; =1+1", miss ";a": where a spreadsheet of a language with decimal commas begins another cell, and calculates it.
const NEXT_FORMULA = /;(?=[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%])/gu;
/** Rows of CSV with a row of names first. */
class CsvExporter {
    #session = '';
    #begun = false;
    line(line) {
        if (line.type === 'session')
            this.#session = line.session;
        const cells = { seq: line.seq, at: line.at, type: line.type, session: this.#session, ...cellsOf(line) };
        return this.#head() + rowOf(COLUMNS.map((column) => cells[column] ?? null));
    }
    end() {
        return this.#head();
    }
    #head() {
        if (this.#begun)
            return '';
        this.#begun = true;
        return rowOf([...COLUMNS]);
    }
}
function rowOf(values) {
    return `${values.map(cell).join(',')}\r\n`;
}
/** One cell: text is quoted, inert, and no formula. */
function cell(value) {
    if (value === null)
        return '';
    if (typeof value === 'number')
        return String(value);
    const text = (0,_inert_js__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .tJ)(value).replace(NEXT_FORMULA, ";'");
    const safe = FORMULA.test(text) ? `'${text}` : text;
    // Match ",", miss "a": what needs quotes.
    return /[",'\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function cellsOf(line) {
    switch (line.type) {
        case 'session':
            return { principal: line.principal.subject, more: json({ names: line.principal.names, issuer: line.principal.issuer, prompter: line.prompter, host: line.host, resources: line.resources, policy: line.policy, command: line.command }) };
        case 'decided':
            return {
                principal: line.principal, operation: line.operation, connection: line.connection, resource: line.resource, decision: line.decision, statement: line.statement, text: line.text,
                rules: line.rules.join(' '), reasons: line.reasons.join('; '), more: json({ name: line.name, accesses: line.accesses, observed: line.observed, unknown: line.unknown }),
            };
        case 'done':
            return {
                operation: line.operation, outcome: line.outcome, tag: line.tag, rows: line.rows, bytes: line.bytes,
                error: line.error === null ? null : `${line.error.sqlstate} ${line.error.message}`, masked: maskedWords(line.masked),
            };
        case 'prompt':
            return { resource: line.resource, text: line.text, masked: maskedWords(line.masked), more: json({ role: line.role, model: line.model }) };
        case 'tool':
            return { statement: line.name, text: line.input, masked: maskedWords(line.masked), more: json({ call: line.call }) };
        case 'tool-result':
            return { outcome: line.outcome, text: line.output, masked: maskedWords(line.masked), more: json({ call: line.call }) };
        case 'output':
            return { operation: line.operation, statement: line.stream, text: line.text, masked: maskedWords(line.masked) };
        case 'approval':
            return { outcome: line.state, reasons: line.reason, more: json({ operations: line.operations, by: line.by, manifest: line.manifest, url: line.url }) };
        case 'connection':
            return { connection: line.connection, resource: line.resource, text: line.application };
        case 'disconnected':
        case 'refused':
            return { connection: line.connection, reasons: line.reason };
        case 'gate':
            return { connection: line.connection, statement: line.statement, reasons: line.purpose };
        case 'checkpoint':
            return { more: json({ count: line.count, head: line.head }) };
        case 'end':
            return { outcome: line.outcome, more: json({ count: line.count, head: line.head, operations: line.operations }) };
    }
}
function maskedWords(masked) {
    return Object.entries(masked).map(([kind, count]) => `${kind} ${count}`).join('; ');
}
function json(value) {
    return JSON.stringify(value);
}


/***/ })

};
