// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppendFile, DescriptorFile, recordFailed, syncFolderOf } from '../../../src/record/file.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ostiary-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('createAppendFile', () => {
  it('creates a file that only its owner can read, and writes to it in order', async () => {
    const path = join(folder, 'new.jsonl');
    const file = createAppendFile(path);
    file.write(Buffer.from('one\n'));
    file.write(Buffer.from('two\n'));
    expect(await new Promise((resolve) => file.sync(resolve))).toBeNull();
    file.close();
    expect([file.path, statSync(path).mode & 0o777, readFileSync(path, 'utf8')]).toEqual([path, 0o600, 'one\ntwo\n']);
  });

  it('never continues a file that is there', () => {
    const path = join(folder, 'there.jsonl');
    writeFileSync(path, 'before\n');
    expect(() => createAppendFile(path)).toThrow(expect.objectContaining({ code: 'RECORD_FAILED', message: `there is a recording at \`${path}\` already`, hint: expect.stringContaining('--session-dir') as string }));
    expect(readFileSync(path, 'utf8')).toBe('before\n');
  });

  it('says that the folder is not there', () => {
    expect(() => createAppendFile(join(folder, 'nowhere', 'x'))).toThrow(/can not be written: the folder is not there \(ENOENT\)/);
  });
});

describe('DescriptorFile', () => {
  it('goes on when the system takes a part only', () => {
    const path = join(folder, 'parts');
    const taken: string[] = [];
    const file = new DescriptorFile(openSync(path, 'w'), path, (_descriptor, bytes, offset, length) => {
      const size = Math.min(3, length);
      taken.push(bytes.subarray(offset, offset + size).toString());
      return size;
    });
    file.write(Buffer.from('abcdefgh'));
    expect(taken).toEqual(['abc', 'def', 'gh']);
    file.close();
  });

  it('fails when the system takes a part and then nothing', () => {
    const path = join(folder, 'nothing');
    let left = 2;
    const file = new DescriptorFile(openSync(path, 'w'), path, (_descriptor, _bytes, _offset, length) => Math.min(left--, length));
    expect(() => file.write(Buffer.from('abcdefgh'))).toThrow('the system took no bytes');
    file.close();
  });

  it('passes on what the system says', () => {
    const path = join(folder, 'full');
    const file = new DescriptorFile(openSync(path, 'w'), path, () => { throw Object.assign(new Error('ENOSPC: no space'), { code: 'ENOSPC' }); });
    expect(() => file.write(Buffer.from('x'))).toThrow(/ENOSPC/);
    file.close();
  });
});

describe('syncFolderOf', () => {
  it('makes the name of a file durable', () => {
    expect(() => syncFolderOf(join(folder, 'any'))).not.toThrow();
  });

  it('says when there is no such folder', () => {
    expect(() => syncFolderOf(join(folder, 'nowhere', 'x'))).toThrow(/the folder is not there/);
  });
});

describe('recordFailed', () => {
  it.each([
    ['ENOSPC', 'the disk is full (ENOSPC)', /free some space/], ['EDQUOT', 'the disk quota is used up (EDQUOT)', /free some space/],
    ['EFBIG', 'the file is as large as it may get here (EFBIG)', /ulimit -f/], ['EROFS', 'the disk is read-only (EROFS)', /another folder/],
    ['EACCES', 'permission denied (EACCES)', /may write/], ['ENOENT', 'the folder is not there (ENOENT)', /create it/], ['EIO', 'the disk reports an error (EIO)', /look at the disk/],
    ['EEXIST', 'a part of its path is a file (EEXIST)', /another folder/], ['ENOTDIR', 'a part of its path is a file (ENOTDIR)', /another folder/], ['EPERM', 'permission denied (EPERM)', /of this user/], ['EBADF', 'bad descriptor', /another folder/],
  ])('says why and what to do: %s', (code, why, hint) => {
    const error = recordFailed(Object.assign(new Error('bad descriptor'), { code }), '/x/session.jsonl');
    expect([error.code, error.message]).toEqual(['RECORD_FAILED', `the recording \`/x/session.jsonl\` can not be written: ${why}`]);
    expect(error.hint).toMatch(hint);
    expect(error.hint).toMatch(/until then nothing is executed$/);
  });

  it('takes anything thrown', () => {
    expect(recordFailed(undefined, 'x').message).toBe('the recording `x` can not be written: undefined');
    expect(recordFailed('odd', 'x').message).toBe('the recording `x` can not be written: odd');
  });
});
