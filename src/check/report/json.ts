// SPDX-License-Identifier: Apache-2.0
//
// A check for machines; docs/schema/check-v1.json is its shape. The change set that approvals are made of reads this file.
import type { CheckResult } from '../finding.js';

/** One JSON object, all of it. */
export function jsonReport(result: CheckResult, version: string): string {
  const { findings, ...rest } = result;
  return `${JSON.stringify({ format: 'ostiary-check-v1', ostiary: version, ...rest, findings: findings.map(({ path, line, rules, decision, digest }) => ({ path, line, rules, decision, digest })) }, null, 2)}\n`;
}
