// SPDX-License-Identifier: Apache-2.0
import { type ManifestFile, readManifestChange } from '../../../../src/parse/kubernetes/changes.js';

const file = (path: string, base: string | null, head: string | null, baseLost = false): ManifestFile => ({ path, base, head, baseLost });
const told = (...files: ManifestFile[]): string[][] => readManifestChange(files).map((operations) => operations.map(({ line, facts }) => `${line} ${facts.name} ${facts.accesses.map(({ effect, object }) => `${effect} ${object ?? '-'}`).join(', ')}`));
const ids = (...files: ManifestFile[]): string[] => readManifestChange(files).flat().flatMap(({ facts }) => facts.hazards.map(({ id }) => id));

const make = (kind: string, name: string, more = '', apiVersion = 'v1'): string => `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\n${more}`;
const web = ({ replicas = 2, image = 'web:1', annotations = '' } = {}): string => make('Deployment', 'web', `spec:\n  replicas: ${replicas}\n  template:\n    metadata: { labels: { app: web }${annotations} }\n    spec: { containers: [{ name: web, image: "${image}" }] }\n`, 'apps/v1');

describe('readManifestChange', () => {
  it('stands where the change is: at the first new line of what is applied, else at its beginning', () => {
    const [before, after] = [1, 2].map((replicas) => `${make('ConfigMap', 'same')}---\n${web({ replicas })}---\n${make('ConfigMap', 'last')}`);
    const placed = (added: readonly number[], head = after as string): string[] => readManifestChange([{ ...file('a.yaml', before as string, head), added }]).flat().map(({ line, facts }) => `${line} ${facts.name}`);
    expect(placed([9])).toEqual(['9 kubernetes.scale']);
    // A comment elsewhere is not where the replicas are.
    expect([placed([2]), placed([15]), placed([])]).toEqual([['5 kubernetes.scale'], ['5 kubernetes.scale'], ['5 kubernetes.scale']]);
    const list = `apiVersion: v1\nkind: List\nitems:\n- { apiVersion: v1, kind: ConfigMap, metadata: { name: a, namespace: shop } }\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: { name: b, namespace: shop }\n  data: { a: b }\n`;
    expect(placed([4, 8], list).slice(0, 2)).toEqual(['4 kubernetes.apply', '8 kubernetes.apply']);
  });

  it('applies what is new or different, and leaves the rest', () => {
    expect(told(file('a.yaml', `${make('ConfigMap', 'same')}---\n${make('ConfigMap', 'changed')}`, `# a comment\n${make('ConfigMap', 'same')}---\n${make('ConfigMap', 'changed', 'data: { a: b }\n')}---\n${make('ConfigMap', 'fresh')}`)))
      .toEqual([['6 kubernetes.apply write shop/configmaps/changed', '11 kubernetes.apply write shop/configmaps/fresh']]);
  });

  it.each([
    ['PersistentVolumeClaim', 'v1', 'destroy', 'shop/persistentvolumeclaims/x'], ['PersistentVolume', 'v1', 'destroy', 'persistentvolumes/x'], ['StatefulSet', 'apps/v1', 'destroy', 'shop/statefulsets/x'],
    ['Namespace', 'v1', 'destroy', 'namespaces/x'], ['Secret', 'v1', 'destroy', 'shop/secrets/x'], ['CustomResourceDefinition', 'apiextensions.k8s.io/v1', 'destroy', 'customresourcedefinitions/x'],
    ['PostgresCluster', 'example.com/v1', 'destroy', 'shop/postgresclusters/x'], ['Deployment', 'apps/v1', 'write', 'shop/deployments/x'], ['RoleBinding', 'rbac.authorization.k8s.io/v1', 'grant', 'shop/rolebindings/x'],
  ])('deletes a %s that disappears', (kind, apiVersion, effect, object) => {
    const gone = make(kind, 'x', '', apiVersion);
    expect(told(file('a.yaml', `${make('ConfigMap', 'a')}---\n${gone}`, make('ConfigMap', 'a')))).toEqual([[`4 kubernetes.delete ${effect} ${object}`]]);
    expect(told(file('a.yaml', gone, null))).toEqual([[`1 kubernetes.delete ${effect} ${object}`]]);
  });

  it('deletes nothing that only moved to another file', () => {
    expect(told(file('a.yaml', make('ConfigMap', 'x'), null), file('b.yaml', null, make('ConfigMap', 'x')))).toEqual([[], []]);
  });

  it('deletes and creates what was renamed, or put into another namespace', () => {
    expect(told(file('a.yaml', make('PersistentVolumeClaim', 'x'), make('PersistentVolumeClaim', 'x').replace('shop', 'other')))).toEqual([['1 kubernetes.apply write other/persistentvolumeclaims/x', '1 kubernetes.delete destroy shop/persistentvolumeclaims/x']]);
  });

  it.each([
    ['another number of replicas', web(), web({ replicas: 3 }), 'scale'],
    ['another image', web(), web({ image: 'web:2' }), 'image'],
    ['a mark of a restart', web(), web({ annotations: ', annotations: { kubectl.kubernetes.io/restartedAt: "2026-01-01" }' }), 'restart'],
    ['a later mark of a restart', web({ annotations: ', annotations: { kubectl.kubernetes.io/restartedAt: "2025" }' }), web({ annotations: ', annotations: { kubectl.kubernetes.io/restartedAt: "2026" }' }), 'restart'],
    ['an image and replicas', web(), web({ image: 'web:2', replicas: 3 }), 'apply'],
    ['a restart and another annotation', web(), web({ annotations: ', annotations: { kubectl.kubernetes.io/restartedAt: "2026", x: "y" }' }), 'apply'],
    ['another container', web(), web().replace('}] }', '}, { name: b, image: b }] }'), 'apply'],
  ])('calls %s by its name', (_name, before, after, expected) => {
    expect(told(file('a.yaml', before, after))).toEqual([[`1 kubernetes.${expected} write shop/deployments/web`]]);
  });

  it('tells what is scaled to nothing', () => {
    expect(ids(file('a.yaml', web(), web({ replicas: 0 })))).toContain('scaled-to-zero');
    expect(ids(file('a.yaml', web(), web({ replicas: 1 })))).not.toContain('scaled-to-zero');
  });

  it('tells a namespace whose guard gets weaker', () => {
    const level = (name: string): string => `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: ${name} } }\n`;
    expect(ids(file('a.yaml', level('restricted'), level('baseline')))).toContain('namespace-weakened');
    expect(ids(file('a.yaml', level('baseline'), level('restricted')))).not.toContain('namespace-weakened');
    expect(ids(file('a.yaml', level('restricted'), 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n'))).toEqual(expect.arrayContaining(['namespace-weakened', 'namespace-unguarded']));
  });

  it.each([
    ['a network policy', make('NetworkPolicy', 'x', '', 'networking.k8s.io/v1'), 'network-policy-removed'],
    ['a disruption budget', make('PodDisruptionBudget', 'x', '', 'policy/v1'), 'disruption-budget-removed'],
    ['a quota', make('ResourceQuota', 'x'), 'guard-removed'],
  ])('tells %s that disappears', (_name, before, id) => {
    expect(ids(file('a.yaml', before, null))).toContain(id);
  });

  it('does not know what goes away behind a text that it can not read', () => {
    expect(told(file('a.yaml', 'a: ]\n', make('ConfigMap', 'a')))).toEqual([['1 kubernetes.apply write shop/configmaps/a', '1 kubernetes.unknown unknown -']]);
    expect(told(file('a.yaml', null, make('ConfigMap', 'a'), true))).toEqual([['1 kubernetes.apply write shop/configmaps/a', '1 kubernetes.unknown unknown -']]);
  });

  it('reads a kustomization by the name of its file', () => {
    const operations = readManifestChange([file('base/kustomization.yaml', null, 'resources: [https://example.com/a.yaml]\nsecretGenerator: [{ name: a, literals: [b=c] }]\n')])[0];
    expect(operations?.map(({ facts }) => [facts.statement, facts.accesses.map(({ effect }) => effect), facts.hazards.map(({ id }) => id)])).toEqual([['KUSTOMIZE', ['write', 'unknown'], ['kustomize-remote', 'kustomize-unpinned', 'secret-in-clear']]]);
  });

  it('judges the inline patches of a kustomization', () => {
    const patch = 'patches:\n  - target: { kind: Deployment, group: apps, version: v1, name: web }\n    patch: |-\n      - { op: add, path: /spec/template/spec/containers/0/securityContext/privileged, value: true }\n  - patch: |-\n      apiVersion: v1\n      kind: PersistentVolumeClaim\n      metadata: { name: data }\n      $patch: delete\n';
    expect(told(file('kustomization.yaml', null, patch))).toEqual([['1 kubernetes.kustomize write kustomization', '1 kubernetes.apply write default/deployments/web', '1 kubernetes.delete destroy default/persistentvolumeclaims/data']]);
    expect(ids(file('kustomization.yaml', null, patch))).toEqual(['pod-security.baseline.privileged', 'deletes-data']);
  });

  it('sees a pod in a template that shows none of its containers', () => {
    expect(ids(file('a.yaml', null, make('Deployment', 'x', 'spec: { template: { spec: { hostPID: true } } }\n', 'apps/v1')))).toContain('pod-security.baseline.host-namespaces');
  });

  it('takes what a List holds no more for deleted', () => {
    const listed = (...names: string[]): string => `apiVersion: v1\nkind: List\nitems:\n${names.map((name) => `- { apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: ${name}, namespace: shop } }\n`).join('')}`;
    expect(told(file('a.yaml', listed('a', 'b'), listed('a')))).toEqual([['5 kubernetes.delete destroy shop/persistentvolumeclaims/b']]);
  });

  it('takes an account\'s word for its pods, where it is applied with them', () => {
    const account = (name: string, says: string): string => `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}, namespace: shop }\n${says}`;
    const pod = web().replace('spec: { containers', 'spec: { serviceAccountName: web, containers');
    const token = (...texts: string[]): boolean => ids(...texts.map((text, index) => file(`${index}.yaml`, null, text))).includes('service-account-token');
    expect([token(pod), token(pod, account('web', 'automountServiceAccountToken: false\n')), token(pod, account('web', '')), token(pod, account('other', 'automountServiceAccountToken: false\n'))]).toEqual([true, false, true, true]);
    expect(token(pod.replace('serviceAccountName: web', 'serviceAccountName: web, automountServiceAccountToken: true'), account('web', 'automountServiceAccountToken: false\n'))).toBe(true);
  });

  it('tells when what an object stands for is kept no more', () => {
    const instance = (spec: string, annotation = ''): string => `apiVersion: rds.aws.upbound.io/v1beta1\nkind: Instance\nmetadata: { name: main, annotations: { ${annotation} } }\nspec: { ${spec} }\n`;
    const kept = (before: string, after: string): boolean => !readManifestChange([file('a.yaml', before, after)]).flat().some(({ facts }) => facts.hazards.some(({ id }) => id === 'deletion-guard-removed'));
    expect([kept(instance('deletionPolicy: Orphan'), instance('deletionPolicy: Delete')), kept(instance('managementPolicies: [Observe]'), instance('managementPolicies: ["*"]')), kept(instance('', 'helm.sh/resource-policy: keep'), instance('')), kept(instance('', 'argocd.argoproj.io/sync-options: "Prune=false"'), instance('', 'argocd.argoproj.io/sync-options: "Prune=true"'))]).toEqual([false, false, false, false]);
    expect([kept(instance('deletionPolicy: Orphan'), instance('managementPolicies: [Observe, Create]')), kept(instance('deletionPolicy: Delete'), instance('deletionPolicy: Orphan')), kept(instance('size: 1'), instance('size: 2'))]).toEqual([true, true, true]);
  });

  it('marks what was there before, and leaves out what the change can not have made worse', () => {
    const before = web().replace('image: "web:1"', 'image: "web:1", securityContext: { privileged: true }');
    const details = (after: string): string[] => readManifestChange([file('a.yaml', before, after)]).flat().flatMap(({ facts }) => facts.hazards.filter(({ id }) => /privileged|memory-limits|image-no/u.test(id)).map(({ id, detail }) => `${id}${detail.endsWith(', as before this change') ? ' before' : ''}`));
    expect(details(before.replace('replicas: 2', 'replicas: 3'))).toEqual([]);
    expect(details(before.replace('web:1', 'web:2'))).toEqual(['pod-security.baseline.privileged before', 'image-no-digest before']);
    expect(details(before.replace('app: web', 'app: shop'))).toEqual(['pod-security.baseline.privileged before', 'image-no-digest before', 'memory-limits-missing before']);
    expect(details(before.replace('}] }', '}, { name: b, image: "b:1", securityContext: { privileged: true } }] }'))).toEqual(['pod-security.baseline.privileged', 'image-no-digest', 'memory-limits-missing']);
  });

  describe('a kustomization', () => {
    const claim = make('PersistentVolumeClaim', 'data');
    const kustomization = (sources: string, more = ''): string => `resources: [${sources}]\n${more}`;
    const changes = (base: string, head: string, ...others: ManifestFile[]): string[] => told(file('k8s/prod/kustomization.yaml', base, head), ...others).flat().filter((line) => !line.includes('kustomize'));

    it('that names a file no more deletes what the file holds', () => {
      expect(changes(kustomization('../base/a.yaml, b.yaml'), kustomization('b.yaml'), file('k8s/base/a.yaml', claim, claim))).toEqual(['1 kubernetes.delete destroy shop/persistentvolumeclaims/data']);
      expect(changes(kustomization('a.yaml, b.yaml'), kustomization('b.yaml'))).toEqual(['1 kubernetes.unknown unknown -']);
    });

    it('that names a file that moved or went away leaves it to the file', () => {
      expect(changes(kustomization('a.yaml'), kustomization('b.yaml'), { ...file('k8s/prod/b.yaml', claim, claim), from: 'k8s/prod/a.yaml' })).toEqual([]);
      expect(changes(kustomization('./a.yaml, b.yaml'), kustomization('b.yaml'), file('k8s/prod/a.yaml', claim, null))).toEqual(['1 kubernetes.delete destroy shop/persistentvolumeclaims/data']);
    });

    describe('with patches in files beside it', () => {
      const patches = (entry: string): string => kustomization('a.yaml', `patches: [${entry}]\n`);
      const NAMED = '{ path: p.yaml, target: { group: apps, version: v1, kind: Deployment, name: web } }';
      const step = (op: string, path: string, value?: string): string => `- { op: ${op}, path: ${path}${value === undefined ? '' : `, value: ${value}`} }\n`;
      const found = (head: string | null, base: string | null = null, recipe = patches(NAMED)): string[] => readManifestChange([file('k8s/p.yaml', base, head)], [{ path: 'k8s/kustomization.yaml', text: recipe }]).flat().flatMap(({ facts }) => [...facts.hazards.map(({ id }) => id), ...facts.unknown.map(() => 'unknown')]);
      const strategic = (spec: string): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n${spec}\n`;

      it.each<[id: string, what: string, head: string]>([
        ['pod-security.baseline.privileged', 'a step that makes it privileged', step('add', '/spec/template/spec/containers/0/securityContext', '{ privileged: true }')], ['pod-security.baseline.host-path', 'a step that mounts the node', step('add', '/spec/template/spec/volumes/-', '{ name: a, hostPath: { path: / } }')],
        ['guard-removed', 'a step that takes the security context', step('remove', '/spec/template/spec/containers/0/securityContext')], ['guard-removed', 'a step that empties it', step('replace', '/spec/template/spec/securityContext', '{}')], ['guard-removed', 'another container in its place', step('replace', '/spec/template/spec/containers/0', '{ name: a, image: x }')],
        ['guard-removed', 'a merge that nulls it', strategic('spec: { template: { spec: { securityContext: null } } }')], ['guard-removed', 'a merge that turns it off', strategic('spec: { template: { spec: { containers: [{ name: a, securityContext: { allowPrivilegeEscalation: true } }] } } }')], ['guard-removed', 'a directive', strategic('spec: { template: { spec: { securityContext: { $patch: delete } } } }')],
        ['deletes-workload', 'an object that is deleted', strategic('$patch: delete')], ['deletion-guard-removed', 'what lets go of a database', 'apiVersion: rds.aws.upbound.io/v1beta1\nkind: Instance\nmetadata: { name: main }\nspec: { deletionPolicy: Delete }\n'],
        ['unknown', 'a step that copies', '- { op: copy, from: /a, path: /spec }\n'], ['unknown', 'no YAML', '- { op: add\n'],
      ])('finds %s: %s', (id, _what, head) => {
        expect(found(head)).toContain(id);
      });

      it.each([['replicas', step('replace', '/spec/replicas', '3')], ['a label', step('add', '/metadata/labels/a', 'b')], ['a merge', strategic('spec: { replicas: 3, template: { spec: { containers: [{ name: a, env: [{ name: A, value: b }] }] } } }')]])('lets pass %s', (_what, head) => {
        expect(found(head)).toEqual([]);
      });

      it('takes what a patch says of itself where the kustomization aims at nothing', () => {
        expect(found('apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data }\n$patch: delete\n', null, patches('{ path: p.yaml }'))).toEqual(['deletes-data']);
      });

      it('knows not what a pattern, or nobody, aims at', () => {
        const head = step('replace', '/spec/replicas', '3');
        expect(found(head, null, patches('{ path: p.yaml, target: { kind: Deployment } }'))).toEqual(['unknown']);
        expect(found(head, null, kustomization('a.yaml'))).toEqual(['unknown']);
      });

      it('tells what is kept out no more when one is gone', () => {
        const guard = step('add', '/spec/template/spec/securityContext', '{ runAsNonRoot: true }');
        expect(found(null, guard)).toEqual(['guard-removed']);
        expect(found(step('replace', '/spec/replicas', '3'), guard)).toEqual(['guard-removed']);
        expect(found(guard, guard)).toEqual([]);
        expect(found(null, step('replace', '/spec/replicas', '3'))).toEqual([]);
      });
    });

    it('whose replacements decide how near a pod gets to its node is unknown', () => {
      const replaced = (field: string): string[] => readManifestChange([file('kustomization.yaml', null, `replacements: [{ source: { kind: ConfigMap, name: a }, targets: [{ select: { kind: Pod }, fieldPaths: [${field}] }] }]\n`)]).flat().flatMap(({ facts }) => facts.unknown);
      expect([replaced('spec.containers.0.securityContext.privileged').length, replaced('spec.host').length]).toEqual([1, 0]);
    });

    it('that gives other names takes away what had the old ones', () => {
      expect(changes(kustomization('a.yaml', 'namePrefix: a-\n'), kustomization('a.yaml', 'namePrefix: b-\n'))).toEqual(['1 kubernetes.unknown unknown -']);
      expect(changes(kustomization('a.yaml', 'images: [{ name: a, newTag: "1" }]\n'), kustomization('a.yaml', 'images: [{ name: a, newTag: "2" }]\n'))).toEqual([]);
    });
  });
});
