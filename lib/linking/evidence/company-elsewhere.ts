import { mostMentions } from '../most-mentions';
import type { About, SceneClue } from './clue';

/** The story is of another place if that is named so many times oftener than the company; */
const OFTENER = 3;
/** where several bid for the words with companies of their own, less is enough. */
const OFTENER_THAN_RIVAL = 1.2;

/** "Congress" in a story of Brazil that once mentions Washington. */
export const companyElsewhere: SceneClue = {
  name: 'companyElsewhere',
  speaks: 'against',
  belief: -2,
  value({ option, span, kind }, scene) {
    if (option.use !== 'company' || kind !== 'group') return 0;
    const most = mostMentions(option, scene);
    let rival = 0;
    for (const other of span.options) if (other.ref !== option.ref) rival = Math.max(rival, mostMentions(other, scene));
    const elsewhere =
      rival > 0 ? rival > OFTENER_THAN_RIVAL * most : scene.mostMentionedPlace() > OFTENER * Math.max(most, 1);
    return elsewhere ? 1 : 0;
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
