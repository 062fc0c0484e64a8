export const id = 6303;
export const ids = [6303];
export const modules = {

/***/ 16303:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readModel: () => (/* binding */ readModel)
});

// EXTERNAL MODULE: ./lib/parse/http/json.js
var json = __webpack_require__(34936);
// EXTERNAL MODULE: ./lib/parse/http/message.js
var http_message = __webpack_require__(79491);
// EXTERNAL MODULE: ./lib/parse/http/operation.js
var operation = __webpack_require__(17889);
;// CONCATENATED MODULE: ./lib/parse/model/endpoints.js
// SPDX-License-Identifier: Apache-2.0
//
// The endpoints of model APIs, as OpenAI and Anthropic shape them: what each is called, what it does, which members its request may have. A data
// table. Refuses what is not in it: files, batches, fine-tuning and assistants do more than ask a model.
// @see https://platform.openai.com/docs/api-reference  @see https://docs.anthropic.com/en/api
const SAMPLING = 'model temperature top_p top_k max_tokens max_output_tokens max_completion_tokens stop stop_sequences seed n stream stream_options user metadata service_tier safety_identifier prompt_cache_key prompt_cache_retention logprobs top_logprobs logit_bias frequency_penalty presence_penalty verbosity'.split(' ');
const TOOLS = 'tools tool_choice parallel_tool_calls max_tool_calls'.split(' ');
const ENDPOINTS = {
    responses: { name: 'responses', does: 'runs', members: [...SAMPLING, ...TOOLS, ...'input instructions reasoning text truncation include store background previous_response_id conversation'.split(' ')] },
    'chat/completions': { name: 'chat.completions', does: 'runs', members: [...SAMPLING, ...TOOLS, ...'messages response_format reasoning_effort modalities audio prediction store functions function_call web_search_options'.split(' ')] },
    completions: { name: 'completions', does: 'runs', members: [...SAMPLING, ...'prompt suffix echo best_of'.split(' ')] },
    messages: { name: 'messages', does: 'runs', members: [...SAMPLING, ...TOOLS, ...'messages system thinking output_config mcp_servers container context_management anthropic_version'.split(' ')] },
    'messages/count_tokens': { name: 'messages.count_tokens', does: 'reads', members: ['model', 'messages', 'system', 'thinking', ...TOOLS, 'mcp_servers'] },
    embeddings: { name: 'embeddings', does: 'runs', members: ['model', 'input', 'dimensions', 'encoding_format', 'user'] },
    moderations: { name: 'moderations', does: 'runs', members: ['model', 'input'] },
    'images/generations': { name: 'images.generations', does: 'runs', members: 'model prompt n size quality style background moderation output_format output_compression response_format user'.split(' ') },
};
/** The endpoint behind `/v1/responses`, `v1/responses` or `responses`; null when it is none that we know. */
function endpointOf(path) {
    const key = path.replace(/^\/?(?:v1\/)?/u, '');
    return Object.hasOwn(ENDPOINTS, key) ? ENDPOINTS[key] : null;
}
/** The model behind `/v1/models/gpt-5`; `*` for all of them, null when the path is another. */
function listedModel(path) {
    return /^\/?(?:v1\/)?models(?:\/([^/]{1,200}))?$/u.exec(path) === null ? null : (/models\/([^/]+)$/u.exec(path)?.[1] ?? '*');
}

// EXTERNAL MODULE: ./lib/parse/http/target.js
var target = __webpack_require__(9847);
;// CONCATENATED MODULE: ./lib/parse/model/tools.js
// SPDX-License-Identifier: Apache-2.0
//
// Tools that a request puts into the model's hands, as objects that rules can name: `tools/function/refund` is run by whoever asked, all others by
// the provider: `tools/web_search`, `tools/mcp/crm.example`. Refuses tools that name no kind.


const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}$/u;
const bad = (why) => ({ object: null, why });
const good = (object) => ({ object, why: null });
/** Every tool of a request: `tools`, the older `functions`, `mcp_servers`, and those that have a member of their own. */
function toolsOf(request) {
    const { tools, functions, mcp_servers: servers, web_search_options: search } = request;
    return [
        ...each(tools, toolOf), ...each(functions, (one) => functionOf(one)), ...each(servers, (one) => serverOf(one)),
        ...(search === undefined || search === null ? [] : [good('tools/web_search')]),
    ];
}
function each(value, read) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        return [bad('its tools are no list')];
    return value.map((one) => ((0,json/* isObject */.G)(one) ? read(one) : bad('a tool of it is no object')));
}
function toolOf(tool) {
    const { type, function: inner } = tool;
    // Anthropic's own functions have no type; `custom` is one with free text.
    if (type === undefined || type === 'custom' || type === 'function')
        return functionOf((0,json/* isObject */.G)(inner) ? inner : (0,json/* isObject */.G)(tool['custom']) ? tool['custom'] : tool);
    if (typeof type !== 'string' || !NAME.test(type))
        return bad('a tool of it has no kind that can be read');
    // `web_search_20250305`, `web_search_preview`: the same in other versions.
    const kind = type.replace(/_(?:preview|[0-9]{8})(?:_[0-9_]+)?$/u, '');
    return kind === 'mcp' || kind === 'mcp_toolset' ? serverOf(tool) : good(`tools/${kind}`);
}
function functionOf({ name }) {
    return typeof name === 'string' && NAME.test(name) ? good(`tools/function/${name}`) : bad('a function of it has no name that can be read');
}
// A toolset names a server of `mcp_servers`, which is there by itself; a connector is a server of the provider's.
function serverOf({ server_url: openai, url: anthropic, connector_id: connector, mcp_server_name: set }) {
    const url = openai ?? anthropic;
    if (url === undefined && typeof connector === 'string' && NAME.test(connector))
        return good(`tools/mcp/${connector}`);
    if (url === undefined && typeof set === 'string' && NAME.test(set))
        return good(`tools/mcp_toolset/${set}`);
    const [, scheme = '', authority = ''] = typeof url === 'string' ? (/^(https):\/\/([^/?#]+)(?:[/?#]|$)/u.exec(url) ?? []) : [];
    const host = scheme === '' ? null : (0,target/* normalAuthority */.r)(scheme, authority);
    return host === null ? bad('a tool of it is at an address that is not clear, or not encrypted') : good(`tools/mcp/${host}`);
}

;// CONCATENATED MODULE: ./lib/parse/model/reader.js





/** The one operation of a call. Never throws. */
function readModel(text) {
    const parsed = /^\s*\{/u.test(text) ? (0,json/* parseJson */.q)(text) : null;
    if (parsed?.kind === 'problem')
        return [unreadable(text, parsed.problem)];
    if (parsed === null || ((0,json/* isObject */.G)(parsed.value) && 'method' in parsed.value))
        return [ofMessage(text)];
    if (!(0,json/* isObject */.G)(parsed.value) || typeof parsed.value['endpoint'] !== 'string')
        return [unreadable(text, 'it names no `endpoint`')];
    const { endpoint: path, ...request } = parsed.value;
    const endpoint = endpointOf(path);
    if (endpoint === null)
        return [unreadable(text, 'its `endpoint` is none that we know')];
    return [callOf({ text, endpoint, request, to: { scheme: null, authority: null, path: null } })];
}
function ofMessage(text) {
    const message = (0,http_message/* readMessage */._)(text);
    if (message.kind === 'problem')
        return unreadable(text, message.problem);
    const { method, target, body } = message;
    const to = (0,operation/* destination */.j_)(message);
    const model = listedModel(target.path);
    if (model !== null && (method === 'GET' || method === 'HEAD') && body.trim() === '') {
        return (0,operation/* requestOperation */.dt)({ kind: 'model', statement: 'MODELS', name: 'model.models', text, redacted: `${method} ${target.path}`, accesses: [(0,operation/* access */.T_)('read', model === '*' ? null : model, 'model')], destination: to, size: 0 });
    }
    const endpoint = method === 'POST' ? endpointOf(target.path) : null;
    if (endpoint === null || target.query !== '')
        return unreadable(text, 'its method and path are none of a model API that we know', to);
    const request = jsonBodyOf(message);
    return typeof request === 'string' ? unreadable(text, request, to) : callOf({ text, endpoint, request, to });
}
function jsonBodyOf({ headers, body }) {
    const type = headers.get('content-type')?.[0]?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
    if (type !== 'application/json')
        return 'its body is not JSON';
    const parsed = (0,json/* parseJson */.q)(body);
    if (parsed.kind === 'problem')
        return `of its body, ${parsed.problem}`;
    return (0,json/* isObject */.G)(parsed.value) ? parsed.value : 'its body is no object';
}
// Hits `gpt-5`, `claude-sonnet-4`, `ft:gpt-4o:acme::a1`, `openai/gpt-5`; misses a name with blanks, or one that begins like a tool.
const MODEL = /^(?!tools\/|state\/)[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}$/u;
function callOf({ text, endpoint, request, to }) {
    const { model } = request;
    const named = typeof model === 'string' && MODEL.test(model) ? model : null;
    const tools = toolsOf(request);
    const strange = Object.keys(request).filter((member) => !endpoint.members.includes(member));
    const accesses = [
        named === null ? (0,operation/* access */.T_)('unknown', null, null, 'it names no model that can be read') : (0,operation/* access */.T_)(endpoint.does === 'runs' ? 'execute' : 'read', named, 'model'),
        ...distinct(tools.map(({ object, why }) => (object === null ? (0,operation/* access */.T_)('unknown', null, null, why ?? 'a tool of it is not clear') : (0,operation/* access */.T_)('execute', object, 'tool')))),
        ...stateOf(request),
        ...strange.map((member) => (0,operation/* access */.T_)('unknown', null, null, `\`${member.slice(0, 60)}\` is nothing that we know of such a request`)),
    ];
    const shown = [...new Set(tools.flatMap(({ object }) => (object === null ? [] : [object])))];
    const size = Buffer.byteLength(text, 'utf8');
    return (0,operation/* requestOperation */.dt)({
        kind: 'model', statement: endpoint.name.replaceAll('.', ' ').toUpperCase(), name: `model.${endpoint.name}`, text,
        redacted: `${endpoint.name} of ${named ?? '?'}${shown.length === 0 ? '' : ` with ${shown.join(', ')}`} (${size} bytes)`, accesses, destination: to, size,
    });
}
// Earlier words that the provider kept come along unseen.
function stateOf({ previous_response_id: response, conversation, container }) {
    const inner = (0,json/* isObject */.G)(conversation) ? conversation['id'] : conversation;
    const held = [['responses', response], ['conversations', inner], ['containers', (0,json/* isObject */.G)(container) ? container['id'] : container]];
    return held.flatMap(([kind, id]) => {
        if (id === undefined || id === null)
            return [];
        return [typeof id === 'string' && /^[A-Za-z0-9_-]{1,200}$/u.test(id) ? (0,operation/* access */.T_)('read', `state/${kind}/${id}`, 'state') : (0,operation/* access */.T_)('unknown', null, null, `what it continues of \`${kind}\` has no name that can be read`)];
    });
}
function distinct(accesses) {
    return [...new Map(accesses.map((one) => [`${one.effect}\n${one.object ?? ''}\n${one.why ?? ''}`, one])).values()];
}
function unreadable(text, why, to = { scheme: null, authority: null, path: null }) {
    return (0,operation/* requestOperation */.dt)({ kind: 'model', statement: 'UNKNOWN', name: 'model.unknown', text, redacted: 'a call to a model', accesses: [(0,operation/* access */.T_)('unknown', null, null, why)], destination: to, size: Buffer.byteLength(text, 'utf8') });
}


/***/ })

};
