export const id = 4703;
export const ids = [4703];
export const modules = {

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


/***/ })

};
