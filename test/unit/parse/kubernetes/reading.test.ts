// SPDX-License-Identifier: Apache-2.0
import { readKubernetes } from '../../../../src/parse/kubernetes/reader.js';
import { looksLikeManifest } from '../../../../src/parse/kubernetes/manifest.js';

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\n';
const brief = (text: string): string[] => readKubernetes(text).map(({ line, facts }) => `${line} ${facts.statement} ${facts.accesses.map(({ effect, object }) => `${effect} ${object ?? '-'}`).join(', ')}`);
const hazards = (text: string): string[] => readKubernetes(text).flatMap(({ facts }) => facts.hazards.map(({ id }) => id));

describe('readKubernetes', () => {
  it('names each resource at its line, through documents and lists', () => {
    const text = `# shop\n---\n${CONFIG}---\n# nothing\n---\napiVersion: v1\nkind: List\nitems:\n  - apiVersion: apps/v1\n    kind: Deployment\n    metadata: { name: web }\n  - { apiVersion: v1, kind: Namespace, metadata: { name: shop } }\n`;
    expect(brief(text)).toEqual(['3 APPLY CONFIGMAP write shop/configmaps/a', '12 APPLY DEPLOYMENT write default/deployments/web', '15 APPLY NAMESPACE write namespaces/shop']);
  });

  it('says what was completed', () => {
    const assumed = (text: string): boolean[] => readKubernetes(text).map(({ facts }) => facts.assumed);
    expect(assumed(`${CONFIG}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\n---\napiVersion: example.com/v1\nkind: Policy\nmetadata: { name: c, namespace: shop }\n`)).toEqual([false, true, true]);
  });

  it('reads items of typed lists that do not say what they are', () => {
    expect(brief('apiVersion: v1\nkind: ConfigMapList\nitems:\n  - metadata: { name: a, namespace: shop }\n')).toEqual(['4 APPLY CONFIGMAP write shop/configmaps/a']);
  });

  it('reads JSON, tabs and all', () => {
    expect(brief('{\n\t"apiVersion": "v1",\n\t"kind": "ConfigMap",\n\t"metadata": {"name": "a", "namespace": "shop"}\n}')).toEqual(['1 APPLY CONFIGMAP write shop/configmaps/a']);
  });

  it.each([
    ['yes', 'privileged: yes'], ['on', 'privileged: on'], ['an anchor', 'privileged: *on'], ['a merge key', '<<: { privileged: true }'], ['a text where a switch belongs', 'privileged: "true"'],
  ])('takes %s for what kubectl takes it for', (_name, setting) => {
    expect(hazards(`apiVersion: v1\nkind: Pod\nmetadata: { name: a, labels: { x: &on true } }\nspec:\n  containers:\n    - name: c\n      securityContext: { ${setting} }\n`)).toContain('pod-security.baseline.privileged');
  });

  it('takes no for no', () => {
    expect(hazards('apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { hostNetwork: no, hostPID: off, automountServiceAccountToken: no }\n').filter((id) => /host-namespaces|token/u.test(id))).toEqual([]);
  });

  it.each([
    ['a key that is a switch', `${CONFIG}data: { y: b }\n`, /key that is no text/],
    ['a duplicate key', `${CONFIG}kind: Secret\n`, /duplicated mapping key/],
    ['a key that is no text', `${CONFIG}data: { 1: b }\n`, /key that is no text/],
    ['an unknown tag', `${CONFIG}data: !vault x\n`, /unknown .* tag/],
    ['a document that is no object', '- a\n', /no object/],
    ['a text', 'hello\n', /no object/],
    ['no apiVersion', 'kind: ConfigMap\nmetadata: { name: a }\n', /`apiVersion`/],
    ['no kind', 'apiVersion: v1\nmetadata: { name: a }\n', /`kind`/],
    ['no name', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n', /no name/],
    ['a name that is a path', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ../a }\n', /none that the API takes/],
    ['a namespace that is a path', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: "a/b" }\n', /namespace .* none that the API takes/],
    ['a name made by the server', 'apiVersion: batch/v1\nkind: Job\nmetadata: { generateName: a-, namespace: shop }\n', /made by the server/],
    ['a list whose items are none', 'apiVersion: v1\nkind: List\nitems: 7\n', /no list/],
    ['a circle', 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: &x\n  b: *x\n', /deeper than/],
    ['a Helm template', '{{- if .Values.on }}\napiVersion: v1\nkind: Pod\n{{- end }}\n', /Helm template/],
    ['a Helm value in quotes', `${CONFIG}data: { a: "{{ .Values.a }}" }\n`, /Helm template/],
    ['a Helm value without quotes', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n', /Helm template/],
    ['broken YAML', 'a: [\n', /not YAML/],
    ['a NUL', `${CONFIG}\0`, /not text/],
    ['oversize', `# ${'x'.repeat(4 * 1024 * 1024)}\n`, /larger than/],
  ])('is unknown, with the reason: %s', (_name, text, why) => {
    const operations = readKubernetes(text);
    expect(operations.flatMap(({ facts }) => facts.accesses.map(({ effect }) => effect))).toContain('unknown');
    expect(operations.flatMap(({ facts }) => facts.unknown).join()).toMatch(why);
  });

  it('refuses an alias bomb', () => {
    const bomb = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*l${level}`)).join(', ')}]`).join('\n');
    expect(readKubernetes(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n${bomb}\n`)[0]?.facts.unknown.join()).toMatch(/more than 500000 values once its aliases/);
  });

  it('leaves templates of others alone', () => {
    expect(brief(`${CONFIG}data: { alert: "{{ $labels.pod }} of {{ .Labels.job }}" }\n`)).toEqual(['1 APPLY CONFIGMAP write shop/configmaps/a']);
  });

  it('goes on behind what it can not read', () => {
    expect(brief(`kind: ConfigMap\n---\n${CONFIG}`)).toEqual(['1 UNKNOWN unknown -', '3 APPLY CONFIGMAP write shop/configmaps/a']);
  });

  it('is nothing when there is nothing', () => {
    expect(readKubernetes('# empty\n---\n')).toEqual([]);
  });

  it('prints no secret', () => {
    const text = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a, annotations: { kubectl.kubernetes.io/last-applied-configuration: s3cr3t-1 } }\nstringData: { x: s3cr3t-2 }\ndata: { z: czNjcjN0LTM= }\n---\n'
      + 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: c, args: ["--password=s3cr3t-4"], env: [{ name: PLAIN, value: s3cr3t-5 }] }] }\n---\n'
      + 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nsecretGenerator: [{ name: x, literals: [a=s3cr3t-6] }]\n';
    const shown = readKubernetes(text).map(({ facts: { redacted, hazards: found, unknown } }) => JSON.stringify({ redacted, found, unknown })).join();
    expect(shown).not.toMatch(/s3cr3t|czNjcjN0/);
  });
});

describe('looksLikeManifest', () => {
  it.each([
    ['k8s/a.yaml', CONFIG, true], ['a.json', '{"apiVersion":"v1","kind":"List"}', true], ['base/kustomization.yaml', 'resources: []\n', true],
    ['values.yaml', 'image: x\n', false], ['a.txt', CONFIG, false], ['a.yml', '# apiVersion and kind\n', false],
  ])('%s', (path, text, expected) => {
    expect(looksLikeManifest(path, text)).toBe(expected);
  });
});
