// @vitest-environment happy-dom
/** When a selection is the reader's and rests, and when it is over. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSelection } from '../../../lib/page/point/watch-selection';

describe('a selection', () => {
  const settled = vi.fn();
  const ended = vi.fn();
  let isOwn = false;
  let end: AbortController;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    isOwn = false;
    end = new AbortController();
    document.body.innerHTML = '<p>Some words of a story</p>';
    getSelection()?.removeAllRanges();
    const now = () => performance.now();
    watchSelection({ doc: document, isOwn: () => isOwn, settled, ended, now, signal: end.signal });
  });
  afterEach(() => {
    end.abort();
    vi.useRealTimers();
  });

  const fire = (name: string, more: object = {}, trusted = true) => {
    const event = Object.assign(new Event(name, { bubbles: true, cancelable: true }), more);
    if (trusted) Object.defineProperty(event, 'isTrusted', { value: true });
    const on: EventTarget = name === 'selectionchange' ? document : document.body;
    on.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  };
  const select = () => {
    getSelection()?.selectAllChildren(document.querySelector('p') as Element);
    fire('selectionchange');
  };
  const drop = () => {
    getSelection()?.removeAllRanges();
    fire('selectionchange');
  };
  const rest = (ms = 300) => vi.advanceTimersByTime(ms);
  const drag = () => {
    fire('pointerdown', { pointerType: 'mouse' });
    select();
    fire('pointerup', { pointerType: 'mouse' });
  };

  it('made with the mouse is reported once it rests and the button is released, and not before', () => {
    fire('pointerdown', { pointerType: 'mouse' });
    select();
    rest(5_000);
    expect(settled).not.toHaveBeenCalled();
    fire('pointerup', { pointerType: 'mouse' });
    rest(299);
    expect(settled).not.toHaveBeenCalled();
    rest(1);
    expect(settled).toHaveBeenCalledExactlyOnceWith(document, false);
  });

  it('made with keys is reported, and with fingers, however long the handles are dragged', () => {
    fire('keydown', { key: 'ArrowRight', shiftKey: true });
    select();
    rest();
    expect(settled).toHaveBeenLastCalledWith(document, false);
    drop();
    fire('pointerdown', { pointerType: 'touch' });
    select();
    fire('pointercancel', { pointerType: 'touch' });
    rest(9_000);
    select();
    rest();
    expect(settled).toHaveBeenLastCalledWith(document, true);
    expect(settled).toHaveBeenCalledTimes(3);
  });

  it('made by the page does not count as the reader’s, nor one made with synthetic events', () => {
    select();
    rest();
    fire('pointerdown', { pointerType: 'mouse' }, false);
    select();
    fire('pointerup', { pointerType: 'mouse' }, false);
    fire('keydown', { key: 'ArrowRight', shiftKey: true }, false);
    select();
    rest();
    expect(settled).not.toHaveBeenCalled();
    // A second after the last key it is the page's, too.
    fire('keydown', { key: 'ArrowRight', shiftKey: true });
    rest(1_000);
    select();
    rest();
    expect(settled).not.toHaveBeenCalled();
  });

  it('changed by the page counts as the page’s', () => {
    drag();
    rest(2_000);
    settled.mockClear();
    select();
    rest();
    expect(settled).not.toHaveBeenCalled();
  });

  it('that collapses has ended, and the next is reported only after input by the reader', () => {
    drag();
    rest();
    ended.mockClear();
    rest(2_000);
    drop();
    expect(ended).toHaveBeenCalled();
    settled.mockClear();
    select();
    rest();
    expect(settled).not.toHaveBeenCalled();
  });

  it.each([
    ['pointerdown', { pointerType: 'mouse' }],
    ['keydown', { key: 'Escape' }],
    ['keydown', { key: 'a' }],
    ['keydown', { key: 'Backspace' }],
    ['keydown', { key: 'Enter' }],
    ['scroll', {}],
    ['resize', {}],
  ])('ends with %s %j', (name, more) => {
    drag();
    rest();
    ended.mockClear();
    fire(name, more);
    expect(ended).toHaveBeenCalled();
  });

  it.each([
    ['keydown', { key: 'c', ctrlKey: true }],
    ['keydown', { key: 'c', metaKey: true }],
    ['keydown', { key: 'l', altKey: true, shiftKey: true }],
    ['keydown', { key: 'Shift' }],
    ['keydown', { key: 'Escape' }, false],
  ])('remains after %s %j', (name, more, trusted = true) => {
    drag();
    rest();
    ended.mockClear();
    fire(name, more, trusted);
    expect(ended).not.toHaveBeenCalled();
  });

  it('is reported again after a scroll, but not after Escape or a letter', () => {
    drag();
    rest();
    settled.mockClear();
    fire('scroll');
    rest();
    expect(settled).toHaveBeenCalledTimes(1);
    drag();
    fire('keydown', { key: 'Escape' });
    rest();
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it.each(['Escape', 'a'])('that ended with %s is not brought back by that scroll, but by the next', (key) => {
    drag();
    rest();
    settled.mockClear();
    fire('keydown', { key });
    fire('scroll');
    fire('resize');
    rest();
    expect(settled).not.toHaveBeenCalled();
    drag();
    rest();
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('is not affected by events on our own element', () => {
    drag();
    rest();
    ended.mockClear();
    isOwn = true;
    fire('pointerdown', { pointerType: 'mouse' });
    fire('keydown', { key: 'Escape' });
    fire('scroll');
    expect(ended).not.toHaveBeenCalled();
  });

  it('is not observed any more when the visit is over', () => {
    drag();
    end.abort();
    rest();
    drag();
    rest();
    expect(settled).not.toHaveBeenCalled();
  });
});
