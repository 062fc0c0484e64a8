// SPDX-License-Identifier: Apache-2.0
import { nearest } from '../../../src/core/nearest.js';

describe('nearest', () => {
  it.each([
    ['resourse', ['resource', 'rules'], 'resource'],
    ['isolaton', ['isolation', 'policy'], 'isolation'],
    ['MATCH', ['match'], 'match'],
    ['resourse', ['sourse', 'resource', 'recourse'], 'resource'],
    ['resourse', ['resource', 'sourse', 'recourse'], 'resource'],
    ['zebra', ['match', 'rules'], null],
    ['x', [], null],
    ['wait', ['fail', 'pass'], null],
    ['nnoe', ['user', 'none'], 'none'],
    ['lfase', ['true', 'false'], 'false'],
    ['reed', ['read', 'write'], 'read'],
  ])('%s among %j is %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });
});
