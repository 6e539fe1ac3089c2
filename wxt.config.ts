import { defineConfig } from 'wxt';
import { packHooks } from './assets/knowledge/build-pack';
import { manifestFor } from './manifest';

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser, mode }) => manifestFor(browser, mode),
  hooks: packHooks,
});
