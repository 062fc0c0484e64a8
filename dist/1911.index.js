export const id = 1911;
export const ids = [1911];
export const modules = {

/***/ 26953:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   Xi: () => (/* binding */ candidates),
/* harmony export */   rL: () => (/* binding */ namedPull),
/* harmony export */   yy: () => (/* binding */ isListed)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46443);
// SPDX-License-Identifier: Apache-2.0
//
// Which pull requests could approve an operation: by number, by the commit that the job runs for, or among those that are under review.
// Only a way to look: refuses to say that anything is approved.


/** Pull requests under review that are looked into, the newest first: what one look may take of a forge's hourly limit. */
const MAX_LOOKED_AT = 100;
/** Files of a pull request that GitHub lists; GitLab says no number when there are more than it lists. */
const MAX_FILES = 3_000;
/** Reads `7`, `#7`, `!7` or the address of a pull request. `input`: where it was written. Throws INPUT_INVALID. */
function namedPull(text, input = 'approval') {
    // Hits `#7` and `https://github.com/acme/shop/pull/7/files`; misses `https://github.com/acme/shop`.
    const number = /^[#!]?([1-9]\d{0,9})$/u.exec(text);
    if (number !== null)
        return { number: Number(number[1]), path: null };
    const address = /^https?:\/\/[^/?#]+\/(.+?)\/(?:-\/merge_requests|pull)\/([1-9]\d{0,9})(?:[/?#].*)?$/u.exec(text);
    if (address === null)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `input \`${input}\` is \`${text}\``, { hint: 'write the number or the address of the pull request' });
    return { number: Number(address[2]), path: address[1] };
}
/** The candidates, what was named or merged first, then the newest. `known` is added to. Throws FORGE_FAILED. */
async function candidates({ forge, repositoryId, approval, commit }, known) {
    const repository = await forge.repository(repositoryId);
    const listed = async (pulls) => {
        const found = [];
        for (const pull of pulls) {
            const key = `${pull.number} ${pull.head}`;
            const digests = known.get(key) ?? await digestsOf(pull, repository, forge);
            // Nothing may mean that the forge does not show the push yet.
            if (digests.length > 0)
                known.set(key, digests);
            found.push({ number: pull.number, url: pull.url, digests });
        }
        return found;
    };
    if (approval !== null)
        return listed([await forge.pull(repository, numberIn(repository, approval))]);
    const merged = commit === null ? null : await forge.mergedAs(repository, commit);
    const first = merged === null ? [] : [await forge.pull(repository, merged)];
    const others = [...await forge.underReview(repository, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .BRANCH_PREFIX */ .sM)].filter(({ number }) => number !== merged).sort((one, other) => other.number - one.number);
    return listed([...first, ...others.slice(0, MAX_LOOKED_AT)].filter(isListed));
}
/** False: its files are more than a forge lists, so nothing on it can be verified. One that nobody named must not keep the others from being found. */
function isListed({ files }) {
    return files !== null && files <= MAX_FILES;
}
/** The number of a pull request that somebody named. Throws INPUT_INVALID when its address is of another repository. */
function numberIn(repository, { number, path }) {
    if (path === null || isAt(path, repository))
        return number;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `the approval is at \`${path}\`, and this job is of \`${repository.path}\``, { hint: 'approvals count in their own repository only' });
}
// A forge below a path (`https://host/git/acme/shop`) has more in front; so has a project in a group of the same name in another group.
function isAt(path, { url }) {
    return URL.canParse(url) && new URL(url).pathname.toLowerCase() === `/${path.toLowerCase()}`;
}
async function digestsOf(pull, repository, forge) {
    const paths = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && path.startsWith(`${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .FOLDER */ .L7}/`) && path.endsWith('.json'));
    const texts = await Promise.all(paths.map(({ path }) => forge.file(repository, pull.head, path)));
    return texts.flatMap(digestsIn);
}
// What can't be read lists nothing: whoever verifies says why.
function digestsIn(text) {
    try {
        return text === null ? [] : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .askedDigests */ .ek)((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(text));
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 46443:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sM: () => (/* binding */ BRANCH_PREFIX),
  L7: () => (/* binding */ FOLDER),
  yN: () => (/* binding */ approvalBranch),
  ek: () => (/* binding */ askedDigests),
  IJ: () => (/* binding */ branchesOf),
  WJ: () => (/* binding */ composeManifest),
  TW: () => (/* binding */ distinctDemands),
  It: () => (/* binding */ manifestDigest),
  Ud: () => (/* binding */ manifestPaths),
  $2: () => (/* binding */ manifestText),
  Ng: () => (/* binding */ parseManifest),
  g$: () => (/* binding */ tooLarge)
});

// UNUSED EXPORTS: MAX_MANIFEST_BYTES, MAX_OPERATIONS, manifestId, operationDigests

// EXTERNAL MODULE: ./lib/core/canonical.js
var canonical = __webpack_require__(33413);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
;// CONCATENATED MODULE: ./lib/approval/shape.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads a manifest out of JSON, field by field; what it returns is built from the fields that are known, so that nothing else survives.
// The same shape as docs/schema/manifest-v1.json (test/contract compares). Refuses missing fields, wrong types, texts that are too long.

/** Longest text in a manifest, in UTF-16 units; far more than what may be rendered. */
const MAX_TEXT = 65_536;
const MAX_LIST = 1_000;
/** Ten years; an approval that never ends is none. */
const MAX_SECONDS = 315_360_000;
const wrong = (at, wanted) => new errors/* GateError */.ue('INPUT_INVALID', `the manifest's \`${at}\` is not ${wanted}`, { hint: 'manifests are written by `ostiary approval-gate`, not by hand' });
const shape_text = (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !value.isWellFormed())
        throw wrong(at, `a text of at most ${MAX_TEXT} characters`);
    return value;
};
const matching = (pattern, wanted) => (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !pattern.test(value))
        throw wrong(at, wanted);
    return value;
};
const word = (...words) => (value, at) => {
    const found = words.find((one) => one === value);
    if (found === undefined)
        throw wrong(at, `one of ${words.join(', ')}`);
    return found;
};
const whole = (least, most = Number.MAX_SAFE_INTEGER) => (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most)
        throw wrong(at, `a whole number from ${least} to ${most}`);
    return value;
};
const yesNo = (value, at) => {
    if (typeof value !== 'boolean')
        throw wrong(at, 'true or false');
    return value;
};
const orNull = (read) => (value, at) => (value === null ? null : read(value, at));
const list = (read, least = 0) => (value, at) => {
    if (!Array.isArray(value) || value.length < least || value.length > MAX_LIST)
        throw wrong(at, `a list of ${least} to ${MAX_LIST}`);
    return value.map((item, index) => read(item, `${at}[${index}]`));
};
const texts = (value, at) => {
    if (!isObject(value))
        throw wrong(at, 'an object of texts');
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [shape_text(key, at), shape_text(item, `${at}.${key}`)]));
};
const record = (fields) => (value, at) => {
    if (!isObject(value))
        throw wrong(at, 'an object');
    const extra = Object.keys(value).find((key) => !(key in fields));
    if (extra !== undefined)
        throw wrong(`${at}.${extra}`, 'a field of a manifest');
    const entries = Object.entries(fields).map(([key, read]) => [key, read(value[key], at === '' ? key : `${at}.${key}`)]);
    return Object.fromEntries(entries);
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const id = matching(/^[1-9][0-9]{0,18}$/u, 'a numeric id');
const digest = matching(/^[0-9a-f]{64}$/u, 'a SHA-256 in hex');
const base64 = matching(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u, 'base64');
const impact = record({ rows: orNull(whole(0)), sizeBytes: orNull(whole(0)), lock: orNull(shape_text), rewrites: orNull(yesNo), notes: list(shape_text) });
const operation = record({
    kind: word('sql', 'shell', 'kubernetes', 'http', 'model', 'file'),
    resource: record({ name: shape_text, target: shape_text }),
    bytes: shape_text,
    parameters: list(record({ type: shape_text, format: word('text', 'binary'), value: orNull(base64) })),
    data: orNull(digest),
    settings: texts,
    transaction: orNull(whole(1)),
    maxRows: orNull(whole(0)),
    impact: orNull(impact),
    rules: list(record({ id: shape_text, reason: shape_text }), 1),
});
const demand = record({ rule: shape_text, users: list(id), teams: list(shape_text), codeowners: yesNo, count: whole(1, 100), expiresSeconds: whole(1, MAX_SECONDS) });
/** The manifest in a JSON value. Throws INPUT_INVALID naming the field. */
const readManifest = (value, at = '') => record({
    format: word('ostiary-manifest-v1'),
    repository: id,
    created: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u, 'a time such as `2026-11-24T12:00:00Z`'),
    requester: record({ names: list(shape_text), issuer: shape_text, subject: shape_text, run: orNull(id) }),
    prompters: orNull(list(record({ id, login: shape_text }), 1)),
    policy: record({ digest, source: shape_text, version: whole(1), packs: list(record({ name: shape_text, version: whole(1) })) }),
    demands: list(demand, 1),
    operations: list(operation, 1),
})(value, at);

;// CONCATENATED MODULE: ./lib/approval/manifest.js
// SPDX-License-Identifier: Apache-2.0
//
// A manifest as a file: composed, written, read back, named by its own digest. Refuses what nobody could
// review: too much of it, or with a secret or a protected value inside. Nothing is ever cut.




/** Operations that a person can look at one by one. */
const MAX_OPERATIONS = 100;
/** Bytes of the JSON file. Base64 of parameters makes it larger than what is rendered. */
const MAX_MANIFEST_BYTES = 256 * 1024;
const FOLDER = '.ostiary/approvals';
/** Branches that we make, and may remove. */
const BRANCH_PREFIX = 'ostiary/approvals/';
/** Makes a manifest. Throws DENIED when it is too large or holds what `inspect` names, INPUT_INVALID when a field can not be written. */
function composeManifest(asked, context, inspect) {
    const { now, ...rest } = context;
    const manifest = {
        format: 'ostiary-manifest-v1', repository: rest.repository, created: `${new Date(now).toISOString().slice(0, 19)}Z`,
        requester: rest.requester, prompters: rest.prompters, policy: rest.policy, demands: rest.demands, operations: asked.map(operationOf),
    };
    const checked = readManifest(manifest);
    checkSize(checked);
    checkTransactions(checked);
    checked.operations.forEach((operation, index) => {
        const found = inspect(operation);
        if (found.length > 0) {
            throw new errors/* GateError */.ue('DENIED', `operation ${index + 1} can not be put up for review, since it holds ${found.join(' and ')}`, { hint: 'a pull request is read by many: pass the value in another way, or let a person who may see it run this' });
        }
    });
    return checked;
}
function operationOf({ operation, transaction, maxRows, impact, rules }) {
    return {
        kind: operation.kind, resource: { name: operation.resource.name, target: operation.resource.target }, bytes: operation.facts.text,
        parameters: operation.parameters.map(({ type, format, value }) => ({ type, format, value })), data: operation.data, settings: { ...operation.settings },
        transaction, maxRows, impact, rules,
    };
}
/** The bytes of `<id>.json`. */
function manifestText(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/**
 * Reads a manifest file. Throws INPUT_INVALID unless it is written exactly as we write it: no field twice, no other order, nothing
 * that a reader of the file could take for something else.
 */
function parseManifest(text) {
    if (Buffer.byteLength(text) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not JSON', { hint: 'it was changed by hand: put the operations up again', cause });
    }
    const manifest = readManifest(value);
    checkSize(manifest);
    checkTransactions(manifest);
    if (manifestText(manifest) !== text)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not written as it was made', { hint: 'it was changed by hand: put the operations up again' });
    return manifest;
}
/** Hex; what approvals and claims are bound to. */
function manifestDigest(manifest) {
    return (0,canonical/* taggedDigest */.Dt)('ostiary-manifest-v1', manifest);
}
/** Name of a manifest's files: the first half of its digest, so that a file can't hold another manifest than its name says. */
function manifestId(digest) {
    return digest.slice(0, 32);
}
/** Where a manifest and its rendering are committed, by its digest. */
function manifestPaths(digest) {
    const base = `${FOLDER}/${manifestId(digest)}`;
    return { json: `${base}.json`, rendering: `${base}.md` };
}
/** Digests as the wire can ask for them: it decides before data comes. What comes then is compared with `data` before it is kept. */
function askedDigests(manifest) {
    return manifest.operations.map((operation) => (0,operation_digest/* listedDigest */.Q)({ ...operation, data: null }));
}
/** Operation digests in the manifest's order. */
function operationDigests(manifest) {
    return manifest.operations.map(operation_digest/* listedDigest */.Q);
}
/**
 * Where a manifest is put up: the same operations of the same requester lead to the same branches, so that asking twice finds what is
 * there. A new `round` begins when the one before was used, refused or has expired.
 */
function approvalBranch(manifest, round) {
    return `${branchesOf(manifest)}${round}`;
}
/** Prefix of the branches of all rounds. */
function branchesOf(manifest) {
    const { issuer, subject } = manifest.requester;
    const transactions = manifest.operations.map(({ transaction }) => transaction);
    const change = (0,canonical/* taggedDigest */.Dt)('ostiary-changeset-v1', { repository: manifest.repository, issuer, subject, operations: operationDigests(manifest), transactions });
    return `${BRANCH_PREFIX}${change.slice(0, 16)}-`;
}
/** Demands without those that say the same under the same rule. */
function distinctDemands(demands) {
    const seen = new Map(demands.map((demand) => [JSON.stringify(demand), demand]));
    return [...seen.values()];
}
function checkSize(manifest) {
    if (manifest.operations.length > MAX_OPERATIONS)
        throw tooLarge(`${manifest.operations.length} operations, and at most ${MAX_OPERATIONS} can be looked at one by one`);
    if (Buffer.byteLength(manifestText(manifest)) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
}
// INVARIANT: what the page calls one transaction is in one piece on one resource, so that it can run all together or not at all.
function checkTransactions({ operations }) {
    const seen = new Set();
    for (const [place, { transaction, resource }] of operations.entries()) {
        if (transaction === null)
            continue;
        const before = operations[place - 1];
        const goesOn = before?.transaction === transaction && before.resource.name === resource.name;
        if (!goesOn && seen.has(transaction))
            throw new errors/* GateError */.ue('INPUT_INVALID', `operation ${place + 1} of the manifest is of transaction ${transaction}, which other operations or another resource cut in two`, { hint: 'put each transaction up in one piece, on one resource; was it captured from a program with several connections at once? let it use one' });
        seen.add(transaction);
    }
}
/** Refusal of what a person can not review. */
function tooLarge(what) {
    return new errors/* GateError */.ue('DENIED', `this is too large to be reviewed: ${what}`, { hint: 'split it into parts that a person can read; nothing is cut' });
}


/***/ }),

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

/***/ 66613:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readObject),
/* harmony export */   F: () => (/* binding */ namesTwice)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Reads a JSON object that somebody else wrote and that a decision hangs on: headers and claims of tokens. Refuses what parsers disagree
// about, since another reader may have seen something else: a member named twice, bytes that are no UTF-8, a byte order mark.
// @see https://www.rfc-editor.org/rfc/rfc8725#section-3.10
/** Tokens hold lists of groups in objects, and little below. */
const MAX_DEPTH = 16;
/** Keeps nothing between texts. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The object; null when it is none, or when readers could disagree about it. */
function readObject(bytes) {
    try {
        const text = UTF8.decode(bytes);
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null || Array.isArray(value) || namesTwice(text, MAX_DEPTH))
            return null;
        return value;
    }
    catch {
        return null;
    }
}
/** True when an object names a member twice, or things nest deeper than `maxDepth`. */
// INVARIANT: `text` is JSON that JSON.parse has read, so only its shape is looked at: strings, and what opens and closes.
function namesTwice(text, maxDepth) {
    const open = [];
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charCodeAt(at);
        if (character === 0x7b || character === 0x5b) {
            if (open.push(character === 0x7b ? new Set() : null) > maxDepth)
                return true;
        }
        else if (character === 0x7d || character === 0x5d)
            open.pop();
        else if (character === 0x22) {
            const end = endOfString(text, at);
            const names = open.at(-1);
            // In an object a string is a name when a colon follows it.
            if (names !== null && names !== undefined && followedByColon(text, end)) {
                const before = names.size;
                if (names.add(nameAt(text, at, end)).size === before)
                    return true;
            }
            at = end - 1;
        }
    }
    return false;
}
function nameAt(text, start, end) {
    const name = text.slice(start + 1, end - 1);
    return name.includes('\\') ? JSON.parse(text.slice(start, end)) : name;
}
// Behind the quote that no odd number of backslashes stands before.
function endOfString(text, start) {
    for (let quote = text.indexOf('"', start + 1);; quote = text.indexOf('"', quote + 1)) {
        let backslashes = 0;
        while (text.charCodeAt(quote - 1 - backslashes) === 0x5c)
            backslashes += 1;
        if (backslashes % 2 === 0)
            return quote + 1;
    }
}
function followedByColon(text, from) {
    let at = from;
    while (at < text.length && text.charCodeAt(at) <= 0x20)
        at += 1;
    return text.charCodeAt(at) === 0x3a;
}


/***/ }),

/***/ 15991:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ lateHint),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   wO: () => (/* binding */ audienceHint)
/* harmony export */ });
/* unused harmony export fileOf */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What to tell somebody whose token was refused: which line of which file to change, by kind of issuer. Refuses to print what a token
// (or a server) says at length or with control characters in it: it is anybody's text.

const MAX_SHOWN = 120;
const MAX_SAID = 400;
/** The error for whoever could not be believed: `IDENTITY_UNTRUSTED`. */
function untrusted(message, hint) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('IDENTITY_UNTRUSTED', message, { hint });
}
/** A value of a token in backticks, on one line, at most 120 characters. */
function shown(value) {
    if (value === undefined)
        return '(none)';
    const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\p{C}\p{Z}`]/gu, ' ');
    return `\`${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}\``;
}
/** Text of somebody else on one line, without control characters, at most 400 characters. */
function oneLine(text) {
    const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
    return line.length > MAX_SAID ? `${line.slice(0, MAX_SAID)}…` : line;
}
/** The file that a job came from, by its token: `.github/workflows/x.yml`, `.gitlab-ci.yml`; good for a hint, never for a decision. */
function fileOf(kind, claims) {
    const text = (name) => (typeof claims[name] === 'string' ? claims[name] : '');
    // Matches `acme/shop/.github/workflows/x.yml@refs/heads/main`, misses `x.yml`.
    const workflow = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+)@/u.exec(text('workflow_ref'))?.[1];
    // Matches `gitlab.com/acme/shop//.gitlab-ci.yml@refs/heads/main`, misses `gitlab.com/acme/shop`.
    const pipeline = /^[^@]*?\/\/([\w./-]+)@/u.exec(text('ci_config_ref_uri'))?.[1];
    return (kind === 'github' ? workflow : pipeline) ?? (kind === 'github' ? 'the workflow' : '.gitlab-ci.yml');
}
/** Which line to change when the audience is wrong. */
function audienceHint(kind, wanted, claims = {}) {
    switch (kind) {
        case 'github':
            return `ask for it with the input \`audience: ${wanted}\` of the step that gets the token, in ${fileOf(kind, claims)}`;
        case 'gitlab':
            return `write \`aud: ${wanted}\`, one audience and no list, under \`id_tokens: OSTIARY_ID_TOKEN:\` of the job in ${fileOf(kind, claims)}`;
        case 'oidc':
            return `ask the issuer for a token whose \`aud\` is \`${wanted}\` and nothing else`;
        default:
            return kind;
    }
}
/** What to do about a token that came too late. */
function lateHint(kind, claims = {}) {
    switch (kind) {
        case 'github':
            return `GitHub tokens live five minutes: get it right before it is used, in the same job of ${fileOf(kind, claims)}, and never pass it between jobs`;
        case 'gitlab':
            return `GitLab issues the token when the job starts: make \`ostiary\` the first thing in its job in ${fileOf(kind, claims)}, and the job's \`timeout\` long enough`;
        case 'oidc':
            return 'get a new token right before it is used';
        default:
            return kind;
    }
}


/***/ }),

/***/ 34936:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// JSON that has one reading only. Refuses what two parsers could read differently: a key that stands twice in one object, text that is nested
// deeper than people write, numbers that lose digits.
// @see https://www.rfc-editor.org/rfc/rfc8259#section-4
/** Source: the deepest request of any API in the corpora has 14. */
const MAX_DEPTH = 64;
// Strings and the marks that open, close and part; all else is left to JSON.parse.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;
/** Reads a text. Never throws. */
function parseJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { kind: 'problem', problem: 'it is no JSON' };
    }
    const problem = secondReading(text);
    return problem === null ? { kind: 'value', value } : { kind: 'problem', problem };
}
// The text is JSON, so braces match and each string before a colon is a key.
function secondReading(text) {
    const open = [];
    let last = '';
    for (const [token] of text.matchAll(TOKEN)) {
        if (token === '{' || token === '[') {
            open.push(token === '{' ? new Set() : null);
            if (open.length > MAX_DEPTH)
                return `it is nested deeper than ${MAX_DEPTH}`;
        }
        else if (token === '}' || token === ']')
            open.pop();
        else if (token === ':') {
            const keys = open.at(-1);
            const key = JSON.parse(last);
            if (keys?.has(key) === true)
                return 'a key stands twice in one object, and who reads it takes the first or the last';
            keys?.add(key);
        }
        last = token;
    }
    return null;
}
/** True for what JSON calls an object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 79491:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ destinationOf),
/* harmony export */   _: () => (/* binding */ readMessage)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34936);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9847);
// SPDX-License-Identifier: Apache-2.0
//
// A request as text: an HTTP/1.1 message, or JSON `{method, url, headers, body}`. Refuses what two parsers could take for two messages: folded
// lines, blanks before a colon, bare line ends, lengths that disagree, encodings of the body.
// @see https://www.rfc-editor.org/rfc/rfc9112


/** Source: far more than a person reviews; the largest body of a request that a model API takes is 32 MiB. */
const MAX_BYTES = 32 * 1024 * 1024;
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/u;
const problem = (why, known = {}) => ({ kind: 'problem', problem: why, method: known.method ?? null, path: known.path ?? null });
/** Reads a request. Never throws. */
function readMessage(text) {
    if (Buffer.byteLength(text, 'utf8') > MAX_BYTES)
        return problem(`it is larger than ${MAX_BYTES} bytes`);
    const raw = /^\s*\{/u.test(text) ? ofJson(text) : ofText(text);
    return typeof raw === 'string' ? problem(raw) : checked(raw);
}
function ofText(text) {
    if (/\0|\r(?!\n)/u.test(text))
        return 'it holds a NUL, or a carriage return that ends no line';
    const end = /\r?\n\r?\n/u.exec(text);
    const lines = (end === null ? text.replace(/\r?\n$/u, '') : text.slice(0, end.index)).split(/\r?\n/u);
    // Hits `GET /a HTTP/1.1` and `GET /a`; misses two blanks, a tab, a line before it.
    const [, method, target] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}) (\S+)(?: HTTP\/1\.[01])?$/u.exec(lines[0] ?? '') ?? [];
    if (method === undefined || target === undefined)
        return 'its first line is no request line';
    const headers = [];
    for (const line of lines.slice(1)) {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0));
        const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/gu, '');
        if (!TOKEN.test(name))
            return 'a line of its head is no header';
        headers.push([name, value]);
    }
    return { method, target, headers, body: end === null ? '' : text.slice(end.index + end[0].length) };
}
const KEYS = ['method', 'url', 'headers', 'body'];
function ofJson(text) {
    const parsed = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(text);
    if (parsed.kind === 'problem')
        return parsed.problem;
    const { value } = parsed;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) || typeof value['method'] !== 'string' || typeof value['url'] !== 'string')
        return 'it has no `method` and `url`';
    const other = Object.keys(value).find((key) => !KEYS.includes(key));
    if (other !== undefined)
        return `it says more than \`${KEYS.join('`, `')}\``;
    const headers = headersOf(value['headers'] ?? {});
    if (headers === null)
        return 'its `headers` are not names with texts';
    const { body = '' } = value;
    return { method: value['method'], target: value['url'], headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
function headersOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return null;
    const pairs = Object.entries(value).flatMap(([name, one]) => (Array.isArray(one) ? one : [one]).map((text) => [name, text]));
    const sound = pairs.every((pair) => TOKEN.test(pair[0]) && typeof pair[1] === 'string');
    return sound ? pairs : null;
}
function checked({ method, target: text, headers: pairs, body }) {
    if (!TOKEN.test(method))
        return problem('its method is none');
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .readTarget */ ._)(text, method);
    if (target.kind === 'problem')
        return problem(target.problem, { method, path: target.path });
    const { path } = target;
    const headers = new Map();
    for (const [name, value] of pairs) {
        if (/[^\t\x20-\x7e\x80-\uffff]/u.test(value))
            return problem('a header of it holds what no header may', { method, path });
        headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
    }
    const wrong = headProblem(headers, target);
    if (wrong !== null)
        return problem(wrong, { method, path });
    const whole = bodyOf(body, headers);
    return whole === null ? problem('its body is not as long as its `content-length` says', { method, path }) : { kind: 'message', method, target, headers, body: whole };
}
/** Headers by which a server may take another path, another method or another message than the request line says. */
const DIVERTING = [
    'transfer-encoding', 'upgrade', 'http2-settings', 'trailer', 'te', 'x-http-method-override', 'x-http-method', 'x-method-override', 'x-original-url', 'x-rewrite-url', 'x-original-uri', 'x-forwarded-path', 'x-forwarded-prefix',
];
/** Headers that make no sense twice. */
const SINGLE = ['host', 'content-length', 'content-type', 'content-encoding'];
function headProblem(headers, { scheme, authority }) {
    const diverting = DIVERTING.find((name) => headers.has(name));
    if (diverting !== undefined)
        return `its header \`${diverting}\` can make another request of it`;
    const double = SINGLE.find((name) => (headers.get(name)?.length ?? 0) > 1);
    if (double !== undefined)
        return `its header \`${double}\` stands there twice`;
    const encoding = headers.get('content-encoding')?.[0]?.toLowerCase();
    if (encoding !== undefined && encoding !== 'identity')
        return 'its body is in an encoding that we do not read';
    const host = headers.get('host')?.[0];
    if (host === undefined)
        return null;
    const named = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)(scheme ?? 'https', host);
    return named === null || (authority !== null && named !== authority) ? 'its header `host` names another server than its target, or none' : null;
}
// Editors end a file with a line feed that is not part of the body.
function bodyOf(body, headers) {
    const said = headers.get('content-length')?.[0];
    if (said === undefined)
        return body;
    const candidates = [body, body.replace(/\r?\n$/u, '')];
    return (/^(?:0|[1-9][0-9]{0,9})$/u.test(said) ? candidates.find((candidate) => Buffer.byteLength(candidate, 'utf8') === Number(said)) : undefined) ?? null;
}
/** The server that a request names: by its target, else by its `host`; null when it names none. */
function destinationOf({ target, headers }) {
    if (target.authority !== null)
        return { scheme: target.scheme, authority: target.authority };
    const host = headers.get('host')?.[0];
    const authority = host === undefined ? null : (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .normalAuthority */ .r)('https', host);
    return authority === null ? null : { scheme: null, authority };
}


/***/ }),

/***/ 17889:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ access),
/* harmony export */   dt: () => (/* binding */ requestOperation),
/* harmony export */   iN: () => (/* binding */ askedOf),
/* harmony export */   j_: () => (/* binding */ destination)
/* harmony export */ });
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79491);

/** One request as an operation; unknown accesses say why, and so does the operation. */
function requestOperation({ kind, statement, name, text, redacted, accesses, destination, size }) {
    const unknown = [...new Set(accesses.flatMap(({ why }) => (why === undefined ? [] : [why])))];
    const facts = { statement, name, text: text.trim(), redacted, accesses, functions: [], hazards: [], forbidden: [], unknown, assumed: false, destination };
    return { kind, line: 1, size, facts };
}
/** One access of a request. */
function access(effect, object, type, why) {
    return { effect, object, type: object === null ? null : type, columns: [], filtered: [], assumed: false, ...(why === undefined ? {} : { why }) };
}
/** Where a message goes. */
function destination(message) {
    const at = (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .destinationOf */ .M)(message);
    return { scheme: at?.scheme ?? null, authority: at?.authority ?? null, path: message.target.path };
}
/**
 * The same operation as asked of a resource at `url`: unknown when it names another server, or a path that lies outside. Others than
 * requests, and resources without an address, come back as they are.
 */
function askedOf(read, url) {
    const elsewhere = 'destination' in read.facts && url !== null && URL.canParse(url) ? complaint(read.facts.destination, new URL(url)) : null;
    if (elsewhere === null)
        return read;
    const { facts } = read;
    return { ...read, facts: { ...facts, accesses: [...facts.accesses, access('unknown', null, null, elsewhere)], unknown: [...facts.unknown, elsewhere] } };
}
function complaint({ scheme, authority, path }, { protocol, host, pathname }) {
    if (scheme !== null && `${scheme}:` !== protocol)
        return `it goes by \`${scheme}\`, and the resource is reached by \`${protocol.slice(0, -1)}\``;
    if (authority !== null && authority !== host)
        return `it goes to \`${authority}\`, which is not the resource`;
    const root = pathname.replace(/\/+$/u, '');
    return path === null || path === root || (path === '*' && root === '') || path.startsWith(`${root}/`) ? null : `it goes to a path outside of \`${root}\`, where the resource is`;
}


/***/ }),

/***/ 9847:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTarget),
/* harmony export */   r: () => (/* binding */ normalAuthority)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The target of a request in its one normal form: what is judged is what is sent, byte for byte. Refuses every path that two servers could read
// differently: `//`, dots, encoded slashes and letters, `;`, backslashes, a dot or blank at the end of a part, a user in an address.
// @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2  @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
/** Source: what the largest servers take for a request line. */
const MAX_TARGET = 8_192;
const problem = (why, path = null) => ({ kind: 'problem', problem: why, path });
/** Reads origin-form (`/a?b`), absolute-form (`https://host/a?b`), and `*` of OPTIONS. Never throws. */
function readTarget(text, method) {
    if (text.length > MAX_TARGET)
        return problem(`its target is longer than ${MAX_TARGET} characters`);
    // Hits `/a?b=c`; misses what no target holds: blanks, controls, a fragment, letters beyond ASCII.
    if (!/^[\x21\x22\x24-\x7e]+$/u.test(text))
        return problem('its target holds characters that no target has');
    if (text === '*')
        return method === 'OPTIONS' ? { kind: 'target', scheme: null, authority: null, path: '*', query: '' } : problem('`*` is a target of OPTIONS alone');
    const [, scheme, authority, rest = text] = /^(https?):\/\/([^/?]*)(.*)$/u.exec(text) ?? [];
    const at = authorityOf(scheme, authority);
    if (at === null)
        return problem('its address has more than one reading');
    const mark = rest.indexOf('?');
    const path = mark < 0 ? rest : rest.slice(0, mark);
    const found = { kind: 'target', scheme: scheme ?? null, authority: at === '' ? null : at, path: path === '' && scheme !== undefined ? '/' : path, query: mark < 0 ? '' : rest.slice(mark + 1) };
    const wrong = pathProblem(found.path);
    return wrong === null ? found : problem(wrong, isClearButForItsEnd(found.path) ? found.path : null);
}
// Empty: there is none. Null: it is not in the form that every reader takes for the same.
function authorityOf(scheme, authority) {
    if (scheme === undefined || authority === undefined)
        return '';
    return normalAuthority(scheme, authority);
}
/** `HOST:port` as `host[:port]`; null when it holds a user, an address in an odd form, or is not one. */
function normalAuthority(scheme, authority) {
    const lower = authority.toLowerCase();
    // Hits `api.example:8443`, `[::1]:80`; misses `a@b`, `a.`, `0x7f.1`, `a%2eb`.
    if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::[1-9][0-9]{0,4})?$/u.test(lower))
        return null;
    const url = `${scheme}://${lower}/`;
    if (!URL.canParse(url))
        return null;
    const { host } = new URL(url);
    // A host that becomes another one when it is read (`127.1`) is not in its normal form.
    return host === lower || `${host}:${scheme === 'https' ? 443 : 80}` === lower ? host : null;
}
function pathProblem(path) {
    if (path === '/')
        return null;
    if (!path.startsWith('/'))
        return 'its target is neither a path nor an address';
    if (path.endsWith('/'))
        return 'its path ends in a slash, and servers read it with it or without';
    for (const segment of path.slice(1).split('/')) {
        const wrong = segmentProblem(segment);
        if (wrong !== null)
            return wrong;
    }
    return null;
}
/** Characters of a path that mean themselves; of all others the encoded form is the only one. */
const PLAIN = /^[A-Za-z0-9\-._~!$&'()*+,=:@]$/u;
function segmentProblem(segment) {
    if (segment === '')
        return 'its path has `//` in it';
    if (segment === '.' || segment === '..')
        return 'its path has `.` or `..` in it';
    const decoded = decodedOf(segment);
    if (decoded === null)
        return 'its path has an encoding in it that nobody reads';
    if (/[/\\;?#%\p{Cc}\p{Cf}]/u.test(decoded))
        return 'its path has a slash, a backslash, `;`, `?`, `#`, `%` or what does not print in it, encoded or not';
    if (/^\s|[\s.]$/u.test(decoded))
        return 'a part of its path begins or ends with a blank, or ends with a dot';
    if (encodedOf(decoded) !== segment)
        return 'its path can be written in another way, and that is the one that servers compare';
    return decoded.normalize('NFC') === decoded ? null : 'its path has letters in it that can be written in another way';
}
function decodedOf(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return null;
    }
}
function encodedOf(decoded) {
    return [...decoded].map((char) => (PLAIN.test(char) ? char : encodeURIComponent(char))).join('');
}
function isClearButForItsEnd(path) {
    return path.length > 1 && path.endsWith('/') && pathProblem(path.slice(0, -1)) === null;
}


/***/ })

};
