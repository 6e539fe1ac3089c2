/** What is declared to the browsers is a promise to every reader: each line that counts stands here once more. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { manifestFor } from '../../wxt.config';

const PERMISSIONS = ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms'];
const SUGGESTED_KEY = /^(Alt|Ctrl)\+Shift\+(Period|Comma|[A-Z0-9])$/;

/** Rules of a manifest, whether declared here or written by the build. */
function expectHarmless(manifest: Record<string, unknown>, demo: boolean) {
  expect(manifest.permissions).toEqual(PERMISSIONS);
  expect(manifest.optional_permissions ?? []).toEqual([]);
  expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  expect(manifest.host_permissions ?? []).toEqual(demo ? ['http://127.0.0.1/*', 'http://localhost/*'] : []);
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  expect(manifest.externally_connectable).toBeUndefined();
  expect(JSON.stringify(manifest.content_security_policy ?? '')).not.toMatch(/unsafe-(eval|inline)|https?:/);
}

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  it.each(['production', 'demo'])('asks for no more than it says (%s)', (mode) => {
    expectHarmless(manifestFor(browser, mode) as Record<string, unknown>, mode === 'demo');
  });

  it('suggests keys that both browsers take', () => {
    const commands = Object.values(manifestFor(browser, 'production').commands ?? {});
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(command.suggested_key?.default).toMatch(SUGGESTED_KEY);
  });

  it.each(['production', 'demo'])('is the same after the build, if there is one (%s)', (mode) => {
    const folder = `${browser}-mv3${mode === 'demo' ? '-demo' : ''}`;
    const file = fileURLToPath(new URL(`../../.output/${folder}/manifest.json`, import.meta.url));
    if (!existsSync(file)) return;
    expectHarmless(JSON.parse(readFileSync(file, 'utf8')), mode === 'demo');
  });
});

it('tells Firefox that no data is collected', () => {
  expect(manifestFor('firefox', 'production').browser_specific_settings?.gecko).toMatchObject({
    data_collection_permissions: { required: ['none'] },
  });
});

it('has a description that the stores take', () => {
  const file = new URL('../../assets/public/_locales/en/messages.json', import.meta.url);
  const { extension_description } = JSON.parse(readFileSync(file, 'utf8'));
  expect(extension_description.message.length).toBeLessThanOrEqual(132);
});
