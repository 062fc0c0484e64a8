export const id = 5504;
export const ids = [5504];
export const modules = {

/***/ 71924:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGuard: () => (/* binding */ openGuard)
/* harmony export */ });
/* unused harmony export chosenResources */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _commands_guide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92522);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82547);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _parse_sql_parser_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48476);
/* harmony import */ var _admission_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12358);
/* harmony import */ var _approvals_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86325);
/* harmony import */ var _telling_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83620);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(31152);
/* harmony import */ var _guarded_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(23037);
/* harmony import */ var _recorded_command_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(27533);
/* harmony import */ var _postgres_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(71762);
/* harmony import */ var _signing_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(20342);
// SPDX-License-Identifier: Apache-2.0
//
// Builds one guarded session inside the gate process: who asks, which policy, which resources, one recording, one listener each.
// Refuses to listen before all of it is there; what was opened is closed again when a later step fails.













/** Opens a session; throws GateError, and then nothing is left open. `known`: who asks, when that was found out before. */
async function openGuard(request, world, known) {
    if (request.gateway !== null)
        return (await __webpack_require__.e(/* import() */ 5802).then(__webpack_require__.bind(__webpack_require__, 25802))).openRemoteGuard(request, request.gateway, world);
    const [admitted, parser] = await Promise.all([known ?? (0,_admission_js__WEBPACK_IMPORTED_MODULE_5__/* .admit */ .w4)(request, world), _parse_sql_parser_js__WEBPACK_IMPORTED_MODULE_4__.SqlParser.load()]);
    const { policy, principal } = admitted;
    for (const problem of policy.warnings)
        world.log.warn(`${problem.file}:${problem.line}: ${problem.message}`);
    const resources = chosenResources(policy, request);
    const session = (0,_credential_js__WEBPACK_IMPORTED_MODULE_8__/* .newSessionId */ .OZ)();
    const kept = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_12__/* .signerOf */ .Kv)(policy.record, admitted);
    const keyless = await (0,_signing_js__WEBPACK_IMPORTED_MODULE_12__/* .keylessOf */ .s5)(policy.record, { token: admitted.token, environment: world.environment });
    // Before anything is open, and before COMMAND could be there to see it.
    const signing = kept === null ? ((await keyless?.begin(session)) ?? null) : { signer: kept, keyBundle: null };
    const reviews = await (0,_approvals_js__WEBPACK_IMPORTED_MODULE_6__/* .approvalsOf */ .mh)(session, { admitted, request, resources: resources.map(({ name }) => name) }, world);
    const sessionDir = request.sessionDir ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(admitted.defaultSessionDir, session);
    const guarded = await (0,_guarded_js__WEBPACK_IMPORTED_MODULE_9__/* .openSession */ .f)({
        session, dir: sessionDir, principal, policy, policySource: admitted.policySource, host: { kind: world.host, facts: admitted.facts }, resources, command: request.command, secrets: (0,_recorded_command_js__WEBPACK_IMPORTED_MODULE_10__/* .secretValues */ .V)(world.environment, resources.flatMap(({ credential }) => (credential?.startsWith('env:') === true ? [credential.slice('env:'.length)] : []))), durability: 'process', parser, approvals: reviews.approvals, holdMs: policy.approvals.holdMs, signing, stated: keyless !== null,
    }, world.log).catch(async (thrown) => {
        await reviews.release();
        throw thrown;
    });
    const open = [];
    try {
        for (const seen of reviews.opening)
            guarded.note(seen);
        for (const resource of resources)
            open.push(await (0,_postgres_js__WEBPACK_IMPORTED_MODULE_11__/* .guardPostgres */ .b)({ resource, session, door: guarded.door(resource) }, admitted.secretsFor(resource), world));
    }
    catch (thrown) {
        await Promise.allSettled([...open.map((one) => one.close()), reviews.release()]);
        await guarded.seal('error');
        throw thrown;
    }
    const started = {
        session, sessionDir, recording: guarded.recording, endpoints: open.map((one) => one.endpoint),
        guide: (0,_commands_guide_js__WEBPACK_IMPORTED_MODULE_1__/* .guideText */ .A)(policy, resources.map((resource) => resource.name)), secretVariables: [...admitted.secretVariables(), ...(world.environment['OSTIARY_FORGE_TOKEN'] === undefined ? [] : ['OSTIARY_FORGE_TOKEN'])],
        observeUntil: policy.mode.kind === 'observe' ? policy.mode.until : null,
    };
    const seal = async (commandCode, onRefusal, applied) => {
        guarded.end();
        await Promise.allSettled(open.map((one) => one.close()));
        const { allow, review, deny } = guarded.tally;
        const counts = { allow, review, deny };
        let statement = null;
        const untold = await (0,_telling_js__WEBPACK_IMPORTED_MODULE_7__/* .toldAround */ .Hj)({ ...reviews, outcomes: () => (0,_telling_js__WEBPACK_IMPORTED_MODULE_7__/* .withApplied */ .YC)(reviews.outcomes(), applied) }, guarded, async () => {
            statement = await guarded.seal((0,_commands_run_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeOf */ .s)({ code: commandCode ?? 0, sealed: counts, onRefusal, faulty: commandCode === null }));
        }).finally(() => reviews.release());
        for (const one of untold)
            world.log.warn(one);
        // The command is over: the token that this takes is none that it could see.
        if (keyless !== null && statement !== null)
            await keyless.end(statement, guarded.recording);
        return { ...counts, untold };
    };
    // Once: a parent that has its answer goes away, which seals, too, and nobody signs twice.
    let sealing = null;
    const catalogOf = (resource) => {
        const known = open[resources.findIndex(({ name }) => name === resource)];
        if (known === undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INTERNAL', `resource \`${resource}\` is not guarded`);
        return known.catalog();
    };
    return { started, catalogOf, lost: new Promise(() => undefined), seal: (commandCode, onRefusal, applied) => (sealing ??= seal(commandCode, onRefusal, applied)) };
}
/** The resources that a request means. Throws GateError. */
function chosenResources(policy, request) {
    const names = Object.keys(policy.resources);
    if (names.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('POLICY_INVALID', 'the policy has no `resources`, so there is nothing to guard', { hint: 'add the database under `resources:`' });
    const only = names[0];
    const wanted = request.resources.length > 0 ? [...new Set(request.resources)] : names.length === 1 && only !== undefined ? [only] : [];
    if (wanted.length === 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `the policy has ${names.length} resources, so the run has to name one`, { hint: `add \`--resource NAME\`: ${names.join(', ')}` });
    return wanted.map((name) => {
        const resource = policy.resources[name];
        if (resource === undefined)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is not in the policy`, { hint: `it has: ${names.join(', ')}` });
        if (resource.type !== 'postgres')
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('INPUT_INVALID', `resource \`${name}\` is of type \`${resource.type}\`, which this version can not guard yet`, { hint: 'it guards `postgres`' });
        if (request.local && !resource.local)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue('DENIED', `resource \`${name}\` is not for local runs`, { hint: 'mark it `local: true` in the policy, or run it from CI' });
        return resource;
    });
}


/***/ }),

/***/ 71762:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ guardPostgres)
/* harmony export */ });
/* harmony import */ var _core_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56371);
/* harmony import */ var _parse_sql_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44939);
/* harmony import */ var _proxy_postgres_admission_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61663);
/* harmony import */ var _proxy_postgres_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1868);
/* harmony import */ var _proxy_postgres_listener_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49372);
/* harmony import */ var _proxy_postgres_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34722);
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
        return { endpoint, catalog: () => upstream.catalog.current(), close };
    }
    catch (thrown) {
        await upstream.close();
        throw thrown;
    }
}


/***/ }),

/***/ 36687:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

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
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


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
