export const id = 1717;
export const ids = [1717];
export const modules = {

/***/ 22360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 57206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ EFFECTS)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// The words of design.md, section 3, as types. Every room speaks these and nothing else to its neighbours.
// Data only: readonly, JSON-shaped, no behaviour.
/** What an access does, from harmless to worst-understood. Meanings: design.md, sections 3 and 12. */
const EFFECTS = ['read', 'write', 'schema', 'destroy', 'grant', 'execute', 'control', 'unknown'];


/***/ }),

/***/ 16702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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

/***/ 2277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ customDetector)
/* harmony export */ });
/** Characters beyond a match that its edges may be told by. */
const BESIDE = 8;
/** As a secret: always looked for, in encodings, too. */
function customDetector({ name, keywords, anyCase, lead, longest, find }) {
    return {
        name, kind: 'secret',
        keys: anyCase ? [] : keywords, contextKeys: anyCase ? keywords : [],
        reach: { before: longest + BESIDE, after: lead + longest + Math.max(...keywords.map(({ length }) => length)) + BESIDE },
        find: (text) => find(text),
    };
}


/***/ }),

/***/ 68150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
    const idsOf = (of) => (of === undefined ? [] : (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(of, 'users')).map(({ value }) => String(value)));
    const teamsIn = (of) => (of === undefined ? [] : (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(of, 'teams')).map(({ value }) => String(value)));
    const notify = (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .child */ .jf)(node, 'notify');
    const max = (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(node, 'max');
    const settings = {
        principals: ((0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .manyOf */ .J5)(node, 'principal') ?? []).map(({ value }) => String(value)), users: idsOf(node), teams: teamsIn(node),
        notify: { users: idsOf(notify), teams: teamsIn(notify) }, maxMs: max === null ? DEFAULT_MAX_MS : (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .secondsOf */ .TM)(max) * 1000,
    };
    if (settings.users.length + settings.teams.length === 0)
        findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(node.at, '`break_glass` names nobody who may', 'add `users` or `teams`'));
    if (settings.notify.users.length + settings.notify.teams.length === 0)
        findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)((notify ?? node).at, '`break_glass.notify` names nobody', 'add `users` or `teams`: without somebody who is told it can not be used'));
    for (const { value, at } of (0,_node_js__WEBPACK_IMPORTED_MODULE_2__/* .manyOf */ .J5)(node, 'principal') ?? []) {
        if (!identities.includes(String(value)))
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .mistake */ .RT)(at, `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(String(value))} is not one of \`identities\`: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(String(value), identities)}`));
    }
    return settings;
}


/***/ }),

/***/ 85025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tb: () => (/* binding */ loadPolicy),
  IG: () => (/* binding */ loadPolicyOf)
});

// UNUSED EXPORTS: lintPolicy

// EXTERNAL MODULE: ./lib/core/canonical.js
var canonical = __webpack_require__(33413);
// EXTERNAL MODULE: ./lib/core/migration-tools.js
var migration_tools = __webpack_require__(38869);
// EXTERNAL MODULE: ./lib/policy/approvals.js
var approvals = __webpack_require__(68150);
// EXTERNAL MODULE: ./lib/policy/bookkeeping.js
var bookkeeping = __webpack_require__(99634);
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
        const [all, least = '', comma, most] = found;
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

// EXTERNAL MODULE: ./lib/policy/node.js
var policy_node = __webpack_require__(62564);
// EXTERNAL MODULE: ./lib/policy/problem.js
var problem = __webpack_require__(72737);
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
        const at = (0,policy_node/* child */.jf)(one, 'pattern')?.at ?? keyAt;
        const pattern = (0,policy_node/* textOf */.b6)(one, 'pattern') ?? '';
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
            return [detectorOf({ name, keywords, lead: given === null ? 0 : LEAD, facts }, RE2JS.compile(pattern))];
        }
        catch {
            findings.push((0,problem/* mistake */.RT)(at, `\`detectors.${name}.pattern\` is no pattern of RE2`, 'its syntax: https://github.com/google/re2/wiki/Syntax'));
            return [];
        }
    });
}
function detectorOf({ name, keywords, lead, facts }, pattern) {
    const { anyCase, longest } = facts;
    return {
        name, keywords: anyCase ? keywords.map((keyword) => keyword.toLowerCase()) : keywords, anyCase, lead, longest,
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
// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
// EXTERNAL MODULE: ./lib/core/model.js
var model = __webpack_require__(57206);
;// CONCATENATED MODULE: ./lib/policy/match.js
// SPDX-License-Identifier: Apache-2.0
//
// Compiles `match:` into tests with three answers: hit, miss, and unsure when the fact that is asked for is not known. Unsure makes an
// allow rule miss and every other rule hit (evaluate.ts). Refuses to guess: a name it can't read exactly is unsure.


const MISS = 0;
const UNSURE = 1;
const HIT = 2;
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
    return {
        effects: effects === null ? (allows ? KNOWN_EFFECTS : ALL_EFFECTS) : effects.reduce((bits, effect) => bits | (effect === '*' ? KNOWN_EFFECTS : BITS[effect]), 0),
        namesUnknown: effects?.includes('unknown') === true,
        onlyScope: effects === null && tests.length === 0,
        tests,
        ceiling: tests.find(({ key }) => key === 'rows')?.ceiling ?? null,
        scopeFit: compileScope(match),
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
        operationTest(match['operation']), statementTest(match['statement']), hazardTest(match['hazard'], allows), objectTest(match['object']), columnsTest(match['columns'], allows),
        rowsTest(match['rows'], allows), comparisonTest('size', match['size'], ['file', 'http', 'model', 'kubernetes']), pathsTest(match['paths'], allows),
    ];
    return tests.filter((test) => test !== null);
}
function operationTest(value) {
    const glob = globsOf(value);
    return glob === null ? null : { key: 'operation', fit: ({ facts }) => (glob(facts.name) ? HIT : MISS) };
}
function statementTest(value) {
    const glob = value === undefined ? null : globsOf(listOf(value).map((pattern) => String(pattern).toUpperCase()));
    return glob === null ? null : { key: 'statement', fit: ({ facts }) => (glob(facts.statement) ? HIT : MISS) };
}
function hazardTest(value, allows) {
    const glob = globsOf(value);
    if (glob === null)
        return null;
    return {
        key: 'hazard',
        fit: ({ facts: { hazards } }) => (hazards.length > 0 && (allows ? hazards.every(({ id }) => glob(id)) : hazards.some(({ id }) => glob(id))) ? HIT : MISS),
    };
}
/** Names of SQL are parted by dots, those of everything else by slashes. */
function separatorOf(kind) {
    return kind === 'sql' ? '.' : '/';
}
function objectTest(value) {
    if (value === undefined)
        return null;
    // `*` alone is everything, whatever parts it has.
    if (listOf(value).some((pattern) => pattern === '*' || pattern === '**'))
        return { key: 'object', fit: () => HIT };
    const globs = { '.': globsOf(value, '.'), '/': globsOf(value, '/') };
    const folded = globsOf(listOf(value).map((pattern) => String(pattern).toLowerCase()), '/');
    return {
        key: 'object',
        fit({ kind }, { object, effect }) {
            if (object === null)
                return effect === 'read' || effect === 'control' ? MISS : UNSURE;
            // A quoted part holds dots of its own (core/catalog.ts), so where it ends is not certain.
            if (kind === 'sql' && object.includes('"'))
                return UNSURE;
            if (kind === 'kubernetes' && object.includes('*'))
                return setFit(object, globs['/'], listOf(value).map(String));
            if (globs[separatorOf(kind)](object))
                return HIT;
            // Many servers take `/Admin` for `/admin`.
            return kind === 'http' && folded(object.toLowerCase()) ? UNSURE : MISS;
        },
    };
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
            this.#add(this.fallback.unmatched, this.fallback.finding ?? { rule: 'default', reason: `no rule allows ${nameOf(access)}` });
    }
    // INVARIANT: what decides later decisions is never changed without a person, whatever rules say (design.md, section 6).
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
function nameOf({ effect, object, columns }) {
    const which = columns.length === 0 || columns[0] === '*' ? '' : ` (${columns.slice(0, 5).join(', ')}${columns.length > 5 ? ', …' : ''})`;
    return object === null ? `${effect} of nothing in particular` : `${effect} on \`${object}\`${which}`;
}
function notUnderstood(access, { facts }) {
    return `not understood: ${access.why ?? facts.unknown[0] ?? nameOf(access)}`;
}

;// CONCATENATED MODULE: ./lib/policy/evaluate.js
// SPDX-License-Identifier: Apache-2.0
//
// Answers questions about one policy: which of its rules may concern a caller on a resource, found once and kept, and what they make of an
// operation (judgement.ts). Refuses to throw: what can't be judged is denied.





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
            const judging = question.operation.facts.hazards.length === 0 ? candidates.plain : candidates.judging;
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
            found = { judging, plain: judging.filter(({ compiled }) => compiled.rule.match['hazard'] === undefined), standing: concerned.filter(({ compiled }) => isStanding(compiled)), migrates: concerned.some(({ compiled }) => letsDefine(compiled)) };
            byResource.set(resource, found);
        }
        return found;
    }
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
    const said = open.map((event) => say((0,policy_node/* child */.jf)(node, 'event')?.at ?? node.at, `is satisfied by runs for ${(0,problem/* quoted */.TL)(event)}, which people cause who may not write`, 'take nothing of theirs for an instruction there, and do not check out their code; better: another event'));
    const unbound = (0,policy_node/* textsOf */.CB)(node, 'ref') !== undefined && ['event', 'workflow', 'job_workflow_ref', 'environment'].every((key) => (0,policy_node/* child */.jf)(node, key) === undefined);
    if (!unbound)
        return said;
    return [...said, say((0,policy_node/* child */.jf)(node, 'ref')?.at ?? node.at, 'names a `ref` and no `event`', 'runs for comments, issues and pull requests of strangers have the default branch as their `ref`, too: add `event: push`, or `workflow`')];
}
function aboutClaims(node, say) {
    const issuer = String((0,policy_node/* child */.jf)(node, 'issuer')?.value ?? '');
    const claims = (0,policy_node/* entriesOf */.Mc)((0,policy_node/* child */.jf)(node, 'claims'));
    const has = (name) => claims.some(({ key }) => key === name);
    return claims.flatMap(({ key, keyAt, node: value }) => {
        const number = NUMBER_OF[key];
        if (number !== undefined && !has(number))
            return [say(keyAt, `goes by the name in ${(0,problem/* quoted */.TL)(key)}`, `add \`${number}\`: a name that is given up can be taken by somebody else`)];
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
    'schedule', 'workflow_run', 'repository_dispatch', 'issues', 'issue_comment', 'discussion', 'discussion_comment', 'pull_request_target',
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
        return github(name, (0,policy_node/* child */.jf)(node, 'github'), complain);
    if (keys === 'gitlab')
        return gitlab(name, (0,policy_node/* child */.jf)(node, 'gitlab'), complain);
    if (keys === 'saml')
        return saml(name, (0,policy_node/* child */.jf)(node, 'saml'), complain);
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
    const refs = (0,policy_node/* textsOf */.CB)(node, 'ref');
    if (refs !== undefined)
        claims['ref'] = refs.map(globTest);
    // In a fork's merge request the two differ; then neither project may speak for the other.
    const ifPresent = project === undefined || claims['job_project_id'] !== undefined ? {} : { job_project_id: project };
    const issuer = `https://${(0,policy_node/* textOf */.b6)(node, 'host') ?? 'gitlab.com'}`;
    return { kind: 'token', name, issuer, audience: (0,policy_node/* textsOf */.CB)(node, 'audience') ?? null, claims, ifPresent };
}
function general(name, node, complain) {
    const issuer = (0,policy_node/* child */.jf)(node, 'issuer');
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
    return { kind: 'token', name, issuer: (0,policy_node/* textOf */.b6)(node, 'issuer') ?? '', audience: null, claims, ifPresent: {}, saml: { nameIds } };
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

;// CONCATENATED MODULE: ./lib/policy/reach.js
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
        const own = rules.own[index];
        if (own === undefined)
            return [];
        const at = (0,policy_node/* child */.jf)(item, 'id').at;
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
    const reference = node === undefined ? null : (0,policy_node/* textOf */.b6)(node, 'token');
    if (node === undefined || reference === null)
        return null;
    const at = (0,policy_node/* child */.jf)(node, 'token')?.at ?? node.at;
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
    const at = (0,policy_node/* child */.jf)(node, 'key')?.at ?? node.at;
    const fault = (0,policy_resources/* faultOfReference */.jk)(reference);
    const scheme = (0,core_vaults/* parseReference */.F2)(reference)?.scheme;
    if (fault !== null)
        findings.push((0,problem/* mistake */.RT)(at, `\`record.key\` ${fault.message}`, fault.hint));
    else if (scheme !== undefined && NO_KEYS.includes(scheme))
        findings.push((0,problem/* mistake */.RT)(at, `\`record.key\` can not be \`${scheme}:\`, which makes a new secret each time`, 'keep an Ed25519 key where it stays the same: `vault:`, `aws-sm:`, `gcp-sm:`, `azure-kv:`'));
    return { reference, vault: (0,policy_vaults/* vaultOf */._)({ where: 'record', node, key: 'key', reference }, vaults, findings), allowStatic: (0,policy_node/* flagOf */.iP)(node, 'allow_static') };
}
/** Sigstore's own, which everybody may use and everybody can read. */
const PUBLIC = { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev', tsa: null };
function readKeyless(node, findings) {
    if (node === undefined || node.value === false)
        return null;
    if (node.value === true)
        return PUBLIC;
    const services = ['fulcio', 'rekor', 'tsa'].map((name) => {
        const found = (0,policy_node/* child */.jf)(node, name);
        if (found === undefined)
            return null;
        const fault = faultOfService(String(found.value));
        if (fault !== null)
            findings.push((0,problem/* mistake */.RT)(found.at, `\`record.keyless.${name}\` ${fault}`, 'write `https://HOST[:PORT][/PATH]`; `http://` is for loopback only'));
        return String(found.value).replace(/\/+$/u, '');
    });
    const [fulcio = null, rekor = null, tsa = null] = services;
    if (rekor === null && tsa === null)
        findings.push((0,problem/* mistake */.RT)(node.at, '`record.keyless` names nobody who says when something was signed', 'add `rekor` (a log) or `tsa` (a clock)'));
    return { fulcio: fulcio ?? '', rekor, tsa };
}
function faultOfService(text) {
    try {
        const url = (0,http/* trustworthyUrl */.HG)(text);
        return url.search !== '' || url.hash !== '' ? 'holds parameters' : null;
    }
    catch (thrown) {
        return thrown instanceof errors/* GateError */.ue ? 'is not an address to trust' : 'is not an address';
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
/** All rules of one source. */
function readRules(node, source) {
    const seen = new Set();
    return (0,policy_node/* itemsOf */.S3)(node).map((item) => {
        const id = (0,policy_node/* child */.jf)(item, 'id');
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
    const matchNode = (0,policy_node/* child */.jf)(node, 'match');
    const match = matchNode.value;
    checkNames(matchNode, { name, decide }, source);
    return {
        rule: {
            id, pack, decide, because: (0,policy_node/* sentenceOf */.$N)(node, 'because'), match, when: (0,policy_node/* textOf */.b6)(node, 'when'), masks,
            maxRows: maxRows === undefined ? null : Number(maxRows.value),
            observeUntil: readObserve(node, { name, decide }, source), override: source.overrides.get(id) ?? null,
            approvers: readApprovers((0,policy_node/* child */.jf)(node, 'approvers'), source.approvers),
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





















/** What `changes[].tool` may name: migration tools, and Terraform with its plans in JSON. */
const TOOLS = [...migration_tools/* MIGRATION_TOOL_NAMES */.l, 'terraform'];
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
const ALONE = { schema: schema/* policySchema */.wh, called: 'the policy', beside: [], also: () => undefined };
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
            findings.push(...(0,shape/* checkShape */.e)(root, schema/* packSchema */.hF, 'the pack'));
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
function readChanges(node, resources, findings) {
    return (0,policy_node/* itemsOf */.S3)(node).map((item) => {
        const resource = (0,policy_node/* child */.jf)(item, 'resource');
        const tool = (0,policy_node/* textOf */.b6)(item, 'tool');
        const as = (0,policy_node/* textOf */.b6)(item, 'as');
        if (!resources.includes(String(resource.value)))
            findings.push((0,problem/* warning */.$e)(resource.at, `${(0,problem/* quoted */.TL)(resource.value)} is not one of \`resources\`: ${(0,problem/* suggestion */.h)(String(resource.value), resources)}`));
        if ((tool === null) === (as === null))
            findings.push((0,problem/* mistake */.RT)(item.at, 'a change has to say either `tool` or `as`', 'for example `tool: dbmate`, or `as: kubernetes`'));
        if (tool !== null && !TOOLS.includes(tool))
            findings.push((0,problem/* mistake */.RT)((0,policy_node/* child */.jf)(item, 'tool').at, `${(0,problem/* quoted */.TL)(tool)} is not a tool that we know: ${(0,problem/* suggestion */.h)(tool, TOOLS)}`, 'plain SQL files are `as: sql`'));
        const table = (0,policy_node/* textOf */.b6)(item, 'table');
        if (table !== null && (tool === null || (migration_tools/* MIGRATION_TOOLS */.b[tool]?.books.length ?? 0) === 0))
            findings.push((0,problem/* mistake */.RT)((0,policy_node/* child */.jf)(item, 'table').at, '`table` is the version table of a migration tool, and this change names none that has one', 'take it out'));
        return { paths: (0,policy_node/* itemsOf */.S3)((0,policy_node/* child */.jf)(item, 'paths')).map((path) => String(path.value)), tool, as, resource: String(resource.value), table };
    });
}
function readMode(root, findings, now) {
    const until = (0,policy_node/* child */.jf)(root, 'until');
    if ((0,policy_node/* textOf */.b6)(root, 'mode') !== 'observe') {
        if (until !== undefined)
            findings.push((0,problem/* mistake */.RT)(until.at, '`until` belongs to `mode: observe`'));
        return null;
    }
    if (until === undefined) {
        findings.push((0,problem/* mistake */.RT)((0,policy_node/* child */.jf)(root, 'mode').at, '`mode: observe` has no end', 'add the day until which, `until: 2027-03-01`'));
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ sentenceOf),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   C_: () => (/* binding */ freezeDeep),
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/** The one error that stands for several problems: the first in full, the places of the rest. */
function policyError(problems) {
    const [first, ...rest] = problems;
    const shown = rest.slice(0, 9).map(({ file, line, column }) => `${file}:${line}:${column}`);
    const more = rest.length === 0 ? [] : [`and ${rest.length} more, at ${shown.join(', ')}${rest.length > shown.length ? ', …' : ''}`];
    const hint = [...(first.hint === null ? [] : [first.hint]), ...more].join('; ');
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('POLICY_INVALID', renderProblem(first), hint === '' ? {} : { hint });
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

/***/ 42007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
function readResources(node, findings, vaults = {}) {
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
    const place = /^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?\/([^/]+)$/u.exec(rest.slice(at + 1));
    if (place === null)
        return 'does not name one host and one database';
    const [, host = '', port = String(POSTGRES_PORT), database = ''] = place;
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

/***/ 35991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ closed),
/* harmony export */   KR: () => (/* binding */ ref),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   hF: () => (/* binding */ packSchema),
/* harmony export */   o_: () => (/* binding */ NAME),
/* harmony export */   wh: () => (/* binding */ policySchema)
/* harmony export */ });
/* harmony import */ var _core_detector_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22360);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74955);
/* harmony import */ var _core_model_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57206);
// SPDX-License-Identifier: Apache-2.0
//
// The JSON Schema of a policy and of a pack: what editors get (docs/schema/, compared by test/contract/policy-schema.test.ts) and what
// shape.ts holds a file against. A data table, hence its length. Refuses keywords that shape.ts does not know.
// @see https://json-schema.org/draft/2020-12



/** Source: more than a team can review; each rule is looked at for each access of each operation. */
const MAX_RULES = 1000;
const MAX_LIST = 200;
/** Makes a schema node; for the schemas beside this one. */
const text = (description, more = {}) => ({ type: 'string', description, minLength: 1, maxLength: 1000, ...more });
const flag = (description) => ({ type: 'boolean', description });
const list = (items, description, minItems = 1) => ({ type: 'array', description, items, minItems, maxItems: MAX_LIST });
/** Points at one of `$defs`. */
const ref = (name, description) => ({ $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) });
/** Makes a schema node; for the schemas beside this one. */
const closed = (description, properties, required = []) => ({
    type: 'object', description, properties, additionalProperties: false, ...(required.length === 0 ? {} : { required }),
});
/** Names of rules, resources, identities. */
const NAME = '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';
const RULE_IDS = '^[a-z0-9][a-z0-9-]{0,62}:[a-z0-9][a-z0-9-]{0,62}/[A-Za-z0-9][A-Za-z0-9._-]{0,62}$';
const shared = {
    glob: text('`*` any run of characters within a segment, `**` across segments, `?` one character.'),
    globs: { title: 'a glob or a list of globs', anyOf: [ref('glob'), list(ref('glob'), 'One of them has to match.')] },
    date: text('A day, `2027-03-01`; it counts to its end, UTC.', { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
    because: text('One sentence for whoever is refused: what is at stake and what to do instead.', { maxLength: 500 }),
    decide: { type: 'string', description: 'deny beats review beats allow.', enum: ['allow', 'review', 'deny'] },
    comparison: {
        title: 'a comparison such as `<= 1000`', description: '`< <= > >= =` and a whole number.',
        anyOf: [{ type: 'integer', minimum: 0 }, { type: 'string', description: 'write it like `<= 1000`', pattern: '^(<=|>=|<|>|=) ?[0-9]{1,15}$' }],
    },
    masks: {
        type: 'object', maxProperties: MAX_LIST,
        description: `Globs over \`schema.relation.column\`, or \`content:\` and a detector (${_core_detector_names_js__WEBPACK_IMPORTED_MODULE_1__/* .PERSONAL_DETECTORS */ .t.join(', ')}, or a kind of secret), to a style.`,
        additionalProperties: {
            title: 'a mask style', enum: [..._model_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK_STYLES */ .a, null],
            description: 'redact: fixed text; partial: shape kept; hash: keyed, joinable within a session; null: NULL.',
        },
    },
    match: closed('All that is given has to hold; a list holds when one of it does.', {
        principal: ref('globs', 'Names of `identities`.'),
        resource: ref('globs', 'Names of `resources`.'),
        environment: ref('globs', 'The resource\'s `environment`.'),
        labels: { type: 'object', description: 'Labels of the resource, each with its value.', additionalProperties: ref('globs'), minProperties: 1, maxProperties: 20 },
        operation: ref('globs', 'Name of the operation: `sql.update`, `kubernetes.restart`.'),
        effect: { title: 'an effect or a list of effects', anyOf: [ref('effect'), list(ref('effect'), 'One of them has to match.')] },
        object: ref('globs', 'What is touched: `public.orders`, `public.*`, `*.orders`; `shop/deployments/web`.'),
        columns: ref('globs', 'Columns touched. An allow rule has to cover all of them; any one makes a review or deny rule hit.'),
        statement: ref('globs', 'Kind of statement: `DROP TABLE`, `ALTER *`.'),
        hazard: ref('globs', 'A way of doing it that people look out for: `index-not-concurrent`, `pod-security.*`. An allow rule has to cover all of them.'),
        rows: ref('comparison', 'Rows that would be touched, as estimated.'),
        size: ref('comparison', 'Bytes of a file or body.'),
        paths: ref('globs', 'Files touched: `db/migrations/**/*.sql`.'),
    }),
    effect: { type: 'string', description: '`*` is every effect but `unknown`.', enum: [..._core_model_js__WEBPACK_IMPORTED_MODULE_2__/* .EFFECTS */ .t, '*'] },
    when: text('CEL over `operation`, `access`, `principal`, `resource`, `now`; true or false. docs/policy.md lists the fields.', { maxLength: 2000 }),
    maxRows: { type: 'integer', description: 'Row ceiling of operations that match.', minimum: 0, maximum: 1_000_000_000 },
};
const ruleId = text('Shown with each decision. `default` is taken.', { pattern: NAME });
const own = {
    ids: {
        title: 'a numeric id or a list of them',
        anyOf: [ref('id'), list(ref('id'), 'Any of them.')],
    },
    id: { title: 'a numeric id', anyOf: [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, { type: 'string', description: 'a number, not a name', pattern: '^[1-9][0-9]{0,18}$' }] },
    exact: { title: 'text or a list of texts', anyOf: [text('Exactly this.'), list(text('Exactly this.'), 'Any of them.')] },
    approvers: closed('Who may approve a review. People count once, by numeric id.', {
        users: { type: 'array', description: 'Numeric ids of people, not names: names can be taken over.', items: ref('id'), maxItems: MAX_LIST },
        teams: { type: 'array', description: '`organisation/team`.', items: text('A team.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+$' }), maxItems: MAX_LIST },
        codeowners: flag('Code owners of the files changed may approve, too.'),
        count: { type: 'integer', description: 'How many different people.', minimum: 1, maximum: 20 },
        expires: text('How long an approval holds, from its earliest counting review: `90m`, `8h`, `2d`.', { pattern: '^[1-9][0-9]{0,3}[smhd]$' }),
    }),
    breakGlass: closed('Who may let operations that need a review run without one, in an emergency: somebody else is told before, and has to review afterwards. What is denied stays denied. In jobs only.', {
        principal: ref('exact', 'Identities of jobs that may: jobs that people start, and no agent is in.'),
        users: { type: 'array', description: 'Numeric ids of the people who may.', items: ref('id'), maxItems: MAX_LIST },
        teams: { type: 'array', description: 'Teams whose members may, `organisation/team`.', items: ref('team'), maxItems: MAX_LIST },
        notify: closed('Who is asked for the review, before anything runs.', {
            users: { type: 'array', description: 'Numeric ids of people.', items: ref('id'), maxItems: MAX_LIST },
            teams: { type: 'array', description: '`organisation/team`.', items: ref('team'), maxItems: MAX_LIST },
        }),
        max: text('How long it lasts; `30m` when left out.', { pattern: '^[1-9][0-9]{0,3}[smh]$' }),
    }, ['principal', 'notify']),
    team: text('A team.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)+$' }),
    hold: { title: 'a duration such as `5m`, or 0', anyOf: [{ type: 'integer', description: 'Not at all.', minimum: 0, maximum: 0 }, text('`90s`, `5m`, `1h`.', { pattern: '^[1-9][0-9]{0,3}[smh]$' })] },
    github: closed('A job of GitHub Actions, by claims of its OIDC token.', {
        repository_id: ref('ids', 'Numeric id of the repository.'),
        repository_owner_id: ref('ids', 'Numeric id of its owner.'),
        workflow: text('File name of the workflow, `nightly.yml`. Without `ref`, and unless the event always runs the default branch, the ref has to be protected.', { pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*\\.ya?ml$' }),
        job_workflow_ref: ref('exact', 'The reusable workflow with its ref, `org/repo/.github/workflows/x.yml@refs/heads/main`.'),
        event: ref('exact', 'Event that started the run, `schedule`.'),
        environment: ref('exact', 'Deployment environment of the job.'),
        ref: ref('globs', 'Git ref of the run, `refs/heads/main`.'),
        ref_protected: flag('The ref is protected.'),
        host: text('Host of a GitHub Enterprise Server or `NAME.ghe.com`.', { pattern: '^[a-z0-9.-]+(:[0-9]{1,5})?$' }),
        enterprise: text('Slug of the enterprise, when its issuer has one of its own.', { pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' }),
        audience: ref('exact', 'Accepted audiences of the token.'),
    }),
    gitlab: closed('A job of GitLab CI, by claims of its ID token.', {
        project_id: ref('ids', 'Numeric id of the project.'),
        job_project_id: ref('ids', 'Numeric id of the project that runs the job; as `project_id` when left out.'),
        namespace_id: ref('ids', 'Numeric id of the group or user that the project is in.'),
        ref_protected: flag('The ref is protected.'),
        ref: ref('globs', 'Branch or tag of the pipeline, `main`.'),
        environment: ref('exact', 'Environment of the job.'),
        pipeline_source: ref('exact', 'What started the pipeline, `schedule`.'),
        host: text('Host of the instance; `gitlab.com` when left out.', { pattern: '^[a-z0-9.-]+(:[0-9]{1,5})?$' }),
        audience: ref('exact', 'Accepted audiences of the token.'),
    }),
    saml: closed('A person whom an identity provider vouches for, by a SAML 2.0 assertion; at a gateway.', {
        issuer: text('Entity id of the identity provider, exactly.', { pattern: '^[!-~]+$' }),
        name_id: ref('exact', 'Who: the `NameID` of the assertion.'),
        attributes: ref('tests', 'Attributes of the assertion and what one of their values has to be: exactly, or by glob.'),
    }, ['issuer']),
    tests: { type: 'object', description: 'What has to be said, by name.', minProperties: 1, maxProperties: 50, additionalProperties: { title: 'a value or a list of values', anyOf: [ref('claim'), list(ref('claim'), 'Any of them.')] } },
    identity: closed('Exactly one of `github`, `gitlab`, `saml`, `local`, or `issuer` with `claims`.', {
        github: ref('github'),
        gitlab: ref('gitlab'),
        saml: ref('saml'),
        local: { type: 'boolean', const: true, description: 'A person at a shell of their own.' },
        issuer: text('Issuer of the token, exactly.', { pattern: '^https?://[^ ]+$' }),
        audience: ref('exact', 'Accepted audiences of the token.'),
        claims: ref('tests', 'Claims of the token and what each has to be: exactly, or by glob. `/a/b` is the claim `b` in the object `a`.'),
    }),
    claim: { title: 'text, a whole number, true or false', anyOf: [text('Exactly this.'), { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, { type: 'boolean' }] },
    resource: closed('A production target.', {
        type: { type: 'string', description: 'What it is.', enum: ['postgres', 'kubernetes', 'http', 'model', 'shell'] },
        environment: text('Any word, `production`. Rules for an environment also hold where none is given, unless they allow.', { maxLength: 63 }),
        labels: { type: 'object', description: 'Free labels for rules to match.', additionalProperties: text('A value.', { maxLength: 200 }), maxProperties: 50 },
        url: text('`postgres://[user@]host[:port]/database`, never with a password.'),
        credential: text('Where the secret is: `env:NAME`, `file:/path`, `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `aws-rds-iam:user`, `oidc:audience`. Read by the gate alone; docs/vault.md.'),
        vault: text('Which of `vaults` the credential is kept in; may be left out when there is one of its type.', { pattern: NAME }),
        allow_static: flag('Allows an `env:` or `file:` credential under a CI product.'),
        local: flag('May be used by `--local` runs, with the person\'s own rights.'),
        hold: ref('hold', 'Instead of the policy\'s `approvals.hold`.'),
        mask: ref('masks'),
        tls: closed('How the upstream is encrypted and known.', {
            mode: { type: 'string', description: '`verify-full` unless the host is loopback; `disable` only there.', enum: ['verify-full', 'verify-ca', 'require', 'disable'] },
            ca: text('PEM file of the authority, when it is not a public one.'),
        }),
    }, ['type']),
    detector: closed('How one kind of secret looks.', {
        pattern: text('RE2, case as written unless it begins with `(?i)`; with a bound: `acme_[0-9a-f]{32}`, not `acme_.*`.', { maxLength: 500 }),
        keywords: { type: 'array', description: 'Texts one of which is in the secret or at most 128 characters before it; taken from the pattern when left out.', items: text('Three to fifty printable ASCII characters.', { pattern: '^[ -~]{3,50}$' }), minItems: 1, maxItems: 20 },
    }, ['pattern']),
    sigstore: closed('Services of Sigstore of your own; `rekor` or `tsa` has to be there.', {
        fulcio: text('`https://HOST` of the authority that certifies the job.'),
        rekor: text('`https://HOST` of the log that witnesses the signature.'),
        tsa: text('`https://HOST[/PATH]` of an RFC 3161 clock that witnesses it.'),
    }, ['fulcio']),
    vault: closed('A place that keeps credentials. The gate shows it a short-lived OIDC token; docs/vault.md says what each type needs.', {
        type: { type: 'string', description: '`vault`: HashiCorp Vault or OpenBao; `aws`: Secrets Manager and RDS; `gcp`: Secret Manager; `azure`: Key Vault.', enum: ['vault', 'aws', 'gcp', 'azure'] },
        address: text('`https://HOST[:PORT]` of the vault; AWS and Google Cloud have one for each region or project.'),
        login: text('Where the token is exchanged: AWS STS or Microsoft Entra ID; has a default.'),
        audience: text('Audience of the token that it is shown; has a default.'),
        token_file: text('File with a token of the gateway\'s own, in place of the job\'s.'),
        ca: text('PEM file of the authority, when it is not a public one.'),
        namespace: text('Vault: namespace.', { pattern: '^[^ ]+$' }),
        mount: text('Vault: where its JWT login is mounted; `jwt` when left out.', { pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$' }),
        role: text('Vault: role of its JWT login.', { pattern: '^[^ ]+$' }),
        region: text('AWS: region, `eu-central-1`.', { pattern: '^[a-z]{2}(-[a-z0-9]+)+$' }),
        role_arn: text('AWS: role that trusts the issuer.', { pattern: '^arn:[a-z0-9-]+:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$' }),
        provider: text('Google Cloud: `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`.', { pattern: '^projects/[0-9]+/locations/global/workloadIdentityPools/[a-z0-9-]+/providers/[a-z0-9-]+$' }),
        service_account: text('Google Cloud: account to act as.', { pattern: '^[a-z0-9.-]+@[a-z0-9.-]+$' }),
        tenant: text('Azure: id of the directory.', { pattern: '^[0-9A-Za-z.-]+$' }),
        client: text('Azure: client id of the app registration.', { pattern: '^[0-9a-fA-F-]{36}$' }),
    }, ['type']),
    change: closed('Which files become which operations.', {
        paths: list(ref('glob'), 'Files, as globs from the repository\'s root.'),
        tool: text('Tool that runs them, `dbmate`.', { pattern: NAME }),
        as: { type: 'string', description: 'Kind of operation that they are.', enum: ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'] },
        resource: text('Resource that they are for.', { pattern: NAME }),
        table: text('The tool\'s version table as `schema.name`, when it is not where the tool puts it by itself.', { pattern: '^[^."]+\\.[^."]+$' }),
    }, ['paths', 'resource']),
    override: closed('What becomes of one rule of a pack.', {
        decide: { type: 'string', description: '`off` needs `because` and `until`.', enum: ['off', 'review', 'deny'] },
        because: ref('because'),
        until: ref('date'),
    }, ['decide']),
    rule: closed('One rule.', {
        id: ruleId, match: ref('match'), when: ref('when'), decide: ref('decide'), because: ref('because'), mask: ref('masks'), max_rows: ref('maxRows'),
        observe: flag('Says "would have refused" and lets pass; needs `until`.'),
        until: ref('date'),
        approvers: ref('approvers', 'Instead of the policy\'s, key by key.'),
    }, ['id', 'match']),
};
/** The schema of `.ostiary/policy.yml`, version 1. Published as docs/schema/policy-v1.json. */
const policySchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:ostiary:policy-v1',
    title: 'Ostiary policy',
    $defs: { ...shared, ...own },
    ...closed('What an agent may do to production.', {
        version: { const: 1, description: 'Version of this format.' },
        extends: { type: 'array', description: 'Packs of rules: `ostiary:postgres`, `github:ORG/REPO/FILE@SHA`.', items: text('A pack.', { pattern: '^[a-z0-9-]+:[^ ]+$' }), maxItems: 20 },
        packs: { type: 'object', description: 'Single rules of packs, by their full id, switched off or changed.', propertyNames: { pattern: RULE_IDS }, additionalProperties: ref('override'), maxProperties: MAX_LIST },
        mode: { type: 'string', description: '`observe` decides and records but refuses nothing; needs `until`.', enum: ['enforce', 'observe'] },
        until: ref('date'),
        default: { type: 'string', description: 'When no rule matches.', enum: ['deny', 'review'] },
        approvers: ref('approvers'),
        break_glass: ref('breakGlass'),
        approvals: closed('What becomes of approvals.', {
            after: { type: 'string', description: 'What becomes of the pull request when all that it approved was done; `close` when left out.', enum: ['close', 'merge', 'keep'] },
            hold: ref('hold', 'How long a connection that is idle waits for people when its operation needs a review, `5m`; `0` when left out: it is refused at once.'),
        }),
        identities: { type: 'object', description: 'Who rules call by which name.', propertyNames: { pattern: NAME }, additionalProperties: ref('identity'), maxProperties: MAX_LIST },
        resources: { type: 'object', description: 'Production targets by name.', propertyNames: { pattern: NAME }, additionalProperties: ref('resource'), maxProperties: MAX_LIST },
        vaults: { type: 'object', description: 'Where credentials are kept, by name.', propertyNames: { pattern: NAME }, additionalProperties: ref('vault'), maxProperties: 50 },
        changes: { type: 'array', description: 'Which files of a change become which operations.', items: ref('change'), maxItems: MAX_LIST },
        rules: { type: 'array', description: 'Order does not matter: deny beats review beats allow.', items: ref('rule'), maxItems: MAX_RULES },
        detectors: {
            type: 'object', description: 'Secrets of your own, by a name that stands in their place (`[masked:NAME]`). Looked for everywhere, as the built-in ones are.',
            propertyNames: { pattern: '^[a-z][a-z0-9-]{0,39}$' }, additionalProperties: ref('detector'), maxProperties: 50,
        },
        record: closed('What a recording holds, and who signs it.', {
            results: { type: 'string', description: '`rows`: first rows, masked; `counts`; `none`.', enum: ['rows', 'counts', 'none'] },
            key: text('Where the Ed25519 key is that signs recordings (PEM, or its bytes in base64): `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `file:/path`, `env:NAME`. Read by the gate alone.'),
            vault: text('Which of `vaults` the key is kept in; may be left out when there is one of its type.', { pattern: NAME }),
            allow_static: flag('Allows an `env:` or `file:` key under a CI product.'),
            keyless: {
                title: 'true, or addresses of Sigstore', anyOf: [flag('Signs as the job itself, through the public Sigstore (whose log everybody can read).'), ref('sigstore')],
            },
        }),
        forge: closed('What approvals are asked for, claimed and told with, in place of the job\'s own token.', {
            token: text('Where the token of an App, a project or a group is: `vault:path`, `aws-sm:name`, `gcp-sm:path`, `azure-kv:name`, `file:/path`, `env:NAME`. Read by the gate alone.'),
            vault: text('Which of `vaults` the token is kept in; may be left out when there is one of its type.', { pattern: NAME }),
            allow_static: flag('Allows an `env:` or `file:` token under a CI product.'),
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
        packRule: closed('One rule. A pack may not allow.', {
            id: ruleId, match: ref('match'), when: ref('when'), because: ref('because'), mask: ref('masks'), max_rows: ref('maxRows'),
            decide: { type: 'string', description: 'deny beats review.', enum: ['review', 'deny'] },
        }, ['id', 'match']),
    },
    ...closed('A versioned set of rules.', {
        pack: text('Its name; rule ids begin with it.', { pattern: '^[a-z0-9][a-z0-9-]{0,62}:[a-z0-9][a-z0-9-]{0,62}$' }),
        version: { type: 'integer', description: 'Grows with every change of meaning.', minimum: 1, maximum: 1_000_000 },
        description: text('What it is for.'),
        rules: { type: 'array', description: 'Its rules.', items: ref('packRule'), minItems: 1, maxItems: MAX_RULES },
    }, ['pack', 'version', 'rules']),
};


/***/ }),

/***/ 45999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
    constructor(root, name) {
        this.root = root;
        this.name = name;
    }
    check(node, given, path) {
        const schema = this.#follow(given);
        if (schema.anyOf !== undefined)
            return this.#anyOf(node, schema, path);
        if (schema.const !== undefined)
            return node.value === schema.const ? [] : [this.#wrong(node, path, `has to be \`${schema.const}\`, not ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(node.value)}`)];
        if (schema.enum !== undefined)
            return this.#enum(node, schema.enum, path);
        if (typeOf(node.value) !== schema.type)
            return [this.#wrong(node, path, `has to be ${TYPES[schema.type]}, not ${TYPES[typeOf(node.value)]}`)];
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
        const pattern = schema.propertyNames === undefined ? null : new RegExp(schema.propertyNames.pattern, 'u');
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
        if (findings.length === 0 && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(node.value)) {
            return [this.#wrong(node, path, `has ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(node.value)}, which does not look right: ${schema.description.replace(/\.$/u, '')}`)];
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


/***/ }),

/***/ 65849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ vaultOf),
/* harmony export */   e: () => (/* binding */ readVaults)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62151);
/* harmony import */ var _core_vaults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16702);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62564);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72737);
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
    for (const { key, keyAt, node: one } of (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .entriesOf */ .Mc)(node)) {
        const kind = (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(one, 'type');
        const before = findings.length;
        checkKeys(one, { name: key, keyAt, kind }, findings);
        if (findings.length === before)
            vaults[key] = settingsOf(key, kind, (name) => (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(one, name));
    }
    return vaults;
}
/** The vault that a reference is read from: the one named beside it, or the only one of its type. Null: none, or none needed. */
function vaultOf({ where, node, key, reference }, vaults, findings) {
    const named = (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .child */ .jf)(node, 'vault');
    const scheme = reference === null ? undefined : (0,_core_vaults_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(reference)?.scheme;
    const kind = scheme === undefined ? null : _core_vaults_js__WEBPACK_IMPORTED_MODULE_2__/* .CREDENTIAL_SCHEMES */ .dj[scheme];
    const fitting = Object.values(vaults).filter((vault) => vault.kind === kind);
    if (named !== undefined) {
        const found = Object.hasOwn(vaults, String(named.value)) ? vaults[String(named.value)] : undefined;
        if (found === undefined)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)(named.at, `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(named.value)} is not one of \`vaults\`: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(String(named.value), Object.keys(vaults))}`));
        else if (found.kind !== kind)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)(named.at, `\`${where}.vault\` names a vault of type \`${found.kind}\`, and its ${key} ${kind === null ? 'needs none' : `is kept in one of type \`${kind}\``}`));
        return found ?? null;
    }
    if (kind !== null && fitting.length > 1) {
        findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)((0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .child */ .jf)(node, key)?.at ?? node.at, `\`vaults\` has ${fitting.length} of type \`${kind}\`, and \`${where}\` names none`, `add \`vault: ${fitting[0]?.name ?? ''}\` beside \`${key}\``));
    }
    return fitting[0] ?? null;
}
function checkKeys(node, { name, keyAt, kind }, findings) {
    const known = [...COMMON, ...KEYS[kind].map((key) => key.replace('!', ''))];
    for (const { key, keyAt: at } of (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .entriesOf */ .Mc)(node)) {
        if (!known.includes(key))
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)(at, `a vault of type \`${kind}\` has no \`${key}\``, `it has: ${known.join(', ')}`));
    }
    for (const key of KEYS[kind]) {
        if (key.endsWith('!') && (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(node, key.slice(0, -1)) === null)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)(keyAt, `\`vaults.${name}\` has no \`${key.slice(0, -1)}\``, `docs/vault.md says what a vault of type \`${kind}\` needs`));
    }
    for (const key of ['address', 'login']) {
        const url = (0,_node_js__WEBPACK_IMPORTED_MODULE_4__/* .child */ .jf)(node, key);
        const fault = url === undefined ? null : faultOf(String(url.value));
        if (url !== undefined && fault !== null)
            findings.push((0,_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .mistake */ .RT)(url.at, `\`vaults.${name}.${key}\` ${fault}`, 'write `https://HOST[:PORT]`; `http://` is for loopback only'));
    }
}
// The address itself is not repeated: somebody may have put a token into it.
function faultOf(text) {
    try {
        const url = (0,_core_http_js__WEBPACK_IMPORTED_MODULE_1__/* .trustworthyUrl */ .HG)(text);
        if (url.search !== '' || url.hash !== '')
            return 'holds parameters';
        return url.pathname === '/' ? null : 'holds a path';
    }
    catch (thrown) {
        return thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue ? 'is not an address to trust' : 'is not an address';
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
