// SPDX-License-Identifier: Apache-2.0
//
// Reads `detectors:`: what secrets of one's own look like. Patterns run on RE2, in time linear in the text, whatever the pattern; the engine
// is loaded by the first policy that has one. Refuses patterns without a bound, or without a text to notice them by.
import { SECRET_DETECTORS, PERSONAL_DETECTORS } from '../core/detector-names.js';
import type { CustomDetector } from '../core/custom-detector.js';
import { patternFacts, type PatternFacts } from './detector-pattern.js';
import { entriesOf, present, textsOf } from './node.js';
import { mistake, quoted, type Finding } from './problem.js';
import type { Located } from './yaml.js';

/** How far a keyword that stands beside a secret may be from it. */
const LEAD = 128;
const BUILT_IN: readonly string[] = [...SECRET_DETECTORS, ...PERSONAL_DETECTORS];

/** The detectors under the key `detectors`, in their order. */
export async function readDetectors(node: Located | undefined, findings: Finding[]): Promise<readonly CustomDetector[]> {
  const entries = entriesOf(node);
  if (entries.length === 0) return [];
  const { RE2JS } = await import('re2js');
  return entries.flatMap(({ key: name, keyAt, node: one }) => {
    if (BUILT_IN.includes(name)) findings.push(mistake(keyAt, `${quoted(name)} is a detector of Ostiary's own`, 'give yours another name'));
    const { at, value } = present(one, 'pattern');
    const pattern = String(value);
    const facts = patternFacts(pattern);
    if ('message' in facts) {
      findings.push(mistake(at, `\`detectors.${name}.pattern\` ${facts.message}`, facts.hint));
      return [];
    }
    const given = textsOf(one, 'keywords') ?? null;
    const keywords = given ?? facts.fixed;
    if (keywords === null) {
      findings.push(mistake(at, `\`detectors.${name}.pattern\` has no fixed text of three characters to notice it by`, 'add `keywords: [acme_]`, words that are in the secret or stand before it'));
      return [];
    }
    try {
      return [detectorOf({ name, written: { pattern, ...(given === null ? {} : { keywords: given }) }, keywords, lead: given === null ? 0 : LEAD, facts }, RE2JS.compile(pattern))];
    } catch {
      findings.push(mistake(at, `\`detectors.${name}.pattern\` is no pattern of RE2`, 'its syntax: https://github.com/google/re2/wiki/Syntax'));
      return [];
    }
  });
}

interface Matching {
  matcher(text: string): { find(): boolean; start(): number; end(): number };
}

function detectorOf({ name, written, keywords, lead, facts }: Pick<CustomDetector, 'name' | 'written' | 'keywords' | 'lead'> & { readonly facts: PatternFacts }, pattern: Matching): CustomDetector {
  const { anyCase, longest } = facts;
  return {
    name, written, keywords: anyCase ? keywords.map((keyword) => keyword.toLowerCase()) : keywords, anyCase, lead, longest,
    find(text) {
      const spans: { start: number; end: number }[] = [];
      const matcher = pattern.matcher(text);
      while (matcher.find()) spans.push({ start: matcher.start(), end: matcher.end() });
      return spans;
    },
  };
}
