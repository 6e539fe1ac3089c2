import type { CardView, Kind } from '../../lib/facts';
import type { NameCardAnswer } from '../../lib/messages';
import type { UnknownEntry } from '../../lib/page';
import type { Day } from '../../lib/time';

/** What a `kind` of a name may be drawn as; the card prints words of its own for it. */
const KIND_OF: Readonly<Record<'person' | 'place' | 'body', Kind>> = {
  person: 'person',
  place: 'place',
  body: 'group',
};

/** What a card is drawn from, for a name that no pack knows: nothing of it but the story's words, the look-up and the note. */
export const unknownAnswer = (entry: UnknownEntry, day: Day | null, { state, note }: NameCardAnswer) => ({
  view: unknownView(entry, day),
  article: { state: 'none' } as const,
  nested: [],
  note,
  parts: [],
  namedIn: [],
  automatic: false,
  unknown: { entry, state },
});

/** The card of a name that no pack knows: nothing of it is known, so nothing stands in it but the name. */
export const unknownView = ({ key, name, kind }: UnknownEntry, day: Day | null): CardView => ({
  entity: key,
  kind: kind === null ? 'concept' : KIND_OF[kind],
  qualifier: '',
  name,
  also: [],
  gloss: '',
  storyDay: day,
  day: [],
  around: [],
  lastKnown: [],
  before: [],
  isOver: false,
  ties: [],
  background: null,
  since: [],
  wikipedia: null,
  sources: [],
});
