import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { About } from '../../../lib/linking/around/clue';

const FOLDER = new URL('../../../lib/linking/evidence/', import.meta.url);
/** What is in the folder beside the pieces of evidence. */
const NO_PIECES = ['scorer.ts', 'table.ts', 'weights.ts', 'README.md'];

export const EVIDENCE_FILES: readonly string[] = readdirSync(FOLDER).filter((file) => !NO_PIECES.includes(file));

/** What each file says of its piece of evidence, by the name of the piece. It is no part of what readers load. */
export async function aboutEvidence(): Promise<ReadonlyMap<string, About>> {
  const told = new Map<string, About>();
  for (const file of EVIDENCE_FILES) {
    const { about } = (await import(pathToFileURL(fileURLToPath(new URL(file, FOLDER))).href)) as { about: About };
    told.set(
      file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      about,
    );
  }
  return told;
}
