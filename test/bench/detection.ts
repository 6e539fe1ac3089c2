/** How fast names are found among a million surface forms, how much memory they take, how soon a pack is open. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compromise from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { openPack } from '../../lib/pack';
import { openSections } from '../../lib/pack/sections';
import { type BenchRow, inTurns, milliseconds, sink, type Times } from './measure';
import { flat } from './news-text';

const FORMS = 1_000_000;
const TEXT_LENGTH = 1_000_000;
const STORY_LENGTH = 5_000;
const WARM_UPS = 10;
/** compromise needs most of a minute for a megabyte. */
const COMPROMISE_LENGTH = 50_000;
const FORM_SECTIONS = [
  'words',
  'prefixes',
  'forms',
  'candidateEntities',
  'candidateTraits',
  'conditions',
  'company',
  'skeletons',
] as const;

function plainPass(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

/**
 * Writes pack and text in another process: the extension only ever reads packs, and an engine that has run the writer
 * has compiled what both share for the writer's needs.
 */
function prepare(folder: string): void {
  const program = fileURLToPath(new URL('million-forms.ts', import.meta.url));
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', program, folder, String(FORMS), String(TEXT_LENGTH)],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('the pack of a million forms could not be written');
}

export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-bench-'));
  try {
    prepare(folder);
    return measure(join(folder, 'million.pack'), readFileSync(join(folder, 'news.txt'), 'utf16le'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(file: string, text: string): BenchRow[] {
  const bytes = readFileSync(file);
  const pack = openPack(bytes);
  const { formCount } = pack.info;
  if (formCount < FORMS) throw new Error(`only ${formCount} forms`);

  // Warmed up on pieces as long as a story, which is what the extension detects in. A first call with a megabyte would
  // be compiled half-way through it (on-stack replacement), with less known of it, and in one run of three stay so.
  for (let round = 0; round < WARM_UPS; round++) {
    for (let at = 0; at < TEXT_LENGTH; at += STORY_LENGTH) {
      const story = flat(text.slice(at, at + STORY_LENGTH));
      sink[0] = plainPass(story);
      sink[0] = pack.detect(story);
    }
  }

  // Best times, here and below: other programs on the machine spoil the caches for tables of 6 MB, but not for a plain
  // pass, so that medians of a busy machine measure its neighbours.
  const [plain, ours] = pair(inTurns([() => plainPass(text), () => pack.detect(text)], 101));
  console.error(
    `${formCount} forms, ${TEXT_LENGTH} characters, ${pack.detect(text).length} hits. Best: charCodeAt ` +
      `${plain.best.toFixed(2)} ms, detect ${ours.best.toFixed(2)} ms; medians ${plain.median.toFixed(2)} and ` +
      `${ours.median.toFixed(2)} ms (${(ours.median / plain.median).toFixed(2)}×)`,
  );

  const wink = winkNlp(winkModel);
  const [byWink, besideWink] = pair(
    inTurns([() => wink.readDoc(text).entities().out(), () => pack.detect(text)], 7, 2),
  );
  const forCompromise = flat(text.slice(0, COMPROMISE_LENGTH));
  const [byCompromise, besideCompromise] = pair(
    inTurns([() => compromise(forCompromise).topics().out('array'), () => pack.detect(forCompromise)], 7, 2),
  );

  const { sections } = openSections(bytes);
  const formBytes = FORM_SECTIONS.reduce((sum, section) => sum + sections[section].view.byteLength, 0);

  return [
    {
      what: 'detection over 1,000,000 surface forms ÷ plain `charCodeAt` pass',
      measured: ours.best / plain.best,
      unit: '×',
      limit: 4,
      bound: 'at most',
    },
    {
      what: 'wink-nlp ÷ detection, same text',
      measured: byWink.best / besideWink.best,
      unit: '×',
      limit: 30,
      bound: 'at least',
    },
    {
      what: 'compromise ÷ detection, same text',
      measured: byCompromise.best / besideCompromise.best,
      unit: '×',
      limit: 500,
      bound: 'at least',
    },
    {
      what: 'memory of a surface form',
      measured: formBytes / formCount,
      unit: 'bytes',
      limit: 18,
      bound: 'at most',
    },
    {
      what: 'opening a pack of 1,000,000 surface forms ÷ reading its bytes',
      measured: opening(file),
      unit: '×',
      limit: 1.5,
      bound: 'at most',
    },
  ];
}

const pair = (times: readonly Times[]): readonly [Times, Times] => [times[0]!, times[1]!];

function opening(file: string): number {
  const [reading, opened] = pair(inTurns([() => readFileSync(file), () => openPack(readFileSync(file))], 41));
  const bytes = readFileSync(file);
  console.error(
    `${(bytes.length / 1e6).toFixed(1)} MB: read ${reading.best.toFixed(2)} ms, read and open ` +
      `${opened.best.toFixed(2)} ms, open alone ${milliseconds(() => openPack(bytes)).toFixed(3)} ms`,
  );
  return opened.best / reading.best;
}
