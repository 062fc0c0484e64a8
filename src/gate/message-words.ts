// SPDX-License-Identifier: Apache-2.0
//
// The words that the server's messages are made of, whatever they are about. Refuses names and values.

/** The words of the server's own that messages of these classes are made of; values among them are no news. */
export const MESSAGE_WORDS: ReadonlySet<string> = new Set(
  `a an and any are already as at be because been but by can cannot could current do does due each end for from has have in into is it its may must no not of on only
  or out outside such than that the there this time to up use used using was while will with without yet
  aborted aggregate allowed ambiguous administrator block blocks cache calls canceling cancelled cannot cascade changed check clause client column columns command commands commit
  commute concurrent condition connection constraint constraints contain contains cursor database deadlock default deferred definition delete denied depend depends detected distinct drop
  duplicate duplicated entry excluded exclusion exclusive exist exists expression expressions failed field fields foreign found from-clause function functions generated group having identity ignored
  inconsistent index inherits insert invalid key large lock materialized max maximum merge missing mode more must name named neither nested not-null null object objects obsolete off
  operator operators order ordinary outer owner parameter parameters parent partition permission permitted portal prepared primary privilege privileges procedure query read read-only recursive
  reference referenced references referencing relation relations replica request required requires returning returns role row row-level rows rule savepoint schema security select sequence serialize session set
  setting shared snapshot specified specify statement still subquery supplied supported syntax table tables target temporary terminating timeout too transaction transactions trigger triggers truncate type types
  undefined unique unknown unrecognized unsupported update user value values view views violates violation wait where window write
  array bigint bit boolean bytea character date double inet integer interval json jsonb numeric precision real record smallint text timestamp uuid varying xml zone`.trim().split(/\s+/),
);
