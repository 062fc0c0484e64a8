export const id = 6249;
export const ids = [6249];
export const modules = {

/***/ 46249:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operationsOf: () => (/* binding */ operationsOf),
  quietIn: () => (/* binding */ quietIn),
  readKubernetes: () => (/* binding */ readKubernetes)
});

// EXTERNAL MODULE: ./lib/parse/kubernetes/delivery.js
var delivery = __webpack_require__(52562);
// EXTERNAL MODULE: ./lib/parse/kubernetes/kustomization.js
var kustomization = __webpack_require__(59461);
// EXTERNAL MODULE: ./lib/parse/kubernetes/manifest.js
var manifest = __webpack_require__(16007);
// EXTERNAL MODULE: ./lib/parse/kubernetes/operation.js + 1 modules
var operation = __webpack_require__(46536);
// EXTERNAL MODULE: ./lib/parse/kubernetes/patched.js
var patched = __webpack_require__(72843);
// EXTERNAL MODULE: ./lib/parse/kubernetes/documents.js
var kubernetes_documents = __webpack_require__(76578);
// EXTERNAL MODULE: ./lib/parse/kubernetes/hazards.js + 5 modules
var kubernetes_hazards = __webpack_require__(59631);
// EXTERNAL MODULE: ./lib/parse/kubernetes/patch.js
var patch = __webpack_require__(44798);
// EXTERNAL MODULE: ./lib/parse/kubernetes/removals.js
var removals = __webpack_require__(14399);
// EXTERNAL MODULE: ./lib/parse/kubernetes/kinds.js
var kinds = __webpack_require__(5339);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/request-read.js


/** Kind of what a path names: `Deployment`; the plural itself for custom resources. */
function kindOf({ group, resource }) {
    return (0,kinds/* kindOfPlural */.op)(group, resource)?.kind ?? resource;
}
/** What is known of the kind that a path names. */
function infoOf({ group, resource, namespace }) {
    return (0,kinds/* kindOfPlural */.op)(group, resource)?.info ?? { plural: resource, namespaced: namespace !== null, assumed: false, holds: (0,kinds/* soundsLikeData */.UM)(resource) ? 'data' : 'nothing' };
}
/** `shop/pods/web`, `shop/pods/*`, `nodes/a`, `*` for a namespace when it is about all of them. */
function pathObject(path, name = path.name) {
    const last = name ?? '*';
    return infoOf(path).namespaced ? `${path.namespace ?? '*'}/${path.resource}/${last}` : `${path.resource}/${last}`;
}
/** `deployments.apps`, `pods/exec`. */
function pathType({ group, resource, subresource }) {
    return `${group === '' ? resource : `${resource}.${group}`}${subresource === null ? '' : `/${subresource}`}`;
}
const CONNECT = {
    'pods/exec': ['EXEC', 'exec', 'runs-in-pod', 'a command runs inside the pod, with all that it may do'],
    'pods/attach': ['ATTACH', 'attach', 'runs-in-pod', 'it is joined to a running process of the pod'],
    'pods/portforward': ['PORTFORWARD', 'portforward', 'reaches-into-pod', 'a tunnel to a port of the pod is opened, past network policies'],
    'pods/proxy': ['PROXY', 'proxy', 'reaches-into-pod', 'a request goes to the pod through the API server'],
    'services/proxy': ['PROXY', 'proxy', 'reaches-into-pod', 'a request goes to the service through the API server'],
    'nodes/proxy': ['PROXY', 'proxy', 'reaches-kubelet', 'the kubelet is asked directly, past admission and audit'],
};
/** Requests that reach into something, whatever their method; null for others. */
function connectOf(path) {
    const key = `${path.resource}/${path.subresource ?? ''}`;
    const found = path.group === '' && Object.hasOwn(CONNECT, key) ? CONNECT[key] : undefined;
    if (found === undefined)
        return null;
    const [statement, name, hazard, detail] = found;
    return { statement: `${statement} ${kindOf(path).toUpperCase()}`, name: `kubernetes.${name}`, accesses: [(0,operation/* access */.T_)('execute', pathObject(path), pathType(path))], hazards: [{ id: hazard, detail }] };
}
const READ_SUBRESOURCES = ['status', 'scale', 'log', 'finalize', 'approval', 'ephemeralcontainers', 'resize'];
/** GET, list and watch; null for a subresource that we do not know. */
function readOf(path) {
    const { verb, resource, group, subresource, namespace } = path;
    if (subresource !== null && !READ_SUBRESOURCES.includes(subresource))
        return null;
    const hazards = [];
    if (group === '' && resource === 'secrets')
        hazards.push({ id: 'reads-secrets', detail: verb === 'get' ? 'a Secret is read' : 'Secrets are read, all that it can find' });
    if (verb !== 'get' && namespace === null && infoOf(path).namespaced)
        hazards.push({ id: 'reads-all-namespaces', detail: 'it reads every namespace' });
    const logs = subresource === 'log';
    if (logs)
        hazards.push({ id: 'reads-logs', detail: 'logs may hold anything that the program wrote' });
    return {
        statement: `${logs ? 'LOGS' : verb.toUpperCase()} ${kindOf(path).toUpperCase()}`, name: logs ? 'kubernetes.logs' : `kubernetes.${verb}`,
        accesses: [(0,operation/* access */.T_)('read', pathObject(path), pathType(path))], hazards,
    };
}

// EXTERNAL MODULE: ./lib/parse/kubernetes/resource.js
var kubernetes_resource = __webpack_require__(44050);
// EXTERNAL MODULE: ./lib/parse/kubernetes/value.js
var kubernetes_value = __webpack_require__(23561);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/request-change.js








const JSON_TYPES = [null, 'application/json', 'application/yaml'];
const PATCH_TYPES = ['application/json-patch+json', 'application/merge-patch+json', 'application/strategic-merge-patch+json', 'application/apply-patch+yaml'];
/** The change that a request asks for; null for a subresource that we do not know. */
function changeOf(request) {
    const body = bodyOf(request);
    if (typeof body === 'string')
        return unread(request.path, body);
    const { path } = request;
    if (path.verb === 'delete' || path.verb === 'deletecollection')
        return deletion(path, body.value);
    if (path.subresource !== null)
        return subresource(path, body.value);
    if (isReview(path))
        return { statement: `REVIEW ${kindOf(path).toUpperCase()}`, name: 'kubernetes.review', accesses: [(0,operation/* access */.T_)('read', pathObject(path), pathType(path))], hazards: [], body: body.value };
    if (path.verb === 'patch')
        return request_change_patched(request, body.value);
    return written(path, body.value);
}
function unread(path, why) {
    return { statement: `UNKNOWN ${kindOf(path).toUpperCase()}`, name: 'kubernetes.unknown', accesses: [(0,operation/* access */.T_)('unknown', pathObject(path), pathType(path), { why })], hazards: [] };
}
function bodyOf({ path, contentType, body }) {
    const patch = path.verb === 'patch';
    if (patch ? contentType === null || !PATCH_TYPES.includes(contentType) : !JSON_TYPES.includes(contentType))
        return `its body is of type \`${(contentType ?? 'none').slice(0, 100)}\`, which we do not read`;
    if (body.trim() === '')
        return path.verb === 'delete' || path.verb === 'deletecollection' ? { value: null } : 'it has no body';
    const documents = (0,kubernetes_documents/* readDocuments */.r9)(body);
    const [document] = documents;
    if (document === undefined || documents.length !== 1)
        return 'its body is not one document';
    return document.problem === null ? { value: document.value } : `its body can not be read: ${document.problem}`;
}
// With a body of options, the query's are ignored by the server.
function isDryRun({ query, verb }, body) {
    const given = verb.startsWith('delete') && (0,kubernetes_value/* isMapping */.pi)(body) ? (0,kubernetes_value/* list */.p_)(body['dryRun']) : (query.get('dryRun') ?? []);
    return given.length === 1 && given[0] === 'All';
}
function optionHazards({ query }, options) {
    const option = (name) => String(options[name] ?? query.get(name)?.[0] ?? '');
    const hazards = [];
    if (option('gracePeriodSeconds') === '0')
        hazards.push({ id: 'no-grace-period', detail: 'its processes are killed without a chance to finish' });
    if (option('propagationPolicy') === 'Orphan' || option('orphanDependents') === 'true')
        hazards.push({ id: 'orphans-dependents', detail: 'what belongs to it is left behind' });
    if (query.get('force')?.some((value) => value !== 'false') === true)
        hazards.push({ id: 'forces-conflicts', detail: 'it takes over fields that others manage' });
    return hazards;
}
const DRY_RUN = { id: 'dry-run', detail: 'nothing is kept; admission webhooks are asked all the same' };
function deletion(path, body) {
    if (path.subresource !== null)
        return null;
    const info = infoOf(path);
    const all = path.verb === 'deletecollection';
    const kind = kindOf(path);
    const dry = isDryRun(path, body);
    const hazards = [...(0,operation/* deletionHazards */.Uf)({ info, kind, namespace: path.namespace, name: path.name }), ...optionHazards(path, (0,kubernetes_value/* mapping */.pq)(body))];
    if (all)
        hazards.push({ id: 'deletes-collection', detail: 'everything that it can find is deleted' });
    return {
        statement: `${all ? 'DELETE ALL' : 'DELETE'} ${kind.toUpperCase()}`, name: all ? 'kubernetes.delete_collection' : 'kubernetes.delete', body,
        accesses: [(0,operation/* access */.T_)(dry ? 'read' : all ? 'destroy' : (0,operation/* deleteEffect */.JJ)({ info }), pathObject(path), pathType(path))], hazards: dry ? [...hazards, DRY_RUN] : hazards,
    };
}
function isReview({ group, resource, verb }) {
    return verb === 'create' && (group === 'authorization.k8s.io' || (group === 'authentication.k8s.io' && resource !== 'tokenrequests'));
}
const SUBRESOURCES = {
    status: ['STATUS', 'status', 'write', 'writes-status', 'controllers believe what stands there'],
    scale: ['SCALE', 'scale', 'write', null, ''],
    resize: ['RESIZE', 'resize', 'write', null, ''],
    eviction: ['EVICT', 'evict', 'write', 'evicts-pod', 'the pod is driven from its node'],
    binding: ['BIND', 'bind', 'write', 'binds-pod', 'the pod is put onto a node past the scheduler'],
    ephemeralcontainers: ['DEBUG', 'debug', 'execute', 'runs-in-pod', 'a container is put into the running pod'],
    token: ['TOKEN', 'token', 'grant', 'issues-token', 'a token of a service account is issued'],
    approval: ['APPROVE', 'approve', 'grant', 'approves-certificate', 'a certificate of the cluster is approved'],
    finalize: ['FINALIZE', 'finalize', 'destroy', 'finalizes-namespace', 'the namespace goes without what should have been cleaned up'],
};
function subresource(path, body) {
    const name = path.subresource;
    const found = Object.hasOwn(SUBRESOURCES, name) ? SUBRESOURCES[name] : undefined;
    if (found === undefined || path.name === null)
        return null;
    const [statement, verb, effect, hazard, detail] = found;
    const value = Array.isArray(body) ? (0,patch/* partFromJsonPatch */.CO)((0,kubernetes_value/* list */.p_)(body)).value : (0,kubernetes_value/* mapping */.pq)(body);
    const hazards = hazard === null ? [] : [{ id: hazard, detail }];
    if ((0,kubernetes_value/* within */.ux)(value, 'spec', 'replicas') === 0)
        hazards.push({ id: 'scaled-to-zero', detail: 'nothing of it is left running' });
    if (name === 'ephemeralcontainers')
        hazards.push(...(0,kubernetes_hazards/* hazardsOfPart */.w)(resourceAt(path, value)));
    const dry = isDryRun(path, null);
    return { statement: `${statement} ${kindOf(path).toUpperCase()}`, name: `kubernetes.${verb}`, accesses: [(0,operation/* access */.T_)(dry && effect === 'write' ? 'read' : effect, pathObject(path), pathType(path))], hazards: dry ? [...hazards, DRY_RUN] : hazards, body };
}
function resourceAt(path, value) {
    return { apiVersion: path.apiVersion, group: path.group, kind: kindOf(path), info: infoOf(path), name: path.name, generateName: null, namespace: path.namespace, value, line: 1 };
}
// Why a whole object in a body is not what its path names; null when it is.
function mismatch(path, value) {
    const known = kindOf(path);
    const [kind, apiVersion] = [(0,kubernetes_value/* text */.Qq)(value['kind']), (0,kubernetes_value/* text */.Qq)(value['apiVersion'])];
    if (kind === null || apiVersion === null)
        return 'its body does not say what it is';
    if (apiVersion !== path.apiVersion)
        return 'its body is of another API version than its path';
    if (known !== path.resource ? kind !== known : kind.endsWith('List'))
        return 'its body is of another kind than its path';
    const namespace = (0,kubernetes_value/* within */.ux)(value, 'metadata', 'namespace');
    if (namespace !== undefined && namespace !== null && namespace !== path.namespace)
        return 'its body is of another namespace than its path';
    const name = (0,kubernetes_value/* within */.ux)(value, 'metadata', 'name');
    if (path.name !== null && name !== undefined && name !== path.name)
        return 'its body has another name than its path';
    return name === undefined || (typeof name === 'string' && (0,kubernetes_resource/* isName */.Eo)(name)) ? null : 'the name in its body is none that the API takes';
}
function written(path, body) {
    const value = (0,kubernetes_value/* mapping */.pq)(body);
    const problem = mismatch(path, value);
    if (problem !== null)
        return unread(path, problem);
    const prefix = (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(value, 'metadata', 'generateName'));
    const name = path.name ?? (0,kubernetes_value/* text */.Qq)((0,kubernetes_value/* within */.ux)(value, 'metadata', 'name'));
    if (name === null && prefix === null)
        return unread(path, 'its body has no name');
    if (path.verb === 'create' && path.name !== null)
        return unread(path, 'nothing is created under a name in the path');
    return changeTo(path, resourceAt(path, value), { object: name ?? `${prefix}*`, name: 'apply', hazards: [...(0,kubernetes_hazards/* hazardsOf */.f)(resourceAt(path, value)), ...optionHazards(path, (0,kubernetes_value/* mapping */.pq)(null))] });
}
function request_change_patched(request, body) {
    const { path, contentType } = request;
    if (path.name === null)
        return unread(path, 'a patch names one object');
    const json = contentType === 'application/json-patch+json';
    if (json !== Array.isArray(body))
        return unread(path, 'its body is no patch of its type');
    const part = json ? (0,patch/* partFromJsonPatch */.CO)((0,kubernetes_value/* list */.p_)(body)) : { value: (0,kubernetes_value/* mapping */.pq)(body), removed: contentType === 'application/apply-patch+yaml' ? [] : (0,removals/* removedByMerge */.Wd)(body), problem: null };
    const applies = contentType === 'application/apply-patch+yaml';
    const problem = part.problem ?? (applies ? mismatch(path, part.value) : null);
    if (problem !== null)
        return unread(path, problem);
    const resource = resourceAt(path, part.value);
    const hazards = [...(applies ? (0,kubernetes_hazards/* hazardsOf */.f)(resource) : (0,kubernetes_hazards/* hazardsOfPart */.w)(resource)), ...optionHazards(path, (0,kubernetes_value/* mapping */.pq)(null)), ...(applies ? [] : (0,removals/* removalHazards */.Ap)(resource, part.removed))];
    return { ...changeTo(path, resource, { object: path.name, name: applies || part.removed.length > 0 ? 'apply' : (0,patch/* purposeOf */.eK)(part.value), hazards }), body };
}
function changeTo(path, resource, { object, name, hazards }) {
    const dry = isDryRun(path, null);
    return {
        statement: `${name.toUpperCase()} ${resource.kind.toUpperCase()}`, name: `kubernetes.${name}`, body: resource.value,
        accesses: [(0,operation/* access */.T_)(dry ? 'read' : (0,operation/* applyEffect */.Cf)(resource), pathObject(path, object), pathType(path))], hazards: dry ? [...hazards, DRY_RUN] : hazards,
    };
}

;// CONCATENATED MODULE: ./lib/parse/kubernetes/request-path.js
// SPDX-License-Identifier: Apache-2.0
//
// The path of a request to the API server as what it asks for: verb, group, resource, name, subresource. Refuses every path that has two
// readings: `//`, dots, encoded slashes, parameters, a slash at the end. One normal form is judged, and it is the one that came.
// @see https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris

/** Source: the API server reads request lines of up to 1 MiB; names are 253 characters each. */
const MAX_TARGET = 8_192;
const METHODS = { GET: 'get', HEAD: 'get', POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' };
const DISCOVERY = /^\/(?:api(?:\/v1)?|apis(?:\/[a-z0-9.-]+(?:\/[a-z0-9]+)?)?|version|healthz|livez|readyz|(?:healthz|livez|readyz)\/[a-z0-9/-]+|openapi\/v[23](?:\/[a-z0-9./-]+)?|\.well-known\/openid-configuration|openid\/v1\/jwks)$/u;
const problem = (why) => ({ kind: 'problem', problem: why });
/** Reads a method and a target. Never throws. */
function readPath(method, target) {
    const verb = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
    if (verb === undefined)
        return problem('its method is none that the API server knows');
    if (target.length > MAX_TARGET)
        return problem(`its path is longer than ${MAX_TARGET} characters`);
    const mark = target.indexOf('?');
    const path = decoded(mark < 0 ? target : target.slice(0, mark));
    if (path === null)
        return problem('its path has more than one reading: `//`, `.` or `..`, an encoded slash, `;`, or a slash at its end');
    const query = queryOf(mark < 0 ? '' : target.slice(mark + 1));
    if (query === null)
        return problem('its query has more than one reading');
    if (DISCOVERY.test(path))
        return verb === 'get' ? { kind: 'discovery', path } : problem('nothing can be written there');
    return resourcePath(verb, path.slice(1).split('/'), query);
}
// Only a colon may be encoded, as clients do in `system:node`: everything else that a name may hold needs no encoding.
function decoded(path) {
    const plain = path.replace(/%3A/giu, ':');
    // One match: `/api/v1/namespaces/a/pods/system:b`; one miss: `/api//v1`, `/api/v1/`, `/a/../b`, `/a%2fb`, `/a;b`.
    if (!/^(?:\/[A-Za-z0-9._:~@-]+)+$/u.test(plain))
        return null;
    return plain.split('/').some((part) => part === '.' || part === '..') ? null : plain;
}
function queryOf(query) {
    const found = new Map();
    // `;` parted parameters once and is ignored now; a fragment is never sent.
    if (/[;#\s]/u.test(query))
        return null;
    for (const pair of query.split('&').filter((part) => part !== '')) {
        const equals = pair.indexOf('=');
        const [key, value] = [equals < 0 ? pair : pair.slice(0, equals), equals < 0 ? '' : pair.slice(equals + 1)].map((part) => {
            try {
                return decodeURIComponent(part.replaceAll('+', ' '));
            }
            catch {
                return null;
            }
        });
        if (key === undefined || key === null || value === undefined || value === null)
            return null;
        found.set(key, [...(found.get(key) ?? []), value]);
    }
    return found;
}
function resourcePath(verb, parts, query) {
    const [root] = parts;
    if (root !== 'api' && root !== 'apis')
        return problem('its path is none of the API that we know');
    const group = root === 'api' ? '' : (parts[1] ?? '');
    const version = parts[root === 'api' ? 1 : 2] ?? '';
    const rest = parts.slice(root === 'api' ? 2 : 3);
    if (root === 'apis' && !/^[a-z0-9][a-z0-9.-]{0,252}$/u.test(group) || !/^v[0-9][a-z0-9]{0,30}$/u.test(version))
        return problem('its API group or version is none');
    const old = rest[0] === 'watch' ? 'watch' : rest[0] === 'proxy' ? 'proxy' : null;
    const [where, what] = placed(old === null ? rest : rest.slice(1));
    const [resource, name, subresource, ...more] = what;
    if (resource === undefined || !/^[a-z][a-z0-9-]{0,62}$/u.test(resource))
        return problem('it names no resource');
    if (where !== null && !(0,kubernetes_resource/* isName */.Eo)(where))
        return problem('the namespace in its path is none that the API takes');
    if (name !== undefined && !(0,kubernetes_resource/* isName */.Eo)(name))
        return problem('the name in its path is none that the API takes');
    if (more.length > 0 && subresource !== 'proxy')
        return problem('its path goes on behind the subresource');
    const proxied = old === 'proxy' && name !== undefined;
    const found = { kind: 'resource', group, version, apiVersion: group === '' ? version : `${group}/${version}`, resource, namespace: where, name: name ?? null, query };
    if (proxied)
        return { ...found, verb, subresource: 'proxy', rest: what.slice(2).join('/') };
    if (old === 'proxy')
        return problem('it names nothing to be reached');
    return { ...found, verb: old === 'watch' && verb === 'get' ? 'watch' : exactly(verb, name ?? null, query), subresource: subresource ?? null, rest: more.length > 0 ? more.join('/') : null };
}
// `namespaces/x` alone, and its own subresources, are about the namespace; anything behind it lies inside.
function placed(parts) {
    if (parts[0] !== 'namespaces' || parts.length < 3 || (parts.length === 3 && ['status', 'finalize'].includes(parts[2])))
        return [null, parts];
    return [parts[1], parts.slice(2)];
}
function exactly(verb, name, query) {
    if (verb === 'get' && query.get('watch')?.some((value) => value !== '0' && value.toLowerCase() !== 'false') === true)
        return 'watch';
    if (name !== null)
        return verb;
    return verb === 'get' ? 'list' : verb === 'delete' ? 'deletecollection' : verb;
}

// EXTERNAL MODULE: ./lib/parse/kubernetes/secrets.js
var secrets = __webpack_require__(73677);
;// CONCATENATED MODULE: ./lib/parse/kubernetes/request.js






/** True for a text that begins with a request line. */
function isRequest(text) {
    return /^[A-Z]{3,10} \/\S*[ \t]*(?:HTTP\/1\.[01])?\r?(?:\n|$)/u.test(text);
}
/** Source: etcd's limit of 1.5 MiB, in the most wasteful JSON. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** The one operation of a request. Never throws. */
function readRequest(source) {
    const end = /\r?\n\r?\n/u.exec(source);
    const head = (end === null ? source : source.slice(0, end.index)).split(/\r?\n/u).filter((line) => line !== '');
    const body = end === null ? '' : source.slice(end.index + end[0].length);
    const [method = '', target = ''] = (head[0] ?? '').trim().split(/[ \t]+/u);
    const headers = headersOf(head.slice(1));
    if (headers === null)
        return (0,operation/* unreadable */.O$)(source, 1, 'a line of its head is no header');
    if (Buffer.byteLength(body, 'utf8') > MAX_BODY_BYTES)
        return (0,operation/* unreadable */.O$)(source, 1, `its body is larger than ${MAX_BODY_BYTES} bytes`);
    const path = readPath(method, target);
    const impersonated = impersonation(headers);
    if (path.kind === 'problem')
        return (0,operation/* unreadable */.O$)(source, 1, path.problem, impersonated.hazards);
    if (path.kind === 'discovery')
        return answer(source, { statement: 'DISCOVERY', name: 'kubernetes.discovery', accesses: [(0,operation/* access */.T_)('read', null, null)], hazards: [] }, impersonated, `${method} ${target}`);
    const types = headers.get('content-type') ?? [];
    if (types.length > 1 || (headers.get('content-encoding') ?? []).some((value) => value !== 'identity'))
        return (0,operation/* unreadable */.O$)(source, 1, 'its body is in an encoding that we do not read');
    const request = { path, contentType: types[0]?.split(';')[0]?.trim().toLowerCase() ?? null, body };
    const given = answerOf(request);
    const shown = given.body === undefined || given.body === null ? '' : `\n${(0,kubernetes_value/* canonical */.$N)((0,secrets/* withoutSecrets */.cT)(given.body))}`;
    return answer(source, given, impersonated, `${method} ${target}${shown}`);
}
function answerOf(request) {
    const { path } = request;
    return connectOf(path) ?? (['get', 'list', 'watch'].includes(path.verb) ? readOf(path) : changeOf(request)) ?? {
        statement: `UNKNOWN ${kindOf(path).toUpperCase()}`, name: 'kubernetes.unknown', hazards: [],
        accesses: [(0,operation/* access */.T_)('unknown', pathObject(path), pathType(path), { why: `\`${path.subresource ?? path.verb}\` is nothing that we know of \`${path.resource}\`` })],
    };
}
function answer(source, { statement, name, accesses, hazards }, impersonated, redacted) {
    return (0,operation/* operation */.MQ)({ statement, name, text: source.trim(), redacted, accesses: [...accesses, ...impersonated.accesses], hazards: [...hazards, ...impersonated.hazards], line: 1 });
}
function headersOf(lines) {
    const found = new Map();
    for (const line of lines) {
        const [, name, value] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}):[ \t]*(.*?)[ \t]*$/u.exec(line) ?? [];
        if (name === undefined || value === undefined)
            return null;
        found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), value]);
    }
    return found;
}
// Who impersonates acts with rights that are not the caller's.
function impersonation(headers) {
    const named = [...headers].filter(([name]) => name.startsWith('impersonate-'));
    const accesses = named.flatMap(([name, values]) => values.map((value) => (0,operation/* access */.T_)('grant', `${name === 'impersonate-group' ? 'groups' : 'users'}/${value.slice(0, 253)}`, name === 'impersonate-group' ? 'groups' : 'users')));
    return { accesses, hazards: named.length === 0 ? [] : [{ id: 'impersonates', detail: 'it is done in the name of somebody else' }] };
}

;// CONCATENATED MODULE: ./lib/parse/kubernetes/reader.js







/** Reads manifests or a request. Never throws. */
function readKubernetes(text) {
    if (isRequest(text))
        return [readRequest(text)];
    const parts = (0,manifest/* readManifest */.WI)(text);
    const quiet = quietIn(parts);
    return parts.flatMap((part) => operationsOf(part, null, quiet));
}
/** Accounts among some parts that give no tokens. */
function quietIn(parts) {
    return (0,operation/* quietAccounts */.$M)(parts.flatMap((part) => (part.kind === 'resource' ? [part.resource] : [])));
}
/** Operations of one part of a manifest. `before`: the same resource as it was, null when it is new or nobody knows. */
function operationsOf(part, before, quiet) {
    switch (part.kind) {
        case 'resource':
            return [(0,operation/* applied */.Ic)(part.resource, before, quiet), ...carriedSince(before, part.resource)];
        case 'kustomization':
        case 'replacements':
            return (0,kustomization/* kustomize */.Et)(part.value, part.line);
        case 'patch':
            return [(0,patched/* patched */.es)(part.patch)];
        case 'problem':
            return [(0,operation/* unreadable */.O$)(part.source, part.line, part.problem)];
    }
}
// Patches that an object has a controller make, those that it did before left out.
function carriedSince(before, after) {
    const mark = ({ target, namespace, source }) => JSON.stringify([(0,kubernetes_value/* canonical */.$N)(target), namespace, source]);
    const known = new Set((before === null ? [] : (0,delivery/* carried */.LT)(before)).map(mark));
    return (0,delivery/* carried */.LT)(after).filter((patch) => !known.has(mark(patch))).map(patched/* patched */.es);
}


/***/ })

};
