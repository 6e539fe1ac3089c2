/** The background of stories, with the real tables: nothing is told that no fact says, nor what a reader of that day could not know. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedPack } from '../../../assets/knowledge/cached-pack';
import { tiedTo } from '../../../lib/facts';
import { entityIn, readDossier } from '../../../lib/knowledge';
import { answerStory } from '../../../lib/knowledge/answer-story';
import { linkStory } from '../../../lib/linking';
import { openPack } from '../../../lib/pack';
import type { StoryBackground, StoryEntity, StoryLine } from '../../../lib/story-background';
import { against, type Day, earliest, isBefore, latest } from '../../../lib/time';
import { readGold } from '../linking/gold-story';

const TODAY = '2026-11-30';
const pack = openPack((await cachedPack()).bytes);
const parts = {
  today: TODAY,
  dossierOf: (key: string) => readDossier([pack], key),
  headOf: (key: string) => {
    const head = entityIn([pack], key);
    return head && { entity: head.key, name: head.name, kind: head.kind };
  },
};

function entitiesOf(text: string): { readonly day: Day | null; readonly entities: readonly StoryEntity[] } {
  const { story } = readGold(text);
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  const salience = new Map<string, number>();
  for (const one of mentions) salience.set(one.entity, Math.max(salience.get(one.entity) ?? 0, one.salience));
  return { day: story.day, entities: [...salience].map(([entity, weight]) => ({ entity, salience: weight })) };
}

const stories = ['stories', 'stories-of-2026'].flatMap((folder) => {
  const path = fileURLToPath(new URL(`../../fixtures/${folder}`, import.meta.url));
  return readdirSync(path)
    .filter((name) => name.endsWith('.gold.txt'))
    .map((name) => ({ name, ...entitiesOf(readFileSync(`${path}/${name}`, 'utf8')) }));
});

async function factsSaid(lines: readonly StoryLine[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const line of lines) {
    const { facts = [] } = (await parts.dossierOf(line.about.entity)) ?? {};
    const same = facts.some(
      ({ property, side, words, start, source }) =>
        property === line.wording.property &&
        side === line.wording.side &&
        words === line.wording.words &&
        start === line.start &&
        source.name === line.source.name &&
        source.asOf === line.source.asOf,
    );
    if (!same) wrong.push(JSON.stringify(line));
  }
  return wrong;
}

describe.each(stories)('the background of $name', ({ day, entities }) => {
  const answer: Promise<StoryBackground> = answerStory({ entities, day }, parts);

  it('has lines that lead to it, each a fact of the tables, with its source', async () => {
    const { lead, since, timeline } = await answer;
    expect(lead.length).toBeGreaterThanOrEqual(3);
    expect(await factsSaid([...lead, ...since, ...timeline])).toEqual([]);
  });

  it('leads up with nothing that its reader could not know, and mentions nothing still to come', async () => {
    const { lead, since, timeline } = await answer;
    const of = day ?? TODAY;
    expect(lead.filter(({ turn }) => isBefore(of, latest(turn)))).toEqual([]);
    expect(since.filter(({ turn }) => against(turn, of) !== 'after')).toEqual([]);
    expect([...lead, ...since].filter(({ turn, source }) => isBefore(source.asOf, earliest(turn)))).toEqual([]);
    const first = ({ start, end }: StoryLine) => start ?? end ?? '';
    for (const entry of timeline) {
      const stands = against(first(entry), of);
      expect(entry.place === 'after', JSON.stringify(entry)).toBe(stands === 'after');
    }
    expect(since.length === 0 || isBefore(of, TODAY)).toBe(true);
  });

  it('has no line twice, and each is about one or two entities of the story', async () => {
    const { lead, since } = await answer;
    const here = new Set(entities.map(({ entity }) => entity));
    for (const line of [...lead, ...since]) {
      if (here.has(line.about.entity)) continue;
      const { facts = [] } = (await parts.dossierOf(line.about.entity)) ?? {};
      const tied = new Set(facts.map(tiedTo).filter((key) => key !== null && here.has(key)));
      expect(tied.size, JSON.stringify(line)).toBeGreaterThan(1);
    }
    for (const lines of [lead, since])
      expect(new Set(lines.map((one) => JSON.stringify([one.about.entity, one.wording]))).size).toBe(lines.length);
  });

  it('connects names by paths of two steps at most', async () => {
    const { ties } = await answer;
    const here = new Set(ties.nodes.flatMap((node) => (node.here ? [node.entity] : [])));
    for (const { ends, facts } of ties.edges) {
      expect(here.has(ends[0])).toBe(true);
      expect(facts.length).toBeGreaterThan(0);
    }
  });
});

it('is empty if no entity is known', async () => {
  const answer = await answerStory({ entities: [{ entity: 'nobody-at-all', salience: 1 }], day: '2020-01-01' }, parts);
  expect([answer.lead, answer.since, answer.timeline, answer.ties.nodes, answer.places]).toEqual([[], [], [], [], []]);
});

it('treats a former key and the current one as one entity', async () => {
  const [one] = (await answerStory({ entities: [{ entity: 'q796', salience: 1 }], day: '2020-11-20' }, parts)).places;
  expect(one?.name).toBe('Iraq');
  const twice = [
    { entity: 'q796', salience: 0.4 },
    { entity: 'q796', salience: 0.9 },
  ];
  expect((await answerStory({ entities: twice, day: null }, parts)).places).toHaveLength(1);
});

it('reads no more of a list than a story can be about', async () => {
  const asked: string[] = [];
  const dossierOf = async (key: string) => {
    asked.push(key);
    return null;
  };
  const entities = Array.from({ length: 300 }, (_, at) => ({ entity: `n${at}`, salience: at / 300 }));
  await answerStory({ entities, day: null }, { ...parts, dossierOf });
  expect([asked.length, asked[0]]).toEqual([120, 'n299']);
});
