/**
 * Real WebDAV servers for tests, each on a free port of loopback with a folder of its own: Apache's mod_dav and
 * `rclone serve webdav`. Null where the program is not installed (`npm test` installs both as root on Debian).
 *
 * Apache is Debian's `apache2-bin`, the program without the service: nothing listens on port 80 and nothing is started
 * with the machine. It runs with a configuration of its own, in the foreground, and ends with the test.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';

const APACHE = '/usr/sbin/apache2';
const MODULES = '/usr/lib/apache2/modules';
const RCLONE = '/usr/bin/rclone';
const OPENSSL = '/usr/bin/openssl';

/** A colon, a quote and letters beyond ASCII: what goes wrong in a header goes wrong here. */
export const LOGIN = { user: 'reader', password: 'pass:"wörd” 100%' } as const;

export interface WebDavServer {
  /** `http://127.0.0.1:PORT/dav/`, a folder that is there and empty. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** The same folder on the disk. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface ApacheOptions {
  /** With a certificate that it signed itself. */
  readonly tls?: boolean;
  readonly digest?: boolean;
  /** Further lines of its configuration. */
  readonly lines?: readonly string[];
}

export async function startApache({
  tls = false,
  digest = false,
  lines = [],
}: ApacheOptions = {}): Promise<WebDavServer | null> {
  if (!existsSync(APACHE) || !existsSync(`${MODULES}/mod_dav_fs.so`)) return null;
  const home = mkdtempSync(join(tmpdir(), 'backstory-apache-'));
  const folder = join(home, 'files');
  const locks = join(home, 'locks');
  for (const each of [folder, locks]) mkdirSync(each);
  // Started by root it works as a user who may do nothing; started by anyone else as that user.
  const root = process.getuid?.() === 0;
  if (root) {
    const [, , uid, gid] = /^www-data:([^:]*):(\d+):(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
    chmodSync(home, 0o755);
    for (const each of [folder, locks]) chownSync(each, Number(uid), Number(gid));
  }
  const port = await freePort();
  const { user } = LOGIN;
  // Digests are older than the agreement on UTF-8: Latin letters alone.
  const password = digest ? 'a plain password' : LOGIN.password;
  writeFileSync(join(home, 'users'), digest ? digestLine(user, password) : basicLine(user, password));
  if (tls) makeCertificate(home);
  const modules = [
    'mpm_event',
    'authn_core',
    'authn_file',
    'authz_core',
    'authz_user',
    'alias',
    'mime',
    'dav',
    'dav_fs',
  ];
  modules.push(digest ? 'auth_digest' : 'auth_basic', ...(tls ? ['socache_shmcb', 'ssl'] : []));
  const configuration = [
    ...modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
    ...(root ? ['User www-data', 'Group www-data'] : []),
    `ServerRoot ${home}`,
    `DefaultRuntimeDir ${home}`,
    `PidFile ${home}/pid`,
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${port}`,
    `ErrorLog ${home}/error.log`,
    'TypesConfig /dev/null',
    'StartServers 1',
    'ServerLimit 2',
    'ThreadsPerChild 16',
    'MaxRequestWorkers 32',
    `DavLockDB ${locks}/dav`,
    ...(tls
      ? ['SSLEngine on', `SSLCertificateFile ${home}/server.crt`, `SSLCertificateKeyFile ${home}/server.key`]
      : []),
    `Alias /dav ${folder}`,
    '<Location /dav>',
    'Dav On',
    digest ? 'AuthType Digest' : 'AuthType Basic',
    'AuthName backstory',
    `AuthUserFile ${home}/users`,
    'Require valid-user',
    '</Location>',
    ...lines,
  ];
  writeFileSync(join(home, 'apache.conf'), `${configuration.join('\n')}\n`);
  const server = spawn(APACHE, ['-f', join(home, 'apache.conf'), '-DFOREGROUND'], { stdio: 'ignore', detached: true });
  const address = `${tls ? 'https' : 'http'}://127.0.0.1:${port}/dav/`;
  return running(server, { address, user, password, folder }, home, () => read(join(home, 'error.log')), !tls);
}

export async function startRclone(): Promise<WebDavServer | null> {
  if (!existsSync(RCLONE)) return null;
  const home = mkdtempSync(join(tmpdir(), 'backstory-rclone-'));
  const folder = join(home, 'files');
  mkdirSync(folder);
  const port = await freePort();
  const options = [
    '--addr',
    `127.0.0.1:${port}`,
    '--baseurl',
    '/dav',
    '--config',
    join(home, 'none'),
    '--dir-cache-time',
    '0s',
  ];
  const server = spawn(RCLONE, ['serve', 'webdav', folder, ...options, '--log-file', join(home, 'log')], {
    stdio: 'ignore',
    detached: true,
    // Not as arguments: those are for everyone on the machine to read.
    env: { ...process.env, RCLONE_USER: LOGIN.user, RCLONE_PASS: LOGIN.password },
  });
  const address = `http://127.0.0.1:${port}/dav/`;
  return running(server, { address, ...LOGIN, folder }, home, () => read(join(home, 'log')));
}

async function running(
  server: ChildProcess,
  known: Omit<WebDavServer, 'stop'>,
  home: string,
  log: () => string,
  ask = true,
): Promise<WebDavServer> {
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const kill = () => {
    // Apache works in children: the whole group goes.
    if (server.pid && server.exitCode === null && server.signalCode === null) process.kill(-server.pid, 'SIGKILL');
  };
  process.once('exit', kill);
  const stop = async () => {
    process.removeListener('exit', kill);
    kill();
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries++) {
    const answers = await fetch(known.address).then(
      () => true,
      // Node refuses the self-signed certificate, which is an answer too.
      (error: Error) => !ask && (error.cause as { code?: string } | undefined)?.code !== 'ECONNREFUSED',
    );
    if (answers) return { ...known, stop };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const why = log();
  await stop();
  throw new Error(`a WebDAV server is installed but does not answer: ${why}`);
}

/** The oldest form that every build of Apache reads; the password is worth nothing. */
const basicLine = (user: string, password: string) =>
  `${user}:{SHA}${createHash('sha1').update(password, 'utf8').digest('base64')}\n`;

const digestLine = (user: string, password: string) =>
  `${user}:backstory:${createHash('md5').update(`${user}:backstory:${password}`).digest('hex')}\n`;

function makeCertificate(home: string): void {
  const files = ['-keyout', join(home, 'server.key'), '-out', join(home, 'server.crt')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30'];
  execFileSync(OPENSSL, [...kind, ...files, ...subject], { stdio: 'ignore' });
}

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
