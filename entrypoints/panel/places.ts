/**
 * The tabs of the panel beside the names, in order. Each is one line here, and is loaded when the reader opens it:
 * `Here` gets the story as known now and draws the content below the tabs.
 */
import type { FunctionComponent } from 'preact';
import type { MessageKey } from '../../components/kit';
import type { EntityKey } from '../../lib/facts';
import type { GlossaryAnswer } from '../../lib/messages';
import type { Settings } from '../../lib/settings';
import { later } from '../own-page/later';

export interface PlaceProps {
  readonly tabId: number;
  /** Its names with their keys, its day, its title. Passed again whenever they change, or a note was stored. */
  readonly glossary: GlossaryAnswer;
  /** Nothing from it may be stored. */
  readonly inPrivate: boolean;
  readonly settings: Settings;
  /** In the panel, over this tab. */
  readonly openCard: (entity: EntityKey) => void;
  readonly openLink: (url: string) => void;
}

export interface PanelPlace {
  readonly id: string;
  readonly label: MessageKey;
  readonly Here: FunctionComponent<PlaceProps>;
}

const inStory = (part: 'CatchUpHere' | 'TimelineHere' | 'TiesHere') =>
  later<PlaceProps>(async () => (await import('./story-here'))[part]);

export const PLACES: readonly PanelPlace[] = [
  { id: 'story', label: 'panel_story', Here: inStory('CatchUpHere') },
  { id: 'timeline', label: 'panel_timeline', Here: inStory('TimelineHere') },
  { id: 'ties', label: 'panel_ties', Here: inStory('TiesHere') },
  { id: 'map', label: 'panel_map', Here: later(async () => (await import('./map-here')).MapHere) },
  { id: 'notes', label: 'panel_notes', Here: later(async () => (await import('./notes-beside')).NotesBeside) },
];
