/** Which names that no pack knows would get the right card from Wikidata, which a wrong one: the guards, on public sets. */
import { findUnknownNames } from '../../../lib/linking';
import { batchesOf, chooseItem, TITLES_A_QUESTION, type WantedName } from '../../../lib/lookup';
import type { Pack } from '../../../lib/pack';
import type { BenchmarkDocument, Label } from './benchmark-documents';
import { linkDocument } from './link-document';
import type { TitleTable } from './title-table';

/**
 * - `right`, `wrong`  a card, and the label says so
 * - `refused`         no card, though the table has the right row under that title
 * - `spared`          no card, and the row of that title is another's
 * - `unlabelled`      a card where no label says who is meant, or says that nobody could tell
 * - `no-row`          the table has nothing under that title
 */
export type TitleOutcome = 'right' | 'wrong' | 'refused' | 'spared' | 'unlabelled' | 'no-row';

export interface JudgedTitle {
  readonly name: string;
  readonly outcome: TitleOutcome;
  readonly sure: boolean;
  readonly told: string;
  /** Of people of the table as if they had this name, where it is a person's and the story says more than the name. */
  readonly namesakes: Readonly<Record<'sure' | 'only' | 'out', number>>;
}

/** Of sets that do not say when a text was written: all of them are of these years. */
const SOME_DAY = '2012-07-01';

export function judgeTitles(pack: Pack, document: BenchmarkDocument, table: TitleTable): JudgedTitle[] {
  const lines = document.text.split('\n');
  const offsets = lines.map((_, at) => lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0));
  const blocks = lines.map((text, id) => ({ id, text, role: id === 0 ? ('standfirst' as const) : ('body' as const) }));
  const mentions = linkDocument(pack, document).map((mention) => {
    const shift = offsets[mention.block] ?? 0;
    return { block: mention.block, start: mention.start - shift, end: mention.end - shift };
  });
  const names = findUnknownNames([pack], { day: document.day, title: '', blocks, memory: null }, mentions);
  const [from, to] = document.span;
  const labelOf = new Map<string, Label | null>();
  const wanted = names.flatMap((name): WantedName[] => {
    const places = name.places.map(
      ({ block, start, end }) => [start + (offsets[block] ?? 0), end + (offsets[block] ?? 0)] as const,
    );
    if (!places.some(([start, end]) => start >= from && end <= to)) return [];
    const labels = document.labels.filter((label) =>
      places.some(
        ([start, end]) => (label.core?.[0] ?? label.start) === start && (label.core?.[1] ?? label.end) === end,
      ),
    );
    labelOf.set(name.name, labels.find(({ known }) => known) ?? labels[0] ?? null);
    const says = name.says.filter(({ by }) => by !== 'sentence').map(({ text }) => text);
    return [{ name: name.name, kind: name.kind, roles: name.roles, says }];
  });
  return batchesOf(wanted, TITLES_A_QUESTION).flatMap(({ names: some, titles }) =>
    some.map((one) =>
      judgeName(one, titles.get(one.name) ?? [], labelOf.get(one.name) ?? null, document.day ?? SOME_DAY, table),
    ),
  );
}

function judgeName(
  wanted: WantedName,
  titles: readonly string[],
  label: Label | null,
  day: string,
  table: TitleTable,
): JudgedTitle {
  const answers = titles.map((title) => table.ask(title));
  const keys = answers.flatMap((answer) => (answer.state === 'item' ? [answer.key] : []));
  const items = new Map(keys.map((key) => [key, table.item(key)]));
  const ground = { labels: new Map(), knows: () => null, today: day };
  const result = chooseItem(wanted, { answers, items }, day, ground);
  const isMeant = (key: string): boolean =>
    label?.known === true &&
    (key.toUpperCase() === label.id || table.row(key)?.title.toLowerCase() === label.title.toLowerCase());
  const found = result.state === 'found' ? result.item.entity.key : null;
  const row = table.row(found ?? keys[0] ?? '');
  const told = `${wanted.kind} [${wanted.roles.join('; ')}] ${day.slice(0, 4)} → ${row?.title} (${row?.kind}, ${row?.start}–${row?.end}, ${row?.words.slice(0, 60)}) gold ${label?.known ? `${label.title} ${label.id}` : 'none'}`;
  const sure = result.state === 'found' && result.sure;
  const end = (outcome: TitleOutcome): JudgedTitle => ({
    name: wanted.name,
    outcome,
    sure,
    told,
    namesakes: judgeNamesakes(wanted, day, table),
  });
  if (keys.length === 0) return end('no-row');
  if (found === null) return end(keys.some(isMeant) ? 'refused' : 'spared');
  return end(label?.known !== true ? 'unlabelled' : isMeant(found) ? 'right' : 'wrong');
}

function judgeNamesakes(wanted: WantedName, day: string, table: TitleTable): JudgedTitle['namesakes'] {
  const counts = { sure: 0, only: 0, out: 0 };
  if (wanted.kind !== 'person' || wanted.roles.length === 0) return counts;
  const title = wanted.name;
  for (const item of table.namesakes(title)) {
    const answers = [{ state: 'item', key: item.key, title, way: 'direct' } as const];
    const ground = { labels: new Map(), knows: () => null, today: day };
    const result = chooseItem(wanted, { answers, items: new Map([[item.key, item]]) }, day, ground);
    counts[result.state === 'found' ? (result.sure ? 'sure' : 'only') : 'out']++;
  }
  return counts;
}
