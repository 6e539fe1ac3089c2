/**
 * Stories with real names under conditions that no newspaper would print: made here, since most of them are one
 * paragraph and a trick. `/made/NAME.html`.
 */
import type { Route } from '../../tools/serve-folder';

export const STORY =
  'Iranian Gen. Qasem Soleimani was killed by a drone strike at the airport of Baghdad, and with him died Abu Mahdi al-Mohandes, who had founded Kataib Hezbollah. Officials in Tehran said that the militia would answer in its own time and its own way.';
const SECOND =
  'The Associated Press reported from Iraq that the streets were quiet in the morning, while in Washington the advisers of President Trump spoke of a warning to Iran that nobody could overhear, and in Europe the talk was of the nuclear deal.';

interface Made {
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const article = (inside: string) => `<article><h1>A strike in Baghdad</h1>${inside}</article>`;
const paragraphs = `<p id="first">${STORY}</p><p id="second">${SECOND}</p>`;
const filler =
  'the harbour and the town beside it went on with what they had always done, which was to wait for ships that were late';

const MADE: Readonly<Record<string, Made>> = {
  plain: {},
  target: { body: '<h1 id="arrived">Arrived</h1>' },
  empty: {
    body: `<article><h1>A tale</h1>${`<p>In the next chapter of this tale ${filler}, and ${filler}.</p>`.repeat(4)}</article>`,
  },
  form: {
    body: '<form><label>Name <input></label><button>Send</button></form>',
    head: '<meta property="og:type" content="website">',
  },
  links: {
    body: article(
      `<p>${STORY.replace('Kataib Hezbollah', '<a id="link" href="/made/target.html">Kataib Hezbollah</a>')}</p><p>${SECOND}</p>`,
    ),
  },
  stretched: {
    head: '<style>.box{position:relative}.box a::after{content:"";position:absolute;inset:0}</style>',
    body: article(
      `<div class="box"><h2><a href="/made/target.html">What happened</a></h2><p>${STORY}</p></div><p>${SECOND}</p>`,
    ),
  },
  colours: {
    head: '<style>p{padding:20px}#first{background:#c00;color:#fff}#second{background:#1e1e1e;color:#ddd}#third{background:#ff8c00;color:#000}</style>',
    body: article(
      `${paragraphs}<p id="third">Gen. Esmail Ghaani, who commands the Quds Force now, spoke of Natanz, and Mike Pompeo spoke of him.</p>`,
    ),
  },
  dark: { head: '<style>html{background:#121212}body{color:#e0e0e0}</style>' },
  'shadow-in-shadow': {
    body: `${article(`<p>${SECOND}</p><x-story></x-story>`)}<script>
      const outer = document.querySelector('x-story').attachShadow({ mode: 'open' });
      outer.innerHTML = '<div><x-inner></x-inner></div>';
      outer.querySelector('x-inner').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<p id="inside">${STORY}</p>`)};
    </script>`,
  },
  'modal-in-shadow': {
    body: `${article(`<p>${SECOND}</p><x-story></x-story>`)}<script>
      const tree = document.querySelector('x-story').attachShadow({ mode: 'open' });
      tree.innerHTML = ${JSON.stringify(`<dialog style="width:600px"><p>${STORY.replace('Qasem Soleimani', '<b id="name">Qasem Soleimani</b>')}</p></dialog>`)};
      tree.firstChild.showModal();
    </script>`,
  },
  dialog: {
    body: `${article(paragraphs)}<dialog id="dialog"><p>A word about cookies.</p><button>Fine</button></dialog><script>dialog.show()</script>`,
  },
  modal: {
    body: `${article(`${paragraphs}<dialog id="dialog" style="width:700px;height:300px;overflow:hidden"><p>${STORY}</p></dialog>`)}<script>dialog.showModal()</script>`,
  },
  fullscreen: {
    body: `${article(`${paragraphs}<section id="stage" style="background:#fff"><p>${SECOND}</p><button onclick="stage.requestFullscreen()">All of it</button></section>`)}`,
  },
  'z-index': {
    head: '<style>div{display:none!important;visibility:hidden!important;z-index:2147483647!important;opacity:.1!important}i{position:fixed;inset:0;z-index:2147483647;background:#f001;pointer-events:none}</style>',
    body: `${article(paragraphs)}<i></i>`,
  },
  unselectable: { head: '<style>*{user-select:none!important;-webkit-user-select:none!important}</style>' },
  'right-to-left': { head: '<style>html{direction:rtl}</style><script>document.documentElement.dir="rtl"</script>' },
  zoomed: { head: '<style>html{zoom:1.4}</style>' },
  transformed: { head: '<style>article{transform:scale(.8) rotate(2deg);will-change:transform}</style>' },
  prototypes: {
    head: `<script>
      for (const name of ['map', 'filter', 'push', 'find', 'forEach']) Array.prototype[name] = () => { throw new Error('no'); };
      Element.prototype.attachShadow = Element.prototype.getBoundingClientRect = Range.prototype.getClientRects = () => { throw new Error('no'); };
      Document.prototype.createElement = Document.prototype.caretPositionFromPoint = () => { throw new Error('no'); };
      HTMLElement.prototype.showPopover = Node.prototype.contains = EventTarget.prototype.addEventListener = () => { throw new Error('no'); };
      window.setTimeout = window.requestAnimationFrame = window.getComputedStyle = () => { throw new Error('no'); };
      window.MutationObserver = window.IntersectionObserver = window.Highlight = window.Promise = undefined;
      JSON.stringify = JSON.parse = Object.keys = Object.entries = () => { throw new Error('no'); };
    </script>`,
  },
  keys: {
    head: `<script>
      window.heard = [];
      for (const target of [document, document.documentElement])
        for (const name of ['keydown', 'keyup', 'keypress'])
          target.addEventListener(name, (event) => { heard.push(name + ' ' + event.key); event.preventDefault(); event.stopImmediatePropagation(); }, true);
    </script>`,
  },
  csp: {
    headers: {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  isolated: {
    headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  },
  sandboxed: { headers: { 'content-security-policy': 'sandbox allow-scripts' } },
  // Hears all that a page can hear, and was there first.
  listening: {
    head: `<script>
      window.heard = [];
      const names = 'keydown keyup keypress beforeinput input change copy cut paste compositionstart compositionupdate compositionend focus blur focusin focusout selectionchange message securitypolicyviolation';
      const fields = ['key', 'code', 'data', 'inputType', 'blockedURI', 'sourceFile', 'origin'];
      for (const target of [window, document])
        for (const name of names.split(' '))
          target.addEventListener(name, (event) => {
            heard.push([event.type, ...fields.map((field) => String(event[field] ?? '')), String(event.clipboardData?.getData('text') ?? ''), String(event.target?.textContent ?? ''), String(getSelection())].join('|'));
          }, true);
      new PerformanceObserver((list) => heard.push(...list.getEntries().map((entry) => 'entry|' + entry.name))).observe({ entryTypes: ['resource', 'navigation', 'layout-shift', 'event', 'first-input'].filter((type) => PerformanceObserver.supportedEntryTypes.includes(type)) });
      if (window.ReportingObserver) new ReportingObserver((reports) => heard.push(...reports.map((report) => 'report|' + JSON.stringify(report))), { buffered: true }).observe();
      new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) heard.push('node|' + (node.outerHTML ?? node.data)); }).observe(document, { childList: true, subtree: true, characterData: true });
    </script>`,
  },
  'one-character': {
    body: `${article(paragraphs)}<script>
      for (const p of document.querySelectorAll('p')) p.replaceChildren(...[...p.textContent].map((letter) => new Text(letter)));
    </script>`,
  },
  invisible: {
    body: article(
      `<p>${STORY.replace('Qasem Soleimani', 'Qa\u00adsem\u00a0Solei\u200bmani').replace('Kataib Hezbollah', '\u2068Kataib\u00a0Hezbollah\u2069').replace('Baghdad', '\u202aBaghdad\u202c')}</p><p>${SECOND}</p>`,
    ),
  },
  unclosed: { body: `<article><h1>A strike</h1><p id=first>${STORY}<p><b><i>${SECOND}<table><tr><td>loose <p>end` },
  'one-paragraph': {
    body: article(
      `<p>${STORY} ${Array.from({ length: 7_500 }, (_, n) => `Sentence ${n} says that ${n % 25 === 0 ? 'in Iraq ' : ''}${filler}.`).join(' ')} At the end of it all stands Kataib Hezbollah.</p>`,
    ),
  },
  mutations: {
    body: `${article(`${paragraphs}<p id="ticker">0 ships</p>`)}<script>
      const text = ticker.firstChild, began = performance.now(), { port1, port2 } = new MessageChannel();
      window.made = 0;
      port1.onmessage = () => {
        while (made < ((performance.now() - began) / 1000) * 5000) text.data = ++made + ' ships in the harbour of Baghdad';
        port2.postMessage(null);
      };
      port2.postMessage(null);
    </script>`,
  },
  shadow: {
    body: `${article(`<p>${SECOND}</p><x-story></x-story>`)}<script>
      document.querySelector('x-story').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<p id="inside">${STORY}</p>`)};
    </script>`,
  },
  frame: {
    body: article(`<p>${SECOND}</p><iframe id="frame" src="/made/framed.html" width="600" height="260"></iframe>`),
  },
  framed: { body: `<p>${STORY}</p>` },
  app: {
    body: `<article id="app"><h1>A strike in Baghdad</h1>${paragraphs}</article><script>
      const first = app.innerHTML;
      const second = ${JSON.stringify(`<h1>A vote in Brazil</h1><p>In Brazil the vote was won by Luiz Inácio Lula da Silva over Jair Bolsonaro, by less than two points, in a run-off that brought more people to the urns than the first round had done four weeks before.</p><p>${filler}</p>`)};
      const show = () => { app.innerHTML = location.search === '?second' ? second : first; };
      addEventListener('popstate', show);
      window.go = (how, to) => { history[how](null, '', to); show(); };
    </script>`,
  },
};

function page({ head = '', body = article(paragraphs) }: Made): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A strike in Baghdad</title><meta name="viewport" content="width=device-width"><meta property="og:type" content="article"><meta property="article:published_time" content="2020-01-04T08:00:00Z"><style>body{font:18px/1.6 serif;max-width:640px;margin:60px auto}</style>${head}</head><body>${body}</body></html>`;
}

export const storyPages: Route = (_, response, path) => {
  const made = MADE[/^\/made\/([a-z-]+)\.html$/.exec(path)?.[1] ?? ''];
  if (!made) return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...made.headers }).end(page(made));
  return true;
};
