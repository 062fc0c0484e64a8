export const id = 4078;
export const ids = [4078];
export const modules = {

/***/ 58510:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Made)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21308);
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
    /** The same names, to be changed apart. */
    copy() {
        const made = new Made();
        for (const name of this.#names)
            made.#names.add(name);
        made.#done = [...this.#done];
        return made;
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
    /**
     * Takes in a statement's tree. `home`: schema in which a name without one comes to be; null: not known, and such a name is not taken for new.
     * `not`: were there before the change.
     */
    take(tree, { home, not }) {
        for (const { schema, name } of made(tree)) {
            if (schema === undefined && home === null)
                continue;
            const canonical = schema === null ? name : (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schema ?? home ?? '', name);
            if (not?.has(canonical) !== true)
                this.#add(canonical);
        }
        const renamed = renames(tree, home);
        if (renamed !== null && this.#remove(renamed.from))
            this.#add(renamed.to);
        for (const { schema, name } of dropped(tree)) {
            if (schema !== undefined)
                this.#remove((0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schema ?? '', name));
            // Wherever it was found: what may be gone is new no more.
            else
                for (const known of this.#names)
                    if (known.endsWith(`.${(0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)('', name).slice(1)}`))
                        this.#remove(known);
        }
    }
    /** Nothing of it is new any more. */
    forget() {
        this.#names.clear();
        this.#done = [];
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
function renames(tree, home) {
    const body = tree['RenameStmt'];
    if (body === undefined || !['OBJECT_TABLE', 'OBJECT_INDEX', 'OBJECT_MATVIEW', 'OBJECT_VIEW'].includes(String(body['renameType'])))
        return null;
    const { schemaname = home, relname = '' } = (body['relation'] ?? {});
    if (schemaname === null)
        return null;
    return { from: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schemaname, relname), to: (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schemaname, String(body['newname'])) };
}
function dropped(tree) {
    const body = tree['DropStmt'];
    return (body?.['objects'] ?? []).flatMap((object) => {
        return listed(object['List']?.['items']);
    });
}


/***/ }),

/***/ 33544:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ Checked)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21308);
// SPDX-License-Identifier: Apache-2.0
//
// CHECK constraints that say `column IS NOT NULL`, and which of them are valid: SET NOT NULL then reads no rows (PostgreSQL 12 and later).
// Refuses conditions that say it in any other way than by themselves or with AND.

/** What is known of such constraints so far. */
class Checked {
    #checks = [];
    /** Takes in an ALTER TABLE; true when every SET NOT NULL in it is covered by a CHECK that was valid before. `home`: schema of names without one. */
    take(tree, home = 'public') {
        const body = tree['AlterTableStmt'];
        if (body === undefined)
            return false;
        const { schemaname = home, relname = '' } = (body['relation'] ?? {});
        const table = (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(schemaname, relname);
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
    /** The same constraints, to be changed apart. */
    copy() {
        const checked = new Checked();
        checked.#checks = this.#checks;
        return checked;
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


/***/ }),

/***/ 85401:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ SessionState)
/* harmony export */ });
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
    /** The same state, to be changed apart. */
    copy() {
        const state = new SessionState();
        for (const name of this.held)
            state.held.add(name);
        [state.#transaction, state.#session, state.#local, state.#before, state.#pathChanged] = [this.#transaction, this.#session, this.#local, this.#before, this.#pathChanged];
        return state;
    }
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


/***/ }),

/***/ 10074:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ quotedWord)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// A word as a script holds it. Refuses to leave anything in it for the shell to read.
/** `it's` as `'it'\''s'`. */
function quotedWord(word) {
    return `'${word.replaceAll('\'', '\'\\\'\'')}'`;
}


/***/ }),

/***/ 72939:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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


/***/ }),

/***/ 6435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ settlementsOf)
/* harmony export */ });
/* unused harmony export SERIES_HAZARDS */
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


/***/ })

};
