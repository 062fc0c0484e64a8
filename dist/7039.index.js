export const id = 7039;
export const ids = [7039];
export const modules = {

/***/ 99529:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J5: () => (/* binding */ parseAccount),
  Vy: () => (/* binding */ parseBinding),
  Qd: () => (/* binding */ parseRunInputs)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/break-glass-reason.js
var break_glass_reason = __webpack_require__(78866);
// EXTERNAL MODULE: ./lib/commands/run-spec.js
var run_spec = __webpack_require__(47379);
// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __webpack_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/run-gateway.js
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run` that say who guards when it is not a gate in the job, and what is shown there. Refuses those that mean nothing without
// the others.



/** The gateway that was asked for; null: none. Throws INPUT_INVALID. */
function parseGateway(raw, local) {
    const url = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'gateway');
    const caFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'gateway-ca') ?? null;
    if (url === undefined && caFile !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`gateway-ca` counts only together with `gateway`', { hint: 'name the gateway, `gateway: https://…`' });
    if (url !== undefined && local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--gateway` does not work together with `--local`', { hint: 'a gateway lets jobs in, by their OIDC token' });
    const file = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'subject-token-file');
    const type = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'subject-token-type', choices: run_spec/* TOKEN_TYPES */.em });
    if (url === undefined && file !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--subject-token-file` counts only together with `--gateway`', { hint: 'name the gateway, `--gateway https://…`' });
    return url === undefined ? null : { url, caFile, subject: file === undefined ? null : { file, type: type ?? 'jwt' } };
}

;// CONCATENATED MODULE: ./lib/commands/run-inputs.js
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run`, all of them read before the first effect. Refuses what contradicts itself: `--local` under a CI product, a policy
// that is named where the protected branch decides, no command, break-glass in one's own shell.





/** Parses all inputs; `argv` is COMMAND. Throws INPUT_INVALID. */
function parseRunInputs(raw, argv, underCi) {
    const local = (0,verb/* flagInput */.tc)(raw, 'local');
    const policyFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'policy') ?? null;
    const gateway = parseGateway(raw, local);
    if (local && underCi)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` does not work under a CI product', { hint: 'leave it out: the job proves who it is with its OIDC token' });
    if (policyFile !== null && !local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--policy` counts only together with `--local`', { hint: 'in CI the policy is read from the protected branch' });
    if (local && policyFile === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--local` needs `--policy FILE`', { hint: 'for example `--policy .ostiary/policy.yml`' });
    if (!local && !underCi && (gateway?.subject ?? null) === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'no CI job is around to prove who this is', { hint: gateway === null ? 'in your own shell add `--local --policy .ostiary/policy.yml`, for resources marked `local: true`' : 'name the file that holds a token or a SAML assertion with `--subject-token-file`' });
    if (argv.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no command to run', { hint: underCi ? 'set the input `command`' : 'write it after `--`: `ostiary run … -- psql`' });
    const isolation = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'isolation', choices: run_spec/* ISOLATIONS */.Ce }) ?? 'user';
    return {
        request: {
            policyFile, local, gateway, resources: (0,verb/* listInput */.dt)(raw, 'resource'), sessionDir: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'session-dir') ?? null,
            audience: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'audience') ?? 'ostiary', command: argv,
            approval: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'approval') ?? null, proposers: (0,verb/* listInput */.dt)(raw, 'proposers').map(parseAccount), after: null, breakGlass: parseReason(raw, local),
        },
        env: (0,verb/* listInput */.dt)(raw, 'env').map(parseBinding),
        isolation,
        workspace: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'workspace', choices: run_spec/* WORKSPACES */.T4 }) ?? (isolation === 'user' ? 'copy' : 'shared'),
        onRefusal: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'on-refusal', choices: run_spec/* ON_REFUSAL */.zY }) ?? 'fail',
    };
}
/** `NAME=RESOURCE`; throws INPUT_INVALID. */
function parseBinding(item) {
    const at = item.indexOf('=');
    const name = item.slice(0, at);
    if (at < 1 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || at === item.length - 1) {
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`env\` has \`${item}\``, { hint: 'write NAME=RESOURCE, such as APP_DATABASE_URL=orders-db' });
    }
    return { name, resource: item.slice(at + 1) };
}
function parseReason(raw, local) {
    const reason = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'break-glass')?.trim() ?? '';
    if (reason === '')
        return null;
    if (local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`break-glass` does not work together with `--local`', { hint: 'it is for jobs with a forge that tells who started them, and tells somebody else' });
    if (!(0,break_glass_reason/* isReason */.V)(reason))
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`break-glass\` has ${reason.length} characters, or some that are not seen`, { hint: `say in ${break_glass_reason/* REASON */.r.min} to ${break_glass_reason/* REASON */.r.max} characters why it can not wait` });
    return reason;
}
/** A numeric id of an account. Throws INPUT_INVALID. */
function parseAccount(item) {
    if (/^[1-9]\d{0,18}$/u.test(item))
        return item;
    throw new errors/* GateError */.ue('INPUT_INVALID', `input \`proposers\` has \`${item}\``, { hint: 'write numeric ids, one a line: `https://api.github.com/users/LOGIN` tells them' });
}


/***/ }),

/***/ 47379:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ ISOLATIONS),
/* harmony export */   T4: () => (/* binding */ WORKSPACES),
/* harmony export */   em: () => (/* binding */ TOKEN_TYPES),
/* harmony export */   lA: () => (/* binding */ runSpec),
/* harmony export */   zY: () => (/* binding */ ON_REFUSAL)
/* harmony export */ });
const ISOLATIONS = ['user', 'none'];
const WORKSPACES = ['copy', 'shared'];
const ON_REFUSAL = ['fail', 'ignore'];
const TOKEN_TYPES = ['jwt', 'id_token', 'saml2'];
/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const runSpec = {
    name: 'run',
    description: 'Run one command with guarded access to production: every operation judged, masked and recorded.',
    inputs: [
        { name: 'command', description: 'The command, run by `bash -eo pipefail -c`.', default: '', required: true, face: 'ci', kind: 'text' },
        { name: 'policy', description: 'A policy file of the work tree; only with --local.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'local', description: 'Run from your own shell, for resources marked `local: true`; never under a CI product.', default: '', required: false, face: 'cli', kind: 'flag' },
        { name: 'gateway', description: 'Address of a gateway (`https://…`) that guards instead of a gate in the job: no credential of production is in the job then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'gateway-ca', description: 'PEM file of the authority, or the very certificate, of the gateway; nothing else is trusted then.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'subject-token-file', description: 'With --gateway: a file that holds the token or assertion to show there, where it is no job of GitHub or GitLab that asks.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text', choices: TOKEN_TYPES },
        { name: 'resource', description: 'Resource of the policy to guard; several: one a line (the flag may be repeated). May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts that guarded URL into the variable NAME; several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'session-dir', description: 'Folder for the recording and the patch; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'isolation', description: '`user` runs the command as another, unprivileged user; `none` must be asked for by name.', default: 'user', required: false, face: 'all', kind: 'text', choices: ISOLATIONS },
        { name: 'workspace', description: '`copy` gives the command a copy of the workspace (what it changed comes back as a patch), `shared` the workspace itself, with whatever credentials a checkout left in it. When empty: copy with isolation `user`, shared with `none`.', default: '', required: false, face: 'all', kind: 'text', choices: WORKSPACES },
        { name: 'on-refusal', description: '`fail` ends with 1 (denied) or 3 (review pending) when anything was refused, `ignore` does not.', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_REFUSAL },
        { name: 'approval', description: 'Pull or merge request whose approval may be used: its number or address. When empty: the one that this commit was merged by, and those under review on branches `ostiary/approvals/…`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'proposers', description: 'Numeric ids of accounts that put operations up for review for us, one a line: what they pushed says who prompted it.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'break-glass', description: 'Why operations that need a review have to run without one now, in a sentence; only for people whom the policy names under `break_glass`. Somebody else is told first, and has to review afterwards.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'audience', description: "Audience of the job's OIDC token.", default: 'ostiary', required: false, face: 'all', kind: 'text' },
    ],
    outputs: [
        { name: 'outcome', description: '`ok`, `failed` (the command), `denied`, `pending` or `error`.' },
        { name: 'session', description: 'Path of the recording, `session.jsonl`; with `gateway` the id of the session there.' },
        { name: 'allowed', description: 'Number of operations allowed.' },
        { name: 'reviewed', description: 'Number of operations that need a review.' },
        { name: 'denied', description: 'Number of operations denied.' },
        { name: 'patch', description: 'Path of `changes.patch`, when the workspace was copied and changed.' },
    ],
};


/***/ }),

/***/ 78866:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isReason),
/* harmony export */   r: () => (/* binding */ REASON)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The reason for breaking the glass, as a person writes it: whoever reviews it afterwards has only this to go by. Refuses what is shorter than
// a sentence, longer than anybody reads, or holds characters that are not seen.
/** In characters. */
const REASON = { min: 10, max: 500 };
/** Whether a text can be a reason; spaces around it are taken away before. */
function isReason(text) {
    // Hits control characters but line breaks and tabs, and those that turn or hide text.
    return text === text.trim() && text.length >= REASON.min && text.length <= REASON.max && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(text);
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

/***/ 90397:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GM: () => (/* binding */ EXPLAIN),
/* harmony export */   Ye: () => (/* binding */ TRUTH),
/* harmony export */   eQ: () => (/* binding */ REQUIRED_SETTINGS),
/* harmony export */   mS: () => (/* binding */ MEANING_SETTINGS),
/* harmony export */   vR: () => (/* binding */ FAIL),
/* harmony export */   zJ: () => (/* binding */ TRUTH_AFTER_CODE)
/* harmony export */ });
/* harmony import */ var _parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88639);
/* harmony import */ var _parse_sql_builtins_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52552);
// SPDX-License-Identifier: Apache-2.0
//
// Every statement that the gate itself sends on a session's connection. Each use is recorded (`gate` events). Refuses names that a
// search path could turn into something else: all functions, types and operators are qualified.


/** Settings without which the gate would read another text than the server: name to the value that they must have. */
const REQUIRED_SETTINGS = new Map(Object.entries(_parse_sql_builtins_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .PINNED_SETTINGS */ .bX));
/** Settings that change what a statement means, or who runs it. Their values are part of the operation digest. */
const MEANING_SETTINGS = [
    'search_path', 'role', 'session_authorization', 'session_replication_role', 'row_security', 'datestyle', 'intervalstyle', 'timezone',
    'default_text_search_config', 'xmloption', 'lc_monetary', 'lc_numeric', 'lc_time', ...REQUIRED_SETTINGS.keys(),
];
/**
 * Always fails, in every state of a session, without reading anything: its error is what makes a transaction fail that the gate
 * refused a part of. The server's log shows these words.
 */
const FAIL = { name: 'fail', sql: 'SELECT "refused by the ostiary gate"' };
/**
 * Asks the planner; what follows `EXPLAIN_PREFIX` is the operation, which is not run. Sent on a connection of our own, in a read-only
 * transaction that is rolled back; see proxy/postgres/impact/impact.ts.
 */
const EXPLAIN = { name: 'explain', sql: _parse_sql_explainable_js__WEBPACK_IMPORTED_MODULE_0__/* .EXPLAIN_PREFIX */ .dw };
const PATH = `SELECT 'path'::pg_catalog.text, ''::pg_catalog.text, pg_catalog.array_to_json(pg_catalog.current_schemas(true))::pg_catalog.text`;
const NAMES = `SELECT 'prepared'::pg_catalog.text, p.name::pg_catalog.text, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(p.statement, 'UTF8')), 'hex')
FROM pg_catalog.pg_prepared_statements AS p
UNION ALL
SELECT 'cursor'::pg_catalog.text, c.name::pg_catalog.text, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(c.statement, 'UTF8')), 'hex')
FROM pg_catalog.pg_cursors AS c`;
// FirstNormalObjectId: everything below belongs to PostgreSQL itself.
const USER_OIDS = `OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid`;
const DRIFT = [
    ['pg_class', 'oid'], ['pg_attribute', 'attrelid'], ['pg_rewrite', 'oid'], ['pg_proc', 'oid'], ['pg_trigger', 'oid'], ['pg_inherits', 'inhrelid'],
    ['pg_namespace', 'oid'], ['pg_operator', 'oid'], ['pg_type', 'oid'], ['pg_cast', 'oid'], ['pg_constraint', 'contypid'], ['pg_policy', 'oid'], ['pg_opclass', 'oid'],
].map(([table, key]) => `SELECT 'drift'::pg_catalog.text, '${table}'::pg_catalog.text, pg_catalog.concat(pg_catalog.count(*), ' ', pg_catalog.sum(t.xmin::pg_catalog.text::pg_catalog.int8))
FROM pg_catalog.${table} AS t WHERE t.${key} ${USER_OIDS}`).join('\nUNION ALL\n');
const SETTINGS = MEANING_SETTINGS
    .map((name) => `SELECT 'setting'::pg_catalog.text, '${name}'::pg_catalog.text, pg_catalog.current_setting('${name}', true)`)
    .join('\nUNION ALL\n');
/** Reads what names mean now. Rows `(kind, name, value)`: `path` (JSON), `setting`. */
const TRUTH = { name: 'truth', sql: `${PATH}\nUNION ALL\n${SETTINGS}` };
/**
 * The same, and what code may have changed behind our back: `prepared` and `cursor` (value: SHA-256 of the text), `drift` (a
 * fingerprint of each catalog table that names and definitions come from).
 */
const TRUTH_AFTER_CODE = { name: 'truth-after-code', sql: [TRUTH.sql, NAMES, DRIFT].join('\nUNION ALL\n') };


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

/***/ 27535:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LS: () => (/* binding */ PINNED),
  g9: () => (/* binding */ behindOf),
  UT: () => (/* binding */ openUpstream),
  FO: () => (/* binding */ openUpstreams),
  q2: () => (/* binding */ ordinarily)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/gate/statements.js
var statements = __webpack_require__(90397);
// EXTERNAL MODULE: ./lib/parse/sql/builtins/settings.js
var settings = __webpack_require__(52552);
// EXTERNAL MODULE: ./lib/proxy/postgres/catalog/queries.js + 2 modules
var queries = __webpack_require__(48109);
// EXTERNAL MODULE: ./lib/proxy/postgres/catalog/catalog.js + 2 modules
var catalog_catalog = __webpack_require__(70116);
// EXTERNAL MODULE: ./lib/core/catalog.js
var catalog = __webpack_require__(21308);
;// CONCATENATED MODULE: ./lib/proxy/postgres/impact/queries.js
// SPDX-License-Identifier: Apache-2.0
//
// What the gate asks a database before it asks the planner: which code planning could run that nobody has reviewed, what foreign keys
// pass on, and how large relations are. One statement, on a connection of our own whose search path is empty, so that all names are
// PostgreSQL's own. Refuses to read rows of user tables.

/** Run on a connection of our own. Its timeouts are shorter than those of the catalog: an operation waits for the answer. */
const IMPACT_SESSION_SETTINGS = {
    search_path: '',
    default_transaction_read_only: 'on',
    lock_timeout: '500ms',
    statement_timeout: '3s',
    idle_in_transaction_session_timeout: '10s',
    // Only the planner's word is wanted; a plan that is compiled is not.
    jit: 'off',
};
/** Kinds of rows of `reachQuery`. */
const REACH = { code: 'code', passed: 'passed', size: 'size' };
/** Sets what the operation's own connection has, until the transaction ends. `$1`: JSON object of names to values. */
const SETTINGS_QUERY = `SELECT pg_catalog.set_config(s.key, s.value, true) FROM pg_catalog.json_each_text($1::pg_catalog.json) AS s
WHERE COALESCE(pg_catalog.current_setting(s.key, true), '') IS DISTINCT FROM s.value`;
/**
 * Rows `(kind, name, rows, bytes)`. `code`: something that planning could run, or ask outside. `passed`: a relation whose rows change with
 * those of the operation. `size`: a relation that is changed, by oid, with its partitions.
 */
function reachQuery({ relations, changed, plan }) {
    const user = `${catalog/* FIRST_USER_OID */.ku}::oid`;
    const all = list([...relations, ...changed.map(({ oid }) => oid)]);
    const touched = list(changed.map(({ oid }) => oid));
    const parts = plan === null ? [] : [...codeQueries(user, plan.types), ...(plan.deletes || plan.updates ? [passedQuery(touched, { ...plan, changed })] : [])];
    return `WITH RECURSIVE reach(oid) AS (
  SELECT u.oid FROM unnest(${all}) AS u(oid)
  UNION
  SELECT n.oid FROM reach r CROSS JOIN LATERAL (
    SELECT i.inhrelid FROM pg_inherits i WHERE i.inhparent = r.oid
    UNION ALL SELECT d.refobjid FROM pg_rewrite w JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass WHERE w.ev_class = r.oid
    UNION ALL SELECT d.refobjid FROM pg_policy p JOIN pg_depend d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass WHERE p.polrelid = r.oid
  ) AS n(oid)
), below(root, oid) AS (
  SELECT u.oid, u.oid FROM unnest(${touched}) AS u(oid)
  UNION
  SELECT b.root, i.inhrelid FROM below b JOIN pg_inherits i ON i.inhparent = b.oid
), part(classid, objid) AS (
  SELECT 'pg_rewrite'::regclass::oid, w.oid FROM pg_rewrite w JOIN reach r ON w.ev_class = r.oid
  UNION ALL SELECT 'pg_policy'::regclass::oid, p.oid FROM pg_policy p JOIN reach r ON p.polrelid = r.oid
  UNION ALL SELECT 'pg_attrdef'::regclass::oid, a.oid FROM pg_attrdef a JOIN reach r ON a.adrelid = r.oid
  UNION ALL SELECT 'pg_constraint'::regclass::oid, c.oid FROM pg_constraint c JOIN reach r ON c.conrelid = r.oid WHERE c.contype = 'c'
  UNION ALL SELECT 'pg_class'::regclass::oid, x.indexrelid FROM pg_index x JOIN reach r ON x.indrelid = r.oid
  UNION ALL SELECT 'pg_statistic_ext'::regclass::oid, s.oid FROM pg_statistic_ext s JOIN reach r ON s.stxrelid = r.oid
  UNION ALL SELECT 'pg_class'::regclass::oid, r.oid FROM reach r
)
${[...parts, sizeQuery()].join('\nUNION ALL\n')}`;
}
// Functions and operators of users, wherever the planner meets them; foreign tables, whose wrappers may call out; casts and ranges with code.
function codeQueries(user, types) {
    const row = (name, from) => `SELECT '${REACH.code}'::text, ${name}::text, NULL::float8, NULL::int8 FROM ${from}`;
    // Types of users that the statement names, that columns have, or that whole rows are of.
    const type = `SELECT t.oid FROM pg_type t WHERE t.oid >= ${user} AND t.typname = ANY (${names(types)})
    UNION SELECT c.reltype FROM pg_class c JOIN reach r ON c.oid = r.oid
    UNION SELECT e.oid FROM pg_attribute a JOIN reach r ON a.attrelid = r.oid JOIN pg_type t ON t.oid = a.atttypid
      CROSS JOIN LATERAL (VALUES (t.oid), (t.typelem), (t.typbasetype)) AS e(oid) WHERE a.attnum > 0 AND e.oid >= ${user}`;
    return [
        row('p.proname', `part JOIN pg_depend d ON d.classid = part.classid AND d.objid = part.objid AND d.refclassid = 'pg_proc'::regclass JOIN pg_proc p ON p.oid = d.refobjid WHERE p.oid >= ${user}`),
        row('o.oprname', `part JOIN pg_depend d ON d.classid = part.classid AND d.objid = part.objid AND d.refclassid = 'pg_operator'::regclass JOIN pg_operator o ON o.oid = d.refobjid WHERE o.oid >= ${user}`),
        row('c.opcname', `reach JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = reach.oid AND d.refclassid = 'pg_opclass'::regclass JOIN pg_opclass c ON c.oid = d.refobjid WHERE c.oid >= ${user}`),
        row('c.relname', "reach JOIN pg_class c ON c.oid = reach.oid WHERE c.relkind = 'f'"),
        row('p.proname', `pg_cast k JOIN pg_proc p ON p.oid = k.castfunc WHERE p.oid >= ${user} AND (k.castsource IN (${type}) OR k.casttarget IN (${type}) OR (k.castsource < ${user} AND k.casttarget < ${user}))`),
        row('t.typname', `pg_range g JOIN pg_type t ON t.oid = g.rngtypid WHERE (g.rngsubdiff >= ${user} OR g.rngcanonical >= ${user}) AND t.oid IN (${type})`),
    ];
}
// c, n and d: CASCADE, SET NULL, SET DEFAULT.
function passedQuery(touched, { deletes, updates, changed }) {
    const columns = changed.flatMap(({ columns: named }) => named);
    const keyed = columns.length === 0 || columns.includes('*') ? 'true' : `EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = f.confrelid AND a.attnum = ANY (f.confkey) AND a.attname = ANY (${names(columns)}))`;
    const acts = [...(deletes ? ["f.confdeltype IN ('c', 'n', 'd')"] : []), ...(updates ? [`(f.confupdtype IN ('c', 'n', 'd') AND ${keyed})`] : [])];
    return `SELECT '${REACH.passed}'::text, c.relname::text, NULL::float8, NULL::int8 FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
    WHERE f.contype = 'f' AND f.confrelid IN (SELECT u.oid FROM unnest(${touched}) AS u(oid) UNION SELECT b.oid FROM below b) AND (${acts.join(' OR ')})`;
}
// reltuples below 0: never counted; before PostgreSQL 14 that was 0, which an empty table has, too.
function sizeQuery() {
    return `SELECT '${REACH.size}'::text, b.root::text, CASE WHEN bool_or(c.reltuples < 0) THEN NULL ELSE sum(c.reltuples) END::float8, sum(pg_total_relation_size(c.oid))::int8
    FROM below b JOIN pg_class c ON c.oid = b.oid WHERE c.relkind IN ('r', 'm', 'i', 't') GROUP BY b.root`;
}
function list(oids) {
    return `'{${[...new Set(oids)].map(Number).join(',')}}'::oid[]`;
}
// standard_conforming_strings is on, so a quote is the only sign that has to be written twice.
function names(texts) {
    return `ARRAY[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]::name[]`;
}

// EXTERNAL MODULE: ./lib/proxy/postgres/protocol/parameters.js
var protocol_parameters = __webpack_require__(71003);
;// CONCATENATED MODULE: ./lib/proxy/postgres/impact/plan-rows.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads how many rows a plan expects to return or change, from `EXPLAIN (FORMAT JSON)`. Refuses to add up what it does not know: a
// plan with changes in its middle, several plans, or a number that is none.
/** Plans nest as deep as queries do. */
const MAX_DEPTH = 1_000;
/** Rows of a plan, whole and from 0; null when the text tells none. */
function planRows(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return null;
    }
    const [only, ...more] = Array.isArray(value) ? value : [];
    const plan = more.length === 0 ? only?.Plan : undefined;
    if (plan === undefined || typeof plan !== 'object' || plan === null)
        return null;
    const children = childrenOf(plan);
    if (children.some((child) => changes(child, 0)))
        return null;
    if (plan['Node Type'] !== 'ModifyTable')
        return countOf(plan);
    // What a changing node itself returns is not what it changes: its input is. Before PostgreSQL 14 each partition has one of its own.
    const inputs = children.filter((child) => child['Parent Relationship'] === 'Outer' || child['Parent Relationship'] === 'Member');
    if (inputs.length === 0)
        return null;
    return inputs.reduce((sum, input) => {
        const count = countOf(input);
        return sum === null || count === null ? null : sum + count;
    }, 0);
}
function countOf(node) {
    const rows = node['Plan Rows'];
    return typeof rows === 'number' && rows >= 0 && Number.isSafeInteger(Math.ceil(rows)) ? Math.ceil(rows) : null;
}
function changes(node, depth) {
    return depth > MAX_DEPTH || node['Node Type'] === 'ModifyTable' || childrenOf(node).some((child) => changes(child, depth + 1));
}
function childrenOf({ Plans }) {
    return Array.isArray(Plans) ? Plans : [];
}

// EXTERNAL MODULE: ./lib/proxy/postgres/upstream/simple-client.js
var simple_client = __webpack_require__(74776);
;// CONCATENATED MODULE: ./lib/proxy/postgres/impact/impact.js





/** Those that wait for one connection; whoever comes then is told that rows are not known. */
const MAX_WAITING = 200;
/** Asks one database. `connect` logs in under IMPACT_SESSION_SETTINGS; it is called when first needed and after a loss. */
class PlannerImpacts {
    #connect;
    #catalog;
    #client = null;
    #last = Promise.resolve();
    #waiting = 0;
    constructor(connect, catalog) {
        this.#connect = connect;
        this.#catalog = catalog;
    }
    /** One after the other: each is a transaction of its own. */
    estimate(question) {
        if (this.#waiting >= MAX_WAITING)
            throw new errors/* GateError */.ue('LIMIT_EXCEEDED', 'too many operations wait to be estimated');
        this.#waiting += 1;
        const answer = this.#last.then(() => this.#estimate(question)).finally(() => (this.#waiting -= 1));
        this.#last = answer.catch(() => undefined);
        return answer;
    }
    /** Says goodbye after what was asked so far. */
    async close() {
        await this.#last;
        await this.#client?.close();
    }
    async #estimate(question) {
        try {
            if (this.#client === null || this.#client.ended)
                this.#client = await this.#connect();
            return await this.#rolledBack(this.#client, question);
        }
        catch (thrown) {
            return { rows: null, why: whyOf(thrown), sizes: [] };
        }
    }
    // INVARIANT: nothing that was asked here is ever committed.
    async #rolledBack(client, question) {
        await client.query('BEGIN READ ONLY');
        try {
            return await this.#ask(client, question);
        }
        finally {
            await client.query('ROLLBACK').catch(() => undefined);
        }
    }
    async #ask(client, question) {
        const found = await client.query(reachQuery(question));
        const named = (kind) => [...new Set(found.filter(([of]) => of === kind).map(([, name]) => name ?? ''))];
        const sizes = found.filter(([kind]) => kind === REACH.size).map(sizeOf);
        const { plan } = question;
        const [code] = named(REACH.code);
        if (plan === null)
            return { rows: null, why: null, sizes };
        if (code !== undefined)
            return { rows: null, why: `planning it could run or ask \`${code}\`, which nobody has reviewed`, sizes };
        const passed = named(REACH.passed);
        if (passed.length > 0)
            return { rows: null, why: `a foreign key passes the change on to rows of ${passed.slice(0, 5).map((name) => `\`${name}\``).join(', ')}`, sizes };
        const rows = await this.#plan(client, plan, question.settings);
        return { rows, why: rows === null ? 'the plan does not say how many rows it would touch' : null, sizes };
    }
    async #plan(client, { explain, parameters }, settings) {
        await client.bound(SETTINGS_QUERY, [{ typeOid: 0, format: 0, value: Buffer.from(JSON.stringify(settings)) }]);
        const catalog = this.#catalog();
        const lines = await client.bound(explain, parameters.map((parameter) => (0,protocol_parameters/* wireParameter */.X)(parameter, catalog)));
        return planRows(lines.map(([line]) => line ?? '').join('\n'));
    }
}
function sizeOf([, oid, rows, bytes]) {
    return { oid: Number(oid), rows: rows === null || rows === undefined ? null : Math.round(Number(rows)), bytes: Number(bytes ?? 0) };
}
// By SQLSTATE: its message may quote a value of the statement.
function whyOf(thrown) {
    const said = thrown instanceof errors/* GateError */.ue ? thrown.cause : null;
    if (!(said instanceof simple_client/* ServerSaid */.N))
        return 'the database could not be asked';
    switch (said.sqlstate) {
        case '57014':
            return 'planning it took too long';
        case '55P03':
            return 'others hold a lock on what it touches';
        case '42501':
            return 'the login may not plan it (SQLSTATE 42501)';
        default:
            return `the server does not plan it (SQLSTATE ${said.sqlstate})`;
    }
}

// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
// EXTERNAL MODULE: ./lib/proxy/postgres/upstream/log-in.js
var log_in = __webpack_require__(94358);
;// CONCATENATED MODULE: ./lib/proxy/postgres/upstream/reconnecting.js
/** Asks by whichever connection is alive. Give `query` to the catalog; `close` when the session ends. */
class ReconnectingClient {
    #connect;
    #client = null;
    /** `connect` opens and logs in; it is called again after a loss. */
    constructor(connect) {
        this.#connect = connect;
    }
    /** Rows of the last statement of `sql`. Throws `UPSTREAM_FAILED`; a connection that died while idle is replaced unseen. */
    async query(sql) {
        const known = this.#client;
        const client = await this.#alive();
        try {
            return await client.query(sql);
        }
        catch (thrown) {
            // A connection that was never used before did not die of old age: the server's word stands.
            if (known === null || !client.ended)
                throw thrown;
            return (await this.#alive()).query(sql);
        }
    }
    /** Says goodbye, if there is anybody to say it to. */
    async close() {
        const client = await this.#client?.catch(() => null);
        await client?.close();
    }
    async #alive() {
        const opened = this.#client;
        const client = await opened?.catch(() => null);
        if (client && !client.ended)
            return client;
        // Whoever else waited may have begun already.
        if (this.#client === null || this.#client === opened)
            this.#client = this.#connect();
        return this.#client;
    }
}

;// CONCATENATED MODULE: ./lib/main/upstream.js
// SPDX-License-Identifier: Apache-2.0
//
// A production database as the gate has it: its address, its credential, and the gate's own connections for the catalog and for plans. One for each
// resource, whoever asks and however often. Refuses to be there before the database has answered, so that the first error is the real one.













/** A catalog of thousands of relations is read in well under a second; a server that needs this long is in trouble. */
const CATALOG_DEADLINE_MS = 30_000;
/** Longer than the server's own timeout for a plan (IMPACT_SESSION_SETTINGS). */
const IMPACT_DEADLINE_MS = 5_000;
/** Sent upstream over whatever a client asks for. */
const PINNED = new Map(Object.entries(settings/* PINNED_SETTINGS */.bX));
/** Takes the credential, connects, reads the catalog. Throws a GateError that names the resource; then nothing is held any more. `asked`: called when the catalog's long question is on its way. */
async function openUpstream(resource, secrets, asked = () => undefined) {
    try {
        const { source, target, release } = await credentialled(resource, secrets);
        const client = new ReconnectingClient(() => ownClient(source, queries/* CATALOG_SESSION_SETTINGS */.xe, CATALOG_DEADLINE_MS));
        let impacts = null;
        const close = async () => {
            await Promise.all([client.close(), impacts?.close()]);
            await release();
        };
        try {
            const catalog = await catalog_catalog/* SharedCatalog */.$I.open((sql) => {
                if (sql !== queries/* FINGERPRINT_QUERY */.Mt)
                    asked();
                return client.query(sql);
            });
            impacts = new PlannerImpacts(() => ownClient(source, IMPACT_SESSION_SETTINGS, IMPACT_DEADLINE_MS), () => catalog.current());
            return { resource, host: target.host, database: target.database, catalog, impacts, source, close };
        }
        catch (thrown) {
            await close();
            throw thrown;
        }
    }
    catch (thrown) {
        throw ofResource(resource.name, thrown);
    }
}
/** Several, one after the other. Throws as `openUpstream` does, and then none is open. */
async function openUpstreams(resources, secretsFor, asked) {
    const open = [];
    try {
        for (const resource of resources)
            open.push(await openUpstream(resource, secretsFor(resource), asked));
        return open;
    }
    catch (thrown) {
        await Promise.allSettled(open.map((one) => one.close()));
        throw thrown;
    }
}
/** What an ordinary connection has here: its settings, as the gate would put them into a digest, and where it finds names. */
async function ordinarily({ source }) {
    const client = await ownClient(source, {}, CATALOG_DEADLINE_MS);
    try {
        const rows = await client.query(statements/* TRUTH */.Ye.sql);
        const path = rows.find(([kind]) => kind === 'path')?.[2] ?? '[]';
        return { settings: Object.fromEntries(rows.filter(([kind]) => kind === 'setting').map(([, name, value]) => [name ?? '', value ?? ''])), path: (0,catalog_catalog/* readSearchPath */.k6)(path) };
    }
    finally {
        await client.close();
    }
}
/** The upstream through the door of one session, under the name that clients call it by. */
function behindOf({ catalog, impacts, source }, about) {
    return { ...about, ...source, catalog, impacts };
}
function ofResource(name, thrown) {
    if (!(thrown instanceof errors/* GateError */.ue) || thrown.message.includes(`\`${name}\``))
        return thrown;
    return new errors/* GateError */.ue(thrown.code, `resource \`${name}\`: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
}
// A connection of the gate's own; whoever has it opens it again when it was lost.
async function ownClient(source, settings, queryMs) {
    const signal = new AbortController().signal;
    const startupParameters = new Map([...PINNED, ['application_name', 'ostiary']]);
    const { upstream } = await (0,log_in/* logIn */.E)(source, { milliseconds: limits/* DEFAULT_LIMITS */.dR.upstreamMs, runtime: runtime/* systemRuntime */.g, signal, startupParameters, maxFrameBytes: limits/* DEFAULT_LIMITS */.dR.maxServerFrameBytes });
    const client = new simple_client/* SimpleClient */.G(upstream, { queryMs, runtime: runtime/* systemRuntime */.g, signal });
    await client.set(settings);
    return client;
}
// INVARIANT: what `hold` has taken is given back when anything after it fails.
async function credentialled(resource, secrets) {
    const { address, credential } = resource;
    if (address === null)
        throw new errors/* GateError */.ue('POLICY_INVALID', `resource \`${resource.name}\` has no \`url\``, { hint: 'write `url: postgres://host/database`' });
    const held = credential === null ? NO_CREDENTIAL : await secrets.hold(credential, { host: address.host, port: address.port, user: address.user });
    try {
        const withCredential = await targetMaker(resource);
        const used = new WeakMap();
        const targetWith = (current) => {
            const target = withCredential(current);
            used.set(target, current);
            return target;
        };
        const source = {
            target: async () => targetWith(await held.current()),
            async renewed(refused) {
                const before = used.get(refused);
                const next = before === undefined ? null : await held.refused(before);
                return next === null ? null : targetWith(next);
            },
        };
        return { source, target: await source.target(), release: () => held.release() };
    }
    catch (thrown) {
        await held.release();
        throw thrown;
    }
}
/** Where the server lets a user in without a password. */
const NO_CREDENTIAL = { endsAt: null, current: async () => ({ user: null, password: '' }), refused: async () => null, release: async () => undefined };
async function targetMaker({ name, address, tls }) {
    const { host, port, database, user: urlUser } = address;
    const ca = tls.ca === null ? {} : { ca: await (0,promises_.readFile)(tls.ca, 'utf8').catch((cause) => {
            throw new errors/* GateError */.ue('POLICY_INVALID', `the certificate authority \`${tls.ca ?? ''}\` of \`${name}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'give the path of a PEM file' });
        }) };
    return ({ user: own, password }) => {
        const user = own ?? urlUser;
        if (user === null)
            throw new errors/* GateError */.ue('POLICY_INVALID', `nobody says which user to log in as at \`${name}\``, { hint: 'put the user into `url`, or make the credential `user:password`' });
        return { host, port, database, user, password, tls: { mode: tls.mode, ...ca } };
    };
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

/***/ 88639:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ passedOn),
/* harmony export */   XT: () => (/* binding */ typesIn),
/* harmony export */   dw: () => (/* binding */ EXPLAIN_PREFIX),
/* harmony export */   mc: () => (/* binding */ whyNotPlanned),
/* harmony export */   w_: () => (/* binding */ isPlainExplain)
/* harmony export */ });
/* harmony import */ var _row_count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76774);

/** What stands before a statement of which the planner is asked. */
const EXPLAIN_PREFIX = 'EXPLAIN (FORMAT JSON) ';
/** Kinds that EXPLAIN takes and that are planned as they stand; `CREATE TABLE AS`, `DECLARE` and `EXECUTE` are not among them. */
const PLANNED = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);
/** Why the rows of a statement can't be asked for, as the end of a sentence; null when they can. */
function whyNotPlanned(draft, facts) {
    const [kind, node] = topOf(draft);
    if (!PLANNED.has(kind) || 'intoClause' in node)
        return `the planner gives no rows for ${facts.statement}`;
    if (facts.unknown.length > 0 || facts.forbidden.length > 0)
        return 'it is not (all) understood';
    const called = facts.functions.find((use) => use.class !== 'harmless');
    if (called !== undefined)
        return `planning it could run \`${called.name}\`, which is not a function that we know to be harmless`;
    if (facts.accesses.some(({ object }) => object?.startsWith('pg_temp.') === true))
        return 'it is about a temporary table, which other connections do not see';
    const changes = facts.accesses.some(({ effect }) => effect === 'write' || effect === 'destroy');
    return changes && !(0,_row_count_js__WEBPACK_IMPORTED_MODULE_0__/* .countsRows */ .q)(draft) ? 'how many rows it changes can not be counted when it runs' : null;
}
/** True for a draft of `EXPLAIN_PREFIX` and a statement, as the grammar has read it: our one option, one statement that is planned. */
function isPlainExplain(draft) {
    const [kind, node] = topOf(draft);
    if (kind !== 'ExplainStmt' || draft.failure !== null || draft.batch !== 1)
        return false;
    const options = (Array.isArray(node['options']) ? node['options'] : []);
    const [asked] = Object.keys((node['query'] ?? {}));
    return options.length === 1 && options[0]?.DefElem?.defname === 'format' && asked !== undefined && PLANNED.has(asked);
}
/** Whether it changes or removes rows that are there already: what foreign keys may pass on. */
function passedOn(draft) {
    const [kind, node] = topOf(draft);
    const merges = kind === 'MergeStmt';
    return { deletes: merges || kind === 'DeleteStmt', updates: merges || kind === 'UpdateStmt' || (kind === 'InsertStmt' && 'onConflictClause' in node) };
}
/** Last parts of all names of types in it, each once. */
function typesIn(draft) {
    const found = new Set();
    collectTypes(draft.tree, found);
    return [...found];
}
function topOf({ tree }) {
    const [entry] = Object.entries(tree ?? {});
    return entry === undefined || typeof entry[1] !== 'object' || entry[1] === null ? ['', {}] : [entry[0], entry[1]];
}
function collectTypes(node, found) {
    if (typeof node !== 'object' || node === null)
        return;
    // Of all nodes that a query has, only a TypeName holds `names`, under whatever key it stands.
    const { names } = node;
    const last = Array.isArray(names) ? names.at(-1)?.String?.sval : undefined;
    if (last !== undefined)
        found.add(last);
    for (const value of Object.values(node))
        collectTypes(value, found);
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

/***/ 49905:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ certificateDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// SPDX-License-Identifier: Apache-2.0
//
// The channel binding `tls-server-end-point`: the digest of a certificate by the hash it was signed with. Walks just enough DER to
// find that hash. Says null where the RFC defines none (Ed25519) or where it can't tell; never guesses.
// @see https://www.rfc-editor.org/rfc/rfc5929#section-4.1

// Hashes by the OID of the signature algorithm. MD5 and SHA-1 are replaced by SHA-256: RFC 5929.
const HASH_BY_SIGNATURE = new Map([
    ['2a864886f70d010104', 'sha256'], // md5WithRSAEncryption
    ['2a864886f70d010105', 'sha256'], // sha1WithRSAEncryption
    ['2a864886f70d01010b', 'sha256'],
    ['2a864886f70d01010c', 'sha384'],
    ['2a864886f70d01010d', 'sha512'],
    ['2a864886f70d01010e', 'sha224'],
    ['2a8648ce3d0401', 'sha256'], // ecdsa-with-SHA1
    ['2a8648ce3d040301', 'sha224'],
    ['2a8648ce3d040302', 'sha256'],
    ['2a8648ce3d040303', 'sha384'],
    ['2a8648ce3d040304', 'sha512'],
]);
// Hashes by their own OID, for RSASSA-PSS, whose parameters name one.
const RSASSA_PSS = '2a864886f70d01010a';
const HASH_BY_OID = new Map([
    ['2b0e03021a', 'sha256'], // sha1
    ['608648016503040201', 'sha256'],
    ['608648016503040202', 'sha384'],
    ['608648016503040203', 'sha512'],
    ['608648016503040204', 'sha224'],
]);
const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const CONTEXT_0 = 0xa0;
/** The digest of a DER certificate for channel binding, or null when there is none. */
function certificateDigest(certificate) {
    const hash = signatureHash(certificate);
    return hash === null ? null : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(hash).update(certificate).digest();
}
function signatureHash(certificate) {
    const outer = element(certificate, 0);
    if (outer?.tag !== SEQUENCE)
        return null;
    const toBeSigned = element(outer.content, 0);
    if (toBeSigned === null)
        return null;
    const algorithm = element(outer.content, toBeSigned.end);
    if (algorithm?.tag !== SEQUENCE)
        return null;
    const oid = element(algorithm.content, 0);
    if (oid?.tag !== OBJECT_IDENTIFIER)
        return null;
    const name = oid.content.toString('hex');
    if (name !== RSASSA_PSS)
        return HASH_BY_SIGNATURE.get(name) ?? null;
    return pssHash(element(algorithm.content, oid.end));
}
// RSASSA-PSS-params ::= SEQUENCE { [0] AlgorithmIdentifier DEFAULT sha1, … }
function pssHash(parameters) {
    if (parameters?.tag !== SEQUENCE)
        return null;
    const tagged = element(parameters.content, 0);
    if (tagged === null || tagged.tag !== CONTEXT_0)
        return 'sha256';
    const identifier = element(tagged.content, 0);
    const oid = identifier === null ? null : element(identifier.content, 0);
    return oid === null ? null : (HASH_BY_OID.get(oid.content.toString('hex')) ?? null);
}
function element(bytes, at) {
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (tag === undefined || first === undefined)
        return null;
    const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
    if (lengthBytes > 4 || first === 0x80)
        return null;
    const start = at + 2 + lengthBytes;
    if (start > bytes.length)
        return null;
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
    const end = start + length;
    return end > bytes.length ? null : { tag, content: bytes.subarray(start, end), end };
}


/***/ }),

/***/ 40390:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hA: () => (/* binding */ SCRAM),
  Qg: () => (/* binding */ ScramClient),
  MQ: () => (/* binding */ ScramServer),
  v$: () => (/* binding */ makeVerifier),
  bB: () => (/* binding */ mockVerifier)
});

// UNUSED EXPORTS: SCRAM_PLUS

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
;// CONCATENATED MODULE: ./lib/proxy/postgres/authentication/saslprep.js
// SPDX-License-Identifier: Apache-2.0
//
// Normalises a password before SCRAM, as far as PostgreSQL's own SASLprep changes bytes: spaces, invisible marks, NFKC. Where
// PostgreSQL takes a password as it is because it is prohibited (RFC 4013, 2.3), so do we. Stated limit: code points unassigned in
// Unicode 3.2 and mixed text directions are not told apart; such a password differs only if NFKC also changes another part of it.
// @see https://www.rfc-editor.org/rfc/rfc4013
// RFC 3454, C.1.2; U+200B is here and not below, as in PostgreSQL.
const SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g; // match: U+00A0; miss: U+0020
// RFC 3454, B.1.
const NOTHING = /[\u00ad\u034f\u1806\u180b-\u180d\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]/g; // match: U+00AD; miss: "-"
// RFC 3454, C.2 to C.9: controls, private use, non-characters, surrogates, and what is not plain text.
const PROHIBITED = 
// match: U+0007; miss: "a"
/[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u0340\u0341\u06dd\u070f\u180e\u200e\u200f\u2028-\u202e\u2061-\u2063\u206a-\u206f\u2ff0-\u2ffb\ufff9-\ufffd\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}]/u;
const ASCII = /^[\x20-\x7e]*$/; // match: "abc"; miss: "ä"
/** The bytes that SCRAM derives its keys from, as text. Never throws. */
function saslPrepare(password) {
    if (ASCII.test(password))
        return password;
    const prepared = password.replace(SPACES, ' ').replace(NOTHING, '').normalize('NFKC');
    return prepared === '' || PROHIBITED.test(prepared) ? password : prepared;
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/authentication/scram.js
// SPDX-License-Identifier: Apache-2.0
//
// SCRAM-SHA-256(-PLUS), both ends, as PostgreSQL speaks it: towards clients from a verifier (no password is kept), towards servers
// from a password. Refuses a downgrade of channel binding, a server that can't prove that it knows the password, and absurd
// iteration counts. Pure: nonces and salts are given; names in the exchange are ignored, as the startup message has the user.
// @see https://www.rfc-editor.org/rfc/rfc7677 https://www.rfc-editor.org/rfc/rfc5802





/** The mechanism by its name of RFC 7677. */
const SCRAM = 'SCRAM-SHA-256';
/** The same, bound to the TLS connection that it runs on. */
const SCRAM_PLUS = 'SCRAM-SHA-256-PLUS';
const BINDING_TYPE = 'tls-server-end-point';
const KEY_BYTES = 32;
const derive = (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2);
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/; // match: "YQ=="; miss: "YQ"
const NONCE = /^[\x21-\x2b\x2d-\x7e]+$/; // printable without comma; match: "rOpr+/"; miss: "a,b"
/** Makes the verifier of a password; `salt` is 16 random bytes. */
async function makeVerifier(password, salt, iterations) {
    const { clientKey, serverKey } = await deriveKeys(password, salt, iterations);
    return { iterations, salt, storedKey: sha256(clientKey), serverKey };
}
/**
 * A verifier that no password satisfies, the same each time for the same user: so unknown users look like known ones.
 * `secret`: random bytes of this listener's own.
 */
function mockVerifier(user, secret, iterations) {
    const part = (name) => hmac(secret, `${name}:${user}`);
    return { iterations, salt: part('salt').subarray(0, 16), storedKey: part('stored'), serverKey: part('server') };
}
/** The server's end of one exchange. `binding`: the digest of our certificate when we serve TLS, else null. */
class ScramServer {
    #verifier;
    #nonce;
    #binding;
    #gs2 = '';
    #combinedNonce = '';
    #transcript = '';
    constructor(options) {
        this.#verifier = options.verifier;
        this.#nonce = options.nonce;
        this.#binding = options.binding;
    }
    /** Mechanisms to offer, best first. */
    get mechanisms() {
        return this.#binding === null ? [SCRAM] : [SCRAM_PLUS, SCRAM];
    }
    /** Reads the client's first message and answers it. Throws `PROTOCOL_VIOLATION`. */
    first(mechanism, message) {
        if (!this.mechanisms.includes(mechanism))
            throw violation(`the client chose the SASL mechanism \`${mechanism.slice(0, 40)}\`, which was not offered`);
        const [flag = '', authzid, name = '', nonceField = ''] = message.split(',');
        this.#checkBindingFlag(mechanism, flag);
        if (authzid !== '')
            throw violation('the client asked for another authorization identity');
        if (!name.startsWith('n='))
            throw violation('the first SCRAM message of the client is malformed');
        const clientNonce = attribute(nonceField, 'r');
        if (!NONCE.test(clientNonce))
            throw violation('the nonce of the client is malformed');
        this.#gs2 = `${flag},,`;
        this.#combinedNonce = `${clientNonce}${this.#nonce}`;
        const answer = `r=${this.#combinedNonce},s=${this.#verifier.salt.toString('base64')},i=${this.#verifier.iterations}`;
        this.#transcript = `${message.slice(this.#gs2.length)},${answer}`;
        return answer;
    }
    /** Reads the client's final message: our proof to send, or null when the password is wrong. Throws `PROTOCOL_VIOLATION`. */
    final(message) {
        const proofAt = message.lastIndexOf(',p=');
        if (proofAt === -1)
            throw violation('the final SCRAM message of the client has no proof');
        const withoutProof = message.slice(0, proofAt);
        const [binding = '', nonce = ''] = withoutProof.split(',');
        const bound = this.#gs2.startsWith('p') && this.#binding !== null ? this.#binding : Buffer.alloc(0);
        const expected = Buffer.concat([Buffer.from(this.#gs2), bound]).toString('base64');
        if (attribute(binding, 'c') !== expected)
            throw violation('the channel binding of the client does not match this connection');
        if (attribute(nonce, 'r') !== this.#combinedNonce)
            throw violation('the nonce in the final SCRAM message is another one');
        const proof = decode(message.slice(proofAt + 3), 'proof');
        const transcript = `${this.#transcript},${withoutProof}`;
        const clientKey = xor(proof, hmac(this.#verifier.storedKey, transcript));
        if (clientKey === null || !(0,external_node_crypto_.timingSafeEqual)(sha256(clientKey), this.#verifier.storedKey))
            return null;
        return `v=${hmac(this.#verifier.serverKey, transcript).toString('base64')}`;
    }
    #checkBindingFlag(mechanism, flag) {
        if ((mechanism === SCRAM_PLUS) !== (flag === `p=${BINDING_TYPE}`))
            throw violation('the client chose another channel binding than its mechanism says');
        // "y": "I could, but you did not offer". We did: somebody in between removed the offer.
        if (flag === 'y' && this.#binding !== null)
            throw violation('the client did not see our offer of channel binding');
        if (flag !== 'n' && flag !== 'y' && !flag.startsWith('p='))
            throw violation('the channel binding flag of the client is malformed');
    }
}
/** The client's end of one exchange. `binding`: the digest of the server's certificate, null without TLS (or a hash to make it by). */
class ScramClient {
    /** The best mechanism that both sides have. */
    mechanism;
    #password;
    #nonce;
    #gs2;
    #bound;
    #firstBare;
    #serverProof = null;
    /** Throws `UPSTREAM_FAILED` when the server offers no mechanism that we have. */
    constructor(options) {
        const plus = options.offered.includes(SCRAM_PLUS);
        if (!plus && !options.offered.includes(SCRAM))
            throw failed('offers no SASL mechanism that we know', 'use SCRAM-SHA-256');
        const bind = plus && options.binding !== null;
        if (!bind && !options.offered.includes(SCRAM))
            throw failed('insists on channel binding, which its certificate does not allow', 'use a certificate signed with SHA-256');
        this.mechanism = bind ? SCRAM_PLUS : SCRAM;
        // "y" tells the server that we could bind: it then knows that its offer was removed on the way.
        this.#gs2 = bind ? `p=${BINDING_TYPE},,` : options.binding !== null ? 'y,,' : 'n,,';
        this.#bound = bind && options.binding !== null ? options.binding : Buffer.alloc(0);
        this.#password = options.password;
        this.#nonce = options.nonce;
        this.#firstBare = `n=${options.user ?? ''},r=${options.nonce}`;
    }
    first() {
        return `${this.#gs2}${this.#firstBare}`;
    }
    /** Answers the server's first message. Throws `UPSTREAM_FAILED`. */
    async final(serverFirst) {
        const [nonceField = '', saltField = '', countField = ''] = serverFirst.split(',');
        const nonce = attribute(nonceField, 'r');
        if (!nonce.startsWith(this.#nonce) || nonce.length === this.#nonce.length)
            throw failed('did not use our nonce');
        const salt = decode(attribute(saltField, 's'), 'salt');
        const count = attribute(countField, 'i');
        const iterations = /^[1-9][0-9]{0,8}$/.test(count) ? Number(count) : 0; // match: "4096"; miss: "0x10"
        if (iterations < 1 || iterations > limits/* MAX_SCRAM_ITERATIONS */.XH)
            throw failed(`demands ${iterations} SCRAM iterations`, `use at most ${limits/* MAX_SCRAM_ITERATIONS */.XH}`);
        const { clientKey, serverKey } = await deriveKeys(this.#password, salt, iterations);
        const channel = Buffer.concat([Buffer.from(this.#gs2), this.#bound]).toString('base64');
        const withoutProof = `c=${channel},r=${nonce}`;
        const transcript = `${this.#firstBare},${serverFirst},${withoutProof}`;
        this.#serverProof = hmac(serverKey, transcript);
        const proof = xor(clientKey, hmac(sha256(clientKey), transcript));
        return `${withoutProof},p=${proof.toString('base64')}`;
    }
    /** Checks that the server knows the password, too. Throws `UPSTREAM_FAILED`. */
    verify(serverFinal) {
        const proof = decode(attribute(serverFinal.split(',')[0] ?? '', 'v'), 'server signature');
        const expected = this.#serverProof;
        if (expected === null || proof.length !== expected.length || !(0,external_node_crypto_.timingSafeEqual)(proof, expected)) {
            throw failed('could not prove that it knows the password', 'check that the address is the right one');
        }
    }
}
async function deriveKeys(password, salt, iterations) {
    const salted = await derive(saslPrepare(password), salt, iterations, KEY_BYTES, 'sha256');
    return { clientKey: hmac(salted, 'Client Key'), serverKey: hmac(salted, 'Server Key') };
}
function attribute(field, name) {
    if (!field.startsWith(`${name}=`))
        throw violation(`a SCRAM message lacks \`${name}=\` in its place`);
    return field.slice(2);
}
function decode(text, what) {
    if (!BASE64.test(text))
        throw violation(`the ${what} in a SCRAM message is not base64`);
    return Buffer.from(text, 'base64');
}
function xor(a, b) {
    if (a.length !== b.length)
        return null;
    return Buffer.from(a.map((byte, index) => byte ^ b[index]));
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text, 'utf8').digest();
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest();
}
function violation(message) {
    return new errors/* GateError */.ue('PROTOCOL_VIOLATION', message, { hint: 'check that the peer speaks SCRAM-SHA-256' });
}
function failed(what, hint = 'check the server') {
    return new errors/* GateError */.ue('UPSTREAM_FAILED', `the server ${what}`, { hint });
}


/***/ }),

/***/ 70116:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $I: () => (/* binding */ SharedCatalog),
  ak: () => (/* binding */ loadCatalog),
  k6: () => (/* reexport */ readSearchPath)
});

// EXTERNAL MODULE: ./lib/core/catalog.js
var catalog = __webpack_require__(21308);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/proxy/postgres/catalog/queries.js + 2 modules
var queries = __webpack_require__(48109);
;// CONCATENATED MODULE: ./lib/proxy/postgres/catalog/code-assembly.js
// SPDX-License-Identifier: Apache-2.0
//
// Puts together which functions run where no statement names them, from the rows of code-queries.ts and what is known of types. Pure.
// Gives nothing at all for a database that has no such function, which is what most have; refuses to leave out one that was listed.


const CONTEXTS = { e: 'explicit', a: 'assignment', i: 'implicit' };
/** Code being put together; `named` gives a schema the name that a session has for it. */
class CodeAssembly {
    #named;
    #casts = [];
    #functions = { made: new Map(), compared: new Map(), read: new Map(), foreign: new Map(), searched: new Map(), built: new Map() };
    #links = { holds: new Map(), makes: new Map(), reads: new Map(), keeps: new Map(), refers: new Map() };
    #classes = [];
    #guarded = new Set();
    #arrays = new Map();
    #rowTypes = new Map();
    #rowsOf = new Map();
    #any = false;
    constructor(named) {
        this.#named = named;
    }
    /** A type, and what it is made of: `base` of a domain, `part` of an array or range, `relation` whose rows it is; 0: none. */
    type(type, { base, part, relation, isArray }) {
        if (isArray)
            this.#arrays.set(part, type);
        for (const other of [base, part])
            if (other !== 0)
                this.#link('holds', type, other);
        if (relation !== 0)
            this.#rowsOf.set(type, relation);
    }
    add([, how, of, other, context, schema, name, own, from, to]) {
        // What nearly every database has runs nothing by itself.
        this.#any ||= how !== 'keeps' && how !== 'refers' && how !== 'guarded';
        const subject = Number(of);
        switch (how) {
            case 'guarded':
                this.#guarded.add(subject);
                return;
            case 'class':
                this.#classes.push({ name: from ?? '', method: to ?? '', type: subject, byDefault: context === 'd', builds: other === 'b', runs: this.#function(schema, name, own) });
                return;
            case 'kept':
                this.#runs('searched', subject, this.#function(schema, name, own));
                if (context === 'b')
                    this.#runs('built', subject, this.#function(schema, name, own));
                return;
            case 'cast':
                for (const [type, relation] of [[subject, Number(from)], [Number(other), Number(to)]])
                    if (relation !== 0)
                        this.#rowTypes.set(relation, type);
                this.#casts.push({ source: subject, target: Number(other), context: CONTEXTS[context ?? ''] ?? 'implicit', runs: this.#function(schema, name, own) });
                return;
            case 'holds':
            case 'makes':
            case 'reads':
            case 'keeps':
            case 'refers':
                return this.#link(how, subject, Number(other));
            case 'made':
            case 'compared':
            case 'read':
            case 'foreign':
                return this.#runs(how, subject, this.#function(schema, name, own));
            default:
                throw new errors/* GateError */.ue('UPSTREAM_FAILED', "the server's answer about its catalog can't be read");
        }
    }
    /** All of it; null when there is none. */
    finish(relations) {
        if (!this.#any)
            return null;
        for (const [type, relation] of this.#rowsOf)
            for (const { typeOid } of relations.get(relation)?.columns ?? [])
                this.#link('holds', type, typeOid);
        return { casts: this.#casts, classes: this.#classes, guarded: this.#guarded, ...this.#functions, ...this.#links, arrays: this.#arrays, rowTypes: this.#rowTypes };
    }
    #runs(how, subject, runs) {
        const known = this.#functions[how].get(subject) ?? [];
        if (!known.some((one) => one.name === runs.name))
            this.#functions[how].set(subject, [...known, runs]);
    }
    #link(how, from, to) {
        const known = this.#links[how].get(from);
        if (known === undefined)
            this.#links[how].set(from, new Set([to]));
        else
            known.add(to);
    }
    #function(schema, name, own) {
        if (typeof schema !== 'string' || typeof name !== 'string')
            throw new errors/* GateError */.ue('UPSTREAM_FAILED', "the server's answer about its catalog is not complete");
        return { name: (0,catalog/* canonicalName */.Ew)(this.#named(schema), name), made: own === 'builtin' || own === 'native' ? own : 'user' };
    }
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/catalog/assembly.js
// SPDX-License-Identifier: Apache-2.0
//
// Puts the rows that the catalog's question brings together as a snapshot. Pure. Refuses an answer with holes in it, and leaves out what
// belongs to other sessions.




/** A snapshot being put together: types before the relations that use them, and these before what is said of them, as the rows come. */
class Assembly {
    database;
    serverVersion;
    #snapshot;
    #temporary;
    #path;
    #keys;
    #definitions = new Map();
    #schemas = new Set();
    #relations = new Map();
    #byOid = new Map();
    #functions = new Map();
    #operators = new Map();
    #operands = new Map();
    #code = new CodeAssembly((schema) => this.#named(schema) ?? schema);
    #types = new Map();
    #elements = new Map();
    #converts = new Map();
    #typeNames = new Map();
    #links = [];
    constructor(rows, epoch) {
        const [, database, user, version, path, temporary, encoding] = rows.find((row) => row[0] === queries/* ROW */.nw.session) ?? [];
        if (database === undefined)
            throw new errors/* GateError */.ue('UPSTREAM_FAILED', 'the server told nothing of its catalog', { hint: 'is it PostgreSQL 12 or newer?' });
        this.database = cell(database);
        this.serverVersion = Number(cell(version));
        this.#temporary = temporary ?? null;
        const inForce = readSearchPath(cell(path));
        this.#path = inForce.length === 1 && inForce[0] === 'pg_catalog' ? [] : inForce;
        this.#snapshot = { epoch, user: cell(user), ...(typeof encoding !== 'string' || encoding === 'UTF8' ? {} : { encoding }) };
        const views = rows.filter((row) => row[0] === queries/* ROW */.nw.relation && typeof row[6] === 'string');
        this.#keys = new Map(views.map((row) => [Number(row[1]), cell(row[6])]));
        if (this.#temporary !== null)
            this.#schemas.add(this.#temporary);
    }
    types(rows) {
        for (const row of rows)
            if (row[0] === queries/* ROW */.nw.type)
                this.#type(row);
    }
    /** Oids of columns' types that have not been named yet. */
    missingTypes(rows) {
        const missing = new Set();
        for (const row of rows) {
            if (row[0] !== queries/* ROW */.nw.relation || typeof row[9] !== 'string')
                continue;
            for (const type of row[9].split(' ').map((one) => Number(one.split(':')[0])))
                if (!this.#typeNames.has(type))
                    missing.add(type);
        }
        return [...missing];
    }
    /**
     * Takes a definition from an older snapshot, if it is still so. Not one with names that a path resolves: relations made since may
     * have come before those that it means.
     */
    recall({ oid, definition }) {
        if (definition !== null && definition.path.length === 0)
            this.#define(oid, definition);
    }
    /** Oids of views whose definition is not known. */
    undefinedViews() {
        return [...this.#keys.keys()].filter((view) => !this.#definitions.has(view));
    }
    /** Takes the answer to `definitionsQuery`. What has changed again since the views were listed is left out. */
    definitions(rows) {
        for (const [, view, key, text] of rows) {
            if (typeof text === 'string')
                this.#define(Number(view), { text, path: this.#path, key: cell(key) });
        }
    }
    add(row) {
        switch (row[0]) {
            case queries/* ROW */.nw.schema:
                return this.#schema(cell(row[1]));
            case queries/* ROW */.nw.relation:
                return this.#relation(row);
            case queries/* ROW */.nw.inheritance:
                this.#links.push({ child: Number(row[1]), parent: Number(row[2]) });
                return;
            case queries/* ROW */.nw.trigger:
                return this.#trigger(row);
            case queries/* ROW */.nw.function:
                return this.#function(row);
            case queries/* ROW */.nw.operator:
                return this.#operator(row);
            case queries/* ROW */.nw.conversions:
                return this.#conversion(cell(row[1]));
            case queries/* ROW */.nw.code:
                return this.#code.add(row);
            default:
        }
    }
    place(relation) {
        this.#relations.set((0,catalog/* canonicalName */.Ew)(relation.schema, relation.name), relation);
        // A search path spells the temporary schema as the server does.
        if (relation.schema === 'pg_temp' && this.#temporary !== null)
            this.#relations.set((0,catalog/* canonicalName */.Ew)(this.#temporary, relation.name), relation);
        this.#byOid.set(relation.oid, relation);
    }
    finish() {
        for (const { child, parent } of this.#links) {
            this.#byOid.get(child)?.parents?.push(parent);
            this.#byOid.get(parent)?.children?.push(child);
        }
        const unnamed = this.#code.finish(this.#byOid);
        return {
            ...this.#snapshot,
            database: this.database,
            serverVersion: this.serverVersion,
            schemas: this.#schemas,
            relations: this.#relations,
            relationsByOid: this.#byOid,
            functions: this.#functions,
            operators: this.#operators,
            types: this.#types,
            operands: this.#operands,
            converts: this.#converts,
            elements: this.#elements,
            ...(unnamed === null ? {} : { unnamed }),
        };
    }
    #define(view, definition) {
        if (this.#keys.get(view) === definition.key)
            this.#definitions.set(view, definition);
    }
    // Null: a temporary schema of somebody else.
    #named(schema) {
        if (schema === this.#temporary)
            return 'pg_temp';
        return isTemporary(schema) ? null : schema;
    }
    #schema(name) {
        const own = this.#named(name);
        if (own !== null && !name.startsWith('pg_toast'))
            this.#schemas.add(own);
    }
    #type([, oid, schema, base, name, printed, part, relation]) {
        const number = Number(oid);
        if (number >= catalog/* FIRST_USER_OID */.ku)
            this.#code.type(number, { base: Number(base), part: Number(part), relation: Number(relation), isArray: cell(printed).endsWith('[]') });
        this.#typeNames.set(number, cell(printed));
        // Rows of PostgreSQL's own tables are asked for once, and nothing becomes one.
        if (cell(printed).endsWith('[]') && (number >= catalog/* FIRST_USER_OID */.ku || number < FIRST_ROW_TYPE))
            this.#elements.set(number, Number(part));
        const own = this.#named(cell(schema));
        if (own !== null && (number >= catalog/* FIRST_USER_OID */.ku || base !== '0'))
            this.#types.set(number, { name: (0,catalog/* canonicalName */.Ew)(own, cell(name)), base: Number(base) });
    }
    #relation([, oid, schema, name, kind, rules, , names, numbers, types]) {
        const own = this.#named(cell(schema));
        if (own === null)
            return;
        const columns = typeof names === 'string' ? this.#columns(names, cell(numbers), cell(types)) : [];
        const linked = { parents: [], children: [], triggers: [] };
        const definition = this.#definitions.get(Number(oid)) ?? null;
        this.place({ oid: Number(oid), schema: own, name: cell(name), kind: cell(kind), columns, ...linked, definition, rules: rules === 'true' });
    }
    #columns(names, numbers, types) {
        const each = JSON.parse(names);
        const number = numbers.split(' ');
        const type = types.split(' ');
        const columns = each.map((name, index) => {
            const [ofType = '', sources] = (type[index] ?? '').split(':');
            const typeOid = Number(ofType);
            const computed = sources === undefined ? {} : { sources: sources.split(',').filter((source) => source !== '').map(Number) };
            return { name, number: Number(number[index]), typeOid, type: this.#typeNames.get(typeOid) ?? '', ...computed };
        });
        return columns.sort((a, b) => a.number - b.number);
    }
    #trigger([, relation, schema, name]) {
        const found = this.#byOid.get(Number(relation));
        if (found !== undefined)
            found.triggers = [...found.triggers, (0,catalog/* canonicalName */.Ew)(this.#named(cell(schema)) ?? cell(schema), cell(name))];
    }
    #conversion(pairs) {
        for (const pair of pairs.split(' ')) {
            const [source = 0, target = 0] = pair.split(':').map(Number);
            this.#converts.set(source, (this.#converts.get(source) ?? new Set()).add(target));
        }
    }
    #function([, schema, name, language, volatility, definer, takes, gives, variadic, native]) {
        const own = this.#named(cell(schema));
        if (own === null)
            return;
        const how = { volatility: VOLATILITY[cell(volatility)] ?? 'volatile', securityDefiner: definer === 'true' };
        const one = { schema: own, name: cell(name), language: cell(language), ...how, takes: cell(takes).split(' ').filter((type) => type !== '').map(Number), gives: Number(gives), ...(variadic === 'true' ? { variadic: true } : {}), ...(typeof native === 'string' ? { native } : {}) };
        const overloads = this.#functions.get(one.name);
        if (overloads === undefined)
            this.#functions.set(one.name, [one]);
        else
            overloads.push(one);
    }
    #operator([, schema, name, left, right, gives, native]) {
        const own = this.#named(cell(schema));
        if (own === null)
            return;
        this.#operands.set(cell(name), [...(this.#operands.get(cell(name)) ?? []), { schema: own, left: Number(left), right: Number(right), gives: Number(gives), ...(typeof native === 'string' ? { native } : {}) }]);
        const schemas = this.#operators.get(cell(name)) ?? [];
        if (!schemas.includes(own))
            schemas.push(own);
        this.#operators.set(cell(name), schemas);
    }
}
/** Reads the answer to `SEARCH_PATH_QUERY`: the schemas in force, one's own temporary schema as `pg_temp`. */
function readSearchPath(json) {
    return JSON.parse(json).map((schema) => (isTemporary(schema) ? 'pg_temp' : schema));
}
const VOLATILITY = { i: 'immutable', s: 'stable', v: 'volatile' };
/** Oids from here on are given out while a cluster is made. @see https://www.postgresql.org/docs/18/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const FIRST_ROW_TYPE = 10_000;
function isTemporary(schema) {
    return /^pg_(?:toast_)?temp_\d+$/.test(schema);
}
function cell(value) {
    if (typeof value === 'string')
        return value;
    throw new errors/* GateError */.ue('UPSTREAM_FAILED', "the server's answer about its catalog is not complete");
}

// EXTERNAL MODULE: ./lib/proxy/postgres/limits.js
var limits = __webpack_require__(1868);
;// CONCATENATED MODULE: ./lib/proxy/postgres/catalog/catalog.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads a database's catalog into a snapshot, and keeps the one that all sessions of a resource share. Asks now and then whether anybody
// has changed definitions beside the gate. Refuses to serve a snapshot that it knows to be behind, or can't ask about: after a reading or a
// question that failed, `current()` throws until a reading succeeds.







/**
 * Reads the catalog: one question, one for definitions that are new, and one more when row types of tables are used as columns' types.
 * Runs anywhere, also inside a session's open transaction, and sets nothing: definitions are then printed under that session's path.
 * On a connection of our own, set CATALOG_SESSION_SETTINGS first. The session's own temporary schema is called `pg_temp` (its relations
 * are found as `pg_temp_3.name` too); temporary objects of others are left out. System views come without definition: each is its own
 * origin. So does a new or changed view when reading it would take a lock in a transaction, or wait for a session that changes what it shows.
 */
async function loadCatalog(query, { epoch, previous, inTransaction = false }) {
    const rows = await query((0,queries/* catalogQuery */.MT)(previous === undefined ? 0 : catalog/* FIRST_USER_OID */.ku));
    const assembly = new Assembly(rows, epoch);
    const same = previous?.database === assembly.database && previous.serverVersion === assembly.serverVersion;
    if (previous !== undefined && !same)
        return loadCatalog(query, { epoch, inTransaction });
    for (const relation of previous?.relationsByOid.values() ?? []) {
        if (relation.oid < catalog/* FIRST_USER_OID */.ku)
            assembly.place({ ...relation, parents: [], children: [], triggers: [] });
        else
            assembly.recall(relation);
    }
    assembly.types(rows);
    const missing = assembly.missingTypes(rows);
    if (missing.length > 0)
        assembly.types(await query((0,queries/* typesQuery */.IW)(missing)));
    const fresh = assembly.undefinedViews();
    if (fresh.length > 0)
        assembly.definitions(await query((0,queries/* definitionsQuery */.Hk)(fresh, { inTransaction })));
    for (const row of rows)
        assembly.add(row);
    return assembly.finish();
}
/** The catalog of one resource, shared by its sessions. */
class SharedCatalog {
    #query;
    #snapshot;
    #epoch;
    #running = null;
    #queued = null;
    #failure = null;
    #clock;
    /** Of the definitions that the snapshot shows, or of older ones. */
    #fingerprint;
    #checkAt;
    #checking = null;
    constructor(query, clock, { first, fingerprint, asked }) {
        this.#query = query;
        this.#clock = clock;
        this.#fingerprint = fingerprint;
        this.#checkAt = asked + limits/* CATALOG_CHECK_MS */.qc;
        this.#snapshot = first;
        this.#epoch = first.epoch;
    }
    /** Reads the catalog for the first time. `query` reconnects by itself when it has to; `clock`: monotonic milliseconds. */
    static async open(query, clock = () => runtime/* systemRuntime */.g.monotonicMs()) {
        const asked = clock();
        const fingerprint = await fingerprintOf(query);
        return new SharedCatalog(query, clock, { first: await loadCatalog(query, { epoch: 1 }), fingerprint, asked });
    }
    /** Nobody has asked for a while whether definitions were changed beside the gate: `freshen` before anything more is judged. */
    get due() {
        return this.#clock() >= this.#checkAt;
    }
    /** Asks whether definitions were changed, and reads them again if so. Never rejects: when it can't be asked, `current()` throws. */
    freshen() {
        this.#checking ??= this.#check().finally(() => {
            this.#checking = null;
        });
        return this.#checking;
    }
    /** The latest snapshot. Throws `UPSTREAM_FAILED` (and tries again behind the scenes) when the last reading failed. */
    current() {
        if (this.#failure === null)
            return this.#snapshot;
        const cause = this.#failure;
        this.refresh().catch(() => undefined);
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the database's catalog could not be read again: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'try again in a moment' });
    }
    /** Reads it again. Readings never overlap; whoever asks while one runs shares the next, which begins after what they did. */
    refresh() {
        if (this.#running === null)
            return this.#start();
        this.#queued ??= this.#running.then(() => this.#start(), () => this.#start());
        return this.#queued;
    }
    /** A number that no snapshot of this resource has yet; for one read on a session's own connection. */
    nextEpoch() {
        return ++this.#epoch;
    }
    async #check() {
        const asked = this.#clock();
        try {
            const fingerprint = await fingerprintOf(this.#query);
            if (fingerprint !== this.#fingerprint)
                await this.refresh();
            this.#fingerprint = fingerprint;
        }
        catch (thrown) {
            this.#failure = thrown;
        }
        this.#checkAt = asked + limits/* CATALOG_CHECK_MS */.qc;
    }
    #start() {
        this.#queued = null;
        const reading = this.#read();
        this.#running = reading;
        return reading;
    }
    async #read() {
        try {
            this.#snapshot = await loadCatalog(this.#query, { epoch: this.nextEpoch(), previous: this.#snapshot });
            this.#failure = null;
            return this.#snapshot;
        }
        catch (thrown) {
            this.#failure = thrown;
            throw thrown;
        }
        finally {
            this.#running = null;
        }
    }
}
async function fingerprintOf(query) {
    return (await query(queries/* FINGERPRINT_QUERY */.Mt))[0]?.[0] ?? '';
}


/***/ }),

/***/ 48109:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xe: () => (/* binding */ CATALOG_SESSION_SETTINGS),
  Mt: () => (/* binding */ FINGERPRINT_QUERY),
  nw: () => (/* binding */ ROW),
  MT: () => (/* binding */ catalogQuery),
  Hk: () => (/* binding */ definitionsQuery),
  IW: () => (/* binding */ typesQuery)
});

// UNUSED EXPORTS: SEARCH_PATH_QUERY

// EXTERNAL MODULE: ./lib/core/catalog.js
var catalog = __webpack_require__(21308);
;// CONCATENATED MODULE: ./lib/proxy/postgres/catalog/query-words.js
// SPDX-License-Identifier: Apache-2.0
//
// The words that questions to a catalog are put together from, each with its schema. Text only. Refuses a name that a search path could
// turn into somebody else's.

/** Operators, literals of a type, and sets of kinds, all with their schema. */
const EQ = 'OPERATOR(pg_catalog.=)';
const NE = 'OPERATOR(pg_catalog.<>)';
const GE = 'OPERATOR(pg_catalog.>=)';
const oid = (value) => `${value}::pg_catalog.oid`;
const query_words_char = (value) => `'${value}'::pg_catalog."char"`;
const oneOf = (kinds) => `${EQ} ANY (ARRAY[${[...kinds].map(query_words_char).join(', ')}])`;
const query_words_name = (value) => `'${value}'::pg_catalog.name`;
const query_words_text = (expression) => `${expression}::pg_catalog.text`;
/** Fixed by the server's source: pg_toast's own oid, and those of the catalogs that pg_depend speaks of. */
const PG_TOAST = oid(99);
const PG_CLASS = oid(1259);
const PG_REWRITE = oid(2618);
const PG_PROC = oid(1255);
const PG_OPERATOR = oid(2617);
const PG_TYPE = oid(1247);
const PG_ATTRDEF = oid(2604);
const USER = oid(catalog/* FIRST_USER_OID */.ku);
/** Columns of a row besides its tag. */
const WIDTH = 9;
/** One shape of rows: a tag, expressions, and as many NULLs as it takes. */
function branch(tag, expressions, from) {
    const padded = [...expressions, ...Array(WIDTH - expressions.length).fill('NULL')];
    return `SELECT ${query_words_text(`'${tag}'`)}, ${padded.map((expression) => (expression === 'NULL' ? query_words_text('NULL') : expression)).join(', ')} ${from}`;
}

;// CONCATENATED MODULE: ./lib/proxy/postgres/catalog/code-queries.js
// SPDX-License-Identifier: Apache-2.0
//
// The part of the catalog's question that asks which functions run where no statement names them: with a cast, a domain's CHECK, a comparison
// of a user's type, an operator class, a row policy, a foreign table. Functions come from the trees that the server keeps, built-in ones from their text and
// others from the dependencies. Refuses to list what is C: such functions only a superuser can install, and those that belong to a type or
// an index are then a part of the server. What somebody named in a cast, a CHECK or a policy is listed in whatever language.

const PG_CONSTRAINT = oid(2606);
const PG_POLICY = oid(3256);
const BTREE = oid(403);
const HASH = oid(405);
const BRIN = oid(3580);
/** What a BRIN class of the kind `inclusion` says of itself: it fills an index by functions, where others ask operators. */
const BRIN_INCLUSION = oid(4105);
// Of languages, fixed by the server's source: internal and C.
const NOT_C = (language) => `${language} ${NE} ${oid(12)} AND ${language} ${NE} ${oid(13)}`;
/** Where functions are called in a tree, as text: matches `:funcid 2100 `, misses `:opfuncid 67 `: operators of PostgreSQL's own are harmless, others are among the dependencies. */
const CALLED = query_words_text("':(?:funcid|aggfnoid|winfnoid) ([0-9]+)'");
/** Named queries that the rows come from. `written`: trees that belong to a type or relation; `support`: functions of operator classes. */
const CODE_PARTS = `written AS MATERIALIZED (
  SELECT ${query_words_text("'made'")} AS how, c.contypid AS of, ${PG_CONSTRAINT} AS class, c.oid AS id, ${query_words_text('c.conbin')} AS tree
    FROM pg_catalog.pg_constraint c WHERE c.contypid ${GE} ${USER} AND c.conbin IS NOT NULL
  UNION ALL
  SELECT ${query_words_text("'read'")}, p.polrelid, ${PG_POLICY}, p.oid, pg_catalog.concat(p.polqual, p.polwithcheck)
    FROM pg_catalog.pg_policy p
), support AS MATERIALIZED (
  SELECT c.oid, c.opcintype, c.opcname, c.opcmethod, c.opcdefault, c.opcdefault AND (c.opcmethod ${EQ} ${BTREE} OR c.opcmethod ${EQ} ${HASH}) AS compares, f.func, f.builds
    FROM (
      SELECT s.amprocfamily AS family, s.amproc::pg_catalog.oid AS func, true AS builds FROM pg_catalog.pg_amproc s WHERE s.oid ${GE} ${USER}
      UNION
      SELECT s.amopfamily, o.oprcode::pg_catalog.oid, s.amopmethod ${EQ} ${BRIN} AND EXISTS (
          SELECT FROM pg_catalog.pg_amproc i WHERE i.amprocfamily ${EQ} s.amopfamily AND i.amprocnum ${EQ} 1::pg_catalog.int2 AND i.amproc::pg_catalog.oid ${NE} ${BRIN_INCLUSION})
        FROM pg_catalog.pg_amop s JOIN pg_catalog.pg_operator o ON o.oid ${EQ} s.amopopr WHERE s.oid ${GE} ${USER}
    ) f JOIN pg_catalog.pg_proc p ON p.oid ${EQ} f.func AND ${NOT_C('p.prolang')} JOIN pg_catalog.pg_opclass c ON c.opcfamily ${EQ} f.family
), ranged AS MATERIALIZED (
  SELECT r.rngtypid, f.func FROM pg_catalog.pg_range r
    CROSS JOIN LATERAL (
      SELECT p.oid AS func FROM pg_catalog.pg_proc p WHERE (p.oid ${EQ} r.rngcanonical::pg_catalog.oid OR p.oid ${EQ} r.rngsubdiff::pg_catalog.oid) AND ${NOT_C('p.prolang')}
      UNION ALL
      SELECT support.func FROM support WHERE support.oid ${EQ} r.rngsubopc
    ) f WHERE r.rngtypid ${GE} ${USER}
)`;
const FUNCTION = [query_words_text('n.nspname'), query_words_text('p.proname'), `CASE WHEN NOT (p.oid ${GE} ${USER}) THEN ${query_words_text("'builtin'")} WHEN ${NOT_C('p.prolang')} THEN ${query_words_text("'user'")} ELSE ${query_words_text("'native'")} END`];
const named = (func) => `JOIN pg_catalog.pg_proc p ON p.oid ${EQ} ${func} JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} p.pronamespace`;
const depends = 'FROM written w JOIN pg_catalog.pg_depend d';
const ofTree = `d.classid ${EQ} w.class AND d.objid ${EQ} w.id`;
const none = query_words_text('NULL');
/** Most databases have none, and then nobody has to know what is compared where. */
const OWN_COMPARISONS = '(EXISTS (SELECT FROM support s WHERE s.compares) OR EXISTS (SELECT FROM ranged))';
const builds = `CASE WHEN s.builds THEN ${query_words_text("'b'")} END`;
/**
 * Rows: 1 how, 2 of what, 3 what else, 4 a cast's context (`e`, `a`, `i`), 5 schema and 6 name of the function, 7 `builtin`, `user`, or `native` for a user's in C, 8 and 9
 * relations whose rows a cast is from and to.
 *
 * `cast`: from type 2 to type 3. `made`: when a value becomes type 2. `compared`: when values of type 2 are. `read`: when relation 2 is, by
 * row policies, which are on where it is `guarded`. `holds`: type 2 is compared and made as type 3 is. `makes`: reading relation 2 makes
 * values of type 3. `reads`: it reads relation 3. `foreign`: relation 2 is elsewhere, and this is what reads it. `kept`: when an index, a
 * table's index or its partition key 2 is looked into; 4 is `b`: also when it is filled. `keeps`: filling it compares values of type 3, and `refers`: so does removing rows.
 * `class`: when an index is filled by the operator class that 8 names, of access method 9, for type 2; 3 as 4 of `kept`, 4 is `d`: by default.
 */
const CODE = [
    {
        expressions: [query_words_text("'cast'"), query_words_text('k.castsource'), query_words_text('k.casttarget'), query_words_text('k.castcontext'), ...FUNCTION,
            ...['k.castsource', 'k.casttarget'].map((type) => query_words_text(`(SELECT t.typrelid FROM pg_catalog.pg_type t WHERE t.oid ${EQ} ${type})`))],
        from: `FROM pg_catalog.pg_cast k ${named('k.castfunc')} WHERE k.oid ${GE} ${USER}`,
    },
    {
        expressions: [query_words_text("'holds'"), query_words_text('k.castsource'), query_words_text('k.casttarget')],
        from: `FROM pg_catalog.pg_cast k WHERE k.oid ${GE} ${USER} AND k.castmethod ${EQ} ${query_words_char('b')} AND k.castcontext ${EQ} ${query_words_char('i')}`,
    },
    {
        expressions: ['w.how', query_words_text('w.of'), none, none, ...FUNCTION],
        from: `FROM written w CROSS JOIN LATERAL pg_catalog.regexp_matches(w.tree, ${CALLED}, ${query_words_text("'g'")}) AS m(found) ${named('m.found[1]::pg_catalog.oid')}`,
    },
    {
        expressions: ['w.how', query_words_text('w.of'), none, none, ...FUNCTION],
        from: `${depends} ON ${ofTree} LEFT JOIN pg_catalog.pg_operator o ON d.refclassid ${EQ} ${PG_OPERATOR} AND o.oid ${EQ} d.refobjid
      ${named(`CASE WHEN d.refclassid ${EQ} ${PG_PROC} THEN d.refobjid ELSE o.oprcode::pg_catalog.oid END`)}`,
    },
    {
        expressions: [`CASE WHEN w.how ${EQ} ${query_words_text("'made'")} THEN ${query_words_text("'holds'")} ELSE ${query_words_text("'makes'")} END`, query_words_text('w.of'), query_words_text('d.refobjid')],
        from: `${depends} ON ${ofTree} AND d.refclassid ${EQ} ${PG_TYPE} AND d.refobjid ${NE} w.of`,
    },
    {
        expressions: [query_words_text("'reads'"), query_words_text('w.of'), query_words_text('d.refobjid')],
        from: `${depends} ON ${ofTree} AND d.refclassid ${EQ} ${PG_CLASS} AND d.refobjid ${NE} w.of AND w.class ${EQ} ${PG_POLICY}`,
    },
    { expressions: [query_words_text("'compared'"), query_words_text('s.opcintype'), none, none, ...FUNCTION], from: `FROM support s ${named('s.func')} WHERE s.compares` },
    {
        expressions: [query_words_text("'class'"), query_words_text('s.opcintype'), builds, `CASE WHEN s.opcdefault THEN ${query_words_text("'d'")} END`, ...FUNCTION, query_words_text('s.opcname'), query_words_text('m.amname')],
        from: `FROM support s JOIN pg_catalog.pg_am m ON m.oid ${EQ} s.opcmethod ${named('s.func')}`,
    },
    {
        expressions: [query_words_text("'kept'"), query_words_text('x.id'), none, builds, ...FUNCTION],
        from: `FROM support s JOIN pg_catalog.pg_index i ON s.oid ${EQ} ANY (i.indclass::pg_catalog.oid[])
      CROSS JOIN LATERAL (VALUES (i.indrelid), (i.indexrelid)) AS x(id) ${named('s.func')}`,
    },
    {
        expressions: [query_words_text("'kept'"), query_words_text('i.partrelid'), none, query_words_text("'b'"), ...FUNCTION],
        from: `FROM support s JOIN pg_catalog.pg_partitioned_table i ON s.oid ${EQ} ANY (i.partclass::pg_catalog.oid[]) ${named('s.func')}`,
    },
    { expressions: [query_words_text("'guarded'"), query_words_text('c.oid')], from: `FROM pg_catalog.pg_class c WHERE c.relrowsecurity AND c.oid ${EQ} ANY (ARRAY(SELECT p.polrelid FROM pg_catalog.pg_policy p))` },
    ...[`a.attrelid ${EQ} i.indexrelid`, `a.attrelid ${EQ} i.indrelid AND a.attnum ${EQ} ANY (i.indkey::pg_catalog.int2[])`].map((key) => ({
        expressions: [query_words_text("'keeps'"), query_words_text('x.id'), query_words_text('a.atttypid')],
        from: `FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a ON ${key} CROSS JOIN LATERAL (VALUES (i.indrelid), (i.indexrelid)) AS x(id) WHERE a.atttypid ${GE} ${USER} AND ${OWN_COMPARISONS}`,
    })),
    {
        expressions: [query_words_text("'keeps'"), query_words_text('i.partrelid'), query_words_text('a.atttypid')],
        from: `FROM pg_catalog.pg_partitioned_table i JOIN pg_catalog.pg_attribute a ON a.attrelid ${EQ} i.partrelid AND a.attnum ${EQ} ANY (i.partattrs::pg_catalog.int2[]) WHERE a.atttypid ${GE} ${USER} AND ${OWN_COMPARISONS}`,
    },
    {
        expressions: [query_words_text("'refers'"), query_words_text('x.id'), query_words_text('a.atttypid')],
        from: `FROM pg_catalog.pg_constraint c CROSS JOIN LATERAL (VALUES (c.conrelid, c.conkey), (c.confrelid, c.confkey)) AS x(id, keys)
      JOIN pg_catalog.pg_attribute a ON a.attrelid ${EQ} x.id AND a.attnum ${EQ} ANY (x.keys) WHERE c.contype ${EQ} ${query_words_char('f')} AND a.atttypid ${GE} ${USER} AND ${OWN_COMPARISONS}`,
    },
    ...['made', 'compared'].map((how) => ({ expressions: [query_words_text(`'${how}'`), query_words_text('r.rngtypid'), none, none, ...FUNCTION], from: `FROM ranged r ${named('r.func')}` })),
    {
        expressions: [query_words_text("'foreign'"), query_words_text('t.ftrelid'), none, none, ...FUNCTION],
        from: `FROM pg_catalog.pg_foreign_table t JOIN pg_catalog.pg_foreign_server s ON s.oid ${EQ} t.ftserver
      JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid ${EQ} s.srvfdw ${named('w.fdwhandler')}`,
    },
];
/** Versions of the rows that the above comes from, for the catalog's fingerprint; `rel`: relations that are nobody's temporary ones, indexes aside. */
const CODE_VERSIONS = [
    `SELECT k.oid, k.xmin, k.ctid FROM pg_catalog.pg_cast k WHERE k.oid ${GE} ${USER}`,
    `SELECT c.oid, c.xmin, c.ctid FROM pg_catalog.pg_constraint c WHERE c.contypid ${GE} ${USER}`,
    ...['policy', 'opclass', 'amproc', 'amop', 'foreign_server', 'foreign_data_wrapper'].map((of) => `SELECT x.oid, x.xmin, x.ctid FROM pg_catalog.pg_${of} x WHERE x.oid ${GE} ${USER}`),
    `SELECT x.ftrelid, x.xmin, x.ctid FROM pg_catalog.pg_foreign_table x`,
    `SELECT i.indexrelid, i.xmin, i.ctid FROM pg_catalog.pg_index i JOIN rel ON rel.oid ${EQ} i.indrelid`,
];

;// CONCATENATED MODULE: ./lib/proxy/postgres/catalog/queries.js
// SPDX-License-Identifier: Apache-2.0
//
// The questions that read a database's catalog, for PostgreSQL 12 to 18. One statement for everything but the definitions of views, so
// one snapshot; rows of several shapes, told apart by a tag. They may run inside a session whose search path an agent chose: every
// relation, function, operator and type is named with its schema, or a user's `=` could answer for the server's. Refuses to set anything,
// to read rows of user tables, to wait for a lock, and to leave one behind. Only pg_get_viewdef takes locks: on the relations that a view
// shows, until the transaction ends. So in a transaction a view is only asked for when that holds locks on all of them already (as it does
// on what it has just defined), elsewhere only when nobody else holds one exclusively, and never when the path puts other schemas before
// pg_catalog, because pg_get_viewdef looks up `=` through it.


/** Run once on a connection of our own: then definitions come out qualified, and nothing can be waited for or changed. */
const CATALOG_SESSION_SETTINGS = {
    search_path: '',
    default_transaction_read_only: 'on',
    lock_timeout: '5s',
    statement_timeout: '30s',
};
/** Asks for `current_schemas(true)`, as JSON; `readSearchPath` reads the answer. */
const SEARCH_PATH_QUERY = 'SELECT pg_catalog.array_to_json(pg_catalog.current_schemas(true))::pg_catalog.text';
/** What the rows are, by their first column; the others are numbered as in the comments below. */
const ROW = { session: 'c', schema: 'n', relation: 'r', inheritance: 'i', trigger: 'g', function: 'p', operator: 'o', type: 'y', definition: 'd', code: 'k', conversions: 'v' };
// What a view's definition is printed from: its rule, and the names of all that this depends on. As long as the key is the same, so is
// the text but for its layout; and columns that a relation gets make no name in it mean less.
const VIEWS = `view AS MATERIALIZED (
  SELECT w.ev_class, pg_catalog.concat(w.xmin, ' ', w.ctid, ' ', pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
    COALESCE((${names()}), ${query_words_text("''")}), pg_catalog.getdatabaseencoding())), ${query_words_text("'hex'")})) AS key
    FROM pg_catalog.pg_rewrite w WHERE w.ev_type ${EQ} ${query_words_char('1')} AND w.ev_class ${GE} ${USER}
)`;
function names() {
    const found = (table, as, id) => `LEFT JOIN pg_catalog.${table} ${as} ON d.refclassid ${EQ} ${id} AND ${as}.oid ${EQ} d.refobjid`;
    return `
    SELECT pg_catalog.string_agg(${query_words_text(`pg_catalog.json_build_array(d.refclassid, d.refobjid, d.refobjsubid, n.nspname, c.relname, a.attname, p.proname, o.oprname, t.typname)`)}, ${query_words_text("' '")} ORDER BY d.refclassid, d.refobjid, d.refobjsubid)
      FROM pg_catalog.pg_depend d
      ${found('pg_class', 'c', PG_CLASS)} LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid ${EQ} c.oid AND a.attnum ${EQ} d.refobjsubid::pg_catalog.int2
      ${found('pg_proc', 'p', PG_PROC)} ${found('pg_operator', 'o', PG_OPERATOR)} ${found('pg_type', 't', PG_TYPE)}
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} COALESCE(c.relnamespace, p.pronamespace, o.oprnamespace, t.typnamespace)
     WHERE d.classid ${EQ} ${PG_REWRITE} AND d.objid ${EQ} w.oid AND d.refobjid ${NE} w.ev_class`;
}
// `:2,3` for a generated column: the columns that it is computed from.
const SOURCES = `CASE WHEN a.attgenerated ${NE} ''::pg_catalog."char" THEN (
    SELECT pg_catalog.concat(':', pg_catalog.string_agg(${query_words_text('d.refobjsubid')}, ${query_words_text("','")})) FROM pg_catalog.pg_depend d
      LEFT JOIN pg_catalog.pg_attrdef e ON d.classid ${EQ} ${PG_ATTRDEF} AND e.oid ${EQ} d.objid
     WHERE d.refclassid ${EQ} ${PG_CLASS} AND d.refobjid ${EQ} a.attrelid AND d.refobjsubid ${NE} a.attnum::pg_catalog.int4
       AND ((e.adrelid ${EQ} a.attrelid AND e.adnum ${EQ} a.attnum) OR (d.classid ${EQ} ${PG_CLASS} AND d.objid ${EQ} a.attrelid AND d.objsubid ${EQ} a.attnum::pg_catalog.int4))) END`;
/** The question. `from`: oid at which relations start, 0 or `FIRST_USER_OID`; PostgreSQL's own never change while it runs. */
function catalogQuery(from) {
    return `
WITH temp AS MATERIALIZED (
  SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE n.oid ${EQ} pg_catalog.pg_my_temp_schema()
), rel AS MATERIALIZED (
  SELECT c.oid, c.relname, c.relkind, c.relnamespace, c.relhasrules FROM pg_catalog.pg_class c
   WHERE c.oid ${GE} ${oid(from)} AND c.relkind ${NE} ${query_words_char('t')} AND c.relnamespace ${NE} ${PG_TOAST}
     AND (c.relpersistence ${NE} ${query_words_char('t')} OR c.relnamespace ${EQ} pg_catalog.pg_my_temp_schema())
), col AS (
  SELECT a.attrelid, ${query_words_text('pg_catalog.json_agg(a.attname)')} AS names,
         pg_catalog.string_agg(${query_words_text('a.attnum')}, ${query_words_text("' '")}) AS numbers, pg_catalog.string_agg(pg_catalog.concat(a.atttypid, ${SOURCES}), ${query_words_text("' '")}) AS types
    FROM pg_catalog.pg_attribute a JOIN rel ON rel.oid ${EQ} a.attrelid
   WHERE a.attnum OPERATOR(pg_catalog.>) 0::pg_catalog.int2 AND NOT a.attisdropped AND NOT (rel.relkind ${oneOf('iI')}) GROUP BY a.attrelid
), ${VIEWS}, ${CODE_PARTS}
${branches().join('\nUNION ALL\n')}`;
}
/**
 * One word over the versions of all rows that a snapshot is made of, temporary objects aside: another one whenever definitions were changed,
 * by whomever. Each version has its transaction and its place, and is added up by a hash, so that the order of commits does not matter.
 */
const FINGERPRINT_QUERY = `
WITH space AS MATERIALIZED (
  SELECT n.oid, n.xmin AS x, n.ctid AS p FROM pg_catalog.pg_namespace n WHERE NOT (n.nspname OPERATOR(pg_catalog.~) ${query_words_text("'^pg_(toast_)?temp_'")})
), rel AS MATERIALIZED (
  SELECT c.oid, c.xmin AS x, c.ctid AS p FROM pg_catalog.pg_class c
   WHERE c.oid ${GE} ${USER} AND NOT (c.relkind ${oneOf('tiI')}) AND c.relpersistence ${NE} ${query_words_char('t')}
), rows AS (
  ${[
    'SELECT oid AS id, x, p FROM space', 'SELECT oid, x, p FROM rel',
    `SELECT a.attrelid, a.xmin, a.ctid FROM pg_catalog.pg_attribute a JOIN rel ON rel.oid ${EQ} a.attrelid`,
    `SELECT g.oid, g.xmin, g.ctid FROM pg_catalog.pg_trigger g JOIN rel ON rel.oid ${EQ} g.tgrelid`,
    `SELECT i.inhrelid, i.xmin, i.ctid FROM pg_catalog.pg_inherits i JOIN rel ON rel.oid ${EQ} i.inhrelid`,
    `SELECT w.oid, w.xmin, w.ctid FROM pg_catalog.pg_rewrite w WHERE w.oid ${GE} ${USER}`,
    `SELECT f.oid, f.xmin, f.ctid FROM pg_catalog.pg_proc f WHERE f.oid ${GE} ${USER}`,
    `SELECT o.oid, o.xmin, o.ctid FROM pg_catalog.pg_operator o WHERE o.oid ${GE} ${USER}`,
    `SELECT t.oid, t.xmin, t.ctid FROM pg_catalog.pg_type t JOIN space ON space.oid ${EQ} t.typnamespace WHERE t.oid ${GE} ${USER}`,
    ...CODE_VERSIONS,
].join('\n  UNION ALL ')}
)
SELECT pg_catalog.concat(pg_catalog.count(*), ' ', pg_catalog.sum(pg_catalog.hashtextextended(pg_catalog.concat(id, ' ', x, ' ', p), 0::pg_catalog.int8))) FROM rows`;
/** Asks for types by oid, in rows of the same shape. */
function typesQuery(oids) {
    return `${branch(ROW.type, TYPE, TYPE_FROM)} WHERE t.oid ${EQ} ANY (${list(oids)})`;
}
/**
 * Asks for views' definitions: 1 oid, 2 key as `catalogQuery` gives it, 3 the text or NULL. `inTransaction`: with locks that the session
 * holds until it ends, so none may be added.
 */
function definitionsQuery(oids, { inTransaction }) {
    const shown = `pg_catalog.pg_rewrite w JOIN pg_catalog.pg_depend d ON d.classid ${EQ} ${PG_REWRITE} AND d.objid ${EQ} w.oid AND d.refclassid ${EQ} ${PG_CLASS}`;
    const barred = inTransaction
        ? `SELECT FROM ${shown} WHERE w.ev_class ${EQ} view.ev_class AND NOT EXISTS (SELECT FROM held WHERE held.relation ${EQ} d.refobjid)`
        : `SELECT FROM ${shown} JOIN locked ON locked.relation ${EQ} d.refobjid WHERE w.ev_class ${EQ} view.ev_class`;
    const printed = `CASE WHEN (SELECT path.own_first FROM path) AND NOT EXISTS (${barred}) THEN pg_catalog.pg_get_viewdef(view.ev_class) END`;
    return `
WITH path AS MATERIALIZED (
  SELECT (pg_catalog.array_remove(pg_catalog.current_schemas(true), (SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE n.oid ${EQ} pg_catalog.pg_my_temp_schema())))[1]
    ${EQ} ${query_words_name('pg_catalog')} AS own_first
), ${VIEWS}, held AS MATERIALIZED (
  SELECT l.relation FROM pg_catalog.pg_locks l WHERE l.pid ${EQ} pg_catalog.pg_backend_pid() AND l.granted AND l.relation IS NOT NULL
), locked AS MATERIALIZED (
  SELECT l.relation FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_database d ON d.oid ${EQ} l.database
   WHERE l.mode ${EQ} ${query_words_text("'AccessExclusiveLock'")} AND d.datname ${EQ} pg_catalog.current_database()
     AND COALESCE(l.pid, 0) ${NE} pg_catalog.pg_backend_pid()
)
${branch(ROW.definition, [query_words_text('view.ev_class'), 'view.key', printed], 'FROM view')} WHERE view.ev_class ${EQ} ANY (${list(oids)})`;
}
function list(oids) {
    return `'{${oids.map(Number).join(',')}}'::pg_catalog.oid[]`;
}
// 1 oid, 2 schema, 3 domain's base type, 4 name, 5 name as format_type prints it, 6 type that it is made of (an array's elements, a range's
// bounds, a multirange's ranges), 7 relation whose rows it is
const TYPE = [query_words_text('t.oid'), query_words_text('n.nspname'), query_words_text('t.typbasetype'), query_words_text('t.typname'), 'pg_catalog.format_type(t.oid, NULL)', query_words_text(`CASE
    WHEN t.typtype ${EQ} ${query_words_char('r')} THEN (SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid ${EQ} t.oid)
    WHEN t.typtype ${EQ} ${query_words_char('m')} THEN (SELECT d.refobjid FROM pg_catalog.pg_depend d WHERE d.classid ${EQ} ${PG_TYPE} AND d.objid ${EQ} t.oid AND d.refclassid ${EQ} ${PG_TYPE} AND d.deptype ${EQ} ${query_words_char('i')})
    ELSE t.typelem END`), query_words_text('t.typrelid')];
const TYPE_FROM = `FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} t.typnamespace`;
// Null unless it is in C, of a library of the server's own folder, and gives one value: `citext citext_eq i`. PostgreSQL names the language by this oid.
const NATIVE = `CASE WHEN p.prolang ${EQ} ${oid(13)} AND NOT p.proretset AND pg_catalog.starts_with(p.probin, ${query_words_text("'$libdir/'")})
    THEN pg_catalog.concat(pg_catalog.substr(p.probin, 9), ' ', p.prosrc, ' ', p.provolatile) END`;
function branches() {
    return [
        // 1 database, 2 user, 3 version, 4 search path as JSON, 5 own temporary schema, 6 encoding
        branch(ROW.session, [query_words_text('pg_catalog.current_database()'), query_words_text('CURRENT_USER'), "pg_catalog.current_setting('server_version_num')",
            query_words_text('pg_catalog.array_to_json(pg_catalog.current_schemas(true))'),
            `(SELECT ${query_words_text('temp.nspname')} FROM temp)`, query_words_text('pg_catalog.getdatabaseencoding()')], ''),
        // 1 name
        branch(ROW.schema, [query_words_text('n.nspname')], 'FROM pg_catalog.pg_namespace n'),
        // Types but the row types of relations, which are thousands and hardly used: typesQuery() reads those that are.
        branch(ROW.type, TYPE, `${TYPE_FROM}
      LEFT JOIN pg_catalog.pg_type e ON e.oid ${EQ} t.typelem AND e.typarray ${EQ} t.oid
      LEFT JOIN pg_catalog.pg_class c ON c.oid ${EQ} COALESCE(e.typrelid, t.typrelid)
      WHERE c.oid IS NULL OR c.relkind ${EQ} ${query_words_char('c')}`),
        // 1 oid, 2 schema, 3 name, 4 kind, 5 rules, 6 key of a user's view, 7 to 9 columns: names as JSON, numbers, types
        branch(ROW.relation, [query_words_text('rel.oid'), query_words_text('n.nspname'), query_words_text('rel.relname'), query_words_text('rel.relkind'), `
      ${query_words_text(`(rel.relhasrules AND EXISTS (SELECT FROM pg_catalog.pg_rewrite w WHERE w.ev_class ${EQ} rel.oid AND w.ev_type ${NE} ${query_words_char('1')}))`)}`,
            'view.key', 'col.names', 'col.numbers', 'col.types'], `
      FROM rel JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} rel.relnamespace LEFT JOIN col ON col.attrelid ${EQ} rel.oid
      LEFT JOIN view ON view.ev_class ${EQ} rel.oid`),
        // 1 child, 2 parent
        branch(ROW.inheritance, [query_words_text('i.inhrelid'), query_words_text('i.inhparent')], 'FROM pg_catalog.pg_inherits i'),
        // 1 relation, 2 schema and 3 name of its function
        branch(ROW.trigger, [query_words_text('t.tgrelid'), query_words_text('n.nspname'), query_words_text('p.proname')], `
      FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid ${EQ} t.tgfoid JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} p.pronamespace
      WHERE NOT t.tgisinternal AND t.tgenabled ${NE} ${query_words_char('D')}`),
        // 1 schema, 2 name, 3 language, 4 volatility, 5 security definer, 6 types that it takes, 7 type that it gives, 8 variadic, 9 C code
        branch(ROW.function, [query_words_text('n.nspname'), query_words_text('p.proname'), query_words_text('l.lanname'), query_words_text('p.provolatile'), query_words_text('p.prosecdef'), query_words_text('p.proargtypes'), query_words_text('p.prorettype'), query_words_text(`(p.provariadic ${NE} ${oid(0)})`), NATIVE], `
      FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} p.pronamespace JOIN pg_catalog.pg_language l ON l.oid ${EQ} p.prolang
      WHERE p.oid ${GE} ${USER}`),
        // 1 schema, 2 name, 3 and 4 types that it takes on its left and right, 5 type that it gives, 6 C code
        branch(ROW.operator, [query_words_text('n.nspname'), query_words_text('o.oprname'), query_words_text('o.oprleft'), query_words_text('o.oprright'), query_words_text('o.oprresult'), NATIVE], `
      FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid ${EQ} o.oprnamespace LEFT JOIN pg_catalog.pg_proc p ON p.oid ${EQ} o.oprcode::pg_catalog.oid WHERE o.oid ${GE} ${USER}`),
        // 1 types that become others without being asked, PostgreSQL's own, too: `20:1700 23:20`
        branch(ROW.conversions, [`pg_catalog.string_agg(pg_catalog.concat(k.castsource, ':', k.casttarget), ${query_words_text("' '")})`], `FROM pg_catalog.pg_cast k WHERE k.castcontext ${EQ} ${query_words_char('i')}`),
        // See code-queries.ts.
        ...CODE.map(({ expressions, from }) => branch(ROW.code, expressions, from)),
    ];
}


/***/ }),

/***/ 1868:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ MAX_STARTUP_BYTES),
/* harmony export */   Cw: () => (/* binding */ MAX_HANDSHAKES),
/* harmony export */   Fl: () => (/* binding */ MAX_SERVER_HANDSHAKE_BYTES),
/* harmony export */   G7: () => (/* binding */ UPSTREAM_DEADLINE_MS),
/* harmony export */   Je: () => (/* binding */ MAX_WAITING_BYTES),
/* harmony export */   Nx: () => (/* binding */ MAX_SERVER_FRAME_BYTES),
/* harmony export */   O7: () => (/* binding */ FAREWELL_MS),
/* harmony export */   Ti: () => (/* binding */ TURN_MS),
/* harmony export */   Uz: () => (/* binding */ HANDSHAKE_DEADLINE_MS),
/* harmony export */   Wp: () => (/* binding */ SCRAM_ITERATIONS),
/* harmony export */   XH: () => (/* binding */ MAX_SCRAM_ITERATIONS),
/* harmony export */   ZS: () => (/* binding */ MAX_COLUMNS),
/* harmony export */   __: () => (/* binding */ MAX_NAMED_WEIGHT),
/* harmony export */   dR: () => (/* binding */ DEFAULT_LIMITS),
/* harmony export */   oA: () => (/* binding */ MAX_NAMES),
/* harmony export */   p_: () => (/* binding */ MAX_SASL_BYTES),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   qc: () => (/* binding */ CATALOG_CHECK_MS),
/* harmony export */   rh: () => (/* binding */ MAX_STEPS),
/* harmony export */   sE: () => (/* binding */ LARGE_FRAME_BYTES),
/* harmony export */   v2: () => (/* binding */ MAX_NAMED_BYTES),
/* harmony export */   vP: () => (/* binding */ MAX_UNREAD_BYTES)
/* harmony export */ });
/* unused harmony exports MAX_CLIENT_FRAME_BYTES, MEMORY_BYTES, SESSION_MEMORY_BYTES, ROOM_MS, IDLE_DEADLINE_MS, DRAIN_DEADLINE_MS, OVER_MS, CLAIM_MS */
// SPDX-License-Identifier: Apache-2.0
//
// Every bound of the PostgreSQL proxy, by name and with its source. Holds numbers only; whoever exceeds one is refused, never cut.
/** A StartupMessage, SSLRequest or CancelRequest: PostgreSQL's own MAX_STARTUP_PACKET_LENGTH (libpq/pqcomm.h). */
const MAX_STARTUP_BYTES = 10_000;
/** A client's SASL message before it is authenticated: PostgreSQL's own PG_MAX_SASL_MESSAGE_LENGTH (libpq/sasl.h). */
const MAX_SASL_BYTES = 1_024;
/** A message of an authenticated client: the largest `Bind` or `CopyData` that drivers send by default is far below; PostgreSQL: 1 GiB. */
const MAX_CLIENT_FRAME_BYTES = 32 * 1024 * 1024;
/** A message of the server, one row at most: a row must be held whole to be masked. PostgreSQL: 1 GiB. */
const MAX_SERVER_FRAME_BYTES = 64 * 1024 * 1024;
/** What arrives in one go, as Node reads a socket. Of a larger message no more is kept before there is room for it (memory.ts). */
const LARGE_FRAME_BYTES = 65_536;
/** Large messages that one gate holds at a time, over all its sessions: while they arrive, are judged, and until their reader has taken them. */
const MEMORY_BYTES = 256 * 1024 * 1024;
/** The same for one session: the largest message there is each way, and half of all, so that one session alone can't take it from the others. */
const SESSION_MEMORY_BYTES = 128 * 1024 * 1024;
/** A large message is refused when nobody ahead of it has made room for so long: as long as `close()` waits for statements. */
const ROOM_MS = 10_000;
/** A message of the server before ReadyForQuery: error texts of a startup; libpq (30,000) takes longer ones for garbage. */
const MAX_SERVER_HANDSHAKE_BYTES = 30_000;
/** Names of prepared statements and portals: PostgreSQL's own NAMEDATALEN (pg_config_manual.h), less the end. It cuts longer ones, so that two are one. */
const MAX_NAME_BYTES = 63;
/** Columns in one row: PostgreSQL's own MaxTupleAttributeNumber (access/htup_details.h). */
const MAX_COLUMNS = 1_664;
/** From accept to ReadyForQuery on the client's side, as PostgreSQL's default `authentication_timeout`. */
const HANDSHAKE_DEADLINE_MS = 60_000;
/** From dialling to ReadyForQuery upstream; a server that needs longer is taken for dead. Same as above, less the client's share. */
const UPSTREAM_DEADLINE_MS = 30_000;
/** A connection on which nobody asked anything for so long is ended: longer than any CI job (GitHub's own limit is six hours). */
const IDLE_DEADLINE_MS = 6 * 3_600_000;
/** How long `close()` lets statements in flight run before it destroys their connections. */
const DRAIN_DEADLINE_MS = 10_000;
/** How long statements in flight of a session that was revoked or ran out may go on before the server is told to cancel them. */
const OVER_MS = 1_000;
/** How long a peer may take to read our last words before its socket is destroyed; as long as `close()` waits. */
const FAREWELL_MS = 10_000;
/** Connections that have not authenticated yet, over a listener: twice the ceiling of one session (gate/session.ts). */
const MAX_HANDSHAKES = 128;
/** PBKDF2 rounds for verifiers that we make: PostgreSQL's default `scram_iterations`, least of RFC 7677. */
const SCRAM_ITERATIONS = 4_096;
/** PBKDF2 rounds that a server may demand of us; above it a hostile server would burn our processor. */
const MAX_SCRAM_ITERATIONS = 1_000_000;
/** Pipelined messages of one client that wait for a decision or an answer; beyond it nothing more is read. Drivers stay under 1,000. */
const MAX_STEPS = 4_096;
/** Bytes of messages of one client that wait for a decision; beyond it nothing more is read. One message may be larger. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;
/** What the server may still send for a client that is gone before it is asked to stop: the answers to what changes rows are far smaller. */
const MAX_UNREAD_BYTES = 1024 * 1024;
/** How long one client's messages are taken in one go before others have their turn. One message may take longer. */
const TURN_MS = 20;
/** Prepared statements, and portals, that one connection may have open: far above any driver's cache. */
const MAX_NAMES = 10_000;
/** Bytes of text under those names. A driver's cache has far less (JDBC's default: 256 statements). */
const MAX_NAMED_BYTES = 4 * 1024 * 1024;
/** Objects in the trees of those texts, about fifty bytes each: five thousand statements of an ORM, or 30 MB. */
const MAX_NAMED_WEIGHT = 600_000;
/** How long a change of definitions that did not come through the gate may stay unseen: a person's hand is slower, and a question costs little. */
const CATALOG_CHECK_MS = 2_000;
/** How long a change of definitions waits for others' writes, and those for it: a gate's wait and a server's lock may be for each other. As `lock_timeout` of our own questions. */
const CLAIM_MS = 5_000;
/** What a listener uses when nobody says otherwise. */
const DEFAULT_LIMITS = {
    maxClientFrameBytes: MAX_CLIENT_FRAME_BYTES,
    maxServerFrameBytes: MAX_SERVER_FRAME_BYTES,
    handshakeMs: HANDSHAKE_DEADLINE_MS,
    upstreamMs: UPSTREAM_DEADLINE_MS,
    idleMs: IDLE_DEADLINE_MS,
    drainMs: DRAIN_DEADLINE_MS,
    overMs: OVER_MS,
    turnMs: CLAIM_MS,
    maxHandshakes: MAX_HANDSHAKES,
    memoryBytes: MEMORY_BYTES,
    sessionMemoryBytes: SESSION_MEMORY_BYTES,
    roomMs: ROOM_MS,
};


/***/ }),

/***/ 97991:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readCommandTag),
/* harmony export */   EC: () => (/* binding */ readParameterStatus),
/* harmony export */   GB: () => (/* binding */ readBackendKeyData),
/* harmony export */   Hy: () => (/* binding */ readDataRow),
/* harmony export */   O4: () => (/* binding */ cellBounds),
/* harmony export */   Sb: () => (/* binding */ readNotification),
/* harmony export */   Xe: () => (/* binding */ readCopyResponse),
/* harmony export */   Zp: () => (/* binding */ readRowDescription),
/* harmony export */   bF: () => (/* binding */ readReadyForQuery),
/* harmony export */   cg: () => (/* binding */ readCells),
/* harmony export */   qx: () => (/* binding */ readDiagnostic)
/* harmony export */ });
/* unused harmony export readParameterDescription */
/* harmony import */ var _body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9987);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1868);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39555);



/** A CellBounds, to be made once and used for every row. */
function cellBounds() {
    return new Int32Array(2 * _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_COLUMNS */ .ZS);
}
/**
 * Finds the values of a DataRow and returns how many there are: value `i` begins at `bounds[2*i]` of `frame.source` and has
 * `bounds[2*i+1]` bytes, -1 for NULL. Throws `PROTOCOL_VIOLATION` when the row does not add up.
 */
function readCells(frame, bounds) {
    const { source, end } = frame;
    let at = frame.bodyStart;
    if (end - at < 2)
        throw (0,_body_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Q)(frame.type, 'is too short for what it holds');
    const count = source.readUInt16BE(at);
    at += 2;
    if (count > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_COLUMNS */ .ZS)
        throw (0,_body_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Q)(frame.type, `has ${count} columns, more than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_COLUMNS */ .ZS}`);
    for (let index = 0; index < count; index += 1) {
        if (end - at < 4)
            throw (0,_body_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Q)(frame.type, 'is too short for what it holds');
        // Four shifts are several times faster here than readInt32BE, and this runs once per value.
        const bytes = (source[at] << 24) | (source[at + 1] << 16) | (source[at + 2] << 8) | source[at + 3];
        at += 4;
        bounds[2 * index] = at;
        bounds[2 * index + 1] = bytes;
        if (bytes === -1)
            continue;
        if (bytes < 0 || bytes > end - at)
            throw (0,_body_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Q)(frame.type, 'is too short for what it holds');
        at += bytes;
    }
    if (at !== end)
        throw (0,_body_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Q)(frame.type, `has ${end - at} bytes too many`);
    return count;
}
/** The values of a DataRow as views, for places that are not in a hurry; `bounds` is scratch space. */
function readDataRow(frame, bounds) {
    const count = readCells(frame, bounds);
    const values = [];
    for (let index = 0; index < count; index += 1) {
        const start = bounds[2 * index];
        const bytes = bounds[2 * index + 1];
        values.push(bytes === -1 ? null : frame.source.subarray(start, start + bytes));
    }
    return values;
}
/** The columns of the rows to come, in order. */
function readRowDescription(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const count = body.uint16();
    if (count > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_COLUMNS */ .ZS)
        throw body.violation(`has ${count} columns, more than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_COLUMNS */ .ZS}`);
    const fields = [];
    for (let index = 0; index < count; index += 1) {
        const name = body.lenientCstring();
        const tableOid = body.uint32();
        const columnNumber = body.int16();
        const typeOid = body.uint32();
        body.bytes(6);
        const format = body.int16();
        if (format !== 0 && format !== 1)
            throw body.violation(`has the unknown format ${format}`);
        fields.push({ name, tableOid, columnNumber, typeOid, format });
    }
    body.end();
    return fields;
}
/** Oids of a statement's parameters. */
function readParameterDescription(frame) {
    const body = new BodyReader(frame);
    const count = body.uint16();
    const types = [];
    for (let index = 0; index < count; index += 1)
        types.push(body.uint32());
    body.end();
    return types;
}
/** The fields of an ErrorResponse or NoticeResponse, in their order. */
function readDiagnostic(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const fields = new Map();
    for (let code = body.byte(); code !== 0; code = body.byte())
        fields.set(String.fromCharCode(code), body.lenientCstring());
    body.end();
    return fields;
}
/** The tag of a CommandComplete, `UPDATE 3`. */
function readCommandTag(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const tag = body.lenientCstring();
    body.end();
    return tag;
}
const STATUSES = new Map([[0x49, 'I'], [0x54, 'T'], [0x45, 'E']]);
/** The transaction status that the server reports between statements. */
function readReadyForQuery(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const status = STATUSES.get(body.byte());
    body.end();
    if (status === undefined)
        throw (0,_body_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Q)(_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .BACKEND */ .th.readyForQuery, 'has an unknown transaction status');
    return status;
}
/** One reported setting and its value. */
function readParameterStatus(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const name = body.lenientCstring();
    const value = body.lenientCstring();
    body.end();
    return { name, value };
}
/** Process id and secret key; 4 bytes in protocol 3.0, up to 256 in 3.2. The key is a copy. */
function readBackendKeyData(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const pid = body.int32();
    const key = Buffer.from(body.rest());
    if (key.length < 4 || key.length > 256)
        throw body.violation(`has a key of ${key.length} bytes`);
    return { pid, key };
}
/** What came by LISTEN, and from which process. */
function readNotification(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const pid = body.int32();
    const channel = body.lenientCstring();
    const payload = body.lenientCstring();
    body.end();
    return { pid, channel, payload };
}
/** The form of the COPY that begins. Throws `PROTOCOL_VIOLATION` for formats other than text and binary. */
function readCopyResponse(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const format = body.byte();
    const columns = body.uint16();
    body.bytes(2 * columns);
    body.end();
    if (format !== 0 && format !== 1)
        throw body.violation(`has the unknown format ${format}`);
    return { binary: format === 1, columns };
}


/***/ }),

/***/ 9987:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ malformed),
/* harmony export */   W: () => (/* binding */ BodyReader)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Reads one message's body from left to right. Refuses to read past its end, to leave bytes unread, and text that is not UTF-8: two
// names that only differ in broken bytes must not look the same to us.


/** A position in one frame's body. Every method throws `PROTOCOL_VIOLATION` when the body is too short for it. */
class BodyReader {
    #source;
    #end;
    #type;
    #at;
    constructor(frame) {
        this.#source = frame.source;
        this.#type = frame.type;
        this.#at = frame.bodyStart;
        this.#end = frame.end;
    }
    get left() {
        return this.#end - this.#at;
    }
    byte() {
        return this.#source[this.#take(1)];
    }
    uint16() {
        return this.#source.readUInt16BE(this.#take(2));
    }
    int16() {
        return this.#source.readInt16BE(this.#take(2));
    }
    int32() {
        return this.#source.readInt32BE(this.#take(4));
    }
    uint32() {
        return this.#source.readUInt32BE(this.#take(4));
    }
    /** The next `count` bytes, as a view. */
    bytes(count) {
        const start = this.#take(count);
        return this.#source.subarray(start, start + count);
    }
    /** All that is left, as a view. */
    rest() {
        return this.bytes(this.left);
    }
    /** The bytes before the next NUL, as a view; the NUL is passed over. */
    cstringBytes() {
        const nul = this.#source.indexOf(0, this.#at);
        if (nul === -1 || nul >= this.#end)
            throw this.violation('has a text without an end');
        const bytes = this.#source.subarray(this.#at, nul);
        this.#at = nul + 1;
        return bytes;
    }
    /** The same as text. */
    cstring() {
        // Names are short and plain nearly always: no view, no second pass.
        for (let at = this.#at; at < this.#end; at += 1) {
            const byte = this.#source[at];
            if (byte >= 0x80)
                break;
            if (byte !== 0)
                continue;
            const text = at === this.#at ? '' : this.#source.toString('latin1', this.#at, at);
            this.#at = at + 1;
            return text;
        }
        const bytes = this.cstringBytes();
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
            throw this.violation('has a text that is not UTF-8');
        return bytes.toString('utf8');
    }
    /** The same, broken bytes replaced: for texts that nothing depends on. */
    lenientCstring() {
        return this.cstringBytes().toString('utf8');
    }
    /** Throws unless everything was read. */
    end() {
        if (this.left !== 0)
            throw this.violation(`has ${this.left} bytes too many`);
    }
    /** The error to throw for this message: `what` completes "a `B` message …". */
    violation(what) {
        return malformed(this.#type, what);
    }
    #take(bytes) {
        const start = this.#at;
        if (bytes < 0 || bytes > this.#end - start)
            throw this.violation('is too short for what it holds');
        this.#at = start + bytes;
        return start;
    }
}
/** `what` completes "a `B` message …". */
function malformed(type, what) {
    const name = type === 0 ? 'a startup message' : type > 0x20 && type < 0x7f ? `a \`${String.fromCharCode(type)}\` message` : `a message of type ${type}`;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('PROTOCOL_VIOLATION', `${name} ${what}`, { hint: 'check that the peer speaks PostgreSQL protocol 3.0' });
}


/***/ }),

/***/ 40613:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ frame),
/* harmony export */   tS: () => (/* binding */ FrameReader),
/* harmony export */   wI: () => (/* binding */ Frame)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Cuts a byte stream into frames of the PostgreSQL protocol, and puts frames together. Knows lengths, not meanings.
// Refuses a declared length that is impossible or above the limit before a byte of its body is kept; never allocates what was only
// declared, unless there is room for it by `allow`, and never looks outside the views it was given.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html

const EMPTY = Buffer.alloc(0);
const LENGTH_BYTES = 4;
// A frame that arrives in pieces is gathered in a buffer which grows as bytes come, so that a declared length costs nothing.
const GATHER_BYTES = 65_536;
/**
 * One frame, as a place in a buffer: neighbours in one `source` can be forwarded as one view. `type` is 0 for startup frames.
 *
 * `raw` is the whole frame with its header, `body` what follows the length word; both are views, made when asked for.
 */
class Frame {
    type;
    source;
    start;
    end;
    constructor(type, source, start, end) {
        this.type = type;
        this.source = source;
        this.start = start;
        this.end = end;
    }
    /** Bytes of the whole frame. */
    get length() {
        return this.end - this.start;
    }
    get raw() {
        return this.source.subarray(this.start, this.end);
    }
    get body() {
        return this.source.subarray(this.bodyStart, this.end);
    }
    /** Where the body begins in `source`; it ends at `end`. */
    get bodyStart() {
        return this.start + (this.type === 0 ? LENGTH_BYTES : LENGTH_BYTES + 1);
    }
}
/**
 * A pull-style cutter: `push` a chunk, then `next` until it says null. A frame inside one chunk is a view of it; one that arrives
 * in pieces is copied once. Throws `PROTOCOL_VIOLATION` or `LIMIT_EXCEEDED`; after a throw the stream can't be read on.
 */
class FrameReader {
    chunk = EMPTY;
    at = 0;
    gathered = EMPTY;
    gatheredBytes = 0;
    maxFrameBytes;
    headerBytes;
    askAbove = Infinity;
    passing = 0;
    /** Of this frame no more is kept before `allow` or `passOver`; see `asks`. */
    wanted = null;
    /** Bytes of the frame that is put together after `allow`; else 0. */
    allowed = 0;
    constructor(limits) {
        this.maxFrameBytes = limits.maxFrameBytes;
        this.headerBytes = limits.startup === true ? LENGTH_BYTES : LENGTH_BYTES + 1;
    }
    /** Reads what follows under other limits; for the ends of handshake phases. Bytes not yet pulled are kept. */
    expect(limits) {
        this.maxFrameBytes = limits.maxFrameBytes;
        this.headerBytes = limits.startup === true ? LENGTH_BYTES : LENGTH_BYTES + 1;
    }
    /** From now on a frame that is larger, and does not come in one chunk, waits for `allow` or `passOver`. */
    asks(aboveBytes) {
        this.askAbove = aboveBytes;
    }
    /** There is room for the frame that is wanted. */
    allow() {
        this.allowed = this.wanted?.bytes ?? 0;
        this.wanted = null;
    }
    /** The frame that is wanted is thrown away as it comes; what follows is read as ever. */
    passOver() {
        this.passing = (this.wanted?.bytes ?? this.gatheredBytes) - this.gatheredBytes;
        this.wanted = null;
        this.gathered = EMPTY;
        this.gatheredBytes = 0;
        const rest = this.chunk.subarray(this.at);
        this.chunk = EMPTY;
        this.at = 0;
        this.push(rest);
    }
    /** Bytes that arrived and were not yet returned. */
    get buffered() {
        return this.gatheredBytes + this.chunk.length - this.at;
    }
    /** Takes a chunk over; the caller must not write to it afterwards. */
    push(chunk) {
        const fresh = this.passing === 0 ? chunk : this.past(chunk);
        this.chunk = this.at < this.chunk.length ? Buffer.concat([this.chunk.subarray(this.at), fresh]) : fresh;
        this.at = 0;
    }
    /** The next whole frame, or null when more bytes are needed. */
    next() {
        if (this.gatheredBytes > 0)
            return this.nextGathered();
        const rest = this.chunk.length - this.at;
        if (rest >= this.headerBytes) {
            const total = this.totalAt(this.chunk, this.at);
            if (rest >= total) {
                const start = this.at;
                this.at += total;
                return new Frame(this.typeAt(this.chunk, start), this.chunk, start, this.at);
            }
            this.gather(rest, total);
        }
        else if (rest > 0) {
            this.gather(rest, this.headerBytes);
        }
        this.chunk = EMPTY;
        this.at = 0;
        return null;
    }
    nextGathered() {
        if (this.gatheredBytes < this.headerBytes && !this.gatherUpTo(this.headerBytes))
            return null;
        const total = this.totalAt(this.gathered, 0);
        if (total > this.askAbove && this.allowed === 0) {
            this.wanted ??= { type: this.typeAt(this.gathered, 0), bytes: total };
            return null;
        }
        if (!this.gatherUpTo(total))
            return null;
        const frame = new Frame(this.typeAt(this.gathered, 0), this.gathered, 0, total);
        this.gathered = EMPTY;
        this.gatheredBytes = 0;
        this.allowed = 0;
        return frame;
    }
    past(chunk) {
        const bytes = Math.min(this.passing, chunk.length);
        this.passing -= bytes;
        return chunk.subarray(bytes);
    }
    gatherUpTo(total) {
        this.gather(Math.min(total - this.gatheredBytes, this.chunk.length - this.at), total);
        return this.gatheredBytes >= total;
    }
    gather(bytes, total) {
        const needed = this.gatheredBytes + bytes;
        if (needed > this.gathered.length) {
            const room = this.allowed > 0 ? total : Math.max(needed, Math.min(total, Math.max(GATHER_BYTES, this.gathered.length * 2)));
            const grown = Buffer.allocUnsafe(room);
            this.gathered.copy(grown, 0, 0, this.gatheredBytes);
            this.gathered = grown;
        }
        this.chunk.copy(this.gathered, this.gatheredBytes, this.at, this.at + bytes);
        this.gatheredBytes = needed;
        this.at += bytes;
    }
    typeAt(source, start) {
        if (this.headerBytes === LENGTH_BYTES)
            return 0;
        const type = source[start];
        // Zero stands for "no type byte" in `Frame`; no message of the protocol has it.
        if (type === 0)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('PROTOCOL_VIOLATION', 'a message has the type 0');
        return type;
    }
    totalAt(source, start) {
        const lengthAt = start + this.headerBytes - LENGTH_BYTES;
        const declared = source.readInt32BE(lengthAt);
        if (declared < LENGTH_BYTES) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('PROTOCOL_VIOLATION', `a message declares the impossible length ${declared}`, {
                hint: 'check that the peer speaks the PostgreSQL protocol',
            });
        }
        if (declared > this.maxFrameBytes) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `a message of ${declared} bytes is above the limit of ${this.maxFrameBytes}`, {
                hint: 'send or select less at once',
            });
        }
        return declared + this.headerBytes - LENGTH_BYTES;
    }
}
/** One frame, written: type byte, length word, parts. `type` 0 writes none, as in startup frames. */
function frame(type, ...parts) {
    let bodyBytes = 0;
    for (const part of parts)
        bodyBytes += part.length;
    const typeBytes = type === 0 ? 0 : 1;
    const out = Buffer.allocUnsafe(typeBytes + LENGTH_BYTES + bodyBytes);
    if (typeBytes === 1)
        out[0] = type;
    out.writeInt32BE(LENGTH_BYTES + bodyBytes, typeBytes);
    let at = typeBytes + LENGTH_BYTES;
    for (const part of parts) {
        part.copy(out, at);
        at += part.length;
    }
    return out;
}


/***/ }),

/***/ 59363:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ formatAt),
/* harmony export */   CX: () => (/* binding */ unknownFormat),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   Q$: () => (/* binding */ readParse),
/* harmony export */   S1: () => (/* binding */ readBind),
/* harmony export */   ft: () => (/* binding */ readBare),
/* harmony export */   mY: () => (/* binding */ readExecute),
/* harmony export */   xB: () => (/* binding */ readQuery)
/* harmony export */ });
/* unused harmony export readCopyFail */
/* harmony import */ var _body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9987);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1868);
// SPDX-License-Identifier: Apache-2.0
//
// Reads the messages of clients into plain records. Refuses every byte that the server would refuse or read otherwise: what is
// judged must be what PostgreSQL will see.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html


/** The SQL of a Query message, without its NUL. */
function readQuery(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const sql = body.cstringBytes();
    body.end();
    return sql;
}
/** A statement's or portal's name. Throws `PROTOCOL_VIOLATION` for one that the server would cut, since what it then means is another's. */
function readName(body) {
    const name = body.cstring();
    const bytes = Buffer.byteLength(name, 'utf8');
    if (bytes > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NAME_BYTES */ .pg)
        throw body.violation(`has a name of ${bytes} bytes, of which the server keeps ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NAME_BYTES */ .pg}`);
    return name;
}
/** A Parse, its SQL untouched. */
function readParse(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const name = readName(body);
    const sql = body.cstringBytes();
    const count = body.uint16();
    const parameterTypes = [];
    for (let index = 0; index < count; index += 1)
        parameterTypes.push(body.uint32());
    body.end();
    return { name, sql, parameterTypes };
}
/** A Bind; throws `PROTOCOL_VIOLATION` when its counts do not add up. */
function readBind(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const portal = readName(body);
    const statement = readName(body);
    const formats = readFormats(body);
    const count = body.uint16();
    if (formats.length > 1 && formats.length !== count)
        throw body.violation(`has ${formats.length} formats for ${count} parameters`);
    const values = [];
    for (let index = 0; index < count; index += 1) {
        const bytes = body.int32();
        values.push(bytes === -1 ? null : body.bytes(bytes));
    }
    const resultFormats = readFormats(body);
    body.end();
    return { portal, statement, formats, values, resultFormats };
}
/**
 * The first format code of a Bind that PostgreSQL does not know; null: it knows all of them. Servers say so as late as the first row, after
 * a RowDescription that nobody can read. Looks at no value.
 */
function unknownFormat(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    body.cstringBytes();
    body.cstringBytes();
    const unknown = firstUnknown(body);
    for (let count = body.uint16(); count > 0; count -= 1) {
        const bytes = body.int32();
        if (bytes !== -1)
            body.bytes(bytes);
    }
    return unknown ?? firstUnknown(body);
}
function firstUnknown(body) {
    let unknown = null;
    for (let count = body.uint16(); count > 0; count -= 1) {
        const format = body.int16();
        if (format !== 0 && format !== 1)
            unknown ??= format;
    }
    return unknown;
}
/** The format of value `index` under a list of formats as Bind has them. */
function formatAt(formats, index) {
    return (formats.length === 1 ? formats[0] : formats[index]) ?? 0;
}
/** A Describe or a Close. */
function readNamed(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const letter = body.byte();
    const name = readName(body);
    body.end();
    if (letter === 0x53)
        return { kind: 'statement', name };
    if (letter === 0x50)
        return { kind: 'portal', name };
    throw body.violation('names neither a statement nor a portal');
}
/** An Execute; what PostgreSQL takes for "all rows" is 0. */
function readExecute(frame) {
    const body = new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame);
    const portal = readName(body);
    const maxRows = body.int32();
    body.end();
    return { portal, maxRows: Math.max(0, maxRows) };
}
/** The reason that a CopyFail gives. */
function readCopyFail(frame) {
    const body = new BodyReader(frame);
    const reason = body.lenientCstring();
    body.end();
    return reason;
}
/** Throws unless the message is empty: Sync, Flush, Terminate. */
function readBare(frame) {
    new _body_js__WEBPACK_IMPORTED_MODULE_0__/* .BodyReader */ .W(frame).end();
}
function readFormats(body) {
    const count = body.uint16();
    const formats = [];
    for (let index = 0; index < count; index += 1) {
        const format = body.uint16();
        if (format !== 0 && format !== 1)
            throw body.violation(`has the unknown format ${format}`);
        formats.push(format);
    }
    return formats;
}


/***/ }),

/***/ 39555:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   BQ: () => (/* binding */ FRONTEND),
/* harmony export */   DL: () => (/* binding */ readyForQuery),
/* harmony export */   HA: () => (/* binding */ int32),
/* harmony export */   Iy: () => (/* binding */ backendKeyData),
/* harmony export */   M: () => (/* binding */ parameterStatus),
/* harmony export */   MK: () => (/* binding */ authenticationSasl),
/* harmony export */   P: () => (/* binding */ query),
/* harmony export */   RX: () => (/* binding */ cstring),
/* harmony export */   S7: () => (/* binding */ noticeResponse),
/* harmony export */   UL: () => (/* binding */ cancelRequest),
/* harmony export */   dL: () => (/* binding */ diagnosticFields),
/* harmony export */   f5: () => (/* binding */ negotiateProtocolVersion),
/* harmony export */   jh: () => (/* binding */ authentication),
/* harmony export */   kW: () => (/* binding */ STARTUP_CODE),
/* harmony export */   l8: () => (/* binding */ int16),
/* harmony export */   th: () => (/* binding */ BACKEND),
/* harmony export */   ti: () => (/* binding */ AUTHENTICATION),
/* harmony export */   xk: () => (/* binding */ startupMessage),
/* harmony export */   yj: () => (/* binding */ errorResponse)
/* harmony export */ });
/* unused harmony exports commandComplete, dataRow */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40613);
// SPDX-License-Identifier: Apache-2.0
//
// The words of protocol 3.0: type bytes, and messages as we write them. Reading is in frontend.ts and backend.ts.
// Refuses text with a NUL in it, which would end early on the wire and mean something else there.
// @see https://www.postgresql.org/docs/current/protocol-message-formats.html


/** Type bytes of messages that clients send. */
const FRONTEND = {
    bind: 0x42, close: 0x43, describe: 0x44, execute: 0x45, flush: 0x48, functionCall: 0x46, parse: 0x50, query: 0x51, sync: 0x53,
    terminate: 0x58, copyData: 0x64, copyDone: 0x63, copyFail: 0x66,
    /** PasswordMessage, SASLInitialResponse, SASLResponse, GSSResponse: told apart by what was asked. */
    password: 0x70,
};
/** Type bytes of messages that servers send. */
const BACKEND = {
    authentication: 0x52, backendKeyData: 0x4b, bindComplete: 0x32, closeComplete: 0x33, commandComplete: 0x43, copyData: 0x64, copyDone: 0x63,
    copyInResponse: 0x47, copyOutResponse: 0x48, copyBothResponse: 0x57, dataRow: 0x44, emptyQueryResponse: 0x49, errorResponse: 0x45,
    functionCallResponse: 0x56, negotiateProtocolVersion: 0x76, noData: 0x6e, noticeResponse: 0x4e, notificationResponse: 0x41,
    parameterDescription: 0x74, parameterStatus: 0x53, parseComplete: 0x31, portalSuspended: 0x73, readyForQuery: 0x5a, rowDescription: 0x54,
};
/** First int32 of frames without a type byte. */
const STARTUP_CODE = { protocol3: 196_608, cancel: 80_877_102, ssl: 80_877_103, gssenc: 80_877_104 };
/** Int32 of Authentication messages that we know. */
const AUTHENTICATION = { ok: 0, cleartext: 3, md5: 5, sasl: 10, saslContinue: 11, saslFinal: 12 };
const NUL = Buffer.alloc(1);
/** A string with its closing NUL. */
function cstring(text) {
    if (text.includes('\0'))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('PROTOCOL_VIOLATION', 'a text with a NUL can not be sent', { hint: 'remove the NUL' });
    return Buffer.from(`${text}\0`, 'utf8');
}
/** Big-endian int16. */
function int16(value) {
    const out = Buffer.allocUnsafe(2);
    out.writeUInt16BE(value & 0xffff);
    return out;
}
/** Big-endian int32; takes unsigned values, too. */
function int32(value) {
    const out = Buffer.allocUnsafe(4);
    out.writeUInt32BE(value >>> 0);
    return out;
}
/** A diagnostic of our own, in the order in which PostgreSQL writes its fields. */
function diagnosticFields(of) {
    const fields = new Map([['S', of.severity], ['V', of.severity], ['C', of.sqlstate], ['M', of.message]]);
    if (of.detail !== undefined && of.detail !== '')
        fields.set('D', of.detail);
    if (of.hint !== undefined && of.hint !== '')
        fields.set('H', of.hint);
    return fields;
}
/** An ErrorResponse of these fields. NULs in a text become blanks: an error about an error helps nobody. */
function errorResponse(fields) {
    return diagnostic(BACKEND.errorResponse, fields);
}
/** A NoticeResponse of these fields. */
function noticeResponse(fields) {
    return diagnostic(BACKEND.noticeResponse, fields);
}
function diagnostic(type, fields) {
    const parts = [];
    for (const [code, text] of fields)
        parts.push(Buffer.from(`${code}${text.replaceAll('\0', ' ')}\0`, 'utf8'));
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(type, ...parts, NUL);
}
const READY = {
    I: (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(BACKEND.readyForQuery, Buffer.from('I')),
    T: (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(BACKEND.readyForQuery, Buffer.from('T')),
    E: (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(BACKEND.readyForQuery, Buffer.from('E')),
};
/** ReadyForQuery. The same buffer each time: not to be written to. */
function readyForQuery(status) {
    return READY[status];
}
/** An Authentication message of one `AUTHENTICATION` kind, with what belongs to it. */
function authentication(kind, ...parts) {
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(BACKEND.authentication, int32(kind), ...parts);
}
/** AuthenticationSASL naming these mechanisms, best first. */
function authenticationSasl(mechanisms) {
    return authentication(AUTHENTICATION.sasl, ...mechanisms.map(cstring), NUL);
}
/** A ParameterStatus: tells the client the value of a reported setting. */
function parameterStatus(name, value) {
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(BACKEND.parameterStatus, cstring(name), cstring(value));
}
/** A BackendKeyData: what a CancelRequest must bring. */
function backendKeyData(pid, key) {
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(BACKEND.backendKeyData, int32(pid), key);
}
/** Says which minor version we speak at most, and which `_pq_.` options we don't know. */
function negotiateProtocolVersion(minor, unknownOptions) {
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(BACKEND.negotiateProtocolVersion, int32(STARTUP_CODE.protocol3 + minor), int32(unknownOptions.length), ...unknownOptions.map(cstring));
}
/** CommandComplete with its tag, `SELECT 1`. */
function commandComplete(tag) {
    return frame(BACKEND.commandComplete, cstring(tag));
}
/** A DataRow of these values; null is SQL NULL. */
function dataRow(values) {
    let bytes = 7;
    for (const value of values)
        bytes += 4 + (value === null ? 0 : value.length);
    const out = Buffer.allocUnsafe(bytes);
    out[0] = BACKEND.dataRow;
    out.writeInt32BE(bytes - 1, 1);
    out.writeInt16BE(values.length, 5);
    let at = 7;
    for (const value of values) {
        out.writeInt32BE(value === null ? -1 : value.length, at);
        at += 4;
        if (value !== null)
            at += value.copy(out, at);
    }
    return out;
}
/** A simple Query. */
function query(sql) {
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(FRONTEND.query, cstring(sql));
}
/** A StartupMessage of protocol 3.0. */
function startupMessage(parameters) {
    const parts = [...parameters].flatMap(([name, value]) => [cstring(name), cstring(value)]);
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(0, int32(STARTUP_CODE.protocol3), ...parts, NUL);
}
/** A CancelRequest; goes on a connection of its own. */
function cancelRequest(pid, key) {
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(0, int32(STARTUP_CODE.cancel), int32(pid), key);
}
/** An empty message, such as Sync, Flush, Terminate, CopyDone, ParseComplete. */
function bare(type) {
    return (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .frame */ .Gt)(type);
}


/***/ }),

/***/ 71003:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ wireParameter),
/* harmony export */   Z: () => (/* binding */ readParameters)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _frontend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59363);


/** Oids of built-in types that drivers name. @see https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const BUILTIN = new Map([
    [16, 'bool'], [17, 'bytea'], [18, 'char'], [19, 'name'], [20, 'int8'], [21, 'int2'], [23, 'int4'], [24, 'regproc'], [25, 'text'], [26, 'oid'],
    [114, 'json'], [142, 'xml'], [199, '_json'], [600, 'point'], [650, 'cidr'], [700, 'float4'], [701, 'float8'], [705, 'unknown'], [790, 'money'],
    [829, 'macaddr'], [869, 'inet'], [1000, '_bool'], [1001, '_bytea'], [1005, '_int2'], [1007, '_int4'], [1009, '_text'], [1014, '_bpchar'],
    [1015, '_varchar'], [1016, '_int8'], [1021, '_float4'], [1022, '_float8'], [1042, 'bpchar'], [1043, 'varchar'], [1082, 'date'], [1083, 'time'],
    [1114, 'timestamp'], [1115, '_timestamp'], [1182, '_date'], [1184, 'timestamptz'], [1185, '_timestamptz'], [1186, 'interval'], [1231, '_numeric'],
    [1266, 'timetz'], [1560, 'bit'], [1562, 'varbit'], [1700, 'numeric'], [2205, 'regclass'], [2206, 'regtype'], [2249, 'record'], [2278, 'void'],
    [2950, 'uuid'], [2951, '_uuid'], [3614, 'tsvector'], [3615, 'tsquery'], [3802, 'jsonb'], [3807, '_jsonb'], [3904, 'int4range'], [3910, 'tstzrange'],
]);
/** The parameters of a Bind. `types`: oids from Parse, 0 or missing where the client left them open. */
function readParameters(frame, types, catalog) {
    const { values, formats } = (0,_frontend_js__WEBPACK_IMPORTED_MODULE_1__/* .readBind */ .S1)(frame);
    return values.map((value, index) => ({
        type: typeName(types[index] ?? 0, catalog),
        format: (0,_frontend_js__WEBPACK_IMPORTED_MODULE_1__/* .formatAt */ .B3)(formats, index) === 1 ? 'binary' : 'text',
        value: value === null ? null : value.toString('base64'),
    }));
}
/** A parameter of an operation, bound again as the client bound it. */
function wireParameter({ type, format, value }, catalog) {
    return { typeOid: typeOid(type, catalog), format: format === 'binary' ? 1 : 0, value: value === null ? null : Buffer.from(value, 'base64') };
}
function typeOid(type, catalog) {
    if (type === 'unknown')
        return 0;
    const bare = type.startsWith('pg_catalog.') ? type.slice('pg_catalog.'.length) : null;
    const builtin = bare === null ? undefined : [...BUILTIN].find(([, name]) => name === bare)?.[0];
    if (builtin !== undefined)
        return builtin;
    // Match "oid:600", as typeName writes what the catalog does not name.
    const numbered = /^oid:(\d{1,10})$/u.exec(type)?.[1];
    const oid = numbered === undefined ? [...catalog.types].find(([, { name }]) => name === type)?.[0] : Number(numbered);
    if (oid === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', `the type \`${type}\` of a parameter is not known here`);
    return oid;
}
function typeName(oid, catalog) {
    if (oid === 0)
        return 'unknown';
    const builtin = BUILTIN.get(oid);
    if (builtin !== undefined)
        return `pg_catalog.${builtin}`;
    return catalog.types.get(oid)?.name ?? `oid:${oid}`;
}


/***/ }),

/***/ 88753:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ farewell),
/* harmony export */   nl: () => (/* binding */ deadline),
/* harmony export */   sy: () => (/* binding */ Conversation)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1868);


/** A paused socket, read step by step. `peer` is who to name in errors: `the client`. */
class Conversation {
    socket;
    reader;
    peer;
    constructor(socket, reader, peer) {
        this.socket = socket;
        this.reader = reader;
        this.peer = peer;
        socket.pause();
        if (socket.listenerCount('error') === 0)
            socket.on('error', () => undefined);
    }
    /** The next whole message. Throws what the reader throws, and `PROTOCOL_VIOLATION` when the peer hangs up. */
    async frame() {
        for (;;) {
            const frame = this.reader.next();
            if (frame !== null)
                return frame;
            this.reader.push(await this.chunk());
        }
    }
    /** The next bytes, whatever they are. */
    chunk() {
        const { socket } = this;
        return new Promise((resolve, reject) => {
            const settle = (finish) => {
                socket.off('data', onData);
                socket.off('end', onEnd);
                socket.off('close', onEnd);
                socket.pause();
                finish();
            };
            const onData = (chunk) => settle(() => resolve(chunk));
            const onEnd = () => settle(() => reject(this.ended()));
            if (socket.destroyed || socket.readableEnded) {
                reject(this.ended());
                return;
            }
            socket.on('data', onData);
            socket.once('end', onEnd);
            socket.once('close', onEnd);
            socket.resume();
        });
    }
    /** Bytes that the peer sent and nobody has read. */
    get early() {
        return this.reader.buffered + this.socket.readableLength;
    }
    /** Why nothing more comes: the error that the socket was destroyed with, or that the peer hung up. */
    ended() {
        const cause = this.socket.errored;
        if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue)
            return cause;
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('PROTOCOL_VIOLATION', `${this.peer} closed the connection during the handshake`, cause ? { cause } : {});
    }
}
/** Destroys the socket with a `GateError` when `milliseconds` have passed or `signal` aborts; returns how to call that off. */
function deadline(socket, options) {
    const { milliseconds, what, runtime, signal } = options;
    const timer = runtime.after(milliseconds, () => {
        socket.destroy(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `${what} took longer than ${milliseconds} ms`, { hint: 'check the network and the peer' }));
    });
    const abort = () => socket.destroy(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `${what} was interrupted: the gate is closing`));
    if (signal.aborted)
        abort();
    signal.addEventListener('abort', abort, { once: true });
    return () => {
        timer.cancel();
        signal.removeEventListener('abort', abort);
    };
}
/** Says a last word and closes, even when the peer does not read or goes on talking. `patient`: it may take as long as it likes to close, too. */
function farewell(socket, lastWord, { runtime, patient = false }) {
    if (socket.destroyed)
        return;
    const timer = patient ? null : runtime.after(_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .FAREWELL_MS */ .O7, () => socket.destroy());
    socket.once('close', () => timer?.cancel());
    socket.removeAllListeners('data');
    // Unread bytes would turn our close into a reset, and the last word would be lost.
    socket.resume();
    socket.end(lastWord);
}


/***/ }),

/***/ 85736:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ hintForFailure),
/* harmony export */   q: () => (/* binding */ hintForState)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What to do when a database can not be used, by what went wrong: keys of the policy, since that is where it is mended. Refuses to guess:
// an error that is not known gets the general advice.
/** By SQLSTATE. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_STATE = {
    '28P01': 'check `credential` of the resource, and the user in it or in `url`',
    '28000': 'the server lets this user in only otherwise: check the user, `tls` of the resource, and the server\'s pg_hba.conf',
    '3D000': 'check the database at the end of `url` of the resource',
    '53300': 'the server has no connection left: raise its `max_connections`, or run fewer jobs at once',
};
/** By the code of a network or TLS error of Node. */
const BY_CODE = {
    ECONNREFUSED: 'is it up, and are host and port in `url` of the resource right?',
    ENOTFOUND: 'this machine does not know the host in `url` of the resource',
    EHOSTUNREACH: 'this machine has no way to the host in `url` of the resource',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name: write that name into `url` of the resource',
    CERT_HAS_EXPIRED: 'renew the certificate of the server',
};
const AUTHORITY = 'name the authority that signed its certificate with `tls: { ca: FILE }` of the resource';
const GENERAL = 'check host, port, TLS mode and credential of the resource';
/** For an error of the server; undefined when nothing better is known than the general advice. */
function hintForState(state) {
    return BY_STATE[state ?? ''];
}
/** For anything thrown on the way to a server. */
function hintForFailure(thrown) {
    const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
    // Matches DEPTH_ZERO_SELF_SIGNED_CERT and UNABLE_TO_VERIFY_LEAF_SIGNATURE, misses CERT_HAS_EXPIRED.
    return BY_CODE[code] ?? (/SELF_SIGNED_CERT|^UNABLE_TO_/u.test(code) ? AUTHORITY : GENERAL);
}


/***/ }),

/***/ 94358:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ logIn)
/* harmony export */ });
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8073);
/* harmony import */ var _upstream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50825);
// SPDX-License-Identifier: Apache-2.0
//
// Logging in where the password may have changed since it was read: when the server refuses it, the source is asked once for another one.
// Refuses to try a password twice, and to try again after any other failure.


/** Connects and logs in. Throws what the source throws, or `UPSTREAM_FAILED`; never with a password in it. */
async function logIn(source, options) {
    const target = await source.target();
    try {
        return { target, upstream: await (0,_upstream_js__WEBPACK_IMPORTED_MODULE_1__/* .connectUpstream */ .YF)(target, options) };
    }
    catch (thrown) {
        if (!(thrown instanceof _target_js__WEBPACK_IMPORTED_MODULE_0__/* .LoginRefused */ .QU))
            throw thrown;
        const renewed = await source.renewed?.(target);
        if (renewed === undefined || renewed === null)
            throw thrown;
        return { target: renewed, upstream: await (0,_upstream_js__WEBPACK_IMPORTED_MODULE_1__/* .connectUpstream */ .YF)(renewed, options) };
    }
}


/***/ }),

/***/ 74776:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ SimpleClient),
/* harmony export */   N: () => (/* binding */ ServerSaid)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _protocol_backend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97991);
/* harmony import */ var _protocol_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9987);
/* harmony import */ var _transport_conversation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88753);
/* harmony import */ var _protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40613);
/* harmony import */ var _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39555);






/** A ready server connection of our own. Use after `ended` fails. */
class SimpleClient {
    #upstream;
    #options;
    #conversation;
    #bounds = (0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .cellBounds */ .O4)();
    /** Tag of the last command that was completed, `UPDATE 3`. */
    lastTag = '';
    #last = Promise.resolve();
    #failure = null;
    constructor(upstream, options) {
        this.#upstream = upstream;
        this.#options = options;
        this.#conversation = new _transport_conversation_js__WEBPACK_IMPORTED_MODULE_3__/* .Conversation */ .sy(upstream.socket, upstream.reader, 'the server');
    }
    get serverVersion() {
        return this.#upstream.serverVersion;
    }
    /** True once nothing can be asked any more. */
    get ended() {
        return this.#failure !== null || this.#upstream.socket.destroyed || this.#upstream.socket.readableEnded;
    }
    /**
     * Settings for all questions from now on; ends the client when they can't be had. Not for the login itself: an event trigger of the
     * database's own may have to write then, finds its names by the path that it expects, and could set others.
     */
    async set(settings) {
        try {
            await this.query(Object.entries(settings).map(([name, value]) => `SET ${name} TO '${value}'`).join('; '));
        }
        catch (thrown) {
            await this.close();
            throw thrown;
        }
    }
    /** Rows of the last statement of `sql` that returns some. Throws `UPSTREAM_FAILED` with the server's words; the client then lives on. */
    query(sql) {
        return this.#inTurn(() => (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .query */ .P)(sql));
    }
    /** Rows of exactly one statement with values, by the extended protocol, which takes no second one. Throws as `query`. */
    bound(sql, values) {
        return this.#inTurn(() => extended(sql, values));
    }
    /** One statement that copies rows in, and all of these; throws as `query`. */
    async copyIn(sql, rows) {
        await this.#inTurn(() => (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .query */ .P)(sql), rows);
    }
    #inTurn(bytes, rows = null) {
        const run = this.#last.then(() => this.#ask(bytes(), rows));
        this.#last = run.catch(() => undefined);
        return run;
    }
    /** Says goodbye after what was asked so far. */
    async close() {
        await this.#last;
        this.#failure ??= new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', 'the connection was closed here');
        this.#upstream.socket.end((0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .bare */ .$B)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .FRONTEND */ .BQ.terminate));
        this.#upstream.socket.destroySoon();
    }
    async #ask(bytes, copied) {
        if (this.#failure !== null)
            throw this.#failure;
        const { queryMs, runtime, signal } = this.#options;
        const settle = (0,_transport_conversation_js__WEBPACK_IMPORTED_MODULE_3__/* .deadline */ .nl)(this.#upstream.socket, { milliseconds: queryMs, what: "the gate's own question", runtime, signal });
        try {
            this.#upstream.socket.write(bytes);
            const { rows, error } = await this.#answer(copied);
            if (error === null)
                return rows;
            throw error;
        }
        catch (thrown) {
            if (thrown instanceof ServerError)
                throw thrown.error;
            const failure = new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', 'the gate lost its own connection to the database', { cause: thrown, hint: 'it is opened again when needed' });
            this.#failure = failure;
            this.#upstream.socket.destroy();
            throw failure;
        }
        finally {
            settle();
        }
    }
    async #answer(copied) {
        let rows = [];
        let error = null;
        let due = copied;
        for (;;) {
            const message = await this.#conversation.frame();
            switch (message.type) {
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.rowDescription:
                    rows = [];
                    break;
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.dataRow:
                    rows.push((0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .readDataRow */ .Hy)(message, this.#bounds).map((value) => value?.toString('utf8') ?? null));
                    break;
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.errorResponse:
                    error = serverError(message);
                    break;
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.parameterStatus: {
                    const { name, value } = (0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .readParameterStatus */ .EC)(message);
                    this.#upstream.parameterStatus.set(name, value);
                    break;
                }
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.copyInResponse:
                    if (due === null)
                        throw (0,_protocol_body_js__WEBPACK_IMPORTED_MODULE_2__/* .malformed */ .Q)(message.type, 'asks for rows that nobody has');
                    await sendRows(this.#upstream.socket, due);
                    due = null;
                    break;
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.commandComplete:
                    this.lastTag = (0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .readCommandTag */ .CB)(message);
                    break;
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.noticeResponse:
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.notificationResponse:
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.emptyQueryResponse:
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.parseComplete:
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.bindComplete:
                    break;
                case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .BACKEND */ .th.readyForQuery:
                    return { rows, error };
                default:
                    throw (0,_protocol_body_js__WEBPACK_IMPORTED_MODULE_2__/* .malformed */ .Q)(message.type, 'comes at the wrong time');
            }
        }
    }
}
function serverError(message) {
    const fields = (0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .readDiagnostic */ .qx)(message);
    return new ServerError(new ServerSaid({ text: fields.get('M') ?? '', sqlstate: fields.get('C') ?? '', detail: fields.get('D') ?? '', hint: fields.get('H') ?? '' }));
}
const UNNAMED = (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .cstring */ .RX)('');
/** Rows in one message: as psql has it at most. */
const COPY_BYTES = 65_536;
// Piece by piece, as fast as they are taken; an end of the connection is noticed by whoever reads the answer.
async function sendRows(socket, rows) {
    for (let at = 0; at < rows.length && !socket.destroyed; at += COPY_BYTES) {
        if (socket.write((0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .FRONTEND */ .BQ.copyData, rows.subarray(at, at + COPY_BYTES))))
            continue;
        await new Promise((resolve) => {
            const go = () => {
                socket.off('drain', go).off('close', go);
                resolve();
            };
            socket.once('drain', go).once('close', go);
        });
    }
    socket.write((0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .bare */ .$B)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .FRONTEND */ .BQ.copyDone));
}
function extended(sql, values) {
    const sized = values.flatMap(({ value }) => (value === null ? [(0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int32 */ .HA)(-1)] : [(0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int32 */ .HA)(value.length), value]));
    return Buffer.concat([
        (0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .FRONTEND */ .BQ.parse, UNNAMED, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .cstring */ .RX)(sql), (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int16 */ .l8)(values.length), ...values.map(({ typeOid }) => (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int32 */ .HA)(typeOid))),
        (0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .FRONTEND */ .BQ.bind, UNNAMED, UNNAMED, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int16 */ .l8)(values.length), ...values.map(({ format }) => (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int16 */ .l8)(format)), (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int16 */ .l8)(values.length), ...sized, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int16 */ .l8)(0)),
        (0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .FRONTEND */ .BQ.execute, UNNAMED, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .int32 */ .HA)(0)), (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .bare */ .$B)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_5__/* .FRONTEND */ .BQ.sync),
    ]);
}
/** An error of the server, as the cause of what `query` throws. */
class ServerSaid extends Error {
    text;
    sqlstate;
    detail;
    hint;
    constructor({ text, sqlstate, detail, hint }) {
        super(text);
        this.text = text;
        this.sqlstate = sqlstate;
        this.detail = detail;
        this.hint = hint;
    }
}
// Tells what the server said (the connection is well) from what happened to the connection.
class ServerError {
    error;
    constructor(said) {
        this.error = new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('UPSTREAM_FAILED', `the server refused the gate's own question: ${said.text} (${said.sqlstate})`, { cause: said });
    }
}


/***/ }),

/***/ 8073:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ upstreamError),
/* harmony export */   QU: () => (/* binding */ LoginRefused),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   zy: () => (/* binding */ dial)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _transport_conversation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88753);
/* harmony import */ var _protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40613);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1868);
/* harmony import */ var _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39555);
/* harmony import */ var _hints_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85736);
// SPDX-License-Identifier: Apache-2.0
//
// Where the real database is and how to speak to it; and how to reach it: TCP, then TLS. Refuses plain text away from loopback,
// certificates that are not what was asked for, and bytes that somebody slipped in before encryption began.








/** The server knows neither user nor password, or not this one any more (SQLSTATE 28P01, 28000). */
class LoginRefused extends _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue {
}
const ANSWER_TLS = 0x53;
const ANSWER_PLAIN = 0x4e;
/** Connects and encrypts. The deadline runs on until `settle`. Throws `UPSTREAM_FAILED`, with the socket destroyed. */
async function dial(target, options) {
    const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ host: target.host, port: target.port, noDelay: true, keepAlive: true });
    socket.on('error', () => undefined);
    const settle = (0,_transport_conversation_js__WEBPACK_IMPORTED_MODULE_3__/* .deadline */ .nl)(socket, { ...options, what: 'connecting to the database' });
    const cause = (thrown) => (socket.errored instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue ? socket.errored : thrown);
    try {
        await connected(socket);
        const plain = new _transport_conversation_js__WEBPACK_IMPORTED_MODULE_3__/* .Conversation */ .sy(socket, new _protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .FrameReader */ .tS({ maxFrameBytes: _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_SERVER_HANDSHAKE_BYTES */ .Fl }), 'the server');
        const loopback = isLoopback(socket.remoteAddress ?? '');
        const { mode } = target.tls;
        if (mode !== 'disable')
            return { ...(await encrypt(plain, target)), loopback, settle, cause };
        if (!loopback)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('UPSTREAM_FAILED', 'it is not on loopback, and TLS is disabled', { hint: 'use TLS mode `verify-full`' });
        return { conversation: plain, encrypted: false, verified: false, loopback, certificate: null, settle, cause };
    }
    catch (thrown) {
        settle();
        socket.destroy();
        throw upstreamError(cause(thrown), target);
    }
}
/** Anything thrown on the way to a server as `UPSTREAM_FAILED` that names it; the password is cut out wherever it came from. */
function upstreamError(thrown, target) {
    const hint = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue && thrown.hint !== undefined ? thrown.hint : (0,_hints_js__WEBPACK_IMPORTED_MODULE_7__/* .hintForFailure */ .V)(thrown);
    const text = target.password === '' ? (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown) : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown).replaceAll(target.password, '***');
    const name = `the database at \`${target.host}:${target.port}\``;
    const Failure = thrown instanceof LoginRefused ? LoginRefused : _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue;
    return new Failure('UPSTREAM_FAILED', text.startsWith(name) ? text : `${name} can't be used: ${text}`, { hint });
}
/** True for 127.0.0.0/8 and ::1, mapped or not. */
function isLoopback(address) {
    const bare = address.startsWith('::ffff:') ? address.slice(7) : address;
    return bare === '::1' || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bare) === 4 && bare.startsWith('127.'));
}
function connected(socket) {
    return new Promise((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('close', () => reject(socket.errored ?? new Error('the connection was closed')));
    });
}
async function encrypt(plain, target) {
    plain.socket.write((0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .frame */ .Gt)(0, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .int32 */ .HA)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .STARTUP_CODE */ .kW.ssl)));
    const answer = await plain.chunk();
    if (answer[0] === ANSWER_PLAIN)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('UPSTREAM_FAILED', 'it does not offer TLS', { hint: 'switch TLS on at the server' });
    // An error text at this point is not authenticated: whoever is in between may have written it. It is not shown.
    if (answer[0] !== ANSWER_TLS)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('UPSTREAM_FAILED', 'it answered the request for TLS with an error');
    // INVARIANT: nothing that came before TLS is ever read after it (CVE-2021-23222).
    if (answer.length > 1 || plain.early > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('PROTOCOL_VIOLATION', 'it sent unencrypted bytes after agreeing to TLS');
    const socket = await secured(plain.socket, target);
    const reader = new _protocol_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .FrameReader */ .tS({ maxFrameBytes: _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_SERVER_HANDSHAKE_BYTES */ .Fl });
    const certificate = socket.getPeerX509Certificate()?.raw ?? null;
    return { conversation: new _transport_conversation_js__WEBPACK_IMPORTED_MODULE_3__/* .Conversation */ .sy(socket, reader, 'the server'), encrypted: true, verified: socket.authorized, certificate };
}
function secured(raw, target) {
    const { mode, ca, servername } = target.tls;
    const name = servername ?? target.host;
    const verify = mode !== 'require' || ca !== undefined;
    const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.connect)({
        socket: raw,
        host: name,
        // RFC 6066 forbids addresses here.
        ...((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) === 0 ? { servername: name } : {}),
        ...(ca === undefined ? {} : { ca }),
        ALPNProtocols: ['postgresql'],
        minVersion: 'TLSv1.2',
        rejectUnauthorized: verify,
        ...(mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
    });
    return new Promise((resolve, reject) => {
        const fail = () => reject(socket.errored ?? raw.errored ?? new Error('it hung up during the TLS handshake'));
        socket.once('secureConnect', () => {
            socket.off('close', fail);
            resolve(socket);
        });
        socket.on('error', () => undefined);
        socket.once('close', fail);
    });
}


/***/ }),

/***/ 50825:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YF: () => (/* binding */ connectUpstream),
/* harmony export */   rV: () => (/* binding */ sendCancel)
/* harmony export */ });
/* unused harmony exports checkSecrecy, versionNumber */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _protocol_backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97991);
/* harmony import */ var _protocol_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9987);
/* harmony import */ var _authentication_certificate_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49905);
/* harmony import */ var _protocol_frames_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40613);
/* harmony import */ var _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39555);
/* harmony import */ var _authentication_scram_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40390);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8073);
/* harmony import */ var _hints_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(85736);
// SPDX-License-Identifier: Apache-2.0
//
// The gate as a client of the real database: logs in and waits for ReadyForQuery. Refuses to send a password where others could
// read it, a server that does not keep what was pinned, and every authentication method that it does not know.
// @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP










// Settings that the gate's reading of SQL rests on: a pooler that drops our startup parameters would take them away unseen.
const PINNED = ['client_encoding', 'standard_conforming_strings'];
const NONCE_BYTES = 18;
/** invalid_password and invalid_authorization_specification. */
const REFUSED_STATES = new Set(['28P01', '28000']);
/** Connects, logs in and waits for the first ReadyForQuery. Throws `UPSTREAM_FAILED`; never with the password in it. */
async function connectUpstream(target, options) {
    const dialled = await (0,_target_js__WEBPACK_IMPORTED_MODULE_8__/* .dial */ .zy)(target, options);
    try {
        const { conversation } = dialled;
        const startup = new Map([['user', target.user], ['database', target.database], ...options.startupParameters]);
        conversation.socket.write((0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .startupMessage */ .xk)(startup));
        await authenticate(dialled, target, options);
        const ready = await awaitReady(conversation);
        checkPinned(ready.parameterStatus, options.startupParameters);
        conversation.reader.expect({ maxFrameBytes: options.maxFrameBytes });
        return ready;
    }
    catch (thrown) {
        dialled.conversation.socket.destroy();
        throw (0,_target_js__WEBPACK_IMPORTED_MODULE_8__/* .upstreamError */ .Oh)(dialled.cause(thrown), target);
    }
    finally {
        dialled.settle();
    }
}
/**
 * Throws `UPSTREAM_FAILED` where a password could be read on its way: clear text needs loopback or a verified certificate, MD5 loopback
 * or TLS of any kind. INVARIANT: called before every such answer.
 */
function checkSecrecy(kind, { loopback, encrypted, verified }) {
    if (loopback || (kind === _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.md5 ? encrypted : verified))
        return;
    const what = kind === _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.md5 ? 'an MD5 password on a connection that is not encrypted' : 'the password in clear text on a connection that is not verified';
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('UPSTREAM_FAILED', `it asks for ${what}`, { hint: 'use SCRAM-SHA-256, or TLS mode `verify-full`' });
}
/** Asks the server to cancel what a backend does; resolves when the server has heard it. Throws `UPSTREAM_FAILED`. */
async function sendCancel(target, backend, options) {
    const { conversation, settle } = await (0,_target_js__WEBPACK_IMPORTED_MODULE_8__/* .dial */ .zy)(target, options);
    try {
        conversation.socket.write((0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .cancelRequest */ .UL)(backend.pid, backend.key));
        // The server says nothing: it closes once the signal is on its way.
        await conversation.chunk().catch(() => undefined);
    }
    finally {
        settle();
        conversation.socket.destroy();
    }
}
// One question, one answer: a server that asks again after it was answered is not one.
async function authenticate(dialled, target, options) {
    const { conversation } = dialled;
    const body = new _protocol_body_js__WEBPACK_IMPORTED_MODULE_3__/* .BodyReader */ .W(await expectFrame(conversation, _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.authentication));
    const kind = body.int32();
    switch (kind) {
        case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.ok:
            return;
        case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.sasl:
            await scram(dialled, mechanisms(body), target, options);
            break;
        case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.cleartext:
            checkSecrecy(kind, dialled);
            conversation.socket.write((0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .FRONTEND */ .BQ.password, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .cstring */ .RX)(target.password)));
            break;
        case _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.md5:
            checkSecrecy(kind, dialled);
            conversation.socket.write((0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .FRONTEND */ .BQ.password, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .cstring */ .RX)(md5Answer(target, body.bytes(4)))));
            break;
        default:
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('UPSTREAM_FAILED', `it demands the authentication method ${kind}, which is not known here`, { hint: 'use SCRAM-SHA-256' });
    }
    const verdict = new _protocol_body_js__WEBPACK_IMPORTED_MODULE_3__/* .BodyReader */ .W(await expectFrame(conversation, _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.authentication));
    if (verdict.int32() !== _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.ok)
        throw verdict.violation('comes at the wrong time');
}
function md5Answer(target, salt) {
    const md5 = (...parts) => parts.reduce((hash, part) => hash.update(part), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5')).digest('hex');
    return `md5${md5(md5(target.password, target.user), salt)}`;
}
function mechanisms(body) {
    const offered = [];
    for (let name = body.cstring(); name !== ''; name = body.cstring())
        offered.push(name);
    return offered;
}
async function scram(dialled, offered, target, { runtime }) {
    const { conversation, certificate } = dialled;
    const binding = certificate === null ? null : (0,_authentication_certificate_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .certificateDigest */ .k)(certificate);
    const client = new _authentication_scram_js__WEBPACK_IMPORTED_MODULE_7__/* .ScramClient */ .Qg({ offered, password: target.password, nonce: runtime.random(NONCE_BYTES).toString('base64'), binding });
    const first = Buffer.from(client.first());
    conversation.socket.write((0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .FRONTEND */ .BQ.password, (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .cstring */ .RX)(client.mechanism), (0,_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .int32 */ .HA)(first.length), first));
    const serverFirst = await expectSasl(conversation, _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.saslContinue);
    conversation.socket.write((0,_protocol_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .frame */ .Gt)(_protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .FRONTEND */ .BQ.password, Buffer.from(await client.final(serverFirst))));
    client.verify(await expectSasl(conversation, _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .AUTHENTICATION */ .ti.saslFinal));
}
async function expectSasl(conversation, kind) {
    const body = new _protocol_body_js__WEBPACK_IMPORTED_MODULE_3__/* .BodyReader */ .W(await expectFrame(conversation, _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.authentication));
    if (body.int32() !== kind)
        throw body.violation('comes at the wrong time');
    return body.rest().toString('utf8');
}
/** The next message that is no notice; an error of the server is thrown. */
async function expectFrame(conversation, type) {
    for (;;) {
        const next = await conversation.frame();
        if (next.type === _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.noticeResponse)
            continue;
        if (next.type === _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.errorResponse)
            throw serverRefused(next);
        if (type !== undefined && next.type !== type)
            throw new _protocol_body_js__WEBPACK_IMPORTED_MODULE_3__/* .BodyReader */ .W(next).violation('comes at the wrong time');
        return next;
    }
}
function serverRefused(next) {
    const fields = (0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .readDiagnostic */ .qx)(next);
    const state = fields.get('C');
    const hint = (0,_hints_js__WEBPACK_IMPORTED_MODULE_9__/* .hintForState */ .q)(state);
    const Failure = state !== undefined && REFUSED_STATES.has(state) ? _target_js__WEBPACK_IMPORTED_MODULE_8__/* .LoginRefused */ .QU : _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue;
    return new Failure('UPSTREAM_FAILED', `the server says: ${fields.get('M') ?? 'nothing'} (${fields.get('C') ?? 'no code'})`, hint === undefined ? {} : { hint });
}
async function awaitReady(conversation) {
    const parameterStatus = new Map();
    let backend = { pid: 0, key: Buffer.alloc(4) };
    for (;;) {
        const next = await expectFrame(conversation);
        if (next.type === _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.readyForQuery)
            break;
        if (next.type === _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.backendKeyData)
            backend = (0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .readBackendKeyData */ .GB)(next);
        else if (next.type === _protocol_messages_js__WEBPACK_IMPORTED_MODULE_6__/* .BACKEND */ .th.parameterStatus) {
            const { name, value } = (0,_protocol_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .readParameterStatus */ .EC)(next);
            parameterStatus.set(name, value);
        }
        else
            throw new _protocol_body_js__WEBPACK_IMPORTED_MODULE_3__/* .BodyReader */ .W(next).violation('comes at the wrong time');
    }
    const { socket, reader } = conversation;
    const serverVersion = versionNumber(parameterStatus.get('server_version') ?? '');
    return { socket, reader, parameterStatus, backendPid: backend.pid, backendKey: backend.key, serverVersion };
}
/** `15.18 (Debian …)` is 150018, `18beta1` is 180000; 0 when it is neither. */
function versionNumber(version) {
    const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?/.exec(version); // match: "18.4"; miss: "EDB 18"
    if (match === null)
        return 0;
    const [major, minor, patch] = [1, 2, 3].map((group) => Number(match[group] ?? 0));
    return major >= 10 ? major * 10_000 + minor : major * 10_000 + minor * 100 + patch;
}
function checkPinned(reported, asked) {
    for (const name of PINNED) {
        const wanted = asked.get(name);
        const got = reported.get(name);
        if (wanted === undefined || got?.toLowerCase() === wanted.toLowerCase())
            continue;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('UPSTREAM_FAILED', `it has \`${name}\` at \`${got ?? 'no value'}\` although \`${wanted}\` was asked for`, {
            hint: 'connect to the server itself, not to a pooler that drops startup parameters',
        });
    }
}


/***/ })

};
