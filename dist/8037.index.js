export const id = 8037;
export const ids = [8037];
export const modules = {

/***/ 68037:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keyVaultSource: () => (/* binding */ keyVaultSource)
/* harmony export */ });
/* harmony import */ var _azure_identity__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23952);
/* harmony import */ var _azure_keyvault_secrets__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53917);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25487);
/* harmony import */ var _pinned_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91453);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79239);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28443);
// SPDX-License-Identifier: Apache-2.0
//
// `azure-kv:NAME[/VERSION][#FIELD]`: a secret of an Azure Key Vault, by a federated credential of an app registration. Refuses Azure's own
// search for credentials, and vaults that send the token elsewhere (the SDK checks the challenge against the vault's name).
// @see https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret






/** A source that asks for the current version each time, unless the reference names one. */
function keyVaultSource(settings, asked, world) {
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .plainSource */ .w)(async () => {
        const { reference, rest, field, target } = asked;
        const token = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_3__/* .tokenFor */ .fn)(settings, reference, world);
        const carrier = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_3__/* .carrierTo */ .AQ)([settings.login, settings.address], settings, world);
        const httpClient = clientOver(carrier);
        const common = { httpClient, retryOptions: { maxRetries: 0 } };
        // Instance discovery would ask Microsoft's public cloud about an authority that the policy has already named.
        const identity = new _azure_identity__WEBPACK_IMPORTED_MODULE_0__/* .ClientAssertionCredential */ .XI(settings.tenant, settings.client, async () => token, { ...common, authorityHost: settings.login, disableInstanceDiscovery: true });
        const [name = '', version] = rest.split('/');
        const secret = await new _azure_keyvault_secrets__WEBPACK_IMPORTED_MODULE_1__/* .SecretClient */ ._V(settings.address, identity, common).getSecret(name, version === undefined ? {} : { version }).catch((thrown) => {
            throw (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_3__/* .sdkFailure */ .$6)(reference, thrown, { carrier, secrets: [token], hint: `check \`tenant\` and \`client\` of \`vaults.${settings.name}\`, the app's federated credential (audience \`${settings.audience}\`, subject), and give it the role Key Vault Secrets User` });
        });
        if (secret.value === undefined)
            throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .unavailable */ .hU)(reference, 'Key Vault answers without a value', 'is the version enabled?');
        return (0,_source_js__WEBPACK_IMPORTED_MODULE_5__/* .lasting */ .n)((0,_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .credentialInText */ .C2)(secret.value, { reference, field, urlUser: target.user }));
    });
}
function clientOver(carrier) {
    return {
        async sendRequest(request) {
            const body = typeof request.body === 'string' ? request.body : undefined;
            const response = await carrier.carry({ url: request.url, method: request.method, headers: { ...request.headers.toJSON() }, body });
            return { request, status: response.status, headers: new PlainHeaders(response.headers), bodyAsText: await response.text() };
        },
    };
}
/** Headers as Azure's pipeline asks for them. */
class PlainHeaders {
    #values;
    constructor(headers) {
        this.#values = new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]));
    }
    get(name) {
        return this.#values.get(name.toLowerCase());
    }
    has(name) {
        return this.#values.has(name.toLowerCase());
    }
    set(name, value) {
        this.#values.set(name.toLowerCase(), String(value));
    }
    delete(name) {
        this.#values.delete(name.toLowerCase());
    }
    toJSON() {
        return Object.fromEntries(this.#values);
    }
    [Symbol.iterator]() {
        return this.#values[Symbol.iterator]();
    }
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
