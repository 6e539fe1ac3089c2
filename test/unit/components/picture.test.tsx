// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../../../components/card';
import { PicturePart, type PictureProps } from '../../../components/card/picture';
import { showPicture } from '../../../entrypoints/card/picture-here';
import type { ArticleState, PictureState, Picture as Shown } from '../../../lib/knowledge';
import { STORIES } from '../../browser/card/stories';
import { SAMPLES } from '../../tools/open-world/sample-pictures';
import { render, text } from './render';

const picture: Shown = {
  shows: 'portrait',
  data: SAMPLES.jpeg.toString('base64'),
  type: 'image/jpeg',
  artist: 'Ole Findrup',
  licence: 'CC BY-SA 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0',
  page: 'https://commons.wikimedia.org/wiki/File:Ilva.jpg',
  on: '2026-11-30',
};
const ready: PictureState = { state: 'ready', picture };
const ask: PictureState = {
  state: 'ask',
  id: 'Q990000120',
  hosts: { number: 'www.wikidata.org', file: ['commons.wikimedia.org', 'upload.wikimedia.org'] },
  withArticle: false,
};

function show(change: Partial<PictureProps> = {}) {
  const calls = { onAsk: vi.fn(), onOpen: vi.fn() };
  const props: PictureProps = { name: 'Ilva Brandecker', state: ready, asking: false, ...calls, ...change };
  const result = render(<PicturePart {...props} />);
  return {
    ...calls,
    ...result,
    again: (more: Partial<PictureProps>) => result.again(<PicturePart {...props} {...more} />),
  };
}
/** A browser that decodes, or does not. */
function decoding(bitmap: Promise<unknown>) {
  const decoded: Blob[] = [];
  vi.stubGlobal('createImageBitmap', (blob: Blob) => {
    decoded.push(blob);
    return bitmap;
  });
  return decoded;
}
const settle = () => act(() => new Promise((next) => setTimeout(next, 0)));
const BITMAP = { width: 250, height: 333, close: () => {} };

afterEach(() => vi.unstubAllGlobals());

describe('a picture', () => {
  it('is painted from its bytes; no element has an address that a browser would request', async () => {
    const decoded = decoding(Promise.resolve(BITMAP));
    const { container } = show();
    await settle();
    expect(Buffer.from(await (decoded[0] as Blob).arrayBuffer())).toEqual(SAMPLES.jpeg);
    expect(decoded[0]?.type).toBe('image/jpeg');
    const canvas = screen.getByRole('img') as HTMLCanvasElement;
    expect([canvas.localName, canvas.width, canvas.height]).toEqual(['canvas', 250, 333]);
    expect(container.querySelector('img, picture, video, object, embed, [src], [style*="url"]')).toBeNull();
  });

  it.each([
    ['portrait', 'Portrait of Ilva Brandecker'],
    ['flag', 'Flag of Ilva Brandecker'],
    ['logo', 'Logo of Ilva Brandecker'],
    ['picture', 'Picture of Ilva Brandecker'],
  ] as const)('has a description: %s', (shows, says) => {
    decoding(new Promise(() => {}));
    show({ state: { state: 'ready', picture: { ...picture, shows } } });
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(says);
  });

  it('has its credit, licence, source and day beside it', () => {
    decoding(new Promise(() => {}));
    const { onOpen, container } = show();
    expect(container.querySelector('figcaption')?.textContent).toBe(
      'Ole Findrup · CC BY-SA 4.0 · Wikimedia CommonsFetched on 30 November 2026',
    );
    fireEvent.click(screen.getByRole('link', { name: 'Wikimedia Commons' }));
    fireEvent.click(screen.getByRole('link', { name: 'CC BY-SA 4.0' }));
    expect(onOpen.mock.calls).toEqual([[picture.page], [picture.licenceUrl]]);
  });

  it('is credited to nobody if nobody is named, and a licence without an address is not linked', () => {
    decoding(new Promise(() => {}));
    const { container } = show({ state: { state: 'ready', picture: { ...picture, artist: '', licenceUrl: null } } });
    expect(container.querySelector('figcaption')?.textContent).toMatch(/^Author not named · CC BY-SA 4\.0 · /);
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('that the browser cannot decode is replaced by a sentence, and leaves no empty canvas', async () => {
    decoding(Promise.reject(new Error('broken')));
    show();
    await settle();
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('The picture could not be read.')).toBeTruthy();
  });

  it('that arrives after it was replaced by another is not painted', async () => {
    let first: (bitmap: unknown) => void = () => {};
    decoding(
      new Promise((done) => {
        first = done;
      }),
    );
    const { again } = show();
    decoding(Promise.resolve({ width: 3, height: 2, close: () => {} }));
    again({ state: { state: 'ready', picture: { ...picture, data: SAMPLES.gif.toString('base64') } } });
    await settle();
    const close = vi.fn();
    first({ width: 250, height: 333, close });
    await settle();
    expect((screen.getByRole('img') as HTMLCanvasElement).width).toBe(3);
    expect(close).toHaveBeenCalledOnce();
  });

  it('is offered by a button that says what is sent, and to whom', () => {
    const { onAsk } = show({ state: ask });
    const button = screen.getByRole('button', {
      name: 'Show a picture (sends Q990000120 to www.wikidata.org, and the name of the file it gives to commons.wikimedia.org and upload.wikimedia.org)',
    });
    // It counts only once the reader has seen it.
    expect(button.dataset.costly).toBe('network');
    fireEvent.click(button);
    expect(onAsk).toHaveBeenCalledOnce();
  });

  it('that comes with the article is announced beforehand', () => {
    const { onAsk } = show({ state: { ...ask, withArticle: true } });
    fireEvent.click(screen.getByRole('button', { name: 'Show the picture alone' }));
    expect(onAsk).toHaveBeenCalledOnce();
    expect(
      screen.getByText(/^A picture comes with the article, too: Q990000120 goes to www\.wikidata\.org/),
    ).toBeTruthy();
  });

  it('keeps the focus when the pressed button is gone, and reports its progress', () => {
    const { again, container } = show({ state: ask });
    fireEvent.click(screen.getByRole('button'));
    again({ state: ask, asking: true });
    expect(document.activeElement).toBe(container.querySelector('section'));
    expect(screen.getByRole('status').textContent).toBe('Asking for a picture.');
    expect(container.querySelector('.picture-coming')).not.toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('takes no focus when it is requested without a press', () => {
    const { again } = show({ state: ask });
    again({ state: ask, asking: true });
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    [{ state: 'none' }, 'There is no picture that may be shown here.', false],
    [{ state: 'offline' }, 'No answer. Is this device online?', true],
    [{ state: 'busy', retryAt: Date.UTC(2026, 10, 30, 12) }, 'The picture server asks for a pause until', false],
    [{ state: 'failed', reason: 'bad-answer' }, 'The picture could not be read.', true],
  ] as const)('in state %j is one sentence, with at most one action', (state, says, again) => {
    const { onAsk } = show({ state });
    expect(screen.getByRole('status').textContent).toContain(says);
    const button = screen.queryByRole('button', { name: 'Try again' });
    expect(button !== null).toBe(again);
    if (button) fireEvent.click(button);
    expect(onAsk).toHaveBeenCalledTimes(again ? 1 : 0);
  });

  it.each([null, { state: 'off' }] as const)('that does not exist leaves nothing to see or to press: %j', (state) => {
    const { container } = show({ state });
    expect(container.textContent).toBe('');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([ready, ask, { state: 'failed', reason: 'x' } as const])(
    'in state %o has no accessibility violations',
    async (state) => {
      decoding(new Promise(() => {}));
      const { container } = show({ state });
      const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id }) => id)).toEqual([]);
    },
  );
});

describe('if a picture comes with the article', () => {
  const along: PictureState = { ...ask, withArticle: true };
  async function hear(article: ArticleState['state']): Promise<string> {
    const place = document.createElement('div');
    const seam = { entity: 'q7', name: 'Ilva', article, ask: async () => along, refused: vi.fn(), open: vi.fn() };
    await act(() => showPicture(place, seam, text));
    await settle();
    return place.textContent ?? '';
  }

  it.each(['ask', 'fetching', 'offline', 'busy', 'failed'] as const)(
    'the article’s button says so while a picture is possible: %s',
    async (is) => {
      expect(await hear(is)).toContain('Show the picture alone');
    },
  );

  it.each(['ready', 'none', 'off', 'missing'] as const)(
    'the article’s button does not mention it if none is possible: %s',
    async (is) => {
      const said = await hear(is);
      expect(said).toContain('Show a picture (sends Q990000120');
      expect(said).not.toContain('comes with the article');
    },
  );
});

describe('a card', () => {
  const placeOn = (picture: 'ask' | 'kept' | undefined) =>
    render(<Card {...STORIES.person} picture={picture} />).container.querySelector<HTMLElement>('.picture-place');

  it('has a place for a picture only if there may be one', () => {
    expect(placeOn(undefined)).toBeNull();
    expect(placeOn('ask')).not.toBeNull();
  });

  it('reserves the room of a stored one from the first moment', () => {
    expect(placeOn('kept')?.style.minHeight).toBe('96px');
  });
});
