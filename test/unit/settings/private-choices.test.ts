import { describe, expect, it } from 'vitest';
import { createPrivateChoices, DEFAULT_SETTINGS } from '../../../lib/settings';
import { memoryArea } from './memory-area';

describe('choices in private windows', () => {
  it('override the settings, also for the next worker', async () => {
    const { area } = memoryArea();
    const before = createPrivateChoices(area);
    await Promise.all([
      before.add({ type: 'switch-site', site: 'a.org', on: false }),
      before.add({ type: 'mute', entity: 'iran', muted: true }),
      before.add({ type: 'know', entity: 'iran', known: true }),
      before.add({ type: 'refuse', form: 'mic', entity: 'mic-group', refused: true }),
      before.add({ type: 'refuse', form: 'mic', entity: 'mic-of-armies', refused: true }),
      before.add({ type: 'refuse', form: 'mic', entity: 'mic-of-armies', refused: false }),
    ]);
    const after = createPrivateChoices(area);
    expect(await after.over({ ...DEFAULT_SETTINGS, muted: ['iraq'] })).toEqual({
      ...DEFAULT_SETTINGS,
      sitesOff: ['a.org'],
      muted: ['iraq', 'iran'],
      known: ['iran'],
      refused: { mic: ['mic-group'] },
    });
    await after.add({ type: 'switch-site', site: 'a.org', on: true });
    expect((await after.over(DEFAULT_SETTINGS)).sitesOff).toEqual([]);
  });

  it('are deleted when they are to be forgotten', async () => {
    const { area, kept } = memoryArea();
    const choices = createPrivateChoices(area);
    await choices.add({ type: 'mute', entity: 'iran', muted: true });
    await choices.forget();
    expect(kept).toEqual({});
    expect(await choices.over(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('are empty if the store holds something else', async () => {
    const { area } = memoryArea();
    await area.set({ 'private-choices': [{ type: 'mute', entity: 7 }] });
    expect(await createPrivateChoices(area).over(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });
});
