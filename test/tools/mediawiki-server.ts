/**
 * A real MediaWiki for tests: Debian's package, an SQLite database in a temporary folder, PHP's own server.
 * Returns null where PHP or MediaWiki is not installed (`npm test` installs both as root on Debian).
 */
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';

const CODE = '/usr/share/mediawiki';

export interface WikiPage {
  readonly title: string;
  readonly text: string;
  /** Marked as a list of namesakes, as the Disambiguator extension of Wikipedia does. */
  readonly namesakes?: boolean;
  /** The item that Wikibase would say it belongs to. */
  readonly item?: string;
}

export interface WikiServer {
  readonly api: string;
  stop(): void;
}

export async function startMediaWiki(pages: readonly WikiPage[]): Promise<WikiServer | null> {
  if (!existsSync(join(CODE, 'maintenance/install.php')) || !existsSync('/usr/bin/php')) return null;
  const folder = mkdtempSync(join(tmpdir(), 'backstory-wiki-'));
  const port = await freePort();
  const env = {
    ...process.env,
    MW_CONFIG_FILE: join(folder, 'LocalSettings.php'),
  };
  const php = (script: string, args: string[], environment: NodeJS.ProcessEnv = env) =>
    execFileSync('/usr/bin/php', [join(CODE, 'maintenance', script), ...args], {
      env: environment,
      stdio: 'pipe',
    });

  const install = ['--dbtype', 'sqlite', '--dbpath', join(folder, 'data'), '--dbname', 'wiki', '--confpath', folder];
  install.push('--server', `http://127.0.0.1:${port}`, '--scriptpath', '', '--lang', 'en');
  install.push('--pass', 'a password of the test', '--extensions', 'TextExtracts,PageImages', 'Test wiki', 'Admin');
  php('install.php', install, process.env);

  const texts = join(folder, 'texts');
  mkdirSync(texts);
  for (const { title, text } of pages) writeFileSync(join(texts, `${title}.txt`), text);
  php(
    'importTextFiles.php',
    pages.map(({ title }) => join(texts, `${title}.txt`)),
  );
  const props = pages.flatMap(({ title, namesakes, item }) => [
    ...(namesakes ? [propOf(title, 'disambiguation', '')] : []),
    ...(item === undefined ? [] : [propOf(title, 'wikibase_item', item)]),
  ]);
  if (props.length > 0) {
    const file = join(folder, 'props.sql');
    writeFileSync(file, props.join('\n'));
    php('sql.php', [file]);
  }
  // A job that looks at a page anew would take its props for forgotten ones.
  appendFileSync(env.MW_CONFIG_FILE, '\n$wgJobRunRate = 0;\n');

  const server = spawn('/usr/bin/php', ['-S', `127.0.0.1:${port}`, '-t', CODE], {
    env: { ...env, PHP_CLI_SERVER_WORKERS: '3' },
    stdio: 'ignore',
    detached: true,
  });
  const stop = () => {
    // PHP's server forks its workers: the whole group goes.
    if (server.pid) process.kill(-server.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const api = `http://127.0.0.1:${port}/api.php`;
  for (let tries = 0; tries < 100; tries++) {
    const answers = await fetch(`${api}?action=query&meta=siteinfo&format=json`).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return { api, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error('MediaWiki was installed but does not answer');
}

function propOf(title: string, name: string, value: string): string {
  const page = `(SELECT page_id FROM page WHERE page_title = '${title.replaceAll(' ', '_').replaceAll("'", "''")}')`;
  return `INSERT INTO page_props VALUES (${page}, '${name}', '${value}', NULL);`;
}
