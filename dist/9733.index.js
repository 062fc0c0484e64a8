export const id = 9733;
export const ids = [9733];
export const modules = {

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


/***/ })

};
