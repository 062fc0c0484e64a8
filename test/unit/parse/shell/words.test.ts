// SPDX-License-Identifier: Apache-2.0
import { expandBraces } from '../../../../src/parse/shell/braces.js';
import { hazardsIn, namesIn, unknownIn } from '../../../support/shell.js';

describe('expandBraces', () => {
  it.each([
    ['{rm,-rf,/}', ['rm', '-rf', '/']],
    ['a{b,c{d,e}}f', ['abf', 'acdf', 'acef']],
    ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd']],
    ['{1..3}', ['1', '2', '3']],
    ['{a..c}x', ['ax', 'bx', 'cx']],
    ['{3..1..2}', ['3', '1']],
    ['{a}', ['{a}']],
    ['${x,y}', ['${x,y}']],
    ['\'{a,b}\'', ['\'{a,b}\'']],
    ['"{a,b}"', ['"{a,b}"']],
    ['\\{a,b}', ['\\{a,b}']],
    ['{a,$(echo b,c)}', ['a', '$(echo b,c)']],
    ['{,x}y', ['y', 'xy']],
  ])('makes words of %s', (text, words) => {
    expect(expandBraces(text)).toEqual(words);
  });

  it('gives up on more words than anybody writes', () => {
    expect(expandBraces('{1..16}{1..17}')).toBeNull();
  });
});

describe('words', () => {
  // One spelling each of `rm -rf /`.
  it.each([
    'rm -rf /', '"rm" -rf /', 'r\\m -rf /', 'r""m -r\'f\' /', '$\'\\x72\\x6d\' -rf /', '{rm,-rf,/}', 'rm${IFS}-rf${IFS}/', 'x=rm; $x -rf /', 'x=rm y="-rf /"\n$x $y', 'a=r b=m; $a$b -rf /',
    'x=(rm -rf /); "${x[@]}"', 'x=xrmx; ${x:1:2} -rf /', 'x=RM; ${x,,} -rf /', 'x=rzm; ${x/z/} -rf /', '${nothing:-rm} -rf /', 'x=y y=rm; ${!x} -rf /', '$(echo rm) -rf /', '`echo rm` -rf /', '$(printf \'%s\' rm) -rf /',
    '$(echo cm0= | base64 -d) -rf /', '$(echo mr | rev) -rf /', 'set -- rm -rf /; "$@"', 'set -- rm; $1 -rf /', 'f() { "$@"; }; f rm -rf /', 'for c in rm; do $c -rf /; done', 'read c <<< rm; $c -rf /', 'rm -rf $(echo /)', 'd=/; rm -rf "$d"', 'rm -r -f --no-preserve-root /', 'rm --recursi --forc /', 'rm / -rf',
    'x=ls; if true; then x=rm; fi; $x -rf /', 'x=ls; for i in 1 2; do $x -rf /; x=rm; done', 'x=rm; false && x=ls; $x -rf /', 'x=ls; true && x=rm; $x -rf /', 'x=ls; false || x=rm; $x -rf /', 'case $y in a) x=rm ;; b) x=ls ;; esac; $x -rf /', '/bin/rm -rf /', '/usr/bin/RM.exe -rf /', 'rm -rf /.', 'rm -rf //', 'rm -rf /tmp/../', 'rm -rf /*', 'rm -rf "/"*', 'cd /; rm -rf .', 'cd / && rm -rf ./*', 'pushd /; rm -rf *',
    'alias x="rm -rf"; x /', 'f() { rm -rf "$1"; }; f /', 'f() { g; }; g() { rm -rf /; }; f', 'rm -rf "$HOME"', 'rm -rf ~', 'rm -rf ~/', 'rm -rf ~root', 'rm -rf /home/me', 'coproc rm -rf /', '! rm -rf /', 'time rm -rf /', '( rm -rf / )', '{ rm -rf /; } &', 'echo "$(rm -rf /)"', 'echo $((1+$(rm -rf / >&2; echo 1)))', 'cat <(rm -rf /)', 'ls > >(rm -rf /)', 'x=${y:-$(rm -rf /)}', 'x[$(rm -rf /)]=1', 'cat <<EOF\n$(rm -rf /)\nEOF', '[[ -n $(rm -rf /) ]]', 'case $(rm -rf /) in x) ;; esac', 'trap "rm -rf /" EXIT', 'until rm -rf /; do :; done', 'select x in a; do rm -rf /; done', '(( rm -rf / ))',
  ])('sees through %s', (script) => {
    expect(hazardsIn(script).filter((id) => id === 'root-delete' || id === 'home-delete')).toHaveLength(1);
  });

  it.each([
    'echo rm -rf /', 'echo "rm -rf /"', 'printf \'rm -rf /\\n\'', 'x=\'rm -rf /\'', 'x=\'rm -rf /\'; echo "$x"', 'grep -r "rm -rf /" .', '# rm -rf /', 'cat <<\'EOF\'\nrm -rf /\nEOF', 'git commit -m "rm -rf /"', 'f() { echo "rm -rf /"; }', 'ls rm -rf /', '[ "rm -rf /" = x ]', 'echo $x{a,b}', 'rm -rf "build/"', 'rm -rf ./node_modules/*',
  ])('leaves %s alone', (script) => {
    expect([hazardsIn(script), unknownIn(script)]).toEqual([[], []]);
  });

  it.each(['$x', '"$cmd" -rf /', '$(curl x)', '${x}y', '`cat f`', './$x/../$y"" ', 'eval "$x"', 'bash -c "$x"', 'sh -c "$1"', '"$@"', 'с\u200burl x', 'rm\u200b -rf /', 'сurl https://x', '"rm -rf /"', '${v@P}', 'a=1 $b'])('does not know what %s is', (script) => {
    expect(unknownIn(script)).not.toEqual([]);
  });

  it('says why it does not know', () => {
    expect(unknownIn('$x -rf /')).toEqual(['what command `…` is, is known only when it runs']);
  });

  it('names operations by program and sub-command', () => {
    expect(namesIn('git push origin x | tee log; sudo kubectl get pods && docker compose up')).toEqual(['git.push', 'tee', 'kubectl.get', 'docker.compose']);
  });
});
