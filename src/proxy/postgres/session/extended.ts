// SPDX-License-Identifier: Apache-2.0
//
// The client's extended protocol: Parse is read, Bind is asked about, Execute claims what its Bind was allowed. Every method returns
// false when the message must wait until everything before it is answered. Refuses names that it does not know: what is not known
// was not judged.
import type { Draft, Refusal, WireContext } from '../../../gate/wire.js';
import { ask, HARMLESS, isEmpty, NOTHING, refuseMessage, unreadableCatalog } from './submit.js';
import { BodyReader } from '../protocol/body.js';
import { pathOf, sameRelations, tells } from '../names/bindings.js';
import { declaredAs, runsWhenMade } from './declared-types.js';
import { Describable, UNDESCRIBED } from '../names/describable.js';
import { claimOf, type Effects, effectsOf, together } from '../effects/effects.js';
import { readExecute, readName, readNamed, readParse, unknownFormat } from '../protocol/frontend.js';
import { Frame, frame as frameOf } from '../protocol/frames.js';
import { bare, cstring, FRONTEND } from '../protocol/messages.js';
import type { SessionParts } from './parts.js';
import { Portal, type Statement } from '../names/prepared.js';
import { TOO_MUCH, WIRE_SQLSTATE, wireRefusal } from '../protocol/refusals.js';
import { BindStep, ParseStep } from '../pipeline/steps.js';

/** Statements whose facts hang on no other statement's name. */
const SELF_CONTAINED: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'VALUES', 'BEGIN', 'COMMIT', 'ROLLBACK']);

/** Statements that are looked up by name each time they run. */
const BY_NAME: ReadonlySet<string> = new Set(['EXECUTE', 'FETCH', 'MOVE', 'CLOSE CURSOR', 'CLOSE CURSOR ALL', 'DEALLOCATE', 'DEALLOCATE ALL']);

/** What Execute tells about the portal that it runs; null: nothing, or it must wait, or it was refused. */
export type Executed = Portal | 'wait' | null;

export class Extended {
  readonly #parts: SessionParts;
  readonly #describable: Describable;
  /** Grows with every Sync. */
  #segment = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#describable = new Describable(parts.names, parts.gate);
  }

  /** A Query goes by. */
  queried(): void {
    this.#describable.passed();
  }

  parse(frame: Frame, settled: boolean): boolean {
    const { gate, line, names, state } = this.#parts;
    // How the text is read hangs on settings, and what its names stand for on definitions; both may be changing.
    if (!settled && !state.settled) return false;
    const { name, sql, parameterTypes } = readParse(frame);
    const source = Buffer.from(sql);
    const drafts = gate.analyse(source);
    const [draft] = drafts;
    const context = state.context();
    const turn = this.#parts.lock.free ? 'go' : this.#turn(frame, together(drafts.map((each) => effectsOf(gate.facts(each, context)))));
    if (turn !== 'go') return turn === 'refused';
    const statement: Statement = { name, source, draft: drafts.length > 1 ? null : (draft ?? NOTHING), parameterTypes, bySql: false, context, effects: null, effectsIn: null };
    if (name !== '' && !names.fits(1, source, drafts)) {
      this.#refuse(frame, TOO_MUCH);
      return true;
    }
    const checked = parameterTypes.find((type) => runsWhenMade(type, context.catalog));
    if (checked !== undefined) {
      this.#refuse(frame, declaredAs(context.catalog.types.get(checked)?.name ?? `type ${checked}`));
      return true;
    }
    names.statements.announce(name, statement, this.#segment);
    this.#describable.made(statement);
    const unreadable = drafts.length === 1 && draft !== undefined && draft.failure !== null;
    const step = new ParseStep(frame, statement, { context, watcher: line, asked: unreadable ? [draft] : [] });
    if (unreadable) ask(step, line, gate);
    else line.enqueue(step);
    line.pump();
    return true;
  }

  bind(frame: Frame, settled: boolean): boolean {
    const { line, names, state } = this.#parts;
    if (!settled && !state.namesHold) return false;
    // First, since a context of its own time takes away the names that no longer hold in it.
    const context = state.context();
    const body = new BodyReader(frame);
    const portalName = readName(body);
    const statement = names.statements.find(readName(body), this.#segment);
    if (statement === 'wait') return false;
    const draft = statement === undefined ? null : this.#draftOf(statement);
    if (statement === undefined || draft === null) {
      this.#refuse(frame, statement === undefined ? NO_STATEMENT : NOT_ONE_STATEMENT);
      return true;
    }
    if (!this.#stillMeant(statement, draft, context)) {
      this.#refuse(frame, REBOUND);
      return true;
    }
    const empty = isEmpty([draft]);
    const format = empty ? null : unknownFormat(frame);
    if (format !== null) {
      this.#refuse(frame, wireRefusal(WIRE_SQLSTATE.badParameter, `unsupported format code: ${format}`, 'a format is 0 for text or 1 for binary'));
      return true;
    }
    const effects = empty ? HARMLESS : this.#effects(statement, draft, context);
    if (!settled && !state.settled && !effects.controlOnly) return false;
    if (state.unavailable !== null && !effects.controlOnly) throw unreadableCatalog(state.unavailable);
    const turn = this.#turn(frame, effects);
    if (turn !== 'go') return turn === 'refused';
    const made = effects.names + (portalName === '' ? 0 : 1);
    if (made > 0 && !names.fits(made, statement.source, [draft])) {
      this.#refuse(frame, TOO_MUCH);
      return true;
    }
    const portal = new Portal(portalName, draft, { statement, effects, generation: state.generation, context });
    this.#announce(portal, new BindStep(frame, portal, { context, watcher: line, draft }), empty);
    return true;
  }

  #announce(portal: Portal, step: BindStep, empty: boolean): void {
    const { gate, line, names, state } = this.#parts;
    names.portals.announce(portal.name, portal, this.#segment);
    this.#describable.made(portal);
    if (empty) {
      step.undecided = false;
      line.enqueue(step);
    } else {
      ask(step, line, gate, state);
    }
    line.pump();
  }

  describe(frame: Frame, settled: boolean): boolean {
    const { line, names, state } = this.#parts;
    if (!settled && !state.namesHold) return false;
    const { kind, name } = readNamed(frame);
    const what = (kind === 'portal' ? names.portals : names.statements).find(name, this.#segment);
    const allowed = what === 'wait' || what === undefined || this.#describable.allows(what, this.#segment);
    if (what === 'wait' || allowed === 'wait') return false;
    if (!allowed) {
      this.#refuse(frame, UNDESCRIBED);
      return true;
    }
    const portal = what instanceof Portal ? what : null;
    if (portal !== null) portal.described = true;
    line.enqueue({ kind: 'describe', frame, portal, own: false });
    line.pump();
    return true;
  }

  execute(frame: Frame, settled: boolean): Executed {
    const { line, names, state } = this.#parts;
    if (!settled && !state.namesHold) return 'wait';
    const { portal: name } = readExecute(frame);
    const portal = names.portals.find(name, this.#segment);
    if (portal === 'wait') return 'wait';
    if (portal === undefined) {
      this.#refuse(frame, NO_PORTAL);
      return null;
    }
    // Utility statements find their names only now: what was judged at Bind must still be what runs.
    // Not by what was sent: an Execute that the server skipped has begun nothing.
    if (portal.result?.started !== true && portal.generation !== state.generation) {
      this.#refuse(frame, CHANGED);
      return null;
    }
    const describable = portal.described || this.#describable.allows(portal, this.#segment);
    if (describable === 'wait') return 'wait';
    if (!describable) {
      this.#refuse(frame, UNDESCRIBED);
      return null;
    }
    if (!portal.described) this.#describeFirst(portal);
    this.#describable.passed();
    const mayDefine = portal.effects !== null && state.note(portal.effects);
    line.enqueue({ kind: 'execute', frame, portal, mayDefine, claim: portal.effects === null || portal.result?.started === true ? 'none' : claimOf(portal.effects, mayDefine) });
    if (portal.effects?.copiesIn === true) line.enqueue({ kind: 'flush', frame: FLUSH_FRAME });
    line.pump();
    return portal;
  }

  close(frame: Frame): void {
    const { line, names } = this.#parts;
    const { kind: what, name } = readNamed(frame);
    if (what === 'portal') this.#describable.passed();
    (what === 'statement' ? names.statements : names.portals).announce(name, null, this.#segment);
    line.enqueue({ kind: 'close', frame, what, name });
    line.pump();
  }

  sync(frame: Frame): void {
    this.#segment += 1;
    this.#describable.passed();
    this.#parts.state.boundary();
    this.#parts.line.enqueue({ kind: 'sync', frame });
    this.#parts.line.pump();
  }

  // A statement that SQL's PREPARE made is run, not prepared again: it is judged as the EXECUTE that it amounts to.
  #draftOf(statement: Statement): Draft | null {
    if (!statement.bySql) return statement.draft;
    return this.#parts.gate.analyse(Buffer.from(`EXECUTE "${statement.name.replaceAll('"', '""')}"`))[0] ?? null;
  }

  // Under the same search path the server does not look names up again; where they would be others now, it runs what we did not judge.
  #stillMeant({ context: before }: Statement, draft: Draft, context: WireContext): boolean {
    if (before === null || before === context || (tells(before) && tells(context) && pathOf(before) !== pathOf(context))) return true;
    if (BY_NAME.has(draft.statement) || !tells(context)) return true;
    const { gate } = this.#parts;
    return tells(before) && sameRelations(gate.facts(draft, before), gate.facts(draft, context));
  }

  #effects(statement: Statement, draft: Draft, context: WireContext): Effects {
    if (statement.effects !== null && statement.effectsIn === context) return statement.effects;
    const effects = effectsOf(this.#parts.gate.facts(draft, context));
    if (SELF_CONTAINED.has(draft.statement)) {
      statement.effects = effects;
      statement.effectsIn = context;
    }
    return effects;
  }

  // INVARIANT: rows pass only under a plan, so the server must have said what they look like, whatever the client asked for.
  #describeFirst(portal: Portal): void {
    portal.described = true;
    const bytes = portal.name === '' ? DESCRIBE_UNNAMED : frameOf(FRONTEND.describe, PORTAL, cstring(portal.name));
    this.#parts.line.enqueue({ kind: 'describe', frame: new Frame(FRONTEND.describe, bytes, 0, bytes.length), portal, own: true });
  }

  // The server looks names up at Parse, and again at Bind.
  #turn(frame: Frame, effects: Effects): 'go' | 'wait' | 'refused' {
    const { lock, state, line } = this.#parts;
    const answer = lock.mayBeJudged(frame, { claim: claimOf(effects, false), outdated: state.isBehind(line) });
    if (answer === 'go' || answer === 'wait') return answer;
    this.#refuse(frame, answer);
    return 'refused';
  }

  #refuse(frame: Frame, refusal: Refusal): void {
    const { line, gate, state } = this.#parts;
    refuseMessage(frame, refusal, { as: 'extended', line, gate, context: state.context() });
  }
}

const PORTAL = Buffer.from('P');
const DESCRIBE_UNNAMED = frameOf(FRONTEND.describe, PORTAL, cstring(''));
const FLUSH = bare(FRONTEND.flush);
const FLUSH_FRAME = new Frame(FRONTEND.flush, FLUSH, 0, FLUSH.length);

const NO_STATEMENT = wireRefusal(WIRE_SQLSTATE.noStatement, 'prepared statement does not exist', 'prepare it on this connection first');
const NOT_ONE_STATEMENT = wireRefusal(WIRE_SQLSTATE.notAllowed, 'ostiary: the prepared statement is not known to be exactly one readable statement', 'rephrase: prepare it again under another name, one statement at a time');
const REBOUND = wireRefusal(WIRE_SQLSTATE.notNow, 'ostiary: the names in this statement stand for something else now than when it was parsed', 'rephrase: prepare the statement again');
const NO_PORTAL = wireRefusal(WIRE_SQLSTATE.noCursor, 'portal does not exist, or was not bound by this protocol', 'bind it first, or use FETCH for a cursor of SQL');
const CHANGED = wireRefusal(WIRE_SQLSTATE.notNow, 'ostiary: the session changed between Bind and Execute', 'rephrase: bind the statement again, and execute it before anything else');
