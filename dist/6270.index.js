export const id = 6270;
export const ids = [6270];
export const modules = {

/***/ 23714:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   xN: () => (/* binding */ assumeRole),
/* harmony export */   xe: () => (/* binding */ awsClient)
/* harmony export */ });
/* unused harmony export without */
/* harmony import */ var _aws_sdk_credential_provider_web_identity__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29956);
/* harmony import */ var _pinned_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91453);
// SPDX-License-Identifier: Apache-2.0
//
// A role of AWS for a quarter of an hour, by web identity. Refuses AWS's own search for credentials (environment, files, instance
// metadata): what the policy says is all there is.
// @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html


/** The shortest that STS gives. */
const ROLE_SECONDS = 900;
/** What every client of AWS is configured with: nothing is left for it to look up elsewhere. */
function awsClient(settings, endpoint, carrier) {
    return { region: settings.region, endpoint, requestHandler: handlerOver(carrier), maxAttempts: 1, useFipsEndpoint: false, useDualstackEndpoint: false, retryMode: 'standard', defaultsMode: 'standard', userAgentAppId: 'ostiary' };
}
/** Keys of the vault's role, with everything secret of them masked. */
async function assumeRole(settings, { reference }, world) {
    const token = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_0__/* .tokenFor */ .fn)(settings, reference, world);
    const carrier = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_0__/* .carrierTo */ .AQ)([settings.login], settings, world);
    try {
        const keys = await (0,_aws_sdk_credential_provider_web_identity__WEBPACK_IMPORTED_MODULE_1__.fromWebToken)({
            roleArn: settings.roleArn, webIdentityToken: token, roleSessionName: 'ostiary', durationSeconds: ROLE_SECONDS,
            clientConfig: awsClient(settings, settings.login, carrier),
        })();
        for (const secret of [keys.secretAccessKey, keys.sessionToken ?? ''])
            if (secret !== '')
                world.mask(secret);
        return keys;
    }
    catch (thrown) {
        throw (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_0__/* .sdkFailure */ .$6)(reference, thrown, { carrier, secrets: [token], hint: `check \`role_arn\` of \`vaults.${settings.name}\`, its trust policy (audience \`${settings.audience}\`, conditions on the subject), and that the account knows the issuer` });
    }
}
function handlerOver(carrier) {
    return {
        async handle({ method, protocol, hostname, port, path, query, headers, body }) {
            const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
            for (const [name, value] of Object.entries(query ?? {}))
                for (const one of [value ?? ''].flat())
                    url.searchParams.append(name, one);
            const response = await carrier.carry({ url: url.href, method, headers: without(headers, ['host', 'content-length']), body: bodyOf(body) });
            return { response: { statusCode: response.status, headers: Object.fromEntries(response.headers), body: new Uint8Array(await response.arrayBuffer()) } };
        },
        destroy: () => undefined,
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
    };
}
/** Headers without those that the road sets itself. */
function without(headers, names) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())));
}
function bodyOf(body) {
    return typeof body === 'string' || body instanceof Uint8Array ? body : undefined;
}


/***/ }),

/***/ 6270:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   secretsManagerSource: () => (/* binding */ secretsManagerSource)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12994);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25487);
/* harmony import */ var _aws_role_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23714);
/* harmony import */ var _pinned_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91453);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79239);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28443);
// SPDX-License-Identifier: Apache-2.0
//
// `aws-sm:NAME[#FIELD]` (or an ARN): a secret of AWS Secrets Manager, as a role that trusts the issuer. Refuses binary secrets.
// @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html






/** A source that asks for the current version each time. */
function secretsManagerSource(settings, asked, world) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .plainSource */ .w)(async () => {
        const { reference, rest, field, target } = asked;
        const keys = await (0,_aws_role_js__WEBPACK_IMPORTED_MODULE_1__/* .assumeRole */ .xN)(settings, asked, world);
        const carrier = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_2__/* .carrierTo */ .AQ)([settings.address], settings, world);
        const client = new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_5__/* .SecretsManagerClient */ ._H({ ...(0,_aws_role_js__WEBPACK_IMPORTED_MODULE_1__/* .awsClient */ .xe)(settings, settings.address, carrier), credentials: keys });
        const answer = await client.send(new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_5__/* .GetSecretValueCommand */ .d2({ SecretId: rest })).catch((thrown) => {
            throw (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_2__/* .sdkFailure */ .$6)(reference, thrown, { carrier, secrets: [keys.secretAccessKey, keys.sessionToken ?? ''], hint: `give \`${settings.roleArn}\` the permission secretsmanager:GetSecretValue on that secret (and kms:Decrypt on its key), in \`${settings.region}\`` });
        });
        if (answer.SecretString === undefined)
            throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, 'is no text', 'keep it as a text: the password, `user:password`, or JSON with `username` and `password`');
        return (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .lasting */ .n)((0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .credentialInText */ .C2)(answer.SecretString, { reference, field, urlUser: target.user }));
    });
}


/***/ }),

/***/ 91453:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ sdkFailure),
/* harmony export */   AQ: () => (/* binding */ carrierTo),
/* harmony export */   fn: () => (/* binding */ tokenFor),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   zu: () => (/* binding */ roadFailure)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62151);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25487);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79239);
/* harmony import */ var _file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87740);
// SPDX-License-Identifier: Apache-2.0
//
// The road to a service: our own HTTP with its limits, towards addresses that the policy pins. SDKs are given this in place of their own
// clients. INVARIANT: a request for any other origin is refused, whatever an environment variable or a configuration file told the SDK.






/** A carrier to some origins only, by the authority of the vault's settings. */
async function carrierTo(origins, { name, ca }, { runtime }) {
    const allowed = new Set(origins.map((origin) => new URL(origin).origin));
    const authority = ca === null ? {} : { ca: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(ca, 'utf8').catch((cause) => {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('POLICY_INVALID', `the certificate authority \`${ca}\` of \`vaults.${name}\` can not be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(cause)}`, { hint: 'give the path of a PEM file' });
        }) };
    let last = null;
    const send = async ({ url, method, headers, body }) => {
        const { origin } = new URL(url);
        if (!allowed.has(origin))
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue('SECRET_UNAVAILABLE', `\`${origin}\` is not an address of \`vaults.${name}\``, { hint: 'addresses of vaults are written in the policy, and nowhere else' });
        const about = { url, headers, maxBytes: _answers_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_ANSWER_BYTES */ .gB, ...authority };
        return method === 'POST' ? (0,_core_http_js__WEBPACK_IMPORTED_MODULE_2__/* .sendDocument */ .Ag)({ ...about, method, ...(body === undefined ? {} : { body }) }, runtime) : (0,_core_http_js__WEBPACK_IMPORTED_MODULE_2__/* .getDocument */ .YE)(about, runtime);
    };
    return {
        async carry(request) {
            try {
                const response = await send(request);
                last = response.status;
                return response;
            }
            catch (thrown) {
                if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue)
                    last = thrown;
                throw thrown;
            }
        },
        get last() {
            return last;
        },
    };
}
/**
 * `reference` could not be read because an SDK threw. Its words count only about an answer that was an error: about any other they may quote
 * the secret. INVARIANT: the SDK's error is not kept, it holds requests and answers.
 */
function sdkFailure(reference, thrown, { carrier, hint, secrets }) {
    const last = carrier?.last ?? null;
    if (last instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue)
        return roadFailure(reference, last, secrets);
    if (typeof last !== 'number' || last < 400)
        return (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, `what it is answered${last === null ? '' : ` (status ${last})`} is not understood`, hint);
    const name = thrown instanceof Error && thrown.name !== 'Error' ? `${thrown.name}: ` : '';
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOf */ .Z9)(`${name}${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`, secrets), hint);
}
/** The token that we show to a vault: of its own file, or the job's; masked. Throws IDENTITY_UNTRUSTED or SECRET_UNAVAILABLE. */
async function tokenFor(settings, reference, world) {
    const { tokenFile, audience } = settings;
    const token = tokenFile === null ? await world.token(audience) : (0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .plain */ .pj)(await (0,_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readSecretFile */ .fW)(tokenFile, process.getuid?.() ?? null), reference);
    world.mask(token);
    return token;
}
/** What a service answered as JSON, or an error that names it. */
async function jsonOf(response, reference, service) {
    const text = await response.text();
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Said below: what stands there is not repeated, it may be a secret.
    }
    throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, `${service} answers with something that is not its own language (status ${response.status})`, 'is the address right, and is nothing between us?');
}
/** A failure on the road, as one of reading `reference`. */
function roadFailure(reference, thrown, secrets = []) {
    if (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue && (thrown.code === 'SECRET_UNAVAILABLE' || thrown.code === 'IDENTITY_UNTRUSTED' || thrown.code === 'POLICY_INVALID'))
        return thrown;
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(reference, (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .wordsOf */ .Z9)((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown), secrets), (thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .ue ? thrown.hint : undefined) ?? 'run again');
}


/***/ })

};
