// SPDX-License-Identifier: Apache-2.0
//
// Requests that change something: created, updated, patched, deleted, and the subresources by which the same is done under another name. Refuses
// bodies that are not about what the path names, since server and gate would judge different things.
import type { Hazard } from '../../core/model.js';
import { readDocuments } from './documents.js';
import { hazardsOf, hazardsOfPart } from './hazards.js';
import { access, applyEffect, deleteEffect, deletionHazards } from './operation.js';
import { partFromJsonPatch, purposeOf } from './patch.js';
import { removalHazards, removedByMerge } from './removals.js';
import type { Request } from './request.js';
import type { ResourcePath } from './request-path.js';
import { type Answer, infoOf, kindOf, pathObject, pathType } from './request-read.js';
import { isName, type Resource } from './resource.js';
import { isMapping, list, type Mapping, mapping, text, type Value, within } from './value.js';

const JSON_TYPES = [null, 'application/json', 'application/yaml'];
const PATCH_TYPES = ['application/json-patch+json', 'application/merge-patch+json', 'application/strategic-merge-patch+json', 'application/apply-patch+yaml'];

/** The change that a request asks for; null for a subresource that we do not know. */
export function changeOf(request: Request): Answer | null {
  const body = bodyOf(request);
  if (typeof body === 'string') return unread(request.path, body);
  const { path } = request;
  if (path.verb === 'delete' || path.verb === 'deletecollection') return deletion(path, body.value);
  if (path.subresource !== null) return subresource(path, body.value);
  if (isReview(path)) return { statement: `REVIEW ${kindOf(path).toUpperCase()}`, name: 'kubernetes.review', accesses: [access('read', pathObject(path), pathType(path))], hazards: [], body: body.value };
  if (path.verb === 'patch') return patched(request, body.value);
  return written(path, body.value);
}

function unread(path: ResourcePath, why: string): Answer {
  return { statement: `UNKNOWN ${kindOf(path).toUpperCase()}`, name: 'kubernetes.unknown', accesses: [access('unknown', pathObject(path), pathType(path), { why })], hazards: [] };
}

function bodyOf({ path, contentType, body }: Request): { readonly value: Value } | string {
  const patch = path.verb === 'patch';
  if (patch ? contentType === null || !PATCH_TYPES.includes(contentType) : !JSON_TYPES.includes(contentType)) return `its body is of type \`${(contentType ?? 'none').slice(0, 100)}\`, which we do not read`;
  if (body.trim() === '') return path.verb === 'delete' || path.verb === 'deletecollection' ? { value: null } : 'it has no body';
  const documents = readDocuments(body);
  const [document] = documents;
  if (document === undefined || documents.length !== 1) return 'its body is not one document';
  return document.problem === null ? { value: document.value } : `its body can not be read: ${document.problem}`;
}

// With a body of options, the query's are ignored by the server.
function isDryRun({ query, verb }: ResourcePath, body: Value): boolean {
  const given = verb.startsWith('delete') && isMapping(body) ? list(body['dryRun']) : (query.get('dryRun') ?? []);
  return given.length === 1 && given[0] === 'All';
}

function optionHazards({ query }: ResourcePath, options: Mapping): Hazard[] {
  const option = (name: string): string => String(options[name] ?? query.get(name)?.[0] ?? '');
  const hazards: Hazard[] = [];
  if (option('gracePeriodSeconds') === '0') hazards.push({ id: 'no-grace-period', detail: 'its processes are killed without a chance to finish' });
  if (option('propagationPolicy') === 'Orphan' || option('orphanDependents') === 'true') hazards.push({ id: 'orphans-dependents', detail: 'what belongs to it is left behind' });
  if (query.get('force')?.some((value) => value !== 'false') === true) hazards.push({ id: 'forces-conflicts', detail: 'it takes over fields that others manage' });
  return hazards;
}

const DRY_RUN: Hazard = { id: 'dry-run', detail: 'nothing is kept; admission webhooks are asked all the same' };

function deletion(path: ResourcePath, body: Value): Answer | null {
  if (path.subresource !== null) return null;
  const info = infoOf(path);
  const all = path.verb === 'deletecollection';
  const kind = kindOf(path);
  const dry = isDryRun(path, body);
  const hazards = [...deletionHazards({ info, kind, namespace: path.namespace, name: path.name }), ...optionHazards(path, mapping(body))];
  if (all) hazards.push({ id: 'deletes-collection', detail: 'everything that it can find is deleted' });
  return {
    statement: `${all ? 'DELETE ALL' : 'DELETE'} ${kind.toUpperCase()}`, name: all ? 'kubernetes.delete_collection' : 'kubernetes.delete', body,
    accesses: [access(dry ? 'read' : all ? 'destroy' : deleteEffect({ info }), pathObject(path), pathType(path))], hazards: dry ? [...hazards, DRY_RUN] : hazards,
  };
}

function isReview({ group, resource, verb }: ResourcePath): boolean {
  return verb === 'create' && (group === 'authorization.k8s.io' || (group === 'authentication.k8s.io' && resource !== 'tokenrequests'));
}

type Sub = readonly [statement: string, name: string, effect: 'write' | 'grant' | 'execute' | 'destroy', hazard: string | null, detail: string];
const SUBRESOURCES: Readonly<Record<string, Sub>> = {
  status: ['STATUS', 'status', 'write', 'writes-status', 'controllers believe what stands there'],
  scale: ['SCALE', 'scale', 'write', null, ''],
  resize: ['RESIZE', 'resize', 'write', null, ''],
  eviction: ['EVICT', 'evict', 'write', 'evicts-pod', 'the pod is driven from its node'],
  binding: ['BIND', 'bind', 'write', 'binds-pod', 'the pod is put onto a node past the scheduler'],
  ephemeralcontainers: ['DEBUG', 'debug', 'execute', 'runs-in-pod', 'a container is put into the running pod'],
  token: ['TOKEN', 'token', 'grant', 'issues-token', 'a token of a service account is issued'],
  approval: ['APPROVE', 'approve', 'grant', 'approves-certificate', 'a certificate of the cluster is approved'],
  finalize: ['FINALIZE', 'finalize', 'destroy', 'finalizes-namespace', 'the namespace goes without what should have been cleaned up'],
};

function subresource(path: ResourcePath, body: Value): Answer | null {
  const name = path.subresource as string;
  const found = Object.hasOwn(SUBRESOURCES, name) ? SUBRESOURCES[name] : undefined;
  if (found === undefined || path.name === null) return null;
  const [statement, verb, effect, hazard, detail] = found;
  const value = Array.isArray(body) ? partFromJsonPatch(list(body)).value : mapping(body);
  const hazards: Hazard[] = hazard === null ? [] : [{ id: hazard, detail }];
  if (within(value, 'spec', 'replicas') === 0) hazards.push({ id: 'scaled-to-zero', detail: 'nothing of it is left running' });
  if (name === 'ephemeralcontainers') hazards.push(...hazardsOfPart(resourceAt(path, value)));
  const dry = isDryRun(path, null);
  return { statement: `${statement} ${kindOf(path).toUpperCase()}`, name: `kubernetes.${verb}`, accesses: [access(dry && effect === 'write' ? 'read' : effect, pathObject(path), pathType(path))], hazards: dry ? [...hazards, DRY_RUN] : hazards, body };
}

function resourceAt(path: ResourcePath, value: Mapping): Resource {
  return { apiVersion: path.apiVersion, group: path.group, kind: kindOf(path), info: infoOf(path), name: path.name, generateName: null, namespace: path.namespace, value, line: 1 };
}

// Why a whole object in a body is not what its path names; null when it is.
function mismatch(path: ResourcePath, value: Mapping): string | null {
  const known = kindOf(path);
  const [kind, apiVersion] = [text(value['kind']), text(value['apiVersion'])];
  if (kind === null || apiVersion === null) return 'its body does not say what it is';
  if (apiVersion !== path.apiVersion) return 'its body is of another API version than its path';
  if (known !== path.resource ? kind !== known : kind.endsWith('List')) return 'its body is of another kind than its path';
  const namespace = within(value, 'metadata', 'namespace');
  if (namespace !== undefined && namespace !== null && namespace !== path.namespace) return 'its body is of another namespace than its path';
  const name = within(value, 'metadata', 'name');
  if (path.name !== null && name !== undefined && name !== path.name) return 'its body has another name than its path';
  return name === undefined || (typeof name === 'string' && isName(name)) ? null : 'the name in its body is none that the API takes';
}

function written(path: ResourcePath, body: Value): Answer {
  const value = mapping(body);
  const problem = mismatch(path, value);
  if (problem !== null) return unread(path, problem);
  const prefix = text(within(value, 'metadata', 'generateName'));
  const name = path.name ?? text(within(value, 'metadata', 'name'));
  if (name === null && prefix === null) return unread(path, 'its body has no name');
  if (path.verb === 'create' && path.name !== null) return unread(path, 'nothing is created under a name in the path');
  return changeTo(path, resourceAt(path, value), { object: name ?? `${prefix as string}*`, name: 'apply', hazards: [...hazardsOf(resourceAt(path, value)), ...optionHazards(path, mapping(null))] });
}

function patched(request: Request, body: Value): Answer {
  const { path, contentType } = request;
  if (path.name === null) return unread(path, 'a patch names one object');
  const json = contentType === 'application/json-patch+json';
  if (json !== Array.isArray(body)) return unread(path, 'its body is no patch of its type');
  const part = json ? partFromJsonPatch(list(body)) : { value: mapping(body), removed: contentType === 'application/apply-patch+yaml' ? [] : removedByMerge(body), problem: null };
  const applies = contentType === 'application/apply-patch+yaml';
  const problem = part.problem ?? (applies ? mismatch(path, part.value) : null);
  if (problem !== null) return unread(path, problem);
  const resource = resourceAt(path, part.value);
  const hazards = [...(applies ? hazardsOf(resource) : hazardsOfPart(resource)), ...optionHazards(path, mapping(null)), ...(applies ? [] : removalHazards(resource, part.removed))];
  return { ...changeTo(path, resource, { object: path.name, name: applies || part.removed.length > 0 ? 'apply' : purposeOf(part.value), hazards }), body };
}

function changeTo(path: ResourcePath, resource: Resource, { object, name, hazards }: { readonly object: string; readonly name: string; readonly hazards: readonly Hazard[] }): Answer {
  const dry = isDryRun(path, null);
  return {
    statement: `${name.toUpperCase()} ${resource.kind.toUpperCase()}`, name: `kubernetes.${name}`, body: resource.value,
    accesses: [access(dry ? 'read' : applyEffect(resource), pathObject(path, object), pathType(path))], hazards: dry ? [...hazards, DRY_RUN] : hazards,
  };
}
