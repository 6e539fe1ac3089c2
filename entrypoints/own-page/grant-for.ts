/** The match pattern of a grant for one address. Those of Firefox know no ports; a grant is for the host. */
export function grantFor(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
