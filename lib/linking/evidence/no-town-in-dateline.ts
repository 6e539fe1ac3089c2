import type { About, FixedClue } from '../around/clue';
import { inDateline } from '../around/in-dateline';

/** "SUEZ, Egypt —": the town, not the canal named after it. */
export const noTownInDateline: FixedClue = {
  name: 'noTownInDateline',
  speaks: 'against',
  only: { kinds: ['person', 'company', 'team', 'place'], beside: ['head'] },
  belief: -6,
  value({ option, span, kind, story: { readings, shelf } }) {
    const reading = readings[span.at];
    if (!reading || !inDateline(span, reading)) return 0;
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
