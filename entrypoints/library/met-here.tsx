/** Wires what the reader met. Recall, and the scheduler in it, is loaded when the reader begins it. */
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../components/kit';
import { hashOf, Section } from '../../components/library';
import { MetView } from '../../components/met';
import type { EntityKey } from '../../lib/facts';
import { callBackground } from '../../lib/messages';
import { type Sighting, siteOfStory } from '../../lib/notes';
import { later } from '../own-page/later';
import { RecallBegin } from './recall-begin';
import { sightings } from './stores';
import { useWatched } from './use-watched';

const RecallHere = later(async () => (await import('./recall-here')).RecallHere);
const readAll = () => sightings.all();
/** More rows than anybody reads. */
const MOST_NAMES = 500;

interface MetHereProps {
  readonly history: boolean;
  readonly onHistory: (on: boolean) => void;
}

export function MetHere({ history, onHistory }: MetHereProps) {
  const { t } = useText();
  const read = useWatched(readAll);
  const [names, setNames] = useState<Readonly<Record<EntityKey, string>>>({});
  const [recalls, setRecalls] = useState(false);
  const all = read === null || read === 'unavailable' ? [] : read;
  const byName = [...grouped(all, ({ entity }) => entity)].slice(0, MOST_NAMES);
  const asked = byName.map(([entity]) => entity).join('\n');

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
            ? byName.map(([entity, stories]) => ({ entity, name: names[entity] ?? entity, stories }))
            : read
        }
        sites={sitesOf(all)}
        hrefOf={(entity) => hashOf({ at: 'entity', entity, day: null })}
        onForgetSite={(site) => void sightings.forgetSite(site)}
        onForget={() => void sightings.clear()}
        recall={
          recalls ? (
            <RecallHere
              met={byName.flatMap(([, [latest]]) => (latest ? [latest] : []))}
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

function sitesOf(all: readonly Sighting[]) {
  const stories = grouped([...new Set(all.map(({ url }) => url))], siteOfStory);
  return [...stories]
    .map(([site, urls]) => ({ site, stories: urls.length }))
    .sort((one, other) => other.stories - one.stories || (one.site < other.site ? -1 : 1));
}

function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}
