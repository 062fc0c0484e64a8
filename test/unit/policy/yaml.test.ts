// SPDX-License-Identifier: Apache-2.0
//
// YAML with places: what is read, what is refused, and where it says so.
import { MAX_POLICY_BYTES, MAX_POLICY_DEPTH, placeOf, readYaml, Unreadable } from '../../../src/policy/yaml.js';

function failureOf(text: string): string {
  try {
    readYaml(text);
    return 'read';
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    const { line, column } = placeOf(text, thrown.at);
    return `${line}:${column} ${thrown.message}`;
  }
}

describe('readYaml', () => {
  it('keeps values and where they stand', () => {
    const text = 'version: 1\n# note\nrules:\n  - { id: a, on: yes, day: 2027-03-01, none: ~ }\n  - id: |\n      two\n    empty:\n';
    const root = readYaml(text);
    expect(JSON.parse(JSON.stringify(root.value))).toEqual({ version: 1, rules: [{ id: 'a', on: 'yes', day: '2027-03-01', none: null }, { id: 'two\n', empty: null }] });
    const [first, second] = root.entries?.get('rules')?.node.items ?? [];
    expect(placeOf(text, first?.at ?? -1)).toEqual({ line: 4, column: 5 });
    expect(placeOf(text, first?.entries?.get('day')?.keyAt ?? -1)).toEqual({ line: 4, column: 23 });
    expect(placeOf(text, first?.entries?.get('day')?.node.at ?? -1)).toEqual({ line: 4, column: 28 });
    expect(placeOf(text, second?.entries?.get('empty')?.node.at ?? -1)).toEqual({ line: 7, column: 5 });
  });

  it.each([
    ['a text alone', 'hello', '"hello"'],
    ['a number in hexadecimal', 'a: 0x10', '{"a":16}'],
    ['a document with a head and a foot', '%YAML 1.2\n---\na: 1\n...\n', '{"a":1}'],
    ['a byte order mark', '\uFEFFa: 1', '{"a":1}'],
    ['an empty value at the very start', '!!null', 'null'],
    ['keys that look like numbers when quoted, in their order', '"2": x\n"1": y', '{"1":"y","2":"x"}'],
  ])('reads %s', (_name, text, expected) => {
    expect(JSON.stringify(readYaml(text).value)).toBe(expected);
  });

  it('keeps keys that mean something to JavaScript as keys', () => {
    const root = readYaml('__proto__: { a: 1 }\nconstructor: 2');
    expect(Object.keys(root.value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(root.value)).toBeNull();
    expect([...(root.entries?.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
  });

  it.each([
    ['nothing', '', '1:1 the file is empty'],
    ['only a comment', '# hello\n', '1:1 the file is empty'],
    ['two documents', 'a: 1\n---\nb: 2\n', '3:1 the file holds more than one document'],
    ['a second document without anything', 'a: 1\n---\n', '1:1 the file holds more than one document'],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', '3:1 duplicated mapping key'],
    ['an anchor', 'a: &x 1\n', '1:4 anchors and aliases are not allowed: write it out, so that a reviewer sees what holds'],
    ['an alias bomb', 'a: &a [x]\nb: [*a, *a]\n', '1:4 anchors and aliases are not allowed: write it out, so that a reviewer sees what holds'],
    ['an alias of nothing', 'b: *a\n', '1:4 anchors and aliases are not allowed: write it out, so that a reviewer sees what holds'],
    ['a merge key', 'a:\n  <<: { b: 1 }\n', '2:3 merge keys are not allowed: write it out, so that a reviewer sees what holds'],
    ['a key that is a number', 'a:\n  812: x\n', '2:3 a key has to be text: put it into quotes'],
    ['a key that is a list', '? [a]\n: 1\n', '1:3 a key has to be text: put it into quotes'],
    ['a tag of its own', 'a: !secret x\n', '1:4 unknown scalar tag !<!secret>'],
    ['a bracket that stays open', 'a: [1\n', '2:1 deficient indentation'],
    ['a tab for indentation', 'a:\n\tb: 1\n', '2:1 tab characters must not be used in indentation'],
    ['NUL', 'a: b\u0000c', '1:5 null byte is not allowed in input'],
    ['half a surrogate pair, escaped', 'a:\n  "\\ud800": 1', '2:3 half a surrogate pair is not text'],
    ['half a surrogate pair in a value', 'a: "\\ud800"', '1:4 half a surrogate pair is not text'],
    ['half a surrogate pair, raw', 'a: \ud800', '1:1 the file is not valid UTF-8'],
    ['infinity', 'a: .inf', '1:4 a number has to be finite'],
    ['what is not a number', 'a: .nan', '1:4 a number has to be finite'],
  ])('refuses %s', (_name, text, expected) => {
    expect(failureOf(text)).toBe(expected);
  });

  it('refuses what is too large, to the byte', () => {
    const room = MAX_POLICY_BYTES - 'a: '.length;
    expect(failureOf(`a: ${'x'.repeat(room)}`)).toBe('read');
    expect(failureOf(`a: ${'x'.repeat(room - 1)}é`)).toBe(`1:1 the file is larger than ${MAX_POLICY_BYTES} bytes`);
  });

  it('refuses what is too deep', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(failureOf(nested(MAX_POLICY_DEPTH))).toBe('read');
    expect(failureOf(nested(MAX_POLICY_DEPTH + 1))).toContain('maxDepth');
    expect(failureOf(nested(100_000))).toContain('maxDepth');
  });
});
