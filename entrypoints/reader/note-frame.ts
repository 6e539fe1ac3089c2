/** Puts the frame in which a note is written into an open card, and hears it out. See entrypoints/note. */
import { browser, callBackground, type NoteFrameNews } from '../../lib/messages';
import type { Passage } from '../../lib/notes';
import type { Theme } from '../../lib/settings';

export interface NoteFrameOptions {
  readonly slot: HTMLElement;
  readonly entity: string;
  readonly passage: Passage | null;
  readonly theme: Theme;
  readonly tell: (news: Extract<NoteFrameNews, { type: 'stored' | 'done' | 'refused' }>) => void;
  /** The frame takes another height now. */
  readonly resized: () => void;
}

/** ms; the worker may have to start first. */
const READY_WITHIN_MS = 3_000;

/** Returns what takes it away. */
export function openNoteFrame({ slot, entity, passage, theme, tell, resized }: NoteFrameOptions): () => void {
  const frame = slot.ownerDocument.createElement('iframe');
  frame.title = browser.i18n.getMessage('card_note' as never);
  // A page that embeds nothing without its consent (COEP) blocks a frame under a dynamic address, but not this one.
  frame.setAttribute('credentialless', '');
  const refused = () => tell({ type: 'refused' });
  const timer = setTimeout(refused, READY_WITHIN_MS);
  let port: MessagePort | null = null;
  let gone = false;
  let stands = false;
  callBackground('openNote', { entity, passage }).then(({ ticket }) => {
    if (gone) return;
    frame.addEventListener('load', () => {
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }: MessageEvent<NoteFrameNews>) => {
        if (data.type === 'ready') {
          clearTimeout(timer);
          frame.focus();
        } else if (data.type === 'height') {
          frame.style.height = `${data.px}px`;
          resized();
          if (!stands) frame.scrollIntoView({ block: 'nearest' });
          stands = true;
        } else tell(data);
      };
      // Its address there is another one than here; the ticket is good once, and the page has no end of the port.
      frame.contentWindow?.postMessage({ ticket, theme }, '*', [channel.port2]);
    });
    frame.src = browser.runtime.getURL('/note.html' as never);
    slot.append(frame);
  }, refused);
  return () => {
    gone = true;
    clearTimeout(timer);
    port?.close();
    frame.remove();
  };
}
