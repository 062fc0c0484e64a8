// SPDX-License-Identifier: Apache-2.0
//
// The endpoints of model APIs, as OpenAI and Anthropic shape them: what each is called, what it does, which members its request may have. A data
// table. Refuses what is not in it: files, batches, fine-tuning and assistants do more than ask a model.
// @see https://platform.openai.com/docs/api-reference  @see https://docs.anthropic.com/en/api

/** `runs`: a model is asked; `reads`: something is looked up or counted. */
export interface Endpoint {
  /** `model.chat.completions` without `model.` */
  readonly name: string;
  readonly does: 'runs' | 'reads';
  /** Members of a request that change nothing but how the answer comes about. */
  readonly members: readonly string[];
}

const SAMPLING = 'model temperature top_p top_k max_tokens max_output_tokens max_completion_tokens stop stop_sequences seed n stream stream_options user metadata service_tier safety_identifier prompt_cache_key prompt_cache_retention logprobs top_logprobs logit_bias frequency_penalty presence_penalty verbosity'.split(' ');
const TOOLS = 'tools tool_choice parallel_tool_calls max_tool_calls'.split(' ');

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
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
export function endpointOf(path: string): Endpoint | null {
  const key = path.replace(/^\/?(?:v1\/)?/u, '');
  return Object.hasOwn(ENDPOINTS, key) ? (ENDPOINTS[key] as Endpoint) : null;
}

/** The model behind `/v1/models/gpt-5`; `*` for all of them, null when the path is another. */
export function listedModel(path: string): string | null {
  return /^\/?(?:v1\/)?models(?:\/([^/]{1,200}))?$/u.exec(path) === null ? null : (/models\/([^/]+)$/u.exec(path)?.[1] ?? '*');
}
