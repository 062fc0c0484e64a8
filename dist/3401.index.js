export const id = 3401;
export const ids = [3401];
export const modules = {

/***/ 26493:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ trustOf),
/* harmony export */   VA: () => (/* binding */ sessionArtifact),
/* harmony export */   yz: () => (/* binding */ sessionArtifactSpec)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _verb_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61557);
// SPDX-License-Identifier: Apache-2.0
//
// `session-artifact`: verifies recordings, masks them once more, and hands them to the CI product to keep, with the story of each session on
// the job's page. Refuses to hand on what it can't verify, and never changes a recording where it lies.


/** The declaration that action.yml, the GitLab template and the command line are compared with. */
const sessionArtifactSpec = {
    name: 'session-artifact',
    description: 'Verify recordings, mask them once more, and keep them as an artifact of the job.',
    inputs: [
        { name: 'session', description: 'A recording, `session.jsonl`, or a folder with sessions in it; several: one a line (the flag may be repeated). When empty: all sessions of this job.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'name', description: 'Name of the artifact. When empty: `ostiary-` and the id of the session, which no other job or attempt has.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'retention-days', description: 'How long the artifact is kept, 1 to 90 days. When empty: as the repository says.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'key', description: 'File of a public key (PEM) that you trust; several: one a line (the flag may be repeated). With keys or `trusted-root`, a recording that nobody you trust signed is refused.', default: '', required: false, face: 'all', kind: 'list' },
        { name: 'trusted-root', description: 'File of a trusted root of Sigstore, as `gh attestation trusted-root` writes it, for recordings signed without a key. Recordings of others are refused, as with `key`.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'identity', description: 'Whose signature you expect with `trusted-root`: the name in the certificate (`*` within a segment, `**` across). When empty: on GitHub, the workflow of this job.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'issuer', description: 'Who says that it is them: the issuer of their token. When empty: on GitHub, that of this server.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'policy', description: 'File with a policy whose `detectors` mask, too. When empty: those of the policy that the session had, which lie beside its recording.', default: '', required: false, face: 'all', kind: 'text' },
        { name: 'out', description: 'Folder to put what is kept into. On GitHub: a fresh one, which is uploaded.', default: '', required: false, face: 'cli', kind: 'text' },
    ],
    outputs: [
        { name: 'artifact-id', description: 'Id of the artifact; empty where the CI product takes it from a folder.' },
        { name: 'artifact-url', description: 'Address of the artifact.' },
        { name: 'digest', description: 'SHA-256 of the artifact, or of the recording when the CI product takes it from a folder.' },
        { name: 'denied', description: 'Number of operations denied, over all sessions.' },
        { name: 'reviewed', description: 'Number of operations that needed a review, over all sessions.' },
    ],
};
/** Runs the verb; resolves with the exit code. Throws GateError when nothing was kept. */
async function sessionArtifact(raw, deps) {
    const { host } = deps;
    const inputs = parseInputs(raw);
    const recordings = await deps.find(inputs.sessions);
    if (recordings.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', 'there is no recording to keep', { hint: 'run a guarded step before, or name one: `session: path/to/session.jsonl`' });
    const judge = await deps.trusting(inputs.trust);
    const folder = await deps.folder(inputs.out);
    const keep = await deps.keeping(recordings, inputs.policy, folder);
    const kept = [];
    const refused = [];
    for (const recording of recordings) {
        const verdict = await judge(recording);
        if (isRefused(verdict, inputs.trust))
            refused.push({ source: recording, verdict });
        else
            kept.push(await keep(recording, verdict));
    }
    for (const { source, verdict } of refused)
        host.annotate('error', `the recording \`${source}\` is not kept: it is ${verdict.state}: ${verdict.explanation}`);
    for (const { source, verdict } of kept)
        if (verdict.state === 'incomplete')
            host.annotate('warning', `the recording \`${source}\` is incomplete: ${verdict.explanation}`);
    for (const { source, masked } of kept)
        if (total(masked) > 0)
            host.annotate('warning', `${total(masked)} values of \`${source}\` were masked once more (${Object.keys(masked).join(', ')}): the copy that is kept is not the file that was sealed`);
    for (const { source, verdict } of kept)
        if (verdict.state === 'signed')
            host.log.info(`the recording \`${source}\` is signed (${signerOf(verdict)})`);
    await host.summary(storyOf(kept, refused));
    tell(kept, host);
    if (kept.length > 0)
        await store({ kept, folder, inputs }, deps);
    if (deps.attest !== null)
        await attestAll(kept, deps.attest, host);
    return refused.length > 0 || kept.some(({ verdict }) => verdict.state === 'incomplete') ? _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.denied : _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done;
}
function parseInputs(raw) {
    const days = (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, 'retention-days') ?? null;
    if (days !== null && (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > 90))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`retention-days\` is \`${days}\``, { hint: 'it takes a number of days from 1 to 90' });
    const name = (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, 'name') ?? null;
    // @see https://github.com/actions/toolkit/tree/main/packages/artifact: what no file system takes.
    if (name !== null && /["':<>|*?\r\n\\/]/.test(name))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`name\` is \`${name}\``, { hint: 'an artifact is not named with any of `" : < > | * ? \\ /`' });
    const text = (input) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, input) ?? null;
    return { sessions: (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .listInput */ .dt)(raw, 'session'), name, retentionDays: days === null ? null : Number(days), trust: trustOf(raw), policy: text('policy'), out: text('out') };
}
/** Whom the inputs say to believe. */
function trustOf(raw) {
    const text = (input) => (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .textInput */ ._Z)(raw, sessionArtifactSpec, input) ?? null;
    return { keys: (0,_verb_js__WEBPACK_IMPORTED_MODULE_1__/* .listInput */ .dt)(raw, 'key'), trustedRoot: text('trusted-root'), identity: text('identity'), issuer: text('issuer') };
}
function isRefused({ state }, { keys, trustedRoot }) {
    return state === 'altered' || ((keys.length > 0 || trustedRoot !== null) && state === 'unsigned');
}
/** Digits of a key's id that people are shown. */
const SHOWN_ID = 16;
// Names in certificates are shown as the certificate of a trusted authority has them; ids of keys are hexadecimal.
function signerOf({ signedBy, signedThrough }) {
    return signedThrough === 'keyless' ? `keyless, by ${signedBy ?? ''}` : `by the key ${(signedBy ?? '').slice(0, SHOWN_ID)}`;
}
function tell(kept, host) {
    const sum = (decision) => String(kept.reduce((count, { verdict }) => count + verdict.counts.operations[decision], 0));
    host.output('denied', sum('deny'));
    host.output('reviewed', sum('review'));
}
async function store({ kept, folder, inputs }, { host, artifacts }) {
    const files = kept.flatMap((session) => session.files);
    if (artifacts === null) {
        host.output('artifact-id', '');
        host.output('artifact-url', '');
        host.output('digest', kept[0]?.sha256 ?? '');
        host.log.info(`${files.length} files of ${kept.length} session${kept.length === 1 ? '' : 's'} are in \`${folder}\``);
        return;
    }
    const id = kept[0]?.verdict.header?.session ?? 'session';
    const artifact = await artifacts.upload({ name: inputs.name ?? `ostiary-${id}`, otherName: inputs.name === null ? null : `${inputs.name}-${id}`, folder, files, retentionDays: inputs.retentionDays });
    host.output('artifact-id', artifact.id);
    host.output('artifact-url', artifact.url ?? '');
    host.output('digest', artifact.sha256);
    host.log.info(`kept as the artifact \`${artifact.name}\`, ${artifact.id}, sha256 ${artifact.sha256}`);
}
// After the upload: what fails here costs an attestation, not a recording.
async function attestAll(kept, attest, host) {
    for (const { source, statement } of kept) {
        if (statement === null)
            host.annotate('warning', `the recording \`${source}\` is not attested: what is kept is not a whole recording as it was sealed`);
        else
            host.log.info(`the recording of ${statement.predicate.session} is attested: ${await attest(statement)}`);
    }
}
function total(counts) {
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
const MARKS = { ok: '✅', failed: '❌', denied: '⛔', pending: '⏳', error: '💥' };
// The job's page: what a person asks first, who did what and what was refused.
function storyOf(kept, refused) {
    const rows = kept.map(({ verdict, sha256 }) => {
        const { header, end, counts } = verdict;
        const { allow, review, deny } = counts.operations;
        const outcome = end === null ? '💥 cut off' : `${MARKS[end.outcome]} ${end.outcome}`;
        return `| ${code(header?.session ?? '?')} | ${cell(whoOf(header))} | ${cell(header?.resources.map(({ name }) => name).join(', ') ?? '')} | ${outcome} | ${allow} | ${review} | ${deny} | **${verdict.state}**${verdict.state === 'signed' ? ` (${cell(signerOf(verdict))})` : ''} | \`${sha256.slice(0, 12)}\` |`;
    });
    const parts = ['## Guarded sessions\n\n| session | who | resources | outcome | allowed | for review | denied | recording | sha256 |\n|---|---|---|---|---:|---:|---:|---|---|\n' + rows.join('\n')];
    const refusals = kept.flatMap((session) => session.refusals);
    if (refusals.length > 0) {
        parts.push(`### What was refused\n\n| decision | statement | rule | why |\n|---|---|---|---|\n${refusals.map(({ decision, statement, rules, reason }) => `| ${decision} | ${code(statement)} | ${code(rules.join(', '))} | ${cell(reason)} |`).join('\n')}`);
    }
    if (refused.length > 0)
        parts.push(`### Not kept\n\n${refused.map(({ source, verdict }) => `- ${code(source)}: **${verdict.state}**, ${cell(verdict.explanation)}`).join('\n')}`);
    parts.push('Check it yourself: `ostiary session verify session.jsonl`, read it: `ostiary session replay session.jsonl`.');
    return `${parts.join('\n\n')}\n`;
}
function whoOf(header) {
    if (header === null)
        return '?';
    const { names, subject } = header.principal;
    return [names.length > 0 ? names.join(', ') : subject, ...(header.prompter === null ? [] : [`for ${header.prompter}`])].join(' ');
}
const MAX_CELL = 300;
// What a recording holds is somebody's text: it must not become markup of the job's page.
function cell(text) {
    // Match "\n", "|", "<" and "`": what ends a cell or begins markup. Control and bidirectional characters are shown by their numbers.
    return text.slice(0, MAX_CELL).replace(/[\r\n\t]+/g, ' ').replace(/[\\|<>&`*_[\]!#~@]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
function code(text) {
    return `<code>${cell(text)}</code>`;
}


/***/ }),

/***/ 4029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ Answer),
/* harmony export */   UW: () => (/* binding */ checkWhole),
/* harmony export */   VZ: () => (/* binding */ answersIn),
/* harmony export */   aD: () => (/* binding */ garbled),
/* harmony export */   ie: () => (/* binding */ clockOf),
/* harmony export */   r7: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1864);

const ID = /^[1-9][0-9]{0,18}$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
/** One object of an answer. `what` names it in errors: `pull request 7`. */
class Answer {
    #value;
    #what;
    constructor(value, what) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw garbled(what, 'it is no object');
        this.#value = value;
        this.#what = what;
    }
    text(field) {
        const value = this.#value[field];
        if (typeof value !== 'string')
            throw this.#bad(field);
        return value;
    }
    textOrNull(field) {
        const value = this.#value[field];
        return value === null || value === undefined ? null : this.text(field);
    }
    number(field) {
        const value = this.#value[field];
        if (typeof value !== 'number' || !Number.isSafeInteger(value))
            throw this.#bad(field);
        return value;
    }
    flag(field) {
        const value = this.#value[field];
        if (typeof value !== 'boolean')
            throw this.#bad(field);
        return value;
    }
    /** A numeric id as text. */
    id(field) {
        const text = String(this.#value[field]);
        if (!ID.test(text))
            throw this.#bad(field);
        return text;
    }
    commit(field) {
        const text = this.text(field);
        if (!COMMIT.test(text))
            throw this.#bad(field);
        return text;
    }
    has(field) {
        return field in this.#value;
    }
    is(field, value) {
        return this.#value[field] === value;
    }
    object(field) {
        return new Answer(this.#value[field], `${this.#what}, \`${field}\``);
    }
    /** The field has to be there; null is an answer. */
    objectOrNull(field) {
        if (!(field in this.#value))
            throw this.#bad(field);
        return this.#value[field] === null ? null : this.object(field);
    }
    list(field) {
        return answersIn(this.#value[field], `${this.#what}, \`${field}\``);
    }
    /** Ids of commits. */
    commits(field) {
        const value = this.#value[field];
        if (!Array.isArray(value) || !value.every((one) => typeof one === 'string' && COMMIT.test(one)))
            throw this.#bad(field);
        return value;
    }
    #bad(field) {
        return garbled(this.#what, `\`${field}\` is missing or not what it should be`);
    }
}
/** The objects of a list. */
function answersIn(value, what) {
    if (!Array.isArray(value))
        throw garbled(what, 'it is no list');
    return value.map((item) => new Answer(item, what));
}
/** Refusal of an answer that is not understood. */
function garbled(what, why) {
    return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_0__/* .forgeFailed */ .TZ)(`the forge's answer about ${what} is not understood: ${why}`, 'is it the address of the forge\'s API? run again');
}
/** `Date:` of an answer as ISO 8601; the forge's clock. */
function clockOf(header, what) {
    const time = Date.parse(header ?? '');
    if (!Number.isFinite(time))
        throw garbled(what, 'it does not say what time it is');
    return new Date(time).toISOString();
}
/** The text in a file's base64; throws unless it is whole, and text. */
function textIn(content, size, what) {
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length !== size)
        throw garbled(what, 'it did not arrive whole');
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_0__/* .forgeFailed */ .TZ)(`${what} is not UTF-8 text`, 'save it as UTF-8', cause);
    }
}
/** Throws unless as many came as the forge says there are. */
function checkWhole(came, said, what) {
    if (said !== null && came !== said)
        throw garbled(what, `it has ${said} and ${came} came`);
}


/***/ }),

/***/ 57606:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ githubClient),
/* harmony export */   NZ: () => (/* binding */ asked),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1864);



/** A page of a hundred pull requests with long texts. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** Answers kept for conditional requests. */
const MAX_KEPT = 500;
/** What GitHub puts on a page when it is not asked. */
const DEFAULT_PAGE = 30;
/** Longest wait for a rate limit; whoever waits longer should be told. */
const MAX_WAIT_SECONDS = 60;
const MAX_RETRIES = 3;
/** Statuses after which the same request can not succeed: the plugin's own, and what conditions and limits answer. */
const FINAL = [304, 400, 401, 403, 404, 405, 409, 410, 422, 429, 451];
/** The client, made when it is first used: most commands never talk to a forge. */
async function githubClient(options) {
    const { baseUrl, token, runtime, signal } = options;
    (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(baseUrl);
    const [{ Octokit }, { throttling }, { retry }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(1579), __webpack_require__.e(1303)]).then(__webpack_require__.bind(__webpack_require__, 11303)), Promise.all(/* import() */[__webpack_require__.e(3251), __webpack_require__.e(6856)]).then(__webpack_require__.bind(__webpack_require__, 86856)), Promise.all(/* import() */[__webpack_require__.e(3251), __webpack_require__.e(9735)]).then(__webpack_require__.bind(__webpack_require__, 49735))]);
    const Client = Octokit.plugin(throttling, retry);
    const silent = () => undefined;
    const patient = (retryAfter, _options, _octokit, retries) => retryAfter <= MAX_WAIT_SECONDS && retries < MAX_RETRIES;
    const second = options.millisecondsPerSecond ?? 1000;
    const client = new Client({
        ...(typeof token === 'string' ? { auth: token } : {}), baseUrl, userAgent: 'ostiary', log: { debug: silent, info: silent, warn: silent, error: silent },
        throttle: { onRateLimit: patient, onSecondaryRateLimit: patient, fallbackSecondaryRateRetryAfter: 5, retryAfterBaseValue: second, id: baseUrl, ...(second === 1000 ? {} : hurried()) },
        retry: { doNotRetry: FINAL, retries: MAX_RETRIES, retryAfterBaseValue: second },
        request: {
            fetch: (url, init) => (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .exchange */ .cv)({
                url, method: init.method ?? 'GET', headers: init.headers, maxBytes: MAX_ANSWER_BYTES, ...(init.body === undefined ? {} : { body: init.body }), ...(signal === undefined ? {} : { signal }),
            }, runtime),
        },
    });
    if (typeof token !== 'string') {
        client.hook.before('request', async (request) => {
            request.headers.authorization = `token ${await token()}`;
        });
    }
    rememberAnswers(client);
    return client;
}
// GitHub wants a second between writes, and three between those that notify people; the plugin keeps to it. Not in a hurry.
function hurried() {
    const now = { key: () => ({ schedule: (_options, run, ...parts) => run(...parts) }) };
    return { write: now, notifications: now, global: now, search: now, auth: now };
}
// A GET that was answered before is asked with its ETag; "not modified" gives the answer that is here. The address holds the question.
function rememberAnswers(client) {
    const kept = new Map();
    client.hook.wrap('request', async (request, options) => {
        if (options.method !== 'GET')
            return request(options);
        const { url } = client.request.endpoint(options);
        const last = kept.get(url);
        const before = last !== undefined && isFullLast(url, last.answer) ? undefined : last;
        if (before !== undefined)
            options.headers['if-none-match'] = before.etag;
        try {
            const answer = await request(options);
            const { etag } = answer.headers;
            if (typeof etag === 'string')
                kept.set(url, { etag, answer });
            const [oldest] = kept.keys();
            if (kept.size > MAX_KEPT && oldest !== undefined)
                kept.delete(oldest);
            return answer;
        }
        catch (thrown) {
            if (before === undefined || statusOf(thrown) !== 304)
                throw thrown;
            const { date } = thrown.response?.headers ?? {};
            if (date === undefined || date === '') {
                // The answer may be as old as it was, the clock may not.
                delete options.headers['if-none-match'];
                return request(options);
            }
            return { ...before.answer, headers: { ...before.answer.headers, date } };
        }
    });
}
// A full page that was the last one stays as it is when another is begun behind it.
function isFullLast(url, { data, headers }) {
    if (!Array.isArray(data) || (headers.link ?? '').includes('rel="next"'))
        return false;
    return data.length >= Number(new URL(url).searchParams.get('per_page') ?? DEFAULT_PAGE);
}
/** Status of a failed request; undefined when there was no answer. */
function statusOf(thrown) {
    return typeof thrown === 'object' && thrown !== null && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : undefined;
}
/** One request; throws FORGE_FAILED saying which permission or setting is missing. */
async function asked(wanted, request) {
    try {
        return await request();
    }
    catch (thrown) {
        throw failureOf(wanted, thrown);
    }
}
/** Why it failed, in our words. */
function failureOf({ what, permission, absent }, thrown) {
    const cause = thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown : thrown instanceof Error && thrown.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? thrown.cause : null;
    if (cause !== null)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${cause.message}`, cause.hint ?? 'run again', thrown);
    const needs = `the token needs \`${permission}\``;
    const status = statusOf(thrown);
    const said = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown).slice(0, 300);
    if (/not permitted to create or approve pull requests/iu.test(said)) {
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub Actions may not open pull requests here (403)`, 'use the token of an App for this, or allow it: Settings, Actions, General, "Allow GitHub Actions to create and approve pull requests" (then any workflow may)', thrown);
    }
    if (status === 401)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub does not accept the token (401)`, `it is wrong or has expired; ${needs}`, thrown);
    if (status === 403 && /rate limit|abuse/iu.test(said))
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub limits this token (403: ${said})`, 'run again later; tokens of an App have limits of their own', thrown);
    if (status === 403)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: the token may not (403: ${said})`, needs, thrown);
    if (status === 404)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${absent ?? 'it is not there, or the token can not see it'} (404)`, needs, thrown);
    if (status === 429)
        return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: GitHub limits this token (429)`, 'run again later', thrown);
    return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_2__/* .forgeFailed */ .TZ)(`${what}: ${said}`, 'GitHub may be disturbed; run again', thrown);
}


/***/ }),

/***/ 56838:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ trustOf),
/* harmony export */   PT: () => (/* binding */ checkIssuers),
/* harmony export */   rV: () => (/* binding */ githubIssuer),
/* harmony export */   xQ: () => (/* binding */ gitlabIssuer)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
// SPDX-License-Identifier: Apache-2.0
//
// Who may issue tokens: an allow-list of issuers by exact URL, with what is known of each kind. Refuses wildcards, and reads nothing from
// a token but the one `iss` that it is asked about.


const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
/** An enterprise may have its name behind the issuer; GitHub signs for all of them, and policies compare it exactly. */
const ENTERPRISE = /^\/[A-Za-z0-9](?:[A-Za-z0-9-]{0,98}[A-Za-z0-9])?$/u;
/** The issuer that belongs to a GitHub server: `https://github.com`, `https://x.ghe.com`, or one of your own. */
function githubIssuer(serverUrl) {
    const { hostname, origin } = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(serverUrl);
    if (hostname === 'github.com')
        return { kind: 'github', issuer: GITHUB_ISSUER };
    return { kind: 'github', issuer: hostname.endsWith('.ghe.com') ? `https://token.actions.${hostname}` : `${origin}/_services/token` };
}
/** The issuer that belongs to a GitLab instance: its own URL, without a slash at the end. */
function gitlabIssuer(serverUrl) {
    return { kind: 'gitlab', issuer: (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(serverUrl).href.replace(/\/$/u, '') };
}
/** The entry that accepts an `iss`, with that very `iss`; null: nobody here trusts it. */
function trustOf(issuers, iss) {
    if (typeof iss !== 'string')
        return null;
    const exact = issuers.find((trusted) => trusted.issuer === iss);
    if (exact !== undefined)
        return exact;
    const github = issuers.some((trusted) => trusted.kind === 'github' && trusted.issuer === GITHUB_ISSUER);
    return github && iss.startsWith(GITHUB_ISSUER) && ENTERPRISE.test(iss.slice(GITHUB_ISSUER.length)) ? { kind: 'github', issuer: iss } : null;
}
/** Lists that were found good; nobody changes them afterwards. */
const CHECKED = new WeakSet();
/** Throws INPUT_INVALID when the allow-list itself can't be trusted: plain http, a query, no entry. Looks once at each list. */
function checkIssuers(issuers) {
    if (CHECKED.has(issuers))
        return;
    if (issuers.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', 'no issuer of tokens is trusted', { hint: 'name at least one, such as `https://token.actions.githubusercontent.com`' });
    for (const { issuer } of issuers) {
        const url = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(issuer);
        if (url.search !== '' || url.hash !== '')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `the issuer \`${issuer}\` has a query or fragment`, { hint: 'write it as the `iss` of its tokens' });
    }
    CHECKED.add(issuers);
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

/***/ 76196:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
// SPDX-License-Identifier: Apache-2.0
//
// Folders at paths that a user names, with the folders that lead there. Refuses to try for ever: Node's own way does below /proc, where
// nothing can be made and the system says that the folder above is missing.


/** Makes a folder, and those above it that are missing; one that is there stays as it is. `mode`: of what is made. Throws the system's errors. */
async function makeFolder(path, mode = 0o777) {
    if (await made(path, mode))
        return;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
    if (above !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))
        await makeFolder(above, mode);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode }).catch(async (thrown) => {
        // Somebody else was faster.
        if (!(await isFolder(path)))
            throw thrown;
    });
}
/** False: a folder above it is missing. */
async function made(path, mode) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode });
        return true;
    }
    catch (thrown) {
        if (thrown.code === 'ENOENT')
            return false;
        if (await isFolder(path))
            return true;
        throw thrown;
    }
}
async function isFolder(path) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null))?.isDirectory() ?? false;
}


/***/ }),

/***/ 57013:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readOwnSecret),
/* harmony export */   S: () => (/* binding */ holdOwnSecret)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What is kept for ourselves and logs in nowhere: a signing key, read once; a forge's token, held for as long as a session lasts, since it may
// be leased. Refuses to fail without the key of the policy that names it.

const NOWHERE = { host: '', port: 0, user: null };
/** Holds it; whoever does gives it back. Throws GateError. */
async function holdOwnSecret(secrets, named) {
    try {
        return await secrets.hold(named.reference, NOWHERE);
    }
    catch (thrown) {
        throw withName(named, thrown);
    }
}
/** What `use` makes of the secret. Throws GateError. */
async function readOwnSecret(secrets, named, use) {
    const held = await holdOwnSecret(secrets, named);
    try {
        return use((await held.current()).password);
    }
    catch (thrown) {
        throw withName(named, thrown);
    }
    finally {
        await held.release();
    }
}
function withName({ name, reference }, thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue))
        return thrown;
    const said = thrown.message.includes(reference) ? '' : `, \`${reference}\``;
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue(thrown.code, `\`${name}\`${said}: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
}


/***/ }),

/***/ 14984:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkTrust: () => (/* binding */ checkTrust),
  keepRecordings: () => (/* binding */ keepRecordings),
  sessionArtifactFromJob: () => (/* binding */ sessionArtifactFromJob),
  sessionArtifactVerb: () => (/* binding */ sessionArtifactVerb)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/session-artifact.js
var session_artifact = __webpack_require__(26493);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/host/github-artifacts.js
// SPDX-License-Identifier: Apache-2.0
//
// GitHub's artifacts, by GitHub's own client: it knows the results service, and this file knows what to say when that does not answer.
// Loaded only when something is uploaded. Refuses to overwrite: an artifact of the same name is somebody's record.


/** Artifacts of this job. `environment`: of the step, which holds the address and the token of the results service. */
class GitHubArtifacts {
    #environment;
    constructor(environment) {
        this.#environment = environment;
    }
    async upload({ name, otherName, folder, files, retentionDays }) {
        const client = await this.#client();
        const paths = files.map((file) => (0,external_node_path_.join)(folder, file));
        const options = retentionDays === null ? {} : { retentionDays };
        const names = otherName === null ? [name] : [name, otherName];
        for (const candidate of names) {
            try {
                const { id, digest } = await client.uploadArtifact(candidate, paths, folder, options);
                if (id === undefined)
                    throw new Error('the service gave it no id');
                return { name: candidate, id: String(id), url: this.#urlOf(id), sha256: (digest ?? '').replace(/^sha256:/, '') };
            }
            catch (thrown) {
                if (candidate !== names.at(-1) && isTaken(thrown))
                    continue;
                throw this.#failure(candidate, thrown);
            }
        }
        throw new errors/* GateError */.ue('INTERNAL', 'an artifact without a name');
    }
    async #client() {
        if ((this.#environment['ACTIONS_RUNTIME_TOKEN'] ?? '') === '' || (this.#environment['ACTIONS_RESULTS_URL'] ?? '') === '') {
            throw new errors/* GateError */.ue('INPUT_INVALID', 'this step has no way to the artifacts of the job', { hint: 'GitHub gives it to actions only: use `uses: ostiary/ostiary/actions/session-artifact`, not a `run:` step' });
        }
        return new (await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(3251), __webpack_require__.e(3878), __webpack_require__.e(5920), __webpack_require__.e(1579), __webpack_require__.e(8275), __webpack_require__.e(8688)]).then(__webpack_require__.bind(__webpack_require__, 48688))).DefaultArtifactClient();
    }
    #urlOf(id) {
        const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = this.#environment;
        return GITHUB_SERVER_URL === undefined || GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined ? null : `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`;
    }
    #failure(name, thrown) {
        const message = (0,errors/* messageOf */.bD)(thrown).slice(0, 300);
        if (isTaken(thrown))
            return new errors/* GateError */.ue('INPUT_INVALID', `there is an artifact \`${name}\` already`, { cause: thrown, hint: 'leave the input `name` out: then each session gets a name of its own' });
        if (/not.*supported on GHES/i.test(message))
            return new errors/* GateError */.ue('FORGE_FAILED', 'this GitHub Enterprise Server does not take artifacts of this kind', { cause: thrown, hint: 'keep the folder of the session by other means; it is the output `session` of the step' });
        return new errors/* GateError */.ue('FORGE_FAILED', `the artifact \`${name}\` could not be uploaded: ${message}`, { cause: thrown, hint: 'the files are still where they were; run the job again, or keep the folder by other means' });
    }
}
// Match "Conflict: an artifact with this name already exists on the workflow run", miss "unable to make request: ECONNREFUSED".
function isTaken(thrown) {
    return /\b409\b|conflict|already exists/i.test((0,errors/* messageOf */.bD)(thrown));
}

// EXTERNAL MODULE: ./lib/mask/detection.js + 5 modules
var detection = __webpack_require__(84520);
// EXTERNAL MODULE: ./lib/mask/detectors/custom.js
var detectors_custom = __webpack_require__(2277);
// EXTERNAL MODULE: ./lib/mask/detectors/registry.js + 18 modules
var registry = __webpack_require__(25177);
// EXTERNAL MODULE: ./lib/mask/known-secrets.js
var known_secrets = __webpack_require__(97175);
// EXTERNAL MODULE: ./lib/mask/replacement.js
var replacement = __webpack_require__(95956);
;// CONCATENATED MODULE: ./lib/mask/stream.js

/** Bytes held back: longer than any secret but private keys, which say where they begin. */
const HOLD_BYTES = 16 * 1024;
/** A find that reaches this far without an end is replaced as it stands, and so is what goes on in it. */
const MAX_HELD_BYTES = 256 * 1024;
/** Of a secret that is longer: enough to know by what it is one. */
const BEGUN_BYTES = 1024;
const LINE_FEED = 10;
/** Feed it chunks, release what it returns, and then what `end` returns. Counts by detector are in `counts`. */
class MaskStream {
    counts = {};
    #detection;
    #held = Buffer.alloc(0);
    /** Finds in what is held: the name that gave one away may have been released already. */
    #known = [];
    constructor(detection) {
        this.#detection = detection;
    }
    /** What may be released after this chunk; empty when all of it has to wait. */
    push(chunk) {
        const all = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
        if (all.length <= HOLD_BYTES) {
            this.#held = Buffer.from(all);
            return Buffer.alloc(0);
        }
        const found = this.#find(all);
        let cut = lineEndBefore(all, all.length - HOLD_BYTES);
        // A find that crosses the cut waits, and so does one that reaches the end: it may be longer.
        for (const { start, end } of found)
            if (start < cut && (end > cut || end >= all.length))
                cut = start;
        return cut === 0 && all.length > MAX_HELD_BYTES ? this.#cutThrough(all, found) : this.#release(all, cut, found);
    }
    // What is too long to wait for its end is cut. How it began stays before the rest, masked already, or nobody would know what goes on there.
    #cutThrough(all, found) {
        const cut = all.length - HOLD_BYTES;
        const ready = this.#release(all, cut, found);
        const crossing = found.find(({ start, end }) => start < cut && end > cut);
        if (crossing === undefined)
            return ready;
        const { start, end, name } = crossing;
        const begun = all.subarray(start, Math.min(start + BEGUN_BYTES, cut));
        this.#held = Buffer.concat([begun, this.#held]);
        this.#known = [{ start: 0, end: begun.length + end - cut, name }, ...this.#known.map((known) => ({ ...known, start: known.start + begun.length, end: known.end + begun.length }))];
        return ready;
    }
    /** The rest. */
    end() {
        const all = this.#held;
        return this.#release(all, all.length, this.#find(all));
    }
    #find(all) {
        const found = this.#detection.inBytes(all);
        const lost = this.#known.filter((known) => !found.some(({ start, end }) => start < known.end && known.start < end));
        return lost.length === 0 ? found : [...found, ...lost].sort((a, b) => a.start - b.start);
    }
    #release(all, cut, found) {
        const inside = found.filter(({ start }) => start < cut).map((one) => ({ ...one, end: Math.min(one.end, cut) }));
        for (const { name } of inside)
            this.counts[name] = (this.counts[name] ?? 0) + 1;
        this.#held = Buffer.from(all.subarray(cut));
        this.#known = found.filter(({ start }) => start >= cut).map(({ start, end, name }) => ({ start: start - cut, end: end - cut, name }));
        const ready = all.subarray(0, cut);
        return inside.length === 0 ? ready : (0,replacement/* replacedBytes */.ee)(ready, inside);
    }
}
// Just behind the last line end at or before `at`; `at` itself when the line is longer than all that is held.
function lineEndBefore(bytes, at) {
    const line = bytes.lastIndexOf(LINE_FEED, at - 1);
    return line < 0 ? at : line + 1;
}

// EXTERNAL MODULE: ./lib/record/chain.js
var chain = __webpack_require__(72464);
// EXTERNAL MODULE: ./lib/record/envelope.js
var envelope = __webpack_require__(26441);
// EXTERNAL MODULE: ./lib/record/keyless.js
var keyless = __webpack_require__(56215);
// EXTERNAL MODULE: ./lib/record/lines.js
var lines = __webpack_require__(71334);
// EXTERNAL MODULE: ./lib/record/session-key.js
var session_key = __webpack_require__(99435);
// EXTERNAL MODULE: ./lib/record/shapes.js
var shapes = __webpack_require__(16687);
// EXTERNAL MODULE: ./lib/record/verify.js
var verify = __webpack_require__(68932);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/forge/answer.js
var answer = __webpack_require__(4029);
// EXTERNAL MODULE: ./lib/forge/github-client.js
var github_client = __webpack_require__(57606);
;// CONCATENATED MODULE: ./lib/forge/github-attestations.js


/** Attestations of one repository, `acme/shop`. */
class GitHubAttestations {
    #options;
    #place;
    #client = null;
    constructor(options, repository) {
        const [owner = '', repo = ''] = repository.split('/');
        this.#options = options;
        this.#place = { owner, repo };
    }
    /** Whether everybody can see the repository. Throws FORGE_FAILED. */
    async isPublic() {
        const wanted = { what: `the repository ${this.#name()}`, permission: 'metadata: read' };
        const { data } = await (0,github_client/* asked */.NZ)(wanted, async () => (await this.#octokit()).rest.repos.get(this.#place));
        return data.visibility === 'public';
    }
    /** Keeps a bundle; returns its id. Throws FORGE_FAILED. */
    async keep(bundle) {
        const wanted = { what: `the attestation for ${this.#name()}`, permission: 'attestations: write', absent: 'this server keeps no attestations, or the token can not see the repository' };
        const { data } = await (0,github_client/* asked */.NZ)(wanted, async () => (await this.#octokit()).rest.repos.createAttestation({ ...this.#place, bundle: bundle }));
        return String(new answer/* Answer */.Fn(data, wanted.what).number('id'));
    }
    #name() {
        return `${this.#place.owner}/${this.#place.repo}`;
    }
    #octokit() {
        return (this.#client ??= (0,github_client/* githubClient */.$f)(this.#options));
    }
}

// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/main/signing.js
var signing = __webpack_require__(20342);
;// CONCATENATED MODULE: ./lib/main/attestations.js
// SPDX-License-Identifier: Apache-2.0
//
// GitHub's artifact attestations for recordings: signed as the job through the Sigstore that GitHub uses for it, kept by GitHub. Runs in the
// step that keeps the artifact, which runs nothing of others. Refuses a server that has no such thing.
// @see https://docs.github.com/actions/concepts/security/artifact-attestations






const GITHUB = 'https://github.com';
/** How recordings of this job are attested; null: they are not (input `attest`). `services`: in place of those that GitHub uses. Throws INPUT_INVALID. */
function attestOf(host, environment, services) {
    if (host.kind !== 'github' || !(0,main_inputs/* actionSwitch */.HA)(host, 'attest', false))
        return null;
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = GITHUB, GITHUB_API_URL: baseUrl = 'https://api.github.com' } = environment;
    const token = host.input('github-token') ?? environment['GITHUB_TOKEN'] ?? '';
    if (token === '')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no token to keep an attestation with', { hint: 'leave the input `github-token` at its default, and give the job `attestations: write`' });
    const attestations = new GitHubAttestations({ baseUrl, token, runtime: runtime/* systemRuntime */.g }, repository);
    return async (statement) => {
        const used = services ?? await servicesOf(server, () => attestations.isPublic());
        (0,signing/* withoutProxies */.f1)(environment);
        const id = await attestations.keep(await (0,keyless/* signKeyless */.AK)(statement, used, async () => {
            const own = await host.idToken(keyless/* SIGSTORE_AUDIENCE */.OH);
            host.addMask(own);
            return own;
        }));
        return `${server}/${repository}/attestations/${id}`;
    };
}
/** The Sigstore that GitHub uses for a repository: everybody's for what everybody can see, its own for the rest. Throws INPUT_INVALID. */
async function servicesOf(server, isPublic) {
    const { host } = new URL(server);
    if (host === 'github.com')
        return (await isPublic()) ? keyless/* PUBLIC_SIGSTORE */.X4 : { fulcio: 'https://fulcio.githubapp.com', rekor: null, tsa: 'https://timestamp.githubapp.com' };
    if (host.endsWith('.ghe.com'))
        return { fulcio: `https://fulcio.${host}`, rekor: null, tsa: `https://timestamp.${host}` };
    throw new errors/* GateError */.ue('INPUT_INVALID', `\`${host}\` keeps no attestations`, { hint: 'leave `attest` out; sign with `record: { key: … }` or `keyless` of the policy' });
}

// EXTERNAL MODULE: ./lib/main/folders.js
var folders = __webpack_require__(76196);
// EXTERNAL MODULE: ./lib/main/recorded-command.js
var recorded_command = __webpack_require__(27533);
// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
// EXTERNAL MODULE: ./lib/main/stored-detectors.js
var stored_detectors = __webpack_require__(62184);
// EXTERNAL MODULE: ./lib/main/sigstore-trust.js
var sigstore_trust = __webpack_require__(32848);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/session-artifact.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `session-artifact` for its doors, and for the post step of `run`: finds recordings, copies them masked, and hands them to the CI
// product. Refuses to follow links out of a session's folder, and to write over what is there.






























/** Refusals that the story of a session names. */
const MAX_REFUSALS = 20;
/** What a masked copy is called: it is not the file that was sealed. */
const MASKED_FILE = 'session.masked.jsonl';
/** `ostiary session-artifact [FLAGS]`; under a CI product the inputs come from the job, flags on top. */
async function sessionArtifactVerb(argv) {
    const host = (0,wire/* realHost */.$)();
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, session_artifact/* sessionArtifactSpec */.yz.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`session-artifact\``, { hint: 'name recordings with `--session PATH`' });
    return sessionArtifactFor({ ...(host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.vX)(session_artifact/* sessionArtifactSpec */.yz, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function sessionArtifactFromJob(host) {
    return sessionArtifactFor((0,main_inputs/* jobInputs */.vX)(session_artifact/* sessionArtifactSpec */.yz, host), host);
}
/** What `run` and `apply` do after their step: keeps the recordings that the step made, believing whom their inputs name. */
function keepRecordings(recordings, host) {
    return sessionArtifactFor({ ...trustingInputs(host), session: [...recordings] }, host);
}
/** Whether whom the post step is to believe can be read at all. Throws INPUT_INVALID. */
async function checkTrust(host) {
    await judgeTrusting((0,session_artifact/* trustOf */.An)(trustingInputs(host)), host);
}
function trustingInputs(host) {
    return Object.fromEntries(Object.entries((0,main_inputs/* jobInputs */.vX)(session_artifact/* sessionArtifactSpec */.yz, host)).filter(([name]) => main_inputs/* TRUSTING */.L6.includes(name)));
}
async function sessionArtifactFor(raw, host) {
    const passing = [];
    const deps = {
        host, find: (paths) => found(paths, host), trusting: (trust) => judgeTrusting(trust, host),
        async folder(path) {
            if (path !== null || host.kind !== 'github')
                return folderAt(path, host);
            const made = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-artifact-'));
            passing.push(made);
            return made;
        },
        async keeping(recordings, policy, folder) {
            const detection = detectionFor(host, await (0,stored_detectors/* detectorsFor */.J9)(recordings, policy));
            return (recording, verdict) => keep(recording, verdict, { folder, detection });
        },
        attest: attestOf(host, process.env), artifacts: host.kind === 'github' ? new GitHubArtifacts(process.env) : null,
    };
    try {
        return await (0,session_artifact/* sessionArtifact */.VA)(raw, deps);
    }
    finally {
        // The recordings themselves stay where they are, whatever became of the copy.
        for (const folder of passing)
            await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
// Known values: what this job's own variables hold under the names of tokens, which its log masker hides, too.
function detectionFor(host, custom) {
    const known = (0,known_secrets/* knownValues */.s)((0,recorded_command/* secretValues */.V)(process.env, host.tokenVariables));
    return new detection/* Detection */.u([...(known === null ? [] : [known]), ...registry/* DETECTORS */.c.filter(({ kind }) => kind === 'secret'), ...custom.map(detectors_custom/* customDetector */.u)]);
}
async function found(paths, host) {
    if (paths.length === 0 && host.kind === 'shell')
        throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no job here whose sessions these could be', { hint: 'name recordings, or a folder of sessions, with `--session PATH`' });
    if (paths.length === 0)
        return below(host.defaultSessionDir(), 2).catch(() => []);
    const all = await Promise.all(paths.map(async (path) => {
        const what = await (0,promises_.lstat)(path).catch((cause) => {
            throw new errors/* GateError */.ue('INPUT_INVALID', `there is no recording at \`${path}\``, { cause, hint: 'give the output `session` of the guarded step' });
        });
        return what.isDirectory() ? below(path, 2) : [path];
    }));
    return all.flat();
}
async function below(folder, depth) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const here = entries.filter((entry) => entry.isFile() && entry.name === chain/* RECORDING_FILE */.fm).map(({ name }) => (0,external_node_path_.join)(folder, name));
    if (depth === 0)
        return here;
    const deeper = await Promise.all(entries.filter((entry) => entry.isDirectory()).map(({ name }) => below((0,external_node_path_.join)(folder, name), depth - 1)));
    return [...here, ...deeper.flat()].sort();
}
async function judgeTrusting({ keys, ...said }, host) {
    const pems = await Promise.all(keys.map((path) => (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the key \`${path}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'give the file of a public key that you trust' });
    })));
    const job = (0,sigstore_trust/* signerOfJob */.d)(host);
    // Who is expected is known in a job; whom to believe about it, the root, is only the verifier's to say.
    const expected = said.trustedRoot === null ? said : { ...said, identity: said.identity ?? job.identity, issuer: said.issuer ?? job.issuer };
    const trust = await (0,sigstore_trust/* sigstoreTrust */.b)(expected, (name) => `input \`${name}\``);
    return (recording) => (0,verify/* verifyRecording */.n)(recording, { keys: pems, bundle: { path: recording + keyless/* BUNDLE_SUFFIX */.Zf, trust } });
}
async function folderAt(path, host) {
    if (path !== null) {
        await (0,folders/* makeFolder */.f)(path, 0o700).catch((cause) => {
            throw new errors/* GateError */.ue('INPUT_INVALID', `the folder \`${path}\` can not be made: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'name one with `--out` that this user may write to' });
        });
        return (0,external_node_path_.resolve)(path);
    }
    // Not among the sessions: what is kept would be found as one of them.
    const folder = (0,external_node_path_.join)(host.kind === 'gitlab' ? (0,external_node_path_.resolve)('.ostiary') : (0,external_node_path_.dirname)(host.defaultSessionDir()), 'artifacts');
    await (0,folders/* makeFolder */.f)(folder, 0o700);
    return folder;
}
async function keep(recording, verdict, { folder, detection }) {
    const name = (verdict.header?.session ?? 'session').replace(/[^A-Za-z0-9_.-]/g, '_');
    const own = (0,external_node_path_.join)(folder, name);
    await (0,promises_.mkdir)(own, { mode: 0o700 }).catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${own}\` is there already`, { cause, hint: 'give an empty folder: `--out DIR`' });
    });
    const copy = (0,external_node_path_.join)(own, chain/* RECORDING_FILE */.fm);
    const { sha256, counts } = await masked(recording, copy, detection);
    const files = [`${name}/${chain/* RECORDING_FILE */.fm}`];
    if (Object.keys(counts).length > 0) {
        await (0,promises_.rename)(copy, (0,external_node_path_.join)(own, MASKED_FILE));
        files[0] = `${name}/${MASKED_FILE}`;
    }
    else {
        for (const suffix of [envelope/* ENVELOPE_SUFFIX */.bO, keyless/* BUNDLE_SUFFIX */.Zf, session_key/* KEY_BUNDLE_SUFFIX */.BB]) {
            if (!(await isFile(recording + suffix)))
                continue;
            await (0,promises_.copyFile)(recording + suffix, copy + suffix);
            files.push(`${name}/${chain/* RECORDING_FILE */.fm}${suffix}`);
        }
    }
    const isSame = Object.keys(counts).length === 0;
    // INVARIANT: the page and the job's own are told of what is kept: what was masked there stands in neither.
    const kept = (0,external_node_path_.join)(folder, files[0] ?? '');
    const { header, refusals, approvals, head } = await storyIn(kept);
    const said = isSame ? verdict : { ...verdict, header };
    const page = await addPage(kept, said, counts);
    files.push(`${name}/${page}`);
    return { source: recording, verdict: said, files, sha256, masked: counts, refusals, statement: isSame ? statementAbout(verdict, { sha256, approvals, head }) : null };
}
/** What the page about a recording is called, beside it. */
const PAGE_FILE = 'session.html';
// Made from the copy that is kept, so that what was masked there is in no page. Only the recording as it was sealed is as good as its verdict.
async function addPage(copy, verdict, counts) {
    const { writeReplayPage } = await __webpack_require__.e(/* import() */ 9642).then(__webpack_require__.bind(__webpack_require__, 9642));
    const values = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const shown = values === 0 ? verdict : { ...verdict, state: verdict.state === 'signed' ? 'unsigned' : verdict.state, signedBy: null, signedThrough: null, explanation: `this is a copy in which ${values} values were masked once more; of the recording itself: ${verdict.explanation}` };
    const judge = async (_file, source) => {
        // Read to its end: the page compares its own bytes with these.
        for await (const _chunk of source)
            ;
        return shown;
    };
    await writeReplayPage({ file: copy, out: (0,external_node_path_.join)((0,external_node_path_.dirname)(copy), PAGE_FILE), judge, made: new Date(runtime/* systemRuntime */.g.now()).toISOString(), version: version/* VERSION */.x });
    return PAGE_FILE;
}
async function isFile(path) {
    return (0,promises_.lstat)(path).then((found) => found.isFile(), () => false);
}
// One pass: hashes what is there, and writes what may leave.
async function masked(from, to, detection) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const stream = new MaskStream(detection);
    const out = (0,external_node_fs_.createWriteStream)(to, { flags: 'wx', mode: 0o600 });
    const write = (bytes) => new Promise((done, failed) => out.write(bytes, (error) => (error === null || error === undefined ? done() : failed(error))));
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(from, { highWaterMark: 256 * 1024 })) {
            hash.update(chunk);
            await write(stream.push(chunk));
        }
        await write(stream.end());
        await new Promise((done, failed) => out.end((error) => (error === null || error === undefined ? done() : failed(error))));
    }
    catch (thrown) {
        out.destroy();
        await (0,promises_.rm)(to, { force: true });
        throw thrown;
    }
    return { sha256: hash.digest('hex'), counts: stream.counts };
}
async function storyIn(recording) {
    const refusals = [];
    const approvals = new Set();
    let header = null;
    let last = Buffer.alloc(0);
    for await (const { bytes } of (0,lines/* readLines */.S)(recording)) {
        last = bytes;
        const parsed = (0,shapes/* parseLine */.A)(bytes);
        if (parsed.kind !== 'line')
            continue;
        const { line } = parsed;
        if (line.type === 'session')
            header ??= line;
        if (line.type === 'approval' && line.state === 'used' && line.manifest !== null)
            approvals.add(line.manifest);
        if (line.type !== 'decided' || line.decision === 'allow' || refusals.length >= MAX_REFUSALS)
            continue;
        const { decision, text, rules, reasons } = line;
        refusals.push({ decision, statement: text, rules, reason: reasons[0] ?? '' });
    }
    return { header, refusals, approvals: [...approvals], head: (0,chain/* lineHash */.Hw)(last) };
}
function statementAbout({ header, end, counts }, about) {
    return header === null || end === null ? null : (0,envelope/* statementOf */.T8)({ name: chain/* RECORDING_FILE */.fm, header, end, lines: counts.lines, ...about });
}


/***/ }),

/***/ 32848:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sigstoreTrust),
/* harmony export */   d: () => (/* binding */ signerOfJob)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _identity_issuers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56838);
// SPDX-License-Identifier: Apache-2.0
//
// Whom a verifier believes of those who sign without a key: a trusted root from a file, a name and an issuer. Refuses two of the three
// without the third, to fetch a root, and to take any of them from what is to be verified.



/** The trust that this amounts to; null: none of it was said. `called`: how one of them is named to whoever gave it. Throws INPUT_INVALID. */
async function sigstoreTrust({ trustedRoot, identity, issuer }, called) {
    if (trustedRoot === null && identity === null && issuer === null)
        return null;
    const missing = (name) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `${called(name)} is missing: a bundle of Sigstore is worth what its verifier expects`, { hint: 'for example identity `https://github.com/acme/shop/**`, issuer `https://token.actions.githubusercontent.com`, trusted-root `trusted_root.jsonl`' });
    if (trustedRoot === null)
        throw missing('trusted-root');
    if (identity === null)
        throw missing('identity');
    if (issuer === null)
        throw missing('issuer');
    const { readTrustedRoots } = await __webpack_require__.e(/* import() */ 5375).then(__webpack_require__.bind(__webpack_require__, 95375));
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(trustedRoot, 'utf8').catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `the trusted root \`${trustedRoot}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}`, { cause, hint: 'write one with `gh attestation trusted-root`' });
    });
    return { roots: await readTrustedRoots(text), identity, issuer };
}
/** Who signs in this job: its own workflow, by variables that GitHub sets and no step can change. Elsewhere nobody is known. */
function signerOfJob(host) {
    const { server_url: server, workflow_ref: workflow } = host.facts();
    if (host.kind !== 'github' || server === undefined || workflow === undefined)
        return { identity: null, issuer: null };
    return { identity: `${server}/${workflow}`, issuer: (0,_identity_issuers_js__WEBPACK_IMPORTED_MODULE_2__/* .githubIssuer */ .rV)(server).issuer };
}


/***/ }),

/***/ 62184:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ keepDetectors),
/* harmony export */   J9: () => (/* binding */ detectorsFor)
/* harmony export */ });
/* unused harmony export DETECTORS_FILE */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56371);
/* harmony import */ var _policy_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44551);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42143);
// SPDX-License-Identifier: Apache-2.0
//
// What a policy's own detectors were, kept beside a recording for whoever masks it once more: a list of policies with one detector each,
// since a gateway joins two policies. Never part of an artifact: a pattern may be what it looks for. Refuses to mask with less when it can't be read.






/** What the file is called, in the folder of a session. */
const DETECTORS_FILE = 'detectors.json';
/** A hundred detectors with patterns of a kilobyte are not a tenth of it. */
const MAX_CHARS = 1024 * 1024;
/** Keeps them in a session's folder; nothing when there are none. Throws RECORD_FAILED. */
function keepDetectors(folder, detectors) {
    if (detectors.length === 0)
        return;
    (0,_record_file_js__WEBPACK_IMPORTED_MODULE_5__/* .writeNewFile */ .S0)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, DETECTORS_FILE), `${JSON.stringify(detectors.map(({ name, written }) => ({ version: 1, detectors: { [name]: written } })))}\n`);
}
/** Those of the sessions with these recordings, and of a policy that the person who asks names. Throws INPUT_INVALID or POLICY_INVALID. */
async function detectorsFor(recordings, policy) {
    const beside = [...new Set(recordings.map((recording) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(recording), DETECTORS_FILE)))];
    const there = await Promise.all(beside.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file).then(() => file, () => null)));
    const own = there.filter((file) => file !== null).map((file) => detectorsIn(file, listIn));
    const found = await Promise.all([...(policy === null ? [] : [detectorsIn(policy, (text) => [text])]), ...own]);
    return distinct(found.flat());
}
async function detectorsIn(file, policiesIn) {
    const hint = 'give the policy of the session: `policy: .ostiary/policy.yml`';
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `the detectors in \`${file}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { cause, hint });
    });
    if (text.length > MAX_CHARS)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('INPUT_INVALID', `\`${file}\` is longer than any policy`, { hint });
    const policies = await Promise.all(policiesIn(text).map((one) => (0,_policy_load_js__WEBPACK_IMPORTED_MODULE_4__/* .loadPolicy */ .tb)({ text: one, file }, { now: _core_runtime_js__WEBPACK_IMPORTED_MODULE_3__/* .systemRuntime */ .g.now() })));
    return policies.flatMap(({ detectors }) => detectors);
}
// What is no list is one text, and no policy.
function listIn(text) {
    try {
        const list = JSON.parse(text);
        return Array.isArray(list) ? list.map((one) => JSON.stringify(one)) : [text];
    }
    catch {
        return [text];
    }
}
// Two policies may call different things alike: only what is the same twice is left out.
function distinct(detectors) {
    return [...new Map(detectors.map((one) => [JSON.stringify([one.name, one.written]), one])).values()];
}


/***/ }),

/***/ 87740:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fW: () => (/* binding */ readSecretFile),
/* harmony export */   sU: () => (/* binding */ MAX_SECRET_BYTES)
/* harmony export */ });
/* unused harmony export exposureOf */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Secrets kept in files, `file:/path`: Docker and Kubernetes mounts, or a file of one's own. Refuses what others could read or could have
// written: COMMAND runs on the same machine as another user. Whatever is checked is the opened file, never its name.



/** A credential is short; more is somebody's mistake in the path. */
const MAX_SECRET_BYTES = 64 * 1024;
/** The text of the file. `uid`: who we are; null where files have no such owners. Throws SECRET_UNAVAILABLE. */
async function readSecretFile(path, uid) {
    if (!path.startsWith('/'))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `\`file:${path}\` is not an absolute path`, { hint: 'write `file:/run/secrets/orders-db`' });
    // NONBLOCK: opening a named pipe must not wait for a writer.
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch((cause) => {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` can not be opened: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause)}`, { hint: 'mount it there, readable for the user that runs ostiary', cause });
    });
    try {
        const stat = await file.stat();
        if (!stat.isFile())
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is not a regular file`, { hint: 'name a file that holds only the secret' });
        const fault = uid === null ? null : exposureOf(stat, uid);
        if (fault !== null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` ${fault}`, { hint: 'make it yours alone: `chmod 600`, or `defaultMode: 0400` of a Kubernetes volume' });
        return await readLimited(file, path);
    }
    finally {
        await file.close();
    }
}
/**
 * Why a file is no place for a secret, as the end of a sentence; null when it is one. Group access is how Kubernetes hands files of root
 * to a plain user (fsGroup); COMMAND has no groups when it is isolated.
 */
function exposureOf(stat, uid) {
    if (stat.uid !== uid && stat.uid !== 0)
        return 'belongs to another user, who could change it';
    if ((stat.mode & 0o007) !== 0)
        return 'can be read by every user of this machine';
    if ((stat.mode & 0o020) !== 0)
        return 'can be changed by its group';
    return (stat.mode & 0o050) !== 0 && stat.uid !== 0 ? 'can be read by its group' : null;
}
async function readLimited(file, path) {
    const buffer = Buffer.alloc(MAX_SECRET_BYTES + 1);
    let length = 0;
    for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length)
            break;
    }
    if (length > MAX_SECRET_BYTES)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .ue('SECRET_UNAVAILABLE', `the secret \`file:${path}\` is larger than ${MAX_SECRET_BYTES} bytes`, { hint: 'name a file that holds only the secret' });
    return buffer.toString('utf8', 0, length);
}


/***/ })

};
