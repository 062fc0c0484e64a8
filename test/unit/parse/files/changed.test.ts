// SPDX-License-Identifier: Apache-2.0
import type { FileChange } from '../../../../src/core/change.js';
import { secretsIn } from '../../../../src/main/secret-detection.js';
import { readChangedFiles } from '../../../../src/parse/files/changed.js';
import type { FileSides, FileTools } from '../../../../src/parse/files/model.js';

const TOOLS: FileTools = { secretsIn, scripts: null, manifests: null, mapped: () => false };
const TOKEN = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6'}`;

function changeOf(path: string, partial: Partial<FileChange> = {}): FileChange {
  return { path, from: path, status: 'modified', oldMode: '100644', newMode: '100644', binary: false, added: [], removed: [], ...partial };
}

/** A file as it becomes; the lines that `base` does not have are those that were added. */
function fileOf(path: string, head: string | null, base: string | null = null, partial: Partial<FileChange> = {}): FileSides {
  const old = new Set(base?.split('\n') ?? []);
  const added = (head ?? '').split('\n').map((text, index) => ({ line: index + 1, text })).filter(({ text }) => head !== null && !old.has(text));
  return { change: changeOf(path, { added, ...(base === null ? { status: 'added', from: null, oldMode: null } : {}), ...partial }), head, base, size: head?.length ?? 0, sha256: 'f'.repeat(64) };
}

/** `line id` of everything found. */
const found = (...files: FileSides[]): string[] => readChangedFiles(files, TOOLS).flat().flatMap(({ line, facts }) => facts.hazards.map(({ id }) => `${line} ${id}`));

describe('readChangedFiles', () => {
  it('makes one operation of a file in which there is nothing', () => {
    expect(readChangedFiles([fileOf('src/a.ts', 'const a = 1;\n')], TOOLS)).toMatchObject([[{ kind: 'file', line: 1, size: 13, paths: ['src/a.ts'], facts: { name: 'file.add', statement: 'ADD FILE', hazards: [], unknown: [], assumed: false } }]]);
  });

  it('shows each cause at its line', () => {
    expect(found(fileOf('src/a.ts', `a\n// nosemgrep\nb\nkey = '${TOKEN}'\n`, 'a\nb\n'))).toEqual(['2 code.suppression', '4 code.secret-added']);
  });

  it('names both paths of a file that moved', () => {
    const [operations] = readChangedFiles([fileOf('src/new.ts', 'a', 'a', { status: 'renamed', from: '.ostiary/policy.yml' })], TOOLS);
    expect(operations).toMatchObject([{ paths: ['.ostiary/policy.yml', 'src/new.ts'], facts: { name: 'file.rename', hazards: [{ id: 'gate.policy' }] } }]);
  });

  it('tells of files that go away when they decided something', () => {
    expect(found(fileOf('CODEOWNERS', null, '* @a', { status: 'deleted', added: [] }))).toEqual(['1 gate.codeowners']);
  });

  it('says of more than fifty places how many there are', () => {
    const operations = readChangedFiles([fileOf('src/a.ts', 'x // nosec\n'.repeat(70))], TOOLS).flat();
    expect(operations).toHaveLength(52);
    expect(operations[51]).toMatchObject({ line: 51, facts: { hazards: [{ id: 'code.suppression', detail: 'in 20 more lines from here on' }] } });
  });

  it('is assumed when only a diff is there', () => {
    expect(readChangedFiles([{ ...fileOf('src/a.ts', 'a', 'b'), head: null, base: null }], TOOLS)).toMatchObject([[{ facts: { assumed: true } }]]);
  });

  it('leaves a file unknown when a check of it fails', () => {
    const [operations] = readChangedFiles([fileOf('src/a.ts', 'a')], { ...TOOLS, secretsIn: () => { throw new Error('broken'); } });
    expect(operations).toMatchObject([{ facts: { hazards: [{ id: 'code.unreadable' }], unknown: ['a check of it failed: broken'], accesses: [{ effect: 'write' }, { effect: 'unknown' }] } }]);
  });
});

describe('scripts and manifests', () => {
  const operation = (text: string, line: number) => ({ kind: 'shell' as const, line, facts: { statement: 'X', name: 'shell.x', text, redacted: text, accesses: [], functions: [], hazards: [], forbidden: [], unknown: [], assumed: false } });
  const scripts: FileTools['scripts'] = (path, text) => (path.endsWith('.sh') ? text.split('\n').filter((line) => line !== '').map((line, index) => operation(line, index + 1)) : null);
  const texts = (file: FileSides, tools: Partial<FileTools> = {}) => readChangedFiles([file], { ...TOOLS, scripts, ...tools }).flat().filter(({ kind }) => kind !== 'file').map(({ facts, line, paths }) => `${line} ${facts.text} ${paths?.join()}`);

  it('reads what the change adds to a script, as often as it adds it', () => {
    expect(texts(fileOf('a.sh', 'one\ntwo\none\n', 'one\n'))).toEqual(['2 two a.sh', '3 one a.sh']);
  });

  it('leaves files to the entry of the policy that names them', () => {
    expect(texts(fileOf('a.sh', 'one\n'), { mapped: (path) => path === 'a.sh' })).toEqual([]);
  });

  it('gives manifests to their reader', () => {
    const manifests: FileTools['manifests'] = (files) => files.map(({ from, head, base, baseLost }) => [operation(`${from ?? '-'} ${head?.length ?? '-'} ${base?.length ?? '-'} ${baseLost}`, 1)]);
    const pod = 'apiVersion: v1\nkind: Pod\n';
    expect(texts(fileOf('k8s/a.yaml', pod), { manifests })).toEqual(['1 - 25 - false k8s/a.yaml']);
    expect(texts(fileOf('k8s/a.yaml', pod, 'a: 1'), { manifests })).toEqual(['1 k8s/a.yaml 25 4 false k8s/a.yaml']);
    expect(texts(fileOf('k8s/a.yaml', null, pod, { status: 'deleted' }), { manifests })).toEqual(['1 k8s/a.yaml - 25 false k8s/a.yaml']);
    expect(texts(fileOf('k8s/b.yaml', pod, pod, { status: 'copied', from: 'k8s/a.yaml' }), { manifests })).toEqual(['1 k8s/a.yaml 25 - false k8s/b.yaml']);
    expect(texts(fileOf('k8s/a.yaml', pod, null, { status: 'modified', from: 'k8s/a.yaml' }), { manifests })).toEqual(['1 k8s/a.yaml 25 - true k8s/a.yaml']);
    expect(texts(fileOf('k8s/a.yaml', 'a: 1\n'), { manifests })).toEqual([]);
    expect(texts(fileOf('k8s/a.yaml', pod), { manifests, mapped: () => true })).toEqual([]);
  });
});

describe('paths that decide about later changes', () => {
  it.each([
    ['.ostiary/policy.yml', 'gate.policy'], ['.OSTIARY/x', 'gate.policy'], ['CODEOWNERS', 'gate.codeowners'], ['docs/codeowners', 'gate.codeowners'], ['.github/workflows/ci.yml', 'gate.workflow'],
    ['.GITHUB/Workflows/ci.yml', 'gate.workflow'], ['.github/w\u043Erkflows/ci.yml', 'gate.workflow'], ['.git\u200Bhub/workflows/ci.yml', 'gate.workflow'], ['.github./workflows /ci.yml', 'gate.workflow'],
    ['tools/action.yaml', 'gate.workflow'], ['.gitlab-ci.yml', 'gate.workflow'], ['ci/deploy.gitlab-ci.yml', 'gate.workflow'], ['Jenkinsfile', 'gate.workflow'], ['.circleci/config.yml', 'gate.workflow'],
    ['.github/dependabot.yml', 'gate.workflow'], ['AGENTS.md', 'gate.agent-instructions'], ['pkg/claude.md', 'gate.agent-instructions'], ['\uFF21GENTS.md', 'gate.agent-instructions'], ['.cursor/rules/a.mdc', 'gate.agent-instructions'],
    ['.cursorrules', 'gate.agent-instructions'], ['.mcp.json', 'gate.agent-instructions'], ['.claude/settings.json', 'gate.agent-instructions'], ['.github/copilot-instructions.md', 'gate.agent-instructions'], ['opencode.json', 'gate.agent-instructions'],
    ['.aider.conf.yml', 'gate.agent-instructions'], ['.husky/pre-commit', 'gate.hooks'], ['web/.npmrc', 'gate.hooks'], ['.envrc', 'gate.hooks'], ['.vscode/tasks.json', 'gate.hooks'], ['.devcontainer/devcontainer.json', 'gate.hooks'],
    ['lefthook.yml', 'gate.hooks'], ['.pre-commit-config.yaml', 'gate.hooks'], ['sub/.git/config', 'gate.hooks'],
  ])('%j is one', (path, id) => {
    expect(found(fileOf(path, 'a', 'b'))).toContain(`1 ${id}`);
  });

  it.each(['src/app.ts', 'docs/workflows.md', '.github/ISSUE_TEMPLATE/bug.md', 'src/hooks/useThing.ts', 'lib/claude.ts', 'agents/main.py', 'ostiary/policy.yml', '.gitignore', 'Makefile'])('%j is none', (path) => {
    expect(found(fileOf(path, 'a', 'b'))).toEqual([]);
  });

  it('a link to one is one', () => {
    expect(found(fileOf('notes', '.github/workflows', null, { newMode: '120000' }))).toEqual(['1 code.symlink', '1 gate.workflow']);
    expect(found(fileOf('.claude', 'src/x', null, { newMode: '120000' }))).toEqual(['1 gate.agent-instructions', '1 code.symlink']);
  });
});

describe('secrets', () => {
  it('never stand in what is told', () => {
    const told = JSON.stringify(readChangedFiles([fileOf('a.env', `T=${TOKEN}\nU=postgres://app:Tr0ub4dor9@db.shop.internal/x`)], TOOLS));
    expect(told).toContain('code.secret-added');
    expect(told).not.toContain(TOKEN);
    expect(told).not.toContain('Tr0ub4dor9');
  });

  it('are not new when they were there before', () => {
    expect(found(fileOf('a.ts', `\nkey = '${TOKEN}'`, `key='${TOKEN}'`))).toEqual([]);
  });

  it('of several lines are found at their first', () => {
    const key = ['-----BEGIN RSA PRIVATE KEY-----', ...Array.from({ length: 6 }, (_, index) => `MIIEowIBAAKCAQEA7bq${'kJ8sLp3Qw9Zx2Vn5Tm'.repeat(2)}${index}`), '-----END RSA PRIVATE KEY-----'].join('\n');
    expect(found(fileOf('k.pem', `x\n${key}\n`, 'x\n'))).toEqual(['2 code.secret-added']);
  });
});
