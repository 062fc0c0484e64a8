// SPDX-License-Identifier: Apache-2.0
//
// Scripts in files that are not shell scripts themselves, by what the file is called. Refuses nothing quietly: a file of such a name that can't be read is one
// script that is not understood.
import { messageOf } from '../../../core/errors.js';
import type { Reader, ReadOperation } from '../../../core/model.js';
import { parseShell } from '../syntax.js';
import { fromPlaybook } from './ansible.js';
import { fromBake } from './bake.js';
import { fromCloudConfig } from './cloud-init.js';
import { fromTemplate } from './cloudformation.js';
import { fromCompose, isCompose } from './compose.js';
import { fromChef, fromPuppet, fromSalt } from './config-management.js';
import { fromDockerfile } from './dockerfile.js';
import { fromGitlab } from './gitlab.js';
import { fromJustfile } from './justfile.js';
import { fromComposer, fromKeys, fromPipeline, fromPlatform, fromTaskfile } from './keyed.js';
import { fromCommands, fromCrontab, fromDesktop, fromGoGenerate, fromLogrotate, fromMsbuild, fromPlist, fromProcfile, fromPyproject, fromRpmSpec, fromToml, fromTox, fromUdev, fromUnit } from './lines.js';
import { fromAnacrontab, fromIgnition, fromKickstart, fromMonit, fromPreseed, fromQuadlet } from './machines.js';
import { fromMakefile } from './makefile.js';
import { fromNomad } from './nomad.js';
import { fromMarkdown, fromNotebook } from './notebook.js';
import { fromPackageJson } from './package-json.js';
import { fromManifest, fromValues, isManifest } from './pods.js';
import { type Extracted, type Extractor, readExtracted, scriptAt } from './script.js';
import { fromProgram, fromUnnamedSql, sqlAt } from './program.js';
import { fromTcl } from './tcl.js';
import { readTogether } from './combined.js';
import { fromTerraform } from './terraform.js';
import { fromWorkflow } from './workflow.js';

/** `holds`: what such a file has in it, where the name alone does not tell. */
const BY_NAME: readonly { readonly name: RegExp; readonly holds?: RegExp; readonly extract: Extractor }[] = [
  { name: /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$|(?:^|\/)Earthfile$/iu, extract: fromDockerfile },
  { name: /(?:^|\/)(?:GNU)?makefile(?:\.(?:am|in|inc|local|common|dist|\w*config))?$|\.(?:mk|mak|make)$|(?:^|\/)debian\/rules$/iu, extract: fromMakefile },
  { name: /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/u, extract: fromWorkflow },
  { name: /(?:^|[./])gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/(?:ci|templates)\/.+\.ya?ml$/u, extract: fromGitlab },
  // Files that a pipeline of GitLab includes are called as people like: `ci/build.yml`, `.ci/jobs.yaml`, `templates/deploy-ci.yml`.
  { name: /(?:^|[/._-])(?:ci|gitlab|pipelines?)(?:[/._-].*)?\.ya?ml$/iu, holds: /(?:^[ \t]+|[{,][ \t]*)["']?(?:before_|after_)?script["']?[ \t]*:/mu, extract: fromGitlab },
  // Jobs of Prow are pods.
  { name: /\.ya?ml$/u, holds: /^(?:presubmits|postsubmits|periodics)[ \t]*:/mu, extract: fromManifest },
  { name: /(?:^|\/)docker-bake(?:\.[\w-]+)*\.(?:hcl|json)$/u, extract: fromBake },
  { name: /\.ipynb$/u, extract: fromNotebook },
  { name: /\.(?:rmd|qmd)$/iu, extract: fromMarkdown },
  { name: /(?:^|\/)package\.json$/u, extract: fromPackageJson },
  { name: /(?:^|\/)composer\.json$/u, extract: fromComposer },
  { name: /(?:^|\/)Taskfile(?:\.dist)?\.ya?ml$/iu, extract: fromTaskfile },
  { name: /(?:^|\/)\.?justfile$|\.just$/iu, extract: fromJustfile },
  { name: /(?:^|\/)Procfile(?:\.\w+)?$/u, extract: fromProcfile },
  { name: /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/iu, extract: fromCompose },
  { name: /\.(?:tf|tofu|pkr\.hcl)$|(?:^|\/)(?:terragrunt|root|atlas)\.hcl$/u, extract: fromTerraform },
  { name: /\.(?:tf|tofu|pkr)\.json$/u, extract: fromKeys({ keys: /^(?:command|inline|program|execute)$/u, words: true }) },
  { name: /\.(?:nomad|hcl)$/u, holds: /^[ \t]*job\s+"/mu, extract: fromNomad },
  { name: /(?:^|\/)(?:crontab(?:\.txt)?|[\w.-]+\.cron(?:tab)?)$|(?:^|\/)cron\.d\/[\w-]+$/u, extract: fromCrontab },
  { name: /(?:^|\/)anacrontab$/u, extract: fromAnacrontab },
  { name: /(?:^|\/)cron(?:tabs?|jobs?)?\/[\w.-]+$|(?:^|\/)cron[\w.-]*\.(?:txt|conf|tab)$/u, holds: /^(?:@\w+|(?:[\d*,/-]+[ \t]+){4}[\w*,/-]+)[ \t]+\S/mu, extract: fromCrontab },
  { name: /\.(?:tcl|exp)$/u, extract: fromTcl },
  { name: /(?:^|\/)(?:\.?monitrc|monit[\w.-]*\/[\w./-]+|[\w.-]+\.monit(?:rc)?)$/u, holds: /^\s*check\s+\w+\s/mu, extract: fromMonit },
  { name: /\.sls$/u, extract: fromSalt },
  { name: /\.pp$/u, holds: /\b(?:exec|ssh_authorized_key)\s*\{/u, extract: fromPuppet },
  { name: /\.(?:container|kube|pod|build|volume|image)$/u, holds: /^\[(?:Container|Kube|Pod|Build|Volume|Image)\]/mu, extract: fromQuadlet },
  { name: /\.(?:ign|bu|fcc)(?:\.json|\.ya?ml)?$|\.(?:json|ya?ml)$/u, holds: /"ignition"\s*:\s*\{|^variant:\s*(?:fcos|flatcar|openshift|r4e|fiot)\b/mu, extract: fromIgnition },
  { name: /\.(?:ks|cfg)$/u, holds: /^%(?:pre|post)\b/mu, extract: fromKickstart },
  { name: /(?:^|\/)[\w.-]*preseed[\w.-]*$|\.(?:cfg|seed)$/u, holds: /^[ \t]*d-i[ \t]/mu, extract: fromPreseed },
  { name: /(?:^|\/)[\w.-]*ofelia[\w.-]*\.(?:ini|conf)$/u, extract: fromCommands },
  { name: /\.desktop$/u, holds: /^\[Desktop Entry\]/mu, extract: fromDesktop },
  { name: /\.rules$/u, holds: /\b(?:RUN(?:\{program\})?\+?=|PROGRAM==?|IMPORT\{program\}==?)/u, extract: fromUdev },
  { name: /(?:^|\/)logrotate(?:\.d\/[\w.-]+|\.conf)$/u, extract: fromLogrotate },
  { name: /\.plist$/u, holds: /<key>ProgramArguments<\/key>/u, extract: fromPlist },
  { name: /\.(?:service|socket|mount)$/u, holds: /^\[(?:Service|Socket|Mount)\]/mu, extract: fromUnit },
  { name: /(?:^|\/)(?:netlify|fly[\w.-]*|railway|nixpacks|wrangler)\.toml$|(?:^|\/)\.replit$/u, extract: fromToml('command|ignore|release_command|buildCommand|startCommand|preDeployCommand|cmd|run|onBoot') },
  { name: /(?:^|\/)buildspec[\w.-]*\.ya?ml$/iu, extract: fromKeys({ keys: /^commands$/u }) },
  { name: /(?:^|\/)(?:vercel|railway)\.json$|(?:^|\/)render\.ya?ml$|(?:^|\/)skaffold[\w.-]*\.ya?ml$/u, extract: fromKeys({ keys: /^(?:build|install|dev|ignore|start|preDeploy|docker)Command$/u, words: true }) },
  { name: /(?:^|\/)(?:amplify|heroku|\.gitpod|devfile|atlantis|app|serverless[\w.-]*|cloudbuild[\w.-]*)\.ya?ml$/u, extract: fromPlatform },
  { name: /(?:^|\/)(?:app|nixpacks|wrangler|captain-definition|nx|lerna)\.jsonc?$|(?:^|\/)(?:captain-definition|\.stackblitzrc)$|(?:^|\/)\.codesandbox\/[\w.-]+\.json$/u, extract: fromPlatform },
  { name: /(?:^|\/)\.?goreleaser\.ya?ml$/u, extract: fromKeys({ keys: /^(?:hooks|cmd|pre|post)$/u }) },
  { name: /(?:^|\/)\.releaserc(?:\.(?:json|ya?ml))?$/u, extract: fromKeys({ keys: /^[a-z]\w*Cmd$/u }) },
  { name: /(?:^|\/)pyproject\.toml$/u, extract: fromPyproject },
  { name: /(?:^|\/)nodemon\.json$|(?:^|\/)\.release-it\.json$/u, extract: fromKeys({ keys: /^exec$/u, tables: /^(?:execMap|events|hooks)$/u }) },
  { name: /(?:^|\/)codegen\.ya?ml$/u, extract: fromKeys({ keys: /^(?:after|before)[A-Z]\w+$|^onWatchTriggered$/u }) },
  { name: /(?:^|\/)buf\.gen[\w.-]*\.ya?ml$/u, extract: fromKeys({ keys: /^local$/u, words: true }) },
  { name: /(?:^|\/)snapcraft\.ya?ml$/u, extract: fromKeys({ keys: /^override-\w+$|^(?:command|stop-command)$/u, image: true }) },
  { name: /\.ya?ml$|\.json$/u, holds: /["']?build-commands["']?\s*:/u, extract: fromKeys({ keys: /^build-commands$/u, image: true }) },
  { name: /(?:^|\/)\.air\.toml$/u, extract: fromToml('cmd|bin|full_bin|pre_cmd|post_cmd') },
  { name: /(?:^|\/)supervisord?[\w.-]*\.(?:conf|ini)$/u, extract: fromCommands },
  { name: /\.(?:service|socket|timer)\.d\/[\w.-]+\.conf$/u, extract: fromUnit },
  { name: /\.spec(?:\.in)?$/u, holds: /^Name\s*:/mu, extract: fromRpmSpec },
  { name: /(?:^|\/)\.?mise(?:\.[\w-]+)?\.toml$|(?:^|\/)mise\/config\.toml$/u, extract: fromToml('run|script|enter|leave|cd|preinstall|postinstall') },
  { name: /(?:^|\/)tox\.ini$/u, extract: fromTox },
  { name: /(?:^|\/)(?:[\w.-]+\.(?:cs|fs|vb)proj|[\w.-]+\.(?:targets|props))$/u, holds: /<Exec\b/u, extract: fromMsbuild },
  { name: /(?:^|\/)deno\.jsonc?$/u, extract: fromKeys({ keys: /(?!)/u, tables: /^tasks$/u }) },
  { name: /(?:^|\/)cdk\.json$/u, extract: fromKeys({ keys: /^(?:app|build)$/u }) },
  { name: /(?:^|\/)(?:[\w.-]*values[\w.-]*|values\/[\w.-]+)\.ya?ml$/iu, extract: fromValues },
  { name: /\.(?:ya?ml|json|template)$/iu, holds: /["']?Type["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/u, extract: fromTemplate },
  { name: /(?:^|\/)project\.json$/u, holds: /"targets"\s*:/u, extract: fromKeys({ keys: /^commands?$/u }) },
  { name: /(?:^|\/)\.?devcontainer(?:\/[\w.-]+)*\.json$/u, extract: fromKeys({ keys: /^(?:initialize|onCreate|updateContent|postCreate|postStart|postAttach)Command$/u, tables: /^(?:initialize|onCreate|updateContent|postCreate|postStart|postAttach)Command$/u, words: true }) },
  { name: /(?:^|\/)\.?lefthook(?:-local)?\.ya?ml$|(?:^|\/)\.pre-commit-(?:config|hooks)\.ya?ml$/u, extract: fromKeys({ keys: /^(?:run|entry)$/u }) },
  { name: /\.ya?ml$|(?:^|\/)user-data$/u, holds: /^#cloud-config\b/u, extract: fromCloudConfig },
  // Hits `- hosts: all`, and `- name: x` with `hosts:` below it; misses `  - hosts:` of an Ingress.
  { name: /\.ya?ml$/u, holds: /^-[ \t]+(?:name[ \t]*:.*\n(?:[ \t]+.*\n){0,20}?[ \t]+)?hosts[ \t]*:/mu, extract: fromPlaybook },
  { name: /(?:^|\/)(?:tasks|handlers)\/[^/]+\.ya?ml$/u, holds: /^[ \t-]+(?:\w+\.\w+\.)?(?:shell|command|raw|file|cron|postgresql_\w+|mysql_db|k8s|helm|authorized_key|user|sudoers|(?:line|block)infile|copy|template|(?:apt|yum)_repository|(?:apt|rpm)_key|get_url)[ \t]*:/mu, extract: fromPlaybook },
  { name: /\.ya?ml$/u, holds: /^(?:steps|jobs|stages|pipelines?|kind[ \t]*:[ \t]*pipeline)\b[\s\S]*^[ \t-]+(?:script|bash|commands?|run)[ \t]*:/mu, extract: fromPipeline },
  // By what is in it, where the name only says where it lies: `docker/web`, `Dockerfile-prod`, `web.docker`.
  { name: /docker[^/]*$|(?:^|\/)docker(?:files?)?\/[^/]+$|(?:^|\/)[^/.]+$/iu, holds: /^[ \t]*(?:ONBUILD[ \t]+)?RUN[ \t]+\S/mu, extract: fromDockerfile },
  // Shells of other systems are no bash: what they do nobody reads here.
  { name: /\.(?:ps[dm]?1|bat|cmd|fish|nu)$/iu, extract: (text) => [scriptAt(text, 1, { shell: 'other', language: 'the language of another shell' })] },
];
/** What programs are written in: none of the kinds above ends like this, and most files of a change do. */
const CODE = /\.(?:[cm]?[jt]sx?|css|scss|md|py|rb|go|rs|java|kt|cs?|cpp|hpp|h|php|html|svg|txt|vue|sql|snap|p[lm])$/u;
// A script that something fills in first: only what is plain in it is told.
const TEMPLATE = /\.(?:sh|bash)\.(?:tpl|tftpl|tmpl|j2|jinja2?|erb|in|gotmpl)$/u;
// The same of files that have one command a line. Hits `web.service.j2`, `etc/cron.d/backup.erb`.
const FILLED_IN = /^(.*(?:\.(?:service|socket|mount|container|cron|conf)|crontab|monitrc|\/cron\.d\/[\w-]+))\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|tftpl)$/u;
const SHELL_SCRIPT = /\.(?:sh|bash|zsh|ksh|bats|envrc|command)$|(?:^|\/)(?:\.envrc|\.bashrc|\.profile|\.bash_profile|pkgbuild)$|(?:^|\/)\.(?:husky|githooks)\/(?!_\/)[\w-]+$/iu;
// Hits `#!/bin/sh`, `#!/usr/bin/env -S bash -e`; misses `#!/usr/bin/env node`.
const SHEBANG = /^#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(?:\S*\/?busybox\s+)?\S*?\b(?:ba|da|a|z|k)?sh(?:\s|$)/u;

// Hits `tool`, `bin/run`; misses `LICENSE`, `.gitignore`, `x.txt`.
const PLAIN = /(?:^|\/)(?![A-Z][A-Z0-9_-]*$|(?:copyright|license|changelog|readme|copying|authors|notice|todo|news|sudoers|services)$)[\w-]+$/u;
const PLACES = /(?:^|\/)(?:s?bin|scripts?|tools?|hack|\.?ci|ops|hooks?|deploy(?:ment)?|build|jobs?|cmd|tasks?|cron\.(?:hourly|daily|weekly|monthly)|(?:init|profile)\.d)\//iu;
// Hits lines that only a shell has: `set -e`, `if [ …`, `x() {`, `export A=b`; misses prose.
const SHELLISH = /^\s*(?:set\s+-[a-z]+\b|if\s+\[|(?:fi|done|esac)\s*;?$|(?:export\s+)?[A-Za-z_]\w*=\S*$|[\w-]+\s*\(\)\s*\{|(?:source|\.)\s+\.{0,2}\/|cd\s+\S+$)/mu;

// Nothing says what it is in. A shell may be told to run it, so that what people look out for is told, unless it is prose.
function mayBeScript(fileName: string, text: string): boolean {
  return PLAIN.test(fileName) && !text.startsWith('#!') && (PLACES.test(fileName) || SHELLISH.test(text)) && parseShell(text).problem === null;
}

/** Scripts in a file; null when it is not of a kind that holds any. */
export function extractScripts(fileName: string, text: string): readonly Extracted[] | null {
  // A line of a command there, whatever the file holds; what follows `-c` is a script.
  const [, first = ''] = /^#!\s*\S*\/env\s+(?:-\w*S|--split-string)[\s=]*(\S+\s.*)/u.exec(text.slice(0, 1_000)) ?? [];
  if (/\s-\w*c\s/u.test(first)) return [scriptAt(first, 1), scriptAt(text, 1)];
  const found = scriptsIn(fileName, text);
  return first === '' || SHEBANG.test(text.slice(0, 200)) ? found : [scriptAt(first, 1, { later: true }), ...(found ?? [])];
}

function withoutTemplates(text: string): string {
  return text.replace(/\{%-?[^%]{0,500}%\}|<%-?(?!=)[^%]{0,500}%>/gu, '').replace(/\{\{[^{}]{0,500}\}\}|<%=[^%]{0,500}%>/gu, '${{ template }}');
}

function scriptsIn(fileName: string, text: string): readonly Extracted[] | null {
  if (SHELL_SCRIPT.test(fileName) || SHEBANG.test(text.slice(0, 200))) return [scriptAt(text, 1)];
  if (TEMPLATE.test(fileName)) return [scriptAt(withoutTemplates(text), 1, { later: true })];
  const [, filled] = FILLED_IN.exec(fileName) ?? [];
  if (filled !== undefined) return scriptsIn(filled, withoutTemplates(text))?.map((one) => ({ ...one, later: true })) ?? null;
  if (/^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?g?make\b/u.test(text)) return fromMakefile(text);
  if (/^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?psql\b/u.test(text)) return [sqlAt(text.replace(/^#![^\n]*/u, ''), 1)];
  if (/(?:^|\/)jenkinsfile(?:[.-][^/]*)?$/iu.test(fileName)) return fromProgram(fileName, text);
  if (/(?:^|\/)(?:recipes|resources|providers|libraries)\/[\w-]+\.rb$|(?:^|\/)config\/schedule\.rb$/u.test(fileName)) return [...fromChef(text), ...(fromProgram(fileName, text) ?? [])];
  if (/^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?(?:tclsh|expect|wish)[\d.]*\b/u.test(text)) return fromTcl(text);
  if (/\.go$/u.test(fileName) && text.includes('//go:generate')) return fromGoGenerate(text);
  if (/\.sql$/u.test(fileName)) return fromUnnamedSql(fileName, text);
  if (CODE.test(fileName) && !/(?:docker|container)file|cron/iu.test(fileName)) return fromProgram(fileName, text);
  const kind = BY_NAME.find(({ name, holds }) => name.test(fileName) && (holds === undefined || holds.test(text)));
  // A manifest or a compose file is one whatever else its name says.
  const more = [...(isManifest(fileName, text) ? [fromManifest] : []), ...(isCompose(fileName, text) && kind?.extract !== fromCompose ? [fromCompose] : [])];
  if (kind === undefined && more.length === 0) return mayBeScript(fileName, text) ? [scriptAt(text, 1, { later: true })] : fromProgram(fileName, text);
  try {
    return [...(kind === undefined ? [] : [kind.extract]), ...more].flatMap((extract) => extract(text, fileName));
  } catch (thrown) {
    return [scriptAt(text.slice(0, 500), 1, { shell: 'other', language: `a file that can not be read (${messageOf(thrown)})` })];
  }
}

/** Operations of all scripts in a file, with the lines of the file; null when it is not of a kind that holds any. */
export function readScripts(fileName: string, text: string, read: Reader): readonly ReadOperation[] | null {
  const said = new Set<string>();
  const found = extractScripts(fileName, text);
  if (found === null) return null;
  const alone = found.flatMap((extracted) => readExtracted(extracted, read, said));
  return [...alone, ...readTogether(found, alone, read)];
}
