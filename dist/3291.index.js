export const id = 3291;
export const ids = [3291];
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


/***/ }),

/***/ 61573:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SF: () => (/* binding */ capabilitiesOf),
/* harmony export */   Yy: () => (/* binding */ opensToAll),
/* harmony export */   bz: () => (/* binding */ isProtected)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What is known of resource types without their providers: which hold data or identity, which decide who may do what, which run code. By
// the words that their names are made of, so that a provider's next type is known as well. Refuses to call a type harmless: it only warns.
/** Words of types that hold data or what can't be made again: losing one is not undone by applying again. */
const DATA = [
    'db', 'database', 'sql', 'rds', 'aurora', 'dynamodb', 'redshift', 'documentdb', 'docdb', 'neptune', 'timestream', 'keyspaces', 'memorydb', 'elasticache', 'redis', 'memcache', 'postgresql', 'mysql', 'mariadb',
    'mongodb', 'cosmosdb', 'spanner', 'bigtable', 'bigquery', 'firestore', 'datastore', 'elasticsearch', 'opensearch', 'kinesis', 'kafka', 'msk', 'sqs', 'queue', 'eventhub', 'pubsub',
    's3', 'bucket', 'storage', 'blob', 'volume', 'disk', 'ebs', 'efs', 'fsx', 'filesystem', 'snapshot', 'backup', 'vault', 'glacier', 'filestore', 'share', 'persistentvolume',
    'kms', 'key', 'secret', 'secretsmanager', 'certificate', 'acm', 'keypair', 'zone', 'route53', 'dns', 'domain', 'eip', 'repository', 'ecr', 'registry', 'cluster', 'namespace', 'organization', 'account', 'project', 'subscription', 'tenant', 'user', 'pool', 'state', 'log', 'loggroup',
];
const IDENTITY = ['iam', 'role', 'policy', 'permission', 'permissions', 'binding', 'member', 'grant', 'acl', 'user', 'group', 'access', 'accesskey', 'trust', 'oidc', 'saml', 'credential', 'credentials', 'serviceaccount', 'rolebinding', 'assignment', 'membership'];
const CODE = new Set(['null_resource', 'terraform_data', 'external', 'local_file', 'shell_script', 'aws_lambda_invocation', 'helm_release', 'kubectl_manifest', 'kubernetes_manifest', 'docker_container', 'aws_ssm_association', 'aws_instance_user_data']);
const NETWORK = ['firewall', 'security', 'sg', 'nsg', 'ingress', 'network', 'acl'];
/** True for types whose loss loses data or identity. */
function isProtected(type) {
    return hasWord(type, DATA) || hasWord(type, IDENTITY);
}
/** Whether a type decides who may do what, and whether it runs code. */
function capabilitiesOf(type) {
    return { grants: hasWord(type, IDENTITY), executes: CODE.has(type) };
}
/** True when a network rule admits every address, or a resource is for everybody, as far as planned values say. */
function opensToAll(type, after) {
    const text = JSON.stringify(after ?? null);
    if (hasWord(type, NETWORK) && /"(?:0\.0\.0\.0\/0|::\/0|\*|Internet|Any)"/u.test(text) && !/"type":"egress"|"direction":"(?:egress|EGRESS|Outbound)"/u.test(text))
        return true;
    return /"(?:public-read(?:-write)?|allUsers|allAuthenticatedUsers)"/u.test(text) || /"publicly_accessible":true|"public_network_access_enabled":true/u.test(text);
}
function hasWord(type, words) {
    const parts = type.toLowerCase().split(/[_-]+/u).slice(1);
    return parts.some((part, index) => words.includes(part) || words.includes(part + (parts[index + 1] ?? '')));
}


/***/ })

};
