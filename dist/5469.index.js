export const id = 5469;
export const ids = [5469];
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

/***/ 82547:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run),
/* harmony export */   s: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12131);
/* harmony import */ var _run_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99529);
// SPDX-License-Identifier: Apache-2.0
//
// `run`: gives one command guarded access to production. Starts the gate as a process of its own, starts COMMAND with guarded
// endpoints only, seals the recording, and says how it went. Refuses to start COMMAND when anything before it failed (125).



/** Runs the verb; resolves with its exit code (core/errors.ts). Never throws. */
async function run(raw, argv, deps) {
    let prepared;
    try {
        prepared = await prepare(raw, argv, deps);
    }
    catch (thrown) {
        deps.gate.kill();
        tellFailure(thrown, deps.host);
        deps.host.output('outcome', 'error');
        return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.beforeStart;
    }
    return guarded(prepared, deps);
}
async function prepare(raw, argv, deps) {
    const { host } = deps;
    const inputs = (0,_run_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRunInputs */ .Qd)(raw, argv, host.kind !== 'shell');
    const started = await deps.gate.start(inputs.request);
    // For the step after this one, which keeps the recording.
    if (started.recording !== null)
        host.saveState('recording', started.recording);
    if (started.observeUntil !== null)
        host.annotate('warning', `the policy only observes until ${started.observeUntil}: nothing is refused`);
    const environment = (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)({
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
    let began = false;
    try {
        code = await host.quarantine(() => deps.execute(command, inputs.request.command, stop.signal));
        began = true;
        patch = await command.collect();
    }
    catch (thrown) {
        code = began ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.beforeStart;
        fault = thrown;
    }
    try {
        if (lost === null)
            sealed = await gate.seal(fault === null ? code : null, inputs.onRefusal);
        else {
            fault ??= new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('RECORD_FAILED', `the gate ended before the command did: ${String(lost)}`, { hint: 'the recording is incomplete; run again' });
            // Whatever the command ended with, it was without its database, or ended by us.
            code = _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault;
        }
    }
    catch (thrown) {
        fault ??= thrown;
    }
    finally {
        await command.dispose().catch((thrown) => host.log.warn(`the isolated workspace is left behind: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`));
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
        case 'ok': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done;
        case 'failed': return code;
        case 'denied': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.denied;
        case 'pending': return _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.pending;
        case 'error': return code === 0 ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.fault : code;
        default: return outcome;
    }
}
async function report(end, host) {
    const { outcome, started, sealed, patch } = end;
    const outputs = { outcome, session: started.recording ?? started.session, allowed: sealed.allow, reviewed: sealed.review, denied: sealed.deny, patch: patch ?? '' };
    for (const [name, value] of Object.entries(outputs))
        host.output(name, String(value));
    host.log.info(`session ${started.session}: ${outcome}; allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; recording ${started.recording ?? 'at the gateway'}${patch === null ? '' : `; the command changed files: ${patch} (not applied)`}`);
    // In a shell the line above is at hand; a job's page shows nothing of its log.
    if (host.kind !== 'shell' && sealed.deny + sealed.review > 0)
        host.annotate(outcome === 'ok' ? 'warning' : 'error', refusedOf(sealed));
    await host.summary(summaryOf(end));
}
function refusedOf({ deny, review }) {
    const told = [...(deny > 0 ? [`${deny} denied`] : []), ...(review > 0 ? [`${review} needing a review`] : [])];
    return `not everything was let through: ${told.join(', ')}: the log and the recording say which, under which rule, and what to do`;
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
    const hint = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue && thrown.hint !== undefined ? `: ${thrown.hint}` : '';
    host.annotate('error', `${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}${hint}`);
}


/***/ }),

/***/ 93401:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ toldAround),
/* harmony export */   YC: () => (/* binding */ withApplied),
/* harmony export */   rp: () => (/* binding */ toldAfterwards)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals, around the sealing of the recording: before it, so that the recording holds whether they
// were told; after it, with its digest. Refuses to fail for it: whatever happened has happened.




/** Seals and tells; resolves with what could not be told, in words. Throws only what `seal` throws. */
async function toldAround({ writeBack, outcomes }, guarded, seal) {
    const all = outcomes();
    if (writeBack === null || all.length === 0) {
        await seal();
        return [];
    }
    const first = await writeBack.tell(all);
    for (const { outcome, failed } of first) {
        const by = { manifest: outcome.manifest, by: [], url: outcome.pull.url };
        note(guarded, failed === null ? { state: 'told', ...by, reason: 'what became of it was written there' } : { state: 'untold', ...by, reason: failed });
    }
    await seal();
    return untoldOf([...first, ...(await finished(writeBack, all, guarded.recording))]);
}
/** The same after the seal: for whoever keeps nobody waiting for a forge. Never throws; why what could not be told. */
async function toldAfterwards({ writeBack, outcomes }, recording) {
    const all = outcomes();
    if (writeBack === null || all.length === 0)
        return [];
    const first = await writeBack.tell(all);
    return untoldOf([...first, ...(await finished(writeBack, all, recording))]);
}
function finished(writeBack, all, recording) {
    return digestOf(recording).then((sha256) => writeBack.finish(all, sha256), (thrown) => all.map((outcome) => ({ outcome, failed: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown) })));
}
function untoldOf(told) {
    return told.flatMap(({ outcome, failed }) => (failed === null ? [] : [`${outcome.pull.url} could not be told what happened, which changes nothing about it: ${failed}`])).filter((one, index, list) => list.indexOf(one) === index);
}
/** The outcome of the one approval that was applied, as whoever sent its operations knows it: what the policy allows by itself, too. */
function withApplied(outcomes, applied) {
    if (applied === undefined)
        return outcomes;
    return outcomes.map((outcome) => (outcome.kind === 'used' ? { ...outcome, operations: applied, isDone: outcome.isDone && applied.every(({ how }) => how === 'done') } : outcome));
}
// A recording that fails says so when it is sealed.
function note(guarded, seen) {
    try {
        guarded.note(seen);
    }
    catch {
        // Sealing throws the same.
    }
}
async function digestOf(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash);
    return hash.digest('hex');
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

/***/ 3367:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chosenResources: () => (/* binding */ chosenResources),
/* harmony export */   openGateSession: () => (/* binding */ openGateSession)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _commands_guide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92522);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82547);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56371);
/* harmony import */ var _parse_sql_parser_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74623);
/* harmony import */ var _admission_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12358);
/* harmony import */ var _approvals_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86325);
/* harmony import */ var _approval_updates_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93401);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(31152);
/* harmony import */ var _recorded_command_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27533);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20342);
/* harmony import */ var _upstream_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(27535);
// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.













/** COMMAND is under way by then, and has the processor to itself until then. Who connects before waits a dozen milliseconds longer. */
const PREPARE_MS = 50;
/** Opens a session; throws GateError, and then nothing is left open. `known`: who asks, when that was found out before. */
async function openGateSession(request, world, known) {
    if (request.gateway !== null)
        return (await __webpack_require__.e(/* import() */ 5802).then(__webpack_require__.bind(__webpack_require__, 25802))).openRemoteGuard(request, request.gateway, world);
    const parsing = _parse_sql_parser_js__WEBPACK_IMPORTED_MODULE_5__.SqlParser.load({ spare: false });
    parsing.catch(() => undefined);
    const admitted = known ?? (await (0,_admission_js__WEBPACK_IMPORTED_MODULE_6__/* .admit */ .w)(request, world));
    const { policy, principal } = admitted;
    const resources = chosenResources(policy, request);
    const session = (0,_credential_js__WEBPACK_IMPORTED_MODULE_9__/* .newSessionId */ .OZ)();
    const { keyless, signing } = await signingOf(session, admitted, world);
    const reviews = await (0,_approvals_js__WEBPACK_IMPORTED_MODULE_7__/* .approvalsOf */ .mh)(session, { admitted, request, resources: resources.map(({ name }) => name) }, world);
    const sessionDir = request.sessionDir ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(admitted.defaultSessionDir, session);
    // Before credentials are read, which takes them out of the environment.
    const secrets = (0,_recorded_command_js__WEBPACK_IMPORTED_MODULE_10__/* .secretValues */ .V)(world.environment, resources.flatMap(({ credential }) => (credential?.startsWith('env:') === true ? [credential.slice('env:'.length)] : [])));
    // Databases answer while the rest is loaded. INVARIANT: there is no door to them before the header of the recording is written.
    const { answering } = await askedFor(resources, admitted);
    const loaded = Promise.all([Promise.all(/* import() */[__webpack_require__.e(4371), __webpack_require__.e(4005), __webpack_require__.e(115), __webpack_require__.e(2237), __webpack_require__.e(2544), __webpack_require__.e(6142)]).then(__webpack_require__.bind(__webpack_require__, 22544)), Promise.all(/* import() */[__webpack_require__.e(8269), __webpack_require__.e(9424)]).then(__webpack_require__.bind(__webpack_require__, 71762)), parsing]);
    const guarded = await loaded.then(([{ openSession }, , parser]) => openSession({
        session, dir: sessionDir, principal, policy, policySource: admitted.policySource, host: { kind: world.host, facts: admitted.facts }, resources, command: request.command, secrets, durability: 'process', parser, approvals: reviews.approvals, holdMs: policy.approvals.holdMs, signing, stated: keyless !== null,
    }, world.log)).catch(async (thrown) => {
        await Promise.allSettled([answering.then(closeAll), reviews.release()]);
        throw thrown;
    });
    const open = await openDoors({ guarded, session, resources, answering, reviews }, loaded.then(([, postgres]) => postgres), world);
    _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRuntime */ .g.after(PREPARE_MS, () => {
        guarded.prepare();
        void parsing.then((parser) => parser.prepare());
    });
    const started = {
        session, sessionDir, recording: guarded.recording, endpoints: open.map((one) => one.endpoint),
        guide: (0,_commands_guide_js__WEBPACK_IMPORTED_MODULE_1__/* .guideText */ .A)(policy, resources.map((resource) => resource.name)), secretVariables: [...admitted.secretVariables(), ...(world.environment['OSTIARY_FORGE_TOKEN'] === undefined ? [] : ['OSTIARY_FORGE_TOKEN'])],
        observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
    };
    return { started, catalogOf: (resource) => catalogIn(open, resources, resource), lost: new Promise(() => undefined), seal: sealerOf({ guarded, open, reviews, keyless }, world.log) };
}
/** Who signs the recording. Asked before anything is open, and before COMMAND could be there to see it. */
async function signingOf(session, admitted, { environment }) {
    const { record } = admitted.policy;
    const kept = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_11__/* .signerOf */ .Kv)(record, admitted);
    const keyless = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_11__/* .keylessOf */ .s5)(record, { token: admitted.token, environment });
    return { keyless, signing: kept === null ? ((await keyless?.begin(session)) ?? null) : { signer: kept, keyBundle: null } };
}
/** Resolves when every database has been asked, or could not be; `answering` when all have answered. */
async function askedFor(resources, admitted) {
    let asked = () => undefined;
    const busy = new Promise((resolve) => {
        asked = resolve;
    });
    const answering = (0,_upstream_js__WEBPACK_IMPORTED_MODULE_12__/* .openUpstreams */ .FO)(resources, (resource) => admitted.secretsFor(resource), () => asked());
    await Promise.race([busy, answering.then(() => undefined, () => undefined)]);
    return { answering };
}
/** A listener for each resource, in their order. Throws GateError; then all of them are closed, and the recording is sealed. */
async function openDoors({ guarded, session, resources, answering, reviews }, loading, world) {
    const open = [];
    let taken = 0;
    try {
        for (const seen of reviews.opening)
            guarded.note(seen);
        const { guardUpstream, newMemory } = await loading;
        const memory = newMemory();
        const doors = resources.map((resource) => ({ resource, session, door: guarded.door(resource), memory }));
        const upstreams = await answering;
        for (const about of doors) {
            const upstream = upstreams[taken];
            taken += 1;
            open.push(await guardUpstream(about, upstream, world));
        }
    }
    catch (thrown) {
        await Promise.allSettled([closeAll(open), answering.then((upstreams) => closeAll(upstreams.slice(taken))), reviews.release()]);
        await guarded.seal('error');
        throw thrown;
    }
    return open;
}
/** Ends a session, once: a parent that has its answer goes away, which seals, too, and nobody signs twice. */
function sealerOf({ guarded, open, reviews, keyless }, log) {
    const seal = async (commandCode, onRefusal, applied) => {
        guarded.end();
        await closeAll(open);
        const { allow, review, deny } = guarded.tally;
        const counts = { allow, review, deny };
        let statement = null;
        const untold = await (0,_approval_updates_js__WEBPACK_IMPORTED_MODULE_8__/* .toldAround */ .Hj)({ ...reviews, outcomes: () => (0,_approval_updates_js__WEBPACK_IMPORTED_MODULE_8__/* .withApplied */ .YC)(reviews.outcomes(), applied) }, guarded, async () => {
            statement = await guarded.seal((0,_commands_run_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeOf */ .s)({ code: commandCode ?? 0, sealed: counts, onRefusal, faulty: commandCode === null }));
        }).finally(() => reviews.release());
        for (const one of untold)
            log.warn(one);
        // The command is over: the token that this takes is none that it could see.
        if (keyless !== null && statement !== null)
            await keyless.end(statement, guarded.recording);
        return { ...counts, untold };
    };
    let sealing = null;
    return (commandCode, onRefusal, applied) => (sealing ??= seal(commandCode, onRefusal, applied));
}
function catalogIn(open, resources, resource) {
    const known = open[resources.findIndex(({ name }) => name === resource)];
    if (known === undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INTERNAL', `resource \`${resource}\` is not guarded`);
    return known.catalog();
}
async function closeAll(open) {
    await Promise.allSettled(open.map((one) => one.close()));
}
/** The resources that a request means. Throws GateError. */
function chosenResources(policy, request) {
    const names = Object.keys(policy.resources);
    if (names.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('POLICY_INVALID', 'the policy has no `resources`, so there is nothing to guard', { hint: 'add the database under `resources:`' });
    const only = names[0];
    const wanted = request.resources.length > 0 ? [...new Set(request.resources)] : names.length === 1 && only !== undefined ? [only] : [];
    if (wanted.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `the policy has ${names.length} resources, so the run has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
    return wanted.map((name) => {
        const resource = policy.resources[name];
        if (resource === undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `${name.includes(',') ? 'write several on lines of their own (in a shell, with a flag each); ' : ''}it has: ${names.join(', ')}` });
        if (resource.type !== 'postgres')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, which this version can not guard yet`, { hint: 'it guards `postgres`' });
        if (request.local && !resource.local)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('DENIED', `resource \`${name}\` is not for local runs`, { hint: 'mark it `local: true` in the policy, or run it from CI' });
        return resource;
    });
}


/***/ }),

/***/ 36687:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ createLocalJWKSet)
/* harmony export */ });
/* harmony import */ var _lib_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47859);
/* harmony import */ var _lib_jws_algorithms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68109);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5674);
/* harmony import */ var _lib_validate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47784);




function isUsableJWK(jwk, entry, alg, kid) {
  const { kty, key_ops: keyOps, ext, kid: jwkKid, alg: jwkAlg, use, crv } = jwk;
  return (ext === void 0 || typeof ext == "boolean") && (keyOps === void 0 || Array.isArray(keyOps) && keyOps.every((operation, index) => typeof operation == "string" && keyOps.indexOf(operation) === index) && keyOps.includes("verify")) && entry.kty.includes(kty) && (kid === void 0 || typeof kid == "string" && kid === jwkKid) && (jwkAlg === void 0 ? kty !== "AKP" : alg === jwkAlg) && (use === void 0 || use === "sig") && (!entry.crv || crv === entry.crv);
}
async function importWithAlgCache(cache, jwk, entry) {
  const cached = cache.get(jwk) || cache.set(jwk, {}).get(jwk), { alg } = entry;
  if (cached[alg] === void 0) {
    const pending = (0,_lib_key_js__WEBPACK_IMPORTED_MODULE_0__/* .jwkToKey */ .xY)(entry, jwk, !0).then((key) => {
      if (key.type !== "public")
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set members must be public keys");
      return cached[alg] = key, key;
    }).catch((error) => {
      throw cached[alg] === pending && delete cached[alg], error;
    });
    cached[alg] = pending;
  }
  return cached[alg];
}
function createLocalJWKSet(jwks) {
  let snapshot;
  try {
    snapshot = structuredClone(jwks);
  } catch (cause) {
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set malformed", { cause });
  }
  if (!(0,_lib_validate_js__WEBPACK_IMPORTED_MODULE_2__/* .isJwkSet */ .fV)(snapshot))
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set malformed");
  const metadata = snapshot.keys.map((jwk) => {
    const normalized = (0,_lib_key_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotJwk */ .ZZ)(jwk);
    return Array.isArray(normalized.key_ops) && (normalized.key_ops = [...normalized.key_ops]), normalized;
  }), cached = /* @__PURE__ */ new WeakMap();
  return Object.defineProperty(async (protectedHeader, token) => {
    const { alg, kid } = { ...protectedHeader, ...token?.header }, entry = typeof alg == "string" ? _lib_jws_algorithms_js__WEBPACK_IMPORTED_MODULE_3__/* .JWS */ .p[alg] : void 0;
    if (!entry || entry.secret)
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JOSENotSupported */ .T0('Unsupported "alg" value for a JSON Web Key Set');
    const candidates = snapshot.keys.filter((_, index) => isUsableJWK(metadata[index], entry, alg, kid)), { 0: jwk, length } = candidates;
    if (!length)
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSNoMatchingKey */ .BT();
    if (length !== 1) {
      const error = new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSMultipleMatchingKeys */ .$4();
      throw error[Symbol.asyncIterator] = async function* () {
        for (const jwk2 of candidates)
          try {
            yield await importWithAlgCache(cached, jwk2, entry);
          } catch {
          }
      }, error;
    }
    return importWithAlgCache(cached, jwk, entry);
  }, "jwks", {
    value: () => structuredClone(snapshot)
  });
}



/***/ }),

/***/ 95705:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ compactVerify)
});

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/jws_algorithms.js
var jws_algorithms = __webpack_require__(68109);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/buffer_utils.js
var buffer_utils = __webpack_require__(77410);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/validate.js
var validate = __webpack_require__(47784);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/key.js
var lib_key = __webpack_require__(47859);
;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_verify.js





function snapshotJws(jws, sharedPayload) {
  const encodedProtectedHeader = jws.protected, inputHeader = jws.header, header = isObject(inputHeader) ? { ...inputHeader } : inputHeader;
  let payload = sharedPayload ? sharedPayload[0] : jws.payload;
  !sharedPayload && payload instanceof Uint8Array && (payload = new Uint8Array(payload));
  const signature = jws.signature, snapshot = { payload, signature };
  if (encodedProtectedHeader !== void 0 && (snapshot.protected = encodedProtectedHeader), inputHeader !== void 0 && (snapshot.header = header), encodedProtectedHeader === void 0 && header === void 0)
    throw new JWSInvalid('Flattened JWS must have either of the "protected" or "header" members');
  if (encodedProtectedHeader !== void 0 && typeof encodedProtectedHeader != "string")
    throw new JWSInvalid("JWS Protected Header incorrect type");
  if (payload === void 0)
    throw new JWSInvalid("JWS Payload missing");
  if (typeof signature != "string")
    throw new JWSInvalid("JWS Signature missing or incorrect type");
  if (header !== void 0 && !isObject(header))
    throw new JWSInvalid("JWS Unprotected Header incorrect type");
  return snapshot;
}
function prepareVerify(options) {
  return [options && (0,validate/* validateAlgorithms */.Fw)("algorithms", options.algorithms), options?.crit];
}
function parseProtectedHeader(encodedProtectedHeader) {
  return encodedProtectedHeader === void 0 ? {} : (0,validate/* parseJoseHeader */.OX)(encodedProtectedHeader, errors/* JWSInvalid */.Ye, "JWS Protected Header is invalid");
}
function encodeJsonUnencodedPayload(payload) {
  const invalid = /[\p{Cs}\p{Cn}]/u.exec(payload)?.[0];
  if (invalid !== void 0)
    throw new JWSInvalid(/\p{Cs}/u.test(invalid) ? "JWS Payload must be a well-formed Unicode string" : "JWS Payload must not contain unassigned Unicode code points");
  return encoder.encode(payload);
}
function encodeCompactUnencodedPayload(payload) {
  try {
    return (0,buffer_utils/* encode */.lF)(payload);
  } catch (cause) {
    throw new errors/* JWSInvalid */.Ye("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  const { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!(0,validate/* isDisjoint */.fz)(protectedHeader, header))
    throw new errors/* JWSInvalid */.Ye("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...header }, b64 = (0,validate/* validateB64 */.J0)(protectedHeader, (0,validate/* validateCrit */.nI)(errors/* JWSInvalid */.Ye, validate/* JWS_RECOGNIZED */.qc, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new errors/* JWSInvalid */.Ye('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new errors/* JOSEAlgNotAllowed */.Rb('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new errors/* JWSInvalid */.Ye("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new errors/* JWSInvalid */.Ye("JWS Payload must be a string or an Uint8Array instance");
  const signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload);
  let resolvedKey = !1;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = !0);
  const entry = (0,jws_algorithms/* jwsAlgorithm */.q)(alg), signingInput = (0,buffer_utils/* concat */.xW)(encodedProtectedHeader !== void 0 ? (0,buffer_utils/* encode */.lF)(encodedProtectedHeader) : new Uint8Array(), (0,buffer_utils/* encode */.lF)("."), typeof signingPayload == "string" ? shared[2] ??= (0,validate/* encodeAsciiMember */.MV)(signingPayload, "payload", errors/* JWSInvalid */.Ye) : signingPayload), signature = (0,validate/* decodeBase64url */.h2)(jws.signature, "signature", errors/* JWSInvalid */.Ye), verificationKey = await (0,lib_key/* prepareKey */.dT)(entry, key, "verify"), cryptoKey = await (0,lib_key/* rawKey */.GK)(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && (0,lib_key/* checkModulusLength */.or)(entry.alg, cryptoKey);
  let verified = !1;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new errors/* JWSSignatureVerificationFailed */.h2(void 0, { cause });
  }
  if (!verified)
    throw new errors/* JWSSignatureVerificationFailed */.h2();
  const result = { payload: typeof signingPayload == "string" ? (0,validate/* decodeBase64url */.h2)(signingPayload, "payload", errors/* JWSInvalid */.Ye) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = buffer_utils/* decoder */.D0.decode(jws)), typeof jws != "string")
    throw new errors/* JWSInvalid */.Ye("Compact JWS must be a string or Uint8Array");
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new errors/* JWSInvalid */.Ye("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jws/compact/verify.js

async function compactVerify(jws, key, options) {
  const [result] = await verifyCompact(jws, prepareVerify(options), key);
  return result;
}



/***/ })

};
