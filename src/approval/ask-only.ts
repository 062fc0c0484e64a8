// SPDX-License-Identifier: Apache-2.0
//
// The approvals of a run that has no approval channel: everything that needs a review is pending, and the answer says who may give
// it. Refuses to approve anything.
import type { Operation, Principal } from '../core/model.js';
import type { ApprovalAnswer, Approvals, AskedOn } from '../core/ports.js';

/** Who may approve, as the policy's `approvers` says. */
export interface Approvers {
  readonly users: readonly number[];
  readonly teams: readonly string[];
  readonly codeowners: boolean;
  readonly count: number;
}

/** Answers every claim with how to ask for a review. */
export class AskOnly implements Approvals {
  readonly #approvers: Approvers | null;

  constructor(approvers: Approvers | null) {
    this.#approvers = approvers;
  }

  async claim(operation: Operation, _principal?: Principal, _asked?: AskedOn): Promise<ApprovalAnswer> {
    const how = `put this ${operation.facts.statement} for \`${operation.resource.name}\` into a pull or merge request and have it reviewed by ${this.#who()}`;
    return { kind: 'pending', how, url: null };
  }

  #who(): string {
    const approvers = this.#approvers;
    if (approvers === null) return 'a person whom the policy names under `approvers` (it names nobody yet)';
    const parts = [
      ...(approvers.users.length > 0 ? [`user ${approvers.users.join(', ')}`] : []),
      ...(approvers.teams.length > 0 ? [`team ${approvers.teams.join(', ')}`] : []),
      ...(approvers.codeowners ? ['a code owner'] : []),
    ];
    const who = parts.length === 0 ? 'a person whom the policy names under `approvers`' : parts.join(' or ');
    return approvers.count > 1 ? `${approvers.count} people of: ${who}` : who;
  }
}
