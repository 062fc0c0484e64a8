// SPDX-License-Identifier: Apache-2.0
//
// Clients of databases. What `psql -c` sends is read by PostgreSQL's own grammar, and its accesses are those of the command; of other dialects only the plain
// statements that lose data are told apart. Refuses to guess what is in a file: it runs, unread.
import type { Program, Use } from '../model.js';
import { Options } from '../options.js';
import { settle } from '../paths.js';
import { isKnown } from '../text.js';
import { danger, table } from './table.js';

const psql: Program = (use) => {
  const options = new Options(use.args, { letters: 'cdfFhLopPRTUv', names: 'command dbname file field-separator host log-file output port pset record-separator table-attr username set variable', own: 'set' });
  const { draft, call } = use;
  draft.access('execute', options.value('d', 'dbname') ?? options.operands[0] ?? 'database', 'database');
  const settings = call.assigned.get('PGOPTIONS') ?? call.frame.scope.values('PGOPTIONS').join(' ');
  if (/search_path|role|session_authorization/u.test(settings)) draft.unknown('`PGOPTIONS` changes what the statements mean');
  for (const path of options.values('o', 'output', 'L', 'log-file')) draft.write(path);
  for (const text of options.values('c', 'command')) statement(text, use);
  for (const path of options.values('f', 'file')) {
    draft.access('execute', path, 'file');
    const texts = use.follow.written.at(settle(draft.folder, path));
    for (const { text } of texts) if (text !== null) statement(text, use);
    if (texts.length === 0) danger(draft, 'sql-file');
  }
  if (options.values('c', 'command', 'f', 'file').length > 0 || options.has('l', 'list')) return;
  const { stdin } = call.frame;
  if (stdin === null) return;
  if (stdin.text !== null && isKnown(stdin.text)) for (const text of [stdin.text]) statement(text, use);
  else if (stdin.from[0] !== '<') draft.unknown('the SQL that is sent can not be read');
  else danger(draft, 'sql-file');
};

// `\! cmd` and `\copy … program 'cmd'` start commands here, where psql runs.
function statement(text: string, { draft, follow, call }: Use): void {
  const sql: string[] = [];
  for (const line of text.split('\n')) {
    const meta = /^\s*\\(\S+)\s*(.*)$/u.exec(line);
    if (meta === null) {
      sql.push(line);
      continue;
    }
    const [, word = '', rest = ''] = meta;
    if (word.startsWith('!')) follow.script(`${word.slice(1)} ${rest}`, call, { own: true });
    else if (word === 'copy' && /\bprogram\s+'((?:[^']|'')*)'/iu.test(rest)) follow.script((/\bprogram\s+'((?:[^']|'')*)'/iu.exec(rest) as RegExpExecArray)[1] as string, call, { own: true });
    else if (/^(?:i|ir|include|include_relative|copy)$/u.test(word)) {
      draft.access('execute', rest, 'file');
      if (word !== 'copy') danger(draft, 'sql-file');
    }
    else if (/^(?:o|out|g|gx|w|write)$/u.test(word) && rest.startsWith('|')) follow.script(rest.slice(1), call, { own: true });
    else draft.access('read', null, null);
  }
  const left = sql.join('\n');
  if (left.trim() !== '') follow.sql(left, draft);
}

// Hits `DROP TABLE x`, `delete from x;`; misses `DELETE FROM x WHERE id = 1`.
const LOSES = /\b(?:drop\s+(?:table|database|schema|view|keyspace|user|role|column|index)|truncate\b|delete\s+from\s+[\w.`"\[\]]+\s*(?:;|$)|update\s+[\w.`"\[\]]+\s+set\s+(?:(?!\bwhere\b)[^;])*(?:;|$)|flush\s+tables|reset\s+master|purge\s+binary)/iu;
const READS = /^\s*(?:select|show|describe|desc|explain|pragma\s+\w+\s*;?\s*$|\.(?:tables|schema|dump|headers|mode|indexes|databases)|use\b)/iu;

/** SQL of other dialects, by its first words alone. */
function foreign(text: string, { draft }: Use, database: string): void {
  if (!isKnown(text)) draft.unknown('the statement is known only when it runs');
  else if (LOSES.test(text)) {
    draft.access('destroy', database, 'database');
    danger(draft, 'data-destroy');
  } else if (READS.test(text) && !/;\s*\S/u.test(text.trim()) && !/\binto\s+(?:outfile|dumpfile)\b/iu.test(text)) draft.access('read', database, 'database');
  else draft.access('write', database, 'database');
}

const client = (letters: string, long: string, texts: readonly string[], operand: 'database' | 'file' | 'text'): Program => (use) => {
  const options = new Options(use.args, { letters, names: long });
  const [first = use.name, ...rest] = options.operands;
  const given = [...options.values(...texts), ...(operand === 'file' ? rest : [])];
  for (const text of given) foreign(text, use, first);
  if (operand === 'file' && first !== use.name) use.draft.mention(first);
  for (const path of options.values('f', 'file', 'i', 'input-file')) {
    use.draft.access('execute', path, 'file');
    danger(use.draft, 'sql-file');
  }
  if (given.length > 0) return;
  const { stdin } = use.call.frame;
  if (stdin !== null && stdin.text !== null && isKnown(stdin.text)) return foreign(stdin.text, use, first);
  if (stdin?.from[0] === '<') danger(use.draft, 'sql-file');
  use.draft.access('execute', first, 'database');
};

const mongo: Program = (use) => {
  const options = new Options(use.args, { letters: 'upf', names: 'eval host port username password file authenticationDatabase' });
  use.draft.access('execute', options.operands[0] ?? 'database', 'database');
  for (const text of options.values('eval')) {
    if (/\.(?:drop(?:Database|Collection|Index|User|Role|AllUsersFromDatabase)?|deleteMany|remove|bulkWrite|shutdownServer|renameCollection)\s*\(/u.test(text)) {
      use.draft.access('destroy', 'database', 'database');
      danger(use.draft, 'data-destroy');
    } else if (!/^[\w.\s"'(){}:,$\d[\]-]*$/u.test(text)) use.draft.access('write', 'database', 'database');
  }
};

const redis: Program = (use) => {
  const options = new Options(use.args, { letters: 'hpanusirD', names: 'user pass eval uri', first: true });
  const words = options.operands.map((word) => word.toLowerCase());
  const [command = ''] = words;
  if (command === '' && use.call.frame.stdin !== null && use.call.frame.stdin.text === null) use.draft.unknown('the commands that are sent can not be read');
  if (/^(?:flushall|flushdb|shutdown|debug|swapdb)$/u.test(command) || (command === 'config' && words[1] !== 'get') || (command === 'script' && words[1] === 'flush')) {
    use.draft.access('destroy', 'database', 'database');
    danger(use.draft, 'data-destroy');
  } else if (/^(?:del|unlink|set|hset|expire|lpush|rpush|sadd|zadd|incr|decr|rename|eval|publish|xadd|hdel|srem|zrem|lpop|rpop|move|restore|migrate|replicaof|slaveof|acl|cluster|client)/u.test(command)) use.draft.access('write', words[1] ?? 'database', 'key');
  else use.draft.access(command === '' ? 'execute' : 'read', words[1] ?? 'database', 'key');
  if (/^(?:replicaof|slaveof|module)$/u.test(command)) danger(use.draft, 'data-destroy');
};

const DATABASE = { letters: 'hpUdTWnjFftEO', names: 'host port username dbname table schema jobs format file role encoding owner maintenance-db' };

const kafka = table({ names: 'bootstrap-server zookeeper topic config partitions replication-factor command-config' }, '+delete : destroy #data-destroy\n+create,alter : write\n : read');

function bqRemove({ draft }: Use): void {
  draft.access('destroy', 'bigquery', 'database');
  danger(draft, 'data-destroy');
}

/** Clients by name. */
export const databases: Readonly<Record<string, Program>> = {
  psql, pgcli: psql, cockroach: (use) => client('e', 'execute url host database', ['e', 'execute'], 'database')(use),
  ...Object.fromEntries(['mysql', 'mariadb', 'mycli'].map((name) => [name, client('eDhPuS', 'execute database host port user socket defaults-file', ['e', 'execute'], 'database')])),
  ...Object.fromEntries(['sqlite3', 'sqlite', 'duckdb'].map((name) => [name, client('', 'cmd init separator nullvalue', ['cmd'], 'file')])),
  ...Object.fromEntries(['sqlcmd', 'cqlsh', 'snowsql', 'clickhouse-client', 'beeline', 'usql', 'influx'].map((name) => [name, client('qQeUPSdf', 'query execute command', ['q', 'Q', 'e', 'query', 'execute', 'command'], 'database')])),
  ...Object.fromEntries(['mongosh', 'mongo'].map((name) => [name, mongo])),
  ...Object.fromEntries(['redis-cli', 'valkey-cli', 'keydb-cli'].map((name) => [name, redis])),
  dropdb: table(DATABASE, ' : destroy #data-destroy @database'), dropuser: table(DATABASE, ' : destroy #account-change @role'), createdb: table(DATABASE, ' : schema @database'), createuser: table(DATABASE, ' : grant #account-change @role'),
  pg_restore: table(DATABASE, '+l,list : read\n+c,clean : destroy #data-destroy\n : write'), pg_dump: table(DATABASE, ' : read'), pg_dumpall: table(DATABASE, ' : read'), pg_isready: table(DATABASE, ' : read'), vacuumdb: table(DATABASE, ' : control'), reindexdb: table(DATABASE, ' : control'), pg_ctl: table({ letters: 'Dlmopt' }, 'status : read\nstop|kill|promote : control #service-stop\n* : control'), pg_resetwal: table({}, '+n : read\n : destroy #data-destroy'), initdb: table({}, ' : write'), pg_dropcluster: table({}, ' : destroy #data-destroy'), pg_createcluster: table({}, ' : write'),
  bq: (use) => (/^(?:rm|remove)$/u.test(new Options(use.args, { names: 'project_id dataset_id location' }).operands[0] ?? '') ? bqRemove(use) : client('', 'project_id dataset_id location', ['query'], 'text')(use)),
  atlas: table({ letters: 'u', names: 'url to dev-url env config dir' }, 'schema clean|migrate down : destroy #data-destroy\nschema apply +auto-approve : schema #unplanned-apply\nschema inspect|schema diff|migrate status|migrate lint|migrate diff|version : read\n* : schema'), restic: table({ letters: 'rp', names: 'repo password-file' }, 'forget|prune : destroy #data-destroy\nsnapshots|ls|stats|check|diff|find : read\n* : write'), borg: table({}, 'delete|prune : destroy #data-destroy\nlist|info|check|diff : read\n* : write'),
  'kafka-topics': kafka, 'kafka-topics.sh': kafka, rabbitmqctl: table({ letters: 'pn' }, 'list_queues|list_exchanges|status|cluster_status|list_users|list_vhosts|report|environment : read\ndelete_queue|purge_queue|reset|force_reset|delete_vhost|delete_user|forget_cluster_node : destroy #data-destroy\nstop|stop_app : control #service-stop\n* : control'),
  mysqladmin: table({ letters: 'hPuS' }, 'drop : destroy #data-destroy @database\nstatus|ping|version|processlist|variables : read\nshutdown : control #service-stop\n* : control'), mysqldump: table({ letters: 'hPur' }, ' : read'), mongodump: table({}, ' : read'), mongorestore: table({}, '+drop : destroy #data-destroy\n : write'),
  mongoimport: table({}, '+drop : destroy #data-destroy\n : write'), etcdctl: table({ names: 'endpoints cacert cert key' }, 'get|member list|endpoint|version|watch : read\ndel|snapshot restore|member remove : destroy #data-destroy\n* : write'), consul: table({}, 'kv get|members|info|catalog : read\nkv delete|leave : destroy #data-destroy\n* : write'), vault: table({ names: 'address namespace mount format field' }, 'status|version|list|path-help : read\nread|kv get|print token|unwrap : read #secret-read\npolicy write|auth enable,tune|token create|write auth/token/create : grant #account-change\ndelete|kv delete|kv destroy|kv metadata delete|secrets disable|auth disable|lease revoke|token revoke|operator seal|policy delete : destroy #data-destroy\nlogin : control\n* : write'),
  ...Object.fromEntries(['rails', 'rake', 'bin/rails'].map((name) => [name, table({ letters: 'e' }, 'db:drop|db:reset|db:purge|db:drop:all|db:migrate:reset|db:schema:load|db:truncate_all|db:setup : destroy #data-destroy\nroutes|stats|about|notes|-t : read\ndb:migrate|db:rollback : schema\n* : execute\n : execute')])),
  prisma: table({ names: 'schema' }, 'migrate reset : destroy #data-destroy\ndb push +accept-data-loss,force-reset : destroy #data-destroy\ndb execute +file : execute #sql-file\ndb execute : execute\nmigrate status|migrate diff|validate|format|version : read\nmigrate deploy|migrate dev|db push|db seed|db pull : schema\n* : execute'),
  alembic: table({ letters: 'cxn' }, 'current|history|heads|branches|show|check : read\ndowngrade : destroy #data-destroy\nupgrade|stamp : schema\n* : write'), flyway: table({}, 'info|validate : read\nclean : destroy #data-destroy\n* : schema'), liquibase: table({}, 'status|validate|history|diff : read\ndrop-all|dropall|rollback : destroy #data-destroy\n* : schema'), dbmate: table({ letters: 'udes' }, 'status|dump : read\ndrop|rollback|down : destroy #data-destroy\n* : schema'), migrate: table({ letters: '', names: 'path database source', single: true }, 'drop|down|force : destroy #data-destroy\nversion : read\n* : schema'), sqitch: table({}, 'status|log|plan|verify : read\nrevert : destroy #data-destroy\n* : schema'), 'drizzle-kit': table({ names: 'config' }, 'drop : destroy #data-destroy\npush +force : destroy #data-destroy\ncheck : read\n* : schema'), goose: table({ letters: 'ds', names: 'dir table', single: true }, '* * down|* * down-to|* * reset|* * redo|down|down-to|reset|redo : destroy #data-destroy\nstatus|version|* * status|* * version : read\n* : schema'), knex: table({}, 'migrate:rollback|migrate:down : destroy #data-destroy\nmigrate:status|migrate:list : read\n* : schema'), typeorm: table({}, 'schema:drop|migration:revert : destroy #data-destroy\n* : schema'), sequelize: table({}, 'db:drop|db:migrate:undo|db:migrate:undo:all : destroy #data-destroy\n* : schema'),
};
