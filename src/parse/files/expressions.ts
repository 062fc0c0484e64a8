// SPDX-License-Identifier: Apache-2.0
//
// Expressions of GitHub workflows (`${{ … }}`): what of them a stranger writes. Refuses to evaluate; an index is read as the property it
// names. Whatever is not known to be fixed counts as text that somebody chose.
// @see https://docs.github.com/en/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks

/** Whose text an expression yields: a stranger's, somebody's who may not be one, or none at all. */
export type Origin = 'stranger' | 'somebody' | 'fixed';

const EXPRESSION = /\$\{\{([\s\S]*?)\}\}/gu;
// Hits `github.event.issue.title`, `github.head_ref`, `tojson(github.event)`; misses `github.event.pull_request.number` and what the repository itself says.
const STRANGER = /\bgithub\.head_ref\b|\bgithub\.event\.(?!repository\.|pull_request\.base\.|inputs\.|organization\.)(?:[\w*-]+\.){1,8}(?:title|body|message|email|ref|label|default_branch|page_name|head_branch|display_title|description|homepage)\b|\bgithub\.event\.[\w.*-]{0,80}(?:author|committer|head\.repo|head_repository)\.(?:name|full_name)\b|\bgithub\.event\.client_payload\b|\btojson\(\s*github(?:\.event(?:\.(?:issue|pull_request|comment|review|discussion|commits|head_commit|workflow_run)[\w.*-]*)?)?\s*\)|\bgithub\.event\.(?:issue|pull_request|comment|review|discussion|commits|head_commit)\s*(?:$|[),|&])/u;
/** Facts of the platform: numbers, digests, addresses, words from a fixed list. */
const FIXED = /^(?:github\.(?:sha|workflow_sha|run_id|run_number|run_attempt|repository|repository_id|repository_owner|repository_owner_id|workspace|action|action_path|action_ref|action_repository|server_url|api_url|graphql_url|job|event_name|event_path|retention_days|actor_id|token|ref_type|ref_protected|path|env|output|step_summary|secret_source|job_workflow_sha|event\.(?:number|action|(?:issue|pull_request|discussion|comment|review|workflow_run)\.(?:number|id|node_id|merged|draft|state|user\.id|base\.sha|head\.sha|head_sha|merge_commit_sha|head\.repo\.(?:fork|id)|comments|commits|additions|deletions|changed_files|run_number|run_attempt|conclusion|event|html_url|url|author_association|created_at|updated_at|base\.repo\.[\w.]+)|repository\.(?:id|name|full_name|owner\.\w+|fork|private|default_branch)|before|after|created|deleted|forced|inputs\.[\w-]+\.never))|runner\.\w+|secrets\.[\w-]+|strategy\.[\w-]+|job\.(?:status|container\.\w+|services\.[\w.-]+)|steps\.[\w-]+\.(?:outcome|conclusion)|needs\.[\w-]+\.result|vars\.[\w-]+|\d+|true|false|null|'[^']*')$/u;

/** Expressions in a text, each with its place. */
export function expressionsIn(text: string): readonly { readonly at: number; readonly body: string }[] {
  if (!text.includes('${{')) return [];
  return [...text.matchAll(EXPRESSION)].map((match) => ({ at: match.index, body: plain(match[1] ?? '') }));
}

/** An expression in lower case, with indexes as properties: `github['HEAD_REF']` is `github.head_ref`. */
export function plain(expression: string): string {
  return expression.trim().toLowerCase().replace(/\[\s*'([^']*)'\s*\]/gu, '.$1').replace(/\s*\.\s*/gu, '.').replace(/\[\s*(?:\d+|\*)\s*\]/gu, '.*');
}

/** Whose text an expression yields. `ofEnv`: whose a variable of the workflow's `env` is, and `matrix.x` a value of the job's matrix. */
export function originOf(body: string, ofEnv: (name: string) => Origin | null = () => null): Origin {
  if (STRANGER.test(body)) return 'stranger';
  // What only decides between yes and no yields no text: `a == b`, `contains(…)`, `!x`.
  if (/^(?:!|contains\(|startswith\(|endswith\(|hashfiles\(|success\(|failure\(|always\(|cancelled\()/u.test(body) || /[=!<>]=|[<>]/u.test(body) && !/&&|\|\|/u.test(body)) return 'fixed';
  const parts = body.split(/&&|\|\|/u).map((part) => part.trim().replace(/^\((.*)\)$/u, '$1'));
  return parts.map((part) => originOfPart(part, ofEnv)).reduce(worse, 'fixed');
}

function originOfPart(part: string, ofEnv: (name: string) => Origin | null): Origin {
  if (FIXED.test(part) || /[=!<>]=/u.test(part)) return 'fixed';
  // Whatever the job's matrix holds; one that is computed is somebody's (workflow-tree.ts).
  const key = /^matrix\.([\w-]+)(?:[.*].*)?$/u.exec(part)?.[1];
  if (key !== undefined) return ofEnv(`matrix.${key}`) ?? ofEnv('matrix.*') ?? 'fixed';
  const name = /^env\.([\w-]+)$/u.exec(part)?.[1];
  return name === undefined ? 'somebody' : (ofEnv(name) ?? 'somebody');
}

/** The less trusted of two. */
export function worse(a: Origin, b: Origin): Origin {
  if (a === 'stranger' || b === 'stranger') return 'stranger';
  return a === 'somebody' || b === 'somebody' ? 'somebody' : 'fixed';
}

/** Whose text a whole value is: the worst of its expressions. */
export function originOfText(text: string, ofEnv?: (name: string) => Origin | null): Origin {
  return expressionsIn(text).map(({ body }) => originOf(body, ofEnv)).reduce(worse, 'fixed');
}
