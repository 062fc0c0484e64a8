// SPDX-License-Identifier: Apache-2.0
//
// Break-glass: a named person lets operations that need a review run now, with a reason, for a while. Somebody else is told before anything
// happens, and has to review it afterwards. Refuses whoever is not in the group by the forge's word, now; and to begin when nobody could be told.
import { GateError } from '../core/errors.js';
import type { PersonRef } from '../core/manifest.js';
import type { Operation } from '../core/model.js';
import type { ApprovalAnswer, Approvals, ReviewForge } from '../core/ports.js';
import type { ForgeRepository, PullRequest } from '../core/reviews.js';
import { peopleBehind } from './prompters.js';
import type { OperationOutcome, Outcome } from './outcome.js';

/** Branches of break-glass; ours, and removed when they were reviewed. */
export const BREAK_PREFIX = 'ostiary/approvals/break-glass-';
const FOLDER = '.ostiary/break-glass';
/** Operations that a pull request is told one by one. */
const MAX_TOLD = 100;

/** People, by id and by team. */
export interface Group {
  readonly users: readonly string[];
  readonly teams: readonly string[];
}

export interface BreakGlassRequest {
  readonly repositoryId: string;
  readonly session: string;
  /** Id of the job's run, of its verified token. */
  readonly run: string | null;
  /** Who set the job going, by the same token. */
  readonly starter: PersonRef | null;
  readonly reason: string;
  readonly resources: readonly string[];
  /** Who may: everybody behind the run has to be in each of these groups. */
  readonly may: readonly Group[];
  /** Who is told. */
  readonly notify: Group;
  readonly maxMs: number;
  readonly now: number;
}

/** What the file on its branch says; whoever reviews afterwards reads it. */
export interface BreakRecord {
  readonly format: 'ostiary-break-glass-v1';
  readonly session: string;
  readonly run: string;
  readonly by: readonly PersonRef[];
  readonly reason: string;
  readonly until: string;
  readonly resources: readonly string[];
}

/** Where the record of a session lies. */
export function breakPath(session: string): string {
  return `${FOLDER}/${session}.json`;
}

/** Checks who it is, and tells the others. Resolves when they were told; throws DENIED or FORGE_FAILED, and then nothing is open. */
export async function breakGlass(request: BreakGlassRequest, forge: ReviewForge, monotonicMs: () => number): Promise<BreakGlass> {
  const { run, starter, session, reason, resources, notify, maxMs, now } = request;
  const repository = await forge.repository(request.repositoryId);
  // INVARIANT: whoever played the job is one of those who are checked, and on record.
  const people = starter === null ? null : await peopleBehind({ run, starter }, { forge, repository });
  if (run === null || people === null || people.length === 0) throw denied('nobody knows which person started this run', 'start it by hand: a run that an agent, an App or a schedule started may not');
  for (const person of people) await demandMember(person, request, { forge, repository });
  const others = { users: notify.users.filter((id) => !people.some((person) => person.id === id)), teams: notify.teams };
  if (others.users.length + others.teams.length === 0) throw denied('there is nobody else to tell', 'name somebody under `break_glass.notify` who did not start the run');
  const record: BreakRecord = { format: 'ostiary-break-glass-v1', session, run, by: people, reason, until: new Date(now + maxMs).toISOString(), resources };
  // INVARIANT: somebody else is asked for a review before the first operation can pass. Whatever fails here leaves the glass whole.
  const pull = await forge.open(repository, {
    branch: `${BREAK_PREFIX}${session}`, title: `Break-glass on ${resources.join(', ')}: to be reviewed`, files: [{ path: breakPath(session), text: `${JSON.stringify(record, null, 2)}\n` }],
    body: bodyOf(record, others.teams),
  });
  await forge.requestReviewers(repository, pull, others);
  await forge.showStatus(repository, { commit: pull.head, state: 'refused', title: 'break-glass: has to be reviewed', summary: 'Operations that need a review may run without one. Somebody else has to look at them afterwards.', url: pull.url });
  return new BreakGlass({ pull, people, reason, until: record.until, ends: monotonicMs() + maxMs, monotonicMs });
}

async function demandMember({ id, login }: PersonRef, { may }: BreakGlassRequest, { forge, repository }: { readonly forge: ReviewForge; readonly repository: ForgeRepository }): Promise<void> {
  const standing = await forge.standing(repository, { id, login, kind: 'person' });
  if (standing.account.kind !== 'person' || standing.account.id !== id || !standing.mayWrite) throw denied(`\`${login}\` (${id}) may not write here`, 'somebody of the group has to start the run');
  for (const group of may) {
    if (await isIn(group, id, forge)) continue;
    throw denied(`\`${login}\` (${id}) is not in the group that may`, 'somebody of the group under `break_glass` has to start the run, and alone');
  }
}

async function isIn({ users, teams }: Group, id: string, forge: ReviewForge): Promise<boolean> {
  if (users.includes(id)) return true;
  for (const team of teams) if ((await forge.team(team)).includes(id)) return true;
  return false;
}

function denied(why: string, hint: string): GateError {
  return new GateError('DENIED', `break-glass: ${why}`, { hint });
}

/** Whether the policy's word lets a job break the glass at all. `names`: its identities. Throws DENIED: by default no job may, since whether an agent is in it is known to nobody but the policy. */
export function mayBreak<Settings extends { readonly principals: readonly string[] }>(settings: Settings | null, names: readonly string[]): Settings {
  if (settings === null) throw denied('the policy lets nobody', 'the key `break_glass` of the policy says who may; until then ask for a review');
  if (!names.some((name) => settings.principals.includes(name))) throw denied('this job is none of those that may', 'name its identity under `break_glass.principal` when only people start it, and no agent is in it');
  return settings;
}

// The reason is a person's own words: in a block of code, so that it is only read. Markdown ends a line at a bare return, too.
function bodyOf({ by, reason, until, resources, session }: BreakRecord, teams: readonly string[]): string {
  const mentions = teams.map((team) => `@${team}`).join(' ');
  return [
    `${by.map(({ id, login }) => `${login} (${id})`).join(', ')} let operations on ${resources.map((name) => `\`${name}\``).join(', ')} run that need a review, until ${until}, in session \`${session}\`.`,
    '', ...reason.split(/\r\n?|\n/u).map((line) => `    ${line}`), '',
    `Look at what ran (a comment tells it when the session ends), and approve this pull request when you have.${mentions === '' ? '' : ` ${mentions}`}`, '',
  ].join('\n');
}

interface Broken {
  readonly pull: PullRequest;
  readonly people: readonly PersonRef[];
  readonly reason: string;
  readonly until: string;
  readonly ends: number;
  readonly monotonicMs: () => number;
}

/** The approvals of a session under break-glass, for as long as it lasts. What the policy denies never gets here. */
export class BreakGlass implements Approvals {
  readonly #broken: Broken;
  readonly #ran: { resource: string; text: string; how: OperationOutcome['how']; said: string | null }[] = [];

  constructor(broken: Broken) {
    this.#broken = broken;
  }

  /** Where people were told, and until when it holds (ISO 8601). */
  get told(): { readonly url: string; readonly until: string } {
    return { url: this.#broken.pull.url, until: this.#broken.until };
  }

  /** For the recording. */
  get seen(): { readonly state: 'break-glass'; readonly manifest: null; readonly by: readonly string[]; readonly url: string; readonly reason: string } {
    const { pull, people, reason, until } = this.#broken;
    return { state: 'break-glass', manifest: null, by: people.map(({ id, login }) => `${login} (${id})`), url: pull.url, reason: `until ${until}: ${reason}` };
  }

  async claim(operation: Operation): Promise<ApprovalAnswer> {
    const { pull, until, ends, monotonicMs } = this.#broken;
    if (monotonicMs() >= ends) return { kind: 'pending', how: `break-glass ended at ${until}: ask for a review, or start again`, url: pull.url, seen: { ...this.seen, state: 'expired' } };
    const ran = { resource: operation.resource.name, text: operation.facts.redacted, how: 'unknown' as OperationOutcome['how'], said: null as string | null };
    this.#ran.push(ran);
    return {
      kind: 'approved', approval: `nobody yet: break-glass by ${this.seen.by.join(', ')}, to be reviewed in ${pull.url}`, maxRows: null, seen: this.seen,
      settle: (how, said) => {
        ran.how = how === 'done' ? 'done' : how === 'rolled-back' ? 'rolled back' : 'unknown';
        ran.said = said ?? ran.said;
      },
    };
  }

  /** What is told when the session ends. */
  get outcomes(): readonly Outcome[] {
    const { pull, reason } = this.#broken;
    const more = this.#ran.length > MAX_TOLD ? `; the recording has all ${this.#ran.length}` : '';
    return [{ kind: 'break-glass', pull, manifest: null, isDone: false, operations: this.#ran.slice(0, MAX_TOLD).map((ran) => ({ ...ran })), why: `${reason}${more}` }];
  }
}
