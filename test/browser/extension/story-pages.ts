/**
 * Stories with real names under conditions that no newspaper would print: made here, since most of them are one
 * paragraph and a trick. `/made/NAME.html`, also behind a day: `/2021/01/19/made/NAME.html`.
 */
import type { Route } from '../../tools/serve-folder';
import { FOREIGN } from './foreign-pages';

export const STORY =
  'Iranian Gen. Qasem Soleimani was killed by a drone strike at the airport of Baghdad, and with him died Abu Mahdi al-Mohandes, who had founded Kataib Hezbollah. Officials in Tehran said that the militia would answer in its own time and its own way.';
const SECOND =
  'The Associated Press reported from Iraq that the streets were quiet in the morning, while in Washington the advisers of President Trump spoke of a warning to Iran that nobody could overhear, and in Europe the talk was of the nuclear deal, of Natanz, and of what Esmail Ghaani would do with Asaib Ahl al-Haq.';

export interface Made {
  /** What the page says of its language. */
  readonly language?: string;
  /** How the page says when it was published. */
  readonly day?: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const article = (inside: string) => `<article><h1>A strike in Baghdad</h1>${inside}</article>`;
const paragraphs = `<p id="first">${STORY}</p><p id="second">${SECOND}</p>`;
const filler =
  'the harbour and the town beside it went on with what they had always done, which was to wait for ships that were late';

const MADE: Readonly<Record<string, Made>> = {
  ...FOREIGN,
  plain: {},
  undated: { day: '' },
  evening: {
    day: '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-01-20T02:15:00Z"}</script>',
  },
  'evening-printed': {
    day: '<meta property="article:published_time" content="2021-01-20T02:15:00Z">',
    body: article(`<p>By Jane Doe</p><div class="x1">Tuesday, Jan. 19, 2021, 9:15 p.m. ET</div>${paragraphs}`),
  },
  german: { day: '', body: article(`<p class="autor">Von Anna Muster, 19. Januar 2021, 21:15 Uhr</p>${paragraphs}`) },
  updated: {
    day: '<meta property="article:modified_time" content="2022-03-04T10:00:00+01:00">',
    body: article(`<p>Updated on March 4, 2022</p>${paragraphs}`),
  },
  beside: {
    day: '',
    body: `<aside class="more"><div><h3>A flood has closed two bridges</h3><time class="published" datetime="2009-04-11">11 April 2009</time></div></aside>${article(`<time datetime="2021-01-19">19 January 2021</time>${paragraphs}`)}`,
  },
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
  asking: {
    body: article(
      `${paragraphs}<figure><figcaption id="caption">A street in Baghdad on Friday. Photograph: Joan Doe/Associated Press</figcaption></figure>
       <p>Follow us on Twitter and on Facebook.</p><p>Share this on WhatsApp</p><p>Subscribe to us on YouTube for more news:</p>
       <p>(Joan Doe / Associated Press)</p><p><a href="/made/target.html">Brazil</a></p>`,
    ),
  },
  'live-blog': {
    head: '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"A strike in Baghdad"}</script>',
    body: `<main><aside><h2>More</h2><p>What Kataib Hezbollah is, and what it wants in Baghdad; a look back at thirty years.</p></aside>
      <h1>A strike in Baghdad: live</h1><div id="summary"><p>${STORY}</p></div>
      <div id="posts">${[1, 2, 3].map((n) => `<div class="post" id="post-${n}"><h2>${n} o'clock</h2><p>${STORY} ${STORY}</p></div>`).join('')}</div></main>`,
  },
  front: {
    head: '<meta property="og:type" content="website">',
    body: `<main>${['Strike at Natanz', 'Vote in Brazil', 'Talks in Washington'].map((words, n) => `<article><h2><a href="/made/target.html?${n}">${words}</a></h2><p>${SECOND.slice(0, 90)}</p></article>`).join('')}<ul><li><a href="/made/target.html?4">A letter from Omdurman</a></li><li><a href="/made/target.html?5">The harbours of Port Sudan</a></li><li><a href="/made/target.html?6">Snow in Kaesong</a></li></ul></main>`,
  },
  app: {
    body: `<article id="app"><h1>A strike in Baghdad</h1>${paragraphs}</article><script>
      const first = app.innerHTML;
      const second = ${JSON.stringify(`<h1>A vote in Brazil</h1><p>In Brazil the vote was won by Luiz Inácio Lula da Silva over Jair Bolsonaro, with the help of Simone Tebet, by less than two points, in a run-off that brought more people to the urns than the first round had done four weeks before.</p><p>${filler}</p>`)};
      const show = () => { app.innerHTML = location.search === '?second' ? second : first; };
      addEventListener('popstate', show);
      window.go = (how, to) => { history[how](null, '', to); show(); };
    </script>`,
  },
};

function page({
  language = 'en',
  head = '',
  body = article(paragraphs),
  day = '<meta property="article:published_time" content="2020-01-04T08:00:00Z">',
}: Made): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A strike in Baghdad</title><meta name="viewport" content="width=device-width"><meta property="og:type" content="article">${day}<style>body{font:18px/1.6 serif;max-width:640px;margin:60px auto}</style>${head}</head><body>${body}</body></html>`;
}

export const storyPages: Route = (_, response, path) => {
  const made = MADE[/^(?:\/\d{4}\/\d{2}\/\d{2})?\/made\/([a-z-]+)\.html$/.exec(path)?.[1] ?? ''];
  if (!made) return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...made.headers }).end(page(made));
  return true;
};
