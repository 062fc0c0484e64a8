export const id = 3080;
export const ids = [3080,9733];
export const modules = {

/***/ 86913:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ clearCommands)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Lines of psql's own commands (`\\set`, `\\i`). Refuses all that are not known to do nothing but change what is printed or where it stops:
// the rest run other files, programs and connections.
/** Matches `\set ON_ERROR_STOP on` and `\timing`, misses `\i other.sql`, `\set x `id`` and two commands in a line. */
const HARMLESS = /^\s*\\(?:set +(?:ON_ERROR_STOP|ON_ERROR_ROLLBACK|VERBOSITY|QUIET|ECHO)(?: +[A-Za-z0-9]+)?|timing(?: +(?:on|off))?|echo(?: +[A-Za-z0-9 .,:_-]*)?|(?:un)?restrict +[A-Za-z0-9]+|pset +[a-z_]+(?: +[a-z0-9]+)?)\s*$/;
/** Matches `\i other.sql`, misses `SELECT '\i'`. */
const COMMAND = /^\s*\\([A-Za-z!?;]+)/;
/** Takes psql's commands out of a text that is no SQL with them. */
function clearCommands(text) {
    const unknown = [];
    const lines = text.split('\n').map((line, index) => {
        const command = COMMAND.exec(line)?.[1];
        if (command === undefined)
            return line;
        if (!HARMLESS.test(line))
            unknown.push({ line: index + 1, command });
        return ' '.repeat(Buffer.byteLength(line, 'utf8'));
    });
    return { text: lines.join('\n'), unknown };
}


/***/ }),

/***/ 44814:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadMigrationReader: () => (/* binding */ loadMigrationReader)
});

// EXTERNAL MODULE: ./lib/parse/sql/names/assumed-path.js
var assumed_path = __webpack_require__(49733);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 5 modules
var sql_parser = __webpack_require__(74623);
// EXTERNAL MODULE: ./lib/parse/sql/grammar/line-numbers.js
var line_numbers = __webpack_require__(53201);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 79 modules
var resolve = __webpack_require__(24371);
// EXTERNAL MODULE: ./lib/parse/migrations/client-commands.js
var client_commands = __webpack_require__(86913);
;// CONCATENATED MODULE: ./lib/parse/migrations/script.js
// SPDX-License-Identifier: Apache-2.0
//
// A migration file cut into parts: which of it runs when the change is deployed, and how its tool runs it. Types only.
/** A part that runs. */
function runs(text, wrapping, more = {}) {
    return { kind: 'runs', text, line: more.line ?? 1, wrapping, placeholders: more.placeholders === true, client: more.client === true };
}
/** Number of the line that begins after `text`, when it begins at `line`. */
function lineAfter(text, line) {
    let count = line;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        count += 1;
    return count;
}

;// CONCATENATED MODULE: ./lib/parse/migrations/comment-marked.js
// SPDX-License-Identifier: Apache-2.0
//
// Files that hold both directions, told apart by comments: dbmate, goose, node-pg-migrate. Marks are read exactly as the tool reads them,
// line by line, strings and all; a mark that only looks like one makes what follows unknown, since the tool may take it otherwise.

/** Cuts at lines that `isMark`; the first block is what stands before the first mark. */
function blocksOf(text, isMark) {
    const blocks = [];
    let current = { mark: '', from: 0, line: 1 };
    let at = 0;
    let number = 1;
    while (at < text.length) {
        const end = text.indexOf('\n', at);
        const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
        if (isMark(line)) {
            blocks.push({ mark: current.mark, text: text.slice(current.from, at), line: current.line });
            current = { mark: line, from: at, line: number };
        }
        if (end < 0)
            break;
        at = end + 1;
        number += 1;
    }
    blocks.push({ mark: current.mark, text: text.slice(current.from), line: current.line });
    return blocks;
}
const kept = ({ text, line }) => ({ kind: 'kept', text, line, what: 'the part that undoes it' });
const unknown = ({ text, line }, why) => ({ kind: 'unknown', text, line, why });
/** Nothing but white space and comments of whole lines. */
function isBare(text) {
    return text.split('\n').every((line) => /^\s*(?:--.*)?$/.test(line)); // matches `-- note`, misses `DROP TABLE a;`
}
/** `-- migrate:up transaction:false`. @see https://github.com/amacneil/dbmate#writing-migrations */
const dbmate = (_path, text) => {
    const [before, ...blocks] = blocksOf(text, (line) => /^--\s*migrate:(?:up|down)(?:\s|$)/.test(line)); // matches `-- migrate:up`, misses `--  migrate:update`
    if (before === undefined || blocks.length === 0)
        return [{ kind: 'unknown', text, line: 1, why: 'it has no `-- migrate:up`' }];
    const parts = blocks.map((block) => (/^--\s*migrate:down/.test(block.mark) ? kept(block) : up(block)));
    return isBare(before.text) ? parts : [unknown(before, 'it holds statements before `-- migrate:up`'), ...parts];
};
function up(block) {
    const options = block.mark.replace(/^--\s*migrate:up/, '').split(/\s+/).filter((word) => word !== '');
    const other = options.find((option) => option !== 'transaction:false' && option !== 'transaction:true');
    if (other !== undefined)
        return unknown(block, `\`${other}\` is not an option of dbmate that we know`);
    return runs(block.text, options.includes('transaction:false') ? 'batch' : 'each', { line: block.line });
}
const GOOSE_MARKS = new Set(['Up', 'Down', 'StatementBegin', 'StatementEnd', 'NO TRANSACTION', 'ENVSUB ON', 'ENVSUB OFF']);
/** `-- +goose Up`. @see https://pressly.github.io/goose/documentation/annotations/ */
const goose = (_path, text) => {
    const isDirection = (line) => directive(line) === 'Up' || directive(line) === 'Down';
    const marks = text.split('\n').flatMap((line) => directive(line.replace(/\r$/, '')) ?? []);
    const odd = marks.find((mark) => !GOOSE_MARKS.has(mark));
    if (odd !== undefined)
        return [{ kind: 'unknown', text, line: 1, why: `\`+goose ${odd.slice(0, 40)}\` is not a mark of goose` }];
    const [before, ...blocks] = blocksOf(text, isDirection);
    if (before === undefined || blocks.length === 0)
        return [{ kind: 'unknown', text, line: 1, why: 'it has no `-- +goose Up`' }];
    const wrapping = marks.includes('NO TRANSACTION') ? 'none' : 'each';
    const placeholders = marks.includes('ENVSUB ON');
    const parts = blocks.map((block) => (directive(block.mark) === 'Down' ? kept(block) : runs(block.text, wrapping, { line: block.line, placeholders })));
    return isBare(before.text) ? parts : [unknown(before, 'it holds statements before `-- +goose Up`'), ...parts];
};
// What stands behind `-- +goose`; null for other lines.
function directive(line) {
    const found = /^\s*--\s*\+goose\b(.*)$/i.exec(line); // matches `-- +goose Up`, misses `-- see goose`
    if (found === null)
        return null;
    return /^\s*-- \+goose /.test(line) ? (found[1] ?? '').trim() : `${(found[1] ?? '').trim()} (as written)`;
}
/** `-- Up Migration`, `-- Down Migration`; without the former everything runs. @see https://salsita.github.io/node-pg-migrate/ */
const nodePgMigrate = (_path, text) => {
    const up = markAt(text, /^\s*--[\s-]*up\s+migration/im);
    const down = markAt(text, /^\s*--[\s-]*down\s+migration/im);
    if (up < 0)
        return [runs(text, 'all')];
    const end = down < up ? text.length : down;
    const parts = [runs(text.slice(up, end), 'all', { line: lineAfter(text.slice(0, up), 1) })];
    if (down >= 0) {
        const stop = down < up ? up : text.length;
        parts.push({ kind: 'kept', text: text.slice(down, stop), line: lineAfter(text.slice(0, down), 1), what: 'the part that undoes it' });
    }
    const before = text.slice(0, down >= 0 && down < up ? down : up);
    return isBare(before) ? parts : [{ kind: 'unknown', text: before, line: 1, why: 'it holds statements before `-- Up Migration`' }, ...parts];
};
// Blank lines before a mark count as the mark's for the tool, not for lines.
function markAt(text, mark) {
    const at = text.search(mark);
    return at < 0 ? at : text.indexOf('--', at);
}

// EXTERNAL MODULE: ./lib/parse/programs/calls.js + 4 modules
var programs_calls = __webpack_require__(53629);
// EXTERNAL MODULE: ./lib/parse/programs/literals.js
var literals = __webpack_require__(90685);
;// CONCATENATED MODULE: ./lib/parse/migrations/file-named.js
// SPDX-License-Identifier: Apache-2.0
//
// Files whose names say what they are for: plain files, Flyway, golang-migrate, Prisma, Drizzle, sqitch, Rails, and tools whose migrations
// are programs. Refuses to pass over a file that its tool would not run: somebody mapped it to the tool, so nobody knows what it is.



const file_named_kept = (text, what) => [{ kind: 'kept', text, line: 1, what }];
const file_named_unknown = (text, why) => [{ kind: 'unknown', text, line: 1, why }];
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
const isSql = (path) => /\.sql$/i.test(path);
/** Plain files, one by one. */
const psql = (path, text) => (isSql(path) ? [runs(text, 'none', { client: true })] : file_named_unknown(text, 'it is not an SQL file'));
/** `V1__a.sql`, `R__a.sql`, `U1__a.sql`, callbacks. @see https://documentation.red-gate.com/fd/migrations-184127470.html */
const flyway = (path, text, other) => {
    const name = nameOf(path);
    if (/\.sql\.conf$/.test(name))
        return settings(text);
    if (/^U[0-9][0-9._]*__.*\.sql$/.test(name))
        return file_named_kept(text, 'the script that undoes one'); // matches `U1__a.sql`, misses `V1__a.sql`
    if (/^(?:[VB][0-9][0-9._]*__.*|R__.*|(?:before|after)[A-Za-z]+(?:__.*)?)\.sql$/.test(name)) {
        const alone = /^\s*executeInTransaction\s*=\s*false\s*$/m.test(other(`${path}.conf`) ?? '');
        return [runs(text, alone ? 'none' : 'fitting', { placeholders: true })];
    }
    return file_named_unknown(text, 'its name is not one that Flyway runs');
};
// Whether it is in a transaction the script's own reading asks for; whatever else is set changes what is run, or how it is read.
function settings(text) {
    const line = text.split('\n').find((one) => !/^\s*(?:[#!].*|executeInTransaction\s*=\s*(?:true|false)\s*|encoding\s*=\s*utf-?8\s*)?$/iu.test(one));
    return line === undefined ? file_named_kept(text, 'settings of a script') : file_named_unknown(text, `it sets \`${line.trim().slice(0, 40)}\`, which changes what is run or how it is read`);
}
/** `1_a.up.sql`, `1_a.down.sql`. @see https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md */
const golangMigrate = (path, text) => {
    const found = /^[0-9]+_.*\.(up|down)\.sql$/.exec(nameOf(path)); // matches `1_a.up.sql`, misses `1_a.sql`
    if (found === null)
        return file_named_unknown(text, 'its name is not one that golang-migrate runs');
    return found[1] === 'up' ? [runs(text, 'batch')] : file_named_kept(text, 'the file that undoes one');
};
/** `migrations/20260101_a/migration.sql`. @see https://www.prisma.io/docs/orm/prisma-migrate */
const prisma = (path, text) => {
    const name = nameOf(path);
    if (name === 'migration.sql')
        return [runs(text, 'batch')];
    if (name === 'migration_lock.toml')
        return file_named_kept(text, 'which database it is for');
    return name === 'down.sql' ? file_named_kept(text, 'the file that undoes one') : file_named_unknown(text, 'its name is not one that Prisma runs');
};
/** `0001_a.sql` and `meta/`; `--> statement-breakpoint` is a comment. All files share one transaction. @see https://orm.drizzle.team/docs/migrations */
const drizzle = (path, text) => {
    if (/(?:^|\/)meta\/[^/]*\.json$/.test(path))
        return file_named_kept(text, 'what Drizzle remembers of the schema');
    return isSql(path) ? [runs(text, 'all')] : file_named_unknown(text, 'it is not an SQL file');
};
/** `deploy/a.sql`, `revert/a.sql`, `verify/a.sql`, run by psql. @see https://sqitch.org/docs/manual/sqitch/ */
const sqitch = (path, text) => {
    const name = nameOf(path);
    if (name === 'sqitch.plan' || name === 'sqitch.conf')
        return file_named_kept(text, 'the order of changes');
    if (/(?:^|\/)revert\/.*\.sql$/.test(path))
        return file_named_kept(text, 'the file that undoes one');
    // `sqitch deploy --verify` runs what looks whether it worked, too.
    return /(?:^|\/)(?:deploy|verify)\/.*\.sql$/.test(path) ? [runs(text, 'none', { client: true })] : file_named_unknown(text, 'it is in none of `deploy`, `revert` and `verify`');
};
/** `db/structure.sql` is what the migrations led to, and made only where there is no database yet. */
const rails = (path, text, other) => {
    if (/structure\.sql$/.test(nameOf(path)))
        return file_named_kept(text, 'the schema that the migrations lead to');
    return program(path, text, other);
};
/** Migrations that are programs: what they do is known when they ran against a copy. SQL that they print can be read, and what they write out is read beside. */
const program = (path, text) => (isSql(path) ? [runs(text, 'each')] : [...file_named_unknown(text, 'it is a program, and what it does to the database is not in its text'), ...writtenOut(path, text)]);
// Hits what a program says when its tool is to keep no transaction around it.
const ALONE = /\batomic\s*=\s*False\b|\bdisable_ddl_transaction!|\bautocommit_block\b|\btransaction\s*[:=]\s*false\b/u;
// The statements that run, each by itself: what stands between them nobody has read.
function writtenOut(path, text) {
    const calls = (0,programs_calls/* callsIn */.T)(path, text, ['sql', 'schema'])?.filter(({ undoes }) => !undoes) ?? [];
    return calls.map((call) => runs(call.text.replaceAll(literals/* HOLE */.vs, '${value}'), ALONE.test(text) ? 'none' : 'each', { line: call.line, placeholders: call.text.includes(literals/* HOLE */.vs) }));
}

;// CONCATENATED MODULE: ./lib/parse/migrations/dialects.js
// SPDX-License-Identifier: Apache-2.0
//
// Each migration tool and how it reads its files. The names are those of core/migration-tools.ts, which has what else is known of them.


const DIALECTS = {
    psql: psql, alembic: program, dbmate: dbmate, django: program, drizzle: drizzle, flyway: flyway, 'golang-migrate': golangMigrate, goose: goose, 'node-pg-migrate': nodePgMigrate, prisma: prisma, rails: rails, sqitch: sqitch, typeorm: program,
};
/** Names that have a dialect; for the test that compares them with the table of tools. */
const DIALECT_NAMES = Object.keys(DIALECTS);
/** How a tool reads its files; null for one that we do not know. */
function dialectOf(tool) {
    return Object.hasOwn(DIALECTS, tool) ? (DIALECTS[tool] ?? null) : null;
}

// EXTERNAL MODULE: ./lib/parse/migrations/new-objects.js
var new_objects = __webpack_require__(58510);
;// CONCATENATED MODULE: ./lib/parse/migrations/placeholders.js
// SPDX-License-Identifier: Apache-2.0
//
// `${name}` in files of tools that fill in values when they run. What is filled in is not in the file and can be any SQL, so a statement
// with one is unknown. Refuses to guess: the text is only made readable, with a name of the same length in its place.
/** Matches `${schema}` and `${flyway:user}`, misses `$1` and `$$`. */
const PLACEHOLDER = /\$\{([^{}\n]{1,100})\}/g;
/** Puts a name in the place of each. */
function fill(text) {
    const at = [];
    let bytes = 0;
    let from = 0;
    const filled = text.replace(PLACEHOLDER, (all, name, offset) => {
        bytes += Buffer.byteLength(text.slice(from, offset), 'utf8');
        from = offset;
        at.push({ byte: bytes, name });
        return 'p'.repeat(Buffer.byteLength(all, 'utf8'));
    });
    // Text after a placeholder keeps its bytes: what was put there is as long as what it replaces.
    return { text: filled, at };
}

// EXTERNAL MODULE: ./lib/parse/migrations/series.js
var migrations_series = __webpack_require__(74916);
;// CONCATENATED MODULE: ./lib/parse/migrations/reader.js









const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** The reader of a tool; null for one that we do not know. Loads PostgreSQL's grammar. */
async function loadMigrationReader(tool) {
    const dialect = dialectOf(tool);
    if (dialect === null)
        return null;
    const parser = await sql_parser.SqlParser.shared();
    return (files) => readFiles(files, dialect, parser);
}
function readFiles(files, dialect, parser) {
    const series = new migrations_series/* Series */.s(madeBefore(files, dialect, parser));
    const other = textOf(files, 'head');
    const read = new Map();
    const path = new assumed_path.AssumedPath();
    for (const file of inOrder(files)) {
        const parts = file.head === null ? [{ kind: 'unknown', text: '', line: 1, why: file.unreadable ?? 'there is no text in it' }] : dialect(file.path, file.head, other);
        read.set(file, parts.flatMap((part) => operations(part, { path: file.path, series, parser, names: path })));
    }
    return files.map((file) => read.get(file) ?? []);
}
function textOf(files, side) {
    const byPath = new Map(files.map((file) => [file.path, file[side]]));
    return (path) => byPath.get(path) ?? null;
}
// Tools go by number: 9 comes before 10.
function inOrder(files) {
    if (files.length < 2)
        return files;
    const numbers = numbersOf(files.map(({ path }) => path));
    if (numbers !== null)
        return [...files.keys()].sort((one, other) => numbers[one] - numbers[other]).map((index) => files[index]);
    // Made only for what needs it: it takes as long as a hundred statements.
    const collator = new Intl.Collator('en', { numeric: true });
    return [...files].sort((one, other) => collator.compare(one.path, other.path));
}
/** Digits that a number holds exactly. */
const MAX_DIGITS = 15;
// Of files of one folder whose names begin with a number, each another one, the numbers are all that their order comes from; null for all else.
function numbersOf(paths) {
    const folder = paths[0].slice(0, paths[0].lastIndexOf('/') + 1);
    const seen = new Set();
    for (const path of paths) {
        const digits = path.startsWith(folder) ? (/^\d+(?=\D)/u.exec(path.slice(folder.length))?.[0] ?? '') : '';
        const number = Number(digits);
        if (digits === '' || digits.length > MAX_DIGITS || seen.has(number))
            return null;
        seen.add(number);
    }
    return [...seen];
}
// What a file made before the change may have been in production for years.
function madeBefore(files, dialect, parser) {
    const made = new new_objects/* Made */.W();
    const other = textOf(files, 'base');
    for (const { path, base } of files) {
        for (const part of base === null ? [] : dialect(path, base, other)) {
            if (part.kind === 'runs')
                for (const { tree } of analysed(part, parser).drafts)
                    made.take(tree ?? {}, { home: 'public', not: null });
        }
    }
    return made;
}
function operations(part, within) {
    switch (part.kind) {
        case 'kept':
            return part.text.trim() === '' ? [] : [{ kind: 'sql', facts: keptFacts(part.text, part.what), line: part.line, paths: [within.path] }];
        case 'unknown':
            return [{ kind: 'sql', facts: unknownFacts(part.text, part.why, within.path), line: part.line, paths: [within.path] }];
        case 'runs':
            return run(part, within);
        default:
            return part;
    }
}
// Placeholders and psql's commands are no SQL: names and blanks of the same length stand in for them.
function analysed(part, parser) {
    const { text, at } = part.placeholders ? fill(part.text) : { text: part.text, at: [] };
    const bytes = Buffer.from(text, 'utf8');
    const drafts = parser.analyse(bytes);
    if (!part.client || drafts.every(({ failure }) => failure === null))
        return { drafts, bytes, placeholders: at, unknown: [] };
    const cleared = (0,client_commands/* clearCommands */.g)(text);
    const rest = Buffer.from(cleared.text, 'utf8');
    return { drafts: parser.analyse(rest), bytes: rest, placeholders: at, unknown: cleared.unknown };
}
function run(part, { path, series, parser, names }) {
    const { drafts, bytes, placeholders, unknown } = analysed(part, parser);
    const lineAt = (0,line_numbers/* lineCounter */.L)(bytes);
    names.nextFile(part.client);
    const statements = drafts.map((draft) => {
        const facts = (0,resolve.resolve)(draft, names.schema === null ? NO_CATALOG : { ...NO_CATALOG, assumed: names.schema }, parser);
        names.take(facts.session);
        return { draft, facts };
    });
    const read = series.part(statements, wrappingOf(part.wrapping, statements)).map((facts, index) => {
        const { draft } = statements[index];
        const filled = placeholders.find(({ byte }) => byte >= draft.start && byte < draft.start + Buffer.byteLength(draft.text, 'utf8'));
        return { kind: 'sql', facts: filled === undefined ? facts : placeheld(facts, filled.name, path), line: part.line - 1 + lineAt(draft.start), paths: [path] };
    });
    const commands = unknown.map(({ line, command }) => ({ kind: 'sql', facts: unknownFacts(`\\${command}`, `\`\\${command}\` is a command of psql, not SQL`, path), line: part.line - 1 + line, paths: [path] }));
    return [...commands, ...read].sort((one, another) => one.line - another.line);
}
// Flyway leaves out the transaction where nothing in a file but settings could run inside of one.
function wrappingOf(wrapping, statements) {
    if (wrapping !== 'fitting')
        return wrapping;
    const doing = statements.filter(({ facts }) => facts.session.length === 0 || facts.session.some(({ kind }) => kind !== 'set' && kind !== 'reset'));
    return doing.length > 0 && doing.every(({ draft }) => (0,migrations_series/* isConcurrent */.u)(draft.tree ?? {}) || draft.statement === 'VACUUM') ? 'none' : wrapping;
}
function placeheld(facts, name, path) {
    const why = `\`\${${name}}\` is filled in when it runs`;
    return { ...facts, accesses: [...facts.accesses, { effect: 'unknown', object: path, type: 'file', columns: [], filtered: [], assumed: false, why }], unknown: [...facts.unknown, why] };
}
// The deployment does not run it: nothing to allow, something to see.
function keptFacts(text, what) {
    return {
        statement: 'NOT RUN', name: 'sql.not_run', text, redacted: `${what}; not run when this is deployed`,
        accesses: [{ effect: 'control', object: null, type: null, columns: [], filtered: [], assumed: false, builtin: true }],
        functions: [], hazards: [], forbidden: [], unknown: [], assumed: false,
    };
}
function unknownFacts(text, why, path) {
    return {
        statement: 'UNKNOWN', name: 'sql.unknown', text: text === '' ? path : text, redacted: path,
        accesses: [{ effect: 'unknown', object: path, type: 'file', columns: [], filtered: [], assumed: false, why }],
        functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
    };
}


/***/ }),

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

/***/ 52552:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ reviewedSettings),
/* harmony export */   ZV: () => (/* binding */ settingBoundsTime),
/* harmony export */   bX: () => (/* binding */ PINNED_SETTINGS),
/* harmony export */   bi: () => (/* binding */ startupParameterAllowed),
/* harmony export */   dY: () => (/* binding */ classifySetting)
/* harmony export */ });
/* unused harmony export settingChangesMeaning */
// SPDX-License-Identifier: Apache-2.0
//
// What a change of a PostgreSQL setting means for the gate, for every setting that a session of 15 or 18 can change. Refuses to trust
// what it does not know: an unlisted setting needs a rule. Values that would blind the gate are forbidden, and no rule can allow them.
// @see https://www.postgresql.org/docs/18/runtime-config.html
/**
 * Judges `SET name TO value`; `null` is `RESET name` and `TO DEFAULT`. A list (`search_path`) is its elements joined by `, `. The names
 * are the server's (`SET TIME ZONE` is `timezone`, `SET NAMES` is `client_encoding`, `SET SCHEMA` is `search_path`), in any case.
 */
function classifySetting(name, value, started) {
    const key = name.toLowerCase();
    // INVARIANT: the wire has checked the values that a session starts with (PINNED_SETTINGS), so going back to them is safe.
    if (value === null)
        return GOES_BACK;
    // It takes nothing away from a session that was never kept from writing.
    if (started?.writable === true && READ_ONLY.has(key) && isOff(value))
        return GOES_BACK;
    const judge = judges().get(key);
    if (judge !== undefined)
        return judge(value);
    if (key.includes('.'))
        return { class: 'control', reason: 'belongs to an extension or an application, whose row policies may hang on it' };
    return { class: 'control', reason: 'is not a setting that we know' };
}
/** True when a startup packet may carry this setting. `user`, `database`, `options`, `replication` and `_pq_.*` are the wire's affair. */
function startupParameterAllowed(name, value) {
    return classifySetting(name, value).class === 'allowed';
}
/**
 * What a session must start with, whatever `ALTER ROLE … SET` and the server's configuration say: the parser's reading of a statement is
 * right only then. The wire sends these at startup; the first two are also reported back, and must be.
 */
const PINNED_SETTINGS = {
    client_encoding: 'UTF8',
    standard_conforming_strings: 'on',
    backslash_quote: 'safe_encoding',
    transform_null_equals: 'off',
    array_nulls: 'on',
};
/** True for an allowed setting that changes what a statement means, and so belongs into the operation digest's `settings`. */
function settingChangesMeaning(name) {
    return MEANING.includes(name.toLowerCase());
}
/** True for a setting that only bounds how long something may take, to any value: nothing that is read hangs on it. */
function settingBoundsTime(name) {
    return BOUNDS_TIME.has(name.toLowerCase());
}
/** Every setting with a decision of its own; for the test that asks real servers. */
function reviewedSettings() {
    return [...judges().keys()];
}
const MEANING = (/* unused pure expression or super */ null && ([
    'search_path', 'role', 'session_authorization', 'datestyle', 'intervalstyle', 'timezone', 'default_text_search_config', 'xmloption',
    'lc_monetary', 'lc_numeric', 'lc_time', 'row_security',
]));
const GOES_BACK = { class: 'allowed', reason: 'goes back to what the session started with' };
const READ_ONLY = new Set(['transaction_read_only', 'default_transaction_read_only']);
const ALLOWED = {
    'changes how results are shown': `
    bytea_output datestyle escape_string_warning extra_float_digits icu_validation_level intervalstyle lc_monetary lc_numeric lc_time
    md5_password_warnings quote_all_identifiers timezone xmlbinary xmloption
  `,
    'names the session': 'application_name',
    'bounds how long something may take': `
    client_connection_check_interval idle_in_transaction_session_timeout idle_session_timeout lock_timeout statement_timeout
    transaction_timeout
  `,
    'changes plans, not results': `
    constraint_exclusion cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost cursor_tuple_fraction default_statistics_target
    effective_cache_size enable_async_append enable_bitmapscan enable_distinct_reordering enable_gathermerge enable_group_by_reordering
    enable_hashagg enable_hashjoin enable_incremental_sort enable_indexonlyscan enable_indexscan enable_material enable_memoize
    enable_mergejoin enable_nestloop enable_parallel_append enable_parallel_hash enable_partition_pruning enable_partitionwise_aggregate
    enable_partitionwise_join enable_presorted_aggregate enable_self_join_elimination enable_seqscan enable_sort enable_tidscan
    from_collapse_limit geqo geqo_effort geqo_generations geqo_pool_size geqo_seed geqo_selection_bias geqo_threshold jit jit_above_cost
    jit_expressions jit_inline_above_cost jit_optimize_above_cost jit_tuple_deforming join_collapse_limit max_parallel_maintenance_workers
    max_parallel_workers max_parallel_workers_per_gather min_parallel_index_scan_size min_parallel_table_scan_size
    parallel_leader_participation parallel_setup_cost parallel_tuple_cost plan_cache_mode random_page_cost recursive_worktable_factor
    seq_page_cost
  `,
    'chooses the rules of a snapshot, not what may be done in it': `
    default_transaction_deferrable default_transaction_isolation transaction_deferrable transaction_isolation
  `,
    'changes nothing that the gate relies on': `
    check_function_bodies default_text_search_config default_toast_compression seed stats_fetch_consistency synchronize_seqscans
  `,
    'can only make the server refuse more': 'restrict_nonsystem_relation_kind row_security',
};
const BOUNDS_TIME = new Set(ALLOWED['bounds how long something may take']?.trim().split(/\s+/));
const CONTROL = {
    'changes whose rights are in force': 'createrole_self_grant role session_authorization',
    'lets one session take memory or disk of all': `
    hash_mem_multiplier logical_decoding_work_mem maintenance_work_mem max_stack_depth temp_buffers temp_file_limit
    vacuum_buffer_usage_limit work_mem
  `,
    'tunes input, output and vacuum for everybody': `
    backend_flush_after commit_delay commit_siblings deadlock_timeout effective_io_concurrency file_copy_method gin_pending_list_limit
    io_combine_limit maintenance_io_concurrency vacuum_cost_delay vacuum_cost_limit vacuum_cost_page_dirty vacuum_cost_page_hit
    vacuum_cost_page_miss vacuum_failsafe_age vacuum_freeze_min_age vacuum_freeze_table_age vacuum_max_eager_freeze_failure_rate
    vacuum_multixact_failsafe_age vacuum_multixact_freeze_min_age vacuum_multixact_freeze_table_age vacuum_truncate wal_compression
    wal_init_zero wal_recycle wal_sender_timeout wal_skip_threshold
  `,
    'gives up durability or integrity': `
    allow_in_place_tablespaces allow_system_table_mods ignore_checksum_failure ignore_system_indexes synchronous_commit
    wal_consistency_checking zero_damaged_pages
  `,
    'changes what results hold': 'gin_fuzzy_search_limit lo_compat_privileges timezone_abbreviations',
    'loads code into the server': `
    dynamic_library_path extension_control_path extension_destdir jit_debugging_support jit_dump_bitcode jit_profiling_support
    local_preload_libraries output_plugin_libraries session_preload_libraries
  `,
    'switches off what guards the data': 'event_triggers',
    'ends the connection on any error, refusals included': 'exit_on_error',
    'changes the language of errors, which the gate reads to mask them': 'lc_messages',
    'belongs to the connection between gate and server': 'tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval tcp_user_timeout',
    'changes how passwords are kept': 'password_encryption scram_iterations',
    'changes what the server logs, or shows its insides': `
    backtrace_functions compute_query_id debug_discard_caches debug_logical_replication_streaming debug_parallel_query debug_pretty_print
    debug_print_parse debug_print_plan debug_print_rewritten force_parallel_mode log_connections log_disconnections log_duration
    log_error_verbosity log_executor_stats log_lock_failures log_lock_waits log_min_duration_sample log_min_duration_statement
    log_min_error_statement log_min_messages log_parameter_max_length log_parameter_max_length_on_error log_parser_stats
    log_planner_stats log_replication_commands log_statement log_statement_sample_rate log_statement_stats log_temp_files
    log_transaction_sample_rate post_auth_delay trace_notify trace_sort track_activities track_cost_delay_timing track_counts
    track_functions track_io_timing track_wal_io_timing update_process_title
  `,
    'adopts what another session sees': 'transaction_snapshot',
};
const BY_VALUE = {
    standard_conforming_strings: (value) => isOn(value) ? allowed('is as the parser reads strings') : forbidden('makes the server read string literals in another way than the gate does'),
    client_encoding: (value) => UTF8.includes(value.toLowerCase().replace(/[^a-z0-9]/g, '')) // matches `UTF-8`, `'utf8'`; misses `LATIN1`
        ? allowed('is as the gate reads bytes')
        : forbidden('makes the server read bytes in another way than the gate does; use UTF8'),
    backslash_quote: only(['safe_encoding'], 'changes how string literals are read'),
    transform_null_equals: (value) => (isOff(value) ? allowed('is the standard') : control('changes what `= NULL` selects')),
    composite_type_mismatch: only(['error'], 'lets values be read as another type than theirs'),
    array_nulls: (value) => (isOn(value) ? allowed('is the standard') : control('changes how array literals are read')),
    default_with_oids: (value) => (isOff(value) ? allowed('is the only value since 12') : control('is not a setting that we know')),
    search_path: searchPath,
    session_replication_role: only(['origin'], 'switches off triggers, rules and foreign keys'),
    transaction_read_only: readOnly,
    default_transaction_read_only: readOnly,
    client_min_messages: only(['notice', 'warning', 'error'], 'shows the insides of the server'),
    default_table_access_method: only(['heap'], 'changes where new data is kept'),
    default_tablespace: only([''], 'changes where new data is kept'),
    temp_tablespaces: only([''], 'changes where new data is kept'),
};
// The server strips everything but letters and digits before it compares names of encodings.
const UTF8 = ['utf8', 'unicode'];
function searchPath(value) {
    const schemas = value.split(',').map((part) => part.trim().replace(/^"(.*)"$/, '$1').toLowerCase()); // matches `"app"`; misses `app`
    // Unless it is named, pg_catalog comes first by itself; named later, users' objects could stand in for PostgreSQL's own.
    if (schemas.indexOf('pg_catalog') > 0)
        return control('puts `pg_catalog` behind other schemas, so that built-in names could be replaced');
    return allowed('is read back from the server');
}
function readOnly(value) {
    return isOn(value) ? allowed('can only make the server refuse more') : control('drops a guard that the owner of the database may have set');
}
function only(values, otherwise) {
    return (value) => (values.includes(value.toLowerCase()) ? allowed('is the standard') : control(otherwise));
}
const allowed = (reason) => ({ class: 'allowed', reason });
const control = (reason) => ({ class: 'control', reason });
const forbidden = (reason) => ({ class: 'forbidden', reason });
// As the server's parse_bool(): any unambiguous beginning of true, false, yes, no, on, off; 1, 0.
function isOn(value) {
    return /^(?:t|tr|tru|true|y|ye|yes|on|1)$/i.test(value);
}
function isOff(value) {
    return /^(?:f|fa|fal|fals|false|n|no|of|off|0)$/i.test(value);
}
let known;
function judges() {
    if (known !== undefined)
        return known;
    const all = new Map();
    const add = (blocks, verdict) => {
        for (const [reason, names] of Object.entries(blocks))
            for (const name of names.trim().split(/\s+/))
                all.set(name, () => verdict(reason));
    };
    add(ALLOWED, allowed);
    add(CONTROL, control);
    for (const [name, judge] of Object.entries(BY_VALUE))
        all.set(name, judge);
    known = all;
    return all;
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

/***/ 24704:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   Qz: () => (/* binding */ theOne),
/* harmony export */   Si: () => (/* binding */ every),
/* harmony export */   j6: () => (/* binding */ only),
/* harmony export */   uQ: () => (/* binding */ spelled),
/* harmony export */   vx: () => (/* binding */ nodesIn)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

const NONE = [];
/** The nodes of a list, in their order. */
function nodesIn(list) {
    return list ?? NONE;
}
/** What the nodes of a list hold that has one kind of them. Throws INTERNAL when there is another. */
function every(kind, list) {
    return nodesIn(list).map((node) => {
        if (!(kind in node))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `its tree has \`${Object.keys(node).join()}\` where only \`${kind}\` can be`);
        return node[kind];
    });
}
/** What those of one kind hold, in a list that has several kinds. */
function only(kind, list) {
    return every(kind, nodesIn(list).filter((node) => kind in node));
}
/** What a node holds that has to be of one kind. Throws INTERNAL when it is none, or of another. */
function theOne(kind, node) {
    return present(every(kind, [present(node)])[0]);
}
/** A part that every tree of its kind has. Throws INTERNAL when it is not there. */
function present(part) {
    if (part === undefined || part === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'its tree lacks a part that the grammar always has');
    return part;
}
/** A text, a name; empty where there is none. */
function spelled(text) {
    return text ?? '';
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


/***/ })

};
