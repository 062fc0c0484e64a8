export const id = 6007;
export const ids = [6007];
export const modules = {

/***/ 7710:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ unservedIn),
/* harmony export */   r: () => (/* binding */ narrowedSince)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23561);

/** Shown of the fields that are gone. */
const MAX_FIELDS = 5;
const MAX_DEPTH = 100;
/** What a definition had before and has no more. */
function narrowedSince(before, after) {
    const [was, is] = [versionsOf(before), versionsOf(after)];
    const gone = [...was].filter(([name, version]) => !is.has(name) || (version['served'] === true && is.get(name)?.['served'] !== true)).map(([name]) => `\`${name.slice(0, 60)}\``);
    const fields = [...was].flatMap(([name, version]) => {
        const now = is.get(name);
        return now === undefined ? [] : fieldsGone((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(version, 'schema', 'openAPIV3Schema'), (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(now, 'schema', 'openAPIV3Schema'), name);
    });
    return [
        ...(gone.length === 0 ? [] : [{ id: 'version-removed', detail: `its version ${gone.join(', ')} is served no more, and what is stored as it can be read no more once it is gone` }]),
        ...(fields.length === 0 ? [] : [{ id: 'schema-field-removed', detail: `the server drops ${fields.slice(0, MAX_FIELDS).map((field) => `\`${field.slice(0, 200)}\``).join(', ')}${fields.length > MAX_FIELDS ? ` and ${fields.length - MAX_FIELDS} more fields` : ''} from objects that are written` }]),
    ];
}
/** Versions that a definition has and does not serve, which says something where nobody knows what it was before. */
function unservedIn(value) {
    const unserved = [...versionsOf(value)].filter(([, version]) => version['served'] === false).map(([name]) => `\`${name.slice(0, 60)}\``);
    return unserved.length === 0 ? [] : [['version-removed', `its version ${unserved.join(', ')} is not served`]];
}
function versionsOf(definition) {
    return new Map((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(definition, 'spec', 'versions')).flatMap((version) => {
        const name = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(version, 'name'));
        return name === null ? [] : [[name, (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(version)]];
    }));
}
// The outermost fields that are gone, by their path.
function fieldsGone(before, after, path, depth = 0) {
    // Where it keeps whatever it does not know, nothing is dropped.
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(before) || (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(after, 'x-kubernetes-preserve-unknown-fields') === true || depth > MAX_DEPTH)
        return [];
    const inner = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(before['items']) ? fieldsGone(before['items'], (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(after, 'items'), `${path}[]`, depth + 1) : [];
    const open = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(after, 'additionalProperties')) || (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(after, 'additionalProperties') === true;
    const known = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(after, 'properties');
    return [...inner, ...Object.entries((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(before, 'properties')).flatMap(([key, schema]) => {
            if (Object.hasOwn(known, key))
                return fieldsGone(schema, known[key], `${path}.${key}`, depth + 1);
            return open ? [] : [`${path}.${key}`];
        })];
}


/***/ }),

/***/ 52562:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ carried),
/* harmony export */   bI: () => (/* binding */ delivered),
/* harmony export */   cP: () => (/* binding */ redirected)
/* harmony export */ });
/* harmony import */ var _kustomization_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59461);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23561);


// Hits Argo CD's Application and Flux's GitRepository: controllers that fetch manifests and apply them. A full commit says what they are.
const DELIVERS = /^(?:argoproj\.io|source\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io|helm\.cattle\.io|fleet\.cattle\.io)\//u;
const SOURCE_KEYS = ['repoURL', 'url', 'repo', 'chart'];
/** Where a controller takes from what it applies. */
function delivered({ value, kind }) {
    if (!DELIVERS.test((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['apiVersion']) ?? '') || /^(?:AppProject|Rollout|Workflow\w*|Analysis\w*|Experiment|CronWorkflow)$/u.test(kind))
        return [];
    const sources = sourcesBelow((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingAt */ .oh)(value, 'spec'));
    return sources.some((source) => !/^[0-9a-f]{40}$/u.test(source.revision)) ? [['kustomize-remote', `a controller applies what lies elsewhere: ${sources.slice(0, 5).map(({ at }) => `\`${at.slice(0, 200)}\``).join(', ')}`]] : [];
}
function sourcesBelow(value, depth = 6) {
    if (depth === 0)
        return [];
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).flatMap((item) => sourcesBelow(item, depth - 1));
    const at = SOURCE_KEYS.map((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value[key])).find((one) => one !== null);
    const own = at === undefined || at === null ? [] : [{ at, revision: (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['targetRevision']) ?? (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(value, 'ref', 'commit')) ?? '' }];
    return [...own, ...Object.values(value).flatMap((inner) => sourcesBelow(inner, depth - 1))];
}
/** What of a Kustomization of Flux decides what is applied, where, and as whom. */
const DECIDES = ['path', 'sourceRef', 'targetNamespace', 'kubeConfig', 'serviceAccountName', 'namePrefix', 'nameSuffix'];
/** A controller that applies another folder, or elsewhere, from now on: what it applied before goes away; null when it does not. */
function redirected(before, after) {
    if (after.group !== 'kustomize.toolkit.fluxcd.io')
        return null;
    const changed = DECIDES.filter((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(before.value, 'spec', key) ?? null) !== (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(after.value, 'spec', key) ?? null));
    return changed.length === 0 ? null : { id: 'kustomize-remote', detail: `a controller applies other things, or elsewhere, from here on (${changed.join(', ')}), and takes away what it applied before` };
}
/** Patches that an object has its controller make. */
function carried({ value, group, line }) {
    const spec = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingAt */ .oh)(value, 'spec');
    if (group === 'kustomize.toolkit.fluxcd.io')
        return (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_0__/* .patchesIn */ .mv)({ ...spec, namespace: spec['targetNamespace'] ?? null }, line);
    if (group === 'helm.toolkit.fluxcd.io')
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(spec['postRenderers']).flatMap((one) => (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_0__/* .patchesIn */ .mv)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(one, 'kustomize')), line));
    if (group !== 'argoproj.io')
        return [];
    const template = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingAt */ .oh)(spec, 'template', 'spec');
    return [spec, template].flatMap((one) => [one['source'] ?? null, ...(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(one['sources'])]).flatMap((source) => (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_0__/* .patchesIn */ .mv)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mapping */ .pq)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(source, 'kustomize')), line));
}


/***/ }),

/***/ 76578:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r9: () => (/* binding */ readDocuments)
/* harmony export */ });
/* unused harmony exports MAX_MANIFEST_BYTES, MAX_VALUES, MAX_DEPTH */
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
// SPDX-License-Identifier: Apache-2.0
//
// YAML and JSON as kubectl reads them: YAML 1.1 booleans and octals (`privileged: yes` is true), merge keys, anchors written out. Refuses
// what readers disagree about or nobody reviews: duplicate keys, unknown tags, keys that are no text, alias bombs, oversize.
// @see https://yaml.org/type/bool.html

/** Source: etcd takes no object above 1.5 MiB; a file of this size holds a whole release. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Values in one text, aliases written out. Source: 4 MiB of custom resource definitions hold about 150,000. */
const MAX_VALUES = 500_000;
/** Collections inside each other. Source: the API server stops at 10,000, the deepest schema of a definition that we saw has 40. */
const MAX_DEPTH = 100;
const SCHEMA = js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU.withTags(js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .boolYaml11Tag */ .iE, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .intYaml11Tag */ .Bg, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .nullYaml11Tag */ .L2, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .mergeTag */ .LJ, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .realMapTag */ .HY);
/** All documents of a text, empty ones left out; one with a problem when the text as a whole can't be read. Never throws. */
function readDocuments(text) {
    const whole = (line, problem) => [{ line, value: null, itemLines: [], problem, source: text }];
    if (Buffer.byteLength(text, 'utf8') > MAX_MANIFEST_BYTES)
        return whole(1, `it is larger than ${MAX_MANIFEST_BYTES} bytes`);
    if (!text.isWellFormed() || text.includes('\0'))
        return whole(1, 'it is not text');
    try {
        const events = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(text, { maxDepth: MAX_DEPTH });
        const values = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .constructFromEvents */ .fw)(events, { source: text, schema: SCHEMA, maxTotalMergeKeys: 10_000 });
        return placed(text, events, values);
    }
    catch (thrown) {
        const mark = thrown instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB ? thrown.mark : undefined;
        return whole(mark === undefined ? 1 : mark.line + 1, thrown instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB ? `it is not YAML that we take: ${thrown.reason}` : 'it can not be read as YAML');
    }
}
function placed(text, events, values) {
    const lineAt = lineCounter(text);
    const starts = documentStarts(events);
    const budget = { left: MAX_VALUES };
    const offsets = starts.map((index) => Math.max(startOf(events[index]), 0));
    const documents = [];
    for (const [position, value] of values.entries()) {
        if (value === null || value === undefined)
            continue;
        const index = starts[position] ?? 0;
        const line = lineAt(offsets[position] ?? 0);
        const itemLines = itemStarts(text, events, index).map(lineAt);
        const source = text.slice(offsets[position], offsets[position + 1] ?? text.length);
        try {
            documents.push({ line, value: plain(value, budget, MAX_DEPTH), itemLines, problem: null, source });
        }
        catch (thrown) {
            documents.push({ line, value: null, itemLines, problem: thrown instanceof Unplain ? thrown.message : 'it can not be read as YAML', source });
        }
    }
    return documents;
}
class Unplain extends Error {
}
// Aliases are shared references: each use counts, so a bomb runs out of budget and a circle out of depth.
function plain(value, budget, depth) {
    budget.left -= 1;
    if (budget.left < 0)
        throw new Unplain(`it holds more than ${MAX_VALUES} values once its aliases are written out`);
    if (depth === 0)
        throw new Unplain(`it is nested deeper than ${MAX_DEPTH} levels`);
    if (value instanceof Map) {
        const made = Object.create(null);
        for (const [key, item] of value) {
            if (typeof key !== 'string')
                throw new Unplain('it has a key that is no text, which readers take for different things: put it into quotes');
            made[key] = plain(item, budget, depth - 1);
        }
        return made;
    }
    if (Array.isArray(value))
        return value.map((item) => plain(item, budget, depth - 1));
    if (typeof value === 'number' && !Number.isFinite(value))
        throw new Unplain('it has a number that is not finite');
    return value;
}
// Indexes of the first event inside each document.
function documentStarts(events) {
    return events.flatMap((event, index) => (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.DOCUMENT ? [index + 1] : []));
}
// Offsets of the entries of `items:` of a mapping that begins at an event.
function itemStarts(text, events, at) {
    if (events[at]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING)
        return [];
    let index = at + 1;
    while (index < events.length && events[index]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP) {
        const key = events[index];
        const value = afterNode(events, index);
        const named = key?.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR && text.slice(key.valueStart, key.valueEnd) === 'items';
        if (named && events[value]?.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE)
            return entryStarts(events, value);
        index = afterNode(events, value);
    }
    return [];
}
function entryStarts(events, sequence) {
    const starts = [];
    let index = sequence + 1;
    while (index < events.length && events[index]?.type !== js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP) {
        starts.push(Math.max(startOf(events[index]), 0));
        index = afterNode(events, index);
    }
    return starts;
}
function afterNode(events, at) {
    let open = 0;
    let index = at;
    do {
        const type = events[index]?.type;
        if (type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING || type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE)
            open += 1;
        if (type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.POP)
            open -= 1;
        index += 1;
    } while (open > 0 && index < events.length);
    return index;
}
function startOf(event) {
    if (event?.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR) {
        const quoted = event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.SINGLE_QUOTED || event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.DOUBLE_QUOTED;
        return quoted ? event.valueStart - 1 : event.valueStart;
    }
    if (event?.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.ALIAS)
        return event.anchorStart - 1;
    return event?.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING || event?.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE ? event.start : -1;
}
function lineCounter(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle] <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low + 1;
    };
}


/***/ }),

/***/ 59631:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ hazardsOf),
  w: () => (/* binding */ hazardsOfPart)
});

// EXTERNAL MODULE: ./lib/parse/kubernetes/objects.js + 1 modules
var objects = __webpack_require__(72813);
// EXTERNAL MODULE: ./lib/parse/kubernetes/pod.js
var kubernetes_pod = __webpack_require__(91567);
// EXTERNAL MODULE: ./lib/parse/kubernetes/value.js
var kubernetes_value = __webpack_require__(23561);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/baseline.js

const CAPABILITIES = new Set('AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(' '));
/** Since which version each is thought safe. */
const SYSCTLS = {
    'kernel.shm_rmid_forced': 0, 'net.ipv4.ip_local_port_range': 0, 'net.ipv4.tcp_syncookies': 0, 'net.ipv4.ping_group_range': 0, 'net.ipv4.ip_unprivileged_port_start': 0,
    'net.ipv4.ip_local_reserved_ports': 27,
    'net.ipv4.tcp_keepalive_time': 29, 'net.ipv4.tcp_fin_timeout': 29, 'net.ipv4.tcp_keepalive_intvl': 29, 'net.ipv4.tcp_keepalive_probes': 29,
    'net.ipv4.tcp_rmem': 32, 'net.ipv4.tcp_wmem': 32,
    'net.ipv4.tcp_slow_start_after_idle': 37, 'net.ipv4.tcp_notsent_lowat': 37,
};
const SELINUX_TYPES = { container_t: 0, container_init_t: 0, container_kvm_t: 0, container_engine_t: 31 };
const PROFILES = ['RuntimeDefault', 'Localhost'];
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
/** A sentence about the containers that a test finds; null when it finds none. */
function containersThat(pod, what, test) {
    const found = pod.containers.filter(test).map(({ name }) => `\`${name}\``);
    return found.length === 0 ? null : `${found.length === 1 ? 'container' : 'containers'} ${found.join(', ')} ${what}`;
}
/** Pod and containers asked the same. */
function anywhere(pod, what, test) {
    return test(pod.security) ? `the pod ${what}` : containersThat(pod, what, ({ security }) => test(security));
}
/** Controls of the baseline level, in the order of the standard's page. */
const BASELINE = [
    { id: 'host-process', since: 0, broken: (pod) => anywhere(pod, 'may run as a process of the Windows node', (security) => (0,kubernetes_value.on)((0,kubernetes_value/* within */.ux)(security, 'windowsOptions', 'hostProcess'))) },
    {
        id: 'host-namespaces', since: 0,
        broken({ spec }) {
            const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((name) => (0,kubernetes_value.on)(spec[name]));
            return shared.length === 0 ? null : `the pod shares namespaces of its node: ${shared.join(', ')}`;
        },
    },
    { id: 'privileged', since: 0, broken: (pod) => containersThat(pod, 'may do on the node whatever root may', ({ security }) => (0,kubernetes_value.on)(security['privileged'])) },
    { id: 'capabilities', since: 0, broken: (pod) => containersThat(pod, 'asks for capabilities beyond the usual ones', ({ security }) => addsOther(security, CAPABILITIES)) },
    {
        id: 'host-path', since: 0,
        broken({ spec }) {
            const paths = (0,kubernetes_value/* list */.p_)(spec['volumes']).filter((volume) => (0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* within */.ux)(volume, 'hostPath'))).map((volume) => (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(volume, 'hostPath', 'path')) ?? '?');
            return paths.length === 0 ? null : `the pod mounts paths of its node: ${paths.map((path) => `\`${path.slice(0, 100)}\``).join(', ')}`;
        },
    },
    { id: 'host-ports', since: 0, broken: (pod) => containersThat(pod, 'takes ports of the node', ({ value }) => (0,kubernetes_value/* list */.p_)(value['ports']).some((port) => (0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* within */.ux)(port, 'hostPort')) && (0,kubernetes_value/* within */.ux)(port, 'hostPort') !== 0)) },
    { id: 'host-probes', since: 34, broken: (pod) => containersThat(pod, 'has probes or hooks that go to another host', probesElsewhere) },
    {
        id: 'app-armor', since: 0,
        broken(pod) {
            const annotated = Object.entries(pod.annotations).some(([key, value]) => key.startsWith(APPARMOR) && !(value === '' || value === 'runtime/default' || (typeof value === 'string' && value.startsWith('localhost/'))));
            return annotated ? 'an annotation switches AppArmor off' : anywhere(pod, 'runs without AppArmor', (security) => badProfile(security['appArmorProfile']));
        },
    },
    { id: 'selinux', since: 0, broken: (pod, minor) => anywhere(pod, 'sets an SELinux user, role or type of its own', ({ seLinuxOptions }) => badLabel((0,kubernetes_value/* mapping */.pq)(seLinuxOptions), minor)) },
    { id: 'proc-mount', since: 0, broken: (pod, minor) => (minor >= 35 && pod.userNamespace ? null : containersThat(pod, 'sees all of /proc', unmasked)) },
    { id: 'seccomp', since: 0, broken: (pod, minor) => (minor < 19 ? annotatedSeccomp(pod) : anywhere(pod, 'runs without seccomp', (security) => badProfile(security['seccompProfile']))) },
    {
        id: 'sysctls', since: 0,
        broken({ security }, minor) {
            const unsafe = (0,kubernetes_value/* list */.p_)(security['sysctls']).map((sysctl) => (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(sysctl, 'name')) ?? '?').filter((name) => !(Object.hasOwn(SYSCTLS, name) && SYSCTLS[name] <= minor));
            return unsafe.length === 0 ? null : `the pod sets kernel parameters that reach beyond it: ${unsafe.map((name) => `\`${name.slice(0, 100)}\``).join(', ')}`;
        },
    },
];
/** True when a container asks for a capability that is not among the allowed. */
function addsOther(security, allowed) {
    const add = (0,kubernetes_value/* within */.ux)(security, 'capabilities', 'add');
    return (0,kubernetes_value/* present */.Eb)(add) && (!Array.isArray(add) || (0,kubernetes_value/* texts */.Te)(add).length !== (0,kubernetes_value/* list */.p_)(add).length || (0,kubernetes_value/* texts */.Te)(add).some((name) => !allowed.has(name)));
}
/** `procMount` is neither absent nor `Default`. */
function unmasked({ security }) {
    return (0,kubernetes_value/* present */.Eb)(security['procMount']) && security['procMount'] !== 'Default';
}
// A profile without a type is refused by the server, and one of a type that is not known must not be thought safe.
function badProfile(profile) {
    const type = (0,kubernetes_value/* within */.ux)(profile, 'type');
    return (0,kubernetes_value/* present */.Eb)(type) && !(typeof type === 'string' && PROFILES.includes(type));
}
function badLabel(options, minor) {
    const type = options['type'] ?? '';
    const typed = type === '' || (typeof type === 'string' && Object.hasOwn(SELINUX_TYPES, type) && SELINUX_TYPES[type] <= minor);
    return !typed || (options['user'] ?? '') !== '' || (options['role'] ?? '') !== '';
}
function annotatedSeccomp({ annotations }) {
    const named = Object.entries(annotations).filter(([key]) => key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER));
    const bad = named.some(([, value]) => !(value === 'runtime/default' || value === 'docker/default' || (typeof value === 'string' && value.startsWith('localhost/'))));
    return bad ? 'an annotation switches seccomp off' : null;
}
function probesElsewhere({ value }) {
    const actions = [...['livenessProbe', 'readinessProbe', 'startupProbe'].map((name) => (0,kubernetes_value/* mappingAt */.oh)(value, name)), ...['postStart', 'preStop'].map((name) => (0,kubernetes_value/* mappingAt */.oh)(value, 'lifecycle', name))];
    return actions.some((action) => ['httpGet', 'tcpSocket'].some((way) => ((0,kubernetes_value/* within */.ux)(action, way, 'host') ?? '') !== ''));
}

;// CONCATENATED MODULE: ./lib/parse/kubernetes/restricted.js
// SPDX-License-Identifier: Apache-2.0
//
// The restricted level of the Pod Security Standards: current hardening, most of which a pod has to ask for. One entry a control. Refuses to take
// silence for consent: what is not said is broken.
// @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted


const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];
const ONLY_PORTS = new Set(['NET_BIND_SERVICE']);
const confined = (profile) => ['RuntimeDefault', 'Localhost'].includes(String((0,kubernetes_value/* within */.ux)(profile, 'type')));
const isRoot = (user) => (0,kubernetes_value/* present */.Eb)(user) && !(typeof user === 'number' && user > 0);
/** Controls of the restricted level beyond baseline, in the order of the standard's page. */
const RESTRICTED = [
    {
        id: 'volume-types', since: 0,
        broken({ spec }) {
            const others = (0,kubernetes_value/* list */.p_)(spec['volumes']).flatMap((volume) => Object.entries((0,kubernetes_value/* mapping */.pq)(volume)).filter(([key, value]) => key !== 'name' && (0,kubernetes_value/* present */.Eb)(value) && !VOLUMES.includes(key)).map(([key]) => `\`${key.slice(0, 63)}\``));
            return others.length === 0 ? null : `the pod mounts volumes of other kinds: ${others.join(', ')}`;
        },
    },
    { id: 'proc-mount', since: 35, broken: (pod) => containersThat(pod, 'sees all of /proc', unmasked) },
    { id: 'privilege-escalation', since: 8, broken: (pod, minor) => (minor >= 25 && pod.windows ? null : containersThat(pod, 'may gain rights (`allowPrivilegeEscalation` is not false)', ({ security }) => security['allowPrivilegeEscalation'] !== false)) },
    {
        id: 'run-as-non-root', since: 0,
        broken(pod, minor) {
            if (minor >= 35 && pod.userNamespace)
                return null;
            const whole = pod.security['runAsNonRoot'];
            if ((0,kubernetes_value/* present */.Eb)(whole) && whole !== true)
                return 'the pod may run as root (`runAsNonRoot` is not true)';
            return containersThat(pod, 'may run as root (`runAsNonRoot` is not true)', ({ security }) => ((0,kubernetes_value/* present */.Eb)(security['runAsNonRoot']) ? security['runAsNonRoot'] : whole) !== true);
        },
    },
    {
        id: 'run-as-user', since: 23,
        broken(pod, minor) {
            if (minor >= 35 && pod.userNamespace)
                return null;
            return isRoot(pod.security['runAsUser']) ? 'the pod runs as user 0' : containersThat(pod, 'runs as user 0', ({ security }) => isRoot(security['runAsUser']));
        },
    },
    {
        id: 'seccomp', since: 19,
        broken(pod, minor) {
            if (minor >= 25 && pod.windows)
                return null;
            const whole = confined(pod.security['seccompProfile']);
            return containersThat(pod, 'runs without a seccomp profile', ({ security }) => !((0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* within */.ux)(security['seccompProfile'], 'type')) ? confined(security['seccompProfile']) : whole));
        },
    },
    {
        id: 'capabilities', since: 22,
        broken(pod, minor) {
            if (minor >= 25 && pod.windows)
                return null;
            return containersThat(pod, 'keeps capabilities (`drop: [ALL]` is missing, or more than NET_BIND_SERVICE is added)', ({ security }) => !(0,kubernetes_value/* texts */.Te)((0,kubernetes_value/* within */.ux)(security, 'capabilities', 'drop')).includes('ALL') || addsOther(security, ONLY_PORTS));
        },
    },
];

;// CONCATENATED MODULE: ./lib/parse/kubernetes/pod-security.js


/** Newest version of the standard that is known here: v1.37. */
const LATEST = 37;
/** Controls that a pod breaks. Ids: `pod-security.baseline.host-ports`. The restricted level asks for all of baseline, too. */
function podSecurityHazards(pod, minor = LATEST) {
    return [...level('baseline', BASELINE, pod, minor), ...level('restricted', RESTRICTED, pod, minor)];
}
function level(name, controls, pod, minor) {
    return controls.flatMap(({ id, since, broken }) => {
        const detail = minor < since ? null : broken(pod, minor);
        return detail === null ? [] : [{ id: `pod-security.${name}.${id}`, detail }];
    });
}

;// CONCATENATED MODULE: ./lib/parse/kubernetes/rbac.js

const CHANGE = ['create', 'update', 'patch'];
const WORKLOADS = ['pods', 'deployments', 'daemonsets', 'statefulsets', 'replicasets', 'replicationcontrollers', 'jobs', 'cronjobs'];
const RBAC = ['rbac.authorization.k8s.io'];
const DANGERS = [
    { id: 'rbac.escalate', groups: RBAC, resources: ['roles', 'clusterroles'], verbs: ['escalate'], detail: 'roles may be given rights that their giver does not have' },
    { id: 'rbac.bind', groups: RBAC, resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'], verbs: ['bind'], detail: 'roles may be bound that their binder does not have' },
    { id: 'rbac.roles', groups: RBAC, resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'], verbs: CHANGE, detail: 'roles and bindings may be changed' },
    { id: 'rbac.impersonate', groups: ['', 'authentication.k8s.io'], resources: ['users', 'groups', 'serviceaccounts', 'uids', 'userextras/*'], verbs: ['impersonate'], detail: 'others may be impersonated' },
    { id: 'rbac.secrets', groups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'], detail: 'Secrets may be read, tokens of service accounts among them' },
    { id: 'rbac.secrets-write', groups: [''], resources: ['secrets'], verbs: CHANGE, detail: 'Secrets may be written: one of the right type gets a token for any service account' },
    { id: 'rbac.pods-exec', groups: [''], resources: ['pods/exec', 'pods/attach', 'pods/portforward'], verbs: ['create', 'get'], detail: 'commands may be run inside pods, with all that they may do' },
    { id: 'rbac.ephemeral-containers', groups: [''], resources: ['pods/ephemeralcontainers'], verbs: ['update', 'patch'], detail: 'containers may be put into running pods' },
    { id: 'rbac.nodes-proxy', groups: [''], resources: ['nodes/proxy'], verbs: ['get', 'create', 'update', 'patch', 'delete'], detail: 'the kubelet may be asked directly, past admission and audit' },
    { id: 'rbac.service-proxy', groups: [''], resources: ['pods/proxy', 'services/proxy'], verbs: ['get', 'create', 'update', 'patch', 'delete'], detail: 'pods and services may be reached through the API server' },
    { id: 'rbac.token-request', groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'], detail: 'tokens may be issued for service accounts' },
    { id: 'rbac.csr-approval', groups: ['certificates.k8s.io'], resources: ['certificatesigningrequests/approval', 'signers'], verbs: ['update', 'patch', 'approve', 'sign'], detail: 'certificates for any name may be approved' },
    { id: 'rbac.webhooks', groups: ['admissionregistration.k8s.io'], resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations', 'mutatingadmissionpolicies', 'validatingadmissionpolicies'], verbs: [...CHANGE, 'delete'], detail: 'what every request passes through may be changed' },
    { id: 'rbac.workloads', groups: ['', 'apps', 'batch', 'extensions'], resources: WORKLOADS, verbs: CHANGE, detail: 'workloads may be made, with any service account of the namespace' },
    { id: 'rbac.config-maps', groups: [''], resources: ['configmaps'], verbs: ['update', 'patch', 'create'], detail: 'ConfigMaps may be changed; in kube-system some of them decide who is admin (`aws-auth`)' },
    { id: 'rbac.evict', groups: [''], resources: ['pods', 'pods/eviction', 'nodes'], verbs: ['delete', 'deletecollection', 'create'], detail: 'pods may be driven to another node' },
    { id: 'rbac.nodes', groups: [''], resources: ['nodes', 'nodes/status'], verbs: ['update', 'patch', 'create'], detail: 'nodes may be relabelled or made unschedulable, which decides where pods run' },
    { id: 'rbac.pod-status', groups: [''], resources: ['pods/status'], verbs: ['update', 'patch'], detail: 'traffic for a service may be drawn to another pod' },
    { id: 'rbac.service-status', groups: [''], resources: ['services/status'], verbs: ['update', 'patch'], detail: 'traffic may be taken over by a load balancer address (CVE-2020-8554)' },
    { id: 'rbac.volumes', groups: [''], resources: ['persistentvolumes'], verbs: CHANGE, detail: 'volumes may be made of any path of a node' },
    { id: 'rbac.namespaces', groups: [''], resources: ['namespaces'], verbs: ['update', 'patch', 'create'], detail: 'namespaces may be relabelled, pod security with them' },
];
/** Hazards of roles and bindings; empty for other resources. */
function rbacHazards({ group, kind, value }) {
    if (group !== 'rbac.authorization.k8s.io')
        return [];
    if (kind === 'Role' || kind === 'ClusterRole')
        return roleHazards(value);
    return kind === 'RoleBinding' || kind === 'ClusterRoleBinding' ? bindingHazards(value, kind) : [];
}
function roleHazards(role) {
    const rules = (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(role, 'rules'));
    const found = DANGERS.filter((danger) => rules.some((rule) => grants(rule, danger)));
    const hazards = found.map(({ id, detail }) => ({ id, detail }));
    if (rules.some(isEverything))
        hazards.unshift({ id: 'rbac.everything', detail: 'every verb on every resource: whoever has it is cluster-admin' });
    if (rules.some(isWild))
        hazards.unshift({ id: 'rbac.wildcard', detail: 'a `*` grants what is there and what will be' });
    if ((0,kubernetes_value/* within */.ux)(role, 'aggregationRule') !== undefined && (0,kubernetes_value/* within */.ux)(role, 'aggregationRule') !== null)
        hazards.push({ id: 'rbac.aggregation', detail: 'its rights are those of all roles with a label, whoever makes them' });
    return hazards;
}
function grants(rule, { groups, resources, verbs }) {
    const given = (key) => (0,kubernetes_value/* texts */.Te)((0,kubernetes_value/* within */.ux)(rule, key)).map((name) => name.toLowerCase());
    const covers = (granted, wanted) => granted.includes('*') || wanted.some((name) => granted.includes(name));
    // `*/exec` is a subresource of everything.
    const resourcesOf = given('resources').flatMap((name) => (name.startsWith('*/') ? resources.filter((wanted) => wanted.endsWith(name.slice(1))) : [name]));
    return covers(given('apiGroups'), groups) && covers(resourcesOf, resources) && covers(given('verbs'), verbs);
}
function isWild(rule) {
    return ['resources', 'verbs', 'nonResourceURLs', 'apiGroups'].some((key) => (0,kubernetes_value/* texts */.Te)((0,kubernetes_value/* within */.ux)(rule, key)).some((name) => name === '*' || name.startsWith('*/')));
}
const ALL_VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
function isEverything(rule) {
    const given = (key) => (0,kubernetes_value/* texts */.Te)((0,kubernetes_value/* within */.ux)(rule, key));
    return given('apiGroups').includes('*') && given('resources').includes('*') && (given('verbs').includes('*') || ALL_VERBS.every((verb) => given('verbs').includes(verb)));
}
const POWERFUL = ['cluster-admin', 'system:masters', 'system:node', 'system:kube-controller-manager', 'system:aggregate-to-admin'];
const EVERYBODY = ['system:anonymous', 'system:unauthenticated', 'system:authenticated', 'system:serviceaccounts'];
function bindingHazards(binding, kind) {
    const role = (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(binding, 'roleRef', 'name')) ?? '';
    const subjects = (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(binding, 'subjects')).map((subject) => (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(subject, 'name')) ?? '');
    const hazards = [];
    if (POWERFUL.includes(role))
        hazards.push({ id: 'rbac.cluster-admin', detail: `\`${role}\` may do everything${kind === 'RoleBinding' ? ' in the namespace' : ''}` });
    else if (['admin', 'edit'].includes(role))
        hazards.push({ id: 'rbac.admin', detail: `\`${role}\` reads and writes Secrets and runs workloads${kind === 'RoleBinding' ? ' in the namespace' : ' in every namespace'}` });
    if (subjects.some((name) => name === 'system:masters'))
        hazards.push({ id: 'rbac.system-masters', detail: 'members of `system:masters` pass every check, and it can\'t be taken from them' });
    const everybody = subjects.filter((name) => EVERYBODY.includes(name) || name.startsWith('system:serviceaccounts:'));
    if (everybody.length > 0)
        hazards.push({ id: 'rbac.everybody', detail: `it is for everybody: ${everybody.map((name) => `\`${name.slice(0, 100)}\``).join(', ')}` });
    if (subjects.some((name) => name === 'default' || name.startsWith('system:serviceaccount:') && name.endsWith(':default')))
        hazards.push({ id: 'rbac.default-account', detail: 'every pod that says nothing else has the service account `default`' });
    return hazards;
}

// EXTERNAL MODULE: ./lib/parse/kubernetes/secrets.js
var secrets = __webpack_require__(73677);
// EXTERNAL MODULE: ./lib/parse/kubernetes/sensitive.js
var sensitive = __webpack_require__(63016);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/workload.js



/** Kinds that run until they are done: nobody sends them requests. */
const FINITE = ['Job', 'CronJob'];
/** Kinds that something else keeps running. */
const REPLICATED = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];
const DANGEROUS = new Set(['ALL', 'SYS_ADMIN', 'NET_ADMIN', 'SYS_PTRACE', 'SYS_MODULE', 'SYS_RAWIO', 'SYS_BOOT', 'SYS_TIME', 'DAC_READ_SEARCH', 'BPF', 'PERFMON', 'SYSLOG', 'MAC_ADMIN', 'MAC_OVERRIDE', 'CHECKPOINT_RESTORE', 'AUDIT_CONTROL', 'LINUX_IMMUTABLE']);
/** What a runtime gives when nobody asks, and what hardening takes away. */
const DEFAULT_CAPABILITIES = ['CHOWN', 'DAC_OVERRIDE', 'FSETID', 'FOWNER', 'MKNOD', 'NET_RAW', 'SETGID', 'SETUID', 'SETFCAP', 'SETPCAP', 'NET_BIND_SERVICE', 'SYS_CHROOT', 'KILL', 'AUDIT_WRITE'];
const QUESTIONS = [
    ['image-latest', (pod) => containersThat(pod, 'runs whatever image is the newest that day', ({ value }) => isLatest(imageOf(value['image'])))],
    ['image-no-digest', (pod) => containersThat(pod, 'runs an image whose tag can be moved (no `@sha256:`)', ({ value }) => isTagged(imageOf(value['image'])))],
    ['image-pull-policy', (pod) => containersThat(pod, 'takes the image that happens to be on the node', pullsRarely)],
    ['cpu-requests-missing', resourceQuestion('requests', 'cpu', 'asks for no processor time, so that the scheduler puts it anywhere')],
    ['cpu-limits-missing', resourceQuestion('limits', 'cpu', 'may take all processor time of its node')],
    ['memory-requests-missing', resourceQuestion('requests', 'memory', 'asks for no memory, so that it is the first to be evicted')],
    ['memory-limits-missing', resourceQuestion('limits', 'memory', 'may take all memory of its node')],
    ['liveness-probe-missing', probeQuestion('livenessProbe', 'is not restarted when it hangs')],
    ['readiness-probe-missing', probeQuestion('readinessProbe', 'gets requests before it is ready')],
    ['root-filesystem-writable', (pod) => (pod.windows ? null : containersThat(pod, 'can write to its own image', ({ security }) => security['readOnlyRootFilesystem'] !== true))],
    ['capabilities-kept', (pod) => containersThat(pod, 'keeps capabilities that nobody asked for', keepsCapabilities)],
    ['capabilities-dangerous', (pod) => containersThat(pod, 'has capabilities that lead to the node', ({ security }) => upper((0,kubernetes_value/* within */.ux)(security, 'capabilities', 'add')).some((name) => DANGEROUS.has(name)))],
    ['hardening-missing', hardening],
    ['host-path-sensitive', sensitivePath],
    ['service-account-token', tokenMounted],
    ['priority-class-missing', ({ spec }) => ((0,kubernetes_value/* text */.Qq)(spec['priorityClassName']) === null ? 'nobody said how important it is when nodes are full' : null)],
    ['priority-preempts', ({ spec }) => (/^system-(?:cluster|node)-critical$/u.test((0,kubernetes_value/* text */.Qq)(spec['priorityClassName']) ?? '') ? 'pods of others are evicted for it' : null)],
    ['topology-spread-missing', ({ spec }, { kind }) => (REPLICATED.includes(kind) && (0,kubernetes_value/* list */.p_)(spec['topologySpreadConstraints']).length === 0 ? 'all its pods may land on one node' : null)],
    ['single-replica', (_pod, { kind, value }) => (kind === 'Deployment' && [undefined, null, 1].includes((0,kubernetes_value/* within */.ux)(value, 'spec', 'replicas')) ? 'it runs once, so that it is away whenever its node is' : null)],
    ['naked-pod', (_pod, { kind, value }) => (kind === 'Pod' && (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(value, 'metadata', 'ownerReferences')).length === 0 ? 'nothing starts the pod again when its node goes' : null)],
    ['control-plane-scheduling', controlPlane],
    ['shared-process-namespace', ({ spec }) => (spec['shareProcessNamespace'] === true ? 'its containers see each other\'s processes and their secrets' : null)],
];
/** Hazards of a workload; empty for resources that bear no pod. */
function workloadHazards(pod, resource) {
    return QUESTIONS.flatMap(([id, ask]) => {
        const detail = ask(pod, resource);
        return detail === null ? [] : [{ id, detail }];
    });
}
/** Hazards that a part of a workload can show, too: those about what is there, not about what is missing. */
function visibleHazards(pod, resource) {
    const visible = ['image-latest', 'image-no-digest', 'capabilities-dangerous', 'host-path-sensitive', 'control-plane-scheduling', 'shared-process-namespace', 'priority-preempts'];
    return workloadHazards(pod, resource).filter(({ id }) => visible.includes(id));
}
// `registry:5000/team/app:1.2@sha256:…`: the tag is after the last colon of the last part. An empty image is set by somebody else later.
function imageOf(image) {
    if (typeof image !== 'string' || image === '')
        return null;
    const [name, digest] = image.split('@');
    const last = name.slice(name.lastIndexOf('/') + 1);
    const colon = last.indexOf(':');
    return { tag: colon < 0 ? null : last.slice(colon + 1), digest: digest !== undefined && /^sha256:[0-9a-f]{64}$/u.test(digest) };
}
function isLatest(image) {
    return image !== null && !image.digest && (image.tag === null || image.tag === 'latest' || image.tag === '');
}
function isTagged(image) {
    return image !== null && !image.digest && !isLatest(image);
}
// The default is Always for `latest`, IfNotPresent else; a digest can't change.
function pullsRarely({ value }) {
    return imageOf(value['image'])?.digest !== true && value['imagePullPolicy'] !== 'Always';
}
function resourceQuestion(part, name, what) {
    return (pod) => ((0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* within */.ux)(pod.spec, 'resources', part, name)) ? null : containersThat(pod, what, (container) => container.list !== 'ephemeralContainers' && !(0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* within */.ux)(container.value, 'resources', part, name)) && !(part === 'requests' && (0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* within */.ux)(container.value, 'resources', 'limits', name)))));
}
function probeQuestion(probe, what) {
    return (pod, { kind }) => (FINITE.includes(kind) ? null : containersThat(pod, what, (container) => container.list === 'containers' && !(0,kubernetes_value/* present */.Eb)(container.value[probe])));
}
function upper(value) {
    return (0,kubernetes_value/* texts */.Te)(value).map((name) => name.toUpperCase().replace(/^CAP_/u, ''));
}
function keepsCapabilities({ security }) {
    const dropped = upper((0,kubernetes_value/* within */.ux)(security, 'capabilities', 'drop'));
    if (upper((0,kubernetes_value/* within */.ux)(security, 'capabilities', 'add')).includes('ALL'))
        return true;
    return !dropped.includes('ALL') && DEFAULT_CAPABILITIES.some((name) => !dropped.includes(name));
}
// Any one of AppArmor, seccomp, SELinux or fewer capabilities will do.
function hardening(pod) {
    if (pod.windows)
        return null;
    const confined = (security) => ['RuntimeDefault', 'Localhost'].includes(String((0,kubernetes_value/* within */.ux)(security, 'seccompProfile', 'type'))) || Object.values((0,kubernetes_value/* mappingAt */.oh)(security, 'seLinuxOptions')).some(kubernetes_value/* present */.Eb) || ['RuntimeDefault', 'Localhost'].includes(String((0,kubernetes_value/* within */.ux)(security, 'appArmorProfile', 'type')));
    if (confined(pod.security))
        return null;
    const annotated = (name) => /^(?:runtime\/default|localhost\/)/u.test(String(pod.annotations[`container.apparmor.security.beta.kubernetes.io/${name}`]));
    const drops = (security) => upper((0,kubernetes_value/* within */.ux)(security, 'capabilities', 'drop')).length > 0 && !upper((0,kubernetes_value/* within */.ux)(security, 'capabilities', 'add')).includes('ALL');
    return containersThat(pod, 'has no AppArmor, seccomp or SELinux profile and keeps its capabilities', ({ name, security }) => !confined(security) && !annotated(name) && !drops(security));
}
function sensitivePath({ spec }) {
    const paths = (0,kubernetes_value/* list */.p_)(spec['volumes']).map((volume) => (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(volume, 'hostPath', 'path'))).filter((path) => path !== null);
    const found = paths.filter((path) => (0,sensitive/* isSensitive */.t)(path));
    return found.length === 0 ? null : `whoever has ${found.map((path) => `\`${path.slice(0, 100)}\``).join(', ')} of a node has the node`;
}
function tokenMounted({ spec }) {
    return spec['automountServiceAccountToken'] === false ? null : 'each container gets a token for the API of the cluster (`automountServiceAccountToken` is not false)';
}
function controlPlane({ spec }, { kind }) {
    if ((0,kubernetes_value/* text */.Qq)(spec['nodeName']) !== null)
        return 'it is put onto a node by name, past the scheduler';
    // Without a key it tolerates every taint; what runs on every node has to.
    if (kind !== 'DaemonSet' && (0,kubernetes_value/* list */.p_)(spec['tolerations']).some((toleration) => (0,kubernetes_value/* within */.ux)(toleration, 'operator') === 'Exists' && ((0,kubernetes_value/* within */.ux)(toleration, 'key') ?? '') === ''))
        return 'it tolerates every taint, those of the control plane, too';
    const tolerated = (0,kubernetes_value/* list */.p_)(spec['tolerations']).some((toleration) => /node-role\.kubernetes\.io\/(?:master|control-plane)/u.test(String((0,kubernetes_value/* within */.ux)(toleration, 'key'))));
    return tolerated ? 'it may run on the nodes of the control plane' : null;
}

;// CONCATENATED MODULE: ./lib/parse/kubernetes/hazards.js







/** Hazards whose absence a whole object has to show, and a patch can't. */
const ABOUT_ABSENCE = ['ingress-no-tls', 'ingress-any-host', 'namespace-unguarded', 'volume-reclaim-delete', 'autoscaler-single'];
/** Hazards of a resource that is created or replaced as a whole. */
function hazardsOf(resource) {
    const pod = (0,kubernetes_pod/* podOf */.F)(resource);
    return unique([...(pod === null ? [] : [...podSecurityHazards(pod), ...workloadHazards(pod, resource)]), ...common(resource)]);
}
/** Hazards of a part of a resource, as a patch sends it. */
function hazardsOfPart(resource) {
    const pod = (0,kubernetes_pod/* podOf */.F)(resource);
    const baseline = pod === null ? [] : podSecurityHazards(pod).filter(({ id }) => id.startsWith('pod-security.baseline.') || id === 'pod-security.restricted.run-as-user');
    return unique([...baseline, ...(pod === null ? [] : visibleHazards(pod, resource)), ...common(resource)]).filter(({ id }) => !ABOUT_ABSENCE.includes(id));
}
function common(resource) {
    const stopped = (0,kubernetes_value/* within */.ux)(resource.value, 'spec', 'replicas') === 0 ? [{ id: 'scaled-to-zero', detail: 'nothing of it is left running' }] : [];
    return [...rbacHazards(resource), ...(0,secrets/* clearSecretHazards */.BP)(resource), ...(0,objects/* objectHazards */.P)(resource), ...stopped];
}
// One of each id, so that a report names a thing once; what they have to say is put together.
function unique(hazards) {
    const byId = new Map();
    for (const { id, detail } of hazards) {
        const known = byId.get(id);
        byId.set(id, known === undefined || known === detail ? detail : `${known}; ${detail}`);
    }
    return [...byId].map(([id, detail]) => ({ id, detail }));
}


/***/ }),

/***/ 5339:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ kindInfo),
/* harmony export */   UM: () => (/* binding */ soundsLikeData),
/* harmony export */   op: () => (/* binding */ kindOfPlural)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Kinds of the Kubernetes API as the resources that requests name, and what is lost with them. Kinds that are not listed are taken for custom
// resources: their plural follows the rule of the API's own generator, and the answer says that it is assumed.
// @see https://kubernetes.io/docs/reference/kubernetes-api/
// `Kind` or `Kind=plural`; `/` before it: not in a namespace; `!` after it: holds data; `^`: rights.
const TABLE = {
    '': 'Pod Service Endpoints=endpoints ConfigMap Secret! ServiceAccount PersistentVolumeClaim! /PersistentVolume! /Namespace! /Node ReplicationController PodTemplate ResourceQuota LimitRange Event Binding /ComponentStatus=componentstatuses',
    apps: 'Deployment ReplicaSet StatefulSet! DaemonSet ControllerRevision',
    extensions: 'Deployment ReplicaSet DaemonSet Ingress=ingresses NetworkPolicy=networkpolicies /PodSecurityPolicy=podsecuritypolicies',
    batch: 'Job CronJob',
    autoscaling: 'HorizontalPodAutoscaler Scale',
    policy: 'PodDisruptionBudget Eviction /PodSecurityPolicy=podsecuritypolicies',
    'networking.k8s.io': 'Ingress=ingresses NetworkPolicy=networkpolicies /IngressClass=ingressclasses /IPAddress=ipaddresses /ServiceCIDR',
    'discovery.k8s.io': 'EndpointSlice',
    'events.k8s.io': 'Event',
    'rbac.authorization.k8s.io': 'Role^ RoleBinding^ /ClusterRole^ /ClusterRoleBinding^',
    'authentication.k8s.io': '/TokenReview /TokenRequest /SelfSubjectReview',
    'authorization.k8s.io': 'LocalSubjectAccessReview /SubjectAccessReview /SelfSubjectAccessReview /SelfSubjectRulesReview',
    'certificates.k8s.io': '/CertificateSigningRequest^ /ClusterTrustBundle^ PodCertificateRequest^',
    'admissionregistration.k8s.io': '/ValidatingWebhookConfiguration^ /MutatingWebhookConfiguration^ /ValidatingAdmissionPolicy=validatingadmissionpolicies^ /ValidatingAdmissionPolicyBinding^ /MutatingAdmissionPolicy=mutatingadmissionpolicies^ /MutatingAdmissionPolicyBinding^',
    'apiregistration.k8s.io': '/APIService^',
    'apiextensions.k8s.io': '/CustomResourceDefinition!',
    'storage.k8s.io': '/StorageClass=storageclasses /VolumeAttachment! /CSIDriver /CSINode CSIStorageCapacity=csistoragecapacities /VolumeAttributesClass=volumeattributesclasses',
    'snapshot.storage.k8s.io': 'VolumeSnapshot! /VolumeSnapshotContent! /VolumeSnapshotClass=volumesnapshotclasses',
    'scheduling.k8s.io': '/PriorityClass=priorityclasses',
    'node.k8s.io': '/RuntimeClass=runtimeclasses',
    'coordination.k8s.io': 'Lease',
    'flowcontrol.apiserver.k8s.io': '/FlowSchema /PriorityLevelConfiguration',
    'resource.k8s.io': 'ResourceClaim ResourceClaimTemplate /DeviceClass=deviceclasses /ResourceSlice',
    'gateway.networking.k8s.io': '/GatewayClass=gatewayclasses Gateway HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute ReferenceGrant^',
    'metrics.k8s.io': 'PodMetrics=pods /NodeMetrics=nodes',
    'policy.networking.k8s.io': '/AdminNetworkPolicy=adminnetworkpolicies /BaselineAdminNetworkPolicy=baselineadminnetworkpolicies',
    'cert-manager.io': 'Certificate CertificateRequest Issuer /ClusterIssuer',
    'monitoring.coreos.com': 'ServiceMonitor PodMonitor PrometheusRule Probe Prometheus=prometheuses! Alertmanager AlertmanagerConfig',
    'argoproj.io': 'Application! ApplicationSet! AppProject^ Rollout Workflow WorkflowTemplate CronWorkflow AnalysisTemplate',
    'helm.toolkit.fluxcd.io': 'HelmRelease!',
    'kustomize.toolkit.fluxcd.io': 'Kustomization!',
};
const HOLDS = { '!': 'data', '^': 'rights' };
const KNOWN = new Map();
const BY_PLURAL = new Map();
for (const [group, entries] of Object.entries(TABLE)) {
    for (const entry of entries.split(' ')) {
        // One match: `/IngressClass=ingressclasses^`; one miss: `a b`.
        const [, cluster, kind, plural, mark] = /^(\/?)([A-Za-z]+)(?:=([a-z]+))?([!^]?)$/u.exec(entry);
        const info = { plural: plural ?? `${kind.toLowerCase()}s`, namespaced: cluster === '', assumed: false, holds: HOLDS[mark] ?? 'nothing' };
        KNOWN.set(`${group}/${kind}`, info);
        BY_PLURAL.set(`${group}/${info.plural}`, { kind: kind, info });
    }
}
// Words in kinds of operators whose resources hold data. One match: `PostgresCluster`; one miss: `ServiceMonitor`.
const DATA_WORDS = /database|postgres|mysql|maria|mongo|redis|valkey|cassandra|scylla|kafka|zookeeper|etcd|elasticsearch|opensearch|clickhouse|cockroach|couchbase|influx|timescale|rabbitmq|nats|minio|ceph|cluster$|volume|bucket|tenant|backup|snapshot|storage|vault|secret|instance$|topic$|keyspace/iu;
/** What is known of a kind. */
function kindInfo(group, kind) {
    return KNOWN.get(`${group}/${kind}`) ?? { plural: guessedPlural(kind), namespaced: true, assumed: true, holds: DATA_WORDS.test(kind) ? 'data' : 'nothing' };
}
/** The kind behind a plural that a request names; null for custom resources. */
function kindOfPlural(group, plural) {
    return BY_PLURAL.get(`${group}/${plural}`) ?? null;
}
/** True when a plural that is not ours sounds like data. */
function soundsLikeData(plural) {
    return DATA_WORDS.test(plural.replace(/s$/u, ''));
}
// As `UnsafeGuessKindToResource` of apimachinery does.
function guessedPlural(kind) {
    const lower = kind.toLowerCase();
    if (lower.endsWith('s'))
        return `${lower}es`;
    return lower.endsWith('y') ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}


/***/ }),

/***/ 59461:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ kustomize),
/* harmony export */   Sv: () => (/* binding */ isKustomization),
/* harmony export */   hs: () => (/* binding */ aimedFilesIn),
/* harmony export */   mv: () => (/* binding */ patchesIn),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76578);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46536);
/* harmony import */ var _patched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72843);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73677);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23561);





/** True for a kustomization or component, by what it says of itself. */
function isKustomization(value) {
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(value['apiVersion'])?.startsWith('kustomize.config.k8s.io/') === true;
}
const HAZARD = (id, detail) => ({ id, detail });
/** Operations of a kustomization: itself, then its inline patches. */
function kustomize(value, line) {
    const unread = whys(value);
    const accesses = [(0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .access */ .T_)('write', 'kustomization', 'kustomization', { assumed: true }), ...unread.map((why) => (0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .access */ .T_)('unknown', 'kustomization', 'kustomization', { why }))];
    const body = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(value);
    const itself = (0,_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .operation */ .MQ)({ statement: 'KUSTOMIZE', name: 'kubernetes.kustomize', text: `kustomize\n${body}`, redacted: `kustomize\n${(0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)((0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutSecrets */ .cT)(redactedLiterals(value)))}`, accesses, hazards: hazardsIn(value), line });
    return [itself, ...patchesIn(value, line).map(_patched_js__WEBPACK_IMPORTED_MODULE_2__/* .patched */ .es)];
}
// A source that is no path below the folder: a URL, a git address, `host.tld/org/repo`.
function isRemote(source) {
    return /^[a-z][a-z0-9+.-]*::?\/\/|^git@|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/[^/]+\/[^/]|\?(?:ref|version|submodules|timeout)=|\/\/.*\.git/iu.test(source);
}
/** Everything that it builds on, as written. */
function sourcesOf(value) {
    return ['resources', 'bases', 'components', 'crds', 'configurations', 'openapi'].flatMap((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)(value[key]));
}
function whys(value) {
    const plugins = ['generators', 'transformers', 'validators'].filter((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value[key]).length > 0);
    return [
        ...sourcesOf(value).filter(isRemote).map((source) => `\`${source.slice(0, 200)}\` is fetched when it is built, and nobody knows what will be there`),
        ...((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['helmCharts']).length > 0 || (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['helmChartInflationGenerator']).length > 0 ? ['it renders Helm charts that are fetched when it is built'] : []),
        ...(replaces(value) ? ['`replacements` put values of other objects into what decides about rights or the node'] : []),
        ...(plugins.length > 0 ? [`it has plugins (${plugins.join(', ')}) that make and change resources when it is built`] : []),
    ];
}
function hazardsIn(value) {
    const hazards = [];
    const remote = sourcesOf(value).filter(isRemote);
    if (remote.length > 0)
        hazards.push(HAZARD('kustomize-remote', `it builds on what lies elsewhere: ${remote.slice(0, 5).map((source) => `\`${source.slice(0, 200)}\``).join(', ')}`));
    if (remote.some((source) => !/[?&]ref=[0-9a-f]{40}\b/u.test(source)))
        hazards.push(HAZARD('kustomize-unpinned', 'what it fetches can change between two builds (no `?ref=` with a full commit)'));
    const literals = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['secretGenerator']).filter((generator) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(generator, 'literals')).length > 0 || (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(generator, 'env')).length > 0);
    if (literals.length > 0)
        hazards.push(HAZARD('secret-in-clear', 'a secretGenerator has its values in the file'));
    const settings = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['configMapGenerator']).flatMap((generator) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(generator, 'literals')));
    if (settings.some((literal) => (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecretSetting */ .dZ)(literal.slice(0, Math.max(literal.indexOf('='), 0)), literal.slice(literal.indexOf('=') + 1))))
        hazards.push(HAZARD('secret-in-clear', 'a configMapGenerator holds what looks like secrets'));
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['images']).some((image) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(image, 'newTag')) === 'latest'))
        hazards.push(HAZARD('image-latest', 'it sets an image to whatever is the newest that day'));
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['images']).some((image) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(image, 'digest') === undefined))
        hazards.push(HAZARD('image-no-digest', 'it sets an image by a tag, which can be moved'));
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['replicas']).some((replica) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(replica, 'count') === 0))
        hazards.push(HAZARD('scaled-to-zero', 'nothing of it is left running'));
    if (['generators', 'transformers', 'validators'].some((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value[key]).length > 0))
        hazards.push(HAZARD('kustomize-plugin', 'plugins run when it is built'));
    return hazards;
}
function redactedLiterals(value) {
    const generators = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['secretGenerator']).map((generator) => ((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(generator) ? { ...generator, literals: (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(generator['literals']).map(() => '?') } : generator));
    return value['secretGenerator'] === undefined ? value : { ...value, secretGenerator: generators };
}
// Fields of a pod that decide how near it gets to its node, and of roles. Hits `spec.template.spec.containers.0.securityContext.privileged`; misses `spec.host`.
const DECIDES = /(?:^|\.)(?:securityContext|volumes|hostNetwork|hostPID|hostIPC|hostUsers|serviceAccount(?:Name)?|nodeName|roleRef|subjects)(?:\.|$)|^rules(?:\.|$)/u;
// Those in a file of their own are judged where they stand (manifest.ts).
function replaces(value) {
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['replacements']).some((one) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(one, 'targets')).some((target) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(target, 'fieldPaths')).some((path) => DECIDES.test(path))));
}
/** Its patches that stand in it; `line`: where it begins. */
function patchesIn(value, line) {
    const namespace = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(value['namespace']);
    const of = (source, target) => (0,_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .readDocuments */ .r9)(source).map((part) => ({ target, namespace, body: part.value, source: part.source, problem: part.problem, line }));
    const inline = [...(0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['patches']), ...(0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['patchesJson6902'])].flatMap((entry) => of((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(entry, 'patch')) ?? '', (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .mapping */ .pq)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(entry, 'target'))));
    return [...inline, ...(0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)(value['patchesStrategicMerge']).filter((entry) => entry.includes('\n')).flatMap((entry) => of(entry, (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .mapping */ .pq)(null)))];
}
/** Files that a kustomization names as patches or replacements, as it names them. */
function aimedFilesIn(value) {
    const namespace = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(value['namespace']);
    const named = (as, entries) => entries.flatMap((entry) => {
        const file = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(entry, 'path'));
        return file === null ? [] : [[file, { as, target: (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .mapping */ .pq)((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .ux)(entry, 'target')), namespace }]];
    });
    const merged = (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)(value['patchesStrategicMerge']).filter((entry) => !entry.includes('\n')).map((file) => [file, { as: 'patch', target: (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .mapping */ .pq)(null), namespace }]);
    return [...named('patch', [...(0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['patches']), ...(0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['patchesJson6902'])]), ...named('replacements', (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(value['replacements'])), ...merged];
}


/***/ }),

/***/ 16007:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest)
/* harmony export */ });
/* unused harmony exports MAX_RESOURCES, looksLikeManifest */
/* harmony import */ var _kustomization_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59461);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76578);
/* harmony import */ var _patched_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72843);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44050);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23561);
// SPDX-License-Identifier: Apache-2.0
//
// A text into its parts: resources, kustomizations, and what is neither. Refuses templates: what Helm would make of them is not in the text.





/** Resources in one text. Source: a release of the largest charts has a few hundred. */
const MAX_RESOURCES = 5_000;
const NOWHERE = { as: 'patch', target: Object.freeze(Object.create(null)), namespace: null };
const HELM = 'it is a Helm template, which says nothing until it is rendered: check the output of `helm template`';
// Words of Helm's templates that no other `{{ … }}` in manifests uses. One match: `{{ .Values.x }}`; one miss: `{{ $labels.pod }}`.
const HELM_WORD = /\{\{-?\s*(?:\.(?:Values|Release|Chart|Files|Capabilities)\b|(?:include|template|toYaml|define|tpl|required)\s)/u;
/** All parts of a text, in order. `path`: where it stands, when that is known; kustomize goes by the name of the file. `aims`: where kustomizations have it patch something. Never throws. */
function readManifest(text, path = null, aims = []) {
    const named = path !== null && /(?:^|\/)kustomization(?:\.ya?ml)?$/iu.test(path);
    const parts = (0,_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocuments */ .r9)(text).flatMap((document) => partsOf(document, named, aims));
    if (parts.length <= MAX_RESOURCES)
        return parts;
    return [{ kind: 'problem', line: 1, problem: `it holds more than ${MAX_RESOURCES} resources`, source: text }];
}
function partsOf(document, named, aims) {
    const { line, value, itemLines, source } = document;
    const problem = (why, at = line) => ({ kind: 'problem', line: at, problem: why, source });
    if (document.problem !== null)
        return [problem(source.includes('{{') ? HELM : document.problem)];
    if (HELM_WORD.test(source))
        return [problem(HELM)];
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value) && (named || (0,_kustomization_js__WEBPACK_IMPORTED_MODULE_0__/* .isKustomization */ .Sv)(value)))
        return [{ kind: 'kustomization', value, line }];
    if ((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value) && /^builtin(?:\/|$)/u.test((0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(value['apiVersion']) ?? ''))
        return [{ kind: 'replacements', value: asRecipe(value), line }];
    if (aims.some(({ as }) => as === 'replacements'))
        return [{ kind: 'replacements', value: { replacements: Array.isArray(value) ? value : [value] }, line }];
    const patch = aims.length > 0 || (0,_patched_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonPatch */ .d7)(value) || (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value) && value['items'] === undefined && (0,_patched_js__WEBPACK_IMPORTED_MODULE_2__/* .hasDirectives */ .d8)(value);
    if (patch)
        return (aims.length > 0 ? aims : [NOWHERE]).map((aim) => ({ kind: 'patch', line, patch: { target: aim.target, namespace: aim.namespace, body: value, source, problem: null, line } }));
    return (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .resourcesIn */ .$d)(value, line, itemLines).map((read) => {
        if ('resource' in read)
            return { kind: 'resource', resource: read.resource };
        return { kind: 'problem', line: read.line, problem: templated(read.value) ? HELM : read.problem, source: itemLines.length > 0 ? (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(read.value) : source };
    });
}
// One of kustomize's own transformers as the part of a kustomization that it stands for.
function asRecipe(value) {
    const patch = value['patch'] ?? value['jsonOp'] ?? value['patches'] ?? null;
    return {
        replacements: value['replacements'] ?? [], patches: typeof patch === 'string' ? [{ patch, target: value['target'] ?? null }] : [],
        helmCharts: (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(value['kind']) === 'HelmChartInflationGenerator' ? [value] : [],
    };
}
function templated(value) {
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(value) && ['apiVersion', 'kind'].some((key) => (0,_value_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(value[key])?.includes('{{') === true);
}
/** True for a text that looks like manifests, by its path and a look at it: whether it can be read is told by reading. */
function looksLikeManifest(path, text) {
    if (!/\.(?:ya?ml|json)$/iu.test(path))
        return false;
    const head = text.slice(0, 1_000_000);
    if (/(?:^|\/)kustomization\.ya?ml$/iu.test(path))
        return true;
    // Keys at the beginning of a line, in JSON between quotes, in flow style after a brace.
    return /^(?:[\s-]*|.*[{,]\s*)"?apiVersion"?\s*:/mu.test(head) && /^(?:[\s-]*|.*[{,]\s*)"?kind"?\s*:/mu.test(head);
}


/***/ }),

/***/ 72813:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ objectHazards),
  b: () => (/* binding */ weakened)
});

// EXTERNAL MODULE: ./lib/parse/kubernetes/definitions.js
var definitions = __webpack_require__(7710);
// EXTERNAL MODULE: ./lib/parse/kubernetes/delivery.js
var delivery = __webpack_require__(52562);
// EXTERNAL MODULE: ./lib/parse/kubernetes/value.js
var kubernetes_value = __webpack_require__(23561);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/guards.js

/** Groups whose kinds are guards, whatever they are called. */
const GROUPS = /^(?:(?:policies\.)?kyverno\.io|(?:constraints|templates|config|mutations|expansion|match)\.gatekeeper\.sh|security\.istio\.io|policy\.linkerd\.io|policies\.kubewarden\.io|security\.openshift\.io|crd\.projectcalico\.org|projectcalico\.org|policy\.open-cluster-management\.io|nais\.policies|tetragon\.cilium\.io|falco\.org|authorization\.openshift\.io)$/u;
/** Kinds of other groups that are: `group/kind`. */
const KINDS = /^(?:cilium\.io\/Cilium\w*Policy|networking\.istio\.io\/(?:EnvoyFilter|Sidecar|ServiceEntry)|extensions\.istio\.io\/WasmPlugin|telemetry\.istio\.io\/\w+|policy\.networking\.k8s\.io\/\w+|gateway\.envoyproxy\.io\/(?:SecurityPolicy|EnvoyPatchPolicy|EnvoyExtensionPolicy)|external-secrets\.io\/(?:ClusterSecretStore|SecretStore|PushSecret|ClusterExternalSecret))$/u;
// Lists of addresses that an ingress lets in.
const ALLOWED = /\/(?:whitelist-source-range|allow-list|allowlist-source-range|inbound-cidrs|load-balancer-source-ranges)$/u;
/** What it decides about others; empty when nothing is known. */
function guardHazards({ value, kind }) {
    const [group = ''] = ((0,kubernetes_value/* text */.Qq)(value['apiVersion']) ?? '').split('/');
    const found = GROUPS.test(group) || KINDS.test(`${group}/${kind}`) ? [['guard-changed', `a ${kind} of \`${group}\` decides about traffic, objects or secrets of others`]] : [];
    const open = Object.entries((0,kubernetes_value/* mappingAt */.oh)(value, 'metadata', 'annotations')).some(([key, ranges]) => ALLOWED.test(key) && /(?:^|[\s,])(?:0\.0\.0\.0|::)\/0/u.test(String(ranges)));
    return [...found, ...(open ? [['network-open-ingress', 'an annotation lets every address in']] : []), ...byHand(value, kind), ...conversion(value, kind)];
}
// Written by hand, they lead the traffic of a Service wherever somebody says.
function byHand(value, kind) {
    const addresses = kind === 'Endpoints' ? (0,kubernetes_value/* list */.p_)(value['subsets']).flatMap((subset) => (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(subset, 'addresses')).map((one) => (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(one, 'ip')) ?? '')) : kind === 'EndpointSlice' ? (0,kubernetes_value/* list */.p_)(value['endpoints']).flatMap((one) => (0,kubernetes_value/* texts */.Te)((0,kubernetes_value/* within */.ux)(one, 'addresses'))) : [];
    return addresses.length === 0 ? [] : [['service-external-name', `a Service leads to addresses that are written out: ${addresses.slice(0, 5).map((one) => `\`${one.slice(0, 60)}\``).join(', ')}`]];
}
function conversion(value, kind) {
    const config = (0,kubernetes_value/* within */.ux)(value, 'spec', 'conversion', 'webhook', 'clientConfig');
    return kind !== 'CustomResourceDefinition' || !(0,kubernetes_value/* isMapping */.pi)(config) ? [] : [[(0,kubernetes_value/* text */.Qq)(config['url']) === null ? 'admission-webhook' : 'admission-webhook-outside', 'every object of the kind is sent to a webhook, which may change it']];
}

// EXTERNAL MODULE: ./lib/parse/kubernetes/sensitive.js
var sensitive = __webpack_require__(63016);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/objects.js





const BY_KIND = {
    Service: ({ value }) => {
        const type = (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(value, 'spec', 'type'));
        const found = [];
        if (type === 'LoadBalancer')
            found.push(['service-load-balancer', 'it is reachable from outside the cluster']);
        if (type === 'NodePort')
            found.push(['service-node-port', 'it is reachable on every node']);
        if ((0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(value, 'spec', 'externalIPs')).length > 0)
            found.push(['service-external-ips', 'it takes traffic for addresses that nobody checks (CVE-2020-8554)']);
        if (type === 'ExternalName')
            found.push(['service-external-name', 'its name leads out of the cluster']);
        return found;
    },
    Ingress: ({ value }) => {
        const unsafe = Object.keys((0,kubernetes_value/* mappingAt */.oh)(value, 'metadata', 'annotations')).filter((key) => /-snippets?$|\/(?:auth-tls-secret|auth-url|proxy-pass|lua-|modsecurity-)/u.test(key));
        return [
            ...((0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(value, 'spec', 'tls')).length === 0 ? [['ingress-no-tls', 'what passes through it can be read on the way']] : []),
            ...(unsafe.length > 0 ? [['ingress-snippet', 'an annotation puts configuration into the ingress controller, which reads all Secrets']] : []),
            ...((0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(value, 'spec', 'rules')).some((rule) => ((0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(rule, 'host')) ?? '*').startsWith('*')) ? [['ingress-any-host', 'it takes traffic for every name']] : []),
        ];
    },
    ServiceAccount: ({ value }) => [
        ...((0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(value, 'secrets')).length > 0 ? [['service-account-secret', 'a token that does not expire is bound to the account']] : []),
        ...(Object.keys((0,kubernetes_value/* mappingAt */.oh)(value, 'metadata', 'annotations')).some((key) => /^(?:eks\.amazonaws\.com\/role-arn|iam\.gke\.io\/gcp-service-account|azure\.workload\.identity\/client-id)$/u.test(key)) ? [['service-account-cloud-role', 'its pods act as a role of the cloud account']] : []),
    ],
    Secret: ({ value }) => ((0,kubernetes_value/* text */.Qq)(value['type']) === 'kubernetes.io/service-account-token' ? [['service-account-secret', 'the server writes a token into it that does not expire']] : []),
    Namespace: ({ value }) => namespaceLabels(value),
    ValidatingWebhookConfiguration: ({ value }) => webhooks(value, false),
    MutatingWebhookConfiguration: ({ value }) => webhooks(value, true),
    APIService: ({ value }) => [['api-service', 'requests for a part of the API go to another server'], ...((0,kubernetes_value/* within */.ux)(value, 'spec', 'insecureSkipTLSVerify') === true ? [['api-service-insecure', 'nobody checks who that server is']] : [])],
    PodDisruptionBudget: ({ value }) => disruption(value),
    HorizontalPodAutoscaler: ({ value }) => autoscaler(value),
    NetworkPolicy: ({ value }) => networkPolicy(value),
    PersistentVolume: ({ value }) => [
        ...((0,sensitive/* isSensitive */.t)((0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(value, 'spec', 'local', 'path')) ?? '/mnt') ? [['volume-host-path', 'pods get a folder of the node itself through it']] : []),
        ...((0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* within */.ux)(value, 'spec', 'hostPath')) ? [['volume-host-path', 'pods get a path of their node through it']] : []),
        ...((0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(value, 'spec', 'persistentVolumeReclaimPolicy')) === 'Delete' ? [['volume-reclaim-delete', 'its data goes with its claim']] : []),
    ],
    StorageClass: ({ value }) => (((0,kubernetes_value/* text */.Qq)(value['reclaimPolicy']) ?? 'Delete') === 'Delete' ? [['volume-reclaim-delete', 'data of its volumes goes with their claims']] : []),
    CertificateSigningRequest: () => [['certificate-request', 'it asks for a certificate of the cluster']],
    ConfigMap: ({ value }) => ((0,kubernetes_value/* mappingAt */.oh)(value, 'metadata')['namespace'] === 'kube-system' && ['aws-auth', 'coredns', 'kube-proxy', 'extension-apiserver-authentication'].includes((0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(value, 'metadata', 'name')) ?? '') ? [['system-config', 'the cluster itself runs by it; `aws-auth` decides who is admin']] : []),
    CustomResourceDefinition: ({ value }) => (0,definitions/* unservedIn */.k)(value),
    PriorityClass: ({ value }) => (value['globalDefault'] === true || Number(value['value']) >= 1_000_000_000 ? [['priority-preempts', 'pods of others are evicted for it']] : []),
};
/** Hazards of a resource by its kind, and those of its metadata. */
function objectHazards(resource) {
    const look = Object.hasOwn(BY_KIND, resource.kind) ? BY_KIND[resource.kind] : null;
    return [...(look === null ? [] : look(resource)), ...(0,delivery/* delivered */.bI)(resource), ...guardHazards(resource), ...metadataHazards(resource)].map(([id, detail]) => ({ id, detail }));
}
const SYSTEM_NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease'];
function metadataHazards({ value, namespace, kind, name }) {
    const metadata = (0,kubernetes_value/* mappingAt */.oh)(value, 'metadata');
    const found = [];
    if ((0,kubernetes_value/* list */.p_)(metadata['finalizers']).length > 0)
        found.push(['finalizers', 'it can\'t be deleted until somebody takes its finalizers away']);
    if ((0,kubernetes_value/* list */.p_)(metadata['ownerReferences']).length > 0)
        found.push(['owner-references', 'it goes away when another object does']);
    if (Object.entries((0,kubernetes_value/* mapping */.pq)(metadata['annotations'])).some(([key, one]) => key === 'config.kubernetes.io/function' && /\b(?:exec|container|starlark)\s*:/u.test((0,kubernetes_value/* text */.Qq)(one) ?? '')))
        found.push(['kustomize-plugin', 'kustomize starts a program for it']);
    if ((0,kubernetes_value/* present */.Eb)((0,kubernetes_value/* mapping */.pq)(metadata['annotations'])['kubectl.kubernetes.io/last-applied-configuration']))
        found.push(['last-applied', 'the annotation holds a whole object once more, old secrets included']);
    if (SYSTEM_NAMESPACES.includes(namespace ?? '') || (kind === 'Namespace' && SYSTEM_NAMESPACES.includes(name ?? '')))
        found.push(['system-namespace', 'the cluster itself lives in that namespace']);
    if ((0,kubernetes_value/* present */.Eb)(metadata['deletionTimestamp']) || (0,kubernetes_value/* present */.Eb)(metadata['managedFields']) || (0,kubernetes_value/* present */.Eb)(metadata['uid']))
        found.push(['server-fields', 'it holds fields that only the server writes']);
    return found;
}
const LEVELS = ['privileged', 'baseline', 'restricted'];
function namespaceLabels(value) {
    const labels = (0,kubernetes_value/* mappingAt */.oh)(value, 'metadata', 'labels');
    const enforce = labels['pod-security.kubernetes.io/enforce'];
    if (enforce === undefined)
        return [['namespace-unguarded', 'no Pod Security Standard is enforced in it (`pod-security.kubernetes.io/enforce`)']];
    return enforce === 'privileged' || !LEVELS.includes(String(enforce)) ? [['namespace-privileged', 'pods in it may do whatever they ask for']] : [];
}
/** How a namespace's guard changes between two states of it: null when it gets no weaker. */
function weakened(before, after) {
    const levelOf = (value) => LEVELS.indexOf(String((0,kubernetes_value/* mappingAt */.oh)(value, 'metadata', 'labels')['pod-security.kubernetes.io/enforce'] ?? 'privileged'));
    return levelOf(after) < levelOf(before) ? { id: 'namespace-weakened', detail: 'a laxer Pod Security Standard is enforced in it than before' } : null;
}
function webhooks(value, mutating) {
    const hooks = (0,kubernetes_value/* list */.p_)(value === null || !(0,kubernetes_value/* isMapping */.pi)(value) ? [] : value['webhooks']);
    const everything = hooks.some((hook) => (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(hook, 'rules')).some((rule) => (0,kubernetes_value/* texts */.Te)((0,kubernetes_value/* within */.ux)(rule, 'resources')).some((name) => name.startsWith('*'))));
    const outside = hooks.some((hook) => (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(hook, 'clientConfig', 'url')) !== null);
    return [
        ['admission-webhook', mutating ? 'every request that it names is sent to it, and it may change it' : 'every request that it names is sent to it'],
        ...(everything ? [['admission-webhook-everything', 'it takes part in every request, Secrets included']] : []),
        ...(outside ? [['admission-webhook-outside', 'requests are sent to a URL, maybe outside of the cluster']] : []),
        ...(hooks.some((hook) => (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(hook, 'failurePolicy')) === 'Ignore') ? [['admission-webhook-ignored', 'when it does not answer, requests pass unchecked']] : []),
    ];
}
const isNone = (value) => value === 0 || value === '0' || value === '0%';
const isAll = (value) => value === '100%';
function disruption(value) {
    const spec = (0,kubernetes_value/* mappingAt */.oh)(value, 'spec');
    if (isNone(spec['maxUnavailable']) || isAll(spec['minAvailable']))
        return [['disruption-never', 'no pod may ever be evicted, so that nodes can\'t be drained']];
    return isAll(spec['maxUnavailable']) || isNone(spec['minAvailable']) ? [['disruption-always', 'all pods may be evicted at once']] : [];
}
function autoscaler(value) {
    const { minReplicas, maxReplicas } = (0,kubernetes_value/* mappingAt */.oh)(value, 'spec');
    const low = typeof minReplicas === 'number' ? minReplicas : 1;
    return [
        ...(low <= 1 ? [['autoscaler-single', 'it may go down to one pod']] : []),
        ...(typeof maxReplicas === 'number' && maxReplicas <= low ? [['autoscaler-fixed', 'it has no room to scale']] : []),
    ];
}
// An empty rule, or one without peers, lets everybody in or out.
function networkPolicy(value) {
    const open = (key, peers) => (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(value, 'spec', key)).some((rule) => (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(rule, peers)).length === 0 || (0,kubernetes_value/* list */.p_)((0,kubernetes_value/* within */.ux)(rule, peers)).some((peer) => /^(?:0\.0\.0\.0|::)\/0$/u.test(String((0,kubernetes_value/* within */.ux)(peer, 'ipBlock', 'cidr')))));
    return [
        ...(open('ingress', 'from') ? [['network-open-ingress', 'it lets everybody in']] : []),
        ...(open('egress', 'to') ? [['network-open-egress', 'it lets pods talk to everywhere']] : []),
    ];
}


/***/ }),

/***/ 46536:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T_: () => (/* binding */ access),
  Ic: () => (/* binding */ applied),
  Cf: () => (/* binding */ applyEffect),
  JJ: () => (/* binding */ deleteEffect),
  KF: () => (/* binding */ deleted),
  Uf: () => (/* binding */ deletionHazards),
  MQ: () => (/* binding */ operation),
  $M: () => (/* binding */ quietAccounts),
  O$: () => (/* binding */ unreadable)
});

// EXTERNAL MODULE: ./lib/parse/kubernetes/definitions.js
var definitions = __webpack_require__(7710);
// EXTERNAL MODULE: ./lib/parse/kubernetes/delivery.js
var delivery = __webpack_require__(52562);
// EXTERNAL MODULE: ./lib/parse/kubernetes/hazards.js + 5 modules
var kubernetes_hazards = __webpack_require__(59631);
// EXTERNAL MODULE: ./lib/parse/kubernetes/objects.js + 1 modules
var objects = __webpack_require__(72813);
// EXTERNAL MODULE: ./lib/parse/kubernetes/value.js
var kubernetes_value = __webpack_require__(23561);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/fallen-guards.js

// Hits `nginx.ingress.kubernetes.io/auth-url`, `alb.ingress.kubernetes.io/inbound-cidrs`, `cloud.google.com/load-balancer-type`.
const KEEPS = /\/(?:auth-[\w-]+|enable-global-auth|(?:whitelist|allowlist|denylist)-source-range|inbound-cidrs|security-groups|limit-(?:rps|rpm|connections|req-\w+)|router\.middlewares|auth|auth-type|scheme|ssl-redirect|force-ssl-redirect|(?:aws|azure|gcp)-load-balancer-internal|(?:azure|aws|openstack|oci)?-?load-balancer-(?:internal|scheme|type|source-ranges)|internal-load-balancer|allowed-source-ranges|backend-config|security-policy)$/u;
/** Values by which such an annotation says no. */
const OFF = /^(?:false|none|off|internet-facing|external|)$/iu;
/** Guards of an object that fall between two states of it. */
function guardsFallen(before, after) {
    if (after.kind === 'NetworkPolicy') {
        const changed = (0,kubernetes_value/* canonical */.$N)((0,kubernetes_value/* within */.ux)(before.value, 'spec') ?? null) !== (0,kubernetes_value/* canonical */.$N)((0,kubernetes_value/* within */.ux)(after.value, 'spec') ?? null);
        return changed ? [{ id: 'guard-changed', detail: 'it lets other traffic through than before' }] : [];
    }
    if (after.kind !== 'Ingress' && after.kind !== 'Service' && after.kind !== 'Gateway' && after.kind !== 'HTTPRoute')
        return [];
    const [was, is] = [(0,kubernetes_value/* mappingAt */.oh)(before.value, 'metadata', 'annotations'), (0,kubernetes_value/* mappingAt */.oh)(after.value, 'metadata', 'annotations')];
    const lost = Object.keys(was).filter((key) => KEEPS.test(key) && !OFF.test((0,kubernetes_value/* text */.Qq)(was[key]) ?? '') && OFF.test((0,kubernetes_value/* text */.Qq)(is[key]) ?? ''));
    return lost.length === 0 ? [] : [{ id: 'guard-removed', detail: `${lost.slice(0, 5).map((key) => `\`${key.slice(0, 200)}\``).join(', ')} keeps nobody out any more` }];
}

// EXTERNAL MODULE: ./lib/parse/kubernetes/pod.js
var pod = __webpack_require__(91567);
// EXTERNAL MODULE: ./lib/parse/kubernetes/removals.js
var removals = __webpack_require__(14399);
// EXTERNAL MODULE: ./lib/parse/kubernetes/retention.js
var retention = __webpack_require__(65254);
// EXTERNAL MODULE: ./lib/parse/kubernetes/resource.js
var kubernetes_resource = __webpack_require__(44050);
// EXTERNAL MODULE: ./lib/parse/kubernetes/secrets.js
var secrets = __webpack_require__(73677);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/operation.js











/** An operation of kind `kubernetes`; unknown accesses say why, and so does the operation. */
function operation({ statement, name, text: bytes, redacted, accesses, hazards, unknown = [], line }) {
    const whys = accesses.flatMap(({ why }) => (why === undefined ? [] : [why]));
    return {
        kind: 'kubernetes', line, size: Buffer.byteLength(bytes, 'utf8'),
        facts: { statement, name, text: bytes, redacted, accesses, functions: [], hazards, forbidden: [], unknown: [...new Set([...unknown, ...whys])], assumed: accesses.some(({ assumed }) => assumed) },
    };
}
/** One access. */
function access(effect, object, type, more = {}) {
    return { effect, object, type, columns: [], filtered: [], assumed: more.assumed ?? false, ...(more.why === undefined ? {} : { why: more.why }) };
}
/** A thing that can't be read, at its line. `why` ends a sentence. */
function unreadable(source, line, why, hazards = []) {
    return operation({ statement: 'UNKNOWN', name: 'kubernetes.unknown', text: source.trim(), redacted: why, accesses: [access('unknown', null, null, { why })], hazards, line });
}
/** A resource that is applied. `before`: the same resource as it was; null when it is new, or nobody knows. `quiet`: accounts beside it that give no tokens. */
function applied(resource, before, quiet = new Set()) {
    const { kind, line } = resource;
    const change = before === null ? 'apply' : changeBetween(before.value, resource.value);
    const guard = before === null ? null : kind === 'Namespace' ? (0,objects/* weakened */.b)(before.value, resource.value) : (0,retention/* releasedSince */.U)(before.value, resource.value);
    const own = (0,kubernetes_hazards/* hazardsOf */.f)(resource).filter(({ id }) => id !== 'service-account-token' || !quiet.has(accountOf(resource) ?? ''));
    const elsewhere = before === null ? null : (0,delivery/* redirected */.cP)(before, resource);
    const narrowed = before !== null && kind === 'CustomResourceDefinition' ? (0,definitions/* narrowedSince */.r)(before.value, resource.value) : [];
    const fallen = before === null ? [] : guardsFallen(before, resource);
    const hazards = [...fallen, ...since(before, before === null ? own : own.filter(({ id }) => id !== 'version-removed'), change), ...[guard, elsewhere].filter((hazard) => hazard !== null), ...narrowed];
    return operation({ statement: `${change.toUpperCase()} ${kind.toUpperCase()}`, name: `kubernetes.${change}`, ...written(change, resource), accesses: [appliedAccess(resource)], hazards, line });
}
/** Accounts that say no to tokens, `namespace/name`, in what is applied together. */
function quietAccounts(resources) {
    return new Set(resources.filter(({ kind, group, value }) => kind === 'ServiceAccount' && group === '' && value['automountServiceAccountToken'] === false).map(({ namespace, name }) => `${namespace ?? 'default'}/${name ?? ''}`));
}
// The account of a pod that leaves the question to it; null when the pod decides by itself.
function accountOf(resource) {
    const spec = (0,pod/* podOf */.F)(resource)?.spec;
    return spec === undefined || spec['automountServiceAccountToken'] !== undefined ? null : `${resource.namespace ?? 'default'}/${(0,kubernetes_value/* text */.Qq)(spec['serviceAccountName']) ?? (0,kubernetes_value/* text */.Qq)(spec['serviceAccount']) ?? 'default'}`;
}
/** What a new image takes along: other code gets the same rights. */
const OF_THE_CODE = /^(?:pod-security\.baseline\.|image-|capabilities-dangerous$|host-path-sensitive$|service-account-token$)/u;
// What was there before is told as that, and left out where the change can't have made it worse: another number of pods, another image.
function since(before, hazards, change) {
    const old = new Map((before === null ? [] : (0,kubernetes_hazards/* hazardsOf */.f)(before)).map(({ id, detail }) => [id, detail]));
    return hazards.flatMap(({ id, detail }) => {
        if (old.get(id) !== detail)
            return [{ id, detail }];
        const harmless = change === 'scale' || change === 'restart' || (change === 'image' && !OF_THE_CODE.test(id));
        return harmless ? [] : [{ id, detail: `${detail}, as before this change` }];
    });
}
function appliedAccess(resource) {
    const unnamed = resource.name === null ? `the name of its ${resource.kind} is made by the server (\`generateName\`), which nothing applied can have` : undefined;
    return access(unnamed === undefined ? applyEffect(resource) : 'unknown', (0,kubernetes_resource/* objectOf */.Xy)(resource), (0,kubernetes_resource/* typeOf */.QP)(resource), { assumed: (0,kubernetes_resource/* isAssumed */.nH)(resource), ...(unnamed === undefined ? {} : { why: unnamed }) });
}
/** What creating or changing a resource does. */
function applyEffect({ info, group, kind, value }) {
    if (kind === 'CustomResourceDefinition')
        return 'schema';
    if (group === '' && kind === 'Secret' && (0,kubernetes_value/* text */.Qq)(value['type']) === 'kubernetes.io/service-account-token')
        return 'grant';
    return info.holds === 'rights' ? 'grant' : 'write';
}
/** What deleting a resource does. */
function deleteEffect({ info }) {
    return info.holds === 'data' ? 'destroy' : info.holds === 'rights' ? 'grant' : 'write';
}
/** A resource that is gone from the files: it is deleted when they are applied with pruning, and lost to whoever reads them in any case. */
function deleted(resource, line) {
    const { kind } = resource;
    return operation({
        statement: `DELETE ${kind.toUpperCase()}`, name: 'kubernetes.delete', ...written('delete', { ...resource, value: Object.create(null) }),
        accesses: [access(deleteEffect(resource), (0,kubernetes_resource/* objectOf */.Xy)(resource), (0,kubernetes_resource/* typeOf */.QP)(resource), { assumed: true })], hazards: deletionHazards(resource), line,
    });
}
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Service', 'Ingress', 'CronJob', 'HorizontalPodAutoscaler'];
const GUARDED = {
    'network-policy-removed': 'traffic that it kept away comes through', 'disruption-budget-removed': 'all its pods may be evicted at once', 'guard-removed': 'what it kept out is let in',
};
/** What is special about deleting a resource. */
function deletionHazards({ info, kind, namespace, name }) {
    const hazards = [];
    if (info.holds === 'data')
        hazards.push({ id: 'deletes-data', detail: kind === 'Namespace' ? 'all that is in the namespace goes with it' : kind === 'CustomResourceDefinition' ? 'all resources of that kind go with it' : 'data goes with it' });
    const guard = Object.hasOwn(removals/* GUARDS */.Vz, kind) ? removals/* GUARDS */.Vz[kind] : undefined;
    if (guard !== undefined)
        hazards.push({ id: guard, detail: GUARDED[guard] });
    if (WORKLOADS.includes(kind))
        hazards.push({ id: 'deletes-workload', detail: 'whoever uses it is left without' });
    if (namespace === 'kube-system' || (kind === 'Namespace' && name?.startsWith('kube-') === true))
        hazards.push({ id: 'system-namespace', detail: 'the cluster itself lives in that namespace' });
    return hazards;
}
function written(verb, resource) {
    const head = `${verb} ${resource.apiVersion} ${resource.kind} ${(0,kubernetes_resource/* objectOf */.Xy)(resource)}`;
    const body = Object.keys(resource.value).length === 0 ? '' : `\n${(0,kubernetes_value/* canonical */.$N)(resource.value)}`;
    return { text: `${head}${body}`, redacted: `${head}${body === '' ? '' : `\n${(0,kubernetes_value/* canonical */.$N)((0,secrets/* withoutSecrets */.cT)(resource.value))}`}` };
}
const RESTARTED = 'kubectl.kubernetes.io/restartedAt';
/** What differs between two states of a resource: only the number of replicas, only the mark of a restart, only images, or anything. */
function changeBetween(before, after) {
    const same = (strip) => (0,kubernetes_value/* canonical */.$N)(strip(before)) === (0,kubernetes_value/* canonical */.$N)(strip(after));
    if (same(withoutReplicas))
        return 'scale';
    if (same(withoutRestart))
        return 'restart';
    return same(withoutImages) ? 'image' : 'apply';
}
function withoutReplicas(value) {
    return changed(value, ['spec'], (spec) => without(spec, 'replicas'));
}
// The way of `kubectl rollout restart`. An empty map is the same as none.
function withoutRestart(value) {
    return changed(value, ['spec', 'template', 'metadata'], (metadata) => {
        const annotations = without((0,kubernetes_value/* mappingAt */.oh)(metadata, 'annotations'), RESTARTED);
        const rest = without(metadata, 'annotations');
        return Object.keys(annotations).length === 0 ? rest : { ...rest, annotations };
    }, true);
}
function withoutImages(value) {
    const strip = (containers) => (0,kubernetes_value/* list */.p_)(containers).map((container) => (typeof (0,kubernetes_value/* within */.ux)(container, 'image') === 'string' ? without(container, 'image') : container));
    const inSpec = (spec) => ((0,kubernetes_value/* isMapping */.pi)(spec) ? Object.fromEntries(Object.entries(spec).map(([key, item]) => [key, key === 'containers' || key === 'initContainers' ? strip(item) : item])) : spec);
    return [['spec'], ['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec']].reduce((made, keys) => changed(made, keys, inSpec), value);
}
function without(value, key) {
    return (0,kubernetes_value/* isMapping */.pi)(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : value;
}
// A copy with what stands under some keys changed; the value itself when nothing stands there.
function changed(value, [key, ...rest], make, create = false) {
    if (!(0,kubernetes_value/* isMapping */.pi)(value))
        return value;
    if (key === undefined)
        return make(value);
    if (value[key] === undefined && !(create && key === 'metadata'))
        return value;
    return { ...value, [key]: rest.length === 0 ? make(value[key] ?? {}) : changed(value[key], rest, make, create) };
}


/***/ }),

/***/ 44798:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ partFromJsonPatch),
/* harmony export */   eK: () => (/* binding */ purposeOf)
/* harmony export */ });
/* unused harmony export MAX_STEPS */
/* harmony import */ var _removals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14399);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23561);
// SPDX-License-Identifier: Apache-2.0
//
// What a patch would put into an object, as far as the patch itself says: JSON patch, merge patch, strategic merge, server-side apply. Refuses
// to follow `move` and `copy`: what they put there is on the server.
// @see https://www.rfc-editor.org/rfc/rfc6902 and https://www.rfc-editor.org/rfc/rfc7386


/** Steps in one JSON patch, and parts in one pointer. Source: the API server takes 10,000 steps; nobody writes more than a hundred. */
const MAX_STEPS = 1_000;
const MAX_PARTS = 32;
/** Reads a JSON patch. */
function partFromJsonPatch(steps) {
    const draft = Object.create(null);
    const removed = [];
    if (steps.length > MAX_STEPS)
        return { value: draft, removed, problem: `it is a patch of more than ${MAX_STEPS} steps` };
    for (const step of steps) {
        const [op, path] = [(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(step, 'op')), (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(step, 'path'))];
        const parts = path === null ? null : pointer(path);
        if (op === null || parts === null)
            return { value: draft, removed, problem: 'a step of the patch can not be read' };
        if (op === 'move' || op === 'copy')
            return { value: draft, removed, problem: `\`${op}\` in a patch puts there what only the server knows` };
        const value = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(step, 'value') ?? null;
        if (op === 'remove')
            removed.push(parts);
        else if (op === 'add' || op === 'replace') {
            removed.push(...(0,_removals_js__WEBPACK_IMPORTED_MODULE_0__/* .removedByValue */ .Zd)(op, parts, value));
            put(draft, parts, value);
        }
        else if (op !== 'test')
            return { value: draft, removed, problem: 'a step of the patch is of no known kind' };
    }
    return { value: listed(draft), removed, problem: null };
}
function pointer(path) {
    if (path !== '' && !path.startsWith('/'))
        return null;
    const parts = path.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return parts.length > MAX_PARTS ? null : parts;
}
// A pointer's parts are put as keys; `listed` makes lists of those that are numbers.
function put(draft, parts, value) {
    if (parts.length === 0) {
        if ((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
            Object.assign(draft, value);
        return;
    }
    let at = draft;
    for (const part of parts.slice(0, -1)) {
        const next = at[part];
        const inner = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(next) || Array.isArray(next) ? (Object.assign(Object.create(null), next)) : Object.create(null);
        at[part] = inner;
        at = inner;
    }
    const last = parts.at(-1);
    // Steps that each add to the end all count.
    let key = last;
    for (let more = 0; last === '-' && Object.hasOwn(at, key); more += 1)
        key = String(more + 1_000_000);
    at[key] = value;
}
function listed(value, depth = 0) {
    if (depth > MAX_PARTS * 2 || !(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
        return value;
    const entries = Object.entries(value).map(([key, item]) => [key, listed(item, depth + 1)]);
    if (depth > 0 && entries.length > 0 && entries.every(([key]) => /^(?:-|\d{1,9})$/u.test(key)))
        return entries.map(([, item]) => item);
    return Object.assign(Object.create(null), Object.fromEntries(entries));
}
const RESTART = ['spec', 'template', 'metadata', 'annotations', 'kubectl.kubernetes.io/restartedAt'];
/** What a patch is for, when it does only that. */
function purposeOf(value) {
    const paths = leaves(value, []);
    if (paths.length === 0)
        return 'apply';
    if (paths.every((path) => path.join('\0') === RESTART.join('\0')))
        return 'restart';
    if (paths.every((path) => path.join('.') === 'spec.replicas'))
        return 'scale';
    const images = paths.filter((path) => path.at(-1) === 'image');
    return images.length > 0 && paths.every(isImagePath) ? 'image' : 'apply';
}
// `name` is the merge key of containers; the order of elements says nothing new.
function isImagePath(path) {
    return /^spec\.(?:(?:jobTemplate\.spec\.)?template\.spec\.)?(?:(?:initContainers|containers)\.\[\]\.(?:image|name)|\$setElementOrder\/(?:initContainers|containers)\.\[\]\.name)$/u.test(path.join('.'));
}
function leaves(value, path) {
    if (path.length > 100)
        return [path];
    if (Array.isArray(value))
        return value.length === 0 ? [path] : (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).flatMap((item) => leaves(item, [...path, '[]']));
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value) || Object.keys(value).length === 0)
        return [path];
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}


/***/ }),

/***/ 72843:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ unguarded),
/* harmony export */   d7: () => (/* binding */ isJsonPatch),
/* harmony export */   d8: () => (/* binding */ hasDirectives),
/* harmony export */   es: () => (/* binding */ patched),
/* harmony export */   g0: () => (/* binding */ guardsOf)
/* harmony export */ });
/* harmony import */ var _hazards_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59631);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5339);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46536);
/* harmony import */ var _patch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44798);
/* harmony import */ var _removals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14399);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44050);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73677);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(23561);








/** True for steps of a JSON patch. */
function isJsonPatch(value) {
    const steps = (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .list */ .p_)(value);
    return steps.length > 0 && steps.every((step) => (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .isMapping */ .pi)(step) && (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(step['op']) !== null && (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(step['path']) !== null);
}
/** True for an object with directives that only a patch has. */
function hasDirectives(value, depth = 0) {
    if (depth > 100)
        return true;
    if (Array.isArray(value))
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .list */ .p_)(value).some((item) => hasDirectives(item, depth + 1));
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .isMapping */ .pi)(value) && Object.entries(value).some(([key, item]) => /^\$(?:patch$|retainKeys$|deleteFromPrimitiveList\/|setElementOrder\/)/u.test(key) || hasDirectives(item, depth + 1));
}
function read({ target, namespace, body, line }) {
    const { value, problem, removed } = Array.isArray(body) ? (0,_patch_js__WEBPACK_IMPORTED_MODULE_3__/* .partFromJsonPatch */ .CO)((0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .list */ .p_)(body)) : { value: (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .mapping */ .pq)(body), problem: null, removed: (0,_removals_js__WEBPACK_IMPORTED_MODULE_4__/* .removedByMerge */ .Wd)(body) };
    const apiVersion = (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(value['apiVersion']) ?? ([(0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(target['group']), (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(target['version']) ?? 'v1'].filter((part) => part !== null && part !== '').join('/'));
    const kind = (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(target['kind']) ?? (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(value['kind']) ?? '';
    const name = (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(target['name']) ?? (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .ux)(value, 'metadata', 'name'));
    const exact = kind !== '' && name !== null && (0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .isName */ .Eo)(name) && (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .ux)(target, 'labelSelector') === undefined && (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .ux)(target, 'annotationSelector') === undefined;
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const inNamespace = (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)(target['namespace']) ?? (0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .within */ .ux)(value, 'metadata', 'namespace')) ?? namespace;
    return { resource: { apiVersion, group, kind, info: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kindInfo */ .PQ)(group, kind), name: exact ? name : null, generateName: null, namespace: inNamespace, value, line }, exact, problem, removed };
}
/** The operation of one patch. A patch aims by itself or by `target`, which takes patterns: then what it hits is not certain. */
function patched(patch) {
    const { body, source, line } = patch;
    const { resource, exact, problem, removed } = read(patch);
    const why = patch.problem ?? problem ?? (exact ? undefined : 'which resources the patch changes is not said by name');
    const deletes = resource.value['$patch'] === 'delete';
    const label = resource.kind === '' ? 'RESOURCE' : resource.kind.toUpperCase();
    return (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .MQ)({
        statement: `${deletes ? 'DELETE' : 'APPLY'} ${label}`, name: deletes ? 'kubernetes.delete' : 'kubernetes.apply', text: source.trim(), redacted: `${deletes ? 'delete' : 'patch'} ${resource.kind === '' ? 'resource' : resource.kind} ${(0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(resource)}\n${(0,_value_js__WEBPACK_IMPORTED_MODULE_7__/* .canonical */ .$N)((0,_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutSecrets */ .cT)(body))}`, line,
        accesses: [(0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .access */ .T_)(why !== undefined ? 'unknown' : deletes && resource.info.holds === 'data' ? 'destroy' : (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .applyEffect */ .Cf)(resource), (0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(resource), (0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .typeOf */ .QP)(resource), { assumed: (0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .isAssumed */ .nH)(resource), ...(why === undefined ? {} : { why }) })],
        hazards: deletes ? (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .deletionHazards */ .Uf)(resource) : [...(0,_hazards_js__WEBPACK_IMPORTED_MODULE_0__/* .hazardsOfPart */ .w)(resource), ...(0,_removals_js__WEBPACK_IMPORTED_MODULE_4__/* .removalHazards */ .Ap)(resource, removed)],
    });
}
/** Settings of a patch that keep something out, each with the object that it is about. */
function guardsOf(patch) {
    const { resource } = read(patch);
    return (0,_removals_js__WEBPACK_IMPORTED_MODULE_4__/* .guardsIn */ .K4)(resource.value).map((path) => `${resource.kind}/${resource.name ?? '*'} ${path}`);
}
/** A patch that is gone, and with it what it kept out. */
function unguarded(patch, lost, line) {
    const { resource } = read(patch);
    const text = `unpatch ${resource.kind} ${(0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(resource)}\n${lost.join('\n')}`;
    return (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .operation */ .MQ)({
        statement: `APPLY ${resource.kind.toUpperCase()}`, name: 'kubernetes.apply', text, redacted: text, line,
        accesses: [(0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .access */ .T_)('write', (0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .objectOf */ .Xy)(resource), (0,_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .typeOf */ .QP)(resource), { assumed: true })], hazards: [{ id: 'guard-removed', detail: `a patch set ${lost.slice(0, 5).map((one) => `\`${one.slice(0, 200)}\``).join(', ')}, and does so no more` }],
    });
}


/***/ }),

/***/ 91567:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ podOf)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23561);
// SPDX-License-Identifier: Apache-2.0
//
// The pod inside a resource, whatever kind bears it, and its containers. Refuses to miss one: any resource with a template that has
// containers bears a pod, known kind or not.

const TEMPLATES = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template'], ['template'], ['spec', 'podTemplate']];
/** Kinds whose template is a pod's, whatever is in it. */
const BEARERS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob', 'PodTemplate']);
/** The pod of a resource; null when it bears none. */
function podOf({ kind, value }) {
    if (kind === 'Pod')
        return podFrom(value);
    // A patch may show a pod's settings and none of its containers.
    const template = TEMPLATES.map((keys) => (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(value, ...keys)).find((found) => (BEARERS.has(kind) && Object.keys((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(found, 'spec')).length > 0) || Array.isArray((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(found, 'spec', 'containers')) || Array.isArray((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(found, 'spec', 'initContainers')));
    return template === undefined ? null : podFrom(template);
}
function podFrom(template) {
    const spec = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(template, 'spec');
    const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((name) => (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(spec[name]).map((value) => containerOf(value, name)));
    return {
        annotations: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(template, 'metadata', 'annotations'), spec, security: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(spec, 'securityContext'), containers,
        windows: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(spec, 'os', 'name') === 'windows', userNamespace: spec['hostUsers'] === false,
    };
}
function containerOf(given, from) {
    const value = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mapping */ .pq)(given);
    return { name: typeof value['name'] === 'string' ? value['name'].slice(0, 63) : '?', list: from, value, security: (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(value, 'securityContext') };
}


/***/ }),

/***/ 14399:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ removalHazards),
/* harmony export */   K4: () => (/* binding */ guardsIn),
/* harmony export */   Vz: () => (/* binding */ GUARDS),
/* harmony export */   Wd: () => (/* binding */ removedByMerge),
/* harmony export */   Zd: () => (/* binding */ removedByValue)
/* harmony export */ });
/* harmony import */ var _retention_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65254);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23561);


const MAX_DEPTH = 100;
/** Settings that keep a pod away from its node, or from what is not its own. */
const GUARD = /^(?:securityContext|automountServiceAccountToken|hostUsers|pod-security\.kubernetes\.io\/.*|container\.(?:apparmor|seccomp)\..*)$/u;
/** Values that say no to such a setting. */
const WEAK = { runAsNonRoot: false, readOnlyRootFilesystem: false, allowPrivilegeEscalation: true, automountServiceAccountToken: true, hostUsers: true };
/** Parts that are replaced whole: what the new one does not set is gone. */
const WHOLE = /^(?:template|(?:init|ephemeral)?containers|\d+)$/iu;
/** What a merge or strategic patch takes away: nulls, `$patch`, `$deleteFromPrimitiveList`, `$retainKeys`. */
function removedByMerge(value, path = []) {
    if (value === null || path.length > MAX_DEPTH)
        return [path];
    if (Array.isArray(value))
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).flatMap((item, index) => (item === null ? [] : removedByMerge(item, [...path, String(index)])));
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
        return [];
    return Object.entries(value).flatMap(([key, item]) => {
        if (key === '$patch' || key === '$retainKeys')
            return [path];
        return key.startsWith('$deleteFromPrimitiveList/') ? [[...path, key.slice('$deleteFromPrimitiveList/'.length)]] : removedByMerge(item, [...path, key]);
    });
}
/** What a step of a JSON patch takes away by putting something else there: nothing at all, or a container without what the old one may have had. */
function removedByValue(op, path, value) {
    const last = path.at(-1) ?? '';
    const empty = value === null || (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value) && Object.keys(value).length === 0 || Array.isArray(value) && value.length === 0;
    if (empty)
        return [path];
    if (op === 'add')
        return [];
    const whole = last === 'spec' ? path.at(-2) === 'template' : WHOLE.test(last) && path.some((part) => /containers$|^template$/iu.test(part));
    return whole && ((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value) || Array.isArray(value)) && !holdsKey(value, 'securityContext') ? [[...path, 'securityContext']] : [];
}
function holdsKey(value, wanted, depth = 0) {
    if (depth > MAX_DEPTH)
        return false;
    if (Array.isArray(value))
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).some((item) => holdsKey(item, wanted, depth + 1));
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value) && Object.entries(value).some(([key, item]) => key === wanted || holdsKey(item, wanted, depth + 1));
}
/** Kinds that keep something out, and what it is to lose one. */
const GUARDS = {
    NetworkPolicy: 'network-policy-removed', PodDisruptionBudget: 'disruption-budget-removed', ResourceQuota: 'guard-removed', LimitRange: 'guard-removed',
    ValidatingWebhookConfiguration: 'guard-removed', MutatingWebhookConfiguration: 'guard-removed', ValidatingAdmissionPolicy: 'guard-removed', ValidatingAdmissionPolicyBinding: 'guard-removed',
};
function keepsOut(kind, path) {
    if (Object.hasOwn(GUARDS, kind))
        return path[0] !== 'metadata';
    return path.some((part) => GUARD.test(part)) || kind === 'Namespace' && path.at(-1) === 'labels';
}
/** Hazards of what a patch takes away, and of settings that it turns off. */
function removalHazards(resource, removed) {
    const taken = removed.filter((path) => keepsOut(resource.kind, path)).map((path) => `\`${path.join('.').slice(0, 200)}\` is taken away`);
    const off = turnedOff(resource.value).map((path) => `\`${path.join('.').slice(0, 200)}\` is turned off`);
    const guard = [...new Set([...taken, ...off])];
    const released = (0,_retention_js__WEBPACK_IMPORTED_MODULE_0__/* .releasedBy */ .R)(resource.value);
    return [
        ...(released === null ? [] : [released]),
        ...(guard.length > 0 ? [{ id: 'guard-removed', detail: guard.slice(0, 5).join(', ') }] : []),
        ...(removed.some((path) => /(?:^|\.)resources(?:\.limits(?:\.memory)?)?$/u.test(path.join('.'))) ? [{ id: 'memory-limits-missing', detail: 'its memory is limited no more' }] : []),
        ...(removed.some((path) => path[0] === 'spec' && path[1] === 'versions') && resource.kind === 'CustomResourceDefinition' ? [{ id: 'version-removed', detail: 'a version of it, or a part of one, is taken away' }] : []),
        ...(removed.some((path) => path[0] === 'spec' && path[1] === 'tls') && resource.kind === 'Ingress' ? [{ id: 'ingress-no-tls', detail: 'what passes through it can be read on the way' }] : []),
        ...(removed.length > 0 ? [{ id: 'patch-removes', detail: 'it takes parts of the object away' }] : []),
    ];
}
function turnedOff(value, path = []) {
    if (path.length > MAX_DEPTH)
        return [];
    if (Array.isArray(value))
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).flatMap((item, index) => turnedOff(item, [...path, String(index)]));
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
        return [];
    return Object.entries(value).flatMap(([key, item]) => (Object.hasOwn(WEAK, key) && WEAK[key] === item ? [[...path, key]] : turnedOff(item, [...path, key])));
}
/** Settings that keep something out and that a part of an object makes, as paths without the numbers of lists. */
function guardsIn(value, path = []) {
    if (path.length > MAX_DEPTH)
        return [];
    if (Array.isArray(value))
        return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value).flatMap((item) => guardsIn(item, path));
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
        return [];
    return Object.entries(value).flatMap(([key, item]) => (GUARD.test(key) ? settings(item, [...path, key]) : guardsIn(item, [...path, key])));
}
// What turns a guard off is none.
function settings(value, path) {
    const last = path.at(-1);
    if (value === null || path.length > MAX_DEPTH || Object.hasOwn(WEAK, last) && WEAK[last] === value)
        return [];
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value) ? Object.entries(value).flatMap(([key, item]) => settings(item, [...path, key])) : [path.join('.')];
}


/***/ }),

/***/ 44050:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ resourcesIn),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   nH: () => (/* binding */ isAssumed)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5339);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23561);
// SPDX-License-Identifier: Apache-2.0
//
// A Kubernetes object out of a document: what it is and what it is called. Lists become their items. Refuses objects without `apiVersion`,
// `kind` or a usable name, since what the server would do with them can't be told.


/** Lists inside lists. Source: the server makes none, `kubectl get -o yaml` one. */
const MAX_LISTS = 4;
/** All objects in a value, in order. `lines`: those of a list's items, its own when there are fewer. */
function resourcesIn(value, line, lines, depth = MAX_LISTS) {
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
        return [{ line, value, problem: 'it is no object' }];
    const kind = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['kind']);
    const items = value['items'];
    if (kind === null || !kind.endsWith('List') || kind === 'List' && items === undefined)
        return [resourceOf(value, line)];
    if (!Array.isArray(items))
        return [{ line, value, problem: `\`items\` of its \`${kind}\` is no list` }];
    if (depth === 0)
        return [{ line, value, problem: `it has lists inside each other, deeper than ${MAX_LISTS}` }];
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(items).flatMap((item, index) => resourcesIn(inherited(item, value, kind), lines[index] ?? line, [], depth - 1));
}
// In a typed list (`PodList`) the items need not say what they are.
function inherited(item, whole, kind) {
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(item) || kind === 'List' || item['kind'] !== undefined)
        return item;
    return Object.assign(Object.create(null), { apiVersion: whole['apiVersion'] ?? null, kind: kind.slice(0, -'List'.length) }, item);
}
function resourceOf(value, line) {
    const problem = (why) => ({ line, problem: why, value });
    const apiVersion = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['apiVersion']);
    const kind = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(value['kind']);
    // One match: `rbac.authorization.k8s.io/v1`; one miss: `a/b/c`.
    if (apiVersion === null || !/^(?:[a-z0-9][a-z0-9.-]{0,252}\/)?[a-z0-9]{1,63}$/iu.test(apiVersion))
        return problem('it has no `apiVersion` that we know how to read');
    if (kind === null || !/^[A-Za-z][A-Za-z0-9]{0,62}$/u.test(kind))
        return problem('it has no `kind` that we know how to read');
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const info = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindInfo */ .PQ)(group, kind);
    const metadata = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingAt */ .oh)(value, 'metadata');
    const name = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(metadata['name']);
    const generateName = name === null ? (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(metadata['generateName']) : null;
    if (name === null && generateName === null)
        return problem(`its ${kind} has no name`);
    if (!isName(name ?? `${generateName}x`))
        return problem(`the name of its ${kind} is none that the API takes`);
    const namespace = (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(metadata, 'namespace') ?? null;
    if (namespace !== null && namespace !== '' && (typeof namespace !== 'string' || !isName(namespace)))
        return problem(`the namespace of its ${kind} is none that the API takes`);
    return { resource: { apiVersion, group, kind, info, name, generateName, namespace: info.namespaced && namespace !== '' ? namespace : null, value, line } };
}
/** True for what can be a part of a path: `web`, `system:node-proxier`. */
function isName(name) {
    // One match: `a.b-c:d`; one miss: `../x`.
    return /^[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?$/u.test(name) && !name.includes('..');
}
/** Name in the policy: `shop/deployments/web`, `clusterroles/admin`; a generated name ends with `*`. */
function objectOf({ info, namespace, name, generateName }) {
    const last = name ?? `${generateName ?? ''}*`;
    return info.namespaced ? `${namespace ?? 'default'}/${info.plural}/${last}` : `${info.plural}/${last}`;
}
/** True when part of the name was completed: a namespace that is not said, a plural that is guessed. */
function isAssumed({ info, namespace }) {
    return info.assumed || (info.namespaced && namespace === null);
}
/** `deployments.apps`: the resource as RBAC names it. */
function typeOf({ info, group }) {
    return group === '' ? info.plural : `${info.plural}.${group}`;
}


/***/ }),

/***/ 65254:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ releasedBy),
/* harmony export */   U: () => (/* binding */ releasedSince)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23561);

/** Annotations that keep something, by what they say. */
const ANNOTATIONS = [
    ['helm.sh/resource-policy', /\bkeep\b/iu], ['argocd.argoproj.io/sync-options', /\b(?:Prune|Delete)=(?:false|confirm)\b/iu], ['kustomize.toolkit.fluxcd.io/prune', /^disabled$/iu],
    ['cnrm.cloud.google.com/deletion-policy', /^abandon$/iu], ['services.k8s.aws/deletion-policy', /^retain$/iu], ['serviceoperator.azure.com/reconcile-policy', /^(?:detach-on-delete|skip)$/iu],
];
/** By what an object is kept, or what it manages: names of settings. */
function keptBy(value) {
    const annotations = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .mappingAt */ .oh)(value, 'metadata', 'annotations');
    const policies = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(value, 'spec', 'managementPolicies'));
    return [
        ...ANNOTATIONS.filter(([key, keeps]) => keeps.test((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(annotations[key]) ?? '')).map(([key]) => key),
        ...((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(value, 'spec', 'deletionPolicy') === 'Orphan' ? ['deletionPolicy'] : []),
        ...(policies.length > 0 && !policies.includes('*') && !policies.includes('Delete') ? ['managementPolicies'] : []),
    ];
}
/** What an object is kept by no more; null when nothing is lost. */
function releasedSince(before, after) {
    const [was, is] = [keptBy(before), keptBy(after)];
    const lost = is.some((name) => /Polic/u.test(name)) ? [] : was.filter((name) => !is.includes(name));
    return lost.length === 0 ? null : released(lost);
}
/** What a part of an object, as a patch sends it, says of it; null when it keeps nothing back. */
function releasedBy(part) {
    const policies = (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)((0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(part, 'spec', 'managementPolicies'));
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .within */ .ux)(part, 'spec', 'deletionPolicy') === 'Delete' || policies.includes('*') || policies.includes('Delete') ? released(['deletionPolicy']) : null;
}
function released(names) {
    return { id: 'deletion-guard-removed', detail: `what it stands for goes with it from here on (${names.map((name) => `\`${name}\``).join(', ')})` };
}


/***/ }),

/***/ 73677:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ clearSecretHazards),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   dZ: () => (/* binding */ isSecretSetting)
/* harmony export */ });
/* harmony import */ var _pod_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91567);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23561);


/** Left in the place of a value. */
const GONE = '?';
// Names of settings that hold secrets. One match: `DB_PASSWORD`; one miss: `PASSWORD_MIN_LENGTH`, `TOKEN_TTL`.
const SECRET_NAME = /(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_.-]?key|access[_.-]?key|private[_.-]?key|batch[_.-]?key|storage[_.-]?key|account[_.-]?key|key[_.-]?content|credentials?|connection[_.-]?string|auth[_.-]?key|encryption[_.-]?key|signing[_.-]?key|client[_.-]?key|sas[_.-]?key)$/iu;
const HARMLESS_NAME = /(?:_file|_path|_name|_ref|_url|_ttl)$/iu;
// Values that are secrets whatever they are called. Matches: a PEM private key, `postgres://u:p@h`, `ghp_…`; one miss: `http://host/path`.
const SECRET_VALUE = /-{3,5} ?BEGIN [A-Z ]{0,30}PRIVATE KEY|\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,100}:[^\s/@$]{1,200}@|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{10}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|\bsk-[A-Za-z0-9_-]{20}|\bAIza[\w-]{35}|"type": ?"service_account"/u;
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Longer values are not looked into beyond this. */
const MAX_LOOK = 65_536;
/** True for a setting whose value is a secret, by its name or by what it looks like. */
function isSecretSetting(name, value) {
    if (typeof value !== 'string' || value === '' || isReference(value))
        return false;
    return (SECRET_NAME.test(name) && !HARMLESS_NAME.test(name)) || SECRET_VALUE.test(value.slice(0, MAX_LOOK));
}
// `$(OTHER)` and `${OTHER}` are put in later, from elsewhere.
function isReference(value) {
    return /^\$[({][A-Za-z_][A-Za-z0-9_]*[)}]$/u.test(value);
}
/** Hazards of secrets in the clear. */
function clearSecretHazards(resource) {
    const hazards = [];
    const found = (detail) => void hazards.push({ id: 'secret-in-clear', detail });
    const { kind, group, value } = resource;
    if (kind === 'Secret' && group === '') {
        const keys = ['data', 'stringData'].flatMap((part) => Object.entries((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingAt */ .oh)(value, part)).filter(([, item]) => item !== '' && item !== null).map(([key]) => key));
        if (keys.length > 0)
            found(`the values of a Secret are in the file: ${keys.slice(0, 10).map(shown).join(', ')}; base64 hides nothing`);
    }
    if (kind === 'ConfigMap') {
        const keys = Object.entries((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingAt */ .oh)(value, 'data')).filter(([key, item]) => isSecretSetting(key, item)).map(([key]) => key);
        if (keys.length > 0)
            found(`a ConfigMap holds what looks like secrets: ${keys.slice(0, 10).map(shown).join(', ')}`);
    }
    const names = environmentOf(resource).filter(({ name, value: item }) => isSecretSetting(name, item)).map(({ name }) => name);
    if (names.length > 0)
        found(`environment variables hold what looks like secrets: ${[...new Set(names)].slice(0, 10).map(shown).join(', ')}`);
    if (commandsOf(resource).some((word) => SECRET_VALUE.test(word.slice(0, MAX_LOOK)) || isSecretFlag(word)))
        found('a command line holds what looks like a secret');
    return hazards;
}
function shown(name) {
    return `\`${name.slice(0, 100)}\``;
}
function environmentOf(resource) {
    return ((0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .podOf */ .F)(resource)?.containers ?? []).flatMap(({ value }) => (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value['env']).map((item) => ({ name: (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(item, 'name')) ?? '', value: (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(item, 'value') })));
}
function commandsOf(resource) {
    return ((0,_pod_js__WEBPACK_IMPORTED_MODULE_0__/* .podOf */ .F)(resource)?.containers ?? []).flatMap(({ value }) => [...(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value['command']), ...(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(value['args'])].filter((word) => typeof word === 'string'));
}
// One match: `--password=hunter2`; one miss: `--password=$(PASSWORD)`, `--password-file=/x`.
function isSecretFlag(word) {
    const [, name, value] = /^--?([A-Za-z][\w.-]{0,100})=(.{1,1000})$/su.exec(word) ?? [];
    return name !== undefined && isSecretSetting(name, value);
}
/** A copy without what may be secret: values of Secrets, of environment variables and of the last applied configuration, secrets in other texts. */
function withoutSecrets(value, key = '', secret = false) {
    if (typeof value === 'string')
        return secret || key === LAST_APPLIED || isSecretSetting(key, value) || isSecretFlag(value) ? GONE : value;
    if (Array.isArray(value))
        return value.map((item) => withoutSecrets(key === 'env' ? withoutValue(item) : item, key === 'env' ? '' : key, secret));
    if (!(0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(value))
        return secret && value !== null ? GONE : value;
    const isSecret = value['kind'] === 'Secret';
    const hidden = (name) => secret || (isSecret && (name === 'data' || name === 'stringData'));
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutSecrets(item, name, hidden(name))]));
}
function withoutValue(item) {
    return (0,_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isMapping */ .pi)(item) && typeof item['value'] === 'string' ? { ...item, value: GONE } : item;
}


/***/ }),

/***/ 63016:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isSensitive)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Paths of a node by which whoever can write there has the node. Refuses to follow links: a path is taken as written.
/** Paths of a node from which it can be taken over, and all below and above them. */
const SENSITIVE_PATHS = ['/etc', '/proc', '/sys', '/dev', '/root', '/boot', '/home', '/var/run/docker.sock', '/run/docker.sock', '/run/containerd', '/var/run/containerd', '/run/crio', '/var/run/crio', '/var/lib/kubelet', '/var/lib/docker', '/var/lib/containerd', '/var/lib/etcd', '/var/lib/rancher', '/var/log', '/usr', '/bin', '/sbin', '/lib', '/opt/cni', '/var/spool/cron'];
/** True for such a path, one below it or above it, and one that climbs. */
function isSensitive(path) {
    const normal = `/${path.split('/').filter((part) => part !== '' && part !== '.').join('/')}`;
    // Dots that climb may lead anywhere.
    return normal === '/' || normal.split('/').includes('..') || SENSITIVE_PATHS.some((sensitive) => normal === sensitive || normal.startsWith(`${sensitive}/`) || sensitive.startsWith(`${normal}/`));
}


/***/ }),

/***/ 23561:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   oh: () => (/* binding */ mappingAt),
/* harmony export */   on: () => (/* binding */ on),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   pq: () => (/* binding */ mapping),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Looks into values whose shape nobody checked. Refuses to guess: what is not of the kind asked for is empty, or null.
const NOTHING = Object.freeze(Object.create(null));
/** True for a mapping. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A mapping; empty when it is none. */
function mapping(value) {
    return isMapping(value) ? value : NOTHING;
}
/** A list; empty when it is none. */
function list(value) {
    return Array.isArray(value) ? value : [];
}
/** A text; null when it is none. */
function text(value) {
    return typeof value === 'string' ? value : null;
}
/** The texts of a list, others left out. */
function texts(value) {
    return list(value).filter((item) => typeof item === 'string');
}
/** What stands under keys inside each other; undefined when any is missing. */
function within(value, ...keys) {
    let found = value;
    for (const key of keys)
        found = isMapping(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    return found;
}
/** The mapping under keys inside each other; empty when there is none. */
function mappingAt(value, ...keys) {
    return mapping(within(value, ...keys));
}
/** True when something stands there that is not null: the API server takes null for absent. */
function present(value) {
    return value !== undefined && value !== null;
}
/** True unless it is absent or false: a switch whose value is of the wrong kind counts as on. */
function on(value) {
    return present(value) && value !== false;
}
/** The same JSON for the same value, whatever the order of its keys. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    if (!isMapping(value))
        return JSON.stringify(value);
    return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}


/***/ })

};
