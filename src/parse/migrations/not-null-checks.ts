// SPDX-License-Identifier: Apache-2.0
//
// CHECK constraints that say `column IS NOT NULL`, and which of them are valid: SET NOT NULL then reads no rows (PostgreSQL 12 and later).
// Refuses conditions that say it in any other way than by themselves or with AND.
import { canonicalName } from '../../core/catalog.js';

type Fields = Readonly<Record<string, unknown>>;

interface Check {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly valid: boolean;
}

/** What is known of such constraints so far. */
export class Checked {
  #checks: readonly Check[] = [];

  /** Takes in an ALTER TABLE; true when every SET NOT NULL in it is covered by a CHECK that was valid before. `home`: schema of names without one. */
  take(tree: Fields, home = 'public'): boolean {
    const body = tree['AlterTableStmt'] as Fields | undefined;
    if (body === undefined) return false;
    const { schemaname = home, relname = '' } = (body['relation'] ?? {}) as { schemaname?: string; relname?: string };
    const table = canonicalName(schemaname, relname);
    const before = this.#checks;
    let covered: boolean | null = null;
    for (const { AlterTableCmd: cmd } of (body['cmds'] ?? []) as readonly { AlterTableCmd?: Fields }[]) {
      if (cmd === undefined) continue;
      if (cmd['subtype'] === 'AT_SetNotNull') covered = covered !== false && before.some((check) => check.valid && check.table === table && check.columns.includes(String(cmd['name'])));
      // PostgreSQL 18 has it as a constraint, too, which no CHECK covers in older ones.
      else if (cmd['subtype'] === 'AT_AddConstraint') covered = false;
      this.#command(cmd, table);
    }
    return covered === true;
  }

  /** The same constraints, to be changed apart. */
  copy(): Checked {
    const checked = new Checked();
    checked.#checks = this.#checks;
    return checked;
  }

  #command({ subtype, name, def }: Fields, table: string): void {
    const constraint = (def as Fields | undefined)?.['Constraint'] as Fields | undefined;
    const isIt = (check: Check): boolean => check.table === table && check.name === name;
    if (subtype === 'AT_AddConstraint' && constraint?.['contype'] === 'CONSTR_CHECK') {
      this.#checks = [...this.#checks, { table, name: String(constraint['conname']), columns: notNullIn(constraint['raw_expr']), valid: constraint['skip_validation'] !== true }];
    } else if (subtype === 'AT_ValidateConstraint') this.#checks = this.#checks.map((check) => (isIt(check) ? { ...check, valid: true } : check));
    else if (subtype === 'AT_DropConstraint') this.#checks = this.#checks.filter((check) => !isIt(check));
  }
}

function notNullIn(expression: unknown): string[] {
  const { NullTest: test, BoolExpr: both } = (expression ?? {}) as { NullTest?: Fields; BoolExpr?: Fields };
  if (both?.['boolop'] === 'AND_EXPR') return ((both['args'] ?? []) as readonly unknown[]).flatMap(notNullIn);
  if (test?.['nulltesttype'] !== 'IS_NOT_NULL') return [];
  const fields = ((test['arg'] as { ColumnRef?: { fields?: readonly { String?: { sval?: string } }[] } }).ColumnRef?.fields ?? []);
  return fields.length === 1 && fields[0]?.String?.sval !== undefined ? [fields[0].String.sval] : [];
}
