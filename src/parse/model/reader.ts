// SPDX-License-Identifier: Apache-2.0
//
// Calls to a model as operations: which model is asked to run, and which tools it is given. Text is a request as JSON with its `endpoint`, or the
// HTTP request that carries it. Refuses what it does not know of a request, since a member can bring tools or words of its own along; keeps no
// prompt.
import type { Access, ReadOperation } from '../../core/model.js';
import { isObject, parseJson } from '../http/json.js';
import { type Message, readMessage } from '../http/message.js';
import { access, destination, type Destination, requestOperation } from '../http/operation.js';
import { type Endpoint, endpointOf, listedModel } from './endpoints.js';
import { toolsOf } from './tools.js';

type Request = Readonly<Record<string, unknown>>;

/** The one operation of a call. Never throws. */
export function readModel(text: string): readonly ReadOperation[] {
  const parsed = /^\s*\{/u.test(text) ? parseJson(text) : null;
  if (parsed?.kind === 'problem') return [unreadable(text, parsed.problem)];
  if (parsed === null || (isObject(parsed.value) && 'method' in parsed.value)) return [ofMessage(text)];
  if (!isObject(parsed.value) || typeof parsed.value['endpoint'] !== 'string') return [unreadable(text, 'it names no `endpoint`')];
  const { endpoint: path, ...request } = parsed.value;
  const endpoint = endpointOf(path as string);
  if (endpoint === null) return [unreadable(text, 'its `endpoint` is none that we know')];
  return [callOf({ text, endpoint, request, to: { scheme: null, authority: null, path: null } })];
}

function ofMessage(text: string): ReadOperation {
  const message = readMessage(text);
  if (message.kind === 'problem') return unreadable(text, message.problem);
  const { method, target, body } = message;
  const to = destination(message);
  const model = listedModel(target.path);
  if (model !== null && (method === 'GET' || method === 'HEAD') && body.trim() === '') {
    return requestOperation({ kind: 'model', statement: 'MODELS', name: 'model.models', text, redacted: `${method} ${target.path}`, accesses: [access('read', model === '*' ? null : model, 'model')], destination: to, size: 0 });
  }
  const endpoint = method === 'POST' ? endpointOf(target.path) : null;
  if (endpoint === null || target.query !== '') return unreadable(text, 'its method and path are none of a model API that we know', to);
  const request = jsonBodyOf(message);
  return typeof request === 'string' ? unreadable(text, request, to) : callOf({ text, endpoint, request, to });
}

function jsonBodyOf({ headers, body }: Message): Request | string {
  const type = headers.get('content-type')?.[0]?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
  if (type !== 'application/json') return 'its body is not JSON';
  const parsed = parseJson(body);
  if (parsed.kind === 'problem') return `of its body, ${parsed.problem}`;
  return isObject(parsed.value) ? parsed.value : 'its body is no object';
}

interface Call {
  readonly text: string;
  readonly endpoint: Endpoint;
  readonly request: Request;
  readonly to: Destination;
}

// Hits `gpt-5`, `claude-sonnet-4`, `ft:gpt-4o:acme::a1`, `openai/gpt-5`; misses a name with blanks, or one that begins like a tool.
const MODEL = /^(?!tools\/|state\/)[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}$/u;

function callOf({ text, endpoint, request, to }: Call): ReadOperation {
  const { model } = request;
  const named = typeof model === 'string' && MODEL.test(model) ? model : null;
  const tools = toolsOf(request);
  const strange = Object.keys(request).filter((member) => !endpoint.members.includes(member));
  const accesses: Access[] = [
    named === null ? access('unknown', null, null, 'it names no model that can be read') : access(endpoint.does === 'runs' ? 'execute' : 'read', named, 'model'),
    ...distinct(tools.map(({ object, why }) => (object === null ? access('unknown', null, null, why ?? 'a tool of it is not clear') : access('execute', object, 'tool')))),
    ...stateOf(request),
    ...strange.map((member) => access('unknown', null, null, `\`${member.slice(0, 60)}\` is nothing that we know of such a request`)),
  ];
  const shown = [...new Set(tools.flatMap(({ object }) => (object === null ? [] : [object])))];
  const size = Buffer.byteLength(text, 'utf8');
  return requestOperation({
    kind: 'model', statement: endpoint.name.replaceAll('.', ' ').toUpperCase(), name: `model.${endpoint.name}`, text,
    redacted: `${endpoint.name} of ${named ?? '?'}${shown.length === 0 ? '' : ` with ${shown.join(', ')}`} (${size} bytes)`, accesses, destination: to, size,
  });
}

// Earlier words that the provider kept come along unseen.
function stateOf({ previous_response_id: response, conversation, container }: Request): Access[] {
  const inner = isObject(conversation) ? conversation['id'] : conversation;
  const held = [['responses', response], ['conversations', inner], ['containers', isObject(container) ? container['id'] : container]] as const;
  return held.flatMap(([kind, id]) => {
    if (id === undefined || id === null) return [];
    return [typeof id === 'string' && /^[A-Za-z0-9_-]{1,200}$/u.test(id) ? access('read', `state/${kind}/${id}`, 'state') : access('unknown', null, null, `what it continues of \`${kind}\` has no name that can be read`)];
  });
}

function distinct(accesses: readonly Access[]): readonly Access[] {
  return [...new Map(accesses.map((one) => [`${one.effect}\n${one.object ?? ''}\n${one.why ?? ''}`, one])).values()];
}

function unreadable(text: string, why: string, to: Destination = { scheme: null, authority: null, path: null }): ReadOperation {
  return requestOperation({ kind: 'model', statement: 'UNKNOWN', name: 'model.unknown', text, redacted: 'a call to a model', accesses: [access('unknown', null, null, why)], destination: to, size: Buffer.byteLength(text, 'utf8') });
}
