// Without an approval channel nothing is ever approved; the answer says who could.
import { AskOnly, type Approvers } from '../../../src/approval/ask-only.js';
import { accessOf, operationOf, principalOf } from '../../support/judging.js';

const NOBODY: Approvers = { users: [], teams: [], codeowners: false, count: 1 };
const operation = operationOf([accessOf({ effect: 'schema' })], { facts: { statement: 'ALTER TABLE' } });

it.each<[string, Approvers | null, string]>([
  ['nobody', null, 'a person whom the policy names under `approvers` (it names nobody yet)'],
  ['an empty list', NOBODY, 'a person whom the policy names under `approvers`'],
  ['users', { ...NOBODY, users: [812, 9] }, 'user 812, 9'],
  ['teams and code owners', { ...NOBODY, teams: ['acme/dba'], codeowners: true }, 'team acme/dba or a code owner'],
  ['several people', { ...NOBODY, users: [812], teams: ['acme/dba'], count: 2 }, '2 people of: user 812 or team acme/dba'],
])('asks %s, and approves nothing', async (_name, approvers, who) => {
  expect(await new AskOnly(approvers).claim(operation, principalOf('me'))).toEqual({ kind: 'pending', url: null, how: `put this ALTER TABLE for \`db\` into a pull or merge request and have it reviewed by ${who}` });
});
