/** The rest on a name, from its beginning to the card. */
import { describe, expect, it } from 'vitest';
import { drive, over, target } from './driver';

describe('a rest', () => {
  it('that passes from one name to the next starts again for the next', () => {
    const hover = drive(300);
    hover.enter('soleimani');
    hover.wait(200);
    hover.enter('pmf');
    hover.wait(249);
    expect(hover.shown()).toEqual([]);
    hover.wait(1);
    expect(hover.shown()).toEqual(['pmf']);
    expect(hover.of('mark-active').map(({ mention }) => mention?.id)).toEqual(['soleimani', 'pmf', 'pmf']);
  });

  it('tints its name once, however often the pointer moves on it', () => {
    const hover = drive(300);
    hover.enter('soleimani');
    hover.move(108, 108, over('soleimani'));
    expect(hover.of('mark-active')).toHaveLength(1);
  });

  it('ends when a button is pressed on the name', () => {
    const hover = drive(300);
    hover.enter('soleimani');
    hover.move(108, 108, over('soleimani'), true);
    expect([hover.mode(), hover.timers()]).toEqual(['idle', []]);
  });

  it('attaches the card to the line of the name that the pointer was on last', () => {
    const hover = drive(300);
    hover.enter('soleimani');
    const line = { x: 20, y: 130, width: 40, height: 20 };
    hover.move(30, 135, { on: 'mention', target: { ...target('soleimani'), anchor: line } });
    hover.wait(400);
    expect(hover.of('show')[0]?.target.anchor).toEqual(line);
  });
});
