/**
 * First run: what Backstory does, shown on one sentence; where it may read; whom it may ask. Nothing is on before the
 * button at the end is pressed, and the choice that asks for nothing comes first.
 */
import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CardView, EntityKey } from '../../lib/facts';
import type { NetworkConsent } from '../../lib/settings';
import { Button, formatDay, formatSpan, lineWords, useText } from '../kit';
import { Choice } from './setting';

export type SitesChoice =
  | { readonly type: 'ask' }
  | { readonly type: 'some'; readonly sites: readonly string[] }
  | { readonly type: 'all' };

/** The cards of the names in the sample, from the pack; empty where it cannot be opened. */
export type SampleCards = Readonly<Record<EntityKey, CardView>>;

interface WelcomeProps {
  readonly sample: SampleCards;
  readonly network: NetworkConsent;
  /** For the names of a story that no pack knows. */
  readonly names: NetworkConsent;
  /** Reads typed lines; `bad` is the first that is no site. */
  readonly readSites: (lines: string) => { readonly sites: readonly string[]; readonly bad: string | null };
  readonly onNetwork: (network: NetworkConsent) => void;
  readonly onNames: (names: NetworkConsent) => void;
  /** Called in the very turn of the press, so that the browser lets us ask. False: the reader said no. */
  readonly onFinish: (sites: SitesChoice) => Promise<boolean>;
}

type Finish = { readonly at: 'open' | 'refused' | 'done' } | { readonly at: 'bad-site'; readonly line: string };

export function WelcomeView({ sample, network, names, readSites, onNetwork, onNames, onFinish }: WelcomeProps) {
  const { t } = useText();
  const [sites, setSites] = useState<SitesChoice['type']>('ask');
  const [lines, setLines] = useState('');
  const [finish, setFinish] = useState<Finish>({ at: 'open' });
  const linesId = useId();

  async function press(): Promise<void> {
    const typed = readSites(lines);
    if (sites === 'some' && typed.bad !== null) return setFinish({ at: 'bad-site', line: typed.bad });
    const choice: SitesChoice = sites === 'some' ? { type: 'some', sites: typed.sites } : { type: sites };
    setFinish({ at: (await onFinish(choice)) ? 'done' : 'refused' });
  }

  return (
    <div class="page welcome">
      <header class="page-head">
        <h1>{t('welcome_title')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      <main>
        <Sample cards={sample} />
        <section id="sites" aria-labelledby="sites-title">
          <h2 id="sites-title">{t('welcome_sites')}</h2>
          <p class="help">{t('welcome_sites_lead')}</p>
          <fieldset class="setting" aria-labelledby="sites-title">
            <Choice<SitesChoice['type']>
              value={sites}
              options={[
                ['ask', t('welcome_sites_ask'), t('welcome_sites_ask_help')],
                ['some', t('welcome_sites_some'), t('welcome_sites_some_help')],
                ['all', t('welcome_sites_all'), t('welcome_sites_all_help')],
              ]}
              onChange={setSites}
            />
            {sites === 'some' && (
              <textarea
                id={linesId}
                class="wide"
                rows={4}
                spellcheck={false}
                autocapitalize="off"
                aria-label={t('welcome_sites_list_label')}
                aria-invalid={finish.at === 'bad-site'}
                value={lines}
                onInput={({ currentTarget }) => setLines(currentTarget.value)}
              />
            )}
          </fieldset>
        </section>
        <section aria-labelledby="sources-title">
          <h2 id="sources-title">{t('welcome_sources')}</h2>
          <p class="help">{t('welcome_sources_lead')}</p>
          <fieldset class="setting" aria-labelledby="sources-title">
            <Choice<NetworkConsent>
              value={network}
              options={[
                ['never', t('welcome_sources_never')],
                ['ask', t('welcome_sources_ask'), t('welcome_sources_help')],
                ['automatic', t('welcome_sources_automatic'), t('welcome_sources_help')],
              ]}
              onChange={onNetwork}
            />
          </fieldset>
          <p class="help">{t('welcome_names_lead')}</p>
          <fieldset class="setting" aria-label={t('settings_names')}>
            <Choice<NetworkConsent>
              value={names}
              options={[
                ['never', t('welcome_names_never')],
                ['ask', t('welcome_names_ask'), t('welcome_names_help')],
                ['automatic', t('welcome_names_automatic'), t('welcome_names_help')],
              ]}
              onChange={onNames}
            />
          </fieldset>
        </section>
        <p class="finish">
          <Button look="framed" onClick={() => void press()}>
            {t('welcome_finish')}
          </Button>
        </p>
        <p role="status" class={finish.at === 'bad-site' ? 'error' : 'said'}>
          {finish.at === 'bad-site' && t('welcome_sites_bad', finish.line)}
          {finish.at === 'refused' && t('welcome_sites_refused')}
          {finish.at === 'done' && t('welcome_done')}
        </p>
      </main>
    </div>
  );
}

/** The names of the sample sentence, in its order, as the story spells them. */
export const SAMPLE_NAMES: readonly (readonly [entity: EntityKey, form: string])[] = [
  ['qasem-soleimani', 'Soleimani'],
  ['abu-mahdi-al-muhandis', 'al-Mohandes'],
  ['popular-mobilization-forces', 'PMF'],
];

function Sample({ cards }: { readonly cards: SampleCards }) {
  const { t } = useText();
  const [open, setOpen] = useState<EntityKey>('abu-mahdi-al-muhandis');
  const view = cards[open];
  // A placeholder of its own each, so that any translation may order the names as it needs.
  const parts = t('welcome_sample', '{0}', '{1}', '{2}').split(/\{(\d)\}/);
  return (
    <figure class="sample">
      <blockquote>
        <p class="sample-date">{t('welcome_sample_date')}</p>
        <p class="sample-text">
          {parts.map((part, index) => {
            // Odd pieces are the numbers between the braces.
            const [entity, form] = (index % 2 === 1 && SAMPLE_NAMES[Number(part)]) || [];
            if (entity === undefined) return <Fragment key={`${index} ${part}`}>{part}</Fragment>;
            if (!cards[entity]) return <Fragment key={entity}>{form}</Fragment>;
            return (
              <button
                key={entity}
                type="button"
                class="sample-name"
                aria-pressed={entity === open}
                onPointerEnter={() => setOpen(entity)}
                onClick={() => setOpen(entity)}
              >
                {form}
              </button>
            );
          })}
        </p>
      </blockquote>
      {view && (
        <>
          <SampleCard view={view} />
          <figcaption class="help">{t('welcome_sample_caption')}</figcaption>
        </>
      )}
    </figure>
  );
}

/** First glance of a card: kind, name, the day. The whole card needs a page to stand on. */
function SampleCard({ view }: { readonly view: CardView }) {
  const text = useText();
  const { t } = text;
  const lines = (view.day.length > 0 ? view.day : view.before).slice(0, 2);
  return (
    <div class="sample-card" aria-live="polite">
      <div class="sample-head">
        <p class="kind">
          {view.qualifier === '' ? t(`kind_${view.kind}`) : `${t(`kind_${view.kind}`)} · ${view.qualifier}`}
        </p>
        <p class="name">{view.name}</p>
        {view.also.length > 0 && <p class="help">{t('card_also', view.also.slice(0, 2).join(', '))}</p>}
      </div>
      {lines.length > 0 && (
        <div class="sample-day">
          <p class="help">
            {view.storyDay !== null &&
              t(lines[0] === view.day[0] ? 'card_on_day' : 'card_before', formatDay(text, view.storyDay))}
          </p>
          {lines.map((line) => (
            <p key={lineWords(text, line)}>
              {lineWords(text, line)} <span class="help">{formatSpan(text, line.start, line.end)}</span>
            </p>
          ))}
        </div>
      )}
      <p class="sample-gloss">{view.gloss}</p>
    </div>
  );
}
