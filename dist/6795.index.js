export const id = 6795;
export const ids = [6795];
export const modules = {

/***/ 96795:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HashiCorpSource: () => (/* binding */ HashiCorpSource)
/* harmony export */ });
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25487);
/* harmony import */ var _pinned_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91453);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79239);



/** Implements the source; one login for each, since a token says which leases end together. */
class HashiCorpSource {
    #settings;
    #asked;
    #world;
    #leases = new Set();
    /** Every token that still has leases: they end with it. */
    #tokens = new Map();
    #token = null;
    #carrier = null;
    constructor(settings, asked, world) {
        this.#settings = settings;
        this.#asked = asked;
        this.#world = world;
    }
    async read() {
        const token = await this.#login();
        const path = this.#asked.rest.split('/').map(encodeURIComponent).join('/');
        const answer = await this.#ask('GET', path, { token });
        const leaseId = typeof answer['lease_id'] === 'string' ? answer['lease_id'] : '';
        if (leaseId !== '')
            this.#leases.add(leaseId);
        try {
            const credential = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .credentialInFields */ .mL)(this.#dataOf(answer), this.#wanted());
            if (leaseId === '')
                return { credential, endsAt: null, renew: null };
            const endsAt = earlier(this.#end(answer['lease_duration']), token.endsAt);
            // A lease ends with its token: one that can't be lengthened is followed by another one.
            const renewable = answer['renewable'] === true && (token.renewable || token.endsAt === null);
            return { credential, endsAt, renew: renewable ? () => this.#renew(leaseId, token) : null };
        }
        finally {
            // Nothing hangs on it: it is ended at once.
            if (leaseId === '')
                await this.#endToken(token).catch(() => undefined);
        }
    }
    async release() {
        const failures = [];
        const attempt = (what) => what.catch((thrown) => failures.push(thrown));
        const token = this.#token;
        for (const lease of this.#leases) {
            // `sync`: the database has dropped the user when this comes back. Without that permission the token takes its leases along.
            if (token !== null)
                await this.#ask('POST', 'sys/leases/revoke', { token, body: { lease_id: lease, sync: true } }).catch(() => undefined);
        }
        for (const one of this.#tokens.values())
            await attempt(this.#endToken(one));
        this.#leases.clear();
        if (failures.length > 0)
            throw failures[0];
    }
    // A token that ended, or is not known any more, is no reason to fail: the next one is asked for.
    async #login() {
        const { mount, role } = this.#settings;
        const jwt = await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .tokenFor */ .fn)(this.#settings, this.#asked.reference, this.#world);
        const answer = await this.#ask('POST', `auth/${mount}/login`, { body: { role, jwt }, secrets: [jwt], login: true });
        const auth = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(answer['auth']);
        const value = auth?.['client_token'];
        if (auth === null || typeof value !== 'string' || value === '')
            throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(this.#asked.reference, 'Vault answers the login without a token', 'is the address that of a Vault or OpenBao?');
        this.#world.mask(value);
        const token = { value, endsAt: this.#end(auth['lease_duration']), renewable: auth['renewable'] === true };
        this.#token = token;
        this.#tokens.set(value, token);
        return token;
    }
    async #renew(leaseId, token) {
        if (token.renewable) {
            const auth = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)((await this.#ask('POST', 'auth/token/renew-self', { token, body: {}, mayFail: true }))['auth']);
            if (auth === null)
                return null;
            token.endsAt = this.#end(auth['lease_duration']);
        }
        const lease = await this.#ask('POST', 'sys/leases/renew', { token, body: { lease_id: leaseId }, mayFail: true });
        return typeof lease['lease_duration'] === 'number' ? earlier(this.#end(lease['lease_duration']), token.endsAt) : null;
    }
    async #endToken(token) {
        this.#tokens.delete(token.value);
        if (this.#token === token)
            this.#token = null;
        await this.#ask('POST', 'auth/token/revoke-self', { token, body: {} });
    }
    #dataOf(answer) {
        const data = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(answer['data']);
        if (data === null)
            throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(this.#asked.reference, 'Vault answers without data', 'is this the path of a secret, as its API has it? key-value version 2 has `data` in it: `secret/data/orders`');
        // Version 2 of the key-value engine wraps the fields.
        const inner = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(data['metadata']) === null ? null : (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .asObject */ .eB)(data['data']);
        return inner ?? data;
    }
    #wanted() {
        return { reference: this.#asked.reference, field: this.#asked.field, urlUser: this.#asked.target.user };
    }
    #end(seconds) {
        return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? this.#world.runtime.now() + seconds * 1000 : null;
    }
    // `mayFail`: a refusal of Vault is an answer, an empty one.
    async #ask(method, path, about) {
        const { reference } = this.#asked;
        const { address, namespace } = this.#settings;
        const secrets = [...(about.secrets ?? []), ...(about.token === undefined ? [] : [about.token.value])];
        const headers = {
            accept: 'application/json', 'x-vault-request': 'true', ...(namespace === null ? {} : { 'x-vault-namespace': namespace }),
            ...(about.token === undefined ? {} : { 'x-vault-token': about.token.value }), ...(about.body === undefined ? {} : { 'content-type': 'application/json' }),
        };
        try {
            const carrier = await (this.#carrier ??= (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .carrierTo */ .AQ)([address], this.#settings, this.#world));
            const response = await carrier.carry({ url: `${address}/v1/${path}`, method, headers, ...(about.body === undefined ? {} : { body: JSON.stringify(about.body) }) });
            if (response.status === 204)
                return {};
            if (response.ok)
                return await (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(response, reference, 'Vault');
            if (about.mayFail === true && response.status < 500 && response.status !== 429)
                return {};
            throw this.#refusal(response.status, await response.text(), { secrets, login: about.login === true });
        }
        catch (thrown) {
            throw (0,_pinned_http_js__WEBPACK_IMPORTED_MODULE_1__/* .roadFailure */ .zu)(reference, thrown, secrets);
        }
    }
    #refusal(status, text, { secrets, login }) {
        const { role, mount, name } = this.#settings;
        const errors = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(text)?.['errors'];
        const said = Array.isArray(errors) && errors.length > 0 ? `: ${(0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(errors.map(String).join('; '), secrets)}` : '';
        const { reference } = this.#asked;
        if (login)
            return (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, `Vault does not accept the login with role \`${role}\` at \`auth/${mount}\` (status ${status})${said}`, `check \`role\` and \`mount\` of \`vaults.${name}\`, and the role's bound_audiences (\`${this.#settings.audience}\`) and bound_claims`);
        if (status === 403)
            return (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, `Vault does not let role \`${role}\` read it (403)${said}`, 'give the role a policy with `read` on that path');
        if (status === 404)
            return (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, `Vault has nothing there (404)${said}`, 'check the path, and whether the version was deleted; key-value version 2 has `data` in it: `secret/data/orders`');
        if (status === 503)
            return (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, `Vault is sealed or not ready (503)${said}`, 'unseal it, or name an address that is in service');
        return (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .unavailable */ .hU)(reference, `Vault answers with status ${status}${said}`, 'look into its log; for the database engine: can Vault reach the database?');
    }
}
function earlier(a, b) {
    return a === null ? b : b === null ? a : Math.min(a, b);
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
