export const id = 3409;
export const ids = [3409];
export const modules = {

/***/ 86325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ reviewForgeOf),
/* harmony export */   WJ: () => (/* binding */ TOKEN_HINT),
/* harmony export */   mh: () => (/* binding */ approvalsOf)
/* harmony export */ });
/* harmony import */ var _approval_ask_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6806);
/* harmony import */ var _approval_candidates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26953);
/* harmony import */ var _approval_enforce_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56004);
/* harmony import */ var _approval_write_back_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17318);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56371);
/* harmony import */ var _identity_principal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30512);
/* harmony import */ var _manifest_policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(71448);
// SPDX-License-Identifier: Apache-2.0
//
// Who answers when an operation of a job needs a review: the forge of the job, asked with the enforcer's own token; nobody where there is
// none. Refuses to take the repository, the commit or the run from anything but the verified token.








/** The approvals of one session. */
async function approvalsOf(session, { admitted, request }, world) {
    const { policy, principal, repositoryId } = admitted;
    const otherwise = new _approval_ask_js__WEBPACK_IMPORTED_MODULE_7__/* .AskOnly */ .c(policy.approvers);
    const forge = repositoryId === null ? null : await reviewForgeOf(world, admitted);
    if (forge === null || repositoryId === null) {
        if (request.approval !== null)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `input \`approval\` is \`${request.approval}\`, and there is no forge to ask about it here`, { hint: TOKEN_HINT });
        return { approvals: otherwise, writeBack: null, outcomes: () => [] };
    }
    const { loadSqlReader } = await __webpack_require__.e(/* import() */ 2882).then(__webpack_require__.bind(__webpack_require__, 60501));
    const asked = new _manifest_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .ManifestPolicy */ .c(policy, { principal, read: await loadSqlReader(), now: () => _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRuntime */ .gh.now() });
    const commit = (0,_identity_principal_js__WEBPACK_IMPORTED_MODULE_5__/* .claimText */ .Q1)(principal.claims, 'sha');
    const approvals = new _approval_enforce_js__WEBPACK_IMPORTED_MODULE_1__/* .ReviewedApprovals */ .qe({
        forge, repositoryId, session, otherwise, explain: asked.explain, demandsOf: asked.demandsOf, demandsFor: asked.demandsFor, isFree: asked.isFree,
        proposers: request.proposers, approval: request.approval === null ? null : (0,_approval_candidates_js__WEBPACK_IMPORTED_MODULE_0__/* .namedPull */ .rL)(request.approval),
        // Hits the id of a commit; whatever else a token says there leads to no pull request.
        commit: commit !== null && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : null,
        monotonicMs: () => _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRuntime */ .gh.monotonicMs(),
    });
    const run = (0,_identity_principal_js__WEBPACK_IMPORTED_MODULE_5__/* .claimText */ .Q1)(principal.claims, forge.kind === 'github' ? 'run_id' : 'pipeline_id');
    const writeBack = new _approval_write_back_js__WEBPACK_IMPORTED_MODULE_2__/* .WriteBack */ .D({ forge, repositoryId, session, run, after: request.after ?? policy.approvals.after, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRuntime */ .gh });
    return { approvals, writeBack, outcomes: () => approvals.outcomes };
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
        return new GitLabApprovals({ url: environment.CI_SERVER_URL ?? 'https://gitlab.com', token: own, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRuntime */ .gh });
    }
    const token = own ?? ((environment['INPUT_GITHUB-TOKEN'] ?? '').trim() || (environment.GITHUB_TOKEN ?? ''));
    if (token === '')
        return null;
    const { GitHubApprovals } = await __webpack_require__.e(/* import() */ 4602).then(__webpack_require__.bind(__webpack_require__, 34602));
    return new GitHubApprovals({ baseUrl: environment.GITHUB_API_URL ?? 'https://api.github.com', token, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_4__/* .systemRuntime */ .gh });
}
/** Tokens of forges log in nowhere. */
const NOWHERE = { host: '', port: 0, user: null };
async function tokenOf({ policy: { forge }, secretsFor }) {
    if (forge === null)
        return null;
    try {
        const held = await secretsFor(forge).hold(forge.reference, NOWHERE);
        try {
            return (await held.current()).password;
        }
        finally {
            await held.release();
        }
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue))
            throw thrown;
        const named = thrown.message.includes(forge.reference) ? '' : `, \`${forge.reference}\``;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue(thrown.code, `\`forge.token\`${named}: ${thrown.message}`, { cause: thrown, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) });
    }
}


/***/ }),

/***/ 97619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ openGuard)
});

// UNUSED EXPORTS: chosenResources

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/guide.js
var guide = __webpack_require__(92522);
// EXTERNAL MODULE: ./lib/commands/run.js + 1 modules
var run = __webpack_require__(32650);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/parse/sql/parser.js + 3 modules
var sql_parser = __webpack_require__(88947);
// EXTERNAL MODULE: ./lib/main/admission.js + 1 modules
var admission = __webpack_require__(12358);
// EXTERNAL MODULE: ./lib/main/approvals.js
var approvals = __webpack_require__(86325);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./lib/main/telling.js
// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals, around the sealing of the recording: before it, so that the recording holds whether they
// were told; after it, with its digest. Refuses to fail for it: whatever happened has happened.




/** Seals and tells; resolves with what could not be told, in words. Throws only what `seal` throws. */
async function toldAround({ writeBack, outcomes }, guarded, seal) {
    const all = outcomes();
    if (writeBack === null || all.length === 0) {
        await seal();
        return [];
    }
    const first = await writeBack.tell(all);
    for (const { outcome, failed } of first) {
        const by = { manifest: outcome.manifest, by: [], url: outcome.pull.url };
        note(guarded, failed === null ? { state: 'told', ...by, reason: 'what became of it was written there' } : { state: 'untold', ...by, reason: failed });
    }
    await seal();
    const last = await digestOf(guarded.recording).then((sha256) => writeBack.finish(all, sha256), (thrown) => all.map((outcome) => ({ outcome, failed: (0,errors/* messageOf */.bD)(thrown) })));
    return [...first, ...last].flatMap(({ outcome, failed }) => (failed === null ? [] : [`${outcome.pull.url} could not be told what happened, which changes nothing about it: ${failed}`])).filter((one, index, list) => list.indexOf(one) === index);
}
/** The outcome of the one approval that was applied, as whoever sent its operations knows it: what the policy allows by itself, too. */
function withApplied(outcomes, applied) {
    if (applied === undefined)
        return outcomes;
    return outcomes.map((outcome) => (outcome.kind === 'used' ? { ...outcome, operations: applied, isDone: outcome.isDone && applied.every(({ how }) => how === 'done') } : outcome));
}
// A recording that fails says so when it is sealed.
function note(guarded, seen) {
    try {
        guarded.note(seen);
    }
    catch {
        // Sealing throws the same.
    }
}
async function digestOf(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./lib/main/credential.js
var credential = __webpack_require__(31152);
// EXTERNAL MODULE: ./lib/main/guarded.js + 3 modules
var main_guarded = __webpack_require__(38280);
// EXTERNAL MODULE: ./lib/main/postgres.js
var postgres = __webpack_require__(71762);
// EXTERNAL MODULE: ./lib/main/signing.js
var signing = __webpack_require__(20342);
;// CONCATENATED MODULE: ./lib/main/guard.js
// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.












/** Opens a session; throws GateError, and then nothing is left open. `known`: who asks, when that was found out before. */
async function openGuard(request, world, known) {
    if (request.gateway !== null)
        return (await __webpack_require__.e(/* import() */ 5802).then(__webpack_require__.bind(__webpack_require__, 25802))).openRemoteGuard(request, request.gateway, world);
    const [admitted, parser] = await Promise.all([known ?? (0,admission/* admit */.w4)(request, world), sql_parser.SqlParser.load()]);
    const { policy, principal } = admitted;
    for (const problem of policy.warnings)
        world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
    const resources = chosenResources(policy, request);
    const session = (0,credential/* newSessionId */.OZ)();
    const signer = await (0,signing/* signerOf */.Kv)(policy.record, admitted);
    const keyless = await (0,signing/* keylessOf */.s5)(policy.record, admitted, world.environment);
    const reviews = await (0,approvals/* approvalsOf */.mh)(session, { admitted, request }, world);
    const sessionDir = request.sessionDir ?? (0,external_node_path_.join)(admitted.defaultSessionDir, session);
    const guarded = await (0,main_guarded/* openSession */.f)({
        session, dir: sessionDir, principal, policy, policySource: admitted.policySource, host: { kind: world.host, facts: admitted.facts }, resources, command: request.command, durability: 'process', parser, approvals: reviews.approvals, holdMs: policy.approvals.holdMs, signer, stated: keyless !== null,
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
        guide: (0,guide/* guideText */.A)(policy, resources.map((resource) => resource.name)), secretVariables: [...admitted.secretVariables(), ...(world.environment['OSTIARY_FORGE_TOKEN'] === undefined ? [] : ['OSTIARY_FORGE_TOKEN'])],
        observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
    };
    const seal = async (commandCode, onRefusal, applied) => {
        guarded.end();
        await Promise.allSettled(open.map((one) => one.close()));
        const { allow, review, deny } = guarded.tally;
        const counts = { allow, review, deny };
        let statement = null;
        const untold = await toldAround({ ...reviews, outcomes: () => withApplied(reviews.outcomes(), applied) }, guarded, async () => {
            statement = await guarded.seal((0,run/* outcomeOf */.sG)({ code: commandCode ?? 0, sealed: counts, onRefusal, faulty: commandCode === null }));
        });
        for (const one of untold)
            world.log.warn(one);
        // The command is over: the token that this takes is none that it could see.
        if (keyless !== null && statement !== null)
            await keyless(statement, guarded.recording);
        return { ...counts, untold };
    };
    // Once: a parent that has its answer goes away, which seals, too, and nobody signs twice.
    let sealing = null;
    return { started, lost: new Promise(() => undefined), seal: (commandCode, onRefusal, applied) => (sealing ??= seal(commandCode, onRefusal, applied)) };
}
/** The resources that a request means. Throws GateError. */
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


/***/ }),

/***/ 71448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ ManifestPolicy)
});

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

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/parse/http/operation.js
var operation = __webpack_require__(17889);
;// CONCATENATED MODULE: ./lib/main/manifest-policy.js



/** Answers about manifests under one policy. */
class ManifestPolicy {
    #policy;
    #principal;
    #read;
    #others;
    #now;
    /** `read`: of SQL without a catalog; `others`: of kinds that can be put up for review, and are not enforced yet. */
    constructor(policy, of) {
        this.#policy = policy;
        this.#principal = of.principal;
        this.#read = of.read;
        this.#others = of.others ?? (() => undefined);
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
    /** What a parser finds in its bytes. */
    factsOf(operation) {
        return this.#operation(operation).facts;
    }
    // A rule that is not the policy's own word (`default`, `builtin:…`) asks the policy's approvers.
    #demand(rule) {
        const approvers = this.#policy.rules.find(({ id }) => id === rule)?.approvers ?? this.#policy.approvers;
        const { users, teams, codeowners, count, expiresSeconds } = approvers;
        return { rule, users: users.map(String), teams, codeowners, count, expiresSeconds };
    }
    #operation({ kind, resource, bytes, parameters, data, settings, impact }) {
        const reader = kind === 'sql' ? this.#read : this.#others(kind);
        if (reader === undefined)
            throw new errors/* GateError */.ue('INPUT_INVALID', `the manifest has an operation of kind \`${kind}\`, which nothing executes yet, so nothing is approved by it`, { hint: 'put SQL up by itself' });
        const [read, ...more] = reader(bytes).map((one) => (0,operation/* askedOf */.iN)(one, this.#policy.resources[resource.name]?.url ?? null));
        if (read === undefined || more.length > 0)
            throw new errors/* GateError */.ue('INPUT_INVALID', `an operation of the manifest is ${read === undefined ? 'no statement' : 'more than one statement'}`, { hint: 'one statement is one operation: put them up one by one' });
        // Readers of scripts pass over what does nothing, and what is shown has to be of all of it.
        if (kind !== 'sql' && read.facts.text !== bytes)
            throw new errors/* GateError */.ue('INPUT_INVALID', 'an operation of the manifest holds more than one operation', { hint: 'put operations up one by one' });
        // As estimated then: who asks on the wire estimates again, and adds what that brings.
        return { kind, resource, facts: read.facts, parameters, data, settings, rows: impact?.rows ?? undefined };
    }
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
/* harmony import */ var _proxy_postgres_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55781);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31152);
/* harmony import */ var _upstream_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4528);








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
            runSession: _proxy_postgres_session_js__WEBPACK_IMPORTED_MODULE_5__/* .runSession */ .I, limits: _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFAULT_LIMITS */ .dR, runtime: _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__/* .systemRuntime */ .gh, log: world.log,
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
