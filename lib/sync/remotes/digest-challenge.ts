/**
 * Reads a server's digest challenge (RFC 7616) from `WWW-Authenticate`. Only if digest is its first choice: the
 * password was already sent as Basic, and servers count failures.
 */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  /** Sent back unchanged; empty if there is none. */
  readonly opaque: string;
  /** As the server writes it; empty if omitted, which means MD5. */
  readonly algorithm: string;
  /** Must the answer include our own nonce and a count, as since RFC 2617? */
  readonly counted: boolean;
}

/** `name=value`, `name="value"`, or a word that starts another challenge. */
const PART = /[\s,]*(?:([a-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"\\]+))|([a-z0-9_-]+)(?=\s|$))/iy;

/** Null: no digest is asked for, or only kinds we do not support. */
export function readDigestChallenge(header: string | null): DigestChallenge | null {
  const all = challengesIn(header ?? '');
  if (all[0]?.scheme !== 'digest') return null;
  // Servers list the strongest first.
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
