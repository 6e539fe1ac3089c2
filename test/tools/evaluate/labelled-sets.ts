/** The sets to measure on, each as texts that can be linked and judged: public files, and stories of our own. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkStory, type Mention, type Story } from '../../../lib/linking';
import type { Pack } from '../../../lib/pack';
import { type GoldLabel, labelsIn, readGold } from '../../unit/linking/gold-story';
import { readLabelled, UNSEEN } from '../../unit/linking/labelled-stories';
import { type BenchmarkDocument, readBenchmark } from './benchmark-documents';
import type { GoldEntities } from './gold-entities';
import { judgeDocument } from './judge-document';
import { judgeOwn } from './judge-own';
import { linkDocument } from './link-document';
import type { Outcome } from './outcome';

export interface LabelledSet {
  readonly name: string;
  readonly texts: readonly LabelledText[];
}

export interface LabelledText {
  readonly characters: number;
  /** A public document, for its predictions. */
  readonly document: BenchmarkDocument | null;
  readonly link: () => Mention[];
  readonly judge: (mentions: readonly Mention[]) => Outcome;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LABELLED = here('../../fixtures/labelled');
const STORIES = here('../../fixtures/stories');

export function publicSet(file: string, pack: Pack, gold: GoldEntities): LabelledSet {
  const texts = readBenchmark(readFileSync(file, 'utf8')).map((document) => ({
    characters: document.text.length,
    document,
    link: () => linkDocument(pack, document),
    judge: (mentions: readonly Mention[]) => judgeDocument(document, mentions, gold),
  }));
  return { name: basename(file), texts };
}

/** The half of the labelled stories that no weight is fitted on, and the fixture stories. */
export function ownSets(pack: Pack): LabelledSet[] {
  const ownText = ({ story, labels }: OwnStory): LabelledText => ({
    characters: story.blocks.reduce((sum, { text }) => sum + text.length, 0),
    document: null,
    link: () => linkOwn(pack, story),
    judge: (mentions) => judgeOwn(story, labelsIn(pack, labels), mentions),
  });
  const all = readLabelled(LABELLED);
  const gate = all.filter(({ field, index }) => field !== UNSEEN && index % 2 === 1);
  const unseen = all.filter(({ field }) => field === UNSEEN);
  return [
    { name: 'labelled stories, gate half', texts: gate.map(ownText) },
    { name: 'pages of today that nothing was fitted on', texts: unseen.map(ownText) },
    { name: 'fixture stories', texts: fixtureStories().map(ownText) },
  ];
}

/** All labelled stories of our own, those on which weights are fitted as well: no guard of what is looked up was fitted on any. */
export const allOwnStories = (): OwnStory[] => [...readLabelled(LABELLED), ...fixtureStories()];

interface OwnStory {
  readonly story: Story;
  readonly labels: readonly GoldLabel[];
}

export const fixtureStories = (): (OwnStory & { readonly name: string })[] =>
  readdirSync(STORIES)
    .filter((name) => name.endsWith('.gold.txt'))
    .sort()
    .map((name) => ({ name, ...readGold(readFileSync(join(STORIES, name), 'utf8')) }));

export const linkOwn = (pack: Pack, story: Story, density: 'quiet' | 'normal' | 'every' = 'normal'): Mention[] => [
  ...linkStory([pack], story, { refused: {}, muted: [], density }).mentions,
];
