// SPDX-License-Identifier: Apache-2.0
//
// One verb, three faces: actions/<verb>/action.yml, gitlab/templates/<verb>.yml and the command line say the same names, defaults and
// descriptions as the declaration in commands/<verb>.ts. The root action is the run action at another place.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';
import { applySpec, parseApplyInputs } from '../../src/commands/apply.js';
import { approvalGateSpec, parseGateInputs } from '../../src/commands/approval-gate-inputs.js';
import { doctor, doctorSpec } from '../../src/commands/doctor.js';
import { oidcToken, oidcTokenSpec } from '../../src/commands/oidc-token.js';
import { policyCheck, policyCheckSpec } from '../../src/commands/policy-check.js';
import { parseRunInputs } from '../../src/commands/run-inputs.js';
import { runSpec } from '../../src/commands/run-spec.js';
import { sessionArtifact, sessionArtifactSpec } from '../../src/commands/session-artifact.js';
import { oneOf, type RawInputs, type VerbSpec } from '../../src/commands/verb.js';
import type { Host } from '../../src/core/ports.js';
import { helpText } from '../../src/main/help.js';
import { actionSwitch } from '../../src/main/inputs.js';
import { VERSION } from '../../src/main/version.js';

const VERBS: readonly VerbSpec[] = [applySpec, approvalGateSpec, oidcTokenSpec, policyCheckSpec, runSpec, sessionArtifactSpec];
/** Inputs that a face needs for itself. */
const ACTION_ONLY = ['github-token', 'artifact', 'attest', 'key', 'trusted-root', 'identity', 'issuer'];
const TEMPLATE_ONLY = ['job-name', 'stage', 'image'];

interface Input { readonly description: string; readonly default?: string; readonly required?: boolean }
interface ActionFile { readonly inputs: Record<string, Input>; readonly outputs: Record<string, { description: string }>; readonly runs: { using: string; main: string } }

const action = (path: string): ActionFile => load(readFileSync(path, 'utf8')) as unknown as ActionFile;
interface Job { readonly variables?: Record<string, unknown>; readonly script?: readonly string[]; readonly before_script?: readonly string[] }
const template = (verb: string): { spec: { inputs: Record<string, Input> }; variables: readonly string[]; script: readonly string[] } => {
  const [head, body] = loadAll(readFileSync(`gitlab/templates/${verb}.yml`, 'utf8')) as unknown as [{ spec: { inputs: Record<string, Input> } }, Record<string, Job>];
  const job = Object.values(body)[0] ?? {};
  return { spec: head.spec, variables: Object.keys(job.variables ?? {}), script: job.script ?? job.before_script ?? [] };
};

describe('every face', () => {
  it('exists for every verb, and for no other', () => {
    expect(readdirSync('actions').sort()).toEqual(VERBS.map((verb) => verb.name).sort());
    expect(readdirSync('gitlab/templates').sort()).toEqual(VERBS.map((verb) => `${verb.name}.yml`).sort());
    expect(readdirSync('actions').filter((name) => !existsSync(`actions/${name}/README.md`))).toEqual([]);
  });

  describe.each(VERBS.map((verb) => [verb.name, verb] as const))('%s', (name, verb) => {
    const shared = verb.inputs.filter((input) => input.face !== 'cli');

    it('the action has the declared inputs and outputs', () => {
      const { inputs, outputs, runs } = action(`actions/${name}/action.yml`);
      expect(Object.keys(inputs).filter((input) => !ACTION_ONLY.includes(input) || shared.some((one) => one.name === input))).toEqual(shared.map((input) => input.name));
      for (const input of shared) {
        expect([input.name, inputs[input.name]?.description, inputs[input.name]?.default ?? '', inputs[input.name]?.required ?? false]).toEqual([input.name, input.description, input.default, input.required]);
      }
      expect(Object.entries(outputs).map(([output, { description }]) => ({ name: output, description }))).toEqual(verb.outputs);
      expect(runs.using).toBe('node24');
    });

    it('the GitLab template has the declared inputs and hands each to the command', () => {
      const { spec, variables, script } = template(name);
      // A variable of a pipeline, or of an earlier job's report, would outrank one of the job.
      expect(variables.filter((variable) => variable.startsWith('OSTIARY_'))).toEqual([]);
      const given = [...(script[0] ?? '').matchAll(/^(input|text) (OSTIARY_\w+) <<'OSTIARY_INPUT'\n(.*)\nOSTIARY_INPUT$/gmu)].map(([, how, variable, value]) => [variable, [how, value]] as const);
      const handed = new Map(given);
      expect([given.length, handed.size]).toEqual([shared.length, shared.length]);
      expect(Object.keys(spec.inputs).filter((input) => !TEMPLATE_ONLY.includes(input))).toEqual(shared.map((input) => input.name));
      for (const input of shared) {
        expect([input.name, spec.inputs[input.name]?.description, spec.inputs[input.name]?.default ?? '']).toEqual([input.name, input.description, input.default]);
        // The command is a script with `$NAME` of its own.
        expect(handed.get(`OSTIARY_${input.name.toUpperCase().replaceAll('-', '_')}`)).toEqual([['command', 'commands'].includes(input.name) ? 'text' : 'input', `$[[ inputs.${input.name} ]]`]);
        // Without a default an input must be given, so only required ones may lack it.
        expect(spec.inputs[input.name]?.default === undefined).toBe(input.required);
      }
    });

    it('the GitLab template takes away, before anything else, what the repository or a pipeline put where Node, git and GitLab look', () => {
      const { script } = template(name);
      const before = (script[0] ?? '').split('\ninput() ')[0] ?? '';
      for (const taken of ['unset NODE_OPTIONS ', 'unset GIT_CONFIG_COUNT ', 'rm -rf .ostiary/outputs.env']) expect(before).toContain(taken);
      expect(script.findIndex((line) => line.startsWith('ostiary '))).toBeGreaterThan(0);
    });

    it('the help text names every flag of the command line, and fits an old terminal', () => {
      for (const input of verb.inputs.filter((candidate) => candidate.face !== 'ci')) expect(helpText(name, 80)).toMatch(new RegExp(`^ {2}--${input.name}${input.kind === 'flag' ? '' : ' VALUE'}( |$)`, 'mu'));
    });
  });

  it('has help on one screen, and for each command that it lists', () => {
    const all = helpText() ?? '';
    const names = [...all.matchAll(/^ {2}([a-z-]+) .*$/gmu)].map((line) => line[1] ?? '');
    expect([names.length, helpText('rnu')]).toEqual([23, null]);
    const texts = [all, ...names.map((name) => helpText(name, 80) ?? 'none')];
    for (const text of texts) expect([text.includes('Exit codes'), text.split('\n').filter((line) => line.length > 80)]).toEqual([true, []]);
    expect(all.split('\n').length).toBeLessThan(34);
  });
});

/** What a verb says of inputs before it does anything. */
const READING: Readonly<Record<string, (raw: RawInputs) => unknown>> = {
  apply: parseApplyInputs,
  'approval-gate': (raw) => parseGateInputs({ sql: 'a.sql', ...raw }),
  doctor: (raw) => doctor(raw, {} as never),
  'oidc-token': (raw) => oidcToken(raw, { host: { kind: 'github' } } as never),
  'policy-check': (raw) => policyCheck(raw, {} as never),
  run: (raw) => parseRunInputs(raw, ['true'], true),
  'session-artifact': (raw) => sessionArtifact(raw, {} as never),
};
const saidOf = async (read: () => unknown): Promise<string> => {
  try {
    await read();
  } catch (thrown) {
    const { message, hint = '' } = thrown as { message: string; hint?: string };
    return `${message}: ${hint}`;
  }
  return 'nothing';
};
const hostWith = (text: string): Host => ({ input: () => text }) as unknown as Host;

describe('an input that takes words of a closed set', () => {
  const closed = [...VERBS, doctorSpec].flatMap((verb) => verb.inputs.flatMap((input) => (input.choices === undefined ? [] : [[verb.name, input.name, input.choices, input] as const])));

  it.each(closed)('%s, %s: refuses every other word, naming the nearest', async (verb, name, choices, { description, default: otherwise }) => {
    for (const choice of choices) {
      const said = await saidOf(() => READING[verb]?.({ [name]: `${choice}x` }));
      expect(said).toBe(`input \`${name}\` is \`${choice}x\`: did you mean \`${choice}\`? it takes one of: ${choices.join(', ')}`);
      expect(description).toContain(choice);
    }
    expect(await saidOf(() => READING[verb]?.({ [name]: 'something-else' }))).toBe(`input \`${name}\` is \`something-else\`: it takes one of: ${choices.join(', ')}`);
    expect(['', ...choices]).toContain(otherwise);
  });

  it('is declared as one wherever words are named', () => {
    const named = VERBS.flatMap((verb) => verb.inputs.filter((input) => input.kind === 'text' && input.choices === undefined && /`[a-z]+`[^`]*`[a-z]+`/u.test(input.description)).map((input) => `${verb.name} ${input.name}`));
    expect([closed.length, named]).toEqual([12, []]);
  });

  it.each([['no', 'false'], ['False', 'false'], ['fales', 'false'], ['off', 'false'], ['0', 'false'], ['yes', 'true'], ['TRUE', 'true'], ['tru', 'true'], ['on', 'true'], ['1', 'true']])('a switch is not `%s`', async (word, meant) => {
    for (const name of ['artifact', 'attest'] as const) expect(await saidOf(() => actionSwitch(hostWith(word), name, true))).toBe(`input \`${name}\` is \`${word}\`, which is neither \`true\` nor \`false\`: did you mean \`${meant}\`?`);
    expect(await saidOf(() => READING['policy-check']?.({ preview: word }))).toContain(`did you mean \`${meant}\`?`);
  });

  it.each([
    ['approval-gate', 'wait', ['30', '1h30m', '-1m', '30 minutes', '∞'], 'such as `30m`'],
    ['session-artifact', 'retention-days', ['0', '91', '30d', '1e1', '-1', '7.5'], 'from 1 to 90'],
    ['run', 'proposers', ['octocat', '@812', '1.5', '0x10'], 'numeric ids'],
    ['apply', 'proposers', ['octocat'], 'numeric ids'],
    ['run', 'env', ['DB', '=orders-db', 'DB=', '1DB=orders-db'], 'NAME=RESOURCE'],
  ])('%s, %s: takes no other number, time or pair than it says', async (verb, name, words, says) => {
    for (const word of words) expect([word, await saidOf(() => READING[verb]?.({ [name]: word }))]).toEqual([word, expect.stringContaining(says)]);
  });

  it('knows which word was meant by its letters alone', () => {
    expect([oneOf(['csv', 'otel'], 'csv', '`--format`')]).toEqual(['csv']);
    expect(() => oneOf(['csv', 'otel'], 'cvs', '`--format`')).toThrow('`--format` is `cvs`');
  });
});

/** What several verbs call alike is there once, and says what it is to each. */
function merged<T extends { readonly name: string; readonly description: string }>(declared: readonly T[]): T[] {
  const byName = new Map<string, T>();
  for (const one of declared) {
    const known = byName.get(one.name);
    if (known === undefined) byName.set(one.name, one);
    else if (known.description !== one.description) byName.set(one.name, { ...known, description: `${known.description} Without \`command\`: ${one.description}` });
  }
  return [...byName.values()];
}

describe('an action that keeps its recording', () => {
  it.each(['actions/run/action.yml', 'actions/apply/action.yml', 'action.yml'])('%s is told whom to believe as session-artifact is', (path) => {
    const [own, artifact] = [action(path).inputs, action('actions/session-artifact/action.yml').inputs];
    for (const name of ['key', 'trusted-root', 'identity', 'issuer']) expect([name, own[name]]).toEqual([name, artifact[name]]);
  });
});

describe('the GitLab template of session-artifact', () => {
  it('keeps the recording of a job that failed, too', () => {
    const [, body] = loadAll(readFileSync('gitlab/templates/session-artifact.yml', 'utf8')) as unknown as [unknown, Record<string, { readonly when?: string }>];
    expect(Object.values(body).map(({ when }) => when)).toEqual(['always']);
  });
});

describe('the root action', () => {
  it('has the inputs and outputs of the verbs that it walks to, none of them required, since each event needs only its own', () => {
    const { inputs, outputs } = action('action.yml');
    const verbs = [runSpec, policyCheckSpec, applySpec];
    const declared = merged(verbs.flatMap((verb) => verb.inputs.filter((input) => input.face !== 'cli')));
    expect(Object.keys(inputs).filter((input) => !ACTION_ONLY.includes(input))).toEqual(declared.map((input) => input.name));
    for (const input of declared) expect([input.name, inputs[input.name]?.description, inputs[input.name]?.default, inputs[input.name]?.required]).toEqual([input.name, input.name === 'command' ? expect.stringContaining(input.description) : input.description, input.default, false]);
    expect(Object.entries(outputs).map(([output, { description }]) => ({ name: output, description }))).toEqual(merged(verbs.flatMap((verb) => verb.outputs)));
  });
});

describe('the version', () => {
  it('is the same in package.json, in the help text and in the template', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
    expect(template('run').spec.inputs.image?.default).toContain(`:${version}`);
  });
});

describe('dist/', () => {
  it('has a stub for every action.yml', () => {
    for (const name of readdirSync('actions')) expect(action(`actions/${name}/action.yml`).runs.main).toBe(`../../dist/${name}.js`);
    expect(action('action.yml').runs.main).toBe('dist/ostiary.js');
    for (const stub of [...readdirSync('actions'), 'ostiary', 'cli', 'index']) expect(existsSync(`dist/${stub}.js`)).toBe(true);
  });
});

/** Every line of a document that calls `ostiary`: in a block, or between back quotes. */
function callsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gmu)].flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'));
  const inline = [...text.replaceAll(/^```[\s\S]*?^```/gmu, '').matchAll(/`(ostiary [^`]+)`/gu)].map(([, call = '']) => call);
  // Matches behind a pipe, too; a comment and what COMMAND is given are not ours.
  return [...blocks, ...inline].flatMap((line) => [...line.matchAll(/(?:^|[|&;] *)(ostiary [^#|&;]*)/gu)].map(([, call = '']) => call.split(' -- ')[0] ?? ''));
}

describe('the documents', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md', 'gitlab/README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`), ...VERBS.map(({ name }) => `actions/${name}/README.md`)];
  const isKnown = (call: string): boolean => {
    const [, verb = '', sub = ''] = call.split(/\s+/u);
    const help = helpText(verb, 80) ?? '';
    const isListed = help !== '' && (!['policy', 'session', 'gateway'].includes(verb) || sub.startsWith('-') || sub === '' || help.includes(`  ${verb} ${sub}`));
    return isListed && [...call.matchAll(/(?<=\s)--[a-z-]+/gu)].every(([flag]) => new RegExp(`${flag}(?![a-z-])`, 'u').test(help));
  };

  it('call commands and flags that exist', () => {
    const calls = pages.flatMap((page) => callsIn(readFileSync(page, 'utf8')).map((call) => [page, call] as const));
    expect(calls.length).toBeGreaterThan(50);
    expect(calls.filter(([, call]) => !isKnown(call))).toEqual([]);
    expect(callsIn('`ostiary runn`, `ostiary session verfy F`\n```sh\ntrue | ostiary plan --shema x -- make --schema\n```\n').map(isKnown)).toEqual([false, false, false]);
  });

  it('run scripts of package.json that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/npm run ([a-z-]+)/gu)].map(([, name = '']) => name));
    expect([named.length > 5, named.filter((name) => scripts[name] === undefined)]).toEqual([true, []]);
  });
});
