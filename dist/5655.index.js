export const id = 5655;
export const ids = [5655];
export const modules = {

/***/ 35655:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   secretManagerSource: () => (/* binding */ secretManagerSource)
/* harmony export */ });
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25487);
/* harmony import */ var _pinned_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91453);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79239);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28443);




const STS = 'https://sts.googleapis.com';
const ACTING = 'https://iamcredentials.googleapis.com';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/** Longer than reading one secret takes. */
const ACTING_SECONDS = 300;
/** A source that asks for the latest version each time, unless the reference names one. */
function secretManagerSource(settings, asked, world) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .plainSource */ .w)(async () => {
        const { reference, rest, field, target } = asked;
        const carrier = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .carrierTo */ .AQ)([STS, ACTING, settings.address], settings, world);
        const bearer = await accessToken(settings, { reference, carrier, world });
        const name = rest.includes('/versions/') ? rest : `${rest}/versions/latest`;
        const answer = await ask({ url: `${settings.address}/v1/${name}:access`, bearer }, { reference, carrier, settings });
        const data = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(answer['payload'])?.['data'];
        if (typeof data !== 'string')
            throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, 'Secret Manager answers without a payload', 'is the version enabled?');
        return (0,_source_js__WEBPACK_IMPORTED_MODULE_3__/* .lasting */ .n)((0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .credentialInText */ .C2)(Buffer.from(data, 'base64').toString('utf8'), { reference, field, urlUser: target.user }));
    });
}
// A token of Google for ours, and then one of the account that the identity may act as.
async function accessToken(settings, { reference, carrier, world }) {
    const token = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenFor */ .fn)(settings, reference, world);
    const form = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', audience: `//iam.googleapis.com/${settings.provider}`, scope: SCOPE,
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token', subject_token_type: 'urn:ietf:params:oauth:token-type:jwt', subject_token: token,
    });
    const way = { reference, carrier, settings, secrets: [token] };
    const federated = tokenIn(await ask({ url: `${STS}/v1/token`, form }, way), 'access_token', { reference, world });
    if (settings.serviceAccount === null)
        return federated;
    const url = `${ACTING}/v1/projects/-/serviceAccounts/${settings.serviceAccount}:generateAccessToken`;
    return tokenIn(await ask({ url, bearer: federated, json: { scope: [SCOPE], lifetime: `${ACTING_SECONDS}s` } }, way), 'accessToken', { reference, world });
}
function tokenIn(answer, name, { reference, world }) {
    const token = answer[name];
    if (typeof token !== 'string' || token === '')
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, 'Google Cloud answers without a token', 'run again');
    world.mask(token);
    return token;
}
async function ask({ url, bearer, form, json }, way) {
    const { reference, carrier } = way;
    const secrets = [...(way.secrets ?? []), ...(bearer === undefined ? [] : [bearer])];
    const body = form?.toString() ?? (json === undefined ? undefined : JSON.stringify(json));
    const headers = {
        accept: 'application/json', ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': form === undefined ? 'application/json' : 'application/x-www-form-urlencoded' }),
    };
    try {
        const response = await carrier.carry({ url, method: body === undefined ? 'GET' : 'POST', headers, body });
        if (response.ok)
            return await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(response, reference, 'Google Cloud');
        throw refusal({ status: response.status, text: await response.text(), host: new URL(url).host }, { ...way, secrets });
    }
    catch (thrown) {
        throw (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .roadFailure */ .zu)(reference, thrown, secrets);
    }
}
function refusal({ status, text, host }, { reference, settings, secrets }) {
    const answer = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(text);
    const inner = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(answer?.['error']);
    const said = inner?.['message'] ?? answer?.['error_description'] ?? answer?.['error'];
    const { provider, serviceAccount, audience, name } = settings;
    const hint = host === new URL(STS).host ? `check \`provider\` of \`vaults.${name}\`, the provider's allowed audiences (\`${audience}\`) and its attribute condition`
        : host === new URL(ACTING).host ? `give the identity the role roles/iam.workloadIdentityUser on \`${serviceAccount ?? ''}\``
            : `give \`${serviceAccount ?? provider}\` the role roles/secretmanager.secretAccessor on that secret; the audience is \`${audience}\``;
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, `\`${host}\` answers with status ${status}${typeof said === 'string' ? `: ${(0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(said, secrets)}` : ''}`, hint);
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
