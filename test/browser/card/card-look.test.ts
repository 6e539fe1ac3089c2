/**
 * What only a real browser can show about the card: sizes, overflow, contrast, targets, and that no page can restyle
 * it. Long because each is checked over the same book of stories.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, rulesFor } from '../../tools/axe-violations';
import { until } from '../extension/session';
import { type Book, type BookView, type Leaf, openBook } from './open-book';
import { STORIES, type StoryName } from './stories';

const NAMES = Object.keys(STORIES) as StoryName[];
/** The note open to be written: as a card, as a sheet, and after the page took the keyboard. */
const WRITING: readonly StoryName[] = ['pinned', 'sheet', 'taken'];
/** One of each kind of foot. */
const FOOTS: readonly StoryName[] = ['person', 'noted', 'nested', 'bare', 'unseen', 'sheet', 'unknownAsk'];

let book: Book;
beforeAll(async () => {
  book = await openBook();
});
afterAll(async () => {
  await book.browser.close();
});

async function withBook<T>(view: BookView, run: (leaf: Leaf) => Promise<T>): Promise<T> {
  const leaf = await book.open(view);
  try {
    return await run(leaf);
  } finally {
    await leaf.page.close();
  }
}

async function write({ card, press, place }: Leaf, name: StoryName): Promise<void> {
  await press('Add a note');
  await card.waitForSelector('textarea');
  await place(name);
}

/** The bottom of the first line of the day (or of the head), measured from the edge of the card. */
const firstGlance = ({ card }: Leaf) =>
  card.evaluate(() => {
    const last = document.querySelector('.bands li') ?? document.querySelector('header');
    // The edge is a pixel of the host.
    return (last as HTMLElement).getBoundingClientRect().bottom + 1;
  });

/** Where the host stands in the page, edge and all. */
const hostBox = ({ page }: Leaf) =>
  page.evaluate(() => {
    const { x, y, right, bottom, width, height } = window.host.element.getBoundingClientRect();
    return { x, y, width, height, overRight: right - innerWidth, overBottom: bottom - innerHeight };
  });

const sideways = ({ card }: Leaf) =>
  card.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const inside = [...document.querySelectorAll('.card, .card *')].flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      // What is for screen readers alone has a pixel anywhere.
      return element.closest('.unseen') || (left >= 0 && right <= innerWidth + 0.5) ? [] : [element.className];
    });
    return { document: scrollWidth - innerWidth, inside };
  });

/** Buttons and links that stand alone (not within a line of text) and are smaller than `least` px in either way. */
const smallTargets = ({ card }: Leaf, least: number) =>
  card.evaluate((min) => {
    const within = (el: Element) => el.matches('.name-link, .web-link');
    return [...document.querySelectorAll('button, a, input, textarea')]
      .filter((el) => !within(el))
      .flatMap((el) => {
        const box = el.getBoundingClientRect();
        const after = getComputedStyle(el, '::after');
        const grow = after.position === 'absolute' ? -Number.parseFloat(after.top) * 2 : 0;
        // A name of a tie has its line to itself: the next target is at least a line's height away.
        const height = el.matches('.tie-name')
          ? Math.max(box.height + grow, (el.closest('li') as Element).clientHeight)
          : box.height;
        return height < min || box.width + grow < min ? [`${el.textContent} ${box.width}×${height}`] : [];
      });
  }, least);

/** The frame gets its height a moment after the card. */
async function atRest({ page, card }: Leaf): Promise<void> {
  for (let before = ''; ; await page.waitForTimeout(200)) {
    const now = await card.evaluate(() => `${innerWidth} × ${innerHeight} of ${document.documentElement.scrollHeight}`);
    if (now === before) return;
    before = now;
  }
}

/** Where note, actions and the first glance are in a card, and whether it fades where it goes on. To be run in it. */
const edges = () => {
  const root = document.documentElement;
  const boxOf = (part: Element | null) => (part as Element).getBoundingClientRect();
  const fade = (part: string, pseudo: string) => {
    const element = document.querySelector(part);
    return element !== null && getComputedStyle(element, pseudo).content !== 'none';
  };
  return {
    outOfSight: [...document.querySelectorAll('footer button')]
      .filter((button) => boxOf(button).bottom > innerHeight)
      .map(({ textContent }) => textContent),
    glance: boxOf(document.querySelector('.bands li') ?? document.querySelector('h2')).bottom,
    foot: boxOf(document.querySelector('footer')).top,
    left: root.scrollHeight - innerHeight - scrollY,
    fades: fade('footer', '::before') || fade('.card', '::after'),
    hasAbove: fade('.card', '::before'),
    settled: root.hasAttribute('data-below') === root.scrollHeight - innerHeight - scrollY > 1,
  };
};

describe('the card', () => {
  describe('at the first glance', () => {
    // One page for all: to open one takes longer than to look at a card in it.
    let leaf: Leaf;
    beforeAll(async () => {
      leaf = await book.open({ width: 900, height: 1200 });
    });
    afterAll(() => leaf.page.close());

    it.each(NAMES.filter((name) => STORIES[name].mode !== 'sheet' && STORIES[name].depth === 0))(
      '“%s” shows kind, name and day within 160 px and is at most 380 px wide',
      async (name) => {
        expect(await leaf.show(name)).toBe(true);
        expect(await firstGlance(leaf)).toBeLessThanOrEqual(160);
        expect((await hostBox(leaf)).width).toBe(380);
        const width = await leaf.card.evaluate(() => document.querySelector('.card')?.getBoundingClientRect().width);
        expect(width).toBe(378);
      },
    );
  });

  it.each([
    ['320 px wide', 320, 700],
    ['at 400 %', 320, 256],
  ])('needs no sideways scrolling, and shows the day, %s', (_, width, height) =>
    withBook({ width, height }, async (leaf) => {
      for (const name of NAMES) {
        for (const direction of ['ltr', 'rtl'] as const) {
          expect(await leaf.show(name, 'system', direction), name).toBe(true);
          const { overRight, overBottom, x, y } = await hostBox(leaf);
          expect(await sideways(leaf), `${name} ${direction}`).toEqual({ document: 0, inside: [] });
          expect([x, y].every((edge) => edge >= 0) && overRight <= 0 && overBottom <= 0, name).toBe(true);
          // Whether the foot stays in sight is known a moment after the frame has its height.
          const hasDay = async () => {
            const { glance, foot } = await leaf.card.evaluate(edges);
            return glance <= Math.min(foot, height);
          };
          await until(hasDay, `the day is out of sight: ${name} ${direction}`);
        }
      }
      for (const name of WRITING) {
        await leaf.show(name);
        await write(leaf, name);
        const { overRight, overBottom } = await hostBox(leaf);
        expect(await sideways(leaf), name).toEqual({ document: 0, inside: [] });
        expect(
          [overRight, overBottom].every((over) => over <= 0),
          name,
        ).toBe(true);
      }
    }),
  );

  it('scrolls if it is taller than allowed, down to its last line', () =>
    withBook({ width: 900, height: 1200 }, async (leaf) => {
      await leaf.show('person');
      await leaf.press('Not this one');
      await leaf.press('Sources');
      await leaf.place('person');
      expect((await hostBox(leaf)).height).toBeLessThanOrEqual(480);
      const reached = await leaf.card.evaluate(() => {
        scrollTo(0, 1e6);
        return (document.querySelector('footer') as Element).getBoundingClientRect().bottom - innerHeight;
      });
      expect(reached).toBeLessThanOrEqual(0.5);
    }));

  it.each([
    ['tall', 900, 1200],
    ['in a small window', 640, 640],
    ['in a narrow one', 320, 600],
  ])('shows note and actions at once, and fades where it continues, to its end (%s)', (_, width, height) =>
    withBook({ width, height }, async (leaf) => {
      for (const name of FOOTS) {
        await leaf.card.evaluate(() => scrollTo(0, 0));
        await leaf.show(name);
        const looks = () => leaf.card.evaluate(edges);
        // The frame gets its height a moment after the card.
        const isRight = ({ settled, outOfSight, glance, foot, fades, left, hasAbove }: ReturnType<typeof edges>) =>
          settled && outOfSight.length === 0 && glance <= foot && fades === left > 1 && !hasAbove;
        await until(async () => isRight(await looks()), `“${name}” does not come to look so`).catch(async (thrown) => {
          throw new Error(JSON.stringify(await looks()), { cause: thrown });
        });
        const first = await looks();
        const isAtEnd = async () => {
          // Again each time: its buttons may still get a second line.
          await leaf.card.evaluate(() => scrollTo(0, 1e6));
          const { fades, hasAbove } = await looks();
          return !fades && hasAbove === first.left > 1;
        };
        await until(isAtEnd, `“${name}” fades at its end, or not at its beginning`);
      }
    }),
  );

  it.each(['person', 'pinned'] as const)(
    'keeps its scroll position while Tab moves through head and foot (%s)',
    (name) =>
      withBook({ width: 900, height: 1200 }, async (leaf) => {
        await leaf.show(name);
        await until(
          async () => leaf.card.evaluate(() => document.documentElement.hasAttribute('data-keeps')),
          'no foot',
        );
        const walked = await leaf.card.evaluate(async () => {
          const at: number[] = [];
          for (const button of document.querySelectorAll<HTMLElement>('.above button, footer button')) {
            button.focus();
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            at.push(scrollY);
          }
          return at;
        });
        expect(walked.length).toBeGreaterThan(5);
        expect(new Set(walked)).toEqual(new Set([0]));
      }),
  );

  it('keeps its head visible while a note is edited', () =>
    withBook({ width: 900, height: 1200 }, async (leaf) => {
      await leaf.show('pinned');
      await write(leaf, 'pinned');
      const tops = () =>
        leaf.card.evaluate(() =>
          ['h2', '.close button', 'textarea'].map((part) => {
            const { x, y, width, height } = (document.querySelector(part) as Element).getBoundingClientRect();
            const at = document.elementFromPoint(x + width / 2, y + height / 2);
            return at?.closest(part) !== null && y >= 0 && y + height <= innerHeight;
          }),
        );
      await until(async () => (await leaf.card.evaluate(() => scrollY)) > 0, 'the card does not scroll to its note');
      await expect.poll(tops).toEqual([true, true, true]);
    }));

  it('does not accept a press on a button hidden under its own foot or fade', () =>
    withBook({ width: 900, height: 1200 }, async (leaf) => {
      await leaf.show('person');
      const proven = () =>
        leaf.card.evaluate(() =>
          ['.article button', 'footer [data-costly]'].map((part) =>
            window.sight.isProven(document.querySelector(part) as Element),
          ),
        );
      await until(async () => (await proven())[1] === true, 'Mute in the foot is never taken for seen');
      expect(await proven()).toEqual([false, true]);
      // Its last pixels under the fade.
      await leaf.card.evaluate(() => {
        const ask = (document.querySelector('.article button') as Element).getBoundingClientRect();
        scrollBy(0, ask.bottom - (document.querySelector('footer') as Element).getBoundingClientRect().top + 6);
      });
      const since = await leaf.card.evaluate(() => performance.now());
      await until(() => leaf.card.evaluate((then) => performance.now() - then > 1_000, since), 'time stands still');
      expect(await proven()).toEqual([false, true]);
      await leaf.card.evaluate(() => scrollTo(0, 1e6));
      await until(async () => (await proven())[0] === true, 'Ask is never taken for seen');
    }));

  it('has buttons of at least 24 px, of 44 px in the sheet', () =>
    withBook({ width: 428, height: 1200 }, async (leaf) => {
      for (const name of NAMES) {
        const least = STORIES[name].mode === 'sheet' ? 44 : 24;
        await leaf.show(name);
        for (const label of ['Not this one', 'Sources']) {
          await leaf.press(label);
          expect(await smallTargets(leaf, least), name).toEqual([]);
        }
      }
      for (const name of WRITING) {
        await leaf.show(name);
        await write(leaf, name);
        expect(await smallTargets(leaf, STORIES[name].mode === 'sheet' ? 44 : 24), name).toEqual([]);
      }
    }));

  it('takes the full width as a sheet, and at most 70 % of the height', () =>
    withBook({ width: 428, height: 700 }, async (leaf) => {
      await leaf.show('sheet');
      const box = await hostBox(leaf);
      expect(box).toMatchObject({ x: 0, width: 428, overRight: 0, overBottom: 0 });
      expect(box.height).toBeLessThanOrEqual(490);
    }));

  it.each<StoryName>(['pinned', 'sheet'])(
    'looks the same on a page that restyles everything it can reach (%s)',
    async (name) => {
      const shot = (hostile: boolean) =>
        withBook({ width: 428, height: 1200, hostile }, async (leaf) => {
          await leaf.show(name);
          await atRest(leaf);
          const inside = await leaf.card.evaluate(() =>
            [...document.querySelectorAll('.card, .card *')].map((el) => {
              const box = el.getBoundingClientRect();
              const { color, backgroundColor, fontFamily, fontSize, fontStyle, textTransform, letterSpacing } =
                getComputedStyle(el);
              return [
                el.className,
                Math.round(box.x),
                Math.round(box.y),
                Math.round(box.width),
                Math.round(box.height),
                ...[color, backgroundColor, fontFamily, fontSize, fontStyle, textTransform, letterSpacing],
              ].join(' ');
            }),
          );
          const outside = await leaf.page.evaluate(() => {
            const style = getComputedStyle(window.host.element);
            return [...style]
              .filter((property) => !property.startsWith('--'))
              .map((property) => [property, style.getPropertyValue(property)]);
          });
          return { inside, outside, box: await hostBox(leaf) };
        });
      const [hostile, plain] = [await shot(true), await shot(false)];
      expect(hostile).toEqual(plain);
      expect(plain.outside.length).toBeGreaterThan(100);
    },
  );

  it('looks the same, to the pixel, on such a page', async () => {
    const shot = (hostile: boolean) =>
      withBook({ width: 428, height: 900, hostile }, async (leaf) => {
        await leaf.show('pinned');
        await atRest(leaf);
        const { x, y, width, height } = await hostBox(leaf);
        const clip = { x: x + 9, y: y + 9, width: width - 18, height: height - 18 };
        return (await leaf.page.screenshot({ clip })).toString('base64');
      });
    expect((await shot(true)) === (await shot(false))).toBe(true);
  });

  it('is invisible, and accepts no press, while the shell keeps its host hidden', () =>
    withBook({ width: 428, height: 900, hostile: true }, async (leaf) => {
      await leaf.show('person');
      const { x, y, width, height } = await hostBox(leaf);
      const clip = { x: x + 9, y: y + 9, width: width - 18, height: height - 18 };
      const look = async () => ({
        on: await leaf.page.evaluate(
          ([x, y]) => document.elementFromPoint(x as number, y as number) === window.host.element,
          [x + width / 2, y + height / 2],
        ),
        picture: (await leaf.page.screenshot({ clip })).toString('base64'),
      });
      // A busy browser gives the picture of a moment ago.
      const comesTo = (seen: boolean) => async () => {
        const { on, picture } = await look();
        return on === seen && (picture !== bare) === seen;
      };
      const bare = await withBook({ width: 428, height: 900, hostile: true }, async ({ page }) =>
        (await page.screenshot({ clip })).toString('base64'),
      );
      await until(comesTo(true), 'the card is not seen');
      await leaf.page.evaluate(() => window.host.hide());
      await until(comesTo(false), 'the hidden card is seen, or takes a press');
      await leaf.page.evaluate(() => window.host.reveal());
      await until(comesTo(true), 'the card does not come back');
    }));

  it('follows the system’s theme and a forced one, including its border', async () => {
    const paper = (dark: boolean, theme: 'system' | 'light' | 'dark') =>
      withBook({ width: 428, height: 900, dark }, async (leaf) => {
        await leaf.show('person', theme);
        const colour = (selector: string) =>
          leaf.card.evaluate((at) => getComputedStyle(document.querySelector(at) as Element).backgroundColor, selector);
        const edge = await leaf.page.evaluate(() => getComputedStyle(window.host.element).borderTopColor);
        return [await colour('.card'), await colour(':root'), edge];
      });
    const light = ['rgb(255, 253, 248)', 'rgb(255, 253, 248)', 'rgb(143, 133, 115)'];
    const dark = ['rgb(31, 29, 26)', 'rgb(31, 29, 26)', 'rgb(125, 117, 101)'];
    expect(await paper(false, 'system')).toEqual(light);
    expect(await paper(true, 'system')).toEqual(dark);
    expect(await paper(false, 'dark')).toEqual(dark);
    expect(await paper(true, 'light')).toEqual(light);
  });

  it('keeps its borders and its text visible in forced colours', () =>
    withBook({ width: 428, height: 900, forced: true }, async (leaf) => {
      await leaf.show('pinned');
      const colours = await leaf.card.evaluate(() => {
        const probe = document.createElement('p');
        probe.style.color = 'CanvasText';
        probe.style.backgroundColor = 'Canvas';
        document.body.append(probe);
        const { color: text, backgroundColor: paper } = getComputedStyle(probe);
        probe.remove();
        const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
        return {
          text,
          paper,
          card: [style('.card').color, style('.card').backgroundColor],
          day: [style('.bands').borderTopColor, style('.bands').borderTopStyle],
        };
      });
      expect(colours.text).not.toBe(colours.paper);
      expect(colours.card).toEqual([colours.text, colours.paper]);
      expect(colours.day).toEqual([colours.text, 'solid']);
      const edge = await leaf.page.evaluate(() => {
        const { borderTopColor, borderTopStyle } = getComputedStyle(window.host.element);
        return [borderTopColor, borderTopStyle];
      });
      expect(edge[1]).toBe('solid');
      expect(edge[0]).not.toBe(colours.paper);
    }));

  it('is mirrored in a right-to-left language', () =>
    withBook({ width: 428, height: 900 }, async (leaf) => {
      const close = () =>
        leaf.card.evaluate(() => {
          const { left, right } = (document.querySelector('.close') as Element).getBoundingClientRect();
          const kind = getComputedStyle(document.querySelector('.kind') as Element);
          return { left, right: innerWidth - right, kind: [kind.direction, kind.textAlign] };
        });
      await leaf.show('pinned');
      const ltr = await close();
      await leaf.show('pinned', 'system', 'rtl');
      const rtl = await close();
      expect(rtl.left).toBeCloseTo(ltr.right, 0);
      expect([ltr.kind, rtl.kind]).toEqual([
        ['ltr', 'start'],
        ['rtl', 'start'],
      ]);
    }));

  it('has no animation, with reduced motion or without', () =>
    withBook({ width: 428, height: 900 }, async (leaf) => {
      for (const reducedMotion of ['reduce', 'no-preference'] as const) {
        await leaf.page.emulateMedia({ reducedMotion });
        await leaf.show('person');
        const moving = await leaf.card.evaluate(() => document.getAnimations().length);
        expect(moving + (await leaf.page.evaluate(() => document.getAnimations().length))).toBe(0);
      }
    }));

  it.each([
    ['light', false],
    ['dark', true],
  ] as const)('has sufficient contrast and valid semantics in the %s theme', (theme, dark) =>
    withBook({ width: 428, height: 1400, dark }, async (leaf) => {
      const faults = () => axeViolations(leaf.card, { ...rulesFor(theme), within: 'main' });
      for (const name of NAMES) {
        await leaf.show(name);
        expect(await faults(), name).toEqual([]);
      }
      for (const name of WRITING) {
        await leaf.show(name);
        await write(leaf, name);
        if (name !== 'taken') await leaf.card.locator('textarea').fill('Words that are not there yet.');
        expect(await faults(), name).toEqual([]);
      }
    }),
  );
});
