// SPDX-License-Identifier: Apache-2.0
// `npm run migrators`: the real Alembic and Django, as Debian packs them, through `ostiary plan`, `policy-check --changes` and `run`. Fails unless
// all that was planned is allowed by the check, all of it is allowed by the gate, and production then stands where the migrator says. Needs
// python3-alembic, python3-django and python3-psycopg2, and says so; not part of the tests, which send what these tools send.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startPostgres } from './bench/servers.mjs';

const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';
const CLI = resolve('dist/cli.js');

const ALEMBIC = {
  tool: 'alembic', command: ['-m', 'alembic', 'upgrade', 'head'], objects: '"public.invoices*", public.orders', version: 'SELECT version_num FROM alembic_version', stands: 'a2',
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
  tool: 'django', command: ['-m', 'django', 'migrate'], objects: '"public.shop_*"', version: 'SELECT app || name FROM django_migrations', stands: 'shop0001_initial',
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

function must(file, args, options) {
  const result = spawnSync(file, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) throw new Error(`${[file, ...args].join(' ')} ended with ${result.status}: ${result.stderr || result.error?.message}`);
  return `${result.stdout}${result.stderr}`;
}

function through({ tool, command, objects, version, stands, files }, { port, folder }) {
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
  for (const [path, text] of Object.entries({ ...files, 'policy.yml': policy, 'schema.sql': 'CREATE TABLE public.orders (id bigint NOT NULL);\n' })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', DB_CREDENTIAL: 'bench', PYTHONPATH: cwd, PYTHONDONTWRITEBYTECODE: '1', DJANGO_SETTINGS_MODULE: 'settings' };
  const ostiary = (...args) => must(process.execPath, [CLI, ...args], { cwd, env });
  ostiary('plan', '--policy', 'policy.yml', '--schema', 'schema.sql', '--out', 'changes.json', '--', PYTHON, ...command);
  const { operations, bookkeeping, limits } = JSON.parse(readFileSync(join(cwd, 'changes.json'), 'utf8'));
  ostiary('policy-check', '--preview', '--policy', 'policy.yml', '--changes', 'changes.json');
  const said = ostiary('run', '--local', '--policy', 'policy.yml', '--isolation', 'none', '--session-dir', 'session', '--', PYTHON, ...command);
  const allowed = Number(/allowed (\d+)/.exec(said)?.[1]);
  const at = must('psql', ['-h', '127.0.0.1', '-p', String(port), '-U', 'bench', '-d', 'bench', '-Atc', version], { env: { ...env, PGPASSWORD: 'bench' } }).trim();
  if (limits.length > 0 || bookkeeping.some((one) => one.tool !== tool) || allowed !== operations.length + bookkeeping.length || at !== stands) throw new Error(`${tool}: planned ${operations.length} and ${bookkeeping.length} of its own, allowed ${allowed}, stands at ${at}, limits ${JSON.stringify(limits)}`);
  console.log(`${tool}: planned ${operations.length}, ${bookkeeping.length} of its own; all allowed by the check and by the gate; stands at ${at}`);
}

const versions = spawnSync(PYTHON, ['-c', 'import alembic, django, psycopg2; print("Alembic", alembic.__version__, "and Django", django.get_version())'], { encoding: 'utf8' });
if (versions.status !== 0) throw new Error('Alembic and Django are not here: `apt-get install python3-alembic python3-django python3-psycopg2`, or name another interpreter with PYTHON');
console.log(versions.stdout.trim());
const folder = mkdtempSync(join(tmpdir(), 'ostiary-migrators-'));
const postgres = await startPostgres();
try {
  must('psql', ['-h', '127.0.0.1', '-p', String(postgres.port), '-U', 'bench', '-d', 'bench', '-qc', 'CREATE TABLE orders (id bigint NOT NULL)'], { env: { ...process.env, PGPASSWORD: 'bench' } });
  for (const migrator of [ALEMBIC, DJANGO]) through(migrator, { port: postgres.port, folder });
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
