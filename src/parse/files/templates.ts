// SPDX-License-Identifier: Apache-2.0
//
// Templates of CloudFormation, of SAM and of the Serverless Framework before and after a change, and policy documents of IAM wherever they stand: what goes
// away, what loses its protection, who may do what, what is open to everybody. Refuses to evaluate functions and conditions: a value that they make is not known.
// @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
import { under, type YamlNode, yamlTrees } from '../shell/extract/yaml.js';
import { capabilitiesOf, isProtected } from '../terraform/resources.js';
import type { FileSides, Finding } from './model.js';

/** Properties whose change makes a resource anew, under another name. */
const NAMES = /^(?:TableName|BucketName|DBInstanceIdentifier|DBClusterIdentifier|DBName|ClusterIdentifier|ClusterName|CacheClusterId|ReplicationGroupId|DomainName|QueueName|StreamName|FileSystemId|RepositoryName|UserPoolName|Name|MasterUsername|KeySchema|Engine|StorageEncrypted|KmsKeyId|AvailabilityZone|DBSubnetGroupName|SnapshotIdentifier|DBSnapshotIdentifier)$/u;
const PROTECTION = /^(?:DeletionProtection|DeletionProtectionEnabled|TerminationProtection|EnableTerminationProtection|PointInTimeRecoveryEnabled)$/u;
const STRONG_POLICY = /\b(?:AdministratorAccess|PowerUserAccess|IAMFullAccess|job-function\/SystemAdministrator)\b/u;
// Hits a text that may hold a template, a function's rights or a policy; most files of a change do not.
const PERHAPS = /\b(?:AWS|Alexa|Custom)::|["']?Effect["']?\s*:/u;

interface Template {
  readonly resources: ReadonlyMap<string, YamlNode>;
  /** Places of allow statements that name no action or nobody, by what they say. */
  readonly wide: ReadonlyMap<string, Finding>;
}

/** Findings of a template or policy document. */
export function templateFindings({ change, head, base }: FileSides): readonly Finding[] {
  if (!/\.(?:ya?ml|json|template)$/iu.test(change.path) || ![head, base].some((text) => text !== null && PERHAPS.test(text))) return [];
  const before = base === null ? NOTHING : templateIn(base);
  const now = head === null || change.status === 'deleted' ? NOTHING : templateIn(head);
  const gone = [...before.resources].flatMap(([name, node]) => (now.resources.has(name) ? [] : removed(name, node)));
  const here = [...now.resources].flatMap(([name, node]) => ofResource(name, node, before.resources.get(name)));
  return [...gone, ...here, ...[...now.wide].flatMap(([said, finding]) => (before.wide.has(said) ? [] : [finding]))];
}

const NOTHING: Template = { resources: new Map(), wide: new Map() };

function templateIn(text: string): Template {
  const resources = new Map<string, YamlNode>();
  const wide = new Map<string, Finding>();
  try {
    for (const tree of yamlTrees(text)) walk(tree, resources, wide);
  } catch {
    // What is no YAML is no template either: other checks tell of it.
  }
  return { resources, wide };
}

function walk(node: YamlNode, resources: Map<string, YamlNode>, wide: Map<string, Finding>): void {
  for (const [name, one] of under(node, 'Resources')?.entries ?? []) if (/^\w+::/u.test(under(one, 'Type')?.text ?? '')) resources.set(name, one);
  const finding = wideStatement(node);
  if (finding !== null) wide.set(saidBy(node), finding);
  for (const inner of [...(node.items ?? []), ...(node.entries?.values() ?? [])]) walk(inner, resources, wide);
}

// `AWS::DynamoDB::Table` by the words that Terraform's types are made of.
function typeOf(node: YamlNode): string {
  return `aws_${(under(node, 'Type')?.text ?? '').replace(/^\w+::/u, '').replace(/(?<=[a-z])(?=[A-Z])|::/gu, '_').replace('Dynamo_DB', 'dynamodb').toLowerCase()}`;
}

function holdsData(node: YamlNode): boolean {
  return isProtected(typeOf(node)) && !capabilitiesOf(typeOf(node)).grants;
}

function removed(name: string, node: YamlNode): readonly Finding[] {
  if (/^Retain/u.test(under(node, 'DeletionPolicy')?.text ?? '')) return [{ line: null, id: 'infrastructure.removed', detail: `\`${name}\` is managed no more: it would go on existing` }];
  const type = under(node, 'Type')?.text ?? '';
  return [{ line: null, id: holdsData(node) ? 'infrastructure.loss' : 'infrastructure.removed', detail: `\`${name}\` (${type}) is gone, and would be deleted${holdsData(node) ? ' with what it holds' : ''}` }];
}

function ofResource(name: string, node: YamlNode, old: YamlNode | undefined): readonly Finding[] {
  if (old !== undefined && saidBy(old) === saidBy(node)) return [];
  const type = under(node, 'Type')?.text ?? '';
  const [now, before] = [under(node, 'Properties'), under(old, 'Properties')];
  const found: Finding[] = [];
  const tell = (place: YamlNode | undefined, id: string, detail: string): void => void found.push({ line: place?.line ?? node.line, id: `infrastructure.${id}`, detail });
  if (old !== undefined && holdsData(old)) {
    if ((under(old, 'Type')?.text ?? '') !== type) tell(under(node, 'Type'), 'loss', `\`${name}\` becomes another resource, and what it holds is deleted`);
    for (const [key, value] of now?.entries ?? []) if (NAMES.test(key) && under(before, key) !== undefined && saidBy(under(before, key)) !== saidBy(value)) tell(value, 'loss', `\`${key}\` of \`${name}\` changes, for which it may be made anew`);
    for (const key of ['DeletionPolicy', 'UpdateReplacePolicy']) if (/^(?:Retain|Snapshot)/u.test(under(old, key)?.text ?? '') && !/^(?:Retain|Snapshot)/u.test(under(node, key)?.text ?? '')) tell(under(node, key), 'unprotected', `\`${name}\` is kept no more when it goes away (\`${key}\`)`);
    for (const [key, value] of before?.entries ?? []) if (PROTECTION.test(key) && value.text === 'true' && under(now, key)?.text !== 'true') tell(under(now, key), 'unprotected', `\`${name}\` loses \`${key}\``);
  }
  if (capabilitiesOf(typeOf(node)).grants && !/LogGroup|SecurityGroup|TargetGroup|SubnetGroup|ParameterGroup|OptionGroup|AutoScalingGroup|PlacementGroup|UserPool/u.test(type)) tell(undefined, 'identity', `\`${name}\` (${type}) decides who may do what`);
  if (STRONG_POLICY.test(saidBy(now)) && !STRONG_POLICY.test(saidBy(before))) tell(undefined, 'identity', `\`${name}\` gets a policy that may do nearly everything`);
  for (const [place, detail] of openIn(now, type)) tell(place, 'open-to-all', `\`${name}\` ${detail}`);
  const remote = under(now, 'TemplateURL') ?? under(now, 'Location');
  if (/^(?:AWS::CloudFormation::Stack|AWS::Serverless::Application)$/u.test(type) && /^https?:/u.test(remote?.text ?? '') && saidBy(under(before, 'TemplateURL') ?? under(before, 'Location')) !== saidBy(remote)) tell(remote, 'identity', `\`${name}\` is made of a template that lies elsewhere`);
  return found;
}

function openIn(node: YamlNode | undefined, type: string): readonly (readonly [YamlNode, string])[] {
  if (node === undefined || /Egress$/u.test(type)) return [];
  return [...(node.entries ?? [])].flatMap(([key, value]): readonly (readonly [YamlNode, string])[] => {
    if (/Egress$/u.test(key) || /Route$/u.test(type)) return [];
    if (/^Cidr(?:Ip|Ipv6|Block)?$/u.test(key) && /^(?:0\.0\.0\.0\/0|::\/0)$/u.test(value.text ?? '')) return [[value, 'can be reached from every address']];
    if (key === 'PubliclyAccessible' && /^(?:true|yes|on)$/iu.test(value.text ?? '')) return [[value, 'can be reached from outside of its network']];
    if (key === 'AccessControl' && /^Public/u.test(value.text ?? '')) return [[value, 'can be read by everybody']];
    if (/^(?:BlockPublic(?:Acls|Policy)|IgnorePublicAcls|RestrictPublicBuckets)$/u.test(key) && value.text === 'false') return [[value, 'lets itself be made public']];
    return [...openIn(value, type), ...(value.items ?? []).flatMap((item) => openIn(item, type))];
  });
}

/** Actions from which all others follow, or that are all of a service that hands out rights. */
const ALL = /^(?:\*|\*:\*|iam:\*|sts:\*|iam:(?:PassRole|CreateAccessKey|AttachUserPolicy|AttachRolePolicy|PutUserPolicy|PutRolePolicy|CreatePolicyVersion|UpdateAssumeRolePolicy)|organizations:\*|s3:\*|kms:\*|secretsmanager:\*|ec2:\*|lambda:\*|dynamodb:\*|rds:\*|ssm:\*)$/iu;

// An allow statement whose action is everything, or that anybody may use.
function wideStatement(node: YamlNode): Finding | null {
  if (under(node, 'Effect')?.text !== 'Allow') return null;
  const texts = (key: string): readonly string[] => [under(node, key)?.text ?? '', ...(under(node, key)?.items ?? []).map(({ text }) => text ?? '')];
  const all = texts('Action').find((action) => ALL.test(action));
  const principal = under(node, 'Principal');
  const anybody = [principal?.text ?? '', ...[...(principal?.entries?.values() ?? [])].flatMap((one) => [one.text ?? '', ...(one.items ?? []).map(({ text }) => text ?? '')])].includes('*') && under(node, 'Condition') === undefined;
  if (anybody) return { line: node.line, id: 'infrastructure.open-to-all', detail: 'a statement lets everybody do it (`Principal: *`)' };
  if (under(node, 'NotAction') !== undefined) return { line: node.line, id: 'infrastructure.identity', detail: 'a statement allows whatever it does not name (`NotAction`)' };
  return all !== undefined && texts('Resource').includes('*') ? { line: node.line, id: 'infrastructure.identity', detail: `a statement allows \`${all.slice(0, 60)}\` on everything` } : null;
}

function saidBy(node: YamlNode | undefined): string {
  if (node === undefined) return '';
  if (node.text !== null) return JSON.stringify([node.tag, node.text]);
  return node.items !== null ? `${node.tag ?? ''}[${node.items.map(saidBy).join(',')}]` : `{${[...(node.entries ?? [])].map(([key, value]) => `${JSON.stringify(key)}:${saidBy(value)}`).join(',')}}`;
}
