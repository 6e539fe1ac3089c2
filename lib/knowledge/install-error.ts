/**
 * Why a pack was not taken into use; nothing was changed then. The words for a reader are chosen by `problem`.
 * - `bad-address`    no address of the web, or one with a password in it
 * - `not-secure`     http, elsewhere than on this machine
 * - `bad-checksum`   what was given as SHA-256 is none
 * - `two-checksums`  the address names another one than the field
 * - `never`          the reader allows no request
 * - `redirected`     the server sends elsewhere
 * - `page`           what lies there is a page of the web
 * - `wrong-checksum` the file is not the one whose SHA-256 was given
 * - `not-stored`     the browser would not keep it
 */
export type InstallProblem =
  | 'bad-address'
  | 'not-secure'
  | 'bad-checksum'
  | 'two-checksums'
  | 'never'
  | 'offline'
  | 'time-out'
  | 'broken-off'
  | 'redirected'
  | 'refused'
  | 'server-error'
  | 'page'
  | 'unreadable'
  | 'wrong-checksum'
  | 'not-stored'
  | 'cancelled';

export class InstallError extends Error {
  override readonly name = 'InstallError';
  constructor(
    readonly problem: InstallProblem,
    message: string,
  ) {
    super(message);
  }
}
