// SPDX-License-Identifier: Apache-2.0
//
// What became of approved operations on one connection: kept, taken back, or nobody can tell. Follows transactions by what the server
// answered. Refuses to call anything taken back that could have been kept: in doubt the outcome is unknown, and the approval is spent.
import type { StatementFacts } from '../core/model.js';
import type { Settle } from '../core/ports.js';

/** How a statement ended. `withheld`: it was let through, but the server never ran it. */
export type StatementOutcome = { readonly kind: 'ok'; readonly tag: string } | { readonly kind: 'failed'; readonly sqlstate: string } | { readonly kind: 'unknown' } | { readonly kind: 'withheld' };

/** To be told once how a statement ended; null when nobody needs to know. */
export type Watch = ((fate: StatementOutcome) => void) | null;

/** Failures after which nobody can tell what the server kept: it was shut down, ran out of something, or broke. */
const UNCERTAIN = /^(?:08|53|57P|58|F0|XX)/u;
/** Statements that commit on their way, or work outside of transactions: a failure leaves what they did so far. */
const LEAVES_TRACES = /^(?:VACUUM|REINDEX|CLUSTER|CALL|DO|ALTER SYSTEM|(?:CREATE|DROP|ALTER) (?:DATABASE|TABLESPACE|SUBSCRIPTION))\b/u;

const CONTROLS: ReadonlySet<string> = new Set(['begin', 'commit', 'rollback', 'savepoint', 'rollback-to', 'release', 'prepare-transaction']);

interface Pending {
  readonly message: object;
  /** Of its approval: what leaves traces is never told as taken back. */
  readonly settle: Settle;
  /** What was done since may have been taken back to a savepoint. */
  doubtful: boolean;
}

/** The approved operations of one connection. */
export class ApprovalOutcomes {
  /** Done, but not yet kept for good. */
  #open: Pending[] = [];
  /** Let through and not answered yet. */
  #flying = 0;
  #inTransaction = false;
  /** Ends of transactions on their way. */
  #ending = 0;
  #failed = false;
  #gone = false;

  /** Watches a statement that is about to run. `settle`: of its approval; `together`: its message is one implicit transaction, should none be open. */
  watch(facts: StatementFacts, settle: Settle | null, { message, together }: { readonly message: object; readonly together: boolean }): Watch {
    if (settle === null && !controls(facts) && this.#open.length === 0 && this.#flying === 0) return null;
    const ends = facts.session.some(({ kind }) => kind === 'commit' || kind === 'rollback' || kind === 'prepare-transaction');
    if (ends) this.#ending += 1;
    if (settle !== null) this.#flying += 1;
    const told = settle !== null && leavesTraces(facts) ? lasting(settle) : settle;
    return (fate) => {
      if (ends) this.#ending -= 1;
      if (settle !== null) this.#flying -= 1;
      // What the server never ran has left nothing.
      if (fate.kind === 'withheld') settle?.('rolled-back');
      else this.#ended(facts, { fate, settle: told, message, together });
    };
  }

  /** The server is ready and no transaction is open. */
  idle(): void {
    if (this.#open.length > 0) this.#resolve(this.#failed || this.#inTransaction ? 'unknown' : 'done');
    this.#inTransaction = false;
    this.#failed = false;
  }

  /** The connection is gone. What is not committed by then never will be, unless a commit was on its way. */
  closed(): void {
    this.#gone = true;
    this.#resolve(this.#inTransaction && this.#ending === 0 ? 'rolled-back' : 'unknown');
  }

  #ended(facts: StatementFacts, { fate, settle, message, together }: { fate: Exclude<StatementOutcome, { kind: 'withheld' }>; settle: Settle | null; message: object; together: boolean }): void {
    switch (fate.kind) {
      case 'unknown':
        settle?.('unknown');
        if (controls(facts)) this.#resolve('unknown');
        return;
      case 'failed':
        this.#failedWith(fate.sqlstate, facts, { settle, message, together });
        return;
      case 'ok':
        this.#done(fate.tag, facts, { settle, message });
        return;
      default:
        fate satisfies never;
    }
  }

  #failedWith(sqlstate: string, facts: StatementFacts, { settle, message, together }: { settle: Settle | null; message: object; together: boolean }): void {
    const certain = !UNCERTAIN.test(sqlstate);
    this.#failed = true;
    settle?.(certain ? 'rolled-back' : 'unknown', `SQLSTATE ${sqlstate}`);
    if (facts.session.some(({ kind }) => kind === 'commit') && this.#inTransaction) {
      this.#resolve(certain ? 'rolled-back' : 'unknown');
      this.#inTransaction = false;
    } else if (together && certain && !this.#inTransaction) {
      // All statements of a Query message are one transaction as long as none of them controls one.
      const lost = this.#open.filter((one) => one.message === message);
      this.#open = this.#open.filter((one) => one.message !== message);
      for (const one of lost) one.settle('rolled-back');
    }
  }

  #done(tag: string, { session }: StatementFacts, { settle, message }: { settle: Settle | null; message: object }): void {
    if (settle !== null) {
      if (this.#gone) settle('unknown', tag);
      else {
        settle('passed', tag);
        this.#open.push({ message, settle, doubtful: false });
      }
    }
    for (const { kind } of session) {
      if (kind === 'begin') this.#inTransaction = true;
      else if (kind === 'rollback-to') for (const one of this.#open) one.doubtful = true;
      else if (kind === 'prepare-transaction') this.#resolve(tag === 'ROLLBACK' ? 'rolled-back' : 'unknown');
      else if (kind === 'commit' || kind === 'rollback') {
        this.#resolve(tag === 'ROLLBACK' ? 'rolled-back' : tag === 'COMMIT' ? 'done' : 'unknown');
        this.#failed = false;
        // With AND CHAIN the next one is open already; without, the server says so by being idle.
      }
    }
  }

  #resolve(how: 'done' | 'rolled-back' | 'unknown'): void {
    const open = this.#open;
    this.#open = [];
    for (const { settle, doubtful } of open) settle(how === 'done' && doubtful ? 'unknown' : how);
  }
}

/** True for a statement that begins, ends or divides a transaction. */
export function controls({ session }: StatementFacts): boolean {
  return session.some(({ kind }) => CONTROLS.has(kind));
}

/** True for a statement that changes something in its transaction, which takes that back, whatever else its code may have done elsewhere. */
export function isRevocable(facts: StatementFacts): boolean {
  return facts.accesses.some(({ effect }) => effect !== 'read' && effect !== 'control') && !commitsByItself(facts);
}

// Programs, files, other servers, code that nobody has read, sessions and sequences heed no rollback.
function leavesTraces(facts: StatementFacts): boolean {
  return commitsByItself(facts) || facts.accesses.some(({ effect, type, builtin }) => builtin !== true && (effect === 'execute' || effect === 'control' || effect === 'unknown' || (effect === 'write' && type === 'sequence')));
}

function commitsByItself({ statement, text }: StatementFacts): boolean {
  // Hits CREATE INDEX CONCURRENTLY and its like; a table of that name errs on the safe side.
  return LEAVES_TRACES.test(statement) || /\bconcurrently\b/iu.test(text);
}

function lasting(settle: Settle): Settle {
  return (how, ...said) => settle(how === 'rolled-back' ? 'unknown' : how, ...said);
}
