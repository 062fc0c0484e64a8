export const id = 2996;
export const ids = [2996];
export const modules = {

/***/ 52996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keepRecording: () => (/* binding */ keepRecording),
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
        return new (await Promise.all(/* import() */[__webpack_require__.e(3251), __webpack_require__.e(2830), __webpack_require__.e(5920), __webpack_require__.e(1579), __webpack_require__.e(8688)]).then(__webpack_require__.bind(__webpack_require__, 48688))).DefaultArtifactClient();
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

// EXTERNAL MODULE: ./lib/mask/detection.js + 3 modules
var detection = __webpack_require__(21788);
// EXTERNAL MODULE: ./lib/mask/detectors/registry.js + 16 modules
var registry = __webpack_require__(92229);
// EXTERNAL MODULE: ./lib/mask/detectors/detector.js
var detector = __webpack_require__(54520);
;// CONCATENATED MODULE: ./lib/mask/known.js
// SPDX-License-Identifier: Apache-2.0
//
// Secrets that are known by value: the session's own credentials, what the job's log masker was told. Found as they are and in every
// spelling that tools give them. Refuses values so short that they would be found everywhere.

/** Shorter values are words, not secrets. */
const MIN_KNOWN_LENGTH = 6;
/** Forms shorter than this say too little of the value. */
const MIN_FORM = 6;
/** A piece of a form by which it is noticed. */
const MIN_KEY = 3;
// Match "abc def", miss "pässword": what a keyword may hold.
const PLAIN = /^[\x20-\x7e]+$/;
/** A detector for these values, named `known-secret`; null when none is long enough. A value of several lines counts line by line, too. */
function knownValues(values) {
    const parts = [...new Set(values.flatMap((value) => [value, ...value.split(/\r?\n/)]))].filter((value) => value.trim().length >= MIN_KNOWN_LENGTH);
    const forms = [...new Set(parts.flatMap(formsOf))].filter((form) => form.length >= MIN_FORM);
    if (forms.length === 0)
        return null;
    // What is not ASCII in a form is looked for by a piece of it that is.
    const keys = [...new Set(forms.map(keyOf))].filter((key) => key.length >= MIN_KEY);
    return {
        name: 'known-secret', kind: 'secret', keys, encodedKeys: [], reach: { before: longest(forms), after: longest(forms) },
        find: (text) => forms.flatMap((form) => (0,detector/* placesOf */.ek)(text, form).map((start) => ({ start, end: start + form.length }))),
    };
}
/** Every spelling of a value: itself, and in base64 (each alignment), base64url, hex, percent-encoding, JSON, XML, a shell's and SQL's quotes. */
function formsOf(value) {
    const bytes = Buffer.from(value, 'utf8');
    const hex = bytes.toString('hex');
    const json = JSON.stringify(value).slice(1, -1);
    return [
        value, bytes.toString('latin1'), ...base64Forms(bytes), hex, hex.toUpperCase(),
        encodeURIComponent(value), encodeURIComponent(value).replaceAll('%20', '+'), encodeURI(value), percentLower(value),
        json, JSON.stringify(json).slice(1, -1), json.replaceAll('/', '\\/'),
        value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        value.replaceAll("'", `'\\''`), value.replaceAll("'", "''"), value.replaceAll(/(["\\$`])/g, '\\$1'),
    ];
}
// At each alignment, without the characters that its neighbours share; and whole, padded or not.
function base64Forms(bytes) {
    const inner = [0, 1, 2].map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    });
    return [...inner, bytes.toString('base64')].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
function percentLower(value) {
    return encodeURIComponent(value).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
function keyOf(form) {
    if (PLAIN.test(form))
        return form;
    // Match "abc" of "abc\u00e4d": stretches of printable ASCII.
    return (form.match(/[\x20-\x7e]+/g) ?? []).reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}
function longest(forms) {
    return forms.reduce((most, form) => Math.max(most, form.length), 0) * 2;
}

// EXTERNAL MODULE: ./lib/mask/replacement.js
var replacement = __webpack_require__(95956);
;// CONCATENATED MODULE: ./lib/mask/stream.js

/** Bytes held back: longer than any secret but private keys, which say where they begin. */
const HOLD_BYTES = 16 * 1024;
/** A find that reaches this far without an end is replaced as it stands. */
const MAX_HELD_BYTES = 256 * 1024;
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
        if (cut === 0 && all.length > MAX_HELD_BYTES)
            cut = all.length - HOLD_BYTES;
        return this.#release(all, cut, found);
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
// EXTERNAL MODULE: ./lib/record/lines.js
var lines = __webpack_require__(71334);
// EXTERNAL MODULE: ./lib/record/shapes.js
var shapes = __webpack_require__(16687);
// EXTERNAL MODULE: ./lib/record/verify.js
var verify = __webpack_require__(68932);
// EXTERNAL MODULE: ./lib/main/arguments.js + 1 modules
var main_arguments = __webpack_require__(6757);
// EXTERNAL MODULE: ./lib/main/inputs.js
var main_inputs = __webpack_require__(6736);
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
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, session_artifact/* sessionArtifactSpec */.y.inputs.filter((input) => input.face !== 'ci'));
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not a flag of \`session-artifact\``, { hint: 'name recordings with `--session PATH`' });
    return sessionArtifactFor({ ...(host.kind === 'shell' ? {} : (0,main_inputs/* jobInputs */.v)(session_artifact/* sessionArtifactSpec */.y, host)), ...inputs }, host);
}
/** The CI faces: every input from the job. */
function sessionArtifactFromJob(host) {
    return sessionArtifactFor((0,main_inputs/* jobInputs */.v)(session_artifact/* sessionArtifactSpec */.y, host), host);
}
/** What `run` does after its step: keeps the recording that the step made. */
function keepRecording(recording, host) {
    return sessionArtifactFor({ session: [recording] }, host);
}
function sessionArtifactFor(raw, host) {
    const detection = detectionFor(host);
    const deps = {
        host, find: (paths) => found(paths, host), verify: verifyWith, folder: (path) => folderAt(path, host), keep: (recording, verdict, folder) => keep(recording, verdict, { folder, detection }),
        artifacts: host.kind === 'github' ? new GitHubArtifacts(process.env) : null,
    };
    return (0,session_artifact/* sessionArtifact */.V)(raw, deps);
}
// Known values: what this job's own variables hold under the names of tokens, which its log masker hides, too.
function detectionFor(host) {
    const names = new Set(host.tokenVariables);
    const values = Object.entries(process.env).filter(([name]) => names.has(name) || /TOKEN|SECRET|PASSWORD|_KEY$/.test(name)).map(([, value]) => value ?? '');
    const known = knownValues(values);
    return new detection/* Detection */.u([...(known === null ? [] : [known]), ...registry/* DETECTORS */.c.filter(({ kind }) => kind === 'secret')]);
}
async function found(paths, host) {
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
async function verifyWith(recording, keys) {
    const pems = await Promise.all(keys.map((path) => (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new errors/* GateError */.ue('INPUT_INVALID', `the key \`${path}\` can not be read: ${(0,errors/* messageOf */.bD)(cause)}`, { cause, hint: 'give the file of a public key that you trust' });
    })));
    return (0,verify/* verifyRecording */.n)(recording, { keys: pems });
}
async function folderAt(path, host) {
    if (path !== null) {
        await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
        return (0,external_node_path_.resolve)(path);
    }
    if (host.kind === 'github')
        return (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'ostiary-artifact-'));
    const folder = (0,external_node_path_.join)(host.kind === 'gitlab' ? (0,external_node_path_.resolve)('.ostiary') : host.defaultSessionDir(), 'artifacts');
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
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
    else if (await isFile(recording + envelope/* ENVELOPE_SUFFIX */.bO)) {
        await (0,promises_.copyFile)(recording + envelope/* ENVELOPE_SUFFIX */.bO, copy + envelope/* ENVELOPE_SUFFIX */.bO);
        files.push(`${name}/${chain/* RECORDING_FILE */.fm}${envelope/* ENVELOPE_SUFFIX */.bO}`);
    }
    return { source: recording, verdict, files, sha256, masked: counts, refusals: await refusalsIn(recording) };
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
async function refusalsIn(recording) {
    const refusals = [];
    for await (const { bytes } of (0,lines/* readLines */.S)(recording)) {
        const parsed = (0,shapes/* parseLine */.A)(bytes);
        if (parsed.kind !== 'line' || parsed.line.type !== 'decided' || parsed.line.decision === 'allow')
            continue;
        const { decision, text, rules, reasons } = parsed.line;
        refusals.push({ decision, statement: text, rules, reason: reasons[0] ?? '' });
        if (refusals.length >= MAX_REFUSALS)
            break;
    }
    return refusals;
}


/***/ })

};
