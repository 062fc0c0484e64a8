export const id = 2757;
export const ids = [2757];
export const modules = {

/***/ 61557:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Z: () => (/* binding */ textInput),
/* harmony export */   dt: () => (/* binding */ listInput),
/* harmony export */   ij: () => (/* binding */ choiceInput),
/* harmony export */   tc: () => (/* binding */ flagInput)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What every verb declares: its inputs and outputs as a table that three faces must agree with (actions/, gitlab/, CLI flags; contract
// tests compare), and one function. All inputs are parsed before the first effect; an unknown or malformed one is an error.

/** A text input, or its default; undefined when both are empty. */
function textInput(raw, spec, name) {
    const value = raw[name] ?? specOf(spec, name).default;
    if (typeof value !== 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` takes one value`);
    return value === '' ? undefined : value;
}
/** A list input: repeated flags, or lines of a CI input. */
function listInput(raw, name) {
    const value = raw[name];
    if (value === undefined || typeof value === 'boolean')
        return [];
    const items = typeof value === 'string' ? value.split('\n') : value;
    return items.map((item) => item.trim()).filter((item) => item !== '');
}
/** A flag: present on the command line, or `true` in CI. */
function flagInput(raw, name) {
    const value = raw[name];
    if (value === undefined || value === '' || value === false || value === 'false')
        return false;
    if (value === true || value === 'true')
        return true;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` is \`${String(value)}\`, which is neither \`true\` nor \`false\``);
}
/** One of a closed set of words. */
function choiceInput(raw, spec, question) {
    const value = textInput(raw, spec, question.name);
    if (value === undefined)
        return undefined;
    const found = question.choices.find((choice) => choice === value);
    if (found === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${question.name}\` is \`${value}\``, { hint: `it takes one of: ${question.choices.join(', ')}` });
    }
    return found;
}
function specOf(spec, name) {
    const found = spec.inputs.find((input) => input.name === name);
    if (found === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${spec.name}\` has no input \`${name}\``);
    return found;
}


/***/ }),

/***/ 10035:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ listedDigest),
/* harmony export */   x: () => (/* binding */ operationDigest)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33413);
// SPDX-License-Identifier: Apache-2.0
//
// The operation digest, v1: what an approval is bound to, and what a change set is made of.

/** Hex SHA-256. Two operations have the same digest exactly when the same bytes are asked of the same target under the same settings. */
function operationDigest(operation) {
    return digestOf({ ...identity(operation), bytes: operation.facts.text });
}
/** The same digest for an operation as a manifest holds it. */
function listedDigest(operation) {
    return digestOf({ ...identity(operation), bytes: operation.bytes });
}
// A copy, field by field: an operation may compute its parameters when asked.
function identity({ kind, resource, parameters, data, settings }) {
    return { kind, resource, parameters, data, settings };
}
// Written out, member by member in the order of RFC 8785: a change has thousands of operations. A test compares it with `canonicalJson`.
function digestOf({ kind, resource, bytes, parameters, data, settings }) {
    const bound = parameters.length === 0 ? '[]' : (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(parameters.map(({ type, format, value }) => ({ type, format, value })));
    const place = `{"name":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(resource.name)},"target":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(resource.target)}}`;
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .textDigest */ .oA)('ostiary-operation-v1', `{"bytes":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(bytes)},"data":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(data)},"kind":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(kind)},"parameters":${bound},"resource":${place},"settings":${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)({ ...settings })}}`);
}


/***/ }),

/***/ 44380:
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

/***/ 78939:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ LiveSeries)
/* harmony export */ });
/* harmony import */ var _sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6435);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44380);
/* harmony import */ var _made_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31968);
/* harmony import */ var _session_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85401);




/** The statements of one connection. */
class LiveSeries {
    #state = { made: new _made_js__WEBPACK_IMPORTED_MODULE_2__/* .Made */ .W(), checked: new _checked_js__WEBPACK_IMPORTED_MODULE_3__/* .Checked */ .y(), session: new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y() };
    /** As it was when no transaction was open last. */
    #safe = new _checked_js__WEBPACK_IMPORTED_MODULE_3__/* .Checked */ .y();
    /** Something was taken in that may still be taken back. */
    #dirty = false;
    #failed = false;
    /** Places the statements of one message, which are judged before any of them runs; call it for each, in order. */
    message(where, statements) {
        let trial = null;
        return (draft, facts) => {
            if (isPlain(facts) && !this.#dirty && trial === null)
                return { facts, ended: null };
            const state = trial ?? this.#state;
            const home = homeOf(where, state.session);
            const covered = state.checked.copy().take(draft.tree ?? {}, home ?? '');
            const hazards = facts.hazards.filter((hazard) => !this.#isSettled(hazard, { state, where, covered }));
            if (statements > 1) {
                trial ??= { made: state.made.copy(), checked: state.checked.copy(), session: state.session.copy() };
                take(trial, { draft, facts, home });
            }
            return { facts: hazards.length === facts.hazards.length ? facts : { ...facts, hazards }, ended: (tag) => this.#ended({ draft, facts, home }, tag) };
        };
    }
    /** No transaction is open on the connection: what was done is kept, or gone. */
    idle() {
        if (!this.#dirty)
            return;
        if (this.#failed)
            this.#state = { made: this.#state.made, checked: this.#safe, session: new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y() };
        if (this.#failed)
            this.#state.made.rollback();
        else if (this.#state.session.inTransaction)
            this.#state.session.end(true);
        this.#state.made.begin();
        this.#state.session.held.clear();
        this.#safe = this.#state.checked.copy();
        this.#dirty = false;
        this.#failed = false;
    }
    #ended(done, tag) {
        this.#dirty = true;
        if (tag === null) {
            this.#failed = true;
            return;
        }
        const back = done.facts.session.some(({ kind }) => TAKES_BACK.has(kind)) || (tag === 'ROLLBACK' && done.facts.session.length > 0);
        if (back) {
            this.#state.made.rollback();
            this.#state = { ...this.#state, checked: this.#safe.copy() };
            this.#state.session.forget();
            // Going back to a savepoint ends nothing, and keeps the locks from before it.
            if (done.facts.session.some(({ kind }) => kind === 'rollback' || kind === 'commit'))
                this.#state.session.end(false);
        }
        else
            take(this.#state, done);
    }
    #isSettled({ id, on }, { state, where, covered }) {
        const { made, session } = state;
        return (0,_sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__/* .settlementsOf */ .sm)(id).some((settlement) => {
            switch (settlement) {
                case 'new':
                    return on !== undefined && made.has(on) && (!this.#state.made.has(on) || isThere(on, where));
                case 'lock-timeout':
                    return session.limits('lock_timeout');
                case 'statement-timeout':
                    return session.limits('statement_timeout');
                case 'alone':
                    return [...session.held].every((name) => name === on);
                case 'unlocked':
                    return on === undefined || !session.held.has(on);
                case 'validated':
                    return covered;
                default:
                    return settlement;
            }
        });
    }
}
const TAKES_BACK = new Set(['rollback', 'rollback-to', 'prepare-transaction']);
function take({ made, checked, session }, { draft, facts, home }) {
    if (ranCode(facts)) {
        // It may have dropped, renamed and set anything.
        made.forget();
        session.take([{ kind: 'discard', what: 'all' }]);
        return;
    }
    const tree = draft.tree ?? {};
    for (const { id, on } of facts.hazards)
        if (id === 'missing-lock-timeout' && on !== undefined && !made.has(on))
            session.held.add(on);
    for (const { kind } of facts.session) {
        if (kind === 'begin') {
            // In a message of several statements it may begin with locks that are held already.
            const held = [...session.held];
            session.begin();
            for (const name of held)
                session.held.add(name);
        }
        else if (kind === 'commit')
            session.end(true);
    }
    if (home !== null)
        checked.take(tree, home);
    made.take(tree, { home, not: null });
    session.take(facts.session);
}
function isPlain(facts) {
    return facts.hazards.length === 0 && facts.session.length === 0 && !ranCode(facts);
}
function ranCode({ accesses, unknown }) {
    return unknown.length > 0 || accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown');
}
// Where a name without a schema comes to be. With temporary tables around it may mean one of those.
function homeOf({ catalog, searchPath }, session) {
    if (catalog === null)
        return session.pathKnown ? 'public' : null;
    if (searchPath === null || searchPath.some((schema) => schema.startsWith('pg_temp')))
        return null;
    return searchPath.find((schema) => schema !== 'pg_catalog') ?? null;
}
// The server has the last word on whether what was made is still there; types and schemas are not asked for.
function isThere(name, { catalog, stale }) {
    return catalog === null || stale || catalog.relations.has(name) || !name.includes('.') || [...catalog.types.values()].some((type) => type.name === name);
}


/***/ }),

/***/ 31968:
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

/***/ 6435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sm: () => (/* binding */ settlementsOf)
/* harmony export */ });
/* unused harmony exports STATEMENT_HAZARDS, SERIES_HAZARDS */
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
