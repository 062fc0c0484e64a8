export const id = 9448;
export const ids = [9448,4703];
export const modules = {

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

/***/ 54703:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseDiff: () => (/* binding */ parseDiff)
});

;// CONCATENATED MODULE: ./lib/parse/diff/names.js
// SPDX-License-Identifier: Apache-2.0
//
// File names in diffs: git quotes what is not plain ASCII as C does, with octal bytes. Refuses names that leave the tree or can't be read.
const ESCAPES = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, '\\': 92 };
/** A name after `--- `, `rename to ` and the like, with `strip` leading parts taken off; null for `/dev/null` and what can't be read. */
function plainName(text, strip) {
    const quoted = text.startsWith('"') ? unquote(text) : null;
    if (text.startsWith('"') && quoted === null)
        return null;
    // Without quotes a tab ends the name: what follows is a time.
    const name = quoted?.name ?? withoutTime(text);
    if (name === '/dev/null')
        return null;
    return stripped(name, strip === 'guess' ? (name.includes('/') ? 1 : 0) : strip);
}
/** Both names of a `diff --git` line, their `a/` and `b/` taken off; null when only other lines can tell them. */
function gitNames(text) {
    const first = text.startsWith('"') ? unquote(text) : null;
    if (first !== null)
        return pairOf(first.name, text.slice(first.end).trimStart());
    const quote = text.indexOf(' "');
    if (quote > 0 && text.endsWith('"'))
        return pairOf(text.slice(0, quote), text.slice(quote + 1));
    // Both are the same but for their prefix when neither is quoted and the file was not renamed.
    for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
        const [old, fresh] = [stripped(text.slice(0, space), 1), stripped(text.slice(space + 1), 1)];
        if (old !== null && old === fresh)
            return [old, fresh];
    }
    return null;
}
function pairOf(old, rest) {
    const fresh = rest.startsWith('"') ? (unquote(rest)?.name ?? null) : rest;
    const names = [stripped(old, 1), fresh === null ? null : stripped(fresh, 1)];
    return names[0] === null || names[1] === null ? null : [names[0], names[1]];
}
function withoutTime(text) {
    const tab = text.indexOf('\t');
    if (tab >= 0)
        return text.slice(0, tab);
    // One match: `x.c 2026-01-02 03:04:05`; one miss: `x 2026`.
    return text.replace(/\s+\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?: [+-]\d{4})?\s*$/u, '').replace(/\r$/u, '');
}
function stripped(name, parts) {
    let from = 0;
    for (let left = parts; left > 0; left -= 1) {
        const slash = name.indexOf('/', from);
        if (slash < 0)
            return null;
        from = slash + 1;
    }
    const path = name.slice(from).replace(/^\/+/u, '');
    return path === '' || path.includes('\0') || path.split('/').some((part) => part === '..') ? null : path;
}
function unquote(text) {
    const bytes = [];
    for (let at = 1; at < text.length; at += 1) {
        const char = text[at];
        if (char === '"')
            return { name: Buffer.from(bytes).toString('utf8'), end: at + 1 };
        if (char !== '\\') {
            bytes.push(...Buffer.from(String.fromCodePoint(text.codePointAt(at)), 'utf8'));
            if (text.codePointAt(at) > 0xffff)
                at += 1;
            continue;
        }
        const octal = /^[0-3][0-7]{2}/u.exec(text.slice(at + 1, at + 4))?.[0];
        const escape = ESCAPES[text[at + 1] ?? ''];
        if (octal !== undefined)
            bytes.push(Number.parseInt(octal, 8));
        else if (escape !== undefined)
            bytes.push(escape);
        else
            return null;
        at += octal === undefined ? 1 : 3;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/parse/diff/unified.js

/** Lines read at most: twice the largest diff that any forge shows. */
const MAX_DIFF_LINES = 2_000_000;
/** Reads a diff. Never throws. */
function parseDiff(text) {
    const reader = new DiffReader(text.split('\n'));
    try {
        return { kind: 'read', files: reader.files() };
    }
    catch (thrown) {
        if (thrown instanceof Malformed)
            return { kind: 'malformed', line: thrown.line, why: thrown.message };
        throw thrown;
    }
}
class Malformed extends Error {
    line;
    constructor(line, why) {
        super(why);
        this.line = line;
    }
}
// One match: `@@ -1,3 +1,9 @@ section`; one miss: `@@ -1,3 @@`.
const HUNK = /^@@ -(\d{1,19})(?:,(\d{1,19}))? \+(\d{1,19})(?:,(\d{1,19}))? @@/u;
const MODE = /^[0-7]{5,6}$/u;
class DiffReader {
    #lines;
    #at = 0;
    constructor(lines) {
        if (lines.length > MAX_DIFF_LINES)
            throw new Malformed(MAX_DIFF_LINES, `it has more than ${MAX_DIFF_LINES} lines`);
        this.#lines = lines;
    }
    files() {
        const files = [];
        while (this.#at < this.#lines.length) {
            const line = this.#lines[this.#at];
            if (line.startsWith('diff --git '))
                files.push(this.#gitFile());
            else if (line.startsWith('--- ') && this.#peek(1).startsWith('+++ ') && HUNK.test(this.#peek(2)))
                files.push(this.#plainFile());
            else if (HUNK.test(line))
                throw this.#malformed('a part of a diff stands there without the names of its file');
            else
                this.#at += 1;
        }
        if (files.length === 0)
            throw new Malformed(1, 'there is no diff in it');
        return files;
    }
    #gitFile() {
        const line = this.#lines[this.#at];
        const names = gitNames(line.slice('diff --git '.length));
        const header = { from: names?.[0] ?? null, to: names?.[1] ?? null, status: null, oldMode: null, newMode: null, binary: false, git: true };
        this.#at += 1;
        const begin = this.#at;
        while (this.#at < this.#lines.length && this.#extended(header))
            this.#at += 1;
        if (this.#at === begin && !this.#peek(0).startsWith('--- '))
            throw this.#malformed('a file of the diff has no header');
        if (this.#peek(0).startsWith('--- ') && this.#peek(1).startsWith('+++ '))
            this.#names(header);
        this.#binary(header);
        return this.#finish(header, this.#hunks());
    }
    // Takes one extended header line; false when it is none.
    #extended(header) {
        const line = this.#peek(0);
        const rest = (prefix) => (line.startsWith(prefix) ? line.slice(prefix.length) : null);
        const mode = rest('old mode ') ?? rest('new mode ') ?? rest('deleted file mode ') ?? rest('new file mode ');
        if (mode !== null) {
            if (!MODE.test(mode.trim()))
                throw this.#malformed('a file mode can not be read');
            if (line.startsWith('old') || line.startsWith('deleted'))
                header.oldMode = mode.trim();
            else
                header.newMode = mode.trim();
            if (line.startsWith('deleted'))
                header.status = 'deleted';
            if (line.startsWith('new file'))
                header.status = 'added';
            return true;
        }
        for (const [prefix, status, side] of MOVES) {
            const name = rest(prefix);
            if (name === null)
                continue;
            const plain = plainName(name, 0);
            if (plain === null)
                throw this.#malformed('a name can not be read');
            header[side] = plain;
            header.status = status;
            return true;
        }
        const index = /^index [0-9a-f]+\.\.[0-9a-f]+(?: ([0-7]{6}))?$/u.exec(line);
        if (index !== null) {
            header.oldMode ??= index[1] ?? null;
            header.newMode ??= index[1] ?? null;
            return true;
        }
        return line.startsWith('similarity index ') || line.startsWith('dissimilarity index ');
    }
    // `--- a/x` and `+++ b/x`: they have to say what the first line said.
    #names(header) {
        const [old, fresh] = [plainName(this.#peek(0).slice(4), 1), plainName(this.#peek(1).slice(4), 1)];
        const differs = (told, known) => told !== null && known !== null && told !== known;
        const [gone, made] = [this.#peek(0).startsWith('--- /dev/null'), this.#peek(1).startsWith('+++ /dev/null')];
        // Names without a folder can't be those of a tree: as git does, believe the first line then.
        if (old === null && fresh === null && !gone && !made && header.from !== null) {
            this.#at += 2;
            return;
        }
        if (old === null && !gone)
            throw this.#malformed('the old name can not be read');
        if (fresh === null && !made)
            throw this.#malformed('the new name can not be read');
        if (differs(old, header.from) || differs(fresh, header.to))
            throw this.#malformed('the names of the file contradict each other');
        header.from ??= old;
        header.to ??= fresh;
        if (old === null && header.status === null)
            header.status = 'added';
        if (fresh === null && header.status === null)
            header.status = 'deleted';
        this.#at += 2;
    }
    #plainFile() {
        const [oldLine, newLine] = [this.#peek(0).slice(4), this.#peek(1).slice(4)];
        const old = plainName(oldLine, 'guess');
        const fresh = plainName(newLine, 'guess');
        const status = old === null ? 'added' : fresh === null ? 'deleted' : 'modified';
        const name = fresh ?? old;
        if (name === null)
            throw this.#malformed('the name of the file can not be read');
        this.#at += 2;
        const header = { from: status === 'added' ? null : name, to: name, status: status === 'modified' ? null : status, oldMode: null, newMode: null, binary: false, git: false };
        return this.#finish(header, this.#hunks());
    }
    #binary(header) {
        const line = this.#peek(0);
        if (line.startsWith('Binary files ') || line.startsWith('Files ')) {
            if (!line.trimEnd().endsWith(' differ'))
                return;
            header.binary = true;
            this.#at += 1;
        }
        else if (line.startsWith('GIT binary patch')) {
            header.binary = true;
            this.#at += 1;
            while (this.#at < this.#lines.length && !this.#peek(0).startsWith('diff --git '))
                this.#at += 1;
        }
    }
    #hunks() {
        const found = { added: [], removed: [], some: false };
        for (let match = HUNK.exec(this.#peek(0)); match !== null; match = HUNK.exec(this.#peek(0))) {
            const [, oldStart = '0', oldCount = '1', newStart = '0', newCount = '1'] = match;
            this.#at += 1;
            found.some = true;
            this.#hunk({ old: Number(oldStart), oldLeft: Number(oldCount), fresh: Number(newStart), freshLeft: Number(newCount) }, found);
        }
        return found;
    }
    #hunk(place, found) {
        let { old, oldLeft, fresh, freshLeft } = place;
        // Plain steps: a change has hundreds of thousands of these lines.
        for (; oldLeft > 0 || freshLeft > 0; this.#at += 1) {
            if (this.#at >= this.#lines.length)
                throw this.#malformed('it ends inside a part');
            const line = this.#lines[this.#at];
            const sign = line === '' ? ' ' : line[0];
            if (sign === '\\')
                continue;
            const [isOld, isFresh] = [sign !== '+', sign !== '-'];
            if ((isOld && isFresh && sign !== ' ') || (isOld && oldLeft === 0) || (isFresh && freshLeft === 0))
                throw this.#malformed('a part has other lines than its header says');
            if (!isOld)
                found.added.push({ line: fresh, text: line.slice(1) });
            if (!isFresh)
                found.removed.push({ line: old, text: line.slice(1) });
            if (isOld) {
                old += 1;
                oldLeft -= 1;
            }
            if (isFresh) {
                fresh += 1;
                freshLeft -= 1;
            }
        }
        while (this.#peek(0).startsWith('\\ '))
            this.#at += 1;
    }
    #finish(header, { added, removed, some }) {
        const path = header.status === 'deleted' ? header.from : header.to;
        if (path === null || (header.from === null && header.status !== 'added'))
            throw this.#malformed('a file of the diff has no name that can be read');
        const changesMode = header.oldMode !== null && header.newMode !== null && header.oldMode !== header.newMode;
        if (!some && !header.binary && header.status === null && !changesMode)
            throw this.#malformed('a file of the diff has no change');
        return {
            path, from: header.status === 'added' ? null : header.from, status: header.status ?? 'modified',
            oldMode: header.status === 'added' ? null : header.oldMode, newMode: header.status === 'deleted' ? null : (header.newMode ?? header.oldMode),
            binary: header.binary, added, removed,
        };
    }
    #peek(ahead) {
        return this.#lines[this.#at + ahead] ?? '';
    }
    #malformed(why) {
        return new Malformed(this.#at + 1, why);
    }
}
const MOVES = [
    ['rename from ', 'renamed', 'from'], ['rename to ', 'renamed', 'to'], ['copy from ', 'copied', 'from'], ['copy to ', 'copied', 'to'],
    ['rename old ', 'renamed', 'from'], ['rename new ', 'renamed', 'to'],
];


/***/ }),

/***/ 59448:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fileReader: () => (/* binding */ fileReader)
/* harmony export */ });
/* harmony import */ var _diff_unified_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54703);
/* harmony import */ var _terraform_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93291);
/* harmony import */ var _changed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63844);



/** A reader that finds secrets by what is handed in. It never throws. */
function fileReader(secretsIn) {
    const tools = { secretsIn, scripts: null, manifests: null, mapped: () => false };
    return (text) => {
        if ((0,_terraform_plan_js__WEBPACK_IMPORTED_MODULE_1__.looksLikePlan)(text))
            return (0,_terraform_plan_js__WEBPACK_IMPORTED_MODULE_1__.readPlan)(text);
        const diff = (0,_diff_unified_js__WEBPACK_IMPORTED_MODULE_0__.parseDiff)(text);
        if (diff.kind === 'read')
            return (0,_changed_js__WEBPACK_IMPORTED_MODULE_2__.readChangedFiles)(diff.files.map(sidesOf), tools).flat();
        const path = text.trim();
        if (path !== '' && !/[\n\0]/u.test(path))
            return (0,_changed_js__WEBPACK_IMPORTED_MODULE_2__.readChangedFiles)([{ ...sidesOf(pathChange(path)), head: null }], tools).flat();
        return [unreadable(`it is no diff, no plan and no path: ${diff.why}`)];
    };
}
/** A file as far as a diff tells: the whole of a new one, the lines that were added to another. */
function sidesOf(change) {
    const whole = change.status === 'added' && !change.binary ? change.added.map(({ text }) => text).join('\n') : null;
    return { change, head: whole, base: null, size: whole === null ? 0 : Buffer.byteLength(whole), sha256: null };
}
function pathChange(path) {
    return { path, from: path, status: 'modified', oldMode: null, newMode: null, binary: false, added: [], removed: [] };
}
function unreadable(why) {
    return {
        kind: 'file', line: 1,
        facts: {
            statement: 'UNKNOWN', name: 'file.unknown', text: '', redacted: '', functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
            accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        },
    };
}


/***/ }),

/***/ 93291:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  looksLikePlan: () => (/* binding */ looksLikePlan),
  readPlan: () => (/* binding */ readPlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/core/strict-json.js
var strict_json = __webpack_require__(66613);
;// CONCATENATED MODULE: ./lib/parse/terraform/providers.js
// Hits `registry.terraform.io/hashicorp/aws`, `terraform.io/builtin/terraform`; misses `registry.terraform.io/hashic0rp/aws`, `x.example/hashicorp/aws`.
const OWN = /^(?:registry\.(?:terraform\.io|opentofu\.org)\/(?:hashicorp|opentofu)|terraform\.io\/builtin|registry\.terraform\.io\/-)\//u;
/** Modules inside each other that are looked into. */
const MAX_DEPTH = 20;
/** New providers of other makers, each with the first resource that comes from it. */
function newProviders(plan) {
    const known = new Set(inState(plan.prior_state?.values?.root_module, 0));
    const changes = items(plan.resource_changes).map((one) => [String(one?.provider_name ?? ''), String(one?.address ?? '?')]);
    const configs = typeof plan.configuration?.provider_config === 'object' && plan.configuration.provider_config !== null ? Object.values(plan.configuration.provider_config) : [];
    const named = new Map([...configs.map((one) => [String(one?.full_name ?? ''), String(one?.full_name ?? '')]), ...changes.reverse()]);
    return [...named].filter(([name]) => name.includes('/') && !OWN.test(name) && !known.has(name)).map(([name, address]) => ({ address, type: `provider ${name}`, why: `\`${name.slice(0, 200)}\` is a provider that nothing in the state came from: its program runs with the rights of whoever plans` }));
}
function inState(module, depth) {
    if (module === undefined || module === null || depth > MAX_DEPTH)
        return [];
    return [...items(module.resources).map((one) => String(one?.provider_name ?? '')), ...items(module.child_modules).flatMap((child) => inState(child, depth + 1))];
}
function items(value) {
    return Array.isArray(value) ? [...value] : [];
}

// EXTERNAL MODULE: ./lib/parse/terraform/resources.js
var resources = __webpack_require__(61573);
;// CONCATENATED MODULE: ./lib/parse/terraform/plan.js
// SPDX-License-Identifier: Apache-2.0
//
// A Terraform or OpenTofu plan in JSON (`terraform show -json`) as the operations it stands for: one a resource that changes, and one for
// code that runs while it is applied. Refuses plans that failed, that are incomplete, or whose format it does not know; quotes no value.
// @see https://developer.hashicorp.com/terraform/internals/json-format




/** Plans of thousands of resources are below this. */
const MAX_PLAN_BYTES = 64 * 1024 * 1024;
/** Values of resources nest as their schemas do; Go's own reader stops at ten thousand. */
const MAX_PLAN_DEPTH = 1_000;
const KNOWN_ACTIONS = {
    'no-op': 'no-op', create: 'create', read: 'read', update: 'update', delete: 'delete', 'delete,create': 'replace', 'create,delete': 'replace', forget: 'forget', 'create,forget': 'forget', 'forget,create': 'forget',
};
const EFFECTS = { create: 'write', read: 'read', update: 'write', delete: 'destroy', replace: 'destroy', forget: 'schema' };
/** True when a text looks like a plan: an object with a format and changes or planned values. */
function looksLikePlan(text) {
    return text.slice(0, 100).trimStart().startsWith('{') && /"(?:plan_)?format_version"/u.test(text) && (text.includes('"resource_changes"') || text.includes('"planned_values"'));
}
/** Reads a plan; never throws. */
function readPlan(text) {
    if (text.length > MAX_PLAN_BYTES)
        return [unknown(text, `the plan is larger than ${MAX_PLAN_BYTES} characters`)];
    let plan;
    try {
        plan = JSON.parse(text);
    }
    catch {
        return [unknown(text, 'the plan is not JSON')];
    }
    const reason = refusal(plan) ?? ((0,strict_json/* namesTwice */.F)(text, MAX_PLAN_DEPTH) ? 'the plan names a key twice, or nests without end: programs differ about what it says' : null);
    if (reason !== null)
        return [unknown(text, reason)];
    try {
        return operationsOf(plan, text);
    }
    catch {
        return [unknown(text, 'the plan has a shape that we do not know')];
    }
}
function operationsOf(plan, text) {
    const lineOf = lines(text);
    // Whatever is in it, more is to come: somebody should know before it is applied.
    const partial = plan.complete === false ? [partialOperation()] : [];
    const changes = (plan.resource_changes ?? []).flatMap((one) => operationOf(one, lineOf));
    return [...partial, ...changes, ...[...codeIn(plan.configuration?.root_module, 0), ...actionsOf(plan), ...newProviders(plan)].map((found) => codeOperation(found, lineOf)), ...driftOf(plan, lineOf)];
}
function refusal(plan) {
    if (typeof plan !== 'object' || plan === null || Array.isArray(plan))
        return 'the plan is not an object';
    if (!/^(?:0|1)\.\d{1,3}$/u.test(String(plan.format_version ?? plan.plan_format_version)))
        return 'the format of the plan is not one that we know';
    if (plan.errored === true)
        return 'planning failed, so the plan says only part of what would be done';
    if (Array.isArray(plan.deferred_changes) && plan.deferred_changes.length > 0)
        return 'the plan is incomplete: changes are deferred to a later one';
    if (plan.action_invocations !== undefined && !Array.isArray(plan.action_invocations))
        return 'the actions of the plan can not be read';
    if (plan.resource_changes !== undefined && !Array.isArray(plan.resource_changes))
        return 'the changes of the plan can not be read';
    return null;
}
function operationOf(one, lineOf) {
    const actions = Array.isArray(one?.change?.actions) ? one.change.actions.join(',') : '';
    const action = Object.hasOwn(KNOWN_ACTIONS, actions) ? KNOWN_ACTIONS[actions] : undefined;
    const { address, type } = one ?? {};
    if (action === undefined || typeof address !== 'string' || typeof type !== 'string') {
        return [{ ...unknown(typeof address === 'string' ? address : 'a change', `the change of \`${typeof address === 'string' ? address : 'a resource'}\` can not be read`), line: typeof address === 'string' ? lineOf(address) : 1 }];
    }
    if (contradicts(action, one.change ?? {}))
        return [{ ...unknown(address, `the change of \`${address}\` says \`${actions}\`, and shows something else`), line: lineOf(address) }];
    const moved = typeof one.previous_address === 'string' && one.previous_address !== address;
    const imported = (one.change?.importing ?? null) !== null;
    if (action === 'no-op' && imported)
        return [read({ action: 'import', address, type, effect: 'schema', one }, lineOf)];
    if (action === 'no-op')
        return moved ? [read({ action: 'move', address, type, effect: 'schema', one }, lineOf)] : [];
    return [read({ action, address, type, effect: one.mode === 'data' ? 'read' : EFFECTS[action], one }, lineOf)];
}
// What is changed in place is there before and after, and nothing of it asks for another one.
function contradicts(action, { before, after, replace_paths: paths }) {
    if (action !== 'update' && action !== 'no-op')
        return false;
    return Array.isArray(paths) && paths.length > 0 || before !== undefined && after !== undefined && (before === null) !== (after === null);
}
function read(about, lineOf) {
    const { action, address, type, effect, one } = about;
    const object = `${type}/${address}`;
    const accesses = [access(effect, object)];
    const { grants, executes } = (0,resources/* capabilitiesOf */.SF)(type);
    if (grants && effect !== 'read')
        accesses.push(access('grant', object));
    if (executes)
        accesses.push(access('execute', object));
    const facts = {
        ...NOTHING, statement: `${action.toUpperCase()} ${type.toUpperCase()}`, name: `terraform.${action}`,
        // Values may be secret, marked or not: the digest is bound to them, the text does not hold them.
        text: `${action} ${address}\n${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(one.change ?? null)).digest('hex')}`, redacted: `${action} ${address}`,
        accesses, hazards: hazardsOf(about),
    };
    return { kind: 'file', facts, line: lineOf(address) };
}
function hazardsOf({ action, address, type, one }) {
    const hazards = [];
    const add = (id, detail) => void hazards.push({ id: `terraform.${id}`, detail });
    const gone = action === 'delete' || action === 'replace';
    if (gone && (0,resources/* isProtected */.bz)(type))
        add('protected-type', `\`${address}\` holds data or identity, and would be ${action === 'delete' ? 'deleted' : 'deleted and made anew'}`);
    if (action === 'replace')
        add('replace', `\`${address}\` would be deleted and made anew${typeof one.action_reason === 'string' ? ` (${one.action_reason.replaceAll('_', ' ')})` : ''}`);
    if (action === 'forget')
        add('forget', `\`${address}\` would go on existing, unmanaged`);
    if (one.deposed !== undefined)
        add('deposed', `a deposed object of \`${address}\` is meant`);
    if (one.change?.importing !== undefined && one.change.importing !== null)
        add('import', `\`${address}\` would be taken over from outside`);
    if (!gone && (0,resources/* opensToAll */.Yy)(type, one.change?.after))
        add('open-to-all', `\`${address}\` would be open to every address or everybody`);
    const guard = action === 'update' ? unguarded(one.change?.before, one.change?.after) : undefined;
    if (guard !== undefined)
        add('unprotected', `\`${address}\` loses \`${guard}\`, which keeps it from being deleted`);
    if ((0,resources/* capabilitiesOf */.SF)(type).grants && action !== 'read')
        add('identity', `\`${address}\` decides who may do what`);
    return hazards;
}
/** Attributes that keep a resource from being deleted, or its data from going with it, by what they are then. */
const GUARDS = { deletion_protection: true, deletion_protection_enabled: true, enable_deletion_protection: true, disable_api_termination: true, purge_protection_enabled: true, force_destroy: false, skip_final_snapshot: false };
function unguarded(before, after) {
    const valueOf = (side, name) => (typeof side === 'object' && side !== null ? side[name] : undefined);
    return Object.entries(GUARDS).find(([name, guards]) => valueOf(before, name) === guards && valueOf(after, name) !== guards)?.[0];
}
/** Provisioners and data sources that run programs while the plan is made or applied. */
function codeIn(module, depth) {
    if (module === undefined || depth > 20)
        return [];
    const own = (Array.isArray(module.resources) ? module.resources : []).flatMap((resource) => {
        const address = String(resource.address ?? '?');
        const provisioners = (Array.isArray(resource?.provisioners) ? resource.provisioners : []).map((one) => ({ address, type: `provisioner ${String(one.type ?? '?')}` }));
        return resource.mode === 'data' && resource.type === 'external' ? [...provisioners, { address, type: 'data external' }] : provisioners;
    });
    const inner = Object.values(module.module_calls ?? {}).flatMap((call) => codeIn(call?.module, depth + 1));
    return [...own, ...inner];
}
// Actions of providers, which run while the plan is applied: a function is called, a machine stopped.
function actionsOf(plan) {
    const invoked = Array.isArray(plan.action_invocations) ? plan.action_invocations : [];
    return invoked.map((one) => ({ address: String(one?.address ?? '?'), type: `action ${String(one?.type ?? '?')}` }));
}
function codeOperation({ address, type, why = `\`${address}\` runs a program of its own (${type})` }, lineOf) {
    return {
        kind: 'file', line: lineOf(address),
        facts: {
            ...NOTHING, statement: `RUN ${type.toUpperCase()}`, name: 'terraform.run', text: `${type} ${address}`, redacted: `${type} of ${address}`, accesses: [access('execute', `${type.replace(' ', '/')}/${address}`)],
            hazards: [{ id: 'terraform.runs-code', detail: why }],
        },
    };
}
// What changed outside of Terraform would be undone or taken over: worth a look, not an operation of its own.
function driftOf(plan, lineOf) {
    const drifted = (Array.isArray(plan.resource_drift) ? plan.resource_drift : []).filter((one) => typeof one?.address === 'string');
    if (drifted.length === 0)
        return [];
    const names = drifted.map(({ address }) => String(address));
    return [{
            kind: 'file', line: lineOf(names[0]),
            facts: {
                ...NOTHING, statement: 'DRIFT', name: 'terraform.drift', text: names.join('\n'), redacted: `${names.length} drifted`, accesses: [access('read', `drift/${names[0]}`)],
                hazards: [{ id: 'terraform.drift', detail: `${names.length} resource${names.length === 1 ? ' was' : 's were'} changed outside of the plan, \`${names[0]}\` first` }],
            },
        }];
}
function partialOperation() {
    return {
        kind: 'file', line: 1,
        facts: {
            ...NOTHING, statement: 'INCOMPLETE', name: 'terraform.incomplete', text: 'incomplete', redacted: 'an incomplete plan', accesses: [access('read', 'plan')],
            hazards: [{ id: 'terraform.incomplete', detail: 'more is to come when this is applied: it was narrowed to some resources, or something could not be planned yet' }],
        },
    };
}
const NOTHING = { statement: '', name: '', text: '', redacted: '', accesses: [], functions: [], hazards: [], forbidden: [], unknown: [], assumed: false };
function access(effect, object) {
    return { effect, object, type: 'resource', columns: [], filtered: [], assumed: false };
}
function unknown(text, why) {
    return {
        kind: 'file', line: 1,
        facts: {
            ...NOTHING, statement: 'UNKNOWN', name: 'terraform.unknown', text: (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex'), redacted: 'a Terraform plan', unknown: [why],
            accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        },
    };
}
// The line of an address's first mention under `resource_changes`; the first of all when there is none.
function lines(text) {
    const from = Math.max(0, text.indexOf('"resource_changes"'));
    const starts = [];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at);
    return (address) => {
        const at = text.indexOf(JSON.stringify(address), from);
        if (at < 0)
            return 1;
        let [low, high] = [0, starts.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (starts[middle] < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low + 1;
    };
}


/***/ })

};
