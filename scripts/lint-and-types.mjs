// SPDX-License-Identifier: Apache-2.0
// What `npm run types` and `npm run lint` say, from one program: each by itself reads and checks every declaration again, which is most of what
// they cost. Prints what either finds, and fails with it.
import { ESLint } from 'eslint';
import ts from 'typescript';

const SOURCES = ['src/**/*.ts', 'test/**/*.ts'];
const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => ts.sys.getCurrentDirectory(), getNewLine: () => '\n' };

function typesIn(path) {
  const config = ts.getParsedCommandLineOfConfigFile(path, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => { throw new Error(ts.formatDiagnostic(problem, host)); } });
  const program = ts.createProgram({ rootNames: config.fileNames, options: config.options, configFileParsingDiagnostics: config.errors });
  return { program, problems: ts.getPreEmitDiagnostics(program) };
}

const { program, problems } = typesIn('tsconfig.test.json');
const all = [...problems, ...typesIn('tsconfig.page.json').problems];
if (all.length > 0) console.error(ts.formatDiagnostics(all, host));

const eslint = new ESLint({ overrideConfig: [{ files: SOURCES, languageOptions: { parserOptions: { project: null, programs: [program] } } }] });
const results = await eslint.lintFiles(['.']);
const said = await (await eslint.loadFormatter('stylish')).format(results);
if (said !== '') console.error(said);

const found = all.length + results.reduce((count, { errorCount, warningCount }) => count + errorCount + warningCount, 0);
console.log(`types and lint: ${program.getRootFileNames().length} sources checked, ${results.length} files linted, ${found} problems`);
process.exitCode = found === 0 ? 0 : 1;
