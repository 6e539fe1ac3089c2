/** What the popup shows, as told by the background and the reader script. It has no state of its own. */
import type { NotAllowed, PopupState } from '../../components/glossary';
import { type callBackground, type callReader, type GlossaryAnswer, toCallError } from '../../lib/messages';

export interface PopupQuestions {
  readonly callBackground: typeof callBackground;
  readonly callReader: typeof callReader;
  /**
   * The popup belongs to the toolbar: its press has given access to the tab (activeTab). If the browser still hides the
   * address, the page cannot be accessed.
   */
  readonly fromToolbar: boolean;
  /**
   * The reader opened it to have this tab read. A panel that merely follows the tabs injects no script into any page:
   * if the scout found no story, it says so.
   */
  readonly mayPutIn: boolean;
}

export async function popupState(tabId: number, questions: PopupQuestions): Promise<PopupState> {
  const { callBackground, callReader, fromToolbar, mayPutIn } = questions;
  try {
    const site = await callBackground('site', { tabId });
    if (site.state === 'closed-to-us') {
      return { at: 'closed', why: fromToolbar && site.why === 'unknown-address' ? 'browser-page' : site.why };
    }
    if (!site.on) return { at: 'off', site: site.site };
    if (site.reader === 'absent') {
      if (!site.chosen || !site.granted) {
        return { at: 'not-allowed', site: site.site, incognito: site.incognito, why: refusalOf(site) };
      }
      if (!mayPutIn) return { at: 'no-story' };
      // A scout at most, which has found nothing to read: the reader script can say why. Or nobody, in a tab that is
      // older than the grant or than this version of Backstory.
      if (!(await callBackground('useHere', { tabId }))) return { at: 'reload' };
    }
    const glossary = await callReader(tabId, 'glossary', {});
    const unread = glossary.state === 'not-an-article' || glossary.state === 'off-limits';
    if (!unread && glossary.entries.length === 0) {
      const packs = await callBackground('packs', {});
      if (packs.every(({ problem }) => problem !== null)) return { at: 'pack-broken' };
    }
    return { at: 'reading', glossary: await withNotes(glossary, questions) };
  } catch (thrown) {
    return { at: toCallError(thrown).code === 'no-receiver' ? 'reload' : 'failed' };
  }
}

function refusalOf({ chosen, granted }: { readonly chosen: boolean; readonly granted: boolean }): NotAllowed {
  if (chosen) return 'taken-back';
  return granted ? 'not-chosen' : 'not-asked';
}

/** A glossary without notes is better than none: failures here are ignored. */
async function withNotes(glossary: GlossaryAnswer, { callBackground }: PopupQuestions): Promise<GlossaryAnswer> {
  if (glossary.entries.length === 0) return glossary;
  const entities = glossary.entries.map(({ entity }) => entity);
  const noted = new Set(await callBackground('noted', { entities }).catch(() => []));
  return { ...glossary, entries: glossary.entries.map((entry) => ({ ...entry, noted: noted.has(entry.entity) })) };
}
