import type { Settings } from './types';

/**
 * Where Backstory works. A "site" is a host name without `www.`, as a reader speaks of it. A site is on when its
 * access is granted and the reader has not switched it off.
 */

/** The site of a web address; null for anything that is not http or https. */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.hostname.replace(/^www\./, '').replace(/\.$/, '');
}

const IP_ADDRESS = /^(\d{1,3}\.){3}\d{1,3}$|^\[/;

/** The match pattern that a grant for a site asks for: its subdomains too, unless it is a machine. */
export function grantPattern(site: string): string {
  return IP_ADDRESS.test(site) || !site.includes('.') ? `*://${site}/*` : `*://*.${site}/*`;
}

/** Match patterns that keep the reader script out of a site that was switched off. */
export function offPatterns(site: string): string[] {
  return IP_ADDRESS.test(site) || !site.includes('.') ? [`*://${site}/*`] : [`*://${site}/*`, `*://www.${site}/*`];
}

/** Does a granted origin (a match pattern whose path is `/*`) take in this address? */
export function originCovers(pattern: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  if (pattern === '<all_urls>') return web;
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\/\*$/.exec(pattern);
  if (!parts) return false;
  const [, scheme = '', host = ''] = parts;
  if (scheme === '*' ? !web : url.protocol !== `${scheme}:`) return false;
  if (host === '*') return true;
  if (host.startsWith('*.')) return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
  return url.hostname === host.replace(/:\d+$/, '');
}

export function isGranted(address: string, grantedOrigins: readonly string[]): boolean {
  return grantedOrigins.some((pattern) => originCovers(pattern, address));
}

export function isSwitchedOff(address: string, settings: Pick<Settings, 'sitesOff'>): boolean {
  const site = siteOf(address);
  return site !== null && settings.sitesOff.includes(site);
}

export function isSiteOn(
  address: string,
  settings: Pick<Settings, 'sitesOff'>,
  grantedOrigins: readonly string[],
): boolean {
  return isGranted(address, grantedOrigins) && !isSwitchedOff(address, settings);
}

/** A line that somebody typed ("www.bbc.co.uk/news", "https://lemonde.fr") as a site, or null. */
export function siteFromText(line: string): string | null {
  const text = line.trim().toLowerCase();
  if (text === '' || /\s/.test(text)) return null;
  const site = siteOf(/^[a-z]+:\/\//.test(text) ? text : `https://${text}`);
  return site !== null && (site.includes('.') || site === 'localhost') && !site.includes('*') ? site : null;
}
