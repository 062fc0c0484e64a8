// SPDX-License-Identifier: Apache-2.0
//
// What can be said of a recording, and the one sentence that says it to a person. Refuses to judge: it has only words for what the verifier
// found, and shows nothing that a hostile file says of itself.
import type { SessionEnd, SessionHeader } from '../core/events.js';
import type { EnvelopeWorth } from './trust.js';

/**
 * `signed`: whole, and a key that the verifier trusts says so. `unsigned`: whole, nobody vouches for it. `incomplete`: whole as far as
 * it goes, without its end. `altered`: not as a recorder wrote it.
 */
export type VerdictState = 'signed' | 'unsigned' | 'incomplete' | 'altered';

/** Where a recording stops being one. `line` counts from 1, `seq` from 0 as in the file. */
export interface Alteration {
  readonly line: number;
  readonly seq: number;
  readonly what: string;
}

/** What is said where only the hash that ties two lines does not fit. */
export const CHAIN_BROKEN = 'it does not follow the line before it: one of the two was changed, or lines are missing, added or swapped';

/** What is in a recording, as far as it was read. */
export interface RecordingCounts {
  readonly lines: number;
  readonly connections: number;
  readonly refused: number;
  readonly gate: number;
  readonly operations: { readonly allow: number; readonly review: number; readonly deny: number };
  /** How operations ended; one that was refused has not failed. */
  readonly done: { readonly ok: number; readonly failed: number; readonly unknown: number };
  /** Operations that were allowed and of whose end there is no word: the connection or the gate went first. */
  readonly unanswered: number;
}

/** What can be said of a recording. */
export interface Verdict {
  readonly state: VerdictState;
  /** One sentence for a person. */
  readonly explanation: string;
  readonly at: Alteration | null;
  readonly counts: RecordingCounts;
  readonly header: SessionHeader | null;
  readonly end: SessionEnd | null;
  /** Id of the trusted key that signed it, or the name in the certificate; null unless `signed`. */
  readonly signedBy: string | null;
  /** What that is: a key, or an identity that an authority certified; null unless `signed`. */
  readonly signedThrough: 'key' | 'keyless' | null;
}

/** How many lines, from the first, are as they were recorded; where a chain is broken, the line before may be the one that was changed. */
export function trustedLines({ at, counts }: Pick<Verdict, 'at' | 'counts'>): number {
  return at?.what === CHAIN_BROKEN ? counts.lines - 1 : counts.lines;
}

type Good = Extract<EnvelopeWorth, { kind: 'good' }>;
/** What lies beside a recording, once it was compared with its bytes. */
export type Signature = { readonly kind: 'none' } | Omit<Good, 'statement'> | Exclude<EnvelopeWorth, { kind: 'good' }>;

/** Lines that a trusted key vouches for, by the last checkpoint or closing line that it signed; `by`: who that is, as the beginning of a sentence. */
export interface Vouched {
  readonly lines: number;
  readonly by: string;
}

/** Keys of strangers that are told. */
export const MAX_STRANGERS = 3;

/** What was found in the file itself. */
export interface Findings {
  readonly at: Alteration | null;
  readonly lines: number;
  readonly isEnded: boolean;
  readonly isTorn: boolean;
  readonly unanswered: number;
  readonly vouched: Vouched | null;
  /** Keys that signed and are not trusted; a few of them. */
  readonly strangers: readonly string[];
  /** How many keys the verifier trusts. */
  readonly keysGiven: number;
}

/** The sentence. */
export function explained(findings: Findings, signature: Signature): string {
  const { at, lines, unanswered } = findings;
  if (at !== null) {
    const nothing = lines === 0 ? ', so this is no recording, or its beginning was changed' : '';
    return `line ${at.line} (event ${at.seq}) is not as it was recorded: ${at.what}${nothing}`;
  }
  if (lines === 0) return 'there is no whole line in it: the recorder had only begun, or everything was cut off';
  const open = unanswered === 0 ? '' : `; the end of ${unanswered} allowed operation${unanswered === 1 ? '' : 's'} is not known`;
  if (!findings.isEnded) return `${endless(findings)}${open}`;
  const whole = `all ${lines} lines follow each other and the counts agree`;
  if (signature.kind === 'good') return `${whole}, and ${signature.by} signed exactly this file${open}`;
  if (signature.kind === 'bad') return `${whole}, but ${envelopeFault(signature.what)}`;
  return `${whole}; ${unsigned(findings, signature)}${open}`;
}

function endless({ lines, isTorn, vouched }: Findings): string {
  const torn = isTorn ? ' and the last one is cut off' : '';
  const first = vouched === null ? '' : `; ${vouched.by} vouches for the first ${vouched.lines} of them`;
  return `the ${lines} lines that are there follow each other, but the closing line is missing${torn}: the gate ended before the session did, or the end was removed${first}`;
}

function unsigned({ vouched, strangers, keysGiven }: Findings, signature: Signature): string {
  if (signature.kind === 'unknown') return `${signature.why}, so nobody whom you trust vouches for it`;
  const keys = signature.kind === 'stranger' ? signature.keyIds : strangers;
  if (vouched !== null) return `${vouched.by} signed lines in it, but the envelope that signs the whole file is not there: its outcome is not vouched for`;
  if (keys.length === 0) return `it is not signed, so nobody vouches that it was not written anew${keysGiven > 0 ? ', and the keys given have nothing to check' : ''}`;
  const by = `it carries a signature by the key ${keys.slice(0, MAX_STRANGERS).map(short).join(', ')}`;
  return `${by}, which ${keysGiven > 0 ? 'is none of those that you trust' : 'was not checked: give the keys that you trust with `--key FILE`'}, so nobody vouches for it`;
}

function envelopeFault(what: string): string {
  return what.startsWith('the envelope') ? what : `the envelope beside it is not as it was made: ${what}`;
}

function short(keyId: string): string {
  // Match "0f3a…", miss "`; rm": what a hostile file says of a key is shown as hexadecimal or not at all.
  return /^[0-9a-f]{16,}$/.test(keyId) ? `\`${keyId.slice(0, 16)}\`` : 'of no name';
}
