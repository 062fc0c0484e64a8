export const id = 3486;
export const ids = [3486];
export const modules = {

/***/ 70346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WJ: () => (/* binding */ TOKEN_HINT),
  mh: () => (/* binding */ approvalsOf),
  Aq: () => (/* binding */ lookedAtLate),
  Fi: () => (/* binding */ reviewForgeOf)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/approval/break-glass.js
// SPDX-License-Identifier: Apache-2.0
//
// Break-glass: a named person lets operations that need a review run now, with a reason, for a while. Somebody else is told before anything
// happens, and has to review it afterwards. Refuses whoever is not in the group by the forge's word, now; and to begin when nobody could be told.

/** Branches of break-glass; ours, and removed when they were reviewed. */
const BREAK_PREFIX = 'ostiary/approvals/break-glass-';
const FOLDER = '.ostiary/break-glass';
/** Operations that a pull request is told one by one. */
const MAX_TOLD = 100;
/** Where the record of a session lies. */
function breakPath(session) {
    return `${FOLDER}/${session}.json`;
}
/** Checks who it is, and tells the others. Resolves when they were told; throws DENIED or FORGE_FAILED, and then nothing is open. */
async function breakGlass(request, forge, monotonicMs) {
    const { run, session, reason, resources, notify, maxMs, now } = request;
    const repository = await forge.repository(request.repositoryId);
    const people = run === null ? null : await forge.prompters(repository, run);
    if (run === null || people === null || people.length === 0)
        throw denied('nobody knows which person started this run', 'start it by hand: a run that an agent, an App or a schedule started may not');
    for (const person of people)
        await demandMember(person, request, { forge, repository });
    const others = { users: notify.users.filter((id) => !people.some((person) => person.id === id)), teams: notify.teams };
    if (others.users.length + others.teams.length === 0)
        throw denied('there is nobody else to tell', 'name somebody under `break_glass.notify` who did not start the run');
    const record = { format: 'ostiary-break-glass-v1', session, run, by: people, reason, until: new Date(now + maxMs).toISOString(), resources };
    // INVARIANT: somebody else is asked for a review before the first operation can pass. Whatever fails here leaves the glass whole.
    const pull = await forge.open(repository, {
        branch: `${BREAK_PREFIX}${session}`, title: `Break-glass on ${resources.join(', ')}: to be reviewed`, files: [{ path: breakPath(session), text: `${JSON.stringify(record, null, 2)}\n` }],
        body: bodyOf(record, others.teams),
    });
    await forge.requestReviewers(repository, pull, others);
    await forge.showStatus(repository, { commit: pull.head, state: 'refused', title: 'break-glass: has to be reviewed', summary: 'Operations that need a review may run without one. Somebody else has to look at them afterwards.', url: pull.url });
    return new BreakGlass({ pull, people, reason, until: record.until, ends: monotonicMs() + maxMs, monotonicMs });
}
async function demandMember({ id, login }, { may }, { forge, repository }) {
    const standing = await forge.standing(repository, { id, login, kind: 'person' });
    if (standing.account.kind !== 'person' || standing.account.id !== id || !standing.mayWrite)
        throw denied(`\`${login}\` (${id}) may not write here`, 'somebody of the group has to start the run');
    if (may.users.includes(id))
        return;
    for (const team of may.teams)
        if ((await forge.team(team)).includes(id))
            return;
    throw denied(`\`${login}\` (${id}) is not in the group that may`, 'somebody of the group under `break_glass` has to start the run, and alone');
}
function denied(why, hint) {
    return new errors/* GateError */.ue('DENIED', `break-glass: ${why}`, { hint });
}
// The reason is a person's own words: in a block of code, so that it is only read.
function bodyOf({ by, reason, until, resources, session }, teams) {
    const mentions = teams.map((team) => `@${team}`).join(' ');
    return [
        `${by.map(({ id, login }) => `${login} (${id})`).join(', ')} let operations on ${resources.map((name) => `\`${name}\``).join(', ')} run that need a review, until ${until}, in session \`${session}\`.`,
        '', ...reason.split('\n').map((line) => `    ${line}`), '',
        `Look at what ran (a comment tells it when the session ends), and approve this pull request when you have.${mentions === '' ? '' : ` ${mentions}`}`, '',
    ].join('\n');
}
/** The approvals of a session under break-glass, for as long as it lasts. What the policy denies never gets here. */
class BreakGlass {
    #broken;
    #ran = [];
    constructor(broken) {
        this.#broken = broken;
    }
    /** For the recording. */
    get seen() {
        const { pull, people, reason, until } = this.#broken;
        return { state: 'break-glass', manifest: null, by: people.map(({ id, login }) => `${login} (${id})`), url: pull.url, reason: `until ${until}: ${reason}` };
    }
    async claim(operation) {
        const { pull, until, ends, monotonicMs } = this.#broken;
        if (monotonicMs() >= ends)
            return { kind: 'pending', how: `break-glass ended at ${until}: ask for a review, or start again`, url: pull.url, seen: { ...this.seen, state: 'expired' } };
        const ran = { resource: operation.resource.name, text: operation.facts.redacted, how: 'unknown', said: null };
        this.#ran.push(ran);
        return {
            kind: 'approved', approval: `nobody yet: break-glass by ${this.seen.by.join(', ')}, to be reviewed in ${pull.url}`, maxRows: null, seen: this.seen,
            settle: (how, said) => {
                ran.how = how === 'done' ? 'done' : how === 'rolled-back' ? 'rolled back' : 'unknown';
                ran.said = said ?? ran.said;
            },
        };
    }
    /** What is told when the session ends. */
    get outcomes() {
        const { pull, reason } = this.#broken;
        const more = this.#ran.length > MAX_TOLD ? `; the recording has all ${this.#ran.length}` : '';
        return [{ kind: 'break-glass', pull, manifest: null, isDone: false, operations: this.#ran.slice(0, MAX_TOLD).map((ran) => ({ ...ran })), why: `${reason}${more}` }];
    }
}

// EXTERNAL MODULE: ./lib/approval/count.js
var count = __webpack_require__(87064);
;// CONCATENATED MODULE: ./lib/approval/after-review.js


/** A year: who looks at it late has looked. */
const LATE_SECONDS = 31_536_000;
/** Looks at all that wait; shows the check and closes where somebody has looked. Throws FORGE_FAILED. */
async function settleAfterReviews(repositoryId, notify, forge) {
    const repository = await forge.repository(repositoryId);
    const open = (await forge.underReview(repository, BREAK_PREFIX)).filter(({ state }) => state === 'open');
    const found = [];
    for (const pull of open) {
        const outcome = await reviewOf(pull, { repository, notify, forge });
        if (outcome.kind !== 'approved') {
            found.push({ pull, by: [], missing: outcome.kind === 'refused' ? outcome.why : outcome.missing.map(({ what }) => what).join('; ') });
            continue;
        }
        const by = outcome.by.map(({ id, login }) => `${login} (${id})`).join(', ');
        await forge.showStatus(repository, { commit: pull.head, state: 'executed', title: `break-glass: reviewed by ${by}`, summary: `Reviewed by ${by}.`, url: pull.url });
        await forge.close(repository, pull);
        found.push({ pull, by: outcome.by, missing: null });
    }
    return found;
}
async function reviewOf(pull, { repository, notify, forge }) {
    const demand = { rule: 'break-glass', users: notify.users, teams: notify.teams, codeowners: false, count: 1, expiresSeconds: LATE_SECONDS };
    const text = await forge.file(repository, pull.head, breakPath(pull.branch.slice(BREAK_PREFIX.length)));
    const record = text === null ? null : recordIn(text);
    if (record === null)
        return { kind: 'refused', why: `pull request ${pull.number} does not hold its record any more`, hint: 'it was changed by hand' };
    const commits = await forge.commits(repository, pull);
    const pushes = await forge.pushes(repository, pull.branch);
    const prompters = await forge.prompters(repository, record.run);
    const reviews = await forge.reviews(repository, pull);
    const standings = new Map();
    for (const { by } of reviews.decisions)
        if (by !== null && by.kind === 'person')
            standings.set(by.id, await forge.standing(repository, by));
    const teams = new Map();
    for (const name of notify.teams)
        teams.set(name, new Set(await forge.team(name)));
    return (0,count/* countReviews */.T)({ pull, reviews, commits, pushes, prompters, alleged: record.by, standings, teams, owners: new Set() }, [demand]);
}
function recordIn(text) {
    try {
        const { format, run, by } = JSON.parse(text);
        const isWhole = format === 'ostiary-break-glass-v1' && typeof run === 'string' && /^[1-9]\d{0,18}$/u.test(run) && Array.isArray(by)
            && by.every((person) => typeof person?.id === 'string' && typeof person.login === 'string');
        return isWhole ? { run, by } : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/approval/ask.js
var ask = __webpack_require__(6806);
// EXTERNAL MODULE: ./lib/approval/candidates.js
var candidates = __webpack_require__(26953);
// EXTERNAL MODULE: ./lib/approval/enforce.js + 1 modules
var enforce = __webpack_require__(56004);
// EXTERNAL MODULE: ./lib/approval/write-back.js + 1 modules
var write_back = __webpack_require__(17318);
// EXTERNAL MODULE: ./lib/core/runtime.js
var runtime = __webpack_require__(56371);
// EXTERNAL MODULE: ./lib/identity/principal.js
var identity_principal = __webpack_require__(30512);
// EXTERNAL MODULE: ./lib/main/kept.js
var kept = __webpack_require__(23469);
// EXTERNAL MODULE: ./lib/main/manifest-policy.js + 1 modules
var manifest_policy = __webpack_require__(71448);
;// CONCATENATED MODULE: ./lib/main/approvals.js
// SPDX-License-Identifier: Apache-2.0
//
// Who answers when an operation of a job needs a review: the forge of the job, asked with the enforcer's own token; nobody where there is
// none. Refuses to take the repository, the commit or the run from anything but the verified token.











/** The approvals of one session. */
async function approvalsOf(session, { admitted, request, resources }, world) {
    const { policy, principal, repositoryId } = admitted;
    const otherwise = new ask/* AskOnly */.c(policy.approvers);
    const forge = repositoryId === null ? null : await reviewForgeOf(world, admitted);
    if (forge === null || repositoryId === null) {
        if (request.approval !== null)
            throw new errors/* GateError */.ue('INPUT_INVALID', `input \`approval\` is \`${request.approval}\`, and there is no forge to ask about it here`, { hint: TOKEN_HINT });
        if (request.breakGlass !== null)
            throw new errors/* GateError */.ue('INPUT_INVALID', 'there is no forge here that could tell who started this run, and tell somebody else', { hint: TOKEN_HINT });
        return { approvals: otherwise, writeBack: null, outcomes: () => [], opening: [] };
    }
    const late = policy.breakGlass === null ? [] : await lookedAtLate({ forge, repositoryId, notify: policy.breakGlass.notify, log: world.log });
    const run = (0,identity_principal/* claimText */.Q1)(principal.claims, forge.kind === 'github' ? 'run_id' : 'pipeline_id');
    const writeBack = new write_back/* WriteBack */.D({ forge, repositoryId, session, run, after: request.after ?? policy.approvals.after, runtime: runtime/* systemRuntime */.gh });
    if (request.breakGlass !== null) {
        const broken = await broke(session, { request, resources, policy, principal, repositoryId, run }, forge);
        world.log.warn(`break-glass: what needs a review runs without one, ${broken.seen.reason} (${broken.seen.url})`);
        return { approvals: broken, writeBack, outcomes: () => broken.outcomes, opening: [...late, broken.seen] };
    }
    const { loadSqlReader } = await __webpack_require__.e(/* import() */ 2882).then(__webpack_require__.bind(__webpack_require__, 60501));
    const asked = new manifest_policy/* ManifestPolicy */.c(policy, { principal, read: await loadSqlReader(), now: () => runtime/* systemRuntime */.gh.now() });
    const commit = (0,identity_principal/* claimText */.Q1)(principal.claims, 'sha');
    const approvals = new enforce/* ReviewedApprovals */.qe({
        forge, repositoryId, session, otherwise, explain: asked.explain, demandsOf: asked.demandsOf, demandsFor: asked.demandsFor, isFree: asked.isFree,
        proposers: request.proposers, approval: request.approval === null ? null : (0,candidates/* namedPull */.rL)(request.approval),
        // Hits the id of a commit; whatever else a token says there leads to no pull request.
        commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
        monotonicMs: () => runtime/* systemRuntime */.gh.monotonicMs(),
    });
    return { approvals, writeBack, outcomes: () => approvals.outcomes, opening: late };
}
async function broke(session, { request, resources, policy, principal, repositoryId, run }, forge) {
    const { breakGlass: settings } = policy;
    if (settings === null)
        throw new errors/* GateError */.ue('DENIED', 'break-glass: the policy lets nobody', { hint: 'the key `break_glass` of the policy says who may; until then ask for a review' });
    // By default no job may: whether an agent is in it is known to nobody but the policy.
    if (!principal.names.some((name) => settings.principals.includes(name)))
        throw new errors/* GateError */.ue('DENIED', 'break-glass: this job is none of those that may', { hint: 'name its identity under `break_glass.principal` when only people start it, and no agent is in it' });
    return breakGlass({
        repositoryId, session, run, reason: request.breakGlass ?? '', resources, may: settings, notify: settings.notify, maxMs: settings.maxMs, now: runtime/* systemRuntime */.gh.now(),
    }, forge, () => runtime/* systemRuntime */.gh.monotonicMs());
}
/** Settles what was reviewed after break-glass, and says what still waits. Never throws: it decides nothing here. */
async function lookedAtLate({ forge, repositoryId, notify, log }) {
    try {
        const found = await settleAfterReviews(repositoryId, notify, forge);
        for (const { pull, missing } of found)
            if (missing !== null)
                log.warn(`break-glass without a review since: ${pull.url} waits for ${missing}`);
        return found.flatMap(({ pull, by, missing }) => (missing === null ? [{ state: 'approved', manifest: null, by: by.map(({ id, login }) => `${login} (${id})`), url: pull.url, reason: 'reviewed after break-glass' }] : []));
    }
    catch (thrown) {
        log.warn(`reviews after break-glass could not be looked for: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return [];
    }
}
/** What to write where there is no token, for each forge. */
const TOKEN_HINT = 'GitHub: the input `github-token`; GitLab: `forge: { token: "vault:PATH" }` in the policy (docs/approvals.md)';
/** The forge of this job with the enforcer's token: that of the policy, else the job's own where it is enough; null when there is none. */
async function reviewForgeOf({ host, environment, log }, admitted) {
    if (host === 'shell')
        return null;
    const own = await tokenOf(admitted);
    if (host === 'gitlab') {
        // INVARIANT: a static key counts only where the policy of the protected branch says so, and each run says it again.
        if (own === null && environment.OSTIARY_FORGE_TOKEN !== undefined)
            log.warn('`OSTIARY_FORGE_TOKEN` is not used, since the policy does not name it: keep the token in a vault, or write `forge: { token: env:OSTIARY_FORGE_TOKEN, allow_static: true }`');
        if (own === null)
            return null;
        const { GitLabApprovals } = await __webpack_require__.e(/* import() */ 5513).then(__webpack_require__.bind(__webpack_require__, 75513));
        return new GitLabApprovals({ url: environment.CI_SERVER_URL ?? 'https://gitlab.com', token: own, runtime: runtime/* systemRuntime */.gh });
    }
    const token = own ?? ((environment['INPUT_GITHUB-TOKEN'] ?? '').trim() || (environment.GITHUB_TOKEN ?? ''));
    if (token === '')
        return null;
    const { GitHubApprovals } = await __webpack_require__.e(/* import() */ 4602).then(__webpack_require__.bind(__webpack_require__, 34602));
    return new GitHubApprovals({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: runtime/* systemRuntime */.gh });
}
async function tokenOf({ policy: { forge }, secretsFor }) {
    return forge === null ? null : (0,kept/* readKept */.D)(secretsFor(forge), { name: 'forge.token', reference: forge.reference }, (token) => token);
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
