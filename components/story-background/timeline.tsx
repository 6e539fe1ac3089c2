/** A story's timeline: a list in chronological order, and a picture of it; what came after on request. */
import { useState } from 'preact/hooks';
import type { TimelineEntry } from '../../lib/story-background';
import { type Day, isBefore, latest, parsePartialDate } from '../../lib/time';
import { formatDay, Switch, useText } from '../kit';
import { SourceRef, sourceNumbers } from '../knowledge';
import { LineText } from './line-text';
import type { StoryPartProps } from './props';
import { OpenCardContext } from './story-name';
import { eachOnce, StorySources } from './story-sources';
import { TimelinePicture } from './timeline-picture';
import { toldTime } from './told-time';

export function Timeline({ story, onCard }: Omit<StoryPartProps, 'onLink'>) {
  const text = useText();
  const { t } = text;
  const [after, setAfter] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const { day, timeline } = story;
  const later = timeline.filter(({ place }) => place === 'after').length;
  const shown = after ? timeline : timeline.filter(({ place }) => place !== 'after');
  const sources = eachOnce(shown.map(({ source }) => source));
  const numbers = sourceNumbers({ sources });
  if (timeline.length === 0) return <p class="story-none">{t('story_time_none')}</p>;
  return (
    <OpenCardContext.Provider value={onCard}>
      <section class="story-part story-time">
        <div class="story-time-head">
          <h2>{t('story_time')}</h2>
          {later > 0 && (
            <Switch on={after} onChange={setAfter}>
              {text.count('story_time_after', later)}
            </Switch>
          )}
        </div>
        {shown.length === 0 ? (
          <p class="story-none">{t('story_lead_none')}</p>
        ) : (
          <div class="story-time-body">
            <TimelinePicture entries={shown} day={day} last={after ? lastOf(shown, day) : day} at={at} />
            <ol class="story-lines story-years">
              {shown.map((entry, index) => {
                const isFirstAfter = entry.place === 'after' && shown[index - 1]?.place !== 'after';
                return (
                  <li
                    key={`${entry.about.entity} ${entry.start} ${entry.end} ${entry.wording.property} ${entry.wording.words}`}
                    data-place={entry.place}
                    onPointerEnter={() => setAt(index)}
                    onPointerLeave={() => setAt(null)}
                    onFocusIn={() => setAt(index)}
                    onFocusOut={() => setAt(null)}
                  >
                    {isFirstAfter && <p class="story-turn">{t('story_time_turn', formatDay(text, day))}</p>}
                    <span class="story-when">
                      {toldTime(text, entry, day, after)}
                      {entry.place === 'around' && <span class="story-about"> · {t('story_time_around')}</span>}
                    </span>
                    <p class="story-words">
                      <LineText line={entry} mark={<SourceRef source={entry.source} numbers={numbers} />} />
                    </p>
                  </li>
                );
              })}
            </ol>
            <StorySources sources={sources} />
          </div>
        )}
      </section>
    </OpenCardContext.Provider>
  );
}

/** The last day mentioned by an entry. */
function lastOf(entries: readonly TimelineEntry[], day: Day): Day {
  return entries.reduce((last, { start, end }) => {
    const ends = [start, end]
      .filter((date) => date !== null && parsePartialDate(date) !== null)
      .map((date) => latest(date as string));
    return ends.reduce((latest, one) => (isBefore(latest, one) ? one : latest), last);
  }, day);
}
