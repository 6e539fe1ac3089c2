/** Who in a story is tied to whom, as arcs. The list beside it says the same in words. */
import type { EntityKey } from '../../lib/facts';
import type { StoryTies } from '../../lib/story-background';
import { useText } from '../kit';
import { arcPicture } from './arcs';

interface TiesPictureProps {
  readonly ties: StoryTies;
  /** The entity currently focused in the list. */
  readonly at: EntityKey | null;
}

const WIDTH = 340;
const ROW = 24;
const AXIS = 112;
const DOT = 4;
const LONGEST = 32;

export function TiesPicture({ ties, at }: TiesPictureProps) {
  const { t } = useText();
  const { rows, arcs } = arcPicture(ties);
  const y = (row: number) => row * ROW + ROW / 2;
  // The widest arc just fits.
  const widest = Math.max(1, ...arcs.map(({ from, to }) => to - from));
  const bulge = (rows: number) => 14 + ((AXIS - 26) * rows) / widest;
  return (
    <svg
      class="ties-picture"
      viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`}
      role="img"
      aria-label={t('story_ties_picture')}
    >
      {arcs.map(({ from, to, weight }) => {
        const here = at !== null && (rows[from]?.entity === at || rows[to]?.entity === at);
        const isJoint = rows[from]?.here === false || rows[to]?.here === false;
        const left = AXIS - DOT - bulge(to - from) * 1.15;
        return (
          <path
            key={`${from} ${to}`}
            class={`tie-arc${isJoint ? ' tie-joint' : ''}${here ? ' tie-lit' : ''}`}
            d={`M${AXIS - DOT} ${y(from)}C${left} ${y(from)} ${left} ${y(to)} ${AXIS - DOT} ${y(to)}`}
            stroke-width={Math.min(1 + weight * 0.5, 3)}
          />
        );
      })}
      {rows.map(({ entity, name, here }, row) => (
        <g key={entity} class={`tie-node${here ? '' : ' tie-between'}${entity === at ? ' tie-lit' : ''}`}>
          <circle cx={AXIS} cy={y(row)} r={DOT} />
          <text x={AXIS + 12} y={y(row) + 4}>
            {name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name}
          </text>
        </g>
      ))}
    </svg>
  );
}
