// SPDX-License-Identifier: Apache-2.0
//
// Numbers of people who do not exist, by the definitions of those who issue them; written apart from the detectors, so that neither can hide the
// other's mistakes. For tests of masking.
import type { Seeded } from './seeded.js';

/** How one kind is made. */
export interface Maker {
  /** A valid one in a form that needs no name. */
  readonly alone: (chance: Seeded) => string;
  /** A valid one in any form. */
  readonly named: (chance: Seeded) => string;
  /** One with wrong check digits, or a range that nobody is given; left out where there is no such thing. */
  readonly spoilt?: (chance: Seeded) => string;
  readonly names: readonly string[];
}

const digits = (chance: Seeded, count: number): string => Array.from({ length: count }, () => chance.below(10)).join('');
const padded = (value: number, width: number): string => String(value).padStart(width, '0');
const between = (chance: Seeded, least: number, most: number): number => least + chance.below(most - least + 1);
const sum = (value: string, weights: readonly number[]): number => weights.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
const yymmdd = (chance: Seeded, month = 0, day = 0): string => padded(chance.below(100), 2) + padded(between(chance, 1, 12) + month, 2) + padded(between(chance, 1, 28) + day, 2);

/** In groups of these sizes. */
function grouped(value: string, sizes: readonly number[], joint: string): string {
  let at = 0;
  return sizes.map((size) => value.slice(at, (at += size))).join(joint);
}

/** Draws until a candidate passes. */
function until(candidate: () => string, passes: (value: string) => boolean): string {
  let value = candidate();
  while (!passes(value)) value = candidate();
  return value;
}

/** With the digit at its end that makes it pass. */
function checked(body: string, passes: (value: string) => boolean): string | undefined {
  return Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(passes);
}

/** Draws bodies until one has such a digit. */
function complete(body: () => string, passes: (value: string) => boolean): string {
  for (;;) {
    const value = checked(body(), passes);
    if (value !== undefined) return value;
  }
}

const luhn = (value: string): boolean => [...value].reverse().reduce((total, char, at) => total + (at % 2 === 0 ? Number(char) : Number(char) * 2 - (Number(char) > 4 ? 9 : 0)), 0) % 10 === 0;
const spoil = (value: string): string => value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));

const loose = (chance: Seeded, value: string, sizes: readonly number[]): string => grouped(value, sizes, chance.pick(['', ' ', '-', '.', '/', ' - '].slice(0, 5)));

const ssn = (chance: Seeded): string => until(() => padded(between(chance, 1, 899), 3) + padded(between(chance, 1, 99), 2) + padded(between(chance, 1, 9999), 4), (value) => !/^666|^078051120|^219099999|^123456789/.test(value));
const itin = (chance: Seeded): string => `9${digits(chance, 2)}${chance.pick([50, 58, 65, 70, 79, 88, 90, 92, 94, 99])}${digits(chance, 4)}`;
const nif = (chance: Seeded): string => {
  const number = chance.below(100_000_000);
  return padded(number, 8) + 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(number % 23);
};
const swede = (chance: Seeded): string => complete(() => yymmdd(chance, 0, chance.oneIn(10) ? 60 : 0) + padded(between(chance, 1, 999), 3), luhn);
const pesel = (chance: Seeded): string => complete(() => yymmdd(chance, chance.pick([0, 20, 40, 60, 80])) + digits(chance, 4), (value) => sum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0);
const turk = (chance: Seeded): string => {
  const body = between(chance, 1, 9) + digits(chance, 8);
  const tenth = (((7 * sum(body, [1, 0, 1, 0, 1, 0, 1, 0, 1]) - sum(body, [0, 1, 0, 1, 0, 1, 0, 1])) % 10) + 10) % 10;
  return `${body}${tenth}${(sum(body, Array<number>(9).fill(1)) + tenth) % 10}`;
};
const nhs = (chance: Seeded): string => complete(() => between(chance, 1, 9) + digits(chance, 8), (value) => sum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0);
const rrn = (chance: Seeded): string => `${yymmdd(chance)}${between(chance, 1, 8)}${digits(chance, 6)}`;
const oldRrn = (chance: Seeded): string => complete(() => until(() => yymmdd(chance), (date) => !/^1[78]/.test(date)) + between(chance, 1, 4) + digits(chance, 5), (value) => (11 - (sum(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(value[12]));
const african = (chance: Seeded): string => complete(() => `${yymmdd(chance)}${digits(chance, 4)}${chance.below(3)}${between(chance, 8, 9)}`, luhn);
const sin = (chance: Seeded): string => complete(() => chance.pick(['1', '2', '3', '4', '5', '6', '7', '9']) + digits(chance, 7), luhn);
const tfn = (chance: Seeded): string => complete(() => between(chance, 1, 9) + digits(chance, 7), (value) => sum(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0);
const cpf = (chance: Seeded): string => {
  const last = (body: string): number => ((10 * [...body].reduce((total, digit, at) => total + Number(digit) * (body.length + 1 - at), 0)) % 11) % 10;
  const body = until(() => digits(chance, 9), (value) => new Set(value).size > 1);
  const tenth = last(body);
  return `${body}${tenth}${last(`${body}${tenth}`)}`;
};
const nir = (chance: Seeded): string => {
  const department = chance.pick(['01', '13', '33', '75', '95', '97', '99', '2A', '2B']);
  const body = (code: string): string => `${head}${code}${tail}`;
  const head = `${between(chance, 1, 2)}${padded(chance.below(100), 2)}${padded(chance.pick([1, 6, 12, 20, 42, 50, 99]), 2)}`;
  const tail = padded(between(chance, 1, 999), 3) + padded(between(chance, 1, 999), 3);
  const number = BigInt(body(department.replace('2A', '19').replace('2B', '18')));
  return body(department) + padded(97 - Number(number % 97n), 2);
};
// Verhoeff by the order of its permutation and the group's own table.
const PERMUTED = [0, 1, 2, 3, 4, 5, 6, 7].map((times) => Array.from({ length: 10 }, (_, digit) => Array.from({ length: times }).reduce<number>((one) => [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][one] ?? 0, digit)));
const GROUP = ['0123456789', '1234067895', '2340178956', '3401289567', '4012395678', '5987604321', '6598710432', '7659821043', '8765932104', '9876543210'];
const verhoeff = (value: string): boolean => [...value].reverse().reduce((check, digit, at) => Number(GROUP[check]?.[PERMUTED[at % 8]?.[Number(digit)] ?? 0]), 0) === 0;
const aadhaar = (chance: Seeded): string => complete(() => between(chance, 2, 9) + digits(chance, 10), verhoeff);
const cardNumber = (chance: Seeded): string => {
  const [prefix, length] = chance.pick([['4', 16], ['51', 16], ['55', 16], ['2221', 16], ['34', 15], ['37', 15], ['6011', 16], ['3528', 16], ['36', 14]] as const);
  return complete(() => prefix + digits(chance, length - prefix.length - 1), luhn);
};
const account = (chance: Seeded): string => {
  const [country, bank, length] = chance.pick([['DE', '', 18], ['GB', 'WEST', 14], ['FR', '', 23], ['NL', 'ABNA', 10], ['NO', '', 11], ['ES', '', 20], ['PL', '', 24], ['CH', '', 17], ['SE', '', 20]] as const);
  const bban = bank + digits(chance, length);
  const spelt = [...`${bban}${country}00`].map((char) => parseInt(char, 36)).join('');
  return `${country}${padded(98 - Number(BigInt(spelt) % 97n), 2)}${bban}`;
};
const inFours = (value: string, joint: string): string => (value.match(/.{1,4}/g) ?? []).join(joint);

const abroad = (chance: Seeded): string => chance.pick([
  () => `+44 20 7946 0${digits(chance, 3)}`, () => `+1 (415) 555-0${digits(chance, 3)}`, () => `+49 30 ${between(chance, 2, 9)}${digits(chance, 7)}`, () => `+33 6 ${digits(chance, 2)} ${digits(chance, 2)} ${digits(chance, 2)} ${digits(chance, 2)}`,
  () => `+9053${digits(chance, 8)}`, () => `+46-70-${between(chance, 100, 999)} ${digits(chance, 2)} ${digits(chance, 2)}`, () => `+91 98${digits(chance, 3)} ${digits(chance, 5)}`, () => `+81-90-${digits(chance, 4)}-${digits(chance, 4)}`, () => `0049 171 ${between(chance, 1, 9)}${digits(chance, 6)}`,
  () => `${between(chance, 201, 989)}-${between(chance, 201, 989)}-${digits(chance, 4)}`, () => `(${between(chance, 201, 989)}) ${between(chance, 201, 989)}-${digits(chance, 4)}`, () => `0171/${between(chance, 1, 9)}${digits(chance, 6)}`, () => `020 7946 0${digits(chance, 3)}`,
  () => `06 ${digits(chance, 2)} ${digits(chance, 2)} ${digits(chance, 2)} ${digits(chance, 2)}`, () => `05${between(chance, 30, 59)}${digits(chance, 7)}`, () => `0212${digits(chance, 7)}`, () => `53${chance.below(10)} ${between(chance, 100, 999)} ${digits(chance, 2)} ${digits(chance, 2)}`, () => `0312 ${between(chance, 100, 999)} ${digits(chance, 2)} ${digits(chance, 2)}`,
])();
const anyPhone = (chance: Seeded): string => chance.pick([
  () => abroad(chance), () => `${between(chance, 2, 9)}${digits(chance, 9)}`, () => `612 ${between(chance, 100, 999)} ${digits(chance, 3)}`, () => `${between(chance, 21, 99)} ${digits(chance, 2)} ${digits(chance, 2)} ${digits(chance, 2)}`, () => `9${digits(chance, 2)} ${digits(chance, 2)} ${digits(chance, 3)}`,
  () => `138${digits(chance, 8)}`, () => `${between(chance, 201, 989)}.${between(chance, 201, 989)}.${digits(chance, 4)}`,
])();

/** By the name of the detector. */
export const makers: Readonly<Record<string, Maker>> = {
  'us-ssn': byGroups(ssn, [3, 2, 4], [' ', '-'], ['SSN', 'ssn', 'Social Security', 'social_security', 'Social Security No', 'número de seguro social']),
  'us-itin': byGroups(itin, [3, 2, 4], [' ', '-'], ['ITIN', 'itin', 'Taxpayer ID', 'taxpayer_id']),
  'es-nif': {
    alone: (chance) => chance.pick([(value: string) => value, (value: string) => `${value.slice(0, 8)}-${value.slice(8)}`, (value: string) => grouped(value.slice(0, 8), [2, 3, 3], '.') + '-' + value.slice(8), (value: string) => value.toLowerCase()])(nif(chance)),
    named: (chance) => chance.pick([(value: string) => value, (value: string) => `${grouped(value.slice(0, 8), [2, 3, 3], chance.pick(['.', ' ', '']))}${chance.pick(['', '-'])}${value.slice(8)}`])(nif(chance)),
    spoilt: (chance) => spoil(nif(chance)), names: ['DNI', 'NIF', 'dni', 'nif', 'Documento Nacional'],
  },
  'se-personnummer': {
    alone: (chance) => chance.pick([(value: string) => `${value.slice(0, 6)}-${value.slice(6)}`, (value: string) => `19${value.slice(0, 6)}-${value.slice(6)}`, (value: string) => `19${value}`, (value: string) => `20${value}`, (value: string) => `${value.slice(0, 6)}+${value.slice(6)}`])(swede(chance)),
    named: (chance) => chance.pick([(value: string) => value, (value: string) => `${value.slice(0, 6)} ${value.slice(6)}`, (value: string) => `19${value}`])(swede(chance)),
    spoilt: (chance) => spoil(swede(chance)), names: ['Personnummer', 'personnummer', 'personnr', 'pnr', 'samordningsnummer', 'Swedish ID'],
  },
  'pl-pesel': plain(pesel, ['PESEL', 'pesel', 'Numer PESEL'], [11]),
  'tr-national-id': plain(turk, ['TC Kimlik No', 'TCKN', 'kimlik', 'tc_no', 'Türk kimlik numarası'], [3, 3, 3, 2]),
  'uk-nhs': byGroups(nhs, [3, 3, 4], [' ', '-'], ['NHS', 'nhs', 'NHS No', 'nhs_number']),
  'in-aadhaar': byGroups(aadhaar, [4, 4, 4], [' ', '-', ''], ['Aadhaar', 'aadhaar', 'AADHAR', 'UIDAI', 'आधार Aadhaar']),
  'kr-rrn': {
    alone: (chance) => (chance.oneIn(2) ? oldRrn(chance) : grouped(rrn(chance), [6, 7], '-')), named: (chance) => loose(chance, rrn(chance), [6, 7]),
    spoilt: (chance) => rrn(chance).replace(/^\d{6}/, '991399'), names: ['RRN', 'rrn', 'Resident Registration', '주민등록번호 (RRN)'],
  },
  'za-id-number': plain((chance) => until(() => african(chance), (value) => !/^1[78]/.test(value)), ['ID Number', 'id_number', 'Identity Number', 'RSA ID', 'SA ID'], [6, 4, 3]),
  'ca-sin': byGroups(sin, [3, 3, 3], [' ', '-'], ['SIN', 'NAS', 'Social Insurance', 'assurance sociale', 'social_insurance']),
  'au-tfn': byGroups(tfn, [3, 3, 3], [' ', '-'], ['TFN', 'tfn', 'Tax File', 'tax_file']),
  'br-cpf': {
    alone: (chance) => cpf(chance).replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4'), named: (chance) => chance.pick([cpf(chance), cpf(chance).replace(/(...)(...)(...)(..)/, '$1 $2 $3 $4')]),
    spoilt: (chance) => spoil(cpf(chance)), names: ['CPF', 'cpf', 'Número do CPF'],
  },
  'fr-nir': {
    alone: (chance) => (chance.oneIn(2) ? nir(chance) : grouped(nir(chance), [1, 2, 2, 2, 3, 3, 2], ' ')), named: (chance) => grouped(nir(chance), [1, 2, 2, 2, 3, 3, 2], chance.pick(['', ' ', '.', '-'])),
    spoilt: (chance) => spoil(nir(chance)), names: ['NIR', 'numéro de sécurité sociale', 'INSEE', 'Sécurité sociale'],
  },
  card: {
    alone: (chance) => { const value = cardNumber(chance); return chance.pick([value, value.length === 16 ? inFours(value, ' ') : value, value.length === 16 ? inFours(value, '-') : value]); },
    named: cardNumber, names: ['card', 'PAN', 'Kartennummer'],
  },
  iban: { alone: (chance) => chance.pick([account(chance), inFours(account(chance), ' '), account(chance).toLowerCase()]), named: (chance) => account(chance), names: ['IBAN', 'Konto', 'compte'] },
  email: { alone: address, named: address, names: ['email', 'Correo', 'mailto'] },
  phone: { alone: abroad, named: anyPhone, names: ['phone', 'Phone', 'Tel', 'telefon', 'Teléfono', 'téléphone', 'mobile', 'Handy', 'fax', 'celular', 'phone_number', 'WhatsApp', 'Telefonnummer'] },
};

function address(chance: Seeded): string {
  const word = (): string => Array.from({ length: between(chance, 1, 9) }, () => chance.pick([...'abcdefghijklmnopqrstuvwxyz'])).join('');
  return `${word()}${chance.pick(['', '.', '_', '+', '-'])}${word()}@${word()}${chance.pick(['.com', '.co.uk', '.de', '.example', '.museum'])}`;
}

function byGroups(make: (chance: Seeded) => string, sizes: readonly number[], joints: readonly string[], names: readonly string[]): Maker {
  return { alone: (chance) => grouped(make(chance), sizes, chance.pick(joints)), named: (chance) => loose(chance, make(chance), sizes), spoilt: (chance) => spoil(loose(chance, make(chance), sizes)), names };
}

function plain(make: (chance: Seeded) => string, names: readonly string[], sizes: readonly number[]): Maker {
  return { alone: make, named: (chance) => loose(chance, make(chance), sizes), spoilt: (chance) => spoil(loose(chance, make(chance), sizes)), names };
}
