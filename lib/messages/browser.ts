/**
 * The one door to the extension APIs. WXT aliases `wxt/browser` to webextension-polyfill at build time (except in the
 * reader script, see wxt.config.ts), and the polyfill throws outside an extension: code that also runs in tests takes
 * what it needs as a parameter.
 */
export { type Browser, browser } from 'wxt/browser';
