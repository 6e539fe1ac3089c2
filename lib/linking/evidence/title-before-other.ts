import type { Kind } from '../../facts';
import type { About, FixedClue } from './clue';

/** "Former France coach", "then Labour leader": places and bodies stand behind the words of a title too, */
const TITLED: ReadonlySet<Kind> = new Set(['place', 'group', 'team']);
/** but not behind these. */
const STYLES = /\b(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|capt|sgt|sergeant|lt|maj|cmdr|rev|inspector)$/;

/** "Mrs. Jordan" is no country, "Chairman Gala" no company. */
export const titleBeforeOther: FixedClue = {
  name: 'titleBeforeOther',
  speaks: 'against',
  value: ({ around: { title }, option, single, kind }) =>
    title !== '' && single && option.use !== 'short' && kind !== 'person' && (!TITLED.has(kind) || STYLES.test(title))
      ? 1
      : 0,
};

export const about: About = {
  when: 'no person, by a name of one word right after a title that only persons have',
  example: { story: ['A van was seen by Mrs [Jordan] at six.'], day: '2022-04-04', opens: null, without: 'jordan' },
};
