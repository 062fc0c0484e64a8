export const id = 3209;
export const ids = [3209];
export const modules = {

/***/ 95368:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JJ: () => (/* binding */ worse),
/* harmony export */   Pt: () => (/* binding */ originOfText),
/* harmony export */   l$: () => (/* binding */ expressionsIn),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Expressions of GitHub workflows (`${{ … }}`): what of them a stranger writes. Refuses to evaluate; an index is read as the property it
// names. Whatever is not known to be fixed counts as text that somebody chose.
// @see https://docs.github.com/en/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks
const EXPRESSION = /\$\{\{([\s\S]*?)\}\}/gu;
// Hits `github.event.issue.title`, `github.head_ref`, `tojson(github.event)`; misses `github.event.pull_request.number` and what the repository itself says.
const STRANGER = /\bgithub\.head_ref\b|\bgithub\.event\.(?!repository\.|pull_request\.base\.|inputs\.|organization\.)(?:[\w*-]+\.){1,8}(?:title|body|message|email|ref|label|default_branch|page_name|head_branch|display_title|description|homepage)\b|\bgithub\.event\.[\w.*-]{0,80}(?:author|committer|head\.repo|head_repository)\.(?:name|full_name)\b|\bgithub\.event\.client_payload\b|\btojson\(\s*github(?:\.event(?:\.(?:issue|pull_request|comment|review|discussion|commits|head_commit|workflow_run)[\w.*-]*)?)?\s*\)|\bgithub\.event\.(?:issue|pull_request|comment|review|discussion|commits|head_commit)\s*(?:$|[),|&])/u;
/** Facts of the platform: numbers, digests, addresses, words from a fixed list. */
const FIXED = /^(?:github\.(?:sha|workflow_sha|run_id|run_number|run_attempt|repository|repository_id|repository_owner|repository_owner_id|workspace|action|action_path|action_ref|action_repository|server_url|api_url|graphql_url|job|event_name|event_path|retention_days|actor_id|token|ref_type|ref_protected|path|env|output|step_summary|secret_source|job_workflow_sha|event\.(?:number|action|(?:issue|pull_request|discussion|comment|review|workflow_run)\.(?:number|id|node_id|merged|draft|state|user\.id|base\.sha|head\.sha|head_sha|merge_commit_sha|head\.repo\.(?:fork|id)|comments|commits|additions|deletions|changed_files|run_number|run_attempt|conclusion|event|html_url|url|author_association|created_at|updated_at|base\.repo\.[\w.]+)|repository\.(?:id|name|full_name|owner\.\w+|fork|private|default_branch)|before|after|created|deleted|forced|inputs\.[\w-]+\.never))|runner\.\w+|secrets\.[\w-]+|strategy\.[\w-]+|job\.(?:status|container\.\w+|services\.[\w.-]+)|steps\.[\w-]+\.(?:outcome|conclusion)|needs\.[\w-]+\.result|vars\.[\w-]+|\d+|true|false|null|'[^']*')$/u;
/** Expressions in a text, each with its place. */
function expressionsIn(text) {
    if (!text.includes('${{'))
        return [];
    return [...text.matchAll(EXPRESSION)].map((match) => ({ at: match.index, body: plain(match[1] ?? '') }));
}
/** An expression in lower case, with indexes as properties: `github['HEAD_REF']` is `github.head_ref`. */
function plain(expression) {
    return expression.trim().toLowerCase().replace(/\[\s*'([^']*)'\s*\]/gu, '.$1').replace(/\s*\.\s*/gu, '.').replace(/\[\s*(?:\d+|\*)\s*\]/gu, '.*');
}
/** Whose text an expression yields. `ofEnv`: whose a variable of the workflow's `env` is, and `matrix.x` a value of the job's matrix. */
function originOf(body, ofEnv = () => null) {
    if (STRANGER.test(body))
        return 'stranger';
    // What only decides between yes and no yields no text: `a == b`, `contains(…)`, `!x`.
    if (/^(?:!|contains\(|startswith\(|endswith\(|hashfiles\(|success\(|failure\(|always\(|cancelled\()/u.test(body) || /[=!<>]=|[<>]/u.test(body) && !/&&|\|\|/u.test(body))
        return 'fixed';
    const parts = body.split(/&&|\|\|/u).map((part) => part.trim().replace(/^\((.*)\)$/u, '$1'));
    return parts.map((part) => originOfPart(part, ofEnv)).reduce(worse, 'fixed');
}
function originOfPart(part, ofEnv) {
    if (FIXED.test(part) || /[=!<>]=/u.test(part))
        return 'fixed';
    // Whatever the job's matrix holds; one that is computed is somebody's (workflow-tree.ts).
    const key = /^matrix\.([\w-]+)(?:[.*].*)?$/u.exec(part)?.[1];
    if (key !== undefined)
        return ofEnv(`matrix.${key}`) ?? ofEnv('matrix.*') ?? 'fixed';
    const name = /^env\.([\w-]+)$/u.exec(part)?.[1];
    return name === undefined ? 'somebody' : (ofEnv(name) ?? 'somebody');
}
/** The less trusted of two. */
function worse(a, b) {
    if (a === 'stranger' || b === 'stranger')
        return 'stranger';
    return a === 'somebody' || b === 'somebody' ? 'somebody' : 'fixed';
}
/** Whose text a whole value is: the worst of its expressions. */
function originOfText(text, ofEnv) {
    return expressionsIn(text).map(({ body }) => originOf(body, ofEnv)).reduce(worse, 'fixed');
}


/***/ }),

/***/ 73284:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ gitlabMarks)
/* harmony export */ });
/* harmony import */ var _shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7029);
/* harmony import */ var _workflow_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66423);
// SPDX-License-Identifier: Apache-2.0
//
// What a GitLab CI file brings in and is given: includes from elsewhere, identity tokens, environments, images, privileged services, debug
// traces. Refuses to fetch what it includes. Scripts are for the shell's reader.
// @see https://docs.gitlab.com/ci/yaml/


/** All marks of a GitLab CI file. Throws when it is no YAML. */
function gitlabMarks(text) {
    return (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .yamlTrees */ .P)(text).flatMap((root) => [
        ...includes((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'include')), ...variables(root), ...imagesOf(root), ...imagesOf((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'default')),
        ...[...(root.entries ?? [])].filter(([name]) => !RESERVED.has(name)).flatMap(([name, job]) => [...ofJob(name, job), ...imagesOf(job), ...variables(job)]),
    ]);
}
const RESERVED = new Set(['include', 'variables', 'default', 'stages', 'workflow', 'spec', 'image', 'services', 'cache', 'before_script', 'after_script']);
function includes(node) {
    const parts = node === undefined ? [] : (node.items ?? [node]);
    return parts.flatMap((part) => {
        const remote = part.text !== null && /^https?:\/\//u.test(part.text) ? part : (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'remote');
        const project = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'project');
        const component = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'component');
        const mark = (place, detail) => [{ id: 'workflow.remote-include', line: place.line, key: place.text ?? '', detail }];
        if (remote !== undefined && (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'integrity') === undefined)
            return mark(remote, 'jobs come from an address, and become others when it answers otherwise');
        if (project !== undefined && !/^[0-9a-f]{40}$/u.test((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'ref')?.text ?? ''))
            return mark(project, `jobs come from \`${project.text ?? ''}\` at no full commit`);
        if (component !== undefined && !/@[0-9a-f]{40}$/u.test(component.text ?? ''))
            return mark(component, `jobs come from \`${component.text ?? ''}\` at no full commit`);
        return [];
    });
}
function ofJob(name, job) {
    const found = [];
    const tokens = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'id_tokens');
    for (const [token, node] of tokens?.entries ?? [])
        found.push({ id: 'workflow.permissions', line: node.line, key: `${name} ${token} ${(0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'aud')?.text ?? ''}`, detail: `job \`${name}\` may prove who it is to others` });
    const environment = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'environment');
    const named = environment?.text ?? (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(environment, 'name')?.text;
    if (environment !== undefined && typeof named === 'string' && /^(?:prod|prd|live)/iu.test(named))
        found.push({ id: 'workflow.environment', line: environment.line, key: `${name} ${named}`, detail: `job \`${name}\` gets what \`${named}\` is given` });
    for (const tag of (0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'tags')))
        if (/self-hosted|privileged|shell|prod/iu.test(tag.text ?? ''))
            found.push({ id: 'workflow.self-hosted', line: tag.line, key: `${name} ${tag.text ?? ''}`, detail: `job \`${name}\` asks for the runner \`${tag.text ?? ''}\`` });
    const strategy = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'trigger', 'forward', 'pipeline_variables');
    if (strategy?.text === 'true')
        found.push({ id: 'workflow.secrets-inherit', line: strategy.line, key: name, detail: `job \`${name}\` hands its variables on` });
    return found;
}
function variables(node) {
    return [...((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'variables')?.entries ?? [])].filter(([name, { text }]) => /^(?:CI_DEBUG_TRACE|CI_DEBUG_SERVICES)$/u.test(name) && text === 'true' || name === 'GIT_SSL_NO_VERIFY').map(([name, { line }]) => ({ id: 'workflow.insecure-commands', line, key: name, detail: `\`${name}\` shows secrets in the log, or trusts whoever answers` }));
}
function imagesOf(node) {
    const images = [(0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'image'), ...((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'services')?.items ?? [])].map((one) => (one?.text === null ? (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(one, 'name') : one));
    return images.flatMap((image) => {
        const name = image?.text ?? '';
        const fixed = name === '' || name.includes('$') || name.includes('@sha256:') || (/:[\w][\w.-]*$/u.test(name) && !name.endsWith(':latest'));
        return image === undefined || fixed ? [] : [{ id: 'workflow.unpinned-image', line: image.line, key: name, detail: `the image \`${name}\` can become another one` }];
    });
}


/***/ }),

/***/ 70047:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CW: () => (/* binding */ unpinned),
/* harmony export */   VV: () => (/* binding */ DANGEROUS),
/* harmony export */   qb: () => (/* binding */ jobMarks)
/* harmony export */ });
/* harmony import */ var _shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7029);
/* harmony import */ var _expressions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95368);
/* harmony import */ var _workflow_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66423);
// SPDX-License-Identifier: Apache-2.0
//
// What a GitHub workflow is allowed and where it runs: triggers, permissions, runners, secrets handed on, containers. Refuses to guess at
// permissions that are not written: those that a repository gives by default count as wide.
// @see https://docs.zizmor.sh/audits/



/** Triggers that run with the base repository's rights on what strangers send. */
const DANGEROUS = ['pull_request_target', 'workflow_run', 'issue_comment'];
/** Marks of everything but the steps. */
function jobMarks(workflow) {
    return [...triggers(workflow), ...permissions(workflow), ...workflow.jobs.flatMap((job) => [...runners(job), ...secrets(job), ...images(job), ...calls(job)]), ...conditions(workflow), ...commands(workflow.root)];
}
function triggers({ triggers: on }) {
    return DANGEROUS.flatMap((name) => {
        const node = on.get(name);
        return node === undefined ? [] : [{ id: 'workflow.dangerous-trigger', line: node.line, key: name, detail: `\`${name}\` runs with the repository's own rights on what strangers send` }];
    });
}
function permissions({ root, jobs, action }) {
    if (action)
        return [];
    const whole = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'permissions');
    const bare = jobs.filter(({ node }) => (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'permissions') === undefined);
    const implied = whole === undefined && bare.length > 0 ? [{ id: 'workflow.default-permissions', line: root.line, key: 'none', detail: 'it says nothing of permissions, so the repository\'s default holds' }] : [];
    return [...implied, ...wide(whole, 'the workflow'), ...jobs.flatMap(({ node, name }) => wide((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'permissions'), `job \`${name}\``))];
}
function wide(node, owner) {
    if (node === undefined)
        return [];
    const mark = (what, line) => ({ id: 'workflow.permissions', line, key: `${owner} ${what}`, detail: `${owner} may \`${what}\`` });
    if (node.text !== null)
        return node.text === 'write-all' || node.text === 'read-all' ? [mark(node.text, node.line)] : [];
    return [...(node.entries ?? [])].filter(([, value]) => value.text !== 'read' && value.text !== 'none').map(([scope, value]) => mark(`${scope}: ${value.text ?? '?'}`, value.line));
}
function runners({ node, name }) {
    const on = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'runs-on');
    const matrix = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'strategy', 'matrix');
    const labels = [...(0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(on), ...(0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(on, 'labels'))];
    const variants = labels.some(({ text }) => text?.includes('matrix.') === true) ? leaves(matrix) : [];
    const own = [...labels, ...variants].find(({ text }) => text === 'self-hosted');
    const group = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(on, 'group');
    const place = own ?? group;
    return place === undefined ? [] : [{ id: 'workflow.self-hosted', line: place.line, key: `${name} ${group?.text ?? ''}`, detail: `job \`${name}\` runs on a machine of your own, which keeps what it leaves there` }];
}
function leaves(node) {
    if (node === undefined)
        return [];
    return node.text !== null ? [node] : [...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(leaves);
}
function secrets({ node, name }) {
    const all = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'secrets');
    return all?.text === 'inherit' ? [{ id: 'workflow.secrets-inherit', line: all.line, key: name, detail: `job \`${name}\` hands every secret on` }] : [];
}
function calls({ node }) {
    const uses = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'uses');
    return uses === undefined ? [] : unpinned(uses);
}
/** A mark for a `uses:` that names no commit and no digest. */
function unpinned(uses) {
    const name = uses.text?.trim() ?? '';
    if (name === '' || name.startsWith('./') || name.startsWith('../'))
        return [];
    if (name.startsWith('docker://'))
        return imageMarks({ ...uses, text: name.slice('docker://'.length) }, true);
    // A commit has 40 hex digits (SHA-1) or 64 (SHA-256); a tag or branch can be moved.
    return /@(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(name) ? [] : [{ id: 'workflow.unpinned-action', line: uses.line, key: name, detail: `\`${name}\` can become something else: no full commit is named` }];
}
function images({ node }) {
    const container = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'container');
    const parts = [container, ...((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'services')?.entries?.values() ?? [])].filter((part) => part !== undefined);
    const own = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'image');
    return [...parts.flatMap((part) => [...variantsOf(part.text === null ? (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'image') : part, node).flatMap((image) => imageMarks(image, false)), ...credentials(part)]), ...(own?.text?.startsWith('docker://') === true ? unpinned(own) : [])];
}
// An image that the matrix names is each of those that stand there.
function variantsOf(image, job) {
    const key = /^\$\{\{\s*matrix\.([\w-]+)[^|&]*(?:\|\|\s*'')?\s*\}\}$/u.exec(image?.text?.trim() ?? '')?.[1];
    if (key === undefined)
        return [image];
    const matrix = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'strategy', 'matrix');
    return [(0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(matrix, key), ...((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(matrix, 'include')?.items ?? []).map((row) => (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(row, key))].flatMap(leaves);
}
function imageMarks(image, strict) {
    const name = image?.text?.trim() ?? '';
    if (image === undefined || name === '' || name.includes('${{') || /@sha256:[0-9a-f]{64}$/u.test(name))
        return [];
    const tag = /:([\w][\w.-]*)$/u.exec(name)?.[1];
    return tag !== undefined && tag !== 'latest' && !strict ? [] : [{ id: 'workflow.unpinned-image', line: image.line, key: name, detail: `the image \`${name}\` can become another one` }];
}
function credentials(part) {
    const password = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(part, 'credentials', 'password');
    return password?.text === undefined || password.text === null || password.text === '' || password.text.includes('${{') ? [] : [{ id: 'workflow.credentials', line: password.line, key: 'password', detail: 'a password of a registry stands in the workflow' }];
}
function conditions({ root, jobs }) {
    const nodes = [root, ...jobs.flatMap(({ node, steps }) => [node, ...steps.map((step) => step.node)])];
    return nodes.flatMap((node) => {
        const condition = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'if');
        return condition?.text === undefined || condition.text === null ? [] : condition.text.length > 5_000 ? [] : conditionMarks(condition, condition.text);
    });
}
function conditionMarks({ line }, text) {
    const body = (0,_expressions_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(text.replace(/\$\{\{|\}\}/gu, ' '));
    const mark = (id, detail) => ({ id, line, key: body, detail });
    const found = [];
    // Any text around the braces makes a text of the whole, and texts are true.
    const rest = text.replace(/\$\{\{[\s\S]*?\}\}/u, '');
    if (text.includes('${{') && rest !== '')
        found.push(mark('workflow.unsound-condition', 'the condition is always true: there is text around its braces'));
    if (/contains\(\s*'[^']*'\s*,\s*(?:github\.(?:ref|ref_name|head_ref|base_ref|actor|triggering_actor|event)|env\.|inputs\.)/u.test(body))
        found.push(mark('workflow.unsound-contains', 'a part of a name is enough for it: compare whole names'));
    if (/github\.(?:actor|triggering_actor)\s*==\s*'[^']*\[bot\]'|'[^']*\[bot\]'\s*==\s*github\.(?:actor|triggering_actor)|github\.actor_id\s*==\s*'?(?:49699333|27856297|29139614)|endswith\(\s*github\.(?:triggering_)?actor\s*,\s*'\[bot\]'/u.test(body))
        found.push(mark('workflow.bot-condition', 'the last one to touch the pull request is asked for, and that can be made a bot'));
    return found;
}
function commands(node) {
    const own = [...(node.entries ?? [])].flatMap(([name, value]) => (name === 'ACTIONS_ALLOW_UNSECURE_COMMANDS' && value.text !== 'false' ? [{ id: 'workflow.insecure-commands', line: value.line, key: name, detail: 'what a step prints can set variables again' }] : []));
    return [...own, ...[...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(commands)];
}


/***/ }),

/***/ 66552:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ stepMarks)
/* harmony export */ });
/* harmony import */ var _shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7029);
/* harmony import */ var _expressions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95368);
/* harmony import */ var _workflow_jobs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70047);
/* harmony import */ var _workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66423);
// SPDX-License-Identifier: Apache-2.0
//
// Steps of GitHub workflows and actions: what they fetch, whose text becomes a script, what they leave for later steps. Refuses to read the
// scripts themselves, which is for the shell's reader.
// @see https://docs.zizmor.sh/audits/




/** Inputs of actions that are run as programs, and those that are told to a model. */
const PROGRAMS = /^(?:script|run|command|commands|cmd|inlinescript|run-command|pre-command|post-command)$/u;
const PROMPTS = /^(?:prompt|direct_prompt|override_prompt|custom_instructions|system_prompt|instructions|initial_prompt|user_prompt)$/u;
// Hits `github.event.pull_request.head.sha`, `refs/pull/7/merge`, `github.event.workflow_run.head_branch`.
const HEAD = /\.head\.(?:sha|ref|repo)|head_(?:sha|ref|branch|repository)|refs\/pull\/|merge_commit_sha/u;
const CACHES = /^(?:actions\/cache|swatinem\/rust-cache|docker\/build-push-action|mozilla-actions\/sccache-action|gradle\/actions\/setup-gradle|actions\/setup-(?:node|python|java|go|dotnet)|astral-sh\/setup-uv|ruby\/setup-ruby|oven-sh\/setup-bun|pnpm\/action-setup|actions-rust-lang\/setup-rust-toolchain|cachix\/cachix-action|determinatesystems\/magic-nix-cache-action|graalvm\/setup-graalvm|pyo3\/maturin-action|ramsey\/composer-install)(?:\/|@|$)/u;
/** Those that keep a cache without being asked. */
const ALWAYS = /^(?:actions\/cache(?:\/restore)?@|swatinem\/rust-cache|mozilla-actions|gradle\/actions\/setup-gradle|actions\/setup-go@|actions-rust-lang|cachix|determinatesystems|astral-sh\/setup-uv|ramsey\/composer-install@)/u;
const PUBLISHES = /^(?:pypa\/gh-action-pypi-publish|softprops\/action-gh-release|docker\/build-push-action|goreleaser\/goreleaser-action|changesets\/action|cycjimmy\/semantic-release-action|js-devtools\/npm-publish|rubygems\/release-gem|ncipollo\/release-action|actions\/create-release)@/u;
/** Marks of all steps. */
function stepMarks(workflow) {
    const open = workflow.action || _workflow_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .DANGEROUS */ .VV.some((name) => workflow.triggers.has(name));
    return workflow.jobs.flatMap((job) => {
        const released = releases(workflow, job);
        return job.steps.flatMap((step) => [...(step.uses === undefined ? [] : (0,_workflow_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .unpinned */ .CW)(step.uses)), ...checkout(step, workflow), ...injected(step), ...environment(step, open), ...cached(step, released), ...allSecrets(step)]);
    });
}
function checkout({ uses, with: inputs, run }, { triggers }) {
    const found = [];
    const privileged = _workflow_jobs_js__WEBPACK_IMPORTED_MODULE_1__/* .DANGEROUS */ .VV.some((name) => triggers.has(name));
    const fetched = /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull)\b[^\n]*(?:pull\/|refs\/pull)|\bgit\s+checkout\b[^\n]*(?:head\.|FETCH_HEAD)/u.exec(run?.text ?? '');
    if (privileged && run !== undefined && fetched !== null)
        found.push({ id: 'workflow.untrusted-checkout', line: (0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .lineIn */ .Wg)(run, fetched.index), key: fetched[0], detail: 'it fetches a stranger\'s code where the repository\'s rights are' });
    if (uses === undefined || !(0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .actionOf */ .qj)({ uses }).startsWith('actions/checkout@'))
        return found;
    const from = ['ref', 'repository'].map((name) => (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(inputs, name)).find((node) => HEAD.test(node?.text?.toLowerCase() ?? ''));
    if (privileged && from !== undefined)
        found.push({ id: 'workflow.untrusted-checkout', line: from.line, key: from.text ?? '', detail: 'it checks out a stranger\'s code where the repository\'s rights are' });
    if ((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(inputs, 'persist-credentials')?.text !== 'false')
        found.push({ id: 'workflow.persist-credentials', line: uses.line, key: 'checkout', detail: 'the token stays in `.git/config`, where every later step and artifact finds it' });
    return found;
}
function injected(step) {
    const ofRun = step.run === undefined ? [] : ofNode(step.run, step, 'script');
    const inputs = [...(step.with?.entries ?? [])];
    return [
        ...ofRun,
        ...inputs.flatMap(([name, node]) => (PROGRAMS.test(name.toLowerCase()) ? ofNode(node, step, 'script') : [])),
        ...inputs.flatMap(([name, node]) => (PROMPTS.test(name.toLowerCase()) && (0,_expressions_js__WEBPACK_IMPORTED_MODULE_3__/* .originOfText */ .Pt)(node.text ?? '', step.ofEnv) === 'stranger' ? [{ id: 'workflow.prompt-injection', line: node.line, key: name, detail: 'a stranger\'s text becomes part of what a model is told' }] : [])),
    ];
}
const INJECTED = {
    stranger: ['workflow.template-injection', 'is a stranger\'s text, and becomes part of a script'],
    somebody: ['workflow.template-in-script', 'becomes part of a script, whatever is in it'],
};
function ofNode(node, step, key) {
    return (0,_expressions_js__WEBPACK_IMPORTED_MODULE_3__/* .expressionsIn */ .l$)(node.text ?? '').flatMap(({ at, body }) => {
        const origin = (0,_expressions_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .yv)(body, step.ofEnv);
        if (origin === 'fixed')
            return [];
        const [id, detail] = INJECTED[origin];
        return [{ id, line: (0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .lineIn */ .Wg)(node, at), key: `${key} ${body}`, detail: `\`${body.slice(0, 100).replaceAll('`', '\'')}\` ${detail}` }];
    });
}
// Hits `echo "X=$Y" >> $GITHUB_ENV`, `| tee -a "$GITHUB_PATH"`, `Out-File $env:GITHUB_ENV`.
const LASTING = /GITHUB_(?:ENV|PATH)\b|::(?:set-env|add-path)\b/iu;
function environment(step, open) {
    const { run } = step;
    if (run?.text === undefined || run.text === null || !LASTING.test(run.text))
        return [];
    const text = run.text;
    const tainted = (0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .originOfVariables */ .DW)(text, step) === 'stranger' || (0,_expressions_js__WEBPACK_IMPORTED_MODULE_3__/* .originOfText */ .Pt)(text, step.ofEnv) === 'stranger';
    return text.split('\n').flatMap((line, index) => {
        if (!LASTING.test(line))
            return [];
        const rest = line.replace(/\$(?:env:|\{)?GITHUB_(?:ENV|PATH|WORKSPACE|ACTION_PATH)\}?|\$\{?(?:HOME|RUNNER_TEMP|RUNNER_TOOL_CACHE|PWD)\}?|\$\{\{\s*github\.(?:workspace|action_path)\s*\}\}/giu, '');
        const dynamic = /[$`%]|^\s*\w*(?:cat|tee|jq|sed|python)\b/u.test(rest);
        if (!tainted && !(open && dynamic))
            return [];
        return [{ id: 'workflow.environment-write', line: run.literal ? run.line + index : run.line, key: line.trim(), detail: 'what is not fixed becomes a variable or a program path of every later step' }];
    });
}
function releases({ triggers }, { node, steps }) {
    const tags = triggers.has('release') || (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(triggers.get('push'), 'tags') !== undefined || ((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(triggers.get('push'), 'branches')?.items ?? []).some(({ text }) => /release/iu.test(text ?? ''));
    return tags || (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'environment') !== undefined && steps.some((step) => PUBLISHES.test((0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .actionOf */ .qj)(step))) || steps.some(({ uses, run, with: inputs }) => (PUBLISHES.test((0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .actionOf */ .qj)({ uses })) && (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(inputs, 'push')?.text !== 'false') || /\b(?:npm|pnpm|yarn|cargo|bun)\s+publish\b|\btwine\s+upload\b|\bgem\s+push\b/u.test(run?.text ?? ''));
}
/** Inputs that ask for a cache, and those that ask for none. */
const ON = /^(?:enable-cache|cache|bundler-cache|package-manager-cache|cache-from|sccache)$/u;
const OFF = /^(?:cache-disabled|no-cache|lookup-only|ignore-cache)$/u;
// Hits `${{ !startsWith(github.ref, 'refs/tags/') }}`: a cache, but not of what is released.
const NOT_OF_TAGS = /^\$\{\{\s*!\s*startswith\(\s*github\.ref\s*,\s*'refs\/tags\/?'\s*\)\s*\}\}$/iu;
function cached({ uses, with: inputs }, released) {
    const name = (0,_workflow_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .actionOf */ .qj)({ uses });
    if (uses === undefined || !released || !CACHES.test(name))
        return [];
    const asked = [...(inputs?.entries ?? [])].map(([key, { text }]) => [key.toLowerCase(), text ?? '']).filter(([key]) => ON.test(key) || OFF.test(key));
    const off = asked.some(([key, text]) => (OFF.test(key) ? text !== 'false' : text === 'false' || text === '' || text === 'never' || NOT_OF_TAGS.test(text)));
    const on = asked.some(([key]) => ON.test(key) || OFF.test(key) && asked.some(([other, text]) => other === key && text === 'false'));
    return off || (!on && !ALWAYS.test(name)) ? [] : [{ id: 'workflow.cache-in-release', line: uses.line, key: name, detail: 'what another job left in the cache goes into what is released' }];
}
function allSecrets({ node }) {
    const texts = [];
    const walk = (inner) => {
        if (inner.text !== null)
            texts.push({ text: inner.text, line: inner.line });
        for (const child of [...(inner.items ?? []), ...(inner.entries?.values() ?? [])])
            walk(child);
    };
    walk(node);
    return texts.filter(({ text }) => (0,_expressions_js__WEBPACK_IMPORTED_MODULE_3__/* .expressionsIn */ .l$)(text).some(({ body }) => /tojson\(\s*secrets\s*\)|\bsecrets\s*\[/u.test(body))).map(({ line }) => ({ id: 'workflow.all-secrets', line, key: 'secrets', detail: 'every secret of the repository is handed to a step' }));
}


/***/ }),

/***/ 66423:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   DW: () => (/* binding */ originOfVariables),
/* harmony export */   Wg: () => (/* binding */ lineIn),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   lV: () => (/* binding */ workflowIn),
/* harmony export */   qj: () => (/* binding */ actionOf),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* harmony import */ var _shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7029);
/* harmony import */ var _expressions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95368);
// SPDX-License-Identifier: Apache-2.0
//
// The parts of a GitHub workflow or action that checks look at, with their places. Refuses nothing: what has another shape is not there.
// @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax


/** The workflow in a text; null when it is empty. Throws what the YAML reader throws. */
function workflowIn(text) {
    const [root] = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .yamlTrees */ .P)(text);
    if (root === undefined || root.entries === null)
        return null;
    const twice = repeatedIn(root);
    if (twice !== null)
        throw new Error(`\`${twice}\` stands twice in one mapping, and GitHub takes neither`);
    const common = variablesOf(root, new Map());
    const jobs = [...((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'jobs')?.entries ?? [])].map(([name, node]) => ({ name, node, steps: stepsOf((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'steps'), variablesOf(node, withMatrix(node, common))) }));
    const own = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'runs');
    const action = own === undefined ? [] : [{ name: 'action', node: own, steps: stepsOf((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(own, 'steps'), variablesOf(own, common)) }];
    return { root, triggers: triggersOf((0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'on') ?? (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'true')), jobs: [...jobs, ...action], action: own !== undefined };
}
function triggersOf(on) {
    if (on?.entries !== undefined && on.entries !== null)
        return on.entries;
    return new Map((on?.items ?? (on === undefined ? [] : [on])).flatMap((item) => (item.text === null ? [] : [[item.text, item]])));
}
function stepsOf(steps, outer) {
    return (steps?.items ?? []).map((node) => {
        const known = variablesOf(node, outer);
        return { node, uses: (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'uses'), run: (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'run'), with: (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'with'), ofEnv: (name) => known.get(name) ?? null };
    });
}
// Under `matrix.x` whose text the values of x are; under `matrix.*` whose the matrix is that is computed as a whole.
function withMatrix(job, outer) {
    const matrix = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(job, 'strategy', 'matrix');
    if (matrix === undefined)
        return outer;
    const known = new Map(outer);
    const ofEnv = (name) => outer.get(name) ?? null;
    const put = (name, node) => void known.set(name, leavesOf(node).map((text) => (0,_expressions_js__WEBPACK_IMPORTED_MODULE_1__/* .originOfText */ .Pt)(text, ofEnv)).reduce(_expressions_js__WEBPACK_IMPORTED_MODULE_1__/* .worse */ .JJ, known.get(name) ?? 'fixed'));
    if (matrix.entries === null)
        put('matrix.*', matrix);
    const computed = [];
    for (const [name, node] of matrix.entries ?? []) {
        if (name !== 'include' && name !== 'exclude')
            put(`matrix.${name.toLowerCase()}`, node);
        if (name !== 'include')
            continue;
        for (const row of node.items ?? [])
            for (const [key, value] of row.entries ?? [])
                put(`matrix.${key.toLowerCase()}`, value);
        computed.push(...(node.items === null ? [node] : node.items.filter(({ entries }) => entries === null)));
    }
    // Rows that are computed may hold any key, and give known keys other values.
    for (const node of computed)
        for (const name of ['matrix.*', ...[...known.keys()].filter((key) => key.startsWith('matrix.'))])
            put(name, node);
    return known;
}
/** Texts anywhere in a node. */
function leavesOf(node) {
    return node.text !== null ? [node.text] : [...(node.items ?? []), ...(node.entries?.values() ?? [])].flatMap(leavesOf);
}
function variablesOf(node, outer) {
    const env = (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'env')?.entries;
    if (env === undefined || env === null)
        return outer;
    const known = new Map(outer);
    for (const [name, value] of env)
        known.set(name.toLowerCase(), (0,_expressions_js__WEBPACK_IMPORTED_MODULE_1__/* .originOfText */ .Pt)(value.text ?? '', (other) => outer.get(other) ?? null));
    return known;
}
/** The worst origin among variables that a script names. */
function originOfVariables(script, { ofEnv }) {
    return [...script.matchAll(/\$\{?([A-Za-z_]\w{0,200})/gu)].map(([, name = '']) => ofEnv(name.toLowerCase()) ?? 'fixed').reduce(_expressions_js__WEBPACK_IMPORTED_MODULE_1__/* .worse */ .JJ, 'fixed');
}
/** Line of the file of a place in a node's text. */
function lineIn(node, at) {
    return node.literal ? node.line + (node.text ?? '').slice(0, at).split('\n').length - 1 : node.line;
}
/** Texts of a node that is one or a list. */
function textsOf(node) {
    return node === undefined ? [] : node.text !== null ? [node] : (node.items ?? []).flatMap(textsOf);
}
/** A key that a mapping anywhere in a node has twice; null when there is none. */
function repeatedIn(node) {
    if (node.repeated !== undefined)
        return node.repeated;
    for (const child of [...(node.items ?? []), ...(node.entries?.values() ?? [])]) {
        const found = repeatedIn(child);
        if (found !== null)
            return found;
    }
    return null;
}
/** What keeps GitHub from running a file; null when nothing is seen. `path` says what the file should be. */
function problemOf(workflow, path) {
    if (/(?:^|\/)action\.ya?ml$/u.test(path))
        return workflow === null || (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(workflow.root, 'runs', 'using')?.text === undefined ? 'it is no action: nothing says what it runs (`runs.using`)' : null;
    if (!/\/workflows\//u.test(path))
        return null;
    if (workflow === null)
        return 'it is no workflow: there is no mapping in it';
    const { root, triggers, jobs } = workflow;
    if (triggers.size === 0)
        return 'it is no workflow: nothing says when it runs (`on`)';
    if (jobs.length === 0 || (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(root, 'jobs') === undefined)
        return 'it is no workflow: it has no `jobs`';
    const other = path.startsWith('.github/') ? [...(root.entries?.keys() ?? [])].find((key) => !KEYS.has(key)) : undefined;
    if (other !== undefined)
        return `it is no workflow: \`${other.slice(0, 60)}\` is no key of one`;
    const idle = jobs.find(({ node }) => (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'runs-on') === undefined && (0,_shell_extract_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .under */ .h)(node, 'uses') === undefined);
    return idle === undefined ? null : `it is no workflow: job \`${idle.name.slice(0, 60)}\` has neither \`runs-on\` nor \`uses\``;
}
const KEYS = new Set(['name', 'run-name', 'on', 'true', 'permissions', 'env', 'defaults', 'concurrency', 'jobs']);
/** The action that a step names, as GitHub finds it: in lower case, without slashes that lead nowhere. */
function actionOf({ uses }) {
    const [name = '', ...ref] = (uses?.text ?? '').trim().toLowerCase().split('@');
    return [name.split('/').filter((part, index) => index === 0 || (part !== '' && part !== '.')).join('/'), ...ref].join('@');
}


/***/ })

};
