// SPDX-License-Identifier: Apache-2.0
//
// Infrastructure that programs describe (Pulumi, CDK, CDK for Terraform) before and after a change: resources that are written out and gone, and settings by
// which what a resource holds goes with it. Refuses to run the program: what it makes in a loop, or under a computed name, only its preview says.
// @see https://www.pulumi.com/docs/iac/concepts/resources/names/ and https://docs.aws.amazon.com/cdk/v2/guide/resources.html
import { isProtected } from '../terraform/resources.js';
import type { FileSides, Finding, Surroundings } from './model.js';

const PROGRAM = /\.(?:[cm]?[jt]sx?|py|go|cs|java|kt)$/u;
/** What such a program brings in. */
const FRAMEWORKS = ['pulumi', 'aws-cdk', 'aws_cdk', 'awscdk', 'cdktf', 'cdk8s', 'software.amazon.awscdk', 'Amazon.CDK'];
// Hits `new aws.rds.Instance("main"`, `new s3.Bucket(this, 'data'`, `aws.rds.Instance("main"`, `s3.Bucket(self, "data"`, `rds.NewInstance(ctx, "main"`; groups: the type and the name.
const RESOURCE = /\b(?:new\s+)?((?:[A-Za-z_]\w*\.){1,4}(?:New)?[A-Z]\w*)\s*\(\s*(?:(?:this|self|scope|stack|ctx)\s*,\s*)?(?:jsii\.String\(\s*)?["'`]([\w.-]{1,200})["'`]/gu;
const UNPROTECTED = /\bRemovalPolicy[._](?:DESTROY|Destroy)\b|\bRemovalPolicy_DESTROY\b|\b(?:deletion_?protection|termination_?protection|protect)\b["']?\s*[:=]\s*(?:pulumi\.Bool\(\s*)?false\b|\b(?:auto_?delete_?objects|force_?destroy|skip_?final_?snapshot)\b["']?\s*[:=]\s*(?:pulumi\.Bool\(\s*)?true\b/iu;

/** Findings of one program of infrastructure; `around`: resources that only moved to another file are not gone. */
export function infrastructureCodeFindings({ change, head, base }: FileSides, around: Surroundings): readonly Finding[] {
  if (!PROGRAM.test(change.from ?? change.path)) return [];
  const [was, is] = sides({ change, head, base });
  if (![was, is].some(describes)) return [];
  const others = (around.files ?? []).filter((file) => PROGRAM.test(file.change.path)).map((file) => sides(file)[1]);
  const kept = new Set([is, ...others].flatMap((text) => [...resourcesIn(text).keys()]));
  const gone = change.status === 'copied' ? [] : [...resourcesIn(was)].filter(([key]) => !kept.has(key));
  return [
    ...gone.map(([key, type]): Finding => ({ line: null, id: isProtected(typeWords(type)) ? 'infrastructure.loss' : 'infrastructure.removed', detail: `\`${key}\` is gone, and would be destroyed${isProtected(typeWords(type)) ? ' with what it holds' : ''}` })),
    ...change.added.filter(({ text }) => UNPROTECTED.test(text.slice(0, 2_000)) && !/^\s*(?:\/\/|#|\*)/u.test(text)).map(({ line }): Finding => ({ line, id: 'infrastructure.unprotected', detail: 'what it holds goes with it, or can be deleted from here on' })),
  ];
}

// Of a diff alone, what it takes away and what it adds, with the lines around them that it shows in neither.
function sides({ change, head, base }: Pick<FileSides, 'change' | 'head' | 'base'>): readonly [string, string] {
  const joined = (lines: FileSides['change']['added']): string => lines.map(({ text }) => text).join('\n');
  if (head === null && base === null) return [joined(change.removed), joined(change.added)];
  return [base ?? '', change.status === 'deleted' ? '' : (head ?? '')];
}

function describes(text: string): boolean {
  return FRAMEWORKS.some((name) => text.includes(name));
}

function resourcesIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(RESOURCE)].map(([, type = '', name = '']) => [`${type} ${name}`, type]));
}

// `aws.rds.DatabaseInstance` in the words that a type of Terraform is made of.
function typeWords(type: string): string {
  return `x_${type.replaceAll('.', '_').replace(/(?<=[a-z\d])(?=[A-Z])/gu, '_').toLowerCase()}`;
}
