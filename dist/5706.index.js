export const id = 5706;
export const ids = [5706];
export const modules = {

/***/ 85706:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ConditionCompiler: () => (/* binding */ ConditionCompiler)
});

// EXTERNAL MODULE: ./node_modules/@marcbachmann/cel-js/lib/index.js + 13 modules
var lib = __webpack_require__(47337);
;// CONCATENATED MODULE: ./lib/policy/moment.js
/** What CEL sees as `now`. */
class Moment {
    ms;
    constructor(ms) {
        this.ms = ms;
    }
    /** A date whose UTC fields are the civil time in a zone. */
    civil(zone) {
        return zone === 'UTC' ? new Date(this.ms) : new Date(civilMs(zone, this.ms));
    }
}
/** True when the platform knows a zone by this name. */
function isZone(zone) {
    try {
        formatterOf(zone);
        return true;
    }
    catch {
        return false;
    }
}
// One entry a zone that a loaded policy names as a literal; never a zone from outside.
const clocks = new Map();
function formatterOf(zone) {
    let clock = clocks.get(zone);
    if (clock === undefined) {
        const format = new Intl.DateTimeFormat('en-US', {
            timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
            year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
        });
        clocks.set(zone, (clock = { format, second: Number.NaN, civil: 0 }));
    }
    return clock;
}
function civilMs(zone, ms) {
    const clock = formatterOf(zone);
    const second = Math.floor(ms / 1000);
    if (clock.second !== second) {
        const field = {};
        for (const { type, value } of clock.format.formatToParts(ms))
            field[type] = Number(value);
        clock.civil = Date.UTC(field['year'], field['month'] - 1, field['day'], field['hour'], field['minute'], field['second']);
        clock.second = second;
    }
    return clock.civil + (ms - second * 1000);
}
const FIELDS = {
    getFullYear: (civil) => civil.getUTCFullYear(),
    getMonth: (civil) => civil.getUTCMonth(),
    getDate: (civil) => civil.getUTCDate(),
    getDayOfMonth: (civil) => civil.getUTCDate() - 1,
    getDayOfWeek: (civil) => civil.getUTCDay(),
    getDayOfYear: (civil) => Math.floor((civil.getTime() - Date.UTC(civil.getUTCFullYear(), 0, 1)) / 86_400_000),
    getHours: (civil) => civil.getUTCHours(),
    getMinutes: (civil) => civil.getUTCMinutes(),
    getSeconds: (civil) => civil.getUTCSeconds(),
};
/** Names of the methods that take a zone as their argument. */
const ZONED = new Set(Object.keys(FIELDS));
const COMPARE = {
    '<': (a, b) => a < b,
    '<=': (a, b) => a <= b,
    '>': (a, b) => a > b,
    '>=': (a, b) => a >= b,
};
/** Teaches an environment the variable `now`: fields in any zone, comparison with timestamps, and `timestamp(now)`. */
function registerNow(environment) {
    environment.registerType('Now', { ctor: Moment, fields: {} });
    environment.registerVariable('now', 'Now');
    for (const [name, field] of Object.entries(FIELDS)) {
        environment.registerFunction(`Now.${name}(): int`, (now) => BigInt(field(now.civil('UTC'))));
        environment.registerFunction(`Now.${name}(string): int`, (now, zone) => BigInt(field(now.civil(zone))));
    }
    environment.registerFunction('timestamp(Now): google.protobuf.Timestamp', (now) => new Date(now.ms));
    for (const [sign, compare] of Object.entries(COMPARE)) {
        environment.registerOperator(`Now ${sign} google.protobuf.Timestamp`, (now, then) => compare(now.ms, then.getTime()));
        environment.registerOperator(`google.protobuf.Timestamp ${sign} Now`, (then, now) => compare(then.getTime(), now.ms));
    }
}

// EXTERNAL MODULE: ./lib/policy/problem.js
var problem = __webpack_require__(72737);
;// CONCATENATED MODULE: ./lib/policy/views.js
class OperationView {
    #operation;
    constructor(operation) {
        this.#operation = operation;
    }
    get kind() {
        return this.#operation.kind;
    }
    get name() {
        return this.#operation.facts.name;
    }
    get statement() {
        return this.#operation.facts.statement;
    }
    get functions() {
        return this.#operation.facts.functions.map((use) => use.name);
    }
    get function_classes() {
        return this.#operation.facts.functions.map((use) => use.class);
    }
    get hazards() {
        return this.#operation.facts.hazards.map(({ id }) => id);
    }
    get lock() {
        const { facts } = this.#operation;
        return 'lock' in facts && typeof facts.lock === 'string' ? facts.lock : undefined;
    }
    get rewrite() {
        const { facts } = this.#operation;
        return 'rewrite' in facts && typeof facts.rewrite === 'boolean' ? facts.rewrite : undefined;
    }
    get assumed() {
        return this.#operation.facts.assumed;
    }
    get rows() {
        return whole(this.#operation.rows);
    }
    get size() {
        return whole(this.#operation.size);
    }
    get paths() {
        return this.#operation.paths;
    }
}
class AccessView {
    #access;
    constructor(access) {
        this.#access = access;
    }
    get effect() {
        return this.#access.effect;
    }
    get object() {
        return this.#access.object ?? this.#nothing;
    }
    get type() {
        return this.#access.type ?? this.#nothing;
    }
    // Nothing in particular is a fact for a read or a setting; for all else it means that nobody can tell.
    get #nothing() {
        return this.#access.effect === 'read' || this.#access.effect === 'control' ? '' : undefined;
    }
    get columns() {
        return this.#access.columns.includes('*') ? undefined : this.#access.columns;
    }
    get filtered() {
        return this.#access.filtered.includes('*') ? undefined : this.#access.filtered;
    }
    get assumed() {
        return this.#access.assumed;
    }
}
class PrincipalView {
    #principal;
    constructor(principal) {
        this.#principal = principal;
    }
    get names() {
        return this.#principal.names;
    }
    get issuer() {
        return this.#principal.issuer;
    }
    get subject() {
        return this.#principal.subject;
    }
    get prompter() {
        return this.#principal.prompter;
    }
    get claims() {
        return celValue(this.#principal.claims);
    }
}
class ResourceView {
    #resource;
    constructor(resource) {
        this.#resource = resource;
    }
    get name() {
        return this.#resource.name;
    }
    get type() {
        return this.#resource.type;
    }
    get environment() {
        return this.#resource.environment ?? undefined;
    }
    get labels() {
        return { ...this.#resource.labels };
    }
    get host() {
        return this.#resource.address?.host;
    }
    get database() {
        return this.#resource.address?.database;
    }
}
/** The variables of one question but `now`. */
function viewsOf(facts) {
    return {
        operation: new OperationView(facts.operation),
        access: new AccessView(facts.access),
        principal: new PrincipalView(facts.principal),
        resource: new ResourceView(facts.resource),
    };
}
/** Teaches an environment the variables `operation`, `access`, `principal`, `resource` and the types of their fields. */
function registerViews(environment) {
    const text = 'string';
    const texts = 'list<string>';
    const views = {
        operation: { ctor: OperationView, fields: { kind: text, name: text, statement: text, functions: texts, function_classes: texts, hazards: texts, lock: text, rewrite: 'bool', assumed: 'bool', rows: 'int', size: 'int', paths: texts } },
        access: { ctor: AccessView, fields: { effect: text, object: text, type: text, columns: texts, filtered: texts, assumed: 'bool' } },
        principal: { ctor: PrincipalView, fields: { names: texts, issuer: text, subject: text, prompter: text, claims: 'map<string, dyn>' } },
        resource: { ctor: ResourceView, fields: { name: text, type: text, environment: text, labels: 'map<string, string>', host: text, database: text } },
    };
    for (const [name, { ctor, fields }] of Object.entries(views)) {
        const type = `${name[0].toUpperCase()}${name.slice(1)}`;
        environment.registerType(type, { ctor, fields });
        environment.registerVariable(name, type);
    }
}
function whole(count) {
    return count === undefined ? undefined : BigInt(Math.ceil(count));
}
// JSON as CEL wants it: whole numbers are its `int`.
function celValue(value) {
    if (typeof value === 'number' && Number.isSafeInteger(value))
        return BigInt(value);
    if (Array.isArray(value))
        return value.map(celValue);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, celValue(item)]));
}

;// CONCATENATED MODULE: ./lib/policy/when.js
// SPDX-License-Identifier: Apache-2.0
//
// `when:`: CEL over what is known of an access. Parsed, bounded and type-checked when the policy is loaded; refuses regular expressions
// (the library's are not linear) and everything else whose cost a policy's author could not foresee. A fact that is not known is absent,
// so that asking for it fails; evaluate.ts turns a failure into a miss for allow rules and a hit for all others.
// @see https://github.com/google/cel-spec




/** Source: a condition that fits on a screen; lists are those that a person writes out. */
const LIMITS = { maxAstNodes: 300, maxDepth: 24, maxListElements: 100, maxMapEntries: 50, maxCallArguments: 8 };
/** Source: two levels over an operation's columns stay below a million steps. */
const MAX_NESTED_MACROS = 2;
const MACROS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** Compiles conditions of one policy. */
class ConditionCompiler {
    #environment = environment();
    /** The condition, or what is wrong with it, as the end of a sentence. */
    compile(expression) {
        let parsed;
        try {
            parsed = this.#environment.parse(expression);
        }
        catch (thrown) {
            return complaint(expression, thrown);
        }
        const refused = inspect(parsed.ast, 0);
        if (refused !== null)
            return refused;
        const { valid, type, error } = parsed.check();
        if (!valid)
            return complaint(expression, error);
        if (type !== 'bool')
            return `is not true or false but ${(0,problem/* quoted */.TL)(type)}`;
        // What was checked to be true or false is that, or throws: docs of the library, and tests of ours with values of other types.
        return (facts) => parsed({ ...viewsOf(facts), now: new Moment(facts.now) });
    }
}
function environment() {
    const made = new lib/* Environment */.OH({ limits: LIMITS });
    registerViews(made);
    registerNow(made);
    return made;
}
function complaint(expression, thrown) {
    const { summary, range } = thrown;
    const near = expression.slice(range.start, range.end);
    return `is not understood${near === '' ? '' : ` at ${(0,problem/* quoted */.TL)(near)}`}: ${String(summary).replace(/\s+/gu, ' ')}`;
}
// Returns why an expression may not be used, or null.
function inspect(node, macros) {
    if (node.op === 'value' || node.op === 'id')
        return null;
    const called = calledBy(node);
    if (called === null)
        return inspectAll(childrenOf(node.args), macros);
    const depth = macros + (MACROS.has(called.name) ? 1 : 0);
    if (depth > MAX_NESTED_MACROS)
        return `nests more than ${MAX_NESTED_MACROS} of ${[...MACROS].join(', ')}`;
    // What a macro is applied to runs once, what stands inside it once an item.
    return refuseCall(called) ?? inspectAll(called.receiver, macros) ?? inspectAll(called.args, depth);
}
function inspectAll(nodes, macros) {
    for (const node of nodes) {
        const refused = inspect(node, macros);
        if (refused !== null)
            return refused;
    }
    return null;
}
function calledBy(node) {
    if (node.op === 'call')
        return { name: node.args[0], receiver: [], args: node.args[1] };
    return node.op === 'rcall' ? { name: node.args[0], receiver: [node.args[1]], args: node.args[2] } : null;
}
function refuseCall({ name, args }) {
    if (name === 'matches')
        return 'uses `matches()`: regular expressions are not allowed; use `startsWith`, `endsWith`, `contains` or a glob in `match`';
    if (name === 'bind')
        return 'uses `cel.bind()`, which is not allowed: write it out';
    const literals = args.every((arg) => arg.op === 'value');
    if (name === 'duration' && !literals)
        return 'may give `duration()` a literal only';
    if (!ZONED.has(name))
        return null;
    const [zone] = args;
    if (zone === undefined || (zone.op === 'value' && typeof zone.args === 'string' && isZone(zone.args)))
        return null;
    return `gives \`${name}()\` a time zone that is not known: write a name such as \`'Europe/Berlin'\``;
}
// All nodes directly below; arguments are nodes, names, and lists of either.
function childrenOf(args) {
    if (Array.isArray(args))
        return args.flatMap(childrenOf);
    return typeof args === 'object' && args !== null && 'op' in args ? [args] : [];
}


/***/ })

};
