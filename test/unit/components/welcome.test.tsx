// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { type PinState, SampleStory, type SitesChoice, storyText, WelcomeView } from '../../../components/welcome';
import { render, text } from './render';

const KEYS = [
  { does: 'Card of the next name', keys: 'Alt+Shift+Period' },
  { does: 'Look up the selected words', keys: '' },
];

function show(change: { answer?: boolean; sites?: string[]; bad?: string | null; pin?: PinState } = {}) {
  const onFinish = vi.fn(async (_choice: SitesChoice) => change.answer ?? true);
  const onNetwork = vi.fn();
  const onNames = vi.fn();
  const onChangeKeys = vi.fn();
  const result = render(
    <WelcomeView
      sample={<p>A story</p>}
      pin={change.pin ?? 'chromium'}
      keys={KEYS}
      network="ask"
      names="ask"
      readSites={() => ({ sites: change.sites ?? [], bad: change.bad ?? null })}
      onNetwork={onNetwork}
      onNames={onNames}
      onChangeKeys={onChangeKeys}
      onFinish={onFinish}
    />,
  );
  return { ...result, onFinish, onNetwork, onNames, onChangeKeys };
}
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

describe('the welcome', () => {
  it('asks for no access unless the reader chooses some', async () => {
    const { onFinish } = show();
    press('Start reading');
    expect(onFinish).toHaveBeenCalledWith({ type: 'ask' });
    await waitFor(() => expect(screen.getByText(/All set\..*press the Backstory button/)).toBeTruthy());
  });

  it('asks for the sites that were typed, and says where to start', async () => {
    const { onFinish } = show({ sites: ['a.org', 'b.org'] });
    press(/^On these sites/, 'radio');
    press('Start reading');
    expect(onFinish).toHaveBeenCalledWith({ type: 'some', sites: ['a.org', 'b.org'] });
    await waitFor(() =>
      expect(screen.getByText('All set. Open a story on one of these: a.org and b.org.')).toBeTruthy(),
    );
  });

  it('does not call an empty list of sites all set, and links to where one is typed', async () => {
    const { onFinish } = show({ sites: [] });
    press(/^On these sites/, 'radio');
    press('Start reading');
    const field = screen.getByRole('textbox', { name: 'Sites, one a line' });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^No site is typed in yet/));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/^No site/);
    expect(document.activeElement).toBe(field);
    expect(screen.queryByText(/All set/)).toBeNull();
    expect(onFinish).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: 'a' } });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''));
  });

  it('lists the browser’s current keys, and links to where they are changed', () => {
    const { container, onChangeKeys } = show();
    const lines = [...container.querySelectorAll('.keys > div')].map((line) => line.textContent);
    expect(lines.slice(0, 2)).toEqual(['Card of the next nameAlt+Shift+Period', 'Look up the selected wordsno key']);
    expect(lines).toContain('Close the cardEsc');
    press('Change the keys');
    expect(onChangeKeys).toHaveBeenCalledOnce();
  });

  it('shows where the button of this browser is, and nothing if it is already visible', () => {
    show({ pin: 'chromium' });
    expect(screen.getByRole('img', { name: /the pin beside Backstory is ringed/ })).toBeTruthy();
    cleanup();
    show({ pin: 'firefox' });
    expect(screen.getByRole('img', { name: /the cog beside Backstory/ }).textContent).toContain('Pin to Toolbar');
    cleanup();
    show({ pin: 'pinned' });
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('The Backstory button is in the toolbar.')).toBeTruthy();
  });

  it('points out a line that is not a site, and asks for nothing', async () => {
    const { onFinish } = show({ bad: 'two words' });
    press(/^On these sites/, 'radio');
    press('Start reading');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('Not a site: two words'));
    expect(onFinish).not.toHaveBeenCalled();
  });

  it('reports that nothing changed when the permission was refused', async () => {
    show({ answer: false });
    press(/^On every site/, 'radio');
    press('Start reading');
    await waitFor(() => expect(screen.getByText(/nothing has changed/)).toBeTruthy());
  });

  it('lets the reader choose the source at once', () => {
    const { onNetwork } = show();
    press(/^Only the pack/, 'radio');
    expect(onNetwork).toHaveBeenCalledWith('never');
  });

  it('has no accessibility violations', async () => {
    const { container } = show();
    press(/^On these sites/, 'radio');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('the sample story', () => {
  const story = storyText(text);
  const words = story.paragraphs[1] ?? '';
  const mention = (name: string, marked: boolean) => ({
    block: 1,
    start: words.indexOf(name),
    end: words.indexOf(name) + name.length,
    entity: name.toLowerCase(),
    marked,
  });
  const mentions = [mention('Larry Ellison', true), mention('Oracle', true), mention('CNN', false)];

  it('is shown word for word, with its day, and its names as they were found', () => {
    const onOpen = vi.fn();
    const { container } = render(
      <SampleStory
        story={story}
        mentions={mentions}
        active={`1:${words.indexOf('Larry')}`}
        onOpen={onOpen}
        onRetry={() => {}}
      />,
    );
    expect([...container.querySelectorAll('.sample-text')].map((p) => p.textContent)).toEqual(story.paragraphs);
    expect(container.querySelector('.sample-date')?.textContent).toContain('27 February 2026');
    const names = screen.getAllByRole('button');
    expect(names.map((name) => name.textContent)).toEqual(['Larry Ellison', 'Oracle']);
    expect(names.map((name) => name.getAttribute('aria-expanded'))).toEqual(['true', 'false']);
    expect(container.querySelector('span[data-mention]')?.textContent).toBe('CNN');
    fireEvent.click(names[1] as HTMLElement);
    expect(onOpen).toHaveBeenCalledWith(`1:${words.indexOf('Oracle')}`, names[1]);
  });

  it('reports that its names could not be found, and can be retried', () => {
    const onRetry = vi.fn();
    render(<SampleStory story={story} mentions="unavailable" active={null} onOpen={() => {}} onRetry={onRetry} />);
    press('Try again');
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
