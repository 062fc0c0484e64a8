// SPDX-License-Identifier: Apache-2.0
import type { FileSides } from '../../../../src/parse/files/model.js';
import { workflowFindings } from '../../../../src/parse/files/workflow.js';

const SHA = '11bd71901bbe5b1630ceea73d27597364c9af683';
const PATH = '.github/workflows/ci.yml';

function sides(head: string | null, base: string | null, path = PATH): FileSides {
  const change = { path, from: base === null ? null : path, status: base === null ? 'added' as const : 'modified' as const, oldMode: null, newMode: '100644', binary: false, added: [], removed: [] };
  return { change, head, base, size: 0, sha256: null };
}
const found = (head: string | null, base: string | null = null, path = PATH): string[] => workflowFindings(sides(head, base, path)).map(({ line, id }) => `${line} ${id.replace('workflow.', '')}`);
/** A workflow of one job; `steps` begins in line 7. */
const job = (steps: string, { on = 'push', permissions = '{}', env = '' } = {}): string => `on: ${on}\npermissions: ${permissions}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n${env}    steps:\n${steps}\n`;

describe('workflowFindings', () => {
  it('says nothing of what was there before', () => {
    const old = job('      - uses: a/b@v1\n      - run: echo ${{ github.head_ref }}', { on: 'pull_request_target', permissions: 'write-all' });
    expect(found(old, old)).toEqual([]);
    expect(found(`# moved\n${old}`, old)).toEqual([]);
  });

  it('says it of one more of the same', () => {
    expect(found(job('      - uses: a/b@v1\n      - uses: a/b@v1'), job('      - uses: a/b@v1'))).toEqual(['8 unpinned-action']);
  });

  it.each([
    ['a list of words', 'matrix: { x: [a, b] }', 'x', []],
    ['rows', 'matrix: { include: [ { x: a } ] }', 'x', []],
    ['a stranger\'s values', 'matrix: { x: "${{ github.event.client_payload.list }}" }', 'x', ['10 template-injection']],
    ['values of another job', 'matrix: { x: "${{ fromJSON(needs.a.outputs.list) }}" }', 'x', ['10 template-in-script']],
    ['another key', 'matrix: { y: "${{ fromJSON(needs.a.outputs.list) }}", x: [a] }', 'x', []],
    ['a whole that is computed', 'matrix: "${{ fromJSON(inputs.matrix) }}"', 'x.name', ['10 template-in-script']],
    ['rows that are computed', 'matrix: { x: [a], include: "${{ fromJSON(inputs.rows) }}" }', 'x', ['10 template-in-script']],
    ['a row with a computed value', 'matrix: { include: [ { x: "${{ inputs.x }}" }, { x: b } ] }', 'x', ['10 template-in-script']],
    ['a row that is computed', 'matrix: { x: [a], include: [ "${{ fromJSON(inputs.row) }}" ] }', 'x', ['10 template-in-script']],
    ['a fixed fact', 'matrix: { x: [ "${{ github.sha }}" ] }', 'x', []],
  ])('asks whose a value of the matrix is: %s', (_name, matrix, key, expected) => {
    const text = `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    strategy:\n      ${matrix}\n    env: { X: '\${{ matrix.${key} }}' }\n    steps:\n    - run: echo \${{ matrix.${key} }}\n`;
    expect(found(text)).toEqual(expected);
    expect(found(text.replace(`run: echo \${{ matrix.${key} }}`, 'run: echo ${{ env.X }}'))).toEqual(expected);
  });

  it.each([
    ['', 'no mapping'], ['# nothing', 'no mapping'], ['lol', 'no mapping'], ['jobs: { a: { runs-on: x } }', '`on`'], ['on: push', '`jobs`'], ['on: push\njobs: {}', '`jobs`'],
    ['on: push\nboom: 1\njobs: { a: { runs-on: x } }', '`boom`'], ['on: push\njobs: { a: { steps: [] } }', '`a` has neither'], ['on: push\njobs: { a: { runs-on: x, env: { A: b }, env: { C: d } } }', '`env` stands twice'],
  ])('says that %j is no workflow', (text, why) => {
    expect(workflowFindings(sides(text, null)).filter(({ id }) => id === 'workflow.unreadable').map(({ detail }) => detail)).toEqual([expect.stringContaining(why)]);
    expect(found(text, null, '.github/other.yml')).toEqual([]);
  });

  it.each([
    ['ramsey/composer-install', '', true], ['ramsey/composer-install', '{ ignore-cache: true }', false], ['ramsey/composer-install', '{ ignore-cache: false }', true], ['pyo3/maturin-action', '', false], ['PyO3/maturin-action', '{ sccache: "true" }', true],
    ['PyO3/maturin-action', '{ sccache: "${{ !startsWith(github.ref, \'refs/tags/\') }}" }', false], ['PyO3/maturin-action', '{ sccache: "${{ startsWith(github.ref, \'refs/tags/\') }}" }', true],
  ])('looks for caches that go into a release: %s %s', (action, inputs, expected) => {
    expect(found(job(`      - uses: ${action}@${SHA}${inputs === '' ? '' : `\n        with: ${inputs}`}`, { on: '{ push: { tags: [ "*" ] } }' })).some((one) => one.includes('cache-in-release'))).toBe(expected);
  });

  it('says what is no action', () => {
    expect(found('name: x\n', null, 'tools/action.yml')).toEqual(['null unreadable']);
    expect(found('runs: { using: node24, main: x.js }\n', null, 'tools/action.yml')).toEqual([]);
  });

  it('knows an action by whatever slashes lead to it', () => {
    expect(found(job(`      - uses: actions/checkout///@${SHA}`))).toEqual(['7 persist-credentials']);
    expect(found(job(`      - uses: Actions/checkout/./@${SHA}\n        with: { ref: '\${{ github.event.pull_request.head.sha }}' }`, { on: 'pull_request_target' }))).toContain('8 untrusted-checkout');
  });

  it('looks at images that the matrix names', () => {
    const text = 'on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    container: ${{ matrix.image }}\n    strategy: { matrix: { image: [a, "b:1"], include: [ { image: c } ] } }\n    steps: []\n';
    expect(found(text)).toEqual(['7 unpinned-image', '7 unpinned-image']);
  });

  it('sees permissions that grow', () => {
    expect(found(job('      - run: x', { permissions: '{ contents: read, id-token: write }' }), job('      - run: x', { permissions: '{ contents: read }' }))).toEqual(['2 permissions']);
    expect(found(job('      - run: x', { permissions: '{ contents: write }' }).replace('permissions: { contents: write }\n', ''), job('      - run: x'))).toEqual(['1 default-permissions']);
  });

  it.each<[string, string, string[]]>([
    ['a commit', `      - uses: actions/setup-python@${SHA}`, []], ['a tag', '      - uses: a/b@v1.2.3', ['7 unpinned-action']], ['a short commit', `      - uses: a/b@${SHA.slice(0, 12)}`, ['7 unpinned-action']],
    ['none', '      - uses: a/b', ['7 unpinned-action']], ['the repository itself', '      - uses: ./a', []], ['an image by tag', '      - uses: docker://a/b:1', ['7 unpinned-image']],
    ['an image by digest', `      - uses: docker://a/b@sha256:${'a'.repeat(64)}`, []],
  ])('asks for a full commit: %s', (_name, steps, expected) => {
    expect(found(job(steps))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['github.event.issue.title', ['7 template-injection']], ['github.event.pull_request.head.ref', ['7 template-injection']], ["github['head_ref']", ['7 template-injection']], ['GITHUB.HEAD_REF', ['7 template-injection']],
    ["github.event.commits[0].message", ['7 template-injection']], ["format('{0}', github.event.comment.body)", ['7 template-injection']], ['github.event.comment.body || 1', ['7 template-injection']], ['toJSON(github)', ['7 template-injection']],
    ['github.event.pull_request.head.repo.full_name', ['7 template-injection']], ['env.TITLE', ['7 template-injection']], ['inputs.name', ['7 template-in-script']], ['steps.a.outputs.b', ['7 template-in-script']], ['github.ref_name', ['7 template-in-script']],
    ['github.sha', []], ['github.event.pull_request.number', []], ['github.event.pull_request.head.sha', []], ['github.event.pull_request.base.sha', []], ['secrets.TOKEN', []], ["github.event.action == 'opened'", []], ['env.FIXED', []],
    ["github.event.repository.default_branch", []], ['github.run_id', []], ['runner.os', []],
  ])('knows whose text %s is', (expression, expected) => {
    expect(found(job(`      - run: echo "\${{ ${expression} }}"`, { env: '' }).replace('on: push', 'on: push\nenv: { TITLE: "${{ github.event.issue.title }}", FIXED: a }')).map((one) => one.replace('8 ', '7 '))).toEqual(expected);
  });

  it('points at the line of a block, and at inputs that are run', () => {
    expect(found(job('      - run: |\n          echo a\n          echo ${{ github.head_ref }}'))).toEqual(['9 template-injection']);
    expect(found(job(`      - uses: actions/github-script@${SHA}\n        with:\n          script: |\n            x("\${{ github.event.issue.body }}")`))).toEqual(['10 template-injection']);
    expect(found(job(`      - uses: o/agent@${SHA}\n        with:\n          prompt: \${{ github.event.issue.body }}`))).toEqual(['9 prompt-injection']);
  });

  it('lets text through that is handed over in a variable', () => {
    expect(found(job('      - run: echo "$TITLE"\n        env:\n          TITLE: ${{ github.event.issue.title }}'))).toEqual([]);
  });

  it('sees a stranger\'s code where the repository\'s rights are', () => {
    const checkout = `      - uses: actions/checkout@${SHA}\n        with:\n          persist-credentials: false\n          ref: \${{ github.event.pull_request.head.sha }}`;
    expect(found(job(checkout, { on: 'pull_request_target' }))).toEqual(['1 dangerous-trigger', '10 untrusted-checkout']);
    expect(found(job(checkout, { on: '[pull_request]' }))).toEqual([]);
    expect(found(job('      - run: gh pr checkout 7', { on: '{ issue_comment: { types: [created] } }' }))).toEqual(['1 dangerous-trigger', '7 untrusted-checkout']);
  });

  it('sees what strangers may leave for later steps', () => {
    const write = '      - run: echo "$T" >> "$GITHUB_ENV"\n        env: { T: "${{ github.event.issue.title }}" }';
    expect(found(job(write))).toEqual(['7 environment-write']);
    expect(found(job('      - run: echo "$HOME/bin" >> "$GITHUB_PATH"', { on: 'pull_request_target' }))).toEqual(['1 dangerous-trigger']);
  });

  it.each([
    ["if: contains('main,develop', github.ref)", 'unsound-contains'], ['if: ${{ false }} && true', 'unsound-condition'], ["if: github.actor == 'dependabot[bot]'", 'bot-condition'],
  ])('sees a condition that holds too often: %s', (condition, id) => {
    expect(found(job(`      - run: x\n        ${condition}`))).toEqual([`8 ${id}`]);
  });

  it('follows anchors', () => {
    expect(found('on: push\npermissions: {}\njobs:\n  a: &a\n    runs-on: x\n    steps: [ { uses: a/b@v1 } ]\n  b: *a\n')).toEqual(['6 unpinned-action', '6 unpinned-action']);
  });

  it.each<[string, string]>([['no YAML', 'a: [\n'], ['nested too deep', `a: ${'['.repeat(200)}`], ['aliases without end', `a: &a [1]\nb: ${'[*a, '.repeat(40)}`]])('says that it can not be read: %s', (_name, text) => {
    expect(found(text)).toEqual(['null unreadable']);
  });

  it('takes all of a file for new whose base can not be read', () => {
    expect(found(job('      - uses: a/b@v1'), 'a: [')).toEqual(['7 unpinned-action']);
  });

  it('reads nothing into other files', () => {
    expect(found(job('      - uses: a/b@v1'), null, 'docs/ci.yml')).toEqual([]);
  });
});

describe('GitLab', () => {
  const gitlab = (text: string, base: string | null = null) => found(text, base, '.gitlab-ci.yml');

  it('sees what comes from elsewhere', () => {
    expect(gitlab('include:\n  - remote: https://x.example/ci.yml\n  - project: a/b\n    file: x.yml\n    ref: main\n  - component: gitlab.com/a/b@1\n')).toEqual(['2 remote-include', '3 remote-include', '6 remote-include']);
    expect(gitlab(`include:\n  - local: a.yml\n  - project: a/b\n    file: x.yml\n    ref: ${SHA}\n`)).toEqual([]);
  });

  it('sees what a job is given', () => {
    expect(gitlab('a:\n  id_tokens:\n    T:\n      aud: https://vault.example\n  environment: production\n  image: node\n  script: [x]\nvariables:\n  CI_DEBUG_TRACE: "true"\n')).toEqual(['9 insecure-commands', '4 permissions', '5 environment', '6 unpinned-image']);
    expect(gitlab('a:\n  image: node:22\n  script: [x]\n')).toEqual([]);
  });
});
