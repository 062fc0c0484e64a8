export const id = 992;
export const ids = [992];
export const modules = {

/***/ 3992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyVerb: () => (/* binding */ policyVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/policy/repository.js
var repository = __webpack_require__(1728);
;// CONCATENATED MODULE: ./lib/commands/explain.js
// SPDX-License-Identifier: Apache-2.0
//
// `policy explain`: says what the gate would decide about an operation, and what it understood of it. Executes nothing and knows no
// catalog, so names are completed with `public.` and marked assumed; the wire decides with more knowledge.


const KINDS = ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'];
/** The type of resource that operations of a kind are asked of. */
const TYPE_OF = { sql: 'postgres', shell: 'shell', kubernetes: 'kubernetes', http: 'http', model: 'model', file: 'repository' };
/** Answers one question; never throws. A question that can't be read is denied, saying why. */
function explain(question, explainer) {
    const id = question.id === undefined ? {} : { id: question.id };
    const refuse = (reason) => ({ ...id, decision: 'deny', rules: ['builtin:not-understood'], reasons: [reason], statements: [], assumed: false });
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
function explainOne(read, asked, explainer) {
    const { facts, kind, line, size, paths } = read;
    const principal = { names: asked.principal === undefined ? [] : [asked.principal], issuer: 'explain', subject: asked.principal ?? 'anyone', claims: {} };
    const operation = {
        kind, resource: { name: asked.resource, target: asked.resource }, facts, parameters: [], data: null, settings: {},
        ...(size === undefined ? {} : { size }), ...(paths === undefined ? {} : { paths }),
    };
    const decision = explainer.policy.decide({ operation, principal, resource: asked.resource, now: explainer.now });
    const { statement, name, accesses, functions, hazards, unknown, forbidden, assumed } = facts;
    return {
        statement, name, line, decision: decision.decision, rules: decision.rules, reasons: decision.reasons,
        accesses, functions, ...(isSql(facts) ? sqlAnswer(facts) : {}), hazards, unknown, forbidden, assumed,
    };
}
function isSql(facts) {
    return 'outputs' in facts;
}
function sqlAnswer({ outputs, flows, copy, lock, rewrite }) {
    return { outputs, flows, copy, lock, rewrite };
}
function strictest(statements) {
    if (statements.length === 0)
        return { decision: 'allow', rules: ['builtin:empty'], reasons: ['there is no statement in it'] };
    const worst = statements.find((statement) => statement.decision === 'deny') ?? statements.find((statement) => statement.decision === 'review') ?? statements[0];
    return { decision: worst?.decision ?? 'deny', rules: worst?.rules ?? [], reasons: worst?.reasons ?? [] };
}
/** The answer as a table for people. */
function renderAnswer(answer) {
    const lines = [`${answer.decision.toUpperCase()}  ${answer.rules.join(', ')}`, ...answer.reasons.map((reason) => `  because ${reason}`)];
    for (const [index, statement] of answer.statements.entries())
        lines.push('', ...renderStatement(statement, index + 1));
    if (answer.assumed)
        lines.push('', 'Names marked * were completed without a catalog; the wire knows better.');
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

// EXTERNAL MODULE: ./lib/core/runtime.js + 1 modules
var runtime = __webpack_require__(3064);
// EXTERNAL MODULE: ./lib/policy/load.js + 10 modules
var load = __webpack_require__(2126);
// EXTERNAL MODULE: ./lib/policy/schema.js
var schema = __webpack_require__(5991);
// EXTERNAL MODULE: ./lib/main/arguments.js + 1 modules
var main_arguments = __webpack_require__(6757);
// EXTERNAL MODULE: ./lib/main/readers.js
var main_readers = __webpack_require__(209);
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
/** `ostiary policy explain|schema`. */
async function policyVerb(argv) {
    const [what, ...rest] = argv;
    switch (what) {
        case 'schema':
            process.stdout.write(`${JSON.stringify(schema/* policySchema */.w, null, 2)}\n`);
            return errors/* EXIT */.dc.done;
        case 'explain':
            return explainVerb(rest);
        default:
            throw new errors/* GateError */.ue('INPUT_INVALID', `\`policy ${what ?? ''}\` is not a command`, { hint: 'it is `policy explain` or `policy schema`' });
    }
}
async function explainVerb(argv) {
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, FLAGS);
    const judge = await judgeFor(typeof inputs.policy === 'string' ? inputs.policy : '.ostiary/policy.yml');
    const readers = new main_readers/* Readers */.L();
    if (words.length === 0)
        return explainStream(judge, readers);
    const optional = (name) => (typeof inputs[name] === 'string' ? { [name]: inputs[name] } : {});
    const question = { kind: typeof inputs.kind === 'string' ? inputs.kind : 'sql', text: words.join(' '), ...optional('resource'), ...optional('principal') };
    const answer = explain(question, { ...judge, readers: await readers.including(question.kind) });
    process.stdout.write(inputs.json === true ? `${JSON.stringify(answer)}\n` : renderAnswer(answer));
    return answer.decision === 'allow' ? errors/* EXIT */.dc.done : answer.decision === 'review' ? errors/* EXIT */.dc.pending : errors/* EXIT */.dc.denied;
}
async function judgeFor(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the policy \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'name one with `--policy FILE`' });
    });
    const now = runtime/* systemRuntime */.g.now();
    return { policy: await (0,load/* loadPolicy */.t)({ text, file }, { now }), now };
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
        const known = readers.ready(question.kind) ?? (await readers.including(question.kind));
        waiting += `${JSON.stringify(explain(question, { ...judge, readers: known }))}\n`;
        if (waiting.length >= BATCH_BYTES)
            await flush();
    }
    await flush();
    return errors/* EXIT */.dc.done;
}
function parseQuestion(line) {
    try {
        const value = JSON.parse(line);
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Falls through: what can't be read is answered as a denial, in its place.
    }
    return { id: null, kind: 'the line is not a JSON object', text: '' };
}


/***/ }),

/***/ 209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Readers)
/* harmony export */ });
const LOADERS = {
    sql: async () => (await Promise.all(/* import() */[__webpack_require__.e(588), __webpack_require__.e(501)]).then(__webpack_require__.bind(__webpack_require__, 501))).loadSqlReader(),
};
/** Loads parsers once each. */
class Readers {
    #known = {};
    /** The parsers loaded so far when that of `kind` is among them, or can't be; undefined when it has to be loaded. */
    ready(kind) {
        return kind in this.#known || !Object.hasOwn(LOADERS, kind) ? this.#known : undefined;
    }
    /** The same, with that of `kind` loaded. */
    async including(kind) {
        const load = Object.hasOwn(LOADERS, kind) ? LOADERS[kind] : undefined;
        if (load !== undefined)
            this.#known[kind] ??= await load();
        return this.#known;
    }
}


/***/ })

};
