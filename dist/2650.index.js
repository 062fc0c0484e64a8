export const id = 2650;
export const ids = [2650];
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

/***/ 47379:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ runSpec)
/* harmony export */ });
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
        { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text' },
        { name: 'resource', description: 'Resource of the policy to guard; several: one a line (the flag may be repeated). May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts that guarded URL into the variable NAME; several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'session-dir', description: 'Folder for the recording and the patch; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'isolation', description: '`user` runs the command as another, unprivileged user; `none` must be asked for by name.', default: 'user', required: false, face: 'all', kind: 'text' },
        { name: 'workspace', description: '`copy` gives the command a copy of the workspace (what it changed comes back as a patch), `shared` the workspace itself, with whatever credentials a checkout left in it. When empty: copy with isolation `user`, shared with `none`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'on-refusal', description: '`fail` ends with 1 (denied) or 3 (review pending) when anything was refused, `ignore` does not.', default: 'fail', required: false, face: 'all', kind: 'text' },
        { name: 'approval', description: 'Pull request whose approval may be used: its number or address. When empty: the one that this commit was merged by, and those under review on branches `ostiary/approvals/…`.', default: '', required: false, face: 'all', kind: 'text' },
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

/***/ 32650:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sG: () => (/* binding */ outcomeOf),
  J5: () => (/* binding */ parseAccount),
  Vy: () => (/* binding */ parseBinding),
  eF: () => (/* binding */ run)
});

// UNUSED EXPORTS: parseRunInputs

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/reason.js
var core_reason = __webpack_require__(12051);
// EXTERNAL MODULE: ./lib/commands/environment.js
var commands_environment = __webpack_require__(12131);
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
    const url = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'gateway');
    const caFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'gateway-ca') ?? null;
    if (url === undefined && caFile !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`gateway-ca` counts only together with `gateway`', { hint: 'name the gateway, `gateway: https://…`' });
    if (url !== undefined && local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--gateway` does not work together with `--local`', { hint: 'a gateway lets jobs in, by their OIDC token' });
    const file = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'subject-token-file');
    const type = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'subject-token-type', choices: ['jwt', 'id_token', 'saml2'] });
    if (url === undefined && file !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--subject-token-file` counts only together with `--gateway`', { hint: 'name the gateway, `--gateway https://…`' });
    return url === undefined ? null : { url, caFile, subject: file === undefined ? null : { file, type: type ?? 'jwt' } };
}

;// CONCATENATED MODULE: ./lib/commands/run.js
// SPDX-License-Identifier: Apache-2.0
//
// `run`: gives one command guarded access to production. Starts the gate as a process of its own, starts COMMAND with guarded
// endpoints only, seals the recording, and says how it went. Refuses to start COMMAND when anything before it failed (125).






/** Parses all inputs; `argv` is COMMAND. Throws INPUT_INVALID. */
function parseRunInputs(raw, argv, underCi) {
    const local = (0,verb/* flagInput */.tc)(raw, 'local');
    const policyFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'policy') ?? null;
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
    const isolation = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'isolation', choices: ['user', 'none'] }) ?? 'user';
    return {
        request: {
            policyFile, local, gateway, resources: (0,verb/* listInput */.dt)(raw, 'resource'), sessionDir: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'session-dir') ?? null,
            audience: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'audience') ?? 'ostiary', command: argv,
            approval: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'approval') ?? null, proposers: (0,verb/* listInput */.dt)(raw, 'proposers').map(parseAccount), after: null, breakGlass: parseReason(raw, local),
        },
        env: (0,verb/* listInput */.dt)(raw, 'env').map(parseBinding),
        isolation,
        workspace: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'workspace', choices: ['copy', 'shared'] }) ?? (isolation === 'user' ? 'copy' : 'shared'),
        onRefusal: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.l, { name: 'on-refusal', choices: ['fail', 'ignore'] }) ?? 'fail',
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
    const reason = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.l, 'break-glass')?.trim() ?? '';
    if (reason === '')
        return null;
    if (local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`break-glass` does not work together with `--local`', { hint: 'it is for jobs with a forge that tells who started them, and tells somebody else' });
    if (!(0,core_reason/* isReason */.V)(reason))
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`break-glass\` has ${reason.length} characters, or some that are not seen`, { hint: `say in ${core_reason/* REASON */.r.min} to ${core_reason/* REASON */.r.max} characters why it can not wait` });
    return reason;
}
/** A numeric id of an account. Throws INPUT_INVALID. */
function parseAccount(item) {
    if (/^[1-9]\d{0,18}$/u.test(item))
        return item;
    throw new errors/* GateError */.ue('INPUT_INVALID', `input \`proposers\` has \`${item}\``, { hint: 'write numeric ids, one a line: `https://api.github.com/users/LOGIN` tells them' });
}
/** Runs the verb; resolves with the exit code of design.md, section 10. Never throws. */
async function run(raw, argv, deps) {
    let prepared;
    try {
        prepared = await prepare(raw, argv, deps);
    }
    catch (thrown) {
        deps.gate.kill();
        tellFailure(thrown, deps.host);
        deps.host.output('outcome', 'error');
        return errors/* EXIT */.dc.beforeStart;
    }
    return guarded(prepared, deps);
}
async function prepare(raw, argv, deps) {
    const { host } = deps;
    const inputs = parseRunInputs(raw, argv, host.kind !== 'shell');
    const started = await deps.gate.start(inputs.request);
    // For the step after this one, which keeps the recording.
    if (started.recording !== null)
        host.saveState('recording', started.recording);
    if (started.observeUntil !== null)
        host.annotate('warning', `the policy only observes until ${started.observeUntil}: nothing is refused`);
    const environment = (0,commands_environment/* childEnvironment */.Qc)({
        base: deps.environment, tokenVariables: host.tokenVariables, secretVariables: started.secretVariables,
        endpoints: started.endpoints, bindings: inputs.env, guide: await deps.writeGuide(started.guide),
    });
    const command = await deps.isolations[inputs.isolation].prepare({
        workspace: deps.workspace, mode: inputs.workspace, environment, sessionDir: started.sessionDir, closed: host.credentialFolders, secrets: host.tokenValues,
    });
    if (command.withheld.length > 0)
        host.log.warn(`left out of the command's copy, since they hold tokens of this job: ${command.withheld.map((path) => `\`${path}\``).join(', ')}`);
    return { inputs, started, command };
}
async function guarded({ inputs, started, command }, deps) {
    const { host, gate } = deps;
    const stop = new AbortController();
    let lost = null;
    void gate.lost.then((why) => {
        lost = why;
        stop.abort();
    });
    let code;
    let sealed = { allow: 0, review: 0, deny: 0, untold: [] };
    let patch = null;
    let fault = null;
    try {
        code = await host.quarantine(() => deps.execute(command, inputs.request.command, stop.signal));
        patch = await command.collect();
    }
    catch (thrown) {
        code = errors/* EXIT */.dc.fault;
        fault = thrown;
    }
    try {
        if (lost === null)
            sealed = await gate.seal(fault === null ? code : null, inputs.onRefusal);
        else {
            fault ??= new errors/* GateError */.ue('RECORD_FAILED', `the gate ended before the command did: ${String(lost)}`, { hint: 'the recording is incomplete; run again' });
            // Whatever the command ended with, it was without its database, or ended by us.
            code = errors/* EXIT */.dc.fault;
        }
    }
    catch (thrown) {
        fault ??= thrown;
    }
    finally {
        await command.dispose().catch((thrown) => host.log.warn(`the isolated workspace is left behind: ${(0,errors/* messageOf */.bD)(thrown)}`));
    }
    if (fault !== null)
        tellFailure(fault, host);
    for (const untold of sealed.untold)
        host.annotate('warning', untold);
    const outcome = outcomeOf({ code, sealed, onRefusal: inputs.onRefusal, faulty: fault !== null });
    await report({ outcome, started, sealed, patch }, host);
    return exitOf(outcome, code);
}
/** How a run went, from the command's code and the gate's counts. */
function outcomeOf(end) {
    if (end.faulty)
        return 'error';
    if (end.code !== 0)
        return 'failed';
    if (end.onRefusal === 'ignore')
        return 'ok';
    if (end.sealed.deny > 0)
        return 'denied';
    return end.sealed.review > 0 ? 'pending' : 'ok';
}
function exitOf(outcome, code) {
    switch (outcome) {
        case 'ok': return errors/* EXIT */.dc.done;
        case 'failed': return code;
        case 'denied': return errors/* EXIT */.dc.denied;
        case 'pending': return errors/* EXIT */.dc.pending;
        case 'error': return code === 0 ? errors/* EXIT */.dc.fault : code;
        default: return outcome;
    }
}
async function report(end, host) {
    const { outcome, started, sealed, patch } = end;
    const outputs = { outcome, session: started.recording ?? started.session, allowed: sealed.allow, reviewed: sealed.review, denied: sealed.deny, patch: patch ?? '' };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, String(value));
    host.log.info(`session ${started.session}: ${outcome}; allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; recording ${started.recording ?? 'at the gateway'}`);
    await host.summary(summaryOf(end));
}
function summaryOf({ outcome, started, sealed, patch }) {
    const resources = started.endpoints.map((endpoint) => `\`${endpoint.resource}\``).join(', ');
    return [
        `### Ostiary: ${outcome}`, '',
        '| session | resources | allowed | need review | denied |', '|---|---|---:|---:|---:|',
        `| \`${started.session}\` | ${resources} | ${sealed.allow} | ${sealed.review} | ${sealed.deny} |`, '',
        started.recording === null ? 'The recording is at the gateway, under the id of the session.' : `Recording: \`${started.recording}\`. Check it with \`ostiary session verify\`, read it with \`ostiary session replay\`.`,
        ...(patch === null ? [] : ['', `The command changed files: \`${patch}\` (not applied).`]), ...sealed.untold.flatMap((one) => ['', one]), '',
    ].join('\n');
}
function tellFailure(thrown, host) {
    const hint = thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    host.annotate('error', `${(0,errors/* messageOf */.bD)(thrown)}${hint}`);
}


/***/ }),

/***/ 61557:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Z: () => (/* binding */ textInput),
/* harmony export */   dt: () => (/* binding */ listInput),
/* harmony export */   ij: () => (/* binding */ choiceInput),
/* harmony export */   tc: () => (/* binding */ flagInput)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What every verb declares: its inputs and outputs as a table that three faces must agree with (actions/, gitlab/, CLI flags; contract
// tests compare), and one function. All inputs are parsed before the first effect; an unknown or malformed one is an error.

/** A text input, or its default; undefined when both are empty. */
function textInput(raw, spec, name) {
    const value = raw[name] ?? specOf(spec, name).default;
    if (typeof value !== 'string')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` takes one value`);
    return value === '' ? undefined : value;
}
/** A list input: repeated flags, or lines of a CI input. */
function listInput(raw, name) {
    const value = raw[name];
    if (value === undefined || typeof value === 'boolean')
        return [];
    const items = typeof value === 'string' ? value.split('\n') : value;
    return items.map((item) => item.trim()).filter((item) => item !== '');
}
/** A flag: present on the command line, or `true` in CI. */
function flagInput(raw, name) {
    const value = raw[name];
    if (value === undefined || value === '' || value === false || value === 'false')
        return false;
    if (value === true || value === 'true')
        return true;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${name}\` is \`${String(value)}\`, which is neither \`true\` nor \`false\``);
}
/** One of a closed set of words. */
function choiceInput(raw, spec, question) {
    const value = textInput(raw, spec, question.name);
    if (value === undefined)
        return undefined;
    const found = question.choices.find((choice) => choice === value);
    if (found === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${question.name}\` is \`${value}\``, { hint: `it takes one of: ${question.choices.join(', ')}` });
    }
    return found;
}
function specOf(spec, name) {
    const found = spec.inputs.find((input) => input.name === name);
    if (found === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${spec.name}\` has no input \`${name}\``);
    return found;
}


/***/ }),

/***/ 12051:
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


/***/ })

};
