/** Imported text for a note that exists already, or that another device has imported as well. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ana } from '../device';
import { createDesk, md, written } from './desk';

const DAY = 86_400_000;

describe('two rows for one name', () => {
  const rows = (...texts: string[]) =>
    strToU8(`entity,name,text,changed\n${texts.map((text) => `ana,Ana,${text},2026-05-01\n`).join('')}`);
  const file = { name: 'n.csv', bytes: rows('Judge.', 'Minister.') };

  it('make the same note on two devices, even on different days', async () => {
    const [one, two] = [createDesk(), createDesk()];
    await one.bring(file);
    two.clock.at += 3 * DAY;
    await two.bring(file);
    await one.ledger.accept('account', await two.store.allDocs(), []);
    await two.ledger.accept('account', await one.store.allDocs(), []);
    expect(await one.notes()).toEqual(await two.notes());
    expect(await one.ledger.digest()).toEqual(await two.ledger.digest());
    expect((await one.read('ana'))?.text).toMatch(/^Judge\.[^J]*Minister\./);
  });

  it('lead to the same note on a device that sees only one of them and a device that saw both', async () => {
    const [one, two] = [createDesk(), createDesk()];
    await one.bring(file);
    await two.bring({ name: 'n.csv', bytes: rows('Judge.') });
    await two.type(ana, 'Judge, once.');
    await one.ledger.accept('account', await two.store.allDocs(), []);
    await two.ledger.accept('account', await one.store.allDocs(), []);
    expect(await one.ledger.digest()).toEqual(await two.ledger.digest());
  });
});

describe('a text in an imported file', () => {
  const table = (text: string) => ({ name: 'n.csv', bytes: strToU8(`entity,name,text,tags\nana,Ana,${text},law\n`) });

  it.each(['', '  '])('that is %j adds nothing to the text that is here', async (text) => {
    const desk = await written();
    expect(await desk.bring(table(text))).toMatchObject({ merged: 1 });
    expect(await desk.read('ana')).toMatchObject({
      text: 'Minister since May.\nFormerly a judge.',
      tags: ['law', 'Lisbon talks'],
    });
    expect(await desk.bring(table(text))).toMatchObject({ merged: 0, same: 1 });
  });

  it('that the reader removed as a whole, in the session that wrote it, does not come back', async () => {
    const desk = createDesk();
    const editor = await desk.open(ana);
    editor.write('Judge.');
    await editor.exchange();
    const file = await desk.files.exportMarkdown();
    editor.write('');
    await editor.exchange();
    editor.write('Minister.');
    await editor.exchange();
    expect(await desk.store.versions('ana')).toEqual([]);
    expect(await desk.bring(file)).toMatchObject({ merged: 0, same: 1 });
    expect((await desk.read('ana'))?.text).toBe('Minister.');
  });

  it('is stored with line breaks as the editor writes them, and no split characters', async () => {
    const desk = createDesk();
    const quotes = [{ text: 'One.\r\nTwo.\ud83c', title: 'T\ud83c' }];
    const notes = [{ entity: 'ana', name: 'Ana\ud83c', text: 'a\r\nb\rc\nd\ud83c', quotes }];
    await desk.bring(md('b.json', JSON.stringify({ backstory: 'backup', schema: 1, notes })));
    expect(await desk.read('ana')).toMatchObject({
      name: 'Ana',
      text: 'a\nb\nc\nd',
      quotes: [{ text: 'One.\nTwo.', title: 'T' }],
    });
    expect(await desk.bring(md('b.json', JSON.stringify({ backstory: 'backup', schema: 1, notes })))).toMatchObject({
      merged: 0,
      same: 1,
    });
  });
});
