/** "Catch me up": the dated lines that lead up to a story, and separately what came after. */
import type { TurningPoint } from '../../lib/story-background';
import { formatDay, formatPartialDate, useText } from '../kit';
import { LineSource } from './line-source';
import { LineText } from './line-text';
import type { StoryPartProps } from './props';
import { OpenCardContext } from './story-name';

export function CatchUp({ story, onCard, onLink }: StoryPartProps) {
  const text = useText();
  const { t } = text;
  const { day, isStoryDay, lead, since } = story;
  const until = formatDay(text, day);
  return (
    <OpenCardContext.Provider value={onCard}>
      <section class="story-part">
        <h2>{t('story_lead')}</h2>
        {lead.length > 0 ? (
          <>
            <p class="story-hint">{t(isStoryDay ? 'story_lead_hint' : 'story_lead_hint_today', until)}</p>
            <Lines lines={lead} onLink={onLink} />
          </>
        ) : (
          <p class="story-none">{t('story_lead_none')}</p>
        )}
      </section>
      {since.length > 0 && (
        <section class="story-part story-since">
          <h2>{t('card_since')}</h2>
          <p class="story-hint">{t('story_since_hint', until)}</p>
          <Lines lines={since} onLink={onLink} />
        </section>
      )}
    </OpenCardContext.Provider>
  );
}

function Lines({ lines, onLink }: { readonly lines: readonly TurningPoint[]; readonly onLink: (url: string) => void }) {
  const text = useText();
  return (
    <ol class="story-lines">
      {lines.map((line) => (
        <li key={`${line.about.entity} ${line.turn} ${line.wording.property} ${line.wording.words}`}>
          <span class="story-when">{formatPartialDate(text, line.turn)}</span>
          <p class="story-words">
            <LineText line={line} ends={line.ends} />
          </p>
          <LineSource source={line.source} onOpen={onLink} />
        </li>
      ))}
    </ol>
  );
}
