// SPDX-License-Identifier: Apache-2.0
// Writes the input tables of the READMEs between their marks, from action.yml and the templates. `--check` only compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { load, loadAll } from 'js-yaml';

const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (inputs) => [
  row(['input', 'default', 'what']), '|---|---|---|',
  ...Object.entries(inputs).map(([name, { description, default: value }]) => row([`\`${name}\``, value === undefined ? 'required' : value === '' ? '' : `\`${value}\``, description])),
].join('\n');
const outputs = (declared) => [row(['output', 'what']), '|---|---|', ...Object.entries(declared).map(([name, { description }]) => row([`\`${name}\``, description]))].join('\n');
const between = (text, content) => text.replace(/(<!-- inputs: [^>]*-->)[\s\S]*?(<!-- \/inputs -->)/, (_all, open, close) => `${open}\n\n${content}\n\n${close}`);

const pages = readdirSync('actions').map((verb) => {
  const action = load(readFileSync(`actions/${verb}/action.yml`, 'utf8'));
  return { path: `actions/${verb}/README.md`, content: `${table(action.inputs)}\n\n${outputs(action.outputs)}` };
});
const templates = readdirSync('gitlab/templates').map((file) => {
  const [{ spec }] = loadAll(readFileSync(`gitlab/templates/${file}`, 'utf8'));
  return `### templates/${file}\n\n${table(spec.inputs)}`;
});
pages.push({ path: 'gitlab/README.md', content: templates.join('\n\n') });

let stale = 0;
for (const { path, content } of pages) {
  const before = readFileSync(path, 'utf8');
  const after = between(before, content);
  if (before === after) continue;
  stale += 1;
  if (process.argv.includes('--check')) console.error(`${path} is not what \`npm run docs\` writes`);
  else writeFileSync(path, after);
}
if (process.argv.includes('--check') && stale > 0) process.exit(1);
