/** A card that is open, and what is done to it other than by the pointer: asked for, held, let go, turned over, put away. */
import { describe, expect, it } from 'vitest';
import { GRACE_MS, openCard } from '../../../lib/hover';
import { closing, drive, over, target } from './driver';

const NOTHING = { on: 'nothing' } as const;
const IN_CARD = { on: 'card' } as const;
type Driven = ReturnType<typeof drive>;

const modesTold = (hover: Driven) => hover.of('mode').map(({ mode }) => mode);
const focused = (hover: Driven) => openCard(hover.state())?.focusInside;

describe('a command for the card that is already open', () => {
  it('moves the focus into a hovered card, which then looks focused', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'summon', target: target('soleimani') });
    expect([hover.mode(), focused(hover), modesTold(hover)]).toEqual(['focus', true, ['focus']]);
  });

  it('keeps a card that is about to close', () => {
    const hover = closing();
    hover.send({ type: 'summon', target: target('soleimani') });
    hover.wait(60_000);
    expect(hover.mode()).toBe('focus');
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('leaves a pinned card pinned and a sheet a sheet: only the focus moves', () => {
    const pinned = drive();
    pinned.open();
    pinned.send({ type: 'pin' });
    pinned.send({ type: 'summon', target: target('soleimani') });
    expect([pinned.mode(), focused(pinned), modesTold(pinned)]).toEqual(['pinned', true, ['pinned']]);
    const sheet = drive();
    sheet.send({ type: 'tap', target: target('soleimani') });
    sheet.send({ type: 'focus', inside: false });
    sheet.send({ type: 'summon', target: target('soleimani') });
    expect([sheet.mode(), focused(sheet), modesTold(sheet)]).toEqual(['sheet', true, []]);
  });

  it('does not announce the look again if the focus is inside already', () => {
    const hover = drive();
    hover.send({ type: 'summon', target: target('soleimani') });
    hover.send({ type: 'summon', target: target('soleimani') });
    expect(modesTold(hover)).toEqual([]);
  });
});

describe('a tap', () => {
  it('on the name of the open sheet changes nothing', () => {
    const hover = drive();
    hover.send({ type: 'tap', target: target('soleimani') });
    const before = hover.state();
    expect(hover.send({ type: 'tap', target: target('soleimani') })).toEqual([]);
    expect(hover.state()).toBe(before);
  });

  it('on another name opens its sheet', () => {
    const hover = drive();
    hover.send({ type: 'tap', target: target('soleimani') });
    hover.send({ type: 'tap', target: target('pmf') });
    expect(hover.shown()).toEqual(['soleimani', 'pmf']);
    expect([hover.mode(), focused(hover)]).toEqual(['sheet', true]);
    expect(hover.of('focus-in')).toHaveLength(2);
  });

  it('on a name whose card is open by hover turns it into a sheet', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'tap', target: target('soleimani') });
    expect(hover.of('show').map(({ mode }) => mode)).toEqual(['hover', 'sheet']);
  });
});

describe('the focus', () => {
  it('turns a hovered card into a focused one, and says so once', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'focus', inside: true });
    hover.send({ type: 'focus', inside: true });
    expect([hover.mode(), modesTold(hover)]).toEqual(['focus', ['focus']]);
  });

  it('that was never inside cannot leave', () => {
    const hover = drive();
    hover.open();
    const before = hover.state();
    hover.send({ type: 'focus', inside: false });
    expect(hover.state()).toBe(before);
  });

  it('keeps a card that is about to close', () => {
    const hover = closing();
    hover.send({ type: 'focus', inside: true });
    hover.wait(60_000);
    expect(hover.mode()).toBe('focus');
  });

  it('leaving a card under the pointer leaves it open, as a hovered one', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'focus', inside: true });
    hover.move(120, 200, IN_CARD);
    hover.send({ type: 'focus', inside: false });
    hover.wait(60_000);
    expect([hover.mode(), modesTold(hover)]).toEqual(['hover', ['focus', 'hover']]);
  });

  it('comes and goes in a pinned card and in a sheet, which stay open', () => {
    const pinned = drive();
    pinned.open();
    pinned.send({ type: 'pin' });
    const sheet = drive();
    sheet.send({ type: 'tap', target: target('soleimani') });
    for (const [hover, mode] of [
      [pinned, 'pinned'],
      [sheet, 'sheet'],
    ] as const) {
      for (const inside of [true, false]) {
        hover.send({ type: 'focus', inside });
        expect([hover.mode(), focused(hover)]).toEqual([mode, inside]);
      }
    }
  });

  it('goes back to where it was when a pinned card with the focus inside is closed', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'pin' });
    hover.send({ type: 'focus', inside: true });
    hover.send({ type: 'close' });
    expect(hover.of('restore-focus')).toHaveLength(1);
  });
});

describe('a pin', () => {
  it('keeps a card that is about to close, and a focused one keeps its focus when unpinned', () => {
    const hover = closing();
    hover.send({ type: 'pin' });
    hover.wait(60_000);
    hover.send({ type: 'focus', inside: true });
    hover.send({ type: 'unpin' });
    expect([hover.mode(), modesTold(hover)]).toEqual(['focus', ['pinned', 'focus']]);
  });

  it('needs an open card that is not a sheet', () => {
    const idle = drive();
    const resting = drive();
    resting.enter('soleimani');
    const sheet = drive();
    sheet.send({ type: 'tap', target: target('soleimani') });
    for (const hover of [idle, resting, sheet]) {
      const before = hover.state();
      expect(hover.send({ type: 'pin' })).toEqual([]);
      expect(hover.state()).toBe(before);
    }
  });

  it('can only be removed if there is one', () => {
    const hover = drive();
    hover.open();
    const before = hover.state();
    expect(hover.send({ type: 'unpin' })).toEqual([]);
    expect(hover.state()).toBe(before);
  });

  it('removed with the pointer on the card or the name leaves it open', () => {
    for (const under of [IN_CARD, over('soleimani')]) {
      const hover = drive();
      hover.open();
      hover.send({ type: 'pin' });
      hover.move(600, 20, NOTHING);
      hover.move(120, 110, under);
      hover.send({ type: 'unpin' });
      hover.wait(60_000);
      expect(hover.mode()).toBe('hover');
    }
  });
});

describe('a name that moves', () => {
  const anchor = { x: 100, y: 60, width: 80, height: 20 };

  it('takes a pinned card along, but not a sheet, which has its own place', () => {
    const pinned = drive();
    pinned.open();
    pinned.send({ type: 'pin' });
    expect(pinned.send({ type: 'anchor', anchor })).toEqual([{ type: 'move', anchor }]);
    const sheet = drive();
    sheet.send({ type: 'tap', target: target('soleimani') });
    expect(sheet.send({ type: 'anchor', anchor })).toEqual([]);
    expect(openCard(sheet.state())?.anchor).toEqual(anchor);
  });

  it('moves nothing while no card is open', () => {
    const hover = drive();
    hover.enter('soleimani');
    const before = hover.state();
    expect(hover.send({ type: 'anchor', anchor })).toEqual([]);
    expect(hover.state()).toBe(before);
  });
});

describe('pressing a name in the card', () => {
  it('keeps a card that is about to close, since it is in use', () => {
    const hover = closing();
    hover.send({ type: 'nested', entity: 'a' });
    hover.wait(60_000);
    expect(hover.mode()).toBe('hover');
    expect(openCard(hover.state())?.pointerIn).toBe('card');
  });

  it('changes nothing if the card shows that name already', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'nested', entity: 'a' });
    const before = hover.state();
    expect(hover.send({ type: 'nested', entity: 'a' })).toEqual([]);
    expect(hover.state()).toBe(before);
  });

  it('leaves a focused card focused', () => {
    const hover = drive();
    hover.send({ type: 'summon', target: target('soleimani') });
    hover.send({ type: 'nested', entity: 'a' });
    expect(hover.mode()).toBe('focus');
    expect(hover.of('turn')).toEqual([{ type: 'turn', entity: 'a', depth: 1 }]);
  });

  it('does nothing without a card, as do Back and choosing another entity', () => {
    const hover = drive();
    hover.enter('soleimani');
    const before = hover.state();
    for (const event of [{ type: 'nested', entity: 'a' }, { type: 'back' }, { type: 'instead', entity: 'a' }] as const)
      expect(hover.send(event)).toEqual([]);
    expect(hover.state()).toBe(before);
  });
});

it('a closing card removes the tint of its name, and hides once', () => {
  const hover = closing();
  hover.wait(GRACE_MS);
  expect(hover.of('mark-active').at(-1)?.mention).toBeNull();
  expect(hover.of('hide')).toHaveLength(1);
});
