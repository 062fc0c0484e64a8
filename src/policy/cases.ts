// SPDX-License-Identifier: Apache-2.0
//
// Reads the test cases of a policy: an operation in, a decision and rule ids out. Held against a schema as policies are, so that a mistyped
// key is an error with its place. Refuses cases that expect nothing.
import type { DecisionKind, OperationKind } from '../core/model.js';
import type { Problem } from './model.js';
import { child, itemsOf, textOf, textsOf } from './node.js';
import { mistake, policyError, problemsOf } from './problem.js';
import type { Schema } from './schema-words.js';
import { checkShape } from './shape.js';
import { readYaml, type Located, type Unreadable } from './yaml.js';

const text = (description: string): Schema => ({ type: 'string', description, minLength: 1, maxLength: 100_000 });

/** Published as docs/schema/policy-test-v1.json. */
export const casesSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:ostiary:policy-test-v1',
  title: 'Ostiary policy tests',
  $defs: {
    case: {
      type: 'object', description: 'One case: exactly one of `operation` and `file`.', additionalProperties: false, required: ['name', 'decision'],
      properties: {
        name: text('What should hold, as a sentence.'),
        principal: text('An identity of the policy.'),
        resource: text('May be left out when the policy has just one of the kind.'),
        kind: { type: 'string', description: 'Left out: sql.', enum: ['sql', 'shell', 'kubernetes', 'http', 'model', 'file'] },
        operation: text('The text of the operation.'),
        file: text('A file that holds it, relative to the file with the tests.'),
        decision: { type: 'string', description: 'What has to come out.', enum: ['allow', 'review', 'deny'] },
        rules: { type: 'array', description: 'Exactly the rules that have to lead to it, in any order.', items: text('Id of a rule.'), maxItems: 200, minItems: 1 },
      },
    },
  },
  type: 'object', description: 'Test cases of a policy.', additionalProperties: false, required: ['tests'],
  properties: {
    policy: text('The policy under test, relative to this file. Default: `policy.yml` beside it.'),
    tests: { type: 'array', description: 'The cases.', items: { $ref: '#/$defs/case' }, minItems: 1, maxItems: 10_000 },
  },
};

/** One case. Exactly one of `operation` and `file` is set. `line` counts from 1. */
export interface PolicyCase {
  readonly name: string;
  readonly principal: string | null;
  readonly resource: string | null;
  readonly kind: OperationKind;
  readonly operation: string | null;
  readonly file: string | null;
  readonly decision: DecisionKind;
  /** null: any. */
  readonly rules: readonly string[] | null;
  readonly line: number;
}

/** Reads a file of cases. Throws POLICY_INVALID with file:line:column. */
export function readCases(source: { readonly text: string; readonly file: string }): { readonly policy: string | null; readonly cases: readonly PolicyCase[] } {
  const root = documentOf(source);
  const findings = checkShape(root, casesSchema, 'the file of tests');
  const items = findings.length > 0 ? [] : itemsOf(child(root, 'tests'));
  for (const item of items) {
    if ((child(item, 'operation') === undefined) === (child(item, 'file') === undefined)) findings.push(mistake(item.at, 'a case has to say either `operation` or `file`'));
  }
  if (findings.length > 0) throw policyError(problemsOf(findings, source));
  return { policy: textOf(root, 'policy'), cases: items.map((item) => caseOf(item, source)) };
}

function documentOf(source: { readonly text: string; readonly file: string }): Located {
  try {
    return readYaml(source.text);
  } catch (thrown) {
    const { at, message } = thrown as Unreadable;
    throw policyError(problemsOf([mistake(at, message)], source));
  }
}

function caseOf(item: Located, source: { readonly text: string; readonly file: string }): PolicyCase {
  const [place] = problemsOf([mistake(item.at, '')], source) as [Problem];
  return {
    name: textOf(item, 'name') as string, principal: textOf(item, 'principal'), resource: textOf(item, 'resource'), kind: (textOf(item, 'kind') ?? 'sql') as OperationKind,
    operation: textOf(item, 'operation'), file: textOf(item, 'file'), decision: textOf(item, 'decision') as DecisionKind, rules: textsOf(item, 'rules') ?? null, line: place.line,
  };
}
