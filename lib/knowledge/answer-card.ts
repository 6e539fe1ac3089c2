/**
 * The full card: everything the packs say, the article as far as the reader's consent allows, and the names inside
 * both.
 */
import { type CardView, composeCard, type EntityKey, keyOfKind } from '../facts';
import { currentChoices, knownKindOf, type LinkingChoices } from '../linking';
import { openIdentities, type Pack } from '../pack';
import type { Day } from '../time';
import type { LinkStory } from './answer-scan';
import type { ArticleState, Familiar, KnownCard } from './answers';
import { nameIn, readDossier } from './dossier';
import { plainTitle } from './mediawiki/asked-wikis';
import { nestedMentions } from './nested-mentions';

export interface CardParts {
  readonly packs: readonly Pack[];
  /** Null where it could not be loaded: then no names are found. */
  readonly link: LinkStory | null;
  readonly choices: LinkingChoices;
  readonly today: Day;
  /** The article for a Wikipedia title, as far as this device has it: a card never waits for a wiki. */
  readonly look: (title: string | null) => Promise<ArticleState>;
}

export interface CardQuestion {
  readonly entity: EntityKey;
  readonly day: Day | null;
  readonly here: readonly EntityKey[];
}

/** Null if no pack knows the entity (a pack was removed after the story was scanned). */
export async function answerCard(question: CardQuestion, parts: CardParts): Promise<KnownCard | null> {
  const { packs, today, look } = parts;
  const dossier = await readDossier(packs, question.entity);
  if (!dossier) return null;
  const nameOf = (key: EntityKey) => nameIn(packs, key);
  const { heirs } = openIdentities(packs);
  const here = question.here.flatMap(heirs);
  const view = composeCard(dossier, { day: question.day, today, here, nameOf });
  const article = await look(view.wikipedia);
  const wikipedia = view.wikipedia && plainTitle(view.wikipedia);
  const texts = {
    background: view.background?.text ?? '',
    article: article.state === 'ready' ? article.article.extract : '',
  };
  const nested = nestedMentions(view, view.storyDay, texts, parts);
  return { view: { ...view, wikipedia }, familiar: familiarityOf(view, parts), article, nested };
}

function familiarityOf(view: CardView, { packs, choices }: CardParts): Familiar {
  const known = currentChoices(packs, choices).known ?? [];
  const kind = knownKindOf(view);
  return { known: known.includes(view.entity), kind, kindKnown: kind !== null && known.includes(keyOfKind(kind)) };
}
