/** A story's mentions, with what a list of the page's names says about each. A card is composed on request. */
import type { EntityKey, EntityLabel } from '../facts';
import {
  currentChoices,
  forgetMentions,
  type LinkedStory,
  type LinkingChoices,
  memoryFromText,
  memoryToText,
  type ScanAnswer,
  type ScanStory,
  type Story,
  type StoryMemory,
} from '../linking';
import type { Pack } from '../pack';
import { entityIn } from './dossier';

export type LinkStory = (packs: readonly Pack[], story: Story, choices: LinkingChoices) => LinkedStory;

export interface ScanParts {
  readonly packs: readonly Pack[];
  readonly link: LinkStory;
  readonly choices: LinkingChoices;
}

/** @throws Error if the story's memory is invalid. */
export function answerScan(asked: ScanStory, { packs, link, choices }: ScanParts): ScanAnswer {
  const story = { ...asked, memory: memoryOf(asked) };
  const all = link(packs, story, choices);
  // Muted names helped to understand the others but are not shown.
  const muted = new Set(currentChoices(packs, choices).muted);
  const mentions = all.mentions.filter(({ entity }) => !muted.has(entity));
  const entities: Record<EntityKey, EntityLabel> = {};
  for (const key of new Set(mentions.map(({ entity }) => entity))) {
    // Sent with an earlier part of the story.
    if (story.memory && Object.hasOwn(story.memory.named, key)) continue;
    const entity = entityIn(packs, key);
    if (entity) entities[key] = { kind: entity.kind, name: entity.name, gloss: entity.gloss };
  }
  return { mentions, memory: memoryToText(all.memory), entities };
}

const memoryOf = ({ memory, gone = [] }: ScanStory): StoryMemory | null =>
  memory === null ? null : forgetMentions(memoryFromText(memory), gone);
