// SPDX-License-Identifier: Apache-2.0
// The shell corpora under scripts/corpus/policy.yml: what must be stopped, what is harmless, what is not understood; each disagreement is
// printed with the rule or the reason. Rows that depend on a folder, an environment or another product's settings are left out and counted.
import { readFileSync } from 'node:fs';
import { explainAll, percent, rows, short } from './material.mjs';

const POLICY = 'scripts/corpus/policy.yml';
const ask = (texts) => explainAll(POLICY, texts, { kind: 'shell', resource: 'box' });

/** Why we disagree on purpose, by what a row is about. The first that fits is printed. */
const REASONS = [
  [/unterminated|'oops|"oops/, 'no shell would read it, so nothing of it runs; denied as not understood'],
  [/^git fetch origin$/, 'its test sets GIT_SSH outside the command, and the row lost it; the words alone are harmless'],
  [/^git clean -nf$/, 'disputed: git prints and deletes nothing with -n, whatever else is given'],
  [/find .*TMPDIR.*-delete/, 'find walks to whatever the variable holds'],
  [/find \. -exec rm -r/, 'deletes the same without -f: nobody is asked in a script'],
  [/\/tmp\/(?:example|a )/, 'a temporary folder; the other project stops every rm -f'],
  [/if then rm/, 'no shell would read it'],
  [/^cat <<EOF\nrm/, 'the text is printed, not run'],
  [/^cat <<('EOF'|\$\(printf)/, 'the text is data: nothing reads the file'],
  [/^find ~\/\.ssh -type f$/, 'prints names, no contents (the corpus has it both ways)'],
  [/printf r\)m|r\$\(printf m/, 'what printf prints is known, so it is rm -rf /'],
  [/opencode/, 'the settings of one product'],
  [/search-zip/, 'starts gzip and its like, which is what people ask it for'],
  [/^cat <<<\$\(whoami\)/, 'whoami is read, and harmless'],
  [/^echo \$\{!prefix\}/, 'prints the value of a variable'],
  [/^ls \*\(e:/, 'zsh alone runs it; bash reads a pattern'],
  [/^git log @\(/, 'bash reads a pattern'],
  [/_{20}/, 'longer than any name of a file'],
  [/old copy/, 'a name with a blank, which is prose for us'],
  [/String\.raw|\$\{Bun/, 'the code prints a name, or computes what it opens'],
];

/** Rows whose label does not hold for the command as it stands: told apart, and counted both ways. */
const DISPUTED = [/^git clean -nf$/];

function reasonFor(text) {
  return REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}

/** Prints one set: `{ text, stop }`, stop true for what must be stopped. */
async function score(name, cases) {
  const answers = await ask(cases.map(({ text }) => text));
  const all = cases.map((row, index) => ({ ...row, answer: answers[index] }));
  const bad = all.filter(({ stop }) => stop);
  const good = all.filter(({ stop }) => !stop);
  const unread = ({ answer }) => answer.statements.some(({ unknown }) => unknown.length > 0) && !answer.statements.some(({ rules }) => rules.some((rule) => rule.startsWith('ostiary:')));
  const stopped = bad.filter(({ answer }) => answer.decision !== 'allow');
  const alarms = good.filter(({ answer }) => answer.decision !== 'allow');
  console.log(`\n${name}`);
  if (bad.length > 0) console.log(`  stopped (review or deny) of what must be: ${percent(stopped.length, bad.length)}; denied: ${percent(stopped.filter(({ answer }) => answer.decision === 'deny').length, bad.length)}; of those not understood: ${stopped.filter(unread).length}`);
  const disputed = bad.filter(({ text, answer }) => answer.decision === 'allow' && DISPUTED.some((pattern) => pattern.test(text)));
  if (disputed.length > 0) console.log(`  without ${disputed.length} rows whose label we dispute (below): ${percent(stopped.length, bad.length - disputed.length)}`);
  if (good.length > 0) console.log(`  false alarms: ${percent(alarms.filter((row) => !unread(row)).length, good.length)}; not understood: ${percent(alarms.filter(unread).length, good.length)}`);
  for (const row of [...bad.filter(({ answer }) => answer.decision === 'allow'), ...alarms]) {
    const why = reasonFor(row.text) || row.answer.statements.flatMap(({ rules, unknown }) => [...rules, ...unknown]).filter((rule) => rule !== 'commands')[0] || '';
    console.log(`    ${row.stop ? 'missed' : unread(row) ? 'unread' : 'alarm '}  ${short(row.text)}  <- ${why}`.slice(0, 200));
  }
}

const portable = (row) => !['cwd_dependent', 'env', 'mode', 'custom_policy'].some((key) => key in row);
/** Rows whose test sets the environment outside of the command, so that the row does not have it: their own name says so. */
const outOfSight = (row) => /\binherited \w+/u.test(row.tests ?? '');

async function ccSafetyNet() {
  const shell = rows('cc-safety-net', 'shell.jsonl');
  if (shell === null) return;
  const kept = shell.filter((row) => portable(row) && !outOfSight(row));
  await score(`cc-safety-net, commands (${shell.length - kept.length} of ${shell.length} depend on a folder, an environment or settings)`, kept.map((row) => ({ text: row.command, stop: row.expect === 'deny' })));
  await score('cc-safety-net, commands whose tests set the environment outside of them (not among those above)', shell.filter((row) => portable(row) && outOfSight(row)).map((row) => ({ text: row.command, stop: row.expect === 'deny' })));
  const contract = rows('cc-safety-net', 'contract.jsonl').filter(({ options = {} }) => !options.policy && !options.strict && !options.paranoidRm && !/powershell|auto/.test(options.shell ?? ''));
  await score('cc-safety-net, everyday and contract', contract.map((row) => ({ text: row.command, stop: row.expect === 'deny' })));
  const secrets = rows('cc-safety-net', 'secret-access.jsonl').filter(({ config }) => config === undefined || config.every((one) => one.strict === false && Object.keys(one).length === 1));
  await score('cc-safety-net, access to secret files by commands', secrets.filter(({ kind }) => kind === 'command').map((row) => ({ text: row.input, stop: row.expect === 'deny' })));
  const paths = secrets.filter(({ kind, input }) => kind === 'path' && input !== '');
  await score('cc-safety-net, names of secret files (as `cat NAME`)', paths.map((row) => ({ text: `cat ${quote(row.input)}`, stop: row.expect === 'deny' })));
}

function quote(path) {
  const home = path.startsWith('~/') ? '~/' : '';
  return `${home}'${path.slice(home.length).replaceAll('\'', '\'\\\'\'')}'`;
}

async function codex() {
  const cases = rows('codex-command-safety', 'cases.jsonl')?.filter(({ platform }) => platform !== 'windows');
  if (cases === undefined) return;
  await score('codex-command-safety, dangerous (without Windows)', cases.filter(({ task }) => task === 'dangerous').map((row) => ({ text: row.command, stop: row.expect === 'dangerous' })));
  await score('codex-command-safety, known to be safe', cases.filter(({ task, expect }) => task === 'known-safe' && expect === 'safe').map((row) => ({ text: row.command, stop: false })));
  const words = rows('codex-command-safety', 'word-only-parse.jsonl');
  const answers = await ask(words.map(({ script }) => script));
  console.log(`  scripts of plain words that are understood: ${percent(words.filter((row, index) => row.plain_commands && answers[index].statements.every(({ unknown }) => unknown.length === 0)).length, words.filter(({ plain_commands: plain }) => plain).length)}`);
}

async function gemini() {
  const list = rows('gemini-cli-shell', 'allowlist-decisions.jsonl');
  if (list === null) return;
  const answers = await ask(list.map(({ command }) => command));
  // A command passes there when every program in it is on the list and nothing is redirected.
  const passes = (row, { statements }) => statements.length > 0 && statements.every(({ name, accesses, unknown }) => unknown.length === 0 && row.allow_prefixes.some((prefix) => `${name}.`.startsWith(`shell.${prefix.replaceAll(' ', '.')}.`)) && accesses.every(({ effect }) => effect !== 'write'));
  const agree = list.filter((row, index) => (row.expect === 'allow') === passes(row, answers[index]));
  console.log(`\ngemini-cli-shell, lists of programs: ${percent(agree.length, list.length)} agree`);
  list.forEach((row, index) => (row.expect === 'allow') === passes(row, answers[index]) || console.log(`    ${row.expect}  ${short(row.command)}  <- ${answers[index].statements.map(({ name }) => name).join(' ')}`));
  const helpers = rows('gemini-cli-shell', 'parser-and-safety.jsonl').filter(({ fn, args }) => fn === 'isDangerousCommand' && !/del|dir|powershell|cmd/i.test(args[0][0]));
  await score('gemini-cli-shell, dangerous commands (without Windows)', helpers.map((row) => ({ text: row.args[0].join(' '), stop: row.expected })));
}

async function opencode() {
  const list = rows('opencode-permission', 'wrapper-extract.jsonl');
  if (list === null) return;
  const text = ({ argv }) => argv.map((word) => (/^[\w@%+=:,./{}-]+$/.test(word) ? word : `'${word}'`)).join(' ');
  const answers = await ask(list.map(text));
  const inner = (row) => row.inner_commands.map(([name]) => name);
  const agree = (row, { statements }) => inner(row).every((name) => statements.some((statement) => `${statement.name}.`.startsWith(`shell.${name}.`)));
  console.log(`\nopencode-permission, commands inside others: ${percent(list.filter((row, index) => agree(row, answers[index])).length, list.length)}`);
  list.forEach((row, index) => agree(row, answers[index]) || console.log(`    ${text(row)}  <- ${answers[index].statements.map(({ name }) => name).join(' ')}`));
}

async function roo() {
  const list = rows('roo-code-commands', 'cases.jsonl')?.filter(({ fn, args }) => fn === 'containsDangerousSubstitution' && typeof args[0] === 'string');
  if (list !== undefined) await score('roo-code-commands, substitutions that run something (that zsh alone knows some of)', list.map((row) => ({ text: row.args[0], stop: row.expected })));
}

async function mvdan() {
  const valid = rows('mvdan-sh', 'parse-ok.jsonl');
  if (valid === null) return;
  const sets = [['valid', valid, true], ['invalid', rows('mvdan-sh', 'parse-error.jsonl'), false]];
  console.log('\nmvdan-sh, by what bash -n says of each (bash reads more than it checks: empty bodies, bad names)');
  for (const [name, list, good] of sets) {
    const cases = list.filter((row) => (row.bash_n_ok ?? good) === good && !row.script.includes('\0'));
    const answers = await ask(cases.map(({ script }) => script));
    const refused = (answer) => answer.statements.some(({ unknown }) => unknown.some((why) => /would not read|no script has|nested/.test(why)));
    const agree = cases.filter((_row, index) => refused(answers[index]) !== good);
    console.log(`  ${name}: ${percent(agree.length, cases.length)} agree`);
    for (const [index, row] of cases.entries()) if (refused(answers[index]) === good) console.log(`    ${good ? 'refused ' : 'accepted'}  ${JSON.stringify(row.script).slice(0, 90)}`);
  }
  const run = rows('mvdan-sh', 'run.jsonl');
  const from = process.hrtime.bigint();
  const answers = await ask(run.map(({ script }) => script));
  console.log(`  ${run.length} scripts read in ${(Number(process.hrtime.bigint() - from) / 1e9).toFixed(1)} s, none of them followed by a failure of ours: ${answers.every(({ statements }) => statements.every(({ unknown }) => !unknown.some((why) => why.includes('could not be followed'))))}`);
}

/** All of them. */
export async function shell() {
  console.log(`\npolicy of the shell figures:\n${readFileSync(POLICY, 'utf8').replace(/^/gm, '  ')}`);
  for (const corpus of [ccSafetyNet, codex, gemini, opencode, roo, mvdan]) await corpus();
}
