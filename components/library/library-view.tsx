/** The library's frame: its name, the list of sections, notices, and the place itself. */
import type { ComponentChildren } from 'preact';
import { type MessageKey, useText } from '../kit';
import { fragmentOf, LIBRARY_SECTIONS, type LibraryPlace, type LibrarySection, sectionOf } from './place';
import { Travelled } from './section';

export const TITLES: Readonly<Record<LibrarySection, MessageKey>> = {
  notes: 'notes_title',
  knowledge: 'knowledge_title',
  met: 'met_title',
  sync: 'sync_title',
  backup: 'backup_title',
  settings: 'settings_title',
  packs: 'library_packs',
  requests: 'library_requests',
  storage: 'library_storage',
  privacy: 'privacy_title',
};

interface LibraryViewProps {
  readonly place: LibraryPlace;
  readonly travelled: boolean;
  /** Lines above every place, e.g. that the database was emptied. */
  readonly notices?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function LibraryView({ place, travelled, notices, children }: LibraryViewProps) {
  const { t } = useText();
  const here = sectionOf(place);
  return (
    <div class="page library">
      <header class="page-head">
        <h1>{t('library_title')}</h1>
      </header>
      <nav aria-label={t('library_nav_label')}>
        <ul>
          {LIBRARY_SECTIONS.map((name) => (
            <li key={name}>
              <a href={fragmentOf({ at: name })} aria-current={name === here ? 'page' : undefined}>
                {t(TITLES[name])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {notices}
        <Travelled.Provider value={travelled}>{children}</Travelled.Provider>
      </main>
    </div>
  );
}
