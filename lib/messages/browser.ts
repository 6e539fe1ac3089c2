/**
 * The one door to the extension APIs. WXT aliases `wxt/browser` to webextension-polyfill at build time, and the
 * polyfill throws outside an extension: code that runs in tests too takes the piece it needs as a parameter.
 */
export { type Browser, browser } from 'wxt/browser';
