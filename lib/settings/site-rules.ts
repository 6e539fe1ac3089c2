import type { Settings } from './types';

/**
 * Sites and match patterns. A "site" is a host name without `www.`, as readers call it. Which sites are read is decided
 * in reading-ground.ts.
 */

/** The site of a web address; null if it is not http or https. */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.hostname.replace(/^www\./, '').replace(/\.$/, '');
}

const IP_ADDRESS = /^(\d{1,3}\.){3}\d{1,3}$|^\[/;

/** The match pattern to grant for a site: with subdomains, unless it is a single machine. */
export function grantPattern(site: string): string {
  return IP_ADDRESS.test(site) || !site.includes('.') ? `*://${site}/*` : `*://*.${site}/*`;
}

/** Match patterns that exclude the reader script from a switched-off site. */
export function offPatterns(site: string): string[] {
  return IP_ADDRESS.test(site) || !site.includes('.') ? [`*://${site}/*`] : [`*://${site}/*`, `*://www.${site}/*`];
}

interface Pattern {
  readonly scheme: string;
  readonly host: string;
}

/** A match pattern whose path is `/*`; null for any other text. */
function parsePattern(pattern: string): Pattern | null {
  if (pattern === '<all_urls>') return { scheme: '*', host: '*' };
  const [, scheme, host] = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/.exec(pattern) ?? [];
  return scheme !== undefined && host !== undefined ? { scheme, host } : null;
}

/** `host` may be a pattern itself, `*.a.org`. */
function hostCovers(outer: string, host: string): boolean {
  const wide = outer.replace(/:\d+$/, '');
  if (wide === '*' || wide === host) return true;
  return wide.startsWith('*.') && (host === wide.slice(2) || host.endsWith(wide.slice(1)));
}

/** Does a granted origin (a match pattern whose path is `/*`) match this address? */
export function originCovers(pattern: string, address: string): boolean {
  const parts = parsePattern(pattern);
  if (!parts || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return (parts.scheme === '*' || protocol === `${parts.scheme}:`) && hostCovers(parts.host, hostname);
}

/** The intersection of two patterns, as one pattern; null if it is empty. */
export function overlap(one: string, other: string): string | null {
  const [a, b] = [parsePattern(one), parsePattern(other)];
  if (!a || !b) return null;
  const scheme = a.scheme === '*' ? b.scheme : a.scheme;
  if (b.scheme !== '*' && b.scheme !== scheme) return null;
  if (hostCovers(a.host, b.host)) return `${scheme}://${b.host}/*`;
  return hostCovers(b.host, a.host) ? `${scheme}://${a.host}/*` : null;
}

export function isGranted(address: string, grantedOrigins: readonly string[]): boolean {
  return grantedOrigins.some((pattern) => originCovers(pattern, address));
}

export function isSwitchedOff(address: string, settings: Pick<Settings, 'sitesOff'>): boolean {
  const site = siteOf(address);
  return site !== null && settings.sitesOff.includes(site);
}

/** What someone typed ("www.bbc.co.uk/news", "https://lemonde.fr") as a site, or null. */
export function siteFromText(line: string): string | null {
  const text = line.trim().toLowerCase();
  if (text === '' || /\s/.test(text)) return null;
  const site = siteOf(/^[a-z]+:\/\//.test(text) ? text : `https://${text}`);
  return site !== null && (site.includes('.') || site === 'localhost') && !site.includes('*') ? site : null;
}
