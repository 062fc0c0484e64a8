export const id = 4623;
export const ids = [4623];
export const modules = {

/***/ 68509:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ statementKind),
/* harmony export */   Y: () => (/* binding */ objectWord)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Every statement of the PostgreSQL 18 grammar by its kind, in the words of the server's command tags (`DROP TABLE`, `CREATE TABLE AS`).
// Refuses to name what it does not know: such a node is UNKNOWN, and so denied.
// @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/tcop/cmdtaglist.h
/** Kind of a statement node, `{DropStmt: {removeType: 'OBJECT_TABLE', …}}` to `DROP TABLE`; `UNKNOWN` for any other node. */
function statementKind(node) {
    const tag = String(Object.keys(node)[0]);
    const kind = Object.hasOwn(KINDS, tag) ? KINDS[tag] : undefined;
    if (kind === undefined)
        return 'UNKNOWN';
    return typeof kind === 'string' ? kind : (kind(node[tag]) ?? 'UNKNOWN');
}
/** What an `OBJECT_…` is called in SQL, `MATERIALIZED VIEW`; undefined for one we do not know. */
function objectWord(type) {
    return typeof type === 'string' && Object.hasOwn(OBJECT_WORDS, type) ? OBJECT_WORDS[type] : undefined;
}
const OBJECT_WORDS = {
    OBJECT_ACCESS_METHOD: 'ACCESS METHOD',
    OBJECT_AGGREGATE: 'AGGREGATE',
    OBJECT_ATTRIBUTE: 'TYPE',
    OBJECT_CAST: 'CAST',
    OBJECT_COLLATION: 'COLLATION',
    OBJECT_COLUMN: 'TABLE',
    OBJECT_CONVERSION: 'CONVERSION',
    OBJECT_DATABASE: 'DATABASE',
    OBJECT_DOMAIN: 'DOMAIN',
    OBJECT_DOMCONSTRAINT: 'DOMAIN',
    OBJECT_EVENT_TRIGGER: 'EVENT TRIGGER',
    OBJECT_EXTENSION: 'EXTENSION',
    OBJECT_FDW: 'FOREIGN DATA WRAPPER',
    OBJECT_FOREIGN_SERVER: 'SERVER',
    OBJECT_FOREIGN_TABLE: 'FOREIGN TABLE',
    OBJECT_FUNCTION: 'FUNCTION',
    OBJECT_INDEX: 'INDEX',
    OBJECT_LANGUAGE: 'LANGUAGE',
    OBJECT_LARGEOBJECT: 'LARGE OBJECT',
    OBJECT_MATVIEW: 'MATERIALIZED VIEW',
    OBJECT_OPCLASS: 'OPERATOR CLASS',
    OBJECT_OPERATOR: 'OPERATOR',
    OBJECT_OPFAMILY: 'OPERATOR FAMILY',
    OBJECT_POLICY: 'POLICY',
    OBJECT_PROCEDURE: 'PROCEDURE',
    OBJECT_PUBLICATION: 'PUBLICATION',
    OBJECT_ROLE: 'ROLE',
    OBJECT_ROUTINE: 'ROUTINE',
    OBJECT_RULE: 'RULE',
    OBJECT_SCHEMA: 'SCHEMA',
    OBJECT_SEQUENCE: 'SEQUENCE',
    OBJECT_STATISTIC_EXT: 'STATISTICS',
    OBJECT_SUBSCRIPTION: 'SUBSCRIPTION',
    OBJECT_TABCONSTRAINT: 'TABLE',
    OBJECT_TABLE: 'TABLE',
    OBJECT_TABLESPACE: 'TABLESPACE',
    OBJECT_TRANSFORM: 'TRANSFORM',
    OBJECT_TRIGGER: 'TRIGGER',
    OBJECT_TSCONFIGURATION: 'TEXT SEARCH CONFIGURATION',
    OBJECT_TSDICTIONARY: 'TEXT SEARCH DICTIONARY',
    OBJECT_TSPARSER: 'TEXT SEARCH PARSER',
    OBJECT_TSTEMPLATE: 'TEXT SEARCH TEMPLATE',
    OBJECT_TYPE: 'TYPE',
    OBJECT_USER_MAPPING: 'USER MAPPING',
    OBJECT_VIEW: 'VIEW',
};
const TRANSACTIONS = {
    TRANS_STMT_BEGIN: 'BEGIN',
    TRANS_STMT_START: 'START TRANSACTION',
    TRANS_STMT_COMMIT: 'COMMIT',
    TRANS_STMT_ROLLBACK: 'ROLLBACK',
    TRANS_STMT_ROLLBACK_TO: 'ROLLBACK',
    TRANS_STMT_SAVEPOINT: 'SAVEPOINT',
    TRANS_STMT_RELEASE: 'RELEASE',
    TRANS_STMT_PREPARE: 'PREPARE TRANSACTION',
    TRANS_STMT_COMMIT_PREPARED: 'COMMIT PREPARED',
    TRANS_STMT_ROLLBACK_PREPARED: 'ROLLBACK PREPARED',
};
const DISCARDS = {
    DISCARD_ALL: 'DISCARD ALL',
    DISCARD_PLANS: 'DISCARD PLANS',
    DISCARD_SEQUENCES: 'DISCARD SEQUENCES',
    DISCARD_TEMP: 'DISCARD TEMP',
};
const alter = (field) => (body) => worded('ALTER', body[field]);
function worded(verb, type) {
    const word = objectWord(type);
    return word === undefined ? undefined : `${verb} ${word}`;
}
// A renamed column is altered in whatever kind of relation has it.
function renamed(body) {
    const type = body['renameType'];
    return worded('ALTER', type === 'OBJECT_COLUMN' || type === 'OBJECT_ATTRIBUTE' ? body['relationType'] : type);
}
/** True for `SELECT … INTO`; of a set operation, the leftmost branch says so. */
function storesInto(select) {
    let branch = select;
    while (branch['larg'] !== undefined)
        branch = branch['larg'];
    return branch['intoClause'] !== undefined;
}
function tableAs(body) {
    return body['objtype'] === 'OBJECT_MATVIEW' ? 'CREATE MATERIALIZED VIEW' : 'CREATE TABLE AS';
}
const KINDS = {
    AlterCollationStmt: 'ALTER COLLATION',
    AlterDatabaseRefreshCollStmt: 'ALTER DATABASE',
    AlterDatabaseSetStmt: 'ALTER DATABASE',
    AlterDatabaseStmt: 'ALTER DATABASE',
    AlterDefaultPrivilegesStmt: 'ALTER DEFAULT PRIVILEGES',
    AlterDomainStmt: 'ALTER DOMAIN',
    AlterEnumStmt: 'ALTER TYPE',
    AlterEventTrigStmt: 'ALTER EVENT TRIGGER',
    AlterExtensionContentsStmt: 'ALTER EXTENSION',
    AlterExtensionStmt: 'ALTER EXTENSION',
    AlterFdwStmt: 'ALTER FOREIGN DATA WRAPPER',
    AlterForeignServerStmt: 'ALTER SERVER',
    AlterFunctionStmt: alter('objtype'),
    AlterObjectDependsStmt: alter('objectType'),
    AlterObjectSchemaStmt: alter('objectType'),
    AlterOpFamilyStmt: 'ALTER OPERATOR FAMILY',
    AlterOperatorStmt: 'ALTER OPERATOR',
    AlterOwnerStmt: alter('objectType'),
    AlterPolicyStmt: 'ALTER POLICY',
    AlterPublicationStmt: 'ALTER PUBLICATION',
    AlterRoleSetStmt: 'ALTER ROLE',
    AlterRoleStmt: 'ALTER ROLE',
    AlterSeqStmt: 'ALTER SEQUENCE',
    AlterStatsStmt: 'ALTER STATISTICS',
    AlterSubscriptionStmt: 'ALTER SUBSCRIPTION',
    AlterSystemStmt: 'ALTER SYSTEM',
    AlterTSConfigurationStmt: 'ALTER TEXT SEARCH CONFIGURATION',
    AlterTSDictionaryStmt: 'ALTER TEXT SEARCH DICTIONARY',
    AlterTableMoveAllStmt: alter('objtype'),
    AlterTableSpaceOptionsStmt: 'ALTER TABLESPACE',
    AlterTableStmt: alter('objtype'),
    AlterTypeStmt: 'ALTER TYPE',
    AlterUserMappingStmt: 'ALTER USER MAPPING',
    CallStmt: 'CALL',
    CheckPointStmt: 'CHECKPOINT',
    ClosePortalStmt: (body) => (body['portalname'] === undefined ? 'CLOSE CURSOR ALL' : 'CLOSE CURSOR'),
    ClusterStmt: 'CLUSTER',
    CommentStmt: 'COMMENT',
    CompositeTypeStmt: 'CREATE TYPE',
    ConstraintsSetStmt: 'SET CONSTRAINTS',
    CopyStmt: 'COPY',
    CreateAmStmt: 'CREATE ACCESS METHOD',
    CreateCastStmt: 'CREATE CAST',
    CreateConversionStmt: 'CREATE CONVERSION',
    CreateDomainStmt: 'CREATE DOMAIN',
    CreateEnumStmt: 'CREATE TYPE',
    CreateEventTrigStmt: 'CREATE EVENT TRIGGER',
    CreateExtensionStmt: 'CREATE EXTENSION',
    CreateFdwStmt: 'CREATE FOREIGN DATA WRAPPER',
    CreateForeignServerStmt: 'CREATE SERVER',
    CreateForeignTableStmt: 'CREATE FOREIGN TABLE',
    CreateFunctionStmt: (body) => (body['is_procedure'] === true ? 'CREATE PROCEDURE' : 'CREATE FUNCTION'),
    CreateOpClassStmt: 'CREATE OPERATOR CLASS',
    CreateOpFamilyStmt: 'CREATE OPERATOR FAMILY',
    CreatePLangStmt: 'CREATE LANGUAGE',
    CreatePolicyStmt: 'CREATE POLICY',
    CreatePublicationStmt: 'CREATE PUBLICATION',
    CreateRangeStmt: 'CREATE TYPE',
    CreateRoleStmt: 'CREATE ROLE',
    CreateSchemaStmt: 'CREATE SCHEMA',
    CreateSeqStmt: 'CREATE SEQUENCE',
    CreateStatsStmt: 'CREATE STATISTICS',
    CreateStmt: 'CREATE TABLE',
    CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
    CreateTableAsStmt: tableAs,
    CreateTableSpaceStmt: 'CREATE TABLESPACE',
    CreateTransformStmt: 'CREATE TRANSFORM',
    CreateTrigStmt: 'CREATE TRIGGER',
    CreateUserMappingStmt: 'CREATE USER MAPPING',
    CreatedbStmt: 'CREATE DATABASE',
    DeallocateStmt: (body) => (body['name'] === undefined ? 'DEALLOCATE ALL' : 'DEALLOCATE'),
    DeclareCursorStmt: 'DECLARE CURSOR',
    DefineStmt: (body) => worded('CREATE', body['kind']),
    DeleteStmt: 'DELETE',
    DiscardStmt: (body) => DISCARDS[String(body['target'])],
    DoStmt: 'DO',
    DropOwnedStmt: 'DROP OWNED',
    DropRoleStmt: 'DROP ROLE',
    DropStmt: (body) => worded('DROP', body['removeType']),
    DropSubscriptionStmt: 'DROP SUBSCRIPTION',
    DropTableSpaceStmt: 'DROP TABLESPACE',
    DropUserMappingStmt: 'DROP USER MAPPING',
    DropdbStmt: 'DROP DATABASE',
    ExecuteStmt: 'EXECUTE',
    ExplainStmt: 'EXPLAIN',
    FetchStmt: (body) => (body['ismove'] === true ? 'MOVE' : 'FETCH'),
    GrantRoleStmt: (body) => (body['is_grant'] === true ? 'GRANT ROLE' : 'REVOKE ROLE'),
    GrantStmt: (body) => (body['is_grant'] === true ? 'GRANT' : 'REVOKE'),
    ImportForeignSchemaStmt: 'IMPORT FOREIGN SCHEMA',
    IndexStmt: 'CREATE INDEX',
    InsertStmt: 'INSERT',
    ListenStmt: 'LISTEN',
    LoadStmt: 'LOAD',
    LockStmt: 'LOCK TABLE',
    MergeStmt: 'MERGE',
    NotifyStmt: 'NOTIFY',
    PrepareStmt: 'PREPARE',
    ReassignOwnedStmt: 'REASSIGN OWNED',
    RefreshMatViewStmt: 'REFRESH MATERIALIZED VIEW',
    ReindexStmt: 'REINDEX',
    RenameStmt: renamed,
    RuleStmt: 'CREATE RULE',
    SecLabelStmt: 'SECURITY LABEL',
    SelectStmt: (body) => (storesInto(body) ? 'SELECT INTO' : 'SELECT'),
    TransactionStmt: (body) => TRANSACTIONS[String(body['kind'])],
    TruncateStmt: 'TRUNCATE TABLE',
    UnlistenStmt: 'UNLISTEN',
    UpdateStmt: 'UPDATE',
    VacuumStmt: (body) => (body['is_vacuumcmd'] === true ? 'VACUUM' : 'ANALYZE'),
    VariableSetStmt: (body) => (body['kind'] === 'VAR_RESET' || body['kind'] === 'VAR_RESET_ALL' ? 'RESET' : 'SET'),
    VariableShowStmt: 'SHOW',
    ViewStmt: 'CREATE VIEW',
};


/***/ }),

/***/ 74623:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MAX_MESSAGE_BYTES: () => (/* binding */ MAX_MESSAGE_BYTES),
  MAX_STATEMENTS: () => (/* binding */ MAX_STATEMENTS),
  SqlParser: () => (/* binding */ SqlParser)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/parse/sql/grammar/lex.js
// SPDX-License-Identifier: Apache-2.0
//
// Where literals, comments and parameters lie in a text, for trimming its ends and for `redacted`. Plain texts are lexed here, at the
// speed of the wire; whatever is subtle (dollar quotes, prefixed strings, odd numbers) is left to the server's own scanner.
// Refuses to guess: `plainMarks` gives up rather than be wrong, and nothing is redacted by a pattern over SQL.
// @see https://www.postgresql.org/docs/18/sql-syntax-lexical.html
/** What a mark marks. A parameter is `$n`. */
const MARK = { literal: 1, comment: 2, parameter: 3 };
// Classes of bytes; a byte that is in none is subtle.
const SPACE = 1;
const WORD = 2;
const DIGIT = 3;
const PLAIN = 4;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const DOLLAR = 0x24;
const AMPERSAND = 0x26;
const STAR = 0x2a;
const PLUS = 0x2b;
const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const UNDERSCORE = 0x5f;
let table;
/**
 * Marks of a text; null when it must be scanned. `aside` tells what begins at an offset where something subtle does, null when it can't;
 * without it, nothing subtle is read. Sound only for texts that the grammar accepted.
 */
function plainMarks(sql, aside = () => null) {
    const classes = (table ??= classTable());
    const marks = [];
    const mark = (from, to, kind) => void (kind !== null && marks.push(from, to, kind));
    const past = (from) => {
        const token = aside(from);
        if (token !== null)
            mark(from, token.end, token.kind);
        return token?.end ?? -1;
    };
    const size = sql.length;
    let at = 0;
    while (at < size) {
        const byte = sql[at];
        const start = at;
        switch (classes[byte]) {
            case SPACE:
            case PLAIN:
                at += 1;
                continue;
            case WORD:
                at = endOfWord(sql, at + 1, classes);
                // `e'…'`, `b'…'`, `U&'…'`: strings with rules of their own.
                if (sql[at] === QUOTE || (sql[at] === AMPERSAND && (sql[at + 1] === QUOTE || sql[at + 1] === DOUBLE_QUOTE)))
                    at = past(start);
                break;
            case DIGIT:
                at = endOfNumber(sql, at, classes);
                if (at < 0)
                    at = past(start);
                else
                    marks.push(start, at, MARK.literal);
                break;
            default:
                at = endOfOther(sql, at, classes);
                if (at < 0)
                    at = past(start);
                else
                    mark(start, at, kindOfOther(byte, at - start));
        }
        if (at < 0)
            return null;
    }
    return marks;
}
// Past a quoted thing, a dot and what hangs on it, a parameter, a comment or the sign that one begins with; -1 when it is subtle.
function endOfOther(sql, at, classes) {
    const byte = sql[at];
    switch (byte) {
        case QUOTE:
        case DOUBLE_QUOTE:
            return endOfQuoted(sql, at + 1, byte);
        case DOT:
            if (sql[at + 1] === DOT)
                return -1;
            return classes[sql[at + 1] ?? 0] === DIGIT ? endOfNumber(sql, at, classes) : at + 1;
        case DOLLAR:
            return endOfParameter(sql, at + 1, classes);
        // Inside an operator, too: `a+--b` is a comment to the server.
        case DASH:
            return endOfLineComment(sql, at);
        case SLASH:
            return endOfBlockComment(sql, at);
        default:
            return -1;
    }
}
function kindOfOther(byte, length) {
    switch (byte) {
        case QUOTE:
            return MARK.literal;
        case DOT:
            return length > 1 ? MARK.literal : null;
        case DOLLAR:
            return MARK.parameter;
        case DASH:
        case SLASH:
            return length > 1 ? MARK.comment : null;
        default:
            return null;
    }
}
function endOfParameter(sql, from, classes) {
    let at = from;
    while (classes[sql[at] ?? 0] === DIGIT)
        at += 1;
    return at === from || classes[sql[at] ?? 0] === WORD || sql[at] === DOLLAR ? -1 : at;
}
function endOfWord(sql, from, classes) {
    let at = from;
    for (;;) {
        const byte = sql[at];
        if (byte === undefined)
            return at;
        const known = classes[byte];
        if (known !== WORD && known !== DIGIT && byte !== DOLLAR)
            return at;
        at += 1;
    }
}
// Decimal digits, dots and exponents (`1.5e5`, `1_000`); -1 for the forms that need more thought: `1e-5`, `0xff`, `1..2`, `1e5.`.
function endOfNumber(sql, from, classes) {
    let at = from;
    let [dots, exponent] = [0, false];
    while (at < sql.length) {
        const byte = sql[at];
        const known = classes[byte];
        if (byte === DOT && ((dots += 1) > 1 || exponent))
            return -1;
        if (known === WORD && !isExponent(byte) && byte !== UNDERSCORE)
            return -1;
        exponent ||= isExponent(byte);
        if (byte !== DOT && known !== WORD && known !== DIGIT)
            break;
        at += 1;
    }
    return isExponent(sql[at - 1]) && (sql[at] === PLUS || sql[at] === DASH) ? -1 : at;
}
function isExponent(byte) {
    return byte === 0x65 || byte === 0x45;
}
// Past the closing quote, a doubled one being a quote inside; -1 when there is none.
function endOfQuoted(sql, from, quote) {
    let at = from;
    for (;;) {
        at = sql.indexOf(quote, at);
        if (at < 0)
            return -1;
        if (sql[at + 1] !== quote)
            return at + 1;
        at += 2;
    }
}
// Up to the end of the line; only one byte further when it is a minus.
function endOfLineComment(sql, from) {
    if (sql[from + 1] !== DASH)
        return from + 1;
    let at = from + 2;
    while (at < sql.length && sql[at] !== LINE_FEED && sql[at] !== CARRIAGE_RETURN)
        at += 1;
    return at;
}
// Past the comment and those nested in it; only one byte further when it is a slash; -1 when it does not end.
function endOfBlockComment(sql, from) {
    if (sql[from + 1] !== STAR)
        return from + 1;
    const text = Buffer.from(sql.buffer, sql.byteOffset, sql.byteLength);
    let [at, opens] = [from + 2, -1];
    for (let depth = 1; depth > 0;) {
        const closes = text.indexOf('*/', at, 'latin1');
        if (closes < 0)
            return -1;
        // Looked for again only once it is passed, so that each byte is looked at once.
        if (opens < at)
            opens = nextOrEnd(text.indexOf('/*', at, 'latin1'), text.length);
        depth += opens < closes ? 1 : -1;
        at = Math.min(opens, closes) + 2;
    }
    return at;
}
function nextOrEnd(found, end) {
    return found < 0 ? end : found;
}
function classTable() {
    const classes = new Uint8Array(256);
    const set = (characters, to) => {
        for (const character of characters)
            classes[character.charCodeAt(0)] = to;
    };
    set(' \t\n\r\f\v', SPACE);
    set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', WORD);
    classes.fill(WORD, 0x80);
    set('0123456789', DIGIT);
    set('(),;[]:<>=+*~!@#%^&|`?', PLAIN);
    return classes;
}

;// CONCATENATED MODULE: ./lib/parse/sql/grammar/text.js
// SPDX-License-Identifier: Apache-2.0
//
// What is done with the marks of a text: its ends trimmed, its literals and comments taken out. Offsets are bytes of UTF-8, as the
// grammar's are. Refuses to let any part of a marked literal or comment through.


const SEMICOLON = 0x3b;
/** Space, tab, line feed, vertical tab, form feed, carriage return. */
const SPACES = [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d];
/** Marks from the server's scanner. */
function scannedMarks(tokens) {
    const marks = [];
    for (const token of tokens) {
        const kind = markOf(token);
        if (kind !== null)
            marks.push(token.start, token.end, kind);
    }
    return marks;
}
/** What a token is marked as; null for what is none of these. */
function markOf({ tokenName, text }) {
    switch (tokenName) {
        case 'SQL_COMMENT':
        case 'C_COMMENT':
            return MARK.comment;
        case 'PARAM':
            return MARK.parameter;
        case 'ICONST':
        case 'FCONST':
        case 'SCONST':
        case 'BCONST':
        case 'XCONST':
        case 'USCONST':
            return MARK.literal;
        default:
            // Bit strings and `U&'…'` come as UNKNOWN, as keywords do; only they hold a quote.
            return tokenName === 'UNKNOWN' && text.includes("'") ? MARK.literal : null;
    }
}
/** The span without white space, comments and semicolons at its ends. Its ends must not lie inside a token. */
function trim(sql, marks, span) {
    const skipped = (byte) => byte === SEMICOLON || SPACES.includes(byte);
    let { start, end } = span;
    while (start < end) {
        const past = commentFrom(marks, start);
        if (past !== null)
            start = past;
        else if (skipped(sql[start]))
            start += 1;
        else
            break;
    }
    while (end > start) {
        const before = commentUpTo(marks, end);
        if (before !== null)
            end = before;
        else if (skipped(sql[end - 1]))
            end -= 1;
        else
            break;
    }
    return { start, end: Math.max(start, end) };
}
// End of the comment that starts at an offset.
function commentFrom(marks, offset) {
    const at = firstFrom(marks, offset);
    return marks[at] === offset && marks[at + 2] === MARK.comment ? marks[at + 1] : null;
}
// Start of the comment that ends at an offset: marks don't overlap, so it is the last one before.
function commentUpTo(marks, offset) {
    const at = firstFrom(marks, offset) - 3;
    return marks[at + 1] === offset && marks[at + 2] === MARK.comment ? marks[at] : null;
}
/** A text that can be cut by byte offsets. */
class Text {
    bytes;
    #ascii;
    constructor(sql) {
        this.bytes = Buffer.from(sql.buffer, sql.byteOffset, sql.byteLength);
        this.#ascii = (0,external_node_buffer_.isAscii)(this.bytes) ? this.bytes.toString('latin1') : null;
    }
    cut(start, end) {
        return this.#ascii === null ? this.bytes.toString('utf8', start, end) : this.#ascii.slice(start, end);
    }
}
/** The span with literals replaced by `?` and comments by a space; and the highest parameter number in it. */
function redact(text, marks, { start, end }) {
    let redacted = '';
    let parameters = 0;
    let done = start;
    for (let at = firstFrom(marks, start); at < marks.length; at += 3) {
        const from = marks[at];
        const to = marks[at + 1];
        if (from >= end)
            break;
        if (marks[at + 2] === MARK.parameter) {
            parameters = Math.max(parameters, Number(text.cut(from + 1, to)));
            continue;
        }
        redacted += text.cut(done, from) + (marks[at + 2] === MARK.comment ? ' ' : '?');
        done = to;
    }
    return { redacted: redacted + text.cut(done, end), parameters };
}
// Index of the first mark at or after an offset.
function firstFrom(marks, offset) {
    let low = 0;
    let high = marks.length / 3;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (marks[middle * 3] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low * 3;
}

;// CONCATENATED MODULE: ./lib/parse/sql/grammar/token-at.js

/** Bytes looked at first, and how much more each time. */
const FIRST_BYTES = 32;
const GROWTH = 8;
/** The scanner looks a few bytes past a token (`u&'`, `1e-5`) before it knows what it is. */
const MARGIN_BYTES = 8;
/** Tokens asked for one by one; a text with more is scanned as a whole (a tenth of a second each way). */
const MAX_LOOKUPS = 1_000;
/** A reader of single tokens, for `plainMarks`. `firstBytes`: for tests, which cut early. */
function tokenLookup(sql, scan, firstBytes = FIRST_BYTES) {
    let left = MAX_LOOKUPS;
    return (from) => {
        left -= 1;
        for (let size = firstBytes; left >= 0; size *= GROWTH) {
            const end = from + size < sql.length ? startOfCharacter(sql, from + size) : sql.length;
            const whole = end === sql.length;
            const token = firstOf(end > from ? scan(sql.subarray(from, end)) : null, whole ? Infinity : end - from - MARGIN_BYTES);
            if (token !== null)
                return { end: from + token.end, kind: markOf(token) };
            if (whole)
                return null;
        }
        return null;
    };
}
// A string goes on after white space and comments with a line feed in them: only what follows these, and is not cut short itself, tells
// where it ends (`$a` would be the beginning of a quote, if `$` came next).
function firstOf(tokens, before) {
    const [first, ...rest] = tokens ?? [];
    if (first === undefined || first.start !== 0 || first.end === 0)
        return null;
    const isFollowed = rest.some(({ tokenName, end }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT' && end <= before);
    return before === Infinity || isFollowed ? first : null;
}
// A cut inside a character would make two that are none.
function startOfCharacter(sql, at) {
    let start = at;
    while (start > 0 && (sql[start] & 0xc0) === 0x80)
        start -= 1;
    return start;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/parse/sql/grammar/engine.js
// SPDX-License-Identifier: Apache-2.0
//
// The PostgreSQL grammar itself (libpg-query, WebAssembly) behind three calls: parse, parse PL/pgSQL, scan. Refuses to use an instance
// that has thrown: a stack overflow leaves its stack pointer behind, and about 32 of them corrupt its memory, so each instance is
// replaced at its first fault (4 ms from the compiled module; one spare is kept ready). Errors of the grammar are answers, not faults.
// @see https://github.com/constructive-io/libpg-query-node





/** After a text longer than this the instance is replaced, so that the memory it grew to is given back. */
const RECYCLE_BYTES = 128 * 1024;
/** Independent instances of the parser, one in use and one spare. */
class Engine {
    #make;
    #current = null;
    #spare = null;
    #making = false;
    constructor(make) {
        this.#make = make;
    }
    /** Compiles the module (15 ms) and makes the first instance. Throws `INTERNAL` when the WebAssembly file is missing. `spare` false: whoever loads it calls `prepare` later. */
    static async load({ spare = true, read = readWasm, instances = instanceMaker } = {}) {
        const engine = new Engine(await instances(read));
        engine.#current = await engine.#make();
        if (spare)
            engine.#replenish();
        return engine;
    }
    /** Makes the spare instance (10 ms) if there is none. Until there is, a crash leaves nothing to ask: what comes right after it is answered `crashed`. */
    prepare() {
        this.#replenish();
    }
    /** Raw parse tree of a text. */
    parse(sql) {
        return this.#call(sql, (wasm, text) => {
            const result = given(wasm._wasm_parse_query_raw(text));
            // struct { char *tree; char *stderr; PgQueryError *error }, and an error's first field is its message
            const error = wasm.HEAPU32[(result >> 2) + 2];
            const said = { isTree: error === 0, text: stringAt(wasm, wasm.HEAPU32[(error === 0 ? result : error) >> 2]) };
            wasm._wasm_free_parse_result(result);
            return said;
        });
    }
    /** Trees of the PL/pgSQL functions that a `CREATE FUNCTION` or `DO` text holds. */
    parsePlPgSQL(sql) {
        return this.#call(sql, (wasm, text) => taken(wasm, wasm._wasm_parse_plpgsql(text)));
    }
    /** Tokens with comments. */
    scan(sql) {
        return this.#call(sql, (wasm, text) => taken(wasm, wasm._wasm_scan(text)));
    }
    // INVARIANT: an instance that threw is never called again.
    #call(sql, use) {
        const wasm = this.#current;
        if (wasm === null) {
            this.#replenish();
            return { kind: 'crashed', message: 'the parser is being restarted; try again' };
        }
        try {
            const text = given(wasm._malloc(sql.length + 1));
            wasm.HEAPU8.set(sql, text);
            wasm.HEAPU8[text + sql.length] = 0;
            const said = use(wasm, text);
            wasm._free(text);
            if (sql.length > RECYCLE_BYTES && this.#spare !== null)
                this.#retire();
            return said.isTree ? { kind: 'ok', tree: JSON.parse(said.text) } : { kind: 'error', message: said.text };
        }
        catch (thrown) {
            this.#retire();
            return { kind: 'crashed', message: thrown instanceof RangeError ? 'it is nested too deeply' : `the parser failed: ${(0,errors/* messageOf */.bD)(thrown)}` };
        }
    }
    #retire() {
        this.#current = this.#spare;
        this.#spare = null;
        this.#replenish();
    }
    #replenish() {
        if (this.#making || (this.#current !== null && this.#spare !== null))
            return;
        this.#making = true;
        this.#make().then((wasm) => {
            this.#making = false;
            if (this.#current === null)
                this.#current = wasm;
            else
                this.#spare = wasm;
            this.#replenish();
        }, 
        // Left without an instance, every call answers `crashed` and tries again.
        () => {
            this.#making = false;
        });
    }
}
function taken(wasm, pointer) {
    const text = stringAt(wasm, pointer);
    wasm._wasm_free_string(pointer);
    return { isTree: text.startsWith('{'), text };
}
function stringAt(wasm, pointer) {
    const heap = wasm.HEAPU8;
    return Buffer.from(heap.buffer, given(pointer), heap.indexOf(0, pointer) - pointer).toString('utf8');
}
function given(pointer) {
    if (pointer === 0)
        throw new Error('it is out of memory');
    return pointer;
}
/** Compiles the module. Throws `INTERNAL` when it can't be read. */
async function instanceMaker(read) {
    const glue = await __webpack_require__.e(/* import() */ 3995).then(__webpack_require__.t.bind(__webpack_require__, 53995, 19));
    const compiled = await WebAssembly.compile(await read().catch(missing));
    const instantiateWasm = (imports, done) => {
        const instance = new WebAssembly.Instance(compiled, imports);
        done(instance, compiled);
        return instance.exports;
    };
    return () => withDirname(() => glue.default({ instantiateWasm }));
}
// The glue is CommonJS and reads `__dirname` when it starts; in an ESM bundle there is none. It is not used, since we hand over the module.
function withDirname(run) {
    const world = globalThis;
    const had = '__dirname' in world;
    if (!had)
        world.__dirname = '';
    try {
        return run();
    }
    finally {
        if (!had)
            delete world.__dirname;
    }
}
const WASM = 'libpg-query.wasm';
// Beside the bundle, or in the package when run from source. Variables keep the bundler from resolving either by itself.
async function readWasm() {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), WASM));
    }
    catch {
        const inPackage = `libpg-query/wasm/${WASM}`;
        return (0,promises_.readFile)((0,external_node_module_.createRequire)(import.meta.url).resolve(inPackage));
    }
}
function missing(cause) {
    throw new errors/* GateError */.ue('INTERNAL', `the SQL parser \`${WASM}\` is missing`, { cause, hint: 'install ostiary again; the file belongs beside index.js' });
}

// EXTERNAL MODULE: ./lib/parse/sql/grammar/kinds.js
var kinds = __webpack_require__(68509);
;// CONCATENATED MODULE: ./lib/parse/sql/grammar/scan-cost.js
// SPDX-License-Identifier: Apache-2.0
//
// Finds texts over which the server's scanner, and so ours, toils: in a run of operator characters it reads on to the end of the run at
// each comment and each sign, and starts again one or two bytes further. `/*` written a hundred thousand times takes minutes. Refuses to
// know what is a comment and what is not: it counts bytes.
// @see https://github.com/postgres/postgres/blob/master/src/backend/parser/scan.l (`xcstart`, `operator`)
/** Steps that the scanner may take beyond one a byte: about 0.1 s. A run of 2,000 plus signs, or 900 comments without a space between, needs as many. */
const MAX_SCAN_COST = 5_000_000;
const scan_cost_PLUS = 0x2b;
const scan_cost_DASH = 0x2d;
const scan_cost_SLASH = 0x2f;
const scan_cost_STAR = 0x2a;
let scan_cost_table;
/** True when scanning takes more than `MAX_TOIL` steps beyond one a byte. */
function isSlowToScan(sql) {
    // No run of these is long enough.
    if (sql.length * sql.length <= MAX_SCAN_COST)
        return false;
    const operator = (scan_cost_table ??= operatorTable());
    let cost = 0;
    for (let at = 0; at < sql.length; at += 1) {
        if (operator[sql[at]] === 0)
            continue;
        const { end, restarts } = runFrom(sql, at, operator);
        cost += restarts * (end - at);
        if (cost > MAX_SCAN_COST)
            return true;
        at = end;
    }
    return false;
}
// How often the scanner starts again in a run of operator characters: at each comment, and before the first one at each sign.
function runFrom(sql, start, operator) {
    let [end, restarts, commented] = [start, 0, false];
    for (; end < sql.length && operator[sql[end]] === 1; end += 1) {
        const [byte, next] = [sql[end], sql[end + 1]];
        if (byte === scan_cost_SLASH && next === scan_cost_STAR)
            restarts += 1;
        if ((byte === scan_cost_SLASH && next === scan_cost_STAR) || (byte === scan_cost_DASH && next === scan_cost_DASH))
            commented = true;
        else if (!commented && (byte === scan_cost_PLUS || byte === scan_cost_DASH))
            restarts += 1;
    }
    return { end, restarts };
}
function operatorTable() {
    const operators = new Uint8Array(256);
    for (const character of '~!@#^&|`?+-*/%<>=')
        operators[character.charCodeAt(0)] = 1;
    return operators;
}

;// CONCATENATED MODULE: ./lib/parse/sql/parser.js
// SPDX-License-Identifier: Apache-2.0
//
// The first step, `analyse`: bytes to drafts, one a statement, as PostgreSQL 18 itself reads them. Refuses what it would read otherwise
// than the server: text with a NUL (cut there), text that is not UTF-8, text beyond the limits. Never throws: what can't be read is a
// draft of kind UNKNOWN that says why, without quoting the text.







/** Longest message read: about 0.1 s of parsing (11 MB/s) and 100 MB of memory, while every other connection waits. */
const MAX_MESSAGE_BYTES = 1024 * 1024;
/** Most statements in one message: a long migration has hundreds. */
const MAX_STATEMENTS = 5_000;
/** Reads SQL as the server will. One may serve all connections of a process: a call runs to its end. */
class SqlParser {
    static #shared = null;
    #engine;
    constructor(engine) {
        this.#engine = engine;
    }
    /** Loads the grammar, 30 ms. Throws `INTERNAL` when its WebAssembly file is missing. `spare` false: a third of that is left to `prepare`. */
    static async load(options = {}) {
        return new SqlParser(await Engine.load(options));
    }
    /** Makes what stands in for the grammar when a text has crashed it. */
    prepare() {
        this.#engine.prepare();
    }
    /** The one that readers of files share, loaded by the first who asks. Throws as `load` does. */
    static shared() {
        return (SqlParser.#shared ??= SqlParser.load());
    }
    /** Drafts of a message, in order; none when it holds no statement. Never throws. */
    analyse(sql) {
        if (sql.length === 0)
            return [];
        const refused = refusal(sql);
        if (refused !== null)
            return [unreadable(sql, refused, null)];
        const answer = this.#engine.parse(sql);
        if (answer.kind !== 'ok')
            return [unreadable(sql, complaint(answer), answer.kind === 'error' ? this.#marks(sql) : null)];
        const { stmts: statements } = answer.tree;
        if (statements.length === 0)
            return [];
        if (statements.length > MAX_STATEMENTS)
            return [unreadable(sql, `it holds more than ${MAX_STATEMENTS} statements`, null)];
        const marks = plainMarks(sql, tokenLookup(sql, (part) => this.#tokens(part))) ?? this.#marks(sql);
        return marks === null ? [unreadable(sql, 'its tokens could not be told apart', null)] : draftsOf(sql, statements, marks);
    }
    /** Trees of the statements in a text (a view's definition, a function's body); null when it can't be read. Never throws. */
    parseTree(text) {
        const sql = Buffer.from(text, 'utf8');
        if (sql.length === 0)
            return [];
        if (refusal(sql) !== null || !text.isWellFormed())
            return null;
        const answer = this.#engine.parse(sql);
        return answer.kind === 'ok' ? answer.tree.stmts.map(({ stmt }) => stmt) : null;
    }
    /** PL/pgSQL functions of a `DO` or `CREATE FUNCTION` statement's text. An empty function is what other languages come out as. */
    parsePlPgSQL(text) {
        const sql = Buffer.from(text, 'utf8');
        const refused = refusal(sql);
        if (refused !== null)
            return { kind: 'unread', why: refused };
        const answer = this.#engine.parsePlPgSQL(sql);
        return answer.kind === 'ok' ? { kind: 'read', functions: answer.tree.plpgsql_funcs } : { kind: 'unread', why: complaint(answer) };
    }
    /** Tokens of a text, comments included; null when the server's scanner refuses it. Offsets are bytes. */
    tokens(text) {
        const sql = Buffer.from(text, 'utf8');
        return refusal(sql) === null ? this.#tokens(sql) : null;
    }
    #tokens(sql) {
        const answer = this.#engine.scan(sql);
        return answer.kind === 'ok' ? answer.tree.tokens : null;
    }
    #marks(sql) {
        const tokens = this.#tokens(sql);
        return tokens === null ? null : scannedMarks(tokens);
    }
}
function refusal(sql) {
    if (sql.length > MAX_MESSAGE_BYTES)
        return `it is longer than ${MAX_MESSAGE_BYTES} bytes`;
    // The parser would stop reading there, and so might the server.
    if (sql.indexOf(0) >= 0)
        return 'it holds a NUL byte';
    if (!(0,external_node_buffer_.isUtf8)(sql))
        return 'it is not valid UTF-8';
    return isSlowToScan(sql) ? 'it holds signs of comments and operators in too long a row' : null;
}
function draftsOf(sql, statements, marks) {
    const text = new Text(sql);
    return statements.map(({ stmt, stmt_location: start = 0, stmt_len: length = 0 }) => {
        const span = trim(sql, marks, { start, end: length === 0 ? sql.length : start + length });
        return { statement: (0,kinds/* statementKind */.A)(stmt), tree: stmt, failure: null, batch: statements.length, ...texts(text, marks, span) };
    });
}
function unreadable(sql, failure, marks) {
    const text = new Text(sql);
    const common = { statement: 'UNKNOWN', tree: null, failure, batch: 1 };
    if (marks === null)
        return { ...common, text: text.cut(0, sql.length), start: 0, redacted: '?', parameterCount: 0 };
    return { ...common, ...texts(text, marks, trim(sql, marks, { start: 0, end: sql.length })) };
}
function texts(text, marks, span) {
    const { redacted, parameters } = redact(text, marks, span);
    return { text: text.cut(span.start, span.end), start: span.start, redacted, parameterCount: parameters };
}
// The parser quotes what it stumbled over, which may be a literal, quotes and all: whatever stands between the first quote and the last
// is kept only when it can be nothing but a word.
function complaint({ message }) {
    const [first, last] = [message.indexOf('"'), message.lastIndexOf('"')];
    if (first < 0)
        return message;
    const quoted = message.slice(first + 1, last);
    return `${message.slice(0, first)}${parser_WORD.test(quoted) ? `\`${quoted}\`` : '`?`'}${last === first ? '' : message.slice(last + 1)}`;
}
/** Matches `selct`, misses `'secret'` and `4111`. */
const parser_WORD = /^[A-Za-z_]{1,63}$/;


/***/ })

};
