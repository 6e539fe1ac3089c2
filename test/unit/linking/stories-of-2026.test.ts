import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory, type Mention } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { type GoldLabel, labelsIn, readGold } from './gold-story';
import { judge } from './judge-story';

/**
 * News of 2026 as a paper would tell it, with its minor names. Nothing is fitted on these stories, and all their names are
 * labelled, those too that the tables do not hold: how much of a story of today has a card.
 */
const STORIES = fileURLToPath(new URL('../../fixtures/stories-of-2026', import.meta.url));
const LEAST_COVERED = 2 / 3;
/** Stories that are not there yet, with how many of their names have a card by now: a row goes out when it is reached. */
const NOT_YET: Readonly<Record<string, number>> = {
  'minneapolis-raids-2026.gold.txt': 41,
  'netflix-walks-away-2026.gold.txt': 52,
};

const names = readdirSync(STORIES).filter((name) => name.endsWith('.gold.txt'));
const pack = openPack((await cachedPack()).bytes);

/** Who or what a label names: one entity, however often and by whatever form the story names it. */
const namedBy = ({ keys, surface }: GoldLabel): string => keys[0] ?? surface;

const overlaps = (label: GoldLabel, mention: Mention): boolean =>
  mention.block === label.block && mention.start < label.end && label.start < mention.end;

/** Of all that the story names, by whether a right card opens on it anywhere. Adjectives and nouns are no names. */
function coverage(labels: readonly GoldLabel[], mentions: readonly Mention[]) {
  const covered = new Map<string, boolean>();
  for (const label of labels.filter(({ type }) => type === 'asked' || type === 'other')) {
    const opens = mentions.some((mention) => overlaps(label, mention) && label.keys.includes(mention.entity));
    covered.set(namedBy(label), opens || covered.get(namedBy(label)) === true);
  }
  const without = [...covered].filter(([, has]) => !has).map(([name]) => name);
  return { names: covered.size, covered: covered.size - without.length, without };
}

const judged = names.map((name) => {
  const { story, labels } = readGold(readFileSync(join(STORIES, name), 'utf8'));
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  const known = labelsIn(pack, labels);
  return { name, day: story.day, ...judge(story, known, mentions), coverage: coverage(known, mentions) };
});

describe('stories of 2026, with the real knowledge tables', () => {
  it('are three, from that year', () => {
    expect(judged.map(({ day }) => day?.slice(0, 4))).toEqual(['2026', '2026', '2026']);
  });

  it.each(judged)('$name: no card on a wrong name or on other words', ({ wrong, extra }) => {
    expect([...wrong, ...extra].join('\n')).toBe('');
  });

  it.each(judged)('$name: a card for two thirds of the names', ({ name, coverage }) => {
    expect(coverage.names).toBeGreaterThan(40);
    const told = `${coverage.covered} of ${coverage.names}; without: ${coverage.without.join(', ')}`;
    const share = coverage.covered / coverage.names;
    const known = NOT_YET[name];
    if (known === undefined) expect(share, told).toBeGreaterThanOrEqual(LEAST_COVERED);
    else {
      expect(coverage.covered, told).toBeGreaterThanOrEqual(known);
      expect(share, `${told}: take it out of NOT_YET`).toBeLessThan(LEAST_COVERED);
    }
  });
});
