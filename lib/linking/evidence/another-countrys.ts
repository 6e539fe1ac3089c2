import { belongsTo } from '../belongs-to';
import { isGeneric } from '../is-generic';
import type { About, SceneClue } from './clue';

/** Nothing but space, or what makes it the place's own. */
const OWNER = /^(?:['’]s? | )$/;

/** "Ghana's Environmental Protection Agency", "the Texas House": a body of the same name elsewhere. */
export const anotherCountrys: SceneClue = {
  name: 'anotherCountrys',
  speaks: 'against',
  belief: -6,
  value({ option, span, kind, story: { shelf, readings } }, scene) {
    const reading = readings[span.at];
    if (!reading || !isGeneric(kind, shelf.entity(option.ref).name)) return 0;
    const owner = scene.before(span);
    if (!owner || shelf.entity(owner.ref).kind !== 'place') return 0;
    if (!OWNER.test(reading.block.text.slice(owner.span.end, span.start))) return 0;
    return belongsTo(option.ref, owner.ref, shelf) ? 0 : 1;
  },
};

export const about: About = {
  when: 'a body whose name any country has, right behind a place to which nothing known ties it',
  example: {
    story: ["Senegal's [Environmental Protection Agency] asked fishermen to use other nets."],
    day: '2014-05-07',
    opens: null,
    without: 'environmental-protection-agency',
  },
};
