/**
 * The sample story is read like any story: its names are found by the background, and the usual machine opens the usual
 * card. Only the frame and the marks in a foreign page are not needed here.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../components/kit';
import { SampleStory, storyText } from '../../components/welcome';
import { openCard, runHover, type Target, type Under } from '../../lib/hover';
import type { ScanAnswer } from '../../lib/linking';
import { browser, callBackground } from '../../lib/messages';
import { placeBeside } from '../../lib/page';
import type { Settings, SettingsStore } from '../../lib/settings';
import { later } from '../own-page/later';
import { libraryAt, openTab } from '../own-page/open-tab';
import type { Unstored } from '../own-page/use-unstored';
import { SampleFrame } from './sample-frame';

const loadCard = async () => (await import('../own-page/card-here')).CardHere;
const CardHere = later(loadCard);

interface SampleHereProps {
  readonly settings: SettingsStore;
  readonly now: Settings;
  readonly leave: Unstored['leave'];
}

export function SampleHere({ settings, now, leave }: SampleHereProps) {
  const text = useText();
  const story = storyText(text);
  const [mentions, setMentions] = useState<ScanAnswer['mentions'] | null | 'unavailable'>(null);
  const [shown, setShown] = useState<Target | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const inPrivate = browser.extension?.inIncognitoContext === true;

  const hover = useRef(
    runHover<ReturnType<typeof setTimeout>, true>({
      restMs: now.restMs,
      setTimeout: (run, ms) => setTimeout(run, ms),
      clearTimeout: (timer) => clearTimeout(timer),
      onEffect(effect) {
        if (effect.type === 'show') setShown(effect.target);
        if (effect.type === 'hide') setShown(null);
        if (effect.type === 'mark-active') setActive(effect.mention?.id ?? null);
        // The card sends its own requests.
        if (effect.type === 'request-card') send({ type: 'answer', token: effect.token, answer: true });
        if (effect.type === 'focus-in') {
          focusWanted.current = true;
          focusHeading(card.current);
        }
        if (effect.type === 'restore-focus') nameOf(hover.current.state().last?.id)?.focus();
        if (effect.type === 'move') place();
      },
    }),
  );
  const send: typeof hover.current.send = (event) => hover.current.send(event);

  useEffect(() => {
    let open = true;
    const blocks = story.paragraphs.map((words, id) => ({ id, text: words, role: 'body' as const }));
    const { day, title } = story;
    callBackground('scan', { story: { day, title, language: text.t('text_language'), blocks, memory: null } }).then(
      (answer) => open && setMentions(answer.mentions.toSorted((a, b) => a.block - b.block || a.start - b.start)),
      () => open && setMentions('unavailable'),
    );
    return () => {
      open = false;
    };
    // A name that was muted in a card has no mark any more.
  }, [round, now.muted]);

  useEffect(() => send({ type: 'rest-changed', restMs: now.restMs }), [now.restMs]);

  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    // As soon as somebody reads, so that the first rest is not longer than all others.
    void loadCard().catch(() => {});
    document.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerType === 'touch') return;
        const at = { x: event.clientX, y: event.clientY };
        const under = underPointer(event.target, at);
        send({ type: 'pointer', at, time: event.timeStamp, late: 0, under, held: event.buttons !== 0 });
      },
      { signal, passive: true },
    );
    document.documentElement.addEventListener('pointerleave', () => send({ type: 'pointer-gone' }), { signal });
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!(target instanceof Element) || target.closest('.sample-card, [data-mention]')) return;
        send({ type: 'press-outside' });
      },
      { signal },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.isComposing || !openCard(hover.current.state())) return;
        event.preventDefault();
        send({ type: 'escape' });
      },
      { signal },
    );
    const moved = () => {
      const open = openCard(hover.current.state());
      const name = open && nameOf(open.mention.id);
      if (open) send({ type: 'anchor', anchor: name ? firstLine(name) : null });
    };
    addEventListener('scroll', moved, { signal, passive: true });
    addEventListener('resize', moved, { signal });
    document.addEventListener('visibilitychange', () => document.hidden && send({ type: 'tab-hidden' }), { signal });
    return () => {
      life.abort();
      send({ type: 'visit-ended' });
    };
  }, []);

  /** Beside the words, as tall as there is room; hidden until it has content. */
  function place(): void {
    const box = card.current;
    const open = openCard(hover.current.state());
    const name = open && nameOf(open.mention.id);
    if (!box || !open || !name || box.firstElementChild === null) return;
    if (!box.matches(':popover-open')) box.showPopover();
    box.style.maxHeight = 'none';
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const lines = [...name.getClientRects()];
    const spot = placeBeside(size, lines[0] ?? name.getBoundingClientRect(), lines, window);
    if (!spot) return;
    box.style.left = `${spot.x}px`;
    box.style.top = `${spot.y}px`;
    box.style.maxHeight = `${spot.height}px`;
    const { width, height } = box.getBoundingClientRect();
    send({ type: 'card-placed', rect: { x: spot.x, y: spot.y, width, height } });
    if (focusWanted.current) focusHeading(box);
  }

  useEffect(() => {
    const box = card.current;
    if (!box) return;
    focusWanted.current &&= shown !== null;
    if (!shown) return box.hidePopover();
    const watch = new ResizeObserver(place);
    const within = box.firstElementChild;
    if (within) watch.observe(within);
    return () => watch.disconnect();
  }, [shown]);

  const here = mentions === null || mentions === 'unavailable' ? [] : [...new Set(mentions.map((one) => one.entity))];
  return (
    <>
      <SampleStory
        story={story}
        mentions={mentions}
        active={active}
        onOpen={(id, name) => {
          const entity = name.dataset.entity ?? '';
          send({ type: 'summon', target: { mention: { id, entity }, anchor: firstLine(name) } });
        }}
        onRetry={() => setRound(round + 1)}
      />
      <div
        ref={card}
        popover="manual"
        class="sample-card"
        role="dialog"
        aria-label={text.t('welcome_card_label')}
        onFocusIn={() => send({ type: 'focus', inside: true })}
        onFocusOut={({ relatedTarget }) => {
          if (!(relatedTarget instanceof Node && card.current?.contains(relatedTarget)))
            send({ type: 'focus', inside: false });
        }}
      >
        {shown && (
          <div>
            <CardHere
              key={shown.mention.id}
              entity={shown.mention.entity}
              unknown={null}
              days={{ day: story.day, pageDay: story.day }}
              ofStory={false}
              here={here}
              insteadOfPage={false}
              tabId={null}
              inPrivate={inPrivate}
              settings={now}
              leave={leave}
              around={SampleFrame}
              onAskInCards={(askInCards) => void settings.change({ askInCards })}
              onBack={null}
              openTab={(url) => void openTab(url, null, true)}
              openNotes={(entity) => void openTab(libraryAt(`note/${encodeURIComponent(entity)}`), null, true)}
              onShown={() => {}}
            />
          </div>
        )}
      </div>
    </>
  );
}

const nameOf = (id: string | undefined): HTMLElement | null =>
  id === undefined ? null : document.querySelector<HTMLElement>(`[data-mention="${CSS.escape(id)}"]`);

const firstLine = (name: Element): DOMRect => name.getClientRects()[0] ?? name.getBoundingClientRect();

/** The line with the pointer, of a name that spans two lines. */
function lineAt(name: Element, { y }: { readonly y: number }): DOMRect {
  const lines = [...name.getClientRects()];
  return lines.find((line) => y >= line.top && y <= line.bottom) ?? firstLine(name);
}

function underPointer(target: EventTarget | null, at: { readonly x: number; readonly y: number }): Under {
  if (!(target instanceof Element)) return { on: 'nothing' };
  if (target.closest('.sample-card')) return { on: 'card' };
  const name = target.closest<HTMLElement>('[data-mention]');
  const { mention, entity } = name?.dataset ?? {};
  if (!name || mention === undefined || entity === undefined) return { on: 'nothing' };
  return { on: 'mention', target: { mention: { id: mention, entity }, anchor: lineAt(name, at) } };
}

function focusHeading(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
