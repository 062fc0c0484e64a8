// SPDX-License-Identifier: Apache-2.0
//
// Judges a recording line by line, by its own contents and nothing else: chain, numbering, shapes, counts, and that nothing was done
// that was not decided. Refuses to call anything whole that is not; never throws, whatever the file holds.
import type { RecordedLine, SessionEnd, SessionHeader } from '../core/events.js';
import { BitSet } from './bit-set.js';
import { FIRST_PREV, lineHash } from './chain.js';
import type { Line } from './lines.js';
import { parseLine, SHAPES } from './shapes.js';
import { type EnvelopeWorth, TrustedKeys } from './trust.js';
import { type Alteration, CHAIN_BROKEN, explained, MAX_STRANGERS, type Signature, type Verdict, type Vouched } from './verdict.js';

type Good = Extract<EnvelopeWorth, { kind: 'good' }>;

/** What lies beside a file. */
interface Beside {
  readonly signatures: readonly EnvelopeWorth[];
  readonly sha256: string;
}

/** The order in which signatures count. */
const WEIGHT: readonly Signature['kind'][] = ['bad', 'good', 'unknown', 'stranger'];

/** Operations may be numbered without being recorded when an event is too long for a line; more of them than this is no recorder's work. */
const MAX_SKIPPED_OPERATIONS = 1_000_000;

type Chained<Type extends RecordedLine['type']> = Extract<RecordedLine, { type: Type }>;

/** Feed it every line in order, then ask for the verdict. */
export class Verifier {
  #lines = 0;
  #prev = FIRST_PREV;
  #before: RecordedLine | null = null;
  #torn = false;
  #at: Alteration | null = null;
  #header: SessionHeader | null = null;
  /** What seals have to be about: the session, and the key that the first line names; one of an early version says nothing of a key. */
  #sealing: Pick<SessionHeader, 'session' | 'key'> = { session: '' };
  #end: SessionEnd | null = null;
  /** Keys that signed and are not trusted; a few of them. */
  readonly #strangers = new Set<string>();
  #vouched: Vouched | null = null;
  readonly #keys: TrustedKeys;
  #operation = 0;
  readonly #allowed = new BitSet();
  readonly #answered = new BitSet();
  readonly #counts = { connections: 0, refused: 0, gate: 0, operations: { allow: 0, review: 0, deny: 0 }, done: { ok: 0, failed: 0, unknown: 0 }, unanswered: 0 };

  constructor(keys: TrustedKeys = new TrustedKeys([])) {
    this.#keys = keys;
  }

  /** True once something is wrong: later lines are not judged any more. */
  get altered(): boolean {
    return this.#at !== null;
  }

  /** Lines that are as they were recorded. */
  get lines(): number {
    return this.#lines;
  }

  /** The first line, once it was read. */
  get header(): SessionHeader | null {
    return this.#header;
  }

  /** Judges the next line; returns it when it is a whole line of a recording, in its right place or not: nobody judges one that was cut off, so nobody tells it. */
  see({ bytes, terminated, overlong }: Line): RecordedLine | null {
    const parsed = overlong ? { kind: 'wrong' as const, what: 'it is longer than any recorder writes' } : parseLine(bytes);
    if (this.#at === null) {
      if (this.#end !== null) this.#alter('it stands after the closing line');
      // Only the last line of a file can lack its line feed: a write that was cut off.
      else if (!terminated && !overlong) this.#torn = true;
      else if (parsed.kind === 'no-json') this.#alter('it is not JSON');
      else if (parsed.kind === 'wrong') this.#alter(parsed.what);
      else this.#judge(parsed.line, bytes);
    }
    return parsed.kind === 'line' && terminated ? parsed.line : null;
  }

  /** The verdict on what was seen. `signatures`: what those that lie beside the file are worth; `sha256`: of all its bytes, hex. */
  verdict(beside: Beside = { signatures: [], sha256: '' }): Verdict {
    const signature = this.#signature(beside);
    const own = this.#at !== null ? 'altered' : this.#end === null ? 'incomplete' : 'unsigned';
    const state = own !== 'unsigned' ? own : signature.kind === 'good' ? 'signed' : signature.kind === 'bad' ? 'altered' : 'unsigned';
    const signed = state === 'signed' && signature.kind === 'good' ? signature : null;
    return {
      state, explanation: explained({ at: this.#at, lines: this.#lines, isEnded: this.#end !== null, isTorn: this.#torn, unanswered: this.#counts.unanswered, vouched: this.#vouched, strangers: [...this.#strangers], keysGiven: this.#keys.size }, signature), at: this.#at, header: this.#header, end: this.#end, signedBy: signed?.keyId ?? null, signedThrough: signed?.through ?? null,
      counts: { lines: this.#lines, ...structuredClone(this.#counts) },
    };
  }

  // One that does not fit outweighs one that does; one that is believed, those that are not.
  #signature({ signatures, sha256 }: Beside): Signature {
    const found = signatures.map((one) => (one.kind === 'good' ? this.#fitting(one, sha256) : one));
    return WEIGHT.flatMap((kind) => found.filter((one) => one.kind === kind))[0] ?? { kind: 'none' };
  }

  #fitting({ statement, ...signer }: Good, sha256: string): Signature {
    if (statement.subject[0].digest.sha256 === sha256) return signer;
    const session = this.#header?.session;
    const other = session !== undefined && statement.predicate.session !== session;
    return { kind: 'bad', what: other ? `the envelope beside it is signed for another session, \`${statement.predicate.session}\`` : `the envelope beside it is signed by ${signer.through === 'key' ? 'a key that you trust' : 'whom you expect'}, for a file with other bytes` };
  }

  #judge(line: RecordedLine, bytes: Buffer): void {
    const fault = this.#placeFault(line) ?? this.#contentFault(line, bytes);
    if (fault !== null) {
      this.#alter(fault);
      return;
    }
    this.#lines += 1;
    this.#prev = lineHash(bytes);
    this.#before = line;
  }

  #placeFault(line: RecordedLine): string | null {
    if (line.prev !== this.#prev) return this.#lines === 0 ? 'it does not begin a chain' : CHAIN_BROKEN;
    if (line.seq !== this.#lines) return `it is numbered ${line.seq} where ${this.#lines} comes next`;
    if ((line.type === 'session') !== (this.#lines === 0)) return this.#lines === 0 ? 'a recording begins with its session line' : 'a session line stands only at the beginning';
    return null;
  }

  #contentFault(line: RecordedLine, bytes: Buffer): string | null {
    switch (line.type) {
      case 'session':
        this.#header = line;
        this.#sealing = line;
        return null;
      case 'decided':
        return this.#decided(line);
      case 'done':
        return this.#done(line);
      case 'checkpoint':
        return this.#sealed(line);
      case 'end':
        return this.#ended(line, bytes);
      case 'connection':
        this.#counts.connections += 1;
        return null;
      case 'refused':
        this.#counts.refused += 1;
        return null;
      case 'gate':
        this.#counts.gate += 1;
        return null;
      case 'disconnected':
      case 'prompt':
      case 'tool':
      case 'tool-result':
      case 'approval':
      case 'output':
        return null;
    }
  }

  #decided({ operation, decision, seq }: Chained<'decided'>): string | null {
    if (operation <= this.#operation) return `operation ${operation} is decided after operation ${this.#operation}`;
    if (operation > seq + MAX_SKIPPED_OPERATIONS) return `operation ${operation} can not come this early`;
    this.#operation = operation;
    this.#counts.operations[decision] += 1;
    if (decision === 'allow') {
      this.#allowed.add(operation);
      this.#counts.unanswered += 1;
    }
    return null;
  }

  #done({ operation, outcome }: Chained<'done'>): string | null {
    if (operation < 1 || operation > this.#operation) return `operation ${operation} is done without having been decided`;
    if (this.#answered.has(operation)) return `operation ${operation} is done twice`;
    this.#answered.add(operation);
    const isAllowed = this.#allowed.has(operation);
    // A refused operation was counted as that; that it then "failed" is no news.
    if (isAllowed || outcome !== 'failed') this.#counts.done[outcome] += 1;
    if (isAllowed) this.#counts.unanswered -= 1;
    return null;
  }

  #sealed({ count, head, key, signature }: Chained<'checkpoint' | 'end'>): string | null {
    if (count !== this.#lines) return `it says that ${count} lines stand before it, and there are ${this.#lines}`;
    if (head !== this.#prev) return 'its head is not the hash of the line before it';
    const { session, key: meant } = this.#sealing;
    if (meant !== undefined && meant !== key) return 'it is not signed with the key that the first line names';
    if (signature === null) return meant === undefined || meant === null ? null : 'its signature was taken out';
    const worth = this.#keys.seal({ session, count, head }, key, signature);
    if (worth === 'bad') return 'its signature, said to be of a key that you trust, does not fit the lines before it';
    if (worth === 'good') this.#vouched = { lines: count, by: this.#keys.behind(key) };
    else if (this.#strangers.size < MAX_STRANGERS) this.#strangers.add(key ?? '?');
    return null;
  }

  // No later line covers this one, so each of its bytes must follow from the lines before it or be the only one possible.
  #ended(line: Chained<'end'>, bytes: Buffer): string | null {
    const { allow, review, deny } = this.#counts.operations;
    const fault = this.#sealed(line);
    if (fault !== null) return fault;
    if (line.operations.allow !== allow || line.operations.review !== review || line.operations.deny !== deny) return 'its counts of operations are not those of the lines before it';
    if (this.#before?.type !== 'checkpoint' || this.#before.at !== line.at) return 'it does not belong to the checkpoint before it';
    if (!isPlain(line, bytes)) return 'it is not written as a recorder writes it';
    this.#end = line;
    return null;
  }

  #alter(what: string): void {
    this.#at = { line: this.#lines + 1, seq: this.#lines, what };
  }
}

const END_FIELDS = Object.keys(SHAPES.end).join();
const COUNT_FIELDS = Object.keys(SHAPES.end.operations.fields).join();

// Whether the line's bytes are the one way to write it: its fields and no others, in their order, no white space, no needless escapes.
function isPlain(line: Chained<'end'>, bytes: Buffer): boolean {
  return Object.keys(line).join() === END_FIELDS && Object.keys(line.operations).join() === COUNT_FIELDS && JSON.stringify(line) === bytes.toString('utf8');
}
