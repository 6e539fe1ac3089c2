/**
 * Stories in every kind of box, made here: `/boxes/NAME.html`. In each the name Peder Vang stands in the paragraph `#p`, or
 * in the open shadow tree of `x-k`.
 */
import type { Route } from '../../tools/serve-folder';

const NAMED =
  'The talks were led by Peder Vang, who had spent the whole week going from door to door along the waterfront in search of a majority that nobody else believed in any more.';
const OTHER =
  'The delegation came late and left early, and what it had brought along was read by nobody until the evening, when the ships had gone and the lamps along the quay were lit one after another.';

interface BoxPage {
  readonly css?: string;
  /** What stands in the article between two paragraphs; the paragraph with the name by itself. */
  readonly box?: string;
  /** After the article. */
  readonly after?: string;
}

const P = `<p id="p">${NAMED}</p>`;
const STRETCHED = '.k{position:relative}.k a::after{content:"";position:absolute;inset:0}';
const TEASER = `<div class="k"><h3><a href="#more">More about the talks</a></h3>${P}</div>`;
const OVER = '.k{position:relative}.k>:not(p){position:absolute;inset:0;width:100%;height:100%}';
const shadow = (inside: string) =>
  `<script>document.querySelector('x-k').attachShadow({mode:'open'}).innerHTML=${JSON.stringify(inside)}</script>`;
const modal = (dialog: string, more = '') => ({
  css: `dialog{width:420px}${dialog}`,
  box: `<dialog id="d"><h2>More on this</h2>${P}</dialog><script>d.showModal();${more}</script>`,
});

/** Layers over the words that leave them to be read. */
export const SEE_THROUGH: Readonly<Record<string, BoxPage>> = {
  'a link stretched over its box': { css: STRETCHED, box: TEASER },
  'a stretched link over words that take no pointer': {
    css: `${STRETCHED}.k *{pointer-events:none}.k a{pointer-events:auto}`,
    box: TEASER,
  },
  'a stretched link with a tint and a line': {
    css: `${STRETCHED}.k a::after{background:#0000001a}.k a::before{content:"";position:absolute;inset:auto 0 0;height:3px;background:red}`,
    box: TEASER,
  },
  'a stretched link in a shadow tree': {
    box: '<x-k></x-k>',
    after: shadow(`<style>${STRETCHED}</style>${TEASER}`),
  },
  'nothing, in an element without a box': {
    css: '#p b{display:contents}',
    box: `<p id="p">${NAMED.replace('Peder Vang', '<b>Peder Vang</b>')}</p>`,
  },
  'a layer without a colour over the page': {
    css: '.o{position:fixed;inset:0;z-index:9}',
    after: '<div class="o"></div>',
  },
  'a white layer of no opacity': {
    css: '.o{position:fixed;inset:0;z-index:9;opacity:0}.o b{display:block;height:100%;background:#fff}',
    after: '<div class="o"><b></b></div>',
  },
  'a gradient from nothing to little': {
    css: `${OVER}.k i{background:linear-gradient(transparent,#fff3)}`,
    box: `<div class="k">${P}<i></i></div>`,
  },
  'a button without a face': {
    css: `${OVER}.k button{background:none;border:0}`,
    box: `<div class="k">${P}<button></button></div>`,
  },
  'a field of no opacity': {
    css: `${OVER}.k input{opacity:0}`,
    box: `<div class="k">${P}<input type="checkbox"></div>`,
  },
  'a see-through shape': {
    css: OVER,
    box: `<div class="k">${P}<svg viewBox="0 0 9 9" preserveAspectRatio="none"><rect width="9" height="9" fill="transparent"/></svg></div>`,
  },
  'a layer in a shadow tree': {
    css: OVER,
    box: `<div class="k">${P}<x-k></x-k></div>`,
    after: shadow('<a href="#more" style="position:absolute;inset:0"></a>'),
  },
};

/** Layers that hide the words. */
export const OPAQUE: Readonly<Record<string, BoxPage>> = {
  'a white layer over the page': {
    css: '.o{position:fixed;inset:0;z-index:9;background:#fff}',
    after: '<div class="o"></div>',
  },
  'a sheet of grey over the page': {
    css: '.o{position:fixed;inset:0;z-index:9;background:#0008}',
    after: '<div class="o"></div>',
  },
  'a blur over the page': {
    css: '.o{position:fixed;inset:0;z-index:9;backdrop-filter:blur(9px)}',
    after: '<div class="o"></div>',
  },
  'a sticky header': {
    css: 'header{position:fixed;inset:0 0 auto;height:90vh;background:#fff}',
    after: '<header>The Quay</header>',
  },
  'a layer within the paragraph': { css: OVER, box: `<p id="p" class="k">${NAMED}<i style="background:#eee"></i></p>` },
  'a coloured stretched link': { css: `${STRETCHED}.k a::after{background:#ddd}`, box: TEASER },
  'a cover of the box itself': {
    css: '.k{position:relative}.k::after{content:"";position:absolute;inset:0;background:#222}',
    box: `<div class="k">${P}</div>`,
  },
  'a picture': {
    css: OVER,
    box: `<div class="k">${P}<img alt="" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"></div>`,
  },
  'a modal dialog elsewhere': {
    css: 'dialog{margin:auto auto 0;width:200px}dialog::backdrop{background:none}',
    after: '<dialog id="d">Cookies?</dialog><script>d.showModal()</script>',
  },
  'a modal dialog without a colour': {
    css: 'dialog{margin:auto auto 0;width:200px;border:0;background:none}dialog::backdrop{background:none}',
    after: '<dialog id="d"><b style="background:#fff">Cookies?</b></dialog><script>d.showModal()</script>',
  },
  'the edge of a box that cuts them off': {
    css: '.c{height:50px;overflow:clip}',
    box: `<div class="c"><p id="p">${OTHER} ${NAMED}</p></div><div style="height:300px"></div>`,
  },
  'another slide, the words being of no opacity': {
    css: '.k{position:relative;height:130px}.k p{position:absolute;inset:0;background:#fff}#p{z-index:2;opacity:0}',
    box: `<div class="k">${P}<p>${OTHER}</p></div>`,
  },
};

/** Boxes in which the card has to find its place. */
export const PLACES: Readonly<Record<string, BoxPage>> = {
  'zoom on the page': { css: 'html{zoom:1.5}' },
  'zoom on its body': { css: 'body{zoom:.7}' },
  'a turned body': { css: 'body{transform:scale(.8) rotate(3deg)}' },
  'a scaled page': { css: 'html{transform:scale(1.2);transform-origin:0 0}' },
  'a filtered page': { css: 'html{filter:sepia(.2);contain:paint}' },
  'vertical writing': { css: '#p{writing-mode:vertical-rl;height:420px}' },
  'a page in vertical writing': { css: 'html{writing-mode:vertical-rl;height:600px}' },
  columns: { css: '.k{columns:3;column-gap:20px}', box: `<div class="k"><p>${OTHER}</p>${P}</div>` },
  'content that is laid out when needed': {
    css: '.k{content-visibility:auto;contain-intrinsic-size:auto 300px}',
    box: `<div style="height:2000px"></div><div class="k">${P}</div>`,
  },
  'a table': { box: `<table><tr><td>${OTHER}</td><td id="p">${NAMED}</td></tr></table>` },
  'a box that scrolls': { css: '.k{height:90px;overflow:auto}', box: `<div class="k"><p>${OTHER}</p>${P}</div>` },
  'a modal dialog': modal(''),
  'a modal dialog with zoom': modal('dialog{zoom:1.4}'),
  'a modal dialog in a page with zoom': modal('html{zoom:1.5}'),
  'a modal dialog with zoom in a page with zoom': modal('body{zoom:1.3}dialog{zoom:.7}'),
  'zoom within a modal dialog': modal('dialog p{zoom:1.6}'),
  'a scaled modal dialog': modal('dialog{transform:scale(1.3);transform-origin:0 0}'),
  'a turned modal dialog': modal('dialog{rotate:6deg;overflow:hidden;contain:paint}'),
  'a modal dialog in a scaled page': modal('html{transform:scale(1.2);transform-origin:0 0}'),
  'a modal dialog in a shadow tree': {
    box: '<x-k></x-k>',
    after: `${shadow(`<dialog style="width:420px;zoom:1.3">${P}</dialog>`)}<script>document.querySelector('x-k').shadowRoot.querySelector('dialog').showModal()</script>`,
  },
  'a popover with zoom': {
    css: '#d{width:420px;zoom:1.3}',
    box: `<div id="d" popover>${P}</div><script>d.showPopover()</script>`,
  },
};

const all = { ...SEE_THROUGH, ...OPAQUE, ...PLACES };

export const boxAddress = (name: string): string => `boxes/${encodeURIComponent(name)}.html`;

export const boxPages: Route = (_, response, path) => {
  const found = all[/^\/boxes\/(.+)\.html$/.exec(path)?.[1] ?? ''];
  if (!found) return false;
  const { css = '', box = P, after = '' } = found;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour talks</title><meta property="og:type" content="article"><style>body{font:18px/1.6 serif;margin:0 auto;max-width:640px}${css}</style></head><body><article><h1>Harbour talks</h1><p>${OTHER}</p>${box}<p>${OTHER}</p></article>${after}</body></html>`,
  );
  return true;
};
