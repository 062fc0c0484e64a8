// SPDX-License-Identifier: Apache-2.0
//
// Tells pull requests what became of their approvals: first that it is over, then with the digest of the sealed recording; one comment, written
// anew. Then closes or merges. Refuses to let a forge that does not answer change what happened: what could not be told is said, and no more.
import { GateError, messageOf } from '../core/errors.js';
import type { ReviewForge } from '../core/ports.js';
import type { ForgeRepository } from '../core/reviews.js';
import type { Runtime } from '../core/runtime.js';
import { markdownOf, type Outcome, statusOf } from './outcome.js';

/** For all pull requests together, each time: a forge in trouble keeps no job waiting. */
export const TELL_MS = 25_000;

/** What becomes of a pull request when all was done. */
export type After = 'close' | 'merge' | 'keep';

export interface WriteBackDeps {
  readonly forge: ReviewForge;
  readonly repositoryId: string;
  readonly session: string;
  /** Id of the job's run, of its verified token. */
  readonly run: string | null;
  readonly after: After;
  readonly runtime: Pick<Runtime, 'random' | 'after'>;
}

/** An outcome, and why it could not be told; null: it was. */
export interface Told {
  readonly outcome: Outcome;
  readonly failed: string | null;
}

/** One for each session. */
export class WriteBack {
  readonly #deps: WriteBackDeps;
  readonly #marks = new Map<number, string>();

  constructor(deps: WriteBackDeps) {
    this.#deps = deps;
  }

  /** Tells what happened, before the recording is sealed: so that it holds whether it was told. Never throws. */
  tell(outcomes: readonly Outcome[]): Promise<readonly Told[]> {
    return this.#each(outcomes, async (outcome, repository) => this.#tell(outcome, repository, null));
  }

  /** Tells the same with the recording's digest, and closes or merges what was done. Never throws. */
  finish(outcomes: readonly Outcome[], sha256: string): Promise<readonly Told[]> {
    return this.#each(outcomes, async (outcome, repository) => {
      await this.#tell(outcome, repository, sha256);
      if (!outcome.isDone || (await this.#deps.forge.pull(repository, outcome.pull.number)).state !== 'open') return;
      if (this.#deps.after === 'merge') await this.#deps.forge.merge(repository, outcome.pull);
      else if (this.#deps.after === 'close') await this.#deps.forge.close(repository, outcome.pull);
    });
  }

  async #tell(outcome: Outcome, repository: ForgeRepository, sha256: string | null): Promise<void> {
    const { forge, session, runtime } = this.#deps;
    const markdown = markdownOf(outcome, { session, run: this.#address(repository), sha256 });
    const mark = this.#marks.get(outcome.pull.number) ?? runtime.random(16).toString('hex');
    this.#marks.set(outcome.pull.number, mark);
    await forge.comment(repository, outcome.pull, { mark, markdown });
    // The check says the same; with the digest it needs to be said once.
    if (sha256 === null) await forge.showStatus(repository, statusOf(outcome, markdown));
  }

  // Each on its own: one that can't be told keeps no other from it.
  async #each(outcomes: readonly Outcome[], run: (outcome: Outcome, repository: ForgeRepository) => Promise<void>): Promise<readonly Told[]> {
    const { forge, repositoryId, runtime } = this.#deps;
    if (outcomes.length === 0) return [];
    const told: Told[] = [];
    const all = async (): Promise<void> => {
      for (const outcome of outcomes) {
        const failed = await forge.repository(repositoryId).then((repository) => run(outcome, repository)).then(() => null, reasonOf);
        told.push({ outcome, failed });
      }
    };
    await new Promise<void>((resolve) => {
      const timer = runtime.after(TELL_MS, resolve);
      void all().then(() => timer.cancel()).then(resolve);
    });
    // A copy: what comes later changes nothing of what is said now.
    return [...told, ...outcomes.slice(told.length).map((outcome) => ({ outcome, failed: `the forge took longer than ${TELL_MS / 1000} s` }))];
  }

  #address(repository: ForgeRepository): string | null {
    const { run, forge } = this.#deps;
    if (run === null || !/^[1-9]\d{0,18}$/u.test(run)) return null;
    return `${repository.url}/${forge.kind === 'github' ? 'actions/runs' : '-/pipelines'}/${run}`;
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof GateError && thrown.hint !== undefined ? `${thrown.message}: ${thrown.hint}` : messageOf(thrown);
}
