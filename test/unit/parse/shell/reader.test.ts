// SPDX-License-Identifier: Apache-2.0
import { accessesIn, hazardsIn, namesIn, readShell, unknownIn } from '../../../support/shell.js';

describe('shell reader', () => {
  it('tells the line of each command, in here-documents and substitutions, too', () => {
    const script = 'ls\n\ncat <<EOF |\n  x\nEOF\n  grep x\nsh <<\'EOF\'\n\nrm -rf /\nEOF\necho "$(\n  date\n)"\n';
    expect(readShell(script).map(({ facts, line }) => `${facts.name} ${line}`)).toEqual(['shell.ls 1', 'shell.cat 3', 'shell.grep 6', 'shell.rm 9', 'shell.sh 7', 'shell.date 12', 'shell.echo 11']);
  });

  it.each(['', '# nothing', 'x=1', 'f() { "$@"; }', 'true; :'])('finds no operation in %j', (script) => {
    expect(readShell(script)).toEqual([]);
  });

  it.each(['ls \'x', 'ls; if', 'rm -rf / \'x', 'echo $(ls', 'echo "$(if)"', 'a && && b', 'cat <(', 'for x in', 'bash -c \'ls "\'', 'eval "ls \'"', ')', 'ls\0', 'echo \uFFFF', 'echo \uFDD0'])('does not understand %j', (script) => {
    expect(unknownIn(script)).not.toEqual([]);
  });

  it('reads functions that nothing calls, and says so', () => {
    const [operation] = readShell('lib() {\n  git push --force "$1"\n}');
    expect([operation?.line, operation?.facts.assumed, operation?.facts.hazards[0]?.detail]).toEqual([2, true, 'commits that others have may be lost, in the function `lib`, which nothing here calls']);
    expect(hazardsIn('a() { b; }; b() { rm -rf /; }')).toEqual(['root-delete']);
    expect(unknownIn('f() { eval "$X"; }')).toEqual(['what `…` comes to is known only when it runs, in the function `f`, which nothing here calls']);
    expect(readShell('f() { git status; }; f').map(({ facts }) => facts.assumed)).toEqual([false]);
  });

  it('takes a default for what nothing sets, and says that it is assumed', () => {
    const assumed = (script: string): boolean[] => readShell(script).map(({ facts }) => facts.assumed);
    expect(assumed('${CC:-gcc} x')).toEqual([true]);
    expect(assumed('C=${CC:-gcc}; $C x; C=cc; $C x')).toEqual([true, false]);
    expect(assumed(': "${CC:=gcc}"; $CC x')).toEqual([true]);
    expect(unknownIn('CC=$(cat f); ${CC:-gcc} x')).not.toEqual([]);
    expect(unknownIn('read CC; ${CC:-gcc} x')).not.toEqual([]);
    expect(unknownIn('eval "$X"; ${CC:-gcc} x')).toHaveLength(2);
    expect(unknownIn('${1:-gcc} x')).not.toEqual([]);
  });

  it('shows what it can of a script that is broken', () => {
    expect(hazardsIn('rm -rf / \'x')).toEqual(['root-delete']);
  });

  it('reads only so much', () => {
    expect(unknownIn(`ls ${'x'.repeat(1_100_000)}`)[0]).toContain('longer than');
    expect(unknownIn('echo $('.repeat(30_000))[0]).toContain('nested too deep');
    expect(unknownIn('$('.repeat(5000))).not.toEqual([]);
    expect(unknownIn(`${'f() { f; f; }; f;'} ${'('.repeat(2000)}ls${')'.repeat(2000)}`)).not.toEqual([]);
  });

  it('comes to an end in scripts that never do', () => {
    const doubling = Array.from({ length: 40 }, (_, index) => `f${index}() { f${index + 1}; f${index + 1}; }`).join('\n');
    expect(unknownIn(`${doubling}\nf0`)).not.toEqual([]);
    expect(namesIn('f() { ls; f; }; f')).toContain('ls');
    expect(unknownIn(':(){ :|:& };:')).not.toEqual([]);
  });

  it.each([
    ['ls -la > out.txt', ['read ', 'write out.txt']],
    ['cat < in.txt >> out.txt 2>&1', ['read', 'read in.txt', 'write out.txt']],
    ['git status', ['read']],
    ['rm -rf node_modules', ['write node_modules']],
    ['rm -rf /', ['destroy /']],
    ['cp a b', ['read a', 'write b']],
    ['kubectl delete pod web', ['destroy pod', 'destroy web']],
    ['kubectl set image deployment/web web=nginx:latest', ['write deployment/web', 'write default/deployments/web']],
    ['kubectl set image cronjob web web=$IMAGE', ['write cronjob', 'write web']],
    ['some-tool --x y', ['execute some-tool']],
    ['./run.sh', ['execute ./run.sh']],
    ['psql -c "SELECT id FROM orders"', ['execute database', 'read public.orders']],
    ['cd sub; cat x', ['read sub/x', 'read']],
    ['curl -X POST https://api.example/x', ['write api.example']],
  ])('touches: %s', (script, accesses) => {
    const found = accessesIn(script);
    expect([...found].sort()).toEqual(expect.arrayContaining(accesses.map((one) => one.trim()).sort()));
  });

  it('keeps values out of what is recorded', () => {
    const redacted = (script: string) => readShell(script)[0]?.facts.redacted;
    expect(redacted('mysql -phunter22 -e "select 1"')).toBe('mysql -p? -e ?');
    expect(redacted('curl -H "Authorization: Bearer abc" https://me:word@x.example/a')).toBe('curl -H ? https://?@x.example/a');
    expect(redacted('tool --token abc --verbose x=secret')).toBe('tool --token ? --verbose x=?');
  });
});
