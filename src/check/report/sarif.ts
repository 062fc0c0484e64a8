// SPDX-License-Identifier: Apache-2.0
//
// Findings as SARIF 2.1.0. Refuses to grow over what GitHub takes: 5,000 results are shown, so the strictest come first and the rest are
// counted in a notification.
// @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/  @see https://docs.github.com/code-security/reference/code-scanning/sarif-files
import { createHash } from 'node:crypto';
import type { CheckResult, Prediction } from '../finding.js';
import { adviceOf, messageOf, ruleOf } from './words.js';
import { HOME, manual } from '../../core/documentation-links.js';

const MAX_RESULTS = 5_000;

/** One line of JSON. */
export function sarifReport(result: CheckResult, version: string): string {
  const shown = result.findings.slice(0, MAX_RESULTS);
  const ids = [...new Set(shown.map(ruleOf))].sort();
  const cut = result.findings.length - shown.length;
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Ostiary', informationUri: HOME, semanticVersion: version, rules: ids.map((id) => ruleEntry(id, shown)) } },
      automationDetails: { id: 'ostiary/policy-check/' },
      columnKind: 'unicodeCodePoints',
      invocations: [{
        executionSuccessful: true,
        toolExecutionNotifications: cut === 0 ? [] : [{ level: 'warning', message: { text: `${cut} more findings are left out here; the report in JSON has all of them` } }],
      }],
      results: shown.map((one) => resultOf(one, ids)),
    }],
  })}\n`;
}

function ruleEntry(id: string, shown: readonly Prediction[]): object {
  const example = shown.find((one) => ruleOf(one) === id) as Prediction;
  return {
    id, name: id.replace(/[^A-Za-z0-9]+(.)/gu, (_all, letter: string) => letter.toUpperCase()),
    shortDescription: { text: example.reasons[0] ?? id }, helpUri: manual('docs/rules.md'),
    help: { text: adviceOf(example) }, defaultConfiguration: { level: example.decision === 'deny' ? 'error' : 'warning' },
  };
}

function resultOf(one: Prediction, ids: readonly string[]): object {
  const rule = ruleOf(one);
  return {
    ruleId: rule, ruleIndex: ids.indexOf(rule), level: one.decision === 'deny' ? 'error' : 'warning',
    message: { text: messageOf(one) },
    locations: [{ physicalLocation: { artifactLocation: { uri: one.path.split('/').map(encodeURIComponent).join('/') }, region: { startLine: one.line } } }],
    partialFingerprints: { 'ostiaryOperation/v1': createHash('sha256').update(`${rule}\n${one.path}\n${one.digest}`).digest('hex') },
    properties: { decision: one.decision, rules: one.rules, resource: one.resource, operation: one.operation, assumed: one.assumed, digest: one.digest },
  };
}
