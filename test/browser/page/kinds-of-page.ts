/** Small pages of every kind that a reader meets, stories and others; our own writing. Read by unit tests and in real browsers. */

export interface KindOfPage {
  readonly name: string;
  readonly path: string;
  readonly html: string;
  /** What becomes of it, and when the reader asks for it by hand. */
  readonly state: 'ready' | 'not-an-article' | 'off-limits';
  readonly asked?: 'ready' | 'off-limits';
  /** Words that must be read, and words that must not. */
  readonly reads?: readonly string[];
  readonly leavesOut?: readonly string[];
}

const HARBOUR = [
  'The harbour of Vestby was closed on Monday after a crane fell into the basin, the master of the port said, and nobody could tell how long the ferries to the islands would have to wait.',
  'Two men who had worked on the quay were brought to the hospital of the county town, where doctors said in the evening that both would be able to go home before the end of the week.',
  'The company that owns the crane had been told in spring that its rails were worn, according to papers that the council showed to reporters after a short meeting behind closed doors.',
  'Fishermen lent their boats to those who had to cross, as their fathers had done in the winter of the great ice, and asked for nothing but help with the nets when the weather allowed.',
];
const SHORT = 'The town of Vestby waits for its ferries.';
const all = (tag: string, attributes = '') => HARBOUR.map((text) => `<${tag}${attributes}>${text}</${tag}>`).join('');
const H1 = '<h1>Crane falls into the harbour of Vestby</h1>';
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const OG = '<meta property="og:type" content="article">';
const NEWS = ld({ '@type': 'NewsArticle', headline: 'Crane falls into the harbour of Vestby' });
const page = (body: string, head = '', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;
const PATH = '/news/crane';
const kind = (name: string, state: KindOfPage['state'], html: string, more: Partial<KindOfPage> = {}): KindOfPage => ({
  name,
  state,
  html,
  path: PATH,
  ...more,
});
const story = (name: string, html: string, more: Partial<KindOfPage> = {}) => kind(name, 'ready', html, more);
const other = (name: string, html: string, more: Partial<KindOfPage> = {}) =>
  kind(name, 'not-an-article', html, { asked: 'ready', ...more });

const FIRST = HARBOUR[0] as string;
const LAST = HARBOUR[3] as string;
const BOTH = { reads: [FIRST, LAST] };

const stories: readonly KindOfPage[] = [
  story('paragraphs', page(`<article>${H1}${all('p')}</article>`), BOTH),
  story('plain boxes', page(`<div>${H1}${all('div')}</div>`), BOTH),
  story(
    'boxes with a span in a box each',
    page(
      `<main>${H1}<div>${HARBOUR.map((t) => `<div><div><span>${t}</span></div></div>`).join('')}</div></main>`,
      NEWS,
    ),
    BOTH,
  ),
  story('one box with breaks', page(`<div id="post">${H1}${HARBOUR.join('<br><br>')}</div>`), BOTH),
  story('sections', page(`<main>${H1}${all('section')}</main>`, NEWS), BOTH),
  story(
    "elements of the site's own",
    page(`<main>${H1}<story-body>${all('story-line')}</story-body></main>`, OG),
    BOTH,
  ),
  story(
    'cells of a table',
    page(`<table><tr><td>${H1}</td></tr>${HARBOUR.map((t) => `<tr><td>${t}</td></tr>`).join('')}</table>`, OG),
    BOTH,
  ),
  story(
    'a node for each letter',
    page(
      `<main>${H1}${all('p')}</main><script>for (const p of document.querySelectorAll('p')) p.replaceChildren(...[...p.textContent].map((letter) => new Text(letter)));</script>`,
    ),
    { reads: [FIRST] },
  ),
  story('a short one that says it is a story', page(`<div>${H1}<div>${FIRST}</div></div>`, NEWS), { reads: [FIRST] }),
  story('a number in the query', page(`<article>${H1}${all('p')}</article>`), { ...BOTH, path: '/?p=31228' }),
  story('a name in the query', page(`<div>${H1}${all('div')}</div>`), {
    ...BOTH,
    path: '/?story=crane&utm_source=mail',
  }),
  story(
    'Japanese',
    page(
      '<main><h1>港が閉鎖された</h1><p>ヴェストビューの港は月曜日に閉鎖され、島へのフェリーがいつ再開されるかは誰にも分からないと港長が述べた。</p><p>岸壁で働いていた二人の男性が病院に運ばれたが、医師は週末までに帰宅できる見込みだと夕方に話した。</p><p>起重機を所有する会社は春にレールの摩耗を知らされていたと、町議会が記者団に示した文書が伝えている。</p></main>',
      '',
      'ja',
    ),
    { reads: ['病院に運ばれた'] },
  ),
  story(
    'Chinese, in boxes',
    page(
      '<div><h1>港口关闭</h1><div>周一，一台起重机倒入港池后，韦斯特比港关闭，港务长表示无人知道通往各岛的渡轮还要等多久。</div><div>两名在码头工作的男子被送往县城的医院，医生晚间表示两人都能在周末之前回家，家人正在等候。</div><div>据镇议会在闭门会议之后向记者展示的文件，拥有起重机的公司春天就已得知轨道磨损严重。</div></div>',
      OG,
      'zh',
    ),
    { reads: ['送往县城的医院'] },
  ),
  story(
    'a list of ten things with links to their makers',
    page(
      `<main>${H1}${[1, 2, 3, 4].map((n) => `<h2><a href="https://maker${n}.example/">Crane number ${n}</a></h2><p>${HARBOUR[n - 1]}</p>`).join('')}</main>`,
      OG,
    ),
    BOTH,
  ),
];

const logIn = '<form action="/login"><input name="u"><input type="password" name="p"><button>Log in</button></form>';
const loggedIn: readonly KindOfPage[] = [
  story('a box to log in above the headline', page(`<div class="top">${logIn}</div>${H1}${all('p')}`), BOTH),
  story('a box to log in in the header', page(`<header>${logIn}</header><div>${all('p')}</div>`), BOTH),
  story('a box to log in in a dialog', page(`<div>${H1}${all('p')}</div><div role="dialog">${logIn}</div>`), BOTH),
  story(
    'a box to log in beside the text',
    page(`<div class="left"><div>${H1}${all('p')}</div></div><div class="right">${logIn}</div>`),
    BOTH,
  ),
  other('a short note under a box to log in', page(`<header>${logIn}</header><p>${SHORT}</p>`), { reads: [SHORT] }),
  ...['/account/login', '/wp-login.php'].map((path) =>
    kind(
      `a page to log in at ${path}`,
      'off-limits',
      page(`<header>${logIn}</header><main><h1>Welcome</h1>${all('p')}</main>`, OG),
      { path, asked: 'off-limits' },
    ),
  ),
  ...['Sign in', 'Anmelden', 'Connexion à votre compte'].map((words) =>
    kind(`a page to log in: ${words}`, 'off-limits', page(`<div>${logIn}</div><h1>${words}</h1>${all('p')}`), {
      asked: 'off-limits',
    }),
  ),
  kind('a box to log in in the midst of the text', 'off-limits', page(`<main>${H1}${logIn}${all('p')}</main>`), {
    asked: 'off-limits',
  }),
  kind('nothing but a box to log in', 'off-limits', page(`<header>${logIn}</header>`), { asked: 'off-limits' }),
  kind('an editor', 'off-limits', page(`<div contenteditable="true">${all('p')}</div>`), { asked: 'off-limits' }),
];

const CHAIR =
  'This chair is made of oak from the woods around the town and is sent to every address in the county within two working days of the order.';
const chair = `<h1>Chair, oak</h1>${`<p>${CHAIR} ${CHAIR}</p>`.repeat(4)}`;
const post = (n: number, text = HARBOUR[n % 4]) =>
  `<div class="post"><h2><a href="/post/${n}">Post number ${n}</a></h2><p>${text}</p><a href="/post/${n}">Read more</a></div>`;
const posts = [0, 1, 2, 3, 4].map((n) => post(n)).join('');
const reply = (n: number) => `<div class="reply"><a href="/user/${n}">Reader ${n}</a><p>${HARBOUR[n]}</p></div>`;
const replies = [0, 1, 2, 3].map(reply).join('');

const others: readonly KindOfPage[] = [
  other(
    'a product, in its data',
    page(chair, ld({ '@type': 'Product', name: 'Chair', offers: { '@type': 'Offer', price: 29 } })),
  ),
  other('a product, in its markup', page(`<div itemscope itemtype="https://schema.org/Product">${chair}</div>`)),
  other('a product, in one meta', page(chair, '<meta property="og:type" content="product">')),
  other('a product that says it is an article, too', page(chair, OG + ld({ '@type': 'ProductGroup' }))),
  other('a product, by its price', page(`${chair}<span itemprop="price">29</span>`)),
  other('a product, by its button', page(`${chair}<button>In den Warenkorb</button>`, '', 'de')),
  other('a product, by its address', page(chair), { path: '/products/chair' }),
  other('a blog', page(`<h1>Blog</h1>${posts}`), { path: '/blog/older' }),
  other(
    'a blog with its posts in full',
    page(`<h1>Blog</h1>${[0, 1, 2].map((n) => post(n, HARBOUR.join('</p><p>'))).join('')}`),
    { path: '/blog' },
  ),
  other(
    'a blog whose posts are marked up',
    page(
      `<main>${[0, 1, 2, 3].map((n) => `<article itemscope itemtype="https://schema.org/BlogPosting">${post(n)}</article>`).join('')}</main>`,
    ),
    { path: '/blog' },
  ),
  other(
    'a blog without boxes that says it is an article',
    page(
      `<h1>Blog</h1>${HARBOUR.map((text, n) => `<h2><a href="/post/${n}">Post ${n}</a></h2><p>${text}</p>`).join('')}`,
      OG,
    ),
    { path: '/blog' },
  ),
  other('a further page of a list', page(all('p')), { path: '/news/page/4/' }),
  other('a category', page(all('p')), { path: '/category/harbours/' }),
  other('results of a search', page(all('p')), { path: '/find?q=crane' }),
  other(
    'many short answers',
    page(
      `<div>${'<div><h3>Crane</h3><p>A crane fell into the harbour, and nobody knows for how long it lies there.</p></div>'.repeat(12)}</div>`,
    ),
  ),
  other('a forum, in its data', page(`${H1}${replies}`, ld({ '@type': 'DiscussionForumPosting' }))),
  other('a forum, by its address', page(`${H1}${replies}`), { path: '/forum/viewtopic.php?t=5' }),
  other('a forum, by the names of its boxes', page(`<div class="forum">${H1}${all('div', ' class="post"')}</div>`)),
  other('questions and answers', page(`<div itemscope itemtype="https://schema.org/QAPage">${H1}${replies}</div>`)),
  other('a front page', page(`<main>${posts}</main>`), { path: '/' }),
  other('a front page of prose', page(all('p')), { path: '/?utm_source=mail' }),
];

const ASIDE =
  'Elections in Norrby are to be held in May, says the mayor of that town, who wants to be elected once more.';
const item = (n: number) =>
  `<article class="item"><a href="/v/${n}"><h4>Another story, number ${n}</h4><p>${ASIDE}</p></a></article>`;
const items = [0, 1, 2, 3, 4, 5, 6, 7].map(item).join('');
const two = `<p>${FIRST}</p><p>${HARBOUR[1]}</p>`;

const boxes: readonly KindOfPage[] = [
  story(
    'a standfirst before the box of the text',
    page(
      `<div>${H1}<div class="article__summary">A crane has fallen into the basin at Vestby, and the islands wait.</div><div><div class="text">${all('p')}</div></div></div>`,
      OG,
    ),
    { reads: ['the islands wait', FIRST, LAST] },
  ),
  story(
    'first paragraphs before the box of the text',
    page(
      `<div><header>${H1}<p>${ASIDE}</p></header><figure><figcaption>The basin of Vestby on Monday, before the crane was lifted out of it</figcaption></figure><div class="text">${all('p')}${all('p')}</div></div>`,
      OG,
    ),
    { reads: [ASIDE, 'The basin of Vestby on Monday', LAST] },
  ),
  story(
    'a text in two boxes with an advert between them',
    page(
      `<div>${H1}<div class="body-part"><p>${FIRST}</p><p>${HARBOUR[1]}</p><p>${HARBOUR[2]}</p><p>${HARBOUR[1]}</p></div><div class="ad">Buy a boat today and pay for it next year</div><div class="body-part"><p>${LAST}</p></div></div>`,
      OG,
    ),
    { reads: [FIRST, LAST], leavesOut: ['Buy a boat'] },
  ),
  story(
    'a short story above what is popular',
    page(
      `<article>${H1}${two}</article><section class="stack"><h2>Popular</h2>${items}</section>`,
      `${OG}<meta property="article:published_time" content="2019-11-19">`,
    ),
    { reads: [FIRST], leavesOut: [ASIDE] },
  ),
  story(
    'a short story beside many others, in one box',
    page(`<main><div>${H1}${two}</div><ul>${items.replace(/article/g, 'li')}</ul></main>`, NEWS),
    { reads: [FIRST], leavesOut: [ASIDE] },
  ),
  story(
    'boxes that lead on, in other languages',
    page(
      `<article>${H1}${all('p')}<div><h3>Lire aussi</h3><p><a href="/a">${ASIDE}</a></p></div><div class="teilen">Teilen auf Norrby</div><aside><h3>Meistgelesen</h3><a href="/b">${ASIDE}</a></aside></article>`,
      NEWS,
    ),
    { reads: [LAST], leavesOut: [ASIDE, 'Teilen auf'] },
  ),
  story(
    'names of sections and links to other stories',
    page(
      `<article><div><span>Norrby</span></div>${H1}${all('p')}<p><a href="/c">Norrby votes in May</a></p><p>Read on: <a href="/d">Norrby counts</a></p></article>`,
      NEWS,
    ),
    { reads: [LAST], leavesOut: ['Norrby'] },
  ),
  story(
    'a live blog whose posts have addresses of their own',
    page(
      `<main>${H1}${HARBOUR.map((text, n) => `<article class="post"><h2><a href="/live/${n}">At ${n} o'clock</a></h2><p>${text}</p></article>`).join('')}</main>`,
      ld({ '@type': 'LiveBlogPosting', headline: 'Crane' }),
    ),
    BOTH,
  ),
  story(
    'two stories, one after the other',
    page(
      `<main><article>${H1}${all('p')}${all('p')}</article></main><div><article><h1>Norrby votes</h1><p>${ASIDE} ${ASIDE}</p><p>${ASIDE}</p></article></div>`,
      NEWS,
    ),
    { reads: [LAST, ASIDE] },
  ),
];

export const KINDS_OF_PAGE: readonly KindOfPage[] = [...stories, ...loggedIn, ...others, ...boxes];
