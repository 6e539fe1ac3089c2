/**
 * Tells the style of a card where it goes on out of sight – a line that is cut by the edge has to look so –, and whether
 * there is room to keep its foot in sight.
 *
 *   data-above, data-below   there is more that way
 *   data-keeps               the foot stays: it leaves the first glance in sight, and most of the frame, and no long thing
 *                            is open in it or below it
 */

/** Share of the frame that a foot may take and stay. */
const FOOT_SHARE = 0.6;
/** The first glance ends with the last of these that there is. */
const GLANCE = ['h2', '.bands li'];
/** What is read or written at length scrolls with the rest. */
const LONG = '.panel, footer .note-editor, footer .note-all';

export function watchEdges(view: Window, place: Element): void {
  const root = view.document.documentElement;
  function look(): void {
    const foot = place.querySelector('footer');
    const height = foot?.getBoundingClientRect().height ?? 0;
    const glance = GLANCE.map((part) => place.querySelector(part)?.getBoundingClientRect().bottom ?? 0);
    const room = Math.min(view.innerHeight - Math.max(...glance) - view.scrollY, view.innerHeight * FOOT_SHARE);
    const keeps = foot !== null && !place.querySelector(LONG) && height <= room;
    root.toggleAttribute('data-keeps', keeps);
    root.style.setProperty('--foot', keeps ? `${Math.ceil(height)}px` : '0px');
    root.toggleAttribute('data-above', view.scrollY > 1);
    root.toggleAttribute('data-below', root.scrollHeight - view.innerHeight - view.scrollY > 1);
  }
  new ResizeObserver(look).observe(place);
  view.addEventListener('resize', look);
  view.addEventListener('scroll', look, { passive: true });
}
