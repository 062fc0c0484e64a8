export const id = 6560;
export const ids = [6560];
export const modules = {

/***/ 66560:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ doctor),
  V: () => (/* binding */ doctorSpec)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/documentation-links.js
var documentation_links = __webpack_require__(96713);
// EXTERNAL MODULE: ./lib/parse/files/doctor-github.js
var doctor_github = __webpack_require__(29466);
// EXTERNAL MODULE: ./lib/parse/shell/extract/yaml.js
var yaml = __webpack_require__(7029);
// EXTERNAL MODULE: ./lib/parse/files/agents.js
var agents = __webpack_require__(50297);
// EXTERNAL MODULE: ./lib/parse/files/gitlab.js
var gitlab = __webpack_require__(73284);
// EXTERNAL MODULE: ./lib/parse/files/workflow-tree.js
var workflow_tree = __webpack_require__(66423);
;// CONCATENATED MODULE: ./lib/parse/files/doctor-gitlab.js





const FIXES = {
    'workflow.remote-include': ['unpinned-include', 'name a full commit: `ref: <40 hex digits>`, `component: …@<40 hex digits>`, or `integrity:` for an address'],
    'workflow.insecure-commands': ['insecure-commands', 'take the variable out'],
};
const SCRIPTS = ['before_script', 'script', 'after_script'];
/** Everything unsafe in a GitLab CI file. Never throws. */
function gitlabDiagnoses(file, text) {
    try {
        const marks = (0,gitlab/* gitlabMarks */.k)(text).flatMap(({ id, line, detail }) => {
            const known = FIXES[id];
            return known === undefined ? [] : [{ id: known[0], file, line, message: detail, fix: known[1] }];
        });
        return [...marks, ...(0,yaml/* yamlTrees */.P)(text).flatMap((root) => [...(root.entries ?? [])].flatMap(([name, job]) => ofJob(file, { name, job, root })))];
    }
    catch (thrown) {
        return [{ id: 'unreadable', file, line: null, message: `it can not be read: ${(0,errors/* messageOf */.bD)(thrown).split('\n')[0] ?? ''}`, fix: 'correct the file: what GitLab makes of it is not known' }];
    }
}
function ofJob(file, { name, job, root }) {
    const agent = SCRIPTS.flatMap((key) => (0,workflow_tree/* textsOf */.CB)((0,yaml/* under */.h)(job, key))).map(agentLine).find((line) => line !== null);
    if (agent === undefined || agent === null)
        return [];
    const found = [];
    const tokens = (0,yaml/* under */.h)(job, 'id_tokens') ?? (0,yaml/* under */.h)(root, 'default', 'id_tokens');
    if (tokens !== undefined)
        found.push({ id: 'agent-id-token', file, line: tokens.line, message: `the agent of job \`${name}\` (line ${agent}) holds the job's OIDC tokens`, fix: 'take `id_tokens` out of this job: a job of its own for the agent, or start it behind `ostiary run`' });
    for (const [variable, { line }] of [...((0,yaml/* under */.h)(job, 'variables')?.entries ?? []), ...((0,yaml/* under */.h)(root, 'variables')?.entries ?? [])]) {
        const key = (0,agents/* isModelKey */.J)(variable) ? null : (0,agents/* staticKey */.qz)(variable);
        if (key !== null)
            found.push({ id: 'static-key', file, line, message: `\`${variable}\` is ${key.what} that never ends, in a job with an agent (line ${agent})`, fix: `log in with an OIDC token instead: ${key.instead}` });
    }
    return found;
}
function agentLine(script) {
    const text = script.text ?? '';
    const at = (0,agents/* agentCommandIn */._q)(text);
    if (at === null || (0,agents/* isGuarded */.JN)(text, at))
        return null;
    return script.line + (script.literal ? at : 0);
}

// EXTERNAL MODULE: ./lib/commands/verb.js
var verb = __webpack_require__(61557);
;// CONCATENATED MODULE: ./lib/commands/doctor.js
// SPDX-License-Identifier: Apache-2.0
//
// `doctor`: what is unsafe about how a repository or a job is set up, each with its fix. Reads and asks; changes nothing. Refuses to say that
// all is well about what it could not see.






const FORMATS = ['text', 'json', 'sarif'];
/** The declaration of its flags; it has no face in CI. */
const doctorSpec = {
    name: 'doctor',
    description: 'Say what is unsafe about how this repository or job is set up, each with its fix; changes nothing.',
    inputs: [{ name: 'format', description: 'What is printed: `text`, `json` or `sarif`.', default: 'text', required: false, face: 'cli', kind: 'text', choices: FORMATS }],
    outputs: [],
};
/** Looks and prints; 0: nothing found, 1: findings. Throws INPUT_INVALID on a wrong flag. */
async function doctor(raw, deps) {
    const format = (0,verb/* choiceInput */.ij)(raw, doctorSpec, { name: 'format', choices: FORMATS }) ?? 'text';
    const elsewhere = await deps.examine();
    const findings = [...deps.files.flatMap(ofFile), ...elsewhere.findings];
    const examined = { findings: distinct(findings), notKnown: elsewhere.notKnown };
    const about = { files: deps.files.length, version: deps.version };
    deps.print(format === 'json' ? jsonOf(examined, about) : format === 'sarif' ? sarifOf(examined, about) : textOf(examined, about));
    return examined.findings.length === 0 ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.denied;
}
function ofFile({ path, text }) {
    return /gitlab-ci\.ya?ml$|^\.gitlab\//u.test(path) ? gitlabDiagnoses(path, text) : (0,doctor_github/* githubDiagnoses */.Z)(path, text);
}
function distinct(findings) {
    return [...new Map(findings.map((one) => [`${one.id} ${one.file ?? ''} ${one.line ?? ''} ${one.message}`, one])).values()];
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
function textOf({ findings, notKnown }, { files }) {
    const lines = findings.flatMap(({ id, file, line, message, fix }) => [`${file === null ? '' : `${printable(file)}${line === null ? '' : `:${line}`}: `}${printable(message)} (${id})`, `  fix: ${printable(fix)}`]);
    const open = notKnown.flatMap(({ question, why }) => [`not known: ${printable(question)}`, `  ${printable(why)}`]);
    return `${[...lines, ...open, `${findings.length === 0 ? 'nothing unsafe found' : `${findings.length} found`} in ${counted(files, 'CI file')}; ${counted(notKnown.length, 'question')} not answered`].join('\n')}\n`;
}
// What a file says is shown in a terminal.
function printable(text) {
    return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
function jsonOf({ findings, notKnown }, { files, version }) {
    return `${JSON.stringify({ format: 'ostiary-doctor-v1', ostiary: version, files, findings, notKnown })}\n`;
}
function sarifOf({ findings, notKnown }, { version }) {
    const ids = [...new Set(findings.map(({ id }) => id))].sort();
    const docs = (0,documentation_links/* manual */.j)('docs/doctor.md');
    const result = ({ id, file, line, message, fix }) => ({
        ruleId: id, ruleIndex: ids.indexOf(id), level: 'error', message: { text: `${message}; fix: ${fix}` },
        // GitHub shows no result without a place.
        locations: [{ physicalLocation: { artifactLocation: { uri: (file ?? '.github/workflows').split('/').map(encodeURIComponent).join('/') }, region: { startLine: line ?? 1 } } }],
        partialFingerprints: { 'ostiaryDoctor/v1': (0,external_node_crypto_.createHash)('sha256').update(`${id}\n${file ?? ''}\n${message}`).digest('hex') },
    });
    return `${JSON.stringify({
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
        runs: [{
                tool: { driver: { name: 'Ostiary doctor', informationUri: docs, semanticVersion: version, rules: ids.map((id) => ({ id, shortDescription: { text: id }, helpUri: `${docs}#${id}`, help: { text: findings.find((one) => one.id === id)?.fix ?? id } })) } },
                automationDetails: { id: 'ostiary/doctor/' }, columnKind: 'unicodeCodePoints',
                invocations: [{ executionSuccessful: true, toolExecutionNotifications: notKnown.map(({ question, why }) => ({ level: 'note', message: { text: `not known: ${question}: ${why}` } })) }],
                results: findings.map(result),
            }],
    })}\n`;
}


/***/ }),

/***/ 96713:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ manual),
/* harmony export */   y: () => (/* binding */ HOME)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Where a message sends people who want to read more: whoever meets it in a job, a package or an image has no `docs/` at hand.
const HOME = 'https://github.com/ostiary/ostiary';
/** Address of a page of this repository: `docs/vault.md`, `SECURITY.md`. */
function manual(page) {
    return `${HOME}/blob/main/${page}`;
}


/***/ }),

/***/ 50297:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ secretsBelow),
/* harmony export */   Fp: () => (/* binding */ permissionOf),
/* harmony export */   J: () => (/* binding */ isModelKey),
/* harmony export */   JN: () => (/* binding */ isGuarded),
/* harmony export */   _q: () => (/* binding */ agentCommandIn),
/* harmony export */   m0: () => (/* binding */ isAgentAction),
/* harmony export */   qz: () => (/* binding */ staticKey)
/* harmony export */ });
/* harmony import */ var _shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7029);
// SPDX-License-Identifier: Apache-2.0
//
// Where a CI file starts a coding agent, and which of its secrets are keys that never end. By names that are known; refuses to guess at
// others: what starts an agent under another name is not seen (docs/doctor.md says so).

// Hits `anthropics/claude-code-action@v1`, `openai/codex-action@…`; misses `actions/checkout@…`.
const AGENT_ACTION = /^(?:anthropics\/claude-code(?:-base)?-action|openai\/codex-action|google-github-actions\/run-gemini-cli|google-gemini\/gemini-cli-action|sst\/opencode(?:\/github)?|anomalyco\/opencode(?:\/github)?|all-hands-ai\/openhands[\w-]*|openhands\/[\w-]+|github\/copilot-[\w-]+|cursor\/[\w-]*agent[\w-]*|qwenlm\/qwen-code-action)(?:\/[^@]*)?@/iu;
// Hits `codex exec "…"`, `npx -y @anthropic-ai/claude-code -p x`, `cd x && claude -p y`; misses `npm i -g @openai/codex`, `echo claude-dir`.
const AGENT_COMMAND = /(?:^|[;&|(]|\bnpx\s(?:\s*-{1,2}\w+)*|\bsudo\s|\bexec\s|\btimeout\s+\S+\s)\s*(?:@openai\/codex|@anthropic-ai\/claude-code|@google\/gemini-cli|claude|codex|gemini|aider|opencode|cursor-agent|openhands|qwen)(?:@[\w.-]+)?(?=\s|$)/mu;
/** Keys that a model's own service takes: an agent can't do without. */
const MODEL_KEY = /^(?:ANTHROPIC|OPENAI|GEMINI|GOOGLE_AI|CLAUDE|CODEX|AZURE_OPENAI|OPENROUTER|MISTRAL|DEEPSEEK|CURSOR|QWEN)_\w*(?:KEY|TOKEN)$/iu;
/** Names of secrets that stand for keys without an end, and what does without. */
const STATIC_KEYS = [
    [/^(?:\w+_)?AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)(?:_\w+)?$/u, 'a key of AWS', '`role-to-assume` of aws-actions/configure-aws-credentials'],
    [/^(?:\w+_)?(?:GCP|GCLOUD|GOOGLE)_(?:\w+_)?(?:CREDENTIALS|SA_KEY|SERVICE_ACCOUNT_KEY)(?:_JSON)?$|^GOOGLE_APPLICATION_CREDENTIALS(?:_JSON)?$|^(?:GCP_)?SA_KEY$/u, 'a key of a service account of Google Cloud', '`workload_identity_provider` of google-github-actions/auth'],
    [/^AZURE_CREDENTIALS$|^(?:AZURE|ARM)_CLIENT_SECRET$/u, 'a password of an Azure app', '`client-id` and `tenant-id` of azure/login with a federated credential'],
    [/^(?:\w+_)?DATABASE_URL$|^PGPASSWORD$|^(?:\w+_)?(?:DB|POSTGRES(?:QL)?)_PASSWORD$/u, 'a password of a database', '`credential: vault:database/creds/ROLE` (or aws-rds-iam:, oidc:) of a resource behind `ostiary run`'],
    [/^(?:\w+_)?KUBE_?CONFIG(?:_\w+)?$/u, 'a key of a cluster', 'a login by OIDC, as every cloud has for its clusters'],
    [/^VAULT_TOKEN$/u, 'a token of a Vault', 'its JWT login: `vaults` of the policy, or `method: jwt` of hashicorp/vault-action'],
];
/** Inputs of actions that take such a key. */
const STATIC_INPUTS = { 'aws-access-key-id': 'AWS_ACCESS_KEY_ID', 'aws-secret-access-key': 'AWS_SECRET_ACCESS_KEY', credentials_json: 'GCP_CREDENTIALS', creds: 'AZURE_CREDENTIALS' };
/** True for `uses:` of an action that is a coding agent. */
function isAgentAction(uses) {
    return AGENT_ACTION.test(uses.trim());
}
/** Line, counted from 0 within the text, of the first command that starts an agent; null: there is none. */
function agentCommandIn(script) {
    const found = AGENT_COMMAND.exec(script);
    return found === null ? null : script.slice(0, found.index + found[0].length).split('\n').length - 1;
}
// Hits `ostiary run -- claude`, `sudo ostiary run`; misses `my-ostiary run`, `./ostiary run`, `ostiary runner`.
const OUR_COMMAND = /(?<![\w./@-])ostiary\s+run(?=\s)/u;
/** True when the agent on that line of a script (from 0) is behind our own command line, which was not told not to isolate. */
function isGuarded(script, line) {
    return OUR_COMMAND.test(script.split('\n')[line] ?? '') && !/--isolation[ =]['"]?none/u.test(script);
}
/** True for a model's own key. */
function isModelKey(name) {
    return MODEL_KEY.test(name);
}
/** What a secret's name says about a key that never ends; null: nothing. */
function staticKey(name) {
    const found = STATIC_KEYS.find(([pattern]) => pattern.test(name));
    return found === undefined ? null : { what: found[1], instead: found[2] };
}
/** Secrets that the texts below a node name, `secrets.X` and `secrets['X']`, each with its line; inputs that take keys are told by what they are. */
function secretsBelow(node, key = '') {
    if (node === undefined)
        return [];
    const own = [...(node.text ?? '').matchAll(/\bsecrets(?:\.|\[\s*')([A-Za-z_][\w-]{0,99})/gu)].map(([, name = '']) => ({ name, shownAs: STATIC_INPUTS[key] ?? name, line: node.line }));
    return [...own, ...(node.items ?? []).flatMap((item) => secretsBelow(item)), ...[...(node.entries ?? [])].flatMap(([name, value]) => secretsBelow(value, name))];
}
/** Value of a permission of a job: its own, or the workflow's; null when neither says. */
function permissionOf(job, root, scope) {
    const node = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'permissions') ?? (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'permissions');
    if (node === undefined)
        return null;
    if (node.text !== null)
        return { value: node.text === 'write-all' ? 'write' : 'read', line: node.line };
    const one = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, scope);
    return one === undefined ? { value: 'none', line: node.line } : { value: one.text ?? 'none', line: one.line };
}


/***/ }),

/***/ 29466:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ environmentsIn),
/* harmony export */   Z: () => (/* binding */ githubDiagnoses)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7029);
/* harmony import */ var _agents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50297);
/* harmony import */ var _workflow_jobs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70047);
/* harmony import */ var _workflow_steps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66552);
/* harmony import */ var _workflow_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66423);
// SPDX-License-Identifier: Apache-2.0
//
// What is unsafe about a GitHub workflow as it stands, with its fix: agents beside rights and secrets, strangers' code beside rights, actions
// that can change, keys that never end. A job that starts its agent behind `ostiary run` is as it should be. Refuses to look at history.






/** Hazards of single lines that matter whoever runs there, and how to mend each. */
const FIXES = {
    'workflow.unpinned-action': ['unpinned-action', 'write the full commit: `uses: OWNER/REPO@<40 hex digits> # vX.Y.Z`'],
    'workflow.untrusted-checkout': ['untrusted-checkout', 'use `on: pull_request`; where the rights are needed, read the diff by the API and run nothing of it'],
    'workflow.template-injection': ['template-injection', 'hand it over as a variable: `env: { TITLE: ${{ … }} }`, and use `"$TITLE"`'],
    'workflow.prompt-injection': ['prompt-injection', 'let the agent fetch the text itself, as data, in a job without rights and secrets'],
    'workflow.all-secrets': ['all-secrets', 'name the secrets that the step needs, one by one'],
    'workflow.secrets-inherit': ['all-secrets', 'name the secrets that the called workflow needs: `secrets: { NAME: ${{ secrets.NAME }} }`'],
    'workflow.insecure-commands': ['insecure-commands', 'take the variable out'],
};
/** Rights with which an agent changes what others run. */
const STRONG = ['contents', 'actions', 'packages', 'deployments', 'id-token'];
/** Our own actions: what they start is behind the gate. */
const GUARDS = new Set(['ostiary/ostiary', 'ostiary/ostiary/actions/run']);
/** Everything unsafe in a workflow; a file that can't be read is said to be that. Never throws. */
function githubDiagnoses(file, text) {
    try {
        const workflow = (0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .workflowIn */ .lV)(text);
        if (workflow === null)
            return [];
        const marks = [...(0,_workflow_jobs_js__WEBPACK_IMPORTED_MODULE_3__/* .jobMarks */ .qb)(workflow), ...(0,_workflow_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .stepMarks */ .v)(workflow)].flatMap((mark) => fromMark(file, mark));
        return [...marks, ...(workflow.action ? [] : workflow.jobs.flatMap((job) => [...ofAgents(file, job, workflow), ...keys(file, job)])), ...keysOf(file, (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsBelow */ .FJ)((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .under */ .h)(workflow.root, 'env')))];
    }
    catch (thrown) {
        return [{ id: 'unreadable', file, line: null, message: `it can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown).split('\n')[0] ?? ''}`, fix: 'correct the file: what GitHub makes of it is not known' }];
    }
}
function fromMark(file, { id, line, detail }) {
    const known = FIXES[id];
    return known === undefined ? [] : [{ id: known[0], file, line, message: detail, fix: known[1] }];
}
/** Environments that jobs of a workflow are deployed to, by name. Never throws. */
function environmentsIn(text) {
    try {
        return ((0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .workflowIn */ .lV)(text)?.jobs ?? []).flatMap(({ node }) => {
            const environment = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .under */ .h)(node, 'environment');
            const name = environment?.text ?? (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .under */ .h)(environment, 'name')?.text ?? '';
            return name === '' || name.includes('${{') ? [] : [name];
        });
    }
    catch {
        return [];
    }
}
function agentIn(step) {
    const uses = step.uses?.text?.trim() ?? '';
    if ((0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .isAgentAction */ .m0)(uses))
        return { line: step.uses?.line ?? step.node.line, guarded: false };
    const script = step.run?.text ?? '';
    const at = (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .agentCommandIn */ ._q)(script);
    // Behind our own command line, unless that was told not to isolate.
    if (at !== null)
        return { line: (step.run?.line ?? step.node.line) + (step.run?.literal === true ? at : 0), guarded: (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .isGuarded */ .JN)(script, at) };
    const [action = '', ref] = uses.toLowerCase().split('@');
    if (ref === undefined || !GUARDS.has(action))
        return null;
    const isolation = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .under */ .h)(step.with, 'isolation');
    return isolation === undefined || isolation.text === 'user' ? { line: step.uses?.line ?? step.node.line, guarded: true } : { line: isolation.line, guarded: false };
}
function ofAgents(file, job, { root }) {
    const agent = job.steps.map(agentIn).find((found) => found !== null && !found.guarded);
    if (agent === undefined || agent === null)
        return [];
    const found = [];
    const tell = (id, line, message, fix) => void found.push({ id, file, line, message, fix });
    const own = 'a job of its own for the agent, or start it behind `ostiary/ostiary/actions/run` with `isolation: user`';
    for (const scope of STRONG) {
        const permission = (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionOf */ .Fp)(job.node, root, scope);
        if (permission?.value !== 'write')
            continue;
        if (scope === 'id-token')
            tell('agent-id-token', permission.line, `the agent of job \`${job.name}\` (line ${agent.line}) can get OIDC tokens for every audience`, `take \`id-token: write\` out of this job: ${own}`);
        else
            tell('agent-write-token', permission.line, `the agent of job \`${job.name}\` (line ${agent.line}) has a token with \`${scope}: write\``, `write \`${scope}: read\`, and let a second job without an agent do what needs more`);
    }
    if ((0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .permissionOf */ .Fp)(job.node, root, 'contents') === null)
        tell('agent-default-permissions', agent.line, `nobody says what the token of job \`${job.name}\` may do, so the repository's default holds for its agent`, `add \`permissions: { contents: read }\` to the job`);
    for (const { name, line } of [...(0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsBelow */ .FJ)(job.node), ...(0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsBelow */ .FJ)((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .under */ .h)(root, 'env'))]) {
        if (name.toUpperCase() !== 'GITHUB_TOKEN' && !(0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .isModelKey */ .J)(name))
            tell('agent-secrets', line, `\`secrets.${name}\` is in a job with an agent (line ${agent.line}), which can read what the job can read`, `take it out of this job: ${own}`);
    }
    for (const mark of (0,_workflow_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .stepMarks */ .v)({ root, jobs: [job], triggers: new Map(), action: false })) {
        if (mark.id === 'workflow.persist-credentials')
            tell('agent-credentials', mark.line, `the checkout leaves the job's token in \`.git/config\`, where the agent (line ${agent.line}) finds it`, 'add `with: { persist-credentials: false }` to the checkout');
    }
    return found;
}
function keys(file, { node, steps, name }) {
    const found = keysOf(file, (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .secretsBelow */ .FJ)(node));
    const guarded = steps.some((step) => agentIn(step)?.guarded === true);
    const first = found[0];
    if (first === undefined || guarded || (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .under */ .h)(node, 'environment') !== undefined)
        return found;
    return [...found, { id: 'no-environment', file, line: node.line, message: `job \`${name}\` uses production keys without a deployment environment, so every workflow on every branch gets them`, fix: `keep the secret in an environment with protected branches and reviewers, and add \`environment: production\` to the job` }];
}
function keysOf(file, secrets) {
    return secrets.flatMap(({ name, shownAs, line }) => {
        const key = (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .staticKey */ .qz)(shownAs) ?? (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .staticKey */ .qz)(name);
        return key === null ? [] : [{ id: 'static-key', file, line, message: `\`secrets.${name}\` is ${key.what} that never ends`, fix: `log in with the job's OIDC token instead: ${key.instead}` }];
    });
}


/***/ }),

/***/ 7029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ yamlTrees),
/* harmony export */   h: () => (/* binding */ under)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
// SPDX-License-Identifier: Apache-2.0
//
// YAML as a tree with places, for files that CI products read: anchors, aliases and tags included, as those products allow them. Refuses what
// does not parse, and aliases that would make a small file large.
// @see https://yaml.org/spec/1.2.2/

/** Source: the largest workflow files in use have a few thousand lines. */
const MAX_CHARACTERS = 1_048_576;
const MAX_DEPTH = 64;
const MAX_NODES = 100_000;
/** The documents of a text. Throws what js-yaml throws, or a RangeError beyond the limits. */
function yamlTrees(text) {
    if (text.length > MAX_CHARACTERS)
        throw new RangeError(`the file is longer than ${MAX_CHARACTERS} characters`);
    return new Builder(text).documents();
}
class Builder {
    text;
    #events;
    #anchors = new Map();
    #at = 0;
    #made = 0;
    #line = 1;
    #counted = 0;
    constructor(text) {
        this.text = text;
        this.#events = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(text, { maxDepth: MAX_DEPTH });
    }
    documents() {
        const trees = [];
        while (this.#at < this.#events.length) {
            const event = this.#events[this.#at];
            this.#at += 1;
            if (event.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.DOCUMENT)
                continue;
            if (this.#events[this.#at]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP)
                trees.push(this.#node());
        }
        return trees;
    }
    #node() {
        const event = this.#events[this.#at];
        this.#at += 1;
        if ((this.#made += 1) > MAX_NODES)
            throw new RangeError(`the file holds more than ${MAX_NODES} nodes`);
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.ALIAS) {
            const { anchorStart, anchorEnd } = event;
            return this.#anchors.get(this.text.slice(anchorStart, anchorEnd)) ?? this.#leaf('', 1, null);
        }
        const opening = event;
        const node = this.#opened(event, this.#tag(event));
        if (opening.anchorStart >= 0)
            this.#anchors.set(this.text.slice(opening.anchorStart, opening.anchorEnd), node);
        return node;
    }
    #opened(event, tag) {
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE) {
            const line = this.#lineAt(event.start);
            const items = [];
            while (this.#events[this.#at]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP)
                items.push(this.#node());
            this.#at += 1;
            return { line, text: null, literal: false, items, entries: null, tag };
        }
        if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING)
            return this.#mapping(this.#lineAt(event.start), tag);
        if (event.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR)
            return this.#leaf('', 1, tag);
        const leaf = this.#leaf((0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .getScalarValue */ .KE)(this.text, event), event.valueStart < 0 ? this.#line : this.#lineAt(event.valueStart), tag);
        return { ...leaf, literal: event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.LITERAL_BLOCK };
    }
    #mapping(line, tag) {
        const entries = new Map();
        const own = new Set();
        let repeated;
        while (this.#events[this.#at]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP) {
            const key = this.#node();
            const value = this.#node();
            if (key.text === '<<')
                for (const merged of value.items ?? [value])
                    for (const [name, node] of merged.entries ?? [])
                        if (!entries.has(name))
                            entries.set(name, node);
            if (key.text !== null && own.has(key.text))
                repeated = key.text;
            if (key.text !== null) {
                own.add(key.text);
                entries.set(key.text, value);
            }
        }
        this.#at += 1;
        return { line, text: null, literal: false, items: null, entries, tag, ...(repeated === undefined ? {} : { repeated }) };
    }
    #leaf(text, line, tag) {
        return { line, text, literal: false, items: null, entries: null, tag };
    }
    #tag(event) {
        return 'tagStart' in event && event.tagStart >= 0 ? this.text.slice(event.tagStart, event.tagEnd).replace(/^!?/u, '!') : null;
    }
    // Places only grow, so lines are counted once.
    #lineAt(position) {
        if (position < this.#counted) {
            this.#counted = 0;
            this.#line = 1;
        }
        for (let at = this.text.indexOf('\n', this.#counted); at >= 0 && at < position; at = this.text.indexOf('\n', at + 1)) {
            this.#line += 1;
            this.#counted = at + 1;
        }
        return this.#line;
    }
}
/** A node by path; undefined where there is none. */
function under(node, ...keys) {
    return keys.reduce((inner, key) => inner?.entries?.get(key), node);
}


/***/ })

};
