export const id = 778;
export const ids = [778];
export const modules = {

/***/ 62495:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readChangeSet)
/* harmony export */ });
/* harmony import */ var _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11918);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Reads the file of a change set (docs/schema/changeset-v1.json) as data from outside. Refuses whatever is not of its shape, saying where, and
// files larger than a person could review.


/** Larger files are refused: 16 MiB is ten thousand statements of a kilobyte and a half. */
const MAX_CHANGE_SET_BYTES = 16 * 1024 * 1024;
/** Reads it; throws INPUT_INVALID. `file`: how it is called in messages. */
function readChangeSet(text, file) {
    if (Buffer.byteLength(text, 'utf8') > MAX_CHANGE_SET_BYTES)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the change set \`${file}\` is larger than ${MAX_CHANGE_SET_BYTES} bytes`, { hint: 'propose it in parts' });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the change set \`${file}\` is not JSON: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`, { hint: 'it is what `ostiary plan --out FILE` writes' });
    }
    return { set: new Shape(file).changeSet(value), lines: linesOf(text) };
}
// As writeChangeSet has them; elsewhere findings stand at the first line.
function linesOf(text) {
    const lines = new Map();
    text.split('\n').forEach((line, index) => {
        const number = /^\s*\{"number":(\d{1,9}),/.exec(line)?.[1]; // matches `    {"number":3,"kind":"sql",…`, misses `  "operations": [`
        if (number !== undefined)
            lines.set(Number(number), index + 1);
    });
    return lines;
}
class Shape {
    file;
    constructor(file) {
        this.file = file;
    }
    changeSet(value) {
        const of = this.#object(value, 'it');
        if (of['format'] !== 'ostiary-changeset-v1')
            throw this.#wrong('`format`', '`ostiary-changeset-v1`');
        const captured = this.#object(of['captured'], '`captured`');
        const set = {
            format: 'ostiary-changeset-v1', ostiary: this.#text(of['ostiary'], '`ostiary`'), digest: this.#digest(of['digest'], '`digest`'), resource: this.#resource(of['resource'], '`resource`'),
            tools: this.#list(of['tools'], '`tools`', (one, at) => this.#text(one, at)),
            captured: {
                command: this.#list(captured['command'], '`captured.command`', (one, at) => this.#text(one, at)), schema: this.#list(captured['schema'], '`captured.schema`', (one, at) => this.#digest(one, at)),
                server: this.#count(captured['server'], '`captured.server`'),
            },
            operations: this.#list(of['operations'], '`operations`', (one, at) => this.#operation(one, at)),
            bookkeeping: this.#list(of['bookkeeping'], '`bookkeeping`', (one, at) => ({ ...this.#operation(one, at), tool: this.#text(this.#object(one, at)['tool'], `${at}.tool`) })),
            limits: this.#list(of['limits'], '`limits`', (one, at) => this.#limit(one, at)),
        };
        const all = [...set.operations, ...set.bookkeeping];
        if (new Set(all.map(({ number }) => number)).size !== all.length)
            throw this.#wrong('`number`', 'different for each statement');
        if (all.some(({ resource }) => resource.name !== set.resource.name || resource.target !== set.resource.target))
            throw this.#wrong('`resource`', 'the same everywhere');
        return set;
    }
    #operation(value, at) {
        const of = this.#object(value, at);
        if (of['kind'] !== 'sql')
            throw this.#wrong(`${at}.kind`, '`sql`');
        const settings = this.#object(of['settings'], `${at}.settings`);
        return {
            number: this.#count(of['number'], `${at}.number`), kind: 'sql', resource: this.#resource(of['resource'], `${at}.resource`), bytes: this.#text(of['bytes'], `${at}.bytes`),
            parameters: this.#list(of['parameters'], `${at}.parameters`, (one, where) => this.#parameter(one, where)), data: of['data'] === null ? null : this.#digest(of['data'], `${at}.data`),
            settings: Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, this.#text(setting, `${at}.settings.${name}`)])),
            transaction: of['transaction'] === null ? null : this.#count(of['transaction'], `${at}.transaction`), connection: this.#count(of['connection'], `${at}.connection`),
            message: this.#count(of['message'], `${at}.message`), tag: this.#text(of['tag'], `${at}.tag`), digest: this.#digest(of['digest'], `${at}.digest`),
        };
    }
    #parameter(value, at) {
        const { type, format, value: bytes } = this.#object(value, at);
        if (format !== 'text' && format !== 'binary')
            throw this.#wrong(`${at}.format`, '`text` or `binary`');
        return { type: this.#text(type, `${at}.type`), format, value: bytes === null ? null : this.#text(bytes, `${at}.value`) };
    }
    #limit(value, at) {
        const of = this.#object(value, at);
        const kind = _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMIT_KINDS */ .A7.find((known) => known === of['kind']);
        if (kind === undefined)
            throw this.#wrong(`${at}.kind`, `one of ${_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMIT_KINDS */ .A7.join(', ')}`);
        return { kind, operation: this.#count(of['operation'], `${at}.operation`), detail: this.#text(of['detail'], `${at}.detail`) };
    }
    #resource(value, at) {
        const { name, target } = this.#object(value, at);
        return { name: this.#text(name, `${at}.name`), target: this.#text(target, `${at}.target`) };
    }
    #object(value, at) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw this.#wrong(at, 'an object');
        return value;
    }
    #list(value, at, each) {
        if (!Array.isArray(value))
            throw this.#wrong(at, 'a list');
        return value.map((one, index) => each(one, `${at}[${index}]`));
    }
    #text(value, at) {
        if (typeof value !== 'string' || !value.isWellFormed())
            throw this.#wrong(at, 'text');
        return value;
    }
    #digest(value, at) {
        if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value))
            throw this.#wrong(at, 'a SHA-256 in hex');
        return value;
    }
    #count(value, at) {
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
            throw this.#wrong(at, 'a whole number from 1');
        return value;
    }
    #wrong(at, wanted) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the change set \`${this.file}\` does not fit: ${at} has to be ${wanted}`, { hint: 'it is what `ostiary plan --out FILE` writes' });
    }
}


/***/ }),

/***/ 1987:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ MAX_FILE_BYTES)
/* harmony export */ });
/** Larger files are judged as unreadable: a person does not review 4 MiB of SQL either. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;


/***/ }),

/***/ 39001:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ unreadableOperation)
/* harmony export */ });
/** One unknown operation; `why` ends a sentence. */
function unreadableOperation(file, why, kind = 'file') {
    const { path } = file.change;
    const facts = {
        statement: 'UNKNOWN', name: `${kind}.unknown`, text: `${path}\n${file.sha256 ?? ''}`, redacted: path,
        accesses: [{ effect: 'unknown', object: path, type: 'file', columns: [], filtered: [], assumed: false, why }],
        functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
    };
    return { kind, facts, line: 1, size: file.size, paths: [path] };
}


/***/ }),

/***/ 10778:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xd: () => (/* binding */ policyCheck),
  ul: () => (/* binding */ policyCheckSpec)
});

// UNUSED EXPORTS: FORMATS

// EXTERNAL MODULE: ./lib/core/change-set.js
var change_set = __webpack_require__(11918);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
// EXTERNAL MODULE: ./lib/parse/migrations/live-series.js
var live_series = __webpack_require__(10629);
// EXTERNAL MODULE: ./lib/policy/estimates.js
var estimates = __webpack_require__(189);
;// CONCATENATED MODULE: ./lib/check/finding.js
/** Longer statements are cut in reports; the digest is of all of it. */
const MAX_TEXT = 400;
// One match: a line feed, two blanks, `ä`; one miss: `DROP TABLE a`. What has none is shown as it is.
const UNEVEN = /[^ -~]| {2}|^ | $/u;
/** One line for people: white space folded, what does not print made visible, cut with a mark. */
function shown(text) {
    if (text.length <= MAX_TEXT && !UNEVEN.test(text))
        return text;
    // One match: a zero-width space or a bidirectional control; one miss: `ä`.
    const visible = text.slice(0, MAX_TEXT * 10).replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, (char) => `\\u{${char.codePointAt(0).toString(16)}}`).trim();
    return [...visible].length > MAX_TEXT ? `${[...visible].slice(0, MAX_TEXT).join('')} …` : visible;
}

;// CONCATENATED MODULE: ./lib/check/captured.js
// SPDX-License-Identifier: Apache-2.0
//
// The check of a captured change set: the file is read as what it claims, every statement is parsed again from its bytes and judged with its
// parameters as the wire would, book-keeping included. Refuses a file that was changed after the capture, and to believe anything that it
// says of a statement besides the bytes.






/** Stands for no commit, as git has it. */
const NO_COMMIT = '0'.repeat(40);
const NOWHERE = { catalog: null, searchPath: null, stale: false };
const STRICTNESS = { deny: 0, review: 1, allow: 2 };
/** Judges a change set. Throws INPUT_INVALID when it is not whole, or not for this policy's resource. */
function checkCaptured(request) {
    const { set, policy, policySource, preview, between } = request;
    demandSameResource(set, policy);
    const statements = [...set.operations, ...set.bookkeeping].sort((one, other) => one.number - other.number);
    const operations = new Judging(request, sizesOf(statements)).all(statements);
    const own = new Set(set.operations.map(({ number }) => number));
    const digest = (0,change_set/* changeSetDigest */.ZT)([], operations.flatMap((one, index) => (own.has(statements[index]?.number ?? 0) ? [one.digest] : [])));
    if (digest !== set.digest || operations.some((one, index) => one.digest !== statements[index]?.digest))
        throw altered(request.file);
    const findings = operations.filter(({ decision }) => decision !== 'allow').sort((a, b) => STRICTNESS[a.decision] - STRICTNESS[b.decision]);
    return {
        decision: findings[0]?.decision ?? 'allow', digest, base: between?.base ?? NO_COMMIT, head: between?.head ?? NO_COMMIT, files: 0,
        policy: { source: policySource, digest: policy.digest, preview, observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null },
        operations, findings, observed: operations.filter(({ observed }) => observed.length > 0).length,
    };
}
function demandSameResource({ resource }, policy) {
    const known = policy.resources[resource.name];
    if (known === undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the change set is for \`${resource.name}\`, which is no resource of the policy`, { hint: `it has: ${Object.keys(policy.resources).join(', ') || 'none'}` });
    if (known.target !== resource.target)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the change set is for \`${resource.target}\`, and \`${resource.name}\` is \`${known.target}\` by now`, { hint: 'capture it again' });
}
function altered(file) {
    return new errors/* GateError */.ue('INPUT_INVALID', `the change set \`${file}\` is not what was captured: its digests are of something else`, { hint: 'capture it again with `ostiary plan`' });
}
function sizesOf(statements) {
    const sizes = new Map();
    for (const { message } of statements)
        sizes.set(message, (sizes.get(message) ?? 0) + 1);
    return sizes;
}
/** One capture being judged: what came before on each connection settles hazards as it does on the wire. */
class Judging {
    request;
    sizes;
    #series = new Map();
    #place = null;
    constructor(request, sizes) {
        this.request = request;
        this.sizes = sizes;
    }
    all(statements) {
        return statements.map((statement, index) => {
            const read = this.#read(statement);
            const next = statements[index + 1];
            const series = this.#of(statement.connection);
            if (this.#place?.message !== statement.message)
                this.#place = { message: statement.message, place: series.message(NOWHERE, this.sizes.get(statement.message) ?? 1) };
            const { facts, ended } = read === null ? { facts: unreadFacts(statement), ended: null } : this.#place.place(read.draft, read.facts);
            ended?.(statement.tag);
            // Between messages of no common transaction, none is open.
            const goesOn = statements.slice(index + 1).find(({ connection }) => connection === statement.connection);
            const open = goesOn !== undefined && statement.transaction !== null && goesOn.transaction === statement.transaction;
            if (!open && next?.message !== statement.message)
                series.idle();
            return this.#predict(statement, facts);
        });
    }
    #of(connection) {
        const series = this.#series.get(connection) ?? new live_series/* LiveSeries */.A();
        this.#series.set(connection, series);
        return series;
    }
    #read({ bytes, settings }) {
        const read = this.request.read(bytes, settings['search_path'] ?? null);
        return read?.facts.text === bytes ? read : null;
    }
    #predict(statement, facts) {
        const { policy, principal, now, file, lines } = this.request;
        const { kind, resource, parameters, data, settings } = statement;
        const operation = { kind, resource, facts, parameters, data, settings };
        const unestimated = (0,estimates/* withoutEstimate */.R)(operation);
        const { decision, rules, reasons, observed } = policy.decide({ operation: unestimated.operation, principal, resource: resource.name, now });
        return {
            path: file, line: lines.get(statement.number) ?? 1, kind, resource: resource.name, operation: facts.name, statement: facts.statement, text: shown(facts.redacted), bytes: statement.bytes, settings, decision, rules,
            reasons: reasons.map(shown), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: shown(detail) })), accesses: facts.accesses, unknown: facts.unknown.map(shown), observed,
            assumed: facts.assumed || unestimated.rowsAsked(), digest: (0,operation_digest/* operationDigest */.x)(operation),
        };
    }
}
function unreadFacts({ bytes }) {
    const why = 'it is not exactly one statement';
    return {
        statement: 'UNKNOWN', name: 'sql.unknown', text: bytes, redacted: '?', accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
    };
}

// EXTERNAL MODULE: ./lib/check/captured-file.js
var captured_file = __webpack_require__(62495);
// EXTERNAL MODULE: ./lib/parse/http/operation.js
var http_operation = __webpack_require__(17889);
// EXTERNAL MODULE: ./lib/policy/repository.js
var repository = __webpack_require__(81728);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/check/changed-file.js
var changed_file = __webpack_require__(1987);
;// CONCATENATED MODULE: ./lib/check/load.js
// SPDX-License-Identifier: Apache-2.0
//
// Fetches the texts of a change's files, both sides, in two calls. Refuses to take bytes for text that are none.



/** All files of a change, sorted by path. */
async function loadFiles(source) {
    const changes = [...(await source.files())].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const fresh = changes.filter(({ status }) => status !== 'deleted');
    const old = changes.filter(({ from }) => from !== null);
    const [heads, bases] = await Promise.all([
        source.read('head', fresh.map(({ path }) => path), changed_file/* MAX_FILE_BYTES */.g),
        source.read('base', old.map(({ from }) => from), changed_file/* MAX_FILE_BYTES */.g),
    ]);
    const headOf = new Map(fresh.map((change, index) => [change, heads[index] ?? null]));
    const baseOf = new Map(old.map((change, index) => [change, bases[index] ?? null]));
    return changes.map((change) => changedFile(change, headOf.get(change) ?? null, baseOf.get(change) ?? null));
}
/** As much as git looks at to say that a file is no text. */
const LOOKED_AT = 8_000;
// Pictures and programs: a zero in front, and more that no text has. A script with one zero in it a shell still runs.
function isData(bytes) {
    const first = bytes.subarray(0, LOOKED_AT);
    return first.filter((byte) => byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte !== 0x1B)).length * 50 > first.length;
}
function changedFile(change, head, base) {
    const text = (bytes) => (bytes !== null && (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString('utf8') : null);
    const after = text(head);
    const isFile = change.status !== 'deleted' && change.newMode !== '120000' && change.newMode !== '160000';
    return {
        change, head: after, base: text(base), bytes: isFile && after === null && head !== null && !isData(head) ? head.toString('latin1') : null, size: head?.length ?? 0,
        sha256: head === null ? null : (0,external_node_crypto_.createHash)('sha256').update(head).digest('hex'),
        unreadable: !isFile ? null : head === null ? `the file is larger than ${changed_file/* MAX_FILE_BYTES */.g} bytes` : after === null ? 'the file is not UTF-8 text' : null,
    };
}

// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
;// CONCATENATED MODULE: ./lib/check/mapping.js
// SPDX-License-Identifier: Apache-2.0
//
// Which files belong to which `changes` entry of the policy. A file belongs to every entry that names it: two tools that read the same
// file perform its operations twice. Refuses to forget what went away: a manifest that is deleted, or moved to where nothing applies it,
// still belongs to the entry that named it before.

/** Entries that name any of these paths. */
function naming(paths, changes) {
    return changes.filter((change) => paths.some((0,glob/* compileGlobs */.tI)(change.paths, '/')));
}
/** Kinds whose files say what shall be there: what goes from the files goes from the resource. */
const DECLARATIVE = ['kubernetes'];
/** Groups with at least one file, in the order of the policy. Deleted files belong to declarative kinds alone. */
function mapping_assign(files, changes) {
    return changes.flatMap((change) => {
        const named = (0,glob/* compileGlobs */.tI)(change.paths, '/');
        const found = DECLARATIVE.includes(change.as) ? files.flatMap((file) => declared(file, named)) : files.filter(({ change: { path, status } }) => status !== 'deleted' && named(path));
        return found.length === 0 ? [] : [{ change, files: found }];
    });
}
// A file as an entry sees it: one that comes from elsewhere is new, one that went elsewhere is deleted.
function declared(file, named) {
    const { change } = file;
    const was = change.from !== null && change.status !== 'copied' && named(change.from) ? change.from : null;
    if (change.status !== 'deleted' && named(change.path))
        return [was === null ? { ...file, change: { ...change, from: null }, base: null } : file];
    return was === null ? [] : [{ change: { ...change, path: was, status: 'deleted', newMode: null }, head: null, base: file.base, bytes: null, size: 0, sha256: null, unreadable: null }];
}

// EXTERNAL MODULE: ./lib/check/unreadable.js
var unreadable = __webpack_require__(39001);
;// CONCATENATED MODULE: ./lib/check/check.js











/** Checks a change. Throws what the source throws; all else is a finding. */
async function check(request) {
    // While the bytes are fetched; whoever needs a reader hears what goes wrong with it.
    prepare(request).catch(() => undefined);
    const files = await loadFiles(request.source);
    const operations = [];
    const groups = mapping_assign(files, request.policy.changes);
    const mapped = new Set(groups.flatMap((group) => group.files.map(({ change }) => change.path)));
    for (const group of groups) {
        const reader = await request.readers.mapped(group.change, request.source);
        const read = reader === null ? group.files.map((file) => [(0,unreadable/* unreadableOperation */.z)(file, `there is no reader for \`${group.change.tool ?? group.change.as ?? ''}\``)]) : readAll(reader, group.files);
        operations.push(...judgeAll(group.files, read, group.change.resource, request));
    }
    operations.push(...judgeAll(files, readAll(await request.readers.repository(files, mapped, request.source), files), repository/* REPOSITORY */.Bw.name, request));
    operations.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
    return resultOf(operations, files, request);
}
// Loads the parsers that the files will need.
async function prepare({ source, policy, readers }) {
    for (const change of naming(await source.paths(), policy.changes))
        await readers.mapped(change, null);
}
// A reader that throws leaves every file of its group unknown: which of them it was about can't be told.
function readAll(reader, files) {
    try {
        const read = reader(files);
        return files.map((file, index) => read[index] ?? [(0,unreadable/* unreadableOperation */.z)(file, 'its reader passed over it')]);
    }
    catch (thrown) {
        return files.map((file) => [(0,unreadable/* unreadableOperation */.z)(file, `it could not be read: ${(0,errors/* messageOf */.bD)(thrown)}`)]);
    }
}
function judgeAll(files, read, resource, request) {
    return files.flatMap((file, index) => (read[index] ?? []).map((operation) => predict(file, operation, resource, request)));
}
function predict(file, read, resource, { policy, principal, now }) {
    const { kind, facts, line, size, paths } = (0,http_operation/* askedOf */.iN)(read, policy.resources[resource]?.url ?? null);
    const target = policy.resources[resource]?.target ?? resource;
    const operation = {
        kind, resource: { name: resource, target }, facts, parameters: [], data: null, settings: {}, paths: paths ?? [file.change.path], ...(size === undefined ? {} : { size }),
    };
    const unestimated = (0,estimates/* withoutEstimate */.R)(operation);
    const { decision, rules, reasons, observed } = policy.decide({ operation: unestimated.operation, principal, resource, now, byHand: true });
    return {
        path: file.change.path, line, kind, resource, operation: facts.name, statement: facts.statement, text: shown(kind === 'kubernetes' ? facts.redacted.split('\n', 1)[0] : facts.redacted), bytes: kind === 'file' || resource === repository/* REPOSITORY */.Bw.name ? null : facts.text, settings: operation.settings, decision, rules,
        reasons: reasons.map(shown), hazards: facts.hazards.map(({ id, detail }) => ({ id, detail: shown(detail) })), accesses: facts.accesses, unknown: facts.unknown.map(shown), observed, assumed: facts.assumed || unestimated.rowsAsked(), digest: (0,operation_digest/* operationDigest */.x)(operation),
    };
}
const check_STRICTNESS = { deny: 0, review: 1, allow: 2 };
function resultOf(operations, files, { source, policy, policySource, preview }) {
    const findings = operations.filter(({ decision }) => decision !== 'allow').sort((a, b) => check_STRICTNESS[a.decision] - check_STRICTNESS[b.decision]);
    return {
        decision: findings[0]?.decision ?? 'allow',
        digest: (0,change_set/* changeSetDigest */.ZT)(files.map(({ change, sha256 }) => ({ path: change.path, from: change.from, status: change.status, mode: change.newMode, sha256 })), operations.map(({ digest }) => digest)),
        base: source.base, head: source.head, files: files.length,
        policy: { source: policySource, digest: policy.digest, preview, observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null },
        operations, findings, observed: operations.filter(({ observed }) => observed.length > 0).length,
    };
}

;// CONCATENATED MODULE: ./lib/check/report/words.js
// SPDX-License-Identifier: Apache-2.0
//
// What every report says of a prediction in the same words. Refuses to say *approved*: a check only predicts.

/** One sentence for people: what, why, under which rule. */
function messageOf(one) {
    const verb = one.decision === 'deny' ? 'is not allowed' : 'needs a review';
    return `${one.statement} on \`${one.resource}\` ${verb}: ${one.reasons[0] ?? 'no rule allows it'} (${one.rules.join(', ')})`;
}
/** What it is, for a list: its text, unless a reason says that already. */
function textOf({ text, statement, reasons }) {
    return reasons.some((reason) => reason.includes(text)) ? statement : text;
}
/** What to do next. */
function adviceOf(one) {
    const [why] = one.unknown;
    if (why !== undefined)
        return `rewrite it so that it can be understood${one.reasons.some((reason) => reason.includes(why)) ? '' : `: ${why}`}`;
    if (one.decision === 'review')
        return 'a person has to approve exactly this operation in a review of its pull or merge request';
    return 'do it another way, or ask the people who keep the policy';
}
/** More ways of doing one thing than these are for machines. */
const MAX_HAZARDS = 5;
/** Hazards of a prediction that are worth a line: none that a reason has said already, none of style, not more than a few. `more`: how many are left out. */
function notable({ hazards, reasons }) {
    const told = hazards.filter(({ id, detail }) => !id.startsWith('style.') && !reasons.includes(detail));
    return { shown: told.slice(0, MAX_HAZARDS), more: Math.max(0, told.length - MAX_HAZARDS) };
}
/** `1 file`, `2 files`, `1,200 files`. */
function counted(count, noun) {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
/** `1,200`. By hand: the first number that `Intl` writes takes twenty milliseconds. */
function grouped(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
/** That the policy, or a rule of it, only observes, and what that lets pass; null when everything is decided. */
function observedOf({ policy, observed }) {
    if (policy.observeUntil === null && observed === 0)
        return null;
    const count = `${counted(observed, 'operation')} would have been refused`;
    return policy.observeUntil === null ? `rules of the policy only observe: ${count}` : `the policy only observes until ${policy.observeUntil}: ${count}`;
}
/** The rule that a finding is shown under. */
function ruleOf(one) {
    return one.rules[0] ?? 'default';
}
/** `db/migrations/7.sql:12`. */
function placeOf({ path, line }) {
    return `${shown(path)}:${line}`;
}

;// CONCATENATED MODULE: ./lib/check/report/codequality.js
// SPDX-License-Identifier: Apache-2.0
//
// Findings as GitLab's code quality report. @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format


/** A JSON array, one object a finding. */
function codeQualityReport({ findings }) {
    const seen = new Map();
    return `${JSON.stringify(findings.map((one) => {
        const key = `${ruleOf(one)}\n${one.path}\n${one.digest}`;
        const times = (seen.get(key) ?? 0) + 1;
        seen.set(key, times);
        return {
            description: messageOf(one), check_name: ruleOf(one), fingerprint: (0,external_node_crypto_.createHash)('sha256').update(`${key}\n${times}`).digest('hex'),
            severity: one.decision === 'deny' ? 'critical' : 'major', location: { path: one.path, lines: { begin: one.line } },
        };
    }))}\n`;
}

;// CONCATENATED MODULE: ./lib/check/report/json.js
/** One JSON object, all of it. */
function jsonReport(result, version) {
    const { findings, ...rest } = result;
    return `${JSON.stringify({ format: 'ostiary-check-v1', ostiary: version, ...rest, findings: findings.map(({ path, line, rules, decision, digest }) => ({ path, line, rules, decision, digest })) }, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./lib/check/report/junit.js

/** The whole document. */
function junitReport({ operations, findings }) {
    const byPath = new Map();
    for (const one of operations)
        byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
    const suites = [...byPath].map(([path, tests]) => suite(path, tests));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary policy-check" tests="${operations.length}" failures="${findings.length}">\n${suites.join('')}</testsuites>\n`;
}
function suite(path, tests) {
    const failures = tests.filter(({ decision }) => decision !== 'allow').length;
    return `  <testsuite name="${xml(path)}" tests="${tests.length}" failures="${failures}">\n${tests.map(test).join('')}  </testsuite>\n`;
}
function test(one) {
    const head = `    <testcase classname="${xml(one.resource)}" name="${xml(`${placeOf(one)} ${one.statement}`)}"`;
    if (one.decision === 'allow')
        return `${head}/>\n`;
    return `${head}>\n      <failure type="${xml(ruleOf(one))}" message="${xml(messageOf(one))}">${xml(`${textOf(one)}\n${adviceOf(one)}`)}</failure>\n    </testcase>\n`;
}
function xml(text) {
    // What XML 1.0 has no character for is left out.
    return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

;// CONCATENATED MODULE: ./lib/check/report/markdown.js

/** Rows of a group; the job's summary holds 1 MiB. */
const MAX_ROWS = 100;
const TITLES = { deny: 'Not allowed', review: 'Needs a review', allow: 'Allowed' };
/** The page. */
function markdownReport(result) {
    const { operations, findings, files, policy } = result;
    const observed = observedOf(result);
    const counts = (decision) => operations.filter((one) => one.decision === decision).length;
    return [
        `### Ostiary policy check: ${result.decision}`, '',
        ...(policy.preview ? [`> Preview: judged by ${code(policy.source)} of the work tree, which decides nothing.`, ''] : []),
        ...(observed === null ? [] : [`> **Only observing**: ${plain(observed)}.`, '']),
        '| files | operations | not allowed | need a review | allowed |', '|---:|---:|---:|---:|---:|',
        `| ${files} | ${operations.length} | ${counts('deny')} | ${counts('review')} | ${counts('allow')} |`, '',
        ...group('deny', findings), ...group('review', findings), ...watched(operations),
        ...quiet(operations.filter(({ decision }) => decision === 'allow')),
        `Policy ${code(policy.source)} · change set ${code(result.digest.slice(0, 16))} · ${code(result.base.slice(0, 12))}…${code(result.head.slice(0, 12))}. A check predicts; the gate decides when the operation runs${operations.some(({ assumed, kind }) => assumed && kind !== 'file') ? ', and completes names from the catalog, which a check has not' : ''}.`, '',
    ].join('\n');
}
function group(decision, findings) {
    const rows = findings.filter((one) => one.decision === decision);
    if (rows.length === 0)
        return [];
    const shown = rows.slice(0, MAX_ROWS);
    return [
        `#### ${TITLES[decision]} (${rows.length})`, '', '| where | what | on | rule | why |', '|---|---|---|---|---|',
        ...shown.map((one) => `| ${code(placeOf(one))} | ${code(textOf(one))} | ${code(one.resource)} | ${code(ruleOf(one))} | ${why(one)} |`),
        ...(rows.length > shown.length ? ['', `**${grouped(rows.length - shown.length)} more are left out here**; the report has all of them.`] : []), '',
    ];
}
function why(one) {
    const { shown, more } = notable(one);
    const hazards = [...shown.map(({ id, detail }) => `${code(id)}: ${plain(detail)}`), ...(more === 0 ? [] : [`and ${more} more in the report`])];
    return [...one.reasons.slice(0, 3).map(plain), ...hazards, `*${plain(adviceOf(one))}*`].join('<br>');
}
// What rules would have stopped, did they not only observe.
function watched(operations) {
    const rows = operations.flatMap((one) => one.observed.slice(0, 1).map(({ rule, decision }) => `| ${code(placeOf(one))} | ${code(textOf(one))} | ${code(one.resource)} | ${code(rule)} | would ${decision} |`));
    if (rows.length === 0)
        return [];
    const more = rows.length > MAX_ROWS ? ['', `**${grouped(rows.length - MAX_ROWS)} more are left out here**; the report has all of them.`] : [];
    return [`#### Only observed (${rows.length})`, '', '| where | what | on | rule | decision |', '|---|---|---|---|---|', ...rows.slice(0, MAX_ROWS), ...more, ''];
}
function quiet(allowed) {
    // That a file is part of the change goes without saying.
    const operations = allowed.filter(({ kind }) => kind !== 'file');
    if (operations.length === 0)
        return [];
    const files = allowed.length - operations.length;
    const rows = operations.slice(0, MAX_ROWS).map((one) => `| ${code(placeOf(one))} | ${code(textOf(one))} | ${code(one.resource)} | ${code(ruleOf(one))} |`);
    const more = operations.length > rows.length ? ['', `${operations.length - rows.length} more are left out here.`] : [];
    return [`<details><summary>Allowed (${allowed.length}${files === 0 ? '' : `, ${files} of them changes of files`})</summary>`, '', '| where | what | on | rule |', '|---|---|---|---|', ...rows, ...more, '', '</details>', ''];
}
// A code span that its content can't end: longer backticks outside than inside, and no cell separator.
function code(text) {
    const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const padded = text.startsWith('`') || text.endsWith('`') ? ` ${text} ` : text;
    return `${fence}${padded.replaceAll('|', '\\|').replaceAll('\n', ' ')}${fence}`;
}
// Our own and the operator's sentences, with markup of names in them taken as text; backticks are ours.
function plain(text) {
    return text.replace(/[<>&|[\]*_~\n!\\]/gu, (char) => (char === '\n' ? ' ' : `&#${char.charCodeAt(0)};`));
}

// EXTERNAL MODULE: ./lib/core/documentation-links.js
var documentation_links = __webpack_require__(96713);
;// CONCATENATED MODULE: ./lib/check/report/sarif.js
// SPDX-License-Identifier: Apache-2.0
//
// Findings as SARIF 2.1.0. Refuses to grow over what GitHub takes: 5,000 results are shown, so the strictest come first and the rest are
// counted in a notification.
// @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/  @see https://docs.github.com/code-security/reference/code-scanning/sarif-files



const MAX_RESULTS = 5_000;
/** One line of JSON. */
function sarifReport(result, version) {
    const shown = result.findings.slice(0, MAX_RESULTS);
    const ids = [...new Set(shown.map(ruleOf))].sort();
    const cut = result.findings.length - shown.length;
    return `${JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [{
                tool: { driver: { name: 'Ostiary', informationUri: documentation_links/* HOME */.y, semanticVersion: version, rules: ids.map((id) => ruleEntry(id, shown)) } },
                automationDetails: { id: 'ostiary/policy-check/' },
                columnKind: 'unicodeCodePoints',
                invocations: [{
                        executionSuccessful: true,
                        toolExecutionNotifications: cut === 0 ? [] : [{ level: 'warning', message: { text: `${cut} more findings are left out here; the report in JSON has all of them` } }],
                    }],
                results: shown.map((one) => sarif_resultOf(one, ids)),
            }],
    })}\n`;
}
function ruleEntry(id, shown) {
    const example = shown.find((one) => ruleOf(one) === id);
    return {
        id, name: id.replace(/[^A-Za-z0-9]+(.)/gu, (_all, letter) => letter.toUpperCase()),
        shortDescription: { text: example.reasons[0] ?? id }, helpUri: (0,documentation_links/* manual */.j)('docs/rules.md'),
        help: { text: adviceOf(example) }, defaultConfiguration: { level: example.decision === 'deny' ? 'error' : 'warning' },
    };
}
function sarif_resultOf(one, ids) {
    const rule = ruleOf(one);
    return {
        ruleId: rule, ruleIndex: ids.indexOf(rule), level: one.decision === 'deny' ? 'error' : 'warning',
        message: { text: messageOf(one) },
        locations: [{ physicalLocation: { artifactLocation: { uri: one.path.split('/').map(encodeURIComponent).join('/') }, region: { startLine: one.line } } }],
        partialFingerprints: { 'ostiaryOperation/v1': (0,external_node_crypto_.createHash)('sha256').update(`${rule}\n${one.path}\n${one.digest}`).digest('hex') },
        properties: { decision: one.decision, rules: one.rules, resource: one.resource, operation: one.operation, assumed: one.assumed, digest: one.digest },
    };
}

// EXTERNAL MODULE: ./lib/record/inert.js
var inert = __webpack_require__(5741);
;// CONCATENATED MODULE: ./lib/check/report/text.js
// SPDX-License-Identifier: Apache-2.0
//
// A check for a terminal: a compact list, findings first, each with its place, its text, why, and what to do. Refuses control characters of
// the change: all text was made visible before (finding.ts).


const CODES = { bold: '1', red: '31', yellow: '33', green: '32', dim: '2' };
/** Paints with ANSI colours, or not at all. */
function painter(coloured) {
    return (style, text) => (coloured ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}
/** Under the word that begins a finding. */
const INDENT = ' '.repeat(8);
/** The whole list, ending in lines that count. Lines longer than `columns` go on under their beginning. */
function textReport(result, paint, columns = Infinity) {
    const look = { paint, columns };
    const observed = result.operations.filter((one) => one.observed.length > 0);
    return `${[...preface(result, paint), ...result.findings.flatMap((one) => finding(one, look)), ...observed.flatMap((one) => passed(one, look)), ...closing(result, paint)].join('\n')}\n`;
}
function preface(result, paint) {
    const { policy } = result;
    const observed = observedOf(result);
    return [
        ...(policy.preview ? [paint('yellow', `preview: judged by \`${policy.source}\` of the work tree, which decides nothing`), ''] : []),
        ...(observed === null ? [] : [paint('yellow', observed), '']),
    ];
}
function finding(one, look) {
    const { paint, columns } = look;
    const word = one.decision === 'deny' ? paint('red', 'deny  ') : paint('yellow', 'review');
    const advice = indented(`-> ${adviceOf(one)}`, columns, (line) => paint('dim', line));
    return [...headed(word, one, ruleOf(one), look), ...one.reasons.slice(0, 3).flatMap((reason) => indented(reason, columns)), ...hazards(one, look), ...advice, ''];
}
// What a rule would have stopped, did it not only observe.
function passed(one, look) {
    const strictest = one.observed.find(({ decision }) => decision === 'deny') ?? one.observed[0];
    if (strictest === undefined)
        return [];
    return [...headed(look.paint('yellow', `would ${strictest.decision}`), one, strictest.rule, look), ...hazards(one, look), ''];
}
function headed(word, one, rule, { paint, columns }) {
    // Of a file the place says it all.
    const said = textOf(one);
    const text = one.kind === 'file' || said === one.statement ? [] : indented(said, columns);
    return [`${word}  ${paint('bold', placeOf(one))}  ${one.statement} on ${one.resource}  ${paint('dim', rule)}`, ...text];
}
function hazards(one, { paint, columns }) {
    const { shown, more } = notable(one);
    const lines = shown.flatMap(({ id, detail }) => indented(`${id}: ${detail}`, columns, (line, first) => (first ? `${paint('dim', line.slice(0, id.length + 1))}${line.slice(id.length + 1)}` : line)));
    return [...lines, ...(more === 0 ? [] : [`${INDENT}${paint('dim', `and ${more} more in the report`)}`])];
}
// Text under the word that begins a finding; painted when it is broken, since colours take no room.
function indented(text, columns, painted = (line) => line) {
    return (0,inert/* wrapped */.ky)(text, Math.max(columns - INDENT.length, INDENT.length)).map((line, at) => `${INDENT}${painted(line, at === 0)}`);
}
function closing({ decision, operations, findings, files, digest, policy }, paint) {
    const denied = findings.filter((one) => one.decision === 'deny').length;
    const colour = decision === 'allow' ? 'green' : decision === 'review' ? 'yellow' : 'red';
    const counts = [[denied, 'denied'], [findings.length - denied, 'needing review'], [operations.length - findings.length, 'allowed']];
    const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    return [
        `${paint(colour, decision)}: ${counted(files, 'file')}, ${counted(operations.length, 'operation')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`,
        ...(operations.some(({ assumed, kind }) => assumed && kind !== 'file') ? [paint('dim', 'names were completed without a catalog; the gate, which has one, decides')] : []),
        paint('dim', `policy ${policy.source} · change set ${digest.slice(0, 16)}`),
    ];
}

// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __webpack_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/policy-check.js
// SPDX-License-Identifier: Apache-2.0
//
// `policy-check`: what a change would do to production, and whether the policy allows it, with findings at the lines that cause them.
// Executes nothing and needs no secret. Refuses to take the policy from the change: only `preview` does, and says so.












const FORMATS = ['text', 'json', 'sarif', 'codequality', 'junit', 'markdown'];
const ON_REVIEW = ['fail', 'pass'];
/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const policyCheckSpec = {
    name: 'policy-check',
    description: 'Judge what a change would do to production, before it is merged: findings, SARIF, annotations, summary; executes nothing.',
    inputs: [
        { name: 'base', description: 'Commit or branch that the change is compared with, at their merge base. When empty: the target of the pull or merge request; in a shell, the default branch of `origin`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'head', description: 'Commit of the change. When empty: what is checked out.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'changes', description: 'A change set that `ostiary plan` captured: judges that, and not what lies between the commits.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'policy', description: 'A policy file; only with --preview.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'preview', description: 'Judges by the policy of the work tree instead of the protected branch, and says so.', default: 'false', required: false, face: 'all', kind: 'flag' },
        { name: 'principal', description: 'Identity of the policy that will carry the change out; several: one a line (the flag may be repeated). When empty: any of them.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'format', description: 'What is printed: `text`, `json`, `sarif`, `codequality`, `junit` or `markdown`.', default: 'text', required: false, face: 'all', kind: 'text', choices: FORMATS },
        { name: 'report-dir', description: 'Folder for the reports. When empty: one of their own in CI; in a shell none are written.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'on-review', description: '`fail` ends with 3 when something needs a review, `pass` with 0 (for workflows in which an approval gate follows).', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_REVIEW },
    ],
    outputs: [
        { name: 'decision', description: '`allow`, `review` or `deny`.' },
        { name: 'findings-count', description: 'Number of operations that are not allowed or need a review.' },
        { name: 'operations-count', description: 'Number of operations of the change.' },
        { name: 'digest', description: 'Digest of the change set.' },
        { name: 'report', description: 'Path of the report in JSON, which holds the change set.' },
        { name: 'sarif', description: 'Path of the report in SARIF.' },
    ],
};
/** Runs the check; returns the exit code: 0 allowed, 1 denied, 3 needs a review. Throws GateError. */
async function policyCheck(raw, deps) {
    const inputs = parseInputs(raw);
    const result = inputs.changes === null ? await checkChange(inputs, deps) : await checkCapture(inputs, inputs.changes, deps);
    await report(result, inputs, deps);
    if (result.decision === 'deny')
        return errors/* EXIT */.dc.denied;
    return result.decision === 'review' && inputs.onReview === 'fail' ? errors/* EXIT */.dc.pending : errors/* EXIT */.dc.done;
}
async function checkChange(inputs, deps) {
    const source = await deps.openSource(inputs);
    // Asked for early, so that git compares while the policy is read; whoever waits for it hears what goes wrong.
    source.files().catch(() => undefined);
    const { policy, source: policySource } = await deps.findPolicy(inputs, async () => source);
    return check({ source, policy, policySource, preview: inputs.preview, principal: principalFor(inputs.principals, policy), readers: deps.readersFor(policy), now: deps.now });
}
async function checkCapture(inputs, file, deps) {
    const captured = (0,captured_file/* readChangeSet */.b)(await deps.readText(file), file);
    let between = null;
    const { policy, source: policySource } = await deps.findPolicy(inputs, async () => {
        const source = await deps.openSource(inputs);
        between = { base: source.base, head: source.head };
        return source;
    });
    return checkCaptured({ ...captured, file, policy, policySource, preview: inputs.preview, principal: principalFor(inputs.principals, policy), read: await deps.loadStatementReader(), between, now: deps.now });
}
function parseInputs(raw) {
    const text = (name) => (0,verb/* textInput */._Z)(raw, policyCheckSpec, name) ?? null;
    const preview = (0,verb/* flagInput */.tc)(raw, 'preview');
    const file = text('policy');
    if (file !== null && !preview) {
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--policy` names a file of the work tree, which decides nothing', { hint: 'add `--preview`, or leave it out: the policy is read from the protected branch' });
    }
    for (const [name, value] of [['base', text('base')], ['head', text('head')]]) {
        if (value?.startsWith('-') === true)
            throw new errors/* GateError */.ue('INPUT_INVALID', `input \`${name}\` is \`${value}\`, which is no commit`);
    }
    return {
        base: text('base'), head: text('head'), file, changes: text('changes'), preview, principals: (0,verb/* listInput */.dt)(raw, 'principal'),
        format: (0,verb/* choiceInput */.ij)(raw, policyCheckSpec, { name: 'format', choices: FORMATS }) ?? 'text',
        reportDir: text('report-dir'), onReview: (0,verb/* choiceInput */.ij)(raw, policyCheckSpec, { name: 'on-review', choices: ON_REVIEW }) ?? 'fail',
    };
}
// Who will carry it out is not known before the merge: judged for whoever of the policy's identities does, unless told.
function principalFor(names, policy) {
    const known = policy.identities.map(({ name }) => name);
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the policy has no identity \`${unknown}\``, { hint: `it has: ${known.join(', ') || 'none'}` });
    return { names: names.length > 0 ? names : known, issuer: 'policy-check', subject: 'whoever merges the change', claims: {} };
}
async function report(result, { format, reportDir }, deps) {
    const { host, version } = deps;
    const rendered = {
        text: () => textReport(result, painter(deps.coloured), deps.columns), json: () => jsonReport(result, version), sarif: () => sarifReport(result, version),
        codequality: () => codeQualityReport(result), junit: () => junitReport(result), markdown: () => markdownReport(result),
    };
    const paths = await deps.writeReports(reportDir, {
        'policy-check.json': rendered.json, 'policy-check.sarif': rendered.sarif, 'codequality.json': rendered.codequality, 'junit.xml': rendered.junit, 'policy-check.md': rendered.markdown,
    });
    await host.group('Ostiary policy check', async () => host.quarantine(async () => deps.print(rendered[format]())));
    // First: a platform drops annotations beyond the first few.
    const observed = observedOf(result);
    if (observed !== null)
        host.annotate('warning', observed);
    for (const one of result.findings)
        annotate(one, host);
    const outputs = {
        decision: result.decision, 'findings-count': result.findings.length, 'operations-count': result.operations.length, digest: result.digest,
        report: paths['policy-check.json'] ?? '', sarif: paths['policy-check.sarif'] ?? '',
    };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, String(value));
    if (host.kind !== 'shell')
        await host.summary(rendered.markdown());
}
// A terminal has the list; elsewhere each finding is shown at its line.
function annotate(one, host) {
    if (host.kind === 'shell')
        return;
    host.annotate(one.decision === 'deny' ? 'error' : 'warning', `${messageOf(one)}\n${adviceOf(one)}`, { file: one.path, line: one.line });
}


/***/ }),

/***/ 11918:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ LIMIT_KINDS),
/* harmony export */   YV: () => (/* binding */ writeChangeSet),
/* harmony export */   ZT: () => (/* binding */ changeSetDigest)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33413);
// SPDX-License-Identifier: Apache-2.0
//
// A change set as a file: the operations that a program performed on a scratch database, exactly, in their order, ready to be judged and
// approved for production. Fields are never renamed; docs/schema/changeset-v1.json is their JSON Schema. Refuses to hold what a parser can say:
// whoever reads it reads the bytes again (check/captured.ts).

/**
 * - `copy-data`: it copies rows in, of which only a digest is here.
 * - `reads-data`: it gives rows to the program, which scratch has not: what came after may have been other statements.
 * - `unread-code`: it runs code that nobody has read.
 * - `failed`: the scratch server refused it, so it is no operation here; production may take it.
 * - `refused`: the gate could not read it, so nobody ran it.
 * - `unfinished`: its end was not seen.
 */
const LIMIT_KINDS = ['copy-data', 'reads-data', 'unread-code', 'failed', 'refused', 'unfinished'];
/** Hex SHA-256, `ostiary-changeset-v1`: files with their content, and the digests of operations in order. A capture has no files. */
function changeSetDigest(files, operations) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .taggedDigest */ .Dt)('ostiary-changeset-v1', { files: files.map(({ path, from, status, mode, sha256 }) => ({ path, from, status, mode, sha256 })), operations: [...operations] });
}
/** As a file: JSON with a line for each operation, so that findings have lines to stand at. */
function writeChangeSet(set) {
    const entries = Object.entries(set).map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) && typeof value[0] === 'object' ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]` : JSON.stringify(value)}`);
    return `{\n${entries.join(',\n')}\n}\n`;
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


/***/ }),

/***/ 189:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ withoutEstimate)
/* harmony export */ });
/** Only SQL has rows; for all else nothing is watched. */
function withoutEstimate(operation) {
    if (operation.kind !== 'sql')
        return { operation, rowsAsked: () => false };
    let asked = false;
    return { operation: Object.defineProperty({ ...operation }, 'rows', { get: () => void (asked = true) }), rowsAsked: () => asked };
}


/***/ }),

/***/ 5741:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cz: () => (/* binding */ clipped),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   nc: () => (/* binding */ cellsOf),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   wi: () => (/* binding */ inertLines)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Makes recorded text safe to print: what moves a cursor, changes a colour, reverses or hides text becomes visible notation. Refuses
// to drop anything silently, except marks piled on one letter.
// @see https://www.unicode.org/reports/tr36/
// Match "\u001b", "\u202e", "\u200b", "\u2028", a lone surrogate and Hangul fillers; miss "é" and "漢": controls, formats, the unassigned, blanks that take a letter's place.
const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;
// Match four marks in a row, miss the two of "ệ": piles that reach into other lines.
const PILE = /(\p{M}{3})\p{M}+/gu;
// Match "漢" and "😀", miss "é": characters that take two cells of a terminal.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// Match a combining accent, miss "e": characters that take none.
const MARK = /\p{M}/u;
/** One line of text that a terminal shows and does not obey; line breaks and tabs are shown as `\n`, `\t`. */
function inert(text) {
    return text.replace(ACTIVE, notation).replace(PILE, '$1');
}
/** The same as lines: breaks stay breaks, tabs are two spaces. */
function inertLines(text) {
    // Match "\r\n", miss "\r": a break as any system writes it.
    return text.split(/\r?\n/).map((line) => inert(line.replaceAll('\t', '  ')));
}
/** Cells of a terminal that a text takes; text must be inert. */
function cellsOf(text) {
    let cells = 0;
    for (const char of text)
        cells += cellsOfChar(char);
    return cells;
}
/** The beginning of an inert text that fits, with `…` when something is missing. */
function clipped(text, cells) {
    let used = 0;
    let out = '';
    for (const char of text) {
        used += cellsOfChar(char);
        // The last cell is kept for the sign that more follows.
        if (used > cells)
            return `${fitting(out, cells - 1)}…`;
        out += char;
    }
    return out;
}
/** A space this near to the beginning of a line is indentation, or a word too short to stand alone on it. */
const TOO_EARLY = 6;
/** An inert text in pieces that fit, broken at spaces where it can be. */
function wrapped(text, cells) {
    const pieces = [];
    let rest = text;
    for (let head = fitting(rest, cells); head.length < rest.length; head = fitting(rest, cells)) {
        const space = head.lastIndexOf(' ');
        // A character wider than the line would never fit: it is let stand out.
        const cut = space > TOO_EARLY ? space + 1 : Math.max(head.length, 1);
        pieces.push(rest.slice(0, cut).trimEnd());
        rest = rest.slice(cut);
    }
    return [...pieces, rest];
}
function fitting(text, cells) {
    let used = 0;
    let length = 0;
    for (const char of text) {
        used += cellsOfChar(char);
        if (used > cells)
            break;
        length += char.length;
    }
    return text.slice(0, length);
}
function cellsOfChar(char) {
    if (char >= ' ' && char <= '~')
        return 1;
    if (MARK.test(char))
        return 0;
    return WIDE.test(char) ? 2 : 1;
}
function notation(char) {
    if (char === '\n')
        return '\\n';
    if (char === '\r')
        return '\\r';
    if (char === '\t')
        return '\\t';
    return `\\u{${char.codePointAt(0).toString(16)}}`;
}


/***/ })

};
