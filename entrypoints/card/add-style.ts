/**
 * Firefox refuses `adoptedStyleSheets` from content scripts; a `<style>` there must be empty when it is attached, or a
 * strict policy of the page, which a frame of its own inherits, drops its text.
 */
export function addStyle(css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const sheets = [...document.adoptedStyleSheets, sheet];
    document.adoptedStyleSheets = sheets;
    if (document.adoptedStyleSheets.length === sheets.length) return;
  } catch {
    // Firefox: sheets of the content script's world are not the document's.
  }
  const style = document.createElement('style');
  document.head.append(style);
  style.textContent = css;
}
