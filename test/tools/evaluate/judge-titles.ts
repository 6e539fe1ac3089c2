/** Which names that no pack knows would get the right card from Wikidata, which a wrong one: the guards, on labelled stories. */
import { findUnknownNames, linkStory, type Story } from '../../../lib/linking';
import { chooseItem, groupsOf, titlesOf, type WantedName } from '../../../lib/lookup';
import type { Pack } from '../../../lib/pack';
import type { GoldLabel } from '../../unit/linking/gold-story';
import type { BenchmarkDocument } from './benchmark-documents';
import { linkDocument } from './link-document';
import type { TitleTable } from './title-table';

/**
 * - `right`, `wrong`  a card, and the label says so
 * - `refused`         no card, though the table has the right row under that title
 * - `spared`          no card, and the row of that title is another's
 * - `nobody`          a card where the label says that whoever is meant has no item
 * - `unlabelled`      a card where there is no label
 * - `namesakes`       no card, and the table has a list of namesakes alone
 * - `no-row`          the table has nothing under that title
 */
export type TitleOutcome = 'right' | 'wrong' | 'refused' | 'spared' | 'nobody' | 'unlabelled' | 'namesakes' | 'no-row';

export interface JudgedTitle {
  readonly name: string;
  readonly outcome: TitleOutcome;
  readonly sure: boolean;
  readonly told: string;
  /** Of people of the table as if they had this name, where it is a person's and the story says more than the name. */
  readonly namesakes: Readonly<Record<'sure' | 'only' | 'out', number>>;
}

/** A place of a story, and which items (or titles) are meant there; of none: whoever it is has no item. */
export interface TitleLabel {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly means: readonly { readonly id: string; readonly title: string }[];
}

export interface TitledStory {
  readonly story: Story;
  /** What has a card. */
  readonly mentions: readonly { readonly block: number; readonly start: number; readonly end: number }[];
  readonly labels: readonly TitleLabel[];
  /** Outside of it nothing is labelled. */
  readonly isJudged: (place: { readonly block: number; readonly start: number; readonly end: number }) => boolean;
}

/** Of sets that do not say when a text was written: all of them are of these years. */
const SOME_DAY = '2012-07-01';

export function titledDocument(pack: Pack, document: BenchmarkDocument): TitledStory {
  const lines = document.text.split('\n');
  const offsets = lines.map((_, at) => lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0));
  const blocks = lines.map((text, id) => ({ id, text, role: id === 0 ? ('standfirst' as const) : ('body' as const) }));
  const [from, to] = document.span;
  return {
    story: { day: document.day, title: '', blocks, memory: null },
    mentions: linkDocument(pack, document).map(({ block, start, end }) => {
      const shift = offsets[block] ?? 0;
      return { block, start: start - shift, end: end - shift };
    }),
    labels: document.labels.map(({ core, start, end, known, id, title }) => {
      const [first, last] = core ?? [start, end];
      const block = offsets.findLastIndex((offset) => offset <= first);
      const shift = offsets[block] ?? 0;
      return { block, start: first - shift, end: last - shift, means: known ? [{ id, title }] : [] };
    }),
    isJudged: ({ block, start, end }) => {
      const shift = offsets[block] ?? 0;
      return start + shift >= from && end + shift <= to;
    },
  };
}

/** `means`: what a key of the labels is in Wikidata and Wikipedia. */
export function titledStory(
  pack: Pack,
  story: Story,
  labels: readonly GoldLabel[],
  means: (key: string) => TitleLabel['means'][number] | null,
): TitledStory {
  const { mentions } = linkStory([pack], story, { refused: {}, muted: [], density: 'normal' });
  return {
    story,
    mentions,
    labels: labels
      .filter(({ type }) => type === 'asked' || type === 'other')
      .map(({ block, start, end, keys }) => ({ block, start, end, means: keys.flatMap((key) => means(key) ?? []) })),
    isJudged: () => true,
  };
}

export function judgeTitles(pack: Pack, titled: TitledStory, table: TitleTable): JudgedTitle[] {
  const { story, mentions, labels, isJudged } = titled;
  const names = findUnknownNames([pack], story, mentions);
  const labelOf = new Map<string, TitleLabel | null>();
  const wanted = names.flatMap((name): WantedName[] => {
    if (!name.places.some(isJudged)) return [];
    // The whole name first: a shorter form may stand for more.
    const places = [...name.places].sort((a, b) => b.end - b.start - (a.end - a.start));
    const there = places.flatMap((place) => labels.filter((label) => isSamePlace(label, place)));
    labelOf.set(name.name, there.find(({ means }) => means.length > 0) ?? there[0] ?? null);
    const says = name.says.filter(({ by }) => by !== 'sentence').map(({ text }) => text);
    return [{ name: name.name, kind: name.kind, roles: name.roles, says }];
  });
  return groupsOf(wanted).flatMap((some) => {
    const titles = titlesOf(some, 'en');
    return some.map((one) =>
      judgeName(one, titles.get(one.name) ?? [], labelOf.get(one.name) ?? null, story.day ?? SOME_DAY, table),
    );
  });
}

const isSamePlace = (one: TitleLabel, other: { block: number; start: number; end: number }): boolean =>
  one.block === other.block && one.start === other.start && one.end === other.end;

function judgeName(
  wanted: WantedName,
  titles: readonly string[],
  label: TitleLabel | null,
  day: string,
  table: TitleTable,
): JudgedTitle {
  const answers = titles.map((title) => table.ask(title));
  const keys = answers.flatMap((answer) => (answer.state === 'item' ? [answer.key] : []));
  const items = new Map(keys.map((key) => [key, table.item(key)]));
  const ground = { labels: table.labels, knows: () => null, today: day };
  const result = chooseItem(wanted, { answers, items }, day, ground);
  const isMeant = (key: string): boolean =>
    (label?.means ?? []).some(
      ({ id, title }) =>
        key.toUpperCase() === id || (title !== '' && table.row(key)?.title.toLowerCase() === title.toLowerCase()),
    );
  const found = result.state === 'found' ? result.item.entity.key : null;
  const row = table.row(found ?? keys[0] ?? '');
  const gold = label === null ? 'none' : label.means.map(({ id, title }) => `${title} ${id}`).join(', ') || 'nobody';
  const told = `${wanted.kind} [${wanted.roles.join('; ')}] ${day.slice(0, 4)} → ${row?.title} (${row?.kind}, ${row?.start}–${row?.end}, ${row?.words.slice(0, 60)}) gold ${gold}`;
  const sure = result.state === 'found' && result.sure;
  const end = (outcome: TitleOutcome): JudgedTitle => ({
    name: wanted.name,
    outcome,
    sure,
    told,
    namesakes: judgeNamesakes(wanted, day, table),
  });
  if (keys.length === 0) return end(answers.some(({ state }) => state === 'namesakes') ? 'namesakes' : 'no-row');
  if (found === null) return end(keys.some(isMeant) ? 'refused' : 'spared');
  if (label === null) return end('unlabelled');
  return end(label.means.length === 0 ? 'nobody' : isMeant(found) ? 'right' : 'wrong');
}

function judgeNamesakes(wanted: WantedName, day: string, table: TitleTable): JudgedTitle['namesakes'] {
  const counts = { sure: 0, only: 0, out: 0 };
  if (wanted.kind !== 'person' || wanted.roles.length === 0) return counts;
  const title = wanted.name;
  for (const item of table.namesakes(title)) {
    const answers = [{ state: 'item', key: item.key, title, way: 'direct' } as const];
    const ground = { labels: table.labels, knows: () => null, today: day };
    const result = chooseItem(wanted, { answers, items: new Map([[item.key, item]]) }, day, ground);
    counts[result.state === 'found' ? (result.sure ? 'sure' : 'only') : 'out']++;
  }
  return counts;
}
