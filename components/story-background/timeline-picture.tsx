/**
 * The entities of a story in time, a lane each: dots for events, bars for spans. The list beside it says the same in
 * words.
 */
import type { TimelineEntry } from '../../lib/story-background';
import type { Day } from '../../lib/time';
import { formatDay, formatPartialDate, useText } from '../kit';
import { type Mark, markOf, timeScale, yearTicks } from './time-scale';

interface TimelinePictureProps {
  readonly entries: readonly TimelineEntry[];
  readonly day: Day;
  /** The picture's last day: the story's, or that of what came after. */
  readonly last: Day;
  /** The entry currently focused in the list. */
  readonly at: number | null;
}

const WIDTH = 340;
const LANE = 34;
const LABEL = 13;
const BAR = 8;
const EDGE = 8;
const AXIS = 20;
const MOST_LANES = 8;
/** A dot stays visible, however short its day. */
const LEAST = 8;
/** Room for the words of the story's day, on either side of its line. */
const DAY_ROOM = 52;
const YEAR_ROOM = 14;

const x = (part: number): number => EDGE + part * (WIDTH - 2 * EDGE);

export function TimelinePicture({ entries, day, last, at }: TimelinePictureProps) {
  const text = useText();
  const lanes = lanesOf(entries);
  const drawn = lanes.flatMap(({ entries: own }) => own.map(({ entry }) => entry));
  const scale = timeScale(drawn, last);
  const height = lanes.length * LANE + AXIS + 4;
  const now = x(scale.at(day));
  const axis = lanes.length * LANE + 6;
  const dayAt = Math.min(Math.max(now, DAY_ROOM), WIDTH - DAY_ROOM);
  return (
    <svg class="time-picture" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={text.t('story_time_picture')}>
      {last !== day && <rect class="time-later" x={now} y={0} width={WIDTH - now} height={axis} />}
      {yearTicks(scale).map(({ day: tick, year }) => (
        <g key={year}>
          <line class="time-tick" x1={x(scale.at(tick))} x2={x(scale.at(tick))} y1={0} y2={axis} />
          {Math.abs(x(scale.at(tick)) - dayAt) > DAY_ROOM + YEAR_ROOM && (
            <text class="time-year" x={x(scale.at(tick))} y={height - 4} text-anchor="middle">
              {formatPartialDate(text, tick.slice(0, -'-01-01'.length))}
            </text>
          )}
        </g>
      ))}
      <line class="time-day" x1={now} x2={now} y1={0} y2={axis}>
        <title>{formatDay(text, day)}</title>
      </line>
      <text class="time-year time-now" x={dayAt} y={height - 4} text-anchor="middle">
        {formatDay(text, day)}
      </text>
      {lanes.map(({ name, entries: own }, lane) => {
        const top = lane * LANE;
        return (
          <g key={name}>
            <text class="time-name" x={EDGE} y={top + LABEL}>
              {shortName(name)}
            </text>
            <line class="time-lane" x1={EDGE} x2={WIDTH - EDGE} y1={top + LABEL + 10} y2={top + LABEL + 10} />
            {own.map(({ entry, index }) => (
              <TimeMark
                key={index}
                entry={entry}
                mark={markOf(entry, scale, last)}
                middle={top + LABEL + 10}
                isHere={index === at}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

interface TimeMarkProps {
  readonly entry: TimelineEntry;
  readonly mark: Mark;
  /** Of its lane. */
  readonly middle: number;
  readonly isHere: boolean;
}

function TimeMark({ entry: { isPoint, place }, mark, middle, isHere }: TimeMarkProps) {
  const look = `time-mark time-${isPoint ? 'point' : 'span'} time-${place}${isHere ? ' time-here' : ''}`;
  const wide = Math.max(LEAST, x(mark.to) - x(mark.from));
  const left = Math.max(0, Math.min(x(mark.from) - (wide === LEAST ? LEAST / 2 : 0), WIDTH - wide));
  const height = isPoint ? BAR : BAR - 3;
  return (
    <>
      {/* It began before the picture does; all of it, where it ended before, too. */}
      {mark.isCut && <path class={`${look} time-cut`} d={`M${EDGE - 7} ${middle}l7 -5v10z`} />}
      {(!mark.isCut || mark.to > 0) && (
        <rect
          class={look}
          x={mark.isCut ? EDGE : left}
          y={middle - height / 2}
          width={wide}
          height={height}
          rx={isPoint && wide === LEAST ? LEAST / 2 : 2}
        />
      )}
    </>
  );
}

interface Lane {
  readonly name: string;
  readonly entries: { readonly entry: TimelineEntry; readonly index: number }[];
}

/** Those with most entries; among equals the latest, as nearest to the story. In order of appearance. */
function lanesOf(entries: readonly TimelineEntry[]): readonly Lane[] {
  const lanes = new Map<string, Lane>();
  entries.forEach((entry, index) => {
    const { entity, name } = entry.about;
    const lane = lanes.get(entity) ?? { name, entries: [] };
    lanes.set(entity, lane);
    lane.entries.push({ entry, index });
  });
  const lastOf = ({ entries: own }: Lane) => own.at(-1)?.index ?? 0;
  const most = [...lanes.values()]
    .sort((one, other) => other.entries.length - one.entries.length || lastOf(other) - lastOf(one))
    .slice(0, MOST_LANES);
  return [...lanes.values()].filter((lane) => most.includes(lane));
}

const LONGEST = 44;
const shortName = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);
