// SPDX-License-Identifier: Apache-2.0
//
// What the demo's agent does, and the policy it does it under. Ordinary PostgreSQL clients, ordinary statements: nothing in here knows
// that a gate is in between.

/** The policy as it stands on the protected branch of the demo's repository. */
export const demoPolicy = (port: number, issuer: string): string => `version: 1
extends: [ostiary:postgres, ostiary:pii]
default: deny
approvers: { users: [812], teams: [acme/dba], count: 1, expires: 8h }
identities:
  nightly: { issuer: "${issuer}", claims: { repository_id: "812364", event_name: schedule } }
resources:
  shop-db:
    type: postgres
    environment: production
    url: postgres://127.0.0.1:${port}/shop
    credential: env:SHOP_CREDENTIAL
    allow_static: true
    mask: { public.customers.email: partial, public.customers.ssn: redact }
rules:
  - { id: reads,       match: { principal: nightly, resource: shop-db, effect: read }, decide: allow }
  - { id: ship-orders, match: { principal: nightly, effect: write, object: public.orders }, decide: allow }
  - { id: schema,      match: { effect: schema }, decide: review, because: a schema change locks tables that customers use }
  - { id: no-loss,     match: { environment: production, effect: destroy }, decide: deny, because: a rollback can't bring the data back }
`;

/** One thing that the agent tries. */
export interface Step {
  readonly title: string;
  readonly client: 'node-postgres' | 'postgres.js';
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export const STEPS: readonly Step[] = [
  { title: 'a read comes back masked', client: 'node-postgres', sql: 'SELECT id, name, email, ssn FROM customers ORDER BY id LIMIT 3', values: [] },
  { title: 'an alias, a join and an expression do not unmask it', client: 'postgres.js', sql: "SELECT o.id AS order_no, 'x' || c.ssn AS harmless FROM orders o JOIN customers AS c ON c.id = o.customer WHERE o.id < $1 ORDER BY 1", values: [3] },
  { title: 'a write that the policy allows', client: 'node-postgres', sql: 'UPDATE orders SET status = $1 WHERE id = $2', values: ['shipped', 17] },
  { title: 'a schema change needs a person', client: 'node-postgres', sql: 'ALTER TABLE orders ADD COLUMN note text', values: [] },
  { title: 'a DROP TABLE is blocked', client: 'node-postgres', sql: 'DROP TABLE customers', values: [] },
  { title: 'so is a delete that hides in a read', client: 'postgres.js', sql: 'WITH gone AS (DELETE FROM orders RETURNING id) SELECT count(*) FROM gone', values: [] },
  { title: 'and text put together at run time', client: 'node-postgres', sql: "DO $$ BEGIN EXECUTE 'DR' || 'OP TABLE orders'; END $$", values: [] },
];
