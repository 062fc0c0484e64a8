// SPDX-License-Identifier: Apache-2.0
// Personal data: recall by kind where the condition holds under which we name it, and apart, with counts and reasons, what is no such number by its
// own definition and what nothing around it gives away. The definitions here are written apart from the detectors, on purpose; no row is known by its id.
import { percent } from './material.mjs';

const digits = (value) => value.replace(/\D/g, '');
const sum = (value, weights) => weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
const date = (yymmdd) => Number(yymmdd.slice(2, 4)) >= 1 && Number(yymmdd.slice(2, 4)) <= 12 && Number(yymmdd.slice(4, 6)) >= 1 && Number(yymmdd.slice(4, 6)) <= 31;
const luhn = (value) => [...value].reverse().reduce((total, char, at) => total + (at % 2 === 0 ? Number(char) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(char)]), 0) % 10 === 0;
// The tables of the dihedral group, from its multiplication by rotations and reflections.
const turn = (one, other) => (one < 5 ? (other < 5 ? (one + other) % 5 : ((one + other - 5) % 5) + 5) : other < 5 ? ((one - other) % 5) + 5 : (one - other + 5) % 5);
const verhoeff = (value) => {
  const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  return [...value].reverse().reduce((check, char, at) => turn(check, Array.from({ length: at % 8 }).reduce((one) => step[one], Number(char))), 0) === 0;
};
const oldRrn = (value) => (11 - (sum(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(value[12]);
const always = () => true;

/**
 * For each entity: our kind; what its definition asks of a value; the form in which a value counts without a name, which `condition` says in words;
 * and names that count beside it.
 */
const ENTITIES = {
  US_SSN: {
    kind: 'us-ssn', condition: 'in its groups, or with its name beside it', names: /ssn|social security/i, alone: /^\d{3}([- ])\d{2}\1\d{4}$/,
    valid: (value) => digits(value).length === 9 && !/^(?:000|666|9)|^\d{3}00|0000$/.test(digits(value)),
  },
  US_ITIN: {
    kind: 'us-itin', condition: 'in its groups, or with its name beside it', names: /itin|taxpayer/i, alone: /^\d{3}([- ])\d{2}\1\d{4}$/,
    valid: (value) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits(value)),
  },
  ES_NIF: { kind: 'es-nif', condition: 'letter right', names: /nif|dni/i, alone: always, valid: (value) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits(value)) % 23] === value.slice(-1).toUpperCase() },
  SE_PERSONNUMMER: {
    kind: 'se-personnummer', condition: 'with its hyphen or in twelve digits, or with its name beside it', names: /personnummer|pnr|swedish id/i, alone: /[-+]|^\d{12}$/,
    valid: (value) => date(digits(value).slice(-10)) && luhn(digits(value).slice(-10)),
  },
  PL_PESEL: { kind: 'pl-pesel', condition: 'check digit right', names: /pesel/i, alone: always, valid: (value) => sum(digits(value), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0 },
  TR_NATIONAL_ID: {
    kind: 'tr-national-id', condition: 'check digits right', names: /kimlik|tckn|turkish id/i, alone: always,
    valid: (value) => (7 * sum(value, [1, 0, 1, 0, 1, 0, 1, 0, 1]) + 9 * sum(value, [0, 1, 0, 1, 0, 1, 0, 1])) % 10 === Number(value[9]) && sum(value, Array(10).fill(1)) % 10 === Number(value[10]),
  },
  UK_NHS: {
    kind: 'uk-nhs', condition: 'in its groups, or with its name beside it', names: /nhs/i, alone: /^\d{3}([- ])\d{3}\1\d{4}$/,
    valid: (value) => sum(digits(value), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  IN_AADHAAR: {
    kind: 'in-aadhaar', condition: 'in one piece, or in groups of four with a space or a hyphen, or with its name beside it', names: /aadh?aa?r|uidai/i, alone: /^\d{4}([- ]?)\d{4}\1\d{4}$/,
    valid: (value) => /^[2-9]/.test(value) && verhoeff(digits(value)),
  },
  KR_RRN: {
    kind: 'kr-rrn', condition: 'with its hyphen, or with its name beside it, or in one piece with the check digit of before 2020', names: /rrn|resident registration/i,
    alone: (value) => value.includes('-') || oldRrn(value), valid: (value) => date(value) && /^[1-8]$/.test(digits(value)[6]),
  },
  ZA_ID_NUMBER: { kind: 'za-id-number', condition: 'check digit right', names: /\bid\b/i, alone: always, valid: (value) => date(value) && luhn(digits(value)) },
  CA_SIN: { kind: 'ca-sin', condition: 'in its groups, or with its name beside it', names: /\bSIN\b|\bNAS\b|social insurance/, alone: /^\d{3}([- ])\d{3}\1\d{3}$/, valid: (value) => /^[1-79]/.test(value) && luhn(digits(value)) },
  AU_TFN: { kind: 'au-tfn', condition: 'in its groups, or with its name beside it', names: /tfn|tax file/i, alone: /^\d{3}([- ])\d{3}\1\d{3}$/, valid: (value) => sum(digits(value), [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 },
  EMAIL_ADDRESS: { kind: 'email', condition: 'always', names: /./, alone: always, valid: always },
  CREDIT_CARD: { kind: 'card', condition: 'check digit right', names: /card/i, alone: always, valid: (value) => luhn(digits(value)) },
  PHONE_NUMBER: phone(), PH_MOBILE_NUMBER: phone(), TR_PHONE_NUMBER: phone(),
};

/** What its own tests leave alone, and we do not: by what the value is. */
const ALARMS = {
  KR_RRN: [/-[5-8]/, "a foreigner's number, which has the same form and which it counts under another name"],
  PH_MOBILE_NUMBER: [/^0[4-9]\d{8}$/, 'a mobile number of other countries'],
};

function phone() {
  return {
    kind: 'phone', condition: 'with a country code or a trunk 0, in the groups of North America or Turkey, or with a name beside it', names: /phone|tel|number|mobile/i,
    // +44 …, 0049 …, 0171 …, (415) 555-0132, 91-415-555-0132, 532 123 45 67
    alone: /^\+|^00|^\(?0\d{8}|^\(?0[\d ()-]{9,}|^(?:\d{1,3}[ .-])?\(?\d{3}\)?[ .-]?\d{3}-\d{4}$|^\d{3}([ .-])\d{3}\1\d{2}\1\d{2}$/, valid: (value) => digits(value).length >= 7 && digits(value).length <= 15,
  };
}

const APART = { invalid: 'no such number by its definition', bare: 'nothing gives it away' };

/** Prints the table. `of(kind)` detects one kind; `covered(text, span, found)` says whether all of a span is. */
export function personal(cases, of, covered) {
  console.log('\npresidio-recognizers, by entity that we name: masked whole where our condition holds, masked of all its rows, false alarms on what its own tests leave alone; and apart, what we do not claim');
  let [masked, claimed, hits, positive] = [0, 0, 0, 0];
  for (const [entity, asked] of Object.entries(ENTITIES)) {
    const own = cases.filter((one) => (one.entity ?? 'PHONE_NUMBER') === entity).map((one) => ({ ...one, spans: one.spans ?? one.extra?.expected_res ?? [] }));
    const detection = of(asked.kind);
    const rows = own.filter(({ expect }) => expect === 'pii').map((row) => ({ ...row, apart: apart(row, asked), hit: row.spans.every((span) => covered(row.text, span, detection.inText(row.text))) }));
    const within = rows.filter((row) => row.apart === null);
    const clean = own.filter(({ expect }) => expect !== 'pii');
    const alarms = clean.filter(({ text }) => detection.inText(text).length > 0);
    masked += within.filter(({ hit }) => hit).length;
    claimed += within.length;
    hits += rows.filter(({ hit }) => hit).length;
    positive += rows.length;
    console.log(`  ${entity.padEnd(17)} ${asked.kind.padEnd(16)} ${percent(within.filter(({ hit }) => hit).length, within.length).padEnd(19)} ${percent(rows.filter(({ hit }) => hit).length, rows.length).padEnd(19)} ${percent(alarms.length, clean.length).padEnd(18)} ${asked.condition}`);
    for (const { text } of within.filter(({ hit }) => !hit)) console.log(`      missed: ${JSON.stringify(text)}`);
    for (const reason of Object.keys(APART)) {
      const outside = rows.filter((row) => row.apart === reason);
      if (outside.length > 0) console.log(`      apart, ${APART[reason]}: ${outside.length}, of which masked ${outside.filter(({ hit }) => hit).length}: ${outside.map(({ text }) => JSON.stringify(text)).join(' ')}`);
    }
    for (const { text } of alarms) console.log(`      alarm: ${JSON.stringify(text)}${ALARMS[entity]?.[0].test(text) === true ? `: ${ALARMS[entity][1]}` : ''}`);
  }
  console.log(`  of what we claim ${percent(masked, claimed)}; of all its rows of these entities ${percent(hits, positive)}`);
}

// Why a row is none that we claim; null when it is one. A value with its name beside it always is.
function apart({ text, spans }, { names, alone, valid }) {
  const matches = (value) => (typeof alone === 'function' ? alone(value) : alone.test(value));
  const bare = spans.map(([start, end]) => ({ value: text.slice(start, end), around: text.slice(0, start) + text.slice(end) })).filter(({ around }) => !names.test(around));
  if (bare.some(({ value }) => !valid(value))) return 'invalid';
  return bare.some(({ value }) => !matches(value)) ? 'bare' : null;
}
