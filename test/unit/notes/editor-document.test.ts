import { describe, expect, it } from 'vitest';
import { createEditorDocument, DamagedUpdateError } from '../../../lib/notes';
import { ana, createDevice, session } from './device';

const text = async ({ store }: ReturnType<typeof createDevice>) => (await store.read('ana'))?.text;

describe('an open editor', () => {
  it('sends what was typed since the last exchange, and nothing twice', async () => {
    const device = createDevice();
    const editor = await device.open(ana);
    editor.write('Min');
    editor.write('Minister');
    await editor.exchange();
    expect(await text(device)).toBe('Minister');
    expect(editor.take().update).toBeNull();
    editor.write('Minister');
    expect(editor.hasNews()).toBe(false);
  });

  it('sends what a failed exchange left unsent with the next one', async () => {
    const device = createDevice();
    const editor = await device.open(ana);
    editor.write('Minister');
    const lost = editor.take();
    editor.write('Minister since May');
    editor.giveBack(lost);
    await editor.exchange();
    expect(await text(device)).toBe('Minister since May');
  });

  it('copes with an exchange that was stored although its answer was lost, and with answers out of order', async () => {
    const device = createDevice();
    const editor = await device.open(ana);
    editor.write('Minister');
    const first = editor.take();
    editor.write('Minister since May');
    const second = editor.take();
    await device.store.exchange(second);
    await device.store.exchange(first);
    expect((await device.store.exchange(first)).savedAt).toBeNull();
    expect(await text(device)).toBe('Minister since May');
  });

  it('shows what another editor wrote, and both keep all words', async () => {
    const device = createDevice();
    await device.type(ana, 'Minister');
    const [card, library] = [await device.open(ana), await device.open(ana)];
    card.write('Minister since May');
    library.write('Former Minister');
    await card.exchange();
    const { received } = await library.exchange();
    expect(received?.content.text).toBe('Former Minister since May');
    expect((await card.exchange()).received?.content.text).toBe('Former Minister since May');
    expect((await card.exchange()).received).toBeNull();
  });

  it('learns of deleted words, tags and notes', async () => {
    const device = createDevice();
    await device.type(ana, 'Minister since May');
    const editor = await device.open(ana);
    await device.type(ana, 'Minister');
    expect((await editor.exchange()).received?.content.text).toBe('Minister');
    await device.store.addTag(ana, 'talks');
    expect((await editor.exchange()).received?.content.tags).toEqual(['talks']);
    device.clock.at += 1;
    await device.store.remove('ana');
    expect((await editor.exchange()).received?.content.deletedAt).toBe(device.clock.at);
    editor.takeBack();
    await editor.exchange();
    expect(await device.store.count()).toBe(1);
  });

  it('edits tags and quotes like the store', async () => {
    const device = createDevice();
    const editor = await device.open(ana);
    editor.addTag('talks');
    editor.addTag('May');
    editor.addQuote({ text: 'No.', title: 'Talks', url: 'https://news.example/', day: null });
    editor.removeTag('MAY');
    await editor.exchange();
    expect(await device.store.read('ana')).toMatchObject({
      name: 'Ana Silva',
      tags: ['talks'],
      quotes: [{ text: 'No.' }],
    });
    editor.removeQuote(editor.content().quotes[0]?.id ?? '');
    await editor.exchange();
    expect(await device.store.read('ana')).toMatchObject({ quotes: [], tags: ['talks'] });
  });

  it('holds back half an emoji until the other half is there', async () => {
    const device = createDevice();
    const editor = await device.open(ana);
    editor.write('a\ud83c');
    await editor.exchange();
    expect(await text(device)).toBe('a');
    editor.write('a🌍');
    await editor.exchange();
    expect(await text(device)).toBe('a🌍');
  });

  it('refuses an update that cannot be read', () => {
    const editor = createEditorDocument({ subject: ana, session: session(), now: () => 1 });
    expect(() => editor.receive(new Uint8Array([9, 9, 9]))).toThrow(DamagedUpdateError);
  });
});

describe('the caret', () => {
  /** `|` marks the caret in both texts. */
  async function caretAfter(before: string, written: string): Promise<string> {
    const device = createDevice();
    const caret = before.indexOf('|');
    await device.type(ana, before.replace('|', ''));
    const editor = await device.open(ana);
    await device.type(ana, written);
    const { received } = await editor.exchange();
    const moved = received?.move(caret) ?? -1;
    return `${written.slice(0, moved)}|${written.slice(moved)}`;
  }

  it('stays between the same letters when others edit', async () => {
    expect(await caretAfter('Minister| since May', 'Former Minister since May')).toBe('Former Minister| since May');
    expect(await caretAfter('Former Minister| since May', 'Minister since May')).toBe('Minister| since May');
    expect(await caretAfter('Minister| since May', 'Minister since June')).toBe('Minister| since June');
    expect(await caretAfter('|Minister', 'Minister since May')).toBe('|Minister since May');
    expect(await caretAfter('Minister|', 'Minister since May')).toBe('Minister| since May');
  });

  it('moves to where a deleted passage was', async () => {
    expect(await caretAfter('Minister sin|ce May', 'Minister May')).toBe('Minister |May');
    expect(await caretAfter('Minister|', '')).toBe('|');
  });
});
