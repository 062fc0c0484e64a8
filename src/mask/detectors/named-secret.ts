// SPDX-License-Identifier: Apache-2.0
//
// Secrets that only the name beside them gives away: `fooToken := "…"`, `FOO_SECRET=…`, `<apiKey>…</apiKey>`, `setProperty("PASSWORD", "…")`.
// Refuses values that are code, words, paths or placeholders: what is claimed must look generated, or be a quoted password.
import { type Detector, entropy, placesOf, type Span } from './detector.js';

/** Words that make a name the name of a secret, in lower case. */
const WORDS = [
  'token', 'secret', 'passwd', 'password', 'passphrase', 'pwd', 'apikey', 'api_key', 'api-key', 'api.key', 'api key', 'accesskey', 'access_key', 'access-key', 'authkey', 'auth_key', 'auth-key',
  'privatekey', 'private_key', 'private-key', 'encryptionkey', 'encryption_key', 'signingkey', 'signing_key', 'sharedkey', 'shared_key', 'masterkey', 'master_key', 'licensekey', 'license_key',
  'license-key', 'credential', 'creds', 'user_auth', 'userauth', 'basic_auth', 'basicauth', 'http_auth', 'httpauth',
];
/** Words that may name anything: what stands beside them must be long as well. */
const WEAK = ['key', '_login', '.login', '_pw'];
const WORD = new RegExp([...WORDS, ...WEAK].sort((a, b) => b.length - a.length).map((word) => word.replace('.', '\\.')).join('|'), 'iy');
const IS_WEAK = new Set(WEAK);
// Match "primaryKey" and "cache-key", miss "hubspotKey": names of keys that open nothing, up to the word.
const OPENS_NOTHING = /(?:^|[^A-Za-z_-])$|(?:cache|primary|foreign|partition|sort|public|pub|unique|row|hash|index|map|object|lookup|query|i18n|composite|natural|turn|mon|don|tur|hot|short|message|node|react|item|step|idempotency|dedup|group|routing|host|ssh|author|group|ordinal)[_.-]?$/i;
/** How far before a weak word its name is read. */
const NAME = 24;
// What follows the word: the rest of the name, its quotes and brackets, a type, something that assigns, and the value's own quotes.
// Match `Token := "`, `_TOKEN\", \"`, `Token string = "`, `token</key>\n<string>` and `_token: `; miss `token of the user`; sticky.
const UNTIL_VALUE = /[\w.-]{0,40}?(?:\\{0,3}["'`]|&quot;)?[\])]?(?:\s{0,3}:?\s{1,3}(?:string|str|String|\[\]byte|char\s?\*|varchar\(\d{1,4}\)))?(?:\s{0,8}(?:=>|:{1,3}=|[?.|+]=|={1,3}|\|\||:|->|<-|>)\s{0,16}|\s{1,3}(?:is|was)\s{1,3}|,[ \t]{0,4}(?=\\{0,3}["'`])|\s{1,3}(?=\\{0,3}["'`]|[A-Za-z0-9]{32}))(?:[A-Za-z]{1,2}(?=["'`]))?(?:\\{0,3}["'`]|&quot;)?/y;
// The value, up to a quote, a space, or what ends a value in a list of them; sticky.
const VALUE = /[A-Za-z0-9_~+/.=!@#$%^&*?|{}:-]{8,512}/y;
// Ends that belong to the sentence or the code around it.
const TAIL = /[.,:;!?{}|&]+$/;
// A quote as XML has it, cut short by what a value may hold.
const ENTITY = /&quot$/;
// A placeholder or a reference: `${TOKEN}`, `{{ token }}`, `process.env.TOKEN`, `****`, `<token>`, `xxxx`, `example`.
const REFERENCE = /^(?:[$%{]|\*{3}|process\.|os\.|env\.|self\.|this\.|var\.|local\.|data\.|https?:|file:|\/[a-z]|\.{1,2}\/|[xX*.-]+$)|\$\{|\{\{|[Ee]xample|EXAMPLE|placeholder|your[_-]|REDACTED|[xX*#]{6}/;
// Pieces of letters and digits.
const PIECE = /[A-Za-z0-9]{8,512}/g;
// Match "x.readUInt32BE" and "Uint8Array", miss "a1b2c3d4e5": a path of names, a name with one number in it.
const IDENTIFIER = /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$|^[A-Za-z_$]+\d{1,3}[A-Za-z_]*$/;
// Match "PasswordRequiredResultV2", miss "thisIs4Secret": a name with its number at the end.
const NUMBERED = /^[A-Za-z_]+\d{1,2}$/;
// A number that is longer than any id or time.
const DIGITS = /^\d{24,64}$/;
/** Fewest characters of a generated value. */
const MIN_GENERATED = 10;
/** Bits a character that a generated value has at least: hexadecimal of 32 has 3.3 or more. */
const MIN_BITS = 3;
const SHORT = 16;
const MIN_BITS_SHORT = 2.8;
/** The same beside a weak word. */
const MIN_LONG = 24;
const MIN_BITS_LONG = 3.2;

/** Detects values beside names that say what they are. */
export const namedSecret: Detector = {
  name: 'named-secret',
  kind: 'secret',
  keys: [],
  contextKeys: [...WORDS, ...WEAK],
  at: valueBeside,
  find(text) {
    const folded = text.toLowerCase();
    return [...WORDS, ...WEAK].flatMap((word) => placesOf(folded, word)).flatMap((place) => valueBeside(text, place) ?? []);
  },
};

function valueBeside(text: string, place: number): Span | null {
  WORD.lastIndex = place;
  const word = WORD.exec(text)?.[0].toLowerCase();
  if (word === undefined) return null;
  const weak = IS_WEAK.has(word);
  if (weak && OPENS_NOTHING.test(text.slice(Math.max(0, place - NAME), place))) return null;
  UNTIL_VALUE.lastIndex = place + word.length;
  const before = UNTIL_VALUE.exec(text)?.[0];
  if (before === undefined) return null;
  const start = place + word.length + before.length;
  VALUE.lastIndex = start;
  const quoted = /["'`;]$/.test(before);
  // Between quotes everything belongs to the value; else the end may belong to what is around.
  const value = VALUE.exec(text)?.[0].replace(quoted ? ENTITY : TAIL, '');
  if (value === undefined || REFERENCE.test(value)) return null;
  const span = { start, end: start + value.length };
  if (!quoted && (IDENTIFIER.test(value) || text.charAt(span.end) === '(')) return null;
  if (isGenerated(value)) return !weak || isLong(value) ? span : null;
  return quoted && /^(?:pass|pwd)/.test(word) && isPassword(value) ? span : null;
}

function isGenerated(value: string): boolean {
  if (DIGITS.test(value)) return true;
  if (value.length < MIN_GENERATED || NUMBERED.test(value) || !isMixed(value)) return false;
  return entropy(value) >= (value.length < SHORT ? MIN_BITS_SHORT : MIN_BITS);
}

// Hits "z7exuu5nrtna" and "4ddbc191", misses "some_name_2", "jjwt-jackson-0.11.2" and "1208358310": letters and digits in one piece.
function isMixed(value: string): boolean {
  return /[0-9]/.test(value) && (value.match(PIECE) ?? []).some((piece) => /[0-9]/.test(piece) && /[A-Za-z]/.test(piece));
}

function isLong(value: string): boolean {
  return value.length >= MIN_LONG && !value.includes('/') && entropy(value) >= MIN_BITS_LONG;
}

// Chosen by a person: letters with digits or signs among them.
function isPassword(value: string): boolean {
  return /[A-Za-z]/.test(value) && /[0-9!@#$%^&*?+=~]/.test(value) && !/[{}()]/.test(value) && !/^[a-z]+[:=.]/.test(value);
}
