// SPDX-License-Identifier: Apache-2.0
//
// The short file behind OSTIARY_GUIDE: tells an agent what it has, what it may do, and how to ask. Says nothing that COMMAND may not
// know: no upstream address, no credential, no list of what is protected beyond names.
import type { Policy, Rule } from '../policy/model.js';
import { urlVariable } from './environment.js';

/** Conditions that hold for the whole run, so that the reader need not know them. */
const WHO_AND_WHERE: ReadonlySet<string> = new Set(['principal', 'resource', 'environment', 'labels']);

/** The guide as Markdown, under two screens. */
export function guideText(policy: Policy, resources: readonly string[]): string {
  const lines = ['# You are working behind Ostiary', '', 'Every statement is judged before it reaches the database, results come back masked, and all of it is recorded.', ''];
  for (const name of resources) {
    const resource = policy.resources[name];
    if (resource === undefined) continue;
    lines.push(`## ${name}`, '', `PostgreSQL${resource.environment === null ? '' : `, environment \`${resource.environment}\``}; connect with the URL in \`${urlVariable(name)}\`.`, '');
    const masks = policy.masks(name, []).map((mask) => `\`${mask.column}\``);
    if (masks.length > 0) lines.push(`Masked in results: ${masks.slice(0, 40).join(', ')}.`, '');
    lines.push(...rulesFor(policy, name), '');
  }
  lines.push(
    '## When something is refused', '',
    'A refusal is an ordinary error, SQLSTATE 42501; the connection lives on. Read its HINT:', '',
    '- `never`: no rule will allow it here. Do it another way.',
    '- `ask`: a person has to review it first; the hint says how. Do not try to get around it.',
    '- `rephrase`: the statement was not understood. Write it more plainly: no dynamic SQL, no unknown functions.', '',
    'Do not write masked values (`[redacted]`, `a***@***.com`) back.', '',
  );
  return lines.join('\n');
}

function rulesFor(policy: Policy, resource: string): string[] {
  const relevant = policy.rules.filter((rule) => rule.pack === null && rule.decide !== null && appliesTo(rule, resource));
  const by = (decision: string): string[] => relevant.filter((rule) => rule.decide === decision).slice(0, 20).map((rule) => `- ${describe(rule)}`);
  return [
    ...section('Allowed:', by('allow')), ...section('Needs a review:', by('review')), ...section('Denied:', by('deny')),
    `Anything else: ${policy.default === 'review' ? 'needs a review' : 'denied'}.`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines, ''];
}

function appliesTo(rule: Rule, resource: string): boolean {
  const wanted = rule.match.resource;
  if (wanted === undefined) return true;
  return (Array.isArray(wanted) ? wanted : [wanted]).some((name) => name === resource || String(name).includes('*'));
}

function describe(rule: Rule): string {
  const conditions = Object.entries(rule.match).filter(([key]) => !WHO_AND_WHERE.has(key)).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' or ') : String(value)}`);
  const why = rule.because === null ? '' : ` (${rule.because})`;
  return `${conditions.length === 0 ? 'everything' : conditions.join(', ')}${rule.when === null ? '' : `, when ${rule.when}`}${why}`;
}
