// SPDX-License-Identifier: Apache-2.0
//
// test/corpus/shell: commands of every day that have to pass (`ok.sh`), and ways to do harm, many of them dressed up, that have to be
// stopped (`ng.sh`), under the pack with everything else allowed.
import { readFileSync } from 'node:fs';
import { NOON, policyOf, principalOf } from '../../../support/judging.js';
import { readShell } from '../../../support/shell.js';

const policy = await policyOf('extends: [ostiary:shell]\nrules: [ { id: all, match: { effect: "*" }, decide: allow } ]');
const linesOf = (file: string): string[] => readFileSync(`test/corpus/shell/${file}`, 'utf8').trimEnd().split('\n');

/** Rules, or reasons not to understand, that stop a line; empty when it passes. */
function stopped(script: string): string[] {
  return readShell(script).flatMap(({ facts, paths }) => {
    const operation = { kind: 'shell' as const, resource: { name: 'box', target: 'x' }, facts, parameters: [], data: null, settings: {}, ...(paths === undefined ? {} : { paths }) };
    const { decision, rules } = policy.decide({ operation, principal: principalOf('robot'), resource: 'box', now: NOON });
    return decision === 'allow' ? [] : [...rules, ...facts.unknown];
  });
}

describe('the shell corpus', () => {
  it.each(linesOf('ok.sh'))('lets pass: %s', (line) => {
    expect(stopped(line)).toEqual([]);
  });

  it.each(linesOf('ng.sh'))('stops: %s', (line) => {
    expect(stopped(line)).not.toEqual([]);
  });
});
