/** How fast names are found among a million surface forms, how much memory they take, how soon a pack is open. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compromise from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { openPack, writePack } from '../../lib/pack';
import { openSections } from '../../lib/pack/sections';
import { type BenchRow, inTurns, milliseconds } from './measure';
import { millionForms } from './million-forms';
import { newsText } from './news-text';

const FORMS = 1_000_000;
const TEXT_LENGTH = 1_000_000;
/** The others need seconds for a megabyte. */
const WINK_LENGTH = 100_000;
const COMPROMISE_LENGTH = 30_000;
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

export async function bench(): Promise<BenchRow[]> {
  const source = await millionForms(FORMS);
  const text = newsText(
    TEXT_LENGTH,
    source.entities.filter((entity) => !entity.key.startsWith('made-')),
  );
  const bytes = writePack(source);
  const pack = openPack(bytes);
  const { info } = pack;
  if (info.formCount < FORMS) throw new Error(`only ${info.formCount} forms`);

  const [plain, ours] = inTurns([() => plainPass(text), () => pack.detect(text)], 31, 10) as [number, number];
  const hits = pack.detect(text).length;
  console.error(
    `${info.formCount} forms; ${TEXT_LENGTH} characters with ${hits} hits: charCodeAt ${plain.toFixed(2)} ms, detect ${ours.toFixed(2)} ms`,
  );

  const wink = winkNlp(winkModel);
  const forWink = text.slice(0, WINK_LENGTH);
  const [theirs, oursToo] = inTurns(
    [() => wink.readDoc(forWink).entities().out(), () => pack.detect(forWink)],
    5,
    2,
  ) as [number, number];
  const forCompromise = text.slice(0, COMPROMISE_LENGTH);
  const [topics, oursAgain] = inTurns(
    [() => compromise(forCompromise).topics().out('array'), () => pack.detect(forCompromise)],
    5,
    2,
  ) as [number, number];

  const { views } = openSections(bytes);
  const formBytes = FORM_SECTIONS.reduce((sum, section) => sum + views[section].byteLength, 0);

  return [
    {
      what: 'detection over 1,000,000 surface forms ÷ plain `charCodeAt` pass',
      measured: ours / plain,
      unit: '×',
      limit: 4,
      bound: 'at most',
    },
    { what: 'wink-nlp ÷ detection, same text', measured: theirs / oursToo, unit: '×', limit: 30, bound: 'at least' },
    {
      what: 'compromise ÷ detection, same text',
      measured: topics / oursAgain,
      unit: '×',
      limit: 500,
      bound: 'at least',
    },
    {
      what: 'memory of a surface form',
      measured: formBytes / info.formCount,
      unit: 'bytes',
      limit: 18,
      bound: 'at most',
    },
    {
      what: 'opening a pack of 1,000,000 surface forms ÷ reading its bytes',
      measured: opening(bytes),
      unit: '×',
      limit: 1.5,
      bound: 'at most',
    },
  ];
}

function opening(bytes: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-bench-'));
  const file = join(folder, 'million.pack');
  try {
    writeFileSync(file, bytes);
    const [reading, opened] = inTurns([() => readFileSync(file), () => openPack(readFileSync(file))], 41) as [
      number,
      number,
    ];
    console.error(
      `pack of ${(bytes.length / 1e6).toFixed(1)} MB: read ${reading.toFixed(2)} ms, read and open ${opened.toFixed(2)} ms, open alone ${milliseconds(() => openPack(bytes)).toFixed(3)} ms`,
    );
    return opened / reading;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
