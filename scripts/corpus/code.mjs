// SPDX-License-Identifier: Apache-2.0
// Changes to the code itself: zizmor's test workflows, each as a file that a change adds, and diffs of a parser's test suite. Prints for each audit
// of zizmor that a hazard of ours stands for how many of its files it is found in. A folder holds negatives, too, so less than all may be right.
// @see https://docs.zizmor.sh/audits/
import { explainAll, percent, rows, short } from './material.mjs';

const HAZARDS = {
  'artipacked': ['workflow.persist-credentials'],
  'bot-conditions': ['workflow.bot-condition'],
  'cache-poisoning': ['workflow.cache-in-release'],
  'dangerous-triggers': ['workflow.dangerous-trigger'],
  'excessive-permissions': ['workflow.permissions', 'workflow.default-permissions'],
  'github-env': ['workflow.environment-write'],
  'github_env': ['workflow.environment-write'],
  'hardcoded-credentials': ['workflow.credentials'],
  'insecure-commands': ['workflow.insecure-commands'],
  'invalid': ['workflow.unreadable'],
  'overprovisioned-secrets': ['workflow.all-secrets'],
  'secrets-inherit': ['workflow.secrets-inherit'],
  'self-hosted': ['workflow.self-hosted'],
  'template-injection': ['workflow.template-injection', 'workflow.template-in-script'],
  'unpinned-images': ['workflow.unpinned-image'],
  'unpinned-uses': ['workflow.unpinned-action', 'workflow.unpinned-image'],
  'unsound-condition': ['workflow.unsound-condition'],
  'unsound-contains': ['workflow.unsound-contains'],
};

/** Files of an audit's folder in which we find nothing, by what zizmor's own test says of them: those that it finds nothing in either, and those that we leave. */
const LEFT = [
  [/caching-disabled|caching-opt-out|issue-1485|issue-1940|issue-378|no-cache-aware|tag-/, 'nothing there either: no cache is read where a release is made'],
  [/workflow-empty-perms/, 'nothing there either: all permissions are cleared'],
  [/issue-1333|issue-2200/, 'nothing there either: nothing, or fixed text, goes into the environment'],
  [/issue-283-repro/, 'whoever calls the workflow names the runner; seen where it is called'],
  [/false-positive-menagerie|issue-1664|issue-1802|issue-2197|issue-22-|issue-418|issue-749|issue-988|static-matrix|pr-317/, 'nothing that somebody else writes: facts of the platform, fixed text, names of the repository itself'],
  [/issue-1942/, 'an image by a tag of its own; we ask for a digest of actions, and of images only where the tag is `latest` or missing'],
  [/issue-2097/, 'nothing there either: the matrix names a digest'],
];

/** Audits that no hazard stands for, and why. */
const OTHERS = [
  ['archived-uses, known-vulnerable-actions, impostor-commit, ref-confusion, ref-version-mismatch, stale-action-refs, typosquat-uses', 'the answer is in a list or at a server, and the check asks nobody; new actions wait for a person by their pin and the path'],
  ['concurrency-limits, anonymous-definition, undocumented-permissions, superfluous-actions, self-repository, misfeature', 'style: nobody gains anything by it'],
  ['dependabot-cooldown, dependabot-execution', 'every change to dependabot.yml waits for a person (`gate.workflow`)'],
  ['unpinned-tools, adhoc-packages, use-trusted-publishing', 'what a command fetches is the shell reader\'s (`ostiary:shell`); how one publishes is a choice'],
  ['secrets-outside-env, github-app, unredacted-secrets', 'who may use which secret is set at the forge; what is printed of one is masked by what it looks like'],
  ['obfuscation', 'actions are known by whatever slashes lead to them; an index that is computed counts as somebody\'s text'],
  ['unsound-ternary', 'a mistake, not a way in: what it yields is judged as either side'],
  ['forbidden-uses', 'a list of one\'s own: a rule of one\'s policy'],
  ['parallel-steps, neutral, ignore, inlined-ignores, issue-…, pr-…, several-vulnerabilities, e2e-menagerie, config-scenarios, anchors', 'no audits: they try the tool itself; suppressions in files are ignored here'],
];

/** Prints the figures of both corpora, under the policy of a file. */
export async function code(policy) {
  const files = rows('zizmor-workflows', 'workflows.jsonl');
  if (files !== null) await workflows(policy, files);
  const diffs = rows('diffs', 'parser-fixtures.jsonl');
  if (diffs !== null) await changes(policy, diffs);
}

async function workflows(policy, files) {
  const answers = await explainAll(policy, files.map(({ id, yaml }) => added(pathOf(id), yaml)), { kind: 'file', resource: 'repository' });
  const found = answers.map((answer) => new Set(answer.statements.flatMap(({ hazards }) => hazards.map(({ id }) => id))));
  console.log(`\nzizmor-workflows: ${files.length} files, by audit (in how many of its files the hazard is found)`);
  for (const [audit, ids] of Object.entries(HAZARDS)) {
    const own = files.map((file, index) => ({ ...file, found: found[index] })).filter((file) => file.audit === audit && !isConfiguration(file.id));
    const left = own.filter((file) => !ids.some((id) => file.found.has(id)));
    console.log(`  ${audit.padEnd(22)} ${percent(own.length - left.length, own.length).padEnd(18)} ${left.length === 0 ? '' : `${left.length} left:`}`);
    for (const { id } of left) console.log(`      ${id.replace(/^zizmor\/(?:[\w-]+\/)?/, '')}: ${LEFT.find(([pattern]) => pattern.test(id))?.[1] ?? 'NOT EXPLAINED'}`);
  }
  console.log('  audits that no hazard here stands for:');
  for (const [names, why] of OTHERS) console.log(`      ${names}: ${why}`);
  const unread = found.filter((one) => one.has('workflow.unreadable')).length;
  console.log(`  unreadable, of all: ${percent(unread, files.length)}; waiting for a person: ${percent(answers.filter(({ decision }) => decision !== 'allow').length, files.length)}`);
}

// Settings of zizmor itself lie among its workflows.
function isConfiguration(id) {
  return /\/configs?\/|\/zizmor[^/]*\.yml$|^zizmor\/dependabot|\/pre-commit\//.test(id);
}

function pathOf(id) {
  const name = id.split('/').at(-1);
  return /^action\.ya?ml$/.test(name) ? name : `.github/${name === 'dependabot.yml' || isConfiguration(id) ? '' : 'workflows/'}${name}`;
}

/** The diff that adds a file. */
function added(path, text) {
  const lines = text.replace(/\n$/, '').split('\n');
  return `diff --git a/${path} b/${path}\nnew file mode 100644\nindex 0000000..1111111\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`;
}

async function changes(policy, diffs) {
  const answers = await explainAll(policy, diffs.map(({ diff }) => diff), { kind: 'file', resource: 'repository' });
  const unread = answers.map((answer) => answer.statements.some(({ statement }) => statement === 'UNKNOWN'));
  const pathsOf = (numstat) => new Set(numstat.split('\0').filter((one) => one !== '').map((one) => one.split('\t')[2])).size;
  const good = diffs.map((row, index) => ({ ...row, unread: unread[index], paths: new Set(answers[index].statements.map(({ text }) => text)).size })).filter((row) => row.git_apply_ok);
  const bad = diffs.map((row, index) => ({ ...row, unread: unread[index] })).filter((row) => !row.git_apply_ok);
  console.log(`\ndiffs: ${diffs.length}`);
  console.log(`  read where git reads them:     ${percent(good.filter((row) => !row.unread).length, good.length)}; the same files: ${percent(good.filter((row) => row.paths === pathsOf(row.numstat)).length, good.length)}`);
  console.log(`  refused where git refuses:     ${percent(bad.filter((row) => row.unread).length, bad.length)}`);
  for (const row of [...good.filter((one) => one.unread), ...bad.filter((one) => !one.unread)]) console.log(`    ${row.git_apply_ok ? 'refused' : 'read   '}  ${row.id}: ${short(row.err ?? '')}`);
}
