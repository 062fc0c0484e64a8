// SPDX-License-Identifier: Apache-2.0
import { recordedCommand, secretValues } from '../../../src/main/recorded-command.js';
import { ContentMask } from '../../../src/mask/content.js';
import { token } from '../../support/tokens.js';

describe('recordedCommand', () => {
  const content = new ContentMask([]);
  const secrets = secretValues({ DEPLOY_TOKEN: 'a-job-s-own-secret', ORDERS_DB: 'postgres:upstream-password', HOME: '/home/somebody' }, ['ORDERS_DB']);

  it.each<[string, readonly string[], readonly string[]]>([
    ['a plain command', ['psql', '-c', 'SELECT 1  FROM t', ''], ['psql', '-c', 'SELECT 1  FROM t', '']],
    ['a token in a script', ['bash', '-c', `x ${token('ghp_', 36)}`], ['bash', '-c', 'x [masked:github-token]']],
    ['a password in an address', ['psql', 'postgres://ann:secretpw1@db.internal/x'], ['psql', 'postgres://[masked:url-credentials]@db.internal/x']],
    ['what takes two words to see', ['curl', '-u', 'admin:swordfish-77', 'https://x'], ['curl', '-u', '[masked:curl-credentials]', 'https://x']],
    ["the job's own, in any spelling", ['echo', Buffer.from('a-job-s-own-secret').toString('base64'), '/home/somebody'], ['echo', '[masked:known-secret]', '/home/somebody']],
    ["the upstream's credential", ['psql', 'postgres:upstream-password'], ['psql', '[masked:known-secret]']],
    ["the upstream's password by itself", ['psql', 'upstream-password'], ['psql', '[masked:known-secret]']],
  ])('%s', (_name, command, recorded) => {
    expect(recordedCommand(command, secrets, content)).toEqual(recorded);
  });
});
