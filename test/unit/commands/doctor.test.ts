// SPDX-License-Identifier: Apache-2.0
//
// `doctor`: each unsafe set-up found at its line with a fix, safe ones not; what can't be seen is not called fine; three formats that hold
// to their schemas. Our own workflow, README and templates have nothing to mend.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { doctor, type CiFile } from '../../../src/commands/doctor.js';
import type { Examined } from '../../../src/core/diagnosis.js';
import { systemRuntime } from '../../../src/core/runtime.js';
import { examineSettings, type ForgeSettings } from '../../../src/forge/settings.js';
import { machineDiagnoses } from '../../../src/isolate/machine.js';
import { environmentsIn, githubDiagnoses } from '../../../src/parse/files/doctor-github.js';
import { gitlabDiagnoses } from '../../../src/parse/files/doctor-gitlab.js';
import { isSarif } from '../../support/report-formats.js';

const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const CHECKOUT = `      - uses: actions/checkout@${SHA}\n        with: { persist-credentials: false }\n`;
const CLAUDE = `      - uses: anthropics/claude-code-action@${SHA}\n        with: { anthropic_api_key: "\${{ secrets.ANTHROPIC_API_KEY }}" }\n`;
const RUN = (more = ''): string => `      - uses: ostiary/ostiary/actions/run@${SHA}\n        with: { command: claude -p x${more} }\n`;
const workflow = (steps: string, about: { on?: string; top?: string; job?: string } = {}): string =>
  `on: ${about.on ?? 'push'}\n${about.top ?? 'permissions: { contents: read }'}\njobs:\n  one:\n    runs-on: ubuntu-24.04\n${about.job ?? ''}    steps:\n${steps}`;
const found = (text: string): string[] => githubDiagnoses('.github/workflows/x.yml', text).map(({ id, line }) => `${id}:${line ?? '-'}`);

describe('a GitHub workflow', () => {
  it.each<[string, string, string[]]>([
    ['an agent alone', workflow(CHECKOUT + CLAUDE), []],
    ['an agent beside id-token', workflow(CLAUDE, { top: 'permissions:\n  contents: read\n  id-token: write' }), ['agent-id-token:4']],
    ['an agent in a job with id-token of its own', workflow(CLAUDE, { job: '    permissions: { id-token: write, contents: read }\n' }), ['agent-id-token:6']],
    ['an agent with all rights', workflow(CLAUDE, { top: 'permissions: write-all' }), ['agent-write-token:2', 'agent-write-token:2', 'agent-write-token:2', 'agent-write-token:2', 'agent-id-token:2']],
    ['an agent that may write code', workflow(CLAUDE, { top: 'permissions: { contents: write }' }), ['agent-write-token:2']],
    ['an agent whose rights nobody wrote', workflow(CLAUDE, { top: 'name: x' }), ['agent-default-permissions:7']],
    ['an agent beside a secret of another step', workflow(`${CLAUDE}      - run: ./x\n        env: { NPM_TOKEN: "\${{ secrets.NPM_TOKEN }}" }\n`), ['agent-secrets:10']],
    ['an agent beside a secret of the workflow', workflow(CLAUDE, { top: "permissions: { contents: read }\nenv: { X: \"${{ secrets['PROD'] }}\" }" }), ['agent-secrets:3']],
    ['an agent that finds a token on disk', workflow(`      - uses: actions/checkout@${SHA}\n${CLAUDE}`), ['agent-credentials:7']],
    ['an agent by its command', workflow('      - run: |\n          set -e\n          npx -y @anthropic-ai/claude-code@2 -p "fix it"\n', { top: 'permissions: { id-token: write, contents: read }' }), ['agent-id-token:2']],
    ['codex, through a pipe', workflow('      - run: cat x | codex exec -\n', { top: 'permissions: { id-token: write }' }), ['agent-id-token:2']],
    ['a package that is only installed', workflow('      - run: npm i -g @openai/codex\n', { top: 'permissions: { id-token: write }' }), []],
    ['an agent behind the gate', workflow(CHECKOUT + RUN(), { top: 'permissions: { contents: read, id-token: write }' }), []],
    ['an agent behind a gate without isolation', workflow(RUN(', isolation: none'), { top: 'permissions: { contents: read, id-token: write }' }), ['agent-id-token:2']],
    ['an agent behind the command line', workflow('      - run: ostiary run -- claude -p x\n', { top: 'permissions: { contents: read, id-token: write }' }), []],
    ['an agent behind a command that is not ours', workflow('      - run: my-ostiary run -- npx claude -p x\n', { top: 'permissions: { contents: read, id-token: write }' }), ['agent-id-token:2']],
    ['keys beside our action', workflow(`${RUN()}        env: { DATABASE_URL: "\${{ secrets.DATABASE_URL }}" }\n`), ['static-key:9']],
    ['keys beside an action whose name begins like ours', workflow(`      - uses: ostiary/ostiary-evil@${SHA}\n        env: { DATABASE_URL: "\${{ secrets.DATABASE_URL }}" }\n`), ['static-key:8', 'no-environment:5']],
    ['keys beside an action whose path begins like ours', workflow(`      - uses: ostiary/ostiary/actions/runner@${SHA}\n        env: { DATABASE_URL: "\${{ secrets.DATABASE_URL }}" }\n`), ['static-key:8', 'no-environment:5']],
    ['an action at a tag', workflow('      - uses: actions/setup-node@v5\n'), ['unpinned-action:7']],
    ['a stranger\'s code beside rights', workflow(`      - uses: actions/checkout@${SHA}\n        with:\n          persist-credentials: false\n          ref: \${{ github.event.pull_request.head.sha }}\n`, { on: 'pull_request_target' }), ['untrusted-checkout:10']],
    ['a comment that starts a stranger\'s code', workflow('      - run: gh pr checkout 7\n', { on: 'issue_comment' }), ['untrusted-checkout:7']],
    ['a title in a script', workflow('      - run: echo ${{ github.event.pull_request.title }}\n', { on: 'pull_request' }), ['template-injection:7']],
    ['an issue in a prompt', workflow(`      - uses: anthropics/claude-code-action@${SHA}\n        with: { prompt: "look at \${{ github.event.issue.body }}" }\n`, { on: 'issues' }), ['prompt-injection:8']],
    ['a key of AWS', workflow(`      - uses: aws-actions/configure-aws-credentials@${SHA}\n        with:\n          aws-access-key-id: \${{ secrets.PROD_KEY }}\n`), ['static-key:9', 'no-environment:5']],
    ['a key of AWS in an environment', workflow(`      - uses: aws-actions/configure-aws-credentials@${SHA}\n        with:\n          aws-access-key-id: \${{ secrets.PROD_KEY }}\n`, { job: '    environment: production\n' }), ['static-key:10']],
    ['a key of Google', workflow(`      - uses: google-github-actions/auth@${SHA}\n        with: { credentials_json: "\${{ secrets.X }}" }\n`, { job: '    environment: p\n' }), ['static-key:9']],
    ['a password of Azure', workflow(`      - uses: azure/login@${SHA}\n        with: { creds: "\${{ secrets.AZURE_CREDENTIALS }}" }\n`, { job: '    environment: p\n' }), ['static-key:9']],
    ['a password of a database', workflow('      - run: ./migrate\n        env: { DATABASE_URL: "${{ secrets.DATABASE_URL }}" }\n', { job: '    environment: p\n' }), ['static-key:9']],
    ['a login by OIDC', workflow(`      - uses: aws-actions/configure-aws-credentials@${SHA}\n        with: { role-to-assume: "arn:aws:iam::1:role/x" }\n`, { top: 'permissions: { id-token: write }' }), []],
    ['no YAML', 'on: [', ['unreadable:-']],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('says with each what to write', () => {
    for (const { fix, message, file } of githubDiagnoses('.github/workflows/x.yml', workflow(CLAUDE, { top: 'permissions: write-all' }))) expect([fix.length > 20, message.includes('\n'), file]).toEqual([true, false, '.github/workflows/x.yml']);
  });

  it('tells environments', () => {
    expect(environmentsIn(workflow(CHECKOUT, { job: '    environment: { name: production }\n' }))).toEqual(['production']);
    expect([environmentsIn('on: ['), environmentsIn(workflow(CHECKOUT, { job: '    environment: "${{ inputs.x }}"\n' }))]).toEqual([[], []]);
  });
});

describe('a GitLab CI file', () => {
  const diagnosed = (text: string): string[] => gitlabDiagnoses('.gitlab-ci.yml', text).map(({ id, line }) => `${id}:${line ?? '-'}`);
  it.each<[string, string, string[]]>([
    ['an agent alone', 'fix:\n  script:\n    - claude -p "x"\n', []],
    ['an agent with identity tokens', 'fix:\n  id_tokens:\n    T: { aud: vault }\n  script:\n    - codex exec "x"\n', ['agent-id-token:3']],
    ['an agent with everybody\'s identity tokens', 'default:\n  id_tokens:\n    T: { aud: vault }\nfix:\n  script: [claude -p x]\n', ['agent-id-token:3']],
    ['an agent behind the gate', 'fix:\n  id_tokens:\n    T: { aud: vault }\n  script:\n    - ostiary run -- claude -p x\n', []],
    ['an agent beside a password', 'fix:\n  variables: { PGPASSWORD: $PROD }\n  script: [claude -p x]\n', ['static-key:2']],
    ['jobs of another project', 'include:\n  - project: acme/ci\n    ref: main\n    file: x.yml\n', ['unpinned-include:2']],
    ['a trace', 'variables: { CI_DEBUG_TRACE: "true" }\n', ['insecure-commands:1']],
    ['no YAML', 'a: [', ['unreadable:-']],
  ])('%s', (_name, text, expected) => {
    expect(diagnosed(text)).toEqual(expected);
  });
});

describe('our own', () => {
  // The README asks to pin what has no release yet: as a reader does it, so does this.
  const pinned = (text: string): string => text.replace(/@v0(?= # pin the SHA)/gu, `@${SHA}`);
  const examples = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/gu)].map(([, text = '']) => text).filter((text) => /^(?:on|jobs):/mu.test(text)).map(pinned);

  it('workflow has nothing to mend', () => {
    for (const name of readdirSync('.github/workflows')) expect(githubDiagnoses(name, readFileSync(`.github/workflows/${name}`, 'utf8'))).toEqual([]);
  });

  it('README and examples of actions have nothing to mend', () => {
    const all = ['README.md', ...readdirSync('actions').map((name) => `actions/${name}/README.md`)].flatMap((file) => examples(file).map((text) => [file, text] as const));
    expect(all.length).toBeGreaterThan(2);
    expect(all.flatMap(([file, text]) => githubDiagnoses(file, text)).map(({ id, file, line, message }) => `${id} ${file ?? ''}:${line ?? ''} ${message}`)).toEqual([]);
  });

  it('templates have nothing to mend', () => {
    for (const name of readdirSync('gitlab/templates')) expect(gitlabDiagnoses(name, readFileSync(`gitlab/templates/${name}`, 'utf8'))).toEqual([]);
  });
});

describe('the machine of a job', () => {
  it.each([
    [{ root: true, sudo: true, groups: ['root', 'docker'] }, ['job-is-root']],
    [{ root: false, sudo: true, groups: ['runner', 'sudo', 'docker'] }, ['job-has-sudo', 'job-has-groups']],
    [{ root: false, sudo: false, groups: ['runner', 'lxd'] }, ['job-has-groups']],
    [{ root: false, sudo: false, groups: ['runner', 'users'] }, []],
  ])('%j', (facts, expected) => {
    expect(machineDiagnoses(facts).map(({ id }) => id)).toEqual(expected);
  });
});

describe('the settings of the forge', () => {
  const GITHUB: ForgeSettings = { kind: 'github', apiUrl: 'https://api.github.com', repository: 'acme/shop', token: 't0ken', defaultBranch: 'main', environments: ['production'], usesApprovals: false };
  const GITLAB: ForgeSettings = { kind: 'gitlab', apiUrl: 'https://gitlab.com/api/v4', repository: 'acme/shop', token: 't0ken', defaultBranch: 'main', environments: [], usesApprovals: false };
  const asked = async (about: ForgeSettings, answers: Readonly<Record<string, [number, unknown]>>): Promise<Examined> => examineSettings(about, {
    ...systemRuntime,
    fetch: async (url) => {
      const path = new URL(url).pathname;
      const [status, body] = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1] ?? [403, { message: 'Resource not accessible by integration' }];
      return new Response(JSON.stringify(body), { status });
    },
  });
  const STRICT = [{ type: 'pull_request', parameters: { required_approving_review_count: 1, dismiss_stale_reviews_on_push: true, require_last_push_approval: true, require_code_owner_review: true } }];

  it('are fine when they are strict, but for what only administrators see', async () => {
    const { findings, notKnown } = await asked(GITHUB, {
      '/rules/branches/main': [200, STRICT], '/actions/permissions/workflow': [200, { can_approve_pull_request_reviews: false, default_workflow_permissions: 'read' }],
      '/environments/production': [200, { protection_rules: [{ type: 'required_reviewers' }], deployment_branch_policy: { protected_branches: true }, can_admins_bypass: false }],
    });
    expect([findings, notKnown.map(({ question }) => question)]).toEqual([[], ['who may bypass the rules of `main`']]);
  });

  it('are found when they let somebody around', async () => {
    const { findings } = await asked(GITHUB, {
      '/rules/branches/main': [200, [{ type: 'pull_request', parameters: { required_approving_review_count: 0 } }]], '/actions/permissions/workflow': [200, { can_approve_pull_request_reviews: true, default_workflow_permissions: 'write' }],
      '/environments/production': [200, { protection_rules: [{ type: 'required_reviewers' }], deployment_branch_policy: null, can_admins_bypass: true }],
    });
    expect(findings.map(({ id }) => id)).toEqual(['no-approval-required', 'stale-approvals', 'own-push-approved', 'code-owners-not-required', 'actions-approve', 'default-token-writes', 'environment-bypass']);
    expect((await asked(GITHUB, { '/rules/branches/main': [200, []], '/environments/production': [404, {}] })).findings.map(({ id }) => id)).toEqual(['unprotected-branch', 'environment-unprotected']);
  });

  it.each<[string, Readonly<Record<string, [number, unknown]>>, string[], string[]]>([
    ['nothing, and a classic protection that asks for all', { '/rules/branches/main': [200, []], '/branches/main/protection': [200, { required_pull_request_reviews: { required_approving_review_count: 1, dismiss_stale_reviews: true, require_last_push_approval: true, require_code_owner_reviews: true }, enforce_admins: { enabled: true } }] }, [], []],
    ['half by a ruleset, half by a classic protection', { '/rules/branches/main': [200, [{ type: 'pull_request', ruleset_id: 7, parameters: { required_approving_review_count: 1, require_code_owner_review: true } }]], '/rulesets/7': [200, { name: 'main', bypass_actors: [] }], '/branches/main/protection': [200, { required_pull_request_reviews: { required_approving_review_count: 0, dismiss_stale_reviews: true, require_last_push_approval: true }, enforce_admins: { enabled: true } }] }, [], []],
    ['a classic protection that some walk around', { '/rules/branches/main': [200, []], '/branches/main/protection': [200, { required_pull_request_reviews: { required_approving_review_count: 1, dismiss_stale_reviews: true, require_last_push_approval: false, require_code_owner_reviews: true, bypass_pull_request_allowances: { users: [{}], teams: [], apps: [{}, {}] } }, enforce_admins: { enabled: false } }] }, ['own-push-approved', 'rules-bypass', 'rules-bypass'], []],
    ['a classic protection without reviews', { '/rules/branches/main': [200, []], '/branches/main/protection': [200, { enforce_admins: { enabled: false } }] }, ['unprotected-branch'], []],
    ['nothing, as GitHub itself says', { '/rules/branches/main': [200, []], '/branches/main/protection': [404, { message: 'Branch not protected' }] }, ['unprotected-branch'], []],
    ['nothing that this token is told', { '/rules/branches/main': [200, []], '/branches/main/protection': [404, { message: 'Not Found' }] }, ['unprotected-branch'], ['who may bypass the rules of `main`']],
    ['a ruleset with a bypass list', { '/rules/branches/main': [200, [{ ...STRICT[0], ruleset_id: 7 }, { ...STRICT[0], ruleset_id: 8 }]], '/rulesets/7': [200, { name: 'main', bypass_actors: [{ actor_type: 'RepositoryRole', bypass_mode: 'always' }, { actor_type: 'Integration' }] }], '/rulesets/8': [200, { name: 'all' }] }, ['rules-bypass'], ['who may bypass the rules of `main`']],
  ])('know a branch that is protected by %s', async (_name, answers, ids, questions) => {
    const { findings, notKnown } = await asked(GITHUB, { '/actions/permissions/workflow': [200, {}], '/environments/production': [200, { deployment_branch_policy: {} }], ...answers });
    expect([findings.map(({ id }) => id), notKnown.map(({ question }) => question)]).toEqual([ids, questions]);
  });

  it('at GitLab, too', async () => {
    const loose = await asked(GITLAB, {
      '/protected_branches/main': [200, { allow_force_push: true, push_access_levels: [{ access_level: 30 }] }], '/approvals': [200, { merge_requests_author_approval: true, merge_requests_disable_committers_approval: false, reset_approvals_on_push: false }],
      '/job_token_scope': [200, { inbound_enabled: false }], '/variables': [200, [{ key: 'PROD', protected: false, masked: true }, { key: 'LANG', protected: false, masked: false }]],
      '/projects/acme%2Fshop': [200, { ci_pipeline_variables_minimum_override_role: 'developer' }],
    });
    expect(loose.findings.map(({ id }) => id)).toEqual(['force-push', 'direct-push', 'own-approval', 'own-push-approved', 'stale-approvals', 'pipeline-variables', 'job-token-open', 'variable-not-protected']);
    const strict = await asked(GITLAB, {
      '/protected_branches/main': [200, { allow_force_push: false, push_access_levels: [{ access_level: 0 }] }], '/approvals': [200, { merge_requests_author_approval: false, merge_requests_disable_committers_approval: true, reset_approvals_on_push: true }],
      '/job_token_scope': [200, { inbound_enabled: true }], '/variables': [200, [{ key: 'PROD', protected: true, masked: true }]],
      '/projects/acme%2Fshop': [200, { ci_pipeline_variables_minimum_override_role: 'no_one_allowed' }],
    });
    expect(strict).toEqual({ findings: [], notKnown: [] });
  });

  it.each<[Readonly<Record<string, unknown>>, boolean, boolean]>([
    [{ ci_pipeline_variables_minimum_override_role: 'maintainer' }, true, true],
    [{ ci_pipeline_variables_minimum_override_role: 'owner', restrict_user_defined_variables: true }, false, true],
    [{ restrict_user_defined_variables: false }, true, true],
    [{ restrict_user_defined_variables: true }, false, true],
    [{ id: 7 }, false, false],
  ])('know who may set variables of pipelines by %j', async (project, isLax, isKnown) => {
    const { findings, notKnown } = await asked(GITLAB, { '/projects/acme%2Fshop': [200, project] });
    expect([findings.some(({ id }) => id === 'pipeline-variables'), !notKnown.some(({ question }) => question === 'who may set variables of pipelines')]).toEqual([isLax, isKnown]);
  });

  const RULES = { name: 'claims', target: 'tag', enforcement: 'active', conditions: { ref_name: { include: ['refs/tags/ostiary/claims/*'], exclude: [] } }, rules: [{ type: 'deletion' }, { type: 'update' }], current_user_can_bypass: 'never' };
  const LISTED = { '/rulesets': [200, [{ id: 9, target: 'tag', enforcement: 'active' }, { id: 1, target: 'branch', enforcement: 'active' }]] as [number, unknown] };
  it.each<[string, ForgeSettings, Readonly<Record<string, [number, unknown]>>, RegExp | null, boolean]>([
    ['are kept by a ruleset', GITHUB, { ...LISTED, '/rulesets/9': [200, RULES] }, null, true],
    ['are kept by nothing', GITHUB, { '/rulesets': [200, []] }, /^claims-unprotected: nothing keeps the tags `ostiary\/claims\/\*` .* a tag ruleset, active/u, true],
    ['can be removed by whom the ruleset lets', GITHUB, { ...LISTED, '/rulesets/9': [200, { ...RULES, bypass_actors: [{ actor_type: 'Integration' }] }] }, /^claims-unprotected: whoever is on the bypass list of the ruleset `claims` .*: an empty bypass list/u, true],
    ['are not known', GITHUB, {}, null, false],
    ['are not known, but for a list', GITHUB, { ...LISTED }, null, false],
    ['are kept at GitLab', GITLAB, { '/protected_tags': [200, [{ name: 'ostiary/claims/*' }]] }, null, true],
    ['are not kept at GitLab', GITLAB, { '/protected_tags': [200, [{ name: 'v*' }]] }, /^claims-unprotected: the tags .* are not protected.* Protected tags: `ostiary\/claims\/\*`/u, true],
    ['are not known at GitLab', GITLAB, {}, null, false],
  ])('say whether claims of approvals %s', async (_name, about, answers, expected, known) => {
    const of = async (usesApprovals: boolean): Promise<[string[], boolean]> => {
      const { findings, notKnown } = await asked({ ...about, usesApprovals }, answers);
      return [findings.filter(({ id }) => id === 'claims-unprotected').map(({ id, message, fix }) => `${id}: ${message}: ${fix}`), notKnown.some(({ question }) => question.includes('claim of an approval'))];
    };
    expect(await of(true)).toEqual([expected === null ? [] : [expect.stringMatching(expected)], !known]);
    expect(await of(false)).toEqual([[], false]);
  });

  it.each<[string, ForgeSettings, Readonly<Record<string, [number, unknown]>>, RegExp]>([
    ['refused', GITHUB, {}, /does not show it \(403\): it would have to .*(metadata|administration|actions): read/u],
    ['refused by GitLab', GITLAB, {}, /\(403\): it would have to read the project's settings/u],
    ['asked without a token', { ...GITHUB, token: '' }, {}, /there is no token: set `GITHUB_TOKEN`/u],
    ['asked with a wrong token', GITHUB, { main: [401, {}], workflow: [401, {}], production: [401, {}] }, /not accepted \(401\)/u],
    ['answered with something else', GITHUB, { main: [200, 7] }, /not understood|does not show it/u],
  ])('are not known when %s, never fine', async (_name, about, answers, why) => {
    const { findings, notKnown } = await asked(about, answers);
    expect([findings, notKnown.length >= 3]).toEqual([[], true]);
    for (const one of notKnown) expect(one.why).toMatch(why);
    expect(JSON.stringify(notKnown)).not.toContain('t0ken');
  });
});

describe('what is printed', () => {
  const FILES: readonly CiFile[] = [{ path: '.github/workflows/x.yml', text: workflow(CLAUDE, { top: 'permissions: { id-token: write, contents: read }' }) }, { path: '.gitlab-ci.yml', text: 'fix:\n  id_tokens: { T: { aud: v } }\n  script: [claude -p x]\n' }];
  const notKnown = [{ question: 'a \u202Equestion', why: 'no token' }];
  const printed = async (files: readonly CiFile[], format?: string): Promise<[number, string]> => {
    let text = '';
    const code = await doctor(format === undefined ? {} : { format }, { version: '1.2.3', files, print: (part) => void (text += part), examine: async () => ({ findings: [], notKnown }) });
    return [code, text];
  };

  it('has place, message and fix, and ends with 1', async () => {
    const [code, text] = await printed(FILES);
    expect(code).toBe(1);
    expect(text).toMatch(/^\.github\/workflows\/x\.yml:2: the agent of job `one` \(line 7\) can get OIDC tokens for every audience \(agent-id-token\)\n {2}fix: take `id-token: write` out of this job/u);
    expect(text).toContain('.gitlab-ci.yml:2: ');
    expect(text).toContain('not known: a \\u{202e}question\n  no token\n2 found in 2 CI files; 1 question not answered\n');
  });

  it('ends with 0 when nothing is found, and still says what is not known', async () => {
    expect(await printed([])).toEqual([0, 'not known: a \\u{202e}question\n  no token\nnothing unsafe found in 0 CI files; 1 question not answered\n']);
  });

  it('is JSON of its schema', async () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('docs/schema/doctor-v1.json', 'utf8')) as object);
    for (const files of [FILES, []]) expect([validate(JSON.parse((await printed(files, 'json'))[1])), validate.errors]).toEqual([true, null]);
  });

  it('is SARIF of its schema', async () => {
    for (const files of [FILES, []]) expect(isSarif((await printed(files, 'sarif'))[1])).toBeNull();
  });

  it('refuses another format', async () => {
    await expect(printed([], 'xml')).rejects.toMatchObject({ code: 'INPUT_INVALID', hint: 'it takes one of: text, json, sarif' });
  });

  it('has a line in the docs for every finding', () => {
    const docs = readFileSync('docs/doctor.md', 'utf8');
    const sources = ['src/parse/files/doctor-github.ts', 'src/parse/files/doctor-gitlab.ts', 'src/isolate/machine.ts', 'src/forge/settings.ts'].map((file) => readFileSync(file, 'utf8')).join('\n');
    const ids = [...sources.matchAll(/(?:tell|setting)\('([a-z-]+)'|id: '([a-z-]+)'|: \['([a-z-]+)', /gu)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    expect(ids.length).toBeGreaterThan(25);
    // Where SARIF's `helpUri` leads.
    expect([...new Set(ids)].filter((id) => !docs.includes(`<a id="${id}"></a>`) || !docs.includes(`\`${id}\``))).toEqual([]);
  });
});
