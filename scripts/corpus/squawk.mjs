// SPDX-License-Identifier: Apache-2.0
// Squawk's own cases: for each of its rules that a hazard of ours stands for, do both find something in the same SQL? Cases that take a
// transaction for granted get one written around them. Prints agreement by rule, and every disagreement with its reason.
// @see https://github.com/sbdchd/squawk

/** Squawk's rule to our hazards. What is not here: what the server itself refuses, and how names and scripts should look. */
const HAZARDS = {
  'adding-field-with-default': ['volatile-default', 'generated-column'],
  'adding-foreign-key-constraint': ['constraint-not-not-valid', 'foreign-key-with-column'],
  'adding-not-nullable-field': ['not-null-without-check'],
  'adding-required-field': ['required-column'],
  'adding-serial-primary-key-field': ['unique-constraint-without-index'],
  'ban-alter-domain-with-add-constraint': ['domain-constraint'],
  'ban-char-field': ['style.char-field'],
  'ban-concurrent-index-creation-in-transaction': ['concurrent-in-transaction'],
  'ban-create-domain-with-constraint': ['style.domain-with-constraint'],
  'ban-drop-not-null': ['drop-not-null'],
  'ban-truncate-cascade': ['truncate-cascade'],
  'ban-uncommitted-transaction': ['transaction-left-open'],
  'constraint-missing-not-valid': ['constraint-not-not-valid', 'validate-in-same-transaction'],
  'disallowed-unique-constraint': ['unique-constraint-without-index'],
  'prefer-bigint-over-int': ['style.int-field'],
  'prefer-bigint-over-smallint': ['style.smallint-field'],
  'prefer-identity': ['style.serial-field'],
  'prefer-repack': ['vacuum-full', 'cluster'],
  'prefer-text-field': ['style.varchar-limit'],
  'prefer-timestamp-tz': ['style.timestamp-without-time-zone'],
  'renaming-column': ['column-rename'],
  'renaming-table': ['table-rename'],
  'require-concurrent-index-creation': ['index-not-concurrent'],
  'require-concurrent-index-deletion': ['index-drop-not-concurrent'],
  'require-concurrent-partition-detach': ['detach-not-concurrent'],
  'require-concurrent-reindex': ['reindex-not-concurrent'],
  'require-enum-value-ordering': ['style.enum-order'],
  'require-table-schema': ['style.unqualified-name'],
  'require-timeout-settings': ['missing-lock-timeout', 'missing-statement-timeout'],
  'transaction-nesting': ['transaction-nesting'],
};

/** Rules about what takes a database down or loses what is in it, with cases of violation here. */
const DESTRUCTIVE = [
  'adding-field-with-default', 'adding-foreign-key-constraint', 'adding-not-nullable-field', 'adding-required-field', 'ban-truncate-cascade', 'constraint-missing-not-valid',
  'disallowed-unique-constraint', 'renaming-column', 'renaming-table', 'require-concurrent-index-creation',
];

/** Why we differ. */
const REASONS = {
  'prefer-repack/cluster_below_pg19_ok': 'squawk is silent where there is no REPACK yet; CLUSTER stops everybody in every version',
  'require-timeout-settings/err_other_ddl_operations': 'CREATE TYPE locks no table and waits for none',
  'require-timeout-settings/fix_multiple_ddl_statements': 'the table that is altered was made just before, so nobody uses it',
};

/** Prints the scores. `explain` answers texts with what `policy explain --json` says. */
export async function squawk(cases, explain, percent) {
  const served = cases.filter(({ settings }) => !/"(?:9|10|11)"/.test(settings?.pg_version ?? ''));
  const mapped = served.filter(({ rule }) => rule in HAZARDS);
  const answers = await explain(mapped.map(textOf));
  const judged = mapped.map((row, index) => {
    const unread = answers[index].statements.some(({ statement }) => statement === 'UNKNOWN');
    return { ...row, unread, found: unread || hazardsOf(answers[index]).some((id) => wanted(row).includes(id)) };
  });
  const agrees = (row) => row.found === row.violates;
  const hit = (rows) => rows.filter(({ found }) => found).length;
  console.log(`\nsquawk-rules: ${mapped.length} of ${cases.length} cases are about ${Object.keys(HAZARDS).length} rules that our hazards stand for; left out: ${cases.length - served.length} about PostgreSQL 11`);
  console.log(`  not SQL to PostgreSQL's own grammar, so denied as unknown and counted as found: ${judged.filter(({ unread }) => unread).length}`);
  console.log(`  agreement:                      ${percent(judged.filter(agrees).length, judged.length)}`);
  const bad = judged.filter(({ violates }) => violates);
  const good = judged.filter(({ violates }) => !violates);
  console.log(`  violations found:               ${percent(hit(bad), bad.length)}; false alarms: ${percent(hit(good), good.length)}`);
  const recalls = DESTRUCTIVE.map((name) => bad.filter(({ rule }) => rule === name)).map((rows) => hit(rows) / rows.length);
  console.log(`  macro-recall on ${DESTRUCTIVE.length} that hurt:   ${(recalls.reduce((sum, one) => sum + one, 0) / recalls.length).toFixed(3)}`);
  for (const rule of Object.keys(HAZARDS)) {
    const rows = judged.filter((row) => row.rule === rule);
    console.log(`    ${percent(rows.filter(agrees).length, rows.length).padEnd(22)} ${rule}`);
  }
  for (const row of judged.filter((one) => !agrees(one))) {
    const name = `${row.rule}/${row.id.split('/').at(-1)}`;
    console.log(`  ${row.violates ? 'missed' : 'alarm '} ${name}: ${REASONS[name] ?? 'no reason known'}`);
  }
}

// A transaction taken for granted is written around them, as a tool would; squawk takes a statement alone to have none, and so do tools
// that send a file as one message.
function textOf({ sql, settings }) {
  const assumed = settings?.assume_in_transaction === true && !sql.includes('squawk-disable-assume-in-transaction');
  if (!assumed || sql.split(';').filter((part) => part.replace(/--[^\n]*/g, '').trim() !== '').length < 2) return sql;
  return `BEGIN;\n${sql}\n;COMMIT;`;
}

// Two cases switch one half of a rule off.
function wanted({ rule, id }) {
  const only = /only_(lock|statement)_timeout_rule_enabled/.exec(id)?.[1];
  return only === undefined ? HAZARDS[rule] : [`missing-${only}-timeout`];
}

function hazardsOf(answer) {
  return answer.statements.flatMap(({ hazards }) => hazards.map(({ id }) => id));
}
