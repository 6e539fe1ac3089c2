import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../../assets/knowledge/cached-pack';
import { findUnknownNames, linkStory, type Story, type UnknownName } from '../../../../lib/linking';
import { openPack } from '../../../../lib/pack';
import { labelsIn, readGold } from '../gold-story';
import { readUnknownGold } from './unknown-story';

/** Stories with the real tables: which names nobody knows, where they stand, and what the story says of them. */
const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
const LEAST_PRECISION = 0.95;
const LEAST_RECALL = 0.9;
const LEAST_TOLD = 0.9;

const pack = openPack((await cachedPack()).bytes);
const namesIn = (story: Story): UnknownName[] => {
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  return findUnknownNames([pack], story, mentions);
};
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => join(FIXTURES, folder, name));

const stories = filesIn('unknown-names', '.story.txt').map((path) => {
  const gold = readUnknownGold(readFileSync(path, 'utf8'));
  const found = namesIn(gold.story).filter(({ name }) => !gold.either.has(name));
  return { ...gold, found, file: path.slice(path.lastIndexOf('/') + 1) };
});

const share = (right: number, of: number): number => (of === 0 ? 1 : right / of);

describe('unknown names in stories written for this test', () => {
  it('are in nine stories, two of them German', () => {
    expect(stories.filter(({ story }) => story.language === 'de')).toHaveLength(2);
    expect(stories).toHaveLength(9);
  });

  it('are all found, and nothing else is', () => {
    const extra = stories.flatMap(({ found, names }) =>
      found.map(({ name }) => name).filter((name) => !names.has(name)),
    );
    const missed = stories.flatMap(({ found, names }) =>
      [...names.keys()].filter((it) => !found.some(({ name }) => name === it)),
    );
    const all = stories.reduce((sum, { names }) => sum + names.size, 0);
    const found = stories.reduce((sum, one) => sum + one.found.length, 0);
    expect(all).toBeGreaterThan(80);
    expect(share(found - extra.length, found), extra.join(', ')).toBeGreaterThanOrEqual(LEAST_PRECISION);
    expect(share(all - missed.length, all), missed.join(', ')).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it('are found in all their places, including shorter forms', () => {
    const wrong: string[] = [];
    const missed: string[] = [];
    let [right, all] = [0, 0];
    for (const { found, places, story, file } of stories) {
      const left = new Map(places);
      for (const { name, places } of found) {
        for (const { block, start, end } of places) {
          const at = `${block}:${start}-${end}`;
          if (left.get(at) === name) right += 1;
          else wrong.push(`${file} ${at} ${story.blocks[block]?.text.slice(start, end)} → ${name}`);
          left.delete(at);
        }
      }
      all += places.size;
      missed.push(...[...left].map(([at, name]) => `${file} ${at} ${name}`));
    }
    expect(share(right, right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_PRECISION);
    expect(share(right, all), missed.join('\n')).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it('have the kind, and first the role, that the story gives them', () => {
    const untold: string[] = [];
    const otherKind: string[] = [];
    let all = 0;
    for (const { found, names } of stories) {
      for (const { name, kind, says } of found) {
        const gold = names.get(name);
        if (!gold) continue;
        all += 1;
        const first = says[0]?.by === 'sentence' ? '*' : (says[0]?.text ?? '-');
        if (!gold.first.includes(first)) untold.push(`${name}: ${first}`);
        if (kind !== gold.kind) otherKind.push(`${name}: ${kind}`);
      }
    }
    expect(share(all - untold.length, all), untold.join('\n')).toBeGreaterThanOrEqual(LEAST_TOLD);
    expect(share(all - otherKind.length, all), otherKind.join('\n')).toBeGreaterThanOrEqual(LEAST_TOLD);
  });

  it('are quoted word for word from the right place', () => {
    for (const { found, story } of stories) {
      for (const { says, name } of found) {
        expect(says.length, name).toBeGreaterThan(0);
        expect(says.length, name).toBeLessThanOrEqual(3);
        expect(new Set(says.map(({ text }) => text)).size, name).toBe(says.length);
        for (const { block, start, end, text, role } of says) {
          expect(story.blocks[block]?.text.slice(start, end)).toBe(text);
          expect(story.blocks[block]?.role).toBe(role);
        }
      }
    }
  });
});

/** Names that are one word, without a title or a role beside them, are left out by rule. */
const isFull = (surface: string): boolean => /^\p{Lu}\S* (?:\S+ )*\p{Lu}\S*$/u.test(surface);

describe('unknown names in the labelled stories', () => {
  const judged = ['stories', 'stories-of-2026'].flatMap((folder) =>
    filesIn(folder, '.gold.txt').map((path) => {
      const { story, labels } = readGold(readFileSync(path, 'utf8'));
      return {
        story,
        labels: labelsIn(pack, labels),
        found: namesIn(story),
        file: path.slice(path.lastIndexOf('/') + 1),
      };
    }),
  );

  it('with two or more words are found wherever they are labelled', () => {
    const missed: string[] = [];
    let all = 0;
    for (const { labels, found, file } of judged) {
      const placed = found.flatMap(({ places }) => places);
      for (const { block, start, end, type, surface } of labels) {
        if (type !== 'other' || !isFull(surface)) continue;
        all += 1;
        const has = placed.some((one) => one.block === block && one.start < end && start < one.end);
        if (!has) missed.push(`${file}: ${surface}`);
      }
    }
    expect(all).toBeGreaterThan(40);
    expect(share(all - missed.length, all), missed.join('\n')).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  it('never overlap a name that has a card', () => {
    for (const { story, found } of judged) {
      const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
      const both = found
        .flatMap(({ places }) => places)
        .filter((one) => mentions.some((it) => it.block === one.block && it.start < one.end && one.start < it.end));
      expect(both).toEqual([]);
    }
  });
});
