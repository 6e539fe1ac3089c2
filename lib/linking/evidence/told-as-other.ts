import type { Kind } from '../../facts';
import { encyclopediaOf, type Language, rolesOf } from '../../language';
import type { FormUse } from '../../pack';
import { appositionAt, isInClause } from '../around/apposition';
import type { About, FixedClue } from '../around/clue';
import type { Span } from '../find/spans';
import { type Reading, wordAt } from '../read/reading';

/** What no entity of these kinds is called, by the kind that the noun beside the name means. */
const CONTRARY: Partial<Record<Kind, readonly Kind[]>> = {
  person: ['place', 'company', 'media', 'team'],
  place: ['person', 'company', 'media', 'team'],
  team: ['place', 'person', 'company', 'media'],
  company: ['place', 'person'],
  media: ['place', 'person'],
};
/** "The Russian, a singer," is of Russia all the same. */
const USES: readonly FormUse[] = ['name', 'short', 'company', 'near'];
const COMMA = 0x2c;

/** "Bergamo, the singer," is not the town. */
export const toldAsOther: FixedClue = {
  name: 'toldAsOther',
  speaks: 'against',
  only: { kinds: ['person', 'place', 'company', 'media', 'team'], uses: USES },
  belief: -6,
  value({ option, span, kind, story }) {
    if (!USES.includes(option.use)) return 0;
    const isOther = (told: Kind | null): boolean => told !== null && CONTRARY[told]?.includes(kind) === true;
    const tells = (one: Span): boolean => isOther(toldAs(one, story.readings[one.at]));
    // “Doug Ford, the premier,” says nothing of Ford.
    const isWhole = ({ at, first, last }: Span): boolean => (story.spans.endingAt(at, last)?.first ?? first) >= first;
    return tells(span) || story.sameWords(span).some((one) => tells(one) && isWhole(one)) ? 1 : 0;
  },
};

const known = new WeakMap<Span, Kind | null>();

function toldAs(span: Span, reading: Reading | undefined): Kind | null {
  if (reading?.block.text.charCodeAt(span.end) !== COMMA) return null;
  const before = known.get(span);
  if (before !== undefined) return before;
  const told = readTold(span, reading);
  known.set(span, told);
  return told;
}

function readTold({ first, last, end }: Span, reading: Reading): Kind | null {
  const { words, language, titled } = reading;
  const at = wordAt(reading, end + 1);
  const word = words[at];
  if (titled || word === undefined || at !== last + 1 || word.sentence !== words[last]?.sentence) return null;
  const said = appositionAt(at, isInClause(first, reading), reading);
  const noun = said?.roles.at(-1) ?? '';
  const kind = said === null || said.doubted ? null : kindMeant(noun, language);
  // "The mayor of Ghent, a lawyer,", "born in Ghent, a son of weavers,": said of someone else.
  return kind === 'person' && isBehindPreposition(first, reading) ? null : kind;
}

/** Of nouns that are said of nothing else. */
function kindMeant(noun: string, language: Language): Kind | null {
  const { kindOf, bodiesToo, placesToo } = rolesOf(language);
  const role = kindOf(noun);
  if (role === null || bodiesToo.has(noun) || placesToo.has(noun)) return null;
  if (role === 'person') return 'person';
  const kind = encyclopediaOf(language.tag).kindOf(noun);
  return (role === 'place') === (kind === 'place') ? kind : null;
}

function isBehindPreposition(first: number, { words, language }: Reading): boolean {
  const before = words[first - 1]?.folded ?? '';
  const { names, persons, cues } = language;
  return before === names.of || persons.prepositions.has(before) || cues.placePrepositions.has(before);
}

export const about: About = {
  when: 'a person, place, company, medium or team with a noun for another of these behind a comma, here or elsewhere in the story: “, the singer,”; not nouns that are also said of countries or bodies',
  example: {
    story: ['[Bergamo], the singer, stood in the rain on Monday.'],
    day: '2023-03-06',
    opens: null,
    without: 'q628',
  },
};
