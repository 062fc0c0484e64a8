// SPDX-License-Identifier: Apache-2.0
// `npm run migrators`: real migrators through `ostiary plan`, `policy-check --changes` and `run`. Fails unless all that was planned is allowed by the
// check, all of it is allowed by the gate, and production then stands where the migrator says. Alembic, Django and Rails' Active Record are those of
// Debian (python3-alembic python3-django python3-psycopg2 ruby-activerecord ruby-pg), TypeORM and Prisma's engine are fetched by npm into a temporary folder. One alone:
// `npm run migrators -- rails`. Says what is not here; not part of the tests, which send what these tools send.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startPostgres } from './bench/servers.mjs';

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const RUBY = process.env.RUBY ?? '/usr/bin/ruby';
const CLI = resolve('dist/cli.js');

const ALEMBIC = {
  tool: 'alembic', command: [PYTHON, '-m', 'alembic', 'upgrade', 'head'], shows: [PYTHON, '-c', 'import alembic, psycopg2; print(alembic.__version__)'], needs: 'apt-get install python3-alembic python3-psycopg2', objects: '"public.invoices*", public.orders', version: 'SELECT version_num FROM alembic_version', stands: 'a2',
  files: {
    'alembic.ini': '[alembic]\nscript_location = db\n',
    'db/env.py': `import os
from alembic import context
from sqlalchemy import create_engine
with create_engine(os.environ['DATABASE_URL'].replace('postgres://', 'postgresql://')).connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
`,
    'db/versions/a1.py': `revision = 'a1'
down_revision = None
from alembic import op
import sqlalchemy as sa
def upgrade():
    op.create_table('invoices', sa.Column('id', sa.BigInteger, primary_key=True), sa.Column('number', sa.Text, nullable=False))
    op.create_index('invoices_number', 'invoices', ['number'])
    op.add_column('orders', sa.Column('invoice', sa.BigInteger))
`,
    'db/versions/a2.py': "revision = 'a2'\ndown_revision = 'a1'\nfrom alembic import op\ndef upgrade():\n    op.execute(\"COMMENT ON TABLE invoices IS 'x'\")\n",
  },
};
const DJANGO = {
  tool: 'django', command: [PYTHON, '-m', 'django', 'migrate'], shows: [PYTHON, '-c', 'import django, psycopg2; print(django.get_version())'], needs: 'apt-get install python3-django python3-psycopg2', objects: '"public.shop_*"', version: 'SELECT app || name FROM django_migrations', stands: 'shop0001_initial',
  files: {
    'settings.py': `import os
from urllib.parse import urlparse
url = urlparse(os.environ['DATABASE_URL'])
SECRET_KEY = 'none'
INSTALLED_APPS = ['shop']
USE_TZ = True
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': url.path[1:], 'USER': url.username, 'PASSWORD': url.password, 'HOST': url.hostname, 'PORT': url.port}}
`,
    'shop/__init__.py': '', 'shop/migrations/__init__.py': '',
    'shop/models.py': 'from django.db import models\nclass Invoice(models.Model):\n    number = models.TextField(db_index=True)\n',
    'shop/migrations/0001_initial.py': `from django.db import migrations, models
class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.CreateModel(name='Invoice', fields=[('id', models.BigAutoField(primary_key=True, serialize=False)), ('number', models.TextField(db_index=True))])]
`,
  },
};

const RAILS = {
  tool: 'rails', command: [RUBY, 'migrate.rb'], shows: [RUBY, '-e', 'require "active_record"; require "pg"; puts ActiveRecord.version'], needs: 'apt-get install ruby-activerecord ruby-pg',
  objects: '"public.bills*", public.orders', version: 'SELECT version FROM schema_migrations', stands: '20260101000000',
  files: {
    'migrate.rb': `require 'active_record'
ActiveRecord::Base.establish_connection(ENV.fetch('DATABASE_URL'))
ActiveRecord::MigrationContext.new('db/migrate', ActiveRecord::SchemaMigration).migrate
`,
    'db/migrate/20260101000000_add_bills.rb': `class AddBills < ActiveRecord::Migration[6.1]
  def change
    create_table :bills do |t|
      t.string :number, null: false, index: true
      t.references :order, foreign_key: false
      t.timestamps
    end
    add_column :orders, :bill, :bigint
  end
end
`,
  },
};
const TYPEORM = {
  tool: 'typeorm', command: [process.execPath, 'migrate.mjs'], shows: [process.execPath, '-p', 'JSON.parse(require("fs").readFileSync("node_modules/typeorm/package.json", "utf8")).version'], packages: ['typeorm@1.1.1', 'pg@8.23.1'], needs: 'npm, and a registry',
  objects: '"public.receipts*", public.orders', version: 'SELECT name FROM migrations', stands: 'AddReceipts1767225600000',
  files: {
    'package.json': '{ "private": true }',
    'migrate.mjs': `import { DataSource, Table, TableColumn, TableIndex } from 'typeorm';
class AddReceipts1767225600000 {
  name = 'AddReceipts1767225600000';
  async up(runner) {
    await runner.createTable(new Table({ name: 'receipts', columns: [{ name: 'id', type: 'bigint', isPrimary: true, isGenerated: true, generationStrategy: 'increment' }, { name: 'number', type: 'text' }] }));
    await runner.createIndex('receipts', new TableIndex({ name: 'receipts_number', columnNames: ['number'] }));
    await runner.addColumn('orders', new TableColumn({ name: 'receipt', type: 'bigint', isNullable: true }));
  }
  async down() {}
}
const source = await new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, migrations: [AddReceipts1767225600000] }).initialize();
await source.runMigrations();
await source.destroy();
`,
  },
};

// What `prisma migrate deploy` runs, with the engine as WebAssembly and a driver in JavaScript: the engine that the command itself starts is a program that it downloads.
const PRISMA = {
  tool: 'prisma', command: [process.execPath, '--no-warnings', 'migrate.mjs'], shows: [process.execPath, '-p', 'JSON.parse(require("fs").readFileSync("node_modules/@prisma/schema-engine-wasm/package.json", "utf8")).version.split("-")[0]'],
  packages: ['@prisma/schema-engine-wasm@8.1.0-2.59be4fda12412a79eeb9c2ae727b6aa723593323', '@prisma/adapter-pg@7.10.1'], needs: 'npm, and a registry',
  objects: '"public.slips*", public.orders', version: 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL', stands: '20260101000000_add_slips',
  // It refuses a database that it did not begin, so its table is there already.
  before: 'CREATE TABLE public._prisma_migrations (id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);',
  files: {
    'package.json': '{ "private": true }',
    'migrations/20260101000000_add_slips/migration.sql': 'CREATE TABLE "slips" ("id" BIGINT NOT NULL, "number" TEXT NOT NULL, CONSTRAINT "slips_pkey" PRIMARY KEY ("id"));\nCREATE INDEX "slips_number" ON "slips"("number");\nALTER TABLE "orders" ADD COLUMN "slip" BIGINT;\n',
    'migrate.mjs': `import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
const engine = resolve('node_modules/@prisma/schema-engine-wasm');
const bindings = await import(pathToFileURL(join(engine, 'schema_engine_bg.js')).href);
const { instance } = await WebAssembly.instantiate(readFileSync(join(engine, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': bindings });
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
const migrator = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: process.env.DATABASE_URL })));
const name = '20260101000000_add_slips';
const { appliedMigrationNames } = await migrator.applyMigrations({
  filters: { externalTables: [], externalEnums: [] },
  migrationsList: { baseDir: resolve('migrations'), lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' }, shadowDbInitScript: '', migrationDirectories: [{ path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(join('migrations', name, 'migration.sql'), 'utf8') } } }] },
});
if (appliedMigrationNames.join() !== name) throw new Error('applied ' + appliedMigrationNames.join());
process.exit(0);
`,
  },
};

function must(file, args, options) {
  const result = spawnSync(file, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) throw new Error(`${[file, ...args].join(' ')} ended with ${result.status}: ${result.stderr || result.error?.message}`);
  return `${result.stdout}${result.stderr}`;
}

function through({ tool, command, shows, needs, packages = [], before = '', objects, version, stands, files }, { port, folder }) {
  const cwd = join(folder, tool);
  const policy = `version: 1
default: deny
identities: { me: { local: true } }
resources: { db: { type: postgres, environment: production, url: "postgres://bench@127.0.0.1:${port}/bench", credential: env:DB_CREDENTIAL, local: true } }
changes: [ { paths: ["**"], tool: ${tool}, resource: db } ]
rules:
  - { id: catalog, match: { principal: me, effect: read, object: ["pg_catalog.*", "information_schema.*"] }, decide: allow }
  - { id: questions, match: { principal: me, statement: [SELECT, SHOW], effect: read }, when: "access.object == ''", decide: allow }
  - { id: migrations, match: { principal: me, effect: schema, object: [${objects}] }, decide: allow }
`;
  for (const [path, text] of Object.entries({ ...files, 'policy.yml': policy, 'schema.sql': `CREATE TABLE public.orders (id bigint NOT NULL);\n${before}\n` })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  if (packages.length > 0) must('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], { cwd, env: process.env });
  const shown = spawnSync(shows[0], shows.slice(1), { cwd, encoding: 'utf8' });
  if (shown.status !== 0) throw new Error(`${tool} is not here: ${needs}`);
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', DB_CREDENTIAL: 'bench', PYTHONPATH: cwd, PYTHONDONTWRITEBYTECODE: '1', DJANGO_SETTINGS_MODULE: 'settings' };
  const psql = (...args) => must('psql', ['-h', '127.0.0.1', '-p', String(port), '-U', 'bench', '-d', 'bench', ...args], { env: { ...env, PGPASSWORD: 'bench' } });
  if (before !== '') psql('-qc', before);
  const ostiary = (...args) => must(process.execPath, [CLI, ...args], { cwd, env });
  ostiary('plan', '--policy', 'policy.yml', '--schema', 'schema.sql', '--out', 'changes.json', '--', ...command);
  const { operations, bookkeeping, limits } = JSON.parse(readFileSync(join(cwd, 'changes.json'), 'utf8'));
  ostiary('policy-check', '--preview', '--policy', 'policy.yml', '--changes', 'changes.json');
  const said = ostiary('run', '--local', '--policy', 'policy.yml', '--isolation', 'none', '--session-dir', 'session', '--', ...command);
  const allowed = Number(/allowed (\d+)/.exec(said)?.[1]);
  const at = psql('-Atc', version).trim();
  if (limits.length > 0 || bookkeeping.some((one) => one.tool !== tool) || allowed !== operations.length + bookkeeping.length || at !== stands) throw new Error(`${tool}: planned ${operations.length} and ${bookkeeping.length} of its own, allowed ${allowed}, stands at ${at}, limits ${JSON.stringify(limits)}`);
  console.log(`${tool} ${shown.stdout.trim()}: planned ${operations.length}, ${bookkeeping.length} of its own; all allowed by the check and by the gate; stands at ${at}`);
}

const [only] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'ostiary-migrators-'));
const postgres = await startPostgres();
try {
  must('psql', ['-h', '127.0.0.1', '-p', String(postgres.port), '-U', 'bench', '-d', 'bench', '-qc', 'CREATE TABLE orders (id bigint NOT NULL)'], { env: { ...process.env, PGPASSWORD: 'bench' } });
  for (const migrator of [ALEMBIC, DJANGO, RAILS, TYPEORM, PRISMA]) if (only === undefined || only === migrator.tool) through(migrator, { port: postgres.port, folder });
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
