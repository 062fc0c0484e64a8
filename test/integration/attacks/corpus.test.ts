// The permanent corpus of attacks: each case is judged as `policy explain` does, and then tried through the whole gate on real servers.
// What counts there is the bytes that reached the client, the recording, and the rows.
import { resolve as resolvePath } from 'node:path';
import { explain } from '../../../src/commands/explain.js';
import type { Reader } from '../../../src/core/model.js';
import { loadSqlReader } from '../../../src/parse/sql/reader.js';
import { loadPolicy } from '../../../src/policy/load.js';
import { type Attacker, leaks, MASK, Shop, type Sight } from '../../support/attacked.js';
import { type Case, casesIn, POLICIES, type PolicyName } from '../../support/cases.js';
import type { RunningGate } from '../../support/gate.js';
import { policyText } from '../../support/guarded.js';
import { VERSIONS, type PostgresVersion } from '../../support/postgres.js';

const CASES = casesIn(resolvePath('test/corpus/sql'));

let reader: Promise<Reader> | undefined;

describe('the corpus of attacks, judged without a catalog', () => {
  it.each(CASES.filter(({ catalog }) => !catalog).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const text = policyText({ server: { port: 1, superuser: 'postgres', password: '', database: 'shop' }, rules: POLICIES[one.policy], mask: MASK });
    const policy = await loadPolicy({ text, file: 'policy.yml' }, { now: 0 });
    const explainer = { policy, now: 0, readers: { sql: await (reader ??= loadSqlReader()) } };
    const decisions = one.messages.map((message) => explain({ kind: 'sql', principal: 'me', text: message }, explainer).decision);
    if (one.outcome === 'refused') expect(decisions.some((decision) => decision !== 'allow')).toBe(true);
    else expect(decisions.filter((decision) => decision !== 'allow')).toEqual([]);
  });
});

describe.each<PostgresVersion>(VERSIONS)('the corpus of attacks, tried on PostgreSQL %d', (version) => {
  let shop: Shop;
  const gates = new Map<string, Promise<RunningGate>>();
  let before = '';
  let workplace = '';

  beforeAll(async () => {
    shop = await Shop.open(version);
    workplace = await shop.copy();
    before = await shop.fingerprint(workplace);
  });
  afterAll(async () => {
    await shop.close();
  });

  const gateOf = (policy: PolicyName, database: string): Promise<RunningGate> => {
    const key = `${policy} ${database}`;
    const gate = gates.get(key) ?? shop.gate({ rules: POLICIES[policy], database });
    gates.set(key, gate);
    return gate;
  };

  it.each(CASES.filter(({ servers }) => servers.includes(version)).map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const database = one.changes || one.outcome === 'allowed' ? await shop.copy() : workplace;
    const gate = await gateOf(one.policy, database);
    gate.forget();
    const attacker = await shop.attacker(gate);
    const sights: Sight[] = [];
    for (const message of one.messages) sights.push(await ask(attacker, message, one.through));
    expect(leaks(gate)).toEqual([]);
    expect(outcomeOf(sights)).toBe(one.outcome === 'masked' ? 'allowed' : one.outcome);
    if (one.gives !== null) expect(sights.at(-1)?.text).toBe(one.gives);
    expect(await attacker.alive()).toBe(true);
    attacker.close();
    if (database === workplace) expect(await shop.fingerprint(database)).toBe(before);
    else await gate.close();
  });
});

function ask(attacker: Attacker, message: string, through: Case['through']): Promise<Sight> {
  switch (through) {
    case 'query':
      return attacker.simple(message);
    case 'extended':
      return attacker.extended(message);
    case 'binary':
      return attacker.extended(message, { format: 1 });
    case 'undescribed':
      return attacker.extended(message, { described: false });
    default:
      return through satisfies never;
  }
}

function outcomeOf(sights: readonly Sight[]): 'refused' | 'failed' | 'allowed' {
  if (sights.some(({ sqlstate, detail }) => sqlstate === '42501' && detail.startsWith('decision='))) return 'refused';
  return sights.some(({ sqlstate }) => sqlstate !== null) ? 'failed' : 'allowed';
}
