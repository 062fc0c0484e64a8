// SPDX-License-Identifier: Apache-2.0
//
// Reads a policy file and its packs into one frozen `Policy`, or says everything that is wrong with it and where. Refuses unknown keys,
// unpinned packs, waivers without an end, and to fill in anything that would let more through. Reads no environment and no clock.
import { taggedDigest } from '../core/canonical.js';
import type { IdentityRule } from '../core/identity.js';
import { readApprovals, readBreakGlass } from './approvals.js';
import { booksOf } from './bookkeeping.js';
import { readChanges } from './changes.js';
import { readDetectors } from './detectors.js';
import { Evaluator } from './evaluate.js';
import { readIdentities } from './identities.js';
import type { Change, Policy, Problem, Resource } from './model.js';
import { child, freezeDeep, itemsOf, present, textOf } from './node.js';
import { findPack, type FetchPack } from './packs.js';
import { mistake, policyError, problemsOf, quoted, type Finding } from './problem.js';
import { unreachableRules } from './unreachable-rules.js';
import { readForge } from './forge.js';
import { readRecord } from './recording.js';
import { REPOSITORY } from './repository.js';
import { readResources } from './resources.js';
import { checkApprovers, checkOverrides, DEFAULT_APPROVERS, readApprovers, readDay, readOverrides, readRules, type CompiledRule, type RuleSource } from './rules.js';
import { packSchema, policySchema } from './schema.js';
import type { Schema } from './schema-words.js';
import { checkShape } from './shape.js';
import { dayOf } from './time.js';
import { readVaults } from './vaults.js';
import { readYaml, type Json, type Located, type Unreadable } from './yaml.js';

/** A policy file. `file` is how it is called in messages: a path, or `.ostiary/policy.yml@sha`. */
export interface PolicySource {
  readonly text: string;
  readonly file: string;
}

export interface LoadOptions {
  /** Milliseconds since the epoch: decides which waivers have ended. */
  readonly now: number;
  /** Fetches an organisation's packs; without it they are an error. */
  readonly fetchPack?: FetchPack;
}

/** The policy in force. Throws POLICY_INVALID: the first problem with its place, and in the hint how many more there are. */
export async function loadPolicy(source: PolicySource, options: LoadOptions): Promise<Policy> {
  const { policy, problems } = await new Loader(source, options).load();
  if (policy === null) throw policyError(problems);
  return policy;
}

/** Everything there is to say about a policy file, errors first; empty when it is fine. */
export async function lintPolicy(source: PolicySource, options: LoadOptions): Promise<readonly Problem[]> {
  return (await new Loader(source, options).load()).problems;
}

/** What kind of file holds the policy. `beside`: keys that are about something else, told to `also`, and no part of the digest. */
export interface PolicyForm {
  readonly schema: Schema;
  /** What it is called in messages. */
  readonly called: string;
  readonly beside: readonly string[];
  readonly also: (root: Located, findings: Finding[]) => void;
}

const ALONE: PolicyForm = { schema: policySchema, called: 'the policy', beside: [], also: () => undefined };

/** The same for a policy within a larger file. Throws POLICY_INVALID. */
export async function loadPolicyOf(source: PolicySource, options: LoadOptions, form: PolicyForm): Promise<Policy> {
  const { policy, problems } = await new Loader(source, options, form).load();
  if (policy === null) throw policyError(problems);
  return policy;
}

interface Pack {
  readonly name: string;
  readonly version: number;
  readonly content: Json;
  readonly rules: readonly CompiledRule[];
}

class Loader {
  readonly #findings: Finding[] = [];
  readonly #packProblems: Problem[] = [];

  constructor(
    readonly source: PolicySource,
    readonly options: LoadOptions,
    readonly form: PolicyForm = ALONE,
  ) {}

  async load(): Promise<{ policy: Policy | null; problems: readonly Problem[] }> {
    const root = readDocument(this.source.text, this.#findings);
    if (root !== null) this.#findings.push(...checkShape(root, this.form.schema, this.form.called));
    const draft = root === null || this.#findings.length > 0 ? null : await this.#build(root);
    const problems = [...problemsOf(this.#findings, this.source), ...this.#packProblems];
    const broken = problems.some(({ severity }) => severity === 'error');
    return { policy: broken || draft === null ? null : policyOf(draft, problems, { now: this.options.now, beside: this.form.beside }), problems };
  }

  async #build(root: Located): Promise<Draft> {
    const findings = this.#findings;
    const now = this.options.now;
    const vaults = readVaults(child(root, 'vaults'), findings);
    const resources = readResources(child(root, 'resources'), findings, vaults);
    const detectors = await readDetectors(child(root, 'detectors'), findings);
    const record = readRecord(child(root, 'record'), findings, vaults);
    const forge = readForge(child(root, 'forge'), findings, vaults);
    const identities = readIdentities(child(root, 'identities'), findings);
    const approvers = readApprovers(child(root, 'approvers'), DEFAULT_APPROVERS);
    checkApprovers(child(root, 'approvers'), approvers, findings);
    const shared = { overrides: readOverrides(child(root, 'packs'), { now, findings }), approvers, now };
    const packs = await this.#packs(root, shared);
    const packRules = packs.flatMap((pack) => pack.rules);
    checkOverrides(child(root, 'packs'), packRules, findings);
    const ownNode = child(root, 'rules');
    const names = { principal: identities.map(({ name }) => name), resource: [...Object.keys(resources), REPOSITORY.name] };
    const own = readRules(ownNode, { ...shared, pack: null, overrides: new Map(), names, findings, compiler: await compilerFor(ownNode) });
    const rules = [...own, ...packRules];
    this.form.also(root, findings);
    findings.push(...unreachableRules(ownNode, { own, packs: packRules }, resources));
    return {
      root, resources, identities, approvers, rules, packs, record, forge, detectors, approvals: readApprovals(child(root, 'approvals')),
      breakGlass: readBreakGlass(child(root, 'break_glass'), names.principal, findings),
      changes: readChanges(child(root, 'changes'), Object.keys(resources), findings),
      observeUntil: readMode(root, findings, now),
    };
  }

  async #packs(root: Located, shared: Pick<RuleSource, 'overrides' | 'approvers' | 'now'>): Promise<readonly Pack[]> {
    const packs: Pack[] = [];
    for (const item of itemsOf(child(root, 'extends'))) {
      const reference = String(item.value);
      const found = await findPack(reference, this.options.fetchPack);
      if (typeof found !== 'string') {
        this.#findings.push(mistake(item.at, found.problem, found.hint));
        continue;
      }
      const pack = await this.#pack({ text: found, file: reference }, shared);
      if (pack === null) continue;
      const complaint = complaintAbout(pack.name, reference, packs);
      if (complaint !== null) this.#findings.push(mistake(item.at, complaint));
      packs.push(pack);
    }
    return packs;
  }

  async #pack(source: PolicySource, shared: Pick<RuleSource, 'overrides' | 'approvers' | 'now'>): Promise<Pack | null> {
    const findings: Finding[] = [];
    const root = readDocument(source.text, findings);
    if (root !== null) findings.push(...checkShape(root, packSchema, 'the pack'));
    let pack: Pack | null = null;
    if (root !== null && findings.length === 0) {
      const name = textOf(root, 'pack') as string;
      const rulesNode = child(root, 'rules');
      const rules = readRules(rulesNode, { ...shared, pack: name, names: null, findings, compiler: await compilerFor(rulesNode) });
      pack = { name, version: child(root, 'version')?.value as number, content: root.value, rules };
    }
    this.#packProblems.push(...problemsOf(findings, source));
    return pack;
  }
}

// An organisation's pack may not pass for one of ours, nor for another that is already there.
function complaintAbout(name: string, reference: string, packs: readonly Pack[]): string | null {
  if (packs.some((other) => other.name === name)) return `pack ${quoted(name)} is there twice`;
  if (reference.startsWith('ostiary:') ? reference !== name : /^(?:ostiary|builtin):/u.test(name)) return `pack ${quoted(reference)} calls itself ${quoted(name)}`;
  return null;
}

function readDocument(text: string, findings: Finding[]): Located | null {
  try {
    return readYaml(text);
  } catch (thrown) {
    const { at, message } = thrown as Unreadable;
    findings.push(mistake(at, message));
    return null;
  }
}

// The CEL library is loaded by the first policy that has a condition.
async function compilerFor(rules: Located | undefined): Promise<RuleSource['compiler']> {
  if (!itemsOf(rules).some((rule) => child(rule, 'when') !== undefined)) return null;
  const { ConditionCompiler } = await import('./when.js');
  return new ConditionCompiler();
}

function readMode(root: Located, findings: Finding[], now: number): number | null {
  const until = child(root, 'until');
  if (textOf(root, 'mode') !== 'observe') {
    if (until !== undefined) findings.push(mistake(until.at, '`until` belongs to `mode: observe`'));
    return null;
  }
  if (until === undefined) {
    findings.push(mistake(present(root, 'mode').at, '`mode: observe` has no end', 'add the day until which, `until: 2027-03-01`'));
    return null;
  }
  return readDay(until, findings, { now, ended: 'the policy was observed until then: it is enforced now' });
}

interface Draft {
  readonly root: Located;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly identities: readonly IdentityRule[];
  readonly approvers: Policy['approvers'];
  readonly approvals: Policy['approvals'];
  readonly breakGlass: Policy['breakGlass'];
  readonly rules: readonly CompiledRule[];
  readonly packs: readonly Pack[];
  readonly changes: readonly Change[];
  readonly observeUntil: number | null;
  readonly record: Policy['record'];
  readonly forge: Policy['forge'];
  readonly detectors: Policy['detectors'];
}

function policyOf(draft: Draft, warnings: readonly Problem[], { now, beside }: { readonly now: number; readonly beside: readonly string[] }): Policy {
  const { root, resources, rules, observeUntil, packs } = draft;
  const fallback = (textOf(root, 'default') ?? 'deny') as Policy['default'];
  const evaluator = new Evaluator({ rules, resources, fallback, observeUntil, books: booksOf(draft.changes) });
  return freezeDeep<Policy>({
    version: 1,
    mode: observeUntil === null || now > observeUntil ? { kind: 'enforce', until: null } : { kind: 'observe', until: dayOf(observeUntil) },
    default: fallback,
    approvers: draft.approvers, approvals: draft.approvals, breakGlass: draft.breakGlass, identities: draft.identities, resources, changes: draft.changes,
    rules: rules.map(({ rule }) => rule),
    record: draft.record, forge: draft.forge, detectors: draft.detectors,
    packs: packs.map(({ name, version }) => ({ name, version })),
    digest: taggedDigest('ostiary-policy-v1', { policy: without(root.value, beside), packs: packs.map(({ name, version, content }) => ({ name, version, content })) }),
    warnings,
    decide: (question) => evaluator.decide(question),
    masks: (resource, principalNames, at = now) => evaluator.masks(resource, principalNames, at),
    grants: (resource, principalNames) => evaluator.grants(resource, principalNames),
    tighten: (question, resource) => evaluator.tighten(question, resource),
    masksOn: (resource, principalNames, at = now) => evaluator.masksOn(resource, principalNames, at),
  });
}

function without(value: Json, keys: readonly string[]): Json {
  return keys.length === 0 ? value : Object.fromEntries(Object.entries(value as { readonly [key: string]: Json }).filter(([key]) => !keys.includes(key)));
}
