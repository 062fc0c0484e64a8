// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { looksLikePlan, readPlan } from '../../../../src/parse/terraform/plan.js';

const plan = (changes: unknown[], more: object = {}) => JSON.stringify({ format_version: '1.2', resource_changes: changes, ...more }, null, 1);
const change = (address: string, type: string, actions: string[], more: object = {}) => ({ address, mode: 'managed', type, change: { actions, after: {}, ...more } });
const seen = (text: string) => readPlan(text).map(({ facts, line }) => `${line} ${facts.name} ${facts.accesses.map(({ effect, object }) => `${effect}:${object ?? '-'}`).join(' ')} ${facts.hazards.map(({ id }) => id.replace('terraform.', '')).join(' ')}`.trim());

describe('readPlan', () => {
  it.each([
    ['create', ['create'], 'terraform.create write:aws_instance/aws_instance.a'], ['update', ['update'], 'terraform.update write:aws_instance/aws_instance.a'],
    ['delete', ['delete'], 'terraform.delete destroy:aws_instance/aws_instance.a'], ['replace', ['delete', 'create'], 'terraform.replace destroy:aws_instance/aws_instance.a replace'],
    ['replace, the new one first', ['create', 'delete'], 'terraform.replace destroy:aws_instance/aws_instance.a replace'], ['forget', ['forget'], 'terraform.forget schema:aws_instance/aws_instance.a forget'],
    ['an action of a later version', ['evict'], 'terraform.unknown unknown:-'], ['no actions', [], 'terraform.unknown unknown:-'],
  ])('reads %s', (_name, actions, expected) => {
    expect(seen(plan([change('aws_instance.a', 'aws_instance', actions)])).map((line) => line.replace(/^\d+ /, ''))).toEqual([expected]);
  });

  it('leaves out what stays as it is, but not what moves', () => {
    expect(readPlan(plan([change('a.b', 'a', ['no-op'])]))).toEqual([]);
    expect(readPlan(plan([{ ...change('x_y.b', 'x_y', ['no-op']), previous_address: 'x_y.a' }]))[0]?.facts.name).toBe('terraform.move');
  });

  it('says of a plan that is not complete that more is to come', () => {
    expect(seen(plan([], { complete: false }))).toEqual(['1 terraform.incomplete read:plan incomplete']);
    expect(seen(plan([], { complete: true }))).toEqual([]);
  });

  it('tells of actions that run while it is applied', () => {
    expect(seen(plan([], { action_invocations: [{ address: 'action.aws_lambda_invoke.x', type: 'aws_lambda_invoke' }, null] }))).toEqual(['6 terraform.run execute:action/aws_lambda_invoke/action.aws_lambda_invoke.x runs-code', '1 terraform.run execute:action/?/? runs-code']);
    expect(readPlan(plan([], { action_invocations: {} }))[0]?.facts.unknown).toEqual(['the actions of the plan can not be read']);
  });

  it.each([
    ['deletion_protection', true, false, true], ['deletion_protection', true, null, true], ['force_destroy', false, true, true], ['deletion_protection', false, false, false], ['deletion_protection', false, true, false], ['name', true, false, false],
  ])('tells whether `%s` from %s to %s takes a protection away', (name, before, after, told) => {
    expect(seen(plan([change('a_b.c', 'a_b', ['update'], { before: { [name]: before }, after: { [name]: after } })]))[0]?.includes('unprotected')).toBe(told);
  });

  it('knows the line of each change', () => {
    expect(readPlan(plan([change('a_b.c', 'a_b', ['create']), change('a_b.d', 'a_b', ['create'])])).map(({ line }) => line)).toEqual([5, 16]);
  });

  it.each([
    ['a database', 'aws_db_instance', true], ['a bucket', 'google_storage_bucket', true], ['a key', 'aws_kms_key', true], ['a role', 'aws_iam_role', true], ['an instance', 'aws_instance', false], ['an alarm', 'aws_cloudwatch_metric_alarm', false],
  ])('tells whether the loss of %s is one', (_name, type, protectedType) => {
    expect(seen(plan([change('r', type, ['delete'])]))[0]?.includes('protected-type')).toBe(protectedType);
  });

  it.each([
    ['not JSON', '{', /not JSON/], ['an array', '[]', /not an object/], ['a format of a later version', '{"format_version":"2.0"}', /format/], ['a failed plan', plan([], { errored: true }), /failed/],
    ['an incomplete plan', plan([], { complete: false, deferred_changes: [{}] }), /incomplete/], ['changes that are none', '{"format_version":"1.2","resource_changes":{}}', /can not be read/], ['a change that is none', plan([null]), /can not be read/],
    ['changes named twice', '{"format_version":"1.2","resource_changes":[{"address":"a.b","type":"a","change":{"actions":["delete"]}}],"resource_changes":[]}', /twice/],
    ['actions named twice', '{"format_version":"1.2","resource_changes":[{"address":"a.b","type":"a","change":{"actions":["delete"],"\\u0061ctions":["no-op"]}}]}', /twice/],
  ])('does not understand %s', (_name, text, why) => {
    expect(readPlan(text)[0]?.facts.unknown[0]).toMatch(why);
  });

  it('finds code that runs, in modules of modules', () => {
    const module = { resources: [{ address: 'null_resource.x', mode: 'managed', type: 'null_resource', provisioners: [{ type: 'local-exec' }] }, { address: 'data.external.y', mode: 'data', type: 'external' }] };
    expect(seen(plan([], { configuration: { root_module: { module_calls: { a: { module: { module_calls: { b: { module } } } } } } } }))).toEqual([
      '14 terraform.run execute:provisioner/local-exec/null_resource.x runs-code', '24 terraform.run execute:data/external/data.external.y runs-code',
    ]);
  });

  it('holds no value of the plan, marked as sensitive or not', () => {
    const text = plan([change('aws_iam_user.a', 'aws_iam_user', ['update'], { before: { x: 'hunter2hunter2' }, after: { x: 'hunter2hunter2', y: '0.0.0.0/0' }, after_sensitive: { x: true } })]);
    expect(JSON.stringify(readPlan(text))).not.toContain('hunter2');
  });

  it('is bound to the values: another value is another operation', () => {
    const of = (value: string) => readPlan(plan([change('a_b.c', 'a_b', ['update'], { after: { value } })]))[0]?.facts.text;
    expect(of('1')).not.toBe(of('2'));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (json) => Array.isArray(readPlan(`{"format_version":"1.2","resource_changes":${json},"configuration":${json},"resource_drift":${json}}`))), { numRuns: 500, seed: 20261126 });
  });
});

describe('the terraform-plans corpus', () => {
  const archive = `${process.env['OSTIARY_CORPORA'] ?? '../shared/corpora'}/terraform-plans.tar.gz`;

  it('has the counts and the deletions of its index, where it is present', () => {
    if (!existsSync(archive)) {
      process.stdout.write(`corpus terraform-plans is absent (${archive}): its rows were not checked\n`);
      expect(existsSync(archive)).toBe(false);
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'ostiary-plans-'));
    try {
      execFileSync('tar', ['-xzf', archive, '-C', folder]);
      const root = join(folder, 'terraform-plans');
      const rows = readFileSync(join(root, 'index.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { file: string; actions: Record<string, number>; deletes?: { address: string }[] });
      const differing = rows.filter(({ file, actions, deletes = [] }) => {
        const text = readFileSync(join(root, file), 'utf8');
        const read = readPlan(text);
        const count = (name: string) => read.filter(({ facts }) => facts.name === `terraform.${name}`).length;
        const gone = read.filter(({ facts }) => facts.accesses[0]?.effect === 'destroy').map(({ facts }) => facts.redacted.split(' ').slice(1).join(' '));
        const same = ['create', 'update', 'delete', 'replace', 'forget'].every((name) => count(name) === (actions[name] ?? 0));
        return !looksLikePlan(text) || !same || String(gone.sort()) !== String(deletes.map(({ address }) => address).sort());
      });
      expect(differing.map(({ file, actions }) => ({ file, actions, ours: seen(readFileSync(join(root, file), 'utf8')) }))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
