/** Connects the welcome page. It opens once, after the installation, and again from "Add sites" in the library. */
import { useEffect, useState } from 'preact/hooks';
import { UnstoredNotes } from '../../components/glossary';
import { type SitesChoice, WelcomeView } from '../../components/welcome';
import { DEFAULT_SETTINGS, grantPattern, type NetworkConsent, type Settings, siteFromText } from '../../lib/settings';
import { chooseSitesHere } from '../own-page/choose-sites';
import { mayChooseNames } from '../own-page/may-choose-names';
import { setUpPage } from '../own-page/set-up-page';
import { useKeys } from '../own-page/use-keys';
import { useUnstored } from '../own-page/use-unstored';
import { SampleHere } from './sample-here';
import { usePin } from './use-pin';

const { settings, paint, draw } = setUpPage('welcome_title');

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
  const [now, setNow] = useState<Settings>(DEFAULT_SETTINGS);
  const unstored = useUnstored();
  const keys = useKeys(null, true);
  const pin = usePin();

  useEffect(() => {
    const open = new AbortController();
    const show = (read: Settings) => {
      paint(read.theme);
      setNow(read);
    };
    void settings.get().then(show);
    settings.subscribe(show, open.signal);
    return () => open.abort();
  }, []);

  return (
    <>
      <WelcomeView
        sample={<SampleHere settings={settings} now={now} leave={unstored.leave} />}
        pin={pin}
        keys={keys.lines}
        network={now.network}
        names={now.names}
        readSites={readSites}
        onNetwork={(network) => void settings.change({ network })}
        onNames={(names) => void chooseNames(names)}
        onChangeKeys={keys.change}
        onFinish={finish}
      />
      <UnstoredNotes names={unstored.names} />
    </>
  );
}

async function chooseNames(names: NetworkConsent): Promise<void> {
  if (await mayChooseNames(names)) await settings.change({ names });
}

draw('welcome', <Welcome />);
