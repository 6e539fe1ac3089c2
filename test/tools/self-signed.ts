/** An untrusted certificate for this machine; null where openssl is not installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OPENSSL = '/usr/bin/openssl';

export function selfSigned(): { readonly key: string; readonly cert: string } | null {
  if (!existsSync(OPENSSL)) return null;
  const home = mkdtempSync(join(tmpdir(), 'backstory-certificate-'));
  const [key, cert] = [join(home, 'server.key'), join(home, 'server.crt')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30'];
  execFileSync(OPENSSL, [...kind, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(home, { recursive: true });
  return made;
}
