// SPDX-License-Identifier: Apache-2.0
//
// Options of COPY: how its data looks on the wire, so that it can be masked column by column. Refuses an option, a format or an encoding
// under which the gate would read the data otherwise than the server writes it.
// @see https://www.postgresql.org/docs/18/sql-copy.html
import type { DefElem, Node } from '@pgsql/types';
import type { CopyFacts } from '../../../core/model.js';
import type { FactsBuilder } from '../facts/collect.js';
import { classifySetting } from '../builtins/settings.js';
import { every, spelled } from '../grammar/tree.js';

/** How the data looks. */
export type CopyLooks = Pick<CopyFacts, 'format' | 'delimiter' | 'quote' | 'escape' | 'null' | 'header'>;

/** Options that change neither how a value is told from the next nor which one it is. */
const HARMLESS: ReadonlySet<string> = new Set(['freeze', 'force_quote', 'force_not_null', 'force_null', 'default', 'on_error', 'reject_limit', 'log_verbosity']);

/** Reads the options; says `unknown` and `forbidden` where it must. */
export function readCopyOptions(options: readonly Node[] | undefined, builder: FactsBuilder): CopyLooks {
  const given = new Map<string, DefElem>();
  for (const option of every('DefElem', options)) {
    const defname = spelled(option.defname);
    if (given.has(defname)) builder.unknown(`the COPY option \`${defname}\` is given twice`);
    given.set(defname, option);
  }
  for (const [name, option] of given) {
    if (HARMLESS.has(name)) continue;
    if (!SHAPING.includes(name)) builder.unknown(`\`${name}\` is not a COPY option that we know`);
    // The server takes `FORMAT (csv)` for `FORMAT csv`.
    else if (option.arg !== undefined && textOf(option) === null) builder.unknown(`the value of the COPY option \`${name}\` is not a single word`);
  }
  checkEncoding(given.get('encoding'), builder);
  const format = formatOf(textOf(given.get('format')), builder);
  const csv = format === 'csv';
  const quote = oneByte('quote', given, '"', builder);
  // A line feed would be the quote and the end of the row, and only the server knows which.
  if (quote === '\n') builder.unknown('the COPY option `quote` is a line feed');
  return {
    format,
    quote,
    delimiter: oneByte('delimiter', given, csv ? ',' : '\t', builder),
    escape: oneByte('escape', given, quote, builder),
    null: textOf(given.get('null')) ?? (csv ? '' : '\\N'),
    header: given.has('header') && !saysNo(given.get('header')),
  };
}

const SHAPING = ['format', 'delimiter', 'null', 'header', 'quote', 'escape', 'encoding'];

function checkEncoding(option: DefElem | undefined, builder: FactsBuilder): void {
  const encoding = textOf(option);
  if (encoding === null) return;
  const verdict = classifySetting('client_encoding', encoding);
  if (verdict.class !== 'allowed') builder.forbid(`the COPY option \`encoding\` ${verdict.reason}`);
}

function formatOf(format: string | null, builder: FactsBuilder): CopyLooks['format'] {
  switch (format) {
    case null:
    case 'text':
      return 'text';
    case 'csv':
    case 'binary':
      return format;
    default:
      builder.unknown('its format is not one that we know');
      return 'text';
  }
}

// The server takes single bytes only; anything else is its error to make, and nothing for us to guess about.
function oneByte(name: string, given: ReadonlyMap<string, DefElem>, otherwise: string, builder: FactsBuilder): string {
  const text = textOf(given.get(name));
  if (text === null) return otherwise;
  if (Buffer.byteLength(text, 'utf8') !== 1) builder.unknown(`the COPY option \`${name}\` is not one byte`);
  return text;
}

function textOf(option: DefElem | undefined): string | null {
  const arg = option?.arg;
  if (arg === undefined) return null;
  if ('String' in arg) return spelled(arg.String.sval);
  if ('Integer' in arg) return String(arg.Integer.ival ?? 0);
  if ('Boolean' in arg) return String(arg.Boolean.boolval === true);
  return null;
}

function saysNo(option: DefElem | undefined): boolean {
  const text = textOf(option);
  return text !== null && ['false', 'off', '0'].includes(text.toLowerCase());
}
