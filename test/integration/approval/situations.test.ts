// SPDX-License-Identifier: Apache-2.0
//
// What each situation on a pull request means, on GitHub and on GitLab, through the real clients: exactly who counts, what is missing, why
// it is refused. The second line is GitLab's where it differs.
import { approvalBranch, type Asked, manifestDigest, manifestPaths, manifestText } from '../../../src/approval/manifest.js';
import { renderManifest } from '../../../src/approval/render.js';
import { verifyApproval } from '../../../src/approval/verify.js';
import { approvalGate, type Judged, type Proposal } from '../../../src/commands/approval-gate.js';
import type { Manifest, PersonRef } from '../../../src/core/manifest.js';
import type { Host } from '../../../src/core/ports.js';
import { askedOf, DBA, explain, filesOf, manifestOf, putUp, unlikePolicy } from '../../support/approvals.js';
import { type Activity, AGENT, ANN, BOB, CID, DAN, EVE, type ForgeWorld, GATE, REPOSITORY, type WorldPull, type WorldReview, WEB_FLOW } from '../../support/forge-world.js';
import { lineOf, type Scene, sceneOf, watch } from '../../support/situations.js';

const HOUR = 3600;
const ONE_MORE = 'pending: 1 more person of: team acme/dba';
const WHO_ASKED = '(1 of them because who prompted the agent is not known)';
const TWO_MORE = `pending: 2 more people of: team acme/dba ${WHO_ASKED}`;
const CLAUDE = { id: null, email: 'noreply@anthropic.com', name: 'Claude' };
const SRE = { ...DBA, rule: 'data', teams: ['acme/sre'] };
const OWNERS = { ...DBA, teams: [], codeowners: true };
const TWO = { ...DBA, count: 2 };
type Situation = readonly [name: string, happens: (scene: Scene) => void, github: string, gitlab?: string];

const approve = (scene: Scene, ...people: readonly number[]): void => people.forEach((id) => void scene.world.approve(scene.pull.number, id));
const push = (scene: Scene, by: number, more: Partial<Parameters<ForgeWorld['push']>[1]> = {}): string => scene.world.push(scene.pull.branch, { by, ...more });
const role = (scene: Scene, id: number, to: 'admin' | 'maintain' | 'triage' | 'read' | 'none'): void => void (scene.world.user(id).role = to);
const other = (scene: Scene, manifest = manifestOf()): void => void Object.assign(scene, { manifest, pull: putUp(scene.world, manifest), digest: manifestDigest(manifest) });
const putUpBy = (scene: Scene, by: number, manifest = manifestOf([askedOf('drop table a')])): void => void Object.assign(scene, { manifest, pull: putUp(scene.world, manifest, { by }), digest: manifestDigest(manifest) });
const paths = (scene: Scene) => manifestPaths(manifestDigest(scene.manifest));
const owners = (scene: Scene, text: string, at = 'CODEOWNERS'): void => {
  scene.demands = [OWNERS];
  scene.world.push('main', { by: BOB, files: { [at]: text } });
};
const latest = (scene: Scene): WorldReview => scene.pull.reviews.at(-1) as WorldReview;
const person = (id: number): PersonRef => ({ id: String(id), login: id === EVE ? 'eve' : id === ANN ? 'ann' : 'bob' });
const byAgent = ({ world }: Scene, by: number | null = AGENT): string => world.push('agent/work', { by, files: { 'db/1.sql': 'alter table b add c int' }, author: CLAUDE });
const bulk = ({ world }: Scene): void => void Object.assign(world.activities.at(-1) as Activity, { isBulk: true });
/** Work on a branch of its own, on which the gate puts the manifest then. */
const onAgents = (scene: Scene, work: () => void, { prompters = [EVE], opener = AGENT }: { prompters?: readonly number[]; opener?: number } = {}): void => {
  const { world } = scene;
  work();
  const manifest = manifestOf(asked, { prompters: prompters.map(person) });
  const pull = [...world.pulls.values()].find(({ branch }) => branch === 'agent/work') ?? world.open({ by: opener, branch: 'agent/work' });
  world.push('agent/work', { by: GATE, files: filesOf(manifest), author: world.signature(GATE) });
  Object.assign(scene, { manifest, pull, digest: manifestDigest(manifest) });
};
const misleading = manifestOf([askedOf('drop table customers', { rules: [{ id: 'allowed', reason: 'checked by the security team' }], impact: { rows: 0, sizeBytes: 0, lock: null, rewrites: false, notes: ['the table is empty'] } })]);
const asked: readonly Asked[] = [askedOf('alter table b add c int')];

const SITUATIONS: readonly Situation[] = [
  ['nobody looked', () => undefined, ONE_MORE],
  ['one of the team approved', (scene) => approve(scene, ANN), 'approved by ann until 20:00:03'],
  ['somebody commented', (scene) => void scene.world.review(scene.pull.number, ANN, 'COMMENTED'), ONE_MORE],
  ['somebody wrote /approve in a comment', (scene) => void scene.pull.comments.push('/approve'), ONE_MORE],
  ['a review was begun and not sent', (scene) => void scene.world.review(scene.pull.number, ANN, 'PENDING'), ONE_MORE],
  ['one of the team asked for changes', (scene) => void scene.world.objectTo(scene.pull.number, ANN), 'pending: ann (812) asks for changes, and has to approve or be dismissed; 1 more person of: team acme/dba'],
  ['asked for changes, then approved', (scene) => { scene.world.objectTo(scene.pull.number, ANN); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['approved, then asked for changes', (scene) => { approve(scene, ANN); scene.world.objectTo(scene.pull.number, ANN); }, 'pending: ann (812) asks for changes, and has to approve or be dismissed; 1 more person of: team acme/dba'],
  ['approved, then commented', (scene) => { approve(scene, ANN); scene.world.review(scene.pull.number, ANN, 'COMMENTED'); }, 'approved by ann until 20:00:03'],
  ['approved, and it was dismissed', (scene) => { approve(scene, ANN); scene.world.dismiss(scene.pull.number, ANN); }, ONE_MORE],
  ['approved, dismissed, approved again', (scene) => { approve(scene, ANN); scene.world.dismiss(scene.pull.number, ANN); approve(scene, ANN); }, 'approved by ann until 20:00:05'],
  ['approved, asked for changes, and only that was dismissed', (scene) => { approve(scene, ANN); scene.world.objectTo(scene.pull.number, ANN); latest(scene).state = 'DISMISSED'; scene.pull.objections.clear(); }, ONE_MORE],
  ['another of the team asked for changes', (scene) => { scene.world.objectTo(scene.pull.number, BOB); approve(scene, ANN); }, 'pending: bob (813) asks for changes, and has to approve or be dismissed'],
  ['the other\'s request was dismissed', (scene) => { scene.world.objectTo(scene.pull.number, BOB); scene.world.dismiss(scene.pull.number, BOB); approve(scene, ANN); }, 'approved by ann until 20:00:05'],
  ['the other\'s request was dismissed by the agent', (scene) => { scene.world.objectTo(scene.pull.number, BOB); scene.world.dismiss(scene.pull.number, BOB, AGENT); approve(scene, ANN); }, 'pending: bob (813) asked for changes, and agent[bot], who dismissed that, is not a person', 'approved by ann until 20:00:05'],
  ['the other\'s request was dismissed by who prompted', (scene) => { push(scene, EVE, { files: { a: 'b' } }); scene.world.objectTo(scene.pull.number, BOB); scene.world.dismiss(scene.pull.number, BOB, EVE); approve(scene, ANN); }, 'pending: bob (813) asked for changes, and eve, who dismissed that, prompted the agent', 'approved by ann until 20:00:06'],
  ['the other\'s request was dismissed by a third', (scene) => { scene.world.objectTo(scene.pull.number, BOB); scene.world.dismiss(scene.pull.number, BOB, DAN); approve(scene, ANN); }, 'approved by ann until 20:00:05'],
  ['somebody who is not named asked for changes', (scene) => { scene.world.addUser(820, 'fay', 'User', 'write'); scene.world.objectTo(scene.pull.number, 820); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['one of the team who may only read asked for changes', (scene) => { role(scene, BOB, 'read'); scene.world.objectTo(scene.pull.number, BOB); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['two of the team approved', (scene) => approve(scene, ANN, BOB), 'approved by ann, bob until 20:00:03'],
  ['one approved twice', (scene) => approve(scene, ANN, ANN), 'approved by ann until 20:00:04'],
  ['two are needed, one approved', (scene) => { scene.demands = [TWO]; approve(scene, ANN); }, ONE_MORE],
  ['two are needed, one approved twice', (scene) => { scene.demands = [TWO]; approve(scene, ANN, ANN); }, ONE_MORE],
  ['two are needed, one is in two teams', (scene) => { scene.demands = [{ ...TWO, teams: ['acme/dba', 'acme/sre'] }]; approve(scene, ANN); }, `${ONE_MORE} or team acme/sre`],
  ['two are needed, two approved', (scene) => { scene.demands = [TWO]; approve(scene, ANN, CID); }, 'approved by ann, cid until 20:00:03'],
  ['two are needed, three approved', (scene) => { scene.demands = [TWO]; approve(scene, ANN, BOB, CID); }, 'approved by ann, bob, cid until 20:00:03'],
  ['two rules ask, one person satisfies both', (scene) => { scene.demands = [DBA, SRE]; approve(scene, ANN); }, 'approved by ann until 20:00:03'],
  ['two rules ask, one is not satisfied', (scene) => { scene.demands = [DBA, SRE]; approve(scene, BOB); }, 'pending: data: 1 more person of: team acme/sre'],
  ['a person is named by id', (scene) => { scene.demands = [{ ...DBA, teams: [], users: [String(BOB)] }]; approve(scene, BOB); }, 'approved by bob until 20:00:03'],
  ['another than the one named by id approved', (scene) => { scene.demands = [{ ...DBA, teams: [], users: [String(BOB)] }]; approve(scene, ANN); }, 'pending: 1 more person of: user 813; ann is not named by a rule that asks'],
  ['no rule asks', (scene) => { scene.demands = []; approve(scene, ANN); }, 'refused: no rule says who may approve this'],
  ['the policy names nobody', (scene) => { scene.demands = [DBA, { ...DBA, rule: 'x', teams: [] }]; approve(scene, ANN); }, 'refused: x asks for a review and the policy names nobody who may give it'],
  ['a demand for nobody', (scene) => { scene.demands = [{ ...DBA, count: 0 }]; }, 'refused: a demand for fewer than one person, or for no time, is none'],
  ['pushed to after the approval', (scene) => { approve(scene, ANN); push(scene, AGENT, { files: { a: 'b' } }); }, `${TWO_MORE}; ann approved #, which is not the head any more`, TWO_MORE],
  ['pushed to, and approved again', (scene) => { approve(scene, ANN); push(scene, EVE, { files: { a: 'b' } }); approve(scene, ANN); }, 'approved by ann until 20:00:05'],
  ['an empty commit after the approval', (scene) => { approve(scene, ANN); push(scene, AGENT); }, `${TWO_MORE}; ann approved #, which is not the head any more`, TWO_MORE],
  ['force-pushed away and back', (scene) => { const { world, pull } = scene; approve(scene, ANN); const head = world.headOf(pull); world.move(pull.branch, world.branches.get('main') as string, EVE); world.move(pull.branch, head, EVE); }, 'approved by ann until 20:00:03', ONE_MORE],
  ['rebased onto a newer base', (scene) => { const { world } = scene; approve(scene, ANN); const main = world.push('main', { by: BOB, files: { other: 'x' } }); push(scene, AGENT, { onto: main, files: filesOf(scene.manifest) }); }, `${TWO_MORE}; ann approved #, which is not the head any more`, TWO_MORE],
  ['the base moved', (scene) => { approve(scene, ANN); scene.world.push('main', { by: BOB, files: { other: 'x' } }); }, 'approved by ann until 20:00:03'],
  ['an older commit was approved by its id', (scene) => { const head = scene.world.headOf(scene.pull); push(scene, EVE); scene.world.approve(scene.pull.number, ANN, head); }, `${ONE_MORE}; ann approved #, which is not the head any more`, 'approved by ann until 20:00:04'],
  ['the approved commit is gone', (scene) => { approve(scene, ANN); latest(scene).commit = null; }, `${ONE_MORE}; ann approved a commit that is gone`, 'approved by ann until 20:00:03'],
  ['GitHub names another commit', (scene) => { scene.world.approve(scene.pull.number, ANN, 'f'.repeat(40)); }, `${ONE_MORE}; ann approved #, which is not the head any more`, 'approved by ann until 20:00:03'],
  ['the approver updated the branch, and approved again', (scene) => { approve(scene, ANN); push(scene, ANN); approve(scene, ANN); }, `${ONE_MORE}; ann is the author of #`],
  ['the approver updated the branch, another approved', (scene) => { approve(scene, ANN); push(scene, ANN); approve(scene, ANN, BOB); }, 'approved by bob until 20:00:06; ann is the author of #'],
  ['a suggestion of the approver was accepted', (scene) => { push(scene, BOB, { message: 'Update a\n\nCo-authored-by: ann <812+ann@users.noreply.github.com>' }); approve(scene, ANN); }, `${ONE_MORE}; ann is a co-author of #`],
  ['the approver opened it', (scene) => { putUpBy(scene, ANN); approve(scene, ANN); }, 'pending: 2 more people of: team acme/dba (1 of them because who prompted the agent is not known); ann opened the pull request'],
  ['the approver pushed it under another\'s name', (scene) => { push(scene, ANN, { author: scene.world.signature(GATE) }); approve(scene, ANN); }, `${ONE_MORE}; ann pushed #`],
  ['the approver pushed, and was overwritten', (scene) => { const head = scene.world.headOf(scene.pull); push(scene, ANN); scene.world.move(scene.pull.branch, head, GATE); approve(scene, ANN); }, `${ONE_MORE}; ann pushed #`],
  ['the approver is the author of a commit', (scene) => { push(scene, GATE, { author: scene.world.signature(ANN) }); approve(scene, ANN); }, `${ONE_MORE}; ann is the author of #`],
  ['the approver is the committer', (scene) => { push(scene, GATE, { committer: scene.world.signature(ANN) }); approve(scene, ANN); }, `${ONE_MORE}; ann is the committer of #`],
  ['the approver is the author of an earlier commit', (scene) => { push(scene, GATE, { author: scene.world.signature(ANN) }); push(scene, GATE); approve(scene, ANN); }, `${ONE_MORE}; ann is the author of #`],
  ['an agent is the co-author', (scene) => { push(scene, GATE, { message: 'x\n\nCo-Authored-By: Claude <noreply@anthropic.com>' }); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['a bot is the co-author', (scene) => { push(scene, GATE, { message: 'x\n\nco-authored-by: b <49699333+dependabot[bot]@users.noreply.github.com>' }); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['an unknown co-author', (scene) => { push(scene, GATE, { message: 'x\n\nCo-authored-by: Ann <ann@home.example>' }); approve(scene, ANN); }, `${ONE_MORE} (1 of them because ann@home.example in a commit belongs to no account)`],
  ['an unknown co-author, two approved', (scene) => { push(scene, GATE, { message: 'x\n\nCo-authored-by: Ann <ann@home.example>' }); approve(scene, ANN, BOB); }, 'approved by ann, bob until 20:00:04'],
  ['a name in a sentence is no co-author', (scene) => { push(scene, GATE, { message: 'not a Co-authored-by: Ann <ann@home.example> line' }); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['an author without an account', (scene) => { push(scene, GATE, { author: { id: null, email: 'root@localhost', name: 'root' } }); approve(scene, ANN); }, `${ONE_MORE} (1 of them because root@localhost in a commit belongs to no account)`],
  ['an address that would be markup', (scene) => { push(scene, GATE, { author: { id: null, email: 'a`![x](//e.x/p)\u202e`', name: 'root' } }); approve(scene, ANN); }, `${ONE_MORE} (1 of them because a'![x](//e.x/p)⟦U+202E⟧' in a commit belongs to no account)`],
  ['an author without an account, two approved', (scene) => { push(scene, GATE, { author: { id: null, email: 'root@localhost', name: 'root' } }); approve(scene, ANN, BOB); }, 'approved by ann, bob until 20:00:04'],
  ['a user is named like an address', (scene) => { scene.world.addUser(821, 'root@localhost', 'User', 'write', 'x@y.example'); push(scene, GATE, { author: { id: null, email: 'root@localhost', name: 'root' } }); approve(scene, ANN); }, `${ONE_MORE} (1 of them because root@localhost in a commit belongs to no account)`],
  ['edited on the forge\'s page', (scene) => { push(scene, BOB, { committer: scene.world.signature(WEB_FLOW) }); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['the prompter approved', (scene) => { scene.demands = [SRE]; approve(scene, EVE); }, 'pending: data: 1 more person of: team acme/sre; eve prompted the agent'],
  ['the prompter and another approved', (scene) => { scene.demands = [SRE]; approve(scene, EVE, ANN); }, 'approved by ann until 20:00:04; eve prompted the agent'],
  ['the prompter approved, two are needed', (scene) => { scene.world.teams.get('acme/dba')?.add(EVE); scene.demands = [TWO]; approve(scene, EVE, ANN); }, `${ONE_MORE}; eve prompted the agent`],
  ['whoever ran it again approved', (scene) => { scene.world.runs.set(5001, { actor: EVE, triggering: ANN }); approve(scene, ANN); }, `${ONE_MORE}; ann prompted the agent`],
  ['whoever ran it first approved', (scene) => { scene.world.runs.set(5001, { actor: ANN, triggering: ANN }); approve(scene, ANN); }, `${ONE_MORE}; ann prompted the agent`],
  ['a bot started the run', (scene) => { scene.world.runs.set(5001, { actor: AGENT, triggering: AGENT }); approve(scene, ANN); }, `${ONE_MORE} (1 of them because who prompted the agent is not known)`],
  ['a bot started the run, two approved', (scene) => { scene.world.runs.set(5001, { actor: AGENT, triggering: AGENT }); approve(scene, ANN, BOB); }, 'approved by ann, bob until 20:00:03'],
  ['put up without a run', (scene) => { other(scene, manifestOf(asked, { requester: { ...scene.manifest.requester, run: null } })); approve(scene, ANN); }, `${ONE_MORE} (1 of them because who prompted the agent is not known)`],
  ['put up by the agent itself', (scene) => { putUpBy(scene, AGENT); approve(scene, ANN); }, `${ONE_MORE} (1 of them because who prompted the agent is not known)`],
  ['put up by the agent itself, two approved', (scene) => { putUpBy(scene, AGENT); approve(scene, ANN, BOB); }, 'approved by ann, bob until 20:00:05'],
  ['put up by the agent, which names another prompter', (scene) => { putUpBy(scene, AGENT, manifestOf(asked, { prompters: [{ id: String(CID), login: 'cid' }] })); approve(scene, CID, ANN); }, `${ONE_MORE} (1 of them because who prompted the agent is not known); cid is said to have prompted the agent`],
  ['a bot pushed to it', (scene) => { push(scene, AGENT); approve(scene, ANN); }, `${ONE_MORE} ${WHO_ASKED}`],
  ['a bot opened it, which pushed nothing', (scene) => { const { world } = scene; onAgents(scene, () => { world.push('agent/work', { by: EVE }); world.open({ by: AGENT, branch: 'agent/work' }); }); approve(scene, ANN); }, `${ONE_MORE} ${WHO_ASKED}`],
  ['a person\'s run, after what a bot had pushed', (scene) => { onAgents(scene, () => { byAgent(scene); scene.world.push('agent/work', { by: BOB }); }, { prompters: [BOB] }); approve(scene, ANN); }, `${ONE_MORE} ${WHO_ASKED}`],
  ['a person\'s run, after what a bot had pushed, two approved', (scene) => { onAgents(scene, () => { byAgent(scene); scene.world.push('agent/work', { by: BOB }); }, { prompters: [BOB] }); approve(scene, ANN, CID); }, 'approved by ann, cid until 20:00:07'],
  ['whoever ran it again, and is forgotten by the next attempt, approved', (scene) => { other(scene, manifestOf(asked, { prompters: [person(EVE), person(ANN)] })); approve(scene, ANN); }, `${ONE_MORE}; ann prompted the agent`],
  ['whoever played the job of another\'s pipeline approved', (scene) => { other(scene, manifestOf(asked, { prompters: [person(EVE), person(BOB)] })); approve(scene, BOB, ANN); }, 'approved by ann until 20:00:06; bob prompted the agent'],
  ['not known who prompted it when it was put up, known to a later attempt', (scene) => { other(scene, manifestOf(asked, { prompters: null })); approve(scene, ANN); }, `${ONE_MORE} ${WHO_ASKED}`],
  ['known who prompted it when it was put up, a bot in a later attempt', (scene) => { scene.world.runs.set(5001, { actor: AGENT, triggering: AGENT }); scene.demands = [SRE]; approve(scene, EVE, ANN); }, `pending: data: 1 more person of: team acme/sre ${WHO_ASKED}; eve is said to have prompted the agent`],
  ['what the approver pushed under an agent\'s name came before the manifest', (scene) => { onAgents(scene, () => { byAgent(scene, ANN); }, { opener: EVE }); approve(scene, ANN, BOB); }, 'approved by bob until 20:00:07; ann pushed #'],
  ['a push before the manifest is not remembered', (scene) => { onAgents(scene, () => { byAgent(scene, null); }, { opener: EVE }); approve(scene, ANN); }, `${ONE_MORE} (1 of them because who pushed # is not known)`],
  ['two pushes before the manifest are not remembered, and one between is', (scene) => { const { world } = scene; onAgents(scene, () => { byAgent(scene, null); world.push('agent/work', { by: EVE }); world.push('agent/work', { by: null, author: CLAUDE }); }, { opener: EVE }); approve(scene, ANN, BOB); }, `${ONE_MORE} (2 of them because who pushed # is not known, and who pushed # is not known)`],
  ['the pusher is gone, and what the head was pushed onto is not remembered', (scene) => { onAgents(scene, () => { byAgent(scene, null); }, { opener: EVE }); scene.world.user(GATE).gone = true; approve(scene, ANN); }, 'pending: 4 more people of: team acme/dba (4 of them because who prompted the agent is not known, and who pushed # is not known, and who pushed the head is not known, and ostiary-acme[bot]@shop.example in a commit belongs to no account)'],
  ['the approver pushed it with many branches at once', (scene) => { onAgents(scene, () => { byAgent(scene, ANN); bulk(scene); }, { opener: EVE }); approve(scene, ANN, BOB); }, 'approved by bob until 20:00:07; ann pushed #', `${ONE_MORE} (1 of them because who pushed # is not known); ann pushed several branches at once, and this may be one of them`],
  ['the approver pushed many other branches at once', (scene) => { scene.world.push('a', { by: ANN }); bulk(scene); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['pushed in a circle, and how it came is not remembered', (scene) => { const { world, pull } = scene; const head = world.headOf(pull); world.move(pull.branch, world.branches.get('main') as string, EVE); world.move(pull.branch, head, EVE); world.activities.shift(); approve(scene, ANN); }, `${TWO_MORE.replace(WHO_ASKED, '(2 of them because who prompted the agent is not known, and who pushed the head is not known)')}`],
  ['nobody is listed as a proposer', (scene) => { scene.proposers = []; approve(scene, ANN); }, `${ONE_MORE} (1 of them because who prompted the agent is not known)`],
  ['the agent took the manifest out and put it in again', (scene) => { push(scene, AGENT, { files: Object.fromEntries(Object.keys(filesOf(scene.manifest)).map((path) => [path, null])) }); push(scene, AGENT, { files: filesOf(scene.manifest) }); approve(scene, ANN); }, `${ONE_MORE} (1 of them because who prompted the agent is not known)`],
  ['the forge remembers no push', (scene) => { scene.world.activities.length = 0; approve(scene, ANN, BOB); }, `${ONE_MORE} (2 of them because who prompted the agent is not known, and who pushed the head is not known)`],
  ['the forge remembers no push, three approved', (scene) => { scene.world.activities.length = 0; approve(scene, ANN, BOB, CID); }, 'approved by ann, bob, cid until 20:00:03'],
  ['a pusher is gone', (scene) => { push(scene, EVE); scene.world.user(EVE).gone = true; scene.world.runs.set(5001, { actor: BOB, triggering: BOB }); approve(scene, ANN); }, 'pending: 2 more people of: team acme/dba (2 of them because who pushed the head is not known, and eve@shop.example in a commit belongs to no account)'],
  ['the approver may only read', (scene) => { role(scene, ANN, 'read'); approve(scene, ANN); }, `${ONE_MORE}; ann may not write here`],
  ['the approver may only triage', (scene) => { role(scene, ANN, 'triage'); approve(scene, ANN); }, `${ONE_MORE}; ann may not write here`],
  ['the approver is no member any more', (scene) => { approve(scene, ANN); role(scene, ANN, 'none'); }, `${ONE_MORE}; ann may not write here`],
  ['the approver maintains', (scene) => { role(scene, ANN, 'maintain'); approve(scene, ANN); }, 'approved by ann until 20:00:03'],
  ['the approver administers', (scene) => { role(scene, ANN, 'admin'); approve(scene, ANN); }, 'approved by ann until 20:00:03'],
  ['an administrator who is not named', (scene) => { scene.world.addUser(822, 'root', 'User', 'admin'); approve(scene, 822); }, `${ONE_MORE}; root is not named by a rule that asks`],
  ['taken out of the team after approving', (scene) => { approve(scene, ANN); scene.world.teams.get('acme/dba')?.delete(ANN); }, `${ONE_MORE}; ann is not named by a rule that asks`],
  ['of a group above the team', (scene) => { scene.world.addUser(825, 'hal', 'User', 'write'); scene.world.inherited.set('acme/dba', new Set([825])); approve(scene, 825); }, `${ONE_MORE}; hal is not named by a rule that asks`],
  ['put into the team after approving', (scene) => { scene.world.addUser(823, 'gil', 'User', 'write'); approve(scene, 823); scene.world.teams.get('acme/dba')?.add(823); }, 'approved by gil until 20:00:03'],
  ['renamed after approving', (scene) => { approve(scene, ANN); scene.world.user(ANN).login = 'annette'; }, 'approved by annette until 20:00:03'],
  ['another took the name', (scene) => { approve(scene, ANN); scene.world.user(ANN).login = 'annette'; scene.world.addUser(824, 'ann', 'User', 'write'); approve(scene, 824); }, 'approved by annette until 20:00:03; ann is not named by a rule that asks'],
  ['the approver\'s account is gone', (scene) => { approve(scene, ANN); scene.world.user(ANN).gone = true; }, `${ONE_MORE}; nobody a decision of an account that is gone`],
  ['the approver\'s account is blocked', (scene) => { approve(scene, ANN); scene.world.user(ANN).state = 'blocked'; }, 'approved by ann until 20:00:03', `${ONE_MORE}; ann is not a person`],
  ['the opener\'s account is gone', (scene) => { approve(scene, ANN); scene.world.user(GATE).gone = true; }, 'pending: 4 more people of: team acme/dba (4 of them because who prompted the agent is not known, and who pushed the head is not known, and who opened the pull request is gone, and ostiary-acme[bot]@shop.example in a commit belongs to no account)'],
  ['a bot of the team approved', (scene) => { scene.world.teams.get('acme/dba')?.add(AGENT); approve(scene, AGENT); }, `${ONE_MORE}; agent[bot] is not a person`],
  ['two bots and a person approved, two are needed', (scene) => { scene.demands = [TWO]; scene.world.teams.get('acme/dba')?.add(AGENT); approve(scene, AGENT, GATE, ANN); }, `${ONE_MORE}; agent[bot] is not a person; ostiary-acme[bot] opened the pull request`],
  ['retargeted to another branch', (scene) => { approve(scene, ANN); scene.world.push('release', { by: BOB }); scene.pull.base = 'release'; }, 'refused: pull request 7 goes to release, not to main'],
  ['approved for another branch, and pointed at this one then', (scene) => { scene.world.retarget(scene.pull.number, 'release'); approve(scene, ANN); scene.world.retarget(scene.pull.number, 'main'); }, `${ONE_MORE}; ann approved before the pull request was pointed at main`, `${ONE_MORE}; ann approved before the head was pushed`],
  ['pointed away and back, and approved then', (scene) => { scene.world.retarget(scene.pull.number, 'release'); scene.world.retarget(scene.pull.number, 'main'); approve(scene, ANN); }, 'approved by ann until 20:00:05'],
  ['closed', (scene) => { approve(scene, ANN); scene.pull.state = 'closed'; }, 'refused: pull request 7 was closed without being merged'],
  ['closed and opened again', (scene) => { approve(scene, ANN); scene.pull.state = 'closed'; scene.pull.state = 'open'; }, 'approved by ann until 20:00:03'],
  ['its branch was removed by hand, which closed it', (scene) => { approve(scene, ANN); scene.world.branches.delete(scene.pull.branch); scene.pull.state = 'closed'; }, 'refused: pull request 7 was closed without being merged'],
  ['its branch was removed by hand, and it stays open', (scene) => { approve(scene, ANN); scene.world.branches.delete(scene.pull.branch); }, 'approved by ann until 20:00:03'],
  ['its branch was removed by hand and put back with another text', (scene) => { approve(scene, ANN); scene.world.branches.delete(scene.pull.branch); push(scene, AGENT, { files: { a: 'b' } }); }, 'refused: pull request 7 adds no such manifest under .ostiary/approvals'],
  ['merged', (scene) => { approve(scene, ANN); scene.world.merge(scene.pull.number, BOB); }, 'approved by ann until 20:00:03'],
  ['merged without approval', (scene) => { scene.world.merge(scene.pull.number, BOB); }, ONE_MORE],
  ['merged, its branch removed', (scene) => { approve(scene, ANN); scene.world.merge(scene.pull.number, BOB); scene.world.branches.delete(scene.pull.branch); }, 'approved by ann until 20:00:03'],
  ['merged with another text', (scene) => { approve(scene, ANN); const { json } = paths(scene); scene.world.merge(scene.pull.number, BOB, { [json]: manifestText(scene.manifest).replace('note', 'vote') }); }, 'refused: the page beside .ostiary/approvals/#.json does not show what the manifest says'],
  ['merged with another page and text', (scene) => { approve(scene, ANN); const { json, rendering } = paths(scene); const evil = manifestOf(asked); scene.world.merge(scene.pull.number, BOB, { [json]: manifestText(evil), [rendering]: renderManifest(evil, explain) }); }, 'refused: what was merged is not what was reviewed'],
  ['from a fork', (scene) => { approve(scene, ANN); scene.pull.headRepository = 99; }, 'refused: pull request 7 comes from another repository'],
  ['from a fork that is gone', (scene) => { approve(scene, ANN); scene.pull.headRepository = null; }, 'refused: pull request 7 comes from another repository'],
  ['the default branch is not protected', (scene) => { approve(scene, ANN); scene.world.protectedBranches.clear(); }, 'refused: the default branch main is not protected, so reviews of what goes there bind nobody'],
  ['the default branch is another now', (scene) => { approve(scene, ANN); scene.world.push('trunk', { by: BOB }); scene.world.protectedBranches.add('trunk'); scene.world.defaultBranch = 'trunk'; }, 'refused: pull request 7 goes to main, not to trunk'],
  ['a sibling shows the same commit', (scene) => { approve(scene, ANN); scene.world.open({ by: AGENT, branch: scene.pull.branch, title: 'fix a typo' }); }, 'refused: pull request 8 shows the same commit, so it is not plain which of them was reviewed'],
  ['the sibling was approved, this one was not', (scene) => { const { number } = scene.world.open({ by: AGENT, branch: scene.pull.branch, title: 'fix a typo' }); scene.world.approve(number, ANN); scene.world.pull(number).state = 'closed'; }, ONE_MORE],
  ['a sibling was closed', (scene) => { scene.world.open({ by: AGENT, branch: scene.pull.branch }).state = 'closed'; approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['one character of the text was changed', (scene) => { const { json } = paths(scene); push(scene, AGENT, { files: { [json]: manifestText(scene.manifest).replace('note', 'nope') } }); approve(scene, ANN); }, 'refused: the page beside .ostiary/approvals/#.json does not show what the manifest says'],
  ['one character of the page was changed', (scene) => { const { rendering } = paths(scene); push(scene, AGENT, { files: { [rendering]: renderManifest(scene.manifest, explain).replace('note', 'nope') } }); approve(scene, ANN); }, 'refused: the page beside .ostiary/approvals/#.json does not show what the manifest says'],
  ['the page is missing', (scene) => { push(scene, AGENT, { files: { [paths(scene).rendering]: null } }); approve(scene, ANN); }, 'refused: pull request 7 does not show .ostiary/approvals/#.md, the page that people read'],
  ['the manifest is missing', (scene) => { push(scene, AGENT, { files: { [paths(scene).json]: null } }); approve(scene, ANN); }, 'refused: pull request 7 adds no such manifest under .ostiary/approvals'],
  ['written with other line ends', (scene) => { const { json } = paths(scene); push(scene, AGENT, { files: { [json]: manifestText(scene.manifest).replaceAll('\n', '\r\n') } }); approve(scene, ANN); }, 'refused: the manifest is not written as it was made'],
  ['not JSON', (scene) => { push(scene, AGENT, { files: { [paths(scene).json]: '{' } }); approve(scene, ANN); }, 'refused: the manifest is not JSON'],
  ['another manifest under this one\'s name', (scene) => { const evil = manifestOf([askedOf('drop table orders')]); const { json, rendering } = paths(scene); push(scene, AGENT, { files: { [json]: manifestText(evil), [rendering]: renderManifest(evil, explain) } }); approve(scene, ANN); }, 'refused: .ostiary/approvals/#.json holds another manifest than its name says'],
  ['another manifest under this one\'s name, none is named', (scene) => { const evil = manifestOf([askedOf('drop table orders')]); const { json, rendering } = paths(scene); push(scene, AGENT, { files: { [json]: manifestText(evil), [rendering]: renderManifest(evil, explain) } }); scene.digest = null; approve(scene, ANN); }, 'refused: .ostiary/approvals/#.json holds another manifest than its name says'],
  ['two manifests, one is meant', (scene) => { push(scene, GATE, { files: filesOf(manifestOf(asked)) }); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['two manifests, none is named', (scene) => { push(scene, GATE, { files: filesOf(manifestOf(asked)) }); scene.digest = null; approve(scene, ANN); }, 'refused: pull request 7 adds 2 manifests under .ostiary/approvals'],
  ['one manifest, none is named', (scene) => { scene.digest = null; approve(scene, ANN); }, 'approved by ann until 20:00:03'],
  ['another page beside it, of no manifest', (scene) => { push(scene, EVE, { files: { [`.ostiary/approvals/${'a'.repeat(32)}.md`]: '# Approve 1 operation on production?' } }); approve(scene, ANN); }, 'refused: pull request 7 also changes .ostiary/approvals/#.md, beside the page that people read'],
  ['a note beside it, in other case', (scene) => { push(scene, EVE, { files: { '.Ostiary/approvals/READ`ME.md': 'this only reads' } }); approve(scene, ANN); }, "refused: pull request 7 also changes .Ostiary/approvals/READ'ME.md, beside the page that people read"],
  ['another manifest is meant', (scene) => { scene.digest = 'a'.repeat(64); approve(scene, ANN); }, 'refused: pull request 7 adds no such manifest under .ostiary/approvals'],
  ['the manifest was on the base before', (scene) => { scene.world.push('main', { by: BOB, files: filesOf(scene.manifest) }); const head = push(scene, GATE, { onto: scene.world.branches.get('main') as string, files: { a: 'b' } }); expect(head).toBeDefined(); approve(scene, ANN); }, 'refused: pull request 7 adds no such manifest under .ostiary/approvals'],
  ['made for another repository', (scene) => { other(scene, manifestOf(asked, { repository: '99' })); approve(scene, ANN); }, 'refused: .ostiary/approvals/#.json was made for another repository'],
  ['approved nine hours ago', (scene) => { approve(scene, ANN); scene.world.tick(9 * HOUR); }, `${ONE_MORE}; ann approved at 2026-11-24T12:00:03.000Z, which for schema has expired`],
  ['approved nine hours ago, and again', (scene) => { approve(scene, ANN); scene.world.tick(9 * HOUR); approve(scene, ANN); }, 'approved by ann until 05:00:04'],
  ['approved by two, one of them nine hours ago', (scene) => { approve(scene, ANN); scene.world.tick(9 * HOUR); approve(scene, BOB); }, 'approved by bob until 05:00:04; ann approved at 2026-11-24T12:00:03.000Z, which for schema has expired'],
  ['approved by two, hours apart', (scene) => { approve(scene, ANN); scene.world.tick(2 * HOUR); approve(scene, BOB); }, 'approved by ann, bob until 20:00:03'],
  ['to the second at its end', (scene) => { approve(scene, ANN); scene.world.tick(8 * HOUR); }, `${ONE_MORE}; ann approved at 2026-11-24T12:00:03.000Z, which for schema has expired`],
  ['a rule that ends sooner', (scene) => { scene.demands = [DBA, { ...DBA, rule: 'brief', expiresSeconds: 60 }]; approve(scene, ANN); scene.world.tick(30); }, 'approved by ann until 12:01:03'],
  ['approved in the future', (scene) => { approve(scene, ANN); scene.world.now -= 60_000; }, `${ONE_MORE}; ann approved in the future, says the forge`],
  ['a code owner approved', (scene) => { owners(scene, '* @cid\n/.ostiary/ @Ann\n'); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['no code owner approved', (scene) => { owners(scene, '/.ostiary/ @ann\n* @cid\n'); approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['a team owns it', (scene) => { owners(scene, '* @acme/sre\n', 'docs/CODEOWNERS'); approve(scene, ANN); }, 'approved by ann until 20:00:04'],
  ['nobody owns it', (scene) => { owners(scene, '/docs/ @ann\n'); approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['there are no code owners', (scene) => { scene.demands = [OWNERS]; approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['the change names its own code owners', (scene) => { scene.demands = [OWNERS]; push(scene, EVE, { files: { CODEOWNERS: '* @ann\n' } }); approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['the change holds a file of another owner', (scene) => { owners(scene, '* @ann\n/src/ @bob\n'); push(scene, EVE, { files: { 'src/a': 'b' } }); approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['the change takes a file of another owner away', (scene) => { scene.world.push('main', { by: BOB, files: { 'src/a': 'x' } }); owners(scene, '* @ann\n/src/ @bob\n'); putUpBy(scene, GATE); push(scene, EVE, { files: { 'src/a': null, 'docs/a': 'x' } }); approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['an owner by address is nobody', (scene) => { owners(scene, '* ann@shop.example\n'); approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['sections, each with an owner', (scene) => { owners(scene, '[Database] @ann\n*\n[Safety][2] @bob\n/.ostiary/\n'); approve(scene, ANN); }, 'pending: 1 more person of: the code owners of every file changed; ann is not named by a rule that asks'],
  ['the project keeps approvals after a push', (scene) => { scene.world.resetsOnPush = false; approve(scene, ANN); }, 'approved by ann until 20:00:03', 'refused: this project keeps approvals when something is pushed, so an approval may be of another text'],
  ['the project keeps approvals, and was pushed to', (scene) => { scene.world.resetsOnPush = false; approve(scene, ANN); push(scene, EVE); }, `${ONE_MORE}; ann approved #, which is not the head any more`, 'refused: this project keeps approvals when something is pushed, so an approval may be of another text'],
  ['a plan without approval settings', (scene) => { scene.world.resetsOnPush = null; approve(scene, ANN); }, 'approved by ann until 20:00:03', 'refused: this project keeps approvals when something is pushed, so an approval may be of another text'],
  ['approvals without a time', (scene) => { scene.world.tellsApprovedAt = false; approve(scene, ANN); }, 'approved by ann until 20:00:03', 'refused: this GitLab does not say when something was approved'],
  ['approved in the second of the push', (scene) => { approve(scene, ANN); scene.pull.approvals.set(ANN, scene.pull.versions.at(-1)?.at as number); }, 'approved by ann until 20:00:03', `${ONE_MORE}; ann approved before the head was pushed`],
  ['the versions are behind the head', (scene) => { approve(scene, ANN); scene.pull.versions.push({ ...(scene.pull.versions[0] as (typeof scene.pull.versions)[0]), id: 999, head: 'e'.repeat(40) }); }, 'approved by ann until 20:00:03', `${ONE_MORE}; ann GitLab does not say since when the head is what it is`],
  ['put up by an agent, in other words than the policy\'s', (scene) => { putUpBy(scene, AGENT, misleading); approve(scene, ANN, BOB); }, 'refused: .ostiary/approvals/#.md gives other rules than the policy, and no account of ours put it up'],
  ['put up by an agent, with others who may approve', (scene) => { putUpBy(scene, AGENT, manifestOf([askedOf('drop table a')], { demands: [SRE] })); approve(scene, ANN, BOB); }, 'refused: .ostiary/approvals/#.md names others who may approve than the policy, and no account of ours put it up'],
  ['put up by the gate, of whose words the policy has others now', (scene) => { putUpBy(scene, GATE, misleading); approve(scene, ANN); }, 'approved by ann until 20:00:05'],
  ['put up in other words by a gate that nobody lists', (scene) => { scene.proposers = []; putUpBy(scene, GATE, misleading); approve(scene, ANN, BOB); }, 'refused: .ostiary/approvals/#.md gives other rules than the policy, and no account of ours put it up'],
];

it('is a table of at least eighty', () => {
  expect(SITUATIONS.length).toBeGreaterThanOrEqual(80);
  expect(new Set(SITUATIONS.map(([name]) => name)).size).toBe(SITUATIONS.length);
});

describe.each(['github', 'gitlab'] as const)('on %s', (kind) => {
  const rows = SITUATIONS.map(([name, happens, github, gitlab = github]) => [name, { happens, expected: kind === 'github' ? github : gitlab }] as const);
  it.each(rows)('%s', async (_name, { happens, expected }) => {
    const scene = sceneOf();
    happens(scene);
    const watched = await watch(scene, kind);
    try {
      expect(lineOf(await watched.verify())).toBe(expected);
    } finally {
      expect(await watched.stop()).toEqual([]);
    }
  });

  describe('a branch of the name that the gate will look for', () => {
    const evil = askedOf('drop table customers');
    const wanted = manifestOf([evil]);
    const judged: readonly Judged[] = [{ operation: evil.operation, transaction: null, place: null, decision: { decision: 'review', rules: ['schema'], reasons: ['it locks the table'], masks: [], maxRows: null, observed: [] }, impact: null, maxRows: null }];
    /** `approval-gate` for `drop table customers`; `meanwhile` happens while it waits for people. */
    const gate = async (scene: Scene, { pull = null, meanwhile }: { readonly pull?: number | null; readonly meanwhile?: () => void } = {}): Promise<readonly unknown[]> => {
      const watched = await watch(scene, kind);
      const outputs: Record<string, string> = {};
      const host = { kind, log: { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined }, annotate: () => undefined, output: (name: string, value: string) => void (outputs[name] = value) } as unknown as Host;
      const { forge } = watched;
      const looks = meanwhile === undefined ? [] : [meanwhile];
      const propose = async (): Promise<Proposal> => ({
        judged, forge, explain, repository: await forge.repository(String(REPOSITORY)), head: null, demandsFor: () => [DBA], inspect: () => [],
        context: { now: scene.world.now, repository: String(REPOSITORY), prompters: wanted.prompters, requester: wanted.requester, policy: wanted.policy },
        verify: (number) => verifyApproval({ repositoryId: String(REPOSITORY), number, digest: null }, { forge, explain, demandsOf: () => [DBA], unlikePolicy, proposers: scene.proposers }),
      });
      const sleep = async (): Promise<boolean> => { const next = looks.shift(); next?.(); return next !== undefined; };
      const raw = { sql: ['a.sql'], wait: '10m', ...(pull === null ? {} : { 'pull-request': String(pull) }) };
      const code = await approvalGate(raw, { host, monotonicMs: () => 0, propose, sleep });
      expect(await watched.stop()).toEqual([]);
      return [code, outputs['status'], Number(/\d+$/u.exec(outputs['approval-url'] ?? '')?.[0])];
    };
    const harmless = manifestOf([askedOf('alter table orders add column note text')]);
    const taken = (scene: Scene, manifest: Manifest, isOpen = true): WorldPull | null => {
      scene.world.push(approvalBranch(wanted, 1), { by: AGENT, files: filesOf(manifest), author: scene.world.signature(AGENT) });
      if (!isOpen) return null;
      const pull = scene.world.open({ by: AGENT, branch: approvalBranch(wanted, 1) });
      scene.world.approve(pull.number, ANN);
      scene.world.approve(pull.number, BOB);
      return pull;
    };

    it('is passed over when other operations stand there, approved as they are', async () => {
      const scene = sceneOf();
      const other = taken(scene, harmless) as WorldPull;
      expect(await gate(scene)).toEqual([3, 'pending', other.number + 1]);
      expect(scene.world.pull(other.number + 1).branch).toBe(approvalBranch(wanted, 2));
    });

    it('is passed over when it was pushed without a pull request', async () => {
      const scene = sceneOf();
      taken(scene, harmless, false);
      const [code, status, number] = await gate(scene);
      expect([code, status, scene.world.pull(number as number).branch]).toEqual([3, 'pending', approvalBranch(wanted, 2)]);
    });

    it('is passed over when it shows the same operations in other words', async () => {
      const scene = sceneOf();
      const other = taken(scene, misleading) as WorldPull;
      expect(await gate(scene)).toEqual([3, 'pending', other.number + 1]);
    });

    it.each(['with a pull request of its own', 'on that of the agent'])('says nothing of other operations that are put there while the gate waits, %s', async (where) => {
      const scene = sceneOf();
      const own = where === 'with a pull request of its own';
      scene.world.push('agent/work', { by: AGENT, files: { a: 'b' } });
      const agents = scene.world.open({ by: AGENT, branch: 'agent/work' });
      const meanwhile = (): void => {
        const pull = own ? [...scene.world.pulls.values()].at(-1) as WorldPull : agents;
        scene.world.push(pull.branch, { by: AGENT, onto: scene.world.branches.get('main') as string, files: filesOf(harmless), author: scene.world.signature(AGENT) });
        scene.world.approve(pull.number, ANN);
        scene.world.approve(pull.number, BOB);
      };
      expect(await gate(scene, { pull: own ? null : agents.number, meanwhile })).toEqual([1, 'refused', own ? agents.number + 1 : agents.number]);
    });

    it('is ours though a fork has one of that name', async () => {
      const scene = sceneOf();
      const fork = taken(scene, wanted) as WorldPull;
      fork.headRepository = 999;
      scene.world.branches.delete(fork.branch);
      const [code, status, number] = await gate(scene);
      expect([code, status, scene.world.pull(number as number).branch]).toEqual([3, 'pending', approvalBranch(wanted, 1)]);
      // One of another fork, after ours.
      const second = scene.world.open({ by: AGENT, branch: fork.branch });
      Object.assign(second, { headRepository: 998, lastHead: fork.lastHead });
      expect(await gate(scene)).toEqual([3, 'pending', number]);
    });
  });
});
