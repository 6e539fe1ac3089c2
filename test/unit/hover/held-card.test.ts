/** A card that is open, and what is done to it other than by the pointer: asked for, held, let go, turned over, put away. */
import { describe, expect, it } from 'vitest';
import { GRACE_MS, openCard } from '../../../lib/hover';
import { closing, drive, over, target } from './driver';

const NOTHING = { on: 'nothing' } as const;
const IN_CARD = { on: 'card' } as const;
type Driven = ReturnType<typeof drive>;

const modesTold = (hover: Driven) => hover.of('mode').map(({ mode }) => mode);
const focused = (hover: Driven) => openCard(hover.state())?.focusInside;

describe('a command for the card that is open already', () => {
  it('takes the focus into a hovered card, and the look follows', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'summon', target: target('soleimani') });
    expect([hover.mode(), focused(hover), modesTold(hover)]).toEqual(['focus', true, ['focus']]);
  });

  it('saves a card that is just going', () => {
    const hover = closing();
    hover.send({ type: 'summon', target: target('soleimani') });
    hover.wait(60_000);
    expect(hover.mode()).toBe('focus');
    expect(hover.shown()).toEqual(['soleimani']);
  });

  it('leaves a pinned card pinned and a sheet a sheet: only the focus goes in', () => {
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

  it('says nothing of the look again where the focus is inside already', () => {
    const hover = drive();
    hover.send({ type: 'summon', target: target('soleimani') });
    hover.send({ type: 'summon', target: target('soleimani') });
    expect(modesTold(hover)).toEqual([]);
  });
});

describe('a tap', () => {
  it('on the name of the sheet that is open changes nothing', () => {
    const hover = drive();
    hover.send({ type: 'tap', target: target('soleimani') });
    const before = hover.state();
    expect(hover.send({ type: 'tap', target: target('soleimani') })).toEqual([]);
    expect(hover.state()).toBe(before);
  });

  it('on another name brings its sheet', () => {
    const hover = drive();
    hover.send({ type: 'tap', target: target('soleimani') });
    hover.send({ type: 'tap', target: target('pmf') });
    expect(hover.shown()).toEqual(['soleimani', 'pmf']);
    expect([hover.mode(), focused(hover)]).toEqual(['sheet', true]);
    expect(hover.of('focus-in')).toHaveLength(2);
  });

  it('on a name whose card is open by hover makes a sheet of it', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'tap', target: target('soleimani') });
    expect(hover.of('show').map(({ mode }) => mode)).toEqual(['hover', 'sheet']);
  });
});

describe('the focus', () => {
  it('makes a hovered card a focused one, and says so once', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'focus', inside: true });
    hover.send({ type: 'focus', inside: true });
    expect([hover.mode(), modesTold(hover)]).toEqual(['focus', ['focus']]);
  });

  it('that never was inside does not leave', () => {
    const hover = drive();
    hover.open();
    const before = hover.state();
    hover.send({ type: 'focus', inside: false });
    expect(hover.state()).toBe(before);
  });

  it('saves a card that is just going', () => {
    const hover = closing();
    hover.send({ type: 'focus', inside: true });
    hover.wait(60_000);
    expect(hover.mode()).toBe('focus');
  });

  it('that leaves a card under the pointer leaves it open, as a hovered one', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'focus', inside: true });
    hover.move(120, 200, IN_CARD);
    hover.send({ type: 'focus', inside: false });
    hover.wait(60_000);
    expect([hover.mode(), modesTold(hover)]).toEqual(['hover', ['focus', 'hover']]);
  });

  it('comes and goes in a pinned card and in a sheet, which stay', () => {
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

  it('goes back where it was when a pinned card with the focus inside is closed', () => {
    const hover = drive();
    hover.open();
    hover.send({ type: 'pin' });
    hover.send({ type: 'focus', inside: true });
    hover.send({ type: 'close' });
    expect(hover.of('restore-focus')).toHaveLength(1);
  });
});

describe('a pin', () => {
  it('saves a card that is just going, and a focused one keeps its focus when it is taken off', () => {
    const hover = closing();
    hover.send({ type: 'pin' });
    hover.wait(60_000);
    hover.send({ type: 'focus', inside: true });
    hover.send({ type: 'unpin' });
    expect([hover.mode(), modesTold(hover)]).toEqual(['focus', ['pinned', 'focus']]);
  });

  it('is for a card that is open, and not for a sheet', () => {
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

  it('is only taken off where it is', () => {
    const hover = drive();
    hover.open();
    const before = hover.state();
    expect(hover.send({ type: 'unpin' })).toEqual([]);
    expect(hover.state()).toBe(before);
  });

  it('taken off with the pointer in the card or on the name leaves it open', () => {
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

  it('takes a pinned card along, and a sheet not: that has a place of its own', () => {
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

describe('a name in the card that is pressed', () => {
  it('saves a card that is just going: it is in use', () => {
    const hover = closing();
    hover.send({ type: 'nested', entity: 'a' });
    hover.wait(60_000);
    expect(hover.mode()).toBe('hover');
    expect(openCard(hover.state())?.pointerIn).toBe('card');
  });

  it('and is the one that the card shows changes nothing', () => {
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

  it('is nothing without a card, and so are Back and another choice', () => {
    const hover = drive();
    hover.enter('soleimani');
    const before = hover.state();
    for (const event of [{ type: 'nested', entity: 'a' }, { type: 'back' }, { type: 'instead', entity: 'a' }] as const)
      expect(hover.send(event)).toEqual([]);
    expect(hover.state()).toBe(before);
  });
});

it('a card that goes takes the tint of its name along, and hides once', () => {
  const hover = closing();
  hover.wait(GRACE_MS);
  expect(hover.of('mark-active').at(-1)?.mention).toBeNull();
  expect(hover.of('hide')).toHaveLength(1);
});
