/**
 * A build that is kept up to date: after a change only the entrypoints that contain the changed file are built. It is
 * the demo build (with access to pages of this machine), not minified, in a folder of its own, which no test reads.
 */
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOutput, build, type InlineConfig } from 'wxt';

/** The cheapest entrypoint: with any build come all public files and the knowledge pack. */
const CHEAPEST = 'marks';
/** What no chunk holds and every build copies or makes anew. */
const COPIED = /\/assets\/(public\/.*|knowledge\/.*\.tsv)$|\/entrypoints\/marks\.content\.css$/;

type Step = BuildOutput['steps'][number];

export interface DevBuild {
  /** Of the unpacked extension. */
  readonly folder: string;
  /** Builds what these files are in, and what failed before; all, the first time. Returns names of entrypoints. */
  update(changed: readonly string[]): Promise<readonly string[]>;
}

export function createDevBuild(root: string): DevBuild {
  const output = join(root, '.output');
  const folder = join(output, 'chrome-mv3-dev');
  const scratch = 'chrome-mv3-dev-next';
  let steps: readonly Step[] = [];
  let pending: readonly string[] = [];

  const config: InlineConfig = {
    root,
    browser: 'chrome',
    mode: 'demo',
    // The browser goes on with what it has until the next is whole.
    outDirTemplate: scratch,
    vite: () => ({ build: { minify: false } }),
    logger: QUIET,
  };

  return {
    folder,
    async update(changed) {
      pending = [...new Set([...pending, ...changed])];
      const touched = touchedSteps(steps, pending);
      const names = touched?.flatMap(namesOf);
      const built = await build(names ? { ...config, filterEntrypoints: [CHEAPEST, ...names] } : config);
      // The manifest of a part names that part alone.
      const isWanted = (file: string) => names === undefined || file !== join(output, scratch, 'manifest.json');
      if (names === undefined) rmSync(folder, { recursive: true, force: true });
      if (names === undefined) renameSync(join(output, scratch), folder);
      else cpSync(join(output, scratch), folder, { recursive: true, filter: isWanted });
      rmSync(join(output, scratch), { recursive: true, force: true });
      const anew = new Set(built.steps.flatMap(namesOf));
      steps = [...steps.filter((step) => !namesOf(step).some((name) => anew.has(name))), ...built.steps];
      pending = [];
      return [...anew];
    },
  };
}

/** Null: all, since a file that nobody is known to hold may be new, or make the build itself. */
function touchedSteps(steps: readonly Step[], files: readonly string[]): readonly Step[] | null {
  const touched = new Set<Step>();
  for (const file of files.map((path) => path.replaceAll('\\', '/'))) {
    const holding = steps.filter((step) => holds(step, file));
    if (holding.length === 0 && !COPIED.test(file)) return null;
    for (const step of holding) touched.add(step);
  }
  return files.length === 0 || steps.length === 0 ? null : [...touched];
}

const holds = ({ chunks }: Step, file: string): boolean =>
  chunks.some((chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.split('?')[0] === file));

const namesOf = ({ entrypoints }: Step): string[] => [entrypoints].flat().map(({ name }) => name);

const silent = () => {};
const inShort = (said: unknown) => (said instanceof Error ? said.message : said);
/** WXT lists every file at every build; what is wrong is all that counts here. */
const QUIET: NonNullable<InlineConfig['logger']> = {
  debug: silent,
  log: silent,
  info: silent,
  success: silent,
  warn: (...said) => {
    if (!String(said[0]).includes('entrypoints have been skipped')) console.warn(...said);
  },
  error: (...said) => console.error(...said.map(inShort)),
  fatal: (...said) => console.error(...said.map(inShort)),
  level: 3,
};
