export const id = 2237;
export const ids = [2237];
export const modules = {

/***/ 82237:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aR: () => (/* binding */ GateSession)
});

// UNUSED EXPORTS: MAX_CONNECTIONS, SessionTally

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/mask/columns.js
var columns = __webpack_require__(10387);
// EXTERNAL MODULE: ./lib/mask/content.js + 3 modules
var mask_content = __webpack_require__(32925);
// EXTERNAL MODULE: ./lib/parse/migrations/live-series.js
var live_series = __webpack_require__(10629);
// EXTERNAL MODULE: ./lib/core/catalog.js
var core_catalog = __webpack_require__(21308);
// EXTERNAL MODULE: ./lib/parse/sql/builtins/functions.js + 2 modules
var builtins_functions = __webpack_require__(25451);
// EXTERNAL MODULE: ./lib/parse/sql/builtins/statistics.js
var statistics = __webpack_require__(56362);
;// CONCATENATED MODULE: ./lib/gate/message-words.js
// SPDX-License-Identifier: Apache-2.0
//
// The words that the server's messages are made of, whatever they are about. Refuses names and values.
/** The words of the server's own that messages of these classes are made of; values among them are no news. */
const MESSAGE_WORDS = new Set(`a an and any are already as at be because been but by can cannot could current do does due each end for from has have in into is it its may must no not of on only
  or out outside such than that the there this time to up use used using was while will with without yet
  aborted aggregate allowed ambiguous administrator block blocks cache calls canceling cancelled cannot cascade changed check clause client column columns command commands commit
  commute concurrent condition connection constraint constraints contain contains cursor database deadlock default deferred definition delete denied depend depends detected distinct drop
  duplicate duplicated entry excluded exclusion exclusive exist exists expression expressions failed field fields foreign found from-clause function functions generated group having identity ignored
  inconsistent index inherits insert invalid key large lock materialized max maximum merge missing mode more must name named neither nested not-null null object objects obsolete off
  operator operators order ordinary outer owner parameter parameters parent partition permission permitted portal prepared primary privilege privileges procedure query read read-only recursive
  reference referenced references referencing relation relations replica request required requires returning returns role row row-level rows rule savepoint schema security select sequence serialize session set
  setting shared snapshot specified specify statement still subquery supplied supported syntax table tables target temporary terminating timeout too transaction transactions trigger triggers truncate type types
  undefined unique unknown unrecognized unsupported update user value values view views violates violation wait where window write
  array bigint bit boolean bytea character date double inet integer interval json jsonb numeric precision real record smallint text timestamp uuid varying xml zone`.trim().split(/\s+/));

;// CONCATENATED MODULE: ./lib/gate/diagnostics.js
// SPDX-License-Identifier: Apache-2.0
//
// Which texts of the server's errors and notices may pass. They quote values ("Key (ssn)=(…) already exists", `relation "…" does not
// exist` of a value cast to regclass), so where a statement touches protected columns, or runs code that we have not read, only messages
// made of names, the statement's own words and the server's standing ones go out. Refuses to trust an SQLSTATE alone.




/**
 * SQLSTATE classes whose primary message quotes identifiers and the statement's own words, as a rule.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const NAMES_ONLY = new Set(['08', '0A', '23', '25', '26', '28', '2B', '34', '3B', '3D', '3F', '40', '42', '53', '54', '55', '57']);
/** Those that name what the statement is about, never what a value names: constraints, rights, locks, limits. */
const SAYS_NAMES = /^(?:23|25|40|53|54|57|42501$|55P03$)/u;
/** Fields that never hold data: severity, code, positions, source place. */
const STRUCTURAL = new Set(['S', 'V', 'C', 'P', 'p', 'F', 'L', 'R']);
/** Fields that hold a name: schema, table, column, type, constraint. */
const NAMES = ['s', 't', 'c', 'd', 'n'];
const WITHHELD_MESSAGE = 'the message of the server is withheld, since it may quote protected data';
const WITHHELD_FIELD = '[redacted]';
/** The replacement of a field's text, or null when it may pass (after the content detectors). */
function withheld(message, around) {
    const { field, sqlstate } = message;
    if (!around.protectedColumns.any || STRUCTURAL.has(field))
        return null;
    const code = ranCode(around.facts) || inCode(message);
    if (!code && !touches(message, around))
        return null;
    if (field === 'M')
        return !code && NAMES_ONLY.has(sqlstate.slice(0, 2)) && namesOnly(message, around) ? null : WITHHELD_MESSAGE;
    return !code && NAMES.includes(field) ? null : WITHHELD_FIELD;
}
/** The same for text that belongs to no single statement (a trigger at commit, a notification): any code may have written it. */
function unattributed({ field, text, sqlstate }, protectedColumns) {
    if (!protectedColumns.any || STRUCTURAL.has(field))
        return null;
    if (field !== 'M')
        return WITHHELD_FIELD;
    return NAMES_ONLY.has(sqlstate.slice(0, 2)) && isStanding(text) ? null : WITHHELD_MESSAGE;
}
/** Whether code ran that nobody has read. A DO block is, and may be understood; what it raises is still whatever it likes. */
function ranCode({ accesses, statement }) {
    return statement === 'DO' || accesses.some(({ effect }) => effect === 'execute' || effect === 'unknown');
}
// A trigger of any kind, a policy, a default: who is called tells of it, whatever the statement says of itself.
function inCode({ fields }) {
    // Match "PL/pgSQL function shout() line 1 at RAISE", also on a later line; miss "COPY notes, line 1".
    return /^(?:PL\/|SQL function ")/mu.test(fields?.get('W') ?? '');
}
/** True when something of it may be said when its transaction ends: by code that it set off, by a cursor that is to be held, of keys that are checked then. */
function speaksLater(facts, { protectedColumns, catalog }) {
    if (!protectedColumns.any)
        return false;
    if (ranCode(facts) || facts.session.some(({ kind }) => kind === 'declare-cursor'))
        return true;
    return facts.accesses.some(({ effect, object }) => (effect === 'write' || effect === 'destroy') && object !== null && protectedColumns.styleOf(object, '*', catalog) !== null);
}
function touches(message, { facts, protectedColumns, catalog }) {
    const { outputs, accesses, functions } = facts;
    const guarded = (object, column = '*') => object !== null && (protectedColumns.styleOf(object, column, catalog) !== null || (0,statistics/* isStatisticsRelation */.Ag)(object));
    if (outputs === 'unknown' || outputs?.some(({ origins }) => origins === null) === true)
        return true;
    if (accesses.some(({ object, effect, columns }) => (isCatalogRead(object, effect) ? columns : ['*']).some((column) => guarded(object, column))) || accesses.some(reachesRows) || functions.some((use) => (0,builtins_functions/* functionIsOpaque */.St)(use.name)))
        return true;
    return guarded(relationOf(message)) || (message.fields?.get('W') ?? '').startsWith('SQL statement "');
}
// Every tool reads PostgreSQL's own relations, of which one column may hold what a table has: errors of those that do not read it may be told.
function isCatalogRead(object, effect) {
    return effect === 'read' && object?.startsWith('pg_catalog.') === true && !(0,statistics/* isStatisticsRelation */.Ag)(object);
}
// ANALYZE of a database, REINDEX of a schema or an index, a new CHECK of a domain: they read rows of tables that they do not name.
const HOLDERS = new Set(['database', 'schema', 'index', 'type', 'tablespace']);
function reachesRows({ effect, type }) {
    return (effect === 'write' || effect === 'schema') && HOLDERS.has(type);
}
// A foreign key's action fails on another table than the one that the statement names.
function relationOf({ fields }) {
    const [schema, table] = [fields?.get('s'), fields?.get('t')];
    return schema === undefined || table === undefined ? null : (0,core_catalog/* canonicalName */.Ew)(schema, table);
}
// A statement may bring a dictionary of words, and tables with such names, for a cast to pick from: `('x' || left(ssn, 1))::regclass`; the
// server's own words make one, too. What points into the statement is about its text. Of other messages those that could say a word that a
// value has picked say only what the statement is about anyway.
function namesOnly(message, around) {
    const { text, sqlstate, fields } = message;
    const { facts, catalog } = around;
    const isOwn = fields?.has('P') === true || !computes(facts);
    const named = NAMES.flatMap((field) => wordsOf(fields?.get(field) ?? ''));
    const own = isOwn ? facts.text.toLowerCase() : '';
    const strange = wordsOf(text).filter((word) => !MESSAGE_WORDS.has(word) && !named.includes(word) && !own.includes(word));
    if (isOwn)
        return strange.every((word) => isName(word, catalog));
    if (!SAYS_NAMES.test(sqlstate))
        return strange.length === 0 && isStanding(text);
    // Whose rights are looked at, a value may say: `currval('s' || left(ssn, 1))`.
    return strange.every((word) => isName(word, catalog)) && (sqlstate !== NO_RIGHT || wordsThatVary(text).every((word) => named.includes(word) || isSubject(word, facts)));
}
/** insufficient_privilege */
const NO_RIGHT = '42501';
// No name, of whatever words: these stand in quotes or behind a colon. Match `cannot use it here`, miss `type "key" does not exist`.
function isStanding(text) {
    return !/[":]/u.test(text) && wordsOf(text).every((word) => MESSAGE_WORDS.has(word));
}
// `permission denied for schema sales`, `permission denied for column "ssn" of relation "customers"`.
function wordsThatVary(text) {
    const quoted = text.match(/"[^"]*"/gu) ?? [];
    return [...quoted.flatMap(wordsOf), ...wordsOf(text).slice(-1)];
}
function isSubject(word, { accesses, functions }) {
    return accesses.some(({ object, columns }) => (object ?? '').toLowerCase().replaceAll('"', '').split('.').includes(word) || columns.includes(word)) || functions.some(({ name }) => name.toLowerCase().split('.').includes(word));
}
// Whether there is a value at all that could pick a word.
function computes({ accesses, outputs, flows, functions }) {
    return outputs === 'unknown' || flows.length > 0 || functions.length > 0 || accesses.some(({ effect, columns }) => effect === 'read' && columns.length > 0);
}
function isName(word, catalog) {
    if (catalog.schemas.has(word))
        return true;
    for (const { name, columns } of catalog.relationsByOid.values())
        if (name.toLowerCase() === word || columns.some((column) => column.name.toLowerCase() === word))
            return true;
    return false;
}
// Match `relation "a b"` as three words, miss nothing: what is no separator belongs to a word.
function wordsOf(text) {
    return text.toLowerCase().split(/[\s"'`(),:;]+/).map((word) => word.replace(/\.+$/, '')).filter((word) => word !== '');
}

// EXTERNAL MODULE: ./lib/gate/facts.js + 2 modules
var facts = __webpack_require__(40143);
// EXTERNAL MODULE: ./lib/gate/outcomes.js
var outcomes = __webpack_require__(96142);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
// EXTERNAL MODULE: ./lib/gate/guards.js
var guards = __webpack_require__(22293);
;// CONCATENATED MODULE: ./lib/gate/holding.js
// SPDX-License-Identifier: Apache-2.0
//
// Keeps an operation that needs a review for a while, instead of refusing it at once: only where the client is idle and nothing of it is on
// its way, so that nobody waits for its locks. Refuses to wait for what can't come, to outlive the client, and to guess what became of names.

/** Between two notices to the client, each with a look at the forge. */
const NOTICE_MS = 15_000;
/** Asks again and again until it is approved, refused, or over; resolves with the last word. Never throws. */
async function hold(first, ask, deps) {
    const { waiting, holdMs, runtime, what } = deps;
    const until = runtime.monotonicMs() + holdMs;
    let last = first;
    if (!waiting.signal.aborted)
        await waiting.rest();
    for (;;) {
        const left = until - runtime.monotonicMs();
        if (left <= 0)
            return ending(last, `it was held for ${holdMs / 1000} s`);
        if (waiting.signal.aborted)
            return ending(last, `it waits no longer: ${String(waiting.signal.reason)}`);
        waiting.notice(`ostiary: ${what} waits for a person's review: ${last.url}`);
        await pause(Math.min(NOTICE_MS, left), deps);
        if (waiting.signal.aborted)
            return ending(last, `it waits no longer: ${String(waiting.signal.reason)}`);
        if (!deps.stillSo())
            return ending(last, 'meanwhile it would be judged otherwise: send it again');
        const answer = await ask().catch((thrown) => ({ ...last, how: `${first.how}; the forge could not be asked: ${(0,errors/* messageOf */.bD)(thrown)}` }));
        if (answer.kind === 'approved')
            return unlessGone(answer, last, waiting);
        if (answer.waits !== true)
            return answer;
        last = answer;
    }
}
/** An approval that came when its client waited no longer is given back. */
function unlessGone(answer, last, waiting) {
    if (answer.kind !== 'approved' || waiting?.signal.aborted !== true)
        return answer;
    answer.settle?.('rolled-back');
    return ending({ kind: 'pending', how: last.how, url: last.url }, `it waits no longer: ${String(waiting.signal.reason)}`);
}
function ending(last, why) {
    return { ...last, how: `${last.how}; ${why}` };
}
function pause(milliseconds, { waiting: { signal }, runtime }) {
    if (signal.aborted)
        return Promise.resolve();
    return new Promise((resolve) => {
        const over = () => {
            timer.cancel();
            resolve();
        };
        const timer = runtime.after(milliseconds, () => {
            signal.removeEventListener('abort', over);
            resolve();
        });
        signal.addEventListener('abort', over, { once: true });
    });
}

// EXTERNAL MODULE: ./lib/gate/statements.js
var statements = __webpack_require__(90397);
// EXTERNAL MODULE: ./lib/gate/impact.js
var gate_impact = __webpack_require__(21533);
;// CONCATENATED MODULE: ./lib/gate/operation.js
/** A class, since an object literal with getters costs more than the judgement. */
class SqlOperation {
    facts;
    kind = 'sql';
    data = null;
    resource;
    settings;
    asked;
    #rowsAsked = false;
    #rows;
    #why = null;
    constructor(asked, facts, of) {
        this.facts = facts;
        this.asked = asked;
        this.resource = of.resource;
        this.settings = of.settings;
    }
    get parameters() {
        return this.asked.parameters;
    }
    /** Rows as estimated; undefined while nobody did. */
    get rows() {
        this.#rowsAsked = true;
        return this.#rows;
    }
    /** A rule that could match asked for the rows. */
    get wantsRows() {
        return this.#rowsAsked;
    }
    /** Why its rows are not known; null when they are, or nobody has asked. */
    get whyNoRows() {
        return this.#why;
    }
    estimated({ rows, why }) {
        this.#rows = rows ?? undefined;
        this.#why = why;
    }
}

;// CONCATENATED MODULE: ./lib/gate/row-estimates.js



/** True when a rule that could match wanted to know how many rows it would touch. */
function wantsRows({ operation }) {
    return operation instanceof SqlOperation && operation.wantsRows;
}
/** Estimates what has to be known, and judges that again. Never throws. */
async function withEstimates(verdicts, { context }, { deps, decide, failed }) {
    const weighed = [];
    let left = gate_impact/* MAX_ESTIMATES */.JE;
    for (const verdict of verdicts) {
        const { operation, ended } = verdict;
        if (!(operation instanceof SqlOperation) || !operation.wantsRows) {
            weighed.push(verdict);
            continue;
        }
        try {
            const impact = left > 0 ? await estimated(operation.asked, operation.facts, { context: operation.asked.context ?? context, deps }) : (0,gate_impact/* unknown */.L5)(operation.facts, `the message holds more than ${gate_impact/* MAX_ESTIMATES */.JE} statements to estimate`);
            left -= 1;
            operation.estimated(impact);
            weighed.push(decide(operation, { context: operation.asked.context ?? context, deps, ended, impact }));
        }
        catch (thrown) {
            weighed.push(failed(operation.asked, thrown, deps));
        }
    }
    return weighed;
}
/** What an operation would touch, asked for here and now. Throws when nothing can be recorded. */
async function estimated({ draft, parameters }, facts, { context, deps }) {
    const { impacts, originated, facts: reader } = deps;
    return (0,gate_impact/* estimate */.jA)({ draft, facts, parameters, context }, { impacts, reader, asking: () => originated(statements/* EXPLAIN */.GM.name, `to estimate what ${facts.statement} would touch`) });
}

;// CONCATENATED MODULE: ./lib/gate/approving.js
// SPDX-License-Identifier: Apache-2.0
//
// Asks for approvals of what a batch needs reviewed, one after the other, and holds a client that can wait. Refuses to ask when the batch
// can't run anyway, to lift what a rule limits, and to hold anybody while something was claimed already.




/** The verdicts, with what came of asking. */
async function approve(verdicts, submission, deps) {
    const answers = [];
    // What can not run as a whole claims nothing.
    const hopeless = verdicts.some(({ decision }) => decision === 'deny');
    for (const [index, verdict] of verdicts.entries()) {
        const asks = verdict.decision === 'review' && !hopeless && answers.every(({ decision }) => decision === 'allow');
        const mayWait = answers.every(({ approval }) => approval === null);
        answers.push(asks ? await askForApproval(verdict, { submission, index, deps, together: mayWait ? verdicts : null }) : verdict);
    }
    return answers;
}
async function askForApproval(verdict, question) {
    const { submission, index, deps } = question;
    const asked = submission.asked[index];
    try {
        const answer = await answerTo(verdict, question);
        const approval = { seen: answer.seen ?? null, settle: answer.kind === 'approved' ? (answer.settle ?? null) : null };
        if (answer.kind === 'pending')
            return { ...verdict, how: answer.how, url: answer.url, approval, impact: verdict.impact ?? await estimated(asked, verdict.operation.facts, { context: asked.context ?? submission.context, deps }) };
        // An approval does not lift what a rule limits.
        const maxRows = answer.maxRows === null || verdict.maxRows === null ? (answer.maxRows ?? verdict.maxRows) : Math.min(answer.maxRows, verdict.maxRows);
        const copyData = answer.data ?? null;
        const objection = (0,guards/* dataGuard */.yd)(verdict.operation, copyData) ?? (0,guards/* ceilingGuard */.Fi)(verdict.operation, asked.draft, maxRows);
        if (objection !== null)
            return { ...verdict, decision: 'deny', rules: [objection.rule, ...verdict.rules], reasons: [objection.reason, ...verdict.reasons], approval };
        return { ...verdict, decision: 'allow', reasons: [`approved by ${answer.approval}`, ...verdict.reasons], maxRows, copyData, approval };
    }
    catch (thrown) {
        const failed = `the approval could not be checked: ${(0,errors/* messageOf */.bD)(thrown)}`;
        const fix = thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `; ${thrown.hint}` : '';
        return { ...verdict, decision: 'deny', rules: ['builtin:approval-failed', ...verdict.rules], reasons: [failed, ...verdict.reasons], how: `nothing ran, since ${failed}${fix}` };
    }
}
async function answerTo({ operation, rules }, { submission, deps, together }) {
    const { holdMs, runtime, recorder } = deps;
    const { waiting = null } = submission;
    const ask = () => deps.approvals.claim(operation, deps.principal, { connection: deps.connection, message: submission, rules });
    const first = await ask();
    if (first.kind === 'approved')
        return unlessGone(first, { how: 'it was approved', url: null }, waiting);
    if (first.waits !== true || holdMs === 0 || waiting === null || together === null)
        return first;
    recorder.append({ type: 'approval', operations: [], ...first.seen });
    return hold(first, ask, { waiting, holdMs, runtime, what: operation.facts.statement, stillSo: sameJudgement(together, { submission, waiting, deps }) });
}
// Time has passed, and definitions may be others: what would be decided otherwise now is asked for anew.
function sameJudgement(verdicts, { submission: { asked, context }, waiting, deps }) {
    const meant = (within) => JSON.stringify([within.settings, asked.map(({ draft }) => deps.facts.of(draft, within))]);
    const before = meant(asked[0]?.context ?? context);
    return () => meant(waiting.context()) === before
        && verdicts.every(({ operation, decision }) => deps.judge.decide({ operation, principal: deps.principal, resource: deps.resource.name, now: deps.now() }).decision === decision);
}

// EXTERNAL MODULE: ./lib/mask/markers.js
var markers = __webpack_require__(13179);
// EXTERNAL MODULE: ./lib/core/memo.js
var memo = __webpack_require__(38325);
// EXTERNAL MODULE: ./lib/mask/types.js
var types = __webpack_require__(49717);
;// CONCATENATED MODULE: ./lib/mask/styles.js
// SPDX-License-Identifier: Apache-2.0
//
// Masks a whole value because of the column it came from, in the four styles of a policy. Refuses to put text where a client expects
// a number, a date or anything else that text would break: such a value becomes NULL in every style.


const REDACTED = '[redacted]';
const HASH_PREFIX = 'masked:hash:';
const HASH_HEX_DIGITS = 24;
/** Separates these hashes from other uses of the session key. */
const HASH_DOMAIN = 'ostiary-mask-v1\n';
const STARS = '***';
/** Shorter values would be given away by their first character. */
const MIN_PARTIAL_CHARACTERS = 5;
const JSONB_VERSION = Buffer.from([1]);
// Match "alice@example.com", miss "alice": one address and nothing else.
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,255}\.[A-Za-z]{2,10}$/;
// Match "4111 1111 1111 1111", miss "4111": a card number, by its looks.
const CARD = /^\d(?:[ -]?\d){12,18}$/;
// Match "+1 (415) 555-0132", miss "10.0.0.1": digits as in a telephone number.
const PHONE = /^\+?[\d() /-]{7,24}$/;
// Match "1980-01-31" and "31/01/1980", miss "415-555-0132" and "123-45-6789": dates have no last digits to keep.
const DATE = /^(?:\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})(?!\d)/;
/** The mask of a text; null means SQL NULL. `key`: the session's, so that `hash` joins within a session and tells nothing outside it. */
function maskText(style, text, key) {
    switch (style) {
        case 'redact':
            return REDACTED;
        case 'partial':
            return partial(text);
        case 'hash':
            return HASH_PREFIX + (0,external_node_crypto_.createHmac)('sha256', key).update(HASH_DOMAIN).update(text, 'utf8').digest('hex').slice(0, HASH_HEX_DIGITS);
        case 'null':
            return null;
        default:
            return style;
    }
}
/**
 * The sink for a protected column. Text-like types get masked text, json and jsonb a JSON string, all others NULL. `typeOid` with
 * domains resolved (`wireType`); `format`: 0 text, 1 binary; `count` is called for each value.
 */
function columnSink(style, typeOid, format, key, count) {
    const mask = maskFor(style, typeOid, format, key);
    return (source, start, end) => {
        count();
        return mask(source, start, end);
    };
}
/** True when a column of this type is masked with text; false when it can only become NULL. */
function keepsText(typeOid) {
    return ['text', 'json', 'jsonb'].includes((0,types/* typeKind */.Z)(typeOid));
}
function maskFor(style, typeOid, format, key) {
    const kind = (0,types/* typeKind */.Z)(typeOid);
    if (style === 'null' || !keepsText(typeOid))
        return () => null;
    const prefix = kind === 'jsonb' && format === 1 ? JSONB_VERSION : Buffer.alloc(0);
    const wrap = (text) => {
        const bytes = Buffer.from(kind === 'text' ? text : JSON.stringify(text), 'utf8');
        return prefix.length === 0 ? bytes : Buffer.concat([prefix, bytes]);
    };
    if (style === 'redact') {
        const fixed = wrap(REDACTED);
        return () => fixed;
    }
    return (source, start, end) => wrap(maskText(style, plainText(source.toString('utf8', start + prefix.length, end), kind), key));
}
// A JSON string is masked as the text it says, so that it joins with the same text in a text column.
function plainText(text, kind) {
    if (kind === 'text' || !text.startsWith('"'))
        return text;
    try {
        return String(JSON.parse(text));
    }
    catch {
        return text;
    }
}
function partial(text) {
    if (EMAIL.test(text))
        return `${text.indexOf('@') > 1 ? firstCharacter(text) : ''}${STARS}@${STARS}.${text.slice(text.lastIndexOf('.') + 1)}`;
    // Match "4", miss "-": the digits alone.
    const digits = text.replace(/\D/g, '');
    if (CARD.test(text))
        return `**** **** **** ${digits.slice(-4)}`;
    if (PHONE.test(text) && !DATE.test(text) && digits.length >= 7)
        return `${text.startsWith('+') ? '+' : ''}${STARS}${digits.slice(digits.length >= 10 ? -4 : -2)}`;
    return [...text.slice(0, MIN_PARTIAL_CHARACTERS * 2)].length < MIN_PARTIAL_CHARACTERS ? STARS : firstCharacter(text) + STARS;
}
function firstCharacter(text) {
    return String.fromCodePoint(text.codePointAt(0));
}

;// CONCATENATED MODULE: ./lib/gate/mask-plan.js
// SPDX-License-Identifier: Apache-2.0
//
// How the columns of one result are masked: by where they come from, else by what is in them. Found once for a description that comes
// again and again. Refuses to guess an origin: a column whose lineage is unknown is redacted while anything is protected.





const TEXT_OID = 25;
/** InvalidOid: of no type that we know. */
const UNKNOWN_OID = 0;
// By the list of fields itself: the wire hands in the same one for the same description.
const KNOWN = new memo/* Memo */.l();
/** The plan for rows of these fields. */
function planOf(fields, basis) {
    const known = KNOWN.get(fields);
    if (known !== undefined && isSame(known.basis, basis))
        return known.plan;
    const { outputs } = basis.facts;
    const lineage = Array.isArray(outputs) && outputs.length === fields.length ? outputs : null;
    const plan = columnPlan(fields.map(({ name }) => name), fields.map((field, index) => makerFor(field, lineage?.[index] ?? null, basis)));
    KNOWN.set(fields, { basis, plan });
    return plan;
}
/** The plan for what a COPY sends, which the server does not describe but for the number of its columns. */
function planOfCopy({ columns, binary }, basis) {
    const outputs = copiedColumns(basis.facts, columns);
    return columnPlan([], Array.from({ length: columns }, (_, index) => {
        const output = outputs?.[index] ?? null;
        const field = { name: output?.name ?? '', tableOid: 0, columnNumber: 0, typeOid: copiedType(output, binary, basis.catalog), format: binary ? 1 : 0 };
        return makerFor(field, output, basis);
    }));
}
function columnPlan(names, makers) {
    const plain = makers.every((maker) => maker === null) ? { sinks: makers.map(() => null), masks: false } : null;
    return { names, makers, plain };
}
/** The sinks for one operation. */
function sinksOf({ makers, plain }, count) {
    return plain ?? { sinks: makers.map((maker) => (maker === null ? null : maker(count))), masks: true };
}
// How one column is masked; null: not at all.
function makerFor(field, output, basis) {
    const { catalog, protectedColumns, content, sessionKey } = basis;
    const { format } = field;
    const typeOid = (0,types/* wireType */.W)(field.typeOid, catalog);
    const style = protectedColumns.any ? styleFor(field, output, basis) : null;
    if (style !== null) {
        const what = `column:${style}`;
        // Whether something that was computed from protected values is NULL was computed from them as well.
        const masksNull = output?.direct !== true || hidesNull(basis.facts);
        return (count) => Object.assign(columnSink(style, typeOid, format, sessionKey, () => count(what)), { masksNull });
    }
    if (content.sink(typeOid, format, () => undefined) === null)
        return null;
    return (count) => content.sink(typeOid, format, (detector) => count(`content:${detector}`));
}
// COPY as text writes a value that is like the marker of NULL as it is; but for the marker `\\N`, which no value looks like.
function hidesNull({ copy }) {
    return copy !== null && copy.format === 'text' && copy.null !== '\\N';
}
// Two witnesses: our own reading of the statement, and the server's word on where a column comes from. The stricter counts.
function styleFor(field, output, { catalog, protectedColumns }) {
    if (output === null || output.origins === null)
        return 'redact';
    const styles = output.origins.map((origin) => protectedColumns.styleOf(origin.relation, origin.column, catalog));
    if (field.tableOid !== 0) {
        const relation = catalog.relationsByOid.get(field.tableOid);
        if (relation === undefined)
            return 'redact';
        const column = relation.columns.find((candidate) => candidate.number === field.columnNumber)?.name ?? '*';
        styles.push(protectedColumns.styleOf((0,core_catalog/* canonicalName */.Ew)(relation.schema, relation.name), column, catalog));
    }
    const style = (0,columns/* strictest */.v)(styles);
    // A value computed from protected ones has no shape of its own to keep.
    return style === null || output.direct ? style : (0,columns/* strictest */.v)([style, 'redact']);
}
// What a COPY sends, column by column; null: not known.
function copiedColumns({ copy, outputs }, columns) {
    // Of a table, too, as of the SELECT that it stands for: a materialized view shows columns of others.
    const isKnown = Array.isArray(outputs) && outputs.length === columns && (copy === null || copy.relation === null || (!copy.columns.includes('*') && copy.columns.length === columns));
    return isKnown ? outputs : null;
}
// COPY does not say of what type its columns are. In text everything is text; in binary only a plain column has a type that we know.
function copiedType(output, binary, catalog) {
    const origin = output?.direct === true && output.origins?.length === 1 ? output.origins[0] : undefined;
    const column = origin === undefined ? undefined : catalog.relations.get(origin.relation)?.columns.find(({ name }) => name === origin.column);
    return column?.typeOid ?? (binary ? UNKNOWN_OID : TEXT_OID);
}
function isSame(one, other) {
    return one.facts === other.facts && one.catalog === other.catalog && one.protectedColumns === other.protectedColumns
        && one.content === other.content && one.sessionKey === other.sessionKey;
}

// EXTERNAL MODULE: ./lib/parse/sql/builtins/settings.js
var settings = __webpack_require__(52552);
;// CONCATENATED MODULE: ./lib/gate/recorded-facts.js




const UNSPOKEN = '?';
/** Schemas that names are completed with. */
const COMPLETED = new Set(['public', 'pg_catalog', 'information_schema']);
/** SQLSTATE class of data exceptions: what they quote are values. */
const DATA_EXCEPTION = '22';
/** SQLSTATE class of PL/pgSQL. */
const RAISED = 'P0';
/** One statement's texts, as its recording has them. */
class RecordedFacts {
    #facts;
    #catalog;
    #lowered = null;
    constructor(facts, catalog) {
        this.#facts = facts;
        this.#catalog = catalog;
    }
    /** The name of what an access touches. */
    object({ object, type }) {
        return object === null || this.#catalog.relations.has(object) || this.#spells(object) || this.#isKnown(object, type) ? object : UNSPOKEN;
    }
    /** A sentence that may name such things in backticks: a rule's reason, why something is unknown. */
    sentence(text) {
        if (!text.includes('`'))
            return text;
        const hidden = new Set(this.#facts.accesses.filter((access) => access.object !== this.object(access)).map(({ object }) => object));
        // Matches "`orders`", misses "orders".
        return text.replace(/`([^`]+)`/gu, (quoted, name) => (hidden.has(name) || this.#isInLiteral(name) ? `\`${UNSPOKEN}\`` : quoted));
    }
    /** An error of the server, which quotes values: those of the statement, of its parameters, and of rows that came with it. */
    complaint({ message, sqlstate, names, hasParameters }) {
        if (names === null)
            return message;
        const [first, ...rest] = message.split('"');
        // What code raises, it words as it likes, and what the parameters were nobody keeps.
        const isAny = hasParameters && (sqlstate.startsWith(RAISED) || ranCode(this.#facts));
        const plain = (text) => this.#words(text, isAny);
        if (rest.length === 0)
            return plain(first);
        // A value may hold quotes itself.
        if (sqlstate.startsWith(DATA_EXCEPTION))
            return `${plain(first)}"${UNSPOKEN}"${plain(rest.slice(1).at(-1) ?? '')}`;
        const shown = rest.map((part, index) => (index % 2 === 1 ? plain(part) : this.#isName(part, names) ? part : UNSPOKEN));
        return [plain(first), ...shown].join('"');
    }
    /** What the server said when it was asked for an estimate. */
    impact(estimate) {
        return estimate.why === null ? estimate : { ...estimate, why: this.complaint({ message: this.sentence(estimate.why), sqlstate: DATA_EXCEPTION, names: [], hasParameters: false }) };
    }
    #isName(quoted, names) {
        return this.#spells(quoted) || this.#isKnown(quoted, null) || (names.includes(quoted) && !this.#isInLiteral(quoted));
    }
    // Matches the words of `a, b`; what is no separator belongs to a word.
    #words(text, isAny) {
        return text.replace(/[^\s'`(),:;]+/gu, (written) => {
            const word = written.toLowerCase().replace(/\.+$/u, '');
            if (word === '' || MESSAGE_WORDS.has(word) || this.#written.redacted.includes(word))
                return written;
            const isValue = isAny || this.#written.text.includes(word);
            return isValue && !this.#isKnown(word, null) ? UNSPOKEN : written;
        });
    }
    #spells(name) {
        const { redacted } = this.#written;
        if (redacted.includes(name.toLowerCase()))
            return true;
        const parts = partsOf(name.toLowerCase()).filter((part) => !this.#isSchema(part));
        return parts.length > 0 && parts.every((part) => redacted.includes(part));
    }
    #isInLiteral(name) {
        return this.#written.text.includes(name.toLowerCase()) && !this.#spells(name) && !this.#isKnown(name, null);
    }
    #isKnown(name, type) {
        const { relations, functions, operators, types, schemas } = this.#catalog;
        if (relations.has(name) || schemas.has(name) || (type === 'setting' && (0,settings/* reviewedSettings */.H1)().includes(name)))
            return true;
        const parts = partsOf(name);
        const bare = parts.at(-1) ?? '';
        if (parts.slice(0, -1).every((part) => this.#isSchema(part)) && (functions.has(bare) || operators.has(bare) || (0,builtins_functions/* classifyFunction */.xb)(bare) !== undefined))
            return true;
        for (const known of types.values())
            if (known.name === name)
                return true;
        for (const relation of relations.values())
            if (relation.name === name)
                return true;
        return false;
    }
    #isSchema(name) {
        return COMPLETED.has(name) || this.#catalog.schemas.has(name);
    }
    // Most statements are allowed, and name what the catalog has: nothing of this is needed for them.
    get #written() {
        return (this.#lowered ??= { text: this.#facts.text.toLowerCase(), redacted: this.#facts.redacted.toLowerCase() });
    }
}
// Matches the parts of `public."a.b"`: a name with a dot is in quotes.
function partsOf(name) {
    return (name.match(/"[^"]*"|[^."]+/gu) ?? []).map((part) => part.replaceAll('"', ''));
}

;// CONCATENATED MODULE: ./lib/gate/execution.js
// SPDX-License-Identifier: Apache-2.0
//
// One allowed operation on its way: plans how its rows are masked, watches what the server says, and records "done" once. From here
// on nobody sees raw bytes. Refuses to pass rows whose origin it can't tell while any column of the resource is protected.









/** Rows and bytes of a result that a recording keeps. */
const MAX_SAMPLE_ROWS = 100;
const MAX_SAMPLE_BYTES = 65_536;
/** SQLSTATE of what was never run, because something before it failed: in_failed_sql_transaction. */
const NOT_RUN = '25P02';
/** Masked markers are shorter than this; kept between chunks of COPY data so that none hides at a seam. */
const MARKER_CARRY_BYTES = 64;
/** The gate's side of `Execution`. */
class OperationRun {
    #number;
    #verdict;
    #shared;
    #catalog;
    #protected;
    #content;
    #masked = {};
    #columns = [];
    #sample = [];
    #sampleBytes = 0;
    #rows = 0;
    #bytes = 0;
    #ended = false;
    #answered = false;
    #carry = '';
    #copied;
    constructor(number, verdict, catalog, shared) {
        this.#number = number;
        this.#verdict = verdict;
        this.#catalog = catalog;
        this.#shared = shared;
        const own = verdict.masks.length > 0;
        this.#protected = own ? shared.protectedWith(verdict.masks) : shared.protectedColumns;
        this.#content = own ? shared.contentWith(verdict.masks) : shared.content;
        this.maxRows = verdict.maxRows;
        this.undoable = verdict.maxRows !== null && (0,guards/* changesRows */.j_)(verdict.operation.facts);
        this.wantsSample = shared.recordResults === 'rows';
        this.#copied = verdict.copyData === null ? null : (0,external_node_crypto_.createHash)('sha256');
    }
    maxRows;
    undoable;
    wantsSample;
    /** Told once how it ended. */
    watch = null;
    get revocable() {
        return (0,outcomes/* isRevocable */.of)(this.facts);
    }
    get speaksLater() {
        return speaksLater(this.facts, { protectedColumns: this.#protected, catalog: this.#catalog });
    }
    get facts() {
        return this.#verdict.operation.facts;
    }
    described(fields, catalog, changed = false) {
        const plan = planOf(fields, this.#basis(catalog, changed));
        this.#columns = plan.names;
        return this.#sinks(plan);
    }
    copyOut(columns, binary, catalog, changed) {
        if (this.facts.copy === null)
            throw new errors/* GateError */.ue('DENIED', 'the server copies out what was not judged as a copy');
        return this.#sinks(planOfCopy({ columns, binary }, this.#basis(catalog, changed)));
    }
    sample(row) {
        if (!this.wantsSample)
            return;
        this.#sample.push(row);
        for (const value of row)
            this.#sampleBytes += value === null ? 4 : value.length;
        if (this.#sample.length >= MAX_SAMPLE_ROWS || this.#sampleBytes >= MAX_SAMPLE_BYTES)
            this.wantsSample = false;
    }
    row(bytes) {
        if (this.maxRows !== null && this.#rows >= this.maxRows)
            throw tooMany('returns', this.maxRows);
        this.#rows += 1;
        this.#bytes += bytes;
    }
    completed(tag) {
        if (!this.undoable || this.maxRows === null)
            return;
        // Match "UPDATE 3" and "INSERT 0 3", miss "BEGIN": how many rows it changed. A tag without a number counts as too many.
        const count = / (\d+)$/.exec(tag)?.[1];
        if (count === undefined || Number(count) > this.maxRows)
            throw tooMany('changes', this.maxRows);
    }
    copyIn(data) {
        this.#copied?.update(data);
        this.#bytes += data.length;
        const text = this.#carry + data.toString('latin1');
        this.#carry = text.slice(-MARKER_CARRY_BYTES);
        if ((0,markers/* looksMasked */.Y)(text)) {
            throw new errors/* GateError */.ue('DENIED', 'a value that was masked on its way out may not be copied back in', { hint: 'copy the real value, or leave the column out' });
        }
    }
    copyInDone() {
        const { copyData } = this.#verdict;
        if (copyData === null || this.#copied?.digest('hex') === copyData)
            return;
        throw new errors/* GateError */.ue('DENIED', 'the rows to be copied in are others than those that were approved', { hint: 'copy exactly what was approved, or ask for a new approval' });
    }
    diagnostic(field, text, sqlstate, fields) {
        const hidden = withheld({ field, text, sqlstate, fields }, { facts: this.facts, protectedColumns: this.#protected, catalog: this.#catalog });
        return hidden ?? this.#clean(text);
    }
    answered(tag) {
        this.#answered = true;
        this.#verdict.ended?.(tag);
    }
    /** The batch was refused because of another statement: this one was judged, but never sent. */
    notForwarded() {
        this.#finish('failed', null, { sqlstate: '42501', message: 'not forwarded: the message was refused' });
    }
    done(outcome) {
        if (!this.#ended) {
            // What was answered, and is taken back, is told a second time: as failed.
            if (!this.#answered || outcome.kind !== 'ok')
                this.#verdict.ended?.(outcome.kind === 'ok' ? outcome.tag : null);
            this.watch?.(fateOf(outcome));
        }
        if (outcome.kind === 'ok')
            this.#finish('ok', outcome.tag, null);
        else if (outcome.kind === 'failed')
            this.#finish('failed', null, { sqlstate: outcome.sqlstate, message: this.#recordable(outcome) });
        else
            this.#finish('unknown', null, null);
    }
    #recordable({ sqlstate, message, names }) {
        const { operation } = this.#verdict;
        const hasParameters = operation instanceof SqlOperation && operation.asked.draft.parameterCount > 0;
        return this.diagnostic('M', new RecordedFacts(this.facts, this.#catalog).complaint({ sqlstate, message, names: names ?? null, hasParameters }), sqlstate);
    }
    #finish(outcome, tag, error) {
        if (this.#ended)
            return;
        this.#ended = true;
        const { recordResults, recorder } = this.#shared;
        const result = recordResults === 'rows' && this.#columns.length > 0 ? { columns: this.#columns, rows: this.#sample.map((row) => row.map((value) => (value === null ? null : this.#clean(value)))) } : null;
        try {
            recorder.append({
                type: 'done', operation: this.#number, outcome, tag, error, masked: this.#masked, result,
                rows: recordResults === 'none' ? 0 : this.#rows, bytes: recordResults === 'none' ? 0 : this.#bytes,
            });
        }
        catch {
            // The effect has happened and its decision is on record; a dead recorder refuses every operation from the next on.
        }
    }
    #basis(catalog, changed) {
        return { facts: changed ? lineageLost(this.facts) : this.facts, catalog, protectedColumns: this.#protected, content: this.#content, sessionKey: this.#shared.sessionKey };
    }
    #sinks(plan) {
        return sinksOf(plan, (what) => this.#count(what));
    }
    #clean(text) {
        const { text: clean, counts } = this.#content.scan(text);
        for (const [detector, count] of Object.entries(counts))
            this.#masked[`content:${detector}`] = (this.#masked[`content:${detector}`] ?? 0) + count;
        return clean;
    }
    #count(kind) {
        this.#masked[kind] = (this.#masked[kind] ?? 0) + 1;
    }
}
function tooMany(does, maxRows) {
    return new errors/* GateError */.ue('DENIED', `the statement ${does} more than the ${maxRows} rows that \`max_rows\` allows`, { hint: 'narrow it with a WHERE or a LIMIT' });
}
function fateOf(outcome) {
    return outcome.kind === 'failed' && outcome.sqlstate === NOT_RUN ? { kind: 'withheld' } : outcome;
}
// Definitions may be others by now than those by which its columns were followed.
function lineageLost(facts) {
    return { ...facts, outputs: 'unknown' };
}

;// CONCATENATED MODULE: ./lib/gate/refusal.js
/** SQLSTATE insufficient_privilege. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSED_SQLSTATE = '42501';
/** The refusal of a verdict that is not `allow`. */
function refusalOf(verdict) {
    const { facts } = verdict.operation;
    const rule = verdict.rules[0] ?? 'default';
    const reason = oneLine(verdict.reasons[0] ?? 'no rule allows it');
    const decision = verdict.decision === 'review' ? 'review' : 'deny';
    return {
        decision,
        sqlstate: REFUSED_SQLSTATE,
        message: decision === 'review' ? `ostiary: ${facts.statement} needs a person's review` : `ostiary: ${facts.statement === 'UNKNOWN' ? 'what is not understood' : facts.statement} is not allowed`,
        detail: `decision=${decision} rule=${rule} operation=${facts.name} reason=${reason}`,
        hint: hintOf(verdict, rule),
    };
}
function hintOf(verdict, rule) {
    const { facts } = verdict.operation;
    // Denied because nobody could be asked, not by a rule.
    if (verdict.decision === 'review' || verdict.how !== null) {
        const where = verdict.url === null ? '' : ` (${verdict.url})`;
        return `ask: ${oneLine(verdict.how ?? 'a person has to review this operation first')}${where}`;
    }
    if (facts.unknown.length > 0 && facts.forbidden.length === 0) {
        return `rephrase: not understood: ${oneLine(facts.unknown.slice(0, 3).join('; '))}${nameable(verdict)}`;
    }
    return `never: rule \`${rule}\` decides this on \`${verdict.operation.resource.name}\`; do it another way or ask the people who keep the policy`;
}
// A function of somebody's own is not a matter of words: a rule has to name it.
function nameable({ operation: { facts } }) {
    const own = facts.accesses.filter(({ effect, type, object }) => effect === 'unknown' && type === 'function' && object?.startsWith('pg_catalog.') === false);
    const names = [...new Set(own.map(({ object }) => oneLine(object ?? '')))];
    return names.length === 0 ? '' : `; whoever keeps the policy can allow it by a rule that names it: \`match: { effect: unknown, object: ${names.length === 1 ? names[0] : `[${names.slice(0, 3).join(', ')}]`} }\``;
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./lib/gate/order.js










/** Judges a whole batch, records it, and then lets it run or refuses it. Calls exactly one of `execute` and `refuse`. */
function order_submit(submission, deps) {
    let verdicts;
    try {
        const place = deps.series.message(submission.context, submission.asked.length);
        verdicts = submission.asked.map((asked) => judge(asked, asked.context ?? submission.context, { deps, place }));
    }
    catch (thrown) {
        verdicts = submission.asked.map((asked) => failed(asked, thrown, deps));
    }
    if (verdicts.every((verdict) => verdict.decision !== 'review' && !wantsRows(verdict))) {
        conclude(verdicts, submission, deps);
        return;
    }
    if (deps.holdMs > 0)
        submission.waiting?.stay();
    void withEstimates(verdicts, submission, { deps, decide, failed }).then((weighed) => approve(weighed, submission, deps)).then((approved) => conclude(approved, submission, deps));
}
function judge(asked, context, { deps, place }) {
    const { facts, ended } = place(asked.draft, deps.facts.of(asked.draft, context));
    return decide(new SqlOperation(asked, facts, { resource: deps.resource, settings: context.settings }), { context, deps, ended, impact: null });
}
function decide(operation, { context, deps, ended, impact }) {
    const decision = deps.judge.decide({ operation, principal: deps.principal, resource: deps.resource.name, now: deps.now() });
    // The digest of what is refused holds the values: when they can't be read, that is the judgement.
    if (decision.decision !== 'allow')
        void operation.parameters;
    const verdict = plain(operation, decision, { ended, impact });
    const protectedColumns = decision.masks.length === 0 ? deps.protectedColumns : deps.protectedWith(decision.masks);
    const objection = (0,guards/* guard */.ah)(operation, protectedColumns, context.catalog) ?? (0,guards/* ceilingGuard */.Fi)(operation, operation.asked.draft, decision.maxRows);
    return objection === null ? verdict : { ...verdict, decision: 'deny', rules: [objection.rule, ...decision.rules], reasons: [objection.reason, ...decision.reasons] };
}
function plain(operation, decision, { ended, impact }) {
    return {
        operation, decision: decision.decision, rules: decision.rules, reasons: decision.reasons,
        masks: decision.masks, maxRows: decision.maxRows, copyData: null, observed: decision.observed, how: null, url: null, ended, approval: null, impact,
    };
}
// The judgement itself broke: denied under a rule of its own, with facts that claim nothing.
function failed(asked, thrown, deps) {
    const facts = unreadable(asked, (0,errors/* messageOf */.bD)(thrown));
    const operation = { kind: 'sql', resource: deps.resource, facts, parameters: [], data: null, settings: {} };
    return {
        operation, decision: 'deny', rules: ['builtin:failed'], reasons: [`the operation could not be judged: ${(0,errors/* messageOf */.bD)(thrown)}`],
        masks: [], maxRows: null, copyData: null, observed: [], how: null, url: null, ended: null, approval: null, impact: null,
    };
}
function unreadable(asked, why) {
    return {
        statement: asked.draft.statement, name: 'sql.unknown', text: asked.draft.text, redacted: asked.draft.redacted,
        accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        functions: [], hazards: [], outputs: 'unknown', flows: [], literals: [], session: [], copy: null, lock: null, rewrite: null,
        forbidden: [], unknown: [why], assumed: false,
    };
}
// INVARIANT: nothing is executed before its "decided" line is durable. A recorder that fails turns everything into a refusal.
function conclude(verdicts, submission, deps) {
    const worst = verdicts.find((verdict) => verdict.decision === 'deny') ?? verdicts.find((verdict) => verdict.decision === 'review');
    let runs;
    try {
        runs = verdicts.map((verdict) => record(verdict, submission.context.catalog, deps));
        if (worst !== undefined) {
            for (const run of runs)
                run.notForwarded();
        }
    }
    catch (thrown) {
        release(verdicts);
        submission.refuse(recordFailed(thrown));
        return;
    }
    let answered = false;
    const answer = (error) => {
        if (answered)
            return;
        answered = true;
        if (worst === undefined && error === null) {
            watch(runs, verdicts, { submission, deps });
            submission.execute(runs);
            return;
        }
        release(verdicts);
        submission.refuse(error !== null ? recordFailed(error) : refusalOf(worst));
    };
    try {
        deps.recorder.whenDurable(answer);
    }
    catch (thrown) {
        // Whoever was told to execute has answered already, and may throw for reasons of its own.
        if (answered)
            throw thrown;
        answer(thrown);
    }
}
// What was approved, and is not sent, may be asked for again.
function release(verdicts) {
    for (const { approval } of verdicts)
        approval?.settle?.('rolled-back');
}
function watch(runs, verdicts, { submission, deps }) {
    const together = !verdicts.some(({ operation }) => (0,outcomes/* controls */.ne)(operation.facts));
    for (const [index, run] of runs.entries()) {
        const { operation, approval } = verdicts[index];
        run.watch = deps.outcomes.watch(operation.facts, approval?.settle ?? null, { message: submission, together });
    }
}
function record(verdict, catalog, deps) {
    const number = deps.tally.nextOperation();
    const { facts } = verdict.operation;
    const recorded = new RecordedFacts(facts, catalog);
    const reasons = verdict.reasons.map((reason) => recorded.sentence(reason));
    deps.recorder.append({
        type: 'decided', operation: number, connection: deps.connection, resource: deps.resource.name, principal: deps.principal.subject,
        statement: facts.statement, name: facts.name, text: facts.redacted, accesses: deps.facts.recorded(facts, recorded),
        decision: verdict.decision, rules: verdict.rules, reasons, observed: verdict.observed,
        unknown: facts.unknown.map((why) => recorded.sentence(why)), catalog: catalog.epoch, ...(verdict.impact === null ? {} : { impact: recorded.impact(verdict.impact) }),
        ...(verdict.decision === 'allow' ? {} : { digest: deps.keyed((0,operation_digest/* operationDigest */.x)(verdict.operation)) }),
    });
    const seen = verdict.approval?.seen ?? null;
    if (seen !== null)
        deps.recorder.append({ type: 'approval', operations: [number], ...seen });
    deps.tally[verdict.decision] += 1;
    deps.decided(verdict.decision);
    if (verdict.decision !== 'allow' || verdict.observed.length > 0)
        deps.log(verdict.decision, verdict.operation, { ...verdict, reasons });
    return new OperationRun(number, verdict, catalog, deps);
}
function recordFailed(thrown) {
    const cause = thrown instanceof errors/* GateError */.ue ? thrown : new errors/* GateError */.ue('RECORD_FAILED', (0,errors/* messageOf */.bD)(thrown));
    return {
        decision: 'deny', sqlstate: '42501', message: 'ostiary: refused, because the recording can not be written',
        detail: `decision=deny rule=builtin:record operation=- reason=${cause.message}`,
        hint: `never: nothing runs unrecorded; ${cause.hint ?? 'make room for the recording and start a new session'}`,
    };
}

;// CONCATENATED MODULE: ./lib/gate/session.js
// SPDX-License-Identifier: Apache-2.0
//
// One principal's guarded run on one resource: hands a door to each connection and counts what was decided. Holds the session key
// and the recording; refuses connections when it has ended or has too many.









/** Connections open at once in one session: above any CI job's pool, below PostgreSQL's default `max_connections` of 100. */
const MAX_CONNECTIONS = 64;
/** Decisions so far; shared by all resources of a session. */
class SessionTally {
    allow = 0;
    review = 0;
    deny = 0;
    #operations = 0;
    nextOperation() {
        this.#operations += 1;
        return this.#operations;
    }
}
// What every resource has anyhow is found without such a mask.
function isContent({ column }) {
    return column.startsWith('content:');
}
/** The masks in force on a resource, and those that rules add for single operations. */
class Masking {
    columns;
    content;
    #masks;
    #detectors;
    #added = new Map();
    constructor(masks, detectors, content = new mask_content/* ContentMask */.u(masks, detectors)) {
        this.#masks = masks;
        this.#detectors = detectors;
        this.columns = new columns/* ProtectedColumns */.O(masks);
        this.content = content;
    }
    with(more) {
        const key = JSON.stringify(more);
        const known = this.#added.get(key);
        if (known !== undefined)
            return known;
        const masks = [...this.#masks, ...more];
        // A set of detectors takes a megabyte: made only when there are others.
        const made = more.some(isContent) ? new Masking(masks, this.#detectors) : new Masking(masks, this.#detectors, this.content);
        this.#added.set(key, made);
        return made;
    }
    /** A text that belongs to no single operation: anything may be in it that any operation so far had to hide. */
    unattributed(field, text, sqlstate) {
        const all = [this, ...this.#added.values()];
        const hidden = all.map(({ columns }) => unattributed({ field, text, sqlstate }, columns)).find((replacement) => replacement !== null);
        return hidden ?? all.reduce((clean, { content }) => content.scan(clean).text, text);
    }
}
/** The gate of one session. */
class GateSession {
    tally = new SessionTally();
    #deps;
    #sessionKey;
    #contents = new Set();
    #connections = 0;
    #open = 0;
    #ended = false;
    constructor(deps) {
        this.#deps = deps;
        this.#sessionKey = deps.runtime.random(32);
    }
    /** The door to one resource, under the masks in force for it. `holdMs`: how long a client that can wait is held for people. */
    door(resource, masks, holdMs = 0) {
        const detectors = this.#deps.detectors ?? [];
        const { content: common } = this.#deps;
        const standing = common === undefined || masks.some(isContent) ? new Masking(masks, detectors) : new Masking(masks, detectors, common);
        this.#contents.add(standing.content);
        const shared = {
            ...this.#shared(resource), holdMs, protectedColumns: standing.columns, content: standing.content,
            protectedWith: (more) => standing.with(more).columns, contentWith: (more) => standing.with(more).content,
        };
        return {
            open: (application, impacts) => {
                const connection = this.#admit(resource, standing.content.scan(application).text);
                const originated = (statement, purpose) => this.#deps.recorder.append({ type: 'gate', connection, statement, purpose });
                return this.#connect({ ...shared, connection, originated, impacts: impacts ?? null, series: new live_series/* LiveSeries */.A(), outcomes: new outcomes/* ApprovalOutcomes */.FF() }, standing);
            },
        };
    }
    /** Makes ready what first connections need, so that they need not wait for it. */
    prepare() {
        for (const content of this.#contents)
            content.prepare();
    }
    /** No connection is admitted from now on. */
    end() {
        this.#ended = true;
    }
    #shared(resource) {
        const { principal, judge, reader, approvals, recorder, runtime, recordResults } = this.#deps;
        return {
            principal, resource, judge, approvals, recorder, recordResults, facts: new facts/* FactsCache */.yB(reader), tally: this.tally,
            sessionKey: this.#sessionKey, runtime, now: () => runtime.now(),
            decided: (decision) => this.#deps.decided?.(resource.name, decision),
            keyed: (digest) => (0,external_node_crypto_.createHmac)('sha256', this.#sessionKey).update(digest).digest('hex'),
            log: (decision, operation, verdict) => this.#tell(decision, operation.facts.redacted, verdict),
        };
    }
    #admit(resource, application) {
        if (this.#ended)
            throw new errors/* GateError */.ue('DENIED', 'the session has ended', { hint: 'start a new run' });
        if (this.#open >= MAX_CONNECTIONS) {
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', `the session has ${MAX_CONNECTIONS} connections open, which is the limit`, { hint: 'use a smaller pool' });
        }
        this.#connections += 1;
        this.#deps.recorder.append({ type: 'connection', connection: this.#connections, resource: resource.name, application });
        this.#open += 1;
        return this.#connections;
    }
    #connect(deps, masking) {
        let open = true;
        return {
            holds: deps.holdMs > 0,
            analyse: (sql) => deps.facts.analyse(sql),
            facts: (draft, context) => deps.facts.of(draft, context),
            submit: (submission) => order_submit(submission, deps),
            diagnostic: (field, text, sqlstate = '') => masking.unattributed(field, text, sqlstate),
            originated: deps.originated,
            idle: () => {
                deps.series.idle();
                deps.outcomes.idle();
            },
            refused: (reason) => {
                this.tally.deny += 1;
                deps.decided('deny');
                deps.recorder.append({ type: 'refused', connection: deps.connection, reason });
            },
            closed: (reason) => {
                if (!open)
                    return;
                open = false;
                this.#open -= 1;
                deps.outcomes.closed();
                this.#remark(() => deps.recorder.append({ type: 'disconnected', connection: deps.connection, reason }));
            },
        };
    }
    // What is only a remark may be lost with a dead recorder; decisions never are.
    #remark(write) {
        try {
            write();
        }
        catch (thrown) {
            this.#deps.log.debug('an event came after the end of the recording', { thrown: String(thrown) });
        }
    }
    #tell(decision, text, verdict) {
        const fields = { resource: verdict.operation.resource.name, rule: verdict.rules[0] ?? 'default', statement: text.slice(0, 200) };
        if (verdict.observed.length > 0)
            this.#deps.log.warn(`would have refused: ${verdict.reasons[0] ?? ''}`, { ...fields, observed: verdict.observed });
        if (decision !== 'allow')
            this.#deps.log.info(`${decision}: ${verdict.reasons[0] ?? ''}`, fields);
    }
}


/***/ }),

/***/ 32925:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ ContentMask)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/glob.js
var core_glob = __webpack_require__(80029);
// EXTERNAL MODULE: ./lib/mask/detection.js + 5 modules
var detection = __webpack_require__(84520);
// EXTERNAL MODULE: ./lib/mask/detectors/custom.js
var detectors_custom = __webpack_require__(2277);
// EXTERNAL MODULE: ./lib/mask/detectors/registry.js + 18 modules
var registry = __webpack_require__(25177);
// EXTERNAL MODULE: ./lib/mask/replacement.js
var replacement = __webpack_require__(95956);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/mask/arrays.js
const HEADER_BYTES = 12;
const DIMENSION_BYTES = 8;
/** PostgreSQL's own MAXDIM. */
const MAX_DIMENSIONS = 6;
const NULL_LENGTH = -1;
/** The array with each element through the sink (null makes a NULL element); undefined when none changed. */
function maskArray(value, sink) {
    const elements = elementsOf(value);
    if (elements === undefined)
        return 'no-array';
    let changed = false;
    const masked = elements.list.map((element) => {
        const replacement = element === null ? undefined : sink(element, 0, element.length);
        changed ||= replacement !== undefined;
        return replacement === undefined ? element : replacement;
    });
    if (!changed)
        return undefined;
    const head = Buffer.from(value.subarray(0, elements.start));
    if (masked.includes(null))
        head.writeInt32BE(1, 4);
    return Buffer.concat([head, ...masked.flatMap(framed)]);
}
function elementsOf(value) {
    if (value.length < HEADER_BYTES)
        return undefined;
    const dimensions = value.readInt32BE(0);
    const start = HEADER_BYTES + dimensions * DIMENSION_BYTES;
    if (dimensions < 0 || dimensions > MAX_DIMENSIONS || start > value.length)
        return undefined;
    const list = [];
    let at = start;
    while (at + 4 <= value.length) {
        const length = value.readInt32BE(at);
        at += 4;
        if (length < NULL_LENGTH || at + length > value.length)
            return undefined;
        list.push(length === NULL_LENGTH ? null : value.subarray(at, at + length));
        at += Math.max(length, 0);
    }
    return at === value.length ? { start, list } : undefined;
}
function framed(element) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(element === null ? NULL_LENGTH : element.length);
    return element === null ? [length] : [length, element];
}

;// CONCATENATED MODULE: ./lib/mask/json.js

/** Masks JSON text. What is not JSON is walked as far as it looks like it. */
function maskJson(text, detection) {
    const raw = detection.inText(text);
    if (raw.length === 0 && !mayHide(text))
        return { text, found: [] };
    const found = [];
    let out = '';
    let copied = 0;
    let first = 0;
    for (const token of tokens(text)) {
        while (first < raw.length && raw[first].end <= token.start)
            first += 1;
        const masked = maskToken({ token, source: text.slice(token.start, token.end), raw: touching(raw, first, token) }, detection);
        if (masked === null)
            continue;
        out += text.slice(copied, token.start) + masked.text;
        copied = token.end;
        found.push(...masked.found);
    }
    return { text: out + text.slice(copied), found };
}
function maskToken({ token, source, raw }, detection) {
    const escaped = source.startsWith('"') && mayHide(source) ? decoded(source) : null;
    if (escaped !== null) {
        const inside = detection.inText(escaped);
        // JSON within the string has escapes of its own.
        const masked = (0,replacement/* replaced */.$3)(escaped, inside);
        const [hidden] = detection.behindEscapes(masked);
        if (hidden !== undefined)
            return { text: JSON.stringify((0,replacement/* marker */.xL)(hidden.name)), found: [...inside, hidden] };
        if (inside.length > 0)
            return { text: JSON.stringify(masked), found: inside };
    }
    const hit = raw[0];
    if (hit === undefined)
        return null;
    if (escaped !== null || !source.startsWith('"'))
        return { text: JSON.stringify((0,replacement/* marker */.xL)(hit.name)), found: [hit] };
    // Ranges may begin before the string or end after it; its quotes stay.
    const clipped = raw.map(({ start, end, name }) => ({ start: Math.max(start - token.start, 1), end: Math.min(end - token.start, source.length - 1), name }));
    const inner = clipped.filter(({ start, end }) => start < end);
    return { text: (0,replacement/* replaced */.$3)(source, inner), found: inner };
}
// Escapes of JSON itself, and references in XML that a string may hold.
function mayHide(text) {
    return text.includes('\\') || text.includes('&#');
}
function touching(raw, first, token) {
    let last = first;
    while (last < raw.length && raw[last].start < token.end)
        last += 1;
    return raw.slice(first, last);
}
function decoded(source) {
    try {
        return JSON.parse(source);
    }
    catch {
        return null;
    }
}
// Strings with their quotes, and runs of anything that is neither white space nor structure: numbers and the three words.
function* tokens(text) {
    let at = 0;
    while (at < text.length) {
        const char = text.charAt(at);
        if (STRUCTURE.includes(char)) {
            at += 1;
            continue;
        }
        const end = char === '"' ? stringEnd(text, at + 1) : bareEnd(text, at + 1);
        yield { start: at, end };
        at = end;
    }
}
const STRUCTURE = ' \t\r\n,:{}[]';
function stringEnd(text, from) {
    for (let at = from; at < text.length; at += 1) {
        const char = text.charAt(at);
        if (char === '"')
            return at + 1;
        if (char === '\\')
            at += 1;
    }
    return text.length;
}
function bareEnd(text, from) {
    let at = from;
    while (at < text.length && !STRUCTURE.includes(text.charAt(at)) && text.charAt(at) !== '"')
        at += 1;
    return at;
}

// EXTERNAL MODULE: ./lib/mask/types.js
var types = __webpack_require__(49717);
;// CONCATENATED MODULE: ./lib/mask/values.js
// SPDX-License-Identifier: Apache-2.0
//
// Content sinks: one for each way in which a PostgreSQL type wraps text. Refuses to hand on a value in which something was found and
// which it can't rewrite: that becomes NULL.





/** Shorter finds in binary data that is no text are chance. */
const MIN_CHANCE_FREE_BYTES = 10;
/** First byte of jsonb on the wire: its version. */
const JSONB_VERSION = 1;
/** The sink for a type, or null when it can't hold text. */
function contentSink(request) {
    const binary = request.format === 1;
    const kind = (0,types/* typeKind */.Z)(request.typeOid);
    switch (kind) {
        case 'number':
            return null;
        case 'text':
            return textSink(request);
        case 'json':
            return jsonSink(request, 0);
        case 'jsonb':
            return jsonSink(request, binary ? 1 : 0);
        case 'xml':
            return foreignSink(request);
        case 'bytea':
            return binary ? byteaSink(request, (value) => value) : byteaSink(request, decodeBytea);
        case 'text-array':
            return binary ? arraySink(request) : foreignSink(request);
        case 'opaque-array':
            return binary ? wholeSink(request) : hexArraySink(request);
        case 'other':
            return binary ? wholeSink(request) : foreignSink(request);
        default:
            return kind;
    }
}
function textSink({ detection, count }) {
    return looking(detection, (value) => {
        const { found, hidden } = detection.seenIn(value);
        const first = hidden[0];
        if (first !== undefined) {
            tell(hidden, count);
            return Buffer.from((0,replacement/* marker */.xL)(first.name), 'latin1');
        }
        if (found.length === 0)
            return undefined;
        tell(found, count);
        return (0,replacement/* replacedBytes */.ee)(value, found);
    });
}
// A sink that masks only what the detection sees in the value's own bytes: of most values it needs no view.
function looking(detection, mask) {
    return (source, start, end) => (detection.possibleAt(source, start, end) ? mask(source.subarray(start, end)) : undefined);
}
// A type that is taken for its text: what hides behind escapes can't be rewritten there, so all of it is NULL.
function foreignSink({ detection, count }) {
    return looking(detection, (value) => {
        const { found, hidden } = detection.seenIn(value);
        tell(hidden.length > 0 ? hidden : found, count);
        if (hidden.length > 0)
            return null;
        return found.length === 0 ? undefined : (0,replacement/* replacedBytes */.ee)(value, found);
    });
}
// Nothing of it can be rewritten: all or NULL.
function wholeSink(request) {
    return looking(request.detection, (value) => (isFoundIn(value, request) ? null : undefined));
}
function isFoundIn(value, { detection, count }) {
    const { found, hidden } = detection.seenIn(value);
    tell(hidden.length > 0 ? hidden : found, count);
    return found.length + hidden.length > 0;
}
function jsonSink(request, skip) {
    const { detection, count } = request;
    return looking(detection, (value) => {
        const body = value.subarray(skip);
        if (!(0,external_node_buffer_.isUtf8)(body) || (skip === 1 && value[0] !== JSONB_VERSION))
            return isFoundIn(value, request) ? null : undefined;
        const masked = maskJson(body.toString('utf8'), detection);
        if (masked.found.length === 0)
            return undefined;
        tell(masked.found, count);
        return Buffer.concat([value.subarray(0, skip), Buffer.from(masked.text, 'utf8')]);
    });
}
function byteaSink({ detection, count }, decode) {
    return (source, start, end) => {
        const bytes = decode(source.subarray(start, end));
        const found = detection.inBytes(bytes);
        const real = found.length === 0 || (0,external_node_buffer_.isUtf8)(bytes) ? found : found.filter((one) => one.end - one.start >= MIN_CHANCE_FREE_BYTES);
        tell(real, count);
        return real.length === 0 ? undefined : null;
    };
}
function arraySink(request) {
    const element = textSink(request);
    return (source, start, end) => {
        const value = source.subarray(start, end);
        const masked = maskArray(value, element);
        if (masked !== 'no-array')
            return masked;
        return isFoundIn(value, request) ? null : undefined;
    };
}
// Elements of bytea[] are hex within the literal; those of json[] are JSON with escaped quotes.
function hexArraySink(request) {
    return (source, start, end) => {
        const value = source.subarray(start, end);
        if (isFoundIn(value, request))
            return null;
        // Match `\\\\x4142`, miss `x4142`: one element's hex.
        const plain = value.toString('latin1').replace(/\\\\x([0-9a-f]{2,})/g, (_, hex) => ` ${Buffer.from(hex, 'hex').toString('latin1')} `);
        return isFoundIn(Buffer.from(plain, 'latin1'), request) ? null : undefined;
    };
}
function tell(found, count) {
    for (const { name } of found)
        count(name);
}
// Hex (`\x4142`) or the older escape format (`AB\001\\`).
function decodeBytea(value) {
    if (value[0] === 0x5c && value[1] === 0x78)
        return Buffer.from(value.toString('latin1', 2), 'hex');
    if (!value.includes(0x5c))
        return value;
    // Match `\\` and `\001`, miss `\9`: one escape.
    const text = value.toString('latin1').replace(/\\(?:\\|([0-3][0-7]{2}))/g, (_, octal) => (octal === undefined ? '\\' : String.fromCharCode(parseInt(octal, 8))));
    return Buffer.from(text, 'latin1');
}

;// CONCATENATED MODULE: ./lib/mask/content.js







const PREFIX = 'content:';
/** The detectors of one resource, and what they do to values. The replacement is `[masked:NAME]`, whatever style the policy asks for. */
class ContentMask {
    /** Names of the detectors that are on. */
    detectors;
    #all;
    #made = null;
    /** Of `masks`, those whose column is `content:NAME` (a glob over detector names) count. Throws POLICY_INVALID for a name that no detector has. `custom`: the policy's own, always on. */
    constructor(masks, custom = []) {
        const named = masks.filter(({ column }) => column.startsWith(PREFIX)).map(({ column }) => column.slice(PREFIX.length));
        for (const name of named)
            refuseUnknown(name);
        const globs = named.map((name) => (0,core_glob/* compileGlob */.SO)(name));
        const detectors = [...registry/* DETECTORS */.c.filter(({ kind, name }) => kind === 'secret' || globs.some((glob) => glob(name))), ...custom.map(detectors_custom/* customDetector */.u)];
        this.detectors = [...new Set(detectors.map(({ name }) => name))];
        this.#all = detectors;
    }
    /** Makes ready what the first value needs, a dozen milliseconds' work, unless a value has come already. */
    prepare() {
        this.#detection();
    }
    /** The text with everything found replaced, and how many of each were. */
    scan(text) {
        const detection = this.#detection();
        const found = detection.inText(text);
        const clean = (0,replacement/* replaced */.$3)(text, found);
        const hidden = detection.behindEscapes(clean);
        const counts = {};
        for (const { name } of [...found, ...hidden])
            counts[name] = (counts[name] ?? 0) + 1;
        return { text: hidden[0] === undefined ? clean : (0,replacement/* marker */.xL)(hidden[0].name), counts };
    }
    /** The sink for values of a type, or null when the type can't hold text. `format`: 0 text, 1 binary. `count` is called for each thing masked. */
    sink(typeOid, format, count) {
        return contentSink({ typeOid, format, count, detection: this.#detection() });
    }
    #detection() {
        return (this.#made ??= new detection/* Detection */.u(this.#all));
    }
}
function refuseUnknown(name) {
    const glob = (0,core_glob/* compileGlob */.SO)(name);
    if (registry/* DETECTORS */.c.some((detector) => glob(detector.name)))
        return;
    throw new errors/* GateError */.ue('POLICY_INVALID', `\`${PREFIX}${name}\` names no detector`, { hint: `use one of ${[...new Set(registry/* DETECTORS */.c.map((detector) => detector.name))].join(', ')}` });
}


/***/ }),

/***/ 49717:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ wireType),
/* harmony export */   Z: () => (/* binding */ typeKind)
/* harmony export */ });
const TEXT_OID = 25;
const KINDS = kinds({
    // text, varchar, bpchar, name, unknown, cstring, refcursor
    text: [TEXT_OID, 1043, 1042, 19, 705, 2275, 1790],
    json: [114],
    jsonb: [3802],
    xml: [142],
    bytea: [17],
    // text[], varchar[], bpchar[], name[], cstring[]
    'text-array': [1009, 1015, 1014, 1003, 1263],
    // json[], jsonb[], xml[], bytea[]
    'opaque-array': [199, 3807, 143, 1001],
    number: [
        // bool, "char", int8, int2, int2vector, int4, oid, tid, xid, cid, oidvector, float4, float8, money, numeric, xid8, void
        16, 18, 20, 21, 22, 23, 26, 27, 28, 29, 30, 700, 701, 790, 1700, 5069, 2278,
        // date, time, timestamp, timestamptz, interval, timetz, uuid, pg_lsn, bit, varbit
        1082, 1083, 1114, 1184, 1186, 1266, 2950, 3220, 1560, 1562,
        // point, lseg, path, box, polygon, line, circle, cidr, inet, macaddr, macaddr8
        600, 601, 602, 603, 604, 628, 718, 650, 869, 829, 774,
        // bool[], "char"[], int2[], int4[], int8[], oid[], tid[], xid[], cid[], float4[], float8[], money[], numeric[]
        1000, 1002, 1005, 1007, 1016, 1028, 1010, 1011, 1012, 1021, 1022, 791, 1231,
        // date[], time[], timestamp[], timestamptz[], interval[], timetz[], uuid[], inet[], cidr[], macaddr[], bit[], varbit[]
        1182, 1183, 1115, 1185, 1187, 1270, 2951, 1041, 651, 1040, 1561, 1563,
        // int4range, numrange, tsrange, tstzrange, daterange, int8range and their multiranges
        3904, 3906, 3908, 3910, 3912, 3926, 4451, 4532, 4533, 4534, 4535, 4536,
    ],
});
function kinds(lists) {
    const entries = Object.entries(lists);
    return new Map(entries.flatMap(([kind, oids]) => oids.map((oid) => [oid, kind])));
}
/** How values of a type hold text. */
function typeKind(typeOid) {
    return KINDS.get(typeOid) ?? 'other';
}
/** The built-in type that a domain stands on, `text` for citext, else the type itself: what `columnSink` and `ContentMask.sink` want. */
function wireType(typeOid, catalog) {
    let oid = typeOid;
    // A domain over a domain is as deep as somebody cared to nest it; a broken catalog must not hang us.
    for (let depth = 0; depth < 32; depth += 1) {
        const type = catalog?.types.get(oid);
        if (type === undefined)
            return oid;
        if (type.base === 0)
            return type.name === 'citext' || type.name.endsWith('.citext') ? TEXT_OID : oid;
        oid = type.base;
    }
    return oid;
}


/***/ }),

/***/ 10629:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ LiveSeries)
/* harmony export */ });
/* harmony import */ var _sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6435);
/* harmony import */ var _not_null_checks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33544);
/* harmony import */ var _new_objects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58510);
/* harmony import */ var _session_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85401);




/** The statements of one connection. */
class LiveSeries {
    #state = { made: new _new_objects_js__WEBPACK_IMPORTED_MODULE_2__/* .Made */ .W(), checked: new _not_null_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .Checked */ .y(), session: new _session_state_js__WEBPACK_IMPORTED_MODULE_1__/* .SessionState */ .Y() };
    /** As it was when no transaction was open last. */
    #safe = new _not_null_checks_js__WEBPACK_IMPORTED_MODULE_3__/* .Checked */ .y();
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
        return (0,_sql_hazards_words_js__WEBPACK_IMPORTED_MODULE_0__/* .settlementsOf */ .s)(id).some((settlement) => {
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


/***/ })

};
