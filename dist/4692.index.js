export const id = 4692;
export const ids = [4692];
export const modules = {

/***/ 25792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateProcess: () => (/* binding */ gateProcess)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/guide.js
var guide = __webpack_require__(92522);
// EXTERNAL MODULE: ./lib/commands/run.js
var run = __webpack_require__(82547);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 3 modules
var sql_parser = __webpack_require__(88947);
// EXTERNAL MODULE: ./lib/main/admission.js + 1 modules
var admission = __webpack_require__(12358);
// EXTERNAL MODULE: ./lib/approval/ask.js
var ask = __webpack_require__(6806);
// EXTERNAL MODULE: ./lib/core/canonical.js
var canonical = __webpack_require__(33413);
// EXTERNAL MODULE: ./lib/core/operation-digest.js
var operation_digest = __webpack_require__(10035);
;// CONCATENATED MODULE: ./lib/approval/shape.js
// SPDX-License-Identifier: Apache-2.0
//
// Reads a manifest out of JSON, field by field; what it returns is built from the fields that are known, so that nothing else survives.
// The same shape as docs/schema/manifest-v1.json (test/contract compares). Refuses missing fields, wrong types, texts that are too long.

/** Longest text in a manifest, in UTF-16 units; far more than what may be rendered. */
const MAX_TEXT = 65_536;
const MAX_LIST = 1_000;
/** Ten years; an approval that never ends is none. */
const MAX_SECONDS = 315_360_000;
const wrong = (at, wanted) => new errors/* GateError */.ue('INPUT_INVALID', `the manifest's \`${at}\` is not ${wanted}`, { hint: 'manifests are written by `ostiary approval-gate`, not by hand' });
const shape_text = (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !value.isWellFormed())
        throw wrong(at, `a text of at most ${MAX_TEXT} characters`);
    return value;
};
const matching = (pattern, wanted) => (value, at) => {
    if (typeof value !== 'string' || value.length > MAX_TEXT || !pattern.test(value))
        throw wrong(at, wanted);
    return value;
};
const word = (...words) => (value, at) => {
    const found = words.find((one) => one === value);
    if (found === undefined)
        throw wrong(at, `one of ${words.join(', ')}`);
    return found;
};
const whole = (least, most = Number.MAX_SAFE_INTEGER) => (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most)
        throw wrong(at, `a whole number from ${least} to ${most}`);
    return value;
};
const yesNo = (value, at) => {
    if (typeof value !== 'boolean')
        throw wrong(at, 'true or false');
    return value;
};
const orNull = (read) => (value, at) => (value === null ? null : read(value, at));
const list = (read, least = 0) => (value, at) => {
    if (!Array.isArray(value) || value.length < least || value.length > MAX_LIST)
        throw wrong(at, `a list of ${least} to ${MAX_LIST}`);
    return value.map((item, index) => read(item, `${at}[${index}]`));
};
const texts = (value, at) => {
    if (!isObject(value))
        throw wrong(at, 'an object of texts');
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [shape_text(key, at), shape_text(item, `${at}.${key}`)]));
};
const record = (fields) => (value, at) => {
    if (!isObject(value))
        throw wrong(at, 'an object');
    const extra = Object.keys(value).find((key) => !(key in fields));
    if (extra !== undefined)
        throw wrong(`${at}.${extra}`, 'a field of a manifest');
    const entries = Object.entries(fields).map(([key, read]) => [key, read(value[key], at === '' ? key : `${at}.${key}`)]);
    return Object.fromEntries(entries);
};
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const id = matching(/^[1-9][0-9]{0,18}$/u, 'a numeric id');
const digest = matching(/^[0-9a-f]{64}$/u, 'a SHA-256 in hex');
const base64 = matching(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u, 'base64');
const impact = record({ rows: orNull(whole(0)), sizeBytes: orNull(whole(0)), lock: orNull(shape_text), rewrites: orNull(yesNo), notes: list(shape_text) });
const operation = record({
    kind: word('sql', 'shell', 'kubernetes', 'http', 'model', 'file'),
    resource: record({ name: shape_text, target: shape_text }),
    bytes: shape_text,
    parameters: list(record({ type: shape_text, format: word('text', 'binary'), value: orNull(base64) })),
    data: orNull(digest),
    settings: texts,
    transaction: orNull(whole(1)),
    maxRows: orNull(whole(0)),
    impact: orNull(impact),
    rules: list(record({ id: shape_text, reason: shape_text }), 1),
});
const demand = record({ rule: shape_text, users: list(id), teams: list(shape_text), codeowners: yesNo, count: whole(1, 100), expiresSeconds: whole(1, MAX_SECONDS) });
/** The manifest in a JSON value. Throws INPUT_INVALID naming the field. */
const shape_readManifest = (value, at = '') => record({
    format: word('ostiary-manifest-v1'),
    repository: id,
    created: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u, 'a time such as `2026-11-24T12:00:00Z`'),
    requester: record({ names: list(shape_text), issuer: shape_text, subject: shape_text, run: orNull(id) }),
    prompters: orNull(list(record({ id, login: shape_text }), 1)),
    policy: record({ digest, source: shape_text, version: whole(1), packs: list(record({ name: shape_text, version: whole(1) })) }),
    demands: list(demand, 1),
    operations: list(operation, 1),
})(value, at);

;// CONCATENATED MODULE: ./lib/approval/manifest.js
// SPDX-License-Identifier: Apache-2.0
//
// A manifest as a file: composed, written, read back, named by its own digest (design.md, sections 7 and 12). Refuses what nobody could
// review: too much of it, or with a secret or a protected value inside. Nothing is ever cut.




/** Operations that a person can look at one by one. */
const MAX_OPERATIONS = 100;
/** Bytes of the JSON file. Base64 of parameters makes it larger than what is rendered. */
const MAX_MANIFEST_BYTES = 256 * 1024;
const FOLDER = '.ostiary/approvals';
/** Branches that we make, and may remove. */
const BRANCH_PREFIX = 'ostiary/approvals/';
/** Makes a manifest. Throws DENIED when it is too large or holds what `inspect` names, INPUT_INVALID when a field can not be written. */
function composeManifest(asked, context, inspect) {
    const { now, ...rest } = context;
    const manifest = {
        format: 'ostiary-manifest-v1', repository: rest.repository, created: `${new Date(now).toISOString().slice(0, 19)}Z`,
        requester: rest.requester, prompters: rest.prompters, policy: rest.policy, demands: rest.demands, operations: asked.map(operationOf),
    };
    const checked = readManifest(manifest);
    checkSize(checked);
    checked.operations.forEach((operation, index) => {
        const found = inspect(operation);
        if (found.length > 0) {
            throw new GateError('DENIED', `operation ${index + 1} can not be put up for review, since it holds ${found.join(' and ')}`, { hint: 'a pull request is read by many: pass the value in another way, or let a person who may see it run this' });
        }
    });
    return checked;
}
function operationOf({ operation, transaction, maxRows, impact, rules }) {
    return {
        kind: operation.kind, resource: { name: operation.resource.name, target: operation.resource.target }, bytes: operation.facts.text,
        parameters: operation.parameters.map(({ type, format, value }) => ({ type, format, value })), data: operation.data, settings: { ...operation.settings },
        transaction, maxRows, impact, rules,
    };
}
/** The bytes of `<id>.json`. */
function manifestText(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/**
 * Reads a manifest file. Throws INPUT_INVALID unless it is written exactly as we write it: no field twice, no other order, nothing
 * that a reader of the file could take for something else.
 */
function parseManifest(text) {
    if (Buffer.byteLength(text) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not JSON', { hint: 'it was changed by hand: put the operations up again', cause });
    }
    const manifest = shape_readManifest(value);
    checkSize(manifest);
    if (manifestText(manifest) !== text)
        throw new errors/* GateError */.ue('INPUT_INVALID', 'the manifest is not written as it was made', { hint: 'it was changed by hand: put the operations up again' });
    return manifest;
}
/** Hex; what approvals and claims are bound to. */
function manifestDigest(manifest) {
    return (0,canonical/* taggedDigest */.D)('ostiary-manifest-v1', manifest);
}
/** Name of a manifest's files: the first half of its digest, so that a file can't hold another manifest than its name says. */
function manifestId(digest) {
    return digest.slice(0, 32);
}
function manifestPaths(digest) {
    const base = `${FOLDER}/${manifestId(digest)}`;
    return { json: `${base}.json`, rendering: `${base}.md` };
}
/** Operation digests in the manifest's order: what the wire compares with. */
function operationDigests(manifest) {
    return manifest.operations.map(operation_digest/* listedDigest */.Q);
}
/**
 * Where a manifest is put up: the same operations of the same requester lead to the same branches, so that asking twice finds what is
 * there. A new `round` begins when the one before was used, refused or has expired.
 */
function approvalBranch(manifest, round) {
    return `${branchesOf(manifest)}${round}`;
}
/** Prefix of the branches of all rounds. */
function branchesOf(manifest) {
    const { issuer, subject } = manifest.requester;
    const transactions = manifest.operations.map(({ transaction }) => transaction);
    const change = taggedDigest('ostiary-changeset-v1', { repository: manifest.repository, issuer, subject, operations: operationDigests(manifest), transactions });
    return `${BRANCH_PREFIX}${change.slice(0, 16)}-`;
}
/** Demands without those that say the same under the same rule. */
function distinctDemands(demands) {
    const seen = new Map(demands.map((demand) => [JSON.stringify(demand), demand]));
    return [...seen.values()];
}
function checkSize(manifest) {
    if (manifest.operations.length > MAX_OPERATIONS)
        throw tooLarge(`${manifest.operations.length} operations, and at most ${MAX_OPERATIONS} can be looked at one by one`);
    if (Buffer.byteLength(manifestText(manifest)) > MAX_MANIFEST_BYTES)
        throw tooLarge(`more than ${MAX_MANIFEST_BYTES} bytes of JSON`);
}
/** Refusal of what a person can not review. */
function tooLarge(what) {
    return new errors/* GateError */.ue('DENIED', `this is too large to be reviewed: ${what}`, { hint: 'split it into parts that a person can read; nothing is cut' });
}

;// CONCATENATED MODULE: ./lib/approval/candidates.js
// SPDX-License-Identifier: Apache-2.0
//
// Which pull requests could approve an operation: by number, by the commit that the job runs for, or among those that are under review.
// Only a way to look: refuses to say that anything is approved.


/** Pull requests under review that are looked into, the newest first. */
const MAX_LOOKED_AT = 30;
/** Reads `7`, `#7`, `!7` or the address of a pull request. Throws INPUT_INVALID. */
function namedPull(text) {
    // Hits `#7` and `https://github.com/acme/shop/pull/7/files`; misses `https://github.com/acme/shop`.
    const number = /^[#!]?([1-9]\d{0,9})$/u.exec(text);
    if (number !== null)
        return { number: Number(number[1]), path: null };
    const address = /^https?:\/\/[^/?#]+\/(.+?)\/(?:-\/merge_requests|pull)\/([1-9]\d{0,9})(?:[/?#].*)?$/u.exec(text);
    if (address === null)
        throw new errors/* GateError */.ue('INPUT_INVALID', `input \`approval\` is \`${text}\``, { hint: 'write the number or the address of the pull request' });
    return { number: Number(address[2]), path: address[1] };
}
/** The candidates, what was named or merged first, then the newest. Throws FORGE_FAILED. */
async function candidates({ forge, repositoryId, approval, commit }) {
    const repository = await forge.repository(repositoryId);
    if (approval !== null) {
        if (approval.path !== null && !isAt(approval.path, repository.path))
            throw new errors/* GateError */.ue('INPUT_INVALID', `the approval is at \`${approval.path}\`, and this job is of \`${repository.path}\``, { hint: 'approvals count in their own repository only' });
        return listed([await forge.pull(repository, approval.number)], repository, forge);
    }
    const merged = commit === null ? null : await forge.mergedAs(repository, commit);
    const first = merged === null ? [] : [await forge.pull(repository, merged)];
    const others = [...await forge.underReview(repository, BRANCH_PREFIX)].filter(({ number }) => number !== merged).sort((one, other) => other.number - one.number);
    return listed([...first, ...others.slice(0, MAX_LOOKED_AT)], repository, forge);
}
// A forge below a path (`https://host/git/acme/shop`) has more in front.
function isAt(path, repository) {
    return `/${path.toLowerCase()}`.endsWith(`/${repository.toLowerCase()}`);
}
async function listed(pulls, repository, forge) {
    const found = [];
    for (const pull of pulls) {
        const paths = (await forge.changedPaths(repository, pull)).filter(({ path, status }) => status === 'added' && path.startsWith(`${FOLDER}/`) && path.endsWith('.json'));
        const texts = await Promise.all(paths.map(({ path }) => forge.file(repository, pull.head, path)));
        found.push({ number: pull.number, url: pull.url, digests: texts.flatMap(digestsIn) });
    }
    return found;
}
// What can't be read lists nothing: whoever verifies says why.
function digestsIn(text) {
    try {
        return text === null ? [] : operationDigests(parseManifest(text));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/approval/count.js
/** Counts. `demands`: what the policy in force asks for these operations; every one has to be met. */
function countReviews(facts, demands) {
    const refusal = refusalOf(facts, demands);
    if (refusal !== null)
        return { kind: 'refused', ...refusal };
    const now = timeOf(facts.pull.now);
    const notCounted = [];
    const candidates = candidatesOf(facts, now, notCounted);
    const unknown = unknownPeople(facts);
    const missing = objections(facts, demands);
    const counted = new Map();
    let expires = Infinity;
    for (const demand of demands) {
        const { people, expiresAt, late } = meeting(demand, candidates, facts, now);
        const needed = demand.count + unknown.length;
        for (const { account, at } of late)
            notCounted.push({ person: account, why: `approved at ${iso(at)}, which for \`${demand.rule}\` has expired` });
        if (people.length < needed)
            missing.push({ rule: demand.rule, what: lacking(demand, needed - people.length, unknown) });
        for (const { account } of people)
            counted.set(account.id, { id: account.id, login: account.login });
        expires = Math.min(expires, expiresAt);
    }
    for (const { account } of candidates)
        if (!counted.has(account.id) && !notCounted.some(({ person }) => person?.id === account.id))
            notCounted.push({ person: account, why: 'is not named by a rule that asks' });
    if (missing.length > 0)
        return { kind: 'pending', missing, notCounted };
    return { kind: 'approved', by: [...counted.values()], expiresAt: iso(expires), notCounted };
}
function refusalOf({ pull, reviews: { binding, decisions } }, demands) {
    if (demands.length === 0)
        return { why: 'no rule says who may approve this', hint: 'name people under `approvers` in the policy' };
    const nobody = demands.find(({ users, teams, codeowners }) => users.length === 0 && teams.length === 0 && !codeowners);
    if (nobody !== undefined)
        return { why: `\`${nobody.rule}\` asks for a review and the policy names nobody who may give it`, hint: 'name users, teams or `codeowners: true` under `approvers`' };
    if (demands.some(({ count, expiresSeconds }) => !(count >= 1) || !(expiresSeconds > 0)))
        return { why: 'a demand for fewer than one person, or for no time, is none', hint: 'set `count` to 1 or more' };
    if (pull.state === 'closed')
        return { why: `pull request ${pull.number} was closed without being merged`, hint: 'open it again, or ask again' };
    if (timeOf(pull.now) === null)
        return { why: 'the forge does not say what time it is', hint: 'run again' };
    if (binding.kind === 'commit')
        return null;
    if (!binding.resetsOnPush)
        return { why: 'this project keeps approvals when something is pushed, so an approval may be of another text', hint: 'Settings, Merge requests, Approval settings: remove all approvals when commits are added to the source branch (`reset_approvals_on_push`)' };
    // Not to be told from an approval of an earlier text.
    if (decisions.some(({ decision, at }) => decision === 'approved' && timeOf(at) === null))
        return { why: 'this GitLab does not say when something was approved', hint: 'update it: later versions report `approved_at`' };
    return null;
}
// Whoever approved exactly what is there, and may. Everybody else is named with the reason.
function candidatesOf(facts, now, notCounted) {
    const excluded = excludedOf(facts);
    const candidates = [];
    for (const review of latestDecisions(facts.reviews.decisions)) {
        if (review.by === null) {
            notCounted.push({ person: null, why: 'a decision of an account that is gone' });
            continue;
        }
        if (review.decision !== 'approved')
            continue;
        const at = timeOf(review.at);
        const why = excluded.get(review.by.id) ?? ineligible(review, facts) ?? elsewhere(review, at, facts) ?? (at !== null && at > now ? 'approved in the future, says the forge' : null);
        if (why === null && at !== null)
            candidates.push({ account: review.by, at });
        else
            notCounted.push({ person: { id: review.by.id, login: review.by.login }, why: why ?? 'the forge does not say when' });
    }
    return candidates;
}
/** The last decision of each person, in the order in which they were made; those of nobody stay. */
function latestDecisions(decisions) {
    const last = new Map();
    for (const review of decisions) {
        const key = review.by?.id ?? `review ${review.id}`;
        last.delete(key);
        last.set(key, review);
    }
    return [...last.values()];
}
function ineligible({ by }, { standings }) {
    const standing = standings.get(by.id);
    if (by?.kind !== 'person' || standing?.account.kind === 'bot')
        return 'is not a person';
    if (standing === undefined)
        return 'nobody knows what this person may do here';
    return standing.mayWrite ? null : 'may not write here';
}
function elsewhere(review, at, { pull, reviews: { binding } }) {
    if (binding.kind === 'commit') {
        if (review.commit === null)
            return 'approved a commit that is gone';
        return review.commit === pull.head ? null : `approved ${review.commit.slice(0, 12)}, which is not the head any more`;
    }
    const since = timeOf(binding.since);
    if (binding.head !== pull.head || since === null)
        return 'GitLab does not say since when the head is what it is';
    return at !== null && at > since ? null : 'approved before the head was pushed';
}
// Why somebody can't be the second pair of eyes, by id. The first reason is the one that is told.
function excludedOf({ pull, commits, pushes, prompters, alleged }) {
    const why = new Map();
    const exclude = (person, reason) => {
        if (person !== null && !why.has(person.id))
            why.set(person.id, reason);
    };
    for (const person of prompters ?? [])
        exclude(person, 'prompted the agent');
    for (const person of alleged)
        exclude(person, 'is said to have prompted the agent');
    exclude(pull.author, 'opened the pull request');
    for (const { id, makers } of commits)
        for (const { role, account } of makers)
            exclude(account, `is ${role === 'co-author' ? 'a co-author' : role === 'author' ? 'the author' : 'the committer'} of ${id.slice(0, 12)}`);
    for (const { after, by } of pushes)
        exclude(by, `pushed ${after.slice(0, 12)}`);
    return why;
}
// Each could be any of those who approved: one more person for each. What is said of them, in words.
function unknownPeople({ pull, commits, pushes, prompters }) {
    const strangers = new Set(commits.flatMap(({ makers }) => makers.filter(({ account }) => account === null).map(({ email }) => email)));
    const pushers = pushes.filter(({ after }) => after === pull.head);
    return [
        ...(prompters === null ? ['who prompted the agent is not known'] : []),
        ...(pushers.length === 0 || pushes.some(({ by }) => by === null) ? ['who pushed the head is not known'] : []),
        ...(pull.author === null ? ['who opened the pull request is gone'] : []),
        ...[...strangers].map((email) => `\`${email}\` in a commit belongs to no account`),
    ];
}
// Somebody who could approve asks for changes: as on the forges, that holds until it is taken back.
function objections(facts, demands) {
    return latestDecisions(facts.reviews.decisions).flatMap(({ by, decision }) => {
        if (decision !== 'changes' || by === null || by.kind !== 'person' || facts.standings.get(by.id)?.mayWrite !== true)
            return [];
        const demand = demands.find((one) => isNamed(one, by, facts));
        return demand === undefined ? [] : [{ rule: null, what: `\`${by.login}\` (${by.id}) asks for changes, and has to approve or be dismissed` }];
    });
}
function isNamed(demand, { id }, { teams, owners }) {
    return demand.users.includes(id) || demand.teams.some((team) => teams.get(team)?.has(id) === true) || (demand.codeowners && owners.has(id));
}
function meeting(demand, candidates, facts, now) {
    const named = candidates.filter(({ account }) => isNamed(demand, account, facts));
    const ends = ({ at }) => at + demand.expiresSeconds * 1000;
    const people = named.filter((candidate) => ends(candidate) > now);
    return { people, late: named.filter((candidate) => ends(candidate) <= now), expiresAt: Math.min(...people.map(ends)) };
}
function lacking({ users, teams, codeowners }, more, unknown) {
    const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${team}`), ...(codeowners ? ['the code owners of every file changed'] : [])].join(' or ');
    const because = unknown.length === 0 ? '' : ` (${unknown.length} of them because ${unknown.join(', and ')})`;
    return `${more} more ${more === 1 ? 'person' : 'people'} of: ${who}${because}`;
}
function timeOf(text) {
    const time = text === null ? Number.NaN : Date.parse(text);
    return Number.isFinite(time) ? time : null;
}
function iso(time) {
    return new Date(time).toISOString();
}

// EXTERNAL MODULE: ./lib/core/glob.js
var glob = __webpack_require__(80029);
;// CONCATENATED MODULE: ./lib/approval/owners.js
// SPDX-License-Identifier: Apache-2.0
//
// CODEOWNERS: who owns a path. Last match wins, on GitLab within each section. Refuses patterns that the forges do not take (`!`, ranges):
// such a line owns nothing, and neither does an owner given by e-mail, since an address is no person that we can tell apart.
// @see https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
// @see https://docs.gitlab.com/user/project/codeowners/reference/

/** Where the forges look, in their order. */
const CODEOWNERS_PATHS = {
    github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
    gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
};
/** Longest file that GitHub reads. */
const MAX_BYTES = 3 * 1024 * 1024;
/** For each path, one list of owners for each section that speaks of it: of each, somebody has to agree. `[]`: nobody owns the path. */
function ownersOf(text, paths, forge) {
    if (Buffer.byteLength(text) > MAX_BYTES)
        return paths.map(() => []);
    const lines = linesOf(text, forge);
    return paths.map((path) => {
        const last = new Map();
        for (const { section, matches, owners } of lines)
            if (matches(path))
                last.set(section, owners);
        return [...last.values()];
    });
}
function linesOf(text, forge) {
    const lines = [];
    let section = '';
    let inherited = [];
    for (const raw of text.split(/\r?\n/u)) {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            continue;
        // Hits `[Database][2] @acme/dba` and `^[Docs]`; misses a path that begins otherwise.
        const heading = forge === 'gitlab' ? /^\^?\[([^\]]+)\](?:\[\d+\])?(.*)$/u.exec(line) : null;
        if (heading !== null) {
            section = (heading[1] ?? '').trim().toLowerCase();
            inherited = ownersIn((heading[2] ?? '').split(/\s+/u));
            continue;
        }
        const [pattern = '', ...rest] = line.replace(/\\ /gu, '\0').split(/\s+#/u)[0]?.split(/\s+/u) ?? [];
        const owners = ownersIn(rest);
        lines.push({ section, matches: matcherOf(pattern.replaceAll('\0', ' ')), owners: owners.length === 0 && rest.length === 0 ? inherited : owners });
    }
    return lines;
}
function ownersIn(words) {
    return words.filter((word) => /^@[^@\s]+$/u.test(word)).map((word) => word.slice(1).toLowerCase());
}
// As in .gitignore: a slash inside anchors; a name matches at any depth; a folder owns what is in it; `*` stays within a folder.
function matcherOf(pattern) {
    if (pattern.startsWith('!') || /[[\]?]/u.test(pattern))
        return () => false;
    const folder = pattern.endsWith('/');
    const plain = pattern.replace(/^\//u, '').replace(/\/$/u, '');
    const anchored = pattern.startsWith('/') || plain.includes('/');
    if (plain === '')
        return () => true;
    const base = anchored ? plain : `**/${plain}`;
    const inside = (0,glob/* compileGlob */.S)(`${base}/**`, '/');
    const exact = (0,glob/* compileGlob */.S)(base, '/');
    const wild = plain.endsWith('/*') && plain !== '/*';
    return (path) => (!folder && exact(path)) || (!wild && inside(path));
}

;// CONCATENATED MODULE: ./lib/approval/show.js
// SPDX-License-Identifier: Apache-2.0
//
// Text as a reviewer sees it: every character that hides, moves or turns others becomes a mark in ⟦ ⟧, long lines are broken at ⤶, nothing
// can be pushed out of sight by blanks. INVARIANT: two texts never show alike. Refuses to leave anything out.
// @see https://trojansource.codes, https://www.unicode.org/reports/tr36/
/** Characters of a line after which it is broken: what a pull request shows without scrolling sideways. */
const SHOWN_COLUMNS = 100;
/** Longer runs of blanks inside a line are counted instead of shown. */
const MOST_BLANKS = 16;
const MOST_INDENT = 32;
const MOST_EMPTY_LINES = 2;
// Hits controls, formats (bidi, joiners), the unassigned, lone surrogates, line separators, blanks other than the space, fillers, marks that
// pile up, and our own signs; misses letters of any script.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}⟦⟧⤶⇥\u00A0\u1680\u115F\u1160\u17B4\u17B5\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0]/gu;
// Hits `é` and `а` (Cyrillic); misses ASCII.
const BEYOND_ASCII = /[^\0-\x7F]/gu;
/** Different characters beyond ASCII that are named one by one. */
const MOST_NAMED = 24;
/** The lines of a text, each safe to show in a block of code. */
function shownLines(text) {
    return withoutRunsOfEmpty(text.split('\n').map(shownLine)).flatMap(wrapped);
}
/** A text on one line; line breaks are marks, too. */
function shownInline(text) {
    return text.split('\n').map(shownLine).join('⟦LF⟧');
}
/** The characters of a text that are no ASCII, by number: look-alikes stand out. Empty: there are none. */
function strangers(text) {
    const found = [...new Set(text.match(BEYOND_ASCII) ?? [])];
    const named = found.slice(0, MOST_NAMED).map((character) => `${shownLine(character)} ${codeOf(character)}`);
    return found.length > MOST_NAMED ? [...named, `and ${found.length - MOST_NAMED} more`] : named;
}
function shownLine(line) {
    const marked = line.replace(HIDDEN, (character) => (character === '\t' ? '⇥' : `⟦${codeOf(character)}⟧`));
    // Hits blanks at the end; then long runs between words, and at the beginning. Each starts at a character that is no blank.
    const trimmed = marked.replace(/ +$/u, (blanks) => counted(blanks));
    return trimmed.replace(/ {2,}/gu, (blanks, at) => (blanks.length > (at === 0 ? MOST_INDENT : MOST_BLANKS) ? counted(blanks) : blanks));
}
function counted(blanks) {
    return `⟦${blanks.length} ${blanks.length === 1 ? 'space' : 'spaces'}⟧`;
}
function withoutRunsOfEmpty(lines) {
    const out = [];
    for (let at = 0; at < lines.length;) {
        let end = at;
        while (lines[end] === '')
            end += 1;
        if (end - at > MOST_EMPTY_LINES)
            out.push(`⟦${end - at} empty lines⟧`);
        else
            out.push(...lines.slice(at, end));
        if (end < lines.length)
            out.push(lines[end]);
        at = end + 1;
    }
    return out;
}
/** A line that is shown already, in pieces; one that goes on below ends with the sign, which has been marked inside of texts. */
function wrapped(line) {
    const characters = [...line];
    if (characters.length <= SHOWN_COLUMNS)
        return [line];
    const pieces = [];
    for (let at = 0; at < characters.length; at += SHOWN_COLUMNS)
        pieces.push(characters.slice(at, at + SHOWN_COLUMNS).join(''));
    return pieces.map((piece, index) => (index === pieces.length - 1 ? piece : `${piece}⤶`));
}
function codeOf(character) {
    return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

;// CONCATENATED MODULE: ./lib/approval/values.js

const sized = (size, read) => (bytes) => (bytes.length === size ? read(bytes) : null);
/** The text in a parameter; empty when its bytes are none. */
function textOf({ value }) {
    const bytes = Buffer.from(value ?? '', 'base64');
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : '';
}
const asText = (bytes) => {
    const text = bytes.toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? quoted(text) : null;
};
/** Binary forms that PostgreSQL will never change. @see https://www.postgresql.org/docs/18/protocol-message-formats.html */
const BINARY = {
    int2: sized(2, (bytes) => String(bytes.readInt16BE())),
    int4: sized(4, (bytes) => String(bytes.readInt32BE())),
    int8: sized(8, (bytes) => String(bytes.readBigInt64BE())),
    bool: sized(1, (bytes) => (bytes[0] === 0 ? 'false' : bytes[0] === 1 ? 'true' : hex(bytes))),
    uuid: sized(16, (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')),
    text: asText, varchar: asText, bpchar: asText, json: asText,
};
/** `$1 (pg_catalog.int4) = 42`, on one line. */
function shownParameter(parameter, position) {
    return `$${position} (${shownInline(parameter.type)}) = ${values_valueOf(parameter)}`;
}
function values_valueOf({ type, format, value }) {
    if (value === null)
        return 'NULL';
    const bytes = Buffer.from(value, 'base64');
    if (format === 'text')
        return asText(bytes) ?? hex(bytes);
    const name = type.startsWith('pg_catalog.') ? type.slice('pg_catalog.'.length) : '';
    return (Object.hasOwn(BINARY, name) ? BINARY[name]?.(bytes) : null) ?? hex(bytes);
}
// A quote inside is doubled, so that a value can't seem to end early.
function quoted(text) {
    return `'${shownInline(text).replaceAll("'", "''")}'`;
}
function hex(bytes) {
    return `bytes \\x${bytes.toString('hex')}`;
}

;// CONCATENATED MODULE: ./lib/approval/render.js
// SPDX-License-Identifier: Apache-2.0
//
// The page that a tired reviewer reads: committed beside the manifest, made of it and of what a parser says about its bytes, and of
// nothing that an agent wrote. Everything variable stands in code, escaped. Refuses to render more than a pull request shows unfolded.




/** Beyond these a pull request folds a file away. @see https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
const MAX_RENDERED_LINES = 400;
const MAX_RENDERED_BYTES = 20_000;
/** The bytes of `<id>.md`. Throws DENIED when it is too large. The same manifest and notes give the same page. */
function renderManifest(manifest, explain) {
    const notes = manifest.operations.map(explain);
    const lines = [...head(manifest, notes), ...manifest.operations.flatMap((operation, index) => section(operation, index, notes[index])), ...foot(manifest)];
    const page = `${lines.join('\n')}\n`;
    if (lines.length > MAX_RENDERED_LINES)
        throw tooLarge(`${lines.length} lines, and a pull request folds away more than ${MAX_RENDERED_LINES}`);
    if (Buffer.byteLength(page) > MAX_RENDERED_BYTES)
        throw tooLarge(`${Buffer.byteLength(page)} bytes, and a pull request folds away more than ${MAX_RENDERED_BYTES}`);
    return page;
}
function head(manifest, notes) {
    const resources = [...new Set(manifest.operations.map(({ resource }) => `${code(resource.name)} at ${code(resource.target)}`))];
    const kinds = [...count(notes.map(({ statement }) => statement))].map(([statement, times]) => `${times} × ${code(statement)}`);
    const irreversible = notes.filter((note) => note.irreversible.length > 0).length;
    const unknown = notes.filter((note) => note.unknown.length > 0).length;
    return [
        `# Approve ${manifest.operations.length} ${manifest.operations.length === 1 ? 'operation' : 'operations'} on production?`, '',
        `**Approving this pull request lets exactly the text below run, once.** Nothing else of the pull request is approved by it.`, '',
        '| | |', '|---|---|',
        row('What', kinds.join(', ')),
        row('On', resources.join(', ')),
        row('As', `${code(manifest.requester.names.join(', ') || 'nobody that the policy knows')}, ${code(manifest.requester.subject)} of ${code(manifest.requester.issuer)}`),
        row('Prompted by', prompters(manifest)),
        row('Who may approve', manifest.demands.map(render_demand).join('; ')),
        row('Can not be undone', irreversible === 0 ? 'nothing that a parser sees' : `**${irreversible} of ${notes.length}**, marked below`),
        ...(unknown === 0 ? [] : [row('Not understood', `**${unknown} of ${notes.length}**, marked below`)]),
        row('Policy', `${code(manifest.policy.source)}, digest ${code(manifest.policy.digest)}`), '',
    ];
}
function section(operation, index, notes) {
    const text = fenced(shownLines(operation.bytes));
    const odd = strangers([operation.bytes, ...operation.parameters.map(textOf)].join(''));
    const settings = Object.entries(operation.settings).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => code(`${name} = ${value}`));
    const items = [
        ...notes.unknown.map((why) => `**not understood**: ${code(why)}`),
        ...notes.irreversible.map((what) => `**can not be undone**: ${what}`),
        `touches ${notes.touches.map(code).join(', ') || 'nothing'}`,
        ...notes.hazards.map((hazard) => `look out: ${code(hazard)}`),
        ...operation.rules.map(({ id, reason }) => `asked for by ${code(id)}: ${code(reason)}`),
        render_impact(operation.impact, operation.maxRows),
        ...(operation.data === null ? [] : [`with data of SHA-256 ${code(operation.data)}`]),
        ...(settings.length === 0 ? [] : [`under ${settings.join(', ')}`]),
        ...(odd.length === 0 ? [] : [`characters beyond ASCII: ${code(odd.join(', '))}`]),
        `digest ${code((0,operation_digest/* listedDigest */.Q)(operation))}`,
    ];
    const transaction = operation.transaction === null ? '' : `, transaction ${operation.transaction}`;
    return [
        `## ${index + 1}. ${code(notes.statement)} on ${code(operation.resource.name)}${transaction}`, '', ...text, '',
        ...(operation.parameters.length === 0 ? [] : [...fenced(operation.parameters.flatMap((parameter, at) => wrapped(shownParameter(parameter, at + 1)))), '']),
        ...items.map((item) => `- ${item}`), '',
    ];
}
function foot(manifest) {
    return [
        '---', '',
        `Put up ${code(manifest.created)}${manifest.requester.run === null ? '' : ` by run ${code(manifest.requester.run)}`} for repository ${code(manifest.repository)}. Manifest digest ${code(manifestDigest(manifest))}.`, '',
        'An approval counts for this commit alone, until it expires, and once. Signs in ⟦ ⟧ stand for characters that would not be seen; ⤶ for a line that goes on.',
    ];
}
function prompters(manifest) {
    if (manifest.prompters === null)
        return '**nobody knows**: one more person has to approve';
    return `${manifest.prompters.map(({ login, id }) => `${code(login)} (${id})`).join(', ')}, who may not approve`;
}
function render_demand({ rule, users, teams, codeowners, count: people, expiresSeconds }) {
    const who = [...users.map((id) => `user ${id}`), ...teams.map((team) => `team ${code(team)}`), ...(codeowners ? ['a code owner of the files'] : [])];
    const named = who.length === 0 ? '**nobody is named**' : who.join(' or ');
    return `${people} ${people === 1 ? 'person' : 'people'} for ${code(rule)}: ${named}, for ${lasting(expiresSeconds)}`;
}
function render_impact(known, maxRows) {
    const ceiling = maxRows === null ? 'no row ceiling' : `rolled back beyond ${maxRows} rows`;
    if (known === null)
        return `impact: not estimated; ${ceiling}`;
    const facts = [
        known.rows === null ? 'rows not known' : `about ${known.rows} rows`,
        ...(known.sizeBytes === null ? [] : [`relation of ${render_sized(known.sizeBytes)}`]),
        ...(known.lock === null ? [] : [`lock ${code(known.lock)}`]),
        ...(known.rewrites === null ? [] : [known.rewrites ? '**rewrites the table**' : 'does not rewrite the table']),
        ...known.notes.map(code),
    ];
    return `impact, estimated: ${facts.join(', ')}; ${ceiling}`;
}
function lasting(seconds) {
    if (seconds % 86_400 === 0)
        return `${seconds / 86_400} d`;
    if (seconds % 3600 === 0)
        return `${seconds / 3600} h`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
function render_sized(bytes) {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
    const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
    return `${Math.round((bytes / 1024 ** power) * 10) / 10} ${units[power] ?? 'B'}`;
}
function row(name, value) {
    return `| **${name}** | ${value} |`;
}
// In a span of code nothing is markup but a run of backticks as long as its own; a bar would end a cell.
function code(text) {
    const safe = shownInline(text).replaceAll('|', '⟦U+007C⟧').replace(/^ | $/gu, '⟦1 space⟧');
    if (safe === '')
        return '(empty)';
    const ticks = '`'.repeat(longestRun([safe]) + 1);
    const gap = safe.startsWith('`') || safe.endsWith('`') ? ' ' : '';
    return `${ticks}${gap}${safe}${gap}${ticks}`;
}
// Longer than every run of backticks inside.
function fenced(lines) {
    const fence = '`'.repeat(Math.max(longestRun(lines), 2) + 1);
    return [`${fence}text`, ...lines, fence];
}
function longestRun(lines) {
    return lines.reduce((most, line) => Math.max(most, ...(line.match(/`+/gu) ?? []).map(({ length }) => length)), 0);
}
function count(words) {
    const counts = new Map();
    for (const one of words)
        counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
}

;// CONCATENATED MODULE: ./lib/approval/verify.js
// SPDX-License-Identifier: Apache-2.0
//
// Is this pull request an approval of a manifest, here and now? Asks the forge for everything, twice for what can move, and hands it to
// the count. Refuses to believe the pull request's own words, names that a client chose, forks, other branches, pages that do not match.





/** People whose decisions are looked into one by one. */
const MAX_REVIEWERS = 50;
const refused = (why, hint) => ({ kind: 'refused', why, hint });
/** Verifies. Throws FORGE_FAILED when the forge does not answer whole, or when something moved meanwhile: then nothing runs. */
async function verifyApproval(request, deps) {
    const { forge } = deps;
    const repository = await forge.repository(request.repositoryId);
    const pull = await forge.pull(repository, request.number);
    const place = await misplaced(repository, pull, forge);
    if (place !== null)
        return { outcome: place, manifest: null, digest: null, pull, claimedBy: null };
    const paths = await forge.changedPaths(repository, pull);
    const found = await manifestIn({ repository, pull, paths }, request, deps);
    if ('kind' in found)
        return { outcome: found, manifest: null, digest: null, pull, claimedBy: null };
    const { manifest, digest } = found;
    const claimedBy = await forge.claimant(repository, digest);
    const demands = deps.demandsOf(manifest);
    const facts = await gather({ repository, pull, paths, manifest, digest, demands }, deps);
    return { outcome: countReviews(facts, demands), manifest, digest, pull: facts.pull, claimedBy };
}
// Where it is: only a pull request of the repository itself, into its protected branch, that is alone with its commit.
async function misplaced(repository, pull, forge) {
    if (!repository.isProtected)
        return refused(`the default branch \`${repository.defaultBranch}\` is not protected, so reviews of what goes there bind nobody`, 'protect it');
    if (pull.headRepository !== repository.id)
        return refused(`pull request ${pull.number} comes from another repository`, 'only branches of the repository itself can be approved');
    if (pull.base !== repository.defaultBranch)
        return refused(`pull request ${pull.number} goes to \`${pull.base}\`, not to \`${repository.defaultBranch}\``, `set its base to \`${repository.defaultBranch}\`, and have it approved again`);
    if (pull.state === 'closed')
        return refused(`pull request ${pull.number} was closed without being merged`, 'open it again, or ask again');
    const others = (await forge.openAt(repository, pull.head)).filter((number) => number !== pull.number);
    return others.length === 0 ? null : refused(`pull request ${others.join(', ')} shows the same commit, so it is not plain which of them was reviewed`, 'close all but one');
}
// INVARIANT: what is returned was read at the reviewed head, is what the page beside it shows, and has the name of its own digest.
async function manifestIn(change, request, deps) {
    const added = new Set(change.paths.filter(({ status }) => status === 'added').map(({ path }) => path));
    // Hits `.ostiary/approvals/` and 32 hex digits; the name says nothing but where to look.
    const candidates = [...added].filter((path) => path.startsWith(`${FOLDER}/`) && /^[0-9a-f]{32}\.json$/u.test(path.slice(FOLDER.length + 1)));
    const wanted = request.digest === null ? candidates : candidates.filter((path) => path === manifestPaths(request.digest).json);
    const [path] = wanted;
    if (path === undefined || wanted.length > 1) {
        return refused(`pull request ${change.pull.number} adds ${wanted.length === 0 ? 'no such manifest' : `${wanted.length} manifests`} under \`${FOLDER}\``, 'one pull request, one manifest: name the one that is meant');
    }
    const page = path.replace(/json$/u, 'md');
    if (!added.has(page))
        return refused(`pull request ${change.pull.number} does not show \`${page}\`, the page that people read`, 'put the operations up again');
    const commits = change.pull.mergeCommit === null ? [change.pull.head] : [change.pull.head, change.pull.mergeCommit];
    let manifest = null;
    for (const commit of commits) {
        const texts = [await deps.forge.file(change.repository, commit, path), await deps.forge.file(change.repository, commit, page)];
        const read = readPair(texts, path, deps.explain);
        if ('kind' in read)
            return read;
        if (manifest !== null && manifestDigest(manifest) !== manifestDigest(read))
            return refused('what was merged is not what was reviewed', 'put the operations up again');
        manifest = read;
    }
    const digest = manifestDigest(manifest);
    if (manifestPaths(digest).json !== path || (request.digest !== null && request.digest !== digest))
        return refused(`\`${path}\` holds another manifest than its name says`, 'put the operations up again');
    if (manifest.repository !== change.repository.id)
        return refused(`\`${path}\` was made for another repository`, 'put the operations up here');
    return { manifest: manifest, digest };
}
function readPair([json, page], path, explain) {
    if (json === null || page === null)
        return refused(`\`${path}\` and its page are not both there`, 'put the operations up again');
    try {
        const manifest = parseManifest(json);
        // The parsers of this version speak: after an update that reads something otherwise, old pages no longer hold.
        if (renderManifest(manifest, explain) !== page)
            return refused(`the page beside \`${path}\` does not show what the manifest says`, 'it was changed, or made by another version: put the operations up again');
        return manifest;
    }
    catch (thrown) {
        if (thrown instanceof errors/* GateError */.ue && (thrown.code === 'INPUT_INVALID' || thrown.code === 'DENIED'))
            return refused(thrown.message, thrown.hint ?? 'put the operations up again');
        throw thrown;
    }
}
async function gather(of, deps) {
    const { forge } = deps;
    const { repository, pull, manifest } = of;
    const commits = await forge.commits(repository, pull);
    const pushes = await forge.pushes(repository, pull.branch);
    const spoken = manifest.requester.run === null ? null : await forge.prompters(repository, manifest.requester.run);
    const isVouched = await vouched(of, pushes, deps);
    // Decisions last: whatever happens to them after this is after our looking.
    const reviews = await forge.reviews(repository, pull);
    const standings = await standingsOf(reviews, repository, forge);
    const teams = await teamsOf(of.demands.flatMap((demand) => demand.teams), forge);
    const owners = of.demands.some(({ codeowners }) => codeowners) ? await ownersAmong(standings, of, forge) : new Set();
    const again = await forge.pull(repository, pull.number);
    if (again.head !== pull.head || again.base !== pull.base || again.state !== pull.state || again.branch !== pull.branch || again.mergeCommit !== pull.mergeCommit) {
        throw new errors/* GateError */.ue('FORGE_FAILED', `pull request ${pull.number} changed while it was looked at`, { hint: 'run again' });
    }
    const alleged = isVouched ? [] : [...(spoken ?? []), ...(manifest.prompters ?? [])];
    return { pull: again, reviews, commits, pushes, prompters: isVouched ? spoken : null, alleged, standings, teams, owners };
}
// The run in a manifest is believed when the manifest came with one push of an account of ours, and was not touched since.
async function vouched({ repository, pull, digest }, pushes, { forge, proposers }) {
    if (proposers.length === 0)
        return false;
    const [commit, ...earlier] = await forge.history(repository, pull.head, manifestPaths(digest).json);
    return commit !== undefined && earlier.length === 0 && pushes.some(({ after, by }) => after === commit && by !== null && proposers.includes(by.id));
}
async function standingsOf({ decisions }, repository, forge) {
    const people = new Map(decisions.flatMap(({ by }) => (by === null || by.kind === 'bot' ? [] : [[by.id, by]])));
    if (people.size > MAX_REVIEWERS)
        throw new errors/* GateError */.ue('FORGE_FAILED', `more than ${MAX_REVIEWERS} people decided about this pull request`, { hint: 'ask again in a new one' });
    const standings = new Map();
    for (const [id, account] of people) {
        const standing = await forge.standing(repository, account);
        if (standing.account.id !== id)
            throw new errors/* GateError */.ue('FORGE_FAILED', `the forge answered about another account than ${id}`, { hint: 'was it renamed just now? run again' });
        standings.set(id, standing);
    }
    return standings;
}
async function teamsOf(names, forge) {
    const teams = new Map();
    for (const name of new Set(names))
        teams.set(name, new Set(await forge.team(name)));
    return teams;
}
// Those who own every file that changes, as the protected branch says. A file that nobody owns is owned by nobody.
async function ownersAmong(standings, { repository, paths }, forge) {
    let text = null;
    for (const path of CODEOWNERS_PATHS[forge.kind])
        text ??= await forge.file(repository, repository.head, path);
    if (text === null)
        return new Set();
    const wanted = ownersOf(text, paths.map(({ path }) => path), forge.kind);
    const teams = await teamsOf(wanted.flat(2).filter((name) => name.includes('/')), forge);
    const owns = ({ account: { id, login } }) => wanted.every((sections) => sections.length > 0
        && sections.every((owners) => owners.some((name) => (name.includes('/') ? teams.get(name)?.has(id) === true : name === login.toLowerCase()))));
    return new Set([...standings.values()].filter(owns).map(({ account }) => account.id));
}

;// CONCATENATED MODULE: ./lib/approval/use.js
// SPDX-License-Identifier: Apache-2.0
//
// The one use of an approval: verified, then claimed by one session, atomically (design.md, section 7). Afterwards the operations pass in
// the manifest's order, as often as they are listed. Refuses a second session, another order, anything after an outcome nobody knows.



/** Verifies and claims for a session. What is not approved, or used by another session, comes back as it stands, unclaimed. */
async function useApproval(request, session, deps) {
    const verified = await verifyApproval(request, deps);
    const { manifest, digest, outcome, claimedBy, pull } = verified;
    if (manifest === null || digest === null || outcome.kind !== 'approved')
        return { verified, manifest: null };
    const taken = { verified: { ...verified, outcome: { kind: 'refused', why: `this approval was used by session \`${claimedBy ?? 'of somebody else'}\``, hint: 'an approval is used once: ask for a new one' } }, manifest: null };
    if (claimedBy !== null && claimedBy !== session)
        return taken;
    if (deps.mayBegin?.(manifest) === false)
        return { verified, manifest: null };
    const repository = await deps.forge.repository(request.repositoryId);
    const answer = await deps.forge.claim(repository, { digest, commit: pull.mergeCommit ?? pull.head, session });
    return answer === 'claimed' ? { verified, manifest } : taken;
}
/** Where the operations of one claimed manifest stand. Lives in the session that claimed it. */
class Progress {
    #digests;
    #steps;
    #lanes;
    #free;
    /** `free`: which operations need no approval by themselves, and may be left out. */
    constructor(manifest, free = []) {
        this.#digests = operationDigests(manifest);
        this.#steps = this.#digests.map(() => 'waiting');
        this.#lanes = this.#digests.map(() => null);
        this.#free = free;
    }
    /** The place of the next operation if it has this digest; null: it is not what comes next, or what came before is not known to be kept. */
    next(digest, lane) {
        if (this.#steps.some((step, place) => !allows(step, this.#lanes[place] ?? null, lane)))
            return null;
        for (const [place, step] of this.#steps.entries()) {
            if (step !== 'waiting')
                continue;
            if (this.#digests[place] === digest)
                return place;
            if (this.#free[place] !== true)
                return null;
        }
        return null;
    }
    /** The same, and it is running from now on. */
    take(digest, lane) {
        const place = this.next(digest, lane);
        if (place === null)
            return null;
        this.#steps[place] = 'running';
        this.#lanes[place] = lane;
        return place;
    }
    /** What became of it: `rolled-back` may pass again, `unknown` is spent, and so is all that follows. */
    settle(place, how) {
        const step = this.#steps[place];
        if (step !== 'running' && step !== 'passed')
            throw new errors/* GateError */.ue('INTERNAL', `operation ${place + 1} of the manifest is not running`);
        this.#steps[place] = how === 'rolled-back' ? 'waiting' : how === 'unknown' ? 'spent' : how;
    }
    /** How many are done, of how many; `spent`: the outcome of one is not known, and nothing more will run. */
    get state() {
        return { done: this.#steps.filter((step) => step === 'done').length, of: this.#steps.length, spent: this.#steps.includes('spent') };
    }
}
// What is under way holds up everybody else: it may still be taken back.
function allows(step, of, asking) {
    if (step === 'spent')
        return false;
    if (step === 'running')
        return of?.message === asking.message;
    return step !== 'passed' || of?.connection === asking.connection;
}

;// CONCATENATED MODULE: ./lib/approval/enforce.js
// SPDX-License-Identifier: Apache-2.0
//
// The approvals of a session with a forge: an operation passes when a manifest lists it, people approved exactly that, here and now, and
// this session is the one that uses it. Refuses everything while the forge does not answer; forgets nothing that was used.






/** How long a look at the forge holds for what follows in the same manifest, so that no transaction keeps its locks while a forge is asked. */
const FRESH_MS = 10_000;
/** How long the list of pull requests is kept: an agent that asks again and again does not use up the forge's limits. */
const LOOK_MS = 5_000;
/** One for each session. Answers one after the other, in the order in which it was asked. */
class ReviewedApprovals {
    #deps;
    #uses = [];
    #last = Promise.resolve();
    #looked = null;
    constructor(deps) {
        this.#deps = deps;
    }
    claim(operation, principal, asked) {
        const answer = this.#last.then(() => this.#answer(operation, principal, asked));
        this.#last = answer.catch(() => undefined);
        return answer;
    }
    /** What this session used, and how far it came. */
    get uses() {
        return this.#uses.map(({ verified, progress }) => ({ verified, state: progress.state }));
    }
    async #answer(operation, principal, asked) {
        const digest = (0,operation_digest/* operationDigest */.x)(operation);
        const begun = this.#uses.find(({ progress }) => progress.next(digest, asked) !== null);
        if (begun !== undefined)
            return this.#goOn(begun, digest, asked);
        const found = await this.#look().catch((thrown) => this.#lookFailed(thrown));
        if (typeof found === 'string')
            return this.#unseen(found, operation, { principal, asked });
        const listing = found.filter(({ number, digests }) => digests.includes(digest) && !this.#uses.some((use) => use.number === number));
        let worst = null;
        for (const { number } of listing) {
            const answer = await this.#begin(number, digest, asked);
            if (answer.kind === 'approved')
                return answer;
            worst ??= answer;
        }
        return worst ?? this.#notNext(digest) ?? this.#deps.otherwise.claim(operation, principal, asked);
    }
    async #look() {
        const now = this.#deps.monotonicMs();
        if (this.#looked !== null && now - this.#looked.at < LOOK_MS)
            return this.#looked.found;
        const found = await candidates(this.#deps);
        this.#looked = { at: now, found };
        return found;
    }
    // Nobody named an approval, so there may be none: what could not be looked for is told beside how to ask.
    #lookFailed(thrown) {
        if (this.#deps.approval !== null || !(thrown instanceof errors/* GateError */.ue))
            throw thrown;
        return thrown.hint === undefined ? thrown.message : `${thrown.message}: ${thrown.hint}`;
    }
    async #unseen(why, operation, { principal, asked }) {
        const answer = await this.#deps.otherwise.claim(operation, principal, asked);
        return answer.kind === 'approved' ? answer : { ...answer, how: `${answer.how}; whether there is an approval could not be seen: ${why}` };
    }
    // The first operation of an approval: verified, then claimed, and only if it may come first.
    async #begin(number, digest, asked) {
        const { deps, demanded } = this.#verifying(asked.rules);
        const verifiedAt = this.#deps.monotonicMs();
        const progressOf = (of) => new Progress(of, of.operations.map(this.#deps.isFree));
        const mayBegin = (of) => progressOf(of).next(digest, asked) !== null;
        const { verified, manifest } = await useApproval({ repositoryId: this.#deps.repositoryId, number, digest: null }, this.#deps.session, { ...deps, mayBegin });
        if (manifest === null)
            return verified.outcome.kind === 'approved' ? outOfTurn(verified) : pending(verified);
        const use = { number, digest: manifestDigest(manifest), manifest, progress: progressOf(manifest), verified, demands: demanded(), verifiedAt };
        this.#uses.push(use);
        return this.#take(use, digest, asked);
    }
    // What follows: still approved, still ours, not expired.
    async #goOn(use, digest, asked) {
        const { deps, demanded } = this.#verifying(asked.rules);
        const more = this.#deps.demandsFor(asked.rules).some((demand) => !use.demands.some((known) => JSON.stringify(known) === JSON.stringify(demand)));
        const now = this.#deps.monotonicMs();
        if (more || now - use.verifiedAt >= FRESH_MS || now >= expiryOf(use)) {
            const verified = await verifyApproval({ repositoryId: this.#deps.repositoryId, number: use.number, digest: use.digest }, deps);
            if (verified.manifest === null || verified.outcome.kind !== 'approved' || manifestDigest(verified.manifest) !== use.digest)
                return pending(verified);
            if (verified.claimedBy !== this.#deps.session) {
                return pending({ ...verified, outcome: { kind: 'refused', why: 'the claim of this session is gone', hint: 'protect the tags `ostiary/claims/*`, and ask for a new approval' } });
            }
            Object.assign(use, { verified, demands: demanded(), verifiedAt: now });
        }
        return this.#take(use, digest, asked);
    }
    #take(use, digest, asked) {
        const place = use.progress.take(digest, asked);
        const { pull, outcome } = use.verified;
        if (place === null || outcome.kind !== 'approved')
            return outOfTurn(use.verified);
        const by = outcome.by.map(({ id, login }) => `${login} (${id})`);
        const of = `operation ${place + 1} of ${use.manifest.operations.length} of manifest ${use.digest.slice(0, 12)}`;
        return {
            kind: 'approved', approval: `${by.join(', ')} in ${pull.url}`, maxRows: use.manifest.operations[place]?.maxRows ?? null,
            seen: { state: 'used', manifest: use.digest, by, url: pull.url, reason: `${of}, until ${outcome.expiresAt}` },
            settle: (how) => use.progress.settle(place, how),
        };
    }
    // An approval that this session uses lists it, but not here.
    #notNext(digest) {
        const use = this.#uses.find(({ manifest }) => operationDigests(manifest).includes(digest));
        if (use === undefined)
            return null;
        return use.progress.state.spent ? spent(use.verified) : outOfTurn(use.verified);
    }
    // The rules that ask on the wire may be more than those that the text alone tells.
    #verifying(rules) {
        const { forge, explain, proposers } = this.#deps;
        let demands = [];
        const demandsOf = (manifest) => (demands = distinctDemands([...this.#deps.demandsOf(manifest), ...this.#deps.demandsFor(rules)]));
        return { deps: { forge, explain, proposers, demandsOf }, demanded: () => demands };
    }
}
// By our own clock, from the forge's answer on.
function expiryOf({ verified, verifiedAt }) {
    const { expiresAt } = verified.outcome;
    return verifiedAt + Date.parse(expiresAt) - Date.parse(verified.pull.now);
}
/** Why it is not approved, in one line. */
function stateOf({ outcome, claimedBy }) {
    switch (outcome.kind) {
        case 'approved':
            return claimedBy === null ? `approved until ${outcome.expiresAt}` : `used by session \`${claimedBy}\``;
        case 'refused':
            return `${outcome.why}: ${outcome.hint}`;
        case 'pending': {
            const missing = outcome.missing.map(({ rule, what }) => (rule === null ? what : `${what}, for \`${rule}\``));
            const others = outcome.notCounted.map(({ person, why }) => `${person === null ? 'somebody' : `\`${person.login}\` (${person.id})`} does not count: ${why}`);
            return [`waits for ${missing.join('; ')}`, ...others].join('; ');
        }
        default:
            return outcome;
    }
}
function pending(verified) {
    const { outcome, pull, digest } = verified;
    const reason = stateOf(verified);
    const isExpired = outcome.kind === 'pending' && outcome.notCounted.some(({ why }) => why.includes('has expired'));
    const state = outcome.kind === 'refused' ? 'refused' : isExpired ? 'expired' : 'requested';
    return { kind: 'pending', how: reason, url: pull.url, seen: { state, manifest: digest, by: [], url: pull.url, reason } };
}
function outOfTurn(verified) {
    return wait(verified, 'it is listed there, but not at this place: operations pass in the order of the manifest, each when what came before is done');
}
function spent(verified) {
    return wait(verified, 'the outcome of an operation is not known, so this approval is spent: look what the database has, and ask for a new one');
}
function wait({ pull, digest }, how) {
    return { kind: 'pending', how, url: pull.url, seen: { state: 'refused', manifest: digest, by: [], url: pull.url, reason: how } };
}

// EXTERNAL MODULE: ./lib/identity/principal.js
var identity_principal = __webpack_require__(30512);
;// CONCATENATED MODULE: ./lib/approval/notes.js
const LOST = {
    destroy: 'what it removes does not come back with a rollback of the release',
    write: 'rows that it changes or removes keep no copy of what they were',
    grant: 'what is done with new rights before they are taken away stays done',
    execute: 'what code does elsewhere is out of reach of a rollback',
    unknown: 'nobody can say what it does, so nobody can say what could be undone',
};
/** The notes of facts. */
function notesOf(facts) {
    const effects = new Set(facts.accesses.map(({ effect }) => effect));
    // A plain INSERT adds; everything else that writes may overwrite.
    if (facts.statement === 'INSERT')
        effects.delete('write');
    return {
        statement: facts.statement,
        touches: [...new Set(facts.accesses.map(({ effect, object, columns, why }) => {
                const named = columns.length === 0 || columns.includes('*') ? '' : ` (${columns.join(', ')})`;
                return `${effect} ${object ?? 'nothing in particular'}${named}${why === undefined ? '' : `: ${why}`}`;
            }))],
        hazards: facts.hazards.map(({ id, detail }) => `${id}: ${detail}`),
        irreversible: [...effects].flatMap((effect) => LOST[effect] ?? []),
        unknown: facts.unknown,
    };
}

;// CONCATENATED MODULE: ./lib/main/manifest-policy.js


/** Answers about manifests under one policy. */
class ManifestPolicy {
    #policy;
    #principal;
    #read;
    #now;
    /** `read`: of SQL without a catalog. */
    constructor(policy, of) {
        this.#policy = policy;
        this.#principal = of.principal;
        this.#read = of.read;
        this.#now = of.now;
    }
    explain = (operation) => notesOf(this.#operation(operation).facts);
    demandsOf = (manifest) => {
        const asking = manifest.operations.map((operation) => this.decide(operation)).filter(({ decision }) => decision === 'review').flatMap(({ rules }) => rules);
        return asking.length === 0 ? [this.#demand('default')] : this.demandsFor(asking);
    };
    demandsFor = (rules) => [...new Set(rules)].map((rule) => this.#demand(rule));
    isFree = (operation) => this.decide(operation).decision === 'allow';
    /** What the policy says without a catalog. */
    decide(operation) {
        return this.#policy.decide({ operation: this.#operation(operation), principal: this.#principal, resource: operation.resource.name, now: this.#now() });
    }
    // A rule that is not the policy's own word (`default`, `builtin:…`) asks the policy's approvers.
    #demand(rule) {
        const approvers = this.#policy.rules.find(({ id }) => id === rule)?.approvers ?? this.#policy.approvers;
        const { users, teams, codeowners, count, expiresSeconds } = approvers;
        return { rule, users: users.map(String), teams, codeowners, count, expiresSeconds };
    }
    #operation({ kind, resource, bytes, parameters, data, settings }) {
        if (kind !== 'sql')
            throw new errors/* GateError */.ue('INPUT_INVALID', `the manifest has an operation of kind \`${kind}\`, and this version enforces approvals of SQL only`, { hint: 'put the SQL up by itself' });
        const [read, ...more] = this.#read(bytes);
        if (read === undefined || more.length > 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', `an operation of the manifest is ${read === undefined ? 'no statement' : 'more than one statement'}`, { hint: 'one statement is one operation: put them up one by one' });
        return { kind, resource, facts: read.facts, parameters, data, settings };
    }
}

;// CONCATENATED MODULE: ./lib/main/approvals.js
// SPDX-License-Identifier: Apache-2.0
//
// Who answers when an operation of a job needs a review: the forge of the job, asked with the enforcer's own token; nobody where there is
// none. Refuses to take the repository, the commit or the run from anything but the verified token.







/** The approvals of one session. */
async function approvalsOf(session, { admitted, request }, world) {
    const { policy, principal, repositoryId } = admitted;
    const otherwise = new ask/* AskOnly */.c(policy.approvers);
    const forge = repositoryId === null ? null : await reviewForgeOf(world);
    if (forge === null || repositoryId === null) {
        if (request.approval !== null)
            throw new errors/* GateError */.ue('INPUT_INVALID', `input \`approval\` is \`${request.approval}\`, and there is no forge to ask about it here`, { hint: 'approvals are used by jobs of GitHub Actions, with the input `github-token`' });
        return otherwise;
    }
    const { loadSqlReader } = await __webpack_require__.e(/* import() */ 2882).then(__webpack_require__.bind(__webpack_require__, 60501));
    const asked = new ManifestPolicy(policy, { principal, read: await loadSqlReader(), now: () => runtime/* systemRuntime */.g.now() });
    const commit = (0,identity_principal/* claimText */.Q1)(principal.claims, 'sha');
    return new ReviewedApprovals({
        forge, repositoryId, session, otherwise, explain: asked.explain, demandsOf: asked.demandsOf, demandsFor: asked.demandsFor, isFree: asked.isFree,
        proposers: request.proposers, approval: request.approval === null ? null : namedPull(request.approval),
        // Hits the id of a commit; whatever else a token says there leads to no pull request.
        commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
        monotonicMs: () => runtime/* systemRuntime */.g.monotonicMs(),
    });
}
/** The forge of this job with the enforcer's token; null when there is none. */
async function reviewForgeOf({ host, environment }) {
    if (host !== 'github')
        return null;
    const token = (environment['INPUT_GITHUB-TOKEN'] ?? '').trim() || (environment.GITHUB_TOKEN ?? '');
    if (token === '')
        return null;
    const { GitHubApprovals } = await __webpack_require__.e(/* import() */ 7745).then(__webpack_require__.bind(__webpack_require__, 77745));
    return new GitHubApprovals({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: runtime/* systemRuntime */.g });
}

// EXTERNAL MODULE: ./lib/main/credential.js
var credential = __webpack_require__(31152);
// EXTERNAL MODULE: ./lib/main/guarded.js + 4 modules
var main_guarded = __webpack_require__(36997);
// EXTERNAL MODULE: ./lib/main/postgres.js
var postgres = __webpack_require__(71762);
;// CONCATENATED MODULE: ./lib/main/guard.js
// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.










/** Opens a session; throws GateError, and then nothing is left open. */
async function openGuard(request, world) {
    if (request.gateway !== null)
        return (await __webpack_require__.e(/* import() */ 5802).then(__webpack_require__.bind(__webpack_require__, 25802))).openRemoteGuard(request, request.gateway, world);
    const [admitted, parser] = await Promise.all([(0,admission/* admit */.w4)(request, world), sql_parser.SqlParser.load()]);
    const { policy, principal } = admitted;
    for (const problem of policy.warnings)
        world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
    const resources = chosenResources(policy, request);
    const session = (0,credential/* newSessionId */.OZ)();
    const approvals = await approvalsOf(session, { admitted, request }, world);
    const sessionDir = request.sessionDir ?? (0,external_node_path_.join)(admitted.defaultSessionDir, session);
    const guarded = await (0,main_guarded/* openSession */.f)({
        session, dir: sessionDir, principal, policy, policySource: admitted.policySource, host: { kind: world.host, facts: admitted.facts }, resources, command: request.command, durability: 'process', parser, approvals,
    }, world.log);
    const open = [];
    try {
        for (const resource of resources)
            open.push(await (0,postgres/* guardPostgres */.b)({ resource, session, door: guarded.door(resource) }, admitted.secretsFor(resource), world));
    }
    catch (thrown) {
        await Promise.allSettled(open.map((one) => one.close()));
        await guarded.seal('error');
        throw thrown;
    }
    const started = {
        session, sessionDir, recording: guarded.recording, endpoints: open.map((one) => one.endpoint),
        guide: (0,guide/* guideText */.A)(policy, resources.map((resource) => resource.name)), secretVariables: admitted.secretVariables(),
        observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
    };
    return {
        started, lost: new Promise(() => undefined),
        async seal(commandCode, onRefusal) {
            guarded.end();
            await Promise.allSettled(open.map((one) => one.close()));
            const { allow, review, deny } = guarded.tally;
            const sealed = { allow, review, deny };
            await guarded.seal((0,run/* outcomeOf */.sG)({ code: commandCode ?? 0, sealed, onRefusal, faulty: commandCode === null }));
            return sealed;
        },
    };
}
function chosenResources(policy, request) {
    const names = Object.keys(policy.resources);
    if (names.length === 0)
        throw new errors/* GateError */.ue('POLICY_INVALID', 'the policy has no `resources`, so there is nothing to guard', { hint: 'add the database under `resources:`' });
    const only = names[0];
    const wanted = request.resources.length > 0 ? [...new Set(request.resources)] : names.length === 1 && only !== undefined ? [only] : [];
    if (wanted.length === 0)
        throw new errors/* GateError */.ue('INPUT_INVALID', `the policy has ${names.length} resources, so the run has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
    return wanted.map((name) => {
        const resource = policy.resources[name];
        if (resource === undefined)
            throw new errors/* GateError */.ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
        if (resource.type !== 'postgres')
            throw new errors/* GateError */.ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, which this version can not guard yet`, { hint: 'it guards `postgres`' });
        if (request.local && !resource.local)
            throw new errors/* GateError */.ue('DENIED', `resource \`${name}\` is not for local runs`, { hint: 'mark it `local: true` in the policy, or run it from CI' });
        return resource;
    });
}

// EXTERNAL MODULE: ./lib/main/memory.js
var memory = __webpack_require__(21458);
;// CONCATENATED MODULE: ./lib/main/gate-process.js
// SPDX-License-Identifier: Apache-2.0
//
// The door of the gate process: takes one `start` and one `seal` from its parent. When the parent goes away it seals what there is and
// ends. Refuses to live longer than its parent, and to answer anything else.




/** Runs until the parent has had its answer to `seal`, or is gone. */
async function gateProcess(environment) {
    const send = (message) => {
        if (process.connected)
            process.send?.(message);
    };
    const log = {
        debug: (message, fields = {}) => send({ kind: 'log', level: 'debug', message, fields }),
        info: (message, fields = {}) => send({ kind: 'log', level: 'info', message, fields }),
        warn: (message, fields = {}) => send({ kind: 'log', level: 'warn', message, fields }),
        error: (message, fields = {}) => send({ kind: 'log', level: 'error', message, fields }),
    };
    // The terminal's Ctrl-C goes to the whole group; ending is the parent's decision, so that the recording is sealed.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => undefined);
    const guarded = (0,memory/* guardMemory */.D)(runtime/* systemRuntime */.g);
    let guard = null;
    await new Promise((ended) => {
        const fail = (thrown) => {
            const known = thrown instanceof errors/* GateError */.ue ? thrown : new errors/* GateError */.ue('INTERNAL', (0,errors/* messageOf */.bD)(thrown));
            send({ kind: 'failed', code: known.code, message: known.message, hint: known.hint ?? null });
        };
        const receive = async (message) => {
            if (message.kind === 'start') {
                await guarded;
                guard = await openGuard(message.request, { host: message.host, environment, log, mask: (value) => send({ kind: 'mask', value }) });
                send({ kind: 'started', started: guard.started });
                // What guards is gone: so are we, and the parent ends COMMAND.
                void guard.lost.then((why) => {
                    log.error(why);
                    ended();
                });
                return;
            }
            if (guard === null)
                throw new errors/* GateError */.ue('INTERNAL', 'nothing has been started');
            const sealed = await guard.seal(message.commandCode, message.onRefusal);
            send({ kind: 'sealed', sealed });
            ended();
        };
        process.on('message', (message) => {
            receive(message).catch((thrown) => {
                fail(thrown);
                // A seal that failed is an end, too: the parent has its answer, and would wait for a process that has nothing left to do.
                if (guard === null || message.kind === 'seal')
                    ended();
            });
        });
        send({ kind: 'awake' });
        process.on('disconnect', () => {
            void (guard === null ? Promise.resolve() : guard.seal(null, 'fail').then(() => undefined, () => undefined)).then(() => ended());
        });
    });
    if (process.connected)
        process.disconnect();
}


/***/ }),

/***/ 71762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ guardPostgres)
/* harmony export */ });
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56371);
/* harmony import */ var _parse_sql_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44939);
/* harmony import */ var _proxy_postgres_admission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61663);
/* harmony import */ var _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);
/* harmony import */ var _proxy_postgres_listener_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49372);
/* harmony import */ var _proxy_postgres_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38077);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31152);
/* harmony import */ var _upstream_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(49699);








const LOOPBACK = '127.0.0.1';
/** Opens the door of a resource for one session. */
async function guardPostgres(about, secrets, world) {
    const { resource, session: user, door } = about;
    const upstream = await (0,_upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .openUpstream */ .UT)(resource, secrets);
    try {
        const { database } = upstream;
        const { credential: password, verifier } = await (0,_credential_js__WEBPACK_IMPORTED_MODULE_6__/* .newCredential */ .a6)(user);
        world.mask(password);
        const behind = (0,_upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .behindOf */ .g9)(upstream, { database, door, over: new AbortController().signal });
        const listener = await _proxy_postgres_listener_js__WEBPACK_IMPORTED_MODULE_4__/* .PostgresListener */ .U.listen({
            host: LOOPBACK, port: 0, tls: null, admission: (0,_proxy_postgres_admission_js__WEBPACK_IMPORTED_MODULE_2__/* .soleAdmission */ .D)({ user, verifier, behind, log: world.log }), bearer: false, startupParameterAllowed: _parse_sql_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .startupParameterAllowed */ .bi, pinned: _upstream_js__WEBPACK_IMPORTED_MODULE_7__/* .PINNED */ .LS,
            runSession: _proxy_postgres_session_js__WEBPACK_IMPORTED_MODULE_5__/* .runSession */ .I, limits: _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LIMITS */ .dR, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .systemRuntime */ .g, log: world.log,
        });
        const endpoint = { resource: resource.name, type: 'postgres', host: LOOPBACK, port: listener.port, user, password, database, upstreamHost: upstream.host };
        const close = async () => {
            await listener.close();
            await upstream.close();
        };
        return { endpoint, close };
    }
    catch (thrown) {
        await upstream.close();
        throw thrown;
    }
}


/***/ }),

/***/ 36687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ createLocalJWKSet)
/* harmony export */ });
/* harmony import */ var _lib_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47859);
/* harmony import */ var _lib_jws_algorithms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68109);
/* harmony import */ var _util_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5674);
/* harmony import */ var _lib_validate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47784);




function isUsableJWK(jwk, entry, alg, kid) {
  const { kty, key_ops: keyOps, ext, kid: jwkKid, alg: jwkAlg, use, crv } = jwk;
  return (ext === void 0 || typeof ext == "boolean") && (keyOps === void 0 || Array.isArray(keyOps) && keyOps.every((operation, index) => typeof operation == "string" && keyOps.indexOf(operation) === index) && keyOps.includes("verify")) && entry.kty.includes(kty) && (kid === void 0 || typeof kid == "string" && kid === jwkKid) && (jwkAlg === void 0 ? kty !== "AKP" : alg === jwkAlg) && (use === void 0 || use === "sig") && (!entry.crv || crv === entry.crv);
}
async function importWithAlgCache(cache, jwk, entry) {
  const cached = cache.get(jwk) || cache.set(jwk, {}).get(jwk), { alg } = entry;
  if (cached[alg] === void 0) {
    const pending = (0,_lib_key_js__WEBPACK_IMPORTED_MODULE_0__/* .jwkToKey */ .xY)(entry, jwk, !0).then((key) => {
      if (key.type !== "public")
        throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set members must be public keys");
      return cached[alg] = key, key;
    }).catch((error) => {
      throw cached[alg] === pending && delete cached[alg], error;
    });
    cached[alg] = pending;
  }
  return cached[alg];
}
function createLocalJWKSet(jwks) {
  let snapshot;
  try {
    snapshot = structuredClone(jwks);
  } catch (cause) {
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set malformed", { cause });
  }
  if (!(0,_lib_validate_js__WEBPACK_IMPORTED_MODULE_2__/* .isJwkSet */ .fV)(snapshot))
    throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSInvalid */ .Dm("JSON Web Key Set malformed");
  const metadata = snapshot.keys.map((jwk) => {
    const normalized = (0,_lib_key_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotJwk */ .ZZ)(jwk);
    return Array.isArray(normalized.key_ops) && (normalized.key_ops = [...normalized.key_ops]), normalized;
  }), cached = /* @__PURE__ */ new WeakMap();
  return Object.defineProperty(async (protectedHeader, token) => {
    const { alg, kid } = { ...protectedHeader, ...token?.header }, entry = typeof alg == "string" ? _lib_jws_algorithms_js__WEBPACK_IMPORTED_MODULE_3__/* .JWS */ .p[alg] : void 0;
    if (!entry || entry.secret)
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JOSENotSupported */ .T0('Unsupported "alg" value for a JSON Web Key Set');
    const candidates = snapshot.keys.filter((_, index) => isUsableJWK(metadata[index], entry, alg, kid)), { 0: jwk, length } = candidates;
    if (!length)
      throw new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSNoMatchingKey */ .BT();
    if (length !== 1) {
      const error = new _util_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .JWKSMultipleMatchingKeys */ .$4();
      throw error[Symbol.asyncIterator] = async function* () {
        for (const jwk2 of candidates)
          try {
            yield await importWithAlgCache(cached, jwk2, entry);
          } catch {
          }
      }, error;
    }
    return importWithAlgCache(cached, jwk, entry);
  }, "jwks", {
    value: () => structuredClone(snapshot)
  });
}



/***/ }),

/***/ 95705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ compactVerify)
});

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/jws_algorithms.js
var jws_algorithms = __webpack_require__(68109);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/buffer_utils.js
var buffer_utils = __webpack_require__(77410);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/validate.js
var validate = __webpack_require__(47784);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/key.js
var lib_key = __webpack_require__(47859);
;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_verify.js





function snapshotJws(jws, sharedPayload) {
  const encodedProtectedHeader = jws.protected, inputHeader = jws.header, header = isObject(inputHeader) ? { ...inputHeader } : inputHeader;
  let payload = sharedPayload ? sharedPayload[0] : jws.payload;
  !sharedPayload && payload instanceof Uint8Array && (payload = new Uint8Array(payload));
  const signature = jws.signature, snapshot = { payload, signature };
  if (encodedProtectedHeader !== void 0 && (snapshot.protected = encodedProtectedHeader), inputHeader !== void 0 && (snapshot.header = header), encodedProtectedHeader === void 0 && header === void 0)
    throw new JWSInvalid('Flattened JWS must have either of the "protected" or "header" members');
  if (encodedProtectedHeader !== void 0 && typeof encodedProtectedHeader != "string")
    throw new JWSInvalid("JWS Protected Header incorrect type");
  if (payload === void 0)
    throw new JWSInvalid("JWS Payload missing");
  if (typeof signature != "string")
    throw new JWSInvalid("JWS Signature missing or incorrect type");
  if (header !== void 0 && !isObject(header))
    throw new JWSInvalid("JWS Unprotected Header incorrect type");
  return snapshot;
}
function prepareVerify(options) {
  return [options && (0,validate/* validateAlgorithms */.Fw)("algorithms", options.algorithms), options?.crit];
}
function parseProtectedHeader(encodedProtectedHeader) {
  return encodedProtectedHeader === void 0 ? {} : (0,validate/* parseJoseHeader */.OX)(encodedProtectedHeader, errors/* JWSInvalid */.Ye, "JWS Protected Header is invalid");
}
function encodeJsonUnencodedPayload(payload) {
  const invalid = /[\p{Cs}\p{Cn}]/u.exec(payload)?.[0];
  if (invalid !== void 0)
    throw new JWSInvalid(/\p{Cs}/u.test(invalid) ? "JWS Payload must be a well-formed Unicode string" : "JWS Payload must not contain unassigned Unicode code points");
  return encoder.encode(payload);
}
function encodeCompactUnencodedPayload(payload) {
  try {
    return (0,buffer_utils/* encode */.lF)(payload);
  } catch (cause) {
    throw new errors/* JWSInvalid */.Ye("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  const { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!(0,validate/* isDisjoint */.fz)(protectedHeader, header))
    throw new errors/* JWSInvalid */.Ye("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...header }, b64 = (0,validate/* validateB64 */.J0)(protectedHeader, (0,validate/* validateCrit */.nI)(errors/* JWSInvalid */.Ye, validate/* JWS_RECOGNIZED */.qc, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new errors/* JWSInvalid */.Ye('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new errors/* JOSEAlgNotAllowed */.Rb('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new errors/* JWSInvalid */.Ye("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new errors/* JWSInvalid */.Ye("JWS Payload must be a string or an Uint8Array instance");
  const signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload);
  let resolvedKey = !1;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = !0);
  const entry = (0,jws_algorithms/* jwsAlgorithm */.q)(alg), signingInput = (0,buffer_utils/* concat */.xW)(encodedProtectedHeader !== void 0 ? (0,buffer_utils/* encode */.lF)(encodedProtectedHeader) : new Uint8Array(), (0,buffer_utils/* encode */.lF)("."), typeof signingPayload == "string" ? shared[2] ??= (0,validate/* encodeAsciiMember */.MV)(signingPayload, "payload", errors/* JWSInvalid */.Ye) : signingPayload), signature = (0,validate/* decodeBase64url */.h2)(jws.signature, "signature", errors/* JWSInvalid */.Ye), verificationKey = await (0,lib_key/* prepareKey */.dT)(entry, key, "verify"), cryptoKey = await (0,lib_key/* rawKey */.GK)(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && (0,lib_key/* checkModulusLength */.or)(entry.alg, cryptoKey);
  let verified = !1;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new errors/* JWSSignatureVerificationFailed */.h2(void 0, { cause });
  }
  if (!verified)
    throw new errors/* JWSSignatureVerificationFailed */.h2();
  const result = { payload: typeof signingPayload == "string" ? (0,validate/* decodeBase64url */.h2)(signingPayload, "payload", errors/* JWSInvalid */.Ye) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = buffer_utils/* decoder */.D0.decode(jws)), typeof jws != "string")
    throw new errors/* JWSInvalid */.Ye("Compact JWS must be a string or Uint8Array");
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new errors/* JWSInvalid */.Ye("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jws/compact/verify.js

async function compactVerify(jws, key, options) {
  const [result] = await verifyCompact(jws, prepareVerify(options), key);
  return result;
}



/***/ })

};
