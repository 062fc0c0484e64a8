export const id = 3976;
export const ids = [3976];
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

/***/ 99529:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J5: () => (/* binding */ parseAccount),
  Vy: () => (/* binding */ parseBinding),
  Qd: () => (/* binding */ parseRunInputs)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/break-glass-reason.js
var break_glass_reason = __webpack_require__(78866);
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
    const url = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'gateway');
    const caFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'gateway-ca') ?? null;
    if (url === undefined && caFile !== null)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`gateway-ca` counts only together with `gateway`', { hint: 'name the gateway, `gateway: https://…`' });
    if (url !== undefined && local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--gateway` does not work together with `--local`', { hint: 'a gateway lets jobs in, by their OIDC token' });
    const file = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'subject-token-file');
    const type = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'subject-token-type', choices: run_spec/* TOKEN_TYPES */.em });
    if (url === undefined && file !== undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`--subject-token-file` counts only together with `--gateway`', { hint: 'name the gateway, `--gateway https://…`' });
    return url === undefined ? null : { url, caFile, subject: file === undefined ? null : { file, type: type ?? 'jwt' } };
}

;// CONCATENATED MODULE: ./lib/commands/run-inputs.js
// SPDX-License-Identifier: Apache-2.0
//
// The inputs of `run`, all of them read before the first effect. Refuses what contradicts itself: `--local` under a CI product, a policy
// that is named where the protected branch decides, no command, break-glass in one's own shell.





/** Parses all inputs; `argv` is COMMAND. Throws INPUT_INVALID. */
function parseRunInputs(raw, argv, underCi) {
    const local = (0,verb/* flagInput */.tc)(raw, 'local');
    const policyFile = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'policy') ?? null;
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
    const isolation = (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'isolation', choices: run_spec/* ISOLATIONS */.Ce }) ?? 'user';
    return {
        request: {
            policyFile, local, gateway, resources: (0,verb/* listInput */.dt)(raw, 'resource'), sessionDir: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'session-dir') ?? null,
            audience: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'audience') ?? 'ostiary', command: argv,
            approval: (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'approval') ?? null, proposers: (0,verb/* listInput */.dt)(raw, 'proposers').map(parseAccount), after: null, breakGlass: parseReason(raw, local),
        },
        env: (0,verb/* listInput */.dt)(raw, 'env').map(parseBinding),
        isolation,
        workspace: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'workspace', choices: run_spec/* WORKSPACES */.T4 }) ?? (isolation === 'user' ? 'copy' : 'shared'),
        onRefusal: (0,verb/* choiceInput */.ij)(raw, run_spec/* runSpec */.lA, { name: 'on-refusal', choices: run_spec/* ON_REFUSAL */.zY }) ?? 'fail',
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
    const reason = (0,verb/* textInput */._Z)(raw, run_spec/* runSpec */.lA, 'break-glass')?.trim() ?? '';
    if (reason === '')
        return null;
    if (local)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`break-glass` does not work together with `--local`', { hint: 'it is for jobs with a forge that tells who started them, and tells somebody else' });
    if (!(0,break_glass_reason/* isReason */.V)(reason))
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`break-glass\` has ${reason.length} characters, or some that are not seen`, { hint: `say in ${break_glass_reason/* REASON */.r.min} to ${break_glass_reason/* REASON */.r.max} characters why it can not wait` });
    return reason;
}
/** A numeric id of an account. Throws INPUT_INVALID. */
function parseAccount(item) {
    if (/^[1-9]\d{0,18}$/u.test(item))
        return item;
    throw new errors/* GateError */.ue('INPUT_INVALID', `input \`proposers\` has \`${item}\``, { hint: 'write numeric ids, one a line: `https://api.github.com/users/LOGIN` tells them' });
}


/***/ }),

/***/ 47379:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ce: () => (/* binding */ ISOLATIONS),
/* harmony export */   T4: () => (/* binding */ WORKSPACES),
/* harmony export */   em: () => (/* binding */ TOKEN_TYPES),
/* harmony export */   lA: () => (/* binding */ runSpec),
/* harmony export */   zY: () => (/* binding */ ON_REFUSAL)
/* harmony export */ });
const ISOLATIONS = ['user', 'none'];
const WORKSPACES = ['copy', 'shared'];
const ON_REFUSAL = ['fail', 'ignore'];
const TOKEN_TYPES = ['jwt', 'id_token', 'saml2'];
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
        { name: 'subject-token-type', description: 'What that file holds: `jwt`, `id_token` or `saml2`.', default: 'jwt', required: false, face: 'cli', kind: 'text', choices: TOKEN_TYPES },
        { name: 'resource', description: 'Resource of the policy to guard; several: one a line (the flag may be repeated). May be left out when the policy has just one.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'env', description: 'NAME=RESOURCE puts that guarded URL into the variable NAME; several: one a line (the flag may be repeated).', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'session-dir', description: 'Folder for the recording and the patch; a fresh one when empty.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'isolation', description: '`user` runs the command as another, unprivileged user; `none` must be asked for by name.', default: 'user', required: false, face: 'all', kind: 'text', choices: ISOLATIONS },
        { name: 'workspace', description: '`copy` gives the command a copy of the workspace (what it changed comes back as a patch), `shared` the workspace itself, with whatever credentials a checkout left in it. When empty: copy with isolation `user`, shared with `none`.', default: '', required: false, face: 'all', kind: 'text', choices: WORKSPACES },
        { name: 'on-refusal', description: '`fail` ends with 1 (denied) or 3 (review pending) when anything was refused, `ignore` does not.', default: 'fail', required: false, face: 'all', kind: 'text', choices: ON_REFUSAL },
        { name: 'approval', description: 'Pull or merge request whose approval may be used: its number or address. When empty: the one that this commit was merged by, and those under review on branches `ostiary/approvals/…`.', default: '', required: false, face: 'all', kind: 'text' },
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

/***/ 78866:
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

/***/ 7681:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66661);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Command-line words to raw inputs. Refuses flags that a verb does not declare, naming the nearest one.



/** Parses; throws INPUT_INVALID. */
function parseArguments(argv, flags) {
    const cut = argv.indexOf('--');
    const own = cut === -1 ? [...argv] : argv.slice(0, cut);
    const rest = cut === -1 ? [] : argv.slice(cut + 1);
    const unknown = own.find((word) => word.startsWith('-') && word !== '-' && !flags.some((flag) => word === `--${flag.name}` || word.startsWith(`--${flag.name}=`)));
    if (unknown !== undefined) {
        const name = unknown.replace(/^-+/, '').split('=')[0] ?? '';
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_2__.nearest)(name, flags.map((flag) => flag.name));
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
    }
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? 'boolean' : 'string', multiple: flag.kind === 'list' }]));
    try {
        const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: own, options, allowPositionals: true, strict: true });
        return { inputs: parsed.values, words: parsed.positionals, rest };
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
    }
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}


/***/ }),

/***/ 16204:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56371);



/** Signals that end COMMAND and then us. */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Between asking COMMAND to end, when the gate is gone, and ending it. */
const GRACE_MS = 5_000;
/** Runs it to its end; resolves with its exit code, 128 + the number of a signal. Aborted, it is asked to end, and killed when it does not. */
function runCommand(command, signal, runtime = _core_runtime_js__WEBPACK_IMPORTED_MODULE_2__/* .systemRuntime */ .g) {
    return new Promise((resolve, reject) => {
        const { apart = false } = command;
        const child = runtime.spawn(command.file, command.args, { cwd: command.cwd, env: command.environment, stdio: command.stdio, detached: apart });
        // A terminal tells the whole group of Ctrl-C; whoever is apart is told by us.
        const tell = (name) => {
            if (apart && child.pid !== undefined)
                tellGroup(child.pid, name, (error) => child.emit('error', error));
            else
                child.kill(name);
        };
        const pass = (name) => () => tell(name);
        const listeners = PASSED_ON.map((name) => ({ name, listener: pass(name) }));
        for (const { name, listener } of listeners)
            process.on(name, listener);
        const stop = () => {
            tell('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => tell('SIGKILL'));
            child.once('exit', () => kill.cancel());
        };
        signal.addEventListener('abort', stop, { once: true });
        const settle = (then) => {
            for (const { name, listener } of listeners)
                process.off(name, listener);
            signal.removeEventListener('abort', stop);
            then();
        };
        // Also said of a signal that could not be sent: nobody waits for what can't be told to end.
        child.on('error', (error) => settle(() => reject(child.pid === undefined ? notStarted(command, error) : new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('ISOLATION_FAILED', `\`${command.name}\` can not be told to end: ${error.message}`))));
        child.once('exit', (code, name) => settle(() => resolve(name === null ? (code ?? 1) : 128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[name])));
    });
}
function notStarted({ name, hint }, error) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${name}\` can not be started: ${error.message}`, { hint });
}
function tellGroup(leader, name, failed) {
    try {
        process.kill(-leader, name);
    }
    catch (thrown) {
        // Nobody of it is left: its end is on its way to us.
        if (thrown.code !== 'ESRCH')
            failed(thrown);
    }
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

/***/ 3976:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runFromJob: () => (/* binding */ runFromJob),
  runVerb: () => (/* binding */ runVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/run.js
var run = __webpack_require__(82547);
// EXTERNAL MODULE: ./lib/commands/run-spec.js
var run_spec = __webpack_require__(47379);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var core_runtime = __webpack_require__(56371);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/isolate/descriptors.js
// SPDX-License-Identifier: Apache-2.0
//
// Closes what whoever started us left open, so that COMMAND inherits 0, 1 and 2 alone: a descriptor open on a root's file is a way
// around every permission. Node keeps the first sixteen from its children and no others, and setpriv hands on what it gets.
// Refuses to close what children don't get: Node's own.


/** Linux tells here what is open; elsewhere Node starts programs with their three alone (POSIX_SPAWN_CLOEXEC_DEFAULT). */
const OPEN = '/proc/self/fd';
const FACTS = '/proc/self/fdinfo';
/** O_CLOEXEC in the octal flags of `fdinfo`. @see https://man7.org/linux/man-pages/man5/proc_pid_fdinfo.5.html */
const CLOSED_IN_CHILDREN = 0o2000000;
/** Closes every descriptor above 2 that a program started from here would get. */
async function closeInherited() {
    const numbers = await (0,promises_.readdir)(OPEN).catch(() => []);
    for (const number of numbers.map(Number).filter((number) => number > 2)) {
        // One that is gone by now was Node's.
        const facts = await (0,promises_.readFile)(`${FACTS}/${number}`, 'utf8').catch(() => null);
        if (facts !== null && isHandedOn(facts))
            (0,external_node_fs_.closeSync)(number);
    }
}
// Matches `flags:	0100000`, misses `pos:	0`.
function isHandedOn(facts) {
    const flags = /^flags:\s*([0-7]+)$/mu.exec(facts)?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & CLOSED_IN_CHILDREN) === 0;
}

// EXTERNAL MODULE: ./lib/core/program.js
var program = __webpack_require__(21771);
;// CONCATENATED MODULE: ./lib/isolate/repository.js
// SPDX-License-Identifier: Apache-2.0
//
// Takes out of a copied `.git` what belongs to the job: credentials, hooks, configuration. What stays is history to read. Refuses
// links and pointers to repositories elsewhere: they would be the original.


/** Settings hold tokens (`http.….extraheader`) and name programs, and `commondir` says where others are; FETCH_HEAD holds URLs, with credentials in them on GitLab. */
const REMOVED = new Set(['config', 'config.worktree', 'commondir', 'FETCH_HEAD', 'credentials', 'hooks']);
/** Nothing but objects and names of branches, which may be called `config`. */
const KEPT_WHOLE = new Set(['objects', 'refs', 'logs']);
/** Disarms the repository at this path; one that is not a plain folder is removed. */
async function disarmRepository(repository) {
    const found = await (0,promises_.lstat)(repository);
    if (!found.isDirectory()) {
        await (0,promises_.rm)(repository);
        return;
    }
    await clean(repository);
    await (0,promises_.writeFile)((0,external_node_path_.join)(repository, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n', { mode: 0o644, flag: 'wx' });
    await (0,promises_.chmod)(repository, 0o755);
}
// Submodules and worktrees keep their own settings further down.
async function clean(folder) {
    for (const entry of await (0,promises_.readdir)(folder, { withFileTypes: true })) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (REMOVED.has(entry.name))
            await (0,promises_.rm)(path, { recursive: true, force: true });
        else if (entry.isDirectory() && !KEPT_WHOLE.has(entry.name))
            await clean(path);
    }
}

;// CONCATENATED MODULE: ./lib/isolate/workspace.js
// SPDX-License-Identifier: Apache-2.0
//
// A copy of the workspace for COMMAND, and the patch of what it changed. Repositories in the copy carry no credentials, hooks or
// configuration; the patch is made with a repository of our own outside the copy, so nothing that COMMAND wrote is ever run, and no
// attribute, filter or nested repository hides a change. Files that were ignored before are left out.





/** git without anybody's configuration. */
const GIT_ENVIRONMENT = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/nonexistent', LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'ostiary', GIT_AUTHOR_EMAIL: 'ostiary@invalid', GIT_COMMITTER_NAME: 'ostiary', GIT_COMMITTER_EMAIL: 'ostiary@invalid',
};
/** Bytes are compared as they are: `.gitattributes` of the workspace asks for no conversion. This file is stronger. */
const ATTRIBUTES = '* -text !eol !filter !ident !working-tree-encoding !diff\n';
/** Of all files that COMMAND changed or made, together: git takes half a minute for so much, and a patch of it is of no use. */
const MAX_CHANGED_BYTES = 4 * 2 ** 30;
/** Of a name in a message. */
const MAX_SHOWN = 200;
/** Copies `workspace` into `<home>/workspace`, without the session folder, and remembers what was in it. */
async function copyWorkspace(request, home, runtime) {
    const { workspace, sessionDir } = request;
    refuseToCopyIntoItself(workspace, home);
    const path = (0,external_node_path_.join)(home, 'workspace');
    await (0,promises_.mkdir)(path, { mode: 0o755 });
    await workspace_program(['cp', '-a', '--reflink=auto', `${workspace}/.`, path], runtime);
    if (isInside(sessionDir, workspace))
        await (0,promises_.rm)((0,external_node_path_.join)(path, (0,external_node_path_.relative)(workspace, sessionDir)), { recursive: true, force: true });
    const repositories = await repositoriesIn(path, runtime);
    for (const repository of repositories)
        await disarmRepository(repository);
    const withheld = await holding(request.secrets, path, runtime);
    for (const file of withheld)
        await (0,promises_.rm)((0,external_node_path_.join)(path, file));
    const git = await remember(path, { home, nested: repositories.filter((found) => found !== (0,external_node_path_.join)(path, '.git')), runtime });
    return {
        path,
        withheld,
        async patch() {
            await workspace_program(['chmod', '-R', 'u+rwX', '--', path], runtime);
            // Whatever COMMAND called a repository would hide what is in it.
            for (const repository of await repositoriesIn(path, runtime))
                await (0,promises_.rm)(repository, { recursive: true, force: true });
            await refuseTooMuch(path, await git(['ls-files', '-z', '-o', '-m', '--exclude-standard']));
            await git(['add', '-A', '--', '.']);
            const file = (0,external_node_path_.join)(sessionDir, 'changes.patch');
            await git(['diff', '--cached', '--binary', '--no-ext-diff', '--no-textconv', `--output=${file}`, 'HEAD']);
            await (0,promises_.chmod)(file, 0o600);
            if ((await (0,promises_.stat)(file)).size > 0)
                return file;
            await (0,promises_.rm)(file);
            return null;
        },
    };
}
/** Variables that point into the workspace point into its copy: `GITHUB_WORKSPACE`, entries of `PATH`. */
function relocated(environment, from, to) {
    const moved = (part) => (part === from || part.startsWith(`${from}/`) ? to + part.slice(from.length) : part);
    return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.split(':').map(moved).join(':')]));
}
// A file without a byte in it may claim terabytes, and git would read each of them. `listed`: paths as bytes, for names need be no text.
async function refuseTooMuch(path, listed) {
    let bytes = 0;
    for (const name of new Set(listed.toString('latin1').split('\0'))) {
        // What is listed and not there was deleted.
        const found = name === '' ? null : await (0,promises_.lstat)(Buffer.concat([Buffer.from(`${path}/`), Buffer.from(name, 'latin1')])).catch(() => null);
        bytes += found?.isFile() === true ? found.size : 0;
        if (bytes <= MAX_CHANGED_BYTES)
            continue;
        throw new errors/* GateError */.ue('ISOLATION_FAILED', `the changes of the command can not be compared: with \`${shown(name)}\` they are larger than ${MAX_CHANGED_BYTES / 2 ** 30} GiB`, {
            hint: 'keep such files where `.gitignore` leaves them out, or choose `--workspace shared`',
        });
    }
}
// Hits `\n` and U+202E; misses `é` and `-`: what COMMAND called a file stays one line.
function shown(bytes) {
    return Buffer.from(bytes, 'latin1').toString('utf8').slice(0, MAX_SHOWN).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
}
function isInside(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '' && way !== '..' && !way.startsWith('../');
}
function refuseToCopyIntoItself(workspace, home) {
    if (!isInside(home, workspace))
        return;
    throw new errors/* GateError */.ue('ISOLATION_FAILED', `the workspace \`${workspace}\` holds the temporary folder, so it can not be copied there`, { hint: 'run in the folder of the project, set `TMPDIR` elsewhere, or choose `--workspace shared`' });
}
async function repositoriesIn(path, runtime) {
    const found = await workspace_program(['find', path, '-iname', '.git', '-prune', '-print0'], runtime);
    return found.toString('utf8').split('\0').filter((name) => name !== '');
}
// Steps before ours write such files, and what a copy holds COMMAND reads: Google's, for one, has the token that makes tokens.
async function holding(secrets, path, runtime) {
    const lines = secrets.filter((secret) => !/[\r\n]/u.test(secret));
    if (lines.length === 0)
        return [];
    const found = await workspace_program(['grep', '-rlZF', '--exclude-dir=.git', '-f', '-', '.'], runtime, { cwd: path, input: `${lines.join('\n')}\n`, fine: [0, 1] });
    return found.toString('utf8').split('\0').filter((name) => name !== '').map((name) => name.replace(/^\.\//u, ''));
}
// git takes a folder with a repository in it for one entry, so nested ones step aside while it looks.
async function remember(path, about) {
    const { home, nested, runtime } = about;
    const baseline = (0,external_node_path_.join)(home, 'baseline.git');
    await (0,promises_.mkdir)(baseline, { mode: 0o700 });
    const git = (args, input) => workspace_program(['git', '-c', 'core.bare=false', '-c', 'safe.directory=*', '-c', 'core.autocrlf=false', `--git-dir=${baseline}`, `--work-tree=${path}`, ...args], runtime, { cwd: path, input });
    await workspace_program(['git', 'init', '-q', '--bare', '--template=', baseline], runtime);
    await (0,promises_.mkdir)((0,external_node_path_.join)(baseline, 'info'));
    await (0,promises_.writeFile)((0,external_node_path_.join)(baseline, 'info', 'attributes'), ATTRIBUTES);
    const aside = nested.map((repository, index) => ({ repository, place: (0,external_node_path_.join)(home, `aside-${index}`) }));
    for (const { repository, place } of aside)
        await (0,promises_.rename)(repository, place).catch(ignoreMissing);
    await git(['add', '-A', '--', '.']);
    await git(['update-index', '--add', '--remove', '-z', '--stdin'], await trackedButIgnored(path, runtime));
    await git(['commit', '-q', '--allow-empty', '--no-verify', '-m', 'before']);
    for (const { repository, place } of aside)
        await (0,promises_.rename)(place, repository).catch(ignoreMissing);
    return git;
}
// A file that somebody added in spite of `.gitignore` is part of the project.
async function trackedButIgnored(path, runtime) {
    const repository = (0,external_node_path_.join)(path, '.git');
    if ((await (0,promises_.stat)(repository).catch(() => null)) === null)
        return '';
    const listed = await workspace_program(['git', '-c', 'safe.directory=*', `--git-dir=${repository}`, `--work-tree=${path}`, 'ls-files', '-z', '-c', '-i', '--exclude-standard'], runtime, { cwd: path });
    return listed.toString('utf8');
}
// A `.git` that was a file or a link is gone since it was disarmed.
function ignoreMissing(thrown) {
    if (thrown.code !== 'ENOENT')
        throw thrown;
}
async function workspace_program([file, ...args], runtime, options = {}) {
    const { cwd, input, fine = [0] } = options;
    const result = await (0,program/* runProgram */.m)({ file: file ?? '', args, environment: GIT_ENVIRONMENT, ...(cwd === undefined ? {} : { cwd }), ...(input === undefined ? {} : { input }) }, runtime);
    if (result.code !== null && fine.includes(result.code))
        return result.stdout;
    throw new errors/* GateError */.ue('ISOLATION_FAILED', `the workspace can not be copied or compared: \`${file ?? ''}\` ended with ${result.code ?? 'a signal'}: ${reasonIn(result.stderr)}`, {
        hint: 'the copy needs `git` and room in the temporary folder; or choose `--workspace shared`',
    });
}
// The first that is no warning names the file; what git says last only that it gave up.
function reasonIn(stderr) {
    const lines = stderr.trim().split('\n');
    return lines.find((line) => !line.startsWith('warning:')) ?? lines[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/isolate/none.js
// SPDX-License-Identifier: Apache-2.0
//
// Isolation that was asked for by name not to be there: COMMAND runs as the same user. Still keeps the environment clean, our
// descriptors to ourselves and, when asked, the workspace a copy. Refuses nothing else: SECURITY.md says what that means.





/** `isolation: none`. */
class NoIsolation {
    #runtime;
    constructor(runtime) {
        this.#runtime = runtime;
    }
    async prepare(request) {
        await closeInherited();
        const home = request.mode === 'copy' ? await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-work-')) : null;
        const copy = home === null ? null : await copyWorkspace(request, home, this.#runtime);
        return {
            wrap: ([file, ...args]) => ({ file: file ?? '', args }),
            cwd: copy?.path ?? request.workspace,
            environment: copy === null ? request.environment : relocated(request.environment, request.workspace, copy.path),
            uid: null,
            withheld: copy?.withheld ?? [],
            collect: async () => (copy === null ? null : copy.patch()),
            dispose: async () => {
                if (home !== null)
                    await (0,promises_.rm)(home, { recursive: true, force: true });
            },
        };
    }
}

// EXTERNAL MODULE: ./lib/core/documentation-links.js
var documentation_links = __webpack_require__(96713);
;// CONCATENATED MODULE: ./lib/isolate/environment-file.js
// SPDX-License-Identifier: Apache-2.0
//
// The environment of COMMAND as a file that a shell reads. sudo takes out of one what it calls unsafe (PYTHONPATH, LD_LIBRARY_PATH, TMPDIR),
// sets PATH, and adds what it was started with; sudo-rs carries none at all. Refuses arguments: everybody reads those.
/** What reads the file, with nothing but it, and becomes COMMAND; the file's path and COMMAND's words follow. */
const CARRYING = ['/usr/bin/env', '-i', '/bin/sh', '-c', '. "$0"; exec "$@"'];
/** Of the shells that `/bin/sh` may be: they can't be set, or mean something to the shell itself. */
const ITS_OWN = new Set(['BASHOPTS', 'BASH_VERSINFO', 'EUID', 'LINENO', 'OPTIND', 'PPID', 'SHELLOPTS', 'UID']);
/** The text of that file. Variables whose names a shell can't have are lost, as behind any shell. */
function carriedText(environment) {
    const set = Object.entries(environment).filter(([name]) => /^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) && !ITS_OWN.has(name));
    return set.map(([name, value]) => `export ${name}=${quoted(value)}\n`).join('');
}
function quoted(value) {
    return `'${value.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./lib/isolate/end-processes.js
// SPDX-License-Identifier: Apache-2.0
//
// The end of every process of COMMAND's user. One that lived on would be there when the workspace is opened again, and while its files
// change hands. Refuses to take a signal that was sent for a process that ended.




/** For how long it is tried: what reads from a dead disk does not end at all. */
const PATIENCE_MS = 10_000;
const FIRST_WAIT_MS = 2;
const LONGEST_WAIT_MS = 200;
/**
 * What a shell, as that user, ends all of its processes with; its uid follows. As anybody else it ends nothing: root's would be everything. It
 * starts no program, since that may be refused.
 */
const END_ALL = 'while read -r key real rest; do if [ "$key" = Uid: ] && [ "$real" = "$0" ]; then kill -KILL -1 2>/dev/null; exit 0; fi; done </proc/self/status; exit 9';
/** Ends all of them. `kill` sends the signal and says whether it could. Throws ISOLATION_FAILED when some live on. */
async function endAll(uid, kill, runtime) {
    const awake = (0,core_runtime/* stayAlive */.h)();
    const until = runtime.monotonicMs() + PATIENCE_MS;
    try {
        for (let wait = FIRST_WAIT_MS;; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
            // A fork that fails, since COMMAND has taken all processes that there are, is tried again as well.
            const killed = await kill().catch(() => false);
            const living = await livingOf(uid);
            if (killed && living === 0)
                return;
            if (runtime.monotonicMs() > until)
                throw survived(living);
            await new Promise((resolve) => runtime.after(wait, resolve));
        }
    }
    finally {
        awake.cancel();
    }
}
/** How many processes of a user have not ended. */
async function livingOf(uid) {
    const pids = (await (0,promises_.readdir)('/proc')).filter((name) => /^\d+$/u.test(name));
    const living = await Promise.all(pids.map(async (pid) => {
        const owner = await (0,promises_.stat)((0,external_node_path_.join)('/proc', pid)).catch(() => null);
        return owner?.uid === uid && !(await hasEnded(pid));
    }));
    return living.filter(Boolean).length;
}
// One that nobody has waited for is dead; one whose first thread alone has ended is not.
async function hasEnded(pid) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)('/proc', pid, 'stat'), 'utf8').catch(() => null);
    if (text === null)
        return true;
    // After the name, which may hold anything: state, then 16 numbers, then the number of threads.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'X' || (fields[0] === 'Z' && Number(fields[17]) <= 1);
}
function survived(living) {
    return new errors/* GateError */.ue('ISOLATION_FAILED', `processes of the command live on (${living} of them are seen), so its folders stay closed and its changes are not taken`, { hint: 'end this machine, or whatever keeps them from ending, before anything else runs on it' });
}

;// CONCATENATED MODULE: ./lib/isolate/probe.js
// SPDX-License-Identifier: Apache-2.0
//
// What the isolation is checked for before COMMAND starts, from inside: a small POSIX shell script prints facts as JSON, and a pure
// function judges them. Refuses to trust a fact that is missing, and programs of COMMAND's own PATH.
/** Arguments: pid of a process that must be unreadable, session folder, repository, the workspace when COMMAND has a copy of it (or empty), then sockets that must not be writable. */
const PROBE = `
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
pid=$1; sessions=$2; repository=$3; original=$4; shift 4
field() { sed -n "s/^$1:[[:space:]]*//p" /proc/self/status; }
yes() { if "$@" >/dev/null 2>&1; then printf true; else printf false; fi; }
sockets=false
for socket in "$@"; do if [ -w "$socket" ]; then sockets=true; fi; done
# A folder being listed is a descriptor, too, and gone when it is asked for again.
descriptors=false
[ -h "/proc/$$/fd/0" ] || descriptors=true
for descriptor in "/proc/$$/fd"/*; do
  case "\${descriptor##*/}" in 0|1|2) ;; *) if [ -h "$descriptor" ]; then descriptors=true; fi ;; esac
done
printf '{"uid":%s,"groups":"%s","noNewPrivileges":"%s","capabilities":"%s"' "$(id -u)" "$(field Groups)" "$(field NoNewPrivs)" "$(field CapEff)"
printf ',"readsGate":%s,"readsSessions":%s,"writesRepository":%s,"readsOriginal":%s,"sudo":%s,"rootSockets":%s,"descriptors":%s}' \\
  "$(yes cat "/proc/$pid/environ")" "$(yes ls "$sessions")" "$(if [ -e "$repository" ]; then yes test -w "$repository"; else printf false; fi)" "$(if [ -n "$original" ]; then yes test -x "$original"; else printf false; fi)" "$(yes sudo -n true)" "$sockets" "$descriptors"
`;
/** What does not hold, as ends of a sentence; empty when the isolation is what it should be. */
function probeFailures(facts, uid) {
    const groups = facts.groups.trim().split(/\s+/).filter((group) => group !== '' && group !== String(uid));
    const checks = [
        [facts.uid === uid, `the command would run as uid ${facts.uid}, not ${uid}`],
        [groups.length === 0, `the command would be in the groups ${groups.join(', ')}`],
        [facts.noNewPrivileges.trim() === '1', 'the command could gain privileges'],
        [/^0+$/.test(facts.capabilities.trim()), 'the command would have capabilities'],
        [facts.readsGate === false, "the command could read the gate's environment"],
        [facts.readsSessions === false, 'the command could read the session folder'],
        [facts.writesRepository === false, 'the command could write to `.git`'],
        [facts.readsOriginal === false, 'the command could enter the workspace itself, not only its copy'],
        [facts.sudo === false, 'the command could use sudo'],
        [facts.rootSockets === false, 'the command could reach a container engine'],
        [facts.descriptors === false, 'the command would inherit open files'],
    ];
    return checks.filter(([holds]) => !holds).map(([, failure]) => failure);
}

;// CONCATENATED MODULE: ./lib/isolate/processes.js
// SPDX-License-Identifier: Apache-2.0
//
// How many processes COMMAND may have: half of what there is, so that it can be ended whatever it does. Where all are taken, sudo can't fork,
// and kernels before 5.14 refuse its user one program more, the one that ends them included. Refuses to raise a limit.
// @see https://man7.org/linux/man-pages/man2/getrlimit.2.html (RLIMIT_NPROC)


/** Arguments with which `prlimit` says its own limit, which is ours, or that of whoever sudo makes. */
const OWN_LIMIT = ['--nproc', '--output=SOFT', '--noheadings', '--raw'];
/** `said`: what prlimit printed, a number or `unlimited`. */
async function processLimit(said) {
    const all = [said.trim(), await processes_text('/proc/sys/kernel/pid_max'), await processes_text(await groupLimitFile())].map(Number).filter((limit) => Number.isInteger(limit) && limit > 0);
    return Math.max(1, Math.floor(Math.min(...all, MOST) / 2));
}
/** What a kernel can have at all. */
const MOST = 2 ** 22;
async function groupLimitFile() {
    // Matches `0::/system.slice/runner.service`, misses `4:pids:/docker`.
    const group = /^0::(\/.*)$/mu.exec(await processes_text('/proc/self/cgroup'))?.[1] ?? '/';
    return (0,external_node_path_.join)('/sys/fs/cgroup', group, 'pids.max');
}
// Where it is not, there is no such limit.
function processes_text(path) {
    return (0,promises_.readFile)(path, 'utf8').catch(() => '');
}

;// CONCATENATED MODULE: ./lib/isolate/scripts.js
// SPDX-License-Identifier: Apache-2.0
//
// What is done as root, as POSIX shell scripts: one call of sudo each, since each takes some 15 ms. Their arguments are data. Refuse to go on
// after anything that failed.

/** Name of the file, in the command's folder, that its environment is carried in. */
const CARRIED = 'environment';
/**
 * Makes the folder ($1) and the copy of the workspace in it ($3, or empty) those of a user ($2), and prints our limit of processes, asked of prlimit ($4).
 * Everything but repositories becomes COMMAND's; they stay ours, readable and not writable. A sticky folder owned by root: COMMAND makes
 * files in it, but can't move `.git` away.
 */
const HAND_OVER = `set -e
chmod 0711 -- "$1"
chown -R "$2:$2" -- "$1/home"
if [ -e "$1/${CARRIED}" ]; then chown "$2:$2" -- "$1/${CARRIED}"; fi
if [ -n "$3" ]; then
  find "$3" -iname .git -prune -o -exec chown -h "$2:$2" {} +
  find "$3" -iname .git -prune -exec chmod -R a+rX,go-w {} +
  chown root:root -- "$3"
  chmod 1777 -- "$3"
fi
exec "$4" ${OWN_LIMIT.join(' ')}
`;
/** Makes what a user ($2) has in a folder ($1) that of another ($3); or prints the first thing there that is neither a folder nor that user's, and changes nothing. */
const TAKE_BACK = `set -e
foreign=$(find -P "$1" -mindepth 1 -iname .git ! -user "$2" -prune -o ! -type d ! -user "$2" -print -quit)
if [ -n "$foreign" ]; then printf '%s' "$foreign"; exit 0; fi
find -P "$1" -user "$2" -exec chown -h "$3" {} +
chown "$3" -- "$1"
`;
/** Takes pairs: a mode and a folder. */
const SET_MODES = `set -e
while [ $# -gt 0 ]; do chmod "$1" -- "$2"; shift 2; done
`;

;// CONCATENATED MODULE: ./lib/isolate/user.js
// SPDX-License-Identifier: Apache-2.0
//
// COMMAND as another, unprivileged user: a spare numeric uid, no groups, no new privileges, no capabilities.
// Proves all of it with a probe before COMMAND starts, and refuses to start it otherwise. Never falls back.














/** Spare uids come from here: above what distributions and user namespaces hand out by default, below `nobody` (65534). */
const FIRST_UID = 61_184;
const LAST_UID = 65_519;
const PLAIN_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Sockets that are root by another name. */
const ROOT_SOCKETS = ['/var/run/docker.sock', '/run/docker.sock', '/var/lib/lxd/unix.socket', '/var/snap/lxd/common/lxd/unix.socket', '/run/podman/podman.sock', '/run/containerd/containerd.sock'];
/** `isolation: user`, on Linux, by root or by sudo without a password. `path`: where our own tools are, never the PATH of the job. */
class UserIsolation {
    #runtime;
    #platform;
    #path;
    constructor(runtime, platform, path = PLAIN_PATH) {
        this.#runtime = runtime;
        this.#platform = platform;
        this.#path = path;
    }
    async prepare(request) {
        if (this.#platform !== 'linux')
            throw unavailable(`isolation \`user\` works on Linux only, not on \`${this.#platform}\``);
        await closeInherited();
        const tools = await this.#tools();
        const uid = await this.#spareUid();
        const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-work-'));
        const asRoot = (args) => this.#run([...tools.elevate, ...args]);
        const { isolated, undo } = await this.#build(request, { ...tools, uid, home, asRoot }).catch(async (thrown) => {
            await asRoot(['rm', '-rf', '--', home]);
            throw thrown;
        });
        try {
            await this.#prove(isolated, request, uid);
            return isolated;
        }
        catch (thrown) {
            // Nothing of COMMAND's has run.
            await undo();
            throw thrown;
        }
    }
    async #build(request, made) {
        const { uid, home, asRoot } = made;
        const copy = request.mode === 'copy' ? await copyWorkspace(request, home, this.#runtime) : null;
        const userHome = (0,external_node_path_.join)(home, 'home');
        await (0,promises_.mkdir)(userHome, { mode: 0o700 });
        const given = copy === null ? request.environment : relocated(request.environment, request.workspace, copy.path);
        const environment = { ...given, HOME: userHome, USER: String(uid), LOGNAME: String(uid), GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
        if (made.elevate.length > 0)
            await (0,promises_.writeFile)((0,external_node_path_.join)(home, CARRIED), carriedText(environment), { mode: 0o400 });
        const handedOver = await demand(script(HAND_OVER, [home, String(uid), copy?.path ?? '', made.prlimit], asRoot));
        const { before, kill } = becoming(await processLimit(handedOver.stdout.toString('utf8')), made);
        const killAll = () => endAll(uid, kill, this.#runtime);
        // For as long as COMMAND runs nobody else enters the workspace: its `.git` has the job's token, and on GitLab everybody may write to it.
        const closed = [...(copy === null ? [] : [{ path: request.workspace, open: 'nothing' }]), ...request.closed];
        const reopen = await user_close(closed, asRoot);
        const undo = async () => {
            await reopen();
            await demand(asRoot(['rm', '-rf', '--', home]));
        };
        const isolated = {
            uid,
            withheld: copy?.withheld ?? [],
            cwd: copy?.path ?? request.workspace,
            environment,
            wrap: (argv) => {
                const [file, ...args] = [...before, ...argv];
                return { file: file ?? '', args };
            },
            collect: async () => {
                await killAll();
                if (copy === null)
                    return null;
                await takeBack(copy.path, made);
                return copy.patch();
            },
            // What can't be ended finds every folder closed.
            dispose: async () => {
                await killAll();
                await undo();
            },
        };
        return { isolated, undo };
    }
    async #tools() {
        const [setpriv, prlimit] = [await this.#locate('setpriv'), await this.#locate('prlimit')];
        if (setpriv === null || prlimit === null)
            throw unavailable(`isolation \`user\` needs \`${setpriv === null ? 'setpriv' : 'prlimit'}\` (util-linux), which is not here`);
        if (process.getuid?.() === 0)
            return { elevate: [], setpriv, prlimit };
        const sudo = await this.#locate('sudo');
        if (sudo !== null && (await this.#run([sudo, '-n', 'true'])).code === 0)
            return { elevate: [sudo, '-n', '--'], setpriv, prlimit };
        throw unavailable('isolation `user` needs root, or sudo without a password');
    }
    // INVARIANT: what runs as root is found by its place; an earlier step can put its own `setpriv` into PATH.
    async #locate(name) {
        for (const folder of this.#path.split(':')) {
            const file = (0,external_node_path_.join)(folder, name);
            if (await (0,promises_.access)(file, external_node_fs_.constants.X_OK).then(() => true, () => false))
                return file;
        }
        return null;
    }
    async #spareUid() {
        const taken = new Set();
        for (const line of (await (0,promises_.readFile)('/etc/passwd', 'utf8')).split('\n'))
            taken.add(Number(line.split(':')[2]));
        for (const entry of await (0,promises_.readdir)('/proc')) {
            if (!/^\d+$/.test(entry))
                continue;
            const owner = await (0,promises_.stat)((0,external_node_path_.join)('/proc', entry)).catch(() => null);
            if (owner !== null)
                taken.add(owner.uid);
        }
        for (let tries = 0; tries < 100; tries += 1) {
            const uid = FIRST_UID + (this.#runtime.random(4).readUInt32BE() % (LAST_UID - FIRST_UID + 1));
            if (!taken.has(uid))
                return uid;
        }
        throw unavailable('there is no spare user id on this machine');
    }
    async #prove(isolated, request, uid) {
        const { file, args } = isolated.wrap(['/bin/sh', '-c', PROBE, 'probe', String(process.pid), request.sessionDir, (0,external_node_path_.join)(isolated.cwd, '.git'), request.mode === 'copy' ? request.workspace : '', ...ROOT_SOCKETS]);
        const result = await (0,program/* runProgram */.m)({ file, args, cwd: isolated.cwd, environment: { ...isolated.environment } }, this.#runtime);
        if (result.code !== 0)
            throw unavailable(`the isolation can not be proven: the probe ended with ${result.code ?? 'a signal'}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
        const facts = JSON.parse(result.stdout.toString('utf8'));
        const failures = probeFailures(facts, uid);
        if (failures.length > 0)
            throw unavailable(`isolation \`user\` does not hold here: ${failures.join('; ')}`);
    }
    #run([file, ...args]) {
        return (0,program/* runProgram */.m)({ file: file ?? '', args, environment: { PATH: PLAIN_PATH, LC_ALL: 'C' } }, this.#runtime);
    }
}
/** What stands before the words of COMMAND, and how all that it started is ended; that says whether it could. */
function becoming(processes, { uid, home, elevate, setpriv, prlimit, asRoot }) {
    const drop = [setpriv, `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
    const carrying = elevate.length === 0 ? [] : [...CARRYING, (0,external_node_path_.join)(home, CARRIED)];
    return {
        before: [...elevate, prlimit, `--nproc=${processes}:${processes}`, ...drop, ...carrying],
        kill: async () => (await asRoot([...drop, '/bin/sh', '-c', END_ALL, String(uid)])).code === 0,
    };
}
// INVARIANT: nothing becomes ours, or part of the patch, but what COMMAND made. Where the kernel lets anybody link to any file (`fs.protected_hardlinks` is 0), such a link is the file.
async function takeBack(path, { uid, asRoot }) {
    const taken = await demand(script(TAKE_BACK, [path, String(uid), String(process.getuid?.() ?? 0)], asRoot));
    const foreign = taken.stdout.toString('utf8').trim();
    if (foreign !== '')
        throw new errors/* GateError */.ue('ISOLATION_FAILED', `the command's copy holds a file of somebody else, \`${foreign.slice(path.length + 1)}\`, so its changes are not taken`, { hint: 'it linked to one that it may not read: set `fs.protected_hardlinks` to 1 on this machine' });
}
function script(text, args, asRoot) {
    return asRoot(['/bin/sh', '-c', text, 'ostiary', ...args]);
}
/** Returns what opens them again. */
async function user_close(folders, asRoot) {
    const closing = [];
    const opening = [];
    for (const { path, open } of folders) {
        const found = await (0,promises_.stat)(path).catch(() => null);
        if (found === null)
            continue;
        closing.push(open === 'nothing' ? 'go-rwx' : 'go-rw', path);
        opening.push((found.mode & 0o7777).toString(8), path);
    }
    const set = async (modes) => {
        if (modes.length > 0)
            await demand(script(SET_MODES, modes, asRoot));
    };
    try {
        await set(closing);
        return () => set(opening);
    }
    catch (thrown) {
        await set(opening);
        throw thrown;
    }
}
async function demand(running) {
    const result = await running;
    if (result.code !== 0)
        throw unavailable(`the isolated workspace can not be prepared: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
    return result;
}
function unavailable(message) {
    return new errors/* GateError */.ue('ISOLATION_FAILED', message, { hint: `run where it is possible, or ask for \`--isolation none\` by name (${(0,documentation_links/* manual */.j)('SECURITY.md')} says what that gives up)` });
}

// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/command.js
var main_command = __webpack_require__(16204);
// EXTERNAL MODULE: ./lib/main/gate-child.js
var gate_child = __webpack_require__(65077);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/run.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `run` for its two doors: the command line and the CI action. Refuses to decide anything: command.ts owns the child process, commands/run.ts the order.














/** `ostiary run [FLAGS] -- COMMAND`. Under a CI product without `--`, the inputs come from the job (GitLab's script line). */
async function runVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const flags = run_spec/* runSpec */.lA.inputs.filter((input) => input.face !== 'ci');
    const { inputs, words, rest } = (0,main_arguments/* parseArguments */.W)(argv, flags);
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` stands before \`--\``, { hint: 'write the command after `--`: `ostiary run --local --policy FILE -- psql`' });
    const fromJob = host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.vX)(run_spec/* runSpec */.lA, host);
    const command = rest.length > 0 ? rest : shellCommand(host);
    return runWith({ ...fromJob, ...inputs }, command, host);
}
/** The CI faces: every input from the job. */
async function runFromJob(host) {
    return runWith((0,main_inputs/* jobInputs */.vX)(run_spec/* runSpec */.lA, host), shellCommand(host), host);
}
function shellCommand(host) {
    const script = host.kind === 'shell' ? undefined : host.input('command');
    return script === undefined ? [] : ['bash', '-eo', 'pipefail', '-c', script];
}
async function runWith(raw, command, host) {
    const scratch = [];
    const gate = new gate_child/* GateChild */.q({ node: process.execPath, cli: (0,wire/* cliPath */.c)(), environment: process.env }, host, core_runtime/* systemRuntime */.g);
    const deps = {
        host, gate, runtime: core_runtime/* systemRuntime */.g, environment: process.env, workspace: process.cwd(), execute,
        isolations: { user: new UserIsolation(core_runtime/* systemRuntime */.g, process.platform), none: new NoIsolation(core_runtime/* systemRuntime */.g) },
        async writeGuide(text) {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-guide-'));
            scratch.push(folder);
            await (0,promises_.chmod)(folder, 0o755);
            const path = (0,external_node_path_.join)(folder, 'guide.md');
            await (0,promises_.writeFile)(path, text, { mode: 0o644 });
            return path;
        },
    };
    try {
        return await (0,run/* run */.e)(raw, command, deps);
    }
    finally {
        for (const folder of scratch)
            await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function execute(command, argv, signal) {
    const hint = 'is it installed, and may this user execute it?';
    return (0,main_command/* runCommand */.d)({ ...command.wrap(argv), cwd: command.cwd, environment: command.environment, stdio: 'inherit', name: argv[0] ?? '', hint, apart: command.uid !== null }, signal);
}


/***/ })

};
