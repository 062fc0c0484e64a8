// SPDX-License-Identifier: Apache-2.0
//
// What makes a number one that a state could have given: its ranges, its date, its check digits, each by the definition of who issues it.
// Takes digits without separators; refuses to guess at what nobody issues.
import { luhn } from './card.js';

const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);

/** Numbers that were printed in advertisements and leaflets, and the first nine digits in order. */
const PRINTED_SSN = /^(?:078051120|219099999|123456789)$/;

/** United States, social security: no area 000, 666 or 900 and above, no group 00, no serial 0000. @see https://www.ssa.gov/employer/randomization.html */
export function isSsn(id: string): boolean {
  // Match "078051123", miss "666123456", "078001123" and "078050000".
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(id) && !PRINTED_SSN.test(id);
}

/** United States, taxpayers without a social security number: 9, and a group of 50-65, 70-88, 90-92 or 94-99. @see https://www.irs.gov/irm/part3/irm_03-021-263r */
export function isItin(id: string): boolean {
  // Match "911701234", miss "911491234" and "811701234".
  return /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\d{4}$/.test(id);
}

const NIF_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spain: up to eight digits, and the letter of their rest by 23. */
export function isNif(id: string): boolean {
  // Match "12345678Z" and "1111111G", miss "12345678".
  const [, digits, letter] = /^(\d{7,8})([A-Z])$/i.exec(id) ?? [];
  return digits !== undefined && letter !== undefined && NIF_LETTERS[Number(digits) % 23] === letter.toUpperCase();
}

/** Sweden, ten or twelve digits: a date (a coordination number's day is 60 more), a number from 001, Luhn. @see https://www4.skatteverket.se/rattsligvagledning/edition/2020.9/330245.html */
export function isPersonnummer(id: string): boolean {
  const ten = id.slice(-10);
  const day = Number(ten.slice(4, 6));
  const date = ten.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0');
  return (id.length === 10 || /^(?:18|19|20)\d{10}$/.test(id)) && isDate(date) && ten.slice(6, 9) !== '000' && luhn(ten);
}

/** Poland: a date whose month says the century (80, 0, 20, 40, 60 more), and a check digit. */
export function isPesel(id: string): boolean {
  const month = String(Number(id.slice(2, 4)) % 20).padStart(2, '0');
  return id.length === 11 && isDate(id.slice(0, 2) + month + id.slice(4, 6)) && weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** Turkey: eleven digits, the first not 0, and two check digits. */
export function isTurkishId(id: string): boolean {
  const digit = (at: number): number => Number(id[at]);
  const odd = digit(0) + digit(2) + digit(4) + digit(6) + digit(8);
  const even = digit(1) + digit(3) + digit(5) + digit(7);
  return /^[1-9]\d{10}$/.test(id) && ((odd * 7 - even) % 10 + 10) % 10 === digit(9) && (odd + even + digit(9)) % 10 === digit(10);
}

/** England, Wales and the Isle of Man: ten digits, modulus 11; a check digit of 10 is never issued. @see https://www.datadictionary.nhs.uk/attributes/nhs_number.html */
export function isNhsNumber(id: string): boolean {
  return id.length === 10 && (11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(id[9]);
}

/** India: twelve digits, the first not 0 or 1, Verhoeff's check digit. @see https://uidai.gov.in */
export function isAadhaar(id: string): boolean {
  return /^[2-9]\d{11}$/.test(id) && verhoeff(id) === 0;
}

/** Korea: a date, a digit for sex and century (5 to 8 for foreigners), six more. Numbers given since October 2020 have no check digit. */
export function isRrn(id: string): boolean {
  // Match "9601211234567", miss "9601210234567": the digit behind the date.
  return /^\d{6}[1-8]\d{6}$/.test(id) && isDate(id.slice(0, 6));
}

/** The same, with the check digit that was part of it before; a foreigner's is two more. */
export function isOldRrn(id: string): boolean {
  const rest = 11 - (weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11);
  return isRrn(id) && (rest + (Number(id[6]) > 4 ? 2 : 0)) % 10 === Number(id[12]);
}

/** South Africa: a date, four digits, a digit for citizens, residents or refugees, one more, Luhn. */
export function isSouthAfricanId(id: string): boolean {
  // Match "8001015009087", miss "8001015009387": the eleventh digit.
  return /^\d{10}[0-2]\d{2}$/.test(id) && isDate(id.slice(0, 6)) && luhn(id);
}

/** Canada: nine digits, the first not 0 or 8, Luhn. */
export function isSin(id: string): boolean {
  return /^[1-79]\d{8}$/.test(id) && luhn(id);
}

/** Australia, tax file number: nine digits, modulus 11. @see https://www.ato.gov.au */
export function isTfn(id: string): boolean {
  return id.length === 9 && weighted(id, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;
}

/** Brazil: eleven digits, not all the same, two check digits. */
export function isCpf(id: string): boolean {
  const check = (length: number): number => {
    const rest = (weighted(id, Array.from({ length }, (_, at) => length + 1 - at)) * 10) % 11;
    return rest === 10 ? 0 : rest;
  };
  return id.length === 11 && new Set(id).size > 1 && check(9) === Number(id[9]) && check(10) === Number(id[10]);
}

/** France: sex, year, month, department (2A and 2B count as 19 and 18), commune, order, and a key of 97. @see https://www.insee.fr/fr/metadonnees/definition/c1409 */
export function isNir(id: string): boolean {
  // Match "184127645108946" and "184122A45108987", miss "584127645108946" and "184137645108946".
  if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/i.test(id)) return false;
  const digits = id.toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

// `yymmdd`; which century is not said, so that 29 February passes.
function isDate(text: string): boolean {
  const [month, day] = [Number(text.slice(2, 4)), Number(text.slice(4, 6))];
  return month >= 1 && month <= 12 && day >= 1 && day <= (DAYS[month - 1] as number);
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// The dihedral group of order 10, and its permutation.
// @see https://en.wikipedia.org/wiki/Verhoeff_algorithm
const PERMUTATION = '1576283094';

function verhoeff(digits: string): number {
  let check = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = Number(digits[digits.length - 1 - at]);
    for (let times = 0; times < at % 8; times += 1) digit = Number(PERMUTATION[digit]);
    check = dihedral(check, digit);
  }
  return check;
}

function dihedral(one: number, other: number): number {
  if (one < 5) return other < 5 ? (one + other) % 5 : 5 + ((one + other) % 5);
  return other < 5 ? 5 + ((one - other + 5) % 5) : (one - other + 5) % 5;
}
