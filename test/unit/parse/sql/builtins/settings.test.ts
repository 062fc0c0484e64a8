// SPDX-License-Identifier: Apache-2.0
import { classifySetting, PINNED_SETTINGS, reviewedSettings, settingChangesMeaning, startupParameterAllowed } from '../../../../../src/parse/sql/builtins/settings.js';
import { startPostgres, type Postgres, type PostgresVersion } from '../../../../support/postgres.js';

describe.each<PostgresVersion>([15, 18])('settings of PostgreSQL %d', (version) => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres({ version });
  });
  afterAll(() => server.stop());

  it('all have a decision of their own when a session can change them', async () => {
    const rows = await server.query(`SELECT lower(name) AS name FROM pg_settings WHERE context IN ('user', 'superuser', 'backend', 'superuser-backend')`);
    const reviewed = new Set(reviewedSettings());
    expect(rows.map((row) => String(row['name'])).filter((name) => !reviewed.has(name) && !name.includes('.'))).toEqual([]);
  });

  it('that are pinned can be, by anybody', async () => {
    await server.query('CREATE ROLE somebody');
    const sets = Object.entries(PINNED_SETTINGS).map(([name, value]) => `SET ${name} = '${value}';`);
    await server.query(`SET SESSION AUTHORIZATION somebody; ${sets.join(' ')} RESET SESSION AUTHORIZATION`);
  });

  it('take the boolean spellings that we take, and no more', async () => {
    for (const value of ['t', 'tru', 'TRUE', 'y', 'yes', 'on', '1']) {
      const [row] = await server.query(`SET standard_conforming_strings = '${value}'; SHOW standard_conforming_strings`);
      expect(row).toEqual({ standard_conforming_strings: 'on' });
      expect(classifySetting('standard_conforming_strings', value).class).toBe('allowed');
    }
    await server.query('RESET standard_conforming_strings');
  });

  it('take the spellings of UTF-8 that we take', async () => {
    for (const value of ['UTF8', 'utf-8', 'Unicode', '"utf8"']) {
      const [row] = await server.query(`SET client_encoding = '${value}'; SELECT pg_client_encoding() AS is`);
      expect(row).toEqual({ is: 'UTF8' });
      expect(classifySetting('client_encoding', value).class).toBe('allowed');
    }
  });
});

describe('classifySetting', () => {
  it.each([
    ['application_name', 'psql', 'allowed'],
    ['TimeZone', 'UTC', 'allowed'],
    ['statement_timeout', '0', 'allowed'],
    ['enable_seqscan', 'off', 'allowed'],
    ['row_security', 'off', 'allowed'],
    ['search_path', 'app, public', 'allowed'],
    ['search_path', '', 'allowed'],
    ['search_path', 'pg_catalog, app', 'allowed'],
    ['search_path', 'app, pg_catalog', 'control'],
    ['search_path', '"app", "pg_catalog"', 'control'],
    ['standard_conforming_strings', 'on', 'allowed'],
    ['standard_conforming_strings', 'off', 'forbidden'],
    ['STANDARD_CONFORMING_STRINGS', 'false', 'forbidden'],
    ['standard_conforming_strings', 'o', 'forbidden'],
    ['client_encoding', 'UTF-8', 'allowed'],
    ['client_encoding', 'LATIN1', 'forbidden'],
    ['client_encoding', 'SQL_ASCII', 'forbidden'],
    ['client_encoding', 'GBK', 'forbidden'],
    ['backslash_quote', 'on', 'control'],
    ['transform_null_equals', 'on', 'control'],
    ['transform_null_equals', 'off', 'allowed'],
    ['array_nulls', 'off', 'control'],
    ['array_nulls', 'on', 'allowed'],
    ['transaction_read_only', 'on', 'allowed'],
    ['default_transaction_read_only', 'off', 'control'],
    ['session_replication_role', 'replica', 'control'],
    ['session_replication_role', 'origin', 'allowed'],
    ['composite_type_mismatch', 'disabled', 'control'],
    ['composite_type_mismatch', 'error', 'allowed'],
    ['output_plugin_libraries', 'x', 'control'],
    ['role', 'admin', 'control'],
    ['session_authorization', 'admin', 'control'],
    ['client_min_messages', 'debug5', 'control'],
    ['client_min_messages', 'WARNING', 'allowed'],
    ['local_preload_libraries', 'x', 'control'],
    ['work_mem', '1GB', 'control'],
    ['app.tenant', '7', 'control'],
    ['plpgsql.variable_conflict', 'use_column', 'control'],
    ['no_such_setting', '1', 'control'],
    ['default_with_oids', 'false', 'allowed'],
    ['default_with_oids', 'true', 'control'],
    ['default_tablespace', '', 'allowed'],
    ['default_tablespace', 'fast', 'control'],
    ['constructor', '1', 'control'],
    ['role', null, 'allowed'],
    ['standard_conforming_strings', null, 'allowed'],
  ] as const)('%s = %p is %s', (name, value, expected) => {
    expect(classifySetting(name, value).class).toBe(expected);
  });

  it('allows all that pg_dump writes at the head of a script', () => {
    const sets = { statement_timeout: '0', lock_timeout: '0', idle_in_transaction_session_timeout: '0', transaction_timeout: '0', client_encoding: 'UTF8', standard_conforming_strings: 'on', search_path: '', check_function_bodies: 'false', xmloption: 'content', client_min_messages: 'warning', row_security: 'off', default_tablespace: '', default_table_access_method: 'heap' };
    for (const [name, value] of Object.entries(sets)) expect([name, classifySetting(name, value).class]).toEqual([name, 'allowed']);
  });
});

describe('startupParameterAllowed', () => {
  it.each([
    ['application_name', 'x', true],
    ['client_encoding', "'utf-8'", true],
    ['DateStyle', 'ISO', true],
    ['extra_float_digits', '3', true],
    ['search_path', 'app', true],
    ['client_encoding', 'LATIN1', false],
    ['standard_conforming_strings', 'off', false],
    ['session_replication_role', 'replica', false],
    ['role', 'admin', false],
    ['local_preload_libraries', 'x', false],
    ['replication', 'database', false],
    ['options', '-c x=y', false],
  ])('%s = %s: %s', (name, value, expected) => {
    expect(startupParameterAllowed(name, value)).toBe(expected);
  });
});

describe('settingChangesMeaning', () => {
  it.each(['search_path', 'role', 'DateStyle', 'TimeZone'])('%s does', (name) => expect(settingChangesMeaning(name)).toBe(true));
  it.each(['application_name', 'statement_timeout'])('%s does not', (name) => expect(settingChangesMeaning(name)).toBe(false));
});
