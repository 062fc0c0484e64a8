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
;// CONCATENATED MODULE: ./lib/commands/explain.js
// SPDX-License-Identifier: Apache-2.0
//
// `policy explain`: says what the gate would decide about an operation, and what it understood of it. Executes nothing and knows no
// catalog, so names are completed with `public.` and marked assumed; the wire decides with more knowledge.

const KINDS = ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'];
const NO_CATALOG = { catalog: null, searchPath: null, prepared: new Map(), cursors: new Map(), stale: false };
/** Answers one question; never throws. A question that can't be read is denied, saying why. */
function explain(question, explainer) {
    const id = question.id === undefined ? {} : { id: question.id };
    const refuse = (reason) => ({ ...id, decision: 'deny', rules: ['builtin:not-understood'], reasons: [reason], statements: [], assumed: false });
    if (typeof question.text !== 'string')
        return refuse('the question has no `text`');
    if (!KINDS.some((kind) => kind === question.kind))
        return refuse(`kind \`${String(question.kind)}\` is unknown; it is one of: ${KINDS.join(', ')}`);
    if (question.kind !== 'sql')
        return refuse(`operations of kind \`${question.kind}\` are not understood by this version, so they are denied`);
    try {
        const resource = question.resource ?? onlyResource(explainer.policy);
        if (resource === null)
            return refuse('the question names no `resource`, and the policy has not exactly one');
        if (!(resource in explainer.policy.resources))
            return refuse(`resource \`${resource}\` is not in the policy`);
        const statements = explainer.analyse(Buffer.from(question.text, 'utf8')).map((draft) => explainStatement(draft, { resource, principal: question.principal }, explainer));
        return { ...id, ...strictest(statements), statements, assumed: statements.some((statement) => statement.assumed) };
    }
    catch (thrown) {
        return refuse(`the operation could not be judged: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
function onlyResource(policy) {
    const names = Object.keys(policy.resources);
    return names.length === 1 ? (names[0] ?? null) : null;
}
function explainStatement(draft, asked, explainer) {
    const facts = explainer.resolve(draft, NO_CATALOG);
    const principal = { names: asked.principal === undefined ? [] : [asked.principal], issuer: 'explain', subject: asked.principal ?? 'anyone', claims: {} };
    const operation = { kind: 'sql', resource: { name: asked.resource, target: asked.resource }, facts, parameters: [], data: null, settings: {} };
    const decision = explainer.policy.decide({ operation, principal, resource: asked.resource, now: explainer.now });
    const { statement, name, accesses, functions, outputs, flows, unknown, forbidden, copy, lock, rewrite, assumed } = facts;
    return {
        statement, name, decision: decision.decision, rules: decision.rules, reasons: decision.reasons,
        accesses, functions, outputs, flows, unknown, forbidden, copy, lock, rewrite, assumed,
    };
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
    for (const flow of statement.flows)
        lines.push(`  copies   into ${flow.target.relation}.${flow.target.column} <- ${renderOrigins(flow.origins, false)}`);
    if (statement.lock !== null)
        lines.push(`  locks    ${statement.lock}${statement.rewrite === true ? ', rewrites the table' : ''}`);
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
    const explainer = await explainerFor(typeof inputs.policy === 'string' ? inputs.policy : '.ostiary/policy.yml');
    if (words.length === 0)
        return explainStream(explainer);
    const optional = (name) => (typeof inputs[name] === 'string' ? { [name]: inputs[name] } : {});
    const question = { kind: typeof inputs.kind === 'string' ? inputs.kind : 'sql', text: words.join(' '), ...optional('resource'), ...optional('principal') };
    const answer = explain(question, explainer);
    process.stdout.write(inputs.json === true ? `${JSON.stringify(answer)}\n` : renderAnswer(answer));
    return answer.decision === 'allow' ? errors/* EXIT */.dc.done : answer.decision === 'review' ? errors/* EXIT */.dc.pending : errors/* EXIT */.dc.denied;
}
async function explainerFor(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the policy \`${file}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { hint: 'name one with `--policy FILE`' });
    });
    const now = runtime/* systemRuntime */.g.now();
    const [{ SqlParser }, { resolve }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(947), __webpack_require__.e(395)]).then(__webpack_require__.bind(__webpack_require__, 8947)), __webpack_require__.e(/* import() */ 454).then(__webpack_require__.bind(__webpack_require__, 1454))]);
    const parser = await SqlParser.load();
    const policy = await (0,load/* loadPolicy */.t)({ text, file }, { now });
    return { policy, now, analyse: (sql) => parser.analyse(sql), resolve: (draft, scope) => resolve(draft, scope, parser) };
}
async function explainStream(explainer) {
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
        waiting += `${JSON.stringify(explain(parseQuestion(line), explainer))}\n`;
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


/***/ })

};
