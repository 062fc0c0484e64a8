// SPDX-License-Identifier: Apache-2.0
//
// kubectl: rows, and what is more than a row: commands inside of pods, manifests and patches that are given along, doors into the cluster. Refuses to
// call a patch understood that it can't see.
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { settle } from '../paths.js';
import { isKnown, shown } from '../text.js';
import { FETCHERS } from '../written-files.js';
import { asksForHelp, danger, rowsOf } from './table.js';

const KUBECTL: Shape = {
  letters: 'nfoklLcsp', own: 'force dry-run all wait patch',
  names: 'namespace filename output kustomize selector context cluster user kubeconfig server token as as-group container replicas image type patch patch-file subresource timeout grace-period field-selector overrides labels restart env port limits requests serviceaccount cascade to-revision tail since address from-file from-literal for profile field-manager v request-timeout certificate-authority',
};

const kubectlRows = rowsOf(`
+dry-run : read
get secret|get secrets : read #secret-read
get|describe|logs|top|explain|version|api-resources|api-versions|cluster-info|diff|wait|auth can-i|auth whoami|options|help|events|completion|kustomize : read
config view +raw : read #secret-read
config view|config current-context|config get-contexts|config get-clusters|config get-users : read
config : control
rollout status|rollout history : read
delete : destroy #infrastructure-destroy @resource
drain : control #infrastructure-destroy @resource
replace +force : destroy #infrastructure-destroy @resource
apply +prune : destroy #infrastructure-destroy
scale : write @resource
set subject|set serviceaccount|set sa : grant #account-change @resource
set image|set env|set resources|set selector : write @resource
rollout|cordon|uncordon|taint|label|annotate|set|autoscale : write @resource
create token : read #secret-read
auth reconcile|adm policy|policy add-role-to-user : grant #account-change
create clusterrolebinding,rolebinding,clusterrole,role : grant #account-change @resource
certificate approve : grant #account-change @resource
apply|create|patch|replace|expose|edit|certificate : write @resource
port-forward|proxy|cp|attach : execute #cluster-door @resource
plugin|krew : execute`);

/** One use of kubectl. */
export const kubectl: Program = (use) => {
  const at = use.args.indexOf('--');
  const own = at < 0 ? use.args : use.args.slice(0, at);
  const options = new Options(own, KUBECTL);
  if (options.operands[0] === 'alpha') options.operands.shift();
  const [verb] = options.operands;
  // To ask what somebody else may do is harmless.
  if (verb !== 'auth' && (options.has('as') || options.has('as-group'))) use.draft.hazard('account-change', 'it acts as somebody else');
  if ((verb === 'exec' || verb === 'debug' || verb === 'run') && !asksForHelp(own)) {
    const command = at >= 0 ? use.args.slice(at + 1) : verb === 'exec' ? options.operands.slice(2) : [];
    use.draft.called(use.name, verb);
    use.draft.access('execute', options.operands[1] ?? null, 'pod');
    danger(use.draft, 'cluster-door');
    const node = verb === 'debug' && /^nodes?\//u.test(options.operands[1] ?? '');
    if (options.has('privileged') || node || options.value('profile') === 'sysadmin') danger(use.draft, 'container-escape');
    const part = options.value('overrides');
    if (part !== undefined) use.follow.manifests(podOf(part), use.draft);
    inside(use, command);
  } else {
    // Hits `secret/db`, and `--raw /api/v1/namespaces/shop/secrets`.
    if (verb === 'get' && (/^secrets?\//u.test(options.operands[1] ?? '') || (options.has('raw') && options.operands.some((path) => /\/secrets\b/u.test(path))))) use.draft.hazard('secret-read', 'it prints secrets');
    const values = verb === 'set' ? valuesOf(options) : [];
    kubectlRows(options, { ...use, args: own });
    if (/^(?:apply|create|replace)$/u.test(verb ?? '')) for (const file of options.values('f', 'filename')) manifest(use, file, options.has('dry-run'));
    const patch = verb === 'patch' ? options.value('p', 'patch') : undefined;
    if (patch !== undefined) use.follow.manifests(patchOf(options.operands.slice(1), patch), use.draft);
    else if (verb === 'patch' && !options.has('dry-run')) patchFile(use, options);
    if (verb === 'set' && options.operands[1] === 'image') images(use, options.operands.slice(2), values);
    if (verb === 'taint' && options.operands.some((word) => /:NoExecute$/u.test(word))) use.draft.hazard('infrastructure-destroy', 'what runs on the node is evicted');
    if (options.has('raw') && /^(?:create|replace|delete)$/u.test(verb ?? '')) use.draft.unknown('what a request by its path does is not told here; write it as a manifest');
    if (verb === 'label' && options.operands.some((word) => /^pod-security\.kubernetes\.io\//u.test(word))) use.draft.hazard('account-change', 'it changes what pods of the namespace may do');
    if (verb === 'scale' && options.value('replicas') === '0') use.draft.hazard('infrastructure-destroy', 'nothing of it runs then');
  }
};

/** `-f -`, a file that the script wrote, an address. */
function manifest({ call, draft, follow }: Use, file: string, rehearsed: boolean): void {
  const { stdin, scope } = call.frame;
  const texts = file === '-' || file === '/dev/stdin' ? [stdin?.text ?? null] : [follow.fed(file)?.text ?? null, ...follow.written.at(settle(scope.folder, file)).map(({ text }) => text)];
  for (const text of texts) if (text !== null) follow.manifests(text, draft);
  const fetched = /^https?:\/\//iu.test(file) || (file === '-' && stdin?.from.some((name) => FETCHERS.has(name)) === true) || follow.written.at(settle(scope.folder, file)).some((one) => one.fetched);
  if (fetched) draft.hazard('downloaded-code', 'what a server answers is applied to the cluster, unread');
  // `kustomize build x | kubectl apply -f -`: made when it runs. What `cat` prints are files, which are judged as such; what `kubectl` prints it made of its arguments.
  else if (file === '-' && !rehearsed && stdin !== null && stdin.text === null && stdin.from.some((name) => !/^(?:<|cat|kubectl|oc|k)$/u.test(name))) draft.hazard('unplanned-apply', 'what it applies is made when it runs, so that nobody has seen it');
}

// A patch means nothing without its target, so no manifest of the repository tells what it does.
function patchFile({ draft, follow }: Use, options: Options): void {
  const file = options.value('patch-file');
  const texts = file === undefined ? [] : follow.written.at(settle(draft.folder, file));
  for (const { text } of texts) if (text !== null) follow.manifests(patchOf(options.operands.slice(1), text), draft);
  if (file === undefined || texts.length === 0 || texts.some(({ text }) => text === null)) draft.unknown(`what \`${shown(file ?? 'the patch')}\` changes is not told here; give it with \`--patch\``);
}

// `web=nginx:1.2` and `A=b` are values, not what they are set on.
function valuesOf({ operands }: Options): readonly string[] {
  const values = operands.filter((word, index) => index > 1 && word.includes('='));
  operands.splice(0, operands.length, ...operands.filter((word) => !values.includes(word)));
  return values;
}

// An image that is set is a patch like any other.
function images({ draft, follow }: Use, what: readonly string[], values: readonly string[]): void {
  const containers = values.filter(isKnown).map((value) => ({ name: value.slice(0, value.indexOf('=')), image: value.slice(value.indexOf('=') + 1) }));
  if (containers.length === 0) return;
  const kind = (what[0] ?? '').split('/')[0] as string;
  const spec = /^po(?:ds?)?$/u.test(kind) ? { containers } : { template: { spec: { containers } } };
  follow.manifests(patchOf(what, JSON.stringify({ spec: /^(?:cj|cronjobs?)/u.test(kind) ? { jobTemplate: { spec } } : spec })), draft);
}

// The beginning of what `kubectl run` makes; the part goes over it.
function podOf(part: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: { name: run }\n---\n${/^\s*\{/u.test(part) ? part.replace(/\{/u, '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"run"},') : part}`;
}

const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^(?:deploy|deployments?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/deployments/'], [/^(?:ds|daemonsets?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/daemonsets/'],
  [/^(?:sts|statefulsets?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/statefulsets/'], [/^(?:po|pods?)$/u, '/api/v1/namespaces/default/pods/'], [/^(?:cj|cronjobs?)(?:\.batch)?$/u, '/apis/batch/v1/namespaces/default/cronjobs/'],
  [/^(?:ns|namespaces?)$/u, '/api/v1/namespaces/'], [/^(?:pv|persistentvolumes?)$/u, '/api/v1/persistentvolumes/'], [/^(?:svc|services?)$/u, '/api/v1/namespaces/default/services/'], [/^roles?$/u, '/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles/'], [/^rolebindings?$/u, '/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings/'], [/^(?:netpol|networkpolic(?:y|ies))$/u, '/apis/networking.k8s.io/v1/namespaces/default/networkpolicies/'],
  [/^clusterroles?$/u, '/apis/rbac.authorization.k8s.io/v1/clusterroles/'], [/^clusterrolebindings?$/u, '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/'],
];

// The request that a patch becomes; of kinds that are not told apart here, as of a Deployment, whose parts are looked for.
function patchOf([what = '', named]: readonly string[], body: string): string {
  const [kind = '', name = named ?? 'x'] = what.split('/');
  const path = PATHS.find(([pattern]) => pattern.test(kind.toLowerCase()))?.[1] ?? '/apis/apps/v1/namespaces/default/deployments/';
  const type = body.trim().startsWith('[') ? 'json-patch' : 'merge-patch';
  return `PATCH ${path}${/^[\w.-]+$/u.test(name) ? name : 'x'}\nContent-Type: application/${type}+json\n\n${body}`;
}

/** A command in a container: paths are those of there. */
export function inside(use: Use, command: readonly string[]): void {
  if (command.length === 0) return;
  const scope = use.call.frame.scope.fork();
  use.follow.start(command, use.call, { frame: { ...use.call.frame, scope, away: true }, open: false });
}
