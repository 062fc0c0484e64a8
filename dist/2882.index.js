export const id = 2882;
export const ids = [2882,9733];
export const modules = {

/***/ 74916:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ Series),
/* harmony export */   u: () => (/* binding */ isConcurrent)
/* harmony export */ });
/* harmony import */ var _sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6435);
/* harmony import */ var _not_null_checks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33544);
/* harmony import */ var _new_objects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58510);
/* harmony import */ var _session_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85401);




/** What came before, statement by statement. One for all files of a change. */
class Series {
    #before;
    #checked = new _not_null_checks_js__WEBPACK_IMPORTED_MODULE_2__/* .Checked */ .y();
    #made = new _new_objects_js__WEBPACK_IMPORTED_MODULE_3__/* .Made */ .W();
    #session = new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y();
    #wrapped = false;
    /** One statement is a fragment of something: what it begins or ends is elsewhere. */
    #alone = false;
    #begun = null;
    #values = [];
    /** `before`: what was made by these files as they were before the change; it is not new. */
    constructor(before = null) {
        this.#before = before;
    }
    /** Facts of the statements of one part, in order, with the hazards that they have where they stand. */
    part(statements, wrapping) {
        const held = wrapping === 'all' ? [...this.#session.held] : [];
        this.#session = new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y();
        this.#wrapped = wrapping === 'each' || wrapping === 'fitting' || wrapping === 'all' || (wrapping === 'batch' && statements.length > 1);
        this.#alone = statements.length < 2;
        this.#begun = null;
        if (this.#wrapped)
            this.#begin();
        for (const name of held)
            this.#session.held.add(name);
        const facts = statements.map((statement, index) => this.#step(statement, index, wrapping === 'batch' && statements.length > 1));
        if (this.#begun === null || this.#alone)
            return facts;
        const left = this.#begun;
        return facts.map((one, index) => (index === left ? withHazards(one, [...one.hazards, mistake('transaction-left-open', 'it is never committed, so nothing after it is kept')]) : one));
    }
    #step({ draft, facts }, index, oneMessage) {
        const tree = draft.tree ?? {};
        const covered = this.#checked.take(tree);
        const mistakes = [...this.#control(facts, index).filter(() => !this.#alone), ...this.#refused(tree, draft, oneMessage)];
        const hazards = facts.hazards.filter((hazard) => !this.#isSettled(hazard, covered));
        for (const { id, on } of facts.hazards)
            if (id === 'missing-lock-timeout' && on !== undefined && !this.#made.has(on))
                this.#session.held.add(on);
        this.#made.take(tree, { home: this.#session.pathKnown ? 'public' : null, not: this.#before });
        this.#session.take(facts.session);
        if (!this.#session.inTransaction)
            this.#session.held.clear();
        return mistakes.length === 0 && hazards.length === facts.hazards.length ? facts : withHazards(facts, [...hazards, ...mistakes]);
    }
    #isSettled({ id, on }, covered) {
        const { inTransaction, held } = this.#session;
        return (0,_sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__/* .settlementsOf */ .s)(id).some((settlement) => {
            switch (settlement) {
                case 'new':
                    return on !== undefined && this.#made.has(on);
                case 'lock-timeout':
                    return this.#session.limits('lock_timeout');
                case 'statement-timeout':
                    return this.#session.limits('statement_timeout');
                case 'alone':
                    return !inTransaction || [...held].every((name) => name === on);
                case 'unlocked':
                    return !inTransaction || on === undefined || !held.has(on);
                case 'validated':
                    return covered;
                default:
                    return settlement;
            }
        });
    }
    // Transactions begin and end; two at once, or an end without a beginning, are mistakes.
    #control({ session }, index) {
        const found = [];
        for (const { kind } of session) {
            if (kind === 'begin') {
                if (this.#session.inTransaction)
                    found.push(mistake('transaction-nesting', 'it begins a transaction inside of one'));
                else
                    this.#begin();
                if (!this.#wrapped)
                    this.#begun = index;
            }
            else if (kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction') {
                if (!this.#session.inTransaction)
                    found.push(mistake('transaction-nesting', 'it ends a transaction that nobody began'));
                else if (this.#wrapped)
                    found.push(mistake('transaction-nesting', 'it ends the transaction that the tool runs it in'));
                this.#end(kind !== 'rollback');
            }
            else if (kind === 'rollback-to') {
                // All of the transaction so far, to be sure: which part of it the savepoint covers is not followed.
                this.#made.rollback();
                this.#session.forget();
            }
        }
        return found;
    }
    #begin() {
        this.#session.begin();
        this.#made.begin();
        this.#values = [];
    }
    #end(kept) {
        if (!kept && this.#session.inTransaction)
            this.#made.rollback();
        this.#session.end(kept);
        this.#made.begin();
        this.#wrapped = false;
        this.#begun = null;
        this.#values = [];
    }
    #refused(tree, { text }, oneMessage) {
        const found = [];
        if (isConcurrent(tree) && (oneMessage || this.#session.inTransaction))
            found.push(mistake('concurrent-in-transaction', 'CONCURRENTLY does not work inside of a transaction'));
        for (const { value, type } of this.#values)
            if (text.includes(`'${value}'`))
                found.push(mistake('enum-value-in-transaction', `it uses a value of \`${type}\` before the transaction that adds it is over`));
        const added = addedValue(tree);
        if (added !== null && this.#session.inTransaction && !this.#made.has(added.type))
            this.#values = [...this.#values, added];
        return found;
    }
}
function mistake(id, detail) {
    return { id, detail };
}
function withHazards(facts, hazards) {
    return { ...facts, hazards };
}
/** True for statements that say CONCURRENTLY, and so can't run inside of a transaction. */
function isConcurrent(tree) {
    const [[tag, body] = ['', {}]] = Object.entries(tree);
    if (tag === 'AlterTableStmt')
        return (body['cmds'] ?? []).some((cmd) => cmd.AlterTableCmd?.def?.PartitionCmd?.concurrent === true);
    if (tag === 'ReindexStmt')
        return (body['params'] ?? []).some((option) => option.DefElem?.defname === 'concurrently');
    return (tag === 'IndexStmt' || tag === 'DropStmt') && body['concurrent'] === true;
}
function addedValue(tree) {
    const body = tree['AlterEnumStmt'];
    if (body?.newVal === undefined || body.oldVal !== undefined)
        return null;
    const names = (body.typeName ?? []).map((name) => name.String?.sval ?? '');
    return { value: body.newVal.replaceAll("'", "''"), type: names.length === 1 ? `public.${names[0] ?? ''}` : names.join('.') };
}


/***/ }),

/***/ 53201:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lineCounter)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Numbers of lines, from 1, of byte offsets that only grow, in one pass over a text.
const LINE_FEED = 0x0a;
/** Says in which line an offset is. Offsets have to be asked for in order. */
function lineCounter(bytes) {
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


/***/ }),

/***/ 49733:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AssumedPath: () => (/* binding */ AssumedPath),
/* harmony export */   leadingSchema: () => (/* binding */ leadingSchema),
/* harmony export */   schemaOf: () => (/* binding */ schemaOf)
/* harmony export */ });
const NOBODY_KNOWS = [];
/** Follows one session, statement by statement. */
class AssumedPath {
    #session = null;
    #now = null;
    #before = null;
    /** Where a name without a schema is by now. */
    get schema() {
        return this.#now;
    }
    /** Takes in what a statement did to its session. */
    take(effects) {
        for (const effect of effects) {
            if (effect.kind === 'set' && effect.name === 'search_path')
                this.#set(schemaOf(effect.value), effect.local);
            else if ((effect.kind === 'reset' && (effect.name === null || effect.name === 'search_path')) || (effect.kind === 'discard' && effect.what === 'ALL'))
                this.#set(null, false);
            else if (effect.kind === 'begin')
                this.#before = this.#session;
            else if (effect.kind === 'commit' || effect.kind === 'prepare-transaction')
                this.#now = this.#session;
            else if (effect.kind === 'rollback')
                [this.#session, this.#now] = [this.#before, this.#before];
            // Which settings stood before the savepoint is not followed.
            else if (effect.kind === 'rollback-to' && this.#now !== this.#before)
                [this.#session, this.#now] = [NOBODY_KNOWS, NOBODY_KNOWS];
        }
    }
    /** Another file begins, and its tool may have kept the connection with all that was set. `own`: it opens one for each. */
    nextFile(own) {
        this.#session = own || this.#session === null ? null : NOBODY_KNOWS;
        [this.#now, this.#before] = [this.#session, this.#session];
    }
    #set(schema, local) {
        this.#now = schema;
        if (!local)
            this.#session = schema;
    }
}
/** What a path that a text sets comes to: a name may be in any of several schemas. */
function schemaOf(value) {
    const [only = null, ...more] = value === null ? [] : ownSchemasIn(value);
    return only === null || more.length > 0 ? NOBODY_KNOWS : [only];
}
/** The first schema of a path under which something ran already, so that its names were found. */
function leadingSchema(value) {
    const [first = null] = ownSchemasIn(value);
    return first === null ? NOBODY_KNOWS : [first];
}
// PostgreSQL's own schema comes first by itself, and that of the user's name hardly anybody makes. `SET` keeps the case of a name and
// `set_config` folds it, which the value alone does not tell: names that both take alike are known, others are not.
function ownSchemasIn(value) {
    return value.split(',').map((part) => part.trim()).filter((part) => !['', 'pg_catalog', '$user', '"$user"'].includes(part)).map((part) => (/^[a-z_][a-z0-9_$]*$/u.test(part) ? part : null));
}


/***/ }),

/***/ 60501:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSqlReader: () => (/* binding */ loadSqlReader)
/* harmony export */ });
/* harmony import */ var _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74916);
/* harmony import */ var _names_assumed_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49733);
/* harmony import */ var _grammar_line_numbers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53201);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74623);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24371);
/* harmony import */ var _grammar_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24704);






const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Loads PostgreSQL's grammar. */
async function loadSqlReader() {
    const parser = await _parser_js__WEBPACK_IMPORTED_MODULE_1__.SqlParser.shared();
    return (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const lineAt = (0,_grammar_line_numbers_js__WEBPACK_IMPORTED_MODULE_4__/* .lineCounter */ .L)(bytes);
        const names = new _names_assumed_path_js__WEBPACK_IMPORTED_MODULE_5__.AssumedPath();
        const statements = parser.analyse(bytes).map((draft) => {
            const facts = (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__.resolve)(draft, { ...NO_CATALOG, assumed: names.schema }, parser);
            names.take(facts.session);
            return { draft, facts };
        });
        return new _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__/* .Series */ .s().part(statements, 'none').map((facts, index) => ({ kind: 'sql', facts, line: lineAt((0,_grammar_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .present */ .Eb)(statements[index]).draft.start) }));
    };
}


/***/ })

};
