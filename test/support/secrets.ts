// SPDX-License-Identifier: Apache-2.0
//
// Looks for values that must not have passed: as they are, in hex, base64 in each of its three alignments, base64url, reversed, spaced
// out, as escapes, in UTF-16 and as binary integers. Refuses nothing; says what it found and how it was written.

/** How many characters of a secret count as all of it when it was cut at the ends by an encoding's alignment. */
const CORE_SLACK = 3;

interface Needle {
  readonly how: string;
  readonly bytes: Buffer;
}

/** The ways in which bytes contain one of the secrets; empty when they do not. */
export function leaksIn(haystack: Buffer | string, secrets: readonly string[]): string[] {
  const bytes = Buffer.isBuffer(haystack) ? haystack : Buffer.from(haystack, 'utf8');
  const folded = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
  const found = secrets.flatMap((secret) => needlesOf(secret).filter((needle) => folded.includes(needle.bytes)).map(({ how }) => `${secret} ${how}`));
  const spaced = secrets.filter((secret) => spacedOut(secret).test(folded.toString('latin1')));
  return [...found, ...spaced.map((secret) => `${secret} spaced out`)];
}

const known = new Map<string, readonly Needle[]>();

function needlesOf(secret: string): readonly Needle[] {
  const ready = known.get(secret);
  if (ready !== undefined) return ready;
  const bare = secret.replace(/[^A-Za-z0-9]/g, '');
  const needles: Needle[] = [];
  for (const [which, text] of bare === secret ? [['plain', secret]] as const : ([['plain', secret], ['bare', bare]] as const)) {
    const bytes = Buffer.from(text, 'utf8');
    needles.push({ how: which, bytes }, { how: `${which} reversed`, bytes: Buffer.from(bytes).reverse() });
    needles.push({ how: `${which} hex`, bytes: Buffer.from(bytes.toString('hex')) });
    needles.push({ how: `${which} UTF-16BE`, bytes: Buffer.from(text, 'utf16le').swap16() }, { how: `${which} UTF-16LE`, bytes: Buffer.from(text, 'utf16le') });
    for (const escape of [(code: number) => `\\${code.toString(8).padStart(3, '0')}`, (code: number) => `\\u${code.toString(16).padStart(4, '0')}`, (code: number) => `&#${code};`]) {
      needles.push({ how: `${which} escaped`, bytes: Buffer.from([...text].map((char) => escape(char.charCodeAt(0))).join('')) });
    }
    for (let shift = 0; shift < 3; shift += 1) {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '');
      const core = encoded.slice(shift === 0 ? 0 : CORE_SLACK + 1, encoded.length - 2);
      needles.push({ how: `${which} base64`, bytes: Buffer.from(core) }, { how: `${which} base64url`, bytes: Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_')) });
    }
  }
  if (/^\d{6,18}$/.test(bare)) {
    const wide = Buffer.alloc(8);
    wide.writeBigInt64BE(BigInt(bare));
    needles.push({ how: 'binary bigint', bytes: wide }, { how: 'hex number', bytes: Buffer.from(BigInt(bare).toString(16)) });
  }
  if (/^\d{4}-\d\d-\d\d$/.test(secret)) {
    const days = Buffer.alloc(8);
    days.writeInt32BE(4, 0);
    days.writeInt32BE(Math.round((Date.parse(`${secret}T00:00:00Z`) - Date.UTC(2000, 0, 1)) / 86_400_000), 4);
    needles.push({ how: 'binary date', bytes: days });
  }
  // What is searched is folded to lower case, so these are, too: latin1, since they are bytes.
  const lowered = needles.map(({ how, bytes }) => ({ how, bytes: Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1') }));
  known.set(secret, lowered);
  return lowered;
}

// Match "5 1 7 9 3 8" and "5,1,7,9,3,8" of 517-938; miss "5179" alone.
function spacedOut(secret: string): RegExp {
  const bare = secret.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return new RegExp([...bare].join('[^a-z0-9]{1,3}'));
}
