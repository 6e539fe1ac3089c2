/**
 * The one door to the extension APIs. WXT aliases `wxt/browser` to webextension-polyfill at build time (all but the
 * reader script, see wxt.config.ts), and the polyfill throws outside an extension: code that runs in tests too takes
 * the piece it needs as a parameter.
 */
export { type Browser, browser } from 'wxt/browser';
