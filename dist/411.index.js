export const id = 411;
export const ids = [411];
export const modules = {

/***/ 792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sessionVerb: () => (/* binding */ sessionVerb)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/record/lines.js
var lines = __webpack_require__(1334);
;// CONCATENATED MODULE: ./lib/record/inert.js
// SPDX-License-Identifier: Apache-2.0
//
// Makes recorded text safe to print: what moves a cursor, changes a colour, reverses or hides text becomes visible notation. Refuses
// to drop anything silently, except marks piled on one letter.
// @see https://www.unicode.org/reports/tr36/
// Match "\u001b", "\u202e", "\u200b", "\u2028", a lone surrogate and Hangul fillers; miss "é" and "漢": controls, formats, the unassigned, blanks that take a letter's place.
const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;
// Match four marks in a row, miss the two of "ệ": piles that reach into other lines.
const PILE = /(\p{M}{3})\p{M}+/gu;
// Match "漢" and "😀", miss "é": characters that take two cells of a terminal.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// Match a combining accent, miss "e": characters that take none.
const MARK = /\p{M}/u;
/** One line of text that a terminal shows and does not obey; line breaks and tabs are shown as `\n`, `\t`. */
function inert(text) {
    return text.replace(ACTIVE, notation).replace(PILE, '$1');
}
/** The same as lines: breaks stay breaks, tabs are two spaces. */
function inertLines(text) {
    // Match "\r\n", miss "\r": a break as any system writes it.
    return text.split(/\r?\n/).map((line) => inert(line.replaceAll('\t', '  ')));
}
/** Cells of a terminal that a text takes; text must be inert. */
function cellsOf(text) {
    let cells = 0;
    for (const char of text)
        cells += cellsOfChar(char);
    return cells;
}
/** The beginning of an inert text that fits, with `…` when something is missing. */
function clipped(text, cells) {
    let used = 0;
    let out = '';
    for (const char of text) {
        used += cellsOfChar(char);
        // The last cell is kept for the sign that more follows.
        if (used > cells)
            return `${fitting(out, cells - 1)}…`;
        out += char;
    }
    return out;
}
/** A space this near to the beginning of a line is indentation, or a word too short to stand alone on it. */
const TOO_EARLY = 6;
/** An inert text in pieces that fit, broken at spaces where it can be. */
function wrapped(text, cells) {
    const pieces = [];
    let rest = text;
    for (let head = fitting(rest, cells); head.length < rest.length; head = fitting(rest, cells)) {
        const space = head.lastIndexOf(' ');
        // A character wider than the line would never fit: it is let stand out.
        const cut = space > TOO_EARLY ? space + 1 : Math.max(head.length, 1);
        pieces.push(rest.slice(0, cut).trimEnd());
        rest = rest.slice(cut);
    }
    return [...pieces, rest];
}
function fitting(text, cells) {
    let used = 0;
    let length = 0;
    for (const char of text) {
        used += cellsOfChar(char);
        if (used > cells)
            break;
        length += char.length;
    }
    return text.slice(0, length);
}
function cellsOfChar(char) {
    if (char >= ' ' && char <= '~')
        return 1;
    if (MARK.test(char))
        return 0;
    return WIDE.test(char) ? 2 : 1;
}
function notation(char) {
    if (char === '\n')
        return '\\n';
    if (char === '\r')
        return '\\r';
    if (char === '\t')
        return '\\t';
    return `\\u{${char.codePointAt(0).toString(16)}}`;
}

;// CONCATENATED MODULE: ./lib/record/phrases.js
// SPDX-License-Identifier: Apache-2.0
//
// Turns of phrase of a story. Refuses nothing; what they give must still be made inert.
/** A statement of several lines as its author saw it, without the margin of the code that it stood in. */
function dedented(text) {
    const [first = '', ...rest] = text.split('\n');
    const margins = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
    const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
    return [first.trimStart(), ...rest.map((line) => line.slice(Math.min(margin, line.length - line.trimStart().length)))].join('\n');
}
/** A program's own name, which may be empty. */
function quoted(text) {
    return text === '' ? 'an unnamed program' : `\`${text}\``;
}
/** `1 row`, `2 rows`. */
function plural(count, word) {
    return `${count} ${word}${count === 1 ? '' : 's'}`;
}
/** Time between two times of events, `1.2 s`. */
function duration(first, last) {
    const milliseconds = first === null || last === null ? 0 : Date.parse(last) - Date.parse(first);
    return Number.isFinite(milliseconds) ? `${(milliseconds / 1000).toFixed(1)} s` : 'of unknown length';
}

;// CONCATENATED MODULE: ./lib/record/table.js
// SPDX-License-Identifier: Apache-2.0
//
// A few rows of a result as a little table that fits a terminal. Refuses to be wider than it may, and to print anything that is not inert.

/** Longest cell, in terminal cells. */
const MAX_CELL = 32;
const SEPARATOR = ' │ ';
const NULL_SIGN = '∅';
/** Lines of a table: names, then rows. Columns that do not fit are left out, with `…` in their place. */
function rowsTable(names, rows, width) {
    // No more of them than could stand there, however many a file names.
    const columns = names.slice(0, Math.ceil(width / SEPARATOR.length) + 1);
    const lines = [columns, ...rows].map((row) => columns.map((_, index) => cell(row[index])));
    const widths = [];
    let used = 0;
    for (const index of columns.keys()) {
        const wide = Math.max(...lines.map((line) => cellsOf(line[index])));
        if (used + wide > width)
            break;
        widths.push(wide);
        used += wide + SEPARATOR.length;
    }
    const rest = widths.length < names.length ? ' …' : '';
    return lines.map((line) => clipped(widths.map((wide, index) => padded(line[index], wide)).join(SEPARATOR).trimEnd() + rest, width));
}
function cell(value) {
    return value === null || value === undefined ? NULL_SIGN : clipped(inert(value), MAX_CELL);
}
function padded(text, cells) {
    return text + ' '.repeat(cells - cellsOf(text));
}

;// CONCATENATED MODULE: ./lib/record/story.js



const CODES = { red: '31', green: '32', yellow: '33', cyan: '36', dim: '2', bold: '1' };
const OF_DECISION = { allow: 'green', review: 'yellow', deny: 'red' };
const OF_STATE = { signed: 'green', unsigned: 'yellow', incomplete: 'yellow', altered: 'red' };
const MIN_WIDTH = 40;
/** `10:22:33.123  ` */
const MARGIN = 14;
/** `  2026-01-05 10:22:33.123 UTC` */
const TIMESTAMP = 29;
/** Operations waiting for their end are held back so that each is one block; beyond this many the oldest is told without. */
const MAX_OPEN = 256;
/** Lines of one statement, and rows of one result, that are shown. */
const MAX_STATEMENT_LINES = 40;
const MAX_ROWS = 8;
/** Of a statement, a reason, a header: far more than is shown, far less than a hostile file can hold. */
const MAX_LENGTH = 16_384;
/** Reasons of one decision. */
const MAX_REASONS = 16;
/** Kinds of masks that are counted apart; a hostile file could name any number. */
const MAX_KINDS = 64;
/** Keeps what a story needs to remember: operations that have not ended, and sums. */
class Story {
    #options;
    /** Told so far, but for how they ended. */
    #open = new Map();
    #masked = new Map();
    #rows = 0;
    #first = null;
    #last = null;
    constructor(options) {
        this.#options = { ...options, width: Math.max(options.width, MIN_WIDTH) };
    }
    /** What there is to say once this line has been read; often nothing yet. */
    tell(line) {
        this.#first ??= line.at;
        this.#last = line.at;
        switch (line.type) {
            case 'session':
                return this.#session(line, line.at);
            case 'decided':
                return this.#decided(line);
            case 'done':
                return this.#done(line);
            case 'connection':
                return this.#aside(line.at, `connection ${line.connection} to ${line.resource} opened by ${quoted(line.application)}`, 'dim');
            case 'disconnected':
                return this.#aside(line.at, `connection ${line.connection} closed: ${line.reason}`, 'dim');
            case 'gate':
                return this.#aside(line.at, `the gate itself sent ${line.statement}: ${line.purpose}`, 'dim');
            case 'refused':
                return this.#aside(line.at, `refused${line.connection === null ? '' : ` on connection ${line.connection}`}: ${line.reason}`, 'red');
            case 'prompt':
                return this.#words(line, `${line.role}${line.model === null ? '' : ` (${line.model})`}`, line.text);
            case 'tool':
                return this.#words(line, `tool ${line.name}, call ${line.call}`, line.input);
            case 'tool-result':
                return this.#words(line, `answer to call ${line.call}, ${line.outcome}`, line.output);
            case 'output':
                return this.#words(line, `${line.stream}${line.operation === null ? '' : ` of operation ${line.operation}`}`, line.text);
            case 'approval':
                return this.#approval(line);
            case 'checkpoint':
            case 'end':
                return '';
            default:
                return line;
        }
    }
    /** Said once, where a recording stops being one. */
    warn(verdict) {
        return `${this.#paragraph(`${verdict.explanation}; what follows proves nothing`, '!! ', 'red')}\n`;
    }
    /** The last words: operations that never ended, sums, and the verdict. */
    end(verdict) {
        const open = [...this.#open.values()].map((told) => told + this.#ended(null)).join('');
        return open + (verdict.counts.lines === 0 ? this.#verdict(verdict, '') : this.#summary(verdict));
    }
    #session(header, at) {
        const { principal, host, policy } = header;
        const facts = Object.entries(host.facts).map(([name, value]) => `${name} ${value}`).join(', ');
        const rows = [
            ['who', `${principal.subject} (${principal.names.join(', ') || 'no identity of the policy'}) by ${principal.issuer}${header.prompter === null ? '' : `, prompted by ${header.prompter}`}`],
            ['where', facts === '' ? host.kind : `${host.kind}: ${facts}`],
            ['resources', header.resources.map(({ name, type, target }) => `${name} (${type} ${target})`).join(', ')],
            ['policy', `${policy.mode}, from ${policy.source}`],
            ['digest', policy.digest],
            ['packs', header.packs.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none'],
            ['command', header.command.join(' ')],
        ];
        const title = `${this.#paint('bold', clipped(inert(story_short(`session ${header.session}`)), this.#options.width - TIMESTAMP))}  ${inert(at.replace('T', ' ').replace('Z', ' UTC'))}`;
        return `${title}\n${rows.map(([name, text]) => this.#paragraph(text, `  ${name.padEnd(MARGIN - 2)}`)).join('')}\n`;
    }
    #decided(decided) {
        if (decided.decision !== 'allow')
            return `${this.#block(decided)}\n`;
        // A copy of its own: pieces of a line would keep the whole line in memory.
        this.#open.set(decided.operation, Buffer.from(this.#block(decided)).toString());
        if (this.#open.size <= MAX_OPEN)
            return '';
        const [oldest] = this.#open.keys();
        return oldest === undefined ? '' : this.#close(oldest, null);
    }
    #done(done) {
        this.#rows += done.rows;
        for (const [kind, count] of Object.entries(done.masked)) {
            if (this.#masked.has(kind) || this.#masked.size < MAX_KINDS)
                this.#masked.set(kind, (this.#masked.get(kind) ?? 0) + count);
        }
        if (this.#open.has(done.operation))
            return this.#close(done.operation, done);
        // A refused operation has been told with its reasons; that it then "failed" is no news.
        return done.outcome === 'failed' ? '' : this.#aside(done.at, `operation ${done.operation} ended: ${this.#outcome(done)}`, 'dim');
    }
    #close(operation, done) {
        const told = this.#open.get(operation) ?? '';
        this.#open.delete(operation);
        return told + this.#ended(done);
    }
    #block(decided) {
        const colour = OF_DECISION[decided.decision];
        const word = this.#paint(colour, decided.decision === 'allow' ? 'allow ' : decided.decision.toUpperCase().padEnd(6));
        const head = `${this.#time(decided.at)}  ${word} ${this.#paint('dim', clipped(inert(story_short(`#${decided.operation} ${decided.resource}, connection ${decided.connection}: ${decided.rules.join(', ')}`)), this.#room() - 7))}\n`;
        const statement = inertLines(dedented(decided.text.slice(0, MAX_LENGTH))).flatMap((line) => wrapped(line, this.#room()));
        const shown = statement.slice(0, MAX_STATEMENT_LINES).map((line) => `${' '.repeat(MARGIN)}${line}\n`);
        const rest = decided.text.length > MAX_LENGTH ? `… of ${decided.text.length} characters` : `… ${plural(statement.length - shown.length, 'more line')}`;
        const more = statement.length > shown.length || decided.text.length > MAX_LENGTH ? this.#margin(rest, 'dim') : '';
        return head + shown.join('') + more + this.#why(decided);
    }
    #why(decided) {
        const reasons = decided.decision === 'allow' ? [] : decided.reasons.map((reason, index) => `${decided.rules[index] ?? 'because'}: ${reason}`);
        const unknown = decided.unknown.filter((what) => !reasons.some((reason) => reason.includes(what))).map((what) => `not understood: ${what}`);
        const observed = decided.observed.map(({ rule, decision }) => `observed: ${rule} would have said ${decision}`);
        const all = [...[...reasons, ...unknown].map((text) => ({ text, colour: OF_DECISION[decided.decision] })), ...observed.map((text) => ({ text, colour: 'yellow' }))];
        const more = all.length > MAX_REASONS ? this.#margin(`… ${all.length - MAX_REASONS} more`, 'dim') : '';
        return all.slice(0, MAX_REASONS).map(({ text, colour }) => this.#margin(text, colour)).join('') + more;
    }
    #ended(done) {
        if (done === null)
            return `${this.#margin('→ nobody knows how it ended', 'yellow')}\n`;
        const line = this.#margin(`→ ${this.#outcome(done)}`, done.outcome === 'ok' ? 'cyan' : 'yellow');
        if (done.result === null || done.result.rows.length === 0)
            return `${line}\n`;
        const rows = rowsTable(done.result.columns, done.result.rows.slice(0, MAX_ROWS), this.#room() - 2).map((row) => `${' '.repeat(MARGIN + 2)}${row}\n`);
        const more = done.rows - Math.min(done.result.rows.length, MAX_ROWS);
        return `${line}${rows.join('')}${more > 0 ? this.#margin(`  … ${more} more`, 'dim') : ''}\n`;
    }
    #outcome(done) {
        const masked = Object.entries(done.masked).map(([kind, count]) => `${kind} ${count}`).join(', ');
        const error = done.error === null ? '' : `: ${done.error.sqlstate} ${done.error.message}`;
        // `SELECT 3` says it already.
        const rows = done.rows === 0 || done.tag?.endsWith(` ${done.rows}`) === true ? [] : [plural(done.rows, 'row')];
        const bytes = done.bytes === 0 ? [] : [plural(done.bytes, 'byte')];
        return [`${done.tag ?? done.outcome}${error}`, ...rows, ...bytes, ...(masked === '' ? [] : [`masked ${masked}`])].join(', ');
    }
    #summary(verdict) {
        const { counts, end } = verdict;
        const { allow, review, deny } = counts.operations;
        const masked = [...this.#masked].map(([kind, count]) => `${kind} ${count}`).join(', ');
        const lines = [
            `${allow} allowed, ${review} for review, ${deny} denied; ${counts.refused} refused on the wire; ${counts.done.ok} done, ${counts.done.failed} failed, ${counts.unanswered} with no known end`,
            `${plural(this.#rows, 'row')} came back, masked: ${masked || 'nothing'}`,
            `${plural(counts.connections, 'connection')}, ${duration(this.#first, this.#last)}, ${outcomeOf(end)}`,
        ];
        return `\n${this.#paint('bold', 'summary')}\n${lines.map((text) => this.#paragraph(text, '  ')).join('')}${this.#verdict(verdict, '  ')}`;
    }
    #verdict(verdict, label) {
        return this.#paragraph(`${verdict.state}: ${verdict.explanation}`, label, OF_STATE[verdict.state]);
    }
    // A head and some lines under it: what was said, called or printed.
    #words({ at }, head, text) {
        const lines = inertLines(text.slice(0, MAX_LENGTH).trimEnd()).flatMap((one) => wrapped(one, this.#room()));
        const shown = lines.slice(0, MAX_STATEMENT_LINES).map((one) => `${' '.repeat(MARGIN)}${one.trimEnd()}\n`);
        const more = lines.length > shown.length || text.length > MAX_LENGTH ? this.#margin(`… of ${text.length} characters`, 'dim') : '';
        return `${this.#aside(at, head, 'cyan')}${shown.join('')}${more}\n`;
    }
    #approval({ at, state, operations, by, url, reason }) {
        const colour = state === 'approved' || state === 'used' ? 'green' : state === 'requested' ? 'yellow' : 'red';
        const who = by.length === 0 ? '' : ` by ${by.slice(0, MAX_REASONS).join(', ')}`;
        const what = operations.slice(0, MAX_REASONS).map((number) => `#${number}`).join(', ');
        const head = this.#aside(at, `approval of ${what || 'no operation'} ${state}${who}`, colour);
        return `${head}${this.#margin(`${reason}${url === null ? '' : ` (${url})`}`, 'dim')}\n`;
    }
    #aside(at, text, colour) {
        return `${this.#time(at)}  ${this.#paint(colour, clipped(inert(story_short(text)), this.#room()))}\n`;
    }
    #margin(text, colour) {
        return this.#paragraph(text, ' '.repeat(MARGIN), colour);
    }
    // Text from the recording, wrapped; the first line has a label before it, the others as many blanks.
    #paragraph(text, label, colour) {
        return wrapped(inert(story_short(text)), this.#options.width - label.length)
            .map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${colour === undefined ? line : this.#paint(colour, line)}\n`)
            .join('');
    }
    #time(at) {
        return this.#paint('dim', at.slice(11, 23));
    }
    #room() {
        return this.#options.width - MARGIN;
    }
    #paint(colour, text) {
        return this.#options.colour ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
    }
}
function story_short(text) {
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
function outcomeOf(end) {
    return end === null ? 'no closing line' : `outcome ${end.outcome}`;
}

// EXTERNAL MODULE: ./lib/record/verifier.js + 2 modules
var record_verifier = __webpack_require__(639);
;// CONCATENATED MODULE: ./lib/record/replay.js



/** Pieces of text to print in order, each ending with a line feed; `judged` hears the verdict at the end. Throws INPUT_INVALID when the file can't be read. */
async function* replay(source, options, judged = () => undefined) {
    const verifier = new record_verifier/* Verifier */.B();
    const story = new Story(options);
    let warned = false;
    for await (const line of (0,lines/* readLines */.S)(source)) {
        const read = verifier.see(line);
        if (verifier.altered && !warned) {
            warned = true;
            // Before the first line there is nothing to tell from what follows.
            if (verifier.lines > 0)
                yield story.warn(verifier.verdict());
        }
        const text = read === null ? '' : story.tell(read);
        if (text !== '')
            yield text;
    }
    const verdict = verifier.verdict();
    judged(verdict);
    yield story.end(verdict);
}

// EXTERNAL MODULE: ./lib/record/verify.js
var verify = __webpack_require__(8932);
// EXTERNAL MODULE: ./lib/main/arguments.js + 1 modules
var main_arguments = __webpack_require__(6757);
;// CONCATENATED MODULE: ./lib/main/session.js
// SPDX-License-Identifier: Apache-2.0
//
// Wires `session verify` and `session replay`: a file in, a verdict or a story out. Refuses to trust what the file says of itself.




/** Width of a line where there is no terminal. */
const PLAIN_WIDTH = 100;
/** `ostiary session verify|replay FILE`. */
async function sessionVerb(argv) {
    // What goes wrong with the output is told to whoever wrote it.
    process.stdout.on('error', () => undefined);
    const [what, ...rest] = argv;
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(rest, [{ name: 'json', kind: 'flag' }, { name: 'no-colour', kind: 'flag' }]);
    const file = words[0];
    const hint = 'it is `session verify FILE` or `session replay FILE`';
    if (what === undefined)
        throw new errors/* GateError */.ue('INPUT_INVALID', '`session` needs to know what to do', { hint });
    if (what !== 'verify' && what !== 'replay')
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`session ${what}\` is not a command`, { hint });
    if (file === undefined || words.length > 1)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`session ${what}\` takes one file`, { hint: 'the path that `run` printed, `…/session.jsonl`' });
    return what === 'verify' ? session_verify(file, inputs.json === true) : show(file, inputs['no-colour'] !== true);
}
async function session_verify(file, json) {
    const verdict = await (0,verify/* verifyRecording */.n)(file);
    await print(json ? `${JSON.stringify(verdict)}\n` : `${verdict.state}: ${verdict.explanation}\n`);
    return verdict.state === 'signed' || verdict.state === 'unsigned' ? errors/* EXIT */.dc.done : errors/* EXIT */.dc.denied;
}
async function show(file, wantsColour) {
    // @see https://no-color.org: an empty variable does not count.
    const colour = wantsColour && process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '';
    let altered = false;
    const story = replay(file, { colour, width: process.stdout.columns || PLAIN_WIDTH }, (verdict) => (altered = verdict.state === 'altered'));
    for await (const part of story) {
        if (!(await print(part)))
            break;
    }
    return altered ? errors/* EXIT */.dc.denied : errors/* EXIT */.dc.done;
}
// False once nobody reads any more: `| head` is a way to read the beginning, not a fault.
function print(text) {
    return new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => {
            if (error === null || error === undefined)
                resolve(true);
            else if (error.code === 'EPIPE')
                resolve(false);
            else
                reject(error);
        });
    });
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
