export const id = 4005;
export const ids = [4005];
export const modules = {

/***/ 2277:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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

/***/ 25177:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ DETECTORS)
});

// EXTERNAL MODULE: ./lib/mask/detectors/detector.js
var detector = __webpack_require__(54520);
;// CONCATENATED MODULE: ./lib/mask/detectors/anthropic-token.js
// SPDX-License-Identifier: Apache-2.0
//
// Anthropic API, admin and OAuth keys. Refuses what has the prefix and nothing behind it.
// @see https://docs.anthropic.com/en/api/overview

// Match "sk-ant-api03-" and 20 more, miss "sk-ant-api02-notarealkey".
const KEY = /sk-ant-[a-z]{2,10}\d{2}-[A-Za-z0-9_-]{20,256}/g;
/** Detects Anthropic keys. */
const anthropicToken = {
    name: 'anthropic-token',
    kind: 'secret',
    keys: ['sk-ant-'],
    find: (text) => (0,detector/* matchesOf */.th)(KEY, text).filter((span) => (0,detector/* isVaried */.k$)(text, span)),
};

;// CONCATENATED MODULE: ./lib/mask/detectors/card.js
/** Issuer ranges and the lengths that each issues: ISO/IEC 7812, the brands' published ranges. */
const ISSUERS = [
    // Match 4111…, miss 5111…: Visa.
    { prefix: /^4/, lengths: [13, 16, 19] },
    // Match 2221… and 55…, miss 2220…: Mastercard.
    { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
    // Match 37…, miss 35…: American Express.
    { prefix: /^3[47]/, lengths: [15] },
    // Match 3095…, miss 3065…: Diners Club.
    { prefix: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 15, 16, 17, 18, 19] },
    // Match 3528…, miss 3527…: JCB.
    { prefix: /^(?:352[89]|35[3-8])/, lengths: [16, 17, 18, 19] },
    // Match 2131…, miss 2132…: old JCB numbers, UATP.
    { prefix: /^(?:2131|1800|1)/, lengths: [15] },
    // Match 5019…, miss 5119…: Maestro, Dankort, Discover, UnionPay, RuPay, Verve, Elo.
    { prefix: /^(?:50|5[6-9]|6)/, lengths: [13, 14, 15, 16, 17, 18, 19] },
    // Match 8100…, miss 8300…: UnionPay, RuPay, Uzcard; 2200…: Mir; 9792…: Troy; 9860…: Humo.
    { prefix: /^(?:8[12]|8600|220[0-4]|9792|9860)/, lengths: [16, 17, 18, 19] },
];
const MIN_DIGITS = 13;
const MAX_DIGITS = 19;
/** Digits of the first group, as cards are printed: an order number has three there. */
const FIRST_GROUP = new Set([4, 6]);
// Match "4111 1111", miss "4111x": one group of digits.
const GROUP = /\d+/g;
// Match "x" and "0.", miss "-" and ",": what a number may not be glued to at its start, and at its end.
const GLUED_BEFORE = /(?:[A-Za-z0-9_]|\d\.)$/;
const GLUED_BEHIND = /^(?:[A-Za-z0-9_]|\.\d)/;
/** Detects card numbers. */
const card = {
    name: 'card',
    kind: 'pii',
    keys: [],
    wants: (_bytes, _start, _end, digits) => digits >= MIN_DIGITS,
    find: (text, runs) => runs.filter(({ digits }) => digits >= MIN_DIGITS).flatMap((run) => cardsIn(text, run)),
};
function cardsIn(text, run) {
    const groups = [...text.slice(run.start, run.end).matchAll(GROUP)].map((match) => ({ start: run.start + match.index, digits: match[0] }));
    const spans = [];
    for (let first = 0; first < groups.length; first += 1) {
        const found = cardFrom(text, groups, first);
        if (found !== null) {
            spans.push({ start: groups[first].start, end: found.end });
            first = found.last;
        }
    }
    return spans;
}
// The longest card that starts with group `first`.
function cardFrom(text, groups, first) {
    let digits = '';
    let best = null;
    for (let at = first; at < groups.length; at += 1) {
        const group = groups[at];
        const before = groups[at - 1];
        if (at > first && before !== undefined && group.start - (before.start + before.digits.length) !== 1)
            break;
        if (at > first && (group.digits.length > 7 || !FIRST_GROUP.has(groups[first].digits.length)))
            break;
        digits += group.digits;
        if (digits.length > MAX_DIGITS)
            break;
        const end = group.start + group.digits.length;
        const start = groups[first].start;
        if (digits.length >= MIN_DIGITS && !GLUED_BEFORE.test(text.slice(Math.max(0, start - 2), start)) && !GLUED_BEHIND.test(text.slice(end, end + 2)) && isCard(digits))
            best = { end, last: at };
    }
    return best;
}
/** True for 13 to 19 digits with a known issuer and a right check digit. */
function isCard(digits) {
    return ISSUERS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits)) && luhn(digits);
}
/** True when the last digit is right by Luhn (ISO/IEC 7812-1, annex B). */
function luhn(digits) {
    let sum = 0;
    for (let at = 0; at < digits.length; at += 1) {
        const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
        const doubled = at % 2 === 1 ? digit * 2 : digit;
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 === 0;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/cloud-key.js
// SPDX-License-Identifier: Apache-2.0
//
// Credentials of AWS, Google Cloud and Azure: by their own prefixes where they have one, else by the word beside them. Refuses ids
// that open nothing (account, tenant and client ids).
// @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html

const OWN_PREFIX = [
    // Match "AKIAIOSFODNN7EXAMPLE", miss "XAKIAIOSFODNN7EXAMPLE" and "AKIA123": AWS access key ids. `\n` or `%3D` may stand before.
    { keys: ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3T'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/g },
    // Match "IQoJb3JpZ2luX2Vj…", miss "IQoJ": AWS session tokens, base64 of a fixed head.
    { keys: ['IQoJb3JpZ2lu', 'oGZXIvYXdz'], pattern: /(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/=]{80,4000}/g },
    // Match "ABSKQmVkcm9ja0FQSUtleS1…", miss "ABSKQm": Bedrock API keys, long- and short-lived.
    { keys: ['ABSKQmVkcm9ja0FQSUtleS', 'bedrock-api-key-'], pattern: /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{50,300}={0,2}|bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=_%-]{0,4000}/g },
    // Match "AIza" and 35 more, miss "AIzaShort": Google API keys.
    { keys: ['AIza'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g },
    // Match "ya29.a0Af…", "GOCSPX-…" and "1//0g…", miss "ya29.": Google OAuth access tokens, client secrets, refresh tokens.
    { keys: ['ya29.', 'GOCSPX-', '1//0'], pattern: /ya29\.[A-Za-z0-9_-]{20,2000}|GOCSPX-[A-Za-z0-9_-]{20,40}|(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])1\/\/0[A-Za-z0-9_-]{35,200}/g },
    // Match "abc8Q~" and 34 more, miss "x~8Q~y": Microsoft Entra client secrets.
    { keys: ['Q~'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])/g },
    // Match 76 characters and "AZDO" and 4 more, miss "AZDO": Azure DevOps tokens; "JQQJ99…": Azure AI keys.
    { keys: ['AZDO', 'JQQJ99'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])|(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}(?![A-Za-z0-9])/g },
    // Match 76 characters, "+ASt", 6 more and "==", miss "+ASt": Azure storage keys of the newer form.
    { keys: ['+ASt'], pattern: /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9+/])[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{6}==/g },
];
/** Keys in lower case, for any case. A word, then what may stand between it and its value: quotes, `=`, `:`, `=>`, `>`, a comma. */
const BESIDE_A_WORD = [
    // Match "AWS_SECRET_ACCESS_KEY = wJalr…" (40), miss "secret_key = hunter2": AWS secret access keys.
    { keys: ['aws_secret', 'aws-secret', 'aws.secret', 'awssecret', 'secret_key', 'secret-key', 'secret.key', 'secretkey', 'accesskey', 'access_key', 'access-key', 'access.key'], pattern: /(?:aws[\w.-]{0,20}secret[\w.-]{0,12}|secret[_.-]?(?:access[_.-]?)?key)\\?["'`]?(?:\s{0,3}[=:,>]{1,2}\s{0,3}|\s{1,3})\\?["'`]?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/dgi },
    // Match "AccountKey=" and 86 characters and "==", miss "AccountKey=short": Azure storage, Cosmos DB.
    { keys: ['accountkey', 'account_key', 'storagekey', 'storage_key', 'sharedkey', 'shared_key', 'accesskey', 'access_key', 'primarykey', 'primary_key', 'secondarykey', 'secondary_key'], pattern: /(?:account|shared|storage|access|primary|secondary)_?(?:access_?)?key\\?["'`]?\s{0,3}[=:]{1,2}\s{0,3}\\?["'`]?([A-Za-z0-9+/]{42,86}={1,2})/dgi },
    // Match "?sv=2022&sig=…%3D", miss "sig=abc": Azure shared access signatures.
    { keys: ['sig='], pattern: /[?&;]sig=([A-Za-z0-9%+/]{43,128}(?:%3D|=)?)/dgi },
    // Match `azureClientSecret := "ahDz…"`, miss `azure_client_id = "…"`: Entra client secrets of the older form.
    { keys: ['clientsecret', 'client_secret', 'client-secret', 'client.secret', 'clientpassword', 'client_password', 'appsecret', 'app_secret', 'app-secret', 'apppassword', 'app_password'], pattern: /(?:azure|arm|entra|aad|az|ad)[\w.-]{0,20}(?:client|app)[_.-]?(?:secret|password)\\?["'`]?\s{0,3}(?:[=:>]{1,2})\s{0,3}\\?["'`]?([A-Za-z0-9_~.+/=-]{30,64})/dgi },
];
// Match "AKIAIOSFODNN7EXAMPLE", miss "akia": an id whose secret may stand nearby.
const ACCESS_KEY_ID = /(?:AKIA|ASIA|ABIA)[A-Z0-9]{16}/g;
// Match "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", miss a SHA-1 in hex: 40 characters of mixed case.
const SECRET_SHAPE = /(?<![A-Za-z0-9/+=])(?=[^a-z]{0,39}[a-z])(?=[^A-Z]{0,39}[A-Z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
/** Characters around an access key id in which its secret is looked for. */
const NEARBY = 160;
/** Detects AWS, Google Cloud and Azure credentials. */
const cloudKey = {
    name: 'cloud-key',
    kind: 'secret',
    keys: OWN_PREFIX.flatMap(({ keys }) => keys),
    contextKeys: [...new Set(BESIDE_A_WORD.flatMap(({ keys }) => keys))],
    reach: { before: 256, after: 4224 },
    find: (text) => [
        // Some patterns count characters before their key: dear where there are only long hashes.
        ...OWN_PREFIX.filter(({ keys }) => keys.some((key) => text.includes(key))).flatMap(({ pattern }) => (0,detector/* matchesOf */.th)(pattern, text)).filter((span) => (0,detector/* isVaried */.k$)(text, span)),
        ...BESIDE_A_WORD.flatMap(({ pattern }) => (0,detector/* groupsOf */.c1)(pattern, text)),
        ...nearIds(text),
    ],
};
// Key pairs as tools print them: the secret a line above or below its id.
function nearIds(text) {
    const spans = [];
    let done = 0;
    for (const id of text.matchAll(ACCESS_KEY_ID)) {
        const from = Math.max(done, id.index - NEARBY);
        const window = text.slice(from, id.index + id[0].length + NEARBY);
        for (const { start, end } of (0,detector/* matchesOf */.th)(SECRET_SHAPE, window))
            spans.push({ start: from + start, end: from + end });
        done = id.index;
    }
    return spans;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/credentials.js
// SPDX-License-Identifier: Apache-2.0
//
// Credentials by where they stand: in a URL before its host, in an Authorization header, behind `curl -u`, in the data of a Kubernetes
// Secret. Refuses user names alone, variables and placeholders.

// Match "${PASSWORD}", "$PGPASSWORD", "***" and "[masked:jwt]", miss "pa$$word".
const PLACEHOLDER = /^(?:\$|%[a-z(]|\{|<|\[|\*+$|x+$|\.+$|password$|passw?d?$|pwd$|secret$|token$|port$|\d{1,5}$)/i;
/** Detects passwords in URLs. */
const urlCredentials = {
    name: 'url-credentials',
    kind: 'secret',
    keys: ['://'],
    encodedKeys: [],
    at: besideScheme,
    find: (text) => (0,detector/* placesOf */.ek)(text, '://').flatMap((place) => besideScheme(text, place) ?? []),
};
const SCHEME = (0,detector/* charClass */.zc)(/[A-Za-z]/);
/** Longest user and password in a URL. */
const MAX_USERINFO = 384;
// What ends a URL's first part, or stands before it.
const ENDS = (0,detector/* charClass */.zc)(/[ \t\r\n/?#"'`<>\\]/);
const AT_SIGN = 64;
const COLON = 58;
// Most URLs have none: a walk to the first `@` or end.
function besideScheme(text, place) {
    const start = place + 3;
    const limit = Math.min(text.length, start + MAX_USERINFO);
    let colon = -1;
    let end = -1;
    for (let at = start; at < limit; at += 1) {
        const code = text.charCodeAt(at);
        if (code === AT_SIGN)
            end = at;
        else if (code === COLON && colon < 0)
            colon = at;
        else if (ENDS[code] === 1)
            break;
    }
    if (end < 0 || colon < 0 || colon > end || end === colon + 1 || !(0,detector/* isAt */.ii)(text, place - 1, SCHEME))
        return null;
    const password = text.slice(colon + 1, end);
    // Match "postgres:postgres@localhost": a password that is the user's name protects nothing.
    return PLACEHOLDER.test(password) || password === text.slice(start, colon) ? null : { start, end };
}
// Match "Authorization: Basic dXNlcjpwYXNz" and `"authorization": "Bearer abc…"`, miss "Authorization: Basic realm" and "Authorization: $X".
const HEADER = /authorization\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?:(?:basic|bearer|token|bot|apikey|api-token|digest|key)\s{1,3})?([A-Za-z0-9_~+/.=:@!-]{8,8192})/dgi;
/** Detects what HTTP headers authenticate with. */
const authorizationHeader = {
    name: 'authorization-header',
    kind: 'secret',
    keys: [],
    contextKeys: ['authorization'],
    reach: { before: 32, after: 8320 },
    find: (text) => (0,detector/* groupsOf */.c1)(HEADER, text).filter(({ start, end }) => isOpaque(text.slice(start, end))),
};
/** Bits a character of what is no placeholder. */
const MIN_BITS = 2.5;
// Digits and letters in one piece, so that words are left alone.
function isOpaque(value) {
    return /[0-9]/.test(value) && /[A-Za-z]/.test(value) && /[A-Za-z0-9]{8}/.test(value) && !/^(?:https?:|\$)/.test(value) && (0,detector/* entropy */.Ue)(value) >= MIN_BITS;
}
// Match "curl -u elastic:P@ssw0rd", `--user "a:b"`, miss "docker -u 1000:1000" and "curl -u $USER:$PASS".
const CURL = /\bcurl\b[^\n|;&]{0,2000}?(?:\\\n[^\n|;&]{0,500}?){0,12}\s(?:-u|--user)[\s=]{1,3}("[^"\n]{0,200}"(?::"[^"\n]{0,200}")?|'[^'\n]{0,200}'|[^\s"'`|;&<>]{3,256})/dg;
/** Detects `user:password` given to curl. */
const curlCredentials = {
    name: 'curl-credentials',
    kind: 'secret',
    keys: [],
    contextKeys: ['curl'],
    reach: { before: 16, after: 6144 },
    find: (text) => (0,detector/* groupsOf */.c1)(CURL, text).filter(({ start, end }) => isUserAndPassword(text.slice(start, end))),
};
function isUserAndPassword(value) {
    const inner = value.replaceAll(/["']/g, '');
    const colon = inner.indexOf(':');
    if (colon < 0 || /[$%<*]\{?[A-Za-z({*]|^\$|:\$|\[/.test(inner.replace(/\$\d/g, '')))
        return false;
    const password = inner.slice(colon + 1) || inner.slice(0, colon);
    if (PLACEHOLDER.test(password))
        return false;
    return password.length >= 4 && (/[0-9!@#$%^&*~]/.test(password) || (password.length >= 10 && /[a-z]/.test(password) && /[A-Z]/.test(password)));
}
// A document of a file, up to the next `---`; whether it is a Secret; the lines of its data, and each entry of them.
const DOCUMENT = /(?:^|\n)---[^\n]*(?:\n|$)/g;
const SECRET = /^[ \t]*["']?kind["']?[ \t]*:[ \t]*["']?secret["']?[ \t]*,?[ \t]*$/im;
const DATA = /^([ \t]*)["']?(?:data|stringData)["']?[ \t]*:[ \t]*\r?\n((?:\1[ \t]+.*(?:\r?\n|$)|[ \t]*\r?\n)*)/gm;
const ENTRY = /^[ \t]+(["']?[\w.-]{1,128}["']?[ \t]*:[ \t]*(?:[|>][+-]?[ \t]*\r?\n[ \t]+)?(?:"[^"\n]{4,65536}"|'[^'\n]{4,65536}'|[^\s"'#{}<>|$[\]]{4,65536}))/dgm;
// The same in JSON: Match `"kind":"Secret"`; `"data":{"pin":"MTIzNA=="}`; `"pin":"MTIzNA=="`, miss `"data":{"pin":1}`.
const JSON_SECRET = /"kind"\s*:\s*"secret"/i;
const JSON_DATA = /"(?:data|stringData)"\s*:\s*\{((?:\s*"[^"\n]{1,253}"\s*:\s*"(?:[^"\\\n]|\\.)*"\s*,?)*)/dg;
const JSON_ENTRY = /"[^"\n]{1,253}"\s*:\s*"((?:[^"\\\n]|\\.){4,})"/dg;
/** Kubernetes keeps a MiB of data in a Secret, base64 makes it a third more. */
const MAX_SECRET = 1_500_000;
/** Detects the values of a Kubernetes Secret, in YAML and in JSON. */
const kubernetesSecret = {
    name: 'kubernetes-secret',
    kind: 'secret',
    keys: [],
    contextKeys: ['kind: secret', 'kind: "secret', "kind: 'secret", '"kind": "secret', '"kind":"secret', "'kind': 'secret"],
    // Keys are often written by the alphabet: all data before the kind.
    reach: { before: MAX_SECRET, after: MAX_SECRET },
    find(text) {
        const spans = [];
        let from = 0;
        for (const document of text.split(DOCUMENT)) {
            const start = text.indexOf(document, from);
            if (SECRET.test(document))
                spans.push(...entriesOf(document, start));
            from = start + document.length;
        }
        return JSON_SECRET.test(text) ? [...spans, ...inJson(text)] : spans;
    },
};
function inJson(text) {
    return (0,detector/* groupsOf */.c1)(JSON_DATA, text).flatMap((block) => (0,detector/* groupsOf */.c1)(JSON_ENTRY, text.slice(block.start, block.end)).map(({ start, end }) => ({ start: block.start + start, end: block.start + end })));
}
function entriesOf(document, at) {
    const spans = [];
    (0,detector/* eachMatch */.jZ)(DATA, document, (data) => {
        const block = data[2];
        const from = at + data.index + data[0].length - block.length;
        for (const { start, end } of (0,detector/* groupsOf */.c1)(ENTRY, block))
            if (!/\$\{|\{\{|\$\(/.test(block.slice(start, end)))
                spans.push({ start: from + start, end: from + end });
    });
    return spans;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/email.js
// SPDX-License-Identifier: Apache-2.0
//
// E-mail addresses, international ones too, without the rarer signs that RFC 5322 allows before the `@` (they stand around addresses
// more often than in them: `to=a@b.com`). Refuses file names with an `@` (`icon@2x.png`), version
// marks (`pkg@1.2.3`) and the login of a Git remote (`git@host:path`).

const LOCAL = (0,detector/* charClass */.zc)(/[A-Za-z0-9._%+'-]/, true);
const DOMAIN = (0,detector/* charClass */.zc)(/[A-Za-z0-9.-]/, true);
// Match "@" and "%40", miss "%4": the sign itself, and as it is in a URL.
const SIGN = /@|%40/g;
// Match "com" and "xn--p1ai", miss "3" and "x": the last label of a domain.
const TOP = /^(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,59}|.*[^\x00-\x7f].*)$/s;
/** Last labels that are file name extensions and no top-level domains. */
const EXTENSIONS = new Set(['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'ico', 'css', 'scss', 'js', 'mjs', 'cjs', 'jsx', 'tsx', 'json', 'html', 'map', 'tgz', 'gz']);
/** Signs that stand around an address rather than in it. */
const LEADING = (0,detector/* charClass */.zc)(/[.%+'-]/);
/** Detects e-mail addresses. */
const email = {
    name: 'email',
    kind: 'pii',
    reach: { before: 320, after: 320 },
    keys: ['@', '%40'],
    find(text) {
        const spans = [];
        let floor = 0;
        for (const sign of (0,detector/* matchesOf */.th)(SIGN, text)) {
            const span = addressAt(text, sign, floor);
            if (span !== null)
                spans.push(span);
            floor = sign.end;
        }
        return spans;
    },
};
function addressAt(text, sign, floor) {
    const end = domainEnd(text, sign.end);
    if (end === null)
        return null;
    if (text.charAt(sign.start - 1) === '"') {
        const quote = text.lastIndexOf('"', sign.start - 2);
        return quote >= floor && sign.start - quote < 66 ? { start: quote + 1, end } : { start: sign.start, end };
    }
    let { start } = (0,detector/* stretch */._N)(text, sign.start, LOCAL, floor);
    while (start < sign.start && (0,detector/* isAt */.ii)(text, start, LEADING))
        start += 1;
    if (start === sign.start)
        return null;
    const remote = text.slice(start, sign.start) === 'git' && text.charAt(end) === ':';
    return remote ? null : { start, end };
}
function domainEnd(text, at) {
    const whole = (0,detector/* stretch */._N)(text, at, DOMAIN, at);
    const domain = text.slice(whole.start, whole.end).replace(/[.-]+$/, '');
    const labels = domain.split('.');
    const top = labels[labels.length - 1];
    if (labels.length < 2 || labels.some((label) => label === ''))
        return null;
    return TOP.test(top) && !EXTENSIONS.has(top.toLowerCase()) ? at + domain.length : null;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/github-token.js
// SPDX-License-Identifier: Apache-2.0
//
// GitHub tokens: personal (classic and fine-grained), OAuth, app user, app installation and refresh. Refuses names that only share
// the prefix.
// @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github

// Match "ghp_" and 36 more, "ghs_12345_eyJ….eyJ….sig", "github_pat_" and 36 more; miss "ghp_short".
const TOKEN = /gh[pour]_[A-Za-z0-9]{36,251}|ghs_[A-Za-z0-9_.-]{36,2000}|github_pat_[A-Za-z0-9_]{36,251}/g;
/** Detects GitHub tokens. */
const githubToken = {
    name: 'github-token',
    kind: 'secret',
    keys: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    find: (text) => (0,detector/* matchesOf */.th)(TOKEN, text).filter((span) => (0,detector/* isVaried */.k$)(text, span)),
};

;// CONCATENATED MODULE: ./lib/mask/detectors/gitlab-token.js
// SPDX-License-Identifier: Apache-2.0
//
// GitLab tokens by their prefixes, routable forms included, the older runner registration token, and the session cookie.
// @see https://docs.gitlab.com/security/tokens/#token-prefixes

const PREFIXES = ['glpat', 'gldt', 'glrt', 'glrtr', 'glcbt', 'glptt', 'glft', 'glimt', 'glagent', 'gloas', 'glsoat', 'glffct', 'glwt'];
// Match "glpat-" and 16 more, miss "glpat-abc": tokens, with an optional part after a dot (routable ones) but no final dot.
const gitlab_token_TOKEN = /gl(?:pat|dt|rtr?|cbt|ptt|ft|imt|agent|oas|soat|ffct|wt)-[A-Za-z0-9_=-]{16,512}(?:\.[A-Za-z0-9_=-]{2,64}){0,4}/g;
// Match "GR1348941" and 20 more, miss "GR1348941x"; match "_gitlab_session=" and 32 hex, miss "_gitlab_session=x".
const OTHERS = /GR1348941[A-Za-z0-9_-]{20}|_gitlab_session=[A-Za-z0-9]{32}/g;
/** Detects GitLab tokens. */
const gitlabToken = {
    name: 'gitlab-token',
    kind: 'secret',
    keys: [...PREFIXES.map((prefix) => `${prefix}-`), 'GR1348941', '_gitlab_session='],
    find: (text) => [...(0,detector/* matchesOf */.th)(gitlab_token_TOKEN, text), ...(0,detector/* matchesOf */.th)(OTHERS, text)].filter((span) => (0,detector/* isVaried */.k$)(text, span)),
};

;// CONCATENATED MODULE: ./lib/mask/detectors/iban.js
/** Characters of an IBAN by country (IBAN registry, release 98). */
const LENGTHS = {
    AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24,
    DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27,
    GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20,
    LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24,
    PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25,
    SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
};
/** How far before a run of digits its IBAN may start, in characters: the longest IBAN in groups of four. */
const LOOK_BACK = 42;
/** Fewest digits in a row of any country's. */
const iban_MIN_DIGITS = 8;
// Match "GB82", miss "XGB82" and "G82": where one starts.
const START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}/g;
/** Detects IBANs, in one piece or in groups, in either case. */
const iban = {
    name: 'iban',
    kind: 'pii',
    keys: [],
    // The country, the bank or a check letter comes before the digits.
    wants: (bytes, start, _end, digits) => digits >= iban_MIN_DIGITS && ((start > 0 && isLetter(bytes[start - 1])) || (start > 1 && isLetter(bytes[start - 2]))),
    find(text, runs) {
        const spans = [];
        for (const run of runs) {
            const from = Math.max(0, run.start - LOOK_BACK);
            for (const match of text.slice(from, run.end).matchAll(START)) {
                const end = ibanEnd(text, from + match.index, match[0].slice(0, 2).toUpperCase());
                if (end !== null)
                    spans.push({ start: from + match.index, end });
            }
        }
        return spans;
    },
};
function ibanEnd(text, start, country) {
    const length = LENGTHS[country];
    if (length === undefined)
        return null;
    let compact = '';
    let at = start;
    while (compact.length < length) {
        const char = text.charAt(at);
        if (isAlphanumeric(char))
            compact += char;
        else if ((char !== ' ' && char !== '-') || !isAlphanumeric(text.charAt(at + 1)))
            return null;
        at += 1;
    }
    return isAlphanumeric(text.charAt(at)) || !checks(compact.toUpperCase()) ? null : at;
}
function isLetter(code) {
    const lower = code | 32;
    return lower >= 97 && lower <= 122;
}
function isAlphanumeric(char) {
    return (char >= '0' && char <= '9') || (char >= 'A' && char <= 'Z') || (char >= 'a' && char <= 'z');
}
// ISO 7064 mod 97-10 over the rearranged number, digit by digit so that no big number is needed.
function checks(compact) {
    let rest = 0;
    for (const char of compact.slice(4) + compact.slice(0, 4)) {
        const value = parseInt(char, 36);
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest === 1;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/jwt.js
// SPDX-License-Identifier: Apache-2.0
//
// JSON Web Tokens: signed (RFC 7515), unsecured, and encrypted (RFC 7516). A header that is JSON in base64url, and what follows it.
// Refuses dotted names that only happen to contain `ey`.

// A backslash is let in because tokens are found inside escaped text; it never ends a match.
const jwt_TOKEN = (0,detector/* charClass */.zc)(/[A-Za-z0-9_+/=.\\-]/);
// Match "eyJh" and ".eyJ", miss "they": `{"`, `{ `, `{` and a line end in base64url, or any `ey` after a dot.
const HINT = /eyJ|eyA|ewog|ewoJ|ew0K|\.ey/g;
const MIN_HEADER = 10;
const MIN_CLAIMS = 8;
/** Detects JSON Web Tokens. */
const jwt = {
    name: 'jwt',
    kind: 'secret',
    reach: { before: 8192, after: 8192 },
    keys: ['eyJ', 'eyA', 'ewog', 'ewoJ', 'ew0K', '.ey'],
    find(text) {
        const spans = [];
        let done = 0;
        for (const hint of text.matchAll(HINT)) {
            if (hint.index < done)
                continue;
            const run = (0,detector/* stretch */._N)(text, hint.index, jwt_TOKEN, done);
            spans.push(...tokensIn(text, run));
            done = run.end;
        }
        return spans;
    },
};
function tokensIn(text, run) {
    const parts = text.slice(run.start, run.end).split('.');
    const spans = [];
    let start = run.start;
    for (let at = 0; at < parts.length; at += 1) {
        const part = parts[at];
        const header = headerStart(part);
        const length = header === null ? 0 : partsOf(part.slice(header), parts[at + 1]);
        if (header !== null && length > 0) {
            const last = Math.min(at + length, parts.length) - 1;
            const end = start + parts.slice(at, last + 1).join('.').length;
            spans.push({ start: start + header, end: trimmed(text, end) });
            start += parts.slice(at, last + 1).join('.').length + 1;
            at = last;
        }
        else {
            start += part.length + 1;
        }
    }
    return spans;
}
// Match "eyJh", "token=eyJh" and "neyJh" (an escaped line end before it), miss "monkey": where a header starts in a part.
const jwt_HEADER = /(?<![A-Za-z0-9])ey|eyJ|eyA|ewog|ewoJ|ew0K/;
function headerStart(part) {
    const at = part.search(jwt_HEADER);
    return at < 0 ? null : at;
}
// How many parts the token has; 0 when it is none.
function partsOf(header, claims) {
    if (header.length < MIN_HEADER || claims === undefined)
        return 0;
    const decoded = Buffer.from(header, 'base64').toString('latin1');
    // Match `"alg":"none"`, miss `"algo"`: JOSE headers name their algorithm.
    if (/"alg"\s*:/.test(decoded))
        return /"enc"\s*:/.test(decoded) ? 5 : 3;
    // Match "eyJhb", miss "eyeglasses": encoded text is not all lower-case letters.
    return claims.startsWith('ey') && claims.length >= MIN_CLAIMS && /[A-Z0-9]/.test(header) && /[A-Z0-9]/.test(claims) ? 3 : 0;
}
function trimmed(text, end) {
    let at = end;
    while (text.charAt(at - 1) === '\\')
        at -= 1;
    return at;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/beside-name.js
// SPDX-License-Identifier: Apache-2.0
//
// Values that the name beside them gives away: `SSN: 078-05-1120`, `"nhs_number": "9434765919"`, `Personnummer är 8712202384`, `078051121 is my SSN`.
// Right behind its name a value of the right shape counts, whether its check digits are right or not: people mistype, and a masked typing error
// costs nothing. Some words away, or before its name, it has to be a valid one. Refuses values that belong to another name.

/** Longest text between a name and its value, and most words in it that say nothing. */
const FILLER = 48;
/** The first digit behind the start of a name that is worth a look: past the name, the text between, and some of the next line. */
const REACH = 112;
const MAX_WORDS = 4;
/** Shorter names are parts of other words. */
const LONG_NAME = 5;
const LETTER = /[A-Za-z]/;
// Match `": "`, `%3D`, `&quot;`, ` number is ` and `>\n  `, miss `: 1`: all between a name and a value, up to its first digit; sticky.
const UNTIL_VALUE = /(?:%[0-9A-Fa-f]{2}|&#?[a-z0-9]{2,5};|\\u00[0-9a-f]{2}|[^\d\r\n]){0,48}(?:\r?\n[^\d\r\n]{0,32})?/y;
// Quotes and spaces as XML, URLs and JSON spell them.
const ENTITIES = /&#?[a-z0-9]{2,5};|%[0-9A-Fa-f]{2}|\\u00[0-9a-f]{2}/g;
// Match "Türk" and "is", miss "3": letters, those beyond ASCII as they are or as bytes.
const WORD = /[A-Za-z\x80-\uffff]+/g;
// Match "number", "numarası", "nr", "is", "är" and "td", miss "null", "failed" and "hash": words between a name and its value that say nothing.
const JOINING = /^(?:n(?!ull$|one$|ot$|ame$)[A-Za-z\x80-\uffff]*|ids?|codes?|values?|fields?|str|strings?|text|digits|card|kart\w*|is|was|are|ist|est|es|er|e|on|jest|to|of|for|my|your|the|an?|der|die|das|le|la|el|lo|il|o|de|do|da|du|del|di|at|me|eq|mine|his|her|their|our|has|customers?|clients?|patients?|users?|owners?|holders?|persons?|members?|employees?|applicants?|citizens?|td|th|dd|dt|li|b|p|br|div|span|em|strong|[a-z]?[\x80-\uffff]{1,12}[a-z]?)$/i;
// Match `", "id` and `; id`, miss `, ` and `: "`: the value belongs to what comes behind the comma.
const NEXT_FIELD = /[,;{}|&?]\s*[\\"'`]*\s*[A-Za-z]/;
const ASSIGNS = /[:=>]/;
// A value and, up to the name behind it, what says that they belong together. Match "078-05-1121 is my " and "12345678Z (", miss "078051121, ".
const VALUE_FIRST = /(?<![\w.])(\d[\d .:/-]{4,24}(?:\d|[ -]?[A-Za-z]))(?=\s{0,2}(?:[([<]|(?:is|was|as|ist|est|es|jest|\u00e9|\u00c3\u00a9|\u00e4r|\u00c3\u00a4r)\s)[^\d,;\n]{0,24}$)/g;
// What a value may not be glued to at its end.
const GLUED = /^(?:[A-Za-z0-9_]|[.:/-]\d)/;
/** A detector for values beside these names. */
function besideName(naming) {
    const words = naming.words.flatMap(spellings);
    const names = [...words].sort((a, b) => b.length - a.length).map((word) => word.replaceAll('.', '\\.')).join('|');
    const [here, anywhere] = [new RegExp(names, 'iy'), new RegExp(names, 'gi')];
    const capitals = new Set(words.filter((word) => word !== word.toLowerCase()));
    const at = (text, place) => {
        // Most names have no number beside them.
        if (!hasDigit(text, place - FILLER, place + REACH))
            return null;
        here.lastIndex = place;
        const word = here.exec(text)?.[0];
        return word === undefined ? null : beside_name_valueOf(naming, { text, place, word, ambiguous: word !== word.toUpperCase() && capitals.has(word.toUpperCase()) });
    };
    return { name: naming.name, kind: 'pii', keys: [], contextKeys: words.map((word) => word.toLowerCase()), at, find: (text) => [...text.matchAll(anywhere)].flatMap(({ index }) => at(text, index) ?? []) };
}
function spellings(word) {
    return word.includes(' ') ? ['', ' ', '_', '-'].map((joint) => word.replaceAll(' ', joint)) : [word];
}
function beside_name_valueOf(naming, mention) {
    return isName(mention) ? (behind(naming, mention) ?? before(naming, mention)) : null;
}
function hasDigit(text, from, to) {
    for (let at = Math.max(0, from); at < to; at += 1) {
        const code = text.charCodeAt(at);
        if (code >= 48 && code <= 57)
            return true;
    }
    return false;
}
// "ssn", "user_ssn", "userSsn", "ssnNumber", "SSNNumber" and "SSNs", not "lessn", "ssnap" and "CLASSNAME".
function isName({ text, place, word }) {
    if (word.length >= LONG_NAME)
        return true;
    const previous = text.charAt(place - 1);
    const next = text.charAt(place + word.length);
    const hump = isLower(previous) && !isLower(word.charAt(0));
    const goesOn = isLower(word.slice(-1)) ? isLower(next) : LETTER.test(next) && (isLower(next) || !isLower(text.charAt(place + word.length + 1)));
    return (hump || !LETTER.test(previous)) && (!goesOn || next === 's');
}
function isLower(char) {
    return LETTER.test(char) && char === char.toLowerCase();
}
function behind(naming, { text, place, word, ambiguous }) {
    const from = place + word.length;
    UNTIL_VALUE.lastIndex = from;
    const filler = UNTIL_VALUE.exec(text)[0];
    const plain = filler.replaceAll(ENTITIES, (code) => (code === '%20' ? ' ' : '"'));
    if (plain.length > FILLER || NEXT_FIELD.test(plain) || naming.unless?.test(plain) === true || (ambiguous && !ASSIGNS.test(filler)))
        return null;
    // A name may go on: "personnummer", "telefonnummer", "teléfono".
    const goesOn = word.length >= LONG_NAME || plain.charCodeAt(0) >= 0x80;
    const near = isNear(goesOn ? plain.replace(/^[A-Za-z\x80-\uffff]+/, '') : plain);
    if (!near && !naming.checked)
        return null;
    const value = shaped(naming, text, opened(text, from + filler.length, from));
    return value !== null && (near || value.valid) ? value.span : null;
}
function isNear(filler) {
    const words = filler.match(WORD) ?? [];
    return words.length <= MAX_WORDS && words.every((word) => JOINING.test(word));
}
// A value may begin with what is no digit: "+44 20", "(020)".
function opened(text, digit, floor) {
    let start = digit;
    while (start > floor && /[+(]/.test(text.charAt(start - 1)))
        start -= 1;
    return start;
}
function shaped({ shapes, valid }, text, start) {
    let best = null;
    for (const shape of shapes) {
        shape.lastIndex = start;
        const match = shape.exec(text)?.[0];
        if (match === undefined || GLUED.test(text.slice(start + match.length, start + match.length + 2)))
            continue;
        const found = { span: { start, end: start + match.length }, valid: valid(compact(match)) };
        if (found.valid)
            return found;
        best ??= found;
    }
    return best;
}
// Only a valid one: what stands before a name is mostly something else's.
function before({ shapes, valid }, { text, place }) {
    const from = Math.max(0, place - FILLER);
    let span = null;
    (0,detector/* eachMatch */.jZ)(VALUE_FIRST, text.slice(from, place), ({ index, 1: written }) => {
        const value = written;
        const whole = shapes.some((shape) => { shape.lastIndex = 0; return shape.exec(value)?.[0] === value; });
        if (whole && valid(compact(value)))
            span = { start: from + index, end: from + index + value.length };
        else
            VALUE_FIRST.lastIndex = index + 1;
    });
    return span;
}
/** A number without what stands between its groups. */
function compact(number) {
    // Match "+", " " and ".", miss "A".
    return number.replaceAll(/[^0-9A-Za-z]/g, '');
}
/** So many digits, in groups of any size, and what follows them; sticky. */
function digitsShape(count, tail = '') {
    // Match "078-05-1120" and "0780 51120", miss "078, 05": at most two separators between digits.
    return new RegExp(String.raw `\d(?:[ .:/+-]{0,2}\d){${count - 1}}${tail}`, 'y');
}

;// CONCATENATED MODULE: ./lib/mask/detectors/check-digits.js
// SPDX-License-Identifier: Apache-2.0
//
// What makes a number one that a state could have given: its ranges, its date, its check digits, each by the definition of who issues it.
// Takes digits without separators; refuses to guess at what nobody issues.

const weighted = (digits, weights) => weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
/** Numbers that were printed in advertisements and leaflets, and the first nine digits in order. */
const PRINTED_SSN = /^(?:078051120|219099999|123456789)$/;
/** United States, social security: no area 000, 666 or 900 and above, no group 00, no serial 0000. @see https://www.ssa.gov/employer/randomization.html */
function isSsn(id) {
    // Match "078051123", miss "666123456", "078001123" and "078050000".
    return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(id) && !PRINTED_SSN.test(id);
}
/** United States, taxpayers without a social security number: 9, and a group of 50-65, 70-88, 90-92 or 94-99. @see https://www.irs.gov/irm/part3/irm_03-021-263r */
function isItin(id) {
    // Match "911701234", miss "911491234" and "811701234".
    return /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\d{4}$/.test(id);
}
const NIF_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
/** Spain: up to eight digits, and the letter of their rest by 23. */
function isNif(id) {
    // Match "12345678Z" and "1111111G", miss "12345678".
    const [, digits, letter] = /^(\d{7,8})([A-Z])$/i.exec(id) ?? [];
    return digits !== undefined && letter !== undefined && NIF_LETTERS[Number(digits) % 23] === letter.toUpperCase();
}
/** Sweden, ten or twelve digits: a date (a coordination number's day is 60 more), a number from 001, Luhn. @see https://www4.skatteverket.se/rattsligvagledning/edition/2020.9/330245.html */
function isPersonnummer(id) {
    const ten = id.slice(-10);
    const day = Number(ten.slice(4, 6));
    const date = ten.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0');
    return (id.length === 10 || /^(?:18|19|20)\d{10}$/.test(id)) && isDate(date) && ten.slice(6, 9) !== '000' && luhn(ten);
}
/** Poland: a date whose month says the century (80, 0, 20, 40, 60 more), and a check digit. */
function isPesel(id) {
    const month = String(Number(id.slice(2, 4)) % 20).padStart(2, '0');
    return id.length === 11 && isDate(id.slice(0, 2) + month + id.slice(4, 6)) && weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}
/** Turkey: eleven digits, the first not 0, and two check digits. */
function isTurkishId(id) {
    const digit = (at) => Number(id[at]);
    const odd = digit(0) + digit(2) + digit(4) + digit(6) + digit(8);
    const even = digit(1) + digit(3) + digit(5) + digit(7);
    return /^[1-9]\d{10}$/.test(id) && ((odd * 7 - even) % 10 + 10) % 10 === digit(9) && (odd + even + digit(9)) % 10 === digit(10);
}
/** England, Wales and the Isle of Man: ten digits, modulus 11; a check digit of 10 is never issued. @see https://www.datadictionary.nhs.uk/attributes/nhs_number.html */
function isNhsNumber(id) {
    return id.length === 10 && (11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[9]);
}
/** India: twelve digits, the first not 0 or 1, Verhoeff's check digit. @see https://uidai.gov.in */
function isAadhaar(id) {
    return /^[2-9]\d{11}$/.test(id) && verhoeff(id) === 0;
}
/** Korea: a date, a digit for sex and century (5 to 8 for foreigners), six more. Numbers given since October 2020 have no check digit. */
function isRrn(id) {
    // Match "9601211234567", miss "9601210234567": the digit behind the date.
    return /^\d{6}[1-8]\d{6}$/.test(id) && isDate(id.slice(0, 6));
}
/** The same, with the check digit that was part of it before; a foreigner's is two more. */
function isOldRrn(id) {
    const rest = 11 - (weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11);
    return isRrn(id) && (rest + (Number(id[6]) > 4 ? 2 : 0)) % 10 === Number(id[12]);
}
/** South Africa: a date, four digits, a digit for citizens, residents or refugees, one more, Luhn. */
function isSouthAfricanId(id) {
    // Match "8001015009087", miss "8001015009387": the eleventh digit.
    return /^\d{10}[0-2]\d{2}$/.test(id) && isDate(id.slice(0, 6)) && luhn(id);
}
/** Canada: nine digits, the first not 0 or 8, Luhn. */
function isSin(id) {
    return /^[1-79]\d{8}$/.test(id) && luhn(id);
}
/** Australia, tax file number: nine digits, modulus 11. @see https://www.ato.gov.au */
function isTfn(id) {
    return id.length === 9 && weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;
}
/** Brazil: eleven digits, not all the same, two check digits. */
function isCpf(id) {
    const check = (length) => {
        const rest = (weighted(id, Array.from({ length }, (_, at) => length + 1 - at)) * 10) % 11;
        return rest === 10 ? 0 : rest;
    };
    return id.length === 11 && new Set(id).size > 1 && check(9) === Number(id[9]) && check(10) === Number(id[10]);
}
/** France: sex, year, month, department (2A and 2B count as 19 and 18), commune, order, and a key of 97. @see https://www.insee.fr/fr/metadonnees/definition/c1409 */
function isNir(id) {
    // Match "184127645108946" and "184122A45108987", miss "584127645108946" and "184137645108946".
    if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/i.test(id))
        return false;
    const digits = id.toUpperCase().replace('2A', '19').replace('2B', '18');
    return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}
// `yymmdd`; which century is not said, so that 29 February passes.
function isDate(text) {
    const [month, day] = [Number(text.slice(2, 4)), Number(text.slice(4, 6))];
    return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
}
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
// The dihedral group of order 10, and its permutation.
// @see https://en.wikipedia.org/wiki/Verhoeff_algorithm
const PERMUTATION = '1576283094';
function verhoeff(digits) {
    let check = 0;
    for (let at = 0; at < digits.length; at += 1) {
        let digit = Number(digits[digits.length - 1 - at]);
        for (let times = 0; times < at % 8; times += 1)
            digit = Number(PERMUTATION[digit]);
        check = dihedral(check, digit);
    }
    return check;
}
function dihedral(one, other) {
    if (one < 5)
        return other < 5 ? (one + other) % 5 : 5 + ((one + other) % 5);
    return other < 5 ? 5 + ((one - other + 5) % 5) : (one - other + 5) % 5;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/national-id.js
// SPDX-License-Identifier: Apache-2.0
//
// Numbers that a state gives to a person: names as Presidio has them, in kebab case. Each is found by its official form and its check digits,
// and beside its name in any form. Refuses bare digits where the check is weak: without a name those are anybody's nine or ten digits.



const B = String.raw `(?<![A-Za-z0-9_.+/-])`;
const E = String.raw `(?![A-Za-z0-9_]|[.:/-]\d)`;
const national_id_form = (source) => new RegExp(B + source + E, 'g');
// Match "9601211021413", miss "1748503543012" and "0101011100001": thirteen digits that are more likely a time in milliseconds (of 2023 to 2030) than
// somebody born in 2017 or 2018, or bits.
const NO_TIME = '(?!1[78]|[01]{13})';
const KINDS = [
    {
        name: 'us-ssn', digits: [9, 9], counts: [9], words: ['ssn', 'social security', 'soc sec', 'seguro social'], valid: isSsn, checked: false,
        // Match "078-05-1123", miss "078051123".
        pattern: national_id_form(String.raw `\d{3}([- ])\d{2}\1\d{4}`),
    },
    {
        name: 'us-itin', digits: [9, 9], counts: [9], words: ['itin', 'taxpayer id', 'individual taxpayer'], valid: isItin, checked: false,
        // Match "911-70-1234", miss "911701234".
        pattern: national_id_form(String.raw `9\d{2}([- ])\d{2}\1\d{4}`),
    },
    {
        name: 'es-nif', digits: [7, 8], counts: [8, 7], letter: '(?:-?[A-Za-z](?![A-Za-z])| [A-Z](?![A-Za-z]))?', words: ['nif', 'dni', 'documento nacional'], valid: isNif,
        // Match "12345678Z", "12345678-z", "12.345.678-Z" and "1111111G", miss "1111111g": the short one may be part of a hash.
        pattern: national_id_form(String.raw `(?:\d{8}[- ]?[A-Za-z]|\d{1,2}\.\d{3}\.\d{3}[- ]?[A-Za-z]|\d{7}-?[A-Z](?!-))`),
    },
    {
        name: 'se-personnummer', digits: [10, 12], counts: [10, 12], words: ['personnum', 'personnr', 'persnr', 'pnr', 'samordningsnum', 'swedish id', 'personal identity'], valid: isPersonnummer,
        // Match "19910924-2397", "871220-2384" and "199109242397", miss "8712202384".
        pattern: national_id_form(String.raw `(?:(?:18|19|20)?\d{6}[-+]\d{4}|(?:18|19|20)\d{10})`),
    },
    { name: 'pl-pesel', digits: [11, 11], counts: [11], words: ['pesel'], valid: isPesel, pattern: national_id_form(String.raw `\d{11}`) },
    { name: 'tr-national-id', digits: [11, 11], counts: [11], words: ['kimlik', 'tckn', 'tc no', 'turkish id'], valid: isTurkishId, pattern: national_id_form(String.raw `[1-9]\d{10}`) },
    {
        name: 'uk-nhs', digits: [10, 10], counts: [10], words: ['nhs', 'national health'], valid: isNhsNumber,
        // Match "401-023-2137" and "221 395 1837", miss "4010232137".
        pattern: national_id_form(String.raw `\d{3}([- ])\d{3}\1\d{4}`),
    },
    {
        name: 'in-aadhaar', digits: [12, 12], counts: [12], words: ['aadhaar', 'aadhar', 'adhaar', 'uidai'], valid: isAadhaar,
        // Match "3998 7654 3211" and "399876543211", miss "39987654 3211".
        pattern: national_id_form(String.raw `[2-9]\d{3}(?:([- ])\d{4}\1|\d{4})\d{4}`),
    },
    {
        name: 'kr-rrn', digits: [13, 13], counts: [13], words: ['rrn', 'resident registration', 'jumin', 'alien registration'], valid: isRrn, checked: false,
        // Match "960121-1234567" and "9601211021413", miss "9601211234567": without a hyphen its check digit has to be right.
        pattern: national_id_form(String.raw `(?:\d{6}-[1-8]\d{6}|${NO_TIME}\d{13})`), alone: (match) => (match.includes('-') ? isRrn : isOldRrn)(compact(match)),
    },
    {
        name: 'za-id-number', digits: [13, 13], counts: [13], words: ['id num', 'id no', 'identity num', 'identity no', 'identity doc', 'rsa id', 'sa id', 'south african id'], valid: isSouthAfricanId,
        pattern: national_id_form(String.raw `${NO_TIME}\d{13}`),
    },
    {
        name: 'ca-sin', digits: [9, 9], counts: [9], words: ['SIN', 'NAS', 'social insurance', 'assurance sociale'], valid: isSin,
        // Match "948 584 792", miss "948584792".
        pattern: national_id_form(String.raw `\d{3}([- ])\d{3}\1\d{3}`),
    },
    { name: 'au-tfn', digits: [9, 9], counts: [9, 8], words: ['tfn', 'tax file'], valid: isTfn, pattern: national_id_form(String.raw `\d{3}([- ])\d{3}\1\d{3}`) },
    { name: 'br-cpf', digits: [11, 11], counts: [11], words: ['cpf', 'cadastro de pessoa'], valid: isCpf, pattern: national_id_form(String.raw `\d{3}\.\d{3}\.\d{3}-\d{2}`) },
    {
        name: 'fr-nir', digits: [8, 15], margin: 16, counts: [15, 13], words: ['NIR', 'insee', 'sociale', 'carte vitale'], valid: isNir, wants: wantsNir,
        // Match "1 84 12 76 451 089 46" and "184122A45108959", miss "1-84-12".
        pattern: national_id_form(String.raw `[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[ABab]) ?\d{3} ?\d{3} ?\d{2}`),
        shapes: [/[1-478](?:[ .-]{0,2}[0-9AB]){14}/iy, /[1-478](?:[ .-]{0,2}[0-9AB]){12}/iy],
    },
];
/** How far around a run its number may reach: a letter at its end. */
const MARGIN = 2;
/** Digits of other numbers that a run may hold. */
const BESIDE = 40;
/** A detector for each kind, by form and check digits. */
const nationalIds = KINDS.map((kind) => ({
    name: kind.name,
    kind: 'pii',
    keys: [],
    wants: kind.wants ?? ((_bytes, _start, _end, digits) => digits >= kind.digits[0]),
    find(text, runs) {
        const spans = [];
        for (const run of runs)
            if (run.digits >= kind.digits[0] && run.digits <= kind.digits[1] + BESIDE)
                idsIn(text, run, kind, spans);
        return spans;
    },
}));
/** The same, by the name beside it. */
const namedIds = KINDS.map(({ name, words, valid, checked = true, counts, letter, shapes }) => (besideName({ name, words, valid, checked, shapes: shapes ?? counts.map((count) => digitsShape(count, letter)) })));
function idsIn(text, run, { margin = MARGIN, pattern, valid, alone = (match) => valid(compact(match)) }, spans) {
    const from = Math.max(0, run.start - margin);
    (0,detector/* eachMatch */.jZ)(pattern, text.slice(from, run.end + MARGIN), ({ index, 0: match }) => {
        if (alone(match))
            spans.push({ start: from + index, end: from + index + match.length });
    });
}
// All fifteen digits, or the last eight behind the letter of a Corsican department.
function wantsNir(bytes, start, _end, digits) {
    return digits >= 15 || isCorsican(bytes[start - 1]) || (bytes[start - 1] === SPACE && isCorsican(bytes[start - 2]));
}
const SPACE = 32;
// A or B, in either case.
function isCorsican(code) {
    return code !== undefined && ((code | 32) === 97 || (code | 32) === 98);
}

;// CONCATENATED MODULE: ./lib/mask/detectors/openai-token.js
// SPDX-License-Identifier: Apache-2.0
//
// OpenAI API keys: project, service account, admin and classic; OpenRouter's, which look alike; and ChatGPT session keys. Refuses
// class names and words with a hyphen (`sk-fading-circle`, `task-…`).
// @see https://platform.openai.com/docs/api-reference/authentication

// Match "sk-proj-" and 20 more, "sk-" and 20 letters and digits, miss "sk-fading-circle" and "disk-proj-…". `\n`, `%3D` may stand before.
const openai_token_KEY = /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9_-])sk-(?:(?:proj|svcacct|admin|None|service|or-v1)-[A-Za-z0-9_-]{20,512}|(?=[A-Za-z]{0,60}\d)[A-Za-z0-9]{20,128})/g;
// Match "sess-" and 40 more, miss "sess-abc".
const SESSION = /(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9_-])sess-[A-Za-z0-9]{40}(?![A-Za-z0-9])/g;
/** Detects OpenAI keys. */
const openaiToken = {
    name: 'openai-token',
    kind: 'secret',
    keys: ['sk-', 'sess-'],
    find: (text) => [...(0,detector/* matchesOf */.th)(openai_token_KEY, text), ...(0,detector/* matchesOf */.th)(SESSION, text)].filter((span) => (0,detector/* isVaried */.k$)(text, span)),
};

;// CONCATENATED MODULE: ./lib/mask/detectors/named-secret.js
// SPDX-License-Identifier: Apache-2.0
//
// Secrets that only the name beside them gives away: `fooToken := "…"`, `FOO_SECRET=…`, `<apiKey>…</apiKey>`, `setProperty("PASSWORD", "…")`.
// Refuses values that are code, words, paths or placeholders: what is claimed must look generated, or be a quoted password.

/** Words that make a name the name of a secret, in lower case. */
const WORDS = [
    'token', 'secret', 'passwd', 'password', 'passphrase', 'pwd', 'apikey', 'api_key', 'api-key', 'api.key', 'api key', 'accesskey', 'access_key', 'access-key', 'authkey', 'auth_key', 'auth-key',
    'privatekey', 'private_key', 'private-key', 'encryptionkey', 'encryption_key', 'signingkey', 'signing_key', 'sharedkey', 'shared_key', 'masterkey', 'master_key', 'licensekey', 'license_key',
    'license-key', 'credential', 'creds', 'user_auth', 'userauth', 'basic_auth', 'basicauth', 'http_auth', 'httpauth',
];
/** Words that may name anything: what stands beside them must be long as well. */
const WEAK = ['key', '_login', '.login', '_pw'];
const named_secret_WORD = new RegExp([...WORDS, ...WEAK].sort((a, b) => b.length - a.length).map((word) => word.replace('.', '\\.')).join('|'), 'iy');
const IS_WEAK = new Set(WEAK);
// Match "primaryKey" and "cache-key", miss "hubspotKey": names of keys that open nothing, up to the word.
const OPENS_NOTHING = /(?:^|[^A-Za-z_-])$|(?:cache|primary|foreign|partition|sort|public|pub|unique|row|hash|index|map|object|lookup|query|i18n|composite|natural|turn|mon|don|tur|hot|short|message|node|react|item|step|idempotency|dedup|group|routing|host|ssh|author|group|ordinal)[_.-]?$/i;
/** How far before a weak word its name is read. */
const NAME = 24;
// What follows the word: the rest of the name, its quotes and brackets, a type, something that assigns, and the value's own quotes.
// Match `Token := "`, `_TOKEN\", \"`, `Token string = "`, `token</key>\n<string>` and `_token: `; miss `token of the user`; sticky.
const named_secret_UNTIL_VALUE = /[\w.-]{0,40}?(?:\\{0,3}["'`]|&quot;)?[\])]?(?:\s{0,3}:?\s{1,3}(?:string|str|String|\[\]byte|char\s?\*|varchar\(\d{1,4}\)))?(?:\s{0,8}(?:=>|:{1,3}=|[?.|+]=|={1,3}|\|\||:|->|<-|>)\s{0,16}|\s{1,3}(?:is|was)\s{1,3}|,[ \t]{0,4}(?=\\{0,3}["'`])|\s{1,3}(?=\\{0,3}["'`]|[A-Za-z0-9]{32}))(?:[A-Za-z]{1,2}(?=["'`]))?(?:\\{0,3}["'`]|&quot;)?/y;
// The value, up to a quote, a space, or what ends a value in a list of them; sticky.
const VALUE = /[A-Za-z0-9_~+/.=!@#$%^&*?|{}:-]{8,512}/y;
// Ends that belong to the sentence or the code around it.
const TAIL = /[.,:;!?{}|&]+$/;
// A quote as XML has it, cut short by what a value may hold.
const ENTITY = /&quot$/;
// A placeholder or a reference: `${TOKEN}`, `{{ token }}`, `process.env.TOKEN`, `****`, `<token>`, `xxxx`, `example`.
const REFERENCE = /^(?:[$%{]|\*{3}|process\.|os\.|env\.|self\.|this\.|var\.|local\.|data\.|https?:|file:|\/[a-z]|\.{1,2}\/|[xX*.-]+$)|\$\{|\{\{|[Ee]xample|EXAMPLE|placeholder|your[_-]|REDACTED|[xX*#]{6}/;
// Pieces of letters and digits.
const PIECE = /[A-Za-z0-9]{8,512}/g;
// Match "x.readUInt32BE" and "Uint8Array", miss "a1b2c3d4e5": a path of names, a name with one number in it.
const IDENTIFIER = /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$|^[A-Za-z_$]+\d{1,3}[A-Za-z_]*$/;
// Match "PasswordRequiredResultV2", miss "thisIs4Secret": a name with its number at the end.
const NUMBERED = /^[A-Za-z_]+\d{1,2}$/;
// A number that is longer than any id or time.
const DIGITS = /^\d{24,64}$/;
/** Fewest characters of a generated value. */
const MIN_GENERATED = 10;
/** Bits a character that a generated value has at least: hexadecimal of 32 has 3.3 or more. */
const named_secret_MIN_BITS = 3;
const SHORT = 16;
const MIN_BITS_SHORT = 2.8;
/** The same beside a weak word. */
const MIN_LONG = 24;
const MIN_BITS_LONG = 3.2;
/** Detects values beside names that say what they are. */
const namedSecret = {
    name: 'named-secret',
    kind: 'secret',
    keys: [],
    contextKeys: [...WORDS, ...WEAK],
    at: valueBeside,
    find(text) {
        const folded = text.toLowerCase();
        return [...WORDS, ...WEAK].flatMap((word) => (0,detector/* placesOf */.ek)(folded, word)).flatMap((place) => valueBeside(text, place) ?? []);
    },
};
function valueBeside(text, place) {
    named_secret_WORD.lastIndex = place;
    const word = named_secret_WORD.exec(text)?.[0].toLowerCase();
    if (word === undefined)
        return null;
    const weak = IS_WEAK.has(word);
    if (weak && OPENS_NOTHING.test(text.slice(Math.max(0, place - NAME), place)))
        return null;
    named_secret_UNTIL_VALUE.lastIndex = place + word.length;
    const before = named_secret_UNTIL_VALUE.exec(text)?.[0];
    if (before === undefined)
        return null;
    const start = place + word.length + before.length;
    VALUE.lastIndex = start;
    const quoted = /["'`;]$/.test(before);
    // Between quotes everything belongs to the value; else the end may belong to what is around.
    const value = VALUE.exec(text)?.[0].replace(quoted ? ENTITY : TAIL, '');
    if (value === undefined || REFERENCE.test(value))
        return null;
    const span = { start, end: start + value.length };
    if (!quoted && (IDENTIFIER.test(value) || text.charAt(span.end) === '('))
        return null;
    if (isGenerated(value))
        return !weak || isLong(value) ? span : null;
    return quoted && /^(?:pass|pwd)/.test(word) && isPassword(value) ? span : null;
}
function isGenerated(value) {
    if (DIGITS.test(value))
        return true;
    if (value.length < MIN_GENERATED || NUMBERED.test(value) || !isMixed(value))
        return false;
    return (0,detector/* entropy */.Ue)(value) >= (value.length < SHORT ? MIN_BITS_SHORT : named_secret_MIN_BITS);
}
// Hits "z7exuu5nrtna" and "4ddbc191", misses "some_name_2", "jjwt-jackson-0.11.2" and "1208358310": letters and digits in one piece.
function isMixed(value) {
    return /[0-9]/.test(value) && (value.match(PIECE) ?? []).some((piece) => /[0-9]/.test(piece) && /[A-Za-z]/.test(piece));
}
function isLong(value) {
    return value.length >= MIN_LONG && !value.includes('/') && (0,detector/* entropy */.Ue)(value) >= MIN_BITS_LONG;
}
// Chosen by a person: letters with digits or signs among them.
function isPassword(value) {
    return /[A-Za-z]/.test(value) && /[0-9!@#$%^&*?+=~]/.test(value) && !/[{}()]/.test(value) && !/^[a-z]+[:=.]/.test(value);
}

;// CONCATENATED MODULE: ./lib/mask/detectors/phone.js
// SPDX-License-Identifier: Apache-2.0
//
// Telephone numbers, conservatively: with a country code, in the grouped forms of North America and Turkey, with a national trunk 0, or
// beside a word that says so. Refuses bare numbers, dates, addresses of hosts and versions.
// @see https://www.itu.int/rec/T-REC-E.164


/** E.164: at most 15 digits; 8 is the shortest with a country code. Every match of a form has what it `needs`. */
const FORMS = [
    // Match "+44 (20) 7123 4567", miss "+12" and "1+4155550132".
    { needs: '+', form: /(?<![\w+])\+[1-9](?:[ .\-/()\u00a0\u00c2]{0,3}\d){7,14}(?!\d)/g },
    // Match "0049 30 901820", miss "1.0049 309018" and "004930901820" (an id as well as a number).
    { needs: '00', form: /(?<![\w+./-]|\d[,:])00[1-9]\d{0,2}[ .\-/(](?:[ .\-/()]{0,2}\d){6,12}(?!\w|[.,:/-]\d)/g },
    // Match "(415) 555-0132" and "is(415)555-0132", miss "(115) 555-0132" and "f(415) 555-0132".
    { needs: '(', form: /(?=[+\d(])(?<![A-Z\d_)])(?<!(?<![a-z])[a-z])(?:\+?1[ .-]?)?\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]?\d{4}(?!\w|[.-]\d)/g },
    // Match "415-555-0132", "1-415-555-0132", "91-415-555-0132" and "is415-555-0132", miss "9415-555-01325" and "x415-555-0132".
    { needs: '', form: /(?=[1-9])(?<![A-Z\d_+.-])(?<!(?<![a-z])[a-z])(?:[1-9]\d{0,2}[ .-])?[2-9]\d{2}[ .-][2-9]\d{2}[.-]\d{4}(?!\w|[.-]\d)/g },
    // Match "415 555 0132", miss "1415 555 01320".
    { needs: ' ', form: /(?<![\w+.-]|\d )(?:1 )?[2-9]\d{2} [2-9]\d{2} \d{4}(?!\w|[ .-]\d)/g },
    // Match "532 123 45 67" and "532.123.45.67", miss "192.168.45.67" and "132 123 45 67": ten digits as they are grouped in Turkey.
    { needs: '', form: /(?<![\w+./-]|\d[ ,:])(?!2(?:[0-4]\d|5[0-5])\.)[2-9]\d{2}([ .-])\d{3}\1\d{2}\1\d{2}(?!\w|[ .,:/-]\d)/g },
    // Match "05359876543" and "02121234567", miss "0135987654" and "00359876543": in one piece with a trunk 0, ten digits for mobile numbers only.
    { needs: '0', form: /(?<![\w+./-]|\d[,:])0(?:[4-9]\d{8,9}|[1-3]\d{9})(?!\w|[.,:/-]\d)/g },
    // Match "0 (917) 123 4567", miss "0 917": a trunk 0 of its own.
    { needs: '(', form: /(?<![\w+./-]|\d[,:])0 ?\(\d{2,4}\)(?:[ -]?\d){6,8}(?!\w|[.:,-]\d)/g },
    // Match "09-7625400", "090-1234-5678" and "0171/1234567", miss "01-02-2024", "0.123" and "05 05 17 32 01 63121", a row of numbers.
    { needs: '0', form: /(?<![\w+./-]|\d[ ,:])\(?0[1-9]\d{0,3}\)?(?:[ /-]{1,2}\d{2,8}){1,4}(?!\w|[ .:,/-]\d)/g },
];
// Match "number is 13812345678" (a Chinese mobile), miss "number 20240105"; digits in one piece count only beside a word that says what they are.
const CHINESE = /number["']?(?: is)?[ "':=#.]{1,4}(1[3-9]\d{9})(?![\w.-])/dgi;
// Match "01/02/2024" and "2024-01-05", miss "090-1234": dates are no phone numbers.
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})/;
const phone_MIN_DIGITS = 8;
const NATIONAL_MIN = 9;
/** `+`, `(` and `)` make a number of digits without more to see. */
const OPENERS = (0,detector/* charClass */.zc)(/[+()]/);
const phone_SPACE = 32;
const ZERO = 48;
const ONE = 49;
/** How far around a run its number may reach: a plus sign, a parenthesis, the word before it. */
const phone_MARGIN = 28;
/** Detects telephone numbers by their form. */
const phone = {
    name: 'phone',
    kind: 'pii',
    keys: [],
    wants: promising,
    find: (text, runs) => runs.flatMap((run) => (run.digits < phone_MIN_DIGITS ? [] : phonesIn(text, run))),
};
/** Detects telephone numbers beside a word that says what they are, in any form. */
const namedPhone = besideName({
    name: 'phone',
    words: [
        'phone', 'telefo', 'telephone', 'mobile', 'mobil', 'movil', 'whatsapp', 'signal', 'celular', 'cellular', 'cellulare', 'cellphone', 'puhelin', 'tel', 'tlf', 'cell', 'handy', 'fax', 'sms', 'mob', 'gsm', 'msisdn', 'call me', 'contact no',
        'contact num',
    ],
    // Match "+44 (20) 7123 4567" and "12 34 56 78", miss "12,34,56,78" and "12345".
    shapes: [/[+(]{0,2}\d(?:[ .\-/()]{0,3}\d){6,14}/y],
    valid: plausible,
    checked: false,
    // Match "_id: ", "VerifiedAt: " and " id ", miss " is " and " at ": an id, a time or a number of something that belongs to one.
    unless: /(?:^|[_-])(?:ids?|at|on|uuid|count|size)\b|(?:Ids?|At|Count|Size)\b|\bids?\b/,
});
/** Detects Chinese mobile numbers beside "number". */
const numberedPhone = {
    name: 'phone',
    kind: 'pii',
    keys: [],
    contextKeys: ['number'],
    reach: { before: 16, after: 96 },
    find: (text) => (0,detector/* groupsOf */.c1)(CHINESE, text),
};
function phonesIn(text, run) {
    const from = Math.max(0, run.start - phone_MARGIN);
    const window = text.slice(from, run.end + 2);
    const spans = [];
    for (const { needs, form } of FORMS) {
        if (!window.includes(needs))
            continue;
        (0,detector/* eachMatch */.jZ)(form, window, ({ index, 0: match }) => {
            // At a cut, what stands before the match is not in view; it belongs to another run anyway.
            if ((index > 0 || from === 0) && plausible(match))
                spans.push({ start: from + index, end: from + index + match.length });
        });
    }
    return spans;
}
// A quick look at the groups of digits, since most runs are dates and amounts: could any form match?
function promising(bytes, from, to, digits) {
    if (digits < phone_MIN_DIGITS)
        return false;
    let exchange = false;
    let pairs = false;
    if (from > 0 && OPENERS[bytes[from - 1]] === 1)
        return true;
    for (let at = from; at < to; at += 1) {
        const code = bytes[at];
        if (OPENERS[code] === 1)
            return true;
        if (!isDigit(code))
            continue;
        const start = at;
        while (at + 1 < to && isDigit(bytes[at + 1]))
            at += 1;
        const length = at + 1 - start;
        const trunk = code === ZERO && (start === from || bytes[start - 1] === phone_SPACE);
        // A trunk 0, an area code and an exchange, or two groups of three and a pair.
        if (trunk || (exchange && code > ONE && length >= 3) || (pairs && length === 2))
            return true;
        pairs = exchange && length === 3;
        exchange = length === 3 && code > ONE;
    }
    return false;
}
function isDigit(code) {
    return code >= ZERO && code < ZERO + 10;
}
function plausible(match) {
    const digits = match.replace(/\D/g, '');
    if (DATE.test(match) || isBits(match))
        return false;
    if (match.startsWith('0') || match.startsWith('(0'))
        return digits.length >= NATIONAL_MIN && digits.length <= 15;
    return digits.length >= phone_MIN_DIGITS;
}
// Match "01011110001", miss "0800 800 800": bits, as databases print them.
function isBits(match) {
    return /^[01]+$/.test(match);
}

;// CONCATENATED MODULE: ./lib/mask/detectors/private-key.js
// SPDX-License-Identifier: Apache-2.0
//
// Private keys: PEM and PGP blocks, whole or cut off; their well-known bodies without the armour; PuTTY and age keys. Refuses public
// keys, certificates, and armour with nothing in it.
// @see https://www.rfc-editor.org/rfc/rfc7468

// Match "BEGIN RSA PRIVATE KEY-----", miss "BEGIN PUBLIC KEY-----": the dashes before it are looked for apart.
const BEGIN = /BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
// Match "-----END X-----", miss "----END": sticky, at the place where the end was found.
const END = /-{4,5} ?END [A-Z0-9 ]{0,60}-{4,5}/y;
// Match "Proc-Type: 4,ENCRYPTED" and its line end, miss "MIIE…": the header lines of a block that was cut off.
const HEADERS = /(?:\s|\\[nrt]){0,8}(?:[A-Za-z-]{1,30}: [^\r\n"\\]{0,120}(?:\r\n|\n|\\r\\n|\\n){1,3}){0,8}/y;
const DASH = (0,detector/* charClass */.zc)(/-/);
const BODY = (0,detector/* charClass */.zc)(/[A-Za-z0-9+/=\r\n\\ ]/);
const LINES = (0,detector/* charClass */.zc)(/[A-Za-z0-9+/=\r\n]/);
const BASE64 = (0,detector/* charClass */.zc)(/[A-Za-z0-9+/=]/);
// Match "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC" (PKCS#8) and "MIIEpAIBAAKC" (PKCS#1), miss "MIIBIjANBgkq" (a public key): RSA in DER.
const RSA = /MII[A-Za-z0-9+/]{3}IB(?:ADANBgkqhkiG9w0BAQEFAASC|AAK[BC])/g;
/** How other private keys begin in base64: EC in PKCS#8 and SEC 1 by curve, Ed25519, OpenSSH. */
const OPENINGS = ['MIGHAgEAMB', 'MIG2AgEAMB', 'MIHuAgEAMB', 'MHcCAQEEI', 'MIGkAgEBBD', 'MIHcAgEBBE', 'MC4CAQAwBQYDK2VwBCIEI', 'b3BlbnNzaC1rZXktdjE'];
// Match "AGE-SECRET-KEY-1QQ…", miss "age1…": an age identity (bech32, 58 characters).
const AGE = /AGE-SECRET-KEY-1[0-9A-Z]{50,64}/g;
// Match "Private-Lines: 14" and the lines after it, miss "Public-Lines: 6": a PuTTY key.
const PUTTY = /Private-Lines: \d{1,4}(?:[\r\n]{1,2}[A-Za-z0-9+/=]{1,80}){1,400}/g;
/** Fewer characters than this between the armour are a placeholder. */
const MIN_BODY = 16;
/** The shortest key without armour: Ed25519 in PKCS#8 is 64 characters; cut off, still worth hiding. */
const MIN_BARE = 40;
/** A block is at most this long: a 16,384-bit RSA key is 13 KiB. */
const MAX_BLOCK = 65_536;
/** Detects private keys. */
const privateKey = {
    name: 'private-key',
    kind: 'secret',
    reach: { before: 128, after: MAX_BLOCK + 256 },
    keys: ['PRIVATE KEY', 'IBADANBgkqhkiG9w0BAQEFAASC', 'IBAAKB', 'IBAAKC', ...OPENINGS, 'AGE-SECRET-KEY-1', 'Private-Lines: '],
    find(text) {
        const has = (word) => text.includes(word);
        return [
            ...(has('PRIVATE KEY') ? blocks(text) : []),
            ...bare(text),
            ...(has('AGE-SECRET-KEY-1') ? (0,detector/* matchesOf */.th)(AGE, text) : []),
            ...(has('Private-Lines: ') ? (0,detector/* matchesOf */.th)(PUTTY, text) : []),
        ];
    },
};
function blocks(text) {
    const begins = (0,detector/* matchesOf */.th)(BEGIN, text).map(({ start, end }) => ({ start: dashesBefore(text, start), end })).filter(({ start }) => start >= 0);
    const spans = [];
    let marker = -1;
    for (const [at, begin] of begins.entries()) {
        // One forward scan for the ends of all blocks: never the same text twice.
        if (marker < begin.end)
            marker = endMarker(text, begin.end);
        const limit = Math.min(begin.end + MAX_BLOCK, begins[at + 1]?.start ?? Infinity);
        const end = marker < limit ? closing(text, marker) : cutOff(text, begin.end);
        if (bodyLength(text, begin.end, Math.min(marker, end)) >= MIN_BODY)
            spans.push({ start: begin.start, end });
    }
    return spans;
}
// Where four or five dashes before a word start; -1 when they are not there.
function dashesBefore(text, word) {
    const at = text.charAt(word - 1) === ' ' ? word - 1 : word;
    const start = (0,detector/* stretch */._N)(text, at, DASH, Math.max(0, at - 5)).start;
    return at - start >= 4 ? start : -1;
}
// Where the dashes before the next "END" start; Infinity when there is none.
function endMarker(text, from) {
    for (let at = text.indexOf('END ', from); at >= 0; at = text.indexOf('END ', at + 4)) {
        const start = dashesBefore(text, at);
        if (start >= from)
            return start;
    }
    return Infinity;
}
function closing(text, marker) {
    END.lastIndex = marker;
    const match = END.exec(text);
    return match === null ? marker : marker + match[0].length;
}
// No end in sight: everything after the header that a body can consist of.
function cutOff(text, from) {
    HEADERS.lastIndex = from;
    const headers = HEADERS.exec(text)[0].length;
    return (0,detector/* stretch */._N)(text, from + headers, BODY, from + headers).end;
}
function bodyLength(text, from, to) {
    let length = 0;
    for (let at = from; at < to && length < MIN_BODY; at += 1)
        if ((0,detector/* isAt */.ii)(text, at, BASE64))
            length += 1;
    return length;
}
function bare(text) {
    const rsa = text.includes('IBA') ? (0,detector/* matchesOf */.th)(RSA, text) : [];
    const others = OPENINGS.flatMap((opening) => (0,detector/* placesOf */.ek)(text, opening).map((start) => ({ start, end: start + opening.length })));
    const spans = [];
    let done = 0;
    for (const opening of [...rsa, ...others].sort((a, b) => a.start - b.start)) {
        if (opening.start < done)
            continue;
        done = (0,detector/* stretch */._N)(text, opening.end, LINES, opening.end).end;
        if (done - opening.start >= MIN_BARE)
            spans.push({ start: opening.start, end: done });
    }
    return spans;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/slack-token.js
// SPDX-License-Identifier: Apache-2.0
//
// Slack tokens (bot, user, app, configuration, refresh, cookie, legacy) and webhook addresses. Refuses the placeholders of manuals
// that have hardly a digit in them.
// @see https://api.slack.com/concepts/token-types

// Match "xoxb-123456789012-abc", miss "xoxb-my-bot-token": the digits are counted below.
const slack_token_TOKEN = /xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9%_-]{10,512}|xapp-[A-Za-z0-9-]{15,512}/g;
// Match "https://hooks.slack.com/services/T0/B0/x…", miss "https://api.slack.com/web".
const WEBHOOK = /(?:https?:\/\/|https?:\\\/\\\/)?hooks\.slack(?:-gov)?\.com\\?\/(?:services|workflows|triggers)\\?\/[A-Za-z0-9+_/\\-]{18,256}/g;
const slack_token_KINDS = ['a', 'b', 'c', 'd', 'e', 'o', 'p', 'r', 's'];
const slack_token_MIN_DIGITS = 3;
/** Detects Slack tokens and webhooks. */
const slackToken = {
    name: 'slack-token',
    kind: 'secret',
    keys: [...slack_token_KINDS.map((kind) => `xox${kind}-`), 'xoxe.', 'xapp-', 'hooks.slack'],
    find: (text) => [...(0,detector/* matchesOf */.th)(slack_token_TOKEN, text).filter(({ start, end }) => digitsIn(text, start, end) >= slack_token_MIN_DIGITS), ...(0,detector/* matchesOf */.th)(WEBHOOK, text)],
};
function digitsIn(text, start, end) {
    // Match "7", miss "x".
    return text.slice(start, end).match(/\d/g)?.length ?? 0;
}

;// CONCATENATED MODULE: ./lib/mask/detectors/vendor-tokens.js
// SPDX-License-Identifier: Apache-2.0
//
// Tokens that say by their own look whose they are: a fixed beginning (or middle), an alphabet, a length. One row a family, under the
// name by which scanners know it. Refuses what is too uniform to be a secret, and ids that open nothing.

// What may not stand right before a token: a letter or digit that is no escape (`\n`, `%3D`). And right behind it.
const vendor_tokens_B = String.raw `(?<!(?<!\\|%[0-9A-Fa-f])[A-Za-z0-9])`;
const vendor_tokens_E = String.raw `(?![A-Za-z0-9_-])`;
const LEAST = 2.5;
const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';
// A family from a beginning and what follows it.
function starting(name, keys, rest, least = LEAST) {
    const heads = keys.map((key) => key.replace(/[.+|^$*?()[\]{}]/g, '\\$&')).join('|');
    return { name, keys, heads: true, pattern: new RegExp(`${vendor_tokens_B}(?:${heads})${rest}${vendor_tokens_E}`, 'g'), least };
}
function digitsBefore(sign) {
    return [...'0123456789'].map((digit) => `${digit}${sign}`);
}
// How base64 of a number of three digits or more begins: the id of a bot.
function discordHeads() {
    return [...'123456789'].flatMap((first) => [...'0123456789'].map((second) => Buffer.from(`${first}${second}0`).toString('base64').slice(0, 3)));
}
/** The table. Formats as their vendors document or print them. */
const FAMILIES = [
    { name: '1password-secret-key', keys: ['A3-'], pattern: new RegExp(`${vendor_tokens_B}A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}${vendor_tokens_E}`, 'g'), least: 3 },
    starting('1password-service-account-token', ['ops_eyJ'], '[A-Za-z0-9+/_-]{200,}={0,3}', 3.5),
    starting('adobe-client-secret', ['p8e-'], '[A-Za-z0-9]{32}'),
    starting('airtable-personal-access-token', ['pat'], String.raw `[A-Za-z0-9]{14}\.[a-f0-9]{64}`),
    starting('alibaba-access-key-id', ['LTAI'], '[A-Za-z0-9]{16,20}'),
    starting('artifactory-api-key', ['AKCp'], '[A-Za-z0-9]{69}', 4),
    starting('artifactory-reference-token', ['cmVmd'], '[A-Za-z0-9]{59}', 4),
    starting('atlassian-api-token', ['ATATT3', 'ATCTT3', 'ATBB'], '[A-Za-z0-9_=-]{28,250}', 3),
    { name: 'authress-access-key', keys: ['.acc_', '.acc-'], pattern: new RegExp(`${vendor_tokens_B}(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\\.[a-z0-9]{4,6}\\.acc[_-][a-z0-9-]{10,32}\\.[A-Za-z0-9+/_=-]{30,120}`, 'gi'), least: 2 },
    starting('clickhouse-cloud-key', ['4b1d'], '[A-Za-z0-9]{38}', 3),
    starting('clojars-token', ['CLOJARS_'], '[a-zA-Z0-9]{60}'),
    starting('cloudflare-token', ['cfat_', 'cfut_', 'cfk_'], '[A-Za-z0-9_-]{36,60}', 3.5),
    starting('cloudflare-origin-ca-key', ['v1.0-'], '[a-f0-9]{24}-[a-f0-9]{146}'),
    starting('databricks-token', ['dapi', 'dose'], '[A-Fa-f0-9]{32}(?:-\\d)?', 3),
    starting('defined-networking-token', ['dnkey-'], '[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}', 3.5),
    starting('digitalocean-token', ['dop_v1_', 'doo_v1_', 'dor_v1_'], '[a-f0-9]{64}', 3),
    starting('discord-token', discordHeads(), String.raw `[A-Za-z\d]{21,25}\.[\w-]{6}\.[\w-]{27,38}`, 4),
    starting('docker-token', ['dckr_pat_', 'dckr_oat_'], '[A-Za-z0-9_-]{24,40}', 3),
    starting('doppler-token', ['dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.', 'dp.st.'], '(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}', 2.5),
    starting('dropbox-token', ['sl.'], '(?:u\\.)?[A-Za-z0-9=_-]{130,1500}', 3.5),
    starting('duffel-token', ['duffel_test_', 'duffel_live_'], '[A-Za-z0-9_=-]{43}'),
    { name: 'dynatrace-token', keys: ['dt0'], pattern: new RegExp(`${vendor_tokens_B}dt0[a-zA-Z]\\d{2}\\.[A-Za-z0-9]{24}\\.[A-Za-z0-9]{64}${vendor_tokens_E}`, 'g'), least: 4 },
    starting('easypost-token', ['EZAK', 'EZTK'], '[A-Za-z0-9]{54}'),
    starting('facebook-access-token', ['EAAM', 'EAAC'], '[A-Za-z0-9]{100,}', 4),
    { name: 'facebook-app-token', keys: digitsBefore('|'), pattern: new RegExp(`${vendor_tokens_B}\\d{15,16}(?:\\||%7C)[0-9A-Za-z_-]{27,40}${vendor_tokens_E}`, 'g'), least: 3.5 },
    starting('flutterwave-key', ['FLWPUBK_TEST-', 'FLWSECK_TEST-', 'FLWPUBK-', 'FLWSECK-', 'FLWSECK_TEST'], '[a-h0-9]{12}(?:[a-h0-9]{20}-X)?', 2),
    starting('figma-token', ['figd_'], '[A-Za-z0-9_-]{36,60}', 3.5),
    starting('fly-token', ['fo1_', 'fm1a_', 'fm1r_', 'fm2_'], '[A-Za-z0-9+/=_-]{40,}', 4),
    starting('frameio-token', ['fio-u-'], '[A-Za-z0-9_=-]{64}'),
    starting('grafana-api-key', ['eyJrIjoi'], '[A-Za-z0-9]{70,400}={0,3}', 3),
    starting('grafana-cloud-token', ['glc_'], '[A-Za-z0-9+/]{32,400}={0,3}', 3),
    starting('grafana-service-account-token', ['glsa_'], '[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}', 3),
    starting('groq-key', ['gsk_'], '[A-Za-z0-9]{48,56}', 3.5),
    starting('harness-token', ['pat.', 'sat.'], String.raw `[A-Za-z0-9_-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}`),
    { name: 'hashicorp-terraform-token', keys: ['.atlasv1.'], pattern: new RegExp(`${vendor_tokens_B}[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}${vendor_tokens_E}`, 'g'), least: 3.5 },
    starting('hashicorp-vault-token', ['hvs.', 'hvb.', 'hvr.'], '[A-Za-z0-9_-]{90,300}', 3.5),
    starting('heroku-token', ['HRKU-'], '[A-Za-z0-9_-]{58,62}', 4),
    starting('huggingface-token', ['hf_', 'api_org_'], '[A-Za-z]{34}'),
    starting('infracost-token', ['ico-'], '[A-Za-z0-9]{32}', 3),
    starting('intra42-client-secret', ['s-s4t2ud-', 's-s4t2af-'], '[a-f0-9]{64}', 3),
    starting('linear-token', ['lin_api_', 'lin_oauth_'], '[A-Za-z0-9]{40,64}'),
    starting('lob-key', ['live_pub_', 'test_pub_'], '[a-f0-9]{31}'),
    { name: 'mailchimp-key', keys: ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'], pattern: new RegExp(`${vendor_tokens_B}[a-f0-9]{32}-us\\d{1,2}${vendor_tokens_E}`, 'g'), least: 3 },
    starting('mailgun-key', ['pubkey-', 'key-'], '[a-f0-9]{32}', 3),
    starting('mapbox-token', ['pk.eyJ', 'sk.eyJ', 'pk.', 'sk.'], String.raw `[A-Za-z0-9_-]{50,120}\.[A-Za-z0-9_-]{20,24}`, 3),
    { name: 'maxmind-license-key', keys: ['_mmk'], pattern: new RegExp(`${vendor_tokens_B}[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk${vendor_tokens_E}`, 'g'), least: 3.5 },
    starting('new-relic-key', ['NRAK-', 'NRJS-', 'NRII-', 'NRAA-', 'NRRA-'], '[A-Za-z0-9-]{19,42}'),
    starting('notion-token', ['ntn_'], '[0-9]{11}[A-Za-z0-9]{32,35}', 4),
    starting('npm-token', ['npm_'], '[A-Za-z0-9]{36}'),
    starting('nuget-key', ['oy2'], '[a-z0-9]{43}', 3.5),
    starting('octopus-deploy-key', ['API-'], '[A-Z0-9]{26,30}', 3),
    starting('openshift-token', ['sha256~'], '[A-Za-z0-9_-]{43}', 3.5),
    starting('perplexity-key', ['pplx-'], '[A-Za-z0-9]{48}', 4),
    starting('plaid-token', ['access-sandbox-', 'access-development-', 'access-production-'], UUID),
    starting('planetscale-token', ['pscale_pw_', 'pscale_tkn_', 'pscale_oauth_', 'pscale_tkn_'], '[A-Za-z0-9=._-]{32,64}', 3),
    starting('postman-token', ['PMAK-'], '[a-fA-F0-9]{24}-[a-fA-F0-9]{34}', 3),
    starting('prefect-token', ['pnu_', 'pnb_'], '[A-Za-z0-9]{36}'),
    starting('pulumi-token', ['pul-'], '[a-f0-9]{40}'),
    starting('pypi-token', ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBpLm9yZw'], '[A-Za-z0-9_-]{50,1000}', 3),
    starting('readme-token', ['rdme_'], '[a-z0-9]{70}'),
    starting('replicate-token', ['r8_'], '[A-Za-z0-9]{37}', 3.5),
    starting('rubygems-token', ['rubygems_'], '[a-f0-9]{48}'),
    starting('scalingo-token', ['tk-us-'], '[A-Za-z0-9_-]{48}'),
    starting('sendgrid-token', ['SG.'], '[A-Za-z0-9=_.-]{66}', 3),
    starting('sendinblue-token', ['xkeysib-'], '[a-f0-9]{64}-[A-Za-z0-9]{16}'),
    { name: 'sentry-org-token', keys: ['sntrys_eyJ'], pattern: new RegExp(`${vendor_tokens_B}sntrys_eyJpYXQiO[A-Za-z0-9+/]{10,200}(?:LCJyZWdpb25fdXJs|InJlZ2lvbl91cmwi|cmVnaW9uX3VybCI6)[A-Za-z0-9+/]{10,200}={0,2}_[A-Za-z0-9+/]{43}(?![A-Za-z0-9/])`, 'g'), least: 4 },
    starting('sentry-user-token', ['sntryu_'], '[a-f0-9]{64}', 3),
    starting('settlemint-token', ['sm_aat_', 'sm_pat_', 'sm_sat_'], '[A-Za-z0-9]{16}', 3),
    starting('shippo-token', ['shippo_live_', 'shippo_test_'], '[a-fA-F0-9]{40}'),
    starting('shopify-token', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], '[A-Za-z0-9]{30,64}', 3),
    starting('sonar-token', ['squ_', 'sqa_', 'sqp_'], '[A-Za-z0-9=_-]{40}', 3),
    { name: 'sourcegraph-token', keys: ['sgp_', 'slk_'], pattern: new RegExp(`${vendor_tokens_B}(?:sgp_(?:(?:[a-fA-F0-9]{16}|local)_)?[a-fA-F0-9]{40}|slk_[a-f0-9]{64})${vendor_tokens_E}`, 'g'), least: 3 },
    starting('square-token', ['EAAA', 'sq0atp-', 'sq0csp-'], '[A-Za-z0-9_-]{22,60}', 3),
    starting('stripe-key', ['sk_test_', 'sk_live_', 'sk_prod_', 'rk_test_', 'rk_live_', 'rk_prod_', 'whsec_'], '[A-Za-z0-9]{10,99}'),
    starting('tailscale-key', ['tskey-'], '[a-z]+-[A-Za-z0-9]{6,20}-[A-Za-z0-9]{20,40}', 3),
    { name: 'teams-webhook', keys: ['.webhook.office.com'], pattern: new RegExp(`https://[a-z0-9-]{1,63}\\.webhook\\.office\\.com/webhookb2/[a-z0-9-]{36}@[a-z0-9-]{36}/IncomingWebhook/[A-Za-z0-9]{32}/[a-z0-9-]{36}`, 'g') },
    { name: 'telegram-bot-token', keys: digitsBefore(':A'), pattern: new RegExp(`${vendor_tokens_B}(?:bot)?\\d{5,16}:A[A-Za-z0-9_-]{34}${vendor_tokens_E}`, 'g'), least: 3.5 },
    starting('twilio-key', [...'0123456789abcdef'].map((digit) => `SK${digit}`), '[0-9a-f]{31}', 3),
    { name: 'twitter-bearer-token', keys: ['AAAAAAAAAAAAAAAAAAAAA'], pattern: new RegExp(`${vendor_tokens_B}A{22}[A-Za-z0-9%]{80,100}${vendor_tokens_E}`, 'g'), least: 3 },
    starting('typeform-token', ['tfp_'], '[A-Za-z0-9_.=-]{59}'),
    starting('vercel-token', ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'], '[A-Za-z0-9]{24,64}', 3.5),
    starting('xai-key', ['xai-'], '[A-Za-z0-9]{70,90}', 3.5),
    starting('yandex-api-key', ['AQVN'], '[A-Za-z0-9_-]{35,38}'),
    starting('yandex-access-key', ['YCA', 'YCM', 'YCN', 'YCO', 'YCP'], '[A-Za-z0-9_-]{37}', 3),
    { name: 'yandex-access-token', keys: ['t1.'], pattern: new RegExp(`${vendor_tokens_B}t1\\.[A-Za-z0-9_-]+={0,2}\\.[A-Za-z0-9_-]{86}={0,2}(?![A-Za-z0-9_=-])`, 'g') },
];
/** Encoded forms of shorter keys would be found everywhere. */
const MIN_ENCODED_KEY = 6;
/** A detector for each family. */
const vendorTokens = FAMILIES.map(({ name, keys, pattern, heads, least = 0 }) => {
    const isReal = (text, span) => (0,detector/* isVaried */.k$)(text, span) && (0,detector/* entropy */.Ue)(text.slice(span.start, span.end)) >= least;
    const here = new RegExp(pattern.source, pattern.flags.replace('g', 'y'));
    const at = (text, place) => {
        here.lastIndex = place;
        const match = here.exec(text);
        const span = match === null ? null : { start: place, end: place + match[0].length };
        return span !== null && isReal(text, span) ? span : null;
    };
    return {
        name, kind: 'secret', keys, encodedKeys: keys.filter((key) => key.length >= MIN_ENCODED_KEY), reach: { before: 128, after: 2048 },
        ...(heads === true ? { at } : {}),
        find: (text) => (0,detector/* matchesOf */.th)(pattern, text).filter((span) => isReal(text, span)),
    };
});

;// CONCATENATED MODULE: ./lib/mask/detectors/registry.js
// SPDX-License-Identifier: Apache-2.0
//
// The table of all detectors: what a policy may name in `content:NAME`. Refuses nothing; order decides ties only.
















/** Every detector there is; two may share a name. */
const DETECTORS = [
    privateKey, githubToken, gitlabToken, slackToken, anthropicToken, openaiToken, cloudKey, jwt, ...vendorTokens, urlCredentials, authorizationHeader, curlCredentials, kubernetesSecret, namedSecret, card, iban, email, ...namedIds, phone, namedPhone, numberedPhone, ...nationalIds,
];


/***/ })

};
