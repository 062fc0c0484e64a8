export const id = 9746;
export const ids = [9746];
export const modules = {

/***/ 89746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gateProcess: () => (/* binding */ gateProcess)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56371);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71924);
/* harmony import */ var _memory_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21458);
// SPDX-License-Identifier: Apache-2.0
//
// The door of the gate process: takes one `start` and one `seal` from its parent. When the parent goes away it seals what there is and
// ends. Refuses to live longer than its parent, and to answer anything else.




/** Runs until the parent has had its answer to `seal`, or is gone. */
async function gateProcess(environment) {
    const send = (message) => {
        if (process.connected)
            process.send?.(message);
    };
    const log = {
        debug: (message, fields = {}) => send({ kind: 'log', level: 'debug', message, fields }),
        info: (message, fields = {}) => send({ kind: 'log', level: 'info', message, fields }),
        warn: (message, fields = {}) => send({ kind: 'log', level: 'warn', message, fields }),
        error: (message, fields = {}) => send({ kind: 'log', level: 'error', message, fields }),
    };
    // The terminal's Ctrl-C goes to the whole group; ending is the parent's decision, so that the recording is sealed.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => undefined);
    const guarded = (0,_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .guardMemory */ .D)(_core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .gh);
    let guard = null;
    await new Promise((ended) => {
        const fail = (thrown) => {
            const known = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown : new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown));
            send({ kind: 'failed', code: known.code, message: known.message, hint: known.hint ?? null });
        };
        const receive = async (message) => {
            if (message.kind === 'start') {
                await guarded;
                guard = await (0,_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .openGuard */ .E)(message.request, { host: message.host, environment, log, mask: (value) => send({ kind: 'mask', value }) });
                send({ kind: 'started', started: guard.started });
                // What guards is gone: so are we, and the parent ends COMMAND.
                void guard.lost.then((why) => {
                    log.error(why);
                    ended();
                });
                return;
            }
            if (guard === null)
                throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'nothing has been started');
            const sealed = await guard.seal(message.commandCode, message.onRefusal);
            send({ kind: 'sealed', sealed });
            ended();
        };
        process.on('message', (message) => {
            receive(message).catch((thrown) => {
                fail(thrown);
                // A seal that failed is an end, too: the parent has its answer, and would wait for a process that has nothing left to do.
                if (guard === null || message.kind === 'seal')
                    ended();
            });
        });
        send({ kind: 'awake' });
        process.on('disconnect', () => {
            void (guard === null ? Promise.resolve() : guard.seal(null, 'fail').then(() => undefined, () => undefined)).then(() => ended());
        });
    });
    if (process.connected)
        process.disconnect();
}


/***/ }),

/***/ 71924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ openGuard)
/* harmony export */ });
/* unused harmony export chosenResources */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _commands_guide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92522);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32650);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _parse_sql_parser_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88947);
/* harmony import */ var _admission_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12358);
/* harmony import */ var _approvals_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70346);
/* harmony import */ var _telling_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83620);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31152);
/* harmony import */ var _guarded_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(38280);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(71762);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(20342);
// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.












/** Opens a session; throws GateError, and then nothing is left open. `known`: who asks, when that was found out before. */
async function openGuard(request, world, known) {
    if (request.gateway !== null)
        return (await __webpack_require__.e(/* import() */ 5802).then(__webpack_require__.bind(__webpack_require__, 25802))).openRemoteGuard(request, request.gateway, world);
    const [admitted, parser] = await Promise.all([known ?? (0,_admission_js__WEBPACK_IMPORTED_MODULE_5__/* .admit */ .w4)(request, world), _parse_sql_parser_js__WEBPACK_IMPORTED_MODULE_4__.SqlParser.load()]);
    const { policy, principal } = admitted;
    for (const problem of policy.warnings)
        world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
    const resources = chosenResources(policy, request);
    const session = (0,_credential_js__WEBPACK_IMPORTED_MODULE_8__/* .newSessionId */ .OZ)();
    const kept = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_11__/* .signerOf */ .Kv)(policy.record, admitted);
    const keyless = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_11__/* .keylessOf */ .s5)(policy.record, { token: admitted.token, environment: world.environment });
    const reviews = await (0,_approvals_js__WEBPACK_IMPORTED_MODULE_6__/* .approvalsOf */ .mh)(session, { admitted, request, resources: resources.map(({ name }) => name) }, world);
    // Before anything is open, and before COMMAND could be there to see it.
    const signing = kept === null ? ((await keyless?.begin(session)) ?? null) : { signer: kept, keyBundle: null };
    const sessionDir = request.sessionDir ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(admitted.defaultSessionDir, session);
    const guarded = await (0,_guarded_js__WEBPACK_IMPORTED_MODULE_9__/* .openSession */ .f)({
        session, dir: sessionDir, principal, policy, policySource: admitted.policySource, host: { kind: world.host, facts: admitted.facts }, resources, command: request.command, durability: 'process', parser, approvals: reviews.approvals, holdMs: policy.approvals.holdMs, signing, stated: keyless !== null,
    }, world.log);
    const open = [];
    try {
        for (const seen of reviews.opening)
            guarded.note(seen);
        for (const resource of resources)
            open.push(await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_10__/* .guardPostgres */ .b)({ resource, session, door: guarded.door(resource) }, admitted.secretsFor(resource), world));
    }
    catch (thrown) {
        await Promise.allSettled(open.map((one) => one.close()));
        await guarded.seal('error');
        throw thrown;
    }
    const started = {
        session, sessionDir, recording: guarded.recording, endpoints: open.map((one) => one.endpoint),
        guide: (0,_commands_guide_js__WEBPACK_IMPORTED_MODULE_1__/* .guideText */ .A)(policy, resources.map((resource) => resource.name)), secretVariables: [...admitted.secretVariables(), ...(world.environment['OSTIARY_FORGE_TOKEN'] === undefined ? [] : ['OSTIARY_FORGE_TOKEN'])],
        observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
    };
    const seal = async (commandCode, onRefusal, applied) => {
        guarded.end();
        await Promise.allSettled(open.map((one) => one.close()));
        const { allow, review, deny } = guarded.tally;
        const counts = { allow, review, deny };
        let statement = null;
        const untold = await (0,_telling_js__WEBPACK_IMPORTED_MODULE_7__/* .toldAround */ .Hj)({ ...reviews, outcomes: () => (0,_telling_js__WEBPACK_IMPORTED_MODULE_7__/* .withApplied */ .YC)(reviews.outcomes(), applied) }, guarded, async () => {
            statement = await guarded.seal((0,_commands_run_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeOf */ .sG)({ code: commandCode ?? 0, sealed: counts, onRefusal, faulty: commandCode === null }));
        });
        for (const one of untold)
            world.log.warn(one);
        // The command is over: the token that this takes is none that it could see.
        if (keyless !== null && statement !== null)
            await keyless.end(statement, guarded.recording);
        return { ...counts, untold };
    };
    // Once: a parent that has its answer goes away, which seals, too, and nobody signs twice.
    let sealing = null;
    const catalogOf = (resource) => {
        const known = open[resources.findIndex(({ name }) => name === resource)];
        if (known === undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INTERNAL', `resource \`${resource}\` is not guarded`);
        return known.catalog();
    };
    return { started, catalogOf, lost: new Promise(() => undefined), seal: (commandCode, onRefusal, applied) => (sealing ??= seal(commandCode, onRefusal, applied)) };
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
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
        if (resource.type !== 'postgres')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, which this version can not guard yet`, { hint: 'it guards `postgres`' });
        if (request.local && !resource.local)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('DENIED', `resource \`${name}\` is not for local runs`, { hint: 'mark it `local: true` in the policy, or run it from CI' });
        return resource;
    });
}


/***/ }),

/***/ 21458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ guardMemory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _core_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21771);
// SPDX-License-Identifier: Apache-2.0
//
// Keeps what this process has in memory off the disk and away from debuggers, as far as the platform allows without native code: no core
// dumps (Linux, util-linux's prlimit), no inspector on SIGUSR1. Refuses nothing: root, and on some systems the same user, can still read it.



/** By its place, never by a PATH that an earlier step may have set. */
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit'];
/** Called before the first secret is read. Never throws. */
async function guardMemory(runtime) {
    // Node opens its debugger on this signal, and a debugger reads every secret there is.
    process.on('SIGUSR1', () => undefined);
    if (process.platform !== 'linux')
        return;
    for (const file of PRLIMIT) {
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false)))
            continue;
        await (0,_core_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .m)({ file, args: ['--pid', String(process.pid), '--core=0:0'], environment: {} }, runtime).catch(() => undefined);
        return;
    }
}


/***/ }),

/***/ 71762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ guardPostgres)
/* harmony export */ });
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56371);
/* harmony import */ var _parse_sql_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44939);
/* harmony import */ var _proxy_postgres_admission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61663);
/* harmony import */ var _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);
/* harmony import */ var _proxy_postgres_listener_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49372);
/* harmony import */ var _proxy_postgres_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31112);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31152);
/* harmony import */ var _upstream_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4528);








const LOOPBACK = '127.0.0.1';
/** Opens the door of a resource for one session. */
async function guardPostgres(about, secrets, world) {
    const { resource, session: user, door } = about;
    const upstream = await (0,_upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .openUpstream */ .UT)(resource, secrets);
    try {
        const { database } = upstream;
        const { credential: password, verifier } = await (0,_credential_js__WEBPACK_IMPORTED_MODULE_6__/* .newCredential */ .a6)(user);
        world.mask(password);
        const behind = (0,_upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .behindOf */ .g9)(upstream, { database, door, over: new AbortController().signal });
        const listener = await _proxy_postgres_listener_js__WEBPACK_IMPORTED_MODULE_4__/* .PostgresListener */ .U.listen({
            host: LOOPBACK, port: 0, tls: null, admission: (0,_proxy_postgres_admission_js__WEBPACK_IMPORTED_MODULE_2__/* .soleAdmission */ .D)({ user, verifier, behind, log: world.log }), bearer: false, startupParameterAllowed: _parse_sql_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .startupParameterAllowed */ .bi, pinned: _upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .PINNED */ .LS,
            runSession: _proxy_postgres_session_js__WEBPACK_IMPORTED_MODULE_5__/* .runSession */ .I, limits: _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LIMITS */ .dR, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .systemRuntime */ .gh, log: world.log,
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


/***/ })

};
