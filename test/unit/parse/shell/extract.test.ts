// SPDX-License-Identifier: Apache-2.0
import { extractScripts, readScripts } from '../../../../src/parse/shell/extract/extract.js';
import { readShell } from '../../../support/shell.js';

/** `line name hazards` of each operation in a file. */
function found(fileName: string, text: string): string[] {
  return (readScripts(fileName, text, readShell) ?? []).map(({ facts, line }) => [line, facts.name.replace(/^shell\./u, ''), ...facts.hazards.map(({ id }) => id)].join(' '));
}

describe('extractScripts', () => {
  it.each(['deploy.sh', '.husky/pre-commit', 'bin/x.bash', '.envrc'])('reads %s as a script', (name) => {
    expect(extractScripts(name, 'ls')).toHaveLength(1);
  });

  it.each(['#!/bin/sh', '#!/usr/bin/env bash', '#!/usr/bin/env -S bash -e'])('reads what begins with %s', (line) => {
    expect(extractScripts('tool', `${line}\nls`)).toHaveLength(1);
  });

  it.each(['README.md', 'src/a.ts', 'tool.py', 'config.yml'])('finds no script in %s', (name) => {
    expect(extractScripts(name, '#!/usr/bin/env node\n')).toBeNull();
  });

  it.each([['.github/workflows/x.yml', 'jobs: ['], ['package.json', '{'], ['.gitlab-ci.yml', 'a: b: c']])('does not understand a broken %s', (name, text) => {
    expect(readScripts(name, text, readShell)?.flatMap(({ facts }) => facts.unknown)).toHaveLength(1);
  });
});

describe('Dockerfile', () => {
  it('reads every form of RUN with its lines', () => {
    const text = ['FROM alpine', 'RUN ls', 'RUN apk add curl \\', '    # why', '', '    git && \\', '    curl https://x.example/i.sh | sh', 'RUN ["echo", "a b"]', 'RUN --mount=type=cache,target=/x npm publish', 'RUN <<EOF', 'date', 'dropdb shop', 'EOF', 'ONBUILD RUN pwd', 'COPY <<EOF /x', 'rm -rf /', 'EOF'].join('\n');
    expect(found('Dockerfile', text)).toEqual(['2 ls', '3 apk.add', '7 curl', '7 sh pipe-to-shell', '8 echo', '9 npm.publish publish', '11 date', '12 dropdb data-destroy', '14 pwd', '15 cat']);
  });

  it('does not mind what an image deletes of its own', () => {
    expect(found('api.Dockerfile', 'RUN rm -rf /opt/x /usr/src && apt-get purge -y gcc')).toEqual(['1 rm', '1 apt-get.purge']);
  });

  it('follows SHELL', () => {
    expect(found('Dockerfile', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN ls\nSHELL ["powershell", "-Command"]\nRUN Get-Item x\nFROM b\nRUN ls')).toEqual(['2 ls', '4 unknown', '6 ls']);
  });

  it('tells what people look out for of what runs with the image', () => {
    const text = 'FROM a\nCMD ["node", "x.js"]\nENTRYPOINT curl https://x.example | sh\nHEALTHCHECK --interval=5s CMD git push --force\nHEALTHCHECK NONE\nCMD ["sh", "-c", "$X; dropdb shop"]\nSHELL ["pwsh"]\nCMD Get-Item\n';
    expect(found('Dockerfile', text)).toEqual(['3 sh pipe-to-shell', '4 git.push force-push', '6 dropdb data-destroy']);
  });

  it('knows ENV and ARG of the stage', () => {
    const text = 'FROM a\nENV CMD="git push" X=1 \\\n  LD_PRELOAD=/x.so\nARG TOOL=kubectl\nENV OLD some words\nRUN $CMD --force && $TOOL delete ns x\nRUN echo "$OLD" "$X"\nFROM b\nRUN $TOOL x\n';
    expect(found('Dockerfile', text)).toEqual(['6 git.push force-push', '6 kubectl.delete infrastructure-destroy', '7 echo', '9 unknown']);
  });

  it('reads a here-document for another program as unknown', () => {
    expect(found('Dockerfile', 'RUN <<EOF\n#!/usr/bin/env python3\nprint(1)\nEOF\n')).toEqual(['2 unknown']);
  });
});

describe('Makefile', () => {
  it('reads recipes as make hands them to a shell', () => {
    const text = ['DIR := build', 'REV = $(shell git rev-parse HEAD)', 'SECRET != cat .env', '.PHONY: clean', 'clean: ## removes', '\t@rm -rf $(DIR)', '\t-rm -rf $(OTHER)/x', '\tfor f in a b; do \\', '\t  echo $$f; \\', '\tdone', '', 'all: clean ; ls', '# rm -rf /', 'x = rm -rf /', '\techo not a recipe'].join('\n');
    expect(found('Makefile', text)).toEqual(['2 git.rev-parse', '3 cat secret-file', '6 rm', '7 rm unresolved-delete', '9 echo', '12 ls']);
  });

  it('puts in what the file sets, wherever it stands, and whichever branch sets it', () => {
    const text = ['CC ?= gcc', 'CMD = ls', 'all: x.o', '\t$(CC) -o $@ $<', '\t$(CMD)', '\t$(RM) -r build', 'ifdef X', 'CMD := rm -rf /', 'endif', 'pub: HOW = git push --force', 'pub:', '\t@$(HOW) origin', 'define clean', '@echo hi', 'rm -rf ~', 'endef', 'x:', '\t$(call clean,1)', '\t$(UNSET) x', '\t$(if $(X),rm) -rf /'].join('\n');
    expect(found('Makefile', text)).toEqual(['4 gcc', '5 ls', '5 rm root-delete', '6 rm', '12 git.push force-push', '18 echo', '18 rm home-delete', '19 unknown', '20 unknown']);
  });

  it('finds recipes whatever they begin with, and rules behind blanks', () => {
    expect(found('Makefile', '  a:\n\trm -rf /\n.RECIPEPREFIX := >\nb:\n> rm -rf ~\n.RECIPEPREFIX =\nc:\n\tls\n')).toEqual(['2 rm root-delete', '5 rm home-delete', '8 ls']);
  });

  it('does not count every way in which variables may be combined', () => {
    const text = [...Array.from({ length: 9 }, (_, index) => `A := v${index}`), ...['B', 'C', 'D', 'E'].flatMap((name) => [`${name} = x`, `${name} = y`, `${name} = z`]), 'R = $(R)', 'a:', '\t$(A)', '\t$(B)$(C)$(D)$(E)', '\t$(R)'].join('\n');
    expect(found('Makefile', text)).toEqual(['24 unknown', '25 unknown', '26 unknown']);
  });

  it('does not understand recipes in another language', () => {
    expect(found('x.mk', 'SHELL := /usr/bin/python3\na:\n\tprint(1)')).toEqual(['3 unknown']);
  });
});

describe('workflows', () => {
  it('takes the containers of a job, and of its services, for what they are started with', () => {
    const text = 'jobs:\n  a:\n    container: { image: x, options: --privileged }\n    services:\n      db:\n        image: y\n        volumes: ["/:/h"]\n      ok: { image: z, options: "--health-cmd pg_isready" }\n    steps: []\n';
    expect(found('.github/workflows/x.yml', text)).toEqual(['3 docker.create container-escape', '6 docker.create container-escape']);
  });

  it('reads run: in its shell', () => {
    const text = `on: push
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: |
          ls
          rm -rf /
      - run: "date"
      - run: >
          git push
          --force
      - { run: print(1), shell: python }
      - run: ls
        shell: bash -e {0}
      - uses: actions/checkout@v4
  b:
    runs-on: [windows-latest]
    steps: [ run: Get-Item x ]
  c:
    runs-on: windows-latest
    defaults: { run: { shell: bash } }
    steps: [ run: pwd ]
`;
    expect(found('.github/workflows/x.yml', text)).toEqual(['7 ls', '8 rm root-delete', '9 date', '11 git.push force-push', '13 unknown', '14 ls', '19 unknown', '23 pwd']);
  });

  it('knows variables of the workflow, the job and the step', () => {
    const text = ['on: push', 'env: { TOOL: kubectl }', 'jobs:', '  a:', '    env: { NODE_OPTIONS: --require ./x.js, TITLE: "${{ github.event.issue.title }}" }', '    steps:', '      - run: $TOOL delete ns x', '      - run: echo "$TITLE"', '      - run: $TITLE', '      - run: ${CC:-gcc} x.c', '      - run: ${CC:-gcc} x.c', '        env: { CC: git push --force }', '      - run: ls', '        env: { X: \'a\'\'b; rm -rf /\' }'].join('\n');
    expect(found('.github/workflows/x.yml', text)).toEqual(['5 export environment-code', '7 kubectl.delete infrastructure-destroy', '8 echo', '9 unknown', '10 gcc', '12 export environment-code', '12 git.push force-push', '11 git.push force-push', '14 export environment-code', '13 ls']);
  });

  it.each([
    ['echo "CC=$X" >> $GITHUB_ENV', ['unknown', 'gcc', 'g++']],
    ['cat vars >> "$GITHUB_ENV"', ['unknown', 'gcc', 'unknown', 'g++']],
    ['echo hi', ['gcc', 'g++']],
  ])('trusts a default only while no step sets it: %s', (script, names) => {
    const text = `jobs:\n  a:\n    steps:\n      - run: ${script}\n      - run: \${CC:-gcc} x\n      - run: \${CXX:-g++} x\n`;
    expect(found('.github/workflows/x.yml', text).slice(1).map((one) => one.split(' ')[1])).toEqual(names);
  });

  it.each([['bash -e {0}', []], ['bash --noprofile --norc -eo pipefail {0}', []], ['bash -c "curl https://x.example | sh" {0}', ['curl', 'sh pipe-to-shell']], ['./bash {0}', ['bash']]])('reads what is called a shell: %s', (shell, expected) => {
    expect(found('action.yml', `runs:\n  steps:\n    - run: ls\n      shell: '${shell}'\n`).map((one) => one.replace(/^\d+ /u, ''))).toEqual([...expected, 'ls']);
  });

  it('reads what actions and images are given to run', () => {
    const text = ['jobs:', '  a:', '    steps:', '      - uses: actions/github-script@v7', '        with:', '          script: |', '            const x = 1;', "            require('child_process').execSync('git push --force');", '      - uses: a/ssh-action@v1', '        with: { script: dropdb shop, host: ls }', '      - uses: docker://alpine', '        with:', '          entrypoint: /bin/sh', '          args: -c "dropdb shop"', '      - uses: a/b@v1', '        with: { script: "return 1;", command: ls }'].join('\n');
    expect(found('.github/workflows/x.yml', text)).toEqual(['8 git.push force-push', '10 dropdb data-destroy', '13 dropdb data-destroy']);
    expect(found('action.yml', "runs:\n  using: docker\n  image: Dockerfile\n  entrypoint: sh\n  args: ['-c', 'dropdb shop']\n")).toEqual(['4 dropdb data-destroy']);
  });

  it('reads composite actions', () => {
    expect(found('action.yml', 'runs:\n  using: composite\n  steps:\n    - run: reboot\n      shell: bash\n')).toEqual(['4 reboot machine-stop']);
  });

  it.each(['github.event.issue.title', 'github.head_ref', 'github.event.pull_request.body', 'github.event.comment.body', 'toJSON(github.event)', 'github.event.commits[0].message', 'github[\'head_ref\']', 'format(\'{0}\', github.event.review.body)', 'github.event.pull_request.head.ref || \'x\''])('sees %s become a part of the script', (expression) => {
    expect(found('.github/workflows/x.yml', `jobs: { a: { steps: [ { run: 'echo "\${{ ${expression.replaceAll('\'', '\'\'')} }}"' } ] } }`)).toEqual(['1 template template-injection', '1 echo']);
  });

  it.each(['github.sha', 'matrix.node', 'github.event.number', 'github.event_name', 'contains(github.event.issue.title, \'x\')', 'github.event.pull_request.title == \'x\'', 'secrets.TOKEN'])('leaves %s alone', (expression) => {
    expect(found('.github/workflows/x.yml', `jobs: { a: { steps: [ { run: 'echo "\${{ ${expression.replaceAll('\'', '\'\'')} }}"' } ] } }`)).toEqual(['1 echo']);
  });

  it('does not know a command that is an expression', () => {
    expect(readScripts('.github/workflows/x.yml', 'jobs: { a: { steps: [ { run: "${{ inputs.command }} x" } ] } }', readShell)?.flatMap(({ facts }) => facts.unknown)).toHaveLength(1);
  });
});

describe('GitLab', () => {
  it('reads scripts of one list as one, with anchors and references', () => {
    const text = `default:
  before_script: date
.setup: &setup
  - cd /
.clean:
  script:
    - rm -rf *
deploy:
  script:
    - *setup
    - ls
    - !reference [.clean, script]
    - |
      pwd
      reboot
  after_script:
    - "echo $[[ inputs.x ]]"
variables: { script: rm -rf / }
other:
  script: [ !reference [.elsewhere, script] ]
`;
    expect(found('.gitlab-ci.yml', text)).toEqual(['18 rm root-delete', '2 date', '7 rm workspace-delete', '11 ls', '7 rm root-delete', '14 pwd', '15 reboot machine-stop', '17 echo', '20 unknown']);
  });
});

describe('steps and images of GitLab', () => {
  it('are read as what they start', () => {
    const text = 'image: { name: x, entrypoint: [sh, -c, dropdb a] }\ndefault:\n  services: [{ name: y, command: [sh, -c, dropdb b] }, z]\na:\n  image: { name: x, entrypoint: [""] }\n  run:\n    - { name: c, script: dropdb c }\n    - { name: d, step: ./d }\n';
    expect(found('.gitlab-ci.yml', text)).toEqual(['1 dropdb data-destroy', '3 dropdb data-destroy', '7 dropdb data-destroy']);
  });
});

describe('files that a pipeline includes', () => {
  it.each([['ci/build.yml', ['2 git.push force-push']], ['.ci/a.yaml', ['2 git.push force-push']], ['templates/deploy-ci.yml', ['2 git.push force-push']], ['docs/build.yml', []], ['src/special.yml', []]])('are known by name and content: %s', (name, expected) => {
    expect(found(name, 'a:\n  script: [ git push --force ]\n')).toEqual(expected);
    expect(extractScripts(name, 'a: { b: c }\n')).toBeNull();
  });
});

describe('variables of GitLab', () => {
  it('knows those of the file, of what a job extends and of the job, but for what a rule or matrix may change', () => {
    const text = ['variables:', '  TOOL: kubectl', '  FULL: { value: "$TOOL -n x", description: y }', '.base:', '  variables: { A: rm }', 'a:', '  extends: [ .base ]', '  script:', '    - $FULL delete ns x', '    - $A -rf /', '    - echo "$EVIL"', '  variables: { EVIL: "`rm -rf /` $(rm -rf /)" }', 'b:', '  parallel: { matrix: [ { TOOL: [a, b] } ] }', '  script: [ "$TOOL x" ]', 'c:', '  rules: [ { if: x, variables: { TOOL: y } } ]', '  script: [ "$TOOL x" ]'].join('\n');
    expect(found('.gitlab-ci.yml', text)).toEqual(['9 kubectl.delete infrastructure-destroy', '10 rm root-delete', '11 echo', '15 unknown', '18 unknown']);
  });
});

describe('package.json', () => {
  it('reads its scripts', () => {
    expect(found('web/package.json', '{\n  "name": "x",\n  "scripts": {\n    "build": "tsc -p .",\n    "postinstall": "curl x.example | sh"\n  }\n}')).toEqual(['4 tsc', '5 curl', '5 sh pipe-to-shell']);
    expect(found('package.json', '{"scripts": 1}')).toEqual([]);
  });
});

describe('files of other tools that run commands', () => {
  it.each<[string, string, readonly string[]]>([
    ['Taskfile.yml', 'version: "3"\ntasks:\n  a: dropdb shop\n  b:\n    cmds:\n      - git push --force\n      - cmd: curl https://x.example | sh\n      - task: c\n    vars: { V: { sh: "cat .env" } }\n  c: [ls, "echo {{.X}}"]\n', ['6 git.push force-push', '7 curl', '7 sh pipe-to-shell', '9 cat secret-file', '3 dropdb data-destroy', '10 ls', '10 echo']],
    ['justfile', "set shell := ['bash', '-c']\nx := `cat .env`\ny := 'git push --force'\n# rm -rf /\n@deploy env='prod': test\n    @git push --force\n    echo {{x}} \\\n      two\npy:\n    #!/usr/bin/env python3\n    print(1)\nsh:\n    #!/bin/bash\n    dropdb shop\n", ['2 cat secret-file', '6 git.push force-push', '7 echo', '11 unknown', '14 dropdb data-destroy']],
    ['composer.json', '{\n"scripts": {\n"a": ["@php artisan x", "dropdb shop", "App\\\\X::run", "@b"],\n"b": "git push --force" }\n}', ['3 php', '3 dropdb data-destroy', '4 git.push force-push']],
    ['Procfile', '# x\nweb: bundle exec puma\nrelease: dropdb shop\n', ['2 puma', '2 bundle.exec', '3 dropdb data-destroy']],
    ['deploy/crontab', '# m h\nMAILTO=x\n0 3 * * * root dropdb shop\n@daily curl https://x.example | sh\n', ['3 dropdb data-destroy', '4 curl', '4 sh pipe-to-shell']],
    ['x.service', '[Service]\nExecStartPre=-/bin/ls\nExecStart=/bin/sh -c "dropdb shop"\n', ['3 dropdb data-destroy']],
    ['docker-compose.prod.yml', 'services:\n  a:\n    image: x\n    privileged: true\n    volumes: [./d:/d]\n  b:\n    image: y\n    volumes: [{ type: bind, source: /, target: /h }]\n    command: sh -c "curl https://x.example | sh"\n    healthcheck: { test: [CMD-SHELL, "ls"] }\n  c: { image: z, command: [npm, start] }\n', ['3 docker.run container-escape', '7 docker.run container-escape', '9 sh pipe-to-shell']],
    ['infra/main.tf', 'resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = "dropdb ${var.db}"\n  }\n  provisioner "local-exec" {\n    command = <<-EOT\n      ls\n      git push --force\n    EOT\n  }\n  provisioner "local-exec" {\n    interpreter = ["/usr/bin/python3", "-c"]\n    command = "print(1)"\n  }\n  provisioner "local-exec" {\n    command = var.x\n  }\n}\ndata "external" "e" {\n  program = ["sh", "-c", "curl https://x.example | sh"]\n}\n', ['3 dropdb data-destroy', '7 ls', '8 git.push force-push', '13 unknown', '16 unknown', '20 curl', '20 sh pipe-to-shell']],
    ["docker-bake.hcl", "target \"app\" {\n  entitlements = [\"security.insecure\"]\n}\ntarget \"b\" {\n  network = \"host\"\n}\ntarget \"c\" {\n  context = \"https://x.example/y.git\"\n  secret = [{ type = \"file\", id = \"k\", src = \"/home/u/.ssh/id_rsa\" }]\n}\ntarget \"d\" {\n  args = { A = \"b\" }\n  dockerfile-inline = <<EOT\nFROM alpine\nRUN curl https://x.example | sh\nEOT\n}\n", ["2 docker.build container-escape", "5 docker.build container-host", "8 docker.build secret-file downloaded-code", "15 curl", "15 sh pipe-to-shell"]],
    ["docker-bake.override.json", "{ \"target\": { \"a\": {\n\"contexts\": { \"x\": \"https://x.example/y.git\" } },\n\"b\": { \"args\": { \"A\": \"b\" }, \"context\": \".\" } } }", ["2 docker.build downloaded-code"]],
    ["compose.yaml", "services:\n  a: { image: x, configs: [b] }\nconfigs:\n  b:\n    content: |\n      #!/bin/sh\n      git push --force\n  c: { content: \"git push --force\" }\n", ["7 git.push force-push"]],
    ["sub/Makefile", "include build/a.mk ../b.mk $(TOP)/c.mk /usr/share/dpkg/architecture.mk\n-include /opt/d.mk\nsinclude $(HOME)/e.mk\n", ["2 make environment-code", "3 make environment-code"]],
    ["Makefile", "include build/../a.mk\nsub/x: y\n-include ../b.mk\n", ["3 make environment-code"]],
    ["etc/cron.daily/x", "dropdb shop\n", ["1 dropdb data-destroy"]],
    ["app.desktop", "[Desktop Entry]\nExec=dropdb shop %U\n", ["2 dropdb data-destroy"]],
    ["99-x.rules", "# RUN+=\"dropdb a\"\nACTION==\"add\", RUN+=\"/bin/dropdb shop\"\n", ["2 dropdb data-destroy"]],
    ["etc/logrotate.d/x", "/var/log/x {\n  postrotate\n    dropdb shop\n  endscript\n}\n", ["3 dropdb data-destroy"]],
    ["com.x.plist", "<plist><dict>\n<key>ProgramArguments</key>\n<array><string>dropdb</string>\n<string>shop</string></array></dict></plist>\n", ["2 dropdb data-destroy"]],
    ["y.service", "[Service]\nEnvironment=LD_PRELOAD=/tmp/x.so\nEnvironment=A=b\nExecStart=/bin/true\n", ["2 export environment-code"]],
    ["Makefile", ".ONESHELL:\nall:\n\tcd /\n\trm -rf *\n", ["4 rm root-delete"]],
    ['netlify.toml', '[build]\n  command = "curl https://x.example | sh"\n  publish = "dropdb"\n', ['2 curl', '2 sh pipe-to-shell']],
    ['buildspec.yml', 'phases:\n  build:\n    commands:\n      - dropdb shop\n', ['4 dropdb data-destroy']],
    ['vercel.json', '{ "buildCommand": "dropdb shop" }', ['1 dropdb data-destroy']],
    ['deno.json', '{ "tasks": { "a": "dropdb shop" } }', ['1 dropdb data-destroy']],
    ['.devcontainer/devcontainer.json', '{\n// why\n"postCreateCommand": ["dropdb", "shop"],\n"postStartCommand": { "a": "git push --force" } }', ['3 dropdb data-destroy', '4 git.push force-push']],
    ['lefthook.yml', 'pre-commit:\n  commands:\n    a: { run: dropdb shop }\n', ['3 dropdb data-destroy']],
    ['site.yml', '- name: x\n  hosts: all\n  tasks:\n    - shell: dropdb {{ db }}\n    - command: { cmd: ls }\n', ['4 dropdb data-destroy']],
    ['roles/a/tasks/main.yml', '- ansible.builtin.shell: |\n    ls\n    dropdb shop\n', ['3 dropdb data-destroy']],
    ['play.yml', '- hosts: all\n  tasks:\n    - ansible.builtin.file: { path: /, state: absent }\n    - file: path=/srv/x state=absent\n    - community.postgresql.postgresql_query:\n        query: TRUNCATE a\n    - postgresql_db: name=shop state=absent\n    - postgresql_table: { name: a, truncate: true }\n    - postgresql_table: { name: a, state: absent }\n    - mysql_db: { name: "{{ db }}", state: absent }\n    - kubernetes.core.k8s: { kind: Namespace, name: shop, state: absent }\n    - helm: { name: shop, state: absent }\n    - k8s: { kind: Namespace, name: shop, state: present }\n    - file: { path: /, state: directory }\n', ['3 rm root-delete', '6 psql data-destroy', '7 dropdb data-destroy', '8 psql data-destroy', '9 psql data-destroy', '10 mysql data-destroy', '11 kubectl.delete infrastructure-destroy', '12 helm.uninstall infrastructure-destroy']],
    ['user-data.yaml', '#cloud-config\nruncmd:\n  - [dropdb, shop]\n  - ls\n', ['3 dropdb data-destroy', '4 ls']],
    ['x.ps1', 'Remove-Item x\n', ['1 unknown']],
    ['Makefile', 'export LD_PRELOAD = ./x.so\nexport NODE_ENV = test\n.SHELLFLAGS = -c "dropdb shop";\n$(file >.git/hooks/pre-commit,x)\na:\n\techo A=$$X >> $(GITHUB_ENV)\n', ['1 export environment-code', '3 dropdb data-destroy', '4 : runs-later', '6 echo environment-code']], ['Makefile', '.SHELLFLAGS = -eu -o pipefail -c\nexport A = b\n', []],
    ['run.sh.j2', '{% if a %}\ndropdb {{ db }}\n{% endif %}\nls\n', ['2 dropdb data-destroy']], ['go.command', 'dropdb shop\n', ['1 dropdb data-destroy']], ['.goreleaser.yml', 'before:\n  hooks:\n    - dropdb shop\n', ['3 dropdb data-destroy']], ['.releaserc', '{ "plugins": [["x", {\n"publishCmd": "dropdb shop" }]] }', ['2 dropdb data-destroy']],
    ['package.json', '{\n"husky": { "hooks": {\n"pre-commit": "dropdb shop" } },\n"lint-staged": { "*.js": ["eslint", "dropdb b"] },\n"wireit": { "a": { "command": "dropdb c", "files": ["dropdb"] } } }', ['3 dropdb data-destroy', '4 eslint', '4 dropdb data-destroy', '5 dropdb data-destroy']],
    ['pyproject.toml', '[tool.poe.tasks]\na = "dropdb shop"\n[tool.hatch.envs.default.scripts]\nb = ["dropdb b"]\n[project]\nname = "dropdb x"\n', ['2 dropdb data-destroy', '4 dropdb data-destroy']], ['tox.ini', '[testenv]\ndeps = x\ncommands =\n  pytest {posargs}\n  - dropdb shop\n', ['4 pytest', '5 dropdb data-destroy']],
    ['main.tofu', 'provisioner "local-exec" {\n  command = "dropdb shop"\n}\n', ['2 dropdb data-destroy']], ['main.tf.json', '{ "provisioner": { "local-exec": {\n"command": "dropdb shop" } } }', ['2 dropdb data-destroy']], ['x.pkr.hcl', 'provisioner "shell" {\n  inline = ["dropdb shop"]\n}\n', ['2 dropdb data-destroy']],
    ['a.spec', 'Name: a\n%description\ndropdb text\n%build\n%configure --x\nmake %{?_smp_mflags}\n%post\nls\ndropdb shop\n%post -p <lua>\ndropdb lua\n%files\n/usr/bin/dropdb\n', ['9 dropdb data-destroy']], ['debian/rules', '#!/usr/bin/make -f\nx:\n\tdropdb shop\n', ['3 dropdb data-destroy']], ['mise.toml', '[tasks.a]\nrun = "dropdb shop"\n', ['2 dropdb data-destroy']],
    ['compose.yaml', 'services:\n  a:\n    image: x\n    develop:\n      watch:\n        - action: sync+exec\n          exec: { command: dropdb shop }\n        - { action: sync }\n', ['7 dropdb data-destroy']],
    ['app.json', '{ "scripts": {\n"postdeploy": "dropdb shop" } }', ['2 dropdb data-destroy']], ['amplify.yml', 'build:\n  commands:\n    - "dropdb shop"\n    - ls\n', ['3 dropdb data-destroy']], ['wrangler.toml', '[build]\ncommand = "dropdb shop"\n', ['2 dropdb data-destroy']],
    ['captain-definition', '{ "dockerfileLines": ["FROM a", "RUN dropdb shop"] }', ['2 dropdb data-destroy']], ['web.csproj', '<Project>\n<Exec Command="dropdb &quot;shop&quot;" />\n', ['2 dropdb data-destroy']], ['a.go', 'package a\n//go:generate dropdb shop\n', ['2 dropdb data-destroy']],
    ["x.tcl", "exec ls\n[exec dropdb shop]\n# exec dropdb a\nset f [open \"|dropdb shop\" r]\nfile delete -force /\nexec sh -c {dropdb shop}\n", ["2 dropdb data-destroy", "4 dropdb data-destroy", "5 rm root-delete", "6 dropdb data-destroy"]],
    ["x.exp", "spawn ssh a\nsend \"dropdb shop\\r\"\nsend \"y\\r\"\n", ["2 dropdb data-destroy"]],
    ["bin/x", "#!/usr/bin/env tclsh\nsystem dropdb shop\n", ["2 dropdb data-destroy"]],
    ["monit/conf.d/a", "check process a with pidfile /a.pid\n  start program = \"/bin/dropdb shop\"\n  stop program = \"/usr/bin/systemctl stop a\"\n  if failed port 80 then exec \"/bin/sh -c 'dropdb shop'\"\n", ["2 dropdb data-destroy", "4 dropdb data-destroy"]],
    ["etc/anacrontab", "SHELL=/bin/sh\n1 5 a dropdb shop\n", ["2 dropdb data-destroy"]],
    ["crontab.txt", "0 3 * * * dropdb shop\n", ["1 dropdb data-destroy"]],
    ["ks.cfg", "lang x\n%packages\ndropdb\n%end\n%post --log=/x\ndropdb shop\n%end\n%pre --interpreter=/usr/bin/python3\ndropdb a\n%end\n", ["6 dropdb data-destroy"]],
    ["preseed.cfg", "d-i passwd/root string dropdb\nd-i preseed/late_command string ls; \\\n dropdb shop\n", ["3 dropdb data-destroy"]],
    ["user-data", "#cloud-config\nautoinstall:\n  late-commands:\n    - dropdb shop\n", ["4 dropdb data-destroy"]],
    ["x.ign", "{ \"ignition\": { \"version\": \"3.3.0\" }, \"storage\": { \"files\": [{ \"path\": \"/a\",\n\"contents\": { \"source\": \"data:,%23!%2Fbin%2Fsh%0Adropdb%20shop\" } }] },\n\"passwd\": { \"users\": [{ \"name\": \"core\",\n\"sshAuthorizedKeys\": [\"k\"] }] } }", ["2 dropdb data-destroy", "4 ignition account-change"]],
    ["x.bu", "variant: fcos\nsystemd:\n  units:\n    - name: a\n      contents: |\n        [Service]\n        ExecStart=dropdb shop\n      dropins: [{ contents: \"[Service]\\nExecStop=dropdb shop\\n\" }]\n", ["7 dropdb data-destroy", "8 dropdb data-destroy"]],
    ["a.container", "[Container]\nImage=x\nVolume=/:/host\nPodmanArgs=--privileged\nExec=dropdb shop\n[Service]\nExecStartPre=dropdb shop\n", ["3 docker.run container-escape", "4 docker.run container-escape", "5 dropdb data-destroy", "7 dropdb data-destroy"]],
    ["x.service.j2", "[Service]\n{% if a %}\nExecStart=dropdb {{ name }}\n{% endif %}\n", ["3 dropdb data-destroy"]],
    ["salt/a.sls", "{% if x %}\na:\n  cmd.run:\n    - name: dropdb {{ b }}\ndropdb shop:\n  cmd.run: []\n{% endif %}\nb:\n  ssh_auth.present:\n    - user: root\nc:\n  cron.present:\n    - name: dropdb shop\n", ["4 dropdb data-destroy", "6 dropdb data-destroy", "10 salt-state account-change", "13 dropdb data-destroy"]],
    ["salt/b.sls", "a: {{ b }}: c\n  cmd.run:\n    - name: dropdb shop\n", ["3 dropdb data-destroy"]],
    ["manifests/a.pp", "exec { 'dropdb shop': }\nexec { 'x':\n  command => \"/bin/sh -c 'dropdb ${name}'\",\n}\nssh_authorized_key { 'a': key => 'k' }\n", ["1 dropdb data-destroy", "3 dropdb data-destroy", "5 puppet-resource account-change"]],
    ["cookbooks/a/recipes/b.rb", "execute 'x' do\n  command 'dropdb shop'\nend\nbash 'y' do\n  code <<-EOH\n    ls\n    dropdb #{name}\n  EOH\nend\n", ["2 dropdb data-destroy", "7 dropdb data-destroy"]],
    ["config/schedule.rb", "every 1.day do\n  command \"dropdb shop\"\nend\n", ["2 dropdb data-destroy"]],
    ["jobs/a.hcl", "job \"a\" {\n  task \"b\" {\n    config {\n      command = \"dropdb\"\n      args = [\"shop\"]\n      privileged = true\n      volumes = [\"/:/host\"]\n    }\n  }\n}\n", ["4 dropdb data-destroy", "6 docker.run container-escape", "7 docker.run container-escape"]],
    ["roles/a/tasks/main.yml", "- user: { name: x, groups: [sudo] }\n- user: name=x groups=wheel\n- ansible.posix.authorized_key: { user: root, key: k }\n- lineinfile: { path: /etc/sudoers, line: x }\n- apt_repository: { repo: x }\n- get_url: { url: x, dest: /usr/bin/x }\n- cron: { name: x, job: dropdb shop }\n- postgresql_user: { name: x, role_attr_flags: \"CREATEDB,SUPERUSER\" }\n", ["1 ansible-module account-change", "2 ansible-module account-change", "3 ansible-module account-change", "4 ansible-module account-change", "5 ansible-module unpinned-package", "6 ansible-module downloaded-code", "7 dropdb data-destroy", "8 ansible-module account-change"]],
    ["roles/a/tasks/main.yml", "- user: { name: x, groups: web }\n- copy: { dest: /etc/a, src: b }\n- get_url: { url: x, dest: /usr/bin/x, checksum: y }\n- get_url: { url: x, dest: /srv/x, mode: \"0644\" }\n- apt_repository: { repo: x, state: absent }\n- postgresql_user: { name: x, role_attr_flags: NOSUPERUSER }\n", []],
    ["azure/steps.yml", "parameters: []\nsteps:\n  - script: dropdb shop\n  - bash: |\n      ls\n      dropdb shop\n", ["3 dropdb data-destroy", "6 dropdb data-destroy"]],
    ["tools/jobs.yml", "jobs:\n- name: a\n  plan:\n  - task: x\n    config:\n      run:\n        path: sh\n        args: [-c, dropdb shop]\n", ["7 dropdb data-destroy"]],
    ["docs/how.yml", "steps:\n  - title: a\n    run: never\n", []],
  ])('reads the commands of %s', (name, text, operations) => {
    expect(found(name, text)).toEqual(operations);
  });

  it.each([
    ['an Ingress', 'ingress.yaml', 'spec:\n  tls:\n    - hosts: [a.example]\n      command: dropdb shop\n'], ['a program', 'src/justfile.ts', 'a:\n    dropdb shop\n'], ['a service of something else', 'a.service', 'dropdb shop\n'],
  ])('takes %s for no such file', (_name, path, text) => {
    expect(extractScripts(path, text)).toBeNull();
  });

  const compose = (service: string, more = ''): string => `services:\n  a:\n    image: x\n${service}${more}`;
  it.each<[string, string[], string]>([
    ['the socket by its own key', ['container-escape'], compose('    use_api_socket: true\n')], ['yes for true', ['container-escape'], compose('    privileged: yes\n')], ['a default', ['container-escape'], compose('    volumes: ["${DIR:-/}:/h"]\n')], ['a named volume', ['container-escape'], compose('', 'volumes:\n  d: { driver_opts: { type: none, o: bind, device: / } }\n')],
    ['the host\'s network', ['container-host'], compose('    network_mode: host\n')], ['its processes', ['container-host'], compose('    pid: "host"\n')], ['its control groups', ['container-host'], compose('    cgroup: host\n')], ['a hook', ['container-escape'], compose('    post_start: [{ command: ls, privileged: true }]\n')],
    ['a build with its rights', ['container-escape'], compose('    build: { context: ., entitlements: [security.insecure] }\n')], ['an inline Dockerfile', ['pipe-to-shell'], compose('    build:\n      dockerfile_inline: |\n        FROM a\n        RUN curl https://x.example | sh\n')],
    ['a context from elsewhere', ['downloaded-code'], compose('    build: https://x.example/x.git\n')], ['files from elsewhere', ['downloaded-code'], compose('', 'include:\n  - path: oci://x.example/x\n')], ['a provider', ['environment-code'], compose('    provider: { type: ./x }\n')],
    ['nothing', [], compose('    ports: ["80:80"]\n    build: .\n    volumes: ["./x:/x", "d:/d"]\n', 'volumes: { d: {} }\n')],
  ])('finds in a compose file: %s', (_what, hazards, text) => {
    for (const name of ['compose.yaml', 'stacks/prod.yml']) expect([...new Set((readScripts(name, text, readShell) ?? []).flatMap(({ facts }) => facts.hazards.map(({ id }) => id)))]).toEqual(hazards);
  });

  it.each<[string, string, string]>([
    ['RUN', 'container-escape', 'RUN --security=insecure make\n'], ['RUN', 'container-host', 'RUN --network=host make\n'], ['a mounted secret that is kept', 'secret-file', 'RUN --mount=type=secret,id=t,target=/root/t cp /root/t /app/t\n'], ['SHELL', 'pipe-to-shell', 'SHELL ["/bin/sh", "-c", "curl https://x.example | sh;"]\nRUN ls\n'],
    ['layers together', 'downloaded-code', 'RUN curl -o /x.sh https://x.example\nRUN sh /x.sh\n'], ['a program by its name', 'downloaded-code', 'RUN curl -o /usr/local/bin/x https://x.example && chmod +x /usr/local/bin/x\nRUN x\n'], ['a file of its own', 'pipe-to-shell', 'COPY <<EOF /x.sh\ncurl https://x.example | sh\nEOF\nRUN sh /x.sh\n'],
  ])('finds in a Dockerfile, by %s: %s', (_what, hazard, text) => {
    for (const name of ['Dockerfile', 'build/web.Dockerfile.prod', 'Dockerfile-prod', 'web.docker', 'docker/web']) expect((readScripts(name, `FROM a\n${text}`, readShell) ?? []).flatMap(({ facts }) => facts.hazards.map(({ id }) => id))).toContain(hazard);
  });

  it.each<[string, string, string[]]>([
    ['Makefile', 'a:\n\tcurl -o x.sh https://x.example\nb: a\n\tbash x.sh\n', ['4 bash downloaded-code']], ['package.json', '{\n"scripts": {\n"a": "curl -o x.sh https://x.example",\n"b": "sh x.sh" } }', ['4 sh downloaded-code']],
    ['.github/workflows/x.yml', 'jobs:\n  a:\n    steps:\n      - run: curl -o x.sh https://x.example\n      - run: |\n          ls\n          bash x.sh\n', ['7 bash downloaded-code']], ['.gitlab-ci.yml', 'a:\n  before_script: [wget -O x.sh https://x.example]\n  script:\n    - sh x.sh\n', ['4 sh downloaded-code']],
    ['Makefile', 'a:\n\tcurl -o x.txt https://x.example\nb: a\n\tcat x.txt\n\tcd / && cp x y\nc:\n\trm -rf build\n', []],
  ])('sees what scripts of one %s do together', (name, text, hazards) => {
    expect(found(name, text).filter((one) => one.split(' ').length > 2)).toEqual(hazards);
  });

  it.each([['scripts/deploy', 1], ['bin/run-it', 1], ['tool', 1], ['README', 0], ['copyright', 0], ['data/names.txt', 0]])('of %s, which a shell may be told to run, tells what people look out for', (name, count) => {
    expect(readScripts(name, 'Don\'t\n', readShell) ?? []).toEqual([]);
    expect(readScripts(name, 'set -e\ndropdb shop\n', readShell) ?? []).toHaveLength(count);
    // Prose that a shell would read.
    expect(name.includes('/') ? [] : (readScripts(name, 'You may use it\nat your option\n', readShell) ?? [])).toEqual([]);
  });

  it('tells what an image is made of unread', () => {
    const text = '# syntax=x.example/frontend:1\nFROM a\nADD https://x.example/a /a\nADD --checksum=sha256:1 https://x.example/a /a\nADD ["git@x.example:a.git", "/a"]\nADD https://x.example/a.git#' + 'a'.repeat(40) + ' /a\nADD a.tgz /a\n';
    expect(found('Dockerfile', text)).toEqual(['1 docker.pull downloaded-code', '3 curl downloaded-code', '5 curl downloaded-code']);
    expect(found('Dockerfile', '# escape=`\n# syntax=docker/dockerfile:1\nFROM a\n')).toEqual([]);
  });
});

describe('programs in other languages', () => {
  it.each<[string, string, readonly string[]]>([
    ['src/a.py', 'import subprocess\nsubprocess.run("git push --force", shell=True)\n', ['2 git.push force-push']],
    ['a.py', 'os.system(\n    "git push "\n    "--force"\n)\n', ['1 git.push force-push']],
    ['a.py', 'subprocess.check_call(["git", "push",  # why\n  "--force", remote])\n', ['1 git.push force-push']],
    ['a.py', 'sp.Popen(("git", "push", "-f"))\nsubprocess.run("git push --force".split())\n', ['1 git.push force-push', '2 git.push force-push']],
    ['a.py', 'await asyncio.create_subprocess_exec("git", "push", "--force", cwd=x)\n', ['1 git.push force-push']],
    ['a.py', "subprocess.run(f'git push --force {remote}' + branch, shell=True)\nos.system('git push %s --force' % x)\nos.system('git {} --force'.format('push'))\n", ['1 git.push force-push', '2 git.push force-push']],
    ['a.py', 'os.system("""\nls\ncurl https://x.example | \\x73h\ngit push --force\n""")\n', ['1 sh pipe-to-shell', '1 git.push force-push']],
    ['a.py', '# os.system("git push --force")\n"""\nos.system("git push --force")\n"""\nx = "os.system(\'git push --force\')"\nshutil.rmtree("/")\nrmtree(Path("~"))\nshutil.rmtree("build")\n', ['6 rm root-delete', '7 rm home-delete']],
    ['a.js', "const { execSync } = require('child_process');\nexecSync('git push --force');\nrequire('child_process').execSync(`git push --force ${x}`);\n", ['2 git.push force-push', '3 git.push force-push']],
    ['src/a.ts', "spawn('git', ['push', '--force', ...more], { stdio: 'inherit' });\nawait execa('git', [\n  'push',\n  '-f',\n]);\n", ['1 git.push force-push', '2 git.push force-push']],
    ['a.mjs', "await $`git push --force`;\nBun.spawn(['git', 'push', '-f']);\nnew Deno.Command('git', { args: ['push', '-f'] });\nawait exec.exec('git', ['push', '-f']);\n", ['1 git.push force-push', '2 git.push force-push', '3 git.push force-push', '4 git.push force-push']],
    ['a.js', "x = [/['\"`]/].map(y => y);\nx.exec('git push --force');\n// execSync('git push --force')\nconst s = \"execSync('git push --force')\";\nfs.rmSync('/', { recursive: true });\nexecSync('\\x67it \\u0070ush ' + '--force');\nexecSync('git' + sub(x) + ' --force');\n", ['5 rm root-delete', '6 git.push force-push']],
    ['a.rb', 'system "git push --force #{x}"\nsystem("git", "push", "-f")\nputs `git push --force`\n%x(git push --force)\nIO.popen(["git", "push", "-f"])\n# `git push --force`\nsystem(<<~SH)\n  git push --force\nSH\n', ['1 git.push force-push', '2 git.push force-push', '3 git.push force-push', '4 git.push force-push', '5 git.push force-push', '7 git.push force-push']],
    ['a.pl', 'system("git push --force $x");\nmy $o = qx{git push --force};\nprint `git push --force`;\n', ['1 git.push force-push', '2 git.push force-push', '3 git.push force-push']],
    ['a.php', "<?php\nshell_exec('git push --force');\n# exec('git push --force')\n$o = `git push --force`;\n$db->exec('git push --force');\n", ['2 git.push force-push', '4 git.push force-push']],
    ['a.go', 'exec.Command("git", "push", "--force").Run()\nexec.CommandContext(ctx, "sh", "-c", `git push -f`)\n// exec.Command("git", "push", "-f")\nos.RemoveAll("/")\n', ['1 git.push force-push', '2 git.push force-push', '4 rm root-delete']],
    ["a.py", "from subprocess import run as r, call\nimport subprocess as s, os as o\nr(\"git push --force\", shell=True)\ncall([\"git\", \"push\", \"--force\"])\ns.run(\"git push --force\")\no.system(\"git push --force\")\n", ["3 git.push force-push", "4 git.push force-push", "5 git.push force-push", "6 git.push force-push"]],
    ["b.py", "from os import (\n    system,  # why\n)\nsystem(\"git push --force\")\nquiet = subprocess.run\nquiet(\"git push --force\")\n__import__(\"os\").system(\"git push --force\")\ngetattr(os, \"sys\" + \"tem\")(\"git push --force\")\n", ["4 git.push force-push", "6 git.push force-push", "7 git.push force-push", "8 git.push force-push"]],
    ["c.py", "PUSH = \"git push\"\nALL = [\"git\", \"push\", \"--force\"]\nREST = \"--force\"\nos.system(PUSH + \" \" + REST)\nos.system(f\"{PUSH} --force\")\nsubprocess.run(ALL)\nsubprocess.run([\"git\", \"push\", REST])\n", ["4 git.push force-push", "5 git.push force-push", "6 git.push force-push", "7 git.push force-push"]],
    ["d.py", "CMD = \"git push --force\"\nCMD = \"ls\"\nos.system(CMD)\nX = \"git push\"\nX += \" --force\"\nos.system(X)\ndef f(run):\n    run(\"git push --force\")\n", []],
    ["a.js", "const x = require('child_process').execSync;\nx('git push --force');\nconst { execSync: run } = require('node:child_process');\nrun('git push --force');\nrequire('child_process').exec('git push --force');\n", ["2 git.push force-push", "4 git.push force-push", "5 git.push force-push"]],
    ["b.mjs", "import * as c from 'node:child_process';\nimport { exec as e } from 'child_process';\nc.exec('git push --force');\ne('git push --force');\nconst later = promisify(e);\nconst p = util.promisify(exec);\np('git push --force');\nconst cmd = 'git push ' + '--force';\nexecSync(cmd);\nconst f = '--force';\nexecSync(`git push ${f}`);\n", ["3 git.push force-push", "4 git.push force-push", "7 git.push force-push", "9 git.push force-push", "11 git.push force-push"]],
    ["e.mjs", "import { rm } from 'node:fs/promises';\nawait rm('/', { recursive: true });\nawait rm(path.join(tmp, 'x'), { recursive: true });\nconst run = (x) => x;\nrun('git push --force');\n", ["2 rm root-delete"]],
    ["a.go", "import (\n\te \"os/exec\"\n)\nconst force = \"--force\"\nfunc f() { e.Command(\"git\", \"push\", force).Run() }\n", ["5 git.push force-push"]],
    ["a.rb", "PUSH = \"git push --force\"\nsystem(PUSH)\n", ["2 git.push force-push"]],
    ["Jenkinsfile", "pipeline { stages { stage('a') { steps {\n  sh 'git push --force'\n  sh(returnStdout: true, script: \"\"\"\n    git push ${BRANCH} --force\n  \"\"\")\n  echo 'git push --force'\n} } } }\n", ["2 git.push force-push", "3 git.push force-push"]],
    ["src/org/x/A.groovy", "class A { def f(steps) {\n  steps.sh 'git push --force'\n  'git push --force'.execute()\n} }\n", ["2 git.push force-push", "3 git.push force-push"]],
    ["scripts/a.R", "system(\"git push --force\")\nsystem2(\"git\", c(\"push\", \"--force\"))\nsystem(paste(\"git\", \"push\", \"--force\"))\nDBI::dbExecute(con, \"DROP TABLE a\")\nunlink(\"/\", recursive = TRUE)\nunlink(\"x.csv\")\n", ["1 git.push force-push", "2 git.push force-push", "3 git.push force-push", "4 psql data-destroy", "5 rm root-delete"]],
    ["a.ipynb", "{ \"cells\": [\n{ \"cell_type\": \"code\", \"source\": [\n\"!git push --force\\n\",\n\"x = !ls\\n\",\n\"import os\\n\",\n\"os.system('git push --force')\"\n] },\n{ \"cell_type\": \"code\", \"source\": [\n\"%%bash\\n\",\n\"git push --force\\n\"\n] },\n{ \"cell_type\": \"code\", \"source\": [\n\"%sql DROP TABLE a\"\n] },\n{ \"cell_type\": \"markdown\", \"source\": [\n\"!git push --force\"\n] } ] }", ["3 git.push force-push", "6 git.push force-push", "10 git.push force-push", "13 psql sql-file"]],
    ["b.ipynb", "{ \"metadata\": { \"kernelspec\": { \"language\": \"R\" } }, \"cells\": [\n{ \"cell_type\": \"code\", \"source\": \"system('git push --force')\" } ] }", ["2 git.push force-push"]],
    ["a.Rmd", "```{r}\nsystem(\"git push --force\")\n```\n```{bash}\ngit push --force\n```\n```bash\ngit push --force\n```\n", ["2 git.push force-push", "5 git.push force-push"]],
    ['bin/tool', '#!/usr/bin/env python3\nimport os\nos.system("git push --force")\n', ['3 git.push force-push']],
    ['scripts/a.py', 'cur.execute("DROP TABLE users")\nconn.execute(text("""\n  TRUNCATE a\n"""))\ncur.execute("DELETE FROM a WHERE id = %s", (x,))\ncur.execute(f"DELETE FROM {table}")\nop.run("DROP TABLE x")\n', ['1 psql data-destroy', '2 psql data-destroy', '6 psql data-destroy']],
    ['scripts/a.ts', "await client.query('DROP TABLE users');\nawait sql`TRUNCATE ${x}`;\nawait db.$executeRawUnsafe('DELETE FROM a');\nawait pool.query<Row>('SELECT 1');\nawait client.query('DELETE FROM a WHERE id = $1 AND b = ?', [x]);\n", ['1 psql data-destroy', '2 psql data-destroy', '3 psql data-destroy']],
    ['scripts/a.php', "<?php\nDB::statement('DROP TABLE users');\npg_query($c, 'TRUNCATE a');\n", ['2 psql data-destroy', '3 psql data-destroy']],
    ['scripts/a.go', 'db.ExecContext(ctx, "DROP TABLE users")\n', ['1 psql data-destroy']],
    ['src/a.ts', "await client.query('DROP TABLE users');\n", []],
    ['scripts/__tests__/a.ts', "await client.query('DROP TABLE users');\n", []],
  ])('reads what %s hands to a shell or a database: %s', (name, text, operations) => {
    expect(found(name, text)).toEqual(operations);
  });

  it.each<[string, string, readonly string[]]>([
    ['db/migrate/1_a.rb', 'class A < ActiveRecord::Migration[7.1]\n  def up\n    drop_table :users\n    remove_column :orders, :note\n    execute <<~SQL\n      TRUNCATE orders\n    SQL\n    create_table :new\n  end\n\n  def down\n    drop_table :new\n  end\nend\n', ['3 psql sql-file', '4 psql sql-file', '5 psql sql-file']],
    ['alembic/versions/1_a.py', 'def upgrade():\n    op.execute("TRUNCATE a")\n    op.drop_table("b")\n    op.drop_column("c", "d")\n    op.create_table("e")\n\n\ndef downgrade():\n    op.drop_table("e")\n', ['2 psql sql-file', '3 psql sql-file', '4 psql sql-file']],
    ['app/migrations/0002_a.py', 'class Migration(migrations.Migration):\n    operations = [\n        migrations.RunSQL(\n            sql="DROP TABLE a",\n            reverse_sql="DROP TABLE b",\n        ),\n        migrations.RunSQL(["TRUNCATE a", ("TRUNCATE b", None)]),\n        migrations.DeleteModel(name="Old"),\n        migrations.RemoveField(model_name="order", name="note"),\n    ]\n', ['3 psql sql-file', '7 psql sql-file', '8 psql sql-file', '9 psql sql-file']],
    ['migrations/1_a.js', "exports.down = async (knex) => {\n  await knex.schema.dropTable('new');\n};\n\nexports.up = async (knex) => {\n  await knex.raw('TRUNCATE a');\n  await knex.schema.alterTable('t', (t) => { t.dropColumn('c'); });\n};\n", ['6 psql sql-file', '7 psql sql-file']],
    ['src/migrations/1_a.ts', 'export class A implements MigrationInterface {\n  public async up(queryRunner: QueryRunner): Promise<void> {\n    await queryRunner.query(`DROP TABLE "users"`);\n  }\n\n  public async down(queryRunner: QueryRunner): Promise<void> {\n    await queryRunner.dropTable(\'users\');\n  }\n}\n', ['3 psql sql-file']],
    ['database/migrations/1_a.php', "<?php\nreturn new class extends Migration {\n  public function up(): void {\n    Schema::dropIfExists('users');\n    Schema::table('a', fn ($table) => $table->dropColumn('b'));\n  }\n\n  public function down(): void {\n    Schema::drop('new');\n  }\n};\n", ['4 psql sql-file', '5 psql sql-file']],
    ['db/migrate/2_b.rb', 'class B < ActiveRecord::Migration[7.1]\n  def change\n    add_column :users, :note, :text\n    execute "UPDATE a SET b = 1 WHERE id = 2"\n  end\nend\n', []],
    ['db/migrations/1_a.sql', '-- migrate:up\nCREATE TABLE a (id int);\nDROP TABLE b;\n-- migrate:down\nDROP TABLE a;\n', ['3 psql sql-file']],
    ['db/migrations/2_a.sql', '-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\nDROP TABLE a;\n', []],
    ['db/migrations/3_a.down.sql', 'DROP TABLE a;\n', []],
    ['db/dump.sql', 'DROP TABLE a;\n', []],
    ['k8s/a.yaml', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  run.py: |\n    import os\n    os.system("git push --force")\n  init.sql: |\n    CREATE TABLE a (id int);\n    DROP TABLE b;\n', ['6 git.push force-push', '9 psql data-destroy']],
  ])('tells of data that a migration loses which nothing names: %s', (name, text, operations) => {
    expect(found(name, text)).toEqual(operations);
  });

  it('looks no further than a program of a megabyte', () => {
    expect(found('a.py', `os.system("git push --force")\n${'#'.repeat(1_048_576)}`)).toEqual([]);
  });
});
