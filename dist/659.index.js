export const id = 659;
export const ids = [659];
export const modules = {

/***/ 47020:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ instructions),
/* harmony export */   Z: () => (/* binding */ fromDockerfile)
/* harmony export */ });
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41549);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19609);


/** Scripts of a Dockerfile. */
function fromDockerfile(text) {
    let shell = { shell: 'sh', language: null };
    let given = _given_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf;
    const found = ofFrontend(text);
    for (const { name, text: rest, lines } of instructions(text)) {
        if (name === 'FROM') {
            shell = { shell: 'sh', language: null };
            given = _given_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf;
        }
        else if (name === 'SHELL') {
            shell = shellOf(rest);
            found.push(...ofShell(rest, lines[0] ?? 1));
        }
        else if (name === 'ENV' || name === 'ARG')
            given = { values: new Map([...given.values, ...variablesOf(rest)]), line: lines[0] ?? 1, expands: true };
        else if (name === 'CMD' || name === 'ENTRYPOINT' || name === 'HEALTHCHECK')
            found.push({ ...ofRun(rest.replace(/^\s*(?:--[a-z-]+=\S+\s+)*(?:CMD|NONE)\b/u, ''), lines, shell), given, later: true });
        else if (name === 'ADD')
            found.push(...ofAdd(rest, lines[0] ?? 1));
        else if (name === 'COPY')
            found.push(...ofCopy(rest, lines));
        else if (name === 'RUN')
            found.push({ ...ofRun(rest, lines, shell), given });
    }
    return found;
}
const UNREAD = (what) => [{ id: 'downloaded-code', detail: `what \`${what}\` answers goes into the image unread` }];
// What builds the image; the builder's own is known.
function ofFrontend(text) {
    const [, frontend = 'docker/dockerfile'] = /^(?:\s*#(?!\s*syntax).*\n)*\s*#\s*syntax\s*=\s*(\S+)/iu.exec(text) ?? [];
    if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/u.test(frontend) || /@sha256:[0-9a-f]{64}$/u.test(frontend))
        return [];
    return [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(`docker pull ${quote(frontend)}`, 1, { image: true, lines: [1], hazards: [{ id: 'downloaded-code', detail: `\`${frontend}\` builds the image, and can become another one` }] })];
}
// An address, by which nobody's digest is compared; of a repository, a full commit says what it is.
function ofAdd(rest, line) {
    const text = rest.replace(/\\\n/gu, ' ').trim();
    const options = /^(?:--[a-z-]+(?:=\S+)?\s+)*/u.exec(text)?.[0] ?? '';
    const sources = (words(text.slice(options.length)) ?? text.slice(options.length).split(/\s+/u)).slice(0, -1);
    const remote = sources.filter((source) => /^(?:https?:\/\/|git@|ssh:\/\/|git:\/\/)/iu.test(source) && !/#[0-9a-f]{40}(?::|$)/u.test(source));
    if (/--checksum=\S/u.test(options))
        return [];
    return remote.map((source) => (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(`curl -O ${quote(source)}`, line, { image: true, shell: 'sh', lines: [line], hazards: UNREAD(source) }));
}
// A file that stands in the Dockerfile itself, as the script that writes it.
function ofCopy(rest, lines) {
    const [, , name = '', to = '', body = ''] = /^(?:--\S+\s+)*<<-?\s*(["']?)(\w+)\1\s+(\S+)\s*\n([\s\S]*)\n\2\s*$/u.exec(rest.trim()) ?? [];
    return name === '' ? [] : [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(`cat > ${quote(to)} <<'${name}'\n${body}\n${name}`, lines[0] ?? 1, { image: true, shell: 'sh', lines })];
}
// `A=1 B="x y"`, and the old `A some words`. An ARG without a value has none until somebody gives it one.
function variablesOf(rest) {
    const text = rest.replace(/\\\n/gu, ' ').trim();
    const old = /^([A-Za-z_]\w*)\s+([^=]*)$/u.exec(text);
    if (old !== null)
        return [[old[1], old[2].trim()]];
    return [...text.matchAll(/([A-Za-z_]\w*)=("(?:\\.|[^"\\])*"|'[^']*'|(?:\\.|[^\s\\])*)/gu)].map(([, name = '', value = '']) => [name, plainValue(value)]);
}
function plainValue(value) {
    return /^"[\s\S]*"$|^'[\s\S]*'$/u.test(value) && value.length > 1 ? value.slice(1, -1).replace(/\\(["\\])/gu, '$1') : value.replace(/\\(.)/gu, '$1');
}
// `SHELL ["sh", "-c", "x;"]` puts `x` before every line; options alone say only how lines are read.
function ofShell(rest, line) {
    const [program = '', ...more] = words(rest) ?? [];
    if (!/(?:^|[/\\])(?:ba|a|da)?sh$/u.test(program) || more.every((word) => /^(?:[-+][A-Za-z-]+|pipefail|errexit|nounset|xtrace|posix|extglob)$/u.test(word)))
        return [];
    return [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)([program, ...more].map(quote).join(' '), line, { image: true, shell: 'sh', lines: [line] })];
}
function shellOf(rest) {
    const [program = ''] = words(rest) ?? [];
    const name = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1).toLowerCase().replace(/\.exe$/u, '');
    if (/^(?:ba|a|da)?sh$/u.test(name))
        return { shell: name === 'bash' ? 'bash' : 'sh', language: null };
    return { shell: 'other', language: name };
}
function ofRun(rest, lines, shell) {
    // `--mount=…`, `--network=…`, `--security=…`
    const options = /^(?:\s*--[a-z]+(?:=\S*)?)+\s+/u.exec(rest)?.[0] ?? '';
    const script = secretsNamed(options, rest.slice(options.length));
    const line = lines[0] ?? 1;
    const hazards = powers(options);
    const argv = words(script);
    if (argv !== null)
        return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(argv.map(quote).join(' '), line, { image: true, shell: 'sh', lines: [line], hazards });
    const heredoc = /^\s*<<-?\s*(["']?)(\w+)\1\s*\n([\s\S]*)\n\2\s*$/u.exec(script);
    if (heredoc === null)
        return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(script, line, { image: true, ...shell, lines, hazards });
    // The body is the script, unless its first line says who reads it.
    const body = heredoc[3];
    const reader = /^#!\s*(\S+)(?:\s+(\S+))?/u.exec(body);
    const program = reader === null ? '' : (/\benv$/u.test(reader[1]) ? (reader[2] ?? '') : reader[1]).replace(/^.*\//u, '');
    const other = reader !== null && !/^(?:ba|a|da)?sh$/u.test(program);
    return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(body, lines[1] ?? line, { image: true, ...(other ? { shell: 'other', language: program } : shell), lines: lines.slice(1), hazards });
}
// `--security=insecure` gives a step what the machine may, `--network=host` its network.
function powers(options) {
    return [
        ...(/--security=insecure\b/u.test(options) ? [{ id: 'container-escape', detail: '`--security=insecure` lets the step do what the machine may' }] : []),
        ...(/--network=host\b/u.test(options) ? [{ id: 'container-host', detail: '`--network=host` lets the step reach what only the machine reaches' }] : []),
    ];
}
// A secret by the path that it is mounted at is one like any other: what copies it keeps it in the image.
function secretsNamed(options, script) {
    return [...options.matchAll(/--mount=(\S*\btype=secret\b\S*)/gu)].reduce((text, [, mount = '']) => {
        const target = /\b(?:target|dst|destination)=([^,\s]+)/u.exec(mount)?.[1];
        return target === undefined || target.startsWith('/run/secrets/') ? text : text.replaceAll(target, '/run/secrets/mounted');
    }, script);
}
/** A JSON array of strings; null when it is none, and then it is the shell form. */
function words(text) {
    if (!text.trim().startsWith('['))
        return null;
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
    }
    catch {
        return null;
    }
}
function quote(word) {
    return `'${word.replaceAll('\'', '\'\\\'\'')}'`;
}
/** Instructions of a Dockerfile, continued lines and here-documents put together. */
function instructions(text) {
    const source = text.split(/\r?\n/u);
    const escape = /^#\s*escape\s*=\s*`/imu.test(source.slice(0, 5).join('\n')) ? '`' : '\\';
    const found = [];
    for (let at = 0; at < source.length;) {
        const first = source[at];
        const begun = /^\s*(?:ONBUILD\s+)?([A-Za-z]+)\s+(.*)$/u.exec(first);
        if (begun === null || /^\s*#/u.test(first)) {
            at += 1;
            continue;
        }
        const { parts, lines, next } = continued(source, at, { escape, first: begun[2] });
        const name = begun[1].toUpperCase();
        const body = /^(?:RUN|COPY|ADD)$/u.test(name) ? heredocs(parts.join('\n'), source, next) : [];
        for (const [index, line] of body.entries()) {
            parts.push(line);
            lines.push(next + index + 1);
        }
        found.push({ name, text: parts.join('\n'), lines });
        at = next + body.length;
    }
    return found;
}
// Comments and empty lines between continued ones are left out, as the builder does.
function continued(source, from, { escape, first }) {
    const parts = [first];
    const lines = [from + 1];
    let at = from;
    while (parts.at(-1).trimEnd().endsWith(escape) && at + 1 < source.length) {
        const last = parts.pop().trimEnd();
        at += 1;
        while (at < source.length && /^\s*(?:#.*)?$/u.test(source[at]))
            at += 1;
        parts.push(`${last.slice(0, -1)}\\`, source[at] ?? '');
        lines.push(at + 1);
    }
    return { parts, lines, next: at + 1 };
}
// Lines of here-documents that a RUN begins, each to its delimiter.
function heredocs(text, source, from) {
    const out = [];
    for (const [, dash = '', , delimiter = ''] of text.matchAll(/<<(-?)\s*(["']?)([A-Za-z_]\w*)\2/gu)) {
        for (let at = from + out.length; at < source.length; at += 1) {
            const line = source[at];
            out.push(line);
            if ((dash === '-' ? line.replace(/^\t+/u, '') : line) === delimiter)
                break;
        }
    }
    return out;
}


/***/ }),

/***/ 41549:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   X3: () => (/* binding */ exportLine),
/* harmony export */   Yf: () => (/* binding */ NOTHING_GIVEN),
/* harmony export */   ny: () => (/* binding */ givenBy)
/* harmony export */ });
/* unused harmony export UNKNOWN_VALUE */
const NOTHING_GIVEN = { values: new Map(), line: 1, expands: false };
/** A variable that nothing sets: its value is not known. */
const OUTSIDE = '"$OSTIARY_OUTSIDE"';
/** Source: the largest pipelines in use set a few dozen. */
const MAX_GIVEN = 500;
/** Stands for a value that is not known. */
const UNKNOWN_VALUE = '${{ unknown }}';
/** One line of shell that sets them; empty when there are none. */
function exportLine({ values, expands }) {
    const known = [...values].filter(([name]) => /^[A-Za-z_]\w{0,200}$/u.test(name)).slice(0, MAX_GIVEN);
    return known.map(([name, value]) => `export ${name}=${quoted(value.replaceAll('\n', ' '), expands)}`).join('; ');
}
// Hits `${{ inputs.x }}` and `$[[ inputs.x ]]`, which are put in before the shell starts, as values and not as code.
function quoted(value, expands) {
    const parts = value.split(/\$\{\{[^}]{0,4096}\}\}|\$\[\[[^\]]{0,4096}\]\]/u);
    return parts.map((part) => (expands ? `"${expandable(part)}"` : `'${part.replaceAll('\'', '\'\\\'\'')}'`)).join(OUTSIDE);
}
// `$X` and `${X}` stay; whatever else a shell would read as its own is text.
function expandable(text) {
    return text.replace(/\$\$/gu, '\\$').replace(/[\\"`]|\$(?![A-Za-z_{])|\$\{(?![A-Za-z_]\w*(?::?-[\w./ -]*)?\})/gu, (found) => `\\${found}`);
}
/** Variables of a mapping, over those of outer ones. `{ value: x }` is how GitLab writes one with a description. */
function givenBy(node, outer, expands) {
    const entries = node?.entries;
    if (entries === undefined || entries === null || node === undefined)
        return outer;
    const values = new Map(outer.values);
    for (const [name, value] of entries)
        values.set(name, value.text ?? value.entries?.get('value')?.text ?? UNKNOWN_VALUE);
    return { values, line: node.line, expands };
}
/** The same with some names not known any more. */
function without(given, names) {
    const values = new Map(given.values);
    for (const name of names)
        values.set(name, UNKNOWN_VALUE);
    return { ...given, values };
}


/***/ }),

/***/ 45722:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ isManifest),
/* harmony export */   fA: () => (/* binding */ fromValues),
/* harmony export */   uu: () => (/* binding */ fromManifest)
/* harmony export */ });
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41549);
/* harmony import */ var _script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19609);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7029);
// SPDX-License-Identifier: Apache-2.0
//
// Commands in Kubernetes manifests: what containers start with, their probes and hooks, steps of Tekton and Argo, and shell scripts that a ConfigMap carries. They run in
// a container, later, so that only what people look out for is told. Refuses nothing: a manifest that can't be read its own reader tells of.
// @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/



const KIND = /^[ {\t]*["']?kind["']?\s*:/mu;
// Hits `&a kind:`, `? kind`, `, kind: Pod` and `"\u006bind":`, which only a parser tells from other text.
const PERHAPS = /(?:^|[\s{,"'?])kind["']?\s*:|^\?\s*["']?kind\b|"[^"\n]{0,200}\\[xuU][0-9a-fA-F]{2}/mu;
const quote = (word) => `'${word.replaceAll('\'', '\'\\\'\'')}'`;
const SHELL_KEY = /\.(?:sh|bash|ksh|zsh)$/u;
const SHEBANG = /^#!\s*(\S+)(?:\s+(?:-\S+\s+)*(\S+))?/u;
/** Volumes that are thrown away with the pod, or can't be written to. */
const PASSING = /^(?:emptyDir|configMap|secret|projected|downwardAPI|image)$/u;
/** True for a text that is a Kubernetes manifest, by the two keys that each has, or a kustomization, by its name. */
function isManifest(path, text) {
    if (/(?:^|\/)kustomization(?:\.ya?ml)?$/iu.test(path))
        return true;
    if (!/\.(?:ya?ml|json)$/iu.test(path))
        return false;
    if (text.includes('apiVersion') && KIND.test(text))
        return true;
    return /apiVersion|\\[xuU]/u.test(text) && PERHAPS.test(text) && hasKeys(text);
}
function hasKeys(text) {
    try {
        return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlTrees */ .P)(text).some(({ entries }) => entries?.has('apiVersion') === true && entries.has('kind'));
    }
    catch {
        return false;
    }
}
/** Scripts of all documents of a manifest. */
function fromManifest(text) {
    try {
        return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlTrees */ .P)(text).flatMap((tree) => [...carried(tree), ...below(tree, new Set())]);
    }
    catch {
        return [];
    }
}
/** Commands in the values of a chart: what becomes of them its templates say, but a container starts with them. */
function fromValues(text) {
    return (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlTrees */ .P)(text).flatMap((tree) => startsBelow(tree));
}
function startsBelow(node) {
    const items = (node.items ?? []).flatMap((item) => startsBelow(item));
    if (node.entries === null)
        return items;
    const about = { given: _given_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf, volumes: false };
    const words = ['command', 'args'].flatMap((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, key)?.items ?? []).filter(({ text }) => text !== null);
    const commands = [words, ...hooksOf(node)].filter((group) => group.length > 0);
    const scripts = [...node.entries].flatMap(([key, value]) => (value.text !== null && (/^(?:command|script|\w*[sS]cript)$/u.test(key) || SHELL_KEY.test(key) || SHEBANG.test(value.text)) ? ofScript(value.text, value, about) : []));
    return [...items, ...commands.map((group) => inWords(group, about)), ...scripts, ...[...node.entries.values()].flatMap((value) => startsBelow(value))];
}
// `lasting`: names of volumes that outlive the pod.
function below(node, lasting) {
    const items = (node.items ?? []).flatMap((item) => below(item, lasting));
    if (node.entries === null)
        return items;
    const volumes = [...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'volumes')?.items ?? []).filter((volume) => ![...(volume.entries?.keys() ?? [])].some((key) => PASSING.test(key))), ...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'volumeClaimTemplates')?.items ?? []).map((claim) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(claim, 'metadata') ?? claim)];
    const inner = volumes.length === 0 ? lasting : new Set([...lasting, ...volumes.map((volume) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(volume, 'name')?.text ?? '')]);
    return [...ofContainer(node, inner), ...[...node.entries.values()].flatMap((value) => below(value, inner))];
}
function ofContainer(node, lasting) {
    const volumes = ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'volumeMounts')?.items ?? []).some((mount) => lasting.has((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(mount, 'name')?.text ?? ''));
    const given = givenTo(node);
    const about = { given, volumes };
    const words = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'image') === undefined ? [] : ['command', 'args'].flatMap((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, key)?.items ?? []);
    const commands = [words, ...hooksOf(node)].filter((group) => group.length > 0);
    const script = (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'image') === undefined ? undefined : ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'script') ?? (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'source'));
    return [...commands.map((group) => inWords(group, about)), ...(script?.text === undefined || script.text === null ? [] : ofScript(script.text, script, about))];
}
function hooksOf(node) {
    return [...['livenessProbe', 'readinessProbe', 'startupProbe'].map((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, key)), ...['postStart', 'preStop'].map((key) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'lifecycle', key))].map((hook) => (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(hook, 'exec', 'command')?.items ?? []);
}
// The kubelet puts `$(NAME)` in before anything starts.
function inWords(words, { given, volumes }) {
    const line = words.at(-1)?.line ?? 1;
    const script = words.map(({ text }) => quote((text ?? '').replace(/\$\(([\w.-]+)\)/gu, (whole, name) => (given.values.has(name) ? `\${{ ${name} }}` : whole)))).join(' ');
    const last = words.at(-1);
    const first = script.split('\n').length - (last?.text ?? '').split('\n').length;
    return (0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(script, line, { shell: 'sh', given, volumes, later: true, image: true, lines: script.split('\n').map((_text, index) => (last?.literal === true ? line + Math.max(0, index - first) : line)) });
}
function ofScript(text, node, { given, volumes }) {
    const found = SHEBANG.exec(text);
    const program = (/\benv$/u.test(found?.[1] ?? '') ? found?.[2] : found?.[1])?.replace(/^.*\//u, '') ?? 'sh';
    if (!/^(?:ba|da|a|z|k)?sh$/u.test(program))
        return [];
    return [(0,_script_js__WEBPACK_IMPORTED_MODULE_1__/* .scriptAt */ .V)(text.replace(/\$\((?:params|inputs|workspaces|tasks|context|steps|results)\.[^)]{1,200}\)|\{\{[^{}]{0,500}\}\}/gu, '${{ filled in }}'), node.line, { given, volumes, later: true, image: true, ...(node.literal ? {} : { lines: text.split('\n').map(() => node.line) }) })];
}
// `data` of a ConfigMap or Secret: what is named like a script, or begins like one.
function carried(tree) {
    const about = { given: _given_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf, volumes: true };
    const of = (key, read) => [...((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(tree, key)?.entries ?? [])].flatMap(([name, node]) => {
        const text = read(node.text ?? '');
        return SHELL_KEY.test(name) || SHEBANG.test(text) ? ofScript(text, { ...node, literal: node.literal && text === node.text }, about) : [];
    });
    const encoded = (text) => (/^IyE[A-Za-z0-9+/=\s]*$/u.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text);
    return [...of('data', encoded), ...of('stringData', (text) => text), ...of('binaryData', encoded)];
}
function givenTo(node) {
    const listed = ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'env')?.items ?? []).flatMap((one) => ((0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(one, 'name')?.text ? [[(0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(one, 'name')?.text ?? '', (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(one, 'value')?.text ?? '${{ unknown }}']] : []));
    return listed.length === 0 ? _given_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf : { values: new Map(listed), line: (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .under */ .h)(node, 'env')?.line ?? node.line, expands: false };
}


/***/ }),

/***/ 19609:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readExtracted),
/* harmony export */   V: () => (/* binding */ scriptAt)
/* harmony export */ });
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41549);

/** A script whose lines follow each other from a line on. */
function scriptAt(script, line, more = {}) {
    return { line, script, shell: 'bash', lines: script.split('\n').map((_text, index) => line + index), image: false, volumes: false, language: null, given: _given_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_GIVEN */ .Yf, hazards: [], later: false, ...more };
}
/** Hazards that concern only the machine that a command runs on: an image in the making is thrown away with its mistakes. */
const OF_THE_MACHINE = new Set(['root-delete', 'home-delete', 'outside-delete', 'unresolved-delete', 'workspace-delete', 'bulk-delete', 'system-write', 'wide-permissions', 'account-change', 'service-stop', 'process-kill', 'runs-later', 'work-loss', 'erase']);
/** Of those, what concerns a volume, too. */
const OF_A_VOLUME = new Set(['root-delete', 'outside-delete', 'unresolved-delete', 'bulk-delete', 'erase']);
/** Reads a script that was found, with the lines of its file. `said`: what was told of variables already, which many scripts may get. */
function readExtracted({ script, shell, lines, line, image, language, given, later, volumes, hazards: added }, read, said = new Set()) {
    if (shell === 'other')
        return later ? [] : [unread(script, line, language ?? 'another language')];
    const variables = (0,_given_js__WEBPACK_IMPORTED_MODULE_0__/* .exportLine */ .X3)(given);
    const places = variables === '' ? lines : [given.line, ...lines];
    const minded = ({ id }) => !image || !OF_THE_MACHINE.has(id) || (volumes && OF_A_VOLUME.has(id));
    return read(variables === '' ? script : `${variables}\n${script}`).flatMap((operation) => {
        const hazards = [...operation.facts.hazards, ...added].filter(minded);
        // What gives variables is an operation only where they change what programs do.
        if (later && hazards.length === 0)
            return [];
        const key = `${given.line}\n${operation.facts.text}`;
        if (variables !== '' && operation.line === 1 && (hazards.length === 0 || image || said.has(key)))
            return [];
        if (variables !== '' && operation.line === 1)
            said.add(key);
        return [{ ...operation, line: places[operation.line - 1] ?? line, facts: { ...operation.facts, hazards } }];
    });
}
function unread(script, line, language) {
    const why = `a script in ${language} is not read here`;
    return {
        kind: 'shell', line, paths: [],
        facts: {
            statement: 'UNKNOWN', name: 'shell.unknown', text: script.slice(0, 500), redacted: '?', functions: [], hazards: [], forbidden: [], unknown: [why], assumed: false,
            accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
        },
    };
}


/***/ })

};
