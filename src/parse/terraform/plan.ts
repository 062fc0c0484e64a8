// SPDX-License-Identifier: Apache-2.0
//
// A Terraform or OpenTofu plan in JSON (`terraform show -json`) as the operations it stands for: one a resource that changes, and one for
// code that runs while it is applied. Refuses plans that failed, that are incomplete, or whose format it does not know; quotes no value.
// @see https://developer.hashicorp.com/terraform/internals/json-format
import { createHash } from 'node:crypto';
import type { Access, Effect, Hazard, OperationFacts, ReadOperation } from '../../core/model.js';
import { namesTwice } from '../../core/strict-json.js';
import { newProviders, type WithProviders } from './providers.js';
import { capabilitiesOf, isProtected, opensToAll } from './resources.js';

/** Plans of thousands of resources are below this. */
const MAX_PLAN_BYTES = 64 * 1024 * 1024;
/** Values of resources nest as their schemas do; Go's own reader stops at ten thousand. */
const MAX_PLAN_DEPTH = 1_000;

type Action = 'create' | 'read' | 'update' | 'delete' | 'replace' | 'forget' | 'no-op';
const KNOWN_ACTIONS: Readonly<Record<string, Action>> = {
  'no-op': 'no-op', create: 'create', read: 'read', update: 'update', delete: 'delete', 'delete,create': 'replace', 'create,delete': 'replace', forget: 'forget', 'create,forget': 'forget', 'forget,create': 'forget',
};
const EFFECTS: Readonly<Record<Exclude<Action, 'no-op'>, Effect>> = { create: 'write', read: 'read', update: 'write', delete: 'destroy', replace: 'destroy', forget: 'schema' };

interface ResourceChange {
  readonly address?: unknown;
  readonly type?: unknown;
  readonly mode?: unknown;
  readonly deposed?: unknown;
  readonly previous_address?: unknown;
  readonly action_reason?: unknown;
  readonly change?: { readonly actions?: unknown; readonly before?: unknown; readonly after?: unknown; readonly importing?: unknown; readonly replace_paths?: unknown };
}

interface Plan extends WithProviders {
  readonly format_version?: unknown;
  /** Of plans that HCP Terraform gives out redacted. */
  readonly plan_format_version?: unknown;
  readonly errored?: unknown;
  readonly complete?: unknown;
  readonly resource_drift?: unknown;
  readonly deferred_changes?: unknown;
  readonly action_invocations?: unknown;
  readonly configuration?: { readonly root_module?: Module; readonly provider_config?: unknown };
}

interface Module {
  readonly resources?: readonly { readonly address?: unknown; readonly type?: unknown; readonly mode?: unknown; readonly provisioners?: readonly { readonly type?: unknown }[] }[];
  readonly module_calls?: Readonly<Record<string, { readonly module?: Module }>>;
}

/** True when a text looks like a plan: an object with a format and changes or planned values. */
export function looksLikePlan(text: string): boolean {
  return text.slice(0, 100).trimStart().startsWith('{') && /"(?:plan_)?format_version"/u.test(text) && (text.includes('"resource_changes"') || text.includes('"planned_values"'));
}

/** Reads a plan; never throws. */
export function readPlan(text: string): readonly ReadOperation[] {
  if (text.length > MAX_PLAN_BYTES) return [unknown(text, `the plan is larger than ${MAX_PLAN_BYTES} characters`)];
  let plan: Plan;
  try {
    plan = JSON.parse(text) as Plan;
  } catch {
    return [unknown(text, 'the plan is not JSON')];
  }
  const reason = refusal(plan) ?? (namesTwice(text, MAX_PLAN_DEPTH) ? 'the plan names a key twice, or nests without end: programs differ about what it says' : null);
  if (reason !== null) return [unknown(text, reason)];
  try {
    return operationsOf(plan, text);
  } catch {
    return [unknown(text, 'the plan has a shape that we do not know')];
  }
}

function operationsOf(plan: Plan, text: string): readonly ReadOperation[] {
  const lineOf = lines(text);
  // Whatever is in it, more is to come: somebody should know before it is applied.
  const partial = plan.complete === false ? [partialOperation()] : [];
  const changes = ((plan.resource_changes ?? []) as readonly ResourceChange[]).flatMap((one) => operationOf(one, lineOf));
  return [...partial, ...changes, ...[...codeIn(plan.configuration?.root_module, 0), ...actionsOf(plan), ...newProviders(plan)].map((found) => codeOperation(found, lineOf)), ...driftOf(plan, lineOf)];
}

function refusal(plan: Plan): string | null {
  if (typeof plan !== 'object' || plan === null || Array.isArray(plan)) return 'the plan is not an object';
  if (!/^(?:0|1)\.\d{1,3}$/u.test(String(plan.format_version ?? plan.plan_format_version))) return 'the format of the plan is not one that we know';
  if (plan.errored === true) return 'planning failed, so the plan says only part of what would be done';
  if (Array.isArray(plan.deferred_changes) && plan.deferred_changes.length > 0) return 'the plan is incomplete: changes are deferred to a later one';
  if (plan.action_invocations !== undefined && !Array.isArray(plan.action_invocations)) return 'the actions of the plan can not be read';
  if (plan.resource_changes !== undefined && !Array.isArray(plan.resource_changes)) return 'the changes of the plan can not be read';
  return null;
}

function operationOf(one: ResourceChange, lineOf: (address: string) => number): readonly ReadOperation[] {
  const actions = Array.isArray(one?.change?.actions) ? one.change.actions.join(',') : '';
  const action = Object.hasOwn(KNOWN_ACTIONS, actions) ? KNOWN_ACTIONS[actions] : undefined;
  const { address, type } = one ?? {};
  if (action === undefined || typeof address !== 'string' || typeof type !== 'string') {
    return [{ ...unknown(typeof address === 'string' ? address : 'a change', `the change of \`${typeof address === 'string' ? address : 'a resource'}\` can not be read`), line: typeof address === 'string' ? lineOf(address) : 1 }];
  }
  if (contradicts(action, one.change ?? {})) return [{ ...unknown(address, `the change of \`${address}\` says \`${actions}\`, and shows something else`), line: lineOf(address) }];
  const moved = typeof one.previous_address === 'string' && one.previous_address !== address;
  const imported = (one.change?.importing ?? null) !== null;
  if (action === 'no-op' && imported) return [read({ action: 'import', address, type, effect: 'schema', one }, lineOf)];
  if (action === 'no-op') return moved ? [read({ action: 'move', address, type, effect: 'schema', one }, lineOf)] : [];
  return [read({ action, address, type, effect: one.mode === 'data' ? 'read' : EFFECTS[action], one }, lineOf)];
}

// What is changed in place is there before and after, and nothing of it asks for another one.
function contradicts(action: Action, { before, after, replace_paths: paths }: NonNullable<ResourceChange['change']>): boolean {
  if (action !== 'update' && action !== 'no-op') return false;
  return Array.isArray(paths) && paths.length > 0 || before !== undefined && after !== undefined && (before === null) !== (after === null);
}

function read(about: { action: Exclude<Action, 'no-op'> | 'move' | 'import'; address: string; type: string; effect: Effect; one: ResourceChange }, lineOf: (address: string) => number): ReadOperation {
  const { action, address, type, effect, one } = about;
  const object = `${type}/${address}`;
  const accesses: Access[] = [access(effect, object)];
  const { grants, executes } = capabilitiesOf(type);
  if (grants && effect !== 'read') accesses.push(access('grant', object));
  if (executes) accesses.push(access('execute', object));
  const facts: OperationFacts = {
    ...NOTHING, statement: `${action.toUpperCase()} ${type.toUpperCase()}`, name: `terraform.${action}`,
    // Values may be secret, marked or not: the digest is bound to them, the text does not hold them.
    text: `${action} ${address}\n${createHash('sha256').update(JSON.stringify(one.change ?? null)).digest('hex')}`, redacted: `${action} ${address}`,
    accesses, hazards: hazardsOf(about),
  };
  return { kind: 'file', facts, line: lineOf(address) };
}

function hazardsOf({ action, address, type, one }: { action: string; address: string; type: string; one: ResourceChange }): Hazard[] {
  const hazards: Hazard[] = [];
  const add = (id: string, detail: string): void => void hazards.push({ id: `terraform.${id}`, detail });
  const gone = action === 'delete' || action === 'replace';
  if (gone && isProtected(type)) add('protected-type', `\`${address}\` holds data or identity, and would be ${action === 'delete' ? 'deleted' : 'deleted and made anew'}`);
  if (action === 'replace') add('replace', `\`${address}\` would be deleted and made anew${typeof one.action_reason === 'string' ? ` (${one.action_reason.replaceAll('_', ' ')})` : ''}`);
  if (action === 'forget') add('forget', `\`${address}\` would go on existing, unmanaged`);
  if (one.deposed !== undefined) add('deposed', `a deposed object of \`${address}\` is meant`);
  if (one.change?.importing !== undefined && one.change.importing !== null) add('import', `\`${address}\` would be taken over from outside`);
  if (!gone && opensToAll(type, one.change?.after)) add('open-to-all', `\`${address}\` would be open to every address or everybody`);
  const guard = action === 'update' ? unguarded(one.change?.before, one.change?.after) : undefined;
  if (guard !== undefined) add('unprotected', `\`${address}\` loses \`${guard}\`, which keeps it from being deleted`);
  if (capabilitiesOf(type).grants && action !== 'read') add('identity', `\`${address}\` decides who may do what`);
  return hazards;
}

/** Attributes that keep a resource from being deleted, or its data from going with it, by what they are then. */
const GUARDS: Readonly<Record<string, boolean>> = { deletion_protection: true, deletion_protection_enabled: true, enable_deletion_protection: true, disable_api_termination: true, purge_protection_enabled: true, force_destroy: false, skip_final_snapshot: false };

function unguarded(before: unknown, after: unknown): string | undefined {
  const valueOf = (side: unknown, name: string): unknown => (typeof side === 'object' && side !== null ? (side as Readonly<Record<string, unknown>>)[name] : undefined);
  return Object.entries(GUARDS).find(([name, guards]) => valueOf(before, name) === guards && valueOf(after, name) !== guards)?.[0];
}

/** What runs while a plan is made or applied, and for which resource. */
export interface Code {
  readonly address: string;
  readonly type: string;
  /** What is told of it, where the type does not say. */
  readonly why?: string;
}

/** Provisioners and data sources that run programs while the plan is made or applied. */
function codeIn(module: Module | undefined, depth: number): readonly Code[] {
  if (module === undefined || depth > 20) return [];
  const own = (Array.isArray(module.resources) ? module.resources : []).flatMap((resource) => {
    const address = String(resource.address ?? '?');
    const provisioners = (Array.isArray(resource?.provisioners) ? (resource.provisioners as readonly { readonly type?: unknown }[]) : []).map((one) => ({ address, type: `provisioner ${String(one.type ?? '?')}` }));
    return resource.mode === 'data' && resource.type === 'external' ? [...provisioners, { address, type: 'data external' }] : provisioners;
  });
  const inner = Object.values(module.module_calls ?? {}).flatMap((call) => codeIn(call?.module, depth + 1));
  return [...own, ...inner];
}

// Actions of providers, which run while the plan is applied: a function is called, a machine stopped.
function actionsOf(plan: Plan): readonly Code[] {
  const invoked = Array.isArray(plan.action_invocations) ? (plan.action_invocations as readonly { readonly address?: unknown; readonly type?: unknown }[]) : [];
  return invoked.map((one) => ({ address: String(one?.address ?? '?'), type: `action ${String(one?.type ?? '?')}` }));
}

function codeOperation({ address, type, why = `\`${address}\` runs a program of its own (${type})` }: Code, lineOf: (address: string) => number): ReadOperation {
  return {
    kind: 'file', line: lineOf(address),
    facts: {
      ...NOTHING, statement: `RUN ${type.toUpperCase()}`, name: 'terraform.run', text: `${type} ${address}`, redacted: `${type} of ${address}`, accesses: [access('execute', `${type.replace(' ', '/')}/${address}`)],
      hazards: [{ id: 'terraform.runs-code', detail: why }],
    },
  };
}

// What changed outside of Terraform would be undone or taken over: worth a look, not an operation of its own.
function driftOf(plan: Plan, lineOf: (address: string) => number): readonly ReadOperation[] {
  const drifted = (Array.isArray(plan.resource_drift) ? (plan.resource_drift as readonly ResourceChange[]) : []).filter((one) => typeof one?.address === 'string');
  if (drifted.length === 0) return [];
  const names = drifted.map(({ address }) => String(address));
  return [{
    kind: 'file', line: lineOf(names[0] as string),
    facts: {
      ...NOTHING, statement: 'DRIFT', name: 'terraform.drift', text: names.join('\n'), redacted: `${names.length} drifted`, accesses: [access('read', `drift/${names[0] as string}`)],
      hazards: [{ id: 'terraform.drift', detail: `${names.length} resource${names.length === 1 ? ' was' : 's were'} changed outside of the plan, \`${names[0] as string}\` first` }],
    },
  }];
}

function partialOperation(): ReadOperation {
  return {
    kind: 'file', line: 1,
    facts: {
      ...NOTHING, statement: 'INCOMPLETE', name: 'terraform.incomplete', text: 'incomplete', redacted: 'an incomplete plan', accesses: [access('read', 'plan')],
      hazards: [{ id: 'terraform.incomplete', detail: 'more is to come when this is applied: it was narrowed to some resources, or something could not be planned yet' }],
    },
  };
}

const NOTHING: OperationFacts = { statement: '', name: '', text: '', redacted: '', accesses: [], functions: [], hazards: [], forbidden: [], unknown: [], assumed: false };

function access(effect: Effect, object: string): Access {
  return { effect, object, type: 'resource', columns: [], filtered: [], assumed: false };
}

function unknown(text: string, why: string): ReadOperation {
  return {
    kind: 'file', line: 1,
    facts: {
      ...NOTHING, statement: 'UNKNOWN', name: 'terraform.unknown', text: createHash('sha256').update(text).digest('hex'), redacted: 'a Terraform plan', unknown: [why],
      accesses: [{ effect: 'unknown', object: null, type: null, columns: [], filtered: [], assumed: false, why }],
    },
  };
}

// The line of an address's first mention under `resource_changes`; the first of all when there is none.
function lines(text: string): (address: string) => number {
  const from = Math.max(0, text.indexOf('"resource_changes"'));
  const starts: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at);
  return (address) => {
    const at = text.indexOf(JSON.stringify(address), from);
    if (at < 0) return 1;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
