/** The import rules of ARCHITECTURE.md, as a test. A rule that has to change is changed there first. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Room → rooms that it may import. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  lists: [],
  bytes: [],
  text: [],
  time: [],
  facts: ['time'],
  dating: ['time'],
  language: ['text', 'facts'],
  pack: ['lists', 'bytes', 'text', 'time', 'facts', 'language'],
  linking: ['lists', 'text', 'time', 'facts', 'language', 'pack'],
  hover: ['facts'],
  'story-background': ['time', 'facts'],
  map: ['facts', 'story-background'],
  recall: [],
  lookup: ['text', 'time', 'facts', 'language', 'pack'],
  settings: ['facts', 'hover'],
  'remote-kinds': [],
  database: ['time', 'facts', 'lookup', 'remote-kinds'],
  knowledge: ['text', 'time', 'facts', 'story-background', 'pack', 'linking', 'lookup', 'settings', 'database'],
  notes: ['lists', 'bytes', 'text', 'time', 'facts', 'database'],
  sync: ['bytes', 'facts', 'settings', 'remote-kinds', 'database', 'notes'],
  page: ['lists', 'text', 'time', 'facts', 'dating', 'linking', 'hover', 'settings'],
  // On top: it says what the rooms tell one another. Of those with a database or a page it knows the types alone.
  messages: [
    'time',
    'facts',
    'story-background',
    'map',
    'dating',
    'linking',
    'lookup',
    'knowledge',
    'notes',
    'page',
    'settings',
    'remote-kinds',
    'sync',
  ],
  border: ['messages'],
};

/** Inner rooms, each a folder that knows the ones before it. What all of them share stands above them. */
const INNER_ROOMS: Readonly<Record<string, readonly string[]>> = {
  linking: ['read', 'known', 'find', 'around', 'evidence', 'decide', 'point-back', 'mark', 'visit', 'unknown'],
  page: ['dom', 'recognise', 'read', 'watch', 'point', 'show', 'visit'],
};

/** Package → where it may be imported. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  dexie: /^lib\/(database|knowledge|notes)\//,
  yjs: /^(lib\/notes|entrypoints)\//,
  '@noble/curves': /^lib\/sync\/vault\//,
  'age-encryption': /^lib\/sync\/vault\//,
  stemmer: /^lib\/language\/en\//,
  'ts-fsrs': /^lib\/recall\//,
  sax: /^lib\/sync\/remotes\//,
  papaparse: /^lib\/notes\/formats\//,
  yaml: /^lib\/notes\/formats\//,
  preact: /^(components|entrypoints)\//,
  'd3-geo': /^lib\/map\//,
  'topojson-client': /^lib\/map\//,
  'wxt/browser': /^lib\/messages\/browser\.ts$/,
  '@webext-core/messaging': /^lib\/messages\//,
  'webextension-polyfill': /^$/,
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

const source = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));

const imports: Import[] = files.flatMap((file) => {
  const found: Import[] = [];
  const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  for (const [, typeOnly, target] of (source.get(file) ?? '').matchAll(statement)) {
    found.push({ file, target: resolve(file, target ?? ''), typeOnly: typeOnly !== undefined });
  }
  return found;
});

function resolve(file: string, target: string): string {
  return target.startsWith('.') ? normalize(join(dirname(file), target)).replaceAll('\\', '/') : target;
}

function roomOf(path: string): string | null {
  return /^lib\/([^/]+)/.exec(path)?.[1] ?? null;
}

const show = ({ file, target }: Import) => `${file} → ${target}`;

describe('the source tree', () => {
  it('has only the rooms that ARCHITECTURE.md lists', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => room !== null && !(room in ROOMS))).toEqual([]);
  });

  it('lets a room import only the rooms below it, and only through their index', () => {
    const wrong = imports.filter(({ file, target }) => {
      const from = roomOf(file);
      const to = roomOf(target);
      if (to === null || from === to) return false;
      if (target !== `lib/${to}`) return true;
      return from !== null && !ROOMS[from]?.includes(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it.each(Object.entries(INNER_ROOMS))('imports in one direction within %s, types included', (room, steps) => {
    const stepOf = (path: string) => new RegExp(`^lib/${room}/([^/]+)/`).exec(path)?.[1] ?? null;
    const folders = new Set(files.map(stepOf).filter((step) => step !== null));
    expect([...folders].sort()).toEqual(steps.toSorted());
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [stepOf(file), stepOf(target)];
      return from !== null && to !== null && steps.indexOf(to) > steps.indexOf(from);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('has every file of the page in one of its inner rooms', () => {
    expect(files.filter((file) => /^lib\/page\/[^/]+$/.test(file))).toEqual(['lib/page/index.ts']);
  });

  it('writes dates for the reader in one place', () => {
    const writers = files.filter(
      (file) => !file.startsWith('lib/') && /DateTimeFormat|toLocale(Date|Time)?String/.test(source.get(file) ?? ''),
    );
    expect(writers).toEqual(['components/kit/dates.ts']);
  });

  it('has no circle of rooms, types included', () => {
    const before: string[] = [];
    for (const [room, below] of Object.entries(ROOMS)) {
      expect(
        below.filter((one) => !before.includes(one)),
        `${room} stands before what it is built on`,
      ).toEqual([]);
      before.push(room);
    }
  });

  it('keeps the code of rooms out of messages, which runs in every frame', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        file.startsWith('lib/messages/') &&
        !['messages', 'time', 'facts', 'remote-kinds', null].includes(roomOf(target)) &&
        !typeOnly,
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('uses each package only in its rooms', () => {
    const wrong = imports.filter(({ file, target }) =>
      Object.entries(PACKAGES).some(
        ([name, allowed]) => (target === name || target.startsWith(`${name}/`)) && !allowed.test(file),
      ),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('gives components the types of rooms, never their code except the calendar', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        file.startsWith('components/') &&
        (target.startsWith('entrypoints/') || (![null, 'time'].includes(roomOf(target)) && !typeOnly)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('lets nothing in lib know the components or the entrypoints', () => {
    const wrong = imports.filter(
      ({ file, target }) => file.startsWith('lib/') && /^(components|entrypoints)\//.test(target),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('touches the browser only where the borders are', () => {
    const allowed = /^(entrypoints|lib\/messages|lib\/settings|lib\/sync\/remotes)\//;
    const users = files.filter((file) => /\b(browser|chrome)\.[a-z]+[.(]/i.test(source.get(file) ?? ''));
    expect(users.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('uses no clock and no randomness in the pure rooms', () => {
    const pure = files.filter((file) =>
      [
        'lists',
        'bytes',
        'text',
        'time',
        'language',
        'pack',
        'linking',
        'facts',
        'dating',
        'hover',
        'lookup',
        'story-background',
        'map',
      ].includes(roomOf(file) ?? ''),
    );
    const impure = pure.filter((file) =>
      /Date\.now|new Date\(\)|Math\.random|performance\./.test(source.get(file) ?? ''),
    );
    expect(impure).toEqual([]);
  });

  it('counts days in one room only', () => {
    const calendar = /% 400\b|\bget(UTC)?FullYear\b|toISOString\(\)\.slice|replace\('~'|getUTCDate|\[31, 2[89]/;
    const users = files.filter((file) => calendar.test(source.get(file) ?? ''));
    expect([...new Set(users.map((file) => roomOf(file) ?? file))]).toEqual(['time']);
  });

  it('checks errors by name where parts of the background meet, since each has its own class', () => {
    const meeting = files.filter((file) => file.startsWith('entrypoints/background/'));
    const own = files.flatMap((file) =>
      [...(source.get(file) ?? '').matchAll(/class (\w+) extends (?:Error|\w+Error)\b/g)].map(([, name]) => name ?? ''),
    );
    expect(own).toContain('SessionTakenError');
    const asked = new RegExp(`instanceof (${own.join('|')})\\b`);
    expect(meeting.filter((file) => asked.test(source.get(file) ?? ''))).toEqual([]);
  });

  it('never writes markup as text', () => {
    const unsafe = /innerHTML|outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/;
    expect(files.filter((file) => unsafe.test(source.get(file) ?? ''))).toEqual([]);
  });

  it('has no cycles of files', () => {
    const next = new Map<string, string[]>();
    for (const { file, target, typeOnly } of imports) {
      if (typeOnly) continue;
      const goal = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) => source.has(path));
      if (goal) next.set(file, [...(next.get(file) ?? []), goal]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const goal of next.get(file) ?? []) walk(goal, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('says why when a file is long', () => {
    const long = files.filter((file) => (source.get(file) ?? '').split('\n').length > 300);
    expect(long.filter((file) => !/^\s*\/\*\*[\s\S]{0,1500}\blong\b/.test(source.get(file) ?? ''))).toEqual([]);
  });

  it('keeps the top level to the listed folders', () => {
    const known =
      /^(entrypoints|components|lib|assets|test|wxt\.config\.ts|package(-lock)?\.json|tsconfig\.json|(README|ARCHITECTURE|CHANGELOG|PRIVACY|CONTRIBUTING)\.md|LICENSE|node_modules|\..+)$/;
    expect(readdirSync(ROOT).filter((name) => !known.test(name))).toEqual([]);
  });
});

it('finds imports at all', () => {
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.some(({ target }) => target === 'lib/facts')).toBe(true);
  expect(relative(ROOT, fileURLToPath(import.meta.url))).toBe(join('test', 'unit', 'architecture.test.ts'));
});
