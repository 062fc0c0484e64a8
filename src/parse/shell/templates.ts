// SPDX-License-Identifier: Apache-2.0
//
// `${{ … }}` in the script of a workflow: GitHub puts the value into the text before any shell reads it, quotes or not. So it is a hole, and where
// people from outside write the value, they write the script. Refuses to trust quotes around it.
// @see https://docs.github.com/en/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks
import { JOB_FILES } from './job-files.js';
import { HOLE } from './text.js';

/** A value that anybody may write, and where it goes into the script. */
export interface Injected {
  /** As written, `github.event.issue.title`. */
  readonly context: string;
  readonly line: number;
}

/** A script with holes where values go in. */
export interface Blanked {
  readonly text: string;
  readonly injected: readonly Injected[];
}

/** Source: expressions are short; a longer one is cut by GitHub. */
const EXPRESSION = /\$\{\{([\s\S]{0,4096}?)\}\}/gu;
// Hits `github.event.issue.title`, `github['head_ref']`, `github.event.commits[0].message`; misses `github.event.number`.
const OUTSIDE = new RegExp([
  'github\\.head_ref',
  'github\\.event\\.(?:issue|pull_request|discussion|comment|review|review_comment|changes|milestone|release)\\.(?:title|body|name|label|from|head\\.(?:ref|label|repo\\.(?:default_branch|description|homepage|full_name|name)|user\\.login))',
  'github\\.event\\.(?:issue|pull_request|discussion|changes)\\.(?:title|body)\\.\\w+',
  'github\\.event\\.(?:commits|head_commit)[^ ]*\\.(?:message|author\\.(?:name|email)|committer\\.(?:name|email))',
  'github\\.event\\.workflow_run\\.(?:head_branch|display_title|head_commit\\.[\\w.]+|head_repository\\.(?:description|full_name|name)|pull_requests[^ ]*\\.head\\.ref)',
  'github\\.event\\.(?:pages[^ ]*\\.page_name|client_payload[\\w.]*|check_suite\\.head_branch|check_run\\.check_suite\\.head_branch|ref|label\\.name)',
  'github\\.event(?![\\w.[])',
].join('|'), 'u');
// Comparisons and tests come to true or false.
const YES_OR_NO = /^(?:!?\s*(?:contains|startswith|endswith|hashfiles|success|failure|always|cancelled)\s*\((?:[^()]|\([^()]*\))*\)|[^|&]*[=!]=[^|&]*)$/iu;

/** Puts a hole in place of each expression. */
export function blankTemplates(text: string): Blanked {
  if (!text.includes('${{')) return { text, injected: [] };
  const injected: Injected[] = [];
  const blanked = text.replace(EXPRESSION, (whole, expression: string, offset: number) => {
    const plain = expression.trim().toLowerCase().replace(/\[\s*['"]([\w-]+)['"]\s*\]/gu, '.$1').replace(/\s*\.\s*/gu, '.');
    // The files of the job have names of their own there: `github.env`, `github.path`.
    const file = JOB_FILES[/^(?:github\.(env|path|output)|env\.github_(env|path|output))$/u.exec(plain)?.slice(1).map((part) => (part === undefined ? '' : `GITHUB_${part.toUpperCase()}`)).join('') ?? ''];
    if (file !== undefined) return file;
    const found = YES_OR_NO.test(plain) ? null : OUTSIDE.exec(plain);
    if (found !== null) injected.push({ context: found[0], line: text.slice(0, offset).split('\n').length });
    // Line feeds stay, continued, so that lines after it count the same.
    return HOLE + '\\\n'.repeat(whole.split('\n').length - 1);
  });
  return { text: blanked, injected };
}
