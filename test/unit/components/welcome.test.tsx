// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { type SitesChoice, WelcomeView } from '../../../components/settings';
import { STORIES } from '../../browser/card/stories';
import { render } from './render';

function show(change: { answer?: boolean; sites?: string[]; bad?: string | null } = {}) {
  const onFinish = vi.fn(async (_choice: SitesChoice) => change.answer ?? true);
  const onNetwork = vi.fn();
  const onNames = vi.fn();
  const { view } = STORIES.person;
  const result = render(
    <WelcomeView
      sample={{ [view.entity]: view }}
      network="ask"
      names="ask"
      readSites={() => ({ sites: change.sites ?? [], bad: change.bad ?? null })}
      onNetwork={onNetwork}
      onNames={onNames}
      onFinish={onFinish}
    />,
  );
  return { ...result, onFinish, onNetwork, onNames };
}
const press = (name: string | RegExp, role = 'button') => fireEvent.click(screen.getByRole(role, { name }));

describe('the welcome', () => {
  it('asks for no access unless the reader chooses some', async () => {
    const { onFinish } = show();
    press('Start reading');
    expect(onFinish).toHaveBeenCalledWith({ type: 'ask' });
    await waitFor(() => expect(screen.getByText(/All set/)).toBeTruthy());
  });

  it('asks for the sites that were typed', () => {
    const { onFinish } = show({ sites: ['a.org', 'b.org'] });
    press(/^On these sites/, 'radio');
    press('Start reading');
    expect(onFinish).toHaveBeenCalledWith({ type: 'some', sites: ['a.org', 'b.org'] });
  });

  it('names a line that is no site, and asks for nothing', async () => {
    const { onFinish } = show({ bad: 'two words' });
    press(/^On these sites/, 'radio');
    press('Start reading');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Not a site: two words'));
    expect(onFinish).not.toHaveBeenCalled();
  });

  it('says that nothing changed when the browser was told no', async () => {
    show({ answer: false });
    press(/^On every site/, 'radio');
    press('Start reading');
    await waitFor(() => expect(screen.getByText(/nothing has changed/)).toBeTruthy());
  });

  it('shows the sample with the card of a marked name, with the dates of its facts', () => {
    const { container } = show();
    expect(container.querySelector('.sample-text')?.textContent).toBe(
      'The drone that killed Soleimani also killed al-Mohandes, a leader of the PMF.',
    );
    expect(screen.getByRole('button', { name: 'al-Mohandes' }).getAttribute('aria-pressed')).toBe('true');
    expect(container.querySelector('.sample-day')?.textContent).toContain('3 January 2020');
  });

  it('lets the reader choose the source at once', () => {
    const { onNetwork } = show();
    press(/^Only the pack/, 'radio');
    expect(onNetwork).toHaveBeenCalledWith('never');
  });

  it('gives an assistive tool nothing to complain of', async () => {
    const { container } = show();
    press(/^On these sites/, 'radio');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
