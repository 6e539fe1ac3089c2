import { describe, expect, it } from 'vitest';
import { ana, bring, createDevice, opec } from './device';

describe('deleting a note', () => {
  it('puts it into the bin, and it comes back complete', async () => {
    const { store, type } = createDevice();
    await type(ana, 'Minister');
    await store.addTag(ana, 'talks');
    const before = await store.read('ana');
    await store.remove('ana');
    expect(await store.read('ana')).toMatchObject({ kept: 0, text: 'Minister', tags: ['talks'] });
    expect(await store.count()).toBe(0);
    await store.remove('ana');
    await store.takeBack('ana');
    expect(await store.read('ana')).toEqual(before);
  });

  it('does not apply to words that it did not know of', async () => {
    const [one, two] = [createDevice(), createDevice()];
    await one.type(ana, 'Minister');
    await bring(one, two);
    await two.type(ana, 'Minister, since May');
    await one.store.remove('ana');
    await bring(one, two);
    await bring(two, one);
    for (const { store } of [one, two]) {
      expect(await store.read('ana')).toMatchObject({ kept: 1, text: 'Minister, since May' });
    }
    expect(await one.ledger.digest()).toEqual(await two.ledger.digest());
  });

  it('does not apply to an unknown tag or quote either', async () => {
    const [one, two] = [createDevice(), createDevice()];
    await one.type(ana, 'Minister');
    await bring(one, two);
    await two.store.addTag(ana, 'talks');
    await one.store.remove('ana');
    await bring(two, one);
    expect(await one.store.read('ana')).toMatchObject({ kept: 1, tags: ['talks'] });
  });

  it('is over once the note is restored: typing the deleted words again does not delete them', async () => {
    const device = createDevice();
    await device.type(ana, 'one');
    await device.store.remove('ana');
    await device.type(ana, 'one two');
    await device.type(ana, 'one');
    expect(await device.store.read('ana')).toMatchObject({ text: 'one', kept: 1 });
  });

  it('that another device did not know of is undone as well when somebody writes there', async () => {
    const [a, b] = [createDevice(), createDevice()];
    await a.type(ana, 'one');
    await bring(a, b);
    await a.store.remove('ana');
    await b.store.addTag(ana, 'talks');
    await bring(b, a);
    await a.store.removeTag('ana', 'talks');
    expect(await a.store.read('ana')).toMatchObject({ text: 'one', tags: [], kept: 1 });
    await bring(a, b);
    expect((await b.store.read('ana'))?.kept).toBe(1);
  });

  it('on two devices at once is one deletion', async () => {
    const [one, two] = [createDevice(), createDevice()];
    await one.type(ana, 'Minister');
    await bring(one, two);
    one.clock.at += 5000;
    await one.store.remove('ana');
    await two.store.remove('ana');
    await bring(one, two);
    await bring(two, one);
    expect(await one.store.read('ana')).toMatchObject({ kept: 0 });
    expect(await one.store.read('ana')).toEqual(await two.store.read('ana'));
  });

  it('has the same result whatever the clocks say', async () => {
    const [one, two] = [createDevice(), createDevice()];
    two.clock.at -= 40 * 86_400_000;
    await one.type(ana, 'Minister');
    await bring(one, two);
    await two.store.remove('ana');
    await bring(two, one);
    expect(await one.store.read('ana')).toMatchObject({ kept: 0 });
  });
});

describe('versions of a note', () => {
  it('keep its text before each session, newest first, and are restored as a new edit', async () => {
    const { store, type, open, clock } = createDevice();
    await type(ana, 'one');
    const editor = await open(ana);
    for (const text of ['one t', 'one tw', 'one two']) {
      editor.write(text);
      await editor.exchange();
    }
    clock.at += 1000;
    await type(ana, 'three');
    const versions = await store.versions('ana');
    expect(versions).toMatchObject([
      { text: 'one two', endedBy: 'edit', at: clock.at },
      { text: 'one', endedBy: 'edit' },
    ]);
    await store.restoreVersion('ana', versions[1]?.id ?? -1);
    expect(await store.read('ana')).toMatchObject({ text: 'one' });
    expect(await store.versions('ana')).toMatchObject([{ text: 'three', endedBy: 'restore' }, {}, {}]);
  });

  it('are kept for a session that only removes text', async () => {
    const { store, type } = createDevice();
    await type(ana, 'one two');
    await type(ana, 'one');
    await type(ana, '');
    expect((await store.versions('ana')).map(({ text }) => text)).toEqual(['one', 'one two']);
    expect(await store.removedPassages('ana')).toEqual(['one two']);
  });

  it('count as one while somebody continues on another device, and as one more for what is removed there', async () => {
    const [a, b] = [createDevice(), createDevice()];
    await a.type(ana, 'mine');
    await bring(a, b);
    const editor = await b.open(ana);
    for (const text of ['mine, and', 'mine, and his', 'mine, and his words', 'his words']) {
      editor.write(text);
      await editor.exchange();
      await bring(b, a);
    }
    expect((await a.store.versions('ana')).map(({ text }) => text)).toEqual(['mine, and his words', 'mine']);
  });

  it('are kept before a deletion and before synced changes to the text', async () => {
    const [one, two] = [createDevice(), createDevice()];
    await one.type(ana, 'one');
    await bring(one, two);
    await two.type(ana, 'one two');
    await bring(two, one);
    await bring(two, one);
    await one.store.remove('ana');
    expect(await one.store.versions('ana')).toMatchObject([
      { text: 'one two', endedBy: 'delete' },
      { text: 'one', endedBy: 'merge' },
    ]);
  });

  it('can be restored for a note in the bin, and only for the same note', async () => {
    const { store, type } = createDevice();
    await type(ana, 'one');
    await type(opec, 'Vienna');
    await store.remove('ana');
    const [version] = await store.versions('ana');
    await store.restoreVersion('opec', version?.id ?? -1);
    expect(await store.read('opec')).toMatchObject({ text: 'Vienna' });
    await store.restoreVersion('ana', version?.id ?? -1);
    expect(await store.read('ana')).toMatchObject({ kept: 1, text: 'one' });
  });

  it('are limited to the last thirty', async () => {
    const { store, type } = createDevice();
    for (let time = 0; time <= 40; time++) await type(ana, `text ${time}`);
    const texts = (await store.versions('ana')).map(({ text }) => text);
    expect(texts).toHaveLength(30);
    expect([texts[0], texts[29]]).toEqual(['text 39', 'text 10']);
  });
});

describe('removed passages', () => {
  it('can be read on every device, however the change came there', async () => {
    const [one, two, three] = [createDevice(), createDevice(), createDevice()];
    await one.type(ana, 'She spoke in Vienna and left.');
    await bring(one, two);
    await two.type(ana, 'She spoke and left.');
    await bring(two, one);
    await one.type(ana, 'She left.');
    await bring(one, three);
    for (const { store } of [one, three]) {
      const removed = (await store.removedPassages('ana')).join('');
      expect(removed).toContain('Vienna');
      expect(removed).toContain('spoke');
      expect(removed).toHaveLength('She spoke in Vienna and left.'.length - 'She left.'.length);
    }
  });
});
