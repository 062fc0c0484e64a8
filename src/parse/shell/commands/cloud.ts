// SPDX-License-Identifier: Apache-2.0
//
// Clusters, containers, infrastructure and clouds. Rows, with their options that take a value; what a container or pod is told to run is followed. A data
// table, hence its length.
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { settle } from '../paths.js';
import { FETCHERS } from '../written.js';
import { danger, rowsOf, table } from './table.js';

const KUBECTL: Shape = {
  letters: 'nfoklLcsp', own: 'force dry-run all wait',
  names: 'namespace filename output kustomize selector context cluster user kubeconfig server token as as-group container replicas image type patch subresource timeout grace-period field-selector overrides labels restart env port limits requests serviceaccount cascade to-revision tail since address from-file from-literal for profile field-manager v request-timeout certificate-authority',
};

const kubectlRows = rowsOf(`
+dry-run : read
get secret|get secrets : read #secret-read
get|describe|logs|top|explain|version|api-resources|api-versions|cluster-info|diff|wait|auth|options|help|events|completion|kustomize : read
config view +raw : read #secret-read
config view|config current-context|config get-contexts|config get-clusters|config get-users : read
config : control
rollout status|rollout history : read
delete : destroy #infrastructure-destroy @resource
drain : control #infrastructure-destroy @resource
replace +force : destroy #infrastructure-destroy @resource
apply +prune : destroy #infrastructure-destroy
scale : write @resource
rollout|cordon|uncordon|taint|label|annotate|set|autoscale : write @resource
create token : read #secret-read
create clusterrolebinding,rolebinding,clusterrole,role : grant #account-change @resource
certificate approve : grant #account-change @resource
apply|create|patch|replace|expose|edit|certificate : write @resource
port-forward|proxy|cp|debug|run|attach : execute @resource
plugin|krew : execute`);

const kubectl: Program = (use) => {
  const at = use.args.indexOf('--');
  const own = at < 0 ? use.args : use.args.slice(0, at);
  const options = new Options(own, KUBECTL);
  const [verb] = options.operands;
  // To ask what somebody else may do is harmless.
  if (verb !== 'auth' && (options.has('as') || options.has('as-group'))) use.draft.hazard('account-change', 'it acts as somebody else');
  if (verb === 'exec' || verb === 'debug' || verb === 'run') {
    const command = at >= 0 ? use.args.slice(at + 1) : verb === 'exec' ? options.operands.slice(2) : [];
    use.draft.called(use.name, verb);
    use.draft.access('execute', options.operands[1] ?? null, 'pod');
    const node = verb === 'debug' && /^nodes?\//u.test(options.operands[1] ?? '');
    if (options.has('privileged') || node || options.value('profile') === 'sysadmin') danger(use.draft, 'container-escape');
    const part = options.value('overrides');
    if (part !== undefined) use.follow.manifests(podOf(part), use.draft);
    inside(use, command);
  } else {
    // Hits `secret/db`, and `--raw /api/v1/namespaces/shop/secrets`.
    if (verb === 'get' && (/^secrets?\//u.test(options.operands[1] ?? '') || (options.has('raw') && options.operands.some((path) => /\/secrets\b/u.test(path))))) use.draft.hazard('secret-read', 'it prints secrets');
    kubectlRows(options, { ...use, args: own });
    if (/^(?:apply|create|replace)$/u.test(verb ?? '')) for (const file of options.values('f', 'filename')) manifest(use, file);
    const patch = verb === 'patch' ? options.value('p', 'patch') : undefined;
    if (patch !== undefined) use.follow.manifests(patchOf(options.operands.slice(1), patch), use.draft);
    if (verb === 'scale' && options.value('replicas') === '0') use.draft.hazard('infrastructure-destroy', 'nothing of it runs then');
  }
};

/** `-f -`, a file that the script wrote, an address. */
function manifest({ call, draft, follow }: Use, file: string): void {
  const { stdin, scope } = call.frame;
  const texts = file === '-' || file === '/dev/stdin' ? [stdin?.text ?? null] : [follow.fed(file)?.text ?? null, ...follow.written.at(settle(scope.folder, file)).map(({ text }) => text)];
  for (const text of texts) if (text !== null) follow.manifests(text, draft);
  const fetched = /^https?:\/\//iu.test(file) || (file === '-' && stdin?.from.some((name) => FETCHERS.has(name)) === true) || follow.written.at(settle(scope.folder, file)).some((one) => one.fetched);
  if (fetched) draft.hazard('downloaded-code', 'what a server answers is applied to the cluster, unread');
}

// The beginning of what `kubectl run` makes; the part goes over it.
function podOf(part: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: { name: run }\n---\n${/^\s*\{/u.test(part) ? part.replace(/\{/u, '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"run"},') : part}`;
}

const PATHS: readonly (readonly [RegExp, string])[] = [
  [/^(?:deploy|deployments?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/deployments/'], [/^(?:ds|daemonsets?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/daemonsets/'],
  [/^(?:sts|statefulsets?)(?:\.apps)?$/u, '/apis/apps/v1/namespaces/default/statefulsets/'], [/^(?:po|pods?)$/u, '/api/v1/namespaces/default/pods/'], [/^(?:cj|cronjobs?)(?:\.batch)?$/u, '/apis/batch/v1/namespaces/default/cronjobs/'],
  [/^(?:ns|namespaces?)$/u, '/api/v1/namespaces/'], [/^clusterroles?$/u, '/apis/rbac.authorization.k8s.io/v1/clusterroles/'], [/^clusterrolebindings?$/u, '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/'],
];

// The request that a patch becomes; of kinds that are not told apart here, as of a Deployment, whose parts are looked for.
function patchOf([what = '', named]: readonly string[], body: string): string {
  const [kind = '', name = named ?? 'x'] = what.split('/');
  const path = PATHS.find(([pattern]) => pattern.test(kind.toLowerCase()))?.[1] ?? '/apis/apps/v1/namespaces/default/deployments/';
  const type = body.trim().startsWith('[') ? 'json-patch' : 'merge-patch';
  return `PATCH ${path}${/^[\w.-]+$/u.test(name) ? name : 'x'}\nContent-Type: application/${type}+json\n\n${body}`;
}

/** A command in a container: paths are those of there. */
function inside(use: Use, command: readonly string[]): void {
  if (command.length === 0) return;
  const scope = use.call.frame.scope.fork();
  use.follow.start(command, use.call, { frame: { ...use.call.frame, scope, away: true }, open: false });
}

const dockerRows = rowsOf(`
system prune|volume prune|builder prune +a|image prune +a : destroy #infrastructure-destroy
volume rm|volume remove : destroy #data-destroy @volume
compose down +v,volumes : destroy #data-destroy
compose rm : destroy @container
compose down|compose stop|compose kill : control
compose ps|compose logs|compose config|compose images|compose ls|compose top|compose version : read
compose : execute
stack rm|service rm|secret rm|config rm|swarm leave|node rm|context rm|plugin rm : destroy #infrastructure-destroy @service
rm|container rm +v : destroy @container
rm|container rm|container prune|network rm|network prune|rmi|image rm|image prune|builder prune|buildx prune : destroy @container
stop|kill|restart|pause|unpause|start|wait|update|rename|container : control @container
ps|images|logs|inspect|version|info|top|stats|port|diff|history|search|events|image ls|image inspect|image history|volume ls|volume inspect|network ls|network inspect|system df|system info|container ls|container inspect|container logs|buildx ls|buildx inspect|context ls|manifest inspect|scout|help : read
push|manifest push : write #publish @image
build|buildx|pull|tag|load|save|import|export|commit|create|cp|volume create|network|image|manifest : write
login|logout|context|swarm|plugin|secret|config|service|stack|node|system|trust|volume|builder : control`);

const DOCKER: Shape = { letters: 'Hlc', names: 'host context config log-level', first: true };
const RUN: Shape = {
  letters: 'evpwulhamcCin', first: true, own: 'rm init',
  names: 'env volume publish workdir user label hostname name network net entrypoint env-file mount memory cpus platform restart pull ip add-host cap-add cap-drop device gpus ipc pid security-opt tmpfs ulimit log-driver log-opt link expose dns cidfile health-cmd group-add shm-size runtime userns uts stop-signal annotation detach-keys index',
};

const docker: Program = (use) => {
  const top = new Options(use.args, DOCKER);
  const words = top.operands[0] === 'container' && /^(?:run|exec)$/u.test(top.operands[1] ?? '') ? top.operands.slice(1) : top.operands;
  const compose = use.name === 'docker-compose' ? ['compose', ...words] : words;
  const [verb, ...rest] = compose;
  if (verb === 'compose') return composed(use, rest);
  if (verb === 'run' || verb === 'exec' || verb === 'create') return running(use, verb, rest);
  const options = new Options([...(verb === undefined ? [] : [verb]), ...rest], { letters: 'fto', names: 'file tag output format filter build-arg target platform cache-from cache-to secret', own: 'force all' });
  if (!dockerRows(options, use)) use.draft.access('execute', 'docker', 'program');
};

function running(use: Use, verb: string, args: readonly string[]): void {
  const options = new Options(args.map((arg) => arg.replace(/^-(?=[it]{2}$)/u, '-')), RUN.letters === undefined ? RUN : { ...RUN, letters: RUN.letters.replace('i', '') });
  const [image, ...command] = options.operands;
  use.draft.called('docker', verb);
  use.draft.access('execute', image ?? null, verb === 'run' ? 'image' : 'container');
  for (const arg of args) use.draft.mention(arg);
  const mounts = options.values('v', 'volume', 'mount');
  if (options.has('privileged') || options.values('pid', 'network', 'net', 'userns', 'ipc').includes('host') && options.has('privileged') || mounts.some((mount) => /^(?:(?:type=bind,)?(?:src|source)=)?(?:\/|\/etc|\/root|\/var\/run\/docker\.sock|\/run\/docker\.sock|\/proc|\/sys|\/boot|\/dev)(?:[:,]|$)/u.test(mount)) || options.values('cap-add').some((cap) => /^(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE)$/iu.test(cap))) use.draft.hazard('container-escape', 'the container gets at the machine that it runs on');
  const entrypoint = options.value('entrypoint');
  const start = entrypoint === undefined ? command : [entrypoint, ...command];
  inside(use, start);
}

function composed(use: Use, args: readonly string[]): void {
  const options = new Options(args, { letters: 'fp', names: 'file project-name profile env-file project-directory', first: true });
  const [verb, ...rest] = options.operands;
  for (const value of options.allValues()) use.draft.mention(value);
  if (verb === 'exec' || verb === 'run') {
    const inner = new Options(rest, { letters: 'evwulp', names: 'env user workdir volume publish entrypoint name label index', first: true });
    use.draft.called('docker', 'compose', verb);
    use.draft.access('execute', inner.operands[0] ?? null, 'container');
    inside(use, inner.operands.slice(1));
  } else dockerRows(new Options(['compose', ...(verb === undefined ? [] : [verb]), ...rest], { letters: 't' }), use);
}

const terraform = table({ single: true, names: 'var var-file target out state backend-config chdir lock-timeout parallelism' }, `
plan +destroy : read
apply +destroy : destroy #infrastructure-destroy
destroy : destroy #infrastructure-destroy
state rm|state push|workspace delete|force-unlock : destroy #infrastructure-destroy @resource
state list|state show|plan|validate|show|output|version|providers|graph|workspace list|workspace show|console|get|metadata|test : read
state pull : read #secret-read
fmt|init|workspace|login|logout : write
apply|import|taint|untaint|refresh|state mv|state replace-provider : write @resource
run-all destroy : destroy #infrastructure-destroy
run-all apply|run-all : write`);

const helm = table({ letters: 'nf', names: 'namespace values set set-string set-file version repo kube-context kubeconfig timeout', own: 'set force' }, `
+dry-run : read
uninstall|delete|del|un : destroy #infrastructure-destroy @release
rollback : write @release
list|ls|status|get|history|show|template|lint|search|version|env|repo list|verify|dependency list|diff|inspect : read
repo|dependency|dep|pull|package|plugin|registry|create : write
push : write #publish
install|upgrade|test : write @release`);

// Verbs of clouds say by themselves what they do: `delete-…`, `terminate-…`, `describe-…`, `get-…`, `list-…`.
const CLOUD_DESTROY = /^(?:delete|terminate|destroy|remove|purge|deregister|reset|deprovision|wipe|drop|revoke|disable|schedule-key-deletion|rb|batch-delete|delete-objects|deallocate|stop|release|detach|disassociate|cancel|force-delete)(?:-|$)/u;
const CLOUD_READ = /^(?:describe|get|list|ls|show|head|search|lookup|filter|query|scan|wait|help|version|check|validate|preview|estimate|simulate|view|tail|read|info|status|diff|browse|sts|caller-identity|account|configure-list|print-identity-token|select|explain)(?:-|$)/u;
const CLOUD_SECRET = /\b(?:get-secret-value|batch-get-secret-value|get-parameters?(?:-by-path)? .*with-decryption|print-access-token|print-identity-token|get-access-token|get-session-token|get-login-password|access-token|secrets? versions access|secret (?:show|download)|list-keys|keys list|show-connection-string|get-credentials|create-access-key|export-credentials|auth token)\b/u;

const cloud = (shape: Shape): Program => (use) => {
  const options = new Options(use.args, shape);
  const words = options.operands.map((word) => word.toLowerCase());
  const verbs = words.slice(0, 5);
  for (const arg of use.args) use.draft.mention(arg);
  use.draft.called(use.name, ...words.slice(0, 3).filter((word) => /^[a-z][\w-]{0,60}$/u.test(word)));
  if (options.has('dryrun', 'dry-run', 'help')) return use.draft.access('read', null, null);
  const line = `${words.join(' ')} ${options.names().join(' ')}`;
  if (CLOUD_SECRET.test(line)) use.draft.hazard('secret-read', 'it prints secrets');
  const destroys = verbs.some((word, index) => index > 0 && CLOUD_DESTROY.test(word)) || (verbs[0] === 's3' && (verbs[1] === 'rm' || verbs[1] === 'rb')) || (verbs[1] === 'sync' && options.has('delete')) || /^(?:rm|rb)$/u.test(verbs[0] ?? '') || (verbs[0] === 'storage' && /^(?:rm|delete)$/u.test(verbs[1] ?? ''));
  if (destroys) {
    use.draft.access('destroy', words.slice(0, 4).join(' '), 'resource');
    use.draft.hazard('infrastructure-destroy', 'what runs or is kept there is taken down');
  } else use.draft.access(verbs.some((word) => CLOUD_READ.test(word)) ? 'read' : 'write', words.slice(0, 4).join(' ') || use.name, 'resource');
};

const gh = table({ letters: 'RXFfHqtbBlacrmuweo', names: 'repo method field raw-field header input jq template body body-file title label assignee hostname json base head limit branch ref state env org notes notes-file target reviewer milestone project', own: 'force admin delete' }, `
auth token : read #secret-read
auth status +show-token,t : read #secret-read
auth : control
api +method,X : write
api +f,F,field,raw-field,input : write
api : read
repo delete|release delete|issue delete|gist delete|run delete|secret delete|variable delete|ssh-key delete|gpg-key delete|label delete|cache delete|project delete|codespace delete|ruleset delete|deploy-key delete|workflow disable|repo archive|mr delete|tag delete|environment delete : destroy #infrastructure-destroy
release delete-asset : destroy #infrastructure-destroy
secret set|variable set|ssh-key add|gpg-key add|deploy-key add|repo edit|repo deploy-key|secret|variable : control #account-change
pr merge +admin : write #branch-delete
alias set : control #runs-later
extension|ext : execute
release create|release upload|release edit : write #publish
pr checkout|pr create|pr edit|pr merge|pr close|pr comment|pr review|pr ready|pr reopen|pr update-branch|issue create|issue edit|issue close|issue comment|issue reopen|repo clone|repo fork|repo create|repo sync|repo rename|run rerun|run cancel|workflow run|workflow enable|gist create|gist edit|label create|label edit|run download|mr create|mr merge|mr approve|mr close|mr update|mr note|ci run|project : write
pr|issue|repo|run|release|workflow|gist|label|search|status|browse|secret list|variable list|cache|ruleset|org|mr|ci|pipeline|job|help|version|completion : read
codespace ssh : execute`);

const ghProgram: Program = (use) => {
  const { args, draft } = use;
  gh(use);
  const method = new Options(args, { letters: 'XFfHqt', names: 'method field raw-field header' }).value('X', 'method')?.toUpperCase();
  if (args[0] !== 'api') return;
  // A branch moved by the API is pushed; what protects it is taken away there, too.
  const changes = method !== undefined && method !== 'GET';
  if (changes && args.some((arg) => /\bgit\/refs\b/u.test(arg)) && args.some((arg) => /^force=(?:true|1)$/u.test(arg))) danger(draft, 'force-push');
  if (changes && args.some((arg) => /\/(?:protection|rulesets|collaborators|keys|environments|actions\/permissions)\b/u.test(arg))) danger(draft, 'account-change');
  if (method === 'DELETE') {
    draft.access('destroy', args.find((arg) => arg.includes('/')) ?? 'api', 'resource');
    draft.hazard('remote-delete', 'it deletes something over the network');
  }
};

/** Clouds and clusters, by name. */
export const clouds: Readonly<Record<string, Program>> = {
  kubectl, oc: kubectl, k: kubectl, kubecolor: kubectl, docker, podman: docker, nerdctl: docker, 'docker-compose': docker, 'podman-compose': docker,
  terraform, tofu: terraform, terragrunt: terraform, helm, helmfile: table({ letters: 'efl' }, 'destroy|delete : destroy #infrastructure-destroy\ndiff|list|lint|template|status : read\n* : write'),
  aws: cloud({ names: 'profile region output query filters instance-ids bucket key table-name function-name endpoint-url cli-input-json group-name user-name role-name policy-arn stack-name db-instance-identifier secret-id name ca-bundle recursive-x exclude include' }), gcloud: cloud({ names: 'project zone region account format filter configuration impersonate-service-account' }), gsutil: cloud({ letters: 'o' }), az: cloud({ letters: 'gnos', names: 'resource-group name subscription output query' }), doctl: cloud({}), linode: cloud({}), hcloud: cloud({}), heroku: cloud({ letters: 'a' }), flyctl: cloud({ letters: 'a' }), fly: cloud({ letters: 'a' }), vercel: cloud({}), netlify: cloud({}), wrangler: cloud({}), firebase: cloud({}), supabase: cloud({}), s3cmd: cloud({}), oci: cloud({}), ibmcloud: cloud({}), eksctl: cloud({ names: 'name region' }), kops: cloud({}), az_: cloud({}), mc: cloud({}),
  gh: ghProgram, glab: ghProgram, pulumi: table({ letters: 's', names: 'stack cwd' }, 'destroy|stack rm|down : destroy #infrastructure-destroy\npreview|stack ls|stack output|about|logs|whoami|version|stack|config get : read\n* : write'), cdk: table({}, 'destroy : destroy #infrastructure-destroy\nls|list|diff|synth|doctor : read\n* : write'), serverless: table({}, 'remove : destroy #infrastructure-destroy\ninfo|print|logs : read\n* : write'), sam: table({}, 'delete : destroy #infrastructure-destroy\nvalidate|logs|list : read\n* : write'), ansible: table({ letters: 'miaeu' }, ' : execute'), 'ansible-playbook': table({ letters: 'iletu' }, '+C,check,syntax-check,list-tasks,list-hosts : read\n : execute'), vagrant: table({}, 'destroy : destroy #infrastructure-destroy\nstatus|port|ssh-config|box list : read\n* : execute'), minikube: table({}, 'delete : destroy #infrastructure-destroy\nstatus|ip|service list|version : read\n* : write'), kind: table({}, 'delete : destroy #infrastructure-destroy\nget|version|export logs : read\n* : write'), k3d: table({}, 'cluster delete : destroy #infrastructure-destroy\n* : write'), argocd: table({}, 'app delete|proj delete|repo rm|cluster rm : destroy #infrastructure-destroy\napp get|app list|app diff|app logs|version|account : read\n* : write'), flux: table({}, 'delete|uninstall : destroy #infrastructure-destroy\nget|logs|check|tree|version|diff : read\n* : write'), 'cloud-init': table({}, 'clean : destroy #system-write\nstatus|query : read\n* : execute'), virsh: table({}, 'list|dominfo|dumpxml : read\ndestroy|undefine|vol-delete|pool-delete|pool-destroy|snapshot-delete|net-destroy : destroy #infrastructure-destroy\n* : control'), nomad: table({}, 'status|job status|node status|version|alloc logs : read\njob stop|system gc|namespace delete : destroy #infrastructure-destroy\n* : write'), packer: table({}, 'validate|inspect|fmt|version : read\n* : execute'),
};
