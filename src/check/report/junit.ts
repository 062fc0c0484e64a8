// SPDX-License-Identifier: Apache-2.0
//
// Operations as JUnit tests: one suite a file, one test an operation, a failure where it is not allowed. Refuses characters that XML
// can't hold.
import type { CheckResult, Prediction } from '../finding.js';
import { adviceOf, messageOf, placeOf, ruleOf, textOf } from './words.js';

/** The whole document. */
export function junitReport({ operations, findings }: CheckResult): string {
  const byPath = new Map<string, Prediction[]>();
  for (const one of operations) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  const suites = [...byPath].map(([path, tests]) => suite(path, tests));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary policy-check" tests="${operations.length}" failures="${findings.length}">\n${suites.join('')}</testsuites>\n`;
}

function suite(path: string, tests: readonly Prediction[]): string {
  const failures = tests.filter(({ decision }) => decision !== 'allow').length;
  return `  <testsuite name="${xml(path)}" tests="${tests.length}" failures="${failures}">\n${tests.map(test).join('')}  </testsuite>\n`;
}

function test(one: Prediction): string {
  const head = `    <testcase classname="${xml(one.resource)}" name="${xml(`${placeOf(one)} ${one.statement}`)}"`;
  if (one.decision === 'allow') return `${head}/>\n`;
  return `${head}>\n      <failure type="${xml(ruleOf(one))}" message="${xml(messageOf(one))}">${xml(`${textOf(one)}\n${adviceOf(one)}`)}</failure>\n    </testcase>\n`;
}

function xml(text: string): string {
  // What XML 1.0 has no character for is left out.
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}
