/** Attacks to recognise the reader again: an address or number of the extension that stays the same. */
import { describe, expect, it } from 'vitest';
import { NOTED } from './attack-site';
import type { SpiedWindow } from './page-spy';
import { type Reader, sleep } from './reader';

/** All strings in which an address could stand. In the page. */
function everyString(): readonly string[] {
  const { spy } = window as unknown as SpiedWindow;
  const found = [...spy.heard, spy.inside().text, document.documentElement.outerHTML, document.referrer];
  found.push(...performance.getEntries().map((entry) => JSON.stringify(entry)));
  for (const sheet of document.styleSheets) found.push(String(sheet.href));
  for (const frame of [spy.frame()]) {
    if (!frame) continue;
    for (const name of ['src', 'srcdoc', 'name', 'title', 'id', 'className', 'baseURI', 'outerHTML'])
      found.push(String((frame as unknown as Record<string, unknown>)[name]));
  }
  for (const host of spy.hosts) found.push(host.baseURI, host.outerHTML, getComputedStyle(host).cssText);
  const traces = [new Error().stack ?? ''];
  for (const [name, value] of Object.entries(Object.getOwnPropertyDescriptors(window)))
    if (/^\w*(?:backstory|extension|chrome|browser)/i.test(name)) traces.push(String(value.value));
  return [...found, ...traces].filter((text) => String(text).includes('-extension:'));
}

/** Asks for files of an extension whose address is known, in every way that tells whether one came. In the page. */
async function probe(origin: string): Promise<readonly string[]> {
  const files =
    'manifest.json reader.js scout.js card.js selection.js button.js frame.js popup.html library.html welcome.html note.html background.js icons/16.png icons/128.png packs/world.pack content-scripts/marks.css assets/note.css _locales/en/messages.json';
  const came: string[] = [];
  const within = <T>(work: Promise<T>) =>
    Promise.race([work, new Promise<null>((next) => setTimeout(next, 400, null))]);
  await Promise.all(
    files.split(' ').map(async (file) => {
      const address = `${origin}/${file}`;
      const tags = ['img', 'script', 'module', 'link', 'video'].map(
        (tag) =>
          new Promise<void>((done) => {
            const element = document.createElement(tag === 'module' ? 'script' : tag) as HTMLImageElement;
            if (tag === 'module') Object.assign(element, { type: 'module' });
            element.dataset.own = 'yes';
            if (tag === 'link') Object.assign(element, { rel: 'stylesheet', href: address });
            else if (tag === 'object') Object.assign(element, { data: address });
            else element.src = address;
            element.onload = () => {
              let isBlank = false;
              try {
                // A refused frame loads an empty document, which is the page's own to look at.
                isBlank = (element as unknown as HTMLIFrameElement).contentDocument?.URL === 'about:blank';
              } catch {}
              // Chromium's page of errors loads as well; it is no file of ours and looks the same for every address.
              if (tag !== 'iframe' || !isBlank) came.push(`${tag} ${file}`);
              done();
            };
            element.onerror = () => done();
            document.body.append(element);
          }),
      );
      const answer = fetch(address).then(
        () => void came.push(`fetch ${file}`),
        () => {},
      );
      await within(Promise.all([answer, ...tags]));
    }),
  );
  for (const element of document.querySelectorAll('[data-own]')) element.remove();
  return came.sort();
}

export function attacksOnIds(reader: () => Reader): void {
  async function readAndWrite(): Promise<void> {
    await reader().openCard(NOTED.words, NOTED.name);
    const button = await reader().placeOf(/^(Add a|Edit) note$/);
    if (!button) throw new Error('no card');
    await reader().move({ x: button.x, y: button.y - 50 }, 4);
    await reader().wheel(10);
    await reader().openEditor();
    await reader().type(' ');
    await reader().move({ x: button.x + 10, y: button.y - 40 }, 4);
    await sleep(300);
  }
  const addresses = () => reader().page.evaluate(everyString, null);

  describe('looking for an address that stays the same, the page', () => {
    it.each(['spying', 'strict'])(
      '/%s: examines events, performance entries, reports, nodes, style sheets and stacks: there is none',
      async (name) => {
        await reader().visit(name);
        const before = reader().site.asked.length;
        await readAndWrite();
        expect(await addresses()).toEqual([]);
        await reader().key('Escape');
        await reader().closeCard();
        await sleep(300);
        expect(await addresses()).toEqual([]);
        // A policy that forbids everything reports what it forbade, with a sample: our frame gives it no cause.
        const reports = reader().site.asked.slice(before);
        expect(reports.filter((report) => /(chrome|moz)-extension|srcdoc|about:/.test(report))).toEqual([]);
      },
    );

    it('requests our files under the known address: none is served', async () => {
      await reader().visit('spying');
      const origin = await reader().own.evaluate(() => location.origin, null);
      const nobody = origin.replace(/[0-9a-p]/, (letter) => (letter === 'a' ? 'b' : 'a'));
      const came = await reader().page.evaluate(probe, origin);
      // What “comes” from an extension that is not there is a page of errors of the browser.
      const control = await reader().page.evaluate(probe, nobody);
      expect(came.filter((one) => !control.includes(one))).toEqual([]);
    });
  });
}
