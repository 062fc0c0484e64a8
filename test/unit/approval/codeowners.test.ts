// SPDX-License-Identifier: Apache-2.0
//
// Who owns a path by CODEOWNERS, as either forge reads it; and nobody where a line may mean the path and we can't be sure that it does.
import { ownersOf } from '../../../src/approval/codeowners.js';

const ALL = '* @acme/all\n';
const owners = (text: string, path: string, forge: 'github' | 'gitlab'): unknown => ownersOf(text, [path], forge)[0];

it.each<[string, string, readonly (readonly string[])[], readonly (readonly string[])[]]>([
  ['/db/ @acme/dba', 'db/a/1.sql', [['acme/dba']], [['acme/dba']]],
  ['/db/ @acme/dba', 'web/db/1.sql', [['acme/all']], [['acme/all']]],
  ['db/migrations/ @acme/dba', 'db/migrations/1.sql', [['acme/dba']], [['acme/dba']]],
  ['db/migrations/ @acme/dba', 'shop/db/migrations/1.sql', [['acme/all']], [['acme/dba']]],
  ['migrations/ @acme/dba', 'shop/db/migrations/1.sql', [['acme/dba']], [['acme/dba']]],
  ['*.sql @acme/dba', 'db/1.sql', [['acme/dba']], [['acme/dba']]],
  ['/db/00?.sql @acme/dba', 'db/001.sql', [['acme/dba']], [['acme/dba']]],
  ['/db/* @acme/dba', 'db/1.sql', [['acme/dba']], [['acme/dba']]],
  ['/db/* @acme/dba', 'db/a/1.sql', [['acme/all']], [[]]],
  ['/db/** @acme/dba', 'db/a/1.sql', [['acme/dba']], [[]]],
  ['/db/**/* @acme/dba', 'db/a/1.sql', [['acme/dba']], [['acme/dba']]],
  ['/db @acme/dba', 'db/1.sql', [['acme/dba']], [[]]],
  ['/db/[a-m]*.sql @acme/dba', 'db/add.sql', [[]], [[]]],
  ['/db/[a-m]*.sql @acme/dba', 'web/add.sql', [['acme/all']], [['acme/all']]],
  ['!/db/1.sql @acme/dba', 'db/1.sql', [[]], [[]]],
  ['/db/ dba@acme.test', 'db/1.sql', [[]], [[]]],
  ['/ @acme/dba', 'db/1.sql', [[]], [['acme/dba']]],
  ['/my\\ db/ @acme/dba', 'my db/1.sql', [['acme/dba']], [['acme/dba']]],
])('%s, for %s', (line, path, github, gitlab) => {
  expect([owners(`${ALL}${line}\n`, path, 'github'), owners(`${ALL}${line}\n`, path, 'gitlab')]).toEqual([github, gitlab]);
});

it('believes nothing of a file that GitHub would not read, for its size', () => {
  const long = `${ALL}${'# a comment\n'.repeat(3 * 1024 * 1024 / 12)}`;
  expect([owners(long.slice(0, 2_000_000), 'a', 'github'), owners(long, 'a', 'github')]).toEqual([[['acme/all']], []]);
});

it('reads the sections of GitLab', () => {
  expect(owners(`${ALL}[Database] @acme/dba\n/db/\n^[Docs][2] @ann\n*.md\n`, 'db/x.md', 'gitlab')).toEqual([['acme/all'], ['acme/dba'], ['ann']]);
});
