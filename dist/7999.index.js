export const id = 7999;
export const ids = [7999];
export const modules = {

/***/ 21771:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Runs a program to its end and collects what it printed. Refuses a shell: programs and arguments only, with the environment given
// in full by the caller.

/** Output kept of a program; more is a fault, since all callers expect little. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** Between asking a program to end and ending it. */
const GRACE_MS = 2_000;
/** Runs it; throws INTERNAL when it can't be started, LIMIT_EXCEEDED when it prints too much or takes too long. */
function runProgram(request, runtime) {
    return new Promise((resolve, reject) => {
        const child = runtime.spawn(request.file, request.args, {
            cwd: request.cwd, env: request.environment, stdio: ['pipe', 'pipe', 'pipe'], ...request.owner,
        });
        const out = [];
        const err = [];
        let size = 0;
        const keep = (into) => (chunk) => {
            size += chunk.length;
            if (size > MAX_OUTPUT_BYTES) {
                child.kill('SIGKILL');
                reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` printed more than ${MAX_OUTPUT_BYTES} bytes`));
            }
            else
                into.push(chunk);
        };
        child.stdout?.on('data', keep(out));
        child.stderr?.on('data', keep(err));
        child.once('error', (error) => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('INTERNAL', `\`${request.file}\` can not be started: ${error.message}`, { cause: error })));
        const { deadlineMs } = request;
        const timer = deadlineMs === undefined ? null : runtime.after(deadlineMs, () => {
            child.kill('SIGTERM');
            const kill = runtime.after(GRACE_MS, () => child.kill('SIGKILL'));
            child.once('close', () => kill.cancel());
            reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .ue('LIMIT_EXCEEDED', `\`${request.file}\` did not end within ${deadlineMs / 1000} s`));
        });
        child.once('close', (code) => {
            timer?.cancel();
            resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8') });
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(request.input ?? '');
    });
}


/***/ }),

/***/ 4029:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ Answer),
/* harmony export */   UW: () => (/* binding */ checkWhole),
/* harmony export */   VZ: () => (/* binding */ answersIn),
/* harmony export */   aD: () => (/* binding */ garbled),
/* harmony export */   ie: () => (/* binding */ clockOf),
/* harmony export */   r7: () => (/* binding */ textIn)
/* harmony export */ });
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1864);

const ID = /^[1-9][0-9]{0,18}$/u;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
/** One object of an answer. `what` names it in errors: `pull request 7`. */
class Answer {
    #value;
    #what;
    constructor(value, what) {
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw garbled(what, 'it is no object');
        this.#value = value;
        this.#what = what;
    }
    text(field) {
        const value = this.#value[field];
        if (typeof value !== 'string')
            throw this.#bad(field);
        return value;
    }
    textOrNull(field) {
        const value = this.#value[field];
        return value === null || value === undefined ? null : this.text(field);
    }
    number(field) {
        const value = this.#value[field];
        if (typeof value !== 'number' || !Number.isSafeInteger(value))
            throw this.#bad(field);
        return value;
    }
    flag(field) {
        const value = this.#value[field];
        if (typeof value !== 'boolean')
            throw this.#bad(field);
        return value;
    }
    /** A numeric id as text. */
    id(field) {
        const text = String(this.#value[field]);
        if (!ID.test(text))
            throw this.#bad(field);
        return text;
    }
    commit(field) {
        const text = this.text(field);
        if (!COMMIT.test(text))
            throw this.#bad(field);
        return text;
    }
    has(field) {
        return field in this.#value;
    }
    is(field, value) {
        return this.#value[field] === value;
    }
    object(field) {
        return new Answer(this.#value[field], `${this.#what}, \`${field}\``);
    }
    /** The field has to be there; null is an answer. */
    objectOrNull(field) {
        if (!(field in this.#value))
            throw this.#bad(field);
        return this.#value[field] === null ? null : this.object(field);
    }
    list(field) {
        return answersIn(this.#value[field], `${this.#what}, \`${field}\``);
    }
    /** Ids of commits. */
    commits(field) {
        const value = this.#value[field];
        if (!Array.isArray(value) || !value.every((one) => typeof one === 'string' && COMMIT.test(one)))
            throw this.#bad(field);
        return value;
    }
    #bad(field) {
        return garbled(this.#what, `\`${field}\` is missing or not what it should be`);
    }
}
/** The objects of a list. */
function answersIn(value, what) {
    if (!Array.isArray(value))
        throw garbled(what, 'it is no list');
    return value.map((item) => new Answer(item, what));
}
/** Refusal of an answer that is not understood. */
function garbled(what, why) {
    return (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_0__/* .forgeFailed */ .TZ)(`the forge's answer about ${what} is not understood: ${why}`, 'is it the address of the forge\'s API? run again');
}
/** `Date:` of an answer as ISO 8601; the forge's clock. */
function clockOf(header, what) {
    const time = Date.parse(header ?? '');
    if (!Number.isFinite(time))
        throw garbled(what, 'it does not say what time it is');
    return new Date(time).toISOString();
}
/** The text in a file's base64; throws unless it is whole, and text. */
function textIn(content, size, what) {
    const bytes = Buffer.from(content, 'base64');
    if (bytes.length !== size)
        throw garbled(what, 'it did not arrive whole');
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_0__/* .forgeFailed */ .TZ)(`${what} is not UTF-8 text`, 'save it as UTF-8', cause);
    }
}
/** Throws unless as many came as the forge says there are. */
function checkWhole(came, said, what) {
    if (said !== null && came !== said)
        throw garbled(what, `it has ${said} and ${came} came`);
}


/***/ }),

/***/ 71901:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: () => (/* binding */ gitlabClaimsFix),
/* harmony export */   _: () => (/* binding */ gitlabClaimsGuard),
/* harmony export */   yU: () => (/* binding */ githubClaimsGuard)
/* harmony export */ });
/* harmony import */ var _core_documentation_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96713);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4029);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8435);
/* harmony import */ var _policy_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1864);
// SPDX-License-Identifier: Apache-2.0
//
// Whether a forge keeps the tag of a claim where it is: whoever can remove or move it can have an approval used again. Refuses to take silence
// for safety, and patterns that it does not understand for ones that cover a claim.
// @see https://docs.github.com/rest/repos/rules  @see https://docs.gitlab.com/api/protected_tags/




const GITHUB_FIX = `Settings, Rules, Rulesets: a tag ruleset, active, for \`ostiary/claims/**\` that restricts updates and deletions, with nobody on its bypass list (${(0,_core_documentation_links_js__WEBPACK_IMPORTED_MODULE_2__/* .manual */ .j)('docs/approvals.md')})`;
const GITLAB_FIX = `Settings, Repository, Protected tags: \`ostiary/claims/*\`, allowed to create: the account of the enforcer (${(0,_core_documentation_links_js__WEBPACK_IMPORTED_MODULE_2__/* .manual */ .j)('docs/approvals.md')})`;
/** Without the first a claim can be taken away, without the second be given to another session. */
const NEEDED = { deletion: 'removed', update: 'moved' };
/** Rulesets that are looked into. */
const MAX_RULESETS = 50;
/** Any claim: the rules have to cover both ends. */
const ANY = ['0'.repeat(64), 'f'.repeat(64)];
/** On GitHub, by its rulesets. `ask`: a path of the API, as whoever enforces. `digests`: of claims, or those of any. */
async function githubClaimsGuard(repository, ask, digests = ANY) {
    const list = await ask(`/repos/${repository}/rulesets?targets=tag&per_page=100`);
    if (list.status !== 200)
        return { kind: 'not-known', why: `the token does not show the rulesets for tags (${list.status}): it would have to read the repository (\`metadata: read\`), of a plan that has rulesets` };
    if (!Array.isArray(list.body))
        throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .garbled */ .aD)('the rulesets for tags', 'it is no list');
    const ids = list.body.filter((one) => at(one, 'target') === 'tag' && at(one, 'enforcement') === 'active').map((one) => at(one, 'id'));
    if (ids.length > MAX_RULESETS)
        return { kind: 'not-known', why: `there are more than ${MAX_RULESETS} rulesets for tags` };
    const rulesets = await Promise.all(ids.map((id) => ask(`/repos/${repository}/rulesets/${Number(id)}`)));
    const covering = rulesets.filter(({ status, body }) => status === 200 && digests.every((digest) => covers(body, `refs/tags/${(0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimTag */ .rT)(digest)}`)));
    const unread = rulesets.some(({ status }) => status !== 200);
    for (const [rule, what] of Object.entries(NEEDED)) {
        const keeping = covering.filter(({ body }) => rulesOf(body).some((one) => at(one, 'type') === rule));
        const firm = keeping.filter(({ body }) => at(body, 'current_user_can_bypass') === 'never');
        if (firm.length > 0)
            continue;
        const loose = keeping.find(({ body }) => at(body, 'current_user_can_bypass') !== undefined);
        if (loose === undefined && unread)
            throw (0,_policy_file_js__WEBPACK_IMPORTED_MODULE_1__/* .forgeFailed */ .TZ)('a ruleset for tags that GitHub lists could not be read', 'run again; the token needs `metadata: read`');
        if (loose === undefined && keeping.length > 0)
            return { kind: 'not-known', why: 'GitHub does not tell this token whether it may bypass the ruleset for tags' };
        return { kind: 'open', fix: GITHUB_FIX, why: loose === undefined ? `nothing keeps the tags \`ostiary/claims/*\` from being ${what} by whoever may push, so an approval could be used again` : `this token may bypass the ruleset \`${String(at(loose.body, 'name'))}\`, so with it a tag \`ostiary/claims/*\` can be ${what}, and an approval be used again` };
    }
    // GitHub leaves `bypass_actors` out for whoever may not change the ruleset.
    const around = covering.filter(({ body }) => rulesOf(body).some((one) => String(at(one, 'type')) in NEEDED)).flatMap(({ body }) => (listAt(body, 'bypass_actors').length > 0 ? [String(at(body, 'name'))] : []));
    return { kind: 'kept', around };
}
/** On GitLab, by its protected tags, which only maintainers can remove. `ask`: a path of the API. */
async function gitlabClaimsGuard(project, ask, digests = ANY) {
    const { status, body } = await ask(`/projects/${encodeURIComponent(project)}/protected_tags?per_page=100`);
    if (status !== 200)
        return { kind: 'not-known', why: `the token does not show the protected tags (${status}): it would have to read the project's settings (\`read_api\`, Maintainer)` };
    if (!Array.isArray(body))
        throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .garbled */ .aD)('the protected tags', 'it is no list');
    const patterns = body.map((one) => String(at(one, 'name')));
    if (digests.every((digest) => patterns.some((pattern) => wild(pattern, '.*').test((0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimTag */ .rT)(digest)))))
        return { kind: 'kept', around: [] };
    return { kind: 'open', fix: GITLAB_FIX, why: 'the tags `ostiary/claims/*` are not protected, so whoever may push can remove one, and an approval be used again' };
}
/** What to set at GitLab when a claim turns out to be unprotected. */
function gitlabClaimsFix() {
    return GITLAB_FIX;
}
function covers(ruleset, ref) {
    const names = at(at(ruleset, 'conditions'), 'ref_name');
    const fits = (pattern, unclear) => (pattern === '~ALL' ? true : matches(String(pattern), ref) ?? unclear);
    return listAt(names, 'include').some((pattern) => fits(pattern, false)) && !listAt(names, 'exclude').some((pattern) => fits(pattern, true));
}
// As Ruby's fnmatch with FNM_PATHNAME, which GitHub uses: `*` stays within a part, `**` as a whole part before others is any number of them.
// Null: what is not understood.
function matches(pattern, ref) {
    if (/[?[\]{}\\~]/u.test(pattern))
        return null;
    const walk = (parts, names) => {
        const [part, ...rest] = parts;
        if (part === undefined)
            return names.length === 0;
        if (part === '**' && rest.length > 0)
            return walk(rest, names) || (names.length > 0 && walk(parts, names.slice(1)));
        const [name, ...others] = names;
        return name !== undefined && wild(part, '[^/]*').test(name) && walk(rest, others);
    };
    return walk(pattern.split('/'), ref.split('/'));
}
function wild(pattern, star) {
    return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join(star)}$`, 'u');
}
function rulesOf(ruleset) {
    return listAt(ruleset, 'rules');
}
function listAt(value, key) {
    const list = at(value, key);
    return Array.isArray(list) ? list : [];
}
function at(value, key) {
    return typeof value === 'object' && value !== null ? value[key] : undefined;
}


/***/ }),

/***/ 8435:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ CHECK_NAME),
/* harmony export */   Ik: () => (/* binding */ OUR_BRANCHES),
/* harmony export */   OR: () => (/* binding */ claimMessage),
/* harmony export */   Ok: () => (/* binding */ sessionIn),
/* harmony export */   oi: () => (/* binding */ markLine),
/* harmony export */   rT: () => (/* binding */ claimTag)
/* harmony export */ });
// SPDX-License-Identifier: Apache-2.0
//
// What both forges write alike: the tag of a claim and what it says, the name of the check, the branches that are ours. Refuses to read
// into a tag more than a whole sentence of ours.
/** Name of the check; the rule of the branch should pin the App that may set it. */
const CHECK_NAME = 'ostiary/approval';
/** Branches that we made, and may remove. */
const OUR_BRANCHES = 'ostiary/approvals/';
const BY_HAND = 'of somebody who made the tag by hand';
/** The first line of a comment of ours, which nobody sees. */
function markLine(mark) {
    return `<!-- ostiary ${mark} -->`;
}
/** Made once for each manifest; docs/approvals.md has the rule that protects it. */
function claimTag(digest) {
    return `ostiary/claims/${digest}`;
}
/** What a claim's tag says. */
function claimMessage(session) {
    return `claimed by ostiary session ${session}`;
}
/** The session in a claim's tag. */
function sessionIn(message) {
    // Hits `claimed by ostiary session 0123-ab`; misses anything around it.
    return /^claimed by ostiary session ([A-Za-z0-9_-]{1,128})\s*$/u.exec(message)?.[1] ?? BY_HAND;
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

/***/ 7681:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ parseArguments)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66661);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
// SPDX-License-Identifier: Apache-2.0
//
// Command-line words to raw inputs. Refuses flags that a verb does not declare, naming the nearest one.



/** Parses; throws INPUT_INVALID. */
function parseArguments(argv, flags) {
    const cut = argv.indexOf('--');
    const own = cut === -1 ? [...argv] : argv.slice(0, cut);
    const rest = cut === -1 ? [] : argv.slice(cut + 1);
    const unknown = own.find((word) => word.startsWith('-') && word !== '-' && !flags.some((flag) => word === `--${flag.name}` || word.startsWith(`--${flag.name}=`)));
    if (unknown !== undefined) {
        const name = unknown.replace(/^-+/, '').split('=')[0] ?? '';
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_2__.nearest)(name, flags.map((flag) => flag.name));
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', `\`${unknown}\` is not a flag of this command`, { hint: near === null ? 'see `ostiary help`' : `did you mean \`--${near}\`?` });
    }
    const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.kind === 'flag' ? 'boolean' : 'string', multiple: flag.kind === 'list' }]));
    try {
        const parsed = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: own, options, allowPositionals: true, strict: true });
        return { inputs: parsed.values, words: parsed.positionals, rest };
    }
    catch (thrown) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('INPUT_INVALID', thrown instanceof Error ? lowerFirst(thrown.message.split('. ')[0] ?? '') : String(thrown), { hint: 'see `ostiary help`' });
    }
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}


/***/ }),

/***/ 77999:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctorVerb: () => (/* binding */ doctorVerb)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/doctor.js + 1 modules
var doctor = __webpack_require__(66560);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/core/http.js
var http = __webpack_require__(62151);
;// CONCATENATED MODULE: ./lib/forge/branch-review.js
/** Verdicts about one branch. `ask`: a path of the API; throws when there is no answer. */
async function reviewOfBranch({ repository, branch }, ask) {
    const base = `/repos/${repository}`;
    const name = encodeURIComponent(branch);
    const [rules, classic] = await Promise.all([ask(`${base}/rules/branches/${name}`), ask(`${base}/branches/${name}/protection`)]);
    const question = `who has to review a change of \`${branch}\``;
    if (rules.status !== 200)
        return [{ question, why: rules.status === 401 ? 'the token is not accepted (401): it is wrong or has expired' : `the token does not show it (${rules.status}): it would have to read the repository (\`metadata: read\`)` }];
    if (!Array.isArray(rules.body))
        return [{ question, why: 'the answer is not understood' }];
    const asking = rules.body.filter((one) => at(one, 'type') === 'pull_request');
    const told = classic.status === 200 ? classic.body : null;
    const reviews = at(told, 'required_pull_request_reviews');
    const demands = [...asking.map((one) => ofRule(at(one, 'parameters'))), ...(typeof reviews === 'object' && reviews !== null ? [ofClassic(reviews)] : [])];
    const isTold = classic.status === 200 || (classic.status === 404 && at(classic.body, 'message') === 'Branch not protected');
    const ids = [...new Set(asking.map((one) => at(one, 'ruleset_id')))];
    const around = (await Promise.all(ids.map(async (id) => (typeof id === 'number' ? ask(`${base}/rulesets/${id}?includes_parents=true`) : null)))).flatMap((answer) => bypassOf(answer, branch));
    return [...(demands.length === 0 ? [unreviewed(branch, isTold)] : gaps(demands, branch)), ...distinct(around), ...aroundClassic(told, reviews, branch), ...(demands.length === 0 && ids.length === 0 && !isTold ? [untold(branch)] : [])];
}
function unreviewed(branch, isTold) {
    const message = `nothing requires a review on \`${branch}\`${isTold ? '' : ' by a ruleset (a classic branch protection is not told to this token: it would have to read the settings, `administration: read`)'}`;
    return setting('unprotected-branch', message, `Settings, Rules, Rulesets: a branch ruleset for \`${branch}\` with "Require a pull request before merging"`);
}
// What any of them demands is demanded.
function gaps(demands, branch) {
    const fix = `Settings, Rules, Rulesets (or Branches, for a classic protection), the one for \`${branch}\`, "Require a pull request before merging"`;
    const found = [];
    if (Math.max(...demands.map(({ count }) => count)) < 1)
        found.push(setting('no-approval-required', `a pull request into \`${branch}\` needs no approval`, `${fix}: one approval or more`));
    if (!demands.some(({ staleDismissed }) => staleDismissed))
        found.push(setting('stale-approvals', `an approval for \`${branch}\` outlives new commits`, `${fix}: "Dismiss stale pull request approvals when new commits are pushed"`));
    if (!demands.some(({ lastPushApproved }) => lastPushApproved))
        found.push(setting('own-push-approved', 'whoever pushed last may approve the push', `${fix}: "Require approval of the most recent reviewable push"`));
    if (!demands.some(({ ownersAsked }) => ownersAsked))
        found.push(setting('code-owners-not-required', 'code owners do not have to review what they own', `${fix}: "Require review from Code Owners"`));
    return found;
}
function ofRule(parameters) {
    return {
        count: Number(at(parameters, 'required_approving_review_count') ?? 0), staleDismissed: at(parameters, 'dismiss_stale_reviews_on_push') === true,
        lastPushApproved: at(parameters, 'require_last_push_approval') === true, ownersAsked: at(parameters, 'require_code_owner_review') === true,
    };
}
function ofClassic(reviews) {
    return {
        count: Number(at(reviews, 'required_approving_review_count') ?? 0), staleDismissed: at(reviews, 'dismiss_stale_reviews') === true,
        lastPushApproved: at(reviews, 'require_last_push_approval') === true, ownersAsked: at(reviews, 'require_code_owner_reviews') === true,
    };
}
// GitHub leaves `bypass_actors` out for whoever may not change the ruleset.
function bypassOf(answer, branch) {
    const actors = answer?.status === 200 ? at(answer.body, 'bypass_actors') : undefined;
    if (!Array.isArray(actors))
        return [untold(branch)];
    if (actors.length === 0)
        return [];
    const who = [...new Set(actors.map((one) => String(at(one, 'actor_type'))))].join(', ');
    return [setting('rules-bypass', `${actors.length} on the bypass list of the ruleset \`${String(at(answer?.body, 'name'))}\` need no review for \`${branch}\` (${who})`, 'Settings, Rules, Rulesets, "Bypass list": empty, or for pull requests only')];
}
function aroundClassic(told, reviews, branch) {
    if (typeof reviews !== 'object' || reviews === null)
        return [];
    const fix = `Settings, Branches, \`${branch}\``;
    const allowed = ['users', 'teams', 'apps'].flatMap((kind) => {
        const list = at(at(reviews, 'bypass_pull_request_allowances'), kind);
        return Array.isArray(list) && list.length > 0 ? [`${list.length} ${kind}`] : [];
    });
    return [
        ...(allowed.length === 0 ? [] : [setting('rules-bypass', `${allowed.join(', ')} need no review for \`${branch}\` under its classic protection`, `${fix}: "Allow specified actors to bypass required pull requests" off`)]),
        ...(at(at(told, 'enforce_admins'), 'enabled') === false ? [setting('rules-bypass', `administrators need no review for \`${branch}\` under its classic protection`, `${fix}: "Do not allow bypassing the above settings"`)] : []),
    ];
}
function untold(branch) {
    return { question: `who may bypass the rules of \`${branch}\``, why: 'GitHub did not tell this token: to administrators it does; Settings, Rules, Rulesets, "Bypass list" should be empty' };
}
function distinct(said) {
    return [...new Map(said.map((one) => [JSON.stringify(one), one])).values()];
}
const setting = (id, message, fix) => ({ id, file: null, line: null, message, fix });
function at(value, key) {
    return typeof value === 'object' && value !== null ? value[key] : undefined;
}

// EXTERNAL MODULE: ./lib/forge/claim-rules.js
var claim_rules = __webpack_require__(71901);
;// CONCATENATED MODULE: ./lib/forge/settings.js
// SPDX-License-Identifier: Apache-2.0
//
// Which of a forge's settings let somebody get around a review, as far as the token at hand shows them. One question, one request, one judge.
// Refuses to take silence for safety: what is not shown is not known, and says which permission would show it.
// @see https://docs.github.com/rest @see https://docs.gitlab.com/api/




const MAX_ANSWER_BYTES = 2 * 1024 * 1024;
/** Asks everything. Never throws: what goes wrong is not known. */
async function examineSettings(about, runtime) {
    const questions = about.kind === 'github' ? githubQuestions(about) : gitlabQuestions(about);
    if (about.token === '')
        return { findings: [], notKnown: [...(about.kind === 'github' ? [{ what: `who has to review a change of \`${about.defaultBranch}\``, needs: 'read the repository (`metadata: read`)' }] : []), ...(about.usesApprovals ? [{ what: CLAIMS, needs: about.kind === 'github' ? 'read the repository (`metadata: read`)' : 'read the project\'s settings (`read_api`, Maintainer)' }] : []), ...questions].map(({ what, needs }) => ({ question: what, why: `there is no token: set \`${about.kind === 'github' ? 'GITHUB_TOKEN' : 'GITLAB_TOKEN'}\` to one that may ${needs}` })) };
    const branch = about.kind === 'github' ? [reviewed(about, runtime)] : [];
    const tags = about.usesApprovals ? [claims(about, runtime)] : [];
    const answers = await Promise.all([...branch, ...tags, ...questions.map((question) => askOne(question, about, runtime))]);
    const all = answers.flat();
    return { findings: all.filter((one) => 'fix' in one), notKnown: all.filter((one) => 'question' in one) };
}
async function askOne({ what, path, needs, judge, absent }, about, runtime) {
    const unknown = (why) => [{ question: what, why }];
    try {
        const { status, body } = await read(path, about, runtime);
        if (status === 200)
            return judge(body);
        if (status === 404 && absent !== undefined)
            return absent;
        if (status === 401)
            return unknown('the token is not accepted (401): it is wrong or has expired');
        return unknown(`the token does not show it (${status}): it would have to ${needs}`);
    }
    catch (thrown) {
        return unknown(whyNot(thrown));
    }
}
async function reviewed(about, runtime) {
    const { repository, defaultBranch: branch } = about;
    return reviewOfBranch({ repository, branch }, (path) => read(path, about, runtime)).catch((thrown) => [{ question: `who has to review a change of \`${branch}\``, why: whyNot(thrown) }]);
}
const CLAIMS = 'whether a claim of an approval could be removed';
// A claim that can be removed is an approval that can be used twice.
async function claims(about, runtime) {
    const guarded = about.kind === 'github' ? claim_rules/* githubClaimsGuard */.yU : claim_rules/* gitlabClaimsGuard */._;
    try {
        const guard = await guarded(about.repository, (path) => read(path, about, runtime));
        if (guard.kind === 'not-known')
            return [{ question: CLAIMS, why: guard.why }];
        if (guard.kind === 'open')
            return [settings_setting('claims-unprotected', guard.why, guard.fix)];
        return guard.around.map((name) => settings_setting('claims-unprotected', `whoever is on the bypass list of the ruleset \`${name}\` can remove the claim of an approval, which then could be used again`, `Settings, Rules, Rulesets, \`${name}\`: an empty bypass list; nobody has to move or remove such tags`));
    }
    catch (thrown) {
        return [{ question: CLAIMS, why: whyNot(thrown) }];
    }
}
function whyNot(thrown) {
    return thrown instanceof errors/* GateError */.ue ? thrown.message : `the answer is not understood: ${(0,errors/* messageOf */.bD)(thrown).slice(0, 100)}`;
}
// A refusal that is no JSON says nothing.
async function read(path, { kind, apiUrl, token }, runtime) {
    const headers = kind === 'github' ? { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' } : { 'private-token': token, accept: 'application/json' };
    const response = await (0,http/* getDocument */.YE)({ url: `${(0,http/* trustworthyUrl */.HG)(apiUrl).href.replace(/\/$/u, '')}${path}`, headers: { 'user-agent': 'ostiary', ...headers }, maxBytes: MAX_ANSWER_BYTES }, runtime);
    return { status: response.ok ? 200 : response.status, body: response.ok ? await response.json() : await response.json().catch(() => null) };
}
const settings_setting = (id, message, fix) => ({ id, file: null, line: null, message, fix });
function githubQuestions({ repository, environments }) {
    const base = `/repos/${repository}`;
    return [
        {
            what: 'whether GitHub Actions may approve pull requests', path: `${base}/actions/permissions/workflow`, needs: 'read the settings (`administration: read`)',
            judge: (answer) => [
                ...when(is(answer, 'can_approve_pull_request_reviews', true), settings_setting('actions-approve', 'a workflow may approve pull requests, so an agent can approve its own', 'Settings, Actions, General: take "Allow GitHub Actions to create and approve pull requests" out')),
                ...when(is(answer, 'default_workflow_permissions', 'write'), settings_setting('default-token-writes', 'the token of workflows that say nothing may write to the repository', 'Settings, Actions, General, Workflow permissions: "Read repository contents"')),
            ],
        },
        ...environments.map((name) => ({
            what: `who may deploy to \`${name}\``, path: `${base}/environments/${encodeURIComponent(name)}`, needs: 'read environments (`actions: read`)', judge: (answer) => environment(answer, name),
            absent: [settings_setting('environment-unprotected', `the environment \`${name}\` has not been set up, or the token does not see it: a job creates it without protection`, `Settings, Environments, \`${name}\`: required reviewers, and deployment branches`)],
        })),
    ];
}
function environment(answer, name) {
    const protection = settings_at(answer, 'protection_rules');
    const fix = `Settings, Environments, \`${name}\``;
    const bare = Array.isArray(protection) && !protection.some((one) => is(one, 'type', 'required_reviewers'));
    const anyBranch = settings_at(answer, 'deployment_branch_policy') === null;
    return [
        ...when(bare && anyBranch, settings_setting('environment-unprotected', `the environment \`${name}\` is open to every branch and waits for nobody`, `${fix}: required reviewers, or deployment branches`)),
        ...when(is(answer, 'can_admins_bypass', true) && !bare, settings_setting('environment-bypass', `administrators may skip the protection of \`${name}\``, `${fix}: take "Allow administrators to bypass configured protection rules" out`)),
    ];
}
function gitlabQuestions({ repository, defaultBranch: branch }) {
    const base = `/projects/${encodeURIComponent(repository)}`;
    const read = 'read the project\'s settings (`read_api`, Maintainer)';
    return [
        {
            what: `who may push to \`${branch}\``, path: `${base}/protected_branches/${encodeURIComponent(branch)}`, needs: read,
            judge: (answer) => [
                ...when(is(answer, 'allow_force_push', true), settings_setting('force-push', `the history of \`${branch}\` can be rewritten`, `Settings, Repository, Protected branches, \`${branch}\`: no force push`)),
                ...when(levels(answer).some((level) => level > 0 && level <= 30), settings_setting('direct-push', `developers push to \`${branch}\` without a merge request`, `Settings, Repository, Protected branches, \`${branch}\`: "Allowed to push and merge": no one`)),
            ],
            absent: [settings_setting('unprotected-branch', `\`${branch}\` is not protected, or the token does not see it`, `Settings, Repository, Protected branches: add \`${branch}\``)],
        },
        {
            what: 'whether approvals can be got around', path: `${base}/approvals`, needs: read,
            judge: (answer) => [
                ...when(is(answer, 'merge_requests_author_approval', true), settings_setting('own-approval', 'authors may approve their own merge requests', 'Settings, Merge requests: "Prevent approval by merge request creator"')),
                ...when(is(answer, 'merge_requests_disable_committers_approval', false), settings_setting('own-push-approved', 'whoever has committed may approve', 'Settings, Merge requests: "Prevent approvals by users who add commits"')),
                ...when(is(answer, 'reset_approvals_on_push', false), settings_setting('stale-approvals', 'approvals outlive new commits', 'Settings, Merge requests: "Remove all approvals when commits are added"')),
            ],
        },
        {
            what: 'who may set variables of pipelines', path: base, needs: read,
            judge: (answer) => variablesOfPipelines(settings_at(answer, 'ci_pipeline_variables_minimum_override_role'), settings_at(answer, 'restrict_user_defined_variables')),
        },
        {
            what: 'which projects may use job tokens here', path: `${base}/job_token_scope`, needs: read,
            judge: (answer) => when(is(answer, 'inbound_enabled', false), settings_setting('job-token-open', 'the job token of every project reaches this one', 'Settings, CI/CD, Job token permissions: "This project and any groups and projects in the allowlist"')),
        },
        {
            what: 'which variables every branch gets', path: `${base}/variables?per_page=100`, needs: read,
            judge: (answer) => (Array.isArray(answer) ? answer : []).filter((one) => is(one, 'protected', false) && (is(one, 'masked', true) || is(one, 'hidden', true))).map((one) => settings_setting('variable-not-protected', `the secret variable \`${String(settings_at(one, 'key'))}\` is given to every branch`, 'Settings, CI/CD, Variables: "Protect variable"')),
        },
    ];
}
// They outrank what a job says itself, the names of the server and of its programs included. Before 17.4 the only word was whether to restrict.
function variablesOfPipelines(role, restricted) {
    const lax = role === 'developer' || (role === undefined && restricted === false);
    const known = typeof role === 'string' || typeof restricted === 'boolean';
    if (!known)
        return [{ question: 'who may set variables of pipelines', why: `the token does not show it: it would have to read the project's settings (\`read_api\`, Maintainer)` }];
    return when(lax || role === 'maintainer', settings_setting('pipeline-variables', `${role === 'maintainer' ? 'a maintainer' : 'a developer'} who starts a pipeline may set variables that outrank those of its jobs (\`CI_SERVER_URL\`, \`PATH\`, \`BASH_ENV\`), and so decide what guards them`, 'Settings, CI/CD, Variables, "Minimum role to use pipeline variables": no one allowed (restrict pipeline variables); hand values over as inputs'));
}
function levels(answer) {
    const list = settings_at(answer, 'push_access_levels');
    return Array.isArray(list) ? list.map((one) => Number(settings_at(one, 'access_level'))) : [];
}
function settings_at(value, key) {
    return typeof value === 'object' && value !== null ? value[key] : undefined;
}
function is(value, key, wanted) {
    return settings_at(value, key) === wanted;
}
function when(holds, one) {
    return holds ? [one] : [];
}

// EXTERNAL MODULE: ./lib/core/program.js
var program = __webpack_require__(21771);
;// CONCATENATED MODULE: ./lib/isolate/machine.js

const PLAIN_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const ENGINES = ['docker', 'lxd', 'incus-admin', 'podman', 'libvirt', 'kvm', 'disk', 'sudo', 'wheel', 'admin'];
/** Asks `id` and `sudo`; what can't be asked is not there. */
async function machineFacts(runtime) {
    const ask = async (file, ...args) => (0,program/* runProgram */.m)({ file, args, environment: { PATH: PLAIN_PATH, LC_ALL: 'C' } }, runtime).then(({ code, stdout }) => ({ code, text: stdout.toString('utf8') }), () => ({ code: null, text: '' }));
    const [groups, sudo] = await Promise.all([ask('/usr/bin/id', '-Gn'), ask('/usr/bin/sudo', '-n', 'true')]);
    return { root: process.getuid?.() === 0, sudo: sudo.code === 0, groups: groups.text.trim().split(/\s+/u).filter((name) => name !== '') };
}
/** What is unsafe about them, where an agent runs as this user. */
function machineDiagnoses({ root, sudo, groups }) {
    const fix = 'start the agent behind `ostiary run` with `isolation: user`: it has neither sudo nor groups there';
    const found = [];
    const tell = (id, message) => void found.push({ id, file: null, line: null, message, fix });
    if (root)
        tell('job-is-root', 'the steps of this job are root, and read the memory of every other process');
    else if (sudo)
        tell('job-has-sudo', 'the steps of this job become root by `sudo` without a password');
    const engines = groups.filter((group) => ENGINES.includes(group) && (!sudo || !['sudo', 'wheel', 'admin'].includes(group)));
    if (!root && engines.length > 0)
        tell('job-has-groups', `the user of this job is in ${engines.map((group) => `\`${group}\``).join(', ')}, which is root by another name`);
    return found;
}

// EXTERNAL MODULE: ./lib/parse/files/doctor-github.js
var doctor_github = __webpack_require__(29466);
// EXTERNAL MODULE: ./lib/main/arguments.js
var main_arguments = __webpack_require__(7681);
// EXTERNAL MODULE: ./lib/main/version.js
var version = __webpack_require__(62077);
// EXTERNAL MODULE: ./lib/main/wire.js
var wire = __webpack_require__(71344);
;// CONCATENATED MODULE: ./lib/main/doctor.js
// SPDX-License-Identifier: Apache-2.0
//
// The door of `doctor`: finds the CI files of this folder, the machine when it is a job's, and the forge with the token at hand. Refuses to
// follow links out of the repository.











const MAX_FILES = 1_000;
const MAX_BYTES = 1024 * 1024;
/** Where CI files lie; the rest of a repository has none that count. */
const PLACES = ['.github/workflows', '.github/actions', '.gitlab', 'actions'];
const SINGLE = ['action.yml', 'action.yaml', '.gitlab-ci.yml', '.gitlab-ci.yaml'];
/** `ostiary doctor`. */
async function doctorVerb(argv) {
    const { inputs, words } = (0,main_arguments/* parseArguments */.W)(argv, doctor/* doctorSpec */.V.inputs);
    if (words.length > 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `\`${words[0] ?? ''}\` is not understood`, { hint: 'run `ostiary doctor` in the folder of the repository, or in a job' });
    const host = (0,wire/* realHost */.$)();
    const files = await ciFiles(process.cwd());
    return (0,doctor/* doctor */.A)(inputs, {
        version: version/* VERSION */.x, files, print: (text) => void process.stdout.write(text),
        async examine() {
            const machine = host.kind === 'shell' ? [] : machineDiagnoses(await machineFacts(runtime/* systemRuntime */.g));
            const forge = await forgeHere(files, host.facts());
            const settings = forge === null ? { findings: [], notKnown: [{ question: 'the settings of the forge', why: 'this folder has no remote `origin` at GitHub or GitLab' }] } : await examineSettings(forge, runtime/* systemRuntime */.g);
            return { findings: [...machine, ...settings.findings], notKnown: settings.notKnown };
        },
    });
}
async function ciFiles(root) {
    const paths = [...SINGLE, ...(await Promise.all(PLACES.map((place) => below(root, place)))).flat()].slice(0, MAX_FILES);
    const files = await Promise.all(paths.map(async (path) => {
        const stat = await (0,promises_.lstat)((0,external_node_path_.join)(root, path)).catch(() => null);
        return stat?.isFile() === true && stat.size <= MAX_BYTES ? [{ path, text: await (0,promises_.readFile)((0,external_node_path_.join)(root, path), 'utf8') }] : [];
    }));
    return files.flat();
}
async function below(root, folder) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder), { recursive: true }).catch(() => []);
    return entries.map((name) => `${folder}/${name.replaceAll('\\', '/')}`).filter((path) => /\.ya?ml$/u.test(path) && !path.includes('/node_modules/')).sort();
}
async function forgeHere(files, facts) {
    const { env } = process;
    const text = (path) => (0,promises_.readFile)((0,external_node_path_.join)(process.cwd(), '.git', path), 'utf8').catch(() => '');
    const [config, head] = await Promise.all([text('config'), text('refs/remotes/origin/HEAD')]);
    const remote = /\[remote "origin"\][^[]*?url = (\S+)/u.exec(config)?.[1] ?? '';
    // Hits `https://github.com/acme/shop.git`, `git@gitlab.com:acme/team/shop.git`.
    const [, host = '', path = ''] = /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/git@|git@)([^/:]+)[/:](.+?)(?:\.git)?\/?$/u.exec(remote) ?? [];
    const defaultBranch = facts['default_branch'] ?? env.CI_DEFAULT_BRANCH ?? /refs\/remotes\/origin\/(\S+)/u.exec(head)?.[1] ?? 'main';
    // Hits `ostiary/ostiary@v0`, `ostiary/ostiary/actions/apply@…`, `templates/apply.yml`, `ostiary apply`; misses jobs that only check.
    const usesApprovals = files.some(({ text: file }) => /ostiary\/ostiary(?:\/actions\/(?:run|apply|approval-gate))?@|templates\/(?:run|apply|approval-gate)\.yml|ostiary\/(?:run|apply|approval-gate)@|\bostiary (?:run|apply|approval-gate)\b/u.test(file));
    const environments = [...new Set(files.flatMap((file) => (0,doctor_github/* environmentsIn */.I)(file.text)))].slice(0, 20);
    if (env.GITHUB_ACTIONS === 'true' || host === 'github.com') {
        return { kind: 'github', apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com', repository: env.GITHUB_REPOSITORY ?? path, token: env.GITHUB_TOKEN ?? env.GH_TOKEN ?? '', defaultBranch, environments, usesApprovals };
    }
    if (env.GITLAB_CI === 'true' || /gitlab/u.test(host)) {
        return { kind: 'gitlab', apiUrl: env.CI_API_V4_URL ?? `https://${host}/api/v4`, repository: env.CI_PROJECT_ID ?? path, token: env.GITLAB_TOKEN ?? '', defaultBranch, environments, usesApprovals };
    }
    return null;
}


/***/ })

};
