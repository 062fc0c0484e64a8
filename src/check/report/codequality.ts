// SPDX-License-Identifier: Apache-2.0
//
// Findings as GitLab's code quality report. @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { createHash } from 'node:crypto';
import type { CheckResult } from '../finding.js';
import { messageOf, ruleOf } from './words.js';

/** A JSON array, one object a finding. */
export function codeQualityReport({ findings }: CheckResult): string {
  const seen = new Map<string, number>();
  return `${JSON.stringify(findings.map((one) => {
    const key = `${ruleOf(one)}\n${one.path}\n${one.digest}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return {
      description: messageOf(one), check_name: ruleOf(one), fingerprint: createHash('sha256').update(`${key}\n${times}`).digest('hex'),
      severity: one.decision === 'deny' ? 'critical' : 'major', location: { path: one.path, lines: { begin: one.line } },
    };
  }))}\n`;
}
