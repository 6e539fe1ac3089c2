/** The sites that are read, and what the browser allows beyond them. */
import { Button, useText } from '../kit';
import type { SettingsProps } from './props';
import { Setting, UndoList } from './setting';

const EVERYWHERE = ['<all_urls>', '*://*/*', 'https://*/*'];

export function Sites({ settings, sites, unread, on }: SettingsProps) {
  const { t } = useText();
  const nameOf = (pattern: string) =>
    EVERYWHERE.includes(pattern) ? t('settings_sites_all') : pattern.replace(/^[^:]+:\/\/(\*\.)?|\/\*$/g, '');
  return (
    <Setting name={t('settings_sites')} help={t('settings_sites_help')}>
      <UndoList
        none={t('settings_sites_none')}
        action={t('settings_sites_remove')}
        items={sites.map(({ pattern, allowed }) => {
          const name = nameOf(pattern);
          return {
            key: pattern,
            line: allowed ? name : t('settings_sites_not_allowed', name),
            undoLabel: t('settings_sites_remove_label', name),
            undo: () => on.removeSite(pattern),
            also: allowed
              ? null
              : {
                  action: t('settings_sites_allow'),
                  label: t('settings_sites_allow_label', name),
                  run: () => on.allowSite(pattern),
                },
          };
        })}
      />
      {unread.length > 0 && (
        <UndoList
          none=""
          action={t('settings_sites_give_back')}
          items={unread.map((origin) => ({
            key: origin,
            line: t('settings_sites_unread', nameOf(origin)),
            undoLabel: t('settings_sites_give_back_label', nameOf(origin)),
            undo: () => on.removeOrigin(origin),
          }))}
        />
      )}
      {settings.sitesOff.length > 0 && (
        <UndoList
          none=""
          action={t('settings_sites_on_again')}
          items={settings.sitesOff.map((site) => ({
            key: site,
            line: t('settings_sites_off', site),
            undoLabel: t('settings_sites_on_again_label', site),
            undo: () => on.switchOn(site),
          }))}
        />
      )}
      <Button look="framed" onClick={on.addSites}>
        {t('settings_sites_add')}
      </Button>
    </Setting>
  );
}
