export const id = 9746;
export const ids = [9746];
export const modules = {

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

/***/ 89746:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gateProcess: () => (/* binding */ gateProcess)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56371);
/* harmony import */ var _process_memory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13150);
// SPDX-License-Identifier: Apache-2.0
//
// The door of the gate process: takes one `start` and one `seal` from its parent. When the parent goes away it seals what there is and
// ends. Refuses to live longer than its parent, and to answer anything else.



/** Runs until the parent has had its answer to `seal`, or is gone. */
async function gateProcess(environment) {
    // The terminal's Ctrl-C goes to the whole group; ending is the parent's decision, so that the recording is sealed.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => undefined);
    const guarded = (0,_process_memory_js__WEBPACK_IMPORTED_MODULE_2__/* .guardMemory */ .D)(_core_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .systemRuntime */ .g);
    // Read while that runs, and while the parent is answered.
    const loading = Promise.all(/* import() */[__webpack_require__.e(3243), __webpack_require__.e(9167), __webpack_require__.e(4623), __webpack_require__.e(225), __webpack_require__.e(7039), __webpack_require__.e(1911), __webpack_require__.e(2150), __webpack_require__.e(578), __webpack_require__.e(5469)]).then(__webpack_require__.bind(__webpack_require__, 3367));
    loading.catch(() => undefined);
    await new Promise((ended) => {
        const conversation = new ParentConversation((request) => guarded.then(() => loading).then(({ openGateSession }) => openGateSession(request.request, { host: request.host, environment, log: PARENT_LOG, mask: (value) => send({ kind: 'mask', value }) })), ended);
        process.on('message', (message) => conversation.take(message));
        send({ kind: 'awake' });
        process.on('disconnect', () => conversation.leave());
        // The parent went away while this was read, or there never was one.
        if (!process.connected)
            conversation.leave();
    });
    if (process.connected)
        process.disconnect();
}
/** What is said with the parent: one `start`, one `seal`. */
class ParentConversation {
    #open;
    #ended;
    #opening = null;
    #guard = null;
    constructor(open, ended) {
        this.#open = open;
        this.#ended = ended;
    }
    take(message) {
        this.#answer(message).catch((thrown) => {
            const known = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown : new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown));
            send({ kind: 'failed', code: known.code, message: known.message, hint: known.hint ?? null });
            // A seal that failed is an end, too: the parent has its answer, and would wait for a process that has nothing left to do.
            if (this.#guard === null || message.kind === 'seal')
                this.#ended();
        });
    }
    /** The parent is gone. A session that is being opened is waited for: it has a credential, and would have a door. */
    leave() {
        void Promise.resolve(this.#opening).then((open) => open?.seal(null, 'fail')).then(() => this.#ended(), () => this.#ended());
    }
    async #answer(message) {
        if (message.kind === 'start')
            return this.#start(message);
        if (this.#guard === null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'nothing has been started');
        const sealed = await this.#guard.seal(message.commandCode, message.onRefusal);
        send({ kind: 'sealed', sealed });
        this.#ended();
    }
    async #start(message) {
        this.#opening = this.#open(message);
        const guard = await this.#opening;
        this.#guard = guard;
        send({ kind: 'started', started: guard.started });
        // What guards is gone: so are we, and the parent ends COMMAND.
        void guard.lost.then((why) => {
            PARENT_LOG.error(why);
            this.#ended();
        });
    }
}
function send(message) {
    if (process.connected)
        process.send?.(message);
}
const PARENT_LOG = {
    debug: (message, fields = {}) => send({ kind: 'log', level: 'debug', message, fields }),
    info: (message, fields = {}) => send({ kind: 'log', level: 'info', message, fields }),
    warn: (message, fields = {}) => send({ kind: 'log', level: 'warn', message, fields }),
    error: (message, fields = {}) => send({ kind: 'log', level: 'error', message, fields }),
};


/***/ }),

/***/ 13150:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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


/***/ })

};
