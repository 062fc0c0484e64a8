// SPDX-License-Identifier: Apache-2.0
//
// Tools that a request puts into the model's hands, as objects that rules can name: `tools/function/refund` is run by whoever asked, all others by
// the provider: `tools/web_search`, `tools/mcp/crm.example`. Refuses tools that name no kind.
import { isObject } from '../http/json.js';
import { normalAuthority } from '../http/target.js';

/** `object`: null when it can't be read, and then `why` ends a sentence. */
export interface Tool {
  readonly object: string | null;
  readonly why: string | null;
}

const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}$/u;
const bad = (why: string): Tool => ({ object: null, why });
const good = (object: string): Tool => ({ object, why: null });

/** Every tool of a request: `tools`, the older `functions`, `mcp_servers`, and those that have a member of their own. */
export function toolsOf(request: Readonly<Record<string, unknown>>): readonly Tool[] {
  const { tools, functions, mcp_servers: servers, web_search_options: search } = request;
  return [
    ...each(tools, toolOf), ...each(functions, (one) => functionOf(one)), ...each(servers, (one) => serverOf(one)),
    ...(search === undefined || search === null ? [] : [good('tools/web_search')]),
  ];
}

function each(value: unknown, read: (one: Readonly<Record<string, unknown>>) => Tool): readonly Tool[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [bad('its tools are no list')];
  return (value as unknown[]).map((one) => (isObject(one) ? read(one) : bad('a tool of it is no object')));
}

function toolOf(tool: Readonly<Record<string, unknown>>): Tool {
  const { type, function: inner } = tool;
  // Anthropic's own functions have no type; `custom` is one with free text.
  if (type === undefined || type === 'custom' || type === 'function') return functionOf(isObject(inner) ? inner : isObject(tool['custom']) ? tool['custom'] : tool);
  if (typeof type !== 'string' || !NAME.test(type)) return bad('a tool of it has no kind that can be read');
  // `web_search_20250305`, `web_search_preview`: the same in other versions.
  const kind = type.replace(/_(?:preview|[0-9]{8})(?:_[0-9_]+)?$/u, '');
  return kind === 'mcp' || kind === 'mcp_toolset' ? serverOf(tool) : good(`tools/${kind}`);
}

function functionOf({ name }: Readonly<Record<string, unknown>>): Tool {
  return typeof name === 'string' && NAME.test(name) ? good(`tools/function/${name}`) : bad('a function of it has no name that can be read');
}

// A toolset names a server of `mcp_servers`, which is there by itself; a connector is a server of the provider's.
function serverOf({ server_url: openai, url: anthropic, connector_id: connector, mcp_server_name: set }: Readonly<Record<string, unknown>>): Tool {
  const url = openai ?? anthropic;
  if (url === undefined && typeof connector === 'string' && NAME.test(connector)) return good(`tools/mcp/${connector}`);
  if (url === undefined && typeof set === 'string' && NAME.test(set)) return good(`tools/mcp_toolset/${set}`);
  const [, scheme = '', authority = ''] = typeof url === 'string' ? (/^(https):\/\/([^/?#]+)(?:[/?#]|$)/u.exec(url) ?? []) : [];
  const host = scheme === '' ? null : normalAuthority(scheme, authority);
  return host === null ? bad('a tool of it is at an address that is not clear, or not encrypted') : good(`tools/mcp/${host}`);
}
