export const id = 6316;
export const ids = [6316];
export const modules = {

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

/***/ 7681:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66661);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Command-line words to raw inputs. Refuses flags that a verb does not declare, naming the nearest one.



/** Parses; throws INPUT_INVALID. */
function parseArguments(argv, flags) {
    const cut = argv.indexOf('--');
    const own = cut === -1 ? [...argv] : argv.slice(0, cut);
    const rest = cut === -1 ? [] : argv.slice(cut + 1);
    const unknown = own.find((word) => word.startsWith('-') && word !== '-' && !flags.some((flag) => word === `--${flag.name}` || word.startsWith(`--${flag.name}=`)));
    if (unknown !== undefined) {
        const name = unknown.replace(/^-+/, '').split('=')[0] ?? '';
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_2__.nearest)(name, flags.map((flag) => flag.name));
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
    }
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? 'boolean' : 'string', multiple: flag.kind === 'list' }]));
    try {
        const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: own, options, allowPositionals: true, strict: true });
        return { inputs: parsed.values, words: parsed.positionals, rest };
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
    }
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}


/***/ }),

/***/ 90231:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readPolicyFile),
/* harmony export */   l: () => (/* binding */ POLICY_PATH)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66661);
/* harmony import */ var _forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1864);
// SPDX-License-Identifier: Apache-2.0
//
// The text of a policy file that somebody named on the command line. Refuses to leave it at "not found" where another file was likely meant:
// one that is called almost so, lies in a folder above, or is the policy in the folder that was named.





/** Where the policy lies in a repository. */
const POLICY_PATH = '.ostiary/policy.yml';
const OTHERWISE = 'name one with `--policy FILE`, or write one with `ostiary init`';
/** Where a policy is put by who has not read where it belongs. */
const FOLDERS = ['', '.ostiary', 'ostiary', '.github', '.gitlab'];
/** Folders above this one that are looked into. */
const MAX_ABOVE = 8;
/** Reads it; throws POLICY_INVALID. */
async function readPolicyFile(file) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        const meant = code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' ? await meantBy(file) : null;
        const hint = code === 'EACCES' || code === 'EPERM' ? 'let this user read it' : meant === null ? OTHERWISE : `did you mean \`${meant}\`?`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('POLICY_INVALID', `the policy \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause, hint });
    }
}
// A folder stands for the policy in it; a name that is almost right for its neighbour; else the policy of this folder or one above.
async function meantBy(file) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch(() => null))?.isDirectory() === true)
        return first(await standard(file), file);
    const beside = await filesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    const near = beside.find((name) => stem(name) === stem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file))) ?? (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_4__.nearest)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file), beside.filter((name) => /\.ya?ml$/iu.test(name) && !/\.test\./u.test(name)));
    if (near !== null && near !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), near);
    let folder = process.cwd();
    for (let above = 0; above < MAX_ABOVE && folder !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder); above += 1, folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const found = first(await standard(folder), file);
        if (found !== null)
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), found);
    }
    return null;
}
function first(paths, file) {
    return paths.find((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)) ?? null;
}
async function standard(folder) {
    const present = await Promise.all(FOLDERS.map(async (name) => (await filesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))).map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(name, file))));
    // Of a folder that is the policy's own, `.ostiary`, its files are judged by the folder's name, too.
    const own = (await filesIn(folder)).filter((file) => (0,_forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .meantAsPolicy */ .wu)('', [`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder))}/${file}`]).length > 0);
    return [...['.ostiary/policy.yml'].filter((path) => present.flat().includes(path)), ...own, ...(0,_forge_policy_file_js__WEBPACK_IMPORTED_MODULE_3__/* .meantAsPolicy */ .wu)('.ostiary/policy.yml', present.flat())].map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path));
}
async function filesIn(folder) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
}
/** `Policy.YAML` and `policy.yml` have the same. */
function stem(name) {
    return name.toLowerCase().replace(/\.ya?ml$/u, '.yml');
}


/***/ }),

/***/ 14385:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ warnAbout)
/* harmony export */ });
/** Passes on a line for each warning, with its place and what to do: `.ostiary/policy.yml:7: rule … never matches: …`. */
function warnAbout({ warnings }, warn) {
    for (const { file, line, message, hint } of warnings)
        warn(`${file}:${line}: ${message}${hint === null ? '' : `; ${hint}`}`);
}


/***/ }),

/***/ 96316:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyVerb: () => (/* binding */ policyVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/gate/guards.js
var guards = __webpack_require__(22293);
// EXTERNAL MODULE: ./lib/mask/columns.js
var mask_columns = __webpack_require__(10387);
// EXTERNAL MODULE: ./lib/parse/http/operation.js
var http_operation = __webpack_require__(17889);
// EXTERNAL MODULE: ./lib/policy/estimates.js
var estimates = __webpack_require__(189);
// EXTERNAL MODULE: ./lib/policy/repository.js
var repository = __webpack_require__(81728);
;// CONCATENATED MODULE: ./lib/commands/explain.js
// SPDX-License-Identifier: Apache-2.0
//
// `policy explain`: says what the gate would decide about an operation, and what it understood of it. Executes nothing and knows no
// catalog, so names are completed with `public.` and marked assumed, and rows are unknown; the wire decides with more knowledge.






const KINDS = ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'];
/** The type of resource that operations of a kind are asked of. */
const TYPE_OF = { sql: 'postgres', shell: 'shell', kubernetes: 'kubernetes', http: 'http', model: 'model', file: 'repository' };
/** Answers one question; never throws. A question that can't be read is denied, saying why. */
function explain(question, explainer) {
    const id = question.id === undefined ? {} : { id: question.id };
    const refuse = (reason) => ({ ...id, ...refusal(reason) });
    if (typeof question.text !== 'string')
        return refuse('the question has no `text`');
    const kind = KINDS.find((known) => known === question.kind);
    if (kind === undefined)
        return refuse(`kind \`${String(question.kind)}\` is unknown; it is one of: ${KINDS.join(', ')}`);
    const read = explainer.readers[kind];
    if (read === undefined)
        return refuse(`operations of kind \`${kind}\` are not understood by this version, so they are denied`);
    try {
        const resource = question.resource ?? resourceFor(kind, explainer.policy);
        if (resource === null)
            return refuse('the question names no `resource`, and the policy has not exactly one');
        if (resource !== repository/* REPOSITORY */.Bw.name && !(resource in explainer.policy.resources))
            return refuse(`resource \`${resource}\` is not in the policy`);
        const statements = read(question.text).map((operation) => explainOne(operation, { resource, principal: question.principal }, explainer));
        return { ...id, ...strictest(statements), statements, assumed: statements.some((statement) => statement.assumed) };
    }
    catch (thrown) {
        return refuse(`the operation could not be judged: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
/** The answer to what is no question that can be judged. */
function refusal(reason) {
    return { decision: 'deny', rules: ['builtin:not-understood'], reasons: [reason], statements: [], assumed: false };
}
// The only one of its type, else the only one there is; scripts and files without a resource of theirs are the repository's.
function resourceFor(kind, policy) {
    const resources = Object.values(policy.resources);
    const fitting = resources.filter(({ type }) => type === TYPE_OF[kind]);
    if (fitting.length === 1)
        return fitting[0].name;
    if (kind === 'file' || (kind === 'shell' && fitting.length === 0))
        return repository/* REPOSITORY */.Bw.name;
    return resources.length === 1 ? resources[0].name : null;
}
/** What is wrong with the words of a question that a person asked: a kind, a resource or a principal that is none. Null: nothing. */
function mistaken({ kind, resource, principal }, { resources, identities }) {
    const words = [
        { flag: 'kind', value: kind, known: KINDS },
        { flag: 'resource', value: resource, known: [...Object.keys(resources), repository/* REPOSITORY */.Bw.name] },
        { flag: 'principal', value: principal, known: identities.map(({ name }) => name) },
    ];
    const found = words.find(({ value, known }) => value !== undefined && !known.includes(value));
    return found?.value === undefined ? null : { ...found, value: found.value };
}
function explainOne(read, asked, explainer) {
    const { facts, kind, line, size, paths } = (0,http_operation/* askedOf */.iN)(read, explainer.policy.resources[asked.resource]?.url ?? null);
    const principal = { names: asked.principal === undefined ? [] : [asked.principal], issuer: 'explain', subject: asked.principal ?? 'anyone', claims: {} };
    const operation = {
        kind, resource: { name: asked.resource, target: asked.resource }, facts, parameters: [], data: null, settings: {},
        ...(size === undefined ? {} : { size }), ...(paths === undefined ? {} : { paths }), ...(isSql(facts) ? { whyNoRows: 'there is no catalog here' } : {}),
    };
    const watched = (0,estimates/* withoutEstimate */.R)(operation);
    const decision = explainer.policy.decide({ operation: watched.operation, principal, resource: asked.resource, now: explainer.now });
    const wantsRows = isSql(facts) && watched.rowsAsked();
    const { statement, name, accesses, functions, hazards, unknown, forbidden, assumed } = facts;
    const objection = isSql(facts) ? (0,guards/* guard */.ah)({ ...operation, facts }, protectedIn(explainer.policy, asked.resource, principal.names), null) : null;
    const verdict = objection === null ? decision : { decision: 'deny', rules: [objection.rule, ...decision.rules], reasons: [objection.reason, ...decision.reasons] };
    return {
        statement, name, line, decision: verdict.decision, rules: verdict.rules, reasons: verdict.reasons,
        accesses, functions, ...(isSql(facts) ? sqlAnswer(facts) : {}), hazards, unknown, forbidden, assumed: assumed || wantsRows, ...(wantsRows ? { rows: null } : {}),
    };
}
function isSql(facts) {
    return 'outputs' in facts;
}
function sqlAnswer({ outputs, flows, copy, lock, rewrite }) {
    return { outputs, flows, copy, lock, rewrite };
}
const known = new WeakMap();
// The same for every line of a stream that asks about the same resource and principal.
function protectedIn(policy, resource, names) {
    const columns = known.get(policy) ?? new Map();
    known.set(policy, columns);
    const key = [resource, ...names].join('\0');
    const made = columns.get(key) ?? new mask_columns/* ProtectedColumns */.O(policy.masks(resource, names));
    columns.set(key, made);
    return made;
}
function strictest(statements) {
    if (statements.length === 0)
        return { decision: 'allow', rules: ['builtin:empty'], reasons: ['there is no statement in it'] };
    const worst = statements.find((statement) => statement.decision === 'deny') ?? statements.find((statement) => statement.decision === 'review') ?? statements[0];
    return { decision: worst?.decision ?? 'deny', rules: worst?.rules ?? [], reasons: worst?.reasons ?? [] };
}
// A catalog is what databases have.
function noteOn({ statements }) {
    if (statements.some((statement) => statement.assumed && 'outputs' in statement))
        return 'Names marked * were completed without a catalog, and rows are not estimated; the wire knows better.';
    return statements.some(({ accesses }) => accesses.some(({ assumed }) => assumed)) ? 'What is marked * is assumed.' : null;
}
/** The answer as a table for people. */
function renderAnswer(answer) {
    const lines = [`${answer.decision.toUpperCase()}  ${answer.rules.join(', ')}`, ...answer.reasons.map((reason) => `  because ${reason}`)];
    for (const [index, statement] of answer.statements.entries())
        lines.push('', ...renderStatement(statement, index + 1));
    const note = noteOn(answer);
    if (note !== null)
        lines.push('', note);
    return `${lines.join('\n')}\n`;
}
function renderStatement(statement, number) {
    const lines = [`statement ${number}: ${statement.statement} (${statement.name}): ${statement.decision} by ${statement.rules.join(', ')}`];
    for (const access of statement.accesses) {
        const columns = access.columns.length === 0 ? '' : `(${access.columns.join(', ')})`;
        const object = access.object === null ? '-' : `${access.object}${columns}${access.assumed ? ' *' : ''}`;
        const filtered = access.filtered.length === 0 ? '' : `  filters by ${access.filtered.join(', ')}`;
        lines.push(`  ${access.effect.padEnd(8)} ${object}${filtered}${access.builtin === true ? '  (built in)' : ''}`);
    }
    if (statement.functions.length > 0)
        lines.push(`  calls    ${statement.functions.map((use) => `${use.name} (${use.class})`).join(', ')}`);
    if (statement.outputs === 'unknown')
        lines.push('  returns  rows of unknown lineage');
    else
        for (const output of statement.outputs ?? [])
            lines.push(`  returns  ${output.name} <- ${renderOrigins(output.origins, output.direct)}`);
    for (const flow of statement.flows ?? [])
        lines.push(`  copies   into ${flow.target.relation}.${flow.target.column} <- ${renderOrigins(flow.origins, false)}`);
    if (typeof statement.lock === 'string')
        lines.push(`  locks    ${statement.lock}${statement.rewrite === true ? ', rewrites the table' : ''}`);
    if (statement.rows === null)
        lines.push('  rows     unknown (no catalog): rules that ask for few miss, rules that ask for many hit');
    for (const { id, detail } of statement.hazards)
        lines.push(`  hazard   ${id}: ${detail}`);
    for (const why of [...statement.forbidden, ...statement.unknown])
        lines.push(`  unclear  ${why}`);
    return lines;
}
function renderOrigins(origins, direct) {
    if (origins === null)
        return 'unknown';
    if (origins.length === 0)
        return 'no column';
    return `${direct ? '' : 'computed from '}${origins.map((origin) => `${origin.relation}.${origin.column}`).join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/commands/policy-test.js
// SPDX-License-Identifier: Apache-2.0
//
// `policy test`: runs the cases of a policy by the very parsers and rules that decide, and shows what differs. Executes nothing. Refuses to
// call a file without cases passed.

/** Runs one case. `text`: its operation, or what its file holds. */
function runCase(one, text, explainer) {
    const answer = explain({ kind: one.kind, text, ...(one.resource === null ? {} : { resource: one.resource }), ...(one.principal === null ? {} : { principal: one.principal }) }, explainer);
    const rules = one.rules === null || sameWords(one.rules, answer.rules);
    return { one, answer, passed: answer.decision === one.decision && rules };
}
function sameWords(some, others) {
    return String([...new Set(some)].sort()) === String([...new Set(others)].sort());
}
/** A line a case; under a failed one what was expected and what came, and why. */
function renderResult({ one, answer, passed }, file) {
    if (passed)
        return `ok    ${one.name}\n`;
    const lines = [`FAIL  ${one.name}  (${file}:${one.line})`];
    if (answer.decision !== one.decision)
        lines.push(`        decision  - ${one.decision}`, `                  + ${answer.decision}`);
    if (one.rules !== null) {
        const [wanted, came] = [new Set(one.rules), new Set(answer.rules)];
        const differing = [...one.rules.filter((rule) => !came.has(rule)).map((rule) => `- ${rule}`), ...answer.rules.filter((rule) => !wanted.has(rule)).map((rule) => `+ ${rule}`)];
        lines.push(...differing.map((line, index) => `        ${index === 0 ? 'rules     ' : '          '}${line}`));
    }
    else
        lines.push(`        rules     ${answer.rules.join(', ')}`);
    return `${[...lines, ...answer.reasons.slice(0, 3).map((reason) => `        because   ${reason}`)].join('\n')}\n`;
}

// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(66661);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/policy/node.js
var node = __webpack_require__(62564);
// EXTERNAL MODULE: ./lib/policy/problem.js
var problem = __webpack_require__(72737);
// EXTERNAL MODULE: ./lib/policy/shape.js
var shape = __webpack_require__(45999);
// EXTERNAL MODULE: ./lib/policy/yaml.js
var yaml = __webpack_require__(35447);
;// CONCATENATED MODULE: ./lib/policy/cases.js




const cases_text = (description) => ({ type: 'string', description, minLength: 1, maxLength: 100_000 });
/** Published as docs/schema/policy-test-v1.json. */
const casesSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ostiary:policy-test-v1',
    title: 'Ostiary policy tests',
    $defs: {
        case: {
            type: 'object', description: 'One case: exactly one of `operation` and `file`.', additionalProperties: false, required: ['name', 'decision'],
            properties: {
                name: cases_text('What should hold, as a sentence.'),
                principal: cases_text('An identity of the policy.'),
                resource: cases_text('May be left out when the policy has just one of the kind.'),
                kind: { type: 'string', description: 'Left out: sql.', enum: ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'] },
                operation: cases_text('The text of the operation.'),
                file: cases_text('A file that holds it, relative to the file with the tests.'),
                decision: { type: 'string', description: 'What has to come out.', enum: ['allow', 'review', 'deny'] },
                rules: { type: 'array', description: 'Exactly the rules that have to lead to it, in any order.', items: cases_text('Id of a rule.'), maxItems: 200, minItems: 1 },
            },
        },
    },
    type: 'object', description: 'Test cases of a policy.', additionalProperties: false, required: ['tests'],
    properties: {
        policy: cases_text('The policy under test, relative to this file. Default: `policy.yml` beside it.'),
        tests: { type: 'array', description: 'The cases.', items: { $ref: '#/$defs/case' }, minItems: 1, maxItems: 10_000 },
    },
};
/** Reads a file of cases. Throws POLICY_INVALID with file:line:column. */
function readCases(source) {
    const root = documentOf(source);
    const findings = (0,shape/* checkShape */.e)(root, casesSchema, 'the file of tests');
    const items = findings.length > 0 ? [] : (0,node/* itemsOf */.S3)((0,node/* child */.jf)(root, 'tests'));
    for (const item of items) {
        if (((0,node/* child */.jf)(item, 'operation') === undefined) === ((0,node/* child */.jf)(item, 'file') === undefined))
            findings.push((0,problem/* mistake */.RT)(item.at, 'a case has to say either `operation` or `file`'));
    }
    if (findings.length > 0)
        throw (0,problem/* policyError */.nq)((0,problem/* problemsOf */.GW)(findings, source));
    return { policy: (0,node/* textOf */.b6)(root, 'policy'), cases: items.map((item) => caseOf(item, source)) };
}
function documentOf(source) {
    try {
        return (0,yaml/* readYaml */.gM)(source.text);
    }
    catch (thrown) {
        const { at, message } = thrown;
        throw (0,problem/* policyError */.nq)((0,problem/* problemsOf */.GW)([(0,problem/* mistake */.RT)(at, message)], source));
    }
}
function caseOf(item, source) {
    const [place] = (0,problem/* problemsOf */.GW)([(0,problem/* mistake */.RT)(item.at, '')], source);
    return {
        name: (0,node/* textOf */.b6)(item, 'name'), principal: (0,node/* textOf */.b6)(item, 'principal'), resource: (0,node/* textOf */.b6)(item, 'resource'), kind: ((0,node/* textOf */.b6)(item, 'kind') ?? 'sql'),
        operation: (0,node/* textOf */.b6)(item, 'operation'), file: (0,node/* textOf */.b6)(item, 'file'), decision: (0,node/* textOf */.b6)(item, 'decision'), rules: (0,node/* textsOf */.CB)(item, 'rules') ?? null, line: place.line,
    };
}

// EXTERNAL MODULE: ./lib/policy/load.js + 15 modules
var load = __webpack_require__(44551);
// EXTERNAL MODULE: ./lib/policy/schema.js
var schema = __webpack_require__(35991);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/policy-text.js
var policy_text = __webpack_require__(90231);
// EXTERNAL MODULE: ./lib/main/policy-warnings.js
var policy_warnings = __webpack_require__(14385);
// EXTERNAL MODULE: ./lib/main/readers.js
var main_readers = __webpack_require__(90209);
;// CONCATENATED MODULE: ./lib/main/policy.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `policy explain` and `policy schema`: reads the policy of the work tree (it only advises), answers questions from arguments or
// from a stream of JSON Lines. Refuses to stop at a bad line: each line in is one line out.















const FLAGS = [
    { name: 'policy', kind: 'text' }, { name: 'kind', kind: 'text' }, { name: 'resource', kind: 'text' }, { name: 'principal', kind: 'text' }, { name: 'json', kind: 'flag' },
];
/** Answers written in one go, so that 100,000 lines are not 100,000 system calls. */
const BATCH_BYTES = 65_536;
/** `ostiary policy explain|test|schema`. */
async function policyVerb(argv) {
    const [what, ...rest] = argv;
    switch (what) {
        case 'schema':
            process.stdout.write(`${JSON.stringify(schema/* policySchema */.w, null, 2)}\n`);
            return errors/* EXIT */.dc.done;
        case 'explain':
            return explainVerb(rest);
        case 'test':
            return testVerb(rest);
        default:
            throw new errors/* GateError */.ue('INPUT_INVALID', what === undefined ? '`policy` needs to know what to do' : `\`policy ${what}\` is not a command`, { hint: 'it is `policy explain`, `policy test` or `policy schema`' });
    }
}
async function explainVerb(argv) {
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, FLAGS);
    const judge = await judgeFor(typeof inputs.policy === 'string' ? inputs.policy : '.ostiary/policy.yml');
    const readers = new main_readers/* Readers */.L(judge.policy.detectors);
    if (words.length === 0)
        return explainStream(judge, readers);
    const optional = (name) => (typeof inputs[name] === 'string' ? { [name]: inputs[name] } : {});
    const question = { kind: typeof inputs.kind === 'string' ? inputs.kind : 'sql', text: words.join(' '), ...optional('resource'), ...optional('principal') };
    const wrong = mistaken(question, judge.policy);
    if (wrong !== null) {
        const near = (0,nearest.nearest)(wrong.value, wrong.known);
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`--${wrong.flag} ${wrong.value}\` is ${wrong.flag === 'kind' ? 'no kind of operation' : 'not in the policy'}`, { hint: near === null ? `it is one of: ${wrong.known.join(', ')}` : `did you mean \`${near}\`?` });
    }
    const answer = explain(question, { ...judge, readers: await readers.including(question.kind) });
    process.stdout.write(inputs.json === true ? `${JSON.stringify(answer)}\n` : renderAnswer(answer) + nobodyAsked(question, judge.policy.identities));
    return answer.decision === 'allow' ? errors/* EXIT */.dc.done : answer.decision === 'review' ? errors/* EXIT */.dc.pending : errors/* EXIT */.dc.denied;
}
/** Rules for named principals do not hold for nobody: said, or the answer looks like that of a wrong policy. */
function nobodyAsked({ principal }, identities) {
    const names = identities.map(({ name }) => name);
    if (principal !== undefined || names.length === 0)
        return '';
    return `\nAsked for nobody by name; for somebody: \`--principal ${names[0] ?? ''}\`${names.length > 1 ? ` (or ${names.slice(1, 6).join(', ')}${names.length > 6 ? ', …' : ''})` : ''}.\n`;
}
async function testVerb(argv) {
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, [{ name: 'policy', kind: 'text' }]);
    const files = words.length > 0 ? words : ['.ostiary/policy.test.yml'];
    const counts = { passed: 0, failed: 0 };
    for (const file of files) {
        const { policy, cases } = readCases({ text: await textOf(file, 'the file of tests', 'name one, as in `ostiary policy test FILE`, or write one with `ostiary init`'), file });
        const judge = await judgeFor(typeof inputs.policy === 'string' ? inputs.policy : (0,external_node_path_.join)((0,external_node_path_.dirname)(file), policy ?? 'policy.yml'));
        const readers = new main_readers/* Readers */.L(judge.policy.detectors);
        for (const one of cases) {
            const text = one.file === null ? (one.operation ?? '') : await textOf((0,external_node_path_.join)((0,external_node_path_.dirname)(file), one.file), `${file}:${one.line}: the operation`, 'a `file` is named from the folder of the tests');
            const result = runCase(one, text, { ...judge, readers: await readers.including(one.kind) });
            counts[result.passed ? 'passed' : 'failed'] += 1;
            process.stdout.write(renderResult(result, file));
        }
    }
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
    return counts.failed === 0 ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.denied;
}
function textOf(file, what, hint) {
    return (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `${what} \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint });
    });
}
async function judgeFor(file) {
    const text = await (0,policy_text/* readPolicyFile */.B)(file);
    const now = runtime/* systemRuntime */.g.now();
    const policy = await (0,load/* loadPolicy */.tb)({ text, file }, { now });
    (0,policy_warnings/* warnAbout */.M)(policy, (line) => void process.stderr.write(`ostiary: warning: ${line}\n`));
    return { policy, now };
}
async function explainStream(judge, readers) {
    let waiting = '';
    const flush = async () => {
        const text = waiting;
        waiting = '';
        if (text !== '' && !process.stdout.write(text))
            await new Promise((resolve) => process.stdout.once('drain', resolve));
    };
    for await (const line of (0,external_node_readline_.createInterface)({ input: process.stdin, crlfDelay: Infinity })) {
        if (line.trim() === '')
            continue;
        const question = parseQuestion(line);
        const known = readers.ready(question?.kind ?? '') ?? (await readers.including(question?.kind ?? ''));
        const answer = question === null ? { id: null, ...refusal('the line is not a JSON object') } : explain(question, { ...judge, readers: known });
        waiting += `${JSON.stringify(answer)}\n`;
        if (waiting.length >= BATCH_BYTES)
            await flush();
    }
    await flush();
    return errors/* EXIT */.dc.done;
}
function parseQuestion(line) {
    try {
        const value = JSON.parse(line);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Falls through: what can't be read is answered as a denial, in its place.
    }
    return null;
}


/***/ }),

/***/ 90209:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Readers)
/* harmony export */ });
/* harmony import */ var _secret_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62463);

const LOADERS = {
    file: async (detectors) => (await Promise.all(/* import() */[__webpack_require__.e(3209), __webpack_require__.e(3699), __webpack_require__.e(3844), __webpack_require__.e(4017), __webpack_require__.e(9448)]).then(__webpack_require__.bind(__webpack_require__, 59448))).fileReader((0,_secret_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsWith */ .W)(detectors)),
    sql: async () => (await Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(4736)]).then(__webpack_require__.bind(__webpack_require__, 60501))).loadSqlReader(),
    shell: async () => (await Promise.all(/* import() */[__webpack_require__.e(8989), __webpack_require__.e(4371), __webpack_require__.e(4623), __webpack_require__.e(6007), __webpack_require__.e(6249), __webpack_require__.e(8225), __webpack_require__.e(4078)]).then(__webpack_require__.bind(__webpack_require__, 18695))).loadShellReader(),
    kubernetes: async () => (await Promise.all(/* import() */[__webpack_require__.e(6007), __webpack_require__.e(6249)]).then(__webpack_require__.bind(__webpack_require__, 46249))).readKubernetes,
    http: async () => (await __webpack_require__.e(/* import() */ 2313).then(__webpack_require__.bind(__webpack_require__, 32313))).readHttp,
    model: async () => (await __webpack_require__.e(/* import() */ 6303).then(__webpack_require__.bind(__webpack_require__, 16303))).readModel,
};
/** Loads parsers once each. */
class Readers {
    #known = {};
    #detectors;
    /** `detectors`: of the policy that is asked. */
    constructor(detectors = []) {
        this.#detectors = detectors;
    }
    /** The parsers loaded so far when that of `kind` is among them, or can't be; undefined when it has to be loaded. */
    ready(kind) {
        return kind in this.#known || !Object.hasOwn(LOADERS, kind) ? this.#known : undefined;
    }
    /** The same, with that of `kind` loaded. */
    async including(kind) {
        const load = Object.hasOwn(LOADERS, kind) ? LOADERS[kind] : undefined;
        if (load !== undefined)
            this.#known[kind] ??= await load(this.#detectors);
        return this.#known;
    }
}


/***/ }),

/***/ 62463:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ secretsWith)
/* harmony export */ });
/* harmony import */ var _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84520);
/* harmony import */ var _mask_detectors_custom_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2277);
/* harmony import */ var _mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25177);



/** What finds them, those of a policy's own among them; made when it is first asked. */
function secretsWith(custom) {
    let detection = null;
    return (text) => {
        detection ??= new _mask_detection_js__WEBPACK_IMPORTED_MODULE_0__/* .Detection */ .u([..._mask_detectors_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .DETECTORS */ .c.filter(({ kind }) => kind === 'secret'), ...custom.map(_mask_detectors_custom_js__WEBPACK_IMPORTED_MODULE_2__/* .customDetector */ .u)]);
        return foundBy(detection, text);
    };
}
function foundBy(detection, text) {
    const found = detection.inText(text);
    // Matches `\u0041` and `&#65;`, misses `\n`.
    const escape = /\\u[0-9a-f]{4}|&#x?[0-9a-f]{1,6};/iu.exec(text);
    if (escape === null)
        return found;
    const names = new Set(found.map(({ name }) => name));
    const [hidden] = detection.behindEscapes(text).filter(({ name }) => !names.has(name));
    return hidden === undefined ? found : [...found, { start: escape.index, end: escape.index + escape[0].length, name: `${hidden.name}, behind escapes` }];
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

/***/ 34936:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// JSON that has one reading only. Refuses what two parsers could read differently: a key that stands twice in one object, text that is nested
// deeper than people write, numbers that lose digits.
// @see https://www.rfc-editor.org/rfc/rfc8259#section-4
/** Source: the deepest request of any API in the corpora has 14. */
const MAX_DEPTH = 64;
// Strings and the marks that open, close and part; all else is left to JSON.parse.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;
/** Reads a text. Never throws. */
function parseJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { kind: 'problem', problem: 'it is no JSON' };
    }
    const problem = secondReading(text);
    return problem === null ? { kind: 'value', value } : { kind: 'problem', problem };
}
// The text is JSON, so braces match and each string before a colon is a key.
function secondReading(text) {
    const open = [];
    let last = '';
    for (const [token] of text.matchAll(TOKEN)) {
        if (token === '{' || token === '[') {
            open.push(token === '{' ? new Set() : null);
            if (open.length > MAX_DEPTH)
                return `it is nested deeper than ${MAX_DEPTH}`;
        }
        else if (token === '}' || token === ']')
            open.pop();
        else if (token === ':') {
            const keys = open.at(-1);
            const key = JSON.parse(last);
            if (keys?.has(key) === true)
                return 'a key stands twice in one object, and who reads it takes the first or the last';
            keys?.add(key);
        }
        last = token;
    }
    return null;
}
/** True for what JSON calls an object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 79491:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ destinationOf),
/* harmony export */   _: () => (/* binding */ readMessage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34936);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9847);
// SPDX-License-Identifier: Apache-2.0
//
// A request as text: an HTTP/1.1 message, or JSON `{method, url, headers, body}`. Refuses what two parsers could take for two messages: folded
// lines, blanks before a colon, bare line ends, lengths that disagree, encodings of the body.
// @see https://www.rfc-editor.org/rfc/rfc9112


/** Source: far more than a person reviews; the largest body of a request that a model API takes is 32 MiB. */
const MAX_BYTES = 32 * 1024 * 1024;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/u;
const problem = (why, known = {}) => ({ kind: 'problem', problem: why, method: known.method ?? null, path: known.path ?? null });
/** Reads a request. Never throws. */
function readMessage(text) {
    if (Buffer.byteLength(text, 'utf8') > MAX_BYTES)
        return problem(`it is larger than ${MAX_BYTES} bytes`);
    const raw = /^\s*\{/u.test(text) ? ofJson(text) : ofText(text);
    return typeof raw === 'string' ? problem(raw) : checked(raw);
}
function ofText(text) {
    if (/\0|\r(?!\n)/u.test(text))
        return 'it holds a NUL, or a carriage return that ends no line';
    const end = /\r?\n\r?\n/u.exec(text);
    const lines = (end === null ? text.replace(/\r?\n$/u, '') : text.slice(0, end.index)).split(/\r?\n/u);
    // Hits `GET /a HTTP/1.1` and `GET /a`; misses two blanks, a tab, a line before it.
    const [, method, target] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}) (\S+)(?: HTTP\/1\.[01])?$/u.exec(lines[0] ?? '') ?? [];
    if (method === undefined || target === undefined)
        return 'its first line is no request line';
    const headers = [];
    for (const line of lines.slice(1)) {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0));
        const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/gu, '');
        if (!TOKEN.test(name))
            return 'a line of its head is no header';
        headers.push([name, value]);
    }
    return { method, target, headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}
const KEYS = ['method', 'url', 'headers', 'body'];
function ofJson(text) {
    const parsed = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(text);
    if (parsed.kind === 'problem')
        return parsed.problem;
    const { value } = parsed;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) || typeof value['method'] !== 'string' || typeof value['url'] !== 'string')
        return 'it has no `method` and `url`';
    const other = Object.keys(value).find((key) => !KEYS.includes(key));
    if (other !== undefined)
        return `it says more than \`${KEYS.join('`, `')}\``;
    const headers = headersOf(value['headers'] ?? {});
    if (headers === null)
        return 'its `headers` are not names with texts';
    const { body = '' } = value;
    return { method: value['method'], target: value['url'], headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
function headersOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return null;
    const pairs = Object.entries(value).flatMap(([name, one]) => (Array.isArray(one) ? one : [one]).map((text) => [name, text]));
    const sound = pairs.every((pair) => TOKEN.test(pair[0]) && typeof pair[1] === 'string');
    return sound ? pairs : null;
}
function checked({ method, target: text, headers: pairs, body }) {
    if (!TOKEN.test(method))
        return problem('its method is none');
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .readTarget */ ._)(text, method);
    if (target.kind === 'problem')
        return problem(target.problem, { method, path: target.path });
    const { path } = target;
    const headers = new Map();
    for (const [name, value] of pairs) {
        if (/[^\t\x20-\x7e\x80-\uffff]/u.test(value))
            return problem('a header of it holds what no header may', { method, path });
        headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
    }
    const wrong = headProblem(headers, target);
    if (wrong !== null)
        return problem(wrong, { method, path });
    const whole = bodyOf(body, headers);
    return whole === null ? problem('its body is not as long as its `content-length` says', { method, path }) : { kind: 'message', method, target, headers, body: whole };
}
/** Headers by which a server may take another path, another method or another message than the request line says. */
const DIVERTING = [
    'transfer-encoding', 'upgrade', 'http2-settings', 'trailer', 'te', 'x-http-method-override', 'x-http-method', 'x-method-override', 'x-original-url', 'x-rewrite-url', 'x-original-uri', 'x-forwarded-path', 'x-forwarded-prefix',
];
/** Headers that make no sense twice. */
const SINGLE = ['host', 'content-length', 'content-type', 'content-encoding'];
function headProblem(headers, { scheme, authority }) {
    const diverting = DIVERTING.find((name) => headers.has(name));
    if (diverting !== undefined)
        return `its header \`${diverting}\` can make another request of it`;
    const double = SINGLE.find((name) => (headers.get(name)?.length ?? 0) > 1);
    if (double !== undefined)
        return `its header \`${double}\` stands there twice`;
    const encoding = headers.get('content-encoding')?.[0]?.toLowerCase();
    if (encoding !== undefined && encoding !== 'identity')
        return 'its body is in an encoding that we do not read';
    const host = headers.get('host')?.[0];
    if (host === undefined)
        return null;
    const named = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)(scheme ?? 'https', host);
    return named === null || (authority !== null && named !== authority) ? 'its header `host` names another server than its target, or none' : null;
}
// Editors end a file with a line feed that is not part of the body.
function bodyOf(body, headers) {
    const said = headers.get('content-length')?.[0];
    if (said === undefined)
        return body;
    const candidates = [body, body.replace(/\r?\n$/u, '')];
    return (/^(?:0|[1-9][0-9]{0,9})$/u.test(said) ? candidates.find((candidate) => Buffer.byteLength(candidate, 'utf8') === Number(said)) : undefined) ?? null;
}
/** The server that a request names: by its target, else by its `host`; null when it names none. */
function destinationOf({ target, headers }) {
    if (target.authority !== null)
        return { scheme: target.scheme, authority: target.authority };
    const host = headers.get('host')?.[0];
    const authority = host === undefined ? null : (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)('https', host);
    return authority === null ? null : { scheme: null, authority };
}


/***/ }),

/***/ 17889:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ access),
/* harmony export */   dt: () => (/* binding */ requestOperation),
/* harmony export */   iN: () => (/* binding */ askedOf),
/* harmony export */   j_: () => (/* binding */ destination)
/* harmony export */ });
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79491);

/** One request as an operation; unknown accesses say why, and so does the operation. */
function requestOperation({ kind, statement, name, text, redacted, accesses, destination, size }) {
    const unknown = [...new Set(accesses.flatMap(({ why }) => (why === undefined ? [] : [why])))];
    const facts = { statement, name, text: text.trim(), redacted, accesses, functions: [], hazards: [], forbidden: [], unknown, assumed: false, destination };
    return { kind, line: 1, size, facts };
}
/** One access of a request. */
function access(effect, object, type, why) {
    return { effect, object, type: object === null ? null : type, columns: [], filtered: [], assumed: false, ...(why === undefined ? {} : { why }) };
}
/** Where a message goes. */
function destination(message) {
    const at = (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .destinationOf */ .M)(message);
    return { scheme: at?.scheme ?? null, authority: at?.authority ?? null, path: message.target.path };
}
/**
 * The same operation as asked of a resource at `url`: unknown when it names another server, or a path that lies outside. Others than
 * requests, and resources without an address, come back as they are.
 */
function askedOf(read, url) {
    const elsewhere = 'destination' in read.facts && url !== null && URL.canParse(url) ? complaint(read.facts.destination, new URL(url)) : null;
    if (elsewhere === null)
        return read;
    const { facts } = read;
    return { ...read, facts: { ...facts, accesses: [...facts.accesses, access('unknown', null, null, elsewhere)], unknown: [...facts.unknown, elsewhere] } };
}
function complaint({ scheme, authority, path }, { protocol, host, pathname }) {
    if (scheme !== null && `${scheme}:` !== protocol)
        return `it goes by \`${scheme}\`, and the resource is reached by \`${protocol.slice(0, -1)}\``;
    if (authority !== null && authority !== host)
        return `it goes to \`${authority}\`, which is not the resource`;
    const root = pathname.replace(/\/+$/u, '');
    return path === null || path === root || (path === '*' && root === '') || path.startsWith(`${root}/`) ? null : `it goes to a path outside of \`${root}\`, where the resource is`;
}


/***/ }),

/***/ 9847:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTarget),
/* harmony export */   r: () => (/* binding */ normalAuthority)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The target of a request in its one normal form: what is judged is what is sent, byte for byte. Refuses every path that two servers could read
// differently: `//`, dots, encoded slashes and letters, `;`, backslashes, a dot or blank at the end of a part, a user in an address.
// @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2  @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
/** Source: what the largest servers take for a request line. */
const MAX_TARGET = 8_192;
const problem = (why, path = null) => ({ kind: 'problem', problem: why, path });
/** Reads origin-form (`/a?b`), absolute-form (`https://host/a?b`), and `*` of OPTIONS. Never throws. */
function readTarget(text, method) {
    if (text.length > MAX_TARGET)
        return problem(`its target is longer than ${MAX_TARGET} characters`);
    // Hits `/a?b=c`; misses what no target holds: blanks, controls, a fragment, letters beyond ASCII.
    if (!/^[\x21\x22\x24-\x7e]+$/u.test(text))
        return problem('its target holds characters that no target has');
    if (text === '*')
        return method === 'OPTIONS' ? { kind: 'target', scheme: null, authority: null, path: '*', query: '' } : problem('`*` is a target of OPTIONS alone');
    const [, scheme, authority, rest = text] = /^(https?):\/\/([^/?]*)(.*)$/u.exec(text) ?? [];
    const at = authorityOf(scheme, authority);
    if (at === null)
        return problem('its address has more than one reading');
    const mark = rest.indexOf('?');
    const path = mark < 0 ? rest : rest.slice(0, mark);
    const found = { kind: 'target', scheme: scheme ?? null, authority: at === '' ? null : at, path: path === '' && scheme !== undefined ? '/' : path, query: mark < 0 ? '' : rest.slice(mark + 1) };
    const wrong = pathProblem(found.path);
    return wrong === null ? found : problem(wrong, isClearButForItsEnd(found.path) ? found.path : null);
}
// Empty: there is none. Null: it is not in the form that every reader takes for the same.
function authorityOf(scheme, authority) {
    if (scheme === undefined || authority === undefined)
        return '';
    return normalAuthority(scheme, authority);
}
/** `HOST:port` as `host[:port]`; null when it holds a user, an address in an odd form, or is not one. */
function normalAuthority(scheme, authority) {
    const lower = authority.toLowerCase();
    // Hits `api.example:8443`, `[::1]:80`; misses `a@b`, `a.`, `0x7f.1`, `a%2eb`.
    if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::[1-9][0-9]{0,4})?$/u.test(lower))
        return null;
    const url = `${scheme}://${lower}/`;
    if (!URL.canParse(url))
        return null;
    const { host } = new URL(url);
    // A host that becomes another one when it is read (`127.1`) is not in its normal form.
    return host === lower || `${host}:${scheme === 'https' ? 443 : 80}` === lower ? host : null;
}
function pathProblem(path) {
    if (path === '/')
        return null;
    if (!path.startsWith('/'))
        return 'its target is neither a path nor an address';
    if (path.endsWith('/'))
        return 'its path ends in a slash, and servers read it with it or without';
    for (const segment of path.slice(1).split('/')) {
        const wrong = segmentProblem(segment);
        if (wrong !== null)
            return wrong;
    }
    return null;
}
/** Characters of a path that mean themselves; of all others the encoded form is the only one. */
const PLAIN = /^[A-Za-z0-9\-._~!$&'()*+,=:@]$/u;
function segmentProblem(segment) {
    if (segment === '')
        return 'its path has `//` in it';
    if (segment === '.' || segment === '..')
        return 'its path has `.` or `..` in it';
    const decoded = decodedOf(segment);
    if (decoded === null)
        return 'its path has an encoding in it that nobody reads';
    if (/[/\\;?#%\p{Cc}\p{Cf}]/u.test(decoded))
        return 'its path has a slash, a backslash, `;`, `?`, `#`, `%` or what does not print in it, encoded or not';
    if (/^\s|[\s.]$/u.test(decoded))
        return 'a part of its path begins or ends with a blank, or ends with a dot';
    if (encodedOf(decoded) !== segment)
        return 'its path can be written in another way, and that is the one that servers compare';
    return decoded.normalize('NFC') === decoded ? null : 'its path has letters in it that can be written in another way';
}
function decodedOf(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return null;
    }
}
function encodedOf(decoded) {
    return [...decoded].map((char) => (PLAIN.test(char) ? char : encodeURIComponent(char))).join('');
}
function isClearButForItsEnd(path) {
    return path.length > 1 && path.endsWith('/') && pathProblem(path.slice(0, -1)) === null;
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

/***/ 76774:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ countsRows)
/* harmony export */ });
/* harmony import */ var _grammar_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24704);

/** Statements whose tags end with a number of rows. */
const COUNTED = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CopyStmt']);
/** True for a statement whose tag says how many rows it changed. A changing `WITH` is in no tag, and stands at the top or nowhere. */
function countsRows({ tree }) {
    const [entry] = Object.entries(tree ?? {});
    if (entry === undefined)
        return false;
    const [kind, node] = entry;
    const queries = (0,_grammar_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesIn */ .vx)(node.withClause?.ctes).map((cte) => Object.keys(cte.CommonTableExpr?.ctequery ?? {})[0]);
    return COUNTED.has(kind) && queries.every((query) => query === 'SelectStmt');
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


/***/ })

};
