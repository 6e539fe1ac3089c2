import type { Caller } from '../../../lib/messages';

/** The frame of a card over a story. */
export const frame: Caller = {
  ownPage: false,
  tabId: 7,
  frameId: 3,
  documentId: 'D3',
  url: 'about:srcdoc',
  tabUrl: 'https://news.example/1',
  windowId: 1,
  incognito: false,
};
