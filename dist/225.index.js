export const id = 225;
export const ids = [225];
export const modules = {

/***/ 33413:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ taggedDigest),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   oA: () => (/* binding */ textDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// RFC 8785 canonical JSON and the house's tagged digests. Refuses what has no canonical form (undefined, NaN, lone surrogates).


/** RFC 8785 JSON of a JSON-shaped value. Throws `INTERNAL` on anything else. @see https://www.rfc-editor.org/rfc/rfc8785 */
function canonicalJson(value) {
    if (value === null || typeof value === 'boolean')
        return JSON.stringify(value);
    if (typeof value === 'number' && Number.isFinite(value))
        return JSON.stringify(value);
    if (typeof value === 'string' && value.isWellFormed())
        return JSON.stringify(value);
    // Plain loops: every operation of a change comes through here.
    if (Array.isArray(value)) {
        let items = '';
        for (const item of value)
            items += `${items === '' ? '' : ','}${canonicalJson(item)}`;
        return `[${items}]`;
    }
    if (typeof value === 'object' && isPlain(value)) {
        let members = '';
        // Without a function, `sort` goes by UTF-16 code units, as the RFC does.
        for (const key of Object.keys(value).sort())
            members += `${members === '' ? '' : ','}${canonicalJson(key)}:${canonicalJson(value[key])}`;
        return `{${members}}`;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INTERNAL', `a ${typeof value} has no canonical JSON form`);
}
/** `sha256(tag, 0x0A, RFC 8785 JSON)` in hex. */
function taggedDigest(tag, value) {
    return textDigest(tag, canonicalJson(value));
}
/** The same of what is canonical JSON already. */
function textDigest(tag, json) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${tag}\n${json}`, 'utf8').digest('hex');
}
function isPlain(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}


/***/ }),

/***/ 21308:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ familyOf),
/* harmony export */   Ew: () => (/* binding */ canonicalName),
/* harmony export */   Gq: () => (/* binding */ reachable),
/* harmony export */   ku: () => (/* binding */ FIRST_USER_OID)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What the gate knows about a database's schema, as a value. Read by the proxy on a connection of our own, used by
// parse (names, lineage) and mask (protected columns). Refuses to hold data: names, types and definitions only.
/** Oids from here on are given to what users make. @see https://www.postgresql.org/docs/18/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT */
const FIRST_USER_OID = 16_384;
/** A type and all types inside of it. */
function familyOf(type, { holds }) {
    const found = new Set([type]);
    for (const one of found)
        for (const inside of holds.get(one) ?? [])
            found.add(inside);
    return found;
}
/** The name under which relations are keyed. Names hold no dots in practice; a dot inside one makes it unmatchable, not ambiguous. */
function canonicalName(schema, name) {
    return `${escapeDots(schema)}.${escapeDots(name)}`;
}
function escapeDots(part) {
    return part.includes('.') || part.includes('"') ? `"${part.replaceAll('"', '""')}"` : part;
}
/** Every relation that `next` leads to from this one, itself left out; `next`: oids of parents, or of children. Each once, circles or not. */
function reachable(start, next, catalog) {
    const seen = new Map();
    const open = [...next(start)];
    for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
        const relation = catalog.relationsByOid.get(oid);
        if (relation === undefined || seen.has(oid) || oid === start.oid)
            continue;
        seen.set(oid, relation);
        open.push(...next(relation));
    }
    return [...seen.values()];
}


/***/ }),

/***/ 22360:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ SECRET_DETECTORS),
/* harmony export */   t: () => (/* binding */ PERSONAL_DETECTORS)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Names of the content detectors, which a policy may use in `content:NAME`. Here, because policy and mask must agree and do not know each
// other; a test compares the list with the detectors themselves.
/** Personal data: looked for where a policy names it. */
const PERSONAL_DETECTORS = [
    'card', 'iban', 'email', 'phone', 'us-ssn', 'us-itin', 'es-nif', 'se-personnummer', 'pl-pesel', 'tr-national-id', 'uk-nhs', 'in-aadhaar', 'kr-rrn',
    'za-id-number', 'ca-sin', 'au-tfn', 'br-cpf', 'fr-nir',
];
/** Secrets: always looked for. */
const SECRET_DETECTORS = [
    'private-key', 'github-token', 'gitlab-token', 'slack-token', 'anthropic-token', 'openai-token', 'cloud-key', 'jwt', '1password-secret-key',
    '1password-service-account-token', 'adobe-client-secret', 'airtable-personal-access-token', 'alibaba-access-key-id', 'artifactory-api-key',
    'artifactory-reference-token', 'atlassian-api-token', 'authress-access-key', 'clickhouse-cloud-key', 'clojars-token', 'cloudflare-token',
    'cloudflare-origin-ca-key', 'databricks-token', 'defined-networking-token', 'digitalocean-token', 'discord-token', 'docker-token', 'doppler-token',
    'dropbox-token', 'duffel-token', 'dynatrace-token', 'easypost-token', 'facebook-access-token', 'facebook-app-token', 'flutterwave-key',
    'figma-token', 'fly-token', 'frameio-token', 'grafana-api-key', 'grafana-cloud-token', 'grafana-service-account-token', 'groq-key', 'harness-token',
    'hashicorp-terraform-token', 'hashicorp-vault-token', 'heroku-token', 'huggingface-token', 'infracost-token', 'intra42-client-secret',
    'linear-token', 'lob-key', 'mailchimp-key', 'mailgun-key', 'mapbox-token', 'maxmind-license-key', 'new-relic-key', 'notion-token', 'npm-token',
    'nuget-key', 'octopus-deploy-key', 'openshift-token', 'perplexity-key', 'plaid-token', 'planetscale-token', 'postman-token', 'prefect-token',
    'pulumi-token', 'pypi-token', 'readme-token', 'replicate-token', 'rubygems-token', 'scalingo-token', 'sendgrid-token', 'sendinblue-token',
    'sentry-org-token', 'sentry-user-token', 'settlemint-token', 'shippo-token', 'shopify-token', 'sonar-token', 'sourcegraph-token', 'square-token',
    'stripe-key', 'tailscale-key', 'teams-webhook', 'telegram-bot-token', 'twilio-key', 'twitter-bearer-token', 'typeform-token', 'vercel-token',
    'xai-key', 'yandex-api-key', 'yandex-access-key', 'yandex-access-token', 'url-credentials', 'authorization-header', 'curl-credentials',
    'kubernetes-secret', 'named-secret',
];


/***/ }),

/***/ 96713:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ manual),
/* harmony export */   y: () => (/* binding */ HOME)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Where a message sends people who want to read more: whoever meets it in a job, a package or an image has no `docs/` at hand.
const HOME = 'https://github.com/ostiary/ostiary';
/** Address of a page of this repository: `docs/vault.md`, `SECURITY.md`. */
function manual(page) {
    return `${HOME}/blob/main/${page}`;
}


/***/ }),

/***/ 80029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ compileGlob),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   tI: () => (/* binding */ compileGlobs)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The only pattern language of policies: `*` any run of characters within a segment, `**` across segments, `?` one character.
// Time is text times pattern at worst, never exponential; no regular expressions. Refuses nothing: every string is a valid glob.
/**
 * Compiles a glob once. `separator` is what `*` and `?` do not cross: `.` for names, `/` for paths, none when empty.
 *
 * `public.*` matches `public.a`, not `public.a.b`. A `**` that is a whole segment stands for any number of segments, none included:
 * with `.`, `a.**.b` matches `a.b` and `a.x.y.b`, not `a.xb`. `onStep` is called for each unit of work; tests count with it.
 */
function compileGlob(pattern, separator = '', onStep) {
    if (!isGlob(pattern))
        return (text) => text === pattern;
    if (pattern === '**' || (pattern === '*' && separator === ''))
        return () => true;
    const tokens = tokenize([...pattern], separator);
    if (onStep !== undefined)
        return (text) => matchTokens(tokens, text, { separator, onStep });
    return singleRun(tokens, separator) ?? fenced(tokens, (text) => matchTokens(tokens, text, { separator, onStep }));
}
/** Compiles several globs into one that any of them makes true: the plain ones are one look. */
function compileGlobs(patterns, separator) {
    const [only] = patterns;
    if (patterns.length === 1 && only !== undefined)
        return compileGlob(only, separator);
    const plain = new Set(patterns.filter((pattern) => !isGlob(pattern)));
    const globs = patterns.filter(isGlob).map((pattern) => compileGlob(pattern, separator));
    return (text) => plain.has(text) || globs.some((glob) => glob(text));
}
/** True when a pattern has a wildcard in it. */
function isGlob(pattern) {
    return pattern.includes('*') || pattern.includes('?');
}
function tokenize(pattern, separator) {
    const tokens = [];
    let at = 0;
    while (at < pattern.length) {
        const char = pattern[at];
        let stars = 0;
        while (pattern[at + stars] === '*')
            stars += 1;
        if (stars === 0) {
            tokens.push(char === '?' ? { kind: 'one' } : { kind: 'literal', text: char });
            at += 1;
            continue;
        }
        const startsSegment = at === 0 || pattern[at - 1] === separator;
        at += stars;
        if (stars > 1 && separator !== '' && startsSegment && pattern[at] === separator) {
            tokens.push({ kind: 'segments' }, { kind: 'inside' });
            at += 1;
        }
        else {
            tokens.push({ kind: 'run', across: stars > 1 || separator === '' });
        }
    }
    return tokens;
}
// Most patterns are `prefix*suffix`: two comparisons instead of a walk.
function singleRun(tokens, separator) {
    const at = tokens.findIndex((token) => token.kind !== 'literal');
    const run = tokens[at];
    if (run?.kind !== 'run' || tokens.slice(at + 1).some((token) => token.kind !== 'literal'))
        return null;
    const prefix = literal(tokens.slice(0, at));
    const suffix = literal(tokens.slice(at + 1));
    return (text) => text.length >= prefix.length + suffix.length &&
        text.startsWith(prefix) &&
        text.endsWith(suffix) &&
        (run.across || !text.slice(prefix.length, text.length - suffix.length).includes(separator));
}
// What does not begin and end as the pattern does needs no walk.
function fenced(tokens, walk) {
    const first = tokens.findIndex((token) => token.kind !== 'literal');
    const last = tokens.findLastIndex((token) => token.kind !== 'literal');
    const [prefix, suffix] = [literal(tokens.slice(0, first)), literal(tokens.slice(last + 1))];
    return (text) => text.startsWith(prefix) && text.endsWith(suffix) && walk(text);
}
// Only ever given literals.
function literal(tokens) {
    return tokens.map((token) => token.text).join('');
}
// INVARIANT: the positions that are live at once are a set, so each character costs at most one step a token.
function matchTokens(tokens, text, { separator, onStep }) {
    let live = new Set();
    enter(tokens, 0, live);
    for (const char of text) {
        const next = new Set();
        for (const at of live) {
            onStep?.();
            const token = tokens[at];
            if (token !== undefined)
                for (const position of advance(token, at, { char, separates: char === separator }))
                    enter(tokens, position, next);
        }
        if (next.size === 0)
            return false;
        live = next;
    }
    return live.has(tokens.length);
}
const NOWHERE = [];
// Where a token goes on one character.
function advance(token, at, { char, separates }) {
    switch (token.kind) {
        case 'literal':
            return token.text === char ? [at + 1] : NOWHERE;
        case 'one':
            return separates ? NOWHERE : [at + 1];
        case 'run':
            return separates && !token.across ? NOWHERE : [at];
        case 'segments':
            return [separates ? at : at + 1];
        case 'inside':
            return [separates ? at - 1 : at];
    }
}
// A position together with those that are reached from it without a character.
function enter(tokens, start, live) {
    let at = start;
    while (!live.has(at)) {
        live.add(at);
        const kind = tokens[at]?.kind;
        if (kind === 'run')
            at += 1;
        else if (kind === 'segments')
            at += 2;
        else
            return;
    }
}


/***/ }),

/***/ 38869:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ MIGRATION_TOOLS),
/* harmony export */   l: () => (/* binding */ MIGRATION_TOOL_NAMES)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The migration tools that `changes[].tool` can name, and what each keeps of its own in a database: which migrations ran, who is at it,
// how its session is set. One table for everybody: the gate allows a tool its own book-keeping by it (policy/bookkeeping.ts), and `plan`
// sets that apart from what the migrations do. Refuses to list what a tool does not send by itself.
const LOCKS = ['pg_catalog.pg_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
const TRY_LOCKS = ['pg_catalog.pg_try_advisory_lock', 'pg_catalog.pg_advisory_unlock'];
/** How a version table is made, read, added to and, when something is undone, taken from. */
const KEPT = ['CREATE TABLE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'];
function tool(relations, more = {}) {
    const { also = [], ...rest } = more;
    return { books: relations.map((relation) => ({ relation, statements: [...KEPT, ...also] })), schemas: [], functions: [], settings: [], ...rest };
}
/** By name. `psql` stands for plain files that are run one by one, in the order of their names. */
const MIGRATION_TOOLS = {
    psql: tool([]),
    alembic: tool(['alembic_version']),
    dbmate: tool(['schema_migrations'], { functions: TRY_LOCKS }),
    django: {
        ...tool(['django_migrations'], { settings: ['constraints'] }),
        // The two below are tables of applications, made by their migrations; Django fills them in after it has migrated.
        books: [{ relation: 'django_migrations', statements: KEPT }, { relation: 'django_content_type', statements: ['SELECT', 'INSERT'] }, { relation: 'auth_permission', statements: ['SELECT', 'INSERT'] }],
    },
    drizzle: tool(['drizzle.__drizzle_migrations'], { schemas: ['drizzle'] }),
    flyway: tool(['flyway_schema_history'], {
        also: ['ALTER TABLE', 'CREATE INDEX', 'LOCK TABLE'], functions: ['pg_catalog.pg_try_advisory_xact_lock', ...TRY_LOCKS], settings: ['search_path', 'role'],
    }),
    // It writes down where it is by emptying its table first.
    'golang-migrate': tool(['schema_migrations'], { also: ['TRUNCATE TABLE'], functions: LOCKS }),
    goose: tool(['goose_db_version'], { functions: TRY_LOCKS }),
    'node-pg-migrate': tool(['pgmigrations'], { functions: TRY_LOCKS, settings: ['search_path'] }),
    prisma: tool(['_prisma_migrations'], { functions: LOCKS }),
    rails: tool(['schema_migrations', 'ar_internal_metadata'], { functions: TRY_LOCKS, settings: ['client_min_messages', 'standard_conforming_strings', 'intervalstyle', 'timezone'] }),
    sqitch: tool(['sqitch.changes', 'sqitch.dependencies', 'sqitch.events', 'sqitch.projects', 'sqitch.releases', 'sqitch.tags'], {
        also: ['COMMENT', 'LOCK TABLE'], schemas: ['sqitch'], functions: TRY_LOCKS, settings: ['client_min_messages', 'search_path'],
    }),
    typeorm: tool(['migrations', 'typeorm_metadata']),
};
/** Names for `changes[].tool`. */
const MIGRATION_TOOL_NAMES = Object.keys(MIGRATION_TOOLS);


/***/ }),

/***/ 57206:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ EFFECTS)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The words of the house as types. Every room speaks these and nothing else to its neighbours.
// Data only: readonly, JSON-shaped, no behaviour.
/** What an access does, from harmless to worst-understood. Meanings: docs/architecture.md, "Effects". */
const EFFECTS = ['read', 'write', 'schema', 'destroy', 'grant', 'execute', 'control', 'unknown'];


/***/ }),

/***/ 16702:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   _y: () => (/* binding */ CREDENTIAL_FORMS),
/* harmony export */   dj: () => (/* binding */ CREDENTIAL_SCHEMES)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Where upstream credentials are kept, as a policy or an operator's file says it (key `vaults`), and what the front of a credential's
// reference means. Types and one table; refuses to hold a secret: an address, a role and the path of a file are none.
/** What stands before the colon of a reference, and which kind of vault answers it; null: none is needed. */
const CREDENTIAL_SCHEMES = {
    env: null, file: null, oidc: null, vault: 'vault', 'aws-sm': 'aws', 'aws-rds-iam': 'aws', 'gcp-sm': 'gcp', 'azure-kv': 'azure',
};
/** How a reference of each scheme is written: for messages. */
const CREDENTIAL_FORMS = '`env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user` or `oidc:audience`';
/** A reference in its parts; null when its scheme is not known. `field`: of what is behind the last `#`. */
function parseReference(reference) {
    const colon = reference.indexOf(':');
    const scheme = reference.slice(0, Math.max(colon, 0));
    if (!Object.hasOwn(CREDENTIAL_SCHEMES, scheme))
        return null;
    const known = scheme;
    const rest = reference.slice(colon + 1);
    const hash = CREDENTIAL_SCHEMES[known] === null ? -1 : rest.lastIndexOf('#');
    return { scheme: known, rest: hash < 0 ? rest : rest.slice(0, hash), field: hash < 0 ? null : rest.slice(hash + 1) };
}


/***/ }),

/***/ 1864:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ checkPath),
/* harmony export */   MJ: () => (/* binding */ policyText),
/* harmony export */   TZ: () => (/* binding */ forgeFailed),
/* harmony export */   cE: () => (/* binding */ renameHint),
/* harmony export */   g$: () => (/* binding */ tooLarge),
/* harmony export */   ij: () => (/* binding */ checkId),
/* harmony export */   mk: () => (/* binding */ MAX_POLICY_BYTES),
/* harmony export */   wu: () => (/* binding */ meantAsPolicy)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// What both forges have to say alike of a policy file: its size, its text, the sentences of their errors. Refuses what is not UTF-8, and
// paths that could mean another file.

/** A policy is text that people review; a larger file is something else. */
const MAX_POLICY_BYTES = 512 * 1024;
/** `hint` is the next step: a setting, a permission, a line of the workflow. */
function forgeFailed(message, hint, cause) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('FORGE_FAILED', message, { hint, cause });
}
/** The bytes as text; throws FORGE_FAILED when they are no text or too many. */
function policyText(bytes, path) {
    if (bytes.byteLength > MAX_POLICY_BYTES)
        throw tooLarge(path);
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    }
    catch (cause) {
        throw forgeFailed(`\`${path}\` is not UTF-8 text`, 'save it as UTF-8', cause);
    }
}
/** The error for a policy file beyond what is read of one. */
function tooLarge(path) {
    return forgeFailed(`\`${path}\` is larger than ${MAX_POLICY_BYTES} bytes`, 'move what several repositories share into a pack (`extends:`)');
}
/** What people call a policy that is not where it is looked for: another ending, another case, another folder, no folder at all. */
const MEANT = [
    // Hits `.ostiary/policy.yaml`, `.Ostiary/Policy.yml`, `ostiary/policies.yml`, `app/.ostiary/policy.yml`; misses `.ostiary/policy.test.yml`.
    /(?:^|\/)\.?ostiary\/polic(?:y|ies)(?:\.ya?ml|\.json|\.txt)?$/iu,
    // Hits `.ostiary.yml`, `.github/ostiary.yaml`.
    /(?:^|\/)\.?ostiary\.ya?ml$/iu,
    // Hits `policy.yml`, `.github/policy.yml`; misses `charts/policy.yml`, which is somebody else's.
    /^(?:\.github\/|\.gitlab\/)?policy\.ya?ml$/iu,
];
const MAX_MEANT = 2;
/** Of the files that are there, those that somebody may have meant as the policy, the likeliest first. */
function meantAsPolicy(path, present) {
    const ranked = present.map((candidate) => ({ candidate, rank: MEANT.findIndex((pattern) => pattern.test(candidate)) })).filter(({ candidate, rank }) => rank !== -1 && candidate !== path);
    return ranked.sort((a, b) => a.rank - b.rank || a.candidate.length - b.candidate.length).slice(0, MAX_MEANT).map(({ candidate }) => candidate);
}
/** The next step for who meant one of these files; null: nothing like it is there. */
function renameHint(path, present) {
    const meant = meantAsPolicy(path, present);
    return meant.length === 0 ? null : `there is ${meant.map((one) => `\`${printable(one)}\``).join(' and ')}: it has to be \`${path}\`, exactly so`;
}
// Names of files are anybody's text; a message is one line.
function printable(path) {
    return path.replace(/[\p{Cc}\p{Cf}`]/gu, '?').slice(0, 200);
}
/** Throws INPUT_INVALID unless it is a plain relative path, `.ostiary/policy.yml`. */
function checkPath(path) {
    const plain = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/u.test(path) && !path.split('/').some((part) => part === '.' || part === '..');
    if (!plain)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INPUT_INVALID', `\`${path}\` is not a plain path inside a repository`, { hint: 'for example `.ostiary/policy.yml`' });
}
/** Throws IDENTITY_UNTRUSTED unless it is a numeric id, as verified tokens hold them. */
function checkId(repositoryId) {
    if (/^[1-9][0-9]{0,18}$/u.test(repositoryId))
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('IDENTITY_UNTRUSTED', 'the verified token names no repository by a numeric id', { hint: 'only tokens of a CI job do; there is no policy to read for others' });
}


/***/ }),

/***/ 84520:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ Detection)
});

// UNUSED EXPORTS: MAX_DIGITS

;// CONCATENATED MODULE: ./lib/mask/claims.js
const DEFAULT_REACH = { before: 128, after: 1024 };
/** What stands before a window is out of its sight: a range that starts closer to the edge is not believed. */
const EDGE = 3;
/** Places by whose they are, each list in order: keywords come in the order of their ends. */
function grouped(places) {
    const groups = new Map();
    for (const { owner, at } of places) {
        const group = groups.get(owner);
        if (group === undefined)
            groups.set(owner, [at]);
        else
            group.push(at);
    }
    for (const group of groups.values())
        if (group.length > 1)
            group.sort((a, b) => a - b);
    return groups;
}
/** What a detector claims around places of its keys. */
function claimsOf(detector, text, places) {
    const { at } = detector;
    if (at === undefined)
        return around(text, places, detector);
    const spans = [];
    for (const place of places) {
        const span = at(text, place);
        if (span !== null)
            spans.push(span);
    }
    return spans;
}
// Runs a detector in windows around its keys, each window as long as its matches need.
function around(text, keys, detector) {
    const spans = [];
    for (const { start, end: planned } of windows(keys, detector.reach ?? DEFAULT_REACH)) {
        let end = planned;
        let inside = detector.find(text.slice(start, end), []);
        while (end < text.length && inside.some((span) => start + span.end >= end)) {
            end += end - start;
            inside = detector.find(text.slice(start, end), []);
        }
        for (const span of inside)
            if (start === 0 || span.start >= EDGE)
                spans.push({ start: start + span.start, end: start + span.end });
    }
    return spans;
}
// Windows that touch are one, so that no text is looked at twice.
function windows(keys, { before, after }) {
    const merged = [];
    for (const key of keys) {
        const last = merged[merged.length - 1];
        const start = Math.max(0, key - before);
        if (last !== undefined && start <= last.end)
            merged[merged.length - 1] = { start: last.start, end: key + after };
        else
            merged.push({ start, end: key + after });
    }
    return merged;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/digits.js
/** Fewest digits of anything that is looked for: a short Spanish number. */
const MIN_RUN_DIGITS = 7;
/** Separators in a row that still join two groups: `) -`. */
const MAX_GAP = 3;
const OTHER = 0;
const DIGIT = 1;
const SEPARATOR = 2;
/** What may stand between groups of digits: space - + . ( ) / and a no-break space, also as its UTF-8 bytes read one by one. */
const SEPARATORS = ' -+.()/\u00a0\u00c2';
const KIND = kinds();
const NO_RUNS = [];
function kinds() {
    const table = new Uint8Array(256);
    for (const separator of SEPARATORS)
        table[separator.charCodeAt(0)] = SEPARATOR;
    for (const digit of '0123456789')
        table[digit.charCodeAt(0)] = DIGIT;
    return table;
}
/** Runs of digits with few separators in a row, from first digit to last, that some filter wants, in the bytes between `from` and `to`; offsets in bytes. */
function digitRuns(bytes, filters, from = 0, to = bytes.length) {
    let runs = null;
    for (let at = from; at < to; at += 1) {
        if (KIND[bytes[at]] !== DIGIT)
            continue;
        let end = at;
        let digits = 0;
        const start = at;
        for (let gap = 0; at < to && gap <= MAX_GAP; at += 1) {
            const kind = KIND[bytes[at]];
            if (kind === OTHER)
                break;
            gap = kind === DIGIT ? 0 : gap + 1;
            if (kind === DIGIT) {
                digits += 1;
                end = at + 1;
            }
        }
        if (digits < MIN_RUN_DIGITS)
            continue;
        for (const wants of filters) {
            if (!wants(bytes, start, end, digits))
                continue;
            (runs ??= []).push({ start, end, digits });
            break;
        }
    }
    return runs ?? NO_RUNS;
}

// EXTERNAL MODULE: ./lib/mask/detectors/detector.js
var detector = __webpack_require__(54520);
;// CONCATENATED MODULE: ./lib/mask/encodings.js
// SPDX-License-Identifier: Apache-2.0
//
// Secrets in base64 and hex: how their keywords look when encoded, and where encoded stretches are that may hold them. One layer only;
// refuses to guess at compression, encryption or split values. And escapes: characters spelt as numbers in JSON and XML.

/** Shorter forms would be found everywhere. */
const MIN_FORM = 4;
const BASE64 = (0,detector/* charClass */.zc)(/[A-Za-z0-9+/_-]/);
const MIN_BASE64 = 20;
const HEX = (0,detector/* charClass */.zc)(/[0-9A-Fa-f]/);
const MIN_HEX = 32;
// Match "\nZ2hw", miss " Z2hw": what continues a stretch on the next line; sticky.
const NEXT_LINE = /\r?\n[A-Za-z0-9+/_-]+/y;
// Match "==" and "", miss nothing: padding; sticky.
const PADDING = /={0,2}/y;
/** The first characters of an encoded keyword are enough to notice it. */
const MAX_FORM = 10;
/** Forms of an ASCII keyword in hex and in base64 at each of the three alignments, without the characters that its neighbours share. */
function encodedForms(keyword) {
    const hexadecimal = Buffer.from(keyword, 'latin1').toString('hex');
    const forms = [hexadecimal, hexadecimal.toUpperCase()];
    for (let shift = 0; shift < 3; shift += 1) {
        const encoded = Buffer.from('\0'.repeat(shift) + keyword, 'latin1').toString('base64');
        const whole = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + keyword.length) * 8) / 6));
        forms.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return [...new Set(forms.map((form) => form.slice(0, MAX_FORM)).filter((form) => form.length >= MIN_FORM))];
}
/** The stretches of base64 and hex around places in a text, decoded at every alignment that could make sense of them. */
function encodedAround(text, places) {
    const found = [];
    let base64End = 0;
    let hexEnd = 0;
    for (const place of places) {
        if (place >= base64End) {
            const span = lines(text, (0,detector/* stretch */._N)(text, place, BASE64, base64End), base64End);
            base64End = Math.max(span.end, place + 1);
            if (span.end - span.start >= MIN_BASE64)
                found.push(...base64(text, span));
        }
        if (place >= hexEnd) {
            const span = (0,detector/* stretch */._N)(text, place, HEX, hexEnd);
            hexEnd = Math.max(span.end, place + 1);
            if (span.end - span.start >= MIN_HEX)
                found.push(...hex(text, span));
        }
    }
    return found;
}
// Base64 is often broken into lines: those before and after belong to it, and so does its padding.
function lines(text, line, floor) {
    let { start, end } = line;
    for (let above = lineAbove(text, start, floor); above < start; above = lineAbove(text, start, floor))
        start = above;
    NEXT_LINE.lastIndex = end;
    while (NEXT_LINE.test(text))
        end = NEXT_LINE.lastIndex;
    PADDING.lastIndex = end;
    return { start, end: end + PADDING.exec(text)[0].length };
}
function lineAbove(text, start, floor) {
    if (text.charAt(start - 1) !== '\n')
        return start;
    const end = text.charAt(start - 2) === '\r' ? start - 2 : start - 1;
    const above = (0,detector/* stretch */._N)(text, end, BASE64, floor).start;
    return above < end ? above : start;
}
function base64(text, { start, end }) {
    // Match "\r\n" and "==", miss "n": line ends and padding say nothing.
    const compact = text.slice(start, end).replace(/[\r\n=]+/g, '');
    return [0, 1, 2, 3].map((shift) => ({ start, end, decoded: Buffer.from(compact.slice(shift), 'base64').toString('latin1') }));
}
function hex(text, { start, end }) {
    return [0, 1].map((shift) => ({ start, end, decoded: Buffer.from(text.slice(start + shift, end), 'hex').toString('latin1') }));
}
// Match "\\u0040", "\\\\u0040" (escaped once more), "&#64;" and "&#x40;", miss "\\u40" and "&amp;": a character by its number.
const ESCAPE = /\\{1,8}u([0-9a-f]{4})|&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;
/** A text with the characters that JSON and XML spell as numbers. */
function withoutEscapes(text) {
    return text.replace(ESCAPE, (whole, json, hex, decimal) => {
        const code = decimal === undefined ? parseInt(json ?? hex, 16) : Number(decimal);
        return code > 0x10ffff ? whole : String.fromCodePoint(code);
    });
}

;// CONCATENATED MODULE: ./lib/mask/folding.js
// SPDX-License-Identifier: Apache-2.0
//
// Numbers in other clothes: digits of other scripts, no-break spaces, dashes, what is invisible between them, and the same as URLs spell it.
// Rewrites the neighbourhood of such digits in ASCII, with the way back to where each character stood. Takes text as it is and bytes read one
// by one alike, valid UTF-8 or not. Refuses to fold words: those are no numbers, and letters that look alike are no business of ours.

/** Text on either side of a number that is folded with it: a name before it, and the rest of it. */
const AROUND = 96;
/** Digits beyond ASCII, and what may stand between digits there: dashes, spaces, dots, what is invisible, full-width signs. As they are and as the bytes of their UTF-8. */
const ODD_DIGIT = String.raw `(?![0-9])\p{Nd}|\xef\xbc[\x90-\x99]|\xd9[\xa0-\xa9]|\xdb[\xb0-\xb9]|\xe0[\xa5\xa7\xa9\xab\xad\xaf\xb1\xb3\xb5\xb9][\x90-\xaf]|\xf0\x9d\x9f[\x8e-\xbf]|%3\d`;
const ODD_GAP = String.raw `[\xa0\xad\xb7\u0300-\u036f\u1680\u2000-\u206f\u20d0-\u20ff\u2212\u3000\ufe00-\ufe0f\ufeff\uff00-\uff5e]|\xc2[\xa0\xad\xb7]|[\xcc\xcd][\x80-\xbf]|\xe2(?:[\x80\x81][\x80-\xbf]|\x83[\x90-\xbf]|\x88\x92)|\xe3\x80\x80|\xef(?:\xb8[\x80-\x8f]|\xbb\xbf|\xbc[\x80-\xbf]|\xbd[\x80-\x9e])|%[0-9A-Fa-f]{2}`;
// Match "078\u201305\u20131120", "%2B44 20 7946", "%3DGB8212345" and "\u0660\u0667\u0668-05-1120", miss "12\u201315" and "\u7b2c3\u7ae0": seven digits or more with what is between
// them (letters in an IBAN), and what stands before and behind.
const NUMBER = new RegExp(`(?:(?:${ODD_GAP})(?:[A-Za-z]{2})?)?(?:(?:[0-9]|${ODD_DIGIT})(?:[ .()/:+-]|${ODD_GAP}){0,4}(?:[A-Za-z]{1,4}(?:[ -]|${ODD_GAP}){0,2})?){7,}`, 'gu');
// Match "7\u20138" and "%20", miss "078-05": a number that is not all plain.
const ODD = /[^\x00-\x7f]|%/;
// One character beyond ASCII, as it is or as the bytes of its UTF-8; a run of percent codes.
const CHARACTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[^\x00-\x7f]|(?:%[0-9A-Fa-f]{2})+/gu;
// Match "\xe2\x80\x93", miss "\u2013": bytes read one by one.
const AS_BYTES = /^[\x80-\xff]{2,4}$/;
const folding_DIGIT = /^\p{Nd}$/u;
const SPACE = /^[\p{Zs}\u00b7\u2022\u2027]$/u;
const DASH = /^[\p{Pd}\u2212]$/u;
// Zero width, soft hyphens, directions; marks that go with the character before them.
const INVISIBLE = /^[\p{Cf}\p{M}]$/u;
const PRINTABLE = /^[\x20-\x7e]$/;
/** The stretches of a text that hold such numbers; none for most texts. */
function foldedStretches(text) {
    const stretches = [];
    (0,detector/* eachMatch */.jZ)(NUMBER, text, ({ index, 0: number }) => {
        if (!ODD.test(number))
            return;
        const last = stretches[stretches.length - 1];
        const end = Math.min(text.length, index + number.length + AROUND);
        // Numbers that lie close together are of one stretch.
        if (last !== undefined && index - AROUND <= last.end)
            last.end = end;
        else
            stretches.push({ start: Math.max(0, index - AROUND), end });
    });
    return stretches.flatMap((stretch) => folded(text, stretch) ?? []);
}
// Null when nothing in it has a counterpart: letters of a language beside digits.
function folded(text, { start, end }) {
    const source = text.slice(start, end);
    /** By character of the result, where what it stands for begins and ends. */
    const from = [];
    const to = [];
    let out = '';
    let copied = 0;
    const keep = (until) => {
        for (; copied < until; copied += 1) {
            from.push(copied);
            to.push(copied + 1);
            out += source.charAt(copied);
        }
    };
    for (const { 0: written, index } of source.matchAll(CHARACTER)) {
        const ascii = inAscii(written);
        if (ascii === null)
            continue;
        keep(index);
        copied = index + written.length;
        for (const char of ascii) {
            from.push(index);
            to.push(copied);
            out += char;
        }
    }
    if (copied === 0)
        return null;
    keep(source.length);
    const original = (span) => {
        const [first, last] = [Math.max(0, span.start - 1), Math.min(out.length, span.end + 1)];
        const [begin, finish] = [from[first], to[last - 1]];
        return source.slice(begin, finish) === out.slice(first, last) ? null : { start: start + from[span.start], end: start + to[span.end - 1] };
    };
    return { text: out, original };
}
// A character, or what codes spell, in ASCII; null when it has no counterpart there.
function inAscii(written) {
    const chars = [...decoded(written)];
    const ascii = chars.map(counterpart);
    return ascii.every((char) => char === null) ? null : ascii.map((char, at) => char ?? chars[at]).join('');
}
function decoded(written) {
    if (written.startsWith('%'))
        return Buffer.from(written.replaceAll('%', ''), 'hex').toString('utf8');
    return AS_BYTES.test(written) ? Buffer.from(written, 'latin1').toString('utf8') : written;
}
function counterpart(char) {
    if (PRINTABLE.test(char))
        return char;
    if (folding_DIGIT.test(char))
        return digitOf(char.codePointAt(0));
    if (SPACE.test(char))
        return ' ';
    if (DASH.test(char))
        return '-';
    if (INVISIBLE.test(char))
        return '';
    const plain = char.normalize('NFKC');
    return PRINTABLE.test(plain) ? plain : null;
}
// Digits of a script are ten in a row, and rows of them stand one behind the other.
function digitOf(code) {
    let zero = code;
    while (folding_DIGIT.test(String.fromCodePoint(zero - 1)))
        zero -= 1;
    return String((code - zero) % 10);
}

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/mask/keywords.js
// SPDX-License-Identifier: Apache-2.0
//
// One pass over bytes that says which of many keywords occur, and where: three characters at a time against a table of how keywords
// begin, and a walk through a trie only where one may. It is what makes plain data nearly free to scan. Refuses to judge; that is
// the detectors' work.


/** Places that are told of one value at most: each is looked at, and kept until then. `AAAA…` has one at each byte. */
const MAX_PLACES = 200_000;
/** Bits of a character in the table: signs that are rare in keywords share a code, and what the table lets through is compared in full. */
const CODE_BITS = 6;
const CODES = 1 << CODE_BITS;
const TRIPLES = CODES ** 3;
const LAST_TWO = CODES ** 2 - 1;
/** Flags of a triple: it begins a keyword; it ends with a keyword shorter than three; it begins a run of digits; it holds a number written otherwise. */
const BEGINS = 1;
const ENDS_SHORT = 2;
const DIGITS = 4;
const keywords_ODD = 8;
const KEYWORD = BEGINS | ENDS_SHORT;
const TRIPLE = 3;
/** Bytes beyond ASCII have the code 0. Characters with a code of their own, letters in both cases; all other signs share the one after these, and controls the next. */
const BEYOND = 0;
const CODED = 'abcdefghijklmnopqrstuvwxyz0123456789 -./@%_=\\&~+|';
const SHARED_CODE = CODED.length + 1;
const CONTROL = CODED.length + 2;
/** Bytes that digits of other scripts begin with in UTF-8: Arabic, Persian, Indic, full width, mathematical. */
const LEADING = CODED.length + 3;
const LEADS = [0xd9, 0xdb, 0xe0, 0xef, 0xf0];
const keywords_PRINTABLE = /^[\x20-\x7e]*$/;
/** Percent codes that may stand right before a number: spaces, line ends, quotes, brackets, what assigns and separates, a plus, digits. Not `%2f`, which registries have in every name. */
const BEFORE_NUMBERS = '09 0a 0d 20 22 26 27 28 2b 2c 3a 3b 3c 3d 3e 5b 7b 7c c2 e2 30 31 32 33 34 35 36 37 38 39'.split(' ');
const CODE_OF = codes();
/** As if control characters stood before the first byte. */
const BEFORE_ALL = (CONTROL << CODE_BITS) | CONTROL;
function codes() {
    const table = new Uint8Array(256);
    for (let code = 0; code < 0x80; code += 1)
        table[code] = code < 0x20 || code === 0x7f ? CONTROL : SHARED_CODE;
    for (const lead of LEADS)
        table[lead] = LEADING;
    for (const [index, char] of [...CODED].entries()) {
        table[char.charCodeAt(0)] = index + 1;
        table[char.toUpperCase().charCodeAt(0)] = index + 1;
    }
    return table;
}
const NO_KEYWORDS = [];
/** Finds keywords. */
class KeywordScanner {
    #triples = new Uint8Array(TRIPLES);
    /** Child by node and code; 0 is none, since nothing leads back to the root. */
    #trie;
    /** The node that three characters lead to from the root. */
    #third = new Int32Array(TRIPLES);
    /** Keywords that end at a node. */
    #ends = [[]];
    #short = [];
    #digits = false;
    #odd = false;
    #crowded = false;
    #heardOften = false;
    /** The bytes that `find` is looking at. */
    #start = 0;
    #end = 0;
    constructor(keywords) {
        this.#trie = new Int32Array(CODES * (1 + keywords.reduce((sum, { text }) => sum + text.length, 0)));
        for (const keyword of keywords)
            this.#add(keyword);
        this.#flagDigits();
        this.#flagOdd();
    }
    /** Whether the bytes that `find` has seen last can hold a run of digits and separators that is worth a look: three characters or more. */
    get digits() {
        return this.#digits;
    }
    /** Whether there may be a number among them that is not written in ASCII digits and separators. */
    get odd() {
        return this.#odd;
    }
    /** Whether the bytes that `find` has seen last hold more keywords than are told: then it has not looked at all of them. */
    get crowded() {
        return this.#crowded;
    }
    /** Every keyword in these bytes from `start` to `end`, in order of their ends; null when there is none. Positions count from the first byte. */
    find(bytes, start = 0, end = bytes.length) {
        const triples = this.#triples;
        let places = null;
        let last = BEFORE_ALL;
        let seen = 0;
        let at = start;
        this.#start = start;
        this.#end = end;
        this.#crowded = false;
        this.#heardOften = false;
        // Four at a time: the loop itself costs more than what is in it.
        for (; at + 3 < end; at += 4) {
            const first = ((last & LAST_TWO) << CODE_BITS) | CODE_OF[bytes[at]];
            const second = ((first & LAST_TWO) << CODE_BITS) | CODE_OF[bytes[at + 1]];
            const third = ((second & LAST_TWO) << CODE_BITS) | CODE_OF[bytes[at + 2]];
            last = ((third & LAST_TWO) << CODE_BITS) | CODE_OF[bytes[at + 3]];
            const flags = triples[first] | triples[second] | triples[third] | triples[last];
            seen |= flags;
            if ((flags & KEYWORD) === 0)
                continue;
            if ((triples[first] & KEYWORD) !== 0)
                places = this.#look(bytes, at, first, places);
            if ((triples[second] & KEYWORD) !== 0)
                places = this.#look(bytes, at + 1, second, places);
            if ((triples[third] & KEYWORD) !== 0)
                places = this.#look(bytes, at + 2, third, places);
            if ((triples[last] & KEYWORD) !== 0)
                places = this.#look(bytes, at + 3, last, places);
            if (this.#crowded)
                return places;
        }
        for (; at < end; at += 1) {
            last = ((last & LAST_TWO) << CODE_BITS) | CODE_OF[bytes[at]];
            seen |= triples[last];
            if ((triples[last] & KEYWORD) !== 0)
                places = this.#look(bytes, at, last, places);
        }
        this.#digits = (seen & DIGITS) !== 0;
        this.#odd = (seen & keywords_ODD) !== 0;
        return places;
    }
    // What begins two characters before `at`, and what is shorter than three and ends there.
    #look(bytes, at, triple, found) {
        const flags = this.#triples[triple];
        let places = found;
        if ((flags & ENDS_SHORT) !== 0)
            for (const keyword of this.#short)
                places = this.#heard(bytes, at, keyword, places);
        if ((flags & BEGINS) === 0)
            return places;
        let node = this.#third[triple];
        for (let next = at; node !== 0; next += 1) {
            const ends = this.#ends[node];
            for (let index = 0; index < ends.length; index += 1)
                places = this.#heard(bytes, next, ends[index], places);
            if (next + 1 >= this.#end)
                break;
            node = this.#trie[node * CODES + CODE_OF[bytes[next + 1]]];
        }
        return places;
    }
    // Adds a keyword if it is what ends at `end`, in its own case unless it folds: the table and the walk have compared codes only.
    #heard(bytes, end, { text, fold, owner, often }, places) {
        const start = end + 1 - text.length;
        if (start < this.#start)
            return places;
        for (let index = 0; index < text.length; index += 1) {
            const code = bytes[start + index];
            if (code !== text.charCodeAt(index) && (fold !== true || lower(code) !== text.charCodeAt(index)))
                return places;
        }
        if (often === true) {
            if (this.#heardOften)
                return places;
            this.#heardOften = true;
        }
        const place = { owner, at: start };
        if (places === null)
            return [place];
        if (places.length < MAX_PLACES)
            places.push(place);
        else
            this.#crowded = true;
        return places;
    }
    // Plain loops, and nothing made for a node where no keyword ends: a thousand keywords are read before the first text is.
    #add(keyword) {
        const { text } = keyword;
        if (!keywords_PRINTABLE.test(text))
            throw new errors/* GateError */.ue('INTERNAL', `the keyword ${JSON.stringify(text)} is not printable ASCII`);
        if (text.length < TRIPLE) {
            const packed = codesOf(text).reduce((sum, code) => (sum << CODE_BITS) | code, 0);
            this.#short.push(keyword);
            for (let triple = packed; triple < TRIPLES; triple += 1 << (CODE_BITS * text.length))
                this.#flag(triple, ENDS_SHORT);
            return;
        }
        const trie = this.#trie;
        let node = 0;
        let packed = 0;
        for (let depth = 0; depth < text.length; depth += 1) {
            const code = CODE_OF[text.charCodeAt(depth)];
            const slot = node * CODES + code;
            if (trie[slot] === 0)
                trie[slot] = this.#ends.push(NO_KEYWORDS) - 1;
            node = trie[slot];
            if (depth < TRIPLE)
                packed = (packed << CODE_BITS) | code;
            if (depth === TRIPLE - 1)
                this.#third[packed] = node;
        }
        this.#flag(packed, BEGINS);
        this.#ends[node] = [...this.#ends[node], keyword];
    }
    // Any three characters of a run are digits and separators, and the first three begin with a digit.
    #flagDigits() {
        const digits = codesOf('0123456789');
        const inRuns = [...new Set([...digits, ...codesOf(SEPARATORS)])];
        for (const first of digits) {
            for (const second of inRuns) {
                for (const third of inRuns)
                    this.#flag((((first << CODE_BITS) | second) << CODE_BITS) | third, DIGITS);
            }
        }
    }
    // A digit beside a byte beyond ASCII, a digit of another script, a percent code behind a digit or one for what a number begins with.
    #flagOdd() {
        const digits = codesOf('0123456789');
        const percent = codesOf('%')[0];
        const pairs = [
            ...[BEYOND, LEADING].flatMap((byte) => digits.flatMap((digit) => [(digit << CODE_BITS) | byte, (byte << CODE_BITS) | digit])), (LEADING << CODE_BITS) | BEYOND,
            ...digits.map((digit) => (digit << CODE_BITS) | percent),
        ];
        // Any third character may come first.
        for (const pair of pairs)
            for (let first = 0; first < CODES; first += 1)
                this.#flag((first << (2 * CODE_BITS)) | pair, keywords_ODD);
        for (const code of BEFORE_NUMBERS) {
            const [one, other] = codesOf(code);
            this.#flag((((percent << CODE_BITS) | one) << CODE_BITS) | other, keywords_ODD);
        }
    }
    #flag(triple, flag) {
        this.#triples[triple] = this.#triples[triple] | flag;
    }
}
function codesOf(text) {
    const found = [];
    for (let at = 0; at < text.length; at += 1)
        found.push(CODE_OF[text.charCodeAt(at)]);
    return found;
}
function lower(code) {
    return code >= 65 && code <= 90 ? code + 32 : code;
}

// EXTERNAL MODULE: ./lib/mask/replacement.js
var replacement = __webpack_require__(95956);
;// CONCATENATED MODULE: ./lib/mask/detection.js
// SPDX-License-Identifier: Apache-2.0
//
// Runs detectors over a value: keywords first, in one pass, and then only those detectors whose keywords are there, only around them.
// Refuses to change anything; it says where things are, as ranges that do not overlap.






/** Keywords that are no detector's: something encoded, and a JSON or XML escape that may hide a keyword. */
const ENCODED = -1;
const detection_ESCAPE = -2;
const SCRATCH_BYTES = 64 * 1024;
/** Digits of one value, in runs that are worth a look, that are looked at: some seconds' work. */
const MAX_DIGITS = 1_000_000;
const NOTHING = [];
const NOTHING_SEEN = { found: NOTHING, hidden: NOTHING };
const detection_NO_RUNS = [];
const NO_PLACES = new Map();
/** A set of detectors, ready to run. */
class Detection {
    #detectors;
    #scanner;
    #runFilters;
    /** Those that look at runs of digits. */
    #ofRuns;
    /** Those that find what has no key. */
    #unkeyed;
    /** Whether any of them is about people: their numbers are looked for in all spellings. */
    #folds;
    /** Texts as bytes, one after the other: a change has thousands. */
    #scratch = null;
    constructor(detectors) {
        this.#detectors = detectors.map((detector, index) => ({ detector, owner: index }));
        this.#ofRuns = detectors.filter(({ wants }) => wants !== undefined);
        this.#unkeyed = detectors.flatMap(({ name, unkeyed }) => (unkeyed === undefined ? [] : { name, unkeyed }));
        this.#folds = detectors.some(({ kind }) => kind === 'pii');
        this.#runFilters = detectors.flatMap(({ wants }) => wants ?? []);
        this.#scanner = new KeywordScanner([...this.#detectors.flatMap(keywordsOf), { text: '\\u', owner: detection_ESCAPE, often: true }, { text: '&#', owner: detection_ESCAPE, often: true }]);
    }
    /** What is in a text. */
    inText(text) {
        // One byte a character, whichever it was: offsets are the same, and all that is looked for is ASCII. A character that is cut to an
        // ASCII byte can only make the detectors look, and they look at the real text.
        const beyond = this.#folds && Buffer.byteLength(text) !== text.length;
        if (text.length > SCRATCH_BYTES)
            return this.#look(Buffer.from(text, 'latin1'), () => text, beyond);
        this.#scratch ??= Buffer.alloc(SCRATCH_BYTES);
        return this.#look(this.#scratch.subarray(0, this.#scratch.write(text, 'latin1')), () => text, beyond);
    }
    /** What is in these bytes; ranges are byte offsets. Any bytes will do, valid UTF-8 or not. */
    inBytes(bytes) {
        return this.#look(bytes, () => bytes.toString('latin1'));
    }
    /** What is in these bytes, also behind JSON and XML escapes that some layer below may undo: a text that holds JSON, an array of XML. */
    seenIn(bytes) {
        const places = this.#scanner.find(bytes);
        const runs = this.#scanner.crowded ? detection_NO_RUNS : this.#runs(bytes);
        const crowd = this.#crowd(places, runs, bytes.length);
        if (crowd !== null)
            return { found: crowd, hidden: NOTHING };
        if (this.#isPlain(places, runs, this.#odd))
            return NOTHING_SEEN;
        const text = bytes.toString('latin1');
        const found = this.#found(text, { places: places ?? [], runs, odd: this.#odd });
        if (places?.some(({ owner }) => owner === detection_ESCAPE) !== true)
            return { found, hidden: NOTHING };
        return { found, hidden: this.behindEscapes((0,replacement/* replaced */.$3)(text, found)) };
    }
    /** What shows in a text only when characters spelt as numbers are undone. */
    behindEscapes(text) {
        const plain = withoutEscapes(text);
        return plain === text ? NOTHING : this.inText(plain);
    }
    /**
     * False when nothing can be in the value that these bytes hold from `start` to `end`, whatever escapes it uses: most values, and cheap to
     * say, without a view of it.
     */
    possibleAt(bytes, start, end) {
        if (this.#scanner.find(bytes, start, end) !== null || this.#odd || this.#unkeyed.length > 0)
            return true;
        // What stands before the value may let a filter say yes that would say no: then there is a closer look at nothing.
        return this.#scanner.digits && this.#runFilters.length > 0 && digitRuns(bytes, this.#runFilters, start, end).length > 0;
    }
    // `beyond`: the text has characters that its bytes here do not show.
    #look(bytes, text, beyond = false) {
        const places = this.#scanner.find(bytes);
        const runs = this.#scanner.crowded ? detection_NO_RUNS : this.#runs(bytes);
        const crowd = this.#crowd(places, runs, bytes.length);
        if (crowd !== null)
            return crowd;
        const odd = beyond || this.#odd;
        return this.#isPlain(places, runs, odd) ? NOTHING : this.#found(text(), { places: places ?? [], runs, odd });
    }
    #isPlain(places, runs, odd) {
        return places === null && runs.length === 0 && !odd && this.#unkeyed.length === 0;
    }
    // After `find`, too: a value with more in it than can be looked at, of which nobody can tell what it is, is claimed as a whole.
    #crowd(places, runs, end) {
        if (!this.#scanner.crowded && runs.reduce((sum, { digits }) => sum + digits, 0) <= MAX_DIGITS)
            return null;
        const owner = this.#scanner.crowded ? places?.find((place) => place.owner >= 0)?.owner : undefined;
        const detector = (owner === undefined ? this.#ofRuns[0] : this.#detectors[owner]?.detector) ?? this.#detectors[0]?.detector;
        // Without detectors there is nothing to be crowded with.
        return [{ start: 0, end, name: detector.name }];
    }
    // After `find`, too.
    get #odd() {
        return this.#folds && this.#scanner.odd;
    }
    // After `find` over the same bytes, which says whether there are digits at all.
    #runs(bytes) {
        // Secrets alone have no business with digits: a third of the time that a log takes.
        return this.#scanner.digits && this.#runFilters.length > 0 ? digitRuns(bytes, this.#runFilters) : detection_NO_RUNS;
    }
    #found(text, { places, runs, odd }) {
        const found = [];
        const byOwner = places.length === 0 ? NO_PLACES : grouped(places);
        // In the order of the table, which decides whose name a range bears that two claim alike.
        for (const [owner, own] of [...byOwner].sort(([one], [other]) => one - other)) {
            const detector = this.#detectors[owner]?.detector;
            if (detector === undefined)
                continue;
            for (const { start, end } of claimsOf(detector, text, own))
                found.push({ start, end, name: detector.name });
        }
        if (runs.length > 0) {
            for (const detector of this.#ofRuns)
                for (const { start, end } of detector.find(text, runs))
                    found.push({ start, end, name: detector.name });
        }
        for (const { name, unkeyed } of this.#unkeyed)
            for (const { start, end } of unkeyed(text))
                found.push({ start, end, name });
        const encoded = byOwner.get(ENCODED);
        if (encoded !== undefined)
            found.push(...this.#encoded(text, encoded));
        if (odd)
            found.push(...this.#behindSpelling(text));
        return found.length === 0 ? NOTHING : disjoint(found);
    }
    // Numbers in other digits, with other separators, or as a URL has them.
    #behindSpelling(text) {
        return foldedStretches(text).flatMap((folded) => {
            const bytes = Buffer.from(folded.text, 'latin1');
            const places = this.#scanner.find(bytes) ?? [];
            const runs = this.#runs(bytes);
            return (this.#crowd(places, runs, folded.text.length) ?? this.#found(folded.text, { places, runs, odd: false })).flatMap(({ name, ...span }) => {
                const range = folded.original(span);
                return range === null ? [] : [{ ...range, name }];
            });
        });
    }
    // A secret anywhere in an encoded stretch claims the whole stretch: its edges do not fall on characters.
    #encoded(text, places) {
        const found = [];
        for (const { start, end, decoded } of encodedAround(text, places)) {
            const inner = this.#scanner.find(Buffer.from(decoded, 'latin1')) ?? [];
            const [crowd] = this.#crowd(inner, detection_NO_RUNS, decoded.length) ?? [];
            if (crowd !== undefined) {
                found.push({ start, end, name: crowd.name });
                continue;
            }
            const inside = this.#detectors.find(({ detector, owner }) => detector.kind === 'secret' && inner.some((place) => place.owner === owner) && detector.find(decoded, detection_NO_RUNS).length > 0);
            if (inside !== undefined)
                found.push({ start, end, name: inside.detector.name });
        }
        return found;
    }
}
function keywordsOf({ detector, owner }) {
    const plain = detector.keys.map((text) => ({ text, owner }));
    const beside = (detector.contextKeys ?? []).map((text) => ({ text, owner, fold: true }));
    const encoded = detector.kind === 'secret' ? (detector.encodedKeys ?? detector.keys).flatMap(encodedForms).map((text) => ({ text, owner: ENCODED })) : [];
    return [...plain, ...beside, ...encoded];
}
// Overlapping ranges become one, under the name of the longest.
function disjoint(found) {
    const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
    const merged = [];
    let longest = 0;
    for (const next of sorted) {
        const last = merged[merged.length - 1];
        const length = next.end - next.start;
        if (last === undefined || next.start >= last.end) {
            merged.push(next);
            longest = length;
        }
        else {
            merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end), name: length > longest ? next.name : last.name };
            longest = Math.max(longest, length);
        }
    }
    return merged;
}


/***/ }),

/***/ 54520:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ue: () => (/* binding */ entropy),
/* harmony export */   _N: () => (/* binding */ stretch),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   ii: () => (/* binding */ isAt),
/* harmony export */   jZ: () => (/* binding */ eachMatch),
/* harmony export */   k$: () => (/* binding */ isVaried),
/* harmony export */   th: () => (/* binding */ matchesOf),
/* harmony export */   zc: () => (/* binding */ charClass)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What a detector is: one family of values that must not leave, how to notice cheaply that one may be there, and where it is.
// A detector only reports ranges; it never changes text, never decodes what it is not shown, and takes time linear in the text.
/**
 * Every match of a global regular expression that matches no empty text, in order. A loop over `exec`, since `matchAll` makes an iterator
 * and another regular expression first, and most texts hold no match.
 */
function eachMatch(pattern, text, visit) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
        visit(match);
}
/** Every match of such an expression, as spans. */
function matchesOf(pattern, text) {
    const spans = [];
    eachMatch(pattern, text, ({ index, 0: match }) => spans.push({ start: index, end: index + match.length }));
    return spans;
}
/** How much of a token's end is looked at, and how many different characters a real one has there at least: a random 16 has 10 or more. */
const TAIL = 16;
const MIN_VARIETY = 5;
/** True for a token that somebody generated; false for a placeholder such as `ghp_xxxxxxxx`. */
function isVaried(text, { end }) {
    return new Set(text.slice(Math.max(0, end - TAIL), end)).size >= MIN_VARIETY;
}
/** Shannon's entropy of a text, in bits a character: 0 for `aaaa`, near 4 for random hex, near 6 for random base64. */
function entropy(text) {
    const counts = new Map();
    for (const char of text)
        counts.set(char, (counts.get(char) ?? 0) + 1);
    let bits = 0;
    for (const count of counts.values())
        bits -= (count / text.length) * Math.log2(count / text.length);
    return bits;
}
/** Every match of the first group, which none of its alternatives lacks, of a regular expression with the flags `d` and `g`: the value beside a word that names it. */
function groupsOf(pattern, text) {
    const spans = [];
    eachMatch(pattern, text, ({ indices }) => {
        const [start, end] = indices[1];
        spans.push({ start, end });
    });
    return spans;
}
const BEYOND = 256;
/** A class of ASCII characters; `above` says whether everything beyond ASCII belongs to it. */
function charClass(chars, above = false) {
    return Uint8Array.from({ length: BEYOND + 1 }, (_, code) => Number(code < 128 ? chars.test(String.fromCharCode(code)) : above));
}
/** True when the character at `at` is of the class; false past either end. */
function isAt(text, at, inside) {
    const code = text.charCodeAt(at);
    return code === code && inside[code < BEYOND ? code : BEYOND] === 1;
}
/** The maximal stretch of characters of a class around `at`, not reaching below `floor`. */
function stretch(text, at, inside, floor) {
    let start = at;
    let end = at;
    while (start > floor && isAt(text, start - 1, inside))
        start -= 1;
    while (isAt(text, end, inside))
        end += 1;
    return { start, end };
}
/** Every place where a word is. */
function placesOf(text, word) {
    const places = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        places.push(at);
    return places;
}


/***/ }),

/***/ 95956:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ replaced),
/* harmony export */   ee: () => (/* binding */ replacedBytes),
/* harmony export */   xL: () => (/* binding */ marker)
/* harmony export */ });
/** `[masked:email]`: plain ASCII without quotes, so that it needs no escape in JSON, XML, arrays and records. */
function marker(name) {
    return `[masked:${name}]`;
}
/** A text with each range replaced by its marker. */
function replaced(text, found) {
    let out = '';
    let from = 0;
    for (const { start, end, name } of found) {
        out += text.slice(from, start) + marker(name);
        from = end;
    }
    return out + text.slice(from);
}
/** The same for bytes; ranges are byte offsets. */
function replacedBytes(value, found) {
    const parts = [];
    let from = 0;
    for (const { start, end, name } of found) {
        parts.push(value.subarray(from, start), Buffer.from(marker(name), 'latin1'));
        from = end;
    }
    parts.push(value.subarray(from));
    return Buffer.concat(parts);
}


/***/ }),

/***/ 68150:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ readApprovals),
/* harmony export */   ZR: () => (/* binding */ holdIn),
/* harmony export */   _m: () => (/* binding */ readBreakGlass)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62564);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72737);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65849);



/** The settings; what is left out closes what was done, and holds nobody. */
function readApprovals(node) {
    const after = node === undefined ? null : (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(node, 'after');
    return { after: (after ?? 'close'), holdMs: holdIn(node) ?? 0 };
}
/** `hold` of a node in milliseconds; null when it says nothing. */
function holdIn(node) {
    const hold = node === undefined ? undefined : (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(node, 'hold')?.value;
    if (hold === undefined)
        return null;
    return typeof hold === 'string' ? (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsOf */ .TM)(hold) * 1000 : 0;
}
const DEFAULT_MAX_MS = 30 * 60_000;
/** Who may break the glass; null: nobody. */
function readBreakGlass(node, identities, findings) {
    if (node === undefined)
        return null;
    const named = (of, key) => (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(of, key)).map(({ value }) => String(value));
    const principals = (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .manyOf */ .J5)(node, 'principal');
    const notify = (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .present */ .Eb)(node, 'notify');
    const max = (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(node, 'max');
    const settings = {
        principals: principals.map(({ value }) => String(value)), users: named(node, 'users'), teams: named(node, 'teams'),
        notify: { users: named(notify, 'users'), teams: named(notify, 'teams') }, maxMs: max === null ? DEFAULT_MAX_MS : (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsOf */ .TM)(max) * 1000,
    };
    if (settings.users.length + settings.teams.length === 0)
        findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(node.at, '`break_glass` names nobody who may', 'add `users` or `teams`'));
    if (settings.notify.users.length + settings.notify.teams.length === 0)
        findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(notify.at, '`break_glass.notify` names nobody', 'add `users` or `teams`: without somebody who is told it can not be used'));
    for (const { value, at } of principals) {
        if (!identities.includes(String(value)))
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(at, `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(String(value))} is not one of \`identities\`: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(String(value), identities)}`));
    }
    return settings;
}


/***/ }),

/***/ 99634:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ booksOf),
/* harmony export */   MU: () => (/* binding */ booksOfTool),
/* harmony export */   ip: () => (/* binding */ BOOKKEEPING_RULE),
/* harmony export */   pV: () => (/* binding */ bookkeeperOf)
/* harmony export */ });
/* harmony import */ var _core_catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21308);
/* harmony import */ var _core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38869);
// SPDX-License-Identifier: Apache-2.0
//
// A migration tool's own book-keeping: its version tables, locks and settings, known by `changes[].tool`, so that what passed the check
// passes the wire. A statement is book-keeping as a whole or not at all. Refuses everything else that it may do on the side, objects of the
// same name elsewhere, roles other than its own, and a tool's books to callers whom no rule lets change the schema (evaluate.ts).


/** Rule id of what is allowed because of it. */
const BOOKKEEPING_RULE = 'builtin:migration-tool';
/** What each statement does to a book, and no more: a DELETE without a WHERE, a SELECT that locks are something else. */
const EFFECTS = {
    SELECT: ['read'], INSERT: ['read', 'write'], UPDATE: ['read', 'write'], DELETE: ['read', 'write'], 'LOCK TABLE': ['write'], 'TRUNCATE TABLE': ['destroy'],
    'CREATE TABLE': ['schema'], 'ALTER TABLE': ['schema'], 'CREATE INDEX': ['schema'], COMMENT: ['schema'],
};
const SCHEMA_STATEMENTS = ['CREATE SCHEMA', 'COMMENT'];
/** The books of all tools that `changes` names, by resource. */
function booksOf(changes) {
    const found = new Map();
    for (const { tool, table, resource } of changes) {
        const books = tool === null ? null : booksOfTool(tool, table);
        if (books === null)
            continue;
        const all = found.get(resource) ?? new Map();
        found.set(resource, all.set(`${books.tool} ${table ?? ''}`, books));
    }
    return new Map([...found].map(([resource, books]) => [resource, [...books.values()]]));
}
/** The books of a tool; null when it keeps none that we know. `table`: where the policy says that its version table is. */
function booksOfTool(name, table) {
    const tool = Object.hasOwn(_core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_TOOLS */ .b, name) ? _core_migration_tools_js__WEBPACK_IMPORTED_MODULE_0__/* .MIGRATION_TOOLS */ .b[name] : undefined;
    if (tool === undefined || tool.books.length === 0)
        return null;
    const schema = table === null ? 'public' : table.slice(0, table.indexOf('.'));
    const relations = tool.books.map(({ relation, statements }, index) => {
        if (index === 0 && table !== null)
            return [table, statements];
        return [relation.includes('.') ? relation : (0,_core_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalName */ .Ew)(schema, relation), statements];
    });
    const schemas = table === null || tool.schemas.length === 0 ? tool.schemas : [schema];
    return { tool: name, relations: new Map(relations), schemas, functions: tool.functions, settings: tool.settings };
}
/** The tool whose book-keeping an operation is, all of it; null when it is not. */
function bookkeeperOf({ kind, facts }, books, resource) {
    if (kind !== 'sql' || facts.unknown.length > 0 || facts.forbidden.length > 0)
        return null;
    const touching = facts.accesses.filter((access) => access.builtin !== true);
    if (touching.length === 0)
        return null;
    const found = books.find((of) => touching.every((access) => isKept(access, facts, of, resource)) && facts.functions.every((use) => use.class === 'harmless' || of.functions.includes(`pg_catalog.${use.name}`)));
    return found?.tool ?? null;
}
function isKept({ effect, object, type }, facts, books, resource) {
    if (object === null)
        return false;
    switch (type) {
        case 'relation':
            return books.relations.get(object)?.includes(facts.statement) === true && EFFECTS[facts.statement]?.includes(effect) === true;
        case 'schema':
            return effect === 'schema' && books.schemas.includes(object) && SCHEMA_STATEMENTS.includes(facts.statement);
        case 'function':
            return effect === 'control' && facts.statement === 'SELECT' && books.functions.includes(object);
        case 'setting':
            return effect === 'control' && books.settings.includes(object) && facts.session.every((change) => change.kind === 'set' && isOwnValue(change, resource));
        default:
            return false;
    }
}
// A role is only ever set back to who logged in, and no tool wants to see the insides of the server.
function isOwnValue({ name, value }, { address }) {
    if (name === 'role')
        return value === 'none' || (value !== null && value === address?.user);
    return name !== 'client_min_messages' || value === null || !value.toLowerCase().startsWith('debug');
}


/***/ }),

/***/ 44551:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tb: () => (/* binding */ loadPolicy),
  IG: () => (/* binding */ loadPolicyOf)
});

// UNUSED EXPORTS: lintPolicy

// EXTERNAL MODULE: ./lib/core/canonical.js
var canonical = __webpack_require__(33413);
// EXTERNAL MODULE: ./lib/policy/approvals.js
var approvals = __webpack_require__(68150);
// EXTERNAL MODULE: ./lib/policy/bookkeeping.js
var bookkeeping = __webpack_require__(99634);
// EXTERNAL MODULE: ./lib/core/migration-tools.js
var migration_tools = __webpack_require__(38869);
// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(62564);
// EXTERNAL MODULE: ./lib/policy/problem.js
var problem = __webpack_require__(72737);
;// CONCATENATED MODULE: ./lib/policy/changes.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads `changes` of a policy: which files become which operations. Refuses tools that nobody knows, and both a tool and a kind.




/** What `changes[].tool` may name: migration tools, and Terraform with its plans in JSON. */
const TOOLS = [...migration_tools/* MIGRATION_TOOL_NAMES */.l, 'terraform'];
/** Findings go to `findings`; a resource that is not there is a warning. */
function readChanges(node, resources, findings) {
    return (0,policy_node/* itemsOf */.S3)(node).map((item) => {
        const resource = (0,policy_node/* present */.Eb)(item, 'resource');
        const tool = (0,policy_node/* textOf */.b6)(item, 'tool');
        const as = (0,policy_node/* textOf */.b6)(item, 'as');
        if (!resources.includes(String(resource.value)))
            findings.push((0,problem/* warning */.$e)(resource.at, `${(0,problem/* quoted */.TL)(resource.value)} is not one of \`resources\`: ${(0,problem/* suggestion */.h)(String(resource.value), resources)}`));
        if ((tool === null) === (as === null))
            findings.push((0,problem/* mistake */.RT)(item.at, 'a change has to say either `tool` or `as`', 'for example `tool: dbmate`, or `as: kubernetes`'));
        if (tool !== null && !TOOLS.includes(tool))
            findings.push((0,problem/* mistake */.RT)((0,policy_node/* present */.Eb)(item, 'tool').at, `${(0,problem/* quoted */.TL)(tool)} is not a tool that we know: ${(0,problem/* suggestion */.h)(tool, TOOLS)}`, 'plain SQL files are `as: sql`'));
        const table = (0,policy_node/* textOf */.b6)(item, 'table');
        if (table !== null && (tool === null || (0,bookkeeping/* booksOfTool */.MU)(tool, table) === null))
            findings.push((0,problem/* mistake */.RT)((0,policy_node/* present */.Eb)(item, 'table').at, '`table` is the version table of a migration tool, and this change names none that has one', 'take it out'));
        return { paths: (0,policy_node/* itemsOf */.S3)((0,policy_node/* child */.jf)(item, 'paths')).map((path) => String(path.value)), tool, as, resource: String(resource.value), table };
    });
}

// EXTERNAL MODULE: ./lib/core/detector-names.js
var detector_names = __webpack_require__(22360);
;// CONCATENATED MODULE: ./lib/policy/detector-pattern.js
// SPDX-License-Identifier: Apache-2.0
//
// What can be said of a detector's pattern without running it: how long its matches are at most, and a text that each of them holds. Refuses
// what has no bound, what stands for a place rather than a text, and all syntax that it does not know: a bound that is wrong leaks.
/** Shorter texts are in every other line. */
const MIN_FIXED = 3;
/** A window of text is looked at around each keyword, as long as a match can be; also RE2's limit for one repetition. */
const MAX_MATCH = 1000;
/** What is shorter would be found everywhere. */
const MIN_MATCH = 4;
/** Steps of the compiled program, roughly: nested repetitions multiply. */
const MAX_SIZE = 5000;
const MAX_DEPTH = 20;
class Unusable extends Error {
    hint;
    constructor(message, hint) {
        super(message);
        this.hint = hint;
    }
}
/** Facts of a pattern, or what is wrong with it. */
function patternFacts(pattern) {
    // Match "(?i)acme", miss "acme(?i)".
    const anyCase = pattern.startsWith('(?i)');
    try {
        const { shortest, longest, fixed, exact } = new PatternReader(anyCase ? pattern.slice(4) : pattern).read();
        if (shortest < MIN_MATCH)
            return { message: `matches texts of ${shortest} characters, which are everywhere`, hint: `make each match ${MIN_MATCH} characters or longer` };
        if (longest > MAX_MATCH)
            return { message: `can match ${longest} characters`, hint: `keep it to ${MAX_MATCH}` };
        const known = exact !== null ? [exact] : fixed;
        const usable = known?.every((text) => text.length >= MIN_FIXED) === true ? known : null;
        return { shortest, longest, anyCase, fixed: usable?.map((text) => (anyCase ? text.toLowerCase() : text)) ?? null };
    }
    catch (thrown) {
        if (thrown instanceof Unusable)
            return { message: thrown.message, hint: thrown.hint };
        throw thrown;
    }
}
const NOTHING = { shortest: 0, longest: 0, size: 1, exact: '', fixed: null };
const ESCAPES = { n: '\n', r: '\r', t: '\t' };
/** Reads the pattern from left to right; a quantifier counts for what stands before it. */
class PatternReader {
    pattern;
    #at = 0;
    constructor(pattern) {
        this.pattern = pattern;
    }
    read() {
        const part = this.#alternatives(0);
        if (this.#at < this.pattern.length)
            throw new Unusable('has a `)` too many', 'write `\\)` for the character');
        return part;
    }
    #alternatives(depth) {
        if (depth > MAX_DEPTH)
            throw new Unusable('has groups too deep in each other', 'write it flatter');
        const parts = [this.#sequence(depth)];
        while (this.#take('|'))
            parts.push(this.#sequence(depth));
        const [only] = parts;
        if (parts.length === 1 && only !== undefined)
            return only;
        const fixed = parts.map(({ exact, fixed: texts }) => (exact === null ? texts : [exact]));
        return {
            shortest: Math.min(...parts.map(({ shortest }) => shortest)), longest: Math.max(...parts.map(({ longest }) => longest)),
            size: limited(parts.reduce((sum, { size }) => sum + size + 1, 0)), exact: null, fixed: fixed.every((texts) => texts !== null) ? fixed.flat() : null,
        };
    }
    #sequence(depth) {
        const parts = [];
        while (this.#at < this.pattern.length && this.#peek() !== '|' && this.#peek() !== ')') {
            const next = this.#quantified(this.#atom(depth));
            const last = parts[parts.length - 1];
            // Characters that follow each other are one text.
            if (last !== undefined && last.exact !== null && next.exact !== null)
                parts[parts.length - 1] = joined(last, next);
            else
                parts.push(next);
        }
        return parts.reduce(joined, NOTHING);
    }
    #quantified(atom) {
        const [least, most] = this.#quantifier() ?? [1, 1];
        // Lazy or not, the same texts match.
        if (least !== 1 || most !== 1)
            this.#take('?');
        if (this.#quantifier() !== null)
            throw new Unusable('repeats a repetition', 'put a group around the inner one: `(?:a{2}){3}`');
        if (least === 1 && most === 1)
            return atom;
        const size = limited(atom.size * Math.max(most, 1));
        return { shortest: atom.shortest * least, longest: atom.longest * most, size, exact: least === most && atom.exact !== null && atom.exact.length * most <= MAX_MATCH ? atom.exact.repeat(most) : null, fixed: least === 0 ? null : atom.exact === null ? atom.fixed : [atom.exact] };
    }
    #quantifier() {
        if (this.#take('?'))
            return [0, 1];
        if (this.#peek() === '*' || this.#peek() === '+')
            throw new Unusable(`has a \`${this.#peek()}\`, so nobody knows how long a match can be`, 'say how often: `{1,200}`');
        // Match "{3}", "{3,9}", "{3,}"; miss "{", "{a}".
        const found = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/u.exec(this.pattern.slice(this.#at));
        if (found === null) {
            if (this.#peek() === '{')
                throw new Unusable('has a `{` that is no repetition', 'write `\\{` for the character');
            return null;
        }
        const [all, least, comma, most] = found;
        if (most === '')
            throw new Unusable(`has \`${all}\`, so nobody knows how long a match can be`, 'say how often at most: `{1,200}`');
        this.#at += all.length;
        const range = [Number(least), Number(comma === undefined ? least : most)];
        if (range[1] > MAX_MATCH || range[0] > range[1])
            throw new Unusable(`has \`${all}\``, `write the smaller number first, and none above ${MAX_MATCH}`);
        return range;
    }
    #atom(depth) {
        const char = this.pattern[this.#at];
        if (char === '(')
            return this.#group(depth);
        if (char === '[')
            return this.#set();
        this.#at += 1;
        if (char === '.')
            return any(2);
        if (char === '\\')
            return this.#escape(false);
        if (char === '^' || char === '$')
            throw new Unusable(`has \`${char}\`, and a detector looks anywhere in a text`, `leave it out, or write \`\\${char}\` for the character; \`\\b\` is the edge of a word`);
        if ('*+?{'.includes(char))
            throw new Unusable(`has \`${char}\` with nothing before it`, `write \`\\${char}\` for the character`);
        // Match "a", "~" and " "; miss "é" and a tab.
        if (!/[\x20-\x7e]/u.test(char))
            throw new Unusable('has a character beyond ASCII', 'texts are looked at as bytes; leave it out, or write `.{1,4}`');
        return { shortest: 1, longest: 1, size: 1, exact: char, fixed: null };
    }
    #group(depth) {
        this.#at += 1;
        if (this.#take('?') && !this.#take(':'))
            throw new Unusable('has a group of a kind that is not known here', 'write `(?:…)`, and `(?i)` only at the very beginning');
        const inner = this.#alternatives(depth + 1);
        if (!this.#take(')'))
            throw new Unusable('has a group without its end', 'add `)`');
        return inner;
    }
    #set() {
        this.#at += 1;
        const negated = this.#take('^');
        let first = true;
        for (;;) {
            const char = this.pattern[this.#at];
            if (char === undefined)
                throw new Unusable('has a set of characters without its end', 'add `]`');
            this.#at += 1;
            if (char === ']' && !first)
                break;
            if (char === '[')
                throw new Unusable('has a `[` in a set of characters', 'write `\\[` for the character');
            if (!/[\x20-\x7e]/u.test(char))
                throw new Unusable('has a character beyond ASCII', 'texts are looked at as bytes; leave it out, or write `.{1,4}`');
            if (char === '\\')
                this.#escape(true);
            first = false;
        }
        return any(negated ? 2 : 1);
    }
    #escape(inSet) {
        const char = this.pattern[this.#at];
        this.#at += 1;
        if (char === undefined)
            throw new Unusable('ends with a `\\`', 'write `\\\\` for the character');
        if ('dws'.includes(char))
            return any(1);
        if ('DWS'.includes(char))
            return any(2);
        if (char === 'b' && !inSet)
            return NOTHING;
        const plain = ESCAPES[char] ?? (/[!-/:-@[-`{-~ ]/u.test(char) ? char : null);
        if (plain === null)
            throw new Unusable(`has \`\\${char}\`, which is not known here`, 'known are `\\d \\w \\s \\D \\W \\S \\b \\n \\r \\t`, and `\\` before a sign');
        return { shortest: 1, longest: 1, size: 1, exact: plain, fixed: null };
    }
    #peek() {
        return this.pattern[this.#at] ?? '';
    }
    #take(char) {
        if (this.#peek() !== char)
            return false;
        this.#at += 1;
        return true;
    }
}
// A character of many; beyond ASCII one may take two units.
function any(units) {
    return { shortest: 1, longest: units, size: 1, exact: null, fixed: null };
}
function joined(one, other) {
    const exact = one.exact === null || other.exact === null ? null : one.exact + other.exact;
    const texts = [one, other].map((part) => part.fixed ?? (part.exact === null || part.exact === '' ? null : [part.exact]));
    return { shortest: one.shortest + other.shortest, longest: one.longest + other.longest, size: limited(one.size + other.size), exact, fixed: exact === null ? better(texts[0] ?? null, texts[1] ?? null) : null };
}
// Of two lists of texts the one whose shortest is longer.
function better(one, other) {
    const worth = (texts) => (texts === null ? -1 : Math.min(...texts.map(({ length }) => length)));
    return worth(other) > worth(one) ? other : one;
}
function limited(size) {
    if (size > MAX_SIZE)
        throw new Unusable('repeats so much that it gets too large', 'use smaller numbers');
    return size;
}

;// CONCATENATED MODULE: ./lib/policy/detectors.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads `detectors:`: what secrets of one's own look like. Patterns run on RE2, in time linear in the text, whatever the pattern; the engine
// is loaded by the first policy that has one. Refuses patterns without a bound, or without a text to notice them by.




/** How far a keyword that stands beside a secret may be from it. */
const LEAD = 128;
const BUILT_IN = [...detector_names/* SECRET_DETECTORS */.j, ...detector_names/* PERSONAL_DETECTORS */.t];
/** The detectors under the key `detectors`, in their order. */
async function readDetectors(node, findings) {
    const entries = (0,policy_node/* entriesOf */.Mc)(node);
    if (entries.length === 0)
        return [];
    const { RE2JS } = await __webpack_require__.e(/* import() */ 2856).then(__webpack_require__.bind(__webpack_require__, 2856));
    return entries.flatMap(({ key: name, keyAt, node: one }) => {
        if (BUILT_IN.includes(name))
            findings.push((0,problem/* mistake */.RT)(keyAt, `${(0,problem/* quoted */.TL)(name)} is a detector of Ostiary's own`, 'give yours another name'));
        const { at, value } = (0,policy_node/* present */.Eb)(one, 'pattern');
        const pattern = String(value);
        const facts = patternFacts(pattern);
        if ('message' in facts) {
            findings.push((0,problem/* mistake */.RT)(at, `\`detectors.${name}.pattern\` ${facts.message}`, facts.hint));
            return [];
        }
        const given = (0,policy_node/* textsOf */.CB)(one, 'keywords') ?? null;
        const keywords = given ?? facts.fixed;
        if (keywords === null) {
            findings.push((0,problem/* mistake */.RT)(at, `\`detectors.${name}.pattern\` has no fixed text of three characters to notice it by`, 'add `keywords: [acme_]`, words that are in the secret or stand before it'));
            return [];
        }
        try {
            return [detectorOf({ name, written: { pattern, ...(given === null ? {} : { keywords: given }) }, keywords, lead: given === null ? 0 : LEAD, facts }, RE2JS.compile(pattern))];
        }
        catch {
            findings.push((0,problem/* mistake */.RT)(at, `\`detectors.${name}.pattern\` is no pattern of RE2`, 'its syntax: https://github.com/google/re2/wiki/Syntax'));
            return [];
        }
    });
}
function detectorOf({ name, written, keywords, lead, facts }, pattern) {
    const { anyCase, longest } = facts;
    return {
        name, written, keywords: anyCase ? keywords.map((keyword) => keyword.toLowerCase()) : keywords, anyCase, lead, longest,
        find(text) {
            const spans = [];
            const matcher = pattern.matcher(text);
            while (matcher.find())
                spans.push({ start: matcher.start(), end: matcher.end() });
            return spans;
        },
    };
}

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/policy/fit.js
const MISS = 0;
const UNSURE = 1;
const HIT = 2;

// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
// EXTERNAL MODULE: ./lib/core/model.js
var model = __webpack_require__(57206);
;// CONCATENATED MODULE: ./lib/policy/comparison.js

/** Asks a number; unsure about operations of those kinds that do not have it, a miss for any other. */
function comparisonTest(key, value, kinds) {
    if (value === undefined)
        return null;
    const compare = compileComparison(String(value));
    return {
        key,
        fit(operation) {
            const fact = operation[key];
            if (fact === undefined)
                return kinds.includes(operation.kind) ? UNSURE : MISS;
            return compare(fact) ? HIT : MISS;
        },
    };
}
/** Asks how many rows. */
function rowsTest(value, allows) {
    const test = comparisonTest('rows', value, ['sql']);
    return test === null ? null : { ...test, ceiling: ceilingOf(String(value), allows) };
}
// `<= 5` allows 5, `< 5` allows 4; `> 5` lets 5 pass, `>= 5` lets 4.
function ceilingOf(text, allows) {
    const [sign, bound] = signed(text);
    if (sign === '>' || sign === '>=')
        return allows ? null : Math.max(0, sign === '>' ? bound : bound - 1);
    return allows ? Math.max(0, sign === '<' ? bound - 1 : bound) : null;
}
function signed(text) {
    const sign = /^[<>=]*/u.exec(text)[0];
    return [sign, Number(text.slice(sign.length))];
}
function compileComparison(text) {
    const [sign, bound] = signed(text);
    switch (sign) {
        case '<':
            return (fact) => fact < bound;
        case '<=':
            return (fact) => fact <= bound;
        case '>':
            return (fact) => fact > bound;
        case '>=':
            return (fact) => fact >= bound;
        default:
            return (fact) => fact === bound;
    }
}

;// CONCATENATED MODULE: ./lib/policy/match.js
// SPDX-License-Identifier: Apache-2.0
//
// Compiles `match:` into tests with three answers: hit, miss, and unsure when the fact that is asked for is not known. Unsure makes an
// allow rule miss and every other rule hit (evaluate.ts). Refuses to guess: a name it can't read exactly is unsure.




const ALL_EFFECTS = (1 << model/* EFFECTS */.t.length) - 1;
const BITS = Object.fromEntries(model/* EFFECTS */.t.map((effect, index) => [effect, 1 << index]));
const KNOWN_EFFECTS = ALL_EFFECTS & ~BITS.unknown;
/** The bit of an effect in `CompiledMatch.effects`. */
function effectBit(effect) {
    return BITS[effect];
}
/** Compiles once. `allows`: the rule allows, so it has to cover all of an access; any other rule hits on any part of it. */
function compileMatch(match, allows) {
    const effects = match['effect'] === undefined ? null : listOf(match['effect']);
    const tests = accessTests(match, allows);
    const suiting = [operationTest(match['operation']), statementTest(match['statement']), hazardTest(match['hazard'], allows)].filter((test) => test !== null);
    return {
        effects: effects === null ? (allows ? KNOWN_EFFECTS : ALL_EFFECTS) : effects.reduce((bits, effect) => bits | (effect === '*' ? KNOWN_EFFECTS : BITS[effect]), 0),
        namesUnknown: effects?.includes('unknown') === true,
        onlyScope: effects === null && tests.length === 0 && suiting.length === 0,
        tests,
        ceiling: tests.find(({ key }) => key === 'rows')?.ceiling ?? null,
        scopeFit: compileScope(match),
        suits: (facts) => suiting.every((test) => test(facts)),
    };
}
function listOf(value) {
    return Array.isArray(value) ? value : [value];
}
function globsOf(value, separator = '') {
    if (value === undefined)
        return null;
    return (0,glob/* compileGlobs */.tI)(listOf(value).map(String), separator);
}
function compileScope(match) {
    const principal = globsOf(match['principal']);
    const resource = globsOf(match['resource']);
    const environment = globsOf(match['environment']);
    const labels = Object.entries((match['labels'] ?? {})).map(([name, value]) => ({ name, glob: globsOf(value) }));
    return (scope) => {
        if (principal !== null && !scope.names.some(principal))
            return MISS;
        if (resource !== null && !resource(scope.resource.name))
            return MISS;
        for (const { name, glob } of labels) {
            const value = scope.resource.labels[name];
            if (value === undefined || !glob(value))
                return MISS;
        }
        if (environment === null)
            return HIT;
        // A resource that does not say where it belongs may well be in production.
        if (scope.resource.environment === null)
            return UNSURE;
        return environment(scope.resource.environment) ? HIT : MISS;
    };
}
function accessTests(match, allows) {
    const tests = [
        objectTest(match['object'], allows), columnsTest(match['columns'], allows), rowsTest(match['rows'], allows),
        comparisonTest('size', match['size'], ['file', 'http', 'model', 'kubernetes']), pathsTest(match['paths'], allows),
    ];
    return tests.filter((test) => test !== null);
}
function operationTest(value) {
    const glob = globsOf(value);
    return glob === null ? null : ({ name }) => glob(name);
}
function statementTest(value) {
    const glob = value === undefined ? null : globsOf(listOf(value).map((pattern) => String(pattern).toUpperCase()));
    return glob === null ? null : ({ statement }) => glob(statement);
}
function hazardTest(value, allows) {
    const glob = globsOf(value);
    if (glob === null)
        return null;
    return ({ hazards }) => hazards.length > 0 && (allows ? hazards.every(({ id }) => glob(id)) : hazards.some(({ id }) => glob(id)));
}
/** Names of SQL are parted by dots, those of everything else by slashes. */
function separatorOf(kind) {
    return kind === 'sql' ? '.' : '/';
}
function objectTest(value, allows) {
    if (value === undefined)
        return null;
    // `*` alone is everything, whatever parts it has.
    if (listOf(value).some((pattern) => pattern === '*' || pattern === '**'))
        return { key: 'object', fit: () => HIT };
    const globs = { '.': globsOf(value, '.'), '/': globsOf(value, '/') };
    const folded = globsOf(listOf(value).map((pattern) => String(pattern).toLowerCase()), '/');
    const named = (kind, object) => {
        // A quoted part holds dots of its own (core/catalog.ts), so where it ends is not certain.
        if (kind === 'sql' && object.includes('"'))
            return UNSURE;
        if (kind === 'kubernetes' && object.includes('*'))
            return setFit(object, globs['/'], listOf(value).map(String));
        if (globs[separatorOf(kind)](object))
            return HIT;
        // Many servers take `/Admin` for `/admin`.
        return kind === 'http' && folded(object.toLowerCase()) ? UNSURE : MISS;
    };
    return {
        key: 'object',
        fit({ kind }, { object, effect, kin }) {
            if (object === null)
                return effect === 'read' || effect === 'control' ? MISS : UNSURE;
            const own = named(kind, object);
            return allows || kin === undefined ? own : strongest([own, ...kin.map((one) => named(kind, one))]);
        },
    };
}
function strongest(fits) {
    return fits.includes(HIT) ? HIT : fits.includes(UNSURE) ? UNSURE : MISS;
}
/** Longer than any name of the Kubernetes API (253), so that no row of `?` covers it. */
const ANY_NAME = 'x'.repeat(300);
// A list, a watch or a deletion of many is about a set, `shop/secrets/*`. A pattern that holds all of it hits; one that may hold some of it, such as
// `shop/secrets/db`, is unsure, so that nobody gets by a list what is denied by name.
function setFit(object, glob, patterns) {
    if (glob(object.replaceAll('*', ANY_NAME)))
        return HIT;
    return patterns.some((pattern) => mayMeet(pattern.split('/'), object.split('/'))) ? UNSURE : MISS;
}
function mayMeet(pattern, object) {
    if (pattern.some((part) => part.includes('**')))
        return true;
    if (pattern.length !== object.length)
        return false;
    return pattern.every((part, index) => {
        const asked = object[index];
        if (!asked.includes('*'))
            return (0,glob/* compileGlob */.SO)(part, '/')(asked);
        return part.includes('*') || part.includes('?') || part.startsWith(asked.slice(0, asked.indexOf('*')));
    });
}
function columnsTest(value, allows) {
    if (value === undefined)
        return null;
    if (listOf(value).includes('*'))
        return { key: 'columns', fit: () => HIT };
    const glob = globsOf(value);
    return {
        key: 'columns',
        fit(_operation, { columns, effect }) {
            if (columns.includes('*'))
                return UNSURE;
            // `count(*)` reads no column; a DELETE or DROP that names none concerns them all.
            if (columns.length === 0)
                return effect !== 'read' ? UNSURE : allows ? HIT : MISS;
            return (allows ? columns.every(glob) : columns.some(glob)) ? HIT : MISS;
        },
    };
}
const KINDS_WITH_PATHS = ['file', 'shell'];
function pathsTest(value, allows) {
    const glob = globsOf(value, '/');
    if (glob === null)
        return null;
    return {
        key: 'paths',
        fit({ paths, kind }) {
            if (paths === undefined)
                return KINDS_WITH_PATHS.includes(kind) ? UNSURE : MISS;
            return paths.length > 0 && (allows ? paths.every(glob) : paths.some(glob)) ? HIT : MISS;
        },
    };
}

// EXTERNAL MODULE: ./lib/policy/repository.js
var repository = __webpack_require__(81728);
;// CONCATENATED MODULE: ./lib/policy/judgement.js




const READ_OF_NOTHING = { effect: 'read', object: null, type: null, columns: [], filtered: [], assumed: false };
const UNREADABLE = { ...READ_OF_NOTHING, effect: 'unknown' };
const judgement_NOTHING = { ...READ_OF_NOTHING, effect: 'control', builtin: true };
/** What to judge: `SELECT 1` touches nothing and counts as a read; a statement that could not be read touches anything; none at all does nothing. */
function accessesOf({ facts }) {
    if (facts.statement === 'EMPTY' && facts.unknown.length === 0)
        return [judgement_NOTHING];
    if (facts.accesses.length > 0)
        return facts.accesses;
    return [facts.unknown.length > 0 || facts.statement === 'UNKNOWN' ? UNREADABLE : READ_OF_NOTHING];
}
/** Its masks hold whatever the operation. */
function isStanding({ match, condition }) {
    return match.onlyScope && condition === null;
}
/** What a rule decides at a moment, its override counted in. */
function decideNow({ rule }, now) {
    const { override } = rule;
    return override !== null && (override.until === null || now <= override.until) ? override.decide : rule.decide;
}
/** Each mask once. */
function distinct(masks) {
    const seen = new Map(masks.map((mask) => [`${mask.column}\n${mask.style}`, mask]));
    return [...seen.values()];
}
const LEVELS = { allow: 1, review: 2, deny: 3 };
/** One operation being judged. */
class Judgement {
    question;
    resource;
    fallback;
    #found = { allow: [], review: [], deny: [] };
    #watched = [];
    #masks = [];
    #maxRows = null;
    /** The fact that made the last test unsure. */
    #unsure = null;
    /** The migration tool whose own book-keeping this is. */
    keeper = null;
    constructor(question, resource, fallback) {
        this.question = question;
        this.resource = resource;
        this.fallback = fallback;
    }
    judge(access, candidates) {
        if (access.builtin === true) {
            this.#add('allow', BUILT_IN_ALLOW);
            // It needs no rule, but the way it is done may be what a rule is about: a COMMIT that ends somebody else's transaction.
            if (this.question.operation.facts.hazards.length > 0)
                for (const candidate of candidates)
                    if (candidate.compiled.rule.match['hazard'] !== undefined)
                        this.#applies(candidate, access);
            return;
        }
        let matched = false;
        let named = false;
        const allowed = [];
        for (const candidate of candidates) {
            const decide = this.#applies(candidate, access);
            if (decide === null)
                continue;
            matched = true;
            named ||= candidate.compiled.match.namesUnknown;
            if (decide === 'allow')
                allowed.push(candidate.compiled.match.ceiling);
        }
        // Rows are an estimate: what was allowed for few may not turn out to be many. The most generous rule counts, since it alone would do.
        if (allowed.length > 0 && !allowed.includes(null))
            this.#limit(Math.max(...allowed.map(Number)));
        if (this.keeper !== null)
            this.#add('allow', { rule: bookkeeping/* BOOKKEEPING_RULE */.ip, reason: `it is how \`${this.keeper}\` keeps its books, which \`changes\` names` });
        else if (access.effect === 'unknown' && !(matched && named))
            this.#add(this.fallback.unknown, { rule: 'builtin:not-understood', reason: notUnderstood(access, this.question.operation) });
        else if (!matched)
            this.#add(this.fallback.unmatched, this.fallback.finding ?? { rule: 'default', reason: `no rule allows ${nameOf(access)}${access.why === undefined ? '' : `: ${access.why}`}` });
    }
    // INVARIANT: what decides later decisions is never changed without a person, whatever rules say.
    guardTheGate() {
        const guarding = this.question.operation.facts.hazards.find(({ id }) => id.startsWith(repository/* GATE_HAZARD */.j6));
        if (guarding !== undefined)
            this.#add('review', { rule: 'builtin:protected-file', reason: guarding.detail });
    }
    // Returns what a rule decides about an access, or null when it decides nothing about it.
    #applies({ compiled, scope }, access) {
        if ((compiled.match.effects & effectBit(access.effect)) === 0)
            return null;
        const decide = decideNow(compiled, this.question.now);
        if (decide === 'off')
            return null;
        const { observeUntil } = compiled.rule;
        const observed = observeUntil !== null && this.question.now <= observeUntil;
        const fit = this.#fit(compiled, scope, { access, restricts: decide !== null && decide !== 'allow' && !observed });
        if (fit === MISS)
            return null;
        this.#oblige(compiled, observed);
        if (decide === null || (decide === 'allow' && fit !== HIT) || (decide === 'review' && this.keeper !== null && !namesIt(compiled, access)))
            return null;
        if (observed) {
            if (!this.#watched.some(({ rule }) => rule === compiled.rule.id))
                this.#watched.push({ rule: compiled.rule.id, decision: decide });
            return null;
        }
        this.#add(decide, { rule: compiled.rule.id, reason: compiled.rule.because === null ? this.#generated(compiled, decide, access) : `${compiled.rule.because}${this.#rowsUntold()}` });
        return decide;
    }
    #fit(compiled, scope, { access, restricts }) {
        this.#unsure = scope === UNSURE ? 'environment' : null;
        let fit = scope;
        let spared = false;
        for (const test of compiled.match.tests) {
            const one = test.fit(this.question.operation, access);
            if (one === MISS && !(restricts && typeof test.ceiling === 'number'))
                return MISS;
            if (one === MISS)
                spared = true;
            else if (one < fit)
                [fit, this.#unsure] = [one, test.key];
        }
        if (compiled.condition !== null)
            fit = this.#conditioned(compiled.condition, access, fit);
        if (!spared)
            return fit;
        // It is about more rows than were estimated, and about nothing else: should they be more after all, it would have hit.
        if (fit !== MISS && compiled.match.ceiling !== null)
            this.#limit(compiled.match.ceiling);
        return MISS;
    }
    #conditioned(condition, access, fit) {
        const { operation, principal, now } = this.question;
        try {
            return condition({ operation, access, principal, resource: this.resource, now }) ? fit : MISS;
        }
        catch {
            this.#unsure ??= 'when';
            return UNSURE;
        }
    }
    #limit(maxRows) {
        this.#maxRows = Math.min(maxRows, this.#maxRows ?? maxRows);
    }
    // Masks and ceilings hold when a rule might match, whatever it decides. A ceiling refuses, so it does not while only observed.
    #oblige(compiled, observed) {
        const { masks, maxRows } = compiled.rule;
        if (masks.length > 0 && !isStanding(compiled))
            this.#masks = distinct([...this.#masks, ...masks]);
        if (maxRows !== null && !observed)
            this.#limit(maxRows);
    }
    #generated({ rule }, decide, access) {
        if (decide === 'allow')
            return `rule \`${rule.id}\` allows it`;
        const unsure = this.#unsure === null ? '' : (this.#rowsUntold() || `, since its \`${this.#unsure}\` can not be told`);
        return decide === 'deny' ? `rule \`${rule.id}\` denies ${nameOf(access)}${unsure}` : `rule \`${rule.id}\` wants a review of ${nameOf(access)}${unsure}`;
    }
    // Whoever is refused for want of an estimate hears what it takes.
    #rowsUntold() {
        const { whyNoRows } = this.question.operation;
        return this.#unsure === 'rows' && typeof whyNoRows === 'string' ? `, since its \`rows\` can not be told: ${whyNoRows}` : '';
    }
    #add(decision, finding) {
        const found = this.#found[decision];
        if (!found.some(({ rule }) => rule === finding.rule))
            found.push(finding);
    }
    decision(observeUntil) {
        const { allow, review, deny } = this.#found;
        const kind = deny.length > 0 ? 'deny' : review.length > 0 ? 'review' : 'allow';
        const findings = kind === 'allow' ? allow : [...deny, ...review];
        const observing = observeUntil !== null && this.question.now <= observeUntil;
        const given = { masks: this.#masks, maxRows: observing ? null : this.#maxRows };
        const watched = this.#watched.filter(({ decision }) => LEVELS[decision] > LEVELS[kind]);
        if (kind !== 'allow' && observing)
            return this.#observed(findings, given);
        return { decision: kind, rules: findings.map(({ rule }) => rule), reasons: findings.map(({ reason }) => reason), ...given, observed: watched };
    }
    #observed(findings, given) {
        const denied = new Set(this.#found.deny.map(({ rule }) => rule));
        const observed = findings.map(({ rule }) => ({ rule, decision: denied.has(rule) ? 'deny' : 'review' }));
        const reason = `would have refused: ${findings.map((finding) => finding.reason).join('; ')}`;
        return { decision: 'allow', rules: ['builtin:observe'], reasons: [reason], ...given, observed: [...observed, ...this.#watched] };
    }
}
const BUILT_IN_ALLOW = { rule: 'builtin:session', reason: 'transaction control, harmless settings and empty statements need no rule' };
// Deny rules hold for a tool's books, too; a review rule does when it is about that very table, and not about a pattern that it falls under.
function namesIt({ rule }, { object }) {
    const named = rule.match['object'];
    return (Array.isArray(named) ? named : [named]).includes(object);
}
function nameOf({ effect, object, type, columns, kin }) {
    const which = columns.length === 0 || columns[0] === '*' ? '' : ` (${columns.slice(0, 5).join(', ')}${columns.length > 5 ? ', …' : ''})`;
    const also = kin === undefined ? '' : `, ${type === 'relation' ? 'whose rows are also those of' : 'which takes in'} \`${kin.slice(0, 3).join('`, `')}\`${kin.length > 3 ? ' and others' : ''}`;
    return object === null ? `${effect} of nothing in particular` : `${effect} on \`${object}\`${which}${also}`;
}
function notUnderstood(access, { facts }) {
    return `not understood: ${access.why ?? facts.unknown[0] ?? nameOf(access)}`;
}

;// CONCATENATED MODULE: ./lib/policy/evaluate.js
// SPDX-License-Identifier: Apache-2.0
//
// Answers questions about one policy: which of its rules may concern a caller on a resource, found once and kept, and what they make of an
// operation (judgement.ts). Refuses to throw: what can't be judged is denied.






/** Kinds of operations that are remembered for a caller on a resource. A shell's are as many as there are programs; then it begins anew. */
const MOST_KINDS = 1_000;
/** Answers questions about one policy. */
class Evaluator {
    #book;
    // By the very list of names: it lives as long as its principal does.
    #scopes = new WeakMap();
    constructor(book) {
        this.#book = book;
    }
    /** Never throws: what can't be judged is denied. */
    decide(question) {
        const resource = this.#resource(question.resource);
        if (resource === null)
            return denied('builtin:resource', `\`${question.resource}\` is not a resource of this policy`);
        return this.#judge(question, resource, resource === repository/* REPOSITORY */.Bw ? repository/* CODE */.Sq : { unmatched: this.#book.fallback, unknown: 'deny', finding: null });
    }
    /** What is said against an operation on a resource of another policy's. */
    tighten(question, resource) {
        return this.#judge(question, resource, repository/* ELSEWHERE */.pB);
    }
    /** Masks of the resource and of rules that ask only who and where. */
    masks(name, principalNames, now) {
        const resource = this.#resource(name);
        return resource === null ? [] : distinct([...resource.mask, ...this.masksOn(resource, principalNames, now)]);
    }
    /** Those of rules alone. */
    masksOn(resource, principalNames, now) {
        return distinct(this.#candidates(resource, principalNames)
            .standing.filter(({ compiled }) => decideNow(compiled, now) !== 'off')
            .flatMap(({ compiled }) => compiled.rule.masks));
    }
    /** Whether any rule of the policy's own could let a caller do anything on a resource, be it after a review; packs grant nothing. */
    grants(name, principalNames) {
        const resource = this.#resource(name);
        if (resource === null)
            return false;
        return this.#candidates(resource, principalNames).judging.some(({ compiled: { rule }, scope }) => rule.pack === null && scope === HIT && (rule.decide === 'allow' || rule.decide === 'review'));
    }
    #judge(question, resource, fallback) {
        try {
            const { forbidden } = question.operation.facts;
            if (forbidden.length > 0)
                return denied('builtin:forbidden', forbidden.join('; '));
            const judgement = new Judgement(question, resource, fallback);
            const candidates = this.#candidates(resource, question.principal.names);
            const judging = suitable(candidates, question.operation.facts);
            judgement.keeper = this.#keeper(question, resource, candidates);
            for (const access of accessesOf(question.operation))
                judgement.judge(access, judging);
            judgement.guardTheGate();
            return judgement.decision(this.#book.observeUntil);
        }
        catch (thrown) {
            return denied('builtin:failed', `the operation could not be judged: ${(0,errors/* messageOf */.bD)(thrown)}`);
        }
    }
    #keeper({ operation, byHand }, resource, { migrates }) {
        const books = migrates && byHand !== true ? this.#book.books.get(resource.name) : undefined;
        return books === undefined ? null : (0,bookkeeping/* bookkeeperOf */.pV)(operation, books, resource);
    }
    #resource(name) {
        return this.#book.resources[name] ?? (name === repository/* REPOSITORY */.Bw.name ? repository/* REPOSITORY */.Bw : null);
    }
    #candidates(resource, names) {
        let byResource = this.#scopes.get(names);
        if (byResource === undefined)
            this.#scopes.set(names, (byResource = new Map()));
        let found = byResource.get(resource);
        if (found === undefined) {
            const concerned = this.#book.rules.map((compiled) => ({ compiled, scope: compiled.match.scopeFit({ resource, names }) })).filter(({ scope }) => scope !== MISS);
            const judging = concerned.filter(({ compiled }) => judges(compiled));
            found = { judging, suited: new Map(), standing: concerned.filter(({ compiled }) => isStanding(compiled)), migrates: concerned.some(({ compiled }) => letsDefine(compiled)) };
            byResource.set(resource, found);
        }
        return found;
    }
}
// INVARIANT: what differs in any of the three has another key, hence the lengths: names may hold what a change says.
function suitable({ judging, suited }, facts) {
    let kind = `${facts.name.length} ${facts.statement.length} ${facts.name}${facts.statement}`;
    for (const { id } of facts.hazards)
        kind += `\n${id}`;
    let found = suited.get(kind);
    if (found === undefined) {
        found = judging.filter(({ compiled }) => compiled.match.suits(facts));
        if (suited.size >= MOST_KINDS)
            suited.clear();
        suited.set(kind, found);
    }
    return found;
}
function denied(rule, reason) {
    return { decision: 'deny', rules: [rule], reasons: [reason], masks: [], maxRows: null, observed: [] };
}
function judges(compiled) {
    const { decide, maxRows } = compiled.rule;
    return decide !== null || maxRows !== null || !isStanding(compiled);
}
// A rule about single operations or statements says nothing of definitions unless it says `effect`, too.
function letsDefine({ rule, match }) {
    const { effect, operation, statement } = rule.match;
    return rule.pack === null && rule.decide !== null && rule.decide !== 'deny' && (match.effects & effectBit('schema')) !== 0 && (effect !== undefined || (operation === undefined && statement === undefined));
}

;// CONCATENATED MODULE: ./lib/policy/identity-advice.js
// SPDX-License-Identifier: Apache-2.0
//
// What may be written in `identities` and still deserves a word: names where numbers exist, `sub` of CI products, events that strangers
// cause. Warnings only; what strangers could satisfy by themselves is a mistake and said by identities.ts. Reads no token.


/** Claims that are names, and the numbers that stay when a name is given up and taken by somebody else. */
const NUMBER_OF = {
    repository: 'repository_id', repository_owner: 'repository_owner_id', enterprise: 'enterprise_id', actor: 'actor_id',
    project_path: 'project_id', job_project_path: 'job_project_id', namespace_path: 'namespace_id', job_namespace_path: 'job_namespace_id', user_login: 'user_id', user_email: 'user_id',
};
/** Events that people cause who may not write: by a comment, an issue, a fork. Their runs have the default branch as `ref`. */
const OPEN_EVENTS = new Set(['issue_comment', 'issues', 'discussion', 'discussion_comment', 'pull_request_target', 'workflow_run', 'fork', 'watch', 'gollum']);
/** Issuers whose `sub` is written by a template that the repository's owner may change. */
const isGithub = (issuer) => /^https:\/\/token\.actions\.|\/_services\/token$/u.test(issuer);
/** Warnings about one identity, whose shorthand or claims are `node`. */
function adviceFor(name, node) {
    const github = (0,policy_node/* child */.jf)(node, 'github');
    const say = (at, message, hint) => (0,problem/* warning */.$e)(at, `\`identities.${name}\` ${message}`, hint);
    return [...(github === undefined ? [] : aboutGithub(github, say)), ...aboutClaims(node, say)];
}
function aboutGithub(node, say) {
    const events = (0,policy_node/* textsOf */.CB)(node, 'event');
    const open = events?.filter((event) => OPEN_EVENTS.has(event)) ?? [];
    const said = open.map((event) => say((0,policy_node/* present */.Eb)(node, 'event').at, `is satisfied by runs for ${(0,problem/* quoted */.TL)(event)}, which people cause who may not write`, 'take nothing of theirs for an instruction there, and do not check out their code; better: another event'));
    const unbound = (0,policy_node/* textsOf */.CB)(node, 'ref') !== undefined && ['event', 'workflow', 'job_workflow_ref', 'environment'].every((key) => (0,policy_node/* child */.jf)(node, key) === undefined);
    if (!unbound)
        return said;
    return [...said, say((0,policy_node/* present */.Eb)(node, 'ref').at, 'names a `ref` and no `event`', 'runs for comments, issues and pull requests of strangers have the default branch as their `ref`, too: add `event: push`, or `workflow`')];
}
function aboutClaims(node, say) {
    const issuer = String((0,policy_node/* child */.jf)(node, 'issuer')?.value ?? '');
    const claims = (0,policy_node/* entriesOf */.Mc)((0,policy_node/* child */.jf)(node, 'claims'));
    const has = (name) => claims.some(({ key }) => key === name);
    return claims.flatMap(({ key, keyAt, node: value }) => {
        const number = NUMBER_OF[key];
        if (number !== undefined && !has(number))
            return [say(keyAt, `goes by the name in ${(0,problem/* quoted */.TL)(key)}`, `add \`${number}\`: a name that is given up can be taken by somebody else`)];
        if (key === 'ref' && has('project_id') && !has('ref_type') && !has('ref_path'))
            return [say(keyAt, 'goes by `ref` alone', 'a tag may be called like a branch, and be pushed by more people: add `ref_type: branch`')];
        const ofCi = isGithub(issuer) || (value.items ?? [value]).some((one) => /^(repo|project_path):/u.test(String(one.value)));
        if (key === 'sub' && ofCi)
            return [say(keyAt, 'goes by `sub`', 'its form differs between repositories and can be changed by their owners: test `repository_id` or `project_id`, `event_name`, `workflow_ref`, `environment` instead')];
        if (key === 'workflow' && isGithub(issuer))
            return [say(keyAt, 'goes by the name that a workflow gives itself', 'test `workflow_ref`, which names the file and its ref')];
        return [];
    });
}

// EXTERNAL MODULE: ./lib/policy/resources.js
var policy_resources = __webpack_require__(42007);
;// CONCATENATED MODULE: ./lib/policy/identities.js





const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
const GITLAB_ISSUER = 'https://gitlab.com';
/** Issuers whose tokens anybody can get, and the claims that tell ours from everybody's. */
const SHARED_ISSUERS = [
    { issuer: GITHUB_ISSUER, claims: ['repository_id', 'repository_owner_id', 'enterprise_id'] },
    { issuer: GITLAB_ISSUER, claims: ['project_id', 'namespace_id'] },
];
/** Events whose workflow file is always that of the default branch, whoever caused them. */
const DEFAULT_BRANCH_EVENTS = new Set([
    'schedule', 'workflow_run', 'repository_dispatch', 'issues', 'issue_comment', 'discussion', 'discussion_comment',
]);
/** All identities, in the order written. */
function readIdentities(node, findings) {
    return (0,policy_node/* entriesOf */.Mc)(node).flatMap(({ key, keyAt, node: identity }) => {
        const complain = (at, message, hint) => findings.push((0,problem/* mistake */.RT)(at, `\`identities.${key}\` ${message}`, hint));
        const read = readIdentity(key, identity, complain);
        if (read !== null)
            findings.push(...adviceFor(key, identity));
        if (read === null)
            complain(keyAt, 'has to say exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims`', 'for example `{ github: { repository_id: 812364, workflow: nightly.yml, event: schedule } }`');
        return read === null ? [] : [read];
    });
}
function readIdentity(name, node, complain) {
    const keys = (0,policy_node/* entriesOf */.Mc)(node).map(({ key }) => key).sort().join(' ');
    if (keys === 'local')
        return { kind: 'local', name };
    if (keys === 'github')
        return github(name, (0,policy_node/* present */.Eb)(node, 'github'), complain);
    if (keys === 'gitlab')
        return gitlab(name, (0,policy_node/* present */.Eb)(node, 'gitlab'), complain);
    if (keys === 'saml')
        return saml(name, (0,policy_node/* present */.Eb)(node, 'saml'), complain);
    return keys === 'claims issuer' || keys === 'audience claims issuer' ? general(name, node, complain) : null;
}
function github(name, node, complain) {
    const claims = exactClaims(node, { repository_id: 'repository_id', repository_owner_id: 'repository_owner_id', event: 'event_name', environment: 'environment', ref_protected: 'ref_protected' });
    if (claims['repository_id'] === undefined && claims['repository_owner_id'] === undefined) {
        complain(node.at, 'names no repository by its number', 'add `repository_id` (or `repository_owner_id`): names can be taken over');
    }
    const refs = (0,policy_node/* textsOf */.CB)(node, 'ref');
    for (const ref of (0,policy_node/* manyOf */.J5)(node, 'ref') ?? []) {
        if (!String(ref.value).startsWith('refs/'))
            complain(ref.at, `has the ref ${(0,problem/* quoted */.TL)(ref.value)}`, 'write it in full, `refs/heads/main`');
    }
    if (refs !== undefined)
        claims['ref'] = refs.map(globTest);
    const reusable = (0,policy_node/* manyOf */.J5)(node, 'job_workflow_ref') ?? [];
    for (const one of reusable)
        checkWorkflowRef(one, complain);
    if (reusable.length > 0)
        claims['job_workflow_ref'] = reusable.map((one) => globTest(String(one.value)));
    const workflow = (0,policy_node/* textOf */.b6)(node, 'workflow');
    if (workflow !== null) {
        // `owner/repository/.github/workflows/FILE@REF`: no part but the ref may hold a slash, so FILE can't be dressed up as another.
        claims['workflow_ref'] = (refs ?? ['refs/**']).map((ref) => ({ glob: `*/*/.github/workflows/${workflow}@${ref}` }));
        if (refs === undefined && claims['ref_protected'] === undefined && !onDefaultBranch((0,policy_node/* textsOf */.CB)(node, 'event')))
            claims['ref_protected'] = [{ exact: 'true' }];
    }
    return { kind: 'token', name, issuer: githubIssuer(node, complain), audience: (0,policy_node/* textsOf */.CB)(node, 'audience') ?? null, claims, ifPresent: {} };
}
// `owner/repository/.github/workflows/FILE@REF`. A glob that takes any commit takes those of forks, which lie in the same store.
function checkWorkflowRef(one, complain) {
    const text = String(one.value);
    const ref = text.slice(text.lastIndexOf('@') + 1);
    if (!(0,glob/* isGlob */.fg)(text))
        return;
    if (!text.includes('@') || !/^refs\/(heads|tags)\/[^/]/u.test(ref))
        complain(one.at, `has ${(0,problem/* quoted */.TL)(text)} for \`job_workflow_ref\``, 'a glob there names the branch or tag: `acme/ci/.github/workflows/gate.yml@refs/tags/v*`');
}
function onDefaultBranch(events) {
    return events !== undefined && events.every((event) => DEFAULT_BRANCH_EVENTS.has(event));
}
function githubIssuer(node, complain) {
    const host = (0,policy_node/* textOf */.b6)(node, 'host');
    const enterprise = (0,policy_node/* textOf */.b6)(node, 'enterprise');
    if (host === null)
        return enterprise === null ? GITHUB_ISSUER : `${GITHUB_ISSUER}/${enterprise}`;
    if (enterprise !== null)
        complain(node.at, 'has both `host` and `enterprise`', '`enterprise` is for github.com; a server of your own has one issuer');
    return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `https://${host}/_services/token`;
}
function gitlab(name, node, complain) {
    const claims = exactClaims(node, { project_id: 'project_id', job_project_id: 'job_project_id', namespace_id: 'namespace_id', ref_protected: 'ref_protected', environment: 'environment', pipeline_source: 'pipeline_source' });
    const project = claims['project_id'];
    if (project === undefined && claims['namespace_id'] === undefined) {
        complain(node.at, 'names no project by its number', 'add `project_id` (or `namespace_id`): names can be taken over, and `job_project_id` alone lets forks in');
    }
    Object.assign(claims, gitlabRefs((0,policy_node/* textsOf */.CB)(node, 'ref') ?? []));
    // In a fork's merge request the two differ; then neither project may speak for the other.
    const ifPresent = project === undefined || claims['job_project_id'] !== undefined ? {} : { job_project_id: project };
    const issuer = `https://${(0,policy_node/* textOf */.b6)(node, 'host') ?? 'gitlab.com'}`;
    return { kind: 'token', name, issuer, audience: (0,policy_node/* textsOf */.CB)(node, 'audience') ?? null, claims, ifPresent };
}
// A tag may be called like a branch, and be pushed by more people: what is not written in full is a branch.
function gitlabRefs(refs) {
    if (refs.length === 0)
        return {};
    if (!refs.some((ref) => ref.startsWith('refs/')))
        return { ref: refs.map(globTest), ref_type: [{ exact: 'branch' }] };
    return { ref_path: refs.map((ref) => globTest(ref.startsWith('refs/') ? ref : `refs/heads/${ref}`)) };
}
function general(name, node, complain) {
    const issuer = (0,policy_node/* present */.Eb)(node, 'issuer');
    const claims = testsOf((0,policy_node/* child */.jf)(node, 'claims'), 'claim', complain);
    const url = String(issuer.value);
    if (!trustworthy(url))
        complain(issuer.at, `has the issuer ${(0,problem/* quoted */.TL)(url)}`, 'write `https://…` without query; `http://` is for loopback only');
    const shared = SHARED_ISSUERS.find((known) => url === known.issuer || url.startsWith(`${known.issuer}/`));
    if (shared?.claims.every((claim) => claims[claim] === undefined) === true) {
        complain(issuer.at, 'could be satisfied by anybody\'s job', `add one of the claims ${shared.claims.map((claim) => `\`${claim}\``).join(', ')}`);
    }
    return { kind: 'token', name, issuer: url, audience: (0,policy_node/* textsOf */.CB)(node, 'audience') ?? null, claims, ifPresent: {} };
}
// The name of an identity provider is no address: many begin with `http://` or `urn:`, or have a query.
function saml(name, node, complain) {
    const claims = testsOf((0,policy_node/* child */.jf)(node, 'attributes'), 'attribute', complain);
    const nameIds = (0,policy_node/* textsOf */.CB)(node, 'name_id') ?? null;
    if (nameIds === null && Object.keys(claims).length === 0)
        complain(node.at, 'could be satisfied by everybody whom that provider knows', 'add `name_id` or `attributes`, such as `{ department: dba }`');
    return { kind: 'token', name, issuer: String((0,policy_node/* present */.Eb)(node, 'issuer').value), audience: null, claims, ifPresent: {}, saml: { nameIds } };
}
function testsOf(node, what, complain) {
    const tests = Object.create(null);
    for (const { key, node: value } of (0,policy_node/* entriesOf */.Mc)(node)) {
        const values = value.items ?? [value];
        for (const one of values) {
            if ((0,glob/* isGlob */.fg)(String(one.value)) && mustBeExact(key, String(one.value)))
                complain(one.at, `has ${(0,problem/* quoted */.TL)(one.value)} for the ${what} ${(0,problem/* quoted */.TL)(key)}`, 'ids and `sub` are compared exactly, and `*` alone is everybody; globs are for refs, paths and names');
        }
        tests[key] = values.map((one) => globTest(String(one.value)));
    }
    return tests;
}
// A glob in an id has no meaning but to let strangers in, and one in `sub` has let them in often enough.
function mustBeExact(claim, value) {
    return /(^|[_/.-])(id|uid|sub)$/iu.test(claim) || /^[*?/]+$/u.test(value);
}
function trustworthy(issuer) {
    if (!URL.canParse(issuer))
        return false;
    const { protocol, hostname, search, hash, username } = new URL(issuer);
    if (search !== '' || hash !== '' || username !== '')
        return false;
    return protocol === 'https:' || (0,policy_resources/* isLoopback */.U9)(hostname.replace(/^\[|\]$/gu, ''));
}
// Keys of a shorthand that are claims under another name; each value exact.
function exactClaims(node, names) {
    const claims = Object.create(null);
    for (const [key, claim] of Object.entries(names)) {
        const values = (0,policy_node/* textsOf */.CB)(node, key);
        if (values !== undefined)
            claims[claim] = values.map((exact) => ({ exact }));
    }
    return claims;
}
function globTest(ref) {
    return (0,glob/* isGlob */.fg)(ref) ? { glob: ref } : { exact: ref };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/policy/packs.js
// SPDX-License-Identifier: Apache-2.0
//
// Finds packs: Ostiary's own beside this file, written in the policy language so that people can read them; an organisation's own by
// a fetcher that is handed in. Refuses packs that allow anything (the schema has no word for it) and references that can change.



/** Texts of the built-in packs by name, read when asked for. `new URL(…, import.meta.url)` is what the bundler looks for. */
const packs_BUILT_IN = {
    'ostiary:migrations': () => (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "migrations.yml", 'utf8'),
    'ostiary:kubernetes': () => (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "kubernetes.yml", 'utf8'),
    'ostiary:code': () => (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "code.yml", 'utf8'),
    'ostiary:pii': () => (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "pii.yml", 'utf8'),
    'ostiary:postgres': () => (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "postgres.yml", 'utf8'),
    'ostiary:shell': () => (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "shell.yml", 'utf8'),
    'ostiary:terraform': () => (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "terraform.yml", 'utf8'),
};
/** Names of the packs that come with Ostiary. */
const BUILT_IN_PACKS = Object.keys(packs_BUILT_IN);
/** The text of a pack, or `{ problem }`: why it can't be had, as a whole message. */
async function findPack(reference, fetchPack) {
    if (reference.startsWith('ostiary:')) {
        const read = Object.hasOwn(packs_BUILT_IN, reference) ? packs_BUILT_IN[reference] : undefined;
        return read === undefined ? { problem: `there is no pack ${(0,problem/* quoted */.TL)(reference)}: ${(0,problem/* suggestion */.h)(reference, BUILT_IN_PACKS)}`, hint: null } : read();
    }
    // One match: `github:acme/policies/packs/db.yml@` and 40 hex digits; a branch or tag misses.
    if (!/^github:[\w.-]+\/[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u.test(reference) || reference.includes('..')) {
        return { problem: `pack ${(0,problem/* quoted */.TL)(reference)} is not pinned`, hint: 'write `github:ORG/REPO/FILE@SHA` with the full commit: what a branch or tag names can change' };
    }
    if (fetchPack === undefined)
        return { problem: `pack ${(0,problem/* quoted */.TL)(reference)} can not be fetched here`, hint: 'there is no forge to fetch it from; leave it out of a `--policy` file' };
    try {
        return await fetchPack(reference);
    }
    catch (thrown) {
        return { problem: `pack ${(0,problem/* quoted */.TL)(reference)} could not be fetched: ${(0,errors/* messageOf */.bD)(thrown)}`, hint: null };
    }
}

;// CONCATENATED MODULE: ./lib/policy/unreachable-rules.js
// SPDX-License-Identifier: Apache-2.0
//
// Rules that have no say: about nothing that the policy has, or behind a stricter rule that is about all that they are about. Refuses to
// guess: what can't be shown from the patterns alone is left unsaid.



const STRICTNESS = { allow: 0, review: 1, deny: 2 };
/** Keys whose patterns can be compared; a rule with any other key is never taken for the wider one. */
const COMPARED = ['principal', 'resource', 'environment', 'operation', 'effect', 'object', 'statement'];
/** A warning for each of the policy's own rules that can't matter. `node`: the `rules:` of the policy. */
function unreachableRules(node, rules, resources) {
    const all = [...rules.own, ...rules.packs];
    return (0,policy_node/* itemsOf */.S3)(node).flatMap((item, index) => {
        // Each item was read as a rule.
        const own = rules.own[index];
        const { at } = (0,policy_node/* present */.Eb)(item, 'id');
        const nowhere = aboutNothing(own, Object.values(resources));
        if (nowhere !== null)
            return [(0,problem/* warning */.$e)(at, `rule ${(0,problem/* quoted */.TL)(own.rule.id)} never matches: ${nowhere}`, 'take it out, or name what it is about')];
        const stricter = all.find((other) => other.rule.id !== own.rule.id && shadows(other, own));
        if (stricter === undefined)
            return [];
        return [(0,problem/* warning */.$e)(at, `rule ${(0,problem/* quoted */.TL)(own.rule.id)} never decides anything: ${(0,problem/* quoted */.TL)(stricter.rule.id)} ${stricter.rule.decide === 'deny' ? 'denies' : 'wants a review of'} all that it is about`, 'take one of them out, or make the stricter one narrower')];
    });
}
function aboutNothing({ rule }, resources) {
    const named = patternsOf(rule.match['resource']);
    const fitting = resources.filter(({ name }) => named === null || named.some((pattern) => (0,glob/* compileGlob */.SO)(pattern, '')(name)));
    if (named !== null && fitting.length === 0)
        return named.every(glob/* isGlob */.fg) ? 'no resource has such a name' : null;
    const environments = patternsOf(rule.match['environment']);
    if (environments === null || fitting.length === 0)
        return null;
    const some = fitting.some(({ environment }) => environment === null || environments.some((pattern) => (0,glob/* compileGlob */.SO)(pattern, '')(environment)));
    return some ? null : 'no resource is in such an environment';
}
/** True when a rule is stricter, always hits where the other does, and is not waived or only observed. */
function shadows({ rule, condition }, { rule: other }) {
    if (rule.decide === null || other.decide === null || rule.when !== null || condition !== null || rule.observeUntil !== null || rule.override !== null)
        return false;
    if (other.masks.length > 0 || other.maxRows !== null || STRICTNESS[rule.decide] <= STRICTNESS[other.decide])
        return false;
    if (Object.keys(rule.match).some((key) => !COMPARED.some((known) => known === key)))
        return false;
    return COMPARED.every((key) => covers(key, patternsOf(rule.match[key]), patternsOf(other.match[key])));
}
// An allow rule without `effect` is about every effect but `unknown`, as `*` is.
function covers(key, wide, narrow) {
    if (wide === null)
        return true;
    if (narrow === null)
        return key === 'effect' ? wide.includes('*') : wide.includes('**') || (wide.includes('*') && key !== 'environment');
    return narrow.every((pattern) => wide.some((candidate) => coversOne(key, candidate, pattern)));
}
function coversOne(key, wide, narrow) {
    if (wide === narrow)
        return true;
    if (key === 'effect')
        return wide === '*' && narrow !== 'unknown';
    if (wide === '*' || wide === '**')
        return true;
    // Names of SQL and of everything else are parted differently: it has to hold for both.
    return !(0,glob/* isGlob */.fg)(narrow) && ['.', '/'].every((separator) => (0,glob/* compileGlob */.SO)(wide, key === 'object' ? separator : '')(narrow));
}
function patternsOf(value) {
    if (value === undefined)
        return null;
    return (Array.isArray(value) ? value : [value]).map(String);
}

// EXTERNAL MODULE: ./lib/core/vaults.js
var core_vaults = __webpack_require__(16702);
// EXTERNAL MODULE: ./lib/policy/vaults.js
var policy_vaults = __webpack_require__(92513);
;// CONCATENATED MODULE: ./lib/policy/forge.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads `forge:`: where the token is that whoever enforces asks the forge with. Refuses references to what can be no such token, and to
// quote one, since a token may stand there by mistake.





/** What these make is no token of a forge. */
const NO_TOKENS = ['oidc', 'aws-rds-iam'];
/** The key `forge` of a policy; `node` undefined: it is not there. */
function readForge(node, findings, vaults) {
    if (node === undefined)
        return null;
    const { at, value } = (0,policy_node/* present */.Eb)(node, 'token');
    const reference = String(value);
    const fault = (0,policy_resources/* faultOfReference */.jk)(reference);
    const scheme = (0,core_vaults/* parseReference */.F2)(reference)?.scheme;
    if (fault !== null)
        findings.push((0,problem/* mistake */.RT)(at, `\`forge.token\` ${fault.message}`, fault.hint));
    else if (scheme !== undefined && NO_TOKENS.includes(scheme))
        findings.push((0,problem/* mistake */.RT)(at, `\`forge.token\` can not be \`${scheme}:\`, which makes no token of a forge`, 'keep it in a vault: `vault:`, `aws-sm:`, `gcp-sm:`, `azure-kv:`'));
    return { reference, vault: (0,policy_vaults/* vaultOf */._)({ where: 'forge', node, key: 'token', reference }, vaults, findings), allowStatic: (0,policy_node/* flagOf */.iP)(node, 'allow_static') };
}

// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/policy/recording.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads `record:`: how much of results a recording holds, and who signs it: a key that is kept somewhere, or the job itself through Sigstore.
// Refuses references to what can be no signing key, to quote one, since a key may stand there by mistake, and services that nobody can trust.






/** What these make lives for minutes: nobody could trust its other half. */
const NO_KEYS = ['oidc', 'aws-rds-iam'];
/** The key `record` of a policy; `node` undefined: it is not there. */
function readRecord(node, findings, vaults) {
    if (node === undefined)
        return { results: 'rows', key: null, keyless: null };
    const results = ((0,policy_node/* textOf */.b6)(node, 'results') ?? 'rows');
    return { results, key: readKey(node, findings, vaults), keyless: readKeyless((0,policy_node/* child */.jf)(node, 'keyless'), findings) };
}
function readKey(node, findings, vaults) {
    const reference = (0,policy_node/* textOf */.b6)(node, 'key');
    if (reference === null) {
        for (const idle of ['vault', 'allow_static']) {
            const found = (0,policy_node/* child */.jf)(node, idle);
            if (found !== undefined)
                findings.push((0,problem/* mistake */.RT)(found.at, `\`record.${idle}\` belongs to \`record.key\`, which is not there`, 'add `key: vault:PATH`, or take it out'));
        }
        return null;
    }
    const { at } = (0,policy_node/* present */.Eb)(node, 'key');
    const fault = (0,policy_resources/* faultOfReference */.jk)(reference);
    const scheme = (0,core_vaults/* parseReference */.F2)(reference)?.scheme;
    if (fault !== null)
        findings.push((0,problem/* mistake */.RT)(at, `\`record.key\` ${fault.message}`, fault.hint));
    else if (scheme !== undefined && NO_KEYS.includes(scheme))
        findings.push((0,problem/* mistake */.RT)(at, `\`record.key\` can not be \`${scheme}:\`, which makes a new secret each time`, 'keep an Ed25519 key where it stays the same: `vault:`, `aws-sm:`, `gcp-sm:`, `azure-kv:`'));
    return { reference, vault: (0,policy_vaults/* vaultOf */._)({ where: 'record', node, key: 'key', reference }, vaults, findings), allowStatic: (0,policy_node/* flagOf */.iP)(node, 'allow_static') };
}
/** Sigstore's own, which everybody may use and everybody can read. */
const PUBLIC = { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null, tokenFile: null };
function readKeyless(node, findings) {
    if (node === undefined || node.value === false)
        return null;
    if (node.value === true)
        return PUBLIC;
    const tokenFile = (0,policy_node/* textOf */.b6)(node, 'token_file');
    const service = (name) => {
        const found = (0,policy_node/* child */.jf)(node, name);
        if (found === undefined)
            return null;
        const fault = faultOfService(String(found.value));
        if (fault !== null)
            findings.push((0,problem/* mistake */.RT)(found.at, `\`record.keyless.${name}\` ${fault}`, 'write `https://HOST[:PORT][/PATH]`; `http://` is for loopback only'));
        return String(found.value).replace(/\/+$/u, '');
    };
    const [fulcio, rekor, tsa] = [service('fulcio'), service('rekor'), service('tsa')];
    if (tokenFile !== null && fulcio === null && rekor === null && tsa === null)
        return { ...PUBLIC, tokenFile };
    if (fulcio === null)
        findings.push((0,problem/* mistake */.RT)(node.at, '`record.keyless` has no `fulcio`', 'name the authority that certifies who signs, or write `true` for the public one'));
    else if (rekor === null && tsa === null)
        findings.push((0,problem/* mistake */.RT)(node.at, '`record.keyless` names nobody who says when something was signed', 'add `rekor` (a log) or `tsa` (a clock)'));
    return { fulcio: fulcio ?? '', rekor, tsa, tokenFile };
}
function faultOfService(text) {
    try {
        const url = (0,http/* trustworthyUrl */.HG)(text);
        return url.search !== '' || url.hash !== '' ? 'holds parameters' : null;
    }
    catch {
        return 'is not an address to trust';
    }
}

// EXTERNAL MODULE: ./lib/policy/masks.js
var policy_masks = __webpack_require__(25135);
// EXTERNAL MODULE: ./lib/policy/time.js
var time = __webpack_require__(65849);
;// CONCATENATED MODULE: ./lib/policy/rules.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads rules, of a policy and of packs alike, into what evaluate.ts runs. Refuses rules that say nothing, waivers without an end, and
// restrictions that can never hit because a name in them is mistyped.






/** Policies without `approvers`: one person, for a working day. */
const DEFAULT_APPROVERS = { users: [], teams: [], codeowners: false, count: 1, expiresSeconds: 8 * 3600 };
/** Approvers as written under a key, on top of those inherited. */
function readApprovers(node, inherited) {
    if (node === undefined)
        return inherited;
    const users = (0,policy_node/* child */.jf)(node, 'users');
    const teams = (0,policy_node/* child */.jf)(node, 'teams');
    const count = (0,policy_node/* child */.jf)(node, 'count');
    const expires = (0,policy_node/* textOf */.b6)(node, 'expires');
    return {
        users: users === undefined ? inherited.users : (0,policy_node/* itemsOf */.S3)(users).map((item) => Number(item.value)),
        teams: teams === undefined ? inherited.teams : (0,policy_node/* itemsOf */.S3)(teams).map((item) => String(item.value)),
        codeowners: (0,policy_node/* child */.jf)(node, 'codeowners') === undefined ? inherited.codeowners : (0,policy_node/* flagOf */.iP)(node, 'codeowners'),
        count: count === undefined ? inherited.count : Number(count.value),
        expiresSeconds: expires === null ? inherited.expiresSeconds : (0,time/* secondsOf */.TM)(expires),
    };
}
/** A demand for more people than are named waits for ever. */
function checkApprovers(node, { users, teams, codeowners, count }, findings) {
    const people = new Set(users).size;
    if (node === undefined || people === 0 || people >= count || teams.length > 0 || codeowners)
        return;
    findings.push((0,problem/* warning */.$e)(node.at, `\`approvers\` names ${people} ${people === 1 ? 'person' : 'people'} and asks for ${count}, so nothing could be approved`, 'name more people, or a team'));
}
/** All rules of one source. */
function readRules(node, source) {
    const seen = new Set();
    return (0,policy_node/* itemsOf */.S3)(node).map((item) => {
        const id = (0,policy_node/* present */.Eb)(item, 'id');
        const name = String(id.value);
        if (seen.has(name))
            source.findings.push((0,problem/* mistake */.RT)(id.at, `rule ${(0,problem/* quoted */.TL)(name)} is there twice`, 'a decision names its rule, so give it a name of its own'));
        if (source.pack === null && name === 'default')
            source.findings.push((0,problem/* mistake */.RT)(id.at, 'a rule can not be called `default`', 'decisions without any rule are reported under that name'));
        seen.add(name);
        return readRule(item, name, source);
    });
}
function readRule(node, name, source) {
    const { pack, findings } = source;
    const id = pack === null ? name : `${pack}/${name}`;
    const decide = (0,policy_node/* textOf */.b6)(node, 'decide');
    const masks = (0,policy_masks/* readMasks */.o)((0,policy_node/* child */.jf)(node, 'mask'), findings);
    const maxRows = (0,policy_node/* child */.jf)(node, 'max_rows');
    if (decide === null && masks.length === 0 && maxRows === undefined) {
        findings.push((0,problem/* mistake */.RT)(node.at, `rule ${(0,problem/* quoted */.TL)(name)} decides nothing`, 'give it `decide`, `mask` or `max_rows`'));
    }
    const matchNode = (0,policy_node/* present */.Eb)(node, 'match');
    const match = matchNode.value;
    const approvers = readApprovers((0,policy_node/* child */.jf)(node, 'approvers'), source.approvers);
    checkApprovers((0,policy_node/* child */.jf)(node, 'approvers'), approvers, findings);
    checkNames(matchNode, { name, decide }, source);
    return {
        rule: {
            id, pack, decide, because: (0,policy_node/* sentenceOf */.$N)(node, 'because'), match, when: (0,policy_node/* textOf */.b6)(node, 'when'), masks,
            maxRows: maxRows === undefined ? null : Number(maxRows.value),
            observeUntil: readObserve(node, { name, decide }, source), override: source.overrides.get(id) ?? null,
            approvers,
        },
        match: compileMatch(match, decide === 'allow'),
        condition: readCondition(node, name, source),
    };
}
// A mistyped name makes an allow rule miss, which is safe, and any other rule toothless, which is not.
function checkNames(match, { name, decide }, { names, findings }) {
    if (names === null)
        return;
    for (const key of ['principal', 'resource']) {
        for (const literal of (0,policy_node/* manyOf */.J5)(match, key) ?? []) {
            const text = String(literal.value);
            if ((0,glob/* isGlob */.fg)(text) || names[key].includes(text))
                continue;
            const message = `rule ${(0,problem/* quoted */.TL)(name)} is about the ${key} ${(0,problem/* quoted */.TL)(text)}, which \`${key === 'principal' ? 'identities' : 'resources'}\` does not have: ${(0,problem/* suggestion */.h)(text, names[key])}`;
            findings.push((decide === 'allow' ? problem/* warning */.$e : problem/* mistake */.RT)(literal.at, message));
        }
    }
    for (const literal of (0,policy_node/* manyOf */.J5)(match, 'object') ?? [])
        checkObject(match, literal, { name, findings });
}
function checkObject(match, literal, { name, findings }) {
    const text = String(literal.value);
    const effects = ((0,policy_node/* manyOf */.J5)(match, 'effect') ?? []).map((effect) => effect.value);
    if (/[.*?/]/u.test(text) || !effects.some((effect) => effect === 'read' || effect === 'write' || effect === 'destroy'))
        return;
    findings.push((0,problem/* warning */.$e)(literal.at, `rule ${(0,problem/* quoted */.TL)(name)} asks for the object ${(0,problem/* quoted */.TL)(text)}, which no table is called`, `tables are \`schema.name\`: write \`public.${text}\` or \`*.${text}\``));
}
function readObserve(node, { name, decide }, { findings, now }) {
    const observe = (0,policy_node/* child */.jf)(node, 'observe');
    const until = (0,policy_node/* child */.jf)(node, 'until');
    if (observe?.value !== true) {
        if (until !== undefined)
            findings.push((0,problem/* mistake */.RT)(until.at, `rule ${(0,problem/* quoted */.TL)(name)} has \`until\` without \`observe: true\``));
        return null;
    }
    if (decide !== 'review' && decide !== 'deny')
        findings.push((0,problem/* mistake */.RT)(observe.at, `rule ${(0,problem/* quoted */.TL)(name)} refuses nothing, so there is nothing to observe`));
    if (until === undefined) {
        findings.push((0,problem/* mistake */.RT)(observe.at, `rule ${(0,problem/* quoted */.TL)(name)} observes without end`, 'add the day until which, `until: 2027-03-01`'));
        return null;
    }
    return readDay(until, findings, { now, ended: `rule ${(0,problem/* quoted */.TL)(name)} was observed until then: it is enforced now` });
}
/** The end of the day under an `until`, in milliseconds; warns when it is over. null: no such day, and that was said. */
function readDay(node, findings, { now, ended }) {
    const end = (0,time/* endOfDay */.D0)(String(node.value));
    if (end === null)
        findings.push((0,problem/* mistake */.RT)(node.at, `${(0,problem/* quoted */.TL)(node.value)} is not a day`, 'write year-month-day, `2027-03-01`'));
    else if (now > end)
        findings.push((0,problem/* warning */.$e)(node.at, `${(0,problem/* quoted */.TL)((0,time/* dayOf */.kb)(end))} is over: ${ended}`, 'take it out, or set a new day'));
    return end;
}
function readCondition(node, name, { compiler, findings }) {
    const when = (0,policy_node/* child */.jf)(node, 'when');
    if (when === undefined || compiler === null)
        return null;
    const compiled = compiler.compile(String(when.value));
    if (typeof compiled !== 'string')
        return compiled;
    findings.push((0,problem/* mistake */.RT)(when.at, `the \`when\` of rule ${(0,problem/* quoted */.TL)(name)} ${compiled}`));
    return null;
}
/** What `packs:` says of single rules, by full id. */
function readOverrides(node, { now, findings }) {
    return new Map((0,policy_node/* entriesOf */.Mc)(node).map(({ key, keyAt, node: entry }) => {
        const decide = (0,policy_node/* textOf */.b6)(entry, 'decide');
        const because = (0,policy_node/* sentenceOf */.$N)(entry, 'because');
        const until = (0,policy_node/* child */.jf)(entry, 'until');
        if (decide === 'off' && (because === null || until === undefined)) {
            findings.push((0,problem/* mistake */.RT)(keyAt, `${(0,problem/* quoted */.TL)(key)} is switched off without ${because === null ? '`because`' : '`until`'}`, 'a rule of a pack may be off for a reason and for a time'));
        }
        const end = until === undefined ? null : readDay(until, findings, { now, ended: `${(0,problem/* quoted */.TL)(key)} is as its pack has it again` });
        return [key, { decide, because, until: end }];
    }));
}
/** Holds `packs:` against the rules that the packs really have. */
function checkOverrides(node, rules, findings) {
    const known = new Map(rules.map(({ rule }) => [rule.id, rule]));
    for (const { key, keyAt } of (0,policy_node/* entriesOf */.Mc)(node)) {
        const rule = known.get(key);
        const override = rule?.override ?? null;
        if (rule === undefined || override === null)
            findings.push((0,problem/* mistake */.RT)(keyAt, `no pack in \`extends\` has a rule ${(0,problem/* quoted */.TL)(key)}: ${(0,problem/* suggestion */.h)(key, [...known.keys()])}`));
        else if (rule.decide === null && override.decide !== 'off')
            findings.push((0,problem/* mistake */.RT)(keyAt, `${(0,problem/* quoted */.TL)(key)} decides nothing, so it can only be switched off`));
        else if (rule.decide === 'deny' && override.decide === 'review' && override.because === null) {
            findings.push((0,problem/* mistake */.RT)(keyAt, `${(0,problem/* quoted */.TL)(key)} is loosened without \`because\``, 'say why a person may allow what the pack denies'));
        }
    }
}

// EXTERNAL MODULE: ./lib/policy/schema.js
var schema = __webpack_require__(35991);
// EXTERNAL MODULE: ./lib/policy/shape.js
var shape = __webpack_require__(45999);
// EXTERNAL MODULE: ./lib/policy/yaml.js
var yaml = __webpack_require__(35447);
;// CONCATENATED MODULE: ./lib/policy/load.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads a policy file and its packs into one frozen `Policy`, or says everything that is wrong with it and where. Refuses unknown keys,
// unpinned packs, waivers without an end, and to fill in anything that would let more through. Reads no environment and no clock.





















/** The policy in force. Throws POLICY_INVALID: the first problem with its place, and in the hint how many more there are. */
async function loadPolicy(source, options) {
    const { policy, problems } = await new Loader(source, options).load();
    if (policy === null)
        throw (0,problem/* policyError */.nq)(problems);
    return policy;
}
/** Everything there is to say about a policy file, errors first; empty when it is fine. */
async function lintPolicy(source, options) {
    return (await new Loader(source, options).load()).problems;
}
const ALONE = { schema: schema/* policySchema */.w, called: 'the policy', beside: [], also: () => undefined };
/** The same for a policy within a larger file. Throws POLICY_INVALID. */
async function loadPolicyOf(source, options, form) {
    const { policy, problems } = await new Loader(source, options, form).load();
    if (policy === null)
        throw (0,problem/* policyError */.nq)(problems);
    return policy;
}
class Loader {
    source;
    options;
    form;
    #findings = [];
    #packProblems = [];
    constructor(source, options, form = ALONE) {
        this.source = source;
        this.options = options;
        this.form = form;
    }
    async load() {
        const root = readDocument(this.source.text, this.#findings);
        if (root !== null)
            this.#findings.push(...(0,shape/* checkShape */.e)(root, this.form.schema, this.form.called));
        const draft = root === null || this.#findings.length > 0 ? null : await this.#build(root);
        const problems = [...(0,problem/* problemsOf */.GW)(this.#findings, this.source), ...this.#packProblems];
        const broken = problems.some(({ severity }) => severity === 'error');
        return { policy: broken || draft === null ? null : policyOf(draft, problems, { now: this.options.now, beside: this.form.beside }), problems };
    }
    async #build(root) {
        const findings = this.#findings;
        const now = this.options.now;
        const vaults = (0,policy_vaults/* readVaults */.e)((0,policy_node/* child */.jf)(root, 'vaults'), findings);
        const resources = (0,policy_resources/* readResources */.Mq)((0,policy_node/* child */.jf)(root, 'resources'), findings, vaults);
        const detectors = await readDetectors((0,policy_node/* child */.jf)(root, 'detectors'), findings);
        const record = readRecord((0,policy_node/* child */.jf)(root, 'record'), findings, vaults);
        const forge = readForge((0,policy_node/* child */.jf)(root, 'forge'), findings, vaults);
        const identities = readIdentities((0,policy_node/* child */.jf)(root, 'identities'), findings);
        const approvers = readApprovers((0,policy_node/* child */.jf)(root, 'approvers'), DEFAULT_APPROVERS);
        checkApprovers((0,policy_node/* child */.jf)(root, 'approvers'), approvers, findings);
        const shared = { overrides: readOverrides((0,policy_node/* child */.jf)(root, 'packs'), { now, findings }), approvers, now };
        const packs = await this.#packs(root, shared);
        const packRules = packs.flatMap((pack) => pack.rules);
        checkOverrides((0,policy_node/* child */.jf)(root, 'packs'), packRules, findings);
        const ownNode = (0,policy_node/* child */.jf)(root, 'rules');
        const names = { principal: identities.map(({ name }) => name), resource: [...Object.keys(resources), repository/* REPOSITORY */.Bw.name] };
        const own = readRules(ownNode, { ...shared, pack: null, overrides: new Map(), names, findings, compiler: await compilerFor(ownNode) });
        const rules = [...own, ...packRules];
        this.form.also(root, findings);
        findings.push(...unreachableRules(ownNode, { own, packs: packRules }, resources));
        return {
            root, resources, identities, approvers, rules, packs, record, forge, detectors, approvals: (0,approvals/* readApprovals */.RJ)((0,policy_node/* child */.jf)(root, 'approvals')),
            breakGlass: (0,approvals/* readBreakGlass */._m)((0,policy_node/* child */.jf)(root, 'break_glass'), names.principal, findings),
            changes: readChanges((0,policy_node/* child */.jf)(root, 'changes'), Object.keys(resources), findings),
            observeUntil: readMode(root, findings, now),
        };
    }
    async #packs(root, shared) {
        const packs = [];
        for (const item of (0,policy_node/* itemsOf */.S3)((0,policy_node/* child */.jf)(root, 'extends'))) {
            const reference = String(item.value);
            const found = await findPack(reference, this.options.fetchPack);
            if (typeof found !== 'string') {
                this.#findings.push((0,problem/* mistake */.RT)(item.at, found.problem, found.hint));
                continue;
            }
            const pack = await this.#pack({ text: found, file: reference }, shared);
            if (pack === null)
                continue;
            const complaint = complaintAbout(pack.name, reference, packs);
            if (complaint !== null)
                this.#findings.push((0,problem/* mistake */.RT)(item.at, complaint));
            packs.push(pack);
        }
        return packs;
    }
    async #pack(source, shared) {
        const findings = [];
        const root = readDocument(source.text, findings);
        if (root !== null)
            findings.push(...(0,shape/* checkShape */.e)(root, schema/* packSchema */.h, 'the pack'));
        let pack = null;
        if (root !== null && findings.length === 0) {
            const name = (0,policy_node/* textOf */.b6)(root, 'pack');
            const rulesNode = (0,policy_node/* child */.jf)(root, 'rules');
            const rules = readRules(rulesNode, { ...shared, pack: name, names: null, findings, compiler: await compilerFor(rulesNode) });
            pack = { name, version: (0,policy_node/* child */.jf)(root, 'version')?.value, content: root.value, rules };
        }
        this.#packProblems.push(...(0,problem/* problemsOf */.GW)(findings, source));
        return pack;
    }
}
// An organisation's pack may not pass for one of ours, nor for another that is already there.
function complaintAbout(name, reference, packs) {
    if (packs.some((other) => other.name === name))
        return `pack ${(0,problem/* quoted */.TL)(name)} is there twice`;
    if (reference.startsWith('ostiary:') ? reference !== name : /^(?:ostiary|builtin):/u.test(name))
        return `pack ${(0,problem/* quoted */.TL)(reference)} calls itself ${(0,problem/* quoted */.TL)(name)}`;
    return null;
}
function readDocument(text, findings) {
    try {
        return (0,yaml/* readYaml */.gM)(text);
    }
    catch (thrown) {
        const { at, message } = thrown;
        findings.push((0,problem/* mistake */.RT)(at, message));
        return null;
    }
}
// The CEL library is loaded by the first policy that has a condition.
async function compilerFor(rules) {
    if (!(0,policy_node/* itemsOf */.S3)(rules).some((rule) => (0,policy_node/* child */.jf)(rule, 'when') !== undefined))
        return null;
    const { ConditionCompiler } = await Promise.all(/* import() */[__webpack_require__.e(7337), __webpack_require__.e(5706)]).then(__webpack_require__.bind(__webpack_require__, 85706));
    return new ConditionCompiler();
}
function readMode(root, findings, now) {
    const until = (0,policy_node/* child */.jf)(root, 'until');
    if ((0,policy_node/* textOf */.b6)(root, 'mode') !== 'observe') {
        if (until !== undefined)
            findings.push((0,problem/* mistake */.RT)(until.at, '`until` belongs to `mode: observe`'));
        return null;
    }
    if (until === undefined) {
        findings.push((0,problem/* mistake */.RT)((0,policy_node/* present */.Eb)(root, 'mode').at, '`mode: observe` has no end', 'add the day until which, `until: 2027-03-01`'));
        return null;
    }
    return readDay(until, findings, { now, ended: 'the policy was observed until then: it is enforced now' });
}
function policyOf(draft, warnings, { now, beside }) {
    const { root, resources, rules, observeUntil, packs } = draft;
    const fallback = ((0,policy_node/* textOf */.b6)(root, 'default') ?? 'deny');
    const evaluator = new Evaluator({ rules, resources, fallback, observeUntil, books: (0,bookkeeping/* booksOf */.GY)(draft.changes) });
    return (0,policy_node/* freezeDeep */.C_)({
        version: 1,
        mode: observeUntil === null || now > observeUntil ? { kind: 'enforce', until: null } : { kind: 'observe', until: (0,time/* dayOf */.kb)(observeUntil) },
        default: fallback,
        approvers: draft.approvers, approvals: draft.approvals, breakGlass: draft.breakGlass, identities: draft.identities, resources, changes: draft.changes,
        rules: rules.map(({ rule }) => rule),
        record: draft.record, forge: draft.forge, detectors: draft.detectors,
        packs: packs.map(({ name, version }) => ({ name, version })),
        digest: (0,canonical/* taggedDigest */.Dt)('ostiary-policy-v1', { policy: without(root.value, beside), packs: packs.map(({ name, version, content }) => ({ name, version, content })) }),
        warnings,
        decide: (question) => evaluator.decide(question),
        masks: (resource, principalNames, at = now) => evaluator.masks(resource, principalNames, at),
        grants: (resource, principalNames) => evaluator.grants(resource, principalNames),
        tighten: (question, resource) => evaluator.tighten(question, resource),
        masksOn: (resource, principalNames, at = now) => evaluator.masksOn(resource, principalNames, at),
    });
}
function without(value, keys) {
    return keys.length === 0 ? value : Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}


/***/ }),

/***/ 25135:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ readMasks)
/* harmony export */ });
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74955);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62564);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72737);



/** The masks under a `mask:` key, in the order written. */
function readMasks(node, findings) {
    return (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(node).map(({ key, keyAt, node: style }) => {
        const complaint = complaintAbout(key);
        if (complaint !== null)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .mistake */ .RT)(keyAt, complaint));
        // YAML reads a bare `null` as nothing; here it is the style of that name.
        return { column: key, style: (style.value ?? 'null') };
    });
}
function complaintAbout(key) {
    if (key.startsWith('content:')) {
        const detector = key.slice('content:'.length);
        return _model_js__WEBPACK_IMPORTED_MODULE_0__/* .DETECTORS */ .c.some((known) => known === detector) ? null : `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)} names no detector: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(detector, _model_js__WEBPACK_IMPORTED_MODULE_0__/* .DETECTORS */ .c)}`;
    }
    const segments = key.split('.');
    if (segments.includes(''))
        return `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)} has an empty part: write \`schema.relation.column\``;
    if (segments.length === 3 || key.includes('**'))
        return null;
    return `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)} is not \`schema.relation.column\`: write \`*.*.${segments.at(-1)}\` for a column anywhere`;
}


/***/ }),

/***/ 74955:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ MASK_STYLES),
/* harmony export */   c: () => (/* binding */ DETECTORS)
/* harmony export */ });
/* harmony import */ var _core_detector_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22360);
// SPDX-License-Identifier: Apache-2.0
//
// What a loaded policy is: one frozen value with everything of `.ostiary/policy.yml` and its packs, and the two questions that it
// answers. Types only; refuses to say how they are answered (evaluate.ts) or read (load.ts). Keys: docs/policy.md.

/** Detectors that a mask key `content:NAME` may name. */
const DETECTORS = [..._core_detector_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PERSONAL_DETECTORS */ .t, ..._core_detector_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRET_DETECTORS */ .j];
const MASK_STYLES = ['redact', 'partial', 'hash', 'null'];


/***/ }),

/***/ 62564:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   C_: () => (/* binding */ freezeDeep),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   J5: () => (/* binding */ manyOf),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   iP: () => (/* binding */ flagOf),
/* harmony export */   jf: () => (/* binding */ child)
/* harmony export */ });
/** The value under a key, with its place; undefined when the key is not there. */
function child(node, key) {
    return node.entries?.get(key)?.node;
}
/** The value under a key that the schema demands, or that was seen to be there, with its place. */
function present(node, key) {
    return child(node, key);
}
/** All keys of a mapping with their values and places; empty for an absent one. */
function entriesOf(node) {
    return [...(node?.entries ?? [])].map(([key, entry]) => ({ key, ...entry }));
}
/** All items of a list; empty for an absent one. */
function itemsOf(node) {
    return node?.items ?? [];
}
/** A text, or null when the key is not there. */
function textOf(node, key) {
    return child(node, key)?.value ?? null;
}
/** A true-or-false, false when the key is not there. */
function flagOf(node, key) {
    return child(node, key)?.value === true;
}
/** One value or a list of them, as nodes; undefined when the key is not there. */
function manyOf(node, key) {
    const found = child(node, key);
    return found === undefined ? undefined : (found.items ?? [found]);
}
/** One value or a list of them, as texts; undefined when the key is not there. */
function textsOf(node, key) {
    return manyOf(node, key)?.map((item) => String(item.value));
}
/** A sentence on one line. */
function sentenceOf(node, key) {
    return textOf(node, key)?.replace(/\s+/g, ' ').trim() ?? null;
}
/** A value and all in it, frozen. */
function freezeDeep(value) {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const item of Object.values(value))
            freezeDeep(item);
    }
    return value;
}


/***/ }),

/***/ 72737:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   RT: () => (/* binding */ mistake),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   nq: () => (/* binding */ policyError)
/* harmony export */ });
/* unused harmony exports renderProblem, nearest */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35447);
// SPDX-License-Identifier: Apache-2.0
//
// How a policy file is complained about: findings with an offset while reading, problems with line and column for people, one error
// for everybody else. Refuses to quote more than a glance of what was written, and never what may be a secret.


/** A finding that keeps the policy from being used. */
function mistake(at, message, hint = null) {
    return { severity: 'error', at, message, hint };
}
/** A finding to be said loudly. */
function warning(at, message, hint = null) {
    return { severity: 'warning', at, message, hint };
}
/** Findings with their places, errors first, each kind in the order of the file. */
function problemsOf(findings, source) {
    const rank = (finding) => (finding.severity === 'error' ? 0 : 1);
    return [...findings]
        .sort((a, b) => rank(a) - rank(b) || a.at - b.at)
        .map(({ severity, at, message, hint }) => ({ severity, file: source.file, ...(0,_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(source.text, at), message, hint }));
}
/** `policy.yml:3:5: unknown key …`. */
function renderProblem(problem) {
    return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}
/** Problems beside the first that an error tells in full; a line is to stay one that people read. */
const MAX_TOLD = 4;
/** The one error that stands for several problems: the first, what else there is, and the places of the rest. */
function policyError(problems) {
    const [first, ...rest] = problems;
    const told = rest.slice(0, MAX_TOLD).map((one) => `${placed(one, first)} ${one.message}`);
    const places = rest.slice(MAX_TOLD, 10).map((one) => placed(one, first));
    const others = places.length === 0 ? [] : [`others at ${places.join(', ')}${rest.length > 10 ? ', …' : ''}`];
    const more = rest.length === 0 ? [] : [`and ${rest.length} more: ${[...told, ...others].join('; ')}`];
    const hint = [...(first.hint === null ? [] : [first.hint]), ...more].join('; ');
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('POLICY_INVALID', renderProblem(first), hint === '' ? {} : { hint });
}
function placed({ file, line, column }, first) {
    return file === first.file ? `${line}:${column}` : `${file}:${line}:${column}`;
}
/** Source: what fits on a line beside the message. */
const MAX_QUOTED = 60;
/** What a user wrote, in backticks, on one line, not longer than a glance. */
function quoted(value) {
    const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').replaceAll('`', '\'');
    return `\`${text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text}\``;
}
/** The end of a sentence about an unknown name: the nearest known one, or all there are. */
function suggestion(unknown, known) {
    const near = nearest(unknown, known);
    if (near !== null)
        return `did you mean \`${near}\`?`;
    return known.length === 0 ? 'there are none' : `known: ${known.map((name) => `\`${name}\``).join(', ')}`;
}
/** The known name that takes the fewest keystrokes to reach, when it is near enough to have been meant. */
function nearest(unknown, known) {
    const wanted = unknown.slice(0, MAX_QUOTED).toLowerCase();
    let best = null;
    let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
    for (const name of known) {
        const distance = keystrokes(wanted, name.toLowerCase());
        if (distance < least)
            [best, least] = [name, distance];
    }
    return best;
}
// Levenshtein's distance with neighbours swapped counting once.
function keystrokes(from, to) {
    let before = [];
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i += 1) {
        const current = [i];
        for (let j = 1; j <= to.length; j += 1) {
            const same = from[i - 1] === to[j - 1] ? 0 : 1;
            let cost = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + same);
            if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
                cost = Math.min(cost, before[j - 2] + 1);
            current.push(cost);
        }
        before = previous;
        previous = current;
    }
    return previous[to.length];
}


/***/ }),

/***/ 81728:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   Sq: () => (/* binding */ CODE),
/* harmony export */   j6: () => (/* binding */ GATE_HAZARD),
/* harmony export */   pB: () => (/* binding */ ELSEWHERE)
/* harmony export */ });
/** Judged on by its name; a policy can't register another one of that name. */
const REPOSITORY = {
    name: 'repository', type: 'repository', environment: null, labels: {}, url: null, address: null, target: 'repository', credential: null, vault: null,
    allowStatic: false, local: false, mask: [], tls: { mode: 'verify-full', ca: null }, holdMs: null,
};
const CODE = {
    unmatched: 'allow', unknown: 'review',
    finding: { rule: 'builtin:repository', reason: 'a change to code reaches production by other operations, which are judged there' },
};
/** A resource that another policy registered and decides about: here only what is said against an access has a say. */
const ELSEWHERE = {
    unmatched: 'allow', unknown: 'allow',
    finding: { rule: 'builtin:elsewhere', reason: 'the policy that registers the resource decides' },
};
/** Ids of hazards that begin like this are changes to what decides later changes: policy, CODEOWNERS, workflows, agent instructions, hooks. */
const GATE_HAZARD = 'gate.';


/***/ }),

/***/ 42007:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ readResources),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   jk: () => (/* binding */ faultOfReference)
/* harmony export */ });
/* harmony import */ var _core_vaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16702);
/* harmony import */ var _approvals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68150);
/* harmony import */ var _masks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25135);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62564);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72737);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81728);
/* harmony import */ var _vaults_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92513);







const POSTGRES_PORT = 5432;
/** What may stand behind each scheme, a `#FIELD` aside. */
const CREDENTIALS = {
    env: /^[A-Za-z_][A-Za-z0-9_]*$/u,
    file: /^\S/u,
    oidc: /^\S+$/u,
    // Hits `database/creds/orders`, `secret/data/a b`; misses `../sys/x`, `a//b`, `a?list=true`.
    vault: /^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^?#%\\\u0000-\u001f\s]+$/u,
    // @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html (Name), or an ARN.
    'aws-sm': /^[A-Za-z0-9/_+=.@:-]{1,2048}$/u,
    'aws-rds-iam': /^[A-Za-z0-9_][A-Za-z0-9_.@$-]{0,62}$/u,
    'gcp-sm': /^projects\/[a-z0-9:.-]{1,100}\/secrets\/[A-Za-z0-9_-]{1,255}(?:\/versions\/[A-Za-z0-9_-]{1,63})?$/u,
    'azure-kv': /^[A-Za-z0-9-]{1,127}(?:\/[0-9a-f]{32})?$/u,
};
const FIELD = /^[A-Za-z0-9_.-]{1,100}$/u;
/** All resources by name; the result has no prototype. */
function readResources(node, findings, vaults) {
    const resources = Object.create(null);
    for (const entry of (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .entriesOf */ .Mc)(node)) {
        if (entry.key === _repository_js__WEBPACK_IMPORTED_MODULE_4__/* .REPOSITORY */ .Bw.name)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)(entry.keyAt, '`repository` is the code itself, which every policy knows', 'give the resource another name'));
        resources[entry.key] = readResource(entry, findings, vaults);
    }
    return resources;
}
function readResource({ key: name, keyAt, node }, findings, vaults) {
    const type = (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(node, 'type');
    const complain = (key, message, hint) => findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)((0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .child */ .jf)(node, key)?.at ?? keyAt, `\`resources.${name}.${key}\` ${message}`, hint));
    const address = type === 'postgres' ? readAddress(node, complain) : null;
    if (type !== 'postgres')
        checkUrl((0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(node, 'url'), complain);
    const url = (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(node, 'url');
    const credential = (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(node, 'credential');
    const fault = credential === null ? null : faultOfReference(credential);
    if (fault !== null)
        complain('credential', fault.message, fault.hint);
    if (address !== null && address.user === null && credential === null) {
        complain('credential', 'is missing, and the url names no user', 'write `credential: env:NAME` (a password or `user:password`), or `postgres://user@host/database`');
    }
    return {
        name, type, environment: (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(node, 'environment'), labels: labelsOf(node), url, address,
        target: address === null ? (url ?? name) : targetOf(address), credential,
        vault: (0,_vaults_js__WEBPACK_IMPORTED_MODULE_5__/* .vaultOf */ ._)({ where: `resources.${name}`, key: 'credential', node, reference: credential }, vaults, findings), allowStatic: (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .flagOf */ .iP)(node, 'allow_static'), local: (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .flagOf */ .iP)(node, 'local'),
        mask: (0,_masks_js__WEBPACK_IMPORTED_MODULE_2__/* .readMasks */ .o)((0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .child */ .jf)(node, 'mask'), findings),
        tls: readTls(node, address, complain), holdMs: (0,_approvals_js__WEBPACK_IMPORTED_MODULE_1__/* .holdIn */ .ZR)(node),
    };
}
function labelsOf(node) {
    const labels = Object.create(null);
    for (const entry of (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .entriesOf */ .Mc)((0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .child */ .jf)(node, 'labels')))
        labels[entry.key] = String(entry.node.value);
    return labels;
}
function targetOf({ host, port, database }) {
    return `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`;
}
const URL_FORM = 'write `postgres://[user@]host[:port]/database`';
function readAddress(node, complain) {
    const url = (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(node, 'url');
    if (url === null) {
        complain('url', 'is missing', URL_FORM);
        return null;
    }
    const parsed = parseAddress(url);
    if (typeof parsed !== 'string')
        return parsed;
    complain('url', parsed, URL_FORM);
    return null;
}
// Returns the address, or what is wrong with it.
function parseAddress(url) {
    const rest = /^postgres(?:ql)?:\/\/(.*)$/su.exec(url)?.[1];
    if (rest === undefined)
        return 'is not the address of a PostgreSQL';
    if (/[?#]/u.test(rest))
        return 'holds parameters: TLS is said by `tls:`, and settings are not passed on';
    const at = rest.lastIndexOf('@');
    const userInfo = at < 0 ? null : rest.slice(0, at);
    if (userInfo?.includes(':') === true)
        return 'holds a password: take it out, change it, and say by `credential:` where the new one is';
    const place = /^(?<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?\/(?<database>[^/]+)$/u.exec(rest.slice(at + 1))?.groups;
    if (place === undefined)
        return 'does not name one host and one database';
    const { host, port = String(POSTGRES_PORT), database } = place;
    const decoded = [decoding(database), userInfo === null ? null : decoding(userInfo)];
    if (decoded[0] === '' || decoded[1] === '')
        return 'has a user or a database that can not be read';
    if (Number(port) < 1 || Number(port) > 65_535)
        return 'has a port that does not exist';
    return { host: host.toLowerCase().replace(/^\[|\]$/gu, ''), port: Number(port), database: decoded[0], user: decoded[1] };
}
// The text behind percent signs; empty when there is none or it holds control characters.
function decoding(text) {
    try {
        const decoded = decodeURIComponent(text);
        return /[\u0000-\u001f\u007f-\u009f]/u.test(decoded) ? '' : decoded;
    }
    catch {
        return '';
    }
}
function checkUrl(url, complain) {
    if (url === null)
        return;
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:'))
        complain('url', 'is not an address', 'write `https://host/path`');
    else if (parsed.username !== '' || parsed.password !== '')
        complain('url', 'holds a user or a password', 'say by `credential:` where they are');
    else if (parsed.protocol === 'http:' && !isLoopback(parsed.hostname.replace(/^\[|\]$/gu, '')))
        complain('url', 'is not encrypted', 'write `https://`; `http://` is for loopback only');
}
/** What is wrong with a reference to a secret, as the end of a sentence, and what to write; null when it names a place. Never repeats it: it may be a secret. */
function faultOfReference(reference) {
    const parsed = (0,_core_vaults_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference);
    if (parsed === null)
        return { message: 'does not say where the secret is', hint: `write ${_core_vaults_js__WEBPACK_IMPORTED_MODULE_0__/* .CREDENTIAL_FORMS */ ._y}; if a secret stood here, change it` };
    if (CREDENTIALS[parsed.scheme].test(parsed.rest) && (parsed.field === null || FIELD.test(parsed.field)))
        return null;
    return { message: `is not a place that \`${parsed.scheme}:\` can name`, hint: `write ${_core_vaults_js__WEBPACK_IMPORTED_MODULE_0__/* .CREDENTIAL_FORMS */ ._y}` };
}
function readTls(node, address, complain) {
    const given = (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .child */ .jf)(node, 'tls');
    const loopback = address !== null && isLoopback(address.host);
    const mode = (given === undefined ? null : (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(given, 'mode')) ?? (loopback && given === undefined ? 'disable' : 'verify-full');
    if (mode === 'disable' && !loopback && given !== undefined)
        complain('tls', 'turns encryption off', '`disable` is for loopback only; for an authority of your own write `tls: { ca: FILE }`');
    return { mode, ca: given === undefined ? null : (0,_node_js__WEBPACK_IMPORTED_MODULE_6__/* .textOf */ .b6)(given, 'ca') };
}
/** True for a host that is this machine: `localhost`, 127.0.0.0/8, ::1. */
function isLoopback(host) {
    return host === 'localhost' || host === '::1' || /^127(?:\.[0-9]{1,3}){3}$/u.test(host);
}


/***/ }),

/***/ 62847:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KR: () => (/* binding */ ref),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   a3: () => (/* binding */ MAX_LIST),
/* harmony export */   o_: () => (/* binding */ NAME),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The words in which the schemas of this room are written: the subset of JSON Schema that shape.ts knows, and makers of its nodes. Refuses
// keywords outside of it.
// @see https://json-schema.org/draft/2020-12
/** Entries of a list, at most. */
const MAX_LIST = 200;
/** Makes a schema node: a text. */
const text = (description, more = {}) => ({ type: 'string', description, minLength: 1, maxLength: 1000, ...more });
/** Makes a schema node: a boolean. */
const flag = (description) => ({ type: 'boolean', description });
/** Makes a schema node: a list. */
const list = (items, description, minItems = 1) => ({ type: 'array', description, items, minItems, maxItems: MAX_LIST });
/** Points at one of `$defs`. */
const ref = (name, description) => ({ $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) });
/** Makes a schema node: an object with these keys and no others. */
const closed = (description, properties, required = []) => ({
    type: 'object', description, properties, additionalProperties: false, ...(required.length === 0 ? {} : { required }),
});
/** Names of rules, resources, identities. */
const NAME = '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';


/***/ }),

/***/ 35991:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ packSchema),
/* harmony export */   w: () => (/* binding */ policySchema)
/* harmony export */ });
/* harmony import */ var _core_detector_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22360);
/* harmony import */ var _core_model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57206);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74955);
/* harmony import */ var _schema_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62847);
// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schema of a policy and of a pack: what editors get (docs/schema/, compared by test/contract/policy-schema.test.ts) and what
// shape.ts holds a file against. A data table, hence its length. Refuses keywords that shape.ts does not know.




/** Source: more than a team can review; each rule is looked at for each access of each operation. */
const MAX_RULES = 1000;
const RULE_IDS = '^[a-z0-9][a-z0-9-]{0,62}:[a-z0-9][a-z0-9-]{0,62}/[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';
const shared = {
    glob: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('`*` any run of characters within a segment, `**` across segments, `?` one character.'),
    globs: { title: 'a glob or a list of globs', anyOf: [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('glob'), (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('glob'), 'One of them has to match.')] },
    date: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A day, `2027-03-01`; it counts to its end, UTC.', { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
    because: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('One sentence for whoever is refused: what is at stake and what to do instead.', { maxLength: 500 }),
    decide: { type: 'string', description: 'deny beats review beats allow.', enum: ['allow', 'review', 'deny'] },
    comparison: {
        title: 'a comparison such as `<= 1000`', description: '`< <= > >= =` and a whole number.',
        anyOf: [{ type: 'integer', minimum: 0 }, { type: 'string', description: 'write it like `<= 1000`', pattern: '^(<=|>=|<|>|=) ?[0-9]{1,15}$' }],
    },
    masks: {
        type: 'object', maxProperties: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3,
        description: `Globs over \`schema.relation.column\`, or \`content:\` and a detector (${_core_detector_names_js__WEBPACK_IMPORTED_MODULE_2__/* .PERSONAL_DETECTORS */ .t.join(', ')}, or a kind of secret), to a style.`,
        additionalProperties: {
            title: 'a mask style', enum: [..._model_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK_STYLES */ .a, null],
            description: 'redact: fixed text; partial: shape kept; hash: keyed, joinable within a session; null: NULL.',
        },
    },
    match: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('All that is given has to hold; a list holds when one of it does.', {
        principal: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Names of `identities`.'),
        resource: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Names of `resources`.'),
        environment: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'The resource\'s `environment`.'),
        labels: { type: 'object', description: 'Labels of the resource, each with its value.', additionalProperties: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs'), minProperties: 1, maxProperties: 20 },
        operation: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Name of the operation: `sql.update`, `kubernetes.restart`.'),
        effect: { title: 'an effect or a list of effects', anyOf: [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('effect'), (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('effect'), 'One of them has to match.')] },
        object: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'What is touched: `public.orders`, `public.*`, `*.orders`; `shop/deployments/web`.'),
        columns: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Columns touched. An allow rule has to cover all of them; any one makes a review or deny rule hit.'),
        statement: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Kind of statement: `DROP TABLE`, `ALTER *`.'),
        hazard: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'A way of doing it that people look out for: `index-not-concurrent`, `pod-security.*`. An allow rule has to cover all of them.'),
        rows: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('comparison', 'Rows that would be touched, as estimated.'),
        size: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('comparison', 'Bytes of a file or body.'),
        paths: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Files touched: `db/migrations/**/*.sql`.'),
    }),
    effect: { type: 'string', description: '`*` is every effect but `unknown`.', enum: [..._core_model_js__WEBPACK_IMPORTED_MODULE_3__/* .EFFECTS */ .t, '*'] },
    when: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('CEL over `operation`, `access`, `principal`, `resource`, `now`; true or false. docs/policy.md lists the fields.', { maxLength: 2000 }),
    maxRows: { type: 'integer', description: 'Row ceiling of operations that match.', minimum: 0, maximum: 1_000_000_000 },
};
const ruleId = (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Shown with each decision. `default` is taken.', { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ });
const own = {
    ids: {
        title: 'a numeric id or a list of them',
        anyOf: [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('id'), (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('id'), 'Any of them.')],
    },
    id: { title: 'a numeric id', anyOf: [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, { type: 'string', description: 'a number, not a name', pattern: '^[1-9][0-9]{0,18}$' }] },
    exact: { title: 'text or a list of texts', anyOf: [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Exactly this.'), (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Exactly this.'), 'Any of them.')] },
    approvers: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('Who may approve a review. People count once, by numeric id.', {
        users: { type: 'array', description: 'Numeric ids of people, not names: names can be taken over.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('id'), maxItems: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        teams: { type: 'array', description: '`organisation/team`.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A team with its organisation, `acme/dba`; a group with its path.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+$' }), maxItems: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        codeowners: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Code owners of the files changed may approve, too.'),
        count: { type: 'integer', description: 'How many different people.', minimum: 1, maximum: 20 },
        expires: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('How long an approval holds, from its earliest counting review: `90m`, `8h`, `2d`.', { pattern: '^[1-9][0-9]{0,3}[smhd]$' }),
    }),
    breakGlass: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('Who may let operations that need a review run without one, in an emergency: somebody else is told before, and has to review afterwards. What is denied stays denied.', {
        principal: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Identities of jobs that may: jobs that people start, and no agent is in.'),
        users: { type: 'array', description: 'Numeric ids of the people who may.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('id'), maxItems: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        teams: { type: 'array', description: 'Teams whose members may, `organisation/team`.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('team'), maxItems: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        notify: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('Who is asked for the review, before anything runs.', {
            users: { type: 'array', description: 'Numeric ids of people.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('id'), maxItems: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
            teams: { type: 'array', description: '`organisation/team`.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('team'), maxItems: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        }),
        max: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('How long it lasts; `30m` when left out.', { pattern: '^[1-9][0-9]{0,3}[smh]$' }),
    }, ['principal', 'notify']),
    team: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A team with its organisation, `acme/dba`; a group with its path.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+$' }),
    hold: { title: 'a duration such as `5m`, or 0', anyOf: [{ type: 'integer', description: 'Not at all.', minimum: 0, maximum: 0 }, (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('`90s`, `5m`, `1h`.', { pattern: '^[1-9][0-9]{0,3}[smh]$' })] },
    github: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('A job of GitHub Actions, by claims of its OIDC token.', {
        repository_id: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('ids', 'Numeric id of the repository.'),
        repository_owner_id: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('ids', 'Numeric id of its owner.'),
        workflow: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('File name of the workflow, `nightly.yml`. Without `ref`, and unless the event always runs the default branch, the ref has to be protected.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*\\.ya?ml$' }),
        job_workflow_ref: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'The reusable workflow with its ref, `org/repo/.github/workflows/x.yml@refs/heads/main`.'),
        event: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Event that started the run, `schedule`.'),
        environment: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Deployment environment of the job.'),
        ref: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Git ref of the run, `refs/heads/main`.'),
        ref_protected: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('The ref is protected.'),
        host: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Host of a GitHub Enterprise Server or `NAME.ghe.com`.', { pattern: '^[a-z0-9.-]+(:[0-9]{1,5})?$' }),
        enterprise: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Slug of the enterprise, when its issuer has one of its own.', { pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' }),
        audience: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Accepted audiences of the token.'),
    }),
    gitlab: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('A job of GitLab CI, by claims of its ID token.', {
        project_id: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('ids', 'Numeric id of the project.'),
        job_project_id: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('ids', 'Numeric id of the project that runs the job; as `project_id` when left out.'),
        namespace_id: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('ids', 'Numeric id of the group or user that the project is in.'),
        ref_protected: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('The ref is protected.'),
        ref: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('globs', 'Branch or tag of the pipeline, `main`.'),
        environment: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Environment of the job.'),
        pipeline_source: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'What started the pipeline, `schedule`.'),
        host: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Host of the instance; `gitlab.com` when left out.', { pattern: '^[a-z0-9.-]+(:[0-9]{1,5})?$' }),
        audience: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Accepted audiences of the token.'),
    }),
    saml: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('A person whom an identity provider vouches for, by a SAML 2.0 assertion; at a gateway.', {
        issuer: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Entity id of the identity provider, exactly.', { pattern: '^[!-~]+$' }),
        name_id: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Who: the `NameID` of the assertion.'),
        attributes: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('tests', 'Attributes of the assertion and what one of their values has to be: exactly, or by glob.'),
    }, ['issuer']),
    tests: { type: 'object', description: 'What has to be said, by name.', minProperties: 1, maxProperties: 50, additionalProperties: { title: 'a value or a list of values', anyOf: [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('claim'), (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('claim'), 'Any of them.')] } },
    identity: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('Exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims`.', {
        github: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('github'),
        gitlab: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('gitlab'),
        saml: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('saml'),
        local: { type: 'boolean', const: true, description: 'A person at a shell of their own.' },
        issuer: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Issuer of the token, exactly.', { pattern: '^https?://[^ ]+$' }),
        audience: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('exact', 'Accepted audiences of the token.'),
        claims: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('tests', 'Claims of the token and what each has to be: exactly, or by glob. `/a/b` is the claim `b` in the object `a`.'),
    }),
    claim: { title: 'text, a whole number, true or false', anyOf: [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Exactly this.'), { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, { type: 'boolean' }] },
    resource: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('A production target.', {
        type: { type: 'string', description: 'What it is.', enum: ['postgres', 'kubernetes', 'http', 'model', 'shell'] },
        environment: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Any word, `production`. Rules for an environment also hold where none is given, unless they allow.', { maxLength: 63 }),
        labels: { type: 'object', description: 'Free labels for rules to match.', additionalProperties: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A value.', { maxLength: 200 }), maxProperties: 50 },
        url: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('`postgres://[user@]host[:port]/database`, never with a password.'),
        credential: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Where the secret is: `env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user`, `oidc:audience`. Read by the gate alone; docs/vault.md.'),
        vault: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Which of `vaults` the credential is kept in; may be left out when there is one of its type.', { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }),
        allow_static: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Allows an `env:` or `file:` credential under a CI product.'),
        local: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('May be used by `--local` runs, with the person\'s own rights.'),
        hold: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('hold', 'Instead of the policy\'s `approvals.hold`.'),
        mask: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('masks'),
        tls: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('How the upstream is encrypted and known.', {
            mode: { type: 'string', description: '`verify-full` unless the host is loopback; `disable` only there.', enum: ['verify-full', 'verify-ca', 'require', 'disable'] },
            ca: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('PEM file of the authority, when it is not a public one.'),
        }),
    }, ['type']),
    detector: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('How one kind of secret looks.', {
        pattern: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('RE2, case as written unless it begins with `(?i)`; with a bound: `acme_[0-9a-f]{32}`, not `acme_.*`.', { maxLength: 500 }),
        keywords: { type: 'array', description: 'Texts one of which is in the secret or at most 128 characters before it; taken from the pattern when left out.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Three to fifty printable ASCII characters.', { pattern: '^[ -~]{3,50}$' }), minItems: 1, maxItems: 20 },
    }, ['pattern']),
    sigstore: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('Services of Sigstore of your own; `fulcio`, and `rekor` or `tsa`, have to be there.', {
        fulcio: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('`https://HOST` of the authority that certifies the job.'),
        rekor: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('`https://HOST` of the log that witnesses the signature.'),
        tsa: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('`https://HOST[/PATH]` of an RFC 3161 clock that witnesses it.'),
        token_file: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('File with an OIDC token of the gateway\'s own, audience `sigstore`, in place of the job\'s; without addresses, for the public Sigstore.', { pattern: '^/' }),
    }),
    vault: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('A place that keeps credentials. The gate shows it a short-lived OIDC token; docs/vault.md says what each type needs.', {
        type: { type: 'string', description: '`vault`: HashiCorp Vault or OpenBao; `aws`: Secrets Manager and RDS; `gcp`: Secret Manager; `azure`: Key Vault.', enum: ['vault', 'aws', 'gcp', 'azure'] },
        address: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('`https://HOST[:PORT]` of the vault; AWS and Google Cloud have one for each region or project.'),
        login: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Where the token is exchanged: AWS STS or Microsoft Entra ID; has a default.'),
        audience: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Audience of the token that it is shown; has a default.'),
        token_file: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('File with a token of the gateway\'s own, in place of the job\'s.'),
        ca: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('PEM file of the authority, when it is not a public one.'),
        namespace: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Vault: namespace.', { pattern: '^[^ ]+$' }),
        mount: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Vault: where its JWT login is mounted; `jwt` when left out.', { pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$' }),
        role: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Vault: role of its JWT login.', { pattern: '^[^ ]+$' }),
        region: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('AWS: region, `eu-central-1`.', { pattern: '^[a-z]{2}(-[a-z0-9]+)+$' }),
        role_arn: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('AWS: role that trusts the issuer.', { pattern: '^arn:[a-z0-9-]+:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$' }),
        provider: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Google Cloud: `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`.', { pattern: '^projects/[0-9]+/locations/global/workloadIdentityPools/[a-z0-9-]+/providers/[a-z0-9-]+$' }),
        service_account: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Google Cloud: account to act as.', { pattern: '^[a-z0-9.-]+@[a-z0-9.-]+$' }),
        tenant: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Azure: id of the directory.', { pattern: '^[0-9A-Za-z.-]+$' }),
        client: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Azure: client id of the app registration.', { pattern: '^[0-9a-fA-F-]{36}$' }),
    }, ['type']),
    change: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('Which files become which operations.', {
        paths: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)((0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('glob'), 'Files, as globs from the repository\'s root.'),
        tool: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Tool that runs them, `dbmate`.', { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }),
        as: { type: 'string', description: 'Kind of operation that they are.', enum: ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'] },
        resource: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Resource that they are for.', { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }),
        table: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('The tool\'s version table as `schema.name`, when it is not where the tool puts it by itself.', { pattern: '^[^."]+\\.[^."]+$' }),
    }, ['paths', 'resource']),
    override: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('What becomes of one rule of a pack.', {
        decide: { type: 'string', description: '`off` needs `because` and `until`.', enum: ['off', 'review', 'deny'] },
        because: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('because'),
        until: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('date'),
    }, ['decide']),
    rule: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('One rule.', {
        id: ruleId, match: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('match'), when: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('when'), decide: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('decide'), because: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('because'), mask: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('masks'), max_rows: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('maxRows'),
        observe: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Says "would have refused" and lets pass; needs `until`.'),
        until: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('date'),
        approvers: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('approvers', 'Instead of the policy\'s, key by key.'),
    }, ['id', 'match']),
};
/** The schema of `.ostiary/policy.yml`, version 1. Published as docs/schema/policy-v1.json. */
const policySchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ostiary:policy-v1',
    title: 'Ostiary policy',
    $defs: { ...shared, ...own },
    ...(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('What an agent may do to production.', {
        version: { const: 1, description: 'Version of this format.' },
        extends: { type: 'array', description: 'Packs of rules: `ostiary:postgres`, `github:ORG/REPO/FILE@SHA`.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('A pack.', { pattern: '^[a-z0-9-]+:[^ ]+$' }), maxItems: 20 },
        packs: { type: 'object', description: 'Single rules of packs, by their full id, switched off or changed.', propertyNames: { pattern: RULE_IDS }, additionalProperties: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('override'), maxProperties: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        mode: { type: 'string', description: '`observe` decides and records but refuses nothing; needs `until`.', enum: ['enforce', 'observe'] },
        until: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('date'),
        default: { type: 'string', description: 'When no rule matches.', enum: ['deny', 'review'] },
        approvers: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('approvers'),
        break_glass: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('breakGlass'),
        approvals: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('What becomes of approvals.', {
            after: { type: 'string', description: 'What becomes of the pull request when all that it approved was done; `close` when left out.', enum: ['close', 'merge', 'keep'] },
            hold: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('hold', 'How long a connection that is idle waits for people when its operation needs a review, `5m`; `0` when left out: it is refused at once.'),
        }),
        identities: { type: 'object', description: 'Who rules call by which name.', propertyNames: { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }, additionalProperties: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('identity'), maxProperties: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        resources: { type: 'object', description: 'Production targets by name.', propertyNames: { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }, additionalProperties: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('resource'), maxProperties: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        vaults: { type: 'object', description: 'Where credentials are kept, by name.', propertyNames: { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }, additionalProperties: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('vault'), maxProperties: 50 },
        changes: { type: 'array', description: 'Which files of a change become which operations.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('change'), maxItems: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_LIST */ .a3 },
        rules: { type: 'array', description: 'Order does not matter: deny beats review beats allow.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('rule'), maxItems: MAX_RULES },
        detectors: {
            type: 'object', description: 'Secrets of your own, by a name that stands in their place (`[masked:NAME]`). Looked for everywhere, as the built-in ones are.',
            propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' }, additionalProperties: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('detector'), maxProperties: 50,
        },
        record: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('What a recording holds, and who signs it.', {
            results: { type: 'string', description: '`rows`: first rows, masked; `counts`; `none`.', enum: ['rows', 'counts', 'none'] },
            key: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Where the Ed25519 key is that signs recordings (PEM, or its bytes in base64): `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `file:/path`, `env:NAME`. Read by the gate alone.'),
            vault: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Which of `vaults` the key is kept in; may be left out when there is one of its type.', { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }),
            allow_static: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Allows an `env:` or `file:` key under a CI product.'),
            keyless: {
                title: 'true, or addresses of Sigstore', anyOf: [(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Signs as the job, or the gateway, itself, through the public Sigstore (whose log everybody can read).'), (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('sigstore')],
            },
        }),
        forge: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('What approvals are asked for, claimed and told with, in place of the job\'s own token.', {
            token: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Where the token of an App, a project or a group is: `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `file:/path`, `env:NAME`. Read by the gate alone.'),
            vault: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Which of `vaults` the token is kept in; may be left out when there is one of its type.', { pattern: _schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NAME */ .o_ }),
            allow_static: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)('Allows an `env:` or `file:` token under a CI product.'),
        }, ['token']),
    }, ['version']),
};
/** The schema of a pack, version 1: rules that may only deny, review, mask or limit. Published as docs/schema/pack-v1.json. */
const packSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ostiary:pack-v1',
    title: 'Ostiary pack',
    $defs: {
        ...shared,
        packRule: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('One rule. A pack may not allow.', {
            id: ruleId, match: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('match'), when: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('when'), because: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('because'), mask: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('masks'), max_rows: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('maxRows'),
            decide: { type: 'string', description: 'deny beats review.', enum: ['review', 'deny'] },
        }, ['id', 'match']),
    },
    ...(0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .closed */ .$h)('A versioned set of rules.', {
        pack: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Its name; rule ids begin with it.', { pattern: '^[a-z0-9][a-z0-9-]{0,62}:[a-z0-9][a-z0-9-]{0,62}$' }),
        version: { type: 'integer', description: 'Grows with every change of meaning.', minimum: 1, maximum: 1_000_000 },
        description: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('What it is for.'),
        rules: { type: 'array', description: 'Its rules.', items: (0,_schema_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)('packRule'), minItems: 1, maxItems: MAX_RULES },
    }, ['pack', 'version', 'rules']),
};


/***/ }),

/***/ 45999:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ checkShape)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72737);
// SPDX-License-Identifier: Apache-2.0
//
// Holds a file against its JSON Schema, and says where and what is wrong in words for people. It walks the very schema that editors
// get (schema.ts), so there is no second truth; test/contract compares its verdicts with ajv's. Refuses to repair or default anything.

/** Everything in which a node is not what the schema says. `name`: what the whole is called, "the policy". */
function checkShape(node, schema, name) {
    return new Shape(schema, name).check(node, schema, '');
}
class Shape {
    root;
    name;
    /** By their source: a rule has a dozen texts of the same few patterns. */
    #patterns = new Map();
    constructor(root, name) {
        this.root = root;
        this.name = name;
    }
    check(node, given, path) {
        const schema = this.#follow(given);
        if (schema.anyOf !== undefined)
            return this.#anyOf(node, schema, path);
        if (schema.const !== undefined)
            return node.value === schema.const ? [] : [this.#wrong(node, path, `has to be \`${schema.const}\`, ${typeOf(node.value) === typeOf(schema.const) ? `not ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(node.value)}` : `${TYPES[typeOf(schema.const)]}, not ${TYPES[typeOf(node.value)]}`}`)];
        if (schema.enum !== undefined)
            return this.#enum(node, schema.enum, path);
        if (typeOf(node.value) !== schema.type)
            return [this.#wrong(node, path, `has to be ${TYPES[schema.type]}, not ${TYPES[typeOf(node.value)]}${schema.pattern === undefined ? '' : `: ${toldOf(schema)}`}`)];
        if (node.entries !== null)
            return this.#object(node, schema, path);
        if (node.items !== null)
            return this.#array(node, schema, path);
        return this.#scalar(node, schema, path);
    }
    #follow(schema) {
        if (schema.$ref === undefined)
            return schema;
        // A contract test holds that every reference leads somewhere.
        return this.#follow(this.root.$defs?.[schema.$ref.slice('#/$defs/'.length)]);
    }
    #pattern(source) {
        let known = this.#patterns.get(source);
        if (known === undefined)
            this.#patterns.set(source, (known = new RegExp(source, 'u')));
        return known;
    }
    #where(path) {
        return path === '' ? this.name : `\`${path}\``;
    }
    #wrong(node, path, what) {
        return (0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(node.at, `${this.#where(path)} ${what}`);
    }
    // When just one alternative is of the right type, its complaints are the ones that help.
    #anyOf(node, schema, path) {
        const alternatives = schema.anyOf.map((one) => this.#follow(one));
        const results = alternatives.map((one) => this.check(node, one, path));
        if (results.some((findings) => findings.length === 0))
            return [];
        const fitting = alternatives.flatMap((one, index) => (one.type === typeOf(node.value) ? [results[index]] : []));
        const [only] = fitting;
        return fitting.length === 1 && only !== undefined ? only : [this.#wrong(node, path, `has to be ${schema.title}`)];
    }
    #enum(node, values, path) {
        if (values.some((value) => value === node.value))
            return [];
        const names = values.filter((value) => value !== null);
        const what = typeof node.value === 'string' ? `has ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(node.value)}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(node.value, names)}` : `has to be one of ${names.map((name) => `\`${name}\``).join(', ')}`;
        return [this.#wrong(node, path, what)];
    }
    #object(node, schema, path) {
        const entries = node.entries;
        const findings = [];
        const { properties = {}, required = [], additionalProperties } = schema;
        for (const key of required) {
            if (!entries.has(key))
                findings.push(this.#wrong(node, path, `has no \`${key}\``));
        }
        const pattern = schema.propertyNames === undefined ? null : this.#pattern(schema.propertyNames.pattern);
        for (const [key, { keyAt, node: child }] of entries) {
            const inner = path === '' ? key : `${path}.${key}`;
            const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
            if (known === undefined || known === false)
                findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(keyAt, `unknown key ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(key)} in ${this.#where(path)}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(key, Object.keys(properties))}`));
            else if (pattern !== null && !pattern.test(key))
                findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(keyAt, `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(key)} in ${this.#where(path)} is not a name: ${PATTERN_HELP}`));
            else
                findings.push(...this.check(child, known, inner));
        }
        return [...findings, ...this.#count(node, path, { size: entries.size, min: schema.minProperties, max: schema.maxProperties, of: 'key' })];
    }
    #array(node, schema, path) {
        const items = node.items;
        const findings = items.flatMap((item, index) => this.check(item, schema.items, `${path}[${index}]`));
        return [...findings, ...this.#count(node, path, { size: items.length, min: schema.minItems, max: schema.maxItems, of: 'item' })];
    }
    #scalar(node, schema, path) {
        if (typeof node.value === 'number')
            return this.#count(node, path, { size: node.value, min: schema.minimum, max: schema.maximum, of: '' });
        if (typeof node.value !== 'string')
            return [];
        const length = [...node.value].length;
        const findings = this.#count(node, path, { size: length, min: schema.minLength, max: schema.maxLength, of: 'character' });
        if (findings.length === 0 && schema.pattern !== undefined && !this.#pattern(schema.pattern).test(node.value)) {
            return [this.#wrong(node, path, `has ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(node.value)}, which does not look right: ${toldOf(schema)}`)];
        }
        return findings;
    }
    #count(node, path, range) {
        const said = (bound) => (range.of === '' ? `${bound}` : `${bound} ${range.of}${bound === 1 ? '' : 's'}`);
        const verb = range.of === '' ? 'has to be' : 'has to have';
        if (range.min !== undefined && range.size < range.min)
            return [this.#wrong(node, path, `${verb} at least ${said(range.min)}`)];
        if (range.max !== undefined && range.size > range.max)
            return [this.#wrong(node, path, `${verb} at most ${said(range.max)}`)];
        return [];
    }
}
const PATTERN_HELP = 'use letters, digits, `.`, `_`, `-`, and for a pack\'s rule its full id such as `ostiary:postgres/no-drop`';
const TYPES = {
    object: 'keys with values', array: 'a list', string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', null: 'empty',
};
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'array';
    switch (typeof value) {
        case 'string':
            return 'string';
        case 'boolean':
            return 'boolean';
        case 'number':
            return Number.isInteger(value) ? 'integer' : 'number';
        default:
            return 'object';
    }
}
// What it is for, with an example of how it is written.
function toldOf({ description }) {
    return description.replace(/\.$/u, '');
}


/***/ }),

/***/ 65849:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D0: () => (/* binding */ endOfDay),
/* harmony export */   TM: () => (/* binding */ secondsOf),
/* harmony export */   kb: () => (/* binding */ dayOf)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// Days and durations of a policy. Refuses days that no calendar has; knows no clock, "now" is always handed in.
const DAY_MS = 86_400_000;
/** The last millisecond of a day, UTC: a waiver `until: 2027-03-01` counts all of that day. null: no such day. */
function endOfDay(day) {
    const start = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day)
        return null;
    return start + DAY_MS - 1;
}
/** The day of `endOfDay`, as written. */
function dayOf(endMs) {
    return new Date(endMs).toISOString().slice(0, 10);
}
const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
/** Seconds of `90m`, `8h`, `2d`, which the schema has accepted. */
function secondsOf(duration) {
    return Number(duration.slice(0, -1)) * UNIT_SECONDS[duration.slice(-1)];
}


/***/ }),

/***/ 92513:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ vaultOf),
/* harmony export */   e: () => (/* binding */ readVaults)
/* harmony export */ });
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62151);
/* harmony import */ var _core_documentation_links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96713);
/* harmony import */ var _core_vaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16702);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62564);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72737);
// SPDX-License-Identifier: Apache-2.0
//
// Reads `vaults:`: where credentials are kept and as whom they are asked for. Everything is written here or has a fixed default; refuses
// addresses that are not encrypted, keys of another type, and to take any of it from an environment.





/** Keys that each type knows beside `type audience ca token_file`; `!`: it can't do without. */
const KEYS = {
    vault: ['address!', 'role!', 'mount', 'namespace'],
    aws: ['region!', 'role_arn!', 'address', 'login'],
    gcp: ['provider!', 'service_account', 'address'],
    azure: ['address!', 'tenant!', 'client!', 'login'],
};
const COMMON = ['type', 'audience', 'ca', 'token_file'];
/** All vaults by name; the result has no prototype. */
function readVaults(node, findings) {
    const vaults = Object.create(null);
    for (const { key, keyAt, node: one } of (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(node)) {
        const kind = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(one, 'type');
        const before = findings.length;
        checkKeys(one, { name: key, keyAt, kind }, findings);
        if (findings.length === before)
            vaults[key] = settingsOf(key, kind, (name) => (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(one, name));
    }
    return vaults;
}
/** The vault that a reference is read from: the one named beside it, or the only one of its type. Null: none, or none needed. */
function vaultOf({ where, node, key, reference }, vaults, findings) {
    const named = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .child */ .jf)(node, 'vault');
    const scheme = reference === null ? undefined : (0,_core_vaults_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(reference)?.scheme;
    const kind = scheme === undefined ? null : _core_vaults_js__WEBPACK_IMPORTED_MODULE_1__/* .CREDENTIAL_SCHEMES */ .dj[scheme];
    const fitting = Object.values(vaults).filter((vault) => vault.kind === kind);
    const [first] = fitting;
    if (named !== undefined) {
        const found = Object.hasOwn(vaults, String(named.value)) ? vaults[String(named.value)] : undefined;
        if (found === undefined)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .mistake */ .RT)(named.at, `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(named.value)} is not one of \`vaults\`: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(String(named.value), Object.keys(vaults))}`));
        else if (found.kind !== kind)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .mistake */ .RT)(named.at, `\`${where}.vault\` names a vault of type \`${found.kind}\`, and its ${key} ${kind === null ? 'needs none' : `is kept in one of type \`${kind}\``}`));
        return found ?? null;
    }
    if (first !== undefined && fitting.length > 1) {
        findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .mistake */ .RT)((0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .present */ .Eb)(node, key).at, `\`vaults\` has ${fitting.length} of type \`${kind}\`, and \`${where}\` names none`, `add \`vault: ${first.name}\` beside \`${key}\``));
    }
    return first ?? null;
}
function checkKeys(node, { name, keyAt, kind }, findings) {
    const known = [...COMMON, ...KEYS[kind].map((key) => key.replace('!', ''))];
    for (const { key, keyAt: at } of (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .entriesOf */ .Mc)(node)) {
        if (!known.includes(key))
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .mistake */ .RT)(at, `a vault of type \`${kind}\` has no \`${key}\``, `it has: ${known.join(', ')}`));
    }
    for (const key of KEYS[kind]) {
        if (key.endsWith('!') && (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(node, key.slice(0, -1)) === null)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .mistake */ .RT)(keyAt, `\`vaults.${name}\` has no \`${key.slice(0, -1)}\``, `${(0,_core_documentation_links_js__WEBPACK_IMPORTED_MODULE_4__/* .manual */ .j)('docs/vault.md')} says what a vault of type \`${kind}\` needs`));
    }
    for (const key of ['address', 'login']) {
        const url = (0,_node_js__WEBPACK_IMPORTED_MODULE_3__/* .child */ .jf)(node, key);
        const fault = url === undefined ? null : faultOf(String(url.value));
        if (url !== undefined && fault !== null)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .mistake */ .RT)(url.at, `\`vaults.${name}.${key}\` ${fault}`, 'write `https://HOST[:PORT]`; `http://` is for loopback only'));
    }
}
// The address itself is not repeated: somebody may have put a token into it.
function faultOf(text) {
    try {
        const url = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_0__/* .trustworthyUrl */ .HG)(text);
        if (url.search !== '' || url.hash !== '')
            return 'holds parameters';
        return url.pathname === '/' ? null : 'holds a path';
    }
    catch {
        return 'is not an address to trust';
    }
}
function settingsOf(name, kind, text) {
    const must = (key) => text(key);
    const origin = (key, fallback) => new URL(text(key) ?? fallback).origin;
    const place = { name, ca: text('ca'), tokenFile: text('token_file') };
    switch (kind) {
        case 'vault': {
            const address = origin('address', '');
            return { ...place, kind, address, audience: text('audience') ?? address, role: must('role'), mount: text('mount') ?? 'jwt', namespace: text('namespace') };
        }
        case 'aws': {
            const region = must('region');
            const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
            return {
                ...place, kind, region, roleArn: must('role_arn'), audience: text('audience') ?? 'sts.amazonaws.com',
                address: origin('address', `https://secretsmanager.${region}.${suffix}`), login: origin('login', `https://sts.${region}.${suffix}`),
            };
        }
        case 'gcp': {
            const provider = must('provider');
            return { ...place, kind, provider, serviceAccount: text('service_account'), audience: text('audience') ?? `https://iam.googleapis.com/${provider}`, address: origin('address', 'https://secretmanager.googleapis.com') };
        }
        case 'azure':
            return { ...place, kind, address: origin('address', ''), tenant: must('tenant'), client: must('client'), audience: text('audience') ?? 'api://AzureADTokenExchange', login: origin('login', 'https://login.microsoftonline.com') };
        default:
            return kind;
    }
}


/***/ }),

/***/ 35447:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   gM: () => (/* binding */ readYaml)
/* harmony export */ });
/* unused harmony exports MAX_POLICY_BYTES, MAX_POLICY_DEPTH, Unreadable */
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
// SPDX-License-Identifier: Apache-2.0
//
// Reads one YAML 1.2 document into values that remember where they stood, so that every complaint has a line and a column.
// Refuses what a reviewer can't see through: anchors, aliases, merge keys, duplicate keys, several documents, oversize.
// @see https://yaml.org/spec/1.2.2/

/** Source: a policy of 1,000 rules is about 200 KiB; beyond 1 MiB nobody reviews it. */
const MAX_POLICY_BYTES = 1024 * 1024;
/** Collections inside each other. Source: the deepest thing in the schema stands six levels down. */
const MAX_POLICY_DEPTH = 16;
/** What could not be read, and where. */
class Unreadable extends Error {
    at;
    constructor(at, message) {
        super(message);
        this.at = at;
    }
}
/** The document in a text. Throws `Unreadable`. */
function readYaml(text) {
    if (Buffer.byteLength(text, 'utf8') > MAX_POLICY_BYTES)
        throw new Unreadable(0, `the file is larger than ${MAX_POLICY_BYTES} bytes`);
    if (!text.isWellFormed())
        throw new Unreadable(0, 'the file is not valid UTF-8');
    const { events, documents } = parse(text);
    if (documents.length === 0)
        throw new Unreadable(0, 'the file is empty');
    if (documents.length > 1)
        throw new Unreadable(secondDocument(events), 'the file holds more than one document');
    // The first event opens the document.
    return new Placer(events).node(documents[0], 1).located;
}
function parse(text) {
    try {
        // The library counts the document as a level.
        const events = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseEvents */ .PH)(text, { maxDepth: MAX_POLICY_DEPTH + 1 });
        for (const event of events)
            refuseAnchor(event);
        return { events, documents: (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .constructFromEvents */ .fw)(events, { source: text, schema: js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU.withTags(js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .realMapTag */ .HY), maxAliases: 0 }) };
    }
    catch (thrown) {
        // The reader's own complaints all have a mark.
        if (thrown instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB && thrown.mark !== undefined)
            throw new Unreadable(thrown.mark.position, thrown.reason);
        throw thrown;
    }
}
function refuseAnchor(event) {
    if ('anchorStart' in event && event.anchorStart >= 0) {
        throw new Unreadable(event.anchorStart - 1, 'anchors and aliases are not allowed: write it out, so that a reviewer sees what holds');
    }
}
function secondDocument(events) {
    const second = events.findLastIndex((event) => event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.DOCUMENT);
    return Math.max(startOf(events[second + 1]), 0);
}
// Walks the events and the constructed value side by side: the value has js-yaml's scalar types, the events have the places.
class Placer {
    events;
    constructor(events) {
        this.events = events;
    }
    node(value, index) {
        if (value instanceof Map)
            return this.#mapping(value, index);
        if (Array.isArray(value))
            return this.#sequence(value, index);
        const at = this.#place(index);
        return { located: { value: scalar(value, at), at, items: null, entries: null }, next: index + 1 };
    }
    #mapping(map, start) {
        const entries = new Map();
        const value = Object.create(null);
        let index = start + 1;
        for (const [name, item] of map) {
            const keyAt = this.#place(index);
            const key = keyText(name, keyAt);
            const { located, next } = this.node(item, index + 1);
            entries.set(key, { keyAt, node: located });
            value[key] = located.value;
            index = next;
        }
        return { located: { value, at: this.#place(start), items: null, entries }, next: index + 1 };
    }
    #sequence(list, start) {
        const items = [];
        let index = start + 1;
        for (const item of list) {
            const { located, next } = this.node(item, index);
            items.push(located);
            index = next;
        }
        return { located: { value: items.map((item) => item.value), at: this.#place(start), items, entries: null }, next: index + 1 };
    }
    // An empty scalar has no place of its own: then it is where the thing before it was.
    #place(index) {
        let at = index;
        while (at > 0 && startOf(this.events[at]) < 0)
            at -= 1;
        return Math.max(startOf(this.events[at]), 0);
    }
}
function startOf(event) {
    if (event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SCALAR) {
        const quoted = event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.SINGLE_QUOTED || event.style === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .SCALAR_STYLE */ .jK.DOUBLE_QUOTED;
        return quoted ? event.valueStart - 1 : event.valueStart;
    }
    return event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.MAPPING || event.type === js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .EVENT_ID */ .hy.SEQUENCE ? event.start : -1;
}
function keyText(key, at) {
    if (key === '<<')
        throw new Unreadable(at, 'merge keys are not allowed: write it out, so that a reviewer sees what holds');
    if (typeof key !== 'string')
        throw new Unreadable(at, 'a key has to be text: put it into quotes');
    return scalar(key, at);
}
// The core schema makes nothing but null, booleans, numbers and strings.
function scalar(value, at) {
    if (typeof value === 'string' && !value.isWellFormed())
        throw new Unreadable(at, 'half a surrogate pair is not text');
    if (typeof value === 'number' && !Number.isFinite(value))
        throw new Unreadable(at, 'a number has to be finite');
    return value;
}
/** Line and column, counted from 1, of an offset. */
function placeOf(text, at) {
    const before = text.slice(0, at);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: at - lineStart + 1 };
}


/***/ })

};
