// SPDX-License-Identifier: Apache-2.0
//
// What a policy and the parsers say of the operations of a manifest, from their bytes alone: the same for whoever puts them up and for
// whoever enforces. Refuses kinds of operations that it was given no reader for.
import type { Explain } from '../approval/notes.js';
import { notesOf } from '../approval/notes.js';
import { wordsOf } from '../approval/terms.js';
import { canonicalJson } from '../core/canonical.js';
import { GateError } from '../core/errors.js';
import type { Demand, Manifest, ManifestOperation } from '../core/manifest.js';
import type { Decision, Operation, OperationFacts, OperationKind, Principal, Reader } from '../core/model.js';
import { askedOf } from '../parse/http/operation.js';
import type { Approvers, Policy } from '../policy/model.js';
import { approversIn } from '../policy/tighten.js';
import { inSeries } from './statement-series.js';

interface AskingParts {
  readonly principal: Principal;
  readonly read: Reader;
  readonly others?: (kind: OperationKind) => Reader | undefined;
  readonly now: () => number;
}

/** Answers about manifests under one policy. */
export class ManifestPolicy {
  readonly #policy: Pick<Policy, 'decide' | 'resources'>;
  readonly #approversOf: (rule: string) => Approvers;
  readonly #principal: Principal;
  readonly #read: Reader;
  readonly #others: (kind: OperationKind) => Reader | undefined;
  readonly #now: () => number;
  readonly #series = new WeakMap<readonly ManifestOperation[], readonly Operation[]>();

  /** `read`: of SQL without a catalog; `others`: of kinds that can be put up for review, and are not enforced yet; `approversOf`: a rule's, where the policy is more than one. */
  constructor(policy: Policy, of: AskingParts);
  constructor(policy: Pick<Policy, 'decide' | 'resources'>, of: AskingParts & { readonly approversOf: (rule: string) => Approvers });
  constructor(policy: Pick<Policy, 'decide' | 'resources'>, of: AskingParts & { readonly approversOf?: (rule: string) => Approvers }) {
    this.#policy = policy;
    this.#approversOf = of.approversOf ?? approversIn(policy as Policy, null);
    this.#principal = of.principal;
    this.#read = of.read;
    this.#others = of.others ?? (() => undefined);
    this.#now = of.now;
  }

  readonly explain: Explain = (_operation, place, all) => notesOf(this.#asked(place, all).facts);

  readonly demandsOf = (manifest: Manifest): readonly Demand[] => {
    const asking = manifest.operations.map((_operation, place, all) => this.#decide(this.#asked(place, all))).filter(({ decision }) => decision === 'review').flatMap(({ rules }) => rules);
    return asking.length === 0 ? [this.#demand('default')] : this.demandsFor(asking);
  };

  readonly demandsFor = (rules: readonly string[]): readonly Demand[] => [...new Set(rules)].map((rule) => this.#demand(rule));

  /** Said by the policy of who asks as the manifest says, or of who enforces: these may be two identities. */
  readonly unlikePolicy = (manifest: Manifest): string | null => {
    const asking: string[] = [];
    for (const [place, { rules }] of manifest.operations.entries()) {
      const operation = this.#asked(place, manifest.operations);
      const [here, there] = [this.#principal.names, manifest.requester.names].map((names) => this.#decide(operation, names)) as [Decision, Decision];
      const said = [here, ...(there.decision === 'review' || here.decision !== 'review' ? [there] : [])].find((decision) => canonicalJson(wordsOf(decision)) === canonicalJson(rules));
      if (said === undefined) return `gives other rules for operation ${place + 1} than the policy`;
      if (said.decision === 'review') asking.push(...said.rules);
    }
    if (canonicalJson(this.demandsFor(asking)) !== canonicalJson(manifest.demands)) return 'names others who may approve than the policy';
    return null;
  };

  readonly isFree = (_operation: ManifestOperation, place: number, all: readonly ManifestOperation[]): boolean => this.#decide(this.#asked(place, all)).decision === 'allow';

  /** What a parser finds in its bytes alone. */
  factsOf(operation: ManifestOperation): OperationFacts {
    return this.#operation(operation).facts;
  }

  #decide(operation: Operation, names = this.#principal.names): Decision {
    const principal = names === this.#principal.names ? this.#principal : { ...this.#principal, names };
    return this.#policy.decide({ operation, principal, resource: operation.resource.name, now: this.#now() });
  }

  // Where it stands: what is not settled by those before it when it runs asks on the wire.
  #asked(place: number, all: readonly ManifestOperation[]): Operation {
    let asked = this.#series.get(all);
    if (asked === undefined) {
      const alone = all.map((operation) => this.#operation(operation));
      const placed = inSeries(all, this.#read);
      asked = alone.map((operation, index) => ({ ...operation, facts: placed[index] ?? operation.facts }));
      this.#series.set(all, asked);
    }
    return asked[place] as Operation;
  }

  // A rule that is not the policy's own word (`default`, `builtin:…`) asks the policy's approvers.
  #demand(rule: string): Demand {
    const { users, teams, codeowners, count, expiresSeconds } = this.#approversOf(rule);
    return { rule, users: users.map(String), teams, codeowners, count, expiresSeconds };
  }

  #operation({ kind, resource, bytes, parameters, data, settings, impact }: ManifestOperation): Operation {
    const reader = kind === 'sql' ? this.#read : this.#others(kind);
    if (reader === undefined) throw new GateError('INPUT_INVALID', `the manifest has an operation of kind \`${kind}\`, which nothing executes yet, so nothing is approved by it`, { hint: 'put SQL up by itself' });
    const [read, ...more] = reader(bytes).map((one) => askedOf(one, this.#policy.resources[resource.name]?.url ?? null));
    if (read === undefined || more.length > 0) throw new GateError('INPUT_INVALID', `an operation of the manifest is ${read === undefined ? 'no statement' : 'more than one statement'}`, { hint: 'one statement is one operation: put them up one by one' });
    // Readers of scripts pass over what does nothing, and what is shown has to be of all of it.
    if (kind !== 'sql' && read.facts.text !== bytes) throw new GateError('INPUT_INVALID', 'an operation of the manifest holds more than one operation', { hint: 'put operations up one by one' });
    // As estimated then: who asks on the wire estimates again, and adds what that brings.
    return { kind, resource, facts: read.facts, parameters, data, settings, rows: impact?.rows ?? undefined };
  }
}
