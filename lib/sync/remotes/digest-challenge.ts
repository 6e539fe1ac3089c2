/**
 * What a server asks for that wants a digest of name and password (RFC 7616), read from its `WWW-Authenticate`. Only where
 * that is what it asks for first: the password went as Basic already, and wrong ones are counted.
 */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  /** Sent back as it came; empty where there is none. */
  readonly opaque: string;
  /** As the server writes it; empty where it says nothing, which means MD5. */
  readonly algorithm: string;
  /** True where nonces of our own and a count belong into the answer, as they do since RFC 2617. */
  readonly counted: boolean;
}

/** `name=value`, `name="value"`, or the word that begins another challenge. */
const PART = /[\s,]*(?:([a-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"\\]+))|([a-z0-9_-]+)(?=\s|$))/iy;

/** Null: it wants no digest, or one that is not ours to give. */
export function readDigestChallenge(header: string | null): DigestChallenge | null {
  const all = challengesIn(header ?? '');
  if (all[0]?.scheme !== 'digest') return null;
  // Who has several names them from the strongest on.
  for (const { scheme, said } of all) {
    const [realm, nonce] = [said.get('realm'), said.get('nonce')];
    const algorithm = said.get('algorithm') ?? '';
    if (scheme !== 'digest' || realm === undefined || !nonce || !/^(md5(-sess)?)?$/i.test(algorithm)) continue;
    const counted = /(?:^|,)\s*auth\s*(?:,|$)/i.test(said.get('qop') ?? '');
    return { realm, nonce, opaque: said.get('opaque') ?? '', algorithm, counted };
  }
  return null;
}

interface Challenge {
  readonly scheme: string;
  readonly said: Map<string, string>;
}

function challengesIn(header: string): readonly Challenge[] {
  const found: Challenge[] = [];
  const part = new RegExp(PART);
  for (let match = part.exec(header); match; match = part.exec(header)) {
    const [, name, quoted, bare, scheme] = match;
    if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), said: new Map() });
    else if (name !== undefined) found.at(-1)?.said.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  return found;
}
