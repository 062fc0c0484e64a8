// SPDX-License-Identifier: Apache-2.0
import { readKubernetes } from '../../../../src/parse/kubernetes/reader.js';

const asked = (text: string): string => readKubernetes(text).map(({ facts }) => `${facts.name} ${facts.accesses.map(({ effect, object, type }) => `${effect} ${object ?? '-'} ${type ?? '-'}`).join(', ')}`).join(' | ');
const ids = (text: string): string[] => readKubernetes(text).flatMap(({ facts }) => facts.hazards.map(({ id }) => id));
const body = (line: string, type: string, text: unknown): string => `${line}\nContent-Type: ${type}\n\n${typeof text === 'string' ? text : JSON.stringify(text)}`;
const MERGE = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const JSON_PATCH = 'application/json-patch+json';
const WEB = '/apis/apps/v1/namespaces/shop/deployments/web';

describe('readKubernetes of a request', () => {
  it.each([
    ['GET /api/v1/namespaces/shop/pods/web', 'kubernetes.get read shop/pods/web pods'],
    ['GET /api/v1/namespaces/shop/pods', 'kubernetes.list read shop/pods/* pods'],
    ['GET /api/v1/pods', 'kubernetes.list read */pods/* pods'],
    ['GET /api/v1/pods?watch=1', 'kubernetes.watch read */pods/* pods'],
    ['GET /api/v1/watch/namespaces/shop/secrets', 'kubernetes.watch read shop/secrets/* secrets'],
    ['GET /api/v1/namespaces/shop', 'kubernetes.get read namespaces/shop namespaces'],
    ['GET /api/v1/namespaces', 'kubernetes.list read namespaces/* namespaces'],
    ['GET /api/v1/nodes/a', 'kubernetes.get read nodes/a nodes'],
    ['GET /apis/example.com/v1/namespaces/shop/widgets/a', 'kubernetes.get read shop/widgets/a widgets.example.com'],
    ['GET /apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Anode', 'kubernetes.get read clusterroles/system:node clusterroles.rbac.authorization.k8s.io'],
    ['HEAD /api/v1/namespaces/shop/configmaps/a', 'kubernetes.get read shop/configmaps/a configmaps'],
    ['GET /api/v1/namespaces/shop/pods/web/log', 'kubernetes.logs read shop/pods/web pods/log'],
    ['GET /version', 'kubernetes.discovery read - -'],
    ['GET /apis/apps/v1', 'kubernetes.discovery read - -'],
    ['GET /api/v1/namespaces/shop/pods/web/exec?command=sh', 'kubernetes.exec execute shop/pods/web pods/exec'],
    ['POST /api/v1/namespaces/shop/pods/web/attach', 'kubernetes.attach execute shop/pods/web pods/attach'],
    ['POST /api/v1/namespaces/shop/pods/web/portforward', 'kubernetes.portforward execute shop/pods/web pods/portforward'],
    ['GET /api/v1/namespaces/shop/services/web:80/proxy/admin/x', 'kubernetes.proxy execute shop/services/web:80 services/proxy'],
    ['GET /api/v1/proxy/namespaces/shop/pods/web/x', 'kubernetes.proxy execute shop/pods/web pods/proxy'],
    ['POST /api/v1/nodes/a/proxy/run', 'kubernetes.proxy execute nodes/a nodes/proxy'],
    ['DELETE /api/v1/namespaces/shop/pods/web', 'kubernetes.delete write shop/pods/web pods'],
    ['DELETE /api/v1/namespaces/shop/persistentvolumeclaims/a', 'kubernetes.delete destroy shop/persistentvolumeclaims/a persistentvolumeclaims'],
    ['DELETE /apis/example.com/v1/namespaces/shop/mysqlclusters/a', 'kubernetes.delete destroy shop/mysqlclusters/a mysqlclusters.example.com'],
    ['DELETE /api/v1/namespaces/shop/pods', 'kubernetes.delete_collection destroy shop/pods/* pods'],
    ['DELETE /api/v1/namespaces/shop/persistentvolumeclaims/a?dryRun=All', 'kubernetes.delete read shop/persistentvolumeclaims/a persistentvolumeclaims'],
    ['DELETE /api/v1/namespaces/shop/persistentvolumeclaims/a?dryRun=All\n\n{"kind":"DeleteOptions","apiVersion":"v1"}', 'kubernetes.delete destroy shop/persistentvolumeclaims/a persistentvolumeclaims'],
    ['DELETE /api/v1/namespaces/shop/persistentvolumeclaims/a?dryRun=All&dryRun=', 'kubernetes.delete destroy shop/persistentvolumeclaims/a persistentvolumeclaims'],
  ])('%s', (text, expected) => {
    expect(asked(text)).toBe(expected);
  });

  it.each([
    ['eviction', 'POST /api/v1/namespaces/shop/pods/web/eviction', 'kubernetes.evict write shop/pods/web pods/eviction'],
    ['binding', 'POST /api/v1/namespaces/shop/pods/web/binding', 'kubernetes.bind write shop/pods/web pods/binding'],
    ['token', 'POST /api/v1/namespaces/shop/serviceaccounts/a/token', 'kubernetes.token grant shop/serviceaccounts/a serviceaccounts/token'],
    ['approval', 'PUT /apis/certificates.k8s.io/v1/certificatesigningrequests/a/approval', 'kubernetes.approve grant certificatesigningrequests/a certificatesigningrequests.certificates.k8s.io/approval'],
    ['finalize', 'PUT /api/v1/namespaces/shop/finalize', 'kubernetes.finalize destroy namespaces/shop namespaces/finalize'],
    ['status', `PUT ${WEB}/status`, 'kubernetes.status write shop/deployments/web deployments.apps/status'],
    ['scale', `PUT ${WEB}/scale`, 'kubernetes.scale write shop/deployments/web deployments.apps/scale'],
    ['review of rights', 'POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews', 'kubernetes.review read selfsubjectaccessreviews/* selfsubjectaccessreviews.authorization.k8s.io'],
  ])('knows %s', (_name, line, expected) => {
    expect(asked(body(line, 'application/json', '{}'))).toBe(expected);
  });

  it.each([
    ['PATCH', MERGE, { spec: { replicas: 3 } }, 'scale'], ['PATCH', JSON_PATCH, [{ op: 'replace', path: '/spec/replicas', value: 3 }], 'scale'],
    ['PATCH', STRATEGIC, { spec: { template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' } } } } }, 'restart'],
    ['PATCH', STRATEGIC, { spec: { template: { spec: { $setElementOrder: undefined, containers: [{ name: 'web', image: 'web:2' }] } } } }, 'image'],
    ['PATCH', STRATEGIC, { spec: { template: { spec: { '$setElementOrder/containers': [{ name: 'web' }], containers: [{ name: 'web', image: 'web:2' }] } } } }, 'image'],
    ['PATCH', JSON_PATCH, [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'web:2' }], 'image'],
    ['PATCH', STRATEGIC, { spec: { template: { spec: { containers: [{ name: 'web', image: 'web:2', command: ['sh'] }] } } } }, 'apply'],
    ['PATCH', MERGE, { spec: { replicas: null } }, 'apply'],
    ['PATCH', 'application/apply-patch+yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n', 'apply'],
  ])('names what %s of %s is for', (method, type, given, expected) => {
    expect(asked(body(`${method} ${WEB}`, type, given))).toBe(`kubernetes.${expected} write shop/deployments/web deployments.apps`);
  });

  it.each([
    ['a merge patch', MERGE, { spec: { template: { spec: { containers: [{ name: 'a', securityContext: { privileged: true } }] } } } }],
    ['a JSON patch of one field', JSON_PATCH, [{ op: 'add', path: '/spec/template/spec/containers/0/securityContext/privileged', value: true }]],
    ['a JSON patch of a whole container', JSON_PATCH, [{ op: 'add', path: '/spec/template/spec/containers/-', value: { name: 'b', securityContext: { privileged: true } } }]],
    ['a second container of a JSON patch', JSON_PATCH, [{ op: 'add', path: '/spec/template/spec/containers/-', value: { name: 'b', securityContext: { privileged: true } } }, { op: 'add', path: '/spec/template/spec/containers/-', value: { name: 'c' } }]],
  ])('sees a privileged container in %s', (_name, type, given) => {
    expect(ids(body(`PATCH ${WEB}`, type, given))).toContain('pod-security.baseline.privileged');
  });

  it('concludes nothing from what a patch leaves out', () => {
    expect(ids(body(`PATCH ${WEB}`, STRATEGIC, { spec: { template: { spec: { containers: [{ name: 'web', image: 'web@sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' }] } } } }))).toEqual([]);
  });

  it.each([
    'GET /api/v1//pods', 'GET /api/v1/pods/', 'GET /api/v1/namespaces/a/../b/pods', 'GET /api/v1/./pods', 'GET /api/v1/namespaces/../pods', 'GET /api/v1/namespaces/./secrets', 'GET /api/v1/namespaces/-/pods', 'GET /api/v1/namespaces/shop/pods/web/proxy/../../../secrets/a', 'GET /api/v1/namespaces/a%2fb/pods', 'GET /api/v1/namespaces/a%2e%2e/pods', 'GET /api/v1/pods;x=1',
    'GET /api/v1/namespaces/shop/pods/web%00', 'GET /api/v1/namespaces/shop/pods/web\\x', 'GET /API/v1/pods', 'GET /metrics', 'GET /logs/kubelet.log', 'TRACE /api/v1/pods', 'GET /api/v1/pods?a;b', 'GET /api/v1/pods?a=%zz',
    'GET /api/v1/namespaces/shop/pods/web/unheard', 'POST /api/v1/namespaces/shop/pods/web/exec/more', 'DELETE /api/v1/namespaces/shop/pods/web/status', 'POST /version',
    `PATCH ${WEB}\n\n{}`, body(`PATCH ${WEB}`, 'application/json', '{}'), body(`PATCH ${WEB}`, MERGE, '[]'), body(`PATCH ${WEB}`, JSON_PATCH, '{}'), body(`PATCH ${WEB}`, JSON_PATCH, [{ op: 'copy', from: '/a', path: '/b' }]), body(`PATCH ${WEB}`, JSON_PATCH, [{ op: 'move', from: '/a', path: '/b' }]),
    body('POST /api/v1/namespaces/shop/pods', 'application/vnd.kubernetes.protobuf', 'k8s'), body('POST /api/v1/namespaces/shop/pods', 'application/json', '{"a":1,"a":2}'), 'POST /api/v1/namespaces/shop/pods',
    body('POST /api/v1/namespaces/shop/pods', 'application/json', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } }),
    body('POST /api/v1/namespaces/shop/pods', 'application/json', { apiVersion: 'v1', kind: 'PodList', items: [] }),
    body('POST /api/v1/namespaces/shop/pods', 'application/json', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'other' } }),
    body(`PUT ${WEB}`, 'application/json', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'other' } }),
    body('POST /apis/example.com/v1/namespaces/shop/widgets', 'application/json', { apiVersion: 'example.com/v1', kind: 'WidgetList', items: [] }),
    'GET /api/v1/pods\nnot a header\n\n', 'POST /api/v1/namespaces/shop/pods\nContent-Encoding: gzip\n\nx', 'POST /api/v1/namespaces/shop/pods\nContent-Type: application/json\nContent-Type: text/plain\n\n{}',
  ])('is unknown: %j', (text) => {
    expect(asked(text)).toMatch(/^kubernetes\.unknown unknown /);
  });

  it('tells who it is done in the name of', () => {
    const text = 'GET /api/v1/namespaces/shop/pods\nImpersonate-User: admin\nImpersonate-Group: system:masters\n\n';
    expect(asked(text)).toBe('kubernetes.list read shop/pods/* pods, grant users/admin users, grant groups/system:masters groups');
    expect(ids(text)).toContain('impersonates');
  });

  it.each([
    ['GET /api/v1/namespaces/shop/secrets/a', 'reads-secrets'], ['GET /api/v1/namespaces/shop/pods/web/log', 'reads-logs'], ['GET /api/v1/configmaps', 'reads-all-namespaces'],
    ['DELETE /api/v1/namespaces/shop/pods/web?gracePeriodSeconds=0', 'no-grace-period'], ['DELETE /api/v1/namespaces/shop/pods', 'deletes-collection'],
    [body(`PATCH ${WEB}/scale`, MERGE, { spec: { replicas: 0 } }), 'scaled-to-zero'], [body(`PATCH ${WEB}?force=true`, 'application/apply-patch+yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n'), 'forces-conflicts'],
    [body('PATCH /api/v1/namespaces/shop/pods/web/ephemeralcontainers', STRATEGIC, { spec: { ephemeralContainers: [{ name: 'd', securityContext: { privileged: true } }] } }), 'pod-security.baseline.privileged'],
  ])('%j is a hazard', (text, id) => {
    expect(ids(text)).toContain(id);
  });
});
