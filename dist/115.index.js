export const id = 115;
export const ids = [115];
export const modules = {

/***/ 38325:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ Memo)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What is known about an object, for as long as it is of use. A WeakMap alone makes the collector work for every object that comes and
// goes: most are asked about a few times at once and never again, so only those that come back get there.
/** Objects that may be asked about at the same time: a few for each of a session's connections. */
const YOUNG = 32;
/** Answers given from among the young that tell an object that comes back from one that passes: deciding, sending and masking one statement ask less. */
const PASSING = 4;
/** Forgets what is not asked about any more; what it forgets is found anew. */
class Memo {
    #keys = Array.from({ length: YOUNG });
    #values = Array.from({ length: YOUNG });
    #answers = new Uint8Array(YOUNG);
    #next = 0;
    #lasting = new WeakMap();
    get(key) {
        const place = this.#keys.indexOf(key);
        if (place === -1)
            return this.#lasting.get(key);
        if (this.#answers[place] <= PASSING)
            this.#answers[place] = this.#answers[place] + 1;
        return this.#values[place];
    }
    set(key, value) {
        const known = this.#keys.indexOf(key);
        if (known !== -1)
            this.#values[known] = value;
        else if (this.#lasting.has(key))
            this.#lasting.set(key, value);
        else
            this.#begin(key, value);
    }
    #begin(key, value) {
        const place = this.#next;
        this.#next = (place + 1) % YOUNG;
        const old = this.#keys[place];
        if (old !== undefined && this.#answers[place] > PASSING)
            this.#lasting.set(old, this.#values[place]);
        this.#keys[place] = key;
        this.#values[place] = value;
        this.#answers[place] = 0;
    }
}


/***/ }),

/***/ 40143:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yB: () => (/* binding */ FactsCache),
  Z4: () => (/* reexport */ executedBy),
  mm: () => (/* reexport */ weightOf)
});

// UNUSED EXPORTS: MAX_CACHED_TEXTS, MAX_CACHED_TEXT_BYTES, MAX_CACHED_WEIGHT

// EXTERNAL MODULE: ./lib/core/memo.js
var memo = __webpack_require__(38325);
// EXTERNAL MODULE: ./lib/parse/sql/grammar/tree.js
var grammar_tree = __webpack_require__(24704);
;// CONCATENATED MODULE: ./lib/parse/sql/draft.js

/** The name of the prepared statement that an `EXECUTE` runs; null for any other statement. */
function executedBy({ tree }) {
    const execute = tree?.['ExecuteStmt'];
    return execute === undefined ? null : (0,grammar_tree/* spelled */.uQ)(execute.name);
}

;// CONCATENATED MODULE: ./lib/parse/sql/tree-weight.js
const known = new WeakMap();
/** Objects of a statement's tree; counted once. */
function weightOf(draft) {
    let weight = known.get(draft);
    if (weight === undefined)
        known.set(draft, (weight = objectsIn(draft.tree)));
    return weight;
}
function objectsIn(root) {
    let count = 0;
    const open = [root];
    for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
        if (typeof value !== 'object' || value === null)
            continue;
        count += 1;
        if (Array.isArray(value))
            for (const item of value)
                open.push(item);
        else
            for (const key in value)
                open.push(value[key]);
    }
    return count;
}

;// CONCATENATED MODULE: ./lib/gate/facts.js
// SPDX-License-Identifier: Apache-2.0
//
// Remembers what statements mean, so that a statement sent a thousand times is read once. Keyed by the exact bytes and by all that
// gives them meaning (catalog epoch, search path). Caches facts only; decisions are made anew each time.




/** Entries kept of each kind; beyond it the oldest go. Sized for an ORM's set of statements. */
const MAX_CACHED_TEXTS = 2_000;
/** Longer texts are read each time, so that the cache stays small. */
const MAX_CACHED_TEXT_BYTES = 8_192;
/** Objects in the trees of all of them, about fifty bytes each: 50 MB at most, however short the texts are. */
const MAX_CACHED_WEIGHT = 1_000_000;
/** Reads SQL through a cache. One per session; not shared between principals. */
class FactsCache {
    #reader;
    #texts = new Map();
    #seen = new Sightings();
    #weight = 0;
    #facts = new memo/* Memo */.l();
    #recorded = new memo/* Memo */.l();
    constructor(reader) {
        this.#reader = reader;
    }
    /** Drafts of a message, one a statement. Never throws. */
    analyse(sql) {
        if (sql.length > MAX_CACHED_TEXT_BYTES)
            return this.#reader.analyse(sql);
        // latin1 maps bytes to characters one to one, so the key is exactly the bytes.
        const key = Buffer.from(sql.buffer, sql.byteOffset, sql.byteLength).toString('latin1');
        const known = this.#texts.get(key);
        if (known !== undefined)
            return known;
        const drafts = this.#reader.analyse(sql);
        if (this.#seen.first(sql))
            return drafts;
        this.#weight += weightOfAll(drafts);
        for (const [oldest, kept] of this.#texts) {
            if (this.#texts.size < MAX_CACHED_TEXTS && this.#weight <= MAX_CACHED_WEIGHT)
                break;
            this.#texts.delete(oldest);
            this.#weight -= weightOfAll(kept);
        }
        this.#texts.set(key, drafts);
        return drafts;
    }
    /** Facts of a draft in a context. */
    of(draft, context) {
        const path = context.searchPath;
        const known = this.#facts.get(draft);
        if (known !== undefined && known.epoch === context.catalog.epoch && known.stale === context.stale && known.writable === context.started?.writable && (!context.stale || known.redefined === context.redefined) && isSamePath(known.path, path))
            return known.facts;
        const prepared = new Witness(context.prepared);
        const cursors = new Witness(context.cursors);
        const facts = this.#reader.resolve(draft, { catalog: context.catalog, searchPath: context.searchPath, prepared, cursors, stale: context.stale, ...(context.started === undefined ? {} : { started: context.started }), ...(context.redefined === undefined ? {} : { redefined: context.redefined }) });
        // What an EXECUTE or FETCH means hangs on names that change: asked for anew each time.
        if (!prepared.asked && !cursors.asked)
            this.#facts.set(draft, { epoch: context.catalog.epoch, path, stale: context.stale, redefined: context.redefined, writable: context.started?.writable, facts });
        return facts;
    }
    /** The accesses as recordings hold them: kept for as long as these facts are. */
    recorded(facts, recorded) {
        const known = this.#recorded.get(facts);
        if (known !== undefined)
            return known;
        const shaped = facts.accesses.map((access) => ({ effect: access.effect, object: recorded.object(access), columns: access.columns }));
        this.#recorded.set(facts, shaped);
        return shaped;
    }
}
function weightOfAll(drafts) {
    return drafts.reduce((sum, draft) => sum + weightOf(draft), 0);
}
function isSamePath(one, other) {
    if (one === other)
        return true;
    return one !== null && other !== null && one.length === other.length && one.every((schema, index) => schema === other[index]);
}
/**
 * Tells, nearly always, whether a text comes for the first time. Most statements with literals in them come once: a tree that is kept for
 * nothing costs the collector more than it took to read it. A mistake makes no difference but in time.
 */
class Sightings {
    #hashes = new Uint32Array(2 * MAX_CACHED_TEXTS);
    first(text) {
        let hash = 0x811c9dc5;
        for (const byte of text)
            hash = Math.imul(hash ^ byte, 0x01000193);
        hash >>>= 0;
        const place = hash % this.#hashes.length;
        const first = this.#hashes[place] !== hash;
        this.#hashes[place] = hash;
        return first;
    }
}
/** A name lookup that remembers whether anybody asked. */
class Witness {
    asked = false;
    #names;
    constructor(names) {
        this.#names = names;
    }
    get(name) {
        this.asked = true;
        return this.#names.get(name);
    }
}


/***/ }),

/***/ 22293:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ ceilingGuard),
/* harmony export */   ah: () => (/* binding */ guard),
/* harmony export */   j_: () => (/* binding */ changesRows),
/* harmony export */   yd: () => (/* binding */ dataGuard)
/* harmony export */ });
/* harmony import */ var _mask_columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10387);
/* harmony import */ var _mask_markers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13179);
/* harmony import */ var _parse_sql_row_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76774);



/** Returns the objection to an operation, or null. */
function guard(operation, protectedColumns, catalog) {
    const { facts } = operation;
    if (protectedColumns.any) {
        const leak = facts.flows.find((flow) => copiesProtected(flow, protectedColumns, catalog));
        if (leak !== undefined) {
            return { rule: 'builtin:copy-protected', reason: copyReason(leak, keptBy(leak.target, protectedColumns, catalog)) };
        }
    }
    if (facts.accesses.some((access) => access.effect === 'write' || access.effect === 'unknown') && storesMasked(operation)) {
        return { rule: 'builtin:masked-value', reason: 'a value that was masked on its way out may not be written back, since it would replace the real one' };
    }
    return null;
}
/** True for a statement that changes rows, as far as it can be told. */
function changesRows(facts) {
    return facts.accesses.some(({ effect }) => effect === 'write' || effect === 'destroy');
}
/** Returns the objection to an operation under a row ceiling, or null: a change that nobody can count has none that holds. */
function ceilingGuard({ facts }, draft, maxRows) {
    if (maxRows === null || !changesRows(facts) || (0,_parse_sql_row_count_js__WEBPACK_IMPORTED_MODULE_1__/* .countsRows */ .q)(draft))
        return null;
    return { rule: 'builtin:row-ceiling', reason: `it may change ${maxRows} rows at most, and how many it changes can't be counted` };
}
/** Returns the objection to an approved operation whose data was not approved with it; what comes is compared when it has come (execution.ts). */
function dataGuard({ facts }, data) {
    const copiesIn = facts.copy?.direction === 'in';
    if (copiesIn === (data !== null))
        return null;
    return { rule: 'builtin:copy-data', reason: copiesIn ? 'which rows it may copy in was not approved' : 'it was approved with data, and takes none' };
}
function copiesProtected({ target, origins, computed }, protectedColumns, catalog) {
    const style = ({ relation, column }) => protectedColumns.styleOf(relation, column, catalog);
    const kept = keptBy(target, protectedColumns, catalog);
    // Of what was computed, a mask that shows a part, or tells equals, could show another part each time.
    const needed = origins === null ? 'redact' : (0,_mask_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .strictest */ .v)(origins.map(style));
    // A stricter mask may not be lost either: from `redact` into `partial` shows what was hidden.
    return needed !== null && (0,_mask_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .strictest */ .v)([kept, needed, computed === true ? 'redact' : null]) !== kept;
}
// `*` as a target is a table being made, or columns that nobody could name: nothing in it counts as protected.
function keptBy({ relation, column }, protectedColumns, catalog) {
    return column === '*' ? null : protectedColumns.styleOf(relation, column, catalog);
}
function copyReason({ target: { relation, column }, origins, computed }, kept) {
    if (kept !== null) {
        const reason = `protected data would be kept in \`${column}\` of \`${relation}\`, whose mask shows more of it than its own`;
        return computed === true || origins === null ? `${reason}: what is computed needs a column under \`redact\` or \`null\`` : reason;
    }
    if (origins === null)
        return `data of unknown origin would be copied into \`${relation}\`, and some columns of this resource are protected`;
    return `protected data would be copied into \`${relation}\`, where it is not protected`;
}
function storesMasked(operation) {
    if (operation.facts.literals.some(_mask_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .looksMasked */ .Y))
        return true;
    return operation.parameters.some(({ value }) => value !== null && value.length > 0 && (0,_mask_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .looksMasked */ .Y)(Buffer.from(value, 'base64').toString('utf8')));
}


/***/ }),

/***/ 21533:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JE: () => (/* binding */ MAX_ESTIMATES),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   jA: () => (/* binding */ estimate)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88639);
// SPDX-License-Identifier: Apache-2.0
//
// What an operation would touch, asked for before it is decided, and without effect: only when the policy wants to
// know, only where planning runs nothing that nobody has reviewed. Refuses to guess and to remember: every estimate is made anew, and
// whatever goes wrong leaves the rows unknown, with the reason.


/** Estimates for one message; a script of thousands of statements is not planned twice. */
const MAX_ESTIMATES = 100;
/** Estimates one statement. Never throws: what can't be found out is not known. */
async function estimate(asked, { impacts, reader, asking }) {
    const { facts } = asked;
    if (impacts === null)
        return unknown(facts, 'nobody can be asked about it here');
    try {
        const plan = planQuestion(asked, reader);
        const question = { plan: typeof plan === 'string' ? null : plan, settings: asked.context.settings, ...relationsOf(asked) };
        const isAsked = question.plan !== null || question.changed.length > 0;
        if (isAsked)
            asking();
        const answer = isAsked ? await impacts.estimate(question) : NOTHING;
        return typeof plan === 'string' ? measured(asked, { ...answer, rows: null, why: plan }) : measured(asked, answer);
    }
    catch (thrown) {
        return unknown(facts, `it could not be estimated: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
    }
}
/** An estimate of what nobody was asked about. */
function unknown({ lock, rewrite }, why) {
    return { rows: null, sizeBytes: null, lock, rewrites: rewrite, notes: [], why };
}
const NOTHING = { rows: null, why: null, sizes: [] };
// INVARIANT: what is sent is read by our own grammar first, and is an EXPLAIN that runs nothing, or it is not sent.
function planQuestion({ draft, facts, parameters, context }, reader) {
    if (context.stale)
        return 'definitions were changed on this connection, and others do not see that yet';
    const why = (0,_parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_1__/* .whyNotPlanned */ .mc)(draft, facts);
    if (why !== null)
        return why;
    const explain = `${_parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_1__/* .EXPLAIN_PREFIX */ .dw}${draft.text}`;
    const drafts = reader.analyse(Buffer.from(explain));
    const [read] = drafts;
    const isPlain = drafts.length === 1 && read !== undefined && (0,_parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlainExplain */ .w_)(read)
        && reader.of(read, context).accesses.every(({ effect }) => effect === 'read');
    return isPlain ? { explain, parameters, types: (0,_parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_1__/* .typesIn */ .XT)(draft), ...(0,_parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_1__/* .passedOn */ .I3)(draft) } : 'it can not be put behind EXPLAIN';
}
function relationsOf({ facts, context: { catalog } }) {
    const named = facts.accesses.flatMap(({ effect, object, columns }) => {
        const relation = object === null ? undefined : catalog.relations.get(object);
        return relation === undefined ? [] : [{ oid: relation.oid, columns, isChanged: effect === 'write' || effect === 'schema' || effect === 'destroy' }];
    });
    return { relations: [...new Set(named.map(({ oid }) => oid))], changed: named.filter(({ isChanged }) => isChanged).map(({ oid, columns }) => ({ oid, columns })) };
}
function measured({ facts, context: { catalog } }, { rows, why, sizes }) {
    const counted = sizes.map(({ oid, rows: held }) => {
        const relation = catalog.relationsByOid.get(oid);
        const name = relation === undefined ? String(oid) : `${relation.schema}.${relation.name}`;
        return `${name} holds ${held === null ? 'an unknown number of rows' : `about ${held} rows`}`;
    });
    return { rows, sizeBytes: sizes.length === 0 ? null : sizes.reduce((all, { bytes }) => all + bytes, 0), lock: facts.lock, rewrites: facts.rewrite, notes: counted, why };
}


/***/ }),

/***/ 10387:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ ProtectedColumns),
/* harmony export */   v: () => (/* binding */ strictest)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21308);
/* harmony import */ var _core_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80029);
// SPDX-License-Identifier: Apache-2.0
//
// Which columns are protected, and how: the policy's globs over `schema.relation.column`, inheritance and partitions, and the
// system's own copies of values (statistics, toast). Refuses to say "not protected" of a row whose columns it can't list.


const STRICTEST_FIRST = ['null', 'redact', 'hash', 'partial'];
/**
 * Where PostgreSQL keeps values of other tables' columns, and what other sessions are doing with them. Protected as soon as any column is.
 * @see https://www.postgresql.org/docs/current/view-pg-stats.html
 */
const COPIES_OF_VALUES = [
    ...['most_common_vals', 'histogram_bounds', 'most_common_elems', 'range_length_histogram', 'range_bounds_histogram'].map((name) => `pg_catalog.pg_stats.${name}`),
    ...['stavalues1', 'stavalues2', 'stavalues3', 'stavalues4', 'stavalues5'].map((name) => `pg_catalog.pg_statistic.${name}`),
    ...['most_common_vals', 'histogram_bounds', 'most_common_elems'].map((name) => `pg_catalog.pg_stats_ext_exprs.${name}`),
    'pg_catalog.pg_stats_ext.most_common_vals', 'pg_catalog.pg_statistic_ext_data.stxdmcv', 'pg_catalog.pg_statistic_ext_data.stxdexpr',
    // Of rows that are older than a column, what they have in it.
    'pg_catalog.pg_attribute.attmissingval',
    'pg_catalog.pg_stat_activity.query', 'pg_toast.*.chunk_data',
].map((column) => ({ column, style: 'redact' }));
const SYSTEM_SCHEMAS = ['pg_catalog.', 'information_schema.', 'pg_toast.'];
/** Stands for a dot inside a quoted name, so that `*` covers it. */
const QUOTED_DOT = '\u0000';
/** The strictest of several styles (null > redact > hash > partial); null when there is none. */
function strictest(styles) {
    return STRICTEST_FIRST.find((style) => styles.includes(style)) ?? null;
}
/** The protected columns of one resource. */
class ProtectedColumns {
    /** True when any column is protected; `content:` masks do not count. */
    any;
    #rules;
    /** Answers by snapshot, which is immutable: a later epoch is another object. */
    #known = new WeakMap();
    constructor(masks) {
        const columns = masks.filter(({ column }) => !column.startsWith('content:'));
        this.any = columns.length > 0;
        this.#rules = this.any ? [...columns, ...COPIES_OF_VALUES].map(ruleOf) : [];
    }
    /**
     * How a column is protected, or null. `relation`: canonical `schema.name`; `column` `*`: the whole row, protected like the strictest
     * of its columns. Names are compared as stored; protection of a parent or child in inheritance counts.
     */
    styleOf(relation, column, catalog) {
        if (!this.any)
            return null;
        const known = catalog?.relations.get(relation);
        // Names that nobody has seen are not remembered: a hostile client could invent them without end.
        if (catalog === null || known === undefined)
            return this.#unlisted(relation, column);
        let answers = this.#known.get(catalog);
        if (answers === undefined)
            this.#known.set(catalog, (answers = new Map()));
        const key = `${relation}.${column}`;
        let style = answers.get(key);
        if (style === undefined) {
            style = this.#listed(known, column, catalog);
            if (column === '*' || hasColumn(known, column))
                answers.set(key, style);
        }
        return style;
    }
    #listed(relation, column, catalog) {
        const columns = column === '*' ? relation.columns.map(({ name }) => name) : [column];
        const others = relatives(relation, catalog);
        return strictest(columns.flatMap((name) => [relation, ...others.filter((other) => hasColumn(other, name))].map((holder) => this.#held(holder, name))));
    }
    // A generated column without a mask of its own holds what it is computed from, in a shape that nobody knows.
    #held(holder, column) {
        const relation = (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalName */ .Ew)(holder.schema, holder.name);
        const own = this.#direct(relation, column);
        const { sources = [] } = holder.columns.find(({ name }) => name === column) ?? {};
        if (own !== null || sources.length === 0)
            return own;
        const styles = strictest(holder.columns.map(({ name, number }) => (sources.includes(number) ? this.#direct(relation, name) : null)));
        return styles === null ? null : strictest([styles, 'redact']);
    }
    #unlisted(relation, column) {
        if (column !== '*')
            return this.#direct(relation, column);
        const name = loosened(relation);
        // A wildcard does not reach into the system's own schemas unless it names them.
        const system = SYSTEM_SCHEMAS.find((schema) => name.startsWith(schema));
        const rules = system === undefined ? this.#rules : this.#rules.filter(({ pattern }) => pattern.startsWith(system));
        return strictest(rules.map(({ reaches, style }) => (reaches(name) || reaches(relation) ? style : null)));
    }
    #direct(relation, column) {
        const exact = `${relation}.${column}`;
        const loose = `${loosened(relation)}.${column.replaceAll('.', QUOTED_DOT)}`;
        return strictest(this.#rules.map(({ matches, style }) => (matches(exact) || matches(loose) ? style : null)));
    }
}
function ruleOf({ column: pattern, style }) {
    return { style, pattern, matches: (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlob */ .SO)(pattern, '.'), reaches: (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .compileGlob */ .SO)(relationPart(pattern), '.') };
}
// The glob of relations of which some column could match: all before the last dot, or up to the first `**` when that comes after it.
function relationPart(pattern) {
    const dot = pattern.lastIndexOf('.');
    const across = pattern.indexOf('**', dot + 1);
    if (across >= 0)
        return pattern.slice(0, across + 2);
    if (dot >= 0)
        return pattern.slice(0, dot);
    return (0,_core_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .isGlob */ .fg)(pattern) ? pattern : '';
}
// `"odd.name".c` with its inner dots out of the way of globs; `""` inside quotes is one quote.
function loosened(relation) {
    if (!relation.includes('"'))
        return relation;
    // Match `"a.b""c"`, miss `a.b`: one quoted part.
    return relation.replace(/"((?:[^"]|"")*)"/g, (_, inner) => inner.replaceAll('""', '"').replaceAll('.', QUOTED_DOT));
}
function hasColumn(relation, column) {
    return relation.columns.some(({ name }) => name === column);
}
// All above and all below: rows of a child are read through its parents, and rows of a parent include its children's.
function relatives(relation, catalog) {
    return [...(0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .reachable */ .Gq)(relation, (at) => at.parents, catalog), ...(0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .reachable */ .Gq)(relation, (at) => at.children, catalog)];
}


/***/ }),

/***/ 13179:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ looksMasked)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Recognises what this room put in place of values, so that it is never written back over the real ones. Refuses to take ordinary
// prose with asterisks for a mask: the short `***` forms count only as a whole value or a whole field.
// Match "[redacted]", "[masked:email]", "masked:hash:" and 24 hex; miss "[masked]" and "masked:hash:x".
const UNMISTAKABLE = /\[redacted\]|\[masked:[a-z0-9-]{1,40}\]|masked:hash:[0-9a-f]{24}/;
// Match "a***@***.com" and "***@***.org", miss "a@b.com".
const EMAIL = /\*\*\*@\*\*\*\.[A-Za-z]{2,10}/;
// Match "**** **** **** 1234", miss "**** 1234".
const CARD = /\*{4} \*{4} \*{4} \d{4}/;
// Match "a***", "***32" and "+***0132" between field separators, line ends or as all there is; miss "f*** this" and "a****".
const FIELD = /(?:^|[\t\n,;|"'])(?:(?:[^\s*\x80-\xff]|[\x80-\xff]{1,4})\*\*\*|\+?\*\*\*\d{2,4})(?=$|[\t\r\n,;|"'])/u;
// Match "***" as all there is or beside a field separator; miss "***" on a line of its own (Markdown) and "**bold**".
const BARE = /^\*\*\*$|[\t,;|"']\*\*\*(?=$|[\t\r\n,;|"'])|(?:^|\n)\*\*\*(?=[\t,;|"'])/;
/** True when a value is one of our masks or contains one. */
function looksMasked(text) {
    if (!text.includes('***') && !text.includes('masked:') && !text.includes('[redacted]'))
        return false;
    return UNMISTAKABLE.test(text) || EMAIL.test(text) || CARD.test(text) || FIELD.test(text.trim()) || BARE.test(text.trim());
}


/***/ }),

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
