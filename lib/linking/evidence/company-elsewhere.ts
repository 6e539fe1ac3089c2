import { belongsTo } from '../belongs-to';
import { isCountry } from '../is-country';
import { mostMentions } from '../most-mentions';
import type { Ref } from '../shelf';
import type { About, SceneClue } from './clue';

/** The story is of another place if that is named so many times oftener than the company; */
const OFTENER = 3;
/** where several bid for the words with companies of their own, less is enough. */
const OFTENER_THAN_RIVAL = 1.2;

/** "Congress" in a story of Brazil that once mentions Washington. */
export const companyElsewhere: SceneClue = {
  name: 'companyElsewhere',
  speaks: 'against',
  only: { kinds: ['group'], uses: ['company'] },
  belief: -2,
  value({ option, span, kind, story: { shelf } }, scene) {
    if (option.use !== 'company' || kind !== 'group') return 0;
    const most = mostMentions(option, scene);
    let rival = 0;
    for (const other of span.options) if (other.ref !== option.ref) rival = Math.max(rival, mostMentions(other, scene));
    if (rival > 0) return rival > OFTENER_THAN_RIVAL * most ? 1 : 0;
    const often = OFTENER * Math.max(most, 1);
    if (scene.mostMentionedPlace() <= often) return 0;
    const countries = option.company.filter((ref) => isCountry(shelf.entity(ref)));
    // Austin is in the United States.
    const isAtHome = (place: Ref): boolean =>
      !isCountry(shelf.entity(place)) && countries.some((ref) => belongsTo(place, ref, shelf));
    return scene.mainPlaces().some((place) => scene.mentions(place) > often && !isAtHome(place)) ? 1 : 0;
  },
};

export const about: About = {
  when: 'a body whose company is but touched on: the story is of another place, or of a rival’s company',
  example: {
    story: [
      'Argentina votes. Argentina waits. Argentina counts; Argentina is split. A man of the United States called.',
      'The [Senate] must agree.',
    ],
    day: '2014-10-27',
    opens: null,
    without: 'us-senate',
  },
};
