// SPDX-License-Identifier: Apache-2.0
//
// The catalog that most tests of parse/sql speak of. Refuses nothing: data only.
import { makeCatalog } from './catalog.js';

/** Customers with secrets, orders, tables with little in them, a view on customers, a materialized view, a user's function and operator-free types. */
export const SHOP = makeCatalog({
  tables: {
    'public.customers': { id: 'integer', email: 'text', ssn: 'text' },
    'public.orders': { id: 'integer', customer_id: 'integer', total: 'numeric' },
    'public.t': { a: 'integer', b: 'text', c: 'text' },
    'public.u': { a: 'integer', d: 'text' },
    'public.audited': { a: 'integer' },
    'public.ruled': { a: 'integer' },
    'app.t': { a: 'integer' },
  },
  views: {
    'public.v': { columns: { id: 'integer', mail: 'text' }, definition: ' SELECT customers.id, customers.email AS mail FROM public.customers WHERE customers.ssn IS NOT NULL;' },
    'public.calls': { columns: { x: 'integer' }, definition: ' SELECT public.refund(1) AS x;' },
    'public.broken': { columns: { x: 'integer' }, definition: ' SELECT FROM WHERE' },
    'public.stars': { columns: { id: 'integer', email: 'text' }, definition: ' SELECT id, email, ssn FROM public.customers;' },
    'public.loop': { columns: { x: 'integer' }, definition: ' SELECT x FROM public.loop;' },
  },
  materialized: { 'public.m': { columns: { ssn: 'text' }, definition: ' SELECT customers.ssn FROM public.customers;' } },
  sequences: ['public.s'],
  triggers: { 'public.audited': ['public.audit'] },
  rules: ['public.ruled'],
  functions: ['public.refund', 'public.audit'],
});
