/** Texts that only a hostile page would contain: four times the text may take four times the time, not sixteen. */
import { cachedPack } from '../../assets/knowledge/cached-pack';
import { linkStory, type Story } from '../../lib/linking';
import { openPack, type Pack } from '../../lib/pack';
import { asInMessage, CHOICES, openWritten } from './linking';
import { type BenchRow, processorMilliseconds } from './measure';

/** Four times the text: 4 is linear, 16 is a square. Memory that fills up costs more than a line would. */
const LIMIT = 8;
const TIMES = 4;
const RUNS = 3;

/** In one block. */
const TEXTS: Readonly<Record<string, (part: number) => string>> = {
  '1,000,000 characters without a space': (part) => 'Ab1é'.repeat(250_000 * part),
  '“al-al-al-…” of 100 kB': (part) => 'al-'.repeat(33_000 * part),
  '“Al-Al-Al-…” of 100 kB': (part) => 'Al-'.repeat(33_000 * part),
  '50,000 mentions of one name': (part) => `Vladimir Putin spoke. ${'Putin spoke. '.repeat(50_000 * part)}`,
  '50,000 mentions of a name of many': (part) =>
    `John Smith and Brad Smith spoke. ${'Smith spoke. '.repeat(50_000 * part)}`,
  '50,000 mentions of a name that needs company': (part) => `Brazil met. ${'Congress met. '.repeat(50_000 * part)}`,
  '50,000 places in a row': (part) => 'Georgia, '.repeat(50_000 * part),
  'news of 1,000,000 characters': (part) =>
    'Yesterday President Barack Obama told Smith in Georgia that NATO (NATO) and the general would wait, he said. '.repeat(
      9_000 * part,
    ),
};

export async function bench(): Promise<BenchRow[]> {
  const bundled = openPack((await cachedPack()).bytes);
  const written = await openWritten();
  return Object.entries(TEXTS).flatMap(([what, text]) => [
    growth(what, 'the bundled pack', bundled, text),
    growth(what, 'the written tables alone', written, text),
  ]);
}

function growth(what: string, name: string, pack: Pack, text: (part: number) => string): BenchRow {
  const [small, large] = [storyOf(text(1 / TIMES)), storyOf(text(1))];
  const link = (story: Story): number => processorMilliseconds(() => linkStory([pack], story, CHOICES).mentions.length);
  link(small);
  const [one, four] = [small, large].map((story) => Math.min(...Array.from({ length: RUNS }, () => link(story))));
  console.error(`${what}, ${name}: ${one?.toFixed(0)} ms for a quarter, ${four?.toFixed(0)} ms for all`);
  return {
    what: `${what} ÷ a quarter of it, ${name}`,
    measured: (four ?? 0) / (one ?? 0),
    unit: '×',
    limit: LIMIT,
    bound: 'at most',
  };
}

const storyOf = (text: string): Story =>
  asInMessage({ day: '2016-11-27', title: '', blocks: [{ id: 0, text, role: 'body' }], memory: null });
