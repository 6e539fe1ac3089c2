import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import { unknownStories } from '../../tools/unknown-names';
import { labelsIn } from './gold-story';
import { judge } from './judge-story';

/** The stories for what is looked up: without a look-up their names have no card, least of all a wrong one. */
const pack = openPack((await cachedPack()).bytes);

const judged = unknownStories().map(({ name, gold: { story, labels } }) => {
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  return { name, labels, ...judge(story, labelsIn(pack, labels), mentions) };
});

describe('stories about unknown people, with the real knowledge tables', () => {
  it.each(judged)('$name: no card on a name that the pack does not hold', ({ wrong, extra }) => {
    expect([...wrong, ...extra].join('\n')).toBe('');
  });

  it.each(judged)('$name: the pack has none of the made-up names, and all others', ({ labels }) => {
    const held = (keys: readonly string[]) => keys.some((key) => pack.row(key) >= 0 || pack.heirs(key).length > 0);
    const known = labels.filter(({ keys }) => keys.length > 0 && !keys[0]?.startsWith('q99'));
    expect(known.filter(({ keys }) => !held(keys)).map(({ surface }) => surface)).toEqual([]);
    const made = labels.filter(({ keys }) => keys[0]?.startsWith('q99'));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter(({ keys }) => held(keys)).map(({ surface }) => surface)).toEqual([]);
  });
});
