export const id = 9424;
export const ids = [9424];
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

/***/ 71762:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardPostgres: () => (/* binding */ guardPostgres),
/* harmony export */   guardUpstream: () => (/* binding */ guardUpstream),
/* harmony export */   newMemory: () => (/* binding */ newMemory)
/* harmony export */ });
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56371);
/* harmony import */ var _parse_sql_builtins_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52552);
/* harmony import */ var _proxy_postgres_client_admission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23061);
/* harmony import */ var _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);
/* harmony import */ var _proxy_postgres_listener_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64746);
/* harmony import */ var _proxy_postgres_transport_memory_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(30385);
/* harmony import */ var _proxy_postgres_session_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53192);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31152);
/* harmony import */ var _upstream_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27535);









const LOOPBACK = '127.0.0.1';
/** Room for the large messages of one gate. */
function newMemory() {
    return new _proxy_postgres_transport_memory_js__WEBPACK_IMPORTED_MODULE_8__/* .Memory */ .c(_proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LIMITS */ .dR);
}
/** Opens the door of a resource for one session. */
async function guardPostgres(about, secrets, world) {
    return guardUpstream(about, await (0,_upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .openUpstream */ .UT)(about.resource, secrets), world);
}
/** The same for a database that has answered: it is ours from here on, and closed when this throws. */
async function guardUpstream({ resource, session: user, door, memory }, upstream, world) {
    try {
        const { database } = upstream;
        const { credential: password, verifier } = await (0,_credential_js__WEBPACK_IMPORTED_MODULE_6__/* .newCredential */ .a6)(user);
        world.mask(password);
        const behind = (0,_upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .behindOf */ .g9)(upstream, { database, door, over: new AbortController().signal });
        const listener = await _proxy_postgres_listener_js__WEBPACK_IMPORTED_MODULE_4__/* .PostgresListener */ .U.listen({
            host: LOOPBACK, port: 0, tls: null, admission: (0,_proxy_postgres_client_admission_js__WEBPACK_IMPORTED_MODULE_2__/* .soleAdmission */ .D)({ user, verifier, behind, log: world.log }), bearer: false, startupParameterAllowed: _parse_sql_builtins_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .startupParameterAllowed */ .bi, pinned: _upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .PINNED */ .LS,
            runSession: _proxy_postgres_session_session_js__WEBPACK_IMPORTED_MODULE_5__/* .runSession */ .I, limits: _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LIMITS */ .dR, ...(memory === undefined ? {} : { memory }), runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .systemRuntime */ .g, log: world.log,
        });
        const endpoint = { resource: resource.name, type: 'postgres', host: LOOPBACK, port: listener.port, user, password, database, upstreamHost: upstream.host };
        const close = async () => {
            await listener.close();
            await upstream.close();
        };
        return { endpoint, catalog: () => upstream.catalog.current(), close };
    }
    catch (thrown) {
        await upstream.close();
        throw thrown;
    }
}


/***/ })

};
