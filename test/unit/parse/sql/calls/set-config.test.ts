// SPDX-License-Identifier: Apache-2.0
import { makeCatalog } from '../../../../support/catalog.js';
import { factsOf } from '../../../../support/statements.js';

const shop = makeCatalog({ tables: { 'public.orders': ['id'], 'other.pg_settings': ['name'], 'pg_temp_3.pg_settings': ['name'] } });

describe('set_config', () => {
  it.each([
    ["SELECT set_config('application_name', 'x', false)", { name: 'application_name', value: 'x', local: false }],
    ["SELECT pg_catalog.set_config('Search_Path', '', true), 1", { name: 'search_path', value: '', local: true }],
    ["SELECT set_config('timezone', NULL, false)", { name: 'timezone', value: null, local: false }],
    // pg_dump's way to set what the server may not have.
    [
      "SELECT set_config(name, 'view, foreign-table', false) FROM pg_settings WHERE name = 'restrict_nonsystem_relation_kind'",
      { name: 'restrict_nonsystem_relation_kind', value: 'view, foreign-table', local: false },
    ],
  ])('%s is a SET', async (sql, set) => {
    const facts = await factsOf(sql, { catalog: shop });
    expect(facts.unknown).toEqual([]);
    expect(facts.session).toEqual([{ kind: 'set', ...set }]);
    expect(facts.accesses).toContainEqual(expect.objectContaining({ effect: 'control', object: set.name, builtin: true }));
  });

  it.each([
    ['a setting that is not harmless', "SELECT set_config(name, 'admin', false) FROM pg_settings WHERE name = 'role'"],
    ['a value that would change how text is read', "SELECT set_config(name, 'off', false) FROM pg_settings WHERE name = 'standard_conforming_strings'"],
    ['many settings', "SELECT set_config(name, 'x', false) FROM pg_settings WHERE name <> 'application_name'"],
    ['one of two', "SELECT set_config(name, 'x', false) FROM pg_settings WHERE name = 'application_name' OR name = 'role'"],
    ['a condition turned round', "SELECT set_config(name, 'x', false) FROM pg_settings WHERE 'application_name' = name"],
    ['no condition', "SELECT set_config(name, 'x', false) FROM pg_settings"],
    ['another column', "SELECT set_config(setting, 'x', false) FROM pg_settings WHERE name = 'application_name'"],
    ['an alias', "SELECT set_config(name, 'x', false) FROM pg_settings AS s (setting, name) WHERE name = 'application_name'"],
    ['another relation of that name', "SELECT set_config(name, 'x', false) FROM other.pg_settings WHERE name = 'application_name'"],
    ['a join', "SELECT set_config(name, 'x', false) FROM pg_settings, orders WHERE name = 'application_name'"],
    ['a deeper call', "SELECT length(set_config(name, 'x', false)) FROM pg_settings WHERE name = 'application_name'"],
    ['a value from elsewhere', "SELECT set_config(name, boot_val, false) FROM pg_settings WHERE name = 'application_name'"],
    ['a call that may not run', "SELECT set_config('application_name', 'x', false) WHERE 1 = 2"],
  ])('is not understood for %s', async (_what, sql) => {
    const facts = await factsOf(sql, { catalog: shop });
    expect(facts.unknown).toContainEqual(expect.stringContaining('`set_config` is only understood'));
    expect(facts.session).toEqual([]);
  });

  it('does not take a temporary table for PostgreSQL\'s own', async () => {
    const facts = await factsOf("SELECT set_config(name, 'x', false) FROM pg_settings WHERE name = 'application_name'", { catalog: shop, searchPath: ['pg_temp_3', 'pg_catalog', 'public'] });
    expect(facts.unknown).toHaveLength(1);
  });

  it.each([
    "WITH t AS (SELECT set_config('lock_timeout', '5s', true) AS v) SELECT id FROM orders, t", "SELECT set_config('Lock_Timeout', '0', false) WHERE 1 = 2", "SELECT length(set_config('lock_timeout', NULL, false)) FROM orders",
  ])('bounds time wherever it stands, and nobody counts on that: %s', async (sql) => {
    const facts = await factsOf(sql, { catalog: shop });
    expect([facts.unknown, facts.session]).toEqual([[], [{ kind: 'reset', name: 'lock_timeout' }]]);
    expect(facts.accesses).toContainEqual(expect.objectContaining({ effect: 'control', object: 'lock_timeout', builtin: true }));
  });

  it.each([
    "WITH t AS (SELECT set_config('search_path', 'evil', false)) SELECT * FROM orders, t", "WITH t AS (SELECT set_config('role', 'admin', true)) SELECT 1 FROM t", "WITH t AS (SELECT set_config('work_mem', '1GB', true)) SELECT 1 FROM t",
    "SELECT set_config('lock_timeout', status, false) FROM orders", "WITH t AS (SELECT set_config('standard_conforming_strings', 'off', true)) SELECT 1 FROM t",
  ])('sets nothing else in passing: %s', async (sql) => {
    expect((await factsOf(sql, { catalog: shop })).unknown).toHaveLength(1);
  });
});
