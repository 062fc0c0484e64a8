// SPDX-License-Identifier: Apache-2.0
import { mayDiffer } from '../../../../../src/parse/sql/names/other-encoding.js';
import { resolve } from '../../../../../src/parse/sql/resolve.js';
import { makeCatalog } from '../../../../support/catalog.js';
import { theParser } from '../../../../support/gate.js';

it.each([
  ['select größe from maße', false],
  ['select "GRÖSSE" from maße', false],
  ['select GRÖSSE from maße', true],
  [`select * from ${'é'.repeat(20)}`, false],
  [`select * from ${'é'.repeat(21)}`, true],
  [`select * from "${'é'.repeat(21)}"`, true],
  ['select u&"\\00c9" from t', true],
  [`select ${'e'.repeat(80)} from T`, false],
])('%s', (sql, expected) => {
  expect(mayDiffer(sql, 'LATIN1')).toBe(expected);
});

it('takes no letter outside ASCII for one where the server knows no encoding', () => {
  expect(['select größe from t', 'select "größe" from t'].map((sql) => mayDiffer(sql, 'SQL_ASCII'))).toEqual([true, false]);
});

it('is asked about statements and the code in them, not about literals, and not where the database is in UTF8', async () => {
  const sql = await theParser();
  const catalog = makeCatalog();
  const why = (text: string, encoding?: string) => sql.analyse(Buffer.from(text)).flatMap((draft) => resolve(draft, {
    catalog: encoding === undefined ? catalog : { ...catalog, encoding }, searchPath: ['pg_catalog', 'public'], prepared: new Map(), cursors: new Map(), stale: false,
  }, sql).unknown);
  expect(why("select 'GRÖSSE' as x /* GRÖSSE */", 'LATIN1')).toEqual([]);
  expect(why('select 1 as GRÖSSE')).toEqual([]);
  const reason = 'the database is in `LATIN1`, where a long name, or a capital letter outside ASCII that is not quoted, may mean another one';
  expect(why('select 1 as GRÖSSE', 'LATIN1')).toEqual([reason]);
  expect(why('do $$ begin perform 1 as GRÖSSE; end $$', 'LATIN1')).toEqual([reason]);
});
