/** The settings, each a sentence with immediate effect. */
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings';
import { Button, type MessageKey, Switch, useText } from '../kit';
import type { SettingsProps, WikiAddresses } from './props';
import { ChoiceField, Setting, UndoList } from './setting';
import { Sites } from './sites';

export function SettingsSection(props: SettingsProps) {
  const { settings, longestRestMs, nameOf, on } = props;
  const { t } = useText();
  return (
    <>
      <Setting name={t('settings_density')} help={t('settings_density_help')}>
        <ChoiceField<Settings['density']>
          value={settings.density}
          options={[
            ['quiet', t('settings_density_quiet')],
            ['normal', t('settings_density_normal')],
            ['every', t('settings_density_every')],
          ]}
          onChange={(density) => on.change({ density })}
        />
        <div class="of-choice">
          <Switch on={settings.marksHidden} onChange={(marksHidden) => on.change({ marksHidden })}>
            {t('settings_marks_hidden_switch')}
          </Switch>
          <p class="help">{t('settings_marks_hidden_help')}</p>
        </div>
      </Setting>
      <Setting name={t('settings_selection')} help={t('settings_selection_help')}>
        <Switch on={settings.selectionButton} onChange={(selectionButton) => on.change({ selectionButton })}>
          {t('settings_selection_switch')}
        </Switch>
      </Setting>
      <Rest restMs={settings.restMs} longest={longestRestMs} onChange={(restMs) => on.change({ restMs })} />
      <Setting name={t('settings_theme')} help={t('settings_theme_help')}>
        <ChoiceField<Settings['theme']>
          value={settings.theme}
          options={[
            ['system', t('settings_theme_system')],
            ['light', t('settings_theme_light')],
            ['dark', t('settings_theme_dark')],
          ]}
          onChange={(theme) => on.change({ theme })}
        />
      </Setting>
      <Setting name={t('settings_network')} help={t('settings_network_help')}>
        <ChoiceField<Settings['network']>
          value={settings.network}
          options={[
            ['never', t('settings_network_never')],
            ['ask', t('settings_network_ask')],
            ['automatic', t('settings_network_automatic')],
          ]}
          onChange={(network) => on.change({ network })}
        />
        {!props.tellsSight && settings.network === 'ask' && (
          <div class="of-choice">
            <Switch on={settings.askInCards} onChange={(askInCards) => on.change({ askInCards })}>
              {t('settings_ask_in_cards')}
            </Switch>
            <p class="help">{t('settings_ask_in_cards_why')}</p>
          </div>
        )}
        <div class="of-choice" role="radiogroup" aria-label={t('settings_names')}>
          <p class="sub">{t('settings_names')}</p>
          <p class="help">{t('settings_names_help')}</p>
          <ChoiceField<Settings['names']>
            value={settings.names}
            options={[
              ['never', t('settings_names_never')],
              ['ask', t('settings_names_ask')],
              ['automatic', t('settings_names_automatic'), t('settings_names_automatic_help')],
            ]}
            onChange={on.chooseNames}
          />
        </div>
        <div class="of-choice" role="radiogroup" aria-label={t('settings_pictures')}>
          <p class="sub">{t('settings_pictures')}</p>
          <p class="help">{t('settings_pictures_help')}</p>
          <ChoiceField<Settings['pictures']>
            value={settings.pictures}
            options={[
              ['never', t('settings_pictures_never')],
              ['ask', t('settings_pictures_ask')],
              ['automatic', t('settings_pictures_automatic')],
            ]}
            onChange={(pictures) => on.change({ pictures })}
          />
        </div>
      </Setting>
      <Wiki {...props} />
      <Setting name={t('settings_history')} help={t('settings_history_help')}>
        <Switch on={settings.history} onChange={(history) => on.change({ history })}>
          {t('settings_history_switch')}
        </Switch>
      </Setting>
      <Sites {...props} />
      <Setting name={t('settings_unmarked')} help={t('settings_unmarked_help')}>
        <p class="sub">{t('settings_known')}</p>
        <p class="help">{t('settings_known_help')}</p>
        <div class="choice">
          {props.knownKinds.map(({ kind, known }) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={known}
                onChange={({ currentTarget }) => on.knowAll(kind, currentTarget.checked)}
              />
              <span>{t(`known_kind_${kind}`)}</span>
            </label>
          ))}
        </div>
        <UndoList
          none={t('settings_known_none')}
          action={t('card_known_no_more')}
          items={settings.known.map((entity) => ({
            key: entity,
            line: nameOf(entity),
            undoLabel: t('popup_known_no_more_label', nameOf(entity)),
            undo: () => on.forgetKnown(entity),
          }))}
        />
        <p class="sub">{t('settings_muted')}</p>
        <p class="help">{t('settings_muted_help')}</p>
        <UndoList
          none={t('settings_muted_none')}
          action={t('settings_muted_undo')}
          items={settings.muted.map((entity) => ({
            key: entity,
            line: nameOf(entity),
            undoLabel: t('settings_muted_undo_label', nameOf(entity)),
            undo: () => on.unmute(entity),
          }))}
        />
      </Setting>
      <Setting name={t('settings_refused')} help={t('settings_refused_help')}>
        <UndoList
          none={t('settings_refused_none')}
          action={t('settings_refused_undo')}
          items={Object.entries(settings.refused).flatMap(([form, entities]) =>
            entities.map((entity) => ({
              key: `${form} ${entity}`,
              line: t('settings_refused_line', form, nameOf(entity)),
              undoLabel: t('settings_refused_undo_label', form, nameOf(entity)),
              undo: () => on.allowAgain(form, entity),
            })),
          )}
        />
      </Setting>
    </>
  );
}

interface RestProps {
  readonly restMs: number;
  readonly longest: number;
  readonly onChange: (restMs: number) => void;
}

function Rest({ restMs, longest, onChange }: RestProps) {
  const { t } = useText();
  return (
    <Setting name={t('settings_rest')} help={t('settings_rest_help')}>
      <label class="range">
        <input
          type="range"
          min={0}
          max={longest}
          step={50}
          value={restMs}
          aria-label={t('settings_rest')}
          onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
        />
        <output>{t('settings_rest_value', restMs)}</output>
      </label>
    </Setting>
  );
}

/** Whom Backstory asks, each with its name and how to reset it. */
const ADDRESSES = [
  ['wikiApi', 'settings_wiki', 'settings_wiki_reset'],
  ['germanWikiApi', 'settings_german_wiki', 'settings_german_wiki_reset'],
  ['wikidataApi', 'settings_wikidata', 'settings_wikidata_reset'],
  ['commonsApi', 'settings_commons', 'settings_commons_reset'],
  ['picturesAt', 'settings_pictures_at', 'settings_pictures_at_reset'],
] as const satisfies readonly (readonly [keyof WikiAddresses, MessageKey, MessageKey])[];

function Wiki({ settings, defaultWikis, on }: SettingsProps) {
  const { t } = useText();
  return (
    <Setting name={t('settings_wiki')} help={t('settings_wiki_help')}>
      {ADDRESSES.map(([which, label, reset]) => (
        <Fragment key={which}>
          {which !== 'wikiApi' && <p class="sub">{t(label)}</p>}
          <WikiAddress
            label={t(label)}
            value={settings[which]}
            usual={defaultWikis[which]}
            reset={t(reset)}
            onChange={(address) => on.changeWiki({ [which]: address })}
          />
          {which === 'germanWikiApi' && <p class="help">{t('settings_german_wiki_help')}</p>}
        </Fragment>
      ))}
    </Setting>
  );
}

interface WikiAddressProps {
  readonly label: string;
  readonly value: string;
  readonly usual: string;
  readonly reset: string;
  /** False if the address is not allowed. */
  readonly onChange: (address: string) => boolean;
}

function WikiAddress({ label, value, usual, reset, onChange }: WikiAddressProps) {
  const { t } = useText();
  const [bad, setBad] = useState(false);
  return (
    <>
      <input
        class="wide"
        type="url"
        dir="ltr"
        value={value}
        aria-label={label}
        aria-invalid={bad}
        onChange={({ currentTarget }) => setBad(!onChange(currentTarget.value.trim()))}
      />
      {bad && (
        <p class="error" role="alert">
          {t('settings_wiki_bad')}
        </p>
      )}
      {value !== usual && <Button onClick={() => setBad(!onChange(usual))}>{reset}</Button>}
    </>
  );
}
