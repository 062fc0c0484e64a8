// SPDX-License-Identifier: Apache-2.0
//
// Commands that bring something into production by themselves: it is in use as soon as they end, and no manifest or plan of it was judged. Known by
// program and sub-commands, wherever these stand among options. Refuses to take `--dry-run` for a rehearsal where it may be the value of another option.
import { danger } from './commands/table.js';
import type { Draft } from './draft.js';

/** One program a line: phrases parted by `|`, each of words that follow each other, `a,b` one of them, `+x,y` an option, `*` whatever is asked. */
const ROWS = `
gcloud : run deploy | run services,jobs deploy,update,replace,update-traffic,execute | app deploy | app services set-traffic | functions deploy | builds submit | builds triggers run | deploy releases create,promote | deploy rollouts approve,advance | deployments apply,create,update | managed rolling-action | endpoints services deploy
az : webapp up,deploy,config,deployment | functionapp deploy,config,deployment | containerapp up,update,create,job | container create | deployment create | group,sub,mg,tenant create | acr build,run,task | spring app | staticwebapp create | vmss update,update-instances,rolling-upgrade | aks update,upgrade,command | pipelines run
aws : lambda update-function-code,update-function-configuration,update-alias,publish-version,create-function | cloudformation deploy,create-stack,update-stack,execute-change-set,create-stack-set,update-stack-set,create-stack-instances | ecs update-service +force-new-deployment,task-definition | ecs create-service,run-task,deploy,register-task-definition | deploy create-deployment,push | elasticbeanstalk update-environment,create-environment | amplify start-deployment,start-job,create-deployment | apprunner start-deployment,update-service,create-service | codepipeline start-pipeline-execution,put-approval-result,update-pipeline | codebuild start-build,start-build-batch | cloudfront update-distribution,update-function,publish-function | apigateway,apigatewayv2 create-deployment,update-stage,put-rest-api | appconfig start-deployment | autoscaling start-instance-refresh,update-auto-scaling-group | ssm start-automation-execution | stepfunctions start-execution,update-state-machine | glue start-job-run,update-job | batch submit-job | events put-rule,put-targets | scheduler create-schedule,update-schedule | route53 change-resource-record-sets
fly,flyctl : deploy | launch | machine,machines run,update,start | image update | secrets set,import,deploy
vercel,vc : +prod | deploy +prod | promote | rollback | redeploy | alias set | env add,update | dns add
netlify,ntl : deploy +prod,p,prod-if-unlocked | env:set | env:import
heroku : container:release | pipelines:promote | releases:rollback | rollback | config:set | builds:create | pg:promote,pg:copy,pg:push
firebase : deploy | hosting:clone | functions:config:set | functions:secrets:set | apphosting:rollouts:create
wrangler : deploy | publish | versions deploy | rollback | pages deploy,publish | secret put,bulk | triggers deploy | execute +remote | apply +remote
serverless,sls : deploy | rollback
cdk : deploy | bootstrap | rollback | import | watch
sam : deploy | sync | remote invoke
pulumi : up | update | refresh | import | config set | state delete,edit,unprotect
ansible-playbook,ansible-pull : *
argocd : app sync,rollback,set,create,patch | appset create | proj create,edit | cluster add,set | repo add
flux : reconcile | resume | bootstrap | install | push
kubectl,oc : argo rollouts promote,set,retry,undo | new-app | start-build | rollout latest
helmfile : apply | sync
kapp,werf,skaffold,kluctl,devspace,okteto,garden,tk,timoni : deploy | apply | converge | run | up | delete
kpt : live apply,destroy
nomad : job run,revert,promote,dispatch | run | deployment promote
docker,podman : stack deploy,up | service create,update,rollback
cf : push | restage | set-env | map-route | run-task
eb : deploy | create | setenv | swap | upgrade
copilot : deploy
amplify : push | publish
sst,zappa,chalice,eas,deployctl,koyeb,clever,scalingo,railway,ecspresso,lambroll,cap,mina,fab,kamal,mrsk,fastlane : deploy | redeploy | update | undeploy | rollback | up | submit | release | supply | deliver | production deploy
doctl : apps,app create-deployment,update,create
supabase : db push | functions deploy | secrets set
hasura : deploy | migrate apply | metadata apply
puppet : agent | apply | job run | task run | plan run
salt,salt-ssh,pssh,parallel-ssh,pdsh,clush,chef-client,colmena,nixos-rebuild : *
gh-pages,surge : *`;

type Part = { readonly kind: 'word' | 'option'; readonly names: readonly string[] };
type Phrase = readonly Part[];

let deploys: ReadonlyMap<string, readonly Phrase[]> | undefined;
const read = (): ReadonlyMap<string, readonly Phrase[]> => new Map(ROWS.trim().split('\n').flatMap((row) => {
  const cut = row.indexOf(' : ');
  const phrases = row.slice(cut + 3).split(' | ').map((phrase) => phrase.split(' ').map((part): Part => (part.startsWith('+') ? { kind: 'option', names: part.slice(1).split(',') } : { kind: 'word', names: part.split(',') })));
  return row.slice(0, cut).split(',').map((name) => [name, phrases] as const);
}));
// Hits `--dry-run`, `--dry-run=client`, `--check`, `--help`; misses `--checkpoint`.
const REHEARSED = /^--(?:dry-?run|check|syntax-check|list-tasks|list-hosts|no-?op|what-if|no-execute|no-execute-changeset|help)(?:=(?!none|false).*)?$/u;
// `git push heroku main`: the remote is the platform.
const PLATFORM = /^(?:heroku|dokku|piku|gigalixir|scalingo|clever|production|prod|live)$/iu;

/** Notes a call that brings something into production. */
export function noteDeploy(name: string, args: readonly string[], draft: Draft): void {
  deploys ??= read();
  if ((name !== 'git' && !deploys.has(name)) || isRehearsed(args) || (name.startsWith('ansible') && args.includes('-C'))) return;
  const pushed = name === 'git' && args.includes('push') ? args.slice(args.indexOf('push') + 1).find((arg) => !arg.startsWith('-')) : undefined;
  if (pushed !== undefined ? PLATFORM.test(pushed) : deploys.get(name)?.some((phrase) => fits(phrase, args)) === true) danger(draft, 'deploy');
}

// Behind an option that may take a value, it may be that value.
function isRehearsed(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg, index) => REHEARSED.test(arg) && !/^-[^=]*$/u.test(args[index - 1] ?? ''));
}

function fits(phrase: Phrase, args: readonly string[]): boolean {
  const words = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.toLowerCase());
  const wanted = phrase.filter(({ kind }) => kind === 'word');
  const given = phrase.filter(({ kind }) => kind === 'option').every(({ names }) => names.some((option) => args.some((arg) => (option.length === 1 ? arg.startsWith(`-${option}`) : arg === `--${option}` || arg.startsWith(`--${option}=`)))));
  if (!given) return false;
  return wanted.length === 0 || wanted[0]?.names[0] === '*' || words.some((_word, at) => wanted.every(({ names }, index) => names.includes(words[at + index] ?? '')));
}
