// SPDX-License-Identifier: Apache-2.0
//
// `session-artifact`: verifies recordings, masks them once more, and hands them to the CI product to keep, with the story of each session on
// the job's page. Refuses to hand on what it can't verify, and never changes a recording where it lies.
import { EXIT, GateError } from '../core/errors.js';
import type { SessionEnd, SessionHeader } from '../core/events.js';
import type { ArtifactStore, Host } from '../core/ports.js';
import type { SessionStatement } from '../record/envelope.js';
import type { Verdict } from '../record/verdict.js';
import { listInput, textInput, type RawInputs, type VerbSpec } from './verb.js';

/** The declaration that action.yml, the GitLab template and the command line are compared with. */
export const sessionArtifactSpec: VerbSpec = {
  name: 'session-artifact',
  description: 'Verify recordings, mask them once more, and keep them as an artifact of the job.',
  inputs: [
    { name: 'session', description: 'A recording, `session.jsonl`, or a folder with sessions in it; several: one a line (the flag may be repeated). When empty: all sessions of this job.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'name', description: 'Name of the artifact. When empty: `ostiary-` and the id of the session, which no other job or attempt has.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'retention-days', description: 'How long the artifact is kept, 1 to 90 days. When empty: as the repository says.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'key', description: 'File of a public key (PEM) that you trust; several: one a line (the flag may be repeated). With keys or `trusted-root`, a recording that nobody you trust signed is refused.', default: '', required: false, face: 'all', kind: 'list' },
    { name: 'trusted-root', description: 'File of a trusted root of Sigstore, as `gh attestation trusted-root` writes it, for recordings signed without a key. Recordings of others are refused, as with `key`.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'identity', description: 'Whose signature you expect with `trusted-root`: the name in the certificate (`*` within a segment, `**` across). When empty: on GitHub, the workflow of this job.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'issuer', description: 'Who says that it is them: the issuer of their token. When empty: on GitHub, that of this server.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'policy', description: 'File with a policy whose `detectors` mask, too. When empty: those of the policy that the session had, which lie beside its recording.', default: '', required: false, face: 'all', kind: 'text' },
    { name: 'out', description: 'Folder to put what is kept into. On GitHub: a fresh one, which is uploaded.', default: '', required: false, face: 'cli', kind: 'text' },
  ],
  outputs: [
    { name: 'artifact-id', description: 'Id of the artifact; empty where the CI product takes it from a folder.' },
    { name: 'artifact-url', description: 'Address of the artifact.' },
    { name: 'digest', description: 'SHA-256 of the artifact, or of the recording when the CI product takes it from a folder.' },
    { name: 'denied', description: 'Number of operations denied, over all sessions.' },
    { name: 'reviewed', description: 'Number of operations that needed a review, over all sessions.' },
  ],
};

/** A recording as it will be kept. */
export interface KeptSession {
  /** Where it lies. */
  readonly source: string;
  readonly verdict: Verdict;
  /** Files in the folder that is kept, relative to it. */
  readonly files: readonly string[];
  /** Hex SHA-256 of the recording, as it lies. */
  readonly sha256: string;
  /** What masking once more has found, by detector; empty: what is kept is the recording, byte for byte. */
  readonly masked: Readonly<Record<string, number>>;
  /** What can be signed about the file that is kept; null when it is not the recording itself, or no whole one. */
  readonly statement: SessionStatement | null;
  /** The first refusals, for the story. */
  readonly refusals: readonly { readonly decision: string; readonly statement: string; readonly rules: readonly string[]; readonly reason: string }[];
}

/** Whom somebody who keeps recordings believes: paths of public keys, and who is expected to sign without one; null: not said. */
export interface Trust {
  readonly keys: readonly string[];
  readonly trustedRoot: string | null;
  readonly identity: string | null;
  readonly issuer: string | null;
}

/** What the verb needs of the world; wired by main/. */
export interface SessionArtifactDeps {
  readonly host: Host;
  /** Recordings below these paths, or of the whole job. Throws INPUT_INVALID when one is not there. */
  find(paths: readonly string[]): Promise<readonly string[]>;
  /** How recordings are judged, with these files of keys and roots; reads them once. Throws INPUT_INVALID. */
  trusting(trust: Trust): Promise<(recording: string) => Promise<Verdict>>;
  /** How recordings are copied with what signs them into the folder, masked once more; `policy`: whose detectors mask, too. */
  keeping(recordings: readonly string[], policy: string | null, folder: string): Promise<(recording: string, verdict: Verdict) => Promise<KeptSession>>;
  /** A fresh folder, or this one, made when it is not there. */
  folder(path: string | null): Promise<string>;
  /** Has a third party vouch for what is kept; resolves with the address of that. null: nobody asked for it. */
  readonly attest: ((statement: SessionStatement) => Promise<string>) | null;
  /** null: the CI product takes what is in the folder by itself. */
  readonly artifacts: ArtifactStore | null;
}

/** Runs the verb; resolves with the exit code. Throws GateError when nothing was kept. */
export async function sessionArtifact(raw: RawInputs, deps: SessionArtifactDeps): Promise<number> {
  const { host } = deps;
  const inputs = parseInputs(raw);
  const recordings = await deps.find(inputs.sessions);
  if (recordings.length === 0) throw new GateError('INPUT_INVALID', 'there is no recording to keep', { hint: 'run a guarded step before, or name one: `session: path/to/session.jsonl`' });
  const judge = await deps.trusting(inputs.trust);
  const folder = await deps.folder(inputs.out);
  const keep = await deps.keeping(recordings, inputs.policy, folder);
  const kept: KeptSession[] = [];
  const refused: { source: string; verdict: Verdict }[] = [];
  for (const recording of recordings) {
    const verdict = await judge(recording);
    if (isRefused(verdict, inputs.trust)) refused.push({ source: recording, verdict });
    else kept.push(await keep(recording, verdict));
  }
  for (const { source, verdict } of refused) host.annotate('error', `the recording \`${source}\` is not kept: it is ${verdict.state}: ${verdict.explanation}`);
  for (const { source, verdict } of kept) if (verdict.state === 'incomplete') host.annotate('warning', `the recording \`${source}\` is incomplete: ${verdict.explanation}`);
  for (const { source, masked } of kept) if (total(masked) > 0) host.annotate('warning', `${total(masked)} values of \`${source}\` were masked once more (${Object.keys(masked).join(', ')}): the copy that is kept is not the file that was sealed`);
  for (const { source, verdict } of kept) if (verdict.state === 'signed') host.log.info(`the recording \`${source}\` is signed (${signerOf(verdict)})`);
  await host.summary(storyOf(kept, refused));
  tell(kept, host);
  if (kept.length > 0) await store({ kept, folder, inputs }, deps);
  if (deps.attest !== null) await attestAll(kept, deps.attest, host);
  return refused.length > 0 || kept.some(({ verdict }) => verdict.state === 'incomplete') ? EXIT.denied : EXIT.done;
}

interface Inputs {
  readonly sessions: readonly string[];
  readonly name: string | null;
  readonly retentionDays: number | null;
  readonly trust: Trust;
  readonly policy: string | null;
  readonly out: string | null;
}

function parseInputs(raw: RawInputs): Inputs {
  const days = textInput(raw, sessionArtifactSpec, 'retention-days') ?? null;
  if (days !== null && (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > 90)) throw new GateError('INPUT_INVALID', `input \`retention-days\` is \`${days}\``, { hint: 'it takes a number of days from 1 to 90' });
  const name = textInput(raw, sessionArtifactSpec, 'name') ?? null;
  // @see https://github.com/actions/toolkit/tree/main/packages/artifact: what no file system takes.
  if (name !== null && /["':<>|*?\r\n\\/]/.test(name)) throw new GateError('INPUT_INVALID', `input \`name\` is \`${name}\``, { hint: 'an artifact is not named with any of `" : < > | * ? \\ /`' });
  const text = (input: string): string | null => textInput(raw, sessionArtifactSpec, input) ?? null;
  return { sessions: listInput(raw, 'session'), name, retentionDays: days === null ? null : Number(days), trust: trustOf(raw), policy: text('policy'), out: text('out') };
}

/** Whom the inputs say to believe. */
export function trustOf(raw: RawInputs): Trust {
  const text = (input: string): string | null => textInput(raw, sessionArtifactSpec, input) ?? null;
  return { keys: listInput(raw, 'key'), trustedRoot: text('trusted-root'), identity: text('identity'), issuer: text('issuer') };
}

function isRefused({ state }: Verdict, { keys, trustedRoot }: Trust): boolean {
  return state === 'altered' || ((keys.length > 0 || trustedRoot !== null) && state === 'unsigned');
}

/** Digits of a key's id that people are shown. */
const SHOWN_ID = 16;

// Names in certificates are shown as the certificate of a trusted authority has them; ids of keys are hexadecimal.
function signerOf({ signedBy, signedThrough }: Verdict): string {
  return signedThrough === 'keyless' ? `keyless, by ${signedBy ?? ''}` : `by the key ${(signedBy ?? '').slice(0, SHOWN_ID)}`;
}

function tell(kept: readonly KeptSession[], host: Host): void {
  const sum = (decision: 'deny' | 'review'): string => String(kept.reduce((count, { verdict }) => count + verdict.counts.operations[decision], 0));
  host.output('denied', sum('deny'));
  host.output('reviewed', sum('review'));
}

async function store({ kept, folder, inputs }: { kept: readonly KeptSession[]; folder: string; inputs: Inputs }, { host, artifacts }: SessionArtifactDeps): Promise<void> {
  const files = kept.flatMap((session) => session.files);
  if (artifacts === null) {
    host.output('artifact-id', '');
    host.output('artifact-url', '');
    host.output('digest', kept[0]?.sha256 ?? '');
    host.log.info(`${files.length} files of ${kept.length} session${kept.length === 1 ? '' : 's'} are in \`${folder}\``);
    return;
  }
  const id = kept[0]?.verdict.header?.session ?? 'session';
  const artifact = await artifacts.upload({ name: inputs.name ?? `ostiary-${id}`, otherName: inputs.name === null ? null : `${inputs.name}-${id}`, folder, files, retentionDays: inputs.retentionDays });
  host.output('artifact-id', artifact.id);
  host.output('artifact-url', artifact.url ?? '');
  host.output('digest', artifact.sha256);
  host.log.info(`kept as the artifact \`${artifact.name}\`, ${artifact.id}, sha256 ${artifact.sha256}`);
}

// After the upload: what fails here costs an attestation, not a recording.
async function attestAll(kept: readonly KeptSession[], attest: NonNullable<SessionArtifactDeps['attest']>, host: Host): Promise<void> {
  for (const { source, statement } of kept) {
    if (statement === null) host.annotate('warning', `the recording \`${source}\` is not attested: what is kept is not a whole recording as it was sealed`);
    else host.log.info(`the recording of ${statement.predicate.session} is attested: ${await attest(statement)}`);
  }
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

const MARKS: Readonly<Record<SessionEnd['outcome'], string>> = { ok: '✅', failed: '❌', denied: '⛔', pending: '⏳', error: '💥' };

// The job's page: what a person asks first, who did what and what was refused.
function storyOf(kept: readonly KeptSession[], refused: readonly { source: string; verdict: Verdict }[]): string {
  const rows = kept.map(({ verdict, sha256 }) => {
    const { header, end, counts } = verdict;
    const { allow, review, deny } = counts.operations;
    const outcome = end === null ? '💥 cut off' : `${MARKS[end.outcome]} ${end.outcome}`;
    return `| ${code(header?.session ?? '?')} | ${cell(whoOf(header))} | ${cell(header?.resources.map(({ name }) => name).join(', ') ?? '')} | ${outcome} | ${allow} | ${review} | ${deny} | **${verdict.state}**${verdict.state === 'signed' ? ` (${cell(signerOf(verdict))})` : ''} | \`${sha256.slice(0, 12)}\` |`;
  });
  const parts = ['## Guarded sessions\n\n| session | who | resources | outcome | allowed | for review | denied | recording | sha256 |\n|---|---|---|---|---:|---:|---:|---|---|\n' + rows.join('\n')];
  const refusals = kept.flatMap((session) => session.refusals);
  if (refusals.length > 0) {
    parts.push(`### What was refused\n\n| decision | statement | rule | why |\n|---|---|---|---|\n${refusals.map(({ decision, statement, rules, reason }) => `| ${decision} | ${code(statement)} | ${code(rules.join(', '))} | ${cell(reason)} |`).join('\n')}`);
  }
  if (refused.length > 0) parts.push(`### Not kept\n\n${refused.map(({ source, verdict }) => `- ${code(source)}: **${verdict.state}**, ${cell(verdict.explanation)}`).join('\n')}`);
  parts.push('Check it yourself: `ostiary session verify session.jsonl`, read it: `ostiary session replay session.jsonl`.');
  return `${parts.join('\n\n')}\n`;
}

function whoOf(header: SessionHeader | null): string {
  if (header === null) return '?';
  const { names, subject } = header.principal;
  return [names.length > 0 ? names.join(', ') : subject, ...(header.prompter === null ? [] : [`for ${header.prompter}`])].join(' ');
}

const MAX_CELL = 300;

// What a recording holds is somebody's text: it must not become markup of the job's page.
function cell(text: string): string {
  // Match "\n", "|", "<" and "`": what ends a cell or begins markup. Control and bidirectional characters are shown by their numbers.
  return text.slice(0, MAX_CELL).replace(/[\r\n\t]+/g, ' ').replace(/[\\|<>&`*_[\]!#~@]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

function code(text: string): string {
  return `<code>${cell(text)}</code>`;
}
