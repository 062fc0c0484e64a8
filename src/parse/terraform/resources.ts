// SPDX-License-Identifier: Apache-2.0
//
// What is known of resource types without their providers: which hold data or identity, which decide who may do what, which run code. By
// the words that their names are made of, so that a provider's next type is known as well. Refuses to call a type harmless: it only warns.

/** Words of types that hold data or what can't be made again: losing one is not undone by applying again. */
const DATA = [
  'db', 'database', 'sql', 'rds', 'aurora', 'dynamodb', 'redshift', 'documentdb', 'docdb', 'neptune', 'timestream', 'keyspaces', 'memorydb', 'elasticache', 'redis', 'memcache', 'postgresql', 'mysql', 'mariadb',
  'mongodb', 'cosmosdb', 'spanner', 'bigtable', 'bigquery', 'firestore', 'datastore', 'elasticsearch', 'opensearch', 'kinesis', 'kafka', 'msk', 'sqs', 'queue', 'eventhub', 'pubsub',
  's3', 'bucket', 'storage', 'blob', 'volume', 'disk', 'ebs', 'efs', 'fsx', 'filesystem', 'snapshot', 'backup', 'vault', 'glacier', 'filestore', 'share', 'persistentvolume',
  'kms', 'key', 'secret', 'secretsmanager', 'certificate', 'acm', 'keypair', 'zone', 'route53', 'dns', 'domain', 'eip', 'repository', 'ecr', 'registry', 'cluster', 'namespace', 'organization', 'account', 'project', 'subscription', 'tenant', 'user', 'pool', 'state', 'log', 'loggroup',
];
const IDENTITY = ['iam', 'role', 'policy', 'permission', 'permissions', 'binding', 'member', 'grant', 'acl', 'user', 'group', 'access', 'accesskey', 'trust', 'oidc', 'saml', 'credential', 'credentials', 'serviceaccount', 'rolebinding', 'assignment', 'membership'];
const CODE: ReadonlySet<string> = new Set(['null_resource', 'terraform_data', 'external', 'local_file', 'shell_script', 'aws_lambda_invocation', 'helm_release', 'kubectl_manifest', 'kubernetes_manifest', 'docker_container', 'aws_ssm_association', 'aws_instance_user_data']);
const NETWORK = ['firewall', 'security', 'sg', 'nsg', 'ingress', 'network', 'acl'];

/** True for types whose loss loses data or identity. */
export function isProtected(type: string): boolean {
  return hasWord(type, DATA) || hasWord(type, IDENTITY);
}

/** Whether a type decides who may do what, and whether it runs code. */
export function capabilitiesOf(type: string): { readonly grants: boolean; readonly executes: boolean } {
  return { grants: hasWord(type, IDENTITY), executes: CODE.has(type) };
}

/** True when a network rule admits every address, or a resource is for everybody, as far as planned values say. */
export function opensToAll(type: string, after: unknown): boolean {
  const text = JSON.stringify(after ?? null);
  if (hasWord(type, NETWORK) && /"(?:0\.0\.0\.0\/0|::\/0|\*|Internet|Any)"/u.test(text) && !/"type":"egress"|"direction":"(?:egress|EGRESS|Outbound)"/u.test(text)) return true;
  return /"(?:public-read(?:-write)?|allUsers|allAuthenticatedUsers)"/u.test(text) || /"publicly_accessible":true|"public_network_access_enabled":true/u.test(text);
}

function hasWord(type: string, words: readonly string[]): boolean {
  const parts = type.toLowerCase().split(/[_-]+/u).slice(1);
  return parts.some((part, index) => words.includes(part) || words.includes(part + (parts[index + 1] ?? '')));
}
