/** What is declared to the browsers is a promise to every reader: each important line is repeated here. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestFor } from '../../wxt.config';
import { expectHarmless } from '../tools/harmless-manifest';

const SUGGESTED_KEY = /^(Alt|Ctrl)\+Shift\+(Period|Comma|[A-Z0-9])$/;

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  it.each(['production', 'demo'])('requests no more permissions than it explains (%s)', (mode) => {
    expectHarmless(manifestFor(browser, mode) as Record<string, unknown>, mode === 'demo');
  });

  it('suggests keyboard shortcuts that both browsers accept', () => {
    const commands = Object.values(manifestFor(browser, 'production').commands ?? {});
    // Chromium takes four at most.
    expect(commands).toHaveLength(4);
    for (const command of commands) expect(command.suggested_key?.default).toMatch(SUGGESTED_KEY);
  });
});

it.each(['chrome', 'firefox'])('has one keyword for the address bar (%s)', (browser) => {
  expect(manifestFor(browser, 'production').omnibox).toEqual({ keyword: 'bs' });
});

it('tells Firefox that no data is collected, and what may be sent if the reader wants it', () => {
  expect(manifestFor('firefox', 'production').browser_specific_settings?.gecko).toMatchObject({
    data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'searchTerms'] },
  });
});

it('opens no sidebar at installation', () => {
  expect(manifestFor('firefox', 'production').sidebar_action).toMatchObject({ open_at_install: false });
});

it('has a description that the stores accept', () => {
  const file = new URL('../../assets/public/_locales/en/messages.json', import.meta.url);
  const { extension_description } = JSON.parse(readFileSync(file, 'utf8'));
  expect(extension_description.message.length).toBeLessThanOrEqual(132);
});
