/** A story's mentions, each with the card that can be painted in the next frame. */
import { type CardView, composeCard, type Day, type EntityKey } from '../facts';
import type { LinkedStory, LinkingChoices, Story } from '../linking';
import type { ScanAnswer } from '../messages';
import type { Pack } from '../pack';
import { nameIn, readDossier } from './dossier';

export type LinkStory = (packs: readonly Pack[], story: Story, choices: LinkingChoices) => LinkedStory;

export interface ScanParts {
  readonly packs: readonly Pack[];
  readonly link: LinkStory;
  readonly choices: LinkingChoices;
  readonly today: Day;
}

export function answerScan(story: Story, { packs, link, choices, today }: ScanParts): ScanAnswer {
  const all = link(packs, story, choices);
  // Muted names helped to understand the others; the reader sees nothing of them.
  const muted = new Set(choices.muted);
  const linked = { ...all, mentions: all.mentions.filter(({ entity }) => !muted.has(entity)) };
  const salience = new Map<EntityKey, number>();
  for (const mention of linked.mentions) {
    salience.set(mention.entity, Math.max(mention.salience, salience.get(mention.entity) ?? 0));
  }
  const named = [...salience].sort((a, b) => b[1] - a[1]).map(([entity]) => entity);
  // A tie to a name of an earlier batch is a tie to this story as well.
  const earlier = Object.entries(linked.memory.named)
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([entity]) => entity)
    .filter((entity) => !salience.has(entity));
  const here = [...named, ...earlier];
  const nameOf = (key: EntityKey) => nameIn(packs, key);
  const previews: Record<EntityKey, CardView> = {};
  for (const entity of named) {
    const dossier = readDossier(packs, entity);
    if (!dossier) continue;
    previews[entity] = composeCard({ ...dossier, background: null }, { day: story.day, today, here, nameOf });
  }
  return { ...linked, previews };
}
