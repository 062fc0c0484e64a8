// SPDX-License-Identifier: Apache-2.0
//
// Notebooks (Jupyter, R Markdown, Quarto): cells that are scripts (`%%bash`), lines that a shell runs (`!rm x`), SQL (`%%sql`), and calls of the language that the
// rest is in. They run when somebody runs the cell, so that only what people look out for is told. Refuses a notebook that is no JSON.
// @see https://nbformat.readthedocs.io/en/latest/format_description.html and https://ipython.readthedocs.io/en/stable/interactive/magics.html
import { fromCell, sqlAt, UNNAMED } from './program.js';
import { type Extracted, type Extractor, scriptAt } from './script.js';

/** One cell: its text, and the line of the file that each of its lines is. */
interface Cell {
  readonly text: string;
  readonly lines: readonly number[];
}

/** Source: longer ones nobody opens. */
const MAX_CELLS = 2_000;

/** Scripts in a notebook of Jupyter. Throws what JSON.parse throws. */
export const fromNotebook: Extractor = (text) => {
  const value: unknown = JSON.parse(text);
  const language = fieldOf(fieldOf(fieldOf(value, 'metadata'), 'kernelspec'), 'language') ?? fieldOf(fieldOf(fieldOf(value, 'metadata'), 'language_info'), 'name');
  const cells = fieldOf(value, 'cells') ?? (listOf(fieldOf(value, 'worksheets')).flatMap((sheet) => listOf(fieldOf(sheet, 'cells'))));
  const place = placing(text);
  return listOf(cells).slice(0, MAX_CELLS).filter((cell) => fieldOf(cell, 'cell_type') === 'code').flatMap((cell) => {
    const source = fieldOf(cell, 'source') ?? fieldOf(cell, 'input');
    const parts = typeof source === 'string' ? [source] : listOf(source).filter((part) => typeof part === 'string');
    const lines = parts.flatMap((part) => part.replace(/\n$/u, '').split('\n').map(() => place(part)));
    return ofCell({ text: parts.join(''), lines }, typeof language === 'string' ? language.toLowerCase() : 'python');
  });
};

/** Scripts in chunks of R Markdown and Quarto: ```` ```{bash} ````. */
export const fromMarkdown: Extractor = (text) => {
  const found: Extracted[] = [];
  let open: { readonly language: string; readonly lines: string[]; readonly from: number } | null = null;
  text.split('\n').forEach((line, index) => {
    const begins: string | undefined = /^\s*`{3,}\s*\{\s*(\w+)/u.exec(line)?.[1];
    if (open === null && begins !== undefined) open = { language: begins.toLowerCase(), lines: [], from: index + 2 };
    else if (open !== null && /^\s*`{3,}\s*$/u.test(line)) {
      const { language, lines, from }: { readonly language: string; readonly lines: string[]; readonly from: number } = open;
      found.push(...ofCell({ text: lines.join('\n'), lines: lines.map((_line, at) => from + at) }, language));
      open = null;
    } else open?.lines.push(line);
  });
  return found;
};

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

// Texts stand in the file in the order of the cells, each on a line of its own.
function placing(text: string): (part: string) => number {
  let [at, line] = [0, 1];
  return (part) => {
    const found = text.indexOf(JSON.stringify(part), at);
    if (found < 0) return line;
    for (let next = text.indexOf('\n', at); next >= 0 && next < found; next = text.indexOf('\n', next + 1)) line += 1;
    at = found;
    return line;
  };
}

// Hits `%%bash`, `%%script bash -e`, `%%!`; misses `%%time`.
const SHELL_CELL = /^\s*%%(?:bash|sh|system|sx|!|script\s+(?:--[\w-]+\s+)*(?:\S*\/)?(?:ba|da|z|k)?sh)(?:\s|$)/u;
const SQL_CELL = /^\s*%%(?:sql|bigquery|read_sql|spark_?sql|postgres\w*)\b[^\n]*/u;

function ofCell({ text, lines }: Cell, language: string): readonly Extracted[] {
  const [first = '', ...rest] = text.split('\n');
  const at = (index: number): number => lines[index] ?? lines.at(-1) ?? 1;
  if (/^(?:bash|sh|zsh)$/u.test(language)) return [scriptAt(text, at(0), { shell: 'bash', lines, later: true })];
  if (language === 'sql') return [sqlAt(text, at(0), UNNAMED)];
  if (SHELL_CELL.test(first)) return [scriptAt(filled(rest.join('\n')), at(1), { shell: 'bash', lines: lines.slice(1), later: true })];
  if (SQL_CELL.test(first)) return [sqlAt(rest.join('\n'), at(1), UNNAMED)];
  const other = /^\s*%%(perl|ruby|javascript|js|R|python3?)\b/u.exec(first)?.[1];
  return [...(other === undefined ? commandLines(text.split('\n'), at) : []), ...fromCell(other ?? language, text).map((one) => ({ ...one, line: at(one.line - 1), lines: one.lines.map((line) => at(line - 1)) }))];
}

// `!cmd`, `x = !cmd`, `%system cmd`, `%pip install x`, `%sql SELECT 1`; a line that ends with a backslash goes on.
function commandLines(source: readonly string[], at: (index: number) => number): readonly Extracted[] {
  return source.flatMap((line, index) => {
    const [, , command, magic, rest = ''] = /^\s*((?:[\w, ]+=\s*)?!{1,2}(.*)|(?:[\w, ]+=\s*)?%(system|sx|pip|conda|mamba|uv|sql|rm|mv|cp|cd)\b(.*))$/u.exec(line) ?? [];
    if (command === undefined && magic === undefined) return [];
    if (magic === 'sql') return [sqlAt(rest, at(index), UNNAMED)];
    let script = command ?? (/^s/u.test(magic as string) ? rest : `${magic as string}${rest}`);
    for (let next = index + 1; script.endsWith('\\') && next < source.length; next += 1) script = `${script.slice(0, -1)}${source[next] as string}`;
    return script.trim() === '' ? [] : [scriptAt(filled(script), at(index), { shell: 'bash', lines: [at(index)], later: true })];
  });
}

// `{name}` is a variable of Python.
function filled(script: string): string {
  return script.replace(/(?<![$\\{])\{[A-Za-z_][\w.[\]'"]{0,100}\}/gu, '${{ variable }}');
}
