/**
 * The match pattern of a permission for one address. Firefox's patterns have no ports; a permission is for the host.
 */
export function grantFor(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
