/**
 * A story on a site that allows no pictures and still gets a report of every attempt; with the settings that send
 * Backstory to the test's own Wikidata and Commons.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenWorld } from '../../tools/wikidata-server';
import type { Stored } from './session';

export interface PictureSite {
  readonly story: string;
  /** Everything that came in, the story itself too. */
  readonly asked: readonly string[];
  close(): void;
}

/** In the story; the packs know it by the number under which the open world has a logo of it. */
export const PICTURED = { words: 'the [World Trade Organization] said', name: 'World Trade Organization', id: 'Q7825' };
export const LOGO = 'WTO of the test.svg';

const POLICY = "default-src 'none'; img-src 'none'; style-src 'unsafe-inline'; report-uri /report";
const STORY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A ruling in Geneva</title><meta name="viewport" content="width=device-width"><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-27T08:00:00Z"><style>body{font:18px/1.6 serif;max-width:640px;margin:60px auto}</style></head><body><article><h1>A ruling in Geneva</h1><p>On that day the World Trade Organization said in a long statement that the duties on steel were against the rules which all of its members had signed, and that nobody should expect another answer before the end of the week.</p><p>In Germany and in Norway the makers of steel were glad of it, while the harbours went on with what they had always done, which was to wait for ships that were late.</p></article></body></html>`;

export async function openPictureSite(): Promise<PictureSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = '' } = request;
    if (url !== '/favicon.ico') asked.push(`${request.method} ${url}`);
    if (url !== '/story.html') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
    response.end(STORY);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    story: `http://127.0.0.1:${(server.address() as AddressInfo).port}/story.html`,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const settingsFor = (world: OpenWorld, more: Stored = {}): Stored => ({
  wikiApi: world.wikiApi,
  wikidataApi: world.wikidataApi,
  commonsApi: world.commonsApi,
  picturesAt: `${world.pictures}/`,
  // Nobody needs to be told who these are; a mark tells that the page was read.
  density: 'every',
  ...more,
});

export interface PaintedPixels {
  readonly label: string | null;
  readonly size: readonly [number, number];
  /** Red, green, blue near a corner, and where something white is. */
  readonly corner: readonly number[];
  readonly middle: readonly number[];
  /** Elements of the frame that have an address. */
  readonly addressed: number;
}

/** To be run in the frame of a card: what is painted there. Null: nothing. */
export function readPainted(): PaintedPixels | null {
  const canvas = document.querySelector<HTMLCanvasElement>('.picture canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return null;
  const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
  const { width, height } = canvas;
  return {
    label: canvas.getAttribute('aria-label'),
    size: [width, height],
    corner: at(3, 3),
    middle: at(Math.floor(width / 2), Math.floor(height / 3)),
    addressed: document.querySelectorAll('img, picture, video, object, embed, [src]').length,
  };
}
