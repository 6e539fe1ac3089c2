import type { Evidence } from '../../facts';
import { english } from '../../language';
import { addStems } from '../../text';
import type { Candidate, Weighable } from '../around/clue';
import type { Chosen, Scene } from '../around/scene';
import type { Scorer } from '../evidence/scorer';
import type { Ref, Shelf } from '../known/shelf';
import type { Reading } from '../read/reading';
import type { StoryStems } from '../read/story-stems';

/** Names or words given on a card: more would be a list, not a reason. */
const MOST = 3;
/** How many words are tried: one may be shared by several entities or be part of the name. */
const WORDS_TRIED = 12;

/**
 * What a reader is told when this evidence decided. Evidence not listed here decides no more than the name itself does.
 */
type Reason = 'company' | 'ties' | 'words' | 'full-name' | 'office' | 'place';
const REASONS: Readonly<Record<string, Reason>> = {
  companyOften: 'company',
  companyVariety: 'company',
  related: 'ties',
  sharedWords: 'words',
  introduced: 'full-name',
  shortAfterFull: 'full-name',
  shortBeforeFull: 'full-name',
  officeOnTheDay: 'office',
  placeAfterPreposition: 'place',
};

/**
 * Why this entity, in the terms of the card: the evidence that most set it apart from the runner-up, or from nothing.
 */
export function openReasons(
  scene: Scene,
  readings: readonly Reading[],
  stemsOfStory: StoryStems,
  scorer: Scorer,
  shelf: Shelf,
): (one: Chosen) => Evidence {
  /** Indexed by piece of evidence; reused for each mention. */
  const apart = new Float64Array(scorer.names.length);

  const fullName = ({ ref, span }: Chosen): Evidence | null => {
    const form = scene.fullForm(ref);
    return form === null || form === span.surface ? null : { type: 'full-name', form };
  };

  const inStory = (refs: readonly Ref[], self: Ref): Evidence | null => {
    const names = refs.filter((ref) => ref !== self && scene.has(ref)).map((ref) => shelf.entity(ref).name);
    return names.length > 0 ? { type: 'company', names: names.slice(0, MOST) } : null;
  };

  const words = ({ option, story, span }: Candidate): Evidence | null => {
    const telling = story.telling(option.ref, WORDS_TRIED);
    if (telling.length === 0) return null;
    const own: number[] = [];
    const { name } = shelf.entity(option.ref);
    addStems(name === span.surface ? name : `${name} ${span.surface}`, english.stem, new Map(), own);
    const found: string[] = [];
    for (const stem of telling) {
      const word = own.includes(stem) ? null : stemsOfStory.wordOf(stem);
      if (word !== null && found.push(word) === MOST) break;
    }
    return found.length > 0 ? { type: 'words', words: found } : null;
  };

  const before = ({ span }: Candidate): Evidence | null => {
    const { block, words: there } = readings[span.at] as Reading;
    const word = there[span.first - 1];
    return word ? { type: 'place', before: block.text.slice(word.start, word.end) } : null;
  };

  const tell = (reason: Reason, one: Chosen, candidate: Candidate): Evidence | null => {
    switch (reason) {
      case 'company':
        return inStory(candidate.option.company, one.ref);
      case 'ties':
        return inStory(shelf.neighbours(one.ref), one.ref);
      case 'words':
        return words(candidate);
      case 'full-name':
        return fullName(one);
      case 'office':
        return { type: 'office', office: candidate.around.title };
      case 'place':
        return before(candidate);
    }
  };

  const reasonOf = (one: Chosen): Evidence => {
    const { option, weighed, span } = one;
    if (option.use === 'demonym') return { type: 'demonym', of: shelf.entity(one.ref).name };
    if (option.via === 'spelling') return { type: 'spelling', usual: shelf.entity(one.ref).name };
    if (weighed) {
      const { rivals, ranked } = weighed;
      const { candidate } = ranked[0];
      const rival = ranked[1]?.candidate;
      const add = (one: Weighable, sign: 1 | -1): void =>
        scorer.parts(one, one.look ?? scorer.first(one), scene, rivals, (at, adds) => {
          apart[at] = (apart[at] as number) + sign * adds;
        });
      apart.fill(0);
      add(candidate, 1);
      if (rival) add(rival, -1);
      for (let most = greatest(apart); most >= 0; most = greatest(apart)) {
        apart[most] = 0;
        const reason = REASONS[scorer.names[most] ?? ''];
        if (reason === undefined) break;
        const told = tell(reason, one, candidate);
        if (told) return told;
      }
    } else {
      const told = fullName(one);
      if (told) return told;
    }
    return { type: span.options.every(({ ref }) => ref === one.ref) ? 'only' : 'usual' };
  };

  // Other occurrences of the same words have the same reason, unless it lies in what stands beside them.
  const told = new Map<Ref, { readonly one: Chosen; readonly reason: Evidence }[]>();
  return (one) => {
    const same = told.get(one.ref) ?? [];
    for (const before of same)
      if (before.one.span.surface === one.span.surface && before.one.option.use === one.option.use)
        return before.reason;
    const reason = reasonOf(one);
    if (reason.type === 'place' || reason.type === 'office') return reason;
    if (same.length === 0) told.set(one.ref, same);
    same.push({ one, reason });
    return reason;
  };
}

/** The index of the greatest positive number, or -1. */
function greatest(numbers: Float64Array): number {
  let most = -1;
  let best = 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    if (number <= best) continue;
    best = number;
    most = at;
  }
  return most;
}
