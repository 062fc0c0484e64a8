export const id = 501;
export const ids = [501];
export const modules = {

/***/ 1968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Made)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1308);
// SPDX-License-Identifier: Apache-2.0
//
// What statements make, drop and rename, by canonical name: a table made earlier in the same change is in nobody's use. Refuses to take
// what may have been there (IF NOT EXISTS, OR REPLACE) for new, and names whose schema hangs on a search path that was changed.

/** Names that came to be and that went. */
class Made {
    #names = new Set();
    /** What was done since `begin`, to be undone from its end. */
    #done = [];
    has(name) {
        return this.#names.has(name);
    }
    /** A transaction begins. */
    begin() {
        this.#done = [];
    }
    /** All since `begin` is taken back. */
    rollback() {
        for (const { name, made } of this.#done.reverse())
            if (made)
                this.#names.delete(name);
            else
                this.#names.add(name);
        this.#done = [];
    }
    /** Takes in a statement's tree. `pathKnown`: names without a schema mean the same everywhere. `not`: were there before the change. */
    take(tree, { pathKnown, not }) {
        for (const { schema, name } of made(tree)) {
            const canonical = schema === null ? name : (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schema ?? 'public', name);
            if ((schema !== undefined || pathKnown) && not?.has(canonical) !== true)
                this.#add(canonical);
        }
        const renamed = renames(tree);
        if (renamed !== null && this.#remove(renamed.from))
            this.#add(renamed.to);
        for (const name of dropped(tree))
            this.#remove(name);
    }
    #add(name) {
        if (!this.#names.has(name))
            this.#done.push({ name, made: true });
        this.#names.add(name);
    }
    #remove(name) {
        if (!this.#names.delete(name))
            return false;
        this.#done.push({ name, made: false });
        return true;
    }
}
function made(tree) {
    const [[tag, body] = ['', {}]] = Object.entries(tree);
    if (body['if_not_exists'] === true)
        return [];
    switch (tag) {
        case 'CreateStmt':
            return range(body['relation']);
        case 'CreateTableAsStmt':
            return range(body['into']?.['rel']);
        case 'SelectStmt':
            return range(body['intoClause']?.['rel']);
        case 'IndexStmt':
            return typeof body['idxname'] === 'string' ? [{ schema: body['relation'].schemaname, name: body['idxname'] }] : [];
        case 'CreateSchemaStmt':
            return typeof body['schemaname'] === 'string' ? [{ schema: null, name: body['schemaname'] }] : [];
        case 'CreateEnumStmt':
            return listed(body['typeName']);
        case 'CreateDomainStmt':
            return listed(body['domainname']);
        default:
            return [];
    }
}
function range(rel) {
    if (rel?.relname === undefined)
        return [];
    // A temporary table is new, but the name without its schema may mean another one.
    return [{ schema: rel.relpersistence === 't' ? 'pg_temp' : rel.schemaname, name: rel.relname }];
}
function listed(nodes) {
    const names = (nodes ?? []).flatMap((node) => (node['String']?.sval ?? []));
    const name = names.at(-1);
    return name === undefined ? [] : [{ schema: names.length > 1 ? names[0] : undefined, name }];
}
function renames(tree) {
    const body = tree['RenameStmt'];
    if (body === undefined || !['OBJECT_TABLE', 'OBJECT_INDEX', 'OBJECT_MATVIEW', 'OBJECT_VIEW'].includes(String(body['renameType'])))
        return null;
    const { schemaname = 'public', relname = '' } = (body['relation'] ?? {});
    return { from: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schemaname, relname), to: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schemaname, String(body['newname'])) };
}
function dropped(tree) {
    const body = tree['DropStmt'];
    return (body?.['objects'] ?? []).flatMap((object) => {
        const names = listed(object['List']?.['items']);
        return names.map(({ schema, name }) => (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .E)(schema ?? 'public', name));
    });
}


/***/ }),

/***/ 8975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ Series),
  u: () => (/* binding */ isConcurrent)
});

;// CONCATENATED MODULE: ./lib/parse/sql/hazards/words.js
// SPDX-License-Identifier: Apache-2.0
//
// The hazards of SQL statements by id, and what of their surroundings settles them; data only. A statement by itself has every hazard that
// it might have; only who sees what came before it (migrations/series.ts) may take one away.
// @see https://www.postgresql.org/docs/18/explicit-locking.html
/** What settles each hazard that a statement can have by itself; nothing settles those with an empty list. */
const STATEMENT_HAZARDS = {
    'index-not-concurrent': ['new'],
    'index-drop-not-concurrent': ['new'],
    'reindex-not-concurrent': ['new'],
    'constraint-not-not-valid': ['new'],
    'foreign-key-with-column': ['new'],
    'exclusion-constraint': ['new'],
    'unique-constraint-without-index': ['new'],
    'not-null-without-check': ['new', 'validated'],
    'validate-in-same-transaction': ['new', 'unlocked'],
    'required-column': ['new'],
    'volatile-default': ['new'],
    'generated-column': ['new'],
    'serial-column': ['new'],
    'column-type-change': ['new'],
    'table-rewrite': ['new'],
    'column-rename': ['new'],
    'table-rename': ['new'],
    'schema-rename': ['new'],
    'drop-column': ['new'],
    'drop-table': ['new'],
    'drop-schema': ['new'],
    'drop-database': [],
    'drop-not-null': ['new'],
    'domain-constraint': ['new'],
    'domain-not-null': ['new'],
    'trigger-disable': ['new'],
    'truncate-cascade': [],
    'vacuum-full': ['new'],
    cluster: ['new'],
    'refresh-not-concurrent': ['new'],
    'detach-not-concurrent': ['new'],
    'missing-lock-timeout': ['new', 'lock-timeout'],
    'missing-statement-timeout': ['new', 'statement-timeout'],
    'several-locks-in-transaction': ['new', 'alone'],
    'style.char-field': [],
    'style.varchar-limit': [],
    'style.int-field': [],
    'style.smallint-field': [],
    'style.serial-field': [],
    'style.timestamp-without-time-zone': [],
    'style.unqualified-name': [],
    'style.enum-order': [],
    'style.domain-with-constraint': [],
};
/**
 * Hazards of a series alone: mistakes by which the change would fail or do nothing. The server refuses or ignores these itself, so the
 * wire need not know them.
 */
const SERIES_HAZARDS = (/* unused pure expression or super */ null && (['concurrent-in-transaction', 'enum-value-in-transaction', 'transaction-left-open', 'transaction-nesting']));
/** What settles a hazard; nothing where the id is none of a statement's. */
function settlementsOf(id) {
    return Object.hasOwn(STATEMENT_HAZARDS, id) ? STATEMENT_HAZARDS[id] : [];
}

// EXTERNAL MODULE: ./lib/core/catalog.js
var catalog = __webpack_require__(1308);
;// CONCATENATED MODULE: ./lib/parse/migrations/checked.js
// SPDX-License-Identifier: Apache-2.0
//
// CHECK constraints that say `column IS NOT NULL`, and which of them are valid: SET NOT NULL then reads no rows (PostgreSQL 12 and later).
// Refuses conditions that say it in any other way than by themselves or with AND.

/** What is known of such constraints so far. */
class Checked {
    #checks = [];
    /** Takes in an ALTER TABLE; true when every SET NOT NULL in it is covered by a CHECK that was valid before. */
    take(tree) {
        const body = tree['AlterTableStmt'];
        if (body === undefined)
            return false;
        const { schemaname = 'public', relname = '' } = (body['relation'] ?? {});
        const table = (0,catalog/* canonicalName */.E)(schemaname, relname);
        const before = this.#checks;
        let covered = null;
        for (const { AlterTableCmd: cmd } of (body['cmds'] ?? [])) {
            if (cmd === undefined)
                continue;
            if (cmd['subtype'] === 'AT_SetNotNull')
                covered = covered !== false && before.some((check) => check.valid && check.table === table && check.columns.includes(String(cmd['name'])));
            // PostgreSQL 18 has it as a constraint, too, which no CHECK covers in older ones.
            else if (cmd['subtype'] === 'AT_AddConstraint')
                covered = false;
            this.#command(cmd, table);
        }
        return covered === true;
    }
    #command({ subtype, name, def }, table) {
        const constraint = def?.['Constraint'];
        const isIt = (check) => check.table === table && check.name === name;
        if (subtype === 'AT_AddConstraint' && constraint?.['contype'] === 'CONSTR_CHECK') {
            this.#checks = [...this.#checks, { table, name: String(constraint['conname']), columns: notNullIn(constraint['raw_expr']), valid: constraint['skip_validation'] !== true }];
        }
        else if (subtype === 'AT_ValidateConstraint')
            this.#checks = this.#checks.map((check) => (isIt(check) ? { ...check, valid: true } : check));
        else if (subtype === 'AT_DropConstraint')
            this.#checks = this.#checks.filter((check) => !isIt(check));
    }
}
function notNullIn(expression) {
    const { NullTest: test, BoolExpr: both } = (expression ?? {});
    if (both?.['boolop'] === 'AND_EXPR')
        return (both['args'] ?? []).flatMap(notNullIn);
    if (test?.['nulltesttype'] !== 'IS_NOT_NULL')
        return [];
    const fields = (test['arg'].ColumnRef?.fields ?? []);
    return fields.length === 1 && fields[0]?.String?.sval !== undefined ? [fields[0].String.sval] : [];
}

// EXTERNAL MODULE: ./lib/parse/migrations/made.js
var made = __webpack_require__(1968);
;// CONCATENATED MODULE: ./lib/parse/migrations/session-state.js
const NONE = { lock_timeout: false, statement_timeout: false };
/** One connection's state. */
class SessionState {
    /** Locked by the transaction that is open, of what was there before the change. */
    held = new Set();
    #transaction = false;
    #session = NONE;
    #local = NONE;
    #before = NONE;
    #pathChanged = false;
    get inTransaction() {
        return this.#transaction;
    }
    /** False once the search path was changed: a name without a schema may then mean another thing than before. */
    get pathKnown() {
        return !this.#pathChanged;
    }
    /** True when the timeout is set. */
    limits(name) {
        return this.#transaction ? this.#local[name] : this.#session[name];
    }
    begin() {
        this.held.clear();
        this.#transaction = true;
        this.#before = this.#session;
        this.#local = this.#session;
    }
    end(kept) {
        this.held.clear();
        if (!kept && this.#transaction)
            this.#session = this.#before;
        this.#transaction = false;
    }
    /** What the open transaction set is taken back. */
    forget() {
        if (this.#transaction)
            [this.#session, this.#local] = [this.#before, this.#before];
    }
    /** Takes in what a statement does to settings. */
    take(effects) {
        for (const effect of effects) {
            if (effect.kind === 'set')
                this.#set(effect.name, isLimit(effect.name, effect.value), effect.local);
            else if (effect.kind === 'reset')
                for (const name of effect.name === null ? ['lock_timeout', 'statement_timeout', 'search_path'] : [effect.name])
                    this.#set(name, false, false);
            else if (effect.kind === 'discard')
                [this.#session, this.#local] = [NONE, NONE];
        }
    }
    #set(name, on, local) {
        if (name === 'search_path')
            this.#pathChanged = true;
        if (name !== 'lock_timeout' && name !== 'statement_timeout')
            return;
        this.#local = { ...this.#local, [name]: on };
        if (!local)
            this.#session = { ...this.#session, [name]: on };
    }
}
/** Waiting longer than this for a lock stops everybody else for as long. */
const MAX_LOCK_TIMEOUT_MS = 60_000;
const UNITS = { us: 0.001, '': 1, ms: 1, s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
// `0` and DEFAULT are no limit that we know of.
function isLimit(name, value) {
    const [, number, unit = ''] = /^\s*([0-9]{1,15}(?:\.[0-9]{1,9})?)\s*([a-z]*)\s*$/.exec(value ?? '') ?? []; // matches `2s`, `500`; misses `default`
    const milliseconds = number === undefined || !Object.hasOwn(UNITS, unit) ? 0 : Number(number) * (UNITS[unit] ?? 0);
    return milliseconds > 0 && (name !== 'lock_timeout' || milliseconds <= MAX_LOCK_TIMEOUT_MS);
}

;// CONCATENATED MODULE: ./lib/parse/migrations/series.js




/** What came before, statement by statement. One for all files of a change. */
class Series {
    #before;
    #checked = new Checked();
    #made = new made/* Made */.W();
    #session = new SessionState();
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
        this.#session = new SessionState();
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
        this.#made.take(tree, { pathKnown: this.#session.pathKnown, not: this.#before });
        this.#session.take(facts.session);
        if (!this.#session.inTransaction)
            this.#session.held.clear();
        return mistakes.length === 0 && hazards.length === facts.hazards.length ? facts : withHazards(facts, [...hazards, ...mistakes]);
    }
    #isSettled({ id, on }, covered) {
        const { inTransaction, held } = this.#session;
        return settlementsOf(id).some((settlement) => {
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

/***/ 9719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSqlReader: () => (/* binding */ loadSqlReader)
/* harmony export */ });
/* harmony import */ var _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8975);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9719);
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8947);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7339);




const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Loads PostgreSQL's grammar. */
async function loadSqlReader() {
    const parser = await _parser_js__WEBPACK_IMPORTED_MODULE_1__/* .SqlParser */ .ie.load();
    return (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const lineAt = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .lineCounter */ .L)(bytes);
        const statements = parser.analyse(bytes).map((draft) => ({ draft, facts: (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolve */ .hd)(draft, NO_CATALOG, parser) }));
        return new _migrations_series_js__WEBPACK_IMPORTED_MODULE_0__/* .Series */ .s().part(statements, 'none').map((facts, index) => ({ kind: 'sql', facts, line: lineAt(statements[index]?.draft.start ?? 0) }));
    };
}


/***/ })

};
