/** Rules of a manifest, whether declared in the project or written by a build. */
import { expect } from 'vitest';

/** None of them makes a browser warn its user; `contextMenus` is one line in the menu of a selection. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms', 'contextMenus'];

export function expectHarmless(manifest: Record<string, unknown>, demo: boolean) {
  const isFirefox = manifest.browser_specific_settings !== undefined;
  // Chromium wants one for the panel beside the story, and warns of nothing; Firefox wants none.
  expect(manifest.permissions).toEqual(isFirefox ? PERMISSIONS : [...PERMISSIONS, 'sidePanel']);
  // The panel is opened by the reader, never by the browser at installation.
  if (isFirefox) expect(manifest.sidebar_action).toMatchObject({ default_panel: 'panel.html', open_at_install: false });
  else expect(manifest.side_panel).toEqual({ default_path: 'panel.html' });
  expect(manifest.optional_permissions ?? []).toEqual([]);
  expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  expect(manifest.host_permissions ?? []).toEqual(demo ? ['http://127.0.0.1/*', 'http://localhost/*'] : []);
  // Nothing of ours has an address that a page could learn or load.
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  expect(manifest.externally_connectable).toBeUndefined();
  expect(JSON.stringify(manifest.content_security_policy ?? '')).not.toMatch(/unsafe-(eval|inline)|https?:/);
}
