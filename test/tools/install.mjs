/**
 * What `npm start` and `npm test` need and a fresh machine may lack. Plain JavaScript without packages: it runs first.
 * Node modules come from the lockfile; programs by apt when root on Debian, otherwise the reader is told what to install.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Program → names under which it may be installed, and Debian's packages for it. */
const PROGRAMS = {
  chromium: {
    names: ['chromium', 'chromium-browser'],
    variable: 'BACKSTORY_CHROMIUM',
    packages: ['chromium', 'fonts-liberation', 'fonts-dejavu-core'],
  },
  firefox: { names: ['firefox-esr', 'firefox'], variable: 'BACKSTORY_FIREFOX', packages: ['firefox-esr'] },
  mediawiki: {
    files: ['/usr/share/mediawiki/maintenance/install.php', '/usr/bin/php'],
    packages: ['mediawiki', 'php-sqlite3', 'php-cli', 'php-mbstring', 'php-xml', 'php-intl'],
  },
  // Not `apache2`: that one is the service, which Debian starts at once on port 80. This is the program alone.
  apache: {
    files: ['/usr/sbin/apache2', '/usr/lib/apache2/modules/mod_dav_fs.so', '/usr/bin/openssl'],
    packages: ['apache2-bin', 'openssl'],
  },
  rclone: { files: ['/usr/bin/rclone'], packages: ['rclone'] },
  age: { names: ['age'], packages: ['age'] },
};

/** Path of an installed program, or null. */
export function findProgram(name) {
  const { names = [], files = [], variable } = PROGRAMS[name];
  if (variable && process.env[variable]) return process.env[variable];
  if (files.length > 0) return files.every((file) => existsSync(file)) ? files[0] : null;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = names.map((file) => join(folder, file)).find((path) => existsSync(path));
    if (found) return found;
  }
  return null;
}

export function installModules() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  if (existsSync(installed) && packagesOf(installed) === wanted) return;
  console.log('Installing the node modules of the lockfile');
  // Not `npm ci`: it insists on lines for the binaries of every platform, which a lockfile made from a mirror may lack.
  // With the lockfile there, `install` takes the very versions it names; `--no-save` leaves the file alone.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Exits with a clear word when something is missing that cannot be installed here. */
export function installPrograms(names) {
  const missing = names.filter((name) => findProgram(name) === null);
  if (missing.length === 0) return;
  const packages = missing.flatMap((name) => PROGRAMS[name].packages);
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/etc/debian_version')) {
    console.error(`Missing here: ${missing.join(', ')}.`);
    console.error(`On Debian, install them with: sudo apt-get install ${packages.join(' ')}`);
    console.error('Elsewhere, install them your way; BACKSTORY_CHROMIUM and BACKSTORY_FIREFOX can name the browsers.');
    process.exit(1);
  }
  console.log(`Installing ${packages.join(', ')}`);
  const apt = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], apt);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], apt);
}

/** Runs a program in the project's folder; ends this process with its code when it fails. */
export function run(program, args, environment = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (error) console.error(String(error));
  if (status !== 0) process.exit(status ?? 1);
}

/** Does the machine have a screen to open a window on? */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return !process.env.CI;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Names and versions that a lockfile installs here, as one comparable text. */
function packagesOf(lockfile) {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .map(([path, { version }]) => `${path}@${version}`)
    .sort()
    .join('\n');
}

/** The version line of a program, for the record of a run. */
export function versionOf(path) {
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
}
