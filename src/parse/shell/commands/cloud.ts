// SPDX-License-Identifier: Apache-2.0
//
// Clusters, containers, infrastructure and clouds. Rows, with their options that take a value; what a container or pod is told to run is followed. A data
// table, hence its length.
import type { Program, Use } from '../model.js';
import { Options, type Shape } from '../options.js';
import { settle } from '../paths.js';
import { isKnown, shown } from '../text.js';
import { docker } from './docker.js';
import { inside, kubectl } from './kubectl.js';
import { danger, table } from './table.js';

const terraform = table({ single: true, names: 'var var-file target replace exclude out state state-out backup backend-config chdir lock-timeout parallelism', own: 'destroy state' }, `
plan +destroy +out : write #infrastructure-destroy
plan +destroy : read
apply +destroy : destroy #infrastructure-destroy
apply +target,replace,exclude : write #unplanned-apply @resource
destroy : destroy #infrastructure-destroy
state rm|state push|workspace delete|force-unlock : destroy #infrastructure-destroy @resource
state list|state show|plan|validate|show|output|version|providers|graph|workspace list|workspace show|console|get|metadata|test : read
state pull : read #secret-read
fmt|init|workspace|login|logout : write
apply * : write @resource
apply : write #unplanned-apply
taint : write #unplanned-apply @resource
import|untaint|refresh|state mv|state replace-provider : write @resource
run-all destroy : destroy #infrastructure-destroy
run-all plan,validate,output,show,graph,providers : read
run-all : write #unplanned-apply`);

const TERRAFORM_SETTINGS = ['TF_CLI_ARGS', 'TF_CLI_ARGS_apply', 'TF_CLI_ARGS_plan', 'TF_CLI_ARGS_destroy'];

// Options that the environment adds to every run.
const terraformWith: Program = (use) => {
  terraform(use);
  const { call, draft } = use;
  const added = TERRAFORM_SETTINGS.flatMap((name) => [call.assigned.get(name) ?? [], call.frame.scope.has(name) ? call.frame.scope.values(name) : []].flat()).join(' ');
  const module = use.args.find((arg) => /^--?from-module=(?!\.{1,2}\/)/u.test(arg));
  if (use.args[0] === 'init' && module !== undefined) draft.hazard('downloaded-code', 'what another place holds becomes the configuration, unread');
  if (/(?:^|\s)--?destroy\b/u.test(added)) danger(draft, 'infrastructure-destroy');
  if (/(?:^|\s)--?(?:auto-approve|target|replace)\b/u.test(added)) danger(draft, 'unplanned-apply');
};

/** `ansible all -m shell -a 'rm -rf /'`: a command on other machines. */
const ansible: Program = (use) => {
  const options = new Options(use.args, { letters: 'miaeufltBPT', names: 'module-name inventory args extra-vars user forks limit' });
  use.draft.access('execute', options.operands[0] ?? 'ansible', 'host');
  for (const arg of use.args) use.draft.mention(arg);
  const text = options.value('a', 'args');
  const module = options.value('m', 'module-name')?.replace(/^ansible\.builtin\./u, '') ?? 'command';
  if (text !== undefined && /^(?:shell|command|raw|script)$/u.test(module)) use.follow.script(text.replace(/^cmd=/u, ''), use.call, { own: true, away: true });
  else if (!/^(?:ping|setup|debug|gather_facts|stat|command)$/u.test(module)) danger(use.draft, 'deploy');
};

const HELM: Shape = { letters: 'nf', names: 'namespace values set set-string set-json set-file set-literal version repo kube-context kubeconfig timeout', own: 'set force' };
const helmRows = table(HELM, `
+dry-run : read
uninstall|delete|del|un : destroy #infrastructure-destroy @release
rollback : write @release
list|ls|status|get|history|show|template|lint|search|version|env|repo list|verify|dependency list|diff|inspect : read
repo|dependency|dep|pull|package|plugin|registry|create : write
push : write #publish
install|upgrade|test : write @release`);

// Hits `replicas=0`, `web.replicaCount=0`, `a=1,replicas=0`; misses `replicas=10`, `maxReplicas=0.5`.
const NO_REPLICAS = /(?:^|[,.])(?:\w*[rR]eplicas|replicaCount)=["']?0["']?(?:,|$)/u;

const helm: Program = (use) => {
  helmRows(use);
  const options = new Options(use.args, HELM);
  // A chart of a repository, without a version: the newest that day.
  const chart = options.operands.find((word) => /^(?:oci|https?):\/\//u.test(word)) ?? (/^(?:install|upgrade|template|pull)$/u.test(options.operands[0] ?? '') ? options.operands.slice(1).find((word) => /^[\w-]+\/[\w-]+$/u.test(word)) : undefined);
  if (chart !== undefined && /^(?:install|upgrade|template)$/u.test(options.operands[0] ?? '') && options.value('version') === undefined && !/:\d[\w.-]*$|@sha256:|\.tgz$/u.test(chart)) use.draft.hazard('unpinned-package', `the chart \`${shown(chart)}\` is whatever is the newest that day`);
  if (!options.has('dry-run') && /^(?:install|upgrade)$/u.test(options.operands[0] ?? '') && options.values('set', 'set-string', 'set-json').some((value) => NO_REPLICAS.test(value))) use.draft.hazard('infrastructure-destroy', 'nothing of it runs then');
};

// Verbs of clouds say by themselves what they do: `delete-…`, `terminate-…`, `describe-…`, `get-…`, `list-…`.
/** The same as first word, or after a colon: `eksctl delete`, `heroku pg:reset`. */
const CLOUD_DESTROY_FIRST = /^(?:delete|del|destroy|terminate|remove|purge|wipe|drop|uninstall)$|:(?:delete|destroy|reset|remove|drop|purge)$/u;
const CLOUD_DESTROY = /^(?:delete|terminate|destroy|remove|purge|deregister|reset|deprovision|wipe|drop|revoke|disable|schedule-key-deletion|rb|batch-delete|delete-objects|deallocate|stop|release|detach|disassociate|cancel|force-delete)(?:-|$)/u;
/** Words that hand out rights, and those that run something elsewhere. */
const CLOUD_GRANT = /^(?:attach-(?:user|role|group)-policy|put-(?:user|role|group|bucket|key)-policy|add-user-to-group|add-iam-policy-binding|set-iam-policy|create-(?:policy-version|login-profile|service-linked-role)|update-assume-role-policy|add-permission|update-login-profile|create-grant)$/u;
const CLOUD_RUNS = /^(?:send-command|start-session|execute-command|run-command|invoke-command)$/u;
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
  elsewhere(use, options, words);
  const destroys = verbs.some((word, index) => (index > 0 && CLOUD_DESTROY.test(word)) || CLOUD_DESTROY_FIRST.test(word)) || (verbs[0] === 's3' && verbs[1] === 'mv' && options.has('recursive')) || (verbs[0] === 's3' && (verbs[1] === 'rm' || verbs[1] === 'rb')) || (verbs[1] === 'sync' && options.has('delete')) || /^(?:rm|rb)$/u.test(verbs[0] ?? '') || (verbs[0] === 'storage' && /^(?:rm|delete)$/u.test(verbs[1] ?? ''));
  if (verbs.some((word) => CLOUD_GRANT.test(word)) || (verbs[0] === 'role' && verbs[1] === 'assignment' && verbs[2] === 'create')) danger(use.draft, 'account-change');
  if (verbs.some((word) => CLOUD_RUNS.test(word))) use.draft.unknown('what runs on the machine at the other end is not judged');
  // Hits `--desired-count 0`, `--max-instances=0`, `ps:scale web=0`, `--backup-retention-period 0`; misses `--min-size 0`.
  if (/(?:^|\s)--(?:desired-(?:count|capacity)|max-(?:size|instances)|backup-retention-period)[ =]0(?:\s|$)|(?:^|\s)--no-backup(?:\s|$)|\bscale\b.*\s\w+=0(?:\s|$)/u.test(use.args.join(' '))) danger(use.draft, 'infrastructure-destroy');
  if (options.has('no-deletion-protection')) danger(use.draft, 'infrastructure-destroy');
  if (destroys) {
    use.draft.access('destroy', words.slice(0, 4).join(' '), 'resource');
    use.draft.hazard('infrastructure-destroy', 'what runs or is kept there is taken down');
  } else use.draft.access(verbs.some((word) => CLOUD_READ.test(word)) ? 'read' : 'write', words.slice(0, 4).join(' ') || use.name, 'resource');
};

/** `gcloud compute ssh h --command='rm -rf /'`, `heroku run rails db:drop`, `wrangler d1 execute db --command 'DROP TABLE x'`. */
function elsewhere(use: Use, options: Options, words: readonly string[]): void {
  const text = options.value('command', 'C') ?? (words.includes('ssh') ? options.dashed?.join(' ') : undefined);
  if (text !== undefined && words.some((word) => /^(?:ssh|console|execute-command)$/u.test(word))) use.follow.script(text, use.call, { own: true, away: true });
  else if (text !== undefined && words.includes('d1') && /\b(?:drop|truncate|delete)\b/iu.test(text)) danger(use.draft, 'data-destroy');
  const at = use.args.findIndex((arg) => /^run(?::detached)?$/u.test(arg));
  if (use.name === 'heroku' && at >= 0) inside(use, new Options(use.args.slice(at + 1), { letters: 'as', names: 'app size type env', first: true }).operands);
}

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
pr review +a,approve : control #account-change
mr approve : control #account-change
alias set : control #runs-later
extension,ext install,upgrade : execute #downloaded-code
extension|ext : execute
gist create|gist edit : write #publish
workflow run|ci run|ci trigger|ci run-trig|pipeline run|schedule create,update,run : execute #runs-later
release create|release upload|release edit : write #publish
pr checkout|pr create|pr edit|pr merge|pr close|pr comment|pr review|pr ready|pr reopen|pr update-branch|issue create|issue edit|issue close|issue comment|issue reopen|repo clone|repo fork|repo create|repo sync|repo rename|run rerun|run cancel|workflow enable|label create|label edit|run download|mr create|mr merge|mr close|mr update|mr note|ci run|project : write
pr|issue|repo|run|release|workflow|gist|label|search|status|browse|secret list|variable list|cache|ruleset|org|mr|ci|pipeline|job|help|version|completion : read
codespace ssh : execute`);

const ghProgram: Program = (use) => {
  const { args, draft } = use;
  gh(use);
  const method = new Options(args, { letters: 'XFfHqt', names: 'method field raw-field header' }).value('X', 'method')?.toUpperCase();
  if (args[0] === 'repo' && args[1] === 'clone') use.follow.written.fetchFolder(settle(draft.folder, args[3]?.startsWith('-') === false ? args[3] : (args[2] ?? '').replace(/^.*\//su, '').replace(/\.git$/u, '')));
  if (args[0] !== 'api') return;
  const fields = args.join(' ');
  const path = args.find((arg) => arg.includes('/')) ?? '';
  // Fields make it a POST; GraphQL says what it does in its text.
  if (args.includes('graphql')) return graphql(fields, draft);
  if (/\/(?:reviews|approvals|approve)\b/u.test(path) && /\bAPPROVE\b|\/approve\b/u.test(fields)) danger(draft, 'account-change');
  if (method !== 'GET' && /\/(?:dispatches|trigger\/pipeline|pipeline|rerun[\w-]*|play)$/u.test(path.replace(/\?.*$/su, '')) && (method !== undefined || / -{1,2}(?:f|F|field|raw-field|input)\b/u.test(` ${fields}`))) danger(draft, 'runs-later');
  // A branch moved by the API is pushed; what protects it is taken away there, too.
  const changes = method !== undefined && method !== 'GET';
  if (changes && args.some((arg) => /\bgit\/refs\b/u.test(arg)) && args.some((arg) => /^force=(?:true|1)$/u.test(arg))) danger(draft, 'force-push');
  if (changes && args.some((arg) => /\/(?:protection|rulesets|collaborators|keys|environments|actions\/permissions)\b/u.test(arg))) danger(draft, 'account-change');
  if (method === 'DELETE') {
    draft.access('destroy', args.find((arg) => arg.includes('/')) ?? 'api', 'resource');
    draft.hazard('remote-delete', 'it deletes something over the network');
  }
};

// What a mutation changes is told by its name: `deleteRef`, `addPullRequestReview`.
function graphql(fields: string, draft: Use['draft']): void {
  if (!isKnown(fields) || /(?:^|[\s=])@|\s--input\b/u.test(fields)) return draft.unknown('what the query asks for stands elsewhere');
  if (!/\bmutation\b/u.test(fields)) return;
  if (/\b(?:delete|archive|remove|transfer)[A-Z]/u.test(fields)) draft.hazard('remote-delete', 'it deletes something over the network');
  if (/\bAPPROVE\b|\b\w*(?:PullRequestReview|BranchProtection|Ruleset|Collaborator|DeployKey|Environment|AutoMerge|mergePullRequest|Sponsor|Enterprise|Organization)\w*\s*\(/u.test(fields)) danger(draft, 'account-change');
}

function vagrantWith(rows: Program): Program {
  return (use) => {
    rows(use);
    const text = new Options(use.args, { letters: 'c', names: 'command' }).value('c', 'command');
    if (text !== undefined) use.follow.script(text, use.call, { own: true, away: true });
  };
}

/** Clouds and clusters, by name. */
export const clouds: Readonly<Record<string, Program>> = {
  kubectl, oc: kubectl, k: kubectl, kubecolor: kubectl, docker, podman: docker, nerdctl: docker, 'docker-compose': docker, 'podman-compose': docker,
  terraform: terraformWith, tofu: terraformWith, terragrunt: terraformWith, helm, helmfile: table({ letters: 'efl' }, 'destroy|delete : destroy #infrastructure-destroy\ndiff|list|lint|template|status : read\n* : write'),
  aws: cloud({ names: 'command profile region output query filters instance-ids bucket key table-name function-name endpoint-url cli-input-json group-name user-name role-name policy-arn stack-name db-instance-identifier secret-id name ca-bundle recursive-x exclude include' }), gcloud: cloud({ names: 'command project zone region account format filter configuration impersonate-service-account' }), gsutil: cloud({ letters: 'o' }), az: cloud({ letters: 'gnos', names: 'resource-group name subscription output query' }), doctl: cloud({}), linode: cloud({}), hcloud: cloud({}), heroku: cloud({ letters: 'a' }), flyctl: cloud({ letters: 'aC', names: 'command' }), fly: cloud({ letters: 'aC', names: 'command' }), vercel: cloud({}), netlify: cloud({}), wrangler: cloud({ names: 'command file config env' }), firebase: cloud({}), supabase: cloud({}), s3cmd: cloud({}), oci: cloud({}), ibmcloud: cloud({}), eksctl: cloud({ names: 'name region' }), kops: cloud({}), ...Object.fromEntries('cf stripe sentry-cli eas neonctl neon pscale planetscale turso istioctl skaffold tilt devspace railway scw upctl civo okteto vultr-cli linode-cli'.split(' ').map((name) => [name, cloud({})])), az_: cloud({}), mc: cloud({}),
  velero: table({ letters: 'noL', names: 'from-backup from-schedule include-namespaces exclude-namespaces include-resources namespace-mappings selector existing-resource-policy output namespace' }, `
get|describe|version|completion|backup get,describe,logs,download|restore get,describe,logs|schedule get,describe|backup-location get|snapshot-location get : read
delete|uninstall|backup delete|restore delete|schedule delete|backup-location delete|snapshot-location delete : destroy #infrastructure-destroy @resource
restore create|create restore : write #unplanned-apply @resource
* : write`),
  gh: ghProgram, glab: ghProgram, pulumi: table({ letters: 's', names: 'stack cwd' }, 'destroy|stack rm|down : destroy #infrastructure-destroy\nup|update|refresh +y,yes,f,skip-preview : write #unplanned-apply\npreview|stack ls|stack output|about|logs|whoami|version|stack|config get : read\n* : write'), cdk: table({ names: 'require-approval profile context app output' }, 'destroy : destroy #infrastructure-destroy\ndeploy +require-approval,hotswap : write #unplanned-apply\nls|list|diff|synth|doctor : read\n* : write'), serverless: table({}, 'remove : destroy #infrastructure-destroy\ninfo|print|logs : read\n* : write'), sam: table({}, 'delete : destroy #infrastructure-destroy\nvalidate|logs|list : read\n* : write'), ansible, 'ansible-playbook': table({ letters: 'iletu' }, '+C,check,syntax-check,list-tasks,list-hosts : read\n : execute'), vagrant: vagrantWith(table({}, 'destroy : destroy #infrastructure-destroy\nstatus|port|ssh-config|box list : read\n* : execute')), minikube: table({}, 'delete : destroy #infrastructure-destroy\nstatus|ip|service list|version : read\n* : write'), kind: table({}, 'delete : destroy #infrastructure-destroy\nget|version|export logs : read\n* : write'), k3d: table({}, 'cluster delete : destroy #infrastructure-destroy\n* : write'), argocd: table({ names: 'repo path revision dest-server dest-namespace' }, 'app set,create,patch +repo : write #downloaded-code\napp sync +prune : destroy #infrastructure-destroy\napp delete|proj delete|repo rm|cluster rm : destroy #infrastructure-destroy\napp get|app list|app diff|app logs|version|account : read\n* : write'), flux: table({ names: 'url namespace branch tag' }, 'create source : write #downloaded-code\nsuspend : control #service-stop\ndelete|uninstall : destroy #infrastructure-destroy\nget|logs|check|tree|version|diff : read\n* : write'), 'cloud-init': table({}, 'clean : destroy #system-write\nstatus|query : read\n* : execute'), virsh: table({}, 'list|dominfo|dumpxml : read\ndestroy|undefine|vol-delete|pool-delete|pool-destroy|snapshot-delete|net-destroy : destroy #infrastructure-destroy\n* : control'), nomad: table({}, 'status|job status|node status|version|alloc logs : read\njob stop|system gc|namespace delete : destroy #infrastructure-destroy\n* : write'), packer: table({}, 'validate|inspect|fmt|version : read\n* : execute'),
};
