/** Which of the items with an article under a name is meant; or that it is unclear. */
import type { EntityKey } from '../facts';
import type { Day } from '../time';
import type { Item } from './item';
import { type Judgement, judge } from './judge';
import type { TitleAnswer } from './titles';
import { type RowGround, toRows } from './to-rows';
import type { LookedUpItem, LookUpResult, WantedName } from './types';

export interface Found {
  /** Wikipedia's answers, the one for the name itself first. */
  readonly answers: readonly (TitleAnswer | undefined)[];
  /** By requested key; null if the item is gone. */
  readonly items: ReadonlyMap<EntityKey, Item | null>;
}

export function chooseItem(wanted: WantedName, { answers, items }: Found, day: Day, ground: RowGround): LookUpResult {
  const nameOf = (key: EntityKey) => ground.knows(key)?.name ?? ground.labels.get(key)?.label ?? null;
  const fitting = new Map<EntityKey, { readonly item: LookedUpItem; readonly judgement: Judgement }>();
  for (const answer of answers) {
    const item = answer?.state === 'item' ? items.get(answer.key) : null;
    if (answer?.state !== 'item' || !item || fitting.has(item.key)) continue;
    const asked = { name: wanted.name, title: answer.title, way: answer.way };
    const judgement = judge(wanted, item, asked, { labels: ground.labels, nameOf, day });
    const rows = judgement === 'out' ? null : toRows(item, ground);
    if (rows) fitting.set(item.key, { item: rows, judgement });
  }
  const all = [...fitting.values()];
  const sure = all.filter(({ judgement }) => judgement === 'sure');
  const likely = all.filter(({ judgement }) => judgement === 'likely');
  const left = sure.length > 0 ? sure : likely.length > 0 ? likely : all;
  if (left.length > 1) return { state: 'several', items: left.map(({ item }) => item) };
  const [one] = left;
  // Wikipedia knows several with that name: one whose brackets fit by chance need not be the right one.
  const hasNamesakes = answers.some((answer) => answer?.state === 'namesakes');
  if (!one || (hasNamesakes && sure.length + likely.length === 0)) return { state: 'none' };
  return { state: 'found', item: one.item, sure: sure.length > 0 };
}
