import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { labelsIn } from './gold-story';
import { judge } from './judge-story';
import { readLabelled } from './labelled-stories';

const LEAST_RECALL = 0.95;
const pack = openPack((await cachedPack()).bytes);
const choices = { refused: {}, muted: [], density: 'normal' } as const;

const judged = readLabelled(fileURLToPath(new URL('../../fixtures/labelled', import.meta.url)))
  .filter(({ field }) => field === 'de')
  .map(({ story, labels }) => {
    const { mentions } = linkStory([pack], story, choices);
    return { name: story.title, ...judge(story, labelsIn(pack, labels), mentions) };
  });

describe('German stories, with the real knowledge tables', () => {
  it('are there', () => {
    expect(judged.length).toBeGreaterThanOrEqual(8);
  });

  it.each(judged)('$name: no wrong card, and none on a word that is a name only elsewhere', ({ wrong, extra }) => {
    expect([...wrong, ...extra].join('\n')).toBe('');
  });

  it('most names that the tables hold are found', () => {
    const asked = judged.reduce((sum, one) => sum + one.asked, 0);
    const found = judged.reduce((sum, one) => sum + one.found, 0);
    const missed = judged.flatMap((one) => one.missed.map((line) => `${one.name}: ${line}`));
    expect(asked).toBeGreaterThan(100);
    expect(found / asked, `${found} of ${asked}; missed:\n${missed.join('\n')}`).toBeGreaterThanOrEqual(LEAST_RECALL);
  });
});
