import type { FormUse } from '../../pack';
import type { About, SceneClue } from '../around/clue';

/** Lower priors count as this. */
const LEAST = 0.02;
const logPrior = (prior: number): number => Math.log(Math.max(prior, LEAST));

/** What is usual across all news says little about one story, but something. */
export const prior: SceneClue = {
  name: 'prior',
  speaks: 'for',
  ofRelatedOnly: true,
  only: { uses: ['name', 'demonym', 'company', 'near'], beside: ['rivals'] },
  value({ option, kind }, _, rivals) {
    // The lesser Paris stays the lesser one even where Texas is named; a club next to its town does not.
    if (isConditional(option.use) && (kind !== 'place' || option.use === 'short')) return 0;
    let likeliest = option.prior;
    for (const { option: rival } of rivals) if (!isConditional(rival.use)) likeliest = Math.max(likeliest, rival.prior);
    return logPrior(option.prior) - logPrior(likeliest);
  },
};

const isConditional = (use: FormUse): boolean => use === 'company' || use === 'near' || use === 'short';

export const about: About = {
  when: 'ln of how usual it is against the likeliest rival, so 0 or less; of a form whose condition is met that says nothing',
  example: { story: ['They met in [New York] at noon.'], day: '2015-03-14', opens: 'new-york-city', without: null },
};
