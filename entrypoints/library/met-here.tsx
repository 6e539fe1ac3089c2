/** Connects the list of what the reader met. Recall, with its scheduler, is loaded when the reader starts it. */
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/kit';
import { fragmentOf, Section } from '../../components/library';
import { MetView } from '../../components/met';
import type { EntityKey } from '../../lib/facts';
import { callBackground } from '../../lib/messages';
import { metOverview } from '../../lib/notes';
import { later } from '../own-page/later';
import { RecallBegin } from './recall-begin';
import { sightings } from './stores';
import type { Tell } from './tell';
import { useWatched } from './use-watched';

const RecallHere = later(async () => (await import('./recall-here')).RecallHere);
const readMet = async () => metOverview(await sightings.all());
/** More rows than anybody reads. */
const MOST_NAMES = 500;

interface MetHereProps {
  readonly history: boolean;
  readonly onHistory: (on: boolean) => void;
  readonly tell: Tell;
}

export function MetHere({ history, onHistory, tell }: MetHereProps) {
  const { t } = useText();
  const read = useWatched(readMet);
  const [names, setNames] = useState<Readonly<Record<EntityKey, string>>>({});
  const [recalls, setRecalls] = useState(false);
  const met = read === null || read === 'unavailable' ? null : read;
  const shown = met?.names.slice(0, MOST_NAMES) ?? [];
  const asked = shown.map(({ entity }) => entity).join('\n');

  useEffect(() => {
    // Without an answer the keys themselves are shown.
    if (asked !== '') void callBackground('names', { entities: asked.split('\n') }).then(setNames, () => {});
  }, [asked]);

  return (
    <Section name="met" title={t('met_title')}>
      <MetView
        history={history}
        onHistory={onHistory}
        names={
          typeof read === 'object' && read !== null
            ? shown.map((one) => ({ ...one, name: names[one.entity] ?? one.entity }))
            : read
        }
        sites={met?.sites ?? []}
        hrefOf={(entity) => fragmentOf({ at: 'entity', entity, day: null })}
        onForgetSite={(site) => tell.after(sightings.forgetSite(site), null)}
        onForget={() => tell.after(sightings.clear(), null)}
        recall={
          recalls ? (
            <RecallHere
              met={shown.flatMap(({ stories: [latest] }) => (latest ? [latest] : []))}
              onEnd={() => setRecalls(false)}
            />
          ) : (
            <RecallBegin onBegin={() => setRecalls(true)} />
          )
        }
      />
    </Section>
  );
}
