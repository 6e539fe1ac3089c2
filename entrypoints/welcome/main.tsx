/** Wires the welcome page. It opens once, after the installation, and again from "Add sites" in the library. */
import { useEffect, useState } from 'preact/hooks';
import { SAMPLE_NAMES, type SampleCards, type SitesChoice, WelcomeView } from '../../components/settings';
import { callBackground } from '../../lib/messages';
import { DEFAULT_SETTINGS, grantPattern, type NetworkConsent, siteFromText } from '../../lib/settings';
import { chooseSitesHere } from '../own-page/choose-sites';
import { mayChooseNames } from '../own-page/may-choose-names';
import { setUpPage } from '../own-page/set-up-page';

const { settings, paint, draw } = setUpPage('welcome_title');

/** The names of the sample sentence and its day; their cards come from the pack like any other. */
const SAMPLE = SAMPLE_NAMES.map(([entity]) => entity);
const SAMPLE_DAY = '2020-11-20';

async function readSample(): Promise<SampleCards> {
  const cards = await Promise.allSettled(
    SAMPLE.map((entity) => callBackground('card', { entity, day: SAMPLE_DAY, here: SAMPLE })),
  );
  // By the key that was asked for: the pack may know the entity by another one by now.
  return Object.fromEntries(
    SAMPLE.flatMap((entity, at) => {
      const card = cards[at];
      return card?.status === 'fulfilled' ? [[entity, card.value.view]] : [];
    }),
  );
}

function readSites(lines: string) {
  const typed = lines.split(/[\n,]+/).filter((line) => line.trim() !== '');
  const read = typed.map((line) => ({ line: line.trim(), site: siteFromText(line) }));
  return {
    sites: [...new Set(read.flatMap(({ site }) => site ?? []))],
    bad: read.find(({ site }) => site === null)?.line ?? null,
  };
}

function originsOf(choice: SitesChoice): string[] {
  if (choice.type === 'all') return ['*://*/*'];
  return choice.type === 'some' ? choice.sites.map(grantPattern) : [];
}

async function finish(choice: SitesChoice): Promise<boolean> {
  const origins = originsOf(choice);
  const granted = origins.length === 0 || (await chooseSitesHere(settings, origins));
  if (granted) await settings.change({ welcomed: true });
  return granted;
}

function Welcome() {
  const [sample, setSample] = useState<SampleCards>({});
  const [now, setNow] = useState(DEFAULT_SETTINGS);

  useEffect(() => {
    const open = new AbortController();
    const show = (read: typeof DEFAULT_SETTINGS) => {
      paint(read.theme);
      setNow(read);
    };
    void settings.get().then(show);
    settings.subscribe(show, open.signal);
    void readSample().then(setSample);
    return () => open.abort();
  }, []);

  return (
    <WelcomeView
      sample={sample}
      network={now.network}
      names={now.names}
      readSites={readSites}
      onNetwork={(network) => void settings.change({ network })}
      onNames={(names) => void chooseNames(names)}
      onFinish={finish}
    />
  );
}

async function chooseNames(names: NetworkConsent): Promise<void> {
  if (await mayChooseNames(names)) await settings.change({ names });
}

draw('welcome', <Welcome />);
