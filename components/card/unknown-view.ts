import type { CardView, Kind } from '../../lib/facts';
import type { NameCardAnswer } from '../../lib/messages';
import type { UnknownEntry } from '../../lib/page';
import type { Day } from '../../lib/time';

/** The `kind` to draw a name as; the card prints its own words for it. */
const KIND_OF: Readonly<Record<'person' | 'place' | 'body', Kind>> = {
  person: 'person',
  place: 'place',
  body: 'group',
};

/** The answer for a card of an unknown name: only the story's words, the look-up and the note. */
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

/** The card of an unknown name: it contains nothing but the name. */
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
