import type { About, FixedClue } from './clue';

/** No dateline stands deeper in a block. */
const HEAD = 4;
const CAPITALS = /^\p{Lu}[\p{Lu} .'’-]{3,}$/u;
/** ", Egypt (AFP) —". */
const REST = /^(?:, [^—–(.]{2,40}\.?)?(?: \([^)]{2,24}\))?(?:,? [^—–(.]{2,20})? ?[—–-]{1,2}\s/;

/** "SUEZ, Egypt —": a town, and not the canal that is called after it. */
export const noTownInDateline: FixedClue = {
  name: 'noTownInDateline',
  speaks: 'against',
  only: { kinds: ['person', 'company', 'team', 'place'] },
  belief: -6,
  value({ option, span, kind, story: { readings, shelf } }) {
    const reading = readings[span.at];
    if (!reading || span.start > HEAD || !CAPITALS.test(span.surface)) return 0;
    if (!REST.test(reading.block.text.slice(span.end))) return 0;
    if (kind === 'person' || kind === 'company' || kind === 'team') return 1;
    if (kind !== 'place') return 0;
    const { name } = shelf.entity(option.ref);
    const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
    return reading.language.names.landforms.has(last) && !span.surface.toLowerCase().endsWith(last) ? 1 : 0;
  },
};

export const about: About = {
  when: 'in a dateline, what is no town, state or country: a person, a company, a canal, a river',
  example: {
    story: ['[SUEZ], Egypt (AFP) — Tugs sounded their horns.'],
    day: '2021-03-29',
    opens: null,
    without: 'suez-canal',
  },
};
