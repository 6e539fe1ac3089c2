import * as dom from '../dom/dom';
import { someText } from '../dom/some-text';
import type { Address } from './other-address';

/** First labels of hosts with mail, documents and money. */
const PRIVATE_HOSTS =
  /^(?:e?mail|webmail|outlook|owa|inbox|docs|drive|sheets|slides|calendar|meet|chat|messages|web\.whatsapp|(?:online|net|e|home|my)?-?bank(?:ing)?|secure|login|signin|sso|auth|accounts?|pay(?:ments?)?|checkout|wallet|admin|console|dashboard)\./i;

/** Characters of text that make an editable element an editor. */
const EDITOR_TEXT = 400;

const SECRETS = '[autocomplete^="cc-" i], [autocomplete="one-time-code" i]';
const PASSWORDS = 'input[type="password" i]';
/** A heading about nothing else, and the end of an address. */
const LOG_IN_ADDRESS = /(?:\/|[-_])(?:log|sign)[-_]?(?:in|on)(?:\.\w+)?\/?$/i;
const LOG_IN =
  /^(?:please )?(?:(?:\w+ )?(?:log|sign)[ -]?(?:in|on)|anmeld|einlog|connexion|se connecter|iniciar sesi|acced|entrar|inlog|logowanie|zaloguj|logga in|ログイン|登[录錄])\w{0,4}(?:\W.{0,30})?$/i;

const isShown = (element: Element): boolean =>
  dom.checkVisibility(element, { visibilityProperty: true, opacityProperty: true }) ?? true;

/**
 * Is this a page only the reader should see? `mayStandBeside`: may this password field be the log-in box that many
 * newspapers have on every page?
 */
export function isPrivate(
  doc: Document,
  address: Address,
  claimsArticle: boolean,
  mayStandBeside: (password: Element) => boolean = () => false,
): boolean {
  const body = dom.body(doc);
  if (dom.designMode(doc) === 'on' || (body && dom.isEditable(body))) return true;
  if (PRIVATE_HOSTS.test(address.hostname)) return true;
  // Beside a declared story, a payment box does not make a page private.
  if (!claimsArticle && [...dom.all(doc, SECRETS)].some(isShown)) return true;
  const passwords = [...dom.all(doc, PASSWORDS)].filter(isShown);
  if (passwords.length > 0 && isLogIn(doc, address)) return true;
  if (!claimsArticle && !passwords.every(mayStandBeside)) return true;
  const editor = dom.one(
    doc,
    '[contenteditable=""], [contenteditable="true" i], [role="textbox"][aria-multiline="true"]',
  );
  // A comment box is small and below the story; an editor is the page.
  return editor !== null && !claimsArticle && someText(editor, 2 * EDITOR_TEXT).length > EDITOR_TEXT;
}

const isLogIn = (doc: Document, { pathname }: Address): boolean =>
  LOG_IN_ADDRESS.test(pathname) || [...dom.all(doc, 'h1')].some((h1) => LOG_IN.test(someText(h1, 60).text));
