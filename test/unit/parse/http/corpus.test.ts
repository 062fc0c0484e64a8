// SPDX-License-Identifier: Apache-2.0
//
// Requests and calls of test/corpus/http and test/corpus/model as `policy explain` judges them, and their facts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, type Answer } from '../../../../src/commands/explain.js';
import { Readers } from '../../../../src/main/readers.js';
import { loadPolicy } from '../../../../src/policy/load.js';
import { NOON } from '../../../support/judging.js';

type Kind = 'http' | 'model';
const readers = new Readers();
const RESOURCES = `
  api: { type: http, environment: production, url: "https://api.example" }
  models: { type: model, environment: production, url: "https://models.example/v1" }`;
const POLICY = await loadPolicy({ file: 'policy.yml', text: `version: 1
resources:${RESOURCES}
rules:
  - { id: reads, match: { resource: api, effect: read, object: ["/orders/**", "/users/*", "/"] }, decide: allow }
  - { id: writes, match: { resource: api, effect: write, object: ["/orders", "/orders/**"] }, decide: allow }
  - { id: no-admin, match: { resource: api, object: ["/admin", "/admin/**", "/orders/secret"] }, decide: deny }
  - { id: runs, match: { resource: models, effect: execute, object: [small-1, tools/function/lookup, tools/web_search] }, decide: allow }
  - { id: lists, match: { resource: models, effect: read, operation: model.models }, decide: allow }
` }, { now: NOON });
const told = async (kind: Kind, text: string): Promise<Answer> => explain({ kind, text }, { policy: POLICY, readers: await readers.including(kind), now: NOON });

function casesOf(kind: Kind, verdict: 'ng' | 'ok'): [name: string, text: string][] {
  const folder = join('test/corpus', kind);
  return readdirSync(folder).filter((file) => file.startsWith(`${verdict}.`)).flatMap((file): [string, string][] => {
    const text = readFileSync(join(folder, file), 'utf8');
    return file.endsWith('.txt') ? text.split('\n').filter((line) => line !== '').map((line) => [`${file}: ${line}`, line]) : [[file, text]];
  });
}

describe.each(['http', 'model'] as const)('the corpus of %s', (kind) => {
  it('lets nothing of ng.* pass', async () => {
    const cases = casesOf(kind, 'ng');
    const answers = await Promise.all(cases.map(([, text]) => told(kind, text)));
    expect(cases.filter((_one, index) => answers[index]?.decision === 'allow').map(([name]) => name)).toEqual([]);
    expect(cases.length).toBeGreaterThan(20);
  });

  it('leaves all of ok.* alone', async () => {
    const cases = casesOf(kind, 'ok');
    const answers = await Promise.all(cases.map(([, text]) => told(kind, text)));
    expect(cases.flatMap(([name], index) => (answers[index]?.decision === 'allow' ? [] : [`${name}: ${answers[index]?.reasons.join() ?? ''}`]))).toEqual([]);
    expect(cases.length).toBeGreaterThan(3);
  });
});

describe('a request', () => {
  const facts = async (kind: Kind, text: string): Promise<string[]> => (await told(kind, text)).statements.flatMap(({ name, statement, accesses }) => [`${name} ${statement}`, ...accesses.map(({ effect, object, type }) => `${effect} ${object ?? '-'} ${type ?? '-'}`)]);

  it.each<[Kind, string, string[]]>([
    ['http', 'GET /orders/7?x=1', ['http.get GET', 'read /orders/7 path']], ['http', 'HEAD /a', ['http.head HEAD', 'read /a path']], ['http', 'OPTIONS *', ['http.options OPTIONS', 'read * path']],
    ['http', 'POST /a\n\n{}', ['http.post POST', 'write /a path']], ['http', 'PUT /a', ['http.put PUT', 'write /a path']], ['http', 'PATCH /a', ['http.patch PATCH', 'write /a path']], ['http', 'DELETE /a', ['http.delete DELETE', 'destroy /a path']],
    ['http', 'PURGE /a', ['http.unknown UNKNOWN', 'unknown /a path']], ['http', 'GET /a/', ['http.unknown UNKNOWN', 'unknown /a/ path']], ['http', 'GET /a/../b', ['http.unknown UNKNOWN', 'unknown - -']], ['http', 'what?', ['http.unknown UNKNOWN', 'unknown - -']],
    ['model', '{"endpoint":"responses","model":"m","input":""}', ['model.responses RESPONSES', 'execute m model']], ['model', '{"endpoint":"chat/completions","model":"m","messages":[]}', ['model.chat.completions CHAT COMPLETIONS', 'execute m model']],
    ['model', '{"endpoint":"embeddings","model":"m","input":""}', ['model.embeddings EMBEDDINGS', 'execute m model']], ['model', '{"endpoint":"messages/count_tokens","model":"m","messages":[]}', ['model.messages.count_tokens MESSAGES COUNT_TOKENS', 'read m model']],
    ['model', '{"endpoint":"responses","model":"m","tools":[{"type":"web_search_preview"},{"type":"mcp","server_url":"https://a.example/x"},{"type":"function","name":"f"}],"conversation":"c"}', ['model.responses RESPONSES', 'execute m model', 'execute tools/web_search tool', 'execute tools/mcp/a.example tool', 'execute tools/function/f tool', 'read state/conversations/c state']],
    ['model', 'GET /v1/models/m', ['model.models MODELS', 'read m model']], ['model', 'GET /v1/files', ['model.unknown UNKNOWN', 'unknown - -']],
  ])('%s %j', async (kind, text, expected) => {
    expect(await facts(kind, text)).toEqual(expected);
  });

  it('shows no value, neither of a header, a parameter, a body nor a prompt', async () => {
    const { http, model } = (await readers.including('http'), await readers.including('model'));
    const shown = [
      http?.('POST /a?token=s3cret&s3cret\nAuthorization: Bearer s3cret\n\ns3cret'), model?.('{"endpoint":"responses","model":"m","input":"s3cret","instructions":"s3cret"}'),
    ].flatMap((read) => read?.map(({ facts: { redacted } }) => redacted) ?? []);
    expect(shown).toEqual(['POST /a?token=?&? with 6 bytes', expect.stringMatching(/^responses of m \(\d+ bytes\)$/u)]);
  });

  it('is sized, so that rules can say how much', async () => {
    const { http } = await readers.including('http');
    expect(http?.('POST /a\n\n12345')[0]).toMatchObject({ kind: 'http', size: 5, line: 1 });
  });

  it.each<[string, string]>([
    ['another server', 'GET https://evil.example/orders/7'], ['another server by its host', 'GET /orders/7\nHost: evil.example'], ['without encryption', 'GET http://api.example/orders/7'],
  ])('is unknown when it goes to %s', async (_name, text) => {
    const { decision, statements } = await told('http', text);
    expect([decision, statements[0]?.unknown[0]]).toEqual(['deny', expect.stringMatching(/^it goes /u)]);
  });

  it('is read from any text without an end', async () => {
    const { http, model } = (await readers.including('http'), await readers.including('model'));
    for (const text of ['', '{', '[]', '{}', 'null', '\0', `${'['.repeat(100_000)}`, `{"method":"GET","url":${'['.repeat(500)}${']'.repeat(500)}}`, 'GET', 'GET ', '{"endpoint":1}', `GET /${'a'.repeat(9_000)}`, `{"endpoint":"responses","model":"m","input":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`]) {
      for (const read of [http, model]) expect(read?.(text).map(({ facts: { accesses } }) => accesses.some(({ effect }) => effect === 'unknown'))).toEqual([true]);
    }
  });
});
