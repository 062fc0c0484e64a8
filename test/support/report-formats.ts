// SPDX-License-Identifier: Apache-2.0
//
// What others demand of our reports: SARIF 2.1.0 by the schema of OASIS, code quality by GitLab's page, well-formed XML. Each says null, or what
// is wrong.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';

// Written for draft-04; but for these two keys it says the same in the draft that ajv reads.
const { $schema: _draft, id: _id, ...sarif } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif').replace(/lib\/index\.js$/, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
let sarifSchema: ValidateFunction | null = null;

/** Null for a valid SARIF log that GitHub takes: not above 20 runs and 25,000 results. */
export function isSarif(text: string): unknown {
  sarifSchema ??= new Ajv({ strict: false, unicodeRegExp: false, formats: { uri: true, 'uri-reference': true, 'date-time': true } }).compile(sarif);
  const log = JSON.parse(text) as { runs: { results: unknown[] }[] };
  if (!sarifSchema(log)) return sarifSchema.errors;
  return log.runs.length <= 20 && log.runs.every(({ results }) => results.length <= 25_000) ? null : 'it is too large for GitHub';
}

const codeQuality = new Ajv({ strict: true }).compile({
  type: 'array',
  items: {
    type: 'object', required: ['description', 'check_name', 'fingerprint', 'severity', 'location'], additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 }, check_name: { type: 'string', minLength: 1 }, fingerprint: { type: 'string', minLength: 1 }, severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: { type: 'object', required: ['path', 'lines'], additionalProperties: false, properties: { path: { type: 'string', pattern: '^(?!\\./)' }, lines: { type: 'object', required: ['begin'], additionalProperties: false, properties: { begin: { type: 'integer', minimum: 1 } } } } },
    },
  },
});

/** Null for a report that GitLab shows. @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function isGitLabCodeQuality(text: string): unknown {
  const report = JSON.parse(text) as { fingerprint: string }[];
  if (!codeQuality(report)) return codeQuality.errors;
  return new Set(report.map(({ fingerprint }) => fingerprint)).size === report.length ? null : 'two findings have one fingerprint';
}

// Hits `<a b="c">`, `</a>`, `<a/>`, and text with entities; whatever else there is, is not XML (or no XML that a report needs).
const TOKEN = /<\?xml [^?<>]*\?>|<\/([A-Za-z]+)>|<([A-Za-z]+)((?:\s+[A-Za-z]+="(?:[^<&"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*)\s*(\/?)>|(?:[^<&>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?:amp|lt|gt|quot|apos|#\d+);)+/uy;

/** Null for well-formed XML without comments, sections and processing instructions, none of which a report has. */
export function isXml(text: string): unknown {
  const open: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) return `no XML at ${at}: ${text.slice(at, at + 60)}`;
    const [, closing, opening, , empty] = found;
    if (closing !== undefined && open.pop() !== closing) return `\`${closing}\` is closed at ${at}, and is not open`;
    if (opening !== undefined && empty === '') open.push(opening);
  }
  return open.length === 0 ? null : `\`${open.join(' ')}\` stays open`;
}
